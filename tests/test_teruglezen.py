"""Edited decks read back: exactly the edits, nothing else; what is not clear is told and never chosen."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.util import Emu

from kaartgen import bouw
from kaartgen.meldingen import Fouten
from kaartgen.plaatsen import PROJECT
from kaartgen.vragen.terugbestand import lees_bytes
from kaartgen.vragen.teruglezen import lees_terug
from terug_proef import (
    EIGEN,
    KOP,
    Kantoor,
    bewerkt,
    codes,
    dia_van,
    herpak,
    leden,
    schrijf_alle,
    schrijf_vragen,
    uitkomst,
    vakken,
    verzin,
    voeg_in,
    zonder_eigenschappen,
    zonder_kenmerken,
)

SELECTIES = (
    "burgemeesters",
    "gemeentesecretarissen",
    "griffiers",
    "raadsleden",
    "rekenkamerleden",
    "statenleden",
    "waterschapsbestuurders",
    "wethouders",
    "alle-ambtsdragers",
)
KAART, ANDER, DERDE = "raadsleden-handelen", "raadsleden-prioriteiten", "lessen"


@pytest.fixture
def vragen(kantoor: Kantoor) -> dict[str, tuple[str, ...]]:
    """The questions in that deck by card."""
    return kantoor.vragen("raadsleden")


def test_de_selecties_zijn_alle_selecties(echt: bouw.Project) -> None:
    assert tuple(een.id for een in echt.publicatie.selecties) == SELECTIES


@pytest.mark.parametrize("selectie", SELECTIES)
def test_elke_kaart_van_elke_ambtsdrager_komt_terug_zoals_zij_bewerkt_is(
    kantoor: Kantoor, selectie: str
) -> None:
    toeval, vragen = random.Random(selectie), kantoor.vragen(selectie)
    nieuw = {id_: verzin(eigen, toeval) for id_, eigen in vragen.items()}
    inhoud = kantoor.deck(selectie)
    ongelezen = kantoor.terug(bewerkt(inhoud, lambda _: None))
    assert (uitkomst(ongelezen), ongelezen.meldingen, ongelezen.gelezen) == ({}, (), len(vragen))
    terug = kantoor.terug(bewerkt(inhoud, schrijf_alle(nieuw)))
    assert uitkomst(terug) == nieuw
    assert (terug.meldingen, terug.afwezig) == ((), ())


def test_een_kaart_die_niemand_aanraakte_komt_niet_terug(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]]
) -> None:
    nieuw = {KAART: (*vragen[KAART], EIGEN[0])}
    assert uitkomst(kantoor.terug(bewerkt(deck, schrijf_alle(nieuw)))) == nieuw


# Hoe mensen typen en programma's bewaren


@pytest.mark.parametrize(
    "typ",
    [
        lambda vragen: [f"{nummer}. {vraag}" for nummer, vraag in enumerate(vragen, 1)],
        lambda vragen: [f"{nummer}) {vraag}" for nummer, vraag in enumerate(vragen, 1)],
        lambda vragen: [f"({nummer}) {vraag}" for nummer, vraag in enumerate(vragen, 1)],
        lambda vragen: [f"{letter}) {vraag}" for letter, vraag in zip("abcde", vragen, strict=False)],
        lambda vragen: [f"- {vraag}" for vraag in vragen],
        lambda vragen: [f"•\t{vraag}" for vraag in vragen],
        lambda vragen: [f"Vraag {nummer}: {vraag}" for nummer, vraag in enumerate(vragen, 1)],
        lambda vragen: [f"  {vraag.replace(' ', '  ')}\N{NO-BREAK SPACE}" for vraag in vragen],
        lambda vragen: [vraag.replace(" ", "\N{NARROW NO-BREAK SPACE}") for vraag in vragen],
        lambda vragen: ["\N{ZERO WIDTH SPACE}".join(vraag) for vraag in vragen],
        lambda vragen: [vraag.replace("’", "'").replace("–", "-") for vraag in vragen],
        lambda vragen: [vraag.replace("é", "e\N{COMBINING ACUTE ACCENT}") for vraag in vragen],
        lambda vragen: [een for vraag in vragen for een in (vraag, "", " ")],
        lambda vragen: ["\v".join(vragen)],
        lambda vragen: ["\v".join(vraag.rsplit(" ", 2)) for vraag in vragen],
        lambda vragen: [een for vraag in vragen for een in vraag.rsplit(" ", 1)],
        lambda vragen: ["\v".join(f"{nummer}. {vraag}" for nummer, vraag in enumerate(vragen, 1))],
    ],
    ids=[
        "punt",
        "haakje",
        "haakjes",
        "letters",
        "streepje",
        "bolletje",
        "woord",
        "spaties",
        "smalle-spaties",
        "nulspaties",
        "rechte-tekens",
        "losse-accenten",
        "lege-regels",
        "zachte-regels",
        "zacht-gebroken",
        "hard-gebroken",
        "zacht-genummerd",
    ],
)
def test_dezelfde_vraag_is_dezelfde_vraag_hoe_zij_ook_getypt_is(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]], typ: Any
) -> None:
    def bewerk(presentatie: Any) -> None:
        for kaart, vorm in vakken(presentatie).items():
            vorm.text_frame.text = "\n".join([KOP, *typ(vragen[kaart])])

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), terug.meldingen) == ({}, ())


def test_vet_kleur_en_losse_stukken_tekst_maken_geen_andere_vraag(kantoor: Kantoor, deck: bytes) -> None:
    def bewerk(presentatie: Any) -> None:
        for vorm in vakken(presentatie).values():
            for alinea in vorm.text_frame.paragraphs[1:]:
                loop = alinea.runs[0]
                tekst, loop.text = loop.text, loop.text[:9]
                rest = alinea.add_run()
                rest.text, rest.font.bold, rest.font.size = tekst[9:], True, Emu(200_000)

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), terug.meldingen) == ({}, ())


def test_een_zacht_einde_na_een_vraagteken_begint_een_vraag_en_anders_niet(
    kantoor: Kantoor, deck: bytes
) -> None:
    def bewerk(presentatie: Any) -> None:
        vakken(presentatie)[KAART].text_frame.text = f"{KOP}\nWie helpt\vjou hiermee?\vEn wanneer?"

    assert uitkomst(kantoor.terug(bewerkt(deck, bewerk))) == {
        KAART: ("Wie helpt jou hiermee?", "En wanneer?")
    }


def test_ook_onder_de_kop_mag_alles_met_zachte_einden_in_een_alinea_staan(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]]
) -> None:
    eigen = {KAART: EIGEN[:2], ANDER: vragen[ANDER], DERDE: (*vragen[DERDE], EIGEN[2])}

    def bewerk(presentatie: Any) -> None:
        for kaart, regels in eigen.items():
            vakken(presentatie)[kaart].text_frame.text = "\v".join([f"{KOP}:", *regels])

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), terug.meldingen) == ({KAART: EIGEN[:2], DERDE: eigen[DERDE]}, ())


def test_van_twee_manieren_om_een_vak_te_tekenen_telt_de_eerste(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]]
) -> None:
    nieuw = {KAART: (EIGEN[0], *vragen[KAART])}

    def bewerk(presentatie: Any) -> None:
        vak = vakken(presentatie)[KAART]._element
        oud = deepcopy(vak)
        schrijf_alle(nieuw)(presentatie)
        mc = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
        keuze = etree.Element(f"{mc}AlternateContent")
        vak.addprevious(keuze)
        etree.SubElement(keuze, f"{mc}Choice", Requires="p14").append(vak)
        etree.SubElement(keuze, f"{mc}Fallback").append(oud)

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), terug.meldingen) == (nieuw, ())


STRIKT = {
    b"http://schemas.openxmlformats.org/presentationml/2006/main": b"http://purl.oclc.org/ooxml/presentationml/main",
    b"http://schemas.openxmlformats.org/drawingml/2006/main": b"http://purl.oclc.org/ooxml/drawingml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties": (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties"
    ),
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": (
        b"http://purl.oclc.org/ooxml/officeDocument/customProperties"
    ),
}


def test_een_deck_dat_strikt_bewaard_is_komt_ook_terug(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]]
) -> None:
    def strikt(_naam: str, deel: bytes) -> bytes:
        for gewoon, streng in STRIKT.items():
            deel = deel.replace(gewoon, streng)
        return deel

    nieuw = {KAART: (EIGEN[0], *vragen[KAART])}
    inhoud = herpak(bewerkt(deck, schrijf_alle(nieuw)), strikt)
    assert b"schemas.openxmlformats.org/presentationml" not in dict(leden(inhoud))["ppt/slides/slide4.xml"]
    terug = kantoor.terug(inhoud)
    assert (uitkomst(terug), terug.meldingen, terug.afwezig) == (nieuw, (), ())


# Dia's


def test_dias_mogen_van_plaats_en_weg(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]]
) -> None:
    nieuw = {KAART: (EIGEN[0], *vragen[KAART])}

    def bewerk(presentatie: Any) -> None:
        schrijf_alle(nieuw)(presentatie)
        lijst = presentatie.slides._sldIdLst
        dias = list(lijst)
        random.Random(1).shuffle(dias)
        for dia in dias:
            lijst.remove(dia)
            lijst.append(dia)
        weg = next(plek for plek, dia in enumerate(presentatie.slides) if dia == dia_van(presentatie, DERDE))
        presentatie.part.drop_rel(lijst[weg].rId)
        lijst.remove(lijst[weg])

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert uitkomst(terug) == nieuw
    assert (terug.meldingen, terug.afwezig) == ((), (19,))


def verdubbel(presentatie: Any, kaart: str) -> Any:
    """Copy a slide with its notes as PowerPoint does; give the copy."""
    bron = dia_van(presentatie, kaart)
    kopie = presentatie.slides.add_slide(bron.slide_layout)
    for vorm in list(kopie.shapes):
        vorm._element.getparent().remove(vorm._element)
    for vorm in bron.shapes:
        kopie.shapes._spTree.append(deepcopy(vorm._element))
    kopie.notes_slide.notes_text_frame.text = bron.notes_slide.notes_text_frame.text
    return kopie


def test_een_dubbele_dia_met_dezelfde_vragen_telt_een_keer(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]]
) -> None:
    nieuw = {KAART: (EIGEN[0], *vragen[KAART])}

    def bewerk(presentatie: Any) -> None:
        schrijf_alle(nieuw)(presentatie)
        verdubbel(presentatie, KAART)

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), terug.meldingen) == (nieuw, ())


def test_van_twee_dias_met_andere_vragen_wordt_er_geen_gekozen_en_staan_beide_in_de_melding(
    kantoor: Kantoor, deck: bytes
) -> None:
    def bewerk(presentatie: Any) -> None:
        kopie = verdubbel(presentatie, KAART)
        vorm = next(vorm for vorm in kopie.shapes if vorm.name.startswith(KOP))
        schrijf_vragen(vorm, [EIGEN[1]])

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), codes(terug)) == ({}, ["kaart-dubbel"])
    assert EIGEN[1] in terug.meldingen[0].tekst and "Met welke vraag ga je" in terug.meldingen[0].tekst


def test_tegenstrijdige_merken_worden_genoemd_en_niet_gekozen(kantoor: Kantoor, deck: bytes) -> None:
    def bewerk(presentatie: Any) -> None:
        vorm = vakken(presentatie)[KAART]
        vorm.name = f"{KOP} [{ANDER}]"
        schrijf_vragen(vorm, [EIGEN[0]])

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), codes(terug)) == ({}, ["dia-onduidelijk"])
    tekst = terug.meldingen[0].tekst
    assert EIGEN[0] in tekst and "naam van het vak: kaart 29" in tekst
    assert "notities en voettekst en titel en zinnen: kaart 30" in tekst


def test_een_verschoven_nummer_maakt_een_kaart_met_naam_en_notities_niet_onduidelijk(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]]
) -> None:
    paginas, nieuw = [], {KAART: (EIGEN[0], *vragen[KAART]), ANDER: (*vragen[ANDER][:-1], EIGEN[1])}
    for een in kantoor.uitgifte("raadsleden").paginas:
        if een.nummer > 19:
            vast = tuple(
                replace(zin, tekst=zin.tekst.replace(een.voet, f"Kaart {een.nummer - 1}")) for zin in een.vast
            )
            een = replace(een, nummer=een.nummer - 1, voet=f"Kaart {een.nummer - 1}", vast=vast)
            paginas.append(een)
        elif een.id == "inhoud":
            paginas.append(
                replace(een, vast=(replace(een.vast[0], tekst="Een andere inhoud"), *een.vast[1:]))
            )
        elif een.id != DERDE:
            paginas.append(een)
    later = replace(kantoor.uitgifte("raadsleden"), paginas=tuple(paginas))
    gelezen = lees_bytes(bewerkt(deck, schrijf_alle(nieuw)), "deck.pptx")
    terug = lees_terug(gelezen, later, {een.id: een.vragen for een in later.kaarten.values()})
    assert uitkomst(terug) == nieuw
    # Of the card that is gone its slide is told, and that the contents page is another one since.
    assert codes(terug) == ["dia-onduidelijk", "kaart-intussen-anders"]
    assert "kaarten hebben een ander nummer gekregen" in terug.meldingen[1].tekst
    assert f"een kaart die niet of niet meer in deze publicatie staat, ‘{DERDE}’" in terug.meldingen[0].tekst


def zonder_kaart(kantoor: Kantoor, weg: str) -> Kantoor:
    """Give the office after the publisher took a card away; those after it got another number."""
    publicatie = kantoor.project.publicatie
    over = [kaart for kaart in publicatie.kaarten if kaart.id != weg]
    kaarten = tuple(kaart.model_copy(update={"nummer": nummer}) for nummer, kaart in enumerate(over, 1))
    selecties = tuple(
        een.model_copy(update={"kaarten": tuple(id_ for id_ in een.kaarten if id_ != weg)})
        for een in publicatie.selecties
    )
    return Kantoor(
        replace(kantoor.project, publicatie=replace(publicatie, kaarten=kaarten, selecties=selecties))
    )


@pytest.mark.parametrize("eigenschappen", [True, False], ids=["met-eigenschappen", "zonder-eigenschappen"])
def test_alleen_andere_nummers_op_kaarten_en_inhoudspagina_zijn_geen_verandering(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]], eigenschappen: bool
) -> None:
    later = zonder_kaart(kantoor, "burgemeesters-handelen")
    assert later.uitgifte("raadsleden").kaarten[KAART].nummer == 29
    nieuw = {KAART: (EIGEN[0], *vragen[KAART])}
    inhoud = bewerkt(deck, schrijf_alle(nieuw))
    terug = later.terug(inhoud if eigenschappen else zonder_eigenschappen(inhoud))
    assert (uitkomst(terug), terug.meldingen, terug.zonder_herkomst) == (nieuw, (), ())
    assert codes(zonder_kaart(kantoor, DERDE).terug(deck)) == ["dia-onduidelijk", "kaart-intussen-anders"]


def test_een_eigen_dia_wordt_genoemd_met_de_vragen_die_erop_staan(kantoor: Kantoor, deck: bytes) -> None:
    def bewerk(presentatie: Any) -> None:
        dia = presentatie.slides.add_slide(presentatie.slide_layouts[0])
        vak = dia.shapes.add_textbox(0, 0, Emu(9_000_000), Emu(900_000))
        vak.text_frame.text = f"{KOP}\n{EIGEN[0]}"

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), codes(terug)) == ({}, ["dia-onbekend"])
    assert EIGEN[0] in terug.meldingen[0].tekst


def test_van_een_eigen_dia_staan_ook_vragen_zonder_kop_in_de_melding(kantoor: Kantoor, deck: bytes) -> None:
    def bewerk(presentatie: Any) -> None:
        dia = presentatie.slides.add_slide(presentatie.slide_layouts[0])
        for tekst in ("Na de pauze", f"In tweetallen\n{EIGEN[0]}"):
            dia.shapes.add_textbox(0, 0, Emu(900_000), Emu(900_000)).text_frame.text = tekst

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), codes(terug)) == ({}, ["dia-onbekend"])
    assert "‘Na de pauze’" in terug.meldingen[0].tekst
    assert f"Er staan deze vragen op: ‘{EIGEN[0]}’." in terug.meldingen[0].tekst


def test_een_ingevoegde_dia_van_dezelfde_editie_telt_mee(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]]
) -> None:
    ander = bewerkt(kantoor.deck("griffiers"), schrijf_alle({"griffiers-handelen": [EIGEN[0]]}))
    terug = kantoor.terug(bewerkt(deck, lambda deck: voeg_in(deck, ander, "griffiers-handelen")))
    assert "griffiers-handelen" not in vragen
    assert (uitkomst(terug), terug.meldingen) == ({"griffiers-handelen": (EIGEN[0],)}, ())


def vorige(kantoor: Kantoor) -> Kantoor:
    """Give out the same cards as an edition before this one."""
    gegevens = kantoor.project.publicatie.gegevens.model_copy(update={"editie": "Vorige"})
    return Kantoor(
        replace(kantoor.project, publicatie=replace(kantoor.project.publicatie, gegevens=gegevens))
    )


def test_een_ingevoegde_dia_met_andere_vaste_tekst_wordt_niet_geloofd(kantoor: Kantoor, deck: bytes) -> None:
    def oude_editie(presentatie: Any) -> None:
        schrijf_alle({"griffiers-handelen": [EIGEN[0]]})(presentatie)
        tabel = next(vorm for vorm in dia_van(presentatie, "griffiers-handelen").shapes if vorm.has_table)
        tabel.table.cell(1, 1).text = "Doe dit zoals het in de vorige editie stond."

    oud, kaal = vorige(kantoor).deck("griffiers"), zonder_kenmerken(kantoor.deck("griffiers"))
    for ander, heen in ((oud, deck), (kaal, deck), (oud, zonder_eigenschappen(deck))):
        uit = bewerkt(ander, oude_editie)
        terug = kantoor.terug(bewerkt(heen, lambda deck, uit=uit: voeg_in(deck, uit, "griffiers-handelen")))  # type: ignore[misc]
        assert (uitkomst(terug), codes(terug)) == ({}, ["kaart-van-elders"])
        assert EIGEN[0] in terug.meldingen[0].tekst


def test_een_ingevoegde_dia_van_een_andere_publicatie_wordt_genoemd(
    kantoor: Kantoor, klein: bouw.Project, deck: bytes
) -> None:
    buurt = Kantoor(klein)
    kaart, *_ = buurt.vragen("alles")
    ander = buurt.deck("alles")
    terug = kantoor.terug(bewerkt(deck, lambda deck: voeg_in(deck, ander, kaart)))
    assert (uitkomst(terug), codes(terug)) == ({}, ["dia-onduidelijk"])
    assert f"een kaart die niet of niet meer in deze publicatie staat, ‘{kaart}’" in terug.meldingen[0].tekst


# Het vak met vragen


def zonder_merken(presentatie: Any) -> None:
    """Rename every shape, as Google Slides does."""
    for dia in presentatie.slides:
        for nummer, vorm in enumerate(dia.shapes):
            vorm.name = f"Google Shape;{nummer};p{nummer}"


def zonder_notities(presentatie: Any) -> None:
    """Empty all notes."""
    for dia in presentatie.slides:
        if dia.has_notes_slide:
            dia.notes_slide.notes_text_frame.text = ""


@pytest.mark.parametrize("kop", [True, False], ids=["met-kop", "zonder-kop"])
@pytest.mark.parametrize("notities", [True, False], ids=["met-notities", "zonder-notities"])
def test_na_google_slides_vinden_kop_inhoud_en_plaats_het_vak_terug(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]], kop: bool, notities: bool
) -> None:
    nieuw = {KAART: (EIGEN[0], EIGEN[1]), DERDE: (*vragen[DERDE][1:], EIGEN[2])}

    def bewerk(presentatie: Any) -> None:
        for kaart, eigen in nieuw.items():
            schrijf_vragen(vakken(presentatie)[kaart], eigen, kop)
        zonder_merken(presentatie)
        if not notities:
            zonder_notities(presentatie)

    terug = kantoor.terug(zonder_eigenschappen(bewerkt(deck, bewerk)))
    assert uitkomst(terug) == nieuw
    assert set(codes(terug)) <= {"herkomst-onbekend", "dia-onbekend"}


@pytest.mark.parametrize("weg", ["titel", "voet", "label", "zinnen"])
def test_een_kaart_wordt_herkend_als_een_merk_ontbreekt(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]], weg: str
) -> None:
    nieuw = {KAART: (EIGEN[0], *vragen[KAART])}

    def bewerk(presentatie: Any) -> None:
        schrijf_alle(nieuw)(presentatie)
        for vorm in list(dia_van(presentatie, KAART).shapes):
            naam = vorm.name
            raakt = {
                "titel": naam == "Vraag",
                "voet": naam == "Voettekst",
                "label": naam == "Kaartlabel",
                "zinnen": vorm.has_table,
            }
            if raakt[weg]:
                vorm._element.getparent().remove(vorm._element)
        zonder_merken(presentatie)
        zonder_notities(presentatie)

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert uitkomst(terug) == nieuw
    assert set(codes(terug)) == {"vaste-tekst-weg"} | ({"vaste-tekst-anders"} if weg == "zinnen" else set())


def test_een_vak_dat_weg_is_laat_de_vragen_zoals_ze_zijn(kantoor: Kantoor, deck: bytes) -> None:
    def bewerk(presentatie: Any) -> None:
        element = vakken(presentatie)[KAART]._element
        element.getparent().remove(element)

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), codes(terug)) == ({}, ["vragenvak-weg"])


def test_een_leeg_vak_laat_de_vragen_zoals_ze_zijn(kantoor: Kantoor, deck: bytes) -> None:
    terug = kantoor.terug(bewerkt(deck, schrijf_alle({KAART: []})))
    assert (uitkomst(terug), codes(terug)) == ({}, ["geen-vragen"])


def test_twee_vakken_met_vragen_worden_genoemd_en_niet_gekozen(kantoor: Kantoor, deck: bytes) -> None:
    def bewerk(presentatie: Any) -> None:
        dia = dia_van(presentatie, KAART)
        vak = dia.shapes.add_textbox(0, 0, Emu(9_000_000), Emu(900_000))
        vak.text_frame.text = f"{KOP}\n{EIGEN[0]}"

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), codes(terug)) == ({}, ["vragenvak-dubbel"])
    assert EIGEN[0] in terug.meldingen[0].tekst


@pytest.mark.parametrize("naam", [True, False], ids=["op-naam", "op-inhoud"])
def test_een_veranderde_kop_boven_de_vragen_wordt_geen_vraag(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]], naam: bool
) -> None:
    kop, nieuw = "Vragen om over na te denken", (*vragen[KAART], EIGEN[0])

    def bewerk(presentatie: Any) -> None:
        schrijf_vragen(vakken(presentatie)[KAART], [kop, *nieuw], kop=False)
        if not naam:
            vakken(presentatie)[KAART].name = "Tekstvak 3"

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), codes(terug)) == ({KAART: nieuw}, ["vaste-tekst-anders"])
    assert f"niet ‘{KOP}’ maar ‘{kop}’" in terug.meldingen[0].tekst


@pytest.mark.parametrize(
    "eerste", ["1. Vertel wat jij morgen doet", "Welke ongeschreven regel van de raad ontdekte je"]
)
def test_een_vraag_zonder_vraagteken_met_een_nummer_of_bekende_woorden_blijft_een_vraag(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]], eerste: str
) -> None:
    nieuw = (eerste, *vragen[KAART][1:])

    def bewerk(presentatie: Any) -> None:
        schrijf_vragen(vakken(presentatie)[KAART], nieuw, kop=False)

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert uitkomst(terug) == {KAART: nieuw}
    assert codes(terug) == (["nummer-getypt"] if eerste.startswith("1. ") else [])


def typ_boven(vorm: Any, tekst: str, kop: bool, genummerd: bool = False) -> None:
    """Type a paragraph above the questions, in the place of the heading or under it."""
    alineas = vorm._element.find(qn("p:txBody")).findall(qn("a:p"))
    nieuw = deepcopy(alineas[1 if genummerd else 0])
    nieuw.find(qn("a:r")).find(qn("a:t")).text = tekst
    alineas[0].addnext(nieuw)
    if not kop:
        alineas[0].getparent().remove(alineas[0])


KOPVRAAG = "Waar denk je over na?"


@pytest.mark.parametrize("aantal", [1, 3])
@pytest.mark.parametrize("boven", [KOPVRAAG, "Om over na te denken"])
def test_een_alinea_zonder_nummer_boven_genummerde_vragen_is_een_kop_ook_met_een_vraagteken(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]], boven: str, aantal: int
) -> None:
    nieuw = (*vragen[KAART][1:aantal], EIGEN[0])

    def bewerk(presentatie: Any) -> None:
        schrijf_vragen(vakken(presentatie)[KAART], nieuw)
        typ_boven(vakken(presentatie)[KAART], boven, kop=False)

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), codes(terug)) == ({KAART: nieuw}, ["vaste-tekst-anders"])
    assert f"niet ‘{KOP}’ maar ‘{boven}’" in terug.meldingen[0].tekst
    assert "Is dit een vraag, geef haar dan een nummer" in terug.meldingen[0].raad


def test_een_genummerde_nieuwe_vraag_op_de_plaats_van_de_kop_is_een_vraag(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]]
) -> None:
    terug = kantoor.terug(
        bewerkt(deck, lambda nu: typ_boven(vakken(nu)[KAART], KOPVRAAG, kop=False, genummerd=True))
    )
    assert (uitkomst(terug), terug.meldingen) == ({KAART: (KOPVRAAG, *vragen[KAART])}, ())


def test_een_bekende_vraag_die_haar_nummer_verloor_is_geen_kop(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]]
) -> None:
    eerste, *rest = vragen[KAART]
    for boven in (eerste, anders(eerste)):

        def bewerk(presentatie: Any, boven: str = boven) -> None:
            schrijf_vragen(vakken(presentatie)[KAART], rest)
            typ_boven(vakken(presentatie)[KAART], boven, kop=False)

        terug = kantoor.terug(bewerkt(deck, bewerk))
        verwacht = {} if boven == eerste else {KAART: (boven, *rest)}
        assert (uitkomst(terug), terug.meldingen) == (verwacht, ())


@pytest.mark.parametrize(
    ("boven", "vraag", "code"),
    [(KOPVRAAG, True, "kop-of-vraag"), ("Over de fractie", False, "vaste-tekst-anders")],
)
def test_een_alinea_tussen_kop_en_vragen_wordt_genoemd(
    kantoor: Kantoor,
    deck: bytes,
    vragen: dict[str, tuple[str, ...]],
    boven: str,
    vraag: bool,
    code: str,
) -> None:
    terug = kantoor.terug(bewerkt(deck, lambda nu: typ_boven(vakken(nu)[KAART], boven, kop=True)))
    assert uitkomst(terug) == ({KAART: (boven, *vragen[KAART])} if vraag else {})
    assert codes(terug) == [code] and boven in terug.meldingen[0].tekst


@pytest.mark.parametrize("merk", ["buNone", "buChar"])
def test_zonder_verschil_in_opmaak_telt_een_eerste_regel_met_een_vraagteken_als_vraag_en_wordt_zij_genoemd(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]], merk: str
) -> None:
    def bewerk(presentatie: Any) -> None:
        lijf = vakken(presentatie)[KAART].text_frame
        lijf.text = "\n".join([KOPVRAAG, *vragen[KAART]])
        for alinea in lijf.paragraphs:
            eigen = etree.SubElement(alinea._p.get_or_add_pPr(), qn(f"a:{merk}"))
            if merk == "buChar":
                eigen.set("char", "•")

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert uitkomst(terug) == {KAART: (KOPVRAAG, *vragen[KAART])}
    assert codes(terug) == (["kop-of-vraag"] if merk == "buNone" else [])


def test_een_vak_in_een_groep_wordt_gevonden(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]]
) -> None:
    nieuw = {KAART: (EIGEN[0], *vragen[KAART])}

    def bewerk(presentatie: Any) -> None:
        schrijf_alle(nieuw)(presentatie)
        dia = dia_van(presentatie, KAART)
        dia.shapes.add_group_shape([vakken(presentatie)[KAART]])

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), terug.meldingen) == (nieuw, ())


def test_een_vraag_die_er_twee_keer_staat_telt_een_keer(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]]
) -> None:
    dubbel = [*vragen[KAART], EIGEN[0], f"4. {vragen[KAART][0]}"]
    terug = kantoor.terug(bewerkt(deck, schrijf_alle({KAART: dubbel})))
    assert (uitkomst(terug), codes(terug)) == ({KAART: tuple(dubbel[:-1])}, ["vraag-dubbel"])


def test_te_veel_vragen_worden_genoemd_en_niet_afgekapt(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]]
) -> None:
    terug = kantoor.terug(bewerkt(deck, schrijf_alle({KAART: [*vragen[KAART], *EIGEN]})))
    assert (uitkomst(terug), codes(terug)) == ({}, ["vragen-te-veel"])
    assert all(vraag in terug.meldingen[0].tekst for vraag in EIGEN)


# Het slot op de vaste tekst


def verander_cel(presentatie: Any) -> None:
    """Change one word in the fixed text of a card, and add a question to it."""
    tabel = next(vorm for vorm in dia_van(presentatie, KAART).shapes if vorm.has_table)
    loop = tabel.table.cell(1, 1).text_frame.paragraphs[0].runs[0]
    loop.text = loop.text.replace("lokale politiek", "plaatselijke politiek")
    vorm = vakken(presentatie)[KAART]
    schrijf_vragen(vorm, [EIGEN[0]])


def test_veranderde_vaste_tekst_wordt_genoemd_met_zin_en_kaart_en_niet_overgenomen(
    kantoor: Kantoor, deck: bytes
) -> None:
    terug = kantoor.terug(bewerkt(deck, verander_cel))
    assert (uitkomst(terug), codes(terug)) == ({KAART: (EIGEN[0],)}, ["vaste-tekst-anders"])
    (melding,) = terug.meldingen
    assert "Op kaart 30 is vaste tekst veranderd: ‘Schik je niet naar" in melding.tekst
    assert "plaatselijke politiek" in melding.tekst
    assert "alleen met toestemming van De Argumentenfabriek" in melding.raad


def test_waar_veranderen_mag_zegt_sta_toe_op_welke_plaats(kantoor: Kantoor, deck: bytes) -> None:
    licentie = kantoor.project.publicatie.gegevens.licentie.model_copy(update={"wijzigen_toegestaan": True})
    gegevens = kantoor.project.publicatie.gegevens.model_copy(update={"licentie": licentie})
    publicatie = replace(kantoor.project.publicatie, gegevens=gegevens)
    vrij = Kantoor(replace(kantoor.project, publicatie=publicatie))
    inhoud = bewerkt(deck, verander_cel)
    (zonder,) = vrij.terug(inhoud).meldingen
    (met,) = vrij.terug(inhoud, sta_toe=True).meldingen
    assert "Het mag wel; met --sta-toe" in zonder.raad
    plek = publicatie.plek("ambtsdragers", "raadsleden", "prioriteiten", 0, "handelingsperspectieven", 0)
    assert met.raad == f"Dit mag. Verander het zelf op deze plaats: {plek}."


def test_een_veranderd_colofon_wordt_genoemd(kantoor: Kantoor, deck: bytes) -> None:
    def bewerk(presentatie: Any) -> None:
        dia = presentatie.slides[len(presentatie.slides) - 1]
        vorm = next(vorm for vorm in dia.shapes if "niet commercieel" in vorm.text_frame.text)
        loop = next(
            loop for een in vorm.text_frame.paragraphs for loop in een.runs if "niet comm" in loop.text
        )
        loop.text = loop.text.replace("niet commercieel", "commercieel")

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), codes(terug)) == ({}, ["vaste-tekst-anders"])
    assert "de bladzijde ‘Wie maakte deze set" in terug.meldingen[0].tekst


def test_witte_regels_gebroken_zinnen_en_andere_aanhalingstekens_zijn_geen_verandering(
    kantoor: Kantoor, deck: bytes
) -> None:
    def bewerk(presentatie: Any) -> None:
        for dia in presentatie.slides:
            for vorm in dia.shapes:
                for cel in vorm.table.iter_cells() if vorm.has_table else ():
                    teksten = [een.text.replace("’", "'") for een in cel.text_frame.paragraphs]
                    cel.text_frame.text = "\n\n".join("\n".join(een.rsplit(" ", 1)) for een in teksten)

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), terug.meldingen) == ({}, ())


def test_een_eigen_tekstvak_naast_de_vragen_wordt_genoemd(kantoor: Kantoor, deck: bytes) -> None:
    def bewerk(presentatie: Any) -> None:
        vak = dia_van(presentatie, KAART).shapes.add_textbox(0, 0, Emu(900_000), Emu(900_000))
        vak.text_frame.text = "Pauze om kwart over tien"

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), codes(terug)) == ({}, ["tekst-erbij"])


def vraag_in_eigen_vak(presentatie: Any) -> None:
    """Put a question in a box of one's own, next to the one for questions."""
    vak = dia_van(presentatie, KAART).shapes.add_textbox(0, 0, Emu(900_000), Emu(900_000))
    vak.text_frame.text = EIGEN[0]


