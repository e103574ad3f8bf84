"""Colours in a page stream: the operators that set them (ISO 32000-1, 8.6.8)."""

from __future__ import annotations

from typing import Protocol

from kaartgen.kleuren import Inkt, Kleurbeheer, Rgb
from kaartgen.scene import REGISTRATIE, Kleur

VULLING = {"rgb": "rg", "grijs": "g", "cmyk": "k"}
STREEK = {"rgb": "RG", "grijs": "G", "cmyk": "K"}
ALLE_PLATEN = "Alle"
"""Resource name of the colour space that prints on every plate (ISO 32000-1, 8.6.6.4)."""

ALLEEN_ZWART = (0.0, 0.0, 0.0, 1.0)
"""Full black ink and nothing else."""


class Pen(Protocol):
    """Gives the operators for the colours of one kind of file."""

    def vulling(self, kleur: Kleur) -> str:
        """Give the operator that sets the colour of letters and grounds."""

    def streek(self, kleur: Kleur) -> str:
        """Give the operator that sets the colour of lines."""

    def overdrukt(self, kleur: Kleur) -> bool | None:
        """Tell whether letters in this colour are printed over what is under them; None where a file
        does not know of ink."""


class Kleurpen:
    """Pen for one way of managing colour; each colour is converted once."""

    def __init__(self, beheer: Kleurbeheer) -> None:
        self._beheer = beheer
        self._vullingen: dict[Kleur, str] = {}
        self._streken: dict[Kleur, str] = {}
        self._zwart: dict[Kleur, bool] = {}
        self._zonder_inkt = beheer.ruimte != "cmyk"

    def vulling(self, kleur: Kleur) -> str:
        """Give the operator that sets the colour of letters and grounds."""
        gezet = self._vullingen.get(kleur)
        if gezet is None:
            gezet = self._vullingen[kleur] = self._zet(kleur, VULLING, "cs", "scn")
        return gezet

    def streek(self, kleur: Kleur) -> str:
        """Give the operator that sets the colour of lines."""
        gezet = self._streken.get(kleur)
        if gezet is None:
            gezet = self._streken[kleur] = self._zet(kleur, STREEK, "CS", "SCN")
        return gezet

    def overdrukt(self, kleur: Kleur) -> bool | None:
        """Tell whether letters in this colour are black ink alone; None where there is no ink."""
        if self._zonder_inkt:
            return None
        zwart = self._zwart.get(kleur)
        if zwart is None:
            alleen_zwart = self._beheer.inkt(kleur) == ALLEEN_ZWART
            zwart = self._zwart[kleur] = kleur.naam == REGISTRATIE or alleen_zwart
        return zwart

    def _zet(self, kleur: Kleur, tekens: dict[str, str], ruimte: str, waarde: str) -> str:
        if kleur.naam == REGISTRATIE and self._beheer.ruimte == "cmyk":
            return f"/{ALLE_PLATEN} {ruimte} 1 {waarde}"
        return f"{_getallen(self._beheer.inkt(kleur))} {tekens[self._beheer.ruimte]}"


def _getallen(inkt: Inkt) -> str:
    return " ".join(f"{waarde:.4g}" for waarde in inkt)


def schermpen() -> Kleurpen:
    """Give the pen for files that are read on a screen."""
    return Kleurpen(Rgb())
