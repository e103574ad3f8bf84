"""kaartgen vragen lees-terug: questions edited in PowerPoint or Excel, back into a layer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kaartgen.meldingen import Fouten, relatief
from kaartgen.opdrachtregel.gebruiksfouten import Gebruiksfout
from kaartgen.opdrachtregel.keuzes import Publicatiekeuze, Vragenkeuze, laad_project
from kaartgen.opdrachtregel.toestemming import vraag_toestemming

if TYPE_CHECKING:
    from kaartgen.terughalen import Teruggehaald

UITLEG = """Lees reflectievragen terug uit een bestand dat je bewerkte: een .pptx of een tabel.

Je ziet per kaart wat er veranderde. Na een ja staat dat in een bestand met eigen vragen. Is het bewerkte
bestand met eigen vragen gemaakt, geef die dan weer met --vragen. Alleen vragen komen terug; de vaste tekst
is van de makers."""

ZONDER_HERKOMST = (
    "Van {} zegt dit bestand niet met welke vragen het gemaakt is. Hierboven kan daar dus ook staan wat niet "
    "van jou is: vragen van een oudere editie, of eigen vragen van een ander. Kijk elke regel na."
)

EERSTE_LAAG = Path("mijn-vragen.yaml")


def lees_terug(
    bestand: Annotated[
        Path, typer.Argument(metavar="BESTAND", help="Bewerkte presentatie (.pptx) of tabel (.xlsx, .csv).")
    ],
    laag: Annotated[
        Path,
        typer.Option(
            "--laag",
            metavar="BESTAND.yaml",
            help=f"Bestand met eigen vragen dat gemaakt of bijgewerkt wordt. Anders: {EERSTE_LAAG}.",
        ),
    ] = EERSTE_LAAG,
    publicatie: Publicatiekeuze = None,
    vragen: Vragenkeuze = None,
    droog: Annotated[bool, typer.Option("--droog", help="Laat alleen zien wat er verandert.")] = False,
    ja: Annotated[bool, typer.Option("--ja", help="Schrijf zonder te vragen.")] = False,
    sta_toe: Annotated[
        bool,
        typer.Option(
            "--sta-toe",
            help="Toon waar je vaste tekst zelf verandert. Alleen als de licentie veranderen toestaat.",
        ),
    ] = False,
) -> None:
    """Show what came back and write it into the layer."""
    from kaartgen.terughalen import haal_terug, schrijf_terug

    lagen = list(vragen or ())
    doel = next((een for een in lagen if een.resolve() == laag.resolve()), laag)
    if doel.suffix.lower() != ".yaml":
        raise Gebruiksfout(f"‘{doel}’ eindigt niet op ‘.yaml’. Kies met --laag een naam die dat wel doet.")
    if doel in lagen[:-1]:
        raise Gebruiksfout(
            f"‘{doel}’ ligt onder andere bestanden. Kies met --laag het laatste, of een nieuw bestand."
        )
    project = laad_project(publicatie, vragen)
    gegevens = project.publicatie.gegevens
    if sta_toe and not gegevens.licentie.wijzigen_toegestaan:
        raise Gebruiksfout(
            f"--sta-toe kan niet: de vaste tekst veranderen mag alleen met toestemming van {gegevens.maker}. "
            "Laat --sta-toe weg; de reflectievragen komen dan wel terug."
        )
    gehaald = haal_terug(project, bestand, lagen, doel, sta_toe)
    for regel in _verslag(bestand, gehaald):
        typer.echo(regel)
    if gehaald.past_niet:
        typer.echo("Dit past niet. Er is niets geschreven.")
        raise Fouten(gehaald.past_niet)
    aantal = _kaarten(len(gehaald.terug.verschillen))
    if gehaald.laag is None:
        wat = "is geen vraag overgenomen" if gehaald.terug.meldingen else "zijn geen andere vragen"
        typer.echo(f"Er {wat}. Er is niets geschreven.")
        return
    if droog:
        typer.echo(f"{aantal} anders. Er is niets geschreven.")
        return
    raad = "Wil je dit bewaren, geef dan --ja."
    zonder = gehaald.terug.zonder_herkomst
    if zonder:
        typer.echo(ZONDER_HERKOMST.format(_nummers(zonder)))
        raad = "Dit bestand zegt niet waarvan het gemaakt is; dan geldt --ja niet. Doe dit in een terminal."
    vraag_toestemming(f"{aantal} anders. In {relatief(doel)} zetten?", ja and not zonder, raad)
    schrijf_terug(doel, gehaald.laag)
    boven = lagen if doel in lagen else [*lagen, doel]
    opties = "".join(f" --vragen {relatief(een)}" for een in boven)
    typer.echo(f"{aantal} anders; dat staat nu in {relatief(doel)}.")
    typer.echo(f"Maak de bundels opnieuw met: kaartgen bundel{opties}")


def _verslag(bestand: Path, gehaald: Teruggehaald) -> Iterator[str]:
    terug, kaarten = gehaald.terug, gehaald.uitgifte.kaarten
    yield f"{relatief(bestand)}: van {_kaarten(terug.gelezen)} de vragen gelezen."
    for id_, verschil in terug.verschillen.items():
        yield f"Kaart {kaarten[id_].nummer} ({id_}): {kaarten[id_].titel}"
        yield from (f"  {regel}" for regel in verschil.regels())
    if terug.meldingen:
        yield "Let op:"
        yield from map(str, terug.meldingen)
    if terug.afwezig:
        yield f"Niet meer in het bestand, en dus niet veranderd: {_nummers(terug.afwezig)}."


def _kaarten(aantal: int) -> str:
    return "1 kaart" if aantal == 1 else f"{aantal} kaarten"


def _nummers(nummers: Sequence[int]) -> str:
    from kaartgen.nummers import reeksen

    return f"kaart {reeksen([str(nummer) for nummer in nummers])}"
