"""Rules about which element may stand in which: lists, tables, contents (ISO 14289-1, 7.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaartgen.toegankelijkheid.bevinding import Bevinding
from kaartgen.toegankelijkheid.pdf_boom import KOPPEN, RIJGROEPEN, Element
from kaartgen.toegankelijkheid.pdf_dossier import PRAKTIJK, UA, Dossier, opsomming
from kaartgen.toegankelijkheid.pdf_waarden import naam

OUDERS = {
    "LI": frozenset({"L"}),
    "LBody": frozenset({"LI"}),
    "Lbl": frozenset({"LI", "Note", "BibEntry", "TOCI"}),
    "TR": RIJGROEPEN | {"Table"},
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
    **dict.fromkeys(RIJGROEPEN, frozenset({"Table"})),
    "TOCI": frozenset({"TOC"}),
    **dict.fromkeys(("RB", "RT", "RP"), frozenset({"Ruby"})),
    **dict.fromkeys(("WT", "WP"), frozenset({"Warichu"})),
}
"""What an element of a type may stand in."""

KINDEREN = {
    "L": frozenset({"L", "LI", "Caption"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "Table": RIJGROEPEN | {"TR", "Caption"},
    "TR": frozenset({"TH", "TD"}),
    **dict.fromkeys(RIJGROEPEN, frozenset({"TR"})),
    "TOC": frozenset({"TOC", "TOCI", "Caption"}),
}
"""What may stand right in an element of a type."""

BLOKKEN = KOPPEN | {"P", "L", "Table", "Sect", "Part", "Art", "Div"}
REGELTEKST = KOPPEN | {"P", "Span"}
"""Types that hold a line of text and no blocks."""

TEKENS = frozenset({"None", "Disc", "Circle", "Square"})
NUMMERING = TEKENS | {"Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"}
GENUMMERD = re.compile(r"\s*\(?([0-9]+|[a-zA-Z])[.)]?\s*")


def ouders(dossier: Dossier) -> Iterator[Bevinding]:
    """Parts of lists, tables and contents stand in those."""
    for element in dossier.elementen(*OUDERS):
        om = element.ouder.soort if element.ouder else "niets"
        if om not in OUDERS[element.soort]:
            hoort = opsomming(sorted(OUDERS[element.soort]), "of")
            yield dossier.fout(
                element,
                "verkeerd-genest",
                f"{element.soort} staat in {om}, en hoort in {hoort}.",
                f"Zet het in {hoort}, of geef het een andere soort.",
                f"{UA}7.2",
            )


def kinderen(dossier: Dossier) -> Iterator[Bevinding]:
    """Lists, tables and contents hold nothing but their own parts."""
    for element in dossier.elementen(*KINDEREN):
        mag = KINDEREN[element.soort]
        alleen = opsomming(sorted(mag), "of")
        for kind in element.kinderen:
            # A part of another kind of list or table is told at the part itself.
            if kind.soort not in mag and kind.soort not in OUDERS:
                yield dossier.fout(
                    kind,
                    "verkeerd-kind",
                    f"In {element.soort} staat {kind.soort}; daar mag alleen {alleen} staan.",
                    "Zet het op een andere plaats, of geef het een andere soort.",
                    f"{UA}7.2",
                )


def bijschriften(dossier: Dossier) -> Iterator[Bevinding]:
    """A list or table has one caption, at its beginning; that of a table may be at its end."""
    for element in dossier.elementen("L", "Table", "TOC"):
        soorten = [kind.soort for kind in element.kinderen]
        plekken = [plek for plek, soort in enumerate(soorten) if soort == "Caption"]
        mag = {0, len(soorten) - 1} if element.soort == "Table" else {0}
        if len(plekken) > 1 or not set(plekken) <= mag:
            yield dossier.fout(
                element,
                "bijschrift-plek",
                f"Het bijschrift van {element.soort} staat niet vooraan, of er is er meer dan een.",
                "Zet één bijschrift (Caption) vooraan.",
                f"{UA}7.2",
            )


def tabeldelen(dossier: Dossier) -> Iterator[Bevinding]:
    """A table has one head and one foot at most, and a body with them."""
    for element in dossier.elementen("Table"):
        soorten = [kind.soort for kind in element.kinderen]
        koppen, voeten = soorten.count("THead"), soorten.count("TFoot")
        if koppen > 1 or voeten > 1 or ((koppen or voeten) and "TBody" not in soorten):
            yield dossier.fout(
                element,
                "tabeldelen",
                "De tabel heeft meer dan één THead of TFoot, of geen TBody daarbij.",
                "Geef de tabel één THead, één of meer TBody en hooguit één TFoot.",
                f"{UA}7.2",
            )


def regels(dossier: Dossier) -> Iterator[Bevinding]:
    """No block stands within a line of text."""
    for element in dossier.elementen(*BLOKKEN):
        om = element.ouder
        if om and om.soort in REGELTEKST:
            yield dossier.fout(
                element,
                "blok-in-regel",
                f"{element.soort} staat in {om.soort}.",
                "Zet het erachter, in het deel waar de alinea in staat.",
                "ISO 32000-1, 14.8.4.3",
            )


def nummering(dossier: Dossier) -> Iterator[Bevinding]:
    """A list that counts says how (UA 7.6), and one with other labels says which."""
    if dossier.boom is None:
        return
    for lijst in dossier.elementen("L"):
        labels = [kind for punt in lijst.kinderen for kind in punt.kinderen if kind.soort == "Lbl"]
        gezegd = naam(dossier.boom.attribuut(lijst, "List", "/ListNumbering"))
        telt = bool(labels) and all(GENUMMERD.fullmatch(dossier.tekst(een)) for een in labels)
        if gezegd and gezegd not in NUMMERING:
            yield _nummering(dossier, lijst, f"De lijst heeft een onbekende nummering: {gezegd}.", PRAKTIJK)
        elif telt and (not gezegd or gezegd in TEKENS):
            wat = f"zegt dat zij {gezegd} heeft" if gezegd else "zegt dat niet"
            yield _nummering(dossier, lijst, f"De lijst is genummerd en {wat} (ListNumbering).", f"{UA}7.6")
        elif labels and gezegd in ("", "None"):
            wat = "De lijst heeft tekens voor haar punten en zegt niet welke (ListNumbering)."
            yield _nummering(dossier, lijst, wat, PRAKTIJK)


def _nummering(dossier: Dossier, lijst: Element, wat: str, norm: str) -> Bevinding:
    raad = "Zet ListNumbering op Decimal voor cijfers, of op Disc voor bolletjes."
    return dossier.fout(lijst, "lijst-nummering", wat, raad, norm)


REGELS = (ouders, kinderen, bijschriften, tabeldelen, regels, nummering)
