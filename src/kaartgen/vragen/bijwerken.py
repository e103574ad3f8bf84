"""From a layer and what is below it now to the layer that knows that: what is written after a merge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kaartgen.inhoud.model import Publicatie
from kaartgen.samenstelling import Kaart, alle_kaarten
from kaartgen.vragen.laag import Kaartlaag, Laag, Laagvraag
from kaartgen.vragen.samenvoeging import Samengevoegd, voeg_samen


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
    # What another spelling means must be written as it is now, or an own question may take its place later.
    weglaten = tuple(oud for oud, eigen in samen.weg if not eigen)
    if laag.vragen is None:
        return replace(laag, weglaten=weglaten, inhoud=kaart.inhoudskenmerk)
    ongenoemd = [Laagvraag(een.tekst, behoud=True) for een in samen.vragen if not een.pad]
    vragen = (*_vragen(laag.vragen, samen), *ongenoemd)
    return replace(laag, vragen=vragen, weglaten=weglaten, inhoud=kaart.inhoudskenmerk)


def _vragen(vragen: tuple[Laagvraag, ...], samen: Samengevoegd) -> Iterator[Laagvraag]:
    geplaatst = {een.pad: een for een in samen.vragen}
    for nummer, vraag in enumerate(vragen):
        een = geplaatst.get(("vragen", nummer))
        if een is None:
            continue
        if vraag.behoud:
            yield replace(vraag, tekst=een.tekst)
        elif vraag.vervangt:
            yield replace(vraag, vervangt=een.vervangt)
        else:
            yield vraag
