"""The documents stay true: modules, commands, links and words they name exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kaartgen.opdrachtregel import app
from kaartgen.plaatsen import PROJECT

DOCS = PROJECT / "docs"
BRON = PROJECT / "src" / "kaartgen"
TEKSTEN = [*sorted(DOCS.rglob("*.md")), PROJECT / "README.md"]


def test_elke_module_staat_in_architectuur_en_elke_genoemde_module_bestaat() -> None:
    tekst = (DOCS / "architectuur.md").read_text("utf-8")
    genoemd = {Path(naam).name for naam in re.findall(r"`([\w/]+\.py)`", tekst)}
    modules = {pad.name for pad in BRON.rglob("*.py") if pad.name != "__init__.py"}
    assert modules - genoemd == set()
    assert {naam for naam in genoemd if not naam.startswith("test_")} - modules == set()


@pytest.mark.parametrize("pad", TEKSTEN, ids=lambda pad: pad.name)
def test_koppelingen_en_beelden_bestaan(pad: Path) -> None:
    doelen = re.findall(r"\]\(([^)#]+)\)", pad.read_text("utf-8"))
    assert [doel for doel in doelen if "://" not in doel and not (pad.parent / doel).exists()] == []


def test_elk_beeld_wordt_gebruikt_en_is_klein() -> None:
    samen = "".join(pad.read_text("utf-8") for pad in TEKSTEN)
    for beeld in (DOCS / "beelden").glob("*.png"):
        assert beeld.name in samen
        assert beeld.stat().st_size < 80_000


@pytest.mark.parametrize("pad", TEKSTEN, ids=lambda pad: pad.name)
def test_elke_opdracht_die_wordt_genoemd_bestaat(pad: Path) -> None:
    bestaat = {opdracht.name for opdracht in app.registered_commands}
    regels = [regel for regel in pad.read_text("utf-8").splitlines() if regel.startswith("    ")]
    genoemd = {naam for regel in regels for naam in re.findall(r"(?:^|/)\s*kaartgen ([a-z]+)", regel.strip())}
    assert genoemd <= bestaat


def test_de_woordenlijst_noemt_elk_woord_een_keer_en_op_volgorde() -> None:
    woorden = re.findall(r"^\*\*(.+?)\*\*", (DOCS / "woordenlijst.md").read_text("utf-8"), re.MULTILINE)
    assert len(woorden) > 40
    assert len(set(woorden)) == len(woorden)
    assert [woord.lower() for woord in woorden] == sorted(woord.lower() for woord in woorden)


@pytest.mark.parametrize("pad", TEKSTEN, ids=lambda pad: pad.name)
def test_geen_document_noemt_een_pad_van_een_machine(pad: Path) -> None:
    assert not re.search(r"(^|[^\w.~-])/(root|work|home|tmp)/\w", pad.read_text("utf-8"))
