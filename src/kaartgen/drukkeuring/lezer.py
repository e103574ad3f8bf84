"""Reads the streams of one file, each once."""

from __future__ import annotations

from collections.abc import Hashable

from pikepdf import Array, Name, Object, Pdf

from kaartgen.drukkeuring.feiten import Feiten, Vorm
from kaartgen.drukkeuring.letters import Letter, lees_letter
from kaartgen.drukkeuring.ruimten import Ruimte, lees_ruimte
from kaartgen.drukkeuring.stand import Stand
from kaartgen.drukkeuring.tolk import Tolk
from kaartgen.pdflezen.opdrachten import Opdrachtlezer
from kaartgen.pdflezen.waarden import geerfd, naam, sleutel, veld


class Lezer:
    """Gives the facts of pages and forms; what is shared is read once."""

    def __init__(self, pdf: Pdf) -> None:
        self._opdrachten = Opdrachtlezer(pdf)
        self._ruimten: dict[Hashable, Ruimte] = {}
        self._letters: dict[Hashable, Letter] = {}
        self._feiten: dict[Hashable, Feiten] = {}

    def ruimte(self, object_: object, bronnen: object) -> Ruimte:
        """Give a colour space."""
        bedoeld = object_
        if isinstance(object_, Name):
            eigen = veld(veld(bronnen, "/ColorSpace"), f"/{naam(object_)}")
            bedoeld = object_ if eigen is None else eigen
        bekend = _bekend_als(bedoeld)
        if bekend is None:
            return lees_ruimte(object_, bronnen)
        if bekend not in self._ruimten:
            self._ruimten[bekend] = lees_ruimte(object_, bronnen)
        return self._ruimten[bekend]

    def letter(self, object_: object) -> Letter:
        """Give a font."""
        eigen = sleutel(object_)
        if eigen is None:
            return lees_letter(object_)
        if eigen not in self._letters:
            self._letters[eigen] = lees_letter(object_)
        return self._letters[eigen]

    def pagina(self, pagina: Object) -> Feiten:
        """Give the facts of a page. Raises TeGroot for more than fits the bounds, PdfError for damage."""
        return Tolk(self, geerfd(pagina, "/Resources"), Stand()).volg(*self._opdrachten.pagina(pagina))

    def vorm(self, vorm: Vorm, bronnen: object) -> Feiten:
        """Give the facts of a form or a pattern; without resources of its own it uses those around it."""
        eigen = (vorm.object_.objgen, vorm.stand.sleutel)
        if eigen not in self._feiten:
            binnen = veld(vorm.object_, "/Resources")
            tolk = Tolk(self, bronnen if binnen is None else binnen, vorm.stand)
            self._feiten[eigen] = tolk.volg(*self._opdrachten.vorm(vorm.object_))  # type: ignore[arg-type]
        return self._feiten[eigen]


def _bekend_als(object_: object) -> Hashable:
    """Give what a shared colour space is known by; None for one that stands only here."""
    eigen = sleutel(object_)
    if eigen is None and isinstance(object_, Array) and len(object_) > 1 and naam(object_[0]) == "ICCBased":
        return ("icc", object_[1].objgen)
    return eigen
