"""Pages around the cards: cover, table of contents, running text and colophon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from math import inf

from kaartgen.inhoud.bron import Pad
from kaartgen.inhoud.model import Hoofdstuk, Publicatie
from kaartgen.maten import Mm, Vak
from kaartgen.opmaak.colofonstukken import Colofonstuk, colofonstukken
from kaartgen.opmaak.embleem import wiel, wieltekst
from kaartgen.opmaak.kaartpagina import grond, paneelwiel, voetregel
from kaartgen.opmaak.ontwerp import vak
from kaartgen.opmaak.passen import pas
from kaartgen.opmaak.vlakken import paneel
from kaartgen.opmaak.vloeien import vloei
from kaartgen.opmaak.zetter import Opzet, Tekstalinea, Zetter, met_structuur, verdeel
from kaartgen.samenstelling import Kaart
from kaartgen.scene import Doel, Element, Ondergrond, Pagina, Tekst, Vlak

VOORBLAD = "voorblad"
INHOUD = "inhoud"
COLOFON = "colofon"
PUNT = "• "
KOP = re.compile(r"\*\*([^*]+)\*\*")
"""How the text of a chapter marks a point, and a heading: all of it bold."""
_ZIN = re.compile(r"(?<=[.?!:;])\s+|(?<=[.?!][’”)])\s+")
"""Where a paragraph may be parted over columns."""


@dataclass(frozen=True, slots=True)
class Wijzer:
    """Line in a list of cards: a short name that is the link, plain text after it, and the page's id."""

    naam: str
    uitleg: str
    doel: str


@dataclass(frozen=True, slots=True)
class Wegwijzer:
    """Entry of a table of contents: a heading and lines, with the ids of the pages they lead to."""

    kop: str
    doel: str
    regels: tuple[Wijzer, ...]


@dataclass(frozen=True, slots=True)
class _Kolommen:
    """How text flows: number of columns, and mm between columns and between blocks."""

    aantal: int
    goot: float
    tussen: float
    tussen_max: float


def hoofdstuk_id(hoofdstuk: Hoofdstuk) -> str:
    """Give the id of the first page of a chapter."""
    return f"hoofdstuk-{hoofdstuk.id}"


def herkomst(pagina: str, hoofdstukken: Sequence[Hoofdstuk]) -> Pad:
    """Give the path of the content that stands on a page, by the id of the page."""
    for nummer, hoofdstuk in enumerate(hoofdstukken):
        eigen = hoofdstuk_id(hoofdstuk)
        if pagina == eigen or (
            pagina.startswith(f"{eigen}-") and pagina.removeprefix(f"{eigen}-").isdecimal()
        ):
            return "tabletboek", nummer
    eigen_pagina = re.fullmatch(rf"(?:{VOORBLAD}|{COLOFON})(?:-[0-9]+)?", pagina)
    return ("publicatie",) if eigen_pagina else ("kaarten", pagina)


def per_deel(kaarten: Sequence[Kaart], uitvoerig: bool) -> tuple[Wegwijzer, ...]:
    """Make the entries for a set of cards, one for each part of it; `uitvoerig` gives their questions."""
    return tuple(
        Wegwijzer(deel, "", tuple(wijzer(kaart, uitvoerig) for kaart in groep))
        for deel, groep in groupby(kaarten, lambda kaart: kaart.deel)
    )


def wijzer(kaart: Kaart, uitvoerig: bool) -> Wijzer:
    """Make the line of a card in a list; `uitvoerig` puts its question after its name."""
    return Wijzer(f"{kaart.nummer} · {kaart.label}", f": {kaart.vraag}" if uitvoerig else "", kaart.id)


def per_hoofdstuk(hoofdstukken: Sequence[Hoofdstuk], kaarten: dict[str, Kaart]) -> tuple[Wegwijzer, ...]:
    """Make the entries for a book, one for each chapter."""
    return tuple(
        Wegwijzer(
            hoofdstuk.titel,
            hoofdstuk_id(hoofdstuk),
            tuple(wijzer(kaarten[id_], uitvoerig=False) for id_ in hoofdstuk.kaarten),
        )
        for hoofdstuk in hoofdstukken
    )


