"""From the bytes of an XLSX or CSV file to Blad: rows of cells as text, within bounds.

A cell is data, never a formula: what a program calculated is told and left out.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from kaartgen.officelezen import MAX_DEEL
from kaartgen.vragen.pakket import Pakket, alle, eigenschappen, naam, verwijzing, weiger
from kaartgen.vragen.tabel import zonder_schild

MAX_RIJEN = 5_000
MAX_KOLOMMEN = 100
MAX_CEL = 5_000
"""Rows, columns, and characters in a cell."""

_CEL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ONTSNAPT = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How XLSX writes characters that XML cannot hold (ISO/IEC 29500-1, 22.9.2.19)."""
_SCHEIDERS = (";", ",", "\t")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_GEEN_TEKST = re.compile("[\x00-\x08\x0e-\x1f]")
_UTF8_TEKEN = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
"""A character of more than one byte in UTF-8; in Windows-1252 such a run of bytes makes no word."""


@dataclass(frozen=True, slots=True)
class Rij:
    """One row with its number in the file (from 1); `formules` are the columns (from 0) left out, `getallen`
    those whose cell is a number or a date, which a workbook keeps as a number of days."""

    nummer: int
    cellen: tuple[str, ...]
    formules: frozenset[int] = frozenset()
    getallen: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Blad:
    """What a table file holds: its own properties, and its rows with words. `meer` names further sheets."""

    bestand: str
    rijen: tuple[Rij, ...]
    eigenschappen: Mapping[str, str] = field(default_factory=dict)
    meer: tuple[str, ...] = ()


def lees_xlsx(pakket: Pakket, bestand: str) -> Blad:
    """Read the first sheet of a workbook. Raises Fouten when the file is broken or too big."""
    wortel = pakket.xml(pakket.hoofd)
    wijzers = pakket.relaties(pakket.hoofd)
    bladen = [(een.get("name", ""), verwijzing(een)) for een in alle(wortel, "sheet")]
    if not bladen or bladen[0][1] not in wijzers:
        raise weiger(bestand, "bestand-kapot", "In dit bestand is geen werkblad te vinden.")
    teksten = _gedeeld(pakket, [een.doel for een in wijzers.values() if een.soort == "sharedStrings"])
    rijen = tuple(_rijen(bestand, pakket.xml(wijzers[bladen[0][1]].doel), teksten))
    meer = tuple(titel for titel, _ in bladen[1:])
    return Blad(bestand, rijen, eigenschappen(pakket), meer)


def lees_csv(inhoud: bytes, bestand: str, koppen: Sequence[str]) -> Blad:
    """Read text with cells between ; or , or tabs: that one which finds most of the headings `koppen`.

    Raises Fouten when this is no text or too much of it.
    """
    if len(inhoud) > MAX_DEEL:
        raise weiger(bestand, "bestand-te-groot", "Dit bestand is te groot voor een tabel met vragen.")
    tekst = _tekst(inhoud, bestand)
    if tekst[:4].lower() == "sep=":
        tekst = tekst.partition("\n")[2]
    eerste = next((regel for regel in tekst.splitlines() if regel.strip()), "").casefold()
    scheider = max(
        _SCHEIDERS, key=lambda een: len({kop.strip(' "') for kop in eerste.split(een)} & {*koppen})
    )
    rijen: list[Rij] = []
    breedte, laatste = 0, 0
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=scheider, strict=True)
    try:
        for cellen in lezer:
            nummer = lezer.line_num
            _bewaak(bestand, nummer, len(rijen), [*cellen])
            breedte, laatste = max(breedte, laatste), len(cellen)
            if any(cel.strip() for cel in cellen):
                rijen.append(Rij(nummer, tuple(map(zonder_schild, cellen))))
    except csv.Error as fout:
        wat = (
            f"Rij {lezer.line_num} is geen rij van een tabel: er staat een aanhalingsteken verkeerd, de rij "
            "houdt midden in een tekst op of een cel heeft veel te veel tekst."
        )
        raise weiger(bestand, "tabel-kapot", wat) from fout
    if laatste < breedte and not tekst.endswith(("\n", "\r")):
        wat = f"De laatste rij (rij {lezer.line_num}) is niet af: het bestand houdt midden in een rij op."
        raise weiger(bestand, "tabel-kapot", wat)
    return Blad(bestand, tuple(rijen))


