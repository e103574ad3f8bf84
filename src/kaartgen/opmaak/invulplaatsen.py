"""Fixed words with places to fill in between braces: only known names may stand there."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from kaartgen.inhoud.model import Deel


def keur_invulplaatsen(woorden: Deel, mogelijk: Mapping[str, set[str]]) -> None:
    """Raise ValueError, in words for users, when a field has a place to fill in that it cannot have.

    `mogelijk` gives the names that each field may use.
    """
    for veld, namen in mogelijk.items():
        if not _gevonden(getattr(woorden, veld)) <= namen:
            plekken = ", ".join(f"{{{naam}}}" for naam in sorted(namen))
            raise ValueError(f"in ‘{veld}’ mag tussen accolades alleen staan: {plekken}")


def _gevonden(tekst: str) -> set[str]:
    try:
        return {naam for _, naam, _, _ in Formatter().parse(tekst) if naam is not None}
    except ValueError:
        return {"?"}
