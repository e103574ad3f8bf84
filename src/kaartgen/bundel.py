"""From Bestanden to one deterministic ZIP per selection."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kaartgen import __version__
from kaartgen.inhoud.model import Publicatie
from kaartgen.nummers import reeksen
from kaartgen.platte_tekst import alinea, kop, punt
from kaartgen.samenstelling import Kaartenset
from kaartgen.wegschrijven import schrijf as schrijf

ZIPDATUM = (1980, 1, 1, 0, 0, 0)
INGEPAKT = {".pdf", ".pptx"}
"""Files that are compressed inside, so that compressing them again only takes time."""


@dataclass(frozen=True, slots=True)
class Bestand:
    """One file of a bundle; `paginas` is 0 for files without pages, `wat` says in words what it is."""

    naam: str
    inhoud: bytes
    wat: str
    paginas: int = 0


def pak_in(bestanden: Sequence[Bestand]) -> bytes:
    """Make a ZIP whose bytes depend on nothing but the names and contents of the files."""
    doos = io.BytesIO()
    with zipfile.ZipFile(doos, "w") as zip_:
        for bestand in bestanden:
            lid = zipfile.ZipInfo(bestand.naam, ZIPDATUM)
            lid.create_system = 3
            lid.external_attr = 0o644 << 16
            ingepakt = Path(bestand.naam).suffix in INGEPAKT
            lid.compress_type = zipfile.ZIP_STORED if ingepakt else zipfile.ZIP_DEFLATED
            zip_.writestr(lid, bestand.inhoud)
    return doos.getvalue()


def leesmij(
    publicatie: Publicatie, kaartenset: Kaartenset, bestanden: Sequence[Bestand], lagen: Sequence[str] = ()
) -> Bestand:
    """Make LEESMIJ.txt: what is in the bundle, how to use and print it, and the licence.

    `lagen` are the names of those whose own questions are on the cards.
    """
    gegevens, teksten = publicatie.gegevens, publicatie.leesmij
    titel = f"{gegevens.titel} – {kaartenset.naam}"
    nummers = reeksen([str(kaart.nummer) for kaart in kaartenset.kaarten])
    delen = [
        kop(titel, "="),
        alinea(teksten.inhoud),
        kop("Wat zit erin?"),
        "\n".join(punt(f"{bestand.naam}: {bestand.wat}") for bestand in bestanden),
        alinea(
            f"De kaarten in deze set hebben nummer {nummers}. Een kaart heeft in elke set hetzelfde nummer."
        ),
        *([alinea(f"Op deze kaarten staan ook reflectievragen van: {', '.join(lagen)}.")] if lagen else []),
        kop("Hoe gebruik je de kaarten?"),
        "\n".join(punt(een) for een in teksten.gebruik),
        kop("Hoe druk je ze af?"),
        "\n".join(punt(een) for een in teksten.afdrukken),
        kop("Wat mag je ermee?"),
        "\n".join(punt(een) for een in (gegevens.licentie.naam + ".", *gegevens.licentie.tekst)),
        kop("Over deze editie"),
        alinea(" ".join(filter(None, (gegevens.editietoelichting, f"De bron: {gegevens.bron}.")))),
        alinea(f"Gemaakt met kaartgen {__version__}."),
    ]
    return Bestand("LEESMIJ.txt", ("\n\n".join(delen) + "\n").encode(), "Deze uitleg.")
