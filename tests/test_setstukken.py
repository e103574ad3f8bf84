"""Texts of the pieces of a set: complete, short enough for a small card, and checked when edited."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from string import Formatter

import pytest
from pydantic import BaseModel

from conftest import PLAATSEN
from inhoud_proef import laatste_regel_van, vervang
from kaartgen.bouw import Project
from kaartgen.meldingen import Fouten
from kaartgen.opmaak.druk.setstukken import Setstukken, lees_setstukken

BESTAND = "setstukken.yaml"
VAN_DE_SET = {"titel": "Een titel", "aantal": 63, "selectie": "Griffiers"}
INVULBAAR = {
    **dict.fromkeys(
        [
            *("index.titel", "index.uitleg", "instructie.titel", "instructie.inleiding"),
            *("begeleider.titel", "begeleider.inleiding", "doos.bovenkop", "doos.aantal"),
        ],
        VAN_DE_SET,
    ),
    "woorden.prioriteit_van": {"ambtsdrager": "griffier"},
    "woorden.vraag_bij_kaart": {"nummer": 21, "label": "Handelen"},
    "woorden.tijd": {"minuten": 15},
}
"""The texts that are filled in, with values for them."""


def teksten(deel: object, pad: str = "") -> Iterator[tuple[str, str]]:
    """Give every text with its path, such as `stop.tekst`."""
    if isinstance(deel, str):
        yield pad, deel
    elif isinstance(deel, BaseModel):
        for naam in type(deel).model_fields:
            yield from teksten(getattr(deel, naam), f"{pad}.{naam}".lstrip("."))
    elif isinstance(deel, tuple):
        for nummer, lid in enumerate(deel):
            yield from teksten(lid, f"{pad}.{nummer}")


@pytest.fixture(scope="module")
def stukken() -> Setstukken:
    return lees_setstukken(PLAATSEN.layouts)


def test_een_tekst_die_niet_wordt_ingevuld_heeft_geen_accolades(stukken: Setstukken) -> None:
    los = {pad: tekst for pad, tekst in teksten(stukken) if pad not in INVULBAAR}
    assert len(los) > 50
    assert [pad for pad, tekst in los.items() if {"{", "}"} & set(tekst)] == []


def test_de_andere_teksten_zijn_in_te_vullen(stukken: Setstukken) -> None:
    gevonden = dict(teksten(stukken))
    ingevuld = {pad: gevonden[pad].format(**waarden) for pad, waarden in INVULBAAR.items()}
    assert ingevuld["doos.aantal"] == "63 kaarten"
    assert ingevuld["woorden.prioriteit_van"] == "Prioriteit voor een griffier"
    assert ingevuld["woorden.vraag_bij_kaart"] == "Kaart 21 · Handelen"
    assert ingevuld["woorden.tijd"] == "15 minuten"
    gebruikt = {naam for pad in INVULBAAR for _, naam, _, _ in Formatter().parse(gevonden[pad]) if naam}
    assert {"aantal", "selectie"} <= gebruikt


def test_de_werkvormen_zijn_kiezen_rangschikken_en_vertellen(stukken: Setstukken) -> None:
    vormen = stukken.instructie.werkvormen
    assert [vorm.naam for vorm in vormen] == ["Kiezen", "Rangschikken", "Vertellen"]
    for vorm in vormen:
        assert 3 <= len(vorm.stappen) <= 4
        assert sum(len(tekst.split()) for tekst in (vorm.naam, vorm.doel, *vorm.stappen)) <= 60


def test_een_werkvorm_past_in_de_tijd_die_het_plan_ervoor_heeft(stukken: Setstukken) -> None:
    (blok,) = [blok for blok in stukken.begeleider.tijdplan if blok.naam == "Werkvorm"]
    assert max(vorm.tijd_minuten for vorm in stukken.instructie.werkvormen) <= blok.tot - blok.van


def test_wat_op_een_klein_kaartje_moet_is_kort(stukken: Setstukken) -> None:
    assert len(stukken.index.uitleg) <= 160
    assert len(stukken.stop.tekst) <= 200
    assert len(stukken.stop.titel) <= 6, "de stopkaart is te lezen van de andere kant van de tafel"


def test_het_tijdplan_vult_negentig_minuten_zonder_gaten(stukken: Setstukken) -> None:
    plan = stukken.begeleider.tijdplan
    assert (plan[0].van, plan[-1].tot) == (0, 90)
    assert all(eerste.tot == tweede.van for eerste, tweede in pairwise(plan))
    assert len({blok.naam for blok in plan}) == len(plan)


def test_de_letter_heeft_alle_tekens(stukken: Setstukken, klein: Project) -> None:
    samen = "".join(tekst for _, tekst in teksten(stukken))
    for vet in (False, True):
        assert klein.letter.snede(vet=vet).ontbrekend(samen) == ""


def test_de_teksten_noemen_geen_publicatie(stukken: Setstukken, echt: Project, klein: Project) -> None:
    samen = " ".join(tekst for _, tekst in teksten(stukken)).lower()
    for project in (echt, klein):
        gegevens = project.publicatie.gegevens
        namen = [
            gegevens.titel,
            gegevens.maker,
            *(een.naam for een in project.publicatie.ambtsdragers.values()),
        ]
        assert [naam for naam in namen if naam.lower() in samen] == []


@dataclass(frozen=True)
class Fout:
    """In setstukken.yaml the text `oud` becomes `nieuw`; `code` is expected on the last line with `bij`,
    without `bij` at the file as a whole, and `zegt` stands in the Melding."""

    code: str
    oud: str
    nieuw: str
    bij: str
    zegt: str


FOUTEN = [
    Fout("veld-ontbreekt", "  titel: Stop\n", "", "stop:", "‘titel’ ontbreekt"),
    Fout("veld-ontbreekt", "colofon:\n  titel: Colofon en licentie\n", "", "", "‘colofon’ ontbreekt"),
    Fout("veld-onbekend", "  knippen:", "  knipen: Knip\n  knippen:", "knipen", "Bedoelde je ‘knippen’?"),
    Fout("tekst-leeg", "  titel: Stop\n", '  titel: " "\n', '  titel: " "', "lege tekst"),
    Fout("waarde-soort", "  aantal: 4", '  aantal: "4"', '  aantal: "4"', "een geheel getal"),
    Fout("getal-bereik", "  aantal: 4", "  aantal: -1", "  aantal: -1", "te laag"),
    Fout("getal-bereik", "tijd_minuten: 15", "tijd_minuten: 0", "tijd_minuten: 0", "te laag"),
    Fout("tekst-lang", "Hier vind je", "Hier " * 30 + "vind je", "  uitleg:", "tekens. Houd het bij 160"),
    Fout(
        "tekst-lang", "Wordt het je", "Wordt " * 30 + "het je", '  tekst: "Wordt', "tekens. Houd het bij 200"
    ),
    Fout("samenhang", "{aantal} kaarten", "{aantallen} kaarten", "doos:", "In ‘aantal’ mag tussen accolades"),
    Fout("samenhang", "{aantal} kaarten", "{aantal kaarten", "doos:", "{aantal}, {selectie}, {titel}"),
    Fout("samenhang", "Hier vind je", "Hier {x} vind je", "index:", "In ‘uitleg’ mag"),
    Fout("samenhang", "past bij je groep", "past bij {}", "instructie:", "In ‘inleiding’ mag"),
    Fout("samenhang", "set ‘{selectie}’", "set ‘{set}’", "begeleider:", "In ‘inleiding’ mag"),
    Fout(
        "samenhang", "voor een {ambtsdrager}", "voor een {titel}", "woorden:", "alleen staan: {ambtsdrager}"
    ),
    Fout(
        "samenhang",
        "Ontdekken wat",
        "Ontdekken " * 20 + "wat",
        "- naam: Kiezen",
        "telt 62 woorden; houd het bij 60",
    ),
    Fout("samenhang", "van: 10\n", "van: 12\n", "begeleider:", "Laat ‘Opwarmen’ beginnen op 10"),
    Fout("samenhang", "van: 0\n", "van: 5\n", "begeleider:", "op 0 beginnen"),
    Fout("samenhang", "tot: 90", "tot: 80", "begeleider:", "‘Afronden’ is afgelopen voordat het begint"),
    Fout(
        "lijst-te-lang",
        '      stappen:\n        - "Leg alle kaarten open op tafel."\n',
        '      stappen: # te veel\n        - "Ga zitten."\n        - "Leg alle kaarten open op tafel."\n',
        "stappen: # te veel",
        "hooguit 4",
    ),
    Fout("yaml-aanhaling", "plakken: Plak hier", 'plakken: "Plak hier', "plakken", "aanhalingsteken"),
]


@pytest.mark.parametrize("fout", FOUTEN, ids=lambda fout: f"{fout.code}-{fout.zegt}")
def test_een_fout_geeft_haar_eigen_code_op_de_goede_regel(fout: Fout, tmp_path: Path) -> None:
    shutil.copy(PLAATSEN.layouts / BESTAND, tmp_path)
    vervang(tmp_path, BESTAND, fout.oud, fout.nieuw)
    with pytest.raises(Fouten) as gevangen:
        lees_setstukken(tmp_path)
    (melding,) = gevangen.value.meldingen
    assert melding.code == fout.code
    assert fout.zegt in f"{melding.tekst} {melding.raad}"
    assert melding.plek.bestand == (tmp_path / BESTAND).as_posix()
    assert melding.plek.regel == (laatste_regel_van(tmp_path, BESTAND, fout.bij) if fout.bij else 0)


def test_alle_fouten_komen_tegelijk(tmp_path: Path) -> None:
    shutil.copy(PLAATSEN.layouts / BESTAND, tmp_path)
    for oud, nieuw in [("  titel: Stop\n", ""), ("  aantal: 4", "  aantal: -1"), ("{aantal} kaarten", "{x}")]:
        vervang(tmp_path, BESTAND, oud, nieuw)
    with pytest.raises(Fouten) as gevangen:
        lees_setstukken(tmp_path)
    assert sorted(melding.code for melding in gevangen.value.meldingen) == [
        "getal-bereik",
        "samenhang",
        "veld-ontbreekt",
    ]


def test_een_ontbrekend_bestand_is_een_melding(tmp_path: Path) -> None:
    with pytest.raises(Fouten) as gevangen:
        lees_setstukken(tmp_path)
    (melding,) = gevangen.value.meldingen
    assert melding.plek.bestand == (tmp_path / BESTAND).as_posix()
