"""The scene: finished pages with every shape and every line of text at a fixed place in mm.

Layout makes it and renderers draw it. A `Tekst` holds both the paragraphs, for formats that stay
editable (PPTX), and the broken lines, for formats that only show (PDF, PNG). Fit is decided once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kaartgen.maten import Maat, Mm, Pt, Vak

type_anker = Literal["boven", "midden", "onder"]
type_uitlijning = Literal["links", "midden", "rechts"]


@dataclass(frozen=True, slots=True)
class Kleur:
    """Named colour of the huisstijl; `hex` is six sRGB hex digits in capitals, without '#'."""

    naam: str
    hex: str


@dataclass(frozen=True, slots=True)
class Doel:
    """Where a link leads: a page (`pagina`, its id) or an address (`adres`); `tekst` says so in words."""

    tekst: str
    pagina: str = ""
    adres: str = ""


@dataclass(frozen=True, slots=True)
class Loop:
    """Run of text in one look, inside a paragraph.

    `taal` is its language (BCP 47) where that is not the language of the document; `voluit` is what an
    abbreviation stands for.
    """

    tekst: str
    vet: bool = False
    cursief: bool = False
    kleur: Kleur | None = None
    doel: Doel | None = None
    taal: str = ""
    voluit: str = ""


type_structuur = Literal["alinea", "titel", "kop", "subkop", "kopnummer", "punt"]
"""What a paragraph is to those who do not see its look: the title of the page, a heading in it or under
that, a number or letter that belongs to the heading after it, an item of a list (as every paragraph with a
list mark is), or just a paragraph."""


@dataclass(frozen=True, slots=True)
class Alineastijl:
    """Look of a paragraph.

    `korps` is the type size in pt; `regelafstand` the line pitch as a factor of 1.2 times the korps;
    `wit_voor` the space above in mm (not above the first paragraph of a box); `inspringing` the left
    indent in mm of all lines, in which the `opsomming` hangs: '' for none, 'cijfer' for 1. 2. 3.,
    or the mark itself; `spatiering` extra space between letters in pt. `structuur` says what the
    paragraph is, however it looks.
    """

    korps: Pt
    kleur: Kleur
    vet: bool = False
    cursief: bool = False
    regelafstand: float = 1.0
    wit_voor: Mm = Mm(0)
    inspringing: Mm = Mm(0)
    opsomming: str = ""
    opsomming_kleur: Kleur | None = None
    uitlijning: type_uitlijning = "links"
    spatiering: Pt = Pt(0)
    structuur: type_structuur = "alinea"

    @property
    def regelhoogte(self) -> Pt:
        """Distance from one baseline to the next in pt."""
        return Pt(self.korps * 1.2 * self.regelafstand)


@dataclass(frozen=True, slots=True)
class Stuk:
    """Part of a line in one look, from `x` mm, `breedte` mm wide; `taal` and `voluit` as in a Loop."""

    tekst: str
    x: Mm
    breedte: Mm
    vet: bool
    cursief: bool
    kleur: Kleur
    doel: Doel | None = None
    taal: str = ""
    voluit: str = ""


@dataclass(frozen=True, slots=True)
class Regel:
    """One line as drawn: pieces on a baseline `basislijn` mm below the top of the page.

    `spatie` says that the text goes on after a blank: the line was broken between words, not after a hyphen.
    """

    basislijn: Mm
    stukken: tuple[Stuk, ...]
    spatie: bool = False


@dataclass(frozen=True, slots=True)
class Alinea:
    """Paragraph: its runs in reading order, its look and its broken lines.

    `merk` is the drawn list mark (bullet or number) of the first line, or None.
    """

    lopen: tuple[Loop, ...]
    stijl: Alineastijl
    regels: tuple[Regel, ...] = ()
    merk: Regel | None = None

    @property
    def tekst(self) -> str:
        """The words of the paragraph without their look."""
        return "".join(loop.tekst for loop in self.lopen)


type_rol = Literal["titel", "voet", "nummer", "tekst"]


@dataclass(frozen=True, slots=True)
class Tekst:
    """Box of text. `rol` says what it is for formats with places of their own for it:
    'titel', 'voet' (footer) and 'nummer' (page number, a field; see `Document.nummers`) are placeholders
    in PPTX, 'tekst' is a plain box.
    `naam` is unique on the page and recognisable for an editor."""

    naam: str
    vak: Vak
    alineas: tuple[Alinea, ...]
    rol: type_rol = "tekst"
    anker: type_anker = "boven"


@dataclass(frozen=True, slots=True)
class Vlak:
    """Filled rectangle, decoration unless `alt` says what it shows."""

    naam: str
    vak: Vak
    kleur: Kleur
    alt: str = ""
    doel: Doel | None = None


@dataclass(frozen=True, slots=True)
class Lijn:
    """Straight line from (x1, y1) to (x2, y2) in mm, `dikte` pt thick; decoration.

    `streepjes` holds the length in mm of a dash and of the gap after it; without it the line is unbroken.
    """

    naam: str
    x1: Mm
    y1: Mm
    x2: Mm
    y2: Mm
    dikte: Pt
    kleur: Kleur
    streepjes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Stap:
    """Step of a path: 'M' (move), 'L' (line) with one point, 'C' (cubic curve) with three, 'Z' (close)
    with none; points are (x, y) in mm on the page."""

    soort: Literal["M", "L", "C", "Z"]
    punten: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Pad:
    """Vector path inside `vak`, filled with `vulling` and stroked with `streek` (`dikte` pt, round ends)."""

    naam: str
    vak: Vak
    stappen: tuple[Stap, ...]
    vulling: Kleur | None = None
    streek: Kleur | None = None
    dikte: Pt = Pt(0)
    alt: str = ""
    doel: Doel | None = None


@dataclass(frozen=True, slots=True)
class Groep:
    """Shapes that belong together (wheel, pictogram); `alt` says what they show, '' means decoration."""

    naam: str
    vak: Vak
    delen: tuple[Vlak | Lijn | Pad, ...]
    alt: str = ""


type_celkop = Literal["", "kolom", "rij"]


@dataclass(frozen=True, slots=True)
class Cel:
    """Cell of a table: box of text on a ground. `kop` marks a header cell: of its 'kolom' (column), of its
    'rij' (row) or, '', of neither. `vak` is the whole cell; `tekst.vak` is the cell less its padding."""

    vak: Vak
    tekst: Tekst
    kop: type_celkop = ""
    vulling: Kleur | None = None


@dataclass(frozen=True, slots=True)
class Tabel:
    """Table with a header row first; every row has as many cells as there are columns."""

    naam: str
    vak: Vak
    rijen: tuple[tuple[Cel, ...], ...]
    lijn: Kleur
    lijndikte: Pt
    alt: str = ""


Element = Tekst | Vlak | Lijn | Pad | Groep | Tabel


@dataclass(frozen=True, slots=True)
class Ondergrond:
    """What all pages of one kind share: decoration under the content, and the places of title, footer
    and number. `naam` is what an editor sees as the name of the slide layout."""

    naam: str
    maat: Maat
    elementen: tuple[Element, ...]
    titel: Vak
    titelstijl: Alineastijl
    voet: Vak
    voetstijl: Alineastijl
    nummer: Vak
    nummerstijl: Alineastijl


@dataclass(frozen=True, slots=True)
class Pagina:
    """One finished page. `elementen` stand in reading order, on top of those of the ondergrond.

    `id` is the same in every format, `titel` is unique within a document, `deel` names the section,
    `kaartnummer` is 0 for pages that are no card, `notitie` is for the facilitator, `merk` is a word for
    programs that goes along with it.
    """

    id: str
    titel: str
    ondergrond: Ondergrond
    elementen: tuple[Element, ...]
    deel: str = ""
    kaartnummer: int = 0
    notitie: str = ""
    merk: str = ""
    niveau: int = 1

    @property
    def maat(self) -> Maat:
        """Size of the page in mm."""
        return self.ondergrond.maat


@dataclass(frozen=True, slots=True)
class Thema:
    """Colours and fonts as a document format stores them: `slots` maps the twelve theme places of
    DrawingML (dk1, lt1, dk2, lt2, accent1 to accent6, hlink, folHlink) to colours, `extra` holds the
    further named colours, `lettertype` is the name for office programs."""

    naam: str
    slots: tuple[tuple[str, Kleur], ...]
    extra: tuple[Kleur, ...]
    lettertype: str


@dataclass(frozen=True, slots=True)
class Eigenschap:
    """Property of a document that travels with the file: name and value."""

    naam: str
    waarde: str


@dataclass(frozen=True, slots=True)
class Document:
    """Pages with what a file tells about itself.

    A link to a page that is not in it is shown as plain text. `nummers` holds for each page the box with
    its number in this document, or None; a format with number fields of its own uses those instead of it.
    """

    titel: str
    onderwerp: str
    maker: str
    trefwoorden: tuple[str, ...]
    taal: str
    thema: Thema
    paginas: tuple[Pagina, ...]
    eigenschappen: tuple[Eigenschap, ...] = ()
    nummers: tuple[Tekst | None, ...] = ()


REGISTRATIE = "registratie"
"""Name of the colour that is on every printing plate; marks for the cutter have it."""

type_kant = Literal["voor", "achter"]
type_keren = Literal["enkel", "lange-zijde", "korte-zijde", "omvouwen"]


@dataclass(frozen=True, slots=True)
class Plaatsing:
    """One face of a card on a side of a sheet: `vak` is the trimmed card in mm on the sheet, `draai` how
    far it is turned in degrees, `code` which card it is (the same on its front and its back)."""

    pagina: Pagina
    vak: Vak
    code: str
    kant: type_kant
    draai: Literal[0, 180] = 0


@dataclass(frozen=True, slots=True)
class Vel:
    """One side of a printed sheet: cards at their places, and what stands around them (marks, words).

    `netto` is the rectangle around all trimmed cards, `afloop` how far (mm) colour runs beyond the trim of
    each of them. `snedes_x` and `snedes_y` are the places (mm) of the straight cuts through the whole sheet,
    `vouw_x` and `vouw_y` those of the folds.
    """

    naam: str
    maat: Maat
    kant: type_kant
    plaatsingen: tuple[Plaatsing, ...]
    elementen: tuple[Element, ...]
    netto: Vak
    afloop: Mm = Mm(0)
    snedes_x: tuple[float, ...] = ()
    snedes_y: tuple[float, ...] = ()
    vouw_x: tuple[float, ...] = ()
    vouw_y: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Drukwerk:
    """Sheets with what a print file tells about itself; `keren` says how a printer turns the sheet over."""

    titel: str
    onderwerp: str
    maker: str
    taal: str
    vellen: tuple[Vel, ...]
    keren: type_keren = "enkel"
