"""kaartgen vragen toon: where each question on a card comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kaartgen.opdrachtregel.keuzes import Publicatiekeuze, Vragenkeuze, kies_publicatie, zoek_kaart

if TYPE_CHECKING:
    from kaartgen.vragen import Gelaagd

UITLEG = """Toon van elke vraag op een kaart waar zij vandaan komt, en wat weggelaten of vervangen is.

Zonder namen van kaarten zie je de kaarten waar je vragen iets aan veranderen."""

PUBLICATIE = "publicatie"


def toon(
    kaarten: Annotated[
        list[str] | None, typer.Argument(metavar="KAART", help="Nummer of naam van een kaart.")
    ] = None,
    publicatie: Publicatiekeuze = None,
    vragen: Vragenkeuze = None,
    als_json: Annotated[
        bool, typer.Option("--json", help="Geef de vragen als JSON, voor programma’s.")
    ] = False,
) -> None:
    """Show the questions of these cards, or of all that layers change."""
    from kaartgen.bouw import lees_gelaagd
    from kaartgen.samenstelling import alle_kaarten

    waar, naam = kies_publicatie(publicatie)
    gelaagd = lees_gelaagd(waar, naam, vragen or ())
    alle = {kaart.id: kaart for kaart in alle_kaarten(gelaagd.publicatie)}
    gekozen = [zoek_kaart(keuze, alle) for keuze in kaarten or ()]
    if not gekozen:
        gekozen = [kaart for kaart in alle.values() if not gelaagd.lagen or gelaagd.verandert(kaart.id)]
    overzicht = [
        {"nummer": kaart.nummer, "id": kaart.id, "vraag": kaart.vraag} | _vragen(gelaagd, kaart.id)
        for kaart in gekozen
    ]
    if als_json:
        typer.echo(json.dumps(overzicht, ensure_ascii=False, indent=2))
        return
    for kaart in overzicht:
        typer.echo("\n".join(_als_tekst(kaart)))
    if len(gekozen) < len(alle) and not kaarten:
        typer.echo("Op de andere kaarten staan de vragen van de publicatie.")


def _vragen(gelaagd: Gelaagd, id_: str) -> dict[str, Any]:
    teksten = gelaagd.publicatie.reflectievragen[id_].vragen
    return {
        "reflectievragen": [
            {
                "vraag": tekst,
                "van": herkomst.laag.naam if herkomst.laag else PUBLICATIE,
                "plek": str(gelaagd.publicatie.plek("reflectievragen", id_, "vragen", nummer)),
                "vervangt": herkomst.vervangt,
            }
            for nummer, (tekst, herkomst) in enumerate(zip(teksten, gelaagd.herkomst[id_], strict=True))
        ],
        "weggelaten": [
            {"vraag": een.tekst, "door": een.laag.naam} for een in gelaagd.weg.get(id_, ()) if not een.door
        ],
    }


def _als_tekst(kaart: dict[str, Any]) -> Iterator[str]:
    yield f"Kaart {kaart['nummer']} ({kaart['id']}): {kaart['vraag']}"
    for nummer, een in enumerate(kaart["reflectievragen"], 1):
        vervangt = f", in plaats van ‘{een['vervangt']}’" if een["vervangt"] else ""
        yield f"  {nummer}. {een['vraag']}"
        yield f"     {een['van']}{vervangt}  ({een['plek']})"
    for een in kaart["weggelaten"]:
        yield f"  Weggelaten door {een['door']}: ‘{een['vraag']}’"
    yield ""
