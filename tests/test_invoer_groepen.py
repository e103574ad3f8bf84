"""Groups of quotations under the right waarde: two that are exchanged in a source are listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import pytest

from conftest import ECHT, PLAATSEN
from invoer_proef import BOEKJE, lees_in
from kaartgen.inhoud import lees
from kaartgen.invoer.importeren import Import
from kaartgen.invoer.plaatsing import _eigen_woorden
from kaartgen.invoer.verwantschap import Verwantschap
from test_invoer_bron import TABLETBOEK, gelezen, importeer

__all__ = ["gelezen"]
makers = pytest.mark.skipif(
    not TABLETBOEK.is_file(), reason="de tekst van de makers staat niet naast het project"
)


def verwissel(tekst: str, een: str, ander: str) -> str:
    """Exchange two pieces of a text."""
    assert tekst.count(een) == tekst.count(ander) == 1
    return tekst.replace(een, "\0").replace(ander, een).replace("\0", ander)


def genoemd(gelezen: Import) -> list[str]:
    """Give where groups would fit better."""
    return [een.nader for een in gelezen.verslag.onzeker if "past beter bij" in een.waarom]


def test_verwisselde_groepen_van_het_boekje_worden_genoemd(tmp_path: Path) -> None:
    tekst = BOEKJE.read_text("utf-8")
    assert genoemd(lees_in(tmp_path, tekst)) == []
    een = "‘Een vraag is beter dan een antwoord.’\n‘Een kast zonder verrassingen blijft dicht.’"
    ander = "‘Een bewering heeft een bron nodig.’\n‘Twijfel mag je gewoon zeggen.’"
    assert genoemd(lees_in(tmp_path, verwissel(tekst, een, ander))) == [
        "Opvattingen bij kennis: ‘Zorgvuldigheid’?",
        "Opvattingen bij kennis: ‘Nieuwsgierigheid’?",
    ]


def groepen_van(gelezen: Import) -> Iterator[Mapping[str, Sequence[str]]]:
    """Give all groups that stand together on a page of the makers."""
    inhoud = gelezen.verslag.inhoud
    for cluster in inhoud.waardenclusters.values():
        yield cluster.opvattingen
    for ambt in inhoud.ambtsdragers.values():
        yield ambt.opvattingen
        if ambt.handelingsperspectieven:
            yield ambt.handelingsperspectieven


@makers
def test_elke_verwisseling_van_twee_groepen_van_de_makers_wordt_gezien(gelezen: Import) -> None:
    verwantschap = Verwantschap(_eigen_woorden(lees(PLAATSEN.publicaties / ECHT)))
    aantal = 0
    for groepen in groepen_van(gelezen):
        assert verwantschap.verwisseld(groepen) == []
        for een, ander in combinations(groepen, 2):
            anders = dict(groepen) | {een: groepen[ander], ander: groepen[een]}
            assert (een, ander) in verwantschap.verwisseld(anders)
            aantal += 1
    assert aantal == 115 + 42


@makers
def test_een_verwisseling_in_de_bron_wordt_met_regel_genoemd(tmp_path: Path, gelezen: Import) -> None:
    tekst = TABLETBOEK.read_text("utf-8")
    groepen = gelezen.verslag.inhoud.waardenclusters["vrijheid"].opvattingen
    een, ander = ("\n".join(groepen[id_]) for id_ in ("autonomie", "verscheidenheid"))
    (tmp_path / "bron.txt").write_text(verwissel(tekst, een, ander), "utf-8")
    anders = importeer(tmp_path / "bron.txt")
    assert genoemd(gelezen) == []
    regels = [een.plek.regel for een in anders.verslag.onzeker if "past beter bij" in een.waarom]
    assert len(regels) >= 2
    assert ander.split("\n")[0] in anders.verslag.inhoud.waardenclusters["vrijheid"].opvattingen["autonomie"]
