"""Files that are no document of the makers: a clear message for each, and nothing is written."""

from __future__ import annotations

import io
import random
import time
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from invoer_proef import BOEKJE, VASTE, klein_model, klein_recept
from kaartgen.invoer import bronregels, pdftekst
from kaartgen.invoer.importeren import importeer
from kaartgen.invoer.verslagregels import verslagregels
from kaartgen.meldingen import Fouten


def pdf(*bladzijden: str) -> bytes:
    """Make a PDF with one line of text on each page."""
    doos = io.BytesIO()
    canvas = Canvas(doos)
    for tekst in bladzijden:
        if tekst:
            canvas.drawString(72, 720, tekst)
        canvas.showPage()
    canvas.save()
    return doos.getvalue()


def versleuteld() -> bytes:
    """Make a PDF that asks for a password."""
    doos = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("Vooraf"))) as document:
        document.save(doos, encryption=pikepdf.Encryption(user="geheim", owner="geheim"))
    return doos.getvalue()


def scan() -> bytes:
    """Make a PDF with a drawing and no text."""
    doos = io.BytesIO()
    canvas = Canvas(doos)
    canvas.rect(50, 50, 200, 300, fill=1)
    canvas.showPage()
    canvas.save()
    return doos.getvalue()


RUIS = random.Random(6).randbytes(200_000)
BESTANDEN = {
    "leeg": (b"", "tekst-leeg"),
    "witregels": (b" \n\n\t\n", "tekst-leeg"),
    "ruis": (RUIS, "geen-tekst"),
    "nullen": (bytes(5000), "geen-tekst"),
    "letters": (bytes(random.Random(1).choices(b"abcdefgh \n", k=400_000)), "ander-document"),
    "ander document": ("Een recept voor soep.\n\nSnijd de prei.\n" * 40, "ander-document"),
    "ruis in een pdf": (b"%PDF-1.7\n" + RUIS, "pdf-beschadigd"),
    "halve pdf": (pdf("Vooraf")[:400], "pdf-beschadigd"),
    "lege bladzijde": (pdf(""), "pdf-zonder-tekst"),
    "scan": (scan(), "pdf-zonder-tekst"),
    "versleuteld": (versleuteld(), "pdf-versleuteld"),
    "andere pdf": (pdf("Een recept voor soep."), "ander-document"),
}


@pytest.mark.parametrize("naam", BESTANDEN)
def test_een_bestand_dat_niet_kan_krijgt_een_melding(tmp_path: Path, naam: str) -> None:
    inhoud, code = BESTANDEN[naam]
    bestand = tmp_path / "bestand"
    bestand.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    with pytest.raises(Fouten) as fouten:
        importeer(bestand, klein_recept(), klein_model(), VASTE)
    (melding,) = fouten.value.meldingen
    assert (melding.code, melding.plek.bestand) == (code, str(bestand))
    assert melding.raad
    assert list(tmp_path.iterdir()) == [bestand]


@pytest.mark.parametrize("begin", [b"", b"%PDF-1.7\n"])
def test_een_veel_te_groot_bestand_wordt_niet_gelezen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begin: bytes
) -> None:
    bestand = tmp_path / "groot"
    with bestand.open("wb") as open_:
        open_.write(begin)
        open_.truncate(200_000_000)

    recept, model = klein_recept(), klein_model()

    def niet_lezen(*_: object) -> None:
        raise AssertionError("te groot om te lezen")

    monkeypatch.setattr(Path, "read_bytes", niet_lezen)
    monkeypatch.setattr(pdftekst.pdfium, "PdfDocument", niet_lezen)
    with pytest.raises(Fouten) as fouten:
        importeer(bestand, recept, model, VASTE)
    assert fouten.value.meldingen[0].code == "bestand-groot"


def test_een_bestand_dat_er_niet_is_krijgt_een_melding(tmp_path: Path) -> None:
    for bestand, code in ((tmp_path / "weg.pdf", "bestand-ontbreekt"), (tmp_path, "bestand-map")):
        with pytest.raises(Fouten) as fouten:
            importeer(bestand, klein_recept(), klein_model(), VASTE)
        assert fouten.value.meldingen[0].code == code


def test_een_pdf_met_te_veel_bladzijden_of_tekens_wordt_geweigerd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bestand = tmp_path / "lang.pdf"
    bestand.write_bytes(pdf("Vooraf", "Vooraf", "Vooraf"))
    for grens, waarde in (("MAX_BLADZIJDEN", 2), ("MAX_TEKENS", 5)):
        with monkeypatch.context() as tijdelijk:
            tijdelijk.setattr(pdftekst, grens, waarde)
            with pytest.raises(Fouten) as fouten:
                pdftekst.lees_pdf(bestand)
            assert fouten.value.meldingen[0].code == "pdf-lang"
    assert [regel.tekst for regel in pdftekst.lees_pdf(bestand).regels] == ["Vooraf"] * 3


