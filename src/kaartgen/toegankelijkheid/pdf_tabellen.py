"""Rules about tables: rows of the same width, and a head for every cell (ISO 14289-1, 7.2 and 7.5)."""

from __future__ import annotations

from collections.abc import Iterator

from kaartgen.toegankelijkheid.bevinding import Bevinding
from kaartgen.toegankelijkheid.pdf_boom import RIJGROEPEN, Boom, Element
from kaartgen.toegankelijkheid.pdf_dossier import PRAKTIJK, UA, Dossier
from kaartgen.toegankelijkheid.pdf_waarden import een_of_meer, geheel, naam, tekst

BREEDST = 1_000
"""Most columns of a table that is looked at."""

RICHTINGEN = ("Row", "Column", "Both")
CELLEN = ("TH", "TD")


def maten(dossier: Dossier) -> Iterator[Bevinding]:
    """All rows are as wide as the first, and no cells lie over each other."""
    if dossier.boom is None:
        return
    for tabel in dossier.elementen("Table"):
        breedte = 0
        for groep in _groepen(tabel):
            breedte, fout = _maat(dossier.boom, groep, breedte)
            if fout:
                yield dossier.fout(
                    tabel, "tabel-ongelijk", fout, "Kijk na hoe breed en hoog de cellen zijn.", f"{UA}7.2"
                )
                break


def koppen(dossier: Dossier) -> Iterator[Bevinding]:
    """A table has heads, and each says whether it is of a row or a column, or cells name theirs (7.5)."""
    boom = dossier.boom
    if boom is None:
        return
    ids = {eigen for element in boom.elementen if (eigen := element.tekst("/ID"))}
    for tabel in dossier.elementen("Table"):
        cellen = [cel for rij in _rijen(tabel) for cel in rij.kinderen if cel.soort in CELLEN]
        kop = [cel for cel in cellen if cel.soort == "TH"]
        if cellen and not kop:
            yield dossier.fout(
                tabel,
                "tabel-zonder-kop",
                "De tabel heeft geen kopcellen (TH).",
                "Maak van de eerste rij of kolom kopcellen, of van de tabel gewone tekst.",
                PRAKTIJK,
            )
        genoemd = {cel.nummer: _genoemd(boom, cel) for cel in cellen}
        for cel in cellen:
            if not set(genoemd[cel.nummer]) <= ids:
                yield dossier.fout(
                    cel,
                    "kop-onbekend",
                    "De cel noemt een kopcel die niet bestaat (Headers).",
                    "Noem het ID van een kopcel in dezelfde tabel.",
                    f"{UA}7.5",
                )
        if all(genoemd[cel.nummer] for cel in cellen if cel.soort == "TD"):
            continue
        for cel in kop:
            if naam(boom.attribuut(cel, "Table", "/Scope")) not in RICHTINGEN:
                yield dossier.fout(
                    cel,
                    "kop-zonder-richting",
                    "De kopcel zegt niet of zij bij een rij of een kolom hoort (Scope).",
                    "Zet Scope op Row, Column of Both.",
                    f"{UA}7.5",
                )


def _genoemd(boom: Boom, cel: Element) -> list[str]:
    return [tekst(een) or "" for een in een_of_meer(boom.attribuut(cel, "Table", "/Headers"))]


def _groepen(tabel: Element) -> Iterator[list[Element]]:
    """Give the rows of a table, those of head, body and foot apart: no cell reaches from one into another."""
    los = [kind for kind in tabel.kinderen if kind.soort == "TR"]
    if los:
        yield los
    for groep in tabel.kinderen:
        if groep.soort in RIJGROEPEN:
            yield [rij for rij in groep.kinderen if rij.soort == "TR"]


def _rijen(tabel: Element) -> list[Element]:
    return [rij for groep in _groepen(tabel) for rij in groep]


def _maat(boom: Boom, rijen: list[Element], breedte: int) -> tuple[int, str]:
    """Give how wide rows are, and what is wrong with them; `breedte` is that of rows before, 0 for none."""
    bezet: dict[int, int] = {}
    for nummer, rij in enumerate(rijen, 1):
        kolom, volgende = 0, {plek: over - 1 for plek, over in bezet.items() if over > 1}
        for cel in rij.kinderen:
            if cel.soort not in CELLEN:
                continue
            while kolom in bezet:
                kolom += 1
            breed, hoog = _omvang(boom, cel, "/ColSpan"), _omvang(boom, cel, "/RowSpan")
            if kolom + breed > BREEDST:
                return breedte, f"Een rij is breder dan {BREEDST} kolommen."
            if hoog > len(rijen) - nummer + 1:
                return breedte, "Een cel steekt onder haar deel van de tabel uit (RowSpan)."
            plekken = range(kolom, kolom + breed)
            if any(plek in bezet for plek in plekken):
                return breedte, "Cellen liggen over elkaar."
            if hoog > 1:
                volgende.update(dict.fromkeys(plekken, hoog - 1))
            kolom += breed
        gevuld = kolom + sum(plek >= kolom for plek in bezet)
        if breedte and gevuld != breedte:
            return breedte, f"Een rij heeft {gevuld} kolommen en de eerste rij {breedte}."
        breedte, bezet = breedte or gevuld, volgende
    return breedte, ""


def _omvang(boom: Boom, cel: Element, sleutel: str) -> int:
    gezegd = geheel(boom.attribuut(cel, "Table", sleutel))
    return gezegd if gezegd is not None and gezegd > 0 else 1


REGELS = (maten, koppen)
