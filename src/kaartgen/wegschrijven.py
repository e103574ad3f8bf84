"""From bytes to a file that is there as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

MODUS = 0o644


def schrijf(pad: Path, inhoud: bytes, zeker: bool = False) -> None:
    """Write a file at once: first beside its place, then over it, so that it is never half written.

    With `zeker` the bytes are on the disk before they take the place of what stood there: for what
    somebody wrote by hand and nobody can make again.
    """
    pad.parent.mkdir(parents=True, exist_ok=True)
    greep, tijdelijk = tempfile.mkstemp(dir=pad.parent, prefix=f".{pad.name}.")
    try:
        with os.fdopen(greep, "wb") as bestand:
            bestand.write(inhoud)
            if zeker:
                bestand.flush()
                os.fsync(bestand.fileno())
        Path(tijdelijk).chmod(MODUS)
        Path(tijdelijk).replace(pad)
    except BaseException:
        Path(tijdelijk).unlink(missing_ok=True)
        raise
