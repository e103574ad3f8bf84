"""From Drukwerk to a PDF for printing: each face once as a form, sheets that show the forms at their places.

For a press the file is PDF/X-4 (ISO 15930-7): CMYK, output intent, bleed and trim boxes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reportlab.pdfbase import pdfdoc

from kaartgen.kleuren import Kleurbeheer
from kaartgen.lettertypen import Lettertype
from kaartgen.maten import Mm, Vak, naar_pt
from kaartgen.scene import Drukwerk, Pagina, Plaatsing, Vel, type_kant, type_keren
from kaartgen.weergave.pdf_bestand import (
    MAKER,
    Bestand,
    Bladzijde,
    datum,
    stroom,
    tekstwaarde,
    type_verwijzing,
    xmlstroom,
)
from kaartgen.weergave.pdf_inkt import ALLE_PLATEN, Kleurpen
from kaartgen.weergave.pdf_letters import Letterkast, zet_letters
from kaartgen.weergave.pdf_tekening import (
    OVERDRUK,
    UITSPAREN,
    Tekening,
    teken,
    teken_elementen,
)
from kaartgen.weergave.pdf_xmp import xmp_druk

VERSIE_DRUK = (1, 6)
"""PDF/X-4 knows nothing newer (ISO 15930-7, 6.1)."""

DUPLEX: dict[type_keren, str] = {
    "enkel": "Simplex",
    "omvouwen": "Simplex",
    "lange-zijde": "DuplexFlipLongEdge",
    "korte-zijde": "DuplexFlipShortEdge",
}
"""How a printer turns sheets over (ISO 32000-1, table 150)."""

OVERDRUKKEN = b"<< /Type /ExtGState /OP true /op true /OPM 1 >>"
NIET_OVERDRUKKEN = b"<< /Type /ExtGState /OP false /op false /OPM 1 >>"


@dataclass(frozen=True, slots=True)
class Pers:
    """The press a file is meant for: its ICC profile, the identifier of its printing condition in the
    registry of the ICC, the name of that for people, and whether the file is PDF/A-2b as well."""

    profiel: bytes
    conditie: str
    naam: str
    pdfa: bool


class DrukSchrijver:
    """Writes Drukwerk as PDF in the colours of one printer; it remembers what it drew of each Pagina."""

    def __init__(self, lettertype: Lettertype, kleurbeheer: Kleurbeheer, pers: Pers | None = None) -> None:
        self._letterkast = Letterkast(lettertype)
        self._pen = Kleurpen(kleurbeheer)
        self._pers = pers
        self._tekeningen: dict[int, tuple[Pagina, Tekening]] = {}

    def schrijf(self, werk: Drukwerk, moment: datetime) -> bytes:
        """Give the bytes of the file; `moment` is the date it carries.

        The same sheets and moment always give the same bytes. Raises ValueError for no sheets and for a
        character that the font does not have.
        """
        if not werk.vellen:
            raise ValueError(f"Het drukwerk '{werk.titel}' heeft geen vellen.")
        bestand = Bestand(werk.taal, VERSIE_DRUK if self._pers else None)
        _beschrijf(bestand, werk, moment)
        omgevingen = [
            teken_elementen(vel.elementen, vel.maat.hoogte, self._letterkast, self._pen)
            for vel in werk.vellen
        ]
        paginas = {
            id(plaatsing.pagina): plaatsing.pagina for vel in werk.vellen for plaatsing in vel.plaatsingen
        }
        kaarten = {sleutel: self._tekening(pagina) for sleutel, pagina in paginas.items()}
        zet_letters(bestand, self._letterkast, [deel.letters for deel in (*omgevingen, *kaarten.values())])
        bronnen = self._bronnen(bestand)
        vormen = _Vormen(bestand, bronnen, kaarten, datum(moment))
        for vel, omgeving in zip(werk.vellen, omgevingen, strict=True):
            _zet_vel(bestand, vel, omgeving, vormen, bronnen)
        if self._pers:
            _zet_pers(bestand, self._pers)
            metadata = xmp_druk(werk, moment, bestand.info.producer, self._pers.pdfa)
            bestand.Catalog.Metadata = bestand.verwijs(xmlstroom(metadata))
        return bestand.klaar()

    def _tekening(self, pagina: Pagina) -> Tekening:
        bewaard = self._tekeningen.get(id(pagina))
        if bewaard is None:
            # The page is kept beside its drawing, or its id could pass to another page.
            bewaard = self._tekeningen[id(pagina)] = (pagina, teken(pagina, self._letterkast, self._pen))
        return bewaard[1]

    def _bronnen(self, bestand: Bestand) -> dict[str, object]:
        """Give the resources that every stream may use."""
        bronnen: dict[str, object] = {"Font": bestand.verwijs(bestand.lettertypen)}
        if self._pers:
            standen = {OVERDRUK: OVERDRUKKEN, UITSPAREN: NIET_OVERDRUKKEN}
            bronnen["ExtGState"] = pdfdoc.PDFDictionary(
                {naam: bestand.verwijs(stand) for naam, stand in standen.items()}
            )
            bronnen["ColorSpace"] = pdfdoc.PDFDictionary({ALLE_PLATEN: bestand.verwijs(_alle_platen())})
        return bronnen


def _alle_platen() -> bytes:
    """Give the colour space of marks: one tint for all plates (ISO 32000-1, 8.6.6.4)."""
    functie = b"<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>"
    return b"[/Separation /All /DeviceCMYK %b]" % functie


def _beschrijf(bestand: Bestand, werk: Drukwerk, moment: datetime) -> None:
    """Set what the file tells about itself and about how it wants to be printed."""
    bestand.setTitle(werk.titel)
    bestand.setAuthor(werk.maker)
    bestand.setSubject(werk.onderwerp)
    bestand.setCreator(MAKER)
    bestand.setDateFormatter(lambda *_: datum(moment))
    bestand.Catalog.Outlines = None
    bestand.Catalog.ViewerPreferences = pdfdoc.PDFDictionary(
        {
            "DisplayDocTitle": pdfdoc.PDFtrue,
            "PrintScaling": "/None",
            "Duplex": f"/{DUPLEX[werk.keren]}",
        }
    )


def _zet_pers(bestand: Bestand, pers: Pers) -> None:
    """Set the output intent (ISO 32000-1, 14.11.5); for PDF/A a second one with the same profile."""
    profiel = bestand.verwijs(stroom(pers.profiel, extra={"N": 4}, ingepakt=False))
    soorten = ("GTS_PDFX", "GTS_PDFA1") if pers.pdfa else ("GTS_PDFX",)
    bestand.Catalog.OutputIntents = pdfdoc.PDFArray(
        [
            bestand.verwijs(
                pdfdoc.PDFDictionary(
                    {
                        "Type": "/OutputIntent",
                        "S": f"/{soort}",
                        "OutputConditionIdentifier": tekstwaarde(pers.conditie),
                        "OutputCondition": tekstwaarde(pers.naam),
                        "RegistryName": tekstwaarde("http://www.color.org"),
                        "Info": tekstwaarde(pers.naam),
                        "DestOutputProfile": profiel,
                    }
                )
            )
            for soort in soorten
        ]
    )


class _Vormen:
    """The forms of a file: one for each face of each card."""

    def __init__(
        self, bestand: Bestand, bronnen: dict[str, object], tekeningen: dict[int, Tekening], gewijzigd: str
    ) -> None:
        self._bestand = bestand
        self._bronnen = bestand.verwijs(pdfdoc.PDFDictionary(bronnen))
        self._tekeningen = tekeningen
        self._gewijzigd = tekstwaarde(gewijzigd)
        self._gemaakt: dict[tuple[int, str, type_kant], type_verwijzing] = {}

    def vorm(self, plaatsing: Plaatsing, afloop: Mm) -> type_verwijzing:
        """Give the form of a face (ISO 32000-1, 8.10); what is beyond its bleed is cut off."""
        sleutel = (id(plaatsing.pagina), plaatsing.code, plaatsing.kant)
        if sleutel not in self._gemaakt:
            maat = plaatsing.pagina.maat
            netto = Vak(Mm(0), Mm(0), maat.breedte, maat.hoogte)
            self._gemaakt[sleutel] = self._bestand.verwijs(
                stroom(
                    self._tekeningen[sleutel[0]].inhoud,
                    extra={
                        "Type": "/XObject",
                        "Subtype": "/Form",
                        "BBox": _rechthoek(netto.krimp(*[-afloop] * 4), maat.hoogte),
                        "Resources": self._bronnen,
                        "LastModified": self._gewijzigd,
                        "PieceInfo": self._kenmerk(plaatsing, _rechthoek(netto, maat.hoogte)),
                    },
                )
            )
        return self._gemaakt[sleutel]

    def _kenmerk(self, plaatsing: Plaatsing, netto: bytes) -> bytes:
        """Say which card this is, for the preflight (ISO 32000-1, 14.5)."""
        eigen = b"<< /Code %b /Kant /%b /Netto %b >>" % (
            tekstwaarde(plaatsing.code),
            plaatsing.kant.encode("ascii"),
            netto,
        )
        return b"<< /kaartgen << /LastModified %b /Private %b >> >>" % (self._gewijzigd, eigen)


def _zet_vel(
    bestand: Bestand, vel: Vel, omgeving: Tekening, vormen: _Vormen, bronnen: dict[str, object]
) -> None:
    pagina = Bladzijde()
    hoogte = vel.maat.hoogte
    alles = Vak(Mm(0), Mm(0), vel.maat.breedte, hoogte)
    pagina.MediaBox = _rechthoek(alles, hoogte)
    pagina.TrimBox = _rechthoek(vel.netto, hoogte)
    pagina.BleedBox = _rechthoek(_snijvlak(vel.netto.krimp(*[-vel.afloop] * 4), alles), hoogte)
    namen = {f"K{nummer}": vormen.vorm(een, vel.afloop) for nummer, een in enumerate(vel.plaatsingen)}
    pagina.Resources = pdfdoc.PDFDictionary(
        {**bronnen, "XObject": pdfdoc.PDFDictionary(namen)} if namen else dict(bronnen)
    )
    kaarten = "".join(
        f"q {_stand(een, hoogte)} cm /K{nummer} Do Q\n" for nummer, een in enumerate(vel.plaatsingen)
    )
    begin, eind, vormen_ = (stroom(een, ingepakt=False) for een in (b"q\n", b"Q\n", kaarten.encode("ascii")))
    stromen = (begin, stroom(omgeving.inhoud), eind, vormen_)
    pagina.Contents = pdfdoc.PDFArray([bestand.verwijs(een) for een in stromen])
    bestand.addPage(pagina)


def _stand(plaatsing: Plaatsing, hoogte: Mm) -> str:
    """Give the matrix that puts a face at its place: moved, or turned half round and moved."""
    vak = plaatsing.vak
    if plaatsing.draai:
        return f"-1 0 0 -1 {naar_pt(vak.rechts):.5f} {naar_pt(Mm(hoogte - vak.y)):.5f}"
    return f"1 0 0 1 {naar_pt(vak.x):.5f} {naar_pt(Mm(hoogte - vak.onder)):.5f}"


def _snijvlak(een: Vak, ander: Vak) -> Vak:
    x, y = max(een.x, ander.x), max(een.y, ander.y)
    rechts, onder = min(een.rechts, ander.rechts), min(een.onder, ander.onder)
    return Vak(x, y, Mm(rechts - x), Mm(onder - y))


def _rechthoek(vak: Vak, hoogte: Mm) -> bytes:
    """Give a rectangle in pt with its origin at the bottom left of a page `hoogte` mm high."""
    punten = (vak.x, Mm(hoogte - vak.onder), vak.rechts, Mm(hoogte - vak.y))
    return _getallen(map(naar_pt, punten))


def _getallen(getallen: Iterable[float]) -> bytes:
    return b"[" + b" ".join(b"%.5f" % getal for getal in getallen) + b"]"
