"""Theme, master, layouts and notes master of kaartgen, as XML."""

from __future__ import annotations

from dataclasses import replace

from kaartgen.maten import EMU_PER_MM, Maat, Mm, Pt, Vak
from kaartgen.scene import Alineastijl, Ondergrond, Thema
from kaartgen.weergave.pptx_dia import BOOM, PLAATSHOUDERS, RECHTHOEK, Tekenaar
from kaartgen.weergave.pptx_tekst import ZONDER_RAND, nummerveld
from kaartgen.weergave.pptx_xml import (
    HONDERDSTEN,
    NAAMRUIMTEN,
    XML_KOP,
    Koppelingen,
    Stijlboek,
    plaats,
    waarde,
)

EERSTE_LAYOUTNUMMER = 2_147_483_649
"""Ids of master and layouts share one row from 2^31 on (ECMA-376 part 1, 19.7.14)."""

NOTITIEBLAD = Maat(Mm(210), Mm(297))
NOTITIE_PLAATSHOUDERS = {
    "beeld": '<p:ph type="sldImg"/>',
    "tekst": '<p:ph type="body" sz="quarter" idx="1"/>',
    "nummer": '<p:ph type="sldNum" sz="quarter" idx="2"/>',
}
_MASTER_PLAATSHOUDERS = {
    "titel": '<p:ph type="title"/>',
    "tekst": '<p:ph type="body" idx="1"/>',
    "voet": '<p:ph type="ftr" sz="quarter" idx="3"/>',
    "nummer": '<p:ph type="sldNum" sz="quarter" idx="4"/>',
}
# Until now LibreOffice lets a slide inherit place and look only from a layout footer that is not empty.
_PROMPTS = {"titel": "Titel", "tekst": "Tekst", "voet": "Voettekst", "nummer": ""}
_NIVEAUS = range(1, 10)
GEWONE_PUNTEN = 18
_PAPIER = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
_ROMP = 0.6
"""Body size on a layout that a trainer makes, as part of the title size."""


