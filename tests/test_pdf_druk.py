"""PDF for printing: boxes, colours, output intent and what a printer is told, as they stand in the file."""

from __future__ import annotations

import re
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pytest

import druk_proef as proef
import pdf_invarianten
from druk_proef import MATEN, PROFIELEN
from kaartgen.icc import Cmyk
from kaartgen.maten import Mm, Pt, naar_pt
from kaartgen.opmaak.druk.drukkaart import Drukkaart
from kaartgen.scene import Alineastijl, Drukwerk, Kleur, Ondergrond, Pagina, Tekst, Vlak
from kaartgen.weergave.pdf_druk import DrukSchrijver, Pers
from pdf_voorbeeldscene import CARLITO, alinea, vak

ZWART, BLAUW, GEEL = Kleur("inkt", "000000"), Kleur("blauw", "1F5FA8"), Kleur("geel", "FFF3D6")
DRUKKERIJ = [naam for naam in PROFIELEN if naam.startswith("drukkerij")]
KANTOOR = [naam for naam in PROFIELEN if naam.startswith("kantoor")]
KLEUROPDRACHTEN = {"rg": "rgb", "RG": "rgb", "g": "grijs", "G": "grijs", "k": "cmyk", "K": "cmyk"}


def kaart(code: str = "W1") -> Drukkaart:
    """Give a card with a ground to the edge, black and blue text, and a word in another look."""
    maat = MATEN["a6"]
    leeg = proef.NIETS
    stijl = Alineastijl(Pt(12), ZWART)
    grond = Ondergrond(
        "Grond", maat, (Vlak("Grond", vak(0, 0, 105, 60), BLAUW),), leeg, stijl, leeg, stijl, leeg, stijl
    )
    zwart = Tekst("Zwart", vak(10, 70, 80, 20), (alinea("Wat telt?", stijl, 10, 76, 80),))
    blauw = Alineastijl(Pt(12), BLAUW)
    gekleurd = Tekst("Blauw", vak(10, 90, 80, 20), (alinea("Lef", blauw, 10, 96, 80),))
    geel = Vlak("Geel", vak(8, 68, 60, 40), GEEL)
    voor = Pagina(f"{code}-voor", code, grond, (geel, zwart, gekleurd))
    return Drukkaart(code, code, voor, Pagina(f"{code}-achter", code, grond, (zwart,)))


def bestand(profiel: str, kaarten: tuple[Drukkaart, ...] | None = None) -> pikepdf.Pdf:
    """Give the open print file of these cards."""
    gelegd = proef.vellen(profiel, kaarten or (kaart("W1"), kaart("W2"), kaart("W3")))
    return pikepdf.open(BytesIO(proef.schrijf(profiel, gelegd)))


