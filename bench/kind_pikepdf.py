"""Child process: lay the pages of a print file on sheets with pikepdf; the seconds as JSON on stdout.

The named peer of kaartgen's sheets: qpdf's own way of turning pages into forms, on sheets of the same size.
"""

from __future__ import annotations

import json
import sys
import time

import pikepdf
from pikepdf import Array, Dictionary, Name

PT_PER_MM = 72 / 25.4
VEL = (320 * PT_PER_MM, 450 * PT_PER_MM)


def leg_in(van: str, naar: str) -> None:
    """Put two pages on each sheet, one above the other; fronts and backs on sheets of their own."""
    with pikepdf.open(van) as pdf:
        vormen = [pdf.make_indirect(pagina.as_form_xobject()) for pagina in pdf.pages]
        breedte, hoogte = (float(getal) for getal in list(vormen[0].BBox)[2:])
        kanten = (vormen[0::2], vormen[1::2])
        del pdf.pages[:]
        for begin in range(0, len(kanten[0]), 2):
            for kant in kanten:
                vel = pdf.add_blank_page(page_size=VEL)
                deel = kant[begin : begin + 2]
                vel.obj.Resources = Dictionary(
                    XObject=Dictionary({f"/K{plek}": vorm for plek, vorm in enumerate(deel)})
                )
                opdrachten = [
                    b"q 1 0 0 1 %.4f %.4f cm /K%d Do Q"
                    % ((VEL[0] - breedte) / 2, VEL[1] / 2 - plek * hoogte, plek)
                    for plek in range(len(deel))
                ]
                vel.obj.Contents = pdf.make_stream(b"\n".join(opdrachten))
                vel.obj.TrimBox = Array([0, 0, *VEL])
        assert pdf.Root.Type == Name.Catalog
        pdf.save(naar, deterministic_id=True)


if __name__ == "__main__":
    begin = time.perf_counter()
    leg_in(sys.argv[1], sys.argv[2])
    print(json.dumps(time.perf_counter() - begin))