def test_een_vraag_in_een_eigen_vak_wordt_ook_genoemd_als_er_veel_vaste_tekst_weg_is(
    kantoor: Kantoor, deck: bytes
) -> None:
    def bewerk(presentatie: Any) -> None:
        for vorm in list(dia_van(presentatie, KAART).shapes):
            if vorm.has_table:
                vorm._element.getparent().remove(vorm._element)
        vraag_in_eigen_vak(presentatie)

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert "andere teksten anders" in terug.meldingen[-1].tekst
    assert any(EIGEN[0] in melding.tekst for melding in terug.meldingen)


def test_een_vraag_in_een_eigen_vak_wordt_ook_genoemd_als_de_kaart_intussen_anders_is(
    kantoor: Kantoor, deck: bytes
) -> None:
    paginas = kantoor.uitgifte("raadsleden").paginas
    later = replace(
        kantoor.uitgifte("raadsleden"),
        paginas=tuple(replace(een, inhoud="anders") if een.id == KAART else een for een in paginas),
    )
    nu = {een.id: een.vragen for een in later.kaarten.values()}
    for inhoud, raad in (
        (deck, "Er is niets te doen."),
        (
            bewerkt(deck, vraag_in_eigen_vak),
            "Is dat een vraag van jou, zet die dan in het vak met vragen.",
        ),
    ):
        (melding,) = lees_terug(lees_bytes(inhoud, "deck.pptx"), later, nu).meldingen
        assert (melding.code, melding.raad) == ("kaart-intussen-anders", raad)
        assert (EIGEN[0] in melding.tekst) == (inhoud is not deck)


