"""All that rules look at, and the words for a place in a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pikepdf import Pdf

from kaartgen.toegankelijkheid.bevinding import Bevinding
from kaartgen.toegankelijkheid.pdf_boom import Boom, Element, Inhoud, type_plaats
from kaartgen.toegankelijkheid.pdf_lezer import Gebruik, Getekend
from kaartgen.toegankelijkheid.pdf_loop import Loop
from kaartgen.toegankelijkheid.pdf_waarden import type_sleutel
from kaartgen.toegankelijkheid.pdf_xmp import Xmp

BESTAND = "bestand"
PRAKTIJK = "PDF/UA: goede praktijk"
UA = "ISO 14289-1, "
ARCHIEF = "ISO 19005-2, "
KORT = 40
"""Most characters of a text that is quoted to say where something is."""

MEESTE_DELEN = 1_000
"""Most parts of an element that are looked at to say where it is."""

OPNIEUW = "Maak het bestand opnieuw als toegankelijke PDF (PDF/UA)."


@dataclass(frozen=True, slots=True)
class Blad:
    """One page: its number from 1, its object, its annotations and everything it draws."""

    nummer: int
    object_: Any
    annotaties: tuple[Any, ...]
    getekend: tuple[Getekend, ...]

    @property
    def waar(self) -> str:
        """Say which page it is."""
        return f"pagina {self.nummer}"


@dataclass(frozen=True, slots=True)
class Dossier:
    """A file. `nummers` gives the index of a page by its object, `lopen` the text of each piece of content,
    `boom` is None where a file has no structure and `xmp` where it has no metadata that can be read. `gevuld`
    holds the numbers of the elements with something to read in them."""

    data: bytes
    pdf: Pdf
    bladen: tuple[Blad, ...]
    nummers: Mapping[type_sleutel, int]
    boom: Boom | None
    gevuld: frozenset[int]
    lopen: Mapping[type_plaats, tuple[Loop, ...]]
    gebruik: tuple[Gebruik, ...]
    xmp: Xmp | None

    @property
    def wortel(self) -> Any:
        """Give the catalog of the file."""
        return self.pdf.Root

    def elementen(self, *soorten: str) -> Iterator[Element]:
        """Give the elements of these types (of all types, without any) in reading order."""
        for element in self.boom.elementen if self.boom else ():
            if not soorten or element.soort in soorten:
                yield element

    def tekst(self, element: Element) -> str:
        """Give the text that is drawn for an element and all in it."""
        inhoud = (deel for deel in element.alles() if isinstance(deel, Inhoud))
        return "".join(loop.getekend for deel in inhoud for loop in self.lopen.get(deel.plaats, ()))

    def plek(self, element: Element) -> str:
        """Say where an element is: its page, its type and the first words of its text."""
        pagina, woorden = element.pagina, ""
        for deel in islice(element.alles(), MEESTE_DELEN):
            if isinstance(deel, Inhoud):
                pagina = deel.pagina if pagina < 0 else pagina
                woorden += "".join(loop.getekend for loop in self.lopen.get(deel.plaats, ()))
            if pagina >= 0 and len(woorden) > KORT:
                break
        waar = f"pagina {pagina + 1}" if pagina >= 0 else BESTAND
        wat = element.rol or "element zonder soort"
        begin = kort(woorden or element.tekst("/Alt") or "")
        return f"{waar}, {wat} ‘{begin}’" if begin else f"{waar}, {wat}"

    def fout(self, element: Element, regel: str, tekst: str, raad: str, norm: str) -> Bevinding:
        """Give a finding at an element."""
        return Bevinding(self.plek(element), regel, tekst, raad, norm)


def kort(woorden: str) -> str:
    """Give the first words of a text."""
    heel = " ".join(woorden.split())
    return heel if len(heel) <= KORT else f"{heel[: KORT - 1].rstrip()}…"


def in_bestand(regel: str, tekst: str, raad: str, norm: str) -> Bevinding:
    """Give a finding about the file as a whole."""
    return Bevinding(BESTAND, regel, tekst, raad, norm)


def keren(aantal: int) -> str:
    """Say how often something is so, when that is more than once."""
    return f" Dat is hier {aantal} keer zo." if aantal > 1 else ""


def opsomming(woorden: Iterable[str], voegwoord: str = "en") -> str:
    """Name things one after another, with a word before the last."""
    *eerste, laatste = woorden
    return f"{', '.join(eerste)} {voegwoord} {laatste}" if eerste else laatste
