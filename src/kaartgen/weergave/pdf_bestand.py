"""PDF file under construction: the parts of reportlab's document that kaartgen uses, with types."""

from __future__ import annotations

from functools import lru_cache
from hashlib import md5
from itertools import count
from typing import Any

from reportlab.pdfbase import pdfdoc

PDF_VERSIE = (1, 7)
ZONDER_KENMERK = b"0" * 32

type_verwijzing = pdfdoc.PDFObjectReference


class Bestand(pdfdoc.PDFDocument):
    """PDF file whose bytes, identifier included, follow from its content and nothing else."""

    Catalog: Any
    """Document catalog (ISO 32000-1, 7.7.2)."""

    def __init__(self, taal: str) -> None:
        super().__init__(invariant=1, pdfVersion=PDF_VERSIE, lang=taal)
        self._nummers = count(1)
        self.lettertypen: Any = self.idToObject[pdfdoc.BasicFonts]

    def verwijs(self, object_: pdfdoc.PDFObject | bytes) -> type_verwijzing:
        """Give a reference to an object, which it adds to the file if it is not in it yet.

        Ready-made bytes are taken as they are.
        """
        naam = f"Bytes{next(self._nummers)}" if isinstance(object_, bytes) else None
        verwijzing: type_verwijzing = self.Reference(object_, naam)  # type: ignore[no-untyped-call]
        return verwijzing

    def ID(self) -> bytes:  # noqa: N802
        """Give the place of the file identifier (ISO 32000-1, 14.4), filled in when the rest is known."""
        return b"[<%b> <%b>]" % (ZONDER_KENMERK, ZONDER_KENMERK)

    def klaar(self) -> bytes:
        """Give the file, with the digest of its content as identifier."""
        inhoud, kop, staart = self.format().rpartition(b"trailer\n")
        kenmerk = md5(inhoud, usedforsecurity=False).hexdigest().encode("ascii")
        return inhoud + kop + staart.replace(ZONDER_KENMERK, kenmerk)


def stroom(ingepakt: bytes, lengte: int | None = None) -> pdfdoc.PDFStream:
    """Give a stream of bytes that are deflated already; a font file also tells its `lengte` before that."""
    sleutels: dict[str, object] = {"Filter": b"/FlateDecode"}
    if lengte is not None:
        sleutels["Length1"] = lengte
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(sleutels), ingepakt)


@lru_cache(1024)
def tekstwaarde(tekst: str) -> bytes:
    """Give a text as PDF writes it (ISO 32000-1, 7.9.2)."""
    return pdfdoc.PDFString(tekst).format(pdfdoc.DummyDoc())
