"""The check of presentations for people who read with aids: a good deck, planted faults, hostile files."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Cm, Pt

import pptx_invarianten
from kaartgen import bouw
from kaartgen.samenstelling import kaartenset
from kaartgen.toegankelijkheid.bevinding import Bevinding
from kaartgen.toegankelijkheid.pptx import PER_BESTAND, PER_DIA, PER_INDELING, keur_pptx
from kaartgen.toegankelijkheid.pptx_kleur import Palet, als_hex, contrast, hex_kleur
from kaartgen.weergave.pptx import PptxSchrijver

NAAMRUIMTEN = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
VERSIERING = (
    f"<a:extLst {NAAMRUIMTEN}>"
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
SECTIES = (
    f"<p:extLst {NAAMRUIMTEN}>"
    '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
    '<p14:section name="Begin" id="{11111111-1111-4111-8111-111111111111}"><p14:sldIdLst/></p14:section>'
    '<p14:section name="Vervolg" id="{22222222-2222-4222-8222-222222222222}"><p14:sldIdLst/></p14:section>'
    "</p14:sectionLst></p:ext></p:extLst>"
)
MOMENT = datetime(2026, 11, 2, 9, 30)
GEEN_STIJL = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
DONKER, LICHT = RGBColor(0x17, 0x32, 0x4D), RGBColor(0xCC, 0xCC, 0xCC)


@dataclass
class Deck:
    """A presentation as another program could have made it, and its shapes by name."""

    pres: Any
    vormen: dict[str, Any] = field(default_factory=dict)

    def bytes(self) -> bytes:
        uit = io.BytesIO()
        self.pres.save(uit)
        return uit.getvalue()

    def dia(self, nummer: int) -> Any:
        return self.pres.slides[nummer - 1]

    def merk(self, naam: str) -> Any:
        return self.vormen[naam]._element.find(f".//{qn('p:cNvPr')}")

    def alinea(self, naam: str, rang: int = 0) -> Any:
        return self.vormen[naam].text_frame.paragraphs[rang]

    def loop(self, naam: str, rang: int = 0) -> Any:
        return self.alinea(naam, rang).runs[0]


def plaatje() -> io.BytesIO:
    uit = io.BytesIO()
    Image.new("RGB", (4, 4), "navy").save(uit, "PNG")
    uit.seek(0)
    return uit


def goed() -> Deck:
    """Make a deck with every kind of shape, in which nothing is wrong."""
    pres = Presentation()
    pres.core_properties.title = "Waarden in gesprek"
    deck = Deck(pres)

    een = pres.slides.add_slide(pres.slide_layouts[1])
    een.shapes.title.text = "Waar gaat het over?"
    een.placeholders[1].text = "Over waarden\nOver keuzes"
    deck.vormen |= {"titel": een.shapes.title, "punten": een.placeholders[1]}

    twee = pres.slides.add_slide(pres.slide_layouts[5])
    twee.shapes.title.text = "Wat zien we?"
    foto = twee.shapes.add_picture(plaatje(), Cm(2), Cm(5), Cm(4))
    blok = twee.shapes.add_shape(MSO_SHAPE.RECTANGLE, Cm(8), Cm(5), Cm(6), Cm(3))
    blok.fill.solid()
    blok.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_1
    vak = twee.shapes.add_textbox(Cm(8), Cm(5.2), Cm(6), Cm(1))
    vak.text_frame.text = "Witte woorden op het blok"
    vak.text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(255, 255, 255)
    groep = twee.shapes.add_group_shape()
    for plek in range(2):
        groep.shapes.add_shape(MSO_SHAPE.OVAL, Cm(16 + 2 * plek), Cm(5), Cm(1), Cm(1))
    film = twee.shapes.add_movie(io.BytesIO(b"film"), Cm(2), Cm(12), Cm(3), Cm(3), plaatje(), "video/mp4")
    tracks = parse_xml(
        '<p173:tracksInfo xmlns:p173="http://schemas.microsoft.com/office/powerpoint/2017/3/main"/>'
    )
    film._element.find(f".//{qn('p:nvPr')}").append(tracks)
    deck.vormen |= {"foto": foto, "blok": blok, "vak": vak, "groep": groep, "film": film}

    drie = pres.slides.add_slide(pres.slide_layouts[5])
    drie.shapes.title.text = "Hoe vaak komt het voor?"
    tabel = drie.shapes.add_table(2, 2, Cm(2), Cm(5), Cm(10), Cm(3))
    for rij in range(2):
        for kolom in range(2):
            tabel.table.cell(rij, kolom).text = f"Cel {rij} {kolom}"
    gegevens = CategoryChartData()
    gegevens.categories = ["ja", "nee"]
    gegevens.add_series("antwoord", (2, 3))
    grafiek = drie.shapes.add_chart(XL_CHART_TYPE.PIE, Cm(14), Cm(5), Cm(6), Cm(5), gegevens)
    link = drie.shapes.add_textbox(Cm(2), Cm(12), Cm(12), Cm(1))
    link.text_frame.text = "Het jaarverslag van 2025"
    link.text_frame.paragraphs[0].runs[0].hyperlink.address = "https://voorbeeld.nl/verslag"
    voet = drie.shapes.add_textbox(Cm(2), Cm(17), Cm(12), Cm(1))
    voet.text_frame.text = "Bron: het onderzoek"
    voet.text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(0x50, 0x50, 0x50)
    voet._element.nvSpPr.nvPr.append(parse_xml(f'<p:ph {NAAMRUIMTEN} type="ftr" idx="11"/>'))
    deck.vormen |= {"tabel": tabel, "grafiek": grafiek, "link": link, "voet": voet}

    for naam, alt in (
        ("foto", "Twee mensen aan tafel, in gesprek"),
        ("groep", "Twee rondjes naast elkaar: het gesprek gaat heen en weer"),
        ("film", "Een raadslid vertelt over haar eerste vergadering"),
        ("tabel", "Aantallen per jaar en per kern"),
        ("grafiek", "Cirkel: twee van de vijf zeiden ja"),
    ):
        deck.merk(naam).set("descr", alt)
    deck.merk("blok").append(parse_xml(VERSIERING))
    for dia in pres.slides:
        for loop in dia._element.iter(qn("a:r")):
            loop.get_or_add_rPr().set("lang", "nl-NL")
    pres.part._element.append(parse_xml(SECTIES))
    return deck


def regels(inhoud: bytes) -> set[str]:
    return {bevinding.regel for bevinding in keur_pptx(inhoud)}


def zet(deck: Deck, naam: str, alt: str | None) -> None:
    if alt is None:
        del deck.merk(naam).attrib["descr"]
    else:
        deck.merk(naam).set("descr", alt)


def verplaats(deck: Deck, naam: str, plek: int) -> None:
    element = deck.vormen[naam]._element
    boom = element.getparent()
    boom.remove(element)
    boom.insert(plek, element)


def film_zonder_ondertiteling(deck: Deck) -> None:
    for teken in list(deck.vormen["film"]._element.iter()):
        if str(teken.tag).endswith("tracksInfo"):
            teken.getparent().remove(teken)


def een_groot_beeld(deck: Deck) -> None:
    for naam in ("blok", "vak", "groep", "film"):
        element = deck.vormen[naam]._element
        element.getparent().remove(element)
    foto = deck.vormen["foto"]
    foto.left = foto.top = 0
    foto.width, foto.height = deck.pres.slide_width, deck.pres.slide_height


def tweede_kleur(deck: Deck) -> None:
    alinea = deck.alinea("punten")
    for tekst, kleur in ((" gaat ", RGBColor(0x20, 0x20, 0x20)), ("het", RGBColor(0x60, 0x10, 0x10))):
        loop = alinea.add_run()
        loop.text, loop.font.color.rgb = tekst, kleur
        loop._r.get_or_add_rPr().set("lang", "nl-NL")


def zelfde_link_ander_doel(deck: Deck) -> None:
    loop = deck.alinea("link").add_run()
    loop.text = " en "
    ander = deck.alinea("link").add_run()
    ander.text = "Het jaarverslag van 2025"
    ander.hyperlink.address = "https://voorbeeld.nl/ander"
    for een in (loop, ander):
        een._r.get_or_add_rPr().set("lang", "nl-NL")


def typ_opsomming(deck: Deck, eerste: str, tweede: str) -> None:
    vak = deck.vormen["vak"].text_frame
    vak.text = f"{eerste} horen\n{tweede} zien"
    for alinea in vak.paragraphs:
        alinea.runs[0].font.color.rgb = RGBColor(255, 255, 255)
        alinea.runs[0]._r.get_or_add_rPr().set("lang", "nl-NL")


def lege_rij(deck: Deck) -> None:
    for kolom in range(2):
        deck.vormen["tabel"].table.cell(1, kolom).text = ""


def grijze_cel(deck: Deck) -> None:
    tabel = deck.vormen["tabel"]._element
    tabel.find(f".//{qn('a:tableStyleId')}").text = GEEN_STIJL
    cel = deck.vormen["tabel"].table.cell(1, 1)
    cel.fill.solid()
    cel.fill.fore_color.rgb = RGBColor(0x55, 0x55, 0x55)
    cel.text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(0x33, 0x33, 0x33)


def tweede_titel(deck: Deck) -> None:
    houder = deck.vormen["vak"]._element.nvSpPr.nvPr
    houder.append(parse_xml(f'<p:ph {NAAMRUIMTEN} type="title"/>'))


def link_op_vorm(deck: Deck) -> None:
    blok = deck.vormen["blok"]
    blok.click_action.hyperlink.address = "https://voorbeeld.nl"
    merk = deck.merk("blok")
    merk.remove(merk.find(qn("a:extLst")))
    merk.set("descr", "klik hier")


def logo_op_model(deck: Deck) -> None:
    foto = deck.vormen["foto"]._element
    model = deck.dia(1).slide_layout
    kopie = parse_xml(
        f'<p:pic {NAAMRUIMTEN}><p:nvPicPr><p:cNvPr id="99" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        '<p:blipFill/><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm></p:spPr></p:pic>'
    )
    assert foto is not None
    model.shapes._spTree.append(kopie)


def eigenschap(deck: Deck, naam: str, waarde: str) -> None:
    setattr(deck.pres.core_properties, naam, waarde)


def zonder_taal(deck: Deck) -> None:
    for element in deck.pres.part._element.iter(qn("a:defRPr")):
        element.attrib.pop("lang", None)


def schuif_omhoog(deck: Deck) -> None:
    verplaats(deck, "link", 4)
    verplaats(deck, "tabel", 5)


FOUTEN: dict[str, tuple[Callable[[Deck], Any], str]] = {
    "een afbeelding zonder alternatieve tekst": (lambda d: zet(d, "foto", None), "alt-ontbreekt"),
    "een alternatieve tekst van spaties": (lambda d: zet(d, "foto", "   "), "alt-ontbreekt"),
    "een groep zonder alternatieve tekst": (lambda d: zet(d, "groep", None), "alt-ontbreekt"),
    "een grafiek zonder alternatieve tekst": (lambda d: zet(d, "grafiek", None), "alt-ontbreekt"),
    "een tabel zonder alternatieve tekst": (lambda d: zet(d, "tabel", None), "alt-ontbreekt"),
    "een film zonder alternatieve tekst": (lambda d: zet(d, "film", None), "alt-ontbreekt"),
    "een vorm zonder tekst en zonder merk": (
        lambda d: d.merk("blok").remove(d.merk("blok").find(qn("a:extLst"))),
        "alt-ontbreekt",
    ),
    "een logo op de indeling": (logo_op_model, "alt-ontbreekt"),
    "de naam van een bestand": (lambda d: zet(d, "foto", "IMG_2031.jpg"), "alt-nietszeggend"),
    "een afbeelding van": (lambda d: zet(d, "foto", "Afbeelding van twee mensen"), "alt-nietszeggend"),
    "an image of": (lambda d: zet(d, "foto", "An image of two people"), "alt-nietszeggend"),
    "de naam die een programma geeft": (lambda d: zet(d, "foto", "Picture 3"), "alt-nietszeggend"),
    "een alternatieve tekst van een programma": (
        lambda d: zet(d, "foto", "Persoon, binnen. Automatisch gegenereerde beschrijving"),
        "alt-nietszeggend",
    ),
    "versiering met alternatieve tekst": (lambda d: zet(d, "blok", "Een blok"), "versiering-met-inhoud"),
    "versiering met woorden": (
        lambda d: d.merk("vak").append(parse_xml(VERSIERING)),
        "versiering-met-inhoud",
    ),
    "een dia die één afbeelding is": (een_groot_beeld, "tekst-in-beeld"),
    "een film zonder ondertiteling": (film_zonder_ondertiteling, "ondertiteling-ontbreekt"),
    "een dia zonder titel": (lambda d: setattr(d.vormen["titel"], "text", " "), "titel-ontbreekt"),
    "twee titels": (tweede_titel, "titel-te-veel"),
    "tweemaal dezelfde titel": (
        lambda d: setattr(d.loop("titel"), "text", "WAT ZIEN WE?"),
        "titel-dubbel",
    ),
    "een leeg vak": (lambda d: setattr(d.vormen["punten"], "text", ""), "plaatshouder-leeg"),
    "de titel niet vooraan": (lambda d: verplaats(d, "foto", 2), "leesvolgorde-titel"),
    "de voettekst vóór de inhoud": (lambda d: verplaats(d, "voet", 4), "leesvolgorde-voet"),
    "van onder naar boven": (schuif_omhoog, "leesvolgorde-sprong"),
    "een tabel zonder veldnamenrij": (
        lambda d: setattr(d.vormen["tabel"].table, "first_row", False),
        "tabelkop-ontbreekt",
    ),
    "een kolom zonder kop": (
        lambda d: setattr(d.vormen["tabel"].table.cell(0, 0), "text", ""),
        "tabelkop-leeg",
    ),
    "samengevoegde cellen": (
        lambda d: d.vormen["tabel"].table.cell(0, 0).merge(d.vormen["tabel"].table.cell(0, 1)),
        "tabel-samengevoegd",
    ),
    "een lege rij": (lege_rij, "tabel-lege-rij"),
    "een dia die vanzelf verder gaat": (
        lambda d: d.dia(1)._element.append(parse_xml(f'<p:transition {NAAMRUIMTEN} advTm="3000"/>')),
        "dia-verspringt",
    ),
    "een animatie zonder eind": (
        lambda d: d.dia(1)._element.append(
            parse_xml(
                f'<p:timing {NAAMRUIMTEN}><p:tnLst><p:par><p:cTn repeatCount="indefinite"/></p:par>'
                "</p:tnLst></p:timing>"
            )
        ),
        "beweging-eindeloos",
    ),
    "een sectie met de naam van het programma": (
        lambda d: d.pres.part._element.find(".//*[@name='Begin']").set("name", "Sectie zonder titel"),
        "sectie-zonder-naam",
    ),
    "twee secties met één naam": (
        lambda d: d.pres.part._element.find(".//*[@name='Begin']").set("name", "Vervolg"),
        "sectie-dubbel",
    ),
    "geen titel in de eigenschappen": (lambda d: eigenschap(d, "title", ""), "documenttitel-ontbreekt"),
    "de titel van een nieuw bestand": (
        lambda d: eigenschap(d, "title", "PowerPoint-presentatie"),
        "documenttitel-ontbreekt",
    ),
    "geen taal van het bestand": (zonder_taal, "documenttaal-ontbreekt"),
    "lichte tekst op wit": (
        lambda d: setattr(d.loop("punten").font.color, "rgb", LICHT),
        "contrast",
    ),
    "donkere tekst op een donker blok eronder": (
        lambda d: setattr(d.loop("vak").font.color, "rgb", DONKER),
        "contrast",
    ),
    "donkere tekst in een donkere cel": (grijze_cel, "contrast"),
    "woorden die alleen in kleur verschillen": (tweede_kleur, "kleur-alleen"),
    "verwijzen met een kleur": (
        lambda d: setattr(d.loop("punten"), "text", "Lees de rode tekst eerst"),
        "kleur-als-aanwijzing",
    ),
    "een adres als link": (
        lambda d: setattr(d.loop("link"), "text", "https://voorbeeld.nl/verslag"),
        "link-adres",
    ),
    "klik hier": (lambda d: setattr(d.loop("link"), "text", "Klik hier"), "link-nietszeggend"),
    "klik hier als alternatieve tekst": (link_op_vorm, "link-nietszeggend"),
    "een link zonder woorden": (lambda d: setattr(d.loop("link"), "text", " "), "link-leeg"),
    "één tekst met twee doelen": (zelfde_link_ander_doel, "link-dubbelzinnig"),
    "een woord zonder taal": (
        lambda d: d.loop("punten")._r.get_or_add_rPr().attrib.pop("lang"),
        "taal-ontbreekt",
    ),
    "een taal die niet bestaat": (
        lambda d: d.loop("punten")._r.get_or_add_rPr().set("lang", "n"),
        "taal-ontbreekt",
    ),
    "een getypte opsomming": (lambda d: typ_opsomming(d, "-", "-"), "opsomming-getypt"),
    "een getypte nummering": (lambda d: typ_opsomming(d, "1.", "2."), "opsomming-getypt"),
}


def test_een_goede_presentatie_van_een_ander_programma_geeft_niets() -> None:
    assert keur_pptx(goed().bytes()) == ()


@pytest.mark.parametrize("fout", FOUTEN)
def test_elke_geplante_fout_wordt_gevonden_en_niets_anders(fout: str) -> None:
    deck = goed()
    plant, regel = FOUTEN[fout]
    plant(deck)
    assert regels(deck.bytes()) == {regel}


def test_elke_regel_heeft_een_geplante_fout() -> None:
    aantal = len(PER_DIA) + len(PER_INDELING) + len(PER_BESTAND)
    assert len({regel for _, regel in FOUTEN.values()}) >= aantal
    assert len(FOUTEN) >= 20


def test_een_bevinding_noemt_dia_vorm_raad_en_norm() -> None:
    deck = goed()
    zet(deck, "foto", None)
    naam = deck.vormen["foto"].name
    assert keur_pptx(deck.bytes()) == (
        Bevinding(
            f"dia 2 ‘Wat zien we?’, vorm ‘{naam}’",
            "alt-ontbreekt",
            "Deze afbeelding heeft geen alternatieve tekst.",
            "Beschrijf in één zin wat er te zien is, of markeer de vorm als decoratief.",
            "WCAG 2.1, 1.1.1; PowerPoint ‘Missing alternative text’",
        ),
    )


def test_elke_bevinding_heeft_een_succescriterium_en_raad() -> None:
    for plant, _ in FOUTEN.values():
        deck = goed()
        plant(deck)
        for bevinding in keur_pptx(deck.bytes()):
            assert bevinding.norm.startswith("WCAG 2.1, ")
            assert bevinding.raad.endswith(".") and bevinding.tekst.endswith(".")


def test_grote_letters_vragen_minder_contrast() -> None:
    deck = goed()
    loop = deck.loop("punten")
    loop.font.color.rgb = RGBColor(0x80, 0x80, 0x80)
    loop.font.size = Pt(18)
    assert regels(deck.bytes()) == set()
    loop.font.size = Pt(17.5)
    assert regels(deck.bytes()) == {"contrast"}
    loop.font.size, loop.font.bold = Pt(14), True
    assert regels(deck.bytes()) == set()


def test_een_dia_mag_haar_titel_boven_de_rand_hebben() -> None:
    deck = goed()
    titel = deck.vormen["titel"]
    titel.top, titel.left, titel.height, titel.width = -Cm(3), 0, Cm(2), Cm(10)
    assert keur_pptx(deck.bytes()) == ()


def test_een_verborgen_vorm_telt_niet_mee() -> None:
    deck = goed()
    zet(deck, "foto", None)
    deck.merk("foto").set("hidden", "1")
    assert keur_pptx(deck.bytes()) == ()


def test_wat_niet_zeker_te_zien_is_wordt_niet_beweerd() -> None:
    deck = goed()
    blok = deck.vormen["blok"]
    blok.fill.gradient()
    deck.loop("vak").font.color.rgb = DONKER
    assert keur_pptx(deck.bytes()) == ()
    blok.fill.solid()
    blok.fill.fore_color.rgb = RGBColor(255, 255, 255)
    deck.loop("vak").font.color.rgb = RGBColor(255, 255, 255)
    assert regels(deck.bytes()) == {"contrast"}
    blok.width = Cm(3)
    assert keur_pptx(deck.bytes()) == ()


def test_een_bestand_in_de_strikte_vorm_wordt_net_zo_gelezen() -> None:
    deck = goed()
    zet(deck, "foto", None)
    strikt = "http://purl.oclc.org/ooxml/"
    gewoon = "http://schemas.openxmlformats.org/"

    def vertaal(naam: str, inhoud: bytes) -> bytes:
        if not naam.endswith((".xml", ".rels")):
            return inhoud
        tekst = inhoud.decode()
        for oud, nieuw in (
            (f"{gewoon}drawingml/2006/main", f"{strikt}drawingml/main"),
            (f"{gewoon}presentationml/2006/main", f"{strikt}presentationml/main"),
            (f"{gewoon}officeDocument/2006/relationships", f"{strikt}officeDocument/relationships"),
        ):
            tekst = tekst.replace(oud, nieuw)
        return tekst.encode()

    assert regels(herpak(deck.bytes(), vertaal)) == {"alt-ontbreekt"}


# Hostile and broken files: a finding, never an exception.


def herpak(inhoud: bytes, verander: Callable[[str, bytes], bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for naam in oud.namelist():
            nieuw.writestr(naam, verander(naam, oud.read(naam)))
    return uit.getvalue()


def met_deel(naam: str, deel: bytes) -> bytes:
    return herpak(goed().bytes(), lambda wie, oud: deel if wie == naam else oud)


DIA = "ppt/slides/slide1.xml"


def diep(lagen: int) -> bytes:
    groep = f"<p:grpSp {NAAMRUIMTEN}>"
    return (
        f"<p:sld {NAAMRUIMTEN}><p:cSld><p:spTree>{groep * lagen}{'</p:grpSp>' * lagen}"
        "</p:spTree></p:cSld></p:sld>"
    ).encode()


def vol(vorm: str, aantal: int) -> bytes:
    return (f"<p:sld {NAAMRUIMTEN}><p:cSld><p:spTree>{vorm * aantal}</p:spTree></p:cSld></p:sld>").encode()


GRAP = '<!DOCTYPE lol [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><p:sld>&b;</p:sld>'
VIJANDIG: dict[str, tuple[Callable[[], bytes], str]] = {
    "niets": (lambda: b"", "geen-pptx"),
    "nullen": (lambda: b"\0" * 5000, "geen-pptx"),
    "gewone tekst": (lambda: b"geen presentatie", "geen-pptx"),
    "alleen het begin van een ZIP": (lambda: b"PK\x03\x04", "geen-pptx"),
    "een lege ZIP": (lambda: b"PK\x05\x06" + b"\0" * 18, "geen-pptx"),
    "de eerste helft": (lambda: goed().bytes()[: len(goed().bytes()) // 2], "geen-pptx"),
    "de tweede helft": (lambda: goed().bytes()[len(goed().bytes()) // 2 :], "beschadigd"),
    "een bestand met wachtwoord": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 999, "beveiligd"),
    "een bom van XML": (lambda: met_deel(DIA, GRAP.encode()), "xml-gevaarlijk"),
    "een bom van XML in UTF-16": (lambda: met_deel(DIA, GRAP.encode("utf-16")), "xml-gevaarlijk"),
    "een bom van ZIP": (lambda: met_deel(DIA, b"<a>" + b" " * 60_000_000), "te-groot"),
    "te veel tags": (lambda: met_deel(DIA, b"<a>" + b"<b/>" * 500_000 + b"</a>"), "te-groot"),
    "te veel vormen": (
        lambda: met_deel(DIA, vol('<p:sp><p:nvSpPr><p:cNvPr id="1" name=""/></p:nvSpPr></p:sp>', 3_000)),
        "te-groot",
    ),
    "te diepe groepen": (lambda: met_deel(DIA, diep(5_000)), "te-groot"),
    "heel diepe XML": (lambda: met_deel(DIA, b"<a>" * 100_000 + b"</a>" * 100_000), "titel-ontbreekt"),
    "een afgekapt deel": (lambda: met_deel(DIA, b"<p:sld><p:cSld>"), "beschadigd"),
    "een leeg deel": (lambda: met_deel(DIA, b""), "beschadigd"),
    "nullen in een deel": (lambda: met_deel(DIA, b"\0" * 400), "beschadigd"),
    "tekens die er geen zijn": (lambda: met_deel(DIA, b"<a>\xff\xfe\x80</a>"), "beschadigd"),
    "een andere tekencodering": (
        lambda: met_deel(DIA, b'<?xml version="1.0" encoding="cp037"?>' + "<a/>".encode("cp037")),
        "beschadigd",
    ),
    "een presentatie zonder dia’s erbij": (lambda: zonder(DIA), "beschadigd"),
    "een document van een ander programma": (
        lambda: met_deel("ppt/presentation.xml", b'<w:document xmlns:w="urn:w"/>'),
        "geen-pptx",
    ),
    "een kring van relaties": (
        lambda: met_deel(
            "_rels/.rels",
            b'<Relationships><Relationship Id="a" Type="x/officeDocument" Target="../.."/></Relationships>',
        ),
        "geen-pptx",
    ),
    "een onbekende manier van inpakken": (lambda: bzip(), "beschadigd"),
    "een verkeerd controlegetal": (lambda: verkeerd_getal(), "beschadigd"),
    "getallen die te groot zijn": (
        lambda: herpak(
            goed().bytes(),
            lambda naam, oud: (
                oud.replace(b'<a:off x="', b'<a:off x="' + b"9" * 400) if naam.startswith("ppt/") else oud
            ),
        ),
        "",
    ),
    "getallen die er geen zijn": (
        lambda: herpak(
            goed().bytes(),
            lambda naam, oud: oud.replace(b'x="', b'x="z').replace(b'cx="', b'cx="z') if naam == DIA else oud,
        ),
        "",
    ),
}


def zonder(weg: str) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(goed().bytes())) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for naam in oud.namelist():
            if naam != weg:
                nieuw.writestr(naam, oud.read(naam))
    return uit.getvalue()


def bzip() -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(goed().bytes())) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for naam in oud.namelist():
            soort = zipfile.ZIP_BZIP2 if naam == DIA else zipfile.ZIP_STORED
            nieuw.writestr(naam, oud.read(naam), soort)
    return uit.getvalue()


def verkeerd_getal() -> bytes:
    inhoud = goed().bytes()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        deel = archief.read(DIA)
    getal = struct.pack("<I", zlib.crc32(deel))
    assert inhoud.count(getal) == 2
    return inhoud.replace(getal, b"\0\1\2\3")


@pytest.mark.parametrize("wat", VIJANDIG)
def test_een_kapot_of_vijandig_bestand_geeft_een_bevinding_en_geen_ongeluk(wat: str) -> None:
    maak, regel = VIJANDIG[wat]
    gevonden = regels(maak())
    assert regel in gevonden if regel else gevonden <= {"leesvolgorde-sprong"}


def test_een_vreemd_teken_in_een_naam_komt_niet_in_de_bevinding() -> None:
    deck = goed()
    zet(deck, "foto", None)
    deck.vormen["foto"].name = "Foto\x9b2J\u202egnp.exe"
    (bevinding,) = keur_pptx(deck.bytes())
    assert "‘Foto 2J gnp.exe’" in bevinding.waar


@pytest.mark.parametrize("zaad", range(4))
def test_een_veranderd_deel_geeft_hooguit_bevindingen(zaad: int) -> None:
    toeval = random.Random(zaad)
    inhoud = goed().bytes()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        delen = {
            naam: archief.read(naam) for naam in archief.namelist() if naam.startswith(("ppt/", "_rels"))
        }
    namen = [naam for naam in delen if naam.endswith((".xml", ".rels")) and "slideLayouts" not in naam]
    for _ in range(40):
        naam = toeval.choice(namen)
        wortel = etree.fromstring(delen[naam])
        element = toeval.choice(list(wortel.iter()))
        if element.attrib and toeval.random() < 0.6:
            element.set(toeval.choice(list(element.attrib)), toeval.choice(["", "-1", "x", "9" * 400, "²"]))
        elif element.getparent() is not None:
            element.getparent().remove(element)
        anders = etree.tostring(wortel)
        keur_pptx(herpak(inhoud, lambda wie, oud, naam=naam, anders=anders: anders if wie == naam else oud))


def test_elke_afgekapte_of_verminkte_kopie_geeft_bevindingen_en_geen_ongeluk() -> None:
    inhoud = goed().bytes()
    for plek in range(0, len(inhoud), len(inhoud) // 60):
        assert keur_pptx(inhoud[:plek]) != ()
        keur_pptx(inhoud[:plek] + b"\0\xff" * 8 + inhoud[plek + 16 :])


def test_het_aantal_bevindingen_is_begrensd() -> None:
    vormen = "".join(
        f'<p:pic><p:nvPicPr><p:cNvPr id="{n}" name="{n}"/></p:nvPicPr></p:pic>' for n in range(1900)
    )
    assert len(keur_pptx(met_deel(DIA, vol(vormen, 1)))) == 501


# Colours.


@pytest.mark.parametrize(
    ("een", "ander", "verwacht"),
    [("000000", "FFFFFF", 21.0), ("777777", "FFFFFF", 4.48), ("FF0000", "FFFFFF", 4.0)],
)
def test_contrast_is_dat_van_wcag(een: str, ander: str, verwacht: float) -> None:
    a, b = hex_kleur(een), hex_kleur(ander)
    assert a and b
    assert contrast(a, b) == pytest.approx(verwacht, abs=0.01)


@pytest.mark.parametrize(
    ("xml", "verwacht"),
    [
        ('<a:srgbClr val="1F5FA8"/>', "1F5FA8"),
        ('<a:sysClr val="windowText" lastClr="101010"/>', "101010"),
        ('<a:prstClr val="white"/>', "FFFFFF"),
        ('<a:schemeClr val="tx1"/>', "223344"),
        ('<a:schemeClr val="tx1"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:schemeClr>', "7799BB"),
        ('<a:srgbClr val="808080"><a:shade val="50000"/></a:srgbClr>', "5C5C5C"),
        ('<a:srgbClr val="1F5FA8"><a:alpha val="40000"/></a:srgbClr>', None),
        ('<a:srgbClr val="1F5FA8"><a:satMod val="40000"/></a:srgbClr>', None),
        (f'<a:srgbClr val="1F5FA8"><a:lumMod val="{"9" * 400}"/></a:srgbClr>', None),
        ('<a:srgbClr val="rood"/>', None),
        ('<a:hslClr hue="1" sat="1" lum="1"/>', None),
    ],
)
def test_kleuren_van_powerpoint_worden_uitgerekend_of_overgelaten(xml: str, verwacht: str | None) -> None:
    donker = hex_kleur("223344")
    assert donker
    palet = Palet({"dk1": donker}, {"tx1": "dk1"})
    vulling = parse_xml(f"<a:solidFill {NAAMRUIMTEN}>{xml}</a:solidFill>")
    kleur = palet.kleur(vulling)
    assert (kleur and als_hex(kleur)) == verwacht


# The decks of kaartgen itself.


@pytest.mark.parametrize("gebruik", [bouw.MET_VRAGEN, bouw.ZONDER_VRAGEN])
def test_in_geen_presentatie_van_de_meegeleverde_publicatie_staat_iets_in_de_weg(
    echt: bouw.Project, gebruik: str
) -> None:
    schrijver = PptxSchrijver()
    selecties = echt.publicatie.selecties
    assert len(selecties) > 5
    for selectie in selecties:
        document = echt.kaartdocument(gebruik, kaartenset(echt.publicatie, echt.kaarten, selectie.id))
        assert keur_pptx(schrijver.schrijf(document, MOMENT)) == (), selectie.id


def test_in_de_presentaties_van_een_andere_publicatie_staat_niets_in_de_weg(klein: bouw.Project) -> None:
    for gebruik in (bouw.MET_VRAGEN, bouw.ZONDER_VRAGEN):
        for selectie in klein.publicatie.selecties:
            document = klein.kaartdocument(gebruik, kaartenset(klein.publicatie, klein.kaarten, selectie.id))
            assert keur_pptx(PptxSchrijver().schrijf(document, MOMENT)) == (), selectie.id


def test_de_invarianten_van_elke_presentatie_keuren_haar_toegankelijkheid(
    klein: bouw.Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    selectie = klein.publicatie.selecties[0].id
    document = klein.kaartdocument(bouw.MET_VRAGEN, kaartenset(klein.publicatie, klein.kaarten, selectie))
    inhoud = PptxSchrijver().schrijf(document, MOMENT)
    bevinding = Bevinding("dia 1", "alt-ontbreekt", "Er mist iets.", "Vul het aan.", "WCAG 2.1, 1.1.1")
    assert pptx_invarianten.controleer(inhoud) == []
    monkeypatch.setattr(pptx_invarianten, "keur_pptx", lambda _: (bevinding,))
    assert pptx_invarianten.controleer(inhoud) == [str(bevinding)]
