"""The structure of a page for readers who do not see it: from Pagina to blocks in reading order.

Formats that hold structure (tagged PDF, HTML) all take it from here, so they say the same in the same order.
What has no place in it is decoration: grounds, lines, footer and page number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kaartgen.scene import (
    Alinea,
    Element,
    Groep,
    Lijn,
    Pad,
    Pagina,
    Tabel,
    Tekst,
    Vlak,
    type_celkop,
    type_structuur,
)

VERSIERING = frozenset({"voet", "nummer"})
"""Roles of text that repeats on every page and says nothing about its subject."""

DIEPTE: dict[type_structuur, int] = {"titel": 0, "kop": 1, "subkop": 2}
"""How deep a heading stands under the title of the page."""

EERSTE_CIJFER = "1."
"""Mark of the first item of a numbered list."""


@dataclass(frozen=True, slots=True)
class Kop:
    """Heading: its paragraphs (a number may stand before the words), `diepte` below the title of the page,
    and the figure that the number stands on, if any."""

    alineas: tuple[Alinea, ...]
    diepte: int
    figuur: Figuur | None = None


@dataclass(frozen=True, slots=True)
class Tekstblok:
    """A paragraph."""

    alinea: Alinea


@dataclass(frozen=True, slots=True)
class Lijst:
    """Items of a list, numbered or not."""

    punten: tuple[Alinea, ...]
    genummerd: bool


@dataclass(frozen=True, slots=True)
class Figuur:
    """What is drawn and says something or leads somewhere: `beeld.alt` says it in words, or the words of the
    link do."""

    beeld: Groep | Pad | Vlak

    @property
    def alt(self) -> str:
        """What the figure shows, in words."""
        doel = None if isinstance(self.beeld, Groep) else self.beeld.doel
        return self.beeld.alt or (doel.tekst if doel else "")


@dataclass(frozen=True, slots=True)
class Tabelcel:
    """Cell of a table: what it is a header of ('' for nothing), and its blocks."""

    kop: type_celkop
    blokken: tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class Tabelblok:
    """Table by rows."""

    tabel: Tabel
    rijen: tuple[tuple[Tabelcel, ...], ...]


Blok: TypeAlias = Kop | Tekstblok | Lijst | Figuur | Tabelblok


def is_versiering(element: Element) -> bool:
    """Tell whether an element of a page has no place in its structure; a text or table always has, but for
    footers and numbers."""
    match element:
        case Tekst():
            return element.rol in VERSIERING
        case Tabel():
            return False
        case Lijn():
            return True
        case Groep():
            return not element.alt and not any(getattr(deel, "doel", None) for deel in element.delen)
        case _:
            return not element.alt and not element.doel


def structuur(pagina: Pagina) -> tuple[Blok, ...]:
    """Give the blocks of a page in the order of its elements; no heading is more than one level below the
    one before it."""
    return tuple(_zonder_sprongen(_met_figuren(_blokken(pagina.elementen))))


def kopniveaus(paginas: Sequence[Pagina]) -> tuple[int, ...]:
    """Give the level of the title of each page: 1 for the first page, 2 for the others, 3 for cards in a part
    that opens with a page of its own."""
    niveaus: list[int] = []
    deel, geopend = "", False
    for plek, pagina in enumerate(paginas):
        if pagina.deel != deel or not plek:
            deel, geopend = pagina.deel, pagina.deel == pagina.titel and not pagina.kaartnummer
        niveaus.append(1 if not plek else 3 if geopend and pagina.kaartnummer else 2)
    return tuple(niveaus)


def _blokken(elementen: Iterable[Element]) -> Iterator[Blok]:
    """Give the blocks of elements; a list goes on in the next box, unless its numbers begin again."""
    alineas: list[Alinea] = []
    for element in elementen:
        if is_versiering(element):
            continue
        if isinstance(element, Tekst):
            alineas += element.alineas
            continue
        yield from _tekstblokken(alineas)
        alineas = []
        if isinstance(element, Tabel):
            yield _tabelblok(element)
        elif isinstance(element, Groep | Pad | Vlak):
            yield Figuur(element)
    yield from _tekstblokken(alineas)


def _met_figuren(blokken: Iterable[Blok]) -> Iterator[Blok]:
    """Put a figure with the numbered heading after it: the number stands on it."""
    wacht: Figuur | None = None
    for blok in blokken:
        if wacht and isinstance(blok, Kop) and len(blok.alineas) > 1:
            yield Kop(blok.alineas, blok.diepte, wacht)
            wacht = None
            continue
        if wacht:
            yield wacht
        wacht = blok if isinstance(blok, Figuur) else None
        if not wacht:
            yield blok
    if wacht:
        yield wacht


def _tekstblokken(alineas: Sequence[Alinea]) -> Iterator[Blok]:
    plek = 0
    while plek < len(alineas):
        eerste = alineas[plek]
        soort = _soort(eerste)
        eind = plek + 1
        if soort == "punt":
            while eind < len(alineas) and _gaat_door(eerste, alineas[eind]):
                eind += 1
            yield Lijst(tuple(alineas[plek:eind]), eerste.stijl.opsomming == "cijfer")
        elif soort == "kopnummer" and eind < len(alineas) and _soort(alineas[eind]) in DIEPTE:
            eind += 1
            yield Kop((eerste, alineas[eind - 1]), DIEPTE[_soort(alineas[eind - 1])])
        elif soort in DIEPTE:
            yield Kop((eerste,), DIEPTE[soort])
        elif eerste.regels or eerste.tekst.strip():
            yield Tekstblok(eerste)
        plek = eind


def _soort(alinea: Alinea) -> type_structuur:
    return "punt" if alinea.stijl.opsomming else alinea.stijl.structuur


def _gaat_door(eerste: Alinea, volgende: Alinea) -> bool:
    if _soort(volgende) != "punt" or volgende.stijl.opsomming != eerste.stijl.opsomming:
        return False
    return volgende.stijl.opsomming != "cijfer" or merktekst(volgende) != EERSTE_CIJFER


def merktekst(alinea: Alinea) -> str:
    """Give the list mark that stands before a paragraph, as words; '' when there is none."""
    return "".join(stuk.tekst for stuk in alinea.merk.stukken) if alinea.merk else ""


def _tabelblok(tabel: Tabel) -> Tabelblok:
    rijen = (
        tuple(Tabelcel(cel.kop, tuple(_tekstblokken(cel.tekst.alineas))) for cel in rij)
        for rij in tabel.rijen
    )
    return Tabelblok(tabel, tuple(rijen))


def _zonder_sprongen(blokken: Iterable[Blok]) -> Iterator[Blok]:
    diepte = 0
    for blok in blokken:
        if isinstance(blok, Kop):
            diepte = min(blok.diepte, diepte + 1)
            yield Kop(blok.alineas, diepte, blok.figuur)
        else:
            yield blok
