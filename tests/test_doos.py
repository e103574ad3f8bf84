"""The box: its net has the size of the cards inside, fits the sheet, and tells what is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaartgen import bouw
from kaartgen.kleuren import Rgb
from kaartgen.kleurzicht import ZICHTEN, gezien
from kaartgen.maten import Maat, Mm, Vak
from kaartgen.meldingen import Fouten
from kaartgen.opmaak.druk.doos import DOOSJE, ETIKET, doosje
from kaartgen.opmaak.druk.doosnet import Net, net
from kaartgen.opmaak.druk.drukformaat import lees_drukformaat
from kaartgen.opmaak.druk.drukmaten import lees_drukmaten
from kaartgen.opmaak.druk.drukprofiel import Papier
from kaartgen.opmaak.druk.setstukken import lees_setstukken
from kaartgen.opmaak.keuring import CONTRAST_TEKST, contrast
from kaartgen.opmaak.ontwerp import Ontwerp
from kaartgen.opmaak.ontwerp_lezen import met_huisstijl
from kaartgen.opmaak.zetter import Tekstzetter
from kaartgen.plaatsen import PROJECT, moment
from kaartgen.samenstelling import kaartenset
from kaartgen.scene import Drukwerk, Groep, Kleur, Lijn, Pad, Tekst, Vel, Vlak
from kaartgen.weergave.pdf_druk import DrukSchrijver

LAYOUTS = PROJECT / "layouts"
A4 = Maat(Mm(210), Mm(297))
SRA3 = Maat(Mm(320), Mm(450))
POKER, A6 = Maat(Mm(63), Mm(88)), Maat(Mm(105), Mm(148))
MARGE = 4.0
MATEN = lees_drukmaten(LAYOUTS).doos
DUN, DIK = Papier(gewicht=160, dikte=0.19), Papier(gewicht=350, dikte=0.38)


STUKKEN, FORMAAT = cache(lees_setstukken), cache(lees_drukformaat)
ONTWERPEN: dict[tuple[str, str], Ontwerp] = {}
"""Designs by publication and huisstijl."""


def zetter(project: bouw.Project, huisstijl: str) -> Tekstzetter:
    sleutel = (project.publicatie.slug, huisstijl)
    if sleutel not in ONTWERPEN:
        ONTWERPEN[sleutel] = met_huisstijl(project.ontwerp, huisstijl, LAYOUTS, project.publicatie)
    return Tekstzetter(ONTWERPEN[sleutel], FORMAAT(LAYOUTS, "poker"), project.letter)


def maak(
    project: bouw.Project,
    kaart: Maat = POKER,
    aantal: int = 114,
    papier: Papier = DUN,
    vel: Maat = A4,
    *,
    huisstijl: str = "standaard",
    selectie: str = "",
) -> Vel:
    publicatie = project.publicatie
    gekozen = kaartenset(publicatie, project.kaarten, selectie or publicatie.selecties[0].id)
    eigen = zetter(project, huisstijl)
    return doosje(publicatie, gekozen, eigen, STUKKEN(LAYOUTS), kaart, aantal, papier, vel, MARGE, 0.0, MATEN)


def uitgeknipt(vel: Vel) -> Vak:
    """Give what is cut out of a sheet without bleed: all but the strip along its trim."""
    return vel.netto.krimp(*[MATEN.om] * 4)


def vouwen(vel: Vel) -> tuple[list[Lijn], list[Lijn]]:
    """Give the upright and the lying folds."""
    lijnen = [deel for deel in vel.elementen if isinstance(deel, Lijn)]
    assert {lijn.naam for lijn in lijnen} == {"Vouwlijn"}
    return [lijn for lijn in lijnen if lijn.x1 == lijn.x2], [lijn for lijn in lijnen if lijn.y1 == lijn.y2]


def omtrek(vel: Vel) -> Pad:
    (pad,) = [deel for deel in vel.elementen if isinstance(deel, Pad) and deel.naam == "Snijlijn"]
    return pad


def punten(pad: Pad) -> list[tuple[float, float]]:
    return [punt for stap in pad.stappen for punt in stap.punten]


def gevouwen(vel: Vel) -> tuple[float, float, float]:
    """Fold a net as its lines say and give what is inside, in mm: width, height and depth."""
    staand, liggend = vouwen(vel)
    plaatsen = sorted({lijn.x1 for lijn in staand})
    rechts = max(x for x, _ in punten(omtrek(vel)))
    achter, zij, voor, ander = (tot - van for van, tot in pairwise([*plaatsen, rechts]))
    assert (achter, zij) == (pytest.approx(voor), pytest.approx(ander))
    hoogtes = {lijn.y2 - lijn.y1 for lijn in staand}
    assert len(hoogtes) == 1
    (hoogte,) = hoogtes
    boven, rand, bodem, onder = sorted({lijn.y1 for lijn in liggend})
    assert bodem - rand == pytest.approx(hoogte)
    assert (rand - boven, onder - bodem) == (pytest.approx(zij), pytest.approx(zij))
    return achter, hoogte, zij


@pytest.mark.parametrize(("aantal", "papier"), [(114, DUN), (60, DUN), (20, DUN), (114, DIK), (40, DIK)])
def test_een_gevouwen_doosje_heeft_binnen_de_maat_van_de_stapel_en_een_mm_speling(
    echt: bouw.Project, aantal: int, papier: Papier
) -> None:
    vel = maak(echt, aantal=aantal, papier=papier)
    assert vel.naam == DOOSJE
    assert gevouwen(vel) == (
        pytest.approx(64),
        pytest.approx(89),
        pytest.approx(aantal * papier.dikte + 1),
    )


@given(st.integers(1, 400), st.sampled_from([DUN, DIK]), st.sampled_from([POKER, A6]))
def test_de_vlakken_van_een_net_zijn_samen_zo_groot_als_het_net(
    aantal: int, papier: Papier, kaart: Maat
) -> None:
    uitslag = net(kaart, aantal, papier, MATEN)
    assert uitslag == Net(kaart.breedte + 1, kaart.hoogte + 1, aantal * papier.dikte + 1, MATEN)
    vakken = uitslag.vakken(10, 20)
    op_rij = [vakken[naam] for naam in ("lijmflap", "achter", "zijkant", "voor", "andere zijkant")]
    assert sum(vak.b for vak in op_rij) == pytest.approx(uitslag.maat[0])
    assert all(een.rechts == pytest.approx(ander.x) for een, ander in pairwise(op_rij))
    kolom = [vakken[naam] for naam in ("deksel", "voor", "bodem")]
    assert all(een.onder == pytest.approx(ander.y) for een, ander in pairwise(kolom))
    flappen = uitslag.maat[1] - sum(vak.h for vak in kolom)
    assert flappen == pytest.approx(2 * (kolom[0].y - 20))
    assert flappen > 16


def alle_vakken(vel: Vel) -> Iterator[tuple[str, Vak]]:
    for deel in vel.elementen:
        if isinstance(deel, Lijn):
            x, y = min(deel.x1, deel.x2), min(deel.y1, deel.y2)
            yield deel.naam, Vak(x, y, Mm(abs(deel.x2 - deel.x1)), Mm(abs(deel.y2 - deel.y1)))
        elif isinstance(deel, Pad):
            xs, ys = zip(*punten(deel), strict=True)
            yield deel.naam, Vak(Mm(min(xs)), Mm(min(ys)), Mm(max(xs) - min(xs)), Mm(max(ys) - min(ys)))
        else:
            yield deel.naam, deel.vak


@pytest.mark.parametrize("kaart", [POKER, A6, Maat(Mm(297), Mm(210)), Maat(Mm(210), Mm(148))])
@pytest.mark.parametrize("aantal", [1, 40, 90, 160, 700])
@pytest.mark.parametrize("vel", [A4, SRA3])
def test_niets_staat_buiten_de_marge_van_het_vel(
    echt: bouw.Project, kaart: Maat, aantal: int, vel: Maat
) -> None:
    gemaakt = maak(echt, kaart, aantal, DUN, vel)
    assert sorted([gemaakt.maat.breedte, gemaakt.maat.hoogte]) == [vel.breedte, vel.hoogte]
    vrij = Vak(Mm(0), Mm(0), gemaakt.maat.breedte, gemaakt.maat.hoogte).krimp(*[MARGE] * 4)
    buiten = [naam for naam, vak in alle_vakken(gemaakt) if not vrij.bevat(vak)]
    assert buiten == []


def test_een_net_dat_alleen_liggend_past_ligt_en_wat_niet_past_wordt_een_etiket(echt: bouw.Project) -> None:
    staand, liggend = maak(echt), maak(echt, papier=DIK)
    assert (staand.naam, staand.maat) == (DOOSJE, A4)
    assert (liggend.naam, liggend.maat) == (DOOSJE, Maat(Mm(297), Mm(210)))
    assert maak(echt, A6, 111).naam == ETIKET
    assert maak(echt, A6, 111, vel=SRA3).naam == DOOSJE
    etiket = maak(echt, A6, 111)
    assert (uitgeknipt(etiket).b, uitgeknipt(etiket).h - MATEN.onderschrift) == (A6.breedte, A6.hoogte)
    assert not any(isinstance(deel, Lijn) for deel in etiket.elementen)


def panelen(vel: Vel, uitslag: Net) -> dict[str, Vak]:
    return uitslag.vakken(uitgeknipt(vel).x, uitgeknipt(vel).y)


@pytest.mark.parametrize("huisstijl", ["standaard", "zuinig"])
@pytest.mark.parametrize(("aantal", "papier"), [(1, DUN), (30, DUN), (114, DUN), (114, DIK)])
def test_woorden_en_wielen_staan_binnen_een_vlak(
    echt: bouw.Project, aantal: int, papier: Papier, huisstijl: str
) -> None:
    vel = maak(echt, aantal=aantal, papier=papier, huisstijl=huisstijl, selectie="waterschapsbestuurders")
    vakken = panelen(vel, net(POKER, aantal, papier, MATEN))
    for deel in vel.elementen:
        if isinstance(deel, Tekst | Groep) and deel.naam != "uitleg":
            waar = [naam for naam, vak in vakken.items() if vak.krimp(1, 1, 1, 1).bevat(deel.vak)]
            assert len(waar) == 1, deel.naam
        if isinstance(deel, Tekst):
            for alinea in deel.alineas:
                assert alinea.stijl.korps >= 8.5
                for regel in alinea.regels:
                    assert deel.vak.y <= regel.basislijn <= deel.vak.onder, deel.naam
                    for stuk in regel.stukken:
                        assert deel.vak.x - 0.05 <= stuk.x <= stuk.x + stuk.breedte <= deel.vak.rechts + 0.05


def staat_op(vel: Vel, vak: Vak) -> str:
    return "\n".join(
        alinea.tekst.replace("\xa0", " ")
        for deel in vel.elementen
        if isinstance(deel, Tekst) and vak.bevat(deel.vak)
        for alinea in deel.alineas
    )


@pytest.mark.parametrize("naam", ["echt", "klein"])
@pytest.mark.parametrize("huisstijl", ["standaard", "zuinig"])
def test_het_doosje_zegt_wat_erin_zit_en_wie_het_maakte(
    request: pytest.FixtureRequest, naam: str, huisstijl: str
) -> None:
    project: bouw.Project = request.getfixturevalue(naam)
    gegevens = project.publicatie.gegevens
    for selectie in project.publicatie.selecties:
        vel = maak(project, huisstijl=huisstijl, selectie=selectie.id)
        vakken = panelen(vel, net(POKER, 114, DUN, MATEN))
        voor, achter, deksel = (staat_op(vel, vakken[paneel]) for paneel in ("voor", "achter", "deksel"))
        assert all(tekst in voor for tekst in (gegevens.titel, selectie.naam, "114 kaarten"))
        assert all(tekst in achter for tekst in (gegevens.titel, gegevens.maker, gegevens.bronregel))
        assert gegevens.titel in deksel
        wielen = [deel for deel in vel.elementen if isinstance(deel, Groep)]
        assert sum(vakken["voor"].bevat(wiel.vak) for wiel in wielen) == 1
        etiket = maak(project, A6, 300, DIK, huisstijl=huisstijl, selectie=selectie.id)
        assert etiket.naam == ETIKET
        samen = staat_op(etiket, uitgeknipt(etiket))
        assert all(
            tekst in samen for tekst in (gegevens.titel, selectie.naam, "300 kaarten", gegevens.bronregel)
        )


@pytest.mark.parametrize("huisstijl", ["standaard", "zuinig"])
def test_letters_op_het_doosje_hebben_genoeg_contrast(echt: bouw.Project, huisstijl: str) -> None:
    vel = maak(echt, huisstijl=huisstijl)
    vlakken = [deel for deel in vel.elementen if isinstance(deel, Vlak)]
    assert bool(vlakken) == (huisstijl == "standaard")
    for deel in vel.elementen:
        if isinstance(deel, Tekst):
            gronden = [vlak.kleur for vlak in vlakken if vlak.vak.bevat(deel.vak)]
            grond = gronden[-1] if gronden else Kleur("papier", "FFFFFF")
            for zicht, alinea in product(ZICHTEN, deel.alineas):
                paar = gezien(alinea.stijl.kleur, zicht), gezien(grond, zicht)
                assert contrast(*paar) >= CONTRAST_TEKST, (deel.naam, zicht)


def test_vouwen_zijn_gestreept_snijden_is_een_dichte_omtrek_met_een_duimgat(echt: bouw.Project) -> None:
    vel = maak(echt)
    staand, liggend = vouwen(vel)
    assert all(lijn.streepjes and lijn.dikte >= 0.25 for lijn in (*staand, *liggend))
    pad = omtrek(vel)
    assert (pad.stappen[0].soort, pad.stappen[-1].soort) == ("M", "Z")
    assert Counter(stap.soort for stap in pad.stappen)["C"] == 2
    assert pad.dikte >= 0.25
    assert vel.netto.krimp(*[MATEN.om - 0.01] * 4).bevat(pad.vak)
    hoeken = punten(pad)
    for lijn in staand:
        for einde in ((lijn.x1, lijn.y1), (lijn.x2, lijn.y2)):
            assert any(hoek == pytest.approx(einde) for hoek in hoeken), einde


def test_de_vouwen_staan_als_streepjes_in_de_pdf(echt: bouw.Project) -> None:
    pikepdf = pytest.importorskip("pikepdf")
    from io import BytesIO

    werk = Drukwerk("Doos", "", "Maker", "nl-NL", (maak(echt),))
    pdf = DrukSchrijver(echt.letter, Rgb()).schrijf(werk, moment(2024))
    with pikepdf.open(BytesIO(pdf)) as document:
        inhoud = b"".join(deel.read_bytes() for deel in document.pages[0].Contents)
    assert b"[5.67 3.40] 0 d" in inhoud


def test_een_titel_die_niet_op_het_doosje_past_wordt_gemeld(echt: bouw.Project) -> None:
    gegevens = echt.publicatie.gegevens.model_copy(
        update={"titel": "Hottentottententententoonstellingsterreinbeheer"}
    )
    anders = replace(echt, publicatie=replace(echt.publicatie, gegevens=gegevens))
    with pytest.raises(Fouten) as fouten:
        maak(anders)
    (melding,) = fouten.value.meldingen
    assert melding.code == "woord-te-breed"
    assert "publicatie.yaml" in melding.plek.bestand
