"""Pages made by hand with every kind of element, to try a renderer on before or without layout."""

from __future__ import annotations

import math
from dataclasses import replace

from kaartgen.maten import Maat, Mm, Pt, Vak
from kaartgen.scene import (
    Alinea,
    Alineastijl,
    Cel,
    Document,
    Doel,
    Eigenschap,
    Element,
    Groep,
    Kleur,
    Lijn,
    Loop,
    Ondergrond,
    Pad,
    Pagina,
    Stap,
    Tabel,
    Tekst,
    Thema,
    Vlak,
)

INKT = Kleur("inkt", "1B1B1F")
WIT = Kleur("wit", "FFFFFF")
NACHT = Kleur("nacht", "22313F")
ZAND = Kleur("zand", "F4F1EA")
BLAUW = Kleur("blauw", "1F5FA8")
ROOD = Kleur("rood", "B3402B")
GROEN = Kleur("groen", "2E7D4F")
PAARS = Kleur("paars", "7A4B9A")
OKER = Kleur("oker", "8A5A00")
ZEE = Kleur("zee", "00696F")
LINK = Kleur("link", "0B57A4")
GELEZEN = Kleur("gelezen", "6A3D8F")
MIST = Kleur("mist", "DDE3E8")
ROZE = Kleur("roze & rood", "F3DAD5")
GRIJS = Kleur("grijs", "5B6670")

THEMA = Thema(
    "Voorbeeld",
    (
        ("dk1", INKT),
        ("lt1", WIT),
        ("dk2", NACHT),
        ("lt2", ZAND),
        ("accent1", BLAUW),
        ("accent2", ROOD),
        ("accent3", GROEN),
        ("accent4", PAARS),
        ("accent5", OKER),
        ("accent6", ZEE),
        ("hlink", LINK),
        ("folHlink", GELEZEN),
    ),
    (MIST, ROZE, GRIJS),
    "Calibri",
)
A4 = Maat(Mm(297), Mm(210))
BREEDBEELD = Maat(Mm(338.667), Mm(190.5))

ROMP = Alineastijl(Pt(12), INKT, wit_voor=Mm(1.5))
KOP = Alineastijl(Pt(14), NACHT, vet=True, wit_voor=Mm(2))
VRAAG = Alineastijl(
    Pt(13),
    INKT,
    regelafstand=1.05,
    wit_voor=Mm(2),
    inspringing=Mm(7),
    opsomming="cijfer",
    opsomming_kleur=ROOD,
)
PUNT = Alineastijl(Pt(12), INKT, wit_voor=Mm(1), inspringing=Mm(4), opsomming="–", opsomming_kleur=ZEE)
KLEIN = Alineastijl(Pt(9), GRIJS)
ETIKET = Alineastijl(Pt(10), WIT, vet=True, spatiering=Pt(0.5), uitlijning="midden")


def vak(x: float, y: float, b: float, h: float) -> Vak:
    """Give a rectangle in mm."""
    return Vak(Mm(x), Mm(y), Mm(b), Mm(h))


def alinea(stijl: Alineastijl, *lopen: str | Loop) -> Alinea:
    """Give a paragraph of words or runs."""
    return Alinea(tuple(loop if isinstance(loop, Loop) else Loop(loop) for loop in lopen), stijl)


def ondergrond(naam: str, maat: Maat, donker: bool = False) -> Ondergrond:
    """Give a ground with a band at the left and a line above the footer."""
    b, h = maat.breedte, maat.hoogte
    titelkleur = WIT if donker else NACHT
    return Ondergrond(
        naam,
        maat,
        (
            Vlak("Papier", vak(0, 0, b, h), NACHT if donker else WIT),
            Vlak("Band links", vak(0, 0, 6, h), ROOD),
            Lijn("Lijn boven de voettekst", Mm(15), Mm(h - 13), Mm(b - 15), Mm(h - 13), Pt(0.75), MIST),
        ),
        titel=vak(15, 12, b - 30, 24),
        titelstijl=Alineastijl(Pt(26), titelkleur, vet=True, regelafstand=0.95),
        voet=vak(15, h - 11, b - 80, 5),
        voetstijl=KLEIN,
        nummer=vak(b - 35, h - 11, 20, 5),
        nummerstijl=replace(KLEIN, uitlijning="rechts"),
    )


def kader(pagina: str, titel: str, grond: Ondergrond, getal: int) -> tuple[Element, ...]:
    """Give title, footer and number of a page."""
    return (
        Tekst("Titel", grond.titel, (alinea(grond.titelstijl, titel),), "titel"),
        Tekst("Voettekst", grond.voet, (alinea(grond.voetstijl, f"{pagina} · Voorbeeld"),), "voet", "midden"),
        Tekst("Dianummer", grond.nummer, (alinea(grond.nummerstijl, str(getal)),), "nummer", "midden"),
    )


