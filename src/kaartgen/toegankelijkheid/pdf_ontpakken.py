"""Streams of a PDF, unpacked within bounds: a small file can hold a stream of many gigabytes."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import chain

from pikepdf import Stream

from kaartgen.toegankelijkheid.pdf_waarden import naam, rij, veld

MAX_SAMEN, MAX_STROOM = 600_000_000, 200_000_000
"""Most unpacked bytes of all streams of a file together, and of one."""

PROEF, HAP = 1 << 12, 1 << 20
"""Bytes to unpack at once: first, and when it turns out to be packed data."""

MAX_LAGEN = 3
"""So many times may data be packed in packed data."""

DEFLATE = "FlateDecode"
GROEI = {DEFLATE: 1032, "LZWDecode": 2731, "RunLengthDecode": 64, "ASCII85Decode": 4, "ASCIIHexDecode": 1}
"""Most bytes that one packed byte can become."""

KORT = {"Fl": DEFLATE, "LZW": "LZWDecode", "RL": "RunLengthDecode", "A85": "ASCII85Decode"}
INGEPAKT = re.compile(rb"stream[ \t]*\r?\n?(?=[\x08-\x78])")


class TeGroot(Exception):
    """The file, or a part of it, is larger or deeper than any honest one."""


def keur_omvang(data: bytes) -> None:
    """Unpack whatever looks packed, without keeping it. Raises TeGroot when it becomes too much.

    This comes before a file is opened, because opening unpacks some of its streams.
    """
    samen = 0
    for begin in INGEPAKT.finditer(data):
        samen += _omvang(memoryview(data)[begin.end() :], MAX_STROOM)
        if samen > MAX_SAMEN:
            raise TeGroot


def lees(stroom: Stream, hoogste: int) -> bytes:
    """Give the bytes of a stream. Raises TeGroot for more than `hoogste`, PdfError for damage."""
    ruw = stroom.read_raw_bytes()
    filters = [KORT.get(een, een) for een in _filters(stroom)]
    grens = len(ruw)
    for een in filters:
        grens *= GROEI.get(een, 1)
    if grens > hoogste and (set(filters) != {DEFLATE} or _omvang(memoryview(ruw), hoogste) > hoogste):
        raise TeGroot
    return stroom.read_bytes()


def _filters(stroom: Stream) -> list[str]:
    filter_ = veld(stroom, "/Filter")
    return [een for een in ([naam(deel) for deel in rij(filter_)] or [naam(filter_)]) if een]


def _omvang(data: memoryview, hoogste: int) -> int:
    """Give how large deflated data becomes in its largest layer; 0 when it is not deflated."""
    tellers: list[list[int]] = []
    happen = _happen(data)
    for _ in range(MAX_LAGEN):
        tellers.append([0])
        happen = _uitgepakt(happen, hoogste, tellers[-1])
        eerste = next(happen, b"")
        if eerste[:1] != b"\x78":
            break
        happen = chain((eerste,), happen)
    for _ in happen:
        pass
    return max(teller for (teller,) in tellers)


def _happen(data: memoryview) -> Iterator[bytes]:
    yield bytes(data[:PROEF])
    for begin in range(PROEF, len(data), HAP):
        yield bytes(data[begin : begin + HAP])


def _uitgepakt(happen: Iterator[bytes], hoogste: int, teller: list[int]) -> Iterator[bytes]:
    """Undo one layer, bite by bite; what is no deflated data ends it."""
    pakker = zlib.decompressobj()
    for hap in happen:
        while hap and not pakker.eof:
            try:
                uit = pakker.decompress(hap, HAP)
            except zlib.error:
                return
            teller[0] += len(uit)
            if teller[0] > hoogste:
                raise TeGroot
            yield uit
            hap = pakker.unconsumed_tail
        if pakker.eof:
            return
