"""What ties the parts of a PPTX file together: relationships, content types and the list of slides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from kaartgen.scene import Document
from kaartgen.weergave.pptx_xml import XML_KOP, guid, nummer, waarde

_SOORT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPE = "application/vnd.openxmlformats-officedocument."
_EERSTE_DIANUMMER = 256
_AANTAL_DIANUMMERS = 1 << 30
"""Ids of slides run from 256 to 2^31 (ECMA-376 part 1, 19.7.13)."""

_WAAR = {False: "", True: ' TargetMode="External"'}

DEELTYPEN = {
    "slides": "presentationml.slide+xml",
    "slideLayouts": "presentationml.slideLayout+xml",
    "notesSlides": "presentationml.notesSlide+xml",
    "custom": "custom-properties+xml",
}


class Relatie(NamedTuple):
    """Relationship of a part: its id, the end of its type, its target and whether that lies outside."""

    id: str
    soort: str
    doel: str
    buiten: bool = False


def relaties(rijen: Iterable[Relatie]) -> str:
    """Give the relationships of a part that has no others."""
    begin = f'{XML_KOP}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    return met_relaties(f"{begin}</Relationships>", rijen)


def met_relaties(xml: str, rijen: Iterable[Relatie]) -> str:
    """Give relationships with these added at the end."""
    nieuw = "".join(
        f'<Relationship Id="{rij.id}" Type="{_SOORT}{rij.soort}" '
        f'Target="{waarde(rij.doel)}"{_WAAR[rij.buiten]}/>'
        for rij in rijen
    )
    return xml.replace("</Relationships>", f"{nieuw}</Relationships>")


def met_typen(xml: str, delen: Iterable[tuple[str, str]]) -> str:
    """Give the content types with these parts added: name of the part and a key of DEELTYPEN."""
    nieuw = "".join(
        f'<Override PartName="/{naam}" ContentType="{_TYPE}{DEELTYPEN[soort]}"/>' for naam, soort in delen
    )
    return xml.replace("</Types>", f"{nieuw}</Types>")


def met_layouts(xml: str, rijen: Sequence[Relatie], eerste_nummer: int) -> str:
    """Give the master with its list of layouts filled."""
    lijst = "".join(
        f'<p:sldLayoutId id="{eerste_nummer + plek}" r:id="{rij.id}"/>' for plek, rij in enumerate(rijen)
    )
    return xml.replace("<p:sldLayoutIdLst/>", f"<p:sldLayoutIdLst>{lijst}</p:sldLayoutIdLst>")


def met_dias(xml: str, rijen: Sequence[Relatie], document: Document) -> str:
    """Give presentation.xml with its slides and, where pages name one, its sections."""
    bezet: set[int] = set()
    nummers = [nummer(pagina.id, bezet, _EERSTE_DIANUMMER, _AANTAL_DIANUMMERS) for pagina in document.paginas]
    lijst = "".join(
        f'<p:sldId id="{getal}" r:id="{rij.id}"/>' for getal, rij in zip(nummers, rijen, strict=True)
    )
    xml = xml.replace("<p:sldIdLst/>", f"<p:sldIdLst>{lijst}</p:sldIdLst>")
    return xml.replace("</p:presentation>", f"{_secties(document, nummers)}</p:presentation>")


def _secties(document: Document, nummers: Sequence[int]) -> str:
    """Give the sections: pages in a row with the same deel; a page without one stays in the last.

    Each has a name of its own: one that comes back gets a number.
    """
    if not any(pagina.deel for pagina in document.paginas):
        return ""
    gevonden = []
    keren: Counter[str] = Counter()
    paren = zip(nummers, _delen(document), strict=True)
    for rang, (naam, groep) in enumerate(groupby(paren, key=itemgetter(1))):
        dias = "".join(f'<p14:sldId id="{getal}"/>' for getal, _ in groep)
        sleutel = guid(f"sectie {rang} {naam}")
        keren[naam] += 1
        eigen = f"{naam} ({keren[naam]})" if keren[naam] > 1 else naam
        gevonden.append(
            f'<p14:section name="{waarde(eigen)}" id="{sleutel}">'
            f"<p14:sldIdLst>{dias}</p14:sldIdLst></p14:section>"
        )
    return (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
        '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
        f"{''.join(gevonden)}</p14:sectionLst></p:ext></p:extLst>"
    )


def _delen(document: Document) -> list[str]:
    """Give for each page the name of its section; before the first deel that is the title of the document."""
    namen: list[str] = []
    for pagina in document.paginas:
        namen.append(pagina.deel or (namen[-1] if namen else document.titel))
    return namen
