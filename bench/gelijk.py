"""Checks that peers made the same as kaartgen, for a comparison of unlike things says nothing."""

from __future__ import annotations

import html
import re
import zipfile
from collections import Counter
from pathlib import Path

import pypdfium2

_DIA = re.compile(r"ppt/slides/slide\d+\.xml")
_VELD = re.compile(r"<a:fld.*?</a:fld>", re.DOTALL)
_TEKST = re.compile(r"<a:t>(.*?)</a:t>", re.DOTALL)


def _dias(pad: Path) -> tuple[int, Counter[str], int, int]:
    letters: Counter[str] = Counter()
    with zipfile.ZipFile(pad) as zip_:
        namen = [naam for naam in zip_.namelist() if _DIA.fullmatch(naam)]
        inhoud = [_VELD.sub("", zip_.read(naam).decode()) for naam in namen]
    for xml in inhoud:
        for tekst in _TEKST.findall(xml):
            letters.update("".join(html.unescape(tekst).split()))
    koppelingen = sum(xml.count('action="ppaction://hlinksldjump"') for xml in inhoud)
    return len(namen), letters, sum(xml.count("<a:custGeom>") for xml in inhoud), koppelingen


def keur_pptx(een: Path, ander: Path) -> None:
    """Raise RuntimeError unless two folders hold decks with the same slides, letters, paths and links."""
    namen = sorted(pad.name for pad in een.glob("*.pptx"))
    if not namen or namen != sorted(pad.name for pad in ander.glob("*.pptx")):
        raise RuntimeError("De bestanden van de twee makers zijn niet dezelfde.")
    for naam in namen:
        if _dias(een / naam) != _dias(ander / naam):
            raise RuntimeError(f"{naam} is bij de twee makers niet gelijk.")


def _paginas(pad: Path) -> tuple[int, Counter[str]]:
    document = pypdfium2.PdfDocument(pad)
    letters: Counter[str] = Counter()
    for pagina in document:
        letters.update("".join(pagina.get_textpage().get_text_range().split()))
    # Readers differ in what they make of a hyphen at the end of a line.
    return len(document), Counter({letter: aantal for letter, aantal in letters.items() if letter.isalnum()})


def keur_pdf(een: Path, ander: Path) -> None:
    """Raise RuntimeError unless two PDF files have as many pages and the same letters on them."""
    if _paginas(een) != _paginas(ander):
        raise RuntimeError(f"{een.name} en {ander.name} zijn niet gelijk.")
