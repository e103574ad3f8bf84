"""From the bytes of an office file (a ZIP with XML, ISO/IEC 29500-2) to its parts, within bounds.

Nothing is ever unpacked to disk, no macro runs, no address outside the file is followed. Whatever is wrong
with the file is a Melding, raised as Fouten.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from kaartgen.meldingen import Fouten, Melding, Plek

MAX_BESTAND = 100_000_000
MAX_LEDEN = 5_000
MAX_DEEL = 8_000_000
MAX_SAMEN = 100_000_000
"""Bytes of a file, parts in it, bytes of one part unpacked, and of all parts that are read together."""

TYPEN = "[Content_Types].xml"
_INGEPAKT = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LID = b"PK\x01\x02"
"""Signature of each entry in the list of a ZIP (APPNOTE.TXT 4.3.12)."""
_VERSLEUTELD = 0x1
_KAPOT = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    OSError,
)
"""What zipfile raises for a broken file in memory."""

_EIGENSCHAPPEN = ("custom-properties", "customProperties")
"""How the two dialects of ISO/IEC 29500 name that relationship: transitional and strict."""

_OPNIEUW = "Open het in het programma waarmee je het bewerkte en bewaar het opnieuw, onder een andere naam."


def weiger(bestand: str, code: str, tekst: str, raad: str = _OPNIEUW) -> Fouten:
    """Give the exception that says why a file as a whole is not read."""
    return Fouten([Melding(Plek(bestand), code, tekst, raad)])


def naam(element: etree._Element) -> str:
    """Give the name of an element without its namespace, which differs between the dialects of ISO 29500."""
    return str(element.tag).rpartition("}")[2]


def alle(element: etree._Element, *namen: str) -> Iterator[etree._Element]:
    """Give all elements below this one that have one of these names, in the order of the file."""
    return element.iter(*(f"{{*}}{een}" for een in namen))


@dataclass(frozen=True, slots=True)
class Relatie:
    """What a part refers to: the end of the type (`notesSlide`) and the name of the other part."""

    soort: str
    doel: str


class Pakket:
    """The parts of one file; `bestand` is its name as users know it."""

    def __init__(self, inhoud: bytes, bestand: str) -> None:
        self.bestand = bestand
        self._over = MAX_SAMEN
        if len(inhoud) > MAX_BESTAND:
            mb = MAX_BESTAND // 1_000_000
            raise weiger(bestand, "bestand-te-groot", f"Dit bestand is groter dan {mb} MB.")
        if inhoud.count(_LID) > MAX_LEDEN:
            raise weiger(bestand, "bestand-te-groot", f"Dit bestand heeft meer dan {MAX_LEDEN} delen.")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(inhoud))
            leden = self._zip.infolist()
        except _KAPOT as fout:
            raise self._kapot() from fout
        for lid in leden:
            if lid.filename.startswith("/") or ".." in lid.filename.split("/") or "\\" in lid.filename:
                tekst = "Een deel van dit bestand heeft een naam die naar een andere map wijst."
                raise weiger(bestand, "bestand-vreemd", tekst)
        self.namen = frozenset(lid.filename for lid in leden)
        if len(self.namen) != len(leden):
            raise weiger(bestand, "bestand-vreemd", "Twee delen van dit bestand hebben dezelfde naam.")

    def lees(self, deel: str) -> bytes:
        """Give the bytes of a part. Raises Fouten when it is missing, broken, locked or too big."""
        try:
            lid = self._zip.getinfo(deel)
        except KeyError as fout:
            raise self._kapot(f" Het deel {deel} ontbreekt.") from fout
        if lid.flag_bits & _VERSLEUTELD:
            tekst = "Dit bestand is met een wachtwoord beveiligd."
            raise weiger(self.bestand, "bestand-op-slot", tekst, "Bewaar het zonder wachtwoord.")
        if lid.compress_type not in _INGEPAKT:
            raise self._kapot()
        try:
            with self._zip.open(lid) as stroom:
                # One byte more than allowed tells that there is more, whatever the list of the ZIP says.
                ruw = stroom.read(min(MAX_DEEL, self._over) + 1)
        except _KAPOT as fout:
            raise self._kapot() from fout
        self._over -= len(ruw)
        if len(ruw) > MAX_DEEL or self._over < 0:
            tekst = f"Het deel {deel} wordt uitgepakt te groot om te lezen."
            raise weiger(self.bestand, "bestand-te-groot", tekst)
        return ruw

    def xml(self, deel: str) -> etree._Element:
        """Give the root of a part that is XML. Raises Fouten, also for a document type definition."""
        ruw = self.lees(deel)
        # Office files have no DTD (ISO/IEC 29500-2, 9.1.7); with one, entities could grow without bound.
        # Without the zero bytes the mark shows in UTF-16 and UTF-32 too.
        if b"<!DOCTYPE" in ruw.replace(b"\0", b"") or b"<!ENTITY" in ruw:
            tekst = f"In het deel {deel} staan definities die niet in zo’n bestand horen."
            raise weiger(self.bestand, "bestand-vreemd", tekst)
        ontleder = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            wortel = etree.fromstring(ruw, ontleder)
        except (etree.XMLSyntaxError, ValueError, LookupError) as fout:
            raise self._kapot(f" Het deel {deel} is onleesbaar.") from fout
        if wortel.getroottree().docinfo.internalDTD is not None:
            raise self._kapot()
        return wortel

    def relaties(self, deel: str = "") -> dict[str, Relatie]:
        """Give what a part (or the file itself) refers to by id, as names of parts, never of addresses."""
        map_, los = posixpath.split(deel)
        bestand = posixpath.join(map_, "_rels", f"{los}.rels")
        if bestand not in self.namen:
            return {}
        gevonden = {}
        for rij in alle(self.xml(bestand), "Relationship"):
            doel = posixpath.normpath(posixpath.join("/", map_, rij.get("Target", ""))).lstrip("/")
            soort = rij.get("Type", "").rpartition("/")[2]
            gevonden[rij.get("Id", "")] = Relatie(soort, doel)
        return gevonden

    def eigenschappen(self) -> dict[str, str]:
        """Give the properties that were added to the file: name and text."""
        gevonden: dict[str, str] = {}
        for relatie in self.relaties().values():
            if relatie.soort in _EIGENSCHAPPEN and relatie.doel in self.namen:
                for een in alle(self.xml(relatie.doel), "property"):
                    gevonden[een.get("name", "")] = "".join(str(deel) for deel in een.itertext())
        return gevonden

    def _kapot(self, waarom: str = "") -> Fouten:
        return weiger(self.bestand, "bestand-kapot", f"Dit bestand is beschadigd of niet compleet.{waarom}")
