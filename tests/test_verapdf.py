"""What veraPDF says: files for the screen are PDF/UA-1 and PDF/A-2a, for the press PDF/A-2b if asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pikepdf import Dictionary, Name, Pdf

import druk_proef as proef
import keur_proef as kp
import verapdf
from conftest import ECHT, pak_uit
from kaartgen import bouw
from kaartgen.plaatsen import PROJECT, moment
from kaartgen.samenstelling import kaartenset
from kaartgen.weergave.pdf import PdfSchrijver
from test_juryleden import jurylid

PERSEN = tuple(
    naam
    for naam in proef.PROFIELEN
    if (intentie := proef.profiel(naam).intentie) is not None and intentie.pdfa
)
KAARTGEN = "from kaartgen.opdrachtregel import app; app()"
java = jurylid(verapdf.java(), "Java")


@java
@pytest.mark.parametrize("profiel", PERSEN)
def test_een_bestand_voor_de_pers_is_ook_pdf_a_2b(profiel: str) -> None:
    assert verapdf.conform(kp.schoon(profiel, 3), "2b") == []


@java
def test_verapdf_vindt_fouten() -> None:
    def rgb(pdf: Pdf) -> None:
        kp.teken(pdf, "1 0 0 rg 20 60 20 20 re f")

    def zonder_letter(pdf: Pdf) -> None:
        for object_ in pdf.objects:
            if isinstance(object_, Dictionary) and "/FontFile2" in object_:
                del object_["/FontFile2"]

    def script(pdf: Pdf) -> None:
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="1")

    for bederf, clausule in ((rgb, "6.2.4.3"), (zonder_letter, "6.2.11.4"), (script, "6.5.1")):
        gevonden = verapdf.conform(kp.bedorven(kp.schoon("drukkerij"), bederf), "2b")
        assert any(regel.startswith(clausule) for regel in gevonden), gevonden


@java
def test_een_kantoorbestand_is_geen_pdf_a() -> None:
    assert verapdf.conform(kp.schoon("kantoor"), "2b")


@java
@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_elke_pdf_voor_het_scherm_voldoet(echt: bouw.Project, tmp_path: Path, flavour: str) -> None:
    # A process with Java in it cannot fork, so the bundles are made in another.
    opdracht = [sys.executable, "-c", KAARTGEN, "bundel", "--publicatie", ECHT, "--uit", str(tmp_path)]
    subprocess.run(opdracht, check=True, cwd=PROJECT, capture_output=True)
    bestanden = {
        naam: inhoud
        for pad in tmp_path.glob("*.zip")
        for naam, inhoud in pak_uit(pad).items()
        if naam.endswith(".pdf")
    }
    assert len(bestanden) == 1 + 2 * len(echt.publicatie.selecties)
    for naam, inhoud in bestanden.items():
        assert verapdf.conform(inhoud, flavour) == [], naam


@java
def test_zonder_structuur_is_een_pdf_geen_pdf_ua(echt: bouw.Project) -> None:
    document = echt.kaartdocument(bouw.ZONDER_VRAGEN, kaartenset(echt.publicatie, echt.kaarten, "raadsleden"))
    kaal = PdfSchrijver(echt.letter, getagd=False).schrijf(document, moment(2024))
    assert verapdf.conform(kaal, "ua1") and verapdf.conform(kaal, "2a")
