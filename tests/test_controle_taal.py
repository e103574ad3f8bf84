"""The warnings about how texts read: at their place, to be switched off, and never about texts on lock."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from inhoud_proef import KLEIN, alle_meldingen, kopie, regel_van, vervang
from kaartgen.inhoud import controle_leesbaarheid, lees
from kaartgen.inhoud.bestandssoorten import BESTANDSSOORTEN
from kaartgen.inhoud.model import VRAAGREGELS, Deel
from kaartgen.inhoud.schema import schemas
from kaartgen.inhoud.taalgebruik import schrijfwijzer
from kaartgen.inhoud.vraagkeuring import vraagbevindingen
from kaartgen.meldingen import Ernst, Fouten, Melding
from kaartgen.opdrachtregel import app
from kaartgen.plaatsen import PROJECT
from kaartgen.teksten import alle_teksten

VRAGEN, WERK, WAARDEN = "reflectievragen/waarden.yaml", "reflectievragen/werk.yaml", "waardenvragen.yaml"
KENNIS, RONDE, BOEK = "waardenclusters/kennis.yaml", "onderwerpen/leesronde.yaml", "tabletboek.yaml"
VRAAG = '"Welk boek zou jij voorstellen?"'
ZWAAR = "Volksvertegenwoordigers verantwoorden ingewikkelde besluitvormingsprocedures onvoldoende. "
LANG = "Wij lezen " + "heel " * 24 + "graag."


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """Give a copy of the small publication."""
    return kopie(tmp_path)


def met_vraag(map_: Path, vraag: str) -> tuple[Melding, ...]:
    """Put a question, as YAML, in the place of one of the publication and give what is then said."""
    vervang(map_, WERK, VRAAG, vraag)
    return alle_meldingen(map_)


def codes(meldingen: tuple[Melding, ...]) -> list[str]:
    """Give the codes of Meldingen."""
    return [melding.code for melding in meldingen]


@pytest.mark.parametrize(
    ("regel", "vraag"),
    [
        ("lang", "Welk boek zou jij " + "heel " * 17 + "graag voorstellen?"),
        ("zonder-vraagteken", "Een mooi boek."),
        ("dubbel", "Welk boek stel je voor, en waarom?"),
        ("gesloten", "Heb jij een boek?"),
        ("sturend", "Waarom ga je niet gewoon lezen?"),
        ("jargon", "Welk boek implementeer jij?"),
        ("lijdend", "Welk boek wordt gekozen en niet wordt gelezen?"),
        ("bij-twee-kaarten", "Van wie leer jij het meest?"),
    ],
)
def test_een_regel_waarschuwt_op_de_plaats_van_de_vraag_en_gaat_uit_met_een_reden(
    map_: Path, regel: str, vraag: str
) -> None:
    (melding,) = met_vraag(map_, f'"{vraag}"')
    assert (melding.code, melding.ernst) == (f"vraag-{regel}", Ernst.WAARSCHUWING)
    assert str(melding.plek) == f"{(map_ / WERK).as_posix()}:{regel_van(map_, WERK, vraag)}:9"
    vervang(map_, WERK, f'- "{vraag}"', f'- vraag: "{vraag}"\n        mag: {{{regel}: "Zo hoort het hier."}}')
    assert alle_meldingen(map_) == ()


def test_alle_regels_die_uit_kunnen_staan_in_het_schema() -> None:
    delen = schemas()["reflectievragen/*.yaml"]["$defs"]
    mag = delen["Reflectievraag"]["properties"]["mag"]
    assert set(mag["properties"]) == set(VRAAGREGELS)
    assert mag["additionalProperties"] is False
    vragen = delen["Reflectievragen"]["properties"]["vragen"]["items"]
    assert [keuze.get("type") or keuze["$ref"].rpartition("/")[2] for keuze in vragen["oneOf"]] == [
        "string",
        "Reflectievraag",
    ]


@pytest.mark.parametrize("reden", ['""', '"  "', ""])
def test_een_vrijstelling_zonder_reden_telt_niet_en_wordt_gemeld(map_: Path, reden: str) -> None:
    vraag = f'vraag: "Heb jij een boek?"\n        mag:\n          gesloten: {reden}'
    meldingen = tuple(melding for melding in met_vraag(map_, vraag) if melding.code != "spatie-aan-rand")
    assert codes(meldingen) == ["vraag-gesloten", "vrijstelling-zonder-reden"]
    assert meldingen[1].plek.regel == regel_van(map_, WERK, "gesloten:")
    assert {melding.ernst for melding in meldingen} == {Ernst.WAARSCHUWING}


def test_een_vrijstelling_voor_een_onbekende_regel_wordt_gemeld_met_de_bedoeling(map_: Path) -> None:
    (melding,) = met_vraag(map_, f'{{vraag: {VRAAG}, mag: {{geslooten: "Kort gesprek."}}}}')
    assert melding.code == "vrijstelling-onbekend"
    assert "Bedoelde je ‘gesloten’?" in melding.raad


def test_een_vrijstelling_die_niet_nodig_is_wordt_gemeld(map_: Path) -> None:
    (melding,) = met_vraag(map_, f'{{vraag: {VRAAG}, mag: {{gesloten: "Kort gesprek."}}}}')
    assert melding.code == "vrijstelling-overbodig"
    assert melding.plek.kolom > 9


def test_een_vrijstelling_zet_alleen_haar_eigen_regel_uit(map_: Path) -> None:
    meldingen = met_vraag(map_, '{vraag: "Heb jij een boek?", mag: {sturend: "Omdat het mag."}}')
    assert codes(meldingen) == ["vraag-gesloten", "vrijstelling-overbodig"]


@pytest.mark.parametrize(
    ("vraag", "code"),
    [
        ("{mag: {}}", "veld-ontbreekt"),
        ("{vraag: 12}", "waarde-soort"),
        ("{vraag: [a]}", "waarde-soort"),
        ('{vraag: " "}', "tekst-leeg"),
        ("{vraag: Wat nu?, magg: {}}", "veld-onbekend"),
        ("{vraag: Wat nu?, mag: [gesloten]}", "waarde-soort"),
        ("{vraag: Wat nu?, mag: {gesloten: [a]}}", "waarde-soort"),
        ("[Wat nu?]", "waarde-soort"),
    ],
)
def test_een_vraag_in_een_verkeerde_vorm_is_een_fout_op_haar_regel(map_: Path, vraag: str, code: str) -> None:
    meldingen = met_vraag(map_, vraag)
    melding = next(melding for melding in meldingen if melding.ernst is Ernst.FOUT)
    assert (melding.code, melding.plek.regel) == (code, regel_van(map_, WERK, f"- {vraag}"))
    assert "None" not in f"{melding.tekst} {melding.raad}"
    if code == "veld-onbekend":
        assert "‘mag’" in melding.raad


def test_een_vraag_met_vrijstelling_is_in_de_publicatie_gewoon_tekst(map_: Path) -> None:
    vervang(map_, WERK, VRAAG, f'{{vraag: {VRAAG}, mag: {{gesloten: "Kort gesprek."}}}}')
    publicatie = lees(map_)
    assert publicatie.reflectievragen == lees(KLEIN).reflectievragen
    assert all(isinstance(vraag, str) for vraag in publicatie.reflectievragen["leesronde"].vragen)
    assert list(alle_teksten(publicatie)) == list(alle_teksten(lees(KLEIN)))


def test_ook_een_waardenvraag_kan_een_vrijstelling_hebben(map_: Path) -> None:
    vervang(map_, WAARDEN, '"Wie begroette jij vandaag als eerste?"', '"Heb jij vandaag iemand begroet?"')
    assert codes(alle_meldingen(map_)) == ["vraag-gesloten"]
    vervang(
        map_,
        WAARDEN,
        '"Heb jij vandaag iemand begroet?"',
        '{vraag: "Heb jij vandaag iemand begroet?", mag: {gesloten: "Steek je hand op."}}',
    )
    assert alle_meldingen(map_) == ()
    assert lees(map_).waardenvragen["gastvrijheid"] == "Heb jij vandaag iemand begroet?"


def test_een_lege_waardenvraag_wordt_bij_haar_naam_genoemd(map_: Path) -> None:
    vervang(map_, WAARDEN, ' "Wie begroette jij vandaag als eerste?"', "")
    (melding,) = alle_meldingen(map_)
    assert melding.tekst == "Het veld ‘gastvrijheid’ is leeg; hier hoort tekst."


def test_een_herhaalde_vraag_wordt_ook_gezien_als_zij_een_vrijstelling_heeft(map_: Path) -> None:
    vervang(
        map_,
        VRAGEN,
        '"Welk cluster sla je weleens over?"',
        "{vraag: Bij welk cluster hoort jouw mooiste werkdag?}",
    )
    assert codes(alle_meldingen(map_)) == ["reflectievraag-herhaald"]


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "code"),
    [
        (RONDE, "Iedereen krijgt vier weken de tijd.", LANG, "zin-lang"),
        (
            RONDE,
            "Iedereen krijgt vier weken de tijd.",
            "Iedereen krijgt middels een lijst tijd.",
            "zin-jargon",
        ),
        (
            RONDE,
            "Iedereen krijgt vier weken de tijd.",
            "De tijd wordt bepaald en wordt genoteerd.",
            "zin-lijdend",
        ),
        (KENNIS, "Een bibliotheek helpt mensen om dingen uit te zoeken.", LANG, "zin-lang"),
        (BOEK, "Waarom dit boekje er kwam.", "Waarom dit reeds kwam.", "zin-jargon"),
        ("leesmij.yaml", "Kies één kaart en lees die samen.", LANG, "zin-lang"),
        ("kaarten.yaml", "bibliotheek mensen aan kennis?", "bibliotheek mensen inzake kennis?", "zin-jargon"),
        (VRAGEN, "Begin met een minuut stilte.", LANG, "zin-lang"),
        (
            "publicatie.yaml",
            "Deze editie is verzonnen en dient alleen als proef.",
            "Deze editie is thans een proef.",
            "zin-jargon",
        ),
    ],
)
def test_een_zin_die_slecht_leest_geeft_een_waarschuwing_op_haar_regel(
    map_: Path, bestand: str, oud: str, nieuw: str, code: str
) -> None:
    vervang(map_, bestand, oud, nieuw)
    (melding,) = alle_meldingen(map_)
    assert (melding.code, melding.ernst) == (code, Ernst.WAARSCHUWING)
    assert melding.plek.regel == regel_van(map_, bestand, nieuw)
    assert melding.plek.kolom > 0


def test_namen_en_de_licentie_zijn_geen_zinnen_om_te_verbeteren(map_: Path) -> None:
    vervang(
        map_,
        "publicatie.yaml",
        "Iedereen mag deze kaarten gebruiken, delen en veranderen.",
        f"Middels {LANG}",
    )
    vervang(map_, "publicatie.yaml", "Stichting Leeslamp", "Stichting Integrale Governance")
    vervang(map_, KENNIS, "naam: Zorgvuldigheid", "naam: Governance")
    assert alle_meldingen(map_) == ()


def _velden(model: type[Deel], gezien: set[type[Deel]]) -> set[str]:
    namen: set[str] = set()
    if model not in gezien:
        gezien.add(model)
        for naam, veld in model.model_fields.items():
            if "str" in repr(veld.annotation):
                namen.add(naam)
            for deel in _delen(veld.annotation):
                namen |= _velden(deel, gezien)
    return namen


def _delen(annotatie: Any) -> list[type[Deel]]:
    if isinstance(annotatie, type) and issubclass(annotatie, Deel):
        return [annotatie]
    return [deel for arg in getattr(annotatie, "__args__", ()) for deel in _delen(arg)]


def test_van_elk_veld_met_tekst_is_bedacht_of_er_zinnen_in_staan() -> None:
    namen = {
        *("id", "naam", "enkelvoud", "deel", "label", "ondertitel", "maker", "editie", "bronregel", "bron"),
        *(
            "opdrachtgevers",
            "taal",
            "trefwoorden",
            "familie",
            "waarde",
            "ambtsdrager",
            "huisstijl",
            "kaarten",
        ),
        *(
            "dias",
            "tabletboek",
            "kleur",
            "pictogram",
            "toont",
            "vragen",
            "mag",
            "afkortingen",
            "vreemde_woorden",
            "liever",
            "vormen",
            "accenten",
            "slot",
        ),
    }
    gezien: set[type[Deel]] = set()
    velden = {veld for soort in BESTANDSSOORTEN for veld in _velden(soort.model, gezien)}
    assert velden - namen == controle_leesbaarheid.ZINSVELDEN


def test_een_hoofdstuk_dat_als_geheel_moeilijk_leest_wordt_gemeld_waar_het_begint(map_: Path) -> None:
    vervang(
        map_,
        BOEK,
        "De waarden zijn gekozen in een gesprek met bezoekers en medewerkers.",
        ZWAAR * 20 + "Zo is het.",
    )
    (melding,) = alle_meldingen(map_)
    assert melding.code == "leesgemak-laag"
    assert "Flesch-Douma" in melding.tekst
    assert melding.plek.regel == regel_van(map_, BOEK, "- id: waarden")


def test_een_moeilijke_maar_korte_tekst_krijgt_geen_cijfer(map_: Path) -> None:
    vervang(
        map_,
        BOEK,
        "De waarden zijn gekozen in een gesprek met bezoekers en medewerkers.",
        ZWAAR * 10 + "Zo is het.",
    )
    assert alle_meldingen(map_) == ()


def op_slot(map_: Path) -> None:
    """Put the texts of the makers on lock."""
    vervang(map_, "publicatie.yaml", "wijzigen_toegestaan: true", "wijzigen_toegestaan: false")
    (map_ / "slot.json").write_text("[]\n", "utf-8")


VASTE_TEKSTEN = [
    (RONDE, "Iedereen krijgt vier weken de tijd.", LANG),
    (RONDE, "Iedereen krijgt vier weken de tijd.", "Dit loopt van 2024 - 2028."),
    (KENNIS, "Een bibliotheek helpt mensen om dingen uit te zoeken.", "Middels 'n kast zoek je  veel."),
    (BOEK, "Waarom dit boekje er kwam.", "Waarom dit... reeds kwam."),
    ("kaarten.yaml", "Hoe helpt een bibliotheek mensen aan kennis?", "Hulp inzake kennis"),
    ("publicatie.yaml", "Waarden voor wie met boeken werkt", "Waarden - voor wie werkt"),
]


@pytest.mark.parametrize(("bestand", "oud", "nieuw"), VASTE_TEKSTEN)
def test_over_een_tekst_op_slot_komt_geen_waarschuwing_die_vraagt_haar_te_veranderen(
    map_: Path, bestand: str, oud: str, nieuw: str
) -> None:
    vervang(map_, bestand, oud, nieuw)
    assert alle_meldingen(map_)
    op_slot(map_)
    assert alle_meldingen(map_) == ()
    vervang(map_, "publicatie.yaml", "wijzigen_toegestaan: false", "wijzigen_toegestaan: true")
    assert alle_meldingen(map_)


def test_ook_een_heel_hoofdstuk_op_slot_krijgt_geen_waarschuwing(map_: Path) -> None:
    vervang(
        map_,
        BOEK,
        "De waarden zijn gekozen in een gesprek met bezoekers en medewerkers.",
        ZWAAR * 20 + "Zo is het.",
    )
    op_slot(map_)
    assert alle_meldingen(map_) == ()


def test_op_slot_blijven_fouten_fouten(map_: Path) -> None:
    op_slot(map_)
    vervang(map_, RONDE, "Iedereen krijgt vier weken", "Iedereen **krijgt vier weken")
    assert codes(alle_meldingen(map_)) == ["vet-open"]


def test_de_eigen_teksten_bij_een_publicatie_op_slot_worden_wel_nagekeken(map_: Path) -> None:
    op_slot(map_)
    vervang(map_, WERK, VRAAG, '"Heb jij - of een ander - een boek?"')
    vervang(map_, VRAGEN, "Begin met een minuut stilte.", LANG)
    vervang(map_, "leesmij.yaml", "Kies één kaart en lees die samen.", "Lees dit alvorens te kiezen.")
    verwacht = ["los-streepje", "vraag-gesloten", "zin-jargon", "zin-lang"]
    assert sorted(codes(alle_meldingen(map_))) == verwacht


def test_een_publicatie_kan_eigen_woorden_toevoegen_en_toestaan(map_: Path) -> None:
    vervang(
        map_, RONDE, "Iedereen krijgt vier weken", "Iedereen krijgt middels een uitleenkwantum vier weken"
    )
    vervang(map_, WERK, VRAAG, '"Welk uitleenkwantum zou jij voorstellen?"')
    assert codes(alle_meldingen(map_)) == ["zin-jargon"]
    keuze = map_ / "woordkeuze.yaml"
    keuze.write_text("jargon:\n  - {liever: aantal boeken, vormen: [uitleenkwantum]}\n", "utf-8")
    assert sorted(codes(alle_meldingen(map_))) == ["vraag-jargon", "zin-jargon", "zin-jargon"]
    keuze.write_text('mag:\n  middels: "Zo noemen wij het al jaren."\n', "utf-8")
    assert alle_meldingen(map_) == ()


def test_een_vraag_van_buiten_wordt_gekeurd_met_de_woorden_van_de_publicatie(map_: Path) -> None:
    vraag = "Welke governance past bij jou?"
    assert [een.regel for een in vraagbevindingen(vraag, schrijfwijzer(lees(map_)))] == ["jargon"]
    (map_ / "woordkeuze.yaml").write_text('mag:\n  governance: "Zo heet het vak."\n', "utf-8")
    assert vraagbevindingen(vraag, schrijfwijzer(lees(map_))) == ()
    vervang(map_, "publicatie.yaml", "taal: nl-NL", "taal: fy")
    assert schrijfwijzer(lees(map_)) is None


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        ('mag:\n  fiets: "Staat op de gevel."\n', "woordkeuze-onbekend"),
        ("mag:\n  middels:\n", "woordkeuze-zonder-reden"),
        ('mag:\n  middels: " "\n', "woordkeuze-zonder-reden"),
    ],
)
def test_een_woord_toestaan_vraagt_een_bekend_woord_en_een_reden(map_: Path, inhoud: str, code: str) -> None:
    (map_ / "woordkeuze.yaml").write_text(inhoud, "utf-8")
    meldingen = [melding for melding in alle_meldingen(map_) if melding.code != "spatie-aan-rand"]
    assert [(melding.code, melding.plek.regel) for melding in meldingen] == [(code, 2)]


def test_een_taal_zonder_schrijfwijzer_zegt_dat_een_keer_en_heeft_geen_taalregels(map_: Path) -> None:
    vervang(map_, "publicatie.yaml", "taal: nl-NL", "taal: fy")
    vervang(map_, RONDE, "Iedereen krijgt vier weken de tijd.", f"Middels {LANG}")
    vervang(map_, WERK, VRAAG, '"Hast do in boek?"')
    (melding,) = alle_meldingen(map_)
    assert (melding.code, melding.ernst) == ("schrijfwijzer-ontbreekt", Ernst.WAARSCHUWING)
    assert melding.plek.regel == regel_van(map_, "publicatie.yaml", "taal:")
    vervang(map_, WERK, '"Hast do in boek?"', '"Hast do in boek"')
    assert codes(alle_meldingen(map_)) == ["schrijfwijzer-ontbreekt", "vraag-zonder-vraagteken"]


@pytest.fixture
def werkmap(map_: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a folder with a data folder of its own and give the Schrijfwijzer in it."""
    eigen = map_.parent / "data" / "schrijfwijzers"
    shutil.copytree(PROJECT / "data" / "schrijfwijzers", eigen)
    monkeypatch.chdir(map_.parent)
    return eigen / "nl.yaml"


