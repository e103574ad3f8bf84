"""Flow of a set piece over the faces of small cards: text in columns, face after face, two to a card."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kaartgen.maten import Vak
from kaartgen.meldingen import Melding
from kaartgen.opmaak.druk.kaartjeszetter import Kaartjeszetter, Pasproef
from kaartgen.opmaak.ontwerp import vak
from kaartgen.opmaak.passen import STAP, VULLING, Gepast
from kaartgen.opmaak.vloeien import vloei
from kaartgen.opmaak.zetter import Tekstalinea

Alineas = list[Tekstalinea]


@dataclass(frozen=True, slots=True)
class Tekstblok:
    """Text that belongs together, its heading first.

    On a face with `kolommen` columns it may be broken after its heading with at least `minst` paragraphs;
    what follows has the heading too. With 0 it is never broken.
    """

    alineas: Alineas
    minst: int = 0
    kolommen: int = 1

    def breek(self, past: Callable[[Alineas], bool]) -> tuple[Tekstblok, Tekstblok] | None:
        """Give as much of the block as fits and the rest; None where it is not to be broken."""
        if not self.minst:
            return None
        for plek in range(len(self.alineas) - self.minst, self.minst, -1):
            if past(self.alineas[:plek]):
                rest = [self.alineas[0], *self.alineas[plek:]]
                return replace(self, alineas=self.alineas[:plek]), replace(self, alineas=rest)
        return None


@dataclass(frozen=True, slots=True)
class Setstuk:
    """Set piece that may take more than one face: its title, the words below that on its band, what it is
    in words, and its blocks of text at a size in pt."""

    titel: str
    uitleg: str
    proef: Pasproef
    blokken: Callable[[float], list[Tekstblok]]


Kantkolommen = list[list[Tekstblok]]
"""The columns of a face, each with its blocks."""


@dataclass(frozen=True, slots=True)
class Zetsel:
    """Piece as it is divided over faces, at a size of type in pt."""

    stuk: Setstuk
    korps: float
    kanten: list[Kantkolommen]

    @property
    def kaarten(self) -> int:
        """Number of cards that the faces take."""
        return -(-len(self.kanten) // 2)


@dataclass(frozen=True)
class Setvloei:
    """Divides set pieces over faces."""

    basis: Kaartjeszetter

    def bandwoorden(self, stuk: Setstuk) -> Alineas:
        basis = self.basis
        woorden = [basis.alinea(stuk.titel, "stuktitel")]
        return [*woorden, basis.alinea(stuk.uitleg, "stukuitleg")] if stuk.uitleg else woorden

    def bandhoogte(self, stuk: Setstuk) -> float:
        doos = vak(self.basis.formaat.vakken.setstuk.titel)
        hoogte = self.basis.zetter.hoogte(self.bandwoorden(stuk), doos.b)
        return doos.y + hoogte + self.basis.formaat.vakken.setstuk.bandwit

    def inhoud(self, nummer: int, band: float = 0.0) -> Vak:
        """Give the box for text on face `nummer` of a piece, the first of which has a band of so many mm;
        fronts have a footer under it."""
        vakken = self.basis.formaat.vakken.setstuk
        doos = vak(vakken.inhoud)
        boven = band + vakken.bandwit - doos.y if nummer == 0 else 0.0
        onder = doos.onder - vak(vakken.voet).onder if nummer % 2 else 0.0
        return doos.krimp(boven=boven, onder=onder)

    def _ruimte(self, nummer: int, band: float = 0.0) -> float:
        return self.inhoud(nummer, band).h * VULLING

    def kolombreedte(self, kolommen: int) -> float:
        vakken = self.basis.formaat.vakken.setstuk
        return (vak(vakken.inhoud).b - (kolommen - 1) * vakken.goot) / kolommen

    def zet(self, stuk: Setstuk) -> Zetsel:
        """Divide a piece over as few faces as can be, in the largest type at which it takes no more; a piece
        that may be broken fills both sides of its last card."""
        kleinste, grootste = self.basis.formaat.stijlen.stuktekst.grenzen
        beste = self._zet_op(stuk, kleinste)
        breekbaar = all(blok.minst for kant in beste.kanten for kolom in kant for blok in kolom)
        genoeg = 2 * beste.kaarten if breekbaar else max(len(beste.kanten), 2)
        for stap in range(1, round((grootste - kleinste) / STAP) + 1):
            groter = self._zet_op(stuk, kleinste + stap * STAP)
            if len(groter.kanten) > genoeg or any(self._wat_niet_past(groter)):
                break
            beste = groter
        return beste

    def _zet_op(self, stuk: Setstuk, korps: float) -> Zetsel:
        """Fill face after face, column by column."""
        band = self.bandhoogte(stuk)
        kanten: list[Kantkolommen] = []
        rest = stuk.blokken(korps)
        while rest:
            ruimte = self._ruimte(len(kanten), band)
            kant, over = self._vul(rest, ruimte, moet=ruimte >= self._ruimte(len(kanten) + 2))
            if not over or over[0].kolommen != rest[0].kolommen:
                kant = self._in_evenwicht(kant, ruimte)
            kanten.append(kant)
            rest = over
        return Zetsel(stuk, korps, kanten)

    def _vul(
        self, blokken: list[Tekstblok], ruimte: float, *, moet: bool
    ) -> tuple[Kantkolommen, list[Tekstblok]]:
        """Fill one face that is `ruimte` mm high; what does not fit is left. A face that `moet` hold
        something gets its first block, however high."""
        kolommen = blokken[0].kolommen
        kant: Kantkolommen = []
        rest = list(blokken)
        while rest and rest[0].kolommen == kolommen and len(kant) < kolommen:
            kolom: list[Tekstblok] = []
            while rest and rest[0].kolommen == kolommen:
                vrij = ruimte - self.kolomhoogte([*kolom, replace(rest[0], alineas=[])], kolommen)
                if self._hoogte(rest[0].alineas, kolommen) <= vrij:
                    kolom.append(rest.pop(0))
                    continue
                delen = rest[0].breek(lambda alineas, vrij=vrij: self._hoogte(alineas, kolommen) <= vrij)  # type: ignore[misc]
                if delen:
                    kolom.append(delen[0])
                    rest[0] = delen[1]
                elif not kolom and not kant and moet:
                    kolom.append(rest.pop(0))
                break
            kant.append(kolom)
        return kant, rest

    def _hoogte(self, alineas: Alineas, kolommen: int) -> float:
        return self.basis.zetter.hoogte(alineas, self.kolombreedte(kolommen))

    def kolomhoogte(self, kolom: list[Tekstblok], kolommen: int) -> float:
        tussen = self.basis.formaat.vakken.setstuk.tussen
        return sum(self._hoogte(blok.alineas, kolommen) + tussen for blok in kolom) - tussen

    def _in_evenwicht(self, kant: Kantkolommen, ruimte: float) -> Kantkolommen:
        """Give the columns of a face that is not full about equally high."""
        blokken = [blok for kolom in kant for blok in kolom]
        kolommen, tussen = blokken[0].kolommen, self.basis.formaat.vakken.setstuk.tussen
        hoogtes = [self._hoogte(blok.alineas, kolommen) for blok in blokken]
        bladen = vloei(hoogtes, ruimte, kolommen, tussen)
        return [[blokken[plek] for plek in kolom] for kolom in bladen[0]] if len(bladen) == 1 else kant

    def _wat_niet_past(self, zetsel: Zetsel) -> Iterator[tuple[float, list[tuple[str, str]]]]:
        """Give for every block that does not fit how many mm it is too high, and its words too wide."""
        basis, band = self.basis, self.bandhoogte(zetsel.stuk)
        for nummer, kant in enumerate(zetsel.kanten):
            for blok in (blok for kolom in kant for blok in kolom):
                over = self._hoogte(blok.alineas, blok.kolommen) - self._ruimte(nummer, band)
                breed = basis.zetter.breed("tekst", blok.alineas, self.kolombreedte(blok.kolommen))
                if over > 0 or breed:
                    yield max(over, 0.0), breed

    def te_groot(self, stuk: Setstuk) -> list[Melding]:
        """Give what is wrong with a piece that does not fit at its smallest type."""
        basis, zetsel = self.basis, self.zet(stuk)
        breedte = vak(basis.formaat.vakken.setstuk.titel).b
        kop = basis.zetter.breed("titel", self.bandwoorden(stuk), breedte)
        fouten = [*self._wat_niet_past(zetsel), *([(0.0, kop)] if kop else [])]
        return [
            melding
            for over, breed in fouten
            for melding in basis.past_niet(
                Gepast(zetsel.korps, False, over, tuple(breed)), "tekst", stuk.proef, breedte
            )
        ]
