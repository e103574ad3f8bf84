"""From a page to a Blad: its boxes, the cards on it, and everything that is drawn on it, at its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pikepdf import Object

from kaartgen.drukkeuring.feiten import Feiten, Vorm
from kaartgen.drukkeuring.lezer import Lezer
from kaartgen.drukkeuring.meetkunde import Rechthoek, draaiing, lees_rechthoek, omhulling
from kaartgen.pdflezen.matrices import EENHEID, Matrix, keer
from kaartgen.pdflezen.ontpakken import TeGroot
from kaartgen.pdflezen.waarden import geerfd, getal, naam, tekst, veld

DIEPST = 20
"""Forms within forms go no deeper."""

MAX_STUKKEN = 5_000
"""Most forms that are drawn on one page."""

KLEINST, GROOTST = 3.0, 14_400.0
"""Least and largest side of a page in pt (ISO 32000-1, annex C)."""


@dataclass(frozen=True, slots=True)
class Kaart:
    """One side of a card that says which it is: `netto` is its trim and `kader` its box, in its own space;
    `matrix` puts it on the page."""

    code: str
    kant: str
    netto: Rechthoek
    kader: Rechthoek
    matrix: Matrix

    @property
    def plek(self) -> Rechthoek:
        """Trim on the page."""
        return omhulling(self.netto, self.matrix)

    @property
    def draai(self) -> int | None:
        """How far it is turned in degrees; None when it is also scaled or mirrored."""
        return draaiing(self.matrix)


@dataclass(frozen=True, slots=True)
class Stuk:
    """What one stream draws on a page. `matrix` leads from its space to the page, `lokaal` to that of the
    card it belongs to (to the page without one). `nieuw` is False when an earlier page has the very same."""

    blad: int
    feiten: Feiten
    matrix: Matrix
    lokaal: Matrix
    kaart: Kaart | None
    patroon: bool
    nieuw: bool


@dataclass(frozen=True, slots=True)
class Blad:
    """One page: its number from 1, its boxes (None where it has none of its own), how far viewers turn it
    and by how much they enlarge it, its cards and what is drawn."""

    nummer: int
    object_: Object
    media: Rechthoek | None
    crop: Rechthoek | None
    bleed: Rechthoek | None
    trim: Rechthoek | None
    art: Rechthoek | None
    draai: int
    eenheid: float
    kaarten: tuple[Kaart, ...]
    stukken: tuple[Stuk, ...]

    @property
    def netto(self) -> Rechthoek | None:
        """What remains after cutting: TrimBox, or else the whole page."""
        return self.trim or self.media


class Bladlezer:
    """Reads the pages of a file one after another, and remembers what it has seen."""

    def __init__(self, lezer: Lezer) -> None:
        self._lezer = lezer
        self._gezien: set[tuple[Any, ...]] = set()

    def lees(self, nummer: int, pagina: Object) -> Blad:
        """Read a page. Raises TeGroot for more than fits the bounds, PdfError for damage."""
        stukken = self._stukken(nummer, pagina)
        kaarten = {id(een.kaart): een.kaart for een in stukken if een.kaart}
        media = lees_rechthoek(geerfd(pagina, "/MediaBox"))
        return Blad(
            nummer=nummer,
            object_=pagina,
            media=media if media and _past(media) else None,
            crop=lees_rechthoek(geerfd(pagina, "/CropBox")),
            bleed=lees_rechthoek(veld(pagina, "/BleedBox")),
            trim=lees_rechthoek(veld(pagina, "/TrimBox")),
            art=lees_rechthoek(veld(pagina, "/ArtBox")),
            draai=int(getal(geerfd(pagina, "/Rotate")) or 0) % 360,
            eenheid=getal(veld(pagina, "/UserUnit")) or 1.0,
            kaarten=tuple(kaarten.values()),
            stukken=tuple(stukken),
        )

    def _stukken(self, nummer: int, pagina: Object) -> list[Stuk]:
        feiten = self._lezer.pagina(pagina)
        stukken = [self._stuk(nummer, feiten, EENHEID, EENHEID, None, False)]
        bronnen = geerfd(pagina, "/Resources")
        wachtrij: list[tuple[Vorm, Matrix, Matrix, Kaart | None, object, tuple[object, ...]]] = [
            (vorm, EENHEID, EENHEID, None, bronnen, ()) for vorm in reversed(feiten.vormen)
        ]
        while wachtrij:
            vorm, om, lokaal_om, kaart, bronnen, ouders = wachtrij.pop()
            if vorm.object_.objgen in ouders or len(ouders) >= DIEPST or len(stukken) >= MAX_STUKKEN:
                raise TeGroot
            feiten = self._lezer.vorm(vorm, bronnen)
            matrix, lokaal = keer(vorm.matrix, om), keer(vorm.matrix, lokaal_om)
            eigen = None if kaart or vorm.patroon else lees_kaart(vorm.object_, matrix)
            if eigen:
                kaart, lokaal = eigen, EENHEID
            stukken.append(self._stuk(nummer, feiten, matrix, lokaal, kaart, vorm.patroon))
            verder = (*ouders, vorm.object_.objgen)
            eigen_bronnen = veld(vorm.object_, "/Resources")
            binnen = bronnen if eigen_bronnen is None else eigen_bronnen
            wachtrij += [(een, matrix, lokaal, kaart, binnen, verder) for een in reversed(feiten.vormen)]
        return stukken

    def _stuk(
        self,
        nummer: int,
        feiten: Feiten,
        matrix: Matrix,
        lokaal: Matrix,
        kaart: Kaart | None,
        patroon: bool,
    ) -> Stuk:
        plek: tuple[Any, ...] = tuple(round(getal, 3) for getal in lokaal)
        if kaart:
            plek = (*plek, kaart.code, kaart.kant, *(round(getal, 3) for getal in kaart.matrix[:4]))
        merk = (id(feiten), *plek)
        nieuw = merk not in self._gezien
        self._gezien.add(merk)
        return Stuk(nummer, feiten, matrix, lokaal, kaart, patroon, nieuw)


def _past(media: Rechthoek) -> bool:
    kort, lang = sorted((media.breedte, media.hoogte))
    return kort >= KLEINST and lang <= GROOTST


def lees_kaart(vorm: Object, matrix: Matrix) -> Kaart | None:
    """Read which side of which card a form is (ISO 32000-1, 14.5), where kaartgen wrote that down."""
    eigen = veld(veld(veld(vorm, "/PieceInfo"), "/kaartgen"), "/Private")
    code, kant = tekst(veld(eigen, "/Code")), naam(veld(eigen, "/Kant"))
    netto, kader = lees_rechthoek(veld(eigen, "/Netto")), lees_rechthoek(veld(vorm, "/BBox"))
    if not code or kant not in ("voor", "achter") or netto is None or kader is None:
        return None
    return Kaart(code, kant, netto, kader, matrix)
