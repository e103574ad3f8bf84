"""From parts to Bestand: members of an Open Packaging file with the same bytes on every run.

A `Lid` is packed once and can stand in many files. Names, order, dates and the mark of the operating
system are fixed; only another implementation of deflate could still give other bytes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_EERSTE_DAG = (1980 - 1980) << 9 | 1 << 5 | 1
_VERSIE = 20
_GEPERST = 8
_PLAATSELIJK = struct.Struct("<4s5H3I2H")
_REGISTER = struct.Struct("<4s6H3I5H2I")
_SLOT = struct.Struct("<4s4H2IH")


@dataclass(frozen=True, slots=True)
class Lid:
    """Packed content of one part (ZIP method 8, APPNOTE 4.4.5), with its checksum and true size."""

    geperst: bytes
    controlegetal: int
    omvang: int


def lid(inhoud: bytes) -> Lid:
    """Pack the content of one part."""
    pers = zlib.compressobj(4, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Lid(pers.compress(inhoud) + pers.flush(), zlib.crc32(inhoud), len(inhoud))


def pak(leden: Iterable[tuple[str, Lid]]) -> bytes:
    """Put members into one ZIP file, in this order; names are ASCII."""
    delen: list[bytes] = []
    register: list[bytes] = []
    plek = 0
    for naam, deel in leden:
        naambytes = naam.encode("ascii")
        kenmerken = (0, _GEPERST, 0, _EERSTE_DAG, deel.controlegetal, len(deel.geperst), deel.omvang)
        kop = _PLAATSELIJK.pack(b"PK\x03\x04", _VERSIE, *kenmerken, len(naambytes), 0)
        delen += (kop, naambytes, deel.geperst)
        register.append(
            _REGISTER.pack(b"PK\x01\x02", _VERSIE, _VERSIE, *kenmerken, len(naambytes), 0, 0, 0, 0, 0, plek)
            + naambytes
        )
        plek += len(kop) + len(naambytes) + len(deel.geperst)
    lijst = b"".join(register)
    aantal = len(register)
    delen += (lijst, _SLOT.pack(b"PK\x05\x06", 0, 0, aantal, aantal, len(lijst), plek, 0))
    return b"".join(delen)
