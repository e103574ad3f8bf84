"""Three-way merge of the questions of one card: what a layer knew, what stands below now, what it wants.

What the layer mentions is the base of the merge, so no older edition is needed for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from kaartgen.inhoud.bron import Pad
from kaartgen.inhoud.controle_kaarten import gelijkvormig
from kaartgen.vragen.laag import Kaartlaag, Laagvraag

LIJKT = 0.6
"""From which likeness (0 to 1) on a question that is not known is a changed one and not another one."""


class Gebeurtenis(StrEnum):
    """What happened below to something that a layer mentions."""

    BEHOUDEN_WEG = "vraag-van-onder-weg"
    BEHOUDEN_ANDERS = "vraag-van-onder-anders"
    VERVANGEN_WEG = "vervangen-vraag-weg"
    VERVANGEN_ANDERS = "vervangen-vraag-anders"
    WEGGELATEN_WEG = "weggelaten-vraag-weg"
    WEGGELATEN_ANDERS = "weggelaten-vraag-anders"
    NIEUW = "vraag-van-onder-nieuw"


WEG = {
    "behoud": Gebeurtenis.BEHOUDEN_WEG,
    "vervangt": Gebeurtenis.VERVANGEN_WEG,
    "weglaten": Gebeurtenis.WEGGELATEN_WEG,
}
ANDERS = {
    "behoud": Gebeurtenis.BEHOUDEN_ANDERS,
    "vervangt": Gebeurtenis.VERVANGEN_ANDERS,
    "weglaten": Gebeurtenis.WEGGELATEN_ANDERS,
}


@dataclass(frozen=True, slots=True)
class Verschil:
    """One thing to look at: `oud` is the question from below that the layer knew, `nieuw` the one that
    stands there now ('' for none), `eigen` the layer's own question if it took the place of `oud`."""

    wat: Gebeurtenis
    pad: Pad
    oud: str
    nieuw: str
    eigen: str = ""


@dataclass(frozen=True, slots=True)
class Geplaatst:
    """One question on the card. `onder` is its number among the questions from below, None for an own one;
    `pad` its path within the layer's card, () for one that the layer does not mention."""

    tekst: str
    onder: int | None
    pad: Pad = ()
    vervangt: str = ""


@dataclass(frozen=True, slots=True)
class Samengevoegd:
    """The questions of the card in order, those from below that do not stand on it (with the own question
    in their place, or ''), and what is to be looked at."""

    vragen: tuple[Geplaatst, ...]
    weg: tuple[tuple[str, str], ...]
    verschillen: tuple[Verschil, ...]


@dataclass(frozen=True, slots=True)
class _Genoemd:
    """A question from below that a layer mentions; `rol` says for what, `eigen` what stands in its place."""

    rol: str
    pad: Pad
    tekst: str
    eigen: str = ""


class _Koppeling:
    """Which question from below each mention is about; every one from below at most once."""

    def __init__(self, onder: Sequence[str], laag: Kaartlaag) -> None:
        self.genoemd = tuple(_genoemd(laag))
        self.zeker: dict[Pad, int] = {}
        self.bijna: dict[Pad, int] = {}
        self._onder = onder
        self._vrij = dict.fromkeys(range(len(onder)))
        eigen = [(pad, vraag.tekst) for pad, vraag in laag.eigen() if not vraag.vervangt]
        genoemd = [(een.pad, een.tekst) for een in self.genoemd]
        self._zelfde(genoemd, str)
        self._zelfde(eigen, str)
        self._zelfde([een for een in genoemd if een[0] not in self.zeker], gelijkvormig)
        self._lijkende([een for een in self.genoemd if een.pad not in self.zeker])
        self.rest = tuple(self._vrij)

    def _zelfde(self, vermeldingen: Iterable[tuple[Pad, str]], vorm: Callable[[str], str]) -> None:
        vormen = [vorm(tekst) for tekst in self._onder]
        for pad, tekst in vermeldingen:
            nummer = next((vrij for vrij in self._vrij if vormen[vrij] == vorm(tekst)), None)
            if nummer is not None:
                self.zeker[pad] = nummer
                del self._vrij[nummer]

    def _lijkende(self, over: Sequence[_Genoemd]) -> None:
        paren = [
            (-lijkt(een.tekst, self._onder[nummer]), plaats, nummer)
            for plaats, een in enumerate(over)
            for nummer in self._vrij
        ]
        for afstand, plaats, nummer in sorted(paren):
            if -afstand >= LIJKT and over[plaats].pad not in self.bijna and nummer in self._vrij:
                self.bijna[over[plaats].pad] = nummer
                del self._vrij[nummer]

    def van(self, pad: Pad) -> int | None:
        """Give the number of the question from below that is meant at a path of the layer."""
        return self.zeker.get(pad, self.bijna.get(pad))


