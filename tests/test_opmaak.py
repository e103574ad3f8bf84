"""Pages: fit, minimum sizes, boxes, numbers and links, over all cards of both publications."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaartgen import bouw
from kaartgen.inhoud.model import MAX_VRAGEN
from kaartgen.maten import Mm, Pt, Vak, naar_mm
from kaartgen.meldingen import Fouten, Melding
from kaartgen.opmaak.kaartpagina import Kaartopmaak
from kaartgen.opmaak.keuring import Bevinding, contrast, keur
from kaartgen.opmaak.passen import begrens, pas
from kaartgen.opmaak.soorten import LAATSTE_UITWIJK, SOORTEN, UITWIJK
from kaartgen.opmaak.soorten.kolommen import verdeel_in_kolommen
from kaartgen.opmaak.vloeien import vloei
from kaartgen.opmaak.zetter import Opzet
from kaartgen.samenstelling import Kaartenset, Punt, kaartenset
from kaartgen.scene import Kleur, Pagina, Tabel, Tekst, Vlak

GEBRUIK = ("kaarten", "dias", "tabletboek")


@pytest.fixture(params=["echt", "klein"])
def project(request: pytest.FixtureRequest) -> bouw.Project:
    gekozen = request.getfixturevalue(request.param)
    assert isinstance(gekozen, bouw.Project)
    return gekozen


def alle_paginas(project: bouw.Project, gebruik: str) -> tuple[Pagina, ...]:
    if gebruik == "tabletboek":
        return project.tabletboek().paginas
    return project.kaartdocument(gebruik, Kaartenset("x", "Alles", project.kaarten)).paginas


def teksten(pagina: Pagina) -> list[Tekst]:
    los = [element for element in pagina.elementen if isinstance(element, Tekst)]
    cellen = [
        cel.tekst
        for element in pagina.elementen
        if isinstance(element, Tabel)
        for rij in element.rijen
        for cel in rij
    ]
    return [*los, *cellen]


@pytest.mark.parametrize("gebruik", GEBRUIK)
def test_geen_pagina_breekt_een_regel_van_haar_formaat(project: bouw.Project, gebruik: str) -> None:
    papier = project.ontwerp.huisstijl.kleur("papier")
    formaat = project.ontwerp.formaten[gebruik]
    assert [fout for pagina in alle_paginas(project, gebruik) for fout in keur(pagina, formaat, papier)] == []


def test_controleer_vindt_niets(project: bouw.Project) -> None:
    assert project.controleer() == ()


@pytest.mark.parametrize("gebruik", GEBRUIK)
def test_alle_woorden_van_een_kaart_staan_op_haar_pagina_of_in_haar_notities(
    project: bouw.Project, gebruik: str
) -> None:
    opmaak = project.kaartopmaak[gebruik]
    for kaart in project.kaarten:
        pagina = opmaak.pagina(kaart)
        staat_er = "\n".join(alinea.tekst for tekst in teksten(pagina) for alinea in tekst.alineas).replace(
            "\xa0", " "
        )
        getoond = [groep for groep in kaart.groepen if kaart.soort != "wiel" or not groep.accent]
        zinnen = [kaart.vraag, *(punt.tekst for groep in getoond for punt in groep.punten)]
        zinnen += [groep.kop for groep in kaart.groepen]
        if gebruik == "kaarten":
            zinnen += [vraag.tekst for vraag in kaart.vragen]
        else:
            assert not any(vraag.tekst in staat_er for vraag in kaart.vragen)
        assert [zin for zin in zinnen if zin.replace("**", "") not in staat_er] == []
        assert kaart.toelichting.tekst in staat_er + pagina.notitie


@pytest.mark.parametrize("gebruik", GEBRUIK)
def test_zinnen_op_een_kaart_hebben_een_maat_en_kaarten_van_een_soort_schelen_hooguit_2_pt(
    echt: bouw.Project, gebruik: str
) -> None:
    opmaak = echt.kaartopmaak[gebruik]
    per_soort: dict[str, set[float]] = defaultdict(set)
    for kaart in echt.kaarten:
        zinnen = {punt.tekst.replace("**", "") for groep in kaart.groepen for punt in groep.punten}
        korpsen = {
            alinea.stijl.korps
            for tekst in teksten(opmaak.pagina(kaart))
            for alinea in tekst.alineas
            if alinea.tekst.replace("\xa0", " ") in zinnen
        }
        assert len(korpsen) == 1, kaart.id
        per_soort[f"{kaart.soort} {kaart.aard}"] |= korpsen
    assert all(max(korpsen) - min(korpsen) <= 2.3 for korpsen in per_soort.values()), per_soort


def test_de_maten_van_de_zinnen_zelf_schelen_hooguit_2_pt(echt: bouw.Project) -> None:
    for opmaak in echt.kaartopmaak.values():
        per_soort: dict[str, list[float]] = defaultdict(list)
        for kaart in echt.kaarten:
            per_soort[f"{kaart.soort} {kaart.aard}"].append(opmaak.maten[kaart.id].zin)
        assert all(max(maten) - min(maten) <= 2 for maten in per_soort.values())


@given(st.floats(1, 400), st.floats(20, 300))
def test_passen_kiest_de_grootste_maat_die_past(omvang: float, hoogte: float) -> None:
    def proef(korps: float) -> Opzet:
        return Opzet(omvang * korps / 10, lambda _: [])

    gepast = pas(proef, (9.0, 15.0), hoogte)
    ruimte = hoogte * 0.98
    assert gepast.past == (proef(9).hoogte <= ruimte)
    if gepast.past:
        assert proef(gepast.korps).hoogte <= ruimte
        assert gepast.korps == 15 or proef(gepast.korps + 0.5).hoogte > ruimte
    else:
        assert gepast.korps == 9
        assert gepast.over == pytest.approx(proef(9).hoogte - ruimte)


def test_een_te_breed_woord_past_niet_hoe_laag_het_ook_is() -> None:
    gepast = pas(lambda _: Opzet(1, lambda _: [], (("vak", "langwoord"),)), (9.0, 15.0), 100)
    assert (gepast.past, gepast.breed) == (False, (("vak", "langwoord"),))


def test_begrenzen_houdt_kaarten_binnen_twee_punten_van_de_kleinste() -> None:
    assert begrens({"a": 10.0, "b": 11.5, "c": 15.0}) == {"a": 10.0, "b": 11.5, "c": 12.0}


@given(st.lists(st.floats(1, 60), min_size=1, max_size=40), st.integers(1, 3))
def test_vloeien_zet_elk_blok_een_keer_en_op_volgorde(hoogtes: list[float], aantal: int) -> None:
    paginas = vloei(hoogtes, 60, aantal, 2)
    assert [blok for pagina in paginas for kolom in pagina for blok in kolom] == list(range(len(hoogtes)))
    for pagina in paginas:
        assert len(pagina) <= aantal
        for kolom in pagina:
            assert sum(hoogtes[blok] for blok in kolom) + 2 * (len(kolom) - 1) <= 60 + 1e-6


def test_kolommen_worden_zo_laag_als_kan() -> None:
    assert verdeel_in_kolommen([30, 10, 10, 10], 2, 0) == [[0], [1, 2, 3]]
    assert verdeel_in_kolommen([10, 10, 10, 30], 2, 0) == [[0, 1, 2], [3]]
    assert verdeel_in_kolommen([5], 3, 0) == [[0]]


@pytest.mark.parametrize("soort", sorted(UITWIJK))
def test_een_te_volle_kaart_wijkt_uit_naar_gestapeld(soort: str) -> None:
    assert UITWIJK[soort] is SOORTEN["gestapeld"]


def te_vol(map_: Path, punten: int) -> None:
    """Give the card with steps a type with columns and so many points."""
    publicatie = map_ / "data" / "publicaties" / "klein"
    zin = "Punt {} is een lange zin die in een smalle kolom drie regels vraagt en over de volle breedte één."
    regels = [f'      - "{zin.format(nummer)}"\n' for nummer in range(10, 10 + punten)]
    helft = punten // 2
    regels.insert(helft, '  - kop: "Meer"\n    punten:\n')
    onderwerp = publicatie / "onderwerpen" / "leesronde.yaml"
    kop = 'id: leesronde\nnaam: Leesronde\ninleiding: "Kort."\ngroepen:\n  - kop: "Veel"\n    punten:\n'
    onderwerp.write_text(kop + "".join(regels), "utf-8")
    kaarten = publicatie / "kaarten.yaml"
    kaarten.write_text(kaarten.read_text("utf-8").replace("soort: stappen", "soort: kolommen"), "utf-8")


def test_een_kaart_die_gestapeld_net_niet_past_wordt_dicht_gestapeld(
    proefproject: Proef, tmp_path: Path
) -> None:
    gezet = []
    for punten in range(23, 28):
        shutil.rmtree(tmp_path, ignore_errors=True)
        opmaak = proefproject(lambda map_, punten=punten: te_vol(map_, punten)).kaartopmaak["dias"]  # type: ignore[misc]
        past = not opmaak.meldingen
        gezet.append((past, opmaak._uitgeweken.get("leesronde")))
    dicht = LAATSTE_UITWIJK["kolommen"]
    plek = gezet.index((True, dicht))
    assert set(gezet[:plek]) == {(True, None)}
    assert set(gezet[plek + 1 :]) == {(False, None)}


def test_in_een_hoofdstuk_zijn_vette_alineas_koppen_en_puntjes_punten(proefproject: Proef) -> None:
    def schrijf(map_: Path) -> None:
        boek = map_ / "data" / "publicaties" / "klein" / "tabletboek.yaml"
        boek.write_text(
            "hoofdstukken:\n  - id: vooraf\n    titel: Vooraf\n    tekst:\n"
            '      - "**Hoe het begon**"\n      - "Met een kast en twee stoelen."\n'
            '      - "• Een stoel bij het raam."\n      - "En zo ging het verder."\n',
            "utf-8",
        )

    project = proefproject(schrijf)
    assert project.controleer() == ()
    pagina = vind(project.tabletboek().paginas, "hoofdstuk-vooraf")
    blokken = [tekst for tekst in teksten(pagina) if tekst.naam.startswith("Tekst ")]
    kop, alinea, punt = blokken[0].alineas
    assert [loop.tekst.replace("\u00a0", " ") for loop in kop.lopen] == ["Hoe het begon"]
    assert kop.stijl.vet
    assert not alinea.stijl.vet
    assert (punt.stijl.opsomming, punt.lopen[0].tekst[:8]) == ("•", "Een stoe")
    assert len(blokken) == 2


def test_de_titel_van_een_bestand_zegt_niets_twee_keer(project: bouw.Project) -> None:
    naam = project.publicatie.gegevens.titel
    assert project.tabletboek().titel == f"{naam} – {project.ontwerp.woorden.soortnaam.tabletboek}"
    set_ = project.kaartdocument("kaarten", Kaartenset("x", "Trainers", project.kaarten))
    assert set_.titel == f"{naam} – {project.ontwerp.woorden.soortnaam.kaarten} – Trainers"


def vind(paginas: tuple[Pagina, ...], id_: str) -> Pagina:
    return next(pagina for pagina in paginas if pagina.id == id_)


def links(pagina: Pagina) -> set[str]:
    return {
        loop.doel.pagina
        for tekst in teksten(pagina)
        for alinea in tekst.alineas
        for loop in alinea.lopen
        if loop.doel
    }


def test_overzicht_en_wiel_leiden_naar_alle_clusterkaarten_en_die_weer_terug(echt: bouw.Project) -> None:
    paginas = alle_paginas(echt, "dias")
    clusters = {f"cluster-{id_}" for id_ in echt.publicatie.waardenclusters}
    assert links(vind(paginas, "waarden")) == clusters
    assert links(vind(paginas, "waardenclusters")) == clusters
    assert all("waarden" in links(vind(paginas, id_)) for id_ in clusters)


def test_een_kaart_heeft_in_elke_selectie_elk_gebruik_hetzelfde_nummer(echt: bouw.Project) -> None:
    nummers: dict[str, set[int]] = defaultdict(set)
    for selectie in echt.publicatie.selecties:
        set_ = kaartenset(echt.publicatie, echt.kaarten, selectie.id)
        for gebruik in ("kaarten", "dias"):
            for pagina in echt.kaartdocument(gebruik, set_).paginas:
                nummers[pagina.id].add(pagina.kaartnummer)
    for pagina in echt.tabletboek().paginas:
        nummers[pagina.id].add(pagina.kaartnummer)
    assert all(len(gevonden) == 1 for gevonden in nummers.values())
    assert {nummer for gevonden in nummers.values() for nummer in gevonden} == set(range(44))


def test_een_lange_lijst_kaarten_van_een_hoofdstuk_loopt_door(echt: bouw.Project) -> None:
    eerste, *rest = echt.publicatie.tabletboek
    alle = tuple(kaart.id for kaart in echt.kaarten)
    hoofdstukken = (eerste.model_copy(update={"kaarten": alle}), *rest)
    project = replace(echt, publicatie=replace(echt.publicatie, tabletboek=hoofdstukken))
    paginas = [een for een in project.tabletboek().paginas if een.id.startswith(f"hoofdstuk-{eerste.id}")]
    assert project.keur("tabletboek", paginas) == []
    assert set(alle) <= {doel for pagina in paginas for doel in links(pagina)}


def test_een_fout_in_een_hoofdstuk_wijst_de_plaats_van_dat_hoofdstuk_aan(echt: bouw.Project) -> None:
    laatste = len(echt.publicatie.tabletboek) - 1
    hoofdstuk = echt.publicatie.tabletboek[laatste]
    plek = echt.publicatie.plek("tabletboek", laatste)
    for pagina in (f"hoofdstuk-{hoofdstuk.id}", f"hoofdstuk-{hoofdstuk.id}-2"):
        melding = echt.als_melding(Bevinding(pagina, "te-veel", "Tekst 1.", "past niet"), "A4")
        assert (melding.plek.bestand, melding.plek.regel) == (plek.bestand, plek.regel)
    colofon = echt.als_melding(Bevinding("colofon-2", "te-veel", "Tekst 1.", "past niet"), "A4")
    assert colofon.plek.bestand.endswith("publicatie.yaml")


@pytest.mark.parametrize("gebruik", ["kaarten", "dias", "tabletboek"])
def test_een_lang_colofon_gaat_verder_op_een_tweede_bladzijde(echt: bouw.Project, gebruik: str) -> None:
    alineas = tuple(
        f"Afspraak {nummer}: {'wie iets overneemt, noemt de maker. ' * 6}" for nummer in range(30)
    )
    licentie = echt.publicatie.gegevens.licentie.model_copy(update={"tekst": alineas})
    gegevens = echt.publicatie.gegevens.model_copy(update={"licentie": licentie})
    project = replace(echt, publicatie=replace(echt.publicatie, gegevens=gegevens))
    paginas = [een for een in alle_paginas(project, gebruik) if een.id.startswith("colofon")]
    assert len(paginas) > 1
    assert len({pagina.titel for pagina in paginas}) == len(paginas)
    gezet = " ".join(
        loop.tekst
        for pagina in paginas
        for tekst in teksten(pagina)
        for alinea in tekst.alineas
        for loop in alinea.lopen
    )
    assert [nummer for nummer in range(30) if f"Afspraak {nummer}:" not in gezet.replace("\u00a0", " ")] == []
    assert project.keur(gebruik, paginas) == []


def test_titels_en_ids_zijn_uniek_in_elk_document(project: bouw.Project) -> None:
    for gebruik in GEBRUIK:
        paginas = alle_paginas(project, gebruik)
        assert len({pagina.titel for pagina in paginas}) == len(paginas)
        assert len({pagina.id for pagina in paginas}) == len(paginas)


@pytest.mark.parametrize("gebruik", ["kaarten", "dias"])
def test_een_lange_inhoud_heeft_op_elke_dia_een_eigen_titel_die_er_ook_staat(
    echt: bouw.Project, gebruik: str
) -> None:
    kaarten = tuple(
        replace(kaart, deel=f"{kaart.deel} {ronde}") for ronde in range(3) for kaart in echt.kaarten
    )
    paginas = echt.kaartdocument(gebruik, Kaartenset("x", "Alles", kaarten)).paginas
    inhoud = [pagina for pagina in paginas if pagina.id.startswith("inhoud")]
    titels = [
        "".join(loop.tekst for alinea in tekst.alineas for loop in alinea.lopen)
        for pagina in inhoud
        for tekst in teksten(pagina)
        if tekst.rol == "titel"
    ]
    assert len(titels) == len(set(titels)) == len(inhoud) > 1
    assert [" ".join(titel.split()) for titel in titels] == [pagina.titel for pagina in inhoud]


def alts(pagina: Pagina) -> list[str]:
    """Give the alternative texts of a page in reading order."""
    return [alt for element in pagina.elementen if (alt := getattr(element, "alt", ""))]


def test_het_wiel_zegt_welke_clusters_oplichten_van_hoeveel_en_in_welke_familie(echt: bouw.Project) -> None:
    per_id = {pagina.id: alts(pagina) for pagina in alle_paginas(echt, "kaarten")}
    allemaal = (
        "Wiel met 9 waardenclusters, alle opgelicht: Vrijheid, Rechtvaardigheid, Puurheid (Ideëel); "
        "Loyaliteit, Hiërarchie, Empathie (Sociaal); Continuïteit, Kwaliteit, Nut (Praktisch)."
    )
    assert per_id["voorblad"] == [allemaal]
    assert per_id["waardenclusters"] == [allemaal]
    assert per_id["cluster-nut"] == ["Wiel met 9 waardenclusters. Opgelicht, 1 van 9: Nut (Praktisch)."]
    assert per_id["griffiers-prioriteiten"] == [
        "Wiel met 9 waardenclusters. Opgelicht, 4 van 9: "
        "Vrijheid (Ideëel); Hiërarchie, Empathie (Sociaal); Kwaliteit (Praktisch)."
    ]


def test_stappen_zeggen_hun_nummer_en_een_tabel_haar_koppen_en_haar_rijen(echt: bouw.Project) -> None:
    document = echt.kaartdocument("dias", kaartenset(echt.publicatie, echt.kaarten, "burgemeesters"))
    per_nummer = {pagina.kaartnummer: alts(pagina) for pagina in document.paginas}
    assert per_nummer[1] == ["Stap 1 van 3", "Stap 2 van 3", "Stap 3 van 3"]
    assert "Tabel met 4 rijen onder de koppen Waarde en Wat je kunt doen" in per_nummer[21]


def test_een_koppeling_terug_zegt_naar_welke_kaart(echt: bouw.Project) -> None:
    for gebruik in GEBRUIK:
        terug = {
            (loop.tekst, loop.doel.pagina)
            for pagina in alle_paginas(echt, gebruik)
            for tekst in teksten(pagina)
            if tekst.naam == "Kaartlabel"
            for alinea in tekst.alineas
            for loop in alinea.lopen
            if loop.doel
        }
        (overzicht,) = (kaart for kaart in echt.kaarten if kaart.label == "Overzicht")
        assert terug == {(f"Terug naar kaart\xa0{overzicht.nummer} ·\xa0Overzicht", overzicht.id)}


# -- planted faults on pages ------------------------------------------------------------------------------


def eerste_tekst(pagina: Pagina, rol: str = "tekst") -> Tekst:
    return next(element for element in pagina.elementen if isinstance(element, Tekst) and element.rol == rol)


def met(pagina: Pagina, oud: Tekst, nieuw: Tekst) -> Pagina:
    return replace(
        pagina, elementen=tuple(nieuw if element is oud else element for element in pagina.elementen)
    )


def _klein(tekst: Tekst) -> Tekst:
    return replace(
        tekst, alineas=tuple(replace(a, stijl=replace(a.stijl, korps=Pt(4))) for a in tekst.alineas)
    )


def _buiten(tekst: Tekst) -> Tekst:
    return replace(tekst, vak=Vak(Mm(1), tekst.vak.y, tekst.vak.b, tekst.vak.h))


def _smal(tekst: Tekst) -> Tekst:
    return replace(tekst, vak=Vak(tekst.vak.x, tekst.vak.y, Mm(3), tekst.vak.h))


def _kwijt(tekst: Tekst) -> Tekst:
    return replace(tekst, alineas=tuple(replace(a, regels=a.regels[:-1]) for a in tekst.alineas))


def _flets(tekst: Tekst) -> Tekst:
    flets = Kleur("flets", "999999")
    regels = [
        tuple(replace(r, stukken=tuple(replace(s, kleur=flets) for s in r.stukken)) for r in a.regels)
        for a in tekst.alineas
    ]
    return replace(
        tekst, alineas=tuple(replace(a, regels=r) for a, r in zip(tekst.alineas, regels, strict=True))
    )


@pytest.mark.parametrize(
    ("bederf", "regel"),
    [
        (_klein, "klein"),
        (_buiten, "veilige-zone"),
        (_smal, "vak-over"),
        (_kwijt, "kwijt"),
        (_flets, "contrast"),
    ],
)
def test_de_keuring_ziet_een_geplante_fout(
    echt: bouw.Project, bederf: Callable[[Tekst], Tekst], regel: str
) -> None:
    pagina = echt.kaartopmaak["kaarten"].pagina(echt.kaarten[19])
    tekst = next(t for t in teksten(pagina) if t.naam.startswith("Opvattingen"))
    kapot = met(pagina, tekst, bederf(tekst))
    papier = echt.ontwerp.huisstijl.kleur("papier")
    assert regel in {fout.regel for fout in keur(kapot, echt.ontwerp.formaten["kaarten"], papier)}


def test_de_keuring_ziet_teksten_over_elkaar_en_vlakken_buiten_de_veilige_zone(echt: bouw.Project) -> None:
    pagina = echt.kaartopmaak["kaarten"].pagina(echt.kaarten[19])
    papier, formaat = echt.ontwerp.huisstijl.kleur("papier"), echt.ontwerp.formaten["kaarten"]
    dubbel = replace(pagina, elementen=(*pagina.elementen, eerste_tekst(pagina)))
    assert "overlap" in {fout.regel for fout in keur(dubbel, formaat, papier)}
    vlak = Vlak("Los vlak", Vak(Mm(290), Mm(100), Mm(7), Mm(5)), papier)
    buiten = replace(pagina, elementen=(*pagina.elementen, vlak))
    assert "veilige-zone" in {fout.regel for fout in keur(buiten, formaat, papier)}


def test_contrast_is_dat_van_wcag() -> None:
    assert contrast(Kleur("z", "000000"), Kleur("w", "FFFFFF")) == pytest.approx(21)
    assert contrast(Kleur("g", "767676"), Kleur("w", "FFFFFF")) == pytest.approx(4.54, abs=0.01)


# -- faults of editors and designers ----------------------------------------------------------------------

Proef = Callable[[Callable[[Path], None]], bouw.Project]


def vervang(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_text("utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), "utf-8")


def meldingen(proefproject: Proef, bederf: Callable[[Path], None]) -> list[Melding]:
    try:
        return list(proefproject(bederf).controleer())
    except Fouten as fouten:
        return list(fouten.meldingen)


KAARTEN = "data/publicaties/klein/kaarten.yaml"
VORM = "data/publicaties/klein/vormgeving.yaml"
STIJL = "layouts/huisstijlen/standaard.yaml"
A4 = "layouts/formaten/a4-liggend.yaml"
DIA = "layouts/formaten/16x9.yaml"
WOORDEN = "layouts/woorden.yaml"
PICTO = "layouts/pictogrammen.yaml"
EERSTE_VRAAG = "Hoe verloopt een leesronde in drie stappen?"


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "code", "stukje"),
    [
        (
            VORM,
            "huisstijl: standaard",
            "huisstijl: standard",
            "huisstijlen-onbekend",
            "Bedoelde je ‘standaard’",
        ),
        (VORM, "kaarten: a4-liggend", "kaarten: a4-ligend", "formaten-onbekend", "a4-liggend"),
        (VORM, "kleur: rood", "kleur: rod", "kleur-onbekend", "Bedoelde je ‘rood’"),
        (VORM, "pictogram: empathie", "pictogram: hart", "pictogram-onbekend", "hart"),
        (STIJL, 'inkt: "1B1E24"', 'inkt: "1B1E2"', "kleur-vorm", "zes hexcijfers"),
        (STIJL, "dk1: inkt", "dk1: inktt", "samenhang", "inktt"),
        (STIJL, "map: carlito", "map: carlitto", "letter-ontbreekt", "carlitto"),
        (STIJL, '  grijs: "56606C"', '  grijs: "C6D0DC"', "contrast", "grijs"),
        (A4, "veilig: 5", "veilg: 5", "veld-onbekend", "veilig"),
        (A4, "  titel: {korps: [17, 23]", "  titel: {vet: true, korps: hoog, xx: 1", "veld-onbekend", "xx"),
        (DIA, "erft_van: a4-liggend", "erft_van: a4-ligend", "erfenis-onbekend", "Bedoelde je ‘a4-liggend’"),
        (DIA, "erft_van: a4-liggend", "erft_van: 16x9", "erfenis-kring", "zichzelf"),
        (
            A4,
            "zin: {korps: [9.5, 15], kleur: inkt}",
            "zin: {korps: [9.5, 15], kleur: inktt}",
            "kleur-onbekend",
            "inkt",
        ),
        (A4, "zin: {korps: [9.5, 15]", "zin: {korps: [15, 9.5]", "samenhang", "kleinste"),
        (WOORDEN, "{nummer}: {vraag}", "{kaart}", "samenhang", "{vraag}"),
        (WOORDEN, "{nummer}: {vraag}", "{nummer", "samenhang", "{vraag}"),
        (PICTO, "O 8.2 12 5.6", "O 8.2", "samenhang", "loyaliteit"),
        (STIJL, "  lijn: ", "  lyn: ", "samenhang", "lijn"),
        (KAARTEN, EERSTE_VRAAG, "Hoe leest 部 mee?", "teken-ontbreekt", "in ‘Hoe leest 部 mee?’"),
        (
            KAARTEN,
            EERSTE_VRAAG,
            "Wat is Hottentottententententoonstellingsterrein?",
            "woord-te-breed",
            "Kies een korter",
        ),
        (KAARTEN, EERSTE_VRAAG, "Hoe " + "lang en breed " * 30 + "is dit?", "past-niet", "tekens korter"),
    ],
)
def test_een_fout_in_het_ontwerp_of_de_tekst_geeft_een_melding_op_de_goede_plek(
    proefproject: Proef, tmp_path: Path, bestand: str, oud: str, nieuw: str, code: str, stukje: str
) -> None:
    gevonden = [
        melding
        for melding in meldingen(proefproject, lambda map_: vervang(map_ / bestand, oud, nieuw))
        if melding.code == code
    ]
    assert gevonden
    assert all(Path(melding.plek.bestand).name == Path(bestand).name for melding in gevonden)
    assert any(stukje in f"{melding.tekst} {melding.raad}" for melding in gevonden)
    regel = next(
        nummer
        for nummer, tekst in enumerate((tmp_path / bestand).read_text("utf-8").split("\n"), 1)
        if nieuw.split("\n")[0] in tekst
    )
    if code not in ("letter-ontbreekt", "samenhang"):
        assert regel in {melding.plek.regel for melding in gevonden}


@pytest.mark.parametrize("herhaal", [12, 20, 40])
def test_wie_zo_veel_tekens_weghaalt_als_de_melding_zegt_heeft_een_kaart_die_past(
    klein: bouw.Project, herhaal: int
) -> None:
    def project(vraag: str) -> bouw.Project:
        eerste, *rest = klein.publicatie.kaarten
        kaarten = (eerste.model_copy(update={"vraag": vraag}), *rest)
        return replace(klein, publicatie=replace(klein.publicatie, kaarten=kaarten))

    vraag = "Hoe " + "lang en breed " * herhaal + "is dit?"
    while gevonden := [melding for melding in project(vraag).controleer() if melding.code == "past-niet"]:
        te_veel = max(int(melding.raad.split()[-3]) for melding in gevonden)
        assert 0 < te_veel < len(vraag)
        korter = vraag[: -te_veel - 1].rstrip() + "?"
        rondes = project(korter)
        assert [melding for melding in rondes.controleer() if melding.code == "past-niet"] == []
        vraag = korter


def test_een_derde_paginamaat_is_alleen_een_bestand(proefproject: Proef) -> None:
    def a5(map_: Path) -> None:
        (map_ / "layouts/formaten/klein-liggend.yaml").write_text(
            "erft_van: a4-liggend\nnaam: Iets kleiner\nmaat: [297, 200]\n"
            "vakken: {paneel: [0, 0, 84, 200], kaartlabel: [10, 182, 66, 11], embleem: [12, 112, 60, 62],\n"
            "  voet: [94, 189, 150, 5], nummer: [262, 189, 25, 5], inhoud: [94, 12, 193, 170]}\n"
            "met_vragen: {inhoud: [94, 12, 193, 130], vragenvlak: [84, 146, 213, 54],\n"
            "  vragen: [94, 150, 193, 37]}\n"
            "voorblad: {voet: [20, 187, 200, 5], nummer: [257, 187, 25, 5]}\n",
            "utf-8",
        )
        vervang(map_ / VORM, "kaarten: a4-liggend", "kaarten: klein-liggend")

    project = proefproject(a5)
    assert project.controleer() == ()
    assert {pagina.maat.hoogte for pagina in alle_paginas(project, "kaarten")} == {200}


@pytest.mark.parametrize("aantal", range(1, MAX_VRAGEN + 1))
def test_vijf_vragen_van_een_regel_passen_op_elke_kaart(echt: bouw.Project, aantal: int) -> None:
    vraag = "Wat kun jij morgen samen met je collega’s in de raad anders doen?"
    kaarten = tuple(
        replace(kaart, vragen=tuple(Punt(vraag, (*kaart.plaats, nummer)) for nummer in range(aantal)))
        for kaart in echt.kaarten
    )
    zetter = echt.kaartopmaak[bouw.MET_VRAGEN].zetter
    opmaak = Kaartopmaak(echt.publicatie, kaarten, zetter, met_vragen=True)
    assert opmaak.meldingen == []
    pagina = opmaak.pagina(kaarten[0])
    (vak,) = (een for een in pagina.elementen if isinstance(een, Tekst) and een.naam == "Reflectievragen")
    over = vak.vak.onder - max(regel.basislijn for regel in vak.alineas[-1].regels)
    regel = naar_mm(vak.alineas[-1].stijl.regelhoogte)
    assert over > (0 if aantal == MAX_VRAGEN else regel)
