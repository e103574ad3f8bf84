"""Letters in a PDF: the code of a letter is its glyph number, so it is the same in every file.

A cut becomes a composite font with Identity-H codes (ISO 32000-1, 9.7). A page stream therefore
needs no knowledge of the file it ends up in, and a font has room for every letter.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import md5
from typing import NamedTuple
from unicodedata import category

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc, ttfonts

from kaartgen.lettertypen import SNEDEN, Lettersnede, Lettertype
from kaartgen.weergave.pdf_bestand import Bestand, stroom, type_verwijzing

BASIS = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100)))) + "–—‘’‚“”„•…€‹›−→"
"""Characters that every embedded cut holds, so that most files share one and the same font file."""

ONZICHTBAAR = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Characters that steer line breaking and joining; they have no width and are not drawn."""

NIET_TE_ZIEN = 0.05
"""Kerning in 1/1000 em that is left out."""

OVERBODIG = ("GDEF", "GPOS", "GSUB", "OS/2", "cmap", "gasp", "name", "post")
"""Font tables that a PDF does not read for an embedded composite font (ISO 32000-1, 9.9)."""

CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
%s
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
REGELS_PER_BLOK = 100
"""Most lines that one bfchar block may hold (Adobe Technical Note 5014)."""


@dataclass(frozen=True, slots=True)
class Subset:
    """The part of a cut that a file embeds; the byte strings are deflated, `lengte` is that of the
    font file before. `breedtes` is the value of /W (ISO 32000-1, 9.7.4.3)."""

    naam: str
    bestand: bytes
    lengte: int
    breedtes: str
    unicode: bytes


class Letter(NamedTuple):
    """Glyph of a character: its number, that number as PDF code, and its width in 1/1000 em."""

    glief: int
    code: str
    breedte: float


class Letters(dict[str, Letter]):
    """Glyphs of a cut by character, found when first asked for."""

    def __init__(self, snede: Lettersnede, font: hb.Font) -> None:
        super().__init__(dict.fromkeys(ONZICHTBAAR, Letter(0, "", 0)))
        self._snede = snede
        self._font = font

    def vind(self, teken: str) -> int:
        """Give the glyph of a character, 0 if there is none. Like HarfBuzz it takes the plain space for
        a space of another kind that the font lacks; its own width comes from the kerning."""
        glief = self._font.get_nominal_glyph(ord(teken))
        if not glief and category(teken) == "Zs":
            glief = self._font.get_nominal_glyph(ord(" "))
        return glief or 0

    def __missing__(self, teken: str) -> Letter:
        glief = self.vind(teken)
        if not glief:
            naam = f"'{teken}' (U+{ord(teken):04X})"
            raise ValueError(f"Het teken {naam} staat niet in het lettertype {self._snede.naam}.")
        breedte = 1000 * self._font.get_glyph_h_advance(glief) / self._font.face.upem
        letter = self[teken] = Letter(glief, f"{glief:04X}", breedte)
        return letter


class Woorden(dict[str, str]):
    """Words as codes with their kerning, coded when first asked for: `0026002A>11.2<0031`.

    Between `[<` and `>]` they are an operand of TJ (ISO 32000-1, 9.4.3).
    """

    def __init__(self, snede: Lettersnede, letters: Letters) -> None:
        super().__init__({"": ""})
        self._snede = snede
        self._letters = letters

    def __missing__(self, woord: str) -> str:
        letters = map(self._letters.__getitem__, woord)
        delen = [
            code if abs(kern := breedte - 1000 * voortgang) < NIET_TE_ZIEN else f"{code}>{kern:.1f}<"
            for (_, code, breedte), voortgang in zip(letters, self._snede.vorm(woord), strict=True)
        ]
        codes = self[woord] = "".join(delen)
        return codes


