"""Small cards: what stands on them, where, how large, and what is said when it does not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise, product
from pathlib import Path

import pytest

from druk_proef import ICC
from kaartgen import bouw
from kaartgen.icc import Cmyk
from kaartgen.inhoud.model import Ambtsdrager, Publicatie, Waarde
from kaartgen.kleuren import Grijs, Kleurbeheer, Rgb
from kaartgen.maten import Maat, Mm, Vak
from kaartgen.meldingen import Fouten, Melding
from kaartgen.opmaak.druk.afloop import OP_DE_RAND
from kaartgen.opmaak.druk.drukformaat import lees_drukformaat
from kaartgen.opmaak.druk.drukkaart import Drukkaart
from kaartgen.opmaak.druk.kaartje import Kaartjesdruk
from kaartgen.opmaak.druk.kaartjesformaat import Kaartjesformaat
from kaartgen.opmaak.druk.setstukken import Setstukken, lees_setstukken
from kaartgen.opmaak.druk.waardekaartje import Waardekaartjes
from kaartgen.opmaak.keuring import keur
from kaartgen.opmaak.ontwerp_lezen import met_huisstijl
from kaartgen.opmaak.zetter import Tekstzetter
from kaartgen.plaatsen import PROJECT
from kaartgen.samenstelling import Kaartenset, kaartenset
from kaartgen.scene import Groep, Kleur, Pad, Pagina, Tekst, Vlak

LAYOUTS = PROJECT / "layouts"
FORMATEN = ("a6", "poker")
HUISSTIJLEN = ("standaard", "zuinig")
MATEN = {"a6": (105, 148), "poker": (63, 88)}
SAMEN = tuple(product(FORMATEN, HUISSTIJLEN))
RAND = 4.0
"""How far (mm) office printers keep colour from the trim."""

BINNEN = 1.5
"""How far (mm) words stay inside colour that reaches the trim."""


@pytest.fixture(params=["echt", "klein"])
def project(request: pytest.FixtureRequest) -> bouw.Project:
    gekozen = request.getfixturevalue(request.param)
    assert isinstance(gekozen, bouw.Project)
    return gekozen


@cache
def formaat(naam: str) -> Kaartjesformaat:
    gelezen = lees_drukformaat(LAYOUTS, naam)
    assert isinstance(gelezen, Kaartjesformaat)
    return gelezen


@cache
def setstukken() -> Setstukken:
    return lees_setstukken(LAYOUTS)


def zetter(project: bouw.Project, formaatnaam: str, huisstijl: str = "standaard") -> Tekstzetter:
    ontwerp = met_huisstijl(project.ontwerp, huisstijl, LAYOUTS, project.publicatie)
    return Tekstzetter(ontwerp, formaat(formaatnaam), project.letter)


def druk(
    project: bouw.Project,
    formaatnaam: str,
    huisstijl: str = "standaard",
    stukken: Setstukken | None = None,
    publicatie: Publicatie | None = None,
) -> Kaartjesdruk:
    return Kaartjesdruk(
        publicatie or project.publicatie,
        project.kaarten,
        zetter(project, formaatnaam, huisstijl),
        formaat(formaatnaam),
        stukken or setstukken(),
    )


def set_(project: bouw.Project, selectie: str) -> Kaartenset:
    return kaartenset(project.publicatie, project.kaarten, selectie)


@cache
def _alles(project_id: int, formaatnaam: str, huisstijl: str) -> Mapping[str, tuple[Drukkaart, ...]]:
    project = PROJECTEN[project_id]
    maker = druk(project, formaatnaam, huisstijl)
    assert maker.meldingen == []
    return {
        selectie.id: maker.kaarten(set_(project, selectie.id)) for selectie in project.publicatie.selecties
    }


PROJECTEN: dict[int, bouw.Project] = {}


def alles(
    project: bouw.Project, formaatnaam: str, huisstijl: str = "standaard"
) -> Mapping[str, tuple[Drukkaart, ...]]:
    """Give the cards of all sets, made once per test process."""
    PROJECTEN[id(project)] = project
    return _alles(id(project), formaatnaam, huisstijl)


def kanten(kaarten: tuple[Drukkaart, ...]) -> Iterator[Pagina]:
    for kaart in kaarten:
        yield kaart.voor
        assert kaart.achter is not None, kaart.code
        yield kaart.achter


def teksten(pagina: Pagina) -> dict[str, Tekst]:
    return {element.naam: element for element in pagina.elementen if isinstance(element, Tekst)}


def alineas(pagina: Pagina, naam: str) -> list[str]:
    return [alinea.tekst.replace("\xa0", " ") for alinea in teksten(pagina)[naam].alineas]


def alle_tekst(pagina: Pagina) -> str:
    return "\n".join(tekst for naam in teksten(pagina) for tekst in alineas(pagina, naam))


def korpsen(pagina: Pagina, naam: str, deel: slice = slice(None)) -> set[float]:
    return {alinea.stijl.korps for alinea in teksten(pagina)[naam].alineas[deel]}


def met_letter(kaarten: tuple[Drukkaart, ...], letter: str) -> list[Drukkaart]:
    return [kaart for kaart in kaarten if kaart.code.startswith(letter)]


def waarden(project: bouw.Project) -> list[Waarde]:
    return [waarde for cluster in project.publicatie.waardenclusters.values() for waarde in cluster.waarden]


# -- every face -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("naam", "huisstijl"), SAMEN)
@pytest.mark.parametrize("beheer", [Rgb(), Grijs(), Cmyk(ICC, 240)], ids=["rgb", "grijs", "cmyk"])
def test_geen_kant_breekt_een_regel_van_haar_formaat_hoe_zij_ook_gedrukt_wordt(
    project: bouw.Project, naam: str, huisstijl: str, beheer: Kleurbeheer
) -> None:
    papier = Kleur("papier", "FFFFFF")
    paginas = {
        id(kant): kant for kaarten in alles(project, naam, huisstijl).values() for kant in kanten(kaarten)
    }
    assert len(paginas) > 40
    gevonden = [
        fout for kant in paginas.values() for fout in keur(kant, formaat(naam), papier, beheer.zichtbaar)
    ]
    assert gevonden == []


@pytest.mark.parametrize("naam", FORMATEN)
def test_elke_kant_heeft_de_maat_van_het_formaat_en_een_eigen_id(project: bouw.Project, naam: str) -> None:
    for kaarten in alles(project, naam).values():
        paginas = {id(kant): kant for kant in kanten(kaarten)}.values()
        assert {kant.maat for kant in paginas} == {Maat(Mm(MATEN[naam][0]), Mm(MATEN[naam][1]))}
        assert len({kant.id for kant in paginas}) == len(paginas)
        assert len({kant.titel for kant in paginas}) == len(paginas)


def randen(vak: Vak, maat: Maat) -> tuple[float, ...]:
    """Give how far a rectangle is from the left, top, right and bottom edge of the trim, in mm."""
    ver = (vak.x, vak.y, maat.breedte - vak.rechts, maat.hoogte - vak.onder)
    return tuple(abs(mm) for mm in ver)


def raakt(vak: Vak, maat: Maat) -> tuple[bool, bool, bool, bool]:
    """Tell whether a rectangle touches the left, top, right and bottom edge of the trim."""
    links, boven, rechts, onder = (rand < OP_DE_RAND for rand in randen(vak, maat))
    return links, boven, rechts, onder


@pytest.mark.parametrize(("naam", "huisstijl"), SAMEN)
def test_woorden_en_tekeningen_blijven_binnen_kleur_die_stopt_voor_de_snijlijn(
    project: bouw.Project, naam: str, huisstijl: str
) -> None:
    for kaarten in alles(project, naam, huisstijl).values():
        for kant in kanten(kaarten):
            heel = Vak(Mm(0), Mm(0), kant.maat.breedte, kant.maat.hoogte)
            vlakken = [deel for deel in kant.ondergrond.elementen if isinstance(deel, Vlak)]
            for element in kant.elementen:
                if not isinstance(element, Tekst | Groep | Pad):
                    continue
                assert heel.krimp(3, 3, 3, 3).bevat(element.vak), (kant.id, element.naam)
                onder = [vlak for vlak in vlakken if vlak.vak.bevat(element.vak)]
                if onder:
                    inzet = [RAND + BINNEN if ja else 0 for ja in raakt(onder[-1].vak, kant.maat)]
                    links, boven, rechts, beneden = inzet
                    binnen = onder[-1].vak.krimp(links, boven, rechts, beneden)
                    assert binnen.bevat(element.vak), (kant.id, element.naam)


def test_kleur_loopt_tot_precies_de_snijlijn(echt: bouw.Project) -> None:
    for naam in FORMATEN:
        kaarten = alles(echt, naam)["burgemeesters"]
        for kaart in kaarten:
            for kant in filter(None, (kaart.voor, kaart.achter)):
                for deel in kant.ondergrond.elementen:
                    if isinstance(deel, Vlak):
                        assert all(ver < OP_DE_RAND or ver > 2 * RAND for ver in randen(deel.vak, kant.maat))
        for kaart in (*met_letter(kaarten, "W"), *met_letter(kaarten, "P"), *met_letter(kaarten, "V")):
            eerste = kaart.voor.ondergrond.elementen[0]
            assert isinstance(eerste, Vlak) and all(raakt(eerste.vak, kaart.voor.maat)), kaart.code
        for kaart in met_letter(kaarten, "W"):
            assert kaart.achter
            (vlak,) = kaart.achter.ondergrond.elementen
            assert isinstance(vlak, Vlak)
            assert raakt(vlak.vak, kaart.achter.maat) == (True, False, True, True)


def test_zuinig_vult_geen_vlak(echt: bouw.Project) -> None:
    for naam in FORMATEN:
        for kaarten in alles(echt, naam, "zuinig").values():
            for kant in kanten(kaarten):
                gevuld = [
                    deel for deel in (*kant.ondergrond.elementen, *kant.elementen) if isinstance(deel, Vlak)
                ]
                assert gevuld == [], kant.id


# -- waarden ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", FORMATEN)
def test_elke_waarde_heeft_in_elke_set_een_kaartje_met_haar_opvattingen_en_haar_vraag(
    project: bouw.Project, naam: str
) -> None:
    vragen = project.publicatie.waardenvragen
    for kaarten in alles(project, naam).values():
        eigen = met_letter(kaarten, "W")
        assert [kaart.naam for kaart in eigen] == [waarde.naam for waarde in waarden(project)]
        for kaart, waarde in zip(eigen, waarden(project), strict=True):
            assert kaart.achter
            assert alineas(kaart.achter, "Opvattingen") == list(waarde.opvattingen)
            if waarde.id in vragen:
                assert alineas(kaart.achter, "Vraag") == ["Reflectievraag", vragen[waarde.id]]
            else:
                assert "Vraag" not in teksten(kaart.achter)


@pytest.mark.parametrize("naam", FORMATEN)
def test_de_naam_van_een_waarde_staat_heel_op_haar_kaartje(project: bouw.Project, naam: str) -> None:
    gebroken = 0
    for kaart in met_letter(alles(project, naam)[project.publicatie.selecties[0].id], "W"):
        regels = [
            "".join(stuk.tekst for stuk in regel.stukken).replace("\xa0", " ")
            for alinea in teksten(kaart.voor)["Waarde"].alineas
            for regel in alinea.regels
        ]
        if regels[0].endswith("-"):
            gebroken += 1
            assert "".join(regels).replace("-", "") == kaart.naam
            assert "".join(regels) in formaat(naam).afbreken
        else:
            assert " ".join(regels) == kaart.naam
    assert gebroken <= 2


@pytest.mark.parametrize(("naam", "huisstijl"), SAMEN)
def test_kaartjes_van_een_soort_hebben_een_lettermaat(echt: bouw.Project, naam: str, huisstijl: str) -> None:
    per_set = alles(echt, naam, huisstijl)
    eigen = met_letter(per_set["burgemeesters"], "W")
    assert len({k for kaart in eigen for k in korpsen(kaart.voor, "Waarde")}) == 1
    assert len({k for kaart in eigen for k in korpsen(kaart.achter or kaart.voor, "Opvattingen")}) == 1
    assert len({k for kaart in eigen for k in korpsen(kaart.achter or kaart.voor, "Vraag", slice(1, 2))}) == 1
    prioriteiten = []
    for kaarten in per_set.values():
        maten = {
            max(korpsen(kaart.achter or kaart.voor, "Opvattingen")) for kaart in met_letter(kaarten, "P")
        }
        assert len(maten) <= 1
        prioriteiten += maten
    assert max(prioriteiten) - min(prioriteiten) <= 2
    vragen = {
        k
        for kaarten in per_set.values()
        for kaart in met_letter(kaarten, "V")
        for k in korpsen(kaart.voor, "Vraag")
    }
    assert max(vragen) - min(vragen) <= 2


@pytest.mark.parametrize(("naam", "huisstijl"), SAMEN)
def test_bij_de_kleur_van_een_cluster_staan_altijd_naam_en_pictogram(
    project: bouw.Project, naam: str, huisstijl: str
) -> None:
    namen = {
        waarde.id: cluster.naam
        for cluster in project.publicatie.waardenclusters.values()
        for waarde in cluster.waarden
    }
    kaarten = [
        kaart
        for set_ in alles(project, naam, huisstijl).values()
        for kaart in (*met_letter(set_, "W"), *met_letter(set_, "P"))
    ]
    per_naam = {waarde.naam: namen[waarde.id] for waarde in waarden(project)}
    for kaart in kaarten:
        cluster = per_naam[kaart.naam]
        for kant in filter(None, (kaart.voor, kaart.achter)):
            assert cluster in alle_tekst(kant), kant.id
            beelden = [deel for deel in kant.elementen if isinstance(deel, Pad) and deel.alt == cluster]
            assert len(beelden) == 1, kant.id
        assert kaart.voor.elementen and alineas(kaart.voor, "Waardencluster") == [cluster]


def test_een_waardenkaartje_is_in_elke_set_hetzelfde_object(echt: bouw.Project) -> None:
    per_set = alles(echt, "poker")
    eerste, *rest = ([id(kaart.voor) for kaart in met_letter(kaarten, "W")] for kaarten in per_set.values())
    assert all(ander == eerste for ander in rest)


# -- prioriteiten -----------------------------------------------------------------------------------------


def ambtsdrager(project: bouw.Project, selectie: str) -> Ambtsdrager | None:
    gekozen = next(een for een in project.publicatie.selecties if een.id == selectie)
    return project.publicatie.ambtsdragers[gekozen.ambtsdrager] if gekozen.ambtsdrager else None


@pytest.mark.parametrize("naam", FORMATEN)
def test_prioriteitenkaartjes_horen_bij_de_ambtsdrager_van_de_set(project: bouw.Project, naam: str) -> None:
    for selectie, kaarten in alles(project, naam).items():
        wie, eigen = ambtsdrager(project, selectie), met_letter(kaarten, "P")
        if wie is None:
            assert eigen == []
            continue
        for kaart, prioriteit in zip(eigen, wie.prioriteiten, strict=True):
            assert kaart.achter
            assert kaart.naam == project.publicatie.waarde(prioriteit.waarde)[1].naam
            assert f"Prioriteit voor een {wie.enkelvoud}" in alineas(kaart.voor, "Waarde")
            staat_er = alineas(kaart.achter, "Opvattingen")
            zinnen = list(prioriteit.opvattingen)
            if naam == "a6" and prioriteit.handelingsperspectieven:
                zinnen = ["Opvattingen", *zinnen, "Wat je kunt doen", *prioriteit.handelingsperspectieven]
            assert staat_er == zinnen


def test_een_prioriteitenkaartje_ziet_er_anders_uit_dan_dat_van_de_waarde(echt: bouw.Project) -> None:
    kaarten = alles(echt, "poker")["burgemeesters"]
    waarde = next(kaart for kaart in met_letter(kaarten, "W") if kaart.naam == "Lef")
    prioriteit = next(kaart for kaart in met_letter(kaarten, "P") if kaart.naam == "Lef")
    namen = [
        {deel.naam for deel in (*een.voor.elementen, *een.voor.ondergrond.elementen)}
        for een in (waarde, prioriteit)
    ]
    assert namen[1] - namen[0] == {"Schijf", "Band"}


# -- vragen -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", FORMATEN)
def test_elke_reflectievraag_van_de_set_heeft_een_kaartje_met_het_nummer_van_haar_kaart(
    project: bouw.Project, naam: str
) -> None:
    for selectie, kaarten in alles(project, naam).items():
        eigen = met_letter(kaarten, "V")
        bron = [(kaart, vraag.tekst) for kaart in set_(project, selectie).kaarten for vraag in kaart.vragen]
        assert [alineas(kaart.voor, "Vraag") for kaart in eigen] == [[vraag] for _, vraag in bron]
        for kaart, (van, _) in zip(eigen, bron, strict=True):
            assert alineas(kaart.voor, "Kaart") == [f"Kaart {van.nummer} · {van.label}"]
        assert len({id(kaart.achter) for kaart in eigen}) == 1
        rug = eigen[0].achter
        assert rug and alineas(rug, "Titel") == [project.publicatie.gegevens.titel]


# -- set pieces -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", FORMATEN)
def test_codes_lopen_door_en_staan_op_hun_kaartje(project: bouw.Project, naam: str) -> None:
    for kaarten in alles(project, naam).values():
        for letter in "WPVS":
            eigen = met_letter(kaarten, letter)
            assert [kaart.code for kaart in eigen] == [f"{letter}{n}" for n in range(1, len(eigen) + 1)]
            assert [kaart.code for kaart in eigen] == [alineas(kaart.voor, "Code")[0] for kaart in eigen]
            assert [kaart.code for kaart in eigen] == [kaart.voor.id for kaart in eigen]
        assert "".join(dict.fromkeys(kaart.code[0] for kaart in kaarten)) in ("WPVS", "WVS")
        for kaart in (*met_letter(kaarten, "W"), *met_letter(kaarten, "P")):
            assert kaart.achter and alineas(kaart.achter, "Kop")[1].startswith(f"{kaart.code} · ")


def getoond(pagina: Pagina) -> list[tuple[str, str]]:
    """Give the list marks on a page with the text of their paragraphs."""
    return [
        (alinea.merk.stukken[0].tekst, alinea.tekst.replace("\xa0", " "))
        for tekst in teksten(pagina).values()
        for alinea in tekst.alineas
        if alinea.merk
    ]


def codes_uit(reeks: str) -> list[str]:
    begin, _, eind = reeks.partition("–")
    return [f"{begin[0]}{n}" for n in range(int(begin[1:]), int((eind or begin)[1:]) + 1)]


@pytest.mark.parametrize("naam", FORMATEN)
def test_de_index_noemt_elke_kaart_van_de_set_een_keer(project: bouw.Project, naam: str) -> None:
    for kaarten in alles(project, naam).values():
        index = [kaart for kaart in met_letter(kaarten, "S") if kaart.naam == setstukken().index.titel]
        regels = [regel for kant in kanten(tuple(index)) for regel in getoond(kant)]
        codes = [code for reeks, _ in regels for code in codes_uit(reeks)]
        assert codes == [kaart.code for kaart in kaarten]
        namen = {kaart.code: kaart.naam for kaart in kaarten}
        assert all(namen[reeks] == tekst for reeks, tekst in regels if reeks[0] in "WP")


@pytest.mark.parametrize(("naam", "huisstijl"), SAMEN)
def test_de_setstukken_vertellen_alles(project: bouw.Project, naam: str, huisstijl: str) -> None:
    stukken, gegevens = setstukken(), project.publicatie.gegevens
    for kaarten in alles(project, naam, huisstijl).values():
        eigen = met_letter(kaarten, "S")
        staat_er = "\n".join(alle_tekst(kant) for kant in kanten(tuple(eigen)))
        verwacht = [stukken.index.uitleg, stukken.instructie.inleiding, stukken.stop.tekst]
        for vorm in stukken.instructie.werkvormen:
            verwacht += [f"{vorm.naam} · {vorm.tijd_minuten} minuten", vorm.doel, *vorm.stappen]
        verwacht += [*gegevens.licentie.tekst, *gegevens.opdrachtgevers, gegevens.maker, gegevens.bron]
        verwacht += [gegevens.editietoelichting, gegevens.bronregel]
        assert [zin for zin in verwacht if zin not in staat_er] == []
        assert sum(kaart.naam == stukken.leeg.titel for kaart in eigen) == stukken.leeg.aantal
        assert eigen[-1].naam == stukken.stop.titel


def test_een_lege_kaart_heeft_schrijflijnen_en_de_achterkant_van_een_vraag(echt: bouw.Project) -> None:
    for naam in FORMATEN:
        kaarten = alles(echt, naam)["griffiers"]
        leeg = next(kaart for kaart in kaarten if kaart.naam == setstukken().leeg.titel)
        hoogtes = [deel.y1 for deel in leeg.voor.elementen if deel.naam.startswith("Schrijflijn")]  # type: ignore[union-attr]
        assert len(hoogtes) >= 6
        assert {round(ander - een, 6) for een, ander in pairwise(hoogtes)} == {
            formaat(naam).vakken.leeg.afstand
        }
        assert leeg.achter is met_letter(kaarten, "V")[0].achter


def test_op_elke_kaart_staat_de_bron(project: bouw.Project) -> None:
    for naam in FORMATEN:
        for kaarten in alles(project, naam).values():
            for kaart in kaarten:
                samen = "".join(alle_tekst(kant) for kant in filter(None, (kaart.voor, kaart.achter)))
                assert project.publicatie.gegevens.bronregel in samen, kaart.code


@pytest.mark.parametrize("naam", FORMATEN)
@pytest.mark.parametrize("aantal", [0, 1, 9, 30, 120])
def test_een_lang_setstuk_loopt_door_over_meer_kaarten(klein: bouw.Project, naam: str, aantal: int) -> None:
    namen = tuple(f"Vereniging van lezers en voorlezers nummer {nummer}" for nummer in range(aantal))
    gegevens = klein.publicatie.gegevens.model_copy(update={"opdrachtgevers": namen})
    maker = druk(klein, naam, publicatie=replace(klein.publicatie, gegevens=gegevens))
    assert maker.meldingen == []
    kaarten = maker.kaarten(set_(klein, "alles"))
    colofon = tuple(kaart for kaart in kaarten if kaart.naam == setstukken().colofon.titel)
    gevonden = [tekst for kant in kanten(colofon) for _, tekst in getoond(kant)]
    assert gevonden == list(namen)
    papier = Kleur("papier", "FFFFFF")
    assert [fout for kant in kanten(colofon) for fout in keur(kant, formaat(naam), papier)] == []
    index = [regel for kaart in kaarten for regel in getoond(kaart.voor) if regel[1] == colofon[0].naam]
    index += [regel for kaart in kaarten if kaart.achter for regel in getoond(kaart.achter)]
    reeksen = {reeks for reeks, tekst in index if tekst == colofon[0].naam}
    assert reeksen == {"–".join(dict.fromkeys((colofon[0].code, colofon[-1].code)))}


# -- what does not fit ------------------------------------------------------------------------------------


def met_waarde(project: bouw.Project, **velden: object) -> Publicatie:
    """Give the publication with other fields of its first waarde."""
    eerste, *rest = project.publicatie.waardenclusters.items()
    cluster = eerste[1]
    waarde = cluster.waarden[0].model_copy(update=velden)
    nieuw = cluster.model_copy(update={"waarden": (waarde, *cluster.waarden[1:])})
    return replace(project.publicatie, waardenclusters={eerste[0]: nieuw, **dict(rest)})


def teveel(meldingen: list[Melding]) -> int:
    (melding,) = meldingen
    assert melding.code == "past-niet"
    return int(melding.raad.split()[-3])


@pytest.mark.parametrize(("naam", "herhaal"), [("a6", 32), ("poker", 14)])
def test_een_te_lange_opvatting_wordt_gemeld_en_past_na_de_raad(
    klein: bouw.Project, naam: str, herhaal: int
) -> None:
    lang = "Een opvatting die maar doorgaat, en doorgaat. " * herhaal
    maker = druk(klein, naam, publicatie=met_waarde(klein, opvattingen=(lang.strip(),)))
    (melding,) = maker.meldingen
    assert "W1 (gastvrijheid)" in melding.tekst and "opvattingen" in melding.tekst
    assert Path(melding.plek.bestand).name == "welkom.yaml"
    assert melding.plek.regel > 1
    korter = lang.strip()[: -teveel([melding])].strip()
    assert len(korter) > 100
    assert druk(klein, naam, publicatie=met_waarde(klein, opvattingen=(korter,))).meldingen == []


def test_volle_opvattingen_staan_dichter_op_elkaar_voordat_zij_niet_passen(
    echt: bouw.Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    lang = "Mensen lezen graag een dik boek. " * 4
    zinnen = (lang[:70].strip(), lang[:115].strip(), lang[:115].strip())
    vol = met_waarde(echt, opvattingen=zinnen)
    assert druk(echt, "poker", publicatie=vol).meldingen == []
    monkeypatch.setattr(Waardekaartjes, "_dicht", frozenset())
    assert [een.code for een in druk(echt, "poker", publicatie=vol).meldingen] == ["past-niet"]


def test_een_te_lang_woord_wordt_gemeld(klein: bouw.Project) -> None:
    woord = "Hottentottententententoonstellingsterreinbeheer"
    gevonden = druk(klein, "poker", publicatie=met_waarde(klein, naam=woord)).meldingen
    assert {melding.code for melding in gevonden} == {"woord-te-breed"}
    assert any("W1" in melding.tekst and woord in melding.tekst for melding in gevonden)


def test_een_lang_woord_past_als_het_gebroken_mag_worden(klein: bouw.Project) -> None:
    publicatie = met_waarde(klein, naam="Aanspreekbaarheidsbeleid")
    mag = formaat("poker").model_copy(update={"afbreken": ("Aanspreekbaarheids-beleid",)})
    basis = zetter(klein, "poker")
    maten = []
    for vorm in (formaat("poker"), mag):
        maker = Kaartjesdruk(
            publicatie, klein.kaarten, Tekstzetter(basis.ontwerp, vorm, basis.letter), vorm, setstukken()
        )
        eerste = maker.kaarten(set_(klein, "alles"))[0]
        maten.append(korpsen(eerste.voor, "Waarde").pop())
    assert maten[0] < maten[1]
    assert alineas(eerste.voor, "Waarde") == ["Aanspreekbaarheids-", "beleid"]


@pytest.mark.parametrize(
    ("veld", "kaart"), [("instructie", "Instructiekaart"), ("stop", "Stopkaart"), ("colofon", "Colofonkaart")]
)
def test_een_te_groot_setstuk_wordt_gemeld(klein: bouw.Project, veld: str, kaart: str) -> None:
    basis = setstukken()
    woord = "Hottentottententententoonstellingsterreinbeheerdersoverleg"
    anders: dict[str, Callable[[], object]] = {
        "instructie": lambda: basis.instructie.model_copy(update={"inleiding": woord}),
        "stop": lambda: basis.stop.model_copy(update={"titel": woord}),
        "colofon": lambda: basis.colofon.model_copy(update={"titel": woord}),
    }
    stukken = basis.model_copy(update={veld: anders[veld]()})
    gevonden = druk(klein, "poker", stukken=stukken).meldingen
    assert gevonden and all(kaart in melding.tekst for melding in gevonden)


def test_een_te_hoge_werkvorm_wordt_gemeld(klein: bouw.Project) -> None:
    basis = setstukken()
    vorm = basis.instructie.werkvormen[0].model_copy(update={"stappen": ("Doe dit en dan dat. " * 40,)})
    instructie = basis.instructie.model_copy(update={"werkvormen": (vorm, *basis.instructie.werkvormen[1:])})
    gevonden = druk(klein, "poker", stukken=basis.model_copy(update={"instructie": instructie})).meldingen
    assert teveel(gevonden) > 100
    assert gevonden[0].plek.bestand == "setstukken.yaml"


# -- the design -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "stukje"),
    [
        ("poker", "achtervraag: {korps: [8.5,", "achtervraag: {korps: [7,", "achtervraag"),
        ("a6", "Rentmeester-schap", "Rentmeesterschap", "streepje"),
        ("a6", "veilig: 3", "veilg: 3", "veilg"),
        ("poker", "maat: [63, 88]", "maat: klein", "lijst"),
    ],
)
def test_een_fout_in_het_formaat_geeft_een_melding_op_haar_plek(
    proefproject: Callable[[Callable[[Path], None]], bouw.Project],
    tmp_path: Path,
    bestand: str,
    oud: str,
    nieuw: str,
    stukje: str,
) -> None:
    def bederf(map_: Path) -> None:
        pad = map_ / f"layouts/drukformaten/{bestand}.yaml"
        tekst = pad.read_text("utf-8")
        assert oud in tekst
        pad.write_text(tekst.replace(oud, nieuw, 1), "utf-8")

    proefproject(bederf)
    with pytest.raises(Fouten) as fouten:
        lees_drukformaat(tmp_path / "layouts", bestand)
    assert any(stukje in f"{melding.tekst} {melding.raad}" for melding in fouten.value.meldingen)
    assert {Path(melding.plek.bestand).name for melding in fouten.value.meldingen} == {f"{bestand}.yaml"}
    assert any(melding.plek.regel for melding in fouten.value.meldingen)


def test_poker_is_geen_verkleinde_a6(echt: bouw.Project) -> None:
    grote, kleine = (alles(echt, naam)["burgemeesters"] for naam in FORMATEN)
    groot, klein_ = (
        {
            kaart.naam: [
                len(alinea.regels) for alinea in teksten(kaart.achter or kaart.voor)["Opvattingen"].alineas
            ]
            for kaart in met_letter(kaarten, "W")
        }
        for kaarten in (grote, kleine)
    )
    assert groot != klein_
