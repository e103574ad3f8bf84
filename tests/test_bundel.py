"""Bundles: what is in a ZIP, that it is true, and that it is the same every time."""

from __future__ import annotations

import hashlib
import io
import json
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pytest
from pptx import Presentation

import pdf_invarianten
import pptx_invarianten
from conftest import KEURDERS, PLAATSEN, Bundels, pak_uit
from inhoud_proef import KLEIN, vervang
from kaartgen import bouw, bundel, naast
from kaartgen.meldingen import Fouten
from kaartgen.plaatsen import PROJECT, DatumOngeldig, Plaatsen, moment
from kaartgen.samenstelling import Kaart, kaartenset

DECKS = ("kaarten", "dias")
BUNDELS = ("raadsleden", "alle-ambtsdragers")


def bestandsnamen(selectie: str) -> list[str]:
    kaarten, dias = ([f"{gebruik}-{selectie}.{vorm}" for vorm in ("pptx", "pdf")] for gebruik in DECKS)
    return ["LEESMIJ.txt", "tabletboek.pdf", *kaarten, f"tekst-{selectie}.html", *dias, "manifest.json"]


def kaarten_van(project: bouw.Project, selectie: str) -> tuple[Kaart, ...]:
    return kaartenset(project.publicatie, project.kaarten, selectie).kaarten


def woorden(tekst: str) -> str:
    """Give text as one row of letters: blanks and hyphens at line ends differ between formats."""
    return "".join(tekst.split()).translate(dict.fromkeys(map(ord, "-\xad\ufffe\x02")))


def pdfteksten(data: bytes) -> list[str]:
    return [woorden(pagina.get_textpage().get_text_range()) for pagina in pdfium.PdfDocument(data)]


def diateksten(data: bytes) -> list[str]:
    uit = []
    for dia in Presentation(io.BytesIO(data)).slides:
        uit.append(woorden(" ".join(str(t.text or "") for t in dia._element.iter("{*}t"))))
    return uit


@pytest.mark.parametrize("selectie", BUNDELS)
def test_een_bundel_heeft_precies_deze_bestanden(bundels: Bundels, selectie: str) -> None:
    assert list(bundels[selectie]) == bestandsnamen(selectie)


@pytest.mark.parametrize("selectie", BUNDELS)
def test_het_manifest_klopt_met_de_bestanden(bundels: Bundels, echt: bouw.Project, selectie: str) -> None:
    bestanden = bundels[selectie]
    manifest: dict[str, Any] = json.loads(bestanden["manifest.json"])
    assert [bestand["naam"] for bestand in manifest["bestanden"]] == bestandsnamen(selectie)[:-1]
    for bestand in manifest["bestanden"]:
        inhoud = bestanden[bestand["naam"]]
        assert bestand["sha256"] == hashlib.sha256(inhoud).hexdigest()
        assert bestand["bytes"] == len(inhoud)
        if bestand["naam"].endswith(".pdf"):
            assert bestand["paginas"] == len(pdfium.PdfDocument(inhoud))
        elif bestand["naam"].endswith(".pptx"):
            assert bestand["paginas"] == len(Presentation(io.BytesIO(inhoud)).slides)
        else:
            assert bestand["paginas"] == 0
    verwacht = [(kaart.nummer, kaart.id) for kaart in kaarten_van(echt, selectie)]
    assert [(kaart["nummer"], kaart["id"]) for kaart in manifest["kaarten"]] == verwacht
    assert manifest["publicatie"]["editie"] == echt.publicatie.gegevens.editie


@pytest.mark.parametrize("selectie", BUNDELS)
def test_de_leesmij_noemt_elk_bestand_en_de_licentie(
    bundels: Bundels, echt: bouw.Project, selectie: str
) -> None:
    tekst = " ".join(bundels[selectie]["LEESMIJ.txt"].decode().split())
    assert all(naam in tekst for naam in bestandsnamen(selectie)[1:-1])
    licentie = echt.publicatie.gegevens.licentie
    assert all(
        regel in tekst
        for regel in (licentie.naam, *licentie.tekst, echt.publicatie.gegevens.editietoelichting)
    )


