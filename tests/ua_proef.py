"""A small tagged PDF that breaks no rule, made by hand for tests of the check, and the ways to spoil it.

Nothing of kaartgen makes it: what the check expects is then what the standards say, not what the writer does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from PIL import ImageCms

from conftest import PLAATSEN

Bederf = Callable[[Pdf], object]
TITEL = "Proef met tags"
PAGINAS = 6
LETTER = PLAATSEN.fonts / "carlito" / "Carlito-Regular.ttf"
TEKENS = "".join(map(chr, range(0x20, 0x7F))) + "ëéïö–’‘…•"
VIERKANT = 50
KOPPELINGEN = 1000
"""First number in the ParentTree of the links."""

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>nl-NL</rdf:li></rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the standard</pdfaProperty:description></rdf:li></rdf:Seq>
</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>
"""
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


class Letter:
    """One embedded font, its codes the numbers of its glyphs."""

    def __init__(self, pdf: Pdf) -> None:
        font = hb.Font(hb.Face(hb.Blob.from_file_path(str(LETTER))))
        self.codes = {teken: font.get_nominal_glyph(ord(teken)) or 0 for teken in TEKENS}
        assert all(self.codes.values())
        invoer = hb.SubsetInput()
        invoer.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING
        invoer.glyph_set.update(self.codes.values())
        bestand = hb.subset(font.face, invoer).blob.data
        schaal = 1000 / font.face.upem
        breedtes: list[Any] = []
        for code in sorted(set(self.codes.values())):
            breedtes += [code, Array([round(font.get_glyph_h_advance(code) * schaal)])]
        beschrijving = pdf.make_indirect(
            Dictionary(
                Type=Name.FontDescriptor,
                FontName=Name("/AAAAAA+Carlito"),
                Flags=4,
                FontBBox=Array([-500, -300, 1200, 1000]),
                ItalicAngle=0,
                Ascent=900,
                Descent=-250,
                CapHeight=640,
                StemV=80,
                FontFile2=pdf.make_stream(bestand, Length1=len(bestand)),
            )
        )
        nakomeling = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name("/AAAAAA+Carlito"),
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            FontDescriptor=beschrijving,
            W=Array(breedtes),
            CIDToGIDMap=Name.Identity,
        )
        self.object_ = pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=Name("/AAAAAA+Carlito"),
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(nakomeling)]),
                ToUnicode=pdf.make_stream(cmap(self.codes)),
            )
        )

    def codeer(self, woorden: str) -> str:
        """Give the operand of Tj."""
        return f"<{''.join(f'{self.codes[teken]:04X}' for teken in woorden)}>"


