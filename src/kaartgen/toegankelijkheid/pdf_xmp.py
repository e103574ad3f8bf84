"""Metadata of a PDF (XMP, ISO 16684-1) as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from pikepdf import PdfError, Stream

from kaartgen.toegankelijkheid.pdf_ontpakken import TeGroot, lees

MAX_XMP = 2_000_000
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
RUIMTEN = {
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
}
UITBREIDING = "{http://www.aiim.org/pdfa/ns/schema#}namespaceURI"
ADRES_UA = "http://www.aiim.org/pdfua/ns/id/"


@dataclass(frozen=True, slots=True)
class Xmp:
    """Values by the prefix of their schema and their name, each with its parts; `beschrijft_ua` tells
    whether the schema of PDF/UA is described, as PDF/A wants of a schema it does not know."""

    waarden: Mapping[tuple[str, str], tuple[str, ...]]
    beschrijft_ua: bool

    def waarde(self, ruimte: str, veldnaam: str) -> str:
        """Give the first part of a value; empty when it is not there."""
        return (self.waarden.get((ruimte, veldnaam)) or ("",))[0]

    def delen(self, ruimte: str, veldnaam: str) -> tuple[str, ...]:
        """Give all parts of a value."""
        return self.waarden.get((ruimte, veldnaam), ())


def lees_xmp(stroom: object) -> Xmp | None:
    """Read metadata; None when there is none or when it is no XML, or has entities of its own."""
    if not isinstance(stroom, Stream):
        return None
    try:
        data = lees(stroom, MAX_XMP)
        if b"<!" in data.replace(b"<!--", b""):
            return None
        boom = ElementTree.fromstring(data)
    except (TeGroot, PdfError, ElementTree.ParseError, ValueError, LookupError):
        return None
    waarden: dict[tuple[str, str], tuple[str, ...]] = {}
    for beschrijving in boom.iter(f"{RDF}Description"):
        for naam, waarde in beschrijving.attrib.items():
            _zet(waarden, naam, (waarde,))
        for deel in beschrijving:
            delen = tuple((een.text or "").strip() for een in deel.iter(f"{RDF}li"))
            _zet(waarden, deel.tag, delen or (("".join(deel.itertext())).strip(),))
    adressen = {(een.text or "").strip() for een in boom.iter(UITBREIDING)}
    return Xmp(waarden, ADRES_UA in adressen)


def _zet(waarden: dict[tuple[str, str], tuple[str, ...]], naam: str, delen: tuple[str, ...]) -> None:
    adres, _, eigen = naam.removeprefix("{").rpartition("}")
    if adres in RUIMTEN:
        waarden[RUIMTEN[adres], eigen] = delen
