"""The documents stay true: modules, commands, links and words they name exist."""

from __future__ import annotations

import re
import shlex
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

import pytest
from typer.main import get_command

from conftest import ECHT, PLAATSEN
from kaartgen.bouw import laad
from kaartgen.inhoud import lees
from kaartgen.inhoud.model import VRAAGREGELS
from kaartgen.meldingen import Fouten
from kaartgen.opdrachtregel import app
from kaartgen.plaatsen import PROJECT, Plaatsen
from kaartgen.vragen import lees_laag, pas_toe

DOCS = PROJECT / "docs"
BRON = PROJECT / "src" / "kaartgen"
TEKSTEN = [*sorted(DOCS.rglob("*.md")), PROJECT / "README.md"]
HANDLEIDING = DOCS / "handleiding.md"
OPDRACHTEN = get_command(app).commands  # type: ignore[attr-defined]


def blokken(pad: Path) -> list[str]:
    """Give the indented blocks of a document, without their indent."""
    gevonden = re.findall(r"(?m)(?:^ {4}.*\n)+", pad.read_text("utf-8"))
    return [dedent(blok) for blok in gevonden]


def maak_uit_handleiding(map_: Path) -> None:
    """Write the files of the smallest publication in the manual."""
    for blok in blokken(HANDLEIDING):
        if naam := re.match(r"# ([\w/-]+\.yaml)\n", blok):
            pad = map_ / naam[1]
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_text(blok, "utf-8")


def test_elke_module_staat_in_architectuur_en_elke_genoemde_module_bestaat() -> None:
    tekst = (DOCS / "architectuur.md").read_text("utf-8")
    genoemd = Counter(Path(naam).name for naam in re.findall(r"`([\w/]+\.py)`", tekst))
    modules = Counter(pad.name for pad in BRON.rglob("*.py") if pad.name != "__init__.py")
    assert modules - genoemd == Counter()
    assert {naam for naam in genoemd if not naam.startswith("test_")} - set(modules) == set()


@pytest.mark.parametrize("pad", TEKSTEN, ids=lambda pad: pad.name)
def test_koppelingen_en_beelden_bestaan(pad: Path) -> None:
    doelen = re.findall(r"\]\(([^)#]+)\)", pad.read_text("utf-8"))
    assert [doel for doel in doelen if "://" not in doel and not (pad.parent / doel).exists()] == []


def test_elk_beeld_wordt_gebruikt_en_is_klein() -> None:
    samen = "".join(pad.read_text("utf-8") for pad in TEKSTEN)
    for beeld in (DOCS / "beelden").glob("*.png"):
        assert beeld.name in samen
        assert beeld.stat().st_size < 60_000


@pytest.mark.parametrize("pad", TEKSTEN, ids=lambda pad: pad.name)
def test_elke_opdracht_die_wordt_genoemd_bestaat(pad: Path) -> None:
    tekst = pad.read_text("utf-8")
    genoemd = re.findall(r"^ {4,}(?:\.venv/bin/)?kaartgen ([a-z]+)", tekst, re.MULTILINE)
    genoemd += re.findall(r"`(?:\.venv/bin/)?kaartgen ([a-z]+)", tekst)
    assert set(genoemd) <= set(OPDRACHTEN)


