"""Work forms side by side: each with a bar, its name, its time, what it is for and its steps."""

from __future__ import annotations

from collections.abc import Sequence

from kaartgen.maten import Mm, Vak
from kaartgen.opmaak.druk.drukformaat import Drukformaat
from kaartgen.opmaak.druk.setstukken import Werkvorm
from kaartgen.opmaak.zetter import Opzet, Zetter, extra_wit, ruimer
from kaartgen.scene import Element, Vlak


def werkvormen(
    vormen: Sequence[Werkvorm], tijd: str, zin: float, zetter: Zetter, formaat: Drukformaat
) -> Opzet:
    """Set work forms in columns over the width of a card; `tijd` is the phrase that holds the minutes."""
    maten, breedte = formaat.werkvormen, formaat.vakken.inhoud[2]
    kolom_b = (breedte - (len(vormen) - 1) * maten.goot) / len(vormen)
    kolommen = []
    breed: list[tuple[str, str]] = []
    for vorm in vormen:
        tekst = [
            zetter.alinea(vorm.naam, zetter.stijl("werkvorm", zin)),
            zetter.alinea(tijd.format(minuten=vorm.tijd_minuten), zetter.stijl("werktijd", zin)),
            zetter.alinea(vorm.doel, zetter.stijl("werkdoel", zin)),
            *(zetter.alinea(stap, zetter.stijl("werkstap", zin)) for stap in vorm.stappen),
        ]
        breed += zetter.breed(vorm.naam, tekst, kolom_b)
        kolommen.append((vorm, tekst))
    boven = maten.balk + maten.wit
    totaal = boven + max(zetter.hoogte(tekst, kolom_b) for _, tekst in kolommen)

    def plaats(vak: Vak) -> list[Element]:
        witregels = max(len(vorm.stappen) for vorm in vormen) + 1
        extra = extra_wit(vak.h - totaal, witregels, maten.wit_max)
        elementen: list[Element] = []
        for nummer, (vorm, tekst) in enumerate(kolommen):
            x = Mm(vak.x + nummer * (kolom_b + maten.goot))
            balk = Vak(x, vak.y, Mm(kolom_b), Mm(maten.balk))
            ruim = [*tekst[:2], *ruimer(tekst[2:], extra)]
            onder = Vak(x, Mm(vak.y + boven), Mm(kolom_b), Mm(0))
            elementen += [
                Vlak(f"Balk {vorm.naam}", balk, zetter.accent("")),
                zetter.tekst(f"Werkvorm {vorm.naam}", ruim, onder),
            ]
        return elementen

    return Opzet(totaal, plaats, tuple(breed))
