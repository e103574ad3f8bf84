"""Text of each piece of content, in runs that are read the same way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from kaartgen.toegankelijkheid.pdf_boom import type_plaats, type_stroom
from kaartgen.toegankelijkheid.pdf_lezer import Getekend, in_volgorde
from kaartgen.toegankelijkheid.pdf_stroom import BUITEN, Merk, Stuk


@dataclass(frozen=True, slots=True, eq=False)
class Loop:
    """Run of text: what is drawn, in pieces of one stream, and what is to be read of it by its marks."""

    stroom: Getekend
    stukken: tuple[Stuk, ...]
    taal: str | None
    voluit: str | None
    alt: str | None
    vervangend: str | None

    @property
    def getekend(self) -> str:
        """Give the text as it is drawn."""
        return "".join([stuk.tekst for stuk in self.stukken])

    @property
    def gelezen(self) -> str:
        """Give the text as it is to be read."""
        if self.vervangend is not None:
            return self.vervangend
        return self.getekend if self.alt is None else self.alt


def lees_lopen(bladen: Iterable[tuple[Getekend, ...]]) -> dict[type_plaats, tuple[Loop, ...]]:
    """Gather the text of all pages by the piece of content it belongs to.

    A form with numbers of its own counts once, however often it is drawn.
    """
    lopen: dict[type_plaats, list[Loop]] = {}
    eerder: dict[type_stroom, Getekend] = {}
    for getekend in bladen:
        samen: list[Stuk] = []
        vorige: _Soort | None = None
        for stroom, stuk in in_volgorde(getekend):
            plaats = stroom.van(stuk.merk)
            if plaats is None or (
                plaats[0] == stroom.bron and eerder.setdefault(stroom.bron, stroom) is not stroom
            ):
                continue
            merk = stroom.stroom.merk(stuk.merk) or stroom.om
            soort = _Soort(plaats, stroom, merk.groep if merk else BUITEN, merk)
            if vorige and soort[:3] != vorige[:3]:
                _sluit(lopen, vorige, samen)
                samen = []
            vorige = soort
            samen.append(stuk)
        if vorige:
            _sluit(lopen, vorige, samen)
    return {plaats: tuple(delen) for plaats, delen in lopen.items()}


class _Soort(NamedTuple):
    """What text must share to be one run; the mark is one of those with the same group."""

    plaats: type_plaats
    stroom: Getekend
    groep: int
    merk: Merk | None


def _sluit(lopen: dict[type_plaats, list[Loop]], soort: _Soort, stukken: list[Stuk]) -> None:
    merk = soort.merk
    eigen = (merk.taal, merk.voluit, merk.alt, merk.vervangend) if merk else (None, None, None, None)
    lopen.setdefault(soort.plaats, []).append(Loop(soort.stroom, tuple(stukken), *eigen))
