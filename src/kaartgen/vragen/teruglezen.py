"""From a file that came back to Terug: what its user changed in the questions, and what to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaartgen.inhoud.model import MAX_VRAGEN
from kaartgen.meldingen import Melding, Plek
from kaartgen.vragen.bestandsmerk import (
    bewaak_bestandsmerk,
    bewaak_zonder_merk,
    lees_bestandsmerk,
)
from kaartgen.vragen.herkennen import MAX_PER_KAART, Herkend, Herkenning, citeer, herken, let_op
from kaartgen.vragen.herkennen_tabel import herken_tabel
from kaartgen.vragen.kaartherkomst import Kaartherkomst
from kaartgen.vragen.lezer_pptx import Deck
from kaartgen.vragen.lezer_tabel import Blad
from kaartgen.vragen.uitgifte import Uitgegeven, Uitgifte
from kaartgen.vragen.vastetekst import Tekstverschil, tekstverschillen
from kaartgen.vragen.vergelijken import Kaartverschil, vergelijk
from kaartgen.vragen.vraagtekst import sleutel

MEESTE_TEKSTEN = 8
"""How many changed sentences of one page are told; the others are counted."""
_GETAL = re.compile("[0-9]+")
PAST = 0.5
"""Share of its fixed sentences that a card must still have to be from this edition."""


@dataclass(frozen=True, slots=True)
class Terug:
    """What came back. `verschillen` has, by card id, how the questions become different from what they are
    now; only cards that the user changed. `gelezen` counts cards, `afwezig` are the numbers of cards that
    were in the file when it was made. `zonder_herkomst` are the numbers of changed cards of which nothing
    says what they were made from: who changed them, the user or the publication, is not known."""

    verschillen: Mapping[str, Kaartverschil]
    meldingen: tuple[Melding, ...]
    gelezen: int
    afwezig: tuple[int, ...]
    zonder_herkomst: tuple[int, ...] = ()


def lees_terug(
    gelezen: Deck | Blad,
    uitgifte: Uitgifte,
    nu: Mapping[str, Sequence[str]],
    sta_toe: bool = False,
) -> Terug:
    """Hold a file that came back against what was given out.

    `nu` gives by card id the questions as they are now, with the layer that will be written. `sta_toe` tells
    where to change fixed text that the makers allow to change. Raises Fouten for a file from elsewhere.
    """
    bewaak_bestandsmerk(gelezen, uitgifte)
    herkenning = herken(gelezen, uitgifte) if isinstance(gelezen, Deck) else herken_tabel(gelezen, uitgifte)
    return _Teruglezing(gelezen, uitgifte, herkenning, sta_toe).terug(nu)


class _Teruglezing:
    def __init__(
        self, gelezen: Deck | Blad, uitgifte: Uitgifte, herkenning: Herkenning, sta_toe: bool
    ) -> None:
        self._gelezen = gelezen
        self._uitgifte = uitgifte
        self._herkenning = herkenning
        self._sta_toe = sta_toe
        self._plek = Plek(gelezen.bestand)
        self._merk = lees_bestandsmerk(gelezen)
        kenmerken = herkenning.kenmerken
        self._herkomst = Kaartherkomst(gelezen.bestand, uitgifte, self._merk.merken, kenmerken)
        self._onbekend: list[str] = []
        inhouden = {kaart.inhoud: kaart.nummer for kaart in uitgifte.kaarten.values()}
        self._verschoven = any(
            inhouden.get(merk.inhoud, nummer) != nummer for nummer, merk in self._merk.merken.items()
        ) or any(
            een.nummer != uitgifte.kaarten[id_].nummer for id_ in kenmerken for een in kenmerken[id_].gelezen
        )
        self._verschillen = {
            pagina.id: list(tekstverschillen(pagina, herkenning.teksten[pagina.id]))
            for pagina in uitgifte.paginas
            if pagina.id in herkenning.teksten and pagina.vast
        }
        self._meldingen = list(herkenning.meldingen)

    def terug(self, nu: Mapping[str, Sequence[str]]) -> Terug:
        kaarten, herkenning = self._uitgifte.kaarten, self._herkenning
        gezien = [
            kaarten[id_] for id_ in kaarten if id_ in herkenning.teksten.keys() | herkenning.kaarten.keys()
        ]
        vreemd = [kaart for kaart in gezien if not self._past(kaart)]
        if not self._merk.bekend:
            self._herkomst.bewaak()
            if not any(self._herkomst.merken(kaart.id) for kaart in gezien):
                passend = len(gezien) - len(vreemd)
                self._meldingen += bewaak_zonder_merk(self._gelezen, passend, len(vreemd) + herkenning.vreemd)
        for kaart in vreemd:
            self._meldingen.append(self._van_elders(kaart))
        verschillen = {}
        for id_, herkend in herkenning.kaarten.items():
            if kaarten[id_] in vreemd:
                continue
            verschil = self._verschil(herkend, nu.get(id_, kaarten[id_].vragen))
            if verschil and not verschil.leeg:
                verschillen[id_] = verschil
        self._meldingen += self._herkomst.onleesbaar([id_ for id_ in verschillen if id_ in self._onbekend])
        for pagina in self._uitgifte.paginas:
            if pagina.id in self._verschillen and pagina not in vreemd:
                self._meldingen += self._slot(pagina, self._verschillen[pagina.id])
        afwezig = tuple(
            kaart.nummer
            for kaart in kaarten.values()
            if kaart.id in self._herkomst.uit_bestand
            and kaart not in gezien
            and kaart.id not in herkenning.genoemd
        )
        zonder = tuple(kaarten[id_].nummer for id_ in verschillen if id_ in self._onbekend)
        return Terug(verschillen, tuple(self._meldingen), len(herkenning.kaarten), afwezig, zonder)

    def _past(self, kaart: Uitgegeven) -> bool:
        """Tell whether a card is from this edition: the file lists it, or its fixed text is still there."""
        if self._herkomst.merken(kaart.id) or kaart.id not in self._verschillen:
            return True
        gemist = sum(een.was is not None for een in self._verschillen[kaart.id])
        # A card that was copied in from a file that says nothing of it must be whole to be trusted.
        if self._merk.merken or self._herkomst.van_elders(kaart.id):
            return gemist == 0
        return gemist <= (1 - PAST) * len(kaart.vaste_sleutels)

    def _van_elders(self, kaart: Uitgegeven) -> Melding:
        herkend = self._herkenning.kaarten.get(kaart.id)
        vragen = f" Er staan deze vragen op: {citeer(herkend.vragen)}." if herkend else ""
        tekst = f"Kaart {kaart.nummer} komt uit een ander bestand, met een andere tekst.{vragen}"
        raad = "Lees dat andere bestand terug, of zet de vragen op de kaart van deze editie."
        return let_op(self._plek, "kaart-van-elders", tekst, raad)

    def _verschil(self, herkend: Herkend, nu: Sequence[str]) -> Kaartverschil | None:
        """Give what becomes of a card, or None when its questions stay as they are now."""
        kaart = self._uitgifte.kaarten[herkend.kaart]
        gevoegd = self._herkomst.voeg_samen(kaart, nu, herkend.vragen)
        samen = gevoegd.samen
        self._meldingen += [gevoegd.melding] if gevoegd.melding else []
        self._onbekend += [] if gevoegd.herkomst else [kaart.id]
        for botsing in samen.botsingen:
            self._botst(kaart, f"Nu {_of_weg(botsing.nu)}; in het bestand {_of_weg(botsing.eigen)}.")
        if samen.volgorde:
            self._botst(kaart, f"De volgorde is anders. In het bestand staan: {citeer(herkend.vragen)}.")
        code, tekst, raad = "", "", "Haal er een paar weg. De kaart blijft zoals zij was."
        if len(samen.vragen) > MAX_VRAGEN:
            code = "vragen-te-veel"
            tekst = f"Kaart {kaart.nummer} heeft {len(samen.vragen)} vragen; er passen er {MAX_VRAGEN} op."
        elif not samen.vragen:
            code, raad = "geen-vragen", "Laat minstens één vraag staan. De kaart blijft zoals zij was."
            tekst = f"Kaart {kaart.nummer} zou geen vragen meer hebben: er zijn er al meer gewist."
        if code:
            tekst += f" In het bestand staan: {citeer(herkend.vragen)}."
            self._meldingen.append(let_op(self._plek, code, tekst, raad))
            return None
        return vergelijk(nu, samen.vragen)

    def _botst(self, kaart: Uitgegeven, wat: str) -> None:
        tekst = f"Op kaart {kaart.nummer} is een vraag ook veranderd nadat dit bestand gemaakt is."
        raad = (
            "Zij blijft zoals zij nu is. Wil je die van het bestand, maak dan een nieuw bestand met de "
            "vragen van nu en verander haar daarin."
        )
        self._meldingen.append(let_op(self._plek, "vragen-intussen-anders", f"{tekst} {wat}", raad))

    def _slot(self, pagina: Uitgegeven, verschillen: Sequence[Tekstverschil]) -> Iterator[Melding]:
        wie = f"kaart {pagina.nummer}" if pagina.nummer else f"de bladzijde ‘{pagina.titel}’"
        vragen = [een for een in verschillen if _kan_vraag_zijn(een)][:MAX_PER_KAART]
        if any(merk.inhoud != pagina.inhoud for merk in self._herkomst.merken(pagina.id)):
            tekst = (
                f"De vaste tekst van {wie} is veranderd nadat dit bestand gemaakt is; zij is niet vergeleken."
            )
            raad = "Er is niets te doen."
            if vragen:
                tekst += f" Er staat ook: {citeer([een.is_nu for een in vragen])}."
                raad = "Is dat een vraag van jou, zet die dan in het vak met vragen."
            yield let_op(self._plek, "kaart-intussen-anders", tekst, raad)
            return
        if self._verschoven:
            # The number of a card is another one since then; that is no edit.
            verschillen = [een for een in verschillen if not _ander_nummer(een)]
        if self._verschoven and not pagina.nummer and verschillen:
            tekst = f"De tekst van {wie} is niet vergeleken: kaarten hebben een ander nummer gekregen."
            yield let_op(self._plek, "kaart-intussen-anders", tekst, "Er is niets te doen.")
            return
        # What may be a question is always told, however much else was changed.
        anders = [een for een in verschillen if not _kan_vraag_zijn(een)]
        genoemd = [*vragen, *anders[:MEESTE_TEKSTEN]]
        for een in genoemd:
            yield self._vaste_tekst(wie, een)
        if len(verschillen) > len(genoemd):
            tekst = f"Op {wie} zijn nog {len(verschillen) - len(genoemd)} andere teksten anders."
            yield let_op(self._plek, "vaste-tekst-anders", tekst, self._waarom(None))

    def _vaste_tekst(self, wie: str, verschil: Tekstverschil) -> Melding:
        if verschil.was is None:
            tekst = f"Op {wie} staat tekst die niet op de kaart hoort: ‘{verschil.is_nu}’."
            raad = "Zij is niet overgenomen. Is het een vraag, zet die dan in het vak met vragen."
            return let_op(self._plek, "tekst-erbij", tekst, raad)
        wat = f"‘{verschil.was.tekst}’"
        if verschil.is_nu:
            tekst = f"Op {wie} is vaste tekst veranderd: {wat} werd ‘{verschil.is_nu}’."
            return let_op(self._plek, "vaste-tekst-anders", tekst, self._waarom(verschil.was.plek))
        tekst = f"Op {wie} ontbreekt vaste tekst: {wat}."
        return let_op(self._plek, "vaste-tekst-weg", tekst, self._waarom(verschil.was.plek))

    def _waarom(self, plek: Plek | None) -> str:
        if not self._uitgifte.wijzigbaar:
            return (
                "Dit is niet overgenomen: de vaste tekst veranderen mag alleen met toestemming van "
                f"{self._uitgifte.maker}."
            )
        if self._sta_toe and plek:
            return f"Dit mag. Verander het zelf op deze plaats: {plek}."
        return "Dit is niet overgenomen. Het mag wel; met --sta-toe zie je waar je het zelf verandert."


def _ander_nummer(verschil: Tekstverschil) -> bool:
    """Tell whether only numbers differ."""
    was = verschil.was.tekst if verschil.was else ""
    return sleutel(_GETAL.sub("0", was)) == sleutel(_GETAL.sub("0", verschil.is_nu))


def _kan_vraag_zijn(verschil: Tekstverschil) -> bool:
    """Tell whether somebody added a text that asks something."""
    return verschil.was is None and "?" in verschil.is_nu


def _of_weg(vraag: str) -> str:
    return f"is dat {citeer([vraag])}" if vraag else "is zij weg"
