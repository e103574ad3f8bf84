"""Rules of PDF/A-2a that a fast check can see, and those of PDF/UA about what runs, hides or is attached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Dictionary, PdfError, Stream

from kaartgen.toegankelijkheid.bevinding import Bevinding
from kaartgen.toegankelijkheid.pdf_dossier import ARCHIEF, OPNIEUW, UA, Dossier, in_bestand, opsomming
from kaartgen.toegankelijkheid.pdf_ontpakken import TeGroot, lees
from kaartgen.toegankelijkheid.pdf_waarden import een_of_meer, geerfd, getal, naam, rij, tekst, veld, velden

MAX_ICC = 8_000_000
RUIMTEN = {b"RGB ": "RGB", b"CMYK": "CMYK", b"GRAY": "grijs"}
"""Colour spaces as the header of an ICC profile names them."""

VERBODEN = frozenset(
    {
        *("JavaScript", "Launch", "Sound", "Movie", "ResetForm", "ImportData"),
        *("Hide", "SetOCGState", "Rendition", "Trans", "GoTo3DView"),
    }
)
"""Actions that a file may not do (ISO 19005-2, 6.5.1)."""

NAMEN = frozenset(["NextPage", "PrevPage", "FirstPage", "LastPage"])
MEESTE_DINGEN = 100_000


def kleuren(dossier: Dossier) -> Iterator[Bevinding]:
    """Colours of the device are those of an output intent (A 6.2.3 and 6.2.4.3)."""
    gebruikt = {
        kleur for blad in dossier.bladen for getekend in blad.getekend for kleur in getekend.stroom.kleuren
    }
    intenties = [
        een for een in rij(veld(dossier.wortel, "/OutputIntents")) if naam(veld(een, "/S")) == "GTS_PDFA1"
    ]
    if not intenties:
        if gebruikt:
            yield in_bestand(
                "uitvoerintentie-ontbreekt",
                f"Het bestand gebruikt {opsomming(sorted(gebruikt))} en zegt niet hoe die kleuren eruitzien.",
                "Zet er een uitvoerintentie bij, zoals sRGB.",
                f"{ARCHIEF}6.2.4.3",
            )
        return
    profiel = _profiel(veld(intenties[0], "/DestOutputProfile"))
    if not profiel:
        yield in_bestand(
            "uitvoerprofiel-onleesbaar",
            "Het ICC-profiel van de uitvoerintentie ontbreekt of is niet te lezen.",
            OPNIEUW,
            f"{ARCHIEF}6.2.3",
        )
        return
    vreemd = gebruikt - {profiel, "grijs"}
    if vreemd:
        yield in_bestand(
            "kleur-past-niet",
            f"Het bestand gebruikt {opsomming(sorted(vreemd))} en de uitvoerintentie is voor {profiel}.",
            "Gebruik kleuren die bij de uitvoerintentie passen.",
            f"{ARCHIEF}6.2.4.3",
        )


def _profiel(stroom: Any) -> str:
    if not isinstance(stroom, Stream):
        return ""
    try:
        kop = lees(stroom, MAX_ICC)[:40]
    except (TeGroot, PdfError):
        return ""
    soort = RUIMTEN.get(kop[16:20], "")
    kanalen = {"RGB": 3, "CMYK": 4, "grijs": 1}.get(soort)
    return soort if kop[36:40] == b"acsp" and getal(veld(stroom, "/N")) == kanalen else ""


def doorzicht(dossier: Dossier) -> Iterator[Bevinding]:
    """A page with transparency says in which colours it is mixed, without an output intent (A 6.2.10)."""
    if rij(veld(dossier.wortel, "/OutputIntents")):
        return
    for blad in dossier.bladen:
        if veld(veld(blad.object_, "/Group"), "/CS") is None and any(
            _doorzichtig(een) for een in _bronnen(blad.object_)
        ):
            yield Bevinding(
                blad.waar,
                "doorzicht-zonder-kleurruimte",
                "De pagina is deels doorzichtig en zegt niet in welke kleuren dat gemengd wordt.",
                "Zet er een uitvoerintentie bij, of geef de pagina een groep met een kleurruimte.",
                f"{ARCHIEF}6.2.10",
            )


def _bronnen(pagina: Any) -> Iterator[Any]:
    """Give the states and pictures that a page may use; not those of forms within forms."""
    bronnen = geerfd(pagina, "/Resources")
    for soort in ("/ExtGState", "/XObject"):
        yield from list(velden(veld(bronnen, soort)).values())[:MEESTE_DINGEN]


def _doorzichtig(object_: Any) -> bool:
    if isinstance(object_, Stream):
        groep = naam(veld(veld(object_, "/Group"), "/S"))
        return groep == "Transparency" or veld(object_, "/SMask") is not None
    menging = {naam(een) for een in een_of_meer(veld(object_, "/BM"))} - {"Normal", "Compatible", ""}
    dekking = [getal(veld(object_, sleutel)) for sleutel in ("/ca", "/CA")]
    masker = veld(object_, "/SMask")
    return (
        bool(menging) or any(een is not None and een < 1 for een in dekking) or isinstance(masker, Dictionary)
    )


def acties(dossier: Dossier) -> Iterator[Bevinding]:
    """The file does nothing by itself, and runs no scripts (A 6.5)."""
    wortel = dossier.wortel
    if veld(veld(wortel, "/Names"), "/JavaScript") is not None:
        yield in_bestand(
            "script", "In het bestand zit JavaScript.", "Haal het script weg.", f"{ARCHIEF}6.5.1"
        )
    if veld(wortel, "/AA") is not None:
        yield in_bestand(
            "actie", "Het bestand doet iets uit zichzelf (AA).", "Haal de actie weg.", f"{ARCHIEF}6.5.2"
        )
    if _verboden(veld(wortel, "/OpenAction")):
        yield in_bestand(
            "actie",
            "Het bestand doet iets zodra het opengaat (OpenAction).",
            "Haal de actie weg.",
            f"{ARCHIEF}6.5.1",
        )
    for blad in dossier.bladen:
        if veld(blad.object_, "/AA") is not None:
            tekst_ = "De pagina doet iets als zij opengaat (AA)."
            yield Bevinding(blad.waar, "actie", tekst_, "Haal de actie weg.", f"{ARCHIEF}6.5.2")
        if any(_verboden(veld(een, "/A")) for een in blad.annotaties):
            tekst_ = "Een koppeling of veld doet iets dat niet mag."
            yield Bevinding(
                blad.waar, "actie", tekst_, "Maak er een gewone koppeling van.", f"{ARCHIEF}6.5.1"
            )


def _verboden(actie: Any) -> bool:
    soort = naam(veld(actie, "/S"))
    return soort in VERBODEN or (soort == "Named" and naam(veld(actie, "/N")) not in NAMEN)


def formulier(dossier: Dossier) -> Iterator[Bevinding]:
    """A form is not drawn by a program of its own (UA 7.15; A 6.4)."""
    formulier_ = veld(dossier.wortel, "/AcroForm")
    if veld(formulier_, "/XFA") is not None or veld(dossier.wortel, "/NeedsRendering") is True:
        yield in_bestand(
            "formulier-xfa",
            "Het formulier is een XFA-formulier.",
            "Maak er een gewoon formulier van.",
            f"{UA}7.15; {ARCHIEF}6.4.2",
        )
    if veld(formulier_, "/NeedAppearances") is True:
        yield in_bestand(
            "formulier-zonder-beeld",
            "De velden hebben geen eigen beeld (NeedAppearances).",
            "Bewaar het formulier met het beeld van elk veld.",
            f"{ARCHIEF}6.4.1",
        )


def lagen(dossier: Dossier) -> Iterator[Bevinding]:
    """Each configuration of layers has a name and does not switch by itself (UA 7.10; A 6.9)."""
    lagen_ = veld(dossier.wortel, "/OCProperties")
    for stand in filter(
        lambda een: een is not None, (veld(lagen_, "/D"), *rij(veld(lagen_, "/Configs"))[:MEESTE_DINGEN])
    ):
        if not (tekst(veld(stand, "/Name")) or "").strip():
            yield in_bestand(
                "laag-zonder-naam",
                "Een stand van de lagen heeft geen naam.",
                "Geef haar een naam.",
                f"{UA}7.10",
            )
        if veld(stand, "/AS") is not None:
            yield in_bestand(
                "laag-schakelt",
                "Lagen gaan vanzelf aan of uit (AS).",
                "Haal AS weg.",
                f"{UA}7.10; {ARCHIEF}6.9",
            )


def bijlagen(dossier: Dossier) -> Iterator[Bevinding]:
    """An attached file has a name, and is an archive itself (UA 7.11; A 6.8)."""
    for beschrijving in _bijlagen(veld(veld(dossier.wortel, "/Names"), "/EmbeddedFiles")):
        naam_ = (tekst(veld(beschrijving, "/UF")) or "").strip()
        if not naam_ or not (tekst(veld(beschrijving, "/F")) or "").strip():
            yield in_bestand(
                "bijlage-zonder-naam",
                "Een bijlage heeft geen naam (F en UF).",
                "Geef haar een naam.",
                f"{UA}7.11",
            )
        yield in_bestand(
            "bijlage",
            f"Bij het bestand zit een bijlage: {naam_ or 'zonder naam'}.",
            "Haal haar weg, of kijk na dat het zelf PDF/A is.",
            f"{ARCHIEF}6.8",
        )


def _bijlagen(boom: Any) -> list[Any]:
    uit: list[Any] = []
    stapel, stappen = [boom], 0
    while stapel and stappen < MEESTE_DINGEN and len(uit) < MEESTE_DINGEN:
        knoop = stapel.pop()
        stappen += 1
        uit += [een for een in rij(veld(knoop, "/Names"))[1::2] if isinstance(een, Dictionary)]
        stapel += rij(veld(knoop, "/Kids"))
    return uit


REGELS = (kleuren, doorzicht, acties, formulier, lagen, bijlagen)
