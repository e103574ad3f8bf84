"""The publication that comes with kaartgen: complete, in the right numbers and without warnings."""

from __future__ import annotations

from collections import Counter

import pytest

from inhoud_proef import ECHT
from kaartgen.inhoud import Publicatie, lees


@pytest.fixture(scope="module")
def echt() -> Publicatie:
    return lees(ECHT)


def test_er_zijn_geen_waarschuwingen(echt: Publicatie) -> None:
    assert list(map(str, echt.waarschuwingen)) == []


def test_negen_clusters_hebben_39_waarden_met_elk_drie_opvattingen(echt: Publicatie) -> None:
    waarden = [waarde for cluster in echt.waardenclusters.values() for waarde in cluster.waarden]
    assert (len(echt.waardenclusters), len(waarden)) == (9, 39)
    assert sum(len(waarde.opvattingen) for waarde in waarden) == 117
    assert {len(waarde.opvattingen) for waarde in waarden} == {3}


def test_elke_familie_heeft_drie_clusters_na_elkaar(echt: Publicatie) -> None:
    families = [cluster.familie for cluster in echt.waardenclusters.values()]
    assert families == [familie.id for familie in echt.gegevens.families for _ in range(3)]


def test_acht_ambtsdragers_hebben_elk_vier_prioriteiten(echt: Publicatie) -> None:
    assert len(echt.ambtsdragers) == 8
    assert {len(een.prioriteiten) for een in echt.ambtsdragers.values()} == {4}
    prioriteiten = [prioriteit for een in echt.ambtsdragers.values() for prioriteit in een.prioriteiten]
    assert sum(len(prioriteit.opvattingen) for prioriteit in prioriteiten) == 97
    assert sum(len(prioriteit.handelingsperspectieven) for prioriteit in prioriteiten) == 84


def test_zeven_verenigingen_krijgen_48_suggesties(echt: Publicatie) -> None:
    verenigingen = [een.vereniging for een in echt.ambtsdragers.values() if een.vereniging]
    assert (len(verenigingen), sum(len(een.suggesties) for een in verenigingen)) == (7, 48)


def test_alleen_statenleden_hebben_geen_handelingsperspectieven_en_vereniging(echt: Publicatie) -> None:
    zonder = [een.id for een in echt.ambtsdragers.values() if not een.prioriteiten[0].handelingsperspectieven]
    assert (
        zonder == [een.id for een in echt.ambtsdragers.values() if een.vereniging is None] == ["statenleden"]
    )


def test_43_kaarten_tonen_alles_wat_er_is(echt: Publicatie) -> None:
    assert len(echt.kaarten) == 43
    assert Counter(wat for kaart in echt.kaarten for wat in kaart.toont) == {
        "onderwerp": len(echt.onderwerpen),
        "waarden": 1,
        "waardenclusters": 1,
        "waardencluster": 9,
        "prioriteiten": 8,
        "handelingsperspectieven": 7,
        "suggesties": 7,
    }


def test_elke_kaart_heeft_een_tip_en_drie_of_vier_reflectievragen(echt: Publicatie) -> None:
    assert {len(vragen.vragen) for vragen in echt.reflectievragen.values()} <= {3, 4}
    assert all(vragen.tip for vragen in echt.reflectievragen.values())


def test_elke_ambtsdrager_heeft_een_selectie_met_de_clusters_van_de_eigen_waarden(echt: Publicatie) -> None:
    assert [selectie.ambtsdrager for selectie in echt.selecties[:-1]] == list(echt.ambtsdragers)
    for selectie in echt.selecties[:-1]:
        waarden = [prioriteit.waarde for prioriteit in echt.ambtsdragers[selectie.id].prioriteiten]
        verwacht = {f"cluster-{echt.waarde(waarde)[0].id}" for waarde in waarden}
        assert {id_ for id_ in selectie.kaarten if id_.startswith("cluster-")} == verwacht
    assert echt.selecties[-1].kaarten == "alle"


def test_elke_kaart_staat_eenmaal_in_het_tabletboek(echt: Publicatie) -> None:
    genoemd = [id_ for hoofdstuk in echt.tabletboek for id_ in hoofdstuk.kaarten]
    assert sorted(genoemd) == sorted(kaart.id for kaart in echt.kaarten)
