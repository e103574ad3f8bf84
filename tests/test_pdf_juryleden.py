"""What programs from outside say of a PDF: qpdf and the tools of poppler.

Without a program its tests are skipped, unless KAARTGEN_JURY is set: then they fail.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

import pdf_voorbeeldscene as voorbeeld
from kaartgen.maten import Pt, naar_mm
from kaartgen.scene import Pagina
from kaartgen.weergave.pdf import PdfSchrijver

SPELING_MM = 0.3
WOORD = re.compile(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>')


def jurylid(naam: str) -> pytest.MarkDecorator:
    """Skip a test where this program is missing and nobody demands it."""
    weg = not shutil.which(naam) and not os.environ.get("KAARTGEN_JURY")
    return pytest.mark.skipif(
        weg, reason=f"{naam} is er niet; zet KAARTGEN_JURY=1 om dat een fout te laten zijn"
    )


def vraag(*opdracht: str | Path) -> str:
    """Run a program and give what it says; it may neither fail nor complain."""
    proces = subprocess.run(opdracht, capture_output=True, encoding="utf-8", check=True)
    assert proces.stderr == ""
    return proces.stdout


@pytest.fixture(scope="module")
def pad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the example document as a file."""
    uit = tmp_path_factory.mktemp("jury") / "voorbeeld.pdf"
    uit.write_bytes(PdfSchrijver(voorbeeld.CARLITO).schrijf(voorbeeld.voorbeelddocument(), voorbeeld.MOMENT))
    return uit


def woorden(pagina: Pagina) -> list[tuple[str, float, float]]:
    """Give every word of the scene with its left and right in mm, sorted by words and place."""
    uit: list[tuple[str, float, float]] = []
    for stijl, _, stuk in voorbeeld.stukken(pagina):
        begin = 0
        for woord in stuk.tekst.split(" "):
            links = voorbeeld.breedte(stuk.tekst[:begin], stijl, stuk.vet, stuk.cursief)
            breed = voorbeeld.breedte(woord, stijl, stuk.vet, stuk.cursief) - naar_mm(stijl.spatiering)
            if woord:
                uit.append((woord, stuk.x + links, stuk.x + links + breed))
            begin += len(woord) + 1
    return sorted(uit)


@jurylid("qpdf")
def test_qpdf_heeft_niets_op_te_merken(pad: Path) -> None:
    assert "No syntax or stream encoding errors found" in vraag("qpdf", "--check", pad)


@jurylid("pdftotext")
def test_pdftotext_vindt_elk_woord_waar_de_scene_het_zet(pad: Path) -> None:
    for nummer, pagina in enumerate(voorbeeld.voorbeelddocument().paginas, 1):
        html = vraag("pdftotext", "-bbox", "-f", str(nummer), "-l", str(nummer), pad, "-")
        gevonden = sorted(
            (unescape(woord), naar_mm(Pt(float(links))), naar_mm(Pt(float(rechts))))
            for links, rechts, woord in WOORD.findall(html)
        )
        verwacht = woorden(pagina)
        assert [woord for woord, _, _ in gevonden] == [woord for woord, _, _ in verwacht]
        for (woord, links, rechts), (_, begin, eind) in zip(gevonden, verwacht, strict=True):
            assert links == pytest.approx(begin, abs=SPELING_MM), woord
            assert rechts == pytest.approx(eind, abs=SPELING_MM), woord


@jurylid("pdftotext")
def test_pdftotext_leest_hele_zinnen(pad: Path) -> None:
    tekst = " ".join(vraag("pdftotext", "-raw", "-f", "2", "-l", "2", pad, "-").split())
    for zin in (
        voorbeeld.LOREM,
        f"• Eén: {voorbeeld.LOREM}",
        "WAARDENCLUSTER AVTO",
        "Gewoon, vet en cursief",
    ):
        assert zin in tekst


@jurylid("pdffonts")
def test_pdffonts_ziet_alle_letters_ingesloten_en_leesbaar(pad: Path) -> None:
    regels = [regel.split() for regel in vraag("pdffonts", pad).splitlines()[2:]]
    assert [regel[0][7:] for regel in regels] == ["Carlito", "Carlito-Bold", "Carlito-Italic"]
    for regel in regels:
        assert regel[1:7] == ["CID", "TrueType", "Identity-H", "yes", "yes", "yes"]


@jurylid("pdfinfo")
def test_pdfinfo_leest_de_gegevens_en_de_koppelingen(pad: Path) -> None:
    gegevens = vraag("pdfinfo", "-isodates", pad)
    for regel in (
        "Title:           Kaarten – voorbeeld één",
        "CreationDate:    2026-01-02T03:04:05Z",
        "(A4)",
    ):
        assert regel in gegevens
    assert vraag("pdfinfo", "-url", pad).count("https://example.org/uitleg?vraag=%C3%A9%C3%A9n&x=1") == 4


@jurylid("pdftoppm")
def test_pdftoppm_tekent_zonder_klacht(pad: Path, tmp_path: Path) -> None:
    vraag("pdftoppm", "-r", "40", "-png", pad, tmp_path / "blad")
    assert len(list(tmp_path.glob("*.png"))) == 4
