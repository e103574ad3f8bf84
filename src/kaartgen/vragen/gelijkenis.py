"""How alike two texts are, and which of two lists belong together beyond doubt."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from kaartgen.vragen.vraagtekst import sleutel

LIJKT_OP = 0.5
"""Share of equal words in the same order (0 to 1) from which on a text is an edited one and not another."""
VOORSPRONG = 0.1
"""How much more alike than the next best a pair must be."""


def gelijkenis(een: str, ander: str) -> float:
    """Give how alike two texts are by their words: 0 for nothing in common, 1 for the same."""
    return SequenceMatcher(
        None, sleutel(een).casefold().split(), sleutel(ander).casefold().split(), autojunk=False
    ).ratio()


def koppel(oud: Sequence[str], nieuw: Sequence[str]) -> tuple[dict[int, int], frozenset[int]]:
    """Give which new text is which old one edited (new number: old number), and the new texts that look like
    an old one without being clear enough. Each text belongs to at most one other."""
    maten = {
        (n, o): gelijkenis(tekst, eerder) for n, tekst in enumerate(nieuw) for o, eerder in enumerate(oud)
    }
    paren: dict[int, int] = {}
    onzeker = set()
    for (n, o), maat in maten.items():
        if maat < LIJKT_OP:
            continue
        anderen = [ander for (n2, o2), ander in maten.items() if (n2 == n) != (o2 == o)]
        if all(maat >= ander + VOORSPRONG for ander in anderen):
            paren[n] = o
        else:
            onzeker.add(n)
    return paren, frozenset(onzeker - paren.keys())
