"""From a reflectievraag to Tekstbevindingen: whether it is one open question that does not lead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kaartgen.inhoud.schrijfwijzer import Schrijfwijzer, Vraagtaal
from kaartgen.inhoud.zinnen import kaal, telling, woorden, zinnen, zonder_citaten
from kaartgen.inhoud.zinskeuring import Tekstbevinding, zinsbevindingen

MAX_WOORDEN = 20
"""Words in a reflectievraag; a longer one is hard to take in at a table."""

_DEEL = re.compile(r"[,:;]\s+|\s+[–—-]\s+")
_UITZONDERING = "lang"
_VERSTE = 7
"""Words after ‘en’ among which a second question shows itself."""


def vraagbevindingen(tekst: str, wijzer: Schrijfwijzer | None) -> tuple[Tekstbevinding, ...]:
    """Give what is wrong with a reflectievraag; without a Schrijfwijzer only what holds in each language."""
    vraag = kaal(tekst).strip()
    bevindingen = [*_te_lang(vraag), *_vraagteken(vraag)]
    if wijzer is None:
        bevindingen += _twee_vraagtekens(vraag)
    else:
        taal = wijzer.vragen
        bevindingen += [
            *(_twee_vraagtekens(vraag) or _twee_ineen(vraag, taal)),
            *_gesloten(_vraagzin(vraag, wijzer), taal),
            *_sturend(vraag, wijzer),
            *(een for een in zinsbevindingen(vraag, wijzer) if een.regel != _UITZONDERING),
        ]
    return tuple(bevindingen)


def _te_lang(vraag: str) -> Iterator[Tekstbevinding]:
    aantal = telling(vraag)
    if aantal > MAX_WOORDEN:
        yield Tekstbevinding(
            "lang", f"Deze reflectievraag telt {aantal} woorden.", f"Houd het bij {MAX_WOORDEN} woorden."
        )


def _vraagteken(vraag: str) -> Iterator[Tekstbevinding]:
    if "?" not in vraag:
        wat = "In deze reflectievraag staat geen vraagteken."
        yield Tekstbevinding("zonder-vraagteken", wat, "Maak er een vraag van.")
    elif not re.search(r"[^?!]\?[’”)]*$", vraag):
        wat = "Deze reflectievraag eindigt niet met één vraagteken."
        yield Tekstbevinding("zonder-vraagteken", wat, "Zet de vraag aan het eind, met één vraagteken.")


def _dubbel() -> Tekstbevinding:
    return Tekstbevinding(
        "dubbel",
        "Hier staan twee vragen in één reflectievraag.",
        "Kies er een, of maak er twee reflectievragen van.",
    )


def _twee_vraagtekens(vraag: str) -> list[Tekstbevinding]:
    tekens = re.findall(r"[?!]+", zonder_citaten(vraag))
    return [_dubbel()] if sum("?" in reeks for reeks in tekens) > 1 else []


def _twee_ineen(vraag: str, taal: Vraagtaal) -> list[Tekstbevinding]:
    """Look for a second question that ‘en’ or a comma joins to the first."""
    klein = zonder_citaten(vraag).casefold()
    delen = woorden(klein)
    plaatsen = [nr for nr, woord in enumerate(delen) if woord in taal.verbinders and nr]
    tweede = any(_begint_vraag(delen, nr, taal) for nr in plaatsen)
    return [_dubbel()] if tweede or _vraagt_meermaals(klein, taal) else []


def _vraagt_meermaals(vraag: str, taal: Vraagtaal) -> bool:
    """Tell whether more than one part between commas is a whole open question."""
    delen = [woorden(deel) for deel in vraag.split(",")]
    heel = [deel for deel in delen if deel and deel[0] in taal.vraagwoorden and _met_werkwoord(deel, taal)]
    return len(heel) > 1


def _met_werkwoord(deel: Sequence[str], taal: Vraagtaal) -> bool:
    """Tell whether a verb follows soon after the first word, and then who it is about."""
    return any(
        deel[nr] in taal.werkwoorden and deel[nr + 1] in taal.onderwerpen
        for nr in range(1, min(4, len(deel) - 1))
    )


def _begint_vraag(delen: Sequence[str], plaats: int, taal: Vraagtaal) -> bool:
    """Tell whether a question of its own starts after the ‘en’ at a place: verb first, then who it is about.

    One word alone, as in ‘en waarom?’, asks anew unless it goes with a clause such as ‘wie er afhaakt’. A
    verb in front asks anew when it points back, as in ‘en had je daar spijt van?’.
    """
    na = delen[plaats + 1 : plaats + _VERSTE]
    if na and na[0] in taal.voorzetsels and len(na) > 1 and na[1] in taal.vraagwoorden:
        na = na[1:]
    if not na:
        return False
    if na[0] in taal.vraagwoorden:
        if len(na) == 1:
            return sum(woord in taal.vraagwoorden for woord in delen[:plaats]) < 2
        if delen[plaats - 1] in taal.vraagwoorden:
            return False
        return _met_werkwoord(na, taal)
    verwijst = any(woord in taal.terugwijzers for woord in na[2:4])
    return verwijst and na[0] in taal.werkwoorden and na[1] in taal.onderwerpen


def _vraagzin(vraag: str, wijzer: Schrijfwijzer) -> str:
    """Give the sentence that asks; what stands before it may tell something first."""
    met = [zin for zin in zinnen(zonder_citaten(vraag), wijzer.afkortingen) if "?" in zin]
    return met[-1] if met else ""


def _gesloten(zin: str, taal: Vraagtaal) -> Iterator[Tekstbevinding]:
    delen = [gevonden for deel in _DEEL.split(zin.casefold()) if (gevonden := woorden(deel))]
    if is_gesloten(delen, taal):
        yield Tekstbevinding(
            "gesloten",
            "Op deze reflectievraag kun je ja of nee zeggen.",
            "Begin met wat, wie, welk, waar, wanneer of hoe.",
        )


def is_gesloten(delen: Sequence[Sequence[str]], taal: Vraagtaal) -> bool:
    """Tell whether a question, in parts between commas and colons, asks for yes or no.

    The first part that asks decides; a clause with als and the like, or with the verb in front, may stand
    before an open question.
    """
    if not delen:
        return False
    eerste, *later = delen
    if len(eerste) > 1 and eerste[0] in taal.aanloop:
        eerste = eerste[1:]
    if _vraagt_open(eerste, taal) and not (later and _is_bijzin(eerste, taal)):
        return False
    gesloten = _vraagt_gesloten(eerste, taal)
    for deel in later:
        if _vraagt_open(deel, taal) and not _is_bijzin(deel, taal):
            return False
        gesloten = gesloten or (_werkwoord_voorop(deel, taal) and len(deel) > 2)
    return gesloten


def _vraagt_open(deel: Sequence[str], taal: Vraagtaal) -> bool:
    begin = deel[1:] if len(deel) > 1 and deel[0] in taal.voorzetsels else deel
    if begin[0] not in taal.vraagwoorden:
        return False
    return not (len(begin) > 1 and begin[1] in taal.aangesprokene)


def _is_bijzin(deel: Sequence[str], taal: Vraagtaal) -> bool:
    """Tell whether a part is a clause such as ‘wanneer je faalt’: a conjunction and then who it is about."""
    if deel[0] not in taal.voegwoorden:
        return False
    return deel[0] not in taal.vraagwoorden or (len(deel) > 1 and deel[1] in taal.onderwerpen)


def _vraagt_gesloten(deel: Sequence[str], taal: Vraagtaal) -> bool:
    return deel[0] in taal.werkwoorden or _werkwoord_voorop(deel, taal)


def _werkwoord_voorop(deel: Sequence[str], taal: Vraagtaal) -> bool:
    """Tell whether a part starts with a verb and then who it is about, as in ‘luister jij’."""
    if len(deel) < 2:
        return False
    if deel[0] in taal.werkwoorden:
        return deel[1] in taal.onderwerpen
    anders = (taal.vraagwoorden, taal.voorzetsels, taal.voegwoorden, taal.onderwerpen)
    return deel[1] in taal.aangesprokene and not any(deel[0] in soort for soort in anders)


def _sturend(vraag: str, wijzer: Schrijfwijzer) -> Iterator[Tekstbevinding]:
    taal = wijzer.vragen
    delen = woorden(zonder_citaten(vraag).casefold())
    heel = " ".join(delen)
    stuur = taal.stuurwoorden.search(heel)
    gevonden = stuur.group() if stuur else ""
    if not gevonden:
        slot = list(taal.sturend_slot)
        if delen and not _vraagt_open(delen, taal):
            slot += taal.sturend_slot_bewering
        gevonden = next((uiting for uiting in slot if f" {heel}".endswith(f" {uiting}")), "")
    if gevonden:
        yield Tekstbevinding(
            "sturend",
            f"‘{gevonden}’ legt het antwoord in de mond.",
            "Vraag zo dat elk antwoord goed is.",
        )
