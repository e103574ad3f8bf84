"""Colours for print: grey as light as the colour, ink through an ICC profile, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageCms

from druk_proef import ICC
from kaartgen.icc import Cmyk, ProfielOngeldig, keur_profiel
from kaartgen.kleuren import Grijs, Rgb, helderheid
from kaartgen.opmaak.keuring import contrast
from kaartgen.scene import Kleur

KLEUREN = st.binary(min_size=3, max_size=3).map(lambda drie: Kleur("k", drie.hex().upper()))
WIT = Kleur("wit", "FFFFFF")


def test_op_een_scherm_is_een_kleur_zichzelf() -> None:
    rood = Kleur("rood", "FF8000")
    assert Rgb().inkt(rood) == pytest.approx((1, 128 / 255, 0))
    assert Rgb().zichtbaar(rood) == rood


@given(KLEUREN)
def test_grijs_is_even_licht_als_de_kleur(kleur: Kleur) -> None:
    grijs = Grijs().zichtbaar(kleur)
    assert helderheid(grijs.hex) == pytest.approx(helderheid(kleur.hex), abs=0.006)
    assert contrast(grijs, WIT) == pytest.approx(contrast(kleur, WIT), rel=0.06)


@given(KLEUREN, st.sampled_from([200.0, 240.0, 300.0]))
def test_geen_kleur_krijgt_meer_inkt_dan_mag(kleur: Kleur, hoogste: float) -> None:
    inkt = Cmyk(ICC, hoogste).inkt(kleur)
    assert 100 * sum(inkt) <= hoogste + 1e-6
    assert all(0 <= waarde <= 1 for waarde in inkt)


@pytest.mark.parametrize(("hex_", "zwart"), [("000000", 1.0), ("FFFFFF", 0.0), ("808080", 0.498)])
def test_neutraal_grijs_is_alleen_zwarte_inkt(hex_: str, zwart: float) -> None:
    assert Cmyk(ICC, 300).inkt(Kleur("k", hex_)) == (0, 0, 0, zwart)


def test_een_eigen_waarde_gaat_voor_het_profiel() -> None:
    beheer = Cmyk(ICC, 300, {"huis": (100.0, 72.0, 0.0, 18.5)})
    assert beheer.inkt(Kleur("huis", "154273")) == (1.0, 0.72, 0.0, 0.185)
    assert beheer.inkt(Kleur("ander", "154273")) != (1.0, 0.72, 0.0, 0.185)


@pytest.mark.parametrize("hex_", ["1F5FA8", "B3273B", "0B6B48", "FFF3D6"])
def test_inkt_ziet_er_ongeveer_uit_als_de_kleur(hex_: str) -> None:
    gezien = bytes.fromhex(Cmyk(ICC, 300).zichtbaar(Kleur("k", hex_)).hex)
    assert max(abs(een - ander) for een, ander in zip(gezien, bytes.fromhex(hex_), strict=True)) < 20


def test_het_profiel_van_de_drukker_moet_cmyk_voor_uitvoer_zijn() -> None:
    assert "FOGRA39" in keur_profiel(ICC)
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for inhoud, woord in (
        (srgb, "voor RGB"),
        (b"geen profiel", "geen leesbaar"),
        (ICC[:500], "geen leesbaar"),
        (ICC[:100_000], "geen leesbaar"),
        (ICC + b"extra", "geen leesbaar"),
        (b"", "geen leesbaar"),
        (ICC[:16] + b"\xff\xfe\xfd\xfc" + ICC[20:], "geen leesbaar"),
    ):
        with pytest.raises(ProfielOngeldig, match=woord):
            keur_profiel(inhoud)
