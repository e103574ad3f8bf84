"""All that rules look at, and the words for a place on a page or a card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pikepdf import Pdf

from kaartgen.drukkeuring.bevinding import Bevinding
from kaartgen.drukkeuring.blad import Blad, Kaart, Stuk
from kaartgen.drukkeuring.meetkunde import Rechthoek, mm, omhulling
from kaartgen.opmaak.druk.drukprofiel import Drukprofiel

SPELING = 0.05
"""What differs less than this in mm is the same."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A file with the profile it must fit. `data` are its bytes, `icc` the profile that must be in it."""

    data: bytes
    pdf: Pdf
    profiel: Drukprofiel
    icc: bytes | None
    bladen: tuple[Blad, ...]

    @property
    def voor_de_pers(self) -> bool:
        """Tell whether the file must be PDF/X-4."""
        return self.profiel.intentie is not None

    @property
    def heeft_kaarten(self) -> bool:
        """Tell whether the file says which cards are in it."""
        return any(blad.kaarten for blad in self.bladen)

    def stukken(self) -> Iterator[tuple[Blad, Stuk]]:
        """Give everything that is drawn, once."""
        for blad in self.bladen:
            for stuk in blad.stukken:
                if stuk.nieuw:
                    yield blad, stuk


def getal(waarde: float, decimalen: int = 1) -> str:
    """Write a number the Dutch way, without zeros at its end."""
    tekst = f"{waarde:.{decimalen}f}"
    tekst = tekst.rstrip("0").rstrip(".") if "." in tekst else tekst
    return ("0" if tekst == "-0" else tekst).replace(".", ",")


def opsomming(woorden: Sequence[str]) -> str:
    """Name things one after another, ‘en’ before the last."""
    return " en ".join(filter(None, (", ".join(woorden[:-1]), woorden[-1])))


def kaartnaam(kaart: Kaart) -> str:
    """Name one side of a card."""
    return f"kaart {kaart.code}, {kaart.kant}kant"


def plek(blad: Blad, stuk: Stuk, vak: Rechthoek) -> str:
    """Say where on a card or a page something is, in mm from the top left of the trim."""
    op = omhulling(vak, stuk.lokaal)
    netto = stuk.kaart.netto if stuk.kaart else blad.netto
    wie = f"{kaartnaam(stuk.kaart)}, " if stuk.kaart else ""
    if netto is None:
        return f"{wie}pagina"
    links, boven = mm(op.links - netto.links), mm(netto.boven - op.boven)
    return f"{wie}{getal(links)} mm van links en {getal(boven)} mm van boven"


def ding(stuk: Stuk, bron: str) -> str:
    """Name something in the resources of a card or a page."""
    wie = kaartnaam(stuk.kaart) if stuk.kaart else "pagina"
    return f"{wie}, {bron.lstrip('/')}" if bron else wie


def verzamel(
    blad: Blad, stuk: Stuk, vakken: Sequence[Rechthoek], regel: str, tekst: str, raad: str
) -> Iterator[Bevinding]:
    """Give one finding for all places in a stream where the same is wrong."""
    if vakken:
        meer = f" Dat is hier {len(vakken)} keer zo." if len(vakken) > 1 else ""
        yield Bevinding(blad.nummer, plek(blad, stuk, vakken[0]), regel, tekst + meer, raad)
