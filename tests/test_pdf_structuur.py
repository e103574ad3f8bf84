"""The structure tree of a PDF: what each element is, says and leads to; and the compact file around it."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

import pdf_voorbeeldscene as voorbeeld
from kaartgen.maten import Mm, Pt, Vak
from kaartgen.scene import (
    Alinea,
    Cel,
    Doel,
    Element,
    Groep,
    Loop,
    Pagina,
    Regel,
    Stuk,
    Tabel,
    Tekst,
    Vlak,
    type_celkop,
    type_structuur,
)
from kaartgen.toegankelijkheid.pdf import keur_pdf
from kaartgen.toegankelijkheid.pdf_tekst import als_regels, tekst_in_tagvolgorde
from kaartgen.weergave.pdf import PdfSchrijver
from kaartgen.weergave.pdf_bestand import stroom
from kaartgen.weergave.pdf_compact import MEESTE_IN_STROOM, CompactBestand, los_object
from test_pdf import CARLITO, GEWOON, INKT, LEEG, MOMENT, vak

NAAR_B = Doel("Naar pagina b", pagina="b")


def regel(y: float, *delen: tuple[str, Doel | None, str, str]) -> Regel:
    """Give a line of pieces: words, link, language, what an abbreviation stands for."""
    stukken, x = [], 20.0
    for woorden, doel, taal, voluit in delen:
        breedte = voorbeeld.breedte(woorden, GEWOON, False)
        stukken.append(Stuk(woorden, Mm(x), Mm(breedte), False, False, INKT, doel, taal, voluit))
        x += breedte
    return Regel(Mm(y), tuple(stukken))


def tekst(
    *regels: Regel, soort: type_structuur = "alinea", opsomming: str = "", merk: str = "", y: float = 30
) -> Tekst:
    """Give a paragraph of these lines, or of a word."""
    rijen = regels or (regel(y, ("woord", None, "", "")),)
    stijl = replace(GEWOON, structuur=soort, opsomming=opsomming)
    lopen = tuple(Loop(stuk.tekst) for rij in rijen for stuk in rij.stukken)
    voor = Regel(rijen[0].basislijn, (Stuk(merk, Mm(15), Mm(3), False, False, INKT),)) if merk else None
    return Tekst("Tekst", vak(10, 10, 200, 100), (Alinea(lopen, stijl, rijen, voor),))


def woorden(tekst_: str, soort: type_structuur = "alinea", y: float = 30) -> Tekst:
    return tekst(regel(y, (tekst_, None, "", "")), soort=soort)


def blad(*elementen: Element, id_: str = "a", titel: str = "A") -> Pagina:
    return Pagina(id_, titel, LEEG, elementen)


def schrijf(*paginas: Pagina) -> bytes:
    """Give a PDF of these pages in which nothing keeps an aid from reading."""
    pdf = PdfSchrijver(CARLITO).schrijf(voorbeeld.document(*paginas), MOMENT)
    assert [str(een) for een in keur_pdf(pdf)] == []
    return pdf


def elementen(pdf: Pdf, soort: str) -> list[Object]:
    """Give all structure elements of a type, in the order of reading."""
    gevonden: list[Object] = []

    def loop(element: Object) -> None:
        if element.get("/S") == f"/{soort}":
            gevonden.append(element)
        kinderen = element.get("/K", Array())
        for kind in kinderen if isinstance(kinderen, Array) else [kinderen]:
            if isinstance(kind, Dictionary) and "/S" in kind:
                loop(kind)

    loop(pdf.Root.StructTreeRoot.K)
    return gevonden


def geopend(*paginas: Pagina) -> Pdf:
    return pikepdf.open(io.BytesIO(schrijf(*paginas)))


KOP = woorden("Wat nu?", "titel", 15)


def test_een_pagina_is_een_sectie_met_haar_titel_en_een_kop() -> None:
    with geopend(blad(KOP, tekst(), titel="Wat nu?"), blad(KOP, tekst(), id_="b", titel="En dan?")) as pdf:
        assert [str(sectie.T) for sectie in elementen(pdf, "Sect")] == ["Wat nu?", "En dan?"]
        assert len(elementen(pdf, "H1")) == len(elementen(pdf, "H2")) == 1


def test_een_afkorting_zegt_waar_zij_voor_staat_en_een_vreemd_woord_zijn_taal() -> None:
    rij = regel(
        30,
        ("de ", None, "", ""),
        ("VNG", None, "", "de vereniging"),
        (" is ", None, "", ""),
        ("fair", None, "en", ""),
    )
    delen = tekst_in_tagvolgorde(schrijf(blad(KOP, tekst(rij))))
    assert [(deel.tekst, deel.voluit, deel.taal) for deel in delen[1:]] == [
        ("de ", None, None),
        ("VNG", "de vereniging", None),
        (" is ", None, None),
        ("fair", None, "en"),
    ]


def test_een_koppeling_over_twee_regels_is_een_element_met_twee_plaatsen() -> None:
    rijen = (
        regel(30, ("lees ", None, "", ""), ("de andere", NAAR_B, "", "")),
        regel(36, ("kaart", NAAR_B, "", "")),
    )
    breuk = replace(rijen[0], spatie=True)
    with geopend(blad(KOP, tekst(breuk, rijen[1])), blad(KOP, tekst(), id_="b")) as pdf:
        (link,) = elementen(pdf, "Link")
        plaatsen = [kind for kind in link.K if isinstance(kind, Dictionary)]
        assert [kind.Type for kind in plaatsen] == [Name.OBJR, Name.OBJR]
        assert {kind.Obj.objgen for kind in plaatsen} == {een.objgen for een in pdf.pages[0].obj.Annots}


def test_een_koppeling_naar_een_pagina_die_er_niet_is_is_gewone_tekst() -> None:
    with geopend(blad(KOP, tekst(regel(30, ("kaart", NAAR_B, "", ""))))) as pdf:
        assert elementen(pdf, "Link") == []
        assert "/Annots" not in pdf.pages[0].obj


def test_een_afkorting_in_een_koppeling_blijft_een_koppeling() -> None:
    rij = regel(30, ("VNG", NAAR_B, "", "de vereniging"))
    with geopend(blad(KOP, tekst(rij)), blad(KOP, tekst(), id_="b")) as pdf:
        (link,), (span,) = elementen(pdf, "Link"), elementen(pdf, "Span")
        assert span.P.objgen == link.objgen


@pytest.mark.parametrize(
    ("opsomming", "merk", "telling"), [("•", "•", "/Disc"), ("cijfer", "1.", "/Decimal")]
)
def test_een_lijst_zegt_hoe_zij_telt(opsomming: str, merk: str, telling: str) -> None:
    with geopend(blad(KOP, tekst(opsomming=opsomming, merk=merk))) as pdf:
        (lijst,) = elementen(pdf, "L")
        assert lijst.A.ListNumbering == telling
        assert len(elementen(pdf, "Lbl")) == len(elementen(pdf, "LBody")) == 1


def test_een_lijst_zonder_tekens_heeft_geen_labels() -> None:
    with geopend(blad(KOP, woorden("punt", "punt"))) as pdf:
        assert len(elementen(pdf, "LI")) == 1
        assert elementen(pdf, "Lbl") == []


def test_een_nummer_en_zijn_kop_worden_als_woorden_na_elkaar_gelezen() -> None:
    delen = (KOP, woorden("A", "kopnummer"), woorden("Kijken", "kop", 40), tekst(y=50))
    regels = als_regels(tekst_in_tagvolgorde(schrijf(blad(*delen))))
    assert regels == ("H1: Wat nu?", "H2: A Kijken", "P: woord")


def test_een_tabel_heeft_rijen_met_kopcellen_en_een_samenvatting() -> None:
    def cel(kop: type_celkop, woord: str) -> Cel:
        return Cel(vak(10, 10, 50, 10), woorden(woord), kop)

    rijen = ((cel("kolom", "Waarde"), cel("kolom", "Doen")), (cel("rij", "Moed"), cel("", "Springen")))
    tabel = Tabel("Tabel", vak(10, 10, 100, 20), rijen, INKT, Pt(1), "100% moed (in %s)")
    with geopend(blad(KOP, tabel)) as pdf:
        assert [str(kop.A.Scope) for kop in elementen(pdf, "TH")] == ["/Column", "/Column", "/Row"]
        assert len(elementen(pdf, "TD")) == 1
        assert str(elementen(pdf, "Table")[0].A.Summary) == "100% moed (in %s)"


def test_een_figuur_heeft_woorden_en_een_plaats_op_de_pagina() -> None:
    wiel = Groep(
        "Wiel",
        Vak(Mm(10), Mm(20), Mm(30), Mm(40)),
        (Vlak("Deel", vak(10, 20, 30, 40), INKT),),
        "Een ‘wiel’ (1 %d)",
    )
    with geopend(blad(KOP, wiel)) as pdf:
        (figuur,) = elementen(pdf, "Figure")
        assert str(figuur.Alt) == "Een ‘wiel’ (1 %d)"
        hoogte = 210 - 20 - 40
        verwacht = [getal * 72 / 25.4 for getal in (10, hoogte, 40, hoogte + 40)]
        assert [float(getal) for getal in figuur.A.BBox] == pytest.approx(verwacht, abs=0.01)


def test_een_vlak_dat_een_koppeling_is_wordt_een_figuur_in_die_koppeling() -> None:
    knop = Vlak("Knop", vak(10, 20, 30, 40), INKT, doel=NAAR_B)
    with geopend(blad(KOP, knop), blad(KOP, tekst(), id_="b")) as pdf:
        (figuur,), (link,) = elementen(pdf, "Figure"), elementen(pdf, "Link")
        assert figuur.P.objgen == link.objgen
        assert str(figuur.Alt) == "Naar pagina b"


def test_zonder_tags_is_er_geen_structuur_en_belooft_het_bestand_niets() -> None:
    document = voorbeeld.document(blad(KOP, tekst(regel(30, ("kaart", NAAR_B, "", "")))), blad(KOP, id_="b"))
    data = PdfSchrijver(CARLITO, getagd=False).schrijf(document, MOMENT)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert not {"/StructTreeRoot", "/MarkInfo", "/Metadata"} & set(pdf.Root.keys())
        assert len(pdf.pages[0].obj.Annots) == 1
        assert b"BDC" not in pdf.pages[0].obj.Contents.read_bytes()


@pytest.mark.parametrize("aantal", [0, 1, MEESTE_IN_STROOM - 1, MEESTE_IN_STROOM, 3 * MEESTE_IN_STROOM + 7])
def test_een_compact_bestand_geeft_elk_object_terug(aantal: int) -> None:
    bestand = CompactBestand("nl")
    bestand.Catalog.Outlines = None
    eerste = bestand.reserveer(aantal)
    for nummer in range(eerste, eerste + aantal):
        bestand.voeg_toe(los_object(nummer, b"<</Rang %d>>" % nummer))
    los = bestand.verwijs(stroom(b"inhoud", ingepakt=False))
    with pikepdf.open(io.BytesIO(bestand.klaar())) as pdf:
        for nummer in range(eerste, eerste + aantal):
            assert pdf.get_object(nummer, 0).Rang == nummer
        assert pdf.get_object(bestand.nummer(los), 0).read_bytes() == b"inhoud"
        assert pdf.get_warnings() == []


def test_een_compact_bestand_is_elke_keer_hetzelfde_en_verandert_van_kenmerk_met_zijn_inhoud() -> None:
    een, nog_eens, ander = (schrijf(blad(KOP, woorden(woord))) for woord in ("een", "een", "twee"))
    assert een == nog_eens
    kenmerken = [bytes(pikepdf.open(io.BytesIO(data)).trailer.ID[0]) for data in (een, ander)]
    assert kenmerken[0] != kenmerken[1]
