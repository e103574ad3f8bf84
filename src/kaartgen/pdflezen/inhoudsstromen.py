"""The streams of a PDF that draw."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Pdf, Stream

from kaartgen.pdflezen.waarden import een_of_meer, naam, veld


def inhoudsstromen(pdf: Pdf) -> Iterator[Stream]:
    """Give the content streams of all pages, and all forms (ISO 32000-1, 7.8.2 and 8.10)."""
    for pagina in pdf.pages:
        yield from (een for een in een_of_meer(veld(pagina.obj, "/Contents")) if isinstance(een, Stream))
    for object_ in pdf.objects:
        if isinstance(object_, Stream) and naam(veld(object_, "/Subtype")) == "Form":
            yield object_
