"""Follows the paths of a content stream, filled or drawn (ISO 32000-1, 8.5)."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import Any

from kaartgen.drukkeuring.feiten import Streep
from kaartgen.drukkeuring.meetkunde import Rechthoek, omhulling, schalen
from kaartgen.drukkeuring.stand import Stand
from kaartgen.drukkeuring.tolk_kleur import Bibliotheek, Kleurtolk


class Padtolk(Kleurtolk):
    """Follows paths: notes where they are and how thick."""

    def __init__(self, bibliotheek: Bibliotheek, bronnen: object, stand: Stand) -> None:
        super().__init__(bibliotheek, bronnen, stand)
        self._xs: list[float] = []
        self._ys: list[float] = []
        self._rechthoeken: list[tuple[Rechthoek, float]] = []
        self._rechtlijnig = True
        self._strepen: list[Streep] = []

    def naar(self, waarden: Sequence[Any]) -> None:
        """Note the points of a step of a path (m, l, c, v, y)."""
        a, b, c, d, e, f = self._stand.ctm
        for plek in range(0, len(waarden) - 1, 2):
            x, y = float(waarden[plek]), float(waarden[plek + 1])
            self._xs.append(a * x + c * y + e)
            self._ys.append(b * x + d * y + f)
        self._rechtlijnig = False

    def rechthoek(self, waarden: Sequence[Any]) -> None:
        """Note a rectangle (re)."""
        x, y, b, h = (float(een) for een in waarden)
        a, s, c, d, _, _ = self._stand.ctm
        vak = omhulling(Rechthoek(x, y, x + b, y + h), self._stand.ctm)
        self._xs += (vak.links, vak.rechts)
        self._ys += (vak.onder, vak.boven)
        self._rechthoeken.append((vak, min(abs(b) * hypot(a, s), abs(h) * hypot(c, d))))

    def vul(self, _: Sequence[Any]) -> None:
        """Fill the path (f, F, f*)."""
        self._schilder(vult=True)

    def omlijn(self, _: Sequence[Any]) -> None:
        """Draw the outline of the path (S, s)."""
        self._schilder(omlijnt=True)

    def vul_en_omlijn(self, _: Sequence[Any]) -> None:
        """Fill the path and draw its outline (B, B*, b, b*)."""
        self._schilder(vult=True, omlijnt=True)

    def vergeet(self, _: Sequence[Any]) -> None:
        """End the path without drawing it (n)."""
        self._schilder()

    def _schilder(self, *, vult: bool = False, omlijnt: bool = False) -> None:
        if self._xs and (vult or omlijnt):
            vak = Rechthoek(min(self._xs), min(self._ys), max(self._xs), max(self._ys))
            stand = self._stand
            if vult:
                self._gebruik(stand.vulling, "vlak", vak)
                if self._rechtlijnig and not omlijnt:
                    self._strepen += [Streep(deel, dun, vlak=True) for deel, dun in self._rechthoeken]
            if omlijnt:
                self._gebruik(stand.streek, "lijn", vak)
                self._strepen.append(Streep(vak, stand.dikte * schalen(stand.ctm)[0]))
        self._xs, self._ys, self._rechthoeken, self._rechtlijnig = [], [], [], True
