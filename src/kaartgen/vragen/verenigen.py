"""Three-way merge of a file that came back: the questions it was given out with, those of now, its own.

Of the first only digests are known. What one side changed is taken, what both changed in another way stays
as it is now and is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kaartgen.vragen.gelijkenis import koppel
from kaartgen.vragen.vraagtekst import kenmerk, sleutel

_Knoop: TypeAlias = tuple[str, int]
"""A question of the card, whichever words it has: ('toen', number given out), ('nu', number now) or ('eigen',
number in the file)."""


@dataclass(frozen=True, slots=True)
class Botsing:
    """A question that both sides changed, as it is now and as it stands in the file; '' where it is gone."""

    nu: str
    eigen: str


@dataclass(frozen=True, slots=True)
class Vereniging:
    """The questions to be, what both sides changed, and whether both put them in another order."""

    vragen: tuple[str, ...]
    botsingen: tuple[Botsing, ...]
    volgorde: bool


@dataclass(frozen=True, slots=True)
class _Kant:
    """One side: its questions in order, each with the one given out that it is or was, and which of those
    given out are not there any more in the same words."""

    teksten: Mapping[_Knoop, str]
    anders: frozenset[_Knoop]

    @property
    def volgorde(self) -> Sequence[int]:
        """Give the questions that were given out, as numbers, in the order of this side."""
        return [nummer for soort, nummer in self.teksten if soort == "toen"]


def verenig(
    toen: Sequence[str], nu: Sequence[str], eigen: Sequence[str], bekend: Sequence[str]
) -> Vereniging:
    """Merge the questions of a card: `toen` are digests, `bekend` texts that may have been given out.

    In none of the lists a question stands twice.
    """
    woorden = {kenmerk([tekst]): tekst for tekst in (*bekend, *nu, *eigen)}
    hier = _kant("nu", toen, nu, woorden)
    daar = _zelfde(hier, _kant("eigen", toen, eigen, woorden))
    blijft: dict[_Knoop, str] = {}
    botsingen = []
    for knoop in dict.fromkeys((*hier.teksten, *daar.teksten)):
        een, ander = hier.teksten.get(knoop, ""), daar.teksten.get(knoop, "")
        tekst = een or ander
        if knoop[0] == "toen":
            tekst = een if knoop in hier.anders else ander
        beide = (knoop in hier.anders and knoop in daar.anders) or (knoop[0] == "nu" and ander)
        if beide and sleutel(een) != sleutel(ander):
            botsingen.append(Botsing(een, ander))
            tekst = een
        if tekst:
            blijft[knoop] = tekst
    volgorde, botst = _op_volgorde(hier, daar)
    vragen: dict[str, str] = {}
    for knoop in volgorde:
        if knoop in blijft:
            vragen.setdefault(sleutel(blijft[knoop]), blijft[knoop])
    return Vereniging(tuple(vragen.values()), tuple(botsingen), botst)


def _kant(soort: str, toen: Sequence[str], teksten: Sequence[str], woorden: Mapping[str, str]) -> _Kant:
    merken = [kenmerk([tekst]) for tekst in teksten]
    van = {n: toen.index(merk) for n, merk in enumerate(merken) if merk in toen}
    nieuw = [n for n in range(len(teksten)) if n not in van]
    weg = [o for o in range(len(toen)) if o not in van.values() and toen[o] in woorden]
    paren, _ = koppel([woorden[toen[o]] for o in weg], [teksten[n] for n in nieuw])
    van |= {nieuw[n]: weg[o] for n, o in paren.items()}
    van |= dict(_op_plaats(len(toen), len(teksten), van))
    knopen = {("toen", van[n]) if n in van else (soort, n): tekst for n, tekst in enumerate(teksten)}
    gelijk = {("toen", toen.index(merk)) for merk in merken if merk in toen}
    return _Kant(knopen, frozenset(("toen", o) for o in range(len(toen))) - gelijk)


def _op_plaats(toen: int, aantal: int, van: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Pair what stands alone between two questions that are known with the only one that stood there."""
    vast = {o: n for n, o in van.items()}
    for o in range(toen):
        if o in vast or o - 1 not in {-1, *vast} or o + 1 not in {toen, *vast}:
            continue
        voor, na = vast.get(o - 1, -1), vast.get(o + 1, aantal)
        if na - voor == 2 and voor + 1 not in van:
            yield voor + 1, o


def _zelfde(hier: _Kant, daar: _Kant) -> _Kant:
    """Take a question that the file added for the one that was added since, where they are (nearly) equal."""
    erbij = {knoop: tekst for knoop, tekst in hier.teksten.items() if knoop[0] == "nu"}
    eigen = {knoop: tekst for knoop, tekst in daar.teksten.items() if knoop[0] == "eigen"}
    sleutels = {sleutel(tekst): knoop for knoop, tekst in erbij.items()}
    zelfde = {een: sleutels[sleutel(tekst)] for een, tekst in eigen.items() if sleutel(tekst) in sleutels}
    over = [een for een in eigen if een not in zelfde]
    rest = [een for een in erbij if een not in zelfde.values()]
    paren, _ = koppel([erbij[een] for een in rest], [eigen[een] for een in over])
    zelfde |= {over[n]: rest[o] for n, o in paren.items()}
    teksten = {zelfde.get(knoop, knoop): tekst for knoop, tekst in daar.teksten.items()}
    return _Kant(teksten, daar.anders)


def _op_volgorde(hier: _Kant, daar: _Kant) -> tuple[Sequence[_Knoop], bool]:
    """Give the order of the side that moved questions, with what only the other has after what it follows
    there; and whether both moved them, and not to the same order."""
    beide = {*hier.volgorde} & {*daar.volgorde}
    een, ander = ([o for o in kant.volgorde if o in beide] for kant in (hier, daar))
    botst = een != ander and een != sorted(een) and ander != sorted(ander)
    eerst, daarna = (daar, hier) if een == sorted(een) != ander else (hier, daar)
    volgorde = list(eerst.teksten)
    plek = 0
    for knoop in daarna.teksten:
        if knoop not in volgorde:
            while plek < len(volgorde) and volgorde[plek] not in daarna.teksten:
                plek += 1
            volgorde.insert(plek, knoop)
        plek = volgorde.index(knoop) + 1
    return volgorde, botst
