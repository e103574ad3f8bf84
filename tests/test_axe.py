"""The judge axe-core (Deque), in headless Chromium: whether a page of text is accessible (WCAG 2.1 AA)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from conftest import Bundels

JURY = os.environ.get("KAARTGEN_AXE")
"""Folder with the npm packages axe-core and puppeteer-core."""
CHROMIUM, NODE = shutil.which("chromium"), shutil.which("node")
SMALST = 320
"""Width in CSS pixels at which nothing may run off the page (WCAG 2.1, 1.4.10)."""
FOUT = '<html><head><title></title></head><body><img src="x"><p style="color:#bbb">Flets</p></body></html>'

pytestmark = pytest.mark.skipif(
    not (JURY and CHROMIUM and NODE) and not os.environ.get("KAARTGEN_JURY"),
    reason="axe-core of chromium is er niet; zet KAARTGEN_JURY=1 om dat een fout te laten zijn",
)


def oordeel(*paden: Path) -> dict[str, dict[str, Any]]:
    """Give what axe-core says of files, by the name of the file."""
    assert JURY and CHROMIUM and NODE, "axe-core, puppeteer-core, node of chromium ontbreekt"
    opdracht = [NODE, str(Path(__file__).parent / "axe.mjs"), str(Path(JURY).resolve()), CHROMIUM]
    proces = subprocess.run(
        [*opdracht, *map(str, paden)], capture_output=True, encoding="utf-8", check=True, timeout=120
    )
    return {Path(pad).name: uitslag for pad, uitslag in json.loads(proces.stdout).items()}


def test_axe_vindt_niets_in_de_doorlopende_tekst_en_ziet_een_geplante_fout(
    bundels: Bundels, kleine_bundels: Bundels, tmp_path: Path
) -> None:
    bestanden = {
        naam: inhoud
        for bundel in (*bundels.values(), *kleine_bundels.values())
        for naam, inhoud in bundel.items()
        if naam.endswith(".html")
    }
    assert len(bestanden) == 3
    for naam, inhoud in {**bestanden, "fout.html": FOUT.encode()}.items():
        (tmp_path / naam).write_bytes(inhoud)
    uitslag = oordeel(*(tmp_path / naam for naam in (*bestanden, "fout.html")))
    gevonden = {regel.split(":")[0] for regel in uitslag["fout.html"]["violations"]}
    assert {"image-alt", "color-contrast", "html-has-lang", "document-title"} <= gevonden
    for naam in bestanden:
        assert uitslag[naam]["violations"] == [], naam
        assert uitslag[naam]["incomplete"] == [], naam
        assert {"color-contrast", "heading-order", "list", "html-has-lang"} <= set(uitslag[naam]["passes"])
        assert uitslag[naam]["width"] == SMALST, naam
