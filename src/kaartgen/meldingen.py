"""Problems as values: what is wrong, where it stands and what to do about it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any


class Ernst(StrEnum):
    """How serious a Melding is: a `FOUT` stops the build, a `WAARSCHUWING` does not."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"


@dataclass(frozen=True, slots=True, order=True)
class Plek:
    """Place in a file; line (regel) and column (kolom) count from 1, 0 means the file as a whole."""

    bestand: str
    regel: int = 0
    kolom: int = 0

    def __str__(self) -> str:
        return f"{self.bestand}:{self.regel}:{self.kolom}" if self.regel else self.bestand


@dataclass(frozen=True, slots=True)
class Melding:
    """One problem: place (plek), a fixed code, what is wrong (tekst) and what to do (raad)."""

    plek: Plek
    code: str
    tekst: str
    raad: str
    ernst: Ernst = Ernst.FOUT

    def __str__(self) -> str:
        return f"{self.plek}: {self.ernst}: {self.tekst} {self.raad}"

    def als_dict(self) -> dict[str, Any]:
        """Give the Melding as plain values, for `--json`."""
        waarden = asdict(self)
        return {**waarden.pop("plek"), **waarden}


class Fouten(Exception):
    """All problems of one stage together; `meldingen` is never empty."""

    def __init__(self, meldingen: list[Melding] | tuple[Melding, ...]) -> None:
        self.meldingen = tuple(meldingen)
        super().__init__("\n".join(map(str, self.meldingen)))


def relatief(pad: Path) -> str:
    """Give a path as users read it: relative to the working folder where that is possible."""
    try:
        return pad.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError, RuntimeError):  # RuntimeError: links that point at each other
        return pad.as_posix()
