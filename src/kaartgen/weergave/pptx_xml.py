"""Small change of DrawingML: escaped words, ids made from names, links and the looks of text and colour."""

from __future__ import annotations

import re
import uuid
import zlib

from kaartgen.maten import Vak, naar_emu, naar_pt
from kaartgen.scene import Alineastijl, Doel, Kleur, Loop, Thema

NAAMRUIMTEN = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
)
XML_KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EMU_PER_PT = 12_700
HONDERDSTEN = 100
"""Type sizes and spacing are counted in hundredths of a point (ECMA-376 part 1, 20.1.10.72)."""

_BIJZONDER = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_NIET_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SCHEMANAAM = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
_UITLIJNING = {"links": "l", "midden": "ctr", "rechts": "r"}
# PowerPoint paints linked words in the theme's link colour unless this extension says to keep their own.
_EIGEN_KLEUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext>'
    "</a:extLst>"
)
_WORTEL = uuid.uuid5(uuid.NAMESPACE_URL, "urn:kaartgen:pptx")


def inhoud(tekst: str) -> str:
    """Escape words for the inside of an element; characters that XML 1.0 forbids are left out."""
    if not _BIJZONDER.search(tekst):
        return tekst
    tekst = _NIET_IN_XML.sub("", tekst)
    return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def waarde(tekst: str) -> str:
    """Escape words for an attribute between double quotes."""
    if not _BIJZONDER.search(tekst):
        return tekst
    return inhoud(tekst).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def guid(naam: str) -> str:
    """Give the same GUID for the same name on every machine."""
    return f"{{{str(uuid.uuid5(_WORTEL, naam)).upper()}}}"


def nummer(naam: str, bezet: set[int], vanaf: int, aantal: int = 1 << 24) -> int:
    """Give a number made from the name, at least `vanaf`, that is not in `bezet`, and add it there."""
    getal = zlib.crc32(naam.encode("utf-8", "replace")) % aantal
    while getal + vanaf in bezet:
        getal = (getal + 1) % aantal
    bezet.add(getal + vanaf)
    return getal + vanaf


def plaats(vak: Vak) -> str:
    """Give offset and extent of a rectangle; its edges are rounded, so that neighbours keep touching."""
    x, y = naar_emu(vak.x), naar_emu(vak.y)
    breedte, hoogte = naar_emu(vak.rechts) - x, naar_emu(vak.onder) - y
    return f'<a:off x="{x}" y="{y}"/><a:ext cx="{breedte}" cy="{hoogte}"/>'


class Koppelingen:
    """Links of one slide: each target gets one relationship, numbered from `eerste` in order of first use.

    `aanwezig` holds the ids of the pages in the document; links to other pages come out as nothing.
    `gevraagd` gathers the ids of all pages that a link asked for, present or not.
    """

    def __init__(self, aanwezig: frozenset[str], eerste: int) -> None:
        self.aanwezig = aanwezig
        self.gevraagd: set[str] = set()
        self.relaties: dict[tuple[str, str], str] = {}
        self._eerste = eerste

    def klik(self, doel: Doel | None, in_tekst: bool = False) -> str:
        """Give the link as XML, or '' when there is none or its page is not in the document."""
        if doel is None:
            return ""
        if doel.pagina:
            self.gevraagd.add(doel.pagina)
            if doel.pagina not in self.aanwezig:
                return ""
        elif not doel.adres:
            return ""
        sleutel = (doel.pagina, "" if doel.pagina else doel.adres)
        relatie = self.relaties.setdefault(sleutel, f"rId{self._eerste + len(self.relaties)}")
        sprong = ' action="ppaction://hlinksldjump"' if doel.pagina else ""
        tip = f' tooltip="{waarde(doel.tekst)}"' if doel.tekst else ""
        rest = f">{_EIGEN_KLEUR}</a:hlinkClick>" if in_tekst else "/>"
        return f'<a:hlinkClick r:id="{relatie}"{sprong}{tip}{rest}'


