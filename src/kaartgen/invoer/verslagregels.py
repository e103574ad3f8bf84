"""From a Verslag to the lines that users read: counts, what to look at, and what was mended and left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import TypeVar

from kaartgen.invoer.herstel import Ingreep, Onzekerheid
from kaartgen.invoer.randwerk import Weggelaten
from kaartgen.invoer.verslag import Verslag
from kaartgen.meldingen import Plek

BREEDTE = 100
"""Letters on a line with short findings."""
KORT = 30
"""Letters of a finding that stands on a line with others."""
VOORBEELD = 60
"""Letters of a long example that are shown."""
VAST = "\u00a0"
MEER = "Met --alles zie je van dit alles elke plek."

_Een = TypeVar("_Een")


def verslagregels(verslag: Verslag, bron: str, alles: bool) -> Iterator[str]:
    """Give the lines; `bron` is the file that was read, with `alles` every place is named."""
    yield "Gevonden:"
    for telling in verslag.tellingen:
        merk = "" if telling.klopt else "  <- klopt niet"
        yield f"  {telling.gevonden:4} van {telling.verwacht:4}  {telling.wat}{merk}"
    if verslag.onzeker:
        yield f"Kijk dit na in {bron} ({_plaatsen(len(verslag.onzeker))}):"
        yield from _onzeker(sorted(verslag.onzeker, key=_volgorde))
    ingrepen = _per_soort((een.wat, een) for een in sorted(verslag.ingrepen, key=_volgorde))
    if ingrepen:
        yield f"Zeker hersteld ({_plaatsen(len(verslag.ingrepen))}):"
        yield from _soorten({wat: list(map(_als_lezing, lijst)) for wat, lijst in ingrepen.items()}, alles)
    weg = _per_soort((een.waarom, een) for een in verslag.weggelaten)
    if weg:
        yield f"Niet overgenomen ({_plaatsen(len(verslag.weggelaten))}):"
        yield from _soorten({waarom: list(map(_als_tekst, lijst)) for waarom, lijst in weg.items()}, alles)
    if (ingrepen or weg) and not alles:
        yield MEER


def _plaatsen(aantal: int) -> str:
    return "1 plaats" if aantal == 1 else f"{aantal} plaatsen"


def _per_soort(paren: Iterable[tuple[str, _Een]]) -> dict[str, list[_Een]]:
    uit: dict[str, list[_Een]] = {}
    for soort, een in paren:
        uit.setdefault(soort, []).append(een)
    return uit


def _onzeker(alle: Sequence[Onzekerheid]) -> Iterator[str]:
    """Give all that is uncertain, kind by kind; first what was read otherwise than it stands."""
    soorten = _per_soort((een.waarom, een) for een in alle)
    for waarom in sorted(soorten, key=lambda waarom: all(map(_zoals_het_staat, soorten[waarom]))):
        yield f"  {waarom}:"
        kort = list(filter(_is_kort, soorten[waarom]))
        rij = [f"{_waar(een.plek)} ‘{een.gevonden}’{_nader(een)}".replace(" ", VAST) for een in kort]
        for regel in wrap(", ".join(rij), BREEDTE, break_long_words=False, break_on_hyphens=False):
            yield f"    {regel}".replace(VAST, " ")
        for een in soorten[waarom]:
            if not _is_kort(een):
                yield f"    {_waar(een.plek)}: {_lezing(een.gevonden, een.gelezen)}{_nader(een)}"


def _is_kort(een: Onzekerheid) -> bool:
    return _zoals_het_staat(een) and len(een.gevonden) <= KORT


def _zoals_het_staat(een: Onzekerheid) -> bool:
    return een.gelezen == een.gevonden


def _nader(een: Onzekerheid) -> str:
    return f" ({een.nader})" if een.nader else ""


def _bladzijde(plek: Plek) -> str:
    """Give the page of a place in a PDF, '' for one in a text."""
    _, is_pdf, bladzijde = plek.bestand.rpartition(", bladzijde ")
    return bladzijde if is_pdf else ""


def _volgorde(een: Onzekerheid | Ingreep) -> tuple[int, int]:
    return int(_bladzijde(een.plek) or 0), een.plek.regel


def _waar(plek: Plek) -> str:
    bladzijde = _bladzijde(plek)
    return f"bladzijde {bladzijde}, regel {plek.regel}" if bladzijde else f"regel {plek.regel}"


def _lezing(gevonden: str, gelezen: str) -> str:
    if gelezen == gevonden:
        return f"‘{gevonden}’"
    return f"‘{gevonden}’ is gelezen als ‘{gelezen}’" if gelezen else f"‘{gevonden}’ is niet overgenomen"


def _als_lezing(een: Ingreep) -> tuple[Plek, str]:
    return een.plek, _lezing(een.gevonden, een.gelezen)


def _als_tekst(een: Weggelaten) -> tuple[Plek, str]:
    return een.plek, f"‘{een.tekst}’"


def _soorten(soorten: Mapping[str, Sequence[tuple[Plek, str]]], alles: bool) -> Iterator[str]:
    """Give how often each kind was found with the first of it, or every one."""
    for soort, lijst in soorten.items():
        plek, tekst = lijst[0]
        if alles:
            yield f"  {len(lijst):4} keer {soort}:"
            yield from (f"       {_waar(een)}: {wat}" for een, wat in lijst)
        else:
            kort = tekst if len(tekst) <= 2 * VOORBEELD else f"{tekst[:VOORBEELD].rstrip()}…’"
            yield f"  {len(lijst):4} keer {soort}; zoals {_waar(plek)}: {kort}"
