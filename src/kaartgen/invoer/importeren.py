"""From a file and a Recept to a Verslag and the files of a publication folder."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kaartgen.inhoud import lees
from kaartgen.inhoud.model import Publicatie
from kaartgen.inhoud.vast import SLOTBESTAND
from kaartgen.invoer.boek import Vaste, is_eigen_boek, lees_boek
from kaartgen.invoer.bronregels import Bronregel, bewaak_grootte, fout, is_pdf, lees_tekst
from kaartgen.invoer.herleiding import herleid
from kaartgen.invoer.herstel import herstel
from kaartgen.invoer.pdftekst import aantal_bladzijden, als_bronregels, lees_pdf
from kaartgen.invoer.plaatsing import herken, plaats
from kaartgen.invoer.recept import Recept
from kaartgen.invoer.uitgave import Bestanden, uitgave, woorden
from kaartgen.invoer.uitgavemap import schrijf_map
from kaartgen.invoer.verslag import Verslag
from kaartgen.meldingen import Fouten, relatief
from kaartgen.slot import kenmerk_van, maak_slot

TABLETBOEK = "tabletboek.pdf"
"""The official tabletboek in the folder of a publication; it goes into bundles as it is."""


@dataclass(frozen=True, slots=True)
class Import:
    """What reading a file by a recipe gave; `bestanden` is empty when the Verslag has faults."""

    verslag: Verslag
    bestanden: Bestanden


def importeer(
    pad: Path, recept: Recept, model: Publicatie, vaste: Vaste, tabletboek: Path | None = None
) -> Import:
    """Read a document by a recipe. Raises Fouten when the file cannot be used at all.

    `model` is the publication that gives ids, cards and questions; `vaste` are the words of the design,
    by which a tabletboek that kaartgen made is read back.
    """
    bewaak_grootte(pad)
    boek = lees_tabletboek(tabletboek) if tabletboek else b""
    bekend = [*woorden(model.map), *recept.alle_woorden()]
    verslag = _lees(pad, recept, model, vaste, bekend)
    if verslag.fouten:
        return Import(verslag, {})
    bestanden = uitgave(verslag.inhoud, recept, model)
    if boek:
        bestanden[TABLETBOEK] = boek
    slot = maak_slot(_gekeurd(bestanden, verslag, relatief(pad)))
    bestanden[SLOTBESTAND] = slot
    bestanden["publicatie.yaml"] += f"slot: {kenmerk_van(slot)}\n".encode()
    return Import(verslag, bestanden)


def _lees(pad: Path, recept: Recept, model: Publicatie, vaste: Vaste, bekend: list[str]) -> Verslag:
    if not is_pdf(pad):
        return _plaats(lees_tekst(pad), recept, model, bekend)
    gelezen = lees_pdf(pad)
    if is_eigen_boek(gelezen):
        return lees_boek(gelezen, recept, model, vaste, relatief(pad))
    return _plaats(als_bronregels(pad, gelezen), recept, model, bekend)


def _plaats(regels: Sequence[Bronregel], recept: Recept, model: Publicatie, bekend: Sequence[str]) -> Verslag:
    herken(regels, recept)
    return plaats(herstel(regels, recept, bekend), recept, model)


def lees_tabletboek(pad: Path) -> bytes:
    """Give the bytes of a PDF that goes into bundles as it is. Raises Fouten when it is none."""
    bewaak_grootte(pad)
    if not is_pdf(pad):
        raise fout(pad, "geen-pdf", "Dit is geen PDF.", "Kies met --tabletboek de PDF van het tabletboek.")
    aantal_bladzijden(pad)
    return pad.read_bytes()


def _gekeurd(bestanden: Bestanden, verslag: Verslag, bron: str) -> Publicatie:
    """Read the new folder as `kaartgen controleer` does. Raises Fouten, at places in the source, for what is
    wrong in it; how its texts read is for the makers."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk, "publicatie")
        schrijf_map(map_, bestanden)
        try:
            return lees(map_)
        except Fouten as fouten:
            raise Fouten(herleid(fouten.meldingen, relatief(map_), bestanden, verslag, bron)) from None