@dataclass(frozen=True)
class Boekopmaak:
    """Lays out the pages around the cards in one format."""

    publicatie: Publicatie
    zetter: Zetter

    @cached_property
    def _voorbladgrond(self) -> Ondergrond:
        maat = self.zetter.formaat.pagina
        heel = Vak(Mm(0), Mm(0), maat.breedte, maat.hoogte)
        vlakken = (Vlak("Paneel", heel, self.zetter.kleur("paneel")),) if self.zetter.vol else ()
        titel = self.zetter.formaat.voorblad.titel
        return grond(self.zetter, "Voorblad", vlakken, titel, "voorbladtitel", wit=True)

    @cached_property
    def tekstgrond(self) -> Ondergrond:
        """What all pages with text share: the panel."""
        vakken = self.zetter.formaat.vakken
        vlak = paneel(self.zetter, vak(vakken.paneel))
        return grond(self.zetter, "Tekst", (vlak,), vakken.titel, "titel")

    def voorblad(self, soort: str, naam: str) -> Pagina:
        """Make the cover; `soort` says what the document is, `naam` for whom."""
        zetter, dozen, gegevens = self.zetter, self.zetter.formaat.voorblad, self.publicatie.gegevens
        titelvak = vak(dozen.titel)
        korps = self._titelkorps(gegevens.titel, "voorbladtitel", titelvak)
        titel = zetter.tekst(
            "Titel",
            [zetter.alinea(gegevens.titel, zetter.stijl("voorbladtitel", korps))],
            titelvak,
            rol="titel",
        )
        onder = vak(dozen.onder)
        schuif = titel.vak.onder + (onder.y - titelvak.onder) - onder.y
        regels = [
            zetter.alinea(naam, zetter.stijl("voorbladnaam")),
            zetter.alinea(self._makersregel(), zetter.stijl("voorbladregel")),
        ]
        elementen: list[Element] = [
            titel,
            zetter.tekst("Soort", [zetter.alinea(soort, zetter.stijl("bovenkop"))], vak(dozen.bovenkop)),
        ]
        if gegevens.ondertitel:
            ondertitel = [zetter.alinea(gegevens.ondertitel, zetter.stijl("voorbladonder"))]
            elementen.append(
                zetter.tekst("Ondertitel", ondertitel, Vak(onder.x, Mm(onder.y + schuif), onder.b, onder.h))
            )
        elementen.append(zetter.tekst("Set", regels, vak(dozen.naam)))
        clusters = self.publicatie.waardenclusters
        if clusters:
            alt = wieltekst(zetter, self.publicatie, clusters)
            elementen.append(
                wiel(
                    zetter,
                    vak(dozen.embleem),
                    clusters,
                    zetter.kleur("paneeldof"),
                    alt,
                    zetter.kleur("papier"),
                )
            )
        elementen += voetregel(zetter, self.publicatie, self._voorbladgrond)[:1]
        deel = zetter.ontwerp.woorden.inhoud
        return Pagina(VOORBLAD, gegevens.titel, self._voorbladgrond, tuple(elementen), deel)

    def _makersregel(self) -> str:
        gegevens = self.publicatie.gegevens
        return " · ".join(filter(None, (f"{gegevens.maker} ({gegevens.jaar})", gegevens.editie)))

    def _titelkorps(self, titel: str, stijl: str, doos: Vak) -> float:
        grenzen = getattr(self.zetter.formaat.stijlen, stijl).grenzen

        def proef(korps: float) -> Opzet:
            alineas = [self.zetter.alinea(titel, self.zetter.stijl(stijl, korps))]
            breed = self.zetter.breed("titel", alineas, doos.b)
            return Opzet(self.zetter.hoogte(alineas, doos.b), lambda _: [], tuple(breed))

        return pas(proef, grenzen, doos.h).korps

    def inhoud(self, titel: str, keuzes: Sequence[Sequence[Wegwijzer]]) -> list[Pagina]:
        """Make the table of contents from the first of `keuzes` that fits on one page, at the largest size
        that does; if none fits, from the last, on as many pages as it needs."""
        zetter, maten = self.zetter, self.zetter.formaat.soorten.inhoud
        doos = vak(zetter.formaat.vakken.inhoud)
        kolom_b = (doos.b - (maten.aantal - 1) * maten.goot) / maten.aantal
        kleinste, grootste = zetter.formaat.stijlen.zin.grenzen
        stappen = [grootste - stap / 2 for stap in range(round((grootste - kleinste) * 2) + 1)]
        gekozen, korps = next(
            (
                (keuze, stap)
                for keuze in keuzes
                for stap in stappen
                if len(self._verdeeld(keuze, stap, kolom_b, doos.h)) == 1
            ),
            (keuzes[-1], kleinste),
        )
        groepen = [
            self._wegwijzer(wegwijzer, korps)
            for wegwijzer in self._gesplitst(gekozen, korps, kolom_b, doos.h)
        ]
        kolommen = _Kolommen(maten.aantal, maten.goot, maten.tussen, maten.tussen_max)
        return self._vloei(
            INHOUD, titel, zetter.ontwerp.woorden.inhoud, "", groepen, kolommen, toont_vervolg=True
        )

    def _verdeeld(
        self, wegwijzers: Sequence[Wegwijzer], korps: float, breedte: float, hoogte: float
    ) -> list[list[list[int]]]:
        maten = self.zetter.formaat.soorten.inhoud
        teksten = [self._wegwijzer(wegwijzer, korps) for wegwijzer in wegwijzers]
        hoogtes = [self.zetter.hoogte(tekst, breedte) for tekst in teksten]
        if any(self.zetter.breed(INHOUD, tekst, breedte) for tekst in teksten) or max(hoogtes) > hoogte:
            return [[], []]
        return vloei(hoogtes, hoogte, maten.aantal, maten.tussen)

    def _gesplitst(
        self, wegwijzers: Sequence[Wegwijzer], korps: float, breedte: float, hoogte: float
    ) -> list[Wegwijzer]:
        """Split entries that are higher than a column into parts that are not."""
        delen: list[Wegwijzer] = []
        for wegwijzer in wegwijzers:
            rest = wegwijzer
            while len(rest.regels) > 1 and self.zetter.hoogte(self._wegwijzer(rest, korps), breedte) > hoogte:
                regel_h = self.zetter.hoogte(self._wegwijzer(rest, korps), breedte) / (len(rest.regels) + 1)
                aantal = min(max(int(hoogte / regel_h) - 2, 1), len(rest.regels) - 1)
                delen.append(Wegwijzer(rest.kop, rest.doel, rest.regels[:aantal]))
                rest = Wegwijzer(rest.kop, rest.doel, rest.regels[aantal:])
            delen.append(rest)
        return delen

    def _wegwijzer(self, wegwijzer: Wegwijzer, korps: float) -> list[Tekstalinea]:
        stijl = self.zetter.stijl("indexkop", korps)
        if not wegwijzer.regels:
            stijl = met_structuur(stijl, "punt")
        kop = self.zetter.alinea(wegwijzer.kop, stijl, self._doel(wegwijzer.doel, wegwijzer.kop))
        return [kop, *(self._wijzer(regel, korps) for regel in wegwijzer.regels)]

    def _wijzer(self, regel: Wijzer, korps: float) -> Tekstalinea:
        stijl = self.zetter.stijl("indexregel", korps)
        return self.zetter.alinea(regel.naam, stijl, self._doel(regel.doel, regel.naam), vervolg=regel.uitleg)

    def _doel(self, pagina: str, tekst: str) -> Doel | None:
        return self.zetter.doelen.get(pagina) or (Doel(tekst, pagina) if pagina else None)

    def hoofdstuk(self, hoofdstuk: Hoofdstuk, bovenkop: str, kaarten: Sequence[Kaart]) -> list[Pagina]:
        """Make the pages with the text of a chapter and a list of its cards, as large as fits on one page."""
        maten = self.zetter.formaat.soorten.tekst
        stappen = range(round((maten.korps_max - maten.korps) * 2))
        korps = next(
            (
                korps
                for korps in (maten.korps_max - stap / 2 for stap in stappen)
                if self._past_op_een(self._hoofdstukblokken(hoofdstuk, kaarten, korps), korps)
            ),
            maten.korps,
        )
        return self._tekst(
            hoofdstuk_id(hoofdstuk),
            hoofdstuk.titel,
            bovenkop,
            hoofdstuk.samenvatting,
            self._hoofdstukblokken(hoofdstuk, kaarten, korps, splits=True),
            korps,
            tuple(dict.fromkeys(accent for kaart in kaarten for accent in kaart.accenten)),
        )

    def _kolom(self) -> tuple[float, float]:
        """Give the width and height of a column of text in mm."""
        maten = self.zetter.formaat.soorten.tekst
        doos = vak(self.zetter.formaat.vakken.inhoud)
        return (doos.b - (maten.aantal - 1) * maten.goot) / maten.aantal, doos.h

    def _op_maat(self, teksten: Sequence[str], korps: float) -> Iterator[str]:
        """Part paragraphs that are higher than a column between two sentences; all others stay whole."""
        breedte, hoogte = self._kolom()
        ruimte = hoogte
        for tekst in teksten:
            rest = "" if KOP.fullmatch(tekst) else tekst
            while rest and self._hoog(rest, korps, breedte) > ruimte:
                zinnen = _ZIN.split(rest)
                passend = [
                    aantal
                    for aantal in range(1, len(zinnen))
                    if self._hoog(" ".join(zinnen[:aantal]), korps, breedte) <= ruimte
                ]
                if not passend:
                    break
                yield " ".join(zinnen[: passend[-1]])
                rest, ruimte = " ".join(zinnen[passend[-1] :]), hoogte
            ruimte = hoogte - (0 if rest else self._hoog(tekst, korps, breedte))
            yield rest or tekst

    def _hoog(self, tekst: str, korps: float, breedte: float) -> float:
        return sum(self.zetter.hoogte(blok, breedte) for blok in self._alineas([tekst], korps))

    def _past_op_een(self, blokken: list[list[Tekstalinea]], korps: float) -> bool:
        maten = self.zetter.formaat.soorten.tekst
        kolom_b, hoogte = self._kolom()
        hoogtes = [self.zetter.hoogte(blok, kolom_b) for blok in blokken]
        tussen = self.zetter.stijl("alinea", korps).wit_voor
        genoeg = sum(hoogtes) + tussen * (len(hoogtes) - maten.aantal) <= hoogte * maten.aantal
        return genoeg and len(vloei(hoogtes, hoogte, maten.aantal, tussen)) == 1

    def _hoofdstukblokken(
        self, hoofdstuk: Hoofdstuk, kaarten: Sequence[Kaart], korps: float, *, splits: bool = False
    ) -> list[list[Tekstalinea]]:
        teksten = self._op_maat(hoofdstuk.tekst, korps) if splits else hoofdstuk.tekst
        blokken = self._alineas(teksten, korps, self._kolom()[1] if splits else inf)
        for lijst in hoofdstuk.lijsten:
            gezet = self._lijst(lijst.kop, lijst.punten, korps)
            blokken += self._opgedeeld(gezet, self._kolom()[1] if splits else inf)
        if kaarten:
            index = self._lijst(self.zetter.ontwerp.woorden.kaarten_bij, (), korps)
            index += [self._wijzer(wijzer(kaart, uitvoerig=True), korps) for kaart in kaarten]
            blokken += self._opgedeeld(index, self._kolom()[1] if splits else inf)
        return blokken

    def _opgedeeld(self, lijst: Sequence[Tekstalinea], hoogste: float) -> list[list[Tekstalinea]]:
        """Part a list with a heading into blocks that are no higher than `hoogste` mm."""
        blokken = [list(lijst[:2])]
        for regel in lijst[2:]:
            if self.zetter.hoogte([*blokken[-1], regel], self._kolom()[0]) <= hoogste:
                blokken[-1].append(regel)
            else:
                blokken.append([regel])
        return blokken

    def _alineas(self, teksten: Iterable[str], korps: float, hoogste: float = inf) -> list[list[Tekstalinea]]:
        """Make blocks of paragraphs: a heading stays with what follows it, and a point with what it follows
        as long as that is no higher than `hoogste` mm."""
        blokken: list[list[Tekstalinea]] = []
        los = True
        for tekst in teksten:
            kop, punt = KOP.fullmatch(tekst), tekst.startswith(PUNT)
            naam = "tussenkop" if kop else "punt" if punt else "alinea"
            alinea = self.zetter.alinea(
                kop[1] if kop else tekst.removeprefix(PUNT), self.zetter.stijl(naam, korps)
            )
            past = blokken and self.zetter.hoogte([*blokken[-1], alinea], self._kolom()[0]) <= hoogste
            if blokken and ((punt and past) or not los):
                blokken[-1].append(alinea)
            else:
                blokken.append([alinea])
            los = kop is None
        return blokken

    @cached_property
    def colofon(self) -> tuple[Pagina, ...]:
        """The pages that say who made the publication and what users may do with it."""
        woorden = self.zetter.ontwerp.woorden
        korps = self.zetter.formaat.soorten.tekst.korps
        blokken = [
            blok
            for stuk in colofonstukken(self.publicatie.gegevens, woorden)
            for blok in self._colofonblokken(stuk, korps)
        ]
        paginas = self._tekst(
            COLOFON, woorden.colofon_titel, woorden.colofon, "", blokken, korps, (), toont_vervolg=True
        )
        return tuple(paginas)

    def _colofonblokken(self, stuk: Colofonstuk, korps: float) -> list[list[Tekstalinea]]:
        """Make one block of a part of the colophon, or more when it is higher than a column."""
        if stuk.lijst:
            return self._opgedeeld(self._lijst(stuk.kop, stuk.teksten, korps), self._kolom()[1])
        delen = self._alineas([f"**{stuk.kop}**", *stuk.teksten], korps)
        breedte, hoogte = self._kolom()
        heel = [alinea for deel in delen for alinea in deel]
        return [heel] if self.zetter.hoogte(heel, breedte) <= hoogte else delen

    def _lijst(self, kop: str, punten: Sequence[str], korps: float) -> list[Tekstalinea]:
        stijl = self.zetter.stijl("punt", korps)
        tussenkop = self.zetter.alinea(kop, self.zetter.stijl("tussenkop", korps))
        return [tussenkop, *(self.zetter.alinea(punt, stijl) for punt in punten)]

    def _tekst(
        self,
        id_: str,
        titel: str,
        bovenkop: str,
        toelichting: str,
        blokken: list[list[Tekstalinea]],
        korps: float,
        accenten: tuple[str, ...],
        *,
        toont_vervolg: bool = False,
    ) -> list[Pagina]:
        maten = self.zetter.formaat.soorten.tekst
        wit = self.zetter.stijl("alinea", korps).wit_voor
        kolommen = _Kolommen(maten.aantal, maten.goot, wit, wit)
        return self._vloei(
            id_, titel, bovenkop, toelichting, blokken, kolommen, accenten, toont_vervolg=toont_vervolg
        )

    def _vloei(
        self,
        id_: str,
        titel: str,
        bovenkop: str,
        toelichting: str,
        blokken: list[list[Tekstalinea]],
        maten: _Kolommen,
        accenten: tuple[str, ...] = (),
        *,
        toont_vervolg: bool = False,
    ) -> list[Pagina]:
        """Set blocks on as many pages as they need; each has a name of its own, `toont_vervolg` shows it.

        Contents and colophon show it, for a slide needs a title of its own; a chapter keeps the title it is
        read by.
        """
        zetter = self.zetter
        aantal, goot, tussen, tussen_max = maten.aantal, maten.goot, maten.tussen, maten.tussen_max
        doos = vak(zetter.formaat.vakken.inhoud)
        kolom_b = (doos.b - (aantal - 1) * goot) / aantal
        hoogtes = [zetter.hoogte(blok, kolom_b) for blok in blokken]
        paginas = []
        for nummer, kolommen in enumerate(vloei(hoogtes, doos.h, aantal, tussen)):
            naam = zetter.ontwerp.woorden.vervolg.format(titel=titel, nummer=nummer + 1) if nummer else titel
            kop = naam if toont_vervolg else titel
            elementen = self.paneelteksten(kop, bovenkop, "" if nummer else toelichting, accenten)
            for plek, kolom in enumerate(kolommen):
                over = doos.h - sum(hoogtes[blok] for blok in kolom) - tussen * (len(kolom) - 1)
                ruimte = verdeel(over, len(kolom) - 1, tussen, tussen_max)
                y: float = doos.y
                for blok in kolom:
                    plaats = Vak(Mm(doos.x + plek * (kolom_b + goot)), Mm(y), Mm(kolom_b), Mm(0))
                    elementen.append(zetter.tekst(f"Tekst {blok + 1}.", blokken[blok], plaats))
                    y += hoogtes[blok] + ruimte
            elementen += voetregel(zetter, self.publicatie, self.tekstgrond)
            paginas.append(
                Pagina(
                    f"{id_}-{nummer + 1}" if nummer else id_,
                    naam,
                    self.tekstgrond,
                    tuple(elementen),
                    bovenkop,
                )
            )
        return paginas

    def paneelteksten(
        self, titel: str, bovenkop: str, toelichting: str, accenten: tuple[str, ...]
    ) -> list[Element]:
        """Make what stands on the panel of a page with text: headings, and the wheel with these clusters."""
        zetter, vakken = self.zetter, self.zetter.formaat.vakken
        doos = vak(vakken.titel)
        korps = self._titelkorps(titel, "titel", doos)
        kop = zetter.tekst("Titel", [zetter.alinea(titel, zetter.stijl("titel", korps))], doos, rol="titel")
        boven = [zetter.alinea(bovenkop, zetter.stijl("bovenkop"))]
        elementen: list[Element] = [kop, zetter.tekst("Deel", boven, vak(vakken.bovenkop))]
        if toelichting:
            y = kop.vak.onder + zetter.formaat.wit.na_titel
            alineas = [zetter.alinea(toelichting, zetter.stijl("toelichting"))]
            elementen.append(zetter.tekst("Toelichting", alineas, Vak(doos.x, Mm(y), doos.b, Mm(0))))
        if accenten:
            onder = elementen[-1].vak.onder if isinstance(elementen[-1], Tekst) else kop.vak.onder
            elementen += paneelwiel(
                zetter, self.publicatie, accenten, onder + zetter.formaat.wit.voor_embleem
            )
        return elementen
