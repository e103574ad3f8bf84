"""From the bytes of a PDF to all that is wrong with it for one print profile."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Pdf

from kaartgen.drukkeuring import (
    regels_afloop,
    regels_beeld,
    regels_kaders,
    regels_kantoor,
    regels_kleur,
    regels_paren,
    regels_tekst,
    regels_x4,
)
from kaartgen.drukkeuring.bevinding import BESTAND, Bevinding, NietTeKeuren
from kaartgen.drukkeuring.blad import Blad, Bladlezer
from kaartgen.drukkeuring.dossier import Dossier
from kaartgen.drukkeuring.lezer import Lezer
from kaartgen.opmaak.druk.drukprofiel import Drukprofiel
from kaartgen.pdflezen.ontpakken import TeGroot
from kaartgen.pdflezen.openen import MAX_PAGINAS, ONLEESBAAR, GeenPdf, Versleuteld, open_pdf

OPNIEUW = "Maak het bestand opnieuw."
REGELS = (
    *regels_kaders.REGELS,
    *regels_kleur.REGELS,
    *regels_tekst.REGELS,
    *regels_beeld.REGELS,
    *regels_paren.REGELS,
    *regels_kantoor.REGELS,
    *regels_afloop.REGELS,
)


def keur(pdf: bytes, profiel: Drukprofiel, icc: bytes | None = None) -> tuple[Bevinding, ...]:
    """Give everything in a PDF that breaks a rule of the profile, by page; nothing for a good file.

    `icc` is the profile that must be in a file for the press; without it any CMYK profile will do that is for
    the condition of the print profile. Nothing is raised for a bad file, whatever is in it: what cannot be
    looked at is a finding itself.
    """
    try:
        with _geopend(pdf) as bestand:
            gevonden = list(_alles(pdf, bestand, profiel, icc))
    except NietTeKeuren as fout:
        return (fout.bevinding,)
    return tuple(dict.fromkeys(sorted(gevonden, key=lambda een: een.pagina)))


def _geopend(data: bytes) -> Pdf:
    try:
        bestand = open_pdf(data)
    except GeenPdf as fout:
        raise _niet("geen-pdf", "Dit is geen PDF.", "Kies een bestand dat eindigt op .pdf.") from fout
    except TeGroot as fout:
        raise _te_groot() from fout
    except Versleuteld as fout:
        raise _versleuteld() from fout
    except ONLEESBAAR as fout:
        raise _niet("beschadigd", "Het bestand is beschadigd en gaat niet open.", OPNIEUW) from fout
    if bestand.is_encrypted:
        bestand.close()
        raise _versleuteld()
    return bestand


def _alles(data: bytes, bestand: Pdf, profiel: Drukprofiel, icc: bytes | None) -> Iterator[Bevinding]:
    bladen: list[Blad] = []
    lezer = Bladlezer(Lezer(bestand))
    for nummer, pagina in enumerate(_paginas(bestand), 1):
        try:
            blad = lezer.lees(nummer, pagina)
        except TeGroot:
            raise _te_groot(nummer) from None
        except ONLEESBAAR as fout:
            raise _niet("pagina-onleesbaar", "De pagina is niet te lezen.", OPNIEUW, nummer) from fout
        bladen.append(blad)
        kapot = sum(stuk.feiten.onleesbaar for stuk in blad.stukken if stuk.nieuw)
        if kapot:
            wat = "is 1 opdracht" if kapot == 1 else f"zijn {kapot} opdrachten"
            tekst = f"In de tekening van de pagina {wat} niet te volgen."
            yield Bevinding(nummer, "pagina", "opdracht-onbekend", tekst, OPNIEUW)
    dossier = Dossier(data, bestand, profiel, icc, tuple(bladen))
    for regel in (*REGELS, *(regels_x4.REGELS if dossier.voor_de_pers else ())):
        yield from _pas_toe(regel, dossier)
    if bestand.get_warnings():
        tekst = "Het bestand is beschadigd; programma’s herstellen het elk op hun eigen manier."
        yield Bevinding(BESTAND, "bestand", "beschadigd", tekst, OPNIEUW)


def _pas_toe(regel: Callable[[Dossier], Iterator[Bevinding]], dossier: Dossier) -> Iterator[Bevinding]:
    try:
        yield from regel(dossier)
    except ONLEESBAAR:
        tekst = f"De regel ‘{regel.__name__}’ is in dit bestand niet na te gaan."
        yield Bevinding(BESTAND, "bestand", "niet-gekeurd", tekst, OPNIEUW)


def _paginas(bestand: Pdf) -> list[pikepdf.Object]:
    paginas: list[pikepdf.Object]
    try:
        paginas = [pagina.obj for pagina in bestand.pages]
    except ONLEESBAAR as fout:
        raise _niet("beschadigd", "De pagina’s van het bestand zijn niet te vinden.", OPNIEUW) from fout
    if not paginas:
        raise _niet("geen-paginas", "Het bestand heeft geen pagina’s.", OPNIEUW)
    if len(paginas) > MAX_PAGINAS:
        tekst = f"Het bestand heeft meer dan {MAX_PAGINAS} pagina’s."
        raise _niet("te-veel-paginas", tekst, "Verdeel het over meer bestanden.")
    return paginas


def _niet(regel: str, tekst: str, raad: str, pagina: int = BESTAND) -> NietTeKeuren:
    return NietTeKeuren(Bevinding(pagina, "pagina" if pagina else "bestand", regel, tekst, raad))


def _versleuteld() -> NietTeKeuren:
    return _niet("versleuteld", "Het bestand is versleuteld.", "Bewaar het zonder wachtwoord of beveiliging.")


def _te_groot(pagina: int = BESTAND) -> NietTeKeuren:
    tekst = "De inhoud is uitgepakt zo groot of zo ingewikkeld dat zij niet te keuren is."
    return _niet("te-groot", tekst, "Maak het bestand eenvoudiger, of maak het opnieuw.", pagina)
