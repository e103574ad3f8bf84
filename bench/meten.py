"""Measuring: time and memory of whole processes, in rounds in which what is compared takes turns."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

MAAT = (sys.executable, "-I", "-S", str(Path(__file__).parent / "kind_maat.py"))
"""The small process that runs and measures a command."""


@dataclass(frozen=True, slots=True)
class Proces:
    """A finished process: its time in seconds, its peak memory in MB (of the largest, if it made others)
    and what it wrote on stdout."""

    seconden: float
    geheugen: float
    uitvoer: str


@dataclass(frozen=True, slots=True)
class Meting:
    """The outcomes of several rounds, in one unit."""

    waarden: tuple[float, ...]

    @property
    def mediaan(self) -> float:
        """The middle outcome."""
        return median(self.waarden)

    @property
    def laagste(self) -> float:
        """The least outcome."""
        return min(self.waarden)

    @property
    def hoogste(self) -> float:
        """The greatest outcome."""
        return max(self.waarden)


def draai(opdracht: Sequence[str | Path], werkmap: Path, omgeving: Mapping[str, str] | None = None) -> Proces:
    """Run a process to its end, with compiled modules kept as Python does by itself.

    Raises CalledProcessError when it fails.
    """
    gewoon = {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONDONTWRITEBYTECODE"}
    gemeten = subprocess.run(
        [*MAAT, *opdracht],
        cwd=werkmap,
        env={**gewoon, **(omgeving or {})},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return Proces(*json.loads(gemeten.stdout))


def om_beurten(metingen: Mapping[str, Callable[[], Mapping[str, float]]], rondes: int) -> dict[str, Meting]:
    """Take all measurements in each of `rondes` rounds, after one round that does not count.

    Each measurement gives outcomes by name; they are gathered as Metingen with the same names.
    """
    waarden: dict[str, list[float]] = {}
    for ronde in range(rondes + 1):
        for meet in metingen.values():
            for naam, waarde in meet().items():
                if ronde:
                    waarden.setdefault(naam, []).append(waarde)
    return {naam: Meting(tuple(rij)) for naam, rij in waarden.items()}
