"""kaartgen bundel: one ZIP per selection."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kaartgen.meldingen import relatief
from kaartgen.opdrachtregel.keuzes import (
    Bundelmapkeuze,
    Publicatiekeuze,
    Selectiekeuze,
    Vragenkeuze,
    laad_project,
    zoek,
)
from kaartgen.opdrachtregel.voortgang import voortgang
from kaartgen.plaatsen import UITVOER

if TYPE_CHECKING:
    from kaartgen.bouw import Gemaakt

UITLEG = """Maak per ambtsdrager een bundel: een ZIP met kaarten, dia’s en het tabletboek.

Zonder namen worden alle bundels gemaakt. De namen zie je met: kaartgen lijst. Staat een bundel er al, dan
wordt alleen opnieuw gemaakt wat veranderd is, en zie je welke kaarten je opnieuw moet printen. Zit er een
fout in de publicatie, dan wordt er niets gemaakt."""


def bundel(
    ambtsdragers: Selectiekeuze = None,
    publicatie: Publicatiekeuze = None,
    vragen: Vragenkeuze = None,
    uit: Bundelmapkeuze = None,
) -> None:
    """Make the bundles of these selections, or of all."""
    from kaartgen.bouw import bundel as maak_bundels

    project = laad_project(publicatie, vragen)
    er_zijn = [selectie.id for selectie in project.publicatie.selecties]
    gekozen = [zoek(naam, er_zijn, "selectie") for naam in dict.fromkeys(ambtsdragers or er_zijn)]
    map_ = uit or Path(UITVOER, project.publicatie.slug)
    with voortgang(len(gekozen), "Kaarten, dia’s en tabletboek maken") as meld:
        gemaakt = maak_bundels(project, gekozen, map_, meld)
    for een in gemaakt:
        typer.echo(f"{relatief(een.pad)}  {len(een.kaartenset.kaarten)} kaarten, {_megabytes(een.bytes)}")
        if een.verschil:
            typer.echo(f"  {een.verschil.als_tekst()}")
    lagen = {laag.bron.bestand for laag in project.lagen}
    over_vragen = [een for een in project.publicatie.leeswaarschuwingen if een.plek.bestand in lagen]
    for melding in over_vragen:
        typer.echo(str(melding), err=True)
    if len(over_vragen) < len(project.publicatie.leeswaarschuwingen):
        typer.echo("Er is iets om na te kijken. Zie: kaartgen controleer")
    typer.echo(f"{_telling(gemaakt, map_)} Pak er een uit en lees eerst LEESMIJ.txt.")


def _telling(gemaakt: Sequence[Gemaakt], map_: Path) -> str:
    aantal = sum(een.geschreven for een in gemaakt)
    if not aantal:
        return f"In {relatief(map_)} staat alles al goed; er is niets opnieuw gemaakt."
    return f"{'1 bundel' if aantal == 1 else f'{aantal} bundels'} gemaakt in {relatief(map_)}."


def _megabytes(bytes_: int) -> str:
    return f"{bytes_ / 1e6:.1f} MB".replace(".", ",")
