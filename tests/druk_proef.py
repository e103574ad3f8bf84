"""Cards and sheets for tests of printing: faces that show which card they are and which way up."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image

from kaartgen.icc import Cmyk
from kaartgen.kleuren import Grijs, Kleurbeheer, Rgb
from kaartgen.lettertypen import lettertype
from kaartgen.maten import MM_PER_INCH, PT_PER_INCH, Maat, Mm, Pt, Vak
from kaartgen.opmaak.druk.drukkaart import Drukkaart
from kaartgen.opmaak.druk.drukprofiel import Drukprofiel
from kaartgen.opmaak.druk.inslag import Inslag, leg_in
from kaartgen.opmaak.druk.raster import Raster, kies_raster
from kaartgen.opmaak.lagen import lees_lagen
from kaartgen.plaatsen import PROJECT, moment
from kaartgen.scene import REGISTRATIE, Alineastijl, Drukwerk, Kleur, Ondergrond, Pagina, Vel, Vlak
from kaartgen.weergave.pdf_druk import DrukSchrijver, Pers

LAYOUTS = PROJECT / "layouts"
PROFIELEN = tuple(sorted(pad.stem for pad in (LAYOUTS / "drukprofielen").glob("*.yaml")))
ICC = (LAYOUTS / "icc" / "FOGRA39L_klein.icc").read_bytes()
MATEN = {
    "a4": Maat(Mm(297), Mm(210)),
    "a5": Maat(Mm(210), Mm(148)),
    "a6": Maat(Mm(105), Mm(148)),
    "poker": Maat(Mm(63), Mm(88)),
}
INKT = Kleur("inkt", "000000")
TEKENS = Kleur(REGISTRATIE, "000000")
BITS = 7
NIETS = Vak(Mm(0), Mm(0), Mm(0), Mm(0))
STIJL = Alineastijl(Pt(8), INKT)
MOMENT = moment(2024)


@cache
def profiel(naam: str) -> Drukprofiel:
    """Give a shipped profile."""
    meldingen: list[object] = []
    gelezen = lees_lagen(LAYOUTS / "drukprofielen" / f"{naam}.yaml", Drukprofiel, meldingen)  # type: ignore[arg-type]
    assert gelezen and not meldingen
    return gelezen


def vlak(x: float, y: float, b: float, h: float) -> Vlak:
    """Give a black rectangle (mm)."""
    return Vlak("Vlak", Vak(Mm(x), Mm(y), Mm(b), Mm(h)), INKT)


def kant(maat: Maat, naam: str, vlakken: tuple[Vlak, ...]) -> Pagina:
    """Give a face with these rectangles."""
    grond = Ondergrond("Grond", maat, (), NIETS, STIJL, NIETS, STIJL, NIETS, STIJL)
    return Pagina(naam, naam, grond, vlakken)


def proefkaart(nummer: int, maat: Maat, rand: float = 6.0) -> Drukkaart:
    """Give a card whose front shows its number in squares, from its top left; the back mirrors it, so that
    a front and its own back, seen through the paper, look alike only when they lie right."""
    b, h = maat.breedte, maat.hoogte
    voor = [vlak(rand, h - rand - 4, b - 2 * rand, 4), vlak(rand, rand, 3, h / 2)]
    voor += [vlak(rand + 4 + plek * 3, rand, 2, 5) for plek in range(BITS) if nummer >> plek & 1]
    achter = [
        Vlak("Vlak", Vak(Mm(b - een.vak.rechts), een.vak.y, een.vak.b, een.vak.h), INKT) for een in voor
    ]
    return Drukkaart(
        str(nummer),
        f"Kaart {nummer}",
        kant(maat, f"v{nummer}", tuple(voor)),
        kant(maat, f"a{nummer}", tuple(achter)),
    )


def proefset(aantal: int, maat: Maat) -> tuple[Drukkaart, ...]:
    """Give so many cards of this size."""
    return tuple(proefkaart(nummer, maat) for nummer in range(1, aantal + 1))


def raster(profielnaam: str, maat: Maat) -> Raster | None:
    """Give the grid of a profile for cards of this size."""
    return kies_raster(maat, profiel(profielnaam))


def vellen(
    profielnaam: str, kaarten: tuple[Drukkaart, ...], verschuiving: tuple[float, float] = (0.0, 0.0)
) -> tuple[Vel, ...]:
    """Lay cards on the sheets of a profile."""
    gekozen = raster(profielnaam, kaarten[0].voor.maat)
    assert gekozen
    return leg_in(kaarten, Inslag(profiel(profielnaam), gekozen, TEKENS, None, verschuiving))


def schrijver(gekozen: Drukprofiel) -> DrukSchrijver:
    """Give the writer for a profile."""
    beheer: dict[str, Kleurbeheer] = {"rgb": Rgb(), "grijs": Grijs(), "cmyk": Cmyk(ICC, gekozen.regels.inkt)}
    intentie = gekozen.intentie
    pers = Pers(ICC, intentie.conditie, intentie.naam, intentie.pdfa) if intentie else None
    carlito = lettertype(PROJECT / "fonts" / "carlito", "Calibri")
    return DrukSchrijver(carlito, beheer[gekozen.kleur], pers)


def schrijf(profielnaam: str, gelegd: tuple[Vel, ...]) -> bytes:
    """Give sheets as a PDF in the way of a profile."""
    gekozen = profiel(profielnaam)
    werk = Drukwerk("Proef", "Proefdruk", "Maker", "nl-NL", gelegd, gekozen.keren)
    return schrijver(gekozen).schrijf(werk, MOMENT)


def beelden(pdf: bytes, dpi: float) -> list[Image.Image]:
    """Draw all pages in grey, a whole number of pixels wide."""
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        return [
            blad.render(scale=_schaal(blad.get_width(), dpi), grayscale=True).to_pil().convert("L")
            for blad in document
        ]


def _schaal(breedte_pt: float, dpi: float) -> float:
    # pypdfium2 rounds up, and a float may lie just above a whole number.
    return (round(breedte_pt * dpi / PT_PER_INCH) - 1e-3) / breedte_pt


def px(mm: float, dpi: float) -> int:
    """Give mm in whole pixels."""
    return round(mm * dpi / MM_PER_INCH)


def bewaar(pad: Path, data: bytes) -> Path:
    """Write a file and give its path."""
    pad.write_bytes(data)
    return pad
