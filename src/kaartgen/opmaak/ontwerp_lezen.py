"""From layouts/ to Ontwerp, or to all that is wrong with the design at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from kaartgen.inhoud.bedoeling import raad_bedoeling
from kaartgen.inhoud.bron import Bron, lees_bron
from kaartgen.inhoud.model import Deel, Publicatie
from kaartgen.inhoud.veldfouten import veldfouten
from kaartgen.meldingen import Fouten, Melding, Plek, relatief
from kaartgen.opmaak.ontwerp import Formaat, Huisstijl, Ontwerp, Pictogrammen, Woorden, voeg_samen

GEBRUIK = ("kaarten", "dias", "tabletboek")
HUISSTIJLEN = "huisstijlen"
FORMATEN = "formaten"

_D = TypeVar("_D", bound=Deel)


def lees_ontwerp(layouts: Path, fonts: Path, publicatie: Publicatie) -> Ontwerp:
    """Read the design that a publication asks for in its vormgeving.

    Raises Fouten with everything that is wrong in the files of the design, and with every name in the
    vormgeving that the design does not have.
    """
    meldingen: list[Melding] = []
    vormgeving = publicatie.vormgeving
    huisstijl = _gekozen(
        layouts / HUISSTIJLEN, "huisstijl", vormgeving.huisstijl, Huisstijl, publicatie, meldingen
    )
    formaten = {
        gebruik: _gekozen(
            layouts / FORMATEN, gebruik, getattr(vormgeving, gebruik), Formaat, publicatie, meldingen
        )
        for gebruik in GEBRUIK
    }
    pictogrammen = _lees(layouts / "pictogrammen.yaml", Pictogrammen, meldingen)
    woorden = _lees(layouts / "woorden.yaml", Woorden, meldingen)
    for cluster, accent in vormgeving.accenten.items():
        if huisstijl and accent.kleur not in huisstijl.kleuren:
            meldingen.append(_onbekend(publicatie, cluster, "kleur", accent.kleur, huisstijl.kleuren))
        if pictogrammen and accent.pictogram not in pictogrammen.vormen:
            meldingen.append(
                _onbekend(publicatie, cluster, "pictogram", accent.pictogram, pictogrammen.vormen)
            )
    if huisstijl and not (fonts / huisstijl.letter.map).is_dir():
        plek = Plek(relatief(layouts / HUISSTIJLEN / f"{vormgeving.huisstijl}.yaml"))
        tekst = f"De map ‘{huisstijl.letter.map}’ met het lettertype staat niet in {relatief(fonts)}."
        meldingen.append(Melding(plek, "letter-ontbreekt", tekst, "Zet de lettertypebestanden in die map."))
    gevuld = {gebruik: formaat for gebruik, formaat in formaten.items() if formaat}
    if meldingen or not (huisstijl and pictogrammen and woorden) or len(gevuld) != len(GEBRUIK):
        raise Fouten(meldingen)
    accenten = {cluster: (accent.kleur, accent.pictogram) for cluster, accent in vormgeving.accenten.items()}
    return Ontwerp(huisstijl, gevuld, pictogrammen, woorden, accenten, fonts / huisstijl.letter.map)


def _onbekend(publicatie: Publicatie, cluster: str, veld: str, naam: str, keuzes: Iterable[str]) -> Melding:
    plek = publicatie.plek("vormgeving", "accenten", cluster, veld)
    raad = raad_bedoeling(naam, keuzes, f"Kies uit: {', '.join(keuzes)}.")
    return Melding(plek, f"{veld}-onbekend", f"Het ontwerp heeft geen {veld} ‘{naam}’.", raad)


def _gekozen(
    map_: Path, veld: str, naam: str, soort: type[_D], publicatie: Publicatie, meldingen: list[Melding]
) -> _D | None:
    bestanden = {pad.stem: pad for pad in sorted(map_.glob("*.yaml"))}
    if naam not in bestanden:
        raad = raad_bedoeling(naam, bestanden, f"Kies uit: {', '.join(bestanden)}.")
        tekst = f"In {relatief(map_)} staat geen ‘{naam}’."
        meldingen.append(Melding(publicatie.plek("vormgeving", veld), f"{map_.name}-onbekend", tekst, raad))
        return None
    return _lees(bestanden[naam], soort, meldingen)


def _lees(pad: Path, soort: type[_D], meldingen: list[Melding]) -> _D | None:
    bron = lees_bron(pad)
    meldingen += bron.meldingen
    waarde = _met_basis(bron, pad, (pad,), meldingen)
    if waarde is None:
        return None
    try:
        return soort.model_validate(waarde)
    except ValidationError as fout:
        meldingen += veldfouten(bron, soort, fout)
        return None


def _met_basis(
    bron: Bron, pad: Path, keten: tuple[Path, ...], meldingen: list[Melding]
) -> dict[str, Any] | None:
    """Give the values of a file over those of the file that it builds on."""
    if bron.waarde is None or "erft_van" not in bron.waarde:
        return bron.waarde
    eigen = {sleutel: waarde for sleutel, waarde in bron.waarde.items() if sleutel != "erft_van"}
    basis = pad.with_name(f"{bron.waarde['erft_van']}.yaml")
    plek = bron.plek(("erft_van",))
    if basis in keten:
        tekst = f"‘{basis.stem}’ bouwt langs een omweg op zichzelf."
        meldingen.append(Melding(plek, "erfenis-kring", tekst, "Haal een van de regels ‘erft_van’ weg."))
        return None
    if not basis.exists():
        raad = raad_bedoeling(
            basis.stem, (ander.stem for ander in pad.parent.glob("*.yaml")), "Kijk of de naam klopt."
        )
        meldingen.append(Melding(plek, "erfenis-onbekend", f"‘{basis.stem}’ bestaat niet.", raad))
        return None
    ouder = lees_bron(basis)
    meldingen += ouder.meldingen
    waarde = _met_basis(ouder, basis, (*keten, basis), meldingen)
    return None if waarde is None else voeg_samen(waarde, eigen)
