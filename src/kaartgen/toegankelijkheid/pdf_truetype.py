"""What a TrueType file in a PDF tells of its glyphs: how many there are and how wide (ISO/IEC 14496-22)."""

from __future__ import annotations

from dataclasses import dataclass

MAAT, TAFEL = 4, 16
"""Bytes of a width in the table hmtx, and of a line in the list of tables."""


@dataclass(frozen=True, slots=True)
class Gliefmaten:
    """Number of glyphs, units per em, and the table of widths with how many of them it holds in full."""

    gliefen: int
    per_em: int
    breedtes: bytes
    volledig: int

    def breedte(self, glief: int) -> float:
        """Give how wide a glyph is in 1/1000 em; the last width holds for all glyphs after it."""
        begin = MAAT * min(glief, self.volledig - 1)
        return 1000 * int.from_bytes(self.breedtes[begin : begin + 2], "big") / self.per_em


def lees_gliefmaten(bestand: bytes) -> Gliefmaten | None:
    """Read a font file; None for one that lacks what is asked for."""
    tafels = _tafels(bestand)
    maxp, head, hhea, hmtx = (tafels.get(naam, b"") for naam in (b"maxp", b"head", b"hhea", b"hmtx"))
    gliefen, per_em = int.from_bytes(maxp[4:6], "big"), int.from_bytes(head[18:20], "big")
    volledig = int.from_bytes(hhea[34:36], "big")
    if not gliefen or not per_em or not volledig or len(hmtx) < MAAT * volledig:
        return None
    return Gliefmaten(gliefen, per_em, hmtx, volledig)


def _tafels(bestand: bytes) -> dict[bytes, bytes]:
    tafels = {}
    for plek in range(12, 12 + TAFEL * int.from_bytes(bestand[4:6], "big"), TAFEL):
        begin = int.from_bytes(bestand[plek + 8 : plek + 12], "big")
        lengte = int.from_bytes(bestand[plek + 12 : plek + 16], "big")
        tafels[bestand[plek : plek + 4]] = bestand[begin : begin + lengte]
    return tafels
