"""From pydantic's errors on a file to Meldingen in plain Dutch."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kaartgen.inhoud import model
from kaartgen.inhoud.bedoeling import raad_bedoeling
from kaartgen.inhoud.bron import Bron, Pad
from kaartgen.meldingen import Melding

_VERWACHT = {
    "string_type": "tekst",
    "int_type": "een geheel getal",
    "float_type": "een getal",
    "bool_type": "true of false",
    "tuple_type": "een lijst",
    "dict_type": "een groep velden",
    "mapping_type": "een groep velden",
    "model_type": "een groep velden",
}
_VORMEN = {
    model.TEKSTVORM: ("tekst-leeg", "Hier staat een lege tekst.", "Vul de tekst in of haal de regel weg."),
    model.IDVORM: (
        "id-vorm",
        "‘{}’ is geen geldige id.",
        "Gebruik alleen kleine letters zonder accent, cijfers en losse streepjes, zoals ‘menselijke-maat’.",
    ),
    model.KLEURVORM: (
        "kleur-vorm",
        "‘{}’ is geen kleur.",
        "Schrijf zes hexcijfers in hoofdletters, tussen aanhalingstekens.",
    ),
    model.AFKORTINGVORM: (
        "afkorting-vorm",
        "‘{}’ is geen afkorting.",
        "Een afkorting is één woord van minstens twee letters, zoals ‘VNG’.",
    ),
    model.TAALVORM: ("taal-vorm", "‘{}’ is geen geldige taalcode.", "Schrijf bijvoorbeeld ‘nl-NL’."),
}


def veldfouten(bron: Bron, soort: type[model.Deel], fout: ValidationError) -> list[Melding]:
    """Give a Melding for each error in a file of this kind, in the order of the fields."""
    return [_melding(bron, soort, een) for een in fout.errors(include_url=False) if not _gevolg(een)]


def _gevolg(fout: ErrorDetails) -> bool:
    """Tell whether a list is only called too short because pydantic does not count members with faults."""
    return fout["type"] == "too_short" and len(fout["input"]) >= fout.get("ctx", {})["min_length"]


def _melding(bron: Bron, soort: type[model.Deel], fout: ErrorDetails) -> Melding:
    oorzaak = fout.get("ctx", {}).get("error")
    veld = (oorzaak.veld,) if isinstance(oorzaak, model.Samenhangfout) else ()
    pad = _pad(bron.waarde, (*fout["loc"], *veld))
    naam = next(reversed(fout["loc"] if fout["type"] == "missing" else pad), "")
    code, tekst, raad = _zin(fout, str(naam), soort)
    return Melding(bron.plek(pad), code, tekst, raad)


def _pad(waarde: Any, loc: Pad) -> Pad:
    """Keep the steps that lead somewhere in the file; pydantic adds steps of its own."""
    pad: Pad = ()
    for stap in loc:
        try:
            waarde = waarde[stap]
        except (KeyError, IndexError, TypeError):
            continue
        pad = (*pad, stap)
    return pad


def _zin(fout: ErrorDetails, naam: str, soort: type[model.Deel]) -> tuple[str, str, str]:
    soort_fout, waarde, context = fout["type"], fout["input"], fout.get("ctx", {})
    match soort_fout:
        case "missing":
            return "veld-ontbreekt", f"Het veld ‘{naam}’ ontbreekt.", f"Voeg een regel toe: ‘{naam}: …’."
        case "extra_forbidden":
            velden = _velden(soort, fout["loc"][:-1])
            anders = f"Mogelijk zijn: {', '.join(velden)}."
            return (
                "veld-onbekend",
                f"Het veld ‘{naam}’ bestaat hier niet.",
                raad_bedoeling(naam, velden, anders),
            )
        case "string_pattern_mismatch":
            code, tekst, raad = _VORMEN[context["pattern"]]
            return code, tekst.format(waarde), raad
        case "too_short" | "too_long":
            return _lengte(soort_fout, len(waarde), context)
        case "string_too_long":
            tekst = f"Deze tekst telt {len(waarde)} tekens."
            return "tekst-lang", tekst, f"Houd het bij {context['max_length']} tekens."
        case "literal_error":
            keuzes = re.findall(r"'([^']*)'", context["expected"])
            anders = f"Kies uit: {', '.join(keuzes)}."
            return (
                "keuze-onbekend",
                f"‘{waarde}’ kan hier niet.",
                raad_bedoeling(str(waarde), keuzes, anders),
            )
        case "greater_than_equal":
            return "getal-bereik", f"{waarde} is te laag.", f"Kies {context['ge']} of hoger."
        case "greater_than":
            return "getal-bereik", f"{waarde} is te laag.", f"Kies een getal boven {context['gt']}."
        case "finite_number":
            return "getal-bereik", f"{waarde} is geen gewoon getal.", "Schrijf een getal in cijfers."
        case "value_error":
            zin = str(context["error"])
            return "samenhang", f"{zin[0].upper()}{zin[1:]}.", "Vergelijk het met een bestand dat goed is."
        case "less_than_equal":
            return "getal-bereik", f"{waarde} is te hoog.", f"Kies {context['le']} of lager."
    verwacht = _VERWACHT.get(soort_fout)
    if verwacht and waarde is None:
        return (
            "veld-leeg",
            f"Het veld ‘{naam}’ is leeg; hier hoort {verwacht}.",
            "Vul het in of haal het weg.",
        )
    if verwacht:
        raad = f"Maak er {verwacht} van."
        if verwacht == "tekst" and not isinstance(waarde, dict | tuple):
            raad = "Zet de tekst tussen dubbele aanhalingstekens."
        return "waarde-soort", f"Hier hoort {verwacht}, maar er staat {_staat(waarde)}.", raad
    return (
        "waarde-ongeldig",
        f"De waarde van ‘{naam}’ kan hier niet.",
        "Vergelijk de regel met een ander bestand.",
    )


def _lengte(soort_fout: str, aantal: int, context: Mapping[str, Any]) -> tuple[str, str, str]:
    tekst = f"Aantal onderdelen hier: {aantal}."
    if soort_fout == "too_short":
        return "lijst-te-kort", tekst, f"Zet er minstens {context['min_length']} neer."
    return "lijst-te-lang", tekst, f"Houd er hooguit {context['max_length']} over."


def _staat(waarde: object) -> str:
    match waarde:
        case bool():
            return "ja of nee (true of false)"
        case int() | float():
            return "een getal"
        case date():
            return "een datum"
        case str():
            return "tekst"
        case tuple():
            return "een lijst"
        case dict():
            return "een groep velden"
    return "iets anders"


def _velden(soort: type[model.Deel], loc: Pad) -> list[str]:
    """Give the field names that are possible at this place of a file."""
    for stap in loc:
        veld = soort.model_fields.get(str(stap))
        soort = _deel(veld.annotation) or soort if veld else soort
    return list(soort.model_fields)


def _deel(annotatie: Any) -> type[model.Deel] | None:
    if isinstance(annotatie, type) and issubclass(annotatie, model.Deel):
        return annotatie
    return next((deel for arg in get_args(annotatie) if (deel := _deel(arg))), None)
