"""The checks on what was read: small rules, each looking at one thing across all files.

Those about how texts read stand apart: they only warn, and are not needed to make something.
"""

from __future__ import annotations

from kaartgen.inhoud import (
    controle_kaarten,
    controle_leesbaarheid,
    controle_tekst,
    controle_verwijzingen,
    controle_vragen,
)
from kaartgen.inhoud.lezing import Lezing
from kaartgen.inhoud.taalgebruik import Taalgebruik, taalgebruik
from kaartgen.meldingen import Melding

REGELS = (
    *controle_verwijzingen.REGELS,
    *controle_kaarten.REGELS,
    *controle_tekst.REGELS,
)

TAALREGELS = (*controle_vragen.REGELS, *controle_leesbaarheid.REGELS)


def controleer(lezing: Lezing) -> list[Melding]:
    """Give the Meldingen of all rules, faults and warnings."""
    return [melding for regel in REGELS for melding in regel(lezing)]


def controleer_taal(lezing: Lezing) -> list[Melding]:
    """Give the Meldingen of all rules about how texts read."""
    gegevens = lezing.gegevens
    taal = taalgebruik(gegevens.taal, lezing.woordkeuze) if gegevens else Taalgebruik(None, None)
    return [melding for regel in TAALREGELS for melding in regel(lezing, taal)]
