"""The rules for reflectievragen on the own questions of layers, each at its place in the layer file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kaartgen.inhoud.controle_kaarten import gelijkvormig
from kaartgen.inhoud.controle_tekst import keur_tekst
from kaartgen.inhoud.model import Publicatie
from kaartgen.meldingen import Ernst, Melding

Plaats = tuple[str, int]
"""A question: the id of its card and its number on that card."""


def keur_vragen(publicatie: Publicatie, eigen: Sequence[Plaats]) -> Iterator[Melding]:
    """Give what is wrong with the characters of own questions, and which of them stand elsewhere too."""
    plaatsen: dict[str, list[Plaats]] = defaultdict(list)
    for id_, kaart in publicatie.reflectievragen.items():
        for nummer, vraag in enumerate(kaart.vragen):
            plaatsen[gelijkvormig(vraag)].append((id_, nummer))
    for id_, nummer in eigen:
        vraag = publicatie.reflectievragen[id_].vragen[nummer]
        plek = publicatie.plek("reflectievragen", id_, "vragen", nummer)
        yield from keur_tekst(plek, vraag)
        ook = [plaats for plaats in plaatsen[gelijkvormig(vraag)] if plaats != (id_, nummer)]
        if ook:
            waar = "hier ook op dezelfde kaart" if ook[0][0] == id_ else f"ook bij de kaart ‘{ook[0][0]}’"
            wat, raad = f"Deze reflectievraag staat {waar}.", "Laat er een weg of schrijf iets anders."
            yield Melding(plek, "vraag-herhaald", wat, raad, Ernst.WAARSCHUWING)


def keur_taal(publicatie: Publicatie, eigen: Sequence[Plaats]) -> tuple[Melding, ...]:
    """Give how own questions read: the same rules, and the same advice, as for those of the publication."""
    from kaartgen.inhoud.taalgebruik import schrijfwijzer
    from kaartgen.inhoud.vraagkeuring import vraagbevindingen

    wijzer = schrijfwijzer(publicatie)
    return tuple(
        Melding(
            publicatie.plek("reflectievragen", id_, "vragen", nummer),
            f"vraag-{een.regel}",
            een.tekst,
            een.raad,
            Ernst.WAARSCHUWING,
        )
        for id_, nummer in eigen
        for een in vraagbevindingen(publicatie.reflectievragen[id_].vragen[nummer], wijzer)
    )
