"""What commands that look at files share: reading the files, and telling what was found in them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import typer

from kaartgen.meldingen import relatief
from kaartgen.opdrachtregel.afloop import OORZAKEN, Afloop, Omgevingsfout

MEESTE_BYTES = 500_000_000
"""Bytes of the largest file that is looked at."""


class Bevinding(Protocol):
    """Something that is wrong in a file; its text is for users."""

    def als_dict(self) -> dict[str, Any]:
        """Give it as plain values."""


def lees(bestand: Path) -> bytes:
    """Read a file. Raises Omgevingsfout when that fails or the file is too large."""
    try:
        with bestand.open("rb") as open_:
            inhoud = open_.read(MEESTE_BYTES + 1)
    except OSError as fout:
        oorzaak = OORZAKEN.get(fout.errno or 0, fout.strerror or "onbekende oorzaak")
        raad = "Kijk of de naam klopt en of je het bestand mag openen."
        raise Omgevingsfout(f"Lezen lukt niet met ‘{relatief(bestand)}’: {oorzaak}. {raad}") from fout
    if len(inhoud) > MEESTE_BYTES:
        groot = f"‘{relatief(bestand)}’ is groter dan {MEESTE_BYTES // 1_000_000} MB."
        raise Omgevingsfout(f"{groot} Verdeel het over meer bestanden en keur die.")
    return inhoud


def toon(gevonden: Mapping[Path, Sequence[Bevinding]], als_json: bool, in_orde: str) -> None:
    """Tell all findings, by file; `in_orde` is said of files when there are none at all.

    Leaves with an exit code for faults when there is one.
    """
    paren = [(relatief(bestand), een) for bestand, alle in gevonden.items() for een in alle]
    if als_json:
        waarden = [{"bestand": bestand, **een.als_dict()} for bestand, een in paren]
        typer.echo(json.dumps(waarden, ensure_ascii=False, indent=2))
    elif paren:
        telling = "1 bevinding." if len(paren) == 1 else f"{len(paren)} bevindingen."
        typer.echo("\n".join([*(f"{bestand}: {een}" for bestand, een in paren), telling]))
    else:
        typer.echo("\n".join(f"{relatief(bestand)} is in orde{in_orde}." for bestand in gevonden))
    if paren:
        raise typer.Exit(Afloop.FOUT_IN_PUBLICATIE)
