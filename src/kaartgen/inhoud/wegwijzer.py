"""Where each part of a publication stands: from a path in the whole to a place in one of its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kaartgen.inhoud.bron import Bron, Pad
from kaartgen.meldingen import Plek


@dataclass(frozen=True, slots=True)
class Wegwijzer:
    """`wegen` leads from the first one or two steps of a path to a Bron and the path within it."""

    map: str
    wegen: Mapping[Pad, tuple[Bron, Pad]]

    def plek(self, pad: Pad) -> Plek:
        """Give the place of a path, or of its nearest known ancestor; at last the folder itself."""
        for lengte in range(min(2, len(pad)), 0, -1):
            weg = self.wegen.get(pad[:lengte])
            if weg:
                bron, begin = weg
                return bron.plek((*begin, *pad[lengte:]))
        return Plek(self.map)
