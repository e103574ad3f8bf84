"""From Stukken to the groups of an onderwerp: one reader for each form that points have in a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kaartgen.invoer.recept import Puntenrecept
from kaartgen.invoer.stukken import Soort, Stuk, zinnen

_NUMMER = re.compile(r"^\d{1,2}[).]\s+")

Groepen = list[tuple[str, list[str]]]


def _uit_zinnen(recept: Puntenrecept, lijst: list[Stuk]) -> tuple[Groepen, list[Stuk]]:
    """Read headings (no end of sentence) with sentences; or sentences under headings of the recipe."""
    groepen: Groepen = []
    gebruikt: set[Stuk] = set()
    if recept.koppen:
        alle = [stuk for stuk in lijst if stuk.soort is Soort.ALINEA]
        teksten = [zin for stuk in alle for zin in zinnen(stuk.tekst)]
        for kop, aantal in zip(recept.koppen, recept.groepen, strict=False):
            groepen.append((kop, teksten[:aantal]))
            teksten = teksten[aantal:]
        if teksten and groepen:
            groepen[-1][1].extend(teksten)
        return groepen, [stuk for stuk in lijst if stuk not in alle]
    for stuk in lijst:
        if stuk.soort is not Soort.ALINEA:
            continue
        if stuk.open:
            if len(groepen) == len(recept.groepen):
                break
            groepen.append((stuk.tekst, []))
            gebruikt.add(stuk)
        elif groepen:
            groepen[-1][1].extend(zinnen(stuk.tekst))
            gebruikt.add(stuk)
    return groepen, [stuk for stuk in lijst if stuk not in gebruikt]


def _uit_punten(recept: Puntenrecept, lijst: list[Stuk]) -> tuple[Groepen, list[Stuk]]:
    """Read headings with bullets; or bullets alone, each a group with the heading of the recipe."""
    groepen: Groepen = []
    gebruikt: set[Stuk] = set()
    if recept.koppen:
        punten = [stuk for stuk in lijst if stuk.soort is Soort.PUNT]
        teksten = [stuk.tekst for stuk in punten]
        for kop, aantal in zip(recept.koppen, recept.groepen, strict=False):
            groepen.append((kop, teksten[:aantal]))
            teksten = teksten[aantal:]
        if teksten and groepen:
            groepen[-1][1].extend(teksten)
        return groepen, [stuk for stuk in lijst if stuk not in punten]
    for stuk in lijst:
        if stuk.soort is Soort.ALINEA and stuk.open:
            groepen.append((stuk.tekst, []))
            gebruikt.add(stuk)
        elif stuk.soort is Soort.PUNT and groepen:
            groepen[-1][1].append(stuk.tekst)
            gebruikt.add(stuk)
    return groepen, [stuk for stuk in lijst if stuk not in gebruikt]


def _uit_koppen(recept: Puntenrecept, lijst: list[Stuk]) -> tuple[Groepen, list[Stuk]]:
    """Read known headings, each with the sentences under it."""
    groepen: Groepen = []
    gebruikt: set[Stuk] = set()
    for stuk in lijst:
        if stuk.soort is Soort.KOP:
            if stuk.tekst in recept.koppen:
                groepen.append((_NUMMER.sub("", stuk.tekst), []))
            continue
        if groepen and stuk.soort is Soort.ALINEA:
            groepen[-1][1].extend(zinnen(stuk.tekst))
            gebruikt.add(stuk)
    return groepen, [stuk for stuk in lijst if stuk not in gebruikt]


def _uit_nummers(recept: Puntenrecept, lijst: list[Stuk]) -> tuple[Groepen, list[Stuk]]:
    """Read numbered questions, as many as the recipe has groups, each with the sentences and bullets behind
    it; what comes after stays for others."""
    groepen: Groepen = []
    over: list[Stuk] = []
    vol = False
    for stuk in lijst:
        if vol or stuk.soort not in (Soort.ALINEA, Soort.PUNT):
            over.append(stuk)
            continue
        delen = list(_genummerd(stuk.tekst)) if stuk.soort is Soort.ALINEA else [stuk.tekst]
        for nummer, deel in enumerate(delen):
            if stuk.soort is Soort.ALINEA and _NUMMER.match(deel):
                if len(groepen) == len(recept.groepen):
                    over.append(replace(stuk, tekst=" ".join(delen[nummer:])))
                    vol = True
                    break
                kop, *rest = zinnen(_NUMMER.sub("", deel))
                groepen.append((kop, rest))
            elif groepen:
                groepen[-1][1].extend(zinnen(deel))
            else:
                over.append(stuk)
                break
    return groepen, over


def _genummerd(tekst: str) -> Iterator[str]:
    yield from re.split(r"(?<=[.?!])\s+(?=\d{1,2}\)\s)", tekst)


LEZERS = {
    "zinnen": _uit_zinnen,
    "punten": _uit_punten,
    "koppen": _uit_koppen,
    "genummerd": _uit_nummers,
}
"""By the word for it in a recipe: gives the groups and what was not used."""
