"""From Publicatie and Lagen to Gelaagd: the same publication with the questions of layers on its cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kaartgen.inhoud.bedoeling import raad_bedoeling
from kaartgen.inhoud.bron import Bron, Pad
from kaartgen.inhoud.controle_tekst import keur_tekst
from kaartgen.inhoud.model import MAX_VRAGEN, Publicatie, Reflectievragen
from kaartgen.inhoud.wegwijzer import Wegwijzer
from kaartgen.meldingen import Ernst, Melding
from kaartgen.samenstelling import Kaart, alle_kaarten
from kaartgen.vragen.keur_laag import keur_taal, keur_vragen
from kaartgen.vragen.laag import Kaartlaag, Laag
from kaartgen.vragen.samenvoeging import Gebeurtenis, Samengevoegd, Verschil, voeg_samen


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Where a question on a card comes from: a layer, or None for the publication itself. `vervangt` is the
    question from below whose place it takes, or ''."""

    laag: Laag | None = None
    vervangt: str = ""


@dataclass(frozen=True, slots=True)
class Weggelaten:
    """A question from below that a layer leaves out; `door` is the own question in its place, or ''."""

    laag: Laag
    tekst: str
    door: str = ""


@dataclass(frozen=True, slots=True)
class Gelaagd:
    """A publication with layers on it. `publicatie` has the questions as they come on the cards and leads
    to the layer files for own ones; `herkomst` has one Herkomst per question, by card id."""

    publicatie: Publicatie
    lagen: tuple[Laag, ...] = ()
    herkomst: Mapping[str, tuple[Herkomst, ...]] = field(default_factory=dict)
    weg: Mapping[str, tuple[Weggelaten, ...]] = field(default_factory=dict)
    meldingen: tuple[Melding, ...] = ()

    def verandert(self, kaart_id: str) -> bool:
        """Tell whether a layer changes the questions of a card, or their order."""
        return any(kaart_id in laag.kaarten for laag in self.lagen)


def pas_toe(publicatie: Publicatie, lagen: Sequence[Laag]) -> Gelaagd:
    """Put layers on a publication, the first one lowest.

    Nothing is raised: what is wrong with a layer, or is to be looked at, is in `meldingen`. How own
    questions read is with `publicatie.taalwaarschuwingen`, which costs time only when somebody asks.
    """
    herkomst = {id_: (Herkomst(),) * len(een.vragen) for id_, een in publicatie.reflectievragen.items()}
    gelaagd = Gelaagd(publicatie, (), herkomst)
    kaarten = {kaart.id: kaart for kaart in alle_kaarten(publicatie)} if lagen else {}
    for laag in lagen:
        gelaagd = _leg(gelaagd, laag, kaarten)
    if not lagen:
        return gelaagd
    met_vragen, eigen = gelaagd.publicatie, tuple(_eigen(gelaagd))

    def taal() -> tuple[Melding, ...]:
        return (*publicatie.taalwaarschuwingen(), *keur_taal(met_vragen, eigen))

    return replace(
        gelaagd,
        publicatie=replace(met_vragen, taalwaarschuwingen=taal),
        meldingen=(*gelaagd.meldingen, *keur_vragen(met_vragen, eigen)),
    )


def _eigen(gelaagd: Gelaagd) -> Iterator[tuple[str, int]]:
    for id_, per_vraag in gelaagd.herkomst.items():
        for nummer, herkomst in enumerate(per_vraag):
            if herkomst.laag:
                yield id_, nummer


