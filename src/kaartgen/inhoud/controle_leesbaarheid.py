"""Rules about how easily the texts read, in languages that have a Schrijfwijzer."""

from __future__ import annotations

from collections.abc import Iterator

from kaartgen.inhoud.bedoeling import raad_bedoeling
from kaartgen.inhoud.bron import Bron, Pad
from kaartgen.inhoud.leesgemak import leesgemak
from kaartgen.inhoud.lezing import Lezing
from kaartgen.inhoud.schrijfwijzer import Schrijfwijzer
from kaartgen.inhoud.taalgebruik import Taalgebruik
from kaartgen.inhoud.zinnen import zinnen
from kaartgen.inhoud.zinskeuring import zinsbevindingen
from kaartgen.meldingen import Ernst, Melding

ZINSVELDEN = frozenset(
    {
        "titel",
        "editietoelichting",
        "toelichting",
        "opvattingen",
        "handelingsperspectieven",
        "inleiding",
        "suggesties",
        "kop",
        "punten",
        "tip",
        "vraag",
        "samenvatting",
        "tekst",
        "inhoud",
        "gebruik",
        "afdrukken",
    }
)
"""Fields with sentences for readers; reflectievragen have rules of their own, in other fields stand names."""
_ZONDER_ZINNEN = ("reflectievragen", "waardenvragen", "woordkeuze")
_GEHELEN = {
    "waardenclusters": ("toelichting", "opvattingen"),
    "ambtsdragers": ("inleiding", "opvattingen", "handelingsperspectieven", "suggesties"),
    "onderwerpen": ("inleiding", "punten"),
    "tabletboek": ("tekst",),
}
"""Per kind of file what is read in one go, and of which fields."""


def taal_heeft_schrijfwijzer(lezing: Lezing, taal: Taalgebruik) -> Iterator[Melding]:
    """There are rules for the language of the publication, else it is said once that there are none."""
    yield from taal.meldingen
    if lezing.gegevens and taal.wijzer is None and not taal.meldingen:
        wat = f"Voor de taal ‘{lezing.gegevens.taal}’ is er geen schrijfwijzer; alleen de lengte telt."
        raad = "Maak er een in data/schrijfwijzers, naar het voorbeeld van nl.yaml, of laat het zo."
        yield lezing.waarschuwing(("publicatie", "taal"), "schrijfwijzer-ontbreekt", wat, raad)


def zinnen_lezen_gemakkelijk(lezing: Lezing, taal: Taalgebruik) -> Iterator[Melding]:
    """No sentence is too long, has a heavy word or piles up passives."""
    if taal.wijzer is None:
        return
    for soort, bron, pad, tekst in lezing.teksten():
        if _is_zin(soort, pad) and not lezing.is_vast(soort, pad):
            for een in zinsbevindingen(tekst, taal.wijzer):
                yield Melding(bron.plek(pad), f"zin-{een.regel}", een.tekst, een.raad, Ernst.WAARSCHUWING)


def gehelen_lezen_gemakkelijk(lezing: Lezing, taal: Taalgebruik) -> Iterator[Melding]:
    """No onderwerp, waardencluster, ambtsdrager or hoofdstuk reads very hard as a whole."""
    wijzer = taal.wijzer
    if wijzer is None:
        return
    for (bron, pad), teksten in _gehelen(lezing).items():
        score = leesgemak(_alle_zinnen(teksten, wijzer), wijzer.leesmaat)
        if score is not None and score < wijzer.leesmaat.laagste:
            wat = f"Als geheel leest dit moeilijk: leesgemak {score:.0f} ({wijzer.leesmaat.naam})."
            raad = f"Kies kortere zinnen en kortere woorden; vanaf {wijzer.leesmaat.laagste:.0f} is het goed."
            yield Melding(_bron(lezing, bron).plek(pad), "leesgemak-laag", wat, raad, Ernst.WAARSCHUWING)


def woordkeuze_klopt(lezing: Lezing, taal: Taalgebruik) -> Iterator[Melding]:
    """What a publication allows is a heavy word, with a reason."""
    if lezing.woordkeuze is None or taal.basis is None:
        return
    eigen = [vorm for regel in lezing.woordkeuze.jargon for vorm in regel.vormen]
    bekend = [*(vorm for regel in taal.basis.jargon for vorm in regel.vormen), *eigen]
    for woord, reden in lezing.woordkeuze.mag.items():
        plek: Pad = ("woordkeuze", "mag", woord)
        if woord not in bekend:
            wat = f"‘{woord}’ geeft nergens een waarschuwing."
            raad = raad_bedoeling(woord, bekend, "Haal de regel weg.")
            yield lezing.waarschuwing(plek, "woordkeuze-onbekend", wat, raad)
        elif not reden or not reden.strip():
            wat = f"Bij ‘{woord}’ staat niet waarom het mag."
            raad = f"Schrijf er een reden achter: ‘{woord}: …’."
            yield lezing.waarschuwing(plek, "woordkeuze-zonder-reden", wat, raad)


def _is_zin(soort: str, pad: Pad) -> bool:
    namen = [stap for stap in pad if isinstance(stap, str)]
    if soort == "publicatie" and namen[0] == "licentie":
        return False
    if soort in _ZONDER_ZINNEN:
        return namen[-1] == "tip"
    return namen[-1] in ZINSVELDEN


def _gehelen(lezing: Lezing) -> dict[tuple[str, Pad], list[str]]:
    """Give the texts of each whole by the file and the place in it where it starts."""
    gevonden: dict[tuple[str, Pad], list[str]] = {}
    for soort, bron, pad, tekst in lezing.teksten():
        namen = [stap for stap in pad if isinstance(stap, str)]
        if soort in _GEHELEN and namen[-1] in _GEHELEN[soort] and not lezing.is_vast(soort, pad):
            kop = _kop(soort, pad)
            gevonden.setdefault((bron.bestand, kop), []).append(tekst)
    return gevonden


def _kop(soort: str, pad: Pad) -> Pad:
    return pad[:2] if soort == "tabletboek" else ("id",)


def _bron(lezing: Lezing, bestand: str) -> Bron:
    return next(bron for bron in lezing.alle_bronnen() if bron.bestand == bestand)


def _alle_zinnen(teksten: list[str], wijzer: Schrijfwijzer) -> list[str]:
    return [zin for tekst in teksten for zin in zinnen(tekst, wijzer.afkortingen)]


REGELS = (taal_heeft_schrijfwijzer, zinnen_lezen_gemakkelijk, gehelen_lezen_gemakkelijk, woordkeuze_klopt)
