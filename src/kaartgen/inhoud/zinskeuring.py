"""From a text to Tekstbevindingen: sentences that are hard to read."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from kaartgen.inhoud.schrijfwijzer import Jargonlijst, Lijdend, Schrijfwijzer, losse_woorden
from kaartgen.inhoud.zinnen import kaal, telling, woorden, zinnen

_ZINSDEEL = re.compile(r"[,;:()–—]")
_BEGINWOORDEN = 4
_DICHTBIJ = 2
_GETOOND = 3
MEESTE_LIJDEND = 1
"""Passive forms in a sentence that still read well; from two on they pile up."""


@dataclass(frozen=True, slots=True)
class Tekstbevinding:
    """What is wrong with a text: the rule by name, what it says in words, and what to do."""

    regel: str
    tekst: str
    raad: str


def zinsbevindingen(tekst: str, wijzer: Schrijfwijzer) -> tuple[Tekstbevinding, ...]:
    """Give what is hard to read in a text: long sentences, heavy words, passives that pile up."""
    los = set(losse_woorden(tekst.casefold()))
    lang = tekst.count(" ") >= wijzer.langste_zin
    zwaar = wijzer.jargonlijst.kan(los)
    lijdend = not wijzer.lijdend.worden.isdisjoint(los)
    if not (lang or zwaar or lijdend):
        return ()
    delen = zinnen(tekst, wijzer.afkortingen)
    return (
        *_lange_zinnen(delen, wijzer.langste_zin),
        *_jargon(delen, wijzer.jargonlijst),
        *(een for zin in delen for een in _opeengestapeld(zin, wijzer.lijdend)),
    )


def _lange_zinnen(delen: list[str], langste: int) -> Iterator[Tekstbevinding]:
    for zin in delen:
        aantal = telling(zin)
        if aantal > langste:
            yield Tekstbevinding(
                "lang",
                f"De zin ‘{_begin(zin)}’ telt {aantal} woorden.",
                f"Maak er twee zinnen van, of houd het bij {langste} woorden.",
            )


def _jargon(delen: list[str], lijst: Jargonlijst) -> Iterator[Tekstbevinding]:
    """Give each heavy word of these sentences once; with a capital inside a sentence it is a name."""
    gezien: set[str] = set()
    for zin in delen:
        for woord, liever in lijst.zoek(zin):
            if woord not in gezien:
                gezien.add(woord)
                yield Tekstbevinding("jargon", f"‘{woord}’ is een zwaar woord.", f"Gewoner is: {liever}.")


def _opeengestapeld(zin: str, taal: Lijdend) -> Iterator[Tekstbevinding]:
    vormen = lijdende_vormen(zin, taal)
    if len(vormen) > MEESTE_LIJDEND:
        getoond = [*vormen[:_GETOOND], *("…" for _ in vormen[_GETOOND : _GETOOND + 1])]
        yield Tekstbevinding(
            "lijdend",
            f"In de zin ‘{_begin(zin)}’ stapelen lijdende vormen zich op: {', '.join(getoond)}.",
            "Zeg wie het doet.",
        )


def lijdende_vormen(zin: str, taal: Lijdend) -> tuple[str, ...]:
    """Give the passive forms of a sentence, such as ‘wordt … gekozen’.

    A form of `zijn` with a participle counts only beside one of `worden`: alone it may well be active.
    """
    klein = kaal(zin).casefold()
    if not taal.worden.intersection(woorden(klein)):
        return ()
    paren = [paar for deel in _ZINSDEEL.split(klein) for paar in _paren(woorden(deel), taal)]
    if not any(hulp in taal.worden for hulp, _ in paren):
        return ()
    return tuple(f"{hulp} … {deelwoord}" for hulp, deelwoord in paren)


def _paren(delen: list[str], taal: Lijdend) -> Iterator[tuple[str, str]]:
    """Pair each form of worden and zijn in a clause with its participle.

    That stands just before it (‘gekozen kan worden’) or else somewhere after it (‘wordt vandaag gekozen’).
    """
    vrij = [nr for nr, woord in enumerate(delen) if _is_deelwoord(woord, taal)]
    volgende = 0
    for nr, woord in enumerate(delen):
        if woord in taal.worden or woord in taal.zijn:
            volgende = bisect(vrij, nr - _DICHTBIJ - 1, lo=volgende)
            keus = max(volgende, bisect(vrij, nr, lo=volgende) - 1)
            if keus < len(vrij):
                yield woord, delen[vrij[keus]]
                volgende = keus + 1


def _is_deelwoord(woord: str, taal: Lijdend) -> bool:
    anders = woord in taal.niet or woord.endswith(taal.geen_uitgangen)
    return not anders and taal.deelwoord.fullmatch(woord) is not None


def _begin(zin: str) -> str:
    delen = zin.split()
    return " ".join(delen[:_BEGINWOORDEN]).rstrip(",;:") + (" …" if len(delen) > _BEGINWOORDEN else "")
