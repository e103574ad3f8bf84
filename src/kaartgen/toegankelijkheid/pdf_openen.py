"""From the bytes of a PDF to a Dossier: opens it within bounds and reads what rules ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from pikepdf import Pdf

from kaartgen.pdflezen.ontpakken import TeGroot
from kaartgen.pdflezen.openen import MAX_PAGINAS, ONLEESBAAR, GeenPdf, Versleuteld, open_pdf
from kaartgen.pdflezen.waarden import rij, sleutel, veld
from kaartgen.pdflezen.xmp import lees_xmp
from kaartgen.toegankelijkheid.bevinding import Bevinding
from kaartgen.toegankelijkheid.pdf_boom import Boom, Inhoud, lees_boom, type_plaats
from kaartgen.toegankelijkheid.pdf_dossier import BESTAND, UA, Blad, Dossier
from kaartgen.toegankelijkheid.pdf_lezer import Lezer
from kaartgen.toegankelijkheid.pdf_loop import Loop, lees_lopen

MAX_ANNOTATIES = 50_000
OPNIEUW = "Maak het bestand opnieuw."
NORM = f"{UA}6.1"


class NietTeKeuren(Exception):
    """A file, or a part of it, cannot be looked at; `bevinding` says why."""

    def __init__(self, waar: str, regel: str, tekst: str, raad: str = OPNIEUW, norm: str = NORM) -> None:
        self.bevinding = Bevinding(waar, regel, tekst, raad, norm)
        super().__init__(str(self.bevinding))


@contextmanager
def geopend(data: bytes) -> Iterator[Dossier]:
    """Open a file and read it. Raises NietTeKeuren for what is no PDF, or no PDF that can be read."""
    with _pdf(data) as pdf:
        try:
            dossier = _lees(data, pdf)
        except TeGroot:
            tekst = "De inhoud is uitgepakt zo groot of zo ingewikkeld dat zij niet te keuren is."
            raise NietTeKeuren(BESTAND, "te-groot", tekst, "Maak het bestand eenvoudiger.") from None
        except ONLEESBAAR as fout:
            tekst = "De inhoud van het bestand is niet te lezen."
            raise NietTeKeuren(BESTAND, "beschadigd", tekst) from fout
        yield dossier


def _pdf(data: bytes) -> Pdf:
    try:
        return open_pdf(data)
    except GeenPdf:
        raise NietTeKeuren(BESTAND, "geen-pdf", "Dit is geen PDF.", "Kies een PDF.") from None
    except TeGroot:
        tekst = "Het bestand is uitgepakt te groot om te keuren."
        raise NietTeKeuren(BESTAND, "te-groot", tekst, "Maak het bestand eenvoudiger.") from None
    except Versleuteld as fout:
        raad = "Bewaar het zonder wachtwoord; ook een hulpmiddel moet het kunnen openen."
        tekst = "Het bestand gaat alleen open met een wachtwoord."
        raise NietTeKeuren(BESTAND, "wachtwoord", tekst, raad, f"{UA}7.16") from fout
    except ONLEESBAAR as fout:
        tekst = "Het bestand is beschadigd en gaat niet open."
        raise NietTeKeuren(BESTAND, "beschadigd", tekst) from fout


def _lees(data: bytes, pdf: Pdf) -> Dossier:
    objecten = [pagina.obj for pagina in pdf.pages]
    if not objecten:
        raise NietTeKeuren(BESTAND, "geen-paginas", "Het bestand heeft geen pagina’s.")
    if len(objecten) > MAX_PAGINAS:
        tekst = f"Het bestand heeft meer dan {MAX_PAGINAS} pagina’s."
        raise NietTeKeuren(BESTAND, "te-groot", tekst, "Verdeel het over meer bestanden.")
    nummers = {eigen: index for index, een in enumerate(objecten) if (eigen := sleutel(een)) is not None}
    lezer = Lezer(pdf)
    bladen: list[Blad] = []
    over = MAX_ANNOTATIES
    for index, object_ in enumerate(objecten):
        try:
            annotaties = tuple(rij(veld(object_, "/Annots")))
            over -= len(annotaties)
            if over < 0:
                raise TeGroot
            bladen.append(Blad(index + 1, object_, annotaties, lezer.pagina(index, object_)))
        except ONLEESBAAR as fout:
            tekst = "De pagina is niet te lezen."
            raise NietTeKeuren(f"pagina {index + 1}", "pagina-onleesbaar", tekst) from fout
    boom = lees_boom(veld(pdf.Root, "/StructTreeRoot"), nummers)
    lopen = lees_lopen(blad.getekend for blad in bladen)
    return Dossier(
        data=data,
        pdf=pdf,
        bladen=tuple(bladen),
        nummers=nummers,
        boom=boom,
        gevuld=_gevuld(boom, lopen) if boom else frozenset(),
        lopen=lopen,
        gebruik=tuple(lezer.gebruik.values()),
        xmp=lees_xmp(veld(pdf.Root, "/Metadata")),
    )


def _gevuld(boom: Boom, lopen: Mapping[type_plaats, tuple[Loop, ...]]) -> frozenset[int]:
    """Give the numbers of the elements with something to read in them or in what is below them."""
    te_lezen = {plaats for plaats, delen in lopen.items() if any(loop.gelezen.strip() for loop in delen)}
    uit: set[int] = set()
    for element in reversed(boom.elementen):
        if (
            element.nummer in uit
            or any(isinstance(deel, Inhoud) and deel.plaats in te_lezen for deel in element.delen)
            or (element.tekst("/Alt") or element.tekst("/ActualText") or "").strip()
        ):
            uit.add(element.nummer)
            if element.ouder:
                uit.add(element.ouder.nummer)
    return frozenset(uit)
