"""From a reflectievraag to whether ‘en’, ‘of’ or a comma joins a second question to the first."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kaartgen.inhoud.schrijfwijzer import Vraagtaal
from kaartgen.inhoud.vraagbouw import lijkt_werkwoord, voor_aangesprokene
from kaartgen.inhoud.zinnen import woorden

_GRENS = re.compile(r"[,;.]\s+|\s+[–—-]\s+")
_KORT = 3
_VERSTE = 7
"""Words after ‘en’ or ‘of’ among which a second question shows itself."""


@dataclass(frozen=True, slots=True)
class Zinsbouw:
    """The words of a question, where its parts start, and how far one can still ask anew.

    `vanaf` is the place of the first verb: before it, question words share one (‘hoe en wanneer kom je’).
    `tot` is the place of the first clause that hangs under another (‘over wie praat’): from there on a
    question word need not ask anything.
    """

    delen: Sequence[str]
    begin: frozenset[int]
    vanaf: int
    tot: int

    @classmethod
    def van(cls, vraag: str, taal: Vraagtaal) -> Zinsbouw:
        """Read a question (lower case) without what stands in front and asks nothing.

        That is what stands before a colon and has no question word, or ‘wat denk je’ before the question.
        """
        aanloop, punt, rest = vraag.partition(":")
        if punt and taal.vraagwoorden.isdisjoint(woorden(aanloop)):
            vraag = rest
        eerste, *later = _GRENS.split(vraag, maxsplit=1)
        if later and eerste in taal.meningvragen and not _schakelt(later[0], taal):
            vraag = later[0]
        delen: list[str] = []
        begin: set[int] = set()
        for deel in _GRENS.split(vraag):
            begin.add(len(delen))
            delen += woorden(deel)
        nummers = range(len(delen))
        vanaf = next((nr for nr in nummers if _kan_werkwoord(delen, nr, taal)), len(delen))
        tot = next(_ingebed(delen, begin, taal), len(delen))
        return cls(delen, frozenset(begin), vanaf, tot)

    def vrij(self, plaats: int) -> bool:
        """Tell whether a question word at a place asks something anew."""
        return self.vanaf < plaats <= self.tot


def _schakelt(deel: str, taal: Vraagtaal) -> bool:
    """Tell whether a part starts with ‘en’, ‘of’ and the like."""
    return any(woord in taal.verbinders | taal.alternatieven for woord in woorden(deel)[:1])


def _ingebed(delen: Sequence[str], begin: Collection[int], taal: Vraagtaal) -> Iterator[int]:
    """Give the places where a clause starts that hangs under another."""
    voorop = False
    for nr, woord in enumerate(delen):
        voorop = voorop or nr in begin
        if woord in taal.vraagwoorden:
            los = voorop
        elif woord in taal.alternatieven:
            los = nr + 1 == len(delen) or delen[nr + 1] not in taal.onderwerpen
        else:
            los = woord not in taal.inbedders or voorop
        if not los:
            yield nr
        schakel = woord in taal.verbinders or woord in taal.alternatieven or woord in taal.aanloop
        voorop = schakel or (voorop and woord in taal.voorzetsels)


def _kan_werkwoord(delen: Sequence[str], nr: int, taal: Vraagtaal) -> bool:
    """Tell whether a word is a verb, stands before ‘je’ as one, or ends as one behind ‘welke wijk’."""
    if delen[nr] in taal.werkwoorden or voor_aangesprokene(delen, nr, taal):
        return True
    return nr > 1 and delen[nr - 2] in taal.bepalers and lijkt_werkwoord(delen[nr], taal)


def vraagt_meermaals(vraag: str, taal: Vraagtaal) -> bool:
    """Tell whether in a question (lower case) what ‘en’, ‘of’ or a comma joins is a question of its own."""
    bouw = Zinsbouw.van(vraag, taal)
    schakels = taal.verbinders | taal.alternatieven
    eerste = _eerste_vraag(bouw, taal)
    if any(
        _begint_vraag(bouw, nr, taal)
        for nr, woord in enumerate(bouw.delen)
        if nr > eerste and woord in schakels
    ):
        return True
    if any(_gaat_verder(bouw, nr, taal) for nr in range(1, len(bouw.delen) - 1)):
        return True
    grenzen = [*sorted(bouw.begin), len(bouw.delen)]
    heel = 0
    for van, tot in pairwise(grenzen):
        deel = _na_voorzetsel(bouw.delen[van:tot], taal)
        if deel and deel[0] in taal.vraagwoorden:
            los = len(deel) > 1 and deel[1] in taal.werkwoorden and van <= bouw.tot
            heel += los or _met_werkwoord(deel, taal)
    return heel > 1


def _met_werkwoord(deel: Sequence[str], taal: Vraagtaal) -> bool:
    """Tell whether a verb follows soon after the first word, and then who it is about."""
    return any(
        deel[nr] in taal.werkwoorden and deel[nr + 1] in taal.onderwerpen
        for nr in range(1, min(4, len(deel) - 1))
    )


def _na_voorzetsel(deel: Sequence[str], taal: Vraagtaal) -> Sequence[str]:
    """Give a part from its question word on when only a preposition stands before it."""
    voor = len(deel) > 1 and deel[0] in taal.voorzetsels and deel[1] in taal.vraagwoorden
    return deel[1:] if voor else deel


def _begint_vraag(bouw: Zinsbouw, plaats: int, taal: Vraagtaal) -> bool:
    """Tell whether a question of its own starts after the ‘en’ or ‘of’ at a place.

    One word alone, as in ‘en waarom?’, asks anew unless it goes with a clause such as ‘wie er afhaakt’. A
    verb in front asks anew when it points back, as in ‘en had je daar spijt van?’.
    """
    delen = bouw.delen
    na = _na_voorzetsel(delen[plaats + 1 : plaats + _VERSTE], taal)
    if not na:
        return False
    of = delen[plaats] in taal.alternatieven
    if na[0] in taal.vraagwoorden:
        if len(na) == 1:
            return not of and sum(woord in taal.vraagwoorden for woord in delen[:plaats]) < 2
        if bouw.vanaf >= plaats:
            return (
                not of
                and plaats <= bouw.tot
                and _reden_erbij(delen[max(0, plaats - _VERSTE) : plaats], na[0], taal)
            )
        if delen[plaats - 1] in taal.vraagwoorden:
            return False
        return _met_werkwoord(na, taal) or (bouw.vrij(plaats) and _vraagt_zelf(na, plaats, bouw, taal))
    if of and not (plaats in bouw.begin and delen[0] in taal.vraagwoorden):
        return False
    verwijst = len(na) > 2 and (
        na[2] in taal.terugwijzers
        or (len(na) > 3 and na[3] in taal.terugwijzers and na[2] not in taal.voorzetsels)
    )
    return verwijst and na[0] in taal.werkwoorden and na[1] in taal.onderwerpen


def _vraagt_zelf(na: Sequence[str], plaats: int, bouw: Zinsbouw, taal: Vraagtaal) -> bool:
    """Tell whether words from a question word on have their verb in front, as in ‘wie kan helpen’.

    A verb at the very end makes it a clause: ‘hoe snel je dat doet’, but not after a comma. As short as ‘en
    wie volgt?’, after another ‘wie’, it only sets one against the other; ‘en wie niet?’ asks it anew.
    """
    if na[-1] in taal.ontkenningen and len(na) <= _KORT and len(bouw.delen) - plaats <= _VERSTE:
        return na[0] in bouw.delen[:plaats]
    if na[1] in taal.werkwoorden:
        return len(na) > 2 or na[0] != bouw.delen[0]
    if len(na) > 2 and lijkt_werkwoord(na[1], taal) and na[2] in taal.onderwerpen:
        return True
    if na[0] in taal.bepalers and _werkwoord_na_naamwoord(na, bouw, taal):
        return True
    plaatsen = range(1, min(4, len(na) - 1))
    bijzin = bouw.delen[-1] in taal.werkwoorden and plaats not in bouw.begin
    return not bijzin and any(voor_aangesprokene(na, nr, taal) for nr in plaatsen)


def _werkwoord_na_naamwoord(na: Sequence[str], bouw: Zinsbouw, taal: Vraagtaal) -> bool:
    """Tell whether after ‘welke’ and what it asks about a verb follows that does not end the sentence."""
    if len(na) <= _KORT:
        return False
    if na[2] in taal.werkwoorden:
        return True
    meervoud = na[1].endswith(taal.naamwoordsuitgangen) and na[2].endswith(taal.meervoudsuitgangen)
    anders = na[2] in taal.bijwoorden or taal.is_functiewoord(na[2])
    return meervoud and not anders and not bouw.delen[-1].endswith(taal.meervoudsuitgangen)


def _eerste_vraag(bouw: Zinsbouw, taal: Vraagtaal) -> int:
    """Give the place where a question first asks; what stands before it may state something."""
    return next(
        (
            nr
            for nr, woord in enumerate(bouw.delen)
            if woord in taal.vraagwoorden
            or (_voorop(bouw, nr, taal) and _kan_werkwoord(bouw.delen, nr, taal))
        ),
        len(bouw.delen),
    )


def _voorop(bouw: Zinsbouw, nr: int, taal: Vraagtaal) -> bool:
    return nr in bouw.begin or (nr - 1 in bouw.begin and bouw.delen[nr - 1] in taal.aanloop)


def _reden_erbij(ervoor: Sequence[str], vraagwoord: str, taal: Vraagtaal) -> bool:
    """Tell whether of two question words that share a verb one asks why: ‘hoe vaak en waarom wijk je af’."""
    eerder = [woord for woord in ervoor if woord in taal.vraagwoorden]
    reden = [woord in taal.redenwoorden for woord in (*eerder, vraagwoord)]
    return bool(eerder) and any(reden) and not all(reden)


def _gaat_verder(bouw: Zinsbouw, nr: int, taal: Vraagtaal) -> bool:
    """Tell whether a part goes on from an answer, as in ‘en zo ja, waarom’."""
    los = nr in bouw.begin or bouw.delen[nr - 1] in taal.verbinders | taal.alternatieven
    return los and " ".join(bouw.delen[nr : nr + 2]) in taal.vervolgen
