"""How easily texts read: sentences, words, syllables and the measure over a whole text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaartgen.inhoud.leesgemak import leesgemak, lettergrepen
from kaartgen.inhoud.zinnen import telling, woorden, zinnen
from kaartgen.inhoud.zinskeuring import lijdende_vormen, zinsbevindingen
from test_vraagkeuring import NL

LETTERGREPEN = """
ik wij zij vrij raad raads-lid raads-le-den be-stuur be-stuur-der ge-meen-te pro-vin-cie pro-vin-cies
wa-ter-schap bur-ge-mees-ter wet-hou-der grif-fier se-cre-ta-ris re-ken-ka-mer de-mo-cra-tie
de-mo-cra-tisch be-leid ver-ant-woor-de-lijk-heid on-af-han-ke-lijk-heid ge-loof-waar-dig
recht-vaar-dig-heid em-pa-thie con-ti-nu-ï-teit hi-ë-rar-chie lo-ya-li-teit in-te-gri-teit
au-then-ti-ci-teit i-dee-ën i-de-eel re-ac-tie na-ïef be-ïn-vloe-den ge-ëerd zee-ën knie-ën nieu-we leeuw
sneeuw-bui duw du-wen groei-en bloei-end aai-en mooi-e ooi-e-vaar boei-en fraai-er cir-cu-lai-re ca-deau
bu-reau con-se-quent quees-te roy-aal fi-nan-ci-eel so-ci-aal ac-tu-eel sta-ti-on cri-sis schaal-groot-te
moei-lijk uit-voer-baar uit-ein-de-lijk eu-ro-pa in-wo-ners volks-ver-te-gen-woor-di-ging be-oor-de-len
ge-ü-ni-for-meerd bij-een ei-ei é-én pri-vé
"""
"""Words with their syllables as they are spoken, divided by hand; where a syllable ends does not matter."""


@pytest.mark.parametrize("gedeeld", LETTERGREPEN.split())
def test_lettergrepen_worden_geteld_zoals_mensen_ze_uitspreken(gedeeld: str) -> None:
    woord, verwacht = gedeeld.replace("-", ""), gedeeld.count("-") + 1
    assert lettergrepen(woord, NL.leesmaat) == verwacht


def test_een_woord_heeft_minstens_een_lettergreep() -> None:
    assert {lettergrepen(woord, NL.leesmaat) for woord in ("2040", "BZK", "’s", "x")} == {1}


def test_een_hoofdletter_verandert_het_aantal_lettergrepen_niet() -> None:
    assert lettergrepen("IJSBEER", NL.leesmaat) == lettergrepen("ijsbeer", NL.leesmaat) == 2


def test_het_leesgemak_volgt_de_formule_van_flesch_en_douma() -> None:
    """Hundred words of one syllable in ten sentences: 206.84 - 0.93 x 10 - 77 x 1."""
    assert leesgemak(["de kat zit op de mat en kijkt heel stil."] * 10, NL.leesmaat) == pytest.approx(120.54)
    assert leesgemak(["water water water water water."] * 20, NL.leesmaat) == pytest.approx(48.19)


def test_een_korte_tekst_krijgt_geen_leesgemak() -> None:
    assert leesgemak(["de kat zit op de mat en kijkt heel."] * 11, NL.leesmaat) is None
    assert leesgemak([], NL.leesmaat) is None


def test_kortere_zinnen_en_kortere_woorden_lezen_gemakkelijker() -> None:
    lang = [
        "de gemeente begeleidt inwoners en ondernemers bij ingewikkelde veranderingen in hun omgeving"
    ] * 10
    korter = [deel for zin in lang for deel in (zin[:40], zin[40:])]
    eenvoud = [zin.replace("ingewikkelde veranderingen", "wat lastig is") for zin in lang]
    basis = leesgemak(lang, NL.leesmaat)
    assert basis is not None
    assert (leesgemak(korter, NL.leesmaat) or 0) > basis
    assert (leesgemak(eenvoud, NL.leesmaat) or 0) > basis


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Een zin. En nog een.", 2),
        ("Vraag je dat? Ja! Goed …  Dan zo.", 4),
        ("Hij zei: ‘Kom maar.’ Zij kwam.", 2),
        ("Dit is dhr. Jansen van de raad.", 1),
        ("Het boek is van W. H. Douma uit Wageningen.", 1),
        ("Het telt 1.200 leden, o.a. raadsleden. Zie blz. 3.", 2),
        ("Rond 2.500 voor Christus was er niets.", 1),
        ("• **Vet** begint. Dan niet.", 2),
        ("Zonder punt", 1),
        ("", 0),
    ],
)
def test_een_tekst_wordt_in_zinnen_verdeeld(tekst: str, verwacht: int) -> None:
    assert len(zinnen(tekst, NL.afkortingen)) == verwacht


@given(st.text())
def test_zinnen_verliezen_geen_woord(tekst: str) -> None:
    assert [woord for zin in zinnen(tekst) for woord in woorden(zin)] == woorden(
        tekst.replace("**", "").removeprefix("• ").strip()
    )


@given(st.text())
def test_woorden_tellen_doet_wat_een_mens_doet(tekst: str) -> None:
    assert telling(tekst) == sum(bool(re.search(r"[^\W_]", woord)) for woord in re.split(r"\s+", tekst))


def codes(tekst: str) -> list[str]:
    """Give the rules that the sentences of a text break."""
    return [een.regel for een in zinsbevindingen(tekst, NL)]


@pytest.mark.parametrize(("aantal", "verwacht"), [(24, []), (25, []), (26, ["lang"])])
def test_een_zin_van_meer_dan_25_woorden_is_te_lang(aantal: int, verwacht: list[str]) -> None:
    zin = "De " + "heel " * (aantal - 2) + "lange."
    assert codes(zin) == verwacht
    assert codes(f"Kort. {zin} Weer kort.") == verwacht


def test_een_lange_tekst_van_korte_zinnen_geeft_niets() -> None:
    assert codes("Wij lezen samen een stuk. " * 30) == []


def test_de_melding_noemt_het_begin_van_de_zin_en_hoe_lang_zij_is() -> None:
    (een,) = zinsbevindingen("Kort. Neem " + "nog " * 25 + "iets.", NL)
    assert een.tekst == "De zin ‘Neem nog nog nog …’ telt 27 woorden."


LIJDEND = [
    "Het besluit wordt genomen en daarna wordt het uitgelegd.",
    "De plannen werden gemaakt terwijl de kosten nog werden berekend.",
    "Als de raad wordt betrokken, kan het plan worden uitgevoerd.",
    "Er is afgesproken dat de stukken worden nagezonden.",
    "Zij zijn toegerust en worden ondersteund.",
    "Wat gekozen kan worden, moet ook gecontroleerd kunnen worden.",
    "De motie werd ingediend, aangenomen en uitgevoerd.",
    "De motie werd ingediend, snel aangenomen en daarna uitgevoerd.",
    "Zij willen dat het plan besproken, verbeterd en besloten wordt.",
    "Er werd gezongen, gelachen en gedanst.",
    "Het ambt wordt als zwaar ervaren en wordt daarom door jongeren gemeden.",
    "De vergoeding is vastgesteld, en het bedrag wordt elk jaar herzien.",
    "De vragen worden gesteld en de namen worden daarna genoemd.",
]
NIET_LIJDEND = [
    "Het besluit wordt morgen genomen.",
    "Het werk wordt zwaarder en de tijd wordt krapper.",
    "De motie werd ingediend en aangenomen.",
    "Zij hebben gewerkt, gestreden, gewonnen en werden burgemeester.",
    "De griffier heeft gelezen, geluisterd en geschreven; dat wordt gewaardeerd.",
    "Het plan werd gekozen uit ideeën die mensen hadden bedacht, getekend en ingestuurd.",
    "Zij is geboren in Assen en werd verkozen.",
    "Wie raadslid wordt en heeft gewerkt, gestreden en gewonnen, mag trots zijn.",
    "De raad is geweest en de wethouder is gekomen.",
    "Wethouders worden ouder, en burgers worden mondiger.",
    "Hun beleid wordt beter, en in het gebied worden de banden sterker.",
    "Als je wethouder wordt, krijg je beleidsvrijheid.",
    "De drie partijen hebben besloten en zijn begonnen.",
    "De lessen zijn naverteld; het zijn geen citaten.",
    "De keuze is besproken met de leden, en de kaarten zijn gedrukt.",
    "Het wordt druk: de plannen zijn gemaakt en de stoelen zijn geteld.",
    "De gelijkheid wordt groter en de bescheidenheid wordt kleiner.",
    "Inwoners zijn betrokken bij hun buurt en worden graag gevraagd.",
    "De brief is gericht aan de raad, en het antwoord wordt voorgelezen.",
    "Wie burgemeester wordt, heeft gestudeerd; wie wethouder wordt, heeft geknokt.",
]


@pytest.mark.parametrize("zin", LIJDEND)
def test_twee_lijdende_vormen_in_een_zin_zijn_te_veel(zin: str) -> None:
    assert codes(zin) == ["lijdend"]


@pytest.mark.parametrize("zin", NIET_LIJDEND)
def test_een_lijdende_vorm_of_wat_er_op_lijkt_mag(zin: str) -> None:
    assert codes(zin) == []


@pytest.mark.parametrize("woord", sorted(NL.lijdend.hoedanigheden))
def test_een_hoedanigheid_is_lijdend_na_worden_en_niet_na_zijn(woord: str) -> None:
    assert codes(f"Dat wordt {woord}, en het plan wordt gemaakt.") == ["lijdend"]
    assert codes(f"Dat is {woord}, en het plan wordt gemaakt.") == []


def test_lijdende_vormen_in_twee_zinnen_stapelen_niet() -> None:
    assert codes("Het besluit wordt genomen. Daarna wordt het uitgelegd.") == []


def test_elke_lijdende_vorm_krijgt_het_deelwoord_dat_erbij_hoort() -> None:
    zin = "Wat gekozen kan worden, wordt later nog gecontroleerd."
    assert lijdende_vormen(zin, NL.lijdend) == ("worden … gekozen", "wordt … gecontroleerd")


def test_deelwoorden_in_een_rij_krijgen_het_werkwoord_dat_zij_delen() -> None:
    vormen = lijdende_vormen("De motie werd ingediend, aangenomen en uitgevoerd.", NL.lijdend)
    assert vormen == ("werd … ingediend", "werd … aangenomen", "werd … uitgevoerd")


@pytest.mark.parametrize("vorm", [vorm for regel in NL.jargon for vorm in regel.vormen])
def test_elke_vorm_op_de_jargonlijst_wordt_gezien(vorm: str) -> None:
    (een,) = zinsbevindingen(f"Dit gaat {vorm} zo door.", NL)
    assert (een.regel, f"‘{vorm}’" in een.tekst) == ("jargon", True)
    assert codes(f"{vorm.capitalize()} gaat dit zo door.") == ["jargon"]


@pytest.mark.parametrize(
    "tekst",
    [
        "Daarvoor is een Verklaring Omtrent het Gedrag nodig.",
        "Het midden van de tafel is leeg en de toelage loopt door.",
        "De inzet is groot en het verslag gaat over wonen.",
        "Wij kijken op het gebied vanaf de toren neer.",
        "Hij staat borg en zij heeft het verleden achter zich.",
        "Wil je dat wel, dan wel graag vandaag.",
    ],
)
def test_wat_op_jargon_lijkt_of_in_een_naam_staat_mag(tekst: str) -> None:
    assert codes(tekst) == []


def test_een_zwaar_woord_wordt_per_tekst_een_keer_genoemd() -> None:
    assert codes("Wij monitoren dit. Zij monitoren dat, middels een lijst.") == ["jargon", "jargon"]