def test_een_vraag_in_de_notities_wordt_genoemd(kantoor: Kantoor, deck: bytes) -> None:
    def bewerk(presentatie: Any) -> None:
        kader = dia_van(presentatie, KAART).notes_slide.notes_text_frame
        kader.text = f"Pauze om tien uur\n{EIGEN[0]}\n{kader.text}"

    terug = kantoor.terug(bewerkt(deck, bewerk))
    assert (uitkomst(terug), codes(terug)) == ({}, ["notitie-vraag"])
    assert f"van dia 18 (kaart 30) staat: ‘{EIGEN[0]}’." in terug.meldingen[0].tekst


# Herkomst


def met_eigenschap(inhoud: bytes, oud: str, nieuw: str) -> bytes:
    """Change what a file tells of itself."""

    def maak(naam: str, deel: bytes) -> bytes:
        if naam != "docProps/custom.xml":
            return deel
        assert oud.encode() in deel
        return deel.replace(oud.encode(), nieuw.encode())

    return herpak(inhoud, maak)


@pytest.mark.parametrize(
    ("oud", "nieuw", "code"),
    [
        ("Eigen bewoording", "Tweede druk", "andere-editie"),
        ("toekomstbestendig-decentraal-bestuur", "buurtwerk", "andere-publicatie"),
        (">kaarten<", ">dias<", "geen-vragen"),
        ("kaartgen-selectie", "kaartgen-lagen", "andere-lagen"),
    ],
)
def test_een_bestand_van_elders_wordt_geweigerd(
    kantoor: Kantoor, deck: bytes, oud: str, nieuw: str, code: str
) -> None:
    with pytest.raises(Fouten) as fout:
        kantoor.terug(met_eigenschap(deck, oud, nieuw))
    assert [melding.code for melding in fout.value.meldingen] == [code]


