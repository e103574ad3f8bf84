"""The commands around own questions, as users see them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import pak_uit
from inhoud_proef import vervang
from kaartgen.vragen import lees_laag
from test_opdrachtregel import draai, fout, publicatie, werkmap

__all__ = ["publicatie", "werkmap"]

pytestmark = pytest.mark.usefixtures("publicatie")


@pytest.fixture
def laag(werkmap: Path) -> Path:
    """Give a layer that adds, replaces and leaves out."""
    pad = werkmap / "mijn.yaml"
    pad.write_text(
        "# van mij\nnaam: Bond\npublicatie: buurt\nkaarten:\n  bond:\n    erbij: [Wat vraag jij?]\n"
        "  handelen:\n    vragen:\n    # mooier\n"
        "    - {vraag: Wat probeer je?, vervangt: Wat ga je deze week proberen?}\n"
        "    weglaten: [Wie kan je daarbij helpen?]\n",
        "utf-8",
    )
    return pad


@pytest.mark.parametrize("opdracht", ["toon", "begin", "samenvoegen"])
def test_de_hulp_van_elke_opdracht_is_nederlands(opdracht: str) -> None:
    hulp = draai("vragen", opdracht, "--help").stdout
    assert hulp.startswith(f"Gebruik: kaartgen vragen {opdracht} [OPTIES]")
    assert "Usage" not in hulp and "Options" not in hulp


def test_een_verkeerde_opdracht_krijgt_raad() -> None:
    assert fout(2, "vragen", "tonn") == "Er is geen opdracht ‘tonn’. Bedoelde je ‘toon’?\n"


def test_toon_zegt_van_elke_vraag_waar_zij_vandaan_komt(laag: Path) -> None:
    tekst = draai("vragen", "toon", "--vragen", laag.name).stdout
    assert tekst == (
        "Kaart 7 (handelen): Wat kun je als bibliothecaris morgen anders doen?\n"
        "  1. Wat probeer je?\n"
        "     Bond, in plaats van ‘Wat ga je deze week proberen?’  (mijn.yaml:10:7)\n"
        "  Weggelaten door Bond: ‘Wie kan je daarbij helpen?’\n"
        "\n"
        "Kaart 8 (bond): Hoe kan de bond bibliothecarissen helpen?\n"
        "  1. Wat zou jij de bond willen vragen?\n"
        "     publicatie  (data/publicaties/buurt/reflectievragen/werk.yaml:20:9)\n"
        "  2. Wat vraag jij?\n"
        "     Bond  (mijn.yaml:6:13)\n"
        "\n"
        "Op de andere kaarten staan de vragen van de publicatie.\n"
    )


def test_toon_geeft_ook_een_kaart_zonder_lagen_en_json(laag: Path) -> None:
    tekst = draai("vragen", "toon", "3").stdout
    assert "Kaart 3 (overzicht)" in tekst and "Kaart 4" not in tekst
    (kaart,) = json.loads(draai("vragen", "toon", "8", "--vragen", laag.name, "--json").stdout)
    assert [een["van"] for een in kaart["reflectievragen"]] == ["publicatie", "Bond"]
    assert "Er is geen kaart 99" in fout(2, "vragen", "toon", "99")


def test_de_vragen_van_een_laag_komen_in_de_bundel_en_de_bundel_noemt_de_laag(
    werkmap: Path, laag: Path
) -> None:
    assert draai("bundel", "bibliothecarissen", "--vragen", laag.name).exit_code == 0
    bestanden = pak_uit(werkmap / "output" / "buurt" / "bibliothecarissen.zip")
    manifest = json.loads(bestanden["manifest.json"])
    assert manifest["lagen"] == [{"naam": "Bond", "editie": ""}]
    assert "Bond" in bestanden["LEESMIJ.txt"].decode()
    assert draai("druk", "bibliothecarissen", "--profiel", "kantoor", "--vragen", laag.name).exit_code == 0
    assert draai("voorbeeld", "8", "--vragen", laag.name).exit_code == 0


def test_bundel_zegt_het_als_een_vraag_op_een_kaart_staat_die_veranderd_is(laag: Path) -> None:
    vervang(laag.parent, laag.name, "  bond:\n", "  bond:\n    inhoud: '0000000000000000'\n")
    uitslag = draai("bundel", "bibliothecarissen", "--vragen", laag.name)
    assert uitslag.exit_code == 0
    assert "mijn.yaml:7:13: waarschuwing: Je vraag ‘Wat vraag jij?’ staat op kaart 8 (bond)" in uitslag.stderr
    assert "kaartgen controleer" not in uitslag.stdout


def test_controleer_noemt_wat_er_met_een_laag_is(laag: Path) -> None:
    vervang(laag.parent, laag.name, "Wat vraag jij?", "Wat  vraag jij?")
    tekst = draai("controleer", "--vragen", laag.name).stdout
    assert "mijn.yaml:6:13: waarschuwing: In deze tekst staan twee spaties na elkaar." in tekst


def test_begin_maakt_een_bestand_dat_niets_verandert_en_vult_het_aan(werkmap: Path) -> None:
    uitslag = draai("vragen", "begin", "nieuw.yaml", "7", "bond", "--naam", "Bond")
    assert "nieuw.yaml: 2 kaarten erbij gezet." in uitslag.stdout
    tekst = (werkmap / "nieuw.yaml").read_text("utf-8")
    assert "# Kaart 7: Wat kun je als bibliothecaris morgen anders doen?" in tekst
    assert draai("controleer", "--vragen", "nieuw.yaml").stdout == draai("controleer").stdout
    assert "nieuw.yaml: 1 kaart erbij gezet." in draai("vragen", "begin", "nieuw.yaml", "7", "1").stdout
    assert (werkmap / "nieuw.yaml").read_text("utf-8").startswith(tekst)
    laag = lees_laag(werkmap / "nieuw.yaml")
    assert (laag.naam, laag.publicatie, tuple(laag.kaarten)) == (
        "Bond",
        "buurt",
        ("handelen", "bond", "leesronde"),
    )
    assert "eindigt niet op ‘.yaml’" in fout(2, "vragen", "begin", "vragen.txt")


def test_samenvoegen_toont_wat_anders_is_en_werkt_het_bestand_bij(publicatie: Path, laag: Path) -> None:
    vervang(
        publicatie, "reflectievragen/werk.yaml", "Wat ga je deze week proberen?", "Wat ga je deze week doen?"
    )
    voor = laag.read_text("utf-8")
    droog = draai("vragen", "samenvoegen", laag.name, "--droog").stdout
    assert "mijn.yaml:10:7: waarschuwing: Je vraag ‘Wat probeer je?’ vervangt" in droog
    assert "Wat ga je deze week doen?" in droog and "Wat ga je deze week proberen?" in droog
    assert laag.read_text("utf-8") == voor
    zonder_ja = draai("vragen", "samenvoegen", laag.name)
    assert (zonder_ja.exit_code, laag.read_text("utf-8")) == (2, voor)
    assert "--ja" in zonder_ja.stderr
    assert draai("vragen", "samenvoegen", laag.name, "--ja").exit_code == 0
    na = laag.read_text("utf-8")
    assert "# van mij" in na and "# mooier" in na
    assert 'vervangt: "Wat ga je deze week doen?"' in na
    assert draai("vragen", "samenvoegen", laag.name).stdout == (
        "mijn.yaml past al bij deze editie. Er is niets geschreven.\n"
    )


def test_samenvoegen_houdt_een_vraag_bij_een_kaart_die_er_niet_meer_is(laag: Path) -> None:
    vervang(laag.parent, laag.name, "  bond:\n", "  verdwenen:\n")
    tekst = draai("vragen", "samenvoegen", laag.name, "--ja").stdout
    assert "Je vraag ‘Wat vraag jij?’ staat bij een kaart die er niet (meer) is: ‘verdwenen’." in tekst
    assert "Wat vraag jij?" in laag.read_text("utf-8")


def test_een_laag_van_een_andere_publicatie_wordt_geweigerd(laag: Path) -> None:
    vervang(laag.parent, laag.name, "publicatie: buurt", "publicatie: elders")
    for opdracht in (("bundel", "--vragen"), ("vragen", "toon", "--vragen"), ("vragen", "samenvoegen")):
        assert "horen bij de publicatie ‘elders’" in fout(1, *opdracht, laag.name)


def test_samenvoegen_schrijft_niet_wat_niet_op_de_kaart_past(werkmap: Path) -> None:
    wat = (
        "Wat zou {} doen als alle anderen in de raad en in de samenleving er heel anders over blijven denken?"
    )
    vragen = "".join(f"    - {wat.format(wie)}\n" for wie in ("jij", "zij", "hij", "ik"))
    pad = werkmap / "vol.yaml"
    pad.write_text(f"naam: Vol\npublicatie: buurt\nkaarten:\n  handelen:\n    vragen:\n{vragen}", "utf-8")
    tekst = pad.read_text("utf-8")
    uitslag = draai("vragen", "samenvoegen", pad.name, "--ja")
    assert uitslag.exit_code == 1 and "vragen passen niet" in uitslag.stderr
    assert uitslag.stderr.startswith("vol.yaml:4:3")
    assert pad.read_text("utf-8") == tekst


def test_hetzelfde_bestand_twee_keer_geven_is_een_melding(laag: Path) -> None:
    opties = ("--vragen", laag.name, "--vragen", str(laag))
    gezegd = fout(1, "bundel", "alles", *opties)
    assert gezegd.startswith("mijn.yaml: fout: Dit bestand met eigen vragen is twee keer gegeven.")


@pytest.mark.parametrize(
    ("inhoud", "raad"), [("    inhoud: 'a1b2'\n", "Laat haar staan"), ("", "Bedoelde je ‘bond’?")]
)
def test_bij_een_kaart_die_er_was_en_weg_is_staat_geen_andere_kaart_als_raad(
    werkmap: Path, inhoud: str, raad: str
) -> None:
    tekst = f"naam: Bond\npublicatie: buurt\nkaarten:\n  bonden:\n{inhoud}    erbij: [Wat vraag jij?]\n"
    (werkmap / "weg.yaml").write_text(tekst, "utf-8")
    (melding,) = draai("controleer", "--vragen", "weg.yaml").stdout.splitlines()[:1]
    assert raad in melding and ("Bedoelde" in melding) == (not inhoud)
