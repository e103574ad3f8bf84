"""Child process: draw a pickled document as PDF with everything cold, tagged or not; the seconds and bytes as JSON
on stdout."""

from __future__ import annotations

import json
import pickle
import sys
import time
from pathlib import Path

from kaartgen.lettertypen import lettertype
from kaartgen.weergave.pdf import PdfSchrijver

if __name__ == "__main__":
    map_, kantoornaam, document, wanneer = pickle.loads(Path(sys.argv[1]).read_bytes())
    begin = time.perf_counter()
    pdf = PdfSchrijver(lettertype(map_, kantoornaam), getagd=json.loads(sys.argv[3])).schrijf(
        document, wanneer
    )
    seconden = time.perf_counter() - begin
    Path(sys.argv[2]).write_bytes(pdf)
    print(json.dumps({"seconden": seconden, "bytes": len(pdf)}))