class PdfSnede:
    """One cut as PDF sees it: turns words into codes and makes the font objects of a file."""

    def __init__(self, naam: str, snede: Lettersnede) -> None:
        self.naam = naam
        self._snede = snede
        self._subsets: dict[frozenset[str], Subset] = {}

    @cached_property
    def _font(self) -> hb.Font:
        return hb.Font(hb.Face(hb.Blob.from_file_path(str(self._snede.pad))))

    @cached_property
    def _letters(self) -> Letters:
        return Letters(self._snede, self._font)

    @cached_property
    def _woorden(self) -> Woorden:
        return Woorden(self._snede, self._letters)

    @cached_property
    def _maten(self) -> ttfonts.TTFontFile:
        return ttfonts.TTFontFile(str(self._snede.pad), charInfo=0)

    @cached_property
    def _basis(self) -> frozenset[str]:
        return frozenset(filter(self._letters.vind, BASIS)) | ONZICHTBAAR

    @property
    def stok(self) -> float:
        """How far letters reach above the baseline, in em."""
        return float(self._maten.ascent) / 1000

    @property
    def staart(self) -> float:
        """How far letters reach below the baseline, in em."""
        return -float(self._maten.descent) / 1000

    def codeer(self, tekst: str, gebruikt: set[str]) -> str:
        """Give the operand of TJ that draws `tekst`, and add its characters outside BASIS to `gebruikt`.

        Raises ValueError for a character that the cut does not have.
        """
        if not self._basis.issuperset(tekst):
            gebruikt |= frozenset(tekst) - self._basis
        woorden = self._woorden
        return f"[<{woorden[' '].join([woorden[woord] for woord in tekst.split(' ')])}>]"

    def _maak_subset(self, extra: frozenset[str]) -> Subset:
        # The lowest character wins where two share a glyph: a space that may not break copies as a space.
        tekens = (self._basis | extra) - ONZICHTBAAR
        letters = {self._letters[teken]: teken for teken in sorted(tekens, reverse=True)}
        invoer = hb.SubsetInput()
        invoer.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING
        invoer.glyph_set.update(letter.glief for letter in letters)
        invoer.drop_table_tag_set.update(int.from_bytes(naam.encode("ascii"), "big") for naam in OVERBODIG)
        bestand = hb.subset(self._font.face, invoer).blob.data
        kenmerk = "".join(
            chr(ord("A") + byte % 26) for byte in md5(bestand, usedforsecurity=False).digest()[:6]
        )
        return Subset(
            naam=f"{kenmerk}+{self._maten.name.decode('ascii')}",
            bestand=zlib.compress(bestand),
            lengte=len(bestand),
            breedtes=f"[{' '.join(f'{glief} [{breedte:.6g}]' for glief, _, breedte in sorted(letters))}]",
            unicode=zlib.compress(_cmap(letters)),
        )

    def zet_in(self, bestand: Bestand, extra: frozenset[str]) -> type_verwijzing:
        """Put the font with BASIS and the `extra` characters into a file and give the reference to it."""
        subset = self._subsets.get(extra)
        if subset is None:
            subset = self._subsets[extra] = self._maak_subset(extra)
        maten = self._maten
        beschrijving = pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": f"/{subset.naam}",
                "Flags": maten.flags,
                "FontBBox": pdfdoc.PDFArray(map(round, maten.bbox)),
                "ItalicAngle": round(maten.italicAngle),
                "Ascent": round(maten.ascent),
                "Descent": round(maten.descent),
                "CapHeight": round(maten.capHeight),
                "StemV": round(maten.stemV),
                "FontFile2": bestand.verwijs(stroom(subset.bestand, extra={"Length1": subset.lengte})),
            }
        )
        nakomeling = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": f"/{subset.naam}",
                "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
                "CIDToGIDMap": "/Identity",
                "FontDescriptor": bestand.verwijs(beschrijving),
                "W": subset.breedtes,
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": f"/{subset.naam}",
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([bestand.verwijs(nakomeling)]),
                "ToUnicode": bestand.verwijs(stroom(subset.unicode)),
            }
        )
        return bestand.verwijs(font)


def _cmap(letters: Mapping[Letter, str]) -> bytes:
    """Give the ToUnicode CMap of these glyphs (ISO 32000-1, 9.10.3)."""
    regels = [
        f"<{letter.code}> <{teken.encode('utf-16-be').hex().upper()}>"
        for letter, teken in sorted(letters.items())
    ]
    uit = []
    for begin in range(0, len(regels), REGELS_PER_BLOK):
        blok = regels[begin : begin + REGELS_PER_BLOK]
        uit += [f"{len(blok)} beginbfchar", *blok, "endbfchar"]
    return (CMAP % "\n".join(uit)).encode("ascii")


class Letterkast:
    """The four cuts of a family, each under the resource name that it has in every file."""

    def __init__(self, lettertype: Lettertype) -> None:
        self._sneden = {
            stand: PdfSnede(f"F{nummer}", lettertype.snede(*stand)) for nummer, stand in enumerate(SNEDEN, 1)
        }
        self._op_naam = {snede.naam: snede for snede in self._sneden.values()}

    def snede(self, vet: bool, cursief: bool) -> PdfSnede:
        """Give the cut for this look."""
        return self._sneden[vet, cursief]

    def op_naam(self, naam: str) -> PdfSnede:
        """Give the cut with this resource name."""
        return self._op_naam[naam]


def zet_letters(bestand: Bestand, kast: Letterkast, gebruik: Iterable[Mapping[str, frozenset[str]]]) -> None:
    """Embed the cuts that drawings use, each with all characters they use of it; `gebruik` holds for each
    drawing its characters outside BASIS by the resource name of the cut."""
    letters: dict[str, frozenset[str]] = {}
    for een in gebruik:
        for naam, tekens in een.items():
            letters[naam] = letters.get(naam, frozenset()) | tekens
    for naam in sorted(letters):
        bestand.lettertypen[naam] = kast.op_naam(naam).zet_in(bestand, letters[naam])
