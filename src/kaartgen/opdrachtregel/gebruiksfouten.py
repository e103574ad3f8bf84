"""From typer's English usage errors to Dutch ones that say what to do."""

from __future__ import annotations

import re
from typing import Any

import typer

TUSSEN_HAAKJES = re.compile(r" \((.*)\)$")


class Gebruiksfout(Exception):
    """The command as typed cannot be done; the message is for users."""


def als_gebruiksfout(fout: Gebruiksfout | typer.TyperException) -> Gebruiksfout:
    """Give the Dutch error for one of typer, with the help to look at; a Gebruiksfout stays as it is.

    Typer's classes for these errors have no public names, so they are told apart by name.
    """
    if isinstance(fout, Gebruiksfout):
        return fout
    context = getattr(fout, "ctx", None)
    if type(fout).__name__ == "NoArgsIsHelpError":
        return Gebruiksfout(fout.message)
    opdracht = context.command_path if context else "kaartgen"
    return Gebruiksfout(f"{_wat(fout)} Zie: {opdracht} --help")


def _wat(fout: typer.TyperException) -> str:
    soort = type(fout).__name__
    if soort == "NoSuchOption":
        return _onbekende_optie(fout)
    if soort == "BadOptionUsage":
        return _optie_en_waarde(fout)
    if soort == "MissingParameter":
        param = getattr(fout, "param", None)
        return f"Er ontbreekt iets: {_naam(param)}."
    over = TUSSEN_HAAKJES.search(fout.message)
    if soort == "UsageError" and over:
        return f"Dit is te veel: ‘{over[1]}’."
    return "Deze opdracht klopt niet."


def _naam(param: Any) -> str:
    """Give the name by which users know a parameter: an option with its value, or the word in the help."""
    if param is None:
        return "een waarde"
    opties = [optie for optie in param.opts if optie.startswith("--")]
    return " ".join(filter(None, (*opties[:1], param.metavar or ("" if opties else param.name))))


def _onbekende_optie(fout: typer.TyperException) -> str:
    from kaartgen.inhoud.bedoeling import raad_bedoeling

    context, naam = getattr(fout, "ctx", None), str(getattr(fout, "option_name", ""))
    params = context.command.get_params(context) if context else []
    opties = [optie for param in params for optie in param.opts if optie.startswith("-")]
    raad = raad_bedoeling(naam, opties, f"Er zijn: {', '.join(opties)}.")
    return f"De optie ‘{naam}’ bestaat niet. {raad}"


def _optie_en_waarde(fout: typer.TyperException) -> str:
    hoort = "geen waarde" if "does not take" in fout.message else "een waarde"
    return f"Achter de optie ‘{getattr(fout, 'option_name', '')}’ hoort {hoort}."
