"""The lock on the texts of makers: what may be changed in an imported publication, and what may not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kaartgen.inhoud import lees
from kaartgen.slot import maak_slot
from test_invoer_opdracht import draai, importeer, werkmap

__all__ = ["werkmap"]
CLUSTER = "waardenclusters/welkom.yaml"
VRAGEN = "reflectievragen/werk.yaml"


@pytest.fixture
def echt(werkmap: Path) -> Path:
    """Give the folder of an imported publication."""
    assert importeer().exit_code == 0
    return werkmap / "echt"


def vervang(pad: Path, oud: str, nieuw: str) -> int:
    """Change a text once and give the number of its line."""
    tekst = pad.read_text("utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), "utf-8")
    return tekst[: tekst.index(oud)].count("\n") + 1


def opvatting(echt: Path) -> str:
    """Give the first line with an opvatting of the cluster."""
    regels = (echt / CLUSTER).read_text("utf-8").splitlines()
    return regels[next(nr for nr, regel in enumerate(regels) if "opvattingen:" in regel) + 1]


def test_een_opgehaalde_publicatie_is_zoals_de_maker_haar_schreef(echt: Path) -> None:
    assert draai("controleer", "--publicatie", "echt").exit_code == 0
    assert json.loads((echt / "slot.json").read_text("utf-8"))


def test_een_veranderde_tekst_van_de_maker_wordt_op_zijn_regel_gemeld_en_houdt_alles_tegen(
    echt: Path,
) -> None:
    regel = vervang(echt / CLUSTER, opvatting(echt), f"{opvatting(echt)} En nog iets.")
    melding = f"echt/{CLUSTER}:{regel}:"
    uitslag = draai("controleer", "--publicatie", "echt")
    assert uitslag.exit_code == 1
    (gevonden,) = [een for een in uitslag.stdout.splitlines() if "maker" in een]
    assert gevonden.startswith(melding)
    assert "Deze tekst van de maker is veranderd." in gevonden
    for opdracht in (("bundel", "--uit", "uit"), ("druk", "alles", "--profiel", "kantoor", "--uit", "uit")):
        uitslag = draai(*opdracht, "--publicatie", "echt")
        assert uitslag.exit_code == 1
        assert melding in uitslag.stderr
        assert not Path("uit").exists()


@pytest.mark.parametrize("veld", ["maker", "bronregel", "titel"])
def test_ook_van_wie_de_tekst_is_zit_op_slot(echt: Path, veld: str) -> None:
    vervang(echt / "publicatie.yaml", f"{veld}: ", f"{veld}: X")
    uitslag = draai("controleer", "--publicatie", "echt")
    assert uitslag.exit_code == 1
    assert "echt/publicatie.yaml:" in uitslag.stdout
    assert "Deze tekst van de maker is veranderd." in uitslag.stdout


def test_een_tekst_erbij_of_weg_wordt_ook_gezien(echt: Path) -> None:
    tekst = opvatting(echt)
    vervang(echt / CLUSTER, tekst, f"{tekst}\n{tekst.split('- ')[0]}- Een zin van ons.")
    assert "niet van de maker" in draai("controleer", "--publicatie", "echt").stdout
    vervang(echt / CLUSTER, f"\n{tekst.split('- ')[0]}- Een zin van ons.", "")
    assert draai("controleer", "--publicatie", "echt").exit_code == 0
    vervang(echt / CLUSTER, f"{tekst}\n", "")
    assert "ontbreekt een tekst van de maker" in draai("controleer", "--publicatie", "echt").stdout


def test_reflectievragen_opmerkingen_en_de_soort_van_een_kaart_mogen_anders(echt: Path) -> None:
    vervang(echt / VRAGEN, "Welk boek zou jij", "Welk gek boek zou jij")
    pad = echt / CLUSTER
    pad.write_text(f"# Een opmerking.\n{pad.read_text('utf-8')}", "utf-8")
    vervang(echt / "kaarten.yaml", "soort: blokken", "soort: gestapeld")
    assert draai("controleer", "--publicatie", "echt").exit_code == 0


def test_met_toestemming_van_de_maker_mag_alles(echt: Path) -> None:
    vervang(echt / CLUSTER, opvatting(echt), f"{opvatting(echt)} En nog iets.")
    vervang(echt / "publicatie.yaml", "wijzigen_toegestaan: false", "wijzigen_toegestaan: true")
    assert draai("controleer", "--publicatie", "echt").exit_code == 0


@pytest.mark.parametrize("inhoud", ["", "{}x", "[1, 2]", "\x00"])
def test_een_kapot_slot_is_een_fout_en_geen_open_deur(echt: Path, inhoud: str) -> None:
    (echt / "slot.json").write_text(inhoud, "utf-8")
    uitslag = draai("controleer", "--publicatie", "echt")
    assert uitslag.exit_code == 1
    assert "slot.json: fout: Dit slot op de vaste teksten is onleesbaar." in uitslag.stdout


def test_een_slot_dat_weg_is_houdt_alles_tegen(echt: Path) -> None:
    (echt / "slot.json").unlink()
    vervang(echt / CLUSTER, opvatting(echt), f"{opvatting(echt)} En nog iets.")
    regel = (
        (echt / "publicatie.yaml")
        .read_text("utf-8")
        .splitlines()
        .index(
            next(
                een
                for een in (echt / "publicatie.yaml").read_text("utf-8").splitlines()
                if een.startswith("slot:")
            )
        )
    )
    uitslag = draai("controleer", "--publicatie", "echt")
    assert uitslag.exit_code == 1
    assert f"echt/publicatie.yaml:{regel + 1}:" in uitslag.stdout
    assert "het slot erop (slot.json) is weg" in uitslag.stdout
    assert "kaartgen importeer" in uitslag.stdout
    assert draai("bundel", "--uit", "uit", "--publicatie", "echt").exit_code == 1
    assert not Path("uit").exists()


def test_een_slot_dat_met_de_tekst_mee_veranderd_is_wordt_gezien(echt: Path) -> None:
    vervang(echt / CLUSTER, opvatting(echt), f"{opvatting(echt)} En nog iets.")
    (echt / "slot.json").write_bytes(maak_slot(lees(echt)))
    uitslag = draai("controleer", "--publicatie", "echt")
    assert uitslag.exit_code == 1
    assert "slot.json: fout: Dit slot op de vaste teksten is niet het slot dat publicatie.yaml noemt." in (
        uitslag.stdout
    )


def test_zonder_kenmerk_in_publicatie_yaml_gaat_het_slot_niet_open(echt: Path) -> None:
    pad = echt / "publicatie.yaml"
    regels = pad.read_text("utf-8").splitlines(keepends=True)
    pad.write_text("".join(regel for regel in regels if not regel.startswith("slot:")), "utf-8")
    assert draai("controleer", "--publicatie", "echt").exit_code == 1
