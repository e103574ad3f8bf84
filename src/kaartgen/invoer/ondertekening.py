"""From the last Stukken of a part to the names that sign it, each a paragraph by itself.

Names stand below each other, and in most sources nothing but a line end is between them; once lines are
broken anew, not even that. The number in the recipe is the proof: as many names by their capitals, or else
as many lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from kaartgen.invoer.delen import EINDE_ZIN
from kaartgen.invoer.stroom import Stroom
from kaartgen.invoer.stukken import Soort, Stuk

_Woorden = tuple[int, ...]


def ondertekend(stroom: Stroom, lijst: Sequence[Stuk], aantal: int) -> tuple[list[Stuk], list[Stuk], bool]:
    """Part the last paragraphs in as many names as the recipe says, or leave the list as it is.

    Gives the list, the names in it, and whether more than their lines parts them so.
    """
    op_regels, op_hoofdletters = (_verdeel(stroom, lijst, aantal, een) for een in (_regels, _namen))
    verdeling = op_regels or op_hoofdletters
    uit: list[Stuk] = []
    namen: list[Stuk] = []
    for nummer, stuk in enumerate(lijst):
        if nummer not in verdeling:
            uit.append(stuk)
            continue
        delen = [
            replace(stuk, tekst=stroom.tekst(naam), woorden=naam, aaneen=()) for naam in verdeling[nummer]
        ]
        uit += delen
        namen += delen
    return uit, namen, verdeling == op_hoofdletters


def _verdeel(
    stroom: Stroom,
    lijst: Sequence[Stuk],
    aantal: int,
    verdeel: Callable[[Stroom, Sequence[int]], list[_Woorden]],
) -> dict[int, list[_Woorden]]:
    """Give the names in each of the last paragraphs, or nothing when they are not as many."""
    namen: dict[int, list[_Woorden]] = {}
    for nummer in reversed([nummer for nummer, stuk in enumerate(lijst) if stuk.soort is Soort.ALINEA]):
        gevonden = verdeel(stroom, lijst[nummer].woorden)
        if not gevonden:
            return {}
        namen[nummer] = gevonden
        if sum(map(len, namen.values())) >= aantal:
            break
    return namen if sum(map(len, namen.values())) == aantal else {}


def _namen(stroom: Stroom, woorden: Sequence[int]) -> list[_Woorden]:
    """Part words in names of two capitals with small words between them; nothing when they are none."""
    namen: list[_Woorden] = []
    naam: list[int] = []
    for nummer in woorden:
        hoofdletter = stroom.woorden[nummer].tekst[0].isupper()
        if not naam and not hoofdletter:
            return []
        naam.append(nummer)
        if hoofdletter and len(naam) > 1:
            namen.append(tuple(naam))
            naam = []
    return [] if naam else namen


def _regels(stroom: Stroom, woorden: Sequence[int]) -> list[_Woorden]:
    """Part words in lines; nothing when a line begins in small letters or ends a sentence."""
    regels = [tuple(regel) for _, regel in groupby(woorden, lambda nummer: stroom.woorden[nummer].regel)]
    randen = [(stroom.woorden[regel[0]].tekst, stroom.woorden[regel[-1]].tekst) for regel in regels]
    zijn_namen = all(begin[0].isupper() and not EINDE_ZIN.search(einde) for begin, einde in randen)
    return regels if zijn_namen else []
