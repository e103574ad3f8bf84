"""From a Document to the bytes of a PPTX file (ISO/IEC 29500) that stays pleasant to edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kaartgen.scene import Document, Ondergrond, Pagina, Thema
from kaartgen.weergave import pptx_eigenschappen as eigenschappen
from kaartgen.weergave import pptx_verband as verband
from kaartgen.weergave.pptx_dia import dia
from kaartgen.weergave.pptx_notities import heeft_notities, notitiedia
from kaartgen.weergave.pptx_pakket import Lid, lid, pak
from kaartgen.weergave.pptx_sjabloon import EERSTE_LAYOUTNUMMER, layout
from kaartgen.weergave.pptx_tekst import met_nummer
from kaartgen.weergave.pptx_verband import Relatie
from kaartgen.weergave.pptx_xml import Koppelingen, Stijlboek

_VRIJ = 101
"""First relationship number that is surely free in the parts of the skeleton."""

_EERSTE_LINK = 3
"""In the relationships of a slide 1 is its layout and 2 its notes."""

_TYPEN = "[Content_Types].xml"
_WORTEL = "_rels/.rels"
_KERN = "docProps/core.xml"
_PROGRAMMA = "docProps/app.xml"
_EIGEN = "docProps/custom.xml"
_PRESENTATIE = "ppt/presentation.xml"
_PRESENTATIERELATIES = "ppt/_rels/presentation.xml.rels"
_MASTER = "ppt/slideMasters/slideMaster1.xml"
_MASTERRELATIES = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
_GEVULD = {_TYPEN, _WORTEL, _KERN, _PROGRAMMA, _PRESENTATIE, _PRESENTATIERELATIES, _MASTER, _MASTERRELATIES}
"""Parts of the skeleton that every document fills in its own way."""


class PptxSchrijver:
    """Writes documents as PPTX; what documents share is made once, so use one for a whole build."""

    def __init__(self) -> None:
        self._ateliers: dict[tuple[Thema, str], _Atelier] = {}

    def schrijf(self, document: Document, moment: datetime) -> bytes:
        """Give the file. The same document and moment give the same bytes.

        A link to a page that is not in the document is drawn as plain text.
        Raises ValueError when there is no page or when pages differ in size.
        """
        if len({pagina.maat for pagina in document.paginas}) != 1:
            raise ValueError("Een presentatie heeft minstens één pagina en al haar pagina's zijn even groot.")
        sleutel = (document.thema, document.taal)
        atelier = self._ateliers.get(sleutel)
        if atelier is None:
            atelier = self._ateliers[sleutel] = _Atelier(*sleutel)
        return pak(atelier.leden(document, moment))


@dataclass(slots=True)
class _Dia:
    """One slide for every document that holds the same of the pages it links to, packed by its number."""

    xml: str
    links: dict[tuple[str, str], str]
    leden: dict[int, Lid] = field(default_factory=dict)

    def lid(self, nummer: int) -> Lid:
        """Give the slide with this number, packed."""
        deel = self.leden.get(nummer)
        if deel is None:
            deel = self.leden[nummer] = lid(met_nummer(self.xml, nummer).encode())
        return deel


@dataclass(slots=True)
class _Blad:
    """A page with all that is made of it; holding the page keeps its identity from being used again."""

    pagina: Pagina
    grond: Ondergrond
    notities: Lid | None
    gevraagd: frozenset[str] = frozenset()
    dias: dict[frozenset[str], _Dia] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Skelet:
    """A package without slides: parts to fill in (`open`) and parts that stay as they are (`vast`)."""

    open: dict[str, str]
    vast: tuple[tuple[str, Lid], ...]


@dataclass(frozen=True, slots=True)
class _Layout:
    """A slide layout and the addresses outside that it links to."""

    xml: Lid
    relaties: Lid


class _Atelier:
    """Where the parts of documents with one theme and one language are made and kept."""

    def __init__(self, thema: Thema, taal: str) -> None:
        # python-pptx loads slowly; only who really writes a PPTX waits for it.
        from kaartgen.weergave.pptx_skelet import Sjabloon

        self._boek = Stijlboek(thema, taal)
        self._sjabloon = Sjabloon()
        self._gelijke: dict[Ondergrond, Ondergrond] = {}
        self._gronden: dict[int, tuple[Ondergrond, Ondergrond]] = {}
        self._skeletten: dict[int, _Skelet] = {}
        self._layouts: dict[int, _Layout] = {}
        self._bladen: dict[int, _Blad] = {}
        self._leden: dict[str, Lid] = {}

    def leden(self, document: Document, moment: datetime) -> Iterator[tuple[str, Lid]]:
        """Give the members of the file in their order."""
        bladen = [self._blad(pagina) for pagina in document.paginas]
        gebruik = Counter(id(blad.grond) for blad in bladen)
        gronden = {id(blad.grond): blad.grond for blad in bladen}
        # The master looks like the layout that most pages use.
        skelet = self._skelet(gronden[gebruik.most_common(1)[0][0]])
        layouts = {sleutel: rang for rang, sleutel in enumerate(gronden, 1)}
        notities = [rang for rang, blad in enumerate(bladen, 1) if blad.notities]

        yield _TYPEN, self._lid(_typen(skelet, document, len(layouts), notities))
        yield _WORTEL, self._lid(_wortel(skelet, document))
        yield _KERN, self._lid(eigenschappen.kern(document, moment))
        yield _PROGRAMMA, self._lid(eigenschappen.programma(len(bladen), len(notities)))
        if document.eigenschappen:
            yield _EIGEN, self._lid(eigenschappen.eigen(document))

        dias = [Relatie(f"rId{_VRIJ + n}", "slide", f"slides/slide{n + 1}.xml") for n in range(len(bladen))]
        yield _PRESENTATIE, self._lid(verband.met_dias(skelet.open[_PRESENTATIE], dias, document))
        yield _PRESENTATIERELATIES, self._lid(verband.met_relaties(skelet.open[_PRESENTATIERELATIES], dias))

        rijen = [
            Relatie(f"rId{_VRIJ + rang}", "slideLayout", f"../slideLayouts/slideLayout{rang}.xml")
            for rang in layouts.values()
        ]
        yield _MASTER, self._lid(verband.met_layouts(skelet.open[_MASTER], rijen, EERSTE_LAYOUTNUMMER))
        yield _MASTERRELATIES, self._lid(verband.met_relaties(skelet.open[_MASTERRELATIES], rijen))
        yield from skelet.vast
        for sleutel, rang in layouts.items():
            gemaakt = self._layout(gronden[sleutel])
            yield f"ppt/slideLayouts/slideLayout{rang}.xml", gemaakt.xml
            yield f"ppt/slideLayouts/_rels/slideLayout{rang}.xml.rels", gemaakt.relaties
        yield from self._dias(bladen, layouts)

    def _dias(self, bladen: Sequence[_Blad], layouts: dict[int, int]) -> Iterator[tuple[str, Lid]]:
        """Give the slides and their notes, numbered as they come."""
        plekken = {blad.pagina.id: rang for rang, blad in enumerate(bladen, 1)}
        aanwezig = frozenset(plekken)
        for rang, blad in enumerate(bladen, 1):
            gemaakt = self._dia(blad, aanwezig)
            rijen = [
                Relatie("rId1", "slideLayout", f"../slideLayouts/slideLayout{layouts[id(blad.grond)]}.xml")
            ]
            if blad.notities:
                rijen.append(Relatie("rId2", "notesSlide", f"../notesSlides/notesSlide{rang}.xml"))
                terug = [
                    Relatie("rId1", "notesMaster", "../notesMasters/notesMaster1.xml"),
                    Relatie("rId2", "slide", f"../slides/slide{rang}.xml"),
                ]
                yield f"ppt/notesSlides/notesSlide{rang}.xml", blad.notities
                yield f"ppt/notesSlides/_rels/notesSlide{rang}.xml.rels", self._lid(verband.relaties(terug))
            rijen += (
                Relatie(relatie, "slide", f"slide{plekken[pagina]}.xml")
                if pagina
                else Relatie(relatie, "hyperlink", adres, buiten=True)
                for (pagina, adres), relatie in gemaakt.links.items()
            )
            yield f"ppt/slides/slide{rang}.xml", gemaakt.lid(rang)
            yield f"ppt/slides/_rels/slide{rang}.xml.rels", self._lid(verband.relaties(rijen))

    def _blad(self, pagina: Pagina) -> _Blad:
        blad = self._bladen.get(id(pagina))
        if blad is None:
            notities = lid(notitiedia(pagina, self._boek.taal).encode()) if heeft_notities(pagina) else None
            blad = self._bladen[id(pagina)] = _Blad(pagina, self._grond(pagina.ondergrond), notities)
        return blad

    def _grond(self, grond: Ondergrond) -> Ondergrond:
        """Give the first ondergrond that is equal to this one, so that equals share a layout."""
        bekend = self._gronden.get(id(grond))
        if bekend is None:
            bekend = self._gronden[id(grond)] = (grond, self._gelijke.setdefault(grond, grond))
        return bekend[1]

    def _dia(self, blad: _Blad, aanwezig: frozenset[str]) -> _Dia:
        gemaakt = blad.dias.get(blad.gevraagd & aanwezig)
        if gemaakt is None:
            koppelingen = Koppelingen(aanwezig, _EERSTE_LINK)
            xml = dia(blad.pagina, self._boek, koppelingen)
            blad.gevraagd = frozenset(koppelingen.gevraagd)
            gemaakt = _Dia(xml, koppelingen.relaties)
            blad.dias[blad.gevraagd & aanwezig] = gemaakt
        return gemaakt

    def _layout(self, grond: Ondergrond) -> _Layout:
        gemaakt = self._layouts.get(id(grond))
        if gemaakt is None:
            koppelingen = Koppelingen(frozenset(), 2)
            xml = layout(grond, self._boek, koppelingen)
            rijen = [Relatie("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")]
            rijen += (
                Relatie(relatie, "hyperlink", adres, buiten=True)
                for (_, adres), relatie in koppelingen.relaties.items()
            )
            gemaakt = self._layouts[id(grond)] = _Layout(
                lid(xml.encode()), self._lid(verband.relaties(rijen))
            )
        return gemaakt

    def _skelet(self, grond: Ondergrond) -> _Skelet:
        skelet = self._skeletten.get(id(grond))
        if skelet is None:
            delen = self._sjabloon.leden(self._boek, grond)
            skelet = self._skeletten[id(grond)] = _Skelet(
                {naam: delen[naam].decode() for naam in _GEVULD},
                tuple((naam, lid(deel)) for naam, deel in delen.items() if naam not in _GEVULD),
            )
        return skelet

    def _lid(self, xml: str) -> Lid:
        """Pack a small part that often comes back word for word."""
        deel = self._leden.get(xml)
        if deel is None:
            deel = self._leden[xml] = lid(xml.encode())
        return deel


def _typen(skelet: _Skelet, document: Document, layouts: int, notities: Sequence[int]) -> str:
    delen = [(f"ppt/slideLayouts/slideLayout{rang}.xml", "slideLayouts") for rang in range(1, layouts + 1)]
    delen += [(f"ppt/slides/slide{rang}.xml", "slides") for rang in range(1, len(document.paginas) + 1)]
    delen += [(f"ppt/notesSlides/notesSlide{rang}.xml", "notesSlides") for rang in notities]
    if document.eigenschappen:
        delen.append((_EIGEN, "custom"))
    return verband.met_typen(skelet.open[_TYPEN], delen)


def _wortel(skelet: _Skelet, document: Document) -> str:
    eigen = [Relatie(f"rId{_VRIJ}", "custom-properties", _EIGEN)] if document.eigenschappen else []
    return verband.met_relaties(skelet.open[_WORTEL], eigen)
