"""From a reflectievraag to Tekstbevindingen: whether it is one open question that does not lead."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from kaartgen.inhoud.schrijfwijzer import Schrijfwijzer, Vraagtaal
from kaartgen.inhoud.zinnen import kaal, telling, woorden, zinnen, zonder_citaten
from kaartgen.inhoud.zinskeuring import Tekstbevinding, is_deelwoord, zinsbevindingen

MAX_WOORDEN = 20
"""Words in a reflectievraag; a longer one is hard to take in at a table."""

_DEEL = re.compile(r"[,:;]\s+|\s+[–—-]\s+")
_GRENS = re.compile(r"[,;.]\s+|\s+[–—-]\s+")
_UITZONDERING = "lang"
_VERSTE = 7
"""Words after ‘en’ or ‘of’ among which a second question shows itself."""


def vraagbevindingen(tekst: str, wijzer: Schrijfwijzer | None) -> tuple[Tekstbevinding, ...]:
    """Give what is wrong with a reflectievraag; without a Schrijfwijzer only what holds in each language."""
    vraag = kaal(tekst).strip()
    bevindingen = [*_te_lang(vraag), *_vraagteken(vraag)]
    if wijzer is None:
        bevindingen += _twee_vraagtekens(vraag)
    else:
        taal = wijzer.vragen
        bevindingen += [
            *(_twee_vraagtekens(vraag) or _twee_ineen(vraag, taal)),
            *_gesloten(_vraagzin(vraag, wijzer), wijzer),
            *_sturend(vraag, wijzer),
            *(een for een in zinsbevindingen(vraag, wijzer) if een.regel != _UITZONDERING),
        ]
    return tuple(bevindingen)


def _te_lang(vraag: str) -> Iterator[Tekstbevinding]:
    aantal = telling(vraag)
    if aantal > MAX_WOORDEN:
        yield Tekstbevinding(
            "lang", f"Deze reflectievraag telt {aantal} woorden.", f"Houd het bij {MAX_WOORDEN} woorden."
        )


def _vraagteken(vraag: str) -> Iterator[Tekstbevinding]:
    if "?" not in vraag:
        wat = "In deze reflectievraag staat geen vraagteken."
        yield Tekstbevinding("zonder-vraagteken", wat, "Maak er een vraag van.")
    elif not re.search(r"[^?!]\?[’”)]*$", vraag):
        wat = "Deze reflectievraag eindigt niet met één vraagteken."
        yield Tekstbevinding("zonder-vraagteken", wat, "Zet de vraag aan het eind, met één vraagteken.")


def _dubbel() -> Tekstbevinding:
    return Tekstbevinding(
        "dubbel",
        "Hier staan twee vragen in één reflectievraag.",
        "Kies er een, of maak er twee reflectievragen van.",
    )


def _twee_vraagtekens(vraag: str) -> list[Tekstbevinding]:
    tekens = re.findall(r"[?!]+", zonder_citaten(vraag))
    return [_dubbel()] if sum("?" in reeks for reeks in tekens) > 1 else []


def _twee_ineen(vraag: str, taal: Vraagtaal) -> list[Tekstbevinding]:
    """Look for a second question that ‘en’, ‘of’ or a comma joins to the first."""
    return (
        [_dubbel()] if _vraagt_meermaals(Zinsbouw.van(zonder_citaten(vraag).casefold(), taal), taal) else []
    )


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
        """Read a question (lower case); what stands before a colon and asks nothing is left out."""
        aanloop, punt, rest = vraag.partition(":")
        if punt and taal.vraagwoorden.isdisjoint(woorden(aanloop)):
            vraag = rest
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
    """Tell whether a word is a verb, or stands before ‘je’ as one."""
    return delen[nr] in taal.werkwoorden or _voor_aangesprokene(delen, nr, taal)


def _voor_aangesprokene(delen: Sequence[str], nr: int, taal: Vraagtaal) -> bool:
    return nr + 1 < len(delen) and delen[nr + 1] in taal.aangesprokene and not taal.is_functiewoord(delen[nr])


def _vraagt_meermaals(bouw: Zinsbouw, taal: Vraagtaal) -> bool:
    """Tell whether a part that ‘en’, ‘of’ or a comma joins is a question of its own."""
    schakels = taal.verbinders | taal.alternatieven
    if any(_begint_vraag(bouw, nr, taal) for nr, woord in enumerate(bouw.delen) if nr and woord in schakels):
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
        if bouw.vanaf >= plaats or delen[plaats - 1] in taal.vraagwoorden:
            return False
        return _met_werkwoord(na, taal) or (bouw.vrij(plaats) and _vraagt_zelf(na, bouw, taal))
    if of and not (plaats in bouw.begin and delen[0] in taal.vraagwoorden):
        return False
    verwijst = len(na) > 2 and (
        na[2] in taal.terugwijzers
        or (len(na) > 3 and na[3] in taal.terugwijzers and na[2] not in taal.voorzetsels)
    )
    return verwijst and na[0] in taal.werkwoorden and na[1] in taal.onderwerpen


def _vraagt_zelf(na: Sequence[str], bouw: Zinsbouw, taal: Vraagtaal) -> bool:
    """Tell whether words from a question word on have their verb in front, as in ‘wie kan helpen’.

    A verb at the very end makes it a clause: ‘hoe snel je dat doet’. As short as ‘en wie volgt?’, after
    another ‘wie’, it only sets one against the other.
    """
    if na[1] in taal.werkwoorden:
        return len(na) > 2 or na[0] != bouw.delen[0]
    if len(na) > 2 and _lijkt_werkwoord(na[1], taal) and na[2] in taal.onderwerpen:
        return True
    plaatsen = range(1, min(4, len(na) - 1))
    bijzin = bouw.delen[-1] in taal.werkwoorden
    return not bijzin and any(_voor_aangesprokene(na, nr, taal) for nr in plaatsen)


def _vraagzin(vraag: str, wijzer: Schrijfwijzer) -> str:
    """Give the sentence that asks; what stands before it may tell something first."""
    met = [zin for zin in zinnen(zonder_citaten(vraag), wijzer.afkortingen) if "?" in zin]
    return met[-1] if met else ""


def _gesloten(zin: str, wijzer: Schrijfwijzer) -> Iterator[Tekstbevinding]:
    taal = wijzer.vragen
    delen = [gevonden for deel in _DEEL.split(zin.casefold()) if (gevonden := woorden(deel))]
    if is_gesloten(delen, taal) or _beweert(delen, wijzer):
        yield Tekstbevinding(
            "gesloten",
            "Op deze reflectievraag kun je ja of nee zeggen.",
            "Begin met wat, wie, welk, waar, wanneer of hoe.",
        )


def is_gesloten(delen: Sequence[Sequence[str]], taal: Vraagtaal) -> bool:
    """Tell whether a question, in parts between commas and colons, asks for yes or no.

    The first part that asks decides; a clause with als and the like, or with the verb in front, may stand
    before an open question.
    """
    if not delen:
        return False
    eerste, *later = delen
    if len(eerste) > 1 and eerste[0] in taal.aanloop:
        eerste = eerste[1:]
    if _vraagt_open(eerste, taal) and not (later and _is_bijzin(eerste, taal)):
        return False
    gesloten = _vraagt_gesloten(eerste, taal) or " ".join(eerste) in taal.ja_of_nee
    for deel in later:
        if _vraagt_open(deel, taal) and not _is_bijzin(deel, taal):
            return False
        gesloten = gesloten or (_werkwoord_voorop(deel, taal) and len(deel) > 2)
    return gesloten


def _beweert(delen: Sequence[Sequence[str]], wijzer: Schrijfwijzer) -> bool:
    """Tell whether a question has no question word and yet says something whole: ‘Toch is het beter?’.

    Words that ask on, such as ‘En thuis?’, say nothing whole.
    """
    taal = wijzer.vragen
    if any(woord in taal.vraagwoorden for deel in delen for woord in deel):
        return False
    return any(_zegt_iets(deel, wijzer) for deel in delen)


def _zegt_iets(deel: Sequence[str], wijzer: Schrijfwijzer) -> bool:
    taal = wijzer.vragen
    begin = next((nr for nr, woord in enumerate(deel) if woord not in taal.aanloop), 0)
    hoofd = list(
        takewhile(lambda woord: woord not in taal.voegwoorden and woord not in taal.inbedders, deel[begin:])
    )
    if hoofd and hoofd[0] in taal.ooitwoorden:
        return True
    return any(
        is_deelwoord(woord, wijzer.lijdend)
        or (woord in taal.persoonsvormen and not (nr and hoofd[nr - 1] in taal.voorzetsels))
        for nr, woord in enumerate(hoofd)
    )


def _vraagt_open(deel: Sequence[str], taal: Vraagtaal) -> bool:
    begin = deel[1:] if len(deel) > 1 and deel[0] in taal.voorzetsels else deel
    if begin[0] not in taal.vraagwoorden:
        return False
    return not (len(begin) > 1 and begin[1] in taal.aangesprokene)


def _is_bijzin(deel: Sequence[str], taal: Vraagtaal) -> bool:
    """Tell whether a part is a clause such as ‘wanneer je faalt’: a conjunction and then who it is about."""
    if deel[0] not in taal.voegwoorden:
        return False
    return deel[0] not in taal.vraagwoorden or (len(deel) > 1 and deel[1] in taal.onderwerpen)


def _vraagt_gesloten(deel: Sequence[str], taal: Vraagtaal) -> bool:
    return deel[0] in taal.werkwoorden or _werkwoord_voorop(deel, taal)


def _werkwoord_voorop(deel: Sequence[str], taal: Vraagtaal) -> bool:
    """Tell whether a part starts with a verb and then who it is about, as in ‘luister jij’."""
    if len(deel) < 2:
        return False
    if deel[0] in taal.werkwoorden:
        return deel[1] in taal.onderwerpen
    if taal.is_functiewoord(deel[0]):
        return False
    return deel[1] in taal.aangesprokene or (_lijkt_werkwoord(deel[0], taal) and deel[1] in taal.onderwerpen)


def _lijkt_werkwoord(woord: str, taal: Vraagtaal) -> bool:
    """Tell whether a word that is not in the lists ends as a verb does."""
    anders = woord in taal.bijwoorden or taal.is_functiewoord(woord)
    return not anders and woord.endswith(taal.werkwoordsuitgangen)


def _sturend(vraag: str, wijzer: Schrijfwijzer) -> Iterator[Tekstbevinding]:
    taal = wijzer.vragen
    delen = woorden(zonder_citaten(vraag).casefold())
    heel = " ".join(delen)
    stuur = taal.stuurwoorden.search(heel)
    gevonden = stuur.group() if stuur else next(_verwijten(heel, taal), "")
    if not gevonden:
        slot = list(taal.sturend_slot)
        if delen and not _vraagt_open(delen, taal):
            slot += taal.sturend_slot_bewering
        gevonden = next((uiting for uiting in slot if f" {heel}".endswith(f" {uiting}")), "")
    if gevonden:
        yield Tekstbevinding(
            "sturend",
            f"‘{gevonden}’ legt het antwoord in de mond.",
            "Vraag zo dat elk antwoord goed is.",
        )


def _verwijten(heel: str, taal: Vraagtaal) -> Iterator[str]:
    """Give what takes for granted what it asks about, such as ‘waarom luister je nooit’."""
    for soort in taal.aannames:
        for gevonden in soort.patroon.finditer(heel):
            tussen = gevonden["tussen"].split()
            over_wie = not soort.over or any(woord in soort.over for woord in tussen)
            if over_wie and not any(f" {uitweg} " in f" {heel} " for uitweg in soort.behalve):
                yield gevonden.group()
