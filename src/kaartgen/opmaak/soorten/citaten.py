"""Numbered texts with a short heading, in columns."""

from __future__ import annotations

from kaartgen.maten import Mm, Vak
from kaartgen.opmaak.soorten.kolommen import kolomhoogte, verdeel_in_kolommen
from kaartgen.opmaak.zetter import Opzet, Zetter, verdeel
from kaartgen.samenstelling import Kaart
from kaartgen.scene import Element


def citaten(kaart: Kaart, breedte: float, zin: float, zetter: Zetter) -> Opzet:
    """Set each group with a large number at its left, down the first column and then down the next."""
    maten = zetter.formaat.soorten.citaten
    kolom_b = (breedte - (maten.aantal - 1) * maten.goot) / maten.aantal
    tekst_b = kolom_b - maten.cijfer
    teksten = [
        [
            zetter.alinea(groep.kop, zetter.stijl("groepkop", zin)),
            *(zetter.alinea(punt.tekst, zetter.stijl("waarde", zin)) for punt in groep.punten),
        ]
        for groep in kaart.groepen
    ]
    hoogtes = [zetter.hoogte(tekst, tekst_b) for tekst in teksten]
    indeling = verdeel_in_kolommen(hoogtes, maten.aantal, maten.tussen)
    totaal = max(kolomhoogte(hoogtes, kolom, maten.tussen) for kolom in indeling)
    breed = [
        fout
        for groep, tekst in zip(kaart.groepen, teksten, strict=True)
        for fout in zetter.breed(groep.kop, tekst, tekst_b)
    ]

    def plaats(vak: Vak) -> list[Element]:
        elementen: list[Element] = []
        langste = max(indeling, key=len)
        nodig = max(kolomhoogte(hoogtes, kolom, maten.tussen) for kolom in indeling)
        tussen = verdeel(vak.h - nodig, len(langste) - 1, maten.tussen, maten.tussen_max)
        for plek, kolom in enumerate(indeling):
            x = vak.x + plek * (kolom_b + maten.goot)
            y: float = vak.y
            for nummer in kolom:
                kop = kaart.groepen[nummer].kop
                cijfer = [zetter.alinea(str(nummer + 1), zetter.stijl("cijfer", zin))]
                elementen += [
                    zetter.tekst(f"Nummer {kop}", cijfer, Vak(Mm(x), Mm(y - 1), Mm(maten.cijfer), Mm(0))),
                    zetter.tekst(
                        f"Tekst {kop}", teksten[nummer], Vak(Mm(x + maten.cijfer), Mm(y), Mm(tekst_b), Mm(0))
                    ),
                ]
                y += hoogtes[nummer] + tussen
        return elementen

    return Opzet(totaal, plaats, tuple(breed))
