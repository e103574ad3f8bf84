"""From the questions of a card before and after to Kaartverschil: added, changed, removed, moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaartgen.vragen.gelijkenis import koppel
from kaartgen.vragen.vraagtekst import sleutel


@dataclass(frozen=True, slots=True)
class Nieuwe:
    """One question as it is to be. `van` is the number of the old question it is or was, None for an added
    one; `onzeker` says that it looks like an old one that is gone, but not clearly enough."""

    tekst: str
    van: int | None = None
    veranderd: bool = False
    verplaatst: bool = False
    onzeker: bool = False


@dataclass(frozen=True, slots=True)
class Kaartverschil:
    """The questions of one card: `oud` as they were, `nieuw` as they are to be, in order."""

    oud: tuple[str, ...]
    nieuw: tuple[Nieuwe, ...]

    @property
    def weg(self) -> tuple[int, ...]:
        """Numbers of the old questions that are gone."""
        gebruikt = {een.van for een in self.nieuw}
        return tuple(nummer for nummer in range(len(self.oud)) if nummer not in gebruikt)

    @property
    def leeg(self) -> bool:
        """Tell that nothing was changed."""
        anders = any(een.van is None or een.veranderd or een.verplaatst for een in self.nieuw)
        return not anders and not self.weg

    def regels(self) -> Iterator[str]:
        """Give the difference in words, one line for each question that is not as it was."""
        for plek, een in enumerate(self.nieuw, 1):
            if een.van is None:
                twijfel = " (lijkt op een vraag die weg is)" if een.onzeker else ""
                yield f"erbij{twijfel}: ‘{een.tekst}’"
            elif een.veranderd:
                yield f"veranderd: ‘{self.oud[een.van]}’ wordt ‘{een.tekst}’"
            if een.verplaatst and een.van == plek - 1:
                # Others came and went around it, so that only its neighbours tell that it moved.
                yield f"verplaatst: ‘{een.tekst}’ staat nu na ‘{self.nieuw[plek - 2].tekst}’"
            elif een.verplaatst and een.van is not None:
                yield f"verplaatst van {een.van + 1} naar {plek}: ‘{een.tekst}’"
        for nummer in self.weg:
            yield f"weg: ‘{self.oud[nummer]}’"


def vergelijk(oud: Sequence[str], nieuw: Sequence[str]) -> Kaartverschil:
    """Hold the questions of a card against each other: first the same ones, then those that are alike.

    A question that is the same but for spaces, quotes and dashes keeps its old spelling. In neither list a
    question stands twice.
    """
    plaats = {sleutel(vraag): nummer for nummer, vraag in enumerate(oud)}
    gelijk = {n: plaats[sleutel(vraag)] for n, vraag in enumerate(nieuw) if sleutel(vraag) in plaats}
    over = [n for n in range(len(nieuw)) if n not in gelijk]
    rest = [o for o in range(len(oud)) if o not in gelijk.values()]
    paren, onzeker = koppel([oud[o] for o in rest], [nieuw[n] for n in over])
    van = gelijk | {over[n]: rest[o] for n, o in paren.items()}
    twijfel = {over[n] for n in onzeker}
    blijft = _op_volgorde([van[n] for n in sorted(van)])
    return Kaartverschil(
        tuple(oud),
        tuple(
            Nieuwe(
                oud[gelijk[n]] if n in gelijk else vraag,
                van.get(n),
                veranderd=n in van and n not in gelijk,
                verplaatst=n in van and van[n] not in blijft,
                onzeker=n in twijfel,
            )
            for n, vraag in enumerate(nieuw)
        ),
    )


def _op_volgorde(nummers: Sequence[int]) -> frozenset[int]:
    """Give the most numbers that rise from left to right: these stayed where they were."""
    einden: list[int] = []
    rijen: list[tuple[int, ...]] = []
    for nummer in nummers:
        plek = bisect_left(einden, nummer)
        rij = (*(rijen[plek - 1] if plek else ()), nummer)
        einden[plek : plek + 1] = [nummer]
        rijen[plek : plek + 1] = [rij]
    return frozenset(rijen[-1]) if rijen else frozenset()
