"""Measures of what belongs to a printed set: the box and the test page; out of layouts/."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from kaartgen.inhoud.model import Deel
from kaartgen.opmaak.lagen import lees_geheel

BESTAND = "drukmaten.yaml"


class Doosmaten(Deel):
    """Box, in mm; type and lines in pt.

    `speling` is the room that cards have in every direction; `lijmflap` is the width of the flap for glue,
    `insteek` the depth of the flap that is tucked in, `stofflap` the most depth of those at the sides, which
    slope `schuin` mm; `duimgat` is the largest radius of the notch. `wit` (`rug_wit` on a side) is the space
    between words and the edges of a panel, `onderschrift` the height of the words under a label, which is
    at most `etiket` (width, height); `om` is the space between what is cut and the edge of the sheet that
    a printer trims. The wheel takes at most `wiel_breed` of the width and `wiel_hoog` of the height of the
    front; on a side it is from the smallest to the largest of `wiel_rug`.
    """

    speling: float = Field(ge=0)
    lijmflap: float = Field(gt=0)
    insteek: float = Field(gt=0)
    stofflap: float = Field(gt=0)
    schuin: float = Field(ge=0)
    duimgat: float = Field(ge=0)
    lijn: float = Field(ge=0.25)
    streepjes: tuple[float, float]
    wit: float = Field(ge=0)
    rug_wit: float = Field(ge=0)
    onderschrift: float = Field(gt=2)
    etiket: tuple[float, float]
    om: float = Field(ge=0)
    klein: float = Field(gt=0)
    middel: float = Field(gt=0)
    titel: tuple[float, float]
    rugtitel: tuple[float, float]
    wiel_breed: float = Field(gt=0, le=1)
    wiel_hoog: float = Field(gt=0, le=1)
    wiel_rug: tuple[float, float]


class Proefbladmaten(Deel):
    """Test page, in mm; type and lines in pt.

    `om` is the space along the edges of the sheet, `kruis` the length of an arm of the cross, `woord` the
    width of the words at the scale.
    """

    om: float = Field(gt=0)
    kruis: float = Field(gt=0)
    lijn: float = Field(ge=0.25)
    titel: float = Field(gt=0)
    zin: float = Field(gt=0)
    klein: float = Field(gt=0)
    woord: float = Field(gt=0)


class Drukmaten(Deel):
    """All measures of what belongs to a printed set."""

    doos: Doosmaten
    proefblad: Proefbladmaten


def lees_drukmaten(layouts: Path) -> Drukmaten:
    """Read layouts/drukmaten.yaml. Raises Fouten with all that is wrong in it."""
    return lees_geheel(layouts / BESTAND, Drukmaten)
