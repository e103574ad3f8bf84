"""The small document of our own to import, ways to change its form, and what reading it gives."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from conftest import PLAATSEN
from inhoud_proef import KLEIN
from kaartgen.inhoud import lees
from kaartgen.inhoud.model import Publicatie
from kaartgen.invoer.boek import Vaste
from kaartgen.invoer.bronregels import Bronregel, schoon
from kaartgen.invoer.herstel import Herstelde, herstel
from kaartgen.invoer.importeren import Import, importeer
from kaartgen.invoer.recept import Recept, lees_recept
from kaartgen.invoer.uitgave import woorden
from kaartgen.meldingen import Plek

INVOER = Path(__file__).parent / "invoer_klein"
_BREEKBAAR = re.compile(r".+?[^\W_][-/](?=[^\W_]{2})|.+$")
"""Pieces of a word that may stand on two lines."""
BOEKJE = INVOER / "boekje.txt"
VASTE = Vaste(
    "Kaart {nummer} · {label}",
    "Terug naar kaart {nummer} · {label}",
    "Kaarten bij dit hoofdstuk",
    frozenset(),
)


def klein_recept() -> Recept:
    """Give the recipe of the small document."""
    return lees_recept(INVOER / "recept.yaml")


def klein_model() -> Publicatie:
    """Give the small publication, which has the ids and cards."""
    return lees(KLEIN)


def lees_in(map_: Path, tekst: str | bytes) -> Import:
    """Import a text by the recipe of the small document."""
    pad = map_ / "boekje.txt"
    pad.write_bytes(tekst if isinstance(tekst, bytes) else tekst.encode())
    return importeer(pad, klein_recept(), klein_model(), VASTE)


def hersteld(tekst: str, *bekend: str, voetnoot: str = "") -> Herstelde:
    """Mend a text by itself; `bekend` are words that exist besides."""
    regels = [Bronregel(Plek("x", nr, 1), schoon(regel)) for nr, regel in enumerate(tekst.split("\n"), 1)]
    recept = klein_recept().model_copy(update={"voetnoot": voetnoot})
    return herstel(regels, recept, bekend)


def heel(tekst: str, *bekend: str, voetnoot: str = "") -> str:
    """Give a text after mending, in one line."""
    delen = hersteld(tekst, *bekend, voetnoot=voetnoot).woorden
    return "".join(woord.tekst if woord.plak else f" {woord.tekst}" for woord in delen).strip()


def alineas(tekst: str) -> list[str]:
    """Part a text at its blank lines."""
    return re.split(r"\n[ \t]*\n+", tekst)


def op_breedte(tekst: str, breedte: int) -> str:
    """Break the lines of each piece anew, also behind hyphens and slashes, as typesetters do."""
    return "\n\n".join("\n".join(regels(alinea, breedte)) for alinea in alineas(tekst))


def regels(alinea: str, breedte: int) -> list[str]:
    """Part a paragraph over lines of some letters."""
    uit: list[str] = []
    regel = ""
    for woord in alinea.split():
        delen = _BREEKBAAR.findall(woord)
        for plaats, deel in enumerate(delen):
            langer = f"{regel}{'' if plaats or not regel else ' '}{deel}"
            if len(langer) > breedte and regel:
                uit.append(regel)
                regel = deel
            else:
                regel = langer
    return [*uit, regel] if regel else uit


def genummerd(tekst: str, om_de: int = 6) -> str:
    """Put page numbers between pieces."""
    uit: list[str] = []
    for plaats, alinea in enumerate(alineas(tekst)):
        uit.append(alinea)
        if plaats % om_de == om_de - 1:
            uit.append(str(plaats // om_de + 1))
    return "\n\n".join(uit)


def met_ligaturen(tekst: str) -> str:
    """Write ligatures as the signs that Unicode has for them."""
    for letters in ("ffi", "ffl", "ff", "fi", "fl"):
        teken = next(
            chr(code) for code in range(0xFB00, 0xFB05) if unicodedata.normalize("NFKC", chr(code)) == letters
        )
        tekst = tekst.replace(letters, teken)
    return tekst


def als_pdf(tekst: str, regels_per_bladzijde: int = 46, afstand: float = 13.5) -> bytes:
    """Draw a text line by line, as a program other than kaartgen could."""
    pdfmetrics.registerFont(TTFont("Proefletter", str(next(PLAATSEN.fonts.rglob("*-Regular.ttf")))))
    doos = io.BytesIO()
    canvas = Canvas(doos, pagesize=(900, 60 + afstand * regels_per_bladzijde))
    for nummer, regel in enumerate(tekst.split("\n")):
        plaats = nummer % regels_per_bladzijde
        if nummer and not plaats:
            canvas.showPage()
        canvas.setFont("Proefletter", 11)
        canvas.drawString(40, afstand * (regels_per_bladzijde - plaats) + 20, regel.strip())
    canvas.save()
    return doos.getvalue()


VORMEN: dict[str, Callable[[str], str]] = {
    "crlf": lambda tekst: tekst.replace("\n", "\r\n"),
    "nfd": lambda tekst: unicodedata.normalize("NFD", tekst),
    "spaties": lambda tekst: tekst.replace("\n", "   \n"),
    "vaste spaties": lambda tekst: re.sub(r"(?<=[a-z]) (?=[a-z])", "\u00a0", tekst),
    "dubbele spaties": lambda tekst: re.sub(r"(?<=[a-z?]) (?=[A-Za-z])", "  ", tekst),
    "paginanummers": genummerd,
    "ligaturen": met_ligaturen,
    "bom": lambda tekst: "\ufeff" + tekst,
}
"""Forms in which the same text may come."""

__all__ = ["BOEKJE", "INVOER", "PLAATSEN", "VASTE", "VORMEN", "woorden"]