def wiel(naam: str, plek: Vak, alt: str = "Wiel met negen delen; deel drie licht op") -> Groep:
    """Give a wheel of nine segments, drawn with curves, around a ring."""
    mx, my, straal = plek.x + plek.b / 2, plek.y + plek.h / 2, plek.b / 2

    def punt(hoek: float, r: float) -> tuple[float, float]:
        return mx + r * math.cos(hoek), my + r * math.sin(hoek)

    delen: list[Vlak | Lijn | Pad] = []
    stap = math.tau / 9
    bocht = 4 / 3 * math.tan(stap / 4)
    for nummer in range(9):
        van, tot = nummer * stap, (nummer + 1) * stap

        def boog(a: float, b: float, r: float, richting: int) -> Stap:
            (x1, y1), (x2, y2) = punt(a, r), punt(b, r)
            lang = bocht * r * richting
            return Stap(
                "C",
                (
                    (x1 - lang * math.sin(a), y1 + lang * math.cos(a)),
                    (x2 + lang * math.sin(b), y2 - lang * math.cos(b)),
                    (x2, y2),
                ),
            )

        stappen = (
            Stap("M", (punt(van, straal),)),
            boog(van, tot, straal, 1),
            Stap("L", (punt(tot, straal / 2),)),
            boog(tot, van, straal / 2, -1),
            Stap("Z"),
        )
        hoeken = [punt(van, straal), punt(tot, straal), punt(van, straal / 2), punt(tot, straal / 2)]
        midden = [punt((van + tot) / 2, straal)]
        xs, ys = [x for x, _ in hoeken + midden], [y for _, y in hoeken + midden]
        doos = vak(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        delen.append(
            Pad(f"Deel {'abcdefghi'[nummer]}", doos, stappen, ROOD if nummer == 2 else MIST, WIT, Pt(1))
        )
    kruis = vak(mx - 4, my - 4, 8, 8)
    streken = (
        Stap("M", ((mx - 4, my - 4),)),
        Stap("L", ((mx + 4, my + 4),)),
        Stap("M", ((mx + 4, my - 4),)),
        Stap("L", ((mx - 4, my + 4),)),
    )
    delen.append(Pad("Kruis", kruis, streken, streek=ZEE, dikte=Pt(2.5)))
    return Groep(naam, plek, tuple(delen), alt)


def omslag(maat: Maat = A4) -> Pagina:
    """Give a cover without a title box of its own: the title is drawn as free text."""
    grond = ondergrond("Omslag", maat, donker=True)
    groot = Alineastijl(Pt(34), WIT, vet=True)
    return Pagina(
        "omslag",
        "Gesprekskaarten",
        grond,
        (
            Tekst(
                "Naam van de set",
                vak(15, 60, 160, 40),
                (
                    alinea(groot, "Gesprekskaarten"),
                    alinea(replace(ROMP, kleur=WIT), "Voor wie <samen> & eerlijk wil praten"),
                ),
                anker="onder",
            ),
            wiel("Wiel van negen", vak(200, 50, 80, 80)),
        ),
    )


def blokkenkaart(naam: str = "K01", maat: Maat = A4, getal: int = 2) -> Pagina:
    """Give a card with three blocks, a question box, a wheel and links."""
    grond = ondergrond("Kaart met blokken", maat)
    titel = f"Wat weegt voor u het zwaarst? ({naam})"
    breed = (maat.breedte - 30 - 2 * 6) / 3
    blokken: list[Element] = []
    for plek, (kop, kleur) in enumerate((("Zorg", BLAUW), ("Vrijheid", GROEN), ("Eerlijkheid", PAARS))):
        x = 15 + plek * (breed + 6)
        blokken += [
            Vlak(f"Grond van {kop}", vak(x, 42, breed, 62), ZAND),
            Vlak(f"Rand van {kop}", vak(x, 42, breed, 8), kleur),
            Tekst(f"Etiket {kop}", vak(x + 3, 42, breed - 6, 8), (alinea(ETIKET, kop),), anker="midden"),
            Tekst(
                f"Waarde {kop}",
                vak(x + 4, 53, breed - 8, 48),
                (
                    alinea(ROMP, "Ik let ", Loop("eerst", vet=True), " op wie er last van heeft."),
                    alinea(ROMP, "Een regel geldt ", Loop("voor iedereen", cursief=True, kleur=ROOD), "."),
                    alinea(PUNT, "Vraag wat iemand nodig heeft."),
                    alinea(PUNT, "Zeg wat u niet kunt doen."),
                ),
            ),
        ]
    onder = 108.0
    hoog = maat.hoogte - 16 - onder
    return Pagina(
        naam,
        titel,
        grond,
        (
            *kader(naam, titel, grond, getal)[:1],
            *blokken,
            Vlak("Grond van de vragen", vak(15, onder, maat.breedte - 80, hoog), ROZE),
            Tekst(
                "Reflectievragen",
                vak(19, onder + 3, maat.breedte - 88, hoog - 6),
                (
                    alinea(KOP, "Reflectievragen"),
                    alinea(VRAAG, "Welke waarde herkent u in uw eigen werk, en waar merken anderen dat aan?"),
                    alinea(VRAAG, "Wanneer botste die waarde met wat van u gevraagd werd?"),
                    alinea(VRAAG, "Wat zou u nu anders doen, en wie hebt u daarbij nodig?"),
                ),
            ),
            wiel("Wiel", vak(maat.breedte - 60, onder + 2, 45, 45)),
            Tekst(
                "Verwijzing",
                vak(maat.breedte - 60, onder + 49, 45, 12),
                (
                    alinea(
                        replace(KLEIN, uitlijning="midden"),
                        "Zie ook ",
                        Loop("kaart K02", vet=True, doel=Doel("Naar kaart K02", pagina="K02"), kleur=ROOD),
                        " en ",
                        Loop("de site", doel=Doel("Naar de site", adres="https://example.org/?a=1&b=2")),
                    ),
                ),
            ),
            *kader(naam, titel, grond, getal)[1:],
        ),
        deel="Waarden",
        kaartnummer=getal,
        notitie="Begin met een stille minuut.\n\nVraag daarna wie begint: “jij” of ‘u’ & <niemand>?",
    )


def tabelkaart(naam: str = "K02", maat: Maat = A4, getal: int = 3) -> Pagina:
    """Give a card with a table of a header row and three rows, and a shape that leads back."""
    grond = ondergrond("Kaart met tabel", maat)
    titel = f"Welke opvatting past bij u? ({naam})"
    breedtes = (50.0, 100.0, maat.breedte - 180)
    rijen = []
    y = 44.0
    inhoud = (
        ("Opvatting", "Kenmerk", "Voorbeeld"),
        ("Zorgvuldig", "Eerst luisteren, dan besluiten", "Een avond met bewoners"),
        ("Voortvarend", "Een besluit is beter dan uitstel", "Een proef van drie maanden"),
        (
            "Terughoudend",
            "De overheid treedt niet in wat mensen zelf kunnen",
            "Een buurt met een eigen budget",
        ),
    )
    for rij, woorden in enumerate(inhoud):
        x = 15.0
        cellen = []
        for woord, breed in zip(woorden, breedtes, strict=True):
            cel = vak(x, y, breed, 12)
            stijl = replace(KOP, kleur=WIT, wit_voor=Mm(0)) if rij == 0 else replace(ROMP, wit_voor=Mm(0))
            lopen = [Loop(woord)]
            if woord == "Zorgvuldig":
                lopen = [Loop(woord, vet=True, doel=Doel("Naar kaart K01", pagina="K01"))]
            cellen.append(
                Cel(
                    cel,
                    Tekst(
                        f"Cel {rij}-{woord}",
                        cel.krimp(2, 1.5, 2, 1.5),
                        (alinea(stijl, *lopen),),
                        anker="midden",
                    ),
                    kop="" if rij else "kolom",
                    vulling=NACHT if rij == 0 else ZAND if rij % 2 else None,
                )
            )
            x += breed
        rijen.append(tuple(cellen))
        y += 12
    hart = Pad(
        "Terug naar het begin",
        vak(15, 110, 20, 20),
        (
            Stap("M", ((15, 120),)),
            Stap("L", ((25, 110), (35, 120))[:1]),
            Stap("L", ((35, 120),)),
            Stap("L", ((25, 130),)),
            Stap("Z"),
        ),
        vulling=OKER,
        doel=Doel("Naar het begin", pagina="omslag"),
    )
    return Pagina(
        naam,
        titel,
        grond,
        (
            *kader(naam, titel, grond, getal)[:1],
            Tabel(
                "Opvattingen",
                vak(15, 44, sum(breedtes), 48),
                tuple(rijen),
                GRIJS,
                Pt(0.75),
                "Drie opvattingen",
            ),
            Lijn("Streep schuin", Mm(45), Mm(130), Mm(80), Mm(110), Pt(1.5), ZEE),
            hart,
            Vlak(
                "Knop",
                vak(90, 110, 20, 20),
                BLAUW,
                "Naar de site",
                Doel("Naar de site", adres="https://example.org"),
            ),
            *kader(naam, titel, grond, getal)[1:],
        ),
        deel="Opvattingen",
        kaartnummer=getal,
    )


def document(*paginas: Pagina) -> Document:
    """Give a document of these pages; without any: cover, blocks and table on A4."""
    return Document(
        "Gesprekskaarten voor raadsleden",
        "Waarden & opvattingen",
        "Voorbeeldorganisatie",
        ("waarden", "gesprek"),
        "nl-NL",
        THEMA,
        paginas or (omslag(), blokkenkaart(), tabelkaart()),
        (Eigenschap("kaartgen-editie", "1"), Eigenschap("kaartgen-inhoud", "a<b>&c")),
    )
