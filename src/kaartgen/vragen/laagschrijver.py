"""From Laag to its file: what somebody wrote there stays, only what changed becomes different."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kaartgen.meldingen import Fouten, Melding, Plek, relatief
from kaartgen.vragen.laag import Kaartlaag, Laag, Laagvraag, kenmerk, laag_uit
from kaartgen.vragen.samenvoeging import LIJKT, lijkt
from kaartgen.vragen.yamlwijziging import NietTeWijzigen, schrijf_velden, wijzig
from kaartgen.wegschrijven import schrijf

BOM = "\ufeff"


def schrijf_laag(pad: Path, laag: Laag) -> Laag:
    """Write a layer to its file, at once or not at all, and give it as it stands there.

    Comments, order, quotes and blank lines of a file that is there survive. Raises Fouten, and leaves the
    file as it is, when it is no longer the file that was read, and when it cannot be changed safely.
    """
    doel = pad.resolve()
    oud = doel.read_bytes() if doel.exists() else None
    if laag.merk != ("" if oud is None else kenmerk(oud)):
        wat = "Dit bestand is intussen veranderd; er is niets geschreven."
        raise Fouten(
            [_fout(pad, "laag-intussen-anders", wat, "Bewaar het in je editor en probeer het opnieuw.")]
        )
    if oud is not None and _lees_na(pad, oud) == laag:
        return laag
    nieuw = laagtekst(laag, oud).encode()
    geschreven = _lees_na(pad, nieuw)
    if geschreven != laag:
        wat = (
            "Dit bestand is zo opgebouwd dat kaartgen het niet veilig kan veranderen; er is niets geschreven."
        )
        raad = "Schrijf elk veld op een eigen regel, zonder verwijzingen met & en *, en probeer het opnieuw."
        raise Fouten([_fout(pad, "laag-niet-te-wijzigen", wat, raad)])
    schrijf(doel, nieuw, zeker=True)
    return geschreven


def laagtekst(laag: Laag, oud: bytes | None = None) -> str:
    """Give the text of a layer file; `oud` are the bytes that stand there now, if any."""
    if oud is None:
        return schrijf_velden(_velden(laag, {}))
    tekst = oud.decode("utf-8")
    begin = BOM if tekst.startswith(BOM) else ""
    was = _gewoon(laag.bron.waarde or {})
    try:
        return begin + wijzig(tekst.removeprefix(BOM), was, _velden(laag, was), _lijken)
    except NietTeWijzigen:
        return tekst


def _lees_na(pad: Path, inhoud: bytes) -> Laag | None:
    try:
        return laag_uit(relatief(pad), inhoud)
    except Fouten:
        return None


def _fout(pad: Path, code: str, wat: str, raad: str) -> Melding:
    return Melding(Plek(relatief(pad)), code, wat, raad)


def laagvelden(laag: Laag, was: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Give what a layer says of itself as the values of its file; `was` are the values there now."""
    velden = {"naam": laag.naam, "publicatie": laag.publicatie}
    return velden | ({"editie": laag.editie} if laag.editie or "editie" in (was or {}) else {})


def kaartvelden(kaart: Kaartlaag, was: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Give what a layer says of a card as the values of its file; an empty one stays if it was there."""
    vragen = None if kaart.vragen is None else tuple(map(_regel, kaart.vragen))
    velden = {"inhoud": kaart.inhoud, "vragen": vragen, "weglaten": kaart.weglaten, "erbij": kaart.erbij}
    return {
        naam: waarde
        for naam, waarde in velden.items()
        if waarde or (waarde == () and (naam == "vragen" or naam in (was or {})))
    }


def _velden(laag: Laag, was: Mapping[str, Any]) -> dict[str, Any]:
    oud: Mapping[str, Any] = was.get("kaarten", {})
    kaarten = {id_: kaartvelden(een, oud.get(id_)) for id_, een in laag.kaarten.items()}
    return laagvelden(laag, was) | {"kaarten": kaarten}


def _regel(vraag: Laagvraag) -> str | dict[str, str]:
    if vraag.behoud:
        return {"behoud": vraag.tekst}
    return {"vraag": vraag.tekst, "vervangt": vraag.vervangt} if vraag.vervangt else vraag.tekst


def _gewoon(waarde: Mapping[str, Any]) -> dict[str, Any]:
    """Give the values of a file with an own question always written in the same way."""
    kaarten = {
        id_: {
            naam: tuple(_kort(een) for een in lid) if naam == "vragen" and lid is not None else lid
            for naam, lid in kaart.items()
        }
        for id_, kaart in waarde.get("kaarten", {}).items()
    }
    return {**waarde, "kaarten": kaarten}


def _kort(regel: Any) -> Any:
    if isinstance(regel, dict) and (over := {naam: een for naam, een in regel.items() if een is not None}):
        return over["vraag"] if set(over) == {"vraag"} else over
    return regel


def _lijken(een: Any, ander: Any) -> bool:
    return lijkt(_tekst(een), _tekst(ander)) >= LIJKT


def _tekst(regel: Any) -> str:
    return str(regel.get("behoud") or regel.get("vraag")) if isinstance(regel, dict) else str(regel)
