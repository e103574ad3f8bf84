"""Child process that runs one command and gives its time, peak memory and output as JSON on stdout.

A process starts with the peak memory of the one that makes it (exec keeps it, getrusage(2)), so a
large process cannot measure the memory of a small one; this one is small.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

BYTES_PER_EENHEID = 1 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in: bytes on macOS, kilobytes on Linux (getrusage(2))."""

if __name__ == "__main__":
    begin = time.perf_counter()
    with subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, text=True) as proces:
        assert proces.stdout is not None
        uitvoer = proces.stdout.read()
        _, stand, gebruik = os.wait4(proces.pid, 0)
        seconden = time.perf_counter() - begin
        proces.returncode = os.waitstatus_to_exitcode(stand)
    if proces.returncode:
        sys.exit(1)
    print(json.dumps([seconden, gebruik.ru_maxrss * BYTES_PER_EENHEID / 1e6, uitvoer]))
