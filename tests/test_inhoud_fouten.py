"""Each planted fault gives its own code at the right file and line, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from inhoud_proef import alle_meldingen, kopie, laatste_regel_van, regel_van, vervang
from kaartgen.inhoud import bron, lees
from kaartgen.meldingen import Ernst, Fouten

FOUT, WAARSCHUWING = Ernst.FOUT, Ernst.WAARSCHUWING


@dataclass(frozen=True)
class Fout:
    """In `bestand` the text `oud` becomes `nieuw`; `code` is expected on the last line with `bij`,
    without `bij` at the file as a whole.

    `in_` is the file of the Melding where that is another; `ook` are codes that come along.
    """

    code: str
    bestand: str
    oud: str
    nieuw: str
    bij: str
    ernst: Ernst = FOUT
    in_: str = ""
    ook: frozenset[str] = frozenset()


KENNIS, WELKOM = "waardenclusters/kennis.yaml", "waardenclusters/welkom.yaml"
AMBT = "ambtsdragers/bibliothecarissen.yaml"
RONDE = "onderwerpen/leesronde.yaml"
VRAGEN, WERK = "reflectievragen/waarden.yaml", "reflectievragen/werk.yaml"
KAARTEN, SELECTIES, BOEK = "kaarten.yaml", "selecties.yaml", "tabletboek.yaml"
GEGEVENS, VORM = "publicatie.yaml", "vormgeving.yaml"

VELDEN = [
    Fout("veld-ontbreekt", KENNIS, "naam: Kennis\n", "", ""),
    Fout("veld-ontbreekt", KAARTEN, "    label: Bond\n", "", "- id: bond"),
    Fout("veld-onbekend", GEGEVENS, "ondertitel: ", "ondertietel: ", "ondertietel"),
    Fout("veld-onbekend", AMBT, '  inleiding: "De bond', '  inleidng: "De bond', "inleidng"),
    Fout("veld-leeg", KAARTEN, "label: Bond", "label: # leeg", "# leeg"),
    Fout(
        "tekst-leeg",
        AMBT,
        '"Een gekke vraag is voor de bibliothecaris een cadeau."',
        '" "',
        '- " "',
        ook=frozenset({"spatie-aan-rand"}),
    ),
    Fout("waarde-soort", GEGEVENS, "jaar: 2031", 'jaar: "2031"', "jaar:"),
    Fout("waarde-soort", KAARTEN, "label: Bond", "label: 12", "label: 12"),
    Fout("waarde-soort", KAARTEN, "label: Bond", "label: no", "label: no"),
    Fout("waarde-soort", KAARTEN, "label: Bond", "label: 2031-01-02", "label: 2031-01-02"),
    Fout("waarde-soort", KAARTEN, "nummer: 8", "nummer: acht", "nummer: acht"),
    Fout("waarde-soort", GEGEVENS, "wijzigen_toegestaan: true", "wijzigen_toegestaan: 1", "toegestaan: 1"),
    Fout("waarde-soort", SELECTIES, "kaarten: alle", "kaarten: alles", "kaarten: alles"),
    Fout(
        "waarde-soort",
        GEGEVENS,
        "licentie:\n",
        "licentie: vrij\nx:\n",
        "licentie: vrij",
        ook=frozenset({"veld-onbekend"}),
    ),
    Fout("waarde-soort", RONDE, '- "Iedereen krijgt vier weken de tijd."', "- Let op: tijd", "- Let op"),
    Fout("waarde-soort", WERK, '- "Wat zou jij de bond willen vragen?"', "- 12", "- 12"),
    Fout("getal-bereik", GEGEVENS, "jaar: 2031", "jaar: 20311", "jaar:"),
    Fout("getal-bereik", KAARTEN, "nummer: 8", "nummer: 0", "nummer: 0"),
    Fout("taal-vorm", GEGEVENS, "taal: nl-NL", "taal: Nederlands", "taal:"),
    Fout("id-vorm", BOEK, "id: vooraf", "id: Voor_af", "Voor_af"),
    Fout("id-vorm", GEGEVENS, "ondertitel: ", "id: Buurt 2\nondertitel: ", "Buurt 2"),
    Fout("waarde-soort", GEGEVENS, "ondertitel: ", "id: 12\nondertitel: ", "id: 12"),
    Fout("keuze-onbekend", KAARTEN, "soort: wiel", "soort: wielen", "wielen"),
    Fout("keuze-onbekend", KAARTEN, "{suggesties: bibl", "{sugesties: bibl", "sugesties"),
    Fout("lijst-te-kort", KAARTEN, "{waarden: alle}", "{}", "toont: {}"),
    Fout(
        "lijst-te-lang",
        KAARTEN,
        "{waarden: alle}",
        "{waarden: alle, onderwerp: leesronde}",
        "alle, onderwerp",
    ),
    Fout(
        "lijst-te-lang",
        WERK,
        '    vragen:\n      - "Wat ga je deze week proberen?"\n',
        "    vragen: # te veel\n" + "".join(f'      - "Wat doe je op dag {dag}?"\n' for dag in range(1, 6)),
        "# te veel",
    ),
    Fout("lijst-te-kort", SELECTIES, "kaarten: alle", "kaarten: []", "kaarten: []"),
    Fout(
        "lijst-te-kort",
        RONDE,
        '    punten:\n      - "Ieder schrijft bij één alinea een opmerking op."',
        "    punten: []",
        "punten: []",
    ),
]
VERWIJZINGEN = [
    Fout("waarde-onbekend", AMBT, "waarde: geduld", "waarde: gedult", "gedult"),
    Fout("familie-onbekend", WELKOM, "familie: hart", "familie: buik", "buik"),
    Fout(
        "onderwerp-onbekend",
        KAARTEN,
        "{onderwerp: wijsheden}",
        "{onderwerp: wijsheid}",
        "{onderwerp: wijsheid}",
    ),
    Fout(
        "waardencluster-onbekend", KAARTEN, "{waardencluster: kennis}", "{waardencluster: x}", "cluster: x}"
    ),
    Fout(
        "ambtsdrager-onbekend", KAARTEN, "{suggesties: bibliothecarissen}", "{suggesties: lezers}", "lezers"
    ),
    Fout(
        "ambtsdrager-onbekend", SELECTIES, "ambtsdrager: bibliothecarissen", "ambtsdrager: lezers", "lezers"
    ),
    Fout("kaart-onbekend", SELECTIES, "- handelen", "- handel", "- handel"),
    Fout("kaart-onbekend", BOEK, "[clusters, overzicht]", "[clusters,\n      overzigt]", "overzigt"),
    Fout(
        "kaart-onbekend",
        WERK,
        "  bond:\n",
        "  bont:\n",
        "bont:",
        ook=frozenset({"reflectievragen-ontbreken"}),
    ),
    Fout(
        "reflectievragen-ontbreken",
        WERK,
        '  bond:\n    vragen:\n      - "Wat zou jij de bond willen vragen?"\n',
        "",
        "id: bond",
        in_=KAARTEN,
    ),
    Fout(
        "reflectievragen-dubbel",
        WERK,
        "kaarten:\n",
        'kaarten:\n  clusters:\n    vragen: ["Wat nu?"]\n',
        "clusters:",
    ),
    Fout(
        "waardencluster-onbekend",
        VORM,
        "  kennis:",
        "  onzin: {kleur: rood, pictogram: nut}\n  kennis:",
        "onzin",
    ),
    Fout("accent-ontbreekt", VORM, "  kennis: {kleur: petrol, pictogram: kwaliteit}\n", "", "accenten:"),
    Fout(
        "waarde-dubbel",
        WELKOM,
        "id: gastvrijheid",
        "id: zorgvuldigheid",
        "zorgvuldigheid",
        ook=frozenset({"waarde-onbekend"}),
    ),
    Fout(
        "kaart-dubbel",
        KAARTEN,
        "- id: bond",
        "- id: wijsheden",
        "- id: wijsheden",
        ook=frozenset({"kaart-onbekend"}),
    ),
    Fout("selectie-dubbel", SELECTIES, "- id: alles", "- id: bibliothecarissen", "- id: bibliothecarissen"),
    Fout("hoofdstuk-dubbel", BOEK, "- id: waarden", "- id: vooraf", "- id: vooraf"),
    Fout(
        "familie-dubbel",
        GEGEVENS,
        "- id: hart",
        "- id: hoofd",
        "- id: hoofd",
        ook=frozenset({"familie-onbekend"}),
    ),
    Fout("id-bestandsnaam", RONDE, "id: leesronde", "id: leeskring", "leeskring"),
    Fout("prioriteit-dubbel", AMBT, "waarde: nieuwsgierigheid", "waarde: geduld", "waarde: geduld"),
    Fout("toont-niet-alle", KAARTEN, "{waarden: alle}", "{waarden: welkom}", "{waarden: welkom}"),
]
KAARTFOUTEN = [
    Fout("nummer-dubbel", KAARTEN, "nummer: 9", "nummer: 3", "nummer: 3"),
    Fout("nummer-gat", KAARTEN, "nummer: 9", "nummer: 11", "nummer: 11"),
    Fout(
        "titel-dubbel",
        KAARTEN,
        "Hoe kan de bond bibliothecarissen helpen?",
        "Wat kun je als  Bibliothecaris morgen anders doen?",
        "als  B",
        ook=frozenset({"dubbele-spatie"}),
    ),
    Fout(
        "titel-zonder-vraagteken",
        KAARTEN,
        "bibliothecarissen helpen?",
        "bibliothecarissen helpen",
        "helpen",
        WAARSCHUWING,
    ),
    Fout("soort-past-niet", KAARTEN, "soort: wiel", "soort: citaten # wiel", "# wiel"),
    Fout(
        "handelen-ontbreekt",
        AMBT,
        "    handelingsperspectieven:\n"
        '      - "Zet elke maand een plank met boeken die nog nooit zijn uitgeleend."\n'
        '      - "Spreek iemand aan over een boek dat je zelf niet begrijpt."\n',
        "",
        "{handelingsperspectieven",
        in_=KAARTEN,
    ),
    Fout(
        "vraag-lang",
        WERK,
        "Welk boek zou jij voorstellen?",
        "Welk boek " + "heel " * 17 + "graag voorstellen?",
        "heel heel",
        WAARSCHUWING,
    ),
    Fout(
        "vraag-zonder-vraagteken",
        WERK,
        "Welk boek zou jij voorstellen?",
        "Een mooi boek.",
        "Een mooi",
        WAARSCHUWING,
    ),
    Fout(
        "vraag-bij-twee-kaarten",
        WERK,
        "Welk boek zou jij voorstellen?",
        "Van wie leer jij het meest?",
        "Van wie",
        WAARSCHUWING,
    ),
    Fout(
        "kaart-zonder-selectie",
        SELECTIES,
        "kaarten: alle",
        "kaarten: [leesronde, clusters, overzicht, cluster-welkom, cluster-kennis, bond]",
        "id: wijsheden",
        WAARSCHUWING,
        in_=KAARTEN,
    ),
]
TEKSTEN = [
    Fout("regeleinde", RONDE, "Iedereen krijgt vier weken", "Iedereen krijgt\\nvier weken", "Iedereen"),
    Fout("stuurteken", RONDE, "Iedereen krijgt vier weken", "Iedereen\tkrijgt vier weken", "Iedereen"),
    Fout("stuurteken", RONDE, "Iedereen krijgt vier weken", "Iedereen\\0krijgt vier weken", "Iedereen"),
    Fout("vet-open", RONDE, "**200 bladzijden**", "**200 bladzijden*", "200"),
    Fout("vet-leeg", RONDE, "Iedereen krijgt", "Iedereen ** ** krijgt", "Iedereen"),
    Fout("onzichtbaar-teken", RONDE, "opmerking op", "op\u00admerking op", "merking op", WAARSCHUWING),
    Fout("vaste-spatie", RONDE, "vier weken", "vier\u00a0weken", "Iedereen", WAARSCHUWING),
    Fout("dubbele-spatie", RONDE, "vier weken", "vier  weken", "Iedereen", WAARSCHUWING),
    Fout("spatie-aan-rand", RONDE, '"Kiezen"', '"Kiezen "', "Kiezen", WAARSCHUWING),
    Fout("rechte-aanhaling", RONDE, "vier weken", "'vier' weken", "Iedereen", WAARSCHUWING),
    Fout("drie-punten", RONDE, "vier weken", "vier... weken", "Iedereen", WAARSCHUWING),
    Fout("los-streepje", RONDE, "vier weken", "vier - weken", "Iedereen", WAARSCHUWING),
    Fout("losse-tekens", RONDE, "vier weken", "vie\u0301r weken", "Iedereen", WAARSCHUWING),
    Fout(
        "opvatting-herhaald",
        KENNIS,
        "Wie iets niet zeker weet, zegt dat er eerlijk bij.",
        "Bibliothecarissen zoeken uit waar een bewering vandaan komt.",
        "zoeken uit",
    ),
    Fout(
        "reflectievraag-herhaald",
        VRAGEN,
        "Welk cluster sla je weleens over?",
        "Bij welk cluster hoort jouw mooiste werkdag?",
        "Bij welk cluster",
    ),
    Fout("kaart-herhaald", SELECTIES, "- handelen", "- overzicht", "- overzicht"),
]
YAMLFOUTEN = [
    Fout("sleutel-dubbel", RONDE, "naam: Leesronde\n", "naam: Leesronde\nnaam: Kring\n", "naam: Kring"),
    Fout("sleutel-vorm", RONDE, "naam: Leesronde\n", "naam: Leesronde\nno: Kring\n", "no: Kring"),
    Fout("sleutel-vorm", RONDE, "naam: Leesronde\n", "naam: Leesronde\n<<: {a: b}\n", "<<:"),
    Fout("sleutel-vorm", RONDE, "naam: Leesronde\n", "naam: Leesronde\n? [a]\n: b\n", "? [a]"),
    Fout(
        "tab", RONDE, '    punten:\n      - "Ieder schrijft', '\tpunten:\n      - "Ieder schrijft', "\tpunten"
    ),
    Fout("teken-onleesbaar", RONDE, "naam: Leesronde", "naam: Lees\x00ronde", "naam: Lees"),
    Fout("teken-onleesbaar", RONDE, "naam: Leesronde", "naam: Lees\x07ronde", "naam: Lees"),
    Fout("yaml-aanhaling", RONDE, 'te onthouden."', "te onthouden.", "te onthouden"),
    Fout("yaml-backslash", RONDE, "Iedereen krijgt", "Iedereen \\krijgt", "Iedereen"),
    Fout("yaml-dubbelepunt", RONDE, "naam: Leesronde", "naam: Leesronde: kring", "naam:"),
    Fout("yaml-geen-dubbelepunt", RONDE, "naam: Leesronde", "naam Leesronde", "naam Leesronde"),
    Fout("yaml-haak", BOEK, "[clusters, overzicht]", "[clusters, overzicht", "[clusters"),
    Fout("yaml-begin", RONDE, "naam: Leesronde", "naam: @Leesronde", "naam:"),
    Fout("yaml-begin", RONDE, "naam: Leesronde", "naam: ** vet **", "naam:"),
    Fout("yaml-verwijzing", RONDE, "naam: Leesronde", "naam: *Leesronde", "naam:"),
    Fout("yaml-verwijzing", RONDE, "groepen:\n", "groepen: &g\n  - *g\n", "*g"),
    Fout("yaml-inspringing", RONDE, "naam: Leesronde", 'naam: "Lees"ronde', "naam:"),
    Fout("yaml-label", RONDE, "naam: Leesronde", "naam: !!python/name:os.system x", "naam:"),
    Fout("yaml-label", RONDE, "naam: Leesronde", "naam: !eigen x", "naam:"),
    Fout("yaml-documenten", RONDE, "groepen:\n", "---\ngroepen:\n", "---"),
    Fout("yaml", RONDE, "naam: Leesronde", "naam: >-x", "naam:"),
]
ALLE = [*VELDEN, *VERWIJZINGEN, *KAARTFOUTEN, *TEKSTEN, *YAMLFOUTEN]


def _naam(fout: Fout) -> str:
    return f"{fout.code}-{Path(fout.bestand).stem}"


@pytest.mark.parametrize("fout", ALLE, ids=_naam)
def test_een_fout_geeft_haar_eigen_code_op_de_goede_regel_en_niets_anders(fout: Fout, tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    vervang(map_, fout.bestand, fout.oud, fout.nieuw)
    meldingen = alle_meldingen(map_)
    assert {melding.code for melding in meldingen} == {fout.code} | fout.ook, list(map(str, meldingen))
    melding = next(melding for melding in meldingen if melding.code == fout.code)
    bestand = fout.in_ or fout.bestand
    assert melding.plek.bestand == (map_ / bestand).as_posix()
    assert melding.plek.regel == (laatste_regel_van(map_, bestand, fout.bij) if fout.bij else 0)
    assert (melding.plek.kolom > 0) == (melding.plek.regel > 0)
    assert melding.ernst is fout.ernst
    assert melding.tekst and melding.raad and "None" not in melding.tekst + melding.raad
    assert not {"Input", "should", "valid", "Field"} & set(f"{melding.tekst} {melding.raad}".split())


def test_de_proeven_dekken_veertig_soorten_fouten() -> None:
    assert len({fout.code for fout in ALLE}) >= 40


@pytest.mark.skipif(
    not yaml.__with_libyaml__, reason="alleen met libyaml zijn er twee laders om te vergelijken"
)
@pytest.mark.parametrize("fout", YAMLFOUTEN, ids=_naam)
def test_de_trage_lader_zegt_hetzelfde_op_dezelfde_regel(
    fout: Fout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = kopie(tmp_path)
    vervang(map_, fout.bestand, fout.oud, fout.nieuw)
    snel = bron.lees_bron(map_ / fout.bestand)
    monkeypatch.setattr(bron, "_LADER", yaml.SafeLoader)
    traag = bron.lees_bron(map_ / fout.bestand)
    assert [(m.code, m.plek.regel) for m in snel.meldingen] == [
        (m.code, m.plek.regel) for m in traag.meldingen
    ]
    assert (snel.waarde, snel.plekken) == (traag.waarde, traag.plekken)


@pytest.mark.parametrize(
    ("bestand", "inhoud", "code", "plek"),
    [
        (RONDE, b"", "bestand-leeg", (0, 0)),
        (RONDE, b"# alleen een opmerking\n", "bestand-leeg", (0, 0)),
        (RONDE, b"---\n", "bestand-leeg", (1, 1)),
        (RONDE, b"- a\n- b\n", "geen-velden", (1, 1)),
        (RONDE, b"gewoon tekst\n", "geen-velden", (1, 1)),
        (RONDE, "id: leesronde\nnaam: Café\n".encode("latin-1"), "codering", (2, 10)),
        (RONDE, "id: leesronde\n".encode("utf-16"), "codering", (1, 1)),
        (RONDE, b"a" * 1_000_001, "bestand-te-groot", (0, 0)),
        (RONDE, b"a: " + b"[" * 900, "yaml-te-diep", (1, 23)),
        (RONDE, b"- " * 100_000, "yaml-te-diep", (1, 41)),
    ],
)
def test_een_onleesbaar_bestand_geeft_een_melding(
    tmp_path: Path, bestand: str, inhoud: bytes, code: str, plek: tuple[int, int]
) -> None:
    map_ = kopie(tmp_path)
    (map_ / bestand).write_bytes(inhoud)
    (melding,) = alle_meldingen(map_)
    assert (melding.code, melding.plek.regel, melding.plek.kolom) == (code, *plek)
    assert melding.plek.bestand == (map_ / bestand).as_posix()


def test_ook_als_de_yaml_bibliotheek_zelf_een_grens_heeft_is_te_diep_te_diep(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    (map_ / RONDE).write_bytes(b"a: " + b"[" * 100_000)
    (melding,) = alle_meldingen(map_)
    assert (melding.code, melding.plek.regel) == ("yaml-te-diep", 1)


def test_een_yaml_bom_stopt_voordat_die_groeit(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    lagen = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lagen += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    (map_ / RONDE).write_text("\n".join(lagen), "utf-8")
    (melding,) = alle_meldingen(map_)
    assert melding.code == "yaml-te-veel"
    assert melding.plek.regel == 5


def test_een_anker_met_verwijzing_mag(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    vervang(map_, RONDE, '"Iedereen krijgt vier weken de tijd."', '&t "Iedereen krijgt vier weken de tijd."')
    vervang(map_, RONDE, '"Na een uur noemt ieder één zin om te onthouden."', "*t")
    publicatie = lees(map_)
    groepen = publicatie.onderwerpen["leesronde"].groepen
    assert groepen[2].punten[1] == groepen[0].punten[1] == "Iedereen krijgt vier weken de tijd."
    assert publicatie.plek("onderwerpen", "leesronde", "groepen", 2, "punten", 1).regel == regel_van(
        map_, RONDE, "*t"
    )


def test_een_byte_order_mark_is_een_waarschuwing(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    (map_ / KAARTEN).write_bytes(b"\xef\xbb\xbf" + (map_ / KAARTEN).read_bytes())
    (melding,) = alle_meldingen(map_)
    assert (melding.code, melding.ernst, melding.plek.regel) == ("bom", WAARSCHUWING, 1)
    assert lees(map_).plek("kaarten", "leesronde", "vraag").regel == regel_van(map_, KAARTEN, "vraag:")


def test_windows_regeleinden_tellen_als_een_regel(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    (map_ / KAARTEN).write_bytes((map_ / KAARTEN).read_bytes().replace(b"\n", b"\r\n"))
    publicatie = lees(map_)
    assert publicatie.waarschuwingen == ()
    assert publicatie.plek("kaarten", "wijsheden", "vraag").regel == regel_van(
        map_, KAARTEN, "oude bibliothecaris"
    )


@pytest.mark.parametrize("bestand", [KAARTEN, SELECTIES, GEGEVENS, VORM, "leesmij.yaml"])
def test_een_ontbrekend_bestand_geeft_een_melding_zonder_gevolgfouten(tmp_path: Path, bestand: str) -> None:
    map_ = kopie(tmp_path)
    (map_ / bestand).unlink()
    (melding,) = alle_meldingen(map_)
    assert (melding.code, melding.plek.bestand) == ("bestand-ontbreekt", (map_ / bestand).as_posix())


def test_een_map_op_de_plaats_van_een_bestand_geeft_een_melding(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    (map_ / BOEK).unlink()
    (map_ / BOEK).mkdir()
    (melding,) = alle_meldingen(map_)
    assert melding.code == "bestand-onleesbaar"


@pytest.mark.parametrize(
    ("naam", "raad"),
    [
        ("kaart.yaml", "kaarten.yaml"),
        ("onderwerpen/nieuw.yml", ".yaml"),
        ("onderwerpen/oud/x.yaml", "onderwerpen/*.yaml"),
    ],
)
def test_een_onbekend_bestand_is_een_waarschuwing(tmp_path: Path, naam: str, raad: str) -> None:
    map_ = kopie(tmp_path)
    (map_ / naam).parent.mkdir(exist_ok=True)
    (map_ / naam).write_text("id: x\n", "utf-8")
    (melding,) = alle_meldingen(map_)
    assert (melding.code, melding.ernst) == ("bestand-onbekend", WAARSCHUWING)
    assert raad in melding.raad


def test_een_publicatie_die_er_niet_is_krijgt_een_voorstel(tmp_path: Path) -> None:
    kopie(tmp_path)
    (melding,) = alle_meldingen(tmp_path / "publikatie")
    assert melding.code == "publicatie-ontbreekt"
    assert "‘publicatie’" in melding.raad


def test_een_tikfout_in_een_veldnaam_krijgt_een_voorstel(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    vervang(
        map_, AMBT, '    handelingsperspectieven:\n      - "Zet', '    handelingsperspektieven:\n      - "Zet'
    )
    melding = next(melding for melding in alle_meldingen(map_) if melding.code == "veld-onbekend")
    assert "‘handelingsperspectieven’" in melding.raad


def test_alle_fouten_van_alle_bestanden_komen_tegelijk(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    samen = [
        Fout("jaar", GEGEVENS, "jaar: 2031", "jaar: lang geleden", ""),
        Fout("kaart", KAARTEN, "    label: Bond\n", "", ""),
        Fout("nummer", KAARTEN, "nummer: 5", "nummer: 4", ""),
        Fout("waarde", AMBT, "waarde: geduld", "waarde: gedult", ""),
        Fout("familie", WELKOM, "familie: hart", "familie: buik", ""),
        Fout("yaml", VRAGEN, "kaarten:\n", "kaarten: [\n", ""),
        Fout("selectie", SELECTIES, "- handelen", "- handel", ""),
        Fout("tekst", RONDE, "vier weken", "vier  weken", ""),
        Fout("onbekend", BOEK, "titel: Vooraf", "tittel: Vooraf", ""),
    ]
    for fout in samen:
        vervang(map_, fout.bestand, fout.oud, fout.nieuw)
    meldingen = alle_meldingen(map_)
    codes = sorted(melding.code for melding in meldingen)
    assert codes == sorted(
        [
            "waarde-soort",
            "veld-ontbreekt",
            "nummer-dubbel",
            "waarde-onbekend",
            "yaml-haak",
            "kaart-onbekend",
            "dubbele-spatie",
            "veld-onbekend",
            "veld-ontbreekt",
        ]
    ), "een onleesbaar bestand mag geen gevolgfouten geven, een leesbaar bestand moet alles laten zien"
    assert list(meldingen) == sorted(meldingen, key=lambda melding: melding.plek)


def test_wie_alleen_waarschuwingen_heeft_krijgt_een_publicatie(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    vervang(map_, RONDE, "vier weken", "vier  weken")
    publicatie = lees(map_)
    assert [melding.code for melding in publicatie.waarschuwingen] == ["dubbele-spatie"]


def test_een_waarschuwing_komt_mee_met_de_fouten(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    vervang(map_, RONDE, "vier weken", "vier  weken")
    vervang(map_, GEGEVENS, "jaar: 2031", "jaar: 1")
    with pytest.raises(Fouten) as gevangen:
        lees(map_)
    assert {melding.ernst for melding in gevangen.value.meldingen} == {FOUT, WAARSCHUWING}
