"""What somebody probably meant: the nearest of the words that are possible."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def raad_bedoeling(woord: str, keuzes: Iterable[str], anders: str) -> str:
    """Ask ‘Bedoelde je …?’ when one of the choices is near; otherwise give `anders`."""
    dichtbij = get_close_matches(woord, list(keuzes), n=1)
    return f"Bedoelde je ‘{dichtbij[0]}’?" if dichtbij else anders
