"""From groups of texts and what the own edition says on the same subjects to groups that look exchanged.

In a source labels and groups seldom stand side by side, so groups are paired by their order. The own edition
says the same in other words; its words tell which group belongs to which label.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import log, sqrt

STAM = 6
"""Letters of a word that count: enough to tell words apart, few enough to leave endings out."""
KORTSTE = 4
"""Letters of the shortest word that counts; shorter ones say nothing of a subject."""
_WOORD = re.compile(rf"[^\W\d_]{{{KORTSTE},}}")

Gewichten = Mapping[str, float]
"""How much each stem in some texts says of their subject."""


class Verwantschap:
    """Compares groups of texts with what the own edition has under the same labels."""

    def __init__(self, eigen: Mapping[str, Sequence[str]]) -> None:
        """`eigen` gives for each label all texts of the own edition, with its name."""
        self._aantal = len(eigen)
        self._bij = Counter(stam for teksten in eigen.values() for stam in set(_stammen(teksten)))
        self._eigen = {label: self._weeg(teksten) for label, teksten in eigen.items()}

    def verwisseld(self, groepen: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
        """Give the pairs of labels whose groups fit at least as well when they are exchanged."""
        gewogen = {label: self._weeg(teksten) for label, teksten in groepen.items() if label in self._eigen}
        past = {
            (groep, label): _gelijkenis(gewogen[groep], self._eigen[label])
            for groep in gewogen
            for label in gewogen
        }
        return [
            (een, ander)
            for een, ander in combinations(gewogen, 2)
            if any(past[paar] for paar in ((een, ander), (ander, een)))
            and past[een, een] + past[ander, ander] <= past[een, ander] + past[ander, een]
        ]

    def _weeg(self, teksten: Sequence[str]) -> Gewichten:
        """Weigh stems: often here counts, and under few labels counts more."""
        return {
            stam: (1 + log(aantal)) * log((self._aantal + 1) / self._bij[stam])
            for stam, aantal in Counter(_stammen(teksten)).items()
            if self._bij[stam]
        }


def _stammen(teksten: Iterable[str]) -> list[str]:
    kaal = unicodedata.normalize("NFKD", " ".join(teksten).casefold())
    return [woord[:STAM] for woord in _WOORD.findall(re.sub(r"[\u0300-\u036f]", "", kaal))]


def _gelijkenis(een: Gewichten, ander: Gewichten) -> float:
    """Give the cosine of the angle between two weighings: 0 for nothing in common, 1 for the same."""
    samen = sum(gewicht * ander.get(stam, 0.0) for stam, gewicht in een.items())
    lengte = sqrt(sum(x * x for x in een.values())) * sqrt(sum(x * x for x in ander.values()))
    return samen / lengte if lengte else 0.0
