"""From a PDF to Bronregels, by the place and the letter of its characters (pypdfium2)."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from statistics import quantiles

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from kaartgen.invoer.bronregels import Bronregel, fout, schoon
from kaartgen.meldingen import Fouten, Plek, relatief
from kaartgen.pdflezen.inhoudsstromen import inhoudsstromen
from kaartgen.pdflezen.ontpakken import TeGroot, lees
from kaartgen.pdflezen.openen import ONLEESBAAR, GeenPdf, Versleuteld, open_pdf

MAX_BLADZIJDEN = 600
MAX_TEKENS = 2_000_000
MAX_STROOM, MAX_GETOOND = 30_000_000, 200_000
"""Most bytes of a stream that draws, and most pieces of text in it; pdfium keeps each of them in memory."""
RUIM = 1.5
"""Distance of two lines, in sizes of their letter, from which kaartgen's own books begin a new piece."""
MEER_WIT, WIJDST = 1.25, 2.2
"""How much more than most lines differ parts pieces elsewhere, and the widest lines ever stand apart."""
ZELFDE = 0.5
"""Difference of height in pt below which two pieces stand on one line."""
VET = 600
"""Weight of a letter from which it is bold (CSS: 400 is regular, 700 bold)."""
_VERSLEUTELD = 4
"""FPDF_ERR_PASSWORD (fpdfview.h)."""
ANDER_KORPS = 0.3
"""Difference of size in pt from which two letters are of another size."""
AANSLUITEND = 0.15
"""Width of a blank in em up to which there is none."""
GAT, BREED_GAT = 0.6, 2.0
"""Width of a blank in em that parts two pieces on one line: of another letter, and of the same."""


@dataclass(frozen=True, slots=True)
class Pdfregel:
    """One line of a page: `x` and `y` of its begin in pt from the lower left, size in pt, bold or not, and
    where it ends (`rechts`)."""

    bladzijde: int
    tekst: str
    x: float
    y: float
    korps: float
    vet: bool
    rechts: float = 0.0


@dataclass(frozen=True, slots=True)
class Pdftekst:
    """The lines of a PDF, and the program that made it."""

    maker: str
    bladzijden: int
    regels: tuple[Pdfregel, ...]


def lees_pdf(pad: Path) -> Pdftekst:
    """Read the text of a PDF. Raises Fouten when it cannot be read or holds no text."""
    if _is_bom(pad.read_bytes()):
        raise _te_veel(pad)
    try:
        document = pdfium.PdfDocument(pad)
    except pdfium.PdfiumError as oorzaak:
        if getattr(oorzaak, "err_code", 0) == _VERSLEUTELD or "password" in str(oorzaak).lower():
            wat, raad = "Deze PDF is beveiligd met een wachtwoord.", "Sla de PDF op zonder wachtwoord."
            raise fout(pad, "pdf-versleuteld", wat, raad) from None
        wat = "Deze PDF is beschadigd en kan niet gelezen worden."
        raise fout(pad, "pdf-beschadigd", wat, "Download de PDF opnieuw.") from None
    try:
        if len(document) > MAX_BLADZIJDEN:
            wat = f"Deze PDF heeft {len(document)} bladzijden; meer dan {MAX_BLADZIJDEN} leest kaartgen niet."
            raise fout(pad, "pdf-lang", wat, "Kies het bestand van de publicatie zelf.")
        regels: list[Pdfregel] = []
        tekens = 0
        for nummer in range(len(document)):
            try:
                aantal, eigen = _regels(document, nummer, MAX_TEKENS - tekens)
            except pdfium.PdfiumError:
                wat = f"Bladzijde {nummer + 1} van deze PDF is beschadigd."
                raise fout(pad, "pdf-beschadigd", wat, "Download de PDF opnieuw.") from None
            tekens += aantal
            regels += eigen
            if tekens > MAX_TEKENS:
                raise _te_veel(pad)
        maker = str(document.get_metadata_dict().get("Creator", ""))
        gelezen = Pdftekst(maker, len(document), tuple(regels))
    finally:
        document.close()
    if not any(regel.tekst for regel in regels):
        wat = "In deze PDF staat geen tekst; waarschijnlijk bestaat zij uit afbeeldingen (een scan)."
        raise fout(pad, "pdf-zonder-tekst", wat, "Kies een PDF waarin je de tekst kunt selecteren.")
    return gelezen


