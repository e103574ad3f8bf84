"""From the bytes of an office file (a ZIP with XML, ISO/IEC 29500-2) to its parts, within bounds.

Nothing is ever unpacked to disk, no macro runs, no address outside the file is followed. A small ZIP can
unpack to gigabytes and XML can define words that grow, so all is read as far as a limit, and a part with a
document type is not read. Each reader brings its own way to make elements: what one may refuse, such as XML
that lies deep, another must look at.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, Literal, TypeAlias, TypeVar

MAX_DEEL = 8_000_000
"""Most bytes of one part, unpacked."""

SAMENGESTELD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begin of a compound file ([MS-CFB] 2.2): old Office formats, and new ones behind a password."""

Reden: TypeAlias = Literal[
    "te-groot",
    "te-veel-delen",
    "samengesteld",
    "geen-zip",
    "naam-elders",
    "naam-dubbel",
    "ontbreekt",
    "op-slot",
    "inpakking",
    "gaat-niet-open",
    "deel-te-groot",
    "samen-te-groot",
    "definities",
    "onleesbaar",
]

Wortel = TypeVar("Wortel")
"""Root of the elements that a reader makes, of lxml or of ElementTree."""

_LID = b"PK\x01\x02"
"""Signature of each entry in the list of a ZIP (APPNOTE.TXT 4.3.12)."""
_INGEPAKT = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The ways of packing that office files know (ISO/IEC 29500-2, 7.3.9)."""
_KAPOT = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    RuntimeError,
    ValueError,
    LookupError,
    OverflowError,
    OSError,
)
"""What zipfile raises for a broken file in memory."""

_DEFINITIE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_GEWOON = {"customProperties": "custom-properties"}
"""Kinds of relationship in the strict dialect (ISO/IEC 29500-1), with the name in the usual one (29500-4)."""


class Geweigerd(Exception):
    """The file, or a part of it, is not read: why, and which part ('' for the file as a whole)."""

    def __init__(self, reden: Reden, deel: str = "") -> None:
        super().__init__(f"{reden}: {deel}")
        self.reden: Reden = reden
        self.deel = deel


@dataclass(frozen=True, slots=True)
class Grenzen:
    """Most bytes of a file, parts in it, and bytes of all parts that are read, unpacked."""

    bestand: int
    leden: int
    samen: int


@dataclass(frozen=True, slots=True)
class Relatie:
    """What a part refers to: the last word of the type (`notesSlide`) and the name of the other part, or an
    address when `buiten`."""

    soort: str
    doel: str
    buiten: bool


class Pakket(Generic[Wortel]):
    """The parts of one file; they are read when they are asked for, and not kept.

    `ontleed` makes the root of a part from its name and bytes, and raises Geweigerd when it cannot.
    """

    def __init__(self, inhoud: bytes, grenzen: Grenzen, ontleed: Callable[[str, bytes], Wortel]) -> None:
        self._ontleed = ontleed
        self._over = grenzen.samen
        if len(inhoud) > grenzen.bestand:
            raise Geweigerd("te-groot")
        if inhoud.startswith(SAMENGESTELD):
            raise Geweigerd("samengesteld")
        # Counted here, for zipfile keeps an object of each.
        if inhoud.count(_LID) > grenzen.leden:
            raise Geweigerd("te-veel-delen")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(inhoud))
            namen = self._zip.namelist()
        except _KAPOT as fout:
            raise Geweigerd("geen-zip") from fout
        for naam in namen:
            if naam.startswith("/") or ".." in naam.split("/") or "\\" in naam:
                raise Geweigerd("naam-elders", naam)
        self.namen = frozenset(namen)
        if len(self.namen) != len(namen):
            raise Geweigerd("naam-dubbel")

    def xml(self, deel: str) -> Wortel:
        """Give the root of a part. Raises Geweigerd when it is missing, or cannot or must not be read."""
        if deel not in self.namen:
            raise Geweigerd("ontbreekt", deel)
        lid = self._zip.getinfo(deel)
        if lid.flag_bits & 1:
            raise Geweigerd("op-slot", deel)
        if lid.compress_type not in _INGEPAKT:
            raise Geweigerd("inpakking", deel)
        try:
            with self._zip.open(lid) as stroom:
                # One byte more than allowed tells that there is more, whatever the list of the ZIP says.
                ruw = stroom.read(min(MAX_DEEL, self._over) + 1)
        except _KAPOT as fout:
            raise Geweigerd("gaat-niet-open", deel) from fout
        self._over -= len(ruw)
        if len(ruw) > MAX_DEEL:
            raise Geweigerd("deel-te-groot", deel)
        if self._over < 0:
            raise Geweigerd("samen-te-groot", deel)
        # Office files have no DTD (ISO/IEC 29500-2, 6.2.5); without the zero bytes it shows in UTF-16 and
        # UTF-32 too.
        if _DEFINITIE.search(ruw.replace(b"\0", b"")):
            raise Geweigerd("definities", deel)
        return self._ontleed(deel, ruw)

    def misschien(self, deel: str) -> Wortel | None:
        """Give the root of a part, or None when it is missing. Raises Geweigerd as `xml` does."""
        return self.xml(deel) if deel in self.namen else None

    def relaties(self, deel: str = "") -> dict[str, Relatie]:
        """Give what a part (or the file itself) refers to, by id."""
        map_, los = posixpath.split(deel)
        wortel: Any = self.misschien(posixpath.join(map_, "_rels", f"{los}.rels"))
        gevonden = {}
        for rij in wortel.iter() if wortel is not None else ():
            if rij.tag.rpartition("}")[2] == "Relationship":
                soort, doel = rij.get("Type", "").rpartition("/")[2], rij.get("Target", "")
                buiten = rij.get("TargetMode") == "External"
                if not buiten:
                    doel = posixpath.normpath(posixpath.join("/", map_, doel)).lstrip("/")
                gevonden[rij.get("Id", "")] = Relatie(_GEWOON.get(soort, soort), doel, buiten)
        return gevonden

    def verwant(self, deel: str, soort: str) -> str:
        """Give the name of the first part of a kind that a part (or the file itself) refers to, or ''."""
        rijen = self.relaties(deel).values()
        return next((rij.doel for rij in rijen if rij.soort == soort and not rij.buiten), "")

    @cached_property
    def hoofd(self) -> str:
        """Name of the main part, or ''."""
        return self.verwant("", "officeDocument")
