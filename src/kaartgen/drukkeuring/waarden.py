"""Values out of a PDF that anybody can have made: of another kind than asked they are None or empty."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pikepdf import Array, Dictionary, Name, Stream, String

from kaartgen.drukkeuring.meetkunde import Matrix, Rechthoek

GROOTSTE = 1e9
"""Numbers beyond this are of no use on paper and are cut off at it."""

ONLEESBAAR = "\ufffd"


def veld(object_: object, sleutel: str) -> Any:
    """Give an entry of a dictionary or stream, or None."""
    return object_.get(sleutel) if isinstance(object_, Dictionary | Stream) else None


def getal(waarde: object) -> float | None:
    """Give a number, or None for what is none."""
    if isinstance(waarde, bool) or not isinstance(waarde, int | float | Decimal):
        return None
    return float(max(min(waarde, GROOTSTE), -GROOTSTE))


def rij(waarde: object) -> list[Any]:
    """Give the items of an array; nothing for anything else."""
    return list(waarde) if isinstance(waarde, Array) else []


def getallen(waarde: object, aantal: int = 0) -> tuple[float, ...] | None:
    """Give an array of (so many) numbers, or None."""
    if not isinstance(waarde, Array):
        return None
    gelezen = [getal(een) for een in rij(waarde)]
    goed = tuple(een for een in gelezen if een is not None)
    return goed if len(goed) == len(gelezen) and (not aantal or len(goed) == aantal) else None


def rechthoek(waarde: object) -> Rechthoek | None:
    """Give a rectangle, whichever corners it is written with, or None (ISO 32000-1, 7.9.5)."""
    hoeken = getallen(waarde, 4)
    if hoeken is None:
        return None
    x1, y1, x2, y2 = hoeken
    return Rechthoek(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def matrix(waarde: object) -> Matrix | None:
    """Give a matrix, or None."""
    gelezen = getallen(waarde, 6)
    return None if gelezen is None else (*gelezen[:5], gelezen[5])  # type: ignore[return-value]


def naam(waarde: object) -> str:
    """Give a name without its slash; empty for anything else, and a mark for one that is no UTF-8."""
    if not isinstance(waarde, Name):
        return ""
    try:
        return str(waarde)[1:]
    except UnicodeDecodeError:
        return ONLEESBAAR


def tekst(waarde: object) -> str:
    """Give a text; empty for anything else, and a mark for one that cannot be read."""
    if not isinstance(waarde, String):
        return ""
    try:
        return str(waarde)
    except UnicodeDecodeError:
        return ONLEESBAAR
