"""Fixed words around printed cards: on sheets, on the test page, in DRUKWIJZER.txt; out of layouts/."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, model_validator

from kaartgen.inhoud.model import Deel, Tekst, Teksten
from kaartgen.opmaak.invulplaatsen import keur_invulplaatsen
from kaartgen.opmaak.lagen import lees_geheel
from kaartgen.scene import type_kant

PLAATSHOUDERS = {
    "vel": {"set", "nummer", "aantal", "kant"},
    "vel_een_kant": {"set", "nummer", "aantal"},
    "titel": {"titel", "set", "formaat"},
}
PLAATSHOUDERS_DRUKWIJZER = {
    "kop": {"set", "formaat"},
    "maat": {"breedte", "hoogte"},
    "aantal": {"kaarten", "vellen", "velbreedte", "velhoogte", "per_vel"},
    "losse_paginas": {"kaarten", "velbreedte", "velhoogte"},
    "papier": {"gewicht", "dikte"},
    "papier_dikte": {"dikte"},
    "snijtekens": {"afloop"},
    "afloop": {"breedte", "hoogte", "afloop"},
    "pers": {"conditie", "inkt"},
}
"""What may stand between braces in the words."""


class Proefbladwoorden(Deel):
    """Words on the page that tests a printer."""

    titel: Tekst
    liniaal: Tekst
    stappen: Teksten
    achterkant: Tekst
    rechts: Tekst
    beneden: Tekst


class Kerenwoorden(Deel):
    """How to set a printer, by how it turns sheets over."""

    enkel: Tekst
    omvouwen: Tekst
    lange_zijde: Tekst = Field(alias="lange-zijde")
    korte_zijde: Tekst = Field(alias="korte-zijde")

    def bij(self, keren: str) -> str:
        """Give the words for one way of turning."""
        return str(getattr(self, keren.replace("-", "_")))


class Volgordewoorden(Deel):
    """In which order the pages stand, by the order of the profile."""

    om_en_om: Tekst = Field(alias="om-en-om")
    voorkanten_eerst: Tekst = Field(alias="voorkanten-eerst")

    def bij(self, volgorde: str) -> str:
        """Give the words for one order."""
        return str(getattr(self, volgorde.replace("-", "_")))


class Drukwijzerwoorden(Deel):
    """Words of DRUKWIJZER.txt, which tells how to print, cut and fold."""

    kop: Tekst
    maat: Tekst
    aantal: Tekst
    losse_paginas: Tekst
    papier: Tekst
    papier_dikte: Tekst
    schaal: Tekst
    keren: Kerenwoorden
    op_zijn_kop: Tekst
    kop_aan_kop: Tekst
    volgorde: Volgordewoorden
    snijden: Tekst
    van_links: Tekst
    van_boven: Tekst
    vouwen: Tekst
    alleen_vouwen: Tekst
    geen_sneden: Tekst
    snijtekens: Tekst
    afloop: Tekst
    pers: Tekst
    bestanden: Tekst
    kaarten: Tekst
    begeleider: Tekst
    doos: Tekst
    proef: Tekst

    @model_validator(mode="after")
    def _invulplaatsen_bestaan(self) -> Drukwijzerwoorden:
        keur_invulplaatsen(self, PLAATSHOUDERS_DRUKWIJZER)
        return self


class Drukwoorden(Deel):
    """All fixed words of printing."""

    voorkant: Tekst
    achterkant: Tekst
    vel: Tekst
    vel_een_kant: Tekst
    titel: Tekst
    proefblad: Proefbladwoorden
    drukwijzer: Drukwijzerwoorden

    @model_validator(mode="after")
    def _invulplaatsen_bestaan(self) -> Drukwoorden:
        keur_invulplaatsen(self, PLAATSHOUDERS)
        return self

    def opschrift(self, set_: str, nummer: int, aantal: int, kant: type_kant | None) -> str:
        """Give the words in the margin of a sheet; `kant` is None where only one side is printed."""
        if kant is None:
            return self.vel_een_kant.format(set=set_, nummer=nummer, aantal=aantal)
        naam = self.voorkant if kant == "voor" else self.achterkant
        return self.vel.format(set=set_, nummer=nummer, aantal=aantal, kant=naam)


def lees_drukwoorden(layouts: Path) -> Drukwoorden:
    """Read layouts/drukwoorden.yaml. Raises Fouten with all that is wrong in it."""
    return lees_geheel(layouts / "drukwoorden.yaml", Drukwoorden)
