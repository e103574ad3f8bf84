"""The conductor of print: from a set of cards to checked print files for one printer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path

from kaartgen.bouw import Project, Voortgang
from kaartgen.bundel import Bestand, schrijf
from kaartgen.drukkeuring import keur
from kaartgen.icc import Cmyk, ProfielOngeldig, keur_profiel
from kaartgen.kleuren import Grijs, Kleurbeheer, Rgb
from kaartgen.lettertypen import lettertype
from kaartgen.maten import Vak
from kaartgen.meldingen import Fouten, Melding, Plek, relatief
from kaartgen.nummers import kies
from kaartgen.opmaak.druk.afloop import aflopen
from kaartgen.opmaak.druk.begeleidersblad import begeleidersblad
from kaartgen.opmaak.druk.doos import doosje
from kaartgen.opmaak.druk.drukcontrole import past_op_vel, te_veel_inkt, verkeerde_verschuiving
from kaartgen.opmaak.druk.drukformaat import Drukformaat, lees_drukformaat
from kaartgen.opmaak.druk.drukkaart import Drukkaart
from kaartgen.opmaak.druk.drukkaartpagina import Kaartdruk
from kaartgen.opmaak.druk.drukmaten import Drukmaten, lees_drukmaten
from kaartgen.opmaak.druk.drukprofiel import Drukprofiel
from kaartgen.opmaak.druk.drukprofiel_lezen import DRUKPROFIELEN, ICC, lees_drukprofiel
from kaartgen.opmaak.druk.drukwijzer import drukwijzer
from kaartgen.opmaak.druk.drukwoorden import Drukwoorden, lees_drukwoorden
from kaartgen.opmaak.druk.inslag import DUBBELZIJDIG, Inslag, Opschrift, leg_in
from kaartgen.opmaak.druk.kaartje import Kaartjesdruk
from kaartgen.opmaak.druk.kaartjesformaat import Kaartjesformaat
from kaartgen.opmaak.druk.proefblad import Proef, proefblad
from kaartgen.opmaak.druk.raster import Raster, kies_raster
from kaartgen.opmaak.druk.setstukken import Setstukken, lees_setstukken
from kaartgen.opmaak.keuring import keur as keur_pagina
from kaartgen.opmaak.lagen import erfenis
from kaartgen.opmaak.ontwerp_lezen import HUISSTIJLEN, met_huisstijl
from kaartgen.opmaak.zetter import Tekstzetter, Zetter
from kaartgen.plaatsen import moment
from kaartgen.samenstelling import Kaartenset, kaartenset
from kaartgen.scene import REGISTRATIE, Drukwerk, Element, Kleur, Vel, type_kant, type_keren
from kaartgen.weergave.pdf_druk import DrukSchrijver, Pers

MAX_ICC = 20_000_000
"""Bytes of the largest ICC profile that is read; those of presses are a few MB."""

GELEZEN = ("profiel", "project", "formaat", "_woorden", "_maten", "_setstukken", "_bladzetter", "_pers")
"""What an order reads, in the order in which one asks for another."""

BEGELEIDER, DOOS, PROEFBLAD, DRUKWIJZER = "begeleider", "doos", "proefblad", "DRUKWIJZER"
"""What follows the name of a set in the names of its files."""


@dataclass(frozen=True, slots=True)
class Drukopdracht:
    """What to print: the set (id of a selectie), the profile and the format by name, which cards ('' for
    all), how far backs are shifted (mm to the right, mm down), the ICC profile of a press or None, and the
    thickness of the paper in mm where it is not that of the profile."""

    selectie: str
    profiel: str
    formaat: str
    kaarten: str = ""
    verschuiving: tuple[float, float] = (0.0, 0.0)
    icc: Path | None = None
    dikte: float | None = None


@dataclass(frozen=True, slots=True)
class Gedrukt:
    """One file as written: where, how many pages (0 for plain text) and how many bytes."""

    pad: Path
    paginas: int
    bytes: int


def druk(project: Project, opdracht: Drukopdracht, uit: Path, meld: Voortgang) -> list[Gedrukt]:
    """Make the print files of a set in the folder `uit`.

    Every file goes through preflight. Raises Fouten, and writes nothing, for a fault in content, design or
    order and for every finding; KeuzeOngeldig for cards that are not in the set.
    """
    gemaakt = []
    for bestand in Drukgang(project, opdracht).bestanden():
        pad = uit / bestand.naam
        schrijf(pad, bestand.inhoud)
        gemaakt.append(Gedrukt(pad, bestand.paginas, len(bestand.inhoud)))
        meld(bestand.naam)
    return gemaakt


@dataclass(frozen=True, slots=True)
class _Icc:
    """An ICC profile of a user: its bytes and its name."""

    inhoud: bytes
    naam: str


@dataclass(frozen=True)
class Drukgang:
    """One order, with everything it needs read once and in order."""

    bron: Project
    opdracht: Drukopdracht

    def bestanden(self) -> list[Bestand]:
        """Make and check all files of the order. Raises Fouten with everything that is wrong."""
        meldingen = self.meldingen()
        if meldingen:
            raise Fouten(meldingen)
        pdfs = [self._pdf(*deel) for deel in self._delen()]
        meldingen = list(chain.from_iterable(self._keur(*paar) for paar in pdfs))
        if meldingen:
            raise Fouten(meldingen)
        bestanden = [bestand for bestand, _ in pdfs]
        return [*bestanden, self._drukwijzer(bestanden)]

    @cached_property
    def profiel(self) -> Drukprofiel:
        """The print profile; a user's own ICC profile takes the place of the press in it."""
        profiel = lees_drukprofiel(self._layouts, self.opdracht.profiel)
        if self.opdracht.dikte is not None:
            papier = profiel.papier.model_copy(update={"dikte": self.opdracht.dikte, "gewicht": None})
            profiel = profiel.model_copy(update={"papier": papier})
        if self.opdracht.icc is None:
            return profiel
        if profiel.intentie is None:
            tekst = "Een ICC-profiel hoort bij een profiel voor een drukker; dit profiel drukt niet in CMYK."
            raad = "Laat --icc weg of kies een profiel voor een drukker."
            raise Fouten([Melding(Plek(relatief(self.opdracht.icc)), "icc-zonder-pers", tekst, raad)])
        naam = self._eigen_icc.naam
        eigen = profiel.intentie.model_copy(update={"conditie": naam, "naam": naam})
        return profiel.model_copy(update={"intentie": eigen})

    @cached_property
    def formaat(self) -> Drukformaat | Kaartjesformaat:
        """The format of the cards."""
        return lees_drukformaat(self._layouts, self.opdracht.formaat, self.project.ontwerp.huisstijl)

    @cached_property
    def project(self) -> Project:
        """The publication in the huisstijl of the profile."""
        return in_huisstijl(self.bron, self.profiel.huisstijl) if self.profiel.huisstijl else self.bron

    @cached_property
    def kaarten(self) -> tuple[Drukkaart, ...]:
        """The cards that are printed, in order: those of the set and its set pieces, or a choice of them."""
        maker = self._maker
        if isinstance(maker, Kaartjesdruk):
            alle = maker.kaarten(self._set)
        else:
            enkel = self.profiel.keren == "enkel"
            alle = (*maker.kaarten(self._set, enkel), *maker.setstukken(self._set, enkel))
        if not self.opdracht.kaarten:
            return alle
        gekozen = kies(self.opdracht.kaarten, [kaart.code for kaart in alle])
        return tuple(kaart for kaart in alle if kaart.code in gekozen)

    @cached_property
    def vellen(self) -> tuple[Vel, ...]:
        """The sheets with all cards."""
        return self._leg_in(self.kaarten, self.profiel, self._opschrift)

    def meldingen(self) -> list[Melding]:
        """Give every fault that can be known before sheets are made."""
        leesfouten = list(chain.from_iterable(map(self._leesfouten, GELEZEN)))
        if leesfouten:
            return list(dict.fromkeys(leesfouten))
        profiel, bestand = self.profiel, self._profielbestand
        meldingen = [
            *self.project.tekstfouten(),
            *verkeerde_verschuiving(bestand, profiel, self.opdracht.verschuiving),
        ]
        if self._pers:
            naam = profiel.huisstijl or self.project.publicatie.vormgeving.huisstijl
            huisstijl = self._layouts / HUISSTIJLEN / f"{naam}.yaml"
            meldingen += te_veel_inkt(huisstijl, self.project.ontwerp.huisstijl.cmyk, profiel.regels.inkt)
        kaarten = self.kaarten
        meldingen += [*self._maker.meldingen, *past_op_vel(bestand, profiel, kaarten)]
        if not self.opdracht.kaarten:
            meldingen += past_op_vel(bestand, self._ongevouwen, (self._begeleider,))
        return list(dict.fromkeys(meldingen)) or list(dict.fromkeys(self._pagina_meldingen()))

    def _leesfouten(self, deel: str) -> tuple[Melding, ...]:
        """Give what is wrong with one of the things that an order reads."""
        try:
            getattr(self, deel)
        except Fouten as fouten:
            return fouten.meldingen
        return ()

    def _pagina_meldingen(self) -> Iterator[Melding]:
        """Give what is wrong with the faces as this printer shows them."""
        huisstijl = self.project.ontwerp.huisstijl
        papier = huisstijl.kleur(huisstijl.thema["lt1"])
        loop = aflopen(self.profiel.afloop or -self.profiel.rand)
        kanten = (kant for kaart in self.kaarten for kant in (kaart.voor, kaart.achter) if kant)
        zie = lru_cache(256)(self._kleurbeheer.zichtbaar)
        for pagina in {id(kant): loop(kant) for kant in kanten}.values():
            for bevinding in keur_pagina(pagina, self.formaat, papier, zie):
                yield self.project.als_melding(bevinding, self.formaat.naam)
        if not self.opdracht.kaarten:
            blad = self._bladzetter.formaat
            for bevinding in keur_pagina(self._begeleider.voor, blad, papier, zie):
                yield self.project.als_melding(bevinding, blad.naam)

    @cached_property
    def _layouts(self) -> Path:
        return self.bron.plaatsen.layouts

    @property
    def _profielbestand(self) -> Path:
        return self._layouts / DRUKPROFIELEN / f"{self.opdracht.profiel}.yaml"

    @cached_property
    def _woorden(self) -> Drukwoorden:
        return lees_drukwoorden(self._layouts)

    @cached_property
    def _maten(self) -> Drukmaten:
        return lees_drukmaten(self._layouts)

    @cached_property
    def _setstukken(self) -> Setstukken:
        return lees_setstukken(self._layouts)

    @cached_property
    def _set(self) -> Kaartenset:
        return kaartenset(self.project.publicatie, self.project.kaarten, self.opdracht.selectie)

    @cached_property
    def _maker(self) -> Kaartdruk | Kaartjesdruk:
        project, formaat = self.project, self.formaat
        vast = (project.publicatie, project.kaarten)
        if isinstance(formaat, Kaartjesformaat):
            zetter = Tekstzetter(project.ontwerp, formaat, project.letter)
            return Kaartjesdruk(*vast, zetter, formaat, self._setstukken)
        return Kaartdruk(*vast, Zetter(project.ontwerp, formaat, project.letter), formaat, self._setstukken)

    @cached_property
    def _eigen_icc(self) -> _Icc:
        """The ICC profile of the order. Raises Fouten when it cannot be used."""
        bestand = self.opdracht.icc or Path()
        plek = Plek(relatief(bestand))
        try:
            with bestand.open("rb") as open_:
                inhoud = open_.read(MAX_ICC)
            return _Icc(inhoud, keur_profiel(inhoud))
        except ProfielOngeldig as fout:
            raise Fouten([Melding(plek, "icc-ongeldig", fout.tekst, fout.raad)]) from fout
        except OSError as fout:
            tekst, raad = "Dit bestand is niet te openen.", "Kijk of de naam klopt en of je het mag openen."
            raise Fouten([Melding(plek, "bestand-onleesbaar", tekst, raad)]) from fout

    @cached_property
    def _pers(self) -> Pers | None:
        """The press, for a profile that prints in ink."""
        intentie = self.profiel.intentie
        if intentie is None:
            return None
        eigen = self.opdracht.icc
        inhoud = self._eigen_icc.inhoud if eigen else (self._layouts / ICC / intentie.profiel).read_bytes()
        return Pers(inhoud, intentie.conditie, intentie.naam, intentie.pdfa)

    @cached_property
    def _kleurbeheer(self) -> Kleurbeheer:
        if self._pers:
            eigen = self.project.ontwerp.huisstijl.cmyk
            return Cmyk(self._pers.profiel, self.profiel.regels.inkt, eigen)
        return Grijs() if self.profiel.kleur == "grijs" else Rgb()

    @cached_property
    def _schrijver(self) -> DrukSchrijver:
        return DrukSchrijver(self.project.letter, self._kleurbeheer, self._pers)

    @cached_property
    def _tekenkleur(self) -> Kleur:
        huisstijl = self.project.ontwerp.huisstijl
        return Kleur(REGISTRATIE, huisstijl.kleur(huisstijl.thema["dk1"]).hex)

    @cached_property
    def _bladzetter(self) -> Zetter:
        """Compositor for what goes with the cards: sheets for people."""
        huisstijl = self.project.ontwerp.huisstijl
        formaat = lees_drukformaat(self._layouts, self.profiel.blad, huisstijl)
        if not isinstance(formaat, Drukformaat):
            tekst = f"‘{self.profiel.blad}’ is een formaat voor kaartjes; een blad is groter."
            plek = erfenis(self._profielbestand).plek(("blad",))
            raise Fouten([Melding(plek, "blad-te-klein", tekst, "Kies een formaat voor kaarten, zoals a4.")])
        return Zetter(self.project.ontwerp, formaat, self.project.letter)

    def _leg_in(
        self, kaarten: tuple[Drukkaart, ...], profiel: Drukprofiel, opschrift: Opschrift | None
    ) -> tuple[Vel, ...]:
        inslag = Inslag(
            profiel, self._raster(kaarten, profiel), self._tekenkleur, opschrift, self.opdracht.verschuiving
        )
        return leg_in(kaarten, inslag)

    @staticmethod
    def _raster(kaarten: tuple[Drukkaart, ...], profiel: Drukprofiel) -> Raster:
        raster = kies_raster(kaarten[0].voor.maat, profiel)
        if raster is None:
            raise ValueError(f"{kaarten[0].naam} past op geen vel; de controle had dit moeten melden")
        return raster

    def _opschrift(self, vak: Vak, nummer: int, aantal: int, kant: type_kant) -> list[Element]:
        """Make the words in the margin of a sheet."""
        woorden, zetter = self._woorden, self._bladzetter
        tekst = woorden.opschrift(
            self._set.naam, nummer, aantal, kant if self.profiel.keren in DUBBELZIJDIG else None
        )
        alinea = zetter.alinea(tekst, zetter.stijl("voet"))
        return [zetter.tekst("Opschrift", [alinea], vak, anker="onder", vast=True)]

    def _delen(self) -> Iterator[tuple[str, str, tuple[Vel, ...], Drukprofiel]]:
        """Give each file to be made: what follows the set in its name, what it is, its sheets and the
        profile it is checked against. A choice of cards is printed without what belongs to a whole set."""
        woorden, profiel = self._woorden.drukwijzer, self.profiel
        yield "", woorden.kaarten, self.vellen, profiel
        if profiel.proefblad:
            proef = Proef(
                self._bladzetter,
                self._woorden.proefblad,
                self._maten.proefblad,
                self._tekenkleur,
                self.vellen[0].maat,
                profiel.keren,
            )
            yield PROEFBLAD, woorden.proef, proefblad(proef), profiel
        if self.opdracht.kaarten:
            return
        yield (
            BEGELEIDER,
            woorden.begeleider,
            self._leg_in((self._begeleider,), self._ongevouwen, None),
            profiel,
        )
        doos = self._doos()
        if doos:
            yield DOOS, woorden.doos, doos, profiel

    @cached_property
    def _begeleider(self) -> Drukkaart:
        pagina = begeleidersblad(self.project.publicatie, self._set, self._bladzetter, self._setstukken)
        return Drukkaart(BEGELEIDER, pagina.titel, pagina)

    @cached_property
    def _ongevouwen(self) -> Drukprofiel:
        """The profile for what has no back: it need not be folded."""
        enkel = self.profiel.keren == "omvouwen"
        return self.profiel.model_copy(update={"keren": "enkel"}) if enkel else self.profiel

    def _doos(self) -> tuple[Vel, ...]:
        """Make the sheet with the box and, where sheets are printed on both sides, its empty back."""
        vel, profiel = self.profiel.doosmaat, self.profiel
        if vel is None:
            return ()
        lagen = 2 if profiel.keren == "omvouwen" else 1
        papier = profiel.papier.model_copy(update={"dikte": lagen * profiel.papier.dikte})
        doos = doosje(
            self.project.publicatie,
            self._set,
            self._bladzetter,
            self._setstukken,
            self.kaarten[0].voor.maat,
            len(self.kaarten),
            papier,
            vel,
            profiel.marge,
            profiel.afloop,
            self._maten.doos,
        )
        if profiel.keren not in DUBBELZIJDIG:
            return (doos,)
        return (doos, replace(doos, kant="achter", elementen=()))

    @property
    def _basis(self) -> str:
        """How the names of all files begin."""
        opdracht = self.opdracht
        keuze = "keuze" if opdracht.kaarten else ""
        return "-".join(filter(None, (opdracht.selectie, opdracht.formaat, opdracht.profiel, keuze)))

    def _pdf(
        self, achter: str, wat: str, vellen: tuple[Vel, ...], profiel: Drukprofiel
    ) -> tuple[Bestand, Drukprofiel]:
        gegevens = self.project.publicatie.gegevens
        titel = self._woorden.titel.format(
            titel=gegevens.titel, set=self._set.naam, formaat=self.formaat.naam
        )
        werk = Drukwerk(
            titel=f"{titel} – {wat}" if achter else titel,
            onderwerp=gegevens.ondertitel or gegevens.titel,
            maker=gegevens.maker,
            taal=gegevens.taal,
            vellen=vellen,
            keren=_keren(profiel, vellen[0]),
        )
        inhoud = self._schrijver.schrijf(werk, moment(gegevens.jaar))
        naam = "-".join(filter(None, (self._basis, achter)))
        return Bestand(f"{naam}.pdf", inhoud, wat, len(vellen)), profiel

    def _keur(self, bestand: Bestand, profiel: Drukprofiel) -> list[Melding]:
        """Give every finding of preflight as a Melding."""
        return [
            Melding(
                Plek(bestand.naam), bevinding.regel, f"{bevinding.waar}: {bevinding.tekst}", bevinding.raad
            )
            for bevinding in keur(bestand.inhoud, profiel, self._pers.profiel if self._pers else None)
        ]

    def _drukwijzer(self, pdfs: list[Bestand]) -> Bestand:
        tekst = drukwijzer(
            self._woorden.drukwijzer,
            self.profiel,
            self._raster(self.kaarten, self.profiel),
            self.vellen,
            self._set.naam,
            self.formaat.naam,
            [(bestand.naam, bestand.wat) for bestand in pdfs],
        )
        return Bestand(f"{self._basis}-{DRUKWIJZER}.txt", tekst.encode(), "")


def _keren(profiel: Drukprofiel, vel: Vel) -> type_keren:
    """Say how sheets are turned over: single pages, upright on both sides, over their upright edge."""
    if profiel.vel or profiel.keren not in DUBBELZIJDIG:
        return profiel.keren
    return "lange-zijde" if vel.maat.hoogte >= vel.maat.breedte else "korte-zijde"


def in_huisstijl(project: Project, naam: str) -> Project:
    """Give the project in another huisstijl. Raises Fouten with what that huisstijl lacks."""
    ontwerp = met_huisstijl(project.ontwerp, naam, project.plaatsen.layouts, project.publicatie)
    letter = lettertype(ontwerp.lettermap, ontwerp.huisstijl.letter.kantoornaam)
    return replace(project, ontwerp=ontwerp, letter=letter)
