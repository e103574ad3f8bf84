"""Values out of a PDF that anybody can have made: of another kind than asked they are None or empty."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Stream, String

GROOTSTE = 1e9
ONLEESBAAR = "\ufffd"
type_sleutel = tuple[int, int]
"""Number and generation of an object."""


def veld(object_: object, sleutel: str) -> Any:
    """Give an entry of a dictionary or stream, or None."""
    return object_.get(sleutel) if isinstance(object_, Dictionary | Stream) else None


def velden(object_: object) -> dict[str, Any]:
    """Give all entries of a dictionary; none for anything else."""
    return dict(object_.items()) if isinstance(object_, Dictionary) else {}


def rij(waarde: object) -> list[Any]:
    """Give the items of an array; nothing for anything else."""
    return list(waarde) if isinstance(waarde, Array) else []


def een_of_meer(waarde: object) -> list[Any]:
    """Give the items of an array, or a single value as a list of one."""
    if isinstance(waarde, Array):
        return list(waarde)
    return [] if waarde is None else [waarde]


def getal(waarde: object) -> float | None:
    """Give a number, or None for what is none."""
    if isinstance(waarde, bool) or not isinstance(waarde, int | float | Decimal):
        return None
    return float(max(min(waarde, GROOTSTE), -GROOTSTE))


def geheel(waarde: object) -> int | None:
    """Give a whole number, or None."""
    return None if isinstance(waarde, bool) or not isinstance(waarde, int) else waarde


def getallen(waarde: object, aantal: int) -> tuple[float, ...] | None:
    """Give an array of so many numbers, or None."""
    gelezen = tuple(een for een in map(getal, rij(waarde)) if een is not None)
    return gelezen if len(gelezen) == aantal == len(rij(waarde)) else None


def naam(waarde: object) -> str:
    """Give a name without its slash; empty for anything else, and a mark for one that is no UTF-8."""
    if not isinstance(waarde, Name):
        return ""
    try:
        return str(waarde)[1:]
    except UnicodeDecodeError:
        return ONLEESBAAR


def tekst(waarde: object) -> str | None:
    """Give a text; None for anything else, and a mark for one that cannot be read."""
    if not isinstance(waarde, String):
        return None
    try:
        return str(waarde)
    except UnicodeDecodeError:
        return ONLEESBAAR


def sleutel(waarde: object) -> type_sleutel | None:
    """Give what an object of its own is known by; None for a value inside another."""
    return waarde.objgen if isinstance(waarde, Object) and waarde.is_indirect else None


def geerfd(pagina: object, veldnaam: str) -> Any:
    """Give an entry of a page, or of the nodes it inherits from (ISO 32000-1, 7.7.3.4)."""
    knoop: Any = pagina
    for _ in range(50):
        waarde = veld(knoop, veldnaam)
        if waarde is not None:
            return waarde
        knoop = veld(knoop, "/Parent")
    return None
