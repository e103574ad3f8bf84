"""How much two pictograms look alike in form: what they mean must be clear without their colour."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from itertools import combinations

from kaartgen.opmaak.ontwerp import Pictogrammen

VAKJES = 24
"""Drawings are laid on so many by so many squares, each as large as the other drawing fills it."""

RUIM = 2
"""So many squares apart, two strokes are seen as the same stroke (a stroke is about two squares wide)."""

GELIJK = 0.9
"""From this part of strokes in common, two drawings are nearly the same."""

_ONDERDEEL = re.compile(r"([MLCZO])([^MLCZO]*)")
_STAPPEN = 16
_HOEKEN = [(math.cos(math.tau * n / 64), math.sin(math.tau * n / 64)) for n in range(64)]
_GEWICHTEN = [
    ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    for t in (stap / _STAPPEN for stap in range(_STAPPEN + 1))
]
"""Weights of the points of a cubic curve (Bernstein polynomials)."""

Vakje = tuple[int, int]


def gelijken(pictogrammen: Pictogrammen) -> list[tuple[str, str]]:
    """Give the pairs of pictograms with nearly the same form, in the order of the file."""
    return [
        (een, ander)
        for een, ander in combinations(pictogrammen.vormen, 2)
        if gelijkenis(pictogrammen.vormen[een], pictogrammen.vormen[ander]) >= GELIJK
    ]


def gelijkenis(een: str, ander: str) -> float:
    """Give the part, 0 to 1, of the strokes of each drawing that the other has too, place and size aside."""
    eerste, tweede = _vakjes(een), _vakjes(ander)
    if not eerste or not tweede:
        return float(eerste == tweede)
    return min(len(eerste & _ruim(ander)) / len(eerste), len(tweede & _ruim(een)) / len(tweede))


@lru_cache(256)
def _ruim(pad: str) -> frozenset[Vakje]:
    om = [
        (dx, dy)
        for dx in range(-RUIM, RUIM + 1)
        for dy in range(-RUIM, RUIM + 1)
        if math.hypot(dx, dy) <= RUIM
    ]
    return frozenset((x + dx, y + dy) for x, y in _vakjes(pad) for dx, dy in om)


@lru_cache(256)
def _vakjes(pad: str) -> frozenset[Vakje]:
    """Give the squares that the strokes of a drawing cross, blown up to fill them."""
    punten = _punten(pad)
    if not punten:
        return frozenset()
    links, boven = min(x for x, _ in punten), min(y for _, y in punten)
    maat = max(max(x for x, _ in punten) - links, max(y for _, y in punten) - boven) or 1.0
    schaal = (VAKJES - 1) / maat
    return frozenset((round((x - links) * schaal), round((y - boven) * schaal)) for x, y in punten)


def _punten(pad: str) -> list[tuple[float, float]]:
    """Give points along all strokes, close together."""
    punten: list[tuple[float, float]] = []
    begin = hier = (0.0, 0.0)
    for soort, rest in _ONDERDEEL.findall(pad):
        getallen = [float(getal) for getal in rest.split()]
        if soort == "O":
            x, y, straal = getallen
            punten += [(x + straal * c, y + straal * s) for c, s in _HOEKEN]
            continue
        doelen = list(zip(getallen[::2], getallen[1::2], strict=True)) if soort != "Z" else [begin]
        if soort == "M":
            begin = hier = doelen[0]
        for plek in range(0, len(doelen) if soort != "M" else 0, 3 if soort == "C" else 1):
            # A line is a curve whose handles lie on it.
            greep, greep2, eind = (
                doelen[plek : plek + 3] if soort == "C" else (hier, doelen[plek], doelen[plek])
            )
            punten += [
                (
                    a * hier[0] + b * greep[0] + c * greep2[0] + d * eind[0],
                    a * hier[1] + b * greep[1] + c * greep2[1] + d * eind[1],
                )
                for a, b, c, d in _GEWICHTEN
            ]
            hier = eind
    return punten
