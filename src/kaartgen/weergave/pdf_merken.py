"""Marked content of a page stream: which operators draw what (ISO 32000-1, 14.6 and 14.7.4).

Content carries a number, by which the structure of the file finds it; all else is an artifact.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol

type_versiering = Literal["Background", "Layout", "Pagination"]
"""Kinds of artifacts: behind all pages of a kind, between the content, footer and page number (14.8.2.2)."""

ARTEFACTEN: dict[type_versiering, str] = {
    "Background": "/Artifact <</Type/Background>> BDC",
    "Layout": "/Artifact <</Type/Layout>> BDC",
    "Pagination": "/Artifact <</Type/Pagination/Subtype/Footer>> BDC",
}


def utf16(tekst: str) -> str:
    """Give a text as PDF writes it in a page stream (ISO 32000-1, 7.9.2.2)."""
    return f"<FEFF{tekst.encode('utf-16-be').hex().upper()}>"


@dataclass(slots=True)
class Merk:
    """One piece of marked content; its number on the page is its place among the others.

    `eigenaar` is the identity of the scene object it draws, `lijstmerk` tells that it is the mark before a
    paragraph, `taal` and `voluit` are as in a Loop, `koppelingen` are the numbers of the links on it. `tekst`
    is for letter-spaced words: readers take wide spacing for spaces, so their text stands beside them.
    """

    eigenaar: int
    lijstmerk: bool = False
    taal: str = ""
    voluit: str = ""
    tekst: str = ""
    koppelingen: list[int] = field(default_factory=list)


class Merker(Protocol):
    """Marks what is drawn between its calls."""

    def versiering(self, soort: type_versiering) -> None:
        """What follows is an artifact of this kind."""

    def begin(self, merk: Merk) -> None:
        """What follows is this piece of content."""

    def koppel(self, nummer: int) -> None:
        """The link with this number lies on the piece of content that is being drawn."""

    def eind(self) -> None:
        """The piece of content or the artifact ends here."""

    def klaar(self) -> tuple[Merk, ...]:
        """End what is open and give all pieces of content in the order of their numbers."""


class Inhoudsmerker:
    """Writes marks into the operators of a page."""

    def __init__(self, opdrachten: list[str]) -> None:
        self._opdrachten = opdrachten
        self._merken: list[Merk] = []
        self._open: type_versiering | Merk | None = None

    def versiering(self, soort: type_versiering) -> None:
        """What follows is an artifact of this kind; artifacts of one kind in a row share their marks."""
        if self._open != soort:
            self.eind()
            self._open = soort
            self._opdrachten.append(ARTEFACTEN[soort])

    def begin(self, merk: Merk) -> None:
        """What follows is this piece of content."""
        self.eind()
        # ActualText goes with the tag Span (ISO 32000-1, 14.9.4); what an element is, the tree says.
        tag, tekst = ("Span", f"/ActualText {utf16(merk.tekst)}") if merk.tekst else ("P", "")
        self._opdrachten.append(f"/{tag} <</MCID {len(self._merken)}{tekst}>> BDC")
        self._merken.append(merk)
        self._open = merk

    def koppel(self, nummer: int) -> None:
        """The link with this number lies on the piece of content that is being drawn."""
        if isinstance(self._open, Merk):
            self._open.koppelingen.append(nummer)

    def eind(self) -> None:
        """The piece of content or the artifact ends here."""
        if self._open is not None:
            self._opdrachten.append("EMC")
            self._open = None

    def klaar(self) -> tuple[Merk, ...]:
        """End what is open and give all pieces of content in the order of their numbers."""
        self.eind()
        return tuple(self._merken)


class ZonderMerken:
    """Marks nothing: a file for printing has no structure."""

    def versiering(self, soort: type_versiering) -> None:
        """Do nothing."""

    def begin(self, merk: Merk) -> None:
        """Do nothing."""

    def koppel(self, nummer: int) -> None:
        """Do nothing."""

    def eind(self) -> None:
        """Do nothing."""

    def klaar(self) -> tuple[Merk, ...]:
        """Give nothing."""
        return ()
