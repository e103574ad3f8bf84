"""From the language and the woordkeuze of a publication to the rules for its texts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kaartgen.inhoud.model import Publicatie, Woordkeuze
from kaartgen.inhoud.schrijfwijzer import Schrijfwijzer, lees_schrijfwijzer
from kaartgen.meldingen import Melding
from kaartgen.plaatsen import zoek_schrijfwijzers


@dataclass(frozen=True, slots=True)
class Taalgebruik:
    """What reads well, `basis` in the language and `wijzer` in this publication; None for an unknown one."""

    basis: Schrijfwijzer | None
    wijzer: Schrijfwijzer | None
    meldingen: tuple[Melding, ...] = ()


def taalgebruik(taal: str, woordkeuze: Woordkeuze | None) -> Taalgebruik:
    """Read the Schrijfwijzer for a language and put the words of a publication in."""
    basis, meldingen = lees_schrijfwijzer(zoek_schrijfwijzers(Path.cwd()), taal)
    if basis is None or woordkeuze is None:
        return Taalgebruik(basis, basis, meldingen)
    mag = [woord for woord, reden in woordkeuze.mag.items() if reden and reden.strip()]
    return Taalgebruik(basis, basis.met(woordkeuze.jargon, mag), meldingen)


def schrijfwijzer(publicatie: Publicatie) -> Schrijfwijzer | None:
    """Give what reads well in a publication, to judge a text that is not in its files."""
    return taalgebruik(publicatie.gegevens.taal, publicatie.woordkeuze).wijzer
