"""The wheel: all clusters as segments, with a legend by family."""

from __future__ import annotations

from kaartgen.maten import Mm, Vak
from kaartgen.opmaak.embleem import pictogram, wiel, wielwoorden
from kaartgen.opmaak.zetter import Opzet, Tekstalinea, Zetter, met_structuur, verdeel
from kaartgen.samenstelling import Kaart, Kaartgroep
from kaartgen.scene import Element, Vlak


def wielkaart(kaart: Kaart, breedte: float, zin: float, zetter: Zetter) -> Opzet:
    """Set the wheel at the left and the legend at its right; each name leads to the card of its cluster."""
    maten = zetter.formaat.soorten.wiel
    legenda_b = breedte - maten.doorsnee - maten.goot
    naam_b = legenda_b - maten.balk - maten.binnen - maten.pictogram - 2
    regels: list[tuple[Kaartgroep, list[Tekstalinea], float]] = []
    breed: list[tuple[str, str]] = []
    for groep in kaart.groepen:
        if groep.accent:
            stijl = met_structuur(zetter.stijl("groepkop", zin, zetter.accent(groep.accent)), "punt")
            tekst = [zetter.alinea(groep.kop, stijl, zetter.doelen.get(groep.naar))]
            hoogte = max(zetter.hoogte(tekst, naam_b), maten.pictogram)
            breed += zetter.breed(groep.kop, tekst, naam_b)
        else:
            tekst = [zetter.alinea(groep.kop, met_structuur(zetter.stijl("tabelkop", zin), "kop"))]
            tekst += [zetter.alinea(punt.tekst, zetter.stijl("waarde", zin)) for punt in groep.punten]
            hoogte = zetter.hoogte(tekst, legenda_b)
            breed += zetter.breed(groep.kop, tekst, legenda_b)
        regels.append((groep, tekst, hoogte))
    totaal = max(sum(hoogte for *_, hoogte in regels) + maten.tussen * (len(regels) - 1), maten.doorsnee)

    def plaats(vak: Vak) -> list[Element]:
        nodig = sum(hoogte for *_, hoogte in regels) + maten.tussen * (len(regels) - 1)
        tussen = verdeel(vak.h - nodig, len(regels) - 1, maten.tussen, maten.tussen_max)
        legenda_h = nodig + (tussen - maten.tussen) * (len(regels) - 1)
        hoogte = max(legenda_h, maten.doorsnee)
        rond = Vak(vak.x, Mm(vak.y + (hoogte - maten.doorsnee) / 2), Mm(maten.doorsnee), Mm(maten.doorsnee))
        lichten = [(groep.kop, groep.familie) for groep in kaart.groepen if groep.accent]
        alt = wielwoorden(zetter.ontwerp.woorden, lichten, len(zetter.ontwerp.accenten))
        elementen: list[Element] = [
            wiel(zetter, rond, kaart.accenten, zetter.kleur("lijn"), alt, zetter.kleur("papier"))
        ]
        x = vak.x + maten.doorsnee + maten.goot
        y: float = vak.y + (hoogte - legenda_h) / 2
        for groep, tekst, regel_h in regels:
            elementen += _regel(zetter, groep, tekst, Vak(Mm(x), Mm(y), Mm(legenda_b), Mm(regel_h)))
            y += regel_h + tussen
        return elementen

    return Opzet(totaal, plaats, tuple(breed))


def _regel(zetter: Zetter, groep: Kaartgroep, tekst: list[Tekstalinea], vak: Vak) -> list[Element]:
    if not groep.accent:
        return [zetter.tekst(f"Familie {groep.kop}", tekst, vak)]
    maten = zetter.formaat.soorten.wiel
    kleur = zetter.accent(groep.accent)
    x = vak.x + maten.balk + maten.binnen
    beeld = Vak(Mm(x), Mm(vak.y + (vak.h - maten.pictogram) / 2), Mm(maten.pictogram), Mm(maten.pictogram))
    naam_x = x + maten.pictogram + 2
    return [
        Vlak(f"Balk {groep.kop}", Vak(vak.x, vak.y, Mm(maten.balk), vak.h), kleur),
        pictogram(zetter, zetter.ontwerp.accenten[groep.accent][1], beeld, kleur),
        zetter.tekst(
            f"Cluster {groep.kop}",
            tekst,
            Vak(Mm(naam_x), vak.y, Mm(vak.rechts - naam_x), vak.h),
            anker="midden",
            vast=True,
        ),
    ]
