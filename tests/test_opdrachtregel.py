"""The commands as users see them: what they make, what they say and with which exit code they end."""

from __future__ import annotations

import errno
import json
import os
import pty
import resource
import shutil
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from inhoud_proef import ECHT, KLEIN, vervang
from kaartgen import __version__, bouw, plaatsen
from kaartgen.opdrachtregel import app

KAARTGEN = Path(sys.executable).with_name("kaartgen")
OPDRACHTEN = (
    "bundel",
    "volg",
    "verschil",
    "druk",
    "keur",
    "toegankelijk",
    "controleer",
    "lijst",
    "voorbeeld",
    "schema",
    "vragen",
)
SELECTIES = ("bibliothecarissen", "alles")
LAATSTE = "2 bundels gemaakt in output/buurt. Pak er een uit en lees eerst LEESMIJ.txt."


@pytest.fixture
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a working folder with the small publication; design and fonts are those of the project."""
    shutil.copytree(KLEIN, tmp_path / "data" / "publicaties" / "buurt")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(plaatsen.VASTE_DATUM, raising=False)
    return tmp_path


@pytest.fixture
def publicatie(werkmap: Path) -> Path:
    """Give the folder of the small publication in the working folder."""
    return werkmap / "data" / "publicaties" / "buurt"


def draai(*woorden: str) -> Result:
    """Run kaartgen in this process; an exception that gets out of it fails the test."""
    return CliRunner().invoke(app, woorden, catch_exceptions=False, prog_name="kaartgen")


def fout(code: int, *woorden: str) -> str:
    """Run kaartgen, which must end with this code and print nothing on stdout; give what it says."""
    uitslag = draai(*woorden)
    assert (uitslag.exit_code, uitslag.stdout) == (code, "")
    assert "Traceback" not in uitslag.stderr
    return uitslag.stderr


def nieuw(werkmap: Path) -> list[str]:
    """Give the files that were not there at the start."""
    gevonden = (pad.relative_to(werkmap).as_posix() for pad in werkmap.rglob("*") if pad.is_file())
    return sorted(pad for pad in gevonden if not pad.startswith("data/"))


# Hulp


@pytest.mark.parametrize("woorden", [(), *((opdracht,) for opdracht in OPDRACHTEN)])
def test_de_hulp_is_nederlands(woorden: tuple[str, ...]) -> None:
    uitslag = draai(*woorden, "--help")
    assert (uitslag.exit_code, uitslag.stderr) == (0, "")
    assert uitslag.stdout.startswith(f"Gebruik: {' '.join(('kaartgen', *woorden))} [OPTIES]")
    assert "--help" in uitslag.stdout and "Toon deze uitleg." in uitslag.stdout
    for engels in ("Usage", "Options", "Commands", "Arguments", "Show", "default", "required", "None"):
        assert engels not in uitslag.stdout


def test_de_hulp_noemt_elke_opdracht_en_zonder_woorden_is_er_ook_hulp() -> None:
    hulp = draai("--help").stdout
    assert all(f"\n  {opdracht} " in hulp for opdracht in OPDRACHTEN)
    assert fout(2) == hulp


def test_de_hulp_laadt_niets_zwaars() -> None:
    zwaar = {
        "pptx",
        "reportlab",
        "lxml",
        "uharfbuzz",
        "pypdfium2",
        "PIL",
        "kaartgen.inhoud",
        "yaml",
        "kaartgen.bouw",
    }
    code = (
        "import sys; sys.argv = ['kaartgen', 'bundel', '--help']\n"
        "from kaartgen.opdrachtregel import app\n"
        "try: app()\n"
        "finally: print(*sys.modules, file=sys.stderr)"
    )
    proces = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    geladen = set(proces.stderr.split())
    assert "typer" in geladen
    assert geladen & zwaar == set()


def test_de_versie() -> None:
    assert draai("--versie").stdout == f"kaartgen {__version__}\n"


# Verkeerd gebruik


@pytest.mark.parametrize(
    ("woorden", "melding"),
    [
        (("bundle",), "Er is geen opdracht ‘bundle’. Bedoelde je ‘bundel’?"),
        (
            ("qqq",),
            "Er is geen opdracht ‘qqq’. Er zijn: bundel, volg, verschil, druk, keur, toegankelijk, "
            "controleer, importeer, lijst, voorbeeld, schema, vragen.",
        ),
        (
            ("bundel", "--uti", "x"),
            "De optie ‘--uti’ bestaat niet. Bedoelde je ‘--uit’? Zie: kaartgen bundel --help",
        ),
        (
            ("--qqq",),
            "De optie ‘--qqq’ bestaat niet. Er zijn: --versie, --help. Zie: kaartgen --help",
        ),
        (("bundel", "--uit"), "Achter de optie ‘--uit’ hoort een waarde. Zie: kaartgen --help"),
        (("lijst", "--json=x"), "Achter de optie ‘--json’ hoort geen waarde. Zie: kaartgen --help"),
        (("lijst", "(a", "b)"), "Dit is te veel: ‘(a b)’. Zie: kaartgen lijst --help"),
        (("voorbeeld",), "Er ontbreekt iets: KAART. Zie: kaartgen voorbeeld --help"),
        (("--versie=1",), "Achter de optie ‘--versie’ hoort geen waarde. Zie: kaartgen --help"),
    ],
)
def test_een_verkeerde_opdracht_krijgt_uitleg_in_het_nederlands(
    woorden: tuple[str, ...], melding: str
) -> None:
    assert fout(2, *woorden) == f"{melding}\n"


@pytest.mark.parametrize(
    ("woorden", "melding"),
    [
        (("bundel", "ales"), "Er is geen selectie ‘ales’. Bedoelde je ‘alles’?"),
        (("bundel", "alles", "x"), "Er is geen selectie ‘x’. Er zijn: bibliothecarissen, alles."),
        (("bundel", "--publicatie", "burt"), "Er is geen publicatie ‘burt’. Bedoelde je ‘buurt’?"),
        (("controleer", "--publicatie", "x"), "Er is geen publicatie ‘x’. Er zijn: buurt."),
        (("lijst", "--publicatie", "x"), "Er is geen publicatie ‘x’. Er zijn: buurt."),
        (("voorbeeld", "wijsheid"), "Er is geen kaart ‘wijsheid’. Bedoelde je ‘wijsheden’?"),
        (("voorbeeld", "10"), "Er is geen kaart 10. De kaarten hebben nummer 1 tot en met 9."),
        (("voorbeeld", "0"), "Er is geen kaart 0. De kaarten hebben nummer 1 tot en met 9."),
        (("voorbeeld", "1", "--gebruik", "dia"), "Er is geen gebruik ‘dia’. Bedoelde je ‘dias’?"),
        (
            ("voorbeeld", "1", "--breedte", "9000"),
            "‘9000’ is geen goede breedte. Kies een getal van 16 tot en met 8000.",
        ),
        (
            ("voorbeeld", "1", "--breedte", "breed"),
            "‘breed’ is geen goede breedte. Kies een getal van 16 tot en met 8000.",
        ),
        (
            ("voorbeeld", "1", "--uit", "x.jpg"),
            "‘x.jpg’ is geen naam voor een afbeelding. Kies een naam die eindigt op ‘.png’.",
        ),
    ],
)
def test_een_onbekende_naam_krijgt_raad_en_er_wordt_niets_gemaakt(
    werkmap: Path, woorden: tuple[str, ...], melding: str
) -> None:
    assert fout(2, *woorden) == f"{melding}\n"
    assert nieuw(werkmap) == []


@pytest.mark.usefixtures("werkmap")
def test_een_onbekende_kaart_geeft_de_lijst() -> None:
    assert fout(2, "voorbeeld", "qqq").startswith("Er is geen kaart ‘qqq’. Er zijn: leesronde, clusters,")


@pytest.mark.parametrize("woorden", [("bundel",), ("controleer",), ("voorbeeld", "1")])
def test_bij_meer_publicaties_moet_je_kiezen(
    werkmap: Path, publicatie: Path, woorden: tuple[str, ...]
) -> None:
    shutil.copytree(publicatie, publicatie.with_name("ander"))
    melding = "Er zijn meer publicaties: ander, buurt. Kies er een met --publicatie NAAM.\n"
    assert fout(2, *woorden) == melding
    assert nieuw(werkmap) == []
    assert draai(*woorden, "--publicatie", "ander").exit_code == 0


# Bundels


def test_zonder_namen_komen_alle_bundels_in_output(werkmap: Path) -> None:
    uitslag = draai("bundel")
    assert (uitslag.exit_code, uitslag.stderr) == (0, "")
    assert nieuw(werkmap) == sorted(f"output/buurt/{naam}.zip" for naam in SELECTIES)
    *bundels, laatste = uitslag.stdout.splitlines()
    assert laatste == LAATSTE
    assert [regel.split(" kaarten, ")[0] for regel in bundels] == [
        "output/buurt/bibliothecarissen.zip  4",
        "output/buurt/alles.zip  9",
    ]
    assert all(regel.endswith(" MB") and "." not in regel.rpartition(".zip")[2] for regel in bundels)


def test_een_gekozen_bundel_komt_een_keer_in_de_gekozen_map(werkmap: Path) -> None:
    uitslag = draai("bundel", "alles", "alles", "--uit", "mijn/map")
    assert uitslag.stdout.splitlines()[-1] == (
        "1 bundel gemaakt in mijn/map. Pak er een uit en lees eerst LEESMIJ.txt."
    )
    assert nieuw(werkmap) == ["mijn/map/alles.zip"]
    assert len(uitslag.stdout.splitlines()) == 2


@pytest.mark.usefixtures("werkmap")
def test_wat_er_al_goed_staat_heet_niet_gemaakt() -> None:
    draai("bundel", "alles")
    rest = "Pak er een uit en lees eerst LEESMIJ.txt."
    assert draai("bundel").stdout.splitlines()[-1] == f"1 bundel gemaakt in output/buurt. {rest}"
    opnieuw = f"In output/buurt staat alles al goed; er is niets opnieuw gemaakt. {rest}"
    assert draai("bundel").stdout.splitlines()[-1] == opnieuw


def test_een_waarschuwing_houdt_niets_tegen_maar_wordt_wel_genoemd(werkmap: Path, publicatie: Path) -> None:
    (publicatie / "los.yaml").write_text("a: 1\n", "utf-8")
    uitslag = draai("bundel", "alles")
    assert uitslag.exit_code == 0
    assert "Er is iets om na te kijken. Zie: kaartgen controleer" in uitslag.stdout.splitlines()
    assert nieuw(werkmap) == ["output/buurt/alles.zip"]


def test_de_vaste_datum_komt_in_de_bestanden(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(plaatsen.VASTE_DATUM, "1700000000")
    assert draai("bundel", "alles").exit_code == 0
    with zipfile.ZipFile(werkmap / "output" / "buurt" / "alles.zip") as zip_:
        assert b"2023-11-14T22:13:20" in zip_.read("tabletboek.pdf")


def test_op_een_terminal_is_er_een_voortgangsbalk_en_die_staat_niet_in_de_uitvoer(werkmap: Path) -> None:
    scherm, stderr = pty.openpty()
    omgeving = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(
        [KAARTGEN, "bundel"], cwd=werkmap, env=omgeving, stdout=subprocess.PIPE, stderr=stderr
    ) as proces:
        os.close(stderr)
        getoond = lees_scherm(scherm)
        assert proces.stdout
        uitvoer = proces.stdout.read().decode()
    assert proces.returncode == 0
    for tekst in ("Kaarten, dia’s en tabletboek maken", "0/2", "1/2", "2/2", "alles.zip"):
        assert tekst in getoond
    assert uitvoer.splitlines()[-1] == LAATSTE
    assert "\x1b" not in uitvoer and "/2" not in uitvoer


def lees_scherm(scherm: int) -> str:
    """Read a terminal until the program at the other side ends."""
    delen = []
    while True:
        try:
            deel = os.read(scherm, 65536)
        except OSError:
            break
        if not deel:
            break
        delen.append(deel)
    os.close(scherm)
    return b"".join(delen).decode()


# Fouten in publicatie en ontwerp


def bederf_inhoud(publicatie: Path) -> None:
    """Make two faults in two files."""
    vervang(publicatie, "kaarten.yaml", "soort: wiel", "soort: wile")
    vervang(publicatie, "publicatie.yaml", "jaar: 2031", "jaar: nu")


def bederf_ontwerp(publicatie: Path) -> None:
    """Ask for a huisstijl that is not there."""
    vervang(publicatie, "vormgeving.yaml", "huisstijl: standaard", "huisstijl: standard")


def bederf_maat(publicatie: Path) -> None:
    """Make a sentence that fits nowhere."""
    zin = "Iedereen leest graag een boek in de stille zaal van de bibliotheek. " * 90
    vervang(publicatie, "onderwerpen/wijsheden.yaml", "inleiding: ", f'inleiding: "{zin}" #')


def bederf_teken(publicatie: Path) -> None:
    """Use a character that the font does not have."""
    vervang(publicatie, "publicatie.yaml", "titel: Een", "titel: ☃ Een")


BEDERF = (bederf_inhoud, bederf_ontwerp, bederf_maat, bederf_teken)


@pytest.mark.parametrize("bederf", BEDERF)
@pytest.mark.parametrize("woorden", [("bundel",), ("voorbeeld", "wijsheden")])
def test_bij_een_fout_wordt_niets_gemaakt(
    werkmap: Path,
    publicatie: Path,
    bederf: object,
    woorden: tuple[str, ...],
) -> None:
    assert callable(bederf)
    bederf(publicatie)
    *regels, laatste = fout(1, *woorden).splitlines()
    assert nieuw(werkmap) == []
    assert regels and all(regel.startswith("data/publicaties/buurt/") for regel in regels)
    assert laatste == f"{len(regels)} {'fout' if len(regels) == 1 else 'fouten'} en 0 waarschuwingen."


def test_controleer_toont_alle_fouten_met_hun_plaats_en_een_telling(werkmap: Path, publicatie: Path) -> None:
    bederf_inhoud(publicatie)
    (publicatie / "los.yaml").write_text("a: 1\n", "utf-8")
    uitslag = draai("controleer")
    assert (uitslag.exit_code, uitslag.stderr) == (1, "")
    kaart, los, jaar, telling = uitslag.stdout.splitlines()
    assert kaart.startswith("data/publicaties/buurt/kaarten.yaml:12:5: fout: ")
    assert kaart.endswith("Bedoelde je ‘wiel’?")
    assert los.startswith("data/publicaties/buurt/los.yaml: waarschuwing: ")
    assert jaar.startswith("data/publicaties/buurt/publicatie.yaml:4:1: fout: ")
    assert telling == "2 fouten en 1 waarschuwing."
    assert nieuw(werkmap) == []


@pytest.mark.parametrize("bederf", BEDERF)
def test_controleer_ziet_wat_bundel_tegenhoudt(publicatie: Path, bederf: object) -> None:
    assert callable(bederf)
    bederf(publicatie)
    uitslag = draai("controleer")
    assert uitslag.exit_code == 1
    assert set(fout(1, "bundel").splitlines()[:-1]) <= set(uitslag.stdout.splitlines())


def test_controleer_zonder_fouten_of_met_alleen_waarschuwingen_is_gelukt(publicatie: Path) -> None:
    assert draai("controleer").stdout == "0 fouten en 0 waarschuwingen.\n"
    (publicatie / "los.yaml").write_text("a: 1\n", "utf-8")
    uitslag = draai("controleer")
    assert (uitslag.exit_code, uitslag.stdout.splitlines()[-1]) == (0, "0 fouten en 1 waarschuwing.")


def test_controleer_geeft_json_en_niets_anders(publicatie: Path) -> None:
    assert json.loads(draai("controleer", "--json").stdout) == []
    bederf_inhoud(publicatie)
    uitslag = draai("controleer", "--json")
    assert (uitslag.exit_code, uitslag.stderr) == (1, "")
    eerste, tweede = json.loads(uitslag.stdout)
    assert eerste | {"code": "", "tekst": "", "raad": ""} == {
        "bestand": "data/publicaties/buurt/kaarten.yaml",
        "regel": 12,
        "kolom": 5,
        "code": "",
        "tekst": "",
        "raad": "",
        "ernst": "fout",
    }
    assert eerste["code"] and eerste["tekst"] and eerste["raad"] == "Bedoelde je ‘wiel’?"
    assert tweede["bestand"] == "data/publicaties/buurt/publicatie.yaml"


# Lijst


@pytest.mark.usefixtures("werkmap")
def test_de_lijst_noemt_selecties_en_kaarten() -> None:
    uitslag = draai("lijst")
    regels = [" ".join(regel.split()) for regel in uitslag.stdout.splitlines()]
    assert regels[:2] == ["Een bibliotheek voor de buurt (2031)", "Publicatie: buurt"]
    assert "bibliothecarissen 4 kaarten Bibliothecarissen" in regels
    assert "alles 9 kaarten Alle kaarten" in regels
    assert "2 clusters wiel In welke twee clusters passen de waarden?" in regels
    assert (uitslag.exit_code, uitslag.stderr) == (0, "")


def test_de_lijst_noemt_alle_publicaties_ook_in_json(publicatie: Path) -> None:
    shutil.copytree(publicatie, publicatie.with_name("ander"))
    ander, buurt = json.loads(draai("lijst", "--json").stdout)
    assert (ander["id"], buurt["id"]) == ("ander", "buurt")
    assert buurt["selecties"][1] == {"id": "alles", "naam": "Alle kaarten", "kaarten": 9}
    assert [kaart["nummer"] for kaart in buurt["kaarten"]] == list(range(1, 10))
    assert buurt["kaarten"][1] == {
        "nummer": 2,
        "id": "clusters",
        "soort": "wiel",
        "vraag": "In welke twee clusters passen de waarden?",
    }
    assert json.loads(draai("lijst", "--json", "--publicatie", "buurt").stdout) == [buurt]
    assert draai("lijst").stdout.count("Publicatie: ") == 2


# Voorbeeld


def test_een_voorbeeld_heet_naar_de_kaart_en_is_1600_breed(werkmap: Path) -> None:
    uitslag = draai("voorbeeld", "overzicht")
    assert uitslag.stdout == (
        "Kaart 3 (‘Welke vier waarden tellen in de bibliotheek?’) staat nu in overzicht.png.\n"
    )
    assert nieuw(werkmap) == ["overzicht.png"]
    with Image.open(werkmap / "overzicht.png") as beeld:
        assert beeld.format == "PNG"
        assert beeld.width == 1600
        assert beeld.height == pytest.approx(1600 * 210 / 297, abs=1)


def test_een_kaart_is_op_nummer_te_kiezen_en_de_breedte_geldt(werkmap: Path) -> None:
    draai("voorbeeld", "3", "--breedte", "400", "--uit", "map/een.PNG")
    draai("voorbeeld", "overzicht", "--breedte", "400", "--uit", "twee.png")
    een, twee = (werkmap / "map" / "een.PNG").read_bytes(), (werkmap / "twee.png").read_bytes()
    assert een == twee
    assert Image.open(BytesIO(een)).width == 400


def test_elk_gebruik_heeft_zijn_eigen_voorbeeld(werkmap: Path) -> None:
    for gebruik in ("kaarten", "dias", "tabletboek"):
        assert draai("voorbeeld", "3", "--gebruik", gebruik, "--uit", f"{gebruik}.png").exit_code == 0
    assert len({(werkmap / naam).read_bytes() for naam in nieuw(werkmap)}) == 3
    with Image.open(werkmap / "dias.png") as beeld:
        assert beeld.width / beeld.height == pytest.approx(16 / 9, abs=0.01)


# Schema


def test_schema_schrijft_schemas_en_toont_alleen_de_instellingen(werkmap: Path) -> None:
    uitslag = draai("schema", "--uit", "hier")
    instellingen = json.loads(uitslag.stdout)["yaml.schemas"]
    assert sorted(instellingen) == [f"./{pad}" for pad in nieuw(werkmap)]
    assert instellingen["./hier/kaarten.schema.json"] == "data/publicaties/*/kaarten.yaml"
    assert instellingen["./hier/vragen.schema.json"] == ["vragen*.yaml", "*-vragen.yaml"]
    assert "$schema" in json.loads((werkmap / "hier" / "vragen.schema.json").read_text("utf-8"))
    assert "$schema" in json.loads((werkmap / "hier" / "kaarten.schema.json").read_text("utf-8"))
    assert uitslag.stderr == (
        "De schema’s staan nu in hier. Zet de regels hierboven in .vscode/settings.json.\n"
    )


def test_schemas_in_een_andere_map_krijgen_het_hele_pad(
    werkmap: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elders = tmp_path_factory.mktemp("elders")
    instellingen = json.loads(draai("schema", "--uit", str(elders)).stdout)["yaml.schemas"]
    assert all(Path(pad).is_file() for pad in instellingen)
    assert nieuw(werkmap) == []


# Omgeving


@pytest.mark.parametrize("waarde", ["", "abc", "-1", "1.5", " 1700000000", "0", "9999999999999", "9" * 5000])
def test_een_verkeerde_datum_is_een_fout_in_de_omgeving(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch, waarde: str
) -> None:
    monkeypatch.setenv(plaatsen.VASTE_DATUM, waarde)
    melding = fout(3, "bundel")
    assert melding.startswith(f"SOURCE_DATE_EPOCH is ‘{waarde}’, maar moet een aantal seconden sinds")
    assert nieuw(werkmap) == []


def test_het_moment_is_dat_van_de_omgeving_of_het_begin_van_het_jaar() -> None:
    assert plaatsen.moment(2024, {}) == datetime(2024, 1, 1, tzinfo=UTC)
    epoch = {plaatsen.VASTE_DATUM: "1700000000"}
    assert plaatsen.moment(2024, epoch) == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


@pytest.mark.parametrize("woorden", [("bundel",), ("controleer",), ("lijst",), ("voorbeeld", "1")])
def test_zonder_mappen_of_publicatie_staat_er_wat_er_ontbreekt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, woorden: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(plaatsen, "PROJECT", tmp_path / "project")
    monkeypatch.setattr(plaatsen, "MEEGELEVERD", Path("pakket"))
    raad = "Zet die terug of start kaartgen in de map van het project."
    for map_ in ("data/publicaties", "layouts", "fonts"):
        assert fout(3, *woorden) == f"De map ‘pakket/{map_}’ ontbreekt. {raad}\n"
        (tmp_path / "pakket" / map_).mkdir(parents=True)
    assert fout(3, *woorden) == "In ‘pakket/data/publicaties’ staat geen publicatie. Zet er een in.\n"


def test_een_ontbrekend_lettertypebestand_is_een_fout_in_de_omgeving(werkmap: Path) -> None:
    shutil.copytree(plaatsen.PROJECT / "fonts", werkmap / "fonts")
    (werkmap / "fonts" / "carlito" / "Carlito-Bold.ttf").unlink()
    assert fout(3, "controleer") == "In ‘fonts/carlito’ ontbreekt …-Bold.ttf. Zet het lettertype terug.\n"


@pytest.mark.parametrize(
    ("uit", "oorzaak"),
    [
        ("vol", "er staat al een bestand met deze naam"),
        ("vol/map", "een deel van dit pad is geen map"),
        ("x" * 300, "deze naam is te lang"),
    ],
)
def test_een_map_die_niet_kan_is_een_fout_in_de_omgeving(werkmap: Path, uit: str, oorzaak: str) -> None:
    (werkmap / "vol").touch()
    melding = fout(3, "bundel", "alles", "--uit", uit)
    assert melding.startswith(f"Lezen of schrijven lukt niet met ‘{uit}’: {oorzaak}. ")
    assert nieuw(werkmap) == ["vol"]


@pytest.mark.usefixtures("werkmap")
@pytest.mark.parametrize(
    ("nummer", "oorzaak"),
    [
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EACCES, "daar heb je geen toestemming voor"),
        (errno.EROFS, "daar kan niet geschreven worden"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_een_schijf_die_niet_wil_is_een_fout_in_de_omgeving(
    monkeypatch: pytest.MonkeyPatch, nummer: int, oorzaak: str
) -> None:
    def weiger(pad: Path, _inhoud: bytes) -> None:
        raise OSError(nummer, os.strerror(nummer), str(pad))

    monkeypatch.setattr(bouw, "schrijf", weiger)
    assert fout(3, "bundel", "alles") == (
        f"Lezen of schrijven lukt niet met ‘output/buurt/alles.zip’: {oorzaak}. "
        "Los dit op of kies een andere plek.\n"
    )


def test_een_bestand_dat_niet_past_blijft_niet_half_staan(werkmap: Path) -> None:
    def weinig_ruimte() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    proces = subprocess.run(
        [KAARTGEN, "bundel"], cwd=werkmap, capture_output=True, encoding="utf-8", preexec_fn=weinig_ruimte
    )
    assert (proces.returncode, proces.stdout) == (3, "")
    assert proces.stderr.startswith("Lezen of schrijven lukt niet: het bestand wordt te groot")
    assert len(proces.stderr.splitlines()) == 1
    assert nieuw(werkmap) == []


# Afloop


def test_afbreken_zegt_dat_en_geeft_code_130(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breek_af(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(bouw, "laad", breek_af)
    assert fout(130, "bundel").endswith("Afgebroken.\n")
    assert nieuw(werkmap) == []


@pytest.mark.usefixtures("werkmap")
def test_een_fout_in_het_programma_zelf_wordt_niet_verborgen(monkeypatch: pytest.MonkeyPatch) -> None:
    def deel_door_nul(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(bouw, "laad", deel_door_nul)
    with pytest.raises(ZeroDivisionError):
        draai("bundel")


def test_het_programma_zelf_geeft_dezelfde_codes(werkmap: Path, publicatie: Path) -> None:
    def code(*woorden: str) -> int:
        return subprocess.run([KAARTGEN, *woorden], cwd=werkmap, capture_output=True).returncode

    assert code("lijst") == 0
    assert code("lijst", "--publicatie", "x") == 2
    bederf_inhoud(publicatie)
    assert code("lijst") == 1


def test_een_lezer_die_eerder_stopt_geeft_geen_foutmelding(werkmap: Path) -> None:
    proces = subprocess.run(
        f"'{KAARTGEN}' lijst | true", shell=True, cwd=werkmap, capture_output=True, encoding="utf-8"
    )
    assert proces.stderr == ""


def test_de_meegeleverde_publicatie_is_zonder_keuze_te_bouwen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert draai("bundel", "griffiers").exit_code == 0
    assert nieuw(tmp_path) == [f"output/{ECHT.name}/griffiers.zip"]


# Makefile


def make(map_: Path, *woorden: str) -> str:
    """Give what make would do in a folder."""
    proces = subprocess.run(
        ["make", "--dry-run", *woorden], cwd=map_, capture_output=True, encoding="utf-8", check=True
    )
    return proces.stdout


@pytest.mark.parametrize(("doel", "stempel"), [("bundels", ".klaar"), ("test", ".klaar-dev")])
def test_make_installeert_alleen_opnieuw_als_pyproject_verandert(
    tmp_path: Path, doel: str, stempel: str
) -> None:
    for naam in ("Makefile", "pyproject.toml"):
        shutil.copy(plaatsen.PROJECT / naam, tmp_path)
    assert "-m venv" in make(tmp_path, doel)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").touch()
    assert "pip install" in make(tmp_path, doel)
    (tmp_path / ".venv" / stempel).touch()
    assert "pip install" not in make(tmp_path, doel)
    assert "pip install" in make(tmp_path, "--what-if=pyproject.toml", doel)


def test_make_legt_elk_doel_uit() -> None:
    hulp = subprocess.run(
        ["make", "--silent", "help"], cwd=plaatsen.PROJECT, capture_output=True, encoding="utf-8", check=True
    ).stdout
    for doel in ("help", "bundels", "controleer", "test", "bench", "schoon"):
        assert f"make {doel} " in hulp
