"""Accessibility of a PDF: a good file gives no findings, and every kind of fault is found by its own rule."""

from __future__ import annotations

import ast
import random
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, String

import ua_proef as proef
import verapdf
from kaartgen.plaatsen import PROJECT
from kaartgen.toegankelijkheid import Bevinding, pdf_boom, pdf_letters, pdf_lezer, pdf_ontpakken, pdf_openen
from kaartgen.toegankelijkheid import pdf as pdf_module
from kaartgen.toegankelijkheid.pdf import MEESTE, keur_pdf
from kaartgen.toegankelijkheid.pdf_dossier import PRAKTIJK
from kaartgen.toegankelijkheid.pdf_tekst import als_regels, tekst_in_tagvolgorde
from test_juryleden import jurylid

java = jurylid(verapdf.java(), "Java")
SMAKEN = ("ua1", "2a")
PLAT = pikepdf.ObjectStreamMode.disable
BRON = PROJECT / "src" / "kaartgen" / "toegankelijkheid"


def codes(pdf: bytes) -> set[str]:
    """Give the codes of all findings."""
    return {een.regel for een in keur_pdf(pdf)}


# The good file


def test_een_goed_bestand_heeft_geen_bevindingen() -> None:
    assert keur_pdf(proef.goed()) == ()


@pytest.mark.parametrize(
    "hoe", [{"linearize": True}, {"compress_streams": False}, {"normalize_content": True}]
)
def test_hoe_een_goed_bestand_bewaard_is_maakt_niet_uit(hoe: dict[str, Any]) -> None:
    assert keur_pdf(proef.bedorven(lambda _: None, **hoe)) == ()


@java
@pytest.mark.parametrize("smaak", SMAKEN)
def test_verapdf_vindt_niets_in_het_goede_bestand(smaak: str) -> None:
    assert verapdf.conform(proef.goed(), smaak) == []


# Planted faults


@dataclass(frozen=True)
class Fout:
    """A change to the good file, the rule that must find it, rules that see a part of it too, and by which
    of its profiles veraPDF finds it."""

    naam: str
    regel: str
    bederf: proef.Bederf
    vera: str = ""
    ook: tuple[str, ...] = ()


def eerste(soort: str, nummer: int = 0) -> Callable[[Pdf], Any]:
    """Give what finds an element of a type."""
    return lambda pdf: proef.elementen(pdf, soort)[nummer]


def wortel(pdf: Pdf) -> Any:
    """Give the catalog."""
    return pdf.Root


def info(pdf: Pdf) -> Any:
    """Give the old kind of metadata."""
    return pdf.docinfo


def boom(pdf: Pdf) -> Any:
    """Give the root of the structure."""
    return pdf.Root.StructTreeRoot


def blad(nummer: int = 0) -> Callable[[Pdf], Any]:
    """Give what finds a page."""
    return lambda pdf: pdf.pages[nummer].obj


def link(nummer: int = 0) -> Callable[[Pdf], Any]:
    """Give what finds the link on one of the first two pages."""
    return lambda pdf: pdf.pages[nummer].obj.Annots[0]


def zet(waar: Callable[[Pdf], Any], sleutel: str, waarde: Any) -> proef.Bederf:
    """Give a change of one entry; a function makes its value from the file."""

    def bederf(pdf: Pdf) -> None:
        waar(pdf)[f"/{sleutel}"] = waarde(pdf) if callable(waarde) else waarde

    return bederf


def weg(waar: Callable[[Pdf], Any], *sleutels: str) -> proef.Bederf:
    """Give a change that takes entries away."""

    def bederf(pdf: Pdf) -> None:
        for sleutel in sleutels:
            del waar(pdf)[f"/{sleutel}"]

    return bederf


def soort(oud: str, nieuw: str, nummer: int = 0) -> proef.Bederf:
    """Give a change of the type of an element."""
    return zet(eerste(oud, nummer), "S", Name(f"/{nieuw}"))


def inhoud(oud: str, nieuw: str, pagina: int = 0) -> proef.Bederf:
    """Give a change of the instructions of a page."""
    return lambda pdf: proef.vervang(pdf, oud, nieuw, pagina)


def extra(opdrachten: str, pagina: int = 0) -> proef.Bederf:
    """Give a change that draws something."""
    return lambda pdf: proef.teken(pdf, opdrachten, pagina)


def xmp(oud: str, nieuw: str) -> proef.Bederf:
    """Give a change of the metadata."""
    return lambda pdf: proef.xmp(pdf, oud, nieuw)


def rollen(**namen: str) -> proef.Bederf:
    """Give a change that adds names to the RoleMap."""

    def bederf(pdf: Pdf) -> None:
        for rol, bedoeld in namen.items():
            boom(pdf).RoleMap[f"/{rol}"] = Name(f"/{bedoeld}")

    return bederf


def na(*stappen: proef.Bederf) -> proef.Bederf:
    """Give changes one after another."""

    def bederf(pdf: Pdf) -> None:
        for stap in stappen:
            stap(pdf)

    return bederf


def cmap(teken: str, waarde: str) -> proef.Bederf:
    """Give a change of the text that a code stands for; no value takes the code away."""

    def bederf(pdf: Pdf) -> None:
        kaart = proef.letter(pdf).ToUnicode
        oud = f"<{proef.codeer(pdf, teken)}> <{ord(teken):04X}>".encode()
        nieuw = f"<{proef.codeer(pdf, teken)}> <{waarde}>".encode() if waarde else b""
        inhoud_ = kaart.read_bytes()
        if not waarde:
            begin = inhoud_.rindex(b"beginbfchar", 0, inhoud_.index(oud))
            aantal = inhoud_[:begin].split()[-1]
            inhoud_ = inhoud_[: begin - len(aantal) - 1] + b"%d " % (int(aantal) - 1) + inhoud_[begin:]
        kaart.write(inhoud_.replace(oud, nieuw))

    return bederf


def notdef(pdf: Pdf) -> None:
    """Show the glyph for missing letters."""
    oud = pdf.pages[0].obj.Contents.read_bytes().decode("latin-1")
    eerste_code = re.search(r"<(....)", oud.split("Tm ")[1])
    assert eerste_code
    proef.vervang(pdf, f"Tm <{eerste_code[1]}", "Tm <0000")
    kaart = proef.letter(pdf).ToUnicode
    kaart.write(kaart.read_bytes().replace(b"endcmap", b"1 beginbfchar\n<0000> <0041>\nendbfchar\nendcmap"))


def pagina_bij_de_ouder(pdf: Pdf) -> None:
    """Let an element leave it to its parent to say on which page its content is."""
    element = proef.elementen(pdf, "P")[0]
    element.P.Pg = pdf.pages[0].obj
    element.K = Array([int(een.MCID) for een in element.K])


def te_breed(pdf: Pdf) -> None:
    """Give the letter T another width than it has."""
    breedtes = proef.letter(pdf).DescendantFonts[0].W
    plek = [int(een) for een in list(breedtes)[::2]].index(int(proef.codeer(pdf, "T"), 16))
    breedtes[2 * plek + 1] = Array([999])


