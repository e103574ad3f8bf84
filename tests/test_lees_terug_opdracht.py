"""kaartgen vragen lees-terug and tabel as users see them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
import yaml

from inhoud_proef import vervang
from terug_proef import EIGEN, bewerkt, schrijf_alle, zonder_eigenschappen, zonder_kenmerken
from test_opdrachtregel import draai, fout, nieuw, publicatie, werkmap

__all__ = ["publicatie", "werkmap"]

KAART, ANDER = "handelen", "prioriteiten"
Bewerken = Callable[..., Path]


@pytest.fixture
def vragen(publicatie: Path) -> Mapping[str, Sequence[str]]:
    """The questions of the small publication by card."""
    bestanden = [yaml.safe_load(pad.read_text("utf-8")) for pad in publicatie.glob("reflectievragen/*.yaml")]
    return {id_: kaart["vragen"] for bestand in bestanden for id_, kaart in bestand["kaarten"].items()}


@pytest.fixture
def bewerk(werkmap: Path) -> Bewerken:
    """Give a function that makes a bundle, edits its deck and gives the path of that."""

    def maak(nieuw: Mapping[str, Sequence[str]], *opties: str) -> Path:
        assert draai("bundel", "alles", "--uit", "uit", *opties).exit_code == 0
        with zipfile.ZipFile(werkmap / "uit" / "alles.zip") as bundel:
            inhoud = bundel.read("kaarten-alles.pptx")
        pad = werkmap / "bewerkt.pptx"
        pad.write_bytes(bewerkt(inhoud, schrijf_alle(nieuw)))
        return pad

    return maak


def op_kaart(kaart: str, *opties: str) -> str:
    """Give what kaartgen says stands on a card."""
    uitslag = draai("vragen", "toon", kaart, *opties)
    assert uitslag.exit_code == 0
    return uitslag.stdout


def test_een_bewerkt_deck_wordt_een_laag_die_in_de_bundels_komt(
    bewerk: Bewerken, vragen: Mapping[str, Sequence[str]]
) -> None:
    deck = bewerk({KAART: [*vragen[KAART][1:], EIGEN[0]]})
    uitslag = draai("vragen", "lees-terug", deck.name, "--ja")
    assert (uitslag.exit_code, uitslag.stderr) == (0, "")
    assert f"  erbij: ‘{EIGEN[0]}’" in uitslag.stdout
    assert f"  weg: ‘{vragen[KAART][0]}’" in uitslag.stdout
    assert "1 kaart anders; dat staat nu in mijn-vragen.yaml." in uitslag.stdout
    getoond = op_kaart(KAART, "--vragen", "mijn-vragen.yaml")
    assert EIGEN[0] in getoond and f"Weggelaten door mijn-vragen: ‘{vragen[KAART][0]}’" in getoond

    opnieuw = bewerk({}, "--vragen", "mijn-vragen.yaml")
    uitslag = draai("vragen", "lees-terug", opnieuw.name, "--vragen", "mijn-vragen.yaml")
    assert uitslag.stdout.splitlines()[-1] == "Er zijn geen andere vragen. Er is niets geschreven."


def test_droog_laat_alleen_zien(werkmap: Path, bewerk: Bewerken) -> None:
    deck = bewerk({KAART: [EIGEN[0]]})
    voor = nieuw(werkmap)
    uitslag = draai("vragen", "lees-terug", deck.name, "--droog")
    assert uitslag.exit_code == 0
    assert uitslag.stdout.splitlines()[-1] == "1 kaart anders. Er is niets geschreven."
    assert nieuw(werkmap) == voor


def test_zonder_ja_en_zonder_iemand_om_te_vragen_wordt_niets_geschreven(
    werkmap: Path, bewerk: Bewerken
) -> None:
    deck = bewerk({KAART: [EIGEN[0]]})
    voor = nieuw(werkmap)
    uitslag = draai("vragen", "lees-terug", deck.name)
    assert uitslag.exit_code == 2
    assert "geef dan --ja" in uitslag.stderr
    assert nieuw(werkmap) == voor


def test_opmerkingen_en_andere_kaarten_in_een_bestaande_laag_blijven(
    werkmap: Path, bewerk: Bewerken, vragen: Mapping[str, Sequence[str]]
) -> None:
    laag = werkmap / "trainer.yaml"
    laag.write_text(
        f"# van Fatima\nnaam: Fatima\npublicatie: buurt\nkaarten:\n  {ANDER}:  # de tweede\n"
        f"    erbij:\n      - '{EIGEN[1]}'  # goed\n",
        "utf-8",
    )
    deck = bewerk({KAART: [EIGEN[0], *vragen[KAART]]})
    assert draai("vragen", "lees-terug", deck.name, "--laag", "trainer.yaml", "--ja").exit_code == 0
    tekst = laag.read_text("utf-8")
    assert tekst.startswith("# van Fatima\nnaam: Fatima\n")
    assert f"  {ANDER}:  # de tweede\n    erbij:\n      - '{EIGEN[1]}'  # goed\n" in tekst
    assert EIGEN[0] in op_kaart(KAART, "--vragen", "trainer.yaml")


def test_twee_keer_bewerken_bouwt_op_dezelfde_laag(
    werkmap: Path, bewerk: Bewerken, vragen: Mapping[str, Sequence[str]]
) -> None:
    eerst = bewerk({KAART: [*vragen[KAART], EIGEN[0]]})
    assert draai("vragen", "lees-terug", eerst.name, "--ja").exit_code == 0
    daarna = bewerk({KAART: [*vragen[KAART], EIGEN[0]], ANDER: [EIGEN[1], *vragen[ANDER]]})
    uitslag = draai("vragen", "lees-terug", daarna.name, "--ja")
    assert EIGEN[1] in uitslag.stdout and EIGEN[0] not in uitslag.stdout
    lagen = yaml.safe_load((werkmap / "mijn-vragen.yaml").read_text("utf-8"))["kaarten"]
    assert set(lagen) == {KAART, ANDER}


def test_wat_niet_overgenomen_kan_worden_heet_niet_hetzelfde(bewerk: Bewerken) -> None:
    deck = bewerk({KAART: [f"Wat is vraag {nummer}?" for nummer in range(6)]})
    uitslag = draai("vragen", "lees-terug", deck.name, "--ja")
    assert "Wat is vraag 5?" in uitslag.stdout
    assert uitslag.stdout.splitlines()[-1] == "Er is geen vraag overgenomen. Er is niets geschreven."


def test_van_twee_decks_met_dezelfde_vraag_anders_blijft_de_eerste_ook_met_ja(
    werkmap: Path, bewerk: Bewerken, vragen: Mapping[str, Sequence[str]]
) -> None:
    eerste, *rest = vragen[KAART]
    van_a, van_c = eerste.replace("?", " nu?"), f"C: {eerste}"
    deck_a = bewerk({KAART: [van_a, *rest]}).rename(werkmap / "a.pptx")
    deck_c = bewerk({KAART: [van_c, *rest], ANDER: [*vragen[ANDER], EIGEN[1]]})
    assert draai("vragen", "lees-terug", deck_a.name, "--ja").exit_code == 0
    uitslag = draai("vragen", "lees-terug", deck_c.name, "--ja")
    assert f"Nu is dat ‘{van_a}’; in het bestand is dat ‘{van_c}’" in uitslag.stdout
    getoond = [op_kaart(kaart, "--vragen", "mijn-vragen.yaml") for kaart in (KAART, ANDER)]
    assert van_a in getoond[0] and van_c not in getoond[0] and EIGEN[1] in getoond[1]
    opnieuw = draai("vragen", "lees-terug", deck_a.name, "--ja")
    assert opnieuw.stdout.splitlines()[-1] == "Er zijn geen andere vragen. Er is niets geschreven."


def test_een_eigen_vraag_kan_na_het_teruglezen_nog_eens_veranderen_in_een_nieuw_deck(
    werkmap: Path, bewerk: Bewerken, vragen: Mapping[str, Sequence[str]]
) -> None:
    deck = bewerk({KAART: [EIGEN[0], *vragen[KAART]]})
    assert draai("vragen", "lees-terug", deck.name, "--ja").exit_code == 0
    nog_eens = EIGEN[0].replace("morgen", "volgende week")
    opties = ("--vragen", "mijn-vragen.yaml")
    deck = bewerk({KAART: [nog_eens, *vragen[KAART]]}, *opties)
    uitslag = draai("vragen", "lees-terug", deck.name, *opties, "--ja")
    assert f"veranderd: ‘{EIGEN[0]}’ wordt ‘{nog_eens}’" in uitslag.stdout
    assert EIGEN[0] not in (werkmap / "mijn-vragen.yaml").read_text("utf-8")


def test_een_eigen_vraag_die_niet_in_het_deck_staat_gaat_niet_verloren(
    werkmap: Path, bewerk: Bewerken, vragen: Mapping[str, Sequence[str]]
) -> None:
    deck = bewerk({KAART: [*vragen[KAART], EIGEN[0]]})
    laag = werkmap / "mijn-vragen.yaml"
    tekst = f"naam: x\npublicatie: buurt\nkaarten:\n  {KAART}:\n    erbij: ['{EIGEN[2]}']\n"
    laag.write_text(tekst, "utf-8")
    uitslag = draai("vragen", "lees-terug", deck.name, "--ja")
    assert f"erbij: ‘{EIGEN[0]}’" in uitslag.stdout and "Let op" not in uitslag.stdout
    getoond = op_kaart(KAART, "--vragen", "mijn-vragen.yaml")
    assert EIGEN[0] in getoond and EIGEN[2] in getoond


def test_een_eigen_vraag_uit_een_laag_kan_weer_weg(
    werkmap: Path, bewerk: Bewerken, vragen: Mapping[str, Sequence[str]]
) -> None:
    eerst = bewerk({KAART: [*vragen[KAART], EIGEN[0]]})
    assert draai("vragen", "lees-terug", eerst.name, "--ja").exit_code == 0
    daarna = bewerk({KAART: vragen[KAART]}, "--vragen", "mijn-vragen.yaml")
    uitslag = draai("vragen", "lees-terug", daarna.name, "--vragen", "mijn-vragen.yaml", "--ja")
    assert f"weg: ‘{EIGEN[0]}’" in uitslag.stdout
    assert not yaml.safe_load((werkmap / "mijn-vragen.yaml").read_text("utf-8"))["kaarten"]


def test_een_tweede_laag_komt_boven_op_de_eerste(
    werkmap: Path, bewerk: Bewerken, vragen: Mapping[str, Sequence[str]]
) -> None:
    eerst = bewerk({KAART: [*vragen[KAART][:2], EIGEN[0]]})
    assert draai("vragen", "lees-terug", eerst.name, "--laag", "vereniging.yaml", "--ja").exit_code == 0
    vereniging = (werkmap / "vereniging.yaml").read_text("utf-8")
    daarna = bewerk({KAART: [EIGEN[1], EIGEN[0]]}, "--vragen", "vereniging.yaml")
    opties = ("--vragen", "vereniging.yaml", "--laag", "trainer.yaml")
    assert draai("vragen", "lees-terug", daarna.name, *opties, "--ja").exit_code == 0
    assert (werkmap / "vereniging.yaml").read_text("utf-8") == vereniging
    getoond = op_kaart(KAART, "--vragen", "vereniging.yaml", "--vragen", "trainer.yaml")
    assert f"1. {EIGEN[1]}" in getoond and f"2. {EIGEN[0]}" in getoond
    assert "trainer" in getoond and "vereniging" in getoond


def test_een_deck_met_lagen_vraagt_om_dezelfde_lagen(bewerk: Bewerken) -> None:
    eerst = bewerk({KAART: [EIGEN[0]]})
    assert draai("vragen", "lees-terug", eerst.name, "--ja").exit_code == 0
    deck = bewerk({}, "--vragen", "mijn-vragen.yaml")
    assert "gemaakt met eigen vragen van: ‘mijn-vragen’" in fout(1, "vragen", "lees-terug", deck.name)
    zonder = bewerk({})
    gezegd = fout(1, "vragen", "lees-terug", zonder.name, "--vragen", "mijn-vragen.yaml")
    assert "gemaakt zonder eigen vragen" in gezegd


@pytest.mark.parametrize(
    ("opties", "code", "gezegd"),
    [
        (("lees-terug", "weg.pptx"), 3, "dit pad bestaat niet"),
        (("lees-terug", "data"), 3, "er staat een map met deze naam"),
        (("lees-terug", "stuk.pptx"), 1, "beschadigd of niet compleet"),
        (("lees-terug", "stuk.pptx", "--laag", "vragen.txt"), 2, "eindigt niet op ‘.yaml’"),
        (("tabel", "--uit", "vragen.ods"), 2, "eindigt niet op ‘.xlsx’ of ‘.csv’"),
    ],
)
def test_wat_niet_kan_wordt_gezegd_en_er_wordt_niets_geschreven(
    werkmap: Path, opties: tuple[str, ...], code: int, gezegd: str
) -> None:
    (werkmap / "stuk.pptx").write_bytes(b"PK\x03\x04 en dan niets")
    voor = nieuw(werkmap)
    assert gezegd in fout(code, "vragen", *opties)
    assert nieuw(werkmap) == voor


def test_alleen_in_de_bovenste_laag_kan_geschreven_worden(werkmap: Path) -> None:
    for naam in ("een.yaml", "twee.yaml"):
        (werkmap / naam).write_text(f"naam: {naam}\npublicatie: buurt\nkaarten: {{}}\n", "utf-8")
    opties = ("--vragen", "een.yaml", "--vragen", "twee.yaml", "--laag", "een.yaml")
    assert "ligt onder andere bestanden" in fout(2, "vragen", "lees-terug", "deck.pptx", *opties)


def test_sta_toe_kan_alleen_waar_de_licentie_het_toelaat(
    publicatie: Path, bewerk: Bewerken, vragen: Mapping[str, Sequence[str]]
) -> None:
    deck = bewerk({KAART: [EIGEN[0], *vragen[KAART]]})
    opdracht = ("vragen", "lees-terug", deck.name, "--sta-toe")
    assert draai(*opdracht, "--droog").exit_code == 0
    vervang(publicatie, "publicatie.yaml", "wijzigen_toegestaan: true", "wijzigen_toegestaan: false")
    assert "alleen met toestemming van Stichting Leeslamp" in fout(2, *opdracht)


@pytest.mark.parametrize("merk", [True, False], ids=["met-kenmerk", "zonder-kenmerk"])
@pytest.mark.parametrize("soort", ["csv", "xlsx", "pptx"])
def test_een_bestand_dat_zijn_herkomst_niet_zegt_wordt_ook_met_ja_niet_in_stilte_geschreven(
    publicatie: Path,
    werkmap: Path,
    bewerk: Bewerken,
    vragen: Mapping[str, Sequence[str]],
    soort: str,
    merk: bool,
) -> None:
    bestand = f"oud.{soort}"
    if soort == "pptx":
        inhoud = zonder_eigenschappen(bewerk({}).read_bytes())
        (werkmap / bestand).write_bytes(inhoud if merk else zonder_kenmerken(inhoud))
    else:
        assert draai("vragen", "tabel", "--uit", bestand).exit_code == 0
    if soort == "csv" and not merk:
        regels = (werkmap / bestand).read_text("utf-8-sig").splitlines()
        (werkmap / bestand).write_text("\n".join(regel.rpartition(";")[0] for regel in regels), "utf-8")
    (yaml_,) = (
        pad.relative_to(publicatie).as_posix()
        for pad in publicatie.glob("reflectievragen/*.yaml")
        if vragen[KAART][0] in pad.read_text("utf-8")
    )
    vervang(publicatie, yaml_, vragen[KAART][0], "Waar denk je nu anders over?")
    uitslag = draai("vragen", "lees-terug", bestand, "--ja")
    assert not (werkmap / "mijn-vragen.yaml").exists()
    if soort == "xlsx" or merk:
        # The file or its cards carry what they were made from: nobody changed anything.
        assert uitslag.stdout.splitlines()[-1] == "Er zijn geen andere vragen. Er is niets geschreven."
        return
    assert uitslag.exit_code == 2 and "dan geldt --ja niet" in uitslag.stderr
    assert "zegt dit bestand niet met welke vragen het gemaakt is" in uitslag.stdout
    assert vragen[KAART][0] in uitslag.stdout


@pytest.mark.parametrize("soort", ["csv", "pptx"])
def test_met_een_kenmerk_bij_elke_kaart_geldt_ja_ook_zonder_eigenschappen(
    publicatie: Path,
    werkmap: Path,
    bewerk: Bewerken,
    vragen: Mapping[str, Sequence[str]],
    soort: str,
) -> None:
    oud, bestand = vragen[KAART], werkmap / f"mijn.{soort}"
    if soort == "pptx":
        bestand.write_bytes(zonder_eigenschappen(bewerk({KAART: [*oud[:-1], EIGEN[0]]}).read_bytes()))
    else:
        assert draai("vragen", "tabel", "--uit", bestand.name).exit_code == 0
        bestand.write_text(bestand.read_text("utf-8-sig").replace(oud[-1], EIGEN[0]), "utf-8-sig")
    (yaml_,) = (
        pad.relative_to(publicatie).as_posix()
        for pad in publicatie.glob("reflectievragen/*.yaml")
        if oud[0] in pad.read_text("utf-8")
    )
    vervang(publicatie, yaml_, oud[0], "Waar denk je nu anders over?")
    uitslag = draai("vragen", "lees-terug", bestand.name, "--ja")
    assert (uitslag.exit_code, uitslag.stderr) == (0, "")
    assert oud[0] not in uitslag.stdout and "Let op" not in uitslag.stdout
    getoond = op_kaart(KAART, "--vragen", "mijn-vragen.yaml")
    assert "Waar denk je nu anders over?" in getoond and EIGEN[0] in getoond


@pytest.mark.parametrize("soort", ["xlsx", "csv"])
@pytest.mark.usefixtures("publicatie")
def test_een_tabel_gaat_heen_en_terug(werkmap: Path, soort: str) -> None:
    naam = f"vragen.{soort}"
    uitslag = draai("vragen", "tabel", "--uit", naam)
    assert (uitslag.exit_code, nieuw(werkmap)) == (0, [naam])
    assert f"kaartgen vragen lees-terug {naam}" in uitslag.stdout
    eerste = (werkmap / naam).read_bytes()
    assert draai("vragen", "tabel", "--uit", naam).exit_code == 0
    assert (werkmap / naam).read_bytes() == eerste
    terug = draai("vragen", "lees-terug", naam, "--ja")
    assert (terug.exit_code, nieuw(werkmap)) == (0, [naam])
    assert terug.stdout.splitlines()[-1] == "Er zijn geen andere vragen. Er is niets geschreven."


def test_zijn_de_vragen_van_de_publicatie_intussen_anders_dan_gaat_er_niets_verloren(
    publicatie: Path, bewerk: Bewerken, vragen: Mapping[str, Sequence[str]]
) -> None:
    deck = bewerk({KAART: [*vragen[KAART][:2], EIGEN[0]]})
    (bestand,) = (
        pad.relative_to(publicatie).as_posix()
        for pad in publicatie.glob("reflectievragen/*.yaml")
        if vragen[KAART][0] in pad.read_text("utf-8")
    )
    vervang(publicatie, bestand, vragen[KAART][0], "Waar denk je nu anders over?")
    uitslag = draai("vragen", "lees-terug", deck.name, "--ja")
    assert uitslag.exit_code == 0 and f"erbij: ‘{EIGEN[0]}’" in uitslag.stdout
    getoond = op_kaart(KAART, "--vragen", "mijn-vragen.yaml")
    assert EIGEN[0] in getoond and "Waar denk je nu anders over?" in getoond
    assert f"‘{vragen[KAART][0]}’" not in uitslag.stdout


LANG = (
    "Wat zou jij doen als alle anderen in de gemeenteraad en in de hele samenleving daarbuiten er over tien "
    "jaar nog altijd heel anders over blijven denken?"
)
"""A question that fits on a card, but not five times."""


def test_wat_niet_op_de_kaart_past_wordt_gezegd_en_niet_geschreven(werkmap: Path, bewerk: Bewerken) -> None:
    deck = bewerk({KAART: [LANG.replace("jij", wie) for wie in ("jij", "zij", "hij", "ik", "men")]})
    voor = nieuw(werkmap)
    for opties in ((), ("--ja",), ("--droog",)):
        uitslag = draai("vragen", "lees-terug", deck.name, *opties)
        assert uitslag.exit_code == 1
        assert uitslag.stdout.splitlines()[-1] == "Dit past niet. Er is niets geschreven."
        assert (
            f"({KAART}), vak ‘reflectievragen’" in uitslag.stderr
            and "de 5 vragen passen niet" in uitslag.stderr
        )
        assert "Haal een vraag weg of maak haar korter." in uitslag.stderr and "tekens" not in uitslag.stderr
        assert uitslag.stderr.startswith("mijn-vragen.yaml")
        assert nieuw(werkmap) == voor


def test_wat_zonder_deze_vragen_al_niet_past_houdt_het_teruglezen_niet_tegen(
    publicatie: Path, bewerk: Bewerken, vragen: Mapping[str, Sequence[str]]
) -> None:
    deck = bewerk({KAART: [EIGEN[0], *vragen[KAART]]})
    vol = " en ".join(["nog een zin die veel te lang is voor deze kaart"] * 30)
    (bestand,) = (
        pad.relative_to(publicatie).as_posix()
        for pad in publicatie.glob("reflectievragen/*.yaml")
        if vragen[ANDER][0] in pad.read_text("utf-8")
    )
    vervang(publicatie, bestand, vragen[ANDER][0], f"Is dit {vol}?")
    uitslag = draai("vragen", "lees-terug", deck.name, "--ja")
    assert (uitslag.exit_code, uitslag.stderr) == (0, "")
    assert "dat staat nu in mijn-vragen.yaml" in uitslag.stdout
