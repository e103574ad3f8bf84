"""Child process: compile a typst source to PDF; the seconds as JSON on stdout."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import typst

if __name__ == "__main__":
    bron, letters, uit = sys.argv[1:]
    inhoud = Path(bron).read_bytes()
    begin = time.perf_counter()
    pdf = typst.compile(inhoud, font_paths=[letters], ignore_system_fonts=True, pdf_tags=False)
    seconden = time.perf_counter() - begin
    Path(uit).write_bytes(pdf)
    print(json.dumps(seconden))
