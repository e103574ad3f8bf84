"""Where each part of a publication stands: from a path in the whole to a place in one of its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kaartgen.inhoud.bron import Bron, Pad
from kaartgen.meldingen import Plek


@dataclass(frozen=True, slots=True)
class Wegwijzer:
    """`wegen` leads from a path to a Bron and the path within it; what is not there is looked for at its
    nearest ancestor that is."""

    map: str
    wegen: Mapping[Pad, tuple[Bron, Pad]]

    def weg(self, pad: Pad) -> tuple[Bron, Pad] | None:
        """Give the Bron that a path leads to and the path within it; None when no part of it is known."""
        for lengte in range(len(pad), 0, -1):
            gevonden = self.wegen.get(pad[:lengte])
            if gevonden:
                bron, begin = gevonden
                return bron, (*begin, *pad[lengte:])
        return None

    def plek(self, pad: Pad) -> Plek:
        """Give the place of a path, or of its nearest known ancestor; at last the folder itself."""
        gevonden = self.weg(pad)
        if gevonden is None:
            return Plek(self.map)
        bron, binnen = gevonden
        return bron.plek(binnen)
