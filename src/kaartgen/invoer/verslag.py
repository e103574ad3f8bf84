"""What an import found: contents by place, counts beside what was expected, and all that was uncertain."""

from __future__ import annotations

from dataclasses import dataclass, field

from kaartgen.invoer.herstel import Ingreep, Onzekerheid
from kaartgen.invoer.randwerk import Weggelaten
from kaartgen.invoer.stroom import sleutel
from kaartgen.meldingen import Melding, Plek

KORTSTE_DEEL = 12
"""Letters of a sentence that is known in a longer text; a word could stand anywhere."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How many of something were found and expected."""

    wat: str
    gevonden: int
    verwacht: int

    @property
    def klopt(self) -> bool:
        """Tell whether all that was expected was found, and no more."""
        return self.gevonden == self.verwacht


@dataclass(slots=True)
class Hoofdstuktekst:
    """Texts of one chapter, in the order of the source."""

    titel: str
    samenvatting: str = ""
    tekst: list[str] = field(default_factory=list)
    lijsten: list[tuple[str, list[str]]] = field(default_factory=list)


@dataclass(slots=True)
class Onderwerptekst:
    """Texts of one onderwerp: headings, each with points."""

    inleiding: str = ""
    groepen: list[tuple[str, list[str]]] = field(default_factory=list)


@dataclass(slots=True)
class Ambtsdragertekst:
    """Texts of one ambtsdrager; the lists are by waarde."""

    inleiding: str = ""
    opvattingen: dict[str, list[str]] = field(default_factory=dict)
    handelingsperspectieven: dict[str, list[str]] = field(default_factory=dict)
    inleiding_vereniging: str = ""
    suggesties: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Clustertekst:
    """Texts of one waardencluster; the opvattingen are by waarde."""

    toelichting: str = ""
    opvattingen: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Inhoud:
    """All texts of the makers, by the place they have in a publication."""

    vragen: dict[str, str] = field(default_factory=dict)
    families: dict[str, str] = field(default_factory=dict)
    hoofdstukken: dict[str, Hoofdstuktekst] = field(default_factory=dict)
    onderwerpen: dict[str, Onderwerptekst] = field(default_factory=dict)
    waardenclusters: dict[str, Clustertekst] = field(default_factory=dict)
    ambtsdragers: dict[str, Ambtsdragertekst] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verslag:
    """The outcome of reading one document; with `fouten` nothing may be written."""

    inhoud: Inhoud
    tellingen: tuple[Telling, ...]
    onzeker: tuple[Onzekerheid, ...]
    weggelaten: tuple[Weggelaten, ...]
    fouten: tuple[Melding, ...]
    teksten: tuple[tuple[str, Plek], ...] = field(default=(), repr=False)
    """Every text that was placed (its bare letters) with where it stands, in the order of the source."""
    ingrepen: tuple[Ingreep, ...] = ()

    def plekken_van(self, tekst: str) -> tuple[Plek, ...]:
        """Give where a text stands in the source; also one that is a part of another."""
        letters = sleutel(tekst)
        heel = tuple(plek for een, plek in self.teksten if een == letters)
        if heel or len(letters) < KORTSTE_DEEL:
            return heel
        return tuple(plek for een, plek in self.teksten if letters in een)
