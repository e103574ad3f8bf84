"""From the bytes of a PDF to what an aid reads aloud: the text in the order of the structure tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kaartgen.toegankelijkheid.pdf_boom import GROEPEN, IN_DE_REGEL, Element, Inhoud, Voorwerp
from kaartgen.toegankelijkheid.pdf_dossier import Dossier
from kaartgen.toegankelijkheid.pdf_openen import ONLEESBAAR, NietTeKeuren, geopend
from kaartgen.toegankelijkheid.pdf_waarden import tekst, veld

NIVEAUS = {"H": 1, **{f"H{niveau}": niveau for niveau in range(1, 7)}}
OPSOMMING = "L"


@dataclass(frozen=True, slots=True)
class Leesdeel:
    """Run of text that is read the same way.

    `tekst` is what is read and `getekend` what stands on the page; they differ where an element has `alt` or
    `vervangend` (ActualText). `rol` is the standard type of the nearest element, `pad` those of all around
    it, from the top; `niveau` is that of a heading, or how deep a list is in lists, else 0. `blok` has the
    same value for all text of one paragraph, whatever is within the line. `pagina` is from 1; 0 is unknown.
    `koppeling` is what a link says of itself (Contents).
    """

    rol: str
    pad: tuple[str, ...]
    niveau: int
    pagina: int
    blok: int
    tekst: str
    getekend: str
    alt: str | None = None
    vervangend: str | None = None
    voluit: str | None = None
    taal: str | None = None
    koppeling: str | None = None


def tekst_in_tagvolgorde(inhoud: bytes) -> tuple[Leesdeel, ...]:
    """Give all text of a PDF as an aid reads it; nothing for a file without structure.

    Raises ValueError, with the reason in Dutch, for what is no PDF or cannot be read.
    """
    try:
        with geopend(inhoud) as dossier:
            return tuple(lees_delen(dossier))
    except NietTeKeuren as fout:
        raise ValueError(f"{fout.bevinding.waar}: {fout.bevinding.tekst}") from fout
    except ONLEESBAAR as fout:
        raise ValueError("bestand: De inhoud van het bestand is niet te lezen.") from fout


def als_regels(delen: Iterable[Leesdeel]) -> tuple[str, ...]:
    """Give what is read as lines, one for each block, with the type of the block before it."""
    regels: list[list[str]] = []
    blok = -1
    for deel in delen:
        if deel.blok != blok:
            regels.append([f"{deel.pad[_blokplek(deel.pad)]}: "])
            blok = deel.blok
        regels[-1].append(deel.tekst)
    return tuple("".join(regel).rstrip() for regel in regels)


def lees_delen(dossier: Dossier) -> Iterator[Leesdeel]:
    """Walk the tree, depth first."""
    if dossier.boom is None:
        return
    stapel: list[tuple[Element | Inhoud | Voorwerp, Element | None]] = [
        (een, None) for een in reversed(dossier.boom.top)
    ]
    while stapel:
        deel, om = stapel.pop()
        if isinstance(deel, Element):
            if deel.tekst("/ActualText") is not None or deel.tekst("/Alt") is not None:
                yield _vervangen(dossier, deel)
            else:
                stapel += ((een, deel) for een in reversed(deel.delen))
        elif isinstance(deel, Inhoud) and om is not None:
            for loop in dossier.lopen.get(deel.plaats, ()):
                yield Leesdeel(
                    *_plaats(om),
                    deel.pagina + 1,
                    _blok(om),
                    loop.gelezen,
                    loop.getekend,
                    loop.alt,
                    loop.vervangend,
                    _dichtst(om, "/E") if loop.voluit is None else loop.voluit,
                    _dichtst(om, "/Lang") if loop.taal is None else loop.taal,
                    _koppeling(om),
                )


def _vervangen(dossier: Dossier, element: Element) -> Leesdeel:
    """Give an element whose text or description takes the place of all that is in it."""
    vervangend, alt = element.tekst("/ActualText"), element.tekst("/Alt")
    binnen = next((een.pagina for een in element.alles() if isinstance(een, Inhoud)), element.pagina)
    return Leesdeel(
        *_plaats(element),
        binnen + 1,
        _blok(element),
        alt or "" if vervangend is None else vervangend,
        dossier.tekst(element),
        alt,
        vervangend,
        _dichtst(element, "/E"),
        _dichtst(element, "/Lang"),
        _koppeling(element),
    )


def _plaats(element: Element) -> tuple[str, tuple[str, ...], int]:
    soorten = [element.soort, *(een.soort for een in element.ouders())]
    niveau = NIVEAUS.get(element.soort, 0) or soorten.count(OPSOMMING)
    return element.soort, tuple(reversed(soorten)), niveau


def _blok(element: Element) -> int:
    _, pad, _ = _plaats(element)
    for _ in range(len(pad) - 1 - _blokplek(pad)):
        assert element.ouder
        element = element.ouder
    return element.nummer


def _blokplek(pad: tuple[str, ...]) -> int:
    """Give where in a path the block is that a text stands in: what is within the line belongs to it."""
    plek = len(pad) - 1
    while plek and pad[plek] in IN_DE_REGEL and pad[plek - 1] not in GROEPEN:
        plek -= 1
    return plek


def _dichtst(element: Element, veldnaam: str) -> str | None:
    """Give a text of an element, or of the nearest one around it that has it."""
    for een in (element, *element.ouders()):
        waarde = een.tekst(veldnaam)
        if waarde is not None:
            return waarde
    return None


def _koppeling(element: Element) -> str | None:
    for een in (element, *element.ouders()):
        if een.soort == "Link":
            objecten = (deel.object_ for deel in een.delen if isinstance(deel, Voorwerp))
            return next(
                (wat for wat in (tekst(veld(object_, "/Contents")) for object_ in objecten) if wat), None
            )
    return None
