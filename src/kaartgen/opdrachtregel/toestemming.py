"""Ask somebody for a yes before something is replaced."""

from __future__ import annotations

import sys

import typer

from kaartgen.opdrachtregel.gebruiksfouten import Gebruiksfout

JA = ("j", "ja")


def vraag_toestemming(vraag: str, ja: bool, raad: str) -> None:
    """Go on when the user agrees, or agreed before with --ja. Raises Gebruiksfout otherwise.

    `raad` says what to do where nobody can be asked.
    """
    if ja:
        return
    if not sys.stdin.isatty():
        raise Gebruiksfout(f"Er is niets veranderd. {raad}")
    typer.echo(f"{vraag} [j/N] ", nl=False)
    if sys.stdin.readline().strip().lower() not in JA:
        raise Gebruiksfout("Er is niets veranderd.")
