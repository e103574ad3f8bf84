"""kaartgen volg: make the bundles again each time somebody saves a file."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING

import typer

from kaartgen.meldingen import Fouten, relatief
from kaartgen.opdrachtregel.afloop import systeemfout, telling
from kaartgen.opdrachtregel.keuzes import (
    Bundelmapkeuze,
    Publicatiekeuze,
    Selectiekeuze,
    Vragenkeuze,
    kies_publicatie,
)
from kaartgen.plaatsen import UITVOER

if TYPE_CHECKING:
    from kaartgen.bouw import Gemaakt
    from kaartgen.volgen import Wachter

UITLEG = """Kijk naar een publicatie en je vragen, en maak de bundels opnieuw zodra je een bestand bewaart.

Zit er een fout in, dan zie je die en blijven de laatste goede bundels staan. Stop met Ctrl+C."""

RUST = 0.05
"""Seconds between two looks at the files."""


def volg(
    ambtsdragers: Selectiekeuze = None,
    publicatie: Publicatiekeuze = None,
    vragen: Vragenkeuze = None,
    uit: Bundelmapkeuze = None,
) -> None:
    """Make the bundles now and after each change, until Ctrl+C."""
    from kaartgen.volgen import Maker, Wachter

    waar, slug = kies_publicatie(publicatie)
    lagen = tuple(vragen or ())
    maker = Maker(waar, slug, lagen, tuple(ambtsdragers or ()), uit or Path(UITVOER, slug))
    wachter = Wachter((waar.publicaties / slug, waar.layouts, *lagen))
    try:
        while True:
            _maak(maker.maak)
            gc.collect()  # it does not run by itself in kaartgen, and here it must not pile up
            typer.echo("Ik kijk of er iets verandert. Stop met Ctrl+C.")
            _wacht(wachter)
    except KeyboardInterrupt:
        typer.echo("\nGestopt. Wat gemaakt is, blijft staan.")


def _maak(maak: Callable[[], list[Gemaakt]]) -> None:
    """Make the bundles and tell what came of it; trouble that a user can solve does not stop the watch."""
    begin = perf_counter()
    try:
        gemaakt = maak()
    except Fouten as fouten:
        for melding in fouten.meldingen:
            typer.echo(str(melding))
        typer.echo(f"{telling(fouten.meldingen)} De laatste goede bundels blijven staan.")
        return
    except OSError as fout:
        typer.echo(systeemfout(fout))
        return
    for een in gemaakt:
        anders = een.verschil.als_tekst() if een.verschil else "Gemaakt."
        typer.echo(f"{relatief(een.pad)}  {anders}")
    typer.echo(f"Klaar in {perf_counter() - begin:.1f} s.".replace(".", ",", 1))


def _wacht(wachter: Wachter) -> None:
    """Wait until a file has changed and they are all at rest: some programs write a file in steps."""
    while not wachter.veranderd():
        sleep(RUST)
    sleep(RUST)
    while wachter.veranderd():
        sleep(RUST)
