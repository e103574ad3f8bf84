"""Child process: write pickled documents as PPTX with everything cold; the seconds as JSON on stdout."""

from __future__ import annotations

import json
import pickle
import sys
import time
from pathlib import Path

from kaartgen.weergave.pptx import PptxSchrijver

if __name__ == "__main__":
    documenten, wanneer = pickle.loads(Path(sys.argv[1]).read_bytes())
    uit = Path(sys.argv[2])
    uit.mkdir(exist_ok=True)
    begin = time.perf_counter()
    schrijver = PptxSchrijver()
    for naam, document in documenten:
        (uit / naam).write_bytes(schrijver.schrijf(document, wanneer))
    print(json.dumps(time.perf_counter() - begin))
