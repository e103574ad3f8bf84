"""DRUKWIJZER.txt: in words how to print, cut and fold the sheets of a set."""

from __future__ import annotations

from collections.abc import Sequence

from kaartgen.opmaak.druk.drukprofiel import Drukprofiel
from kaartgen.opmaak.druk.drukwoorden import Drukwijzerwoorden
from kaartgen.opmaak.druk.inslag import DUBBELZIJDIG
from kaartgen.opmaak.druk.raster import Raster
from kaartgen.platte_tekst import kop, punt
from kaartgen.scene import Vel


def drukwijzer(
    woorden: Drukwijzerwoorden,
    profiel: Drukprofiel,
    raster: Raster,
    vellen: Sequence[Vel],
    set_: str,
    formaat: str,
    bestanden: Sequence[tuple[str, str]],
) -> str:
    """Give the text; `bestanden` holds the name of each file and what it is."""
    regels = [
        woorden.maat.format(breedte=_mm(raster.kaart.breedte), hoogte=_mm(raster.kaart.hoogte)),
        _aantal(woorden, profiel, raster, vellen),
        _papier(woorden, profiel),
        woorden.schaal,
        *_keren(woorden, profiel, vellen),
        *_snijden(woorden, profiel, raster, vellen[0]),
    ]
    if profiel.intentie:
        regels.append(woorden.pers.format(conditie=profiel.intentie.naam, inkt=_mm(profiel.regels.inkt)))
    delen = [
        kop(woorden.kop.format(set=set_, formaat=formaat), "="),
        "\n".join(punt(regel) for regel in regels),
        "\n".join((woorden.bestanden, *(punt(f"{naam}: {wat}.") for naam, wat in bestanden))),
    ]
    return "\n\n".join(delen) + "\n"


def _aantal(woorden: Drukwijzerwoorden, profiel: Drukprofiel, raster: Raster, vellen: Sequence[Vel]) -> str:
    voorkanten = [vel for vel in vellen if vel.kant == "voor"]
    zin = woorden.aantal if profiel.vel else woorden.losse_paginas
    return zin.format(
        kaarten=len({een.code for vel in voorkanten for een in vel.plaatsingen}),
        vellen=len(voorkanten),
        velbreedte=_mm(raster.vel.breedte),
        velhoogte=_mm(raster.vel.hoogte),
        per_vel=raster.aantal,
    )


def _papier(woorden: Drukwijzerwoorden, profiel: Drukprofiel) -> str:
    dikte = _mm(profiel.papier.dikte)
    if profiel.papier.gewicht is None:
        return woorden.papier_dikte.format(dikte=dikte)
    return woorden.papier.format(gewicht=profiel.papier.gewicht, dikte=dikte)


def _keren(woorden: Drukwijzerwoorden, profiel: Drukprofiel, vellen: Sequence[Vel]) -> list[str]:
    """Say how sheets are turned over and in which order their sides stand."""
    if profiel.keren not in DUBBELZIJDIG:
        return [woorden.keren.bij(profiel.keren)]
    volgorde = woorden.volgorde.bij(profiel.volgorde)
    if not profiel.vel:
        return [woorden.kop_aan_kop, volgorde]
    op_zijn_kop = any(plaatsing.draai for vel in vellen for plaatsing in vel.plaatsingen)
    return [
        woorden.keren.bij(profiel.keren),
        *([woorden.op_zijn_kop] if op_zijn_kop else []),
        volgorde,
    ]


def _snijden(woorden: Drukwijzerwoorden, profiel: Drukprofiel, raster: Raster, vel: Vel) -> list[str]:
    if not profiel.vel:
        zin = woorden.snijtekens if profiel.snijtekens else woorden.afloop
        return [
            zin.format(
                afloop=_mm(profiel.afloop),
                breedte=_mm(raster.kaart.breedte),
                hoogte=_mm(raster.kaart.hoogte),
            )
        ]
    snedes = _plaatsen(woorden, vel.snedes_x, vel.snedes_y)
    vouwen = _plaatsen(woorden, vel.vouw_x, vel.vouw_y)
    zonder = woorden.alleen_vouwen if vouwen else woorden.geen_sneden
    regels = [f"{woorden.snijden} {snedes}" if snedes else zonder]
    return [*regels, f"{woorden.vouwen} {vouwen}"] if vouwen else regels


def _plaatsen(woorden: Drukwijzerwoorden, xs: Sequence[float], ys: Sequence[float]) -> str:
    """Say where straight lines are, in mm from the left and from the top."""
    delen = [
        f"{waar} op {', '.join(map(_mm, plaatsen))} mm"
        for waar, plaatsen in ((woorden.van_links, xs), (woorden.van_boven, ys))
        if plaatsen
    ]
    return "; ".join(delen) + "." if delen else ""


def _mm(lengte: float) -> str:
    return f"{lengte:.2f}".rstrip("0").rstrip(".").replace(".", ",")
