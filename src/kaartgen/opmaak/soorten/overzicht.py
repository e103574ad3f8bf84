"""Overview of all groups: a row for each family, with pictogram, name and values of every cluster."""

from __future__ import annotations

from itertools import groupby

from kaartgen.maten import Mm, Vak
from kaartgen.opmaak.embleem import pictogram
from kaartgen.opmaak.zetter import Opzet, Tekstalinea, Zetter, in_kleur, met_structuur, verdeel
from kaartgen.samenstelling import Kaart, Kaartgroep
from kaartgen.scene import Element, Vlak


def overzicht(kaart: Kaart, breedte: float, zin: float, zetter: Zetter) -> Opzet:
    """Set the clusters of a family side by side; each name leads to the card of its cluster."""
    maten = zetter.formaat.soorten.overzicht
    rijen = [
        (familie, list(groepen)) for familie, groepen in groupby(kaart.groepen, lambda groep: groep.familie)
    ]
    aantal = max(len(groepen) for _, groepen in rijen)
    cel_b = (breedte - maten.familie - (aantal - 1) * maten.goot) / aantal
    tekst_b = cel_b - maten.balk - maten.binnen
    kop_b = tekst_b - maten.pictogram - 2
    koppen = (groep.kop for groep in kaart.groepen)
    kopstijl = met_structuur(zetter.kopstijl("groepkop", zin, koppen, kop_b), "subkop")
    waardestijl = met_structuur(zetter.stijl("waarde", zin), "punt")
    gemeten = []
    breed: list[tuple[str, str]] = []
    for familie, groepen in rijen:
        cellen = []
        for groep in groepen:
            kop = [
                zetter.alinea(
                    groep.kop,
                    in_kleur(kopstijl, zetter.accent(groep.accent)),
                    zetter.doelen.get(groep.naar),
                )
            ]
            lijst = [zetter.alinea(punt.tekst, waardestijl) for punt in groep.punten]
            kop_h = max(zetter.hoogte(kop, kop_b), maten.pictogram)
            breed += zetter.breed(groep.kop, kop, kop_b) + zetter.breed(groep.kop, lijst, tekst_b)
            cellen.append((groep, kop, lijst, kop_h, kop_h + 1.5 + zetter.hoogte(lijst, tekst_b)))
        gemeten.append((familie, cellen, max(hoogte for *_, hoogte in cellen)))
    totaal = sum(hoogte for *_, hoogte in gemeten) + maten.tussen * (len(gemeten) - 1)

    def plaats(vak: Vak) -> list[Element]:
        tussen = verdeel(vak.h - totaal, len(gemeten) - 1, maten.tussen, maten.tussen_max)
        elementen: list[Element] = []
        y: float = vak.y
        for rij, (familie, cellen, hoogte) in enumerate(gemeten):
            if rij:
                grens = y - tussen / 2
                elementen.append(zetter.lijn(f"Lijn boven {familie}", (vak.x, grens), (vak.rechts, grens)))
            naam = [zetter.alinea(familie, zetter.stijl("familie", zin))]
            elementen.append(
                zetter.tekst(f"Familie {familie}", naam, Vak(vak.x, Mm(y), Mm(maten.familie), Mm(0)))
            )
            for plek, (groep, kop, lijst, kop_h, _) in enumerate(cellen):
                x = vak.x + maten.familie + plek * (cel_b + maten.goot)
                elementen += _cel(zetter, groep, kop, lijst, Vak(Mm(x), Mm(y), Mm(cel_b), Mm(hoogte)), kop_h)
            y += hoogte + tussen
        return elementen

    return Opzet(totaal, plaats, tuple(breed))


def _cel(
    zetter: Zetter,
    groep: Kaartgroep,
    kop: list[Tekstalinea],
    lijst: list[Tekstalinea],
    vak: Vak,
    kop_h: float,
) -> list[Element]:
    maten = zetter.formaat.soorten.overzicht
    kleur = zetter.accent(groep.accent)
    x = vak.x + maten.balk + maten.binnen
    tekst_b = vak.b - maten.balk - maten.binnen
    kop_x = x + maten.pictogram + 2
    beeld = Vak(Mm(x), vak.y, Mm(maten.pictogram), Mm(maten.pictogram))
    kop_vak = Vak(Mm(kop_x), vak.y, Mm(vak.rechts - kop_x), Mm(kop_h))
    return [
        Vlak(f"Balk {groep.kop}", Vak(vak.x, vak.y, Mm(maten.balk), vak.h), kleur),
        pictogram(zetter, zetter.ontwerp.accenten[groep.accent][1], beeld, kleur),
        zetter.tekst(f"Cluster {groep.kop}", kop, kop_vak, anker="midden", vast=True),
        zetter.tekst(f"Waarden {groep.kop}", lijst, Vak(Mm(x), Mm(vak.y + kop_h + 1.5), Mm(tekst_b), Mm(0))),
    ]
