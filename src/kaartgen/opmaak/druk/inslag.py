"""Imposition: from Drukkaarten to Vellen, every card at the same place on every sheet, backs mirrored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from kaartgen.maten import Mm, Pt, Vak
from kaartgen.opmaak.druk.afloop import aflopen
from kaartgen.opmaak.druk.drukkaart import Drukkaart
from kaartgen.opmaak.druk.drukprofiel import Drukprofiel, Snijtekens
from kaartgen.opmaak.druk.raster import Raster
from kaartgen.scene import Element, Kleur, Lijn, Pagina, Plaatsing, Vel, type_kant, type_keren

ZIJDEN: tuple[type_kant, type_kant] = ("voor", "achter")

DUBBELZIJDIG: tuple[type_keren, ...] = ("lange-zijde", "korte-zijde")
"""Ways of turning a sheet over that print on both its sides."""

Opschrift = Callable[[Vak, int, int, type_kant], list[Element]]
"""Makes the words in the margin of a sheet: in this box, for sheet so many of so many, on this side."""

RUIMTE_OPSCHRIFT = 4.0
"""Height in mm of the words in the margin of a sheet."""

STREEPJES = (1.0, 1.0)
"""Dashes and gaps in mm of the marks at a fold."""


@dataclass(frozen=True, slots=True)
class Inslag:
    """How cards are laid on sheets: the profile, its grid, the colour of marks, the words in the margin
    and how far (mm to the right, mm down) backs are shifted."""

    profiel: Drukprofiel
    raster: Raster
    tekenkleur: Kleur
    opschrift: Opschrift | None = None
    verschuiving: tuple[float, float] = (0.0, 0.0)


def leg_in(kaarten: Sequence[Drukkaart], inslag: Inslag) -> tuple[Vel, ...]:
    """Lay cards on sheets in order; the sides come in the order of the profile.

    A sheet that is printed on both sides always has its second side, be it empty.
    """
    per_vel = inslag.raster.aantal
    stapels = [kaarten[begin : begin + per_vel] for begin in range(0, len(kaarten), per_vel)]
    loop = aflopen(inslag.profiel.afloop or -inslag.profiel.rand)
    zijden = ZIJDEN if inslag.profiel.keren in DUBBELZIJDIG else ZIJDEN[:1]
    omgeving = {kant: _omgeving(inslag, kant) for kant in zijden}
    vellen = [
        [
            _vel(inslag, stapel, kant, loop, omgeving[kant], nummer, len(stapels))
            for nummer, stapel in enumerate(stapels, 1)
        ]
        for kant in zijden
    ]
    if inslag.profiel.volgorde == "voorkanten-eerst":
        return tuple(chain.from_iterable(vellen))
    return tuple(chain.from_iterable(zip(*vellen, strict=True)))


def _vel(
    inslag: Inslag,
    stapel: Sequence[Drukkaart],
    kant: type_kant,
    loop: Callable[[Pagina], Pagina],
    omgeving: tuple[Element, ...],
    nummer: int,
    aantal: int,
) -> Vel:
    raster = inslag.raster
    geplaatst = [
        plaatsing
        for kaart, hok in zip(stapel, raster.hokken(), strict=False)
        for plaatsing in _plaatsingen(inslag, kaart, hok, kant, loop)
    ]
    elementen = list(omgeving)
    ruimte = _opschriftvak(inslag, kant)
    if inslag.opschrift and ruimte:
        elementen += inslag.opschrift(ruimte, nummer, aantal, kant)
    snedes_x, snedes_y = _snedes(inslag, kant)
    vouw_x, vouw_y = _vouwen(raster)
    return Vel(
        naam=f"Vel {nummer} van {aantal}, {'voorkant' if kant == 'voor' else 'achterkant'}",
        maat=raster.vel,
        kant=kant,
        plaatsingen=tuple(geplaatst),
        elementen=tuple(elementen),
        netto=_verschoven(raster.blok, inslag, kant),
        afloop=Mm(inslag.profiel.afloop),
        snedes_x=snedes_x,
        snedes_y=snedes_y,
        vouw_x=vouw_x,
        vouw_y=vouw_y,
    )


def _plaatsingen(
    inslag: Inslag, kaart: Drukkaart, hok: Vak, kant: type_kant, loop: Callable[[Pagina], Pagina]
) -> list[Plaatsing]:
    raster = inslag.raster
    maat = raster.kaart
    if inslag.profiel.keren == "omvouwen":
        voor = Plaatsing(loop(kaart.voor), Vak(hok.x, hok.y, maat.breedte, maat.hoogte), kaart.code, "voor")
        if kaart.achter is None:
            return [voor]
        if raster.vouw == "naast":
            vak = Vak(Mm(hok.x + maat.breedte), hok.y, maat.breedte, maat.hoogte)
            return [voor, Plaatsing(loop(kaart.achter), vak, kaart.code, "achter")]
        vak = Vak(hok.x, Mm(hok.y + maat.hoogte), maat.breedte, maat.hoogte)
        return [voor, Plaatsing(loop(kaart.achter), vak, kaart.code, "achter", 180)]
    if kant == "voor":
        return [Plaatsing(loop(kaart.voor), hok, kaart.code, "voor")]
    if kaart.achter is None:
        return []
    gespiegeld = _verschoven(_gespiegeld(hok, inslag), inslag, kant)
    return [
        Plaatsing(loop(kaart.achter), gespiegeld, kaart.code, "achter", 0 if _om_staande_as(inslag) else 180)
    ]


def _om_staande_as(inslag: Inslag) -> bool:
    """Tell whether a printer turns this sheet over its upright edge: the long edge of an upright sheet or
    the short edge of one that lies down. Who makes sheets of single pages wants all of them upright."""
    if inslag.profiel.vel is None:
        return True
    staand = inslag.raster.vel.hoogte >= inslag.raster.vel.breedte
    return staand == (inslag.profiel.keren == "lange-zijde")


def _gespiegeld(hok: Vak, inslag: Inslag) -> Vak:
    vel = inslag.raster.vel
    if _om_staande_as(inslag):
        return Vak(Mm(vel.breedte - hok.rechts), hok.y, hok.b, hok.h)
    return Vak(hok.x, Mm(vel.hoogte - hok.onder), hok.b, hok.h)


def _verschoven(vak: Vak, inslag: Inslag, kant: type_kant) -> Vak:
    dx, dy = inslag.verschuiving if kant == "achter" else (0.0, 0.0)
    return Vak(Mm(vak.x + dx), Mm(vak.y + dy), vak.b, vak.h)


def _snedes(inslag: Inslag, kant: type_kant) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Give where a guillotine cuts: at both edges of every place that is not the edge of the sheet."""
    raster, vel = inslag.raster, inslag.raster.vel
    hokken = [_verschoven(hok, inslag, kant) for hok in raster.hokken()]
    if raster.precies:
        return (
            _randen([hok.rechts for hok in hokken], vel.breedte - raster.hok.breedte / 2),
            _randen([hok.onder for hok in hokken], vel.hoogte - raster.hok.hoogte / 2),
        )
    return (
        _randen([rand for hok in hokken for rand in (hok.x, hok.rechts)], vel.breedte),
        _randen([rand for hok in hokken for rand in (hok.y, hok.onder)], vel.hoogte),
    )