def voeg_samen(onder: Sequence[str], laag: Kaartlaag) -> Samengevoegd:
    """Put a layer on the questions from below. Own questions always stand in the outcome, in their order."""
    koppeling = _Koppeling(onder, laag)
    vragen: list[Geplaatst] = []
    weg = [
        (onder[koppeling.zeker[een.pad]], "")
        for een in koppeling.genoemd
        if een.rol == "weglaten" and een.pad in koppeling.zeker
    ]
    for nummer, vraag in enumerate(laag.vragen or ()):
        pad: Pad = ("vragen", nummer)
        van = koppeling.van(pad)
        if vraag.vervangt:
            oud = "" if van is None else onder[van]
            vragen.append(Geplaatst(vraag.tekst, None, pad, oud))
            weg += [(oud, vraag.tekst)] if oud else []
        elif van is not None:
            vragen.append(Geplaatst(onder[van], van, pad))
        elif not vraag.behoud:
            vragen.append(Geplaatst(vraag.tekst, None, pad))
    terug = [
        koppeling.bijna[een.pad]
        for een in koppeling.genoemd
        if een.rol == "weglaten" and een.pad in koppeling.bijna
    ]
    vragen += [Geplaatst(onder[nummer], nummer) for nummer in sorted((*koppeling.rest, *terug))]
    for nummer, tekst in enumerate(laag.erbij):
        van = koppeling.van(("erbij", nummer))
        vragen.append(Geplaatst(tekst if van is None else onder[van], van, ("erbij", nummer)))
    return Samengevoegd(tuple(vragen), tuple(weg), tuple(_verschillen(onder, laag, koppeling)))


def leg_vast(onder: Sequence[str], gewenst: Sequence[str | Laagvraag], inhoud: str) -> Kaartlaag | None:
    """Give what a layer must say to get these questions on a card, with every one from below mentioned.

    A text that stands below too is kept from there; `inhoud` is the digest of the card
    (`Kaart.inhoudskenmerk`). None when the card has these questions without a layer.
    """
    if tuple(gewenst) == tuple(onder):
        return None
    over = list(onder)
    vragen = []
    for een in gewenst:
        vraag = een if isinstance(een, Laagvraag) else Laagvraag(een, behoud=een in over)
        genoemd = vraag.tekst if vraag.behoud else vraag.vervangt
        if genoemd in over:
            over.remove(genoemd)
        vragen.append(vraag)
    return Kaartlaag(tuple(vragen), tuple(over), inhoud=inhoud)


def lijkt(een: str, ander: str) -> float:
    """Give how alike two questions are, from 0 to 1, by their words."""
    woorden, andere = gelijkvormig(een).split(), gelijkvormig(ander).split()
    return SequenceMatcher(None, woorden, andere, autojunk=False).ratio()


def _verschillen(onder: Sequence[str], laag: Kaartlaag, koppeling: _Koppeling) -> Iterator[Verschil]:
    for een in koppeling.genoemd:
        if een.pad in koppeling.bijna:
            nieuw = onder[koppeling.bijna[een.pad]]
            yield Verschil(ANDERS[een.rol], een.pad, een.tekst, nieuw, een.eigen)
        elif een.pad not in koppeling.zeker:
            yield Verschil(WEG[een.rol], een.pad, een.tekst, "", een.eigen)
    if laag.vragen is not None:
        for nummer in koppeling.rest:
            yield Verschil(Gebeurtenis.NIEUW, ("vragen",), "", onder[nummer])


def _genoemd(laag: Kaartlaag) -> Iterator[_Genoemd]:
    for nummer, vraag in enumerate(laag.vragen or ()):
        if vraag.behoud:
            yield _Genoemd("behoud", ("vragen", nummer), vraag.tekst)
        elif vraag.vervangt:
            yield _Genoemd("vervangt", ("vragen", nummer), vraag.vervangt, vraag.tekst)
    for nummer, tekst in enumerate(laag.weglaten):
        yield _Genoemd("weglaten", ("weglaten", nummer), tekst)
