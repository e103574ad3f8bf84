"""A publication is read whole, every part knows its place, and nothing is tied to one subject."""

from __future__ import annotations

import pickle
import shutil
from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from inhoud_proef import KLEIN, alle_meldingen, kopie, laatste_regel_van, regel_van, vervang
from kaartgen.inhoud import controle, lees, publicaties
from kaartgen.inhoud.bron import lees_bron
from kaartgen.inhoud.controle_kaarten import PAST_BIJ
from kaartgen.inhoud.controle_verwijzingen import TOONT_UIT
from kaartgen.inhoud.lezing import takken
from kaartgen.inhoud.model import Kaartsoort, Publicatie, Toonbaar
from kaartgen.meldingen import Fouten

BESTANDEN = sorted(pad.relative_to(KLEIN).as_posix() for pad in KLEIN.rglob("*.yaml"))


@pytest.fixture(scope="module")
def klein() -> Publicatie:
    return lees(KLEIN)


def test_de_kleine_publicatie_wordt_heel_gelezen(klein: Publicatie) -> None:
    assert klein.slug == "publicatie_klein"
    assert klein.gegevens.titel == "Een bibliotheek voor de buurt"
    assert klein.gegevens.licentie.wijzigen_toegestaan is True
    assert [kaart.nummer for kaart in klein.kaarten] == list(range(1, 10))
    assert [selectie.id for selectie in klein.selecties] == ["bibliothecarissen", "alles"]
    assert klein.selecties[0].kaarten == ("overzicht", "prioriteiten", "handelen", "bond")
    assert klein.selecties[1].kaarten == "alle"
    assert [hoofdstuk.id for hoofdstuk in klein.tabletboek] == ["vooraf", "waarden"]
    assert list(klein.onderwerpen) == ["leesronde", "wijsheden"]
    assert klein.leesmij.afdrukken == ("Druk de kaarten af op A4, liggend.",)
    assert klein.waarschuwingen == ()


def test_de_volgorde_van_de_accenten_is_die_van_de_clusters(klein: Publicatie) -> None:
    assert list(klein.waardenclusters) == ["welkom", "kennis"]


def test_reflectievragen_van_alle_bestanden_staan_in_kaartvolgorde(klein: Publicatie) -> None:
    assert list(klein.reflectievragen) == [kaart.id for kaart in klein.kaarten]
    assert klein.reflectievragen["bond"].tip == ""


def test_een_waarde_weet_haar_cluster(klein: Publicatie) -> None:
    cluster, waarde = klein.waarde("geduld")
    assert (cluster.id, waarde.naam) == ("welkom", "Geduld")
    with pytest.raises(KeyError):
        klein.waarde("ongeduld")


def test_een_publicatie_is_niet_te_veranderen_en_wel_te_versturen(klein: Publicatie) -> None:
    with pytest.raises(FrozenInstanceError):
        klein.slug = "anders"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        klein.gegevens.titel = "anders"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(klein)) == klein


@pytest.mark.parametrize(
    ("pad", "bestand", "fragment"),
    [
        (("publicatie", "titel"), "publicatie.yaml", "titel:"),
        (("publicatie", "families", 1, "naam"), "publicatie.yaml", "naam: Hart"),
        (("vormgeving", "accenten", "kennis", "kleur"), "vormgeving.yaml", "kennis:"),
        (("leesmij", "gebruik", 1), "leesmij.yaml", "tweetallen"),
        (("kaarten", "bond", "vraag"), "kaarten.yaml", "Hoe kan de bond"),
        (("kaarten", 7, "vraag"), "kaarten.yaml", "Hoe kan de bond"),
        (("selecties", "bibliothecarissen", "kaarten", 2), "selecties.yaml", "- handelen"),
        (("tabletboek", "vooraf", "lijsten", 0, "punten", 1), "tabletboek.yaml", "meehelpen"),
        (("reflectievragen", "overzicht", "vragen", 1), "reflectievragen/waarden.yaml", "meer leren"),
        (("reflectievragen", "bond", "vragen", 0), "reflectievragen/werk.yaml", "de bond willen"),
        (("waardenclusters", "welkom", "waarden", 1, "opvattingen", 1),
         "waardenclusters/welkom.yaml", "langzaam"),
        (("ambtsdragers", "bibliothecarissen", "prioriteiten", 0, "opvattingen", 1),
         "ambtsdragers/bibliothecarissen.yaml", "Een rij"),
        (("onderwerpen", "leesronde", "groepen", 2, "kop"), "onderwerpen/leesronde.yaml", "Praten"),
        (("onderwerpen", "leesronde", "groepen", 2, "onzin", 4), "onderwerpen/leesronde.yaml", "Praten"),
        (("kaarten", "bond", "tip"), "kaarten.yaml", "id: bond"),
    ],
)  # fmt: skip
def test_elk_deel_kent_zijn_plek(
    klein: Publicatie, pad: tuple[str | int, ...], bestand: str, fragment: str
) -> None:
    plek = klein.plek(*pad)
    assert plek.bestand.endswith(f"publicatie_klein/{bestand}")
    assert plek.regel == regel_van(KLEIN, bestand, fragment)


