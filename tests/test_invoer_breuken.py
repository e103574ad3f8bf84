"""Every single break in the real source, many to a run: the words are whole again, or the break is listed."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pytest

from conftest import ECHT, PLAATSEN
from kaartgen.invoer.bronregels import Bronregel, schoon
from kaartgen.invoer.herstel import herstel
from kaartgen.invoer.recept import Recept, lees_recept
from kaartgen.invoer.uitgave import woorden
from kaartgen.invoer.woordenschat import Woordenschat
from kaartgen.meldingen import Plek
from test_invoer_bron import RECEPT, TABLETBOEK

pytestmark = pytest.mark.skipif(
    not TABLETBOEK.is_file(), reason="de tekst van de makers staat niet naast het project"
)
APART = 4
"""Lines between two breaks of one run, so that each stands alone."""


@dataclass(frozen=True, slots=True, order=True)
class Breuk:
    """A change in the text: what stands from `van` to before `tot` becomes `erin`."""

    van: int
    tot: int
    erin: str


@dataclass(frozen=True, slots=True)
class Lezing:
    """The words of each line after mending, and how much of each line is listed as uncertain."""

    woorden: dict[int, str]
    genoemd: Counter[int]

    def tekst(self, regels: range) -> str:
        """Give the words of some lines."""
        return " ".join(self.woorden[nr] for nr in regels if nr in self.woorden)


@dataclass(frozen=True)
class Bron:
    """The text of the makers with what is needed to mend it."""

    tekst: str
    recept: Recept
    bekend: list[str]

    def lees(self, breuken: Sequence[Breuk] = ()) -> Lezing:
        tekst = self.tekst
        for breuk in sorted(breuken, reverse=True):
            tekst = tekst[: breuk.van] + breuk.erin + tekst[breuk.tot :]
        regels = [Bronregel(Plek("x", nr, 1), schoon(regel)) for nr, regel in enumerate(tekst.split("\n"), 1)]
        hersteld = herstel(regels, self.recept, self.bekend)
        per_regel: dict[int, list[str]] = defaultdict(list)
        for woord in hersteld.woorden:
            per_regel[woord.regel + 1].append(woord.tekst)
        samen = {regel: " ".join(lijst) for regel, lijst in per_regel.items()}
        return Lezing(samen, Counter(een.plek.regel for een in hersteld.onzeker))

    def regel(self, breuk: Breuk) -> int:
        return self.tekst.count("\n", 0, breuk.van) + 1

    def partijen(self, breuken: Sequence[Breuk], grootte: int) -> Iterator[list[Breuk]]:
        """Part breaks in runs in which no two stand near each other."""
        over = list(breuken)
        random.Random(6).shuffle(over)
        while over:
            partij: list[Breuk] = []
            bezet: set[int] = set()
            for breuk in over:
                regel = self.regel(breuk)
                if len(partij) < grootte and not any(abs(regel - ander) < APART for ander in bezet):
                    partij.append(breuk)
                    bezet.add(regel)
            over = [breuk for breuk in over if breuk not in partij]
            yield partij


@pytest.fixture(scope="module")
def bron() -> Bron:
    """The text of the tabletboek."""
    recept = lees_recept(RECEPT)
    bekend = [*woorden(PLAATSEN.publicaties / ECHT), *recept.alle_woorden()]
    return Bron(TABLETBOEK.read_text("utf-8").replace("\f", " "), recept, bekend)


@pytest.fixture(scope="module")
def heel(bron: Bron) -> Lezing:
    """The text as it reads without a break."""
    return bron.lees()


def stil(bron: Bron, heel: Lezing, breuken: Sequence[Breuk], grootte: int = 20) -> list[Breuk]:
    """Give the breaks that are neither whole again nor listed, however many runs that takes."""
    uit: list[Breuk] = []
    for partij in bron.partijen(breuken, grootte):
        gebroken = bron.lees(partij)
        erbij = 0
        for breuk in sorted(partij):
            regel, extra = bron.regel(breuk), breuk.erin.count("\n")
            voor, na = range(regel - 1, regel + 2), range(regel - 1 + erbij, regel + 2 + erbij + extra)
            zelfde = heel.tekst(voor) == gebroken.tekst(na)
            genoemd = sum(gebroken.genoemd[nr] for nr in na) > sum(heel.genoemd[nr] for nr in voor)
            uit += [] if zelfde or genoemd else [breuk]
            erbij += extra
    return uit


LIGATUUR = re.compile("ffi|ffl|ff|fi|fl")
HOE: dict[str, Callable[[re.Match[str]], Breuk]] = {
    "blanco": lambda een: Breuk(een.start(), een.end(), " "),
    "spatie erna": lambda een: Breuk(een.end(), een.end(), " "),
    "spatie ervoor": lambda een: Breuk(een.start(), een.start(), " "),
    "onleesbaar": lambda een: Breuk(een.start(), een.end(), "\ufffd"),
}


@pytest.mark.parametrize("hoe", HOE)
def test_elke_ligatuur_die_breekt_wordt_heel_of_genoemd(bron: Bron, heel: Lezing, hoe: str) -> None:
    breuken = [HOE[hoe](een) for een in LIGATUUR.finditer(bron.tekst)]
    assert len(breuken) > 100
    over = stil(bron, heel, breuken)
    assert [bron.tekst[een.van - 20 : een.tot + 20] for een in over] == []


def twee_woorden(bron: Bron, breuk: Breuk) -> bool:
    """Tell whether a blank leaves two words that exist, of a whole that stands nowhere: nobody can tell."""
    voor = re.search(r"[^\W\d_]*$", bron.tekst[: breuk.van])
    na = re.match(r"[^\W\d_]*", bron.tekst[breuk.tot :])
    assert voor and na
    links, rechts = voor[0].casefold(), na[0].casefold()
    zonder = bron.tekst[: breuk.van] + " " + bron.tekst[breuk.tot :]
    schat = Woordenschat(zonder.split(), bron.bekend)
    return schat.kent(links) and schat.kent(rechts) and not schat.kent(links + rechts)


def test_een_spatie_in_een_woord_wordt_dicht_of_genoemd(bron: Bron, heel: Lezing) -> None:
    plekken = [een.start() for een in re.finditer(r"(?<=[a-zà-ÿ])(?=[a-zà-ÿ])", bron.tekst)]
    breuken = [Breuk(plek, plek, " ") for plek in random.Random(7).sample(plekken, 400)]
    over = stil(bron, heel, breuken, 40)
    onbewezen = [een for een in over if not twee_woorden(bron, een)]
    assert len(onbewezen) <= 1, [bron.tekst[een.van - 20 : een.tot + 20] for een in onbewezen]
    assert len(over) <= 3, [bron.tekst[een.van - 20 : een.tot + 20] for een in over]


def test_elk_streepje_dat_bij_een_woord_hoort_blijft_aan_het_eind_van_een_regel(
    bron: Bron, heel: Lezing
) -> None:
    streepjes = re.finditer(r"(?<=[^\W_])-(?=[^\W_]{2})", bron.tekst)
    breuken = [Breuk(een.end(), een.end(), "\n") for een in streepjes]
    assert len(breuken) > 40
    over = stil(bron, heel, breuken)
    assert [bron.tekst[een.van - 20 : een.tot + 20] for een in over] == []


def test_een_woord_dat_wordt_afgebroken_is_daarna_heel_of_genoemd(bron: Bron, heel: Lezing) -> None:
    plekken = [een.start() for een in re.finditer(r"(?<=[a-zà-ÿ]{3})(?=[a-zà-ÿ]{3})", bron.tekst)]
    breuken = [Breuk(plek, plek, "-\n") for plek in random.Random(8).sample(plekken, 300)]
    over = stil(bron, heel, breuken, 40)
    assert [bron.tekst[een.van - 20 : een.tot + 20] for een in over] == []


def test_wat_niet_gebroken_is_wordt_niet_geheeld_en_weinig_wordt_genoemd(bron: Bron, heel: Lezing) -> None:
    lopend = Counter(re.sub(r"(\w)\s*-\s*\n\s*(?=[a-z])", r"\1", bron.tekst).split())
    gelezen = Counter(" ".join(heel.woorden.values()).split())
    anders = {woord for woord in (gelezen - lopend) if woord.isalpha() and woord.islower()}
    assert anders <= {"conflicten", "ambtsdragers", "boek", "ondervertegenwoordigd"}, anders
    assert heel.genoemd.total() < 40
