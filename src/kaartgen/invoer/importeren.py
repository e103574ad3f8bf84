"""From a file and the name of a recipe to a Verslag and the files of a publication folder."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from kaartgen.inhoud import lees
from kaartgen.inhoud.model import Publicatie
from kaartgen.invoer.bronregels import Bronregel, bewaak_grootte, fout, is_pdf, lees_tekst
from kaartgen.invoer.herstel import herstel
from kaartgen.invoer.plaatsing import plaats
from kaartgen.invoer.recept import Recept, lees_recept
from kaartgen.invoer.uitgave import Bestanden, uitgave, woorden
from kaartgen.invoer.uitgavemap import schrijf_map
from kaartgen.invoer.verslag import Verslag

RECEPTEN = "recepten"
TABLETBOEK = "tabletboek.pdf"
"""The official tabletboek in the folder of a publication; it goes into bundles as it is."""


@dataclass(frozen=True, slots=True)
class Import:
    """What reading a file by a recipe gave; `bestanden` is empty when the Verslag has faults."""

    verslag: Verslag
    bestanden: Bestanden


def importeer(pad: Path, recept_pad: Path, publicaties: Path, tabletboek: Path | None = None) -> Import:
    """Read a document by a recipe. Raises Fouten when file or recipe cannot be used at all."""
    recept = lees_recept(recept_pad)
    model = lees(publicaties / recept.publicatie)
    bewaak_grootte(pad)
    boek = lees_tabletboek(tabletboek) if tabletboek else b""
    regels = _regels(pad)
    herstelde = herstel(regels, recept, [*woorden(model.map), *recept_pad.read_text("utf-8").split()])
    verslag = plaats(herstelde, recept, model)
    if verslag.fouten:
        return Import(verslag, {})
    bestanden = uitgave(verslag.inhoud, recept, model)
    if boek:
        bestanden[TABLETBOEK] = boek
    _keur(bestanden, model, recept)
    return Import(verslag, bestanden)


def _regels(pad: Path) -> tuple[Bronregel, ...]:
    if not is_pdf(pad):
        return lees_tekst(pad)
    from kaartgen.invoer.pdftekst import als_bronregels, lees_pdf

    return als_bronregels(pad, lees_pdf(pad))


def lees_tabletboek(pad: Path) -> bytes:
    """Give the bytes of a PDF that goes into bundles as it is. Raises Fouten when it is none."""
    bewaak_grootte(pad)
    if not is_pdf(pad):
        raise fout(pad, "geen-pdf", "Dit is geen PDF.", "Kies met --tabletboek de PDF van het tabletboek.")
    from kaartgen.invoer.pdftekst import aantal_bladzijden

    aantal_bladzijden(pad)
    return pad.read_bytes()


def _keur(bestanden: Bestanden, model: Publicatie, recept: Recept) -> None:
    """Read the new folder as `kaartgen controleer` does. Raises Fouten for what is wrong in it."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk, model.slug)
        schrijf_map(map_, bestanden)
        lees(map_)
