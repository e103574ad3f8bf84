"""From a content stream to what is marked in it, and which text stands where (ISO 32000-1, 14.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kaartgen.toegankelijkheid.pdf_waarden import type_sleutel

BUITEN = -1
"""Number instead of that of a mark, for what stands outside all marks."""


@dataclass(frozen=True, slots=True)
class Merk:
    """Marked content: its tag, the mark it is in (`ouder`), and its own number in the structure (`mcid`).

    `eigenaar` is the mark with a number that its content belongs to, itself included. `taal`, `voluit` (E),
    `alt` and `vervangend` (ActualText) hold for all that is in it; marks with the same `groep` have the same.
    """

    tag: str
    ouder: int
    mcid: int | None
    versiering: bool
    eigenaar: int
    groep: int
    taal: str | None = None
    voluit: str | None = None
    alt: str | None = None
    vervangend: str | None = None


@dataclass(frozen=True, slots=True)
class Stuk:
    """Text that is shown at once, in a mark: where its line is (pt, in the space of the stream) and how high
    its letters are (pt)."""

    merk: int
    tekst: str
    y: float
    korps: float


@dataclass(frozen=True, slots=True)
class Beeld:
    """Form that is drawn within a mark."""

    merk: int
    vorm: type_sleutel
    object_: Any


@dataclass(frozen=True, slots=True, eq=False)
class Stroom:
    """What one stream does: marks, text and forms in the order of drawing, how often something is painted
    in each mark, and what is wrong with it (by code, with how often).

    `kleuren` are the spaces of the device that it asks for.
    """

    merken: tuple[Merk, ...]
    delen: tuple[Stuk | Beeld, ...]
    verf: Mapping[int, int]
    gebreken: Mapping[str, int]
    kleuren: frozenset[str]

    def merk(self, nummer: int) -> Merk | None:
        """Give a mark by its number; None outside all marks."""
        return None if nummer == BUITEN else self.merken[nummer]
