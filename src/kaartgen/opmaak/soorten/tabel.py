"""Table: a coloured label column and a column with sentences, under a header row.

Where grounds are not filled, the labels have their colour and a coloured bar at their left.
"""

from __future__ import annotations

from kaartgen.maten import Mm, Vak
from kaartgen.opmaak.zetter import LIJNDIKTE, Opzet, Tekstalinea, Zetter, met_merk
from kaartgen.samenstelling import Kaart
from kaartgen.scene import Cel, Element, Kleur, Tabel, Vlak, type_celkop


def tabel(kaart: Kaart, breedte: float, zin: float, zetter: Zetter) -> Opzet:
    """Set each group as a row of a table; what space is left goes into the padding of the cells."""
    maten = zetter.formaat.soorten.tabel
    zij = maten.marge + 1.2
    tekst_b = breedte - maten.label
    koppen = getattr(zetter.ontwerp.woorden.tabelkop, kaart.aard)
    kopstijl = zetter.stijl("tabelkop", zin)
    celkop = zetter.kopstijl("celkop", zin, (groep.kop for groep in kaart.groepen), maten.label - 2 * zij)
    rijen: list[tuple[list[Tekstalinea], list[Tekstalinea], Kleur | None]] = [
        ([zetter.alinea(koppen[0], kopstijl)], [zetter.alinea(koppen[1], kopstijl)], None)
    ]
    for groep in kaart.groepen:
        kleur = zetter.accent(groep.accent)
        kop = [zetter.alinea(groep.kop, zetter.op_kleur(celkop, kleur))]
        if groep.bijschrift:
            doel = zetter.doelen.get(groep.naar)
            celbij = zetter.op_kleur(zetter.stijl("celbij", zin), kleur)
            kop.append(zetter.alinea(groep.bijschrift, celbij, doel))
        stijl = met_merk(zetter.stijl("punt", zin), kleur)
        rijen.append((kop, [zetter.alinea(punt.tekst, stijl) for punt in groep.punten], kleur))
    breedtes = (maten.label - 2 * zij, tekst_b - 2 * zij)
    hoogtes = [
        max(zetter.hoogte(links, breedtes[0]), zetter.hoogte(rechts, breedtes[1]))
        for links, rechts, _ in rijen
    ]
    totaal = sum(hoogtes) + 2 * maten.marge * len(rijen) - maten.marge
    breed = [
        fout
        for nummer, (links, rechts, _) in enumerate(rijen)
        for kant, b in ((links, breedtes[0]), (rechts, breedtes[1]))
        for fout in zetter.breed(kaart.groepen[max(nummer - 1, 0)].kop, kant, b)
    ]

    def plaats(vak: Vak) -> list[Element]:
        over = max(vak.h - totaal, 0.0)
        marge = min(maten.marge + over / (2 * len(kaart.groepen)), maten.marge_max)
        y: float = vak.y
        cellen: list[tuple[Cel, ...]] = []
        balken: list[Element] = []
        for nummer, ((links, rechts, kleur), hoogte) in enumerate(zip(rijen, hoogtes, strict=True)):
            boven = marge if nummer else maten.marge / 2
            rij_h = hoogte + 2 * boven
            balk = 0.0 if zetter.vol or not kleur else min(maten.balk, zij)
            cellen.append(
                (
                    _cel(
                        zetter,
                        f"Label {nummer}",
                        links,
                        Vak(vak.x, Mm(y), Mm(maten.label), Mm(rij_h)),
                        (zij + balk, zij - balk),
                        boven,
                        kleur if zetter.vol else None,
                        "rij" if nummer else "kolom",
                    ),
                    _cel(
                        zetter,
                        f"Tekst {nummer}",
                        rechts,
                        Vak(Mm(vak.x + maten.label), Mm(y), Mm(tekst_b), Mm(rij_h)),
                        (zij, zij),
                        boven,
                        None,
                        "" if nummer else "kolom",
                    ),
                )
            )
            if kleur and balk:
                streep = Vak(vak.x, Mm(y), Mm(balk), Mm(rij_h))
                balken.append(Vlak(f"Balk {kaart.groepen[nummer - 1].kop}", streep, kleur))
            y += rij_h
        doos = Vak(vak.x, vak.y, vak.b, Mm(y - vak.y))
        alt = zetter.ontwerp.woorden.tabel_alt.format(
            rijen=len(kaart.groepen), links=koppen[0], rechts=koppen[1]
        )
        return [
            Tabel(f"Tabel {kaart.label}", doos, tuple(cellen), zetter.kleur("lijn"), LIJNDIKTE, alt),
            *balken,
        ]

    return Opzet(totaal, plaats, tuple(breed))


def _cel(
    zetter: Zetter,
    naam: str,
    alineas: list[Tekstalinea],
    vak: Vak,
    zij: tuple[float, float],
    boven: float,
    vulling: Kleur | None,
    kop: type_celkop,
) -> Cel:
    binnen = vak.krimp(zij[0], boven, zij[1], boven)
    return Cel(vak, zetter.tekst(naam, alineas, binnen, anker="midden", vast=True), kop, vulling)
