"""From a layer and what is below it now to the layer that knows that: what is written after a merge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kaartgen.inhoud.model import Publicatie
from kaartgen.samenstelling import Kaart, alle_kaarten
from kaartgen.vragen.laag import Kaartlaag, Laag, Laagvraag
from kaartgen.vragen.samenvoeging import Gebeurtenis, Verschil, voeg_samen


def werk_bij(laag: Laag, onder: Publicatie) -> Laag:
    """Give the layer with every question below mentioned as it is now, and own questions as they were.

    A card that is not there any more stays in the layer with all that it says.
    """
    kaarten = {kaart.id: kaart for kaart in alle_kaarten(onder)}
    nieuw = {
        id_: _kaart(kaartlaag, kaarten[id_]) if id_ in kaarten else kaartlaag
        for id_, kaartlaag in laag.kaarten.items()
    }
    return replace(laag, editie=onder.gegevens.editie, kaarten=nieuw)


def _kaart(laag: Kaartlaag, kaart: Kaart) -> Kaartlaag:
    samen = voeg_samen(tuple(vraag.tekst for vraag in kaart.vragen), laag)
    per_pad = {verschil.pad: verschil for verschil in samen.verschillen if verschil.wat != Gebeurtenis.NIEUW}
    weglaten = tuple(
        tekst for nummer, tekst in enumerate(laag.weglaten) if ("weglaten", nummer) not in per_pad
    )
    if laag.vragen is None:
        return replace(laag, weglaten=weglaten, inhoud=kaart.inhoudskenmerk)
    ongenoemd = [Laagvraag(een.tekst, behoud=True) for een in samen.vragen if not een.pad]
    vragen = (*_vragen(laag.vragen, per_pad), *ongenoemd)
    return replace(laag, vragen=vragen, weglaten=weglaten, inhoud=kaart.inhoudskenmerk)


def _vragen(
    vragen: tuple[Laagvraag, ...], per_pad: Mapping[tuple[str | int, ...], Verschil]
) -> Iterator[Laagvraag]:
    for nummer, vraag in enumerate(vragen):
        verschil = per_pad.get(("vragen", nummer))
        if verschil is None:
            yield vraag
        elif not vraag.behoud:
            yield replace(vraag, vervangt=verschil.nieuw)
        elif verschil.nieuw:
            yield replace(vraag, tekst=verschil.nieuw)
