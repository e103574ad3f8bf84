"""How a command ends: the exit code, and in plain Dutch what went wrong and what to do about it."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable
from enum import IntEnum
from pathlib import Path
from typing import Any

import typer

from kaartgen.meldingen import Ernst, Fouten, Melding, relatief
from kaartgen.opdrachtregel.gebruiksfouten import Gebruiksfout, als_gebruiksfout
from kaartgen.plaatsen import DatumOngeldig


class Afloop(IntEnum):
    """Exit codes: of kaartgen itself, and 130 (128 and the number of SIGINT) for Ctrl+C."""

    GEDAAN = 0
    FOUT_IN_PUBLICATIE = 1
    VERKEERD_GEBRUIK = 2
    OMGEVING = 3
    AFGEBROKEN = 130


class Omgevingsfout(Exception):
    """Something outside the publication is missing or wrong; the message is for users."""


OORZAKEN = {
    errno.EACCES: "daar heb je geen toestemming voor",
    errno.EPERM: "daar heb je geen toestemming voor",
    errno.EROFS: "daar kan niet geschreven worden",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijf is vol",
    errno.EFBIG: "het bestand wordt te groot voor deze schijf",
    errno.ENOTDIR: "een deel van dit pad is geen map",
    errno.EEXIST: "er staat al een bestand met deze naam",
    errno.EISDIR: "er staat een map met deze naam",
    errno.ENOENT: "dit pad bestaat niet",
    errno.ENAMETOOLONG: "deze naam is te lang",
}


def voer_uit(opdracht: Callable[[], Any]) -> int:
    """Run a command and give its exit code; trouble that a user can solve is told on stderr."""
    try:
        uitkomst = opdracht()
    except Fouten as fouten:
        return _stop(Afloop.FOUT_IN_PUBLICATIE, *map(str, fouten.meldingen), telling(fouten.meldingen))
    except (Gebruiksfout, typer.TyperException) as fout:
        gebruiksfout = als_gebruiksfout(fout)
        return _stop(Afloop.VERKEERD_GEBRUIK, str(gebruiksfout))
    except (Omgevingsfout, DatumOngeldig) as fout:
        return _stop(Afloop.OMGEVING, str(fout))
    except OSError as fout:
        return _stop(Afloop.OMGEVING, systeemfout(fout))
    if uitkomst == Afloop.AFGEBROKEN:
        return _stop(Afloop.AFGEBROKEN, "Afgebroken.")
    return int(uitkomst or Afloop.GEDAAN)


def telling(meldingen: Iterable[Melding]) -> str:
    """Say how many faults and warnings there are."""
    ernsten = [melding.ernst for melding in meldingen]
    fouten, waarschuwingen = ernsten.count(Ernst.FOUT), ernsten.count(Ernst.WAARSCHUWING)
    return (
        f"{_aantal(fouten, 'fout', 'fouten')} en {_aantal(waarschuwingen, 'waarschuwing', 'waarschuwingen')}."
    )


def _aantal(aantal: int, enkel: str, meer: str) -> str:
    return f"{aantal} {enkel if aantal == 1 else meer}"


def systeemfout(fout: OSError) -> str:
    """Say what the system could not do, and with which file."""
    oorzaak = OORZAKEN.get(fout.errno or 0, fout.strerror or "onbekende oorzaak")
    pad = f" met ‘{relatief(Path(str(fout.filename)))}’" if fout.filename else ""
    return f"Lezen of schrijven lukt niet{pad}: {oorzaak}. Los dit op of kies een andere plek."


def _stop(afloop: Afloop, *regels: str) -> int:
    for regel in regels:
        typer.echo(regel, err=True)
    return afloop
