"""From an error of the YAML parser (libyaml's words or PyYAML's own) to a Melding in plain Dutch."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from kaartgen.meldingen import Melding, Plek


@dataclass(frozen=True, slots=True)
class _Soort:
    """Kind of error: recognised by `patroon` in the parser's words; shown at its start if `bij_begin`."""

    patroon: re.Pattern[str]
    code: str
    tekst: str
    raad: str
    bij_begin: bool = False


_AANHALING = "Zet de hele tekst tussen dubbele aanhalingstekens."
_SOORTEN = (
    _Soort(
        re.compile("nesting depth"),
        "yaml-te-diep",
        "De inhoud is hier veel te veel lagen diep.",
        "Maak de opbouw eenvoudiger.",
    ),
    _Soort(
        re.compile(r"quoted scalar.*(end of stream|document indicator)"),
        "yaml-aanhaling",
        "Het aanhalingsteken dat hier begint, wordt nergens gesloten.",
        "Zet aan het eind van de tekst hetzelfde aanhalingsteken.",
        bij_begin=True,
    ),
    _Soort(
        re.compile("escape"),
        "yaml-backslash",
        "Hier staat een backslash (\\) met een teken dat er niet bij hoort.",
        "Schrijf twee backslashes (\\\\) of haal hem weg.",
    ),
    _Soort(
        re.compile("mapping values are not allowed"),
        "yaml-dubbelepunt",
        "Hier staat een dubbele punt die niet kan, of de regel is te ver ingesprongen.",
        f"{_AANHALING} Klopt de tekst? Kijk dan of de regel even ver inspringt als die erboven.",
    ),
    _Soort(
        re.compile("could not find expected ':'"),
        "yaml-geen-dubbelepunt",
        "Op deze regel staat een veld zonder dubbele punt.",
        "Schrijf ‘naam: waarde’, of spring de regel in als die bij de tekst erboven hoort.",
        bij_begin=True,
    ),
    _Soort(
        re.compile("flow (sequence|mapping|node)"),
        "yaml-haak",
        "Het haakje dat hier begint, wordt niet goed gesloten.",
        "Sluit de lijst af met ] of de velden met }, met komma’s ertussen.",
        bij_begin=True,
    ),
    _Soort(
        re.compile("cannot start any token"),
        "yaml-begin",
        "Een tekst kan niet met dit teken beginnen.",
        _AANHALING,
    ),
    _Soort(
        re.compile("alphabetic or numeric"),
        "yaml-begin",
        "Een tekst kan niet met dit teken beginnen.",
        _AANHALING,
    ),
    _Soort(
        re.compile("block (mapping|collection)"),
        "yaml-inspringing",
        "Deze regel past niet bij de regels erboven.",
        "Kijk of de regel even ver inspringt en of de tekst erboven tussen één paar aanhalingstekens staat.",
    ),
)
_TAB = _Soort(
    re.compile("tab"), "tab", "Hier staat een tab.", "Gebruik spaties om in te springen, twee per laag."
)
_ANDERS = _Soort(
    re.compile(""),
    "yaml",
    "Hier klopt de YAML niet.",
    "Kijk naar de dubbele punten, aanhalingstekens en het inspringen op deze regel en die erboven.",
)


def melding(bestand: str, fout: yaml.MarkedYAMLError, tekst: str) -> Melding:
    """Say in Dutch what is wrong in `tekst` and where; unknown errors get a general sentence."""
    regels = tekst.split("\n")
    plaats = fout.problem_mark
    if plaats is not None and regels[min(plaats.line, len(regels) - 1)][plaats.column :].startswith("\t"):
        soort = _TAB
    else:
        woorden = f"{fout.context}: {fout.problem}"
        soort = next((soort for soort in _SOORTEN if soort.patroon.search(woorden)), _ANDERS)
    if soort.bij_begin and fout.context_mark is not None:
        plaats = fout.context_mark
    plek = Plek(bestand, plaats.line + 1, plaats.column + 1) if plaats is not None else Plek(bestand)
    return Melding(plek, soort.code, soort.tekst, soort.raad)
