"""A box for the cards: the net of a tuck box to cut and fold, or a label where that is too large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaartgen.inhoud.model import Publicatie
from kaartgen.maten import Maat, Mm, Pt, Vak
from kaartgen.meldingen import Fouten
from kaartgen.opmaak.druk.doosnet import Net, duimgat, net, rechthoek, snijlijn, vouwlijnen
from kaartgen.opmaak.druk.drukmaten import Doosmaten
from kaartgen.opmaak.druk.drukprofiel import Papier
from kaartgen.opmaak.druk.setstukken import Setstukken
from kaartgen.opmaak.embleem import wiel, wieltekst
from kaartgen.opmaak.passen import Gepast, meld_past_niet, pas
from kaartgen.opmaak.zetter import Opzet, Tekstalinea, Tekstzetter
from kaartgen.samenstelling import Kaartenset
from kaartgen.scene import Alineastijl, Element, Kleur, Vel, Vlak, type_anker

DOOSJE, ETIKET = "Doosje", "Etiket voor een doosje"
"""Names of the two kinds of sheet."""


@dataclass(frozen=True, slots=True)
class Paneelregel:
    """Words: size in pt (0 where it is fitted), space above in mm, and whether they stand on the paper
    and not on a panel."""

    tekst: str
    korps: float = 0.0
    vet: bool = False
    wit: float = 1.0
    op_papier: bool = False


def doosje(
    publicatie: Publicatie,
    set_: Kaartenset,
    zetter: Tekstzetter,
    setstukken: Setstukken,
    kaart: Maat,
    aantal: int,
    papier: Papier,
    vel: Maat,
    marge: float,
    afloop: float,
    maten: Doosmaten,
) -> Vel:
    """Make the net of a box for `aantal` cards on a sheet, upright or lying down, with `marge` mm free at
    its edges; a label where the net does not fit. `Vel.naam` says which it is. Colour runs `afloop` mm
    beyond where it is cut."""
    maker = _Doosmaker(publicatie, set_, zetter, setstukken, aantal, afloop, maten)
    uitslag = net(kaart, aantal, papier, maten)
    breed, hoog = uitslag.maat
    vrij = max(marge, maker.rand + afloop)
    for vorm in (vel, Maat(vel.hoogte, vel.breedte)):
        if breed <= vorm.breedte - 2 * vrij and hoog <= vorm.hoogte - 2 * vrij:
            return maker.doosje(uitslag, vorm)
    return maker.etiket(kaart, vel, vrij)


@dataclass(frozen=True)
class _Doosmaker:
    publicatie: Publicatie
    set_: Kaartenset
    zetter: Tekstzetter
    setstukken: Setstukken
    aantal: int
    afloop: float
    maten: Doosmaten

    @property
    def rand(self) -> float:
        """Space in mm between what is cut out and the trim of the sheet."""
        return self.afloop + self.maten.om

    def doosje(self, uitslag: Net, vel: Maat) -> Vel:
        """Draw the net in the middle of the sheet."""
        breed, hoog = uitslag.maat
        x, y = (vel.breedte - breed) / 2, (vel.hoogte - hoog) / 2
        vakken = uitslag.vakken(x, y)
        gevuld = ("achter", "zijkant", "voor", "andere zijkant", "deksel", "bodem")
        gronden = [self._grond(naam, vakken[naam]) for naam in gevuld] if self.zetter.vol else []
        achter = vakken["achter"]
        onder = Vak(
            achter.x,
            Mm(achter.onder + self.maten.wit),
            achter.b,
            Mm(y + hoog - achter.onder - self.maten.wit),
        )
        elementen = [
            *gronden,
            *vouwlijnen(vakken, self._kleur("paneeltekst"), self.maten),
            duimgat(vakken["achter"], self._kleur("papier"), self.maten),
            snijlijn(vakken, self._kleur("paneelrand"), self.maten),
            *self._voorkant(vakken["voor"]),
            *self._achterkant(vakken["achter"]),
            *self._rug("Deksel", vakken["deksel"]),
            *self._zijkant("Zijkant", vakken["zijkant"]),
            *self._zijkant("Andere zijkant", vakken["andere zijkant"]),
            *self._lijmwoord(vakken["lijmflap"]),
            *self._uitleg(onder),
        ]
        netto = Vak(Mm(x), Mm(y), Mm(breed), Mm(hoog)).krimp(*[-self.rand] * 4)
        return Vel(DOOSJE, vel, "voor", (), tuple(elementen), netto, Mm(self.afloop))

    def etiket(self, kaart: Maat, vel: Maat, marge: float) -> Vel:
        """Draw a label in the middle of the sheet, as large as a card or as is allowed."""
        maten = self.maten
        vorm = Maat(vel.hoogte, vel.breedte) if kaart.breedte > kaart.hoogte else vel
        grootste = sorted(maten.etiket, reverse=kaart.breedte > kaart.hoogte)
        b = min(kaart.breedte, grootste[0], vorm.breedte - 2 * marge)
        onder = self.afloop + maten.onderschrift
        h = min(kaart.hoogte, grootste[1], vorm.hoogte - 2 * marge - onder)
        x, y = (vorm.breedte - b) / 2, marge + (vorm.hoogte - 2 * marge - onder - h) / 2
        doos = Vak(Mm(x), Mm(y), Mm(b), Mm(h))
        rand = rechthoek(doos, self._kleur("paneelrand"), maten)
        regel = Vak(doos.x, Mm(doos.onder + self.afloop + 2), doos.b, Mm(maten.onderschrift - 2))
        gronden = [self._grond("etiket", doos)] if self.zetter.vol else []
        elementen = (*gronden, rand, *self._voorkant(doos, met_bron=True), *self._knipwoord(regel))
        netto = doos.krimp(onder=-onder).krimp(*[-self.rand] * 4)
        return Vel(ETIKET, vorm, "voor", (), elementen, netto, Mm(self.afloop))

    # -- words ------------------------------------------------------------------------------------------

    def _kleur(self, naam: str) -> Kleur:
        return self.zetter.kleur(naam)

    def _gevuld(self, tekst: str) -> str:
        titel = self.publicatie.gegevens.titel
        return tekst.format(titel=titel, aantal=self.aantal, selectie=self.set_.naam)

    def _alineas(self, regels: Sequence[Paneelregel], korps: float) -> list[Tekstalinea]:
        return [
            self.zetter.alinea(
                regel.tekst,
                Alineastijl(
                    Pt(regel.korps or korps),
                    self.zetter.accent("") if regel.op_papier else self._kleur("paneeltekst"),
                    vet=regel.vet,
                    uitlijning="midden",
                    wit_voor=Mm(regel.wit),
                ),
            )
            for regel in regels
        ]

    def _pas(
        self, naam: str, doos: Vak, regels: Sequence[Paneelregel], grenzen: tuple[float, float]
    ) -> Gepast:
        def opzet(korps: float) -> Opzet:
            alineas = self._alineas(regels, korps)
            breed = self.zetter.breed(naam, alineas, doos.b)
            return Opzet(self.zetter.hoogte(alineas, doos.b), lambda _: [], tuple(breed))

        return pas(opzet, grenzen, max(doos.h, 0.0))

    def _waar_het_past(
        self,
        naam: str,
        doos: Vak,
        regels: Sequence[Paneelregel],
        grenzen: tuple[float, float],
        anker: type_anker = "midden",
    ) -> list[Element]:
        """Set paragraphs in a box at the largest size that fits; nothing where they fit at no size."""
        gepast = self._pas(naam, doos, regels, grenzen)
        if not gepast.past:
            return []
        return [self.zetter.tekst(naam, self._alineas(regels, gepast.korps), doos, anker=anker, vast=True)]

    def _moet_passen(
        self,
        naam: str,
        doos: Vak,
        regels: Sequence[Paneelregel],
        grenzen: tuple[float, float],
        anker: type_anker,
    ) -> list[Element]:
        """Set paragraphs in a box at the largest size that fits. Raises Fouten where they fit at no size."""
        gevonden = self._waar_het_past(naam, doos, regels, grenzen, anker)
        if not gevonden:
            gepast = self._pas(naam, doos, regels, grenzen)
            plek = self.publicatie.plek("publicatie", "titel")
            raise Fouten(meld_past_niet(gepast, plek, f"Doosje, vak ‘{naam}’", doos.b))
        return gevonden

    def _voorkant(self, paneel: Vak, *, met_bron: bool = False) -> list[Element]:
        """Make the front: wheel, title, what set it is and how many cards there are."""
        maten = self.maten
        binnen = paneel.krimp(maten.wit, maten.wit, maten.wit, maten.wit)
        doorsnee = min(binnen.b * maten.wiel_breed, paneel.h * maten.wiel_hoog)
        rond = Vak(
            Mm(paneel.x + (paneel.b - doorsnee) / 2),
            Mm(binnen.y + maten.wit / 2),
            Mm(doorsnee),
            Mm(doorsnee),
        )
        doos = self.setstukken.doos
        gegevens = self.publicatie.gegevens
        regels = [
            Paneelregel(self._gevuld(doos.bovenkop), korps=maten.klein),
            Paneelregel(gegevens.titel, vet=True, wit=1.5),
            Paneelregel(self.set_.naam, korps=maten.middel, wit=2.5, vet=True),
            Paneelregel(self._gevuld(doos.aantal), korps=maten.klein, wit=0.5),
        ]
        if met_bron:
            regels.append(Paneelregel(gegevens.bronregel, korps=maten.klein, wit=2.5))
        onder = binnen.krimp(boven=rond.onder - binnen.y + maten.wit / 2)
        return [self._wiel(rond), *self._moet_passen("voorkant", onder, regels, maten.titel, "midden")]

    def _wiel(self, rond: Vak) -> Element:
        zetter, clusters = self.zetter, self.publicatie.waardenclusters
        alt = wieltekst(zetter, self.publicatie, clusters)
        return wiel(zetter, rond, clusters, zetter.kleur("paneeldof"), alt, zetter.kleur("papier"))

    def _achterkant(self, paneel: Vak) -> list[Element]:
        """Make the back: title, who made the publication, its licence and the source; clear of the notch."""
        maten = self.maten
        gegevens, woorden = self.publicatie.gegevens, self.zetter.ontwerp.woorden
        regels = [
            Paneelregel(gegevens.titel, vet=True),
            *([Paneelregel(gegevens.ondertitel, korps=maten.klein)] if gegevens.ondertitel else []),
            Paneelregel(woorden.maker, korps=maten.klein, wit=4),
            Paneelregel(f"{gegevens.maker} ({gegevens.jaar})", korps=maten.middel, vet=True),
            Paneelregel(woorden.licentie, korps=maten.klein, wit=4),
            Paneelregel(gegevens.licentie.naam, korps=maten.klein),
            Paneelregel(gegevens.bronregel, korps=maten.klein, wit=4),
        ]
        doos = paneel.krimp(maten.wit, maten.wit + maten.duimgat, maten.wit, maten.wit)
        return self._moet_passen("achterkant", doos, regels, maten.rugtitel, "midden")

    def _rug(self, naam: str, paneel: Vak) -> list[Element]:
        """Make the words on the lid, or nothing where the box is too thin for them."""
        maten = self.maten
        titel = self.publicatie.gegevens.titel
        regels = [Paneelregel(titel, vet=True), Paneelregel(self.set_.naam, korps=maten.klein, wit=0.3)]
        doos = paneel.krimp(maten.wit / 2, 1, maten.wit / 2, 1)
        return (
            self._waar_het_past(naam, doos, regels, maten.rugtitel)
            or self._waar_het_past(naam, doos, regels[:1], maten.rugtitel)
            or self._waar_het_past(naam, doos, regels[1:], maten.rugtitel)
        )

    def _zijkant(self, naam: str, paneel: Vak) -> list[Element]:
        """Make a side: a small wheel and, where they fit, what set it is and how many cards there are."""
        maten = self.maten
        kleinste, grootste = maten.wiel_rug
        doorsnee = min(paneel.b - 2 * maten.rug_wit, grootste)
        if doorsnee < kleinste:
            return []
        rond = Vak(
            Mm(paneel.x + (paneel.b - doorsnee) / 2),
            Mm(paneel.y + maten.wit),
            Mm(doorsnee),
            Mm(doorsnee),
        )
        doos = paneel.krimp(maten.rug_wit, maten.wit + doorsnee + maten.wit, maten.rug_wit, maten.wit)
        regels = [
            Paneelregel(self.set_.naam, vet=True),
            Paneelregel(self._gevuld(self.setstukken.doos.aantal), korps=maten.klein, wit=0.5),
        ]
        tekst = self._waar_het_past(
            naam, doos, regels, (maten.klein, maten.middel), "onder"
        ) or self._waar_het_past(naam, doos, regels[1:], (maten.klein, maten.middel), "onder")
        return [self._wiel(rond), *tekst]

    def _lijmwoord(self, flap: Vak) -> list[Element]:
        maten = self.maten
        regels = [Paneelregel(self.setstukken.woorden.plakken, korps=maten.klein, op_papier=True)]
        return self._waar_het_past(
            "lijmflap",
            flap.krimp(1, 2 * maten.wit, 1 + self.afloop, 2 * maten.wit),
            regels,
            (maten.klein, maten.klein),
        )

    def _uitleg(self, doos: Vak) -> list[Element]:
        maten = self.maten
        woorden = self.setstukken.woorden
        regels = [
            Paneelregel(f"{tekst}.", korps=maten.klein, op_papier=True)
            for tekst in (woorden.knippen, woorden.vouwen)
        ]
        return self._waar_het_past("uitleg", doos, regels, (maten.klein, maten.klein), "boven")

    def _knipwoord(self, doos: Vak) -> list[Element]:
        maten = self.maten
        regels = [Paneelregel(f"{self.setstukken.woorden.knippen}.", korps=maten.klein, op_papier=True)]
        return self._waar_het_past("uitleg", doos, regels, (maten.klein, maten.klein))

    def _grond(self, naam: str, doos: Vak) -> Element:
        return Vlak(f"Grond {naam}", doos.krimp(*[-self.afloop] * 4), self._kleur("paneel"))
