"""What could be read of one publication, whole or not: the thing that the checks look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaartgen.inhoud.bron import Bron, Pad
from kaartgen.inhoud.model import (
    Ambtsdrager,
    Begrippen,
    Gegevens,
    Hoofdstuk,
    Kaartregel,
    Leesmij,
    Onderwerp,
    Reflectievragen,
    Selectie,
    Vormgeving,
    Waardencluster,
    Woordkeuze,
)
from kaartgen.inhoud.vast import is_vast
from kaartgen.inhoud.wegwijzer import Wegwijzer
from kaartgen.meldingen import Ernst, Melding


@dataclass(frozen=True, slots=True)
class Lezing:
    """Parts without faults of their own, beside the plain values of all files.

    Kaarten, selecties and hoofdstukken are by their number in the file: their ids may be doubled.
    `onvolledig` names the kinds of which a file is missing or could not be read: what refers to
    them cannot be judged. `op_slot` says that the makers' own texts may not be changed. `vrijstellingen`
    has, by the path of a question, the rules that it may depart from, each with the reason.
    """

    map: Path
    bronnen: Mapping[str, tuple[Bron, ...]]
    wegwijzer: Wegwijzer
    onvolledig: frozenset[str]
    gegevens: Gegevens | None
    vormgeving: Vormgeving | None
    leesmij: Leesmij | None
    begrippen: Begrippen
    kaarten: Mapping[int, Kaartregel]
    selecties: Mapping[int, Selectie]
    hoofdstukken: Mapping[int, Hoofdstuk]
    reflectievragen: Mapping[str, Reflectievragen]
    waardenvragen: Mapping[str, str]
    waardenclusters: Mapping[str, Waardencluster]
    ambtsdragers: Mapping[str, Ambtsdrager]
    onderwerpen: Mapping[str, Onderwerp]
    woordkeuze: Woordkeuze | None
    vrijstellingen: Mapping[Pad, Mapping[str, str | None]]
    op_slot: bool

    def ids(self, soort: str, veld: str = "") -> tuple[str, ...]:
        """Give the ids of all parts of a kind, also of those with faults, doubles included.

        Without `veld` each file is a part; with `veld` the parts stand under that field.
        """
        bronnen = self.bronnen[soort]
        if not veld:
            return tuple(bron.naam for bron in bronnen)
        return tuple(id_ for bron in bronnen for id_ in _ids((bron.waarde or {}).get(veld)))

    def aantal(self, soort: str, veld: str) -> int:
        """Count the parts under a field, also those with faults."""
        leden = [(bron.waarde or {}).get(veld) for bron in self.bronnen[soort]]
        return sum(len(lid) for lid in leden if isinstance(lid, dict | tuple))

    def waarde_ids(self) -> tuple[str, ...]:
        """Give the ids of all waarden, also of those in a waardencluster with faults."""
        return self.ids("waardenclusters", "waarden")

    def teksten(self) -> Iterator[tuple[str, Bron, Pad, str]]:
        """Give every text of every file with the kind of that file and its place in it."""
        for soort, bronnen in self.bronnen.items():
            for bron in bronnen:
                for pad, waarde in takken(bron.waarde):
                    if isinstance(waarde, str):
                        yield soort, bron, pad, waarde

    def is_vast(self, soort: str, pad: Pad) -> bool:
        """Tell whether a text, at a path in a file of this kind, is the makers' own and on lock."""
        return self.op_slot and is_vast(soort, pad)

    def alle_bronnen(self) -> Iterator[Bron]:
        """Give the files that could be read."""
        for bronnen in self.bronnen.values():
            yield from (bron for bron in bronnen if bron.waarde is not None)

    def fout(self, pad: Pad, code: str, tekst: str, raad: str) -> Melding:
        """Make a Melding that stops the build, at a path in the publication."""
        return Melding(self.wegwijzer.plek(pad), code, tekst, raad)

    def waarschuwing(self, pad: Pad, code: str, tekst: str, raad: str) -> Melding:
        """Make a Melding that does not stop the build, at a path in the publication."""
        return Melding(self.wegwijzer.plek(pad), code, tekst, raad, Ernst.WAARSCHUWING)


def takken(waarde: Any) -> Iterator[tuple[Pad, Any]]:
    """Give all values in a tree with their paths, the tree itself first; without recursion."""
    stapel: list[tuple[Pad, Any]] = [((), waarde)]
    while stapel:
        pad, waarde = stapel.pop()
        yield pad, waarde
        if isinstance(waarde, dict):
            stapel += reversed([((*pad, naam), lid) for naam, lid in waarde.items()])
        elif isinstance(waarde, tuple):
            stapel += reversed([((*pad, nummer), lid) for nummer, lid in enumerate(waarde)])


def _ids(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, dict):
        yield from waarde
    elif isinstance(waarde, tuple):
        yield from (lid["id"] for lid in waarde if isinstance(lid, dict) and isinstance(lid.get("id"), str))
