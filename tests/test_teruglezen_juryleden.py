"""Decks that went through LibreOffice, as PPTX and by way of ODP, come back with exactly the edits.

Without LibreOffice these tests are skipped, unless KAARTGEN_JURY is set: then they fail.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from kaartgen import bouw
from terug_proef import EIGEN, KOP, Kantoor, bewerkt, codes, schrijf_alle, uitkomst, vakken, verzin
from test_teruglezen import ANDER, DERDE, KAART, KOPVRAAG, SELECTIES, typ_boven, verander_cel, verdubbel

pytestmark = pytest.mark.skipif(
    not shutil.which("soffice") and not os.environ.get("KAARTGEN_JURY"),
    reason="LibreOffice is er niet; zet KAARTGEN_JURY=1 om dat een fout te laten zijn",
)
WEGEN = {"pptx": ["pptx"], "odp": ["odp", "pptx"]}
GEKOZEN = SELECTIES if os.environ.get("KAARTGEN_JURY") else ("alle-ambtsdragers",)
"""Without a jury one deck with every card is enough: each deck takes LibreOffice seconds."""
BIJZONDER = "bijzonder"
BOVEN = "trends-maatschappij"
"""The card that gets another heading, one that asks."""
GETYPT = {"denkstappen": "\n", "trends-overheden": "\v", DERDE: "\n\n"}
"""Cards whose questions are numbered by hand, and what stands between them."""


def zet_om(bestanden: Sequence[Path], soort: str, uit: Path, profiel: Path) -> list[Path]:
    """Let LibreOffice save files as another kind: one start for all of them."""
    opdracht = ["soffice", f"-env:UserInstallation=file://{profiel}", "--headless", "--convert-to", soort]
    subprocess.run(
        [*opdracht, "--outdir", str(uit), *map(str, bestanden)], check=True, capture_output=True, timeout=500
    )
    return [uit / f"{pad.stem}.{soort}" for pad in bestanden]


def bewerk_bijzonder(deck: Any) -> None:
    """Change fixed text, copy a slide, number by hand, break softly, and leave empty lines."""
    verander_cel(deck)
    typ_boven(vakken(deck)[BOVEN], KOPVRAAG, kop=False)
    verdubbel(deck, ANDER)
    for kaart, scheiding in GETYPT.items():
        vorm = vakken(deck)[kaart]
        kop, *vragen = [alinea.text for alinea in vorm.text_frame.paragraphs]
        genummerd = [f"{nummer}. {vraag}" for nummer, vraag in enumerate([*vragen, EIGEN[3]], 1)]
        vorm.text_frame.text = f"{kop}\n{scheiding.join(genummerd)}"


# One test for each way, and not one for each deck: workers beside each other would all start LibreOffice.
@pytest.mark.parametrize("weg", WEGEN)
def test_elke_kaart_komt_door_libreoffice_terug_zoals_zij_bewerkt_is(
    echt: bouw.Project, tmp_path: Path, weg: str
) -> None:
    kantoor, toeval = Kantoor(echt), random.Random(weg)
    nieuw = {
        selectie: {id_: verzin(vragen, toeval) for id_, vragen in kantoor.vragen(selectie).items()}
        for selectie in GEKOZEN
    }
    decks = {een: bewerkt(kantoor.deck(een), schrijf_alle(nieuw[een])) for een in GEKOZEN}
    decks[BIJZONDER] = bewerkt(kantoor.deck("raadsleden"), bewerk_bijzonder)
    bestanden = [tmp_path / f"{naam}.pptx" for naam in decks]
    for pad, inhoud in zip(bestanden, decks.values(), strict=True):
        pad.write_bytes(inhoud)
    for soort in WEGEN[weg]:
        bestanden = zet_om(bestanden, soort, tmp_path / soort, tmp_path / "profiel")
    bewaard = {pad.stem: pad.read_bytes() for pad in bestanden}

    for selectie in GEKOZEN:
        terug = kantoor.terug(bewaard[selectie])
        assert uitkomst(terug) == nieuw[selectie], selectie
        assert (terug.meldingen, terug.afwezig) == ((), ()), selectie

    vragen = kantoor.vragen("raadsleden")
    getypt = {kaart: (*vragen[kaart], EIGEN[3]) for kaart in GETYPT}
    terug = kantoor.terug(bewaard[BIJZONDER])
    assert uitkomst(terug) == {KAART: (EIGEN[0],), **getypt}
    weg = ["nummer-weg"] * len(GETYPT)
    assert sorted(codes(terug)) == [*weg, "vaste-tekst-anders", "vaste-tekst-anders"]

    assert any(f"niet ‘{KOP}’ maar ‘{KOPVRAAG}’" in melding.tekst for melding in terug.meldingen)

    opnieuw = kantoor.terug(bewerkt(bewaard[BIJZONDER], schrijf_alle({ANDER: [EIGEN[1]]})))
    assert sorted(codes(opnieuw)) == ["kaart-dubbel", *weg, "vaste-tekst-anders", "vaste-tekst-anders"]
    assert ANDER not in uitkomst(opnieuw)
