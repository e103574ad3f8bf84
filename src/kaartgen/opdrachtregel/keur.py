"""kaartgen keur: whether PDFs can be printed as a profile wants, made by kaartgen or not."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kaartgen.opdrachtregel.bevindingen import lees, toon
from kaartgen.opdrachtregel.keuzes import plaatsen, zoek

UITLEG = """Keur een PDF voor je eigen printer of voor een drukker, en toon alles wat niet klopt.

Elke regel noemt het bestand, de pagina en de plaats, wat er mis is en wat je kunt doen. Welke profielen
er zijn, zie je als je een verkeerde naam geeft."""


def keur(
    bestanden: Annotated[
        list[Path], typer.Argument(metavar="BESTAND", help="PDF om te keuren, bijvoorbeeld drukwerk.pdf.")
    ],
    profiel: Annotated[
        str,
        typer.Option("--profiel", metavar="NAAM", help="Profiel van de printer of drukker, zoals drukkerij."),
    ],
    icc: Annotated[
        Path | None,
        typer.Option(
            "--icc", metavar="BESTAND", help="ICC-profiel van de drukker dat in de PDF moet zitten."
        ),
    ] = None,
    als_json: Annotated[
        bool, typer.Option("--json", help="Geef de bevindingen als JSON, voor programma’s.")
    ] = False,
) -> None:
    """Tell all findings; leave with an exit code for faults when there is one."""
    from kaartgen.drukkeuring import keur as keur_pdf
    from kaartgen.opmaak.druk.drukprofiel_lezen import drukprofielen, lees_drukprofiel

    layouts = plaatsen().layouts
    gekozen = lees_drukprofiel(layouts, zoek(profiel, drukprofielen(layouts), "profiel"))
    eigen = lees(icc) if icc else None
    inhouden = {bestand: lees(bestand) for bestand in bestanden}
    gevonden = {bestand: keur_pdf(inhoud, gekozen, eigen) for bestand, inhoud in inhouden.items()}
    toon(gevonden, als_json, f" voor het profiel ‘{profiel}’")
