"""What holds for every PDF that kaartgen writes, checked without any program from outside.

`controleer` gives a list of plain messages, empty for a good file. It knows the PDF that kaartgen makes and
reports what it does not know: a construction without a check here is a fault until someone adds one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import Any, cast
from urllib.parse import urlsplit

import pikepdf
import uharfbuzz as hb
from pikepdf import Array, Dictionary, Object, Page, Pdf

from kaartgen.toegankelijkheid.pdf import keur_pdf

SPELING_PT = 0.5
MAX_VERSCHIL = 1.0
"""Most that a width may differ from the font's own, in 1/1000 em (ISO 19005-2, 6.2.11.5)."""
DATUM = re.compile(r"D:\d{14}([+-]\d{2}'\d{2}'|Z)?")
TAAL = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
SUBSETNAAM = re.compile(r"/[A-Z]{6}\+\S+")
VERBODEN = ("/JS", "/JavaScript", "/AA", "/OpenAction", "/AcroForm", "/EmbeddedFiles", "/RichMedia", "/XFA")
SCHEMAS = ("http", "https", "mailto")
PAREN = {"q": "Q", "BT": "ET", "BDC": "EMC", "BMC": "EMC"}
BEKEND = re.compile(
    r"q|Q|cm|[wJjd]|gs|[mlchn]|re|S|f\*?|B\*?|W\*?|[gk]|rg|[GK]|RG|cs|CS|scn|SCN"
    r"|Do|BT|ET|Tc|Tf|Tm|TJ|Tj|B[DM]C|EMC"
)
"""Operators that the checks know the effect of (ISO 32000-1, annex A)."""
type_matrix = tuple[float, float, float, float, float, float]
GEWOON: type_matrix = (1, 0, 0, 1, 0, 0)


