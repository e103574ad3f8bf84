"""From bytes to a file that is there as a whole or not at all."""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path
from time import time

MODUS = 0o644
EINDE = ".tijdelijk"
OUD = 600.0
"""Seconds after which a file that was written beside its place is left over: no writing takes that long."""


def schrijf(pad: Path, inhoud: bytes, zeker: bool = False) -> None:
    """Write a file at once: first beside its place, then over it, so that it is never half written.

    With `zeker` the bytes are on the disk before they take the place of what stood there: for what
    somebody wrote by hand and nobody can make again.
    """
    pad.parent.mkdir(parents=True, exist_ok=True)
    _ruim_op(pad)
    greep, tijdelijk = tempfile.mkstemp(EINDE, f".{pad.name}.", pad.parent)
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


def _ruim_op(pad: Path) -> None:
    """Take away what a write of this file left beside it when its process was killed."""
    van_ons = re.compile(re.escape(f".{pad.name}.") + r"\w{8}" + re.escape(EINDE))
    with suppress(OSError), os.scandir(pad.parent) as leden:
        for lid in leden:
            if van_ons.fullmatch(lid.name) and lid.is_file(follow_symlinks=False):
                with suppress(OSError):
                    if lid.stat().st_mtime < time() - OUD:
                        Path(lid.path).unlink()
