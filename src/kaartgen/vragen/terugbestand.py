"""From the path of a file that came back to Deck or Blad; it is told by its content, not by its name."""

from __future__ import annotations

from pathlib import Path

from kaartgen.meldingen import relatief
from kaartgen.officelezen import SAMENGESTELD, Geweigerd
from kaartgen.vragen.herkennen_tabel import ALLE_KOPPEN
from kaartgen.vragen.lezer_pptx import Deck, lees_deck
from kaartgen.vragen.lezer_tabel import Blad, lees_csv, lees_xlsx
from kaartgen.vragen.pakket import GRENZEN, Pakket, alle, geweigerd, ontleed, weiger

_TYPEN = "[Content_Types].xml"
_ANDERE_DELEN = (
    (
        "META-INF/manifest.xml",
        "Dit is een OpenDocument-bestand.",
        "Bewaar het als .pptx of .xlsx en lees dat terug.",
    ),
    ("manifest.json", "Dit is een hele bundel.", "Pak haar uit en lees het bestand terug dat je bewerkte."),
    (
        "Index/Document.iwa",
        "Dit is een bestand van Keynote of Numbers.",
        "Exporteer het naar .pptx of .xlsx.",
    ),
)
_TABELNAMEN = (".csv", ".txt", ".tsv", ".tab")


def lees_bestand(pad: Path) -> Deck | Blad:
    """Read a file that came back. Raises Fouten when it cannot be used, OSError when it cannot be opened."""
    bestand = relatief(pad)
    if pad.stat().st_size > GRENZEN.bestand:
        raise geweigerd(bestand, Geweigerd("te-groot"))
    return lees_bytes(pad.read_bytes(), bestand)


def lees_bytes(inhoud: bytes, bestand: str) -> Deck | Blad:
    """Read the bytes of a file that came back; `bestand` is its name as users know it."""
    if not inhoud.strip():
        raise weiger(bestand, "bestand-leeg", "Dit bestand is leeg.")
    if inhoud.startswith((b"PK", SAMENGESTELD)):
        try:
            return _uit_pakket(Pakket(inhoud, GRENZEN, ontleed), bestand)
        except Geweigerd as fout:
            raise geweigerd(bestand, fout) from fout
    if inhoud.startswith(b"%PDF"):
        tekst = "Een PDF is niet terug te lezen."
        raise weiger(
            bestand, "soort-pdf", tekst, "Verander de vragen in het .pptx-bestand uit dezelfde bundel."
        )
    if Path(bestand).suffix.lower() in _TABELNAMEN:
        return lees_csv(inhoud, bestand, ALLE_KOPPEN)
    raad = "Geef een bestand dat eindigt op .pptx, .xlsx of .csv."
    raise weiger(bestand, "soort-onbekend", "Dit is geen presentatie en geen tabel.", raad)


def _uit_pakket(pakket: Pakket, bestand: str) -> Deck | Blad:
    if _TYPEN not in pakket.namen:
        for deel, tekst, raad in _ANDERE_DELEN:
            if deel in pakket.namen:
                raise weiger(bestand, "soort-anders", tekst, raad)
        raise weiger(bestand, "soort-onbekend", "Dit is geen presentatie en geen tabel.")
    typen = {
        een.get("PartName", "").lstrip("/"): een.get("ContentType", "")
        for een in alle(pakket.xml(_TYPEN), "Override")
    }
    if any("macroenabled" in soort.lower() for soort in typen.values()) or any(
        "vbaproject" in een.lower() for een in pakket.namen
    ):
        tekst = "Dit bestand heeft macro’s. kaartgen leest het niet en voert niets uit."
        raise weiger(bestand, "macros", tekst, "Bewaar het zonder macro’s, als .pptx of .xlsx.")
    soort = typen.get(pakket.hoofd, "")
    if "presentationml" in soort:
        return lees_deck(pakket, bestand)
    if "spreadsheetml" in soort:
        return lees_xlsx(pakket, bestand)
    if "wordprocessingml" in soort:
        raad = "Zet de vragen in het .pptx-bestand uit de bundel, of in een tabel."
        raise weiger(bestand, "soort-anders", "Dit is een tekst van Word.", raad)
    raise weiger(bestand, "bestand-kapot", "In dit bestand is geen presentatie en geen tabel te vinden.")