@pytest.mark.parametrize("selectie", BUNDELS)
def test_elke_pptx_en_pdf_voldoet_aan_de_invarianten(bundels: Bundels, selectie: str) -> None:
    for naam, inhoud in bundels[selectie].items():
        if naam.endswith(".pptx"):
            assert pptx_invarianten.controleer(inhoud) == [], naam
        elif naam.endswith(".pdf"):
            assert pdf_invarianten.controleer(inhoud) == [], naam


@pytest.mark.parametrize("gebruik", ["kaarten", "dias"])
def test_pptx_en_pdf_hebben_per_pagina_dezelfde_tekst(bundels: Bundels, gebruik: str) -> None:
    bestanden = bundels["raadsleden"]
    dias = diateksten(bestanden[f"{gebruik}-raadsleden.pptx"])
    paginas = pdfteksten(bestanden[f"{gebruik}-raadsleden.pdf"])
    assert len(dias) == len(paginas)
    for dia, pagina in zip(dias, paginas, strict=True):
        zonder_merken = pagina.replace("•", "")
        assert sorted(dia) == sorted(zonder_merken) or _op_nummers_na(dia, zonder_merken)


def _op_nummers_na(dia: str, pagina: str) -> bool:
    """Numbers of a numbered list are drawn in the PDF and made by the program in the PPTX."""
    verschil = Counter(pagina) - Counter(dia)
    return not Counter(dia) - Counter(pagina) and set(verschil) <= set("0123456789.")


def test_de_kaarten_hebben_alle_vragen_en_de_dias_geen_enkele(bundels: Bundels, echt: bouw.Project) -> None:
    bestanden = bundels["alle-ambtsdragers"]
    vragen = [woorden(vraag.tekst) for kaart in echt.kaarten for vraag in kaart.vragen]
    for lees, vorm in ((diateksten, "pptx"), (pdfteksten, "pdf")):
        kaarten = "".join(lees(bestanden[f"kaarten-alle-ambtsdragers.{vorm}"]))
        dias = "".join(lees(bestanden[f"dias-alle-ambtsdragers.{vorm}"]))
        assert [vraag for vraag in vragen if vraag not in kaarten] == []
        assert [vraag for vraag in vragen if vraag in dias] == []


def test_het_tabletboek_heeft_alle_hoofdstukken_alle_kaarten_en_een_klikbare_inhoud(
    bundels: Bundels, echt: bouw.Project
) -> None:
    data = bundels["raadsleden"]["tabletboek.pdf"]
    tekst = "".join(pdfteksten(data))
    for hoofdstuk in echt.publicatie.tabletboek:
        assert all(woorden(alinea) in tekst for alinea in hoofdstuk.tekst), hoofdstuk.id
    assert all(woorden(kaart.vraag) in tekst for kaart in echt.kaarten)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        inhoud = pdf.pages[1]
        assert len(inhoud.get("/Annots", [])) >= len(echt.publicatie.tabletboek) + len(echt.kaarten)
        with pdf.open_outline() as boom:
            titels = [punt.title for punt in boom.root]
        assert [h.titel for h in echt.publicatie.tabletboek if h.titel not in titels] == []


def test_notities_hebben_de_tip_en_secties_de_delen(bundels: Bundels, echt: bouw.Project) -> None:
    presentatie = Presentation(io.BytesIO(bundels["raadsleden"]["kaarten-raadsleden.pptx"]))
    notities = "".join(
        dia.notes_slide.notes_text_frame.text for dia in presentatie.slides if dia.has_notes_slide
    )
    kaarten = kaarten_van(echt, "raadsleden")
    assert all(kaart.tip in notities for kaart in kaarten)
    secties = [element.get("name") for element in presentatie.part._element.iter("{*}section")]
    delen = [kaart.deel for kaart in kaarten]
    assert [sectie for sectie in secties if sectie in delen] == [
        deel for vorig, deel in pairwise(["", *delen]) if vorig != deel
    ]


