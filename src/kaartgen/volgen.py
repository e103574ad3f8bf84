"""From changes in files to bundles again, in a process that keeps everything it loaded."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kaartgen.bouw import Gemaakt, bundel, laad
from kaartgen.inhoud.bedoeling import raad_bedoeling
from kaartgen.meldingen import Fouten, Melding, Plek, relatief
from kaartgen.plaatsen import Plaatsen

Stand = dict[str, tuple[int, ...]]
"""What can be seen of files without reading them, by path."""


class Wachter:
    """Tells whether files changed since it last looked.

    It asks the system for each file (0.3 ms for seventy files), which works on every disk and needs no
    library; the time of the last change of a file's facts (ctime) cannot be set back by a program.
    """

    def __init__(self, plaatsen: Sequence[Path]) -> None:
        self._plaatsen = plaatsen
        self._stand = self._kijk()

    def veranderd(self) -> bool:
        """Tell whether something is not as it was the last time this was asked."""
        vorige, self._stand = self._stand, self._kijk()
        return vorige != self._stand

    def _kijk(self) -> Stand:
        stand: Stand = {}
        for plaats in self._plaatsen:
            _noteer(plaats, stand)
        return stand


def _noteer(plaats: Path | os.DirEntry[str], stand: Stand) -> None:
    """Note a file, or all files in a folder; what cannot be seen is not there. Hidden files do not count."""
    try:
        if not plaats.is_dir():
            feiten = plaats.stat()
            stand[os.fspath(plaats)] = (feiten.st_ino, feiten.st_size, feiten.st_mtime_ns, feiten.st_ctime_ns)
            return
        with os.scandir(plaats) as leden:
            for lid in leden:
                if not lid.name.startswith("."):
                    _noteer(lid, stand)
    except OSError:
        return


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes bundles of one publication with layers: these selections, or all for none."""

    plaatsen: Plaatsen
    slug: str
    lagen: tuple[Path, ...]
    selecties: tuple[str, ...]
    uit: Path

    def maak(self) -> list[Gemaakt]:
        """Make what changed. Raises Fouten, and leaves all bundles as they are, when something is wrong."""
        project = laad(self.plaatsen, self.slug, self.lagen)
        er_zijn = [selectie.id for selectie in project.publicatie.selecties]
        onbekend = [naam for naam in self.selecties if naam not in er_zijn]
        if onbekend:
            plek = Plek(relatief(self.plaatsen.publicaties / self.slug / "selecties.yaml"))
            raise Fouten([_onbekend(plek, naam, er_zijn) for naam in onbekend])
        return bundel(project, self.selecties or er_zijn, self.uit, lambda _: None)


def _onbekend(plek: Plek, naam: str, er_zijn: Sequence[str]) -> Melding:
    raad = raad_bedoeling(naam, er_zijn, f"Er zijn: {', '.join(er_zijn)}.")
    return Melding(plek, "selectie-onbekend", f"Er is geen selectie ‘{naam}’.", raad)