def _leg(onder: Gelaagd, laag: Laag, kaarten: Mapping[str, Kaart]) -> Gelaagd:
    publicatie = onder.publicatie
    meldingen = list(_vreemd(laag, publicatie))
    if meldingen:
        return replace(onder, lagen=(*onder.lagen, laag), meldingen=(*onder.meldingen, *meldingen))
    meldingen += keur_tekst(laag.plek("naam"), laag.naam)
    vragen = dict(publicatie.reflectievragen)
    herkomst, weg = dict(onder.herkomst), dict(onder.weg)
    wegen: dict[Pad, tuple[Bron, Pad]] = {}
    for id_, kaartlaag in laag.kaarten.items():
        kaart = kaarten.get(id_)
        if kaart is None:
            meldingen += _kaart_weg(laag, id_, kaartlaag, kaarten)
            continue
        oud = vragen.get(id_, Reflectievragen.model_construct(tip="", vragen=()))
        samen = voeg_samen(oud.vragen, kaartlaag)
        meldingen += _kaart_anders(laag, kaart, kaartlaag)
        meldingen += [_melding(laag, kaart, verschil) for verschil in samen.verschillen]
        meldingen += _aantal(laag, kaart, samen)
        if samen.vragen:
            vragen[id_] = oud.model_copy(update={"vragen": tuple(een.tekst for een in samen.vragen)})
            wegen |= dict(_wegen(publicatie, laag, id_, samen))
            herkomst[id_] = tuple(
                Herkomst(laag, een.vervangt) if een.onder is None else onder.herkomst[id_][een.onder]
                for een in samen.vragen
            )
            weg[id_] = (*weg.get(id_, ()), *(Weggelaten(laag, *een) for een in samen.weg))
    wijzer = publicatie.wegwijzer
    nieuw = replace(
        publicatie,
        reflectievragen={kaart.id: vragen[kaart.id] for kaart in publicatie.kaarten if kaart.id in vragen},
        wegwijzer=Wegwijzer(wijzer.map, {**wijzer.wegen, **wegen}),
    )
    return Gelaagd(nieuw, (*onder.lagen, laag), herkomst, weg, (*onder.meldingen, *meldingen))


def _wegen(
    publicatie: Publicatie, laag: Laag, id_: str, samen: Samengevoegd
) -> Iterator[tuple[Pad, tuple[Bron, Pad]]]:
    """Give where each question stands, and for the questions as a whole the card in the layer file."""
    begin: Pad = ("reflectievragen", id_, "vragen")
    yield begin, (laag.bron, ("kaarten", id_))
    for nummer, een in enumerate(samen.vragen):
        if een.onder is None:
            yield (*begin, nummer), (laag.bron, ("kaarten", id_, *een.pad))
        else:
            weg = publicatie.wegwijzer.weg((*begin, een.onder))
            if weg:
                yield (*begin, nummer), weg


def _vreemd(laag: Laag, publicatie: Publicatie) -> Iterator[Melding]:
    if laag.publicatie != publicatie.id:
        wat = f"Deze vragen horen bij de publicatie ‘{laag.publicatie}’, en dit is ‘{publicatie.id}’."
        raad = f"Kies een ander bestand. Horen ze toch hierbij? Schrijf dan ‘publicatie: {publicatie.id}’."
        yield Melding(laag.plek("publicatie"), "laag-andere-publicatie", wat, raad)


def _kaart_weg(laag: Laag, id_: str, kaartlaag: Kaartlaag, kaarten: Mapping[str, Kaart]) -> Iterator[Melding]:
    raad = "Laat haar staan voor een editie met die kaart, of zet de vraag bij een andere kaart."
    if not kaartlaag.inhoud:  # nothing says that the card ever was there: it may be a slip of the pen
        raad = raad_bedoeling(id_, kaarten, raad)
    for pad, vraag in kaartlaag.eigen():
        wat = f"Je vraag ‘{vraag.tekst}’ staat bij een kaart die er niet (meer) is: ‘{id_}’."
        yield _let_op(laag, ("kaarten", id_, *pad), "vraag-zonder-kaart", wat, raad)
    if not any(kaartlaag.eigen()):
        wat = f"De kaart ‘{id_}’ is er niet (meer)."
        yield _let_op(laag, ("kaarten", id_), "laagkaart-onbekend", wat, raad)


