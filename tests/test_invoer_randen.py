"""Words of others at the edges of the text: left out, refused or listed, never silently in a locked text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from invoer_proef import BOEKJE, VASTE, hersteld, klein_model, klein_recept, lees_in, op_breedte
from kaartgen.invoer.bronregels import bewaak_grootte
from kaartgen.invoer.importeren import importeer
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


WIT, NAAD = "zin die na wit doorgaat", "zin die na een bladzijde of kolom doorgaat"
KORTE_REGEL = "korte regel midden in een zin; aaneen gelezen"
VROEG = "regel die ophoudt waar nog plaats was; aaneen gelezen"
OPENING = "opening zonder\n\nLeeslamp - boekje 3\n\ntoespraken"
VOL = "opening zonder muziek of veel te lange\n"


def onzeker(map_: Path, tekst: str) -> dict[str, str]:
    """Give what is uncertain in a text and not in the small document, with why."""
    gewoon = {een.gevonden for een in lees_in(map_, TEKST).verslag.onzeker}
    verslag = lees_in(map_, tekst).verslag
    assert verslag.fouten == ()
    return {een.gevonden: een.waarom for een in verslag.onzeker if een.gevonden not in gewoon}


@pytest.mark.parametrize(("wit", "waar"), [("\n\n", WIT), ("\n\f", NAAD)])
@pytest.mark.parametrize(
    ("voor", "achter", "zeker"),
    [
        ("opening zonder muziek of veel te lange", "toespraken", True),
        ("opening zonder", "toespraken", False),
        ("opening zonder muziek of veel te lange", "(of korte) toespraken", False),
        ("opening zonder muziek of veel te lange", "2 toespraken", False),
    ],
)
def test_een_zin_die_over_wit_of_een_bladzijde_heen_aaneen_komt_wordt_geteld_of_genoemd(
    tmp_path: Path, wit: str, waar: str, voor: str, achter: str, zeker: bool
) -> None:
    verslag = lees_in(tmp_path, TEKST.replace(OPENING, f"{voor}{wit}{achter}")).verslag
    assert verslag.fouten == ()
    rond = " ".join(f"{voor} {achter}".split()[-5:])
    geteld = [een.wat for een in verslag.ingrepen if rond in een.gevonden]
    genoemd = [een.waarom for een in verslag.onzeker if rond in een.gevonden]
    assert (geteld, genoemd) == (([f"{waar} weer heel"], []) if zeker else ([], [f"{waar}; aaneen gelezen"]))


@pytest.mark.parametrize("bladzijde", ["", "\f"])
@pytest.mark.parametrize("vreemd", ["Foto: Bas de Boer", "Koop nu onze boeken!", "zie ook figuur 4"])
def test_een_vreemde_regel_onder_aan_een_bladzijde_of_midden_in_een_zin_wordt_genoemd_of_geweigerd(
    tmp_path: Path, bladzijde: str, vreemd: str
) -> None:
    tekst = TEKST.replace(OPENING, f"{VOL}{vreemd}\n{bladzijde}toespraken")
    verslag = lees_in(tmp_path, tekst).verslag
    genoemd = [een for een in verslag.onzeker if vreemd.split()[-1] in een.gevonden]
    assert genoemd or verslag.fouten


@pytest.mark.parametrize(
    ("oud", "nieuw", "waarom"),
    [
        ("boeken neer.\n", "boeken neer.\nKoop nu nog meer boeken!\n", VROEG),
        ("alleen komt zitten. Dat", "alleen komt zitten.\nKoop nu nog meer boeken!\nDat", VROEG),
        (" een lamp1 \n", " een lamp1 \nFoto: Bas de Boer\n", KORTE_REGEL),
        (
            "stoe-\nlen. Toen kwamen",
            "stoe-\nlen. Toen\nlees er meer over.\nkwamen",
            "zin die achter een punt met een kleine letter doorgaat; aaneen gelezen",
        ),
    ],
)
def test_een_vreemde_zin_in_een_alinea_of_onder_een_punt_wordt_genoemd(
    tmp_path: Path, oud: str, nieuw: str, waarom: str
) -> None:
    assert oud in TEKST
    assert waarom in onzeker(tmp_path, TEKST.replace(oud, nieuw, 1)).values()


def test_regels_die_tot_het_eind_gevuld_zijn_worden_niet_genoemd(tmp_path: Path) -> None:
    verslag = lees_in(tmp_path, op_breedte(TEKST, 60)).verslag
    assert not {KORTE_REGEL, VROEG} & {een.waarom for een in verslag.onzeker}


def test_een_vraag_waar_een_vreemde_regel_in_staat_wordt_genoemd(tmp_path: Path) -> None:
    tekst = TEKST.replace(" Kennis?\n", "Wat hoort bij\nhet cluster\n\nKennis?\n")
    assert lees_in(tmp_path, tekst).verslag.inhoud.vragen["cluster-kennis"].endswith("het cluster Kennis?")
    vorm = klein_recept().vragen[1].model_copy(update={"vorm": ("Wat hoort bij … cluster {naam}?",)})
    recept = klein_recept().model_copy(update={"vragen": (klein_recept().vragen[0], vorm)})
    pad = tmp_path / "anders.txt"
    pad.write_text(tekst.replace("het cluster\n\nKennis", "het\nzie figuur 4\ncluster\n\nKennis"), "utf-8")
    onzeker = importeer(pad, recept, klein_model(), VASTE).verslag.onzeker
    genoemd = [een.gevonden for een in onzeker if een.waarom == "vraag die elders anders luidt; zo gelaten"]
    assert "Wat hoort bij het zie figuur 4 cluster Kennis?" in genoemd


@pytest.mark.parametrize("wit", ["\n\n", "\n\f"])
def test_een_naam_aan_het_begin_van_een_zin_die_na_wit_doorgaat_is_geen_opschrift(
    tmp_path: Path, wit: str
) -> None:
    zin = "brandt, en een officiële opening zonder muziek. Nieuwsgierigheid, Geduld"
    tekst = TEKST.replace(f"brandt, en een officiële {OPENING}", f"{zin}{wit}en gebrek aan toespraken")
    verslag = lees_in(tmp_path, tekst).verslag
    assert verslag.fouten == ()
    verwacht = "zonder muziek. Nieuwsgierigheid, Geduld en gebrek aan toespraken of hapjes."
    assert verslag.inhoud.hoofdstukken["vooraf"].tekst[0].endswith(verwacht)


@pytest.mark.parametrize("wit", ["\n\n", "\n\f"])
@pytest.mark.parametrize("einde", ["geduld.", "geduld, nieuwsgierigheid."])
def test_een_woord_aan_het_eind_van_een_zin_dat_op_een_opschrift_lijkt_blijft_staan(
    tmp_path: Path, wit: str, einde: str
) -> None:
    tekst = TEKST.replace(f"{OPENING} of hapjes.", f"opening zonder muziek maar wel met{wit}{einde}")
    verslag = lees_in(tmp_path, tekst).verslag
    assert verslag.fouten == ()
    assert verslag.inhoud.hoofdstukken["vooraf"].tekst[0].endswith(f"muziek maar wel met {einde}")


def test_een_kopregel_neemt_de_alinea_eronder_niet_mee(tmp_path: Path) -> None:
    gewoon = lees_in(tmp_path, TEKST).verslag
    verslag = lees_in(tmp_path, TEKST.replace(f"{KOPREGEL}\n\n", f"{KOPREGEL}\n")).verslag
    assert (verslag.fouten, verslag.inhoud) == ((), gewoon.inhoud)


def test_een_stuk_voor_een_streepje_dat_geen_woord_is_wordt_genoemd() -> None:
    assert hersteld("de ROB-\nRapporten en Noord-\nHolland, noord").onzeker == ()
    (een,) = hersteld("een schurzibe-\nFoto: Bas").onzeker
    assert een.gevonden == "schurzibe- Foto:"


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
