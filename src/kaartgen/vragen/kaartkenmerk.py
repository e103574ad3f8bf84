"""Kaartkenmerk: one word that goes along with a card and says what the card was given out with.

It stands in the notes of a slide and in each row of a table. So it also goes along where a program drops the
properties of a file, or where somebody copies a slide or a row. Only for its own card it can be read, and
never after a change in it.
"""

from __future__ import annotations

import re
from base64 import b32decode, b32encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from kaartgen.vragen.uitgifte import Kaartmerk
from kaartgen.vragen.vraagtekst import kenmerk

_WOORD = re.compile(r"k([a-z2-7]+)k")
"""Letters around it keep a spreadsheet from counting on when somebody fills down, and from seeing a number,
a date or a formula in it."""
_AFKOMST, _NUMMER, _INHOUD, _VRAAG, _CONTROLE = 6, 6, 16, 12, 8
"""Hexadecimal digits of each part."""
_MEESTE_TEKENS = 400
"""Room for far more questions than fit on a card."""


@dataclass(frozen=True, slots=True)
class Kaartkenmerk:
    """What a card was given out with. `afkomst` is the digest of publication, edition and layers, `nummer`
    the number that the card had."""

    afkomst: str
    nummer: int
    merk: Kaartmerk


def afkomstkenmerk(publicatie: str, editie: str, lagen: Sequence[str]) -> str:
    """Give the digest that tells what a file was made from."""
    return kenmerk([publicatie, editie, *lagen])[:_AFKOMST]


def schrijf_kenmerk(kaart: str, wat: Kaartkenmerk) -> str:
    """Give the word for the card with this id."""
    deel = f"{wat.afkomst}{wat.nummer:0{_NUMMER}x}{wat.merk.inhoud}{''.join(wat.merk.vragen)}"
    return _woord(bytes.fromhex(deel + _controle(kaart, deel)))


def lees_kenmerk(kaart: str, woord: str) -> Kaartkenmerk | None:
    """Read what `schrijf_kenmerk` made for this card; None for anything else, or when it was changed."""
    deel, controle = _ontcijferd(woord)
    return _gelezen(deel) if deel and controle == _controle(kaart, deel) else None


def _woord(ruw: bytes) -> str:
    return f"k{b32encode(ruw).decode('ascii').rstrip('=').lower()}k"


def _ontcijferd(woord: str) -> tuple[str, str]:
    """Give what a word says, and what tells that it is whole; '' when it cannot be one."""
    gevonden = _WOORD.fullmatch("".join(woord.lower().split())) if len(woord) <= _MEESTE_TEKENS else None
    if gevonden is None:
        return "", ""
    try:
        ruw = b32decode(gevonden[1].upper() + "=" * (-len(gevonden[1]) % 8))
    except ValueError:
        return "", ""
    if _woord(ruw) != gevonden[0]:  # the last letter has bits that nothing is read from
        return "", ""
    cijfers = ruw.hex()
    deel, controle = cijfers[:-_CONTROLE], cijfers[-_CONTROLE:]
    vragen = len(deel) - _AFKOMST - _NUMMER - _INHOUD
    return (deel, controle) if vragen >= 0 and vragen % _VRAAG == 0 else ("", "")


def _gelezen(deel: str) -> Kaartkenmerk:
    afkomst, rest = deel[:_AFKOMST], deel[_AFKOMST:]
    nummer, rest = int(rest[:_NUMMER], 16), rest[_NUMMER:]
    inhoud, vragen = rest[:_INHOUD], rest[_INHOUD:]
    losse = tuple(vragen[plek : plek + _VRAAG] for plek in range(0, len(vragen), _VRAAG))
    return Kaartkenmerk(afkomst, nummer, Kaartmerk(inhoud, losse))


def _controle(kaart: str, deel: str) -> str:
    return sha256(f"{kaart} {deel}".encode()).hexdigest()[:_CONTROLE]


class Kenmerklezer:
    """Reads words that may be of any of these cards."""

    def __init__(self, kaarten: Iterable[str]) -> None:
        self._kaarten = tuple(kaarten)
        self._gelezen: dict[str, tuple[str, Kaartkenmerk] | None] = {}

    def lees(self, woord: str) -> tuple[str, Kaartkenmerk] | None:
        """Give the card that a word was made for, and what it says; None when it is of no card."""
        if woord not in self._gelezen:
            deel, controle = _ontcijferd(woord)
            kaarten = self._kaarten if deel else ()
            van = next((id_ for id_ in kaarten if controle == _controle(id_, deel)), None)
            self._gelezen[woord] = (van, _gelezen(deel)) if van else None
        return self._gelezen[woord]
