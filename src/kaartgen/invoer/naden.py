"""From Stukken that are too many to as many as the recipe has: paragraphs that a page or column parted
between two sentences are one again.

Nothing in such a half tells that it goes on. The number that the recipe gives does, with the place: at the
foot of a page or column, behind a line that is full.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from kaartgen.invoer.bronregels import Bronregel
from kaartgen.invoer.stroom import Stroom
from kaartgen.invoer.stukken import Soort, Stuk

_GAAT_DOOR = re.compile(
    r"(?:^|\s)(?:de|het|een|van|en|of|in|op|aan|met|voor|door|bij|tot|te|uit|over|dat|die|om|naar)$"
)
"""A word that no sentence and no name ends with."""
VOL = 0.75
"""How long the last line of a paragraph that goes on is at least, as part of the longest in it."""


@dataclass(frozen=True, slots=True)
class Naad:
    """Place between two Stukken, by their numbers, with how likely the second goes on where the first ends:
    whether it stops behind a word that ends no sentence, at the foot of a page, within a sentence, and how
    full its last line is."""

    voor: int
    na: int
    kans: tuple[bool, bool, bool, float]


def lijm(
    stroom: Stroom,
    regels: Sequence[Bronregel],
    lijst: Sequence[Stuk],
    te_veel: int,
    los: Collection[Stuk] = (),
) -> tuple[list[Stuk], list[Stuk]]:
    """Join as many paragraphs as there are too many. Gives the list, and the second halves that were joined;
    when there are not as many places where that may be, only those that stop within a sentence. Those in
    `los` are joined to nothing."""
    naden = sorted(_naden(stroom, regels, lijst, los), key=lambda naad: naad.kans, reverse=True)
    zeker = sum(naad.kans[0] for naad in naden)
    naden = naden[: max(te_veel if te_veel <= len(naden) else 0, zeker)]
    uit = dict(enumerate(lijst))
    for naad in sorted(naden, key=lambda naad: naad.na, reverse=True):
        uit[naad.voor] = _samen(stroom, uit[naad.voor], uit.pop(naad.na))
    return list(uit.values()), [lijst[naad.na] for naad in naden]


def _naden(
    stroom: Stroom, regels: Sequence[Bronregel], lijst: Sequence[Stuk], los: Collection[Stuk]
) -> list[Naad]:
    uit: list[Naad] = []
    bladzijden = any(regel.naad for regel in regels)
    vorig = -1
    for nummer, stuk in enumerate(lijst):
        if stuk.soort is Soort.KOP or stuk in los:
            vorig = -1
        elif stuk.soort in (Soort.ALINEA, Soort.PUNT, Soort.CITAAT):
            if vorig >= 0 and stuk.soort is Soort.ALINEA:
                eerder = lijst[vorig]
                einde, begin = (stroom.woorden[nr].regel for nr in (eerder.woorden[-1], stuk.woorden[0]))
                naad = any(regel.naad for regel in regels[einde + 1 : begin + 1])
                langste = max(len(regels[stroom.woorden[nr].regel].tekst) for nr in eerder.woorden)
                vol = len(regels[einde].tekst) / max(langste, 1)
                zeker = eerder.open and _GAAT_DOOR.search(eerder.tekst) is not None
                if zeker or naad or (bladzijden and vol >= VOL):
                    uit.append(Naad(vorig, nummer, (zeker, naad, eerder.open, vol)))
            vorig = nummer
    return uit


def _samen(stroom: Stroom, voor: Stuk, na: Stuk) -> Stuk:
    woorden = (*voor.woorden, *na.woorden)
    tekst = stroom.tekst(woorden[1:] if voor.soort is Soort.PUNT else woorden)
    return replace(voor, tekst=tekst, woorden=woorden)