@pytest.mark.parametrize(
    ("oud", "nieuw", "code"),
    [
        ("langste_zin: 25", "langste_zin: veel", "waarde-soort"),
        ("langste_zin: 25", "langste_zinn: 25", "veld-onbekend"),
        ("langste_zin: 25", "langste_zin: 0", "getal-bereik"),
        ("afkortingen: [dhr,", "afkortingen: [12,", "waarde-soort"),
        ("langste_zin: 25", "langste_zin: [", "yaml-haak"),
    ],
)
def test_een_schrijfwijzer_met_een_fout_houdt_niets_tegen_en_noemt_de_regel(
    map_: Path, werkmap: Path, oud: str, nieuw: str, code: str
) -> None:
    vervang(werkmap.parent, "nl.yaml", oud, nieuw)
    meldingen = [melding for melding in alle_meldingen(map_) if melding.code != "veld-ontbreekt"]
    assert code in codes(tuple(meldingen))
    assert {melding.ernst for melding in meldingen} == {Ernst.WAARSCHUWING}
    assert {melding.plek.bestand for melding in meldingen} == {"data/schrijfwijzers/nl.yaml"}
    lees(map_)


def test_een_eigen_schrijfwijzer_in_de_werkmap_gaat_voor(map_: Path, werkmap: Path) -> None:
    vervang(werkmap.parent, "nl.yaml", "langste_zin: 25", "langste_zin: 9")
    assert set(codes(alle_meldingen(map_))) == {"zin-lang"}
    werkmap.rename(werkmap.with_name("nl-NL.yaml"))
    assert set(codes(alle_meldingen(map_))) == {"zin-lang"}
    werkmap.with_name("nl-NL.yaml").rename(werkmap.with_name("nl-BE.yaml"))
    assert codes(alle_meldingen(map_)) == ["schrijfwijzer-ontbreekt"]


