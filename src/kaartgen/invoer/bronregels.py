"""From a file (text, or PDF by way of `pdftekst`) to Bronregels: its lines, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kaartgen.invoer.bladindeling import Bladregel, in_leesvolgorde
from kaartgen.meldingen import Fouten, Melding, Plek, relatief

MAX_TEKST = 2_000_000
MAX_PDF = 100_000_000
"""Bytes of a file that is read at all; far above any publication, far below what fills a memory."""

_REGELEINDE = re.compile("\r\n|[\r\n]")
_OOK_REGELEINDE = re.compile("[\v\x85\u2028\u2029]")
_STUURTEKENS = re.compile("[\x00-\x08\x0e-\x1f]")
_TUSSEN = re.compile("[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_REEKS = re.compile(" {2,}")
_ANDERE_OPSOMTEKENS = "\u25cf\u25aa\u25a0\u25e6\u25cb\u2023\u2219\uf0b7\uf0a7"
_OPSOMTEKEN = re.compile(f"^[{_ANDERE_OPSOMTEKENS}](?=\\s|$)")
"""Bullets in another form, as fonts for signs give them; only at the begin of a line."""
_RUIM_TEKEN = re.compile(f"([•{_ANDERE_OPSOMTEKENS}])( +) (?=\\S)")
"""A bullet with more than one blank between it and its text."""
_ONZICHTBAAR = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_STREEPJE = re.compile("[\u2010\u2011]|\u00ad(?=\\s*$)")
"""Hyphens that are written otherwise; a soft one shows at the end of a line alone."""
_LIGATUREN = {ord(een): unicodedata.normalize("NFKC", een) for een in "ﬀﬁﬂﬃﬄﬅﬆ"}


@dataclass(frozen=True, slots=True)
class Bronregel:
    """One line as it was found; `plek` is where it stands in the file, `naad` tells that a new page or
    column begins with it."""

    plek: Plek
    tekst: str
    naad: bool = False


def fout(pad: Path, code: str, tekst: str, raad: str) -> Fouten:
    """Make the Fouten for a file that cannot be read as a whole."""
    return Fouten([Melding(Plek(relatief(pad)), code, tekst, raad)])


def is_pdf(pad: Path) -> bool:
    """Tell whether a file says that it is a PDF (ISO 32000-1, 7.5.2: within its first 1024 bytes)."""
    with pad.open("rb") as bestand:
        return b"%PDF-" in bestand.read(1024)


def bewaak_grootte(pad: Path) -> None:
    """Raise Fouten when there is no such file, or one too large to be a publication; reads nothing."""
    if pad.is_dir():
        raise fout(pad, "bestand-map", "Dit is een map en geen bestand.", "Kies het bestand dat erin staat.")
    if not pad.is_file():
        raise fout(pad, "bestand-ontbreekt", "Dit bestand is er niet.", "Kijk of de naam en de map kloppen.")
    grens = MAX_PDF if is_pdf(pad) else MAX_TEKST
    if pad.stat().st_size > grens:
        wat = f"Dit bestand is groter dan {grens // 1_000_000} MB; zo groot is geen publicatie."
        raise fout(pad, "bestand-groot", wat, "Kies het bestand van de publicatie zelf.")


def lees_tekst(pad: Path) -> tuple[Bronregel, ...]:
    """Read the lines of a text file (UTF-8, or UTF-16 with a byte order mark).

    Raises Fouten when it is no text or has none.
    """
    ruw = pad.read_bytes()
    codering = "utf-16" if ruw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        tekst = ruw.decode(codering)
    except UnicodeDecodeError:
        tekst = ""
        leesbaar = False
    else:
        leesbaar = not _STUURTEKENS.search(tekst)
    if not leesbaar:
        raise fout(
            pad,
            "geen-tekst",
            "Dit bestand is geen PDF en geen leesbare tekst.",
            "Kies de PDF van de publicatie, of een tekst in UTF-8 die daaruit is gehaald.",
        )
    regels = tuple(_regels(relatief(pad), tekst))
    if not any(regel.tekst for regel in regels):
        raise fout(pad, "tekst-leeg", "In dit bestand staat geen tekst.", "Kies een ander bestand.")
    return regels


def _regels(bestand: str, tekst: str) -> Iterator[Bronregel]:
    """Number the lines as editors do; a form feed begins a page, and parts pieces as a blank line does."""
    for plaats, bladzijde in enumerate(_bladzijden(tekst)):
        if plaats:
            yield Bronregel(Plek(bestand, bladzijde[0].nummer, 1), "")
        for regel in in_leesvolgorde(bladzijde):
            yield Bronregel(Plek(bestand, regel.nummer, 1), schoon(regel.tekst), regel.naad)


def _bladzijden(tekst: str) -> Iterator[list[Bladregel]]:
    bladzijde: list[Bladregel] = []
    for nummer, regel in enumerate(_REGELEINDE.split(tekst), 1):
        for plaats, deel in enumerate(regel.split("\f")):
            if plaats:
                yield bladzijde
                bladzijde = []
            recht = _RUIM_TEKEN.sub(r"\2\1 ", _TUSSEN.sub(" ", deel.expandtabs()))
            for stuk in _OOK_REGELEINDE.split(recht):
                bladzijde.append(Bladregel(nummer, stuk, naad=plaats > 0 and not bladzijde))
    yield bladzijde


def schoon(regel: str) -> str:
    """Take from a line what is no letter of the makers: odd blanks and runs of them, hyphens, ligature signs
    and bullets in another form, and signs that cannot be seen."""
    gewoon = _STREEPJE.sub("-", _TUSSEN.sub(" ", regel))
    zonder = _ONZICHTBAAR.sub("", gewoon).translate(_LIGATUREN)
    return _OPSOMTEKEN.sub("•", _REEKS.sub(" ", unicodedata.normalize("NFC", zonder)).strip())
