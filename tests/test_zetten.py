"""Typesetting in mm: breaking, placing, hanging marks, and what typography adds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import PLAATSEN
from kaartgen.lettertypen import lettertype
from kaartgen.maten import Mm, Pt, Vak, naar_mm
from kaartgen.opmaak import zetten
from kaartgen.opmaak.typografie import VASTE_SPATIE, lopen, verzorg, zonder_weduwe
from kaartgen.scene import Alineastijl, Kleur, Loop

LETTER = lettertype(PLAATSEN.fonts / "carlito", "Calibri")
INKT = Kleur("inkt", "000000")
STIJL = Alineastijl(Pt(12), INKT)
WOORDEN = st.lists(st.text("abcdefghijklmnoptvwzAVTé", min_size=1, max_size=14), min_size=1, max_size=40).map(
    " ".join
)


def zin(tekst: str, stijl: Alineastijl = STIJL) -> zetten.Zin:
    return zetten.meet((Loop(tekst),), stijl.vet, stijl.cursief, LETTER)


def regels(tekst: str, breedte: float, stijl: Alineastijl = STIJL) -> list[str]:
    alinea = zetten.zet([(zin(tekst, stijl), stijl)], Vak(Mm(0), Mm(0), Mm(breedte), Mm(0)), LETTER)[0]
    return ["".join(stuk.tekst for stuk in regel.stukken) for regel in alinea.regels]


@given(WOORDEN, st.floats(40, 200))
def test_breken_verliest_niets_en_verandert_de_volgorde_niet(tekst: str, breedte: float) -> None:
    assert " ".join(regels(tekst, breedte)) == tekst


@given(WOORDEN, st.floats(60, 200))
def test_geen_regel_is_breder_dan_99_procent_van_het_vak_en_elke_regel_is_zo_vol_als_kan(
    tekst: str, breedte: float
) -> None:
    gezet = regels(tekst, breedte)
    em = naar_mm(STIJL.korps)
    snede = LETTER.snede()
    ruimte = breedte * 0.99 + 1e-6
    for nummer, regel in enumerate(gezet):
        assert snede.breedte(regel) * em <= ruimte or " " not in regel
        if nummer + 1 < len(gezet):
            eerste = gezet[nummer + 1].split(" ")[0]
            assert snede.breedte(f"{regel} {eerste}") * em > breedte * 0.99 - 1e-6


def test_de_breedte_telt_kerning_mee() -> None:
    snede = LETTER.snede()
    assert snede.breedte("AV") < snede.breedte("A") + snede.breedte("V")


def test_een_woord_breekt_na_een_koppelteken_maar_een_vaste_spatie_breekt_niet() -> None:
    assert regels("werk-privébalans", 20) == ["werk-", "privébalans"]
    assert regels(f"de 38{VASTE_SPATIE}procent", 22)[-1] == f"38{VASTE_SPATIE}procent"


def test_regels_staan_een_regelhoogte_uit_elkaar_en_alineas_nog_het_wit_verder() -> None:
    stijl = Alineastijl(Pt(10), INKT, regelafstand=1.1, wit_voor=Mm(3))
    gezet = zetten.zet([(zin("een", stijl), stijl)] * 2, Vak(Mm(5), Mm(20), Mm(50), Mm(0)), LETTER)
    eerste, tweede = (alinea.regels[0].basislijn for alinea in gezet)
    regelhoogte = 10 * 1.2 * 1.1 * 25.4 / 72
    assert eerste == pytest.approx(20 + 0.79 * regelhoogte)
    assert tweede - eerste == pytest.approx(regelhoogte + 3)


def test_het_merk_hangt_links_en_alle_regels_springen_in() -> None:
    stijl = Alineastijl(Pt(10), INKT, inspringing=Mm(6), opsomming="cijfer")
    twee = [(zin("woord " * 20, stijl), stijl)] * 2
    gezet = zetten.zet(twee, Vak(Mm(30), Mm(0), Mm(60), Mm(0)), LETTER)
    assert [alinea.merk.stukken[0].tekst for alinea in gezet if alinea.merk] == ["1.", "2."]
    assert {alinea.merk.stukken[0].x for alinea in gezet if alinea.merk} == {30}
    assert {regel.stukken[0].x for alinea in gezet for regel in alinea.regels} == {36}


@pytest.mark.parametrize(("uitlijning", "links"), [("links", 10.0), ("midden", None), ("rechts", None)])
def test_uitlijnen_zet_de_regel_links_midden_of_rechts(uitlijning: str, links: float | None) -> None:
    stijl = Alineastijl(Pt(10), INKT, uitlijning=uitlijning)  # type: ignore[arg-type]
    stuk = (
        zetten.zet([(zin("woord", stijl), stijl)], Vak(Mm(10), Mm(0), Mm(50), Mm(0)), LETTER)[0]
        .regels[0]
        .stukken[0]
    )
    ruim = 50 - stuk.breedte
    assert stuk.x == pytest.approx({"links": 10, "midden": 10 + ruim / 2, "rechts": 10 + ruim}[uitlijning])
    assert links is None or stuk.x == links


def test_een_vet_stuk_midden_in_een_zin_sluit_aan_op_de_tekst_ervoor() -> None:
    nadruk = Kleur("nadruk", "112233")
    delen = lopen("Ruim **1.200** verbanden", nadruk)
    alinea = zetten.zet(
        [(zetten.meet(delen, False, False, LETTER), STIJL)], Vak(Mm(0), Mm(0), Mm(90), Mm(0)), LETTER
    )[0]
    stukken = alinea.regels[0].stukken
    assert [(stuk.tekst, stuk.vet) for stuk in stukken] == [
        ("Ruim ", False),
        ("1.200 ", True),
        ("verbanden", False),
    ]
    assert stukken[1].kleur == nadruk
    for links, rechts in pairwise(stukken):
        assert links.x + links.breedte == pytest.approx(rechts.x)


def test_hoogte_is_die_van_de_gezette_regels() -> None:
    paar = [(zin("woord " * 30), STIJL)] * 3
    gezet = zetten.zet(paar, Vak(Mm(0), Mm(0), Mm(70), Mm(0)), LETTER)
    aantal = sum(len(alinea.regels) for alinea in gezet)
    assert zetten.hoogte(paar, 70) == pytest.approx(aantal * naar_mm(STIJL.regelhoogte))


def test_tussen_getal_en_eenheid_komt_een_vaste_spatie() -> None:
    assert verzorg("In 2022 deed 41 procent mee aan verkiezingen") == (
        f"In 2022 deed 41{VASTE_SPATIE}procent mee aan verkiezingen"
    )
    assert verzorg("in 2040 jaarlijks onderzocht") == "in 2040 jaarlijks onderzocht"


def test_een_kort_laatste_woord_blijft_bij_het_woord_ervoor_maar_een_lang_paar_niet() -> None:
    assert zonder_weduwe("Wat zou jij doen?") == f"Wat zou jij{VASTE_SPATIE}doen?"
    assert zonder_weduwe("Wat vraagt dit van gemeenschappen samen?").count(VASTE_SPATIE) == 0
    assert zonder_weduwe("Wat nu?") == "Wat nu?"
