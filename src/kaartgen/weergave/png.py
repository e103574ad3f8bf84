"""From PDF to PNG: a page as a picture, to show it or to compare it."""

from __future__ import annotations

from io import BytesIO

import pypdfium2

NET_ONDER = 1e-6
"""Taken off the width in pixels: pypdfium2 rounds up, and a float may lie just above a whole number."""


def teken(pdf: bytes, pagina: int = 0, breedte_px: int = 1600) -> bytes:
    """Give a page of a PDF as an RGB PNG, `breedte_px` pixels wide, on white; `pagina` counts from 0.

    The same PDF always gives the same bytes. Raises IndexError for a page that is not there and
    ValueError for a width below 1.
    """
    if breedte_px < 1:
        raise ValueError(f"Een afbeelding is ten minste 1 beeldpunt breed, niet {breedte_px}.")
    with pypdfium2.PdfDocument(pdf) as document:
        if not 0 <= pagina < len(document):
            raise IndexError(f"Pagina {pagina} bestaat niet: er zijn er {len(document)}, geteld vanaf 0.")
        blad = document[pagina]
        beeld = blad.render(scale=(breedte_px - NET_ONDER) / blad.get_width()).to_pil()
        bytes_ = BytesIO()
        beeld.save(bytes_, format="PNG")
        return bytes_.getvalue()
