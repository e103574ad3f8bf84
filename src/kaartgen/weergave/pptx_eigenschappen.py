"""What a PPTX file tells about itself: docProps/core.xml, app.xml and custom.xml."""

from __future__ import annotations

from datetime import UTC, datetime

from kaartgen import __version__
from kaartgen.scene import Document
from kaartgen.weergave.pptx_xml import XML_KOP, inhoud, waarde

PROGRAMMA = "kaartgen"
_SOORT_EIGENSCHAP = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_EERSTE_PID = 2


def kern(document: Document, moment: datetime) -> str:
    """Give the core properties (ECMA-376 part 2, 11); a moment without time zone counts as UTC."""
    tijd = (moment.astimezone(UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f"{XML_KOP}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{inhoud(document.titel)}</dc:title><dc:subject>{inhoud(document.onderwerp)}</dc:subject>"
        f"<dc:creator>{inhoud(document.maker)}</dc:creator>"
        f"<cp:keywords>{inhoud('; '.join(document.trefwoorden))}</cp:keywords>"
        f"<cp:lastModifiedBy>{inhoud(document.maker)}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{tijd}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{tijd}</dcterms:modified>'
        f"<dc:language>{inhoud(document.taal)}</dc:language></cp:coreProperties>"
    )


def programma(dias: int, notities: int) -> str:
    """Give the properties of the program that made the file; a version reads X.YYYY there."""
    hoofd, neven, herstel = [*__version__.split("."), "0", "0"][:3]
    return (
        f'{XML_KOP}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{PROGRAMMA}</Application><Slides>{dias}</Slides><Notes>{notities}</Notes>"
        f"<HiddenSlides>0</HiddenSlides><AppVersion>{hoofd}.{neven:0>2}{herstel:0>2}</AppVersion></Properties>"
    )


def eigen(document: Document) -> str:
    """Give the properties that kaartgen adds to a document."""
    regels = "".join(
        f'<property fmtid="{_SOORT_EIGENSCHAP}" pid="{pid}" name="{waarde(eigenschap.naam)}">'
        f"<vt:lpwstr>{inhoud(eigenschap.waarde)}</vt:lpwstr></property>"
        for pid, eigenschap in enumerate(document.eigenschappen, _EERSTE_PID)
    )
    return (
        f"{XML_KOP}<Properties "
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{regels}</Properties>'
    )
