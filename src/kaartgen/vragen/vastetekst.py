"""The lock on fixed text in a file that came back: what was changed in it, and why that is left out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kaartgen.vragen.gelijkenis import koppel
from kaartgen.vragen.uitgifte import Uitgegeven, Vast
from kaartgen.vragen.vraagtekst import schoon, sleutel

MEESTE_STUKKEN = 6
MEESTE_VREEMDE = 100
"""Over how many paragraphs a sentence can be spread and still be found, and how many paragraphs that somebody
added are looked at for what became of a sentence."""


@dataclass(frozen=True, slots=True)
class Tekstverschil:
    """A fixed text (`was`, None for text that somebody added) and what stands there now ('' for nothing)."""

    was: Vast | None
    is_nu: str = ""


def tekstverschillen(pagina: Uitgegeven, alineas: Sequence[str]) -> Iterator[Tekstverschil]:
    """Give what was changed in the fixed text of a page, of which these are the paragraphs now.

    Spaces, quotes, dashes and where paragraphs break do not count: office programs change those themselves.
    """
    nu = {sleutel(alinea): schoon(alinea) for alinea in alineas}
    nu.pop("", None)
    los = {sleutel(een.tekst): een for een in pagina.vast}
    los.pop("", None)
    heel, stukken = _anders_verdeeld(list(filter(None, map(sleutel, alineas))), los.keys() - nu.keys())
    gemist = [een for tekst, een in los.items() if tekst not in nu and tekst not in heel]
    vreemd = [tekst for tekst in nu if tekst not in los and tekst not in stukken]
    paren, _ = koppel([een.tekst for een in gemist], vreemd[:MEESTE_VREEMDE])
    terug = {oud: nieuw for nieuw, oud in paren.items()}
    for nummer, een in enumerate(gemist):
        yield Tekstverschil(een, nu[vreemd[terug[nummer]]] if nummer in terug else "")
    for nummer, tekst in enumerate(vreemd):
        if nummer not in paren:
            yield Tekstverschil(None, nu[tekst])


def _anders_verdeeld(alineas: Sequence[str], gezocht: Collection[str]) -> tuple[set[str], set[str]]:
    """Give the texts that stand there after all, over more paragraphs or with others in one, and the
    paragraphs that hold them."""
    heel: set[str] = set()
    stukken: set[str] = set()
    for begin in range(len(alineas)):
        for einde in range(begin + 2, min(begin + MEESTE_STUKKEN, len(alineas)) + 1):
            samen = " ".join(alineas[begin:einde])
            if samen in gezocht:
                heel.add(samen)
                stukken.update(alineas[begin:einde])
    for alinea in alineas:
        rest, erin = f" {alinea} ", set()
        for tekst in sorted(gezocht, key=len, reverse=True):
            if f" {tekst} " in rest:
                rest = rest.replace(f" {tekst} ", "  ")
                erin.add(tekst)
        if erin and not rest.strip():
            heel |= erin
            stukken.add(alinea)
    return heel, stukken