def test_een_onbekend_pad_geeft_het_bestand_of_de_map(klein: Publicatie) -> None:
    assert klein.plek("onzin", 3).bestand.endswith("publicatie_klein")
    assert klein.plek().bestand.endswith("publicatie_klein")
    assert klein.plek("onderwerpen", "wijsheden").bestand.endswith("wijsheden.yaml")


@pytest.mark.parametrize("bestand", BESTANDEN)
def test_op_elke_plek_staat_wat_daar_gelezen_is(bestand: str) -> None:
    bron = lees_bron(KLEIN / bestand)
    regels = (KLEIN / bestand).read_text("utf-8").split("\n")
    paden = [(pad, waarde) for pad, waarde in takken(bron.waarde) if pad]
    assert {pad for pad, _ in paden} == set(bron.plekken)
    for pad, waarde in paden:
        plek = bron.plek(pad)
        vanaf = regels[plek.regel - 1][plek.kolom - 1 :]
        verwacht = str(pad[-1]) if isinstance(pad[-1], str) else _begin(waarde)
        assert vanaf.lstrip('"{[').startswith(verwacht), (pad, vanaf)


def _begin(waarde: Any) -> str:
    return next(iter(waarde)) if isinstance(waarde, dict) else str(waarde)


@pytest.mark.parametrize("bestand", BESTANDEN)
def test_de_eigen_lezer_geeft_dezelfde_waarden_als_pyyaml(bestand: str) -> None:
    def met_lijsten(waarde: Any) -> Any:
        if isinstance(waarde, dict):
            return {naam: met_lijsten(lid) for naam, lid in waarde.items()}
        return [met_lijsten(lid) for lid in waarde] if isinstance(waarde, tuple) else waarde

    assert met_lijsten(lees_bron(KLEIN / bestand).waarde) == yaml.safe_load(
        (KLEIN / bestand).read_text("utf-8")
    )


