"""Typesetting: break paragraphs into lines of a given width and put the lines at their place.

Lines are broken at 99 % of the box, so that a program that measures a hair differently still finds the
same breaks; the line pitch is 1.2 times the korps, as office programs have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest

from kaartgen.lettertypen import Lettertype
from kaartgen.maten import Mm, Pt, Vak, naar_mm
from kaartgen.scene import Alinea, Alineastijl, Loop, Regel, Stuk

SPELING = 0.99
BASISLIJN = 0.79
"""Baseline below the top of a line, as a part of the line pitch."""

BREEKPUNT = re.compile(r"[^-–/]*[-–/]+(?=\w)|.+")
"""A word may also be broken after a hyphen, dash or slash that stands inside it."""


@dataclass(frozen=True, slots=True)
class Deel:
    """Part of a word in one look; `breedte` in em."""

    tekst: str
    loop: Loop
    breedte: float


@dataclass(frozen=True, slots=True)
class Brok:
    """What is never broken: parts that stand together, `breedte` in em; `spatie` is the blank before it."""

    delen: tuple[Deel, ...]
    breedte: float
    spatie: float


Breuk = tuple[tuple[Brok, ...], ...]
"""The lines of a paragraph, each with its pieces."""


@dataclass(frozen=True, slots=True, eq=False)
class Zin:
    """Paragraph made ready for breaking: measured once in em, then broken at any size.

    `langste` is the width in em of the widest piece that is never broken; `breuken` remembers the lines
    by size, width and letter spacing.
    """

    lopen: tuple[Loop, ...]
    brokken: tuple[Brok, ...]
    langste: float
    breuken: dict[tuple[float, float, float], Breuk] = field(default_factory=dict, repr=False)


@lru_cache(100_000)
def meet(lopen: tuple[Loop, ...], vet: bool, cursief: bool, letter: Lettertype) -> Zin:
    """Measure the runs of a paragraph, whose own look is `vet` and `cursief`, whatever its size."""
    spatie = letter.snede(vet, cursief).breedte(" ")
    brokken: list[Brok] = []
    delen: list[Deel] = []
    voor = 0.0

    def sluit(volgende_voor: float) -> None:
        nonlocal delen, voor
        if delen:
            brokken.append(Brok(tuple(delen), sum(deel.breedte for deel in delen), voor))
            delen = []
        voor = volgende_voor

    for loop in lopen:
        snede = letter.snede(loop.vet or vet, loop.cursief or cursief)
        for nummer, woord in enumerate(loop.tekst.split(" ")):
            if nummer:
                sluit(spatie)
            for plek, stuk in enumerate(BREEKPUNT.findall(woord)):
                if plek:
                    sluit(0.0)
                delen.append(Deel(stuk, loop, snede.breedte(stuk)))
    sluit(0.0)
    return Zin(lopen, tuple(brokken), max((brok.breedte for brok in brokken), default=0.0))


def breek(zin: Zin, stijl: Alineastijl, breedte: float) -> Breuk:
    """Break a paragraph into lines for a box of `breedte` mm, each as full as it gets."""
    sleutel = (stijl.korps, breedte - stijl.inspringing, stijl.spatiering)
    breuk = zin.breuken.get(sleutel)
    if breuk is None:
        breuk = zin.breuken[sleutel] = _breek(zin, *sleutel)
    return breuk


def _breek(zin: Zin, korps: float, breedte: float, spatiering: float) -> Breuk:
    ruimte = breedte * SPELING / naar_mm(Pt(korps))
    extra = spatiering / korps
    regels: list[list[Brok]] = []
    gevuld = ruimte + 1
    for brok in zin.brokken:
        nodig = brok.breedte
        if extra:
            nodig += extra * sum(len(deel.tekst) for deel in brok.delen)
        samen = gevuld + brok.spatie + extra + nodig
        if samen > ruimte:
            regels.append([])
            samen = nodig
        gevuld = samen
        regels[-1].append(brok)
    return tuple(map(tuple, regels))


def past_woord(zin: Zin, stijl: Alineastijl, breedte: float) -> bool:
    """Tell whether the longest word fits a line of `breedte` mm."""
    return zin.langste * naar_mm(stijl.korps) <= (breedte - stijl.inspringing) * SPELING


def hoogte(alineas: Iterable[tuple[Zin, Alineastijl]], breedte: float) -> Mm:
    """Give the height in mm that these paragraphs take in a box of `breedte` mm."""
    totaal = 0.0
    for nummer, (zin, stijl) in enumerate(alineas):
        totaal += (stijl.wit_voor if nummer else 0) + len(breek(zin, stijl, breedte)) * naar_mm(
            stijl.regelhoogte
        )
    return Mm(totaal)


def zet(alineas: Iterable[tuple[Zin, Alineastijl]], vak: Vak, letter: Lettertype) -> tuple[Alinea, ...]:
    """Break paragraphs and put their lines from the top of `vak` downward."""
    gezet: list[Alinea] = []
    y: float = vak.y
    for nummer, (zin, stijl) in enumerate(alineas):
        y += stijl.wit_voor if nummer else 0
        regelhoogte = naar_mm(stijl.regelhoogte)
        regels: list[Regel] = []
        merk = None
        breuk = breek(zin, stijl, vak.b)
        for brokken, volgende in zip_longest(breuk, breuk[1:], fillvalue=()):
            basislijn = Mm(y + BASISLIJN * regelhoogte)
            if stijl.opsomming and not regels:
                merk = _merk(stijl, nummer, alineas, vak, basislijn, letter)
            regels.append(_regel(brokken, stijl, vak, basislijn, bool(volgende and volgende[0].spatie)))
            y += regelhoogte
        gezet.append(Alinea(zin.lopen, stijl, tuple(regels), merk))
    return tuple(gezet)


def _merk(
    stijl: Alineastijl,
    nummer: int,
    alineas: Iterable[tuple[Zin, Alineastijl]],
    vak: Vak,
    basislijn: Mm,
    letter: Lettertype,
) -> Regel:
    tekst = stijl.opsomming
    if tekst == "cijfer":
        eerder = sum(ander.opsomming == "cijfer" for _, ander in list(alineas)[:nummer])
        tekst = f"{eerder + 1}."
    breedte = letter.snede(stijl.vet, stijl.cursief).breedte(tekst) * naar_mm(stijl.korps)
    kleur = stijl.opsomming_kleur or stijl.kleur
    return Regel(basislijn, (Stuk(tekst, vak.x, Mm(breedte), stijl.vet, stijl.cursief, kleur),))


def _regel(brokken: tuple[Brok, ...], stijl: Alineastijl, vak: Vak, basislijn: Mm, spatie_na: bool) -> Regel:
    em = naar_mm(stijl.korps)
    extra = stijl.spatiering / stijl.korps
    stukken: list[tuple[Loop, float, float, list[str]]] = []
    x = 0.0
    for plek, brok in enumerate(brokken):
        spatie = (brok.spatie + extra) * em if plek and brok.spatie else 0.0
        for deel in brok.delen:
            breedte = (deel.breedte + extra * len(deel.tekst)) * em
            if stukken:
                loop, begin, _, teksten = stukken[-1]
                blanco = [" "] if spatie else []
                if loop is deel.loop:
                    teksten += [*blanco, deel.tekst]
                    stukken[-1] = (loop, begin, x + spatie + breedte - begin, teksten)
                elif loop.taal or loop.voluit:
                    # The blank is no part of a word that is read aloud otherwise.
                    stukken.append((deel.loop, x, spatie + breedte, [*blanco, deel.tekst]))
                else:
                    teksten += blanco
                    stukken[-1] = (loop, begin, x + spatie - begin, teksten)
                    stukken.append((deel.loop, x + spatie, breedte, [deel.tekst]))
                x += spatie
            else:
                stukken.append((deel.loop, x, breedte, [deel.tekst]))
            x += breedte
            spatie = 0.0
    ruim = vak.b - stijl.inspringing - x
    links = vak.x + stijl.inspringing + {"links": 0.0, "midden": ruim / 2, "rechts": ruim}[stijl.uitlijning]
    return Regel(
        basislijn,
        tuple(
            Stuk(
                "".join(teksten),
                Mm(links + begin),
                Mm(breedte),
                loop.vet or stijl.vet,
                loop.cursief or stijl.cursief,
                loop.kleur or stijl.kleur,
                loop.doel,
                loop.taal,
                loop.voluit,
            )
            for loop, begin, breedte, teksten in stukken
        ),
        spatie_na,
    )
