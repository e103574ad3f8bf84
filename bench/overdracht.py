"""Decks as plain values, in inches and points, for a program that is not written in Python."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kaartgen.maten import MM_PER_INCH, Vak, naar_pt
from kaartgen.scene import Alinea, Document, Element, Groep, Lijn, Ondergrond, Pad, Pagina, Tabel, Tekst, Vlak

type_waarden = dict[str, Any]


def decks(documenten: Sequence[tuple[str, Document]]) -> type_waarden:
    """Give decks by file name; pages and grounds that decks share stand in it once."""
    paginas: dict[int, tuple[int, Pagina]] = {}
    gronden: dict[int, tuple[int, Ondergrond]] = {}
    rijen = []
    for naam, document in documenten:
        for pagina in document.paginas:
            paginas.setdefault(id(pagina), (len(paginas), pagina))
            gronden.setdefault(id(pagina.ondergrond), (len(gronden), pagina.ondergrond))
        rijen.append(
            {
                "bestand": naam,
                "titel": document.titel,
                "maker": document.maker,
                "onderwerp": document.onderwerp,
                "lettertype": document.thema.lettertype,
                "paginas": [paginas[id(pagina)][0] for pagina in document.paginas],
            }
        )
    return {
        "decks": rijen,
        "gronden": [_grond(grond) for _, grond in gronden.values()],
        "paginas": [_pagina(pagina, gronden[id(pagina.ondergrond)][0]) for _, pagina in paginas.values()],
    }


def _grond(grond: Ondergrond) -> type_waarden:
    return {
        "naam": grond.naam,
        "breedte": grond.maat.breedte / MM_PER_INCH,
        "hoogte": grond.maat.hoogte / MM_PER_INCH,
        "elementen": [_element(element) for element in grond.elementen],
        "titel": _vak(grond.titel),
        "nummer": {
            **_vak(grond.nummer),
            "korps": grond.nummerstijl.korps,
            "kleur": grond.nummerstijl.kleur.hex,
        },
    }


def _pagina(pagina: Pagina, grond: int) -> type_waarden:
    zichtbaar = [
        element
        for element in pagina.elementen
        if not (isinstance(element, Tekst) and element.rol == "nummer")
    ]
    return {
        "id": pagina.id,
        "grond": grond,
        "deel": pagina.deel,
        "notitie": pagina.notitie,
        "elementen": [_element(element) for element in zichtbaar],
    }


def _vak(vak: Vak) -> type_waarden:
    return {naam: getattr(vak, naam) / MM_PER_INCH for naam in ("x", "y", "b", "h")}


def _element(element: Element) -> type_waarden:
    match element:
        case Tekst():
            return {"soort": "tekst", **_tekst(element)}
        case Vlak():
            return {"soort": "vlak", "naam": element.naam, **_vak(element.vak), "kleur": element.kleur.hex}
        case Lijn():
            return {
                "soort": "lijn",
                "naam": element.naam,
                "x": element.x1 / MM_PER_INCH,
                "y": element.y1 / MM_PER_INCH,
                "b": (element.x2 - element.x1) / MM_PER_INCH,
                "h": (element.y2 - element.y1) / MM_PER_INCH,
                "dikte": element.dikte,
                "kleur": element.kleur.hex,
            }
        case Pad():
            return _pad(element)
        case Groep():
            return {"soort": "groep", "delen": [_element(deel) for deel in element.delen]}
        case Tabel():
            return {
                "soort": "tabel",
                "naam": element.naam,
                **_vak(element.vak),
                "kolommen": [cel.vak.b / MM_PER_INCH for cel in element.rijen[0]],
                "hoogtes": [rij[0].vak.h / MM_PER_INCH for rij in element.rijen],
                "lijn": element.lijn.hex,
                "dikte": element.lijndikte,
                "rijen": [
                    [
                        {**_tekst(cel.tekst), "vulling": cel.vulling.hex if cel.vulling else None}
                        for cel in rij
                    ]
                    for rij in element.rijen
                ],
            }


def _pad(pad: Pad) -> type_waarden:
    links, boven = pad.vak.x, pad.vak.y
    return {
        "soort": "pad",
        "naam": pad.naam,
        **_vak(pad.vak),
        "vulling": pad.vulling.hex if pad.vulling else None,
        "streek": pad.streek.hex if pad.streek else None,
        "dikte": pad.dikte,
        "stappen": [
            [
                stap.soort,
                *(
                    maat
                    for x, y in stap.punten
                    for maat in ((x - links) / MM_PER_INCH, (y - boven) / MM_PER_INCH)
                ),
            ]
            for stap in pad.stappen
        ],
    }


def _tekst(tekst: Tekst) -> type_waarden:
    return {
        "naam": tekst.naam,
        "rol": tekst.rol,
        "anker": tekst.anker,
        **_vak(tekst.vak),
        "alineas": [_alinea(alinea) for alinea in tekst.alineas],
    }


def _alinea(alinea: Alinea) -> type_waarden:
    stijl = alinea.stijl
    return {
        "korps": stijl.korps,
        "uitlijning": stijl.uitlijning,
        "regelafstand": stijl.regelafstand,
        "wit_voor": naar_pt(stijl.wit_voor),
        "inspringing": naar_pt(stijl.inspringing),
        "opsomming": stijl.opsomming,
        "spatiering": stijl.spatiering,
        "lopen": [
            {
                "tekst": loop.tekst,
                "vet": loop.vet or stijl.vet,
                "cursief": loop.cursief or stijl.cursief,
                "kleur": (loop.kleur or stijl.kleur).hex,
                "doel": {"pagina": loop.doel.pagina, "adres": loop.doel.adres, "tekst": loop.doel.tekst}
                if loop.doel
                else None,
            }
            for loop in alinea.lopen
        ],
    }