def _randen(plaatsen: Sequence[float], grens: float) -> tuple[float, ...]:
    return tuple(sorted({round(plaats, 4) for plaats in plaatsen if 0 < plaats < grens}))


def _vouwen(raster: Raster) -> tuple[tuple[float, ...], tuple[float, ...]]:
    if raster.vouw == "naast":
        return _randen([hok.x + hok.b / 2 for hok in raster.hokken()], raster.vel.breedte), ()
    if raster.vouw == "onder":
        return (), _randen([hok.y + hok.h / 2 for hok in raster.hokken()], raster.vel.hoogte)
    return (), ()


def _opschriftvak(inslag: Inslag, kant: type_kant) -> Vak | None:
    """Give the box for words below the cards, clear of the marks; None where there is no room."""
    raster, profiel = inslag.raster, inslag.profiel
    if not profiel.opschrift or raster.precies:
        return None
    blok = _verschoven(raster.blok, inslag, kant)
    onder = raster.vel.hoogte - profiel.marge
    boven = blok.onder + profiel.afloop
    boven += profiel.snijtekens.afstand + profiel.snijtekens.lengte if profiel.snijtekens else 0
    if onder - boven < RUIMTE_OPSCHRIFT:
        return None
    return Vak(blok.x, Mm(onder - RUIMTE_OPSCHRIFT), blok.b, Mm(RUIMTE_OPSCHRIFT))


