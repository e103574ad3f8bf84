"""What users choose by name: the publication, its selections and cards."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kaartgen.meldingen import relatief
from kaartgen.opdrachtregel.afloop import Omgevingsfout
from kaartgen.opdrachtregel.gebruiksfouten import Gebruiksfout
from kaartgen.plaatsen import Plaatsen, zoek_plaatsen

if TYPE_CHECKING:
    from kaartgen.bouw import Project
    from kaartgen.samenstelling import Kaart

Publicatiekeuze = Annotated[
    str | None,
    typer.Option(
        "--publicatie",
        metavar="NAAM",
        help="Map van de publicatie in data/publicaties, of een pad. Mag ontbreken als er maar één is.",
    ),
]
Selectiekeuze = Annotated[
    list[str] | None,
    typer.Argument(metavar="AMBTSDRAGER", help="Naam van een selectie, bijvoorbeeld alle-ambtsdragers."),
]
Bundelmapkeuze = Annotated[
    Path | None,
    typer.Option("--uit", metavar="MAP", help="Map voor de bundels. Anders: output/<publicatie>."),
]
Vragenkeuze = Annotated[
    list[Path] | None,
    typer.Option(
        "--vragen",
        metavar="BESTAND",
        help="Bestand met eigen vragen. Mag vaker: elk volgend bestand komt boven op de vorige.",
    ),
]
Onderlaagkeuze = Annotated[
    list[Path] | None,
    typer.Option("--vragen", metavar="BESTAND", help="Bestand met vragen dat hieronder ligt. Mag vaker."),
]


def plaatsen() -> Plaatsen:
    """Find content, design and fonts from the working folder. Raises Omgevingsfout when one is missing."""
    gevonden = zoek_plaatsen(Path.cwd())
    for map_ in (gevonden.publicaties, gevonden.layouts, gevonden.fonts):
        if not map_.is_dir():
            raise Omgevingsfout(
                f"De map ‘{relatief(map_)}’ ontbreekt. "
                "Zet die terug of start kaartgen in de map van het project."
            )
    return gevonden


def publicatienamen(waar: Plaatsen, naam: str | None) -> tuple[str, ...]:
    """Give the publication with this name, or all of them for None.

    Raises Gebruiksfout for a name that is not there and Omgevingsfout when there are no publications.
    """
    from kaartgen.inhoud import publicaties

    er_zijn = publicaties(waar.publicaties)
    if not er_zijn:
        raise Omgevingsfout(f"In ‘{relatief(waar.publicaties)}’ staat geen publicatie. Zet er een in.")
    if naam is None:
        return er_zijn
    return (zoek(naam, er_zijn, "publicatie"),)


def of_elders(waar: Plaatsen, publicatie: str | None) -> tuple[Plaatsen, str | None]:
    """Give where a publication stands and its name, when it is the path of a folder and no known name."""
    if publicatie is None:
        return waar, publicatie
    map_ = Path(publicatie)
    bekend = map_.name == publicatie and (waar.publicaties / publicatie).is_dir()
    if bekend or not (map_ / "publicatie.yaml").is_file():
        return waar, publicatie
    return replace(waar, publicaties=map_.resolve().parent), map_.resolve().name


def kies_publicatie(publicatie: str | None) -> tuple[Plaatsen, str]:
    """Give where the publication with this name stands, or the only one for None, and its name.

    Raises Gebruiksfout when it must be chosen first.
    """
    waar, publicatie = of_elders(plaatsen(), publicatie)
    namen = publicatienamen(waar, publicatie)
    if len(namen) > 1:
        raise Gebruiksfout(
            f"Er zijn meer publicaties: {', '.join(namen)}. Kies er een met --publicatie NAAM."
        )
    return waar, namen[0]


def laad_project(publicatie: str | None, vragen: Sequence[Path] | None = None) -> Project:
    """Load the publication with this name, or the only one for None, with these layers of questions.

    Raises Gebruiksfout when it must be chosen first, Fouten for its faults, and Omgevingsfout when
    files of its font are missing.
    """
    from kaartgen.bouw import laad
    from kaartgen.lettertypen import SNEDEN

    waar, naam = kies_publicatie(publicatie)
    project = laad(waar, naam, vragen or ())
    ontbreekt = [snede for snede in SNEDEN.values() if not any(project.letter.map.glob(f"*-{snede}.ttf"))]
    if ontbreekt:
        bestanden = ", ".join(f"…-{snede}.ttf" for snede in ontbreekt)
        raise Omgevingsfout(
            f"In ‘{relatief(project.letter.map)}’ ontbreekt {bestanden}. Zet het lettertype terug."
        )
    return project


def zoek(naam: str, keuzes: Collection[str], wat: str) -> str:
    """Give the name back when it is one of the choices. Raises Gebruiksfout with advice otherwise."""
    if naam in keuzes:
        return naam
    from kaartgen.inhoud.bedoeling import raad_bedoeling

    raad = raad_bedoeling(naam, keuzes, f"Er zijn: {', '.join(keuzes)}.")
    raise Gebruiksfout(f"Er is geen {wat} ‘{naam}’. {raad}")


def zoek_kaart(keuze: str, kaarten: Mapping[str, Kaart]) -> Kaart:
    """Give the card with this number or id. Raises Gebruiksfout with advice when there is none."""
    for kaart in kaarten.values():
        if str(kaart.nummer) == keuze:
            return kaart
    if keuze.isdecimal():
        laatste = max(kaart.nummer for kaart in kaarten.values())
        raise Gebruiksfout(f"Er is geen kaart {keuze}. De kaarten hebben nummer 1 tot en met {laatste}.")
    return kaarten[zoek(keuze, kaarten, "kaart")]
