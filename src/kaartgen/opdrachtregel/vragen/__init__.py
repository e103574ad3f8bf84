"""kaartgen vragen: the commands around own questions."""

from __future__ import annotations

import typer

from kaartgen.opdrachtregel.groep import Opdrachtgroep, zet_opdrachten
from kaartgen.opdrachtregel.vragen import begin, lees_terug, samenvoegen, tabel, toon

UITLEG = """Werk met eigen reflectievragen, in een bestand naast de publicatie.

De publicatie zelf verandert niet. Geef het bestand met --vragen aan bundel, druk, voorbeeld en controleer."""

groep = typer.Typer(cls=Opdrachtgroep, help=UITLEG, no_args_is_help=True)

zet_opdrachten(
    groep,
    {
        "toon": (toon.toon, toon.UITLEG),
        "begin": (begin.begin, begin.UITLEG),
        "lees-terug": (lees_terug.lees_terug, lees_terug.UITLEG),
        "tabel": (tabel.tabel, tabel.UITLEG),
        "samenvoegen": (samenvoegen.samenvoegen, samenvoegen.UITLEG),
    },
)
