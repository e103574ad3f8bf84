"""Groups under each other over the full width; also what a card falls back on when it is too full."""

from __future__ import annotations

from dataclasses import replace

from kaartgen.maten import Mm, Vak
from kaartgen.opmaak.zetter import Opzet, Tekstalinea, Zetter, extra_wit, in_kleur, met_merk, ruimer, verdeel
from kaartgen.samenstelling import Kaart, Kaartgroep
from kaartgen.scene import Element, Vlak


def gestapeld(kaart: Kaart, breedte: float, zin: float, zetter: Zetter) -> Opzet:
    """Set each group as a heading with its sentences below, beside a coloured bar."""
    teksten = [_groep(groep, kaart.aard, zin, zetter) for groep in kaart.groepen]
    return _opzet(kaart, breedte, teksten, zetter.formaat.soorten.gestapeld.tussen, zetter)


def dicht_gestapeld(kaart: Kaart, breedte: float, zin: float, zetter: Zetter) -> Opzet:
    """Set groups as `gestapeld` does, with no space between sentences and the least between groups."""
    teksten = [
        [(tekst, replace(stijl, wit_voor=Mm(0))) for tekst, stijl in _groep(groep, kaart.aard, zin, zetter)]
        for groep in kaart.groepen
    ]
    return _opzet(kaart, breedte, teksten, zetter.formaat.soorten.gestapeld.tussen_dicht, zetter)


def _opzet(
    kaart: Kaart, breedte: float, teksten: list[list[Tekstalinea]], minimaal: float, zetter: Zetter
) -> Opzet:
    maten = zetter.formaat.soorten.gestapeld
    tekst_x = maten.balk + maten.binnen
    tekst_b = breedte - tekst_x
    totaal = sum(zetter.hoogte(tekst, tekst_b) for tekst in teksten) + minimaal * (len(teksten) - 1)
    breed = [
        fout
        for groep, tekst in zip(kaart.groepen, teksten, strict=True)
        for fout in zetter.breed(groep.kop, tekst, tekst_b)
    ]

    def plaats(vak: Vak) -> list[Element]:
        witregels = sum(len(tekst) - 1 for tekst in teksten)
        extra = extra_wit(vak.h - totaal, witregels + len(teksten), maten.wit_max)
        tussen = verdeel(vak.h - totaal - extra * witregels, len(teksten) - 1, minimaal, maten.tussen_max)
        elementen: list[Element] = []
        y: float = vak.y
        for groep, krap in zip(kaart.groepen, teksten, strict=True):
            tekst = zetter.tekst(
                f"Groep {groep.kop}", ruimer(krap, extra), Vak(Mm(vak.x + tekst_x), Mm(y), Mm(tekst_b), Mm(0))
            )
            balk = Vak(vak.x, Mm(y), Mm(maten.balk), tekst.vak.h)
            elementen += [Vlak(f"Balk {groep.kop}", balk, zetter.accent(groep.accent)), tekst]
            y = tekst.vak.onder + tussen
        return elementen

    return Opzet(totaal, plaats, tuple(breed))


def _groep(groep: Kaartgroep, aard: str, zin: float, zetter: Zetter) -> list[Tekstalinea]:
    kleur = zetter.accent(groep.accent)
    kopstijl = in_kleur(zetter.stijl("stapelkop", zin), kleur)
    vervolg = f" · {groep.bijschrift}" if groep.bijschrift else ""
    stijl = met_merk(zetter.stijl("punt" if aard == "onderwerp" else "opvatting", zin), kleur)
    return [
        zetter.alinea(groep.kop, kopstijl, vervolg=vervolg),
        *(zetter.alinea(punt.tekst, stijl, nadruk=kleur) for punt in groep.punten),
    ]
