"""Where a file that came back was made from: the same publication, edition and layers, or others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaartgen.meldingen import Fouten, Melding, Plek
from kaartgen.vragen.herkennen import let_op
from kaartgen.vragen.lezer_pptx import Deck
from kaartgen.vragen.lezer_tabel import Blad
from kaartgen.vragen.pakket import weiger
from kaartgen.vragen.uitgifte import (
    EDITIE,
    GEBRUIK,
    KAART,
    LAGEN,
    MET_VRAGEN,
    PUBLICATIE,
    SCHEIDING,
    Kaartmerk,
    Uitgifte,
    lees_kaartmerk,
)
from kaartgen.vragen.vraagtekst import schoon

ZONDER_LAGEN = (
    "Dit bestand is gemaakt zonder eigen vragen, en jij geeft die met --vragen.",
    "Laat --vragen weg. Met --laag kies je in welk bestand de vragen komen.",
)
"""What is told of a file that was made without layers, and read with them."""
MEESTE_TEKENS = 80
"""How much of a name in a file is shown: enough to know it by."""
MEESTE_NAMEN = 5


@dataclass(frozen=True, slots=True)
class Bestandsmerk:
    """What a file says of itself: digests by number of the card; `bekend` tells that it says anything."""

    bekend: bool
    merken: Mapping[int, Kaartmerk]


def lees_bestandsmerk(gelezen: Deck | Blad) -> Bestandsmerk:
    """Give what a file says of the cards in it."""
    merken = {}
    for naam, waarde in gelezen.eigenschappen.items():
        nummer = naam.removeprefix(KAART)
        merk = lees_kaartmerk(waarde)
        if nummer != naam and nummer.isascii() and nummer.isdecimal() and len(nummer) < 9 and merk:
            merken[int(nummer)] = merk
    return Bestandsmerk(PUBLICATIE in gelezen.eigenschappen, merken)


def bewaak_bestandsmerk(gelezen: Deck | Blad, uitgifte: Uitgifte) -> None:
    """Raise Fouten when a file says that it was made from something else, or for another use."""
    fouten = list(_vreemd(gelezen, uitgifte))
    if fouten:
        raise Fouten(fouten[:1])


def _vreemd(gelezen: Deck | Blad, uitgifte: Uitgifte) -> Iterator[Melding]:
    plek, zegt = Plek(gelezen.bestand), gelezen.eigenschappen
    publicatie, editie = zegt.get(PUBLICATIE, ""), zegt.get(EDITIE, "")
    if publicatie and publicatie != uitgifte.publicatie:
        naam = _getoond(publicatie)
        tekst = f"Dit bestand is gemaakt van de publicatie ‘{naam}’, niet van ‘{uitgifte.publicatie}’."
        yield Melding(plek, "andere-publicatie", tekst, "Kies die publicatie met --publicatie.")
    if editie and editie != uitgifte.editie:
        tekst = (
            f"Dit bestand is van de editie ‘{_getoond(editie)}’, en de publicatie is nu ‘{uitgifte.editie}’."
        )
        raad = (
            "Lees het terug met de publicatie waar het van is. Zet je vragen daarna over met: "
            "kaartgen vragen samenvoegen."
        )
        yield Melding(plek, "andere-editie", tekst, raad)
    if zegt.get(GEBRUIK, MET_VRAGEN) != MET_VRAGEN:
        tekst = "Op deze dia’s staan geen reflectievragen."
        yield Melding(plek, "geen-vragen", tekst, "Neem het bestand kaarten-….pptx uit dezelfde bundel.")
    lagen = zegt.get(LAGEN, "")
    if publicatie and lagen != SCHEIDING.join(uitgifte.lagen):
        yield Melding(plek, "andere-lagen", *_andere_lagen(lagen, uitgifte.lagen))


def _getoond(tekst: str) -> str:
    """Give words of a file as they are shown: on one line, without what cannot be seen, and not too long."""
    net = schoon(tekst[: 10 * MEESTE_TEKENS])
    return net if len(net) <= MEESTE_TEKENS else f"{net[:MEESTE_TEKENS]}…"


def _andere_lagen(toen: str, nu: Sequence[str]) -> tuple[str, str]:
    if not toen:
        return ZONDER_LAGEN
    lagen = toen.split(SCHEIDING)
    namen = ", ".join(f"‘{_getoond(naam)}’" for naam in lagen[:MEESTE_NAMEN])
    meer = f" en nog {len(lagen) - MEESTE_NAMEN}" if len(lagen) > MEESTE_NAMEN else ""
    raad = "Geef dezelfde bestanden in dezelfde volgorde: één keer --vragen BESTAND voor elk."
    anders = [(oud, nieuw) for oud, nieuw in zip(lagen, nu, strict=False) if oud != nieuw]
    if len(lagen) == len(nu) and len(anders) == 1:
        ((oud, nieuw),) = anders
        raad += (
            f" Is het bestand van ‘{_getoond(nieuw)}’ hetzelfde met een andere naam? "
            f"Zet dan bij ‘naam’ weer ‘{_getoond(oud)}’."
        )
    return f"Dit bestand is gemaakt met eigen vragen van: {namen}{meer}.", raad


def bewaak_zonder_merk(gelezen: Deck | Blad, passend: int, vreemd: int) -> Iterator[Melding]:
    """Judge a file that says nothing of itself by how many cards do fit this publication, and do not.

    Raises Fouten when it is not from here.
    """
    if not passend and not vreemd:
        tekst = "In dit bestand staat geen kaart van deze publicatie."
        raad = "Geef een bestand uit een bundel. Is het van een andere publicatie? Kies die met --publicatie."
        raise weiger(gelezen.bestand, "geen-kaarten", tekst, raad)
    if vreemd >= passend:
        tekst = "De kaarten in dit bestand passen niet bij deze publicatie of deze editie."
        raad = "Kies de publicatie waar het van gemaakt is met --publicatie."
        raise weiger(gelezen.bestand, "andere-editie", tekst, raad)
    if isinstance(gelezen, Deck):
        tekst = "Het programma waarmee je dit bestand bewaarde, haalde weg van welke editie het is."
        raad = "De kaarten zijn herkend aan hun tekst. Kijk het verschil goed na."
        yield let_op(Plek(gelezen.bestand), "herkomst-onbekend", tekst, raad)
