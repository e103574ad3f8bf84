"""Typographic finish of plain text: non-breaking spaces, bold, and words that are read aloud otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from kaartgen.scene import Kleur, Loop

VASTE_SPATIE = "\N{NO-BREAK SPACE}"
NADRUK = re.compile(r"\*\*(.+?)\*\*")
EENHEDEN = r"(?:procent|jaar|miljoen|miljard|euro|mm|cm|km|uur|minuten|waarden|kaarten)"
GETAL_MET_EENHEID = re.compile(rf"(\d) (?={EENHEDEN}\b)")
KORT = 9
PAAR = 13
"""A last word of at most KORT letters stays with the word before it, if the two count at most PAAR."""


def verzorg(tekst: str) -> str:
    """Put non-breaking spaces between a number and its unit, and before a short last word."""
    return zonder_weduwe(GETAL_MET_EENHEID.sub(rf"\1{VASTE_SPATIE}", tekst))


def zonder_weduwe(tekst: str) -> str:
    """Keep a short last word together with the word before it, so that it never stands alone on a line."""
    kop, _, laatste = tekst.rpartition(" ")
    voorlaatste = kop.rpartition(" ")[2]
    if " " not in kop or len(laatste) > KORT or len(voorlaatste) + len(laatste) > PAAR:
        return tekst
    return f"{kop}{VASTE_SPATIE}{laatste}"


@dataclass(frozen=True, eq=False)
class Begrippenlijst:
    """Words that are read aloud otherwise than they are written: what an abbreviation stands for
    (`afkortingen`), and the words of each language that is not the language of the text."""

    afkortingen: Mapping[str, str] = field(default_factory=dict)
    vreemde_woorden: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def _talen(self) -> dict[str, str]:
        return {woord: taal for taal, woorden in self.vreemde_woorden.items() for woord in woorden}

    @cached_property
    def _vorm(self) -> re.Pattern[str] | None:
        langste_eerst = sorted((*self.afkortingen, *self._talen), key=lambda woord: (-len(woord), woord))
        keuzes = "|".join(re.escape(woord).replace(r"\ ", f"[ {VASTE_SPATIE}]") for woord in langste_eerst)
        return re.compile(rf"(?<!\w)({keuzes})(?!\w)") if langste_eerst else None

    def splits(self, loop: Loop) -> Iterator[Loop]:
        """Give a run in parts, so that each of these words is a run of its own."""
        delen = self._vorm.split(loop.tekst) if self._vorm else [loop.tekst]
        for nummer, deel in enumerate(delen):
            if nummer % 2:
                woord = deel.replace(VASTE_SPATIE, " ")
                yield replace(
                    loop, tekst=deel, taal=self._talen.get(woord, ""), voluit=self.afkortingen.get(woord, "")
                )
            elif deel:
                yield replace(loop, tekst=deel)


GEEN_BEGRIPPEN = Begrippenlijst()


def lopen(
    tekst: str, nadruk: Kleur | None = None, begrippen: Begrippenlijst = GEEN_BEGRIPPEN
) -> tuple[Loop, ...]:
    """Split text into runs; what stands between double asterisks becomes bold, in the colour `nadruk`, and
    each word of `begrippen` is a run of its own."""
    delen = NADRUK.split(verzorg(tekst))
    gemerkt = (
        Loop(deel, vet=bool(nummer % 2), kleur=nadruk if nummer % 2 else None)
        for nummer, deel in enumerate(delen)
        if deel
    )
    return tuple(deel for loop in gemerkt for deel in begrippen.splits(loop))