def test_een_publicatie_met_alleen_onderwerpen_kan(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    for weg in ("waardenclusters", "ambtsdragers", "reflectievragen"):
        shutil.rmtree(map_ / weg)
    for weg in ("tabletboek.yaml", "waardenvragen.yaml"):
        (map_ / weg).unlink()
    (map_ / "vormgeving.yaml").write_text(
        "huisstijl: standaard\nkaarten: a4-liggend\ndias: 16x9\ntabletboek: tablet\n", "utf-8"
    )
    kaarten = (map_ / "kaarten.yaml").read_text("utf-8").split("  - id: clusters")[0]
    (map_ / "kaarten.yaml").write_text(kaarten, "utf-8")
    (map_ / "selecties.yaml").write_text("selecties: [{id: a, naam: A, kaarten: alle}]\n", "utf-8")
    (map_ / "reflectievragen").mkdir()
    (map_ / "reflectievragen" / "v.yaml").write_text('kaarten: {leesronde: {vragen: ["Wat nu?"]}}\n', "utf-8")
    publicatie = lees(map_)
    assert publicatie.waarschuwingen == ()
    assert [kaart.id for kaart in publicatie.kaarten] == ["leesronde"]
    assert (publicatie.waardenclusters, publicatie.ambtsdragers, publicatie.tabletboek) == ({}, {}, ())


def test_een_overzicht_van_waarden_die_er_niet_zijn_is_een_fout(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    shutil.rmtree(map_ / "waardenclusters")
    codes = [melding.code for melding in alle_meldingen(map_)]
    assert codes.count("toont-leeg") == 2


def test_suggesties_zonder_vereniging_zijn_een_fout_bij_de_kaart(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    ambt = map_ / "ambtsdragers" / "bibliothecarissen.yaml"
    ambt.write_text(ambt.read_text("utf-8").split("vereniging:")[0], "utf-8")
    (melding,) = alle_meldingen(map_)
    assert (melding.code, melding.plek.bestand) == (
        "suggesties-ontbreken",
        (map_ / "kaarten.yaml").as_posix(),
    )
    assert melding.plek.regel == laatste_regel_van(map_, "kaarten.yaml", "{suggesties")


def test_elke_soort_kaart_en_alles_wat_een_kaart_toont_heeft_een_regel() -> None:
    assert set(PAST_BIJ) == set(get_args(Kaartsoort))
    assert frozenset().union(*PAST_BIJ.values()) == set(get_args(Toonbaar))
    assert set(TOONT_UIT) | {"waarden", "waardenclusters"} == set(get_args(Toonbaar))


def test_een_kapot_deel_verbergt_de_fouten_van_de_andere_niet(tmp_path: Path) -> None:
    map_ = kopie(tmp_path)
    vervang(map_, "kaarten.yaml", "    label: Bond\n", "")
    vervang(map_, "kaarten.yaml", "{onderwerp: wijsheden}", "{onderwerp: x}")
    assert [melding.code for melding in alle_meldingen(map_)] == ["veld-ontbreekt", "onderwerp-onbekend"]


def test_publicaties_zijn_de_mappen_met_een_publicatiebestand(tmp_path: Path) -> None:
    for naam in ("b", "a", "leeg"):
        (tmp_path / naam).mkdir()
    for naam in ("b", "a"):
        (tmp_path / naam / "publicatie.yaml").touch()
    (tmp_path / "los.yaml").touch()
    assert publicaties(tmp_path) == ("a", "b")
    assert publicaties(tmp_path / "bestaat-niet") == ()


def test_elke_regel_zegt_wat_die_bewaakt() -> None:
    assert len({regel.__name__ for regel in controle.REGELS}) == len(controle.REGELS) > 20
    assert all(regel.__doc__ for regel in controle.REGELS)


WAARDEN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 3000)
    | st.floats()
    | st.sampled_from(["", "alle", "kennis", "-", "'", "{}"]),
    lambda leden: st.lists(leden, max_size=3)
    | st.dictionaries(st.sampled_from(["id", "naam", "kaarten", "vragen", "alle"]), leden, max_size=3),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gegevens=st.data())
def test_wat_er_ook_in_een_bestand_staat_er_komt_een_melding_en_geen_crash(
    gegevens: st.DataObject, tmp_path: Path
) -> None:
    map_ = tmp_path / "publicatie"
    if not map_.exists():
        kopie(tmp_path)
    bestand = gegevens.draw(st.sampled_from(BESTANDEN))
    goed = (map_ / bestand).read_text("utf-8")
    boom = yaml.safe_load(goed)
    plaats = boom
    sleutel: Any = gegevens.draw(st.sampled_from(list(plaats)))
    while isinstance(plaats[sleutel], dict | list) and plaats[sleutel] and gegevens.draw(st.booleans()):
        plaats = plaats[sleutel]
        sleutel = gegevens.draw(
            st.sampled_from(list(plaats) if isinstance(plaats, dict) else range(len(plaats)))
        )
    plaats[sleutel] = gegevens.draw(WAARDEN)
    (map_ / bestand).write_text(yaml.safe_dump(boom, allow_unicode=True), "utf-8")
    try:
        lees(map_)
    except Fouten as fouten:
        assert all(melding.raad and melding.code != "waarde-ongeldig" for melding in fouten.meldingen)
    finally:
        (map_ / bestand).write_text(goed, "utf-8")
