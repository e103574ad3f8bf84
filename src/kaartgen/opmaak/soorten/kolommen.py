"""Groups with points, in columns of about equal height."""

from __future__ import annotations

from itertools import combinations, pairwise

from kaartgen.maten import Mm, Vak
from kaartgen.opmaak.zetter import Opzet, Tekstalinea, Zetter, extra_wit, met_merk, ruimer, verdeel
from kaartgen.samenstelling import Kaart, Kaartgroep
from kaartgen.scene import Element


def verdeel_in_kolommen(hoogtes: list[float], aantal: int, tussen: float) -> list[list[int]]:
    """Split items, in order, into columns so that the highest column is as low as can be."""
    aantal = min(aantal, len(hoogtes))
    beste: list[list[int]] = []
    laagste = float("inf")
    for grenzen in combinations(range(1, len(hoogtes)), aantal - 1):
        randen = (0, *grenzen, len(hoogtes))
        kolommen = [list(range(van, tot)) for van, tot in pairwise(randen)]
        hoogste = max(kolomhoogte(hoogtes, kolom, tussen) for kolom in kolommen)
        if hoogste < laagste:
            laagste, beste = hoogste, kolommen
    return beste


def kolomhoogte(hoogtes: list[float], kolom: list[int], tussen: float) -> float:
    """Give the height in mm of the items of a column with `tussen` mm between them."""
    return sum(hoogtes[nummer] for nummer in kolom) + tussen * (len(kolom) - 1)


def kolommen(kaart: Kaart, breedte: float, zin: float, zetter: Zetter) -> Opzet:
    """Set the groups in columns with a thin line between; what space is left goes between the groups."""
    maten = zetter.formaat.soorten.kolommen
    teksten = [_groep(groep, zin, zetter) for groep in kaart.groepen]
    aantal = min(maten.aantal, len(teksten))
    kolom_b = (breedte - (aantal - 1) * maten.goot) / aantal
    hoogtes = [zetter.hoogte(tekst, kolom_b) for tekst in teksten]
    indeling = verdeel_in_kolommen(hoogtes, aantal, maten.tussen)
    totaal = max(kolomhoogte(hoogtes, kolom, maten.tussen) for kolom in indeling)
    breed = [
        fout
        for groep, tekst in zip(kaart.groepen, teksten, strict=True)
        for fout in zetter.breed(groep.kop, tekst, kolom_b)
    ]

    def plaats(vak: Vak) -> list[Element]:
        elementen: list[Element] = []
        witregels = max(sum(len(teksten[nummer]) - 1 for nummer in kolom) for kolom in indeling)
        extra = extra_wit(vak.h - totaal, witregels, maten.wit_max)
        ruim = [ruimer(tekst, extra) for tekst in teksten]
        ruime_hoogtes = [zetter.hoogte(tekst, kolom_b) for tekst in ruim]
        laagste: float = vak.y
        for plek, kolom in enumerate(indeling):
            nodig = kolomhoogte(ruime_hoogtes, kolom, maten.tussen)
            tussen = verdeel(vak.h - nodig, len(kolom) - 1, maten.tussen, maten.tussen_max)
            y: float = vak.y
            for nummer in kolom:
                plaats_x = Mm(vak.x + plek * (kolom_b + maten.goot))
                elementen.append(
                    zetter.tekst(
                        f"Punten {kaart.groepen[nummer].kop}",
                        ruim[nummer],
                        Vak(plaats_x, Mm(y), Mm(kolom_b), Mm(0)),
                    )
                )
                y += ruime_hoogtes[nummer] + tussen
            laagste = max(laagste, y - tussen)
        for plek in range(1, len(indeling)):
            grens = vak.x + plek * (kolom_b + maten.goot) - maten.goot / 2
            elementen.append(zetter.lijn(f"Lijn na kolom {plek}.", (grens, vak.y), (grens, laagste)))
        return elementen

    return Opzet(totaal, plaats, tuple(breed))


def _groep(groep: Kaartgroep, zin: float, zetter: Zetter) -> list[Tekstalinea]:
    kleur = zetter.accent(groep.accent)
    stijl = met_merk(zetter.stijl("punt", zin), kleur)
    kopstijl = zetter.stijl(zetter.formaat.soorten.kolommen.kop, zin, kleur)
    kop = zetter.alinea(groep.kop, kopstijl)
    return [kop, *(zetter.alinea(punt.tekst, stijl, nadruk=kleur) for punt in groep.punten)]
