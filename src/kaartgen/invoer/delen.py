"""From a Stroom and a Recept to the parts of a document and its headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kaartgen.inhoud.model import Publicatie
from kaartgen.invoer.recept import Deelrecept, Recept
from kaartgen.invoer.stroom import Stroom, Vondst, patroon, sleutel

OPGAVE = 4
"""Headings in a row with no sentence between them, from which they are a table of contents."""
LANGE_KOP = 3
"""Words from which a heading is not taken for the begin of a sentence."""
BEGIN_CITAAT = re.compile(r"‘[A-ZÀ-Þ]")
_IS_EINDE = re.compile(r"[^\W\d_]{2}[’”)]*[.?!][’”)]*$")
EINDE_ZIN = re.compile(r"[.?!][’”)‘“]*$")


@dataclass(frozen=True, slots=True)
class Opschriften:
    """The labels and captions that may stand around the text, also some of them in one piece."""

    vorm: re.Pattern[str]

    @classmethod
    def van(cls, recept: Recept, publicatie: Publicatie) -> Opschriften:
        """Gather them: those of the recipe, and the names in the publication."""
        namen = [
            *recept.opschriften,
            *(een.kop for een in recept.delen if een.kop),
            *(naam for een in recept.vragen for naam in een.kaarten.values() if naam),
            *(kop for deel in recept.delen for een in deel.onderwerpen for kop in een.koppen),
        ]
        for cluster in publicatie.waardenclusters.values():
            namen += [cluster.naam, *(waarde.naam for waarde in cluster.waarden)]
        for ambt in publicatie.ambtsdragers.values():
            namen.append(ambt.naam)
        vormen = "|".join(sorted({patroon(naam) for naam in namen if sleutel(naam)}, key=len, reverse=True))
        return cls(re.compile(f"(?:{vormen})+"))

    def is_opschrift(self, tekst: str) -> bool:
        """Tell whether a text is nothing but labels and captions; what ends as a sentence does is of one."""
        kaal = sleutel(tekst)
        return not kaal or (tekst[-1] not in ".,;" and self.vorm.fullmatch(kaal) is not None)


@dataclass(frozen=True, slots=True)
class Gebied:
    """A part of the document: its recipe, and its words from `van` to before `tot`."""

    recept: Deelrecept
    van: int
    tot: int


@dataclass(frozen=True, slots=True)
class Verdeling:
    """The parts in order, the heading of each word that is part of one, and what was not found.

    What was not found has a word near its place, a code and what is wrong.
    """

    gebieden: list[Gebied]
    koppen: dict[int, str]
    gemist: list[tuple[int, str, str]]


def verdeel(stroom: Stroom, recept: Recept, opschriften: Opschriften) -> Verdeling:
    """Find where each part of a document begins, and the headings in it."""
    verdeler = _Verdeler(stroom, recept, opschriften)
    return Verdeling(verdeler.gebieden(), verdeler.koppen, verdeler.gemist)


@dataclass
class _Verdeler:
    stroom: Stroom
    recept: Recept
    opschriften: Opschriften
    koppen: dict[int, str] = field(default_factory=dict)
    gemist: list[tuple[int, str, str]] = field(default_factory=list)

    def gebieden(self) -> list[Gebied]:
        """Find where each part begins; its headings are marked on the way."""
        begonnen: list[tuple[Deelrecept, int]] = []
        plaats = self._na_opgave()
        for deel in self.recept.delen:
            begin, verder = self._begin(deel, plaats)
            if begin < 0:
                if not deel.mag_ontbreken:
                    wat = f"Het deel ‘{deel.kop or deel.vanaf or deel.hoofdstuk}’ ontbreekt."
                    self.gemist.append((plaats, "deel-ontbreekt", wat))
                continue
            begonnen.append((deel, begin))
            plaats = verder
        tot = [*(begin for _, begin in begonnen), len(self.stroom.woorden)][1:]
        return [Gebied(deel, van, einde) for (deel, van), einde in zip(begonnen, tot, strict=True)]

    def _na_opgave(self) -> int:
        """Give where the text begins: behind the table of contents, if there is one."""
        koppen = [deel.kop for deel in self.recept.delen if deel.kop and not deel.bij_citaten]
        vondsten = sorted((een.van, een.tot, kop) for kop in koppen for een in self.stroom.zoek(kop))
        rij: list[tuple[int, int, str]] = []
        for vondst in vondsten:
            if rij and any(
                _IS_EINDE.search(self.stroom.woorden[nr].tekst) for nr in range(rij[-1][1], vondst[0])
            ):
                if len({kop for *_, kop in rij}) >= OPGAVE:
                    break
                rij = []
            rij.append(vondst)
        if len({kop for *_, kop in rij}) < OPGAVE:
            return 0
        eerste = rij[0][2]
        herhaald = [van for van, _, kop in rij[1:] if kop == eerste]
        return herhaald[-1] if herhaald else rij[-1][1]

    def _begin(self, deel: Deelrecept, vanaf: int) -> tuple[int, int]:
        """Give where a part begins and where the search for the next may start."""
        if deel.bij_citaten:
            begin = self._eerste_citaat(vanaf)
            if begin < 0:
                return -1, vanaf
            verder = begin + 1
            koppen = [deel.kop] if deel.kop else []
            if ambt := deel.ambtsdrager:
                koppen += [een for een in (ambt.kop_inleiding, ambt.kop_handelen, ambt.kop_vereniging) if een]
            for kop in koppen:
                verder = self._markeer(kop, verder)
            return begin, verder
        vondsten = [self._bij_blok(kop, vanaf) for kop in (deel.kop or deel.vanaf, *deel.of_kop)]
        vondst = min((een for een in vondsten if een), key=lambda een: een.van, default=None)
        if vondst is None:
            return -1, vanaf
        if deel.kop:
            self._neem_kop(vondst, deel.kop)
        verder = vondst.tot if deel.kop else vondst.van
        for kop in deel.tussenkoppen:
            verder = self._markeer(kop, verder)
        for onderwerp in deel.onderwerpen:
            for kop in onderwerp.koppen if onderwerp.uit == "koppen" else ():
                verder = self._markeer(kop, verder)
        return vondst.van, vondst.tot

    def _eerste_citaat(self, vanaf: int) -> int:
        begin = vanaf
        for nummer in range(vanaf, len(self.stroom.woorden)):
            if self.stroom.begint_blok(nummer):
                begin = nummer
            if BEGIN_CITAAT.match(self.stroom.woorden[nummer].tekst):
                ervoor = self.stroom.tekst(range(begin, nummer))
                if self.opschriften.is_opschrift(ervoor) or EINDE_ZIN.search(ervoor):
                    return nummer
        return -1

    def _bij_blok(self, kop: str, vanaf: int) -> Vondst | None:
        """Find a heading: at the begin or end of a piece, alone on a line, or else behind a sentence.

        A short heading could begin a sentence itself; it counts there only when it stands nowhere else.
        """
        na_zin: Vondst | None = None
        for vondst in self.stroom.zoek(kop, vanaf):
            eerste, laatste = self.stroom.woorden[vondst.van], self.stroom.woorden[vondst.tot - 1]
            if eerste.tekst[0] != kop[0] or (laatste.tekst[-1] in ".,?’" and kop[-1] not in ".,?’"):
                continue
            begint, eindigt = self.stroom.begint_blok(vondst.van), self.stroom.eindigt_blok(vondst.tot)
            alleen = self.stroom.begint_regel(vondst.van) and self.stroom.begint_regel(vondst.tot)
            if begint or eindigt or alleen:
                return vondst
            if EINDE_ZIN.search(self.stroom.woorden[vondst.van - 1].tekst):
                if len(kop.split()) >= LANGE_KOP:
                    return vondst
                na_zin = na_zin or vondst
        return na_zin

    def _markeer(self, kop: str, vanaf: int) -> int:
        vondst = self._bij_blok(kop, vanaf)
        if vondst is None:
            self.gemist.append((vanaf, "kop-ontbreekt", f"De kop ‘{kop}’ ontbreekt."))
            return vanaf
        self._neem_kop(vondst, kop)
        return vondst.tot

    def _neem_kop(self, vondst: Vondst, kop: str) -> None:
        for nummer in range(vondst.van, vondst.tot):
            self.koppen[nummer] = kop
