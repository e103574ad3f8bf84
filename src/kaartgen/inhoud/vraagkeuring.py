"""From a reflectievraag to Tekstbevindingen: whether it is one open question that does not lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaartgen.inhoud.schrijfwijzer import Schrijfwijzer
from kaartgen.inhoud.vraagbouw import zinsdelen
from kaartgen.inhoud.vraagdubbel import vraagt_meermaals
from kaartgen.inhoud.vraagopening import beweert, is_gesloten
from kaartgen.inhoud.vraagsturing import stuurt
from kaartgen.inhoud.vraaguitnodiging import nodigt_uit, uitnodigingen
from kaartgen.inhoud.zinnen import kaal, telling, zinnen, zonder_citaten
from kaartgen.inhoud.zinskeuring import Tekstbevinding, zinsbevindingen

MAX_WOORDEN = 20
"""Words in a reflectievraag; a longer one is hard to take in at a table."""

_UITZONDERING = "lang"


def vraagbevindingen(tekst: str, wijzer: Schrijfwijzer | None) -> tuple[Tekstbevinding, ...]:
    """Give what is wrong with a reflectievraag; without a Schrijfwijzer only what holds in each language."""
    vraag = kaal(tekst).strip()
    bevindingen = [*_te_lang(vraag)]
    if wijzer is None:
        bevindingen += [*_vraagteken(vraag), *_twee_vraagtekens(vraag)]
    else:
        bevindingen += [
            *(() if nodigt_uit(vraag, wijzer) else _vraagteken(vraag)),
            *(_twee_vraagtekens(vraag) or _twee_ineen(vraag, wijzer)),
            *_gesloten(_vraagzin(vraag, wijzer), wijzer),
            *_sturend(vraag, wijzer),
            *(een for een in zinsbevindingen(vraag, wijzer) if een.regel != _UITZONDERING),
        ]
    return tuple(bevindingen)


def _te_lang(vraag: str) -> Iterator[Tekstbevinding]:
    aantal = telling(vraag)
    if aantal > MAX_WOORDEN:
        yield Tekstbevinding(
            "lang", f"Deze reflectievraag telt {aantal} woorden.", f"Houd het bij {MAX_WOORDEN} woorden."
        )


def _vraagteken(vraag: str) -> Iterator[Tekstbevinding]:
    if "?" not in vraag:
        wat = "In deze reflectievraag staat geen vraagteken."
        yield Tekstbevinding("zonder-vraagteken", wat, "Maak er een vraag van.")
    elif not re.search(r"[^?!]\?[’”)]*$", vraag):
        wat = "Deze reflectievraag eindigt niet met één vraagteken."
        yield Tekstbevinding("zonder-vraagteken", wat, "Zet de vraag aan het eind, met één vraagteken.")


def _dubbel() -> Tekstbevinding:
    return Tekstbevinding(
        "dubbel",
        "Hier staan twee vragen in één reflectievraag.",
        "Kies er een, of maak er twee reflectievragen van.",
    )


def _twee_vraagtekens(vraag: str) -> list[Tekstbevinding]:
    tekens = re.findall(r"[?!]+", zonder_citaten(vraag))
    return [_dubbel()] if sum("?" in reeks for reeks in tekens) > 1 else []


def _twee_ineen(vraag: str, wijzer: Schrijfwijzer) -> list[Tekstbevinding]:
    """Look for a second question that ‘en’, ‘of’ or a comma joins to the first, or a second invitation."""
    zonder = zonder_citaten(vraag)
    dubbel = vraagt_meermaals(zonder.casefold(), wijzer.vragen) or uitnodigingen(zonder, wijzer) > 1
    return [_dubbel()] if dubbel else []


def _vraagzin(vraag: str, wijzer: Schrijfwijzer) -> str:
    """Give the sentence that asks; what stands before it may tell something first."""
    met = [zin for zin in zinnen(zonder_citaten(vraag), wijzer.afkortingen) if "?" in zin]
    return met[-1] if met else ""


def _gesloten(zin: str, wijzer: Schrijfwijzer) -> Iterator[Tekstbevinding]:
    delen = zinsdelen(zin)
    if is_gesloten(delen, wijzer.vragen) or beweert(delen, wijzer):
        yield Tekstbevinding(
            "gesloten",
            "Op deze reflectievraag kun je ja of nee zeggen.",
            "Begin met wat, wie, welk, waar, wanneer of hoe.",
        )


def _sturend(vraag: str, wijzer: Schrijfwijzer) -> Iterator[Tekstbevinding]:
    if gevonden := stuurt(zonder_citaten(vraag), wijzer):
        yield Tekstbevinding(
            "sturend",
            f"‘{gevonden}’ legt het antwoord in de mond.",
            "Vraag zo dat elk antwoord goed is.",
        )
