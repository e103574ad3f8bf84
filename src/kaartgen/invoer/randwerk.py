"""From Bronregels to the lines that are text: running heads and page numbers left out, look-alikes told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kaartgen.invoer.bronregels import Bronregel
from kaartgen.invoer.recept import Recept
from kaartgen.meldingen import Plek

KORTSTE_TITEL = 8
"""Letters that a running head begins with at least, for a line with the same ones to look like it."""
LANGSTE_KOPREGEL = 120
"""Letters of a running head at most."""
PER_BLADZIJDE = 3
"""Times that one line stands at the edge of a piece, numbers aside, from which it may return on each page."""
_BLADZIJDE = re.compile(
    r"(?:pagina|bladzijde|blz\.|p\.)\s*\d{1,3}(?:\s*(?:van|/)\s*\d{1,3})?|\d{1,3}|[-–]\s*\d{1,3}\s*[-–]",
    re.IGNORECASE,
)
_ALLEEN_BLADZIJDE = re.compile(
    r"\d{1,3}\s*(?:van|/)\s*\d{1,3}|(?=[ivxl])x{0,3}(?:ix|iv|l?v?i{0,3})", re.IGNORECASE
)
"""Page numbers that could end a sentence; they count only when they stand alone."""
_NUMMER_VOOR = re.compile(r"^\d{1,3}(?:\s*[-|·•:]\s*|\s+)(?=\D)")
_NUMMER_NA = re.compile(r"(?:\s*[-|·•:]\s*|\s+)\d{1,3}$")
_STREEP = re.compile("[\u2012-\u2015\u2212]")
_SCHEIDING = re.compile(r"\s*[-|·•]\s*")
_IS_ZIN = re.compile(r"^[a-zà-ÿ•(‘]|[.?!:;,’]$")
"""What tells that a line is of a sentence or a list."""
_AFGEBROKEN = re.compile(r"(?<=\w)- ")
_ADRES_LOOPT_DOOR = re.compile(r"(?:.*\s)?\S*://\S*[-/_]|(?=\S*\d)\S*[-/_]")
_STAART_VAN_ADRES = re.compile(r"(?=\S*[\d/._-])\S+|[a-z]+")
"""A line that ends within an address, where it may be broken, and what the next line then begins with."""
_LETTERLIJK = re.compile(r"[^\\.^$*+?{}\[\]|()]+")


@dataclass(frozen=True, slots=True)
class Weggelaten:
    """A line that was left out by rule."""

    plek: Plek
    tekst: str
    waarom: str


def zonder_randwerk(
    regels: Sequence[Bronregel], recept: Recept
) -> tuple[list[tuple[int, str]], tuple[Weggelaten, ...]]:
    """Give the lines that are text, with their numbers, and those left out by rule."""
    precies = [(re.compile(een.regel), een.waarom) for een in recept.weg]
    ruim = [(re.compile(een.regel, re.IGNORECASE), een.waarom) for een in recept.weg]
    over: list[tuple[int, str]] = []
    weggelaten: list[Weggelaten] = []
    heel = _hele_blokken(regels, precies)
    for nummer, regel in enumerate(regels):
        vormen = [regel.tekst, heel[nummer], _AFGEBROKEN.sub("", heel[nummer])]
        waarom = _waarom(precies, vormen)
        if not waarom and nummer and weggelaten and weggelaten[-1].plek == regels[nummer - 1].plek:
            waarom = _als_staart(weggelaten[-1], regel.tekst, precies)
        if not waarom and _is_bladzijdenummer(regels, nummer):
            waarom = "paginanummer"
        if not waarom:
            vormen = [regel.tekst] if _mag_ruim(regels, nummer) else []
            if _NUMMER_VOOR.search(heel[nummer]) or _NUMMER_NA.search(heel[nummer]):
                vormen.append(heel[nummer])
            waarom = _waarom(ruim, [anders for een in vormen for anders in _anders_gezet(een)])
        if waarom:
            weggelaten.append(Weggelaten(regel.plek, regel.tekst, waarom))
        over.append((nummer, "" if waarom else regel.tekst))
    return over, tuple(weggelaten)


def verdacht(regels: Sequence[Bronregel], recept: Recept) -> dict[int, str]:
    """Give the numbers of lines that may be no text, with why: they look like a running head, or return."""
    titels = [een for een in (_titel(weg.regel) for weg in recept.weg) if len(een) >= KORTSTE_TITEL]
    aan_rand = {
        nummer: _letters(regel.tekst)
        for nummer, regel in enumerate(regels)
        if _staat_aan_rand(regels, nummer) and not _IS_ZIN.search(regel.tekst)
    }
    telling = Counter(aan_rand.values())
    uit: dict[int, str] = {}
    for nummer, regel in enumerate(regels):
        letters = _letters(regel.tekst)
        begin = next((teken for teken in regel.tekst if teken.isalpha()), "")
        if begin.isupper() and any(letters.startswith(titel) for titel in titels):
            uit[nummer] = "lijkt op een kopregel; zo gelaten"
        elif len(letters) >= KORTSTE_TITEL and nummer in aan_rand and telling[letters] >= PER_BLADZIJDE:
            uit[nummer] = "staat vaker los in de bron, misschien een kopregel; zo gelaten"
    return uit


def _als_staart(boven: Weggelaten, tekst: str, precies: Sequence[tuple[re.Pattern[str], str]]) -> str:
    """Give why a line is left out that begins with the tail of an address on the line above it."""
    staart, _, rest = tekst.partition(" ")
    loopt_door = _ADRES_LOOPT_DOOR.fullmatch(boven.tekst) and _STAART_VAN_ADRES.fullmatch(staart)
    return boven.waarom if loopt_door and (not rest or _waarom(precies, [rest])) else ""


def _waarom(patronen: Sequence[tuple[re.Pattern[str], str]], vormen: Sequence[str]) -> str:
    return next((waarom for patroon, waarom in patronen if any(map(patroon.fullmatch, vormen))), "")


def _anders_gezet(regel: str) -> Iterator[str]:
    """Give a line as the recipe may have it: other dashes and blanks, and a page number elsewhere or none."""
    streep = _STREEP.sub("-", " ".join(regel.split()))
    for een in (streep, _NUMMER_VOOR.sub("", streep), _NUMMER_NA.sub("", streep)):
        yield een
        yield _SCHEIDING.sub(" - ", een)
        yield _SCHEIDING.sub(" – ", een)


def _mag_ruim(regels: Sequence[Bronregel], nummer: int) -> bool:
    """Tell whether a line may be a running head that is set otherwise than the recipe says: a sentence that
    goes on begins in small letters, and within a piece only a page number tells a head."""
    tekst = regels[nummer].tekst
    begin = next((teken for teken in tekst if teken.isalnum()), "")
    genummerd = _NUMMER_VOOR.search(tekst) or _NUMMER_NA.search(tekst)
    return not begin.islower() and (bool(genummerd) or _staat_aan_rand(regels, nummer))


def _staat_aan_rand(regels: Sequence[Bronregel], nummer: int) -> bool:
    buren = [regels[een].tekst for een in (nummer - 1, nummer + 1) if 0 <= een < len(regels)]
    einde = nummer + 1 < len(regels) and regels[nummer + 1].naad
    return bool(regels[nummer].tekst) and (len(buren) < 2 or not all(buren) or regels[nummer].naad or einde)


def _staat_alleen(regels: Sequence[Bronregel], nummer: int) -> bool:
    """Tell whether a line has nothing above and below it on its page."""
    boven = nummer == 0 or regels[nummer].naad or not regels[nummer - 1].tekst
    onder = nummer + 1 == len(regels) or regels[nummer + 1].naad or not regels[nummer + 1].tekst
    return boven and onder


def _is_bladzijdenummer(regels: Sequence[Bronregel], nummer: int) -> bool:
    tekst = regels[nummer].tekst
    if _BLADZIJDE.fullmatch(tekst):
        buren = [regels[een].tekst for een in (nummer - 1, nummer + 1) if 0 <= een < len(regels)]
        return len(buren) < 2 or not all(buren)
    return _ALLEEN_BLADZIJDE.fullmatch(tekst) is not None and _staat_alleen(regels, nummer)


def _hele_blokken(regels: Sequence[Bronregel], precies: Sequence[tuple[re.Pattern[str], str]]) -> list[str]:
    """Give for each line the text of its whole piece: a running head may have been cut in two. One that is
    whole, with its page number, on a line has other text below it; and no head is as long as a paragraph."""
    heel: list[str] = []
    for gevuld, groep in groupby(regels, lambda regel: bool(regel.tekst)):
        lijst = [een.tekst for een in groep]
        los = any(_NUMMER_NA.search(een) and _waarom(precies, [een]) for een in lijst[:-1])
        samen = " ".join(lijst)
        heel += [samen] * len(lijst) if gevuld and not los and len(samen) <= LANGSTE_KOPREGEL else lijst
    return heel


def _titel(patroon: str) -> str:
    """Give the letters that each line of a pattern begins with."""
    letterlijk = _LETTERLIJK.match(patroon)
    if letterlijk is None:
        return ""
    herhaald = patroon[letterlijk.end() : letterlijk.end() + 1] in ("?", "*", "{", "|")
    return _letters(letterlijk[0][:-1] if herhaald else letterlijk[0])


def _letters(tekst: str) -> str:
    return "".join(teken for teken in tekst.casefold() if teken.isalpha())
