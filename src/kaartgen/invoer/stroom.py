"""From Woorden to a Stroom: one string of bare letters in which headings are found however they were cut."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kaartgen.invoer.herstel import Woord

RUIMTE = 160
"""Most letters that an open place (`…` or `{naam}`) in a form stands for."""
_OPEN = re.compile(r"(…|\{\w+\})")


def sleutel(tekst: str) -> str:
    """Give the bare letters and digits of a text: small, without accents, blanks and marks."""
    los = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in los if teken.isalnum())


def patroon(vorm: str, namen: Iterable[str] = ()) -> str:
    """Make the regular expression (on keys) for a form with open places; `namen` come first in `{naam}`."""
    bekend = sorted({re.escape(sleutel(naam)) for naam in namen if sleutel(naam)}, key=len, reverse=True)
    delen = []
    for deel in _OPEN.split(vorm):
        if deel == "…":
            delen.append(f".{{0,{RUIMTE}}}?")
        elif _OPEN.fullmatch(deel):
            delen.append(f"(?P<{deel[1:-1]}>{'|'.join([*bekend, f'.{{1,{RUIMTE}}}?'])})")
        else:
            delen.append(re.escape(sleutel(deel)))
    return "".join(delen)


@dataclass(frozen=True, slots=True)
class Vondst:
    """Words that a form was found in, from `van` to before `tot`; `naam` are those in its open place."""

    van: int
    tot: int
    naam: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Stroom:
    """The words of a document, in which forms can be found."""

    woorden: Sequence[Woord]
    letters: str = field(init=False, repr=False)
    begin: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        sleutels = [sleutel(woord.tekst) for woord in self.woorden]
        begin = [0]
        for een in sleutels:
            begin.append(begin[-1] + len(een))
        object.__setattr__(self, "letters", "".join(sleutels))
        object.__setattr__(self, "begin", begin)

    def zoek(
        self, vorm: str, van: int = 0, tot: int | None = None, namen: Iterable[str] = ()
    ) -> Iterator[Vondst]:
        """Give where a form stands between two words, from the first; only whole words count."""
        einde = self.begin[len(self.woorden) if tot is None else tot]
        for gevonden in re.compile(patroon(vorm, namen)).finditer(self.letters, self.begin[van], einde):
            plek = self._heel(gevonden.start(), gevonden.end())
            if plek is not None:
                naam = self._heel(*gevonden.span("naam")) if "naam" in gevonden.re.groupindex else None
                yield Vondst(*plek, naam or (0, 0))

    def _heel(self, van: int, tot: int) -> tuple[int, int] | None:
        eerste, laatste = bisect_left(self.begin, van), bisect_left(self.begin, tot)
        if self.begin[eerste] != van or self.begin[laatste] != tot:
            return None
        while eerste < laatste and self.begin[eerste + 1] == van:
            eerste += 1
        return eerste, laatste

    def begint_blok(self, plaats: int) -> bool:
        """Tell whether a word is the first of its piece."""
        return plaats == 0 or self.woorden[plaats - 1].blok != self.woorden[plaats].blok

    def begint_regel(self, plaats: int) -> bool:
        """Tell whether a word is the first of its line."""
        return self.eindigt_blok(plaats) or self.woorden[plaats - 1].regel != self.woorden[plaats].regel

    def eindigt_blok(self, plaats: int) -> bool:
        """Tell whether a piece ends before a word."""
        return plaats >= len(self.woorden) or self.begint_blok(plaats)

    def tekst(self, woorden: Sequence[int]) -> str:
        """Give words as text again."""
        delen: list[str] = []
        for nummer in woorden:
            woord = self.woorden[nummer]
            delen.append(woord.tekst if woord.plak or not delen else f" {woord.tekst}")
        return "".join(delen)
