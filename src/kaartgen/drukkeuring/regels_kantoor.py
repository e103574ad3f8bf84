"""Rules about what a file asks of the printer: full size, and how to turn sheets over (ISO 32000-1, 12.2)."""

from __future__ import annotations

from collections.abc import Iterator

from kaartgen.drukkeuring.bevinding import BESTAND, Bevinding
from kaartgen.drukkeuring.dossier import Dossier
from kaartgen.pdflezen.waarden import naam, veld
from kaartgen.scene import type_keren

DUPLEX: dict[type_keren, str] = {
    "enkel": "Simplex",
    "omvouwen": "Simplex",
    "lange-zijde": "DuplexFlipLongEdge",
    "korte-zijde": "DuplexFlipShortEdge",
}


def ware_grootte(dossier: Dossier) -> Iterator[Bevinding]:
    """A file for the office asks to be printed at full size."""
    if dossier.voor_de_pers or _voorkeur(dossier, "/PrintScaling") == "None":
        return
    yield Bevinding(
        BESTAND,
        "ViewerPreferences",
        "schaal-bij-afdrukken",
        "Het bestand vraagt niet om afdrukken op ware grootte.",
        "Zet PrintScaling op None, of kies bij het afdrukken ‘Werkelijke grootte’.",
    )


def omslaan(dossier: Dossier) -> Iterator[Bevinding]:
    """A file for the office asks for the edge over which the profile turns sheets."""
    hoort, gevraagd = DUPLEX[dossier.profiel.keren], _voorkeur(dossier, "/Duplex")
    if dossier.voor_de_pers or gevraagd == hoort:
        return
    yield Bevinding(
        BESTAND,
        "ViewerPreferences",
        "omslaan-anders",
        f"Het bestand vraagt de printer om {gevraagd or 'niets'}; het profiel vraagt {hoort}.",
        f"Zet Duplex op {hoort}, of kies het zelf bij het afdrukken.",
    )


def _voorkeur(dossier: Dossier, sleutel: str) -> str:
    return naam(veld(veld(dossier.pdf.Root, "/ViewerPreferences"), sleutel))


REGELS = (ware_grootte, omslaan)
