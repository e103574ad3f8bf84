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

RAAD = (
    "Zet de tekst van de maker terug of haal die opnieuw op met kaartgen importeer. "
    "Heb je toestemming om te veranderen? Zet dan in publicatie.yaml wijzigen_toegestaan op true."
)


def maak_slot(publicatie: Publicatie) -> bytes:
    """Give the content of the lock for the texts as they stand in a publication now."""
    rijen = [[*pad, kenmerk] for pad, kenmerk in _kenmerken(publicatie).items()]
    return ("[\n" + ",\n".join(json.dumps(rij, ensure_ascii=False) for rij in rijen) + "\n]\n").encode()


def gewijzigde_teksten(publicatie: Publicatie) -> Iterator[Melding]:
    """Give every fixed text that is not as it was brought in, at its place.

    Nothing for a publication without a lock, and where the makers allow changes.
    """
    if not is_op_slot(publicatie.map, publicatie.gegevens):
        return
    bestand = publicatie.map / SLOTBESTAND
    try:
        slot: dict[Pad, str] = {tuple(pad): kenmerk for *pad, kenmerk in json.loads(bestand.read_bytes())}
    except (OSError, ValueError, TypeError):
        tekst, raad = "Dit slot op de vaste teksten is onleesbaar.", "Haal de publicatie opnieuw op."
        yield Melding(Plek(relatief(bestand)), "slot-onleesbaar", tekst, raad)
        return
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