def dubbel_kind(pdf: Pdf) -> None:
    """Put an element in two places."""
    proef.elementen(pdf, "Sect")[1].K.append(proef.elementen(pdf, "P")[0])


def verplaats(soort_: str, naar: str, nummer: int = 0) -> proef.Bederf:
    """Give a change that takes an element out of its parent and puts it at the end of another."""

    def bederf(pdf: Pdf) -> None:
        element = proef.elementen(pdf, soort_)[nummer]
        oud = element.P
        oud.K = Array([een for een in oud.K if een.get("/S") is None or een.objgen != element.objgen])
        ander = proef.elementen(pdf, naar)[0]
        ander.K.append(element)
        element.P = ander

    return bederf


def nieuw(ouder: str, soort_: str, plek: int | None = None, **velden: Any) -> proef.Bederf:
    """Give a change that puts a new element in another, at its end or at a place."""

    def bederf(pdf: Pdf) -> None:
        om = proef.elementen(pdf, ouder)[0]
        gegevens = {f"/{naam}": waarde for naam, waarde in velden.items()}
        element = pdf.make_indirect(
            Dictionary(
                {"/Type": Name.StructElem, "/S": Name(f"/{soort_}"), "/P": om, "/K": Array(), **gegevens}
            )
        )
        om.K.insert(len(om.K) if plek is None else plek, element)

    return bederf


def tekst_in(ouder: str, soort_: str, woorden: str = "Zin") -> proef.Bederf:
    """Give a change that puts a new element with text in the last one of a type, on the last page."""

    def bederf(pdf: Pdf) -> None:
        om = proef.elementen(pdf, ouder)[-1]
        pagina = pdf.pages[5].obj
        rij = boom(pdf).ParentTree.Nums[2 * 5 + 1]
        element = pdf.make_indirect(
            Dictionary(
                {
                    "/Type": Name.StructElem,
                    "/S": Name(f"/{soort_}"),
                    "/P": om,
                    "/K": Array([Dictionary(Type=Name.MCR, Pg=pagina, MCID=len(rij))]),
                }
            )
        )
        codes_ = "".join(proef.codeer(pdf, teken) for teken in woorden)
        proef.teken(pdf, f"/{soort_} <</MCID {len(rij)}>> BDC BT /F 9 Tf 40 90 Td <{codes_}> Tj ET EMC", 5)
        rij.append(element)
        om.K.append(element)

    return bederf


def omgekeerd(pdf: Pdf) -> None:
    """Turn the way back from the first page around."""
    rij = boom(pdf).ParentTree.Nums[1]
    boom(pdf).ParentTree.Nums[1] = Array(list(reversed(list(rij))))


def zonder_inhoud(pdf: Pdf) -> None:
    """Let an element point at content that is not there."""
    proef.elementen(pdf, "P")[0].K.append(Dictionary(Type=Name.MCR, Pg=pdf.pages[0].obj, MCID=99))


def andere_eigenaar(pdf: Pdf) -> None:
    """Let two elements claim the same content."""
    proef.elementen(pdf, "H1")[0].K.append(proef.elementen(pdf, "P")[0].K[0])


def wees(pdf: Pdf) -> None:
    """Take an element out of the structure."""
    element = proef.elementen(pdf, "Formula")[0]
    element.P.K = Array([een for een in element.P.K if een.objgen != element.objgen])


def lege_pagina(pdf: Pdf) -> None:
    """Add a page with decoration alone."""
    pdf.add_blank_page(page_size=(400, 600))
    pdf.pages[-1].obj.Contents = pdf.make_stream(b"/Artifact BMC 0 0 9 9 re f EMC")


def andere_volgorde(pdf: Pdf) -> None:
    """Read the last two paragraphs of a page the other way round."""
    deel = proef.elementen(pdf, "Sect")[0]
    *eerder, voorlaatste, laatste = list(deel.K)
    deel.K = Array([*eerder, laatste, voorlaatste])


def zonder_spatie(pdf: Pdf) -> None:
    """Take the space from the end of a line."""
    spatie, komma = proef.codeer(pdf, " "), proef.codeer(pdf, "e")
    proef.vervang(pdf, f"{komma}{spatie}>", f"{komma}>")


def nummer_in_nummer(pdf: Pdf) -> None:
    """Put the content of one element within that of the one before it."""
    stroom = pdf.pages[0].obj.Contents
    delen = stroom.read_bytes().split(b"EMC")
    assert b"/Kaartkop" in delen[2]
    stroom.write(b"EMC".join([delen[0], delen[1] + delen[2], b" ", *delen[3:]]))


def vage_link(pdf: Pdf) -> None:
    """Let the words of a link not say where it leads."""
    oud = pdf.pages[0].obj.Contents.read_bytes().decode("latin-1").split("/Link")[1]
    woorden = re.search("<([0-9A-F]+)> Tj", oud)
    assert woorden
    proef.vervang(pdf, woorden[1], "".join(proef.codeer(pdf, teken) for teken in "Lees hier meer"))


def vorm_met_nummers(pdf: Pdf) -> None:
    """Draw a form with numbered content twice."""
    proef.tekst_in_vorm(pdf)
    proef.teken(pdf, "/T Do", 5)


def losse_annotatie(soort_: str, **velden: Any) -> proef.Bederf:
    """Give a change that adds an annotation outside the structure."""

    def bederf(pdf: Pdf) -> None:
        gegevens = {f"/{naam}": waarde for naam, waarde in velden.items()}
        annotatie = pdf.make_indirect(
            Dictionary(
                {
                    "/Type": Name.Annot,
                    "/Subtype": Name(f"/{soort_}"),
                    "/Rect": Array([10, 10, 60, 30]),
                    "/F": 4,
                    **gegevens,
                }
            )
        )
        pdf.pages[0].obj.Annots.append(annotatie)

    return bederf


def veld(pdf: Pdf) -> None:
    """Add a form field with no name for people, in the structure."""
    in_element("Form", "Widget", FT=Name.Tx, T=String("veld"), Ff=0)(pdf)
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].obj.Annots[-1]]))


def bladwijzer(sleutel: str, waarde: Any) -> proef.Bederf:
    """Give a change of the first bookmark."""

    def bederf(pdf: Pdf) -> None:
        pdf.Root.Outlines.First[f"/{sleutel}"] = waarde(pdf) if callable(waarde) else waarde

    return bederf


def in_element(soort_: str, annotatiesoort: str, **velden: Any) -> proef.Bederf:
    """Give a change that adds an annotation in an element, with its way back."""

    def bederf(pdf: Pdf) -> None:
        losse_annotatie(annotatiesoort, StructParent=2000, **velden)(pdf)
        annotatie = pdf.pages[0].obj.Annots[-1]
        annotatie.AP = Dictionary(N=pdf.make_stream(b"", Subtype=Name.Form, BBox=Array([0, 0, 50, 20])))
        nieuw("Sect", soort_)(pdf)
        element = proef.elementen(pdf, "Sect")[0].K[-1]
        element.K.append(Dictionary(Type=Name.OBJR, Pg=pdf.pages[0].obj, Obj=annotatie))
        proef.terugweg(pdf, 2000, element)

    return bederf


