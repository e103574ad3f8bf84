"""Metadata of a file (XMP, ISO 16684-1) as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from pikepdf import PdfError, Stream

from kaartgen.drukkeuring.ontpakken import TeGroot, lees

MAX_XMP = 2_000_000
PDFX = "pdfxid"
RUIMTEN = {
    "http://www.npes.org/pdfx/ns/id/": PDFX,
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
}
BESCHRIJVING = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description"


@dataclass(frozen=True, slots=True)
class Xmp:
    """Values by the name of their schema and their own."""

    waarden: Mapping[tuple[str, str], str]

    def waarde(self, ruimte: str, veldnaam: str) -> str:
        """Give a value; empty when it is not there."""
        return self.waarden.get((ruimte, veldnaam), "")


def lees_xmp(stroom: object) -> Xmp | None:
    """Read metadata; None when there is none or when it is no XML, or has entities of its own."""
    if not isinstance(stroom, Stream):
        return None
    try:
        bytes_ = lees(stroom, MAX_XMP)
        if b"<!" in bytes_.replace(b"<!--", b""):
            return None
        boom = ElementTree.fromstring(bytes_)
    except (TeGroot, PdfError, ElementTree.ParseError, ValueError):
        return None
    waarden: dict[tuple[str, str], str] = {}
    for beschrijving in boom.iter(BESCHRIJVING):
        for naam, waarde in beschrijving.attrib.items():
            _zet(waarden, naam, waarde)
        for deel in beschrijving:
            _zet(waarden, deel.tag, "".join(deel.itertext()))
    return Xmp(waarden)


def _zet(waarden: dict[tuple[str, str], str], naam: str, waarde: str) -> None:
    adres, _, eigen = naam.removeprefix("{").rpartition("}")
    if adres in RUIMTEN:
        waarden[RUIMTEN[adres], eigen] = waarde.strip()
