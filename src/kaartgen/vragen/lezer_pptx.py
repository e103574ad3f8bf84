"""From the bytes of a PPTX file to Deck: the text of every slide with the marks that stand on it.

Reads what PowerPoint, LibreOffice and Google Slides make of a file, in both dialects of ISO/IEC 29500.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from kaartgen.vragen.pakket import Pakket, alle, eigenschappen, naam, verwijzing, weiger

MAX_DIAS = 1_000
MAX_TEKENS = 20_000
"""Slides in a deck and characters on one of them, far more than anybody writes."""

Plaats: TypeAlias = tuple[float, float, float, float]
"""Left, top, width and height as parts of the slide (0 to 1)."""

_TITEL = ("title", "ctrTitle")
_NIVEAUS = tuple("012345678")
_GEEN_OPSOMMING = "buNone"
_OPSOMMINGEN = (_GEEN_OPSOMMING, "buAutoNum", "buChar", "buBlip")
"""What stands before a paragraph (ISO/IEC 29500-1, 21.1.2.4)."""
_SCHEMA = "diagramData"
"""Relationship to what a diagram says (ISO/IEC 29500-1, 21.4)."""
_VANZELF = ("sldNum", "dt", "hdr", "sldImg")
"""Kinds of placeholders that programs fill by themselves."""


@dataclass(frozen=True, slots=True)
class Vorm:
    """One shape with text: its paragraphs, a line break within one being a newline.

    `merk` is the name with the alternative text, `plaats` is None where the slide does not say it, `in_lijst`
    are the numbers (from 0) of paragraphs before which programs put a number or a bullet.
    """

    merk: str
    alineas: tuple[str, ...]
    titel: bool = False
    plaats: Plaats | None = None
    in_lijst: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Dia:
    """One slide, numbered from 1 as it is shown; `notitie` is the text of its notes."""

    nummer: int
    vormen: tuple[Vorm, ...]
    notitie: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """What a PPTX file holds: its own properties by name, and its slides in order."""

    bestand: str
    eigenschappen: Mapping[str, str]
    dias: tuple[Dia, ...]


def lees_deck(pakket: Pakket, bestand: str) -> Deck:
    """Read a deck. Raises Fouten when the file is broken or too big."""
    wortel = pakket.xml(pakket.hoofd)
    wijzers = pakket.relaties(pakket.hoofd)
    maat = _maat(wortel)
    # The list of sections names the slides again, without a relationship.
    ids = list(filter(None, map(verwijzing, alle(wortel, "sldId"))))
    if len(ids) > MAX_DIAS:
        raise weiger(bestand, "bestand-te-groot", f"Dit bestand heeft meer dan {MAX_DIAS} dia’s.")
    dias = []
    for nummer, id_ in enumerate(ids, 1):
        if id_ not in wijzers:
            raise weiger(bestand, "bestand-kapot", f"Dia {nummer} ontbreekt in dit bestand.")
        dias.append(_dia(pakket, bestand, nummer, wijzers[id_].doel, maat))
    return Deck(bestand, eigenschappen(pakket), tuple(dias))


def _dia(pakket: Pakket, bestand: str, nummer: int, deel: str, maat: tuple[float, float]) -> Dia:
    wijzers = pakket.relaties(deel).values()
    schemas = [_schema(pakket.xml(een.doel)) for een in wijzers if een.soort == _SCHEMA]
    vormen = (*_vormen(pakket.xml(deel), maat), *schemas)
    if sum(len(alinea) for vorm in vormen for alinea in vorm.alineas) > MAX_TEKENS:
        tekst = f"Op dia {nummer} staan meer dan {MAX_TEKENS} tekens."
        raise weiger(bestand, "tekst-te-lang", tekst, "Haal weg wat er niet op hoort.")
    notities = [een.doel for een in wijzers if een.soort == "notesSlide"]
    regels = [
        alinea for doel in notities for vorm in _vormen(pakket.xml(doel), maat) for alinea in vorm.alineas
    ]
    return Dia(nummer, vormen, "\n".join(regels))


def _vormen(wortel: etree._Element, maat: tuple[float, float]) -> Iterator[Vorm]:
    """Give every shape with text, in groups and tables too; of two ways to draw one thing only the first."""
    for element in alle(wortel, "sp", "graphicFrame"):
        # mc:Fallback (ISO/IEC 29500-3) repeats what mc:Choice holds, for old programs.
        if any(naam(boven) == "Fallback" for boven in element.iterancestors()):
            continue
        soort = next((houder.get("type", "") for houder in alle(element, "ph")), "")
        if soort in _VANZELF:
            continue
        stukken = list(alle(element, "p"))
        in_lijst = frozenset(plek for plek, een in enumerate(stukken) if _in_lijst(een))
        eigen = next(alle(element, "cNvPr"), None)
        merk = "" if eigen is None else f"{eigen.get('name', '')} {eigen.get('descr', '')}".strip()
        yield Vorm(merk, tuple(map(_alinea, stukken)), soort in _TITEL, _plaats(element, maat), in_lijst)


def _schema(wortel: etree._Element) -> Vorm:
    """Give the words of a diagram (SmartArt), which has them in a part of its own."""
    return Vorm("", tuple(filter(str.strip, map(_alinea, alle(wortel, "p")))))


def _alinea(alinea: etree._Element) -> str:
    return "".join("\n" if naam(deel) == "br" else deel.text or "" for deel in alle(alinea, "t", "br"))


def _in_lijst(alinea: etree._Element) -> bool:
    """Tell whether a paragraph has a number or bullet by itself or by the list style of its box."""
    eigen = next((een for een in alinea if naam(een) == "pPr"), None)
    niveau = eigen.get("lvl", "0") if eigen is not None else "0"
    boven = alinea.getparent()
    stijlen = [een for een in boven if naam(een) == "lstStyle"] if boven is not None else []
    op_niveau = f"lvl{int(niveau) + 1}pPr" if niveau in _NIVEAUS else ""
    per_niveau = [een for stijl in stijlen for een in stijl if naam(een) == op_niveau]
    tekens = [naam(een) for bron in ([eigen] if eigen is not None else []) + per_niveau for een in bron]
    opsomming = next((teken for teken in tekens if teken in _OPSOMMINGEN), _GEEN_OPSOMMING)
    return opsomming != _GEEN_OPSOMMING


def _plaats(element: etree._Element, maat: tuple[float, float]) -> Plaats | None:
    """Give the place of a shape that stands on the slide itself; in a group other measures count."""
    boven = element.getparent()
    vorm = next(alle(element, "xfrm"), None)
    if vorm is None or boven is None or naam(boven) != "spTree":
        return None
    getallen = {naam(een): een for een in vorm}
    try:
        punt, grootte = getallen["off"], getallen["ext"]
        x, y = float(punt.get("x", "")), float(punt.get("y", ""))
        b, h = float(grootte.get("cx", "")), float(grootte.get("cy", ""))
    except (KeyError, ValueError):
        return None
    return x / maat[0], y / maat[1], b / maat[0], h / maat[1]


def _maat(wortel: etree._Element) -> tuple[float, float]:
    """Give width and height of the slides; only their share counts, so 1 will do where they are missing."""
    for een in alle(wortel, "sldSz"):
        try:
            breedte, hoogte = float(een.get("cx", "")), float(een.get("cy", ""))
        except ValueError:
            break
        if breedte > 0 and hoogte > 0:
            return breedte, hoogte
    return 1.0, 1.0
