"""Fixed words around printed cards: on sheets, on the test page, in DRUKWIJZER.txt; out of layouts/."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, model_validator

from kaartgen.inhoud.model import Deel, Tekst, Teksten
from kaartgen.meldingen import Fouten, Melding
from kaartgen.opmaak.invulplaatsen import keur_invulplaatsen
from kaartgen.opmaak.lagen import lees_lagen

PLAATSHOUDERS = {
    "vel": {"set", "nummer", "aantal", "kant"},
    "titel": {"titel", "set", "formaat"},
}
PLAATSHOUDERS_DRUKWIJZER = {
    "kop": {"set", "formaat"},
    "maat": {"breedte", "hoogte"},
    "aantal": {"kaarten", "vellen", "velbreedte", "velhoogte", "per_vel"},
    "losse_paginas": {"kaarten", "velbreedte", "velhoogte"},
    "papier": {"gewicht", "dikte"},
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


class Drukwijzerwoorden(Deel):
    """Words of DRUKWIJZER.txt, which tells how to print, cut and fold."""

    kop: Tekst
    maat: Tekst
    aantal: Tekst
    losse_paginas: Tekst
    papier: Tekst
    schaal: Tekst
    keren: Kerenwoorden
    snijden: Tekst
    van_links: Tekst
    van_boven: Tekst
    vouwen: Tekst
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
    titel: Tekst
    proefblad: Proefbladwoorden
    drukwijzer: Drukwijzerwoorden

    @model_validator(mode="after")
    def _invulplaatsen_bestaan(self) -> Drukwoorden:
        keur_invulplaatsen(self, PLAATSHOUDERS)
        return self


def lees_drukwoorden(layouts: Path) -> Drukwoorden:
    """Read layouts/drukwoorden.yaml. Raises Fouten with all that is wrong in it."""
    meldingen: list[Melding] = []
    woorden = lees_lagen(layouts / "drukwoorden.yaml", Drukwoorden, meldingen)
    if woorden is None or meldingen:
        raise Fouten(meldingen)
    return woorden
