"""Follows the graphics state and the colours of a content stream (ISO 32000-1, 8.4 and 8.6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from pikepdf import Stream

from kaartgen.drukkeuring.feiten import Bijzonder, Verf, Vorm, type_gebruik
from kaartgen.drukkeuring.letters import Letter
from kaartgen.drukkeuring.meetkunde import Rechthoek
from kaartgen.drukkeuring.ruimten import CMYK, Ruimte
from kaartgen.drukkeuring.stand import Kleurstand, Stand
from kaartgen.drukkeuring.verlopen import kleuren
from kaartgen.pdflezen.matrices import EENHEID, keer, lees_matrix, zes
from kaartgen.pdflezen.waarden import getal, naam, rij, veld

MAX_STAPEL = 1000
NIETS = Rechthoek(0.0, 0.0, 0.0, 0.0)
TEGELS, VERLOOP = 1, 2
"""Kinds of patterns (ISO 32000-1, 8.7.1)."""


class Bibliotheek(Protocol):
    """Gives what several streams share, read once."""

    def ruimte(self, object_: object, bronnen: object) -> Ruimte:
        """Give a colour space."""

    def letter(self, object_: object) -> Letter:
        """Give a font."""


class Kleurtolk:
    """Follows state and colour. Each method is one operator, and raises for values that make no sense."""

    def __init__(self, bibliotheek: Bibliotheek, bronnen: object, stand: Stand) -> None:
        self._bibliotheek = bibliotheek
        self._bronnen = bronnen
        self._stand = stand.kopie()
        self._stapel: list[Stand] = []
        self._verven: dict[tuple[object, ...], Verf] = {}
        self._bijzonder: dict[tuple[str, str], Bijzonder] = {}
        self._vormen: list[Vorm] = []

    def bewaar(self, _: Sequence[Any]) -> None:
        """Keep the state (q)."""
        if len(self._stapel) >= MAX_STAPEL:
            raise ValueError
        self._stapel.append(self._stand)
        self._stand = self._stand.kopie()

    def herstel(self, _: Sequence[Any]) -> None:
        """Give the kept state back (Q)."""
        self._stand = self._stapel.pop()

    def vervorm(self, waarden: Sequence[Any]) -> None:
        """Change the space (cm)."""
        self._stand.ctm = keer(zes(waarden), self._stand.ctm)

    def zet_dikte(self, waarden: Sequence[Any]) -> None:
        """Set the width of lines (w)."""
        self._stand.dikte = float(waarden[0])

    def zet_stand(self, waarden: Sequence[Any]) -> None:
        """Set what a dictionary in the resources says (gs)."""
        bron = str(waarden[0])
        extra = veld(veld(self._bronnen, "/ExtGState"), bron)
        if extra is None:
            raise ValueError
        stand = self._stand
        streek, vulling = veld(extra, "/OP"), veld(extra, "/op")
        if isinstance(streek, bool):
            stand.streek.overdruk = streek
            stand.vulling.overdruk = streek if vulling is None else stand.vulling.overdruk
        if isinstance(vulling, bool):
            stand.vulling.overdruk = vulling
        stand.overdrukwijze = int(_anders(getal(veld(extra, "/OPM")), stand.overdrukwijze))
        stand.dikte = _anders(getal(veld(extra, "/LW")), stand.dikte)
        letter = rij(veld(extra, "/Font"))
        if len(letter) == 2:
            stand.letter, stand.korps = self._bibliotheek.letter(letter[0]), float(letter[1])
        if veld(extra, "/TR") is not None or naam(veld(extra, "/TR2")) not in ("", "Default"):
            self._meld("overdrachtsfunctie", bron)
        if rij(veld(extra, "/TR2")):
            self._meld("overdrachtsfunctie", bron)
        if veld(extra, "/HTP") is not None:
            self._meld("rasterfase", bron)

    def kies_vulling(self, waarden: Sequence[Any]) -> None:
        """Choose the space of fills (cs)."""
        self._kies(self._stand.vulling, waarden[0])

    def kies_streek(self, waarden: Sequence[Any]) -> None:
        """Choose the space of outlines (CS)."""
        self._kies(self._stand.streek, waarden[0])

    def kleur_vulling(self, waarden: Sequence[Any]) -> None:
        """Set the colour of fills (sc, scn)."""
        self._kleur(self._stand.vulling, waarden)

    def kleur_streek(self, waarden: Sequence[Any]) -> None:
        """Set the colour of outlines (SC, SCN)."""
        self._kleur(self._stand.streek, waarden)

    def _kies(self, kleur: Kleurstand, object_: object) -> None:
        kleur.ruimte = self._bibliotheek.ruimte(object_, self._bronnen)
        begin = 1.0 if kleur.ruimte.platen else 0.0
        kleur.waarden = (begin,) * kleur.ruimte.kanalen
        if kleur.ruimte is CMYK or kleur.ruimte == CMYK:
            kleur.waarden = (0.0, 0.0, 0.0, 1.0)

    def _kleur(self, kleur: Kleurstand, waarden: Sequence[Any]) -> None:
        getallen = [getal(een) for een in waarden]
        kleur.waarden = tuple(een for een in getallen if een is not None)
        if waarden and getallen[-1] is None:
            self._patroon(str(waarden[-1]), kleur)

    def _patroon(self, bron: str, kleur: Kleurstand) -> None:
        patroon = veld(veld(self._bronnen, "/Pattern"), bron)
        soort = getal(veld(patroon, "/PatternType"))
        if soort == VERLOOP:
            self._verloop(veld(patroon, "/Shading"), bron)
        elif soort == TEGELS and isinstance(patroon, Stream):
            eigen = lees_matrix(veld(patroon, "/Matrix")) or EENHEID
            begin = Stand()
            if kleur.ruimte.onder:
                inkt = Kleurstand(kleur.ruimte.onder, kleur.waarden)
                begin.vulling, begin.streek = inkt, inkt
            self._vormen.append(Vorm(patroon, eigen, begin, bron, patroon=True))
        else:
            raise ValueError

    def _verloop(self, verloop: object, bron: str) -> None:
        ruimte = self._bibliotheek.ruimte(veld(verloop, "/ColorSpace"), self._bronnen)
        for waarden in kleuren(verloop, ruimte) or [()]:
            self._verf(ruimte, waarden, "verloop", NIETS, False, bron)

    def _verf(
        self,
        ruimte: Ruimte,
        waarden: tuple[float, ...],
        gebruik: type_gebruik,
        vak: Rechthoek,
        overdruk: bool,
        bron: str = "",
    ) -> None:
        sleutel = (ruimte, waarden, gebruik, overdruk, bron)
        if sleutel not in self._verven:
            self._verven[sleutel] = Verf(ruimte, gebruik, ruimte.inkten(waarden), overdruk, vak, bron)

    def _overdrukt(self, kleur: Kleurstand) -> bool:
        """Tell whether a colour leaves other ink as it is: only ink values given as such do, and only in
        overprint mode 1 (ISO 32000-1, 8.6.7)."""
        soort = kleur.ruimte.naam == CMYK.naam and self._stand.overdrukwijze == 1
        return kleur.overdruk and (soort or bool(kleur.ruimte.platen))

    def _gebruik(self, kleur: Kleurstand, gebruik: type_gebruik, vak: Rechthoek) -> None:
        if kleur.ruimte.familie != "patroon":
            self._verf(kleur.ruimte, kleur.waarden, gebruik, vak, self._overdrukt(kleur))

    def kleur_verloop(self, waarden: Sequence[Any]) -> None:
        """Paint a shading (sh)."""
        verloop = veld(veld(self._bronnen, "/Shading"), str(waarden[0]))
        if verloop is None:
            raise ValueError
        self._verloop(verloop, str(waarden[0]))

    def _meld(self, wat: str, bron: str) -> None:
        self._bijzonder.setdefault((wat, bron), Bijzonder(wat, bron))


def _anders(waarde: float | None, anders: float) -> float:
    return anders if waarde is None else waarde
