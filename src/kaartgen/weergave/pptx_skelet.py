"""The empty package of python-pptx, dressed in the theme, master and notes master of kaartgen."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Emu

from kaartgen.maten import naar_emu
from kaartgen.scene import Ondergrond
from kaartgen.weergave.pptx_sjabloon import (
    GEWONE_PUNTEN,
    NOTITIEBLAD,
    gewoon,
    masterbeeld,
    masterstijlen,
    notitiebeeld,
    themadeel,
)
from kaartgen.weergave.pptx_xml import NAAMRUIMTEN, XML_KOP, Stijlboek

_KIJK = "ppt/viewProps.xml"
_NOTITIEPUNTEN = 12


class Sjabloon:
    """The empty package of python-pptx, without what its maker left in it."""

    def __init__(self) -> None:
        self._presentatie = Presentation()
        for deel, soort in (
            (self._presentatie.part, RELATIONSHIP_TYPE.PRINTER_SETTINGS),
            (self._presentatie.part.package, RELATIONSHIP_TYPE.THUMBNAIL),
        ):
            for relatie in [rel.rId for rel in deel._rels.values() if rel.reltype == soort]:
                deel._rels.pop(relatie)
        for layout in list(self._presentatie.slide_layouts):
            self._presentatie.slide_layouts.remove(layout)

    def leden(self, boek: Stijlboek, ondergrond: Ondergrond) -> dict[str, bytes]:
        """Give the parts of a package without slides, its master shaped after `ondergrond`."""
        presentatie = self._presentatie
        presentatie.slide_width = Emu(naar_emu(ondergrond.maat.breedte))
        presentatie.slide_height = Emu(naar_emu(ondergrond.maat.hoogte))
        notities = presentatie.notes_master
        eigen = {_KIJK: f"{XML_KOP}<p:viewPr {NAAMRUIMTEN}/>".encode()}
        for houder in (presentatie.slide_master.part, notities.part):
            thema = houder.part_related_by(RELATIONSHIP_TYPE.THEME)
            eigen[thema.partname.membername] = themadeel(boek.thema).encode()
        master = presentatie.slide_master._element
        _vervang(master, "p:cSld", masterbeeld(boek, ondergrond))
        _vervang(master, "p:txStyles", masterstijlen(ondergrond))
        _vervang(notities._element, "p:cSld", notitiebeeld(boek, ondergrond.maat))
        _vervang(
            notities._element,
            "p:notesStyle",
            f"<p:notesStyle {NAAMRUIMTEN}>{gewoon(_NOTITIEPUNTEN)}</p:notesStyle>",
        )
        self._leg_vast(boek.taal, presentatie.part.relate_to(notities.part, RELATIONSHIP_TYPE.NOTES_MASTER))
        bestand = io.BytesIO()
        presentatie.save(bestand)
        with zipfile.ZipFile(bestand) as pakket:
            return {naam: pakket.read(naam) for naam in pakket.namelist()} | eigen

    def _leg_vast(self, taal: str, notitierelatie: str) -> None:
        wortel: Any = self._presentatie.part._element
        wortel.get_or_add_sldIdLst()
        for naam in ("p:notesMasterIdLst", "p:defaultTextStyle"):
            for oud in wortel.findall(qn(naam)):
                wortel.remove(oud)
        maat = wortel.find(qn("p:sldSz"))
        maat.attrib.pop("type", None)
        notitiemaat = wortel.find(qn("p:notesSz"))
        notitiemaat.set("cx", str(naar_emu(NOTITIEBLAD.breedte)))
        notitiemaat.set("cy", str(naar_emu(NOTITIEBLAD.hoogte)))
        wortel.find(qn("p:sldMasterIdLst")).addnext(
            parse_xml(
                f'<p:notesMasterIdLst {NAAMRUIMTEN}><p:notesMasterId r:id="{notitierelatie}"/>'
                "</p:notesMasterIdLst>"
            )
        )
        notitiemaat.addnext(
            parse_xml(
                f'<p:defaultTextStyle {NAAMRUIMTEN}><a:defPPr><a:defRPr lang="{taal}"/></a:defPPr>'
                f"{gewoon(GEWONE_PUNTEN)}</p:defaultTextStyle>"
            )
        )


def _vervang(wortel: Any, naam: str, xml: str) -> None:
    oud = wortel.find(qn(naam))
    wortel.replace(oud, parse_xml(xml))
