"""Mending: what extraction broke is whole again, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoer_proef import heel, hersteld


@pytest.mark.parametrize(
    ("gebroken", "geheel"),
    [
        ("een wandel-\nstok", "een wandelstok"),
        ("een Wandel- \nstok- \n\nje", "een Wandelstokje"),
        ("uit ROB-\nrapporten", "uit ROB-rapporten"),
        ("alle 75-\nplussers", "alle 75-plussers"),
        ("van 2024-\n2028 af", "van 2024-2028 af"),
        ("kabinet-\nSchoof", "kabinet-Schoof"),
        ("dat wij-zij-\ndenken", "dat wij-zij-denken"),
        ("het is ge-\nillustreerd", "het is geïllustreerd"),
        ("bij vergaderin-\ngen en meer", "bij vergaderingen en meer"),
        ("meegewerkt en -ged-\nacht", "meegewerkt en -gedacht"),
        ("zo’n ‘buiten-\nwereld’ dus", "zo’n ‘buitenwereld’ dus"),
        ("lees-\nen praatplekken", "lees- en praatplekken"),
        ("raads- of Statenlid", "raads- of Statenlid"),
        ("wij en -vragen", "wij en -vragen"),
        ("dachten we -op die dag- na over", "dachten we -op die dag- na over"),
        ("2024 - 2028", "2024 - 2028"),
        ("2024 -\n2028", "2024 - 2028"),
        ("(hij/hem/\nzijn)", "(hij/hem/zijn)"),
        ("de eﬃciënte ﬁets", "de efficiënte fiets"),
        ("‘ Goed zo.’", "‘Goed zo.’"),
        ("cafe\u0301", "café"),
        ("zacht\u00adjes", "zachtjes"),
        ("2024 \u2010 2028", "2024 - 2028"),
        ("momenten die er toe doen, ertoe bewegen", "momenten die er toe doen, ertoe bewegen"),
        ("te veel werk en teveel zorg", "te veel werk en teveel zorg"),
        ("via LinkedIn", "via LinkedIn"),
        ("een zin\n\n12\n\ndie doorloopt", "een zin die doorloopt"),
        ("over 30\nprocent van", "over 30 procent van"),
    ],
)
def test_alleen_wat_gebroken_is_wordt_geheeld(gebroken: str, geheel: str) -> None:
    assert heel(gebroken) == geheel


@pytest.mark.parametrize(
    ("gebroken", "geheel", "bekend"),
    [
        ("Geografi e en rust", "Geografie en rust", "geografie"),
        ("Doeltre\ufffdend werk", "Doeltreffend werk", "doeltreffend"),
        ("Doeltreff end werk", "Doeltreffend werk", "doeltreffend"),
        ("de e ciënte weg", "de efficiënte weg", "efficiënte"),
        ("vol verscheiden  heid", "vol verscheidenheid", "verscheidenheid"),
        (
            "zijn onder  -\nvertegen woordigd",
            "zijn ondervertegenwoordigd",
            "vertegenwoordigers ondervertegenwoordigd",
        ),
        ("de gri er schrijft", "de griffier schrijft", "griffier"),
        ("een nanciële kant", "een financiële kant", "financiële"),
        ("veel geo grafie", "veel geografie", ""),
        ("hen daar tref fen", "hen daar treffen", "treffen"),
        ("om te m aken", "om te maken", ""),
        ("hun werk-\nprivébalans", "hun werk-privébalans", "werk-privébalans"),
    ],
)
def test_een_woord_dat_elders_heel_staat_wordt_geheeld(gebroken: str, geheel: str, bekend: str) -> None:
    assert heel(gebroken, *bekend.split()) == geheel
    assert hersteld(gebroken, *bekend.split()).onzeker == ()


@pytest.mark.parametrize(
    ("tekst", "waarom"),
    [
        ("een denk sessie over de denksessie", "misschien één woord; zo gelaten denksessie?"),
        ("dit van daag doen", "misschien één woord; zo gelaten vandaag?"),
        ("Professionaliseer de club", "misschien één woord; zo gelaten professionaliseerde?"),
        ("een mooie schurzaliteit", "onbekend woord, misschien gebroken; zo gelaten "),
    ],
)
def test_wat_een_breuk_kan_zijn_zonder_bewijs_blijft_staan_en_wordt_genoemd(tekst: str, waarom: str) -> None:
    assert heel(tekst) == tekst
    assert [f"{een.waarom} {een.nader}" for een in hersteld(tekst).onzeker] == [waarom]
    assert hersteld(tekst).ingrepen == ()


@pytest.mark.parametrize(
    ("gebroken", "gelezen", "wat"),
    [
        ("een biblio-\ntheek, een bibliotheek", "bibliotheek,", "woord dat was afgebroken weer heel"),
        ("een nanciële kant en financiële", "financiële", "letters die ontbraken terug"),
        ("een Doeltre\ufffdend plan, doeltreffend", "Doeltreffend", "letters die ontbraken terug"),
        ("de gri er en griffier", "griffier", "letters die ontbraken terug"),
        ("veel geo grafie", "geografie", "spatie in een woord weg"),
        ("zei ‘ Kom maar’", "‘Kom", "spatie achter een aanhalingsteken weg"),
    ],
)
def test_wat_zeker_hersteld_is_wordt_bijgehouden(gebroken: str, gelezen: str, wat: str) -> None:
    gevonden = hersteld(gebroken)
    assert gevonden.onzeker == ()
    assert [(een.gelezen, een.wat) for een in gevonden.ingrepen] == [(gelezen, wat)]
    assert all(een.gevonden != een.gelezen and een.plek.regel == 1 for een in gevonden.ingrepen)


def test_een_streepje_waar_geen_bewijs_voor_is_wordt_genoemd() -> None:
    for gebroken, gelezen in (
        ("ambtelijk-\nbestuurlijke kant", "ambtelijk-bestuurlijke"),
        ("hun collega-\nambtsdragers", "collega-ambtsdragers"),
        ("de mede-\nopdrachtgever", "medeopdrachtgever"),
    ):
        (een,) = hersteld(gebroken).onzeker
        assert een.gelezen == gelezen
        assert gelezen in heel(gebroken)
    assert heel("mede-\nopdrachtgever", "mede-opdrachtgever") == "mede-opdrachtgever"


@pytest.mark.parametrize("tekst", ["mensen met een boek en een idee", "wij doen dit wél, want één én één"])
def test_gewone_woorden_naast_elkaar_worden_niet_genoemd(tekst: str) -> None:
    assert heel(tekst) == tekst
    assert hersteld(tekst).onzeker == ()


def test_wat_geraden_is_wordt_genoemd_met_de_regel_en_hoe_het_is_gelezen() -> None:
    (een,) = hersteld("Op regel een.\nHier staat schur\ufffdeling.").onzeker
    assert (een.plek.regel, een.gevonden) == (2, "schur\ufffdeling.")
    assert een.gelezen in ("schurffeling.", "schurfieling.")
    (twee,) = hersteld("een schurzibe-\nrende kaart").onzeker
    assert (twee.gevonden, twee.gelezen) == ("schurzibe- rende", "schurziberende")
    (drie,) = hersteld("woord\n\n‘\n\nwoord").onzeker
    assert (drie.plek.regel, drie.gelezen) == (3, "")


def test_een_voetnoot_verlaat_de_tekst_en_haar_nummer_ook() -> None:
    tekst = "De lamp1 brandt op A27, zei B2.\n\n1. Zij is geleend.\n\n2. Dit is geen noot."
    woorden = hersteld(tekst, voetnoot="punt").woorden
    assert [woord.tekst for woord in woorden if woord.noot] == ["Zij", "is", "geleend."]
    assert heel(tekst, voetnoot="punt").startswith("De lamp brandt op A27, zei B2.")
    kaal = "Zo is het 1. Of niet”2.\n1 Dat stond er.\n2 Dat ook."
    assert heel(kaal, voetnoot="kaal") == "Zo is het. Of niet”. Dat stond er. Dat ook."


def test_een_getal_achter_een_woord_zonder_voetnoot_wordt_genoemd() -> None:
    (een,) = hersteld("De lamp1 brandt in B2 op A27.", voetnoot="punt").onzeker
    assert (een.gevonden, een.waarom) == ("lamp1", "getal achter een woord, zonder voetnoot; zo gelaten")


ZIN = (
    "De bibliotheek geeft vrijwilligers een officiële uitleg over conflicten, "
    "want de vrijwilligers van de bibliotheek vinden conflicten zonder officiële uitleg niet efficiënt."
)
WOORDEN = ZIN.split()


@given(st.lists(st.integers(3, 9), max_size=8), st.integers(0, 3))
def test_afgebroken_woorden_worden_heel_waar_ook_gebroken(plekken: list[int], begin: int) -> None:
    bekend = [woord.strip(",.") for woord in WOORDEN]
    stukken = list(WOORDEN)
    for nummer, plek in enumerate(plekken):
        plaats = begin + 2 * nummer
        woord = stukken[plaats] if plaats < len(stukken) else ""
        if len(woord.strip(",.")) >= plek + 3:  # ‘vind-en’ kan ook ‘vind- en’ zijn
            stukken[plaats] = f"{woord[:plek]}-\n{woord[plek:]}"
    assert heel(" ".join(stukken), *bekend) == ZIN


@given(st.sets(st.integers(0, len(WOORDEN) - 1)), st.sampled_from(["spatie", "teken"]))
def test_ligaturen_worden_heel_waar_ook_gebroken(welke: set[int], hoe: str) -> None:
    bekend = [woord.strip(",.") for woord in WOORDEN]
    stukken = list(WOORDEN)
    for plaats in welke:
        for letters in ("ffi", "ff", "fi", "fl"):
            if letters in stukken[plaats]:
                erin = f"{letters} " if hoe == "spatie" else "\ufffd"
                stukken[plaats] = stukken[plaats].replace(letters, erin, 1)
                break
    assert heel(" ".join(stukken), *bekend) == ZIN


@pytest.mark.parametrize("tekst", ["de 12e man telt", "op de 2e lijn", "de 1e dag"])
def test_een_rangtelwoord_in_cijfers_blijft_los_van_het_woord_erachter(tekst: str) -> None:
    assert heel(tekst, "eman", "elijn", "edag") == tekst
