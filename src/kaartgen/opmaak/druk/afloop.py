"""Bleed: let colour that reaches the trim run on beyond it, or stop short of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kaartgen.maten import Maat, Mm, Vak
from kaartgen.scene import Element, Lijn, Ondergrond, Pagina, Vlak

OP_DE_RAND = 0.01
"""What is nearer than this in mm to the edge of a page reaches it."""


def aflopen(mm: float) -> Callable[[Pagina], Pagina]:
    """Give a function that moves all edges of colour at the trim of a page `mm` outward (or inward, below 0).

    Asked twice for the same Pagina it gives the same object; pages keep sharing their ground.
    """
    gronden: dict[int, tuple[Ondergrond, Ondergrond]] = {}
    paginas: dict[int, tuple[Pagina, Pagina]] = {}

    def grond(oud: Ondergrond) -> Ondergrond:
        if id(oud) not in gronden:
            nieuw = replace(oud, elementen=tuple(_verschoven(deel, oud.maat, mm) for deel in oud.elementen))
            gronden[id(oud)] = (oud, nieuw)
        return gronden[id(oud)][1]

    def pagina(oud: Pagina) -> Pagina:
        if not mm:
            return oud
        if id(oud) not in paginas:
            elementen = tuple(_verschoven(deel, oud.maat, mm) for deel in oud.elementen)
            paginas[id(oud)] = (oud, replace(oud, ondergrond=grond(oud.ondergrond), elementen=elementen))
        return paginas[id(oud)][1]

    return pagina


def _verschoven(element: Element, maat: Maat, mm: float) -> Element:
    if isinstance(element, Vlak):
        return replace(element, vak=_vak(element.vak, maat, mm))
    if isinstance(element, Lijn):
        return replace(
            element,
            x1=_punt(element.x1, maat.breedte, mm),
            x2=_punt(element.x2, maat.breedte, mm),
            y1=_punt(element.y1, maat.hoogte, mm),
            y2=_punt(element.y2, maat.hoogte, mm),
        )
    return element


def _vak(vak: Vak, maat: Maat, mm: float) -> Vak:
    links, rechts = _punt(vak.x, maat.breedte, mm), _punt(vak.rechts, maat.breedte, mm)
    boven, onder = _punt(vak.y, maat.hoogte, mm), _punt(vak.onder, maat.hoogte, mm)
    return Vak(links, boven, Mm(rechts - links), Mm(onder - boven))


def _punt(plaats: float, lengte: float, mm: float) -> Mm:
    if abs(plaats) < OP_DE_RAND:
        return Mm(-mm)
    return Mm(lengte + mm) if abs(plaats - lengte) < OP_DE_RAND else Mm(plaats)
