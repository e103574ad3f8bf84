"""Files of the design that build on each other (`erft_van`): read as one, each value with its own place."""

from __future__ import annotations

from dataclasses import dataclass
from os.path import normpath
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from kaartgen.inhoud.bedoeling import raad_bedoeling
from kaartgen.inhoud.bron import Bron, Pad, lees_bron
from kaartgen.inhoud.model import Deel
from kaartgen.inhoud.veldfouten import veldfouten
from kaartgen.meldingen import Fouten, Melding, Plek
from kaartgen.opmaak.ontwerp import voeg_samen

ERFT = "erft_van"
"""Key that names the file on which a file builds, beside it or by a path from its folder."""

_D = TypeVar("_D", bound=Deel)


@dataclass(frozen=True, slots=True)
class Erfenis(Bron):
    """A file laid over the files it builds on; a place is looked for in the nearest that has it."""

    onder: tuple[Bron, ...] = ()

    def plek(self, pad: Pad) -> Plek:
        while pad:
            for bron in (self, *self.onder):
                if pad in bron.plekken:
                    return Plek(bron.bestand, *bron.plekken[pad])
            pad = pad[:-1]
        return Plek((self, *self.onder)[-1].bestand)


def lees_lagen(pad: Path, soort: type[_D], meldingen: list[Melding]) -> _D | None:
    """Read a file of this kind with all that it builds on; None when it is wrong, `meldingen` says why."""
    keten = _keten(pad, (), meldingen)
    if any(bron.waarde is None for bron in keten):
        return None
    waarde: dict[str, Any] = {}
    for bron in reversed(keten):
        waarde = voeg_samen(
            waarde, {sleutel: deel for sleutel, deel in (bron.waarde or {}).items() if sleutel != ERFT}
        )
    try:
        return soort.model_validate(waarde)
    except ValidationError as fout:
        meldingen += veldfouten(_gelaagd(keten, waarde), soort, fout)
        return None


def lees_geheel(pad: Path, soort: type[_D]) -> _D:
    """Read a file of this kind with all that it builds on. Raises Fouten with all that is wrong in it."""
    meldingen: list[Melding] = []
    waarde = lees_lagen(pad, soort, meldingen)
    if waarde is None or meldingen:
        raise Fouten(meldingen)
    return waarde


def erfenis(pad: Path) -> Erfenis:
    """Give the places of everything that a file says or inherits."""
    return _gelaagd(_keten(pad, (), []), {})


def _gelaagd(keten: list[Bron], waarde: dict[str, Any]) -> Erfenis:
    eerste, *onder = keten
    return Erfenis(eerste.bestand, waarde, eerste.plekken, onder=tuple(onder))


def _keten(pad: Path, kinderen: tuple[Path, ...], meldingen: list[Melding]) -> list[Bron]:
    """Read a file and, after it, the files that it builds on."""
    bron = lees_bron(pad)
    meldingen += bron.meldingen
    basisnaam = (bron.waarde or {}).get(ERFT)
    if basisnaam is None:
        return [bron]
    basis = Path(normpath(pad.parent / f"{basisnaam}.yaml"))
    plek = bron.plek((ERFT,))
    niets = Bron(bron.bestand, None)
    if basis in (pad, *kinderen):
        tekst = f"‘{basis.stem}’ bouwt langs een omweg op zichzelf."
        meldingen.append(Melding(plek, "erfenis-kring", tekst, "Haal een van de regels ‘erft_van’ weg."))
        return [bron, niets]
    if not basis.exists():
        namen = (ander.stem for ander in sorted(basis.parent.glob("*.yaml")))
        raad = raad_bedoeling(basis.stem, namen, "Kijk of de naam klopt.")
        meldingen.append(Melding(plek, "erfenis-onbekend", f"‘{basis.stem}’ bestaat niet.", raad))
        return [bron, niets]
    return [bron, *_keten(basis, (pad, *kinderen), meldingen)]
