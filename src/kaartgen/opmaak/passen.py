"""Fitting: find the largest type size at which content fits its box."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

from kaartgen.maten import Pt, naar_mm
from kaartgen.meldingen import Melding, Plek
from kaartgen.opmaak.zetter import Opzet

_S = TypeVar("_S")

STAP = 0.5
"""Type sizes go by half points."""

VULLING = 0.98
"""Part of a box's height that text may fill, so that it still fits where a program sets it a hair wider."""

VERSCHIL = 2.0
"""Sentences of cards of one type differ by at most so many points."""

REGEL = 1.1
LETTER = 0.44
"""Height of a line and width of a letter in em, on the small side: who cuts what they say has enough."""

KORTSTE = 40
"""Characters that a question must keep when it is made shorter."""


@dataclass(frozen=True, slots=True)
class Gepast:
    """Outcome of a fit: the size in pt, and what was wrong at the smallest size where nothing fits:
    `over` mm too high, `breed` words wider than their box."""

    korps: float
    past: bool
    over: float = 0.0
    breed: tuple[tuple[str, str], ...] = ()


def pas(opzet_bij: Callable[[float], Opzet], grenzen: tuple[float, float], hoogte: float) -> Gepast:
    """Find the largest size between `grenzen` (pt) at which the content fits in `hoogte` mm."""
    kleinste, grootste = grenzen
    ruimte = hoogte * VULLING
    stappen = round((grootste - kleinste) / STAP)

    def past(stap: int) -> bool:
        opzet = opzet_bij(kleinste + stap * STAP)
        return opzet.hoogte <= ruimte and not opzet.breed

    onder, boven = -1, stappen
    while onder < boven:
        midden = (onder + boven + 1) // 2
        if past(midden):
            onder = midden
        else:
            boven = midden - 1
    if onder >= 0:
        return Gepast(kleinste + onder * STAP, True)
    opzet = opzet_bij(kleinste)
    return Gepast(kleinste, False, max(opzet.hoogte - ruimte, 0.0), opzet.breed)


def begrens(korpsen: dict[_S, float]) -> dict[_S, float]:
    """Lower sizes of cards of one type so that none is more than `VERSCHIL` pt above the smallest."""
    hoogste = min(korpsen.values(), default=0.0) + VERSCHIL
    return {sleutel: min(korps, hoogste) for sleutel, korps in korpsen.items()}


def meld_past_niet(
    gepast: Gepast, plek: Plek, waar: str, breedte: float, vragen: Sequence[str] = ()
) -> list[Melding]:
    """Give what is wrong with content that does not fit: every word that is too wide, and how many
    characters there are too many in a box of `breedte` mm. `waar` names the card and the box.

    Each of several questions (`vragen`) starts a line of its own. Where not one of them is long enough to
    lose that many characters, there are too many lines, and a question has to go.
    """
    meldingen = [
        Melding(
            plek,
            "woord-te-breed",
            f"{waar}: het woord ‘{woord}’ is breder dan het vak.",
            "Kies een korter woord.",
        )
        for _, woord in gepast.breed
    ]
    if gepast.over:
        em = naar_mm(Pt(gepast.korps))
        regels = ceil(gepast.over / (em * REGEL))
        tekens = max(ceil(regels * breedte / (em * LETTER)), 1)
        wat = f"{waar}: de tekst past niet; ongeveer {tekens} tekens te veel."
        raad = f"Maak de tekst {tekens} tekens korter."
        if len(vragen) > 1 and max(map(len, vragen)) < tekens + KORTSTE:
            te_veel = "1 regel" if regels == 1 else f"{regels} regels"
            wat = f"{waar}: de {len(vragen)} vragen passen niet; ongeveer {te_veel} te veel."
            raad = "Haal een vraag weg of maak haar korter."
        meldingen.append(Melding(plek, "past-niet", wat, raad))
    return meldingen
