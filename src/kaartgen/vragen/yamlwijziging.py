"""From the text of a YAML file and the values it must get to a new text, in which all else stays as it was.

What does not change keeps its letters: quotes, blank lines, comments and order. Comments of what goes stay
too, on a line of their own.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

_LADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CODEER = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
STAP = "  "
Waarde = str | Sequence[Any] | Mapping[str, Any]
Lijkt = Callable[[Any, Any], bool]


class NietTeWijzigen(Exception):
    """The file is built in a way that cannot be changed without loss."""


@dataclass(frozen=True, slots=True)
class _Wijziging:
    begin: int
    eind: int
    tekst: str


def wijzig(tekst: str, was: Mapping[str, Any], wordt: Mapping[str, Any], lijkt: Lijkt) -> str:
    """Give the text with the values of `wordt`, where it has those of `was` now.

    `lijkt` tells of two items of a list whether one is the other, changed. Texts, tuples and mappings with
    text keys are known. Raises NietTeWijzigen.
    """
    tekst = tekst if tekst.endswith("\n") else f"{tekst}\n"
    wortel = yaml.compose(tekst, Loader=_LADER)
    if not isinstance(wortel, yaml.MappingNode):
        raise NietTeWijzigen
    herschrijver = _Herschrijver(tekst, sorted(_scalairen(wortel)), lijkt)
    if wortel.flow_style:
        nieuw = "".join((*herschrijver.commentaar(0, len(tekst), ""), schrijf_velden(wordt)))
    else:
        herschrijver.velden(wortel, was, wordt)
        nieuw = herschrijver.uitkomst()
    if tekst.count("\r\n") == tekst.count("\n"):
        nieuw = re.sub("(?<!\r)\n", "\r\n", nieuw)
    return nieuw


def schrijf_velden(velden: Mapping[str, Any], inspringing: str = "") -> str:
    """Give a mapping as lines of YAML."""
    return "".join(_veld(naam, waarde, inspringing) for naam, waarde in velden.items())


def _veld(naam: str, waarde: Waarde, inspringing: str) -> str:
    kop = f"{inspringing}{_sleutel(naam)}:"
    if isinstance(waarde, str):
        return f"{kop} {schrijf_tekst(waarde)}\n"
    if not waarde:
        return f"{kop} {'{}' if isinstance(waarde, Mapping) else '[]'}\n"
    if isinstance(waarde, Mapping):
        return f"{kop}\n{schrijf_velden(waarde, inspringing + STAP)}"
    return f"{kop}\n" + "".join(_punt(lid, inspringing + STAP) for lid in waarde)


def _punt(waarde: str | Mapping[str, Any], inspringing: str) -> str:
    if isinstance(waarde, str):
        return f"{inspringing}- {schrijf_tekst(waarde)}\n"
    regels = schrijf_velden(waarde, inspringing + STAP)
    return f"{inspringing}- {regels.removeprefix(inspringing + STAP)}"


def schrijf_tekst(tekst: str) -> str:
    """Give a text between double quotes, as JSON and YAML both know it.

    What YAML takes for the end of a line, and what no file may hold, is written as a code.
    """
    return _CODEER.sub(lambda teken: f"\\u{ord(teken[0]):04x}", json.dumps(tekst, ensure_ascii=False))


def _sleutel(naam: str) -> str:
    gewoon = naam.replace("-", "").replace("_", "").isalnum() and naam.isascii() and naam[0].isalpha()
    return naam if gewoon and naam.lower() not in _WOORDEN else schrijf_tekst(naam)


_WOORDEN = {"y", "n", "yes", "no", "true", "false", "on", "off", "null"}


class _Herschrijver:
    """Collects changes of one text."""

    def __init__(self, tekst: str, scalairen: Sequence[tuple[int, int]], lijkt: Lijkt) -> None:
        self._tekst = tekst
        self._scalairen = scalairen
        self._lijkt = lijkt
        self._wijzigingen: list[_Wijziging] = []

    def uitkomst(self) -> str:
        """Give the text with all changes in it."""
        tekst, vorige = self._tekst, len(self._tekst) + 1
        laatste_eerst = self._wijzigingen[::-1]
        for een in sorted(laatste_eerst, key=lambda een: (-een.begin, -een.eind)):
            if een.eind > vorige:
                raise NietTeWijzigen
            tekst = tekst[: een.begin] + een.tekst + tekst[een.eind :]
            vorige = een.begin
        return tekst

    def velden(self, knoop: Any, was: Mapping[str, Any], wordt: Mapping[str, Any]) -> None:
        """Change the fields of a block mapping."""
        paren = {sleutel.value: (sleutel, waarde) for sleutel, waarde in knoop.value}
        if set(paren) != set(was):
            raise NietTeWijzigen
        inspringing = " " * knoop.start_mark.column
        for naam, (sleutel, waarde) in paren.items():
            begin, eind = self._regels(sleutel.start_mark.index, self._eind(waarde, sleutel))
            if naam not in wordt:
                self._zet(begin, eind, "".join(self.commentaar(begin, eind, inspringing)))
            elif was[naam] != wordt[naam]:
                self._waarde(sleutel, waarde, was[naam], wordt[naam])
        self._nieuwe(paren, wordt, inspringing, knoop)

    def _nieuwe(
        self, paren: Mapping[str, Any], wordt: Mapping[str, Any], inspringing: str, knoop: Any
    ) -> None:
        """Put new fields after the field that goes before them, or in front of all."""
        eerste = next(iter(paren.values()))[0].start_mark.index
        if knoop.start_mark.index != eerste:
            raise NietTeWijzigen
        na = self._regelbegin(eerste)
        erbij: list[str] = []
        for naam, waarde in wordt.items():
            if naam in paren:
                self._voeg_in(na, erbij)
                erbij = []
                sleutel, oud = paren[naam]
                na = self._regels(sleutel.start_mark.index, self._eind(oud, sleutel))[1]
            else:
                erbij.append(_veld(naam, waarde, inspringing))
        self._voeg_in(na, erbij)

    def _voeg_in(self, plaats: int, regels: Sequence[str]) -> None:
        if regels:
            af = "" if plaats == 0 or self._tekst[plaats - 1] == "\n" else "\n"
            self._zet(plaats, plaats, af + "".join(regels))

    def _waarde(self, sleutel: Any, knoop: Any, was: Any, wordt: Any) -> None:
        blok = isinstance(knoop, yaml.CollectionNode) and not knoop.flow_style
        if blok and isinstance(was, Mapping) and isinstance(wordt, Mapping) and wordt:
            self.velden(knoop, was, wordt)
        elif blok and isinstance(was, tuple) and isinstance(wordt, tuple) and wordt:
            self._lijst(knoop, was, wordt)
        else:
            self._vervang(sleutel, knoop, wordt)

    def _vervang(self, sleutel: Any, knoop: Any, wordt: Waarde) -> None:
        """Put a whole new value after a key; comments in the old one go above the key."""
        inspringing = " " * sleutel.start_mark.column
        begin, eind = knoop.start_mark.index, self._eind(knoop, sleutel)
        nieuw = _veld("x", wordt, inspringing).removeprefix(f"{inspringing}x:")
        if isinstance(wordt, str) and "\n" not in self._tekst[sleutel.end_mark.index : eind]:
            spatie = "" if begin > sleutel.end_mark.index + 1 else " "
            self._zet(begin, eind, spatie + nieuw.strip())
            return
        boven, na = self._regels(sleutel.start_mark.index, eind)
        self._zet(boven, boven, "".join(self.commentaar(sleutel.end_mark.index, na, inspringing)))
        self._zet(sleutel.end_mark.index, na, ":" + nieuw)

    def _lijst(self, knoop: Any, was: Sequence[Any], wordt: Sequence[Any]) -> None:
        """Change a block list: what stays keeps its lines and the comments above it."""
        if len(knoop.value) != len(was):
            raise NietTeWijzigen
        inspringing = " " * knoop.start_mark.column
        stukken = list(self._stukken(knoop))
        van = _paar(was, wordt, self._lijkt)
        blijft = sorted(van.values())
        achtergelaten: dict[int | None, list[str]] = {}
        for oud in sorted(set(range(len(was))) - set(blijft)):
            volgende = next((nummer for nummer in blijft if nummer > oud), None)
            achtergelaten.setdefault(volgende, []).extend(self.commentaar(*stukken[oud], inspringing))
        regels: list[str] = []
        for nummer, waarde in enumerate(wordt):
            herkomst = van.get(nummer)
            if herkomst is None:
                regels.append(_punt(waarde, inspringing))
                continue
            regels += achtergelaten.get(herkomst, ())
            if was[herkomst] == waarde:
                regels.append(self._tekst[slice(*stukken[herkomst])])
            else:
                regels += [*self.commentaar(*stukken[herkomst], inspringing), _punt(waarde, inspringing)]
        regels += achtergelaten.get(None, ())
        self._zet(stukken[0][0], stukken[-1][1], "".join(regels))

    def _stukken(self, knoop: Any) -> Iterator[tuple[int, int]]:
        """Give where the lines of each item begin and end, with the comments above it that are its own."""
        vorige = self._boven(self._regelbegin(knoop.start_mark.index))
        for lid in knoop.value:
            streep = self._streep(vorige, lid.start_mark.index, knoop.start_mark.column)
            na = self._regels(streep, self._eind(lid, None))[1]
            if na <= streep:
                raise NietTeWijzigen
            yield vorige, na
            vorige = na

    def _boven(self, plaats: int) -> int:
        """Go up over the blank lines and comments above a line."""
        while plaats > 0:
            regel = self._regelbegin(plaats - 1)
            inhoud = self._tekst[regel:plaats].strip()
            if inhoud and not inhoud.startswith("#"):
                break
            plaats = regel
        return plaats

    def _streep(self, van: int, tot: int, kolom: int) -> int:
        """Find the dash of an item: the first one in its column, for what stands above is comment."""
        while van <= tot:
            if self._tekst[van : van + kolom + 1] == " " * kolom + "-":
                return van + kolom
            van = self._regels(van, van)[1]
        raise NietTeWijzigen

    def _eind(self, knoop: Any, sleutel: Any) -> int:
        """Give where the last sign of a value stands; PyYAML's own end has the blank lines after it too."""
        eind: int = knoop.end_mark.index
        if sleutel is not None and knoop.start_mark.index < sleutel.end_mark.index:
            raise NietTeWijzigen  # a reference (*): the value stands elsewhere
        if isinstance(knoop, yaml.MappingNode) and not knoop.flow_style:
            sleutel, laatste = knoop.value[-1]
            return self._eind(laatste, sleutel)
        if isinstance(knoop, yaml.SequenceNode) and not knoop.flow_style:
            return self._eind(knoop.value[-1], None)
        if knoop.start_mark.index == eind and sleutel is not None:
            return int(self._tekst.index(":", sleutel.end_mark.index)) + 1
        while eind > knoop.start_mark.index and self._tekst[eind - 1] in "\r\n ":
            eind -= 1
        return eind

    def _regels(self, begin: int, eind: int) -> tuple[int, int]:
        """Give where the lines from `begin` to `eind` begin and where the next line does."""
        na = self._tekst.find("\n", eind)
        return self._regelbegin(begin), len(self._tekst) if na < 0 else na + 1

    def _regelbegin(self, plaats: int) -> int:
        return self._tekst.rfind("\n", 0, plaats) + 1

    def _zet(self, begin: int, eind: int, tekst: str) -> None:
        self._wijzigingen.append(_Wijziging(begin, eind, tekst))

    def commentaar(self, begin: int, eind: int, inspringing: str) -> Iterator[str]:
        """Give the comments between two places, each as a line."""
        plaats = begin
        while (plaats := self._tekst.find("#", plaats, eind)) >= 0:
            na = self._regels(plaats, plaats)[1]
            nummer = bisect_right(self._scalairen, (plaats, len(self._tekst))) - 1
            in_tekst = nummer >= 0 and plaats < self._scalairen[nummer][1]
            if in_tekst or (plaats and not self._tekst[plaats - 1].isspace()):
                plaats += 1
                continue
            yield f"{inspringing}{self._tekst[plaats:na].rstrip()}\n"
            plaats = na


def _scalairen(wortel: Any) -> Iterator[tuple[int, int]]:
    stapel = [wortel]
    while stapel:
        knoop = stapel.pop()
        if isinstance(knoop, yaml.ScalarNode):
            yield knoop.start_mark.index, knoop.end_mark.index
        elif isinstance(knoop, yaml.MappingNode):
            stapel += [een for paar in knoop.value for een in paar]
        else:
            stapel += knoop.value


def _paar(was: Sequence[Any], wordt: Sequence[Any], lijkt: Lijkt) -> dict[int, int]:
    """Give per new item the old one that it is, the same or changed."""
    van: dict[int, int] = {}
    vrij = dict.fromkeys(range(len(was)))

    def kies(past: Callable[[int, int], bool]) -> None:
        for nieuw in range(len(wordt)):
            oud = next((nummer for nummer in vrij if past(nieuw, nummer)), None)
            if nieuw not in van and oud is not None:
                van[nieuw] = oud
                del vrij[oud]

    kies(lambda nieuw, oud: bool(was[oud] == wordt[nieuw]))
    kies(lambda nieuw, oud: lijkt(was[oud], wordt[nieuw]))
    kies(lambda nieuw, oud: nieuw == oud)
    return van
