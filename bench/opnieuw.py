"""One question changed: how long until the bundle is there again, in a new process and in volg."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from meten import draai

from kaartgen.bouw import Project
from kaartgen.samenstelling import kaartenset

WACHT = 60.0
"""Seconds after which volg is thought to be stuck."""


@contextmanager
def opnieuw(
    project: Project, selectie: str, kaartgen: Sequence[str], werkmap: Path, map_: Path
) -> Iterator[dict[str, Callable[[], Mapping[str, float]]]]:
    """Give the measurements, while volg watches a layer beside them."""
    nummers = count()
    kaart = kaartenset(project.publicatie, project.kaarten, selectie).kaarten[0]
    koud, warm = map_ / "koud-vragen.yaml", map_ / "warm-vragen.yaml"

    def bewaar(laag: Path) -> None:
        eerste, *overige = (vraag.tekst for vraag in kaart.vragen)
        vragen = [f"Wat vraag jij voor de {next(nummers)}e keer?", *overige]
        regels = "".join(f"      - {vraag!r}\n" for vraag in vragen)
        laag.write_text(
            f"naam: Meting\npublicatie: {project.publicatie.slug}\nkaarten:\n  {kaart.id}:\n"
            f"    vragen:\n{regels}    weglaten: [{eerste!r}]\n",
            "utf-8",
        )

    def nieuw_proces() -> dict[str, float]:
        bewaar(koud)
        opdracht = [*kaartgen, "bundel", selectie, "--vragen", koud, "--uit", map_ / "koud"]
        return {"vraag koud": draai(opdracht, werkmap).seconden}

    bewaar(warm)
    opdracht = [*kaartgen, "volg", selectie, "--vragen", str(warm), "--uit", str(map_ / "warm")]
    zip_ = map_ / "warm" / f"{selectie}.zip"
    omgeving = os.environ | {"PYTHONUNBUFFERED": "1"}
    volger = subprocess.Popen(opdracht, cwd=werkmap, env=omgeving, stdout=subprocess.DEVNULL)

    def wacht(vorige: int) -> None:
        einde = time.perf_counter() + WACHT
        while not zip_.exists() or zip_.stat().st_ino == vorige:
            if time.perf_counter() > einde or volger.poll() is not None:
                raise RuntimeError("volg maakt de bundel niet opnieuw")
            time.sleep(0.001)

    def in_volg() -> dict[str, float]:
        vorige = zip_.stat().st_ino
        begin = time.perf_counter()
        bewaar(warm)
        wacht(vorige)
        seconden = time.perf_counter() - begin
        time.sleep(0.3)  # let volg come to rest, as it does while somebody types
        return {"vraag in volg": seconden}

    try:
        wacht(0)
        time.sleep(1.0)
        yield {"vraag koud": nieuw_proces, "vraag in volg": in_volg}
    finally:
        volger.send_signal(signal.SIGINT)
        volger.wait(WACHT)
        shutil.rmtree(map_ / "warm", ignore_errors=True)
