"""Rectangles in the space of a PDF: points (1/72 inch), y runs up (ISO 32000-1, 8.3)."""

from __future__ import annotations

from math import hypot
from typing import NamedTuple

from kaartgen.maten import Mm, Pt, naar_mm, naar_pt
from kaartgen.pdflezen.matrices import Matrix
from kaartgen.pdflezen.waarden import getallen


class Rechthoek(NamedTuple):
    """Rectangle in pt: left and bottom edge, right and top edge."""

    links: float
    onder: float
    rechts: float
    boven: float

    @property
    def breedte(self) -> float:
        """Width in pt."""
        return self.rechts - self.links

    @property
    def hoogte(self) -> float:
        """Height in pt."""
        return self.boven - self.onder

    def groei(self, mm: float) -> Rechthoek:
        """Move all edges outward by `mm` millimetres; inward below 0."""
        rand = naar_pt(Mm(mm))
        return Rechthoek(self.links - rand, self.onder - rand, self.rechts + rand, self.boven + rand)

    def bevat(self, ander: Rechthoek, marge: float) -> bool:
        """Tell whether the other lies inside this one, but for `marge` mm."""
        ruim = self.groei(marge)
        return (
            ander.links >= ruim.links
            and ander.onder >= ruim.onder
            and ander.rechts <= ruim.rechts
            and ander.boven <= ruim.boven
        )

    def overlapt(self, ander: Rechthoek, marge: float) -> bool:
        """Tell whether both have more than a strip of `marge` mm in common."""
        rand = naar_pt(Mm(marge))
        return (
            min(self.rechts, ander.rechts) - max(self.links, ander.links) > rand
            and min(self.boven, ander.boven) - max(self.onder, ander.onder) > rand
        )

    def randen(self, binnen: Rechthoek) -> tuple[float, float, float, float]:
        """Give how far (mm) this one reaches beyond another: left, bottom, right and top."""
        return (
            mm(binnen.links - self.links),
            mm(binnen.onder - self.onder),
            mm(self.rechts - binnen.rechts),
            mm(self.boven - binnen.boven),
        )


def mm(pt: float) -> float:
    """Turn points into millimetres."""
    return naar_mm(Pt(pt))


def lees_rechthoek(waarde: object) -> Rechthoek | None:
    """Read a rectangle, whichever corners it is written with; None for anything else (ISO 32000-1, 7.9.5)."""
    hoeken = getallen(waarde, 4)
    if hoeken is None:
        return None
    x1, y1, x2, y2 = hoeken
    return Rechthoek(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def omhulling(vak: Rechthoek, matrix: Matrix) -> Rechthoek:
    """Give the upright rectangle around a transformed one."""
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (vak.links, vak.rechts) for y in (vak.onder, vak.boven)]
    ys = [b * x + d * y + f for x in (vak.links, vak.rechts) for y in (vak.onder, vak.boven)]
    return Rechthoek(min(xs), min(ys), max(xs), max(ys))


def schalen(matrix: Matrix) -> tuple[float, float]:
    """Give the least and the largest factor by which a matrix changes lengths (its singular values)."""
    a, b, c, d, _, _ = matrix
    som = hypot(a + d, b - c) / 2
    verschil = hypot(a - d, b + c) / 2
    return abs(som - verschil), som + verschil


def draaiing(matrix: Matrix) -> int | None:
    """Give how far a matrix turns (0, 90, 180 or 270 degrees, counterclockwise) when it does nothing else but
    move; None when it also scales, mirrors or turns by another angle."""
    for graden, deel in ((0, (1, 0, 0, 1)), (90, (0, 1, -1, 0)), (180, (-1, 0, 0, -1)), (270, (0, -1, 1, 0))):
        if all(abs(getal - goed) < 1e-3 for getal, goed in zip(matrix[:4], deel, strict=True)):
            return graden
    return None
