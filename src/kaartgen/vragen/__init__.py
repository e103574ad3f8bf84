"""Own questions as layers on top of a publication, whose own files stay as they are.

lees_laag(file) -> Laag; pas_toe(publicatie, lagen) -> Gelaagd; schrijf_laag(file, laag)
"""

from kaartgen.vragen.laag import Kaartlaag, Laag, Laagvraag, lees_laag, nieuwe_laag
from kaartgen.vragen.laagschrijver import schrijf_laag
from kaartgen.vragen.samenvoeging import leg_vast
from kaartgen.vragen.stapel import Gelaagd, Herkomst, pas_toe

__all__ = [
    "Gelaagd",
    "Herkomst",
    "Kaartlaag",
    "Laag",
    "Laagvraag",
    "lees_laag",
    "leg_vast",
    "nieuwe_laag",
    "pas_toe",
    "schrijf_laag",
]
