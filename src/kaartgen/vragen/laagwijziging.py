"""From the questions that came back to a Laag that puts exactly those on the cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kaartgen.vragen.laag import Kaartlaag, Laag, Laagvraag
from kaartgen.vragen.samenvoeging import leg_vast, voeg_samen
from kaartgen.vragen.uitgifte import Uitgifte
from kaartgen.vragen.vergelijken import Kaartverschil, vergelijk
from kaartgen.vragen.vraagtekst import sleutel


def wijzig_laag(
    laag: Laag,
    onder: Mapping[str, Sequence[str]],
    verschillen: Mapping[str, Kaartverschil],
    uitgifte: Uitgifte,
) -> Laag:
    """Give the layer with these cards as they are to be; `onder` has the questions below it by card id.

    A card that needs no layer any more leaves it.
    """
    kaarten = dict(laag.kaarten)
    for id_, verschil in verschillen.items():
        vragen = _gewenst(onder[id_], verschil, laag.kaarten.get(id_, Kaartlaag()))
        nieuw = leg_vast(onder[id_], vragen, uitgifte.kaarten[id_].inhoud)
        if nieuw is None:
            kaarten.pop(id_, None)
            continue
        uitkomst = [een.tekst for een in voeg_samen(onder[id_], nieuw).vragen]
        if uitkomst != [een.tekst for een in verschil.nieuw]:
            raise RuntimeError(f"De laag zegt van {id_} iets anders dan er terugkwam: {uitkomst}")
        kaarten[id_] = nieuw
    return replace(laag, kaarten=kaarten)


def _gewenst(onder: Sequence[str], verschil: Kaartverschil, was: Kaartlaag) -> list[str | Laagvraag]:
    """Give the questions to be, each own one with the question from below that it takes the place of: the one
    that the layer named before, else the one that it is an edit of."""
    eerder = {sleutel(vraag.tekst): vraag.vervangt for _, vraag in was.eigen() if vraag.vervangt}
    van_onder = vergelijk(onder, [een.tekst for een in verschil.nieuw])
    blijft = {een.van for een in van_onder.nieuw if not een.veranderd}
    vrij = {tekst for nummer, tekst in enumerate(onder) if nummer not in blijft}
    gewenst: list[str | Laagvraag] = []
    for een, hier in zip(verschil.nieuw, van_onder.nieuw, strict=True):
        if hier.van is not None and not hier.veranderd:
            gewenst.append(hier.tekst)
            continue
        was_toen = een.tekst if een.van is None else verschil.oud[een.van]
        vervangt = eerder.get(sleutel(een.tekst)) or eerder.get(sleutel(was_toen), "")
        if vervangt not in vrij:
            vervangt = "" if hier.van is None else onder[hier.van]
        if vervangt in vrij:
            vrij.discard(vervangt)
            gewenst.append(Laagvraag(een.tekst, vervangt))
        else:
            gewenst.append(een.tekst)
    return gewenst
