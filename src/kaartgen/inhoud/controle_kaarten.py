"""Rules about the kaarten: their numbers, titles and contents."""

from __future__ import annotations

from collections.abc import Iterator

from kaartgen.inhoud.bron import Pad
from kaartgen.inhoud.lezing import Lezing
from kaartgen.inhoud.model import Kaartsoort, Toonbaar
from kaartgen.meldingen import Melding

_GROEPEN: frozenset[Toonbaar] = frozenset(
    {"waardencluster", "prioriteiten", "handelingsperspectieven", "onderwerp"}
)
PAST_BIJ: dict[Kaartsoort, frozenset[Toonbaar]] = {
    "overzicht": frozenset({"waarden"}),
    "wiel": frozenset({"waardenclusters"}),
    "blokken": _GROEPEN,
    "kolommen": _GROEPEN,
    "gestapeld": _GROEPEN,
    "tabel": _GROEPEN,
    "stappen": frozenset({"onderwerp"}),
    "citaten": frozenset({"onderwerp"}),
    "lijst": frozenset({"suggesties", "onderwerp"}),
}
"""What each soort of kaart can show."""


def nummers_lopen_door(lezing: Lezing) -> Iterator[Melding]:
    """The kaarten are numbered from 1 without doubles or gaps."""
    gezien: set[int] = set()
    for plaats, kaart in lezing.kaarten.items():
        if kaart.nummer in gezien:
            wat = f"Het kaartnummer {kaart.nummer} is al gebruikt."
            yield lezing.fout(
                ("kaarten", plaats, "nummer"), "nummer-dubbel", wat, "Geef elke kaart een eigen nummer."
            )
        gezien.add(kaart.nummer)
    ontbreekt = sorted(set(range(1, len(gezien) + 1)) - gezien)
    if ontbreekt and len(lezing.kaarten) == lezing.aantal("kaarten", "kaarten"):
        te_hoog = next(plaats for plaats, kaart in lezing.kaarten.items() if kaart.nummer > len(gezien))
        wat = f"De kaartnummers lopen niet door: {ontbreekt[0]} ontbreekt."
        yield lezing.fout(
            ("kaarten", te_hoog, "nummer"), "nummer-gat", wat, "Nummer de kaarten 1, 2, 3 en zo verder."
        )


def titels_verschillen(lezing: Lezing) -> Iterator[Melding]:
    """No two kaarten ask the same: the vraag is the title of a slide."""
    gezien: dict[str, str] = {}
    for plaats, kaart in lezing.kaarten.items():
        vraag = gelijkvormig(kaart.vraag)
        if vraag in gezien:
            wat = f"De kaart ‘{gezien[vraag]}’ heeft dezelfde vraag."
            yield lezing.fout(
                ("kaarten", plaats, "vraag"), "titel-dubbel", wat, "Geef elke kaart een eigen vraag."
            )
        gezien.setdefault(vraag, kaart.id)


def titel_is_vraag(lezing: Lezing) -> Iterator[Melding]:
    """The vraag of a kaart is a question."""
    for plaats, kaart in lezing.kaarten.items():
        pad: Pad = ("kaarten", plaats, "vraag")
        if "?" not in kaart.vraag and not lezing.is_vast("kaarten", pad[1:]):
            wat = "In de vraag op deze kaart staat geen vraagteken."
            yield lezing.waarschuwing(pad, "titel-zonder-vraagteken", wat, "Maak er een vraag van.")


def soort_past_bij_inhoud(lezing: Lezing) -> Iterator[Melding]:
    """A soort of kaart can show what the kaart shows."""
    for plaats, kaart in lezing.kaarten.items():
        (wat,) = kaart.toont
        if wat not in PAST_BIJ[kaart.soort]:
            soorten = [soort for soort, inhoud in PAST_BIJ.items() if wat in inhoud]
            tekst = f"Een kaart van de soort ‘{kaart.soort}’ kan geen {wat} laten zien."
            raad = f"Kies als soort: {', '.join(soorten)}."
            yield lezing.fout(("kaarten", plaats, "soort"), "soort-past-niet", tekst, raad)


def getoonde_inhoud_is_er(lezing: Lezing) -> Iterator[Melding]:
    """A kaart shows handelingsperspectieven or suggesties of an ambtsdrager that has them."""
    for plaats, kaart in lezing.kaarten.items():
        ((wat, id_),) = kaart.toont.items()
        ambtsdrager = lezing.ambtsdragers.get(id_)
        if ambtsdrager is None:
            continue
        pad: Pad = ("kaarten", plaats, "toont", wat)
        if wat == "suggesties" and ambtsdrager.vereniging is None:
            tekst = f"Bij ‘{id_}’ staat geen vereniging met suggesties."
            raad = f"Vul ‘vereniging:’ in bij ambtsdragers/{id_}.yaml of haal deze kaart weg."
            yield lezing.fout(pad, "suggesties-ontbreken", tekst, raad)
        if wat == "handelingsperspectieven":
            zonder = [een.waarde for een in ambtsdrager.prioriteiten if not een.handelingsperspectieven]
            if zonder:
                tekst = f"Bij ‘{id_}’ ontbreken de handelingsperspectieven van: {', '.join(zonder)}."
                raad = f"Vul ze aan in ambtsdragers/{id_}.yaml of haal deze kaart weg."
                yield lezing.fout(pad, "handelen-ontbreekt", tekst, raad)


def kaart_zit_in_selectie(lezing: Lezing) -> Iterator[Melding]:
    """Every kaart is in a selectie, otherwise nobody gets it."""
    gekozen: set[str] = set()
    for selectie in lezing.selecties.values():
        gekozen |= set(lezing.ids("kaarten", "kaarten") if selectie.kaarten == "alle" else selectie.kaarten)
    if len(lezing.selecties) < lezing.aantal("selecties", "selecties") or "selecties" in lezing.onvolledig:
        return
    for plaats, kaart in lezing.kaarten.items():
        if kaart.id not in gekozen:
            wat = f"De kaart ‘{kaart.id}’ zit in geen enkele selectie."
            raad = "Zet de id bij een selectie in selecties.yaml."
            yield lezing.waarschuwing(("kaarten", plaats, "id"), "kaart-zonder-selectie", wat, raad)


def gelijkvormig(tekst: str) -> str:
    """Give a text without what does not make it another one: capitals and the number of spaces."""
    return " ".join(tekst.casefold().split())


REGELS = (
    nummers_lopen_door,
    titels_verschillen,
    titel_is_vraag,
    soort_past_bij_inhoud,
    getoonde_inhoud_is_er,
    kaart_zit_in_selectie,
)
