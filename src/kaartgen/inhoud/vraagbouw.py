"""How a question is built: what stands in front, and where its verb is; a Schrijfwijzer has the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from kaartgen.inhoud.schrijfwijzer import Vraagtaal
from kaartgen.inhoud.zinnen import woorden

_DEEL = re.compile(r"[,:;]\s+|\s+[–—-]\s+")
_GENOEG = 4
"""Words that a part needs before two plurals in a row read as a verb and who it is about."""


def zinsdelen(zin: str) -> list[list[str]]:
    """Give the words (lower case) of the parts of a sentence between commas, colons and dashes."""
    return [gevonden for deel in _DEEL.split(zin.casefold()) if (gevonden := woorden(deel))]


def vraagt_open(deel: Sequence[str], taal: Vraagtaal) -> bool:
    """Tell whether a part starts with a question word, or with a preposition and then one."""
    begin = deel[1:] if len(deel) > 1 and deel[0] in taal.voorzetsels else deel
    if begin[0] not in taal.vraagwoorden:
        return False
    return not (len(begin) > 1 and begin[1] in taal.aangesprokene)


def is_bijzin(deel: Sequence[str], taal: Vraagtaal) -> bool:
    """Tell whether a part is a clause such as ‘wanneer je faalt’: a conjunction and then who it is about."""
    if deel[0] not in taal.voegwoorden:
        return False
    return deel[0] not in taal.vraagwoorden or (len(deel) > 1 and deel[1] in taal.onderwerpen)


def werkwoord_voorop(deel: Sequence[str], taal: Vraagtaal) -> bool:
    """Tell whether a part starts with a verb and then who it is about, as in ‘luister jij’."""
    if len(deel) < 2:
        return False
    if deel[0] in taal.werkwoorden:
        return deel[1] in taal.onderwerpen
    if taal.is_functiewoord(deel[0]):
        return False
    if deel[1] in taal.aangesprokene or _meervoud_voorop(deel, taal):
        return True
    return lijkt_werkwoord(deel[0], taal) and deel[1] in taal.onderwerpen


def _meervoud_voorop(deel: Sequence[str], taal: Vraagtaal) -> bool:
    """Tell whether a part starts as ‘praten we’ or ‘luisteren raadsleden’; that needs more behind it."""
    werkwoord, wie = deel[:2]
    if werkwoord in taal.bijwoorden or not werkwoord.endswith(taal.meervoudsuitgangen):
        return False
    if wie in taal.meervouden:
        return True
    anders = wie in taal.bijwoorden or wie in taal.ooitwoorden or taal.is_functiewoord(wie)
    return len(deel) >= _GENOEG and not anders and wie.endswith(taal.naamwoordsuitgangen)


def lijkt_werkwoord(woord: str, taal: Vraagtaal) -> bool:
    """Tell whether a word that is not in the lists ends as a verb does."""
    anders = woord in taal.bijwoorden or taal.is_functiewoord(woord)
    return not anders and woord.endswith(taal.werkwoordsuitgangen)


def voor_aangesprokene(delen: Sequence[str], nr: int, taal: Vraagtaal) -> bool:
    """Tell whether a word that may be a verb stands before ‘je’, ‘jij’, ‘u’ or ‘jullie’."""
    return nr + 1 < len(delen) and delen[nr + 1] in taal.aangesprokene and not taal.is_functiewoord(delen[nr])


def hoofdwoorden(deel: Sequence[str], taal: Vraagtaal) -> list[str]:
    """Give the words of a part before a clause starts that hangs under it."""
    anders = (taal.voegwoorden, taal.inbedders, taal.vraagwoorden)
    return list(takewhile(lambda woord: not any(woord in soort for soort in anders), deel))


def zonder_aanloop(deel: Sequence[str], taal: Vraagtaal) -> Sequence[str]:
    """Give a part without words such as ‘en’ in front."""
    return deel[next((nr for nr, woord in enumerate(deel) if woord not in taal.aanloop), 0) :]


def stelt(deel: Sequence[str], taal: Vraagtaal) -> bool:
    """Tell whether a part states something: who it is about, and then the verb, as in ‘de raad is klaar’."""
    hoofd = hoofdwoorden(zonder_aanloop(deel, taal), taal)
    return bool(hoofd) and hoofd[0] in taal.onderwerpen and _heeft_werkwoord(hoofd, taal)


def _heeft_werkwoord(hoofd: Sequence[str], taal: Vraagtaal) -> bool:
    if len(hoofd) > 1 and hoofd[0] in taal.meervouden and hoofd[1].endswith(taal.meervoudsuitgangen):
        return hoofd[1] not in taal.bijwoorden
    return any(
        woord in taal.persoonsvormen and hoofd[nr] not in taal.voorzetsels
        for nr, woord in enumerate(hoofd[1:])
    )