def test_bij_een_fout_komen_ook_de_waarschuwingen_over_taal_mee(map_: Path) -> None:
    vervang(map_, RONDE, "Iedereen krijgt vier weken de tijd.", LANG)
    vervang(map_, "kaarten.yaml", "nummer: 9", "nummer: 3")
    with pytest.raises(Fouten) as fouten:
        lees(map_)
    assert sorted(codes(fouten.value.meldingen)) == ["nummer-dubbel", "zin-lang"]


def test_zonder_bekende_taal_gelden_de_regels_die_geen_taal_nodig_hebben(map_: Path) -> None:
    vervang(map_, "publicatie.yaml", "taal: nl-NL\n", "")
    vervang(map_, WERK, VRAAG, '"Heb jij een boek."')
    assert codes(alle_meldingen(map_)) == ["veld-ontbreekt", "vraag-zonder-vraagteken"]


def test_controleer_toont_de_waarschuwingen_en_eindigt_goed(
    map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(map_.parent)
    vervang(map_, WERK, VRAAG, '"Heb jij een boek?"')
    uitslag = CliRunner().invoke(app, ["controleer", "--publicatie", "publicatie"])
    assert uitslag.exit_code == 0
    assert "waarschuwing: Op deze reflectievraag kun je ja of nee zeggen." in uitslag.stdout
    assert "0 fouten en 1 waarschuwing." in uitslag.stdout


def test_lezen_om_te_bouwen_kijkt_de_taal_niet_na(map_: Path) -> None:
    vervang(map_, RONDE, "Iedereen krijgt vier weken de tijd.", LANG)
    publicatie = lees(map_)
    assert publicatie.leeswaarschuwingen == ()
    assert codes(publicatie.waarschuwingen) == ["zin-lang"]
