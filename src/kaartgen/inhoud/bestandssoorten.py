"""The kinds of files in the folder of a publication."""

from __future__ import annotations

from dataclasses import dataclass

from kaartgen.inhoud import model as m


@dataclass(frozen=True, slots=True)
class Bestandssoort:
    """Kind of file: `patroon` within the folder; `veld` holds the parts when one file has many.

    `per_bestand` says that each file is one part, with the file name as its id.
    """

    naam: str
    patroon: str
    model: type[m.Deel]
    omschrijving: str
    verplicht: bool = False
    veld: str = ""
    stuk: type[m.Deel] | None = None

    @property
    def per_bestand(self) -> bool:
        return "*" in self.patroon and not self.veld


BESTANDSSOORTEN = (
    Bestandssoort("publicatie", "publicatie.yaml", m.Gegevens, "Gegevens over de publicatie", True),
    Bestandssoort("vormgeving", "vormgeving.yaml", m.Vormgeving, "Vormgeving van de publicatie", True),
    Bestandssoort("leesmij", "leesmij.yaml", m.Leesmij, "Teksten voor LEESMIJ.txt", True),
    Bestandssoort("kaarten", "kaarten.yaml", m.Kaartenbestand, "De kaarten", True, "kaarten", m.Kaartregel),
    Bestandssoort(
        "selecties",
        "selecties.yaml",
        m.Selectiesbestand,
        "De selecties",
        True,
        "selecties",
        m.Selectie,
    ),
    Bestandssoort(
        "reflectievragen",
        "reflectievragen/*.yaml",
        m.Reflectiebestand,
        "Reflectievragen en tips per kaart",
        False,
        "kaarten",
        m.Reflectievragen,
    ),
    Bestandssoort("waardenclusters", "waardenclusters/*.yaml", m.Waardencluster, "Een waardencluster"),
    Bestandssoort("ambtsdragers", "ambtsdragers/*.yaml", m.Ambtsdrager, "Een ambtsdrager"),
    Bestandssoort("onderwerpen", "onderwerpen/*.yaml", m.Onderwerp, "Een onderwerp"),
    Bestandssoort(
        "tabletboek",
        "tabletboek.yaml",
        m.Tabletboekbestand,
        "Hoofdstukken van het tabletboek",
        False,
        "hoofdstukken",
        m.Hoofdstuk,
    ),
)
