"""A card as it is printed: a front and, where it has one, a back."""

from __future__ import annotations

from dataclasses import dataclass

from kaartgen.scene import Pagina


@dataclass(frozen=True, slots=True)
class Drukkaart:
    """One card of a printed set.

    `code` names it in the set and stands on it: the number of a card ('21'), or a letter and a number for
    what is numbered by itself (waardenkaartje 'W3', prioriteit 'P1', vraag 'V12', set piece 'S2').
    `achter` is None for a card with one printed side.
    """

    code: str
    naam: str
    voor: Pagina
    achter: Pagina | None = None