def layout(ondergrond: Ondergrond, boek: Stijlboek, koppelingen: Koppelingen) -> str:
    """Give the XML of one slide layout: the decoration of the ondergrond under three placeholders."""
    tekenaar = Tekenaar(boek, koppelingen)
    versiering = tekenaar.vormen(ondergrond.elementen)
    houders = "".join(
        _houder(
            tekenaar.merk(f"{prompt or 'Dianummer'} van de lay-out"),
            PLAATSHOUDERS[rol],
            vak,
            stijl,
            prompt,
            boek,
        )
        for rol, prompt, vak, stijl in _houders(ondergrond)
    )
    return (
        f'{XML_KOP}<p:sldLayout {NAAMRUIMTEN} preserve="1" userDrawn="1">'
        f'<p:cSld name="{waarde(ondergrond.naam)}">'
        f"<p:spTree>{BOOM}{versiering}{houders}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def themadeel(thema: Thema) -> str:
    """Give the theme: twelve colours, the further named colours, fonts, and plain fills and lines."""
    naam = waarde(thema.naam)
    slots = "".join(f'<a:{slot}><a:srgbClr val="{kleur.hex}"/></a:{slot}>' for slot, kleur in thema.slots)
    letters = f'<a:latin typeface="{waarde(thema.lettertype)}"/><a:ea typeface=""/><a:cs typeface=""/>'
    vulling = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lijnen = "".join(
        f'<a:ln w="{dikte}" cap="flat" cmpd="sng" algn="ctr">{vulling}<a:prstDash val="solid"/></a:ln>'
        for dikte in (6350, 12700, 19050)
    )
    extra = "".join(
        f'<a:custClr name="{waarde(kleur.naam)}"><a:srgbClr val="{kleur.hex}"/></a:custClr>'
        for kleur in thema.extra
    )
    return (
        f'{XML_KOP}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{naam}">'
        f'<a:themeElements><a:clrScheme name="{naam}">{slots}</a:clrScheme>'
        f'<a:fontScheme name="{naam}"><a:majorFont>{letters}</a:majorFont>'
        f"<a:minorFont>{letters}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="{naam}"><a:fillStyleLst>{vulling * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lijnen}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{vulling * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "<a:objectDefaults/><a:extraClrSchemeLst/>"
        f"{f'<a:custClrLst>{extra}</a:custClrLst>' if extra else ''}</a:theme>"
    )


def _houders(ondergrond: Ondergrond) -> tuple[tuple[str, str, Vak, Alineastijl], ...]:
    return (
        ("titel", _PROMPTS["titel"], ondergrond.titel, ondergrond.titelstijl),
        ("voet", _PROMPTS["voet"], ondergrond.voet, ondergrond.voetstijl),
        ("nummer", _PROMPTS["nummer"], ondergrond.nummer, ondergrond.nummerstijl),
    )


def _houder(merk: str, soort: str, vak: Vak, stijl: Alineastijl, prompt: str, boek: Stijlboek) -> str:
    """Give a placeholder with its own place and look; without a prompt it shows the slide number."""
    loop = nummerveld(boek.taal)
    if prompt:
        loop = f'<a:r><a:rPr lang="{boek.taal}"/><a:t>{prompt}</a:t></a:r>'
    return (
        f'<p:sp><p:nvSpPr>{merk}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{soort}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm>{plaats(vak)}</a:xfrm>{RECHTHOEK}</p:spPr>"
        f'<p:txBody><a:bodyPr vert="horz" {ZONDER_RAND} rtlCol="0" anchor="t"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle>{boek.niveau(stijl, 1)}</a:lstStyle><a:p>{loop}</a:p></p:txBody></p:sp>"
    )


def masterbeeld(boek: Stijlboek, ondergrond: Ondergrond) -> str:
    """Give the master with a placeholder for title, text, footer and number."""
    tekenaar = Tekenaar(boek, Koppelingen(frozenset(), 1))
    maat = ondergrond.maat
    romp = Vak(Mm(maat.breedte * 0.05), Mm(maat.hoogte * 0.25), Mm(maat.breedte * 0.9), Mm(maat.hoogte * 0.6))
    rompstijl = replace(ondergrond.titelstijl, korps=_rompkorps(ondergrond), vet=False)
    rijen = (*_houders(ondergrond), ("tekst", _PROMPTS["tekst"], romp, rompstijl))
    houders = "".join(
        _houder(
            tekenaar.merk(f"{prompt or 'Dianummer'} van de master"),
            _MASTER_PLAATSHOUDERS[rol],
            vak,
            stijl,
            prompt,
            boek,
        )
        for rol, prompt, vak, stijl in rijen
    )
    return f"<p:cSld {NAAMRUIMTEN}>{_PAPIER}<p:spTree>{BOOM}{houders}</p:spTree></p:cSld>"


def _rompkorps(ondergrond: Ondergrond) -> Pt:
    return Pt(round(ondergrond.titelstijl.korps * _ROMP))


def masterstijlen(ondergrond: Ondergrond) -> str:
    """Give the looks that layouts take over from the master."""
    return (
        f"<p:txStyles {NAAMRUIMTEN}>"
        f"<p:titleStyle>{gewoon(ondergrond.titelstijl.korps, '+mj-lt')}</p:titleStyle>"
        f"<p:bodyStyle>{gewoon(_rompkorps(ondergrond))}</p:bodyStyle>"
        f"<p:otherStyle>{gewoon(GEWONE_PUNTEN)}</p:otherStyle></p:txStyles>"
    )


def gewoon(korps: float, lettertype: str = "+mn-lt") -> str:
    """Give nine plain levels; kerning counts from 1 pt up, as in the measuring of the words."""
    return "".join(
        f'<a:lvl{rang}pPr marL="{(rang - 1) * 5 * EMU_PER_MM}" indent="0" algn="l" '
        f'defTabSz="{10 * EMU_PER_MM}" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:buNone/>'
        f'<a:defRPr sz="{round(korps * HONDERDSTEN)}" kern="{HONDERDSTEN}">'
        f'<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="{lettertype}"/>'
        '<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
        f"</a:lvl{rang}pPr>"
        for rang in _NIVEAUS
    )


def notitiebeeld(boek: Stijlboek, maat: Maat) -> str:
    """Give the notes page: the slide above, the words below, the number at the foot."""
    tekenaar = Tekenaar(boek, Koppelingen(frozenset(), 1))
    rand, helft = 20.0, 115.0
    ruimte = NOTITIEBLAD.breedte - 2 * rand
    schaal = min(ruimte / maat.breedte, helft / maat.hoogte)
    breedte, hoogte = Mm(maat.breedte * schaal), Mm(maat.hoogte * schaal)
    beeld = Vak(Mm((NOTITIEBLAD.breedte - breedte) / 2), Mm(rand), breedte, hoogte)
    zwart = dict(boek.thema.slots)["dk1"]
    stijl = Alineastijl(Pt(12), zwart)
    tekst = _houder(
        tekenaar.merk("Notitietekst"),
        NOTITIE_PLAATSHOUDERS["tekst"],
        Vak(Mm(rand), Mm(beeld.onder + 10), Mm(ruimte), Mm(NOTITIEBLAD.hoogte - beeld.onder - 40)),
        stijl,
        "Notities",
        boek,
    )
    voet = _houder(
        tekenaar.merk("Paginanummer"),
        NOTITIE_PLAATSHOUDERS["nummer"],
        Vak(Mm(rand), Mm(NOTITIEBLAD.hoogte - 20), Mm(ruimte), Mm(6)),
        replace(stijl, korps=Pt(10), uitlijning="rechts"),
        "",
        boek,
    )
    return (
        f"<p:cSld {NAAMRUIMTEN}>{_PAPIER}<p:spTree>{BOOM}<p:sp><p:nvSpPr>{tekenaar.merk('Diabeeld')}"
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f"<p:nvPr>{NOTITIE_PLAATSHOUDERS['beeld']}</p:nvPr></p:nvSpPr>"
        f"<p:spPr><a:xfrm>{plaats(beeld)}</a:xfrm>{RECHTHOEK}<a:noFill/></p:spPr></p:sp>{tekst}{voet}</p:spTree></p:cSld>"
    )
