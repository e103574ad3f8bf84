"""From the folder of a publication to Publicatie, or to all that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from kaartgen.inhoud import model
from kaartgen.inhoud.bedoeling import raad_bedoeling
from kaartgen.inhoud.bestandssoorten import BESTANDSSOORTEN, Bestandssoort
from kaartgen.inhoud.bron import Bron, Pad, lees_bron
from kaartgen.inhoud.controle import controleer
from kaartgen.inhoud.lezing import Lezing
from kaartgen.inhoud.vast import is_op_slot
from kaartgen.inhoud.veldfouten import veldfouten
from kaartgen.inhoud.wegwijzer import Wegwijzer
from kaartgen.meldingen import Ernst, Fouten, Melding, Plek, relatief

_Deel = TypeVar("_Deel", bound=model.Deel)
_VRAAG: TypeAdapter[str] = TypeAdapter(model.Vraag)


def publicaties(map_: Path) -> tuple[str, ...]:
    """Give the names (slugs) of the publications in a folder: its folders with a publicatie.yaml."""
    return tuple(sorted(pad.parent.name for pad in map_.glob("*/publicatie.yaml")))


def lees(map_: Path) -> model.Publicatie:
    """Read and check the publication in a folder.

    Raises Fouten with all problems of all files, warnings too, when at least one is a fault.
    """
    if not map_.is_dir():
        bekend = publicaties(map_.parent)
        anders = f"Er zijn: {', '.join(bekend)}." if bekend else "Kijk of de map bestaat."
        raad = raad_bedoeling(map_.name, bekend, anders)
        wat = f"Er is geen publicatie ‘{map_.name}’."
        raise Fouten([Melding(Plek(relatief(map_)), "publicatie-ontbreekt", wat, raad)])
    meldingen: list[Melding] = [*_onbekende_bestanden(map_), *_ontbrekende_bestanden(map_)]
    lezing = _lezing(map_, meldingen)
    meldingen += controleer(lezing)
    if any(melding.ernst is Ernst.FOUT for melding in meldingen):
        raise Fouten(_op_volgorde([*meldingen, *_taal(lezing)]))
    return _publicatie(lezing, _op_volgorde(meldingen))


def waarschuwingen(publicatie: model.Publicatie) -> tuple[Melding, ...]:
    """Give what an editor may want to better, in the order of the files."""
    return publicatie.waarschuwingen


def _taal(lezing: Lezing) -> tuple[Melding, ...]:
    from kaartgen.inhoud.controle_taal import controleer_taal

    return _op_volgorde(controleer_taal(lezing))


def _op_volgorde(meldingen: Iterable[Melding]) -> tuple[Melding, ...]:
    return tuple(sorted(dict.fromkeys(meldingen), key=lambda melding: (melding.plek, melding.code)))


def _yaml_bestanden(map_: Path) -> Iterator[Path]:
    for pad in sorted([*map_.rglob("*.yaml"), *map_.rglob("*.yml")]):
        if not any(deel.startswith(".") for deel in pad.relative_to(map_).parts):
            yield pad


def _onbekende_bestanden(map_: Path) -> Iterator[Melding]:
    patronen = [soort.patroon for soort in BESTANDSSOORTEN]
    bekend = {pad for patroon in patronen for pad in map_.glob(patroon)}
    for pad in _yaml_bestanden(map_):
        if pad not in bekend:
            eigen = pad.relative_to(map_).as_posix()
            anders = f"Gelezen worden: {', '.join(patronen)}."
            if pad.suffix == ".yml":
                anders = "Geef het bestand een naam die eindigt op ‘.yaml’."
            raad = raad_bedoeling(eigen, [patroon for patroon in patronen if "*" not in patroon], anders)
            wat = "Dit bestand wordt niet gelezen."
            yield Melding(Plek(relatief(pad)), "bestand-onbekend", wat, raad, Ernst.WAARSCHUWING)


def _ontbrekende_bestanden(map_: Path) -> Iterator[Melding]:
    for soort in BESTANDSSOORTEN:
        if soort.verplicht and not (map_ / soort.patroon).exists():
            wat = f"Het bestand {soort.patroon} ontbreekt."
            raad = "Kopieer het uit een andere publicatie en pas het aan."
            yield Melding(Plek(relatief(map_ / soort.patroon)), "bestand-ontbreekt", wat, raad)


def _lezing(map_: Path, meldingen: list[Melding]) -> Lezing:
    bronnen = {
        soort.naam: tuple(map(lees_bron, sorted(map_.glob(soort.patroon)))) for soort in BESTANDSSOORTEN
    }
    for soort in BESTANDSSOORTEN:
        for bron in bronnen[soort.naam]:
            meldingen += bron.meldingen
            meldingen += _fouten_in(bron, soort.model)

    def los(naam: str, deel: type[_Deel]) -> _Deel | None:
        return next(iter(_goede(deel, _per_bestand(bronnen[naam])).values()), None)

    def stukken(naam: str, veld: str, deel: type[_Deel]) -> dict[Any, _Deel]:
        return _goede(deel, {sleutel: lid for bron in bronnen[naam] for sleutel, lid in _leden(bron, veld)})

    gegevens = los("publicatie", model.Gegevens)
    return Lezing(
        map=map_,
        bronnen=bronnen,
        wegwijzer=_wegwijzer(map_, bronnen),
        onvolledig=frozenset(
            soort.naam
            for soort in BESTANDSSOORTEN
            if (soort.verplicht and not bronnen[soort.naam])
            or any(bron.waarde is None for bron in bronnen[soort.naam])
        ),
        gegevens=gegevens,
        vormgeving=los("vormgeving", model.Vormgeving),
        leesmij=los("leesmij", model.Leesmij),
        begrippen=los("begrippen", model.Begrippen) or model.Begrippen(),
        kaarten=stukken("kaarten", "kaarten", model.Kaartregel),
        selecties=stukken("selecties", "selecties", model.Selectie),
        hoofdstukken=stukken("tabletboek", "hoofdstukken", model.Hoofdstuk),
        reflectievragen=stukken("reflectievragen", "kaarten", model.Reflectievragen),
        waardenvragen=_vragen(bronnen["waardenvragen"]),
        waardenclusters=_goede(model.Waardencluster, _per_bestand(bronnen["waardenclusters"])),
        ambtsdragers=_goede(model.Ambtsdrager, _per_bestand(bronnen["ambtsdragers"])),
        onderwerpen=_goede(model.Onderwerp, _per_bestand(bronnen["onderwerpen"])),
        woordkeuze=los("woordkeuze", model.Woordkeuze),
        vrijstellingen=_vrijstellingen(bronnen),
        op_slot=is_op_slot(map_, gegevens),
    )


def _fouten_in(bron: Bron, soort: type[model.Deel]) -> list[Melding]:
    if bron.waarde is None:
        return []
    try:
        soort.model_validate(bron.waarde)
    except ValidationError as fout:
        return veldfouten(bron, soort, fout)
    return []


def _per_bestand(bronnen: tuple[Bron, ...]) -> dict[str, Any]:
    return {bron.naam: bron.waarde for bron in bronnen}


def _leden(bron: Bron, veld: str) -> list[tuple[Any, Any]]:
    leden = (bron.waarde or {}).get(veld)
    if isinstance(leden, dict):
        return list(leden.items())
    return list(enumerate(leden)) if isinstance(leden, tuple) else []


def _vragen(bronnen: tuple[Bron, ...]) -> dict[str, str]:
    """Give the questions that are right and stand with an id."""
    vragen = {}
    for id_, vraag in (lid for bron in bronnen for lid in _leden(bron, "vragen")):
        try:
            vragen[id_] = _VRAAG.validate_python(vraag)
        except ValidationError:
            continue
    return {id_: vraag for id_, vraag in vragen.items() if isinstance(id_, str)}


def _vrijstellingen(bronnen: Mapping[str, tuple[Bron, ...]]) -> dict[Pad, Mapping[str, str | None]]:
    """Give what questions may depart from, by the path of the question; only what could be read."""
    vragen: dict[Pad, Any] = {
        ("reflectievragen", id_, "vragen", nummer): vraag
        for bron in bronnen["reflectievragen"]
        for id_, kaart in _leden(bron, "kaarten")
        if isinstance(kaart, dict) and isinstance(kaart.get("vragen"), tuple)
        for nummer, vraag in enumerate(kaart["vragen"])
    }
    vragen |= {
        ("waardenvragen", id_): vraag
        for bron in bronnen["waardenvragen"]
        for id_, vraag in _leden(bron, "vragen")
    }
    gevonden = _goede(
        model.Reflectievraag, {pad: vraag for pad, vraag in vragen.items() if isinstance(vraag, dict)}
    )
    return {pad: vraag.mag for pad, vraag in gevonden.items()}


def _goede(deel: type[_Deel], waarden: Mapping[Any, Any]) -> dict[Any, _Deel]:
    """Give the values that are right by themselves: one bad part does not hide the others."""
    goede = {}
    for sleutel, waarde in waarden.items():
        try:
            goede[sleutel] = deel.model_validate(waarde)
        except ValidationError:
            continue
    return goede


def _wegwijzer(map_: Path, bronnen: Mapping[str, tuple[Bron, ...]]) -> Wegwijzer:
    wegen: dict[Pad, tuple[Bron, Pad]] = {}
    for soort in BESTANDSSOORTEN:
        for bron in bronnen[soort.naam]:
            for kop, begin in _wegen(soort, bron):
                wegen.setdefault(kop, (bron, begin))
    return Wegwijzer(relatief(map_), wegen)


def _wegen(soort: Bestandssoort, bron: Bron) -> Iterator[tuple[Pad, Pad]]:
    if soort.per_bestand:
        yield (soort.naam, bron.naam), ()
        return
    if "*" not in soort.patroon:
        yield (soort.naam,), (soort.veld,) if soort.veld else ()
    if soort.veld:
        for sleutel, lid in _leden(bron, soort.veld):
            yield (soort.naam, sleutel), (soort.veld, sleutel)
            if isinstance(lid, dict) and isinstance(lid.get("id"), str):
                yield (soort.naam, lid["id"]), (soort.veld, sleutel)


def _publicatie(lezing: Lezing, meldingen: tuple[Melding, ...]) -> model.Publicatie:
    gegevens, vormgeving, leesmij = lezing.gegevens, lezing.vormgeving, lezing.leesmij
    assert gegevens and vormgeving and leesmij, "een ontbrekend bestand is een fout"
    kaarten = tuple(lezing.kaarten.values())
    waardenclusters = {id_: lezing.waardenclusters[id_] for id_ in vormgeving.accenten}
    waarden = [waarde.id for cluster in waardenclusters.values() for waarde in cluster.waarden]
    return model.Publicatie(
        slug=lezing.map.resolve().name,
        map=lezing.map,
        gegevens=gegevens,
        vormgeving=vormgeving,
        leesmij=leesmij,
        kaarten=kaarten,
        selecties=tuple(lezing.selecties.values()),
        reflectievragen={kaart.id: lezing.reflectievragen[kaart.id] for kaart in kaarten},
        waardenvragen={id_: lezing.waardenvragen[id_] for id_ in waarden if id_ in lezing.waardenvragen},
        waardenclusters=waardenclusters,
        ambtsdragers=lezing.ambtsdragers,
        onderwerpen=lezing.onderwerpen,
        tabletboek=tuple(lezing.hoofdstukken.values()),
        begrippen=lezing.begrippen,
        woordkeuze=lezing.woordkeuze,
        wegwijzer=lezing.wegwijzer,
        leeswaarschuwingen=meldingen,
        taalwaarschuwingen=partial(_taal, lezing),
    )
