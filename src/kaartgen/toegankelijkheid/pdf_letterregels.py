"""Rules about fonts: embedded, and every code stands for text (ISO 14289-1, 7.21; ISO 19005-2, 6.2.11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import category

from kaartgen.toegankelijkheid.bevinding import Bevinding
from kaartgen.toegankelijkheid.pdf_dossier import ARCHIEF, UA, Dossier
from kaartgen.toegankelijkheid.pdf_lezer import Gebruik

RAAD = "Bewaar het bestand opnieuw met alle lettertypen erin."
FOUTE_TEKENS = frozenset("\0\ufeff\ufffe")
EIGEN = "Co"
"""Kind of the characters whose meaning only their maker knows."""

GEBREKEN = {
    "codering-onbekend": (
        "De codes van het lettertype zijn niet bekend (Encoding).",
        "7.21.3.3",
        "6.2.11.3.3",
    ),
    "vertaling-ontbreekt": (
        "Het lettertype zegt niet welke letter bij een code hoort (CIDToGIDMap).",
        "7.21.3.2",
        "6.2.11.3.2",
    ),
    "codering-bij-symbolen": (
        "Een lettertype met tekens heeft een codering (Encoding).",
        "7.21.6",
        "6.2.11.6",
    ),
    "codering-ontbreekt": ("Het lettertype heeft geen codering (Encoding).", "7.21.6", "6.2.11.6"),
    "letterbestand-onleesbaar": (
        "Het bestand van het lettertype is niet te lezen.",
        "7.21.4.1",
        "6.2.11.4.1",
    ),
}


def ingebed(dossier: Dossier) -> Iterator[Bevinding]:
    """Every font that is shown is in the file (7.21.4.1)."""
    for gebruik in dossier.gebruik:
        if not gebruik.letter.ingebed:
            tekst = "Het lettertype zit niet in het bestand."
            yield Bevinding(
                _waar(gebruik, gebruik.codes),
                "letter-niet-ingebed",
                tekst,
                RAAD,
                _norm("7.21.4.1", "6.2.11.4.1"),
            )


def opbouw(dossier: Dossier) -> Iterator[Bevinding]:
    """A font tells how its codes lead to letters (7.21.3 and 7.21.6)."""
    for gebruik in dossier.gebruik:
        for gebrek in gebruik.letter.gebreken:
            tekst, ua, archief = GEBREKEN[gebrek]
            yield Bevinding(_waar(gebruik, gebruik.codes), "letter-opbouw", tekst, RAAD, _norm(ua, archief))


def als_tekst(dossier: Dossier) -> Iterator[Bevinding]:
    """Every code that is shown stands for text that can be read aloud (7.21.7)."""
    norm = _norm("7.21.7", "6.2.11.7.2")
    for gebruik in dossier.gebruik:
        letter = gebruik.letter
        if not letter.herkomst:
            yield Bevinding(
                _waar(gebruik, gebruik.codes),
                "letter-zonder-tekst",
                "Het lettertype zegt niet welke tekst bij de letters hoort (ToUnicode).",
                "Bewaar het bestand opnieuw met een programma dat ToUnicode schrijft.",
                norm,
            )
            continue
        weg = [code for code in gebruik.codes if not letter.tekens.get(code)]
        if weg:
            yield Bevinding(
                _waar(gebruik, weg),
                "teken-zonder-tekst",
                f"Bij {_aantal(len(weg))} staat niet welke tekst het is (ToUnicode).",
                "Vul ToUnicode aan.",
                norm,
            )
        fout = [code for code in gebruik.codes if FOUTE_TEKENS & set(letter.tekens.get(code, ""))]
        if fout:
            yield Bevinding(
                _waar(gebruik, fout),
                "teken-onjuist",
                f"Bij {_aantal(len(fout))} hoort een teken dat geen tekst is (U+0000, U+FEFF of U+FFFE).",
                "Verbeter ToUnicode.",
                norm,
            )
        eigen = [
            code
            for code in gebruik.codes
            if any(category(een) == EIGEN for een in letter.tekens.get(code, ""))
        ]
        if eigen:
            yield Bevinding(
                _waar(gebruik, eigen),
                "teken-zonder-betekenis",
                f"Bij {_aantal(len(eigen))} hoort een teken dat alleen de maker kent (private use).",
                "Geef een gewoon teken in ToUnicode, of zet er ActualText bij.",
                f"{ARCHIEF}6.2.11.7.3",
            )


def ontbrekend(dossier: Dossier) -> Iterator[Bevinding]:
    """No code draws the box for a letter that the font does not have (7.21.8)."""
    for gebruik in dossier.gebruik:
        weg = [code for code in gebruik.codes if gebruik.letter.ontbreekt(code)]
        if weg:
            yield Bevinding(
                _waar(gebruik, weg),
                "letter-ontbreekt-in-bestand",
                f"Voor {_aantal(len(weg))} staat er een leeg vakje; de letter is er niet (.notdef).",
                "Kies een lettertype dat alle tekens heeft.",
                _norm("7.21.8", "6.2.11.8"),
            )


def breedtes(dossier: Dossier) -> Iterator[Bevinding]:
    """A file gives letters the width that they have in its font (7.21.5)."""
    for gebruik in dossier.gebruik:
        anders = [code for code in gebruik.codes if gebruik.letter.verschilt(code)]
        if anders:
            yield Bevinding(
                _waar(gebruik, anders),
                "letter-breedte",
                f"Bij {_aantal(len(anders))} staat een andere breedte dan die in het lettertype.",
                RAAD,
                _norm("7.21.5", "6.2.11.5"),
            )


def _waar(gebruik: Gebruik, codes: Iterable[int]) -> str:
    eerste = min((gebruik.codes[code] for code in codes), default=0)
    return f"pagina {eerste + 1}, lettertype {gebruik.letter.naam}"


def _aantal(aantal: int) -> str:
    return "1 code" if aantal == 1 else f"{aantal} codes"


def _norm(ua: str, archief: str) -> str:
    return f"{UA}{ua}; {ARCHIEF}{archief}"


REGELS = (ingebed, opbouw, als_tekst, ontbrekend, breedtes)
