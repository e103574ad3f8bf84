"""The real sources, where they are: complete, in place, letter for letter, and on cards that fit."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from conftest import ECHT, PLAATSEN, Bundels, pak_uit
from invoer_proef import VORMEN, als_pdf, genummerd, op_breedte
from kaartgen import bouw, drukken
from kaartgen.invoer.bronregels import lees_tekst
from kaartgen.invoer.importeren import Import
from kaartgen.invoer.stroom import sleutel
from kaartgen.invoer.uitgavemap import schrijf_map
from kaartgen.invoer.verslag import Inhoud
from kaartgen.meldingen import Fouten
from kaartgen.plaatsen import PROJECT, Plaatsen
from kaartgen.teksten import alle_teksten

BRONNEN = PROJECT.parent / "shared" / "bronnen"
TABLETBOEK = BRONNEN / "tabletboek.txt"
LEIDRAAD = BRONNEN / "leidraad-goed-bestuur.txt"
RECEPT = PROJECT / "data" / "recepten" / f"{ECHT}.yaml"
TWEEDE = Path(__file__).parent / "leidraad" / "data"

pytestmark = pytest.mark.skipif(
    not TABLETBOEK.is_file(), reason="de tekst van de makers staat niet naast het project"
)


def importeer(bestand: Path) -> Import:
    """Import a file by the recipe of the shipped publication."""
    return bouw.importeer(PLAATSEN, RECEPT, bestand, None)


@pytest.fixture(scope="module")
def gelezen() -> Import:
    """What the text of the tabletboek gives."""
    return importeer(TABLETBOEK)


@pytest.fixture(scope="module")
def uitgave(gelezen: Import, tmp_path_factory: pytest.TempPathFactory) -> bouw.Project:
    """The imported publication with the shipped design."""
    map_ = tmp_path_factory.mktemp("publicaties")
    schrijf_map(map_ / "makers", gelezen.bestanden)
    return bouw.laad(Plaatsen(map_, PLAATSEN.layouts, PLAATSEN.fonts), "makers")


@pytest.fixture(scope="module")
def bundels_makers(uitgave: bouw.Project, tmp_path_factory: pytest.TempPathFactory) -> Bundels:
    """All bundles of the imported publication."""
    selecties = [selectie.id for selectie in uitgave.publicatie.selecties]
    gemaakt = bouw.bundel(uitgave, selecties, tmp_path_factory.mktemp("uit"), lambda _: None)
    return {een.pad.stem: pak_uit(een.pad) for een in gemaakt}


def test_alles_wat_het_recept_verwacht_is_gevonden_en_niets_meer(gelezen: Import) -> None:
    assert gelezen.verslag.fouten == ()
    tellingen = {een.wat: een.gevonden for een in gelezen.verslag.tellingen}
    assert all(een.klopt for een in gelezen.verslag.tellingen)
    assert tellingen["waarden"] == 39
    assert tellingen["opvattingen bij waarden"] == 117
    assert tellingen["opvattingen bij ambtsdragers"] == 97
    assert tellingen["handelingsperspectieven"] == 84
    assert tellingen["suggesties aan verenigingen"] == 48
    assert sum(aantal for wat, aantal in tellingen.items() if wat.startswith("punten in ‘trends-")) == 78


def test_in_geen_tekst_staan_twee_spaties_na_elkaar(uitgave: bouw.Project) -> None:
    dubbel = [pad for pad, tekst in alle_teksten(uitgave.publicatie) if tekst != " ".join(tekst.split())]
    assert dubbel == []


def test_namen_onder_een_hoofdstuk_staan_elk_in_een_eigen_alinea(gelezen: Import) -> None:
    tekst = gelezen.verslag.inhoud.hoofdstukken["leeswijzer"].tekst
    bron = [regel.strip() for regel in TABLETBOEK.read_text("utf-8").split("\n")]
    plek = bron.index(tekst[-4])
    assert bron[plek : plek + 4] == tekst[-4:]


@dataclass(frozen=True, slots=True)
class Tekst:
    """A text that was placed; `eenmaal` is False for one that the recipe repeats."""

    waar: str
    tekst: str
    eenmaal: bool = True


def teksten(inhoud: Inhoud) -> list[Tekst]:
    """Give every text that was placed."""
    uit: list[Tekst] = []
    for id_, stuk in inhoud.hoofdstukken.items():
        lijsten = [tekst for kop, punten in stuk.lijsten for tekst in (kop, *punten)]
        for tekst in (stuk.titel, stuk.samenvatting, *stuk.tekst, *lijsten):
            uit.append(Tekst(id_, tekst))
    for id_, onderwerp in inhoud.onderwerpen.items():
        eenmaal = id_ != "denkstappen"
        uit.append(Tekst(id_, onderwerp.inleiding))
        for kop, punten in onderwerp.groepen:
            if "citaat" not in kop:
                uit.append(Tekst(id_, kop, eenmaal))
            uit += [Tekst(id_, punt, eenmaal) for punt in punten]
    for id_, cluster in inhoud.waardenclusters.items():
        lijsten = [punt for punten in cluster.opvattingen.values() for punt in punten]
        uit += [Tekst(id_, tekst) for tekst in (cluster.toelichting, *lijsten)]
    for id_, ambt in inhoud.ambtsdragers.items():
        lijsten = [punt for punten in ambt.opvattingen.values() for punt in punten]
        lijsten += [punt for punten in ambt.handelingsperspectieven.values() for punt in punten]
        lijsten += ambt.suggesties
        uit += [Tekst(id_, tekst) for tekst in (ambt.inleiding, ambt.inleiding_vereniging, *lijsten)]
    return [een for een in uit if een.tekst]


def ruwe_woorden() -> Counter[str]:
    """Give the words of the source, with nothing mended but words cut at a line end."""
    tekst = unicodedata.normalize("NFC", TABLETBOEK.read_text("utf-8"))
    return Counter(filter(None, map(sleutel, re.sub(r"(\w)-\s*\n\s*(?=[a-z])", r"\1", tekst).split())))


def test_geen_woord_van_de_bron_gaat_verloren_en_geen_komt_erbij(gelezen: Import) -> None:
    inhoud = gelezen.verslag.inhoud
    geplaatst = Counter[str]()
    for een in teksten(inhoud):
        if een.eenmaal:
            geplaatst.update(filter(None, map(sleutel, een.tekst.split())))
    weg = Counter[str]()
    for lijn in gelezen.verslag.weggelaten:
        weg.update(filter(None, map(sleutel, lijn.tekst.split())))
    erbij = geplaatst - ruwe_woorden()
    over = ruwe_woorden() - geplaatst - weg
    # Deze staan in de bron in stukken of met het nummer van een voetnoot; verder komt er niets bij.
    assert set(erbij) == {"beroeps", "hijhemzijn", "boek", "ondervertegenwoordigd", "conflicten"}
    # Wat overblijft is van koppen, labels en vragen: woorden die ook in die opschriften staan.
    recept = sleutel(RECEPT.read_text("utf-8"))
    vragen = sleutel(" ".join(inhoud.vragen.values()))
    namen = sleutel(" ".join(pad.read_text("utf-8") for pad in (PLAATSEN.publicaties / ECHT).rglob("*.yaml")))
    onbekend = {woord for woord in over if woord not in recept + vragen + namen}
    aaneen = {"authenticiteitwelke", "uitwerkenanalyseren", "empathiehierarchie", "nutkwaliteit"}
    in_stukken = {"confl", "icten", "woordigd", "hijhem", "doeltreendheid", "ambtsdragers1", "boek2"}
    assert onbekend <= aaneen | in_stukken | {"besuurders"}, onbekend


def test_elke_zin_staat_zo_vaak_op_een_plaats_als_in_de_bron_en_letter_voor_letter(gelezen: Import) -> None:
    bron = sleutel(re.sub(r"(\w)\s*-\s*\n\s*(?=[a-z])", r"\1", TABLETBOEK.read_text("utf-8")))
    bron = bron.replace("ambtsdragers1", "ambtsdragers").replace("boek2", "boek")
    inhoud = gelezen.verslag.inhoud
    eenmaal = [sleutel(een.tekst) for een in teksten(inhoud) if een.eenmaal]
    samen = " ".join([*eenmaal, *map(sleutel, set(inhoud.vragen.values()))])
    lang = {letters for letters in eenmaal if len(letters) > 50}
    gevonden = {letters: bron.count(letters) for letters in lang}
    los = {letters for letters, aantal in gevonden.items() if aantal == 0}
    assert [letters for letters in lang - los if gevonden[letters] != samen.count(letters)] == []
    # Wat een kolom, bladzijde of gebroken woord in tweeën deelt, staat er in twee stukken in.
    for letters in los:
        assert any(letters[:plek] in bron and letters[plek:] in bron for plek in range(1, len(letters))), (
            letters
        )
    assert len(los) <= 20, len(los)


def test_wat_onzeker_is_wordt_genoemd_met_regel_en_lezing(gelezen: Import) -> None:
    bron = TABLETBOEK.read_text("utf-8").split("\n")
    waarom = Counter(een.waarom for een in gelezen.verslag.onzeker)
    assert waarom["aanhalingstekens niet in paren; zo gelaten"] == 2
    assert waarom["vraag aangevuld zoals op de andere kaarten"] == 3
    rechtgezet = [een for een in gelezen.verslag.ingrepen if een.wat.startswith("sluitend aanhalingsteken")]
    assert len(rechtgezet) == 2
    for een in rechtgezet:
        assert een.gevonden in bron[een.plek.regel - 1]
    assert len(gelezen.verslag.onzeker) < 50


def kap_af(tekst: str, alinea: str) -> tuple[str, str]:
    """Take the last two words of a paragraph from the source; give the source and how the paragraph ends."""
    *_, een, twee, drie, vier, vijf, zes = alinea.split()
    einde = r"(?:-?\s+|-\s+)".join(map(re.escape, (een, twee, drie, vier, vijf, zes)))
    gevonden = list(re.finditer(einde, tekst))
    if len(gevonden) != 1 or "-" in alinea[-60:]:
        return tekst, ""
    return tekst.replace(gevonden[0][0], f"{een} {twee} {drie} {vier}", 1), f"{een} {twee} {drie} {vier}"


@pytest.mark.parametrize("om", [0, 1])
def test_een_alinea_van_een_hoofdstuk_die_midden_in_een_zin_stopt_wordt_genoemd(
    tmp_path: Path, gelezen: Import, om: int
) -> None:
    tekst, einden = TABLETBOEK.read_text("utf-8"), []
    for hoofdstuk in gelezen.verslag.inhoud.hoofdstukken.values():
        lang = [alinea for alinea in hoofdstuk.tekst if len(alinea) > 120 and alinea.endswith(".")]
        for alinea in lang[om::2]:
            tekst, einde = kap_af(tekst, alinea)
            einden += [einde] if einde else []
    assert len(einden) > 5
    (tmp_path / "bron.txt").write_text(tekst, "utf-8")
    verslag = importeer(tmp_path / "bron.txt").verslag
    genoemd = [een.gevonden for een in verslag.onzeker if een.waarom.startswith("tekst zonder punt")]
    over = [einde for einde in einden if not any(een.endswith(einde) for een in genoemd)]
    # Achter een woord als ‘het’ loopt een alinea door in de volgende; dan klopt het aantal niet meer.
    assert len(over) <= len(verslag.fouten)


def breek_ligaturen(tekst: str, erin: str) -> str:
    """Break each seventh ligature that stands within a word."""
    nummers = count()
    return re.sub(
        r"(?<=[a-z])(ffi|ff|fi|fl)(?=[a-z])",
        lambda gevonden: gevonden.expand(erin) if next(nummers) % 7 == 3 else gevonden[0],
        tekst,
    )


HERVORMD: dict[str, Callable[[str], str]] = VORMEN | {
    f"breedte {breedte}": lambda tekst, breedte=breedte: op_breedte(tekst, breedte)  # type: ignore[misc]
    for breedte in (28, 34, 47, 72, 75, 120, 100_000)
}
HERVORMD |= {
    f"streepje {naam}": lambda tekst, teken=teken: re.sub(r"(?<=[a-z])-(?=\s*\n)", teken, tekst)  # type: ignore[misc]
    for naam, teken in (("zacht", "\u00ad"), ("anders", "\u2010"))
}
HERVORMD |= {
    "ligaturen los": lambda tekst: breek_ligaturen(tekst, r"\g<0> "),
    "ligaturen onleesbaar": lambda tekst: breek_ligaturen(tekst, "\ufffd"),
    "alles tegelijk": lambda tekst: unicodedata.normalize("NFD", genummerd(op_breedte(tekst, 61), 9)).replace(
        "\n", " \r\n"
    ),
}


@pytest.mark.parametrize("vorm", HERVORMD)
def test_dezelfde_tekst_in_een_andere_vorm_geeft_hetzelfde(
    tmp_path: Path, gelezen: Import, vorm: str
) -> None:
    bestand = tmp_path / "bron.txt"
    bestand.write_bytes(HERVORMD[vorm](TABLETBOEK.read_text("utf-8")).encode())
    hervormd = importeer(bestand)
    assert hervormd.verslag.fouten == ()
    assert zoals_genoemd(hervormd) == zoals_genoemd(gelezen, hervormd)
    if "breedte" not in vorm:
        assert hervormd.bestanden == gelezen.bestanden


def zoals_genoemd(gelezen: Import, genoemd: Import | None = None) -> dict[str, str]:
    """Give the files with words read as the list of what is uncertain says; without the lock, which has
    digests of them."""
    uit: dict[str, str] = {}
    for naam, inhoud in gelezen.bestanden.items():
        tekst = re.sub(r"(?m)^slot: .*$", "", inhoud.decode())
        for een in (genoemd or gelezen).verslag.onzeker:
            if een.waarom == "woord afgebroken aan het eind van een regel":
                tekst = tekst.replace(een.gevonden.replace("- ", "-"), een.gelezen)
        uit[naam] = "" if naam == "slot.json" else tekst
    return uit


def test_het_tabletboek_dat_kaartgen_maakt_geeft_ingelezen_dezelfde_bestanden(
    tmp_path: Path, gelezen: Import, bundels_makers: Bundels
) -> None:
    bestand = tmp_path / "boek.pdf"
    bestand.write_bytes(bundels_makers["statenleden"]["tabletboek.pdf"])
    terug = importeer(bestand)
    assert terug.verslag.fouten == ()
    assert terug.bestanden == gelezen.bestanden


def test_een_pdf_van_een_ander_programma_geeft_dezelfde_bestanden(tmp_path: Path, gelezen: Import) -> None:
    bestand = tmp_path / "bron.pdf"
    bestand.write_bytes(als_pdf(TABLETBOEK.read_text("utf-8"), 50))
    assert importeer(bestand).bestanden == gelezen.bestanden


def test_een_zin_die_een_bladzijde_voor_een_hoofdletter_doorknipt_wordt_heel_en_genoemd(
    tmp_path: Path, gelezen: Import
) -> None:
    bestand = tmp_path / "bron.pdf"
    bestand.write_bytes(als_pdf(TABLETBOEK.read_text("utf-8"), 46))
    uit_pdf = importeer(bestand)
    assert uit_pdf.bestanden == gelezen.bestanden
    assert "alinea die na een bladzijde of kolom doorgaat" in {een.waarom for een in uit_pdf.verslag.onzeker}


def test_het_tabletboek_van_de_eigen_editie_is_niet_de_tekst_van_de_makers(
    tmp_path: Path, bundels: Bundels
) -> None:
    bestand = tmp_path / "boek.pdf"
    bestand.write_bytes(bundels["raadsleden"]["tabletboek.pdf"])
    with pytest.raises(Fouten, match="niet van de tekst van de makers"):
        importeer(bestand)


def test_alle_bundels_komen_er_en_niets_loopt_over(uitgave: bouw.Project, bundels_makers: Bundels) -> None:
    assert [melding for melding in uitgave.controleer() if melding.code != "los-streepje"] == []
    assert len(bundels_makers) == 9


@pytest.mark.parametrize("formaat", ["a4", "a5", "a6", "poker"])
def test_de_tekst_van_de_makers_past_op_elk_drukformaat(
    tmp_path: Path, uitgave: bouw.Project, formaat: str
) -> None:
    opdracht = drukken.Drukopdracht("alle-ambtsdragers", "kantoor", formaat)
    assert drukken.druk(uitgave, opdracht, tmp_path, lambda _: None)


def test_id_nummers_en_vragen_zijn_die_van_de_eigen_editie(uitgave: bouw.Project, echt: bouw.Project) -> None:
    makers, eigen = uitgave.publicatie, echt.publicatie
    assert [(een.id, een.nummer, een.soort, een.toont) for een in makers.kaarten] == [
        (een.id, een.nummer, een.soort, een.toont) for een in eigen.kaarten
    ]
    assert makers.reflectievragen == eigen.reflectievragen
    assert makers.selecties == eigen.selecties
    in_boek = [kaart for hoofdstuk in makers.tabletboek for kaart in hoofdstuk.kaarten]
    assert sorted(in_boek) == sorted(een.id for een in makers.kaarten)


def test_de_licentie_staat_in_de_map_op_elke_kaart_in_leesmij_en_colofon(
    uitgave: bouw.Project, bundels_makers: Bundels
) -> None:
    gegevens = uitgave.publicatie.gegevens
    assert not gegevens.licentie.wijzigen_toegestaan
    for gebruik in ("kaarten", "dias"):
        for kaart in uitgave.kaarten:
            pagina = uitgave.kaartopmaak[gebruik].pagina(kaart)
            assert gegevens.bronregel in str(pagina.elementen)
    colofon = str(uitgave._boeken["kaarten"].colofon)
    leesmij = bundels_makers["griffiers"]["LEESMIJ.txt"].decode()
    for waar in (colofon, leesmij):
        assert "niet commercieel is" in waar
        assert gegevens.maker in waar


def test_een_tweede_recept_leest_de_leidraad_en_er_komt_een_bundel_van(tmp_path: Path) -> None:
    waar = Plaatsen(TWEEDE / "publicaties", PLAATSEN.layouts, PLAATSEN.fonts)
    gelezen = bouw.importeer(waar, TWEEDE / "recepten" / "leidraad.yaml", LEIDRAAD, None)
    assert gelezen.verslag.fouten == ()
    inhoud = gelezen.verslag.inhoud
    assert [kop for kop, _ in inhoud.onderwerpen["beginselen"].groepen][:2] == [
        "Openheid en integriteit",
        "Participatie",
    ]
    stappen = [*inhoud.onderwerpen["stappen"].groepen, *inhoud.onderwerpen["stappen-slot"].groepen]
    assert [len(punten) for _, punten in stappen] == [2, 3, 1, 5, 3, 4, 4]
    assert [id_ for id_ in inhoud.hoofdstukken if id_.startswith("reflectie-")] == [
        f"reflectie-{nummer}" for nummer in range(1, 6)
    ]
    bron = sleutel("".join(regel.tekst for regel in lees_tekst(LEIDRAAD)))
    for _, punten in inhoud.onderwerpen["beginselen"].groepen:
        assert all(sleutel(punt) in bron for punt in punten)
    schrijf_map(tmp_path / "leidraad", gelezen.bestanden)
    project = bouw.laad(Plaatsen(tmp_path, PLAATSEN.layouts, PLAATSEN.fonts), "leidraad")
    assert len(project.publicatie.kaarten) == 3
    (gemaakt,) = bouw.bundel(project, ["bestuurders"], tmp_path / "uit", lambda _: None)
    assert {".pptx", ".pdf"} <= {Path(naam).suffix for naam in pak_uit(gemaakt.pad)}
