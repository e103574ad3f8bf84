"""From Publicatie to Kaartenset: choose and order the cards, and fill each with its content.

Knows no geometry: a Kaart is a question with groups of sentences, whatever its type.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias

from kaartgen.inhoud.model import Ambtsdrager, Kaartregel, Onderwerp, Publicatie, Waardencluster

Pad: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Punt:
    """One sentence of a group; `pad` is its place in the publication (see `Publicatie.plek`)."""

    tekst: str
    pad: Pad


@dataclass(frozen=True, slots=True)
class Kaartgroep:
    """Heading with its sentences. `accent` is the id of the waardencluster it belongs to or '',
    `naar` the id of the card that tells more or '', `familie` the name of the family of the cluster."""

    kop: str
    punten: tuple[Punt, ...]
    pad: Pad
    bijschrift: str = ""
    accent: str = ""
    naar: str = ""
    familie: str = ""


@dataclass(frozen=True, slots=True)
class Kaart:
    """One card: its question, its groups and its reflectievragen.

    `soort` is the card type, `aard` what the groups are (waarden, prioriteiten, ...), `accenten` the
    clusters that the card is about, `terug` the card that leads here or ''.
    """

    id: str
    nummer: int
    soort: str
    aard: str
    deel: str
    label: str
    vraag: str
    toelichting: Punt
    groepen: tuple[Kaartgroep, ...]
    vragen: tuple[Punt, ...]
    tip: str
    accenten: tuple[str, ...] = ()
    terug: str = ""

    @property
    def plaats(self) -> Pad:
        """Place of the card in the publication."""
        return ("kaarten", self.id)

    @property
    def inhoudskenmerk(self) -> str:
        """Digest of the words on the card that are not its reflectievragen."""
        groepen = [
            [groep.kop, groep.bijschrift, [een.tekst for een in groep.punten]] for groep in self.groepen
        ]
        return _kenmerk([self.vraag, self.toelichting.tekst, groepen])

    @property
    def vragenkenmerk(self) -> str:
        """Digest of the reflectievragen, in order."""
        return _kenmerk([vraag.tekst for vraag in self.vragen])


def _kenmerk(waarden: object) -> str:
    return sha256(json.dumps(waarden, ensure_ascii=False).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Kaartenset:
    """The cards of one selection in order; `id` names the bundle, `naam` is for people."""

    id: str
    naam: str
    kaarten: tuple[Kaart, ...]


def alle_kaarten(publicatie: Publicatie) -> tuple[Kaart, ...]:
    """Give every card of the publication, in the order of their numbers."""
    regels = sorted(publicatie.kaarten, key=lambda regel: regel.nummer)
    return tuple(_kaart(publicatie, regel) for regel in regels)


def kaartenset(publicatie: Publicatie, kaarten: tuple[Kaart, ...], selectie_id: str) -> Kaartenset:
    """Give the cards of one selection out of all cards, in the order of their numbers."""
    selectie = next(selectie for selectie in publicatie.selecties if selectie.id == selectie_id)
    gekozen = {kaart.id for kaart in kaarten} if selectie.kaarten == "alle" else set(selectie.kaarten)
    return Kaartenset(selectie.id, selectie.naam, tuple(kaart for kaart in kaarten if kaart.id in gekozen))


def _punten(teksten: tuple[str, ...], pad: Pad) -> tuple[Punt, ...]:
    return tuple(Punt(tekst, (*pad, nummer)) for nummer, tekst in enumerate(teksten))


def _kaart_over(publicatie: Publicatie, wat: str, id_: str) -> str:
    return next((regel.id for regel in publicatie.kaarten if regel.toont == {wat: id_}), "")


def _kaart(publicatie: Publicatie, regel: Kaartregel) -> Kaart:
    ((wat, id_),) = regel.toont.items()
    inhoud = _INHOUD[wat](publicatie, id_)
    eigen = publicatie.reflectievragen.get(regel.id)
    return Kaart(
        id=regel.id,
        nummer=regel.nummer,
        soort=regel.soort,
        aard=wat,
        deel=regel.deel,
        label=regel.label,
        vraag=regel.vraag,
        toelichting=inhoud.toelichting,
        groepen=inhoud.groepen,
        vragen=_punten(eigen.vragen, ("reflectievragen", regel.id, "vragen")) if eigen else (),
        tip=eigen.tip if eigen else "",
        accenten=inhoud.accenten,
        terug=_kaart_over(publicatie, "waarden", "alle") if wat == "waardencluster" else "",
    )


@dataclass(frozen=True, slots=True)
class _Inhoud:
    toelichting: Punt
    groepen: tuple[Kaartgroep, ...]
    accenten: tuple[str, ...] = ()


def _clusters(publicatie: Publicatie) -> Iterator[Kaartgroep]:
    families = {familie.id: familie.naam for familie in publicatie.gegevens.families}
    for cluster in publicatie.waardenclusters.values():
        pad: Pad = ("waardenclusters", cluster.id)
        yield Kaartgroep(
            kop=cluster.naam,
            punten=tuple(
                Punt(waarde.naam, (*pad, "waarden", nummer, "naam"))
                for nummer, waarde in enumerate(cluster.waarden)
            ),
            pad=pad,
            accent=cluster.id,
            naar=_kaart_over(publicatie, "waardencluster", cluster.id),
            familie=families[cluster.familie],
        )


def _waarden(publicatie: Publicatie, _id: str) -> _Inhoud:
    return _Inhoud(
        Punt("", ("waardenclusters",)), tuple(_clusters(publicatie)), tuple(publicatie.waardenclusters)
    )


def _wiel(publicatie: Publicatie, _id: str) -> _Inhoud:
    groepen: list[Kaartgroep] = []
    clusters = tuple(_clusters(publicatie))
    for nummer, familie in enumerate(publicatie.gegevens.families):
        pad: Pad = ("publicatie", "families", nummer)
        groepen.append(Kaartgroep(familie.naam, (Punt(familie.toelichting, (*pad, "toelichting")),), pad))
        groepen += [cluster for cluster in clusters if cluster.familie == familie.naam]
    return _Inhoud(Punt("", ("waardenclusters",)), tuple(groepen), tuple(publicatie.waardenclusters))


def _cluster(publicatie: Publicatie, id_: str) -> _Inhoud:
    cluster: Waardencluster = publicatie.waardenclusters[id_]
    pad: Pad = ("waardenclusters", id_)
    groepen = tuple(
        Kaartgroep(
            waarde.naam,
            _punten(waarde.opvattingen, (*pad, "waarden", nummer, "opvattingen")),
            (*pad, "waarden", nummer),
            accent=id_,
        )
        for nummer, waarde in enumerate(cluster.waarden)
    )
    return _Inhoud(Punt(cluster.toelichting, (*pad, "toelichting")), groepen, (id_,))


def _per_prioriteit(publicatie: Publicatie, ambtsdrager: Ambtsdrager, veld: str) -> tuple[Kaartgroep, ...]:
    groepen = []
    for nummer, prioriteit in enumerate(ambtsdrager.prioriteiten):
        cluster, waarde = publicatie.waarde(prioriteit.waarde)
        pad: Pad = ("ambtsdragers", ambtsdrager.id, "prioriteiten", nummer)
        groepen.append(
            Kaartgroep(
                waarde.naam,
                _punten(getattr(prioriteit, veld), (*pad, veld)),
                (*pad, "waarde"),
                bijschrift=cluster.naam,
                accent=cluster.id,
                naar=_kaart_over(publicatie, "waardencluster", cluster.id),
            )
        )
    return tuple(groepen)


def _prioriteiten(publicatie: Publicatie, id_: str) -> _Inhoud:
    ambtsdrager = publicatie.ambtsdragers[id_]
    groepen = _per_prioriteit(publicatie, ambtsdrager, "opvattingen")
    inleiding = Punt(ambtsdrager.inleiding, ("ambtsdragers", id_, "inleiding"))
    return _Inhoud(inleiding, groepen, _accenten(groepen))


def _handelingsperspectieven(publicatie: Publicatie, id_: str) -> _Inhoud:
    groepen = _per_prioriteit(publicatie, publicatie.ambtsdragers[id_], "handelingsperspectieven")
    return _Inhoud(Punt("", ("ambtsdragers", id_)), groepen, _accenten(groepen))


def _accenten(groepen: tuple[Kaartgroep, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(groep.accent for groep in groepen))


def _suggesties(publicatie: Publicatie, id_: str) -> _Inhoud:
    ambtsdrager = publicatie.ambtsdragers[id_]
    vereniging = ambtsdrager.vereniging
    if vereniging is None:
        raise ValueError(f"{id_} heeft geen vereniging; controle had dit moeten melden")
    pad: Pad = ("ambtsdragers", id_, "vereniging")
    groep = Kaartgroep(vereniging.naam, _punten(vereniging.suggesties, (*pad, "suggesties")), (*pad, "naam"))
    accenten = _accenten(_per_prioriteit(publicatie, ambtsdrager, "opvattingen"))
    return _Inhoud(Punt(vereniging.inleiding, (*pad, "inleiding")), (groep,), accenten)


def _onderwerp(publicatie: Publicatie, id_: str) -> _Inhoud:
    onderwerp: Onderwerp = publicatie.onderwerpen[id_]
    pad: Pad = ("onderwerpen", id_)
    groepen = tuple(
        Kaartgroep(
            groep.kop, _punten(groep.punten, (*pad, "groepen", nummer, "punten")), (*pad, "groepen", nummer)
        )
        for nummer, groep in enumerate(onderwerp.groepen)
    )
    return _Inhoud(Punt(onderwerp.inleiding, (*pad, "inleiding")), groepen)


_INHOUD = {
    "waarden": _waarden,
    "waardenclusters": _wiel,
    "waardencluster": _cluster,
    "prioriteiten": _prioriteiten,
    "handelingsperspectieven": _handelingsperspectieven,
    "suggesties": _suggesties,
    "onderwerp": _onderwerp,
}