def _te_veel(pad: Path) -> Fouten:
    wat = "In deze PDF staat veel meer tekst dan in een publicatie."
    return fout(pad, "pdf-lang", wat, "Kies het bestand van de publicatie zelf.")


def _is_bom(inhoud: bytes) -> bool:
    """Tell whether pdfium would need far too much memory for a page; what else is wrong, pdfium tells."""
    try:
        with open_pdf(inhoud) as pdf:
            return any(
                stroom.count(b"Tj") + stroom.count(b"TJ") > MAX_GETOOND
                for stroom in (lees(een, MAX_STROOM) for een in inhoudsstromen(pdf))
            )
    except TeGroot:
        return True
    except (GeenPdf, Versleuteld, *ONLEESBAAR):
        return False


def als_bronregels(pad: Path, gelezen: Pdftekst) -> tuple[Bronregel, ...]:
    """Give the lines with a blank one wherever place or letter shows that a new piece begins."""
    uit: list[Bronregel] = []
    vorig: Pdfregel | None = None
    nummer = 0
    ruim = MEER_WIT * _regelafstand(gelezen.regels)
    for regel in gelezen.regels:
        nieuw = vorig is None or regel.bladzijde != vorig.bladzijde
        nummer = 1 if nieuw else nummer + 1
        plek = Plek(f"{relatief(pad)}, bladzijde {regel.bladzijde}", nummer, 1)
        if vorig is not None and begint_stuk(vorig, regel, ruim):
            uit.append(Bronregel(plek, ""))
        uit.append(Bronregel(plek, regel.tekst, naad=nieuw or (vorig is not None and regel.y > vorig.y)))
        vorig = regel
    return tuple(uit)


def _regelafstand(regels: Sequence[Pdfregel]) -> float:
    """Give the distance of lines within pieces, in sizes of their letter: the first quartile of all."""
    afstanden = [
        (boven.y - onder.y) / boven.korps
        for boven, onder in pairwise(regels)
        if boven.korps and not begint_stuk(boven, onder, WIJDST)
    ]
    return quantiles(afstanden, n=4)[0] if len(afstanden) > 1 else RUIM / MEER_WIT


def begint_stuk(vorig: Pdfregel, regel: Pdfregel, ruim: float = RUIM) -> bool:
    """Tell whether a line begins a new piece: another letter, or `ruim` sizes or more below the last."""
    return (
        regel.bladzijde != vorig.bladzijde
        or regel.vet != vorig.vet
        or abs(regel.korps - vorig.korps) > ANDER_KORPS
        or not ZELFDE < vorig.y - regel.y <= ruim * max(vorig.korps, regel.korps)
    )


def _regels(document: pdfium.PdfDocument, nummer: int, hoogstens: int) -> tuple[int, list[Pdfregel]]:
    """Give how many characters a page has and, when they are not too many, its lines."""
    bladzijde = document[nummer]
    tekst = bladzijde.get_textpage()
    try:
        aantal = tekst.count_chars()
        regels: list[Pdfregel] = []
        reeks: list[int] = []
        for plaats in range(aantal if aantal <= hoogstens else 0):
            if chr(raw.FPDFText_GetUnicode(tekst.raw, plaats)) in "\r\n":
                regels += _regel(tekst, nummer + 1, reeks)
                reeks = []
            else:
                reeks.append(plaats)
        regels += _regel(tekst, nummer + 1, reeks)
        return aantal, _aaneen(regels)
    finally:
        tekst.close()
        bladzijde.close()


