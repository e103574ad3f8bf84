"""Rules for text: contrast, colour alone, links, language, and lists that were typed by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from math import floor
from xml.etree.ElementTree import Element

from kaartgen.toegankelijkheid.bevinding import Bevinding
from kaartgen.toegankelijkheid.pptx_dossier import DC, Dia, Dossier, Vorm, kort
from kaartgen.toegankelijkheid.pptx_kleur import Rgb, als_hex, contrast
from kaartgen.toegankelijkheid.pptx_opmaak import Alinea, alineas, grond_onder, gronden
from kaartgen.toegankelijkheid.pptx_pakket import A, P, R

CONTRAST, CONTRAST_GROOT = 4.5, 3.0
"""Least contrast of text, and of large text (WCAG 2.1, 1.4.3)."""

KLEURVERSCHIL = 3.0
"""Least contrast between words that only colour sets apart from those around them (WCAG 2.1, G183)."""

ADRES = re.compile(r"(https?://|www\.|ftp://|mailto:)\S+", re.I)
VAAG = re.compile(
    r"(klik( hier)?|hier|link|deze link|lees (meer|verder|hier)|meer( (info|informatie|lezen))?|verder|terug|"
    r"volgende|vorige|zie (hier|link)|website|pagina|ga( naar)?|naar|open|download(en)?|click( here)?|here|"
    r"(read |learn )?more|go|next|back|this( link| page)?)[\s.…»›>→!:]*",
    re.I,
)
TAAL = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")
STREEPJE = re.compile(r"\s*[-–—•·*▪■●○◦‣>]\s+\S")
GETELD = re.compile(r"\s*(\d{1,2}|[a-z])[.)]\s+\S")
KLEURWOORD = re.compile(
    r"\b(?:(?:zie|klik op|kijk naar|kies|vul|lees|in|bij|van|op) )(?:de|het) "
    r"(?:rode|groene|blauwe|gele|oranje|paarse|roze|bruine|grijze) "
    r"(?:tekst|woorden|letters|vak(?:ken)?|vlak(?:ken)?|blok(?:ken)?|knop(?:pen)?|lijn(?:en)?|balk(?:en)?|"
    r"kolom(?:men)?|rij(?:en)?|pijl(?:en)?|cirkels?|punten|kader(?:s)?)\b",
    re.I,
)
ZONDER_STIJL = ("{2D5ABB26-0587-4C30-8999-92F81FD0307C}", "{5940675A-B579-460E-94D1-54222C63F5DA}")
"""Table styles that give cells no colour: ‘No Style, No Grid’ and ‘No Style, Table Grid’."""


def contrast_tekst(dossier: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """Text stands out from what is under it, as far as both colours are known for sure."""
    for vorm, onder in gronden(dia.vlakte):
        # A title above the edge of the slide is there to be read aloud, not to be seen.
        buiten = vorm.kader is not None and dossier.maat.b and not dossier.maat.raakt(vorm.kader)
        if vorm.versiering or buiten:
            continue
        grond = grond_onder(vorm.kader, onder)
        if vorm.tabel is not None:
            # The table itself lies on top of what shows through its cells.
            grond = grond_onder(vorm.kader, onder[:-1])
        slechtste: tuple[float, float, Rgb, Rgb, str] | None = None
        for lichaam, op in _lichamen(dia, vorm, grond):
            if op is None:
                continue
            for alinea in alineas(dossier, dia, vorm, lichaam):
                for loop in alinea.lopen:
                    if loop.kleur is None or not loop.tekst.strip():
                        continue
                    nodig = CONTRAST_GROOT if loop.groot else CONTRAST
                    gevonden = contrast(loop.kleur, op)
                    if gevonden < nodig and (slechtste is None or gevonden < slechtste[0]):
                        slechtste = (gevonden, nodig, loop.kleur, op, loop.tekst)
        if slechtste:
            gevonden, nodig, kleur, op, tekst = slechtste
            yield Bevinding(
                dia.bij(vorm),
                "contrast",
                f"‘{kort(tekst, 30)}’ (#{als_hex(kleur)}) op #{als_hex(op)} heeft contrast "
                f"{floor(gevonden * 10) / 10:.1f}; nodig is {nodig:g}.",
                "Maak de tekst donkerder of de achtergrond lichter, of andersom.",
                "WCAG 2.1, 1.4.3; PowerPoint ‘Hard-to-read text contrast’",
            )


def _lichamen(dia: Dia, vorm: Vorm, grond: Rgb | None) -> Iterator[tuple[Element, Rgb | None]]:
    """Give each body of text in a shape with the colour under it."""
    tabel = vorm.tabel
    if tabel is None:
        yield from ((lichaam, grond) for lichaam in vorm.lichamen)
        return
    stijl = (tabel.findtext(f"{A}tblPr/{A}tableStyleId") or "").strip().upper()
    if stijl and stijl not in ZONDER_STIJL:
        return
    for cel in tabel.iter(f"{A}tc"):
        lichaam, vulling = cel.find(f"{A}txBody"), cel.find(f"{A}tcPr/{A}solidFill")
        ander = any(
            cel.find(f"{A}tcPr/{A}{naam}") is not None for naam in ("gradFill", "blipFill", "pattFill")
        )
        if lichaam is not None:
            yield (
                lichaam,
                dia.vlakte.palet.kleur(vulling) if vulling is not None else None if ander else grond,
            )


def _alle_alineas(dossier: Dossier, dia: Dia) -> Iterator[tuple[Vorm, list[Alinea]]]:
    for vorm in dia.vlakte.alle_vormen():
        for lichaam in vorm.lichamen:
            yield vorm, alineas(dossier, dia, vorm, lichaam)


def kleur_alleen(dossier: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """Words that differ from the rest of their paragraph differ in more than a little colour, and no text
    sends people to a thing by its colour."""
    for vorm, gevonden in _alle_alineas(dossier, dia):
        for alinea in gevonden:
            lopen = [loop for loop in alinea.lopen if loop.tekst.strip()]
            paar = next(
                (
                    (a, b)
                    for a, b in pairwise(lopen)
                    if a.kleur
                    and b.kleur
                    and a.kleur != b.kleur
                    and not (a.link or b.link)
                    and (a.vet, a.korps, a.anders) == (b.vet, b.korps, b.anders)
                    and contrast(a.kleur, b.kleur) < KLEURVERSCHIL
                ),
                None,
            )
            if paar:
                yield Bevinding(
                    dia.bij(vorm),
                    "kleur-alleen",
                    f"‘{kort(paar[1].tekst, 30)}’ verschilt alleen in kleur van wat ervoor staat.",
                    "Maak de woorden ook vet, of geef ze een kleur die veel donkerder of lichter is.",
                    "WCAG 2.1, 1.4.1 (G183)",
                )
            woord = KLEURWOORD.search(alinea.tekst)
            if woord:
                yield Bevinding(
                    dia.bij(vorm),
                    "kleur-als-aanwijzing",
                    f"‘{woord[0]}’ is niet te volgen voor wie die kleur niet ziet.",
                    "Noem ook de naam of de plaats van wat je bedoelt.",
                    "WCAG 2.1, 1.3.3 en 1.4.1",
                )


def links(dossier: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """The words of a link say where it leads, also to who reads nothing but the links."""
    doelen: dict[str, set[str]] = {}
    for vorm, gevonden in _alle_alineas(dossier, dia):
        for alinea in gevonden:
            for link, stukken in groupby(alinea.lopen, key=lambda loop: loop.link):
                tekst = " ".join("".join(stuk.tekst for stuk in stukken).split())
                if link:
                    yield from _linktekst(dia.bij(vorm), tekst)
                    doelen.setdefault(tekst.casefold(), set()).add(_doel(dia, link))
    for vorm in dia.vlakte.alle_vormen():
        klik = vorm.klik
        if klik is None or not klik.get(f"{R}id"):
            continue
        tekst = vorm.alt or vorm.tekst
        if not tekst and vorm.gedekt:
            tekst = klik.get("tooltip", "").strip()
        yield from _linktekst(dia.bij(vorm), tekst)
    for tekst, waarheen in doelen.items():
        if len(waarheen) > 1 and tekst:
            yield Bevinding(
                dia.waar,
                "link-dubbelzinnig",
                f"‘{kort(tekst)}’ staat er meer dan eens en leidt naar verschillende plaatsen.",
                "Geef elke link eigen woorden.",
                "WCAG 2.1, 2.4.4",
            )


def _doel(dia: Dia, link: str) -> str:
    relatie = dia.relaties.get(link)
    return relatie.doel if relatie else link


def _linktekst(waar: str, tekst: str) -> Iterator[Bevinding]:
    fout = None
    if not tekst.strip():
        fout = "link-leeg", "Deze link heeft geen woorden."
    elif ADRES.fullmatch(tekst.strip()):
        fout = "link-adres", f"De link ‘{kort(tekst)}’ is een adres; dat zegt niet wat daar staat."
    elif VAAG.fullmatch(tekst.strip()):
        fout = "link-nietszeggend", f"De link ‘{kort(tekst)}’ zegt niet waar hij heen gaat."
    if fout:
        yield Bevinding(
            waar,
            *fout,
            "Zeg in de woorden van de link waar hij heen gaat.",
            "WCAG 2.1, 2.4.4; PowerPoint ‘Unclear hyperlink text’",
        )


def taal_per_tekst(dossier: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """Every word has a language, or a voice reads it with the sounds of another."""
    for vorm, gevonden in _alle_alineas(dossier, dia):
        for loop in (loop for alinea in gevonden for loop in alinea.lopen):
            if re.search(r"\w", loop.tekst) and not TAAL.fullmatch(loop.taal):
                yield Bevinding(
                    dia.bij(vorm),
                    "taal-ontbreekt",
                    f"Bij ‘{kort(loop.tekst, 30)}’ staat niet in welke taal het is."
                    if not loop.taal
                    else f"‘{kort(loop.tekst, 30)}’ is in ‘{loop.taal}’, en dat is geen taal.",
                    "Selecteer de tekst en kies bij ‘Controleren’, ‘Taal’ de controletaal.",
                    "WCAG 2.1, 3.1.2",
                )
                break


def opsomming_getypt(dossier: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """A list is made with the list button, so that programs can say how many items it has."""
    for vorm, gevonden in _alle_alineas(dossier, dia):
        for merk in (STREEPJE, GETELD):
            rij = [bool(merk.match(alinea.tekst)) and not alinea.opsomming for alinea in gevonden]
            if any(a and b for a, b in pairwise(rij)):
                yield Bevinding(
                    dia.bij(vorm),
                    "opsomming-getypt",
                    "Deze opsomming is met de hand getypt.",
                    "Haal de tekens weg en gebruik de knop voor opsommingstekens of nummering.",
                    "WCAG 2.1, 1.3.1 (H48)",
                )
                break


def documenttaal(dossier: Dossier, _: Sequence[str]) -> Iterator[Bevinding]:
    """The file tells in what language it is: in its properties or in the standard of its text."""
    taal = dossier.eigenschappen.get(f"{DC}language", "")
    standaard = dossier.wortel.find(f"{P}defaultTextStyle")
    talen = [e.get("lang", "") for e in standaard.iter(f"{A}defRPr")] if standaard is not None else []
    if not any(TAAL.fullmatch(keuze) for keuze in (taal, *talen)):
        yield Bevinding(
            "bestand",
            "documenttaal-ontbreekt",
            "Het bestand zegt niet in welke taal het is.",
            "Kies bij ‘Controleren’, ‘Taal’ de controletaal en maak die de standaard.",
            "WCAG 2.1, 3.1.1",
        )


PER_DIA = (contrast_tekst, kleur_alleen, links, taal_per_tekst, opsomming_getypt)
PER_BESTAND = (documenttaal,)
