"""From what is wrong in the files made of a document to what is wrong in that document, for users to mend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kaartgen.inhoud.bron import bron_uit
from kaartgen.inhoud.lezing import takken
from kaartgen.invoer.uitgave import Bestanden
from kaartgen.invoer.verslag import Verslag
from kaartgen.meldingen import Ernst, Melding, Plek

HERHAALD = "-herhaald"
"""How the codes end for a text that stands twice in one list."""
RAAD_DUBBEL = "Haal een van beide weg. Hoort hier een andere tekst? Zet die dan op deze plaats in de bron."


def herleid(
    meldingen: Sequence[Melding], map_: str, bestanden: Bestanden, verslag: Verslag, bron: str
) -> tuple[Melding, ...]:
    """Give the faults in new files, read from the folder `map_`, where the text they are about stands in the
    source. What is about no text of it is told of the source as a whole, with the file it would be in.
    """
    uit: list[Melding] = []
    for melding in meldingen:
        if melding.ernst is not Ernst.FOUT:
            continue
        naam = melding.plek.bestand.removeprefix(f"{map_}/")
        plekken = verslag.plekken_van(_tekst(bestanden.get(naam, b""), melding.plek))
        if not plekken:
            tekst = f"In {naam} komt een fout: {melding.tekst}"
            uit.append(replace(melding, plek=Plek(bron), tekst=tekst))
        elif melding.code.endswith(HERHAALD) and len(plekken) > 1:
            uit.append(dubbel(plekken[-1], plekken[:-1]))
        else:
            uit.append(replace(melding, plek=plekken[0]))
    return tuple(dict.fromkeys(uit))


def dubbel(plek: Plek, eerder: Sequence[Plek]) -> Melding:
    """Say that a text stands twice, with the other places."""
    return Melding(plek, "tekst-dubbel", f"Deze tekst staat ook {elders(plek, eerder)}.", RAAD_DUBBEL)


def elders(plek: Plek, eerder: Sequence[Plek]) -> str:
    """Give in words where else than at `plek` something stands."""
    delen = []
    for een in eerder:
        bladzijde = een.bestand.partition(", ")[2] if een.bestand != plek.bestand else ""
        delen.append(f"op {bladzijde}, regel {een.regel}" if bladzijde else f"op regel {een.regel}")
    return " en ".join(delen)


def _tekst(bestand: bytes, plek: Plek) -> str:
    """Give the text that stands at a place in a file."""
    bron = bron_uit(plek.bestand, bestand)
    gevonden = (waarde for pad, waarde in takken(bron.waarde) if bron.plek(pad) == plek)
    return next((waarde for waarde in gevonden if isinstance(waarde, str)), "")
