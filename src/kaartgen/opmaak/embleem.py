"""The set's emblem: a wheel with one segment for each waardencluster, and the pictograms of the clusters."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Literal

from kaartgen.inhoud.model import Publicatie
from kaartgen.maten import Mm, Pt, Vak, naar_pt
from kaartgen.opmaak.ontwerp import Woorden
from kaartgen.opmaak.zetter import Tekstzetter
from kaartgen.scene import Groep, Kleur, Pad, Stap

RASTER = 24
BINNEN = 0.56
"""Inner radius of the wheel as a part of its outer radius."""

KLEIN = 0.29
"""Side of the pictogram of a segment as a part of the outer radius."""

IN_RING = 0.68
"""Where pictograms stand inside a ring, as a part of its radius."""

KIER = 0.022
"""Half the gap between segments as a part of the outer radius."""

DUN, DIK = (0.955, 0.985), (0.9, 1.0)
"""Inner and outer radius of the arcs of a ring, as parts of its own; an arc that is lit is the thick one."""

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


def pictogram(zetter: Tekstzetter, naam: str, vak: Vak, kleur: Kleur, alt: str = "") -> Pad:
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
def _segment(
    naam: str,
    vak: Vak,
    nummer: int,
    aantal: int,
    kleur: Kleur,
    stralen: tuple[float, float] = (BINNEN, 1.0),
) -> Pad:
    mx, my = vak.x + vak.b / 2, vak.y + vak.h / 2
    binnen, buiten = (vak.b / 2 * deel for deel in stralen)
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


def _op_wiel(vak: Vak, nummer: int, aantal: int, straal: float, maat: float) -> Vak:
    """Give the square for the pictogram of a segment; `straal` (of its middle) and `maat` are parts of the
    radius."""
    buiten = vak.b / 2
    hoek = 2 * math.pi * (nummer + 0.5) / aantal
    x = vak.x + buiten + buiten * straal * math.sin(hoek) - buiten * maat / 2
    y = vak.y + buiten - buiten * straal * math.cos(hoek) - buiten * maat / 2
    return Vak(Mm(x), Mm(y), Mm(buiten * maat), Mm(buiten * maat))


def wielwoorden(woorden: Woorden, lichten: Sequence[tuple[str, str]], aantal: int) -> str:
    """Say what a wheel of `aantal` clusters shows: which are lit, each with its name and its family."""
    per_familie = [
        f"{', '.join(naam for naam, _ in groep)} ({familie})"
        for familie, groep in groupby(lichten, key=itemgetter(1))
    ]
    vorm = woorden.wiel_alt_alles if len(lichten) == aantal else woorden.wiel_alt
    return vorm.format(aantal=aantal, belicht=len(lichten), clusters="; ".join(per_familie))


def wieltekst(zetter: Tekstzetter, publicatie: Publicatie, accenten: Iterable[str]) -> str:
    """Say what the wheel shows with these clusters lit."""
    families = {familie.id: familie.naam for familie in publicatie.gegevens.families}
    clusters = publicatie.waardenclusters
    lichten = [
        (clusters[een].naam, families[clusters[een].familie]) for een in clusters if een in set(accenten)
    ]
    return wielwoorden(zetter.ontwerp.woorden, lichten, len(clusters))


def wiel(
    zetter: Tekstzetter,
    vak: Vak,
    belicht: Iterable[str],
    dof: Kleur,
    alt: str,
    licht: Kleur,
    midden_kleur: Kleur | None = None,
) -> Groep:
    """Draw the wheel in the square `vak`.

    The clusters in `belicht` have their colour and, in the colour `licht`, their pictogram; the others
    are `dof`. With one cluster lit its pictogram also stands large in the middle, in `midden_kleur`, or
    else in `licht`.
    """
    aan = tuple(belicht)
    clusters = tuple(zetter.ontwerp.accenten)
    delen: list[Pad] = []
    for nummer, cluster in enumerate(clusters):
        kleur = zetter.accent(cluster) if cluster in aan else dof
        delen.append(_segment(f"Segment {cluster}", vak, nummer, len(clusters), kleur))
    straal = vak.b / 2
    for nummer, cluster in enumerate(clusters):
        if cluster in aan:
            plek = _op_wiel(vak, nummer, len(clusters), (1 + BINNEN) / 2, KLEIN)
            delen.append(pictogram(zetter, zetter.ontwerp.accenten[cluster][1], plek, licht))
    if len(aan) == 1:
        groot = straal * 0.62
        plek = Vak(Mm(vak.x + straal - groot / 2), Mm(vak.y + straal - groot / 2), Mm(groot), Mm(groot))
        delen.append(pictogram(zetter, zetter.ontwerp.accenten[aan[0]][1], plek, midden_kleur or licht))
    return Groep("Wiel van waardenclusters", vak, tuple(delen), alt)


def ring(zetter: Tekstzetter, vak: Vak, belicht: Mapping[str, Kleur], dof: Kleur, alt: str = "") -> Groep:
    """Draw the wheel as a ring of thin arcs in the square `vak`; the clusters in `belicht` have a thick arc
    in the colour given, the others are `dof`."""
    clusters = tuple(zetter.ontwerp.accenten)
    delen = tuple(
        _segment(
            f"Boog {cluster}",
            vak,
            nummer,
            len(clusters),
            belicht.get(cluster, dof),
            DIK if cluster in belicht else DUN,
        )
        for nummer, cluster in enumerate(clusters)
    )
    return Groep("Ring van waardenclusters", vak, delen, alt)


def in_ring(zetter: Tekstzetter, vak: Vak) -> list[Pad]:
    """Draw the pictograms of all clusters in their colours, each inside its arc of a ring in `vak`."""
    clusters = zetter.ontwerp.accenten
    return [
        pictogram(
            zetter,
            beeld,
            _op_wiel(vak, nummer, len(clusters), IN_RING, KLEIN),
            zetter.kleur(kleur),
        )
        for nummer, (kleur, beeld) in enumerate(clusters.values())
    ]


def schijf(
    naam: str, vak: Vak, vulling: Kleur | None, streek: Kleur | None = None, dikte: float = 0.0
) -> Pad:
    """Draw a disc that fills the square `vak`; `dikte` is the thickness of its edge in pt."""
    stappen = _cirkel(vak.x + vak.b / 2, vak.y + vak.h / 2, vak.b / 2)
    return Pad(naam, vak, tuple(stappen), vulling, streek, Pt(dikte))
