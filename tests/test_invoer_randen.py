"""Words of others at the edges of the text: left out, refused or listed, never silently in a locked text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from invoer_proef import BOEKJE, hersteld, lees_in
from kaartgen.invoer.bronregels import bewaak_grootte
from kaartgen.invoer.uitgavemap import bewaak_map
from kaartgen.meldingen import Fouten

TEKST = BOEKJE.read_text("utf-8")
KOPREGEL = "Leeslamp - boekje 3"


@pytest.mark.parametrize(
    "kop",
    [
        "Leeslamp  - boekje 3",
        "Leeslamp – boekje 3",
        "LEESLAMP - BOEKJE 3",
        "3 Leeslamp - boekje",
        "3 | Leeslamp - boekje",
        "Leeslamp - boekje | 3",
        "Leeslamp- boekje 3",
        "Pagina 3 van 60",
        "3 van 60",
        "iv",
        "XIV",
    ],
)
def test_een_kopregel_of_paginanummer_in_een_andere_vorm_blijft_weg(tmp_path: Path, kop: str) -> None:
    gewoon, anders = lees_in(tmp_path, TEKST), lees_in(tmp_path, TEKST.replace(KOPREGEL, kop))
    assert (anders.verslag.fouten, anders.verslag.inhoud) == ((), gewoon.verslag.inhoud)
    assert " ".join(kop.split()) in {" ".join(een.tekst.split()) for een in anders.verslag.weggelaten}


def test_een_genummerde_kopregel_midden_in_een_alinea_blijft_weg() -> None:
    woorden = hersteld("een lamp voor\n27 | Leeslamp - boekje\nde buurt.").woorden
    assert [woord.tekst for woord in woorden] == ["een", "lamp", "voor", "de", "buurt."]


@pytest.mark.parametrize("regel", ["leeslamp - boekje", "De lamp 3", "civiel", "mix"])
def test_gewone_woorden_zijn_geen_kopregel_of_paginanummer(regel: str) -> None:
    assert hersteld(f"een lamp voor\n{regel}\nde buurt.").weggelaten == ()


def test_wat_op_een_kopregel_lijkt_of_terugkomt_wordt_genoemd(tmp_path: Path) -> None:
    tekst = TEKST.replace(KOPREGEL, "Leeslamp boekje")
    genoemd = {een.gevonden: een.waarom for een in lees_in(tmp_path, tekst).verslag.onzeker}
    assert genoemd["Leeslamp boekje"] == "lijkt op een kopregel; zo gelaten"
    tekst = TEKST.replace(KOPREGEL, "Stichting Boekenkast 3")
    for nummer, kop in enumerate(("Een leesronde is", "Vier waarden kwamen"), 4):
        tekst = tekst.replace(kop, f"Stichting Boekenkast {nummer}\n\n{kop}")
    waarom = [een.waarom for een in lees_in(tmp_path, tekst).verslag.onzeker if "Boekenkast" in een.gevonden]
    assert "staat vaker los in de bron, misschien een kopregel; zo gelaten" in waarom


def test_een_zin_die_over_wit_heen_aaneen_komt_wordt_genoemd(tmp_path: Path) -> None:
    verslag = lees_in(tmp_path, TEKST).verslag
    assert [een.wat for een in verslag.ingrepen].count("zin die na wit doorgaat weer heel") == 3
    assert "zin die na wit doorgaat; aaneen gelezen" not in {een.waarom for een in verslag.onzeker}
    verslag = lees_in(tmp_path, TEKST.replace("\nschakers\n", "\n(of schakers)\n")).verslag
    (een,) = [een for een in verslag.onzeker if een.waarom == "zin die na wit doorgaat; aaneen gelezen"]
    assert "tafel voor (of schakers)" in een.gevonden


def test_een_vreemde_alinea_maakt_het_aantal_anders_en_wordt_niet_weggelijmd(tmp_path: Path) -> None:
    tekst = TEKST.replace(
        "Hoe wij te werk gingen", "Koop nu onze nieuwe boeken!\n\nHoe wij te werk gingen", 1
    )
    codes = {een.code for een in lees_in(tmp_path, tekst).verslag.fouten}
    assert "aantal-anders" in codes


@pytest.mark.parametrize(
    "achter", ["krijgt de tijd.’", "koffie bij het raam.’", "als de eerste.‘", "op het \nantwoord."]
)
def test_wat_achter_een_citaat_of_punt_staat_heeft_geen_plaats(tmp_path: Path, achter: str) -> None:
    assert achter in TEKST
    tekst = TEKST.replace(achter, f"{achter}\nKoop nu onze boeken!", 1)
    verslag = lees_in(tmp_path, tekst).verslag
    assert [een.code for een in verslag.fouten] == ["niet-geplaatst"]
    assert "Koop nu onze boeken!" in verslag.fouten[0].tekst


def test_een_alinea_tussen_citaten_en_kop_is_geen_toelichting(tmp_path: Path) -> None:
    tekst = TEKST.replace("krijgt de tijd.’\n", "krijgt de tijd.’\n\nKoop nu onze boeken!\n", 1)
    assert [een.code for een in lees_in(tmp_path, tekst).verslag.fouten] == ["niet-geplaatst"]


def test_een_verkeerd_gesloten_citaat_in_een_punt_of_voor_een_label_wordt_gesloten(tmp_path: Path) -> None:
    tekst = TEKST.replace("• Wie zoekt, hoeft nog geen hulp.", "• ‘Wie zoekt, hoeft nog geen hulp.‘")
    tekst = re.sub(r"krijgt de tijd\.’\n\nGeduld\n", "krijgt de tijd.‘\nGeduld\n", tekst)
    verslag = lees_in(tmp_path, tekst).verslag
    assert verslag.fouten == ()
    assert verslag.inhoud.onderwerpen["wijsheden"].groepen[0][1] == ["‘Wie zoekt, hoeft nog geen hulp.’"]
    geduld = verslag.inhoud.waardenclusters["welkom"].opvattingen["geduld"]
    assert geduld[1] == "‘Wie langzaam leest, krijgt de tijd.’"
    assert [een.wat for een in verslag.ingrepen].count("sluitend aanhalingsteken rechtgezet") == 3


def test_links_die_naar_elkaar_wijzen_geven_een_melding(tmp_path: Path) -> None:
    (tmp_path / "een").symlink_to(tmp_path / "twee")
    (tmp_path / "twee").symlink_to(tmp_path / "een")
    for bewaak in (bewaak_grootte, bewaak_map):
        with pytest.raises(Fouten):
            bewaak(tmp_path / "een")
