"""Checks on an order for print before sheets are made: ink, shift, sides and size against the profile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kaartgen.meldingen import Melding
from kaartgen.opmaak.druk.drukkaart import Drukkaart
from kaartgen.opmaak.druk.drukprofiel import Drukprofiel
from kaartgen.opmaak.druk.inslag import DUBBELZIJDIG
from kaartgen.opmaak.druk.raster import kies_raster
from kaartgen.opmaak.lagen import erfenis
from kaartgen.opmaak.ontwerp import Inktwaarden


def te_veel_inkt(huisstijl: Path, eigen: Mapping[str, Inktwaarden], grens: float) -> Iterator[Melding]:
    """Give every colour for which the file of a huisstijl asks for more ink (percent) than is allowed."""
    lagen = erfenis(huisstijl)
    for kleur, inkt in eigen.items():
        if sum(inkt) > grens:
            yield Melding(
                lagen.plek(("cmyk", kleur)),
                "te-veel-inkt",
                f"‘{kleur}’ heeft {sum(inkt):g} % inkt; hooguit {grens:g} % mag.",
                "Neem minder cyaan, magenta en geel.",
            )


def verkeerde_verschuiving(
    bestand: Path, profiel: Drukprofiel, verschuiving: tuple[float, float]
) -> Iterator[Melding]:
    """Give what is wrong with a shift of backs (mm) for the profile in `bestand`."""
    verst = max(map(abs, verschuiving))
    if verst and (profiel.keren not in DUBBELZIJDIG or not profiel.proefblad):
        yield Melding(
            erfenis(bestand).plek(("keren",)),
            "verschuiving-kan-niet",
            "Dit profiel kent geen verschuiving van achterkanten.",
            "Laat --verschuiving weg of kies een dubbelzijdig profiel voor een kantoorprinter.",
        )
    elif verst > profiel.goot:
        yield Melding(
            erfenis(bestand).plek(("goot",)),
            "verschuiving-te-groot",
            f"Een verschuiving van {verst:g} mm is groter dan de ruimte tussen kaarten: {profiel.goot:g} mm.",
            "Leg het papier recht in de lade en meet opnieuw met het proefblad.",
        )


def past_op_vel(bestand: Path, profiel: Drukprofiel, kaarten: Sequence[Drukkaart]) -> Iterator[Melding]:
    """Give why these cards, all of one size, cannot be laid on sheets of the profile in `bestand`."""
    if profiel.keren == "enkel" and any(kaart.achter for kaart in kaarten):
        yield Melding(
            erfenis(bestand).plek(("keren",)),
            "een-kant",
            "Deze kaarten hebben twee kanten en dit profiel bedrukt er één.",
            "Kies een profiel dat dubbelzijdig drukt, of een om te vouwen.",
        )
    maat = kaarten[0].voor.maat
    if kies_raster(maat, profiel) is None:
        wat = "Twee kanten van een kaart" if profiel.keren == "omvouwen" else "Een kaart"
        yield Melding(
            erfenis(bestand).plek(("vel",)),
            "past-op-geen-vel",
            f"{wat} van {maat.breedte:g} x {maat.hoogte:g} mm: dat past met dit profiel op geen vel.",
            "Kies een kleiner formaat, een groter vel of een ander profiel.",
        )
