"""Measuring: time and memory of whole processes, in rounds in which what is compared takes turns."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

BYTES_PER_EENHEID = 1 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in: bytes on macOS, kilobytes on Linux (getrusage(2))."""


@dataclass(frozen=True, slots=True)
class Proces:
    """A finished process: its time in seconds, its peak memory in MB and what it wrote on stdout."""

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
    begin = time.perf_counter()
    with subprocess.Popen(
        opdracht, cwd=werkmap, env={**gewoon, **(omgeving or {})}, stdout=subprocess.PIPE, text=True
    ) as proces:
        assert proces.stdout is not None
        uitvoer = proces.stdout.read()
        _, stand, gebruik = os.wait4(proces.pid, 0)
        seconden = time.perf_counter() - begin
        proces.returncode = os.waitstatus_to_exitcode(stand)
    if proces.returncode:
        raise subprocess.CalledProcessError(proces.returncode, list(map(str, opdracht)))
    return Proces(seconden, gebruik.ru_maxrss * BYTES_PER_EENHEID / 1e6, uitvoer)


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
