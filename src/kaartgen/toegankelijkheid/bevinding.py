"""What is wrong for readers with aids: where, which rule of which standard it breaks, what to do about it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One fault: place in the file in words (`waar`, as ‘dia 3, Reflectievragen’), a fixed code (`regel`),
    what is wrong (`tekst`), what to do (`raad`) and the clause that asks for it (`norm`)."""

    waar: str
    regel: str
    tekst: str
    raad: str
    norm: str

    def __str__(self) -> str:
        return f"{self.waar}: {self.tekst} {self.raad} [{self.regel}; {self.norm}]"

    def als_dict(self) -> dict[str, Any]:
        """Give the finding as plain values, for `--json`."""
        return asdict(self)
