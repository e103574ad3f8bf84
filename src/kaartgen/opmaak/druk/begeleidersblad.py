"""Sheet for who leads the talk: what to prepare, a time plan in minutes, hints, and the cards of the set."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kaartgen.inhoud.model import Publicatie
from kaartgen.maten import Mm, Vak
from kaartgen.nummers import reeksen
from kaartgen.opmaak.boekpagina import Boekopmaak
from kaartgen.opmaak.druk.setstukken import Begeleidersblad, Setstukken
from kaartgen.opmaak.kaartpagina import voetregel
from kaartgen.opmaak.ontwerp import vak
from kaartgen.opmaak.passen import pas
from kaartgen.opmaak.typografie import VASTE_SPATIE
from kaartgen.opmaak.zetter import LIJNDIKTE, Opzet, Tekstalinea, Zetter, met_merk, verdeel
from kaartgen.samenstelling import Kaartenset
from kaartgen.scene import Cel, Element, Pagina, Tabel

BEGELEIDER = "begeleider"

CIJFERSTREEP = "\N{FIGURE DASH}"
"""Dash between two numbers; a line is never broken after it."""


def begeleidersblad(
    publicatie: Publicatie, set_: Kaartenset, zetter: Zetter, setstukken: Setstukken
) -> Pagina:
    """Lay out the sheet on one page of the compositor's format, which has room for it on A4.

    The time plan stands in the middle, what to prepare and what to think of beside it.
    """
    stuk, boek = setstukken.begeleider, Boekopmaak(publicatie, zetter)
    plaatshouders = {
        "titel": publicatie.gegevens.titel,
        "aantal": len(set_.kaarten),
        "selectie": set_.naam,
    }
    titel, inleiding = stuk.titel.format(**plaatshouders), stuk.inleiding.format(**plaatshouders)
    accenten = tuple(dict.fromkeys(accent for kaart in set_.kaarten for accent in kaart.accenten))
    doos = vak(zetter.formaat.vakken.inhoud)
    maten = zetter.formaat.soorten.blad
    plan = Vak(doos.x, doos.y, Mm(maten.plan), doos.h)
    naast_x = plan.rechts + maten.goot
    naast = Vak(Mm(naast_x), doos.y, Mm(doos.rechts - naast_x), doos.h)
    lijsten = _lijsten(stuk, set_, setstukken)

    def opzetten(korps: float) -> tuple[Opzet, Opzet]:
        kop = setstukken.woorden.tijdplan
        return _tijdplan(stuk, kop, plan.b, korps, zetter), _kolom(lijsten, naast.b, korps, zetter)

    def samen(korps: float) -> Opzet:
        links, rechts = opzetten(korps)
        return Opzet(max(links.hoogte, rechts.hoogte), lambda _: [], (*links.breed, *rechts.breed))

    korps = pas(samen, zetter.formaat.stijlen.zin.grenzen, doos.h).korps
    links, rechts = opzetten(korps)
    elementen = [
        *boek.paneelteksten(titel, set_.naam, inleiding, accenten),
        *links.plaats(plan),
        *rechts.plaats(naast),
        *voetregel(zetter, publicatie, boek.tekstgrond)[:1],
    ]
    return Pagina(BEGELEIDER, titel, boek.tekstgrond, tuple(elementen))


def _lijsten(
    stuk: Begeleidersblad, set_: Kaartenset, setstukken: Setstukken
) -> list[tuple[str, Sequence[str]]]:
    """Give the lists beside the time plan: heading and points."""
    woorden = setstukken.woorden
    kaarten = [
        f"**{nummers.replace('-', CIJFERSTREEP)}**{VASTE_SPATIE}{deel}"
        for deel, groep in groupby(set_.kaarten, lambda kaart: kaart.deel)
        for nummers in (reeksen([str(kaart.nummer) for kaart in groep]),)
    ]
    return [
        (woorden.voorbereiding, stuk.voorbereiding),
        (woorden.tips, stuk.tips),
        (woorden.kaarten, (" · ".join(kaarten),)),
    ]


def _kolom(lijsten: list[tuple[str, Sequence[str]]], breedte: float, zin: float, zetter: Zetter) -> Opzet:
    maten = zetter.formaat.soorten.blad
    stijl = met_merk(zetter.stijl("punt", zin), zetter.accent(""))
    teksten: list[tuple[str, list[Tekstalinea]]] = []
    for kop, punten in lijsten:
        alinea = zetter.alinea(kop, zetter.stijl("groepkop", zin))
        lijst = punten if len(punten) > 1 else ()
        los = punten if len(punten) == 1 else ()
        teksten.append(
            (
                kop,
                [
                    alinea,
                    *(zetter.alinea(punt, stijl) for punt in lijst),
                    *(zetter.alinea(punt, zetter.stijl("waarde", zin)) for punt in los),
                ],
            )
        )
    hoogtes = [zetter.hoogte(tekst, breedte) for _, tekst in teksten]
    totaal = sum(hoogtes) + maten.tussen * (len(teksten) - 1)
    breed = [fout for kop, tekst in teksten for fout in zetter.breed(kop, tekst, breedte)]

    def plaats(doos: Vak) -> list[Element]:
        tussen = verdeel(doos.h - totaal, len(teksten) - 1, maten.tussen, maten.tussen_max)
        elementen: list[Element] = []
        y: float = doos.y
        for (kop, tekst), hoogte in zip(teksten, hoogtes, strict=True):
            elementen.append(zetter.tekst(f"Lijst {kop}", tekst, Vak(doos.x, Mm(y), doos.b, Mm(0))))
            y += hoogte + tussen
        return elementen

    return Opzet(totaal, plaats, tuple(breed))


def _tijdplan(stuk: Begeleidersblad, kop: str, breedte: float, zin: float, zetter: Zetter) -> Opzet:
    """Set the time plan as a table: from and to in minutes, the name of the part, what happens in it."""
    maten = zetter.formaat.soorten.blad
    breedtes = (maten.tijd, maten.naam, breedte - maten.tijd - maten.naam)
    vet, gewoon = zetter.stijl("stapelkop", zin), zetter.stijl("waarde", zin)
    rijen = [
        (
            [zetter.alinea(f"{blok.van}–{blok.tot}", vet)],
            [zetter.alinea(blok.naam, vet)],
            [zetter.alinea(blok.tekst, gewoon)],
        )
        for blok in stuk.tijdplan
    ]
    hoogtes = [
        max(zetter.hoogte(tekst, b - maten.marge) for tekst, b in zip(rij, breedtes, strict=True))
        for rij in rijen
    ]
    bovenkop = [zetter.alinea(kop, zetter.stijl("groepkop", zin))]
    kop_h = zetter.hoogte(bovenkop, breedte) + maten.marge
    totaal = kop_h + sum(hoogtes) + 2 * maten.marge * len(rijen)
    breed = [
        fout
        for blok, rij in zip(stuk.tijdplan, rijen, strict=True)
        for tekst, b in zip(rij, breedtes, strict=True)
        for fout in zetter.breed(blok.naam, tekst, b - maten.marge)
    ]

    def plaats(doos: Vak) -> list[Element]:
        marge = min(maten.marge + max(doos.h - totaal, 0.0) / (2 * len(rijen)), maten.marge_max)
        y: float = doos.y + kop_h
        cellen: list[tuple[Cel, ...]] = []
        for nummer, (rij, hoogte) in enumerate(zip(rijen, hoogtes, strict=True), 1):
            rij_h = hoogte + 2 * marge
            x: float = doos.x
            gezet = []
            for plek, (tekst, b) in enumerate(zip(rij, breedtes, strict=True)):
                cel = Vak(Mm(x), Mm(y), Mm(b), Mm(rij_h))
                binnen = cel.krimp(0, marge, maten.marge, marge)
                naam = f"{kop} {nummer}.{plek + 1}"
                gezet.append(
                    Cel(cel, zetter.tekst(naam, tekst, binnen, vast=True), kop="" if plek else "rij")
                )
                x += b
            cellen.append(tuple(gezet))
            y += rij_h
        tabelvak = Vak(doos.x, Mm(doos.y + kop_h), doos.b, Mm(y - doos.y - kop_h))
        return [
            zetter.tekst(f"Kop {kop}", bovenkop, Vak(doos.x, doos.y, doos.b, Mm(0))),
            Tabel(f"Tabel {kop}", tabelvak, tuple(cellen), zetter.kleur("lijn"), LIJNDIKTE, kop),
        ]

    return Opzet(totaal, plaats, tuple(breed))
