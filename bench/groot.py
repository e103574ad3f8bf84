"""Publications of any number of cards, grown from the cards about onderwerpen of a real one."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from kaartgen.bouw import Project
from kaartgen.inhoud.model import Kaartregel, Onderwerp, Publicatie, Selectie

ALLES = "alles"
KAARTEN_PER_DEEL = 20
_WOORD = re.compile(r"\*\*.*?\*\*\S*|\S+")


def soorten(publicatie: Publicatie, soort: Sequence[str]) -> list[Kaartregel]:
    """Give the cards of these types that show an onderwerp."""
    return [regel for regel in publicatie.kaarten if regel.soort in soort and "onderwerp" in regel.toont]


def dichtste(publicatie: Publicatie) -> Kaartregel:
    """Give the card about an onderwerp that has the most words to set."""
    return max(
        (regel for regel in publicatie.kaarten if "onderwerp" in regel.toont),
        key=lambda regel: sum(
            len(punt)
            for groep in publicatie.onderwerpen[regel.toont["onderwerp"]].groepen
            for punt in groep.punten
        ),
    )


def vermenigvuldig(project: Project, regels: Sequence[Kaartregel], aantal: int) -> Project:
    """Give the project with `aantal` cards made after these in turn.

    Every sentence has the words of a real one in an order of its own, so that no paragraph occurs twice.
    """
    publicatie, toeval = project.publicatie, random.Random(1)
    kaarten, onderwerpen, vragen = [], {}, {}
    for nummer in range(1, aantal + 1):
        voorbeeld = regels[nummer % len(regels)]
        id_ = f"kaart-{nummer}"
        onderwerpen[id_] = _onderwerp(publicatie.onderwerpen[voorbeeld.toont["onderwerp"]], id_, toeval)
        kaarten.append(
            voorbeeld.model_copy(
                update={
                    "id": id_,
                    "nummer": nummer,
                    "deel": f"Deel {-(-nummer // KAARTEN_PER_DEEL)}",
                    "vraag": f"{voorbeeld.vraag} {nummer}",
                    "toont": {"onderwerp": id_},
                }
            )
        )
        if eigen := publicatie.reflectievragen.get(voorbeeld.id):
            vragen[id_] = eigen.model_copy(
                update={"vragen": tuple(_schud(vraag, toeval) for vraag in eigen.vragen)}
            )
    groot = replace(
        publicatie,
        kaarten=tuple(kaarten),
        onderwerpen=onderwerpen,
        reflectievragen=vragen,
        selecties=(Selectie(id=ALLES, naam="Alles", ambtsdrager=None, kaarten="alle"),),
        tabletboek=(),
    )
    return replace(project, publicatie=groot)


def _onderwerp(onderwerp: Onderwerp, id_: str, toeval: random.Random) -> Onderwerp:
    groepen = tuple(
        groep.model_copy(update={"punten": tuple(_schud(punt, toeval) for punt in groep.punten)})
        for groep in onderwerp.groepen
    )
    return onderwerp.model_copy(
        update={"id": id_, "inleiding": _schud(onderwerp.inleiding, toeval), "groepen": groepen}
    )


def _schud(tekst: str, toeval: random.Random) -> str:
    woorden = _WOORD.findall(tekst)
    toeval.shuffle(woorden)
    return " ".join(woorden)
