"""kaartgen verschil: what differs between two bundles, and which cards to print again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kaartgen.meldingen import Fouten, Melding, relatief

if TYPE_CHECKING:
    from kaartgen.manifest import Bundelstand

UITLEG = """Vergelijk twee bundels en zeg welke kaarten je opnieuw moet printen.

Geef eerst de oude en dan de nieuwe ZIP. Een kaart is dezelfde kaart als haar naam hetzelfde is."""


def verschil(
    oud: Annotated[Path, typer.Argument(metavar="OUD.zip", help="De bundel die je al geprint hebt.")],
    nieuw: Annotated[Path, typer.Argument(metavar="NIEUW.zip", help="De bundel die je nu hebt.")],
    als_json: Annotated[
        bool, typer.Option("--json", help="Geef het verschil als JSON, voor programma’s.")
    ] = False,
) -> None:
    """Tell the differences between two bundles."""
    from kaartgen.manifest import als_waarden
    from kaartgen.manifest import verschil as vergelijk

    was, is_ = _lees(oud, nieuw)
    gevonden = vergelijk(was.manifest, is_.manifest)
    if als_json:
        typer.echo(json.dumps(als_waarden(gevonden), ensure_ascii=False, indent=2))
        return
    if was.manifest.selectie.id != is_.manifest.selectie.id:
        namen = f"{was.manifest.selectie.naam} en {is_.manifest.selectie.naam}"
        typer.echo(f"Dit zijn bundels van verschillende selecties: {namen}.")
    edities = was.manifest.publicatie.editie, is_.manifest.publicatie.editie
    if edities[0] != edities[1]:
        namen = " en ".join(f"‘{een}’" if een else "een zonder naam" for een in edities)
        typer.echo(f"Dit zijn bundels van verschillende edities: {namen}.")
    typer.echo(gevonden.als_tekst())
    vragen = {kaart.nummer: kaart.vraag for kaart in is_.manifest.kaarten}
    for nummer in gevonden.opnieuw_printen:
        typer.echo(f"  {nummer:>3}  {vragen[nummer]}")
    if gevonden.bestanden:
        typer.echo(f"Bestanden die anders zijn: {', '.join(gevonden.bestanden)}.")


def _lees(oud: Path, nieuw: Path) -> tuple[Bundelstand, Bundelstand]:
    """Read both bundles. Raises Fouten with what is wrong with either, and when they do not go together."""
    from kaartgen.manifest import lees_bundel, zelfde_publicatie

    fouten: list[Melding] = []
    gelezen: list[Bundelstand] = []
    for pad in (oud, nieuw):
        try:
            gelezen.append(lees_bundel(pad))
        except Fouten as fout:
            fouten += fout.meldingen
    if not fouten:
        fouten += zelfde_publicatie(gelezen[0].manifest, gelezen[1].manifest, relatief(nieuw))
    if fouten:
        raise Fouten(fouten)
    return gelezen[0], gelezen[1]
