"""A text that stands twice, or cannot stay as it is: told at its lines in the source, with what to do."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from invoer_proef import BOEKJE, als_pdf, lees_in
from kaartgen.meldingen import Ernst, Fouten, Melding
from test_invoer_opdracht import importeer, werkmap

__all__ = ["werkmap"]

TEKST = BOEKJE.read_text("utf-8")
ALINEA = (
    "De buurt vroeg om een plek om te lezen. Eerst was er één kast met twee stoe-\n"
    "len. Toen kwamen er conflicten over het licht. De oplossing was een lamp1 \n"
)
EERSTE = "Dit boekje gaat over een bibliotheek die iedereen kan vinden.\n"
WAARDEN = "Vier waarden kwamen steeds terug, verdeeld over twee clusters.\n"
CITAAT = "‘Wie langzaam leest, krijgt de tijd.’\n"
ANDER = "‘De tweede uitleg is even vriendelijk als de eerste.‘\n"
PUNT = "• Zet een plank met onbekende boeken neer.\n"
ANDER_PUNT = "• Spreek iemand aan over een moeilijk boek.\n"


def regels(tekst: str, zin: str) -> list[int]:
    """Give the lines on which a text begins."""
    return [nummer for nummer, regel in enumerate(tekst.split("\n"), 1) if regel and zin.startswith(regel)]


def fouten(map_: Path, tekst: str) -> tuple[Melding, ...]:
    """Give all faults that an import tells."""
    try:
        return lees_in(map_, tekst).verslag.fouten
    except Fouten as gevonden:
        return gevonden.meldingen


@pytest.mark.parametrize(
    ("oud", "nieuw", "dubbel", "aantal_anders"),
    [
        (EERSTE, f"{EERSTE}\n{EERSTE}", EERSTE, True),
        (EERSTE, f"{EERSTE}\n{WAARDEN}", WAARDEN, True),
        (ANDER, f"{ANDER}{ANDER}", ANDER, True),
        (ANDER_PUNT, f"{ANDER_PUNT}\n{ANDER_PUNT}", ANDER_PUNT, True),
        (ANDER, CITAAT, CITAAT, False),
        (ANDER_PUNT, PUNT, PUNT, False),
    ],
)
def test_een_tekst_die_er_twee_keer_staat_wordt_op_haar_regel_genoemd_met_de_andere(
    tmp_path: Path, oud: str, nieuw: str, dubbel: str, aantal_anders: bool
) -> None:
    assert TEKST.count(oud) == 1
    tekst = TEKST.replace(oud, nieuw)
    een, ander = regels(tekst, dubbel)
    gevonden = fouten(tmp_path, tekst)
    assert ("aantal-anders" in {melding.code for melding in gevonden}) == aantal_anders
    (melding,) = (melding for melding in gevonden if melding.code == "tekst-dubbel")
    assert melding.plek.bestand == (tmp_path / "boekje.txt").as_posix()
    assert sorted([melding.plek.regel, *map(int, melding.tekst.rstrip(".").split(" ")[-1:])]) == [een, ander]
    assert "Haal een van beide weg." in melding.raad


def test_een_alinea_die_elders_de_plaats_van_een_andere_inneemt_wordt_bij_beide_genoemd(
    tmp_path: Path,
) -> None:
    tekst = TEKST.replace(EERSTE, WAARDEN)
    verslag = lees_in(tmp_path, tekst).verslag
    assert verslag.fouten == ()
    genoemd = [een.plek.regel for een in verslag.onzeker if een.waarom.startswith("staat er meer dan")]
    assert genoemd == regels(tekst, WAARDEN)


def test_een_punt_mag_in_twee_lijsten_staan(tmp_path: Path) -> None:
    tekst = TEKST.replace("• Laat één gesprek per week langer duren.\n", PUNT)
    verslag = lees_in(tmp_path, tekst).verslag
    assert verslag.fouten == ()
    assert not [een for een in verslag.onzeker if een.waarom.startswith("staat er meer dan")]


def test_een_dubbele_alinea_wordt_in_een_pdf_niet_aan_een_andere_geplakt(tmp_path: Path) -> None:
    tekst = TEKST.replace(WAARDEN, f"{WAARDEN}\n{WAARDEN}")
    (tmp_path / "boekje.pdf").write_bytes(als_pdf(tekst, regels_per_bladzijde=9))
    verslag = lees_in(tmp_path, als_pdf(tekst, regels_per_bladzijde=9)).verslag
    (melding,) = (melding for melding in verslag.fouten if melding.code == "tekst-dubbel")
    assert ", bladzijde " in melding.plek.bestand
    assert "regel " in melding.tekst
    assert all(WAARDEN[:40] not in een.gelezen for een in verslag.onzeker if "doorgaat" in een.waarom)


def test_een_fout_in_een_tekst_staat_bij_de_regel_van_de_bron_en_niet_bij_een_tijdelijk_bestand(
    werkmap: Path,
) -> None:
    bron = werkmap / "boekje.txt"
    bron.write_text(TEKST.replace("Neem een dun boek.", "Neem een **dun boek."), "utf-8")
    uitslag = importeer()
    regel = regels(TEKST, "Neem een dun boek. Geef iedereen vier weken de tijd.")[0]
    assert uitslag.exit_code == 1
    assert uitslag.stderr == (
        f"boekje.txt:{regel}:1: fout: Het aantal keren ** is oneven: er begint of eindigt ergens geen vet. "
        "Zet ** voor en na de woorden die vet moeten.\n1 fout en 0 waarschuwingen.\n"
    )
    assert tempfile.gettempdir() not in uitslag.stderr
    assert not (werkmap / "echt").exists()


def test_een_fout_die_bij_geen_tekst_van_de_bron_hoort_noemt_bron_en_nieuw_bestand(werkmap: Path) -> None:
    recept = werkmap / "data" / "recepten" / "boekje.yaml"
    tekst = recept.read_text("utf-8")
    recept.write_text(f"{tekst}kaarten_bij:\n  vooraf: [kast]\n", "utf-8")
    uitslag = importeer()
    assert uitslag.exit_code == 1
    assert uitslag.stderr.startswith("boekje.txt: fout: In tabletboek.yaml komt een fout: ")
    assert "‘kast’" in uitslag.stderr


def test_een_waarschuwing_over_hoe_tekst_leest_komt_niet_bij_een_fout(tmp_path: Path) -> None:
    lang = "Neem een **dun boek dat " + "heel erg " * 20 + "dun is."
    gevonden = fouten(tmp_path, TEKST.replace("Neem een dun boek.", lang))
    assert [melding.ernst for melding in gevonden] == [Ernst.FOUT]
