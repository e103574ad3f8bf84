"""From the language and the woordkeuze of a publication to the rules for its texts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kaartgen.inhoud.lezing import Lezing
from kaartgen.inhoud.schrijfwijzer import Schrijfwijzer, lees_schrijfwijzer
from kaartgen.meldingen import Melding


@dataclass(frozen=True, slots=True)
class Taalgebruik:
    """What reads well, `basis` in the language and `wijzer` in this publication; None for an unknown one."""

    basis: Schrijfwijzer | None
    wijzer: Schrijfwijzer | None
    meldingen: tuple[Melding, ...] = ()


def taalgebruik(lezing: Lezing, schrijfwijzers: Path) -> Taalgebruik:
    """Read the Schrijfwijzer for a publication and put its own woordkeuze in."""
    if lezing.gegevens is None:
        return Taalgebruik(None, None)
    basis, meldingen = lees_schrijfwijzer(schrijfwijzers, lezing.gegevens.taal)
    if basis is None or lezing.woordkeuze is None:
        return Taalgebruik(basis, basis, meldingen)
    mag = [woord for woord, reden in lezing.woordkeuze.mag.items() if reden and reden.strip()]
    return Taalgebruik(basis, basis.met(lezing.woordkeuze.jargon, mag), meldingen)
