"""Placing: every word of a document in its place, once, whatever the form of the text; or it is told."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invoer_proef import (
    BOEKJE,
    VASTE,
    VORMEN,
    als_pdf,
    genummerd,
    klein_model,
    klein_recept,
    lees_in,
    op_breedte,
)
from kaartgen.invoer.bronregels import schoon
from kaartgen.invoer.importeren import importeer
from kaartgen.invoer.verslag import Inhoud
from kaartgen.meldingen import Fouten

TEKST = BOEKJE.read_text("utf-8")


@pytest.fixture(scope="module")
def inhoud(tmp_path_factory: pytest.TempPathFactory) -> Inhoud:
    """What the small document holds."""
    return lees_in(tmp_path_factory.mktemp("inhoud"), TEKST).verslag.inhoud


def test_wat_het_recept_achter_een_vraag_zet_komt_er_met_een_spatie_achter() -> None:
    recept = klein_recept()
    vraag = recept.vragen[1].model_copy(update={"achter": {"cluster-welkom": "  Eerste  deel "}})
    anders = recept.model_copy(update={"vragen": (recept.vragen[0], vraag)})
    gelezen = importeer(BOEKJE, anders, klein_model(), VASTE).verslag.inhoud.vragen
    assert gelezen["cluster-welkom"] == "Wat hoort bij het cluster Welkom? Eerste deel"


def test_een_reeks_spaties_in_een_regel_is_er_een() -> None:
    assert schoon("on\u00adzicht\u00adbaar stoe\u00ad") == "onzichtbaar stoe-"
    assert schoon(" De  kast \u00a0 is   van\tons. ") == "De kast is van ons."


def test_alles_staat_op_zijn_plaats(inhoud: Inhoud) -> None:
    vooraf = inhoud.hoofdstukken["vooraf"]
    assert vooraf.samenvatting == "Dit boekje gaat over een bibliotheek die iedereen kan vinden."
    assert vooraf.tekst[0].endswith(
        "een lamp die efficiënt brandt, en een officiële opening zonder toespraken of hapjes."
    )
    assert vooraf.tekst[1] == "**Hoe wij te werk gingen**"
    assert vooraf.tekst[3:] == [
        "• wat er nu al is, zoals een krantenhoek en een tafel voor schakers",
        "• wat er nog ontbreekt.",
        "De lamp is geleend en gaat later terug naar de fabriek.",
    ]
    assert [kop for kop, _ in inhoud.onderwerpen["leesronde"].groepen] == [
        "Kies samen een boek dat niet te dik is",
        "Lees met een potlood in de hand",
        "Praat er daarna over met elkaar",
    ]
    assert inhoud.onderwerpen["leesronde"].groepen[2][1][1] == "6 procent van de tijd mag stil zijn."
    welkom = inhoud.waardenclusters["welkom"]
    assert welkom.toelichting.endswith("Dat vraagt om geduld en om een stoel die lekker zit.")
    assert welkom.opvattingen["gastvrijheid"] == [
        "‘Iedereen krijgt koffie bij het raam.’",
        "‘Wie nieuw is, krijgt een rondleiding langs de ‘stille hoek’.’",
    ]
    ambt = inhoud.ambtsdragers["bibliothecarissen"]
    assert ambt.opvattingen["nieuwsgierigheid"] == ["‘Een gekke vraag is een cadeau.’"]
    assert ambt.handelingsperspectieven["geduld"][1].endswith("en wacht op het antwoord.")
    assert ambt.suggesties == [
        "Organiseer een dag in elkaars keuken.",
        "Verzamel vreemde vragen en deel die.",
    ]
    assert inhoud.vragen["prioriteiten"] == "Welke waarden gaan voor bij bibliothecarissen en waarom?"


def test_een_verkeerd_gesloten_citaat_wordt_gesloten_en_genoemd(tmp_path: Path) -> None:
    verslag = lees_in(tmp_path, TEKST).verslag
    assert verslag.inhoud.waardenclusters["welkom"].opvattingen["geduld"][0].endswith("als de eerste.’")
    (citaat,) = (een for een in verslag.ingrepen if een.wat == "sluitend aanhalingsteken rechtgezet")
    assert citaat.gelezen == f"{citaat.gevonden[:-1]}’"
    regel = next(nr for nr, regel in enumerate(TEKST.split("\n"), 1) if "eerste.‘" in regel)
    assert citaat.plek.regel == regel


def test_van_alles_wat_onzeker_is_staat_er_waarom(tmp_path: Path) -> None:
    onzeker = lees_in(tmp_path, TEKST).verslag.onzeker
    assert [(een.waarom, een.nader) for een in onzeker] == [
        ("zin die na wit doorgaat; aaneen gelezen", ""),
        ("tekst zonder punt aan het eind; zo gelaten", ""),
        ("vraag aangevuld zoals op de andere kaarten", ""),
        ("label ontbreekt, groepen op volgorde gelezen", "opvattingen bij kennis"),
    ]


def test_wat_volgens_een_regel_wegblijft_wordt_geteld(tmp_path: Path) -> None:
    weg = {een.waarom: een.tekst for een in lees_in(tmp_path, TEKST).verslag.weggelaten}
    assert weg == {
        "kopregel van de bladzijde": "Leeslamp - boekje 3",
        "dankwoord en literatuur": "Een boek over boeken, tweede druk.",
    }


@pytest.mark.parametrize("vorm", sorted(VORMEN))
def test_dezelfde_tekst_in_een_andere_vorm_geeft_hetzelfde(tmp_path: Path, inhoud: Inhoud, vorm: str) -> None:
    verslag = lees_in(tmp_path, VORMEN[vorm](TEKST)).verslag
    assert (verslag.fouten, verslag.inhoud) == ((), inhoud)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    breedte=st.integers(24, 200),
    om_de=st.integers(3, 20),
    nfd=st.booleans(),
    eind=st.sampled_from(["\n", "\r\n"]),
)
def test_andere_regellengten_geven_hetzelfde(
    tmp_path: Path, inhoud: Inhoud, breedte: int, om_de: int, nfd: bool, eind: str
) -> None:
    tekst = genummerd(op_breedte(TEKST, breedte), om_de)
    tekst = unicodedata.normalize("NFD", tekst) if nfd else tekst
    verslag = lees_in(tmp_path, tekst.replace("\n", f" {eind}")).verslag
    assert (verslag.fouten, verslag.inhoud) == ((), inhoud)


@pytest.mark.parametrize(("per_bladzijde", "afstand"), [(23, 13.5), (46, 12), (46, 19)])
def test_een_pdf_van_een_ander_programma_geeft_hetzelfde(
    tmp_path: Path, inhoud: Inhoud, per_bladzijde: int, afstand: float
) -> None:
    verslag = lees_in(tmp_path, als_pdf(TEKST, per_bladzijde, afstand)).verslag
    assert (verslag.fouten, verslag.inhoud) == ((), inhoud)
    (citaat,) = [een for een in verslag.ingrepen if een.wat == "sluitend aanhalingsteken rechtgezet"]
    assert citaat.plek.bestand.endswith(f", bladzijde {58 // per_bladzijde + 1}")


@pytest.mark.parametrize(
    ("oud", "nieuw", "code", "melding"),
    [
        (
            "‘Twijfel mag je gewoon zeggen.’\n",
            "",
            "aantal-anders",
            "Opvattingen bij kennis: 3 gevonden, 4 verwacht.",
        ),
        ("• Verzamel vreemde vragen en deel die.\n", "", "aantal-anders", "5 gevonden, 6 verwacht"),
        (
            "Lees met een potlood in de hand\n\n",
            "",
            "aantal-anders",
            "Groepen in ‘leesronde’: 2 gevonden, 3 verwacht.",
        ),
        ("Hoe wij te werk gingen\n", "", "kop-ontbreekt", "De kop ‘Hoe wij te werk gingen’ ontbreekt."),
        (" Wijsheden\n", "", "deel-ontbreekt", "Het deel ‘Wijsheden’ ontbreekt."),
        (
            "\nGastvrijheid\nGedu ld\n",
            "\nGedu ld\n",
            "waarde-ontbreekt",
            "De waarde ‘Gastvrijheid’ ontbreekt",
        ),
        (" Wijsheden\n", " Wijsheden\n\nWie dit leest\n", "niet-geplaatst", "‘Wie dit leest’"),
        (
            "• Wie zoekt, hoeft",
            "Een zin te veel, zomaar.\n\n• Wie zoekt, hoeft",
            "niet-geplaatst",
            "‘Een zin te veel, zomaar.’",
        ),
        (
            "• Zet een plank",
            "• Iets wat er niet hoort.\n\n• Zet een plank",
            "aantal-anders",
            "Punten bij bibliothecarissen: 7 gevonden, 6 verwacht.",
        ),
        (
            "Nieuwsgierigheid\n\n• Zet",
            "• Zet",
            "label-anders",
            "hier hoort ‘Nieuwsgierigheid’ boven te staan.",
        ),
        (
            "Welke waarden \ngaan voor \n",
            "Welke dingen \ngaan voor \n",
            "vraag-ontbreekt",
            "kaart ‘prioriteiten’",
        ),
    ],
    ids=lambda waarde: waarde[:24].strip() if isinstance(waarde, str) else "",
)
def test_wat_ontbreekt_of_over_is_wordt_een_fout_en_er_komt_niets(
    tmp_path: Path, oud: str, nieuw: str, code: str, melding: str
) -> None:
    assert TEKST.count(oud) == 1
    gelezen = lees_in(tmp_path, TEKST.replace(oud, nieuw))
    passend = [een for een in gelezen.verslag.fouten if een.code == code and melding in een.tekst]
    assert passend, gelezen.verslag.fouten
    assert passend[0].plek.bestand.endswith("boekje.txt")
    assert gelezen.bestanden == {}


def test_een_telling_die_niet_klopt_staat_in_het_verslag(tmp_path: Path) -> None:
    verslag = lees_in(tmp_path, TEKST.replace("‘Twijfel mag je gewoon zeggen.’\n", "")).verslag
    anders = [telling for telling in verslag.tellingen if not telling.klopt]
    assert [(een.wat, een.gevonden, een.verwacht) for een in anders] == [("opvattingen bij waarden", 7, 8)]


@pytest.mark.parametrize(
    ("heel", "afgekapt"),
    [
        ("Organiseer een dag in elkaars keuken.", "Organiseer een dag in elkaars"),
        ("Spreek iemand aan over een moeilijk boek.", "Spreek iemand aan over een"),
        ("die iedereen kan vinden.", "die iedereen"),
        ("wat er nog ontbreekt.", "wat er nog"),
        ("verdeeld over twee clusters.", "verdeeld over"),
    ],
)
def test_een_tekst_die_midden_in_een_zin_stopt_wordt_genoemd(
    tmp_path: Path, heel: str, afgekapt: str
) -> None:
    bron = BOEKJE.read_text("utf-8")
    assert heel in bron
    waarom = "tekst zonder punt aan het eind; zo gelaten"
    eerder = {een.gevonden for een in lees_in(tmp_path, bron).verslag.onzeker if een.waarom == waarom}
    gevonden = [
        een
        for een in lees_in(tmp_path, bron.replace(heel, afgekapt)).verslag.onzeker
        if een.waarom == waarom and een.gevonden not in eerder
    ]
    assert len(gevonden) == 1
    assert gevonden[0].gevonden.endswith(afgekapt)
    assert gevonden[0].plek.regel == bron[: bron.index(heel)].count("\n") + 1


def test_omslag_en_inhoudsopgave_blijven_weg_als_het_recept_dat_zegt(tmp_path: Path, inhoud: Inhoud) -> None:
    koppen = ["Vooraf", "De leesronde", "De waarden van de buurt", "Wijsheden", "Literatuur"]
    opgave = "\n".join(f"{kop} {nummer}" for nummer, kop in enumerate(koppen, 3))
    verslag = lees_in(tmp_path, f"Een bibliotheek\n\nInhoud\n\n{opgave}\n\n{TEKST}").verslag
    assert (verslag.fouten, verslag.inhoud) == ((), inhoud)
    assert sum(een.waarom == "omslag en inhoudsopgave" for een in verslag.weggelaten) >= 2
    zonder = klein_recept().model_copy(update={"vooraf": ""})
    pad = tmp_path / "boekje.txt"
    fouten = importeer(pad, zonder, klein_model(), VASTE).verslag.fouten
    assert "Deze tekst heeft geen plaats: ‘Een bibliotheek’" in {een.tekst for een in fouten}


@pytest.mark.parametrize("punt", ["•\t", "•     ", "•\n", "\uf0b7 ", "\uf0a7\t", "●\t", "▪ "])
def test_een_opsomteken_in_een_andere_vorm_geeft_dezelfde_inhoud(
    tmp_path: Path, inhoud: Inhoud, punt: str
) -> None:
    verslag = lees_in(tmp_path, TEKST.replace("• ", punt)).verslag
    assert (verslag.fouten, verslag.inhoud) == ((), inhoud)


def test_een_opsomteken_midden_in_een_regel_blijft_zoals_het_is() -> None:
    assert schoon("een ● of ▪ van de makers") == "een ● of ▪ van de makers"


def test_een_opsomteken_zonder_tekst_geeft_geen_punt(tmp_path: Path, inhoud: Inhoud) -> None:
    verslag = lees_in(tmp_path, TEKST.replace("• ", "•\n\n")).verslag
    assert any(een.tekst.startswith("Punten in") for een in verslag.fouten)
    verslag = lees_in(tmp_path, TEKST.replace("Vier waarden kwamen", "•\n\nVier waarden kwamen")).verslag
    assert (verslag.fouten, verslag.inhoud) == ((), inhoud)


@pytest.mark.parametrize("tekens", [("'", "'"), ('"', '"'), ("“", "”"), ("„", "”")])
def test_andere_aanhalingstekens_geven_een_melding_op_hun_plaats(
    tmp_path: Path, tekens: tuple[str, str]
) -> None:
    anders = TEKST.translate({ord("‘"): tekens[0], ord("’"): tekens[1]})
    with pytest.raises(Fouten) as fouten:
        lees_in(tmp_path, anders)
    (melding,) = fouten.value.meldingen
    eerste = next(nr for nr, regel in enumerate(anders.split("\n"), 1) if regel.startswith(tekens[0]))
    assert (melding.code, melding.plek.regel) == ("andere-aanhalingstekens", eerste)
    assert tekens[0] in melding.tekst
    assert melding.raad
