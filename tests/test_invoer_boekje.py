"""A PDF as the makers could have: cover, contents, running heads, columns, footnotes, thanks."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from conftest import ECHT, PLAATSEN
from invoer_boekje import Boek, Vorm
from invoer_proef import BOEKJE, klein_model, klein_recept, lees_in
from kaartgen.inhoud import lees
from kaartgen.invoer.importeren import Import
from kaartgen.invoer.pdftekst import lees_pdf
from kaartgen.invoer.recept import lees_recept
from kaartgen.invoer.verslag import Inhoud
from test_invoer_bron import RECEPT, TABLETBOEK, gelezen, importeer, zoals_genoemd

__all__ = ["gelezen"]
VORMEN = {
    "twee kolommen": Vorm(),
    "wit van een regel": Vorm(wit=14),
    "een kolom": Vorm(kolommen=1, breedte=540, hoogte=380, korps=9.5, wit=13),
    "drie kolommen": Vorm(kolommen=3, breedte=842, hoogte=595, korps=9, regel=11.5, wit=12),
    "staand": Vorm(kolommen=1, breedte=420, hoogte=595, korps=11, regel=14.5, wit=15, afbreken=False),
}
makers = pytest.mark.skipif(
    not TABLETBOEK.is_file(), reason="de tekst van de makers staat niet naast het project"
)
poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext staat niet op deze machine")


def pdftotext(pdf: bytes, map_: Path, *opties: str) -> bytes:
    """Take the text from a PDF with poppler."""
    (map_ / "uit.pdf").write_bytes(pdf)
    opdracht = ["pdftotext", *opties, str(map_ / "uit.pdf"), "-"]
    return subprocess.run(opdracht, capture_output=True, check=True, timeout=60).stdout


@pytest.fixture(scope="module")
def inhoud(tmp_path_factory: pytest.TempPathFactory) -> Inhoud:
    """What the small document holds."""
    return lees_in(tmp_path_factory.mktemp("inhoud"), BOEKJE.read_bytes()).verslag.inhoud


def klein_boek(inhoud: Inhoud, vorm: Vorm) -> bytes:
    """Set the small document."""
    noten = {"een lamp ": inhoud.hoofdstukken["vooraf"].tekst[-1]}
    return Boek("Leeslamp", inhoud, klein_recept(), klein_model(), vorm, noten).pdf()


@pytest.mark.parametrize("vorm", VORMEN)
def test_een_gezet_boekje_geeft_dezelfde_inhoud(tmp_path: Path, inhoud: Inhoud, vorm: str) -> None:
    verslag = lees_in(tmp_path, klein_boek(inhoud, VORMEN[vorm])).verslag
    assert (verslag.fouten, verslag.inhoud) == ((), inhoud)
    weg = {een.waarom for een in verslag.weggelaten}
    assert weg >= {"omslag en inhoudsopgave", "dankwoord en literatuur", "kopregel van de bladzijde"}


def test_waar_een_bladzijde_ook_eindigt_de_alineas_blijven_heel(tmp_path: Path, inhoud: Inhoud) -> None:
    """Also between two sentences; `hoogte` moves the foot of the page line by line."""
    waarom: list[str] = []
    for hoogte in range(176, 420, 12):
        vorm = Vorm(hoogte=hoogte, breedte=300, kolommen=1, wit=12)
        verslag = lees_in(tmp_path, klein_boek(inhoud, vorm)).verslag
        assert (verslag.fouten, verslag.inhoud) == ((), inhoud), hoogte
        waarom += [een.waarom for een in verslag.onzeker]
    assert waarom.count("alinea die na een bladzijde of kolom doorgaat") >= 1


def test_wat_achter_een_klein_hoog_cijfer_staat_blijft_op_zijn_regel(tmp_path: Path) -> None:
    doos = io.BytesIO()
    doek = Canvas(doos)
    x = 72.0
    for tekst, korps, hoger in (("De lamp", 10, 0), ("1", 6, 3.5), (": zij brandt.", 10, 0)):
        doek.setFont("Helvetica", korps)
        doek.drawString(x, 700 + hoger, tekst)
        x += doek.stringWidth(tekst, "Helvetica", korps)
    doek.save()
    (tmp_path / "x.pdf").write_bytes(doos.getvalue())
    assert [regel.tekst for regel in lees_pdf(tmp_path / "x.pdf").regels] == ["De lamp1: zij brandt."]


@poppler
@pytest.mark.parametrize("vorm", [naam for naam in VORMEN if naam != "twee kolommen"])
def test_de_tekst_van_pdftotext_met_layout_geeft_dezelfde_inhoud(
    tmp_path: Path, inhoud: Inhoud, vorm: str
) -> None:
    tekst = pdftotext(klein_boek(inhoud, VORMEN[vorm]), tmp_path, "-layout")
    verslag = lees_in(tmp_path, tekst).verslag
    assert (verslag.fouten, verslag.inhoud) == ((), inhoud)


# -- de tekst van de makers

BIJ = {"aanpak": "denkstappen", "waarden": "waardenclusters", "overzicht": "waarden"}


@pytest.fixture(scope="module")
def boeken(gelezen: Import) -> dict[str, bytes]:
    """The text of the makers as a PDF, in each form."""
    inhoud = gelezen.verslag.inhoud
    noten = {
        "specifieke ambtsdragers:": inhoud.hoofdstukken["prioriteiten"].tekst[-1],
        "kaarten uit dit boek": inhoud.hoofdstukken["gebruikswijzer"].tekst[-1],
    }
    recept, model = lees_recept(RECEPT), lees(PLAATSEN.publicaties / ECHT)
    titel = "Toekomstbestendig decentraal bestuur"
    return {naam: Boek(titel, inhoud, recept, model, vorm, noten, BIJ).pdf() for naam, vorm in VORMEN.items()}


def lees_bestand(map_: Path, naam: str, inhoud: bytes) -> Import:
    """Import bytes as a file."""
    (map_ / naam).write_bytes(inhoud)
    return importeer(map_ / naam)


@makers
@pytest.mark.parametrize("vorm", VORMEN)
def test_een_pdf_zoals_van_de_makers_geeft_dezelfde_bestanden(
    tmp_path: Path, gelezen: Import, boeken: dict[str, bytes], vorm: str
) -> None:
    uit_pdf = lees_bestand(tmp_path, "boek.pdf", boeken[vorm])
    assert uit_pdf.verslag.fouten == ()
    assert zoals_genoemd(uit_pdf) == zoals_genoemd(gelezen, uit_pdf)


@makers
@poppler
@pytest.mark.parametrize("vorm", [naam for naam in VORMEN if naam != "twee kolommen"])
def test_pdftotext_met_layout_geeft_dezelfde_bestanden(
    tmp_path: Path, gelezen: Import, boeken: dict[str, bytes], vorm: str
) -> None:
    uit_tekst = lees_bestand(tmp_path, "boek.txt", pdftotext(boeken[vorm], tmp_path, "-layout"))
    assert uit_tekst.verslag.fouten == ()
    assert zoals_genoemd(uit_tekst) == zoals_genoemd(gelezen, uit_tekst)


@makers
@poppler
@pytest.mark.parametrize("opties", [(), ("-layout",)])
def test_zonder_wit_tussen_de_alineas_wordt_de_pdf_aangeraden_en_komt_er_niets(
    tmp_path: Path, boeken: dict[str, bytes], opties: tuple[str, ...]
) -> None:
    tekst = pdftotext(boeken["twee kolommen"], tmp_path, *opties)
    uit_tekst = lees_bestand(tmp_path, "boek.txt", tekst)
    assert uit_tekst.bestanden == {}
    assert any("Kies anders de PDF zelf" in een.raad for een in uit_tekst.verslag.fouten)
