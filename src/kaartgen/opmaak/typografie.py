"""Typographic finish of plain text: non-breaking spaces and marked figures."""

from __future__ import annotations

import re

from kaartgen.scene import Kleur, Loop

VASTE_SPATIE = "\N{NO-BREAK SPACE}"
NADRUK = re.compile(r"\*\*(.+?)\*\*")
EENHEDEN = r"(?:procent|jaar|miljoen|miljard|euro|mm|cm|km|uur|minuten|waarden|kaarten)"
GETAL_MET_EENHEID = re.compile(rf"(\d) (?={EENHEDEN}\b)")
KORT = 9
PAAR = 13
"""A last word of at most KORT letters stays with the word before it, if the two count at most PAAR."""


def verzorg(tekst: str) -> str:
    """Put non-breaking spaces between a number and its unit, and before a short last word."""
    return zonder_weduwe(GETAL_MET_EENHEID.sub(rf"\1{VASTE_SPATIE}", tekst))


def zonder_weduwe(tekst: str) -> str:
    """Keep a short last word together with the word before it, so that it never stands alone on a line."""
    kop, _, laatste = tekst.rpartition(" ")
    voorlaatste = kop.rpartition(" ")[2]
    if " " not in kop or len(laatste) > KORT or len(voorlaatste) + len(laatste) > PAAR:
        return tekst
    return f"{kop}{VASTE_SPATIE}{laatste}"


def lopen(tekst: str, nadruk: Kleur | None = None) -> tuple[Loop, ...]:
    """Split text into runs; what stands between double asterisks becomes bold, in the colour `nadruk`."""
    delen = NADRUK.split(verzorg(tekst))
    return tuple(
        Loop(deel, vet=bool(nummer % 2), kleur=nadruk if nummer % 2 else None)
        for nummer, deel in enumerate(delen)
        if deel
    )
