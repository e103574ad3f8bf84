"""A book of the makers as it could look: a PDF with cover, contents, running heads, columns and footnotes,
set from what an import gave. Importing that PDF must give the same contents again."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from conftest import PLAATSEN
from kaartgen.inhoud.model import Publicatie
from kaartgen.invoer.recept import Deelrecept, Puntenrecept, Recept
from kaartgen.invoer.verslag import Inhoud

GEWOON, VET = "Proefletter", "Proefletter-Vet"
MERK = "\ue001"
"""Stands before the number of a footnote, which is set small and high."""
SMAL = 470
"""Width of a page in pt below which no columns stand on it."""
_BREEKBAAR = re.compile(r".+?[^\W_][-/](?=[^\W_]{2})|.+$")
_LETTERGREEP = re.compile(r"(?<=[aeiou][bcdfghjklmnprstvwz])(?=[bcdfghjklmnprstvwz][aeiou])")


@dataclass(frozen=True, slots=True)
class Vorm:
    """How the book is set: sizes in pt, and `los` for what belongs to the pages that show cards."""

    breedte: float = 595
    hoogte: float = 420
    kolommen: int = 2
    korps: float = 10
    regel: float = 13
    wit: float = 7
    marge: float = 42
    kopregel: str = "{titel} - {deel} {nummer}"
    afbreken: bool = True


@dataclass(frozen=True, slots=True)
class Blok:
    """A piece of text in one letter; `kop` may not stand last in a column, `dicht` has no white behind it."""

    tekst: str
    korps: float
    vet: bool = False
    kop: bool = False
    dicht: bool = False


@dataclass
class Boek:
    """Sets the book page by page."""

    titel: str
    inhoud: Inhoud
    recept: Recept
    model: Publicatie
    vorm: Vorm
    noten: Mapping[str, str] = field(default_factory=dict)
    """Words that have a footnote, with the text of it."""
    bij: Mapping[str, str] = field(default_factory=dict)
    """Chapter to the card whose question stands on a page of its own behind it."""

    def __post_init__(self) -> None:
        for naam, stijl in ((GEWOON, "Regular"), (VET, "Bold")):
            pdfmetrics.registerFont(TTFont(naam, str(next(PLAATSEN.fonts.rglob(f"*-{stijl}.ttf")))))
        self.doos = io.BytesIO()
        self.doek = Canvas(self.doos, pagesize=(self.vorm.breedte, self.vorm.hoogte))
        self.nummer = 0
        self.deel = ""
        self.over_noten = dict(self.noten)
        self.gemerkt: dict[str, str] = {}
        self.toeval = random.Random(5)

    # -- het boek

    def pdf(self) -> bytes:
        """Set all of it. Page numbers in the contents are made up: nothing reads them."""
        self.omslag()
        self.opgave()
        for deel in self.recept.delen:
            self.deel = deel.titel or deel.kop or self.deel
            if not deel.weg:
                self.zet_deel(deel)
        self.dank()
        self.doek.save()
        return self.doos.getvalue()

    def omslag(self) -> None:
        self.nummer += 1
        self.teken(self.titel, 60, self.vorm.hoogte / 2, 28, vet=True)
        self.teken("Een publicatie om te lezen en te bespreken", 60, self.vorm.hoogte / 2 - 40, 12)
        self.doek.showPage()

    def opgave(self) -> None:
        self.nummer += 1
        y = self.vorm.hoogte - 60
        self.teken("Inhoud", 60, y, 18, vet=True)
        for nummer, deel in enumerate(een for een in self.recept.delen if een.kop and not een.bij_citaten):
            y -= 12
            self.teken(deel.kop, 60, y, 9)
            self.teken(str(4 + 2 * nummer), 400, y, 9)
        self.doek.showPage()

    def dank(self) -> None:
        namen = ["Anna de Boer", "Bram Claassen", "Chris van Dalen", "Dirk Everts", "Els Franken"] * 6
        self.deel = "Bijlagen"
        self.vloei([Blok("Met dank aan", 16, True, True), *(Blok(naam, 9) for naam in namen)])
        titels = [
            f"Jansen, P. ({jaar}). Besturen in de buurt. Uitgeverij {jaar}." for jaar in range(2001, 2012)
        ]
        self.vloei([Blok("Literatuur", 16, True, True), *(Blok(titel, 9) for titel in titels)])

    # -- delen

    def zet_deel(self, deel: Deelrecept) -> None:
        if deel.waardencluster:
            self.cluster(deel)
        elif deel.ambtsdrager:
            self.ambtsdrager(deel)
        elif deel.hoofdstuk:
            self.hoofdstuk(deel)
        else:
            self.kaarten(deel)

    def hoofdstuk(self, deel: Deelrecept) -> None:
        tekst = self.inhoud.hoofdstukken[deel.hoofdstuk]
        blokken = [Blok(deel.kop, 18, True, True)]
        if tekst.samenvatting:
            blokken.append(Blok(tekst.samenvatting, self.vorm.korps + 2))
        onderwerp = [self.inhoud.onderwerpen[een.id] for een in deel.onderwerpen]
        for alinea in tekst.tekst:
            if alinea in self.noten.values():
                continue
            kop = alinea.startswith("**")
            blokken.append(Blok(alinea.strip("*"), self.vorm.korps + (1 if kop else 0), kop, kop))
        for kop, punten in tekst.lijsten:
            blokken += [Blok(kop, self.vorm.korps), *(Blok(f"• {punt}", self.vorm.korps) for punt in punten)]
        for een in onderwerp:
            blokken += [Blok(f"• {punt}", self.vorm.korps) for _, punten in een.groepen for punt in punten]
        self.vloei(blokken)
        stukken: list[list[str]] = []
        for cluster in self.model.waardenclusters.values() if deel.overzicht else ():
            stukken += [[waarde.naam for waarde in cluster.waarden], [cluster.naam]]
        if deel.hoofdstuk in self.bij:
            stukken.append(self.breed(self.inhoud.vragen[self.bij[deel.hoofdstuk]]))
        if stukken:
            self.kaart([], stukken)

    def cluster(self, deel: Deelrecept) -> None:
        assert deel.waardencluster
        tekst = self.inhoud.waardenclusters[deel.waardencluster.id]
        labels = [self.model.waarde(id_)[1].naam for id_ in tekst.opvattingen]
        self.kaart(
            [(label, citaten) for label, citaten in zip(labels, tekst.opvattingen.values(), strict=True)],
            [self.breed(self.vraag("waardencluster", deel.waardencluster.id))],
        )
        self.vloei([Blok(deel.kop, 18, True, True), Blok(tekst.toelichting, self.vorm.korps + 1)])

    def ambtsdrager(self, deel: Deelrecept) -> None:
        recept = deel.ambtsdrager
        assert recept
        tekst = self.inhoud.ambtsdragers[recept.id]
        namen = {id_: self.model.waarde(id_)[1].naam for id_ in tekst.opvattingen}
        self.kaart(
            [(namen[id_], citaten) for id_, citaten in tekst.opvattingen.items()],
            [self.breed(self.vraag("prioriteiten", recept.id))],
        )
        over = list(self.inhoud.hoofdstukken[deel.hoofdstuk].tekst) if deel.hoofdstuk else []
        begin = [
            Blok(deel.kop, 18, True, True),
            Blok(recept.kop_inleiding, 13, True, True),
            Blok(tekst.inleiding, self.vorm.korps),
        ]
        gewoon = [Blok(alinea, self.vorm.korps) for alinea in over if not alinea.startswith("**")]
        if not recept.kop_handelen:
            self.vloei([*begin, *gewoon])
            return
        self.vloei(begin)
        if tekst.handelingsperspectieven:
            self.kaart(
                [
                    (namen[id_], [f"• {punt}" for punt in punten])
                    for id_, punten in tekst.handelingsperspectieven.items()
                ],
                [self.breed(self.vraag("handelingsperspectieven", recept.id))],
                boven=True,
            )
        self.vloei([Blok(recept.kop_handelen, 13, True, True), *gewoon])
        if tekst.suggesties:
            self.kaart(
                [("", [f"• {punt}" for punt in tekst.suggesties])],
                [self.breed(self.vraag("suggesties", recept.id))],
                boven=True,
            )
            self.vloei(
                [
                    Blok(recept.kop_vereniging, 13, True, True),
                    Blok(tekst.inleiding_vereniging, self.vorm.korps),
                ]
            )

    def kaarten(self, deel: Deelrecept) -> None:
        blokken: list[Blok] = [Blok(deel.kop, 18, True, True)] if deel.kop else []
        boven: list[Blok] = []
        for recept in deel.onderwerpen:
            tekst = self.inhoud.onderwerpen[recept.id]
            vraag = self.vraag("onderwerp", recept.id)
            if vraag:
                kern = min(vraag, *(een for een in self.vragen_voor(recept.id)), key=len)
                boven.append(Blok(kern, 12, True))
            for kop, punten in tekst.groepen:
                blokken += self.groep(recept, kop, punten)
            if tekst.inleiding:
                koppen = [Blok(kop, 13, True, True) for kop in deel.tussenkoppen]
                inleiding = [*koppen, Blok(tekst.inleiding, self.vorm.korps)]
                blokken = [*inleiding, *blokken] if deel.kop and not koppen else [*blokken, *inleiding]
        if deel.kop and deel.inleiding:
            kop = blokken.pop(next(nr for nr, blok in enumerate(blokken) if blok.tekst == deel.kop))
            blokken.insert(0, kop)
        uniek = list(dict.fromkeys(boven))
        self.vloei([*uniek, *blokken] if not deel.kop else [*blokken, *uniek], kolommen=1)

    def groep(self, recept: Puntenrecept, kop: str, punten: Sequence[str]) -> Iterator[Blok]:
        korps = self.vorm.korps - 1
        if recept.uit == "punten":
            if not recept.koppen:
                yield Blok(kop, korps + 1, True, True)
            yield from (Blok(f"• {punt}", korps) for punt in punten)
        else:
            if not recept.koppen:
                yield Blok(kop, korps + 1, True, True)
            yield from (Blok(punt, korps, dicht=True) for punt in punten[:-1])
            yield from (Blok(punt, korps) for punt in punten[-1:])

    def vraag(self, wat: str, id_: str) -> str:
        for kaart in self.model.kaarten:
            if kaart.toont == {wat: id_}:
                return self.inhoud.vragen.get(kaart.id, "")
        return ""

    def vragen_voor(self, id_: str) -> list[str]:
        kaarten = [kaart.id for kaart in self.model.kaarten if kaart.toont == {"onderwerp": id_}]
        uit = []
        for recept in self.recept.vragen:
            for kaart in kaarten:
                if kaart in recept.kaarten:
                    uit.append(self.inhoud.vragen[kaart].removesuffix(recept.achter.get(kaart, "")))
        return uit

    # -- zetten

    def breed(self, tekst: str, letters: int = 18) -> list[str]:
        """Part a question in short lines, as beside a card."""
        regels, regel = [], ""
        for woord in tekst.split():
            if len(regel) + len(woord) > letters and regel:
                regels.append(regel)
                regel = ""
            regel = f"{regel} {woord}".strip()
        return [*regels, regel]

    def kaart(
        self,
        groepen: Sequence[tuple[str, Sequence[str]]],
        kolom: Sequence[Sequence[str]],
        *,
        boven: bool = False,
    ) -> None:
        """Set a page that shows a card: groups to the right, each with its label; questions at the left. On a
        narrow page, or with `boven`, all stands below each other."""
        boven = boven or self.vorm.breedte < SMAL
        self.begin()
        rechts, y = max(self.vorm.breedte * 0.36, 250), self.vorm.hoogte - 64
        if boven:
            for stuk in kolom:
                for regel in self.regels(
                    " ".join(stuk), self.vorm.breedte - 2 * self.vorm.marge, 11, vet=True
                ):
                    self.teken(regel, self.vorm.marge, y, 11, vet=True)
                    y -= 14
                y -= 12
        labels: list[tuple[str, float]] = []
        for label, teksten in groepen:
            if boven and label:
                self.teken(label, self.vorm.marge, y, 11, vet=True)
                y -= 17
            begin = y
            for tekst in teksten:
                for regel in self.regels(
                    tekst, self.vorm.breedte - (self.vorm.marge if boven else rechts) - 20, 8
                ):
                    self.teken(regel, self.vorm.marge if boven else rechts, y, 8)
                    y -= 10
                y -= 8 if boven else 0
            labels.append((label, (begin + y) / 2))
            y -= 8
        if boven:
            self.doek.showPage()
            return
        self.toeval.shuffle(labels)
        for label, hoogte in labels:
            if label:
                self.teken(label, rechts - 110, hoogte, 9, vet=True)
        x, y = self.vorm.marge - 22, self.vorm.hoogte - 64
        for stuk in kolom:
            if y - 12 * len(stuk) < self.vorm.marge:
                x, y = x + (self.vorm.breedte - 40) / 4, self.vorm.hoogte - 64
            for regel in stuk:
                self.teken(regel, x, y, 10)
                y -= 12
            y -= 22
        self.doek.showPage()

    def begin(self) -> None:
        self.nummer += 1
        kop = self.vorm.kopregel.format(titel=self.titel, deel=self.deel, nummer=self.nummer)
        self.teken(kop, self.vorm.marge, self.vorm.hoogte - 24, 7)

    def teken(self, tekst: str, x: float, y: float, korps: float, *, vet: bool = False) -> None:
        letter = VET if vet else GEWOON
        voor, merk, na = tekst.partition(MERK)
        self.doek.setFont(letter, korps)
        self.doek.drawString(x, y, voor)
        if merk:
            x += pdfmetrics.stringWidth(voor, letter, korps)
            self.doek.setFont(letter, 0.6 * korps)
            self.doek.drawString(x, y + 0.35 * korps, na[0])
            x += pdfmetrics.stringWidth(na[0], letter, 0.6 * korps)
            self.doek.setFont(letter, korps)
            self.doek.drawString(x, y, na[1:])

    def regels(self, tekst: str, breedte: float, korps: float, vet: bool = False) -> list[str]:
        """Break a text in lines; words are cut at their hyphens and between syllables."""
        letter = VET if vet else GEWOON
        uit, regel = [], ""
        for woord in tekst.split():
            rest = woord
            los = " " if regel else ""
            while rest:
                if pdfmetrics.stringWidth(f"{regel}{los}{rest}", letter, korps) <= breedte:
                    regel, rest = f"{regel}{los}{rest}", ""
                    continue
                deel = self.deel_van(rest, f"{regel}{los}", letter, korps, breedte)
                if deel:
                    uit.append(f"{regel}{los}{deel}{'' if deel[-1] in '-/' else '-'}")
                    rest = rest[len(deel) :]
                elif regel:
                    uit.append(regel)
                else:
                    uit.append(rest)
                    rest = ""
                regel, los = "", ""
        return [*uit, regel] if regel else uit

    def deel_van(self, woord: str, voor: str, letter: str, korps: float, breedte: float) -> str:
        """Give the longest begin of a word that fits on a line before a hyphen."""
        plekken = [len(deel) for deel in _BREEKBAAR.findall(woord)][:-1]
        if self.vorm.afbreken and woord.strip(".,’‘:;?)(").isalpha():
            plekken += [
                een.start() for een in _LETTERGREEP.finditer(woord) if 3 <= een.start() <= len(woord) - 4
            ]
        for plek in sorted(plekken, reverse=True):
            streepje = "" if woord[plek - 1] in "-/" else "-"
            if pdfmetrics.stringWidth(f"{voor}{woord[:plek]}{streepje}", letter, korps) <= breedte:
                return woord[:plek]
        return ""

    def vloei(self, blokken: Sequence[Blok], kolommen: int = 0) -> None:
        """Set blocks in columns over as many pages as they take; columns end within paragraphs."""
        vorm = self.vorm
        aantal = kolommen or vorm.kolommen
        breedte = (vorm.breedte - 2 * vorm.marge - 24 * (aantal - 1)) / aantal
        onder: list[str] = []
        kolom, boven = 0, vorm.hoogte - 56
        y = boven
        self.begin()
        bodem = vorm.marge + 26

        def verder() -> None:
            nonlocal kolom, y, onder
            kolom += 1
            y = boven
            if kolom == aantal:
                self.voet(onder)
                self.begin()
                kolom, onder = 0, []

        for blok in blokken:
            tekst = self.met_merk(blok.tekst)
            regels = self.regels(tekst, breedte, blok.korps, blok.vet)
            hoog = vorm.regel * blok.korps / vorm.korps
            if y - hoog * (len(regels) + 3 if blok.kop else 1) < bodem + 12 * len(onder):
                verder()
            for regel in regels:
                noot = self.noot_bij(regel)
                if y < bodem + 12 * (len(onder) + len(noot)):
                    verder()
                onder += noot
                self.teken(regel, vorm.marge + kolom * (breedte + 24), y, blok.korps, vet=blok.vet)
                y -= hoog
            y -= 0 if blok.dicht else vorm.wit
        self.voet(onder)

    def met_merk(self, tekst: str) -> str:
        """Put the number of a footnote behind its word."""
        for woord in list(self.over_noten):
            if woord in tekst:
                nummer = len(self.noten) - len(self.over_noten) + 1
                self.gemerkt[str(nummer)] = f"{nummer}. {self.over_noten.pop(woord)}"
                return tekst.replace(woord, re.sub(r"([.,:; ]*)$", rf"{MERK}{nummer}\1", woord, count=1), 1)
        return tekst

    def noot_bij(self, regel: str) -> list[str]:
        """Give the lines of the footnote whose number stands in a line."""
        _, merk, na = regel.partition(MERK)
        return self.regels(self.gemerkt[na[0]], self.vorm.breedte - 2 * self.vorm.marge, 7) if merk else []

    def voet(self, onder: Sequence[str]) -> None:
        y = self.vorm.marge - 8 + 9 * len(onder)
        for regel in onder:
            self.teken(regel, self.vorm.marge, y, 7)
            y -= 9
        self.teken(str(self.nummer), self.vorm.breedte - 30, 16, 8)
        self.doek.showPage()