def link_in_twee(pdf: Pdf) -> None:
    """Let two elements hold the same link."""
    een, ander = proef.elementen(pdf, "Link")
    ander.K.append(een.K[-1])


def lagen_die_schakelen(_: Pdf) -> Dictionary:
    """Give layers that go on and off by themselves."""
    stap = Dictionary(Event=Name.View, OCGs=Array(), Category=Array([Name.Zoom]))
    return Dictionary(D=Dictionary(Name=String("Lagen"), Order=Array(), AS=Array([stap])), OCGs=Array())


def bijlage_zonder_naam(pdf: Pdf) -> None:
    """Attach a file that has no name."""
    bijlage(pdf)
    namen = pdf.Root.Names.EmbeddedFiles.Names
    namen[1].UF = String("")


def kring_van_bladwijzers(pdf: Pdf) -> None:
    """Let the last bookmark go on with the first."""
    pdf.Root.Outlines.Last.Next = pdf.Root.Outlines.First


def doorzichtig(pdf: Pdf) -> None:
    """Use transparency with no output intent, in colours that say how they look."""
    pdf.pages[0].obj.Resources.ExtGState = Dictionary(G=Dictionary(ca=0.5))
    proef.teken(pdf, "/Artifact BMC /G gs 0 0 9 9 re f EMC")


def geen_koppen(pdf: Pdf) -> None:
    """Make plain text of all headings."""
    for rol in ("H1", "Kaartkop"):
        for element in proef.elementen(pdf, rol):
            element.S = Name.P


def bijlage(pdf: Pdf) -> None:
    """Attach a file."""
    pdf.attachments["gegevens.txt"] = b"x"


