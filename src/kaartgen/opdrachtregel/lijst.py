"""kaartgen lijst: which publications, selections and cards there are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kaartgen.opdrachtregel.keuzes import Publicatiekeuze, of_elders, plaatsen, publicatienamen

if TYPE_CHECKING:
    from kaartgen.inhoud import Publicatie

UITLEG = """Toon de publicaties met hun selecties en kaarten.

De namen in deze lijst zijn de namen die de andere opdrachten begrijpen."""


def lijst(
    publicatie: Publicatiekeuze = None,
    als_json: Annotated[
        bool, typer.Option("--json", help="Geef de lijst als JSON, voor programma’s.")
    ] = False,
) -> None:
    """List one publication, or all."""
    from kaartgen.inhoud import lees

    waar, publicatie = of_elders(plaatsen(), publicatie)
    overzichten = [_overzicht(lees(waar.publicaties / naam)) for naam in publicatienamen(waar, publicatie)]
    if als_json:
        typer.echo(json.dumps(overzichten, ensure_ascii=False, indent=2))
    else:
        typer.echo("\n\n".join(map(_als_tekst, overzichten)))


def _overzicht(publicatie: Publicatie) -> dict[str, Any]:
    return {
        "id": publicatie.slug,
        "titel": publicatie.gegevens.titel,
        "jaar": publicatie.gegevens.jaar,
        "selecties": [
            {
                "id": selectie.id,
                "naam": selectie.naam,
                "kaarten": len(publicatie.kaarten if selectie.kaarten == "alle" else selectie.kaarten),
            }
            for selectie in publicatie.selecties
        ],
        "kaarten": [
            {"nummer": kaart.nummer, "id": kaart.id, "soort": kaart.soort, "vraag": kaart.vraag}
            for kaart in sorted(publicatie.kaarten, key=lambda kaart: kaart.nummer)
        ],
    }


def _als_tekst(overzicht: dict[str, Any]) -> str:
    selecties, kaarten = overzicht["selecties"], overzicht["kaarten"]
    breed = max(len(een["id"]) for een in (*selecties, *kaarten))
    soort = max(len(kaart["soort"]) for kaart in kaarten)
    return "\n".join(
        (
            f"{overzicht['titel']} ({overzicht['jaar']})",
            f"Publicatie: {overzicht['id']}",
            "",
            "Selecties",
            *(f"      {een['id']:<{breed}}  {een['kaarten']:>2} kaarten  {een['naam']}" for een in selecties),
            "",
            "Kaarten",
            *(
                f"  {kaart['nummer']:>2}  {kaart['id']:<{breed}}  {kaart['soort']:<{soort}}  {kaart['vraag']}"
                for kaart in kaarten
            ),
        )
    )
