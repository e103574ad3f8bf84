"""From the lines of a page as they stand on it (pdftotext -layout) to lines in the order of reading: columns
that stand side by side come one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

GOOT = 3
"""Blanks in a row between two columns."""
SMALSTE_GOOT = 2
"""Blanks that are left of them at least when all lines of a page part are laid over each other."""
MINST = 2
"""Lines with text at both sides, or at the right, from which there are columns."""
_GAT = re.compile(f"(?:(?<=\\S)|^) {{{GOOT},}}(?=\\S)")


@dataclass(frozen=True, slots=True)
class Bladregel:
    """A line by its number in the file, with the text of one column; `naad`: a column begins with it."""

    nummer: int
    tekst: str
    naad: bool = False


def in_leesvolgorde(regels: Sequence[Bladregel]) -> Iterator[Bladregel]:
    """Give the lines of a page in the order of reading."""
    plaats = 0
    while plaats < len(regels):
        gevonden = _strook(regels, plaats)
        if gevonden is None:
            yield from regels[plaats:]
            return
        van, tot, goot = gevonden
        yield from regels[plaats:van]
        links = [Bladregel(een.nummer, een.tekst[:goot].rstrip(), een.naad) for een in regels[van:tot]]
        rechts = [Bladregel(een.nummer, een.tekst[goot:].rstrip()) for een in regels[van:tot]]
        for kolom in (links, rechts):
            begin = next(nummer for nummer, een in enumerate(kolom) if een.tekst.strip())
            yield Bladregel(kolom[begin].nummer, "")
            eerste = Bladregel(kolom[begin].nummer, kolom[begin].tekst, naad=True)
            yield from in_leesvolgorde([eerste, *kolom[begin + 1 :]])
        yield Bladregel(regels[tot - 1].nummer, "")
        plaats = tot


def _strook(regels: Sequence[Bladregel], vanaf: int) -> tuple[int, int, int] | None:
    """Find the next lines with a blank strip in common, and where it is: from, to before, and its end."""
    for begin in range(vanaf, len(regels)):
        for gat in _GAT.finditer(regels[begin].tekst):
            van, tot, goot = begin, begin + 1, gat.span()
            while tot < len(regels) and (nauwer := _smaller(goot, regels[tot].tekst)):
                goot, tot = nauwer, tot + 1
            while van > vanaf and (nauwer := _smaller(goot, regels[van - 1].tekst)):
                goot, van = nauwer, van - 1
            if _heeft_kolommen([een.tekst for een in regels[van:tot]], goot[1]):
                return van, tot, goot[1]
    return None


def _smaller(goot: tuple[int, int], regel: str) -> tuple[int, int] | None:
    """Give what is left of a strip when a line stands there as well, or None when the line crosses it."""
    gevuld = [een.span() for een in re.finditer(r"\S+(?: \S+)*", regel)]
    van, tot = goot
    for begin, einde in gevuld:
        if einde <= van or begin >= tot:
            continue
        if begin <= van and einde < tot:
            van = einde
        elif begin > van:
            tot = begin
        else:
            return None
    return (van, tot) if tot - van >= SMALSTE_GOOT else None


def _heeft_kolommen(regels: Sequence[str], goot: int) -> bool:
    """Tell whether text stands at both sides of a strip: of the same lines, or of one and the other. Two
    blanks between words are no strip by themselves; what stands so close counts for neither side."""
    ruim = [not regel[goot:].strip() or not regel[:goot][-GOOT:].strip() for regel in regels]
    links = [bool(regel[:goot].strip()) for regel in regels]
    rechts = [bool(regel[goot:].strip()) and los for regel, los in zip(regels, ruim, strict=True)]
    beide = sum(een and ander for een, ander in zip(links, rechts, strict=True))
    return beide >= MINST or (any(links) and sum(rechts) >= MINST)
