"""kaartgen controleer: all problems of a publication and its design at once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kaartgen.meldingen import Ernst, Fouten, Melding
from kaartgen.opdrachtregel.afloop import Afloop, telling
from kaartgen.opdrachtregel.keuzes import Publicatiekeuze, Vragenkeuze, laad_project

UITLEG = """Controleer een publicatie en haar vormgeving, en toon alle fouten en waarschuwingen.

Elke regel noemt het bestand, de regel en de kolom, wat er mis is en wat je kunt doen."""


def controleer(
    publicatie: Publicatiekeuze = None,
    vragen: Vragenkeuze = None,
    als_json: Annotated[
        bool, typer.Option("--json", help="Geef de meldingen als JSON, voor programma’s.")
    ] = False,
) -> None:
    """Tell all problems; leave with an exit code for faults when there is one."""
    meldingen = _alle_meldingen(publicatie, vragen)
    if als_json:
        typer.echo(json.dumps([melding.als_dict() for melding in meldingen], ensure_ascii=False, indent=2))
    else:
        for melding in meldingen:
            typer.echo(str(melding))
        typer.echo(telling(meldingen))
    if any(melding.ernst is Ernst.FOUT for melding in meldingen):
        raise typer.Exit(Afloop.FOUT_IN_PUBLICATIE)


def _alle_meldingen(publicatie: str | None, vragen: Sequence[Path] | None) -> Sequence[Melding]:
    try:
        meldingen = laad_project(publicatie, vragen).controleer()
    except Fouten as fouten:
        meldingen = fouten.meldingen
    return sorted(meldingen, key=lambda melding: (melding.plek, melding.code, melding.tekst))