def stromen(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Give everything that draws: pages and forms."""
    yield from (pagina.obj for pagina in pdf.pages)
    yield from (
        deel for deel in pdf.objects if isinstance(deel, pikepdf.Stream) and deel.get("/Subtype") == "/Form"
    )


def opdrachten(pdf: pikepdf.Pdf) -> list[tuple[list[object], str]]:
    """Give all drawing instructions of a file."""
    return [
        (list(een.operands), str(een.operator))
        for stroom in stromen(pdf)
        for een in pikepdf.parse_content_stream(stroom)
    ]


def mm(kader: pikepdf.Object) -> list[float]:
    """Give a box in mm."""
    return [round(float(getal) / naar_pt(Mm(1)), 2) for getal in kader]  # type: ignore[attr-defined]


@pytest.mark.parametrize("profiel", PROFIELEN)
def test_elk_drukbestand_doorstaat_de_invarianten(profiel: str) -> None:
    gelegd = proef.vellen(profiel, (kaart("W1"), kaart("W2")))
    assert pdf_invarianten.controleer(proef.schrijf(profiel, gelegd), om_te_lezen=False) == []


@pytest.mark.parametrize("profiel", PROFIELEN)
def test_elk_drukbestand_heeft_alleen_de_kleuren_van_zijn_profiel(profiel: str) -> None:
    gebruikt = {KLEUROPDRACHTEN[wat] for _, wat in opdrachten(bestand(profiel)) if wat in KLEUROPDRACHTEN}
    assert gebruikt == {proef.profiel(profiel).kleur}


@pytest.mark.parametrize("profiel", PROFIELEN)
def test_een_printer_hoort_hoe_hij_moet_afdrukken(profiel: str) -> None:
    pdf = bestand(profiel)
    wensen = pdf.Root.ViewerPreferences
    verwacht = {
        "lange-zijde": "/DuplexFlipLongEdge",
        "korte-zijde": "/DuplexFlipShortEdge",
        "enkel": "/Simplex",
        "omvouwen": "/Simplex",
    }
    assert wensen.PrintScaling == "/None"
    assert wensen.Duplex == verwacht[proef.profiel(profiel).keren]


def test_de_drukker_krijgt_snijkant_en_afloop_in_vakken() -> None:
    for pagina in bestand("drukkerij").pages:
        assert mm(pagina.obj.TrimBox) == [9, 9, 114, 157]
        assert mm(pagina.obj.BleedBox) == [6, 6, 117, 160]
        assert mm(pagina.obj.MediaBox) == [0, 0, 123, 166]


def test_de_kleur_loopt_echt_door_tot_het_eind_van_de_afloop() -> None:
    pdf = bestand("drukkerij")
    vorm = pdf.pages[0].obj.Resources.XObject["/K0"]
    assert mm(vorm.BBox) == [-3, -3, 108, 151]
    rechthoeken = [
        [float(getal) / naar_pt(Mm(1)) for getal in een.operands]  # type: ignore[arg-type]
        for een in pikepdf.parse_content_stream(vorm)
        if str(een.operator) == "re"
    ]
    assert rechthoeken[0] == pytest.approx([-3, 88, 111, 63], abs=0.01)


def test_op_kantoor_blijft_kleur_binnen_een_witte_rand() -> None:
    pdf = bestand("kantoor")
    vorm = pdf.pages[0].obj.Resources.XObject["/K0"]
    eerste = next(een for een in pikepdf.parse_content_stream(vorm) if str(een.operator) == "re")
    assert [float(getal) / naar_pt(Mm(1)) for getal in eerste.operands] == pytest.approx(  # type: ignore[arg-type]
        [4, 88, 97, 56], abs=0.01
    )


@pytest.mark.parametrize("profiel", DRUKKERIJ)
def test_een_bestand_voor_de_drukker_noemt_zijn_pers(profiel: str) -> None:
    pdf = bestand(profiel)
    soorten = {str(een.S): een for een in pdf.Root.OutputIntents}  # type: ignore[attr-defined]
    assert set(soorten) == {"/GTS_PDFX", "/GTS_PDFA1"}
    pers = soorten["/GTS_PDFX"]
    assert str(pers.OutputConditionIdentifier) == "FOGRA39"
    assert pers.DestOutputProfile.read_bytes() == proef.ICC
    assert int(pers.DestOutputProfile.N) == 4
    assert pers.DestOutputProfile.objgen == soorten["/GTS_PDFA1"].DestOutputProfile.objgen
    assert pdf.pdf_version == "1.6"
    assert pdf.docinfo["/Trapped"] == "/False"


@pytest.mark.parametrize("profiel", KANTOOR)
def test_een_bestand_voor_kantoor_weet_niets_van_een_pers(profiel: str) -> None:
    pdf = bestand(profiel)
    assert "/OutputIntents" not in pdf.Root
    assert "/Metadata" not in pdf.Root


def test_de_metagegevens_zeggen_pdfx_en_pdfa() -> None:
    pdf = bestand("drukkerij")
    xml = pdf.Root.Metadata.read_bytes()
    ElementTree.fromstring(re.sub(rb"<\?xpacket.*?\?>", b"", xml))
    with pdf.open_metadata() as meta:
        assert meta["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "B")
        assert meta["pdf:Trapped"] == "False"
        assert str(pdf.docinfo["/Title"]) == meta["dc:title"]
        assert meta["xmp:CreateDate"] == "2024-01-01T00:00:00+00:00"
    assert b"/Filter" not in pdf.Root.Metadata.unparse()


def test_zwarte_tekst_is_alleen_zwart_en_wordt_over_de_grond_gedrukt() -> None:
    standen, kleur = [], None
    stand = ""
    for operanden, wat in opdrachten(bestand("drukkerij")):
        if wat == "k":
            kleur = [float(getal) for getal in operanden]  # type: ignore[arg-type]
        elif wat == "gs":
            stand = str(operanden[0])
        elif wat == "TJ":
            standen.append((kleur == [0, 0, 0, 1], stand))
        elif wat == "f":
            assert stand == "/Uitsparen"
    assert set(standen) == {(True, "/Overdruk"), (False, "/Uitsparen")}


def test_overdrukken_en_uitsparen_zijn_wat_ze_heten() -> None:
    pdf = bestand("drukkerij")
    standen = pdf.pages[0].obj.Resources.ExtGState
    over, uit = standen["/Overdruk"], standen["/Uitsparen"]
    assert (bool(over.OP), bool(over.op), int(over.OPM)) == (True, True, 1)
    assert (bool(uit.OP), bool(uit.op)) == (False, False)


def test_snijtekens_staan_op_elke_plaat() -> None:
    pdf = bestand("drukkerij")
    ruimte = pdf.pages[0].obj.Resources.ColorSpace["/Alle"]
    assert (str(ruimte[0]), str(ruimte[1])) == ("/Separation", "/All")
    opdrachten_blad = [str(een.operator) for een in pikepdf.parse_content_stream(pdf.pages[0].obj)]
    assert opdrachten_blad.count("S") == 8
    assert "SCN" in opdrachten_blad
    assert "K" not in opdrachten_blad


@pytest.mark.parametrize("profiel", PROFIELEN)
def test_wat_om_de_kaarten_heen_staat_laat_niets_achter_voor_de_kaarten(profiel: str) -> None:
    kaarten = tuple(proef.proefkaart(nummer, MATEN["poker"]) for nummer in range(1, 4))
    kaarten = tuple(replace(kaart, achter=None) for kaart in kaarten) if "enkel" in profiel else kaarten
    for pagina in bestand(profiel, kaarten).pages:
        diep = 0
        for een in pikepdf.parse_content_stream(pagina):
            wat = str(een.operator)
            diep += {"q": 1, "Q": -1}.get(wat, 0)
            assert diep or wat == "Q", wat
        assert diep == 0


def test_elke_kant_van_een_kaart_staat_een_keer_in_het_bestand_met_haar_code() -> None:
    maat = MATEN["poker"]
    zelfde = proef.proefkaart(1, maat).achter
    kaarten = tuple(Drukkaart(f"V{n}", "", proef.proefkaart(n, maat).voor, zelfde) for n in range(1, 13))
    pdf = bestand("kantoor", kaarten)
    vormen = [deel for deel in stromen(pdf) if deel.get("/Subtype") == "/Form"]
    merken = sorted(
        (str(v.PieceInfo.kaartgen.Private.Code), str(v.PieceInfo.kaartgen.Private.Kant)) for v in vormen
    )
    assert merken == sorted((f"V{n}", kant) for n in range(1, 13) for kant in ("/voor", "/achter"))
    assert all(mm(v.PieceInfo.kaartgen.Private.Netto) == [0, 0, 63, 88] for v in vormen)


def test_dezelfde_vellen_geven_dezelfde_bytes() -> None:
    een, ander = (proef.schrijf("drukkerij", proef.vellen("drukkerij", (kaart(),))) for _ in range(2))
    assert een == ander


def test_een_schrijver_houdt_zich_aan_de_grens_voor_inkt() -> None:
    donker = Kleur("donker", "0A1A12")
    maat = MATEN["poker"]
    pagina = proef.kant(maat, "k", (Vlak("Vlak", vak(0, 0, 63, 88), donker),))
    gelegd = proef.vellen("drukkerij-digitaal", (Drukkaart("1", "", pagina, pagina),))
    schrijver = DrukSchrijver(CARLITO, Cmyk(proef.ICC, 180), Pers(proef.ICC, "FOGRA39", "Pers", True))
    werk = Drukwerk("t", "o", "m", "nl-NL", gelegd)
    pdf = pikepdf.open(BytesIO(schrijver.schrijf(werk, proef.MOMENT)))
    sommen = [sum(map(float, operanden)) for operanden, wat in opdrachten(pdf) if wat == "k"]  # type: ignore[arg-type]
    assert sommen
    assert max(sommen) <= 1.8
    assert sum(Cmyk(proef.ICC, 300).inkt(donker)) > 1.8


def test_drukwerk_zonder_vellen_kan_niet() -> None:
    with pytest.raises(ValueError, match="geen vellen"):
        proef.schrijver(proef.profiel("kantoor")).schrijf(Drukwerk("t", "o", "m", "nl-NL", ()), proef.MOMENT)


def test_vellen_voor_tweeduizend_kaarten_kosten_weinig_geheugen() -> None:
    kaarten = proef.proefset(2000, MATEN["poker"])
    schrijver, gekozen = proef.schrijver(proef.profiel("kantoor")), proef.profiel("kantoor")
    tracemalloc.start()
    gelegd = proef.vellen("kantoor", kaarten)
    data = schrijver.schrijf(Drukwerk("t", "o", "m", "nl-NL", gelegd, gekozen.keren), proef.MOMENT)
    _, hoogste = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(gelegd) == 2 * 223
    assert hoogste < 30_000_000
    assert len(data) < 3_000_000
