"""kaartgen voorbeeld: one card as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kaartgen.meldingen import relatief
from kaartgen.opdrachtregel.gebruiksfouten import Gebruiksfout
from kaartgen.opdrachtregel.keuzes import Publicatiekeuze, Vragenkeuze, laad_project, zoek, zoek_kaart

UITLEG = """Maak een afbeelding (PNG) van één kaart, om te zien hoe die eruitziet.

Nummers en namen van kaarten zie je met: kaartgen lijst."""

SMALST, BREEDST = 16, 8000
EERSTE_GEBRUIK, STANDAARDBREEDTE = "kaarten", 1600


def voorbeeld(
    kaart: Annotated[str, typer.Argument(metavar="KAART", help="Nummer of naam van een kaart.")],
    gebruik: Annotated[
        str,
        typer.Option(
            "--gebruik",
            metavar="NAAM",
            help=f"kaarten (met reflectievragen), dias of tabletboek. Anders: {EERSTE_GEBRUIK}.",
        ),
    ] = EERSTE_GEBRUIK,
    uit: Annotated[
        Path | None,
        typer.Option("--uit", metavar="BESTAND.png", help="Waar de afbeelding komt. Anders: <kaart>.png."),
    ] = None,
    breedte: Annotated[
        str,
        typer.Option("--breedte", metavar="PX", help=f"Breedte in beeldpunten. Anders: {STANDAARDBREEDTE}."),
    ] = str(STANDAARDBREEDTE),
    publicatie: Publicatiekeuze = None,
    vragen: Vragenkeuze = None,
) -> None:
    """Write a picture of one card."""
    from kaartgen.bouw import voorbeeld as maak_voorbeeld
    from kaartgen.bundel import schrijf

    beeldpunten = _beeldpunten(breedte)
    if uit and uit.suffix.lower() != ".png":
        raise Gebruiksfout(f"‘{uit}’ is geen naam voor een afbeelding. Kies een naam die eindigt op ‘.png’.")
    project = laad_project(publicatie, vragen)
    gekozen = zoek_kaart(kaart, {een.id: een for een in project.kaarten})
    gebruik = zoek(gebruik, project.ontwerp.formaten, "gebruik")
    afbeelding = maak_voorbeeld(project, gebruik, gekozen, beeldpunten)
    pad = uit or Path(f"{gekozen.id}.png")
    schrijf(pad, afbeelding)
    typer.echo(f"Kaart {gekozen.nummer} (‘{gekozen.vraag}’) staat nu in {relatief(pad)}.")


def _beeldpunten(tekst: str) -> int:
    if not tekst.isdecimal() or not SMALST <= int(tekst) <= BREEDST:
        raise Gebruiksfout(
            f"‘{tekst}’ is geen goede breedte. Kies een getal van {SMALST} tot en met {BREEDST}."
        )
    return int(tekst)
