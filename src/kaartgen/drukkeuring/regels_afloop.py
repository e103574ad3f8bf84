"""Rule about colour in the bleed: in a drawing, what reaches the trim runs on to the edge of the bleed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from kaartgen.drukkeuring.bevinding import Bevinding
from kaartgen.drukkeuring.blad import Blad
from kaartgen.drukkeuring.dossier import Dossier, getal, kaartnaam, opsomming
from kaartgen.drukkeuring.meetkunde import Rechthoek
from kaartgen.maten import MM_PER_INCH, PT_PER_INCH, Mm, naar_pt

DPI = 100
"""Fine enough to see a bleed of 3 mm (12 pixels)."""

MAX_PIXELS = 30_000_000
GROFST = 50
"""Drawn with fewer pixels per inch than this a bleed is not seen well enough."""

WIT = 250
KLEURIG = [255 if licht < WIT else 0 for licht in range(256)]
"""Lighter than this in all channels is paper."""

INSTAP = 0.4
"""Distance in mm from an edge at which is looked."""

IETS = [0, *[255] * 255]
"""Turns all that is not black into white."""

LANGST = 1.0
"""So much of an edge (mm) may be white, as pictures of slanting edges are not exact."""

KANTEN = ("boven", "onder", "links", "rechts")
HOEKEN = ("linksboven", "rechtsboven", "linksonder", "rechtsonder")


@dataclass(frozen=True, slots=True)
class Beeld:
    """Drawn page in RGB; `schaal` is pixels per pt, (`links`, `boven`) the place in pt of its top left."""

    rgb: Image.Image
    schaal: float
    links: float
    boven: float

    def strook(self, vak: Rechthoek) -> Image.Image:
        """Give a part, at least one pixel wide and high: white for colour and black for paper."""
        x, y = round((vak.links - self.links) * self.schaal), round((self.boven - vak.boven) * self.schaal)
        b = max(round(vak.breedte * self.schaal), 1)
        h = max(round(vak.hoogte * self.schaal), 1)
        rood, groen, blauw = self.rgb.crop((x, y, x + b, y + h)).split()
        donkerst = ImageChops.darker(ImageChops.darker(rood, groen), blauw)
        return donkerst.point(KLEURIG)


def gevuld(dossier: Dossier) -> Iterator[Bevinding]:
    """Colour that reaches the trim of a card or a page fills the bleed beside it."""
    nodig = dossier.profiel.regels.afloop
    if not nodig:
        return
    gezien: set[tuple[str, str]] = set()
    try:
        document = pypdfium2.PdfDocument(BytesIO(dossier.data))
    except pypdfium2.PdfiumError:
        return
    with document:
        for blad in dossier.bladen:
            vakken = [
                (kaartnaam(kaart), kaart.plek)
                for kaart in blad.kaarten
                if (kaart.code, kaart.kant) not in gezien
            ]
            gezien |= {(kaart.code, kaart.kant) for kaart in blad.kaarten}
            if not dossier.heeft_kaarten and blad.trim:
                vakken = [("pagina", blad.trim)]
            if vakken and not blad.draai:
                yield from _blad(document, blad, vakken, nodig)


def _blad(
    document: pypdfium2.PdfDocument, blad: Blad, vakken: Sequence[tuple[str, Rechthoek]], nodig: float
) -> Iterator[Bevinding]:
    beeld = _teken(document, blad)
    if beeld is None:
        yield Bevinding(
            blad.nummer,
            "pagina",
            "afloop-niet-bekeken",
            "De pagina is niet te tekenen of te groot, dus de afloop is niet bekeken.",
            "Kijk zelf of kleur tot de rand van de afloop doorloopt.",
        )
        return
    for wie, netto in vakken:
        wit = {kant: lengte for kant in KANTEN if (lengte := _wit(beeld, netto, kant, nodig)) > LANGST}
        if wit:
            waar, over = opsomming(list(wit)), f", over {getal(max(wit.values()), 0)} mm"
        elif hoeken := [hoek for hoek in HOEKEN if _witte_hoek(beeld, netto, hoek, nodig)]:
            waar, over = f"in de hoek {opsomming(hoeken)}", ""
        else:
            continue
        yield Bevinding(
            blad.nummer,
            wie,
            "afloop-niet-gevuld",
            f"De kleur loopt {waar} niet door in de afloop{over}.",
            f"Laat de kleur {getal(nodig)} mm doorlopen voorbij de snijlijn.",
        )


def _teken(document: pypdfium2.PdfDocument, blad: Blad) -> Beeld | None:
    if blad.media is None:
        return None
    zichtbaar = blad.media
    if blad.crop:
        zichtbaar = Rechthoek(
            max(blad.media.links, blad.crop.links),
            max(blad.media.onder, blad.crop.onder),
            min(blad.media.rechts, blad.crop.rechts),
            min(blad.media.boven, blad.crop.boven),
        )
    oppervlak = zichtbaar.breedte * zichtbaar.hoogte
    if min(zichtbaar.breedte, zichtbaar.hoogte) < 1:
        return None
    dpi = min(DPI, PT_PER_INCH * (MAX_PIXELS / oppervlak) ** 0.5)
    if dpi < GROFST:
        return None
    schaal = dpi / PT_PER_INCH
    try:
        pagina = document[blad.nummer - 1]
        getekend = pagina.render(scale=schaal).to_pil()
        pagina.close()
    except (pypdfium2.PdfiumError, IndexError, ValueError, RuntimeError):
        return None
    return Beeld(getekend, schaal, zichtbaar.links, zichtbaar.boven)


def _wit(beeld: Beeld, netto: Rechthoek, kant: str, nodig: float) -> float:
    """Give along how many mm of one edge colour stops before the edge of the bleed."""
    binnen = beeld.strook(_lijn(netto, kant, -INSTAP))
    samen = Image.new("L", binnen.size)
    for afstand in (INSTAP, nodig / 2, nodig - INSTAP):
        buiten = beeld.strook(_lijn(netto, kant, afstand))
        # Slanting edges lie elsewhere further out; look as far aside as outward.
        opzij = round((afstand + INSTAP) * beeld.schaal * naar_pt(Mm(1)))
        ruim = buiten.filter(ImageFilter.BoxBlur(opzij)).point(IETS)
        samen = ImageChops.lighter(samen, ImageChops.subtract(binnen, ruim))
    return samen.histogram()[255] / beeld.schaal * MM_PER_INCH / PT_PER_INCH


def _witte_hoek(beeld: Beeld, netto: Rechthoek, hoek: str, nodig: float) -> bool:
    """Tell whether a corner has colour inside the trim and none where the bleed of both edges meets."""

    def kleurig(uit: float) -> bool:
        ver = naar_pt(Mm(uit))
        x = netto.links - ver if hoek.startswith("links") else netto.rechts + ver
        y = netto.boven + ver if hoek.endswith("boven") else netto.onder - ver
        return bool(beeld.strook(Rechthoek(x, y, x, y)).getpixel((0, 0)))

    return kleurig(-INSTAP) and not kleurig(nodig - INSTAP)


def _lijn(netto: Rechthoek, kant: str, uit: float) -> Rechthoek:
    """Give the line beside an edge, `uit` mm outward, a little shorter than the edge."""
    in_, ver = naar_pt(Mm(INSTAP)), naar_pt(Mm(uit))
    links, onder, rechts, boven = netto.links + in_, netto.onder + in_, netto.rechts - in_, netto.boven - in_
    if kant == "boven":
        return Rechthoek(links, netto.boven + ver, rechts, netto.boven + ver)
    if kant == "onder":
        return Rechthoek(links, netto.onder - ver, rechts, netto.onder - ver)
    if kant == "links":
        return Rechthoek(netto.links - ver, onder, netto.links - ver, boven)
    return Rechthoek(netto.rechts + ver, onder, netto.rechts + ver, boven)


REGELS = (gevuld,)
