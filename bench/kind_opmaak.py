"""Child process: lay out cards and draw them as PDF with everything cold; the seconds as JSON on stdout."""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

from groot import dichtste, vermenigvuldig

from kaartgen.bouw import MET_VRAGEN, laad
from kaartgen.plaatsen import moment, zoek_plaatsen
from kaartgen.scene import Document
from kaartgen.weergave.pdf import PdfSchrijver

if __name__ == "__main__":
    slug, aantal = sys.argv[1], int(sys.argv[2])
    gc.disable()  # as the command kaartgen does
    echt = laad(zoek_plaatsen(Path.cwd()), slug)
    project = vermenigvuldig(echt, [dichtste(echt.publicatie)], aantal)
    kaarten = project.kaarten
    begin = time.perf_counter()
    opmaak = project.kaartopmaak[MET_VRAGEN]
    paginas = tuple(opmaak.pagina(kaart) for kaart in kaarten)
    thema = project.ontwerp.huisstijl.als_thema
    document = Document("", "", "", (), "nl-NL", thema, paginas, (), (None,) * aantal)
    PdfSchrijver(project.letter).schrijf(document, moment(echt.publicatie.gegevens.jaar))
    print(json.dumps(time.perf_counter() - begin))
