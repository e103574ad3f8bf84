"""Text in columns over as few faces as can be, in the largest letters that need no more of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kaartgen.maten import Mm, Vak
from kaartgen.opmaak.passen import STAP, VULLING
from kaartgen.opmaak.vloeien import vloei
from kaartgen.opmaak.zetter import Tekstalinea, Zetter, verdeel
from kaartgen.scene import Element

RUIMER = 0.1
"""Most extra space in mm above a block for each pt of its letters."""


@dataclass(frozen=True, slots=True)
class Tekstblok:
    """Paragraphs that stay together; `voor` is the space in mm above them, but not at the top of a column."""

    naam: str
    tekst: list[Tekstalinea]
    voor: float


@dataclass(frozen=True, slots=True)
class Kolomvak:
    """Columns in the box `doos`: how many, and how far (mm) from each other."""

    doos: Vak
    aantal: int
    goot: float

    @property
    def breedte(self) -> float:
        """Width of a column in mm."""
        return (self.doos.b - (self.aantal - 1) * self.goot) / self.aantal


def zet_in_kolommen(
    blokken_bij: Callable[[float], list[Tekstblok]],
    grenzen: tuple[float, float],
    kolommen: Kolomvak,
    zetter: Zetter,
) -> list[list[Element]]:
    """Set blocks, which `blokken_bij` makes at a size in pt, and give the elements of each face."""
    kleinste, grootste = grenzen
    stappen = [kleinste + stap * STAP for stap in range(round((grootste - kleinste) / STAP) + 1)]
    verdelingen = {stap: _verdeel(blokken_bij(stap), kolommen, zetter) for stap in stappen}
    korps = max(stap for stap in stappen if len(verdelingen[stap]) <= len(verdelingen[kleinste]))
    blokken = blokken_bij(korps)
    return [
        _kant([[blokken[nummer] for nummer in kolom] for kolom in kant], kolommen, zetter)
        for kant in verdelingen[korps]
    ]


def _verdeel(blokken: Sequence[Tekstblok], kolommen: Kolomvak, zetter: Zetter) -> list[list[list[int]]]:
    hoogtes = [blok.voor + zetter.hoogte(blok.tekst, kolommen.breedte) for blok in blokken]
    return vloei(hoogtes, kolommen.doos.h * VULLING, kolommen.aantal, 0.0)


def _kant(inhoud: list[list[Tekstblok]], kolommen: Kolomvak, zetter: Zetter) -> list[Element]:
    doos, breedte = kolommen.doos, kolommen.breedte
    ruim = min(_ruimte(kolom, kolommen, zetter) for kolom in inhoud)
    elementen: list[Element] = []
    for plek, kolom in enumerate(inhoud):
        x = doos.x + plek * (breedte + kolommen.goot)
        y: float = doos.y
        for volgnummer, blok in enumerate(kolom):
            y += blok.voor + ruim if volgnummer else 0.0
            tekst = zetter.tekst(blok.naam, blok.tekst, Vak(Mm(x), Mm(y), Mm(breedte), Mm(0)))
            elementen.append(tekst)
            y = tekst.vak.onder
    return elementen


def _ruimte(kolom: Sequence[Tekstblok], kolommen: Kolomvak, zetter: Zetter) -> float:
    """Give the extra space in mm that there is above every block of a column."""
    gevuld = sum(blok.voor + zetter.hoogte(blok.tekst, kolommen.breedte) for blok in kolom)
    over = kolommen.doos.h * VULLING - gevuld
    _, stijl = kolom[0].tekst[-1]
    return verdeel(over, len(kolom) - 1, 0.0, stijl.korps * RUIMER)
