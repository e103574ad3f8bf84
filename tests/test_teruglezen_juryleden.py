"""Decks that went through LibreOffice, as PPTX and by way of ODP, come back with exactly the edits.

Without LibreOffice these tests are skipped, unless KAARTGEN_JURY is set: then they fail.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kaartgen import bouw
from kaartgen.vragen import tabel
from kaartgen.vragen.lezer_tabel import Blad
from kaartgen.vragen.tabel import als_csv, als_xlsx
from kaartgen.vragen.terugbestand import lees_bytes
from kaartgen.vragen.teruglezen import lees_terug
from terug_proef import (
    EIGEN,
    KOP,
    Kantoor,
    bewerkt,
    codes,
    schrijf_alle,
    uitkomst,
    vakken,
    verzin,
    voeg_in,
    zonder_eigenschappen,
)
from test_kaartkenmerk import NIEUW, later_van, met_vragen
from test_teruglezen import ANDER, DERDE, KAART, KOPVRAAG, SELECTIES, typ_boven, verander_cel, verdubbel
from test_vragen_tabel import EERSTE, FORMULES, MOMENT, TWEEDE

pytestmark = pytest.mark.skipif(
    not shutil.which("soffice") and not os.environ.get("KAARTGEN_JURY"),
    reason="LibreOffice is er niet; zet KAARTGEN_JURY=1 om dat een fout te laten zijn",
)
WEGEN = {"pptx": ["pptx"], "odp": ["odp", "pptx"]}
GEKOZEN = SELECTIES if os.environ.get("KAARTGEN_JURY") else ("alle-ambtsdragers",)
"""Without a jury one deck with every card is enough: each deck takes LibreOffice seconds."""
BIJZONDER, GRIFFIER = "bijzonder", "griffiers-handelen"
BOVEN = "trends-maatschappij"
"""The card that gets another heading, one that asks."""
GETYPT = {"denkstappen": "\n", "trends-overheden": "\v", DERDE: "\n\n"}
"""Cards whose questions are numbered by hand, and what stands between them."""


def zet_om(bestanden: Sequence[Path], soort: str, uit: Path, profiel: Path, *opties: str) -> list[Path]:
    """Let LibreOffice save files as another kind: one start for all of them."""
    opdracht = ["soffice", f"-env:UserInstallation=file://{profiel}", "--headless", *opties]
    opdracht += ["--convert-to", soort, "--outdir", str(uit), *map(str, bestanden)]
    subprocess.run(opdracht, check=True, capture_output=True, timeout=500)
    return [uit / f"{pad.stem}.{soort.partition(':')[0]}" for pad in bestanden]


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


def test_een_deck_zonder_eigenschappen_zegt_ook_na_libreoffice_waarvan_het_gemaakt_is(
    echt: bouw.Project, tmp_path: Path
) -> None:
    kantoor = Kantoor(echt)
    vragen, griffiers = kantoor.vragen("raadsleden"), kantoor.vragen("griffiers")[GRIFFIER]
    later = later_van(
        kantoor, {KAART: (NIEUW, *vragen[KAART][1:]), ANDER: (*vragen[ANDER], NIEUW), GRIFFIER: (NIEUW,)}
    )
    ander = bewerkt(kantoor.deck("griffiers"), schrijf_alle({GRIFFIER: (*griffiers, EIGEN[1])}))

    def bewerk(deck: Any) -> None:
        schrijf_alle({KAART: (*vragen[KAART], EIGEN[0]), DERDE: vragen[DERDE][1:]})(deck)
        voeg_in(deck, ander, GRIFFIER)

    bestand = tmp_path / "deck.pptx"
    bestand.write_bytes(bewerkt(kantoor.deck("raadsleden"), bewerk))
    profiel = tmp_path / "profiel"
    (direct,) = zet_om([bestand], "pptx", tmp_path / "pptx", profiel)
    (odp,) = zet_om([bestand], "odp", tmp_path / "odp", profiel)
    (omweg,) = zet_om([odp], "pptx", tmp_path / "omweg", profiel)
    for pad in (direct, omweg):
        for inhoud in (pad.read_bytes(), zonder_eigenschappen(pad.read_bytes())):
            terug = later.terug(inhoud)
            assert uitkomst(terug) == {
                KAART: (NIEUW, *vragen[KAART][1:], EIGEN[0]),
                DERDE: vragen[DERDE][1:],
                GRIFFIER: (NIEUW, EIGEN[1]),
            }
            assert (terug.meldingen, terug.zonder_herkomst) == ((), ())


CSV_IN = "--infilter=CSV:59,34,76,1"
CSV_UIT = "csv:Text - txt - csv (StarCalc):59,34,76"
"""Cells between ; with " around words, in UTF-8."""


@pytest.mark.skipif(
    not shutil.which("localc") and not os.environ.get("KAARTGEN_JURY"),
    reason="LibreOffice Calc is er niet; zet KAARTGEN_JURY=1 om dat een fout te laten zijn",
)
def test_een_tabel_zegt_ook_na_libreoffice_waarvan_zij_gemaakt_is(tmp_path: Path) -> None:
    toen = met_vragen({"twee": (*TWEEDE, FORMULES[0])})
    later = met_vragen({"een": (EERSTE[0], NIEUW), "twee": (NIEUW, TWEEDE[1], FORMULES[0])})
    alle = list(tabel.rijen(toen))
    nieuw = replace(alle[2], vraag=EIGEN[1], kenmerk="", positie=9)
    uitgegeven = [replace(alle[0], vraag=EIGEN[0]), *alle[1:], nieuw]
    xlsx, csv = tmp_path / "uit-xlsx.xlsx", tmp_path / "uit-csv.csv"
    xlsx.write_bytes(als_xlsx(uitgegeven, toen, MOMENT))
    csv.write_bytes(als_csv(uitgegeven))
    profiel = tmp_path / "profiel"
    (ods,) = (pad.rename(tmp_path / "uit-ods.ods") for pad in zet_om([xlsx], "ods", tmp_path, profiel))
    paden = [
        *zet_om([xlsx, ods], "xlsx", tmp_path / "xlsx", profiel),
        *zet_om([xlsx, ods], CSV_UIT, tmp_path / "csv", profiel),
        *zet_om([csv], CSV_UIT, tmp_path / "csv", profiel, CSV_IN),
        *zet_om([csv], "xlsx", tmp_path / "xlsx", profiel, CSV_IN),
    ]
    assert len({*paden}) == 6
    for pad in paden:
        gelezen = lees_bytes(pad.read_bytes(), pad.name)
        assert isinstance(gelezen, Blad)
        for een in (gelezen, replace(gelezen, eigenschappen={})):
            terug = lees_terug(een, later, {id_: kaart.vragen for id_, kaart in later.kaarten.items()})
            twee = (NIEUW, TWEEDE[1], FORMULES[0], EIGEN[1])
            assert uitkomst(terug) == {"een": (EIGEN[0], NIEUW), "twee": twee}, pad
            assert (terug.meldingen, terug.zonder_herkomst) == ((), ()), pad
