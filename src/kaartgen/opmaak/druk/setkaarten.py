"""Set pieces on large cards: index, instruction, colophon, blank cards, stop card."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from kaartgen.inhoud.model import Publicatie
from kaartgen.maten import Mm, Vak
from kaartgen.meldingen import Melding, Plek
from kaartgen.opmaak.boekpagina import Boekopmaak
from kaartgen.opmaak.druk.achterkant import Achterkanten, Achterkop, achter_id
from kaartgen.opmaak.druk.drukformaat import Drukformaat
from kaartgen.opmaak.druk.drukkaart import Drukkaart
from kaartgen.opmaak.druk.naslag import colofon, index
from kaartgen.opmaak.druk.schrijfregels import liniatuur
from kaartgen.opmaak.druk.setstukken import BESTAND, Setstukken
from kaartgen.opmaak.druk.werkvormen import werkvormen
from kaartgen.opmaak.embleem import pictogram
from kaartgen.opmaak.kaartpagina import voetregel
from kaartgen.opmaak.ontwerp import vak
from kaartgen.opmaak.passen import Gepast, meld_past_niet, pas
from kaartgen.opmaak.zetter import Opzet, Tekstalinea, Zetter
from kaartgen.samenstelling import Kaartenset
from kaartgen.scene import Element, Ondergrond, Pagina, Tekst, Vlak

LETTER = "S"
"""Begins the codes of set pieces."""

Rug = Callable[[str, Pagina], Pagina]
"""Makes the back of a piece from its code and its front."""


def voor_druk(pagina: Pagina) -> Pagina:
    """Give a page without the field for its number, which means nothing on a card."""
    return replace(pagina, elementen=tuple(element for element in pagina.elementen if _drukbaar(element)))


def _drukbaar(element: Element) -> bool:
    return not (isinstance(element, Tekst) and element.rol == "nummer")


def _nog_eens(code: str, voor: Pagina) -> Pagina:
    """Give the front once more, as a back."""
    return replace(voor, id=achter_id(code))


@dataclass(frozen=True)
class Setkaarten:
    """Lays out the set pieces of one publication in one format."""

    publicatie: Publicatie
    zetter: Zetter
    formaat: Drukformaat
    setstukken: Setstukken
    achterkanten: Achterkanten

    @cached_property
    def _boek(self) -> Boekopmaak:
        return Boekopmaak(self.publicatie, self.zetter)

    def kaarten(self, set_: Kaartenset, enkel: bool) -> Iterator[Drukkaart]:
        """Give the pieces of a set with codes S1, S2, …; `enkel` says that they have no backs."""
        stukken = self.setstukken
        accenten = tuple(
            cluster
            for cluster in self.publicatie.waardenclusters
            if any(cluster in kaart.accenten for kaart in set_.kaarten)
        )
        nummer = 1
        reeksen: list[tuple[str, list[Pagina], Rug]] = [
            (stukken.index.titel, self._index(set_, accenten), partial(self._omslag, set_)),
            (stukken.instructie.titel, [self._instructie(set_, accenten)], self._schrijfkant),
            (stukken.colofon.titel, self._colofon(), self._schrijfkant),
            *[(stukken.leeg.titel, [self._leeg()], self._schrijfkant) for _ in range(stukken.leeg.aantal)],
            (stukken.stop.titel, [self._stop()], _nog_eens),
        ]
        for naam, paginas, rug in reeksen:
            per_kaart = 1 if enkel else 2
            for begin in range(0, len(paginas), per_kaart):
                code = f"{LETTER}{nummer}"
                kanten = paginas[begin : begin + per_kaart]
                voor = self._kant(kanten[0], code, code)
                achter = None
                if len(kanten) > 1:
                    achter = self._kant(kanten[1], achter_id(code), code)
                elif not enkel:
                    achter = rug(code, voor)
                yield Drukkaart(code, naam, voor, achter)
                nummer += 1

    def _kant(self, pagina: Pagina, id_: str, code: str) -> Pagina:
        """Give a page as a face of a card: its id, and its code in the footer."""
        grond = pagina.ondergrond
        voet = voetregel(self.zetter, self.publicatie, grond, code)[0]
        elementen = tuple(
            voet if isinstance(element, Tekst) and element.rol == "voet" else element
            for element in voor_druk(pagina).elementen
        )
        return replace(pagina, id=id_, elementen=elementen)

    def _omslag(self, set_: Kaartenset, code: str, _voor: Pagina) -> Pagina:
        """Make the cover of the set as a back."""
        soort = self.zetter.ontwerp.woorden.soortnaam.kaarten
        return self._kant(self._boek.voorblad(soort, set_.naam), achter_id(code), code)

    def _schrijfkant(self, code: str, _voor: Pagina) -> Pagina:
        """Make a back to write on."""
        kop = Achterkop(self.setstukken.woorden.schrijfruimte)
        doos = vak(self.formaat.achterkant.inhoud)
        lijnen = liniatuur("Schrijfregel", doos, self.zetter, self.formaat.schrijfregels)
        return self.achterkanten.maak(achter_id(code), kop, lijnen, code)

    def _index(self, set_: Kaartenset, accenten: tuple[str, ...]) -> list[Pagina]:
        stuk, bovenkop = self.setstukken.index, self.zetter.ontwerp.woorden.inhoud
        titel, uitleg = self._gevuld(stuk.titel, set_), self._gevuld(stuk.uitleg, set_)
        kanten = index(set_.kaarten, self.zetter, self.formaat)
        return [
            self._tekstpagina(
                titel,
                [*self._boek.paneelteksten(titel, bovenkop, "" if nummer else uitleg, accenten), *inhoud],
            )
            for nummer, inhoud in enumerate(kanten)
        ]

    def _gevuld(self, tekst: str, set_: Kaartenset) -> str:
        return tekst.format(
            titel=self.publicatie.gegevens.titel, aantal=len(set_.kaarten), selectie=set_.naam
        )

    @property
    def meldingen(self) -> list[Melding]:
        """Everything that does not fit, at its place in the design."""
        maten = self.formaat.stop
        passen = [
            (self._instructiemaat, "Instructiekaart", self.formaat.vakken.inhoud[2]),
            (self._stopmaat("stoptitel"), "Stopkaart, titel", maten.titel[2]),
            (self._stopmaat("stoptekst"), "Stopkaart, tekst", maten.tekst[2]),
        ]
        return [
            melding
            for gepast, waar, breedte in passen
            for melding in meld_past_niet(gepast, Plek(BESTAND), f"{waar}, {self.formaat.naam}", breedte)
        ]

    @cached_property
    def _instructiemaat(self) -> Gepast:
        grenzen, doos = self.formaat.stijlen.zin.grenzen, vak(self.formaat.vakken.inhoud)
        return pas(self._werkvormen, grenzen, doos.h)

    def _instructie(self, set_: Kaartenset, accenten: tuple[str, ...]) -> Pagina:
        instructie = self.setstukken.instructie
        titel = self._gevuld(instructie.titel, set_)
        teksten = self._boek.paneelteksten(
            titel, self.setstukken.woorden.werkvormen, self._gevuld(instructie.inleiding, set_), accenten
        )
        inhoud = self._werkvormen(self._instructiemaat.korps).plaats(vak(self.formaat.vakken.inhoud))
        return self._tekstpagina(titel, [*teksten, *inhoud])

    def _werkvormen(self, korps: float) -> Opzet:
        tijd, vormen = self.setstukken.woorden.tijd, self.setstukken.instructie.werkvormen
        return werkvormen(vormen, tijd, korps, self.zetter, self.formaat)

    def _colofon(self) -> list[Pagina]:
        titel, bovenkop = self.setstukken.colofon.titel, self.zetter.ontwerp.woorden.colofon
        kanten = colofon(self.publicatie.gegevens, self.zetter, self.formaat)
        teksten = self._boek.paneelteksten(titel, bovenkop, "", ())
        return [self._tekstpagina(titel, [*teksten, *inhoud]) for inhoud in kanten]

    def _leeg(self) -> Pagina:
        leeg = self.setstukken.leeg
        doos = vak(self.formaat.vakken.inhoud)
        lijnen = liniatuur("Schrijfregel", doos, self.zetter, self.formaat.schrijfregels)
        return self._tekstpagina(
            leeg.titel, [*self._boek.paneelteksten(leeg.titel, leeg.bovenkop, "", ()), *lijnen]
        )

    def _tekstpagina(self, titel: str, elementen: Sequence[Element]) -> Pagina:
        grond = self._boek.tekstgrond
        voet = voetregel(self.zetter, self.publicatie, grond)
        return Pagina("", titel, grond, (*elementen, *voet))

    def _stop(self) -> Pagina:
        stop, maten, zetter = self.setstukken.stop, self.formaat.stop, self.zetter
        kleur = zetter.kleur(maten.kleur)
        titel = zetter.tekst("Titel", [self._stopalinea("stoptitel")], vak(maten.titel), rol="titel")
        tekst = zetter.tekst("Tekst", [self._stopalinea("stoptekst")], vak(maten.tekst))
        beeldkleur = zetter.kleur("papier") if zetter.vol else kleur
        beeld = pictogram(zetter, maten.pictogram, vak(maten.beeld), beeldkleur)
        grond = self._stopgrond
        elementen: tuple[Element, ...] = (titel, tekst, beeld)
        return Pagina("", stop.titel, grond, (*elementen, *voetregel(zetter, self.publicatie, grond)))

    def _stopalinea(self, stijl: str, korps: float = 0.0) -> Tekstalinea:
        stop, zetter = self.setstukken.stop, self.zetter
        tekst = stop.titel if stijl == "stoptitel" else stop.tekst
        maat = zetter.stijl(stijl, korps or self._stopmaat(stijl).korps)
        return zetter.alinea(tekst, zetter.op_kleur(maat, zetter.kleur(self.formaat.stop.kleur)))

    def _stopmaat(self, stijl: str) -> Gepast:
        maten = self.formaat.stop
        doos = vak(maten.titel if stijl == "stoptitel" else maten.tekst)

        def proef(korps: float) -> Opzet:
            alineas = [self._stopalinea(stijl, korps)]
            breed = self.zetter.breed(stijl, alineas, doos.b)
            return Opzet(self.zetter.hoogte(alineas, doos.b), lambda _: [], tuple(breed))

        return pas(proef, getattr(self.formaat.stijlen, stijl).grenzen, doos.h)

    @cached_property
    def _stopgrond(self) -> Ondergrond:
        zetter, maten, maat = self.zetter, self.formaat.stop, self.formaat.pagina
        heel = Vak(Mm(0), Mm(0), maat.breedte, maat.hoogte)
        kleur = zetter.kleur(maten.kleur)
        vlakken: tuple[Element, ...] = (Vlak("Stopvlak", heel, kleur),)
        if not zetter.vol:
            kader = heel.krimp(*[maten.binnen] * 4)
            dik, b, h = Mm(maten.rand), kader.b, kader.h
            randen = (
                Vak(kader.x, kader.y, b, dik),
                Vak(kader.x, Mm(kader.onder - dik), b, dik),
                Vak(kader.x, kader.y, dik, h),
                Vak(Mm(kader.rechts - dik), kader.y, dik, h),
            )
            vlakken = tuple(Vlak("Stoprand", rand, kleur) for rand in randen)
        voetstijl = zetter.op_kleur(zetter.stijl("stopvoet"), kleur)
        return Ondergrond(
            naam="Stopkaart",
            maat=maat,
            elementen=vlakken,
            titel=vak(maten.titel),
            titelstijl=zetter.stijl("stoptitel"),
            voet=vak(maten.voet),
            voetstijl=voetstijl,
            nummer=vak(self.formaat.vakken.nummer),
            nummerstijl=voetstijl,
        )
