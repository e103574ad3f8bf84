"""Print profile as data: the sheet, the colours and the rules of one printer, out of layouts/."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from kaartgen.inhoud.model import Deel, Samenhangfout, Tekst
from kaartgen.maten import Maat, Mm
from kaartgen.scene import type_keren

type_ruimte = Literal["rgb", "grijs", "cmyk"]
Maatgetal = Annotated[float, Field(ge=20, le=2000)]
"""Side of a sheet in mm: from a stamp to the largest press."""

Ruimte = Annotated[float, Field(ge=0, le=50)]
"""Space in mm along an edge or between cards."""

Kleurruimte = Annotated[float, Field(ge=0, le=10)]
"""How far (mm) colour runs beyond the trim, or stops short of it."""

type_volgorde = Literal["om-en-om", "voorkanten-eerst"]


class Snijtekens(Deel):
    """Crop marks: their distance from the bleed (from the trim where there is none) and their length in
    mm, their thickness in pt."""

    afstand: float = Field(ge=0, le=20)
    lengte: float = Field(gt=0, le=50)
    dikte: float = Field(gt=0, le=5)


class Papier(Deel):
    """Paper: weight in grams per square metre, where it is known, and thickness of one sheet in mm."""

    gewicht: int | None = Field(None, gt=0, le=2000)
    dikte: float = Field(gt=0, le=5)


class Uitvoerintentie(Deel):
    """Press that the ink values are meant for: ICC profile in layouts/icc/, its identifier in the registry
    of the ICC, and its name for people (ISO 15930-7, 6.2.2). `pdfa` makes the file PDF/A-2b as well."""

    profiel: Tekst
    conditie: Tekst
    naam: Tekst
    pdfa: bool = True


class Drukregels(Deel):
    """What preflight demands: bleed and safe zone in mm from the trim, thinnest line and smallest type in
    pt, lowest resolution of pictures in pixels per inch, most ink in percent (0: not looked at)."""

    afloop: float = Field(0, ge=0)
    veilig: float = Field(ge=0)
    lijn: float = Field(gt=0)
    tekst: float = Field(gt=0)
    beeld: float = Field(gt=0)
    inkt: float = Field(0, ge=0)


class Drukprofiel(Deel):
    """How one printer wants its files.

    `vel` is the size of the sheet in mm, the short side first; without it every face has a page of its own.
    Nothing is printed nearer than `marge` mm to the edge of a sheet, but for a card that is as large as the
    sheet or an exact part of it. Colour runs `afloop` mm beyond the trim; where it cannot, it stays `rand`
    mm inside it. `goot` is the least space in mm between trimmed cards on a sheet. `proefblad` asks for
    a page that shows whether a printer prints at full size and how far it shifts backs. `doosvel` is the
    sheet for the box where it is not `vel`, `blad` the print format of the facilitator's sheet.
    """

    naam: Tekst
    uitleg: Tekst
    kleur: type_ruimte
    huisstijl: str = ""
    vel: tuple[Maatgetal, Maatgetal] | None = None
    marge: Ruimte = 0
    afloop: Kleurruimte = 0
    rand: Kleurruimte = 0
    goot: Ruimte = 0
    keren: type_keren
    volgorde: type_volgorde = "om-en-om"
    snijtekens: Snijtekens | None = None
    opschrift: bool = False
    proefblad: bool = False
    doosvel: tuple[Maatgetal, Maatgetal] | None = None
    blad: Tekst
    intentie: Uitvoerintentie | None = None
    papier: Papier
    regels: Drukregels

    @model_validator(mode="after")
    def _past_bij_elkaar(self) -> Drukprofiel:
        if (self.kleur == "cmyk") != (self.intentie is not None):
            raise Samenhangfout("kleur", "geef intentie bij kleur cmyk, en alleen dan")
        if self.afloop and self.rand:
            raise Samenhangfout("rand", "geef afloop of rand, en niet allebei")
        if self.vel and self.vel[0] > self.vel[1]:
            raise Samenhangfout("vel", "zet bij vel de korte zijde vooraan")
        if self.vel and 2 * self.marge >= self.vel[0]:
            raise Samenhangfout("marge", "kies een marge die op het vel ruimte overlaat")
        if self.vel and self.goot < 2 * self.afloop:
            raise Samenhangfout(
                "goot", "maak goot minstens twee keer zo groot als afloop; anders overlappen kaarten"
            )
        if not self.vel and self.keren == "omvouwen":
            raise Samenhangfout("keren", "omvouwen kan alleen op een vel; geef vel")
        return self

    @property
    def doosmaat(self) -> Maat | None:
        """Size of the sheet for the box in mm, upright; None where there is none."""
        vel = self.doosvel or self.vel
        return Maat(Mm(vel[0]), Mm(vel[1])) if vel else None

    @property
    def velmaat(self) -> Maat | None:
        """Size of the sheet in mm, upright; None where every face has a page of its own."""
        return Maat(Mm(self.vel[0]), Mm(self.vel[1])) if self.vel else None
