"""From sentences to a number: how easily a whole text reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from kaartgen.inhoud.schrijfwijzer import Leesmaat
from kaartgen.inhoud.zinnen import woorden


def lettergrepen(woord: str, maat: Leesmaat) -> int:
    """Count the syllables of a word: its groups of vowels, and at least one."""
    return _teller(maat.klinkers, maat.stomme_letters)(woord)


def leesgemak(zinnen: Sequence[str], maat: Leesmaat) -> float | None:
    """Give the score of a text; None when it is too short for the measure to mean anything."""
    gevonden = [woord for zin in zinnen for woord in woorden(zin)]
    if len(gevonden) < maat.minste_woorden:
        return None
    grepen = sum(map(_teller(maat.klinkers, maat.stomme_letters), gevonden))
    per_zin, per_woord = len(gevonden) / len(zinnen), grepen / len(gevonden)
    return maat.begin - maat.per_woord * per_zin - maat.per_lettergreep * per_woord


@cache
def _teller(groepen: tuple[str, ...], stomme_letters: tuple[str, ...]) -> Callable[[str], int]:
    """Give the function that counts in one language and remembers the words that it counted."""
    klinkers = re.compile("|".join(re.escape(groep) for groep in sorted(groepen, key=len, reverse=True)))

    @cache
    def tel(woord: str) -> int:
        klein = woord.casefold()
        for letters in stomme_letters:
            klein = klein.replace(letters, letters[0])
        return len(klinkers.findall(klein)) or 1

    return tel
