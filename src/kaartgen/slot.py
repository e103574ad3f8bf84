"""Lock on the texts of makers: digests of what was brought in, to see later what was changed in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256

from kaartgen.inhoud.bron import Pad
from kaartgen.inhoud.model import Publicatie
from kaartgen.inhoud.vast import SLOTBESTAND, is_op_slot, is_vast
from kaartgen.meldingen import Melding, Plek, relatief
from kaartgen.teksten import alle_teksten

OPNIEUW = "Haal de publicatie opnieuw op met kaartgen importeer."
RAAD = (
    "Zet de tekst van de maker terug of haal die opnieuw op met kaartgen importeer. "
    "Heb je toestemming om te veranderen? Zet dan in publicatie.yaml wijzigen_toegestaan op true."
)


def maak_slot(publicatie: Publicatie) -> bytes:
    """Give the content of the lock for the texts as they stand in a publication now."""
    rijen = [[*pad, kenmerk] for pad, kenmerk in _kenmerken(publicatie).items()]
    return ("[\n" + ",\n".join(json.dumps(rij, ensure_ascii=False) for rij in rijen) + "\n]\n").encode()


def kenmerk_van(slot: bytes) -> str:
    """Give the digest of a lock that publicatie.yaml states, so that the lock itself cannot go unseen."""
    return sha256(slot).hexdigest()[:32]


def gewijzigde_teksten(publicatie: Publicatie) -> Iterator[Melding]:
    """Give every fixed text that is not as it was brought in, at its place; or what is wrong with the lock.

    Nothing for a publication that never had a lock, and where the makers allow changes.
    """
    if not is_op_slot(publicatie.map, publicatie.gegevens):
        return
    bestand = publicatie.map / SLOTBESTAND
    try:
        ruw = bestand.read_bytes()
    except OSError:
        if publicatie.gegevens.slot:
            tekst = f"Deze teksten zijn van de maker, maar het slot erop ({SLOTBESTAND}) is weg."
            yield Melding(publicatie.plek("publicatie", "slot"), "slot-ontbreekt", tekst, OPNIEUW)
        return
    try:
        slot: dict[Pad, str] = {tuple(pad): kenmerk for *pad, kenmerk in json.loads(ruw)}
    except (ValueError, TypeError):
        tekst = "Dit slot op de vaste teksten is onleesbaar."
        yield Melding(Plek(relatief(bestand)), "slot-onleesbaar", tekst, OPNIEUW)
        return
    if publicatie.gegevens.slot != kenmerk_van(ruw):
        tekst = "Dit slot op de vaste teksten is niet het slot dat publicatie.yaml noemt."
        yield Melding(Plek(relatief(bestand)), "slot-anders", tekst, OPNIEUW)
    nu = _kenmerken(publicatie)
    for pad in dict.fromkeys((*nu, *slot)):
        if nu.get(pad) != slot.get(pad):
            code, tekst = _verschil(pad in slot, pad in nu)
            yield Melding(publicatie.plek(*pad), code, tekst, RAAD)


def _verschil(was_er: bool, is_er: bool) -> tuple[str, str]:
    if not was_er:
        return "vaste-tekst-erbij", "Deze tekst is niet van de maker."
    if not is_er:
        return "vaste-tekst-weg", "Hier ontbreekt een tekst van de maker."
    return "vaste-tekst-anders", "Deze tekst van de maker is veranderd."


def _kenmerken(publicatie: Publicatie) -> dict[Pad, str]:
    return {
        pad: sha256(tekst.encode()).hexdigest()[:16]
        for pad, tekst in alle_teksten(publicatie)
        if is_vast(str(pad[0]), pad[1:])
    }
