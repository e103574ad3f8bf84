"""The PPTX renderer: sound, accessible, true to the scene and pleasant to edit."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Mm as PptxMm

import kaartgen.weergave.pptx as pptxmodule
from kaartgen.maten import Maat, Mm, Pt, naar_emu
from kaartgen.scene import Document, Doel, Kleur, Lijn, Loop, Pagina, Tabel, Tekst, Vlak
from kaartgen.weergave.pptx import PptxSchrijver
from kaartgen.weergave.pptx_xml import nummer
from pptx_invarianten import ADEC, A, P, R, controleer
from voorbeeldscene import (
    A4,
    BREEDBEELD,
    KLEIN,
    ROMP,
    ROOD,
    THEMA,
    VRAAG,
    alinea,
    blokkenkaart,
    document,
    omslag,
    ondergrond,
    tabelkaart,
    vak,
)

MOMENT = datetime(2026, 11, 2, 9, 30)
A5 = Maat(Mm(210), Mm(148))


def schrijf(*paginas: Pagina) -> bytes:
    return PptxSchrijver().schrijf(document(*paginas), MOMENT)


def open_pptx(data: bytes) -> Presentation:
    return Presentation(io.BytesIO(data))


def delen(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archief:
        return {naam: archief.read(naam) for naam in archief.namelist()}


def vorm(dia: object, naam: str) -> etree._Element:
    return next(v._element for v in dia.shapes if v.name == naam)


def los_blad(*elementen: object, maat: Maat = A4, **velden: object) -> Pagina:
    """Give a page with only these elements."""
    return Pagina("K09", "Los blad", ondergrond("Leeg blad", maat), elementen, **velden)


DECKS = {
    "a4": lambda: document(),
    "breedbeeld": lambda: document(
        omslag(BREEDBEELD), blokkenkaart(maat=BREEDBEELD), tabelkaart(maat=BREEDBEELD)
    ),
    "zonder verwijsdoelen": lambda: document(blokkenkaart()),
    "zonder delen, eigenschappen en notities": lambda: replace(
        document(los_blad(maat=A5)), eigenschappen=(), trefwoorden=()
    ),
}


@pytest.fixture(scope="module")
def voorbeeld() -> bytes:
    return schrijf()


@pytest.mark.parametrize("deck", DECKS.values(), ids=DECKS.keys())
def test_een_presentatie_houdt_alle_beloften(deck: Callable[[], Document]) -> None:
    assert controleer(PptxSchrijver().schrijf(deck(), MOMENT)) == []


@pytest.mark.parametrize("deck", DECKS.values(), ids=DECKS.keys())
def test_een_vreemde_keurmeester_vindt_geen_fouten(deck: Callable[[], Document], tmp_path: Path) -> None:
    bestand = tmp_path / "deck.pptx"
    bestand.write_bytes(PptxSchrijver().schrijf(deck(), MOMENT))
    assert [str(fout) for fout in OpenXmlValidator().validate(str(bestand)).errors] == []


def test_python_pptx_opent_en_bewaart_het_bestand(voorbeeld: bytes) -> None:
    presentatie = open_pptx(voorbeeld)
    assert [dia.shapes.title.text_frame.text for dia in presentatie.slides] == [
        "Gesprekskaarten",
        "Wat weegt voor u het zwaarst? (K01)",
        "Welke opvatting past bij u? (K02)",
    ]
    presentatie.save(io.BytesIO())


def test_de_maat_van_de_dia_is_die_van_de_pagina() -> None:
    presentatie = open_pptx(schrijf(blokkenkaart(maat=BREEDBEELD)))
    assert presentatie.slide_width == naar_emu(BREEDBEELD.breedte)
    assert presentatie.slide_height == naar_emu(BREEDBEELD.hoogte)


def test_paginas_van_verschillende_maat_gaan_niet_samen() -> None:
    with pytest.raises(ValueError, match="even groot"):
        schrijf(omslag(A4), blokkenkaart(maat=BREEDBEELD))


def test_een_document_zonder_paginas_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="minstens één pagina"):
        PptxSchrijver().schrijf(replace(document(), paginas=()), MOMENT)


# Text


def test_elke_tekst_is_een_tekstvak_op_zijn_plaats(voorbeeld: bytes) -> None:
    dia = open_pptx(voorbeeld).slides[1]
    scene = {e.naam: e for e in blokkenkaart().elementen if isinstance(e, Tekst) and e.rol == "tekst"}
    for naam, tekst in scene.items():
        gevonden = next(v for v in dia.shapes if v.name.startswith(naam))
        assert (gevonden.left, gevonden.top) == (naar_emu(tekst.vak.x), naar_emu(tekst.vak.y))
        assert abs(gevonden.width - naar_emu(tekst.vak.b)) <= 1
        assert [p.text for p in gevonden.text_frame.paragraphs] == [a.tekst for a in tekst.alineas]


def test_opmaak_staat_in_de_niveaus_en_niet_in_de_lopen(voorbeeld: bytes) -> None:
    vragen = vorm(open_pptx(voorbeeld).slides[1], "Reflectievragen [K01]")
    assert [dict(e.attrib) for e in vragen.iter(A + "rPr")] == [{"lang": "nl-NL"}] * 4
    niveaus = vragen.find(f".//{A}lstStyle")
    assert [e.tag for e in niveaus] == [A + "lvl1pPr", A + "lvl2pPr"]
    assert niveaus[0].find(A + "defRPr").get("sz") == "1400"
    assert niveaus[1].find(A + "defRPr").get("sz") == "1300"


def test_vragen_zijn_genummerd_met_hangend_cijfer_in_kleur(voorbeeld: bytes) -> None:
    niveau = vorm(open_pptx(voorbeeld).slides[1], "Reflectievragen [K01]").find(f".//{A}lvl2pPr")
    assert niveau.find(A + "buAutoNum").get("type") == "arabicPeriod"
    assert (niveau.get("marL"), niveau.get("indent")) == (str(7 * 36000), str(-7 * 36000))
    assert niveau.find(f"{A}buClr/{A}schemeClr").get("val") == "accent2"
    assert niveau.find(f"{A}lnSpc/{A}spcPct").get("val") == "105000"
    assert niveau.find(f"{A}spcBef/{A}spcPts").get("val") == "567"


def test_een_opsomming_heeft_haar_eigen_teken(voorbeeld: bytes) -> None:
    niveau = vorm(open_pptx(voorbeeld).slides[1], "Waarde Zorg").find(f".//{A}lvl2pPr")
    assert niveau.find(A + "buChar").get("char") == "–"
    assert niveau.find(f"{A}buClr/{A}schemeClr").get("val") == "accent6"


def test_alleen_het_vragenvak_past_zich_aan_zonder_vooraf_te_krimpen(voorbeeld: bytes) -> None:
    dia = open_pptx(voorbeeld).slides[1]
    krimpend = [v.name for v in dia.shapes if v._element.find(f".//{A}normAutofit") is not None]
    assert krimpend == ["Reflectievragen [K01]"]
    assert not vorm(dia, "Reflectievragen [K01]").find(f".//{A}normAutofit").attrib


def test_boven_de_eerste_alinea_van_een_vak_is_geen_wit() -> None:
    tekst = Tekst("Vak", vak(20, 60, 100, 40), (alinea(ROMP, "een"), alinea(ROMP, "twee")))
    alineas = list(vorm(open_pptx(schrijf(los_blad(tekst))).slides[0], "Vak").iter(A + "p"))
    assert alineas[0].find(f"{A}pPr/{A}spcBef/{A}spcPts").get("val") == "0"
    assert alineas[1].find(A + "pPr") is None


def test_een_loop_zegt_alleen_wat_anders_is(voorbeeld: bytes) -> None:
    waarde = vorm(open_pptx(voorbeeld).slides[1], "Waarde Zorg")
    letters = {r.findtext(A + "t"): r.find(A + "rPr") for r in waarde.iter(A + "r")}
    assert dict(letters["eerst"].attrib) == {"lang": "nl-NL", "b": "1"}
    assert dict(letters["voor iedereen"].attrib) == {"lang": "nl-NL", "i": "1"}
    assert letters["voor iedereen"].find(f"{A}solidFill/{A}schemeClr").get("val") == "accent2"
    assert len(letters["Ik let "]) == 0


def test_uitlijning_anker_en_spatiering_komen_over(voorbeeld: bytes) -> None:
    etiket = vorm(open_pptx(voorbeeld).slides[1], "Etiket Zorg")
    assert etiket.find(f".//{A}bodyPr").get("anchor") == "ctr"
    assert etiket.find(f".//{A}lvl1pPr").get("algn") == "ctr"
    assert etiket.find(f".//{A}defRPr").get("spc") == "50"


def test_meer_dan_negen_stijlen_in_een_vak_blijven_elk_zichzelf() -> None:
    stijlen = [replace(ROMP, korps=Pt(9 + rang)) for rang in range(12)]
    tekst = Tekst("Trap", vak(20, 50, 200, 100), tuple(alinea(s, f"maat {s.korps}") for s in stijlen))
    data = schrijf(los_blad(tekst))
    assert controleer(data) == []
    trap = vorm(open_pptx(data).slides[0], "Trap")
    assert len(trap.find(f".//{A}lstStyle")) == 9
    assert [e.find(f"{A}r/{A}rPr").get("sz") for e in trap.iter(A + "p")][9:] == ["1800", "1900", "2000"]


def test_bijzondere_tekens_komen_heel_over() -> None:
    woorden = "“jij” & <ik> 'wij' \"u\" é ĳ €"
    tekst = Tekst('Vak "a" & <b>', vak(20, 60, 100, 40), (alinea(ROMP, woorden),))
    data = schrijf(los_blad(tekst, notitie=woorden))
    dia = open_pptx(data).slides[0]
    assert next(v for v in dia.shapes if v.name == 'Vak "a" & <b>').text_frame.text == woorden
    assert dia.notes_slide.notes_text_frame.text.splitlines()[0] == woorden


def test_tekens_die_xml_niet_kent_breken_het_bestand_niet() -> None:
    data = schrijf(los_blad(Tekst("Vak", vak(20, 60, 100, 40), (alinea(ROMP, "een\x01twee\ufffe"),))))
    assert controleer(data) == []
    assert open_pptx(data).slides[0].shapes[1].text_frame.text == "eentwee"


def test_een_leeg_schrijfvak_blijft_een_vak_met_zijn_opmaak() -> None:
    data = schrijf(los_blad(Tekst("Schrijfruimte", vak(20, 60, 100, 40), (alinea(VRAAG),))))
    assert controleer(data) == []
    assert vorm(open_pptx(data).slides[0], "Schrijfruimte").find(f".//{A}lvl1pPr/{A}buAutoNum") is not None


# Placeholders and layouts


def test_titel_voet_en_nummer_zijn_plaatshouders_van_de_layout(voorbeeld: bytes) -> None:
    dia = open_pptx(voorbeeld).slides[1]
    soorten = {v.name: v.placeholder_format.type.name for v in dia.placeholders}
    assert soorten == {"Titel": "TITLE", "Voettekst": "FOOTER", "Dianummer": "SLIDE_NUMBER"}
    for plaatshouder in dia.placeholders:
        assert plaatshouder._element.find(f"{P}spPr/{A}xfrm") is None
        assert len(plaatshouder._element.find(f".//{A}lstStyle")) == 0
    assert dia.shapes.title.top == naar_emu(Mm(12))


def test_een_kleinere_titel_houdt_haar_plaatshouder_en_krijgt_haar_eigen_maat() -> None:
    blad = blokkenkaart()
    titel = blad.elementen[0]
    kleiner = replace(
        titel,
        vak=vak(15, 10, 200, 20),
        alineas=(alinea(replace(blad.ondergrond.titelstijl, korps=Pt(20)), "K?"),),
    )
    dia = open_pptx(schrijf(replace(blad, elementen=(kleiner, *blad.elementen[1:])))).slides[0]
    assert dia.shapes.title._element.find(f".//{A}lvl1pPr/{A}defRPr").get("sz") == "2000"
    assert dia.shapes.title.top == PptxMm(10)


def test_het_nummer_is_een_veld_dat_de_plek_in_dit_document_toont() -> None:
    schrijver, kaart = PptxSchrijver(), blokkenkaart(getal=7)
    getoond = []
    for paginas in ((kaart,), (omslag(), tabelkaart(), kaart), (kaart,)):
        dia = open_pptx(schrijver.schrijf(document(*paginas), MOMENT)).slides[len(paginas) - 1]
        veld = vorm(dia, "Dianummer").find(f".//{A}fld")
        getoond.append((veld.get("type"), veld.findtext(A + "t")))
    assert getoond == [("slidenum", "1"), ("slidenum", "3"), ("slidenum", "1")]


def test_een_nummer_zonder_woorden_is_toch_een_veld() -> None:
    grond = ondergrond("Leeg blad", A4)
    data = schrijf(los_blad(Tekst("Nummer", grond.nummer, (), "nummer")))
    assert controleer(data) == []
    assert b'type="slidenum"' in delen(data)["ppt/slides/slide1.xml"]


def test_een_pagina_zonder_titelvak_krijgt_een_titel_boven_de_dia(voorbeeld: bytes) -> None:
    titel = open_pptx(voorbeeld).slides[0].shapes.title
    assert titel.text_frame.text == "Gesprekskaarten"
    assert titel.top + titel.height <= 0


def test_een_lege_voettekst_laat_geen_lege_plaatshouder_na() -> None:
    grond = ondergrond("Leeg blad", A4)
    data = schrijf(los_blad(Tekst("Voettekst", grond.voet, (alinea(KLEIN, " "),), "voet")))
    assert controleer(data) == []
    assert [v.placeholder_format.type.name for v in open_pptx(data).slides[0].placeholders] == ["TITLE"]


def test_elke_ondergrond_is_een_layout_met_haar_versiering(voorbeeld: bytes) -> None:
    layouts = open_pptx(voorbeeld).slide_layouts
    assert [layout.name for layout in layouts] == ["Omslag", "Kaart met blokken", "Kaart met tabel"]
    assert [v.name for v in layouts[0].shapes][:3] == ["Papier", "Band links", "Lijn boven de voettekst"]


def test_gelijke_ondergronden_delen_een_layout() -> None:
    data = schrijf(
        blokkenkaart("K01"),
        replace(blokkenkaart("K02"), titel="Andere titel", ondergrond=ondergrond("Kaart met blokken", A4)),
    )
    assert len(open_pptx(data).slide_layouts) == 1


# Colours and shapes


def test_themakleuren_staan_bij_naam_en_andere_als_getal(voorbeeld: bytes) -> None:
    dia = open_pptx(voorbeeld).slides[1]
    assert vorm(dia, "Rand van Zorg").find(f".//{A}schemeClr").get("val") == "accent1"
    assert vorm(dia, "Grond van Zorg").find(f".//{A}schemeClr").get("val") == "bg2"
    assert vorm(dia, "Grond van de vragen").find(f".//{A}srgbClr").get("val") == "F3DAD5"


def test_het_thema_draagt_alle_kleuren_en_het_lettertype(voorbeeld: bytes) -> None:
    thema = etree.fromstring(delen(voorbeeld)["ppt/theme/theme1.xml"])
    slots = {etree.QName(e).localname: e[0].get("val") for e in thema.find(f".//{A}clrScheme")}
    assert slots == {slot: kleur.hex for slot, kleur in THEMA.slots}
    extra = {e.get("name"): e[0].get("val") for e in thema.find(A + "custClrLst")}
    assert extra == {kleur.naam: kleur.hex for kleur in THEMA.extra}
    assert {e.get("typeface") for e in thema.iter(A + "latin")} == {"Calibri"}
    assert delen(voorbeeld)["ppt/theme/theme2.xml"] == delen(voorbeeld)["ppt/theme/theme1.xml"]


def test_een_pad_wordt_een_vrije_vorm_in_emu_vanaf_zijn_vak(voorbeeld: bytes) -> None:
    hart = vorm(open_pptx(voorbeeld).slides[2], "Terug naar het begin")
    pad = hart.find(f".//{A}path")
    assert (pad.get("w"), pad.get("h")) == (str(20 * 36000), str(20 * 36000))
    assert [etree.QName(e).localname for e in pad] == ["moveTo", "lnTo", "lnTo", "lnTo", "close"]
    punten = [(int(e.get("x")) // 36000, int(e.get("y")) // 36000) for e in pad.iter(A + "pt")]
    assert punten == [(0, 10), (10, 0), (20, 10), (10, 20)]
    assert hart.find(f".//{A}ln/{A}noFill") is not None


def test_een_gestreken_pad_heeft_ronde_einden_en_geen_vulling(voorbeeld: bytes) -> None:
    wiel = vorm(open_pptx(voorbeeld).slides[1], "Wiel")
    kruis = next(e for e in wiel.iter(P + "sp") if e[0][0].get("name") == "Kruis")
    assert kruis.find(f".//{A}path").get("fill") == "none"
    lijn = kruis.find(f"{P}spPr/{A}ln")
    assert (lijn.get("w"), lijn.get("cap")) == (str(round(2.5 * 12700)), "rnd")
    assert lijn.find(A + "round") is not None
    deel = next(e for e in wiel.iter(P + "sp") if e[0][0].get("name") == "Deel a")
    assert len(list(deel.iter(A + "cubicBezTo"))) == 2


def test_een_groep_blijft_een_groep_op_haar_plaats(voorbeeld: bytes) -> None:
    wiel = next(v for v in open_pptx(voorbeeld).slides[1].shapes if v.name == "Wiel")
    assert len(wiel.shapes) == 10
    kader = wiel._element.find(f"{P}grpSpPr/{A}xfrm")
    assert dict(kader[0].attrib) == dict(kader[2].attrib)
    assert dict(kader[1].attrib) == dict(kader[3].attrib)
    assert wiel._element[0][0].get("descr").startswith("Wiel met negen delen")


@pytest.mark.parametrize(("y1", "y2", "gespiegeld"), [(60, 80, None), (80, 60, "1"), (60, 60, None)])
def test_een_lijn_loopt_van_begin_naar_eind(y1: int, y2: int, gespiegeld: str | None) -> None:
    lijn = Lijn("Streep", Mm(20), Mm(y1), Mm(90), Mm(y2), Pt(1.5), ROOD)
    gevonden = vorm(open_pptx(schrijf(los_blad(lijn))).slides[0], "Streep")
    kader = gevonden.find(f".//{A}xfrm")
    assert kader.get("flipV") == gespiegeld
    assert (kader[0].get("y"), kader[1].get("cx")) == (str(60 * 36000), str(70 * 36000))
    assert gevonden.find(f".//{A}ln").get("w") == "19050"


def test_een_tabel_is_een_echte_tabel_met_koprij_marges_en_lijnen(voorbeeld: bytes) -> None:
    tabel = next(v for v in open_pptx(voorbeeld).slides[2].shapes if v.has_table)
    assert tabel.table.first_row
    assert [cel.text for cel in tabel.table.rows[0].cells] == ["Opvatting", "Kenmerk", "Voorbeeld"]
    assert [k.width // 36000 for k in tabel.table.columns] == [50, 100, 117]
    assert [r.height // 36000 for r in tabel.table.rows] == [12] * 4
    cel = tabel.table.cell(1, 0)
    assert (cel.margin_left, cel.margin_top) == (2 * 36000, 54000)
    assert cel._tc.tcPr.find(qn("a:lnB")).get("w") == str(round(0.75 * 12700))
    assert cel._tc.tcPr.find(f"{A}lnL/{A}noFill") is not None
    assert tabel._element[0][0].get("descr") == "Drie opvattingen"


def test_celtekst_zegt_zelf_haar_opmaak(voorbeeld: bytes) -> None:
    tabel = next(v for v in open_pptx(voorbeeld).slides[2].shapes if v.has_table)
    letters = tabel.table.cell(0, 0)._tc.find(f".//{A}rPr")
    assert (letters.get("sz"), letters.get("b")) == ("1400", "1")
    assert letters.find(f"{A}solidFill/{A}schemeClr").get("val") == "bg1"


def test_versiering_is_gemerkt_en_betekenis_heeft_alt_tekst(voorbeeld: bytes) -> None:
    dia = open_pptx(voorbeeld).slides[2]
    assert vorm(dia, "Streep schuin").find(f".//{ADEC}decorative").get("val") == "1"
    knop = vorm(dia, "Knop")[0][0]
    assert (knop.get("descr"), knop.find(f".//{ADEC}decorative")) == ("Naar de site", None)


# Links


def koppelingen(dia: object) -> list[tuple[str | None, str]]:
    relaties = dia.part.rels
    gevonden = []
    for klik in dia._element.iter(A + "hlinkClick"):
        relatie = relaties[klik.get(R + "id")]
        doel = relatie.target_ref if relatie.is_external else str(relatie.target_part.partname)
        gevonden.append((klik.get("tooltip"), doel))
    return gevonden


def test_koppelingen_leiden_naar_dias_en_adressen(voorbeeld: bytes) -> None:
    presentatie = open_pptx(voorbeeld)
    assert koppelingen(presentatie.slides[1]) == [
        ("Naar kaart K02", "/ppt/slides/slide3.xml"),
        ("Naar de site", "https://example.org/?a=1&b=2"),
    ]
    assert koppelingen(presentatie.slides[2]) == [
        ("Naar kaart K01", "/ppt/slides/slide2.xml"),
        ("Naar het begin", "/ppt/slides/slide1.xml"),
        ("Naar de site", "https://example.org"),
    ]


def test_een_koppeling_naar_een_afwezige_pagina_wordt_gewone_tekst() -> None:
    dia = open_pptx(schrijf(blokkenkaart())).slides[0]
    assert [tip for tip, _ in koppelingen(dia)] == ["Naar de site"]
    assert "Zie ook kaart K02 en de site" in [v.text_frame.text for v in dia.shapes if v.has_text_frame]


def test_een_gedeelde_pagina_koppelt_in_elk_document_aan_wat_daar_staat() -> None:
    schrijver, kaart, doel = PptxSchrijver(), blokkenkaart(), tabelkaart()
    selecties = [(kaart,), (kaart, doel), (omslag(), doel, kaart), (kaart,)]
    gevonden = []
    for paginas in selecties:
        data = schrijver.schrijf(document(*paginas), MOMENT)
        assert controleer(data) == []
        assert data == PptxSchrijver().schrijf(document(*paginas), MOMENT)
        presentatie = open_pptx(data)
        dia = next(d for d in presentatie.slides if "K01" in d.shapes.title.text_frame.text)
        gevonden.append([waar for tip, waar in koppelingen(dia) if tip == "Naar kaart K02"])
    assert gevonden == [[], ["/ppt/slides/slide2.xml"], ["/ppt/slides/slide2.xml"], []]


def test_twee_koppelingen_met_een_doel_delen_een_relatie() -> None:
    doel = Doel("Naar de site", adres="https://example.org")
    blad = los_blad(
        Tekst(
            "Vak",
            vak(20, 60, 100, 40),
            (alinea(ROMP, Loop("een", doel=doel), " en ", Loop("twee", doel=doel)),),
        )
    )
    data = schrijf(blad)
    assert controleer(data) == []
    assert delen(data)["ppt/slides/_rels/slide1.xml.rels"].count(b"hyperlink") == 1


def test_een_vlak_met_doel_is_een_knop_met_naam() -> None:
    vlak = Vlak("Knop", vak(20, 60, 30, 10), ROOD, doel=Doel("Naar de site", adres="https://example.org"))
    merk = vorm(open_pptx(schrijf(los_blad(vlak))).slides[0], "Knop")[0][0]
    assert merk.get("descr") == "Naar de site"
    assert merk.find(A + "hlinkClick") is not None


# Notes, sections and properties


def test_notities_eindigen_op_het_merk_van_de_kaart(voorbeeld: bytes) -> None:
    dias = open_pptx(voorbeeld).slides
    assert dias[1].notes_slide.notes_text_frame.text.split("\n") == [
        "Begin met een stille minuut.",
        "",
        "Vraag daarna wie begint: “jij” of ‘u’ & <niemand>?",
        "[kaart:K01]",
    ]
    assert dias[2].notes_slide.notes_text_frame.text == "[kaart:K02]"
    assert not dias[0].has_notes_slide


def test_secties_volgen_de_delen_en_beginnen_bij_de_titel_van_het_document(voorbeeld: bytes) -> None:
    xml = delen(voorbeeld)["ppt/presentation.xml"].decode()
    assert re.findall(r'<p14:section name="([^"]+)"', xml) == [
        "Gesprekskaarten voor raadsleden",
        "Waarden",
        "Opvattingen",
    ]


def test_een_woord_in_een_andere_taal_is_een_loop_met_die_taal() -> None:
    lopen = (Loop("Wij doen aan "), Loop("storytelling", taal="en-GB"), Loop(" en meer."))
    data = schrijf(los_blad(Tekst("Woord", vak(20, 40, 120, 10), (alinea(ROMP, *lopen),))))
    assert controleer(data) == []
    dia = delen(data)["ppt/slides/slide1.xml"].decode()
    assert '<a:rPr lang="en-GB"/><a:t>storytelling</a:t>' in dia
    assert '<a:rPr lang="nl-NL"/><a:t> en meer.</a:t>' in dia


def test_een_afkorting_maakt_van_een_zin_geen_losse_stukken() -> None:
    lopen = (
        Loop("De "),
        Loop("VNG", voluit="Vereniging van Nederlandse Gemeenten"),
        Loop(" komt "),
        Loop("nu", vet=True),
    )
    data = schrijf(los_blad(Tekst("Zin", vak(20, 40, 120, 10), (alinea(ROMP, *lopen),))))
    assert controleer(data) == []
    zin = vorm(open_pptx(data).slides[0], "Zin")
    assert [e.text for e in zin.iter(A + "t")] == ["De VNG komt ", "nu"]


@pytest.mark.parametrize(("kop", "vlag"), [("rij", ' firstCol="1"'), ("", "")])
def test_een_tabel_zegt_welke_cellen_koppen_zijn(kop: str, vlag: str) -> None:
    kaart = tabelkaart()
    tabel = next(element for element in kaart.elementen if isinstance(element, Tabel))
    rijen = (tabel.rijen[0], *((replace(rij[0], kop=kop), *rij[1:]) for rij in tabel.rijen[1:]))
    elementen = tuple(replace(tabel, rijen=rijen) if een is tabel else een for een in kaart.elementen)
    dia = delen(schrijf(replace(kaart, elementen=elementen)))["ppt/slides/slide1.xml"].decode()
    assert f'<a:tblPr firstRow="1"{vlag}/>' in dia


def test_een_deel_dat_terugkomt_is_een_nieuwe_sectie() -> None:
    bladen = [replace(blokkenkaart(f"K0{n}"), deel=deel) for n, deel in enumerate(("A", "B", "A", ""))]
    data = schrijf(*bladen)
    assert controleer(data) == []
    secties = re.findall(
        r'<p14:section name="([^"]+)" id="([^"]+)"', delen(data)["ppt/presentation.xml"].decode()
    )
    assert [naam for naam, _ in secties] == ["A", "B", "A (2)"]
    assert len({sleutel for _, sleutel in secties}) == 3


def test_een_dia_houdt_haar_nummer_in_elke_selectie() -> None:
    def nummers(*paginas: Pagina) -> dict[str, str]:
        xml = delen(schrijf(*paginas))["ppt/presentation.xml"].decode()
        return dict(zip((p.id for p in paginas), re.findall(r'<p:sldId id="(\d+)"', xml), strict=True))

    alles = nummers(omslag(), blokkenkaart(), tabelkaart())
    assert nummers(tabelkaart(), omslag()).items() <= alles.items()


def test_een_dia_draagt_de_titel_van_de_pagina_als_naam(voorbeeld: bytes) -> None:
    assert [dia.name for dia in open_pptx(voorbeeld).slides] == [p.titel for p in document().paginas]


def test_de_eigenschappen_kloppen(voorbeeld: bytes) -> None:
    kern = open_pptx(voorbeeld).core_properties
    assert (kern.title, kern.subject, kern.author) == (
        "Gesprekskaarten voor raadsleden",
        "Waarden & opvattingen",
        "Voorbeeldorganisatie",
    )
    assert (kern.language, kern.keywords, kern.created.replace(tzinfo=None)) == (
        "nl-NL",
        "waarden; gesprek",
        MOMENT,
    )
    programma = delen(voorbeeld)["docProps/app.xml"].decode()
    assert "<Application>kaartgen</Application><Slides>3</Slides><Notes>2</Notes>" in programma
    eigen = etree.fromstring(delen(voorbeeld)["docProps/custom.xml"])
    assert {e.get("name"): e[0].text for e in eigen} == {"kaartgen-editie": "1", "kaartgen-inhoud": "a<b>&c"}


def test_de_dia_noemt_geen_standaardmaat_die_zij_niet_heeft(voorbeeld: bytes) -> None:
    maat = etree.fromstring(delen(voorbeeld)["ppt/presentation.xml"]).find(P + "sldSz")
    assert dict(maat.attrib) == {"cx": str(297 * 36000), "cy": str(210 * 36000)}


def test_gelijke_namen_krijgen_verschillende_nummers() -> None:
    bezet: set[int] = set()
    eerste, tweede = nummer("Streep", bezet, 256), nummer("Streep", bezet, 256)
    assert eerste != tweede
    assert nummer("Streep", {eerste}, 256) == tweede


def test_een_moment_met_tijdzone_wordt_utc() -> None:
    moment = MOMENT.replace(tzinfo=timezone(timedelta(hours=2)))
    kern = delen(PptxSchrijver().schrijf(document(), moment))["docProps/core.xml"].decode()
    assert "2026-11-02T07:30:00Z" in kern


def test_plaatshouders_erven_het_lettertype_van_het_thema(voorbeeld: bytes) -> None:
    stijlen = etree.fromstring(delen(voorbeeld)["ppt/slideMasters/slideMaster1.xml"]).find(P + "txStyles")
    letters = {etree.QName(e).localname: e[0].find(f".//{A}latin").get("typeface") for e in stijlen}
    assert letters == {"titleStyle": "+mj-lt", "bodyStyle": "+mn-lt", "otherStyle": "+mn-lt"}


def test_de_notities_staan_op_papier_van_a4(voorbeeld: bytes) -> None:
    maat = etree.fromstring(delen(voorbeeld)["ppt/presentation.xml"]).find(P + "notesSz")
    assert (maat.get("cx"), maat.get("cy")) == (str(210 * 36000), str(297 * 36000))


def test_niets_van_het_standaardpakket_blijft_over(voorbeeld: bytes) -> None:
    inhoud = delen(voorbeeld)
    assert not [naam for naam in inhoud if "printer" in naam or "thumbnail" in naam]
    alles = b"".join(inhoud.values())
    for vreemd in (
        b"Steve Canny",
        b"Macintosh",
        b"python-pptx",
        b"Office Theme",
        b"Click to edit",
        b'"en-US"',
    ):
        assert vreemd not in alles


# Same bytes, little work


def test_hetzelfde_document_geeft_dezelfde_bytes(voorbeeld: bytes) -> None:
    schrijver = PptxSchrijver()
    schrijver.schrijf(document(tabelkaart(), omslag()), MOMENT)
    assert schrijver.schrijf(document(), MOMENT) == voorbeeld
    assert schrijver.schrijf(document(), MOMENT + timedelta(seconds=1)) != voorbeeld


@pytest.mark.parametrize("zaad", ["1", "2"])
def test_een_ander_proces_geeft_dezelfde_bytes(voorbeeld: bytes, zaad: str) -> None:
    vraag = (
        "import hashlib, datetime, voorbeeldscene as v; from kaartgen.weergave.pptx import PptxSchrijver;"
        "data = PptxSchrijver().schrijf(v.document(), datetime.datetime(2026, 11, 2, 9, 30));"
        "print(hashlib.sha256(data).hexdigest())"
    )
    omgeving = os.environ | {
        "PYTHONHASHSEED": zaad,
        "TZ": "Asia/Tokyo",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    antwoord = subprocess.run(
        [sys.executable, "-c", vraag], env=omgeving, capture_output=True, text=True, check=True
    )
    assert antwoord.stdout.strip() == hashlib.sha256(voorbeeld).hexdigest()


def test_een_pagina_wordt_maar_eens_getekend(monkeypatch: pytest.MonkeyPatch) -> None:
    getekend: list[str] = []
    echt = pptxmodule.dia

    def telt(pagina: Pagina, *rest: object) -> str:
        getekend.append(pagina.id)
        return echt(pagina, *rest)

    monkeypatch.setattr(pptxmodule, "dia", telt)
    schrijver, paginas = PptxSchrijver(), (omslag(), blokkenkaart(), tabelkaart())
    for _ in range(3):
        schrijver.schrijf(document(*paginas), MOMENT)
    assert getekend == ["omslag", "K01", "K02"]
    schrijver.schrijf(document(*paginas[1:]), MOMENT)
    assert getekend == ["omslag", "K01", "K02", "K02"]


def test_twee_themas_in_een_bouw_lopen_niet_door_elkaar() -> None:
    schrijver, blad = PptxSchrijver(), blokkenkaart()
    ander = replace(THEMA, naam="Ander", slots=tuple((s, Kleur(k.naam, "123456")) for s, k in THEMA.slots))
    schrijver.schrijf(document(blad), MOMENT)
    data = schrijver.schrijf(replace(document(blad), thema=ander), MOMENT)
    assert b"123456" in delen(data)["ppt/theme/theme1.xml"]
    assert b"123456" not in delen(schrijver.schrijf(document(blad), MOMENT))["ppt/theme/theme1.xml"]
    assert controleer(schrijver.schrijf(document(blad), MOMENT)) == []


# The checker itself

DIA = "ppt/slides/slide2.xml"
TABEL = "ppt/slides/slide3.xml"
PRES = "ppt/presentation.xml"
DIA_RELS = "ppt/slides/_rels/slide2.xml.rels"
MASTER = "ppt/slideMasters/slideMaster1.xml"

GEPLANT = {
    "dubbele vorm-id": (
        DIA,
        r'(<p:cNvPr id="\d+" name="Grond van Zorg")',
        '<p:cNvPr id="1" name="Grond van Zorg"',
        "vorm-id",
    ),
    "dubbele vormnaam": (DIA, "Grond van Zorg", "Rand van Zorg", "komt tweemaal voor"),
    "vormnaam op een cijfer": (DIA, 'name="Verwijzing"', 'name="Verwijzing 2"', "eindigt op een cijfer"),
    "relatie naar niets": (DIA_RELS, r"slideLayout\d", "slideLayout9", "dat er niet is"),
    "onbekende relatie": (DIA, r'r:id="rId\d+"', 'r:id="rId99"', "onbekende relatie"),
    "ongebruikte koppeling": (DIA, r"<a:hlinkClick .*?</a:hlinkClick>", "", "wordt niet gebruikt"),
    "dia zonder lay-out": (DIA_RELS, r"<Relationship [^>]*slideLayout[^>]*/>", "", "precies één lay-out"),
    "inhoudstype weg": (
        "[Content_Types].xml",
        r'<Override PartName="/ppt/slides/slide2[^>]*/>',
        "",
        "inhoudstype",
    ),
    "inhoudstype zonder deel": ("[Content_Types].xml", "slide2.xml", "slide9.xml", "dat er niet is"),
    "geen XML": (DIA, "</p:sld>", "", "geen XML"),
    "verboden teken": (DIA, "Ik let", "Ik &#x1;let", "geen XML"),
    "letters in verkeerde volgorde": (
        DIA,
        r'<a:rPr lang="nl-NL"/>',
        '<a:rPr lang="nl-NL"><a:latin typeface="+mn-lt"/><a:noFill/></a:rPr>',
        "verkeerde volgorde",
    ),
    "onbekend element": (DIA, "<p:spPr></p:spPr>", "<p:spPr><a:zzz/></p:spPr>", "onbekend zzz"),
    "gebroken korps": (DIA, 'sz="1300"', 'sz="13.5"', "sz='13.5'"),
    "tiende niveau": (DIA, 'lvl="1"', 'lvl="9"', "lvl='9'"),
    "niveau zonder opmaak": (DIA, 'lvl="1"', 'lvl="5"', "geen opmaak voor niveau 6"),
    "negatieve maat": (DIA, r'cy="([1-9]\d*)"/></a:xfrm>', r'cy="-\1"/></a:xfrm>', "ext cy='-"),
    "vreemde uitlijning": (DIA, 'algn="ctr"', 'algn="links"', "uitlijning"),
    "kleur van vijf cijfers": (DIA, "F3DAD5", "F3DAD", "geen kleur"),
    "themakleur als getal": (DIA, "F3DAD5", "1F5FA8", "als getal"),
    "onbekende themakleur": (
        DIA,
        'schemeClr val="accent1"',
        'schemeClr val="accent9"',
        "onbekende themakleur",
    ),
    "dianummer te laag": (PRES, r'<p:sldId id="\d+"', '<p:sldId id="255"', "buiten 256"),
    "sectie mist een dia": (PRES, r'<p14:sldId id="\d+"/>', "", "secties"),
    "verkeerde volgorde in de presentatie": (
        PRES,
        r"(<p:sldSz [^>]*/>)(<p:notesSz [^>]*/>)",
        r"\2\1",
        "volgorde",
    ),
    "layoutnummer als dat van de master": (MASTER, "2147483649", "2147483648", "niet uniek"),
    "tekst zonder alinea": (
        DIA,
        r"(<a:lstStyle>(?:(?!</a:lstStyle>).)*</a:lstStyle>)(?:<a:p>(?:(?!</p:txBody>).)*)</p:txBody>",
        r"\1</p:txBody>",
        "zonder alinea",
    ),
    "harde regelbreuk": (DIA, "</a:r></a:p>", "</a:r><a:br/></a:p>", "regelbreuk"),
    "vooraf gekrompen": (DIA, "<a:normAutofit/>", '<a:normAutofit fontScale="90000"/>', "vooraf verkleind"),
    "vragenvak past zich niet aan": (DIA, "<a:normAutofit/>", "<a:noAutofit/>", "past zich niet aan"),
    "tekst loopt door": (DIA, 'wrap="square"', 'wrap="none"', "eigen rand"),
    "verkeerde taal": (DIA, 'lang="nl-NL"', 'lang="en-US"', "zonder nl-NL"),
    "taal van het bestand": ("docProps/core.xml", "nl-NL", "en-US", "taal in de eigenschappen"),
    "geen titel": (DIA, r'<p:ph type="title"/>', '<p:ph type="body"/>', "precies één titel"),
    "lege titel": (DIA, r"Wat weegt voor u het zwaarst\? \(K01\)</a:t>", "</a:t>", "is leeg"),
    "dubbele titel": (
        TABEL,
        r"<a:t>Welke opvatting past bij u\? \(K02\)",
        "<a:t>Gesprekskaarten",
        "titel 'Gespreks",
    ),
    "dubbele dianaam": (
        TABEL,
        r'name="Welke opvatting past bij u\? \(K02\)"',
        'name="Gesprekskaarten"',
        "dianaam",
    ),
    "plaatshouder buiten de lay-out": (DIA, 'idx="10"', 'idx="77"', "staat niet in de lay-out"),
    "alt-tekst weg": (DIA, r' descr="Wiel[^"]*"', "", "geen alt-tekst"),
    "versiering niet gemerkt": (DIA, 'decorative val="1"', 'decorative val="0"', "geen versiering"),
    "versiering met alt-tekst": (
        DIA,
        'name="Rand van Zorg"',
        'name="Rand van Zorg" descr="balk"',
        "toch alt-tekst",
    ),
    "koprij weg": (TABEL, ' firstRow="1"', "", "zonder koprij"),
    "cel te weinig": (TABEL, r"<a:tc>.*?</a:tc>", "", "past niet op de kolommen"),
    "samengevoegde cel": (TABEL, "<a:tc>", '<a:tc gridSpan="2">', "samengevoegde"),
    "kolommen te breed": (TABEL, r'gridCol w="\d+"', 'gridCol w="9999999"', "niet zo breed"),
    "p:style": (DIA, "</p:spPr></p:sp>", "</p:spPr><p:style/></p:sp>", "p:style"),
    "eigen lettertype": (
        DIA,
        r'<a:rPr lang="nl-NL"/>',
        '<a:rPr lang="nl-NL"><a:latin typeface="Arial"/></a:rPr>',
        "buiten het thema",
    ),
    "pad zonder begin": (DIA, r"<a:moveTo>.*?</a:moveTo>", "", "pad zonder begin"),
    "koppeling zonder woorden": (DIA, ' tooltip="Naar kaart K02"', "", "zegt niet waarheen"),
    "koppeling springt niet": (DIA, ' action="[^"]*"', "", "springt niet"),
    "adres niet extern": (DIA_RELS, ' TargetMode="External"', "", "dat er niet is"),
    "koppeling verliest kleur": (
        DIA,
        r"<a:extLst><a:ext uri=\"\{A12F.*?</a:extLst>",
        "",
        "verliest haar kleur",
    ),
    "vorm buiten de dia": (DIA, r'(name="Verwijzing".*?<a:off x=")\d+', r"\g<1>99999999", "buiten de dia"),
    "notitie zonder merk": ("ppt/notesSlides/notesSlide2.xml", r"\[kaart:K01\]", "K01", "merk van de kaart"),
    "notitie van een andere dia": (
        "ppt/notesSlides/_rels/notesSlide2.xml.rels",
        "slide2.xml",
        "slide1.xml",
        "wijst niet terug",
    ),
    "veld zonder id": (DIA, r'<a:fld id="[^"]*"', "<a:fld", "veld zonder"),
    "nummer van een andere dia": (DIA, "<a:t>2</a:t></a:fld>", "<a:t>7</a:t></a:fld>", "toont nummer 7"),
    "ander programma": ("docProps/app.xml", ">kaartgen<", ">Ander programma<", "ander programma"),
    "dia's verkeerd geteld": ("docProps/app.xml", "<Slides>3", "<Slides>4", "tellen de dia's"),
    "titel van het bestand weg": ("docProps/core.xml", r"<dc:title>.*?</dc:title>", "", "title ontbreekt"),
    "pid verkeerd": ("docProps/custom.xml", 'pid="2"', 'pid="1"', "genummerd"),
    "thema mist een kleur": ("ppt/theme/theme1.xml", r"<a:hlink>.*?</a:hlink>", "", "thema mist"),
}


def herpak(leden: list[tuple[str, bytes]]) -> bytes:
    bestand = io.BytesIO()
    with zipfile.ZipFile(bestand, "w") as archief:
        for naam, inhoud in leden:
            lid = zipfile.ZipInfo(naam)
            lid.create_system = 0
            archief.writestr(lid, inhoud)
            lid.external_attr = 0
    return bestand.getvalue()


@pytest.mark.parametrize("fout", GEPLANT)
def test_de_controle_vindt_een_geplante_fout(voorbeeld: bytes, fout: str) -> None:
    deel, patroon, nieuw, melding = GEPLANT[fout]
    leden = delen(voorbeeld)
    veranderd = re.sub(patroon, nieuw, leden[deel].decode(), count=1)
    assert veranderd.encode() != leden[deel], "de fout is niet geplant"
    gevonden = controleer(herpak(list((leden | {deel: veranderd.encode()}).items())))
    assert any(melding in regel for regel in gevonden), gevonden


def test_de_controle_vindt_fouten_in_het_archief(voorbeeld: bytes) -> None:
    leden = list(delen(voorbeeld).items())
    wees = ("ppt/slides/slide9.xml", leden[-2][1])
    assert any(
        "tweemaal" in regel for regel in controleer(herpak([*leden, ("PPT/presentation.xml", b"<a/>")]))
    )
    assert any("wees" in regel for regel in controleer(herpak([*leden, wees])))
    assert any("vooraan" in regel for regel in controleer(herpak(leden[::-1])))
    assert any("geen ZIP" in regel for regel in controleer(b"PK"))
    assert any(
        "overblijfsel" in regel for regel in controleer(herpak([*leden, ("docProps/thumbnail.jpeg", b"")]))
    )
    bestand = io.BytesIO()
    with zipfile.ZipFile(bestand, "w") as archief:
        for naam, inhoud in leden:
            archief.writestr(naam, inhoud)
    assert any("verraadt de machine" in regel for regel in controleer(bestand.getvalue()))


def test_de_controle_keurt_een_vreemd_pakket_af() -> None:
    bestand = io.BytesIO()
    Presentation().save(bestand)
    assert controleer(bestand.getvalue()) != []


def test_herpakken_zelf_is_geen_fout(voorbeeld: bytes) -> None:
    assert controleer(herpak(list(delen(voorbeeld).items()))) == []
