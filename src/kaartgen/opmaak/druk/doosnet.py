"""Net of a tuck box: its panels, where to cut and where to fold."""

from __future__ import annotations

from dataclasses import dataclass

from kaartgen.maten import Maat, Mm, Pt, Vak
from kaartgen.opmaak.druk.drukmaten import Doosmaten
from kaartgen.opmaak.druk.drukprofiel import Papier
from kaartgen.opmaak.embleem import KAPPA
from kaartgen.scene import Element, Kleur, Lijn, Pad, Stap


@dataclass(frozen=True, slots=True)
class Net:
    """Net of a tuck box in mm: inside it is `breedte` by `hoogte` by `diepte`.

    From left to right stand the flap for glue, the back, a side, the front and the other side; lids and the
    flaps that are tucked in hang on the front, so that words on the lid stand upright.
    """

    breedte: float
    hoogte: float
    diepte: float
    maten: Doosmaten

    @property
    def maat(self) -> tuple[float, float]:
        """Width and height of the whole net."""
        breed = self.maten.lijmflap + 2 * (self.breedte + self.diepte)
        return breed, self.hoogte + 2 * (self.diepte + self.maten.insteek)

    def vakken(self, x: float, y: float) -> dict[str, Vak]:
        """Give the panels of a net with its top left at (x, y)."""
        boven = y + self.maten.insteek + self.diepte
        achter_x = x + self.maten.lijmflap
        zij_x = achter_x + self.breedte
        voor_x = zij_x + self.diepte
        ander_x = voor_x + self.breedte
        b, h, d = Mm(self.breedte), Mm(self.hoogte), Mm(self.diepte)
        return {
            "lijmflap": Vak(Mm(x), Mm(boven), Mm(self.maten.lijmflap), h),
            "achter": Vak(Mm(achter_x), Mm(boven), b, h),
            "zijkant": Vak(Mm(zij_x), Mm(boven), d, h),
            "voor": Vak(Mm(voor_x), Mm(boven), b, h),
            "andere zijkant": Vak(Mm(ander_x), Mm(boven), d, h),
            "deksel": Vak(Mm(voor_x), Mm(boven - self.diepte), b, d),
            "bodem": Vak(Mm(voor_x), Mm(boven + self.hoogte), b, d),
        }


def net(kaart: Maat, aantal: int, papier: Papier, maten: Doosmaten) -> Net:
    """Give the net of a box for so many cards of this size on this paper."""
    ruim = maten.speling
    return Net(kaart.breedte + ruim, kaart.hoogte + ruim, aantal * papier.dikte + ruim, maten)


def vouwlijnen(vakken: dict[str, Vak], kleur: Kleur, maten: Doosmaten) -> list[Element]:
    """Draw the folds: between the panels, and where the flaps begin."""
    achter, voor, zij, ander = (vakken[naam] for naam in ("achter", "voor", "zijkant", "andere zijkant"))
    deksel, bodem = vakken["deksel"], vakken["bodem"]
    staand = [((x, achter.y), (x, achter.onder)) for x in (achter.x, zij.x, voor.x, ander.x)]
    liggend = [((doos.x, y), (doos.rechts, y)) for doos in (zij, voor, ander) for y in (doos.y, doos.onder)]
    liggend += [((een.x, y), (een.rechts, y)) for een, y in ((deksel, deksel.y), (bodem, bodem.onder))]
    return [
        Lijn("Vouwlijn", Mm(x1), Mm(y1), Mm(x2), Mm(y2), Pt(maten.lijn), kleur, maten.streepjes)
        for (x1, y1), (x2, y2) in (*staand, *liggend)
    ]


