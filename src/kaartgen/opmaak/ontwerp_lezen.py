"""From layouts/ to Ontwerp, or to all that is wrong with the design at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from kaartgen.inhoud.bedoeling import raad_bedoeling
from kaartgen.inhoud.model import Deel, Publicatie
from kaartgen.meldingen import Fouten, Melding, Plek, relatief
from kaartgen.opmaak.keuring import CONTRAST_TEKST, te_flets
from kaartgen.opmaak.lagen import erfenis, lees_lagen
from kaartgen.opmaak.ontwerp import Formaat, Huisstijl, Ontwerp, Pictogrammen, Woorden
from kaartgen.opmaak.pictogramvorm import gelijken

GEBRUIK = ("kaarten", "dias", "tabletboek")
HUISSTIJLEN = "huisstijlen"
FORMATEN = "formaten"
PICTOGRAMMEN = "pictogrammen.yaml"
LETTERPLAATSEN = ("dk1", "dk2", "hlink", "folHlink")
"""Places of the theme that words and links have, on the paper of `lt1`."""

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
    pictogrammen = lees_lagen(layouts / PICTOGRAMMEN, Pictogrammen, meldingen)
    woorden = lees_lagen(layouts / "woorden.yaml", Woorden, meldingen)
    for cluster, accent in vormgeving.accenten.items():
        if huisstijl and accent.kleur not in huisstijl.kleuren:
            meldingen.append(_onbekend(publicatie, cluster, "kleur", accent.kleur, huisstijl.kleuren))
        if pictogrammen and accent.pictogram not in pictogrammen.vormen:
            meldingen.append(
                _onbekend(publicatie, cluster, "pictogram", accent.pictogram, pictogrammen.vormen)
            )
    if pictogrammen:
        meldingen += _gelijke_pictogrammen(layouts / PICTOGRAMMEN, pictogrammen, publicatie)
    if huisstijl:
        meldingen += _fletse_plaatsen(layouts / HUISSTIJLEN / f"{vormgeving.huisstijl}.yaml", huisstijl)
        for gebruik, formaat in formaten.items():
            if formaat:
                pad = layouts / FORMATEN / f"{getattr(vormgeving, gebruik)}.yaml"
                meldingen += vreemde_kleuren(pad, formaat.stijlen, huisstijl)
    if huisstijl and not (fonts / huisstijl.letter.map).is_dir():
        plek = Plek(relatief(layouts / HUISSTIJLEN / f"{vormgeving.huisstijl}.yaml"))
        tekst = f"De map ‘{huisstijl.letter.map}’ met het lettertype staat niet in {relatief(fonts)}."
        meldingen.append(Melding(plek, "letter-ontbreekt", tekst, "Zet de lettertypebestanden in die map."))
    gevuld = {gebruik: formaat for gebruik, formaat in formaten.items() if formaat}
    if meldingen or not (huisstijl and pictogrammen and woorden) or len(gevuld) != len(GEBRUIK):
        raise Fouten(list(dict.fromkeys(meldingen)))
    accenten = {cluster: (accent.kleur, accent.pictogram) for cluster, accent in vormgeving.accenten.items()}
    bestand = layouts / HUISSTIJLEN / f"{vormgeving.huisstijl}.yaml"
    lettermap = fonts / huisstijl.letter.map
    return Ontwerp(huisstijl, gevuld, pictogrammen, woorden, accenten, lettermap, bestand)


def met_huisstijl(ontwerp: Ontwerp, naam: str, layouts: Path, publicatie: Publicatie) -> Ontwerp:
    """Give the design in another huisstijl. Raises Fouten when that is not there, has a fault, or misses a
    colour that the publication uses."""
    meldingen: list[Melding] = []
    bestanden = {pad.stem: pad for pad in sorted((layouts / HUISSTIJLEN).glob("*.yaml"))}
    if naam not in bestanden:
        raad = raad_bedoeling(naam, bestanden, f"Kies uit: {', '.join(bestanden)}.")
        plek = Plek(relatief(layouts / HUISSTIJLEN))
        raise Fouten([Melding(plek, "huisstijlen-onbekend", f"Er is geen huisstijl ‘{naam}’.", raad)])
    huisstijl = lees_lagen(bestanden[naam], Huisstijl, meldingen)
    if huisstijl:
        meldingen += [
            _onbekend(publicatie, cluster, "kleur", accent.kleur, huisstijl.kleuren)
            for cluster, accent in publicatie.vormgeving.accenten.items()
            if accent.kleur not in huisstijl.kleuren
        ]
    if meldingen or huisstijl is None:
        raise Fouten(meldingen)
    lettermap = ontwerp.lettermap.with_name(huisstijl.letter.map)
    return replace(ontwerp, huisstijl=huisstijl, lettermap=lettermap, huisstijlbestand=bestanden[naam])


def vreemde_kleuren(pad: Path, stijlen: Deel, huisstijl: Huisstijl) -> Iterator[Melding]:
    """Give every colour in the looks of the format in file `pad` that the huisstijl does not have."""
    lagen = erfenis(pad)
    namen = huisstijl.kleurnamen
    for naam in type(stijlen).model_fields:
        stijl = getattr(stijlen, naam)
        for veld in ("kleur", "opsomming_kleur"):
            kleur = getattr(stijl, veld)
            if kleur and kleur not in namen:
                plek = lagen.plek(("stijlen", naam, veld))
                raad = raad_bedoeling(kleur, namen, f"Kies uit: {', '.join(namen)}.")
                yield Melding(plek, "kleur-onbekend", f"De huisstijl heeft geen kleur ‘{kleur}’.", raad)


def _fletse_plaatsen(bestand: Path, huisstijl: Huisstijl) -> Iterator[Melding]:
    """Give the places of the theme for words and links that are too pale on its paper: people who edit a
    presentation, and the page of text, take their colours from there."""
    papier = huisstijl.kleur(huisstijl.thema["lt1"])
    for plaats in LETTERPLAATSEN:
        flets = te_flets(huisstijl.kleur(huisstijl.thema[plaats]), papier, CONTRAST_TEKST)
        if flets:
            plek = erfenis(bestand).plek(("thema", plaats))
            raad = f"Kies voor ‘{plaats}’ een andere kleur, of maak deze donkerder."
            yield Melding(plek, "contrast", f"{flets[0].upper()}{flets[1:]}.", raad)


def _gelijke_pictogrammen(
    bestand: Path, pictogrammen: Pictogrammen, publicatie: Publicatie
) -> Iterator[Melding]:
    """Give pictograms with nearly the same form, and waardenclusters that share one: who sees no difference
    in colour knows them by their form."""
    for een, ander in gelijken(pictogrammen):
        tekst = f"Het pictogram ‘{ander}’ heeft bijna dezelfde vorm als ‘{een}’."
        raad = "Geef het een eigen vorm, want niet iedereen ziet verschil in kleur."
        yield Melding(erfenis(bestand).plek(("vormen", ander)), "pictogram-gelijk", tekst, raad)
    eerder: dict[str, str] = {}
    for cluster, accent in publicatie.vormgeving.accenten.items():
        if accent.pictogram in eerder:
            plek = publicatie.plek("vormgeving", "accenten", cluster, "pictogram")
            tekst = f"Het pictogram ‘{accent.pictogram}’ is al van ‘{eerder[accent.pictogram]}’."
            raad = "Kies een ander, want niet iedereen ziet verschil in kleur."
            yield Melding(plek, "pictogram-dubbel", tekst, raad)
        eerder.setdefault(accent.pictogram, cluster)


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
    return lees_lagen(bestanden[naam], soort, meldingen)
