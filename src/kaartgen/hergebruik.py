"""From what files are made of to what need not be made again, for it stands in a bundle already.

Only content counts, never a time. The sleutel of a file holds all that decides its bytes: the publication as
far as it goes into that file, the files of design and fonts, the date in files, and the code and libraries
that make it. A file with the same sleutel, that is still what its manifest says, is used as it is.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property, lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from kaartgen import __version__
from kaartgen.bundel import Bestand
from kaartgen.inhoud.model import Publicatie
from kaartgen.manifest import Bundelstand, lees_bundel
from kaartgen.meldingen import Fouten
from kaartgen.plaatsen import Plaatsen
from kaartgen.samenstelling import Kaartenset

BIBLIOTHEKEN = ("lxml", "python_pptx", "reportlab", "uharfbuzz")
"""Packages whose version decides bytes; the others only read or check."""


@dataclass(frozen=True, slots=True)
class Stuk:
    """Files that are made together, by name: those of one use, for a set or (None) for all bundles.

    The names tell the set too, so that comparing need not go through all its cards.
    """

    gebruik: str
    bestandsnamen: tuple[str, ...]
    set_: Kaartenset | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Grondstof:
    """What files are made from: a publication with layers (their names), design and fonts, the date in files,
    and a file that goes into bundles as it is."""

    publicatie: Publicatie
    lagen: tuple[str, ...]
    plaatsen: Plaatsen
    letters: Path
    wanneer: datetime
    eigen: Path | None


@dataclass(frozen=True)
class Voorraad:
    """The bundles that stand in a folder, beside what is to be made there. `met_vragen` is the use with
    reflectievragen; files for other uses stay the same when only questions change."""

    uit: Path
    grondstof: Grondstof
    stukken: tuple[Stuk, ...]
    met_vragen: str

    def pad(self, set_: Kaartenset) -> Path:
        """Give the place of a bundle."""
        return self.uit / f"{set_.id}.zip"

    @cached_property
    def staat_er(self) -> Mapping[str, Bundelstand]:
        """The bundles that stand there, by the id of their set, as far as they are whole."""
        gelezen = {}
        for id_, set_ in {stuk.set_.id: stuk.set_ for stuk in self.stukken if stuk.set_}.items():
            try:
                gelezen[id_] = lees_bundel(self.pad(set_))
            except Fouten:
                continue
        return gelezen

    @cached_property
    def sleutels(self) -> Mapping[Stuk, str]:
        """The sleutel of each Stuk."""
        return {stuk: self._sleutel(stuk) for stuk in self.stukken}

    def bestanden(self, stuk: Stuk, wat: Sequence[str]) -> list[Bestand] | None:
        """Give the files of a Stuk as they stand in a bundle, with these words for what they are.

        None when they must be made.
        """
        staan = [self.staat_er.get(stuk.set_.id)] if stuk.set_ else list(self.staat_er.values())
        for staat in filter(None, staan):
            leden = [staat.lid(naam, self.sleutels[stuk]) for naam in stuk.bestandsnamen]
            heel = [lid for lid in leden if lid is not None]
            if len(heel) == len(leden):
                paren = zip(stuk.bestandsnamen, wat, heel, strict=True)
                return [Bestand(naam, inhoud, woorden, aantal) for naam, woorden, (inhoud, aantal) in paren]
        return None

    def _sleutel(self, stuk: Stuk) -> str:
        delen = [stuk.gebruik, self._vast]
        if stuk.gebruik == self.met_vragen:
            delen += [*self.grondstof.lagen, "", *self._vragen()]
        if stuk.set_ is not None:
            delen += [stuk.set_.id, stuk.set_.naam, *(kaart.id for kaart in stuk.set_.kaarten)]
        elif self.grondstof.eigen is not None:
            delen.append(sha256(self.grondstof.eigen.read_bytes()).hexdigest())
        return kenmerk(delen)

    def _vragen(self) -> Iterable[str]:
        for id_, een in self.grondstof.publicatie.reflectievragen.items():
            yield from (id_, *een.vragen, "")

    @cached_property
    def _vast(self) -> str:
        """The digest of what all files are made from. All that a Publicatie holds counts."""
        stof, publicatie = self.grondstof, self.grondstof.publicatie
        zonder_vragen = {
            id_: een.model_copy(update={"vragen": ()}) for id_, een in publicatie.reflectievragen.items()
        }
        rest = replace(
            publicatie,
            map=Path(),
            selecties=(),
            waardenvragen={},
            woordkeuze=None,
            reflectievragen=zonder_vragen,
        )
        delen = [gereedschap(), stof.wanneer.isoformat(), repr(rest)]
        for map_, patroon in ((stof.plaatsen.layouts, "**/*.yaml"), (stof.letters, "*.ttf")):
            for pad in sorted(map_.glob(patroon)):
                delen += [pad.relative_to(map_).as_posix(), sha256(pad.read_bytes()).hexdigest()]
        return kenmerk(delen)


@lru_cache(1)
def gereedschap() -> str:
    """Give the digest of what makes the files: the code of kaartgen, the libraries, Python and zlib."""
    map_ = Path(__file__).parent
    versie = ".".join(map(str, sys.version_info[:3]))
    delen = [
        __version__,
        sys.implementation.name,
        versie,
        zlib.ZLIB_RUNTIME_VERSION,
        *map(_bibliotheek, BIBLIOTHEKEN),
    ]
    for pad in sorted(map_.rglob("*.py")):
        delen += [pad.relative_to(map_).as_posix(), sha256(pad.read_bytes()).hexdigest()]
    return kenmerk(delen)


def _bibliotheek(naam: str) -> str:
    """Give name and version of a package: those of its folder, for asking importlib takes 50 ms."""
    for map_ in sys.path:
        gevonden = sorted(Path(map_).glob(f"{naam}-*.dist-info"))
        if gevonden:
            return gevonden[0].name
    return f"{naam}-{version(naam)}"


def kenmerk(delen: Iterable[str]) -> str:
    """Give the digest of texts in order; where one ends and the next begins counts too."""
    som = sha256()
    for deel in delen:
        ruw = deel.encode("utf-8", "surrogatepass")
        som.update(len(ruw).to_bytes(8, "big") + ruw)
    return som.hexdigest()
