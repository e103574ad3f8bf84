"""From the bytes of a PDF to all that keeps people who read with aids from it (PDF/UA-1, PDF/A-2a)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from kaartgen.toegankelijkheid import (
    pdf_archief,
    pdf_inhoud,
    pdf_koppelingen,
    pdf_koppen,
    pdf_letterregels,
    pdf_metagegevens,
    pdf_nesten,
    pdf_structuur,
    pdf_tabellen,
)
from kaartgen.toegankelijkheid.bevinding import Bevinding
from kaartgen.toegankelijkheid.pdf_dossier import OPNIEUW, UA, Dossier, in_bestand
from kaartgen.toegankelijkheid.pdf_ontpakken import TeGroot
from kaartgen.toegankelijkheid.pdf_openen import ONLEESBAAR, NietTeKeuren, geopend

MEESTE = 50
"""Most findings of one rule that are told one by one."""

REGELS = (
    *pdf_metagegevens.REGELS,
    *pdf_structuur.REGELS,
    *pdf_koppen.REGELS,
    *pdf_nesten.REGELS,
    *pdf_tabellen.REGELS,
    *pdf_inhoud.REGELS,
    *pdf_koppelingen.REGELS,
    *pdf_letterregels.REGELS,
    *pdf_archief.REGELS,
)


def keur_pdf(inhoud: bytes) -> tuple[Bevinding, ...]:
    """Give everything in a PDF that breaks a rule; nothing for a good file.

    Nothing is raised for a bad file, whatever is in it: what cannot be looked at is a finding itself.
    """
    try:
        with geopend(inhoud) as dossier:
            gevonden = [een for regel in REGELS for een in _pas_toe(regel, dossier)]
            if dossier.pdf.get_warnings():
                tekst = "Het bestand is beschadigd; programma’s herstellen het elk op hun eigen manier."
                gevonden.append(in_bestand("beschadigd", tekst, OPNIEUW, f"{UA}6.1"))
    except NietTeKeuren as fout:
        return (fout.bevinding,)
    return tuple(dict.fromkeys(gevonden))


def _pas_toe(regel: Callable[[Dossier], Iterator[Bevinding]], dossier: Dossier) -> Iterator[Bevinding]:
    try:
        gevonden = list(islice(regel(dossier), MEESTE + 1))
    except (*ONLEESBAAR, TeGroot):
        tekst = f"De regel ‘{regel.__name__}’ is in dit bestand niet na te gaan."
        yield in_bestand("niet-gekeurd", tekst, OPNIEUW, f"{UA}6.1")
        return
    yield from gevonden[:MEESTE]
    if len(gevonden) > MEESTE:
        laatste = gevonden[MEESTE]
        tekst = f"Er zijn meer dan {MEESTE} plaatsen met een fout zoals deze: {laatste.tekst}"
        yield in_bestand(laatste.regel, tekst, laatste.raad, laatste.norm)
