"""From named colours to the values that a printer needs: RGB or grey; `icc.py` makes ink of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from kaartgen.scene import Kleur

Inkt = tuple[float, ...]
"""Values from 0 to 1: one for grey (0 is black), three for RGB, four for CMYK (0 is no ink)."""

VOL = 255
"""Largest value of a channel of eight bits."""


class Kleurbeheer(Protocol):
    """Gives the values of a colour in the space of one kind of print."""

    @property
    def ruimte(self) -> str:
        """Give 'rgb', 'grijs' or 'cmyk'."""

    def inkt(self, kleur: Kleur) -> Inkt:
        """Give the values of a colour."""

    def zichtbaar(self, kleur: Kleur) -> Kleur:
        """Give the colour as people see it in print, in sRGB."""


def rgb(kleur: Kleur) -> tuple[int, int, int]:
    """Give red, green and blue of a colour, 0 to 255."""
    rood, groen, blauw = bytes.fromhex(kleur.hex)
    return rood, groen, blauw


@lru_cache(512)
def helderheid(hex_: str) -> float:
    """Give the relative luminance of an sRGB colour, 0 to 1 (WCAG 2.1)."""
    r, g, b = lineair(hex_)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def lineair(hex_: str) -> tuple[float, float, float]:
    """Give the light of red, green and blue of an sRGB colour, each 0 to 1 (IEC 61966-2-1)."""
    kanalen = (waarde / VOL for waarde in bytes.fromhex(hex_))
    r, g, b = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kanalen)
    return r, g, b


def naar_kanaal(licht: float) -> float:
    """Give the sRGB value, 0 to 1, of a luminance (IEC 61966-2-1)."""
    return licht * 12.92 if licht <= 0.0031308 else 1.055 * licht ** (1 / 2.4) - 0.055


@dataclass(frozen=True)
class Rgb:
    """Colours as they are on a screen."""

    ruimte: str = "rgb"

    def inkt(self, kleur: Kleur) -> Inkt:
        """Give red, green and blue."""
        return tuple(waarde / VOL for waarde in rgb(kleur))

    def zichtbaar(self, kleur: Kleur) -> Kleur:
        """Give the colour itself."""
        return kleur


@dataclass(frozen=True)
class Grijs:
    """Greys as light as the colours they stand for, so that contrast stays what it was."""

    ruimte: str = "grijs"

    def inkt(self, kleur: Kleur) -> Inkt:
        """Give the grey, 0 (black) to 1 (white)."""
        return (round(naar_kanaal(helderheid(kleur.hex)), 4),)

    def zichtbaar(self, kleur: Kleur) -> Kleur:
        """Give the grey as a colour."""
        return Kleur(kleur.naam, f"{round(self.inkt(kleur)[0] * VOL):02X}" * 3)
