"""Rules about the texts themselves: characters, spaces, bold marks and repeats."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kaartgen.inhoud.lezing import Lezing, takken
from kaartgen.meldingen import Ernst, Melding, Plek

_ENKELVOUD = {
    "opvattingen": "opvatting",
    "handelingsperspectieven": "handelingsperspectief",
    "suggesties": "suggestie",
    "vragen": "reflectievraag",
    "kaarten": "kaart",
    "punten": "punt",
}


@dataclass(frozen=True, slots=True)
class _Tekstregel:
    """What no text may have; `geldt` gives whether a text has it."""

    code: str
    geldt: Callable[[str], bool]
    tekst: str
    raad: str
    ernst: Ernst = Ernst.WAARSCHUWING


def _heeft(patroon: str) -> Callable[[str], bool]:
    zoek = re.compile(patroon).search
    return lambda tekst: zoek(tekst) is not None


def _heeft_soort(*soorten: str) -> Callable[[str], bool]:
    return lambda tekst: any(unicodedata.category(teken) in soorten for teken in tekst if teken > "~")


_TEKSTREGELS = (
    _Tekstregel(
        "regeleinde",
        _heeft(r"[\n\r\x85\u2028\u2029]"),
        "In deze tekst staat een regeleinde.",
        "Zet de tekst op één regel, of maak er twee punten van.",
        Ernst.FOUT,
    ),
    _Tekstregel(
        "stuurteken",
        _heeft(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]"),
        "In deze tekst staat een tab of een ander teken dat niet te drukken is.",
        "Haal het weg of typ de tekst opnieuw.",
        Ernst.FOUT,
    ),
    _Tekstregel(
        "vet-open",
        lambda tekst: tekst.count("**") % 2 == 1,
        "Het aantal keren ** is oneven: er begint of eindigt ergens geen vet.",
        "Zet ** voor en na de woorden die vet moeten.",
        Ernst.FOUT,
    ),
    _Tekstregel(
        "vet-leeg",
        _heeft(r"\*\*\s*\*\*"),
        "Tussen ** en ** staat niets.",
        "Haal de sterretjes weg.",
        Ernst.FOUT,
    ),
    _Tekstregel(
        "onzichtbaar-teken",
        _heeft_soort("Cf", "Co", "Cn"),
        "In deze tekst staat een onzichtbaar teken, zoals een zacht afbreekstreepje.",
        "Haal het weg.",
    ),
    _Tekstregel(
        "vaste-spatie",
        _heeft(r"[\u00a0\u2007\u202f\u2000-\u200a]"),
        "In deze tekst staat een bijzondere spatie.",
        "Typ een gewone spatie; het programma houdt zelf bij elkaar wat bij elkaar hoort.",
    ),
    _Tekstregel(
        "dubbele-spatie",
        _heeft(r"\S  +\S"),
        "In deze tekst staan twee spaties na elkaar.",
        "Maak er één spatie van.",
    ),
    _Tekstregel(
        "spatie-aan-rand",
        lambda tekst: tekst != tekst.strip(" "),
        "Deze tekst begint of eindigt met een spatie.",
        "Haal de spatie weg.",
    ),
    _Tekstregel(
        "rechte-aanhaling",
        _heeft("[\"']"),
        "In deze tekst staat een recht aanhalingsteken.",
        "Gebruik ‘ en ’, ook voor de apostrof.",
    ),
    _Tekstregel(
        "drie-punten",
        _heeft(r"\.\.\."),
        "In deze tekst staan drie losse punten.",
        "Gebruik het beletselteken: …",
    ),
    _Tekstregel(
        "los-streepje",
        _heeft(" - "),
        "In deze tekst staat een kort streepje tussen spaties.",
        "Gebruik een gedachtestreepje: –",
    ),
    _Tekstregel(
        "losse-tekens",
        lambda tekst: not unicodedata.is_normalized("NFC", tekst),
        "In deze tekst staan letters en accenten los van elkaar.",
        "Typ de letters met accent opnieuw.",
    ),
)


def teksten_zijn_schoon(lezing: Lezing) -> Iterator[Melding]:
    """No text of any file breaks one of the rules about characters; what is only style may stay in a text
    that is on lock.
    """
    for soort, bron, pad, tekst in lezing.teksten():
        for melding in keur_tekst(bron.plek(pad), tekst):
            if melding.ernst is Ernst.FOUT or not lezing.is_vast(soort, pad):
                yield melding


def keur_tekst(plek: Plek, tekst: str) -> Iterator[Melding]:
    """Give the rules about characters that one text breaks."""
    for regel in _TEKSTREGELS:
        if regel.geldt(tekst):
            yield Melding(plek, regel.code, regel.tekst, regel.raad, regel.ernst)


def lijsten_herhalen_niets(lezing: Lezing) -> Iterator[Melding]:
    """No list of texts has the same text twice."""
    for bron in lezing.alle_bronnen():
        for pad, lijst in takken(bron.waarde):
            if isinstance(lijst, tuple):
                gezien: set[str] = set()
                for nummer, lid in enumerate(lijst):
                    tekst = lid.get("vraag") if isinstance(lid, dict) and pad[-1:] == ("vragen",) else lid
                    if isinstance(tekst, str):
                        gelijkvormig = " ".join(tekst.casefold().split())
                        if gelijkvormig and gelijkvormig in gezien:
                            wat = _ENKELVOUD.get(str(pad[-1]), "tekst")
                            yield Melding(
                                bron.plek((*pad, nummer)),
                                f"{wat}-herhaald",
                                "Dit staat al eerder in dezelfde lijst.",
                                "Haal een van de twee weg of schrijf iets anders.",
                            )
                        gezien.add(gelijkvormig)


REGELS = (teksten_zijn_schoon, lijsten_herhalen_niets)
