"""Steps side by side: a coloured head with a letter, a heading, and points."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from kaartgen.maten import Mm, Pt, Vak
from kaartgen.opmaak.zetter import Opzet, Zetter, extra_wit, met_merk, ruimer
from kaartgen.samenstelling import Kaart
from kaartgen.scene import Element, Kleur, Pad, Stap

OMLIJNING = Pt(1.2)
"""Thickness of the outline of a head that is not filled."""


def stappen(kaart: Kaart, breedte: float, zin: float, zetter: Zetter) -> Opzet:
    """Set the groups as steps from left to right, each head an arrow that points to the next step."""
    maten = zetter.formaat.soorten.stappen
    aantal = len(kaart.groepen)
    kolom_b = (breedte - (aantal - 1) * maten.goot) / aantal
    kleur = zetter.accent("")
    stijl = met_merk(zetter.stijl("punt", zin), kleur)
    letters = [
        letter or str(nummer)
        for nummer, letter in zip_longest(
            range(1, aantal + 1), zetter.ontwerp.woorden.stapletters, fillvalue=""
        )
    ]
    kolommen = []
    breed: list[tuple[str, str]] = []
    for groep in kaart.groepen:
        tekst = [zetter.alinea(groep.kop, zetter.stijl("groepkop", zin))]
        tekst += [zetter.alinea(punt.tekst, stijl) for punt in groep.punten]
        breed += zetter.breed(groep.kop, tekst, kolom_b)
        kolommen.append((groep, tekst, zetter.hoogte(tekst, kolom_b)))
    totaal = maten.kop + maten.pijl + max(hoogte for *_, hoogte in kolommen)

    def plaats(vak: Vak) -> list[Element]:
        elementen: list[Element] = []
        witregels = max(len(tekst) - 1 for _, tekst, _ in kolommen)
        extra = extra_wit(vak.h - totaal, witregels, maten.wit_max)
        for nummer, (groep, tekst, _) in enumerate(kolommen):
            x = vak.x + nummer * (kolom_b + maten.goot)
            kop = Vak(Mm(x), vak.y, Mm(kolom_b + maten.goot - maten.pijl * 0.6), Mm(maten.kop))
            if nummer == aantal - 1:
                kop = Vak(Mm(x), vak.y, Mm(kolom_b), Mm(maten.kop))
            alt = zetter.ontwerp.woorden.stap_alt.format(nummer=nummer + 1, aantal=aantal, kop=groep.kop)
            pijl = _pijl(f"Pijl {groep.kop}", kop, maten.pijl, nummer == 0, kleur, zetter.vol)
            elementen.append(replace(pijl, alt=alt))
            letterstijl = zetter.op_kleur(zetter.stijl("stapletter", zin), kleur)
            letter = [zetter.alinea(letters[nummer], letterstijl)]
            elementen.append(zetter.tekst(f"Stap {letters[nummer]}.", letter, kop, anker="midden", vast=True))
            onder = Vak(Mm(x), Mm(vak.y + maten.kop + maten.pijl), Mm(kolom_b), Mm(0))
            elementen.append(zetter.tekst(f"Punten {groep.kop}", ruimer(tekst, extra), onder))
        return elementen

    return Opzet(totaal, plaats, tuple(breed))


def _pijl(naam: str, vak: Vak, punt: float, eerste: bool, kleur: Kleur, vol: bool) -> Pad:
    """Draw a band that ends in a point `punt` mm deep and, but for the first, begins with a notch; filled
    (`vol`) or as an outline."""
    inkeping = 0.0 if eerste else punt
    hoeken: list[tuple[float, float]] = [
        (vak.x, vak.y),
        (vak.rechts - punt, vak.y),
        (vak.rechts, vak.y + vak.h / 2),
        (vak.rechts - punt, vak.onder),
        (vak.x, vak.onder),
        (vak.x + inkeping, vak.y + vak.h / 2),
    ]
    stappen = (Stap("M", (hoeken[0],)), *(Stap("L", (hoek,)) for hoek in hoeken[1:]), Stap("Z"))
    if vol:
        return Pad(naam, vak, stappen, vulling=kleur)
    return Pad(naam, vak, stappen, streek=kleur, dikte=OMLIJNING)
