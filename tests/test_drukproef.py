"""Proofs on drawn sheets: held against the light, and cut. Nothing here knows how sheets are made."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PIL import Image, ImageChops, ImageFilter

import druk_proef as proef
from kaartgen.maten import Mm, Vak
from kaartgen.scene import Drukwerk, Plaatsing, Vel

DPI_DUPLEX = 260
"""A pixel is 0.098 mm: what lies one pixel off is within 0.1 mm."""

DPI_SNIJDEN = 254
"""A pixel is exactly 0.1 mm."""

PROEVEN = [
    (profiel, formaat)
    for profiel in proef.PROFIELEN
    for formaat in ("poker", "a5")
    if proef.raster(profiel, proef.MATEN[formaat])
]


def gelegd(profiel: str, formaat: str) -> tuple[tuple[Vel, ...], bytes]:
    """Give a full and a half-filled sheet, as sheets and as a file."""
    maat = proef.MATEN[formaat]
    raster = proef.raster(profiel, maat)
    assert raster
    aantal = raster.aantal + max(raster.aantal // 2, 1)
    vellen = proef.vellen(profiel, proef.proefset(aantal, maat))
    return vellen, proef.schrijf(profiel, vellen)


def gescheiden(een: Image.Image, ander: Image.Image) -> int:
    """Count the pixels that are dark in one picture and have nothing dark at most one pixel away in the
    other."""
    donker = [beeld.point(lambda licht: 255 if licht < 128 else 0) for beeld in (een, ander)]
    verschil = ImageChops.difference(*donker).getbbox()
    if verschil is None:
        return 0
    x1, y1, x2, y2 = verschil
    donker = [beeld.crop((x1 - 1, y1 - 1, x2 + 1, y2 + 1)) for beeld in donker]
    ruim = [beeld.filter(ImageFilter.MaxFilter(3)) for beeld in donker]
    los = [
        ImageChops.subtract(donker[0], ruim[1]),
        ImageChops.subtract(donker[1], ruim[0]),
    ]
    return sum(beeld.histogram()[255] for beeld in los)


def omgeslagen(beeld: Image.Image, keren: str) -> Image.Image:
    """Give the back of a sheet as it is seen from the front, through the paper, when the printer turned the
    sheet over its long or its short edge, or over its upright edge for '', as a printer of single pages."""
    staand = beeld.height >= beeld.width
    om_staande_as = not keren or staand == (keren == "lange-zijde")
    kant = Image.Transpose.FLIP_LEFT_RIGHT if om_staande_as else Image.Transpose.FLIP_TOP_BOTTOM
    return beeld.transpose(kant)


@pytest.mark.parametrize(("profiel", "formaat"), PROEVEN)
def test_tegen_het_licht_valt_elke_achterkant_op_haar_voorkant(profiel: str, formaat: str) -> None:
    keren = proef.profiel(profiel).keren
    vellen, pdf = gelegd(profiel, formaat)
    beelden = proef.beelden(pdf, DPI_DUPLEX)
    if keren in ("lange-zijde", "korte-zijde"):
        voor = [beeld for vel, beeld in zip(vellen, beelden, strict=True) if vel.kant == "voor"]
        achter = [beeld for vel, beeld in zip(vellen, beelden, strict=True) if vel.kant == "achter"]
        for een, ander in zip(voor, achter, strict=True):
            assert gescheiden(een, omgeslagen(ander, keren if proef.profiel(profiel).vel else "")) == 0
    elif keren == "omvouwen":
        for vel, beeld in zip(vellen, beelden, strict=True):
            assert all(gescheiden(*paar) == 0 for paar in gevouwen(vel, beeld))


def gevouwen(vel: Vel, beeld: Image.Image) -> list[tuple[Image.Image, Image.Image]]:
    """Give each front on a sheet with its back as it lies behind it after folding."""
    fronten = {een.code: een for een in vel.plaatsingen if een.kant == "voor"}
    paren = []
    for een in vel.plaatsingen:
        if een.kant == "achter":
            naast = een.vak.y == fronten[een.code].vak.y
            kant = Image.Transpose.FLIP_LEFT_RIGHT if naast else Image.Transpose.FLIP_TOP_BOTTOM
            paren.append(
                (knip(beeld, fronten[een.code], DPI_DUPLEX), knip(beeld, een, DPI_DUPLEX).transpose(kant))
            )
    return paren


def knip(beeld: Image.Image, plaatsing: Plaatsing, dpi: float) -> Image.Image:
    """Cut one card out of a drawn sheet."""
    vak = plaatsing.vak
    x, y = proef.px(vak.x, dpi), proef.px(vak.y, dpi)
    return beeld.crop((x, y, x + proef.px(vak.b, dpi), y + proef.px(vak.h, dpi)))


@pytest.mark.parametrize(("keren", "fout"), [("lange-zijde", "korte-zijde"), ("korte-zijde", "lange-zijde")])
def test_de_proef_ziet_een_vel_dat_verkeerd_om_gaat(keren: str, fout: str) -> None:
    profiel = "kantoor" if keren == "lange-zijde" else "kantoor-korte-zijde"
    voor, achter, *_ = proef.beelden(gelegd(profiel, "poker")[1], DPI_DUPLEX)
    assert gescheiden(voor, omgeslagen(achter, keren)) == 0
    assert gescheiden(voor, omgeslagen(achter, fout)) > 0


def test_de_proef_ziet_een_achterkant_die_een_kwart_millimeter_verschuift() -> None:
    maat = proef.MATEN["poker"]
    vellen = proef.vellen("kantoor", proef.proefset(9, maat), (0.25, 0.0))
    voor, achter = proef.beelden(proef.schrijf("kantoor", vellen), DPI_DUPLEX)
    assert gescheiden(voor, omgeslagen(achter, "lange-zijde")) > 0


def tekens_op(beeld: Image.Image) -> tuple[list[float], list[float]]:
    """Find the crop marks on a drawn sheet: dark lines of at most 3 pixels in the outermost strips where
    anything is; give their places in pixels."""
    donker = beeld.point(lambda licht: 255 if licht < 200 else 0)
    links, boven, _, _ = donker.getbbox() or (0, 0, 0, 0)
    strook_x = donker.crop((0, boven, beeld.width, boven + 4)).resize((beeld.width, 1), Image.Resampling.BOX)
    strook_y = donker.crop((links, 0, links + 4, beeld.height)).resize(
        (1, beeld.height), Image.Resampling.BOX
    )
    return _lijnen(list(strook_x.tobytes())), _lijnen(list(strook_y.tobytes()))


def _lijnen(rij: list[int]) -> list[float]:
    plekken: list[list[int]] = []
    for plek, waarde in enumerate(rij):
        if waarde:
            if plekken and plek - plekken[-1][-1] == 1:
                plekken[-1].append(plek)
            else:
                plekken.append([plek])
    assert all(len(lijn) <= 5 for lijn in plekken)
    return [(lijn[0] + lijn[-1] + 1) / 2 for lijn in plekken]


@pytest.mark.parametrize(
    ("profiel", "formaat"),
    [
        ("kantoor", "poker"),
        ("kantoor-korte-zijde", "poker"),
        ("drukkerij", "a6"),
        ("drukkerij-sra3", "poker"),
        ("drukkerij-sra3", "a4"),
    ],
)
def test_wie_langs_de_snijtekens_snijdt_houdt_precies_de_losse_kaarten_over(
    profiel: str, formaat: str
) -> None:
    maat = proef.MATEN[formaat]
    vellen, pdf = gelegd(profiel, formaat)
    los = losse_kaarten(profiel, formaat)
    for vel, beeld in zip(vellen, proef.beelden(pdf, DPI_SNIJDEN), strict=True):
        xs, ys = tekens_op(beeld)
        gevonden = [
            beeld.crop((round(x1), round(y1), round(x2), round(y2)))
            for y1, y2 in pairwise(ys)
            for x1, x2 in pairwise(xs)
            if abs(x2 - x1 - maat.breedte * 10) < 2 and abs(y2 - y1 - maat.hoogte * 10) < 2
        ]
        gevuld = [beeld for beeld in gevonden if beeld.getextrema()[0] < 128]
        assert len(gevuld) == len(vel.plaatsingen)
        for plaatsing in vel.plaatsingen:
            gedraaid = los[plaatsing.pagina.id].rotate(plaatsing.draai)
            assert any(zelfde(gedraaid, een) for een in gevuld), plaatsing.pagina.id


@pytest.mark.parametrize("formaat", ["a5", "a6"])
def test_wie_een_vel_zonder_snijtekens_doormidden_snijdt_houdt_de_losse_kaarten_over(formaat: str) -> None:
    maat = proef.MATEN[formaat]
    vellen, pdf = gelegd("kantoor", formaat)
    los = losse_kaarten("kantoor", formaat)
    for vel, beeld in zip(vellen, proef.beelden(pdf, DPI_SNIJDEN), strict=True):
        kolommen = beeld.width // proef.px(maat.breedte, DPI_SNIJDEN)
        halve = beeld.height // 2
        breed = beeld.width // kolommen
        stukken = [
            beeld.crop((k * breed, r * halve, (k + 1) * breed, (r + 1) * halve))
            for r in range(2)
            for k in range(kolommen)
        ]
        gevuld = [stuk for stuk in stukken if stuk.getextrema()[0] < 128]
        assert len(gevuld) == len(vel.plaatsingen)
        for plaatsing in vel.plaatsingen:
            verwacht = los[plaatsing.pagina.id].rotate(plaatsing.draai)
            randen = [
                stuk.crop((0, rand, verwacht.width, rand + verwacht.height))
                for stuk in gevuld
                for rand in range(stuk.height - verwacht.height + 1)
            ]
            assert any(zelfde(verwacht, een) for een in randen), plaatsing.pagina.id


def losse_kaarten(profiel: str, formaat: str) -> dict[str, Image.Image]:
    """Draw every face on a page of its own, as large as the card."""
    maat = proef.MATEN[formaat]
    gekozen = proef.profiel(profiel)
    heel = Vak(Mm(0), Mm(0), maat.breedte, maat.hoogte)
    vellen = tuple(
        Vel(een.pagina.id, maat, "voor", (Plaatsing(een.pagina, heel, een.code, een.kant),), (), heel)
        for vel in gelegd(profiel, formaat)[0]
        for een in vel.plaatsingen
    )
    pdf = proef.schrijver(gekozen).schrijf(Drukwerk("Los", "", "", "nl-NL", vellen), proef.MOMENT)
    return {vel.naam: beeld for vel, beeld in zip(vellen, proef.beelden(pdf, DPI_SNIJDEN), strict=True)}


def zelfde(een: Image.Image, ander: Image.Image) -> bool:
    """Tell whether two pictures are the same, pixel for pixel."""
    return een.size == ander.size and ImageChops.difference(een, ander).getbbox() is None