def _kaart_anders(laag: Laag, kaart: Kaart, kaartlaag: Kaartlaag) -> Iterator[Melding]:
    if kaartlaag.inhoud in ("", kaart.inhoudskenmerk):
        return
    for pad, vraag in kaartlaag.eigen():
        wat = (
            f"Je vraag ‘{vraag.tekst}’ staat op kaart {kaart.nummer} ({kaart.id}), en die kaart is veranderd."
        )
        raad = "Lees de kaart opnieuw. Past je vraag nog? Leg dat dan vast met: kaartgen vragen samenvoegen."
        yield _let_op(laag, ("kaarten", kaart.id, *pad), "kaart-veranderd", wat, raad)


def _aantal(laag: Laag, kaart: Kaart, samen: Samengevoegd) -> Iterator[Melding]:
    plek = laag.plek("kaarten", kaart.id)
    if len(samen.vragen) > MAX_VRAGEN:
        wat = f"Op kaart {kaart.nummer} ({kaart.id}) komen nu {len(samen.vragen)} vragen."
        raad = f"Houd er hooguit {MAX_VRAGEN} over: vervang een vraag of zet er een bij ‘weglaten’."
        yield Melding(plek, "vragen-te-veel", wat, raad)
    if not samen.vragen:
        wat = f"Op kaart {kaart.nummer} ({kaart.id}) blijft geen vraag over."
        yield Melding(plek, "kaart-zonder-vragen", wat, "Laat er minstens één staan.")


_WOORDEN: Mapping[Gebeurtenis, tuple[str, str]] = {
    Gebeurtenis.BEHOUDEN_WEG: (
        "De publicatie heeft de vraag ‘{oud}’ niet meer; zij staat dus niet op kaart {kaart}.",
        "Wil je haar houden? Schrijf haar dan als eigen vraag, zonder ‘behoud’.",
    ),
    Gebeurtenis.BEHOUDEN_ANDERS: (
        "De vraag ‘{oud}’ is veranderd in ‘{nieuw}’; zo staat zij nu op kaart {kaart}.",
        "Wil je de oude houden? Schrijf haar dan als eigen ‘vraag’ die de nieuwe ‘vervangt’.",
    ),
    Gebeurtenis.VERVANGEN_WEG: (
        "Je vraag ‘{eigen}’ vervangt ‘{oud}’, maar die heeft kaart {kaart} niet (meer). De jouwe blijft.",
        "Klopt dat? Haal dan ‘vervangt’ weg.",
    ),
    Gebeurtenis.VERVANGEN_ANDERS: (
        "Je vraag ‘{eigen}’ vervangt ‘{oud}’, en die is nu ‘{nieuw}’. De jouwe blijft op kaart {kaart}.",
        "Vind je de nieuwe beter? Schrijf dan ‘behoud’ met de nieuwe. Anders: zet de nieuwe bij ‘vervangt’.",
    ),
    Gebeurtenis.WEGGELATEN_WEG: (
        "Je laat de vraag ‘{oud}’ weg, maar die staat niet (meer) op kaart {kaart}.",
        "Haal de regel weg.",
    ),
    Gebeurtenis.WEGGELATEN_ANDERS: (
        "Je liet de vraag ‘{oud}’ weg, en die is nu ‘{nieuw}’. De nieuwe staat achteraan op kaart {kaart}.",
        "Wil je de nieuwe ook weglaten? Zet haar dan bij ‘weglaten’, in plaats van de oude.",
    ),
    Gebeurtenis.NIEUW: (
        "De vraag ‘{nieuw}’ wordt hier niet genoemd; zij staat achteraan op kaart {kaart}.",
        "Zet haar op haar plaats met ‘behoud’, of zet haar bij ‘weglaten’.",
    ),
}


def _melding(laag: Laag, kaart: Kaart, verschil: Verschil) -> Melding:
    tekst, raad = _WOORDEN[verschil.wat]
    wat = tekst.format(
        oud=verschil.oud, nieuw=verschil.nieuw, eigen=verschil.eigen, kaart=f"{kaart.nummer} ({kaart.id})"
    )
    return _let_op(laag, ("kaarten", kaart.id, *verschil.pad), verschil.wat, wat, raad)


def _let_op(laag: Laag, pad: Pad, code: str, wat: str, raad: str) -> Melding:
    return Melding(laag.plek(*pad), str(code), wat, raad, Ernst.WAARSCHUWING)
