"""From Stukken to Regeleinden: places in a text where what comes next may not belong to it.

Lines are filled: a line that stops although the next word still went on it ends something. So does one before
white, unless its sentence goes on. Nothing else tells a caption or an advertisement from the text around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kaartgen.invoer.bronregels import Bronregel
from kaartgen.invoer.delen import EINDE_ZIN
from kaartgen.invoer.herstel import Woord
from kaartgen.invoer.stroom import Stroom
from kaartgen.invoer.stukken import RUIM, Soort, Stuk, is_open

ROND = 4
"""Words before and behind a place that are shown of it."""
TEKSTSOORTEN = (Soort.ALINEA, Soort.PUNT, Soort.CITAAT, Soort.NOOT)
HALF = 0.6
"""Part of the longest line that a line stays below to be half empty."""
VROEG = "regel die ophoudt waar nog plaats was; aaneen gelezen"
MIDDENIN = "korte regel midden in een zin; aaneen gelezen"
KLEIN = "zin die achter een punt met een kleine letter doorgaat; aaneen gelezen"


@dataclass(frozen=True, slots=True)
class Regeleinde:
    """A place to look at, or one that was mended for certain (`zeker`): the word behind it, words around it,
    and what it is."""

    woord: int
    rond: str
    wat: str
    zeker: bool = False


def regeleinden(
    stroom: Stroom, regels: Sequence[Bronregel], lijst: Sequence[Stuk], zinnen_los: bool
) -> Iterator[Regeleinde]:
    """Give the places in all texts of a part; `zinnen_los` tells that each sentence in it is a point."""
    teksten = [stuk for stuk in lijst if stuk.soort in TEKSTSOORTEN]
    ruimte: dict[Soort, int] = {}
    for stuk in teksten:
        langste = max(len(regels[stroom.woorden[nummer].regel].tekst) for nummer in stuk.woorden)
        ruimte[stuk.soort] = max(ruimte.get(stuk.soort, 0), langste)
    lezer = _Lezer(stroom, regels, ruimte, zinnen_los)
    for stuk in teksten:
        yield from lezer.einden(stuk)


@dataclass(frozen=True)
class _Lezer:
    stroom: Stroom
    regels: Sequence[Bronregel]
    ruimte: Mapping[Soort, int]
    """How many letters the longest line of each kind of text has."""
    zinnen_los: bool

    def einden(self, stuk: Stuk) -> Iterator[Regeleinde]:
        """Give the places in one text, line by line."""
        eerste, hoofdletter = True, False
        for plaats, (nummer, volgend) in enumerate(pairwise(stuk.woorden), 1):
            einde, begin = self.stroom.woorden[nummer], self.stroom.woorden[volgend]
            if einde.regel == begin.regel:
                continue
            rond = self.stroom.tekst(stuk.woorden[max(0, plaats - ROND) : plaats + ROND])
            if volgend in stuk.aaneen:
                yield self._naad(stuk.soort, volgend, rond, einde, begin)
            elif einde.blok == begin.blok:
                # Een vreemde regel begint met een hoofdletter binnen een zin, of is half leeg.
                vreemd = hoofdletter or (not eerste and self._is_kort(stuk.soort, einde, begin, HALF))
                if wat := self._wat(stuk.soort, einde, begin, vreemd):
                    yield Regeleinde(volgend, rond, wat)
            eerste, hoofdletter = False, is_open(einde.tekst) and begin.tekst[0].isupper()

    def _naad(self, soort: Soort, volgend: int, rond: str, einde: Woord, begin: Woord) -> Regeleinde:
        """Tell whether a sentence is sure to go on: it stops halfway on a full line, and goes on in small
        letters."""
        naad = any(regel.naad for regel in self.regels[einde.regel + 1 : begin.regel + 1])
        waar = "een bladzijde of kolom" if naad else "wit"
        vol = not self._is_kort(soort, einde, begin)
        if vol and begin.tekst.lstrip("‘“")[:1].islower() and is_open(einde.tekst):
            return Regeleinde(volgend, rond, f"zin die na {waar} doorgaat weer heel", zeker=True)
        return Regeleinde(volgend, rond, f"zin die na {waar} doorgaat; aaneen gelezen")

    def _wat(self, soort: Soort, einde: Woord, begin: Woord, vreemd: bool) -> str:
        if EINDE_ZIN.search(einde.tekst) and begin.tekst[0].islower():
            return KLEIN
        if not self._is_kort(soort, einde, begin):
            return ""
        if vreemd and is_open(einde.tekst):
            return MIDDENIN
        los = soort in (Soort.PUNT, Soort.CITAAT)
        zin = begin.tekst[0].isupper() and (not self.zinnen_los or is_open(einde.tekst))
        return VROEG if los or zin else ""

    def _is_kort(self, soort: Soort, einde: Woord, begin: Woord, deel: float = RUIM) -> bool:
        """Tell whether a line had room for the next word, or was emptier still.

        A point or quotation hardly has two sentences: there the longest line of any text tells the room.
        """
        nieuwe_zin = begin.tekst[0].isupper() and not is_open(einde.tekst)
        los = soort in (Soort.PUNT, Soort.CITAAT)
        breedte = max(self.ruimte.values()) if los and nieuwe_zin else self.ruimte[soort]
        return len(self.regels[einde.regel].tekst) + 1 + len(begin.tekst) < deel * breedte
