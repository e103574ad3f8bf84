"""Colours as different eyes see them: in grey, and without one of the three kinds of cones.

The matrices are those that Machado, Oliveira and Fernandes give for a cone that is missing altogether: ‘A
Physiologically-based Model for Simulation of Color Vision Deficiency’, IEEE Transactions on Visualization
and Computer Graphics 15(6), 2009, severity 1.0. They hold for linear light of the sRGB primaries.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from kaartgen.kleuren import VOL, Grijs, lineair, naar_kanaal
from kaartgen.scene import Kleur

type_zicht = Literal["gewoon", "grijs", "protan", "deutan", "tritan"]

ZICHTEN: dict[type_zicht, str] = {
    "gewoon": "",
    "grijs": "in grijs",
    "protan": "voor wie geen rood ziet",
    "deutan": "voor wie geen groen ziet",
    "tritan": "voor wie geen blauw ziet",
}
"""All ways to see, with how to say them; most people see as the first."""

Matrix = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]

MATRICES: dict[str, Matrix] = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Red, green and blue that are seen, from linear red, green and blue."""


@lru_cache(2048)
def gezien(kleur: Kleur, zicht: type_zicht) -> Kleur:
    """Give the colour that looks to most people as this one looks to those who see otherwise."""
    if zicht == "gewoon":
        return kleur
    if zicht == "grijs":
        return Grijs().zichtbaar(kleur)
    rgb = lineair(kleur.hex)
    kanalen = (sum(deel * licht for deel, licht in zip(rij, rgb, strict=True)) for rij in MATRICES[zicht])
    return Kleur(
        kleur.naam, "".join(f"{round(naar_kanaal(min(max(licht, 0.0), 1.0)) * VOL):02X}" for licht in kanalen)
    )
