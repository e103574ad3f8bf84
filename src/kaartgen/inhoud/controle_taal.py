"""The checks on how texts read: rules that only warn, looked at when somebody asks."""

from __future__ import annotations

from kaartgen.inhoud import controle_begrippen, controle_leesbaarheid, controle_vragen
from kaartgen.inhoud.lezing import Lezing
from kaartgen.inhoud.taalgebruik import Taalgebruik, taalgebruik
from kaartgen.meldingen import Melding

REGELS = (*controle_vragen.REGELS, *controle_leesbaarheid.REGELS)


def controleer_taal(lezing: Lezing) -> list[Melding]:
    """Give the warnings of all rules."""
    gegevens = lezing.gegevens
    taal = taalgebruik(gegevens.taal, lezing.woordkeuze) if gegevens else Taalgebruik(None, None)
    begrippen = (melding for regel in controle_begrippen.REGELS for melding in regel(lezing))
    return [*begrippen, *(melding for regel in REGELS for melding in regel(lezing, taal))]
