"""A box for the cards: the net of a tuck box to cut and fold, or a label where that is too large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaartgen.inhoud.model import Publicatie
from kaartgen.maten import Maat, Mm, Pt, Vak
from kaartgen.meldingen import Fouten
from kaartgen.opmaak.drukprofiel import Papier
from kaartgen.opmaak.embleem import KAPPA, wiel
from kaartgen.opmaak.passen import Gepast, meld_past_niet, pas
from kaartgen.opmaak.setstukken import Setstukken
from kaartgen.opmaak.zetter import Opzet, Tekstalinea, Tekstzetter
from kaartgen.samenstelling import Kaartenset
from kaartgen.scene import Alineastijl, Element, Kleur, Lijn, Pad, Stap, Vel, Vlak, type_anker

DOOSJE, ETIKET = "Doosje", "Etiket voor een doosje"
"""Names of the two kinds of sheet."""

SPELING = 1.0
"""Room in mm that cards have in a box, in every direction."""

LIJMFLAP = 12.0
INSTEEK = 11.0
STOFFLAP = 14.0
"""Width of the flap for glue, depth of the flap that is tucked in, most depth of the flaps at the sides."""

SCHUIN = 2.0
"""How far (mm) the sides of flaps slope, so that they slide in."""

DUIMGAT = 9.0
"""Largest radius in mm of the notch for a thumb."""

LIJNDIKTE = Pt(0.5)
STREEPJES = (2.0, 1.2)
"""Dashes and gaps of a fold in mm."""

WIT = 5.0
"""Space in mm between words and the edges of a panel."""

ONDERSCHRIFT = 7.0
"""Height in mm of the words under a label."""

KLEIN, MIDDEL = 8.5, 10.0
TITEL = (9.0, 24.0)
RUGTITEL = (8.5, 12.0)
"""Sizes of type in pt; a range is fitted."""

WIEL_BREED, WIEL_HOOG = 0.8, 0.46
"""Most of the width between the margins, and of the height of the front, that the wheel takes."""

RUG_WIT = 3.0
WIEL_RUG, WIEL_MINST = 18.0, 7.0
"""On a side: space beside words and wheel, and the largest and smallest wheel, in mm."""


@dataclass(frozen=True, slots=True)
class Paneelregel:
    """Words: size in pt (0 where it is fitted), space above in mm, and whether they stand on the paper
    and not on a panel."""

    tekst: str
    korps: float = 0.0
    vet: bool = False
    wit: float = 1.0
    op_papier: bool = False


@dataclass(frozen=True, slots=True)
class Net:
    """Net of a tuck box in mm: inside it is `breedte` by `hoogte` by `diepte`.

    From left to right stand the flap for glue, the back, a side, the front and the other side; lids and the
    flaps that are tucked in hang on the front, so that words on the lid stand upright.
    """

    breedte: float
    hoogte: float
    diepte: float

    @property
    def maat(self) -> tuple[float, float]:
        """Width and height of the whole net."""
        breed = LIJMFLAP + 2 * (self.breedte + self.diepte)
        return breed, self.hoogte + 2 * (self.diepte + INSTEEK)

    def vakken(self, x: float, y: float) -> dict[str, Vak]:
        """Give the panels of a net with its top left at (x, y)."""
        boven = y + INSTEEK + self.diepte
        achter_x = x + LIJMFLAP
        zij_x = achter_x + self.breedte
        voor_x = zij_x + self.diepte
        ander_x = voor_x + self.breedte
        b, h, d = Mm(self.breedte), Mm(self.hoogte), Mm(self.diepte)
        return {
            "lijmflap": Vak(Mm(x), Mm(boven), Mm(LIJMFLAP), h),
            "achter": Vak(Mm(achter_x), Mm(boven), b, h),
            "zijkant": Vak(Mm(zij_x), Mm(boven), d, h),
            "voor": Vak(Mm(voor_x), Mm(boven), b, h),
            "andere zijkant": Vak(Mm(ander_x), Mm(boven), d, h),
            "deksel": Vak(Mm(voor_x), Mm(boven - self.diepte), b, d),
            "bodem": Vak(Mm(voor_x), Mm(boven + self.hoogte), b, d),
        }


def net(kaart: Maat, aantal: int, papier: Papier) -> Net:
    """Give the net of a box for so many cards of this size on this paper."""
    return Net(kaart.breedte + SPELING, kaart.hoogte + SPELING, aantal * papier.dikte + SPELING)


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
) -> Vel:
    """Make the net of a box for `aantal` cards on a sheet, upright or lying down, with `marge` mm free at
    its edges; a label as large as a card where the net does not fit. `Vel.naam` says which it is."""
    maker = _Doosmaker(publicatie, set_, zetter, setstukken, aantal)
    uitslag = net(kaart, aantal, papier)
    breed, hoog = uitslag.maat
    for vorm in (vel, Maat(vel.hoogte, vel.breedte)):
        if breed <= vorm.breedte - 2 * marge and hoog <= vorm.hoogte - 2 * marge:
            return maker.doosje(uitslag, vorm)
    return maker.etiket(kaart, vel, marge)


@dataclass(frozen=True)
class _Doosmaker:
    publicatie: Publicatie
    set_: Kaartenset
    zetter: Tekstzetter
    setstukken: Setstukken
    aantal: int

    def doosje(self, uitslag: Net, vel: Maat) -> Vel:
        """Draw the net in the middle of the sheet."""
        breed, hoog = uitslag.maat
        x, y = (vel.breedte - breed) / 2, (vel.hoogte - hoog) / 2
        vakken = uitslag.vakken(x, y)
        gevuld = ("achter", "zijkant", "voor", "andere zijkant", "deksel", "bodem")
        gronden = [self._grond(naam, vakken[naam]) for naam in gevuld] if self.zetter.vol else []
        achter = vakken["achter"]
        onder = Vak(achter.x, Mm(achter.onder + WIT), achter.b, Mm(y + hoog - achter.onder - WIT))
        elementen = [
            *gronden,
            *_vouwlijnen(vakken, self._kleur("paneeltekst")),
            _duimgat(vakken["achter"], self._kleur("papier")),
            _snijlijn(vakken, self._kleur("paneelrand")),
            *self._voorkant(vakken["voor"]),
            *self._achterkant(vakken["achter"]),
            *self._rug("Deksel", vakken["deksel"]),
            *self._zijkant("Zijkant", vakken["zijkant"]),
            *self._zijkant("Andere zijkant", vakken["andere zijkant"]),
            *self._lijmwoord(vakken["lijmflap"]),
            *self._uitleg(onder),
        ]
        netto = Vak(Mm(x), Mm(y), Mm(breed), Mm(hoog))
        return Vel(DOOSJE, vel, "voor", (), tuple(elementen), netto)

    def etiket(self, kaart: Maat, vel: Maat, marge: float) -> Vel:
        """Draw a label in the middle of the sheet, as large as a card or as the sheet allows."""
        vorm = Maat(vel.hoogte, vel.breedte) if kaart.breedte > kaart.hoogte else vel
        b = min(kaart.breedte, vorm.breedte - 2 * marge)
        h = min(kaart.hoogte, vorm.hoogte - 2 * marge - ONDERSCHRIFT)
        x, y = (vorm.breedte - b) / 2, marge + (vorm.hoogte - 2 * marge - ONDERSCHRIFT - h) / 2
        doos = Vak(Mm(x), Mm(y), Mm(b), Mm(h))
        rand = [(doos.x, doos.y), (doos.rechts, doos.y), (doos.rechts, doos.onder), (doos.x, doos.onder)]
        snijlijn = Pad("Snijlijn", doos, _veelhoek(rand), streek=self._kleur("paneelrand"), dikte=LIJNDIKTE)
        regel = Vak(Mm(marge), Mm(doos.onder + 2), Mm(vorm.breedte - 2 * marge), Mm(ONDERSCHRIFT - 2))
        gronden = [self._grond("etiket", doos)] if self.zetter.vol else []
        elementen = (*gronden, snijlijn, *self._voorkant(doos, met_bron=True), *self._knipwoord(regel))
        return Vel(ETIKET, vorm, "voor", (), elementen, doos)

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
        binnen = paneel.krimp(WIT, WIT, WIT, WIT)
        doorsnee = min(binnen.b * WIEL_BREED, paneel.h * WIEL_HOOG)
        rond = Vak(
            Mm(paneel.x + (paneel.b - doorsnee) / 2), Mm(binnen.y + WIT / 2), Mm(doorsnee), Mm(doorsnee)
        )
        doos = self.setstukken.doos
        gegevens = self.publicatie.gegevens
        regels = [
            Paneelregel(self._gevuld(doos.bovenkop), korps=KLEIN),
            Paneelregel(gegevens.titel, vet=True, wit=1.5),
            Paneelregel(self.set_.naam, korps=MIDDEL, wit=2.5, vet=True),
            Paneelregel(self._gevuld(doos.aantal), korps=KLEIN, wit=0.5),
        ]
        if met_bron:
            regels.append(Paneelregel(gegevens.bronregel, korps=KLEIN, wit=2.5))
        onder = binnen.krimp(boven=rond.onder - binnen.y + WIT / 2)
        return [self._wiel(rond), *self._moet_passen("voorkant", onder, regels, TITEL, "midden")]

    def _wiel(self, rond: Vak) -> Element:
        zetter, clusters = self.zetter, self.publicatie.waardenclusters
        namen = ", ".join(cluster.naam for cluster in clusters.values())
        alt = zetter.ontwerp.woorden.wiel_alt_alles.format(clusters=namen)
        return wiel(zetter, rond, clusters, zetter.kleur("paneeldof"), alt, zetter.kleur("papier"))

    def _achterkant(self, paneel: Vak) -> list[Element]:
        """Make the back: title, who made the publication, its licence and the source; clear of the notch."""
        gegevens, woorden = self.publicatie.gegevens, self.zetter.ontwerp.woorden
        regels = [
            Paneelregel(gegevens.titel, vet=True),
            *([Paneelregel(gegevens.ondertitel, korps=KLEIN)] if gegevens.ondertitel else []),
            Paneelregel(woorden.maker, korps=KLEIN, wit=4),
            Paneelregel(f"{gegevens.maker} ({gegevens.jaar})", korps=MIDDEL, vet=True),
            Paneelregel(woorden.licentie, korps=KLEIN, wit=4),
            Paneelregel(gegevens.licentie.naam, korps=KLEIN),
            Paneelregel(gegevens.bronregel, korps=KLEIN, wit=4),
        ]
        doos = paneel.krimp(WIT, WIT + DUIMGAT, WIT, WIT)
        return self._moet_passen("achterkant", doos, regels, RUGTITEL, "midden")

    def _rug(self, naam: str, paneel: Vak) -> list[Element]:
        """Make the words on the lid, or nothing where the box is too thin for them."""
        titel = self.publicatie.gegevens.titel
        regels = [Paneelregel(titel, vet=True), Paneelregel(self.set_.naam, korps=KLEIN, wit=0.3)]
        doos = paneel.krimp(WIT / 2, 1, WIT / 2, 1)
        return (
            self._waar_het_past(naam, doos, regels, RUGTITEL)
            or self._waar_het_past(naam, doos, regels[:1], RUGTITEL)
            or self._waar_het_past(naam, doos, regels[1:], RUGTITEL)
        )

    def _zijkant(self, naam: str, paneel: Vak) -> list[Element]:
        """Make a side: a small wheel and, where they fit, what set it is and how many cards there are."""
        doorsnee = min(paneel.b - 2 * RUG_WIT, WIEL_RUG)
        if doorsnee < WIEL_MINST:
            return []
        rond = Vak(Mm(paneel.x + (paneel.b - doorsnee) / 2), Mm(paneel.y + WIT), Mm(doorsnee), Mm(doorsnee))
        doos = paneel.krimp(RUG_WIT, WIT + doorsnee + WIT, RUG_WIT, WIT)
        regels = [
            Paneelregel(self.set_.naam, vet=True),
            Paneelregel(self._gevuld(self.setstukken.doos.aantal), korps=KLEIN, wit=0.5),
        ]
        tekst = self._waar_het_past(naam, doos, regels, (KLEIN, MIDDEL), "onder") or self._waar_het_past(
            naam, doos, regels[1:], (KLEIN, MIDDEL), "onder"
        )
        return [self._wiel(rond), *tekst]

    def _lijmwoord(self, flap: Vak) -> list[Element]:
        regels = [Paneelregel(self.setstukken.woorden.plakken, korps=KLEIN, op_papier=True)]
        return self._waar_het_past("lijmflap", flap.krimp(1, 2 * WIT, 1, 2 * WIT), regels, (KLEIN, KLEIN))

    def _uitleg(self, doos: Vak) -> list[Element]:
        woorden = self.setstukken.woorden
        regels = [
            Paneelregel(f"{tekst}.", korps=KLEIN, op_papier=True)
            for tekst in (woorden.knippen, woorden.vouwen)
        ]
        return self._waar_het_past("uitleg", doos, regels, (KLEIN, KLEIN), "boven")

    def _knipwoord(self, doos: Vak) -> list[Element]:
        regels = [Paneelregel(f"{self.setstukken.woorden.knippen}.", korps=KLEIN, op_papier=True)]
        return self._waar_het_past("uitleg", doos, regels, (KLEIN, KLEIN))

    def _grond(self, naam: str, doos: Vak) -> Element:
        return Vlak(f"Grond {naam}", doos, self._kleur("paneel"))


def _vouwlijnen(vakken: dict[str, Vak], kleur: Kleur) -> list[Element]:
    """Draw the folds: between the panels, and where the flaps begin."""
    achter, voor, zij, ander = (vakken[naam] for naam in ("achter", "voor", "zijkant", "andere zijkant"))
    deksel, bodem = vakken["deksel"], vakken["bodem"]
    staand = [((x, achter.y), (x, achter.onder)) for x in (achter.x, zij.x, voor.x, ander.x)]
    liggend = [((doos.x, y), (doos.rechts, y)) for doos in (zij, voor, ander) for y in (doos.y, doos.onder)]
    liggend += [((een.x, y), (een.rechts, y)) for een, y in ((deksel, deksel.y), (bodem, bodem.onder))]
    return [
        Lijn("Vouwlijn", Mm(x1), Mm(y1), Mm(x2), Mm(y2), LIJNDIKTE, kleur, STREEPJES)
        for (x1, y1), (x2, y2) in (*staand, *liggend)
    ]


def _snijlijn(vakken: dict[str, Vak], kleur: Kleur) -> Pad:
    """Draw the outline of a net as one closed path, clockwise from the flap for glue."""
    lijm, achter, voor = (vakken[naam] for naam in ("lijmflap", "achter", "voor"))
    zij, ander, deksel, bodem = (vakken[naam] for naam in ("zijkant", "andere zijkant", "deksel", "bodem"))
    stof = min(STOFFLAP, voor.b / 2 - 1, max(zij.b, 2 * SCHUIN + 1))
    boven, onder = achter.y, achter.onder
    heen: list[Stap] = [
        *_punten((lijm.x, boven + LIJMFLAP / 2), (achter.x, boven)),
        *_duimboog(achter),
        *_punten((zij.x, boven), *_flap(zij, boven, -stof), (voor.x, boven), (voor.x, deksel.y)),
        *_punten(*_flap(deksel, deksel.y, -INSTEEK), (voor.rechts, deksel.y), (voor.rechts, boven)),
        *_punten(*_flap(ander, boven, -stof), (ander.rechts, boven), (ander.rechts, onder)),
        *_punten(*_flap(ander, onder, stof)[::-1], (ander.x, onder), (voor.rechts, bodem.onder)),
        *_punten(*_flap(bodem, bodem.onder, INSTEEK)[::-1], (voor.x, bodem.onder), (voor.x, onder)),
        *_punten(*_flap(zij, onder, stof)[::-1], (zij.x, onder), (achter.x, onder)),
        *_punten((lijm.x, onder - LIJMFLAP / 2)),
    ]
    stappen = (Stap("M", heen[0].punten), *heen[1:], Stap("Z"))
    alles = Vak(
        lijm.x,
        Mm(deksel.y - INSTEEK),
        Mm(ander.rechts - lijm.x),
        Mm(bodem.onder + INSTEEK - (deksel.y - INSTEEK)),
    )
    return Pad("Snijlijn", alles, stappen, streek=kleur, dikte=LIJNDIKTE)


def _punten(*punten: tuple[float, float]) -> list[Stap]:
    return [Stap("L", (punt,)) for punt in punten]


def _flap(doos: Vak, y: float, diep: float) -> list[tuple[float, float]]:
    """Give the two outer corners of a flap on an edge of a panel, from left to right; it slopes inward."""
    return [(doos.x + SCHUIN, y + diep), (doos.rechts - SCHUIN, y + diep)]


def _duimboog(achter: Vak) -> list[Stap]:
    """Give half a circle below the top edge of the back, from left to right."""
    straal = min(DUIMGAT, achter.b / 5)
    k, y, midden = straal * KAPPA, achter.y, achter.x + achter.b / 2
    return [
        Stap("L", ((midden - straal, y),)),
        Stap("C", ((midden - straal, y + k), (midden - k, y + straal), (midden, y + straal))),
        Stap("C", ((midden + k, y + straal), (midden + straal, y + k), (midden + straal, y))),
    ]


def _duimgat(achter: Vak, papier: Kleur) -> Pad:
    """Draw the notch for a thumb as a hole in the back."""
    begin, *boog = _duimboog(achter)
    straal = boog[0].punten[2][1] - achter.y
    doos = Vak(Mm(begin.punten[0][0]), achter.y, Mm(2 * straal), Mm(straal))
    return Pad("Duimgat", doos, (Stap("M", begin.punten), *boog, Stap("Z")), vulling=papier)


def _veelhoek(punten: Sequence[tuple[float, float]]) -> tuple[Stap, ...]:
    return (Stap("M", (punten[0],)), *_punten(*punten[1:]), Stap("Z"))
