"""From named colours to ink: CMYK values through the ICC profile of a press (ICC.1:2010)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms

from kaartgen.kleuren import VOL, Inkt, rgb
from kaartgen.scene import Kleur

KLASSE_UITVOER = "prtr"
RUIMTE_CMYK = "CMYK"
"""Class and colour space of a printer's profile (ICC.1:2010, 7.2.5 and 7.2.6)."""


KOP = 128
"""Bytes of the header of a profile; it begins with the size of the whole (ICC.1:2010, 7.2)."""

ONLEESBAAR = ("Dit is geen leesbaar ICC-profiel.", "Vraag de drukker om het .icc-bestand.")
PROEFKLEUR = bytes((200, 80, 40)).hex().upper()
"""Any colour that is not grey: only using a profile shows that all of it is there."""


KOPDATUM = slice(24, 36)
"""Where the header of a profile says when it was made (ICC.1:2010, 7.2.8)."""


@cache
def srgb() -> bytes:
    """Give the profile of sRGB (IEC 61966-2-1); the same bytes every time, so without the time of making."""
    profiel = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profiel[KOPDATUM] = bytes(KOPDATUM.stop - KOPDATUM.start)
    return bytes(profiel)


class ProfielOngeldig(ValueError):
    """An ICC profile cannot be used for printing; `tekst` and `raad` are for users."""

    def __init__(self, tekst: str, raad: str) -> None:
        self.tekst, self.raad = tekst, raad
        super().__init__(f"{tekst} {raad}")


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
        rood, groen, blauw = rgb(kleur)
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
    if len(inhoud) < KOP or int.from_bytes(inhoud[:4], "big") != len(inhoud):
        raise ProfielOngeldig(*ONLEESBAAR)
    try:
        profiel = ImageCms.getOpenProfile(BytesIO(inhoud)).profile
        ruimte, klasse = profiel.xcolor_space.strip(), profiel.device_class
    except (OSError, ImageCms.PyCMSError, UnicodeDecodeError) as fout:
        raise ProfielOngeldig(*ONLEESBAAR) from fout
    if ruimte != RUIMTE_CMYK:
        raise ProfielOngeldig(
            f"Dit ICC-profiel is voor {ruimte} en niet voor CMYK.", "Vraag de drukker om een CMYK-profiel."
        )
    if klasse != KLASSE_UITVOER:
        raise ProfielOngeldig(
            "Dit ICC-profiel is niet van een drukpers.", "Vraag de drukker om een profiel voor uitvoer."
        )
    try:
        Cmyk(inhoud, 400).zichtbaar(Kleur("proef", PROEFKLEUR))
        naam = str(profiel.profile_description or "").strip()
    except (OSError, ImageCms.PyCMSError, UnicodeDecodeError) as fout:
        raise ProfielOngeldig(*ONLEESBAAR) from fout
    return naam or "ICC-profiel"
