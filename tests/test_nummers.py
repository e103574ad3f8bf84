"""Numbers of cards as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaartgen.nummers import KeuzeOngeldig, kies, reeksen

SET = ("1", "2", "3", "7", "8", "21", "W1", "W2", "W3", "P1", "S1")


@pytest.mark.parametrize(
    ("keuze", "kaarten"),
    [
        ("3", ["3"]),
        ("3,1", ["1", "3"]),
        (" 2 , 2-3 ", ["2", "3"]),
        ("1-8", ["1", "2", "3", "7", "8"]),
        ("w2-w3", ["W2", "W3"]),
        ("W1-2", ["W1", "W2"]),
        ("W,P", ["W1", "W2", "W3", "P1"]),
        ("7–8", ["7", "8"]),
    ],
)
def test_een_keuze_geeft_haar_kaarten_in_de_volgorde_van_de_set(keuze: str, kaarten: list[str]) -> None:
    assert list(kies(keuze, SET)) == kaarten


@pytest.mark.parametrize(
    ("keuze", "woorden"),
    [
        ("4", ["Kaart 4", "1-3, 7-8, 21, W1-W3"]),
        ("1-9", ["Kaart 9"]),
        ("W9", ["Kaart W9"]),
        ("8-7", ["loopt niet op", "1-4"]),
        ("W1-P3", ["van de ene soort naar de andere", "W1,P3"]),
        ("9" * 5000, ["is geen keuze van kaarten"]),
        ("X", ["letter X"]),
        ("drie", ["‘drie’", "3,21-24"]),
        ("", ["‘’"]),
        ("3,,4", ["‘’"]),
        ("3;4", ["‘3;4’"]),
    ],
)
def test_een_keuze_die_niet_kan_zegt_wat_er_wel_is(keuze: str, woorden: list[str]) -> None:
    with pytest.raises(KeuzeOngeldig) as fout:
        kies(keuze, SET)
    assert all(woord in str(fout.value) for woord in woorden)


@given(st.sets(st.integers(1, 60), min_size=1))
def test_reeksen_en_kiezen_zijn_elkaars_omgekeerde(nummers: set[int]) -> None:
    codes = [str(nummer) for nummer in sorted(nummers)]
    assert list(kies(reeksen(codes), codes)) == codes
