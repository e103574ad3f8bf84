"""The kinds of files in the folder of a publication."""

from __future__ import annotations

from dataclasses import dataclass

from kaartgen.inhoud import model as m


@dataclass(frozen=True, slots=True)
class Bestandssoort:
    """Kind of file: `patroon` within the folder; `veld` holds the parts when one file has many."""

    naam: str
    patroon: str
    model: type[m.Deel]
    omschrijving: str
    verplicht: bool = False
    veld: str = ""

    @property
    def per_bestand(self) -> bool:
        """Tell whether each file is one part, with the file name as its id."""
        return "*" in self.patroon and not self.veld


BESTANDSSOORTEN = (
    Bestandssoort("publicatie", "publicatie.yaml", m.Gegevens, "Gegevens over de publicatie", True),
    Bestandssoort("vormgeving", "vormgeving.yaml", m.Vormgeving, "Vormgeving van de publicatie", True),
    Bestandssoort("leesmij", "leesmij.yaml", m.Leesmij, "Teksten voor LEESMIJ.txt", True),
    Bestandssoort("kaarten", "kaarten.yaml", m.Kaartenbestand, "De kaarten", True, "kaarten"),
    Bestandssoort("selecties", "selecties.yaml", m.Selectiesbestand, "De selecties", True, "selecties"),
    Bestandssoort(
        "reflectievragen",
        "reflectievragen/*.yaml",
        m.Reflectiebestand,
        "Reflectievragen en tips per kaart",
        veld="kaarten",
    ),
    Bestandssoort(
        "waardenvragen",
        "waardenvragen.yaml",
        m.Waardenvragenbestand,
        "Een reflectievraag per waarde",
        veld="vragen",
    ),
    Bestandssoort("begrippen", "begrippen.yaml", m.Begrippen, "Afkortingen en vreemde woorden"),
    Bestandssoort("woordkeuze", "woordkeuze.yaml", m.Woordkeuze, "Woorden om te vermijden of te houden"),
    Bestandssoort("waardenclusters", "waardenclusters/*.yaml", m.Waardencluster, "Een waardencluster"),
    Bestandssoort("ambtsdragers", "ambtsdragers/*.yaml", m.Ambtsdrager, "Een ambtsdrager"),
    Bestandssoort("onderwerpen", "onderwerpen/*.yaml", m.Onderwerp, "Een onderwerp"),
    Bestandssoort(
        "tabletboek",
        "tabletboek.yaml",
        m.Tabletboekbestand,
        "Hoofdstukken van het tabletboek",
        veld="hoofdstukken",
    ),
)
