"""From a region of a Stroom to Stukken: its headings, paragraphs, points and quotations, in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from kaartgen.invoer.herstel import PUNT
from kaartgen.invoer.stroom import Stroom

_EINDE = re.compile(r"[.?!:;…][’”)‘“]*$|[.?!,]?[’”]$")
_EINDE_CITAAT = re.compile(r"[.?!]\)?[’‘'”]$|[.?!]’\)[.?!]?[’‘]$")
_EINDE_ZIN = re.compile(r"[.?!][’”)‘]*$")
_ZIN = re.compile(r"(?<=[.?!])\s+(?=[A-ZÀ-Þ0-9(‘“])|(?<=[.?!][’”)])\s+(?=[A-ZÀ-Þ0-9(‘“])")
_APOSTROF = re.compile(r"[^\W\d_]’(?=[^\W\d_])|‘(?=\d\d)")
_VERVOLG = re.compile(r"^[‘“(\-–]?[a-zà-ÿ0-9]|^\(|^&|^[–-]")

RUIM = 0.85
"""Part of the widest line of a piece that a line with its next word stays below, to have had room for it."""


class Soort(StrEnum):
    """What a Stuk is."""

    KOP = "kop"
    OPSCHRIFT = "opschrift"
    ALINEA = "alinea"
    PUNT = "punt"
    CITAAT = "citaat"
    NOOT = "voetnoot"
    REST = "rest"
    """What stands in one piece behind a quotation or a point that has ended; it has no place."""


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of text; `woorden` are the numbers of its words, `open` tells that its sentence goes on.

    `aaneen` are the words with which a later piece begins that was joined to it.
    """

    soort: Soort
    tekst: str
    woorden: tuple[int, ...]
    aaneen: tuple[int, ...] = ()

    @property
    def open(self) -> bool:
        """Tell whether the text stops before the end of a sentence."""
        return is_open(self.tekst)


def is_open(tekst: str) -> bool:
    """Tell whether a text stops before the end of a sentence."""
    return not _EINDE.search(tekst)


def zinnen(tekst: str) -> tuple[str, ...]:
    """Part a text in sentences."""
    return tuple(_ZIN.split(tekst))


def stukken(
    stroom: Stroom,
    woorden: Iterable[int],
    koppen: dict[int, str],
    is_opschrift: Callable[[str], bool],
    met_citaten: bool,
) -> list[Stuk]:
    """Part the words of a region in Stukken; with `met_citaten` a quotation is a Stuk by itself.

    `koppen` gives for each word that is part of a heading that heading; such words end a paragraph.
    Sentences that a page or column cut in two are joined, whatever labels or footnotes stand between.
    """
    uit: list[Stuk] = []
    noten: dict[int, list[int]] = {}
    tekst: list[int] = []
    for nummer in woorden:
        noot = 0 if nummer in koppen else stroom.woorden[nummer].noot
        (noten.setdefault(noot, []) if noot else tekst).append(nummer)
    for kop, groep in groupby(tekst, lambda nummer: koppen.get(nummer, "")):
        if kop:
            uit.append(Stuk(Soort.KOP, kop, tuple(groep)))
            continue
        for reeks in _reeksen(stroom, groep):
            for stuk in _los(stroom, reeks, is_opschrift, met_citaten):
                _voeg_toe(stroom, uit, stuk)
    for nummer, stuk in enumerate(uit):  # een opschrift dat een bladzijde doorknipte is nu heel
        if stuk.soort is Soort.ALINEA and is_opschrift(stuk.tekst):
            uit[nummer] = replace(stuk, soort=Soort.OPSCHRIFT)
    uit += [Stuk(Soort.NOOT, stroom.tekst(noot), tuple(noot)) for noot in noten.values()]
    return [_goed_citaat(stuk) if stuk.soort in (Soort.CITAAT, Soort.PUNT) else stuk for stuk in uit]