def _keer(a: type_matrix, b: type_matrix) -> type_matrix:
    """Give the matrix that applies `a` first and then `b` (ISO 32000-1, 8.3.3)."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _punt(m: type_matrix, x: float, y: float) -> tuple[float, float]:
    return x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]


def _getallen(waarden: Iterable[Any]) -> tuple[float, ...]:
    return tuple(float(waarde) for waarde in waarden)


def _matrix(waarden: Iterable[Any]) -> type_matrix:
    return cast(type_matrix, _getallen(waarden))


@lru_cache(64)
def _glieven(bestand: bytes) -> hb.Font:
    return hb.Font(hb.Face(bestand))


def _unicode(cmap: bytes) -> dict[int, str]:
    """Read a ToUnicode CMap of bfchar lines; anything else is not read, so that its codes are missed."""
    return {
        int(code, 16): bytes.fromhex(tekst.decode()).decode("utf-16-be")
        for blok in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL)
        for code, tekst in re.findall(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", blok)
    }


@dataclass
class Lettertype:
    """What the checks need of an embedded font."""

    naam: str
    breedtes: dict[int, float] = field(default_factory=dict)
    unicode: dict[int, str] = field(default_factory=dict)
    bestand: bytes | None = None
    gebruikt: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Woord:
    """Text shown by one operator: the words, and begin and end of its baseline in pt from the bottom left."""

    tekst: str
    begin: tuple[float, float]
    eind: tuple[float, float]


@dataclass
class _Stand:
    ctm: type_matrix = GEWOON
    letter: Lettertype | None = None
    korps: float = 0
    spatiering: float = 0

    def kopie(self) -> _Stand:
        return _Stand(self.ctm, self.letter, self.korps, self.spatiering)


class Lezer:
    """Reads the pages of a PDF and collects what is wrong with them."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.fouten: list[str] = []
        self._letters: dict[tuple[int, int], Lettertype] = {}

    def fout(self, waar: str, wat: str) -> None:
        """Note a fault."""
        self.fouten.append(f"{waar}: {wat}")

    def lettertypen(self) -> list[Lettertype]:
        """Give the fonts met so far."""
        return list(self._letters.values())

    def _lettertype(self, object_: Object) -> Lettertype:
        letter = self._letters.get(object_.objgen)
        if letter is None:
            letter = self._letters[object_.objgen] = self._lees_lettertype(object_)
        return letter

    def _lees_lettertype(self, object_: Object) -> Lettertype:
        naam = str(object_.get("/BaseFont", "/zonder naam"))
        letter = Lettertype(naam)
        waar = f"lettertype {naam}"
        if object_.get("/Subtype") != "/Type0" or object_.get("/Encoding") != "/Identity-H":
            self.fout(waar, "geen samengesteld lettertype met Identity-H")
            return letter
        if not SUBSETNAAM.fullmatch(naam):
            self.fout(waar, "naam zonder subsetkenmerk")
        nakomeling = object_.DescendantFonts[0]
        beschrijving = nakomeling.get("/FontDescriptor", Dictionary())
        if nakomeling.get("/CIDToGIDMap") != "/Identity":
            self.fout(waar, "CIDToGIDMap is niet Identity")
        if nakomeling.get("/BaseFont") != naam or beschrijving.get("/FontName") != naam:
            self.fout(waar, "namen in het lettertype verschillen")
        if "/FontFile2" in beschrijving:
            letter.bestand = beschrijving.FontFile2.read_bytes()
        else:
            self.fout(waar, "niet ingesloten")
        if "/ToUnicode" in object_:
            letter.unicode = _unicode(object_.ToUnicode.read_bytes())
        else:
            self.fout(waar, "geen ToUnicode")
        w = list(nakomeling.get("/W", Array()))
        for code, breedtes in zip(w[::2], w[1::2], strict=True):
            letter.breedtes.update(enumerate(_getallen(breedtes), int(code)))
        return letter

    def woorden(
        self, inhoud: Page | Object, bronnen: Object, waar: str, ctm: type_matrix = GEWOON
    ) -> Iterator[Woord]:
        """Give the text of a content stream, that of form XObjects included."""
        stand, stapel, open_ = _Stand(ctm), [], []
        tm = GEWOON
        for opdracht in pikepdf.parse_content_stream(inhoud):
            waarden, wat = opdracht.operands, str(opdracht.operator)
            if not BEKEND.fullmatch(wat):
                self.fout(waar, f"onbekende opdracht {wat}")
            if wat in PAREN:
                open_.append(PAREN[wat])
            elif wat in PAREN.values() and (not open_ or open_.pop() != wat):
                self.fout(waar, f"{wat} zonder begin")
                return
            match wat:
                case "q":
                    stapel.append(stand.kopie())
                case "Q":
                    stand = stapel.pop()
                case "cm":
                    stand.ctm = _keer(_matrix(waarden), stand.ctm)
                case "BT":
                    tm = GEWOON
                case "Tm":
                    tm = _matrix(waarden)
                case "Tc":
                    stand.spatiering = float(waarden[0])
                case "Tf":
                    fonts = bronnen.get("/Font", Dictionary())
                    if str(waarden[0]) not in fonts:
                        self.fout(waar, f"lettertype {waarden[0]} ontbreekt")
                        return
                    stand.letter, stand.korps = self._lettertype(fonts[str(waarden[0])]), float(waarden[1])
                case "TJ" | "Tj":
                    if stand.letter is None:
                        self.fout(waar, "tekst zonder lettertype")
                        return
                    woord, verder = self._toon(waarden[0] if wat == "TJ" else [waarden[0]], stand, tm)
                    yield woord
                    tm = _keer((1, 0, 0, 1, verder, 0), tm)
                case "Do":
                    vorm = bronnen.get("/XObject", Dictionary()).get(str(waarden[0]))
                    if vorm is None:
                        self.fout(waar, f"object {waarden[0]} ontbreekt")
                    elif vorm.get("/Subtype") == "/Form":
                        eigen = _keer(_matrix(vorm.get("/Matrix", Array(list(GEWOON)))), stand.ctm)
                        yield from self.woorden(vorm, vorm.get("/Resources", bronnen), waar, eigen)
                case _:
                    pass
        if open_:
            self.fout(waar, f"{open_[-1]} ontbreekt aan het eind")

    def _toon(self, delen: Iterable[Any], stand: _Stand, tm: type_matrix) -> tuple[Woord, float]:
        letter = stand.letter
        assert letter is not None
        tekst, pen, zichtbaar = [], 0.0, 0.0
        for deel in delen:
            if not isinstance(deel, pikepdf.String):
                pen -= float(deel) * stand.korps / 1000
                continue
            codes = bytes(deel)
            for code in (int.from_bytes(codes[plek : plek + 2], "big") for plek in range(0, len(codes), 2)):
                letter.gebruikt.add(code)
                teken = letter.unicode.get(code, "\ufffd")
                tekst.append(teken)
                pen += letter.breedtes.get(code, 0) * stand.korps / 1000 + stand.spatiering
                if not teken.isspace():
                    zichtbaar = pen - stand.spatiering
        m = _keer(tm, stand.ctm)
        return Woord("".join(tekst), _punt(m, 0, 0), _punt(m, zichtbaar, 0)), pen


