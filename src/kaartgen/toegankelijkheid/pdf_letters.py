"""Fonts of a PDF: which text their codes stand for, and what of them is in the file (ISO 32000-1, 9)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pikepdf import PdfError, Stream

from kaartgen.pdflezen.letters import (
    MAX_CODES,
    cid_breedtes,
    lees_cmap,
    letterbestand,
    letternaam,
    nakomeling,
)
from kaartgen.pdflezen.ontpakken import TeGroot, lees
from kaartgen.pdflezen.waarden import ONLEESBAAR, een_of_meer, geheel, getal, naam, veld
from kaartgen.toegankelijkheid.pdf_truetype import Gliefmaten, lees_gliefmaten

MAX_LETTERBESTAND, MAX_VERTALING = 60_000_000, 2_000_000
STANDAARDBREEDTE = 1000.0
"""Width in 1/1000 em of letters for which a composite font gives none (ISO 32000-1, table 117)."""

SPELING = 1.0
"""Most that two widths may differ, in 1/1000 em (ISO 14289-1, 7.21.5)."""

CODERINGEN = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman", "StandardEncoding": "latin-1"}
SYMBOLISCH = 4
"""Bit of /Flags for fonts with an order of characters of their own (ISO 32000-1, table 123)."""


class Tekens(dict[int, str]):
    """Text by code; a code without text reads as a mark for that."""

    def __missing__(self, _: int) -> str:
        return ONLEESBAAR


@dataclass(frozen=True, slots=True, eq=False)
class Letter:
    """Font. `codelengte` is in bytes per character. `tekens` leads from codes to text, as far as the file
    tells; `herkomst` says whether by a ToUnicode map (‘kaart’), by a known encoding (‘codering’) or not at
    all (empty). `breedtes` are those that the file gives, in 1/1000 em, and `breedte` that of other codes;
    `maten` are those of a font file for a composite font, None where they are not known."""

    naam: str
    soort: str
    ingebed: bool
    codelengte: int
    tekens: Tekens
    herkomst: str
    maten: Gliefmaten | None
    cid_naar_glief: bytes | None
    breedtes: Mapping[int, float]
    breedte: float
    gebreken: tuple[str, ...]

    def codes(self, data: bytes) -> str:
        """Give the codes in a shown string, each as the character with that number; half a code at its
        end is left out."""
        if self.codelengte == 1:
            return data.decode("latin-1")
        heel = data[: len(data) // 2 * 2]
        try:
            codes = heel.decode("utf-16-be")
        except UnicodeDecodeError:
            codes = ""
        # Two codes can look like the two halves of one character.
        if len(codes) == len(heel) // 2:
            return codes
        return "".join(map(chr, struct.unpack(f">{len(heel) // 2}H", heel)))

    def tekst(self, codes: str) -> str:
        """Give the text that codes stand for."""
        return codes.translate(self.tekens)

    def ontbreekt(self, code: int) -> bool:
        """Tell whether a code draws the glyph for a missing character; only known for composite TrueType."""
        return self.maten is not None and not 0 < self._glief(code) < self.maten.gliefen

    def verschilt(self, code: int) -> bool:
        """Tell whether the file gives a letter another width than the font in it; as with `ontbreekt`."""
        if self.maten is None or self.ontbreekt(code):
            return False
        gezegd = self.breedtes.get(code, self.breedte)
        return abs(gezegd - self.maten.breedte(self._glief(code))) > SPELING

    def _glief(self, code: int) -> int:
        if self.cid_naar_glief is None:
            return code
        return int.from_bytes(self.cid_naar_glief[2 * code : 2 * code + 2], "big")


def lees_letter(object_: Any) -> Letter:
    """Read a font out of the resources of a stream."""
    soort = naam(veld(object_, "/Subtype"))
    samengesteld = soort == "Type0"
    bron = nakomeling(object_) if samengesteld else object_
    beschrijving = veld(bron, "/FontDescriptor")
    bestand = letterbestand(beschrijving)
    tekens = lees_cmap(veld(object_, "/ToUnicode"))
    herkomst = "kaart" if tekens else ""
    if not samengesteld and not tekens:
        tekens = _codering(veld(object_, "/Encoding"))
        herkomst = "codering" if tekens else ""
    cid_naar_glief, maten, breedtes = None, None, {}
    standaard = getal(veld(bron, "/DW"))
    gebreken: list[str] = []
    if samengesteld:
        soort = naam(veld(bron, "/Subtype")) or soort
        gebreken += _samengesteld(object_, bron, bestand is not None)
        vertaling = veld(bron, "/CIDToGIDMap")
        try:
            if isinstance(vertaling, Stream):
                cid_naar_glief = lees(vertaling, MAX_VERTALING)
            if soort == "CIDFontType2" and bestand is not None:
                maten = lees_gliefmaten(lees(bestand, MAX_LETTERBESTAND))
                breedtes = cid_breedtes(bron)
        except (TeGroot, PdfError):
            gebreken.append("letterbestand-onleesbaar")
    elif soort == "TrueType":
        gebreken += _truetype(object_, beschrijving)
    return Letter(
        letternaam(object_),
        soort,
        bestand is not None or soort == "Type3",
        2 if samengesteld else 1,
        Tekens(tekens),
        herkomst,
        maten,
        cid_naar_glief,
        breedtes,
        STANDAARDBREEDTE if standaard is None else standaard,
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