def _reeksen(stroom: Stroom, woorden: Iterable[int]) -> Iterator[list[int]]:
    """Part words where a piece ends, or where words between them have been taken already."""
    reeks: list[int] = []
    for nummer in woorden:
        if reeks and (nummer != reeks[-1] + 1 or stroom.begint_blok(nummer)):
            yield reeks
            reeks = []
        reeks.append(nummer)
    if reeks:
        yield reeks


def _los(
    stroom: Stroom, blok: list[int], is_opschrift: Callable[[str], bool], met_citaten: bool
) -> Iterator[Stuk]:
    if stroom.woorden[blok[0]].tekst != PUNT and is_opschrift(stroom.tekst(blok)):
        yield Stuk(Soort.OPSCHRIFT, stroom.tekst(blok), tuple(blok))
        return
    for soort, deel in _delen(stroom, blok, is_opschrift, met_citaten):
        begin = 1 if soort is Soort.PUNT else 0
        grens = _opschrift_erachter(stroom, deel, is_opschrift)
        tekst = stroom.tekst(deel[begin:grens])
        if not tekst:  # een opsomteken zonder tekst is geen letter van de makers
            soort, tekst = Soort.OPSCHRIFT, PUNT
        if soort in (Soort.ALINEA, Soort.REST) and is_opschrift(tekst):
            soort = Soort.OPSCHRIFT
        yield Stuk(soort, tekst, tuple(deel[:grens]))
        if grens < len(deel):
            yield Stuk(Soort.OPSCHRIFT, stroom.tekst(deel[grens:]), tuple(deel[grens:]))


def _opschrift_erachter(stroom: Stroom, deel: list[int], is_opschrift: Callable[[str], bool]) -> int:
    """Give where labels begin that stand behind the last sentence of a piece."""
    for plaats in range(len(deel) - 1, 0, -1):
        if _EINDE_ZIN.search(stroom.woorden[deel[plaats - 1]].tekst):
            return plaats if is_opschrift(stroom.tekst(deel[plaats:])) else len(deel)
    return len(deel)


def _delen(
    stroom: Stroom, blok: list[int], is_opschrift: Callable[[str], bool], met_citaten: bool
) -> Iterator[tuple[Soort, list[int]]]:
    """Part a piece at its bullets, and at quotations that follow the end of a sentence or a label."""
    soort, deel = Soort.ALINEA, list[int]()
    breedte = max(_regelbreedte(stroom, blok).values())
    for nummer in blok:
        tekst = stroom.woorden[nummer].tekst
        citaat = (
            met_citaten
            and soort is not Soort.PUNT
            and re.match(r"‘[A-ZÀ-Þ]", tekst) is not None
            and _mag_citaat_volgen(soort, stroom.tekst(deel), is_opschrift)
        )
        if tekst == PUNT or citaat:
            if deel:
                yield soort, deel
            soort, deel = (Soort.PUNT if tekst == PUNT else Soort.CITAAT), []
        elif _is_ten_einde(stroom, soort, deel, nummer, breedte):
            yield soort, deel
            soort, deel = Soort.REST, []
        deel.append(nummer)
    if deel:
        yield soort, deel


def _is_ten_einde(stroom: Stroom, soort: Soort, deel: list[int], nummer: int, breedte: int) -> bool:
    """Tell whether a quotation or a point ends before a word: at its mark; or at a full stop on a line that
    had room for that word."""
    if not deel or soort not in (Soort.CITAAT, Soort.PUNT):
        return False
    tekst = stroom.tekst(deel)
    if aanhaling := re.match(rf"(?:{PUNT} )?‘", tekst):
        heel = f"{tekst[aanhaling.end() - 1 : -1]}’" if tekst[-1] in "‘'" else tekst[aanhaling.end() - 1 :]
        open_, dicht = aanhalingstekens(heel)
        if _EINDE_CITAAT.search(heel) and open_ <= dicht:
            return True
    if soort is not Soort.PUNT or not _EINDE_ZIN.search(tekst) or not stroom.begint_regel(nummer):
        return False
    laatste = _regelbreedte(stroom, deel)[stroom.woorden[deel[-1]].regel]
    return laatste + 1 + len(stroom.woorden[nummer].tekst) < RUIM * breedte


