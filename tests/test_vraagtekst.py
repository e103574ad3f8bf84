"""Questions as people type them, and how lists of questions differ: rules that hold for every text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaartgen.vragen import Kaartlaag, Laag, Laagvraag
from kaartgen.vragen.laag import laag_uit
from kaartgen.vragen.laagschrijver import laagtekst
from kaartgen.vragen.laagwijziging import wijzig_laag
from kaartgen.vragen.samenvoeging import voeg_samen
from kaartgen.vragen.uitgifte import Uitgegeven, Uitgifte, lees_kaartmerk, maak_kaartmerk
from kaartgen.vragen.vergelijken import Kaartverschil, vergelijk
from kaartgen.vragen.vraagtekst import schoon, sleutel, vragen_uit

KOP = "Reflectievragen"
LETTERS = st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs"))
VREEMD = st.characters(codec="utf-8")
VRAAG = st.text(LETTERS, min_size=3, max_size=40).map(lambda tekst: f"Q{schoon(tekst)}?")
GEWOON = st.lists(
    st.sampled_from(
        ["wat", "wie", "hoe", "waar", "jij", "ons", "werk", "raad", "lef", "ga", "zag", "één", "’t"]
    ),
    min_size=3,
).map(lambda woorden: f"{' '.join(woorden).capitalize()}?")


def uniek(vragen: Sequence[str]) -> list[str]:
    """Give the questions without those that count as the same."""
    return list({sleutel(vraag).casefold(): vraag for vraag in vragen if sleutel(vraag)}.values())


LIJST = st.lists(VRAAG | GEWOON, min_size=1, max_size=5).map(uniek)


@given(st.text(VREEMD))
def test_schone_tekst_blijft_schoon_en_is_een_regel(tekst: str) -> None:
    eens = schoon(tekst)
    assert schoon(eens) == eens
    assert sleutel(eens) == sleutel(tekst)
    assert not any(unicodedata.category(teken) in ("Cc", "Cs", "Zl", "Zp") for teken in eens)
    assert eens == " ".join(eens.split())


@given(LIJST)
def test_vragen_komen_uit_een_vak_zoals_ze_erin_gingen(vragen: list[str]) -> None:
    assert list(vragen_uit([KOP, *vragen], KOP, vragen)) == vragen
    assert list(vragen_uit(["", f"{KOP}:", "", *vragen], KOP, vragen)) == vragen
    genummerd = [f"{nummer}.  {vraag} " for nummer, vraag in enumerate(vragen, 1)]
    assert list(vragen_uit(genummerd, KOP, vragen)) == vragen


@given(st.lists(st.text(VREEMD), max_size=6), LIJST)
def test_geen_woord_in_een_vak_gaat_verloren(alineas: list[str], bekend: list[str]) -> None:
    woorden = "".join(schoon(alinea) for alinea in alineas)
    terug = "".join(vragen_uit(alineas, KOP, bekend))
    letters = [teken for teken in terug if teken.isalpha()]
    over = [teken for teken in woorden if teken.isalpha()]
    for teken in letters:
        over.remove(teken)
    # Only letters of numbers and bullets typed by hand may be gone, such as a) and Vraag 1.
    assert set("".join(over).casefold()) <= set("vraagbcdefgh")


@pytest.mark.parametrize(
    ("getypt", "vraag"),
    [
        ("10:30 uur: wie begint?", "10:30 uur: wie begint?"),
        ("3 dingen die helpen?", "3 dingen die helpen?"),
        ("1.Wat helpt?", "Wat helpt?"),
        ("12) Wat helpt?", "12) Wat helpt?"),
        ("10: hoe haal je die?", "10: hoe haal je die?"),
        ("a) of b): welke?", "a) of b): welke?"),
        ("–  Wat helpt?", "Wat helpt?"),
        ("-Wat helpt?", "-Wat helpt?"),
        ("2.0 Wat helpt?", "2.0 Wat helpt?"),
        ("1 – 2 keer per week, helpt dat?", "1 – 2 keer per week, helpt dat?"),
        ("_x000B_Wat helpt?", "Wat helpt?"),
    ],
)
def test_alleen_een_nummer_dat_iemand_ervoor_typte_gaat_weg(getypt: str, vraag: str) -> None:
    assert vragen_uit([getypt], KOP, ()) == (vraag,)


def test_nadruk_maakt_geen_andere_vraag() -> None:
    vraag = "Wat is **jouw** rol?"
    assert vragen_uit(["1. Wat is jouw rol?"], KOP, [vraag]) == ("Wat is jouw rol?",)
    assert vergelijk([vraag], ["Wat is jouw rol?"]).leeg


@pytest.mark.parametrize("scheiding", [" ", "\n"])
def test_een_vraag_die_met_een_nummer_begint_en_bekend_is_houdt_het(scheiding: str) -> None:
    bekend = "1. stap: welke zet jij?"
    assert vragen_uit([bekend.replace(": ", f":{scheiding}")], KOP, [bekend]) == (bekend,)


# Verschillen


@given(LIJST, LIJST)
def test_een_verschil_zegt_precies_wat_anders_is(oud: list[str], nieuw: list[str]) -> None:
    verschil = vergelijk(oud, nieuw)
    terug = [een.tekst for een in verschil.nieuw]
    assert [*map(sleutel, terug)] == [*map(sleutel, nieuw)]
    assert verschil.leeg == ([*map(sleutel, oud)] == [*map(sleutel, nieuw)])
    assert bool(list(verschil.regels())) != verschil.leeg
    van = [een.van for een in verschil.nieuw if een.van is not None]
    assert len(set(van)) == len(van) and sorted((*van, *verschil.weg)) == list(range(len(oud)))
    blijft = [een.van for een in verschil.nieuw if een.van is not None and not een.verplaatst]
    assert blijft == sorted(blijft)
    for een in verschil.nieuw:
        gelijk = een.van is not None and sleutel(oud[een.van]) == sleutel(een.tekst)
        assert gelijk == (een.van is not None and not een.veranderd)


@given(LIJST, st.randoms())
def test_alleen_een_andere_volgorde_is_alleen_verplaatst(vragen: list[str], toeval: object) -> None:
    geschud = list(vragen)
    toeval.shuffle(geschud)  # type: ignore[attr-defined]
    verschil = vergelijk(vragen, geschud)
    assert not verschil.weg and all(een.van is not None and not een.veranderd for een in verschil.nieuw)


def test_een_vraag_erboven_verplaatst_de_andere_niet() -> None:
    verschil = vergelijk(["Wat is a?", "Wie was b?"], ["Hoe nu verder hier?", "Wat is a?", "Wie was b?"])
    assert list(verschil.regels()) == ["erbij: ‘Hoe nu verder hier?’"]


def test_een_veranderd_woord_is_een_veranderde_vraag() -> None:
    verschil = vergelijk(["Wat zien anderen aan jou?"], ["Wat zien anderen nu aan jou?"])
    assert list(verschil.regels()) == [
        "veranderd: ‘Wat zien anderen aan jou?’ wordt ‘Wat zien anderen nu aan jou?’"
    ]


def test_lijkt_een_vraag_op_twee_andere_dan_wordt_er_geen_gekozen() -> None:
    oud = ["Wat doe jij als lid van de raad?", "Wat doe jij als lid van de staten?"]
    verschil = vergelijk(oud, ["Wat doe jij als lid van de groep?"])
    assert list(verschil.regels()) == [
        "erbij (lijkt op een vraag die weg is): ‘Wat doe jij als lid van de groep?’",
        *(f"weg: ‘{vraag}’" for vraag in oud),
    ]


# De laag


def laag_met(kaarten: dict[str, Kaartlaag]) -> Laag:
    """Give a layer that has no file."""
    return Laag(
        "Mijn vragen",
        "proef",
        "",
        kaarten,
        laag_uit("leeg.yaml", b"naam: a\npublicatie: b\nkaarten: {}").bron,
    )


def schrijf(onder: list[str], was: Kaartlaag | None, verschil: Kaartverschil) -> Laag:
    """Give the layer that puts this difference on one card."""
    kaart = Uitgegeven("een", "Titel", (), 1, "abc", "Kaart 1", tuple(onder))
    laag = laag_met({"een": was} if was else {})
    return wijzig_laag(laag, {"een": onder}, {"een": verschil}, Uitgifte("proef", "", KOP, (kaart,)))


@given(LIJST, LIJST)
def test_de_laag_zet_precies_de_vragen_op_de_kaart_ook_na_schrijven_en_lezen(
    onder: list[str], nieuw: list[str]
) -> None:
    verschil = vergelijk(onder, nieuw)
    laag = schrijf(onder, None, verschil)
    if verschil.leeg:
        assert laag.kaarten == {}
        return
    gelezen = laag_uit("laag.yaml", laagtekst(laag).encode())
    assert [een.tekst for een in voeg_samen(onder, gelezen.kaarten["een"]).vragen] == [
        een.tekst for een in verschil.nieuw
    ]


@given(LIJST, LIJST, LIJST)
def test_een_tweede_keer_teruglezen_bouwt_op_de_eerste(
    onder: list[str], eerst: list[str], daarna: list[str]
) -> None:
    eens = schrijf(onder, None, vergelijk(onder, eerst)).kaarten.get("een")
    nu = [een.tekst for een in voeg_samen(onder, eens).vragen] if eens else onder
    laag = schrijf(onder, eens, vergelijk(nu, daarna)).kaarten.get("een")
    uitkomst = [een.tekst for een in voeg_samen(onder, laag).vragen] if laag else onder
    assert [*map(sleutel, uitkomst)] == [*map(sleutel, daarna)]


def test_een_eigen_vraag_onthoudt_welke_zij_vervangt_ook_als_zij_opnieuw_verandert() -> None:
    onder = ["Wat deed je toen?", "Wie hielp jou daarbij?"]
    was = Kaartlaag((Laagvraag("Waarom eigenlijk?", "Wat deed je toen?"), Laagvraag(onder[1], behoud=True)))
    nu = ["Waarom eigenlijk?", onder[1]]
    laag = schrijf(onder, was, vergelijk(nu, ["Waarom eigenlijk nu?", onder[1]]))
    assert laag.kaarten["een"].vragen == (
        Laagvraag("Waarom eigenlijk nu?", "Wat deed je toen?"),
        Laagvraag(onder[1], behoud=True),
    )


@given(st.text(VREEMD, max_size=20), st.lists(VRAAG, max_size=5))
def test_een_kaartmerk_wordt_gelezen_zoals_het_geschreven_is_en_anders_niet(
    tekst: str, vragen: list[str]
) -> None:
    merk = maak_kaartmerk("0af3", vragen)
    assert lees_kaartmerk(str(merk)) == merk
    assert len(str(maak_kaartmerk("0" * 16, ["vraag"] * 5))) < 255
    gelezen = lees_kaartmerk(tekst)
    assert gelezen is None or str(gelezen) == tekst.strip()


def test_een_kaartmerk_dat_net_niet_klopt_kost_geen_tijd() -> None:
    begin = perf_counter()
    for lengte in (24, 200_000):
        assert lees_kaartmerk(f"0af3;{'a' * lengte}ø") is None
        assert perf_counter() - begin < 1


@pytest.mark.parametrize(
    ("oud", "nieuw"), [("ABC", "CBA"), ("ABCDE", "DEC"), ("ABCD", "DBAC"), ("ABCDE", "EDCBA")]
)
def test_een_vraag_die_op_dezelfde_plaats_staat_heet_niet_verplaatst_naar_die_plaats(
    oud: str, nieuw: str
) -> None:
    regels = list(vergelijk(list(oud), list(nieuw)).regels())
    assert any("verplaatst" in regel for regel in regels)
    for nummer in range(1, 6):
        assert not any(f"van {nummer} naar {nummer}:" in regel for regel in regels)
    for regel in regels:
        if gezegd := re.fullmatch("verplaatst: ‘(.)’ staat nu na ‘(.)’", regel):
            assert gezegd[2] + gezegd[1] in nieuw


@pytest.mark.parametrize(
    "vorm", ["{} {}", "V{}: {}", "{}. {}", "({}) {}", "Vraag {}: {}", "{} - {}", "{}– {}"]
)
def test_nummers_gaan_weg_als_de_meeste_vragen_er_een_op_rij_hebben(vorm: str) -> None:
    vragen = ["Welke wil jij?", "Hoe dan?", "Wie helpt?"]
    genummerd = [vorm.format(nummer, vraag) for nummer, vraag in enumerate(vragen, 1)]
    assert vragen_uit([*genummerd, "Hoe haal je die?"], KOP, ())[:3] == tuple(vragen)
    door_elkaar = [genummerd[1], genummerd[0]]
    assert vragen_uit(door_elkaar, KOP, ()) == tuple(door_elkaar)
    assert vragen_uit([*vragen, genummerd[0]], KOP, ())[3] == genummerd[0]
