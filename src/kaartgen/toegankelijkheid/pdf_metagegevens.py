"""Rules about what a file tells of itself: language, title, standards, and whether it can be opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaartgen.toegankelijkheid.bevinding import Bevinding
from kaartgen.toegankelijkheid.pdf_dossier import ARCHIEF, OPNIEUW, PRAKTIJK, UA, Dossier, in_bestand
from kaartgen.toegankelijkheid.pdf_waarden import geheel, rij, tekst, veld

TAAL = re.compile(
    r"([A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
    r"(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[0-9A-WYZa-wyz](-[A-Za-z0-9]{2,8})+)*"
    r"(-[Xx](-[A-Za-z0-9]{1,8})+)?|[Xx](-[A-Za-z0-9]{1,8})+"
)
"""Language tag that is well formed (BCP 47, RFC 5646, 2.1)."""

KOP = re.compile(rb"%PDF-1\.[0-7](?=[\r\n])")
MAG_VOORLEZEN = 1 << 9
"""Bit 10 of /P: text may be taken out for people who need aids (ISO 32000-1, table 22)."""


def versie(dossier: Dossier) -> Iterator[Bevinding]:
    """The file begins with a version from 1.0 to 1.7 (UA 6.1; A 6.1.2)."""
    if not KOP.match(dossier.data):
        yield in_bestand(
            "pdf-versie",
            "Het bestand begint niet met een versie van PDF 1.0 tot en met 1.7.",
            OPNIEUW,
            f"{UA}6.1; {ARCHIEF}6.1.2",
        )


def beveiliging(dossier: Dossier) -> Iterator[Bevinding]:
    """Aids may read the file, and it is not encrypted at all for an archive (UA 7.16; A 6.1.3)."""
    if not dossier.pdf.is_encrypted:
        return
    yield in_bestand(
        "versleuteld", "Het bestand is versleuteld.", "Bewaar het zonder beveiliging.", f"{ARCHIEF}6.1.3"
    )
    rechten = geheel(veld(veld(dossier.pdf.trailer, "/Encrypt"), "/P"))
    if rechten is None or not rechten & MAG_VOORLEZEN:
        yield in_bestand(
            "voorlezen-verboden",
            "De beveiliging verbiedt hulpmiddelen om de tekst te lezen.",
            "Sta toe dat hulpmiddelen de tekst lezen, of haal de beveiliging weg.",
            f"{UA}7.16",
        )


def gemarkeerd(dossier: Dossier) -> Iterator[Bevinding]:
    """The file says that it has tags, and that they are right (UA 6.2 and 7.1)."""
    merken = veld(dossier.wortel, "/MarkInfo")
    if veld(merken, "/Marked") is not True:
        yield in_bestand(
            "niet-gemarkeerd",
            "Het bestand zegt niet dat het tags heeft (Marked).",
            OPNIEUW,
            f"{UA}6.2; {ARCHIEF}6.7.2.2",
        )
    if veld(merken, "/Suspects") is True:
        yield in_bestand(
            "tags-verdacht",
            "Het bestand noemt zijn eigen tags onzeker (Suspects).",
            "Kijk de tags na en haal Suspects weg.",
            f"{UA}7.1",
        )
    if dossier.boom is None:
        yield in_bestand(
            "geen-structuur",
            "Het bestand heeft geen structuur: een hulpmiddel weet niet wat een kop of een lijst is.",
            OPNIEUW,
            f"{UA}7.1; {ARCHIEF}6.7.3.3",
        )


def taal(dossier: Dossier) -> Iterator[Bevinding]:
    """The file tells its language, as do elements and marks in another one (UA 7.2; A 6.7.4)."""
    norm = f"{UA}7.2; {ARCHIEF}6.7.4"
    raad = "Zet er een taalcode, zoals nl-NL."
    gezegd = tekst(veld(dossier.wortel, "/Lang"))
    if gezegd is None:
        yield in_bestand("taal-ontbreekt", "Het bestand zegt niet in welke taal het is.", raad, norm)
    elif not TAAL.fullmatch(gezegd):
        yield in_bestand("taal-onjuist", f"‘{gezegd}’ is geen taalcode.", raad, norm)
    for element in dossier.elementen():
        eigen = element.tekst("/Lang")
        if eigen is not None and not TAAL.fullmatch(eigen):
            yield dossier.fout(element, "taal-onjuist", f"‘{eigen}’ is geen taalcode.", raad, norm)
    for blad in dossier.bladen:
        talen = {merk.taal for getekend in blad.getekend for merk in getekend.stroom.merken} - {None}
        for eigen in sorted(een for een in talen if een is not None and not TAAL.fullmatch(een)):
            yield Bevinding(blad.waar, "taal-onjuist", f"‘{eigen}’ is geen taalcode.", raad, norm)


def titel(dossier: Dossier) -> Iterator[Bevinding]:
    """The file has a title, the same everywhere, and readers show it (UA 7.1)."""
    if veld(veld(dossier.wortel, "/ViewerPreferences"), "/DisplayDocTitle") is not True:
        yield in_bestand(
            "titel-niet-getoond",
            "Lezers tonen de bestandsnaam in plaats van de titel (DisplayDocTitle).",
            "Zet DisplayDocTitle aan.",
            f"{UA}7.1",
        )
    if dossier.xmp is None:
        return
    titels = {een.strip() for een in dossier.xmp.delen("dc", "title")} - {""}
    if not titels:
        yield in_bestand(
            "titel-ontbreekt",
            "In de metagegevens staat geen titel (dc:title).",
            "Geef het bestand een titel die zegt waar het over gaat.",
            f"{UA}7.1",
        )
    in_info = (tekst(veld(veld(dossier.pdf.trailer, "/Info"), "/Title")) or "").strip()
    if titels and in_info and in_info not in titels:
        yield in_bestand(
            "titel-verschilt",
            f"Het bestand heeft twee titels: ‘{in_info}’ (Info) en ‘{min(titels)}’ (XMP).",
            "Zet op beide plaatsen dezelfde titel.",
            PRAKTIJK,
        )


def metagegevens(dossier: Dossier) -> Iterator[Bevinding]:
    """XMP tells that the file is PDF/UA-1 and PDF/A-2a (UA 5 and 7.1; A 6.6.2 and 6.6.4)."""
    xmp = dossier.xmp
    if xmp is None:
        yield in_bestand(
            "xmp-ontbreekt",
            "De metagegevens (XMP) ontbreken of zijn niet te lezen.",
            OPNIEUW,
            f"{UA}7.1; {ARCHIEF}6.6.2.1",
        )
        return
    if xmp.waarde("pdfuaid", "part") != "1":
        yield in_bestand(
            "geen-pdfua", "Het bestand zegt niet van zichzelf dat het PDF/UA-1 is.", OPNIEUW, f"{UA}5"
        )
    elif not xmp.beschrijft_ua:
        yield in_bestand(
            "uitbreiding-ontbreekt",
            "De metagegevens beschrijven het schema van PDF/UA niet.",
            "Zet de beschrijving van pdfuaid in de metagegevens.",
            f"{ARCHIEF}6.6.2.3",
        )
    if (xmp.waarde("pdfaid", "part"), xmp.waarde("pdfaid", "conformance")) != ("2", "A"):
        yield in_bestand(
            "geen-pdfa", "Het bestand zegt niet van zichzelf dat het PDF/A-2a is.", OPNIEUW, f"{ARCHIEF}6.6.4"
        )
    talen = xmp.delen("dc", "language")
    if any(not TAAL.fullmatch(een) for een in talen):
        yield in_bestand(
            "taal-onjuist",
            f"‘{', '.join(talen)}’ in de metagegevens is geen taalcode.",
            "Zet er een taalcode, zoals nl-NL.",
            f"{UA}7.2",
        )


def kenmerk(dossier: Dossier) -> Iterator[Bevinding]:
    """The file has an identifier (A 6.1.3)."""
    if len(rij(veld(dossier.pdf.trailer, "/ID"))) != 2:
        yield in_bestand(
            "kenmerk-ontbreekt", "Het bestand heeft geen kenmerk (ID).", OPNIEUW, f"{ARCHIEF}6.1.3"
        )


REGELS = (versie, beveiliging, gemarkeerd, taal, titel, metagegevens, kenmerk)
