"""From the bytes of a file to an opened PDF, within bounds."""

from __future__ import annotations

import logging
from io import BytesIO

import pikepdf
from pikepdf import Pdf, PdfError

from kaartgen.pdflezen.ontpakken import keur_stromen

BEGIN = b"%PDF-"
ZOEKBEREIK = 1024
"""A PDF begins within so many bytes (ISO 32000-1, annex H.3)."""

MAX_PAGINAS = 10_000
"""Most pages in a file."""

ONLEESBAAR = (PdfError, RuntimeError, ValueError, TypeError, LookupError, ArithmeticError)
"""What damage can make pikepdf raise, at any touch of a value."""

Versleuteld = pikepdf.PasswordError
"""The file asks for a password."""

# What qpdf says of a bad file is a finding here, and not a line of English on the screen.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())


class GeenPdf(Exception):
    """The file does not begin as a PDF does."""


def open_pdf(data: bytes) -> Pdf:
    """Open a file. Raises GeenPdf, TeGroot, Versleuteld, or one of ONLEESBAAR for damage."""
    if BEGIN not in data[:ZOEKBEREIK]:
        raise GeenPdf
    keur_stromen(data)
    return pikepdf.open(BytesIO(data), suppress_warnings=True)