LAAG = Dictionary(D=Dictionary(Order=Array()), OCGs=Array())
FOUTEN = (
    # What a file tells of itself
    Fout("niet_gemarkeerd", "niet-gemarkeerd", zet(wortel, "MarkInfo", Dictionary(Marked=False)), "ua1 2a"),
    Fout("suspects", "tags-verdacht", zet(lambda pdf: pdf.Root.MarkInfo, "Suspects", True), "ua1"),
    Fout("geen_structuur", "geen-structuur", weg(wortel, "StructTreeRoot"), "ua1 2a"),
    Fout("geen_taal", "taal-ontbreekt", weg(wortel, "Lang"), "ua1"),
    Fout("geen_goede_taal", "taal-onjuist", zet(wortel, "Lang", String("nl_NL")), "ua1 2a"),
    Fout("lange_taal", "taal-onjuist", zet(wortel, "Lang", String("nederlands")), "ua1 2a"),
    Fout(
        "geen_goede_taal_van_element",
        "taal-onjuist",
        zet(eerste("Span", 1), "Lang", String("en GB")),
        "ua1 2a",
    ),
    Fout(
        "geen_goede_taal_van_merk",
        "taal-onjuist",
        inhoud("<</ActualText", "<</Lang (e!) /ActualText"),
        "ua1 2a",
    ),
    Fout("titel_niet_getoond", "titel-niet-getoond", weg(wortel, "ViewerPreferences"), "ua1"),
    Fout("geen_dc_title", "titel-ontbreekt", xmp(f"{proef.TITEL}</rdf:li>", "</rdf:li>"), ""),
    Fout("twee_titels", "titel-verschilt", zet(info, "Title", String("Een andere titel")), ""),
    Fout("geen_xmp", "xmp-ontbreekt", weg(wortel, "Metadata"), "ua1 2a"),
    Fout("kapotte_xmp", "xmp-ontbreekt", xmp("</rdf:RDF>", ""), "ua1 2a"),
    Fout("geen_pdfuaid", "geen-pdfua", xmp("<pdfuaid:part>1</pdfuaid:part>", ""), "ua1"),
    Fout("pdfua_2", "geen-pdfua", xmp("<pdfuaid:part>1<", "<pdfuaid:part>2<"), "ua1"),
    Fout("geen_pdfaid", "geen-pdfa", xmp("<pdfaid:part>2</pdfaid:part>", ""), "2a"),
    Fout("pdfa_b", "geen-pdfa", xmp("conformance>A<", "conformance>B<"), "2a"),
    Fout(
        "geen_beschrijving_van_pdfuaid",
        "uitbreiding-ontbreekt",
        xmp("aiim.org/pdfua/ns/id/</pdfaS", "x/</pdfaS"),
        "2a",
    ),
    # The tree itself
    Fout("element_in_twee_ouders", "element-dubbel", dubbel_kind, ""),
    Fout(
        "kring_in_de_boom",
        "element-dubbel",
        lambda pdf: proef.elementen(pdf, "P")[0].K.append(boom(pdf).K[0]),
        "",
    ),
    Fout("geen_ouder", "ouder-ontbreekt", weg(eerste("P"), "P"), "ua1"),
    Fout("andere_ouder", "ouder-onjuist", zet(eerste("P"), "P", eerste("Sect", 2)), ""),
    Fout("vreemd_deel", "deel-onbekend", lambda pdf: proef.elementen(pdf, "P")[0].K.append(Name.Niets), ""),
    Fout(
        "pagina_alleen_bij_de_ouder",
        "pagina-onbekend",
        pagina_bij_de_ouder,
        "",
        ("element-leeg", "inhoud-zonder-element"),
    ),
    Fout("onbekende_pagina", "pagina-onbekend", lambda pdf: proef.elementen(pdf, "P")[0].K.append(7), ""),
    Fout(
        "lege_boom",
        "structuur-leeg",
        weg(boom, "K"),
        "",
        (
            "inhoud-zonder-element",
            "pagina-zonder-inhoud",
            "koppen-ontbreken",
            "terugweg-onbekend",
            "koppeling-los",
        ),
    ),
    Fout("eigen_soort", "rol-onbekend", soort("P", "Kaartregel"), "ua1 2a"),
    Fout("soort_in_kring", "rol-in-kring", na(soort("P", "Een"), rollen(Een="Twee", Twee="Een")), "ua1 2a"),
    Fout("standaardsoort_omgezet", "rol-omgezet", rollen(P="H1"), "ua1"),
    Fout("geen_document", "geen-document", soort("Document", "Div"), ""),
    Fout("leeg_element", "element-leeg", nieuw("Sect", "P"), ""),
    Fout("lege_lijst", "element-leeg", nieuw("Sect", "L"), ""),
    Fout("inhoud_in_een_groep", "inhoud-in-groep", soort("P", "Div"), ""),
    Fout("noot_zonder_id", "noot-zonder-id", weg(eerste("Note"), "ID"), "ua1"),
    Fout("id_dubbel", "id-dubbel", zet(eerste("P"), "ID", String("noot-1")), ""),
    # Texts
    Fout("figuur_zonder_alt", "alt-ontbreekt", weg(eerste("Figure"), "Alt"), "ua1"),
    Fout("figuur_met_lege_alt", "alt-ontbreekt", zet(eerste("Figure"), "Alt", String("")), "ua1"),
    Fout("formule_zonder_alt", "formule-zonder-alt", weg(eerste("Formula"), "Alt"), "ua1"),
    Fout("alt_van_spaties", "alt-ontbreekt", zet(eerste("Figure"), "Alt", String("  ")), ""),
    Fout("figuur_zonder_plek", "figuur-zonder-plek", weg(eerste("Figure"), "A"), ""),
    Fout(
        "alt_als_bestandsnaam", "alt-is-bestandsnaam", zet(eerste("Figure"), "Alt", String("wiel-2.png")), ""
    ),
    Fout("e_met_eigen_teken", "tekst-onleesbaar", zet(eerste("Span"), "E", String("a\ue000b")), ""),
    Fout("e_leeg", "tekst-leeg", zet(eerste("Span"), "E", String("")), ""),
    Fout("e_is_geen_tekst", "tekst-onleesbaar", zet(eerste("Span"), "E", 3), ""),
    Fout("actualtext_met_eigen_teken", "tekst-onleesbaar", inhoud("(vraag)", "<FEFFE000>"), ""),
    # Headings
    Fout("eerste_kop_is_h2", "eerste-kop", soort("H1", "H2"), "ua1"),
    Fout("kop_overgeslagen", "kop-overgeslagen", soort("Kaartkop", "H4"), "ua1"),
    Fout("h_naast_h1", "koppen-gemengd", soort("H1", "H", 1), "ua1"),
    Fout(
        "twee_keer_h",
        "meer-koppen-h",
        na(soort("H1", "H"), soort("Kaartkop", "H")),
        "ua1",
        ("koppen-gemengd",),
    ),
    Fout("geen_koppen", "koppen-ontbreken", geen_koppen, ""),
    # Lists
    Fout("li_buiten_l", "verkeerd-genest", verplaats("LI", "P"), "ua1", ("volgorde-anders",)),
    Fout("lbody_buiten_li", "verkeerd-genest", soort("LI", "P"), "ua1", ("verkeerd-kind",)),
    Fout("lbl_buiten_lijst", "verkeerd-genest", soort("P", "Lbl"), ""),
    Fout("p_in_l", "verkeerd-kind", soort("LI", "P", 1), "ua1", ("verkeerd-genest",)),
    Fout("p_in_li", "verkeerd-kind", soort("Lbl", "P"), "ua1"),
    Fout("toci_buiten_toc", "verkeerd-genest", soort("TOC", "Div"), "ua1"),
    Fout("blok_in_alinea", "blok-in-regel", tekst_in("P", "P"), ""),
    Fout("lijst_zonder_nummering", "lijst-nummering", weg(eerste("L"), "A"), ""),
    Fout("bolletjes_zonder_nummering", "lijst-nummering", weg(eerste("L", 1), "A"), ""),
    Fout(
        "nummers_als_bolletjes",
        "lijst-nummering",
        zet(lambda p: eerste("L")(p).A, "ListNumbering", Name.Disc),
        "",
    ),
    Fout(
        "onbekende_nummering",
        "lijst-nummering",
        zet(lambda p: eerste("L")(p).A, "ListNumbering", Name.Rondjes),
        "",
    ),
    Fout("bijschrift_midden", "bijschrift-plek", tekst_in("L", "Caption"), "ua1", ("volgorde-anders",)),
    # Tables
    Fout("td_buiten_tr", "verkeerd-genest", soort("TR", "P", 2), "ua1", ("verkeerd-kind", "tabel-ongelijk")),
    Fout("p_in_tabel", "verkeerd-kind", nieuw("Table", "P", 1), "ua1", ("element-leeg",)),
    Fout("twee_thead", "tabeldelen", soort("TBody", "THead"), "ua1", ("tabel-ongelijk",)),
    Fout("rij_te_smal", "tabel-ongelijk", soort("TD", "NonStruct", 3), "ua1", ("verkeerd-kind",)),
    Fout("kolommen_tellen_niet", "tabel-ongelijk", zet(lambda p: eerste("TH", 1)(p).A, "ColSpan", 3), "ua1"),
    Fout("rij_steekt_uit", "tabel-ongelijk", zet(lambda p: eerste("TH", 2)(p).A, "RowSpan", 3), "ua1"),
    Fout(
        "cellen_over_elkaar",
        "tabel-ongelijk",
        zet(eerste("TD", 2), "A", proef.attributen("Table", ColSpan=3)),
        "ua1",
    ),
    Fout("th_zonder_scope", "kop-zonder-richting", weg(eerste("TH"), "A"), "ua1"),
    Fout(
        "onbekende_scope",
        "kop-zonder-richting",
        zet(lambda p: eerste("TH")(p).A, "Scope", Name.Schuin),
        "",
    ),
    Fout(
        "headers_van_niemand",
        "kop-onbekend",
        zet(eerste("TD"), "A", proef.attributen("Table", Headers=Array([String("weg")]))),
        "",
    ),
    Fout("tabel_zonder_koppen", "tabel-zonder-kop", na(*(soort("TH", "TD") for _ in range(3))), ""),
    # What is drawn
    Fout("tekening_zonder_tag", "inhoud-los", extra("0 0 9 9 re f"), "ua1"),
    Fout("tekst_zonder_tag", "inhoud-los", inhoud("/Artifact <</Type /Pagination>> BDC", "/Span BMC"), "ua1"),
    Fout(
        "versiering_in_inhoud",
        "versiering-in-inhoud",
        inhoud("MCID 0>> BDC", "MCID 0>> BDC /Artifact BMC EMC"),
        "ua1",
    ),
    Fout(
        "inhoud_in_versiering",
        "inhoud-in-versiering",
        inhoud("/H1 <<", "/Artifact BMC EMC /Artifact BMC /H1 <<"),
        "ua1",
        ("merk-open",),
    ),
    Fout("nummer_in_nummer", "inhoud-in-inhoud", nummer_in_nummer, ""),
    Fout("merk_zonder_einde", "merk-open", extra("/Artifact BMC"), ""),
    Fout("einde_zonder_merk", "merk-open", extra("EMC"), ""),
    Fout("eigenschappen_weg", "merk-onbekend", extra("/Span /Weg BDC EMC"), ""),
    Fout("opdracht_stuk", "opdracht-onbekend", extra("/Artifact BMC /Weg Do EMC"), ""),
    Fout("tekst_zonder_letter", "letter-ontbreekt", extra("/Artifact BMC BT /Weg 9 Tf (x) Tj ET EMC"), ""),
    Fout("nummer_twee_keer", "nummer-dubbel", extra("/P <</MCID 1>> BDC EMC"), ""),
    Fout("inhoud_van_niemand", "inhoud-zonder-element", extra("/P <</MCID 77>> BDC 0 0 9 9 re f EMC"), "ua1"),
    Fout("inhoud_van_twee", "inhoud-van-twee", andere_eigenaar, "", ("woorden-aaneen",)),
    Fout("inhoud_die_er_niet_is", "inhoud-ontbreekt", zonder_inhoud, ""),
    Fout("element_uit_de_boom", "terugweg-onbekend", wees, "", ("inhoud-zonder-element",)),
    Fout("terugweg_andersom", "terugweg-onjuist", omgekeerd, ""),
    Fout("geen_structparents", "terugweg-onjuist", weg(blad(), "StructParents"), "ua1"),
    Fout("vorm_met_nummers_twee_keer", "vorm-herhaald", vorm_met_nummers, "ua1"),
    Fout(
        "vorm_van_elders",
        "vorm-van-elders",
        zet(lambda p: p.pages[3].obj.Resources.XObject.Woord, "Ref", Dictionary(F=String("x.pdf"), Page=0)),
        "ua1 2a",
    ),
    Fout("pagina_zonder_inhoud", "pagina-zonder-inhoud", lege_pagina, ""),
    Fout("andere_volgorde", "volgorde-anders", andere_volgorde, ""),
    Fout("woorden_aaneen", "woorden-aaneen", zonder_spatie, ""),
    # Links, fields and bookmarks
    Fout("geen_tabs", "tabvolgorde", weg(blad(), "Tabs"), "ua1"),
    Fout(
        "link_buiten_structuur",
        "koppeling-los",
        zet(eerste("Link"), "K", lambda p: Array([eerste("Link")(p).K[0]])),
        "",
        ("koppeling-zonder-doel",),
    ),
    Fout("link_in_span", "koppeling-in-ander", soort("Link", "Span"), "ua1"),
    Fout("link_zonder_terugweg", "annotatie-terugweg", weg(link(), "StructParent"), "ua1"),
    Fout("link_zonder_contents", "koppeling-zonder-tekst", weg(link(), "Contents"), "ua1"),
    Fout("element_link_zonder_link", "koppeling-zonder-doel", tekst_in("P", "Link"), ""),
    Fout("link_met_vage_tekst", "koppeling-vaag", vage_link, ""),
    Fout("link_naar_nergens", "koppeling-nergens", zet(link(1), "Dest", String("weg")), ""),
    Fout("link_niet_afgedrukt", "annotatie-verborgen", zet(link(), "F", 0), "2a"),
    Fout(
        "notitie_buiten_structuur",
        "annotatie-los",
        losse_annotatie("Text", Contents=String("Let op")),
        "ua1 2a",
    ),
    Fout(
        "notitie_zonder_tekst",
        "annotatie-zonder-tekst",
        losse_annotatie("Text"),
        "ua1 2a",
        ("annotatie-los",),
    ),
    Fout("link_in_twee_elementen", "annotatie-dubbel", link_in_twee, ""),
    Fout(
        "notitie_in_span",
        "annotatie-in-ander",
        in_element("Span", "Text", Contents=String("Let op")),
        "ua1",
    ),
    Fout("drukteken_in_structuur", "drukteken-in-structuur", in_element("Annot", "PrinterMark"), "ua1"),
    Fout("veld_zonder_naam", "veld-zonder-naam", veld, "ua1"),
    Fout("voorwerp_weg", "voorwerp-weg", lambda pdf: weg(blad(), "Annots")(pdf), ""),
    Fout("geen_bladwijzers", "bladwijzers-ontbreken", weg(wortel, "Outlines"), ""),
    Fout("bladwijzer_zonder_naam", "bladwijzer-zonder-naam", bladwijzer("Title", String("")), ""),
    Fout("bladwijzer_naar_nergens", "bladwijzer-nergens", bladwijzer("Dest", String("weg")), ""),
    Fout("bladwijzers_in_kring", "bladwijzers-in-kring", kring_van_bladwijzers, ""),
    # Fonts
    Fout(
        "letter_niet_ingebed",
        "letter-niet-ingebed",
        lambda p: weg(lambda q: proef.letter(q).DescendantFonts[0].FontDescriptor, "FontFile2")(p),
        "ua1 2a",
    ),
    Fout("letter_te_breed", "letter-breedte", te_breed, "ua1 2a"),
    Fout("geen_tounicode", "letter-zonder-tekst", weg(proef.letter, "ToUnicode"), "ua1 2a"),
    Fout("code_zonder_tekst", "teken-zonder-tekst", cmap("T", ""), "ua1 2a"),
    Fout("code_als_nul", "teken-onjuist", cmap("T", "0000"), "ua1 2a"),
    Fout("code_als_fffe", "teken-onjuist", cmap("T", "FFFE"), "ua1 2a"),
    Fout("code_als_eigen_teken", "teken-zonder-betekenis", cmap("T", "E000"), "2a"),
    Fout("notdef", "letter-ontbreekt-in-bestand", notdef, "ua1 2a"),
    Fout(
        "geen_cidtogidmap",
        "letter-opbouw",
        weg(lambda p: proef.letter(p).DescendantFonts[0], "CIDToGIDMap"),
        "ua1 2a",
    ),
    # What runs, hides or is attached; colours
    Fout("geen_uitvoerintentie", "uitvoerintentie-ontbreekt", weg(wortel, "OutputIntents"), "2a"),
    Fout("cmyk_bij_srgb", "kleur-past-niet", extra("/Artifact BMC 0 0 0 1 k 0 0 9 9 re f EMC"), "2a"),
    Fout(
        "kapot_profiel",
        "uitvoerprofiel-onleesbaar",
        lambda p: p.Root.OutputIntents[0].DestOutputProfile.write(b"x"),
        "2a",
    ),
    Fout(
        "doorzichtig",
        "doorzicht-zonder-kleurruimte",
        na(weg(wortel, "OutputIntents"), doorzichtig),
        "2a",
        ("uitvoerintentie-ontbreekt",),
    ),
    Fout(
        "javascript",
        "script",
        zet(
            wortel,
            "Names",
            Dictionary(
                JavaScript=Dictionary(
                    Names=Array([String("x"), Dictionary(S=Name.JavaScript, JS=String("1"))])
                )
            ),
        ),
        "",
    ),
    Fout(
        "actie_bij_openen",
        "actie",
        zet(wortel, "OpenAction", Dictionary(S=Name.JavaScript, JS=String("1"))),
        "2a",
    ),
    Fout("link_start_programma", "actie", zet(link(), "A", Dictionary(S=Name.Launch, F=String("x"))), "2a"),
    Fout("xfa", "formulier-xfa", zet(wortel, "AcroForm", Dictionary(Fields=Array(), XFA=Array())), "2a"),
    Fout(
        "needappearances",
        "formulier-zonder-beeld",
        zet(wortel, "AcroForm", Dictionary(Fields=Array(), NeedAppearances=True)),
        "2a",
    ),
    Fout("laag_zonder_naam", "laag-zonder-naam", zet(wortel, "OCProperties", LAAG), "ua1 2a"),
    Fout("lagen_schakelen", "laag-schakelt", zet(wortel, "OCProperties", lagen_die_schakelen), "ua1 2a"),
    Fout("bijlage_zonder_naam", "bijlage-zonder-naam", bijlage_zonder_naam, "ua1 2a", ("bijlage",)),
    Fout("bijlage", "bijlage", bijlage, "2a"),
)


