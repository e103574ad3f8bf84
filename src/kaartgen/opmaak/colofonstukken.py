"""What a colophon tells: edition, licence, maker and clients, as headings with paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from kaartgen.inhoud.model import Gegevens
from kaartgen.opmaak.ontwerp import Woorden


@dataclass(frozen=True, slots=True)
class Colofonstuk:
    """Heading with its paragraphs; `lijst` says that they are a list of names."""

    kop: str
    teksten: tuple[str, ...]
    lijst: bool = False


def colofonstukken(gegevens: Gegevens, woorden: Woorden) -> tuple[Colofonstuk, ...]:
    """Give the parts of the colophon in reading order."""
    bron = woorden.bron.format(bron=gegevens.bron)
    stukken = [
        Colofonstuk(woorden.over_editie, (gegevens.editietoelichting,)),
        Colofonstuk(woorden.licentie, (f"{gegevens.licentie.naam}.", *gegevens.licentie.tekst)),
        Colofonstuk(woorden.maker, (f"{gegevens.maker} ({gegevens.jaar}).", bron)),
        Colofonstuk(woorden.opdrachtgevers, gegevens.opdrachtgevers, lijst=True),
    ]
    return tuple(stuk for stuk in stukken if any(stuk.teksten))
