"""Texts of the pieces that belong to any printed set: index, instruction, stop card, box; out of layouts/."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from kaartgen.inhoud.model import TEKSTVORM, Deel, Tekst, Teksten
from kaartgen.opmaak.invulplaatsen import keur_invulplaatsen
from kaartgen.opmaak.lagen import lees_geheel

BESTAND = "setstukken.yaml"
"""Name of the file in layouts/ that has these texts."""

VAN_DE_SET = {"titel", "aantal", "selectie"}
"""What may stand between braces: title of the publication, number of cards, name of the selectie."""

PLAATSHOUDERS_INDEX = {"titel": VAN_DE_SET, "uitleg": VAN_DE_SET}
PLAATSHOUDERS_INSTRUCTIE = {"titel": VAN_DE_SET, "inleiding": VAN_DE_SET}
PLAATSHOUDERS_BEGELEIDER = {"titel": VAN_DE_SET, "inleiding": VAN_DE_SET}
PLAATSHOUDERS_DOOS = {"bovenkop": VAN_DE_SET, "aantal": VAN_DE_SET}
PLAATSHOUDERS_WOORDEN = {
    "prioriteit_van": {"ambtsdrager"},
    "vraag_bij_kaart": {"nummer", "label"},
    "tijd": {"minuten"},
}
"""`ambtsdrager` is its enkelvoud; no other text has places to fill in."""

MAX_WOORDEN = 60
"""Words in a werkvorm with its name and goal; more does not fit on a small card."""

Uitleg = Annotated[str, StringConstraints(pattern=TEKSTVORM, max_length=160)]
Stoptekst = Annotated[str, StringConstraints(pattern=TEKSTVORM, max_length=200)]


class Index(Deel):
    """Card that lists all cards of the set; `overig` is the heading above the set pieces."""

    titel: Tekst
    uitleg: Uitleg
    overig: Tekst

    @model_validator(mode="after")
    def _invulplaatsen_bestaan(self) -> Index:
        keur_invulplaatsen(self, PLAATSHOUDERS_INDEX)
        return self


class Werkvorm(Deel):
    """One way to work with the cards, in steps."""

    naam: Tekst
    doel: Tekst
    stappen: tuple[Tekst, ...] = Field(min_length=1, max_length=4)
    tijd_minuten: int = Field(ge=1)

    @model_validator(mode="after")
    def _is_bondig(self) -> Werkvorm:
        woorden = sum(len(tekst.split()) for tekst in (self.naam, self.doel, *self.stappen))
        if woorden > MAX_WOORDEN:
            raise ValueError(f"deze werkvorm telt {woorden} woorden; houd het bij {MAX_WOORDEN}")
        return self


class Instructie(Deel):
    """Card with three werkvormen: to choose, to rank and to tell."""

    titel: Tekst
    inleiding: Tekst
    werkvormen: tuple[Werkvorm, ...] = Field(min_length=3, max_length=3)

    @model_validator(mode="after")
    def _invulplaatsen_bestaan(self) -> Instructie:
        keur_invulplaatsen(self, PLAATSHOUDERS_INSTRUCTIE)
        return self


class Colofonkaart(Deel):
    """Card with colofon and licence; what it tells comes from the publication."""

    titel: Tekst


class LegeKaart(Deel):
    """Cards for own questions; `aantal` is how many of them a set has."""

    bovenkop: Tekst
    titel: Tekst
    aantal: int = Field(ge=0)


class Stopkaart(Deel):
    """Card that anybody may lay down to pause the talk."""

    titel: Tekst
    tekst: Stoptekst


class Tijdblok(Deel):
    """Part of a session, from `van` to `tot` minutes after its start."""

    van: int = Field(ge=0)
    tot: int = Field(ge=1)
    naam: Tekst
    tekst: Tekst


class Begeleidersblad(Deel):
    """Sheet for who leads the talk."""

    titel: Tekst
    inleiding: Tekst
    voorbereiding: Teksten
    tijdplan: tuple[Tijdblok, ...] = Field(min_length=1)
    tips: Teksten

    @model_validator(mode="after")
    def _invulplaatsen_bestaan(self) -> Begeleidersblad:
        keur_invulplaatsen(self, PLAATSHOUDERS_BEGELEIDER)
        return self

    @model_validator(mode="after")
    def _tijd_loopt_door(self) -> Begeleidersblad:
        if self.tijdplan[0].van != 0:
            raise ValueError("laat het tijdplan op 0 beginnen")
        for blok in self.tijdplan:
            if blok.tot <= blok.van:
                raise ValueError(f"‘{blok.naam}’ is afgelopen voordat het begint; maak tot groter dan van")
        for eerste, tweede in pairwise(self.tijdplan):
            if tweede.van != eerste.tot:
                raise ValueError(
                    f"laat ‘{tweede.naam}’ beginnen op {eerste.tot}, als ‘{eerste.naam}’ klaar is"
                )
        return self


class Doos(Deel):
    """Words on the box."""

    bovenkop: Tekst
    aantal: Tekst

    @model_validator(mode="after")
    def _invulplaatsen_bestaan(self) -> Doos:
        keur_invulplaatsen(self, PLAATSHOUDERS_DOOS)
        return self


class Setwoorden(Deel):
    """Small fixed words on cards and box."""

    waarde: Tekst
    prioriteit_van: Tekst
    vraag_bij_kaart: Tekst
    tijd: Tekst
    opvattingen: Tekst
    handelingsperspectieven: Tekst
    reflectievraag: Tekst
    schrijfruimte: Tekst
    toelichting_achterop: Tekst
    knippen: Tekst
    vouwen: Tekst
    plakken: Tekst
    werkvormen: Tekst
    voorbereiding: Tekst
    tijdplan: Tekst
    tips: Tekst
    kaarten: Tekst

    @model_validator(mode="after")
    def _invulplaatsen_bestaan(self) -> Setwoorden:
        keur_invulplaatsen(self, PLAATSHOUDERS_WOORDEN)
        return self


class Setstukken(Deel):
    """Texts of all pieces of a set."""

    index: Index
    instructie: Instructie
    colofon: Colofonkaart
    leeg: LegeKaart
    stop: Stopkaart
    begeleider: Begeleidersblad
    doos: Doos
    woorden: Setwoorden


def lees_setstukken(layouts: Path) -> Setstukken:
    """Read layouts/setstukken.yaml. Raises Fouten with all that is wrong in it."""
    return lees_geheel(layouts / BESTAND, Setstukken)
