"""The checks on what was read: small rules, each looking at one thing across all files."""

from __future__ import annotations

from kaartgen.inhoud import controle_kaarten, controle_tekst, controle_verwijzingen
from kaartgen.inhoud.lezing import Lezing
from kaartgen.meldingen import Melding

REGELS = (
    *controle_verwijzingen.REGELS,
    *controle_kaarten.REGELS,
    *controle_tekst.REGELS,
)


def controleer(lezing: Lezing) -> list[Melding]:
    """Give the Meldingen of all rules, faults and warnings."""
    return [melding for regel in REGELS for melding in regel(lezing)]
