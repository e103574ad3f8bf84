"""Decks that went through LibreOffice, as PPTX and by way of ODP, come back with exactly the edits.

Without LibreOffice these tests are skipped, unless KAARTGEN_JURY is set: then they fail.
"""

from __future__ import annotations

import io
import os
import random
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from kaartgen import bouw
from terug_proef import (
    EIGEN,
    Kantoor,
    bewerkt,
    codes,
    dia_van,
    schrijf_alle,
    uitkomst,
    vakken,
    verzin,
)
from test_teruglezen import ANDER, DERDE, KAART, SELECTIES, verander_cel, verdubbel

pytestmark = pytest.mark.skipif(
    not shutil.which("soffice") and not os.environ.get("KAARTGEN_JURY"),
    reason="LibreOffice is er niet; zet KAARTGEN_JURY=1 om dat een fout te laten zijn",
)
WEGEN = ("pptx", "odp")
GEKOZEN = SELECTIES if os.environ.get("KAARTGEN_JURY") else ("alle-ambtsdragers",)
"""Without a jury one deck with every card is enough: each deck takes LibreOffice seconds."""
BIJZONDER = "bijzonder"
GETYPT = {"denkstappen": "\n", "trends-overheden": "\v", DERDE: "\n\n"}
"""Cards whose questions are numbered by hand, and what stands between them."""


@pytest.fixture(scope="module")
def kantoor(echt: bouw.Project) -> Kantoor:
    """The shipped publication, giving out decks."""
    return Kantoor(echt)


@pytest.fixture(scope="module")
def bedoeld(kantoor: Kantoor) -> dict[str, dict[str, tuple[str, ...]]]:
    """Edits of every card of every selection."""
    toeval = random.Random(5)
    return {
        selectie: {id_: verzin(vragen, toeval) for id_, vragen in kantoor.vragen(selectie).items()}
        for selectie in GEKOZEN
    }


def zet_om(bestanden: Sequence[Path], soort: str, uit: Path, profiel: Path) -> list[Path]:
    """Let LibreOffice save files as another kind: one start for all of them."""
    opdracht = ["soffice", f"-env:UserInstallation=file://{profiel}", "--headless", "--convert-to", soort]
    subprocess.run(
        [*opdracht, "--outdir", str(uit), *map(str, bestanden)], check=True, capture_output=True, timeout=500
    )
    return [uit / f"{pad.stem}.{soort}" for pad in bestanden]


@pytest.fixture(scope="module")
def terug_van_kantoor(
    kantoor: Kantoor,
    bedoeld: dict[str, dict[str, tuple[str, ...]]],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, dict[str, bytes]]:
    """The edited decks as LibreOffice saved them, by the way they went."""
    map_ = tmp_path_factory.mktemp("kantoor")
    decks = {
        selectie: bewerkt(kantoor.deck(selectie), schrijf_alle(nieuw)) for selectie, nieuw in bedoeld.items()
    }
    decks[BIJZONDER] = bewerkt(kantoor.deck("raadsleden"), bewerk_bijzonder)
    bestanden = []
    for naam, inhoud in decks.items():
        bestanden.append(map_ / f"{naam}.pptx")
        bestanden[-1].write_bytes(inhoud)
    profiel = map_ / "profiel"
    odp = zet_om(bestanden, "odp", map_ / "tussen", profiel)
    wegen = {
        "pptx": zet_om(bestanden, "pptx", map_ / "pptx", profiel),
        "odp": zet_om(odp, "pptx", map_ / "odp", profiel),
    }
    return {weg: {pad.stem: pad.read_bytes() for pad in paden} for weg, paden in wegen.items()}


def bewerk_bijzonder(deck: Any) -> None:
    """Change fixed text, copy a slide, number by hand, break softly, and leave empty lines."""
    verander_cel(deck)
    verdubbel(deck, ANDER)
    for kaart, scheiding in GETYPT.items():
        vorm = vakken(deck)[kaart]
        kop, *vragen = [alinea.text for alinea in vorm.text_frame.paragraphs]
        genummerd = [f"{nummer}. {vraag}" for nummer, vraag in enumerate([*vragen, EIGEN[3]], 1)]
        vorm.text_frame.text = f"{kop}\n{scheiding.join(genummerd)}"


@pytest.mark.parametrize("weg", WEGEN)
@pytest.mark.parametrize("selectie", GEKOZEN)
def test_elke_kaart_komt_door_libreoffice_terug_zoals_zij_bewerkt_is(
    kantoor: Kantoor,
    bedoeld: dict[str, dict[str, tuple[str, ...]]],
    terug_van_kantoor: dict[str, dict[str, bytes]],
    weg: str,
    selectie: str,
) -> None:
    terug = kantoor.terug(terug_van_kantoor[weg][selectie])
    assert uitkomst(terug) == bedoeld[selectie]
    assert (terug.meldingen, terug.afwezig) == ((), ())


@pytest.mark.parametrize("weg", WEGEN)
def test_slot_dubbele_dia_en_getypte_nummers_doorstaan_libreoffice(
    kantoor: Kantoor, terug_van_kantoor: dict[str, dict[str, bytes]], weg: str
) -> None:
    vragen = kantoor.vragen("raadsleden")
    getypt = {kaart: (*vragen[kaart], EIGEN[3]) for kaart in GETYPT}
    terug = kantoor.terug(terug_van_kantoor[weg][BIJZONDER])
    assert uitkomst(terug) == {KAART: (EIGEN[0],), **getypt}
    assert codes(terug) == ["vaste-tekst-anders"]


@pytest.mark.parametrize("weg", WEGEN)
def test_na_libreoffice_is_een_tweede_bewerking_nog_mogelijk(
    kantoor: Kantoor, terug_van_kantoor: dict[str, dict[str, bytes]], weg: str
) -> None:
    inhoud = terug_van_kantoor[weg][BIJZONDER]
    assert dia_van(Presentation(io.BytesIO(inhoud)), KAART).has_notes_slide
    terug = kantoor.terug(bewerkt(inhoud, schrijf_alle({ANDER: [EIGEN[1]]})))
    assert codes(terug) == ["kaart-dubbel", "vaste-tekst-anders"]
    assert ANDER not in uitkomst(terug)
