"""What many tests share: the projects of both publications and their bundles, made once per worker."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

import pdf_invarianten
import pptx_invarianten
from inhoud_proef import KLEIN
from kaartgen import bouw
from kaartgen.bundel import Bestand
from kaartgen.plaatsen import PROJECT, Plaatsen
from terug_proef import Kantoor

ECHT = "toekomstbestendig-decentraal-bestuur"
PLAATSEN = Plaatsen(PROJECT / "data" / "publicaties", PROJECT / "layouts", PROJECT / "fonts")
KEURDERS = {".pptx": pptx_invarianten.controleer, ".pdf": pdf_invarianten.controleer}
Bundels = dict[str, dict[str, bytes]]
"""Contents of files by name, by the name of their bundle."""


def pak_uit(pad: Path) -> dict[str, bytes]:
    """Give the files in a ZIP."""
    with zipfile.ZipFile(pad) as zip_:
        return {naam: zip_.read(naam) for naam in zip_.namelist()}


@pytest.fixture(scope="session", autouse=True)
def keur_wat_ingepakt_wordt() -> Iterator[None]:
    """Put every file that any test packs into a bundle through the invariants of its format, once."""
    goed: set[bytes] = set()
    inpakken = bouw.pak_in

    def gekeurd(bestanden: Sequence[Bestand]) -> bytes:
        for bestand in bestanden:
            merk = hashlib.sha256(bestand.inhoud).digest()
            keur = KEURDERS.get(Path(bestand.naam).suffix)
            if keur and merk not in goed:
                assert keur(bestand.inhoud) == [], bestand.naam
                goed.add(merk)
        return inpakken(bestanden)

    bouw.pak_in = gekeurd
    yield
    bouw.pak_in = inpakken


@pytest.fixture(scope="session")
def echt() -> bouw.Project:
    """The shipped publication with its design."""
    return bouw.laad(PLAATSEN, ECHT)


@pytest.fixture(scope="session")
def klein() -> bouw.Project:
    """The small publication with the shipped design."""
    return bouw.laad(Plaatsen(KLEIN.parent, PLAATSEN.layouts, PLAATSEN.fonts), KLEIN.name)


@pytest.fixture(scope="session")
def bundels(echt: bouw.Project, tmp_path_factory: pytest.TempPathFactory) -> Bundels:
    """Two real bundles: of one ambtsdrager, and with all cards."""
    uit = tmp_path_factory.mktemp("bundels")
    gemaakt = bouw.bundel(echt, ["raadsleden", "alle-ambtsdragers"], uit, lambda _: None)
    return {een.pad.stem: pak_uit(een.pad) for een in gemaakt}


@pytest.fixture(scope="session")
def kleine_bundels(klein: bouw.Project, tmp_path_factory: pytest.TempPathFactory) -> Bundels:
    """The bundle of the small publication with all its cards."""
    (gemaakt,) = bouw.bundel(klein, ["alles"], tmp_path_factory.mktemp("klein"), lambda _: None)
    return {gemaakt.pad.stem: pak_uit(gemaakt.pad)}


@pytest.fixture
def proefproject(tmp_path: Path) -> Callable[[Callable[[Path], None]], bouw.Project]:
    """Give a function that changes a copy of the small publication and the design, and then loads it."""

    def maak(bederf: Callable[[Path], None]) -> bouw.Project:
        shutil.copytree(KLEIN, tmp_path / "data" / "publicaties" / "klein")
        shutil.copytree(PLAATSEN.layouts, tmp_path / "layouts")
        bederf(tmp_path)
        plaatsen = Plaatsen(tmp_path / "data" / "publicaties", tmp_path / "layouts", PLAATSEN.fonts)
        return bouw.laad(plaatsen, "klein")

    return maak


@pytest.fixture(scope="session")
def kantoor(echt: bouw.Project) -> Kantoor:
    """The shipped publication, giving out decks."""
    return Kantoor(echt)


@pytest.fixture(scope="session")
def deck(kantoor: Kantoor) -> bytes:
    """The deck of one ambtsdrager."""
    return kantoor.deck("raadsleden")