def bom(in_een_vorm: bool) -> bytes:
    """Make a small PDF with a page on which far too many pieces of text stand, in a form or by themselves."""
    document = pikepdf.new()
    document.add_blank_page()
    stroom = document.make_stream(b"BT " + b"(a) Tj " * (pdftekst.MAX_GETOOND + 1) + b"ET")
    bladzijde = document.pages[0]
    if in_een_vorm:
        stroom.Type, stroom.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        stroom.BBox = pikepdf.Array([0, 0, 100, 100])
        bladzijde.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Vorm=stroom))
        bladzijde.Contents = document.make_stream(b"/Vorm Do")
    else:
        bladzijde.Contents = stroom
    doos = io.BytesIO()
    document.save(doos, compress_streams=True)
    return doos.getvalue()


@pytest.mark.parametrize("in_een_vorm", [False, True])
def test_een_kleine_pdf_met_veel_te_veel_tekst_gaat_niet_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_een_vorm: bool
) -> None:
    bestand = tmp_path / "bom.pdf"
    bestand.write_bytes(bom(in_een_vorm))
    assert bestand.stat().st_size < 20_000

    def niet_openen(*_: object) -> None:
        raise AssertionError("te veel om te openen")

    monkeypatch.setattr(pdftekst.pdfium, "PdfDocument", niet_openen)
    with pytest.raises(Fouten) as fouten:
        pdftekst.lees_pdf(bestand)
    assert fouten.value.meldingen[0].code == "pdf-lang"


def test_het_officiele_tabletboek_moet_een_pdf_zijn_die_opengaat(tmp_path: Path) -> None:
    goed, slecht = tmp_path / "boek.pdf", tmp_path / "geen.pdf"
    goed.write_bytes(pdf("Tabletboek"))
    slecht.write_text("geen pdf", "utf-8")
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-1.7\n")
    gelezen = importeer(BOEKJE, klein_recept(), klein_model(), VASTE, goed)
    assert gelezen.bestanden["tabletboek.pdf"] == goed.read_bytes()
    for bestand, code in ((slecht, "geen-pdf"), (tmp_path / "stuk.pdf", "pdf-beschadigd")):
        with pytest.raises(Fouten) as fouten:
            importeer(BOEKJE, klein_recept(), klein_model(), VASTE, bestand)
        assert fouten.value.meldingen[0].code == code


def test_utf16_en_een_regel_met_vreemde_spaties_worden_gelezen(tmp_path: Path) -> None:
    bestand = tmp_path / "x.txt"
    bestand.write_bytes("één\u2003twee\u00a0drie\u200b\r\nvier\x0cvijf".encode("utf-16"))
    regels = bronregels.lees_tekst(bestand)
    assert [regel.tekst for regel in regels] == ["één twee drie", "vier", "", "vijf"]
    assert [regel.plek.regel for regel in regels] == [1, 2, 2, 2]
    assert [regel.naad for regel in regels] == [False, False, False, True]


def test_een_woord_zonder_einde_kost_geen_tijd_en_geen_geheugen(tmp_path: Path) -> None:
    koppen = " ".join(klein_recept().kenmerken)
    bestand = tmp_path / "lang_woord.txt"
    bestand.write_text(f"{koppen} {'x' * 200_000}", "utf-8")
    begin = time.process_time()
    gelezen = importeer(bestand, klein_recept(), klein_model(), VASTE)
    assert time.process_time() - begin < 20
    assert {een.code for een in gelezen.verslag.fouten} >= {"deel-ontbreekt"}
    assert gelezen.bestanden == {}


def test_veel_onbekende_woorden_kosten_niet_steeds_meer_tijd(tmp_path: Path) -> None:
    kans = random.Random(2)
    woorden = ["".join(kans.choices("abcdefghijklmnopqrstuvwxyz", k=9)) for _ in range(40_000)]
    regels = "\n".join(" ".join(woorden[nr : nr + 10]) for nr in range(0, len(woorden), 10))
    bestand = tmp_path / "ruis.txt"
    bestand.write_text(f"{BOEKJE.read_text('utf-8')}\n\n{regels}\n", "utf-8")
    begin = time.process_time()
    gelezen = importeer(bestand, klein_recept(), klein_model(), VASTE)
    verslag = list(verslagregels(gelezen.verslag, "ruis.txt", alles=False))
    assert time.process_time() - begin < 20
    assert len(gelezen.verslag.onzeker) > 10_000
    assert len(verslag) > 1000
