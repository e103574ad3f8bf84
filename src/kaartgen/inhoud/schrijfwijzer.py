"""From a file in data/schrijfwijzers to a Schrijfwijzer: what reads well in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

from pydantic import AfterValidator, Field, ValidationError

from kaartgen.inhoud.bron import lees_bron
from kaartgen.inhoud.model import Deel, Jargonregel, Tekst, Teksten
from kaartgen.inhoud.veldfouten import veldfouten
from kaartgen.meldingen import Ernst, Melding

_WOORD = re.compile(r"[^\W_]+(?:[-’][^\W_]+)*")

if TYPE_CHECKING:
    Woorden: TypeAlias = frozenset[str]
else:
    Woorden = Annotated[Teksten, AfterValidator(frozenset)]
"""A list of words in the file, to look words up in."""


class Leesmaat(Deel):
    """A reading measure of the family of Flesch, for a whole text.

    Score: begin - per_woord x words per sentence - per_lettergreep x syllables per word.
    """

    naam: Tekst
    begin: float
    per_woord: float = Field(gt=0)
    per_lettergreep: float = Field(gt=0)
    laagste: float
    minste_woorden: int = Field(ge=1)
    klinkers: Teksten
    stomme_letters: tuple[Tekst, ...] = ()


class Lijdend(Deel):
    """The words of the passive voice: `worden` makes one, `zijn` may, `niet` only looks like a participle.

    After a form of `zijn` one of `hoedanigheden` says how someone is: ‘inwoners zijn betrokken’.
    """

    worden: Woorden
    zijn: Woorden
    nevenschikkers: Woorden
    voorvoegsels: Teksten
    delen: Teksten
    uitgangen: Teksten
    sterk: Teksten
    niet: Woorden
    hoedanigheden: Woorden
    geen_uitgangen: Teksten

    @cached_property
    def deelwoord(self) -> re.Pattern[str]:
        """What a participle looks like."""
        deel = f"(?:{_een_van(self.delen)})?"
        zwak = f"(?:{deel}ge|(?:{_een_van(self.voorvoegsels)}))\\w{{2,}}(?:{_een_van(self.uitgangen)})"
        return re.compile(f"{zwak}|{deel}(?:{_een_van(self.sterk)})")


class Aanname(Deel):
    """What a question takes for granted: `begin`, a few words, and then `slot`, as in ‘waarom … nooit’.

    One of those words must be in `over`, if given, and none in `niet_over`; one of `behalve` anywhere takes
    it back. With `vooraan` it counts only where a part of the question starts.
    """

    begin: Teksten
    slot: Teksten
    over: tuple[Tekst, ...] = ()
    niet_over: tuple[Tekst, ...] = ()
    behalve: tuple[Tekst, ...] = ()
    hooguit: int = Field(default=3, ge=1)
    vooraan: bool = False

    @cached_property
    def patroon(self) -> re.Pattern[str]:
        """What it says, in a text of words with single spaces."""
        begin, slot = _een_van(self.begin), _een_van(self.slot)
        tussen = rf"(?P<tussen>(?: \S+){{1,{self.hooguit}}}?)"
        plaats = "^" if self.vooraan else r"(?<!\S)"
        return re.compile(rf"{plaats}(?:{begin}){tussen} (?:{slot})(?!\S)")


class Vraagtaal(Deel):
    """The words by which a question is open, closed or leading."""

    vraagwoorden: Woorden
    redenwoorden: Woorden
    bepalers: Woorden
    uitnodigingen: Teksten
    voorzetsels: Woorden
    aanloop: Woorden
    verbinders: Woorden
    vervolgen: Woorden
    ontkenningen: Woorden
    alternatieven: Woorden
    inbedders: Woorden
    voegwoorden: Woorden
    werkwoorden: Woorden
    werkwoordsuitgangen: Teksten
    meervoudsuitgangen: Teksten
    naamwoordsuitgangen: Teksten
    meervouden: Woorden
    bijwoorden: Woorden
    ooitwoorden: Woorden
    ja_of_nee: Woorden
    meningvragen: Woorden
    onderwerpen: Woorden
    aangesprokene: Woorden
    terugwijzers: Woorden
    sturend: Teksten
    sturend_slot: Teksten
    sturend_slot_bewering: Teksten
    vanzelfsprekend: Woorden
    aannames: tuple[Aanname, ...] = ()

    @cached_property
    def persoonsvormen(self) -> frozenset[str]:
        """The verbs that are no noun too: a bare stem, such as ‘werk’ beside ‘werkt’, may be one."""
        return frozenset(vorm for vorm in self.werkwoorden if f"{vorm}t" not in self.werkwoorden)

    def is_functiewoord(self, woord: str) -> bool:
        """Tell whether a word (lower case) is of a kind that no verb is of."""
        soorten = (
            self.vraagwoorden,
            self.voorzetsels,
            self.voegwoorden,
            self.onderwerpen,
            self.verbinders,
            self.alternatieven,
            self.inbedders,
        )
        return any(woord in soort for soort in soorten)

    @cached_property
    def stuurwoorden(self) -> re.Pattern[str]:
        """What a leading question says, in a text of words with single spaces; … stands for some words."""
        uitingen = [re.escape(uiting).replace("…", r"\S+(?: \S+){0,9}?") for uiting in self.sturend]
        return re.compile(f"(?<!\\S)(?:{'|'.join(uitingen)})(?!\\S)")


class Schrijfwijzer(Deel):
    """All that reading well means in one language: measures and words."""

    naam: Tekst
    langste_zin: int = Field(ge=1)
    afkortingen: tuple[Tekst, ...] = ()
    leesmaat: Leesmaat
    lijdend: Lijdend
    vragen: Vraagtaal
    jargon: tuple[Jargonregel, ...] = ()

    @cached_property
    def jargonlijst(self) -> Jargonlijst:
        """The words that have a plainer one."""
        return jargonlijst(self.jargon)

    def met(self, eigen: Iterable[Jargonregel], zonder: Iterable[str]) -> Schrijfwijzer:
        """Give this Schrijfwijzer with words of a publication, and without those that it may use."""
        weg = {vorm.casefold() for vorm in zonder}
        regels = [*self.jargon, *eigen]
        over = [
            (regel, tuple(vorm for vorm in regel.vormen if vorm.casefold() not in weg)) for regel in regels
        ]
        jargon = tuple(regel.model_copy(update={"vormen": vormen}) for regel, vormen in over if vormen)
        return Schrijfwijzer(
            **{naam: getattr(self, naam) for naam in type(self).model_fields} | {"jargon": jargon}
        )


@dataclass(frozen=True, slots=True)
class Jargonlijst:
    """Heavy words (lower case) with the plainer one: single words, and groups by their longest word."""

    woorden: Mapping[str, str]
    groepen: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]

    def kan(self, woorden: Iterable[str]) -> bool:
        """Tell whether a text with these words (lower case) may have a heavy one."""
        return any(woord in self.woorden or woord in self.groepen for woord in woorden)

    def zoek(self, zin: str) -> Iterator[tuple[str, str]]:
        """Give each heavy word of a sentence with the plainer one, names left out."""
        for nummer, woord in enumerate(losse_woorden(zin)):
            klein = woord.casefold()
            if klein in self.woorden and not (nummer and woord[0].isupper()):
                yield klein, self.woorden[klein]
            for patroon, liever in self.groepen.get(klein, ()):
                if gevonden := patroon.search(zin.casefold()):
                    yield gevonden.group(), liever


def jargonlijst(regels: Iterable[Jargonregel]) -> Jargonlijst:
    """Order the words of these rules so that a text can be looked through word by word."""
    woorden: dict[str, str] = {}
    groepen: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {}
    for regel in regels:
        for vorm in regel.vormen:
            klein = vorm.casefold()
            delen = losse_woorden(klein) or [klein]
            langste = max(delen, key=len)
            if langste == klein:
                woorden[klein] = regel.liever
            else:
                patroon = re.compile(rf"(?<!\w){re.escape(klein)}(?!\w)")
                groepen[langste] = (*groepen.get(langste, ()), (patroon, regel.liever))
    return Jargonlijst(woorden, groepen)


def losse_woorden(tekst: str) -> list[str]:
    """Give the words of a text; a hyphen or apostrophe joins, a full stop does not."""
    return _WOORD.findall(tekst)


def _een_van(delen: Iterable[str]) -> str:
    return "|".join(re.escape(deel) for deel in sorted(delen, key=len, reverse=True))


def lees_schrijfwijzer(map_: Path, taal: str) -> tuple[Schrijfwijzer | None, tuple[Melding, ...]]:
    """Read the Schrijfwijzer for a language: `nl-NL.yaml`, else `nl.yaml`; None when there is none.

    What is wrong in the file is given as warnings: style never stops a build.
    """
    for naam in dict.fromkeys((taal, taal.partition("-")[0])):
        pad = map_ / f"{naam}.yaml"
        if pad.is_file():
            return _lees(pad)
    return None, ()


def _lees(pad: Path) -> tuple[Schrijfwijzer | None, tuple[Melding, ...]]:
    bron = lees_bron(pad)
    meldingen = list(bron.meldingen)
    wijzer = None
    if bron.waarde is not None:
        try:
            wijzer = Schrijfwijzer.model_validate(bron.waarde)
        except ValidationError as fout:
            meldingen += veldfouten(bron, Schrijfwijzer, fout)
    return wijzer, tuple(replace(melding, ernst=Ernst.WAARSCHUWING) for melding in meldingen)
