"""Test page for a printer: rulers for 100 %, and a cross with a scale behind it for the shift of backs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kaartgen.maten import Maat, Mm, Pt, Vak
from kaartgen.opmaak.druk.drukmaten import Proefbladmaten
from kaartgen.opmaak.druk.drukwoorden import Proefbladwoorden
from kaartgen.opmaak.druk.inslag import DUBBELZIJDIG
from kaartgen.opmaak.zetter import Zetter
from kaartgen.scene import Element, Kleur, Lijn, Tekst, Vel, type_kant, type_keren, type_uitlijning

LINIAAL = 100
"""Length of the rulers in mm."""

SCHAAL = 10
"""The scale runs so many mm to each side."""


@dataclass(frozen=True, slots=True)
class Proef:
    """What a test page is made of: the compositor, the words, the measures, the colour of lines, the size
    of the sheet in mm and how the printer turns it over."""

    zetter: Zetter
    woorden: Proefbladwoorden
    maten: Proefbladmaten
    kleur: Kleur
    vel: Maat
    keren: type_keren

    @property
    def breedte(self) -> float:
        """Width in mm between the margins."""
        return self.vel.breedte - 2 * self.maten.om


def proefblad(proef: Proef) -> tuple[Vel, ...]:
    """Make the test page: its front and, where a printer prints both sides, its back.

    Cross and scale stand in the middle of the sheet, where both sides meet whichever way it is turned.
    """
    if proef.keren not in DUBBELZIJDIG:
        return (_vel(proef, "voor", [_titel(proef), *_linialen(proef)]),)
    voor = [_titel(proef), _stappen(proef), *_kruis(proef), *_linialen(proef)]
    return (_vel(proef, "voor", voor), _vel(proef, "achter", _schaal(proef)))


def _vel(proef: Proef, kant: type_kant, elementen: list[Element]) -> Vel:
    heel = Vak(Mm(0), Mm(0), proef.vel.breedte, proef.vel.hoogte)
    return Vel(proef.woorden.titel, proef.vel, kant, (), tuple(elementen), heel)


def _titel(proef: Proef) -> Tekst:
    alinea = proef.zetter.alinea(
        proef.woorden.titel, proef.zetter.stijl("groepkop", proef.maten.titel / 1.28)
    )
    vak = Vak(Mm(proef.maten.om), Mm(proef.maten.om), Mm(proef.breedte), Mm(0))
    return proef.zetter.tekst("Titel", [alinea], vak)


def _stappen(proef: Proef) -> Tekst:
    stijl = replace(proef.zetter.stijl("nummerpunt", proef.maten.zin), korps=Pt(proef.maten.zin))
    alineas = [proef.zetter.alinea(stap, stijl) for stap in proef.woorden.stappen]
    boven = _titel(proef).vak.onder + 3
    return proef.zetter.tekst(
        "Stappen",
        alineas,
        Vak(Mm(proef.maten.om), Mm(boven), Mm(proef.breedte), Mm(0)),
    )


def _linialen(proef: Proef) -> list[Element]:
    """Draw an upright ruler at the left and a lying one at the right, both at the foot of the sheet."""
    onder, rechts = proef.vel.hoogte - proef.maten.om, proef.vel.breedte - proef.maten.om
    elementen: list[Element] = [
        _lijn(proef, "Liniaal", (proef.maten.om, onder - LINIAAL), (proef.maten.om, onder)),
        _lijn(proef, "Liniaal", (rechts - LINIAAL, onder), (rechts, onder)),
    ]
    for stap in range(0, LINIAAL + 1, 10):
        lang = 4.0 if stap % 50 == 0 else 2.5
        elementen += [
            _lijn(proef, "Streepje", (proef.maten.om, onder - stap), (proef.maten.om + lang, onder - stap)),
            _lijn(proef, "Streepje", (rechts - stap, onder), (rechts - stap, onder - lang)),
        ]
    uitleg = [proef.zetter.alinea(proef.woorden.liniaal, proef.zetter.stijl("zin", proef.maten.klein))]
    hoogte = proef.zetter.hoogte(uitleg, LINIAAL)
    vak = Vak(Mm(rechts - LINIAAL), Mm(onder - 6 - hoogte), Mm(LINIAAL), Mm(0))
    return [*elementen, proef.zetter.tekst("Uitleg bij de liniaal", uitleg, vak)]


def _kruis(proef: Proef) -> list[Element]:
    x, y = proef.vel.breedte / 2, proef.vel.hoogte / 2
    return [
        _lijn(proef, "Kruis", (x - proef.maten.kruis, y), (x + proef.maten.kruis, y)),
        _lijn(proef, "Kruis", (x, y - proef.maten.kruis), (x, y + proef.maten.kruis)),
    ]


def _schaal(proef: Proef) -> list[Element]:
    x, y = proef.vel.breedte / 2, proef.vel.hoogte / 2
    elementen: list[Element] = [
        _lijn(proef, "Schaal", (x - SCHAAL, y), (x + SCHAAL, y)),
        _lijn(proef, "Schaal", (x, y - SCHAAL), (x, y + SCHAAL)),
    ]
    for stap in range(-SCHAAL, SCHAAL + 1):
        half = 2.0 if stap % 5 == 0 else 0.9
        elementen += [
            _lijn(proef, "Streepje", (x + stap, y - half), (x + stap, y + half)),
            _lijn(proef, "Streepje", (x - half, y + stap), (x + half, y + stap)),
        ]
    for stap in (-SCHAAL, SCHAAL):
        teken = f"−{-stap}" if stap < 0 else str(stap)
        elementen += [
            _woord(proef, f"Naar rechts {stap}", teken, x + stap - 3, y + 2.5, 6, "midden"),
            _woord(proef, f"Naar beneden {stap}", teken, x + 3.5, y + stap - 2, 6, "links"),
        ]
    woorden, breed = proef.woorden, proef.maten.woord
    return [
        *elementen,
        _woord(
            proef, "Naar rechts", f"{woorden.rechts} →", x + SCHAAL + 4, y - 2, proef.maten.woord, "links"
        ),
        _woord(
            proef,
            "Naar beneden",
            f"↓ {woorden.beneden}",
            x - breed / 2,
            y + SCHAAL + 4,
            breed,
            "midden",
        ),
        _woord(
            proef,
            "Achterkant",
            woorden.achterkant,
            proef.maten.om,
            proef.maten.om,
            proef.breedte,
            "links",
        ),
    ]


def _woord(
    proef: Proef, naam: str, tekst: str, x: float, y: float, breedte: float, uitlijning: type_uitlijning
) -> Tekst:
    stijl = replace(proef.zetter.stijl("zin", proef.maten.klein), uitlijning=uitlijning)
    return proef.zetter.tekst(
        naam, [proef.zetter.alinea(tekst, stijl)], Vak(Mm(x), Mm(y), Mm(breedte), Mm(0))
    )


def _lijn(proef: Proef, naam: str, van: tuple[float, float], tot: tuple[float, float]) -> Lijn:
    return Lijn(naam, Mm(van[0]), Mm(van[1]), Mm(tot[0]), Mm(tot[1]), Pt(proef.maten.lijn), proef.kleur)
