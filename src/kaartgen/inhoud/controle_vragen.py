"""Rules about reflectievragen and waardenvragen, and about what an editor allows a question."""

from __future__ import annotations

from collections.abc import Iterator

from kaartgen.inhoud.bedoeling import raad_bedoeling
from kaartgen.inhoud.bron import Pad
from kaartgen.inhoud.lezing import Lezing
from kaartgen.inhoud.model import VRAAGREGELS
from kaartgen.inhoud.taalgebruik import Taalgebruik
from kaartgen.inhoud.vraagkeuring import vraagbevindingen
from kaartgen.inhoud.zinskeuring import Tekstbevinding
from kaartgen.meldingen import Melding

_BIJ_TWEE = "bij-twee-kaarten"


def vragen_zijn_goed(lezing: Lezing, taal: Taalgebruik) -> Iterator[Melding]:
    """A reflectievraag is one short open question that does not lead and stands in one place."""
    for pad, vraag, herhaling in _vragen(lezing):
        mag = lezing.vrijstellingen.get(pad, {})
        for een in (*vraagbevindingen(vraag, taal.wijzer), *herhaling):
            if not _reden(mag.get(een.regel)):
                yield lezing.waarschuwing(pad, f"vraag-{een.regel}", een.tekst, een.raad)


def vrijstellingen_kloppen(lezing: Lezing, taal: Taalgebruik) -> Iterator[Melding]:
    """What a question may depart from is a rule, is needed, and has a reason."""
    for pad, vraag, herhaling in _vragen(lezing) if lezing.vrijstellingen else ():
        mag = lezing.vrijstellingen.get(pad, {})
        bevindingen = (*vraagbevindingen(vraag, taal.wijzer), *herhaling) if mag else ()
        nodig = {een.regel for een in bevindingen}
        for regel, reden in mag.items():
            plek: Pad = (*pad, "mag", regel)
            if regel not in VRAAGREGELS:
                wat = f"‘{regel}’ is geen regel voor reflectievragen."
                raad = raad_bedoeling(regel, VRAAGREGELS, f"Er zijn: {', '.join(VRAAGREGELS)}.")
                yield lezing.waarschuwing(plek, "vrijstelling-onbekend", wat, raad)
            elif not _reden(reden):
                wat = f"Bij ‘{regel}’ staat niet waarom het mag."
                raad = f"Schrijf er een reden achter: ‘{regel}: …’."
                yield lezing.waarschuwing(plek, "vrijstelling-zonder-reden", wat, raad)
            elif regel not in nodig:
                wat = f"‘{regel}’ is bij deze vraag niet meer nodig."
                yield lezing.waarschuwing(plek, "vrijstelling-overbodig", wat, "Haal de regel weg.")


def _reden(reden: str | None) -> bool:
    return bool(reden and reden.strip())


def _vragen(lezing: Lezing) -> Iterator[tuple[Pad, str, tuple[Tekstbevinding, ...]]]:
    """Give all questions with their path, and whether another kaart or waarde asks the same."""
    gezien: dict[str, str] = {}
    for van, pad, vraag in _met_eigenaar(lezing):
        eerste = gezien.setdefault(" ".join(vraag.casefold().split()), van)
        wat = f"Deze reflectievraag staat ook bij de {eerste}."
        herhaling = Tekstbevinding(_BIJ_TWEE, wat, "Stel bij elke kaart andere vragen.")
        yield pad, vraag, () if eerste == van else (herhaling,)


def _met_eigenaar(lezing: Lezing) -> Iterator[tuple[str, Pad, str]]:
    """Give all questions with their owner in words and their path."""
    for id_, vragen in lezing.reflectievragen.items():
        for nummer, vraag in enumerate(vragen.vragen):
            yield f"kaart ‘{id_}’", ("reflectievragen", id_, "vragen", nummer), vraag
    for id_, vraag in lezing.waardenvragen.items():
        yield f"waarde ‘{id_}’", ("waardenvragen", id_), vraag


REGELS = (vragen_zijn_goed, vrijstellingen_kloppen)
