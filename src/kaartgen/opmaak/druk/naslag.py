"""What users look up in a set: the index of its cards, and the colophon with the licence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from kaartgen.inhoud.model import Gegevens
from kaartgen.opmaak.colofonstukken import colofonstukken
from kaartgen.opmaak.druk.drukformaat import Drukformaat
from kaartgen.opmaak.druk.kolomtekst import Kolomvak, Tekstblok, zet_in_kolommen
from kaartgen.opmaak.ontwerp import vak
from kaartgen.opmaak.zetter import Zetter
from kaartgen.samenstelling import Kaart
from kaartgen.scene import Element


def index(kaarten: Sequence[Kaart], zetter: Zetter, formaat: Drukformaat) -> list[list[Element]]:
    """Set number, label and question of every card; gives the elements of each face."""
    maten = formaat.soorten.inhoud

    def blokken(korps: float) -> list[Tekstblok]:
        stijl = zetter.stijl("kaartindex", korps)
        gemaakt = []
        for deel, groep in groupby(kaarten, lambda kaart: kaart.deel):
            for plek, kaart in enumerate(groep):
                genummerd = replace(stijl, opsomming=str(kaart.nummer))
                tekst = [zetter.alinea(f"**{kaart.label}** {kaart.vraag}", genummerd)]
                if plek == 0:
                    tekst.insert(0, zetter.alinea(deel, zetter.stijl("deelindex", korps)))
                gemaakt.append(
                    Tekstblok(f"Kaart {kaart.nummer}", tekst, stijl.wit_voor if plek else maten.tussen)
                )
        return gemaakt

    kolommen = Kolomvak(vak(formaat.vakken.inhoud), maten.aantal, maten.goot)
    return zet_in_kolommen(blokken, formaat.stijlen.kaartindex.grenzen, kolommen, zetter)


def colofon(gegevens: Gegevens, zetter: Zetter, formaat: Drukformaat) -> list[list[Element]]:
    """Set who made the publication and what users may do with it; gives the elements of each face."""
    maten = formaat.soorten.tekst
    stukken = colofonstukken(gegevens, zetter.ontwerp.woorden)

    def blokken(korps: float) -> list[Tekstblok]:
        kop, alinea, punt = (zetter.stijl(naam, korps) for naam in ("tussenkop", "alinea", "punt"))
        gemaakt = []
        for nummer, stuk in enumerate(stukken, 1):
            stijl = punt if stuk.lijst else alinea
            for plek, tekst in enumerate(stuk.teksten):
                alineas = [zetter.alinea(tekst, stijl)]
                if plek == 0:
                    alineas.insert(0, zetter.alinea(stuk.kop, kop))
                voor = stijl.wit_voor if plek else kop.wit_voor
                gemaakt.append(Tekstblok(f"Colofon {nummer}.{plek + 1}", alineas, voor))
        return gemaakt

    kolommen = Kolomvak(vak(formaat.vakken.inhoud), maten.aantal, maten.goot)
    return zet_in_kolommen(blokken, (maten.korps, maten.korps_max), kolommen, zetter)
