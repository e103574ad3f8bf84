"""From Pagina to slide XML: every element of the scene becomes one native shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from kaartgen.maten import Mm, Vak, naar_emu
from kaartgen.scene import (
    Alinea,
    Alineastijl,
    Cel,
    Doel,
    Element,
    Groep,
    Lijn,
    Loop,
    Ondergrond,
    Pad,
    Pagina,
    Stap,
    Tabel,
    Tekst,
    Vlak,
)
from kaartgen.weergave.pptx_tekst import ANKER, VRAGEN, celtekst, plaatshouder, tekstvak
from kaartgen.weergave.pptx_xml import (
    EMU_PER_PT,
    NAAMRUIMTEN,
    XML_KOP,
    Koppelingen,
    Stijlboek,
    nummer,
    plaats,
    waarde,
)

BOOM = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    "</a:xfrm></p:grpSpPr>"
)
PLAATSHOUDERS = {
    "titel": '<p:ph type="title"/>',
    "voet": '<p:ph type="ftr" sz="quarter" idx="10"/>',
    "nummer": '<p:ph type="sldNum" sz="quarter" idx="11"/>',
}
RECHTHOEK = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_VERSIERING = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/></a:ext>'
    "</a:extLst>"
)
_STAPPEN = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}


def dia(pagina: Pagina, boek: Stijlboek, koppelingen: Koppelingen) -> str:
    """Give the XML of one slide; a page without a visible title gets one above the edge of the slide."""
    tekenaar = Tekenaar(boek, koppelingen, pagina)
    vormen = tekenaar.vormen(pagina.elementen)
    if "titel" not in tekenaar.gevuld:
        vormen = tekenaar.vorm(_verborgen_titel(pagina)) + vormen
    return (
        f'{XML_KOP}<p:sld {NAAMRUIMTEN}><p:cSld name="{waarde(pagina.titel)}">'
        f"<p:spTree>{BOOM}{vormen}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


def _verborgen_titel(pagina: Pagina) -> Tekst:
    plek = pagina.ondergrond.titel
    vak = replace(plek, y=Mm(-plek.h))
    return Tekst("Titel", vak, (Alinea((Loop(pagina.titel),), pagina.ondergrond.titelstijl),), "titel")


def _erfenis(ondergrond: Ondergrond, rol: str) -> tuple[Vak, Alineastijl]:
    """Give place and look that the layout holds for a placeholder."""
    if rol == "titel":
        return ondergrond.titel, ondergrond.titelstijl
    if rol == "voet":
        return ondergrond.voet, ondergrond.voetstijl
    return ondergrond.nummer, ondergrond.nummerstijl


class Tekenaar:
    """Writes the shapes of one slide, or of one layout when there is no `pagina`."""

    def __init__(self, boek: Stijlboek, koppelingen: Koppelingen, pagina: Pagina | None = None) -> None:
        self.gevuld: set[str] = set()
        self._boek = boek
        self._koppelingen = koppelingen
        self._pagina = pagina
        self._nummers = {1}

    def vormen(self, elementen: Sequence[Element]) -> str:
        """Give the shapes of these elements, in the same order."""
        return "".join([self.vorm(element) for element in elementen])

    def vorm(self, element: Element) -> str:
        """Give the shape of one element; a footer without words leaves nothing behind."""
        match element:
            case Tekst():
                return self._tekst(element)
            case Vlak():
                return self._vlak(element)
            case Lijn():
                return self._lijn(element)
            case Pad():
                return self._pad(element)
            case Groep():
                return self._groep(element)
            case Tabel():
                return self._tabel(element)
            case _:
                assert_never(element)

    def merk(self, naam: str, alt: str = "", doel: Doel | None = None, versiering: bool = False) -> str:
        """Give id, name, alternative text and link of a shape; what shows and links nothing is decoration."""
        klik = self._koppelingen.klik(doel)
        if klik and doel and not alt:
            alt = doel.tekst
        beschrijving = f' descr="{waarde(alt)}"' if alt else ""
        rest = klik + (_VERSIERING if versiering and not alt else "")
        kop = f'<p:cNvPr id="{nummer(naam, self._nummers, 2)}" name="{waarde(naam)}"{beschrijving}'
        return f"{kop}>{rest}</p:cNvPr>" if rest else f"{kop}/>"

    def _tekst(self, tekst: Tekst) -> str:
        pagina = self._pagina
        if pagina is not None and tekst.rol != "tekst" and tekst.rol not in self.gevuld:
            leeg = not any(alinea.tekst.strip() for alinea in tekst.alineas)
            if leeg and tekst.rol != "nummer":
                return ""
            self.gevuld.add(tekst.rol)
            return self._plaatshouder(tekst, pagina.ondergrond)
        naam = tekst.naam
        if pagina is not None and naam == VRAGEN:
            naam = f"{VRAGEN} [{pagina.id}]"
        return (
            f'<p:sp><p:nvSpPr>{self.merk(naam)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f"<p:spPr><a:xfrm>{plaats(tekst.vak)}</a:xfrm>{RECHTHOEK}<a:noFill/></p:spPr>"
            f"{tekstvak(tekst, self._boek, self._koppelingen)}</p:sp>"
        )

    def _plaatshouder(self, tekst: Tekst, ondergrond: Ondergrond) -> str:
        vak, stijl = _erfenis(ondergrond, tekst.rol)
        plek = "" if tekst.vak == vak else f"<a:xfrm>{plaats(tekst.vak)}</a:xfrm>"
        return (
            f'<p:sp><p:nvSpPr>{self.merk(tekst.naam)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr>{PLAATSHOUDERS[tekst.rol]}</p:nvPr></p:nvSpPr><p:spPr>{plek}</p:spPr>"
            f"{plaatshouder(tekst, stijl, self._boek, self._koppelingen)}</p:sp>"
        )

    def _vlak(self, vlak: Vlak) -> str:
        return (
            f"<p:sp><p:nvSpPr>{self.merk(vlak.naam, vlak.alt, vlak.doel, versiering=True)}"
            f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{plaats(vlak.vak)}</a:xfrm>{RECHTHOEK}"
            f"{self._boek.vulling(vlak.kleur)}</p:spPr></p:sp>"
        )

    def _lijn(self, lijn: Lijn) -> str:
        links, rechts = sorted((lijn.x1, lijn.x2))
        boven, onder = sorted((lijn.y1, lijn.y2))
        vak = Vak(links, boven, Mm(rechts - links), Mm(onder - boven))
        streepjes = '<a:prstDash val="dash"/>' if lijn.streepjes else ""
        stijgt = ' flipV="1"' if (lijn.x2 - lijn.x1) * (lijn.y2 - lijn.y1) < 0 else ""
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{self.merk(lijn.naam, versiering=True)}<p:cNvCxnSpPr/><p:nvPr/>"
            f"</p:nvCxnSpPr><p:spPr><a:xfrm{stijgt}>{plaats(vak)}</a:xfrm>"
            '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
            f'<a:ln w="{round(lijn.dikte * EMU_PER_PT)}">{self._boek.vulling(lijn.kleur)}{streepjes}</a:ln>'
            "</p:spPr></p:cxnSp>"
        )

    def _pad(self, pad: Pad) -> str:
        boek = self._boek
        vulling = boek.vulling(pad.vulling) if pad.vulling else "<a:noFill/>"
        streek = "<a:ln><a:noFill/></a:ln>"
        if pad.streek:
            dikte = round(pad.dikte * EMU_PER_PT)
            streek = f'<a:ln w="{dikte}" cap="rnd">{boek.vulling(pad.streek)}<a:round/></a:ln>'
        return (
            f"<p:sp><p:nvSpPr>{self.merk(pad.naam, pad.alt, pad.doel, versiering=True)}<p:cNvSpPr/><p:nvPr/>"
            f"</p:nvSpPr><p:spPr><a:xfrm>{plaats(pad.vak)}</a:xfrm>{_omtrek(pad)}{vulling}{streek}</p:spPr></p:sp>"
        )

    def _groep(self, groep: Groep) -> str:
        merk = self.merk(groep.naam, groep.alt, versiering=True)
        vak = plaats(groep.vak)
        binnen = vak.replace("<a:off", "<a:chOff").replace("<a:ext", "<a:chExt")
        return (
            f"<p:grpSp><p:nvGrpSpPr>{merk}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr><a:xfrm>{vak}{binnen}</a:xfrm></p:grpSpPr>{self.vormen(groep.delen)}</p:grpSp>"
        )

    def _tabel(self, tabel: Tabel) -> str:
        koprij = ' firstRow="1"' if all(cel.kop == "kolom" for cel in tabel.rijen[0]) else ""
        romp = tabel.rijen[1:] if koprij else tabel.rijen
        kopkolom = ' firstCol="1"' if romp and all(rij[0].kop == "rij" for rij in romp) else ""
        kolommen = "".join(
            f'<a:gridCol w="{naar_emu(cel.vak.rechts) - naar_emu(cel.vak.x)}"/>' for cel in tabel.rijen[0]
        )
        lijn = f' w="{round(tabel.lijndikte * EMU_PER_PT)}">{self._boek.vulling(tabel.lijn)}</a:'
        rijen = "".join(
            f'<a:tr h="{naar_emu(rij[0].vak.onder) - naar_emu(rij[0].vak.y)}">'
            f"{''.join(self._cel(cel, lijn, bovenaan=rij is tabel.rijen[0]) for cel in rij)}</a:tr>"
            for rij in tabel.rijen
        )
        merk = self.merk(tabel.naam, tabel.alt)
        plek = plaats(tabel.vak)
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr>{merk}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
            f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm>{plek}</p:xfrm><a:graphic>"
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
            f"<a:tblPr{koprij}{kopkolom}/><a:tblGrid>{kolommen}</a:tblGrid>{rijen}"
            "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
        )

    def _cel(self, cel: Cel, lijn: str, bovenaan: bool) -> str:
        buiten, binnen = cel.vak, cel.tekst.vak
        marges = (
            f'marL="{naar_emu(Mm(binnen.x - buiten.x))}" '
            f'marR="{naar_emu(Mm(buiten.rechts - binnen.rechts))}" '
            f'marT="{naar_emu(Mm(binnen.y - buiten.y))}" marB="{naar_emu(Mm(buiten.onder - binnen.onder))}"'
        )
        # Both cells at a border must name it, or programs differ in which of the two they believe.
        boven = "<a:lnT><a:noFill/></a:lnT>" if bovenaan else f"<a:lnT{lijn}lnT>"
        vulling = self._boek.vulling(cel.vulling) if cel.vulling else "<a:noFill/>"
        return (
            f"<a:tc>{celtekst(cel.tekst, self._boek, self._koppelingen)}"
            f'<a:tcPr {marges} anchor="{ANKER[cel.tekst.anker]}">'
            "<a:lnL><a:noFill/></a:lnL><a:lnR><a:noFill/></a:lnR>"
            f"{boven}<a:lnB{lijn}lnB>{vulling}</a:tcPr></a:tc>"
        )


def _omtrek(pad: Pad) -> str:
    """Give the outline as freeform geometry, in EMU from the corner of the shape."""
    x, y = naar_emu(pad.vak.x), naar_emu(pad.vak.y)
    breedte, hoogte = naar_emu(pad.vak.rechts) - x, naar_emu(pad.vak.onder) - y
    stappen = "".join([_stap(stap, x, y) for stap in pad.stappen])
    leeg = "" if pad.vulling else ' fill="none"'
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{breedte}" h="{hoogte}"{leeg}>{stappen}</a:path></a:pathLst></a:custGeom>'
    )


def _stap(stap: Stap, x: int, y: int) -> str:
    if stap.soort == "Z":
        return "<a:close/>"
    punten = "".join(
        [f'<a:pt x="{naar_emu(Mm(px)) - x}" y="{naar_emu(Mm(py)) - y}"/>' for px, py in stap.punten]
    )
    naam = _STAPPEN[stap.soort]
    return f"<a:{naam}>{punten}</a:{naam}>"
