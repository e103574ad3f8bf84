"""kaartgen importeer as users see it: what it writes, asks and says, and how it ends."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from inhoud_proef import KLEIN
from invoer_proef import BOEKJE, INVOER
from kaartgen import bouw, plaatsen
from kaartgen.inhoud import lees
from kaartgen.invoer import uitgavemap
from kaartgen.opdrachtregel import app
from test_invoer_bestanden import pdf

KAARTGEN = Path(sys.executable).with_name("kaartgen")


@pytest.fixture
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a working folder with the small publication, its recipe and the document."""
    shutil.copytree(KLEIN, tmp_path / "data" / "publicaties" / "buurt")
    (tmp_path / "data" / "recepten").mkdir()
    shutil.copy(INVOER / "recept.yaml", tmp_path / "data" / "recepten" / "boekje.yaml")
    shutil.copy(BOEKJE, tmp_path / "boekje.txt")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(plaatsen.VASTE_DATUM, raising=False)
    return tmp_path


def draai(*woorden: str) -> Result:
    """Run kaartgen in this process; an exception that gets out of it fails the test."""
    return CliRunner().invoke(app, woorden, catch_exceptions=False, prog_name="kaartgen")


def importeer(*meer: str, bestand: str = "boekje.txt", naar: str = "echt") -> Result:
    """Run kaartgen importeer on the small document."""
    return draai("importeer", bestand, "--recept", "boekje", "--naar", naar, *meer)


def inhoud(map_: Path) -> dict[str, bytes]:
    """Give all files in a folder."""
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()}


def test_de_map_is_een_publicatie_waarvan_bundels_komen(werkmap: Path) -> None:
    uitslag = importeer()
    assert uitslag.exit_code == 0, uitslag.stderr
    assert "     8 van    8  opvattingen bij waarden\n" in uitslag.stdout
    assert "zoals regel 59: ‘ de eerste.‘’ is gelezen als ‘ de eerste.’’" in uitslag.stdout
    assert "     1 keer dankwoord en literatuur; zoals regel 137: ‘Een boek" in uitslag.stdout
    assert uitslag.stdout.endswith("Maak de bundels met: kaartgen bundel --publicatie echt\n")
    for map_ in ("echt", "./echt", str(werkmap / "echt")):
        assert draai("lijst", "--publicatie", map_).stdout.startswith("Een bibliotheek voor de buurt (2031)")
        assert draai("controleer", "--publicatie", map_).exit_code == 0
    gemaakt = draai("bundel", "--publicatie", "echt", "--uit", "uit")
    assert gemaakt.exit_code == 0, gemaakt.stderr
    assert sorted(pad.name for pad in (werkmap / "uit").iterdir()) == ["alles.zip", "bibliothecarissen.zip"]


def test_een_alinea_die_langer_is_dan_een_kolom_verdeelt_zich_over_kolommen(werkmap: Path) -> None:
    zin = "De bibliotheek leent ook een ladder uit aan wie er voorzichtig mee is. "
    boekje = werkmap / "boekje.txt"
    tekst = boekje.read_text("utf-8")
    boekje.write_text(
        tekst.replace("De buurt vroeg om een plek", f"{zin * 60}De buurt vroeg om een plek"), "utf-8"
    )
    assert importeer().exit_code == 0
    uitslag = draai("bundel", "--publicatie", "echt", "--uit", "uit")
    assert uitslag.exit_code == 0, uitslag.stderr


def test_kaarten_nummers_en_vragen_komen_van_de_eigen_editie_en_de_licentie_van_het_recept(
    werkmap: Path,
) -> None:
    importeer()
    eigen, nieuw = lees(KLEIN), lees(werkmap / "echt")
    assert [(een.id, een.nummer, een.toont) for een in nieuw.kaarten] == [
        (een.id, een.nummer, een.toont) for een in eigen.kaarten
    ]
    assert nieuw.reflectievragen == eigen.reflectievragen
    assert (nieuw.selecties, nieuw.vormgeving) == (eigen.selecties, eigen.vormgeving)
    assert not nieuw.gegevens.licentie.wijzigen_toegestaan
    assert nieuw.gegevens.editie == "Tekst van de makers"
    assert nieuw.gegevens.maker in nieuw.gegevens.bronregel


