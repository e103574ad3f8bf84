"""What a PDF tells of a font: its name, its file, its widths and the text of its codes (ISO 32000-1, 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Any

from pikepdf import Array, PdfError, Stream

from kaartgen.pdflezen.ontpakken import TeGroot, lees
from kaartgen.pdflezen.waarden import geheel, getal, naam, rij, veld

MAX_CMAP = 2_000_000
MAX_CODES = 200_000
"""Most codes that one map or one list of widths may name, those named again included."""

HOOGSTE = 0xFFFF
"""Highest code of two bytes."""

INGEBED = ("/FontFile", "/FontFile2", "/FontFile3")
BLOK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
WOORD = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])")


def letternaam(object_: object) -> str:
    """Give the name of a font."""
    return naam(veld(object_, "/BaseFont")) or naam(veld(object_, "/Name")) or "zonder naam"


def nakomeling(object_: object) -> Any:
    """Give the font that a composite font takes its glyphs from, or None."""
    return next(iter(rij(veld(object_, "/DescendantFonts"))), None)


def letterbestand(beschrijving: object) -> Stream | None:
    """Give the file of a font that is embedded, or None."""
    bestanden = (veld(beschrijving, sleutel) for sleutel in INGEBED)
    return next((een for een in bestanden if isinstance(een, Stream)), None)


def cid_breedtes(bron: object) -> dict[int, float]:
    """Give the widths of a descendant font in 1/1000 em (ISO 32000-1, 9.7.4.3), up to where they make no
    sense."""
    breedtes: dict[int, float] = {}
    delen = iter(rij(veld(bron, "/W")))
    over = MAX_CODES
    for eerste in delen:
        begin, volgende = geheel(eerste), next(delen, None)
        if begin is None or over <= 0:
            break
        if isinstance(volgende, Array):
            losse = rij(volgende)[:over]
            gelezen = ((code, getal(een)) for code, een in enumerate(losse, begin))
            breedtes.update((code, breedte) for code, breedte in gelezen if breedte is not None)
            over -= len(losse)
            continue
        eind, breedte = geheel(volgende), getal(next(delen, None))
        if eind is None or breedte is None:
            break
        reeks = range(begin, min(eind, HOOGSTE, begin + over - 1) + 1)
        breedtes.update(dict.fromkeys(reeks, breedte))
        over -= len(reeks)
    return breedtes


def lees_cmap(stroom: object) -> dict[int, str]:
    """Read a ToUnicode map (ISO 32000-1, 9.10.3); what of it makes no sense is left out."""
    if not isinstance(stroom, Stream):
        return {}
    try:
        data = lees(stroom, MAX_CMAP)
    except (TeGroot, PdfError):
        return {}
    tekens: dict[int, str] = {}
    over = MAX_CODES
    for blok in BLOK.finditer(data):
        woorden = [
            teken.decode("ascii") if teken else b"".join(hex_.split())
            for hex_, teken in WOORD.findall(blok[2])
        ]
        paren = _losse(woorden) if blok[1] == b"char" else _reeksen(woorden)
        for code, waarde in islice(paren, over):
            tekens[code] = waarde
            over -= 1
    return tekens


def _losse(woorden: list[Any]) -> Iterator[tuple[int, str]]:
    for code, waarde in zip(woorden[::2], woorden[1::2], strict=False):
        if isinstance(code, bytes) and isinstance(waarde, bytes) and code:
            yield int(code, 16), _utf16(waarde)


def _reeksen(woorden: list[Any]) -> Iterator[tuple[int, str]]:
    wachtrij = iter(woorden)
    for eerste in wachtrij:
        laatste, waarde = next(wachtrij, None), next(wachtrij, None)
        if not (isinstance(eerste, bytes) and isinstance(laatste, bytes) and eerste and laatste):
            return
        reeks = range(int(eerste, 16), min(int(laatste, 16), int(eerste, 16) + 0xFFFF) + 1)
        if waarde == "[":
            losse = list(takewhile(lambda een: een != "]", wachtrij))
            yield from ((code, _utf16(een)) for code, een in zip(reeks, losse, strict=False) if een != "[")
        elif isinstance(waarde, bytes) and (tekst := _utf16(waarde)):
            voor, eind = tekst[:-1], ord(tekst[-1])
            yield from ((code, voor + chr(min(eind + plek, 0x10FFFF))) for plek, code in enumerate(reeks))


def _utf16(waarde: bytes) -> str:
    kaal = bytes.fromhex((waarde + b"0" * (len(waarde) % 2)).decode("ascii"))
    return kaal.decode("utf-16-be", "surrogatepass" if len(kaal) == 2 else "replace")
