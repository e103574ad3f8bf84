"""The PNG renderer: size, colours, the right page, and the same bytes every time."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

import pdf_voorbeeldscene as voorbeeld
from kaartgen.maten import Maat, Mm
from kaartgen.scene import Kleur, Pagina, Vlak
from kaartgen.weergave import png
from kaartgen.weergave.pdf import PdfSchrijver

KLEUREN = ("B3261E", "2E7D32", "1F2A44")


@pytest.fixture(scope="module")
def drieluik() -> bytes:
    """Give a PDF of three small pages, each with the left half in its own colour."""
    grond = replace(voorbeeld.ONDERGROND, elementen=(), maat=Maat(Mm(63), Mm(88)))
    paginas = [
        Pagina(hex_, hex_, grond, (Vlak("Helft", voorbeeld.vak(0, 0, 31.5, 88), Kleur("k", hex_)),))
        for hex_ in KLEUREN
    ]
    return PdfSchrijver(voorbeeld.CARLITO).schrijf(voorbeeld.document(*paginas), voorbeeld.MOMENT)


def beeld(data: bytes) -> Image.Image:
    """Give the picture in PNG bytes."""
    uit = Image.open(BytesIO(data))
    assert uit.format == "PNG"
    return uit


@pytest.mark.parametrize("breedte", [1, 7, 56, 59, 101, 500, 1600])
def test_een_afbeelding_is_precies_zo_breed_als_gevraagd(drieluik: bytes, breedte: int) -> None:
    uit = beeld(png.teken(drieluik, breedte_px=breedte))
    assert uit.width == breedte
    assert uit.height == pytest.approx(breedte * 88 / 63, abs=1)


def test_zonder_vraag_is_een_afbeelding_1600_breed(drieluik: bytes) -> None:
    assert beeld(png.teken(drieluik)).width == 1600


def test_elke_pagina_is_te_kiezen_en_de_kleuren_kloppen(drieluik: bytes) -> None:
    for nummer, hex_ in enumerate(KLEUREN):
        uit = beeld(png.teken(drieluik, nummer, 200))
        assert uit.mode == "RGB"
        assert uit.getpixel((50, 100)) == tuple(bytes.fromhex(hex_))
        assert uit.getpixel((150, 100)) == (255, 255, 255)


def test_dezelfde_pagina_geeft_dezelfde_bytes(drieluik: bytes) -> None:
    assert png.teken(drieluik, 1, 300) == png.teken(drieluik, 1, 300)


@pytest.mark.parametrize("pagina", [-1, 3])
def test_een_pagina_die_er_niet_is_is_een_fout(drieluik: bytes, pagina: int) -> None:
    with pytest.raises(IndexError, match=f"Pagina {pagina} bestaat niet: er zijn er 3"):
        png.teken(drieluik, pagina)


def test_een_afbeelding_zonder_breedte_is_een_fout(drieluik: bytes) -> None:
    with pytest.raises(ValueError, match="ten minste 1 beeldpunt"):
        png.teken(drieluik, breedte_px=0)
