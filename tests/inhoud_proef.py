"""A copy of the small publication to break, and what reading it then says."""

from __future__ import annotations

import shutil
from pathlib import Path

from kaartgen.inhoud import lees, waarschuwingen
from kaartgen.meldingen import Fouten, Melding

KLEIN = Path(__file__).parent / "publicatie_klein"
ECHT = Path(__file__).parents[1] / "data" / "publicaties" / "toekomstbestendig-decentraal-bestuur"


def kopie(doel: Path) -> Path:
    """Copy the small publication into an empty folder."""
    return Path(shutil.copytree(KLEIN, doel / "publicatie"))


def vervang(map_: Path, bestand: str, oud: str, nieuw: str) -> None:
    """Replace the one place where `oud` stands in a file."""
    pad = map_ / bestand
    tekst = pad.read_text("utf-8")
    assert tekst.count(oud) == 1, f"{oud!r} staat {tekst.count(oud)} keer in {bestand}"
    pad.write_text(tekst.replace(oud, nieuw), "utf-8", newline="")


def regel_van(map_: Path, bestand: str, fragment: str) -> int:
    """Give the number (from 1) of the first line that holds `fragment`."""
    regels = (map_ / bestand).read_text("utf-8").split("\n")
    return next(nummer for nummer, regel in enumerate(regels, 1) if fragment in regel)


def laatste_regel_van(map_: Path, bestand: str, fragment: str) -> int:
    """Give the number (from 1) of the last line that holds `fragment`."""
    regels = (map_ / bestand).read_text("utf-8").split("\n")
    return max(nummer for nummer, regel in enumerate(regels, 1) if fragment in regel)


def alle_meldingen(map_: Path) -> tuple[Melding, ...]:
    """Read a publication and give all that is said about it; any exception but Fouten is a failure."""
    try:
        return waarschuwingen(lees(map_))
    except Fouten as fouten:
        return fouten.meldingen
