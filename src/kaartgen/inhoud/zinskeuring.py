"""From a text to Tekstbevindingen: sentences that are hard to read."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from kaartgen.inhoud.schrijfwijzer import Jargonlijst, Lijdend, Schrijfwijzer, losse_woorden
from kaartgen.inhoud.zinnen import WOORD, kaal, telling, woorden, zinnen

_ZINSDEEL = re.compile(r"[,;:()–—]")
_STUK = re.compile(rf"{WOORD.pattern}|{_ZINSDEEL.pattern}")
_BEGINWOORDEN = 4
_DICHTBIJ = 2
_GETOOND = 3
_RIJ = 3
"""Participles that share one form of worden and pile up; two still read as one."""
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
    if len(paren) <= MEESTE_LIJDEND:
        paren = next(_rijen(klein, taal), paren)
    return tuple(f"{hulp} … {deelwoord}" for hulp, deelwoord in paren)


def _paren(delen: list[str], taal: Lijdend) -> Iterator[tuple[str, str]]:
    """Pair each form of worden and zijn in a clause with its participle.

    That stands just before it (‘gekozen kan worden’) or else somewhere after it (‘wordt vandaag gekozen’).
    """
    vrij = [nr for nr, woord in enumerate(delen) if is_deelwoord(woord, taal)]
    volgende = 0
    for nr, woord in enumerate(delen):
        if woord in taal.worden or woord in taal.zijn:
            volgende = bisect(vrij, nr - _DICHTBIJ - 1, lo=volgende)
            keus = max(volgende, bisect(vrij, nr, lo=volgende) - 1)
            if keus < len(vrij):
                deelwoord = delen[vrij[keus]]
                if woord in taal.worden or deelwoord not in taal.hoedanigheden:
                    yield woord, deelwoord
                volgende = keus + 1


def _rijen(zin: str, taal: Lijdend) -> Iterator[list[tuple[str, str]]]:
    """Pair a form of worden with the participles in a row that share it, from three on.

    It stands before the row in the same clause (‘werd besproken, gewogen en besloten’) or right behind it.
    """
    stukken = _STUK.findall(zin)
    hulp, plaats = "", 0
    while plaats < len(stukken):
        stuk = stukken[plaats]
        rij, plaats = _rij(stukken, plaats, taal) if is_deelwoord(stuk, taal) else ([], plaats + 1)
        if stuk in taal.worden:
            hulp = stuk
        elif _scheidt(stuk, taal):
            hulp = ""
        if len(rij) >= _RIJ:
            erna = takewhile(lambda ander: not _scheidt(ander, taal), stukken[plaats : plaats + _DICHTBIJ])
            samen = hulp or next((ander for ander in erna if ander in taal.worden), "")
            if samen:
                yield [(samen, deelwoord) for deelwoord in rij]
        hulp = "" if rij else hulp


def _rij(stukken: list[str], plaats: int, taal: Lijdend) -> tuple[list[str], int]:
    """Give the participles from a place on that commas and ‘en’ join, and the place behind them."""
    rij = [stukken[plaats]]
    plaats += 1
    while True:
        volgende = plaats
        while volgende < len(stukken) and _schakelt(stukken[volgende], taal):
            volgende += 1
        kandidaten = enumerate(stukken[volgende : volgende + _DICHTBIJ], volgende)
        nr = next((nr for nr, stuk in kandidaten if is_deelwoord(stuk, taal)), None)
        if volgende == plaats or nr is None:
            return rij, plaats
        rij.append(stukken[nr])
        plaats = nr + 1


def _schakelt(stuk: str, taal: Lijdend) -> bool:
    return stuk == "," or stuk in taal.nevenschikkers


def _scheidt(stuk: str, taal: Lijdend) -> bool:
    return _schakelt(stuk, taal) or _ZINSDEEL.fullmatch(stuk) is not None


def is_deelwoord(woord: str, taal: Lijdend) -> bool:
    """Tell whether a word (lower case) looks like a participle."""
    anders = woord in taal.niet or woord.endswith(taal.geen_uitgangen)
    return not anders and taal.deelwoord.fullmatch(woord) is not None


def _begin(zin: str) -> str:
    delen = zin.split()
    return " ".join(delen[:_BEGINWOORDEN]).rstrip(",;:") + (" …" if len(delen) > _BEGINWOORDEN else "")
