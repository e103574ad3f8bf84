"""Each waarde may have one reflectievraag of its own: read in order, with its place, and checked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from inhoud_proef import ECHT, KLEIN, alle_meldingen, kopie, regel_van, vervang
from kaartgen.bouw import Project
from kaartgen.inhoud import lees
from kaartgen.inhoud.vraagkeuring import MAX_WOORDEN
from kaartgen.meldingen import Ernst
from kaartgen.teksten import alle_teksten

BESTAND = "waardenvragen.yaml"
GEDULD = "Bij welke bezoeker kost wachten je moeite?"


@dataclass(frozen=True)
class Fout:
    """In waardenvragen.yaml the text `oud` becomes `nieuw`; `code` is expected on the first line with `bij`,
    and `zegt` stands in the Melding. `ook` are codes that come along."""

    code: str
    oud: str
    nieuw: str
    bij: str
    zegt: str
    ernst: Ernst = Ernst.FOUT
    ook: frozenset[str] = frozenset()


FOUTEN = [
    Fout("waarde-onbekend", "  geduld:", "  gedult:", "gedult", "Bedoelde je ‘geduld’?"),
    Fout("waarde-onbekend", "  geduld:", "  x:", "  x:", "Er zijn: nieuwsgierigheid, zorgvuldigheid"),
    Fout(
        "vraag-lang",
        GEDULD,
        f"Bij welke {'heel ' * 18}nare bezoeker?",
        "heel heel",
        "telt 22 woorden. Houd het bij 20",
        Ernst.WAARSCHUWING,
    ),
    Fout(
        "vraag-zonder-vraagteken",
        GEDULD,
        "Een bezoeker.",
        "Een bezoeker",
        "geen vraagteken",
        Ernst.WAARSCHUWING,
    ),
    Fout(
        "vraag-bij-twee-kaarten",
        GEDULD,
        "Wat zou jij de bond  willen vragen?",
        "de bond",
        "ook bij de kaart ‘bond’",
        Ernst.WAARSCHUWING,
        frozenset({"dubbele-spatie"}),
    ),
    Fout(
        "vraag-bij-twee-kaarten",
        GEDULD,
        "wie begroette jij vandaag als eerste?",
        "wie begroette",
        "ook bij de waarde ‘gastvrijheid’",
        Ernst.WAARSCHUWING,
    ),
    Fout("tekst-leeg", f'"{GEDULD}"', '" "', "  geduld:", "lege tekst", ook=frozenset({"spatie-aan-rand"})),
    Fout("veld-leeg", f'"{GEDULD}"', "", "  geduld:", "leeg"),
    Fout("waarde-soort", f'"{GEDULD}"', "12", "  geduld:", "een getal"),
    Fout("waarde-soort", f'"{GEDULD}"', f'["{GEDULD}"]', "  geduld:", "een lijst"),
    Fout("sleutel-dubbel", "  geduld:", "  gastvrijheid:", GEDULD, "gastvrijheid"),
    Fout(
        "veld-onbekend",
        "vragen:\n",
        "vraagen:\n",
        "vraagen:",
        "Bedoelde je ‘vragen’?",
        ook=frozenset({"veld-ontbreekt"}),
    ),
    Fout("rechte-aanhaling", "jij vandaag", "jij 'vandaag'", "vandaag", "recht", Ernst.WAARSCHUWING),
    Fout("regeleinde", "jij vandaag", "jij\\nvandaag", "vandaag", "regeleinde"),
]


@pytest.mark.parametrize("fout", FOUTEN, ids=lambda fout: f"{fout.code}-{fout.zegt}")
def test_een_fout_geeft_haar_eigen_code_op_de_goede_regel(fout: Fout, tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    vervang(map_, BESTAND, fout.oud, fout.nieuw)
    meldingen = alle_meldingen(map_)
    assert {melding.code for melding in meldingen} == {fout.code} | fout.ook, list(map(str, meldingen))
    melding = next(melding for melding in meldingen if melding.code == fout.code)
    assert melding.plek.bestand == (map_ / BESTAND).as_posix()
    assert melding.plek.regel == regel_van(map_, BESTAND, fout.bij)
    assert melding.plek.kolom > 0
    assert melding.ernst is fout.ernst
    assert fout.zegt in f"{melding.tekst} {melding.raad}"


def test_alle_fouten_in_het_bestand_komen_tegelijk(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    vervang(map_, BESTAND, "  gastvrijheid:", "  gastvreiheid:")
    vervang(map_, BESTAND, f'"{GEDULD}"', "12")
    vervang(map_, BESTAND, "nog nagezocht?", "nog nagezocht.")
    assert [(melding.code, melding.plek.regel) for melding in alle_meldingen(map_)] == [
        ("waarde-onbekend", 3),
        ("waarde-soort", 4),
        ("vraag-zonder-vraagteken", 5),
    ]


@pytest.mark.parametrize("inhoud", ["vragen: [a, b]\n", "vragen: tekst\n", "vragen:\n"])
def test_vragen_die_geen_groep_velden_zijn_geven_een_melding(tmp_path: Path, inhoud: str) -> None:
    map_ = kopie(tmp_path)
    (map_ / BESTAND).write_text(inhoud, "utf-8")
    (melding,) = alle_meldingen(map_)
    assert (melding.code, melding.plek.regel) in {("waarde-soort", 1), ("veld-leeg", 1)}


def test_een_onleesbaar_waardencluster_geeft_geen_gevolgfouten_bij_waardenvragen(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    (map_ / "waardenclusters" / "welkom.yaml").write_text("id: [\n", "utf-8")
    assert BESTAND not in {Path(melding.plek.bestand).name for melding in alle_meldingen(map_)}


def test_een_waarde_in_een_cluster_met_een_fout_is_wel_bekend(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    vervang(map_, "waardenclusters/welkom.yaml", "naam: Welkom\n", "")
    assert {melding.code for melding in alle_meldingen(map_)} == {"veld-ontbreekt"}


def test_waardenvragen_staan_in_de_volgorde_van_de_waarden_en_mogen_ontbreken() -> None:
    klein = lees(KLEIN)
    assert list(klein.waardenvragen) == ["gastvrijheid", "geduld", "zorgvuldigheid"]
    assert klein.waardenvragen["geduld"] == GEDULD


def test_de_volgorde_in_het_bestand_doet_er_niet_toe(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    kop, begin, *vragen = (map_ / BESTAND).read_text("utf-8").splitlines()
    (map_ / BESTAND).write_text("\n".join([kop, begin, *reversed(vragen)]) + "\n", "utf-8")
    assert list(lees(map_).waardenvragen) == ["gastvrijheid", "geduld", "zorgvuldigheid"]


@pytest.mark.parametrize("inhoud", [None, "vragen: {}\n"])
def test_een_publicatie_zonder_waardenvragen_kan(tmp_path: Path, inhoud: str | None) -> None:
    map_ = kopie(tmp_path)
    (map_ / BESTAND).unlink()
    if inhoud:
        (map_ / BESTAND).write_text(inhoud, "utf-8")
    publicatie = lees(map_)
    assert (publicatie.waardenvragen, publicatie.waarschuwingen) == ({}, ())


def test_een_waardenvraag_kent_haar_plek() -> None:
    klein = lees(KLEIN)
    for id_, vraag in klein.waardenvragen.items():
        plek = klein.plek("waardenvragen", id_)
        assert plek.bestand.endswith(f"publicatie_klein/{BESTAND}")
        assert plek.regel == regel_van(KLEIN, BESTAND, vraag)
    assert klein.plek("waardenvragen").regel == regel_van(KLEIN, BESTAND, "vragen:")


def test_waardenvragen_horen_bij_alle_teksten() -> None:
    klein = lees(KLEIN)
    gevonden = {pad[1]: tekst for pad, tekst in alle_teksten(klein) if pad[0] == "waardenvragen"}
    assert gevonden == klein.waardenvragen


def test_een_teken_dat_het_lettertype_niet_heeft_wordt_gevonden(
    proefproject: Callable[[Callable[[Path], None]], Project],
) -> None:
    def bederf(map_: Path) -> None:
        vervang(map_ / "data" / "publicaties" / "klein", BESTAND, "moeite?", "moeite 漢?")

    (melding,) = proefproject(bederf).controleer()
    assert (Path(melding.plek.bestand).name, melding.plek.regel) == (BESTAND, 4)
    assert "漢" in melding.tekst


def test_elke_waarde_van_de_meegeleverde_publicatie_heeft_een_vraag() -> None:
    echt = lees(ECHT)
    waarden = [waarde.id for cluster in echt.waardenclusters.values() for waarde in cluster.waarden]
    assert list(echt.waardenvragen) == waarden
    assert len(waarden) == 39


def test_de_meegeleverde_vragen_passen_op_een_kaartje() -> None:
    for vraag in lees(ECHT).waardenvragen.values():
        assert 8 <= len(vraag.split()) <= 14 < MAX_WOORDEN, vraag
        assert (vraag.count("?"), vraag[-1]) == (1, "?"), vraag


def test_de_meegeleverde_vragen_zijn_open_en_spreken_je_aan() -> None:
    vraagwoorden = {"wat", "wie", "wiens", "welk", "welke", "hoe", "waar", "waaraan", "wanneer"}
    for vraag in lees(ECHT).waardenvragen.values():
        woorden = re.findall(r"\w+", vraag.lower())
        assert vraagwoorden & set(woorden[:2]), vraag
        assert {"je", "jij", "jou", "jouw", "jullie"} & set(woorden), vraag
        assert not {"u", "uw"} & set(woorden), vraag


def test_de_meegeleverde_vragen_beginnen_verschillend() -> None:
    begin = Counter(tuple(vraag.split()[:2]) for vraag in lees(ECHT).waardenvragen.values())
    assert max(begin.values()) <= 2
