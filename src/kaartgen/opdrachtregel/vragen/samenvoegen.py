"""kaartgen vragen samenvoegen: bring a file with own questions up to date with the edition there is now."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kaartgen.meldingen import relatief
from kaartgen.opdrachtregel.keuzes import Onderlaagkeuze, Publicatiekeuze, laad_project
from kaartgen.opdrachtregel.toestemming import vraag_toestemming

UITLEG = """Werk een bestand met eigen vragen bij na een nieuwe editie van de publicatie.

Je ziet eerst wat er bij jouw vragen veranderd is. Je eigen vragen blijven altijd staan, en ook je opmerkingen
en de volgorde. Daarna weet het bestand hoe de kaarten nu zijn en komen de meldingen niet terug."""


def samenvoegen(
    bestand: Annotated[Path, typer.Argument(metavar="BESTAND.yaml", help="Bestand met eigen vragen.")],
    publicatie: Publicatiekeuze = None,
    vragen: Onderlaagkeuze = None,
    droog: Annotated[bool, typer.Option("--droog", help="Laat alleen zien wat er verandert.")] = False,
    ja: Annotated[bool, typer.Option("--ja", help="Schrijf zonder te vragen.")] = False,
) -> None:
    """Show what changed below the questions of a file and write the merged file."""
    from kaartgen.meldingen import Ernst, Fouten
    from kaartgen.terughalen import past_niet
    from kaartgen.vragen import lees_laag, pas_toe, schrijf_laag
    from kaartgen.vragen.bijwerken import werk_bij

    laag = lees_laag(bestand)
    project = laad_project(publicatie, vragen)
    onder = project.publicatie
    meldingen = pas_toe(onder, [laag]).meldingen
    if any(melding.ernst is Ernst.FOUT and melding.code == "laag-andere-publicatie" for melding in meldingen):
        raise Fouten(meldingen)
    for melding in meldingen:
        typer.echo(str(melding))
    nieuw = werk_bij(laag, onder)
    if nieuw == laag:
        typer.echo(f"{relatief(bestand)} past al bij deze editie. Er is niets geschreven.")
        return
    if te_vol := past_niet(project, pas_toe(onder, [nieuw]).publicatie):
        typer.echo("Dit past niet. Er is niets geschreven.")
        raise Fouten(te_vol)
    if droog:
        typer.echo("Er is niets geschreven.")
        return
    vraag_toestemming(f"{relatief(bestand)} bijwerken?", ja, "Wil je het bestand bijwerken, geef dan --ja.")
    schrijf_laag(bestand, nieuw)
    typer.echo(f"{relatief(bestand)} past nu bij deze editie.")
