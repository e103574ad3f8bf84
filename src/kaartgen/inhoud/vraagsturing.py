"""From a reflectievraag to the words in it that push towards an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaartgen.inhoud.schrijfwijzer import Aanname, Schrijfwijzer, Vraagtaal
from kaartgen.inhoud.vraagbouw import hoofdwoorden, stelt, vraagt_open, zinsdelen, zonder_aanloop
from kaartgen.inhoud.zinnen import zinnen


def stuurt(vraag: str, wijzer: Schrijfwijzer) -> str:
    """Give the words that push in a question (without what is quoted); empty when none do."""
    taal = wijzer.vragen
    delen = [deel for zin in zinnen(vraag, wijzer.afkortingen) for deel in zinsdelen(zin)]
    heel = " ".join(woord for deel in delen for woord in deel)
    if gevonden := taal.stuurwoorden.search(heel):
        return gevonden.group()
    for zoek in (_aannames, _slotwoorden, _vanzelfsprekend):
        if woorden := next(zoek(delen, heel, taal), ""):
            return woorden
    return ""


def _aannames(delen: Sequence[Sequence[str]], heel: str, taal: Vraagtaal) -> Iterator[str]:
    """Give what takes for granted what it asks about, such as ‘waarom luister je nooit’."""
    for soort in taal.aannames:
        if any(f" {uitweg} " in f" {heel} " for uitweg in soort.behalve):
            continue
        for plaats in (" ".join(deel) for deel in delen) if soort.vooraan else (heel,):
            yield from (
                gevonden.group()
                for gevonden in soort.patroon.finditer(plaats)
                if _gaat_over(gevonden["tussen"].split(), soort)
            )


def _gaat_over(tussen: Sequence[str], soort: Aanname) -> bool:
    over = not soort.over or any(woord in soort.over for woord in tussen)
    return over and not any(woord in soort.niet_over for woord in tussen)


def _slotwoorden(delen: Sequence[Sequence[str]], heel: str, taal: Vraagtaal) -> Iterator[str]:
    """Give what asks for consent: at the end (‘…, nietwaar?’) or in a statement (‘je luistert toch wel’)."""
    yield from (uiting for uiting in taal.sturend_slot if f" {heel}".endswith(f" {uiting}"))
    if delen and not vraagt_open(delen[0], taal):
        yield from (uiting for uiting in taal.sturend_slot_bewering if f" {heel}".endswith(f" {uiting}"))
        laatste = delen[-1]
        if stelt(laatste, taal):
            yield from (woord for woord in hoofdwoorden(laatste, taal) if woord in taal.sturend_slot_bewering)


def _vanzelfsprekend(delen: Sequence[Sequence[str]], _heel: str, taal: Vraagtaal) -> Iterator[str]:
    """Give what puts a statement beyond doubt, as in ‘een raad moet natuurlijk luisteren, maar hoe …’."""
    for deel in delen:
        begin = zonder_aanloop(deel, taal)
        if stelt(begin, taal) or (
            begin[0] in taal.vanzelfsprekend and begin[1:2] and begin[1] in taal.werkwoorden
        ):
            yield from (woord for woord in hoofdwoorden(begin, taal) if woord in taal.vanzelfsprekend)