def _tekst(inhoud: bytes, bestand: str) -> str:
    """Decode: by its byte order mark, else UTF-8, else Windows-1252 as Excel writes it.

    UTF-8 with a broken byte in it is no Windows-1252: read so, every é would be two wrong characters.
    """
    codering = next((soort for merk, soort in _BOMS if inhoud.startswith(merk)), "")
    tekst = None
    pogingen = ("utf-8",) if _UTF8_TEKEN.search(inhoud) else ("utf-8", "cp1252")
    for poging in (codering,) if codering else pogingen:
        try:
            tekst = inhoud.decode(poging)
            break
        except UnicodeDecodeError:
            continue
    if tekst is None or _GEEN_TEKST.search(tekst):
        raad = "Bewaar de tabel opnieuw als XLSX, of als CSV met codering UTF-8."
        raise weiger(bestand, "geen-tekst", "Dit bestand is geen leesbare tekst.", raad)
    return tekst


def _rijen(bestand: str, wortel: etree._Element, teksten: Sequence[str]) -> Iterator[Rij]:
    aantal = 0
    for element in alle(wortel, "row"):
        nummer = _getal(element.get("r", ""), aantal + 1)
        cellen: list[str] = []
        formules, getallen = set(), set()
        for cel in element:
            if naam(cel) != "c":
                continue
            kolom = _kolom(cel.get("r", ""), len(cellen))
            if kolom >= MAX_KOLOMMEN:
                continue
            cellen += [""] * (kolom + 1 - len(cellen))
            if next(alle(cel, "f"), None) is not None or cel.get("t") == "e":
                formules.add(kolom)
            else:
                cellen[kolom] = _waarde(bestand, cel, teksten)
                if cel.get("t", "n") in ("n", "d") and cellen[kolom].strip():
                    getallen.add(kolom)
        _bewaak(bestand, nummer, aantal, cellen)
        if formules or any(een.strip() for een in cellen):
            aantal += 1
            yield Rij(nummer, tuple(cellen), frozenset(formules), frozenset(getallen))


def _waarde(bestand: str, cel: etree._Element, teksten: Sequence[str]) -> str:
    if cel.get("t") == "inlineStr":
        return _woorden(cel)
    ruw = next((een.text or "" for een in cel if naam(een) == "v"), "")
    if cel.get("t") != "s":
        return _ontsnap(ruw)
    plek = _getal(ruw, -1)
    if not 0 <= plek < len(teksten):
        raise weiger(bestand, "bestand-kapot", f"De tekst van cel {cel.get('r', '')} ontbreekt.")
    return teksten[plek]


def _gedeeld(pakket: Pakket, delen: Sequence[str]) -> tuple[str, ...]:
    """Give the texts that cells refer to by number."""
    return tuple(_woorden(een) for deel in delen for een in pakket.xml(deel) if naam(een) == "si")


def _woorden(element: etree._Element) -> str:
    """Give the text of runs; how it sounds (rPh, for Japanese) is no part of it."""
    return _ontsnap(
        "".join(
            een.text or ""
            for een in alle(element, "t")
            if not any(naam(boven) == "rPh" for boven in een.iterancestors())
        )
    )


def _ontsnap(tekst: str) -> str:
    return _ONTSNAPT.sub(lambda gevonden: chr(int(gevonden[1], 16)), tekst)


def _bewaak(bestand: str, nummer: int, aantal: int, cellen: Sequence[str]) -> None:
    if aantal >= MAX_RIJEN:
        raise weiger(bestand, "bestand-te-groot", f"Deze tabel heeft meer dan {MAX_RIJEN} rijen.")
    if any(len(cel) > MAX_CEL for cel in cellen):
        tekst = f"In rij {nummer} staat een cel met meer dan {MAX_CEL} tekens."
        raise weiger(bestand, "tekst-te-lang", tekst, "Haal weg wat er niet in hoort.")


def _kolom(verwijzing: str, anders: int) -> int:
    """Give the number of a column (A is 0) from the name of a cell; `anders` where it has none."""
    gevonden = _CEL.fullmatch(verwijzing)
    if gevonden is None:
        return anders
    nummer = 0
    for letter in gevonden[1]:
        nummer = nummer * 26 + ord(letter) - ord("A") + 1
    return nummer - 1


def _getal(tekst: str, anders: int) -> int:
    return int(tekst) if tekst.isascii() and tekst.isdecimal() and len(tekst) < 9 else anders
