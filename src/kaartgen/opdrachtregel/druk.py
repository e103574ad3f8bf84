"""kaartgen druk: print files of one set for one printer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from kaartgen.meldingen import relatief
from kaartgen.opdrachtregel.gebruiksfouten import Gebruiksfout
from kaartgen.opdrachtregel.keuzes import Publicatiekeuze, Vragenkeuze, laad_project, plaatsen, zoek
from kaartgen.opdrachtregel.voortgang import voortgang
from kaartgen.plaatsen import UITVOER

UITLEG = """Maak drukbestanden van een set, voor je eigen printer of voor een drukker.

Welke profielen en formaten er zijn, zie je als je een verkeerde naam geeft. Er komt ook een bestand
DRUKWIJZER bij: welk papier, welke instelling en waar je snijdt. Elk bestand wordt eerst gekeurd; klopt
er iets niet, dan wordt er niets gemaakt."""

EERSTE_FORMAAT = "a4"
MAPNAAM = "druk"
DIKTE = re.compile(r"[0-9]\.?[0-9]{0,3}")
DUNST, DIKST = 0.03, 5.0
VERSCHUIVING = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*")


def druk(
    ambtsdrager: Annotated[
        str,
        typer.Argument(metavar="AMBTSDRAGER", help="Naam van een selectie, bijvoorbeeld alle-ambtsdragers."),
    ],
    profiel: Annotated[
        str,
        typer.Option("--profiel", metavar="NAAM", help="Profiel van de printer of drukker, zoals kantoor."),
    ],
    formaat: Annotated[
        str,
        typer.Option(
            "--formaat",
            metavar="NAAM",
            help=f"a4 of a5 (kaarten), a6 of poker (kaartjes). Anders: {EERSTE_FORMAAT}.",
        ),
    ] = EERSTE_FORMAAT,
    kaarten: Annotated[
        str,
        typer.Option("--kaarten", metavar="NUMMERS", help="Alleen deze kaarten, zoals 3,21-24 of W1-W9,P."),
    ] = "",
    verschuiving: Annotated[
        str,
        typer.Option(
            "--verschuiving",
            metavar="X,Y",
            help="Verschuif achterkanten: mm naar rechts, mm naar beneden. Meet dit met het proefblad.",
        ),
    ] = "0,0",
    icc: Annotated[
        Path | None,
        typer.Option("--icc", metavar="BESTAND", help="Het ICC-profiel dat de drukker je gaf."),
    ] = None,
    dikte: Annotated[
        str,
        typer.Option(
            "--dikte",
            metavar="MM",
            help="Dikte van één vel papier, voor het doosje. Anders uit het profiel.",
        ),
    ] = "",
    publicatie: Publicatiekeuze = None,
    vragen: Vragenkeuze = None,
    uit: Annotated[
        Path | None,
        typer.Option("--uit", metavar="MAP", help="Map voor de bestanden. Anders: output/<publicatie>/druk."),
    ] = None,
) -> None:
    """Make the print files of one set."""
    from kaartgen.drukken import Drukopdracht
    from kaartgen.drukken import druk as maak_drukwerk
    from kaartgen.nummers import KeuzeOngeldig
    from kaartgen.opmaak.druk.drukformaat import drukformaten
    from kaartgen.opmaak.druk.drukprofiel_lezen import drukprofielen

    layouts = plaatsen().layouts
    zoek(profiel, drukprofielen(layouts), "profiel")
    zoek(formaat, drukformaten(layouts), "formaat")
    schuif, papier = _verschuiving(verschuiving), _dikte(dikte)
    project = laad_project(publicatie, vragen)
    selectie = zoek(ambtsdrager, [een.id for een in project.publicatie.selecties], "selectie")
    opdracht = Drukopdracht(selectie, profiel, formaat, kaarten, schuif, icc, papier)
    map_ = uit or Path(UITVOER, project.publicatie.slug, MAPNAAM)
    with voortgang(5, "Kaarten, vellen en keuring maken") as meld:
        try:
            gemaakt = maak_drukwerk(project, opdracht, map_, meld)
        except KeuzeOngeldig as fout:
            raise Gebruiksfout(str(fout)) from fout
    for een in gemaakt:
        typer.echo(f"{relatief(een.pad)}{f'  {een.paginas} pagina’s' if een.paginas else ''}")
    typer.echo(f"Gemaakt en gekeurd. Lees eerst {relatief(gemaakt[-1].pad)}.")


def _verschuiving(tekst: str) -> tuple[float, float]:
    gevonden = VERSCHUIVING.fullmatch(tekst)
    if gevonden is None:
        raise Gebruiksfout(
            f"‘{tekst}’ is geen verschuiving. Schrijf twee getallen in mm met een komma ertussen en een punt "
            "voor halven, bijvoorbeeld: --verschuiving 1.5,-0.5."
        )
    return float(gevonden[1]), float(gevonden[2])


def _dikte(tekst: str) -> float | None:
    if not tekst:
        return None
    dikte = float(tekst) if DIKTE.fullmatch(tekst) else 0.0
    if not DUNST <= dikte <= DIKST:
        raise Gebruiksfout(
            f"‘{tekst}’ is geen dikte van papier. Schrijf mm met een punt, bijvoorbeeld: --dikte 0.3. "
            "Papier van 200 gram is ongeveer 0.24 mm dik, van 250 gram 0.3 mm."
        )
    return dikte
