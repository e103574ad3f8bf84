"""Where content, design and fonts stand, and which date goes into files."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

MEEGELEVERD = Path(__file__).parent / "meegeleverd"
PROJECT = Path(__file__).parents[2]
UITVOER = "output"
VASTE_DATUM = "SOURCE_DATE_EPOCH"
"""Environment variable with seconds since 1970 (reproducible-builds.org)."""
CIJFERS = re.compile(r"[0-9]+")
EERSTE_JAAR, LAATSTE_JAAR = 1980, 2099
"""First year that a ZIP can hold (APPNOTE.TXT, 4.4.6) and the last that its readers agree on."""


class DatumOngeldig(ValueError):
    """SOURCE_DATE_EPOCH holds no usable date; the message is for users."""


@dataclass(frozen=True, slots=True)
class Plaatsen:
    """Folders: `publicaties` with content, `layouts` with design, `fonts` with fonts."""

    publicaties: Path
    layouts: Path
    fonts: Path


def zoek_plaatsen(werkmap: Path) -> Plaatsen:
    """Find the folders: in the working folder if it has content, else in the project, else in the package."""
    kandidaten = (werkmap, PROJECT, MEEGELEVERD)
    data = next((map_ for map_ in kandidaten if (map_ / "data" / "publicaties").is_dir()), MEEGELEVERD)
    ontwerp = next((map_ for map_ in kandidaten if (map_ / "layouts" / "formaten").is_dir()), MEEGELEVERD)
    letters = next((map_ for map_ in kandidaten if (map_ / "fonts").is_dir()), MEEGELEVERD)
    return Plaatsen(data / "data" / "publicaties", ontwerp / "layouts", letters / "fonts")


def zoek_schrijfwijzers(werkmap: Path) -> Path:
    """Find the folder with what reads well per language: where the content is, else in the project."""
    kandidaten = [map_ / "data" / "schrijfwijzers" for map_ in (werkmap, PROJECT, MEEGELEVERD)]
    return next((map_ for map_ in kandidaten if map_.is_dir()), kandidaten[-1])


def moment(jaar: int, omgeving: Mapping[str, str] = os.environ) -> datetime:
    """Give the date for files: that of SOURCE_DATE_EPOCH, else the first day of the publication's year.

    Raises DatumOngeldig when SOURCE_DATE_EPOCH is no whole number of seconds in the years 1980 to 2099.
    """
    gezet = omgeving.get(VASTE_DATUM)
    if gezet is None:
        return datetime(jaar, 1, 1, tzinfo=UTC)
    try:
        gevonden = datetime.fromtimestamp(int(gezet), UTC) if CIJFERS.fullmatch(gezet) else None
    except (ValueError, OverflowError, OSError):
        gevonden = None
    if gevonden is None or not EERSTE_JAAR <= gevonden.year <= LAATSTE_JAAR:
        raise DatumOngeldig(
            f"{VASTE_DATUM} is ‘{gezet}’, maar moet een aantal seconden sinds 1 januari 1970 zijn dat in de "
            f"jaren {EERSTE_JAAR} tot en met {LAATSTE_JAAR} valt. Verbeter de waarde of haal die weg."
        )
    return gevonden
