"""Child process: lay out and write a publication of a given number of cards; times as JSON on stdout."""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

from groot import ALLES, soorten, vermenigvuldig

from kaartgen.bouw import MET_VRAGEN, ZONDER_VRAGEN, laad
from kaartgen.plaatsen import moment, zoek_plaatsen
from kaartgen.samenstelling import kaartenset
from kaartgen.weergave.pdf import PdfSchrijver
from kaartgen.weergave.pptx import PptxSchrijver

SOORTEN = ("kolommen", "blokken")


def meet(slug: str, aantal: int) -> dict[str, float]:
    """Give the seconds of each stage."""
    echt = laad(zoek_plaatsen(Path.cwd()), slug)
    project = vermenigvuldig(echt, soorten(echt.publicatie, SOORTEN), aantal)
    klok = [time.perf_counter()]

    def tik() -> float:
        klok.append(time.perf_counter())
        return klok[-1] - klok[-2]

    set_ = kaartenset(project.publicatie, project.kaarten, ALLES)
    tijden = {"samenstelling": tik()}
    gebruiken = (MET_VRAGEN, ZONDER_VRAGEN)
    for gebruik in gebruiken:
        for kaart in set_.kaarten:
            project.kaartopmaak[gebruik].pagina(kaart)
    tijden["opmaak"] = tik()
    documenten = [project.kaartdocument(gebruik, set_) for gebruik in gebruiken]
    tijden["voorblad en inhoud"] = tik()
    wanneer = moment(project.publicatie.gegevens.jaar)
    pptx = PptxSchrijver()
    for document in documenten:
        pptx.schrijf(document, wanneer)
    tijden["pptx"] = tik()
    pdf = PdfSchrijver(project.letter)
    for document in documenten:
        pdf.schrijf(document, wanneer)
    tijden["pdf"] = tik()
    return tijden


if __name__ == "__main__":
    gc.disable()  # as the command kaartgen does
    print(json.dumps(meet(sys.argv[1], int(sys.argv[2]))))
