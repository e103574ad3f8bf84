"""From named colours to the values that a printer needs: RGB, grey, or ink through an ICC profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any, Protocol

from PIL import Image, ImageCms

from kaartgen.scene import Kleur

Inkt = tuple[float, ...]
"""Values from 0 to 1: one for grey (0 is black), three for RGB, four for CMYK (0 is no ink)."""

KLASSE_UITVOER = "prtr"
RUIMTE_CMYK = "CMYK"
"""Class and colour space of a printer's profile (ICC.1:2010, 7.2.5 and 7.2.6)."""

VOL = 255


class ProfielOngeldig(ValueError):
    """An ICC profile cannot be used for printing; the message is for users and ends with advice."""


class Kleurbeheer(Protocol):
    """Gives the values of a colour in the space of one kind of print."""

    ruimte: str
    """'rgb', 'grijs' or 'cmyk'."""

    def inkt(self, kleur: Kleur) -> Inkt:
        """Give the values of a colour."""

    def zichtbaar(self, kleur: Kleur) -> Kleur:
        """Give the colour as people see it in print, in sRGB."""


def _rgb(kleur: Kleur) -> tuple[int, int, int]:
    rood, groen, blauw = bytes.fromhex(kleur.hex)
    return rood, groen, blauw


def helderheid(hex_: str) -> float:
    """Give the relative luminance of an sRGB colour, 0 to 1 (WCAG 2.1)."""
    kanalen = (waarde / VOL for waarde in bytes.fromhex(hex_))
    r, g, b = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kanalen)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _naar_kanaal(licht: float) -> float:
    """Give the sRGB value, 0 to 1, of a luminance (IEC 61966-2-1)."""
    return licht * 12.92 if licht <= 0.0031308 else 1.055 * licht ** (1 / 2.4) - 0.055


@dataclass(frozen=True)
class Rgb:
    """Colours as they are on a screen."""

    ruimte: str = "rgb"

    def inkt(self, kleur: Kleur) -> Inkt:
        """Give red, green and blue."""
        return tuple(waarde / VOL for waarde in _rgb(kleur))

    def zichtbaar(self, kleur: Kleur) -> Kleur:
        """Give the colour itself."""
        return kleur


@dataclass(frozen=True)
class Grijs:
    """Greys as light as the colours they stand for, so that contrast stays what it was."""

    ruimte: str = "grijs"

    def inkt(self, kleur: Kleur) -> Inkt:
        """Give the grey, 0 (black) to 1 (white)."""
        return (round(_naar_kanaal(helderheid(kleur.hex)), 4),)

    def zichtbaar(self, kleur: Kleur) -> Kleur:
        """Give the grey as a colour."""
        return Kleur(kleur.naam, f"{round(self.inkt(kleur)[0] * VOL):02X}" * 3)


@dataclass(frozen=True)
class Cmyk:
    """Ink values through the ICC profile of a press.

    `eigen` holds the house's own values (0 to 100) by the name of the colour; the others are converted
    with relative colorimetric intent and black point compensation. Neutral greys are black ink alone.
    `max_inkt` (percent) is the most ink that four plates may lay on one spot.
    """

    profiel: bytes
    max_inkt: float
    eigen: Mapping[str, tuple[float, float, float, float]] = field(default_factory=dict)
    ruimte: str = "cmyk"

    def inkt(self, kleur: Kleur) -> Inkt:
        """Give cyan, magenta, yellow and black."""
        waarden = self._waarden.get(kleur)
        if waarden is None:
            waarden = self._waarden[kleur] = self._reken(kleur)
        return waarden

    def zichtbaar(self, kleur: Kleur) -> Kleur:
        """Give the colour that these inks make on paper white, in sRGB."""
        bron = Image.new("CMYK", (1, 1), tuple(round(waarde * VOL) for waarde in self.inkt(kleur)))
        return Kleur(kleur.naam, self._beeldpunt(bron, self._terug).hex().upper())

    def _reken(self, kleur: Kleur) -> Inkt:
        if kleur.naam in self.eigen:
            return tuple(waarde / 100 for waarde in self.eigen[kleur.naam])
        rood, groen, blauw = _rgb(kleur)
        if rood == groen == blauw:
            return (0.0, 0.0, 0.0, round(1 - rood / VOL, 3))
        kleurinkt = self._beeldpunt(Image.new("RGB", (1, 1), (rood, groen, blauw)), self._heen)
        return _begrensd(tuple(round(waarde / VOL, 3) for waarde in kleurinkt), self.max_inkt / 100)

    @staticmethod
    def _beeldpunt(beeld: Image.Image, omzetting: Any) -> bytes:
        uitkomst = ImageCms.applyTransform(beeld, omzetting)
        assert uitkomst is not None
        return uitkomst.tobytes()

    @cached_property
    def _waarden(self) -> dict[Kleur, Inkt]:
        return {}

    @cached_property
    def _heen(self) -> Any:
        return self._omzetting(ImageCms.createProfile("sRGB"), self._geopend, "RGB", "CMYK")

    @cached_property
    def _terug(self) -> Any:
        return self._omzetting(self._geopend, ImageCms.createProfile("sRGB"), "CMYK", "RGB")

    @cached_property
    def _geopend(self) -> Any:
        return ImageCms.getOpenProfile(BytesIO(self.profiel))

    @staticmethod
    def _omzetting(van: Any, naar: Any, heen: str, terug: str) -> Any:
        return ImageCms.buildTransform(
            van,
            naar,
            heen,
            terug,
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )


def _begrensd(inkt: Inkt, hoogste: float) -> Inkt:
    """Take colour ink off until the sum is at most `hoogste`; black ink keeps the darkness."""
    kleurig, zwart = sum(inkt[:3]), inkt[3]
    if kleurig + zwart <= hoogste:
        return inkt
    factor = (hoogste - zwart) / kleurig
    return (*(int(waarde * factor * 1000) / 1000 for waarde in inkt[:3]), zwart)


def keur_profiel(inhoud: bytes) -> str:
    """Give the name of a printer's CMYK profile. Raises ProfielOngeldig for anything else."""
    try:
        profiel = ImageCms.getOpenProfile(BytesIO(inhoud)).profile
    except (OSError, ImageCms.PyCMSError) as fout:
        raise ProfielOngeldig(
            "Dit is geen leesbaar ICC-profiel. Vraag de drukker om het .icc-bestand."
        ) from fout
    ruimte = profiel.xcolor_space.strip()
    if ruimte != RUIMTE_CMYK:
        raise ProfielOngeldig(
            f"Dit ICC-profiel is voor {ruimte} en niet voor CMYK. Vraag de drukker om een CMYK-profiel."
        )
    if profiel.device_class != KLASSE_UITVOER:
        raise ProfielOngeldig(
            "Dit ICC-profiel is niet van een drukpers. Vraag de drukker om een profiel voor uitvoer."
        )
    return str(profiel.profile_description or "").strip() or "ICC-profiel"
