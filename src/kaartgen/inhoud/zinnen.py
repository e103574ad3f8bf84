"""From a text to its sentences and words."""

from __future__ import annotations

import re
from collections.abc import Collection

_EINDE = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][’”)]))\s+(?=[‘“(]*[A-ZÀ-ÖØ-Þ])")
WOORD = re.compile(r"[^\W_]+(?:[-’'./&][^\W_]+)*")
_TEKEN = re.compile(r"[^\W_]")
_CITAAT = re.compile(r"‘[^‘]*?’(?!\w)|“[^“”]*”")


def kaal(tekst: str) -> str:
    """Give a text without marks for bold and for a point."""
    return tekst.replace("**", "").removeprefix("• ")


def zinnen(tekst: str, afkortingen: Collection[str] = ()) -> list[str]:
    """Give the sentences of a text; one goes on after an abbreviation, a letter with a full stop too."""
    gevonden: list[str] = []
    for stuk in _EINDE.split(kaal(tekst).strip()):
        if gevonden and _loopt_door(gevonden[-1], afkortingen):
            gevonden[-1] += f" {stuk}"
        elif stuk:
            gevonden.append(stuk)
    return gevonden


def _loopt_door(zin: str, afkortingen: Collection[str]) -> bool:
    if not zin.endswith("."):
        return False
    woord = zin.rsplit(maxsplit=1)[-1].removesuffix(".").lstrip("‘“(")
    return woord.casefold() in afkortingen or (len(woord) == 1 and woord.isalpha())


def woorden(tekst: str) -> list[str]:
    """Give the words of a text; what a hyphen, apostrophe or inner full stop joins is one word."""
    return WOORD.findall(tekst)


def telling(tekst: str) -> int:
    """Count the words of a text as people do: what stands between spaces and has a letter or digit."""
    return sum(_TEKEN.search(woord) is not None for woord in tekst.split())


def zonder_citaten(tekst: str) -> str:
    """Give a text without what stands between quotation marks."""
    return _CITAAT.sub("‘’", tekst)