def _controleer_lettertype(lezer: Lezer, letter: Lettertype) -> None:
    waar = f"lettertype {letter.naam}"
    font = _glieven(letter.bestand) if letter.bestand else None
    for code in sorted(letter.gebruikt):
        if code == 0:
            lezer.fout(waar, "gebruikt .notdef")
            continue
        teken = letter.unicode.get(code)
        if not teken or "\ufffd" in teken or "\0" in teken:
            lezer.fout(waar, f"code {code:04X} heeft geen Unicode")
        if code not in letter.breedtes:
            lezer.fout(waar, f"code {code:04X} heeft geen breedte")
        if font is None:
            continue
        if code >= font.face.glyph_count:
            lezer.fout(waar, f"code {code:04X} staat niet in het lettertype")
            continue
        eigen = 1000 * font.get_glyph_h_advance(code) / font.face.upem
        if abs(letter.breedtes.get(code, eigen) - eigen) > MAX_VERSCHIL:
            lezer.fout(waar, f"breedte van code {code:04X} wijkt af")
        maat = font.get_glyph_extents(code)
        if teken and not teken.isspace() and (maat is None or not maat.width):
            lezer.fout(waar, f"code {code:04X} ({teken}) is leeg")


def _kader(pagina: Page) -> tuple[float, ...]:
    return _getallen(pagina.obj.get("/MediaBox", Array([])))


def _controleer_kaders(lezer: Lezer, pagina: Page, waar: str) -> bool:
    kader = _kader(pagina)
    if len(kader) != 4 or kader[:2] != (0, 0) or min(kader[2:]) < 1:
        lezer.fout(waar, f"geen goed papierformaat: {kader}")
        return False
    for naam in ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"):
        if naam in pagina.obj:
            ander = _getallen(pagina.obj[naam])
            binnen = ander[0] >= 0 and ander[1] >= 0 and ander[2] <= kader[2] and ander[3] <= kader[3]
            if not binnen or ander[0] >= ander[2] or ander[1] >= ander[3]:
                lezer.fout(waar, f"{naam} valt buiten het papier")
    if pagina.obj.get("/Rotate", 0) or "/UserUnit" in pagina.obj:
        lezer.fout(waar, "gedraaid of geschaald papier")
    return True


def _binnen(kader: tuple[float, ...], punt: tuple[float, float]) -> bool:
    return all(-SPELING_PT <= plek <= einde + SPELING_PT for plek, einde in zip(punt, kader[2:], strict=True))


def _controleer_tekst(lezer: Lezer, pagina: Page, waar: str) -> None:
    kader = _kader(pagina)
    for woord in lezer.woorden(pagina, pagina.obj.get("/Resources", Dictionary()), waar):
        if not (_binnen(kader, woord.begin) and _binnen(kader, woord.eind)):
            lezer.fout(waar, f"tekst buiten de pagina: {woord.tekst.strip()!r}")


def _paginanummer(lezer: Lezer, bestemming: Object | None, nummers: dict[tuple[int, int], int]) -> int | None:
    """Give the index of the page that a destination leads to, or None when it leads nowhere."""
    if isinstance(bestemming, pikepdf.String | pikepdf.Name):
        namen = lezer.pdf.Root.get("/Names", Dictionary()).get("/Dests")
        boom = pikepdf.NameTree(namen) if namen is not None else {}
        bestemming = boom.get(str(bestemming))
    if isinstance(bestemming, Dictionary):
        bestemming = bestemming.get("/D")
    if not isinstance(bestemming, Array) or len(bestemming) < 2:
        return None
    return nummers.get(bestemming[0].objgen) if isinstance(bestemming[0], Dictionary) else None


def _controleer_koppelingen(
    lezer: Lezer, pagina: Page, waar: str, nummers: dict[tuple[int, int], int]
) -> None:
    for annotatie in pagina.obj.get("/Annots", Array()):
        if annotatie.get("/Subtype") != "/Link":
            lezer.fout(waar, f"annotatie {annotatie.get('/Subtype')} is geen koppeling")
            continue
        hier = f"{waar}, koppeling '{annotatie.get('/Contents', '')}'"
        x1, y1, x2, y2 = _getallen(annotatie.Rect)
        if not (
            x1 < x2 and y1 < y2 and _binnen(_kader(pagina), (x1, y1)) and _binnen(_kader(pagina), (x2, y2))
        ):
            lezer.fout(hier, "reageert buiten de pagina of nergens")
        if not str(annotatie.get("/Contents", "")).strip():
            lezer.fout(hier, "zegt niet waarheen")
        if list(annotatie.get("/Border", Array())) != [0, 0, 0]:
            lezer.fout(hier, "heeft een rand")
        if not int(annotatie.get("/F", 0)) & 4:
            lezer.fout(hier, "wordt niet afgedrukt")
        actie = annotatie.get("/A", Dictionary())
        if actie.get("/S") == "/URI":
            adres = urlsplit(str(actie.get("/URI", "")))
            if (
                adres.scheme not in SCHEMAS
                or not (adres.netloc or adres.path)
                or not adres.geturl().isascii()
            ):
                lezer.fout(hier, "heeft geen goed adres")
        elif _paginanummer(lezer, annotatie.get("/Dest", actie.get("/D")), nummers) is None:
            lezer.fout(hier, "leidt nergens heen")


def _controleer_bladwijzers(lezer: Lezer, nummers: dict[tuple[int, int], int]) -> None:
    if "/Outlines" not in lezer.pdf.Root:
        lezer.fout("bladwijzers", "ontbreken")
        return
    vorige = -1
    gezien: set[tuple[int, int]] = set()

    def loop(ouder: Object) -> int:
        nonlocal vorige
        aantal, voorganger, ingang = 0, None, ouder.get("/First")
        while ingang is not None:
            if ingang.objgen in gezien:
                lezer.fout("bladwijzers", "vormen een kring")
                return aantal
            gezien.add(ingang.objgen)
            waar = f"bladwijzer '{ingang.get('/Title', '')}'"
            if not str(ingang.get("/Title", "")).strip():
                lezer.fout(waar, "heeft geen titel")
            if ingang.get("/Parent", Dictionary()).objgen != ouder.objgen:
                lezer.fout(waar, "hoort bij een ander hoofd")
            if voorganger is not None and ingang.get("/Prev", Dictionary()).objgen != voorganger.objgen:
                lezer.fout(waar, "wijst niet terug naar de vorige")
            nummer = _paginanummer(lezer, ingang.get("/Dest"), nummers)
            if nummer is None:
                lezer.fout(waar, "leidt nergens heen")
            elif nummer < vorige:
                lezer.fout(waar, "staat niet op volgorde")
            else:
                vorige = nummer
            aantal += 1 + loop(ingang)
            voorganger, ingang = ingang, ingang.get("/Next")
        laatste = ouder.get("/Last")
        if (laatste.objgen if laatste is not None else None) != (
            voorganger.objgen if voorganger is not None else None
        ):
            lezer.fout("bladwijzers", "de laatste is niet de laatste")
        if abs(int(ouder.get("/Count", 0))) != aantal:
            lezer.fout("bladwijzers", f"tellen er {aantal}, niet {ouder.get('/Count', 0)}")
        return aantal

    if not loop(lezer.pdf.Root.Outlines):
        lezer.fout("bladwijzers", "zijn leeg")


def _controleer_gegevens(lezer: Lezer) -> None:
    pdf = lezer.pdf
    for sleutel in ("/Title", "/Author", "/Subject", "/Creator", "/Producer"):
        if not str(pdf.docinfo.get(sleutel, "")).strip():
            lezer.fout("gegevens", f"{sleutel} ontbreekt")
    for sleutel in ("/CreationDate", "/ModDate"):
        if not DATUM.fullmatch(str(pdf.docinfo.get(sleutel, ""))):
            lezer.fout("gegevens", f"{sleutel} is geen datum")
    if not TAAL.fullmatch(str(pdf.Root.get("/Lang", ""))):
        lezer.fout("gegevens", "de taal ontbreekt")
    if not pdf.Root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        lezer.fout("gegevens", "de titel staat niet in de vensterbalk")
    kenmerken = list(pdf.trailer.get("/ID", Array()))
    if len(kenmerken) != 2 or any(len(bytes(kenmerk)) != 16 for kenmerk in kenmerken):
        lezer.fout("gegevens", "het kenmerk van het bestand ontbreekt")
    if pdf.is_encrypted:
        lezer.fout("gegevens", "het bestand is versleuteld")


def _controleer_verboden(lezer: Lezer) -> None:
    """Look for scripts, forms, attachments and whatever else runs or hides, at any depth of any object."""

    def loop(object_: Object) -> None:
        if isinstance(object_, pikepdf.Dictionary | pikepdf.Stream):
            for sleutel, waarde in object_.items():
                if sleutel in VERBODEN or (sleutel == "/S" and waarde in ("/JavaScript", "/Launch")):
                    lezer.fout("inhoud", f"{sleutel} mag er niet in")
                _verder(waarde)
        elif isinstance(object_, Array):
            for waarde in object_:
                _verder(waarde)

    def _verder(waarde: object) -> None:
        if isinstance(waarde, Array | Dictionary) and not waarde.is_indirect:
            loop(waarde)

    for object_ in lezer.pdf.objects:
        loop(object_)


def teksten(pdf: Pdf, pagina: int) -> list[Woord]:
    """Give the text of a page as it is drawn, with its place."""
    blad = pdf.pages[pagina]
    return list(Lezer(pdf).woorden(blad, blad.obj.Resources, f"pagina {pagina + 1}"))


def controleer(data: bytes, *, om_te_lezen: bool = True, om_te_horen: bool = True) -> list[str]:
    """Give everything that is wrong with a PDF of kaartgen; an empty list for a good one.

    A file for a printer is not `om_te_lezen`: it has no bookmarks and no structure. A drawing without words
    is not `om_te_horen`.
    """
    try:
        pdf = pikepdf.open(BytesIO(data), suppress_warnings=True)
    except pikepdf.PdfError as fout:
        return [f"bestand: gaat niet open: {fout}"]
    with pdf:
        lezer = Lezer(pdf)
        nummers = {pagina.obj.objgen: index for index, pagina in enumerate(pdf.pages)}
        if not nummers:
            lezer.fout("bestand", "heeft geen pagina's")
        _controleer_gegevens(lezer)
        _controleer_verboden(lezer)
        for index, pagina in enumerate(pdf.pages):
            waar = f"pagina {index + 1}"
            if _controleer_kaders(lezer, pagina, waar):
                _controleer_tekst(lezer, pagina, waar)
                _controleer_koppelingen(lezer, pagina, waar, nummers)
        for letter in lezer.lettertypen():
            _controleer_lettertype(lezer, letter)
        if om_te_lezen:
            _controleer_bladwijzers(lezer, nummers)
            if om_te_horen:
                lezer.fouten += map(str, keur_pdf(data))
        elif "/Outlines" in pdf.Root:
            lezer.fout("bladwijzers", "horen niet in drukwerk")
        return [*lezer.fouten, *(f"bestand: {waarschuwing}" for waarschuwing in pdf.get_warnings())]
