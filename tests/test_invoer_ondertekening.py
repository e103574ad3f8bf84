"""Names that sign a part: each in a paragraph by itself, however their lines were broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from invoer_proef import BOEKJE, VASTE, als_pdf, klein_model, klein_recept
from kaartgen.invoer.importeren import importeer
from kaartgen.invoer.verslag import Verslag

TEKST = BOEKJE.read_text("utf-8")
VOOR = "• wat er nog ontbreekt.\n"
NAMEN = ["Ans de Wit,", "Bas van der Meer", "Cor Blauw", "Stichting Leeslamp"]


def lees(map_: Path, tekst: str | bytes, meer: int = 0) -> Verslag:
    """Import the small document with four names below its first part, and so many paragraphs more."""
    recept = klein_recept()
    eerste = recept.delen[0]
    deel = eerste.model_copy(update={"ondertekening": 4, "alineas": eerste.alineas + 4 + meer})
    pad = map_ / "boekje.txt"
    pad.write_bytes(tekst if isinstance(tekst, bytes) else tekst.encode())
    anders = recept.model_copy(update={"delen": (deel, *recept.delen[1:])})
    return importeer(pad, anders, klein_model(), VASTE).verslag


def met(namen: str) -> str:
    """Put names below the first part."""
    return TEKST.replace(VOOR, f"{VOOR}\n{namen}\n")


def onder(verslag: Verslag) -> list[str]:
    """Give the paragraphs behind the points of the first part; the last is a footnote."""
    tekst = verslag.inhoud.hoofdstukken["vooraf"].tekst
    return tekst[tekst.index(VOOR.strip()) + 1 : -1]


@pytest.mark.parametrize(
    "namen",
    [
        "\n".join(NAMEN),
        "   \n".join(NAMEN),
        " ".join(NAMEN),
        "Ans de Wit, Bas\nvan der Meer Cor\nBlauw Stichting\nLeeslamp",
        "\n\n".join(NAMEN),
        "Ans de Wit, Bas van der Meer\n\nCor Blauw\nStichting Leeslamp",
    ],
)
def test_elke_naam_krijgt_een_eigen_alinea(tmp_path: Path, namen: str) -> None:
    verslag = lees(tmp_path, met(namen))
    assert (verslag.fouten, onder(verslag)) == ((), NAMEN)
    assert "naam op een eigen regel" not in {een.waarom for een in verslag.onzeker}


def test_ook_in_een_pdf(tmp_path: Path) -> None:
    verslag = lees(tmp_path, als_pdf(met("\n".join(NAMEN))))
    assert (verslag.fouten, onder(verslag)) == ((), NAMEN)


def test_een_alinea_die_een_bladzijde_doorknipt_wordt_niet_met_een_naam_aangevuld(tmp_path: Path) -> None:
    zin = "Wij lazen dit boekje in de bibliotheek, en zagen daar een lamp en een stoel."
    tekst = met(f"{zin}\n\fDie staan er nog.\n\n" + "\n\f".join(NAMEN))
    verslag = lees(tmp_path, tekst, meer=1)
    assert (verslag.fouten, onder(verslag)) == ((), [f"{zin} Die staan er nog.", *NAMEN])


def test_namen_van_een_of_drie_woorden_worden_aan_hun_regel_herkend(tmp_path: Path) -> None:
    namen = ["Anna Maria Wit", "Leeslamp", "Bas van der Meer", "Cor Blauw"]
    verslag = lees(tmp_path, met("\n".join(namen)))
    assert (verslag.fouten, onder(verslag)) == ((), namen)
    assert [een.gevonden for een in verslag.onzeker if een.waarom == "naam op een eigen regel"] == namen


@pytest.mark.parametrize(
    "namen",
    ["Ans de Wit,\nBas van der Meer", "Anna Maria Wit Cor Blauw", "Wij groeten u, namens\nons allen."],
)
def test_zijn_het_er_niet_zoveel_als_het_recept_zegt_dan_is_dat_een_fout(tmp_path: Path, namen: str) -> None:
    (melding,) = lees(tmp_path, met(namen)).fouten
    assert melding.code == "aantal-anders"
    assert melding.tekst.startswith("Alinea’s in ‘Vooraf’")


def test_korte_alineas_voor_namen_op_een_regel_zijn_zelf_geen_namen(tmp_path: Path) -> None:
    zinnen = ["Dit lazen wij.", "Het is mooi.", "Veel plezier!"]
    verslag = lees(tmp_path, met("\n\n".join([*zinnen, " ".join(NAMEN)])))
    assert onder(verslag) == [*zinnen, *NAMEN]


def test_de_alinea_voor_de_namen_blijft_heel(tmp_path: Path) -> None:
    zin = "Wij lazen dit boekje in de bibliotheek en vonden het mooi."
    (melding,) = lees(tmp_path, met(f"{zin}\n\n" + "\n".join(NAMEN))).fouten
    assert melding.tekst == "Alinea’s in ‘Vooraf’: 9 gevonden, 8 verwacht."
