"""kaartgen importeer: the makers' own text as the folder of a publication."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kaartgen.meldingen import Fouten, relatief
from kaartgen.opdrachtregel.afloop import Omgevingsfout
from kaartgen.opdrachtregel.keuzes import plaatsen, zoek
from kaartgen.opdrachtregel.toestemming import vraag_toestemming

UITLEG = """Neem de tekst van de makers over uit hun publicatie: een PDF, of een tekst die daaruit is gehaald.

Een recept in data/recepten zegt welke koppen en groepen erin staan. Alles krijgt zijn plaats of wordt
genoemd. Klopt er iets niet, dan wordt er niets geschreven. Daarna maak je de bundels met:
kaartgen bundel --publicatie MAP"""

RECEPTEN = "recepten"
MEESTE_REGELS = 60
"""Lines of a difference that are shown."""


def importeer(
    bestand: Annotated[Path, typer.Argument(metavar="BESTAND", help="PDF of tekst van de publicatie.")],
    recept: Annotated[
        str, typer.Option("--recept", metavar="NAAM", help="Naam van een recept in data/recepten.")
    ],
    naar: Annotated[Path, typer.Option("--naar", metavar="MAP", help="Map voor de nieuwe publicatie.")],
    tabletboek: Annotated[
        Path | None,
        typer.Option(
            "--tabletboek",
            metavar="BESTAND.pdf",
            help="PDF van het officiële tabletboek; die komt in elke bundel zoals zij is.",
        ),
    ] = None,
    alles: Annotated[
        bool, typer.Option("--alles", help="Noem in het verslag ook elke plek die zeker hersteld is.")
    ] = False,
    ja: Annotated[bool, typer.Option("--ja", help="Vervang de map zonder te vragen.")] = False,
) -> None:
    """Read the document, tell what was found, and write the folder."""
    from kaartgen.bouw import importeer as lees_in
    from kaartgen.invoer.uitgavemap import bewaak_map, met_eigen_werk, schrijf_map, verschillen
    from kaartgen.invoer.verslagregels import verslagregels

    waar = plaatsen()
    recepten = waar.publicaties.parent / RECEPTEN
    er_zijn = sorted(pad.stem for pad in recepten.glob("*.yaml"))
    if not er_zijn:
        raise Omgevingsfout(f"In ‘{relatief(recepten)}’ staat geen recept. Zet er een in.")
    naam = zoek(recept, er_zijn, "recept")
    bewaak_map(naar)
    gelezen = lees_in(waar, recepten / f"{naam}.yaml", bestand, tabletboek)
    for regel in verslagregels(gelezen.verslag, relatief(bestand), alles):
        typer.echo(regel)
    if gelezen.verslag.fouten:
        raise Fouten(gelezen.verslag.fouten)
    bestanden = met_eigen_werk(naar, gelezen.bestanden)
    anders = verschillen(naar, bestanden) if naar.is_dir() and any(naar.iterdir()) else None
    if anders == []:
        typer.echo(f"In {relatief(naar)} staat dit al precies zo. Er is niets geschreven.")
        return
    if anders:
        _vraag(naar, anders, ja)
    schrijf_map(naar, bestanden)
    typer.echo(f"De publicatie staat nu in {relatief(naar)}.")
    typer.echo(f"Maak de bundels met: kaartgen bundel --publicatie {relatief(naar)}")


def _vraag(naar: Path, anders: list[str], ja: bool) -> None:
    """Show what would change and go on only when the user agrees. Raises Gebruiksfout otherwise."""
    typer.echo(f"In {relatief(naar)} verandert dit (- gaat weg, + komt erbij):")
    for regel in anders[:MEESTE_REGELS]:
        typer.echo(regel)
    if len(anders) > MEESTE_REGELS:
        typer.echo(f"… en nog {len(anders) - MEESTE_REGELS} regels.")
    raad = "Wil je de map vervangen, geef dan --ja. Kies anders met --naar een andere map."
    vraag_toestemming("Vervangen?", ja, raad)
