"""The rules for reflectievragen on the own questions of layers, each at its place in the layer file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kaartgen.inhoud.controle_kaarten import gelijkvormig, keur_vraag
from kaartgen.inhoud.controle_tekst import keur_tekst
from kaartgen.inhoud.model import Publicatie
from kaartgen.meldingen import Ernst, Melding


def keur_vragen(publicatie: Publicatie, eigen: Iterable[tuple[str, int]]) -> Iterator[Melding]:
    """Give what is wrong with own questions; each is a card id and the number of a question on that card."""
    plaatsen: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for id_, kaart in publicatie.reflectievragen.items():
        for nummer, vraag in enumerate(kaart.vragen):
            plaatsen[gelijkvormig(vraag)].append((id_, nummer))
    for id_, nummer in eigen:
        vraag = publicatie.reflectievragen[id_].vragen[nummer]
        plek = publicatie.plek("reflectievragen", id_, "vragen", nummer)
        yield from keur_tekst(plek, vraag)
        yield from keur_vraag(plek, vraag)
        ook = [plaats for plaats in plaatsen[gelijkvormig(vraag)] if plaats != (id_, nummer)]
        if ook:
            waar = "hier ook op dezelfde kaart" if ook[0][0] == id_ else f"ook bij de kaart ‘{ook[0][0]}’"
            wat, raad = f"Deze reflectievraag staat {waar}.", "Laat er een weg of schrijf iets anders."
            yield Melding(plek, "vraag-herhaald", wat, raad, Ernst.WAARSCHUWING)
