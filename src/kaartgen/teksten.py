"""All text of a publication that comes on a page, each with its place in the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from kaartgen.inhoud.bron import Pad
from kaartgen.inhoud.model import Publicatie


def alle_teksten(publicatie: Publicatie) -> Iterator[tuple[Pad, str]]:
    """Give every text of the content with its path (see `Publicatie.plek`)."""
    soorten: dict[str, Any] = {
        "publicatie": publicatie.gegevens,
        "kaarten": {kaart.id: kaart for kaart in publicatie.kaarten},
        "selecties": {selectie.id: selectie for selectie in publicatie.selecties},
        "reflectievragen": publicatie.reflectievragen,
        "waardenvragen": publicatie.waardenvragen,
        "waardenclusters": publicatie.waardenclusters,
        "ambtsdragers": publicatie.ambtsdragers,
        "onderwerpen": publicatie.onderwerpen,
        "tabletboek": {hoofdstuk.id: hoofdstuk for hoofdstuk in publicatie.tabletboek},
    }
    for soort, waarde in soorten.items():
        yield from _teksten((soort,), waarde)


def _teksten(pad: Pad, waarde: object) -> Iterator[tuple[Pad, str]]:
    if isinstance(waarde, str):
        yield pad, waarde
    elif isinstance(waarde, BaseModel):
        for naam in type(waarde).model_fields:
            yield from _teksten((*pad, naam), getattr(waarde, naam))
    elif isinstance(waarde, Mapping):
        for sleutel, deel in waarde.items():
            yield from _teksten((*pad, sleutel), deel)
    elif isinstance(waarde, tuple):
        for nummer, deel in enumerate(waarde):
            yield from _teksten((*pad, nummer), deel)
