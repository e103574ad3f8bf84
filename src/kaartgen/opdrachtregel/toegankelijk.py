"""kaartgen toegankelijk: whether people who read with aids can use a file, made by kaartgen or not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kaartgen.meldingen import relatief
from kaartgen.opdrachtregel.afloop import Afloop
from kaartgen.opdrachtregel.keuzes import lees_bestand

if TYPE_CHECKING:
    from kaartgen.toegankelijkheid import Bevinding

PDF, ZIP = b"%PDF-", b"PK\x03\x04"
ZOEKBEREIK = 1024
"""A PDF begins within so many bytes (ISO 32000-1, annex H.3)."""

UITLEG = """Kijk of mensen met een hulpmiddel, zoals een schermlezer, een PDF kunnen lezen (PDF/UA en PDF/A-2a).

Elke regel noemt het bestand, de plaats, wat er mis is, wat je kunt doen, en welke norm erom vraagt."""


def toegankelijk(
    bestanden: Annotated[
        list[Path], typer.Argument(metavar="BESTAND", help="PDF om te keuren, bijvoorbeeld tabletboek.pdf.")
    ],
    als_json: Annotated[
        bool, typer.Option("--json", help="Geef de bevindingen als JSON, voor programma’s.")
    ] = False,
) -> None:
    """Tell all findings; leave with an exit code for faults when there is one."""
    inhouden = {bestand: lees_bestand(bestand) for bestand in bestanden}
    gevonden = {bestand: _keuring(inhoud)(inhoud) for bestand, inhoud in inhouden.items()}
    if als_json:
        paren = [(bestand, een) for bestand, alle in gevonden.items() for een in alle]
        waarden = [{"bestand": relatief(bestand), **een.als_dict()} for bestand, een in paren]
        typer.echo(json.dumps(waarden, ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(_als_tekst(gevonden)))
    if any(gevonden.values()):
        raise typer.Exit(Afloop.FOUT_IN_PUBLICATIE)


def _keuring(inhoud: bytes) -> Callable[[bytes], tuple[Bevinding, ...]]:
    """Give the check for a kind of file, known by its bytes and not by its name."""
    from kaartgen.toegankelijkheid.pdf import keur_pdf

    keuringen = {ZIP: _nog_niet}
    return next((keuring for begin, keuring in keuringen.items() if inhoud.startswith(begin)), keur_pdf)
