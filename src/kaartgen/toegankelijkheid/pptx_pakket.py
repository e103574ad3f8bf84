"""From the bytes of a PPTX file to its XML parts, opened with bounds.

A file may be broken or made to do harm: a small ZIP can unpack to gigabytes, and XML can define words that
grow. So only the two ways of packing that the format knows are unpacked (ISO/IEC 29500-2, 7.3.9), as far as
a limit, and a part that declares a document type is not read (ISO/IEC 29500-2, 6.2.5 forbids it).
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from kaartgen.toegankelijkheid.bevinding import Bevinding

MAX_LEDEN = 20_000
MAX_DEEL = 8_000_000
"""Most bytes of one XML part, unpacked."""

MAX_TAGS_DEEL, MAX_TAGS = 400_000, 1_500_000
"""Most tags in one XML part, and in all that are read of one file."""

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRIKT = {
    "http://purl.oclc.org/ooxml/drawingml/main": A[1:-1],
    "http://purl.oclc.org/ooxml/presentationml/main": P[1:-1],
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1],
}
"""Names of the strict form of the format (ISO/IEC 29500-1), with those of the usual form (29500-4)."""

_VERSLEUTELD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file with a password begins: it is a compound file around the encrypted package."""

_DOCTYPE = re.compile(r"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_ONLEESBAAR = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    LookupError,
    EOFError,
    OverflowError,
)
"""What damage can make zipfile raise."""

_HEEL = "Open het bestand in PowerPoint en bewaar het opnieuw als presentatie (.pptx)."
_NORM = "WCAG 2.1, 4.1.1"


class NietTeKeuren(Exception):
    """The file cannot be looked at; `bevinding` says why."""

    def __init__(self, regel: str, tekst: str, raad: str = _HEEL, norm: str = _NORM) -> None:
        super().__init__(tekst)
        self.bevinding = Bevinding("bestand", regel, tekst, raad, norm)


class Relatie(NamedTuple):
    """Relationship of a part: the last word of its type, its target (the name of a part, or an address
    when `buiten`)."""

    soort: str
    doel: str
    buiten: bool


@dataclass
class Pakket:
    """An opened file. Parts are unpacked and read when they are asked for, and not kept."""

    archief: zipfile.ZipFile
    namen: frozenset[str]
    tags: int = 0

    def xml(self, naam: str) -> Element | None:
        """Give the root of a part, or None when it is not there. Raises NietTeKeuren for a bad part."""
        if naam not in self.namen:
            return None
        tekst = _als_tekst(naam, self._bytes(naam))
        if _DOCTYPE.search(tekst):
            raise NietTeKeuren("xml-gevaarlijk", f"Het deel ‘{naam}’ legt eigen woorden vast; dat mag niet.")
        tags = tekst.count("<")
        self.tags += tags
        if tags > MAX_TAGS_DEEL or self.tags > MAX_TAGS:
            raise NietTeKeuren("te-groot", f"Het deel ‘{naam}’ is groter dan een dia ooit is.")
        for strikt, gewoon in _STRIKT.items():
            tekst = tekst.replace(f'"{strikt}"', f'"{gewoon}"')
        try:
            # Text, and not bytes: then no declaration can choose another way to read the characters.
            return ElementTree.fromstring(tekst)
        except (ElementTree.ParseError, ValueError) as fout:
            raise NietTeKeuren("beschadigd", f"Het deel ‘{naam}’ is beschadigd.") from fout

    def verwanten(self, naam: str) -> dict[str, Relatie]:
        """Give the relationships of a part, by their id."""
        map_, bestand = posixpath.split(naam)
        wortel = self.xml(posixpath.join(map_, "_rels", f"{bestand}.rels"))
        gevonden: dict[str, Relatie] = {}
        for rij in wortel if wortel is not None else ():
            soort, doel = rij.get("Type", "").rsplit("/", 1)[-1], rij.get("Target", "")
            buiten = rij.get("TargetMode") == "External"
            if not buiten:
                doel = posixpath.normpath(posixpath.join("/", map_, doel)).lstrip("/")
            gevonden[rij.get("Id", "")] = Relatie(soort, doel, buiten)
        return gevonden

    def verwant(self, naam: str, soort: str) -> str:
        """Give the target of the first relationship of a kind, or ''."""
        rijen = self.verwanten(naam).values()
        return next((rij.doel for rij in rijen if rij.soort == soort and not rij.buiten), "")

    @cached_property
    def presentatie(self) -> str:
        """Name of the main part."""
        return self.verwant("", "officeDocument")

    def _bytes(self, naam: str) -> bytes:
        try:
            lid = self.archief.getinfo(naam)
            if lid.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise NietTeKeuren("beschadigd", f"Het deel ‘{naam}’ is ingepakt op een manier die niet mag.")
            with self.archief.open(lid) as stroom:
                inhoud = stroom.read(MAX_DEEL + 1)
        except _ONLEESBAAR as fout:
            raise NietTeKeuren("beschadigd", f"Het deel ‘{naam}’ gaat niet open.") from fout
        if len(inhoud) > MAX_DEEL:
            raise NietTeKeuren("te-groot", f"Het deel ‘{naam}’ is groter dan {MAX_DEEL // 1_000_000} MB.")
        return inhoud


def open_pakket(inhoud: bytes) -> Pakket:
    """Open a file. Raises NietTeKeuren when it is no presentation that can be read."""
    if inhoud.startswith(_VERSLEUTELD):
        raise NietTeKeuren(
            "beveiligd",
            "Het bestand is beveiligd of in een oude vorm; hulpmiddelen kunnen er niet bij.",
            "Haal het wachtwoord weg, of bewaar het bestand als .pptx.",
            "WCAG 2.1, 4.1.2; PowerPoint ‘Document access restricted’",
        )
    try:
        archief = zipfile.ZipFile(io.BytesIO(inhoud))
        namen = archief.namelist()
    except _ONLEESBAAR as fout:
        raise NietTeKeuren(
            "geen-pptx", "Dit is geen presentatie (.pptx), of het bestand is beschadigd."
        ) from fout
    if len(namen) > MAX_LEDEN:
        raise NietTeKeuren("te-groot", f"Het bestand heeft meer dan {MAX_LEDEN} delen.")
    pakket = Pakket(archief, frozenset(namen))
    hoofd = pakket.xml(pakket.presentatie)
    if hoofd is None or hoofd.tag != f"{P}presentation":
        raise NietTeKeuren("geen-pptx", "In dit bestand zit geen presentatie.")
    return pakket


def _als_tekst(naam: str, inhoud: bytes) -> str:
    """Give the characters of a part: UTF-8, or UTF-16 with its mark (ISO/IEC 29500-2, 6.2.5)."""
    codering = "utf-16" if inhoud[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return inhoud.decode(codering)
    except UnicodeDecodeError as fout:
        raise NietTeKeuren("beschadigd", f"Het deel ‘{naam}’ bevat tekens die niet te lezen zijn.") from fout
