"""Follows the text of a content stream (ISO 32000-1, 9)."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import Any

from pikepdf import Array, String

from kaartgen.drukkeuring.feiten import Woord
from kaartgen.drukkeuring.letters import Letter
from kaartgen.drukkeuring.meetkunde import Rechthoek, omhulling, schalen
from kaartgen.drukkeuring.stand import Stand
from kaartgen.drukkeuring.tolk_kleur import Bibliotheek
from kaartgen.drukkeuring.tolk_pad import Padtolk
from kaartgen.pdflezen.matrices import EENHEID, Matrix, keer, zes
from kaartgen.pdflezen.waarden import veld

VULT = frozenset({0, 2, 4, 6})
OMLIJNT = frozenset({1, 2, 5, 6})
"""Text rendering modes that fill and that draw an outline (ISO 32000-1, table 106)."""


class Teksttolk(Padtolk):
    """Follows text: notes where words are, how large and in which colour."""

    def __init__(self, bibliotheek: Bibliotheek, bronnen: object, stand: Stand) -> None:
        super().__init__(bibliotheek, bronnen, stand)
        self._tm: Matrix = EENHEID
        self._regelbegin: Matrix = EENHEID
        self._woorden: list[Woord] = []

    def begin_tekst(self, _: Sequence[Any]) -> None:
        """Begin text at the origin (BT)."""
        self._tm = self._regelbegin = EENHEID

    def zet_letter(self, waarden: Sequence[Any]) -> None:
        """Choose a font and its size (Tf)."""
        letter = veld(veld(self._bronnen, "/Font"), str(waarden[0]))
        if letter is None:
            self._stand.letter = None
            raise ValueError
        self._stand.letter, self._stand.korps = self._bibliotheek.letter(letter), float(waarden[1])

    def zet_letterwit(self, waarden: Sequence[Any]) -> None:
        """Set the space between characters (Tc)."""
        self._stand.letterwit = float(waarden[0])

    def zet_woordwit(self, waarden: Sequence[Any]) -> None:
        """Set the space between words (Tw)."""
        self._stand.woordwit = float(waarden[0])

    def zet_breedte(self, waarden: Sequence[Any]) -> None:
        """Set the width of letters in percent (Tz)."""
        self._stand.breedte = float(waarden[0]) / 100

    def zet_regelwit(self, waarden: Sequence[Any]) -> None:
        """Set the distance between lines (TL)."""
        self._stand.regelwit = float(waarden[0])

    def zet_hoogte(self, waarden: Sequence[Any]) -> None:
        """Set how far letters are raised (Ts)."""
        self._stand.hoogte = float(waarden[0])

    def zet_modus(self, waarden: Sequence[Any]) -> None:
        """Set how letters are drawn (Tr)."""
        self._stand.modus = int(waarden[0])

    def zet_plek(self, waarden: Sequence[Any]) -> None:
        """Set the text matrix (Tm)."""
        self._tm = self._regelbegin = zes(waarden)

    def verplaats(self, waarden: Sequence[Any]) -> None:
        """Go to another line (Td)."""
        self._ga(float(waarden[0]), float(waarden[1]))

    def verplaats_en_zet(self, waarden: Sequence[Any]) -> None:
        """Go to another line, and remember how far down (TD)."""
        self._stand.regelwit = -float(waarden[1])
        self.verplaats(waarden)

    def nieuwe_regel(self, _: Sequence[Any]) -> None:
        """Go to the next line (T*)."""
        self._ga(0.0, -self._stand.regelwit)

    def _ga(self, x: float, y: float) -> None:
        self._tm = self._regelbegin = keer((1.0, 0.0, 0.0, 1.0, x, y), self._regelbegin)

    def toon(self, waarden: Sequence[Any]) -> None:
        """Show text (Tj)."""
        self._toon([waarden[0]])

    def toon_delen(self, waarden: Sequence[Any]) -> None:
        """Show text with shifts between its parts (TJ)."""
        if not isinstance(waarden[0], Array):
            raise TypeError
        self._toon(waarden[0])

    def toon_op_regel(self, waarden: Sequence[Any]) -> None:
        """Show text on the next line (')."""
        self.nieuwe_regel(waarden)
        self.toon(waarden)

    def toon_met_wit(self, waarden: Sequence[Any]) -> None:
        """Show text on the next line with spaces of its own (")."""
        self.zet_woordwit(waarden)
        self.zet_letterwit(waarden[1:])
        self.toon_op_regel(waarden[2:])

    def _toon(self, delen: Any) -> None:
        stand = self._stand
        letter, korps = stand.letter, stand.korps
        if letter is None:
            raise ValueError
        pen, begin, eind = 0.0, None, 0.0
        for deel in delen:
            if not isinstance(deel, String):
                pen -= float(deel) / 1000 * korps
                continue
            for breedte, zichtbaar, spatie in letter.tekens(bytes(deel)):
                volgende = pen + breedte * korps
                if zichtbaar:
                    begin = pen if begin is None else begin
                    eind = volgende
                pen = volgende + stand.letterwit + (stand.woordwit if spatie else 0.0)
        if begin is not None:
            self._woord(letter, begin, eind)
        self._tm = keer((1.0, 0.0, 0.0, 1.0, pen * stand.breedte, 0.0), self._tm)

    def _woord(self, letter: Letter, begin: float, eind: float) -> None:
        stand = self._stand
        alles = keer(self._tm, stand.ctm)
        korps = abs(stand.korps)
        onder, boven = stand.hoogte + letter.staart * korps, stand.hoogte + letter.stok * korps
        vak = omhulling(Rechthoek(begin * stand.breedte, onder, eind * stand.breedte, boven), alles)
        vult, omlijnt = stand.modus in VULT, stand.modus in OMLIJNT
        kleur = stand.streek if omlijnt and not vult else stand.vulling
        if vult:
            self._gebruik(stand.vulling, "tekst", vak)
        if omlijnt:
            self._gebruik(stand.streek, "lijn", vak)
        self._woorden.append(
            Woord(
                vak,
                korps * hypot(alles[2], alles[3]),
                letter,
                stand.modus,
                kleur.ruimte,
                kleur.ruimte.inkten(kleur.waarden),
                self._overdrukt(kleur),
                stand.dikte * schalen(stand.ctm)[0] if omlijnt else None,
            )
        )
