"""Child process: draw cards for a press, then lay them on sheets; seconds and extra memory as JSON on stdout."""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from groot import dichtste, vermenigvuldig
from kind_maat import BYTES_PER_EENHEID

from kaartgen.bouw import MET_VRAGEN, Project, laad
from kaartgen.icc import Cmyk
from kaartgen.opmaak.druk.drukkaart import Drukkaart
from kaartgen.opmaak.druk.drukprofiel_lezen import ICC, lees_drukprofiel
from kaartgen.opmaak.druk.inslag import Inslag, leg_in
from kaartgen.opmaak.druk.raster import kies_raster
from kaartgen.opmaak.kaartpagina import Kaartopmaak
from kaartgen.plaatsen import moment, zoek_plaatsen
from kaartgen.scene import REGISTRATIE, Drukwerk, Kleur
from kaartgen.weergave.pdf_druk import DrukSchrijver, Pers

LOS, OP_VELLEN = "drukkerij", "drukkerij-sra3"


def kaarten(project: Project) -> tuple[Drukkaart, ...]:
    """Give all cards with two faces: as they are, and with their questions."""
    zetter = project.kaartopmaak[MET_VRAGEN].zetter
    achter = Kaartopmaak(project.publicatie, project.kaarten, zetter, met_vragen=False)
    return tuple(
        Drukkaart(
            str(kaart.nummer),
            kaart.vraag,
            project.kaartopmaak[MET_VRAGEN].pagina(kaart),
            achter.pagina(kaart),
        )
        for kaart in project.kaarten
    )


def leg(project: Project, profielnaam: str, set_: Sequence[Drukkaart]) -> Drukwerk:
    """Lay cards on sheets in the way of a profile."""
    profiel = lees_drukprofiel(project.plaatsen.layouts, profielnaam)
    raster = kies_raster(set_[0].voor.maat, profiel)
    assert raster
    kleur = Kleur(REGISTRATIE, project.ontwerp.huisstijl.kleuren["inkt"])
    vellen = leg_in(set_, Inslag(profiel, raster, kleur))
    return Drukwerk("Meting", "", "", "nl-NL", vellen, profiel.keren)


def hoogste_geheugen() -> float:
    """Give the peak memory of this process so far in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES_PER_EENHEID / 1e6


def meet(slug: str, aantal: int, los: Path) -> dict[str, float]:
    """Measure `aantal` cards; the file with single pages is left in `los`.

    What sheets cost on top of drawing is laying the cards and writing the file once more, when the writer
    has every drawing already.
    """
    echt = laad(zoek_plaatsen(Path.cwd()), slug)
    project = vermenigvuldig(echt, [dichtste(echt.publicatie)], aantal)
    profiel = lees_drukprofiel(project.plaatsen.layouts, LOS)
    assert profiel.intentie
    icc = (project.plaatsen.layouts / ICC / profiel.intentie.profiel).read_bytes()
    pers = Pers(icc, profiel.intentie.conditie, profiel.intentie.naam, pdfa=True)
    schrijver = DrukSchrijver(project.letter, Cmyk(icc, profiel.regels.inkt), pers)
    set_ = kaarten(project)
    wanneer = moment(echt.publicatie.gegevens.jaar)
    los.write_bytes(schrijver.schrijf(leg(project, LOS, set_), wanneer))
    voor = hoogste_geheugen()
    begin = time.perf_counter()
    werk = leg(project, OP_VELLEN, set_)
    gelegd = time.perf_counter()
    schrijver.schrijf(werk, wanneer)
    getekend = time.perf_counter()
    geheugen = hoogste_geheugen() - voor
    schrijver.schrijf(werk, wanneer)
    nog_eens = time.perf_counter()
    return {
        "tekenen en vellen": getekend - begin,
        "vellen": gelegd - begin + nog_eens - getekend,
        "geheugen erbij": geheugen,
    }


if __name__ == "__main__":
    gc.disable()  # as the command kaartgen does
    print(json.dumps(meet(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))))
