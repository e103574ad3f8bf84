"""Lengths of kaartgen: millimetres on the page, points for type; the only place that converts units.

A page has its origin at the top left; x runs to the right and y runs down.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

Mm = NewType("Mm", float)
Pt = NewType("Pt", float)

PT_PER_INCH = 72
MM_PER_INCH = 25.4
EMU_PER_MM = 36_000
"""English Metric Units per millimetre (ECMA-376 part 1, 20.1.10.16)."""


def naar_pt(lengte: Mm) -> Pt:
    """Turn millimetres into points (1/72 inch)."""
    return Pt(lengte * PT_PER_INCH / MM_PER_INCH)


def naar_mm(korps: Pt) -> Mm:
    """Turn points (1/72 inch) into millimetres."""
    return Mm(korps * MM_PER_INCH / PT_PER_INCH)


def naar_emu(lengte: Mm) -> int:
    """Turn millimetres into whole English Metric Units, the unit of PPTX."""
    return round(lengte * EMU_PER_MM)


@dataclass(frozen=True, slots=True)
class Maat:
    """Size of a page in mm: width (breedte) by height (hoogte)."""

    breedte: Mm
    hoogte: Mm


@dataclass(frozen=True, slots=True)
class Vak:
    """Rectangle in mm: left (x), top (y), width (b) and height (h)."""

    x: Mm
    y: Mm
    b: Mm
    h: Mm

    @property
    def rechts(self) -> Mm:
        """Right edge in mm."""
        return Mm(self.x + self.b)

    @property
    def onder(self) -> Mm:
        """Bottom edge in mm."""
        return Mm(self.y + self.h)

    def bevat(self, ander: Vak, marge: float = 0.01) -> bool:
        """Tell whether the other rectangle lies inside this one, but for `marge` mm."""
        return (
            ander.x >= self.x - marge
            and ander.y >= self.y - marge
            and ander.rechts <= self.rechts + marge
            and ander.onder <= self.onder + marge
        )

    def krimp(self, links: float = 0, boven: float = 0, rechts: float = 0, onder: float = 0) -> Vak:
        """Give the rectangle that remains after taking these strips (mm) off its sides."""
        return Vak(
            Mm(self.x + links),
            Mm(self.y + boven),
            Mm(self.b - links - rechts),
            Mm(self.h - boven - onder),
        )
