"""From cards to a layer that says what is on them already, to be changed by hand."""

from __future__ import annotations

from collections.abc import Iterable

from kaartgen.samenstelling import Kaart
from kaartgen.vragen.laag import Kaartlaag, Laag, Laagvraag
from kaartgen.vragen.laagschrijver import kaartvelden, laagvelden
from kaartgen.vragen.yamlwijziging import STAP, schrijf_velden

UITLEG = """\
# Eigen vragen bij een publicatie. Zo verander je de vragen op een kaart:
# - Een eigen vraag erbij: zet een regel zoals  - "Wat vraag jij?"  op de plaats waar je haar wilt.
# - Een vraag vervangen: maak van  behoud: "…"  de regels  vraag: "De jouwe?"  en  vervangt: "…".
# - Een vraag weglaten: zet haar bij  weglaten:  in plaats van bij  vragen:.
# - Andere volgorde: verplaats de regels.
"""


def ongewijzigd(kaart: Kaart) -> Kaartlaag:
    """Give what a layer says of a card whose questions all stay."""
    vragen = tuple(Laagvraag(vraag.tekst, behoud=True) for vraag in kaart.vragen)
    return Kaartlaag(vragen, inhoud=kaart.inhoudskenmerk)


def begintekst(laag: Laag, kaarten: Iterable[Kaart]) -> str:
    """Give the text of a new layer file with these cards, their titles as comments."""
    delen = [UITLEG, schrijf_velden(laagvelden(laag)), "kaarten:\n"]
    for kaart in kaarten:
        delen.append(f"{STAP}# Kaart {kaart.nummer}: {kaart.vraag}\n")
        delen.append(schrijf_velden({kaart.id: kaartvelden(ongewijzigd(kaart))}, STAP))
    return "".join(delen)
