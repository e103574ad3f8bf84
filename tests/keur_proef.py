"""Clean print files for tests of preflight, and the ways to spoil them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

import druk_proef as proef
from kaartgen.maten import Maat, Mm, Pt, Vak
from kaartgen.opmaak.druk.drukkaart import Drukkaart
from kaartgen.scene import (
    Alinea,
    Alineastijl,
    Element,
    Kleur,
    Lijn,
    Ondergrond,
    Pagina,
    Regel,
    Stuk,
    Tekst,
    Vlak,
)

PANEEL, WIT = Kleur("paneel", "17324D"), Kleur("papier", "FFFFFF")
MAAT = proef.MATEN["a6"]
MM = 72 / 25.4
Bederf = Callable[[Pdf], object]


def woord(tekst: str, x: float, basislijn: float, kleur: Kleur = proef.INKT, korps: float = 10) -> Tekst:
    """Give one line of text, its baseline in mm from the top."""
    stijl = Alineastijl(Pt(korps), kleur)
    stuk = Stuk(tekst, Mm(x), Mm(20), False, False, kleur)
    vak = Vak(Mm(x), Mm(basislijn - 4), Mm(30), Mm(6))
    return Tekst("Tekst", vak, (Alinea((), stijl, (Regel(Mm(basislijn), (stuk,)),)),))


def vlak(x: float, y: float, b: float, h: float) -> Vlak:
    """Give a ground in the colour of the panel (mm)."""
    return Vlak("Vlak", Vak(Mm(x), Mm(y), Mm(b), Mm(h)), PANEEL)


def kant(naam: str, maat: Maat, elementen: tuple[Element, ...]) -> Pagina:
    """Give a face."""
    niets, stijl = proef.NIETS, proef.STIJL
    grond = Ondergrond("Grond", maat, (), niets, stijl, niets, stijl, niets, stijl)
    return Pagina(naam, naam, grond, elementen)


def kaart(nummer: int, maat: Maat = MAAT) -> Drukkaart:
    """Give a card with colour to the trim, black and white text and a line; the back is another drawing."""
    lijn = Lijn("Lijn", Mm(35), Mm(20), Mm(55), Mm(20), Pt(0.5), proef.INKT)
    voor = (
        vlak(0, 0, 30, maat.hoogte),
        woord(f"Kaart {nummer}", 36, 15),
        woord("Waarde", 8, 15, WIT, 12),
        lijn,
    )
    achter = (vlak(0, 0, maat.breedte, 12), woord(f"Vraag bij {nummer} ", 10, 30), lijn)
    return Drukkaart(
        str(nummer), f"Kaart {nummer}", kant(f"v{nummer}", maat, voor), kant(f"a{nummer}", maat, achter)
    )


@cache
def schoon(profielnaam: str, aantal: int = 2) -> bytes:
    """Give a file with so many cards that breaks no rule of its profile."""
    kaarten = tuple(kaart(nummer) for nummer in range(1, aantal + 1))
    if proef.profiel(profielnaam).keren == "enkel":
        kaarten = tuple(Drukkaart(een.code, een.naam, een.voor) for een in kaarten)
    return proef.schrijf(profielnaam, proef.vellen(profielnaam, kaarten))


def bedorven(pdf: bytes, bederf: Bederf, versie: str = "") -> bytes:
    """Give a file with one change; its version stays as it is unless another is given."""
    with pikepdf.open(BytesIO(pdf)) as bestand:
        bederf(bestand)
        uit = BytesIO()
        nummer = versie or bestand.pdf_version
        bestand.save(uit, min_version=nummer, force_version=nummer, fix_metadata_version=False)
    return uit.getvalue()


def vorm(pdf: Pdf, pagina: int = 0, nummer: int = 0) -> Any:
    """Give the form of one face."""
    return pdf.pages[pagina].obj.Resources.XObject[f"/K{nummer}"]


def teken(pdf: Pdf, opdrachten: str, pagina: int = 0, **bronnen: dict[str, Object | Any]) -> None:
    """Draw something extra on the first card of a page, with these resources."""
    kaart_ = vorm(pdf, pagina)
    # All forms share one dictionary of resources; only this one gets more.
    eigen = Dictionary(dict(kaart_.Resources.items()))
    for soort, dingen in bronnen.items():
        samen = dict(eigen.get(f"/{soort}", Dictionary()).items())
        samen.update({f"/{naam}": waarde for naam, waarde in dingen.items()})
        eigen[f"/{soort}"] = Dictionary(samen)
    kaart_.Resources = eigen
    kaart_.write(kaart_.read_bytes() + f"\nq {opdrachten} Q\n".encode("latin-1"))


def teken_op_vel(pdf: Pdf, opdrachten: str, pagina: int = 0) -> None:
    """Draw something on the page itself, over what is there."""
    blad = pdf.pages[pagina]
    blad.contents_add(pdf.make_stream(f"\nq {opdrachten} Q\n".encode("latin-1")))


def vervang(pdf: Pdf, oud: bytes, nieuw: bytes, pagina: int = 0) -> None:
    """Change the instructions that place cards on a page."""
    inhoud = pdf.pages[pagina].obj.Contents[-1]
    assert oud in inhoud.read_bytes()
    inhoud.write(inhoud.read_bytes().replace(oud, nieuw, 1))


def verplaats(pdf: Pdf, pagina: int, nummer: int, dx: float, dy: float = 0) -> None:
    """Move a card on a page by mm."""
    inhoud = pdf.pages[pagina].obj.Contents[-1]
    regels = inhoud.read_bytes().decode().splitlines()
    delen = regels[nummer].split()
    delen[5], delen[6] = f"{float(delen[5]) + dx * MM:.3f}", f"{float(delen[6]) + dy * MM:.3f}"
    regels[nummer] = " ".join(delen)
    inhoud.write("\n".join([*regels, ""]).encode())


def letter(pdf: Pdf) -> str:
    """Give the resource name of a font that is used."""
    inhoud = vorm(pdf).read_bytes().decode("latin-1")
    return inhoud.split(" Tf")[0].rsplit("/", 1)[1].split()[0]


def beeld(pdf: Pdf, ruimte: Object | Name, punt: bytes, pixels: int = 300, **extra: Any) -> Stream:
    """Give a square picture of one colour."""
    gegevens = {"BitsPerComponent": 8, **extra}
    return pdf.make_stream(
        punt * pixels * pixels,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=pixels,
        Height=pixels,
        ColorSpace=ruimte,
        **gegevens,
    )


def zonder_kenmerk(pdf: Pdf) -> None:
    """Take away what tells which cards are in a file."""
    for object_ in pdf.objects:
        if isinstance(object_, Stream) and "/PieceInfo" in object_:
            del object_["/PieceInfo"]


def rechthoek(*punten: float) -> Array:
    """Give a rectangle."""
    return Array(list(punten))
