"""Which words exist: those of the document itself and of texts on the same subject."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

LIGATUREN = ("fi", "ff", "fl", "ffi", "ffl")
_RAND = re.compile(r"^[\W_]+|[\W_]+$")
KORTSTE_STAM = 9
"""Letters that two words must begin with alike before one proves the other (vertegenwoordig-d, -ers)."""
LANGSTE_UITGANG = 3


def kern(woord: str) -> str:
    """Give a word in small letters without the marks around it."""
    return _RAND.sub("", woord).casefold()


def _afgebroken(woord: str) -> bool:
    return len(woord) > 1 and woord.endswith("-")


def _breekt(woord: str) -> bool:
    """Tell whether what follows a word may be the rest of it."""
    return _afgebroken(woord) or woord.casefold().endswith(LIGATUREN)


def _gewoon(woord: str) -> str:
    """Give the bare word; '' for an acronym, which proves no word in small letters."""
    return "" if len(woord) > 1 and _RAND.sub("", woord).isupper() else kern(woord)


class Woordenschat:
    """Words that are known, and how often they stand in the document, alone and as neighbours."""

    def __init__(self, woorden: Sequence[str], bekend: Iterable[str]) -> None:
        kernen = [
            "" if _afgebroken(woord) or (plaats and _breekt(woorden[plaats - 1])) else _gewoon(woord)
            for plaats, woord in enumerate(woorden)
        ]
        self._telling = Counter(kernen)
        self._paren = Counter(pairwise(kernen))
        self._bekend = {_gewoon(woord) for woord in bekend} - {""}
        self._gesorteerd = sorted(self._bekend | set(self._telling))

    def kent(self, woord: str) -> bool:
        """Tell whether a word stands somewhere, just so."""
        return woord in self._telling or woord in self._bekend

    def is_bekend(self, woord: str) -> bool:
        """Tell whether a word stands in other texts."""
        return woord in self._bekend

    def aantal_met(self, letters: str) -> int:
        """Count the words that have these letters in them."""
        return sum(letters in woord for woord in self._gesorteerd)

    def kent_stam(self, woord: str) -> bool:
        """Tell whether a known word begins as this one does, but for a short ending."""
        stam = woord[: max(KORTSTE_STAM, len(woord) - LANGSTE_UITGANG)]
        if len(woord) < KORTSTE_STAM:
            return False
        plaats = bisect_left(self._gesorteerd, stam)
        return plaats < len(self._gesorteerd) and self._gesorteerd[plaats].startswith(stam)

    def staan_los(self, links: str, rechts: str) -> tuple[bool, bool]:
        """Tell of two neighbours whether each is a word that also stands without the other."""
        samen = self._paren[links, rechts]
        return (
            links in self._bekend or self._telling[links] > samen,
            rechts in self._bekend or self._telling[rechts] > samen,
        )

    def met_ligatuur(self, links: str, rechts: str) -> list[str]:
        """Give the ligatures that make a known word when they stand between two pieces."""
        return [een for een in LIGATUREN if self.kent(links + een + rechts)]
