"""Reads the streams of one file, each once, within bounds that no honest print file comes near."""

from __future__ import annotations

import warnings
from collections.abc import Hashable, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Name, Object, Pdf, PdfError, Stream

from kaartgen.drukkeuring.feiten import Feiten, Vorm
from kaartgen.drukkeuring.letters import Letter, lees_letter
from kaartgen.drukkeuring.ontpakken import TeGroot, lees
from kaartgen.drukkeuring.ruimten import Ruimte, lees_ruimte
from kaartgen.drukkeuring.stand import Stand
from kaartgen.drukkeuring.tolk import Tolk
from kaartgen.drukkeuring.waarden import naam, rij, veld

MAX_INHOUD = 16_000_000
"""Most bytes of instructions in one stream."""

MAX_TEKENS_STROOM, MAX_TEKENS = 1_000_000, 30_000_000
"""Most words in one stream, and in all streams of a file."""

SCHEIDING = tuple(bytes([teken]) for teken in b" \n\r\t\f\0[]<>(){}/%")


class Lezer:
    """Gives the facts of pages and forms; what is shared is read once."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._over = MAX_TEKENS
        self._ruimten: dict[Hashable, Ruimte] = {}
        self._letters: dict[Hashable, Letter] = {}
        self._feiten: dict[Hashable, Feiten] = {}

    def ruimte(self, object_: object, bronnen: object) -> Ruimte:
        """Give a colour space."""
        bedoeld = object_
        if isinstance(object_, Name):
            eigen = veld(veld(bronnen, "/ColorSpace"), f"/{naam(object_)}")
            bedoeld = object_ if eigen is None else eigen
        sleutel = _sleutel(bedoeld)
        if sleutel is None:
            return lees_ruimte(object_, bronnen)
        if sleutel not in self._ruimten:
            self._ruimten[sleutel] = lees_ruimte(object_, bronnen)
        return self._ruimten[sleutel]

    def letter(self, object_: object) -> Letter:
        """Give a font."""
        sleutel = _sleutel(object_)
        if sleutel is None:
            return lees_letter(object_)
        if sleutel not in self._letters:
            self._letters[sleutel] = lees_letter(object_)
        return self._letters[sleutel]

    def pagina(self, pagina: Object) -> Feiten:
        """Give the facts of a page. Raises TeGroot for more than fits the bounds, PdfError for damage."""
        inhoud = veld(pagina, "/Contents")
        stromen = [een for een in (rij(inhoud) or [inhoud]) if isinstance(een, Stream)]
        data = b"\n".join(lees(stroom, MAX_INHOUD) for stroom in stromen)
        bronnen = geerfd(pagina, "/Resources")
        return Tolk(self, bronnen, Stand()).volg(*self._opdrachten(data))

    def vorm(self, vorm: Vorm, bronnen: object) -> Feiten:
        """Give the facts of a form or a pattern; without resources of its own it uses those around it."""
        sleutel = (vorm.object_.objgen, vorm.stand.sleutel)
        if sleutel not in self._feiten:
            data = lees(vorm.object_, MAX_INHOUD)  # type: ignore[arg-type]
            eigen = veld(vorm.object_, "/Resources")
            tolk = Tolk(self, bronnen if eigen is None else eigen, vorm.stand)
            self._feiten[sleutel] = tolk.volg(*self._opdrachten(data))
        return self._feiten[sleutel]

    def _opdrachten(self, data: bytes) -> tuple[Sequence[Any], int]:
        """Parse instructions; give them with the number of those that make no sense at all."""
        tekens = sum(map(data.count, SCHEIDING))
        self._over -= tekens
        if len(data) > MAX_INHOUD or tekens > MAX_TEKENS_STROOM or self._over < 0:
            raise TeGroot
        if not data:
            return (), 0
        with warnings.catch_warnings(record=True) as gezegd:
            warnings.simplefilter("always")
            try:
                return pikepdf.parse_content_stream(Stream(self._pdf, data)), len(gezegd)
            except (LookupError, TypeError, ValueError) as fout:
                raise PdfError("the instructions cannot be parsed") from fout


def geerfd(pagina: Object, sleutel: str) -> Any:
    """Give an entry of a page, or of the nodes it inherits from (ISO 32000-1, 7.7.3.4)."""
    knoop: Any = pagina
    for _ in range(50):
        waarde = veld(knoop, sleutel)
        if waarde is not None:
            return waarde
        knoop = veld(knoop, "/Parent")
    return None


def _sleutel(object_: object) -> Hashable:
    """Give what a shared object is known by; None for one that stands only here."""
    if not isinstance(object_, Object):
        return None
    if object_.is_indirect:
        return object_.objgen
    if isinstance(object_, Array) and len(object_) > 1 and naam(object_[0]) == "ICCBased":
        return ("icc", object_[1].objgen)
    return None
