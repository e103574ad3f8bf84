"""Small cards of waarden: a front in the colour of the cluster, a back with opvattingen and a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kaartgen.inhoud.model import Ambtsdrager, Prioriteit, Waarde, Waardencluster
from kaartgen.maten import Mm, Vak
from kaartgen.meldingen import Melding
from kaartgen.opmaak.druk.drukkaart import Drukkaart
from kaartgen.opmaak.druk.kaartjesformaat import Prioriteitachter, Waardeachter, Waardevoor
from kaartgen.opmaak.druk.kaartjeszetter import Kaartjeszetter, Pasproef
from kaartgen.opmaak.embleem import pictogram, ring, schijf
from kaartgen.opmaak.ontwerp import Rechthoek, vak
from kaartgen.opmaak.passen import VULLING, begrens
from kaartgen.opmaak.vlakken import RANDDIKTE, vragengrond
from kaartgen.opmaak.zetter import Tekstalinea, extra_wit, met_merk
from kaartgen.samenstelling import Pad
from kaartgen.scene import Element, Kleur, Lijn, Ondergrond, Pagina, Vlak


@dataclass(frozen=True, slots=True)
class Waardematen:
    """Sizes of type in pt, the same on all cards of a kind: name on the front and on the band, heading,
    opvattingen, question, and the sentences on prioriteitenkaartjes by ambtsdrager."""

    naam: float
    bandnaam: float
    kop: float
    opvatting: float
    vraag: float
    prioriteit: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Waardeplaats:
    """A waarde with its code, its cluster and its place in the publication."""

    code: str
    cluster: Waardencluster
    waarde: Waarde
    pad: Pad

    @property
    def kaart(self) -> str:
        """The card in words."""
        return f"Kaartje {self.code} ({self.waarde.id})"


@dataclass(frozen=True)
class Waardekaartjes:
    """Makes the waardenkaartjes of a publication and the prioriteitenkaartjes of its ambtsdragers."""

    basis: Kaartjeszetter

    @cached_property
    def waarden(self) -> tuple[Waardeplaats, ...]:
        """All waarden in order."""
        alle = [
            (cluster, nummer, waarde)
            for cluster in self.basis.publicatie.waardenclusters.values()
            for nummer, waarde in enumerate(cluster.waarden)
        ]
        return tuple(
            Waardeplaats(f"W{volg}", cluster, waarde, ("waardenclusters", cluster.id, "waarden", nummer))
            for volg, (cluster, nummer, waarde) in enumerate(alle, 1)
        )

    def prioriteiten(self, ambtsdrager: Ambtsdrager) -> tuple[tuple[Waardeplaats, Prioriteit], ...]:
        """Give the waarden that come first for an ambtsdrager, in order."""
        return tuple(
            (
                Waardeplaats(
                    f"P{volg}",
                    *self.basis.publicatie.waarde(prioriteit.waarde),
                    ("ambtsdragers", ambtsdrager.id, "prioriteiten", volg - 1),
                ),
                prioriteit,
            )
            for volg, prioriteit in enumerate(ambtsdrager.prioriteiten, 1)
        )

    @property
    def meldingen(self) -> list[Melding]:
        """Everything that does not fit, at its place in the publication."""
        return self._gepast[1]

    @property
    def maten(self) -> Waardematen:
        """Sizes of type of all cards."""
        return self._gepast[0]

    @cached_property
    def _gepast(self) -> tuple[Waardematen, list[Melding]]:
        basis, vakken = self.basis, self.basis.formaat.vakken
        meldingen: list[Melding] = []

        def maat(naam: str, proeven: Iterator[Pasproef], doos: Rechthoek, stijl: str) -> float:
            return basis.gelijke_maat(naam, proeven, vak(doos), stijl, meldingen)

        naam_b = vakken.waarde.naam[2]
        krap = [plaats for plaats in self.waarden if plaats.code in self._dicht]
        los = [plaats for plaats in self.waarden if plaats.code not in self._dicht]
        kop = min(
            maat("kop", self._per_waarde(self._waardekop), vakken.waarde_achter.kop, "kop"),
            maat(
                "kop",
                self._per_prioriteit(lambda a, p, _, k: self._prioriteitkop(a, p, k)),
                vakken.prioriteit_achter.kop,
                "kop",
            ),
        )
        maten = Waardematen(
            naam=maat(
                "naam", self._per_waarde(lambda p, k: self._naam(p, k, naam_b)), vakken.waarde.naam, "naam"
            ),
            bandnaam=maat(
                "naam",
                self._per_prioriteit(lambda a, p, _, k: self._bandnaam(a, p, k)),
                vakken.prioriteit.naam,
                "bandnaam",
            ),
            kop=kop,
            opvatting=min(
                maat("opvattingen", self._van(los), vakken.waarde_achter.opvattingen, "opvatting"),
                maat("opvattingen", self._van(krap), self._hoogste(krap, kop), "opvatting"),
            ),
            prioriteit=begrens(
                {
                    wie.id: maat(
                        "opvattingen",
                        self._per_prioriteit(lambda _, p, een, k: self._prioriteittekst(p, een, k), (wie,)),
                        vakken.prioriteit_achter.tekst,
                        "opvatting",
                    )
                    for wie in basis.publicatie.ambtsdragers.values()
                }
            ),
            vraag=maat("vraag", self._vraagproeven(), vakken.waarde_achter.vraag, "achtervraag"),
        )
        clusters = self._per_waarde(lambda p, _: [basis.alinea(p.cluster.naam, "cluster")])
        maat("cluster", clusters, vakken.waarde.cluster, "cluster")
        laatste = self.waarden[-1:]
        bron = (
            Pasproef(p.kaart, ("publicatie", "bronregel"), lambda _: [basis.voetalinea()]) for p in laatste
        )
        maat("voet", bron, vakken.waarde_achter.voet, "voet")
        return maten, meldingen

    def _per_waarde(self, alineas: Callable[[Waardeplaats, float], list[Tekstalinea]]) -> Iterator[Pasproef]:
        for plaats in self.waarden:
            yield Pasproef(
                plaats.kaart,
                (*plaats.pad, "naam"),
                lambda korps, plaats=plaats: alineas(plaats, korps),  # type: ignore[misc]
            )

    def _van(self, plaatsen: Iterable[Waardeplaats]) -> Iterator[Pasproef]:
        """Give the opvattingen of some waarden."""
        for plaats in plaatsen:
            yield Pasproef(
                plaats.kaart,
                (*plaats.pad, "opvattingen"),
                lambda korps, plaats=plaats: self._opvattingen(plaats, korps),  # type: ignore[misc]
            )

    def _hoogste(self, plaatsen: Iterable[Waardeplaats], kop: float) -> Rechthoek:
        """Give the box for opvattingen with what headings of `kop` pt leave free above it."""
        vakken = self.basis.formaat.vakken.waarde_achter
        x, y, breedte, hoogte = vakken.opvattingen
        vrij = min((self._hoger(self._waardekop(plaats, kop), vakken) for plaats in plaatsen), default=0.0)
        return (x, y - vrij, breedte, hoogte + vrij)

    def _per_prioriteit(
        self,
        alineas: Callable[[Ambtsdrager, Waardeplaats, Prioriteit, float], list[Tekstalinea]],
        wie: Iterable[Ambtsdrager] | None = None,
    ) -> Iterator[Pasproef]:
        for ambtsdrager in wie or self.basis.publicatie.ambtsdragers.values():
            for plaats, een in self.prioriteiten(ambtsdrager):
                yield Pasproef(
                    f"{plaats.kaart} van {ambtsdrager.naam}",
                    plaats.pad,
                    lambda korps, wie=ambtsdrager, plaats=plaats, een=een: alineas(wie, plaats, een, korps),  # type: ignore[misc]
                )

    def _vraagproeven(self) -> Iterator[Pasproef]:
        for plaats in self.waarden:
            vraag = self.basis.publicatie.waardenvragen.get(plaats.waarde.id)
            if vraag:
                yield Pasproef(
                    plaats.kaart,
                    ("waardenvragen", plaats.waarde.id),
                    lambda korps, vraag=vraag: self._vraag(vraag, korps),  # type: ignore[misc]
                )

    def kaartjes(self) -> tuple[Drukkaart, ...]:
        """Give the waardenkaartjes W1, W2, ...; asked again it gives the same objects."""
        return self._kaartjes

    @cached_property
    def _kaartjes(self) -> tuple[Drukkaart, ...]:
        return tuple(
            Drukkaart(p.code, p.waarde.naam, self._voorkant(p), self._achterkant(p)) for p in self.waarden
        )

    def prioriteitenkaartjes(self, ambtsdrager: Ambtsdrager) -> tuple[Drukkaart, ...]:
        """Give the prioriteitenkaartjes P1, P2, ... of an ambtsdrager."""
        return tuple(
            Drukkaart(
                plaats.code,
                plaats.waarde.naam,
                self._prioriteitvoor(ambtsdrager, plaats),
                self._prioriteitachter(ambtsdrager, plaats, een),
            )
            for plaats, een in self.prioriteiten(ambtsdrager)
        )

    # -- words ------------------------------------------------------------------------------------------

    def _kleur(self, plaats: Waardeplaats) -> Kleur:
        return self.basis.zetter.accent(plaats.cluster.id)

    def _op_accent(self, plaats: Waardeplaats) -> Kleur:
        """Give the colour of what stands on the front: paper white, or the accent on white paper."""
        return self.basis.zetter.kleur("papier") if self.basis.zetter.vol else self._kleur(plaats)

    def _naam(self, plaats: Waardeplaats, korps: float, breedte: float) -> list[Tekstalinea]:
        zetter = self.basis.zetter
        stijl = zetter.op_kleur(zetter.stijl("naam", korps), self._kleur(plaats))
        return self.basis.naam(plaats.waarde.naam, stijl, breedte)

    def _prioriteit(self, ambtsdrager: Ambtsdrager) -> str:
        return self.basis.setstukken.woorden.prioriteit_van.format(ambtsdrager=ambtsdrager.enkelvoud)

    def _bandnaam(self, ambtsdrager: Ambtsdrager, plaats: Waardeplaats, korps: float) -> list[Tekstalinea]:
        doos = self.basis.formaat.vakken.prioriteit.naam
        stijl = self.basis.zetter.stijl("bandnaam", korps)
        voor = self.basis.alinea(self._prioriteit(ambtsdrager), "prioriteit")
        return [voor, *self.basis.naam(plaats.waarde.naam, stijl, doos[2])]

    def _waardekop(self, plaats: Waardeplaats, korps: float) -> list[Tekstalinea]:
        kop = self.basis.alinea(plaats.waarde.naam, "kop", korps, self._kleur(plaats))
        return [kop, self._onderkop(plaats)]

    def _onderkop(self, plaats: Waardeplaats) -> Tekstalinea:
        return self.basis.alinea(f"{plaats.code} · {plaats.cluster.naam}", "onderkop")

    def _prioriteitkop(
        self, ambtsdrager: Ambtsdrager, plaats: Waardeplaats, korps: float
    ) -> list[Tekstalinea]:
        kop = self.basis.alinea(plaats.waarde.naam, "kop", korps, self._kleur(plaats))
        return [
            kop,
            self._onderkop(plaats),
            self.basis.alinea(self._prioriteit(ambtsdrager), "onderkop"),
        ]

    def _zinnen(self, plaats: Waardeplaats, zinnen: tuple[str, ...], korps: float) -> list[Tekstalinea]:
        stijl = met_merk(self.basis.zetter.stijl("opvatting", korps), self._kleur(plaats))
        return [self.basis.zetter.alinea(zin, stijl) for zin in zinnen]

    def _opvattingen(self, plaats: Waardeplaats, korps: float) -> list[Tekstalinea]:
        """Give the opvattingen; with no white between them on a card where they would not fit otherwise."""
        zinnen = self._zinnen(plaats, plaats.waarde.opvattingen, korps)
        if plaats.code not in self._dicht:
            return zinnen
        return [(zin, replace(stijl, wit_voor=Mm(0))) for zin, stijl in zinnen]

    @cached_property
    def _dicht(self) -> set[str]:
        doos = vak(self.basis.formaat.vakken.waarde_achter.opvattingen)
        kleinste = self.basis.formaat.stijlen.opvatting.grenzen[0]
        return {
            plaats.code
            for plaats in self.waarden
            if self.basis.zetter.hoogte(self._zinnen(plaats, plaats.waarde.opvattingen, kleinste), doos.b)
            > doos.h * VULLING
        }

    def _prioriteittekst(self, plaats: Waardeplaats, een: Prioriteit, korps: float) -> list[Tekstalinea]:
        zinnen = self._zinnen(plaats, een.opvattingen, korps)
        if not (
            self.basis.formaat.vakken.prioriteit_achter.handelingsperspectieven
            and een.handelingsperspectieven
        ):
            return zinnen
        woorden = self.basis.setstukken.woorden
        koppen = [
            self.basis.alinea(kop, "tussenkop", korps, self._kleur(plaats))
            for kop in (woorden.opvattingen, woorden.handelingsperspectieven)
        ]
        return [koppen[0], *zinnen, koppen[1], *self._zinnen(plaats, een.handelingsperspectieven, korps)]

    def _vraag(self, vraag: str, korps: float) -> list[Tekstalinea]:
        kop = self.basis.alinea(self.basis.setstukken.woorden.reflectievraag, "vragenkop")
        return [kop, self.basis.alinea(vraag, "achtervraag", korps)]

    # -- faces ------------------------------------------------------------------------------------------

    def _hoofd(self, plaats: Waardeplaats, vakken: Waardevoor) -> list[Element]:
        """Make what fronts have in common: cluster, code and ring."""
        basis = self.basis
        op = self._op_accent(plaats)
        cluster = basis.alinea(plaats.cluster.naam, "cluster", kleur=op)
        return [
            basis.tekst("Waardencluster", [cluster], vakken.cluster),
            basis.code(plaats.code, vakken.code, op),
            ring(basis.zetter, vak(vakken.ring), {plaats.cluster.id: op}, op),
        ]

    def _pictogram(self, plaats: Waardeplaats, doos: Vak, kleur: Kleur) -> Element:
        vorm = self.basis.zetter.ontwerp.accenten[plaats.cluster.id][1]
        return pictogram(self.basis.zetter, vorm, doos, kleur, plaats.cluster.naam)

    def _voorkant(self, plaats: Waardeplaats) -> Pagina:
        vakken = self.basis.formaat.vakken.waarde
        doos = midden(vak(vakken.ring), self.basis.formaat.maten.pictogram)
        naam = self._naam(plaats, self.maten.naam, vakken.naam[2])
        elementen = [
            *self._hoofd(plaats, vakken),
            self._pictogram(plaats, doos, self._op_accent(plaats)),
            self.basis.tekst("Waarde", naam, vakken.naam, "onder"),
        ]
        return self.basis.kant(plaats.code, plaats.waarde.naam, self._grond(plaats.cluster.id), elementen)

    def _grond(self, cluster: str) -> Ondergrond:
        if cluster not in self._gronden:
            accent = self.basis.zetter.accent(cluster)
            self._gronden[cluster] = self.basis.grond(f"Waarde {cluster}", self.basis.volvlak(accent, accent))
        return self._gronden[cluster]

    @cached_property
    def _gronden(self) -> dict[str, Ondergrond]:
        return {}

    def _prioriteitvoor(self, ambtsdrager: Ambtsdrager, plaats: Waardeplaats) -> Pagina:
        """Make the front of a prioriteit: the pictogram on a disc, and a band in the colour of the panel."""
        basis, vakken = self.basis, self.basis.formaat.vakken.prioriteit
        zetter, accent = basis.zetter, self._kleur(plaats)
        cirkel = vak(vakken.ring)
        rond = midden(cirkel, basis.formaat.maten.schijf)
        elementen = [
            *self._hoofd(plaats, vakken),
            schijf("Schijf", rond, zetter.kleur("papier"))
            if zetter.vol
            else schijf("Schijf", rond, None, accent, basis.formaat.maten.kaderdikte),
            self._pictogram(plaats, midden(cirkel, basis.formaat.maten.pictogram), accent),
            basis.tekst(
                "Waarde", self._bandnaam(ambtsdrager, plaats, self.maten.bandnaam), vakken.naam, "midden"
            ),
        ]
        band = vak(vakken.band)
        lijn: Element = Vlak("Band", band, zetter.kleur("paneel"))
        if not zetter.vol:
            in_ = basis.formaat.maten.kader
            lijn = Lijn("Band", Mm(in_), band.y, Mm(band.rechts - in_), band.y, RANDDIKTE, accent)
        grond = basis.grond(f"Prioriteit {plaats.cluster.id}", basis.volvlak(accent, accent), lijn)
        return basis.kant(plaats.code, plaats.waarde.naam, grond, elementen)

    def _achterhoofd(
        self, plaats: Waardeplaats, kop: list[Tekstalinea], vakken: Waardeachter | Prioriteitachter
    ) -> list[Element]:
        doos, beeld = vak(vakken.kop), vak(vakken.pictogram)
        y = vakken.lijn - self._hoger(kop, vakken)
        return [
            self.basis.tekst("Kop", kop, vakken.kop),
            self._pictogram(plaats, beeld, self._kleur(plaats)),
            self.basis.zetter.lijn("Lijn onder de kop", (doos.x, y), (beeld.rechts, y)),
        ]

    def _hoger(self, kop: list[Tekstalinea], vakken: Waardeachter | Prioriteitachter) -> float:
        """Give how much of the box of a heading stays empty, in mm: what is below it comes up so far."""
        doos = vak(vakken.kop)
        return max(doos.h - max(self.basis.zetter.hoogte(kop, doos.b), vak(vakken.pictogram).h), 0.0)

    def _ruim(self, alineas: list[Tekstalinea], doos: Vak) -> list[Tekstalinea]:
        """Spread paragraphs over a box; what stands under a heading stays there."""
        over = doos.h - self.basis.zetter.hoogte(alineas, doos.b)
        ruim = [False, *(bool(stijl.opsomming) for _, stijl in alineas[:-1])]
        extra = extra_wit(over, sum(ruim), self.basis.formaat.maten.wit_max)
        return [
            (zin, replace(stijl, wit_voor=Mm(stijl.wit_voor + extra)) if wijkt else stijl)
            for (zin, stijl), wijkt in zip(alineas, ruim, strict=True)
        ]

    def _achterkant(self, plaats: Waardeplaats) -> Pagina:
        basis, vakken = self.basis, self.basis.formaat.vakken.waarde_achter
        kop = self._waardekop(plaats, self.maten.kop)
        doos = vak(vakken.opvattingen).krimp(boven=-self._hoger(kop, vakken))
        zinnen = self._ruim(self._opvattingen(plaats, self.maten.opvatting), doos)
        vraag = basis.publicatie.waardenvragen.get(plaats.waarde.id)
        elementen = [
            *self._achterhoofd(plaats, kop, vakken),
            basis.zetter.tekst("Opvattingen", zinnen, doos, vast=True),
        ]
        if vraag:
            elementen.append(basis.tekst("Vraag", self._vraag(vraag, self.maten.vraag), vakken.vraag))
        elementen.append(basis.voet(vakken.voet))
        grond = self._achtergrond if vraag else self._lege_achtergrond
        return basis.achterkant(plaats.code, plaats.waarde.naam, grond, elementen)

    @cached_property
    def _achtergrond(self) -> Ondergrond:
        vlak = vragengrond(self.basis.zetter, vak(self.basis.formaat.vakken.waarde_achter.vragenvlak))
        return self.basis.grond("Achterkant van een waarde", vlak)

    @cached_property
    def _lege_achtergrond(self) -> Ondergrond:
        return self.basis.grond("Achterkant zonder vraag")

    def _prioriteitachter(self, ambtsdrager: Ambtsdrager, plaats: Waardeplaats, een: Prioriteit) -> Pagina:
        basis, vakken = self.basis, self.basis.formaat.vakken.prioriteit_achter
        kop = self._prioriteitkop(ambtsdrager, plaats, self.maten.kop)
        doos = vak(vakken.tekst).krimp(boven=-self._hoger(kop, vakken))
        tekst = self._ruim(self._prioriteittekst(plaats, een, self.maten.prioriteit[ambtsdrager.id]), doos)
        elementen = [
            *self._achterhoofd(plaats, kop, vakken),
            basis.zetter.tekst("Opvattingen", tekst, doos, vast=True),
            basis.voet(vakken.voet),
        ]
        return basis.achterkant(plaats.code, plaats.waarde.naam, self._lege_achtergrond, elementen)


def midden(doos: Vak, deel: float) -> Vak:
    """Give the square in the middle of a square, its side the given part of it."""
    rand = doos.b * (1 - deel) / 2
    return doos.krimp(rand, rand, rand, rand)