def test_nog_eens_hetzelfde_schrijft_niets(werkmap: Path) -> None:
    importeer()
    voor = {pad: pad.stat().st_mtime_ns for pad in (werkmap / "echt").rglob("*")}
    uitslag = importeer()
    assert uitslag.exit_code == 0
    assert uitslag.stdout.endswith("In echt staat dit al precies zo. Er is niets geschreven.\n")
    assert {pad: pad.stat().st_mtime_ns for pad in (werkmap / "echt").rglob("*")} == voor


@pytest.fixture
def bewerkt(werkmap: Path) -> Path:
    """Give an imported folder in which somebody changed a question and a text of the makers, and put a
    file."""
    importeer()
    map_ = werkmap / "echt"
    for naam, oud, nieuw in (
        ("reflectievragen/werk.yaml", "Welk boek zou jij", "Welk gek boek zou jij"),
        ("waardenclusters/welkom.yaml", "Iedereen krijgt koffie", "Iedereen krijgt thee"),
    ):
        tekst = (map_ / naam).read_text("utf-8")
        assert oud in tekst
        (map_ / naam).write_text(tekst.replace(oud, nieuw), "utf-8")
    (map_ / "aantekening.txt").write_text("van mij", "utf-8")
    return map_


def test_over_een_bewerkte_map_wordt_het_verschil_getoond_en_zonder_scherm_niets_gedaan(
    bewerkt: Path,
) -> None:
    voor = inhoud(bewerkt)
    uitslag = importeer()
    assert uitslag.exit_code == 2
    assert (
        "echt/waardenclusters/welkom.yaml:\n  - - ‘Iedereen krijgt thee bij het raam.’\n"
        "  + - ‘Iedereen krijgt koffie bij het raam.’\n" in uitslag.stdout
    )
    assert "reflectievragen" not in uitslag.stdout
    assert "geef dan --ja" in uitslag.stderr
    assert inhoud(bewerkt) == voor


def test_met_ja_komt_de_tekst_van_de_makers_terug_en_blijven_eigen_vragen_en_bestanden_staan(
    bewerkt: Path,
) -> None:
    uitslag = importeer("--ja")
    assert uitslag.exit_code == 0
    assert "Iedereen krijgt koffie" in inhoud(bewerkt)["waardenclusters/welkom.yaml"].decode()
    assert b"Welk gek boek" in inhoud(bewerkt)["reflectievragen/werk.yaml"]
    assert draai("controleer", "--publicatie", "echt").exit_code == 0
    assert inhoud(bewerkt)["aantekening.txt"] == b"van mij"
    assert not [pad.name for pad in bewerkt.parent.iterdir() if pad.name.startswith(".")]


@pytest.mark.parametrize(("antwoord", "code"), [("n\n", 2), ("\n", 2), ("j\n", 0), ("Ja\n", 0)])
def test_op_een_scherm_wordt_het_gevraagd(bewerkt: Path, antwoord: str, code: int) -> None:
    voor = inhoud(bewerkt)
    meester, knecht = pty.openpty()
    os.write(meester, antwoord.encode())
    uitslag = subprocess.run(
        [KAARTGEN, "importeer", "boekje.txt", "--recept", "boekje", "--naar", "echt"],
        stdin=knecht,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=bewerkt.parent,
    )
    os.close(meester)
    os.close(knecht)
    assert uitslag.returncode == code, uitslag.stderr
    assert "Vervangen?" in uitslag.stdout
    assert (inhoud(bewerkt) == voor) == (code != 0)


