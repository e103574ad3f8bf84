"""Cards as pages: the panel with the question, the content in its type, the reflectievragen, the footer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kaartgen.inhoud.model import MAX_VRAGEN, Publicatie
from kaartgen.maten import Mm, Vak, naar_mm
from kaartgen.meldingen import Melding
from kaartgen.opmaak.embleem import wiel, wieltekst
from kaartgen.opmaak.ontwerp import Rechthoek, vak
from kaartgen.opmaak.passen import Gepast, begrens, meld_past_niet, pas
from kaartgen.opmaak.soorten import LAATSTE_UITWIJK, SOORTEN, UITWIJK, Soort
from kaartgen.opmaak.typografie import VASTE_SPATIE
from kaartgen.opmaak.vlakken import paneel, vragengrond
from kaartgen.opmaak.zetter import Opzet, Tekstalinea, Zetter
from kaartgen.samenstelling import Kaart, Punt
from kaartgen.scene import Alineastijl, Element, Ondergrond, Pagina, Tekst

NUMMERVELD = "‹nr.›"
"""What a page number field shows until a program fills it."""


@dataclass(frozen=True, slots=True)
class Maten:
    """Sizes of type on a card in pt: its title, explanation, sentences and questions; 0 for what it lacks."""

    titel: float
    toelichting: float
    zin: float
    vraag: float


@dataclass(frozen=True)
class Kaartopmaak:
    """Lays out the cards of a publication in one format, with or without their reflectievragen. `merken` are
    words by card id that go along with a page.

    An explanation that does not fit on its panel may stand elsewhere: `elders` then says where, in its place.
    """

    publicatie: Publicatie
    kaarten: tuple[Kaart, ...]
    zetter: Zetter
    met_vragen: bool
    merken: Mapping[str, str] = field(default_factory=dict)
    elders: str = ""

    @cached_property
    def ondergrond(self) -> Ondergrond:
        """What all cards share: the panel and the ground of the questions."""
        vakken = self.zetter.formaat.vakken
        vlakken: list[Element] = [paneel(self.zetter, vak(vakken.paneel))]
        if self.met_vragen:
            vlakken.append(vragengrond(self.zetter, vak(self.zetter.formaat.met_vragen.vragenvlak)))
        naam = "Kaart met reflectievragen" if self.met_vragen else "Kaart"
        return grond(self.zetter, naam, tuple(vlakken), vakken.titel, "titel")

    @property
    def inhoudsvak(self) -> Vak:
        """Box for the content of a card in mm."""
        formaat = self.zetter.formaat
        return vak(formaat.met_vragen.inhoud if self.met_vragen else formaat.vakken.inhoud)

    @cached_property
    def maten(self) -> dict[str, Maten]:
        """Sizes of type of every card by id; they hang together, for cards of one type look alike."""
        return self._gepast[0]

    @property
    def meldingen(self) -> list[Melding]:
        """Everything that does not fit, at its place in the publication."""
        return self._gepast[1]

    @cached_property
    def _gepast(self) -> tuple[dict[str, Maten], list[Melding]]:
        meldingen: list[Melding] = []
        titels = self._titelmaten(self.kaarten, meldingen)
        vragen = self._vraagmaten(self.kaarten, meldingen) if self.met_vragen else {}
        zinnen = self._zinmaten(self.kaarten, meldingen)
        maten = {}
        for kaart in self.kaarten:
            titel = titels[kaart.id]
            toelichting = self._toelichtingmaat(kaart, titel, meldingen)
            maten[kaart.id] = Maten(titel, toelichting, zinnen[kaart.id], vragen.get(kaart.id, 0.0))
        return maten, meldingen

    def wijkt(self, kaart: Kaart) -> bool:
        """Tell whether the explanation of a card does not stand on it."""
        return bool(kaart.toelichting.tekst) and not self.maten[kaart.id].toelichting

    def pagina(self, kaart: Kaart) -> Pagina:
        """Lay out one card; asked again it gives the same object."""
        pagina = self._paginas.get(kaart.id)
        if pagina is None:
            pagina = self._paginas[kaart.id] = self._pagina(kaart, self.maten[kaart.id])
        return pagina

    @cached_property
    def _paginas(self) -> dict[str, Pagina]:
        return {}

    def _titelmaten(self, kaarten: tuple[Kaart, ...], meldingen: list[Melding]) -> dict[str, float]:
        doos = vak(self.zetter.formaat.vakken.titel)
        gepast = {
            kaart.id: pas(
                lambda korps, kaart=kaart: self._blok("titel", [self._titel(kaart, korps)], doos),  # type: ignore[misc]
                self.zetter.formaat.stijlen.titel.grenzen,
                doos.h,
            )
            for kaart in kaarten
        }
        for kaart in kaarten:
            self._meld(
                meldingen, Punt(kaart.vraag, (*kaart.plaats, "vraag")), "titel", gepast[kaart.id], kaart, doos
            )
        return begrens({id_: uitkomst.korps for id_, uitkomst in gepast.items()})

    def _vraagmaten(self, kaarten: tuple[Kaart, ...], meldingen: list[Melding]) -> dict[str, float]:
        doos = vak(self.zetter.formaat.met_vragen.vragen)
        gepast = {}
        for kaart in kaarten:
            if not kaart.vragen:
                continue
            # One line stays free for a question of one's own, unless there may be no more.
            vrij = naar_mm(self.zetter.stijl("vraag").regelhoogte) if len(kaart.vragen) < MAX_VRAGEN else 0.0
            gepast[kaart.id] = pas(
                lambda korps, kaart=kaart: self._blok("reflectievragen", self._vragen(kaart, korps), doos),  # type: ignore[misc]
                self.zetter.formaat.stijlen.vraag.grenzen,
                doos.h - vrij,
            )
            plek = Punt("", ("reflectievragen", kaart.id, "vragen"))
            vragen = [vraag.tekst for vraag in kaart.vragen]
            self._meld(meldingen, plek, "reflectievragen", gepast[kaart.id], kaart, doos, vragen)
        return begrens({id_: uitkomst.korps for id_, uitkomst in gepast.items()})

    def _zinmaten(self, kaarten: tuple[Kaart, ...], meldingen: list[Melding]) -> dict[str, float]:
        doos = self.inhoudsvak
        per_soort: dict[str, dict[str, float]] = defaultdict(dict)
        for kaart in kaarten:
            gepast = self._pas_inhoud(kaart, SOORTEN[kaart.soort])
            for uitwijk in (UITWIJK, LAATSTE_UITWIJK):
                krap = uitwijk is UITWIJK and gepast.korps < self.zetter.formaat.uitwijken_onder
                if kaart.soort in uitwijk and (krap or not gepast.past):
                    uitgeweken = self._pas_inhoud(kaart, uitwijk[kaart.soort])
                    if uitgeweken.past and (not gepast.past or uitgeweken.korps > gepast.korps):
                        gepast = uitgeweken
                        self._uitgeweken[kaart.id] = uitwijk[kaart.soort]
            self._meld(meldingen, Punt("", kaart.plaats), "inhoud", gepast, kaart, doos)
            per_soort[f"{kaart.soort}/{kaart.aard}"][kaart.id] = gepast.korps
        return {id_: korps for maten in per_soort.values() for id_, korps in begrens(maten).items()}

    def _pas_inhoud(self, kaart: Kaart, soort: Soort) -> Gepast:
        doos = self.inhoudsvak
        grenzen = self.zetter.formaat.stijlen.zin.grenzen
        return pas(lambda korps: soort(kaart, doos.b, korps, self.zetter), grenzen, doos.h)

    @cached_property
    def _uitgeweken(self) -> dict[str, Soort]:
        """What cards are set as that do not fit in their own type, by id."""
        return {}

    def _toelichtingmaat(self, kaart: Kaart, titelkorps: float, meldingen: list[Melding]) -> float:
        if not kaart.toelichting.tekst:
            return 0.0
        vakken = self.zetter.formaat.vakken
        doos = vak(vakken.titel)
        boven = (
            doos.y
            + self.zetter.hoogte([self._titel(kaart, titelkorps)], doos.b)
            + self.zetter.formaat.wit.na_titel
        )
        ruimte = Vak(doos.x, Mm(boven), doos.b, Mm(vak(vakken.kaartlabel).y - boven))
        gepast = pas(
            lambda korps: self._blok(
                "toelichting", [self._toelichting(kaart.toelichting.tekst, korps)], ruimte
            ),
            self.zetter.formaat.stijlen.toelichting.grenzen,
            ruimte.h,
        )
        if not gepast.past and (self.elders or self.zetter.formaat.toelichting_wijkt):
            return 0.0
        self._meld(meldingen, kaart.toelichting, "toelichting", gepast, kaart, ruimte)
        return gepast.korps

    def _blok(self, naam: str, alineas: list[Tekstalinea], doos: Vak) -> Opzet:
        return Opzet(
            self.zetter.hoogte(alineas, doos.b),
            lambda _: [],
            tuple(self.zetter.breed(naam, alineas, doos.b)),
        )

    def _meld(
        self,
        meldingen: list[Melding],
        punt: Punt,
        naam: str,
        gepast: Gepast,
        kaart: Kaart,
        doos: Vak,
        vragen: Sequence[str] = (),
    ) -> None:
        if gepast.past:
            return
        plek = self.publicatie.plek(*punt.pad)
        waar = f"Kaart {kaart.nummer} ({kaart.id}), vak ‘{naam}’, {self.zetter.formaat.naam}"
        meldingen += meld_past_niet(gepast, plek, waar, doos.b, vragen)

    def _titel(self, kaart: Kaart, korps: float) -> Tekstalinea:
        return self.zetter.alinea(kaart.vraag, self.zetter.stijl("titel", korps))

    def _toelichting(self, tekst: str, korps: float) -> Tekstalinea:
        return self.zetter.alinea(tekst, self.zetter.stijl("toelichting", korps))

    def _vragen(self, kaart: Kaart, korps: float) -> list[Tekstalinea]:
        kop = self.zetter.alinea(self.zetter.ontwerp.woorden.reflectievragen, self.zetter.stijl("vragenkop"))
        stijl = self.zetter.stijl("vraag", korps)
        return [kop, *(self.zetter.alinea(vraag.tekst, stijl) for vraag in kaart.vragen)]

    def _pagina(self, kaart: Kaart, maten: Maten) -> Pagina:
        elementen = self._paneel(kaart, maten.titel, maten.toelichting)
        soort = self._uitgeweken.get(kaart.id, SOORTEN[kaart.soort])
        opzet = soort(kaart, self.inhoudsvak.b, maten.zin, self.zetter)
        elementen += opzet.plaats(self.inhoudsvak)
        if self.met_vragen and kaart.vragen:
            doos = vak(self.zetter.formaat.met_vragen.vragen)
            naam = self.zetter.ontwerp.woorden.reflectievragen
            elementen.append(self.zetter.tekst(naam, self._vragen(kaart, maten.vraag), doos, vast=True))
        kort = self.zetter.ontwerp.woorden.kaart_kort.format(nummer=kaart.nummer)
        elementen += voetregel(self.zetter, self.publicatie, self.ondergrond, kort)
        return Pagina(
            id=kaart.id,
            titel=kaart.vraag,
            ondergrond=self.ondergrond,
            elementen=tuple(elementen),
            deel=kaart.deel,
            kaartnummer=kaart.nummer,
            notitie=self._notitie(kaart, maten),
            merk=self.merken.get(kaart.id, ""),
        )

    @staticmethod
    def _notitie(kaart: Kaart, maten: Maten) -> str:
        """Give the hint for the facilitator, and the explanation where it is not on the card."""
        toelichting = "" if maten.toelichting else kaart.toelichting.tekst
        return "\n".join(filter(None, (kaart.tip, toelichting)))

    def _paneel(self, kaart: Kaart, titel: float, toelichting: float) -> list[Element]:
        zetter, formaat = self.zetter, self.zetter.formaat
        doos = vak(formaat.vakken.titel)
        kop = zetter.tekst("Vraag", [self._titel(kaart, titel)], doos, rol="titel")
        boven = [zetter.alinea(kaart.deel, zetter.stijl("bovenkop"))]
        elementen: list[Element] = [kop, zetter.tekst("Deel", boven, vak(formaat.vakken.bovenkop))]
        y: float = kop.vak.onder + formaat.wit.na_titel
        woorden = kaart.toelichting.tekst
        if woorden and not toelichting and self.elders:
            woorden, toelichting = self.elders, formaat.stijlen.toelichting.grenzen[0]
        if toelichting:
            alinea = self._toelichting(woorden, toelichting)
            tekst = zetter.tekst("Toelichting", [alinea], Vak(doos.x, Mm(y), doos.b, Mm(0)))
            elementen.append(tekst)
            y = tekst.vak.onder
        if kaart.accenten and kaart.aard != "waardenclusters":
            elementen += paneelwiel(zetter, self.publicatie, kaart.accenten, y + formaat.wit.voor_embleem)
        elementen.append(self._kaartlabel(kaart))
        return elementen

    def _kaartlabel(self, kaart: Kaart) -> Tekst:
        woorden = self.zetter.ontwerp.woorden
        alineas = [self.zetter.alinea(_vast_nummer(woorden.kaart, kaart), self.zetter.stijl("kaartlabel"))]
        doel = self.zetter.doelen.get(kaart.terug)
        if doel:
            naar = next(ander for ander in self.kaarten if ander.id == kaart.terug)
            terug = _vast_nummer(woorden.terug, naar)
            alineas.append(self.zetter.alinea(terug, self.zetter.stijl("terug"), doel))
        return self.zetter.tekst(
            "Kaartlabel", alineas, vak(self.zetter.formaat.vakken.kaartlabel), anker="onder", vast=True
        )


def _vast_nummer(vorm: str, kaart: Kaart) -> str:
    """Fill in number and label of a card; the number stays on the line of the word before it."""
    naam = vorm.format(nummer=kaart.nummer, label=kaart.label)
    return naam.replace(f" {kaart.nummer}", f"{VASTE_SPATIE}{kaart.nummer}")


def grond(
    zetter: Zetter,
    naam: str,
    vlakken: tuple[Element, ...],
    titel: Rechthoek,
    titelstijl: str,
    wit: bool = False,
) -> Ondergrond:
    """Make the ground of a kind of page; `wit` says that footer and number stand on the panel colour."""
    formaat = zetter.formaat
    deel = formaat.voorblad if wit else formaat.vakken
    stijl = zetter.stijl("voorbladvoet") if wit else zetter.stijl("voet")
    nummerstijl: Alineastijl = zetter.stijl("nummer", 0.0, stijl.kleur)
    return Ondergrond(
        naam=naam,
        maat=formaat.pagina,
        elementen=vlakken,
        titel=vak(titel),
        titelstijl=zetter.stijl(titelstijl),
        voet=vak(deel.voet),
        voetstijl=stijl,
        nummer=vak(deel.nummer),
        nummerstijl=nummerstijl,
    )


def paneelwiel(
    zetter: Zetter, publicatie: Publicatie, accenten: tuple[str, ...], boven: float
) -> list[Element]:
    """Make the wheel at the foot of the panel, below `boven` mm; nothing where there is too little room."""
    ruimte = vak(zetter.formaat.vakken.embleem)
    maat = min(ruimte.onder - max(boven, ruimte.y), ruimte.b)
    if maat < zetter.formaat.wit.embleem_minimaal:
        return []
    plek = Vak(Mm(ruimte.x + (ruimte.b - maat) / 2), Mm(ruimte.onder - maat), Mm(maat), Mm(maat))
    alt = wieltekst(zetter, publicatie, accenten)
    dof, licht, midden = (zetter.kleur(naam) for naam in ("paneeldof", "papier", "paneeltekst"))
    return [wiel(zetter, plek, accenten, dof, alt, licht, midden)]


def voetregel(
    zetter: Zetter, publicatie: Publicatie, ondergrond: Ondergrond, voor: str = ""
) -> list[Element]:
    """Make the footer: what goes before (`voor`), the source, and the field for the page number."""
    bron = " · ".join(filter(None, (voor, publicatie.gegevens.bronregel)))
    alineas = [zetter.alinea(bron, ondergrond.voetstijl)]
    return [
        zetter.tekst("Voettekst", alineas, ondergrond.voet, rol="voet", vast=True),
        nummerveld(zetter, ondergrond, NUMMERVELD),
    ]


def nummerveld(zetter: Zetter, ondergrond: Ondergrond, nummer: str) -> Tekst:
    """Make the box with the number of a page."""
    alinea = zetter.alinea(nummer, ondergrond.nummerstijl)
    return zetter.tekst("Paginanummer", [alinea], ondergrond.nummer, rol="nummer", vast=True)