@pytest.mark.parametrize("fout", FOUTEN, ids=lambda fout: fout.naam)
def test_elke_fout_wordt_gevonden_door_haar_eigen_regel(fout: Fout) -> None:
    gevonden = keur_pdf(proef.bedorven(fout.bederf))
    assert fout.regel in {een.regel for een in gevonden}
    assert {een.regel for een in gevonden} <= {fout.regel, *fout.ook}
    for een in gevonden:
        assert een.waar and een.tekst.endswith(".") and een.raad.endswith(".") and een.norm


@java
def test_de_tabel_zegt_welke_fouten_verapdf_ziet() -> None:
    """One rule each is of no use here: veraPDF may see a fault by what follows from it."""
    gezien = {
        fout.naam: " ".join(smaak for smaak in SMAKEN if verapdf.conform(proef.bedorven(fout.bederf), smaak))
        for fout in FOUTEN
    }
    assert gezien == {fout.naam: fout.vera for fout in FOUTEN}


def test_er_zijn_genoeg_fouten_en_elk_heeft_een_eigen_naam() -> None:
    assert len({fout.naam for fout in FOUTEN}) == len(FOUTEN) >= 40


ZONDER_PDF = {
    "geen-pdf": lambda: b"Beste lezer",
    "beschadigd": lambda: proef.goed().replace(b"endobj", b"", 3),
    "geen-paginas": lambda: proef.bedorven(lambda pdf: pdf.pages.__delitem__(slice(None))),
    "pdf-versie": lambda: proef.goed().replace(b"%PDF-1.7", b"%PDF-2.0"),
    "kenmerk-ontbreekt": lambda: proef.goed().replace(b"/ID [", b"/IE ["),
    "wachtwoord": lambda: versleuteld(user="geheim"),
    "versleuteld": lambda: versleuteld(),
    "voorlezen-verboden": lambda: versleuteld(R=3, allow=pikepdf.Permissions(accessibility=False)),
    "te-groot": lambda: proef.bedorven(bom),
    "pagina-onleesbaar": lambda: proef.bedorven(zet(blad(), "Contents", kapotte_stroom)),
}
"""Faults of the file as a whole, by the rule that finds them."""


