"""Set pieces on small cards: index, instruction, colophon, blank cards and the stop card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count

from kaartgen.maten import Mm, Pt, Vak, naar_mm
from kaartgen.meldingen import Melding
from kaartgen.opmaak.colofonstukken import Colofonstuk, colofonstukken
from kaartgen.opmaak.druk.drukkaart import Drukkaart
from kaartgen.opmaak.druk.kaartjeszetter import Kaartjeszetter, Pasproef
from kaartgen.opmaak.druk.setstukken import Werkvorm
from kaartgen.opmaak.druk.setvloei import Kantkolommen, Setstuk, Setvloei, Tekstblok, Zetsel
from kaartgen.opmaak.druk.vraagkaartje import Vraagkaartjes
from kaartgen.opmaak.embleem import pictogram
from kaartgen.opmaak.ontwerp import Rechthoek, vak
from kaartgen.opmaak.vlakken import RANDDIKTE
from kaartgen.opmaak.zetter import met_merk, verdeel
from kaartgen.samenstelling import Kaartenset
from kaartgen.scene import Element, Kleur, Lijn, Ondergrond, Pagina, Vlak

STOP = "stop"
"""Name of the pictogram on the stop card."""

CODEWIT = 0.6
"""Space in em after a code in an index."""


@dataclass(frozen=True, slots=True)
class Indexgroep:
    """Part of an index: its heading, its colour, and what stands under it, each with its code; `breed` says
    that it needs the full width of a card."""

    kop: str
    kleur: Kleur
    regels: tuple[tuple[str, str], ...]
    breed: bool = False


@dataclass(frozen=True)
class Setkaartjes:
    """Makes the set pieces of a publication; blank cards look like the vragenkaartjes from behind."""

    basis: Kaartjeszetter
    vragen: Vraagkaartjes

    @cached_property
    def _vloei(self) -> Setvloei:
        return Setvloei(self.basis)

    @property
    def meldingen(self) -> list[Melding]:
        """Everything that does not fit, except for what depends on a set; see `index_meldingen`."""
        return self._gepast[1]

    @cached_property
    def _gepast(self) -> tuple[tuple[float, float], list[Melding]]:
        basis, stukken = self.basis, self.basis.setstukken
        vakken = basis.formaat.vakken
        meldingen: list[Melding] = []
        stop = Pasproef("Stopkaart", (), lambda korps: [basis.alinea(stukken.stop.titel, "stoptitel", korps)])
        titel = basis.gelijke_maat("titel", (stop,), vak(vakken.stop.titel), "stoptitel", meldingen)
        stop = Pasproef("Stopkaart", (), lambda korps: [basis.alinea(stukken.stop.tekst, "stoptekst", korps)])
        tekst = basis.gelijke_maat("tekst", (stop,), vak(vakken.stop.tekst), "stoptekst", meldingen)
        leeg = Pasproef("Lege kaart", (), lambda _: [basis.alinea(stukken.leeg.titel, "leegtitel")])
        basis.gelijke_maat("titel", (leeg,), vak(vakken.leeg.titel), "leegtitel", meldingen)
        for stuk in (self._instructie(basis.publicatie.gegevens.titel, 0), self._colofon):
            meldingen += self._vloei.te_groot(stuk)
        return (titel, tekst), meldingen

    def index_meldingen(self, groepen: Sequence[Indexgroep]) -> list[Melding]:
        """Give what does not fit in an index with these groups."""
        return self._vloei.te_groot(self._index(groepen, "", 0))

    def kaartjes(self, set_: Kaartenset, groepen: Sequence[Indexgroep], aantal: int) -> tuple[Drukkaart, ...]:
        """Give the set pieces S1, S2, ... of a set with `aantal` other cards; `groepen` is its index, to
        which the set pieces themselves are added."""
        stukken = self.basis.setstukken
        instructie, colofon = (
            self._vloei.zet(self._instructie(set_.naam, aantal)),
            self._vloei.zet(self._colofon),
        )
        for lengte in count(1):
            titels = [
                *(stukken.index.titel,) * lengte,
                *(stukken.instructie.titel,) * instructie.kaarten,
                *(stukken.colofon.titel,) * colofon.kaarten,
                *(stukken.leeg.titel,) * stukken.leeg.aantal,
                stukken.stop.titel,
            ]
            codes = [f"S{nummer}" for nummer in range(1, len(titels) + 1)]
            zelf = Indexgroep(
                stukken.index.overig,
                self.basis.zetter.accent(""),
                tuple(_reeksen(codes, [self._gevuld(titel, set_.naam, aantal) for titel in titels])),
                breed=True,
            )
            index = self._vloei.zet(self._index([*groepen, zelf], set_.naam, aantal + len(titels)))
            if index.kaarten <= lengte:
                break
        nummers = iter(codes)
        return (
            *self._kaarten(index, nummers),
            *self._kaarten(self._vloei.zet(self._instructie(set_.naam, aantal + len(titels))), nummers),
            *self._kaarten(colofon, nummers),
            *(self._leeg(next(nummers)) for _ in range(stukken.leeg.aantal)),
            self._stop(next(nummers)),
        )

    # -- pieces with text -------------------------------------------------------------------------------

    def _gevuld(self, tekst: str, selectie: str, aantal: int) -> str:
        titel = self.basis.publicatie.gegevens.titel
        return tekst.format(titel=titel, aantal=aantal, selectie=selectie)

    def _index(self, groepen: Sequence[Indexgroep], selectie: str, aantal: int) -> Setstuk:
        eigen = self.basis.setstukken.index
        return Setstuk(
            self._gevuld(eigen.titel, selectie, aantal),
            self._gevuld(eigen.uitleg, selectie, aantal),
            Pasproef("Indexkaart", ("publicatie",), lambda _: []),
            lambda korps: [self._indexblok(groep, korps) for groep in groepen],
        )

    def _indexblok(self, groep: Indexgroep, korps: float) -> Tekstblok:
        zetter = self.basis.zetter
        stijl = met_merk(zetter.stijl("indexregel", korps), groep.kleur)
        em = naar_mm(Pt(stijl.korps))
        breedste = max(zetter.letter.snede().breedte(code) for code, _ in groep.regels)
        ruim = replace(stijl, inspringing=Mm((breedste + CODEWIT) * em))
        regels = [zetter.alinea(naam, replace(ruim, opsomming=code)) for code, naam in groep.regels]
        kop = self.basis.alinea(groep.kop, "indexkop", korps, groep.kleur)
        kolommen = 1 if groep.breed else self.basis.formaat.vakken.setstuk.indexkolommen
        return Tekstblok([kop, *regels], 2, kolommen)

    def _instructie(self, selectie: str, aantal: int) -> Setstuk:
        eigen = self.basis.setstukken.instructie
        return Setstuk(
            self._gevuld(eigen.titel, selectie, aantal),
            self._gevuld(eigen.inleiding, selectie, aantal),
            Pasproef("Instructiekaart", (), lambda _: []),
            lambda korps: [self._werkvorm(vorm, korps) for vorm in eigen.werkvormen],
        )

    def _werkvorm(self, vorm: Werkvorm, korps: float) -> Tekstblok:
        basis = self.basis
        tijd = basis.setstukken.woorden.tijd.format(minuten=vorm.tijd_minuten)
        alineas = [
            basis.alinea(f"{vorm.naam} · {tijd}", "stukkop", korps),
            basis.alinea(vorm.doel, "stukbij", korps),
            *(basis.alinea(stap, "stap", korps) for stap in vorm.stappen),
        ]
        return Tekstblok(alineas)

    @cached_property
    def _colofon(self) -> Setstuk:
        gegevens = self.basis.publicatie.gegevens
        stukken = colofonstukken(gegevens, self.basis.zetter.ontwerp.woorden)
        return Setstuk(
            self.basis.setstukken.colofon.titel,
            gegevens.titel,
            Pasproef("Colofonkaart", ("publicatie",), lambda _: []),
            lambda korps: [self._colofonblok(stuk, korps) for stuk in stukken],
        )

    def _colofonblok(self, stuk: Colofonstuk, korps: float) -> Tekstblok:
        stijl = "stuklijst" if stuk.lijst else "stuktekst"
        kop = self.basis.alinea(stuk.kop, "stukkop", korps)
        return Tekstblok([kop, *(self.basis.alinea(tekst, stijl, korps) for tekst in stuk.teksten)], 1)

    # -- faces ------------------------------------------------------------------------------------------

    def _kaarten(self, zetsel: Zetsel, nummers: Iterator[str]) -> Iterator[Drukkaart]:
        """Make the cards of a piece, two faces on each; a card with one face has the shared back."""
        for kaart in range(zetsel.kaarten):
            code = next(nummers)
            voor = self._kant(zetsel, kaart * 2, code)
            achter = self._kant(zetsel, kaart * 2 + 1, code) if kaart * 2 + 1 < len(zetsel.kanten) else None
            yield Drukkaart(code, zetsel.stuk.titel, voor, achter or self.vragen.rug)

    def _kant(self, zetsel: Zetsel, nummer: int, code: str) -> Pagina:
        basis, zetter = self.basis, self.basis.zetter
        vakken, stuk = basis.formaat.vakken.setstuk, zetsel.stuk
        band = self._vloei.bandhoogte(stuk)
        if nummer == 0:
            grond = self._bandgrond(band)
            elementen: list[Element] = [
                zetter.tekst("Titel", self._vloei.bandwoorden(stuk), vak(vakken.titel)),
                basis.code(code, vakken.code, zetter.stijl("rugvoet").kleur),
            ]
        else:
            grond = self._kale_grond
            kop = basis.alinea(stuk.titel, "vervolgtitel")
            elementen = [
                zetter.tekst("Titel", [kop], vak(vakken.vervolgtitel)),
                basis.code(code, vakken.code, zetter.stijl("voet").kleur),
            ]
        elementen += self._kolommen(zetsel.kanten[nummer], self._vloei.inhoud(nummer, band))
        if nummer % 2:
            return basis.achterkant(code, stuk.titel, grond, elementen)
        return basis.kant(code, stuk.titel, grond, [*elementen, basis.voet(vakken.voet)])

    def _kolommen(self, kant: Kantkolommen, doos: Vak) -> Iterator[Element]:
        maten, zetter = self.basis.formaat.vakken.setstuk, self.basis.zetter
        kolommen = kant[0][0].kolommen if kant[0] else 1
        breedte = self._vloei.kolombreedte(kolommen)
        volg = count(1)
        for plek, kolom in enumerate(kant):
            over = doos.h - self._vloei.kolomhoogte(kolom, kolommen)
            ruimte = verdeel(over, len(kolom) - 1, maten.tussen, maten.tussen_max)
            y: float = doos.y
            for blok in kolom:
                plaats = Vak(Mm(doos.x + plek * (breedte + maten.goot)), Mm(y), Mm(breedte), Mm(0))
                tekst = zetter.tekst(f"Tekst {next(volg)}", blok.alineas, plaats)
                yield tekst
                y += tekst.vak.h + ruimte

    def _bandgrond(self, hoogte: float) -> Ondergrond:
        basis, zetter = self.basis, self.basis.zetter
        heel = basis.heel
        if zetter.vol:
            band = Vak(heel.x, heel.y, heel.b, Mm(hoogte))
            return basis.grond("Setstuk", Vlak("Band", band, zetter.kleur("paneel")))
        x, rechts = (
            vak(basis.formaat.vakken.setstuk.inhoud).x,
            vak(basis.formaat.vakken.setstuk.inhoud).rechts,
        )
        rand = zetter.kleur("paneelrand")
        return basis.grond("Setstuk", Lijn("Band", x, Mm(hoogte), rechts, Mm(hoogte), RANDDIKTE, rand))

    @cached_property
    def _kale_grond(self) -> Ondergrond:
        return self.basis.grond("Setstuk, vervolg")

    def _leeg(self, code: str) -> Drukkaart:
        basis, zetter = self.basis, self.basis.zetter
        vakken, stuk = basis.formaat.vakken.leeg, basis.setstukken.leeg
        doos = vak(vakken.lijnen)
        lijnen = [
            replace(
                zetter.lijn(f"Schrijflijn {nummer}", (doos.x, y), (doos.rechts, y)),
                kleur=zetter.kleur("vragenrand"),
            )
            for nummer, y in enumerate(_van_onder(doos, vakken.afstand), 1)
        ]
        elementen: list[Element] = [
            basis.tekst("Bovenkop", [basis.alinea(stuk.bovenkop, "bovenkop")], vakken.bovenkop),
            basis.code(code, vakken.code, zetter.stijl("bovenkop").kleur),
            basis.tekst("Titel", [basis.alinea(stuk.titel, "leegtitel")], vakken.titel),
            *lijnen,
        ]
        voor = basis.kant(code, stuk.titel, self.vragen.vraaggrond, elementen)
        return Drukkaart(code, stuk.titel, voor, self.vragen.rug)

    def _stop(self, code: str) -> Drukkaart:
        basis, zetter = self.basis, self.basis.zetter
        vakken, stuk = basis.formaat.vakken.stop, basis.setstukken.stop
        titel, tekst = self._gepast[0]
        op = zetter.kleur("paneeltekst")
        kleur = zetter.kleur(vakken.kleur)
        grond = basis.grond("Stop", basis.volvlak(kleur, kleur))
        woord = [basis.alinea(stuk.titel, "stoptitel", titel)]

        def beeld(doos: Rechthoek) -> Element:
            return pictogram(zetter, STOP, vak(doos), op, stuk.titel)

        voor: list[Element] = [
            basis.code(code, vakken.code, op),
            beeld(vakken.pictogram),
            basis.tekst("Titel", woord, vakken.titel, "midden"),
            basis.tekst("Tekst", [basis.alinea(stuk.tekst, "stoptekst", tekst)], vakken.tekst),
        ]
        achter: list[Element] = [
            beeld(vakken.pictogram_achter),
            basis.tekst("Titel", woord, vakken.titel_achter, "midden"),
            basis.voet(vakken.voet, "stopvoet"),
        ]
        return Drukkaart(
            code,
            stuk.titel,
            basis.kant(code, stuk.titel, grond, voor),
            basis.achterkant(code, stuk.titel, grond, achter),
        )


def _van_onder(doos: Vak, afstand: float) -> list[float]:
    """Give the heights of lines that fill a box from its foot, from the top down."""
    aantal = int(doos.h // afstand)
    return [doos.onder - nummer * afstand for nummer in reversed(range(aantal))]


def _reeksen(codes: Sequence[str], namen: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give every name once, with the first and last code of its cards."""
    for naam in dict.fromkeys(namen):
        eigen = [code for code, ander in zip(codes, namen, strict=True) if ander == naam]
        yield reeks(eigen), naam


def reeks(codes: Sequence[str]) -> str:
    """Write codes that follow each other as people do: V1–V3."""
    return codes[0] if len(codes) == 1 else f"{codes[0]}–{codes[-1]}"
