"""Rows: a coloured bar, a label, and the sentences beside it."""

from __future__ import annotations

from kaartgen.maten import Mm, Vak
from kaartgen.opmaak.zetter import Opzet, Tekstalinea, Zetter, extra_wit, in_kleur, met_merk, ruimer, verdeel
from kaartgen.samenstelling import Kaart, Kaartgroep
from kaartgen.scene import Alineastijl, Element, Vlak


def label(groep: Kaartgroep, zin: float, kopstijl: Alineastijl, zetter: Zetter) -> list[Tekstalinea]:
    """Make the label of a group: its heading, and under it the cluster with a link to its card."""
    alineas = [zetter.alinea(groep.kop, in_kleur(kopstijl, zetter.accent(groep.accent)))]
    if groep.bijschrift:
        doel = zetter.doelen.get(groep.naar)
        alineas.append(zetter.alinea(groep.bijschrift, zetter.stijl("bijschrift", zin), doel))
    return alineas


def blokken(kaart: Kaart, breedte: float, zin: float, zetter: Zetter) -> Opzet:
    """Set each group as a row; what space is left goes between the rows."""
    maten = zetter.formaat.soorten.blokken
    tekst_x = maten.balk + maten.binnen + maten.label + maten.goot
    tekst_b = breedte - tekst_x
    soort = "punt" if kaart.aard == "onderwerp" else "opvatting"
    kopstijl = zetter.kopstijl("groepkop", zin, (groep.kop for groep in kaart.groepen), maten.label)
    rijen = []
    breed: list[tuple[str, str]] = []
    for groep in kaart.groepen:
        kop = label(groep, zin, kopstijl, zetter)
        stijl = met_merk(zetter.stijl(soort, zin), zetter.accent(groep.accent))
        zinnen = [zetter.alinea(punt.tekst, stijl) for punt in groep.punten]
        hoogte = max(zetter.hoogte(kop, maten.label), zetter.hoogte(zinnen, tekst_b))
        breed += zetter.breed(groep.kop, kop, maten.label) + zetter.breed(groep.kop, zinnen, tekst_b)
        rijen.append((groep, kop, zinnen, hoogte))
    totaal = sum(hoogte for *_, hoogte in rijen) + maten.tussen * (len(rijen) - 1)

    def plaats(vak: Vak) -> list[Element]:
        witregels = sum(len(zinnen) - 1 for _, _, zinnen, _ in rijen)
        extra = extra_wit(vak.h - totaal, witregels + len(rijen), maten.wit_max)
        nodig = totaal + extra * witregels
        tussen = verdeel(vak.h - nodig, len(rijen) - 1, maten.tussen, maten.tussen_max)
        elementen: list[Element] = []
        y: float = vak.y
        for nummer, (groep, kop, krap, krappe_hoogte) in enumerate(rijen):
            zinnen = ruimer(krap, extra)
            hoogte = max(krappe_hoogte, zetter.hoogte(zinnen, tekst_b))
            if nummer:
                grens = y - tussen / 2
                elementen.append(zetter.lijn(f"Lijn boven {groep.kop}", (vak.x, grens), (vak.rechts, grens)))
            balk = Vak(vak.x, Mm(y), Mm(maten.balk), Mm(hoogte))
            elementen.append(Vlak(f"Balk {groep.kop}", balk, zetter.accent(groep.accent)))
            kop_vak = Vak(Mm(vak.x + maten.balk + maten.binnen), Mm(y), Mm(maten.label), Mm(0))
            elementen.append(zetter.tekst(f"Label {groep.kop}", kop, kop_vak))
            zin_vak = Vak(Mm(vak.x + tekst_x), Mm(y), Mm(tekst_b), Mm(0))
            elementen.append(zetter.tekst(f"Opvattingen {groep.kop}", zinnen, zin_vak))
            y += hoogte + tussen
        return elementen

    return Opzet(totaal, plaats, tuple(breed))
