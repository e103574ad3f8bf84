"""kaartgen keur: whether PDFs can be printed as a profile wants, made by kaartgen or not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kaartgen.meldingen import relatief
from kaartgen.opdrachtregel.afloop import OORZAKEN, Afloop, Omgevingsfout
from kaartgen.opdrachtregel.keuzes import plaatsen, zoek

if TYPE_CHECKING:
    from kaartgen.drukkeuring import Bevinding

MEESTE_BYTES = 500_000_000
"""Bytes of the largest file that is looked at."""

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
    eigen = _lees(icc) if icc else None
    inhouden = {bestand: _lees(bestand) for bestand in bestanden}
    gevonden = {bestand: keur_pdf(inhoud, gekozen, eigen) for bestand, inhoud in inhouden.items()}
    if als_json:
        paren = [(bestand, een) for bestand, alle in gevonden.items() for een in alle]
        waarden = [{"bestand": relatief(bestand), **een.als_dict()} for bestand, een in paren]
        typer.echo(json.dumps(waarden, ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(_als_tekst(gevonden, profiel)))
    if any(gevonden.values()):
        raise typer.Exit(Afloop.FOUT_IN_PUBLICATIE)


def _als_tekst(gevonden: dict[Path, tuple[Bevinding, ...]], profiel: str) -> list[str]:
    regels = [f"{relatief(bestand)}: {een}" for bestand, alle in gevonden.items() for een in alle]
    aantal = len(regels)
    if aantal:
        return [*regels, "1 bevinding." if aantal == 1 else f"{aantal} bevindingen."]
    return [f"{relatief(bestand)} is in orde voor het profiel ‘{profiel}’." for bestand in gevonden]


def _lees(bestand: Path) -> bytes:
    try:
        with bestand.open("rb") as open_:
            inhoud = open_.read(MEESTE_BYTES + 1)
    except OSError as fout:
        oorzaak = OORZAKEN.get(fout.errno or 0, fout.strerror or "onbekende oorzaak")
        raad = "Kijk of de naam klopt en of je het bestand mag openen."
        raise Omgevingsfout(f"Lezen lukt niet met ‘{relatief(bestand)}’: {oorzaak}. {raad}") from fout
    if len(inhoud) > MEESTE_BYTES:
        groot = f"‘{relatief(bestand)}’ is groter dan {MEESTE_BYTES // 1_000_000} MB."
        raise Omgevingsfout(f"{groot} Verdeel het over meer bestanden en keur die.")
    return inhoud
