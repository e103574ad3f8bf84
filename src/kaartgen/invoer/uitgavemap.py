"""From the files of a publication to a folder: all at once, and never over other work unseen."""

from __future__ import annotations

import difflib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kaartgen.invoer.uitgave import Bestanden, van_makers
from kaartgen.meldingen import Fouten, Melding, Plek, relatief


def bewaak_map(map_: Path) -> None:
    """Raise Fouten when a folder holds something else than a publication."""
    raad = "Kies met --naar een nieuwe map, of een map waarin al een publicatie staat."
    if (map_.exists() or map_.is_symlink()) and not map_.is_dir():
        raise Fouten([Melding(Plek(relatief(map_)), "geen-map", "Hier staat al een bestand.", raad)])
    if map_.is_dir() and any(map_.iterdir()) and not (map_ / "publicatie.yaml").is_file():
        wat = "In deze map staat iets anders dan een publicatie."
        raise Fouten([Melding(Plek(relatief(map_)), "map-bezet", wat, raad)])


def met_eigen_werk(map_: Path, bestanden: Bestanden) -> Bestanden:
    """Give the files with those of the user as they stand: questions, selections and design are theirs once
    they are in the folder, only texts of the makers come anew."""
    return {
        naam: (map_ / naam).read_bytes() if not van_makers(naam) and (map_ / naam).is_file() else inhoud
        for naam, inhoud in bestanden.items()
    }


def verschillen(map_: Path, bestanden: Bestanden) -> list[str]:
    """Give in lines how a folder would change: + what comes, - what goes."""
    regels: list[str] = []
    for naam, inhoud in bestanden.items():
        pad = map_ / naam
        oud = pad.read_bytes() if pad.is_file() else b""
        if oud != inhoud:
            regels += [f"{relatief(pad)}:", *_verschil(oud, inhoud)]
    return regels


def _verschil(oud: bytes, nieuw: bytes) -> Iterator[str]:
    links, rechts = (een.decode("utf-8", "replace").splitlines() for een in (oud, nieuw))
    if b"\0" in oud or b"\0" in nieuw or nieuw.startswith(b"%PDF"):
        yield f"  {'+' if not oud else '±'} {len(nieuw)} bytes"
        return
    for regel in list(difflib.unified_diff(links, rechts, lineterm="", n=0))[2:]:
        if not regel.startswith("@@"):
            yield f"  {regel[0]} {regel[1:].strip()}"


def schrijf_map(map_: Path, bestanden: Bestanden) -> None:
    """Put a folder in its place at once; files of others in it stay where they are.

    The new folder is made beside its place first, so that there is never half of it. When the last
    step fails, what stood there stands there again.
    """
    doel = map_.resolve()
    doel.parent.mkdir(parents=True, exist_ok=True)
    tijdelijk = Path(tempfile.mkdtemp(dir=doel.parent, prefix=f".{doel.name}."))
    nieuw, oud = tijdelijk / "nieuw", tijdelijk / "oud"
    try:
        if doel.is_dir():
            shutil.copytree(doel, nieuw, symlinks=True)
        for naam, inhoud in bestanden.items():
            pad = nieuw / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.unlink(missing_ok=True)
            pad.write_bytes(inhoud)
        if doel.is_dir():
            doel.rename(oud)
        try:
            nieuw.rename(doel)
        except BaseException:
            if oud.is_dir():
                oud.rename(doel)
            raise
    finally:
        if doel.is_dir() or not oud.is_dir():  # anders staat het oude werk alleen hier nog
            shutil.rmtree(tijdelijk, ignore_errors=True)
