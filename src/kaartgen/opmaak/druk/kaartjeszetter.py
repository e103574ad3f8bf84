"""What all small cards share: their grounds, codes and footers, and one size of type for all of a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from kaartgen.inhoud.model import Publicatie
from kaartgen.maten import Mm, Pt, Vak
from kaartgen.meldingen import Melding, Plek
from kaartgen.opmaak import zetten
from kaartgen.opmaak.druk.kaartjesformaat import Kaartjesformaat
from kaartgen.opmaak.druk.setstukken import BESTAND, Setstukken
from kaartgen.opmaak.ontwerp import Rechthoek, vak
from kaartgen.opmaak.passen import Gepast, meld_past_niet, pas
from kaartgen.opmaak.zetter import Opzet, Tekstalinea, Tekstzetter
from kaartgen.samenstelling import Pad
from kaartgen.scene import Alineastijl, Element, Kleur, Ondergrond, Pagina, Stap, Tekst, Vlak, type_anker
from kaartgen.scene import Pad as Vorm

ACHTER = "achter"
"""Ends the id of a page that is a back."""


@dataclass(frozen=True, slots=True)
class Pasproef:
    """Text that has to fit its box: the card it is on, in words, its place in the publication, and its
    paragraphs at a size in pt. What no publication has, but the texts of set pieces, has no `pad`."""

    kaart: str
    pad: Pad
    alineas: Callable[[float], list[Tekstalinea]]


@dataclass(frozen=True)
class Kaartjeszetter:
    """Makes the parts of small cards for one publication in one format."""

    publicatie: Publicatie
    zetter: Tekstzetter
    formaat: Kaartjesformaat
    setstukken: Setstukken

    @property
    def heel(self) -> Vak:
        """The whole face, trim to trim."""
        maat = self.formaat.pagina
        return Vak(Mm(0), Mm(0), maat.breedte, maat.hoogte)

    def gelijke_maat(
        self, naam: str, proeven: Iterable[Pasproef], doos: Vak, stijl: str, meldingen: list[Melding]
    ) -> float:
        """Give the largest size in pt of the look `stijl` at which each text fits `doos`; texts that fit at
        no size do not count and are reported. `naam` names the box for people."""
        grenzen: tuple[float, float] = getattr(self.formaat.stijlen, stijl).grenzen
        korpsen = [grenzen[1]]
        for proef in proeven:
            gepast = pas(partial(self._opzet, naam, proef, doos), grenzen, doos.h)
            if gepast.past:
                korpsen.append(gepast.korps)
            else:
                meldingen += self.past_niet(gepast, naam, proef, doos.b)
        return min(korpsen)

    def past_niet(self, gepast: Gepast, naam: str, proef: Pasproef, breedte: float) -> list[Melding]:
        """Say what is wrong with text that does not fit the box `naam`, `breedte` mm wide."""
        plek = self.publicatie.plek(*proef.pad) if proef.pad else Plek(BESTAND)
        return meld_past_niet(gepast, plek, f"{proef.kaart}, vak ‘{naam}’, {self.formaat.naam}", breedte)

    def _opzet(self, naam: str, proef: Pasproef, doos: Vak, korps: float) -> Opzet:
        alineas = proef.alineas(korps)
        breed = self.zetter.breed(naam, alineas, doos.b)
        return Opzet(self.zetter.hoogte(alineas, doos.b), lambda _: [], tuple(breed))

    def alinea(self, tekst: str, stijl: str, korps: float = 0.0, kleur: Kleur | None = None) -> Tekstalinea:
        """Make a paragraph in the look `stijl`."""
        return self.zetter.alinea(tekst, self.zetter.stijl(stijl, korps, kleur))

    def naam(self, naam: str, stijl: Alineastijl, breedte: float) -> list[Tekstalinea]:
        """Make the paragraphs of a name; words wider than the box are broken where the format says so."""
        woorden = [
            woord
            if zetten.past_woord(self.zetter.alinea(woord, stijl)[0], stijl, breedte)
            else "\n".join(self.formaat.afgebroken(woord))
            for woord in naam.split(" ")
        ]
        vervolg = replace(stijl, wit_voor=Mm(0))
        return [
            self.zetter.alinea(regel, vervolg if nummer else stijl)
            for nummer, regel in enumerate(" ".join(woorden).split("\n"))
        ]

    def tekst(
        self, naam: str, alineas: list[Tekstalinea], doos: Rechthoek, anker: type_anker = "boven"
    ) -> Tekst:
        """Set paragraphs in a box of the format."""
        return self.zetter.tekst(naam, alineas, vak(doos), anker=anker, vast=True)

    def code(self, code: str, doos: Rechthoek, kleur: Kleur) -> Tekst:
        """Make the code of a card in this colour."""
        return self.tekst("Code", [self.alinea(code, "code", kleur=kleur)], doos)

    def voet(self, doos: Rechthoek, stijl: str = "voet") -> Tekst:
        """Make the footer: the source."""
        alineas = [self.voetalinea(stijl)]
        return self.zetter.tekst("Voettekst", alineas, vak(doos), rol="voet", anker="onder", vast=True)

    def voetalinea(self, stijl: str = "voet") -> Tekstalinea:
        """Make the paragraph of the footer."""
        return self.alinea(self.publicatie.gegevens.bronregel, stijl)

    def volvlak(self, kleur: Kleur, rand: Kleur) -> Element:
        """Make a ground over the whole face, or its edge where grounds are not filled."""
        if self.zetter.vol:
            return Vlak("Grond", self.heel, kleur)
        binnen = self.heel.krimp(*[self.formaat.maten.kader] * 4)
        hoeken = (
            (binnen.x, binnen.y),
            (binnen.rechts, binnen.y),
            (binnen.rechts, binnen.onder),
            (binnen.x, binnen.onder),
        )
        stappen = (Stap("M", hoeken[:1]), *(Stap("L", (hoek,)) for hoek in hoeken[1:]), Stap("Z"))
        return Vorm("Kader", binnen, stappen, streek=rand, dikte=Pt(self.formaat.maten.kaderdikte))

    def grond(self, naam: str, *elementen: Element) -> Ondergrond:
        """Make the ground of a kind of face."""
        voetstijl = self.zetter.stijl("voet")
        doos = self.heel.krimp(*[self.formaat.veilig] * 4)
        titelstijl = self.zetter.stijl("vervolgtitel")
        return Ondergrond(
            naam, self.formaat.pagina, elementen, doos, titelstijl, doos, voetstijl, doos, voetstijl
        )

    def kant(self, code: str, titel: str, grond: Ondergrond, elementen: Iterable[Element]) -> Pagina:
        """Make the front of a card."""
        return Pagina(code, f"{code} {titel}", grond, tuple(elementen))

    def achterkant(self, code: str, titel: str, grond: Ondergrond, elementen: Iterable[Element]) -> Pagina:
        """Make the back of a card."""
        return Pagina(f"{code}-{ACHTER}", f"{code} {titel} ({ACHTER})", grond, tuple(elementen))
