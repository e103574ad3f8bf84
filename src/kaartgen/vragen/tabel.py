"""From the questions on cards to a table (XLSX or CSV), nice to edit and with the same bytes every time."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kaartgen.vragen.kaartkenmerk import Kaartkenmerk, afkomstkenmerk, schrijf_kenmerk
from kaartgen.vragen.uitgifte import Uitgifte

KOPPEN = ("kaart", "titel", "vraag", "positie", "kenmerk")
BLADNAAM = "Reflectievragen"
_BREEDTES = (8, 44, 80, 9, 10)
"""Widths of the columns, in characters."""
_OVER_HET_KENMERK = (
    "Laat deze kolom staan. Hieraan ziet kaartgen met welke vragen deze tabel gemaakt is. In een nieuwe rij "
    "mag de cel leeg blijven."
)
_ALS_TEKST = 49
"""Number of the format for text (ISO/IEC 29500-1, 18.8.30)."""
_FORMULE = re.compile(r"'*[=+\-@\t\r]")
"""Beginning that makes a spreadsheet take a text for a formula (OWASP, CSV injection), or an apostrophe
before it."""


@dataclass(frozen=True, slots=True)
class Tabelrij:
    """One question: number and title of its card, its position there from 1, and what its card was given out
    with."""

    kaart: int
    titel: str
    vraag: str
    positie: int
    kenmerk: str = ""


def rijen(uitgifte: Uitgifte) -> Iterator[Tabelrij]:
    """Give all questions in the order of the cards."""
    afkomst = afkomstkenmerk(uitgifte.publicatie, uitgifte.editie, uitgifte.lagen)
    for kaart in uitgifte.kaarten.values():
        kenmerk = schrijf_kenmerk(kaart.id, Kaartkenmerk(afkomst, kaart.nummer, kaart.merk))
        for positie, vraag in enumerate(kaart.vragen, 1):
            yield Tabelrij(kaart.nummer, kaart.titel, vraag, positie, kenmerk)


def als_csv(tabel: Sequence[Tabelrij]) -> bytes:
    """Give the table as Dutch Excel opens it at a double click: UTF-8 with a mark, cells between ;."""
    doos = io.StringIO()
    schrijver = csv.writer(doos, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(KOPPEN)
    for rij in tabel:
        schrijver.writerow([rij.kaart, _schild(rij.titel), _schild(rij.vraag), rij.positie, rij.kenmerk])
    return doos.getvalue().encode("utf-8-sig")


def als_xlsx(tabel: Sequence[Tabelrij], uitgifte: Uitgifte, moment: datetime) -> bytes:
    """Give the table as a workbook that carries what it was made from."""
    import xlsxwriter

    doos = io.BytesIO()
    boek = xlsxwriter.Workbook(
        doos,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    boek.set_properties({"title": BLADNAAM, "created": moment.replace(tzinfo=None)})
    for naam, waarde in uitgifte.eigenschappen():
        boek.set_custom_property(naam, waarde, "text")
    blad = boek.add_worksheet(BLADNAAM)
    kop = boek.add_format({"bold": True, "bottom": 1, "valign": "top"})
    getal = boek.add_format({"valign": "top", "align": "center"})
    # The format of text, and the quote that Excel keeps, hold also when somebody edits the cell.
    tekst = boek.add_format(
        {"valign": "top", "text_wrap": True, "num_format": _ALS_TEKST, "quote_prefix": True}
    )
    # Grey, and cut off at the edge of its cell: it is for programs.
    merk = boek.add_format(
        {"valign": "top", "align": "fill", "num_format": _ALS_TEKST, "font_color": "gray", "font_size": 8}
    )
    for kolom, (naam, breedte) in enumerate(zip(KOPPEN, _BREEDTES, strict=True)):
        blad.set_column(kolom, kolom, breedte)
        blad.write_string(0, kolom, naam, kop)
    for nummer, rij in enumerate(tabel, 1):
        blad.write_number(nummer, 0, rij.kaart, getal)
        blad.write_string(nummer, 1, rij.titel, tekst)
        blad.write_string(nummer, 2, rij.vraag, tekst)
        blad.write_number(nummer, 3, rij.positie, getal)
        blad.write_string(nummer, 4, rij.kenmerk, merk)
    uitleg = {"validate": "any", "input_title": KOPPEN[4], "input_message": _OVER_HET_KENMERK}
    blad.data_validation(0, 4, len(tabel), 4, uitleg)
    blad.freeze_panes(1, 0)
    blad.autofilter(0, 0, len(tabel), len(KOPPEN) - 1)
    blad.print_area(0, 0, len(tabel), 3)
    blad.repeat_rows(0)
    blad.set_landscape()
    blad.set_paper(9)
    blad.fit_to_pages(1, 0)
    boek.close()
    return doos.getvalue()


def zonder_schild(cel: str) -> str:
    """Take off the apostrophe that was put before a text."""
    return cel[1:] if cel.startswith("'") and _FORMULE.match(cel) else cel


def _schild(tekst: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula."""
    return f"'{tekst}" if _FORMULE.match(tekst) else tekst
