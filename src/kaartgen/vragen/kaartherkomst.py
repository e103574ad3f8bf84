"""What each card in a file that came back was given out with: by the properties of the file and by the card.

What is not known, or contradicts itself so that it matters, is told; then the card is held against the
questions of now, and a user must look at it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaartgen.meldingen import Melding, Plek
from kaartgen.vragen.bestandsmerk import ZONDER_LAGEN
from kaartgen.vragen.herkennen import Kenmerken, citeer, let_op
from kaartgen.vragen.kaartkenmerk import afkomstkenmerk
from kaartgen.vragen.pakket import weiger
from kaartgen.vragen.uitgifte import Kaartmerk, Uitgegeven, Uitgifte
from kaartgen.vragen.verenigen import Vereniging, verenig

_KIJK_NA = "Zij zijn vergeleken met de vragen van nu. Kijk na of het verschil van jou is."


@dataclass(frozen=True, slots=True)
class Samengevoegd:
    """What becomes of a card. `herkomst` tells whether it is known what it was given out with, `melding` what
    there is to tell about that."""

    samen: Vereniging
    herkomst: bool
    melding: Melding | None = None


class Kaartherkomst:
    """Holds what is known: `eigenschappen` of the file by number of the card, `kenmerken` that stand with
    cards by id. `uit_bestand` gives the first by id too."""

    def __init__(
        self,
        bestand: str,
        uitgifte: Uitgifte,
        eigenschappen: Mapping[int, Kaartmerk],
        kenmerken: Mapping[str, Kenmerken],
    ) -> None:
        self._plek = Plek(bestand)
        self._uitgifte = uitgifte
        self._kenmerken = kenmerken
        self.uit_bestand = dict(_per_kaart(eigenschappen, uitgifte))
        afkomst = afkomstkenmerk(uitgifte.publicatie, uitgifte.editie, uitgifte.lagen)
        self._eigen: dict[str, list[Kaartmerk]] = {}
        self._vreemd: dict[str, list[Kaartmerk]] = {}
        for id_, gevonden in kenmerken.items():
            for een in gevonden.gelezen:
                soort = self._eigen if een.afkomst == afkomst else self._vreemd
                soort.setdefault(id_, []).append(een.merk)
                if een.afkomst == afkomst and een.nummer in eigenschappen:
                    # The mark of a card says under which number the file has it.
                    self.uit_bestand[id_] = eigenschappen[een.nummer]

    def bewaak(self) -> None:
        """Raise Fouten when all that stands with the cards says that the file is from elsewhere."""
        if self.uit_bestand or self._eigen or not self._vreemd:
            return
        uitgifte, plek = self._uitgifte, self._plek.bestand
        kaal = afkomstkenmerk(uitgifte.publicatie, uitgifte.editie, ())
        afkomsten = {een.afkomst for gevonden in self._kenmerken.values() for een in gevonden.gelezen}
        if afkomsten == {kaal}:
            raise weiger(plek, "andere-lagen", *ZONDER_LAGEN)
        tekst = "Dit bestand is van een andere editie, of het is gemaakt met andere eigen vragen."
        raad = (
            "Geef met --vragen dezelfde bestanden in dezelfde volgorde, met dezelfde ‘naam’ erin. Is het van "
            "een andere editie, kies haar dan met --publicatie en zet je vragen daarna over met: kaartgen "
            "vragen samenvoegen."
        )
        raise weiger(plek, "andere-herkomst", tekst, raad)

    def merken(self, id_: str) -> Sequence[Kaartmerk]:
        """Give all that says what a card of this publication, edition and layers was given out with."""
        uit_bestand = [self.uit_bestand[id_]] if id_ in self.uit_bestand else []
        return [*dict.fromkeys((*uit_bestand, *self._eigen.get(id_, ())))]

    def van_elders(self, id_: str) -> bool:
        """Tell whether a card says that it was made from something else."""
        return id_ in self._vreemd

    def voeg_samen(self, kaart: Uitgegeven, nu: Sequence[str], eigen: Sequence[str]) -> Samengevoegd:
        """Merge the questions that came back with those of now. Where marks differ, but what comes of it does
        not, there is nothing to choose."""
        bekend, vreemd = self.merken(kaart.id), self._vreemd.get(kaart.id, ())
        merken = [*bekend, *vreemd, *(() if bekend else (kaart.merk,))]
        uitkomsten = {verenig(merk.vragen, nu, eigen, kaart.vragen) for merk in merken}
        if len(uitkomsten) == 1:
            return Samengevoegd(uitkomsten.pop(), bool(bekend or vreemd))
        samen = verenig(kaart.merk.vragen, nu, eigen, kaart.vragen)
        if vreemd:
            code = "kaart-andere-herkomst"
            tekst = (
                f"Kaart {kaart.nummer} komt uit een bestand van een andere editie of met andere eigen vragen."
            )
        else:
            code = "kenmerk-tegenstrijdig"
            tekst = f"Dit bestand zegt op twee manieren met welke vragen kaart {kaart.nummer} gemaakt is."
        tekst += f" Er staan deze vragen op: {citeer(eigen)}."
        return Samengevoegd(samen, False, let_op(self._plek, code, tekst, _KIJK_NA))

    def onleesbaar(self, kaarten: Sequence[str]) -> Iterator[Melding]:
        """Tell of which of these cards there is a mark that cannot be read, and no other."""
        kapot = {
            self._uitgifte.kaarten[id_].nummer: gevonden.onleesbaar
            for id_ in kaarten
            if (gevonden := self._kenmerken.get(id_)) and gevonden.onleesbaar and not gevonden.gelezen
        }
        if kapot:
            nummers = ", ".join(map(str, kapot))
            tekst = (
                f"Het kenmerk van deze kaarten is niet te lezen, of het is van een andere kaart: {nummers}."
            )
            yield let_op(next(iter(kapot.values())), "kenmerk-onleesbaar", tekst, _KIJK_NA)


def _per_kaart(merken: Mapping[int, Kaartmerk], uitgifte: Uitgifte) -> Iterator[tuple[str, Kaartmerk]]:
    """Give what a file says of each card: by its content, else by its number; numbers may have shifted."""
    geteld = Counter(merk.inhoud for merk in merken.values())
    op_inhoud = {merk.inhoud: merk for merk in merken.values() if geteld[merk.inhoud] == 1}
    bekend = {kaart.inhoud for kaart in uitgifte.kaarten.values()}
    for kaart in uitgifte.kaarten.values():
        op_nummer = merken.get(kaart.nummer)
        if kaart.inhoud in op_inhoud:
            yield kaart.id, op_inhoud[kaart.inhoud]
        elif op_nummer and (op_nummer.inhoud not in bekend or geteld[op_nummer.inhoud] > 1):
            yield kaart.id, op_nummer
