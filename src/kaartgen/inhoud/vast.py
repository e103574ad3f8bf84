"""Which texts of a publication are the makers' own: once they are brought in they are on lock."""

from __future__ import annotations

from pathlib import Path

from kaartgen.inhoud.bron import Pad
from kaartgen.inhoud.model import Gegevens

SLOTBESTAND = "slot.json"
VAST = ("waardenclusters", "ambtsdragers", "onderwerpen", "tabletboek")
VAST_GEGEVEN = ("titel", "ondertitel", "maker", "bronregel", "bron", "licentie", "families")
"""Kinds of content that are the makers' own, all of it, and the facts that say whose it is; of a card only
its question is."""


def is_vast(soort: str, pad: Pad) -> bool:
    """Tell whether a text is the makers' own; `pad` leads to it from the kind of file it stands in."""
    return (
        soort in VAST
        or (soort == "kaarten" and pad[-1:] == ("vraag",))
        or (soort == "publicatie" and pad[:1] != () and pad[0] in VAST_GEGEVEN)
    )


def is_op_slot(map_: Path, gegevens: Gegevens | None) -> bool:
    """Tell whether the makers' own texts in this folder may not be changed: there is a lock, or there was one
    and publicatie.yaml still states its digest."""
    if gegevens is not None and (gegevens.licentie.wijzigen_toegestaan or gegevens.slot):
        return not gegevens.licentie.wijzigen_toegestaan
    return (map_ / SLOTBESTAND).is_file()
