"""Imposition in mm: where cards, marks, cuts and folds are on a sheet."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from pydantic import ValidationError

import druk_proef as proef
from kaartgen.maten import Maat, Mm, Vak
from kaartgen.opmaak.druk.afloop import aflopen
from kaartgen.opmaak.druk.drukkaart import Drukkaart
from kaartgen.opmaak.druk.drukprofiel import Drukprofiel
from kaartgen.opmaak.druk.raster import kies_raster
from kaartgen.scene import Lijn, Plaatsing, Vel, Vlak

PASSEND = [
    (profiel, formaat)
    for profiel, formaat in product(proef.PROFIELEN, proef.MATEN)
    if proef.raster(profiel, proef.MATEN[formaat])
]
DUBBELZIJDIG = [
    (profiel, formaat)
    for profiel, formaat in PASSEND
    if proef.profiel(profiel).keren in ("lange-zijde", "korte-zijde")
]


def gelegd(profiel: str, formaat: str, extra: int = 1) -> tuple[Vel, ...]:
    """Give the sheets of a full one and one with `extra` cards."""
    maat = proef.MATEN[formaat]
    raster = proef.raster(profiel, maat)
    assert raster
    return proef.vellen(profiel, proef.proefset(raster.aantal + extra, maat))


def per_kant(vellen: tuple[Vel, ...], kant: str) -> list[Vel]:
    """Give the sheets of one side."""
    return [vel for vel in vellen if vel.kant == kant]


def overlapt(een: Vak, ander: Vak) -> bool:
    """Tell whether two rectangles have more than an edge in common."""
    return (
        min(een.rechts, ander.rechts) - max(een.x, ander.x) > 0.001
        and min(een.onder, ander.onder) - max(een.y, ander.y) > 0.001
    )


@pytest.mark.parametrize(
    ("profiel", "formaat", "aantal"),
    [
        ("kantoor", "a4", 1),
        ("kantoor", "a5", 2),
        ("kantoor", "a6", 4),
        ("kantoor", "poker", 9),
        ("kantoor-omvouwen", "a5", 1),
        ("kantoor-omvouwen", "a6", 2),
        ("kantoor-omvouwen", "poker", 4),
        ("drukkerij", "a6", 1),
        ("drukkerij-sra3", "a4", 2),
        ("drukkerij-sra3", "a5", 4),
        ("drukkerij-sra3", "a6", 6),
        ("drukkerij-sra3", "poker", 18),
    ],
)
def test_er_gaan_zo_veel_kaarten_op_een_vel_als_er_passen(profiel: str, formaat: str, aantal: int) -> None:
    raster = proef.raster(profiel, proef.MATEN[formaat])
    assert raster
    assert raster.aantal == aantal


def test_acht_kaarten_van_a7_passen_precies_op_een_vel() -> None:
    raster = proef.raster("kantoor", Maat(Mm(74), Mm(105)))
    assert raster
    assert (raster.aantal, raster.precies) == (8, True)


def test_zonder_marge_is_een_kaart_zo_groot_als_het_vel_nog_steeds_precies() -> None:
    zonder = proef.profiel("kantoor").model_copy(update={"marge": 0.0})
    for maat in proef.MATEN.values():
        assert kies_raster(maat, zonder)
    a4 = kies_raster(proef.MATEN["a4"], zonder)
    assert a4
    assert (a4.aantal, a4.precies) == (1, True)


def test_een_kaart_die_op_geen_vel_past_krijgt_geen_raster() -> None:
    assert proef.raster("kantoor", Maat(Mm(300), Mm(211))) is None
    assert proef.raster("kantoor-omvouwen", proef.MATEN["a4"]) is None


@pytest.mark.parametrize(("profiel", "formaat"), PASSEND)
def test_elk_vel_heeft_zijn_kaarten_op_dezelfde_plaats(profiel: str, formaat: str) -> None:
    for kant in ("voor", "achter"):
        vol, half = per_kant(gelegd(profiel, formaat), kant) or ((), ())
        if vol:
            plaatsen = [plaatsing.vak for plaatsing in vol.plaatsingen]
            assert [plaatsing.vak for plaatsing in half.plaatsingen] == plaatsen[: len(half.plaatsingen)]
            assert half.elementen == vol.elementen
            assert (half.snedes_x, half.snedes_y) == (vol.snedes_x, vol.snedes_y)


@pytest.mark.parametrize(("profiel", "formaat"), PASSEND)
def test_kaarten_met_hun_afloop_overlappen_niet_en_staan_op_het_vel(profiel: str, formaat: str) -> None:
    for vel in gelegd(profiel, formaat):
        vakken = [een.vak.krimp(*[-vel.afloop] * 4) for een in vel.plaatsingen]
        assert not any(overlapt(een, ander) for een, ander in combinations(vakken, 2))
        heel = Vak(Mm(0), Mm(0), vel.maat.breedte, vel.maat.hoogte)
        assert all(heel.bevat(vak) for vak in vakken)


@pytest.mark.parametrize(("profiel", "formaat"), PASSEND)
def test_geen_snijteken_raakt_een_kaart_of_haar_afloop(profiel: str, formaat: str) -> None:
    tekens = proef.profiel(profiel).snijtekens
    vellen = gelegd(profiel, formaat)
    for kant in ("voor", "achter"):
        vakken = [
            een.vak.krimp(*[-vel.afloop] * 4) for vel in per_kant(vellen, kant) for een in vel.plaatsingen
        ]
        for lijn in [een for vel in per_kant(vellen, kant) for een in vel.elementen if isinstance(een, Lijn)]:
            assert tekens
            teken = Vak(lijn.x1, lijn.y1, Mm(lijn.x2 - lijn.x1), Mm(lijn.y2 - lijn.y1))
            om = teken.krimp(*[-tekens.afstand + 0.01] * 4)
            assert not any(overlapt(om, vak) for vak in vakken)


@pytest.mark.parametrize(("profiel", "formaat"), PASSEND)
def test_geen_snede_loopt_door_een_kaart_en_elke_rand_wordt_gesneden(profiel: str, formaat: str) -> None:
    for vel in gelegd(profiel, formaat):
        for een in vel.plaatsingen:
            vak = een.vak
            assert not any(vak.x + 0.01 < x < vak.rechts - 0.01 for x in vel.snedes_x)
            assert not any(vak.y + 0.01 < y < vak.onder - 0.01 for y in vel.snedes_y)
        precies = not any(isinstance(deel, Lijn) for deel in vel.elementen) and not vel.afloop
        if not precies and vel.plaatsingen:
            gevouwen = {*vel.vouw_x, *vel.vouw_y}
            for vak in (een.vak for een in vel.plaatsingen):
                randen = ((vak.x, vel.snedes_x), (vak.rechts, vel.snedes_x))
                randen += ((vak.y, vel.snedes_y), (vak.onder, vel.snedes_y))
                for rand, snedes in randen:
                    assert any(abs(rand - plek) < 0.01 for plek in (*snedes, *gevouwen))


def door_het_papier(plaatsing: Plaatsing, vel: Vel, profiel: Drukprofiel) -> Vak:
    """Give where a back is, seen from the front through a sheet that was turned over."""
    vak = plaatsing.vak
    staand = vel.maat.hoogte >= vel.maat.breedte
    if profiel.vel is None or staand == (profiel.keren == "lange-zijde"):
        return Vak(Mm(vel.maat.breedte - vak.rechts), vak.y, vak.b, vak.h)
    return Vak(vak.x, Mm(vel.maat.hoogte - vak.onder), vak.b, vak.h)


@pytest.mark.parametrize(("profiel", "formaat"), DUBBELZIJDIG)
def test_elke_achterkant_ligt_achter_haar_eigen_voorkant(profiel: str, formaat: str) -> None:
    vellen = gelegd(profiel, formaat, extra=2)
    for voor, achter in zip(per_kant(vellen, "voor"), per_kant(vellen, "achter"), strict=True):
        plaatsen = {een.code: een.vak for een in voor.plaatsingen}
        for een in achter.plaatsingen:
            gezien = door_het_papier(een, achter, proef.profiel(profiel))
            verwacht = plaatsen.pop(een.code)
            assert (gezien.x, gezien.y) == pytest.approx((verwacht.x, verwacht.y), abs=0.01)
        assert not plaatsen


@pytest.mark.parametrize(
    ("profiel", "formaat", "draai"),
    [
        ("kantoor", "poker", 0),
        ("kantoor", "a4", 180),
        ("kantoor-korte-zijde", "poker", 180),
        ("kantoor-korte-zijde", "a4", 0),
        ("drukkerij-sra3", "a4", 0),
        ("drukkerij", "a4", 0),
        ("drukkerij", "a6", 0),
    ],
)
def test_een_achterkant_staat_rechtop_als_de_kaart_om_haar_staande_zijde_wordt_gedraaid(
    profiel: str, formaat: str, draai: int
) -> None:
    achter = per_kant(gelegd(profiel, formaat), "achter")
    assert {een.draai for vel in achter for een in vel.plaatsingen} == {draai}


def test_een_verschuiving_verplaatst_alles_op_de_achterkant_en_niets_op_de_voorkant() -> None:
    kaarten = proef.proefset(10, proef.MATEN["poker"])
    recht, scheef = proef.vellen("kantoor", kaarten), proef.vellen("kantoor", kaarten, (1.5, -0.5))
    for een, ander in zip(recht, scheef, strict=True):
        dx, dy = (1.5, -0.5) if een.kant == "achter" else (0.0, 0.0)
        for oud, nieuw in zip(een.plaatsingen, ander.plaatsingen, strict=True):
            assert (nieuw.vak.x - oud.vak.x, nieuw.vak.y - oud.vak.y) == pytest.approx((dx, dy))
        assert ander.snedes_x == pytest.approx([x + dx for x in een.snedes_x])


@pytest.mark.parametrize("profiel", ["drukkerij", "drukkerij-voorkanten-eerst"])
def test_de_volgorde_is_die_van_het_profiel(profiel: str) -> None:
    vellen = proef.vellen(profiel, proef.proefset(3, proef.MATEN["a6"]))
    volgorde = "".join(f"{vel.kant[0]}{vel.plaatsingen[0].code}" for vel in vellen)
    assert volgorde == ("v1v2v3a1a2a3" if "eerst" in profiel else "v1a1v2a2v3a3")


def test_een_kaart_zonder_achterkant_houdt_een_lege_achterkant() -> None:
    maat = proef.MATEN["a6"]
    een, twee = proef.proefset(2, maat)
    vellen = proef.vellen("drukkerij", (Drukkaart("1", "Eén", een.voor), twee))
    assert [len(vel.plaatsingen) for vel in vellen] == [1, 0, 1, 1]
    assert vellen[1].maat == vellen[0].maat


@pytest.mark.parametrize(("mm", "links", "rechts"), [(3.0, -3.0, 66.0), (-4.0, 4.0, 59.0), (0.0, 0.0, 63.0)])
def test_kleur_die_de_snijlijn_raakt_loopt_door_of_stopt_ervoor(
    mm: float, links: float, rechts: float
) -> None:
    maat = proef.MATEN["poker"]
    raakt, los = proef.vlak(0, 0, 63, 40), proef.vlak(10, 50, 20, 20)
    nieuw = aflopen(mm)(proef.kant(maat, "k", (raakt, los)))
    eerste, tweede = nieuw.elementen
    assert isinstance(eerste, Vlak)
    assert (eerste.vak.x, eerste.vak.rechts) == pytest.approx((links, rechts))
    assert (eerste.vak.y, eerste.vak.onder) == pytest.approx((links, 40))
    assert tweede == los


def test_dezelfde_pagina_geeft_dezelfde_pagina_met_afloop() -> None:
    loop, pagina = aflopen(3), proef.kant(proef.MATEN["poker"], "k", ())
    assert loop(pagina) is loop(pagina)


@pytest.mark.parametrize(
    ("bederf", "waarom"),
    [
        ({"goot": 2.0, "afloop": 3.0, "rand": 0.0}, "overlappen"),
        ({"rand": 4.0, "afloop": 1.0, "goot": 9.0}, "afloop of rand"),
        ({"vel": (297.0, 210.0)}, "korte zijde"),
        ({"kleur": "cmyk"}, "intentie"),
        ({"vel": None, "keren": "omvouwen"}, "omvouwen"),
        ({"marge": -1.0}, "greater than"),
        ({"marge": 106.0, "vel": (210.0, 297.0)}, "less than"),
        ({"marge": 40.0, "vel": (75.0, 297.0)}, "ruimte overlaat"),
        ({"vel": (float("inf"), float("nan"))}, "finite"),
        ({"vel": (1e6, 1e6)}, "less than"),
        ({"rand": 50.0}, "less than"),
    ],
)
def test_een_profiel_dat_niet_kan_wordt_geweigerd(bederf: dict[str, object], waarom: str) -> None:
    gegevens = {**proef.profiel("kantoor").model_dump(), **bederf}
    with pytest.raises(ValidationError, match=waarom):
        Drukprofiel.model_validate(gegevens)
