"""Rules about ids: each exists once, and what refers to one finds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kaartgen.inhoud.bedoeling import raad_bedoeling
from kaartgen.inhoud.bestandssoorten import BESTANDSSOORTEN
from kaartgen.inhoud.bron import Pad
from kaartgen.inhoud.lezing import Lezing
from kaartgen.inhoud.model import Toonbaar
from kaartgen.meldingen import Melding

TOONT_UIT: dict[Toonbaar, tuple[str, str]] = {
    "waardencluster": ("waardenclusters", "waardencluster"),
    "prioriteiten": ("ambtsdragers", "ambtsdrager"),
    "handelingsperspectieven": ("ambtsdragers", "ambtsdrager"),
    "suggesties": ("ambtsdragers", "ambtsdrager"),
    "onderwerp": ("onderwerpen", "onderwerp"),
}
"""For what a card shows of one part: the kind of that part and the word for it."""


def _onbekend(lezing: Lezing, pad: Pad, woord: str, id_: str, bekend: Iterable[str]) -> Iterator[Melding]:
    keuzes = list(dict.fromkeys(bekend))
    if id_ not in keuzes:
        anders = f"Er zijn: {', '.join(keuzes)}." if keuzes else "Er is er nog geen een."
        raad = raad_bedoeling(id_, keuzes, anders)
        yield lezing.fout(pad, f"{woord}-onbekend", f"‘{id_}’ is geen bekende {woord}.", raad)


def _dubbel(lezing: Lezing, woord: str, gebruikt: Iterable[tuple[str, Pad]]) -> Iterator[Melding]:
    eerste: dict[str, Pad] = {}
    for id_, pad in gebruikt:
        if id_ in eerste:
            raad = f"Kies een andere; de eerste staat op {lezing.wegwijzer.plek(eerste[id_])}."
            yield lezing.fout(pad, f"{woord}-dubbel", f"De id ‘{id_}’ is al gebruikt.", raad)
        eerste.setdefault(id_, pad)


def bestandsnaam_is_id(lezing: Lezing) -> Iterator[Melding]:
    """The id in a file with one part is the name of that file."""
    for soort in BESTANDSSOORTEN:
        for bron in lezing.bronnen[soort.naam] if soort.per_bestand else ():
            id_ = (bron.waarde or {}).get("id")
            if isinstance(id_, str) and id_ != bron.naam:
                wat = f"De id ‘{id_}’ is anders dan de naam van het bestand, ‘{bron.naam}’."
                raad = "Maak ze gelijk."
                yield lezing.fout((soort.naam, bron.naam, "id"), "id-bestandsnaam", wat, raad)


def waarde_bestaat_eenmaal(lezing: Lezing) -> Iterator[Melding]:
    """A waarde belongs to one waardencluster."""
    yield from _dubbel(
        lezing,
        "waarde",
        (
            (waarde.id, ("waardenclusters", cluster_id, "waarden", nummer, "id"))
            for cluster_id, cluster in lezing.waardenclusters.items()
            for nummer, waarde in enumerate(cluster.waarden)
        ),
    )


def kaart_bestaat_eenmaal(lezing: Lezing) -> Iterator[Melding]:
    """The ids of kaarten differ."""
    gebruikt = ((kaart.id, ("kaarten", nummer, "id")) for nummer, kaart in lezing.kaarten.items())
    yield from _dubbel(lezing, "kaart", gebruikt)


def selectie_bestaat_eenmaal(lezing: Lezing) -> Iterator[Melding]:
    """The ids of selecties differ: they name the bundles."""
    gebruikt = ((selectie.id, ("selecties", nummer, "id")) for nummer, selectie in lezing.selecties.items())
    yield from _dubbel(lezing, "selectie", gebruikt)


def hoofdstuk_bestaat_eenmaal(lezing: Lezing) -> Iterator[Melding]:
    """The ids of hoofdstukken differ."""
    gebruikt = ((stuk.id, ("tabletboek", nummer, "id")) for nummer, stuk in lezing.hoofdstukken.items())
    yield from _dubbel(lezing, "hoofdstuk", gebruikt)


def familie_bestaat_eenmaal(lezing: Lezing) -> Iterator[Melding]:
    """The ids of families differ."""
    families = lezing.gegevens.families if lezing.gegevens else ()
    gebruikt = ((familie.id, ("publicatie", "families", nr, "id")) for nr, familie in enumerate(families))
    yield from _dubbel(lezing, "familie", gebruikt)


def familie_van_cluster_bestaat(lezing: Lezing) -> Iterator[Melding]:
    """A waardencluster belongs to a family of the publication."""
    if lezing.gegevens:
        bekend = [familie.id for familie in lezing.gegevens.families]
        for id_, cluster in lezing.waardenclusters.items():
            pad: Pad = ("waardenclusters", id_, "familie")
            yield from _onbekend(lezing, pad, "familie", cluster.familie, bekend)


def waarde_van_prioriteit_bestaat(lezing: Lezing) -> Iterator[Melding]:
    """A prioriteit names a waarde of one of the waardenclusters, and each only once."""
    bekend = lezing.waarde_ids()
    for id_, ambtsdrager in lezing.ambtsdragers.items():
        gezien: set[str] = set()
        for nummer, prioriteit in enumerate(ambtsdrager.prioriteiten):
            pad: Pad = ("ambtsdragers", id_, "prioriteiten", nummer, "waarde")
            if "waardenclusters" not in lezing.onvolledig:
                yield from _onbekend(lezing, pad, "waarde", prioriteit.waarde, bekend)
            if prioriteit.waarde in gezien:
                wat = f"De waarde ‘{prioriteit.waarde}’ is hier al een prioriteit."
                yield lezing.fout(pad, "prioriteit-dubbel", wat, "Kies een andere waarde of haal deze weg.")
            gezien.add(prioriteit.waarde)


def toont_bestaat(lezing: Lezing) -> Iterator[Melding]:
    """What a kaart shows exists."""
    for nummer, kaart in lezing.kaarten.items():
        ((wat, id_),) = kaart.toont.items()
        pad: Pad = ("kaarten", nummer, "toont", wat)
        if wat in TOONT_UIT:
            soort, woord = TOONT_UIT[wat]
            if soort not in lezing.onvolledig:
                yield from _onbekend(lezing, pad, woord, id_, lezing.ids(soort))
        elif id_ != "alle":
            tekst = f"Een kaart met {wat} laat ze allemaal zien, niet ‘{id_}’."
            yield lezing.fout(pad, "toont-niet-alle", tekst, f"Schrijf ‘{wat}: alle’.")
        elif not lezing.bronnen["waardenclusters"]:
            raad = "Maak bestanden in de map waardenclusters of haal deze kaart weg."
            yield lezing.fout(pad, "toont-leeg", "Deze publicatie heeft geen waardenclusters.", raad)


def kaarten_van_selectie_bestaan(lezing: Lezing) -> Iterator[Melding]:
    """A selectie names kaarten and an ambtsdrager that exist."""
    for nummer, selectie in lezing.selecties.items():
        pad: Pad = ("selecties", nummer)
        if "kaarten" not in lezing.onvolledig and selectie.kaarten != "alle":
            for plaats, id_ in enumerate(selectie.kaarten):
                pad_kaart = (*pad, "kaarten", plaats)
                yield from _onbekend(lezing, pad_kaart, "kaart", id_, lezing.ids("kaarten", "kaarten"))
        if "ambtsdragers" not in lezing.onvolledig and selectie.ambtsdrager is not None:
            pad_ambt = (*pad, "ambtsdrager")
            bekend = lezing.ids("ambtsdragers")
            yield from _onbekend(lezing, pad_ambt, "ambtsdrager", selectie.ambtsdrager, bekend)


def kaarten_van_hoofdstuk_bestaan(lezing: Lezing) -> Iterator[Melding]:
    """A hoofdstuk of the tabletboek names kaarten that exist."""
    bekend = lezing.ids("kaarten", "kaarten")
    for nummer, hoofdstuk in lezing.hoofdstukken.items() if "kaarten" not in lezing.onvolledig else ():
        for plaats, id_ in enumerate(hoofdstuk.kaarten):
            yield from _onbekend(lezing, ("tabletboek", nummer, "kaarten", plaats), "kaart", id_, bekend)


def reflectievragen_horen_bij_kaarten(lezing: Lezing) -> Iterator[Melding]:
    """Reflectievragen belong to a kaart that exists, and stand in one file only."""
    gezien: dict[str, str] = {}
    bekend = lezing.ids("kaarten", "kaarten")
    for bron in lezing.bronnen["reflectievragen"]:
        kaarten = (bron.waarde or {}).get("kaarten")
        for id_ in kaarten if isinstance(kaarten, dict) else ():
            if "kaarten" not in lezing.onvolledig:
                yield from _onbekend(lezing, ("reflectievragen", id_), "kaart", id_, bekend)
            if id_ in gezien:
                wat = f"De reflectievragen van ‘{id_}’ staan ook in {gezien[id_]}."
                raad = "Voeg ze samen in één bestand."
                yield Melding(bron.plek(("kaarten", id_)), "reflectievragen-dubbel", wat, raad)
            gezien.setdefault(id_, bron.bestand)


def kaart_heeft_reflectievragen(lezing: Lezing) -> Iterator[Melding]:
    """Every kaart has reflectievragen."""
    bekend = lezing.ids("reflectievragen", "kaarten")
    for nummer, kaart in lezing.kaarten.items() if "reflectievragen" not in lezing.onvolledig else ():
        if kaart.id not in bekend:
            wat = f"De kaart ‘{kaart.id}’ heeft geen reflectievragen."
            raad = f"Voeg ‘{kaart.id}:’ met ‘vragen:’ toe aan een bestand in de map reflectievragen."
            yield lezing.fout(("kaarten", nummer, "id"), "reflectievragen-ontbreken", wat, raad)


def waardenvragen_horen_bij_waarden(lezing: Lezing) -> Iterator[Melding]:
    """A waardenvraag belongs to a waarde of one of the waardenclusters."""
    bekend = lezing.waarde_ids()
    for id_ in lezing.ids("waardenvragen", "vragen") if "waardenclusters" not in lezing.onvolledig else ():
        yield from _onbekend(lezing, ("waardenvragen", id_), "waarde", id_, bekend)


def accenten_passen_bij_clusters(lezing: Lezing) -> Iterator[Melding]:
    """Every waardencluster has an accent and every accent a waardencluster."""
    if lezing.vormgeving is None or "waardenclusters" in lezing.onvolledig:
        return
    clusters = lezing.ids("waardenclusters")
    for id_ in lezing.vormgeving.accenten:
        yield from _onbekend(lezing, ("vormgeving", "accenten", id_), "waardencluster", id_, clusters)
    for id_ in clusters:
        if id_ not in lezing.vormgeving.accenten:
            wat = f"Het waardencluster ‘{id_}’ heeft geen accent."
            raad = f"Voeg toe: ‘{id_}: {{kleur: …, pictogram: …}}’."
            yield lezing.fout(("vormgeving", "accenten"), "accent-ontbreekt", wat, raad)


REGELS = (
    bestandsnaam_is_id,
    waarde_bestaat_eenmaal,
    kaart_bestaat_eenmaal,
    selectie_bestaat_eenmaal,
    hoofdstuk_bestaat_eenmaal,
    familie_bestaat_eenmaal,
    familie_van_cluster_bestaat,
    waarde_van_prioriteit_bestaat,
    toont_bestaat,
    kaarten_van_selectie_bestaan,
    kaarten_van_hoofdstuk_bestaan,
    reflectievragen_horen_bij_kaarten,
    kaart_heeft_reflectievragen,
    waardenvragen_horen_bij_waarden,
    accenten_passen_bij_clusters,
)
