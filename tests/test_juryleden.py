"""What judges from outside say of real bundles: Open XML validators, LibreOffice, poppler and qpdf.

Without a judge its tests are skipped, unless KAARTGEN_JURY is set: then they fail.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from conftest import Bundels
from kaartgen import bouw
from kaartgen.maten import Pt, naar_mm
from kaartgen.samenstelling import kaartenset
from kaartgen.scene import Document, Tabel, Tekst

DECKS = [
    f"{gebruik}-{selectie}"
    for selectie in ("raadsleden", "alle-ambtsdragers")
    for gebruik in ("kaarten", "dias")
]
SPELING_MM = 3.0
"""How far a word may stand from its box: another program sets lines a little higher or lower."""

WOORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


def jurylid(programma: str | None, naam: str) -> pytest.MarkDecorator:
    """Skip a test where this program is missing and nobody demands it."""
    weg = not programma and not os.environ.get("KAARTGEN_JURY")
    return pytest.mark.skipif(
        weg, reason=f"{naam} is er niet; zet KAARTGEN_JURY=1 om dat een fout te laten zijn"
    )


OOXML = os.environ.get("KAARTGEN_OOXML") or shutil.which("ooxml-validator")


@pytest.fixture(scope="session")
def map_(bundels: Bundels, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the real bundles in one folder."""
    uit = tmp_path_factory.mktemp("jury")
    for bestanden in bundels.values():
        for naam, inhoud in bestanden.items():
            (uit / naam).write_bytes(inhoud)
    return uit


@pytest.mark.parametrize("deck", DECKS)
def test_openxml_audit_vindt_niets(map_: Path, deck: str) -> None:
    uitslag = OpenXmlValidator().validate(str(map_ / f"{deck}.pptx"))
    assert [fout.description for fout in uitslag.errors] == []


@jurylid(OOXML, "ooxml-validator")
@pytest.mark.parametrize("deck", DECKS)
def test_de_open_xml_sdk_vindt_niets(map_: Path, deck: str) -> None:
    assert OOXML, "ooxml-validator ontbreekt"
    proces = subprocess.run(
        [OOXML, str(map_ / f"{deck}.pptx")], capture_output=True, encoding="utf-8", check=False
    )
    uitslag = json.loads(proces.stdout)
    assert uitslag["errors"] == []
    assert proces.returncode == 0


@jurylid(shutil.which("qpdf"), "qpdf")
@pytest.mark.parametrize("naam", ["tabletboek.pdf", "kaarten-raadsleden.pdf", "dias-alle-ambtsdragers.pdf"])
def test_qpdf_vindt_niets(map_: Path, naam: str) -> None:
    proces = subprocess.run(
        ["qpdf", "--check", str(map_ / naam)], capture_output=True, encoding="utf-8", check=False
    )
    assert (proces.returncode, proces.stderr) == (0, "")


@jurylid(shutil.which("pdffonts"), "pdffonts")
@pytest.mark.parametrize("naam", ["tabletboek.pdf", "kaarten-alle-ambtsdragers.pdf"])
def test_alle_lettertypen_zijn_ingebed_als_deel_en_met_unicode(map_: Path, naam: str) -> None:
    uit = subprocess.run(
        ["pdffonts", str(map_ / naam)], capture_output=True, encoding="utf-8", check=True
    ).stdout
    letters = [regel.split()[-5:-2] for regel in uit.splitlines()[2:]]
    assert letters
    assert all(letter == ["yes", "yes", "yes"] for letter in letters)


def woorden(pdf: Path) -> list[list[tuple[str, float, float, float, float]]]:
    """Give per page every word with its left, top, right and bottom in mm."""
    uit = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    paginas = []
    for blad in uit.split("<page ")[1:]:
        paginas.append(
            [(unescape(w[4]), *(naar_mm(Pt(float(getal))) for getal in w[:4])) for w in WOORD.findall(blad)]
        )
    return paginas


def letters(tekst: str) -> str:
    """Keep what every program draws the same: letters and digits."""
    return "".join(teken for teken in tekst if teken.isalnum())


def in_vak(gevonden: list[tuple[str, float, float, float, float]], tekst: Tekst) -> str:
    """Give the letters of the words whose middle lies in a box."""
    vak = tekst.vak
    return "".join(
        letters(woord)
        for woord, links, boven, rechts, onder in gevonden
        if vak.x - SPELING_MM <= (links + rechts) / 2 <= vak.rechts + SPELING_MM
        and vak.y - SPELING_MM <= (boven + onder) / 2 <= vak.onder + SPELING_MM
    )


@jurylid(shutil.which("soffice") and shutil.which("pdftotext"), "LibreOffice of poppler")
@pytest.mark.parametrize("gebruik", ["kaarten", "dias"])
def test_libreoffice_zet_alle_woorden_in_hun_eigen_vak_net_als_de_pdf(
    map_: Path, echt: bouw.Project, gebruik: str, tmp_path: Path
) -> None:
    deck = f"{gebruik}-alle-ambtsdragers"
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profiel",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(map_ / f"{deck}.pptx"),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    kantoor, eigen = woorden(tmp_path / f"{deck}.pdf"), woorden(map_ / f"{deck}.pdf")
    document: Document = echt.kaartdocument(
        gebruik, kaartenset(echt.publicatie, echt.kaarten, "alle-ambtsdragers")
    )
    assert len(kantoor) == len(eigen) == len(document.paginas)
    for pagina, daar, hier in zip(document.paginas, kantoor, eigen, strict=True):
        maat = pagina.maat
        for woord, links, boven, rechts, onder in daar:
            binnen = links > 0 and boven > 0 and rechts < maat.breedte and onder < maat.hoogte
            assert binnen, f"{pagina.id}: ‘{woord}’ steekt buiten de pagina"
        teksten = [element for element in pagina.elementen if isinstance(element, Tekst)]
        teksten += [
            cel.tekst
            for element in pagina.elementen
            if isinstance(element, Tabel)
            for rij in element.rijen
            for cel in rij
        ]
        for tekst in teksten:
            if tekst.rol == "nummer":
                continue
            verwacht = "".join(letters(alinea.tekst) for alinea in tekst.alineas)
            for wie, gevonden in (("LibreOffice", daar), ("PDF", hier)):
                staat = in_vak(gevonden, tekst)
                mist = _tekort(verwacht, staat)
                assert not mist, f"{wie}, {pagina.id}, {tekst.naam}: mist {mist!r}"


def _tekort(verwacht: str, staat: str) -> str:
    """Give the letters that are expected and not there, however the words are ordered."""
    over = list(staat)
    mist = []
    for teken in verwacht:
        if teken in over:
            over.remove(teken)
        else:
            mist.append(teken)
    return "".join(mist)