class Stijlboek:
    """Looks as DrawingML, for one theme and one language; each look is written out once."""

    def __init__(self, thema: Thema, taal: str) -> None:
        self.thema = thema
        self.taal = taal
        self._kleuren: dict[Kleur, str] = {}
        for slot, kleur in thema.slots:
            self._kleuren.setdefault(kleur, f'<a:schemeClr val="{_SCHEMANAAM.get(slot, slot)}"/>')
        self._alineas: dict[tuple[Alineastijl, bool], tuple[str, str]] = {}
        self._niveaus: dict[tuple[Alineastijl, int], str] = {}

    def kleur(self, kleur: Kleur) -> str:
        """Give a colour: by its place in the theme where it has one, else by value."""
        xml = self._kleuren.get(kleur)
        if xml is None:
            xml = self._kleuren[kleur] = f'<a:srgbClr val="{kleur.hex}"/>'
        return xml

    def vulling(self, kleur: Kleur) -> str:
        """Give a solid fill."""
        return f"<a:solidFill>{self.kleur(kleur)}</a:solidFill>"

    def alinea(self, stijl: Alineastijl, bovenaan: bool = False) -> tuple[str, str]:
        """Give attributes and children of paragraph properties; no space above the first of a box."""
        sleutel = (stijl, bovenaan)
        delen = self._alineas.get(sleutel)
        if delen is None:
            delen = self._alineas[sleutel] = self._maak_alinea(stijl, bovenaan)
        return delen

    def _maak_alinea(self, stijl: Alineastijl, bovenaan: bool) -> tuple[str, str]:
        inspringing = naar_emu(stijl.inspringing)
        hangt = -inspringing if stijl.opsomming else 0
        wit = 0 if bovenaan else round(naar_pt(stijl.wit_voor) * HONDERDSTEN)
        if not stijl.opsomming:
            merk = "<a:buNone/>"
        else:
            soort = (
                '<a:buAutoNum type="arabicPeriod"/>'
                if stijl.opsomming == "cijfer"
                else f'<a:buChar char="{waarde(stijl.opsomming)}"/>'
            )
            kleur = self.kleur(stijl.opsomming_kleur or stijl.kleur)
            merk = f'<a:buClr>{kleur}</a:buClr><a:buFont typeface="+mn-lt"/>{soort}'
        return (
            f' marL="{inspringing}" indent="{hangt}" algn="{_UITLIJNING[stijl.uitlijning]}"',
            f'<a:lnSpc><a:spcPct val="{round(stijl.regelafstand * 100_000)}"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="{wit}"/></a:spcBef>{merk}',
        )

    def letters(self, stijl: Alineastijl, loop: Loop | None = None) -> tuple[str, str]:
        """Give attributes and children of complete run properties, of a paragraph or of a run in it."""
        vet = stijl.vet or (loop is not None and loop.vet)
        cursief = stijl.cursief or (loop is not None and loop.cursief)
        kleur = (loop.kleur if loop is not None else None) or stijl.kleur
        korps, spatie = round(stijl.korps * HONDERDSTEN), round(stijl.spatiering * HONDERDSTEN)
        return f' sz="{korps}" b="{vet:d}" i="{cursief:d}" spc="{spatie}"', self.vulling(kleur)

    def niveau(self, stijl: Alineastijl, rang: int) -> str:
        """Give the look as level `rang` (1 to 9) of a list style."""
        sleutel = (stijl, rang)
        xml = self._niveaus.get(sleutel)
        if xml is None:
            kop, kinderen = self.alinea(stijl)
            letterkop, vulling = self.letters(stijl)
            xml = self._niveaus[sleutel] = (
                f"<a:lvl{rang}pPr{kop}>{kinderen}<a:defRPr{letterkop}>{vulling}</a:defRPr></a:lvl{rang}pPr>"
            )
        return xml
