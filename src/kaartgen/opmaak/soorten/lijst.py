"""One list of numbered sentences under its heading."""

from __future__ import annotations

from kaartgen.maten import Mm, Vak
from kaartgen.opmaak.zetter import Opzet, Zetter, extra_wit, met_merk, ruimer
from kaartgen.samenstelling import Kaart
from kaartgen.scene import Element


def lijst(kaart: Kaart, breedte: float, zin: float, zetter: Zetter) -> Opzet:
    """Set the sentences of all groups as one numbered list; what space is left goes between them."""
    maten = zetter.formaat.soorten.lijst
    delen = []
    totaal = 0.0
    witregels = 0
    breed: list[tuple[str, str]] = []
    for groep in kaart.groepen:
        kop = [zetter.alinea(groep.kop, zetter.stijl("groepkop", zin))]
        stijl = met_merk(zetter.stijl("nummerpunt", zin), zetter.accent(groep.accent))
        zinnen = [zetter.alinea(punt.tekst, stijl) for punt in groep.punten]
        breed += zetter.breed(groep.kop, kop, breedte) + zetter.breed(groep.kop, zinnen, breedte)
        delen.append((groep, kop, zinnen))
        totaal += zetter.hoogte(kop, breedte) + maten.tussen + zetter.hoogte(zinnen, breedte)
        witregels += len(zinnen) - 1
    totaal += maten.tussen * (len(delen) - 1)

    def plaats(vak: Vak) -> list[Element]:
        extra = extra_wit(vak.h - totaal, witregels, maten.wit_max)
        elementen: list[Element] = []
        y: float = vak.y
        for groep, kop, zinnen in delen:
            kop_tekst = zetter.tekst(f"Kop {groep.kop}", kop, Vak(vak.x, Mm(y), vak.b, Mm(0)))
            y = kop_tekst.vak.onder + maten.tussen
            lijst_tekst = zetter.tekst(
                f"Lijst {groep.kop}", ruimer(zinnen, extra), Vak(vak.x, Mm(y), vak.b, Mm(0))
            )
            y = lijst_tekst.vak.onder + maten.tussen
            elementen += [kop_tekst, lijst_tekst]
        return elementen

    return Opzet(totaal, plaats, tuple(breed))
