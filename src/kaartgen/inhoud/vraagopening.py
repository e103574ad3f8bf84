"""From a reflectievraag to whether yes or no answers it."""

from __future__ import annotations

from collections.abc import Sequence

from kaartgen.inhoud.schrijfwijzer import Schrijfwijzer, Vraagtaal
from kaartgen.inhoud.vraagbouw import (
    hoofdwoorden,
    is_bijzin,
    stelt,
    vraagt_open,
    werkwoord_voorop,
    zonder_aanloop,
)
from kaartgen.inhoud.zinskeuring import is_deelwoord


def is_gesloten(delen: Sequence[Sequence[str]], taal: Vraagtaal) -> bool:
    """Tell whether a question, in parts between commas and colons, asks for yes or no.

    The first part that asks decides; a clause with als and the like, or with the verb in front, may stand
    before an open question. ‘Wat denk je’ leaves the question to what follows.
    """
    if not delen:
        return False
    eerste, *later = delen
    if len(eerste) > 1 and eerste[0] in taal.aanloop:
        eerste = eerste[1:]
    gesloten = _vraagt_gesloten(eerste, taal) or " ".join(eerste) in taal.ja_of_nee
    laat_over = later and (is_bijzin(eerste, taal) or " ".join(eerste) in taal.meningvragen)
    if vraagt_open(eerste, taal) and not laat_over:
        return False
    for deel in later:
        if vraagt_open(deel, taal) and not is_bijzin(deel, taal):
            return False
        gesloten = gesloten or (werkwoord_voorop(deel, taal) and len(deel) > 2)
    return gesloten


def beweert(delen: Sequence[Sequence[str]], wijzer: Schrijfwijzer) -> bool:
    """Tell whether a question asks nothing and yet says something whole: ‘Toch is het beter?’.

    Words that ask on, such as ‘En thuis?’, say nothing whole. A question word may stand in a clause, as in
    ‘Jullie weten wie er komt?’, but at the end it asks: ‘Je deed wat?’.
    """
    taal = wijzer.vragen
    if any(deel[-1] in taal.vraagwoorden or _vraagt(deel, taal) for deel in delen):
        return False
    if any(woord in taal.vraagwoorden for deel in delen for woord in deel):
        return any(stelt(deel, taal) for deel in delen)
    return any(_zegt_iets(deel, wijzer) for deel in delen)


def _vraagt(deel: Sequence[str], taal: Vraagtaal) -> bool:
    return vraagt_open(zonder_aanloop(deel, taal), taal)


def _zegt_iets(deel: Sequence[str], wijzer: Schrijfwijzer) -> bool:
    taal = wijzer.vragen
    hoofd = hoofdwoorden(zonder_aanloop(deel, taal), taal)
    if hoofd and hoofd[0] in taal.ooitwoorden:
        return True
    los = any(
        is_deelwoord(woord, wijzer.lijdend)
        or (woord in taal.persoonsvormen and not (nr and hoofd[nr - 1] in taal.voorzetsels))
        for nr, woord in enumerate(hoofd)
    )
    return los or stelt(deel, taal)


def _vraagt_gesloten(deel: Sequence[str], taal: Vraagtaal) -> bool:
    return deel[0] in taal.werkwoorden or werkwoord_voorop(deel, taal)
