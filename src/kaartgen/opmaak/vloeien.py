"""Flow of blocks through columns and over pages."""

from __future__ import annotations

from collections.abc import Sequence

from kaartgen.opmaak.soorten.kolommen import kolomhoogte, verdeel_in_kolommen

Kolommen = list[list[int]]
"""Per column of a page the numbers of the blocks in it."""


def vloei(hoogtes: Sequence[float], hoogte: float, aantal: int, tussen: float) -> list[Kolommen]:
    """Divide blocks, in order, over pages of `aantal` columns of `hoogte` mm with `tussen` mm between.

    On the last page the columns are about equally high; a block higher than a column gets one of its own.
    """
    paginas: list[Kolommen] = [[[]]]
    gevuld = 0.0
    for nummer, blok in enumerate(hoogtes):
        if paginas[-1][-1] and gevuld + tussen + blok > hoogte:
            if len(paginas[-1]) == aantal:
                paginas.append([])
            paginas[-1].append([])
        kolom = paginas[-1][-1]
        gevuld = gevuld + tussen + blok if kolom else blok
        kolom.append(nummer)
    laatste = [nummer for kolom in paginas[-1] for nummer in kolom]
    paginas[-1] = _in_evenwicht(laatste, hoogtes, hoogte, aantal, tussen) or paginas[-1]
    return paginas


def _in_evenwicht(
    blokken: list[int], hoogtes: Sequence[float], hoogte: float, aantal: int, tussen: float
) -> Kolommen:
    maten = [hoogtes[nummer] for nummer in blokken]
    kolommen = verdeel_in_kolommen(maten, aantal, tussen)
    if any(kolomhoogte(maten, kolom, tussen) > hoogte for kolom in kolommen):
        return []
    return [[blokken[plek] for plek in kolom] for kolom in kolommen]
