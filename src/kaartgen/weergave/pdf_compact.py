"""Compact PDF file: everything but streams is deflated together (ISO 32000-1, 7.5.7 and 7.5.8).

A structure tree is thousands of small objects; written one by one they would outweigh the pages.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import md5
from itertools import accumulate

from reportlab.pdfbase import pdfdoc

from kaartgen.weergave.pdf_bestand import PDF_VERSIE, Bestand, Stroom, type_verwijzing

KOP = b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n"
"""First lines of a file: the version, and bytes that tell it is not text (ISO 32000-1, 7.5.2)."""

NIVEAU = 7
LOS, IN_STROOM = 1, 2
"""Kinds of entries in a cross-reference stream (ISO 32000-1, table 18)."""
RIJ = ">BIH"
OMHOOG = 2
"""A row of that table, and the number of PNG's filter Up before it (RFC 2083, 6.4)."""
MEESTE_IN_STROOM = 5000
"""A reader unpacks a whole stream for one object, so none should hold the whole file."""


@dataclass(frozen=True, slots=True)
class Objecten:
    """Ready-made objects with numbers in a row from `eerste`: their bytes, and the length of each."""

    eerste: int
    inhoud: bytes
    lengten: tuple[int, ...]


def los_object(nummer: int, inhoud: bytes) -> Objecten:
    """Give one ready-made object."""
    return Objecten(nummer, inhoud + b"\n", (len(inhoud) + 1,))


@dataclass(slots=True)
class _Objectstroom:
    """Objects that are deflated together (ISO 32000-1, 7.5.7)."""

    nummers: list[int] = field(default_factory=list)
    lengten: list[int] = field(default_factory=list)
    delen: list[bytes] = field(default_factory=list)

    def format(self) -> bytes:
        """Give the stream without its number."""
        begin = accumulate(self.lengten[:-1], initial=0)
        wijzer = b" ".join(b"%d %d" % paar for paar in zip(self.nummers, begin, strict=True)) + b"\n"
        inhoud = zlib.compress(wijzer + b"".join(self.delen), NIVEAU)
        kop = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>" % (
            len(self.nummers),
            len(wijzer),
            len(inhoud),
        )
        return _als_stroom(kop, inhoud)


class CompactBestand(Bestand):
    """PDF file in which all objects but streams are deflated together, for a file with very many of them."""

    def __init__(self, taal: str) -> None:
        super().__init__(taal)
        self._objecten: dict[int, Objecten] = {}

    def nummer(self, verwijzing: type_verwijzing) -> int:
        """Give the number of an object."""
        nummer: int = self.idToObjectNumberAndVersion[verwijzing.name][0]
        return nummer

    def reserveer(self, aantal: int) -> int:
        """Keep numbers free for ready-made objects and give the first."""
        eerste: int = self.objectcounter + 1
        self.objectcounter += aantal
        return eerste

    def voeg_toe(self, objecten: Objecten) -> None:
        """Add ready-made objects, whose numbers were reserved."""
        self._objecten[objecten.eerste] = objecten

    def klaar(self) -> bytes:
        """Give the file, with the digest of its content as identifier."""
        self.encrypt.prepare(self)
        wortel, info = self.verwijs(self.Catalog), self.verwijs(self.info)
        uit = Uitvoer(KOP % PDF_VERSIE)
        nummer = 1
        # Objects may be added while others are written.
        while nummer <= self.objectcounter:
            gereed = self._objecten.get(nummer)
            if gereed:
                uit.objecten(gereed)
                nummer += len(gereed.lengten)
            else:
                object_ = self.idToObject[self.numberToId[nummer]]
                uit.object(nummer, pdfdoc.format(object_, self, toplevel=1), isinstance(object_, Stroom))
                nummer += 1
        return uit.klaar(nummer, self.nummer(wortel), self.nummer(info))


class Uitvoer:
    """The bytes of a compact file, and where each object is in them."""

    def __init__(self, kop: bytes) -> None:
        self._delen = [kop]
        self._lengte = len(kop)
        self._plekken: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        self._stromen = [_Objectstroom()]

    def object(self, nummer: int, inhoud: bytes, los: bool) -> None:
        """Add an object; `los` is for streams, which cannot be in another."""
        if los:
            self._plekken[nummer] = (LOS, self._lengte, 0)
            self._schrijf(b"%d 0 obj\n%b\nendobj\n" % (nummer, inhoud.rstrip(b"\n")))
        else:
            self.objecten(los_object(nummer, inhoud))

    def objecten(self, objecten: Objecten) -> None:
        """Add objects that go into a stream together."""
        stroom_ = self._stromen[-1]
        if len(stroom_.nummers) >= MEESTE_IN_STROOM:
            stroom_ = _Objectstroom()
            self._stromen.append(stroom_)
        eerste, aantal = objecten.eerste, len(objecten.lengten)
        rang = len(stroom_.nummers)
        for plek in range(aantal):
            self._plekken[eerste + plek] = (IN_STROOM, len(self._stromen) - 1, rang + plek)
        stroom_.nummers += range(eerste, eerste + aantal)
        stroom_.lengten += objecten.lengten
        stroom_.delen.append(objecten.inhoud)

    def klaar(self, vrij: int, wortel: int, info: int) -> bytes:
        """Give the file; `vrij` is the first number that no object has."""
        for rang, stroom_ in enumerate(self._stromen):
            self.object(vrij + rang, stroom_.format(), los=True)
        eigen = vrij + len(self._stromen)
        self._plekken[eigen] = (LOS, self._lengte, 0)
        rijen = [
            (soort, vrij + plek if soort == IN_STROOM else plek, rang)
            for soort, plek, rang in map(self._plekken.__getitem__, range(eigen + 1))
        ]
        tabel = zlib.compress(_met_verschillen(rijen), NIVEAU)
        kenmerk = md5(b"".join(self._delen), usedforsecurity=False).hexdigest().encode("ascii")
        kop = (
            b"<</Type/XRef/Size %d/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]/W[1 4 2]/Filter/FlateDecode"
            b"/DecodeParms<</Predictor 12/Columns 7>>/Length %d>>"
            % (eigen + 1, wortel, info, kenmerk, kenmerk, len(tabel))
        )
        begin = self._lengte
        self._schrijf(b"%d 0 obj\n%b\nendobj\n" % (eigen, _als_stroom(kop, tabel)))
        self._schrijf(b"startxref\n%d\n%%%%EOF\n" % begin)
        return b"".join(self._delen)

    def _schrijf(self, deel: bytes) -> None:
        self._delen.append(deel)
        self._lengte += len(deel)


def _als_stroom(kop: bytes, inhoud: bytes) -> bytes:
    return b"%b\nstream\n%b\nendstream" % (kop, inhoud)


def _met_verschillen(rijen: Sequence[tuple[int, int, int]]) -> bytes:
    """Write a cross-reference table, each row as what differs from the one above."""
    uit = bytearray()
    vorige = bytes(struct.calcsize(RIJ))
    for velden in rijen:
        rij = struct.pack(RIJ, *velden)
        uit.append(OMHOOG)
        uit += bytes([(een - ander) & 0xFF for een, ander in zip(rij, vorige, strict=True)])
        vorige = rij
    return bytes(uit)
