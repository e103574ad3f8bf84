"""Small cards of reflectievragen: one question a card, and one back that they all share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kaartgen.meldingen import Melding
from kaartgen.opmaak.druk.drukkaart import Drukkaart
from kaartgen.opmaak.druk.kaartjeszetter import Kaartjeszetter, Pasproef
from kaartgen.opmaak.embleem import in_ring, ring, wiel, wieltekst
from kaartgen.opmaak.ontwerp import Rechthoek, vak
from kaartgen.opmaak.passen import begrens
from kaartgen.opmaak.typografie import VASTE_SPATIE
from kaartgen.opmaak.zetter import Tekstalinea
from kaartgen.samenstelling import Kaart, Kaartenset, Pad, Punt
from kaartgen.scene import Element, Groep, Ondergrond, Pagina

RUG = "rug"
"""Id of the page that is the back of every vragenkaartje."""


@dataclass(frozen=True, slots=True)
class Vraagmaten:
    """Sizes of type in pt: of every question by its place in the publication, of the title on the back."""

    vragen: Mapping[Pad, float]
    titel: float


@dataclass(frozen=True)
class Vraagkaartjes:
    """Makes the vragenkaartjes of sets out of all cards of a publication."""

    basis: Kaartjeszetter
    kaarten: tuple[Kaart, ...]

    @property
    def meldingen(self) -> list[Melding]:
        """Everything that does not fit, at its place in the publication."""
        return self._gepast[1]

    @cached_property
    def _gepast(self) -> tuple[Vraagmaten, list[Melding]]:
        basis, vakken = self.basis, self.basis.formaat.vakken
        meldingen: list[Melding] = []
        vragen = {
            proef.pad: basis.gelijke_maat("vraag", (proef,), vak(vakken.vraag.vraag), "vraag", meldingen)
            for proef in self._vraagproeven()
        }
        basis.gelijke_maat("kaart", self._kaartproeven(), vak(vakken.vraag.kaart), "kaart", meldingen)
        rug = "Achterkant van de vragenkaartjes"
        titels = [Pasproef(rug, ("publicatie", "titel"), lambda korps: [self._rugtitel(korps)])]
        titel = basis.gelijke_maat("titel", titels, vak(vakken.rug.titel), "rugtitel", meldingen)
        voeten = [Pasproef(rug, ("publicatie", "bronregel"), lambda _: [basis.voetalinea("rugvoet")])]
        basis.gelijke_maat("voet", voeten, vak(vakken.rug.voet), "rugvoet", meldingen)
        return Vraagmaten(begrens(vragen), titel), meldingen

    def _vraagproeven(self) -> Iterator[Pasproef]:
        for kaart in self.kaarten:
            for punt in kaart.vragen:
                yield Pasproef(
                    f"Vragenkaartje bij kaart {kaart.nummer} ({kaart.id})",
                    punt.pad,
                    lambda korps, punt=punt: [self._vraag(punt, korps)],  # type: ignore[misc]
                )

    def _kaartproeven(self) -> Iterator[Pasproef]:
        for kaart in self.kaarten:
            if kaart.vragen:
                yield Pasproef(
                    f"Vragenkaartje bij kaart {kaart.nummer} ({kaart.id})",
                    (*kaart.plaats, "label"),
                    lambda _, kaart=kaart: [self._kaart(kaart)],  # type: ignore[misc]
                )

    def kaartjes(self, set_: Kaartenset) -> tuple[Drukkaart, ...]:
        """Give the vragenkaartjes V1, V2, ... of a set, in the order of its cards."""
        alle = [(kaart, punt) for kaart in set_.kaarten for punt in kaart.vragen]
        return tuple(
            Drukkaart(f"V{volg}", punt.tekst, self._voorkant(f"V{volg}", kaart, punt), self.rug)
            for volg, (kaart, punt) in enumerate(alle, 1)
        )

    def _vraag(self, punt: Punt, korps: float) -> Tekstalinea:
        return self.basis.alinea(punt.tekst, "vraag", korps)

    def _kaart(self, kaart: Kaart) -> Tekstalinea:
        naam = self.basis.setstukken.woorden.vraag_bij_kaart.format(nummer=kaart.nummer, label=kaart.label)
        vast = naam.replace(f" {kaart.nummer}", f"{VASTE_SPATIE}{kaart.nummer}")
        return self.basis.alinea(vast, "kaart")

    def _rugtitel(self, korps: float) -> Tekstalinea:
        return self.basis.alinea(self.basis.publicatie.gegevens.titel, "rugtitel", korps)

    @cached_property
    def vraaggrond(self) -> Ondergrond:
        """Ground in the tint of the reflectievragen."""
        kleur, rand = (self.basis.zetter.kleur(naam) for naam in ("vragen", "vragenrand"))
        return self.basis.grond("Vraag", self.basis.volvlak(kleur, rand))

    def _voorkant(self, code: str, kaart: Kaart, punt: Punt) -> Pagina:
        basis, vakken = self.basis, self.basis.formaat.vakken.vraag
        kop = basis.alinea(basis.setstukken.woorden.reflectievraag, "bovenkop")
        vraag = self._vraag(punt, self._gepast[0].vragen[punt.pad])
        elementen: list[Element] = [
            basis.tekst("Bovenkop", [kop], vakken.bovenkop),
            basis.code(code, vakken.code, basis.zetter.stijl("bovenkop").kleur),
            basis.tekst("Vraag", [vraag], vakken.vraag, "midden"),
            basis.tekst("Kaart", [self._kaart(kaart)], vakken.kaart, "onder"),
        ]
        if kaart.accenten:
            elementen.append(self._wiel(kaart))
        return basis.kant(code, punt.tekst, self.vraaggrond, elementen)

    def _wiel(self, kaart: Kaart) -> Groep:
        zetter = self.basis.zetter
        alt = wieltekst(zetter, self.basis.publicatie, kaart.accenten)
        doos = vak(self.basis.formaat.vakken.vraag.wiel)
        eigen = zetter.accent(kaart.accenten[0])
        return wiel(zetter, doos, kaart.accenten, zetter.kleur("lijn"), alt, zetter.kleur("papier"), eigen)

    @cached_property
    def rug(self) -> Pagina:
        """The back of every vragenkaartje: the wheel and the title of the publication."""
        basis, zetter = self.basis, self.basis.zetter
        vakken = basis.formaat.vakken.rug
        elementen: list[Element] = [
            *embleem(basis, vakken.wiel),
            basis.tekst("Titel", [self._rugtitel(self._gepast[0].titel)], vakken.titel, "midden"),
            basis.voet(vakken.voet, "rugvoet"),
        ]
        grond = basis.grond("Rug", basis.volvlak(zetter.kleur("paneel"), zetter.kleur("paneelrand")))
        return Pagina(RUG, basis.publicatie.gegevens.titel, grond, tuple(elementen))


def embleem(basis: Kaartjeszetter, doos: Rechthoek) -> list[Element]:
    """Draw the wheel with all clusters lit; where grounds are not filled, as a ring."""
    zetter = basis.zetter
    clusters = basis.publicatie.waardenclusters
    alt = wieltekst(zetter, basis.publicatie, clusters)
    if zetter.vol:
        dof, licht = zetter.kleur("paneeldof"), zetter.kleur("papier")
        return [wiel(zetter, vak(doos), clusters, dof, alt, licht)]
    kleuren = {cluster: zetter.accent(cluster) for cluster in clusters}
    return [ring(zetter, vak(doos), kleuren, zetter.kleur("lijn"), alt), *in_ring(zetter, vak(doos))]