def cmap(codes: dict[str, int]) -> bytes:
    """Give a ToUnicode map."""
    regels = [f"<{code:04X}> <{ord(teken):04X}>" for teken, code in codes.items()]
    blokken = "\n".join(
        f"{len(deel)} beginbfchar\n" + "\n".join(deel) + "\nendbfchar"
        for deel in (regels[plek : plek + 100] for plek in range(0, len(regels), 100))
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Proef def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{blokken}\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


class Maker:
    """Makes a tagged PDF, page after page."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.letter = Letter(self.pdf)
        self.boom = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array()))
        self.open = [self.boom]
        self.nummers: dict[int, Object] = {}
        self.links = 0
        self.pagina: Any = None
        self.eigenaars: list[Any] = []
        self.opdrachten: list[str] = []
        self.y = 0.0

    def nieuwe_pagina(self) -> None:
        """Begin a page."""
        self.sluit_pagina()
        self.pdf.add_blank_page(page_size=(400, 600))
        self.pagina = self.pdf.pages[-1].obj
        self.pagina.Resources = Dictionary(Font=Dictionary(F=self.letter.object_))
        self.pagina.StructParents = len(self.pdf.pages) - 1
        self.eigenaars, self.opdrachten, self.y = [], [], 560.0

    def sluit_pagina(self) -> None:
        """Write the page."""
        if self.pagina is not None:
            self.pagina.Contents = self.pdf.make_stream("\n".join(self.opdrachten).encode("latin-1"))
            self.nummers[int(self.pagina.StructParents)] = self.pdf.make_indirect(Array(self.eigenaars))

    @contextmanager
    def element(self, soort: str, **velden: Any) -> Iterator[Any]:
        """Open a structure element in the one that is open."""
        ouder = self.open[-1]
        element = self.pdf.make_indirect(
            Dictionary({"/Type": Name.StructElem, "/S": Name(f"/{soort}"), "/P": ouder, "/K": Array()})
        )
        for veldnaam, waarde in velden.items():
            element[f"/{veldnaam}"] = String(waarde) if isinstance(waarde, str) else waarde
        ouder.K.append(element)
        self.open.append(element)
        yield element
        self.open.pop()

    @contextmanager
    def inhoud(self, eigen: str = "") -> Iterator[None]:
        """Open marked content of the element that is open."""
        element = self.open[-1]
        nummer = len(self.eigenaars)
        self.eigenaars.append(element)
        element.K.append(Dictionary(Type=Name.MCR, Pg=self.pagina, MCID=nummer))
        self.opdrachten.append(f"/{str(element.S)[1:]} <</MCID {nummer}{eigen}>> BDC")
        yield
        self.opdrachten.append("EMC")

    @contextmanager
    def versiering(self) -> Iterator[None]:
        """Open decoration."""
        self.opdrachten.append("/Artifact <</Type /Pagination>> BDC")
        yield
        self.opdrachten.append("EMC")

    def teken(self, woorden: str, x: float = 40, naar: float = 20, korps: float = 12) -> None:
        """Draw text, so far below the last line."""
        self.y -= naar
        self.opdrachten.append(
            f"BT /F {korps} Tf 1 0 0 1 {x} {self.y:.0f} Tm {self.letter.codeer(woorden)} Tj ET"
        )

    def alinea(self, soort: str, *regels: str, **velden: Any) -> None:
        """Add an element with lines of text."""
        with self.element(soort, **velden), self.inhoud():
            for regel in regels:
                self.teken(regel)

    def koppeling(self, woorden: str, contents: str, **doel: Any) -> None:
        """Add a link with its text, on the line where the last text stands."""
        with self.element("Link") as element:
            with self.inhoud():
                self.teken(woorden, 120, 0)
            annotatie = self.pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=Array([120, round(self.y) - 3, 300, round(self.y) + 12]),
                    F=4,
                    Border=Array([0, 0, 0]),
                    Contents=String(contents),
                    StructParent=KOPPELINGEN + self.links,
                    **doel,
                )
            )
            self.pagina.Annots = Array([*self.pagina.get("/Annots", Array()), annotatie])
            self.pagina.Tabs = Name.S
            element.K.append(Dictionary(Type=Name.OBJR, Pg=self.pagina, Obj=annotatie))
            self.nummers[KOPPELINGEN + self.links] = element
            self.links += 1

    def vorm(self, naam: str, opdrachten: str) -> None:
        """Draw a form XObject of so many points."""
        vorm = self.pdf.make_stream(
            opdrachten.encode("latin-1"),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, VIERKANT, VIERKANT]),
            Resources=Dictionary(Font=Dictionary(F=self.letter.object_)),
        )
        vormen = self.pagina.Resources.get("/XObject", Dictionary())
        vormen[f"/{naam}"] = vorm
        self.pagina.Resources.XObject = vormen
        self.y -= VIERKANT + 10
        self.opdrachten.append(f"q 1 0 0 1 40 {self.y:.0f} cm /{naam} Do Q")

    def klaar(self) -> bytes:
        """Give the file."""
        self.sluit_pagina()
        pdf, wortel = self.pdf, self.pdf.Root
        paren: list[Any] = []
        for nummer in sorted(self.nummers):
            paren += [nummer, self.nummers[nummer]]
        self.boom.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(paren)))
        self.boom.ParentTreeNextKey = KOPPELINGEN + self.links
        self.boom.RoleMap = Dictionary(Kaartkop=Name.H2)
        wortel.StructTreeRoot = self.boom
        wortel.MarkInfo = Dictionary(Marked=True)
        wortel.Lang = String("nl-NL")
        wortel.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        wortel.Metadata = pdf.make_stream((XMP % TITEL).encode(), Type=Name.Metadata, Subtype=Name.XML)
        wortel.OutputIntents = Array(
            [
                Dictionary(
                    Type=Name.OutputIntent,
                    S=Name.GTS_PDFA1,
                    OutputConditionIdentifier=String("sRGB"),
                    Info=String("sRGB"),
                    DestOutputProfile=pdf.make_stream(SRGB, N=3),
                )
            ]
        )
        pdf.docinfo["/Title"] = TITEL
        with pdf.open_outline() as bladwijzers:
            for nummer in range(PAGINAS):
                bladwijzers.root.append(pikepdf.OutlineItem(f"Kaart {nummer + 1}", nummer))
        return bewaar(pdf)


def attributen(eigenaar: str, **velden: Any) -> Dictionary:
    """Give attributes of an element."""
    return Dictionary({"/O": Name(f"/{eigenaar}"), **{f"/{naam}": waarde for naam, waarde in velden.items()}})


@cache
def goed() -> bytes:
    """Give the file that breaks no rule."""
    maker = Maker()
    maker.nieuwe_pagina()
    with maker.element("Document"):
        for deel in (_tekst, _lijsten, _tabel, _beelden, _over_twee_paginas):
            with maker.element("Sect"):
                deel(maker)
            _voet(maker)
            if deel is not _over_twee_paginas:
                maker.nieuwe_pagina()
    return maker.klaar()


def _voet(maker: Maker) -> None:
    nummer = len(maker.pdf.pages)
    with maker.versiering():
        maker.y = 40
        maker.teken(str(nummer), 200, 0, 9)
        maker.opdrachten.append("0.5 0.5 0.5 RG 40 36 m 360 36 l S")


def _tekst(maker: Maker) -> None:
    maker.alinea("H1", "Tekst en koppen")
    maker.alinea("P", "Een alinea van twee regels, de eerste ", "met een spatie aan het einde.")
    maker.alinea("Kaartkop", "Woorden in een regel")
    with maker.element("P"):
        with maker.inhoud():
            maker.teken("Samen met het ")
        with maker.element("Span", E="Dagelijks Bestuur"), maker.inhoud():
            maker.teken("DB", 120, 0)
        with maker.inhoud():
            maker.teken(" en een ", 140, 0)
        with maker.element("Span", Lang="en-GB"), maker.inhoud():
            maker.teken("workshop", 200, 0)
        with maker.inhoud():
            maker.teken(". En ", 260, 0)
            maker.opdrachten.append("/Span <</ActualText (vraag)>> BDC")
            maker.teken("vr-", 300, 0)
            maker.teken("aag")
            maker.opdrachten.append("EMC")
            maker.teken(".", 60, 0)
    with maker.element("P"):
        with maker.inhoud():
            maker.teken("Meer weten? ")
        uri = Dictionary(S=Name.URI, URI=String("https://voorbeeld.nl/"))
        maker.koppeling("Naar voorbeeld.nl", "Naar voorbeeld.nl", A=uri)


def _lijsten(maker: Maker) -> None:
    maker.alinea("H1", "Lijsten")
    with maker.element("L", A=attributen("List", ListNumbering=Name.Decimal)):
        for nummer, woorden in enumerate(("Doel", "Besluit"), 1):
            with maker.element("LI"):
                maker.alinea("Lbl", f"{nummer}.")
                with maker.element("LBody"):
                    with maker.inhoud():
                        maker.teken(woorden, 60, 0)
                    if nummer == 2:
                        kenmerken = attributen("List", ListNumbering=Name.Disc)
                        with maker.element("L", A=kenmerken), maker.element("LI"):
                            maker.alinea("Lbl", "•")
                            maker.alinea("LBody", "Dieper")
    with maker.element("TOC"), maker.element("TOCI"):
        maker.koppeling("Tekst en koppen", "Naar kaart 1", Dest=Array([maker.pdf.pages[0].obj, Name.Fit]))


def _tabel(maker: Maker) -> None:
    maker.alinea("H1", "Tabel")
    with maker.element("Table"):
        maker.alinea("Caption", "Wie doet wat")
        with maker.element("THead"), maker.element("TR"):
            maker.alinea("TH", "Rol", A=attributen("Table", Scope=Name.Column))
            maker.alinea("TH", "Taken", A=attributen("Table", Scope=Name.Column, ColSpan=2))
        with maker.element("TBody"):
            with maker.element("TR"):
                kenmerken = attributen("Table", Scope=Name.Row, RowSpan=2)
                maker.alinea("TH", "Voorzitter", A=kenmerken)
                maker.alinea("TD", "Bewaakt")
                maker.alinea("TD", "Leidt")
            with maker.element("TR"):
                maker.alinea("TD", "Sluit")
                maker.alinea("TD", "Opent")
    maker.alinea("Note", "Een noot bij de tabel.", ID="noot-1")


def _beelden(maker: Maker) -> None:
    maker.alinea("H1", "Beelden")
    kenmerken = attributen("Layout", BBox=Array([40, 400, 340, 540]))
    with maker.element("Figure", Alt="Drie vierkanten", A=kenmerken), maker.inhoud():
        maker.opdrachten.append("0 0.3 0.6 rg 40 500 40 40 re f 100 500 40 40 re f")
        maker.y = 500
        maker.vorm("Vierkant", "0 0.3 0.6 rg 0 0 40 40 re f")
    with maker.element("P"), maker.inhoud():
        maker.vorm("Woord", f"BT /F 12 Tf 1 0 0 1 0 5 Tm {maker.letter.codeer('Tekst in een vorm.')} Tj ET")
    with maker.element("Formula", Alt="a plus b"), maker.inhoud():
        maker.teken("a + b")


def _over_twee_paginas(maker: Maker) -> None:
    maker.alinea("H1", "Over twee pagina’s")
    with maker.element("P"):
        with maker.inhoud():
            maker.teken("Deze alinea gaat op de ")
        _voet(maker)
        maker.nieuwe_pagina()
        with maker.inhoud():
            maker.teken("volgende pagina verder.")
    maker.alinea("P", "Dat was het.")


def bewaar(pdf: Pdf, **hoe: Any) -> bytes:
    """Give the bytes of a file, without changes that qpdf would make by itself."""
    uit = BytesIO()
    pdf.save(uit, fix_metadata_version=False, **{"deterministic_id": True, "force_version": "1.7", **hoe})
    return uit.getvalue()


def bedorven(bederf: Bederf, **hoe: Any) -> bytes:
    """Give the file with one change."""
    with pikepdf.open(BytesIO(goed())) as pdf:
        bederf(pdf)
        return bewaar(pdf, **hoe)


def elementen(pdf: Pdf, soort: str) -> list[Any]:
    """Give all elements of a type, as the file names it, in reading order."""
    gevonden, stapel = [], [pdf.Root.StructTreeRoot]
    while stapel:
        knoop = stapel.pop()
        if knoop.get("/S") == f"/{soort}":
            gevonden.append(knoop)
        delen = knoop.get("/K", Array())
        stapel += [een for een in reversed(list(delen)) if isinstance(een, Dictionary) and "/S" in een]
    return gevonden


def vervang(pdf: Pdf, oud: str, nieuw: str, pagina: int = 0) -> None:
    """Change the instructions of a page, once."""
    stroom = pdf.pages[pagina].obj.Contents
    inhoud = stroom.read_bytes().decode("latin-1")
    assert oud in inhoud
    stroom.write(inhoud.replace(oud, nieuw, 1).encode("latin-1"))


def teken(pdf: Pdf, opdrachten: str, pagina: int = 0) -> None:
    """Draw something extra on a page."""
    stroom = pdf.pages[pagina].obj.Contents
    stroom.write(stroom.read_bytes() + f"\n{opdrachten}".encode("latin-1"))


def xmp(pdf: Pdf, oud: str, nieuw: str) -> None:
    """Change the metadata."""
    inhoud = pdf.Root.Metadata.read_bytes().decode()
    assert oud in inhoud
    pdf.Root.Metadata = pdf.make_stream(
        inhoud.replace(oud, nieuw).encode(), Type=Name.Metadata, Subtype=Name.XML
    )


def letter(pdf: Pdf) -> Any:
    """Give the font."""
    return pdf.pages[0].obj.Resources.Font.F


def codeer(pdf: Pdf, teken_: str) -> str:
    """Give the code of a character, in hexadecimal."""
    regel = letter(pdf).ToUnicode.read_bytes().decode().split(f"> <{ord(teken_):04X}>")[0]
    return regel[-4:]


def terugweg(pdf: Pdf, nummer: int, waarde: Any) -> None:
    """Add a number at the end of the ParentTree."""
    paren = pdf.Root.StructTreeRoot.ParentTree.Nums
    paren.append(nummer)
    paren.append(waarde)


def tekst_in_vorm(pdf: Pdf) -> None:
    """Draw a form on the last page whose content has a number of its own (ISO 32000-1, 14.7.4.2)."""
    ouder, pagina = elementen(pdf, "Sect")[-1], pdf.pages[-1].obj
    codes = "".join(codeer(pdf, teken_) for teken_ in "Los")
    vorm = pdf.make_stream(
        f"/P <</MCID 0>> BDC BT /F 9 Tf 0 0 Td <{codes}> Tj ET EMC".encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, VIERKANT, VIERKANT]),
        Resources=pagina.Resources,
        StructParents=2500,
    )
    stuk = Dictionary(Type=Name.MCR, Pg=pagina, Stm=vorm, MCID=0)
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=ouder, K=Array([stuk])))
    ouder.K.append(element)
    terugweg(pdf, 2500, Array([element]))
    pagina.Resources = Dictionary(Font=pagina.Resources.Font, XObject=Dictionary(T=vorm))
    teken(pdf, "/T Do", len(pdf.pages) - 1)
