"""Office files that came back: their bounds, their XML, and what users are told when one is not read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from kaartgen import officelezen
from kaartgen.meldingen import Fouten, Melding, Plek
from kaartgen.officelezen import Geweigerd, Grenzen, Reden

GRENZEN = Grenzen(bestand=100_000_000, leden=5_000, samen=100_000_000)

Pakket: TypeAlias = officelezen.Pakket[etree._Element]

_OPNIEUW = "Open het in het programma waarmee je het bewerkte en bewaar het opnieuw, onder een andere naam."
_KAPOT = "Dit bestand is beschadigd of niet compleet."
_ELDERS = "Een deel van dit bestand heeft een naam die naar een andere map wijst."
_OUD = "Dit bestand is in een oude vorm bewaard, of met een wachtwoord."
_OP_SLOT = "Dit bestand is met een wachtwoord beveiligd."
_UITGEPAKT = "Het deel {} wordt uitgepakt te groot om te lezen."
REDENEN: dict[Reden, tuple[str, ...]] = {
    "te-groot": ("bestand-te-groot", f"Dit bestand is groter dan {GRENZEN.bestand // 1_000_000} MB."),
    "te-veel-delen": ("bestand-te-groot", f"Dit bestand heeft meer dan {GRENZEN.leden} delen."),
    "samengesteld": ("soort-oud", _OUD, "Bewaar het zonder wachtwoord als .pptx of .xlsx."),
    "naam-elders": ("bestand-vreemd", _ELDERS),
    "naam-dubbel": ("bestand-vreemd", "Twee delen van dit bestand hebben dezelfde naam."),
    "ontbreekt": ("bestand-kapot", _KAPOT + " Het deel {} ontbreekt."),
    "op-slot": ("bestand-op-slot", _OP_SLOT, "Bewaar het zonder wachtwoord."),
    "deel-te-groot": ("bestand-te-groot", _UITGEPAKT),
    "samen-te-groot": ("bestand-te-groot", _UITGEPAKT),
    "definities": ("bestand-vreemd", "In het deel {} staan definities die niet in zo’n bestand horen."),
    "onleesbaar": ("bestand-kapot", _KAPOT + " Het deel {} is onleesbaar."),
}
"""Code, what is wrong and, where it is not to save the file anew, what to do. Other reasons are damage."""


def weiger(bestand: str, code: str, tekst: str, raad: str = _OPNIEUW) -> Fouten:
    """Give the exception that says why a file as a whole is not read."""
    return Fouten([Melding(Plek(bestand), code, tekst, raad)])


def geweigerd(bestand: str, fout: Geweigerd) -> Fouten:
    """Give the exception that tells users why a package is not read."""
    code, tekst, *raad = REDENEN.get(fout.reden, ("bestand-kapot", _KAPOT))
    return weiger(bestand, code, tekst.format(fout.deel), *raad)


def ontleed(deel: str, ruw: bytes) -> etree._Element:
    """Give the root of a part. Raises Geweigerd when it is no XML, or XML that lies too deep."""
    ontleder = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        wortel = etree.fromstring(ruw, ontleder)
    except (etree.XMLSyntaxError, ValueError, LookupError) as fout:
        raise Geweigerd("onleesbaar", deel) from fout
    # In an odd encoding a document type is only seen once it is read.
    if wortel.getroottree().docinfo.internalDTD is not None:
        raise Geweigerd("definities", deel)
    return wortel


def naam(element: etree._Element) -> str:
    """Give the name of an element without its namespace, which differs between the dialects of ISO 29500."""
    return str(element.tag).rpartition("}")[2]


def alle(element: etree._Element, *namen: str) -> Iterator[etree._Element]:
    """Give all elements below this one that have one of these names, in the order of the file."""
    return element.iter(*(f"{{*}}{een}" for een in namen))


def verwijzing(element: etree._Element) -> str:
    """Give the id of a relationship; it stands beside an id without a namespace."""
    return next((str(waarde) for sleutel, waarde in element.items() if str(sleutel).endswith("}id")), "")


def eigenschappen(pakket: Pakket) -> dict[str, str]:
    """Give the properties that were added to a file: name and text."""
    wortel = pakket.misschien(pakket.verwant("", "custom-properties"))
    rijen = alle(wortel, "property") if wortel is not None else ()
    return {een.get("name", ""): "".join(map(str, een.itertext())) for een in rijen}
