"""The PDF renderer: what it draws, what the file tells, and that the same input gives the same bytes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, Pdf

import pdf_voorbeeldscene as voorbeeld
from kaartgen.maten import PT_PER_INCH, Maat, Mm, Pt, naar_mm, naar_pt
from kaartgen.scene import (
    Alinea,
    Alineastijl,
    Doel,
    Element,
    Groep,
    Kleur,
    Lijn,
    Ondergrond,
    Pad,
    Pagina,
    Regel,
    Stap,
    Stuk,
    Tekst,
    Vlak,
)
from kaartgen.weergave import pdf_tekening
from kaartgen.weergave.pdf import PdfSchrijver
from kaartgen.weergave.pdf_inkt import Pen
from kaartgen.weergave.pdf_letters import Letterkast
from kaartgen.weergave.pdf_tekening import Tekening
from pdf_invarianten import Woord, controleer, teksten
from pdf_voorbeeldscene import CARLITO, GEWOON, INKT, MOMENT, ONDERGROND, ROOD, vak

SPELING_MM = 0.3
LEEG = replace(ONDERGROND, elementen=())


@pytest.fixture(scope="module")
def gewoon() -> bytes:
    """Give the example document as PDF."""
    return PdfSchrijver(CARLITO).schrijf(voorbeeld.voorbeelddocument(), MOMENT)


def blad(*elementen: Element, ondergrond: Ondergrond = LEEG, **velden: object) -> Pagina:
    """Give a page with only these elements."""
    return replace(Pagina("a", "A", ondergrond, elementen), **velden)  # type: ignore[arg-type]


def schrijf(*paginas: Pagina) -> bytes:
    """Give a new PDF of these pages, with nothing wrong in it but that some hold nothing to read."""
    data = PdfSchrijver(CARLITO).schrijf(voorbeeld.document(*paginas), MOMENT)
    assert controleer(data, om_te_horen=False) == []
    return data


def regels(*rijen: str, stijl: Alineastijl = GEWOON, x: float = 20, y: float = 30) -> Tekst:
    """Give a paragraph of these lines, exactly as they are."""
    gezet = []
    for nummer, rij in enumerate(rijen):
        breedte = Mm(voorbeeld.breedte(rij, stijl, stijl.vet))
        stuk = Stuk(rij, Mm(x), breedte, stijl.vet, stijl.cursief, stijl.kleur)
        gezet.append(Regel(Mm(y + 6 * nummer), (stuk,), spatie=rij is not rijen[-1] and rij[-1] not in "- "))
    return Tekst("Tekst", vak(x, y - 5, 100, 6 * len(rijen)), (Alinea((), stijl, tuple(gezet)),))


def getekend(data: bytes, pagina: int = 0) -> list[Woord]:
    """Give what the text operators of a page show."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return teksten(pdf, pagina)


def gelezen(data: bytes, pagina: int = 0) -> str:
    """Give the text of a page as a reader copies it."""
    with pypdfium2.PdfDocument(data) as pdf:
        tekst: str = pdf[pagina].get_textpage().get_text_bounded()
    return tekst.replace("\r\n", "\n")


