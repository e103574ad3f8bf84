"""Colours of a presentation as people see them, and the contrast between two of them.

A colour that cannot be known for sure, such as one that shines through, is None: then nothing is said of it.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

from kaartgen.toegankelijkheid.pptx_pakket import A, P

Rgb = tuple[float, float, float]
"""Red, green and blue of sRGB, 0 to 1."""

_VOL = 255
_HEEL = 100_000
"""Parts in DrawingML are counted in thousandths of a percent (ISO/IEC 29500-1, 20.1.10.40)."""

_GENOEMD = {"black": (0.0, 0.0, 0.0), "white": (1.0, 1.0, 1.0)}
_GEWONE_KAART = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


@dataclass(frozen=True)
class Palet:
    """The colours of a theme by their place, and how a slide names those places."""

    thema: Mapping[str, Rgb]
    kaart: Mapping[str, str]

    def kleur(self, vulling: Element | None, vervanger: Rgb | None = None) -> Rgb | None:
        """Give the colour inside a solid fill or a reference; `vervanger` stands for phClr."""
        return None if vulling is None or not len(vulling) else self._van(vulling[0], vervanger)

    def plaats(self, naam: str) -> Rgb | None:
        """Give the colour of a place in the theme by the name that slides use."""
        return self.thema.get(self.kaart.get(naam, _GEWONE_KAART.get(naam, naam)))

    def _van(self, element: Element, vervanger: Rgb | None) -> Rgb | None:
        soort, waarde = element.tag.removeprefix(A), element.get("val", "")
        kleur: Rgb | None = None
        if soort == "srgbClr":
            kleur = hex_kleur(waarde)
        elif soort == "sysClr":
            kleur = hex_kleur(element.get("lastClr", ""))
        elif soort == "prstClr":
            kleur = _GENOEMD.get(waarde)
        elif soort == "schemeClr":
            kleur = vervanger if waarde == "phClr" else self.plaats(waarde)
        for bewerking in element:
            kleur = _bewerkt(kleur, bewerking)
        return kleur


def hex_kleur(hex_: str) -> Rgb | None:
    """Give the colour of six hex digits."""
    try:
        rood, groen, blauw = bytes.fromhex(hex_)
    except ValueError:
        return None
    return rood / _VOL, groen / _VOL, blauw / _VOL


def als_hex(kleur: Rgb) -> str:
    """Give six hex digits."""
    return "".join(f"{round(deel * _VOL):02X}" for deel in kleur)


def _bewerkt(kleur: Rgb | None, bewerking: Element) -> Rgb | None:
    """Give a colour made lighter or darker (ISO/IEC 29500-1, 20.1.2.3)."""
    try:
        deel = int(bewerking.get("val", "")) / _HEEL
    except (ValueError, OverflowError):
        return None
    if kleur is None or not 0 <= deel <= 10:
        return None
    soort = bewerking.tag.removeprefix(A)
    if soort in ("lumMod", "lumOff"):
        toon, licht, zat = colorsys.rgb_to_hls(*kleur)
        licht = licht * deel if soort == "lumMod" else licht + deel
        return colorsys.hls_to_rgb(toon, min(licht, 1.0), zat)
    if soort in ("shade", "tint"):
        wit = 0.0 if soort == "shade" else 1 - deel
        rood, groen, blauw = (_naar_kanaal(_licht(kanaal) * deel + wit) for kanaal in kleur)
        return rood, groen, blauw
    return kleur if soort == "alpha" and deel == 1 else None


def _licht(kanaal: float) -> float:
    """Give the light of a channel, 0 to 1 (IEC 61966-2-1)."""
    return kanaal / 12.92 if kanaal <= 0.04045 else ((kanaal + 0.055) / 1.055) ** 2.4


def _naar_kanaal(licht: float) -> float:
    return min(licht * 12.92 if licht <= 0.0031308 else 1.055 * licht ** (1 / 2.4) - 0.055, 1.0)


@lru_cache(4096)
def contrast(een: Rgb, ander: Rgb) -> float:
    """Give the contrast ratio, 1 to 21 (WCAG 2.1, ‘contrast ratio’)."""
    helder = [
        0.2126 * _licht(rood) + 0.7152 * _licht(groen) + 0.0722 * _licht(blauw)
        for rood, groen, blauw in (een, ander)
    ]
    return (max(helder) + 0.05) / (min(helder) + 0.05)


def lees_thema(wortel: Element | None) -> dict[str, Rgb]:
    """Give the colours of a theme part by their place."""
    schema = None if wortel is None else wortel.find(f"{A}themeElements/{A}clrScheme")
    leeg = Palet({}, {})
    gevonden = {} if schema is None else {plek.tag.removeprefix(A): leeg.kleur(plek) for plek in schema}
    return {naam: kleur for naam, kleur in gevonden.items() if kleur is not None}


def lees_kaart(*wortels: Element | None) -> dict[str, str]:
    """Give how places are named: by the first of slide, layout and master that says so."""
    for wortel in wortels:
        if wortel is None:
            continue
        for kaart in (wortel.find(f"{P}clrMapOvr/{A}overrideClrMapping"), wortel.find(f"{P}clrMap")):
            if kaart is not None:
                return dict(kaart.attrib)
    return dict(_GEWONE_KAART)