def alle_opdrachten(opdrachten: Mapping[str, Any], voor: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Give the names of all commands, those in groups after the name of their group."""
    for naam, opdracht in opdrachten.items():
        if hasattr(opdracht, "commands"):
            yield from alle_opdrachten(opdracht.commands, (*voor, naam))
        else:
            yield (*voor, naam)


def test_de_handleiding_noemt_elke_opdracht_en_alleen_opties_die_bestaan() -> None:
    regels = [regel.strip() for blok in blokken(HANDLEIDING) for regel in blok.splitlines()]
    opdrachten = [shlex.split(regel)[1:] for regel in regels if regel.startswith(".venv/bin/kaartgen ")]
    genoemd = set()
    for woorden in opdrachten:
        opdracht, namen = OPDRACHTEN[woorden[0]], woorden[:1]
        while hasattr(opdracht, "commands"):
            namen = woorden[: len(namen) + 1]
            opdracht = opdracht.commands[namen[-1]]
        genoemd.add(tuple(namen))
        opties = {optie for param in opdracht.params for optie in param.opts}
        assert {woord for woord in woorden[len(namen) :] if woord.startswith("--")} <= opties
    assert genoemd == set(alle_opdrachten(OPDRACHTEN))


def test_de_kleinste_publicatie_uit_de_handleiding_heeft_geen_meldingen(tmp_path: Path) -> None:
    maak_uit_handleiding(tmp_path / "samen-eten")
    plaatsen = Plaatsen(tmp_path, PLAATSEN.layouts, PLAATSEN.fonts)
    assert laad(plaatsen, "samen-eten").controleer() == ()


def test_de_kleinste_publicatie_uit_de_handleiding_kan_niets_missen(tmp_path: Path) -> None:
    maak_uit_handleiding(tmp_path)
    bestanden = sorted(tmp_path.rglob("*.yaml"))
    assert len(bestanden) == 7
    for bestand in bestanden:
        kopie = shutil.copytree(tmp_path, tmp_path.parent / f"zonder-{bestand.stem}")
        (kopie / bestand.relative_to(tmp_path)).unlink()
        with pytest.raises(Fouten):
            lees(kopie)


def test_de_lagen_uit_de_handleiding_kloppen_zoals_ze_er_staan_en_passen_op_de_kaart(tmp_path: Path) -> None:
    hoofdstuk = HANDLEIDING.read_text("utf-8").split("## Vragen aanpassen")[1].split("\n## ")[0]
    (tmp_path / "hoofdstuk.md").write_text(hoofdstuk, "utf-8")
    yaml = [blok for blok in blokken(tmp_path / "hoofdstuk.md") if re.search(r"(?m)^\w+:( |$)", blok)]
    assert len(yaml) == 2 and all("kaarten:\n" in blok for blok in yaml)
    for blok in yaml:
        pad = tmp_path / "laag.yaml"
        pad.write_text(blok, "utf-8")
        gelaagd = pas_toe(lees(PLAATSEN.publicaties / ECHT), [lees_laag(pad)])
        assert gelaagd.meldingen == ()
        assert any(herkomst.laag for een in gelaagd.herkomst.values() for herkomst in een)
        assert laad(PLAATSEN, ECHT, [pad]).kaartopmaak["kaarten"].meldingen == []


@pytest.fixture
def eigen_ontwerp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plaatsen:
    """Give a copy of publication and design with the huisstijl and the format of the manual."""
    monkeypatch.chdir(tmp_path)
    layouts = shutil.copytree(PLAATSEN.layouts, tmp_path / "layouts")
    publicatie = shutil.copytree(PLAATSEN.publicaties / ECHT, tmp_path / "data" / ECHT)
    huisstijl, formaat = (blok for blok in blokken(HANDLEIDING) if blok.startswith("erft_van:"))
    (layouts / "huisstijlen" / "onze-vereniging.yaml").write_text(huisstijl, "utf-8")
    (layouts / "formaten" / "a4-kleine-titel.yaml").write_text(formaat, "utf-8")
    vormgeving = publicatie / "vormgeving.yaml"
    tekst = vormgeving.read_text("utf-8").replace("huisstijl: standaard", "huisstijl: onze-vereniging")
    vormgeving.write_text(tekst.replace("kaarten: a4-liggend", "kaarten: a4-kleine-titel"), "utf-8")
    return Plaatsen(publicatie.parent, layouts, PLAATSEN.fonts)


def test_het_eigen_formaat_en_de_eigen_huisstijl_uit_de_handleiding_kloppen(eigen_ontwerp: Plaatsen) -> None:
    project = laad(eigen_ontwerp, ECHT)
    assert project.ontwerp.huisstijl.naam == "Onze vereniging"
    assert project.ontwerp.formaten["kaarten"].naam == "A4 met kleinere titel"
    assert project.controleer() == ()


def test_de_melding_over_contrast_in_de_handleiding_is_echt(eigen_ontwerp: Plaatsen) -> None:
    huisstijl = eigen_ontwerp.layouts / "huisstijlen" / "onze-vereniging.yaml"
    huisstijl.write_text(huisstijl.read_text("utf-8").replace("E6DAEE", "6A4A80"), "utf-8")
    (melding,) = laad(eigen_ontwerp, ECHT).controleer()
    assert str(melding) in HANDLEIDING.read_text("utf-8")


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw"),
    [
        ("ambtsdragers/burgemeesters.yaml", "waarde: lef\n", "waarde: leff\n"),
        (
            "reflectievragen/burgemeesters.yaml",
            "als raadsvoorzitter?",
            "als raadsvoorzitter" + " en zo" * 8 + " nu?",
        ),
        ("reflectievragen/burgemeesters.yaml", 'als raadsvoorzitter?"', "als raadsvoorzitter?"),
        (
            "reflectievragen/burgemeesters.yaml",
            "Wat zou je griffier vertellen over jou als raadsvoorzitter?",
            " ".join(["Wat zou je griffier vertellen over jou als raadsvoorzitter?"] * 6),
        ),
        (
            "reflectievragen/burgemeesters.yaml",
            "Wat zou je griffier vertellen over jou als raadsvoorzitter?",
            "Ben jij een goede raadsvoorzitter?",
        ),
        ("reflectievragen/burgemeesters.yaml", "Laat ieder in stilte één", "Laat ieder middels stilte één"),
    ],
    ids=["waarde", "te-lang", "aanhaling", "past-niet", "gesloten", "jargon"],
)
def test_de_meldingen_in_de_handleiding_zijn_echt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bestand: str, oud: str, nieuw: str
) -> None:
    monkeypatch.chdir(tmp_path)
    publicaties = tmp_path / "data" / "publicaties"
    pad = shutil.copytree(PLAATSEN.publicaties / ECHT, publicaties / ECHT) / bestand
    tekst = pad.read_text("utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), "utf-8")
    try:
        meldingen = laad(Plaatsen(publicaties, PLAATSEN.layouts, PLAATSEN.fonts), ECHT).controleer()
    except Fouten as fouten:
        meldingen = fouten.meldingen
    regels = {regel for blok in blokken(HANDLEIDING) for regel in blok.splitlines()}
    assert regels & set(map(str, meldingen))


def test_de_handleiding_noemt_elke_regel_voor_een_reflectievraag() -> None:
    tekst = HANDLEIDING.read_text("utf-8")
    genoemd = re.findall(r"^\| `([a-z-]+)` \|", tekst.partition("| regel | de vraag |")[2], re.MULTILINE)
    assert genoemd[: len(VRAAGREGELS)] == list(VRAAGREGELS)


def test_de_vrijstelling_en_de_woordkeuze_uit_de_handleiding_kloppen(tmp_path: Path) -> None:
    gevonden = blokken(HANDLEIDING)
    vragen = next(blok for blok in gevonden if blok.startswith("vragen:\n  - vraag:"))
    woordkeuze = next(blok for blok in gevonden if blok.startswith("jargon:"))
    map_ = tmp_path / "samen-eten"
    maak_uit_handleiding(map_)
    (map_ / "woordkeuze.yaml").write_text(woordkeuze, "utf-8")
    pad = map_ / "reflectievragen" / "vragen.yaml"
    pad.write_text(f"kaarten:\n  tafel:\n{indent(vragen, '    ')}", "utf-8")
    assert lees(map_).waarschuwingen == ()
    pad.write_text(
        pad.read_text("utf-8").replace("mag:", "mag: {}").partition("          gesloten")[0], "utf-8"
    )
    assert [een.code for een in lees(map_).waarschuwingen] == ["vraag-gesloten"]


def test_de_woordenlijst_noemt_elk_woord_een_keer_en_op_volgorde() -> None:
    woorden = re.findall(r"^\*\*(.+?)\*\*", (DOCS / "woordenlijst.md").read_text("utf-8"), re.MULTILINE)
    assert len(woorden) > 40
    assert len(set(woorden)) == len(woorden)
    assert [woord.lower() for woord in woorden] == sorted(woord.lower() for woord in woorden)


@pytest.mark.parametrize("pad", TEKSTEN, ids=lambda pad: pad.name)
def test_geen_document_noemt_een_pad_van_een_machine(pad: Path) -> None:
    assert not re.search(r"(^|[^\w.~-])/(root|work|home|tmp)/\w", pad.read_text("utf-8"))
