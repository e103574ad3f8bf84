"""Fonts: one object that both measures text and names the file to embed."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path

import uharfbuzz as hb

SNEDEN = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "BoldItalic",
}
KENMERKEN = {"kern": True, "liga": False, "clig": False, "dlig": False, "calt": False}
"""OpenType features: kerning as office programs apply it, no ligatures so that a glyph is a letter."""

TWEELING = {"\N{NO-BREAK SPACE}": " ", "\N{NON-BREAKING HYPHEN}": "-"}
"""Characters that are drawn with the glyph of another one where a font lacks them, as HarfBuzz does."""


class Lettersnede:
    """One font file; widths are measured by HarfBuzz with kerning and counted in em (1.0 is the korps)."""

    def __init__(self, pad: Path) -> None:
        self.pad = pad
        self.naam = pad.stem
        self._breedtes: dict[str, float] = {}
        self._vormen: dict[str, tuple[float, ...]] = {}

    @cached_property
    def _font(self) -> hb.Font:
        return hb.Font(hb.Face(hb.Blob.from_file_path(str(self.pad))))

    @cached_property
    def _tekens(self) -> frozenset[str]:
        return frozenset(map(chr, self._font.face.unicodes))

    @cached_property
    def _em(self) -> int:
        return int(self._font.face.upem)

    def ontbrekend(self, tekst: str) -> str:
        """Give the characters of `tekst` that the font cannot draw, each once, in order."""
        if self._tekens.issuperset(tekst):
            return ""
        return "".join(
            teken for teken in dict.fromkeys(tekst) if TWEELING.get(teken, teken) not in self._tekens
        )

    def vorm(self, woord: str) -> tuple[float, ...]:
        """Give for each character of `woord` how far the pen moves on, in em, kerning included."""
        vorm = self._vormen.get(woord)
        if vorm is None:
            buffer = hb.Buffer()
            buffer.add_str(woord)
            buffer.guess_segment_properties()
            hb.shape(self._font, buffer, KENMERKEN)
            voortgang = [0.0] * len(woord)
            for glief, plaats in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
                voortgang[glief.cluster] += plaats.x_advance / self._em
            vorm = self._vormen[woord] = tuple(voortgang)
        return vorm

    def breedte(self, tekst: str) -> float:
        """Give the width of `tekst` in em. Words are measured one by one, as they are drawn."""
        breedte = self._breedtes.get(tekst)
        if breedte is None:
            woorden = tekst.split(" ")
            breedte = sum(sum(self.vorm(woord)) for woord in woorden if woord)
            breedte += (len(woorden) - 1) * (sum(self.vorm(" ")) if len(woorden) > 1 else 0)
            self._breedtes[tekst] = breedte
        return breedte


class Lettertype:
    """Family of four cuts in one folder, files named `<Naam>-Regular.ttf` and so on.

    `kantoornaam` is the metric twin that office programs have (Calibri for Carlito).
    """

    def __init__(self, map_: Path, kantoornaam: str) -> None:
        self.map = map_
        self.kantoornaam = kantoornaam

    @cached_property
    def _sneden(self) -> dict[tuple[bool, bool], Lettersnede]:
        bestanden = {pad.stem.rpartition("-")[2]: pad for pad in sorted(self.map.glob("*.ttf"))}
        return {sleutel: Lettersnede(bestanden[naam]) for sleutel, naam in SNEDEN.items()}

    def snede(self, vet: bool = False, cursief: bool = False) -> Lettersnede:
        """Give the cut for this look."""
        return self._sneden[vet, cursief]


@lru_cache(8)
def lettertype(map_: Path, kantoornaam: str) -> Lettertype:
    """Give the font family in a folder, measured at most once per process."""
    return Lettertype(map_, kantoornaam)
