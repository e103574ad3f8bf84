"""Fonts of a PDF: which text their codes stand for, and what of them is in the file (ISO 32000-1, 9)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any

from pikepdf import PdfError, Stream

from kaartgen.toegankelijkheid.pdf_ontpakken import TeGroot, lees
from kaartgen.toegankelijkheid.pdf_waarden import ONLEESBAAR, een_of_meer, geheel, naam, rij, veld

MAX_CMAP, MAX_LETTERBESTAND = 2_000_000, 60_000_000
MAX_CODES = 200_000
"""Most codes that one map may name."""

INGEBED = ("/FontFile", "/FontFile2", "/FontFile3")
CODERINGEN = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman", "StandardEncoding": "latin-1"}
BLOK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
WOORD = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])")
SYMBOLISCH = 4
"""Bit of /Flags for fonts with an order of characters of their own (ISO 32000-1, table 123)."""


@dataclass(frozen=True, slots=True, eq=False)
class Letter:
    """Font. `codelengte` is in bytes per character. `tekens` leads from codes to text, as far as the file
    tells; `herkomst` says whether by a ToUnicode map (‘kaart’), by a known encoding (‘codering’) or not at
    all (empty). `gliefen` is how many glyphs the embedded file has; None where that is not known."""

    naam: str
    soort: str
    ingebed: bool
    codelengte: int
    tekens: Mapping[int, str]
    herkomst: str
    gliefen: int | None
    cid_naar_glief: bytes | None
    gebreken: tuple[str, ...]

    def codes(self, data: bytes) -> tuple[int, ...]:
        """Give the codes in a string that is shown; half a code at its end is left out."""
        if self.codelengte == 1:
            return tuple(data)
        return struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])

    def tekst(self, codes: tuple[int, ...]) -> str:
        """Give the text that codes stand for."""
        tekens = self.tekens
        return "".join([tekens.get(code, ONLEESBAAR) for code in codes])

    def ontbreekt(self, code: int) -> bool:
        """Tell whether a code draws the glyph for a missing character; only known for composite TrueType."""
        if self.soort != "CIDFontType2" or self.gliefen is None:
            return False
        glief = code
        if self.cid_naar_glief is not None:
            glief = int.from_bytes(self.cid_naar_glief[2 * code : 2 * code + 2], "big")
        return not 0 < glief < self.gliefen


def lees_letter(object_: Any) -> Letter:
    """Read a font out of the resources of a stream."""
    soort = naam(veld(object_, "/Subtype"))
    titel = naam(veld(object_, "/BaseFont")) or naam(veld(object_, "/Name")) or "zonder naam"
    samengesteld = soort == "Type0"
    bron = next(iter(rij(veld(object_, "/DescendantFonts"))), None) if samengesteld else object_
    beschrijving = veld(bron, "/FontDescriptor")
    bestand = next(
        (een for een in (veld(beschrijving, sleutel) for sleutel in INGEBED) if een is not None), None
    )
    kaart = veld(object_, "/ToUnicode")
    gelezen = _cmap(kaart) if isinstance(kaart, Stream) else None
    herkomst, tekens = "kaart" if gelezen else "", gelezen or {}
    if not samengesteld and not gelezen:
        tekens = _codering(veld(object_, "/Encoding"))
        herkomst = "codering" if tekens else ""
    cid_naar_glief, gliefen = None, None
    gebreken: list[str] = []
    if samengesteld:
        soort = naam(veld(bron, "/Subtype")) or soort
        gebreken += _samengesteld(object_, bron, isinstance(bestand, Stream))
        vertaling = veld(bron, "/CIDToGIDMap")
        try:
            if isinstance(vertaling, Stream):
                cid_naar_glief = lees(vertaling, MAX_CMAP)
            if soort == "CIDFontType2" and isinstance(bestand, Stream):
                gliefen = _gliefen(lees(bestand, MAX_LETTERBESTAND))
        except (TeGroot, PdfError):
            gebreken.append("letterbestand-onleesbaar")
    elif soort == "TrueType":
        gebreken += _truetype(object_, beschrijving)
    return Letter(
        titel,
        soort,
        isinstance(bestand, Stream) or soort == "Type3",
        2 if samengesteld else 1,
        tekens,
        herkomst,
        gliefen,
        cid_naar_glief,
        tuple(gebreken),
    )


def _samengesteld(object_: Any, bron: Any, ingebed: bool) -> Iterator[str]:
    """Check what a composite font tells about its codes (ISO 14289-1, 7.21.3)."""
    codering = veld(object_, "/Encoding")
    if not isinstance(codering, Stream) and naam(codering) not in ("Identity-H", "Identity-V"):
        yield "codering-onbekend"
    if naam(veld(bron, "/Subtype")) == "CIDFontType2" and ingebed:
        vertaling = veld(bron, "/CIDToGIDMap")
        if not isinstance(vertaling, Stream) and naam(vertaling) != "Identity":
            yield "vertaling-ontbreekt"


def _truetype(object_: Any, beschrijving: Any) -> Iterator[str]:
    """Check the encoding of a simple TrueType font (ISO 14289-1, 7.21.6)."""
    symbolisch = bool((geheel(veld(beschrijving, "/Flags")) or 0) & SYMBOLISCH)
    codering = veld(object_, "/Encoding")
    basis = naam(codering) or naam(veld(codering, "/BaseEncoding"))
    if symbolisch and codering is not None:
        yield "codering-bij-symbolen"
    if not symbolisch and basis not in ("WinAnsiEncoding", "MacRomanEncoding"):
        yield "codering-ontbreekt"


def _codering(codering: Any) -> dict[int, str]:
    """Give what the codes of a simple font stand for by its encoding; nothing where it names none."""
    basis = naam(codering) or naam(veld(codering, "/BaseEncoding"))
    anders = een_of_meer(veld(codering, "/Differences"))
    if basis not in CODERINGEN and not anders:
        return {}
    alles = bytes(range(256)).decode(CODERINGEN.get(basis, "latin-1"), "replace")
    tekens = {code: teken for code, teken in enumerate(alles) if code >= 32}
    code = 0
    for een in anders[:MAX_CODES]:
        nummer = geheel(een)
        if nummer is not None:
            code = nummer
        else:
            tekens[code] = _glief_als_teken(naam(een))
            code += 1
    return tekens


def _glief_als_teken(glief: str) -> str:
    """Give the text for the name of a glyph, as far as the name itself tells it."""
    if len(glief) == 1:
        return glief
    code = re.fullmatch(r"uni([0-9A-F]{4})|u([0-9A-F]{4,6})", glief)
    if code:
        waarde = int(code[1] or code[2], 16)
        return chr(waarde) if waarde <= 0x10FFFF else ONLEESBAAR
    return " " if glief == "space" else ONLEESBAAR


def _cmap(stroom: Stream) -> dict[int, str]:
    """Read a ToUnicode map (ISO 32000-1, 9.10.3); what of it makes no sense is left out."""
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


def _gliefen(bestand: bytes) -> int | None:
    """Give how many glyphs a TrueType file has, by its table maxp; None when it has none."""
    aantal = int.from_bytes(bestand[4:6], "big")
    for plek in range(12, min(12 + 16 * aantal, len(bestand) - 15), 16):
        if bestand[plek : plek + 4] == b"maxp":
            begin = int.from_bytes(bestand[plek + 8 : plek + 12], "big")
            return int.from_bytes(bestand[begin + 4 : begin + 6], "big") or None
    return None
