"""From the notitie of a Pagina to a notes slide: what the facilitator reads, closed by the card's mark."""

from __future__ import annotations

from kaartgen.scene import Pagina
from kaartgen.weergave.pptx_dia import BOOM
from kaartgen.weergave.pptx_sjabloon import NOTITIE_PLAATSHOUDERS
from kaartgen.weergave.pptx_tekst import nummerveld
from kaartgen.weergave.pptx_xml import NAAMRUIMTEN, XML_KOP, inhoud


def heeft_notities(pagina: Pagina) -> bool:
    """Tell whether a page has a notes slide: words for the facilitator, or a card to recognise."""
    return bool(pagina.notitie or pagina.kaartnummer)


def notitiedia(pagina: Pagina, taal: str) -> str:
    """Give the XML of the notes slide; its last line is a mark by which a reader knows the card."""
    merk = " ".join(filter(None, (f"kaart:{pagina.id}", pagina.merk)))
    regels = [*pagina.notitie.splitlines(), f"[{merk}]"]
    return (
        f"{XML_KOP}<p:notes {NAAMRUIMTEN}><p:cSld><p:spTree>{BOOM}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Diabeeld"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f"<p:nvPr>{NOTITIE_PLAATSHOUDERS['beeld']}</p:nvPr></p:nvSpPr><p:spPr/></p:sp>"
        f"{_houder(3, 'Notitietekst', 'tekst', ''.join(_alinea(regel, taal) for regel in regels))}"
        f"{_houder(4, 'Paginanummer', 'nummer', f'<a:p>{nummerveld(taal)}</a:p>')}"
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _alinea(regel: str, taal: str) -> str:
    if not regel.strip():
        return f'<a:p><a:endParaRPr lang="{taal}"/></a:p>'
    return f'<a:p><a:r><a:rPr lang="{taal}"/><a:t>{inhoud(regel)}</a:t></a:r></a:p>'


def _houder(id_: int, naam: str, soort: str, alineas: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{naam}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{NOTITIE_PLAATSHOUDERS[soort]}</p:nvPr></p:nvSpPr><p:spPr/>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{alineas}</p:txBody></p:sp>"
    )
