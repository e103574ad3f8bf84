"""Graphics state of a content stream (ISO 32000-1, 8.4), as far as rules ask for it."""

from __future__ import annotations

from collections.abc import Hashable
from copy import copy
from dataclasses import dataclass, field

from kaartgen.drukkeuring.letters import Letter
from kaartgen.drukkeuring.ruimten import GRIJS, Ruimte
from kaartgen.pdflezen.matrices import EENHEID, Matrix


@dataclass(slots=True)
class Kleurstand:
    """Colour that is set for filling or for drawing outlines, and whether it overprints."""

    ruimte: Ruimte = GRIJS
    waarden: tuple[float, ...] = (0.0,)
    overdruk: bool = False


@dataclass(slots=True)
class Stand:
    """Everything that `q` keeps and `Q` gives back; lengths in the units of the stream."""

    ctm: Matrix = EENHEID
    vulling: Kleurstand = field(default_factory=Kleurstand)
    streek: Kleurstand = field(default_factory=Kleurstand)
    overdrukwijze: int = 0
    dikte: float = 1.0
    letter: Letter | None = None
    korps: float = 0.0
    letterwit: float = 0.0
    woordwit: float = 0.0
    breedte: float = 1.0
    regelwit: float = 0.0
    hoogte: float = 0.0
    modus: int = 0

    def kopie(self) -> Stand:
        """Give a state that can change by itself."""
        nieuw = copy(self)
        nieuw.vulling, nieuw.streek = copy(self.vulling), copy(self.streek)
        return nieuw

    def erfenis(self) -> Stand:
        """Give the state that a form begins with: this one, in a space of its own."""
        nieuw = self.kopie()
        nieuw.ctm = EENHEID
        return nieuw

    @property
    def sleutel(self) -> Hashable:
        """Give what makes two forms with the same content draw differently."""
        vulling, streek = self.vulling, self.streek
        return (
            (vulling.ruimte, vulling.waarden, vulling.overdruk),
            (streek.ruimte, streek.waarden, streek.overdruk),
            (self.overdrukwijze, self.dikte, self.letter, self.korps, self.letterwit, self.woordwit),
            (self.breedte, self.regelwit, self.hoogte, self.modus),
        )
