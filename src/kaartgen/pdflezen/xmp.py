"""Metadata of a PDF (XMP, ISO 16684-1) as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from pikepdf import PdfError, Stream

from kaartgen.pdflezen.ontpakken import TeGroot, lees

MAX_XMP = 2_000_000
DC = "http://purl.org/dc/elements/1.1/"
"""Address of the schema with the title and the language."""

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
UITBREIDING = "{http://www.aiim.org/pdfa/ns/schema#}namespaceURI"


@dataclass(frozen=True, slots=True)
class Xmp:
    """Values by the address of their schema and their name, each with its parts; `beschreven` holds the
    addresses of the schemas that the metadata describe themselves (ISO 19005-2, 6.6.2.3)."""

    waarden: Mapping[str, tuple[str, ...]]
    beschreven: frozenset[str]

    def waarde(self, schema: str, veldnaam: str) -> str:
        """Give the first part of a value; empty when it is not there."""
        return (self.delen(schema, veldnaam) or ("",))[0]

    def delen(self, schema: str, veldnaam: str) -> tuple[str, ...]:
        """Give all parts of a value."""
        return self.waarden.get(f"{{{schema}}}{veldnaam}", ())


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
    waarden: dict[str, tuple[str, ...]] = {}
    for beschrijving in boom.iter(f"{RDF}Description"):
        waarden |= {naam: (waarde,) for naam, waarde in beschrijving.attrib.items()}
        for deel in beschrijving:
            delen = tuple((een.text or "").strip() for een in deel.iter(f"{RDF}li"))
            waarden[deel.tag] = delen or ("".join(deel.itertext()).strip(),)
    return Xmp(waarden, frozenset((een.text or "").strip() for een in boom.iter(UITBREIDING)))
