"""kaartgen vragen samenvoegen: bring a file with own questions up to date with the edition there is now."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kaartgen.meldingen import relatief
from kaartgen.opdrachtregel.keuzes import Onderlaagkeuze, Publicatiekeuze, kies_publicatie
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
    from kaartgen.bouw import lees_gelaagd
    from kaartgen.meldingen import Ernst, Fouten
    from kaartgen.vragen import lees_laag, pas_toe, schrijf_laag
    from kaartgen.vragen.bijwerken import werk_bij

    laag = lees_laag(bestand)
    waar, naam = kies_publicatie(publicatie)
    onder = lees_gelaagd(waar, naam, vragen or ()).publicatie
    meldingen = pas_toe(onder, [laag]).meldingen
    if any(melding.ernst is Ernst.FOUT and melding.code == "laag-andere-publicatie" for melding in meldingen):
        raise Fouten(meldingen)
    for melding in meldingen:
        typer.echo(str(melding))
    nieuw = werk_bij(laag, onder)
    if nieuw == laag:
        typer.echo(f"{relatief(bestand)} past al bij deze editie. Er is niets geschreven.")
        return
    if droog:
        typer.echo("Er is niets geschreven.")
        return
    vraag_toestemming(f"{relatief(bestand)} bijwerken?", ja, "Wil je het bestand bijwerken, geef dan --ja.")
    schrijf_laag(bestand, nieuw)
    typer.echo(f"{relatief(bestand)} past nu bij deze editie.")
