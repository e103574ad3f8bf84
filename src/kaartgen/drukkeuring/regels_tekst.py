"""Rules about fonts and text: embedded, to be seen, large enough, and inside the safe zone."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

from kaartgen.drukkeuring.bevinding import Bevinding
from kaartgen.drukkeuring.blad import Blad, Stuk
from kaartgen.drukkeuring.dossier import Dossier, ding, getal, verzamel
from kaartgen.drukkeuring.meetkunde import Rechthoek, omhulling

ONZICHTBAAR = (3, 7)
"""Text rendering modes that draw nothing (ISO 32000-1, table 106)."""

SPELING_PT = 0.01
SPELING_MM = 0.1


def letters(dossier: Dossier) -> Iterator[Bevinding]:
    """All fonts that show text are in the file, and none is drawn by hand."""
    gemeld: set[int] = set()
    for blad, stuk in dossier.stukken():
        for woord in stuk.feiten.woorden:
            letter = woord.letter
            if id(letter) in gemeld:
                continue
            gemeld.add(id(letter))
            if not letter.ingebed:
                yield Bevinding(
                    blad.nummer,
                    ding(stuk, letter.naam),
                    "letter-niet-ingebed",
                    f"Het lettertype ‘{letter.naam}’ zit niet in het bestand.",
                    "Bed alle lettertypen in als je het bestand maakt.",
                )
            if letter.soort == "Type3":
                yield Bevinding(
                    blad.nummer,
                    ding(stuk, letter.naam),
                    "letter-getekend",
                    f"Het lettertype ‘{letter.naam}’ is getekend (Type 3) en drukt soms grof.",
                    "Gebruik een gewoon lettertype (TrueType of OpenType).",
                )


def zichtbaar(dossier: Dossier) -> Iterator[Bevinding]:
    """All text is drawn."""
    for blad, stuk in dossier.stukken():
        yield from verzamel(
            blad,
            stuk,
            [woord.vak for woord in stuk.feiten.woorden if woord.modus in ONZICHTBAAR],
            "tekst-onzichtbaar",
            "Hier staat tekst die niet gedrukt wordt.",
            "Haal de tekst weg of maak haar zichtbaar.",
        )


def groot_genoeg(dossier: Dossier) -> Iterator[Bevinding]:
    """No text that stays after cutting is smaller than the profile allows."""
    kleinst = dossier.profiel.regels.tekst
    for blad, stuk in dossier.stukken():
        schaal = hypot(stuk.matrix[2], stuk.matrix[3])
        klein = [
            woord
            for woord in stuk.feiten.woorden
            if woord.korps * schaal < kleinst - SPELING_PT and _blijft(dossier, blad, stuk, woord.vak)
        ]
        maat = min((woord.korps * schaal for woord in klein), default=0.0)
        yield from verzamel(
            blad,
            stuk,
            [woord.vak for woord in klein],
            "tekst-te-klein",
            f"De letters zijn {getal(maat, 2)} pt; het profiel vraagt minstens {getal(kleinst, 2)} pt.",
            "Maak de tekst groter, of kort haar in zodat grotere letters passen.",
        )


def _blijft(dossier: Dossier, blad: Blad, stuk: Stuk, vak: Rechthoek) -> bool:
    """Tell whether text stands on a card; on the page, in a file that does not name its cards."""
    op = omhulling(vak, stuk.lokaal)
    if stuk.kaart:
        return stuk.kaart.netto.overlapt(op, 0)
    return not dossier.heeft_kaarten and blad.netto is not None and blad.netto.overlapt(op, 0)


def veilige_zone(dossier: Dossier) -> Iterator[Bevinding]:
    """Text that stays after cutting keeps its distance from the trim."""
    veilig = dossier.profiel.regels.veilig
    for blad, stuk in dossier.stukken():
        netto = stuk.kaart.netto if stuk.kaart else blad.netto
        if netto is None or stuk.patroon:
            continue
        binnen = netto.groei(-veilig)
        buiten = [
            woord.vak
            for woord in stuk.feiten.woorden
            if _blijft(dossier, blad, stuk, woord.vak)
            and not binnen.bevat(omhulling(woord.vak, stuk.lokaal), SPELING_MM)
        ]
        yield from verzamel(
            blad,
            stuk,
            buiten,
            "veilige-zone",
            f"De tekst staat dichter dan {getal(veilig)} mm bij de snijlijn.",
            "Zet de tekst verder naar binnen.",
        )


REGELS = (letters, zichtbaar, groot_genoeg, veilige_zone)
