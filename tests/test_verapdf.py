"""What veraPDF says of files for the press: with a profile that asks so, they are PDF/A-2b as well."""

from __future__ import annotations

import pytest
from pikepdf import Dictionary, Name, Pdf

import druk_proef as proef
import keur_proef as kp
import verapdf
from test_juryleden import jurylid

PERSEN = tuple(
    naam
    for naam in proef.PROFIELEN
    if (intentie := proef.profiel(naam).intentie) is not None and intentie.pdfa
)
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
