"""Packed streams, opened with bounds: a small file can hold a stream of many gigabytes."""

from __future__ import annotations

import re
import zlib

from pikepdf import Stream

from kaartgen.pdflezen.waarden import naam, rij, veld

MAX_BESTAND = 600_000_000
"""Most bytes of all packed streams in a file together."""

MAX_STROOM = 200_000_000
"""Most bytes of one stream in a file, such as a picture."""

PROEF, HAP = 1 << 12, 1 << 20
"""Bytes to unpack at once: first, and when it turns out to be packed data."""

MAX_LAGEN = 3
"""So many times may data be packed in packed data."""

GROEI = {
    "FlateDecode": 1032,
    "LZWDecode": 2731,
    "RunLengthDecode": 64,
    "ASCII85Decode": 4,
    "ASCIIHexDecode": 1,
}
"""Most bytes that one packed byte can become."""

KORT = {"Fl": "FlateDecode", "LZW": "LZWDecode", "RL": "RunLengthDecode", "A85": "ASCII85Decode"}
BEGIN = re.compile(rb"stream[ \t]*\r?\n?(?=[\x08-\x78])")


class TeGroot(Exception):
    """The file, or a part of it, is larger or deeper than any honest one."""


def keur_stromen(data: bytes) -> None:
    """Unpack whatever looks packed in a file, without keeping it. Raises TeGroot when it becomes too much.

    This comes before the file is opened, because opening unpacks some streams already.
    """
    totaal = 0
    for begin in BEGIN.finditer(data):
        totaal += _omvang(memoryview(data)[begin.end() :], MAX_STROOM)
        if totaal > MAX_BESTAND:
            raise TeGroot


def lees(stroom: Stream, hoogste: int) -> bytes:
    """Give the unpacked bytes of a stream. Raises TeGroot for more than `hoogste`, and PdfError when it is
    damaged or packed in a way that is not for text."""
    ruw = stroom.read_raw_bytes()
    filters = pakwijzen(stroom)
    grens = len(ruw)
    for filter_ in filters:
        grens *= GROEI.get(filter_, 1)
    if grens > hoogste and (set(filters) != {"FlateDecode"} or _omvang(memoryview(ruw), hoogste) > hoogste):
        raise TeGroot
    return stroom.read_bytes()


def pakwijzen(stroom: Stream) -> list[str]:
    """Give the filters of a stream, the first to undo first."""
    filter_ = veld(stroom, "/Filter")
    namen = [naam(een) for een in rij(filter_)] or [naam(filter_)]
    return [KORT.get(een, een) for een in namen if een]


def _omvang(data: memoryview, hoogste: int) -> int:
    """Give how large deflated data becomes, packed layers in it included. Raises TeGroot above `hoogste`."""
    lagen = [zlib.decompressobj()]
    groottes = [0]
    begin, hap = 0, PROEF
    while begin < len(data) and not lagen[0].eof:
        if not _verwerk(bytes(data[begin : begin + hap]), lagen, groottes, 0, hoogste):
            break
        begin, hap = begin + hap, HAP
    return max(groottes)


def _verwerk(hap: bytes, lagen: list[zlib._Decompress], groottes: list[int], laag: int, hoogste: int) -> bool:
    """Unpack a bite in one layer and pass what comes out on to the next; False when it is not packed."""
    pakker = lagen[laag]
    while hap and not pakker.eof:
        try:
            uit = pakker.decompress(hap, HAP)
        except zlib.error:
            return False
        eerste = groottes[laag] == 0
        groottes[laag] += len(uit)
        if groottes[laag] > hoogste:
            raise TeGroot
        hap = pakker.unconsumed_tail
        if uit and eerste and laag + 1 < MAX_LAGEN and uit[:1] == b"\x78":
            lagen.append(zlib.decompressobj())
            groottes.append(0)
        if len(lagen) > laag + 1 and not _verwerk(uit, lagen, groottes, laag + 1, hoogste):
            del lagen[laag + 1 :]
    return True
