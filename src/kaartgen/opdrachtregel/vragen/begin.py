"""kaartgen vragen begin: a file for own questions with the questions that are on the cards now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kaartgen.meldingen import relatief
from kaartgen.opdrachtregel.gebruiksfouten import Gebruiksfout
from kaartgen.opdrachtregel.keuzes import Onderlaagkeuze, Publicatiekeuze, kies_publicatie, zoek_kaart

UITLEG = """Begin een bestand met eigen vragen, of zet er kaarten bij.

In het bestand staan de vragen die de kaarten nu hebben. Verander daarin wat je wilt en laat het zien met:
kaartgen vragen toon --vragen BESTAND"""


def begin(
    bestand: Annotated[
        Path, typer.Argument(metavar="BESTAND.yaml", help="Bestand dat gemaakt of aangevuld wordt.")
    ],
    kaarten: Annotated[
        list[str] | None,
        typer.Argument(metavar="KAART", help="Nummer of naam van een kaart. Anders: alle kaarten."),
    ] = None,
    naam: Annotated[
        str, typer.Option("--naam", metavar="NAAM", help="Van wie de vragen zijn. Anders: Eigen vragen.")
    ] = "Eigen vragen",
    publicatie: Publicatiekeuze = None,
    vragen: Onderlaagkeuze = None,
) -> None:
    """Make the file, or add cards to it."""
    from kaartgen.bouw import lees_gelaagd
    from kaartgen.samenstelling import alle_kaarten
    from kaartgen.vragen import lees_laag, nieuwe_laag, schrijf_laag
    from kaartgen.vragen.beginnen import begintekst, ongewijzigd
    from kaartgen.wegschrijven import schrijf

    if bestand.suffix.lower() != ".yaml":
        raise Gebruiksfout(f"‘{bestand}’ eindigt niet op ‘.yaml’. Kies een naam die dat wel doet.")
    waar, slug = kies_publicatie(publicatie)
    onder = lees_gelaagd(waar, slug, vragen or ()).publicatie
    alle = {kaart.id: kaart for kaart in alle_kaarten(onder)}
    gekozen = [zoek_kaart(keuze, alle) for keuze in kaarten or ()] or list(alle.values())
    if not bestand.exists():
        laag = nieuwe_laag(bestand, naam, onder.id, onder.gegevens.editie)
        schrijf(bestand, begintekst(laag, gekozen).encode())
    else:
        laag = lees_laag(bestand)
        gekozen = [kaart for kaart in gekozen if kaart.id not in laag.kaarten]
        erbij = {kaart.id: ongewijzigd(kaart) for kaart in gekozen}
        schrijf_laag(bestand, replace(laag, kaarten={**laag.kaarten, **erbij}))
    erbij_gezet = "1 kaart" if len(gekozen) == 1 else f"{len(gekozen)} kaarten"
    typer.echo(f"{relatief(bestand)}: {erbij_gezet} erbij gezet. Verander de vragen en bewaar het bestand.")
    typer.echo(f"Maak daarna de bundels met: kaartgen bundel --vragen {relatief(bestand)}")