def _aaneen(regels: Sequence[Pdfregel]) -> list[Pdfregel]:
    """Join what goes on the same line behind a raised number, as that of a footnote."""
    uit: list[Pdfregel] = []
    for regel in regels:
        vorig = uit[-1] if uit else None
        if vorig is not None and abs(vorig.y - regel.y) < ZELFDE and vorig.vet == regel.vet:
            gat = (regel.x - vorig.rechts) / max(regel.korps, 1.0)
            if -AANSLUITEND < gat <= GAT and abs(vorig.korps - regel.korps) <= ANDER_KORPS:
                tekst = f"{vorig.tekst}{' ' if gat > AANSLUITEND else ''}{regel.tekst}"
                uit[-1] = replace(vorig, tekst=tekst, rechts=regel.rechts)
                continue
        uit.append(regel)
    return uit


def _regel(tekst: pdfium.PdfTextPage, bladzijde: int, reeks: list[int]) -> Iterator[Pdfregel]:
    """Make the Pdfregels of one line: columns and labels that stand beside each other are parted."""
    deel: list[_Teken] = []
    for plaats in reeks:
        teken = _teken(tekst, plaats)
        zichtbaar = next((een for een in reversed(deel) if een.letter.strip()), None)
        if zichtbaar is not None and teken.letter.strip() and _los(zichtbaar, teken):
            yield from _als_regel(bladzijde, deel)
            deel = []
        deel.append(teken)
    yield from _als_regel(bladzijde, deel)


@dataclass(frozen=True, slots=True)
class _Teken:
    """One character: its left side and base line, its right side, and the size and weight of its letter."""

    letter: str
    x: float
    y: float
    rechts: float
    korps: float
    vet: bool


def _teken(tekst: pdfium.PdfTextPage, plaats: int) -> _Teken:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(tekst.raw, plaats, x, y)
    vak = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(tekst.raw, plaats, vak)
    korps = raw.FPDFText_GetFontSize(tekst.raw, plaats)
    vet = raw.FPDFText_GetFontWeight(tekst.raw, plaats) >= VET
    return _Teken(_letter(tekst, plaats), vak.left, y.value, vak.right, korps, vet)


def _los(links: _Teken, rechts: _Teken) -> bool:
    gat = (rechts.x - links.rechts) / max(links.korps, rechts.korps, 1.0)
    anders = links.vet != rechts.vet or abs(links.korps - rechts.korps) > ANDER_KORPS
    return gat > BREED_GAT or gat < -1 or (anders and gat > GAT)


def _als_regel(bladzijde: int, deel: list[_Teken]) -> Iterator[Pdfregel]:
    schone = schoon("".join(teken.letter for teken in deel))
    zichtbaar = [teken for teken in deel if teken.letter.strip()]
    if schone and zichtbaar:
        eerste = zichtbaar[0]
        letter = next((teken for teken in zichtbaar if teken.letter.isalnum()), eerste)
        yield Pdfregel(bladzijde, schone, eerste.x, eerste.y, letter.korps, letter.vet, zichtbaar[-1].rechts)


def _letter(tekst: pdfium.PdfTextPage, plaats: int) -> str:
    code = raw.FPDFText_GetUnicode(tekst.raw, plaats)
    if code == 0xFFFE or code == 2:
        return "-"
    return chr(code) if code and not 0xD800 <= code < 0xE000 else "\ufffd"


def aantal_bladzijden(pad: Path) -> int:
    """Count the pages of a PDF. Raises Fouten when it cannot be opened."""
    if _is_bom(pad.read_bytes()):
        raise _te_veel(pad)
    try:
        document = pdfium.PdfDocument(pad)
    except pdfium.PdfiumError:
        wat = "Deze PDF is beschadigd of beveiligd met een wachtwoord."
        raise fout(pad, "pdf-beschadigd", wat, "Download de PDF opnieuw.") from None
    try:
        return len(document)
    finally:
        document.close()
