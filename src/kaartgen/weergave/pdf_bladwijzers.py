"""Bookmarks of a PDF: sections with their pages beneath them (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from reportlab.pdfbase import pdfdoc

from kaartgen.scene import Pagina
from kaartgen.weergave.pdf_bestand import Bestand, type_verwijzing


@dataclass(slots=True)
class Bladwijzer:
    """Entry in the outline: its words, the index of its page and the entries beneath it."""

    titel: str
    pagina: int
    onder: list[Bladwijzer] = field(default_factory=list)

    @property
    def aantal(self) -> int:
        """How many entries stand beneath this one, at any depth."""
        return sum(1 + bladwijzer.aantal for bladwijzer in self.onder)


def _paginatitel(pagina: Pagina) -> str:
    return f"{pagina.kaartnummer}. {pagina.titel}" if pagina.kaartnummer else pagina.titel


def _boom(paginas: Sequence[tuple[int, Pagina]]) -> list[Bladwijzer]:
    """Give the entries of pages in a row; a page of a deeper niveau goes beneath the one before it."""
    top: list[Bladwijzer] = []
    ouders: list[tuple[int, list[Bladwijzer]]] = [(0, top)]
    for index, pagina in paginas:
        bladwijzer = Bladwijzer(_paginatitel(pagina), index)
        while len(ouders) > 1 and ouders[-1][0] >= pagina.niveau:
            ouders.pop()
        ouders[-1][1].append(bladwijzer)
        ouders.append((pagina.niveau, bladwijzer.onder))
    return top


def bladwijzers(paginas: Sequence[Pagina]) -> list[Bladwijzer]:
    """Give the outline of a document in page order: an entry per section with one per page beneath it.

    A page of its own kind, without section, is an entry by itself. A section's only page, or its first
    one without a card number, takes the place of the section's entry where the two have the same title.
    """
    uit: list[Bladwijzer] = []
    for deel, groep in groupby(enumerate(paginas), key=lambda paar: paar[1].deel):
        rij = list(groep)
        index, eerste = rij[0]
        if not deel:
            uit += _boom(rij)
        elif eerste.titel == deel and (len(rij) == 1 or not eerste.kaartnummer):
            uit.append(Bladwijzer(_paginatitel(eerste), index, _boom(rij[1:])))
        else:
            uit.append(Bladwijzer(deel, index, _boom(rij)))
    return uit


def zet_bladwijzers(bestand: Bestand, boom: Sequence[Bladwijzer], bestemmingen: Sequence[bytes]) -> None:
    """Put an outline that is not empty into a file; `bestemmingen` are those of the pages, in order."""
    wortel = pdfdoc.PDFOutlines()
    wortel.first, wortel.last = _rij(bestand, boom, bestand.verwijs(wortel), bestemmingen)
    wortel.count = sum(1 + bladwijzer.aantal for bladwijzer in boom)
    bestand.Catalog.Outlines = wortel
    bestand.Catalog.PageMode = pdfdoc.PDFName("UseOutlines")


def _rij(
    bestand: Bestand, rij: Sequence[Bladwijzer], ouder: type_verwijzing, bestemmingen: Sequence[bytes]
) -> tuple[type_verwijzing, type_verwijzing]:
    """Put entries that stand beside each other into a file and give the first and the last."""
    ingangen = [pdfdoc.OutlineEntryObject() for _ in rij]
    verwijzingen = [bestand.verwijs(ingang) for ingang in ingangen]
    for nummer, (bladwijzer, ingang) in enumerate(zip(rij, ingangen, strict=True)):
        ingang.Title = bladwijzer.titel
        ingang.Dest = bestemmingen[bladwijzer.pagina]
        ingang.Parent = ouder
        if nummer:
            ingang.Prev = verwijzingen[nummer - 1]
        if nummer + 1 < len(rij):
            ingang.Next = verwijzingen[nummer + 1]
        if bladwijzer.onder:
            ingang.Count = bladwijzer.aantal
            ingang.First, ingang.Last = _rij(bestand, bladwijzer.onder, verwijzingen[nummer], bestemmingen)
    return verwijzingen[0], verwijzingen[-1]
