"""Reads the streams of one file, each once, within bounds that no honest file comes near."""

from __future__ import annotations

import warnings
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Pdf, PdfError, Stream

from kaartgen.toegankelijkheid.pdf_boom import type_plaats, type_stroom
from kaartgen.toegankelijkheid.pdf_letters import Letter, lees_letter
from kaartgen.toegankelijkheid.pdf_ontpakken import TeGroot, lees
from kaartgen.toegankelijkheid.pdf_stroom import BUITEN, Beeld, Merk, Stroom, Stuk
from kaartgen.toegankelijkheid.pdf_tolk import GEVRAAGD, Tolk
from kaartgen.toegankelijkheid.pdf_waarden import een_of_meer, geerfd, sleutel, veld

MAX_INHOUD = 16_000_000
"""Most bytes of instructions in one stream."""

MAX_TEKENS_STROOM, MAX_TEKENS = 1_000_000, 20_000_000
"""Most words in one stream, and in all streams of a file."""

MAX_BEELDEN = 5_000
"""Most forms that are drawn on one page; one that draws itself comes to this."""

SCHEIDING = b" \n\r\t\f\0[]<>(){}/%"


@dataclass(frozen=True, slots=True)
class Gebruik:
    """Codes of a font that are shown, each with the index of the page where it is first."""

    letter: Letter
    codes: dict[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Getekend:
    """One stream as it is drawn on a page. `om` is the mark around it (of the stream that draws it), with
    the piece of structure that its content belongs to (`eigenaar`), and `in_versiering` tells whether that is
    decoration."""

    bron: type_stroom
    stroom: Stroom
    object_: Any
    om: Merk | None
    eigenaar: type_plaats | None
    in_versiering: bool

    def van(self, merk: int) -> type_plaats | None:
        """Give the piece of structure that content in a mark belongs to; None for none."""
        eigen = self.stroom.merk(merk)
        if eigen is None or eigen.eigenaar == BUITEN:
            return self.eigenaar
        mcid = self.stroom.merken[eigen.eigenaar].mcid
        return None if mcid is None else (self.bron, mcid)

    def is_versiering(self, merk: int) -> bool:
        """Tell whether content in a mark is decoration."""
        eigen = self.stroom.merk(merk)
        return self.in_versiering or (eigen is not None and eigen.versiering)


def in_volgorde(getekend: tuple[Getekend, ...]) -> Iterator[tuple[Getekend, Stuk]]:
    """Give all text of a page in the order of drawing, with the stream it is in; `getekend` is what
    `Lezer.pagina` gives."""
    volgende = iter(getekend)
    eerste = next(volgende)
    stapel = [(eerste, iter(eerste.stroom.delen))]
    while stapel:
        hier, delen = stapel[-1]
        deel = next(delen, None)
        if deel is None:
            stapel.pop()
        elif isinstance(deel, Stuk):
            yield hier, deel
        else:
            binnen = next(volgende)
            stapel.append((binnen, iter(binnen.stroom.delen)))


class Lezer:
    """Gives what pages draw; what is shared is read once."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._over = MAX_TEKENS
        self._letters: dict[Hashable, Letter] = {}
        self._stromen: dict[Hashable, Stroom] = {}
        self._pagina = 0
        self.gebruik: dict[Letter, Gebruik] = {}

    def letter(self, object_: Any) -> Letter:
        """Give a font."""
        eigen = sleutel(object_)
        if eigen is None:
            return lees_letter(object_)
        if eigen not in self._letters:
            self._letters[eigen] = lees_letter(object_)
        return self._letters[eigen]

    def gebruikt(self, letter: Letter, codes: str) -> None:
        """Note that codes of a font are shown."""
        if letter not in self.gebruik:
            self.gebruik[letter] = Gebruik(letter, {})
        bekend = self.gebruik[letter].codes
        for code in map(ord, set(codes)):
            bekend.setdefault(code, self._pagina)

    def pagina(self, index: int, pagina: Any) -> tuple[Getekend, ...]:
        """Give everything a page draws: its own stream, and after each stream the forms in it, in the order
        of drawing.

        Raises TeGroot for more than fits the bounds, PdfError for damage.
        """
        self._pagina = index
        stromen = [een for een in een_of_meer(veld(pagina, "/Contents")) if isinstance(een, Stream)]
        data = b"\n".join([lees(stroom, MAX_INHOUD) for stroom in stromen])
        bronnen = geerfd(pagina, "/Resources")
        eigen = Getekend(index, self._volg(data, bronnen), pagina, None, None, False)
        uit: list[Getekend] = []
        stapel: list[tuple[Getekend, Any]] = [(eigen, bronnen)]
        while stapel:
            getekend, bronnen = stapel.pop()
            uit.append(getekend)
            binnen = []
            for beeld in getekend.stroom.delen:
                if isinstance(beeld, Beeld):
                    if len(uit) >= MAX_BEELDEN:
                        raise TeGroot
                    binnen.append(self._beeld(getekend, beeld, bronnen))
            stapel += reversed(binnen)
        return tuple(uit)

    def _beeld(self, getekend: Getekend, beeld: Beeld, bronnen: Any) -> tuple[Getekend, Any]:
        eigen = veld(beeld.object_, "/Resources")
        bron: Hashable = beeld.vorm if eigen is not None else (beeld.vorm, self._pagina)
        binnen = bronnen if eigen is None else eigen
        if bron not in self._stromen:
            self._stromen[bron] = self._volg(lees(beeld.object_, MAX_INHOUD), binnen)
        return (
            Getekend(
                beeld.vorm,
                self._stromen[bron],
                beeld.object_,
                getekend.stroom.merk(beeld.merk) or getekend.om,
                getekend.van(beeld.merk),
                getekend.is_versiering(beeld.merk),
            ),
            binnen,
        )

    def _volg(self, data: bytes, bronnen: Any) -> Stroom:
        tekens = len(data) - len(data.translate(None, SCHEIDING))
        self._over -= tekens
        if len(data) > MAX_INHOUD or tekens > MAX_TEKENS_STROOM or self._over < 0:
            raise TeGroot
        if not data:
            return Tolk(self, bronnen).volg(())
        with warnings.catch_warnings(record=True) as gezegd:
            warnings.simplefilter("always")
            try:
                opdrachten = pikepdf.parse_content_stream(Stream(self._pdf, data), GEVRAAGD)
            except (LookupError, TypeError, ValueError) as fout:
                raise PdfError("the instructions cannot be parsed") from fout
        return Tolk(self, bronnen).volg(opdrachten, len(gezegd))
