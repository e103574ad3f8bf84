"""The set's emblem: a wheel with one segment for each waardencluster, and the pictograms of the clusters."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from kaartgen.maten import Mm, Pt, Vak, naar_pt
from kaartgen.opmaak.zetter import Zetter
from kaartgen.scene import Groep, Kleur, Pad, Stap

RASTER = 24
BINNEN = 0.56
"""Inner radius of the wheel as a part of its outer radius."""

KIER = 0.022
"""Half the gap between segments as a part of the outer radius."""

KAPPA = 0.5522847498
"""Length of the handles that turn four cubic curves into a circle."""

ONDERDEEL = re.compile(r"([MLCZO])([^MLCZO]*)")


@lru_cache(256)
def _vorm(pad: str) -> tuple[tuple[str, tuple[float, ...]], ...]:
    return tuple(
        (soort, tuple(float(getal) for getal in rest.split())) for soort, rest in ONDERDEEL.findall(pad)
    )


def _cirkel(x: float, y: float, straal: float) -> list[Stap]:
    k = straal * KAPPA
    return [
        Stap("M", ((x + straal, y),)),
        Stap("C", ((x + straal, y + k), (x + k, y + straal), (x, y + straal))),
        Stap("C", ((x - k, y + straal), (x - straal, y + k), (x - straal, y))),
        Stap("C", ((x - straal, y - k), (x - k, y - straal), (x, y - straal))),
        Stap("C", ((x + k, y - straal), (x + straal, y - k), (x + straal, y))),
        Stap("Z"),
    ]


def pictogram(zetter: Zetter, naam: str, vak: Vak, kleur: Kleur, alt: str = "") -> Pad:
    """Draw the pictogram `naam` as a line drawing that fills the square `vak`."""
    pictogrammen = zetter.ontwerp.pictogrammen
    schaal = vak.b / RASTER
    stappen: list[Stap] = []
    for soort, getallen in _vorm(pictogrammen.vormen[naam]):
        punten = tuple(
            (vak.x + getallen[i] * schaal, vak.y + getallen[i + 1] * schaal)
            for i in range(0, len(getallen) - 1, 2)
        )
        if soort == "O":
            stappen += _cirkel(*punten[0], getallen[2] * schaal)
        else:
            stappen.append(Stap(_stap(soort), punten))
    dikte = Pt(round(naar_pt(Mm(pictogrammen.lijndikte * schaal)), 2))
    return Pad(f"Pictogram {naam}", vak, tuple(stappen), streek=kleur, dikte=dikte, alt=alt)


def _stap(soort: str) -> Literal["M", "L", "C", "Z"]:
    if soort == "M":
        return "M"
    if soort == "L":
        return "L"
    return "C" if soort == "C" else "Z"


def _boog(mx: float, my: float, straal: float, van: float, tot: float) -> list[tuple[float, float]]:
    """Give the points of cubic curves for an arc; angles in radians, clockwise from the top."""
    delen = max(1, math.ceil(abs(tot - van) / (math.pi / 4)))
    stap = (tot - van) / delen
    greep = 4 / 3 * math.tan(stap / 4) * straal
    punten = [(mx + straal * math.sin(van), my - straal * math.cos(van))]
    for nummer in range(delen):
        begin, eind = van + nummer * stap, van + (nummer + 1) * stap
        x, y = mx + straal * math.sin(eind), my - straal * math.cos(eind)
        punten += [
            (punten[-1][0] + greep * math.cos(begin), punten[-1][1] + greep * math.sin(begin)),
            (x - greep * math.cos(eind), y - greep * math.sin(eind)),
            (x, y),
        ]
    return punten


@lru_cache(4096)
def _segment(naam: str, vak: Vak, nummer: int, aantal: int, kleur: Kleur) -> Pad:
    mx, my, buiten = vak.x + vak.b / 2, vak.y + vak.h / 2, vak.b / 2
    binnen = buiten * BINNEN
    van, tot = 2 * math.pi * nummer / aantal, 2 * math.pi * (nummer + 1) / aantal
    kier = KIER * buiten
    ruim_buiten, ruim_binnen = math.asin(kier / buiten), math.asin(kier / binnen)
    heen = _boog(mx, my, buiten, van + ruim_buiten, tot - ruim_buiten)
    terug = _boog(mx, my, binnen, tot - ruim_binnen, van + ruim_binnen)
    stappen = [Stap("M", (heen[0],))]
    stappen += [Stap("C", tuple(heen[i : i + 3])) for i in range(1, len(heen), 3)]
    stappen.append(Stap("L", (terug[0],)))
    stappen += [Stap("C", tuple(terug[i : i + 3])) for i in range(1, len(terug), 3)]
    stappen.append(Stap("Z"))
    punten = [punt for stap in stappen for punt in stap.punten]
    xs, ys = [x for x, _ in punten], [y for _, y in punten]
    doos = Vak(Mm(min(xs)), Mm(min(ys)), Mm(max(xs) - min(xs)), Mm(max(ys) - min(ys)))
    return Pad(naam, doos, tuple(stappen), vulling=kleur)


def wiel(zetter: Zetter, vak: Vak, belicht: Iterable[str], dof: Kleur, alt: str, licht: Kleur) -> Groep:
    """Draw the wheel in the square `vak`.

    The clusters in `belicht` have their colour and, in the colour `licht`, their pictogram; the others
    are `dof`. With one cluster lit its pictogram also stands large in the middle.
    """
    aan = tuple(belicht)
    clusters = tuple(zetter.ontwerp.accenten)
    delen: list[Pad] = []
    for nummer, cluster in enumerate(clusters):
        kleur = zetter.accent(cluster) if cluster in aan else dof
        delen.append(_segment(f"Segment {cluster}", vak, nummer, len(clusters), kleur))
    straal = vak.b / 2
    midden = straal * (1 + BINNEN) / 2
    klein = straal * 0.29
    for nummer, cluster in enumerate(clusters):
        if cluster in aan:
            hoek = 2 * math.pi * (nummer + 0.5) / len(clusters)
            x = vak.x + straal + midden * math.sin(hoek) - klein / 2
            y = vak.y + straal - midden * math.cos(hoek) - klein / 2
            plek = Vak(Mm(x), Mm(y), Mm(klein), Mm(klein))
            delen.append(pictogram(zetter, zetter.ontwerp.accenten[cluster][1], plek, licht))
    if len(aan) == 1:
        groot = straal * 0.62
        plek = Vak(Mm(vak.x + straal - groot / 2), Mm(vak.y + straal - groot / 2), Mm(groot), Mm(groot))
        delen.append(pictogram(zetter, zetter.ontwerp.accenten[aan[0]][1], plek, licht))
    return Groep("Wiel van waardenclusters", vak, tuple(delen), alt)