# -- the same bytes ---------------------------------------------------------------------------------------

MAAK = """
import sys
from pathlib import Path
from kaartgen import bouw, naast
from kaartgen.plaatsen import Plaatsen
if sys.argv[4] == "alleen":
    naast.os.cpu_count = lambda: 1
p = Plaatsen(Path(sys.argv[1]), Path(sys.argv[2]) / "layouts", Path(sys.argv[2]) / "fonts")
bouw.bundel(bouw.laad(p, "publicatie_klein"), ["alles"], Path(sys.argv[3]), print)
"""


def maak(uit: Path, omgeving: dict[str, str], wijze: str) -> bytes:
    opdracht = [sys.executable, "-c", MAAK, str(KLEIN.parent), str(PROJECT), str(uit), wijze]
    subprocess.run(opdracht, check=True, capture_output=True, env=os.environ | omgeving, cwd=uit.parent)
    for naam, inhoud in pak_uit(uit / "alles.zip").items():
        keur = KEURDERS.get(Path(naam).suffix)
        assert keur is None or keur(inhoud) == [], naam
    return (uit / "alles.zip").read_bytes()


def test_dezelfde_inhoud_geeft_overal_dezelfde_bytes(tmp_path: Path) -> None:
    een = maak(tmp_path / "een", {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"}, "samen")
    ander = maak(
        tmp_path / "ander", {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"}, "alleen"
    )
    assert een == ander


def test_source_date_epoch_komt_in_de_bestanden(tmp_path: Path) -> None:
    gewoon = maak(tmp_path / "gewoon", {}, "samen")
    gezet = maak(tmp_path / "gezet", {"SOURCE_DATE_EPOCH": "1700000000"}, "samen")
    assert gewoon != gezet
    bestanden = pak_uit(tmp_path / "gezet" / "alles.zip")
    with pikepdf.open(io.BytesIO(bestanden["kaarten-alles.pdf"])) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20231114")
    eigenschappen = Presentation(io.BytesIO(bestanden["kaarten-alles.pptx"])).core_properties
    assert eigenschappen.created == datetime(2023, 11, 14, 22, 13, 20)


def test_zonder_source_date_epoch_geldt_de_eerste_dag_van_het_jaar_van_uitgave() -> None:
    assert moment(2024, {}) == datetime(2024, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("waarde", ["", "gisteren", "-1", "1.5", "0", "9999999999"])
def test_een_source_date_epoch_die_geen_moment_is_wordt_geweigerd(waarde: str) -> None:
    with pytest.raises(DatumOngeldig, match=f"‘{re.escape(waarde)}’"):
        moment(2024, {"SOURCE_DATE_EPOCH": waarde})


# -- nothing half done ------------------------------------------------------------------------------------


def klein_project(tmp_path: Path) -> tuple[Path, Plaatsen]:
    map_ = Path(shutil.copytree(KLEIN, tmp_path / "klein"))
    return map_, Plaatsen(tmp_path, PLAATSEN.layouts, PLAATSEN.fonts)


def test_bij_een_fout_in_de_inhoud_blijft_de_oude_bundel_staan(tmp_path: Path) -> None:
    map_, plaatsen = klein_project(tmp_path)
    uit = tmp_path / "uit"
    bouw.bundel(bouw.laad(plaatsen, "klein"), ["alles"], uit, lambda _: None)
    oud = (uit / "alles.zip").read_bytes()
    vervang(map_, "kaarten.yaml", "Hoe verloopt een leesronde", "Hoe verloopt " + "zo’n lange zin " * 40)
    with pytest.raises(Fouten):
        bouw.bundel(bouw.laad(plaatsen, "klein"), ["alles"], uit, lambda _: None)
    assert [pad.name for pad in uit.iterdir()] == ["alles.zip"]
    assert (uit / "alles.zip").read_bytes() == oud


def test_schrijven_dat_mislukt_laat_niets_half_achter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doel = tmp_path / "alles.zip"
    doel.write_bytes(b"oud")

    def vol(_: Path, __: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", vol)
    with pytest.raises(OSError, match="No space"):
        bundel.schrijf(doel, b"nieuw")
    assert [pad.name for pad in tmp_path.iterdir()] == ["alles.zip"]
    assert doel.read_bytes() == b"oud"


def test_een_fout_in_het_tweede_proces_komt_hier_aan() -> None:
    def kapot() -> int:
        raise ValueError("stuk")

    with pytest.raises(ValueError, match="stuk"):
        naast.samen(lambda: 1, kapot)
    assert naast.samen(lambda: 1, lambda: "twee") == (1, "twee")


def test_een_tweede_proces_dat_sterft_geeft_een_fout_en_blijft_niet_hangen() -> None:
    with pytest.raises(RuntimeError, match="stopte"):
        naast.samen(lambda: 1, lambda: os._exit(3))


def test_wie_hier_stopt_laat_geen_tweede_proces_achter(tmp_path: Path) -> None:
    def daar() -> None:
        (tmp_path / "begonnen").touch()
        time.sleep(2)
        (tmp_path / "gedaan").touch()

    def hier() -> None:
        while not (tmp_path / "begonnen").exists():
            time.sleep(0.01)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        naast.samen(hier, daar)
    assert not multiprocessing.active_children()
    assert not (tmp_path / "gedaan").exists()


# -- other publications -----------------------------------------------------------------------------------


def test_een_publicatie_zonder_waarden_ambtsdragers_en_hoofdstukken_geeft_ook_een_bundel(
    tmp_path: Path,
) -> None:
    map_, plaatsen = klein_project(tmp_path)
    for naam in ("waardenclusters", "ambtsdragers"):
        shutil.rmtree(map_ / naam)
    for naam in ("tabletboek.yaml", "waardenvragen.yaml"):
        (map_ / naam).unlink()
    (map_ / "vormgeving.yaml").write_text(
        "huisstijl: standaard\nkaarten: a4-liggend\ndias: 16x9\ntabletboek: tablet\n", "utf-8"
    )
    onderwerpen = sorted(pad.stem for pad in (map_ / "onderwerpen").glob("*.yaml"))
    regels = ["kaarten:"]
    vragen = ["kaarten:"]
    for nummer, id_ in enumerate(onderwerpen, 1):
        regels += [f"  - id: k-{id_}", f"    nummer: {nummer}", "    soort: kolommen", "    deel: Alles"]
        regels += [
            f"    label: L{nummer}",
            f'    vraag: "Wat lees je op kaart {nummer}?"',
            f"    toont: {{onderwerp: {id_}}}",
        ]
        vragen += [f"  k-{id_}:", f'    vragen: ["Wat valt je op bij {nummer}?"]']
    (map_ / "kaarten.yaml").write_text("\n".join(regels) + "\n", "utf-8")
    for pad in (map_ / "reflectievragen").glob("*.yaml"):
        pad.unlink()
    (map_ / "reflectievragen" / "alles.yaml").write_text("\n".join(vragen) + "\n", "utf-8")
    (map_ / "selecties.yaml").write_text("selecties:\n  - {id: alles, naam: Alles, kaarten: alle}\n", "utf-8")
    (een,) = bouw.bundel(bouw.laad(plaatsen, "klein"), ["alles"], tmp_path / "uit", lambda _: None)
    bestanden = pak_uit(een.pad)
    assert len(een.kaartenset.kaarten) == len(onderwerpen)
    for naam, inhoud in bestanden.items():
        if naam.endswith(".pptx"):
            assert pptx_invarianten.controleer(inhoud) == []
        elif naam.endswith(".pdf"):
            assert pdf_invarianten.controleer(inhoud) == []
