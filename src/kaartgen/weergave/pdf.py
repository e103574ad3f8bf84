"""From Pagina to PDF: the same page is drawn once, however many documents it is in."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from urllib.parse import quote

from reportlab.pdfbase import pdfdoc

from kaartgen.icc import srgb
from kaartgen.lettertypen import Lettertype
from kaartgen.maten import naar_pt
from kaartgen.scene import Document, Pagina, Tekst
from kaartgen.weergave.pdf_bestand import MAKER, Bestand, datum, stroom, tekstwaarde, xmlstroom
from kaartgen.weergave.pdf_bladwijzers import bladwijzers, zet_bladwijzers
from kaartgen.weergave.pdf_compact import CompactBestand, los_object
from kaartgen.weergave.pdf_inkt import schermpen
from kaartgen.weergave.pdf_letters import Letterkast, zet_letters
from kaartgen.weergave.pdf_structuur import Bladstructuur, bladstructuur, zet_structuur
from kaartgen.weergave.pdf_tekening import Koppeling, Tekening, teken, teken_elementen
from kaartgen.weergave.pdf_xmp import xmp_scherm
from kaartgen.weergave.structuur import kopniveaus

SRGB = "sRGB IEC61966-2.1"
"""Name of the colours of a screen in the registry of the ICC."""
AFDRUKKEN = 4
"""Annotation flag Print (ISO 32000-1, table 165)."""
ADRESTEKENS = "%:/?#[]@!$&'()*+,;=~"
"""Characters with a meaning of their own in an address (RFC 3986); others are escaped."""


class Schermpagina(pdfdoc.PDFPage):
    """Page of a file for the screen: where its content is in the structure, and that tabs follow that."""

    StructParents: int | None
    Tabs: str | None

    def __init__(self) -> None:
        super().__init__()
        self.__NoDefault__ = [*self.__NoDefault__, "StructParents", "Tabs"]
        self.StructParents = self.Tabs = None


class PdfSchrijver:
    """Writes documents as PDF; it remembers what it drew of each Pagina object for as long as it lives.

    Files are PDF/UA-1 and PDF/A-2a, unless they are not `getagd`: for a picture of a page nobody needs the
    structure.
    """

    def __init__(self, lettertype: Lettertype, *, getagd: bool = True) -> None:
        self._getagd = getagd
        self._letterkast = Letterkast(lettertype)
        self._pen = schermpen()
        self._tekeningen: dict[int, tuple[Pagina, Tekening]] = {}
        self._nummers: dict[int, tuple[Tekst, Tekening]] = {}
        self._bladen: dict[tuple[int, int, frozenset[int]], Bladstructuur] = {}

    def schrijf(self, document: Document, moment: datetime) -> bytes:
        """Give the bytes of the file; `moment` is the date it carries.

        The same document and moment always give the same bytes. A link to a page that is not in the
        document is left out. Raises ValueError for a document without pages and for a character that
        the font does not have.
        """
        if not document.paginas:
            raise ValueError(f"Het document '{document.titel}' heeft geen pagina's.")
        tekeningen = [self._tekening(pagina) for pagina in document.paginas]
        nummers = [self._nummer(document, plek) for plek in range(len(tekeningen))]
        bestand = CompactBestand(document.taal)
        _beschrijf(bestand, document, moment)
        if self._getagd:
            _zet_conform(bestand, document, moment)
        delen = [*tekeningen, *filter(None, nummers)]
        zet_letters(bestand, self._letterkast, [deel.letters for deel in delen])
        paginas = _zet_paginas(bestand, document.paginas, tekeningen, nummers)
        bestemmingen = [b"[%b /Fit]" % bestand.verwijs(pagina).format(bestand) for pagina in paginas]
        sprongen = _sprongen(document.paginas, tekeningen, bestemmingen)
        annotaties = [[bestand.reserveer(1) for _ in eigen] for eigen in sprongen]
        ouders: Sequence[Mapping[int, int | None]] = (
            self._zet_structuur(bestand, document, tekeningen, paginas, sprongen, annotaties)
            if self._getagd
            else [dict.fromkeys(eigen) for eigen in sprongen]
        )
        for rang, pagina in enumerate(paginas):
            _zet_koppelingen(
                bestand, pagina, tekeningen[rang], sprongen[rang], annotaties[rang], ouders[rang]
            )
        zet_bladwijzers(bestand, bladwijzers(document.paginas), bestemmingen)
        return bestand.klaar()

    def opdrachten(self, pagina: Pagina) -> bytes:
        """Give the operators that draw a page without its number: what is seen of it, and no more."""
        return zlib.decompress(self._tekening(pagina).inhoud)

    def _zet_structuur(
        self,
        bestand: CompactBestand,
        document: Document,
        tekeningen: Sequence[Tekening],
        paginas: Sequence[Schermpagina],
        sprongen: Sequence[Mapping[int, bytes]],
        annotaties: Sequence[Sequence[int]],
    ) -> Sequence[Mapping[int, int | None]]:
        """Add the structure tree; give for each page what its links are called there."""
        niveaus = kopniveaus(document.paginas)
        bladen = [
            self._blad(*alles)
            for alles in zip(document.paginas, tekeningen, niveaus, map(frozenset, sprongen), strict=True)
        ]
        for rang, pagina in enumerate(paginas):
            pagina.StructParents = rang
            pagina.Tabs = "/S"
        plekken = [bestand.nummer(bestand.verwijs(pagina)) for pagina in paginas]
        return zet_structuur(bestand, bladen, plekken, annotaties)

    def _tekening(self, pagina: Pagina) -> Tekening:
        bewaard = self._tekeningen.get(id(pagina))
        if bewaard is None:
            tekening = teken(pagina, self._letterkast, self._pen, getagd=self._getagd)
            # The page is kept beside its drawing, or its id could pass to another page.
            bewaard = self._tekeningen[id(pagina)] = (pagina, tekening)
        return bewaard[1]

    def _blad(
        self, pagina: Pagina, tekening: Tekening, niveau: int, koppelingen: frozenset[int]
    ) -> Bladstructuur:
        sleutel = (id(pagina), niveau, koppelingen)
        blad = self._bladen.get(sleutel)
        if blad is None:
            blad = self._bladen[sleutel] = bladstructuur(pagina, tekening, niveau, koppelingen)
        return blad

    def _nummer(self, document: Document, plek: int) -> Tekening | None:
        nummer = document.nummers[plek] if document.nummers else None
        if nummer is None:
            return None
        bewaard = self._nummers.get(id(nummer))
        if bewaard is None:
            hoogte = document.paginas[plek].maat.hoogte
            tekening = teken_elementen([nummer], hoogte, self._letterkast, self._pen, getagd=self._getagd)
            bewaard = self._nummers[id(nummer)] = (nummer, tekening)
        return bewaard[1]


def _beschrijf(bestand: Bestand, document: Document, moment: datetime) -> None:
    """Set what the file tells about itself."""
    bestand.setTitle(document.titel)
    bestand.setAuthor(document.maker)
    bestand.setSubject(document.onderwerp)
    bestand.setKeywords(", ".join(document.trefwoorden))
    bestand.setCreator(MAKER)
    bestand.setDateFormatter(lambda *_: datum(moment))
    bestand.Catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": pdfdoc.PDFtrue})


def _zet_conform(bestand: Bestand, document: Document, moment: datetime) -> None:
    """Say which standards the file meets, and which colours it is in (ISO 32000-1, 14.11.5)."""
    metadata = xmp_scherm(document, moment, bestand.info.producer)
    bestand.Catalog.Metadata = bestand.verwijs(xmlstroom(metadata))
    profiel = bestand.verwijs(stroom(srgb(), extra={"N": 3}, ingepakt=False))
    bestand.Catalog.OutputIntents = pdfdoc.PDFArray(
        [
            pdfdoc.PDFDictionary(
                {
                    "Type": "/OutputIntent",
                    "S": "/GTS_PDFA1",
                    "OutputConditionIdentifier": tekstwaarde(SRGB),
                    "Info": tekstwaarde(SRGB),
                    "DestOutputProfile": profiel,
                }
            )
        ]
    )


def _zet_paginas(
    bestand: Bestand,
    bronnen: Sequence[Pagina],
    tekeningen: Sequence[Tekening],
    nummers: Sequence[Tekening | None],
) -> list[Schermpagina]:
    """Add the pages with their content streams."""
    letters = bestand.verwijs(pdfdoc.PDFDictionary({"Font": bestand.verwijs(bestand.lettertypen)}))
    paginas: list[Schermpagina] = []
    for bron, tekening, nummer in zip(bronnen, tekeningen, nummers, strict=True):
        pagina = Schermpagina()
        pagina.MediaBox = b"[0 0 %.2f %.2f]" % (naar_pt(bron.maat.breedte), naar_pt(bron.maat.hoogte))
        pagina.Resources = letters
        stromen = [bestand.verwijs(stroom(deel.inhoud)) for deel in (tekening, nummer) if deel]
        pagina.Contents = pdfdoc.PDFArray(stromen) if nummer else stromen[0]
        bestand.addPage(pagina)
        paginas.append(pagina)
    return paginas


def _zet_koppelingen(
    bestand: CompactBestand,
    pagina: Schermpagina,
    tekening: Tekening,
    sprongen: Mapping[int, bytes],
    annotaties: Sequence[int],
    ouders: Mapping[int, int | None],
) -> None:
    """Add the links of a page, with these object numbers, that lead somewhere."""
    for (koppeling, sprong), nummer in zip(sprongen.items(), annotaties, strict=True):
        annotatie = _annotatie(tekening.koppelingen[koppeling], sprong, ouders[koppeling])
        bestand.voeg_toe(los_object(nummer, annotatie))
    pagina.Annots = [b"%d 0 R" % nummer for nummer in annotaties]


def _sprongen(
    bronnen: Sequence[Pagina], tekeningen: Sequence[Tekening], bestemmingen: Sequence[bytes]
) -> list[dict[int, bytes]]:
    """Give for each page where its links lead, by their number; without those to pages that the document
    does not have."""
    per_id = {bron.id: b"/Dest " + plek for bron, plek in zip(bronnen, bestemmingen, strict=True)}
    return [
        {
            nummer: sprong
            for nummer, koppeling in enumerate(tekening.koppelingen)
            if (sprong := per_id.get(koppeling.doel.pagina) or _naar_adres(koppeling.doel.adres))
        }
        for tekening in tekeningen
    ]


def _annotatie(koppeling: Koppeling, sprong: bytes, ouder: int | None) -> bytes:
    """Give a link annotation (ISO 32000-1, 12.5.6.5); `ouder` is its number in the structure, if any."""
    return b"<</Type/Annot/Subtype/Link/Rect %b/Border[0 0 0]/F %d%b/Contents %b %b>>" % (
        koppeling.rechthoek.encode("ascii"),
        AFDRUKKEN,
        b"" if ouder is None else b"/StructParent %d" % ouder,
        tekstwaarde(koppeling.doel.tekst),
        sprong,
    )


def _naar_adres(adres: str) -> bytes:
    """Give the action that opens an address; nothing for no address."""
    if not adres:
        return b""
    return b"/A << /S /URI /URI %b >>" % tekstwaarde(quote(adres, safe=ADRESTEKENS))
