"""What a content stream draws, as plain facts in the space of that stream (pt)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pikepdf import Object

from kaartgen.drukkeuring.letters import Letter
from kaartgen.drukkeuring.meetkunde import Rechthoek
from kaartgen.drukkeuring.ruimten import Ruimte, type_platen
from kaartgen.drukkeuring.stand import Stand
from kaartgen.pdflezen.matrices import Matrix

type_gebruik = Literal["vlak", "lijn", "tekst", "beeld", "verloop", "groep"]


@dataclass(frozen=True, slots=True)
class Verf:
    """Colour with what it is used for, at its first place; `inkten` is None where they are not known.

    `overdruk` tells whether it is laid over other ink and leaves that as it is where it has none itself.
    """

    ruimte: Ruimte
    gebruik: type_gebruik
    inkten: type_platen | None
    overdruk: bool
    vak: Rechthoek
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Woord:
    """Text shown at once: its rectangle, effective size (`korps`, pt), font, colour and rendering mode;
    `lijn` is the effective width (pt) of its outline, if it has one."""

    vak: Rechthoek
    korps: float
    letter: Letter
    modus: int
    ruimte: Ruimte
    inkten: type_platen | None
    overdruk: bool
    lijn: float | None


@dataclass(frozen=True, slots=True)
class Streep:
    """Drawn outline with its effective width in pt, or a filled rectangle (`vlak`) with its thickness."""

    vak: Rechthoek
    dikte: float
    vlak: bool = False


@dataclass(frozen=True, slots=True)
class Plaat:
    """Picture: its size in pixels and in pt along its own sides; `masker` has only a shape, no colours."""

    vak: Rechthoek
    bron: str
    object_: Object | None
    pixels: tuple[int, int]
    maat: tuple[float, float]
    ruimte: Ruimte
    masker: bool


@dataclass(frozen=True, slots=True)
class Bijzonder:
    """Something in a stream or its resources that a rule may be about, by its code."""

    wat: str
    bron: str


@dataclass(frozen=True, slots=True)
class Feiten:
    """All that one stream draws by itself; what it has other streams draw is in `vormen` (see tolk)."""

    verven: tuple[Verf, ...]
    woorden: tuple[Woord, ...]
    strepen: tuple[Streep, ...]
    platen: tuple[Plaat, ...]
    bijzonder: tuple[Bijzonder, ...]
    vormen: tuple[Vorm, ...]
    onleesbaar: int


@dataclass(frozen=True, slots=True)
class Vorm:
    """Stream that another one has drawn: where, with which graphics state to begin, and whether as a
    pattern."""

    object_: Object
    matrix: Matrix
    stand: Stand
    bron: str
    patroon: bool = False