def versleuteld(**hoe: Any) -> bytes:
    """Give the good file with a lock on it."""
    slot = Encryption(**{"owner": "baas", "R": 4, "aes": False, "metadata": False, **hoe})
    return proef.bedorven(lambda _: None, encryption=slot, deterministic_id=False)


def bom(pdf: Pdf) -> None:
    """Put a stream of 20 MB on a page."""
    stroom = pdf.make_stream(b"")
    stroom.write(zlib.compress(b" " * 20_000_000), filter=Name.FlateDecode)
    pdf.pages[0].obj.Contents = stroom


def kapotte_stroom(pdf: Pdf) -> Any:
    """Give a stream that is not packed as it says."""
    stroom = pdf.make_stream(b"")
    stroom.write(b"dit is niets", filter=Name.FlateDecode)
    return stroom


@pytest.mark.parametrize("regel", ZONDER_PDF)
def test_een_bestand_dat_niet_te_keuren_is_of_op_slot_zit_is_een_bevinding(regel: str) -> None:
    assert regel in codes(ZONDER_PDF[regel]())


CODE = re.compile(r"[a-z]+(-[a-z]+)+")
VAN_BINNEN = {
    *("codering-bij-symbolen", "codering-onbekend", "codering-ontbreekt", "letterbestand-onleesbaar"),
    *("vertaling-ontbreekt", "eigenschappen-onbekend", "geen-ouder", "verkeerde-ouder", "merk-zonder-begin"),
    *("utf-", "latin-"),
}
"""Words in the code that look like the code of a rule and are not."""


def test_elke_regel_heeft_een_geplante_fout() -> None:
    in_code = {
        knoop.value
        for pad in BRON.glob("pdf*.py")
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8")))
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and CODE.fullmatch(knoop.value)
    }
    geplant = {fout.regel for fout in FOUTEN} | set(ZONDER_PDF) | {"niet-gekeurd"}
    assert in_code - VAN_BINNEN == {een for een in geplant if "-" in een}


def test_een_regel_die_vastloopt_is_een_bevinding(monkeypatch: pytest.MonkeyPatch) -> None:
    def vastgelopen(_: object) -> Iterator[Bevinding]:
        raise ValueError

    monkeypatch.setattr(pdf_module, "REGELS", (vastgelopen,))
    (een,) = keur_pdf(proef.goed())
    assert (een.regel, een.tekst) == (
        "niet-gekeurd",
        "De regel ‘vastgelopen’ is in dit bestand niet na te gaan.",
    )


def test_van_een_fout_die_overal_zit_wordt_niet_elke_plaats_genoemd() -> None:
    def overal(pdf: Pdf) -> None:
        for nummer in range(MEESTE + 10):
            nieuw("Sect", f"Eigen{nummer}")(pdf)

    *gewoon, laatste = keur_pdf(proef.bedorven(overal))
    assert len(gewoon) == MEESTE
    assert {een.regel for een in (*gewoon, laatste)} == {"rol-onbekend"}
    assert laatste.tekst.startswith(
        f"Er zijn meer dan {MEESTE} plaatsen met een fout zoals deze: De soort Eigen"
    )


def test_een_bevinding_noemt_de_plaats_in_woorden() -> None:
    (een,) = keur_pdf(proef.bedorven(soort("Kaartkop", "H4")))
    assert str(een) == (
        "pagina 1, H4 ‘Woorden in een regel’: Na H1 komt H4: er is een niveau overgeslagen. Maak er H2 van. "
        "[kop-overgeslagen; ISO 14289-1, 7.4.2]"
    )


def test_elke_norm_is_er_een_van_iso_of_goede_praktijk() -> None:
    normen = {een.norm for fout in FOUTEN for een in keur_pdf(proef.bedorven(fout.bederf))}
    delen = {deel for norm in normen for deel in norm.split("; ")}
    assert all(
        deel == PRAKTIJK or re.fullmatch(r"ISO (14289-1|19005-2|32000-1), \d+(\.\d+)*", deel)
        for deel in delen
    )


# Tables, word by word


@pytest.mark.parametrize("sleutel", ["ColSpan", "RowSpan"])
def test_een_cel_zo_groot_als_een_vijand_wil_kost_niets(sleutel: str) -> None:
    groot = zet(eerste("TD"), "A", proef.attributen("Table", **{sleutel: 2_000_000_000}))
    assert codes(proef.bedorven(groot)) == {"tabel-ongelijk"}


def test_een_tabel_met_headers_heeft_geen_scope_nodig() -> None:
    def headers(pdf: Pdf) -> None:
        for nummer, cel in enumerate(proef.elementen(pdf, "TH")):
            del cel.A["/Scope"]
            cel.ID = String(f"th-{nummer}")
        for cel in proef.elementen(pdf, "TD"):
            cel.A = proef.attributen("Table", Headers=Array([String("th-1")]))

    assert codes(proef.bedorven(headers)) == set()


