"""Every box and label, for few and for many cards, comes through the preflight of its profile."""

from __future__ import annotations

from itertools import product

import pytest

import druk_proef as proef
from kaartgen import bouw
from kaartgen.drukkeuring import keur
from kaartgen.opmaak.druk.doos import doosje
from kaartgen.opmaak.druk.drukformaat import lees_drukformaat
from kaartgen.opmaak.druk.drukmaten import lees_drukmaten
from kaartgen.opmaak.druk.inslag import DUBBELZIJDIG
from kaartgen.opmaak.druk.setstukken import lees_setstukken
from kaartgen.opmaak.zetter import Tekstzetter
from kaartgen.samenstelling import kaartenset
from kaartgen.scene import Tekst, Vel, Vlak

PROFIELEN = ("kantoor", "kantoor-omvouwen", "drukkerij", "drukkerij-sra3")
AANTALLEN = (1, 4, 9, 16, 28, 45, 80, 160, 400)


def doos(project: bouw.Project, profielnaam: str, formaat: str, aantal: int) -> tuple[Vel, ...]:
    """Make the sheet with the box for so many cards, and its empty back where there is one."""
    profiel = proef.profiel(profielnaam)
    assert profiel.doosmaat
    zetter = Tekstzetter(project.ontwerp, lees_drukformaat(proef.LAYOUTS, "poker"), project.letter)  # type: ignore[arg-type]
    set_ = kaartenset(project.publicatie, project.kaarten, project.publicatie.selecties[0].id)
    voor = doosje(
        project.publicatie,
        set_,
        zetter,
        lees_setstukken(proef.LAYOUTS),
        proef.MATEN[formaat],
        aantal,
        profiel.papier,
        profiel.doosmaat,
        profiel.marge,
        profiel.afloop,
        lees_drukmaten(proef.LAYOUTS).doos,
    )
    achter = Vel(voor.naam, voor.maat, "achter", (), (), voor.netto, voor.afloop)
    return (voor, achter) if profiel.keren in DUBBELZIJDIG else (voor,)


@pytest.mark.parametrize(("profiel", "formaat"), list(product(PROFIELEN, proef.MATEN)))
@pytest.mark.parametrize("welk", ["echt", "klein"])
def test_elk_doosje_en_etiket_is_schoon(
    request: pytest.FixtureRequest, welk: str, profiel: str, formaat: str
) -> None:
    project: bouw.Project = request.getfixturevalue(welk)
    for aantal in AANTALLEN:
        pdf = proef.schrijf(profiel, doos(project, profiel, formaat, aantal))
        assert keur(pdf, proef.profiel(profiel)) == (), (
            aantal,
            doos(project, profiel, formaat, aantal)[0].naam,
        )


def test_kleur_van_een_doosje_voor_de_drukker_loopt_door_voorbij_de_snede(echt: bouw.Project) -> None:
    smal, ruim = (
        next(een.vak for een in doos(echt, naam, "poker", 40)[0].elementen if isinstance(een, Vlak))
        for naam in ("kantoor", "drukkerij")
    )
    assert (ruim.b - smal.b, ruim.h - smal.h) == pytest.approx((6, 6))


def test_geen_woord_op_papier_staat_in_de_afloop_van_een_paneel(echt: bouw.Project) -> None:
    vel = doos(echt, "drukkerij", "poker", 113)[0]
    gronden = [een.vak for een in vel.elementen if isinstance(een, Vlak)]
    woorden = [een for een in vel.elementen if isinstance(een, Tekst) and een.naam in ("lijmflap", "uitleg")]
    assert len(woorden) == 2
    for woord in woorden:
        stukken = [stuk for alinea in woord.alineas for regel in alinea.regels for stuk in regel.stukken]
        for grond in gronden:
            over = woord.vak.y < grond.onder and woord.vak.onder > grond.y
            assert not any(
                over and stuk.x < grond.rechts and stuk.x + stuk.breedte > grond.x for stuk in stukken
            )
