"""Where cards go on a sheet: the grid of equal places that holds the most cards of one size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kaartgen.maten import Maat, Mm, Vak
from kaartgen.opmaak.druk.drukprofiel import Drukprofiel

type_vouw = Literal["", "naast", "onder"]

KORTSTE_TEKEN = 2.0
"""Shortest crop mark in mm that is of use."""

SPELING = 0.01


@dataclass(frozen=True, slots=True)
class Raster:
    """Grid of `kolommen` by `rijen` places on a sheet of `vel` mm.

    `kaart` is the trimmed size of one face, `hok` that of a place (two faces for fold-over), `x` and `y`
    where the first place begins, `goot` the space between places in mm. `precies` says that the places
    divide the whole sheet, so that no room is left around them. `vouw` says where a card's back is for
    fold-over: beside its front, or below it.
    """

    vel: Maat
    kaart: Maat
    hok: Maat
    kolommen: int
    rijen: int
    x: float
    y: float
    goot: float
    precies: bool
    vouw: type_vouw = ""

    @property
    def aantal(self) -> int:
        """Number of cards on a sheet."""
        return self.kolommen * self.rijen

    def hokken(self) -> Iterator[Vak]:
        """Give the places from left to right and from the top down."""
        for rij in range(self.rijen):
            for kolom in range(self.kolommen):
                x = self.x + kolom * (self.hok.breedte + self.goot)
                y = self.y + rij * (self.hok.hoogte + self.goot)
                yield Vak(Mm(x), Mm(y), self.hok.breedte, self.hok.hoogte)

    @property
    def blok(self) -> Vak:
        """Rectangle around all places."""
        breedte = self.kolommen * (self.hok.breedte + self.goot) - self.goot
        hoogte = self.rijen * (self.hok.hoogte + self.goot) - self.goot
        return Vak(Mm(self.x), Mm(self.y), Mm(breedte), Mm(hoogte))


def kies_raster(kaart: Maat, profiel: Drukprofiel) -> Raster | None:
    """Give the grid with the most cards on a sheet of the profile, upright or turned; None when none fits.

    Without a sheet every face has a page of its own, with room for bleed and crop marks around it.
    """
    if profiel.velmaat is None:
        return _losse_pagina(kaart, profiel)
    staand = profiel.velmaat
    liggend = Maat(staand.hoogte, staand.breedte)
    vouwen: tuple[type_vouw, ...] = ("naast", "onder") if profiel.keren == "omvouwen" else ("",)
    rasters = [
        _raster(vel, kaart, vouw, profiel) for vouw in vouwen for vel in _op_vorm(kaart, staand, liggend)
    ]
    beste = max(rasters, key=lambda raster: raster.aantal)
    return beste if beste.aantal else None


def _op_vorm(kaart: Maat, staand: Maat, liggend: Maat) -> tuple[Maat, Maat]:
    """Put the sheet that lies as the card does first."""
    return (liggend, staand) if kaart.breedte > kaart.hoogte else (staand, liggend)


def tekenruimte(profiel: Drukprofiel) -> float:
    """Room in mm that bleed and the longest crop marks take around a card."""
    tekens = profiel.snijtekens
    return profiel.afloop + (tekens.afstand + tekens.lengte if tekens else 0)


def _losse_pagina(kaart: Maat, profiel: Drukprofiel) -> Raster:
    om = tekenruimte(profiel)
    vel = Maat(Mm(kaart.breedte + 2 * om), Mm(kaart.hoogte + 2 * om))
    return Raster(vel, kaart, kaart, 1, 1, om, om, 0.0, precies=not om)


def _raster(vel: Maat, kaart: Maat, vouw: type_vouw, profiel: Drukprofiel) -> Raster:
    hok = Maat(
        Mm(kaart.breedte * (2 if vouw == "naast" else 1)), Mm(kaart.hoogte * (2 if vouw == "onder" else 1))
    )
    kolommen, rijen = _deelt(vel.breedte, hok.breedte), _deelt(vel.hoogte, hok.hoogte)
    precies = not profiel.afloop and _vult(vel, hok, kolommen, rijen, profiel.marge)
    goot = 0.0 if precies else profiel.goot
    if not precies:
        rand = profiel.marge + profiel.afloop
        rand += profiel.snijtekens.afstand + KORTSTE_TEKEN if profiel.snijtekens else 0
        kolommen = _deelt(vel.breedte - 2 * rand + goot, hok.breedte + goot)
        rijen = _deelt(vel.hoogte - 2 * rand + goot, hok.hoogte + goot)
    breedte = kolommen * (hok.breedte + goot) - goot
    hoogte = rijen * (hok.hoogte + goot) - goot
    x, y = (vel.breedte - breedte) / 2, (vel.hoogte - hoogte) / 2
    return Raster(vel, kaart, hok, kolommen, rijen, x, y, goot, precies, vouw)


def _deelt(lengte: float, deel: float) -> int:
    return max(int((lengte + SPELING) // deel), 0)


def _vult(vel: Maat, hok: Maat, kolommen: int, rijen: int, marge: float) -> bool:
    """Tell whether so little of the sheet is left beside the places that it is an exact part of it."""
    over = (vel.breedte - kolommen * hok.breedte, vel.hoogte - rijen * hok.hoogte)
    return kolommen > 0 and rijen > 0 and max(over) < max(marge, SPELING)