def test_kenmerken_mogen_ook_van_een_klasse_komen() -> None:
    def klasse(pdf: Pdf) -> None:
        boom(pdf).ClassMap = Dictionary(Kolom=proef.attributen("Table", Scope=Name.Column))
        cel = proef.elementen(pdf, "TH")[0]
        del cel["/A"]
        cel.C = Name.Kolom

    assert codes(proef.bedorven(klasse)) == set()


# Fonts of other programs


SYMBOLEN, GEWOON = Dictionary(Flags=4), Dictionary(Flags=32)


@pytest.mark.parametrize(
    ("letter", "gebreken"),
    [
        (Dictionary(Subtype=Name.TrueType, FontDescriptor=GEWOON, Encoding=Name.WinAnsiEncoding), ()),
        (Dictionary(Subtype=Name.TrueType, FontDescriptor=SYMBOLEN), ()),
        (Dictionary(Subtype=Name.TrueType, FontDescriptor=GEWOON), ("codering-ontbreekt",)),
        (
            Dictionary(Subtype=Name.TrueType, FontDescriptor=SYMBOLEN, Encoding=Name.WinAnsiEncoding),
            ("codering-bij-symbolen",),
        ),
        (Dictionary(Subtype=Name.Type0, Encoding=Name("/Eigen-H")), ("codering-onbekend",)),
    ],
)
def test_een_lettertype_zegt_hoe_zijn_codes_naar_letters_leiden(
    letter: Dictionary, gebreken: tuple[str, ...]
) -> None:
    assert pdf_letters.lees_letter(letter).gebreken == gebreken


def test_een_lettertype_zonder_tounicode_is_te_lezen_door_zijn_codering() -> None:
    codering = Dictionary(
        BaseEncoding=Name.WinAnsiEncoding, Differences=Array([1, Name.uni0141, Name.a, 65, Name("/vreemd")])
    )
    letter = pdf_letters.lees_letter(Dictionary(Subtype=Name.Type1, Encoding=codering))
    assert letter.tekst(letter.codes(b"\x01\x02\x80A")) == "Ła€\ufffd"


def test_twee_codes_die_samen_een_teken_lijken_blijven_twee_codes() -> None:
    letter = pdf_letters.lees_letter(Dictionary(Subtype=Name.Type0, Encoding=Name("/Identity-H")))
    for data in (b"\xd8\x00\xdc\x00", b"\xd8\x00\x00\x41", b"\x00\x41\x00\x42\x00"):
        assert len(letter.codes(data)) == 2


# Files that want to do harm


MEESTE_DELEN = 2_000
"""Bound of the tree in these tests, so that they are quick."""


def diep(pdf: Pdf) -> None:
    """Put elements in elements, very deep."""
    element = proef.elementen(pdf, "Sect")[0]
    for _ in range(pdf_boom.DIEPST + 5):
        kind = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Div, P=element, K=Array()))
        element.K.append(kind)
        element = kind


def breed(pdf: Pdf) -> None:
    """Give one element more pieces of content than fit the bounds."""
    proef.elementen(pdf, "P")[0].K = Array([0] * (MEESTE_DELEN + 1))


def vorm_in_zichzelf(pdf: Pdf) -> None:
    """Let a form draw itself."""
    vorm = pdf.pages[3].obj.Resources.XObject.Woord
    vorm.Resources = Dictionary(XObject=Dictionary(Zelf=vorm))
    vorm.write(b"/Zelf Do")


def vormen_in_vormen(pdf: Pdf) -> None:
    """Let each of some forms draw the next one ten times."""
    vorige = None
    for _ in range(10):
        vorm = pdf.make_stream(
            b"/Binnen Do " * 10, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1])
        )
        vorm.Resources = Dictionary(XObject=Dictionary(Binnen=vorige) if vorige is not None else Dictionary())
        vorige = vorm
    pdf.pages[3].obj.Resources.XObject.Woord = vorige


def veel_opdrachten(pdf: Pdf) -> None:
    """Write more words on a page than fit the bounds."""
    stroom = pdf.make_stream(b"")
    stroom.write(zlib.compress(b"f " * (pdf_lezer.MAX_TEKENS_STROOM + 1)), filter=Name.FlateDecode)
    pdf.pages[0].obj.Contents = stroom


def veel_links(pdf: Pdf) -> None:
    """Put a link on a page many times."""
    pdf.pages[0].obj.Annots = Array([pdf.pages[0].obj.Annots[0]] * (pdf_openen.MAX_ANNOTATIES + 1))


def veel_rollen(pdf: Pdf) -> None:
    """Let each of many names of types lead to the next one."""
    boom(pdf).RoleMap = Dictionary(
        {f"/R{een}": Name(f"/R{een + 1}") for een in range(pdf_boom.MAX_ROLLEN + 1)}
    )


@pytest.mark.parametrize(
    "bederf", [veel_links, veel_rollen, diep, breed, vorm_in_zichzelf, vormen_in_vormen, veel_opdrachten]
)
def test_wat_te_diep_of_te_veel_is_wordt_niet_gelezen(
    bederf: proef.Bederf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_boom, "MAX_DELEN", MEESTE_DELEN)
    (een,) = keur_pdf(proef.bedorven(bederf))
    assert een.regel == "te-groot"


@pytest.mark.parametrize("lagen", [1, 2])
def test_een_bom_wordt_niet_uitgepakt(lagen: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_ontpakken, "MAX_STROOM", 1_000_000)
    data = b"\0" * 3_000_000
    for _ in range(lagen):
        data = zlib.compress(data)
    with pytest.raises(pdf_ontpakken.TeGroot):
        pdf_ontpakken.keur_omvang(b"stream\r\n" + data)


def test_een_kring_in_de_parenttree_is_geen_ramp() -> None:
    def kring(pdf: Pdf) -> None:
        boom(pdf).ParentTree.Kids = Array([boom(pdf).ParentTree])

    assert codes(proef.bedorven(kring)) == set()


def test_van_een_kaart_van_codes_zonder_einde_wordt_een_deel_gelezen(monkeypatch: pytest.MonkeyPatch) -> None:
    def vol(pdf: Pdf) -> None:
        reeksen = b"<0000> <FFFF> <0041>\n" * 1000
        kaart = proef.letter(pdf).ToUnicode
        kaart.write(b"1000 beginbfrange\n" + reeksen + b"endbfrange\n" + kaart.read_bytes())

    monkeypatch.setattr(pdf_letters, "MAX_CODES", 100)
    with pikepdf.open(BytesIO(proef.bedorven(vol))) as pdf:
        assert len(pdf_letters.lees_letter(proef.letter(pdf)).tekens) == 100


# Damage


