"""Text of each piece of content, in runs that are read the same way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kaartgen.toegankelijkheid.pdf_boom import type_stroom
from kaartgen.toegankelijkheid.pdf_lezer import Getekend
from kaartgen.toegankelijkheid.pdf_stroom import BUITEN, Merk, Stuk


@dataclass(frozen=True, slots=True)
class Loop:
    """Run of text: what is drawn, in pieces, and what is to be read of it by its marks."""

    stukken: tuple[Stuk, ...]
    taal: str | None
    voluit: str | None
    alt: str | None
    vervangend: str | None

    @property
    def getekend(self) -> str:
        """Give the text as it is drawn."""
        return "".join([stuk.tekst for stuk in self.stukken])

    @property
    def gelezen(self) -> str:
        """Give the text as it is to be read."""
        if self.vervangend is not None:
            return self.vervangend
        return self.getekend if self.alt is None else self.alt


def lees_lopen(bladen: Iterable[tuple[Getekend, ...]]) -> dict[tuple[type_stroom, int], tuple[Loop, ...]]:
    """Gather the text of all streams by the piece of content it belongs to."""
    lopen: dict[tuple[type_stroom, int], list[Loop]] = {}
    gedaan: set[tuple[type_stroom, tuple[type_stroom, int] | None]] = set()
    for getekend_op_blad in bladen:
        for getekend in getekend_op_blad:
            eerder = (getekend.bron, getekend.eigenaar)
            if isinstance(getekend.bron, tuple) and getekend.eigenaar is None:
                if eerder in gedaan:
                    continue
                gedaan.add(eerder)
            _verdeel(getekend, lopen)
    return {plaats: tuple(delen) for plaats, delen in lopen.items()}


def _verdeel(getekend: Getekend, lopen: dict[tuple[type_stroom, int], list[Loop]]) -> None:
    """Put the text of one stream with the pieces it belongs to."""
    samen: list[Stuk] = []
    plaats: tuple[type_stroom, int] | None = None
    merk: Merk | None = None
    for stuk in getekend.stukken():
        hoort_bij, eigen = getekend.van(stuk.merk), getekend.stroom.merk(stuk.merk) or getekend.om
        if samen and (
            hoort_bij != plaats or (eigen.groep if eigen else BUITEN) != (merk.groep if merk else BUITEN)
        ):
            _sluit(lopen, plaats, merk, samen)
            samen = []
        plaats, merk = hoort_bij, eigen
        samen.append(stuk)
    _sluit(lopen, plaats, merk, samen)


def _sluit(
    lopen: dict[tuple[type_stroom, int], list[Loop]],
    plaats: tuple[type_stroom, int] | None,
    merk: Merk | None,
    stukken: list[Stuk],
) -> None:
    if plaats is None or not stukken:
        return
    if merk is None:
        lopen.setdefault(plaats, []).append(Loop(tuple(stukken), None, None, None, None))
    else:
        loop = Loop(tuple(stukken), merk.taal, merk.voluit, merk.alt, merk.vervangend)
        lopen.setdefault(plaats, []).append(loop)
