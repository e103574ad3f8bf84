"""XMP metadata of a file for a press (ISO 16684-1): what PDF/X-4 and PDF/A-2b ask for."""

from __future__ import annotations

from datetime import datetime
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from kaartgen.scene import Drukwerk
from kaartgen.weergave.pdf_bestand import MAKER

PDF = "http://ns.adobe.com/pdf/1.3/"
PDFX = "http://www.npes.org/pdfx/ns/id/"
PDFA = "http://www.aiim.org/pdfa/ns/id/"
UITBREIDING = "http://www.aiim.org/pdfa/ns/extension/"
SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
EIGENSCHAP = "http://www.aiim.org/pdfa/ns/property#"
"""Names of the schemas: PDF/X identification (ISO 15930-7, 6.4), PDF/A identification (ISO 19005-2, 6.6.4)
and the description of schemas that PDF/A does not know by itself (ISO 19005-2, 6.6.2.3)."""


def xmp(werk: Drukwerk, moment: datetime, producent: str, pdfa: bool) -> str:
    """Give the packet; the document's identifier follows from its title and moment."""
    tijd = moment.strftime("%Y-%m-%dT%H:%M:%S") + _zone(moment)
    kenmerk = uuid5(NAMESPACE_URL, f"{werk.titel} {tijd} {len(werk.vellen)}")
    delen = [
        _beschrijving(
            {"dc": "http://purl.org/dc/elements/1.1/"},
            "<dc:format>application/pdf</dc:format>"
            f"<dc:title>{_alt(werk.titel)}</dc:title>"
            f"<dc:creator><rdf:Seq><rdf:li>{escape(werk.maker)}</rdf:li></rdf:Seq></dc:creator>"
            f"<dc:description>{_alt(werk.onderwerp)}</dc:description>",
        ),
        _beschrijving(
            {"xmp": "http://ns.adobe.com/xap/1.0/"},
            f"<xmp:CreateDate>{tijd}</xmp:CreateDate><xmp:ModifyDate>{tijd}</xmp:ModifyDate>"
            f"<xmp:MetadataDate>{tijd}</xmp:MetadataDate><xmp:CreatorTool>{MAKER}</xmp:CreatorTool>",
        ),
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
        delen += [
            _beschrijving(
                {"pdfaid": PDFA}, "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
            ),
            _uitbreidingen(),
        ]
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        + "\n".join(delen)
        + '\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    )


def _zone(moment: datetime) -> str:
    zone = moment.strftime("%z")
    return f"{zone[:3]}:{zone[3:5]}" if zone else ""


def _alt(tekst: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(tekst)}</rdf:li></rdf:Alt>'


def _beschrijving(ruimten: dict[str, str], inhoud: str) -> str:
    namen = "".join(f' xmlns:{naam}="{adres}"' for naam, adres in ruimten.items())
    return f'<rdf:Description rdf:about=""{namen}>{inhoud}</rdf:Description>'


def _uitbreidingen() -> str:
    """Describe the properties that PDF/A does not know by itself."""
    schemas = _schema("PDF/X identification", PDFX, "pdfxid", "GTS_PDFXVersion", "Version of PDF/X")
    schemas += _schema("Adobe PDF", PDF, "pdf", "Trapped", "Whether the file has been trapped")
    return _beschrijving(
        {"pdfaExtension": UITBREIDING, "pdfaSchema": SCHEMA, "pdfaProperty": EIGENSCHAP},
        f"<pdfaExtension:schemas><rdf:Bag>{schemas}</rdf:Bag></pdfaExtension:schemas>",
    )


def _schema(naam: str, adres: str, voorvoegsel: str, eigenschap: str, uitleg: str) -> str:
    omschrijving = (
        f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{eigenschap}</pdfaProperty:name>'
        "<pdfaProperty:valueType>Text</pdfaProperty:valueType>"
        "<pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{uitleg}</pdfaProperty:description></rdf:li>"
    )
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{naam}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{adres}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{voorvoegsel}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{omschrijving}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )
