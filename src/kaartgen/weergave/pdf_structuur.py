"""The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7).

A page's part of the tree is worked out once, with open places for the numbers of objects; a document only
fills those in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfdoc

from kaartgen.maten import Maat, Mm, Vak, naar_pt
from kaartgen.scene import Alinea, Pagina
from kaartgen.weergave.pdf_bestand import tekstwaarde
from kaartgen.weergave.pdf_compact import CompactBestand, Objecten, los_object
from kaartgen.weergave.pdf_merken import Merk
from kaartgen.weergave.pdf_tekening import Tekening
from kaartgen.weergave.structuur import (
    Blok,
    Figuur,
    Kop,
    Lijst,
    Tabelblok,
    Tabelcel,
    Tekstblok,
    merktekst,
    structuur,
)

DIEPSTE = 6
"""Lowest heading level that PDF 1.7 knows (ISO 32000-1, 14.8.4.3.2)."""

PAGINA, OUDER, KOPPELING = -1, -2, -3
"""Open places: the page, what the part of the tree hangs under, and (this and lower) the links in order."""

PLEK = b"%8d"
"""Width of an open place, so that the length of an object does not depend on its number."""

BEREIK = {"kolom": b"/A<</O/Table/Scope/Column>>", "rij": b"/A<</O/Table/Scope/Row>>"}
TELLING = b"/A<</O/List/ListNumbering/%b>>"
"""How the items of a list that have labels are counted (ISO 14289-1, 7.6; ISO 32000-1, table 347)."""


@dataclass(slots=True)
class _Element:
    """Structure element: `ouder` is the index of its parent, `extra` its other keys as PDF, `kinderen` holds
    PDF with open places."""

    soort: bytes
    ouder: int
    extra: bytes = b""
    kinderen: list[bytes] = field(default_factory=list)
    plekken: list[int] = field(default_factory=list)
    met_inhoud: bool = False


@dataclass(frozen=True, slots=True)
class Bladstructuur:
    """The part of the tree for one page.

    `vorm` holds all its elements as PDF with open places, `plekken` what goes there (an element by its index,
    or PAGINA, OUDER, KOPPELING), `lengten` the length of each element in bytes, `van_merk` the element that
    each piece of marked content belongs to, `van_koppeling` the element of each link.
    """

    vorm: bytes
    plekken: tuple[int, ...]
    lengten: tuple[int, ...]
    van_merk: tuple[int, ...]
    van_koppeling: dict[int, int]

    def vul_in(self, eerste: int, pagina: int, ouder: int, koppelingen: Sequence[int]) -> Objecten:
        """Give the elements as objects of a file, the first with the number `eerste`; the others are the
        numbers of the page, the parent and the links."""
        anders = (pagina, ouder, *koppelingen)
        getallen = tuple([eerste + plek if plek >= 0 else anders[-plek - 1] for plek in self.plekken])
        return Objecten(eerste, self.vorm % getallen, self.lengten)


class _Bouwer:
    """Collects the elements of a page; `echt` are the numbers of the links that lead somewhere."""

    def __init__(self, pagina: Pagina, tekening: Tekening, niveau: int, echt: Collection[int]) -> None:
        self._maat = pagina.maat
        self._niveau = niveau
        self._echt = echt
        self._volgorde = {nummer: rang for rang, nummer in enumerate(sorted(echt))}
        self._per_eigenaar: dict[int, list[tuple[int, Merk]]] = {}
        for nummer, merk in enumerate(tekening.merken):
            self._per_eigenaar.setdefault(merk.eigenaar, []).append((nummer, merk))
        self.van_merk = [0] * len(tekening.merken)
        self.van_koppeling: dict[int, int] = {}
        self.elementen: list[_Element] = [_Element(b"Sect", OUDER, b"/T " + _letterlijk(pagina.titel))]

    def blok(self, blok: Blok, ouder: int) -> None:
        """Add a block under an element."""
        match blok:
            case Kop():
                niveau = min(self._niveau + blok.diepte, DIEPSTE)
                kop = self._nieuw(b"H%d" % niveau, ouder)
                if blok.figuur:
                    self._figuur(blok.figuur, kop)
                for alinea in blok.alineas:
                    self._alinea(alinea, kop)
            case Tekstblok():
                self._alinea(blok.alinea, self._nieuw(b"P", ouder))
            case Lijst():
                self._lijst(blok, ouder)
            case Figuur():
                self._figuur(blok, ouder)
            case Tabelblok():
                self._tabel(blok, ouder)

    def _nieuw(self, soort: bytes, ouder: int, extra: bytes = b"") -> int:
        nummer = len(self.elementen)
        self.elementen.append(_Element(soort, ouder, extra))
        self._kind(ouder, PLEK + b" 0 R", nummer)
        return nummer

    def _kind(self, ouder: int, vorm: bytes, plek: int) -> None:
        element = self.elementen[ouder]
        element.kinderen.append(vorm)
        element.plekken.append(plek)

    def _merk(self, nummer: int, element: int) -> None:
        self.van_merk[nummer] = element
        self.elementen[element].met_inhoud = True
        self.elementen[element].kinderen.append(b"%d" % nummer)

    def _houder(self, merk: Merk, ouder: int) -> int:
        """Give the element that a piece of content goes under: a new Link if it is one, else `ouder`."""
        leidt_ergens_heen = any(nummer in self._echt for nummer in merk.koppelingen)
        return self._nieuw(b"Link", ouder) if leidt_ergens_heen else ouder

    def _koppel(self, merk: Merk, element: int) -> None:
        """Put the links of a piece of content under its element."""
        for nummer in merk.koppelingen:
            if nummer in self._echt:
                self.van_koppeling[nummer] = element
                self.elementen[element].met_inhoud = True
                vorm = b"<</Type/OBJR/Obj " + PLEK + b" 0 R>>"
                self._kind(element, vorm, KOPPELING - self._volgorde[nummer])

    def _stukken(self, alinea: Alinea, *, lijstmerk: bool = False) -> Iterator[tuple[int, Merk]]:
        for nummer, merk in self._per_eigenaar.get(id(alinea), ()):
            if merk.lijstmerk == lijstmerk:
                yield nummer, merk

    def _alinea(self, alinea: Alinea, element: int) -> None:
        for nummer, merk in self._stukken(alinea):
            houder = self._houder(merk, element)
            gesproken = merk.taal or merk.voluit
            self._merk(nummer, self._nieuw(b"Span", houder, _spraak(merk)) if gesproken else houder)
            self._koppel(merk, houder)

    def _lijst(self, lijst: Lijst, ouder: int) -> None:
        gemerkt = merktekst(lijst.punten[0])
        telling = TELLING % (b"Decimal" if lijst.genummerd else b"Disc") if gemerkt else b""
        lijstelement = self._nieuw(b"L", ouder, telling)
        for alinea in lijst.punten:
            punt = self._nieuw(b"LI", lijstelement)
            if merktekst(alinea):
                label = self._nieuw(b"Lbl", punt)
                for nummer, _ in self._stukken(alinea, lijstmerk=True):
                    self._merk(nummer, label)
            self._alinea(alinea, self._nieuw(b"LBody", punt))

    def _figuur(self, figuur: Figuur, ouder: int) -> None:
        extra = b"/Alt %b/A<</O/Layout/Placement/Block/BBox%b>>" % (
            _letterlijk(figuur.alt),
            _rechthoek(figuur.beeld.vak, self._maat),
        )
        for nummer, merk in self._per_eigenaar.get(id(figuur.beeld), ()):
            houder = self._houder(merk, ouder)
            self._merk(nummer, self._nieuw(b"Figure", houder, extra))
            self._koppel(merk, houder)

    def _tabel(self, blok: Tabelblok, ouder: int) -> None:
        alt = b"/A<</O/Table/Summary %b>>" % _letterlijk(blok.tabel.alt) if blok.tabel.alt else b""
        tabel = self._nieuw(b"Table", ouder, alt)
        for rij in blok.rijen:
            rijelement = self._nieuw(b"TR", tabel)
            for cel in rij:
                self._cel(cel, rijelement)

    def _cel(self, cel: Tabelcel, rij: int) -> None:
        element = self._nieuw(b"TH", rij, BEREIK[cel.kop]) if cel.kop else self._nieuw(b"TD", rij)
        for blok in cel.blokken:
            self.blok(blok, element)


def bladstructuur(
    pagina: Pagina, tekening: Tekening, niveau: int, koppelingen: Collection[int]
) -> Bladstructuur:
    """Work out the part of the tree for a page whose title is a heading of this level; `koppelingen` are the
    numbers of the links that lead somewhere."""
    bouwer = _Bouwer(pagina, tekening, niveau, koppelingen)
    for blok in structuur(pagina):
        bouwer.blok(blok, 0)
    vormen: list[bytes] = []
    plekken: list[int] = []
    lengten: list[int] = []
    for element in bouwer.elementen:
        vorm, eigen = _als_pdf(element)
        vormen.append(vorm)
        plekken += eigen
        lengten.append(len(vorm % ((0,) * len(eigen))))
    return Bladstructuur(
        b"".join(vormen),
        tuple(plekken),
        tuple(lengten),
        tuple(bouwer.van_merk),
        bouwer.van_koppeling,
    )


def _als_pdf(element: _Element) -> tuple[bytes, list[int]]:
    plekken = [element.ouder]
    pagina = b""
    if element.met_inhoud:
        pagina = b"/Pg" + PLEK + b" 0 R"
        plekken.append(PAGINA)
    kinderen = b" ".join(element.kinderen)
    if len(element.kinderen) != 1:
        kinderen = b"[" + kinderen + b"]"
    vorm = b"<</S/%b/P%b 0 R%b%b/K %b>>\n" % (element.soort, PLEK, pagina, element.extra, kinderen)
    return vorm, plekken + element.plekken


def _spraak(merk: Merk) -> bytes:
    """Give the keys that say how a word is read aloud (ISO 32000-1, 14.9.2 and 14.9.5)."""
    taal = b"/Lang %b" % _letterlijk(merk.taal) if merk.taal else b""
    return taal + (b"/E %b" % _letterlijk(merk.voluit) if merk.voluit else b"")


def _letterlijk(tekst: str) -> bytes:
    """Give a text as PDF writes it, safe from filling in."""
    return tekstwaarde(tekst).replace(b"%", b"%%")


def _rechthoek(vak: Vak, maat: Maat) -> bytes:
    onder = maat.hoogte - vak.onder
    hoeken = (vak.x, onder, vak.rechts, onder + vak.h)
    return b"[%b]" % b" ".join(b"%.2f" % naar_pt(Mm(hoek)) for hoek in hoeken)


def zet_structuur(
    bestand: CompactBestand,
    bladen: Sequence[Bladstructuur],
    paginas: Sequence[int],
    koppelingen: Sequence[Sequence[int]],
) -> list[dict[int, int]]:
    """Put the tree into a file: the document, a section for each page, and the way back from content.

    `paginas` are the numbers of the page objects, `koppelingen` those of the links of each page that lead
    somewhere. Gives for each page the numbers (StructParent) of its links, by their own numbers.
    """
    wortel, document, terug = (bestand.reserveer(1) for _ in range(3))
    eersten = [bestand.reserveer(len(blad.lengten)) for blad in bladen]
    for blad, eerste, pagina, eigen in zip(bladen, eersten, paginas, koppelingen, strict=True):
        bestand.voeg_toe(blad.vul_in(eerste, pagina, document, eigen))
    rijen = [
        b"%d[%b]" % (rang, b" ".join(b"%d 0 R" % (eerste + element) for element in blad.van_merk))
        for rang, (blad, eerste) in enumerate(zip(bladen, eersten, strict=True))
    ]
    ouders: list[dict[int, int]] = []
    for blad, eerste in zip(bladen, eersten, strict=True):
        ouders.append({})
        for koppeling, element in sorted(blad.van_koppeling.items()):
            ouders[-1][koppeling] = len(rijen)
            rijen.append(b"%d %d 0 R" % (len(rijen), eerste + element))
    secties = b" ".join(b"%d 0 R" % eerste for eerste in eersten)
    bestand.voeg_toe(
        los_object(
            wortel,
            b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (document, terug, len(rijen)),
        )
    )
    bestand.voeg_toe(los_object(document, b"<</S/Document/P %d 0 R/K[%b]>>" % (wortel, secties)))
    bestand.voeg_toe(los_object(terug, b"<</Nums[%b]>>" % b" ".join(rijen)))
    bestand.Catalog.StructTreeRoot = b"%d 0 R" % wortel
    bestand.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFtrue})
    return ouders
