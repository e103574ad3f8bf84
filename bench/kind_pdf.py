"""Child process: draw pickled documents as PDF with everything cold, tagged or not; the seconds and bytes of all as
JSON on stdout, the first document as a file."""

from __future__ import annotations

import json
import pickle
import sys
import time
from pathlib import Path

from kaartgen.lettertypen import lettertype
from kaartgen.weergave.pdf import PdfSchrijver

if __name__ == "__main__":
    map_, kantoornaam, documenten, wanneer = pickle.loads(Path(sys.argv[1]).read_bytes())
    begin = time.perf_counter()
    schrijver = PdfSchrijver(lettertype(map_, kantoornaam), getagd=json.loads(sys.argv[3]))
    bestanden = [schrijver.schrijf(document, wanneer) for document in documenten]
    seconden = time.perf_counter() - begin
    Path(sys.argv[2]).write_bytes(bestanden[0])
    print(json.dumps({"seconden": seconden, "bytes": sum(map(len, bestanden))}))
