"""The compositor: makes boxes of text in the looks of one format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Protocol

from kaartgen.lettertypen import Lettertype
from kaartgen.maten import Mm, Pt, Vak, naar_mm
from kaartgen.opmaak import zetten
from kaartgen.opmaak.ontwerp import STRUCTUUR, Formaat, Minimum, Ontwerp, Stijlregel
from kaartgen.opmaak.typografie import GEEN_BEGRIPPEN, Begrippenlijst, lopen
from kaartgen.scene import (
    Alineastijl,
    Doel,
    Element,
    Kleur,
    Lijn,
    Tekst,
    type_anker,
    type_rol,
    type_structuur,
)

LIJNDIKTE = Pt(0.6)

Tekstalinea = tuple[zetten.Zin, Alineastijl]
"""Paragraph, measured, and the look in which it is to be set."""


@dataclass(frozen=True, slots=True)
class Opzet:
    """Content measured at one size of the sentences.

    `hoogte` is what it needs in mm, `plaats` puts it in a rectangle that is at least so high and spreads
    what is left, `breed` names words that are wider than their box, each with its box.
    """

    hoogte: float
    plaats: Callable[[Vak], list[Element]]
    breed: tuple[tuple[str, str], ...] = ()


class Zetstijlen(Protocol):
    """Looks of text by name; `groepkop` has the neutral accent."""

    @property
    def groepkop(self) -> Stijlregel:
        """Look of the heading of a group."""


class Zetformaat(Protocol):
    """What a compositor has to know of a format: its looks and its smallest type."""

    @property
    def minimum(self) -> Minimum:
        """Smallest type sizes."""

    @property
    def stijlen(self) -> Zetstijlen:
        """Looks of text."""


@dataclass(frozen=True, eq=False)
class Tekstzetter:
    """Compositor for any format; `doelen` are the links to cards, by the id of the card."""

    ontwerp: Ontwerp
    formaat: Zetformaat
    letter: Lettertype
    doelen: dict[str, Doel] = field(default_factory=dict)
    begrippen: Begrippenlijst = GEEN_BEGRIPPEN

    def kleur(self, naam: str) -> Kleur:
        """Give a colour of the huisstijl by name."""
        return self.ontwerp.huisstijl.kleur(naam)

    @property
    def vol(self) -> bool:
        """Tell whether grounds are filled; a huisstijl that saves ink gives them only an edge."""
        return self.ontwerp.huisstijl.vol

    def op_kleur(self, stijl: Alineastijl, kleur: Kleur) -> Alineastijl:
        """Give the look of words on a ground of this colour; where grounds are not filled, the words
        have the colour."""
        return stijl if self.vol else in_kleur(stijl, kleur)

    def accent(self, cluster: str) -> Kleur:
        """Give the colour of a waardencluster; '' gives the neutral accent."""
        naam = self.ontwerp.accenten[cluster][0] if cluster else self.formaat.stijlen.groepkop.kleur
        return self.kleur(naam)

    @lru_cache(20_000)  # noqa: B019 - a Zetter lives as long as the build
    def stijl(self, naam: str, zin: float = 0.0, kleur: Kleur | None = None) -> Alineastijl:
        """Give the look `naam`; `zin` is the size in pt of the card's sentences or, for a look with a
        range of its own, its size."""
        regel = getattr(self.formaat.stijlen, naam)
        if regel.factor is not None:
            korps = max(round(regel.factor * zin * 2) / 2, self.formaat.minimum.tekst)
        else:
            korps = zin or regel.grenzen[1]
        em = naar_mm(Pt(korps))
        return Alineastijl(
            korps=Pt(korps),
            kleur=kleur or self.kleur(regel.kleur),
            vet=regel.vet,
            cursief=regel.cursief,
            regelafstand=regel.regelafstand,
            wit_voor=Mm(regel.wit_voor * em),
            inspringing=Mm(regel.inspringing * em),
            opsomming=regel.opsomming,
            opsomming_kleur=self.kleur(regel.opsomming_kleur) if regel.opsomming_kleur else None,
            uitlijning=regel.uitlijning,
            spatiering=Pt(regel.spatiering),
            structuur=STRUCTUUR.get(naam, "alinea"),
        )

    def kopstijl(self, naam: str, zin: float, koppen: Iterable[str], breedte: float) -> Alineastijl:
        """Give the look `naam` at the largest size at which the longest word of all `koppen` fits in
        `breedte` mm, but no smaller than the sentences."""
        stijl = self.stijl(naam, zin)
        langste = max(
            _zin(kop, "", stijl.vet, stijl.cursief, None, None, self.letter, self.begrippen).langste
            for kop in koppen
        )
        past = breedte * zetten.SPELING / naar_mm(Pt(1)) / langste // 0.5 * 0.5
        return replace(stijl, korps=Pt(max(min(stijl.korps, past), zin)))

    def alinea(
        self,
        tekst: str,
        stijl: Alineastijl,
        doel: Doel | None = None,
        nadruk: Kleur | None = None,
        vervolg: str = "",
    ) -> Tekstalinea:
        """Make a paragraph of plain text, a link where `doel` is given; `vervolg` follows it unlinked.

        What stands between double asterisks becomes bold, in the colour `nadruk`.
        """
        zin = _zin(tekst, vervolg, stijl.vet, stijl.cursief, doel, nadruk, self.letter, self.begrippen)
        return zin, stijl

    def hoogte(self, alineas: Sequence[Tekstalinea], breedte: float) -> float:
        """Give the height in mm of paragraphs in a box of `breedte` mm."""
        return zetten.hoogte(alineas, breedte)

    def breed(self, naam: str, alineas: Sequence[Tekstalinea], breedte: float) -> list[tuple[str, str]]:
        """Name the words that are wider than the box `naam` of `breedte` mm."""
        return [
            (naam, "".join(deel.tekst for deel in max(zin.brokken, key=lambda brok: brok.breedte).delen))
            for zin, stijl in alineas
            if not zetten.past_woord(zin, stijl, breedte)
        ]

    def lijn(self, naam: str, van: tuple[float, float], tot: tuple[float, float]) -> Lijn:
        """Make a thin line between two points (x, y) in mm."""
        return Lijn(naam, Mm(van[0]), Mm(van[1]), Mm(tot[0]), Mm(tot[1]), LIJNDIKTE, self.kleur("lijn"))

    def tekst(
        self,
        naam: str,
        alineas: Sequence[Tekstalinea],
        vak: Vak,
        *,
        rol: type_rol = "tekst",
        anker: type_anker = "boven",
        vast: bool = False,
    ) -> Tekst:
        """Set paragraphs in a box from its top left; the box gets the height of its text unless `vast`."""
        nodig = self.hoogte(alineas, vak.b)
        boven = {"boven": 0.0, "midden": (vak.h - nodig) / 2, "onder": vak.h - nodig}[anker] if vast else 0.0
        gezet = zetten.zet(alineas, Vak(vak.x, Mm(vak.y + boven), vak.b, Mm(nodig)), self.letter)
        doos = vak if vast else Vak(vak.x, vak.y, vak.b, Mm(nodig))
        return Tekst(naam, doos, gezet, rol, anker)


@dataclass(frozen=True, eq=False)
class Zetter(Tekstzetter):
    """Compositor for the format of cards with a panel."""

    formaat: Formaat


@lru_cache(100_000)
def _zin(
    tekst: str,
    vervolg: str,
    vet: bool,
    cursief: bool,
    doel: Doel | None,
    nadruk: Kleur | None,
    letter: Lettertype,
    begrippen: Begrippenlijst,
) -> zetten.Zin:
    delen = lopen(tekst, nadruk, begrippen)
    if doel:
        delen = tuple(replace(deel, doel=doel) for deel in delen)
    if vervolg:
        delen = (*delen, *lopen(vervolg, nadruk, begrippen))
    return zetten.meet(delen, vet, cursief, letter)


def in_kleur(stijl: Alineastijl, kleur: Kleur) -> Alineastijl:
    """Give the same look in this colour."""
    return replace(stijl, kleur=kleur)


def met_structuur(stijl: Alineastijl, structuur: type_structuur) -> Alineastijl:
    """Give the same look for a paragraph that is something else in the structure of the page."""
    return replace(stijl, structuur=structuur)


def met_merk(stijl: Alineastijl, kleur: Kleur) -> Alineastijl:
    """Give the same look with list marks in this colour."""
    return replace(stijl, opsomming_kleur=kleur)


def verdeel(over: float, tussenruimten: int, minst: float, meest: float) -> float:
    """Spread `over` mm evenly over the gaps: from `minst` to `meest` mm each."""
    return min(minst + max(over, 0.0) / max(tussenruimten, 1), meest)


def ruimer(alineas: Sequence[Tekstalinea], extra: float) -> list[Tekstalinea]:
    """Give the same paragraphs with `extra` mm more space above each but the first."""
    return [(tekst, replace(stijl, wit_voor=Mm(stijl.wit_voor + extra))) for tekst, stijl in alineas]


def extra_wit(over: float, witregels: int, meest: float) -> float:
    """Spread `over` mm over the spaces between paragraphs, at most `meest` mm each, by tenths."""
    return min(max(over, 0.0) / max(witregels, 1), meest) // 0.1 * 0.1
