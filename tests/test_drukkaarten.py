"""Large printed cards: fronts, backs with room to write, set pieces and the facilitator's sheet, in mm."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import PLAATSEN
from druk_proef import ICC
from kaartgen import bouw
from kaartgen.icc import Cmyk
from kaartgen.kleuren import Grijs, Kleurbeheer
from kaartgen.meldingen import Fouten, Melding
from kaartgen.opmaak.druk.begeleidersblad import begeleidersblad
from kaartgen.opmaak.druk.drukformaat import Drukformaat, Schrijfregels, drukformaten, lees_drukformaat
from kaartgen.opmaak.druk.drukkaart import Drukkaart
from kaartgen.opmaak.druk.drukkaartpagina import Kaartdruk
from kaartgen.opmaak.druk.schrijfregels import verdeling
from kaartgen.opmaak.druk.setstukken import Setstukken, lees_setstukken
from kaartgen.opmaak.kaartpagina import Kaartopmaak
from kaartgen.opmaak.keuring import keur
from kaartgen.opmaak.ontwerp import Ontwerp
from kaartgen.opmaak.ontwerp_lezen import met_huisstijl
from kaartgen.opmaak.soorten import UITWIJK
from kaartgen.opmaak.zetter import Zetter
from kaartgen.samenstelling import Kaart, Kaartenset, Punt, kaartenset
from kaartgen.scene import Lijn, Pagina, Tabel, Tekst, Vlak

FORMATEN = ("a4", "a5")
HUISSTIJLEN = ("standaard", "zuinig")
RAND = 4.0
"""So far from the trim an office printer does not print."""

PRECIES = 1e-9

ONTWERPEN: dict[tuple[str, str], Ontwerp] = {}
MAKERS: dict[tuple[str, str, str], Kaartdruk] = {}
KANTEN: dict[tuple[str, str, str, bool], tuple[Pagina, ...]] = {}
"""What many tests share, by publication, format and huisstijl."""


@pytest.fixture(params=["echt", "klein"])
def project(request: pytest.FixtureRequest) -> bouw.Project:
    gekozen = request.getfixturevalue(request.param)
    assert isinstance(gekozen, bouw.Project)
    return gekozen


@pytest.fixture(params=FORMATEN)
def formaat(request: pytest.FixtureRequest) -> Drukformaat:
    return lees(request.param)


@pytest.fixture(params=HUISSTIJLEN)
def huisstijl(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@cache
def lees(naam: str) -> Drukformaat:
    """Give a shipped format of large cards."""
    formaat = lees_drukformaat(PLAATSEN.layouts, naam)
    assert isinstance(formaat, Drukformaat)
    return formaat


@cache
def stukken() -> Setstukken:
    """Give the shipped texts of set pieces."""
    return lees_setstukken(PLAATSEN.layouts)


def in_huisstijl(project: bouw.Project, naam: str) -> Ontwerp:
    """Give the design of a publication in another huisstijl."""
    sleutel = (project.publicatie.slug, naam)
    if sleutel not in ONTWERPEN:
        ONTWERPEN[sleutel] = met_huisstijl(project.ontwerp, naam, PLAATSEN.layouts, project.publicatie)
    return ONTWERPEN[sleutel]


def maker(
    project: bouw.Project, formaat: Drukformaat, huisstijl: str, kaarten: tuple[Kaart, ...]
) -> Kaartdruk:
    """Give a maker of printed cards for these cards of a publication."""
    zetter = Zetter(in_huisstijl(project, huisstijl), formaat, project.letter)
    return Kaartdruk(project.publicatie, kaarten, zetter, formaat, stukken())


def druk_voor(project: bouw.Project, formaat: Drukformaat, huisstijl: str = "standaard") -> Kaartdruk:
    """Give the maker of printed cards for a publication as it is; asked again it gives the same."""
    sleutel = (project.publicatie.slug, formaat.naam, huisstijl)
    if sleutel not in MAKERS:
        MAKERS[sleutel] = maker(project, formaat, huisstijl, project.kaarten)
    return MAKERS[sleutel]


def alles(project: bouw.Project) -> Kaartenset:
    """Give the set of all cards."""
    return Kaartenset("alles", "Alle kaarten", project.kaarten)


def sets(project: bouw.Project) -> list[Kaartenset]:
    """Give the sets of all selecties."""
    return [
        kaartenset(project.publicatie, project.kaarten, selectie.id)
        for selectie in project.publicatie.selecties
    ]


def kanten(kaarten: tuple[Drukkaart, ...]) -> Iterator[Pagina]:
    """Give all faces."""
    for kaart in kaarten:
        yield kaart.voor
        if kaart.achter:
            yield kaart.achter


def alle_kanten(
    project: bouw.Project, formaat: Drukformaat, huisstijl: str, enkel: bool
) -> tuple[Pagina, ...]:
    """Give all faces of a publication: those of every card, and the set pieces of every selectie."""
    sleutel = (project.publicatie.slug, formaat.naam, huisstijl, enkel)
    if sleutel not in KANTEN:
        druk = druk_voor(project, formaat, huisstijl)
        gemaakt = list(kanten(druk.kaarten(alles(project), enkel)))
        for set_ in sets(project):
            gemaakt += kanten(druk.setstukken(set_, enkel))
        KANTEN[sleutel] = tuple(gemaakt)
    return KANTEN[sleutel]


def op_naam(pagina: Pagina, begin: str) -> list[Tekst]:
    """Give the boxes of text whose name begins so."""
    return [een for een in pagina.elementen if isinstance(een, Tekst) and een.naam.startswith(begin)]


def woorden(pagina: Pagina) -> str:
    """Give all words on a page, with plain blanks."""
    teksten = [een for een in pagina.elementen if isinstance(een, Tekst)]
    for tabel in (een for een in pagina.elementen if isinstance(een, Tabel)):
        teksten += [cel.tekst for rij in tabel.rijen for cel in rij]
    return "\n".join(alinea.tekst for tekst in teksten for alinea in tekst.alineas).replace("\xa0", " ")


@pytest.mark.parametrize("enkel", [False, True])
def test_geen_kant_breekt_een_regel_van_haar_formaat(
    project: bouw.Project, formaat: Drukformaat, huisstijl: str, enkel: bool
) -> None:
    paginas = alle_kanten(project, formaat, huisstijl, enkel)
    druk = druk_voor(project, formaat, huisstijl)
    papier = project.ontwerp.huisstijl.kleur("papier")
    assert druk.meldingen == []
    assert [fout for pagina in paginas for fout in keur(pagina, formaat, papier)] == []
    assert {pagina.maat for pagina in paginas} == {formaat.pagina}


@pytest.mark.parametrize("beheer", [Grijs(), Cmyk(ICC, 300), Cmyk(ICC, 240)], ids=lambda een: een.ruimte)
def test_ook_in_grijs_en_in_inkt_is_alles_te_lezen(
    echt: bouw.Project, huisstijl: str, beheer: Kleurbeheer
) -> None:
    formaat = lees("a5")
    eigen = in_huisstijl(echt, huisstijl).huisstijl
    if isinstance(beheer, Cmyk):
        beheer = Cmyk(ICC, beheer.max_inkt, eigen.cmyk)
    papier = eigen.kleur("papier")
    paginas = alle_kanten(echt, formaat, huisstijl, enkel=False)
    assert [een for pagina in paginas for een in keur(pagina, formaat, papier, beheer.zichtbaar)] == []


def test_kanten_hebben_eigen_ids_en_geen_nummers_en_geen_koppelingen(
    project: bouw.Project, formaat: Drukformaat
) -> None:
    druk = druk_voor(project, formaat)
    kaarten = (*druk.kaarten(alles(project), False), *druk.setstukken(alles(project)))
    paginas = list(kanten(kaarten))
    assert len({pagina.id for pagina in paginas}) == len(paginas)
    for pagina in paginas:
        teksten = [element for element in pagina.elementen if isinstance(element, Tekst)]
        assert all(tekst.rol != "nummer" for tekst in teksten)
        assert all(loop.doel is None for tekst in teksten for een in tekst.alineas for loop in een.lopen)


@pytest.mark.parametrize("enkel", [False, True])
def test_elke_kant_draagt_haar_code_in_de_voet(
    project: bouw.Project, formaat: Drukformaat, enkel: bool
) -> None:
    druk = druk_voor(project, formaat)
    kaarten = druk.kaarten(alles(project), enkel)
    assert [kaart.code for kaart in kaarten] == [str(kaart.nummer) for kaart in project.kaarten]
    for kaart in kaarten:
        for pagina in kanten((kaart,)):
            (voet,) = op_naam(pagina, "Voettekst")
            assert voet.alineas[0].tekst.startswith(f"Kaart {kaart.code} · ")
            assert voet.rol == "voet"
    for stuk in druk.setstukken(alles(project), enkel):
        for pagina in kanten((stuk,)):
            assert op_naam(pagina, "Voettekst")[0].alineas[0].tekst.startswith(f"{stuk.code} · ")


def test_de_voorkant_is_tweezijdig_zonder_en_enkel_met_reflectievragen(
    project: bouw.Project, formaat: Drukformaat
) -> None:
    druk = druk_voor(project, formaat)
    dubbel, enkel = (druk.kaarten(alles(project), keuze) for keuze in (False, True))
    for kaart, twee, een in zip(project.kaarten, dubbel, enkel, strict=True):
        assert een.achter is None and twee.achter is not None
        for vraag in kaart.vragen:
            assert vraag.tekst in woorden(een.voor)
            assert vraag.tekst not in woorden(twee.voor)


def test_de_achterkant_heeft_de_vragen_van_de_kaart_in_volgorde_en_genummerd(
    project: bouw.Project, formaat: Drukformaat
) -> None:
    for kaart, gedrukt in zip(
        project.kaarten, druk_voor(project, formaat).kaarten(alles(project), False), strict=True
    ):
        assert gedrukt.achter
        vragen, cijfers = op_naam(gedrukt.achter, "Vraag "), op_naam(gedrukt.achter, "Cijfer ")
        gezet = [tekst.alineas[0].tekst.replace("\xa0", " ") for tekst in vragen]
        assert gezet == [vraag.tekst for vraag in kaart.vragen]
        assert [tekst.alineas[0].tekst for tekst in cijfers] == [str(n + 1) for n in range(len(gezet))]
        for vraag, cijfer in zip(vragen, cijfers, strict=True):
            hoogte = vraag.alineas[0].regels[0].basislijn
            assert cijfer.alineas[0].regels[0].basislijn == pytest.approx(hoogte)
        assert kaart.vraag in woorden(gedrukt.achter)
        assert kaart.label in woorden(gedrukt.achter)


def test_onder_elke_vraag_staan_evenveel_regels_om_op_te_schrijven(
    project: bouw.Project, formaat: Drukformaat
) -> None:
    maten = formaat.schrijfregels
    assert maten.minst >= {"A4": 3, "A5": 2}[formaat.naam]
    x, _, b, _ = formaat.achterkant.inhoud
    for gedrukt in druk_voor(project, formaat).kaarten(alles(project), False):
        assert gedrukt.achter
        vragen = op_naam(gedrukt.achter, "Vraag ")
        lijnen = [een for een in gedrukt.achter.elementen if isinstance(een, Lijn)]
        per_vraag = [
            [lijn.y1 for lijn in groep]
            for _, groep in groupby(lijnen, lambda lijn: lijn.naam.partition(".")[0])
        ]
        assert len(per_vraag) == len(vragen)
        assert len({len(groep) for groep in per_vraag}) == 1
        einden = [*(vraag.vak.y for vraag in vragen[1:]), formaat.achterkant.inhoud[1] + 200]
        for vraag, groep, einde in zip(vragen, per_vraag, einden, strict=True):
            assert len(groep) >= maten.minst
            stappen = [tot - van for van, tot in pairwise((vraag.vak.onder, *groep))]
            assert all(8 - PRECIES <= stap <= 10 + PRECIES for stap in stappen)
            assert groep[-1] < einde - maten.tussen + PRECIES
        for lijn in lijnen:
            assert lijn.y1 == lijn.y2 and lijn.dikte >= 0.25
            assert x <= lijn.x1 < lijn.x2 <= x + b + PRECIES


def test_de_vragen_staan_over_de_hele_achterkant_verdeeld(echt: bouw.Project, formaat: Drukformaat) -> None:
    _, y, _, h = formaat.achterkant.inhoud
    for gedrukt in druk_voor(echt, formaat).kaarten(alles(echt), False):
        assert gedrukt.achter
        laatste = max(een.y1 for een in gedrukt.achter.elementen if isinstance(een, Lijn))
        assert laatste == pytest.approx(y + h, abs=0.01)


@given(st.floats(20, 400), st.integers(1, 5), st.integers(1, 4))
def test_schrijfregels_vullen_de_ruimte_en_nooit_meer(hoogte: float, vragen: int, minst: int) -> None:
    maten = Schrijfregels(minst=minst, afstand=(8, 10), dikte=0.3, kleur="grijs", cijfer=8.0, tussen=3.0)
    aantal, afstand = verdeling(hoogte, vragen, maten)
    assert aantal >= minst and 8 <= afstand <= 10
    if vragen * minst * 8 <= hoogte:
        assert vragen * aantal * afstand <= hoogte + 1e-6
        assert vragen * (aantal + 1) * 10 > hoogte


def test_een_kaart_zonder_vragen_heeft_een_achterkant_om_op_te_schrijven(
    klein: bouw.Project, formaat: Drukformaat
) -> None:
    kaal = tuple(replace(kaart, vragen=()) for kaart in klein.kaarten)
    druk = maker(klein, formaat, "standaard", kaal)
    eerste = druk.kaarten(Kaartenset("x", "X", kaal[:1]), False)[0]
    assert eerste.achter
    assert len([een for een in eerste.achter.elementen if isinstance(een, Lijn)]) >= 10
    assert stukken().woorden.schrijfruimte in woorden(eerste.achter)
    assert druk.meldingen == []


LANG = "Een toelichting kan lang zijn, en op een klein paneel past zij dan niet meer. "


def met_toelichting(project: bouw.Project, keer: int) -> tuple[Kaart, ...]:
    """Give all cards, one of them with a long explanation."""
    kaart = next(een for een in project.kaarten if een.toelichting.tekst and een.vragen)
    lang = replace(kaart, toelichting=replace(kaart.toelichting, tekst=(LANG * keer).strip()))
    return (lang, *(een for een in project.kaarten if een is not kaart))


def test_een_toelichting_die_voorop_niet_past_staat_op_de_achterkant_boven_de_vragen(
    klein: bouw.Project, formaat: Drukformaat
) -> None:
    kaarten = met_toelichting(klein, 30 if formaat.naam == "A4" else 14)
    druk = maker(klein, formaat, "standaard", kaarten)
    gedrukt = {een.code: een for een in druk.kaarten(Kaartenset("x", "X", kaarten), False)}
    lang = gedrukt[str(kaarten[0].nummer)]
    assert druk.meldingen == [] and lang.achter
    assert stukken().woorden.toelichting_achterop in woorden(lang.voor)
    assert LANG.strip() not in woorden(lang.voor) and LANG.strip() in woorden(lang.achter)
    uitleg, eerste = (
        next(een for een in lang.achter.elementen if isinstance(een, Tekst) and een.naam == naam)
        for naam in ("Toelichting", "Vraag 1")
    )
    onder = uitleg.vak.onder + formaat.achterkant.na_toelichting
    assert eerste.vak.y == pytest.approx(onder, abs=0.01)
    for code, gewoon in gedrukt.items():
        if code != lang.code:
            assert stukken().woorden.toelichting_achterop not in woorden(gewoon.voor)
            assert gewoon.achter and LANG.strip() not in woorden(gewoon.achter)


def test_een_toelichting_die_nergens_past_wordt_bij_haar_tekst_gemeld(
    klein: bouw.Project, formaat: Drukformaat
) -> None:
    kaarten = met_toelichting(klein, 60)
    druk = maker(klein, formaat, "standaard", kaarten)
    druk.kaarten(Kaartenset("x", "X", kaarten[:1]), False)
    (melding,) = druk.meldingen
    assert melding.plek == klein.publicatie.plek(*kaarten[0].toelichting.pad)
    assert "achterkant" in melding.tekst


def test_op_een_kaart_met_een_kant_wijkt_een_toelichting_niet(
    klein: bouw.Project, formaat: Drukformaat
) -> None:
    kaarten = met_toelichting(klein, 30)
    druk = maker(klein, formaat, "standaard", kaarten)
    druk.kaarten(Kaartenset("x", "X", kaarten[:1]), True)
    assert any("vak ‘toelichting’" in een.tekst and "tweezijdig" in een.raad for een in druk.meldingen)


def test_gronden_raken_de_snijlijn_precies_of_blijven_er_ver_genoeg_af(
    project: bouw.Project, formaat: Drukformaat, huisstijl: str
) -> None:
    breedte, hoogte = formaat.pagina.breedte, formaat.pagina.hoogte
    raakt = 0
    for enkel in (False, True):
        for pagina in alle_kanten(project, formaat, huisstijl, enkel):
            for element in pagina.ondergrond.elementen:
                if isinstance(element, Vlak):
                    vak = element.vak
                    xs, ys = (vak.x, vak.rechts), (vak.y, vak.onder)
                else:
                    assert isinstance(element, Lijn)
                    xs, ys = (element.x1, element.x2), (element.y1, element.y2)
                    assert element.y1 != element.y2 or RAND < element.y1 < hoogte - RAND
                    assert element.x1 != element.x2 or RAND < element.x1 < breedte - RAND
                for plaatsen, lengte in ((xs, breedte), (ys, hoogte)):
                    for plaats in plaatsen:
                        op_de_rand = min(abs(plaats), abs(plaats - lengte)) <= PRECIES
                        assert op_de_rand or RAND < plaats < lengte - RAND, (pagina.id, element)
                        raakt += op_de_rand
    assert raakt > 100


def test_de_streep_op_de_achterkant_heeft_de_kleuren_van_de_kaart(
    project: bouw.Project, formaat: Drukformaat, huisstijl: str
) -> None:
    druk = druk_voor(project, formaat, huisstijl)
    zetter = Zetter(in_huisstijl(project, huisstijl), formaat, project.letter)
    for kaart, gedrukt in zip(project.kaarten, druk.kaarten(alles(project), False), strict=True):
        assert gedrukt.achter
        strepen = [
            element
            for element in gedrukt.achter.ondergrond.elementen
            if isinstance(element, Vlak) and element.naam.startswith("Streep")
        ]
        assert [streep.kleur for streep in strepen] == [zetter.accent(een) for een in kaart.accenten or ("",)]
        assert strepen[0].vak.y == 0
        assert all(a.vak.onder == pytest.approx(b.vak.y) for a, b in pairwise(strepen))


def test_a5_is_geen_verkleinde_a4(echt: bouw.Project) -> None:
    a4, a5 = lees("a4"), lees("a5")
    opmaak = {
        formaat.naam: Kaartopmaak(
            echt.publicatie, echt.kaarten, Zetter(echt.ontwerp, formaat, echt.letter), met_vragen=False
        )
        for formaat in (a4, a5)
    }
    schaal = a5.maat[0] / a4.maat[0]
    groot, klein_ = opmaak["A4"].maten, opmaak["A5"].maten
    naar_verhouding = [klein_[id_].zin / groot[id_].zin for id_ in groot]
    assert sum(naar_verhouding) / len(naar_verhouding) > schaal + 0.05
    anders = [
        kaart.nummer
        for kaart in echt.kaarten
        if afbrekingen(opmaak["A4"].pagina(kaart)) != afbrekingen(opmaak["A5"].pagina(kaart))
    ]
    assert len(anders) > 0.8 * len(echt.kaarten)
    assert a5.vakken.paneel[2] / a5.maat[0] < a4.vakken.paneel[2] / a4.maat[0]


def test_op_a5_staat_onder_elkaar_wat_anders_klein_wordt(echt: bouw.Project) -> None:
    a5 = lees("a5")
    assert a5.uitwijken_onder == 10
    zetter = Zetter(echt.ontwerp, a5, echt.letter)
    kort = replace(zetter, formaat=a5.model_copy(update={"uitwijken_onder": 0.0}))
    met, zonder = (
        Kaartopmaak(echt.publicatie, echt.kaarten, een, met_vragen=False).maten for een in (zetter, kort)
    )
    wijkt = [kaart for kaart in echt.kaarten if kaart.soort in UITWIJK]
    assert min(met[kaart.id].zin for kaart in wijkt) >= 10 > min(zonder[kaart.id].zin for kaart in wijkt)
    assert all(met[kaart.id].zin >= zonder[kaart.id].zin for kaart in wijkt)


def afbrekingen(pagina: Pagina) -> list[str]:
    """Give the lines of all text on a page."""
    return [
        "".join(stuk.tekst for stuk in regel.stukken)
        for tekst in pagina.elementen
        if isinstance(tekst, Tekst) and tekst.rol != "voet"
        for alinea in tekst.alineas
        for regel in alinea.regels
    ]


def test_geen_stijl_begint_onder_het_minimum(formaat: Drukformaat) -> None:
    for naam in type(formaat.stijlen).model_fields:
        kleinste = getattr(formaat.stijlen, naam).grenzen[0]
        minimum = formaat.minimum.voet if "voet" in naam or naam == "nummer" else formaat.minimum.tekst
        assert kleinste == 0 or kleinste >= minimum, naam


@pytest.mark.parametrize("enkel", [False, True])
def test_op_a5_is_geen_letter_te_klein_en_geen_zin_kleiner_dan_negen_punten(
    project: bouw.Project, enkel: bool
) -> None:
    formaat = lees("a5")
    for pagina in alle_kanten(project, formaat, "standaard", enkel):
        for tekst in (een for een in pagina.elementen if isinstance(een, Tekst)):
            for alinea in tekst.alineas:
                assert alinea.stijl.korps >= (8 if tekst.rol == "voet" else 9)


def test_een_kaart_die_enkelzijdig_niet_past_geeft_een_melding_met_raad(klein: bouw.Project) -> None:
    formaat = lees("a5")
    lang = tuple(Punt("Wat is " + "lang en breed " * 14 + "hier?", ("kaarten",)) for _ in range(5))
    vol = tuple(replace(kaart, vragen=lang) if kaart.nummer == 5 else kaart for kaart in klein.kaarten)
    druk = maker(klein, formaat, "standaard", vol)
    druk.kaarten(Kaartenset("x", "X", vol), enkel=True)
    (melding,) = druk.meldingen
    assert "Kaart 5 (cluster-kennis)" in melding.tekst and "A5" in melding.tekst
    assert "tweezijdig" in melding.raad and "groter formaat" in melding.raad
    assert melding.plek.bestand.endswith("waarden.yaml") and melding.plek.regel > 0


def test_een_achterkant_die_niet_past_geeft_een_melding(klein: bouw.Project, formaat: Drukformaat) -> None:
    lang = tuple(Punt("Wat is " + "lang en breed " * 30 + "hier?", ("kaarten",)) for _ in range(5))
    vol = tuple(replace(kaart, vragen=lang) if kaart.nummer == 5 else kaart for kaart in klein.kaarten)
    druk = maker(klein, formaat, "standaard", vol)
    druk.kaarten(Kaartenset("x", "X", vol), enkel=False)
    assert [(een.code, "achterkant" in een.tekst) for een in druk.meldingen] == [("past-niet", True)]


@pytest.mark.parametrize("enkel", [False, True])
def test_de_setstukken_zijn_compleet_en_genummerd_zonder_gaten(
    project: bouw.Project, formaat: Drukformaat, enkel: bool
) -> None:
    texten = stukken()
    for set_ in sets(project):
        gemaakt = druk_voor(project, formaat).setstukken(set_, enkel)
        assert [een.code for een in gemaakt] == [f"S{nummer}" for nummer in range(1, len(gemaakt) + 1)]
        namen = [een.naam for een in gemaakt]
        assert namen.count(texten.leeg.titel) == texten.leeg.aantal
        assert list(dict.fromkeys(namen)) == [
            *(texten.index.titel, texten.instructie.titel, texten.colofon.titel),
            *(texten.leeg.titel, texten.stop.titel),
        ]
        assert all((een.achter is None) == enkel for een in gemaakt)


@pytest.mark.parametrize("enkel", [False, True])
def test_de_index_noemt_elke_kaart_met_nummer_label_en_vraag(
    project: bouw.Project, formaat: Drukformaat, enkel: bool
) -> None:
    for set_ in sets(project):
        kaarten = [
            een
            for een in druk_voor(project, formaat).setstukken(set_, enkel)
            if een.naam == stukken().index.titel
        ]
        regels = [
            (alinea.merk.stukken[0].tekst, alinea.tekst.replace("\xa0", " "))
            for pagina in kanten(tuple(kaarten))
            for tekst in op_naam(pagina, "Kaart ")
            for alinea in tekst.alineas
            if alinea.merk
        ]
        assert regels == [(str(kaart.nummer), f"{kaart.label} {kaart.vraag}") for kaart in set_.kaarten]


def test_instructie_en_colofon_zeggen_alles(project: bouw.Project, formaat: Drukformaat) -> None:
    set_ = alles(project)
    per_naam = {een.naam: een for een in druk_voor(project, formaat).setstukken(set_)}
    instructie = woorden(per_naam[stukken().instructie.titel].voor)
    for vorm in stukken().instructie.werkvormen:
        for tekst in (vorm.naam, vorm.doel, *vorm.stappen, f"{vorm.tijd_minuten} minuten"):
            assert tekst in instructie
    colofon = "\n".join(woorden(een) for een in kanten((per_naam[stukken().colofon.titel],)))
    gegevens = project.publicatie.gegevens
    for tekst in (*gegevens.licentie.tekst, gegevens.maker, gegevens.bron, *gegevens.opdrachtgevers):
        assert tekst in colofon


@pytest.mark.parametrize("enkel", [False, True])
def test_van_een_lange_licentie_gaat_niets_verloren(
    klein: bouw.Project, formaat: Drukformaat, enkel: bool
) -> None:
    punten = tuple(f"Voorwaarde {nummer}: " + "dit mag je met de kaarten doen. " * 6 for nummer in range(60))
    gegevens = klein.publicatie.gegevens
    licentie = gegevens.licentie.model_copy(update={"tekst": punten})
    publicatie = replace(klein.publicatie, gegevens=gegevens.model_copy(update={"licentie": licentie}))
    druk = maker(replace(klein, publicatie=publicatie), formaat, "standaard", klein.kaarten)
    gemaakt = druk.setstukken(alles(klein), enkel)
    colofon = [een for een in gemaakt if een.naam == stukken().colofon.titel]
    staat_er = "\n".join(woorden(pagina) for pagina in kanten(tuple(colofon)))
    assert len(list(kanten(tuple(colofon)))) > 2
    papier = klein.ontwerp.huisstijl.kleur("papier")
    assert [een for pagina in kanten(tuple(colofon)) for een in keur(pagina, formaat, papier)] == []
    assert all(punt.strip() in staat_er for punt in punten)
    assert [een.code for een in gemaakt] == [f"S{nummer}" for nummer in range(1, len(gemaakt) + 1)]


def test_lege_kaarten_hebben_aan_beide_kanten_schrijfregels(
    klein: bouw.Project, formaat: Drukformaat
) -> None:
    gemaakt = druk_voor(klein, formaat).setstukken(alles(klein))
    leeg = [een for een in gemaakt if een.naam == stukken().leeg.titel]
    for pagina in kanten(tuple(leeg)):
        lijnen = [een.y1 for een in pagina.elementen if isinstance(een, Lijn)]
        assert len(lijnen) >= 10
        assert all(8 - PRECIES <= b - a <= 10 + PRECIES for a, b in pairwise(lijnen))
    assert stukken().leeg.titel in woorden(leeg[0].voor)


def test_de_stopkaart_is_over_een_tafel_te_lezen_en_aan_beide_kanten_gelijk(
    klein: bouw.Project, formaat: Drukformaat, huisstijl: str
) -> None:
    stop = druk_voor(klein, formaat, huisstijl).setstukken(alles(klein))[-1]
    (titel,) = op_naam(stop.voor, "Titel")
    assert titel.alineas[0].stijl.korps >= 80
    assert stop.achter and stop.achter.elementen == stop.voor.elementen
    assert stukken().stop.tekst in woorden(stop.voor)


def bedekking(pagina: Pagina) -> float:
    """Give the part of a page that is covered by grounds and bars with a colour."""
    vlakken = [een for een in (*pagina.ondergrond.elementen, *pagina.elementen) if isinstance(een, Vlak)]
    gekleurd = sum(een.vak.b * een.vak.h for een in vlakken if een.kleur.hex != "F" * 6)
    cellen = sum(
        cel.vak.b * cel.vak.h
        for tabel in pagina.elementen
        if isinstance(tabel, Tabel)
        for rij in tabel.rijen
        for cel in rij
        if cel.vulling
    )
    return (gekleurd + cellen) / (pagina.maat.breedte * pagina.maat.hoogte)


@pytest.mark.parametrize("enkel", [False, True])
def test_zuinig_vult_geen_vlakken(project: bouw.Project, formaat: Drukformaat, enkel: bool) -> None:
    vol, zuinig = (alle_kanten(project, formaat, naam, enkel) for naam in ("standaard", "zuinig"))
    for pagina, zuinige in zip(vol, zuinig, strict=True):
        assert bedekking(zuinige) < 0.06
        assert bedekking(pagina) > 0.2
        assert woorden(pagina) == woorden(zuinige)


def test_zwart_en_grijs_zijn_bij_de_drukker_alleen_zwarte_inkt(klein: bouw.Project, huisstijl: str) -> None:
    cmyk = in_huisstijl(klein, huisstijl).huisstijl.cmyk
    assert cmyk["inkt"] == (0, 0, 0, 100)
    assert all(cmyk[naam][:3] == (0, 0, 0) for naam in ("inkt", "grijs", "lijn"))


def test_het_begeleidersblad_is_een_pagina_met_het_hele_tijdplan(
    project: bouw.Project, huisstijl: str
) -> None:
    ontwerp, stuk = in_huisstijl(project, huisstijl), stukken().begeleider
    formaat = ontwerp.formaten["kaarten"]
    zetter = Zetter(ontwerp, formaat, project.letter)
    papier = ontwerp.huisstijl.kleur("papier")
    for set_ in sets(project):
        blad = begeleidersblad(project.publicatie, set_, zetter, stukken())
        assert list(keur(blad, formaat, papier)) == []
        assert (blad.maat.breedte, blad.maat.hoogte) == (297, 210)
        (tabel,) = (een for een in blad.elementen if isinstance(een, Tabel))
        rijen = [[cel.tekst.alineas[0].tekst.replace("\xa0", " ") for cel in rij] for rij in tabel.rijen]
        assert rijen == [[f"{een.van}–{een.tot}", een.naam, een.tekst] for een in stuk.tijdplan]
        staat_er = woorden(blad)
        assert all(tekst in staat_er for tekst in (*stuk.voorbereiding, *stuk.tips))
        (kaarten,) = op_naam(blad, f"Lijst {stukken().woorden.kaarten}")
        genoemd = {
            nummer
            for van, tot in re.findall(r"(\d+)(?:‒(\d+))?", kaarten.alineas[1].tekst)
            for nummer in range(int(van), int(tot or van) + 1)
        }
        assert genoemd == {kaart.nummer for kaart in set_.kaarten}


def test_er_zijn_vier_drukformaten() -> None:
    assert drukformaten(PLAATSEN.layouts) == ("a4", "a5", "a6", "poker")
    for naam in FORMATEN:
        assert lees(naam).soort == "kaart"
    assert lees("a4").maat == (297, 210) and lees("a5").maat == (210, 148)


def fouten(layouts: Path, naam: str, project: bouw.Project) -> tuple[Melding, ...]:
    """Give what is said about a format that has a fault."""
    with pytest.raises(Fouten) as gevangen:
        lees_drukformaat(layouts, naam, project.ontwerp.huisstijl)
    return gevangen.value.meldingen


@pytest.mark.parametrize(
    ("oud", "nieuw", "code", "stukje"),
    [
        ("soort: kaart\n", "soort: kart\n", "drukformaat-soort", "Bedoelde je ‘kaart’"),
        ("soort: kaart\n", "", "drukformaat-soort", "soort: kaart of kaartje"),
        ("  kleur: rood\n", "  kleur: rod\n", "kleur-onbekend", "Bedoelde je ‘rood’"),
        ("kleur: grijs, cijfer", "kleur: grys, cijfer", "kleur-onbekend", "Bedoelde je ‘grijs’"),
        ("  pictogram: stop\n", "  pictogram: stip\n", "pictogram-onbekend", "Bedoelde je ‘stop’"),
        (
            "achterkop: {korps: 10, kleur: vragenkop",
            "achterkop: {korps: 10, kleur: kop",
            "kleur-onbekend",
            "kop",
        ),
        ("formaten/a4-liggend", "formaten/a4-ligend", "erfenis-onbekend", "Bedoelde je ‘a4-liggend’"),
        ("  streep: 2.2\n", "  strep: 2.2\n", "veld-onbekend", "streep"),
        ("dikte: 0.3,", "dikte: 0.1,", "getal-bereik", "0.25"),
    ],
)
def test_een_fout_in_een_drukformaat_geeft_een_melding_op_de_goede_plek(
    klein: bouw.Project, tmp_path: Path, oud: str, nieuw: str, code: str, stukje: str
) -> None:
    layouts = tmp_path / "layouts"
    shutil.copytree(PLAATSEN.layouts, layouts)
    pad = layouts / "drukformaten" / "a4.yaml"
    tekst = pad.read_text("utf-8")
    assert tekst.count(oud) == 1
    pad.write_text(tekst.replace(oud, nieuw), "utf-8")
    gevonden = [melding for melding in fouten(layouts, "a4", klein) if melding.code == code]
    assert gevonden
    assert all(Path(melding.plek.bestand).name == "a4.yaml" for melding in gevonden)
    assert any(stukje in f"{melding.tekst} {melding.raad}" for melding in gevonden)
    if nieuw:
        regel = next(n for n, rij in enumerate(pad.read_text("utf-8").split("\n"), 1) if nieuw.strip() in rij)
        assert regel in {melding.plek.regel for melding in gevonden}


def test_een_onbekend_drukformaat_geeft_een_melding(klein: bouw.Project) -> None:
    (melding,) = fouten(PLAATSEN.layouts, "a44", klein)
    assert melding.code == "drukformaat-onbekend" and "Bedoelde je ‘a4’" in melding.raad


@pytest.mark.parametrize(
    ("oud", "nieuw", "stukje"),
    [
        ("  paneeltekst: papier ", "  paneeltext: papier ", "deze rollen moeten er zijn: paneeltekst"),
        ("  vragenrand: vragenkop ", "  vragenrand: kop ", "onbekende kleuren: kop"),
        ("  grijs: [0, 0, 0, 75]", "  gris: [0, 0, 0, 75]", "bij cmyk staan onbekende kleuren: gris"),
        ("  grijs: [0, 0, 0, 75]", "  grijs: [0, 0, 0, 175]", "100"),
        ("  paneeltekst: papier ", "  paneeltekst: papier\n  inkt: papier ", "mag dan geen rol zijn: inkt"),
    ],
)
def test_een_fout_in_rollen_of_inkt_van_een_huisstijl_geeft_een_melding(
    klein: bouw.Project, tmp_path: Path, oud: str, nieuw: str, stukje: str
) -> None:
    layouts = tmp_path / "layouts"
    shutil.copytree(PLAATSEN.layouts, layouts)
    pad = layouts / "huisstijlen" / "standaard.yaml"
    tekst = pad.read_text("utf-8")
    assert tekst.count(oud) == 1
    pad.write_text(tekst.replace(oud, nieuw), "utf-8")
    with pytest.raises(Fouten) as gevangen:
        met_huisstijl(klein.ontwerp, "standaard", layouts, klein.publicatie)
    assert any(stukje in f"{een.tekst} {een.raad}".lower() for een in gevangen.value.meldingen)


def test_een_onbekende_huisstijl_of_een_zonder_kleuren_van_de_publicatie_geeft_een_melding(
    klein: bouw.Project, tmp_path: Path
) -> None:
    with pytest.raises(Fouten, match="Bedoelde je ‘zuinig’"):
        met_huisstijl(klein.ontwerp, "zunig", PLAATSEN.layouts, klein.publicatie)
    layouts = tmp_path / "layouts"
    shutil.copytree(PLAATSEN.layouts, layouts)
    pad = layouts / "huisstijlen" / "standaard.yaml"
    pad.write_text(re.sub(r"  petrol: .*\n|  accent6: petrol\n", "", pad.read_text("utf-8")), "utf-8")
    with pytest.raises(Fouten):
        met_huisstijl(klein.ontwerp, "standaard", layouts, klein.publicatie)