def test_dias_zonder_vragen_worden_geweigerd(kantoor: Kantoor) -> None:
    with pytest.raises(Fouten, match=r"kaarten-….pptx"):
        kantoor.terug(kantoor.deck("raadsleden", "dias"))


def test_zonder_eigenschappen_wordt_een_deck_van_een_andere_publicatie_ook_geweigerd(
    kantoor: Kantoor, klein: bouw.Project
) -> None:
    with pytest.raises(Fouten) as fout:
        kantoor.terug(zonder_eigenschappen(Kantoor(klein).deck("alles")))
    assert fout.value.meldingen[0].code in ("andere-editie", "geen-kaarten")


def test_een_vreemd_deck_wordt_geweigerd(kantoor: Kantoor) -> None:
    doos = io.BytesIO()
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "Kwartaalcijfers"
    deck.save(doos)
    with pytest.raises(Fouten, match="geen kaart van deze publicatie"):
        kantoor.terug(doos.getvalue())


def test_veranderde_de_publicatie_intussen_een_andere_vraag_dan_gaan_beide_door(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]]
) -> None:
    oud = kantoor.project.publicatie.reflectievragen
    anders = oud[KAART].model_copy(update={"vragen": ("Is dit een nieuwe vraag?", *vragen[KAART][1:])})
    publicatie = replace(kantoor.project.publicatie, reflectievragen={**oud, KAART: anders})
    later = Kantoor(replace(kantoor.project, publicatie=publicatie))
    assert (uitkomst(later.terug(deck)), later.terug(deck).meldingen) == ({}, ())
    terug = later.terug(bewerkt(deck, schrijf_alle({KAART: [EIGEN[0], *vragen[KAART]]})))
    samen = (EIGEN[0], "Is dit een nieuwe vraag?", *vragen[KAART][1:])
    assert (uitkomst(terug), codes(terug)) == ({KAART: samen}, [])


