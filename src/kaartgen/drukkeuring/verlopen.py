"""Colours of shadings: those at the ends and joints of their functions (ISO 32000-1, 7.10 and 8.7.4)."""

from __future__ import annotations

from collections.abc import Iterator

from kaartgen.drukkeuring.ruimten import Ruimte
from kaartgen.pdflezen.waarden import getal, getallen, rij, veld

DIEPST = 4
EXPONENTIEEL, GESTIKT = 2, 3
"""Kinds of functions that name the colours they run between."""


def kleuren(verloop: object, ruimte: Ruimte) -> list[tuple[float, ...]]:
    """Give the colours between which a shading runs; none where its functions are of a kind that does not
    name them."""
    functie = veld(verloop, "/Function")
    delen = rij(functie)
    if delen:
        per_kanaal = [list(_uiteinden(deel, 0)) for deel in delen]
        if not all(per_kanaal) or len(delen) != ruimte.kanalen:
            return []
        eerste = tuple(paar[0][0] for paar in per_kanaal)
        laatste = tuple(paar[-1][0] for paar in per_kanaal)
        return [eerste, laatste]
    return [kleur for kleur in _uiteinden(functie, 0) if len(kleur) == ruimte.kanalen]


def _uiteinden(functie: object, diepte: int) -> Iterator[tuple[float, ...]]:
    soort = getal(veld(functie, "/FunctionType"))
    if soort == EXPONENTIEEL:
        yield getallen(veld(functie, "/C0")) or (0.0,)
        yield getallen(veld(functie, "/C1")) or (1.0,)
    elif soort == GESTIKT and diepte < DIEPST:
        for deel in rij(veld(functie, "/Functions")):
            yield from _uiteinden(deel, diepte + 1)
