"""What is wrong with a print file: where, which rule it breaks, and what to do about it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

BESTAND = 0
"""Number instead of that of a page, for the file as a whole."""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One fault: page (`pagina`, from 1; 0 is the whole file), place on it, a fixed code (`regel`), what is
    wrong (`tekst`) and what to do (`raad`)."""

    pagina: int
    plek: str
    regel: str
    tekst: str
    raad: str

    @property
    def waar(self) -> str:
        """Say on which page and where on it."""
        return f"pagina {self.pagina}: {self.plek}" if self.pagina else self.plek

    def __str__(self) -> str:
        return f"{self.waar}: {self.tekst} {self.raad} [{self.regel}]"

    def als_dict(self) -> dict[str, Any]:
        """Give the finding as plain values, for `--json`."""
        return asdict(self)


class NietTeKeuren(Exception):
    """A file, or a part of it, cannot be looked at; `bevinding` says why."""

    def __init__(self, bevinding: Bevinding) -> None:
        self.bevinding = bevinding
        super().__init__(str(bevinding))