@pytest.mark.parametrize(
    ("nu", "terug", "samen"),
    [
        (lambda v: v, lambda v: (*v, EIGEN[0]), lambda v: (*v, EIGEN[0])),
        (lambda v: (*v, EIGEN[0]), lambda v: (*v, EIGEN[0], EIGEN[1]), lambda v: (*v, EIGEN[0], EIGEN[1])),
        (lambda v: (*v, EIGEN[0]), lambda v: (*v, EIGEN[1]), lambda v: (*v, EIGEN[0], EIGEN[1])),
        (lambda v: v[1:], lambda v: (*v[1:], EIGEN[0]), lambda v: (*v[1:], EIGEN[0])),
        (lambda v: v[1:], lambda v: (*v, EIGEN[0]), lambda v: (*v[1:], EIGEN[0])),
        (lambda v: (EIGEN[0], *v[1:]), lambda v: (EIGEN[0], *v[1:-1]), lambda v: (EIGEN[0], *v[1:-1])),
        (
            lambda v: (anders(v[0]), *v[1:]),
            lambda v: (*v, EIGEN[0]),
            lambda v: (anders(v[0]), *v[1:], EIGEN[0]),
        ),
        (
            lambda v: (v[0], EIGEN[0], *v[2:]),
            lambda v: (*v[:-1], EIGEN[1]),
            lambda v: (v[0], EIGEN[0], EIGEN[1]),
        ),
        (lambda v: (v[0], EIGEN[0], *v[2:]), lambda v: v[::-1], lambda v: (v[2], EIGEN[0], v[0])),
        (lambda v: v[::-1], lambda v: (*v, EIGEN[0]), lambda v: (*v[::-1][:1], EIGEN[0], *v[::-1][1:])),
    ],
    ids=[
        "niets-intussen",
        "verder-gebouwd",
        "andere-vraag-erbij",
        "ook-weg",
        "weer-terug",
        "ook-vervangen",
        "oude-vraag-terug",
        "elk-een-vraag",
        "veranderd-en-verplaatst",
        "verplaatst-en-erbij",
    ],
)
def test_wat_een_van_beide_veranderde_gaat_door(
    kantoor: Kantoor,
    deck: bytes,
    vragen: dict[str, tuple[str, ...]],
    nu: Any,
    terug: Any,
    samen: Any,
) -> None:
    eigen = vragen[KAART]
    inhoud = bewerkt(deck, schrijf_alle({KAART: terug(eigen)}))
    gelezen = kantoor.terug(inhoud, intussen={KAART: nu(eigen)})
    assert (uitkomst(gelezen), gelezen.meldingen) == ({KAART: samen(eigen)}, ())


