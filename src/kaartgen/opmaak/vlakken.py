"""Grounds of colour, or only their edges where the huisstijl saves ink."""

from __future__ import annotations

from kaartgen.maten import Pt, Vak
from kaartgen.opmaak.zetter import Tekstzetter
from kaartgen.scene import Lijn, Vlak

RANDDIKTE = Pt(0.9)


def paneel(zetter: Tekstzetter, vak: Vak) -> Vlak | Lijn:
    """Make the panel with the question; where grounds are not filled, the line at its right."""
    if zetter.vol:
        return Vlak("Paneel", vak, zetter.kleur("paneel"))
    return Lijn(
        "Rand van paneel", vak.rechts, vak.y, vak.rechts, vak.onder, RANDDIKTE, zetter.kleur("paneelrand")
    )


def vragengrond(zetter: Tekstzetter, vak: Vak) -> Vlak | Lijn:
    """Make the ground of the reflectievragen; where grounds are not filled, the line above it."""
    naam = "Vlak voor reflectievragen"
    if zetter.vol:
        return Vlak(naam, vak, zetter.kleur("vragen"))
    return Lijn(naam, vak.x, vak.y, vak.rechts, vak.y, RANDDIKTE, zetter.kleur("vragenrand"))
