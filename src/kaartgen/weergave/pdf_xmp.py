"""XMP metadata (ISO 16684-1): what PDF/X-4 and PDF/A-2b ask of a file for a press, PDF/UA-1 and PDF/A-2a of a
file for the screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from kaartgen.scene import Document, Drukwerk
from kaartgen.weergave.pdf_bestand import MAKER

DC = "http://purl.org/dc/elements/1.1/"
XMP = "http://ns.adobe.com/xap/1.0/"
PDF = "http://ns.adobe.com/pdf/1.3/"
PDFX = "http://www.npes.org/pdfx/ns/id/"
PDFUA = "http://www.aiim.org/pdfua/ns/id/"
PDFA = "http://www.aiim.org/pdfa/ns/id/"
UITBREIDING = "http://www.aiim.org/pdfa/ns/extension/"
SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
EIGENSCHAP = "http://www.aiim.org/pdfa/ns/property#"
"""Names of the schemas: identification of PDF/X (ISO 15930-7, 6.4), PDF/UA (ISO 14289-1, 5) and PDF/A (ISO
19005-2, 6.6.4), and the description of schemas that PDF/A does not know by itself (ISO 19005-2, 6.6.2.3)."""


def xmp_scherm(document: Document, moment: datetime, producent: str) -> str:
    """Give the packet of a tagged file."""
    talen = f"<dc:language><rdf:Bag><rdf:li>{escape(document.taal)}</rdf:li></rdf:Bag></dc:language>"
    trefwoorden = escape(", ".join(document.trefwoorden))
    delen = [
        _beschrijving({"dc": DC}, _werk(document) + talen),
        _beschrijving({"xmp": XMP}, _tijden(_tijd(moment))),
        _beschrijving(
            {"pdf": PDF},
            f"<pdf:Producer>{escape(producent)}</pdf:Producer><pdf:Keywords>{trefwoorden}</pdf:Keywords>"
            "<pdf:Trapped>False</pdf:Trapped>",
        ),
        _beschrijving({"pdfuaid": PDFUA}, "<pdfuaid:part>1</pdfuaid:part>"),
        _conform("A"),
        _uitbreidingen(
            _schema("PDF/UA identification", PDFUA, "pdfuaid", "part", "Part of PDF/UA", "Integer"),
            TRAPPED,
        ),
    ]
    return _pakket(delen)


def xmp_druk(werk: Drukwerk, moment: datetime, producent: str, pdfa: bool) -> str:
    """Give the packet of a file for a press; its identifier follows from its title and moment."""
    tijd = _tijd(moment)
    kenmerk = uuid5(NAMESPACE_URL, f"{werk.titel} {tijd} {len(werk.vellen)}")
    delen = [
        _beschrijving({"dc": DC}, _werk(werk)),
        _beschrijving({"xmp": XMP}, _tijden(tijd)),
        _beschrijving(
            {"xmpMM": "http://ns.adobe.com/xap/1.0/mm/"},
            f"<xmpMM:DocumentID>uuid:{kenmerk}</xmpMM:DocumentID>"
            "<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
        ),
        _beschrijving(
            {"pdf": PDF},
            f"<pdf:Producer>{escape(producent)}</pdf:Producer><pdf:Trapped>False</pdf:Trapped>",
        ),
        _beschrijving({"pdfxid": PDFX}, "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"),
    ]
    if pdfa:
        pdfx = _schema("PDF/X identification", PDFX, "pdfxid", "GTS_PDFXVersion", "Version of PDF/X")
        delen += [_conform("B"), _uitbreidingen(pdfx, TRAPPED)]
    return _pakket(delen)


def _pakket(delen: Iterable[str]) -> str:
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        + "\n".join(delen)
        + '\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    )


def _tijd(moment: datetime) -> str:
    zone = moment.strftime("%z")
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + (f"{zone[:3]}:{zone[3:5]}" if zone else "")


def _tijden(tijd: str) -> str:
    return (
        f"<xmp:CreateDate>{tijd}</xmp:CreateDate><xmp:ModifyDate>{tijd}</xmp:ModifyDate>"
        f"<xmp:MetadataDate>{tijd}</xmp:MetadataDate><xmp:CreatorTool>{MAKER}</xmp:CreatorTool>"
    )


def _werk(werk: Document | Drukwerk) -> str:
    """Say what the file is about and who made it."""
    return (
        "<dc:format>application/pdf</dc:format>"
        f"<dc:title>{_alt(werk.titel)}</dc:title>"
        f"<dc:creator><rdf:Seq><rdf:li>{escape(werk.maker)}</rdf:li></rdf:Seq></dc:creator>"
        f"<dc:description>{_alt(werk.onderwerp)}</dc:description>"
    )


def _conform(niveau: str) -> str:
    """Say at which level the file is PDF/A-2."""
    return _beschrijving(
        {"pdfaid": PDFA}, f"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>{niveau}</pdfaid:conformance>"
    )


def _alt(tekst: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(tekst)}</rdf:li></rdf:Alt>'


def _beschrijving(ruimten: dict[str, str], inhoud: str) -> str:
    namen = "".join(f' xmlns:{naam}="{adres}"' for naam, adres in ruimten.items())
    return f'<rdf:Description rdf:about=""{namen}>{inhoud}</rdf:Description>'


def _uitbreidingen(*schemas: str) -> str:
    """Describe the properties that PDF/A does not know by itself."""
    return _beschrijving(
        {"pdfaExtension": UITBREIDING, "pdfaSchema": SCHEMA, "pdfaProperty": EIGENSCHAP},
        f"<pdfaExtension:schemas><rdf:Bag>{''.join(schemas)}</rdf:Bag></pdfaExtension:schemas>",
    )


def _schema(
    naam: str, adres: str, voorvoegsel: str, eigenschap: str, uitleg: str, soort: str = "Text"
) -> str:
    omschrijving = (
        f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{eigenschap}</pdfaProperty:name>'
        f"<pdfaProperty:valueType>{soort}</pdfaProperty:valueType>"
        "<pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{uitleg}</pdfaProperty:description></rdf:li>"
    )
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{naam}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{adres}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{voorvoegsel}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{omschrijving}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )


TRAPPED = _schema("Adobe PDF", PDF, "pdf", "Trapped", "Whether the file has been trapped")
