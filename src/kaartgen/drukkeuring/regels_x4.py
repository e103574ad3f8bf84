"""Rules of PDF/X-4 (ISO 15930-7): what a file tells about itself, and what it may not do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Dictionary, PdfError, Stream

from kaartgen.drukkeuring.bevinding import BESTAND, Bevinding
from kaartgen.drukkeuring.blad import Blad
from kaartgen.drukkeuring.dossier import SPELING, Dossier, ding
from kaartgen.drukkeuring.meetkunde import lees_rechthoek
from kaartgen.icc import ProfielOngeldig, keur_profiel
from kaartgen.pdflezen.ontpakken import TeGroot, lees
from kaartgen.pdflezen.waarden import getal, naam, rij, tekst, veld
from kaartgen.pdflezen.xmp import DC, Xmp, lees_xmp

NIEUWSTE = (1, 6)
MAX_ICC = 8_000_000
CMYK_KANALEN = 4
TEKENS = ("PrinterMark", "TrapNet")
OVERVULD = ("True", "False")
PDFX = "http://www.npes.org/pdfx/ns/id/"
XMP, XMPMM = "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/xap/1.0/mm/"
PDF = "http://ns.adobe.com/pdf/1.3/"
"""Addresses of schemas in XMP."""

XMP_NODIG = {
    (XMP, "CreateDate"): "de datum waarop het gemaakt is",
    (XMP, "ModifyDate"): "de datum waarop het veranderd is",
    (XMP, "MetadataDate"): "de datum van de metagegevens",
    (DC, "title"): "een titel",
    (XMPMM, "DocumentID"): "een kenmerk (DocumentID)",
    (XMPMM, "VersionID"): "een versie (VersionID)",
    (XMPMM, "RenditionClass"): "een soort (RenditionClass)",
}
OPNIEUW = "Maak het bestand opnieuw als PDF/X-4."
BIJZONDER = {
    "opi": ("opi", "een verwijzing naar een beeld elders (OPI)", "Zet het beeld zelf in het bestand."),
    "postscript": ("postscript", "PostScript", "Zet het om naar gewone PDF."),
    "verwezen-vorm": ("verwezen-vorm", "een verwijzing naar een ander bestand", "Zet de inhoud zelf in."),
    "ander-beeld": ("ander-beeld", "een beeld met een tweede versie", "Houd één versie van het beeld over."),
    "overdrachtsfunctie": ("overdracht", "een eigen overdrachtsfunctie", "Haal TR en TR2 weg."),
    "rasterfase": ("rasterfase", "een eigen rasterfase (HTP)", "Haal HTP weg."),
}


def versie(dossier: Dossier) -> Iterator[Bevinding]:
    """The file is PDF 1.6 or older (6.1)."""
    try:
        nummer = tuple(int(deel) for deel in dossier.pdf.pdf_version.split("."))
    except ValueError:
        nummer = (9, 9)
    if nummer > NIEUWSTE:
        yield _fout(
            "versie", "pdf-te-nieuw", f"Het bestand is PDF {dossier.pdf.pdf_version}; PDF/X-4 gaat tot 1.6."
        )


def kenmerk(dossier: Dossier) -> Iterator[Bevinding]:
    """The file has an identifier (6.1)."""
    if len(rij(veld(dossier.pdf.trailer, "/ID"))) != 2:
        yield _fout("ID", "kenmerk-ontbreekt", "Het bestand heeft geen kenmerk (ID).")


def intentie(dossier: Dossier) -> Iterator[Bevinding]:
    """There is one output intent for print, with the CMYK profile of the press in it (6.2.2).

    A printer's own profile comes with a condition of its own; it is known by its bytes.
    """
    alle = [
        een for een in rij(veld(dossier.pdf.Root, "/OutputIntents")) if naam(veld(een, "/S")) == "GTS_PDFX"
    ]
    if len(alle) != 1:
        wat = f"Er zijn {len(alle)} uitvoerintenties" if alle else "Er is geen uitvoerintentie"
        yield _fout("OutputIntents", "intentie-aantal", f"{wat} voor PDF/X; er moet er precies één zijn.")
        return
    gevraagd = dossier.profiel.intentie
    conditie = tekst(veld(alle[0], "/OutputConditionIdentifier"))
    if gevraagd and dossier.icc is None and conditie != gevraagd.conditie:
        yield _fout(
            "OutputIntents",
            "intentie-conditie",
            f"De drukconditie is ‘{conditie}’; het profiel vraagt ‘{gevraagd.conditie}’.",
            "Kies bij het maken van het bestand de drukconditie van de drukker.",
        )
    yield from _icc(dossier, veld(alle[0], "/DestOutputProfile"))


def _icc(dossier: Dossier, stroom: object) -> Iterator[Bevinding]:
    if not isinstance(stroom, Stream):
        yield _fout("OutputIntents", "icc-ontbreekt", "Het ICC-profiel van de pers zit niet in het bestand.")
        return
    try:
        inhoud = lees(stroom, MAX_ICC)
        keur_profiel(inhoud)
    except ProfielOngeldig as fout:
        yield _fout("OutputIntents", "icc-ongeldig", fout.tekst, fout.raad)
        return
    except (TeGroot, PdfError, ValueError):
        yield _fout("OutputIntents", "icc-onleesbaar", "Het ICC-profiel in het bestand is niet te lezen.")
        return
    if getal(veld(stroom, "/N")) != CMYK_KANALEN:
        yield _fout("OutputIntents", "icc-kanalen", "Het aantal kanalen (N) past niet bij het ICC-profiel.")
    if dossier.icc is not None and inhoud != dossier.icc:
        yield _fout(
            "OutputIntents",
            "icc-anders",
            "Het ICC-profiel in het bestand is een ander dan dat van de drukker.",
            "Maak het bestand opnieuw met het ICC-profiel van de drukker.",
        )


def metagegevens(dossier: Dossier) -> Iterator[Bevinding]:
    """XMP tells that this is PDF/X-4, and who made it when (6.4)."""
    xmp = lees_xmp(veld(dossier.pdf.Root, "/Metadata"))
    if xmp is None:
        yield _fout("XMP", "xmp-ontbreekt", "De metagegevens (XMP) ontbreken of zijn niet te lezen.")
        return
    if xmp.waarde(PDFX, "GTS_PDFXVersion") != "PDF/X-4":
        yield _fout("XMP", "xmp-geen-x4", "Het bestand zegt niet van zichzelf dat het PDF/X-4 is.")
    for (schema, veldnaam), wat in XMP_NODIG.items():
        if not "".join(xmp.delen(schema, veldnaam)).strip():
            yield _fout("XMP", "xmp-onvolledig", f"In de metagegevens ontbreekt {wat}.")
    yield from _overvulling(dossier, xmp)


def _overvulling(dossier: Dossier, xmp: Xmp) -> Iterator[Bevinding]:
    in_info = naam(veld(veld(dossier.pdf.trailer, "/Info"), "/Trapped"))
    in_xmp = xmp.waarde(PDF, "Trapped")
    if in_info not in OVERVULD or in_xmp != in_info:
        yield _fout(
            "Info",
            "overvulling-onbekend",
            "Het bestand zegt niet overal hetzelfde over overvulling (Trapped).",
            "Zet Trapped op True of False, in Info en in XMP.",
        )


def gedrag(dossier: Dossier) -> Iterator[Bevinding]:
    """The file does nothing by itself and has no form to fill in (6.12)."""
    wortel = dossier.pdf.Root
    opent = veld(wortel, "/OpenAction")
    if isinstance(opent, Dictionary) or veld(wortel, "/AA") is not None:
        yield _fout("Catalog", "actie", "Het bestand doet iets zodra het opengaat.", "Haal de actie weg.")
    if veld(veld(wortel, "/Names"), "/JavaScript") is not None:
        yield _fout("Catalog", "script", "In het bestand zit JavaScript.", "Haal het script weg.")
    if veld(wortel, "/AcroForm") is not None:
        yield _fout(
            "Catalog", "formulier", "Het bestand heeft invulvelden.", "Maak van de velden gewone tekst."
        )
    for blad in dossier.bladen:
        for sleutel, regel in (("/AA", "actie"), ("/PresSteps", "stappen")):
            if veld(blad.object_, sleutel) is not None:
                yield Bevinding(
                    blad.nummer, sleutel[1:], regel, "De pagina doet iets als zij opengaat.", "Haal dat weg."
                )


def annotaties(dossier: Dossier) -> Iterator[Bevinding]:
    """Links and notes lie outside the bleed (6.11)."""
    for blad in dossier.bladen:
        for annotatie in rij(veld(blad.object_, "/Annots")):
            soort = naam(veld(annotatie, "/Subtype"))
            if soort not in TEKENS and _in_afloop(blad, annotatie):
                yield Bevinding(
                    blad.nummer,
                    soort or "Annots",
                    "annotatie",
                    "Binnen de afloop ligt een koppeling, notitie of veld.",
                    "Haal haar weg; in een bestand voor de drukker hoort alleen wat gedrukt wordt.",
                )


def _in_afloop(blad: Blad, annotatie: object) -> bool:
    plek, ruim = lees_rechthoek(veld(annotatie, "/Rect")), blad.bleed or blad.netto
    return plek is None or ruim is None or ruim.overlapt(plek, SPELING)


def lagen(dossier: Dossier) -> Iterator[Bevinding]:
    """No layer is hidden, so that nobody can print another one than was seen (6.10)."""
    lagen_ = veld(dossier.pdf.Root, "/OCProperties")
    instelling: Any = veld(lagen_, "/D")
    if rij(veld(instelling, "/OFF")) or naam(veld(instelling, "/BaseState")) not in ("", "ON"):
        yield _fout(
            "lagen", "laag-verborgen", "Het bestand heeft lagen die uit staan.", "Haal verborgen lagen weg."
        )


def bijzonderheden(dossier: Dossier) -> Iterator[Bevinding]:
    """No PostScript, no references to elsewhere, no functions that change the printed tones (6.5 to 6.9)."""
    for blad, stuk in dossier.stukken():
        for een in stuk.feiten.bijzonder:
            regel, wat, raad = BIJZONDER[een.wat]
            yield Bevinding(blad.nummer, ding(stuk, een.bron), regel, f"Hier staat {wat}.", raad)


def _fout(plek: str, regel: str, wat: str, raad: str = OPNIEUW) -> Bevinding:
    return Bevinding(BESTAND, plek, regel, wat, raad)


REGELS = (versie, kenmerk, intentie, metagegevens, gedrag, annotaties, lagen, bijzonderheden)
"""Rules that are only for files with an output intent."""