@pytest.mark.parametrize("zaad", range(60))
def test_beschadigde_bytes_geven_hooguit_bevindingen(zaad: int) -> None:
    toeval = random.Random(zaad)
    data = bytearray(proef.bedorven(lambda _: None, compress_streams=False, object_stream_mode=PLAT))
    for _ in range(toeval.choice([1, 3, 30])):
        plek = toeval.randrange(len(data))
        data[plek : plek + toeval.choice([0, 1, 1, 9])] = toeval.randbytes(toeval.choice([0, 1, 1, 5]))
    keur_pdf(bytes(data))
    try:
        tekst_in_tagvolgorde(bytes(data))
    except ValueError as fout:
        assert str(fout).endswith(".")


WAARDEN = (
    *(0, -1, 7, 2**31 - 1, True, Name.Niets, Name("/#ff#fe"), String("woord"), String(b"\xfe\xff\xd8\x00")),
    *(Array(), Array([1, Name.P]), Dictionary(), Dictionary(S=Name.P, Type=Name.StructElem)),
)
"""What stands in a place where something else belongs."""


@pytest.mark.parametrize("zaad", range(80))
def test_een_ander_object_op_een_plaats_geeft_hooguit_bevindingen(zaad: int) -> None:
    toeval = random.Random(zaad)

    def verwissel(pdf: Pdf) -> None:
        objecten = [een for een in pdf.objects if isinstance(een, Dictionary | Array | pikepdf.Stream)]
        for _ in range(toeval.choice([1, 2, 5])):
            houder = toeval.choice(objecten)
            waarde = toeval.choice([*WAARDEN, toeval.choice(objecten), toeval.choice(objecten)])
            plekken: list[Any] = (
                list(range(len(houder))) if isinstance(houder, Array) else list(houder.keys())
            )
            plekken = [een for een in plekken if een not in ("/Length", "/Filter")]
            if plekken:
                houder[toeval.choice(plekken)] = waarde

    data = proef.bedorven(verwissel)
    keur_pdf(data)
    try:
        tekst_in_tagvolgorde(data)
    except ValueError as fout:
        assert str(fout).endswith(".")


OPDRACHTEN = (
    *("q", "Q", "BT", "ET", "EMC", "f", "S", "/Span BMC", "/Artifact BMC", "/P <</MCID 0>> BDC", "/Weg Do"),
    *("/P <</MCID -1>> BDC", "/P <</MCID 99999999999>> BDC", "/Span /Weg BDC", "/F 9 Tf", "<0041> Tj"),
    *("[<0041> 3 (x)] TJ", "() '", '1 2 (a) "', "1 0 0 1 0 0 cm", "1 cm", "Tj", "/Cs cs", "0 g", "BDC"),
    *("/Span <</ActualText 3 /Lang /nl /E []>> BDC", "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI", "(a", "<<", "]"),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(OPDRACHTEN), max_size=12))
def test_elke_reeks_opdrachten_is_te_volgen(opdrachten: list[str]) -> None:
    keur_pdf(proef.bedorven(lambda pdf: pdf.pages[0].obj.Contents.write(" ".join(opdrachten).encode())))


# The text in the order of the tags

GELEZEN = """H1: Tekst en koppen
P: Een alinea van twee regels, de eerste met een spatie aan het einde.
H2: Woorden in een regel
P: Samen met het DB en een workshop. En vraag.
P: Meer weten? Naar voorbeeld.nl
H1: Lijsten
Lbl: 1.
LBody: Doel
Lbl: 2.
LBody: Besluit
Lbl: •
LBody: Dieper
TOCI: Tekst en koppen
H1: Tabel
Caption: Wie doet wat
TH: Rol
TH: Taken
TH: Voorzitter
TD: Bewaakt
TD: Leidt
TD: Sluit
TD: Opent
Note: Een noot bij de tabel.
H1: Beelden
Figure: Drie vierkanten
P: Tekst in een vorm.
Formula: a plus b
H1: Over twee pagina’s
P: Deze alinea gaat op de volgende pagina verder.
P: Dat was het."""


def test_de_tekst_komt_in_de_volgorde_van_de_tags() -> None:
    assert "\n".join(als_regels(tekst_in_tagvolgorde(proef.goed()))) == GELEZEN


def test_de_tekst_volgt_de_tags_en_niet_de_tekening() -> None:
    gelezen = als_regels(tekst_in_tagvolgorde(proef.bedorven(andere_volgorde)))
    eerst, toen, daarna, straks, *_ = GELEZEN.splitlines()[3:]
    assert gelezen[2:6] == (GELEZEN.splitlines()[2], toen, eerst, daarna)
    assert straks in gelezen


def test_elk_leesdeel_zegt_wat_het_is_en_waar_het_staat() -> None:
    delen = tekst_in_tagvolgorde(proef.goed())
    per_tekst = {deel.tekst: deel for deel in delen}
    kop, db, workshop = per_tekst["Tekst en koppen"], per_tekst["DB"], per_tekst["workshop"]
    assert per_tekst["Woorden in een regel"].rol == "H2"
    assert (db.rol, db.pad, db.voluit) == ("Span", ("Document", "Sect", "P", "Span"), "Dagelijks Bestuur")
    assert (workshop.taal, workshop.voluit, workshop.blok) == ("en-GB", None, db.blok)
    assert (per_tekst["vraag"].vervangend, per_tekst["vraag"].getekend) == ("vraag", "vr-aag")
    assert per_tekst["Naar voorbeeld.nl"].koppeling == "Naar voorbeeld.nl"
    assert per_tekst["Drie vierkanten"].alt == "Drie vierkanten"
    assert (per_tekst["a plus b"].tekst, per_tekst["a plus b"].getekend) == ("a plus b", "a + b")
    assert [per_tekst[woord].niveau for woord in ("Doel", "Dieper", "Woorden in een regel", "DB")] == [
        1,
        2,
        2,
        0,
    ]
    voor, na_ = per_tekst["Deze alinea gaat op de "], per_tekst["volgende pagina verder."]
    assert (voor.pagina, na_.pagina, voor.blok == na_.blok) == (5, 6, True)
    assert kop.pagina == 2 and kop.koppeling == "Naar kaart 1"


def test_een_merk_dat_niets_zegt_over_voorlezen_breekt_de_tekst_niet() -> None:
    def merk(pdf: Pdf) -> None:
        opdrachten = pdf.pages[0].obj.Contents.read_bytes().decode("latin-1")
        tweede_regel = opdrachten.splitlines()[5]
        assert tweede_regel.endswith("Tj ET")
        proef.vervang(pdf, tweede_regel, f"/Span BMC {tweede_regel} EMC")

    assert tekst_in_tagvolgorde(proef.bedorven(merk)) == tekst_in_tagvolgorde(proef.goed())


def test_tekst_in_een_vorm_met_eigen_nummers_wordt_een_keer_gelezen() -> None:
    gelezen = als_regels(tekst_in_tagvolgorde(proef.bedorven(vorm_met_nummers)))
    assert gelezen[-1] == "P: Los"


def test_wat_geen_pdf_is_geeft_geen_tekst_maar_een_reden() -> None:
    with pytest.raises(ValueError, match=r"bestand: Dit is geen PDF\."):
        tekst_in_tagvolgorde(b"Beste lezer")
    assert tekst_in_tagvolgorde(proef.bedorven(weg(wortel, "StructTreeRoot"))) == ()
