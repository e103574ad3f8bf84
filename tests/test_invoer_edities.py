"""Two editions of one publication: what is made for one fits the other, whatever its folder is called."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from conftest import pak_uit
from inhoud_proef import vervang
from kaartgen.vragen import lees_laag
from terug_proef import EIGEN, bewerkt, schrijf_alle, zonder_eigenschappen
from test_invoer_opdracht import draai, importeer, werkmap

__all__ = ["werkmap"]

EIGEN_MAP, MAKERS = "data/publicaties/buurt", "makers"
EDITIES = [EIGEN_MAP, MAKERS]


@pytest.fixture
def edities(werkmap: Path) -> Path:
    """Give a working folder with the edition in own words and that of the makers, in a folder named
    otherwise."""
    assert importeer(naar=MAKERS).exit_code == 0
    return werkmap


def met_laag(map_: str, laag: str = "mijn.yaml") -> str:
    """Make a bundle of an edition with a layer; give its LEESMIJ, or what went wrong."""
    uitslag = draai("bundel", "alles", "--publicatie", map_, "--uit", f"uit/{map_}", "--vragen", laag)
    if uitslag.exit_code:
        return uitslag.stderr
    return pak_uit(Path("uit", map_, "alles.zip"))["LEESMIJ.txt"].decode()


@pytest.mark.parametrize("begin", EDITIES)
def test_een_laag_die_bij_de_ene_editie_begint_past_ook_op_de_andere(edities: Path, begin: str) -> None:
    assert draai("vragen", "begin", "mijn.yaml", "8", "--naam", "Bond", "--publicatie", begin).exit_code == 0
    assert lees_laag(edities / "mijn.yaml").publicatie == "buurt"
    vervang(edities, "mijn.yaml", "    vragen:\n", '    vragen:\n      - "Wat vraag jij?"\n')
    assert [("Bond" in met_laag(map_)) for map_ in EDITIES] == [True, True]


def test_een_laag_van_een_andere_publicatie_past_op_geen_editie(edities: Path) -> None:
    (edities / "mijn.yaml").write_text("naam: Wij\npublicatie: makers\nkaarten: {}\n", "utf-8")
    for map_ in EDITIES:
        assert "horen bij de publicatie ‘makers’, en dit is ‘buurt’" in met_laag(map_)


def test_een_andere_publicatie_in_een_map_met_dezelfde_naam_blijft_een_andere(edities: Path) -> None:
    ander = Path(shutil.copytree(edities / EIGEN_MAP, edities / "elders" / "buurt"))
    vervang(ander, "publicatie.yaml", "jaar: ", "id: wijk\njaar: ")
    (edities / "mijn.yaml").write_text("naam: Wij\npublicatie: buurt\nkaarten: {}\n", "utf-8")
    assert "en dit is ‘wijk’" in met_laag("elders/buurt")


def test_een_deck_van_de_makers_komt_terug_in_een_laag_die_op_beide_edities_past(edities: Path) -> None:
    assert draai("bundel", "alles", "--publicatie", MAKERS, "--uit", "uit").exit_code == 0
    deck = edities / "bewerkt.pptx"
    kaarten = pak_uit(edities / "uit" / "alles.zip")["kaarten-alles.pptx"]
    deck.write_bytes(bewerkt(kaarten, schrijf_alle({"bond": [EIGEN[0]]})))
    terug = ("vragen", "lees-terug", deck.name, "--laag", "mijn.yaml", "--ja", "--publicatie")
    geweigerd = draai(*terug, EIGEN_MAP)
    assert geweigerd.exit_code == 1
    assert "Dit bestand is van de editie ‘Tekst van de makers’" in geweigerd.stderr
    assert draai(*terug, MAKERS).exit_code == 0
    verwacht = f"1. {EIGEN[0]}\n     mijn  (mijn.yaml:"
    for map_ in EDITIES:
        getoond = draai("vragen", "toon", "8", "--publicatie", map_, "--vragen", "mijn.yaml").stdout
        assert verwacht in getoond


def test_aan_het_kenmerk_van_een_kaart_is_te_zien_van_welke_editie_zij_is(edities: Path) -> None:
    deck = edities / "bewerkt.pptx"
    for map_ in EDITIES:
        assert draai("bundel", "alles", "--publicatie", map_, "--uit", "uit").exit_code == 0
        kaarten = pak_uit(edities / "uit" / "alles.zip")["kaarten-alles.pptx"]
        deck.write_bytes(zonder_eigenschappen(bewerkt(kaarten, schrijf_alle({"bond": [EIGEN[0]]}))))
        gelezen = {
            ander: draai(
                "vragen", "lees-terug", deck.name, "--laag", "nieuw.yaml", "--droog", "--publicatie", ander
            )
            for ander in EDITIES
        }
        assert "andere editie" not in gelezen[map_].stdout + gelezen[map_].stderr
        assert f"  erbij: ‘{EIGEN[0]}’" in gelezen[map_].stdout
        assert all(een.stdout != gelezen[map_].stdout for ander, een in gelezen.items() if ander != map_)


def test_bundels_van_twee_edities_zijn_te_vergelijken_en_de_edities_worden_genoemd(edities: Path) -> None:
    for map_ in EDITIES:
        assert draai("bundel", "alles", "--publicatie", map_, "--uit", f"uit/{map_}").exit_code == 0
    oud, nieuw = (str(edities / "uit" / map_ / "alles.zip") for map_ in EDITIES)
    assert json.loads(pak_uit(Path(nieuw))["manifest.json"])["publicatie"]["id"] == "buurt"
    uitslag = draai("verschil", oud, nieuw)
    assert uitslag.stdout.startswith(
        "Dit zijn bundels van verschillende edities: ‘Proefeditie’ en ‘Tekst van de makers’.\n"
    )
    assert draai("verschil", oud, oud).stdout == "Niets veranderd.\n"


def test_bundels_van_twee_edities_komen_in_mappen_naast_elkaar(edities: Path) -> None:
    for map_ in EDITIES:
        assert draai("bundel", "alles", "--publicatie", map_).exit_code == 0
    assert sorted(pad.name for pad in (edities / "output").iterdir()) == ["buurt", "makers"]


def test_de_id_van_een_editie_gaat_mee_als_zij_zelf_het_model_is(edities: Path) -> None:
    vervang(edities / EIGEN_MAP, "publicatie.yaml", "jaar: ", "id: leeslamp\njaar: ")
    assert importeer(naar="nog-eens").exit_code == 0
    assert "\nid: leeslamp\n" in (edities / "nog-eens" / "publicatie.yaml").read_text("utf-8")
