"""Fonts of a PDF: whether they are embedded, and how wide their letters are (ISO 32000-1, 9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kaartgen.pdflezen.letters import cid_breedtes, lees_cmap, letterbestand, letternaam, nakomeling
from kaartgen.pdflezen.matrices import lees_matrix
from kaartgen.pdflezen.waarden import getal, getallen, naam, veld

BREEDTE = 0.5
"""Width in em of a letter whose width a file does not tell."""

STOK, STAART = 0.7, -0.2
"""Top of capitals and bottom of tails in em, where a font does not tell."""

WIT = frozenset(" \u00a0\t\u2002\u2003\u2009\u200b")


@dataclass(frozen=True, slots=True, eq=False)
class Letter:
    """Font: name, kind, whether it is in the file, bytes per character, and widths in em by code.

    `wit` holds the codes that show nothing, `stok` and `staart` are the top of capitals and the bottom of
    tails in em.
    """

    naam: str
    soort: str
    ingebed: bool
    codelengte: int = 1
    breedtes: Mapping[int, float] = field(default_factory=dict)
    breedte: float = BREEDTE
    wit: frozenset[int] = frozenset({32})
    stok: float = STOK
    staart: float = STAART

    def tekens(self, codes: bytes) -> Iterator[tuple[float, bool, bool]]:
        """Give for each character its width in em, whether it shows something, and whether it is the space
        that word spacing goes with (ISO 32000-1, 9.3.3)."""
        if self.codelengte == 1:
            for code in codes:
                yield self.breedtes.get(code, self.breedte), code not in self.wit, code == 32
            return
        for plek in range(0, len(codes) - 1, 2):
            code = codes[plek] << 8 | codes[plek + 1]
            yield self.breedtes.get(code, self.breedte), code not in self.wit, False


def lees_letter(object_: object) -> Letter:
    """Read a font out of the resources of a stream."""
    soort = naam(veld(object_, "/Subtype"))
    titel = letternaam(object_)
    if soort == "Type3":
        schaal = (lees_matrix(veld(object_, "/FontMatrix")) or (0.001,))[0]
        return Letter(titel, soort, True, 1, _breedtes(object_, schaal), 0.0)
    if soort == "Type0":
        bron, tekens = nakomeling(object_), lees_cmap(veld(object_, "/ToUnicode"))
        beschrijving = veld(bron, "/FontDescriptor")
        standaard = getal(veld(bron, "/DW"))
        return Letter(
            titel,
            soort,
            letterbestand(beschrijving) is not None,
            2,
            {code: breedte / 1000 for code, breedte in cid_breedtes(bron).items()},
            1.0 if standaard is None else standaard / 1000,
            frozenset(code for code, tekst in tekens.items() if tekst and WIT.issuperset(tekst)),
            *_hoogtes(beschrijving),
        )
    beschrijving = veld(object_, "/FontDescriptor")
    return Letter(
        titel,
        soort or "onbekend",
        letterbestand(beschrijving) is not None,
        1,
        _breedtes(object_, 0.001),
        (getal(veld(beschrijving, "/MissingWidth")) or 1000 * BREEDTE) / 1000,
        frozenset({32}),
        *_hoogtes(beschrijving),
    )


def _hoogtes(beschrijving: object) -> tuple[float, float]:
    stok, staart = getal(veld(beschrijving, "/CapHeight")), getal(veld(beschrijving, "/Descent"))
    goed = stok is not None and 300 <= stok <= 1200
    return (
        stok / 1000 if goed and stok else STOK,
        staart / 1000 if staart is not None and -500 <= staart < 0 else STAART,
    )


def _breedtes(object_: object, schaal: float) -> dict[int, float]:
    eerste = int(getal(veld(object_, "/FirstChar")) or 0)
    breedtes = getallen(veld(object_, "/Widths")) or ()
    return {eerste + plek: breedte * schaal for plek, breedte in enumerate(breedtes[:256])}
