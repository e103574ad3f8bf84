"""Rules about headings: levels, order, and words in them (ISO 14289-1, 7.4)."""

from __future__ import annotations

from collections.abc import Iterator

from kaartgen.toegankelijkheid.bevinding import Bevinding
from kaartgen.toegankelijkheid.pdf_dossier import PRAKTIJK, UA, Dossier, in_bestand

NIVEAUS = {f"H{niveau}": niveau for niveau in range(1, 7)}
ZONDER_KOPPEN = 5
"""From so many pages a file needs headings to find the way in."""


def niveaus(dossier: Dossier) -> Iterator[Bevinding]:
    """The first heading is H1 and no level is left out (7.4.2)."""
    vorige = 0
    for element in dossier.elementen(*NIVEAUS):
        niveau = NIVEAUS[element.soort]
        if not vorige and niveau > 1:
            yield dossier.fout(
                element,
                "eerste-kop",
                f"De eerste kop is {element.soort} en niet H1.",
                "Begin met een kop van het hoogste niveau.",
                f"{UA}7.4.2",
            )
        elif vorige and niveau > vorige + 1:
            yield dossier.fout(
                element,
                "kop-overgeslagen",
                f"Na H{vorige} komt {element.soort}: er is een niveau overgeslagen.",
                f"Maak er H{vorige + 1} van.",
                f"{UA}7.4.2",
            )
        vorige = niveau


def soorten(dossier: Dossier) -> Iterator[Bevinding]:
    """Headings are all numbered (H1 to H6) or all plain (H), and then one for each part (7.4.4)."""
    kaal = list(dossier.elementen("H"))
    genummerd = next(dossier.elementen(*NIVEAUS), None)
    if kaal and genummerd:
        yield dossier.fout(
            kaal[0],
            "koppen-gemengd",
            "Het bestand heeft koppen met een niveau (H1) en zonder (H).",
            "Gebruik overal koppen met een niveau.",
            f"{UA}7.4.4",
        )
    for ouder in {id(een.ouder): een.ouder for een in kaal if een.ouder}.values():
        if sum(kind.soort == "H" for kind in ouder.kinderen) > 1:
            yield dossier.fout(
                ouder,
                "meer-koppen-h",
                "In één deel staan meer koppen H.",
                "Gebruik koppen met een niveau, of maak meer delen.",
                f"{UA}7.4.4",
            )


def aanwezig(dossier: Dossier) -> Iterator[Bevinding]:
    """A file of some pages has headings."""
    if dossier.boom and len(dossier.bladen) >= ZONDER_KOPPEN and not any(dossier.elementen("H", *NIVEAUS)):
        yield in_bestand(
            "koppen-ontbreken",
            f"Het bestand heeft {len(dossier.bladen)} pagina’s en geen koppen.",
            "Maak van titels koppen (H1 tot en met H6).",
            PRAKTIJK,
        )


REGELS = (niveaus, soorten, aanwezig)