def anders(vraag: str) -> str:
    """Give a question as one person changes it."""
    return f"{vraag[:-1]} nu?"


@pytest.mark.parametrize("onder", [True, False], ids=["publicatie-bekend", "publicatie-onbekend"])
@pytest.mark.parametrize(
    ("nu", "terug", "rest"),
    [
        (lambda v: (v[0], anders(v[1]), v[2]), lambda v: (v[0], f"C: {v[1]}", v[2]), None),
        (lambda v: (v[0], EIGEN[0], v[2]), lambda v: (v[0], EIGEN[1], v[2]), None),
        (lambda v: (*v, EIGEN[0]), lambda v: (*v, anders(EIGEN[0])), None),
        (lambda v: (v[0], v[2]), lambda v: (v[0], anders(v[1]), v[2]), None),
        (lambda v: (v[0], anders(v[1]), v[2]), lambda v: (v[0], v[2]), None),
        (lambda v: (v[1], v[0], v[2]), lambda v: (v[0], v[2], v[1]), None),
        (
            lambda v: (v[0], anders(v[1]), v[2]),
            lambda v: (v[0], f"C: {v[1]}", v[2], EIGEN[2]),
            lambda v: (v[0], anders(v[1]), v[2], EIGEN[2]),
        ),
    ],
    ids=[
        "zelfde-vraag",
        "vervangen",
        "eigen-vraag",
        "weg-en-veranderd",
        "veranderd-en-weg",
        "volgorde",
        "een-van-de-vragen",
    ],
)
def test_wat_beide_anders_veranderden_blijft_zoals_het_nu_is_en_wordt_met_beide_teksten_genoemd(
    kantoor: Kantoor,
    deck: bytes,
    vragen: dict[str, tuple[str, ...]],
    nu: Any,
    terug: Any,
    rest: Any,
    onder: bool,
) -> None:
    eigen, van_ander = vragen[KAART], nu(vragen[KAART])
    lezer = kantoor
    if not onder:
        # A layer given with --vragen was edited: what the deck was given out with stands nowhere any more.
        oud = kantoor.project.publicatie.reflectievragen
        laag = oud[KAART].model_copy(update={"vragen": van_ander})
        publicatie = replace(kantoor.project.publicatie, reflectievragen={**oud, KAART: laag})
        lezer = Kantoor(replace(kantoor.project, publicatie=publicatie))
    inhoud = bewerkt(deck, schrijf_alle({KAART: terug(eigen), ANDER: [EIGEN[3]]}))
    gelezen = lezer.terug(inhoud, intussen={KAART: van_ander})
    verwacht = {ANDER: (EIGEN[3],)} | ({KAART: rest(eigen)} if rest else {})
    assert uitkomst(gelezen) == verwacht
    assert codes(gelezen) == ["vragen-intussen-anders"]
    tekst = gelezen.meldingen[0].tekst
    assert all(een in tekst for een in {*terug(eigen)} - {*van_ander, *eigen, EIGEN[2]})
    assert all(een in tekst for een in {*van_ander} - {*eigen})


