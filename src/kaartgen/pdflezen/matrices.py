"""Matrices of a PDF (ISO 32000-1, 8.3.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kaartgen.pdflezen.waarden import getallen

Matrix = tuple[float, float, float, float, float, float]
EENHEID: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def keer(eerst: Matrix, dan: Matrix) -> Matrix:
    """Give the matrix that does `eerst` and then `dan` (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = eerst
    p, q, r, s, t, u = dan
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def zes(waarden: Sequence[Any]) -> Matrix:
    """Give six operands as a matrix. Raises for anything else."""
    a, b, c, d, e, f = map(float, waarden)
    return a, b, c, d, e, f


def lees_matrix(waarde: object) -> Matrix | None:
    """Read an array as a matrix; None for anything else."""
    gelezen = getallen(waarde, 6)
    return None if gelezen is None else zes(gelezen)
