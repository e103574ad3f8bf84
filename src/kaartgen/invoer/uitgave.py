"""From a Verslag and the model publication to the files of a new publication folder, as YAML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from kaartgen.inhoud.model import Ambtsdrager, Publicatie, Waardencluster
from kaartgen.invoer.recept import Recept
from kaartgen.invoer.verslag import Inhoud

ZELF = {
    "publicatie.yaml",
    "kaarten.yaml",
    "tabletboek.yaml",
    "waardenclusters",
    "ambtsdragers",
    "onderwerpen",
}
"""Files and folders that are made anew; all others of the model publication come along as they are."""
NAAST = {"slot.json", "tabletboek.pdf"}
"""Files of the makers beside the YAML."""
KOP = (
    "# Overgenomen uit de publicatie met kaartgen importeer. De tekst is van de makers: verander die niet.\n"
)

LEEG: tuple[object, ...] = (None, "", (), [])

Bestanden = dict[str, bytes]
"""Contents of files by their path within the folder."""


def uitgave(inhoud: Inhoud, recept: Recept, model: Publicatie) -> Bestanden:
    """Make all files of the folder. Ids, numbers, selections and questions are those of `model`."""
    bestanden: Bestanden = {}
    for pad in sorted(model.map.rglob("*.yaml")):
        eigen = pad.relative_to(model.map)
        if eigen.parts[0] not in ZELF:
            bestanden[eigen.as_posix()] = pad.read_bytes()
    bestanden["publicatie.yaml"] = _yaml(_gegevens(inhoud, recept, model))
    bestanden["kaarten.yaml"] = _yaml(
        {"kaarten": [_kaart(een.model_dump(), inhoud) for een in model.kaarten]}
    )
    bestanden["tabletboek.yaml"] = _yaml({"hoofdstukken": _hoofdstukken(inhoud, recept, model)})
    for cluster in model.waardenclusters.values():
        bestanden[f"waardenclusters/{cluster.id}.yaml"] = _yaml(_cluster(cluster, inhoud))
    for ambtsdrager in model.ambtsdragers.values():
        bestanden[f"ambtsdragers/{ambtsdrager.id}.yaml"] = _yaml(_ambtsdrager(ambtsdrager, inhoud))
    for id_, tekst in inhoud.onderwerpen.items():
        bestaand = model.onderwerpen.get(id_)
        naam = bestaand.naam if bestaand else id_
        groepen = [{"kop": kop, "punten": punten} for kop, punten in tekst.groepen]
        waarde = {"id": id_, "naam": naam, "inleiding": tekst.inleiding, "groepen": groepen}
        bestanden[f"onderwerpen/{id_}.yaml"] = _yaml(waarde)
    return dict(sorted(bestanden.items()))


def van_makers(naam: str) -> bool:
    """Tell whether a file in the folder holds texts of the makers; all others are the user's to change."""
    eerste = naam.partition("/")[0]
    return eerste in ZELF or eerste in NAAST


def _yaml(waarde: Mapping[str, Any]) -> bytes:
    tekst = yaml.safe_dump(_gewoon(waarde), allow_unicode=True, sort_keys=False, width=10**6)
    return (KOP + tekst).encode()


def _gewoon(waarde: Any) -> Any:
    """Give dicts and lists in place of the mappings and tuples of the model; leave out what is empty."""
    if isinstance(waarde, Mapping):
        return {naam: _gewoon(lid) for naam, lid in waarde.items() if lid not in LEEG or naam == "kaarten"}
    if isinstance(waarde, tuple | list):
        return [_gewoon(lid) for lid in waarde]
    return waarde


def _gegevens(inhoud: Inhoud, recept: Recept, model: Publicatie) -> dict[str, Any]:
    eigen = model.gegevens.model_dump(exclude={"slot", "id"})
    gegevens = {"id": model.gegevens.id or recept.publicatie} | eigen | recept.gegevens.model_dump()
    for familie in gegevens["families"]:
        familie["toelichting"] = inhoud.families.get(familie["id"], familie["toelichting"])
    return gegevens


def _kaart(kaart: dict[str, Any], inhoud: Inhoud) -> dict[str, Any]:
    return kaart | {"vraag": inhoud.vragen.get(kaart["id"], kaart["vraag"])}


def _hoofdstukken(inhoud: Inhoud, recept: Recept, model: Publicatie) -> list[dict[str, Any]]:
    elders = {kaart for kaarten in recept.kaarten_bij.values() for kaart in kaarten}
    bij = {
        hoofdstuk.id: [kaart for kaart in hoofdstuk.kaarten if kaart not in elders]
        for hoofdstuk in model.tabletboek
    }
    bij |= {id_: list(kaarten) for id_, kaarten in recept.kaarten_bij.items()}
    return [
        {
            "id": id_,
            "titel": tekst.titel,
            "samenvatting": tekst.samenvatting,
            "tekst": tekst.tekst,
            "lijsten": [{"kop": kop, "punten": punten} for kop, punten in tekst.lijsten],
            "kaarten": bij.get(id_, []),
        }
        for id_, tekst in inhoud.hoofdstukken.items()
    ]


def _cluster(cluster: Waardencluster, inhoud: Inhoud) -> dict[str, Any]:
    tekst = inhoud.waardenclusters[cluster.id]
    waarden = [
        {"id": waarde.id, "naam": waarde.naam, "opvattingen": tekst.opvattingen[waarde.id]}
        for waarde in cluster.waarden
    ]
    return {
        "id": cluster.id,
        "naam": cluster.naam,
        "familie": cluster.familie,
        "toelichting": tekst.toelichting,
        "waarden": waarden,
    }


def _ambtsdrager(ambtsdrager: Ambtsdrager, inhoud: Inhoud) -> dict[str, Any]:
    tekst = inhoud.ambtsdragers[ambtsdrager.id]
    prioriteiten = [
        {
            "waarde": waarde,
            "opvattingen": opvattingen,
            "handelingsperspectieven": tekst.handelingsperspectieven.get(waarde, []),
        }
        for waarde, opvattingen in tekst.opvattingen.items()
    ]
    vereniging = None
    if ambtsdrager.vereniging and tekst.suggesties:
        vereniging = {
            "naam": ambtsdrager.vereniging.naam,
            "inleiding": tekst.inleiding_vereniging,
            "suggesties": tekst.suggesties,
        }
    return {
        "id": ambtsdrager.id,
        "naam": ambtsdrager.naam,
        "enkelvoud": ambtsdrager.enkelvoud,
        "inleiding": tekst.inleiding,
        "prioriteiten": prioriteiten,
        "vereniging": vereniging,
    }


def woorden(map_: Path) -> list[str]:
    """Give the words in the YAML files of a folder: words that exist, for mending."""
    return [woord for pad in sorted(map_.rglob("*.yaml")) for woord in pad.read_text("utf-8").split()]
