"""From layouts/drukprofielen to Drukprofiel, or to all that is wrong with a profile at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kaartgen.icc import ProfielOngeldig, keur_profiel
from kaartgen.inhoud.bedoeling import raad_bedoeling
from kaartgen.meldingen import Fouten, Melding, Plek, relatief
from kaartgen.opmaak.druk.drukprofiel import Drukprofiel
from kaartgen.opmaak.lagen import erfenis, lees_lagen
from kaartgen.opmaak.ontwerp_lezen import HUISSTIJLEN

DRUKPROFIELEN = "drukprofielen"
ICC = "icc"


def drukprofielen(layouts: Path) -> tuple[str, ...]:
    """Give the names of all print profiles, in alphabetical order."""
    return tuple(sorted(pad.stem for pad in (layouts / DRUKPROFIELEN).glob("*.yaml")))


def lees_drukprofiel(layouts: Path, naam: str) -> Drukprofiel:
    """Read one print profile with what it builds on.

    Raises Fouten with everything that is wrong in its files, also when there is no profile of this name or
    when the huisstijl or the ICC profile it names is not there.
    """
    pad = layouts / DRUKPROFIELEN / f"{naam}.yaml"
    namen = drukprofielen(layouts)
    if naam not in namen:
        raad = raad_bedoeling(naam, namen, f"Kies uit: {', '.join(namen)}.")
        plek = Plek(relatief(layouts / DRUKPROFIELEN))
        raise Fouten([Melding(plek, "drukprofiel-onbekend", f"Er is geen drukprofiel ‘{naam}’.", raad)])
    meldingen: list[Melding] = []
    profiel = lees_lagen(pad, Drukprofiel, meldingen)
    if profiel:
        meldingen += [*_huisstijl(layouts, pad, profiel), *_icc(layouts, pad, profiel)]
    if meldingen or profiel is None:
        raise Fouten(list(dict.fromkeys(meldingen)))
    return profiel


def _huisstijl(layouts: Path, pad: Path, profiel: Drukprofiel) -> Iterator[Melding]:
    """Give the fault of a huisstijl that is not there."""
    namen = sorted(ander.stem for ander in (layouts / HUISSTIJLEN).glob("*.yaml"))
    if profiel.huisstijl and profiel.huisstijl not in namen:
        raad = raad_bedoeling(profiel.huisstijl, namen, f"Kies uit: {', '.join(namen)}.")
        tekst = f"In {relatief(layouts / HUISSTIJLEN)} staat geen ‘{profiel.huisstijl}’."
        yield Melding(erfenis(pad).plek(("huisstijl",)), "huisstijl-onbekend", tekst, raad)


def _icc(layouts: Path, pad: Path, profiel: Drukprofiel) -> Iterator[Melding]:
    """Give the fault of an ICC profile that is not there or cannot be used."""
    if profiel.intentie is None:
        return
    plek = erfenis(pad).plek(("intentie", "profiel"))
    bestand = layouts / ICC / profiel.intentie.profiel
    if not bestand.is_file():
        namen = sorted(ander.name for ander in (layouts / ICC).glob("*.ic[cm]"))
        raad = raad_bedoeling(profiel.intentie.profiel, namen, "Zet het ICC-profiel in die map.")
        tekst = f"In {relatief(layouts / ICC)} staat geen ‘{profiel.intentie.profiel}’."
        yield Melding(plek, "icc-onbekend", tekst, raad)
        return
    try:
        keur_profiel(bestand.read_bytes())
    except ProfielOngeldig as fout:
        tekst = f"‘{profiel.intentie.profiel}’ kan niet gebruikt worden. {fout.tekst}"
        yield Melding(plek, "icc-ongeldig", tekst, fout.raad)
    except OSError:
        tekst = f"‘{profiel.intentie.profiel}’ is niet te openen."
        yield Melding(plek, "icc-ongeldig", tekst, "Kijk of je het bestand mag openen.")
