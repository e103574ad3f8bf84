"""Rules about links, other annotations, forms and bookmarks (ISO 14289-1, 7.17 and 7.18)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, PdfError, String

from kaartgen.toegankelijkheid.bevinding import Bevinding
from kaartgen.toegankelijkheid.pdf_boom import Element
from kaartgen.toegankelijkheid.pdf_dossier import (
    ARCHIEF,
    OPNIEUW,
    PRAKTIJK,
    UA,
    Blad,
    Dossier,
    in_bestand,
    kort,
)
from kaartgen.toegankelijkheid.pdf_waarden import geheel, naam, sleutel, tekst, type_sleutel, veld

VERBORGEN, AFGEDRUKT = 2, 4
"""Bits of /F (ISO 32000-1, table 165)."""

MEESTE_BLADWIJZERS = 200_000
ZONDER_BLADWIJZERS = 5
"""From so many pages a file needs bookmarks to find the way in."""

VAGE_WOORDEN = frozenset(["hier", "klik", "lees", "meer", "link", "website", "deze", "dit"])
BUITEN_STRUCTUUR = ("Popup", "PrinterMark", "TrapNet")


def tabvolgorde(dossier: Dossier) -> Iterator[Bevinding]:
    """On a page with annotations the Tab key follows the structure (7.18.3)."""
    for blad in dossier.bladen:
        if blad.annotaties and naam(veld(blad.object_, "/Tabs")) != "S":
            yield Bevinding(
                blad.waar,
                "tabvolgorde",
                "De tabtoets volgt op deze pagina niet de leesvolgorde (Tabs is geen S).",
                "Zet Tabs op S.",
                f"{UA}7.18.3",
            )


def in_structuur(dossier: Dossier) -> Iterator[Bevinding]:
    """Links are in Link, form fields in Form, other annotations in Annot, with a way back (7.18)."""
    if dossier.boom is None:
        return
    for _, annotatie, waar in _zichtbare(dossier):
        soort = naam(veld(annotatie, "/Subtype"))
        eigen = sleutel(annotatie)
        eigenaars = dossier.boom.voorwerpen.get(eigen, []) if eigen else []
        if soort in BUITEN_STRUCTUUR:
            if eigenaars:
                yield Bevinding(
                    waar,
                    "drukteken-in-structuur",
                    f"{soort} hoort niet in de structuur.",
                    "Haal het eruit.",
                    f"{UA}7.18.8",
                )
            continue
        hoort, norm = {"Link": ("Link", "7.18.5"), "Widget": ("Form", "7.18.4")}.get(
            soort, ("Annot", "7.18.1")
        )
        if not eigenaars:
            yield Bevinding(
                waar,
                "koppeling-los" if soort == "Link" else "annotatie-los",
                f"{_wie(soort)} zit niet in de structuur.",
                f"Zet haar met een verwijzing (OBJR) in een element {hoort}.",
                f"{UA}{norm}",
            )
            continue
        if len(eigenaars) > 1:
            yield Bevinding(
                waar,
                "annotatie-dubbel",
                f"{_wie(soort)} zit in {len(eigenaars)} elementen.",
                OPNIEUW,
                f"{UA}{norm}",
            )
        if eigenaars[0].soort != hoort:
            yield Bevinding(
                waar,
                "koppeling-in-ander" if soort == "Link" else "annotatie-in-ander",
                f"{_wie(soort)} zit in een element {eigenaars[0].rol}.",
                f"Zet haar in een element {hoort}.",
                f"{UA}{norm}",
            )
        nummer = geheel(veld(annotatie, "/StructParent"))
        terug = dossier.boom.nummers.get(nummer) if nummer is not None else None
        if sleutel(terug) is None or sleutel(terug) != sleutel(eigenaars[0].object_):
            yield Bevinding(
                waar,
                "annotatie-terugweg",
                f"{_wie(soort)} vindt haar eigen element niet terug (StructParent).",
                OPNIEUW,
                f"{UA}{norm}",
            )


def voorwerpen(dossier: Dossier) -> Iterator[Bevinding]:
    """Objects in the structure are on a page."""
    if dossier.boom is None or not dossier.boom.voorwerpen:
        return
    bekend = {sleutel(een) for blad in dossier.bladen for een in blad.annotaties}
    bekend |= {
        sleutel(een)
        for blad in dossier.bladen
        for een in _waarden(veld(veld(blad.object_, "/Resources"), "/XObject"))
    }
    for adres, eigenaars in dossier.boom.voorwerpen.items():
        if adres not in bekend:
            yield dossier.fout(
                eigenaars[0],
                "voorwerp-weg",
                "Het element verwijst naar een koppeling of beeld dat op geen pagina staat.",
                OPNIEUW,
                f"{UA}7.1",
            )


def _waarden(object_: Any) -> list[Any]:
    return [waarde for _, waarde in object_.items()] if isinstance(object_, Dictionary) else []


def beschrijving(dossier: Dossier) -> Iterator[Bevinding]:
    """A link says where it leads, other annotations what they are, a form field what to fill in (7.18)."""
    for _, annotatie, waar in _zichtbare(dossier):
        soort = naam(veld(annotatie, "/Subtype"))
        if soort in BUITEN_STRUCTUUR:
            continue
        gezegd = (tekst(veld(annotatie, "/Contents")) or "").strip()
        alt = _alt(dossier, annotatie)
        if soort == "Widget":
            if not (_van_veld(annotatie, "/TU") or alt):
                yield Bevinding(
                    waar,
                    "veld-zonder-naam",
                    "Het invulveld zegt niet wat je invult (TU).",
                    "Geef het veld een beschrijving.",
                    f"{UA}7.18.1",
                )
        elif not gezegd and (soort == "Link" or not alt):
            yield Bevinding(
                waar,
                "koppeling-zonder-tekst" if soort == "Link" else "annotatie-zonder-tekst",
                f"{_wie(soort)} zegt niet {'waarheen' if soort == 'Link' else 'wat dit is'} (Contents).",
                "Zet in Contents wat er gebeurt, zoals ‘Naar kaart 3’.",
                f"{UA}{'7.18.5' if soort == 'Link' else '7.18.1'}",
            )


def _van_veld(annotatie: Any, sleutel_: str) -> str:
    knoop = annotatie
    for _ in range(50):
        waarde = (tekst(veld(knoop, sleutel_)) or "").strip()
        if waarde or knoop is None:
            return waarde
        knoop = veld(knoop, "/Parent")
    return ""


def _alt(dossier: Dossier, annotatie: Any) -> str:
    eigen = sleutel(annotatie)
    eigenaars = dossier.boom.voorwerpen.get(eigen, []) if dossier.boom and eigen else []
    return next((alt for een in eigenaars if (alt := (een.tekst("/Alt") or "").strip())), "")


def koppelingselementen(dossier: Dossier) -> Iterator[Bevinding]:
    """A Link has a link in it, and words that say where it leads (7.18.5)."""
    for element in dossier.elementen("Link"):
        if not any(_is_koppeling(deel) for deel in element.alles()):
            yield dossier.fout(
                element,
                "koppeling-zonder-doel",
                "In het element Link zit geen koppeling (OBJR).",
                "Verwijs naar de koppeling, of maak er gewone tekst van.",
                f"{UA}7.18.5",
            )
        woorden = set(re.findall(r"\w+", dossier.tekst(element).lower()))
        if woorden and woorden <= VAGE_WOORDEN:
            yield dossier.fout(
                element,
                "koppeling-vaag",
                f"De tekst van de koppeling zegt niet waarheen: ‘{kort(dossier.tekst(element))}’.",
                "Noem in de tekst waar de koppeling heen leidt.",
                PRAKTIJK,
            )


def _is_koppeling(deel: Any) -> bool:
    return not isinstance(deel, Element) and naam(veld(getattr(deel, "object_", None), "/Subtype")) == "Link"


def doelen(dossier: Dossier) -> Iterator[Bevinding]:
    """A link within the file leads to a page of it."""
    for _, annotatie, waar in _zichtbare(dossier):
        if naam(veld(annotatie, "/Subtype")) != "Link":
            continue
        actie = veld(annotatie, "/A")
        doel = veld(annotatie, "/Dest")
        if naam(veld(actie, "/S")) == "GoTo":
            doel = veld(actie, "/D")
        leeg = doel is None and actie is None
        if leeg or (doel is not None and _pagina(dossier, doel) is None):
            yield Bevinding(
                waar, "koppeling-nergens", "De koppeling leidt nergens heen.", "Geef haar een doel.", PRAKTIJK
            )


def afdrukbaar(dossier: Dossier) -> Iterator[Bevinding]:
    """Annotations are seen and printed (A 6.3.2)."""
    for blad in dossier.bladen:
        for nummer, annotatie in enumerate(blad.annotaties, 1):
            soort = naam(veld(annotatie, "/Subtype"))
            vlaggen = geheel(veld(annotatie, "/F")) or 0
            if soort != "Popup" and (not vlaggen & AFGEDRUKT or vlaggen & (1 | 2 | 32 | 256)):
                yield Bevinding(
                    f"{blad.waar}, {soort or 'annotatie'} {nummer}",
                    "annotatie-verborgen",
                    "De annotatie is verborgen of wordt niet afgedrukt (F).",
                    "Zet F op 4.",
                    f"{ARCHIEF}6.3.2",
                )


def bladwijzers(dossier: Dossier) -> Iterator[Bevinding]:
    """A file of some pages has bookmarks, each with a name and a page (7.17)."""
    begin = veld(veld(dossier.wortel, "/Outlines"), "/First")
    if begin is None:
        if len(dossier.bladen) >= ZONDER_BLADWIJZERS:
            yield in_bestand(
                "bladwijzers-ontbreken",
                f"Het bestand heeft {len(dossier.bladen)} pagina’s en geen bladwijzers.",
                "Maak bladwijzers bij de koppen.",
                PRAKTIJK,
            )
        return
    gezien: set[type_sleutel] = set()
    stapel = [begin]
    while stapel and len(gezien) < MEESTE_BLADWIJZERS:
        ingang = stapel.pop()
        eigen = sleutel(ingang)
        if not isinstance(ingang, Dictionary) or eigen is None:
            continue
        if eigen in gezien:
            yield in_bestand(
                "bladwijzers-in-kring", "De bladwijzers lopen in een kring.", OPNIEUW, f"{UA}7.17"
            )
            return
        gezien.add(eigen)
        titel = (tekst(veld(ingang, "/Title")) or "").strip()
        waar = f"bladwijzer ‘{kort(titel)}’" if titel else f"bladwijzer {len(gezien)}"
        if not titel:
            yield Bevinding(
                waar,
                "bladwijzer-zonder-naam",
                "De bladwijzer heeft geen naam.",
                "Geef haar een naam.",
                f"{UA}7.17",
            )
        actie, doel = veld(ingang, "/A"), veld(ingang, "/Dest")
        if naam(veld(actie, "/S")) == "GoTo":
            doel = veld(actie, "/D")
        if (doel is None and actie is None) or (doel is not None and _pagina(dossier, doel) is None):
            yield Bevinding(
                waar,
                "bladwijzer-nergens",
                "De bladwijzer leidt nergens heen.",
                "Geef haar een pagina.",
                f"{UA}7.17",
            )
        stapel += [een for een in (veld(ingang, "/Next"), veld(ingang, "/First")) if een is not None]


def _pagina(dossier: Dossier, doel: Any) -> int | None:
    """Give the index of the page that a destination leads to; None when it leads nowhere."""
    if isinstance(doel, String | Name):
        doel = _genoemd(dossier, doel)
    if isinstance(doel, Dictionary):
        doel = veld(doel, "/D")
    if not isinstance(doel, Array) or not len(doel):
        return None
    eigen = sleutel(doel[0])
    return dossier.nummers.get(eigen) if eigen else None


def _genoemd(dossier: Dossier, doel: Any) -> Any:
    if isinstance(doel, Name):
        return veld(veld(dossier.wortel, "/Dests"), f"/{naam(doel)}")
    namen = veld(veld(dossier.wortel, "/Names"), "/Dests")
    if not isinstance(namen, Dictionary):
        return None
    try:
        return pikepdf.NameTree(namen).get(str(doel))
    except (PdfError, RuntimeError, UnicodeDecodeError):
        return None


def _zichtbare(dossier: Dossier) -> Iterator[tuple[Blad, Any, str]]:
    """Give the annotations that people can come across, with where they are."""
    for blad in dossier.bladen:
        for nummer, annotatie in enumerate(blad.annotaties, 1):
            if not isinstance(annotatie, Dictionary) or (geheel(veld(annotatie, "/F")) or 0) & VERBORGEN:
                continue
            soort = naam(veld(annotatie, "/Subtype"))
            gezegd = kort(tekst(veld(annotatie, "/Contents")) or "")
            wie = {"Link": "koppeling", "Widget": "veld"}.get(soort, soort or "annotatie")
            yield (
                blad,
                annotatie,
                f"{blad.waar}, {wie} ‘{gezegd}’" if gezegd else f"{blad.waar}, {wie} {nummer}",
            )


def _wie(soort: str) -> str:
    return {"Link": "De koppeling", "Widget": "Het veld"}.get(soort, "De annotatie")


REGELS = (
    tabvolgorde,
    in_structuur,
    voorwerpen,
    beschrijving,
    koppelingselementen,
    doelen,
    afdrukbaar,
    bladwijzers,
)
