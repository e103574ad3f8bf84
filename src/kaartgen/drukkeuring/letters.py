"""Fonts of a PDF: whether they are embedded, and how wide their letters are (ISO 32000-1, 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pikepdf import PdfError, Stream

from kaartgen.pdflezen.matrices import lees_matrix
from kaartgen.pdflezen.ontpakken import TeGroot, lees
from kaartgen.pdflezen.waarden import getal, getallen, naam, rij, veld

MAX_CMAP = 2_000_000
BREEDTE = 0.5
"""Width in em of a letter whose width a file does not tell."""

STOK, STAART = 0.7, -0.2
"""Top of capitals and bottom of tails in em, where a font does not tell."""

INGEBED = ("/FontFile", "/FontFile2", "/FontFile3")
CODE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
WIT = frozenset(" \u00a0\t\u2002\u2003\u2009\u200b")


@dataclass(frozen=True, slots=True, eq=False)
class Letter:
    """Font: name, kind, whether it is in the file, bytes per character, and widths in em by code.

    `wit` holds the codes that show nothing, `stok` and `staart` are the top of capitals and the bottom of
    tails in em.
    """

    naam: str
    soort: str
    ingebed: bool
    codelengte: int = 1
    breedtes: Mapping[int, float] = field(default_factory=dict)
    breedte: float = BREEDTE
    wit: frozenset[int] = frozenset({32})
    stok: float = STOK
    staart: float = STAART

    def tekens(self, codes: bytes) -> Iterator[tuple[float, bool, bool]]:
        """Give for each character its width in em, whether it shows something, and whether it is the space
        that word spacing goes with (ISO 32000-1, 9.3.3)."""
        if self.codelengte == 1:
            for code in codes:
                yield self.breedtes.get(code, self.breedte), code not in self.wit, code == 32
            return
        for plek in range(0, len(codes) - 1, 2):
            code = codes[plek] << 8 | codes[plek + 1]
            yield self.breedtes.get(code, self.breedte), code not in self.wit, False


def lees_letter(object_: object) -> Letter:
    """Read a font out of the resources of a stream."""
    soort = naam(veld(object_, "/Subtype"))
    titel = naam(veld(object_, "/BaseFont")) or naam(veld(object_, "/Name")) or "zonder naam"
    if soort == "Type3":
        schaal = (lees_matrix(veld(object_, "/FontMatrix")) or (0.001,))[0]
        return Letter(titel, soort, True, 1, _breedtes(object_, schaal), 0.0)
    if soort == "Type0":
        nakomeling = next(iter(rij(veld(object_, "/DescendantFonts"))), None)
        beschrijving = veld(nakomeling, "/FontDescriptor")
        standaard = getal(veld(nakomeling, "/DW"))
        return Letter(
            titel,
            soort,
            _ingebed(beschrijving),
            2,
            _cid_breedtes(nakomeling),
            1.0 if standaard is None else standaard / 1000,
            _wit(veld(object_, "/ToUnicode")),
            *_hoogtes(beschrijving),
        )
    beschrijving = veld(object_, "/FontDescriptor")
    return Letter(
        titel,
        soort or "onbekend",
        _ingebed(beschrijving),
        1,
        _breedtes(object_, 0.001),
        (getal(veld(beschrijving, "/MissingWidth")) or 1000 * BREEDTE) / 1000,
        frozenset({32}),
        *_hoogtes(beschrijving),
    )


def _ingebed(beschrijving: object) -> bool:
    return any(isinstance(veld(beschrijving, sleutel), Stream) for sleutel in INGEBED)


def _hoogtes(beschrijving: object) -> tuple[float, float]:
    stok, staart = getal(veld(beschrijving, "/CapHeight")), getal(veld(beschrijving, "/Descent"))
    goed = stok is not None and 300 <= stok <= 1200
    return (
        stok / 1000 if goed and stok else STOK,
        staart / 1000 if staart is not None and -500 <= staart < 0 else STAART,
    )


def _breedtes(object_: object, schaal: float) -> dict[int, float]:
    eerste = int(getal(veld(object_, "/FirstChar")) or 0)
    breedtes = getallen(veld(object_, "/Widths")) or ()
    return {eerste + plek: breedte * schaal for plek, breedte in enumerate(breedtes[:256])}


def _cid_breedtes(nakomeling: object) -> dict[int, float]:
    """Read the widths of a composite font (ISO 32000-1, 9.7.4.3)."""
    uit: dict[int, float] = {}
    delen = rij(veld(nakomeling, "/W"))
    plek = 0
    while plek + 1 < len(delen):
        begin = int(getal(delen[plek]) or 0)
        reeks = getallen(delen[plek + 1])
        if reeks is not None:
            uit.update((begin + nummer, breedte / 1000) for nummer, breedte in enumerate(reeks))
            plek += 2
        elif plek + 2 < len(delen):
            eind, breedte = int(getal(delen[plek + 1]) or 0), getal(delen[plek + 2]) or 0.0
            uit.update((code, breedte / 1000) for code in range(begin, min(eind, 0xFFFF) + 1))
            plek += 3
        else:
            break
    return uit


def _wit(cmap: object) -> frozenset[int]:
    """Give the codes that a ToUnicode map turns into a space."""
    if not isinstance(cmap, Stream):
        return frozenset()
    try:
        tekst = lees(cmap, MAX_CMAP)
    except (TeGroot, PdfError):
        return frozenset()
    blokken = re.findall(rb"beginbfchar(.*?)endbfchar", tekst, re.DOTALL)
    return frozenset(int(code, 16) for blok in blokken for code, uit in CODE.findall(blok) if _is_wit(uit))


def _is_wit(uit: bytes) -> bool:
    try:
        return set(bytes.fromhex(uit.decode("ascii")).decode("utf-16-be")) <= WIT
    except ValueError:
        return False
