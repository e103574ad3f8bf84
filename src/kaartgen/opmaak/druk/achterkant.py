"""Backs of large cards: the reflectievragen with room to write, the wheel of the front, and the explanation
that has no room there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kaartgen.inhoud.model import Publicatie
from kaartgen.maten import Mm, Vak
from kaartgen.meldingen import Melding
from kaartgen.opmaak.druk.drukformaat import Drukformaat
from kaartgen.opmaak.druk.schrijfregels import liniatuur, schrijfvragen
from kaartgen.opmaak.druk.setstukken import Setstukken
from kaartgen.opmaak.embleem import wiel, wieltekst
from kaartgen.opmaak.kaartpagina import Kaartopmaak, voetregel
from kaartgen.opmaak.ontwerp import vak
from kaartgen.opmaak.passen import Gepast, begrens, meld_past_niet, pas
from kaartgen.opmaak.zetter import Opzet, Tekstalinea, Zetter
from kaartgen.samenstelling import Kaart
from kaartgen.scene import Element, Ondergrond, Pagina, Vlak

ACHTER = "achter"


def achter_id(id_: str) -> str:
    """Give the id of the back of a page."""
    return f"{id_}-{ACHTER}"


@dataclass(frozen=True, slots=True)
class Achterkop:
    """What stands on the panel of a back: a small heading, a large number, a title, a label, and the
    clusters in whose colours it is."""

    bovenkop: str
    nummer: str = ""
    titel: str = ""
    label: str = ""
    accenten: tuple[str, ...] = ()


@dataclass(frozen=True)
class Achterkanten:
    """Lays out the backs of all cards that have these fronts."""

    voorkanten: Kaartopmaak
    formaat: Drukformaat
    setstukken: Setstukken

    @property
    def publicatie(self) -> Publicatie:
        """The publication that the cards are of."""
        return self.voorkanten.publicatie

    @property
    def kaarten(self) -> tuple[Kaart, ...]:
        """All cards."""
        return self.voorkanten.kaarten

    @property
    def zetter(self) -> Zetter:
        """What sets their text."""
        return self.voorkanten.zetter

    @cached_property
    def _gepast(self) -> dict[str, Gepast]:
        doos = vak(self.formaat.achterkant.inhoud)
        grenzen = self.formaat.stijlen.schrijfvraag.grenzen
        return {
            kaart.id: pas(lambda korps, kaart=kaart: self._opzet(kaart, korps), grenzen, doos.h)  # type: ignore[misc]
            for kaart in self.kaarten
            if kaart.vragen
        }

    @cached_property
    def _korpsen(self) -> dict[str, float]:
        return begrens({id_: gepast.korps for id_, gepast in self._gepast.items()})

    @cached_property
    def _titelkorps(self) -> float:
        """Size of the titles in pt: the largest at which all fit."""
        doos = vak(self.formaat.achterkant.titel)

        def proef(korps: float) -> Opzet:
            stijl = self.zetter.stijl("achtertitel", korps)
            titels = [[self.zetter.alinea(kaart.vraag, stijl)] for kaart in self.kaarten]
            breed = [fout for titel in titels for fout in self.zetter.breed("titel", titel, doos.b)]
            hoogte = max(self.zetter.hoogte(titel, doos.b) for titel in titels)
            return Opzet(hoogte, lambda _: [], tuple(breed))

        return pas(proef, self.formaat.stijlen.achtertitel.grenzen, doos.h).korps

    @property
    def meldingen(self) -> list[Melding]:
        """Everything that does not fit, at its place in the publication."""
        breedte = self.formaat.achterkant.inhoud[2]
        gevonden: list[Melding] = []
        for kaart in self.kaarten:
            gepast = self._gepast.get(kaart.id)
            if gepast and not gepast.past:
                pad = ("reflectievragen", kaart.id, "vragen")
                plek = self.publicatie.plek(*(kaart.toelichting.pad if self.voorkanten.wijkt(kaart) else pad))
                waar = f"Kaart {kaart.nummer} ({kaart.id}), achterkant, {self.formaat.naam}"
                gevonden += meld_past_niet(gepast, plek, waar, breedte)
        return gevonden

    def _opzet(self, kaart: Kaart, korps: float) -> Opzet:
        breedte = self.formaat.achterkant.inhoud[2]
        vragen = schrijfvragen(kaart.vragen, breedte, korps, self.zetter, self.formaat.schrijfregels)
        return Opzet(
            vragen.hoogte + self._boven(kaart),
            lambda doos: [*self._toelichting(kaart, doos), *vragen.plaats(self._onder(kaart, doos))],
            vragen.breed,
        )

    def _uitleg(self, kaart: Kaart) -> list[Tekstalinea]:
        """Give the explanation where it stands on the back."""
        if not self.voorkanten.wijkt(kaart):
            return []
        return [self.zetter.alinea(kaart.toelichting.tekst, self.zetter.stijl("achtertoelichting"))]

    def _boven(self, kaart: Kaart) -> float:
        """Give the height in mm that the explanation takes, with the space below it."""
        uitleg = self._uitleg(kaart)
        dozen = self.formaat.achterkant
        return self.zetter.hoogte(uitleg, dozen.inhoud[2]) + dozen.na_toelichting if uitleg else 0.0

    def _onder(self, kaart: Kaart, doos: Vak) -> Vak:
        boven = self._boven(kaart)
        return Vak(doos.x, Mm(doos.y + boven), doos.b, Mm(doos.h - boven))

    def _toelichting(self, kaart: Kaart, doos: Vak) -> list[Element]:
        uitleg = self._uitleg(kaart)
        vlak = Vak(doos.x, doos.y, doos.b, Mm(0))
        return [self.zetter.tekst("Toelichting", uitleg, vlak)] if uitleg else []

    def pagina(self, kaart: Kaart) -> Pagina:
        """Lay out the back of one card; asked again it gives the same object."""
        if kaart.id not in self._paginas:
            self._paginas[kaart.id] = self._pagina(kaart)
        return self._paginas[kaart.id]

    @cached_property
    def _paginas(self) -> dict[str, Pagina]:
        return {}

    def _pagina(self, kaart: Kaart) -> Pagina:
        woorden = self.zetter.ontwerp.woorden
        doos = vak(self.formaat.achterkant.inhoud)
        if kaart.vragen:
            inhoud = self._opzet(kaart, self._korpsen[kaart.id]).plaats(doos)
        else:
            lijnen = liniatuur(
                "Schrijfregel", self._onder(kaart, doos), self.zetter, self.formaat.schrijfregels
            )
            inhoud = [*self._toelichting(kaart, doos), *lijnen]
        bovenkop = woorden.reflectievragen if kaart.vragen else self.setstukken.woorden.schrijfruimte
        kop = Achterkop(bovenkop, str(kaart.nummer), kaart.vraag, kaart.label, kaart.accenten)
        kort = woorden.kaart_kort.format(nummer=kaart.nummer)
        return self.maak(achter_id(kaart.id), kop, inhoud, kort, kaart.deel)

    def maak(self, id_: str, kop: Achterkop, inhoud: list[Element], voet: str, deel: str = "") -> Pagina:
        """Lay out a back with this heading and this content; `voet` goes before the source in the footer."""
        grond = self.ondergrond(kop.accenten)
        elementen = [*self._paneel(kop), *inhoud, *voetregel(self.zetter, self.publicatie, grond, voet)[:1]]
        titel = kop.titel or kop.bovenkop
        return Pagina(id_, f"{titel} ({ACHTER})", grond, tuple(elementen), deel)

    def _paneel(self, kop: Achterkop) -> list[Element]:
        zetter, dozen = self.zetter, self.formaat.achterkant
        delen = (
            ("Kop", kop.bovenkop, zetter.stijl("achterkop"), dozen.bovenkop),
            ("Nummer", kop.nummer, zetter.stijl("achternummer"), dozen.nummer),
            ("Titel", kop.titel, zetter.stijl("achtertitel", self._titelkorps), dozen.titel),
        )
        elementen: list[Element] = [
            zetter.tekst(naam, [zetter.alinea(tekst, stijl)], vak(doos))
            for naam, tekst, stijl, doos in delen
            if tekst
        ]
        if kop.label:
            label = [zetter.alinea(kop.label, zetter.stijl("achterlabel"))]
            elementen.append(zetter.tekst("Label", label, vak(dozen.label), anker="onder", vast=True))
        return [*elementen, *self._wiel(kop.accenten)]

    def _wiel(self, accenten: tuple[str, ...]) -> list[Element]:
        if not accenten:
            return []
        zetter = self.zetter
        alt = wieltekst(zetter, self.publicatie, accenten)
        dof, licht = zetter.kleur("vragendof"), zetter.kleur("papier")
        doos = vak(self.formaat.achterkant.embleem)
        return [wiel(zetter, doos, accenten, dof, alt, licht, zetter.accent(accenten[0]))]

    def ondergrond(self, accenten: tuple[str, ...]) -> Ondergrond:
        """What backs of cards about the same clusters share: the panel, and a strip in their colours."""
        if accenten not in self._gronden:
            self._gronden[accenten] = self._grond(accenten)
        return self._gronden[accenten]

    @cached_property
    def _gronden(self) -> dict[tuple[str, ...], Ondergrond]:
        return {}

    def _grond(self, accenten: tuple[str, ...]) -> Ondergrond:
        zetter, dozen, maat = self.zetter, self.formaat.achterkant, self.formaat.pagina
        paneel = vak(dozen.paneel)
        vlakken: list[Element] = []
        if zetter.vol:
            vlakken.append(Vlak("Vlak voor reflectievragen", paneel, zetter.kleur("vragen")))
        kleuren = accenten or ("",)
        hoogte = maat.hoogte / len(kleuren)
        for nummer, accent in enumerate(kleuren):
            boven = nummer * hoogte
            onder = maat.hoogte if nummer == len(kleuren) - 1 else boven + hoogte
            streep = Vak(Mm(paneel.rechts - dozen.streep), Mm(boven), Mm(dozen.streep), Mm(onder - boven))
            vlakken.append(Vlak(f"Streep {accent}".strip(), streep, zetter.accent(accent)))
        return Ondergrond(
            naam="Achterkant",
            maat=maat,
            elementen=tuple(vlakken),
            titel=vak(dozen.titel),
            titelstijl=zetter.stijl("achtertitel"),
            voet=vak(dozen.voet),
            voetstijl=zetter.stijl("voet"),
            nummer=vak(self.formaat.vakken.nummer),
            nummerstijl=zetter.stijl("nummer"),
        )
