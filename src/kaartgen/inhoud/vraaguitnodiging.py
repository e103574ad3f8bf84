"""From a reflectievraag to the sentences that invite to tell something, such as ‘Noem een besluit …’."""

from __future__ import annotations

import re

from kaartgen.inhoud.schrijfwijzer import Schrijfwijzer, Vraagtaal
from kaartgen.inhoud.zinnen import kaal, woorden, zinnen, zonder_citaten

_SLOT = re.compile(r"[.…][’”)]*$")


def nodigt_uit(vraag: str, wijzer: Schrijfwijzer) -> bool:
    """Tell whether a text without a question mark ends with a sentence that invites to tell something."""
    alle = zinnen(zonder_citaten(kaal(vraag)), wijzer.afkortingen)
    return (
        "?" not in vraag
        and bool(alle)
        and _SLOT.search(alle[-1]) is not None
        and _begint(alle[-1], wijzer.vragen)
    )


def uitnodigingen(vraag: str, wijzer: Schrijfwijzer) -> int:
    """Count how often a text invites: where a sentence starts, and behind ‘en’ once one did."""
    taal = wijzer.vragen
    schakels = taal.verbinders | taal.alternatieven
    aantal = 0
    for zin in zinnen(vraag, wijzer.afkortingen):
        if "?" in zin or not _begint(zin, taal):
            continue
        delen = woorden(zin.casefold())
        erbij = (nr for nr in range(1, len(delen)) if delen[nr - 1] in schakels)
        aantal += 1 + sum(_staat(delen, nr, taal) for nr in erbij)
    return aantal


def _begint(zin: str, taal: Vraagtaal) -> bool:
    return _staat(woorden(zin.casefold()), 0, taal)


def _staat(delen: list[str], nr: int, taal: Vraagtaal) -> bool:
    """Tell whether an invitation stands at a place; ‘vertel of …’ asks for yes or no."""
    for uitnodiging in taal.uitnodigingen:
        eigen = uitnodiging.split()
        erna = nr + len(eigen)
        if delen[nr:erna] == eigen:
            return erna < len(delen) and delen[erna] not in taal.alternatieven
    return False
