"""kaartgen vragen tabel: all questions as a sheet for Excel."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kaartgen.meldingen import relatief
from kaartgen.opdrachtregel.gebruiksfouten import Gebruiksfout
from kaartgen.opdrachtregel.keuzes import Publicatiekeuze, Vragenkeuze, laad_project

UITLEG = """Zet alle reflectievragen in een tabel, om in Excel of een ander programma te bewerken.

Elke rij is een vraag. Verander, wis of voeg rijen toe, bewaar het bestand en lees het terug met:
kaartgen vragen lees-terug BESTAND"""

SOORTEN = (".xlsx", ".csv")


def tabel(
    uit: Annotated[
        Path, typer.Option("--uit", metavar="BESTAND", help="Naam die eindigt op .xlsx (Excel) of .csv.")
    ],
    publicatie: Publicatiekeuze = None,
    vragen: Vragenkeuze = None,
) -> None:
    """Write the table."""
    from kaartgen.terughalen import maak_tabel
    from kaartgen.wegschrijven import schrijf

    if uit.suffix.lower() not in SOORTEN:
        raise Gebruiksfout(f"‘{uit}’ eindigt niet op ‘.xlsx’ of ‘.csv’. Kies een naam die dat wel doet.")
    inhoud = maak_tabel(laad_project(publicatie, vragen), uit)
    schrijf(uit, inhoud)
    typer.echo(f"De vragen staan in {relatief(uit)}. Verander ze en bewaar het bestand.")
    lagen = "".join(f" --vragen {relatief(laag)}" for laag in vragen or ())
    typer.echo(f"Lees ze daarna terug met: kaartgen vragen lees-terug {relatief(uit)}{lagen}")
