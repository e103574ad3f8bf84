"""Room to write: ruled lines, by themselves or under questions."""

from __future__ import annotations

from collections.abc import Sequence

from kaartgen.maten import Mm, Pt, Vak, naar_mm
from kaartgen.opmaak.druk.drukformaat import Schrijfregels
from kaartgen.opmaak.zetten import BASISLIJN
from kaartgen.opmaak.zetter import Opzet, Zetter
from kaartgen.samenstelling import Punt
from kaartgen.scene import Element, Lijn


def schrijfvragen(
    vragen: Sequence[Punt], breedte: float, korps: float, zetter: Zetter, maten: Schrijfregels
) -> Opzet:
    """Set numbered questions over the full height, each followed by the same number of ruled lines."""
    tekst_b = breedte - maten.cijfer
    stijl = zetter.stijl("schrijfvraag", korps)
    teksten = [[zetter.alinea(vraag.tekst, stijl)] for vraag in vragen]
    hoogtes = [zetter.hoogte(tekst, tekst_b) for tekst in teksten]
    vast = sum(hoogtes) + maten.tussen * (len(vragen) - 1)
    breed = [
        fout
        for nummer, tekst in enumerate(teksten, 1)
        for fout in zetter.breed(f"Vraag {nummer}", tekst, tekst_b)
    ]

    def plaats(vak: Vak) -> list[Element]:
        aantal, afstand = verdeling(vak.h - vast, len(vragen), maten)
        over = max(vak.h - vast - len(vragen) * aantal * afstand, 0.0)
        tussen = maten.tussen + over / max(len(vragen) - 1, 1)
        elementen: list[Element] = []
        x = vak.x + maten.cijfer
        y: float = vak.y
        for nummer, (tekst, hoogte) in enumerate(zip(teksten, hoogtes, strict=True), 1):
            elementen += [
                _cijfer(nummer, zetter, Vak(vak.x, Mm(y), Mm(maten.cijfer), Mm(0)), stijl.regelhoogte),
                zetter.tekst(f"Vraag {nummer}", tekst, Vak(Mm(x), Mm(y), Mm(tekst_b), Mm(0))),
            ]
            ruimte = Vak(Mm(x), Mm(y + hoogte), Mm(tekst_b), Mm(aantal * afstand))
            elementen += lijnen(f"Schrijfregel {nummer}", ruimte, aantal, zetter, maten)
            y += hoogte + ruimte.h + tussen
        return elementen

    minst = len(vragen) * maten.minst * maten.afstand[0]
    return Opzet(vast + minst, plaats, tuple(breed))


def verdeling(hoogte: float, vragen: int, maten: Schrijfregels) -> tuple[int, float]:
    """Give the number of ruled lines for each question and the distance in mm between two lines, when
    `hoogte` mm is left for all of them: as near as can be to halfway between the least and the most."""
    kleinst, grootst = maten.afstand
    per_vraag = hoogte / vragen
    aantal = max(round(per_vraag / ((kleinst + grootst) / 2)), maten.minst)
    while aantal > maten.minst and per_vraag / aantal < kleinst:
        aantal -= 1
    return aantal, min(max(per_vraag / aantal, kleinst), grootst)


def lijnen(naam: str, vak: Vak, aantal: int, zetter: Zetter, maten: Schrijfregels) -> list[Element]:
    """Rule a box with lines at equal distances, the last at its foot."""
    afstand = vak.h / aantal
    kleur = zetter.kleur(maten.kleur)
    return [
        Lijn(f"{naam}.{regel}", vak.x, Mm(y), vak.rechts, Mm(y), Pt(maten.dikte), kleur)
        for regel in range(1, aantal + 1)
        for y in (vak.y + regel * afstand,)
    ]


def liniatuur(naam: str, vak: Vak, zetter: Zetter, maten: Schrijfregels) -> list[Element]:
    """Rule a whole box."""
    aantal, afstand = verdeling(vak.h, 1, maten)
    return lijnen(naam, Vak(vak.x, vak.y, vak.b, Mm(aantal * afstand)), aantal, zetter, maten)


def _cijfer(nummer: int, zetter: Zetter, vak: Vak, regelhoogte: Pt) -> Element:
    """Set the number of a question so that it stands on the baseline of the question's first line."""
    stijl = zetter.stijl("schrijfcijfer")
    y = vak.y + BASISLIJN * (naar_mm(regelhoogte) - naar_mm(stijl.regelhoogte))
    alinea = zetter.alinea(str(nummer), stijl)
    return zetter.tekst(f"Cijfer {nummer}", [alinea], Vak(vak.x, Mm(y), vak.b, Mm(0)))
