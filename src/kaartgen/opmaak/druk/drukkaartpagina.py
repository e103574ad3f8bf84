"""Large printed cards: from a set of cards to faces, front and back, with the pieces that belong to a set."""

from __future__ import annotations

from functools import cached_property

from kaartgen.inhoud.model import Publicatie
from kaartgen.meldingen import Melding
from kaartgen.opmaak.druk.achterkant import Achterkanten
from kaartgen.opmaak.druk.drukformaat import Drukformaat
from kaartgen.opmaak.druk.drukkaart import Drukkaart
from kaartgen.opmaak.druk.setkaarten import Setkaarten, voor_druk
from kaartgen.opmaak.druk.setstukken import Setstukken
from kaartgen.opmaak.kaartpagina import Kaartopmaak
from kaartgen.opmaak.zetter import Zetter
from kaartgen.samenstelling import Kaart, Kaartenset
from kaartgen.scene import Pagina

RAAD_ENKEL = "Of druk deze kaarten tweezijdig af, of op een groter formaat."


class Kaartdruk:
    """Makes the printed cards of a publication in one format.

    `kaarten` are all cards of the publication: sizes of type hang together. `meldingen` tells what does not
    fit on the faces that were asked for.
    """

    def __init__(
        self,
        publicatie: Publicatie,
        kaarten: tuple[Kaart, ...],
        zetter: Zetter,
        formaat: Drukformaat,
        setstukken: Setstukken,
    ) -> None:
        achterop = setstukken.woorden.toelichting_achterop
        self._opmaak = {
            enkel: Kaartopmaak(publicatie, kaarten, zetter, enkel, elders="" if enkel else achterop)
            for enkel in (False, True)
        }
        self._achterkanten = Achterkanten(self._opmaak[False], formaat, setstukken)
        self._setkaarten = Setkaarten(publicatie, zetter, formaat, setstukken, self._achterkanten)
        self._gevraagd: set[bool] = set()

    @property
    def meldingen(self) -> list[Melding]:
        """Everything that does not fit, at its place in the publication or in the design."""
        gevonden: list[Melding] = []
        if False in self._gevraagd:
            gevonden += [*self._opmaak[False].meldingen, *self._achterkanten.meldingen]
        if True in self._gevraagd:
            gevonden += [_met_raad(melding) for melding in self._opmaak[True].meldingen]
        return [*gevonden, *self._setkaarten.meldingen]

    def kaarten(self, set_: Kaartenset, enkel: bool) -> tuple[Drukkaart, ...]:
        """Give the cards of a set: with their reflectievragen on the back, or (`enkel`) on the front."""
        self._gevraagd.add(enkel)
        return tuple(
            Drukkaart(
                str(kaart.nummer),
                kaart.label,
                self._voorkant(kaart, enkel),
                None if enkel else self._achterkanten.pagina(kaart),
            )
            for kaart in set_.kaarten
        )

    def _voorkant(self, kaart: Kaart, enkel: bool) -> Pagina:
        sleutel = (kaart.id, enkel)
        if sleutel not in self._voorkanten:
            self._voorkanten[sleutel] = voor_druk(self._opmaak[enkel].pagina(kaart))
        return self._voorkanten[sleutel]

    @cached_property
    def _voorkanten(self) -> dict[tuple[str, bool], Pagina]:
        return {}

    def setstukken(self, set_: Kaartenset, enkel: bool = False) -> tuple[Drukkaart, ...]:
        """Give the pieces that belong to a set: index, instruction, colophon, blank cards, stop card."""
        return tuple(self._setkaarten.kaarten(set_, enkel))


def _met_raad(melding: Melding) -> Melding:
    """Say that a card which does not fit with its questions may fit without them."""
    return Melding(melding.plek, melding.code, melding.tekst, f"{melding.raad} {RAAD_ENKEL}", melding.ernst)
