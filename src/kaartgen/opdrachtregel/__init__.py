"""The shell: Typer commands around bouw, in plain Dutch, with one exit code per kind of trouble.

Commands import what they need when they run, so that `kaartgen --help` is quick.
"""

from __future__ import annotations

import gc
import os
from typing import Annotated

import typer

from kaartgen import __version__
from kaartgen.opdrachtregel import (
    bundel,
    controleer,
    druk,
    importeer,
    keur,
    lijst,
    schema,
    toegankelijk,
    verschil,
    volg,
    voorbeeld,
    vragen,
)
from kaartgen.opdrachtregel.groep import Opdrachtgroep, zet_opdrachten

# A short run makes no garbage worth looking for, and pydantic has no plug-ins to look for here.
gc.disable()
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")

app = typer.Typer(
    name="kaartgen",
    cls=Opdrachtgroep,
    help="Maakt van een publicatie gesprekskaarten, dia’s, een tabletboek en drukwerk.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _toon_versie(gevraagd: bool) -> None:
    if gevraagd:
        typer.echo(f"kaartgen {__version__}")
        raise typer.Exit


@app.callback()
def kaartgen(
    versie: Annotated[
        bool, typer.Option("--versie", callback=_toon_versie, is_eager=True, help="Toon de versie.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


zet_opdrachten(
    app,
    {
        "bundel": (bundel.bundel, bundel.UITLEG),
        "volg": (volg.volg, volg.UITLEG),
        "verschil": (verschil.verschil, verschil.UITLEG),
        "druk": (druk.druk, druk.UITLEG),
        "keur": (keur.keur, keur.UITLEG),
        "toegankelijk": (toegankelijk.toegankelijk, toegankelijk.UITLEG),
        "controleer": (controleer.controleer, controleer.UITLEG),
        "importeer": (importeer.importeer, importeer.UITLEG),
        "lijst": (lijst.lijst, lijst.UITLEG),
        "voorbeeld": (voorbeeld.voorbeeld, voorbeeld.UITLEG),
        "schema": (schema.schema, schema.UITLEG),
    },
)
app.add_typer(vragen.groep, name="vragen")