def _regelbreedte(stroom: Stroom, woorden: Iterable[int]) -> dict[int, int]:
    """Give how many letters the words have on each line."""
    breedte: dict[int, int] = {}
    for nummer in woorden:
        woord = stroom.woorden[nummer]
        breedte[woord.regel] = breedte.get(woord.regel, -1) + 1 + len(woord.tekst)
    return breedte


def _mag_citaat_volgen(soort: Soort, ervoor: str, is_opschrift: Callable[[str], bool]) -> bool:
    if soort is Soort.CITAAT:
        return _EINDE_CITAAT.search(ervoor) is not None
    return is_opschrift(ervoor) or _EINDE_ZIN.search(ervoor) is not None


def _voeg_toe(stroom: Stroom, uit: list[Stuk], stuk: Stuk) -> None:
    """Add a Stuk, to the one before it when that is the first half of its sentence."""
    if len(uit) > 1 and stuk.soort is Soort.ALINEA and stuk.tekst[0].islower():
        _zonder_opschrift(stroom, uit)
    plaats = next((nummer for nummer in range(len(uit) - 1, -1, -1) if uit[nummer].soort != "opschrift"), -1)
    if stuk.soort is Soort.ALINEA and plaats >= 0 and _VERVOLG.search(stuk.tekst):
        vorig = uit[plaats]
        if vorig.soort is not Soort.KOP and (vorig.open or _loopt_door(vorig, stuk)):
            woorden = (*vorig.woorden, *stuk.woorden)
            tekst = stroom.tekst(woorden[1:] if vorig.soort is Soort.PUNT else woorden)
            aaneen = (*vorig.aaneen, stuk.woorden[0])
            uit[plaats] = replace(vorig, tekst=tekst, woorden=woorden, aaneen=aaneen)
            return
    uit.append(stuk)


def _zonder_opschrift(stroom: Stroom, uit: list[Stuk]) -> None:
    """Take back labels behind a sentence into its paragraph: what goes on behind them in small letters shows
    that they begin a sentence."""
    vorig, label = uit[-2:]
    volgt = label.woorden[0] == vorig.woorden[-1] + 1 and not stroom.begint_blok(label.woorden[0])
    if label.soort is Soort.OPSCHRIFT and vorig.soort in (Soort.ALINEA, Soort.PUNT) and volgt:
        woorden = (*vorig.woorden, *label.woorden)
        tekst = stroom.tekst(woorden[1:] if vorig.soort is Soort.PUNT else woorden)
        uit[-2:] = [replace(vorig, tekst=tekst, woorden=woorden)]


def _loopt_door(vorig: Stuk, stuk: Stuk) -> bool:
    """Tell whether a piece that begins in small letters goes on behind a colon, or within a quotation that is
    not closed yet."""
    if not stuk.tekst[0].islower():
        return False
    if vorig.soort is Soort.CITAAT:
        open_, dicht = aanhalingstekens(vorig.tekst)
        return open_ > dicht
    return vorig.soort is Soort.ALINEA and vorig.tekst[-1] == ":"


def aanhalingstekens(tekst: str) -> tuple[int, int]:
    """Count the marks that open and close a quotation; no apostrophes."""
    kaal = _APOSTROF.sub("", tekst)
    return kaal.count("‘"), kaal.count("’")


def _goed_citaat(stuk: Stuk) -> Stuk:
    """Close a quotation with the mark that belongs to the one that opened it."""
    tekst = stuk.tekst
    if tekst[0] == "‘" and tekst[-1] in "‘'" and _EINDE_CITAAT.search(tekst):
        tekst = tekst[:-1] + "’"
    return replace(stuk, tekst=tekst)
