"""Small scenes made by hand, with every kind of element, to try the PDF renderer without layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from kaartgen.lettertypen import lettertype
from kaartgen.maten import Maat, Mm, Pt, Vak, naar_mm
from kaartgen.scene import (
    Alinea,
    Alineastijl,
    Cel,
    Document,
    Doel,
    Groep,
    Kleur,
    Lijn,
    Loop,
    Ondergrond,
    Pad,
    Pagina,
    Regel,
    Stap,
    Stuk,
    Tabel,
    Tekst,
    Thema,
    Vlak,
)

CARLITO = lettertype(Path(__file__).parent.parent / "fonts" / "carlito", "Calibri")
MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
A4 = Maat(Mm(297), Mm(210))
INKT = Kleur("inkt", "1F2A44")
ROOD = Kleur("rood", "B3261E")
GROEN = Kleur("groen", "2E7D32")
ZAND = Kleur("zand", "F4EFE6")
GEWOON = Alineastijl(korps=Pt(11), kleur=INKT)
KOP = Alineastijl(korps=Pt(24), kleur=ROOD, vet=True)
LABEL = Alineastijl(korps=Pt(9), kleur=GROEN, vet=True, spatiering=Pt(1.5))
LIJST = replace(GEWOON, inspringing=Mm(6), opsomming="•", opsomming_kleur=ROOD)

LOREM = (
    "De raad weegt waarden af: vrijheid, rechtvaardigheid en continuïteit. Vóór elke keuze staat een vraag, "
    "en AVRO-Tros vraagt ’s avonds naar het ‘waarom’ – ook om 19.30 uur in ’t Gooi."
)


def breedte(tekst: str, stijl: Alineastijl, vet: bool, cursief: bool = False) -> float:
    """Give the width of a text in mm, letter spacing included."""
    em = CARLITO.snede(vet, cursief).breedte(tekst)
    return naar_mm(Pt(em * stijl.korps + len(tekst) * stijl.spatiering))


def alinea(tekst: str, stijl: Alineastijl, x: float, y: float, b: float, doel: Doel | None = None) -> Alinea:
    """Break a text at spaces into lines of at most `b` mm; `y` is the first baseline in mm."""
    hang = x + stijl.inspringing
    rijen = [""]
    for woord in tekst.split(" "):
        langer = f"{rijen[-1]} {woord}".lstrip()
        if rijen[-1] and hang + breedte(langer, stijl, stijl.vet) > x + b:
            rijen.append(woord)
        else:
            rijen[-1] = langer
    regels = []
    for nummer, rij in enumerate(rijen):
        stuk = Stuk(
            rij, Mm(hang), Mm(breedte(rij, stijl, stijl.vet)), stijl.vet, stijl.cursief, stijl.kleur, doel
        )
        hoogte = Mm(y + nummer * naar_mm(stijl.regelhoogte))
        regels.append(Regel(hoogte, (stuk,), spatie=nummer + 1 < len(rijen)))
    merk = None
    if stijl.opsomming:
        kleur = stijl.opsomming_kleur or stijl.kleur
        streep = Stuk(stijl.opsomming, Mm(x), Mm(breedte(stijl.opsomming, stijl, False)), False, False, kleur)
        merk = Regel(Mm(y), (streep,))
    return Alinea((Loop(tekst, stijl.vet, stijl.cursief, doel=doel),), stijl, tuple(regels), merk)


def tekst(naam: str, woorden: str, stijl: Alineastijl, vak: Vak, doel: Doel | None = None) -> Tekst:
    """Give a box with one paragraph."""
    y = vak.y + naar_mm(stijl.korps)
    return Tekst(naam, vak, (alinea(woorden, stijl, vak.x, y, vak.b, doel),))


def vak(x: float, y: float, b: float, h: float) -> Vak:
    """Give a rectangle in mm."""
    return Vak(Mm(x), Mm(y), Mm(b), Mm(h))


def gemengd(x: float, y: float) -> Tekst:
    """Give a line of three looks, the last one a link."""
    doel = Doel("Naar de uitleg op de website", adres="https://example.org/uitleg?vraag=één&x=1")
    delen = (("Gewoon, ", False, False, None), ("vet ", True, False, None), ("en cursief", False, True, doel))
    stukken, lopen, pen = [], [], x
    for woorden, vet, cursief, naar in delen:
        b = breedte(woorden, GEWOON, vet, cursief)
        stukken.append(Stuk(woorden, Mm(pen), Mm(b), vet, cursief, INKT, naar))
        lopen.append(Loop(woorden, vet, cursief, doel=naar))
        pen += b
    regel = Regel(Mm(y + 4), tuple(stukken))
    return Tekst("Gemengd", vak(x, y, 120, 6), (Alinea(tuple(lopen), GEWOON, (regel,)),))


def wiel(x: float, y: float, naar: str) -> Groep:
    """Give a ring, a triangle drawn with a thick pen, a line and a small square that links."""
    r, k = 12.0, 12.0 * 0.5523
    rand = (
        Stap("M", ((x + r, y),)),
        Stap("C", ((x + r, y + k), (x + k, y + r), (x, y + r))),
        Stap("C", ((x - k, y + r), (x - r, y + k), (x - r, y))),
        Stap("C", ((x - r, y - k), (x - k, y - r), (x, y - r))),
        Stap("C", ((x + k, y - r), (x + r, y - k), (x + r, y))),
        Stap("Z"),
    )
    gat = (
        Stap("M", ((x - 8, y - 4),)),
        Stap("L", ((x + 8, y - 4),)),
        Stap("L", ((x + 8, y + 4),)),
        Stap("L", ((x - 8, y + 4),)),
        Stap("Z"),
    )
    hoek = (Stap("M", ((x + 18, y + 8),)), Stap("L", ((x + 26, y - 8),)), Stap("L", ((x + 34, y + 8),)))
    return Groep(
        "Wiel",
        vak(x - r, y - r, 48, 2 * r),
        (
            Pad("Ring", vak(x - r, y - r, 2 * r, 2 * r), (*rand, *gat), vulling=GROEN),
            Pad("Hoek", vak(x + 18, y - 8, 16, 16), hoek, streek=ROOD, dikte=Pt(6)),
            Lijn("Streep", Mm(x + 18), Mm(y + 11), Mm(x + 34), Mm(y + 11), Pt(2), INKT),
            Vlak("Knop", vak(x - 2, y - 2, 4, 4), ROOD, doel=Doel("Naar de vraag", pagina=naar)),
        ),
        alt="Het wiel van de waarden",
    )


def tabel(x: float, y: float) -> Tabel:
    """Give a table of two rows and two columns with a header."""
    rijen = []
    for nummer, woorden in enumerate((("Waarde", "Vraag"), ("Empathie", "Wie hebben we niet gehoord?"))):
        cellen = []
        for kolom, inhoud in enumerate(woorden):
            heel = vak(x + 60 * kolom, y + 9 * nummer, 60, 9)
            stijl = replace(GEWOON, vet=nummer == 0)
            cel = tekst(f"Cel {nummer}-{kolom}", inhoud, stijl, heel.krimp(2, 2, 2, 2))
            cellen.append(
                Cel(heel, cel, kop="" if nummer else "kolom", vulling=ZAND if nummer == 0 else None)
            )
        rijen.append(tuple(cellen))
    return Tabel("Tabel", vak(x, y, 120, 18), tuple(rijen), GROEN, Pt(1), alt="Waarden en vragen")


ONDERGROND = Ondergrond(
    naam="Kaart",
    maat=A4,
    elementen=(
        Vlak("Band", vak(0, 0, 297, 14), ZAND),
        tekst("Voet", "Kaarten voor het gesprek", LABEL, vak(15, 196, 120, 6)),
    ),
    titel=vak(15, 20, 200, 12),
    titelstijl=KOP,
    voet=vak(15, 196, 120, 6),
    voetstijl=LABEL,
    nummer=vak(270, 196, 12, 6),
    nummerstijl=LABEL,
)


def voorbeeldpagina(
    id_: str, titel: str, naar: str, deel: str = "", nummer: int = 0, niveau: int = 1
) -> Pagina:
    """Give a page with every kind of element; its button and its list lead to the page with id `naar`."""
    lijst = tuple(
        alinea(f"{woord}: {LOREM}", LIJST, 15, 82 + 18 * plek, 110)
        for plek, woord in enumerate(("Eén", "Twee"))
    )
    return Pagina(
        id=id_,
        titel=titel,
        ondergrond=ONDERGROND,
        elementen=(
            tekst("Titel", titel, KOP, vak(15, 20, 260, 12)),
            tekst("Label", "WAARDENCLUSTER AVTO", LABEL, vak(15, 34, 120, 5)),
            tekst("Tekst", LOREM, GEWOON, vak(15, 42, 110, 30)),
            Tekst("Lijst", vak(15, 78, 110, 40), lijst),
            tekst(
                "Verwijzing", f"Zie {naar}.", GEWOON, vak(15, 125, 110, 6), Doel("Naar de vraag", pagina=naar)
            ),
            gemengd(15, 132),
            tabel(15, 145),
            wiel(180, 70, naar),
        ),
        deel=deel,
        kaartnummer=nummer,
        niveau=niveau,
    )


def document(*paginas: Pagina, titel: str = "Kaarten – voorbeeld één") -> Document:
    """Give a document of these pages."""
    return Document(
        titel=titel,
        onderwerp="Gesprekskaarten",
        maker="Instituut voor België",
        trefwoorden=("waarden", "reflectie"),
        taal="nl-NL",
        thema=Thema("Proef", (), (), "Calibri"),
        paginas=paginas,
    )


def voorbeelddocument() -> Document:
    """Give a document of four pages in two sections, with links between them and one that leads nowhere."""
    return document(
        voorbeeldpagina("voor", "Inleiding", "kaart-1"),
        voorbeeldpagina("kaart-1", "Waar sta je zelf?", "kaart-2", "Vrijheid", 1),
        voorbeeldpagina("kaart-2", "Wie (nog) niet?", "voor", "Vrijheid", 2),
        voorbeeldpagina("slot", "Afsluiting", "elders", "Afsluiting"),
    )


def stukken(pagina: Pagina) -> Iterator[tuple[Alineastijl, Regel, Stuk]]:
    """Give every piece of text on a page with its style and line, in the order of drawing."""
    for element in (*pagina.ondergrond.elementen, *pagina.elementen):
        if isinstance(element, Tabel):
            dozen = [cel.tekst for rij in element.rijen for cel in rij]
        else:
            dozen = [element] if isinstance(element, Tekst) else []
        for alinea_ in (alinea_ for doos in dozen for alinea_ in doos.alineas):
            for regel in (*([alinea_.merk] if alinea_.merk else []), *alinea_.regels):
                for stuk in regel.stukken:
                    yield alinea_.stijl, regel, stuk
