"""kaartgen toegankelijk: whether people who read with aids can use a file, made by kaartgen or not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kaartgen.opdrachtregel.bevindingen import lees, toon

if TYPE_CHECKING:
    from kaartgen.toegankelijkheid import Bevinding

ZIP = b"PK\x03\x04"
IN_ORDE = ", voor zover een programma dat kan zien"

UITLEG = """Kijk of mensen met een hulpmiddel, zoals een schermlezer, een PDF kunnen lezen (PDF/UA, PDF/A-2a).

Elke regel noemt het bestand, de plaats, wat er mis is, wat je kunt doen, en welke norm erom vraagt."""


def toegankelijk(
    bestanden: Annotated[
        list[Path], typer.Argument(metavar="BESTAND", help="PDF om te keuren, bijvoorbeeld tabletboek.pdf.")
    ],
    als_json: Annotated[
        bool, typer.Option("--json", help="Geef de bevindingen als JSON, voor programma’s.")
    ] = False,
) -> None:
    """Tell all findings; leave with an exit code for faults when there is one."""
    inhouden = {bestand: lees(bestand) for bestand in bestanden}
    toon({bestand: keur(inhoud) for bestand, inhoud in inhouden.items()}, als_json, IN_ORDE)


def keur(inhoud: bytes) -> tuple[Bevinding, ...]:
    """Check a file of a kind that its bytes tell, whatever it is called."""
    from kaartgen.toegankelijkheid import Bevinding
    from kaartgen.toegankelijkheid.pdf import keur_pdf

    if inhoud.startswith(ZIP):
        tekst = "Een presentatie kan kaartgen nog niet keuren."
        raad = "Gebruik de toegankelijkheidscontrole van PowerPoint, of keur de PDF."
        return (Bevinding("bestand", "presentatie", tekst, raad, "EN 301 549, 10"),)
    return keur_pdf(inhoud)