def opdrachten(data: bytes, pagina: int = 0) -> str:
    """Give the content stream of a page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return pdf.pages[pagina].obj.Contents.read_bytes().decode("ascii")


def kleur(data: bytes, x: float, y: float, pagina: int = 0) -> str:
    """Give the colour of the page at this place in mm."""
    with pypdfium2.PdfDocument(data) as pdf:
        beeld = pdf[pagina].render(scale=4 * 25.4 / PT_PER_INCH, rev_byteorder=True).to_pil()
    rood, groen, blauw = beeld.getpixel((round(4 * x), round(4 * y)))
    return f"{rood:02X}{groen:02X}{blauw:02X}"


# The file as a whole


def test_een_gewoon_document_is_in_orde(gewoon: bytes) -> None:
    assert controleer(gewoon) == []


def test_de_gegevens_staan_in_het_bestand(gewoon: bytes) -> None:
    with pikepdf.open(BytesIO(gewoon)) as pdf:
        assert {sleutel: str(waarde) for sleutel, waarde in pdf.docinfo.items()} == {
            "/Title": "Kaarten – voorbeeld één",
            "/Author": "Instituut voor België",
            "/Subject": "Gesprekskaarten",
            "/Keywords": "waarden, reflectie",
            "/Creator": "kaartgen",
            "/Producer": "ReportLab PDF Library - (opensource)",
            "/CreationDate": "D:20260102030405+00'00'",
            "/ModDate": "D:20260102030405+00'00'",
            "/Trapped": "/False",
        }
        assert pdf.Root.Lang == "nl-NL"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


@pytest.mark.parametrize(
    ("moment", "datum"),
    [
        (datetime(2026, 7, 8, 9, 10, 11, tzinfo=timezone(timedelta(hours=2))), "D:20260708091011+02'00'"),
        (
            datetime(2026, 7, 8, 9, 10, 11, tzinfo=timezone(-timedelta(hours=3, minutes=30))),
            "D:20260708091011-03'30'",
        ),
        (datetime(2026, 7, 8, 9, 10, 11), "D:20260708091011"),
    ],
)
def test_de_datum_houdt_zijn_tijdzone(moment: datetime, datum: str) -> None:
    data = PdfSchrijver(CARLITO).schrijf(voorbeeld.document(blad(regels("Dag"))), moment)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert {str(pdf.docinfo[sleutel]) for sleutel in ("/CreationDate", "/ModDate")} == {datum}


def test_een_pagina_heeft_haar_eigen_maat() -> None:
    klein = replace(LEEG, maat=Maat(Mm(63), Mm(88)))
    data = schrijf(blad(regels("Groot")), blad(regels("Klein", x=3, y=9), ondergrond=klein, id="b"))
    with pypdfium2.PdfDocument(data) as pdf:
        maten = [tuple(naar_mm(Pt(lengte)) for lengte in pagina.get_size()) for pagina in pdf]
    assert maten == [pytest.approx((297, 210), abs=0.01), pytest.approx((63, 88), abs=0.01)]


def test_een_document_zonder_paginas_is_een_fout() -> None:
    with pytest.raises(ValueError, match="geen pagina's"):
        PdfSchrijver(CARLITO).schrijf(voorbeeld.document(), MOMENT)


# The same input, the same bytes


def test_een_ander_proces_geeft_dezelfde_bytes(gewoon: bytes) -> None:
    opdracht = (
        "import sys; import pdf_voorbeeldscene as v; from kaartgen.weergave.pdf import PdfSchrijver;"
        "sys.stdout.buffer.write(PdfSchrijver(v.CARLITO).schrijf(v.voorbeelddocument(), v.MOMENT))"
    )
    paden = os.pathsep.join(pad for pad in sys.path if pad)
    omgeving = {
        **os.environ,
        "PYTHONPATH": paden,
        "PYTHONHASHSEED": "7",
        "SOURCE_DATE_EPOCH": "12345",
        "TZ": "Asia/Tokyo",
    }
    proces = subprocess.run([sys.executable, "-c", opdracht], capture_output=True, env=omgeving, check=True)
    assert proces.stdout == gewoon


def test_wat_eerder_geschreven_is_maakt_geen_verschil(gewoon: bytes) -> None:
    schrijver = PdfSchrijver(CARLITO)
    schrijver.schrijf(voorbeeld.document(blad(regels("Ωμέγα Ж łódź ﬁ"))), MOMENT)
    document = voorbeeld.voorbeelddocument()
    assert schrijver.schrijf(document, MOMENT) == gewoon
    assert schrijver.schrijf(document, MOMENT) == gewoon


def test_andere_inhoud_heeft_een_ander_kenmerk(gewoon: bytes) -> None:
    document = voorbeeld.voorbeelddocument()
    ander = PdfSchrijver(CARLITO).schrijf(replace(document, onderwerp="Anders"), MOMENT)
    later = PdfSchrijver(CARLITO).schrijf(document, MOMENT + timedelta(seconds=1))
    kenmerken = set()
    for data in (gewoon, ander, later):
        with pikepdf.open(BytesIO(data)) as pdf:
            kenmerken.add(bytes(pdf.trailer.ID[0]))
    assert len(kenmerken) == 3


def test_een_pagina_wordt_maar_een_keer_getekend(monkeypatch: pytest.MonkeyPatch) -> None:
    getekende: list[str] = []

    def teken(pagina: Pagina, letterkast: Letterkast, pen: Pen, *, getagd: bool) -> Tekening:
        getekende.append(pagina.id)
        return pdf_tekening.teken(pagina, letterkast, pen, getagd=getagd)

    monkeypatch.setattr("kaartgen.weergave.pdf.teken", teken)
    een, twee = blad(regels("Een"), id="een"), blad(regels("Twee"), id="twee")
    schrijver = PdfSchrijver(CARLITO)
    for paginas in ((een, twee), (twee,), (een, twee, een)):
        schrijver.schrijf(voorbeeld.document(*paginas), MOMENT)
    assert getekende == ["een", "twee"]


def test_een_nieuwe_pagina_krijgt_nooit_de_tekening_van_een_oude() -> None:
    schrijver = PdfSchrijver(CARLITO)
    for nummer in range(50):
        document = voorbeeld.document(blad(regels(f"Pagina{nummer}")))
        data = schrijver.schrijf(document, MOMENT)
        # Without this page in memory the next one may well get its place and so its id.
        del document
        assert getekend(data)[0].tekst == f"Pagina{nummer}"


# Text


def verwachte_stukken(pagina: Pagina) -> list[tuple[str, float, float, float]]:
    """Give text, begin, end and baseline in mm of all pieces in the scene, without spaces at the end."""
    uit: list[tuple[str, float, float, float]] = []
    for stijl, regel, stuk in voorbeeld.stukken(pagina):
        tekst = stuk.tekst.rstrip()
        breedte = stuk.breedte - naar_mm(stijl.spatiering)
        if tekst != stuk.tekst:
            breedte = voorbeeld.breedte(tekst, stijl, stuk.vet, stuk.cursief)
        uit.append((tekst, stuk.x, stuk.x + breedte, regel.basislijn))
    return uit


def test_elk_stuk_staat_waar_de_scene_het_zet(gewoon: bytes) -> None:
    for nummer, pagina in enumerate(voorbeeld.voorbeelddocument().paginas):
        hoogte = naar_pt(pagina.maat.hoogte)
        woorden = iter(getekend(gewoon, nummer))
        for tekst, begin, eind, basislijn in verwachte_stukken(pagina):
            # A letter-spaced piece is shown word by word.
            deel = eerste = next(woorden)
            getoond = deel.tekst
            while len(getoond.rstrip()) < len(tekst):
                deel = next(woorden)
                getoond += deel.tekst
            assert getoond.rstrip() == tekst
            assert naar_mm(Pt(eerste.begin[0])) == pytest.approx(begin, abs=0.01)
            assert naar_mm(Pt(hoogte - eerste.begin[1])) == pytest.approx(basislijn, abs=0.01)
            assert naar_mm(Pt(deel.eind[0])) == pytest.approx(eind, abs=0.05)
        assert next(woorden, None) is None


def test_een_ander_programma_vindt_elke_letter_waar_de_scene_haar_zet() -> None:
    woord = "AVRO-Tros’"
    data = schrijf(blad(regels(woord, stijl=replace(GEWOON, korps=Pt(30)))))
    with pypdfium2.PdfDocument(data) as pdf:
        pagina = pdf[0].get_textpage()
        plekken = [pagina.get_charbox(index, loose=True)[0] for index in range(len(woord))]
    pen = 20.0
    for plek, voortgang in zip(plekken, CARLITO.snede().vorm(woord), strict=True):
        assert naar_mm(Pt(plek)) == pytest.approx(pen, abs=SPELING_MM)
        pen += naar_mm(Pt(30 * voortgang))


def test_woorden_zijn_onderling_niet_aangehaald() -> None:
    stijl = replace(GEWOON, korps=Pt(40))
    (deel,) = getekend(schrijf(blad(regels("AV AV", stijl=stijl))))
    snede = CARLITO.snede()
    losse = 2 * sum(snede.vorm("AV")) + sum(snede.vorm(" "))
    assert deel.eind[0] - deel.begin[0] == pytest.approx(40 * losse, abs=0.02)
    assert sum(snede.vorm("AV")) < sum(snede.vorm("A")) + sum(snede.vorm("V")) - 0.01


def test_een_afgebroken_regel_eindigt_met_een_spatie() -> None:
    delen = getekend(schrijf(blad(regels("een regel", "loopt door- ", "door soci\u00adaal-", "en is uit"))))
    assert [deel.tekst for deel in delen] == ["een regel ", "loopt door- ", "door sociaal-", "en is uit"]


def test_alleen_het_laatste_stuk_van_een_regel_krijgt_de_spatie() -> None:
    stukken = tuple(Stuk(woord, Mm(x), Mm(9), False, False, INKT) for woord, x in (("een", 20), ("twee", 40)))
    alinea = Alinea((), GEWOON, (Regel(Mm(30), stukken, spatie=True), Regel(Mm(36), stukken)))
    delen = getekend(schrijf(blad(Tekst("T", vak(20, 20, 90, 20), (alinea, alinea)))))
    assert [deel.tekst for deel in delen] == ["een", "twee ", "een", "twee"] * 2


def test_een_zacht_streepje_is_alleen_aan_het_eind_te_zien() -> None:
    delen = getekend(schrijf(blad(regels("waar\u00adden\u00ad", "clus\u00adters"))))
    assert [deel.tekst for deel in delen] == ["waarden-", "clusters"]


def test_tekst_is_te_kopieren(gewoon: bytes) -> None:
    gekopieerd = " ".join(gelezen(gewoon, 1).split())
    for zin in (voorbeeld.LOREM, "WAARDENCLUSTER AVTO", "Kaarten voor het gesprek", "Gewoon, vet en cursief"):
        assert zin in gekopieerd


def test_een_vaste_spatie_komt_terug_als_spatie() -> None:
    data = schrijf(blad(regels("19\u00a0uur en 5\u202f%")))
    assert gelezen(data).replace("\u00a0", " ").replace("\u202f", " ").split() == [
        "19",
        "uur",
        "en",
        "5",
        "%",
    ]


def test_gespatieerde_woorden_houden_hun_tekst_bij_zich() -> None:
    data = schrijf(blad(regels("Twee  één", stijl=replace(GEWOON, spatiering=Pt(3)))))
    bron = opdrachten(data)
    assert len(re.findall(r"/Span <</MCID \d+/ActualText <FEFF", bron)) == 2
    assert "één".encode("utf-16-be").hex().upper() in bron
    assert gelezen(data).split() == ["Twee", "één"]


def test_spatiering_geldt_alleen_voor_haar_eigen_alinea() -> None:
    ruim = replace(GEWOON, spatiering=Pt(2))
    delen = getekend(schrijf(blad(regels("ruim", stijl=ruim), regels("krap", y=60))))
    breedte = {woord: 11 * sum(CARLITO.snede().vorm(woord)) for woord in ("ruim", "krap")}
    assert delen[0].eind[0] - delen[0].begin[0] == pytest.approx(breedte["ruim"] + 3 * 2, abs=0.02)
    assert delen[1].eind[0] - delen[1].begin[0] == pytest.approx(breedte["krap"], abs=0.02)


def test_meer_dan_255_verschillende_tekens_op_een_pagina() -> None:
    alles = [
        chr(code)
        for code in (*range(0x21, 0x7F), *range(0xC0, 0x180), *range(0x391, 0x3CA), *range(0x410, 0x450))
    ]
    tekens = [teken for teken in alles if not CARLITO.snede().ontbrekend(teken)]
    assert len(tekens) > 350
    rijen = ["".join(tekens[begin : begin + 30]) for begin in range(0, len(tekens), 30)]
    data = schrijf(blad(regels(*rijen)))
    assert "".join(deel.tekst.rstrip() for deel in getekend(data)) == "".join(tekens)
    assert "".join(gelezen(data).split()) == "".join(tekens)


def test_een_teken_dat_het_lettertype_niet_heeft_is_een_fout() -> None:
    with pytest.raises(ValueError, match=r"'漢' \(U\+6F22\) staat niet in het lettertype Carlito-Bold"):
        schrijf(blad(regels("Kanji 漢", stijl=replace(GEWOON, vet=True))))


def test_alleen_gebruikte_sneden_gaan_mee() -> None:
    data = schrijf(blad(regels("vet", stijl=replace(GEWOON, vet=True)), regels("gewoon", y=60)))
    with pikepdf.open(BytesIO(data)) as pdf:
        namen = sorted(str(font.BaseFont)[8:] for font in pdf.pages[0].obj.Resources.Font.values())
        soorten = [str(object_.get("/Type")) for object_ in pdf.objects if isinstance(object_, Dictionary)]
    assert namen == ["Carlito", "Carlito-Bold"]
    assert soorten.count("/FontDescriptor") == 2


def test_vet_en_cursief_worden_in_hun_eigen_snede_getekend() -> None:
    stijlen = [
        replace(GEWOON, vet=vet, cursief=cursief) for vet in (False, True) for cursief in (False, True)
    ]
    data = schrijf(
        blad(*(regels("Waarde", stijl=stijl, y=30 + 10 * plek) for plek, stijl in enumerate(stijlen)))
    )
    breedten = [deel.eind[0] - deel.begin[0] for deel in getekend(data)]
    verwacht = [11 * CARLITO.snede(stijl.vet, stijl.cursief).breedte("Waarde") for stijl in stijlen]
    assert breedten == pytest.approx(verwacht, abs=0.02)
    assert len(set(breedten)) == 4


# Shapes


def test_een_vlak_vult_zijn_vak() -> None:
    data = schrijf(blad(Vlak("V", vak(20, 30, 40, 10), ROOD)))
    binnen, buiten = [(20.5, 30.5), (59.5, 39.5)], [(19.5, 35), (60.5, 35), (40, 29.5), (40, 40.5)]
    assert {kleur(data, x, y) for x, y in binnen} == {ROOD.hex}
    assert {kleur(data, x, y) for x, y in buiten} == {"FFFFFF"}


def test_een_lijn_heeft_haar_dikte_en_rechte_einden() -> None:
    dikte = Pt(4 / 25.4 * 72)
    data = schrijf(blad(Lijn("L", Mm(20), Mm(30), Mm(60), Mm(30), dikte, ROOD)))
    assert kleur(data, 20.5, 30) == kleur(data, 40, 28.5) == kleur(data, 40, 31.5) == ROOD.hex
    assert kleur(data, 19.4, 30) == kleur(data, 40, 27.4) == kleur(data, 40, 32.6) == "FFFFFF"


def hoek(**velden: object) -> Pad:
    """Give an angle with its corner on top, drawn with a pen of 4 mm."""
    stappen = (Stap("M", ((30, 60),)), Stap("L", ((50, 30),)), Stap("L", ((70, 60),)))
    return replace(Pad("P", vak(30, 30, 40, 30), stappen), **velden)  # type: ignore[arg-type]


def test_een_streek_heeft_ronde_einden_en_hoeken() -> None:
    data = schrijf(blad(hoek(streek=ROOD, dikte=naar_pt(Mm(4)))))
    # A round end reaches 2 mm past its point, a round corner no further than that (a sharp one 3.6 mm).
    assert kleur(data, 28.9, 61.2) == kleur(data, 50, 28.4) == ROOD.hex
    assert kleur(data, 28.0, 62.0) == kleur(data, 50, 27.4) == "FFFFFF"
    assert kleur(data, 50, 50) == "FFFFFF"


def test_een_pad_kan_vulling_en_streek_hebben() -> None:
    groen = Kleur("groen", "00AA00")
    data = schrijf(blad(hoek(vulling=groen, streek=ROOD, dikte=naar_pt(Mm(2)))))
    assert (kleur(data, 50, 50), kleur(data, 50, 30)) == (groen.hex, ROOD.hex)
    assert kleur(schrijf(blad(hoek(vulling=groen))), 50, 29.5) == "FFFFFF"


def test_een_lijn_na_een_pad_heeft_weer_rechte_einden() -> None:
    lijn = Lijn("L", Mm(20), Mm(100), Mm(60), Mm(100), naar_pt(Mm(4)), ROOD)
    data = schrijf(blad(hoek(streek=ROOD, dikte=naar_pt(Mm(4))), lijn))
    assert kleur(data, 19.4, 100) == "FFFFFF"


def test_een_gebogen_pad_volgt_zijn_kromme_en_een_binnenrand_is_een_gat() -> None:
    data = schrijf(blad(voorbeeld.wiel(100, 100, "a")))
    groen, wit, rood = voorbeeld.GROEN.hex, "FFFFFF", ROOD.hex
    assert [kleur(data, 100 + x, 100) for x in (-12.4, -11.5, -7, 0, 7, 11.5, 12.4)] == [
        wit, groen, wit, rood, wit, groen, wit,
    ]  # fmt: skip
    assert (kleur(data, 107.9, 107.9), kleur(data, 109, 109)) == (groen, wit)


def test_een_tabel_heeft_vullingen_lijnen_en_tekst() -> None:
    data = schrijf(blad(voorbeeld.tabel(20, 50)))
    assert kleur(data, 79, 51) == kleur(data, 139, 51) == voorbeeld.ZAND.hex
    assert kleur(data, 79, 61) == "FFFFFF"
    assert {kleur(data, x, y) for x in (21, 80, 139) for y in (59, 68)} == {voorbeeld.GROEN.hex}
    assert kleur(data, 50, 49.5) == kleur(data, 141, 59) == "FFFFFF"
    assert [deel.tekst for deel in getekend(data)] == [
        "Waarde",
        "Vraag",
        "Empathie",
        "Wie hebben we niet gehoord?",
    ]


def test_de_lijn_onder_een_rij_ligt_op_de_vulling_eronder() -> None:
    tabel = voorbeeld.tabel(20, 50)
    gevuld = tuple(tuple(replace(cel, vulling=voorbeeld.ZAND) for cel in rij) for rij in tabel.rijen)
    data = schrijf(blad(replace(tabel, rijen=gevuld, lijndikte=naar_pt(Mm(1)))))
    assert kleur(data, 50, 58.7) == kleur(data, 50, 59.3) == voorbeeld.GROEN.hex


def test_de_ondergrond_ligt_onder_en_de_leesvolgorde_is_de_tekenvolgorde() -> None:
    groen, blauw = Kleur("groen", "00AA00"), Kleur("blauw", "0000CC")
    grond = replace(LEEG, elementen=(Vlak("G", vak(0, 0, 297, 210), groen), regels("onder")))
    een, twee = Vlak("1", vak(20, 40, 40, 40), ROOD), Vlak("2", vak(40, 60, 40, 40), blauw)
    data = schrijf(blad(een, regels("eerst"), twee, regels("dan", y=20), ondergrond=grond))
    assert [kleur(data, x, x + 20) for x in (10, 30, 50, 70)] == [groen.hex, ROOD.hex, blauw.hex, blauw.hex]
    assert [deel.tekst for deel in getekend(data)] == ["onder", "eerst", "dan"]


def test_een_groep_tekent_haar_delen_op_volgorde() -> None:
    delen = (Vlak("1", vak(20, 30, 20, 20), ROOD), Vlak("2", vak(30, 40, 20, 20), INKT))
    data = schrijf(blad(Groep("G", vak(20, 30, 30, 30), delen)))
    assert [kleur(data, x, x + 10) for x in (25, 35, 45)] == [ROOD.hex, INKT.hex, INKT.hex]


# Links and bookmarks


def koppelingen(data: bytes, pagina: int = 0) -> list[tuple[str, str, tuple[float, ...]]]:
    """Give words, destination and rectangle (x, y, width, height in mm) of the links on a page."""
    uit: list[tuple[str, str, tuple[float, ...]]] = []
    with pikepdf.open(BytesIO(data)) as pdf:
        nummers = {blad.obj.objgen: str(index) for index, blad in enumerate(pdf.pages)}
        hoogte = float(pdf.pages[pagina].obj.MediaBox[3])
        for link in pdf.pages[pagina].obj.get("/Annots", Array()):
            if "/Dest" in link:
                assert str(link.Dest[1]) == "/Fit"
                doel = nummers[link.Dest[0].objgen]
            else:
                doel = str(link.A.URI)
            x1, y1, x2, y2 = (float(plek) for plek in link.Rect)
            mm = (naar_mm(Pt(lengte)) for lengte in (x1, hoogte - y2, x2 - x1, y2 - y1))
            uit.append((str(link.Contents), doel, tuple(mm)))
    return uit


def test_koppelingen_leiden_naar_de_juiste_pagina_en_het_juiste_adres(gewoon: bytes) -> None:
    doelen = [(woorden, doel) for woorden, doel, _ in koppelingen(gewoon, 1)]
    assert doelen == [
        ("Naar de vraag", "2"),
        ("Naar de uitleg op de website", "https://example.org/uitleg?vraag=%C3%A9%C3%A9n&x=1"),
        ("Naar de vraag", "2"),
    ]


def test_een_koppeling_naar_een_pagina_elders_vervalt(gewoon: bytes) -> None:
    assert [doel for _, doel, _ in koppelingen(gewoon, 3)] == [
        "https://example.org/uitleg?vraag=%C3%A9%C3%A9n&x=1"
    ]


def test_dezelfde_pagina_heeft_alleen_koppelingen_naar_wat_er_in_het_document_is() -> None:
    een, twee = (
        blad(Vlak("V", vak(20, 20, 9, 9), ROOD, doel=Doel("Verder", pagina="b")), id=naam) for naam in "ab"
    )
    schrijver = PdfSchrijver(CARLITO)
    aantallen = []
    for paginas in ((een,), (een, twee), (twee, een), (een,)):
        data = schrijver.schrijf(voorbeeld.document(*paginas), MOMENT)
        aantallen.append([doel for nummer in range(len(paginas)) for _, doel, _ in koppelingen(data, nummer)])
    assert aantallen == [[], ["1", "1"], ["0", "0"], []]


def test_waar_een_pagina_ontbreekt_geldt_het_adres() -> None:
    doel = Doel("Lees meer", pagina="elders", adres="https://example.org/")
    (link,) = koppelingen(schrijf(blad(Vlak("V", vak(20, 20, 9, 9), ROOD, doel=doel))))
    assert link[:2] == ("Lees meer", "https://example.org/")


def test_een_vlak_en_een_pad_reageren_in_hun_vak() -> None:
    doel = Doel("Hier", pagina="a")
    groep = Groep(
        "G", vak(20, 20, 60, 60), (Vlak("V", vak(20, 30, 40, 10), ROOD, doel=doel), hoek(doel=doel))
    )
    vakken = [plek for _, _, plek in koppelingen(schrijf(blad(groep)))]
    assert vakken == [pytest.approx((20, 30, 40, 10), abs=0.02), pytest.approx((30, 30, 40, 30), abs=0.02)]


def test_een_stuk_reageert_waar_zijn_letters_staan() -> None:
    breedte = voorbeeld.breedte("hier", GEWOON, False)
    stuk = Stuk("hier", Mm(40), Mm(breedte), False, False, INKT, Doel("Hier", pagina="a"))
    tekst = Tekst("T", vak(20, 20, 90, 20), (Alinea((), GEWOON, (Regel(Mm(30), (stuk,)),)),))
    ((_, _, plek),) = koppelingen(schrijf(blad(tekst)))
    korps = naar_mm(Pt(11))
    assert plek == pytest.approx((40, 30 - 0.75 * korps, breedte, korps), abs=0.02)


def bladwijzers(*paginas: Pagina) -> list[tuple[int, str, int]]:
    """Give depth, words and page of every bookmark."""
    with pypdfium2.PdfDocument(schrijf(*paginas)) as pdf:
        return [(wijzer.level, wijzer.get_title(), wijzer.get_dest().get_index()) for wijzer in pdf.get_toc()]


def kaart(titel: str, deel: str = "", nummer: int = 0, niveau: int = 1) -> Pagina:
    """Give an all but empty page with these bookmarks."""
    return blad(regels("Tekst"), id=titel, titel=titel, deel=deel, kaartnummer=nummer, niveau=niveau)


def test_elk_deel_heeft_een_bladwijzer_met_zijn_paginas_eronder() -> None:
    assert bladwijzers(
        kaart("Inleiding"), kaart("Één", "Vrijheid", 1), kaart("Uitleg", "Vrijheid"), kaart("Drie", "Nut", 3)
    ) == [
        (0, "Inleiding", 0),
        (0, "Vrijheid", 1),
        (1, "1. Één", 1),
        (1, "Uitleg", 2),
        (0, "Nut", 3),
        (1, "3. Drie", 3),
    ]


def test_een_deel_dat_een_pagina_is_heeft_een_bladwijzer() -> None:
    assert bladwijzers(kaart("Slot", "Slot"), kaart("Colofon", "Colofon", 7)) == [
        (0, "Slot", 0),
        (0, "7. Colofon", 1),
    ]


def test_een_titelpagina_van_een_deel_staat_niet_twee_keer_in_de_bladwijzers() -> None:
    assert bladwijzers(kaart("Nut", "Nut"), kaart("Wat?", "Nut", 2)) == [(0, "Nut", 0), (1, "2. Wat?", 1)]
    assert bladwijzers(kaart("Nut", "Nut", 1), kaart("Wat?", "Nut", 2)) == [
        (0, "Nut", 0), (1, "1. Nut", 0), (1, "2. Wat?", 1),
    ]  # fmt: skip


def test_een_dieper_niveau_staat_onder_de_pagina_ervoor() -> None:
    rij = [("A", 1), ("B", 2), ("C", 3), ("D", 2), ("E", 1), ("F", 3)]
    paginas = [kaart(titel, "Deel", 0, niveau) for titel, niveau in rij]
    assert [wijzer[:2] for wijzer in bladwijzers(*paginas)] == [
        (0, "Deel"), (1, "A"), (2, "B"), (3, "C"), (2, "D"), (1, "E"), (2, "F"),
    ]  # fmt: skip


# The checker itself: every planted fault is found


def _stroom(pdf: Pdf, oud: bytes, nieuw: bytes, pagina: int = 1) -> None:
    inhoud = pdf.pages[pagina].obj.Contents
    bron = inhoud.read_bytes()
    assert oud in bron
    inhoud.write(bron.replace(oud, nieuw, 1))


def _font(pdf: Pdf) -> pikepdf.Object:
    return pdf.pages[1].obj.Resources.Font.F1


def _letters(pdf: Pdf, oud: bytes, nieuw: bytes) -> None:
    cmap = _font(pdf).ToUnicode
    assert oud in cmap.read_bytes()
    cmap.write(cmap.read_bytes().replace(oud, nieuw, 1))


def _e(pdf: Pdf) -> int:
    """Give the code of the letter e."""
    return next(
        int(regel[1:5], 16)
        for regel in _font(pdf).ToUnicode.read_bytes().splitlines()
        if regel.endswith(b"<0065>")
    )


def _zonder_breedte(pdf: Pdf) -> None:
    w = _font(pdf).DescendantFonts[0].W
    plek = [int(code) for code in list(w)[::2]].index(_e(pdf))
    del w[2 * plek : 2 * plek + 2]


def _andere_breedte(pdf: Pdf) -> None:
    w = _font(pdf).DescendantFonts[0].W
    w[2 * [int(code) for code in list(w)[::2]].index(_e(pdf)) + 1] = Array([700])


def _leeg_lettertype(pdf: Pdf) -> None:
    """Take the outlines of all letters but the last out of the font."""
    bestand = _font(pdf).DescendantFonts[0].FontDescriptor.FontFile2
    face = hb.Face(bestand.read_bytes())
    invoer = hb.SubsetInput()
    invoer.flags = hb.SubsetFlags.RETAIN_GIDS
    invoer.glyph_set.add(face.glyph_count - 1)
    bestand.write(hb.subset(face, invoer).blob.data)


def _link(pdf: Pdf, nummer: int = 0) -> pikepdf.Object:
    return pdf.pages[1].obj.Annots[nummer]


def _zet(plek: Callable[[Pdf], pikepdf.Object], sleutel: str, waarde: object) -> Callable[[Pdf], None]:
    def zet(pdf: Pdf) -> None:
        plek(pdf)[sleutel] = waarde

    return zet


def _weg(plek: Callable[[Pdf], pikepdf.Object], sleutel: str) -> Callable[[Pdf], None]:
    def weg(pdf: Pdf) -> None:
        del plek(pdf)[sleutel]

    return weg


def _verwissel_paginas(pdf: Pdf) -> None:
    pdf.Root.Pages.Kids = Array(list(reversed(list(pdf.Root.Pages.Kids))))


def _zonder_pagina(pdf: Pdf) -> None:
    del pdf.pages[2]


def _kring(pdf: Pdf) -> None:
    pdf.Root.Outlines.Last.Next = pdf.Root.Outlines.First


def _vreemd_lettertype(pdf: Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[1].obj.Resources.Font.F1 = pdf.make_indirect(font)


GEBREKEN: list[tuple[str, Callable[[Pdf], None], str]] = [
    ("geen titel", _weg(lambda pdf: pdf.docinfo, "/Title"), "/Title ontbreekt"),
    ("lege maker", _zet(lambda pdf: pdf.docinfo, "/Author", " "), "/Author ontbreekt"),
    ("geen datum", _zet(lambda pdf: pdf.docinfo, "/ModDate", "gisteren"), "/ModDate is geen datum"),
    ("geen taal", _weg(lambda pdf: pdf.Root, "/Lang"), "de taal ontbreekt"),
    ("geen titel in de balk", _weg(lambda pdf: pdf.Root, "/ViewerPreferences"), "vensterbalk"),
    (
        "script",
        _zet(lambda pdf: pdf.Root, "/OpenAction", Dictionary(S=Name.JavaScript)),
        "/OpenAction mag er niet in",
    ),
    (
        "script op een knop",
        _zet(_link, "/A", Dictionary(S=Name.JavaScript, JS="app.alert(1)")),
        "/JS mag er niet in",
    ),
    (
        "bijlage",
        _zet(lambda pdf: pdf.Root, "/Names", Dictionary(EmbeddedFiles=Dictionary())),
        "/EmbeddedFiles mag",
    ),
    ("formulier", _zet(lambda pdf: pdf.Root, "/AcroForm", Dictionary()), "/AcroForm mag er niet in"),
    (
        "geen papier",
        _zet(lambda pdf: pdf.pages[1].obj, "/MediaBox", Array([0, 0, 0, 0])),
        "geen goed papierformaat",
    ),
    (
        "groot kader",
        _zet(lambda pdf: pdf.pages[1].obj, "/TrimBox", Array([0, 0, 900, 900])),
        "/TrimBox valt buiten",
    ),
    ("gedraaid", _zet(lambda pdf: pdf.pages[1].obj, "/Rotate", 90), "gedraaid"),
    (
        "niet ingesloten",
        _weg(lambda pdf: _font(pdf).DescendantFonts[0].FontDescriptor, "/FontFile2"),
        "niet ingesloten",
    ),
    ("heel lettertype", _zet(_font, "/BaseFont", Name("/Carlito")), "naam zonder subsetkenmerk"),
    ("vreemd lettertype", _vreemd_lettertype, "geen samengesteld lettertype"),
    ("geen ToUnicode", _weg(_font, "/ToUnicode"), "geen ToUnicode"),
    ("letter zonder Unicode", lambda pdf: _letters(pdf, b"> <0065>", b"> <0000>"), "heeft geen Unicode"),
    ("letter zonder breedte", _zonder_breedte, "heeft geen breedte"),
    ("andere breedte", _andere_breedte, "wijkt af"),
    ("lege letter", _leeg_lettertype, "(e) is leeg"),
    ("notdef", lambda pdf: _stroom(pdf, b"TJ\n1 0 0 1", b"TJ\n[<0000>] TJ\n1 0 0 1"), "gebruikt .notdef"),
    ("onbekende letter", lambda pdf: _stroom(pdf, b"[<", b"[<FFF0"), "staat niet in het lettertype"),
    ("lettertype ontbreekt", lambda pdf: _stroom(pdf, b"/F1 ", b"/F9 "), "lettertype /F9 ontbreekt"),
    (
        "tekst naast de pagina",
        lambda pdf: _stroom(pdf, b"1 0 0 1 42.52", b"1 0 0 1 -9"),
        "tekst buiten de pagina",
    ),
    (
        "tekst over de rand",
        lambda pdf: _stroom(pdf, b"1 0 0 1 42.52", b"1 0 0 1 830"),
        "tekst buiten de pagina",
    ),
    (
        "tekst onder de pagina",
        lambda pdf: _stroom(pdf, b"BT", b"1 0 0 1 0 -100 cm BT"),
        "tekst buiten de pagina",
    ),
    ("q zonder Q", lambda pdf: _stroom(pdf, b"/Artifact", b"q /Artifact"), "Q ontbreekt aan het eind"),
    ("Q zonder q", lambda pdf: _stroom(pdf, b"BT", b"Q BT"), "Q zonder begin"),
    ("onbekende opdracht", lambda pdf: _stroom(pdf, b"BT", b"1 zz BT"), "onbekende opdracht zz"),
    ("koppeling naar niets", _zet(_link, "/Dest", "nergens"), "leidt nergens heen"),
    ("koppeling naar weggehaalde pagina", _zonder_pagina, "koppeling 'Naar de vraag': leidt nergens heen"),
    ("koppeling zonder woorden", _weg(_link, "/Contents"), "zegt niet waarheen"),
    ("koppeling met rand", _weg(_link, "/Border"), "heeft een rand"),
    ("koppeling niet op papier", _weg(_link, "/F"), "wordt niet afgedrukt"),
    (
        "koppeling buiten de pagina",
        _zet(_link, "/Rect", Array([900, 0, 950, 20])),
        "buiten de pagina of nergens",
    ),
    (
        "adres zonder schema",
        lambda pdf: _zet(lambda p: _link(p, 1).A, "/URI", "example")(pdf),
        "geen goed adres",
    ),
    ("notitie", _zet(_link, "/Subtype", Name.Text), "is geen koppeling"),
    ("geen bladwijzers", _weg(lambda pdf: pdf.Root, "/Outlines"), "bladwijzers: ontbreken"),
    ("lege bladwijzers", _weg(lambda pdf: pdf.Root.Outlines, "/First"), "zijn leeg"),
    ("bladwijzer zonder titel", _zet(lambda pdf: pdf.Root.Outlines.First, "/Title", ""), "heeft geen titel"),
    ("bladwijzer naar niets", _weg(lambda pdf: pdf.Root.Outlines.First, "/Dest"), "leidt nergens heen"),
    (
        "bladwijzer naar weggehaalde pagina",
        _zonder_pagina,
        "bladwijzer '2. Wie (nog) niet?': leidt nergens heen",
    ),
    ("bladwijzers door elkaar", _verwissel_paginas, "staat niet op volgorde"),
    ("bladwijzers in een kring", _kring, "vormen een kring"),
    ("verkeerde telling", _zet(lambda pdf: pdf.Root.Outlines, "/Count", 3), "tellen er 5, niet 3"),
    (
        "verkeerde laatste",
        _zet(lambda pdf: pdf.Root.Outlines, "/Last", Dictionary()),
        "de laatste is niet de laatste",
    ),
    (
        "bladwijzer zonder ouder",
        _weg(lambda pdf: pdf.Root.Outlines.First, "/Parent"),
        "hoort bij een ander hoofd",
    ),
    ("bladwijzer zonder vorige", _weg(lambda pdf: pdf.Root.Outlines.Last, "/Prev"), "wijst niet terug"),
]


@pytest.mark.parametrize(
    ("gebrek", "melding"), [regel[1:] for regel in GEBREKEN], ids=[regel[0] for regel in GEBREKEN]
)
def test_de_controle_vindt_elk_gebrek(gewoon: bytes, gebrek: Callable[[Pdf], None], melding: str) -> None:
    uit = BytesIO()
    with pikepdf.open(BytesIO(gewoon)) as pdf:
        gebrek(pdf)
        pdf.save(uit)
    meldingen = controleer(uit.getvalue())
    assert any(melding in regel for regel in meldingen), meldingen


def test_opslaan_alleen_is_geen_gebrek(gewoon: bytes) -> None:
    uit = BytesIO()
    with pikepdf.open(BytesIO(gewoon)) as pdf:
        pdf.save(uit)
    assert controleer(uit.getvalue()) == []


def test_de_controle_vindt_versleuteling(gewoon: bytes) -> None:
    uit = BytesIO()
    with pikepdf.open(BytesIO(gewoon)) as pdf:
        pdf.save(uit, encryption=pikepdf.Encryption(owner="geheim"))
    assert "gegevens: het bestand is versleuteld" in controleer(uit.getvalue())


@pytest.mark.parametrize("deel", [0.3, 0.9, 0.999])
def test_de_controle_vindt_een_afgebroken_bestand(gewoon: bytes, deel: float) -> None:
    assert controleer(gewoon[: int(deel * len(gewoon))])


def test_de_controle_vindt_een_scheve_verwijzingstabel(gewoon: bytes) -> None:
    assert controleer(gewoon.replace(b"%PDF-1.7\n", b"%PDF-1.7\n%\n", 1))


def test_de_controle_leest_ook_tekst_in_een_ingevoegd_blad(gewoon: bytes) -> None:
    uit = BytesIO()
    with pikepdf.open(BytesIO(gewoon)) as pdf:
        vorm = pdf.pages[0].as_form_xobject()
        pagina = pdf.pages[3].obj
        pagina.Resources = Dictionary(XObject=Dictionary(X=pdf.make_indirect(vorm)))
        pagina.Contents = pdf.make_stream(b"q 0.5 0 0 0.5 600 0 cm /X Do Q")
        pdf.save(uit)
    assert (
        any(melding.startswith("pagina 4: tekst buiten") for melding in controleer(uit.getvalue())) is False
    )
    with pikepdf.open(uit) as pdf:
        pdf.pages[3].obj.Contents.write(b"q 0.5 0 0 0.5 800 0 cm /X Do Q")
        ander = BytesIO()
        pdf.save(ander)
    assert any(melding.startswith("pagina 4: tekst buiten") for melding in controleer(ander.getvalue()))
