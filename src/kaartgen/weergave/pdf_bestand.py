"""PDF file under construction: the parts of reportlab's document that kaartgen uses, with types."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from hashlib import md5
from itertools import count
from typing import Any

from reportlab.pdfbase import pdfdoc

MAKER = "kaartgen"
PDF_VERSIE = (1, 7)
ZONDER_KENMERK = b"0" * 32
EINDE = b"endstream\n"

type_verwijzing = pdfdoc.PDFObjectReference


class Bestand(pdfdoc.PDFDocument):
    """PDF file whose bytes, identifier included, follow from its content and nothing else."""

    Catalog: Any
    """Document catalog (ISO 32000-1, 7.7.2)."""

    def __init__(self, taal: str, versie: tuple[int, int] | None = None) -> None:
        super().__init__(invariant=1, pdfVersion=versie or PDF_VERSIE, lang=taal)
        # reportlab's catalog writes only what is on its list.
        self.Catalog.__NoDefault__ = [*self.Catalog.__NoDefault__, "OutputIntents"]
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


class Bladzijde(pdfdoc.PDFPage):
    """Page of a file for printing, with the boxes of bleed and trim (ISO 32000-1, 14.11.2)."""

    TrimBox: bytes
    BleedBox: bytes


def datum(moment: datetime) -> str:
    """Give a date as PDF writes it (ISO 32000-1, 7.9.4); without time zone it is local time."""
    zone = moment.strftime("%z")
    return moment.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")


class Stroom(pdfdoc.PDFStream):
    """Stream whose end stands on a line of its own, as PDF/A wants it (ISO 19005-2, 6.1.7.1)."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Give the stream as it stands in the file."""
        geheel: bytes = super().format(document)
        return geheel.removesuffix(EINDE) + b"\n" + EINDE


def stroom(inhoud: bytes, *, extra: Mapping[str, object] | None = None, ingepakt: bool = True) -> Stroom:
    """Give a stream of bytes, deflated here unless they are so already (`ingepakt`), with `extra` keys in its
    dictionary."""
    bytes_ = inhoud if ingepakt else zlib.compress(inhoud)
    return Stroom(pdfdoc.PDFDictionary({"Filter": b"/FlateDecode", **(extra or {})}), bytes_)


def xmlstroom(tekst: str) -> Stroom:
    """Give a metadata stream; it stays readable for programs that do not know PDF (ISO 32000-1, 14.3.2)."""
    return Stroom(pdfdoc.PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}), tekst.encode())


@lru_cache(8192)
def tekstwaarde(tekst: str) -> bytes:
    """Give a text as PDF writes it (ISO 32000-1, 7.9.2)."""
    return pdfdoc.PDFString(tekst).format(pdfdoc.DummyDoc())