def test_samen_mag_een_kaart_niet_leeg_raken(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]]
) -> None:
    een, *rest = vragen[KAART]
    gelezen = kantoor.terug(bewerkt(deck, schrijf_alle({KAART: [een]})), intussen={KAART: rest})
    assert (uitkomst(gelezen), codes(gelezen)) == ({}, ["geen-vragen"])


def test_het_voorbeeld_in_de_handleiding_is_echt(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]]
) -> None:
    eerste, tweede, derde = vragen[KAART]
    nieuw = (
        eerste,
        tweede.replace("binnenkomt", "begint te praten"),
        "Aan wie in de raad zou jij dit willen vragen?",
        derde,
    )
    terug = kantoor.terug(bewerkt(deck, schrijf_alle({KAART: nieuw})))
    handleiding = (PROJECT / "docs" / "handleiding.md").read_text("utf-8")
    regels = list(terug.verschillen[KAART].regels())
    assert len(regels) == 2
    assert all(f"      {regel}\n" in handleiding for regel in regels)


def test_de_naam_van_het_vak_is_die_waar_de_lezer_op_zoekt(deck: bytes) -> None:
    assert set(vakken(Presentation(io.BytesIO(deck)))) >= {KAART, ANDER, DERDE}
    assert all(
        vorm._element.find(qn("p:txBody")) is not None
        for vorm in vakken(Presentation(io.BytesIO(deck))).values()
    )


