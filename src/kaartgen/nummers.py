"""Numbers of cards as people write them: 3, 21-24, W1-W9."""

from __future__ import annotations

import re
from collections.abc import Sequence

CODE = re.compile(r"([A-Z]?)([0-9]{1,6})")
REEKS = re.compile(r"([A-Z]?)([0-9]{1,6})(?:\s*[-–]\s*([A-Z]?)([0-9]{1,6}))?|([A-Z])")
"""A card, a range of cards, or a letter that stands for all cards of its kind."""


class KeuzeOngeldig(ValueError):
    """A choice of cards cannot be made; the message is for users and ends with advice."""


def reeksen(codes: Sequence[str]) -> str:
    """Write codes in order as people do: 1-9, 13, W1-W39."""
    rijen: list[list[tuple[str, int]]] = []
    for code in codes:
        letter, nummer = _ontleed(code)
        if rijen and rijen[-1][-1] == (letter, nummer - 1):
            rijen[-1].append((letter, nummer))
        else:
            rijen.append([(letter, nummer)])
    return ", ".join("-".join(f"{letter}{nummer}" for letter, nummer in _einden(rij)) for rij in rijen)


def _einden(rij: list[tuple[str, int]]) -> list[tuple[str, int]]:
    return rij if len(rij) == 1 else [rij[0], rij[-1]]


def _ontleed(code: str) -> tuple[str, int]:
    gevonden = CODE.fullmatch(code)
    if gevonden is None:
        raise ValueError(f"{code} is geen code van een kaart")
    return gevonden[1], int(gevonden[2])


def kies(keuze: str, codes: Sequence[str]) -> tuple[str, ...]:
    """Give the codes that a choice such as '3, 21-24' or 'W, P2' names, in the order of `codes`.

    A range takes what there is between its ends. Raises KeuzeOngeldig for a part that cannot be read, for
    a card that is not there and for a range that runs backward.
    """
    per_code = {_ontleed(code): code for code in codes}
    gekozen: set[str] = set()
    for deel in (deel.strip() for deel in keuze.split(",")):
        gekozen |= _deel(deel, per_code, codes)
    return tuple(code for code in codes if code in gekozen)


def _deel(deel: str, per_code: dict[tuple[str, int], str], codes: Sequence[str]) -> set[str]:
    gevonden = REEKS.fullmatch(deel.upper())
    if gevonden is None:
        raise KeuzeOngeldig(
            f"‘{deel}’ is geen keuze van kaarten. Schrijf bijvoorbeeld: 3,21-24. Er zijn: {reeksen(codes)}."
        )
    letter, eerste, letter_tot, laatste, soort = gevonden.groups()
    if soort:
        alle = {code for (van, _), code in per_code.items() if van == soort}
        if not alle:
            raise KeuzeOngeldig(f"Er zijn geen kaarten met de letter {soort}. Er zijn: {reeksen(codes)}.")
        return alle
    if laatste is None:
        return {_zoek(letter, int(eerste), per_code, codes)}
    if letter_tot not in ("", letter):
        raise KeuzeOngeldig(
            f"‘{deel}’ loopt van de ene soort naar de andere. Schrijf ze apart, bijvoorbeeld: "
            f"{letter}{eerste},{letter_tot}{laatste}."
        )
    if int(laatste) < int(eerste):
        raise KeuzeOngeldig(
            f"‘{deel}’ loopt niet op. Zet de eerste kaart vooraan, bijvoorbeeld: {letter}1-{letter}4."
        )
    for einde in (int(eerste), int(laatste)):
        _zoek(letter, einde, per_code, codes)
    return {
        code
        for (van, nummer), code in per_code.items()
        if van == letter and int(eerste) <= nummer <= int(laatste)
    }


def _zoek(letter: str, nummer: int, per_code: dict[tuple[str, int], str], codes: Sequence[str]) -> str:
    code = per_code.get((letter, nummer))
    if code is None:
        raise KeuzeOngeldig(f"Kaart {letter}{nummer} zit niet in deze set. Kies uit: {reeksen(codes)}.")
    return code