def _omgeving(inslag: Inslag, kant: type_kant) -> tuple[Element, ...]:
    """Make the marks of one side: they are the same on every sheet."""
    tekens, raster = inslag.profiel.snijtekens, inslag.raster
    if tekens is None or raster.precies:
        return ()
    snedes_x, snedes_y = _snedes(inslag, kant)
    vouw_x, vouw_y = _vouwen(raster)
    hokken = [_verschoven(hok, inslag, kant) for hok in raster.hokken()]
    stroken_x = _stroken([(hok.x, hok.rechts) for hok in hokken], raster.vel.breedte, inslag)
    stroken_y = _stroken([(hok.y, hok.onder) for hok in hokken], raster.vel.hoogte, inslag)
    return (
        *(_staand(inslag, "Snijteken", x, strook, tekens) for x in snedes_x for strook in stroken_y),
        *(_liggend(inslag, "Snijteken", y, strook, tekens) for y in snedes_y for strook in stroken_x),
        *(_staand(inslag, "Vouwteken", x, strook, tekens, STREEPJES) for x in vouw_x for strook in stroken_y),
        *(
            _liggend(inslag, "Vouwteken", y, strook, tekens, STREEPJES)
            for y in vouw_y
            for strook in stroken_x
        ),
    )


def _stroken(
    banden: Sequence[tuple[float, float]], lengte: float, inslag: Inslag
) -> list[tuple[float, float]]:
    """Give from where to where marks run beside the cards: in the margins and between neighbours, clear of
    the bleed of all, and nowhere where there is no room."""
    profiel = inslag.profiel
    assert profiel.snijtekens is not None
    vrij = profiel.afloop + profiel.snijtekens.afstand
    langs = profiel.snijtekens.lengte
    marge = profiel.marge
    op_rij = sorted(set(banden))
    begin, eind = op_rij[0][0] - vrij, op_rij[-1][1] + vrij
    stroken = [(max(begin - langs, marge), begin), (eind, min(eind + langs, lengte - marge))]
    stroken += [(een + vrij, ander - vrij) for (_, een), (ander, _) in pairwise(op_rij)]
    return [(van, tot) for van, tot in stroken if tot - van > profiel.snijtekens.dikte]


def _staand(
    inslag: Inslag,
    naam: str,
    x: float,
    strook: tuple[float, float],
    tekens: Snijtekens,
    streepjes: tuple[float, ...] = (),
) -> Lijn:
    van, tot = strook
    return Lijn(naam, Mm(x), Mm(van), Mm(x), Mm(tot), Pt(tekens.dikte), inslag.tekenkleur, streepjes)


def _liggend(
    inslag: Inslag,
    naam: str,
    y: float,
    strook: tuple[float, float],
    tekens: Snijtekens,
    streepjes: tuple[float, ...] = (),
) -> Lijn:
    van, tot = strook
    return Lijn(naam, Mm(van), Mm(y), Mm(tot), Mm(y), Pt(tekens.dikte), inslag.tekenkleur, streepjes)