def snijlijn(vakken: dict[str, Vak], kleur: Kleur, maten: Doosmaten) -> Pad:
    """Draw the outline of a net as one closed path, clockwise from the flap for glue."""
    lijm, achter, voor = (vakken[naam] for naam in ("lijmflap", "achter", "voor"))
    zij, ander, deksel, bodem = (vakken[naam] for naam in ("zijkant", "andere zijkant", "deksel", "bodem"))
    schuin, insteek, lijmflap = maten.schuin, maten.insteek, maten.lijmflap
    stof = min(maten.stofflap, voor.b / 2 - 1, max(zij.b, 2 * schuin + 1))
    boven, onder = achter.y, achter.onder
    heen: list[Stap] = [
        *_punten((lijm.x, boven + lijmflap / 2), (achter.x, boven)),
        *_duimboog(achter, maten.duimgat),
        *_punten((zij.x, boven), *_flap(zij, boven, -stof, schuin), (voor.x, boven), (voor.x, deksel.y)),
        *_punten(*_flap(deksel, deksel.y, -insteek, schuin), (voor.rechts, deksel.y), (voor.rechts, boven)),
        *_punten(*_flap(ander, boven, -stof, schuin), (ander.rechts, boven), (ander.rechts, onder)),
        *_punten(*_flap(ander, onder, stof, schuin)[::-1], (ander.x, onder), (voor.rechts, bodem.onder)),
        *_punten(*_flap(bodem, bodem.onder, insteek, schuin)[::-1], (voor.x, bodem.onder), (voor.x, onder)),
        *_punten(*_flap(zij, onder, stof, schuin)[::-1], (zij.x, onder), (achter.x, onder)),
        *_punten((lijm.x, onder - lijmflap / 2)),
    ]
    stappen = (Stap("M", heen[0].punten), *heen[1:], Stap("Z"))
    alles = Vak(
        lijm.x,
        Mm(deksel.y - insteek),
        Mm(ander.rechts - lijm.x),
        Mm(bodem.onder + insteek - (deksel.y - insteek)),
    )
    return Pad("Snijlijn", alles, stappen, streek=kleur, dikte=Pt(maten.lijn))


def _punten(*punten: tuple[float, float]) -> list[Stap]:
    return [Stap("L", (punt,)) for punt in punten]


def _flap(doos: Vak, y: float, diep: float, schuin: float) -> list[tuple[float, float]]:
    """Give the two outer corners of a flap on an edge of a panel, left to right; its sides slope inward."""
    return [(doos.x + schuin, y + diep), (doos.rechts - schuin, y + diep)]


def _duimboog(achter: Vak, grootste: float) -> list[Stap]:
    """Give half a circle below the top edge of the back, from left to right."""
    straal = min(grootste, achter.b / 5)
    k, y, midden = straal * KAPPA, achter.y, achter.x + achter.b / 2
    return [
        Stap("L", ((midden - straal, y),)),
        Stap("C", ((midden - straal, y + k), (midden - k, y + straal), (midden, y + straal))),
        Stap("C", ((midden + k, y + straal), (midden + straal, y + k), (midden + straal, y))),
    ]


def duimgat(achter: Vak, papier: Kleur, maten: Doosmaten) -> Pad:
    """Draw the notch for a thumb as a hole in the back."""
    begin, *boog = _duimboog(achter, maten.duimgat)
    straal = boog[0].punten[2][1] - achter.y
    doos = Vak(Mm(begin.punten[0][0]), achter.y, Mm(2 * straal), Mm(straal))
    return Pad("Duimgat", doos, (Stap("M", begin.punten), *boog, Stap("Z")), vulling=papier)


def rechthoek(doos: Vak, kleur: Kleur, maten: Doosmaten) -> Pad:
    """Draw the outline of a rectangle to cut out."""
    hoeken = [(doos.x, doos.y), (doos.rechts, doos.y), (doos.rechts, doos.onder), (doos.x, doos.onder)]
    stappen = (Stap("M", (hoeken[0],)), *_punten(*hoeken[1:]), Stap("Z"))
    return Pad("Snijlijn", doos, stappen, streek=kleur, dikte=Pt(maten.lijn))