TEKENING = "http://schemas.openxmlformats.org/drawingml/2006/"


def maak_schema(presentatie: Any, kaart: str, teksten: Sequence[str]) -> None:
    """Turn the box with questions into a diagram, as PowerPoint does on ‘Converteren naar SmartArt’."""
    dia, vorm = dia_van(presentatie, kaart), vakken(presentatie)[kaart]._element
    punten = "".join(
        f'<dgm:pt modelId="{nummer}"><dgm:t><a:bodyPr/>'
        f"<a:p><a:r><a:t>{tekst}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        for nummer, tekst in enumerate(["", *teksten])
    )
    gegevens = (
        f'<dgm:dataModel xmlns:dgm="{TEKENING}diagram" xmlns:a="{TEKENING}main">'
        f"<dgm:ptLst>{punten}</dgm:ptLst></dgm:dataModel>"
    )
    soort = "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"
    deel = Part(PackURI("/ppt/diagrams/data1.xml"), soort, dia.part.package, gegevens.encode())
    verwijzing = dia.part.relate_to(deel, RELATIONSHIP_TYPE.DIAGRAM_DATA)
    kader = etree.fromstring(
        f'<p:graphicFrame xmlns:p="{vorm.nsmap["p"]}" xmlns:a="{TEKENING}main" xmlns:r="{vorm.nsmap["r"]}">'
        '<p:nvGraphicFramePr><p:cNvPr id="90" name="Diagram 1"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="{TEKENING}diagram"><dgm:relIds xmlns:dgm="{TEKENING}diagram" '
        f'r:dm="{verwijzing}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
    vorm.getparent().replace(vorm, kader)


def test_vragen_die_smartart_werden_komen_terug(
    kantoor: Kantoor, deck: bytes, vragen: dict[str, tuple[str, ...]]
) -> None:
    nieuw = (vragen[KAART][0], EIGEN[0])
    anders = bewerkt(deck, lambda presentatie: maak_schema(presentatie, KAART, nieuw))
    assert uitkomst(kantoor.terug(anders)) == {KAART: nieuw}


def test_smartart_met_alleen_andere_vragen_wordt_genoemd(kantoor: Kantoor, deck: bytes) -> None:
    anders = bewerkt(deck, lambda presentatie: maak_schema(presentatie, KAART, EIGEN[:2]))
    gelezen = kantoor.terug(anders)
    assert uitkomst(gelezen) == {}
    genoemd = " ".join(melding.tekst for melding in gelezen.meldingen)
    assert all(vraag in genoemd for vraag in EIGEN[:2])
