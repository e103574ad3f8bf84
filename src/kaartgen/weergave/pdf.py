"""From Pagina to PDF: the same page is drawn once, however many documents it is in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import quote

from reportlab.pdfbase import pdfdoc

from kaartgen.lettertypen import Lettertype
from kaartgen.maten import naar_pt
from kaartgen.scene import Document, Pagina, Tekst
from kaartgen.weergave.pdf_bestand import MAKER, Bestand, datum, stroom, tekstwaarde
from kaartgen.weergave.pdf_bladwijzers import bladwijzers, zet_bladwijzers
from kaartgen.weergave.pdf_inkt import schermpen
from kaartgen.weergave.pdf_letters import Letterkast, zet_letters
from kaartgen.weergave.pdf_tekening import Koppeling, Tekening, teken, teken_elementen

AFDRUKKEN = 4
"""Annotation flag Print (ISO 32000-1, table 165)."""
ADRESTEKENS = "%:/?#[]@!$&'()*+,;=~"
"""Characters with a meaning of their own in an address (RFC 3986); others are escaped."""


class PdfSchrijver:
    """Writes documents as PDF; it remembers what it drew of each Pagina object for as long as it lives."""

    def __init__(self, lettertype: Lettertype) -> None:
        self._letterkast = Letterkast(lettertype)
        self._pen = schermpen()
        self._tekeningen: dict[int, tuple[Pagina, Tekening]] = {}
        self._nummers: dict[int, tuple[Tekst, Tekening]] = {}

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
        bestand = Bestand(document.taal)
        _beschrijf(bestand, document, moment)
        delen = [*tekeningen, *filter(None, nummers)]
        zet_letters(bestand, self._letterkast, [deel.letters for deel in delen])
        paginas = _zet_paginas(bestand, document.paginas, tekeningen, nummers)
        bestemmingen = [b"[%b /Fit]" % bestand.verwijs(pagina).format(bestand) for pagina in paginas]
        _zet_koppelingen(bestand, document.paginas, tekeningen, paginas, bestemmingen)
        zet_bladwijzers(bestand, bladwijzers(document.paginas), bestemmingen)
        return bestand.klaar()

    def _tekening(self, pagina: Pagina) -> Tekening:
        bewaard = self._tekeningen.get(id(pagina))
        if bewaard is None:
            # The page is kept beside its drawing, or its id could pass to another page.
            bewaard = self._tekeningen[id(pagina)] = (pagina, teken(pagina, self._letterkast, self._pen))
        return bewaard[1]

    def _nummer(self, document: Document, plek: int) -> Tekening | None:
        nummer = document.nummers[plek] if document.nummers else None
        if nummer is None:
            return None
        bewaard = self._nummers.get(id(nummer))
        if bewaard is None:
            hoogte = document.paginas[plek].maat.hoogte
            tekening = teken_elementen([nummer], hoogte, self._letterkast, self._pen)
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


def _zet_paginas(
    bestand: Bestand,
    bronnen: Sequence[Pagina],
    tekeningen: Sequence[Tekening],
    nummers: Sequence[Tekening | None],
) -> list[pdfdoc.PDFPage]:
    """Add the pages with their content streams."""
    letters = bestand.verwijs(pdfdoc.PDFDictionary({"Font": bestand.verwijs(bestand.lettertypen)}))
    paginas = []
    for bron, tekening, nummer in zip(bronnen, tekeningen, nummers, strict=True):
        pagina = pdfdoc.PDFPage()
        pagina.MediaBox = b"[0 0 %.2f %.2f]" % (naar_pt(bron.maat.breedte), naar_pt(bron.maat.hoogte))
        pagina.Resources = letters
        stromen = [bestand.verwijs(stroom(deel.inhoud)) for deel in (tekening, nummer) if deel]
        pagina.Contents = pdfdoc.PDFArray(stromen) if nummer else stromen[0]
        bestand.addPage(pagina)
        paginas.append(pagina)
    return paginas


def _zet_koppelingen(
    bestand: Bestand,
    bronnen: Sequence[Pagina],
    tekeningen: Sequence[Tekening],
    paginas: Sequence[pdfdoc.PDFPage],
    bestemmingen: Sequence[bytes],
) -> None:
    """Add the links of all pages, but those to pages that the document does not have."""
    per_id = {bron.id: b"/Dest " + plek for bron, plek in zip(bronnen, bestemmingen, strict=True)}
    for pagina, tekening in zip(paginas, tekeningen, strict=True):
        sprongen = [
            (koppeling, per_id.get(koppeling.doel.pagina) or _naar_adres(koppeling.doel.adres))
            for koppeling in tekening.koppelingen
        ]
        pagina.Annots = [
            bestand.verwijs(_annotatie(koppeling, sprong)) for koppeling, sprong in sprongen if sprong
        ]


def _annotatie(koppeling: Koppeling, sprong: bytes) -> bytes:
    """Give a link annotation (ISO 32000-1, 12.5.6.5); as bytes, for a document may have very many."""
    return b"<< /Type /Annot /Subtype /Link /Rect %b /Border [0 0 0] /F %d /Contents %b %b >>" % (
        koppeling.rechthoek.encode("ascii"),
        AFDRUKKEN,
        tekstwaarde(koppeling.doel.tekst),
        sprong,
    )


def _naar_adres(adres: str) -> bytes:
    """Give the action that opens an address; nothing for no address."""
    if not adres:
        return b""
    return b"/A << /S /URI /URI %b >>" % tekstwaarde(quote(adres, safe=ADRESTEKENS))
