"""Uitgifte: what kaartgen gave out, card by card, as the thing to hold against what came back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kaartgen.meldingen import Plek
from kaartgen.vragen.vraagtekst import kenmerk, sleutel

PUBLICATIE = "kaartgen-publicatie"
EDITIE = "kaartgen-editie"
GEBRUIK = "kaartgen-gebruik"
SELECTIE = "kaartgen-selectie"
LAGEN = "kaartgen-lagen"
KAART = "kaartgen-kaart-"
"""Names of the properties that a file carries: of the whole, and of one card (with its number)."""
MET_VRAGEN = "kaarten"
"""The use of decks that have questions."""
SCHEIDING = " | "
"""Between the names of layers in their property."""

_KAARTMERK = re.compile(r"([0-9a-f]*);((?:[0-9a-f]+(?: [0-9a-f]+)*)?)")


@dataclass(frozen=True, slots=True)
class Kaartmerk:
    """What a file knows of a card as it was given out: the digest of its content and of each question."""

    inhoud: str
    vragen: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.inhoud};{' '.join(self.vragen)}"


def lees_kaartmerk(tekst: str) -> Kaartmerk | None:
    """Read what `str` made of a Kaartmerk; None when it is something else."""
    gevonden = _KAARTMERK.fullmatch(tekst.strip())
    return Kaartmerk(gevonden[1], tuple(gevonden[2].split())) if gevonden else None


def maak_kaartmerk(inhoud: str, vragen: Sequence[str]) -> Kaartmerk:
    """Give what a file is to know of a card: `inhoud` is the digest of its content."""
    return Kaartmerk(inhoud, tuple(kenmerk([vraag]) for vraag in vragen))


@dataclass(frozen=True, slots=True)
class Vast:
    """A fixed text as it stands on a slide, with its place in the publication."""

    tekst: str
    plek: Plek


@dataclass(frozen=True)
class Uitgegeven:
    """A page as given out: a card (with a number, and questions), or a cover, contents or colophon.

    `inhoud` is the digest of what the publication puts on the card, `voet` how its footer begins (Kaart 20),
    `vak` where the box with questions stands: left, top, width and height as parts of the page, `notitie`
    what its notes say.
    """

    id: str
    titel: str
    vast: tuple[Vast, ...]
    nummer: int = 0
    inhoud: str = ""
    voet: str = ""
    vragen: tuple[str, ...] = ()
    vak: tuple[float, float, float, float] | None = None
    notitie: str = ""

    @cached_property
    def vaste_sleutels(self) -> frozenset[str]:
        """The keys of its fixed texts."""
        return frozenset(sleutel(een.tekst) for een in self.vast)

    @cached_property
    def merk(self) -> Kaartmerk:
        """The digests of this card as it is now."""
        return maak_kaartmerk(self.inhoud, self.vragen)


@dataclass(frozen=True)
class Uitgifte:
    """A publication with its layers as given out. `kop` is the heading above the questions, `lagen` the names
    of the layers, `maker` whose text it is, `wijzigbaar` tells whether fixed text may be changed."""

    publicatie: str
    editie: str
    kop: str
    paginas: tuple[Uitgegeven, ...]
    lagen: tuple[str, ...] = ()
    maker: str = ""
    wijzigbaar: bool = False

    @cached_property
    def kaarten(self) -> Mapping[str, Uitgegeven]:
        """The cards by id, in the order of their numbers."""
        return {een.id: een for een in self.paginas if een.nummer}

    def eigenschappen(self) -> Iterator[tuple[str, str]]:
        """Give the properties of a file with all its cards."""
        yield PUBLICATIE, self.publicatie
        yield EDITIE, self.editie
        yield GEBRUIK, MET_VRAGEN
        if self.lagen:
            yield LAGEN, SCHEIDING.join(self.lagen)
        for kaart in self.kaarten.values():
            yield f"{KAART}{kaart.nummer}", str(kaart.merk)
