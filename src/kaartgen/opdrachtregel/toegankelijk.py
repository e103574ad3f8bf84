"""kaartgen toegankelijk: whether people who read with aids can use a file, made by kaartgen or not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kaartgen.opdrachtregel.bevindingen import lees, toon

if TYPE_CHECKING:
    from kaartgen.toegankelijkheid import Bevinding

KANTOOR = (b"PK", b"\xd0\xcf\x11\xe0")
"""How files of office programs begin: a ZIP, or a compound file, such as one with a password."""

IN_ORDE = ", voor zover een programma dat kan zien"

UITLEG = """Kijk of mensen met een hulpmiddel, zoals een schermlezer, een PDF of presentatie kunnen lezen.

Een PDF wordt gekeurd op PDF/UA en PDF/A-2a, een presentatie (.pptx) op wat PowerPoint nakijkt en op WCAG 2.1.

Elke regel noemt het bestand, de plaats, wat er mis is, wat je kunt doen, en welke norm erom vraagt."""


def toegankelijk(
    bestanden: Annotated[
        list[Path], typer.Argument(metavar="BESTAND", help="PDF of presentatie, bijvoorbeeld tabletboek.pdf.")
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
    if inhoud.startswith(KANTOOR):
        from kaartgen.toegankelijkheid.pptx import keur_pptx

        return keur_pptx(inhoud)
    from kaartgen.toegankelijkheid.pdf import keur_pdf

    return keur_pdf(inhoud)
