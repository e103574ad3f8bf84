"""From a Kaartenset to small printed cards: waarden, prioriteiten, vragen and the pieces of the set."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby

from kaartgen.inhoud.model import Ambtsdrager, Publicatie
from kaartgen.meldingen import Melding
from kaartgen.opmaak.druk.drukkaart import Drukkaart
from kaartgen.opmaak.druk.kaartjesformaat import Kaartjesformaat
from kaartgen.opmaak.druk.kaartjeszetter import Kaartjeszetter
from kaartgen.opmaak.druk.setkaartje import Indexgroep, Setkaartjes, reeks
from kaartgen.opmaak.druk.setstukken import Setstukken
from kaartgen.opmaak.druk.vraagkaartje import Vraagkaartjes
from kaartgen.opmaak.druk.waardekaartje import Waardekaartjes
from kaartgen.opmaak.zetter import Tekstzetter
from kaartgen.samenstelling import Kaart, Kaartenset


class Kaartjesdruk:
    """Makes the small cards of sets of one publication in one format.

    `kaarten` are all cards of the publication: type is sized for all at once, so that a card looks the same
    in every set.
    """

    def __init__(
        self,
        publicatie: Publicatie,
        kaarten: tuple[Kaart, ...],
        zetter: Tekstzetter,
        formaat: Kaartjesformaat,
        setstukken: Setstukken,
    ) -> None:
        basis = Kaartjeszetter(publicatie, zetter, formaat, setstukken)
        self._publicatie = publicatie
        self._alle = kaarten
        self._zetter = zetter
        self._setstukken = setstukken
        self._waarden = Waardekaartjes(basis)
        self._vragen = Vraagkaartjes(basis, kaarten)
        self._stukken = Setkaartjes(basis, self._vragen)

    @cached_property
    def meldingen(self) -> list[Melding]:
        """Everything that does not fit on any card, at its place in the publication."""
        alles = Kaartenset("", self._publicatie.gegevens.titel, self._alle)
        wie = tuple(self._publicatie.ambtsdragers.values())
        groepen = [*self._waardengroepen(), *map(self._prioriteitengroep, wie), *self._vragengroep(alles)]
        return [
            *self._waarden.meldingen,
            *self._vragen.meldingen,
            *self._stukken.meldingen,
            *self._stukken.index_meldingen(groepen),
        ]

    def kaarten(self, set_: Kaartenset) -> tuple[Drukkaart, ...]:
        """Give the cards of a set: W1 and on, P1 and on where it is for an ambtsdrager, V1 and on, S1 and on.

        The waardenkaartjes are the same objects in every set.
        """
        wie = self._ambtsdrager(set_)
        gewoon = (
            *self._waarden.kaartjes(),
            *(self._waarden.prioriteitenkaartjes(wie) if wie else ()),
            *self._vragen.kaartjes(set_),
        )
        groepen = [
            *self._waardengroepen(),
            *([self._prioriteitengroep(wie)] if wie else []),
            *self._vragengroep(set_),
        ]
        return (*gewoon, *self._stukken.kaartjes(set_, groepen, len(gewoon)))

    def _ambtsdrager(self, set_: Kaartenset) -> Ambtsdrager | None:
        naam = next((een.ambtsdrager for een in self._publicatie.selecties if een.id == set_.id), None)
        return self._publicatie.ambtsdragers[naam] if naam else None

    def _waardengroepen(self) -> Iterator[Indexgroep]:
        """Give the parts of an index with the waarden, one for each cluster."""
        for cluster_id, plaatsen in groupby(self._waarden.waarden, key=lambda plaats: plaats.cluster.id):
            naam = self._publicatie.waardenclusters[cluster_id].naam
            regels = tuple((plaats.code, plaats.waarde.naam) for plaats in plaatsen)
            yield Indexgroep(naam, self._zetter.accent(cluster_id), regels)

    def _prioriteitengroep(self, wie: Ambtsdrager) -> Indexgroep:
        kop = self._setstukken.woorden.prioriteit_van.format(ambtsdrager=wie.enkelvoud)
        regels = tuple((plaats.code, plaats.waarde.naam) for plaats, _ in self._waarden.prioriteiten(wie))
        return Indexgroep(kop, self._zetter.accent(""), regels)

    def _vragengroep(self, set_: Kaartenset) -> Iterator[Indexgroep]:
        """Give the part of an index with the cards that questions came from, if there are any."""
        regels = []
        volg = 0
        for kaart in set_.kaarten:
            if kaart.vragen:
                codes = [f"V{nummer}" for nummer in range(volg + 1, volg + len(kaart.vragen) + 1)]
                naam = self._setstukken.woorden.vraag_bij_kaart.format(nummer=kaart.nummer, label=kaart.label)
                regels.append((reeks(codes), naam))
                volg += len(codes)
        if regels:
            kop = self._zetter.ontwerp.woorden.reflectievragen
            yield Indexgroep(kop, self._zetter.stijl("vragenkop").kleur, tuple(regels), breed=True)