def test_een_map_met_iets_anders_wordt_nooit_vervangen(werkmap: Path) -> None:
    (werkmap / "echt").mkdir()
    (werkmap / "echt" / "brief.txt").write_text("lief", "utf-8")
    (werkmap / "bestand").write_text("x", "utf-8")
    for naar in ("echt", "bestand"):
        uitslag = importeer("--ja", naar=naar)
        assert (uitslag.exit_code, uitslag.stdout) == (1, "")
        assert "Kies met --naar een nieuwe map" in uitslag.stderr
    assert inhoud(werkmap / "echt") == {"brief.txt": b"lief"}


def test_gaat_het_schrijven_mis_dan_staat_de_oude_map_er_nog(
    bewerkt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voor = inhoud(bewerkt)
    hernoem = Path.rename

    def mis(pad: Path, doel: Path) -> Path:
        if pad.name == "nieuw" and pad.parent.parent == bewerkt.parent:
            raise OSError(28, "vol")
        return hernoem(pad, doel)

    monkeypatch.setattr(uitgavemap.Path, "rename", mis)
    uitslag = importeer("--ja")
    assert uitslag.exit_code == 3
    assert inhoud(bewerkt) == voor
    assert not [pad.name for pad in bewerkt.parent.iterdir() if pad.name.startswith(".")]


def test_een_fout_in_de_tekst_wordt_gemeld_en_er_wordt_niets_geschreven(werkmap: Path) -> None:
    boekje = werkmap / "boekje.txt"
    boekje.write_text(boekje.read_text("utf-8").replace("‘Een gekke vraag is een cadeau.’\n", ""), "utf-8")
    uitslag = importeer()
    assert uitslag.exit_code == 1
    assert "2 van    3  opvattingen bij ambtsdragers  <- klopt niet" in uitslag.stdout
    assert "fout: Opvattingen bij bibliothecarissen: 2 gevonden, 3 verwacht." in uitslag.stderr
    assert "Traceback" not in uitslag.stderr
    assert not (werkmap / "echt").exists()


def test_een_onbekend_recept_en_een_recept_met_een_fout_worden_gemeld(werkmap: Path) -> None:
    uitslag = draai("importeer", "boekje.txt", "--recept", "boek", "--naar", "echt")
    assert (uitslag.exit_code, uitslag.stderr) == (2, "Er is geen recept ‘boek’. Bedoelde je ‘boekje’?\n")
    recept = werkmap / "data" / "recepten" / "boekje.yaml"
    goed = recept.read_text("utf-8")
    for oud, nieuw, melding in (
        ("voetnoot: punt", "voetnoot: ster", "boekje.yaml:15:1: fout:"),
        ("Leeslamp - .+?", "Leeslamp [", "is geen reguliere expressie"),
        ("publicatie: buurt", "publicatie: wijk", "Er is geen publicatie ‘wijk’"),
    ):
        assert oud in goed
        recept.write_text(goed.replace(oud, nieuw), "utf-8")
        uitslag = importeer()
        assert uitslag.exit_code == 1
        assert melding in uitslag.stderr


def test_het_officiele_tabletboek_gaat_zoals_het_is_in_elke_bundel(werkmap: Path) -> None:
    boek = werkmap / "officieel.pdf"
    boek.write_bytes(pdf("Een", "Twee", "Drie"))
    assert importeer("--tabletboek", "officieel.pdf").exit_code == 0
    project = bouw.laad(
        plaatsen.Plaatsen(werkmap, plaatsen.PROJECT / "layouts", plaatsen.PROJECT / "fonts"), "echt"
    )
    bestanden = bouw._maak(project, [bouw.HET_BOEK], plaatsen.moment(2031)).bestanden[bouw.HET_BOEK]
    assert [(een.naam, een.inhoud, een.paginas) for een in bestanden] == [
        ("tabletboek.pdf", boek.read_bytes(), 3)
    ]
    assert importeer().stdout.endswith("Er is niets geschreven.\n")
