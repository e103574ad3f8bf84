"""Card types: each turns the groups of a Kaart into an Opzet for a box of some width.

To add a type: a module with a function `(kaart, breedte, zin, zetter) -> Opzet`, a line in `SOORTEN`,
and its measures in `ontwerp.Soorten` and in the format files.
"""

from __future__ import annotations

from collections.abc import Callable

from kaartgen.opmaak.soorten.blokken import blokken
from kaartgen.opmaak.soorten.citaten import citaten
from kaartgen.opmaak.soorten.gestapeld import dicht_gestapeld, gestapeld
from kaartgen.opmaak.soorten.kolommen import kolommen
from kaartgen.opmaak.soorten.lijst import lijst
from kaartgen.opmaak.soorten.overzicht import overzicht
from kaartgen.opmaak.soorten.stappen import stappen
from kaartgen.opmaak.soorten.tabel import tabel
from kaartgen.opmaak.soorten.wiel import wielkaart
from kaartgen.opmaak.zetter import Opzet, Zetter
from kaartgen.samenstelling import Kaart

Soort = Callable[[Kaart, float, float, Zetter], Opzet]

SOORTEN: dict[str, Soort] = {
    "blokken": blokken,
    "citaten": citaten,
    "gestapeld": gestapeld,
    "kolommen": kolommen,
    "lijst": lijst,
    "overzicht": overzicht,
    "stappen": stappen,
    "tabel": tabel,
    "wiel": wielkaart,
}

UITWIJK: dict[str, Soort] = {"blokken": gestapeld, "kolommen": gestapeld, "tabel": gestapeld}
"""What a card is set as when it does not fit in its own type at the smallest size."""

LAATSTE_UITWIJK: dict[str, Soort] = dict.fromkeys(UITWIJK, dicht_gestapeld)
"""What a card is set as when it does not fit there either."""
