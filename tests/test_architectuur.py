"""The arrows of docs/architectuur.md: which module may see which."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from conftest import ECHT
from kaartgen.plaatsen import PROJECT

BRON = PROJECT / "src" / "kaartgen"
VLOER = {
    "maten",
    "meldingen",
    "lettertypen",
    "scene",
    "kleuren",
    "kleurzicht",
    "icc",
    "nummers",
    "platte_tekst",
    "wegschrijven",
}
MAG = {
    "maten": set(),
    "meldingen": set(),
    "lettertypen": {"maten"},
    "scene": {"maten"},
    "kleuren": {"scene"},
    "kleurzicht": {"scene", "kleuren"},
    "icc": {"scene", "kleuren"},
    "nummers": set(),
    "platte_tekst": set(),
    "wegschrijven": set(),
    "inhoud": {"maten", "meldingen", "inhoud", "plaatsen"},
    "samenstelling": {"maten", "meldingen", "inhoud"},
    "opmaak": {*VLOER, "inhoud", "samenstelling", "opmaak"},
    "weergave": {*VLOER, "weergave"},
    "pdflezen": {"pdflezen"},
    "officelezen": set(),
    "drukkeuring": {*VLOER, "opmaak", "pdflezen", "drukkeuring"},
    "toegankelijkheid": {"pdflezen", "officelezen", "toegankelijkheid"},
    "vragen": {
        "meldingen",
        "officelezen",
        "inhoud",
        "samenstelling",
        "teksten",
        "slot",
        "wegschrijven",
        "vragen",
    },
    "teksten": {"inhoud"},
    "slot": {"inhoud", "meldingen", "teksten"},
    "bundel": {"inhoud", "nummers", "platte_tekst", "samenstelling", "wegschrijven"},
    "manifest": {"inhoud", "meldingen", "nummers", "samenstelling", "bundel"},
    "hergebruik": {"inhoud", "meldingen", "plaatsen", "samenstelling", "bundel", "manifest"},
    "invoer": {"meldingen", "inhoud", "invoer", "slot", "pdflezen"},
    "plaatsen": set(),
    "naast": set(),
}
"""What a stage may import; what is not named (the conductors and the shell) has rules of its own."""

DIRIGENTEN = ("bouw", "drukken", "terughalen", "volgen")

MODULES = sorted(BRON.rglob("*.py"))


def stap(pad: Path) -> str:
    """Give the stage a module belongs to."""
    return pad.relative_to(BRON).parts[0].removesuffix(".py")


def invoer(pad: Path) -> set[str]:
    """Give the dotted names of all modules that a module imports, anywhere in it."""
    namen: set[str] = set()
    for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))):
        if isinstance(knoop, ast.Import):
            namen |= {naam.name for naam in knoop.names}
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            namen |= {f"{knoop.module}.{naam.name}" for naam in knoop.names} | {knoop.module}
    return namen


def eigen(pad: Path) -> set[str]:
    """Give the stages that a module imports."""
    return {
        naam.split(".")[1]
        for naam in invoer(pad)
        if naam.startswith("kaartgen.") and naam != "kaartgen.__version__"
    }


@pytest.mark.parametrize("pad", MODULES, ids=lambda pad: str(pad.relative_to(BRON)))
def test_een_module_ziet_alleen_wat_eronder_ligt(pad: Path) -> None:
    if stap(pad) in MAG:
        assert eigen(pad) <= MAG[stap(pad)]
    elif stap(pad) in DIRIGENTEN:
        assert "opdrachtregel" not in eigen(pad)
    if stap(pad) not in ("opdrachtregel", *DIRIGENTEN):
        assert not eigen(pad) & set(DIRIGENTEN)
    if stap(pad) == "bouw":
        assert not eigen(pad) & {"drukken", "terughalen", "volgen"}


@pytest.mark.parametrize(
    ("bibliotheek", "plaatsen"),
    [
        ("pptx", {"weergave/pptx"}),
        ("reportlab", {"weergave/pdf"}),
        ("pypdfium2", {"weergave/png", "drukkeuring/", "invoer/pdftekst"}),
        ("spellchecker", {"invoer/woordenschat"}),
        ("xlsxwriter", {"vragen/tabel"}),
        ("lxml", {"vragen/pakket", "vragen/lezer_"}),
        ("zipfile", {"officelezen", "bundel", "manifest", "weergave/pptx_skelet"}),
        ("pikepdf", {"weergave/pdf", "pdflezen/", "drukkeuring/", "toegankelijkheid/pdf"}),
    ],
)
def test_een_bibliotheek_voor_een_bestandsvorm_staat_alleen_bij_die_vorm(
    bibliotheek: str, plaatsen: set[str]
) -> None:
    gebruikers = [pad for pad in MODULES if any(naam.split(".")[0] == bibliotheek for naam in invoer(pad))]
    assert gebruikers
    for pad in gebruikers:
        waar = pad.relative_to(BRON).as_posix()
        assert any(waar.startswith(plaats) for plaats in plaatsen), waar


def test_de_drukkeuring_kent_van_de_opmaak_alleen_het_drukprofiel() -> None:
    kent = {naam for pad in MODULES if stap(pad) == "drukkeuring" for naam in invoer(pad)}
    opmaak = {naam for naam in kent if naam.startswith("kaartgen.opmaak")}
    assert opmaak == {"kaartgen.opmaak.druk.drukprofiel", "kaartgen.opmaak.druk.drukprofiel.Drukprofiel"}


@pytest.mark.parametrize("pad", MODULES, ids=lambda pad: str(pad.relative_to(BRON)))
def test_de_code_kent_geen_publicatie_en_geen_kleur(pad: Path) -> None:
    tekst = pad.read_text("utf-8").lower()
    for woord in (ECHT, "decentraal bestuur", "burgemeester", "argumentenfabriek"):
        assert woord not in tekst
    assert not re.search(r"[\"'](#?[0-9a-f]{6})[\"']", tekst) or "srgb" in pad.name
