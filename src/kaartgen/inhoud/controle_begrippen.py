"""Rules about the words of begrippen.yaml: abbreviations are explained, foreign words exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaartgen.inhoud.bron import Bron, Pad
from kaartgen.inhoud.lezing import Lezing
from kaartgen.meldingen import Ernst, Melding

AFKORTING = re.compile(r"\b[A-Z](?:&?[A-Z]|[a-z]{1,3}[A-Z])+\b")
"""Capitals, also with ‘&’ or a few small letters between them: VNG, R&D, PhD."""
ROMEINS = re.compile(r"[IVX]+")
"""Small Roman numbers, as after the name of a king or a cabinet."""

BUITEN_DE_TEKST = frozenset({"begrippen", "vormgeving", "leesmij", "woordkeuze"})
"""Kinds of files whose texts stand on no card and on no page of the book."""
NIET_GELEZEN = frozenset({"id", "taal", "mag"})
"""Fields that hold no words for readers."""


def _gelezen(lezing: Lezing) -> Iterator[tuple[Bron, Pad, str]]:
    """Give the texts that readers see."""
    for soort, bron, pad, tekst in lezing.teksten():
        if soort not in BUITEN_DE_TEKST and NIET_GELEZEN.isdisjoint(pad):
            yield bron, pad, tekst


def afkortingen_zijn_uitgelegd(lezing: Lezing) -> Iterator[Melding]:
    """What looks like an abbreviation is in the list; told once, where it stands first."""
    bekend = set(lezing.begrippen.afkortingen)
    for bron, pad, tekst in _gelezen(lezing):
        for woord in AFKORTING.findall(tekst):
            if woord not in bekend and not ROMEINS.fullmatch(woord):
                bekend.add(woord)
                raad = f"Zet in begrippen.yaml bij afkortingen: ‘{woord}: …’."
                wat = f"Waar ‘{woord}’ voor staat, is niet uitgelegd."
                yield Melding(bron.plek(pad), "afkorting-onbekend", wat, raad, Ernst.WAARSCHUWING)


def vreemde_woorden_komen_voor(lezing: Lezing) -> Iterator[Melding]:
    """Every foreign word of the list stands somewhere in the text; abbreviations may wait for a text."""
    alles = "\n".join(tekst for *_, tekst in _gelezen(lezing))
    for taal, woorden in lezing.begrippen.vreemde_woorden.items():
        for plek, woord in enumerate(woorden):
            if not re.search(rf"(?<!\w){re.escape(woord)}(?!\w)", alles):
                pad = ("begrippen", "vreemde_woorden", taal, plek)
                wat = f"‘{woord}’ komt nergens in de tekst voor."
                raad = "Haal het hier weg, of kijk of het goed geschreven is."
                yield lezing.waarschuwing(pad, "vreemd-woord-ongebruikt", wat, raad)


REGELS = (afkortingen_zijn_uitgelegd, vreemde_woorden_komen_voor)
