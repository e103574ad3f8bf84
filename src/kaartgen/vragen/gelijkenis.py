"""Which texts of two lists belong together beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kaartgen.vragen.samenvoeging import lijkt
from kaartgen.vragen.vraagtekst import sleutel

LIJKT_OP = 0.5
"""Likeness (0 to 1) from which on a text is an edited one and not another."""
VOORSPRONG = 0.1
"""How much more alike than the next best a pair must be."""


def koppel(oud: Sequence[str], nieuw: Sequence[str]) -> tuple[dict[int, int], frozenset[int]]:
    """Give which new text is which old one edited (new number: old number), and the new texts that look like
    an old one without being clear enough. Each text belongs to at most one other."""
    oude, nieuwe = [*map(_woorden, oud)], [*map(_woorden, nieuw)]
    maten = {(n, o): lijkt(tekst, eerder) for n, tekst in enumerate(nieuwe) for o, eerder in enumerate(oude)}
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


def _woorden(tekst: str) -> str:
    """Give the words of a text without what stands around them."""
    gelijk = sleutel(tekst)
    return " ".join(re.findall(r"\w+", gelijk)) or gelijk
