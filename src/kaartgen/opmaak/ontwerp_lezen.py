"""From layouts/ to Ontwerp, or to all that is wrong with the design at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from kaartgen.inhoud.bedoeling import raad_bedoeling
from kaartgen.inhoud.bron import Bron, Pad, lees_bron
from kaartgen.inhoud.model import Deel, Publicatie
from kaartgen.inhoud.veldfouten import veldfouten
from kaartgen.meldingen import Fouten, Melding, Plek, relatief
from kaartgen.opmaak.ontwerp import Formaat, Huisstijl, Ontwerp, Pictogrammen, Woorden, voeg_samen

GEBRUIK = ("kaarten", "dias", "tabletboek")
HUISSTIJLEN = "huisstijlen"
FORMATEN = "formaten"
ERFT = "erft_van"
"""Key that names the file of the same kind on which a file builds."""

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
    if huisstijl:
        for gebruik, formaat in formaten.items():
            if formaat:
                pad = layouts / FORMATEN / f"{getattr(vormgeving, gebruik)}.yaml"
                meldingen += _vreemde_kleuren(pad, formaat, huisstijl)
    if huisstijl and not (fonts / huisstijl.letter.map).is_dir():
        plek = Plek(relatief(layouts / HUISSTIJLEN / f"{vormgeving.huisstijl}.yaml"))
        tekst = f"De map ‘{huisstijl.letter.map}’ met het lettertype staat niet in {relatief(fonts)}."
        meldingen.append(Melding(plek, "letter-ontbreekt", tekst, "Zet de lettertypebestanden in die map."))
    gevuld = {gebruik: formaat for gebruik, formaat in formaten.items() if formaat}
    if meldingen or not (huisstijl and pictogrammen and woorden) or len(gevuld) != len(GEBRUIK):
        raise Fouten(list(dict.fromkeys(meldingen)))
    accenten = {cluster: (accent.kleur, accent.pictogram) for cluster, accent in vormgeving.accenten.items()}
    return Ontwerp(huisstijl, gevuld, pictogrammen, woorden, accenten, fonts / huisstijl.letter.map)


def _vreemde_kleuren(pad: Path, formaat: Formaat, huisstijl: Huisstijl) -> Iterator[Melding]:
    """Give every colour of a look that the huisstijl does not have."""
    keten = _keten(pad, (), [])
    erfenis = _Erfenis(keten[0].bestand, {}, keten[0].plekken, onder=tuple(keten[1:]))
    for naam in type(formaat.stijlen).model_fields:
        stijl = getattr(formaat.stijlen, naam)
        for veld in ("kleur", "opsomming_kleur"):
            kleur = getattr(stijl, veld)
            if kleur and kleur not in huisstijl.kleuren:
                plek = erfenis.plek(("stijlen", naam, veld))
                raad = raad_bedoeling(kleur, huisstijl.kleuren, f"Kies uit: {', '.join(huisstijl.kleuren)}.")
                yield Melding(plek, "kleur-onbekend", f"De huisstijl heeft geen kleur ‘{kleur}’.", raad)


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


@dataclass(frozen=True, slots=True)
class _Erfenis(Bron):
    """A file laid over the files it builds on; a place is looked for in the nearest that has it."""

    onder: tuple[Bron, ...] = ()

    def plek(self, pad: Pad) -> Plek:
        while pad:
            for bron in (self, *self.onder):
                if pad in bron.plekken:
                    return Plek(bron.bestand, *bron.plekken[pad])
            pad = pad[:-1]
        return Plek((self, *self.onder)[-1].bestand)


def _lees(pad: Path, soort: type[_D], meldingen: list[Melding]) -> _D | None:
    keten = _keten(pad, (), meldingen)
    if any(bron.waarde is None for bron in keten):
        return None
    waarde: dict[str, Any] = {}
    for bron in reversed(keten):
        waarde = voeg_samen(
            waarde, {sleutel: deel for sleutel, deel in (bron.waarde or {}).items() if sleutel != ERFT}
        )
    eerste, *onder = keten
    erfenis = _Erfenis(eerste.bestand, waarde, eerste.plekken, onder=tuple(onder))
    try:
        return soort.model_validate(waarde)
    except ValidationError as fout:
        meldingen += veldfouten(erfenis, soort, fout)
        return None


def _keten(pad: Path, kinderen: tuple[Path, ...], meldingen: list[Melding]) -> list[Bron]:
    """Read a file and, after it, the files that it builds on."""
    bron = lees_bron(pad)
    meldingen += bron.meldingen
    basisnaam = (bron.waarde or {}).get(ERFT)
    if basisnaam is None:
        return [bron]
    basis = pad.with_name(f"{basisnaam}.yaml")
    plek = bron.plek((ERFT,))
    niets = Bron(bron.bestand, None)
    if basis in (pad, *kinderen):
        tekst = f"‘{basis.stem}’ bouwt langs een omweg op zichzelf."
        meldingen.append(Melding(plek, "erfenis-kring", tekst, "Haal een van de regels ‘erft_van’ weg."))
        return [bron, niets]
    if not basis.exists():
        namen = (ander.stem for ander in sorted(pad.parent.glob("*.yaml")))
        raad = raad_bedoeling(basis.stem, namen, "Kijk of de naam klopt.")
        meldingen.append(Melding(plek, "erfenis-onbekend", f"‘{basis.stem}’ bestaat niet.", raad))
        return [bron, niets]
    return [bron, *_keten(basis, (pad, *kinderen), meldingen)]
