"""Abbreviations and foreign words: from begrippen.yaml to runs on a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from inhoud_proef import alle_meldingen, kopie, regel_van, vervang
from kaartgen.opmaak.typografie import VASTE_SPATIE, Begrippenlijst, lopen

LIJST = Begrippenlijst(
    {"VNG": "Vereniging van Nederlandse Gemeenten", "VNGI": "VNG International"},
    {"en": ("checks and balances", "fair play"), "la": ("ad hoc",)},
)


def test_een_afkorting_wordt_een_eigen_loop_met_waar_zij_voor_staat() -> None:
    voor, afkorting, na = lopen("Vraag de VNG, en daarna iedereen in de gemeenteraad.", begrippen=LIJST)
    assert (voor.tekst, afkorting.tekst) == ("Vraag de ", "VNG")
    assert na.tekst.startswith(", en daarna")
    assert afkorting.voluit == "Vereniging van Nederlandse Gemeenten"
    assert not voor.voluit and not na.voluit


@pytest.mark.parametrize("tekst", ["VNGleden betalen.", "De xVNG bestaat niet.", "De vng schrijf je groot."])
def test_een_afkorting_binnen_een_ander_woord_is_geen_afkorting(tekst: str) -> None:
    (enige,) = lopen(tekst, begrippen=LIJST)
    assert not enige.voluit


def test_van_twee_begrippen_die_gelijk_beginnen_geldt_het_langste() -> None:
    assert [loop.voluit for loop in lopen("VNGI", begrippen=LIJST)] == ["VNG International"]


def test_een_vreemd_woord_krijgt_zijn_taal_ook_met_een_vaste_spatie_erin() -> None:
    tekst = f"Zorg voor checks and{VASTE_SPATIE}balances, nooit ad hoc."
    talen = {loop.tekst: loop.taal for loop in lopen(tekst, begrippen=LIJST)}
    gevonden = {tekst.replace(VASTE_SPATIE, " "): taal for tekst, taal in talen.items() if taal}
    assert gevonden == {"checks and balances": "en", "ad hoc": "la"}


def test_vet_blijft_vet_als_er_een_begrip_in_staat() -> None:
    gemaakt = lopen("De **leden van de VNG** beslissen.", begrippen=LIJST)
    assert [(loop.tekst, loop.vet) for loop in gemaakt] == [
        ("De ", False),
        ("leden van de ", True),
        ("VNG", True),
        (" beslissen.", False),
    ]


def test_een_tekst_zonder_begrippen_blijft_heel() -> None:
    assert [loop.tekst for loop in lopen("Wie doet wat in de wijk?", begrippen=LIJST)] == [
        lopen("Wie doet wat in de wijk?")[0].tekst
    ]


def _met_tekst(tmp_path: Path, tekst: str, begrippen: str) -> Path:
    map_ = kopie(tmp_path)
    pad = map_ / "kaarten.yaml"
    regel = next(regel for regel in pad.read_text("utf-8").splitlines() if "vraag:" in regel)
    vervang(map_, "kaarten.yaml", regel, f"{regel.split('vraag:')[0]}vraag: {tekst!r}")
    (map_ / "begrippen.yaml").write_text(begrippen, "utf-8")
    return map_


def test_een_afkorting_zonder_uitleg_wordt_een_keer_gemeld(tmp_path: Path) -> None:
    map_ = _met_tekst(tmp_path, "Wat vindt de WQX van de WQX?", "afkortingen: {}\n")
    (melding,) = [een for een in alle_meldingen(map_) if een.code == "afkorting-onbekend"]
    assert "WQX" in melding.tekst
    assert melding.plek.regel == regel_van(map_, "kaarten.yaml", "WQX")


@pytest.mark.parametrize("afkorting", ["W&Q", "WvqX", "WQ", "W&QX"])
def test_een_afkorting_met_een_teken_of_kleine_letters_ertussen_wordt_ook_gemeld(
    tmp_path: Path, afkorting: str
) -> None:
    map_ = _met_tekst(tmp_path, f"Wat vindt de {afkorting}-raad?", "afkortingen: {}\n")
    (melding,) = [een for een in alle_meldingen(map_) if een.code == "afkorting-onbekend"]
    assert f"‘{afkorting}’" in melding.tekst


@pytest.mark.parametrize("naam", ["LinkedIn", "WiFi", "DenkMee", "Statenlidnu"])
def test_een_naam_met_een_hoofdletter_erin_is_geen_afkorting(tmp_path: Path, naam: str) -> None:
    map_ = _met_tekst(tmp_path, f"Wat vind je van {naam}?", "afkortingen: {}\n")
    assert not [een for een in alle_meldingen(map_) if een.code == "afkorting-onbekend"]


@pytest.mark.parametrize("tekst", ["Wat deed het kabinet na Rutte IV?", "Wat vindt de WQX?"])
def test_een_romeins_getal_en_een_uitgelegde_afkorting_worden_niet_gemeld(tmp_path: Path, tekst: str) -> None:
    map_ = _met_tekst(tmp_path, tekst, "afkortingen:\n  WQX: de kring van voorbeelden\n")
    assert not [een for een in alle_meldingen(map_) if een.code == "afkorting-onbekend"]


def test_een_vreemd_woord_dat_nergens_staat_wordt_gemeld_op_zijn_regel(tmp_path: Path) -> None:
    begrippen = "afkortingen:\n  WQX: de kring\nvreemde_woorden:\n  en:\n    - zebra crossing\n"
    map_ = _met_tekst(tmp_path, "Wat vindt de WQX?", begrippen)
    (melding,) = [een for een in alle_meldingen(map_) if een.code == "vreemd-woord-ongebruikt"]
    assert melding.plek.regel == regel_van(map_, "begrippen.yaml", "zebra crossing")
    assert "zebra crossing" in melding.tekst


def test_een_afkorting_van_een_letter_is_een_fout_op_haar_plaats(tmp_path: Path) -> None:
    map_ = _met_tekst(tmp_path, "Wat nu?", "afkortingen:\n  W: te kort\n")
    (melding,) = [een for een in alle_meldingen(map_) if een.code == "afkorting-vorm"]
    assert melding.plek.regel == 2
