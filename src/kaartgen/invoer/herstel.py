"""From Bronregels to Woorden: words made whole again where extraction broke them, and nothing else.

What is mended: words cut at line ends, ligatures that became a blank or U+FFFD, blanks within words,
blanks behind an opening quotation mark, marks of footnotes, running heads and page numbers. Whatever
had to be guessed is told as an Onzekerheid.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from kaartgen.invoer.bronregels import Bronregel
from kaartgen.invoer.randwerk import Weggelaten, zonder_randwerk
from kaartgen.invoer.recept import Recept
from kaartgen.invoer.woordenschat import LIGATUREN, Bekend, Woordenschat, kern
from kaartgen.meldingen import Plek

ONBEKEND_TEKEN = "\ufffd"
PUNT = "•"
_NA_STREEPJE = {"en", "of", "tot", "en/of"}
"""Words before which a hyphen stands for a part left out: beroeps- en belangenverenigingen."""
KORTSTE_HELFT = 4
"""Letters of a piece that is no word by itself; shorter ones, such as ‘er toe’, may be meant as two."""
LANG = 6
"""Letters of a piece that may be a word no list has, such as a rare verb before ‘de’."""
_KAMEEL = re.compile(r"(?<=[a-zà-ÿ?!])(?=[A-ZÀ-Þ][a-zà-ÿ])")
_EINDIGT_ZIN = re.compile(r"[.?!][’”)‘“]*$|[’”]$")
_HOORT_ERIN = re.compile(r"(?:\d|\b[A-Z]{2,}|\b[A-Z])-.$|-(?:\d|[A-ZÀ-Þ])$|\w-[^-]+-.$")
"""A hyphen and the letter behind it, where it cannot be that of a word cut: a digit, a capital, letters as a
name, or a second hyphen."""
_VOOR_HOOFDLETTER = re.compile(r"([^\W\d_]*[a-zà-ÿ])-[A-ZÀ-Þ]$")
_LIJKT_LOS = re.compile(r"\w+(?:lijk|isch|ieel|eel|aal|ief)|niet|non|ex|oud|anti|pro|privé")
"""Words that stand before a hyphen rather than in one word with the next (ambtelijk-bestuurlijk)."""
_KLINKERS = re.compile(r"(?:a-[aeiu]|e-[eiu]|i-[ej]|o-[eiou]|u-[iu])")
"""Vowels that would sound as one without a hyphen (collega-ambtsdrager)."""
_TREMA = dict(zip("aeiou", "äëïöü", strict=True))
_NUMMER_ACHTER = re.compile(r"[‘“(]?[^\W\d_]?[a-zà-ÿ]{2,}\d{1,2}[’”).,:;]*")
_ALLEEN_OPEN = {"‘", "“"}
MISSCHIEN_EEN = "misschien één woord; zo gelaten"
HEEL = "woord dat was afgebroken weer heel"
SPATIE_WEG = "spatie in een woord weg"
LETTERS_TERUG = "letters die ontbraken terug"
"""Kinds of mending, as users read them."""


@dataclass(frozen=True, slots=True)
class Onzekerheid:
    """What was read otherwise than it stands, or as it stands, and could have been meant otherwise; `nader`
    says more of this one."""

    plek: Plek
    gevonden: str
    gelezen: str
    waarom: str
    nader: str = ""


@dataclass(frozen=True, slots=True)
class Ingreep:
    """What was mended and could not have been meant otherwise; `wat` is the kind of mending."""

    plek: Plek
    gevonden: str
    gelezen: str
    wat: str


@dataclass(frozen=True, slots=True)
class Woord:
    """One word; `regel` and `blok` count lines and pieces between blank lines, `plak`: no blank before it.

    `noot` is the number of the footnote that the word belongs to, or 0.
    """

    tekst: str
    regel: int
    blok: int
    plak: bool = False
    noot: int = 0


@dataclass(frozen=True, slots=True)
class Herstelde:
    """The words of a document, with what was uncertain, what was mended for certain and what was left out."""

    regels: tuple[Bronregel, ...] = field(repr=False)
    woorden: tuple[Woord, ...]
    onzeker: tuple[Onzekerheid, ...]
    weggelaten: tuple[Weggelaten, ...]
    ingrepen: tuple[Ingreep, ...] = ()

    def plek(self, woord: Woord) -> Plek:
        """Give where a word stands."""
        return self.regels[woord.regel].plek


def herstel(regels: Sequence[Bronregel], recept: Recept, bekend: Iterable[str]) -> Herstelde:
    """Mend the lines of a document; `bekend` are words that exist beside those of the document."""
    over, weggelaten = zonder_randwerk(regels, recept)
    woorden = list(_woorden(over))
    schat = Woordenschat([woord.tekst for woord in woorden], bekend)
    hersteller = _Hersteller(tuple(regels), schat)
    woorden = hersteller.onbekende_tekens(woorden)
    woorden = hersteller.spaties(woorden)
    woorden = hersteller.streepjes(woorden)
    woorden = hersteller.spaties(woorden)
    woorden = hersteller.losse_aanhaling(woorden)
    woorden = hersteller.vreemde_woorden(woorden)
    if recept.voetnoot:
        woorden = voetnoten(woorden, "." if recept.voetnoot == "punt" else "")
        hersteller.noten(woorden)
        hersteller.losse_nummers(woorden)
    woorden = [stuk for woord in woorden for stuk in _ontplak(woord)]
    return Herstelde(
        tuple(regels), tuple(woorden), hersteller.onzeker, weggelaten, tuple(hersteller.ingrepen)
    )


def _woorden(regels: Iterable[tuple[int, str]]) -> Iterable[Woord]:
    blok, nieuw = 0, True
    for nummer, tekst in regels:
        nieuw = nieuw or not tekst
        for woord in tekst.replace(PUNT, f" {PUNT} ").split():
            blok += nieuw
            nieuw = False
            yield Woord(woord, nummer, blok)


@dataclass(frozen=True, slots=True)
class _Paar:
    """Two pieces that may be one word: `heel` when they are read so, `waarom` when that is to be told.

    `kern` is the bare whole, `bekend` tells whether it stands elsewhere, `los` how well the pieces do alone,
    `misschien` is the whole that they may be.
    """

    gevonden: str
    heel: str
    kern: str
    los: int
    bekend: bool
    waarom: str
    misschien: str = ""


def _eind(woord: str) -> str:
    """Give the letters that a piece ends with, '' when it ends with a mark or they follow a digit (12e)."""
    gevonden = re.search(r"(?<!\w)[^\W\d_]+(?:’[^\W\d_]+)*$", woord)
    return gevonden[0].casefold() if gevonden else ""


def _begin(woord: str) -> str:
    """Give the letters that a piece begins with, '' when it begins with a mark or a capital."""
    gevonden = re.match(r"[^\W\d_]+(?:’[^\W\d_]+)*", woord)
    return gevonden[0] if gevonden and woord[0].islower() else ""


def _ontplak(woord: Woord) -> list[Woord]:
    """Part a word that a capital inside it shows to be two, so that each can be found by itself."""
    eerste, *rest = _KAMEEL.split(woord.tekst)
    return [replace(woord, tekst=eerste), *(replace(woord, tekst=een, plak=True) for een in rest)]


class _Hersteller:
    """Mends lists of words, pass by pass, and gathers what is uncertain."""

    def __init__(self, regels: tuple[Bronregel, ...], schat: Woordenschat) -> None:
        self.regels = regels
        self.schat = schat
        self._onzeker: dict[Onzekerheid, None] = {}
        self._gelezen: dict[Plek, list[str]] = {}
        self.ingrepen: list[Ingreep] = []

    @property
    def onzeker(self) -> tuple[Onzekerheid, ...]:
        """Give all that is uncertain, each once."""
        return tuple(self._onzeker)

    def meld(self, woord: Woord, gevonden: str, gelezen: str, waarom: str, nader: str = "") -> None:
        een = Onzekerheid(self.regels[woord.regel].plek, gevonden, gelezen, waarom, nader)
        if een not in self._onzeker:
            self._onzeker[een] = None
            self._gelezen.setdefault(een.plek, []).append(gelezen)

    def zeker(self, woord: Woord, gevonden: str, gelezen: str, wat: str) -> None:
        self.ingrepen.append(Ingreep(self.regels[woord.regel].plek, gevonden, gelezen, wat))

    def onbekende_tekens(self, woorden: Sequence[Woord]) -> list[Woord]:
        """Put the ligature back where the replacement character stands."""
        return [
            replace(woord, tekst=self._ligatuur(woord)) if ONBEKEND_TEKEN in woord.tekst else woord
            for woord in woorden
        ]

    def _ligatuur(self, woord: Woord) -> str:
        tekst = woord.tekst
        while ONBEKEND_TEKEN in tekst:
            vormen = [tekst.replace(ONBEKEND_TEKEN, een, 1) for een in LIGATUREN]
            zeker = sorted(
                (vorm for vorm in vormen if self.schat.kent(kern(vorm))),
                key=lambda vorm: self.schat.hoe_gewoon(kern(vorm)),
                reverse=True,
            )
            stam = [vorm for vorm in vormen if self.schat.kent_stam(kern(vorm))]
            lijkt = sorted(vormen, key=lambda vorm, oud=tekst: self._lijkt(oud, vorm))  # type: ignore[misc]
            tekst = (zeker or stam or lijkt)[0]
            if ONBEKEND_TEKEN not in tekst and len(zeker) == 1:
                self.zeker(woord, woord.tekst, tekst, LETTERS_TERUG)
            elif ONBEKEND_TEKEN not in tekst:
                self.meld(woord, woord.tekst, tekst, "dit teken was onleesbaar")
        return tekst

    def _lijkt(self, tekst: str, vorm: str) -> tuple[int, bool]:
        """Tell how little a form is like other words around its ligature, then how odd that sounds."""
        plek = tekst.index(ONBEKEND_TEKEN)
        ligatuur = vorm[plek : len(vorm) - len(tekst) + plek + 1]
        na = tekst[plek + 1 : plek + 2]
        gewoon = "ff" if na in "ei" else "fl" if na in "aouy" else "fi"
        om = kern(vorm[max(0, plek - 2) : plek + len(ligatuur) + 2])
        return -self.schat.aantal_met(om), ligatuur != gewoon

    def spaties(self, woorden: Sequence[Woord]) -> list[Woord]:
        """Close blanks within words; a ligature may have stood there."""
        uit: list[Woord] = []
        for plaats, woord in enumerate(woorden):
            rest = len(uit) > 1 and self._afgebroken(uit[-2], uit[-1])
            paar = self._paar(uit[-1], woord) if uit and not rest else None
            if paar and paar.heel and plaats + 1 < len(woorden):
                ander = self._paar(woord, woorden[plaats + 1])
                if ander and ander.heel and self._beter(ander, paar):
                    paar = None
            if paar and paar.waarom:
                nader = f"{paar.misschien}?" if paar.misschien else ""
                self.meld(uit[-1], paar.gevonden, paar.heel or paar.gevonden, paar.waarom, nader)
            elif paar and paar.heel:
                erbij = len(paar.heel) >= len(paar.gevonden)
                self.zeker(uit[-1], paar.gevonden, paar.heel, LETTERS_TERUG if erbij else SPATIE_WEG)
            if paar and paar.heel:
                uit[-1] = replace(uit[-1], tekst=paar.heel)
            else:
                uit.append(woord)
        return uit

    def _beter(self, dit: _Paar, dan: _Paar) -> bool:
        """Tell whether a piece belongs with the word behind it rather than with the one before it."""
        sterker = (-dit.los, *self.schat.hoe_gewoon(dit.kern)) > (-dan.los, *self.schat.hoe_gewoon(dan.kern))
        return dit.bekend > dan.bekend or (dit.bekend == dan.bekend and sterker)

    def _paar(self, links: Woord, rechts: Woord) -> _Paar | None:
        """Tell how two pieces are one word, if they can be.

        Proof that they are one is a whole that exists and a piece that does not. Where both pieces exist
        and the whole may well be meant, that is told.
        """
        voor, na = _eind(links.tekst), _begin(rechts.tekst)
        if links.blok != rechts.blok or not voor or not na:
            return None
        samen = links.tekst + rechts.tekst
        gevonden = f"{links.tekst} {rechts.tekst}"
        delen = self.schat.los(voor, na)
        vormen = self.schat.aaneen(voor, na)
        if (
            vormen
            and max(delen) is Bekend.GEWOON
            and len(voor + na) < KORTSTE_HELFT
            and not (self.schat.is_gangbaar(voor + vormen[0] + na))
        ):
            return None
        if min(delen) is not Bekend.NIET:
            beter = [een for een in vormen if self.schat.past_beter_samen(voor, na, een)]
            if not beter:
                return None
            return _Paar(gevonden, "", "", sum(delen), True, MISSCHIEN_EEN, voor + beter[0] + na)
        if vormen:
            heel, kaal = links.tekst + vormen[0] + rechts.tekst, voor + vormen[0] + na
            if len(voor) >= LANG and self.schat.is_zeer_gewoon(na) and not self.schat.staat_vaker(kaal):
                return _Paar(gevonden, "", "", sum(delen), True, MISSCHIEN_EEN, kaal)
            waarom = "er ontbreken letters" if len(vormen) > 1 else ""
            return _Paar(gevonden, heel, voor + vormen[0] + na, sum(delen), True, waarom)
        if self.schat.kent_stam(voor + na) and min(len(voor), len(na)) >= KORTSTE_HELFT:
            return _Paar(gevonden, samen, voor + na, sum(delen), False, "")
        if voor.endswith(LIGATUREN) and max(delen) is Bekend.NIET:
            return _Paar(gevonden, samen, voor + na, sum(delen), False, "spatie in een woord")
        return None

    def vreemde_woorden(self, woorden: Sequence[Woord]) -> list[Woord]:
        """Put back a ligature that a word began with, where that makes a word that exists; tell of other
        words that exist nowhere: a piece may be missing, or stand apart."""
        return [self._bekend(woord) for woord in woorden]

    def noten(self, woorden: Sequence[Woord]) -> None:
        """Tell of the footnotes: they become paragraphs, and their numbers were taken away."""
        for nummer, noot in groupby((woord for woord in woorden if woord.noot), lambda woord: woord.noot):
            begin, *rest = noot
            tekst = " ".join(woord.tekst for woord in (begin, *rest[:5]))
            self.zeker(begin, f"{nummer}. {tekst} …", f"{tekst} …", "voetnoot zonder haar nummer")

    def losse_nummers(self, woorden: Sequence[Woord]) -> None:
        """Tell of numbers that stand fast to a word and have no footnote."""
        for woord in woorden:
            if _NUMMER_ACHTER.fullmatch(woord.tekst):
                waarom = "getal achter een woord, zonder voetnoot; zo gelaten"
                self.meld(woord, woord.tekst, woord.tekst, waarom)

    def _genoemd(self, woord: Woord) -> bool:
        """Tell whether the reading of a word has been told already."""
        gelezen = self._gelezen.get(self.regels[woord.regel].plek, ())
        return any(een.endswith(woord.tekst) for een in gelezen)

    def _bekend(self, woord: Woord) -> Woord:
        kaal = kern(woord.tekst)
        begin = woord.tekst.find(kaal)
        if not kaal.isalpha() or begin < 0 or not self.schat.is_vreemd(kaal) or self._genoemd(woord):
            return woord
        vormen = [een for een in self.schat.aaneen("", kaal) if een and self.schat.is_gangbaar(een + kaal)]
        if not vormen:
            self.meld(woord, woord.tekst, woord.tekst, "onbekend woord, misschien gebroken; zo gelaten")
            return woord
        heel = woord.tekst[:begin] + vormen[0] + woord.tekst[begin:]
        if len(vormen) > 1:
            self.meld(woord, woord.tekst, heel, "er ontbreken letters")
        else:
            self.zeker(woord, woord.tekst, heel, LETTERS_TERUG)
        return replace(woord, tekst=heel)

    def streepjes(self, woorden: Sequence[Woord]) -> list[Woord]:
        """Join words that were cut with a hyphen, or at a slash."""
        uit: list[Woord] = []
        tussen = False
        wacht = list(reversed(woorden))
        while wacht:
            woord = wacht.pop()
            vorig = uit[-1] if uit else None
            if vorig is not None and woord.blok != vorig.blok and _EINDIGT_ZIN.search(vorig.tekst):
                tussen = False
            if vorig is not None and woord.tekst == "-" and wacht and self._los_streepje(vorig, wacht[-1]):
                volgend = wacht.pop()
                uit[-1] = replace(vorig, tekst=vorig.tekst + volgend.tekst)
                self.zeker(vorig, f"{vorig.tekst} - {volgend.tekst}", uit[-1].tekst, HEEL)
                continue
            opent = woord.tekst[0] == "-" and len(woord.tekst) > 1
            if opent and (vorig is None or kern(vorig.tekst) not in _NA_STREEPJE):
                tussen = True
            if vorig is not None and self._afgebroken(vorig, woord):
                if tussen:
                    tussen = False
                else:
                    uit[-1] = replace(vorig, tekst=self._zonder_streepje(vorig, woord))
                    continue
            if (
                vorig is not None
                and vorig.tekst[-1] == "/"
                and len(vorig.tekst) > 1
                and woord.tekst[0].islower()
            ):
                uit[-1] = replace(vorig, tekst=vorig.tekst + woord.tekst)
                self.zeker(vorig, f"{vorig.tekst} {woord.tekst}", uit[-1].tekst, HEEL)
                continue
            uit.append(woord)
        return uit

    def _los_streepje(self, vorig: Woord, volgend: Woord) -> bool:
        if not vorig.tekst[-1].isalpha() or not volgend.tekst[0].islower():
            return False
        heel = kern(vorig.tekst) + kern(volgend.tekst)
        return self.schat.kent(heel) or self.schat.kent_stam(heel)

    def _afgebroken(self, vorig: Woord, woord: Woord) -> bool:
        return (
            len(vorig.tekst) > 1
            and vorig.tekst[-1] == "-"
            and vorig.tekst[-2].isalnum()
            and woord.tekst[0].isalnum()
            and kern(woord.tekst) not in _NA_STREEPJE
            and (woord.regel != vorig.regel or (woord.tekst[0].islower() and vorig.tekst[-2].isalpha()))
        )

    def _zonder_streepje(self, vorig: Woord, woord: Woord) -> str:
        """Join two pieces at a hyphen, which stays where it belongs to the word, and tell of it."""
        gevonden = f"{vorig.tekst} {woord.tekst}"
        gelezen, bewezen = self._bij_streepje(vorig, woord)
        if bewezen:
            self.zeker(vorig, gevonden, gelezen, HEEL)
        else:
            self.meld(vorig, gevonden, gelezen, "woord afgebroken aan het eind van een regel")
        return gelezen

    def _bij_streepje(self, vorig: Woord, woord: Woord) -> tuple[str, bool]:
        """Give how two pieces at a hyphen are read, and whether that is proven.

        Proof is the word elsewhere, with it or without; then what the pieces ask for; then a word list.
        """
        met, zonder = vorig.tekst + woord.tekst, self._aaneen(vorig.tekst[:-1], woord.tekst)
        if _HOORT_ERIN.search(met[: len(vorig.tekst) + 1]):
            half = _VOOR_HOOFDLETTER.search(met[: len(vorig.tekst) + 1])
            return met, half is None or self.schat.kent(half[1].casefold())
        voor, na = _eind(vorig.tekst[:-1]), _begin(woord.tekst)
        kern_met, kern_zonder = kern(met), kern(zonder)
        staat_met, staat_zonder = self.schat.staat_er(kern_met), self.schat.staat_er(kern_zonder)
        naad = min(self.schat.los(voor, na)) is not Bekend.NIET
        if staat_met != staat_zonder and (staat_met or not naad or self.schat.staat_vaak(kern_zonder)):
            return (met if staat_met else zonder), True
        if not staat_met and self._is_zonder(woord, kern_zonder, naad):
            return zonder, True
        if not staat_zonder and self.schat.kent_heel(kern_met) and not self.schat.kent_heel(kern_zonder):
            return met, True
        lijkt_los = (
            self.schat.kent_begin(f"{voor}-")
            or _LIJKT_LOS.fullmatch(voor)
            or _KLINKERS.search(f"{voor}-{na}")
        )
        los = (staat_met or not staat_zonder) and self.schat.kent(voor) and self.schat.kent(na)
        return (met if lijkt_los and los else zonder), False

    def _is_zonder(self, woord: Woord, zonder: str, naad: bool) -> bool:
        """Tell whether a word cut is sure to be one without a hyphen; at a seam (`naad`) of two words that
        exist, other words prove little."""
        if woord.tekst.endswith("-"):
            return True
        return not naad and (self.schat.kent_heel(zonder) or self.schat.kent_stam(zonder))

    def _aaneen(self, links: str, rechts: str) -> str:
        """Join two pieces without the hyphen; a trema that goes where a word is cut comes back."""
        trema = _TREMA.get(rechts[0], rechts[0]) + rechts[1:]
        if self.schat.kent_heel(kern(links + trema)) and not self.schat.kent_heel(kern(links + rechts)):
            return links + trema
        return links + rechts

    def losse_aanhaling(self, woorden: Sequence[Woord]) -> list[Woord]:
        """Take away the blank behind an opening quotation mark; a mark with nothing behind it goes."""
        uit: list[Woord] = []
        for plaats, woord in enumerate(woorden):
            if uit and uit[-1].tekst in _ALLEEN_OPEN:
                if uit[-1].blok == woord.blok:
                    heel = uit[-1].tekst + woord.tekst
                    self.zeker(
                        woord, f"{uit[-1].tekst} {woord.tekst}", heel, "spatie achter een aanhalingsteken weg"
                    )
                    uit[-1] = replace(woord, tekst=heel)
                    continue
                los = uit.pop()
                self.meld(los, los.tekst, "", "los aanhalingsteken")
            if plaats == len(woorden) - 1 and woord.tekst in _ALLEEN_OPEN:
                self.meld(woord, woord.tekst, "", "los aanhalingsteken")
                continue
            uit.append(woord)
        return uit


def voetnoten(woorden: Sequence[Woord], punt: str) -> list[Woord]:
    """Take the numbers of footnotes from the text and mark the words of the footnotes themselves.

    A footnote counts only when its number stands behind a word before it.
    """
    uit = list(woorden)
    nummer, begin = 1, 0
    while True:
        merk = _merk(uit, nummer, begin)
        start = _begin_noot(uit, nummer, punt, merk) if merk >= 0 else -1
        if start < 0:
            return [woord for woord in uit if woord.tekst]
        _haal_merk_weg(uit, merk, nummer)
        blok = uit[start].blok
        uit[start] = replace(uit[start], tekst="")
        for plaats in range(start, len(uit)):
            if uit[plaats].blok != blok:
                break
            uit[plaats] = replace(uit[plaats], noot=nummer)
        begin = merk + 1
        nummer += 1


def _merk(woorden: Sequence[Woord], nummer: int, begin: int) -> int:
    vast = re.compile(rf"(.*[^\W\d_]{{2}}[’”).,:]*){nummer}([.,;:’”)]*)")
    los = re.compile(rf"{nummer}[.,]")
    for plaats in range(begin, len(woorden)):
        tekst = woorden[plaats].tekst
        zelfde = plaats > 0 and woorden[plaats - 1].blok == woorden[plaats].blok
        alleen = zelfde and woorden[plaats - 1].tekst[-1:].isalpha() and los.fullmatch(tekst)
        if vast.fullmatch(tekst) or (alleen and _hoofdletter_erna(woorden, plaats)):
            return plaats
    return -1


def _hoofdletter_erna(woorden: Sequence[Woord], plaats: int) -> bool:
    erna = woorden[plaats + 1] if plaats + 1 < len(woorden) else None
    return erna is None or erna.blok != woorden[plaats].blok or erna.tekst[0].isupper()


def _begin_noot(woorden: Sequence[Woord], nummer: int, punt: str, merk: int) -> int:
    for plaats in range(merk + 1, len(woorden) - 1):
        nieuw = woorden[plaats].blok != woorden[plaats - 1].blok
        na_zin = nieuw or bool(_EINDIGT_ZIN.search(woorden[plaats - 1].tekst)) or woorden[plaats - 1].noot
        if woorden[plaats].tekst == f"{nummer}{punt}" and na_zin and woorden[plaats + 1].tekst[0].isupper():
            return plaats
    return -1


def _haal_merk_weg(woorden: list[Woord], plaats: int, nummer: int) -> None:
    tekst = woorden[plaats].tekst
    zonder = re.sub(rf"{nummer}([.,;:’”)]*)$", r"\1", tekst)
    if kern(zonder):
        woorden[plaats] = replace(woorden[plaats], tekst=zonder)
    else:
        woorden[plaats - 1] = replace(woorden[plaats - 1], tekst=woorden[plaats - 1].tekst + zonder)
        woorden[plaats] = replace(woorden[plaats], tekst="")
