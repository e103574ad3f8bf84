"""From the bytes of a PPTX file to Bevindingen, after the rules of PowerPoint's Accessibility Checker.

That checker names errors, warnings and tips. Here each is a finding, with its success criterion in WCAG 2.1
and, where PowerPoint has it, the name that the rule has there. Rules that only a person can judge, such as
whether an alternative text is true, are not here; see docs/toegankelijkheid.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from kaartgen.officelezen import Geweigerd
from kaartgen.toegankelijkheid import pptx_regels_beeld, pptx_regels_opbouw, pptx_regels_tekst
from kaartgen.toegankelijkheid.bevinding import Bevinding
from kaartgen.toegankelijkheid.pptx_dossier import Vlakte, lees_dossier
from kaartgen.toegankelijkheid.pptx_pakket import NietTeKeuren, geweigerd

MAX_BEVINDINGEN = 500
"""More findings than this help nobody."""

PER_DIA = (*pptx_regels_opbouw.PER_DIA, *pptx_regels_beeld.PER_DIA, *pptx_regels_tekst.PER_DIA)
PER_INDELING = pptx_regels_beeld.PER_INDELING
PER_BESTAND = (*pptx_regels_opbouw.PER_BESTAND, *pptx_regels_tekst.PER_BESTAND)


def keur_pptx(inhoud: bytes) -> tuple[Bevinding, ...]:
    """Give all that stands in the way of people who read a presentation with aids; nothing for a good file.

    Nothing is raised for a bad file, whatever is in it: what cannot be looked at is a finding itself.
    """
    gevonden: dict[Bevinding, None] = {}
    try:
        for bevinding in _alles(inhoud):
            gevonden.setdefault(_leesbaar(bevinding))
            if len(gevonden) > MAX_BEVINDINGEN:
                break
    except NietTeKeuren as fout:
        gevonden.setdefault(_leesbaar(fout.bevinding))
    except Geweigerd as fout:
        gevonden.setdefault(_leesbaar(geweigerd(fout)))
    return tuple(gevonden)


def _leesbaar(bevinding: Bevinding) -> Bevinding:
    """Give a finding without the signs by which names in a file could command a screen or turn its text."""
    velden = bevinding.als_dict()
    if all(waarde.isprintable() for waarde in velden.values()):
        return bevinding
    return Bevinding(
        **{
            naam: "".join(teken if teken.isprintable() else " " for teken in waarde)
            for naam, waarde in velden.items()
        }
    )


def _alles(inhoud: bytes) -> Iterator[Bevinding]:
    dossier = lees_dossier(inhoud)
    titels: list[str] = []
    indelingen: dict[str, Vlakte] = {}
    for dia in dossier.dias():
        titels.append(dia.titel)
        indelingen |= {laag.deel: laag for laag in dia.vlakte.lagen()[1:]}
        for regel in PER_DIA:
            yield from regel(dossier, dia)
    for indeling in indelingen.values():
        for regel_indeling in PER_INDELING:
            yield from regel_indeling(dossier, indeling)
    for regel_bestand in PER_BESTAND:
        yield from regel_bestand(dossier, titels)
