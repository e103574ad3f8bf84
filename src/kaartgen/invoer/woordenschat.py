"""Which words exist: those of the document itself, of texts on the same subject, and of Dutch at large."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from functools import cache
from itertools import pairwise

LIGATUREN = ("fi", "ff", "fl", "ffi", "ffl")
_RAND = re.compile(r"^[\W_]+|[\W_]+$")
_VERBINDING = re.compile(r"[-/]")
_KLEMTOON = re.compile("[\u0300\u0301]")
LETTERS = frozenset("uà")
"""Words of one letter."""
KORTSTE_STAM = 9
"""Letters that two words must begin with alike before one proves the other (vertegenwoordig-d, -ers)."""
LANGSTE_UITGANG = 3
_TWEE = "af al as da de eb ei en er ex ga ha he ho ik in is ja je la me na nu of om op pa te ui uw we ze zo"
TWEE_LETTERS = frozenset(_TWEE.split())
"""Dutch words of two letters; the list has many that are none."""
GEWOON_DRIE, GEWOON_LANG = 20_000, 1000
"""How often a word of three letters, and a longer one, must stand in the word list to be a common one; the
list has rare words, and scraps of other languages, far less often."""
VAAK = 3
"""Times that something stands in a document, from which it is no accident."""
VELE_BUREN = 6
"""How many neighbours a word has that no list has, from which it is no piece of one that is often broken."""
ZELDZAAM = 100
"""How often a word stands there at most that texts hardly ever have."""
ZEER_GEWOON = 500_000
"""How often words stand there that may follow any other: en, de, een."""
KORTSTE_DEEL = 4
"""Letters of a word that may be part of a compound that no list has."""
LANGSTE_WOORD = 60
"""Letters of a word that exists at most; in longer ones no parts are sought, which would take without end."""
SAMEN_VAKER = 20
"""How many times more often one word must stand in Dutch than its halves would by chance meet, for two
halves to look like that word broken."""
_TUSSENKLANK = ("", "s", "en", "e")


class Bekend(IntEnum):
    """How sure it is that something is a word by itself."""

    NIET = 0
    ZELDEN = 1
    """Only a word list has it, as a rare one."""
    GEWOON = 2


@cache
def _nederlands() -> tuple[Mapping[str, int], int]:
    """Give how often Dutch words stand in a large collection of texts, and how many words that has."""
    from spellchecker import SpellChecker  # takes some tenths of a second, for importing only

    lijst = SpellChecker(language="nl").word_frequency
    return lijst.dictionary, lijst.total_words


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


def _zonder_klemtoon(woord: str) -> str:
    """Give a word without the accents that only stress it (één, wél)."""
    return unicodedata.normalize("NFC", _KLEMTOON.sub("", unicodedata.normalize("NFD", woord)))


class Woordenschat:
    """Words that are known, and how often they stand in the document, alone and as neighbours."""

    def __init__(self, woorden: Sequence[str], bekend: Iterable[str]) -> None:
        kernen = [
            "" if _afgebroken(woord) or (plaats and _breekt(woorden[plaats - 1])) else _gewoon(woord)
            for plaats, woord in enumerate(woorden)
        ]
        self._telling = Counter(kernen)
        self._paren = Counter(pairwise(kernen))
        self._links = Counter(rechts for _, rechts in self._paren)
        self._rechts = Counter(links for links, _ in self._paren)
        self._bekend = {_gewoon(woord) for woord in bekend} - {""}
        self._gesorteerd = sorted(self._bekend | set(self._telling))

    # -- hele woorden

    def staat_er(self, woord: str) -> bool:
        """Tell whether a word stands somewhere in the document or in texts on the same subject, just so."""
        return woord in self._telling or woord in self._bekend

    def staat_vaak(self, woord: str) -> bool:
        """Tell whether a word stands in the document time and again."""
        return self._telling[woord] >= VAAK

    def staat_vaker(self, woord: str) -> bool:
        """Tell whether a word stands in texts on the same subject, or in the document time and again."""
        return woord in self._bekend or self.staat_vaak(woord)

    def kent(self, woord: str) -> bool:
        """Tell whether a word exists; one with a hyphen does when each of its parts does."""
        if self.staat_er(woord) or _hoe_vaak(woord):
            return True
        delen = _VERBINDING.split(woord)
        return len(delen) > 1 and all(deel.isdigit() or (deel and self.kent(deel)) for deel in delen)

    def kent_heel(self, woord: str) -> bool:
        """Tell whether a word exists just so, with its hyphens if it has them."""
        return self.staat_er(woord) or _hoe_vaak(woord) > 0

    def is_samengesteld(self, woord: str) -> bool:
        """Tell whether a word is made of words that exist, as Dutch makes them without end."""
        if len(woord) > LANGSTE_WOORD:
            return False
        for plek in range(KORTSTE_DEEL, len(woord) - KORTSTE_DEEL + 1):
            links, rechts = woord[:plek], woord[plek:]
            begin = any(
                self.kent(links.removesuffix(klank)) and len(links) - len(klank) >= KORTSTE_DEEL
                for klank in _TUSSENKLANK
                if links.endswith(klank)
            )
            if begin and (self.kent(rechts) or self.is_samengesteld(rechts)):
                return True
        return False

    def aantal_met(self, letters: str) -> int:
        """Count the words that have these letters in them."""
        return sum(letters in woord for woord in self._gesorteerd)

    def kent_stam(self, woord: str) -> bool:
        """Tell whether a known word begins as this one does, but for a short ending."""
        stam = woord[: max(KORTSTE_STAM, len(woord) - LANGSTE_UITGANG)]
        if len(woord) < KORTSTE_STAM:
            return False
        return self.kent_begin(stam)

    def kent_begin(self, begin: str) -> bool:
        """Tell whether a word that stands somewhere begins with these letters."""
        plaats = bisect_left(self._gesorteerd, begin)
        return plaats < len(self._gesorteerd) and self._gesorteerd[plaats].startswith(begin)

    # -- stukken van woorden

    def los(self, links: str, rechts: str) -> tuple[Bekend, Bekend]:
        """Tell of two neighbours how sure it is that each is a word that also stands without the other."""
        samen = self._paren[links, rechts]
        return self._los(links, samen), self._los(rechts, samen)

    def _los(self, woord: str, samen: int) -> Bekend:
        woord = _zonder_klemtoon(woord)
        if len(woord) < 3:
            return Bekend.GEWOON if woord in TWEE_LETTERS or woord in LETTERS else Bekend.NIET
        vaak = _hoe_vaak(woord)
        if vaak >= (GEWOON_DRIE if len(woord) == 3 else GEWOON_LANG):
            return Bekend.GEWOON
        elders = self._telling[woord] > samen and (vaak or self.is_samengesteld(woord))
        if woord in self._bekend or elders or min(self._buren(woord)) >= VELE_BUREN:
            return Bekend.GEWOON
        return Bekend.ZELDEN if vaak and len(woord) > 3 else Bekend.NIET

    def _buren(self, woord: str) -> tuple[int, int]:
        """Count how many words stand before a word in the document, and how many behind it."""
        return self._links[woord], self._rechts[woord]

    def is_vreemd(self, woord: str) -> bool:
        """Tell whether a word exists nowhere else and is no compound either: perhaps a piece of one."""
        if len(woord) < 2:
            return woord not in LETTERS
        alleen = self._telling[woord] <= 1 and woord not in self._bekend
        return alleen and not (_hoe_vaak(woord) or self.is_samengesteld(woord))

    def is_zeer_gewoon(self, woord: str) -> bool:
        """Tell whether a word may follow nearly any other: en, de, een."""
        return _hoe_vaak(woord) >= ZEER_GEWOON

    def is_gangbaar(self, woord: str) -> bool:
        """Tell whether a word is common enough to be proof by itself."""
        return self.staat_er(woord) or _hoe_vaak(woord) > ZELDZAAM

    def past_beter_samen(self, links: str, rechts: str, ligatuur: str = "") -> bool:
        """Tell of two words whether they may well be one word broken; two that often meet are not."""
        samen = links + ligatuur + rechts
        if self._paren[links, rechts] >= VAAK:
            return False
        if self._telling[samen] and self._telling[samen] >= min(self._telling[links], self._telling[rechts]):
            return True
        if self.staat_vaak(samen) and not self.is_zeer_gewoon(rechts):
            return True
        if samen in self._bekend and not (self._telling[links] > 1 and self._telling[rechts] > 1):
            return True
        _, totaal = _nederlands()
        toeval = max(_hoe_vaak(links), 1) * max(_hoe_vaak(rechts), 1) / totaal
        bewijs = ZELDZAAM if self.is_zeer_gewoon(links) else 0
        return not self.is_zeer_gewoon(rechts) and _hoe_vaak(samen) > max(SAMEN_VAKER * toeval, bewijs)

    def hoe_gewoon(self, woord: str) -> tuple[bool, int, int]:
        """Tell how sure and how common a word is, to choose between two."""
        return self.staat_er(woord), self._telling[woord], _hoe_vaak(woord)

    def aaneen(self, links: str, rechts: str) -> list[str]:
        """Give what makes a known word of two pieces when it stands between them, a ligature or nothing;
        the likeliest first. Words that stand elsewhere go before all others."""
        heel = {een: links + een + rechts for een in ("", *LIGATUREN)}
        staat_er = [een for een in heel if self.staat_er(heel[een])]
        bekend = staat_er or [een for een in heel if self.kent(heel[een])]
        return sorted(bekend, key=lambda een: self.hoe_gewoon(heel[een]), reverse=True)


@cache
def _hoe_vaak(woord: str) -> int:
    """Give how often a word stands in the Dutch word list, 0 when it does not."""
    lijst, _ = _nederlands()
    gewoon = woord.replace("’", "'")
    return lijst.get(gewoon, 0) or lijst.get(_zonder_klemtoon(gewoon), 0)
