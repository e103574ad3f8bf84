"""From the lines of a tabletboek that kaartgen made to a Verslag: its own layout, read back.

Which chapter or card a page holds is told by its title and by the number of the card; what stands where
on it, by size and weight of the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from kaartgen.inhoud.model import Publicatie
from kaartgen.invoer.pdftekst import Pdfregel, Pdftekst, begint_stuk
from kaartgen.invoer.plaatsing import RAAD
from kaartgen.invoer.recept import Deelrecept, Recept
from kaartgen.invoer.stroom import sleutel
from kaartgen.invoer.verslag import (
    Ambtsdragertekst,
    Clustertekst,
    Hoofdstuktekst,
    Inhoud,
    Onderwerptekst,
    Telling,
    Verslag,
)
from kaartgen.meldingen import Fouten, Melding, Plek

MAKER = "kaartgen"
"""What a PDF of kaartgen names as the program that made it."""
_NA_STREEPJE = {"en", "of"}
_NUMMER = re.compile(r"^\d{1,2}\.\s+")


@dataclass(frozen=True, slots=True)
class Vaste:
    """Words that the design puts on pages: kaart and terug have `{nummer}` and `{label}`."""

    kaart: str
    terug: str
    kaarten_bij: str
    tabelkoppen: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Stuk:
    """A piece of a page in one letter."""

    tekst: str
    x: float
    korps: float
    vet: bool

    @property
    def punt(self) -> bool:
        return self.tekst.startswith("• ")


def is_eigen_boek(gelezen: Pdftekst) -> bool:
    """Tell whether kaartgen made a PDF."""
    return gelezen.maker == MAKER


def lees_boek(gelezen: Pdftekst, recept: Recept, model: Publicatie, vaste: Vaste, bestand: str) -> Verslag:
    """Read back a tabletboek of this edition that kaartgen made. Raises Fouten when it is another one."""
    bron = sleutel(recept.gegevens.bronregel)
    if not any(bron in sleutel(regel.tekst) for regel in gelezen.regels):
        wat = "Dit bestand is door kaartgen gemaakt, maar niet van de tekst van de makers."
        raad = "Kies de PDF van de makers, of een tabletboek dat van hun tekst is gemaakt."
        raise Fouten([Melding(Plek(bestand), "ander-document", wat, raad)])
    lezer = _Boeklezer(recept, model, vaste, bestand)
    for nummer, regels in groupby(gelezen.regels, lambda regel: regel.bladzijde):
        lezer.bladzijde(nummer, list(_stukken(list(regels))))
    return lezer.verslag()


def _stukken(regels: Sequence[Pdfregel]) -> Iterator[_Stuk]:
    """Join lines that belong together; each point is a piece."""
    samen: list[Pdfregel] = []
    for regel in regels:
        begint = regel.tekst.startswith("• ") or _NUMMER.match(regel.tekst)
        if samen and (begint or begint_stuk(samen[-1], regel)):
            yield _samen(samen)
            samen = []
        samen.append(regel)
    if samen:
        yield _samen(samen)


def _samen(regels: Sequence[Pdfregel]) -> _Stuk:
    tekst = ""
    for regel in regels:
        eerste = regel.tekst.split()[0]
        tussen = re.search(r"(?:^|\s)-\w", tekst) and not re.search(r"\s(?:en|of) -\w[^.]*$", tekst)
        los = eerste.strip(".,;:") in _NA_STREEPJE or tussen
        plakt = (
            tekst.endswith("/")
            or (re.search(r"\w-$", tekst) and not los)
            or (tekst.endswith(" -") and eerste[0].islower())
        )
        tekst += regel.tekst if plakt or not tekst else f" {regel.tekst}"
    begin = regels[0]
    return _Stuk(tekst, begin.x, begin.korps, begin.vet)


@dataclass
class _Boeklezer:
    recept: Recept
    model: Publicatie
    vaste: Vaste
    bestand: str
    inhoud: Inhoud = field(default_factory=Inhoud)
    fouten: list[Melding] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.kaarten = {kaart.nummer: kaart for kaart in self.model.kaarten}
        self.hoofdstukken: Mapping[str, Deelrecept] = {
            sleutel(deel.titel or deel.kop): deel for deel in reversed(self.recept.delen) if deel.hoofdstuk
        }
        namen = [cluster.naam for cluster in self.model.waardenclusters.values()]
        self.randwerk = {sleutel(naam) for naam in (*namen, *self.vaste.tabelkoppen)}
        terug = re.escape(self.vaste.terug).replace(r"\{nummer\}", r"\d+").replace(r"\{label\}", ".+")
        self.terug = re.compile(terug.replace(r"\ ", r"\s+"))
        voor, _, _ = self.vaste.kaart.partition("{nummer}")
        self.kaartlabel = re.compile(rf"{re.escape(voor.strip())}\s*(\d+) · .+")

    def bladzijde(self, nummer: int, stukken: list[_Stuk]) -> None:
        bron = sleutel(self.recept.gegevens.bronregel)
        over = [stuk for stuk in stukken if bron not in sleutel(stuk.tekst) and stuk.tekst != str(nummer)]
        if len(over) < 2 or not over[0].vet:
            return
        titel, rest = over[0], over[2:]
        label = next((plek for plek, stuk in enumerate(rest) if self.kaartlabel.fullmatch(stuk.tekst)), -1)
        links = [stuk.tekst for stuk in rest if abs(stuk.x - titel.x) < 1]
        rechts = [stuk for stuk in rest if abs(stuk.x - titel.x) >= 1]
        if label >= 0:
            gevonden = self.kaartlabel.fullmatch(rest[label].tekst)
            assert gevonden is not None
            self.kaart(nummer, int(gevonden[1]), titel.tekst, links, rechts)
        elif deel := self.hoofdstukken.get(sleutel(titel.tekst)):
            self.hoofdstuk(deel, titel.tekst, " ".join(links), rechts)

    # -- hoofdstukken

    def hoofdstuk(self, deel: Deelrecept, titel: str, samenvatting: str, stukken: Sequence[_Stuk]) -> None:
        tekst = self.inhoud.hoofdstukken.setdefault(deel.hoofdstuk, Hoofdstuktekst(titel))
        tekst.samenvatting = tekst.samenvatting or samenvatting
        for stuk in stukken:
            if stuk.vet and stuk.tekst == self.vaste.kaarten_bij:
                break
            if stuk.vet and deel.lijsten:
                tekst.lijsten.append((stuk.tekst, []))
            elif stuk.vet:
                tekst.tekst.append(f"**{stuk.tekst}**")
            elif stuk.punt and deel.lijsten and tekst.lijsten:
                tekst.lijsten[-1][1].append(stuk.tekst[2:])
            else:
                tekst.tekst.append(stuk.tekst)

    # -- kaarten

    def kaart(
        self, bladzijde: int, nummer: int, vraag: str, links: list[str], stukken: Sequence[_Stuk]
    ) -> None:
        regel = self.kaarten.get(nummer)
        if regel is None:
            self.fout(bladzijde, f"Kaart {nummer} hoort niet bij deze publicatie.")
            return
        if any(regel.id in een.kaarten for een in self.recept.vragen):
            self.inhoud.vragen[regel.id] = vraag
        toelichting = " ".join(
            tekst
            for tekst in links
            if not (self.kaartlabel.fullmatch(tekst) or self.terug.fullmatch(tekst))
            and sleutel(tekst) not in self.randwerk
        )
        ((wat, id_),) = regel.toont.items()
        groepen = self.groepen(stukken)
        if wat == "onderwerp":
            self.inhoud.onderwerpen[id_] = Onderwerptekst(toelichting, groepen)
        elif wat == "waardencluster":
            self.inhoud.waardenclusters[id_] = Clustertekst(toelichting, self.per_waarde(bladzijde, groepen))
        elif wat == "waardenclusters":
            namen = {familie.naam: familie.id for familie in self.model.gegevens.families}
            self.inhoud.families |= {namen[kop]: " ".join(punten) for kop, punten in groepen if kop in namen}
        elif wat in ("prioriteiten", "handelingsperspectieven", "suggesties"):
            ambt = self.inhoud.ambtsdragers.setdefault(id_, Ambtsdragertekst())
            if wat == "prioriteiten":
                ambt.inleiding, ambt.opvattingen = toelichting, self.per_waarde(bladzijde, groepen)
            elif wat == "handelingsperspectieven":
                ambt.handelingsperspectieven = self.per_waarde(bladzijde, groepen)
            else:
                ambt.inleiding_vereniging = toelichting
                ambt.suggesties = [_NUMMER.sub("", punt) for _, punten in groepen for punt in punten]

    def groepen(self, stukken: Sequence[_Stuk]) -> list[tuple[str, list[str]]]:
        """Give the groups of a card: a bold heading with what stands under it."""
        groepen: list[tuple[str, list[str]]] = []
        for stuk in stukken:
            if len(stuk.tekst) == 1 or stuk.tekst.isdigit():
                continue
            if stuk.vet:
                if sleutel(stuk.tekst) not in {sleutel(een) for een in self.vaste.tabelkoppen}:
                    groepen.append((stuk.tekst, []))
            elif groepen and (stuk.punt or sleutel(stuk.tekst) not in self.randwerk):
                groepen[-1][1].append(stuk.tekst.removeprefix("• "))
        return groepen

    def per_waarde(self, bladzijde: int, groepen: list[tuple[str, list[str]]]) -> dict[str, list[str]]:
        ids = {
            sleutel(waarde.naam): waarde.id
            for cluster in self.model.waardenclusters.values()
            for waarde in cluster.waarden
        }
        uit: dict[str, list[str]] = {}
        for kop, punten in groepen:
            naam, _, _ = kop.partition(" · ")
            if sleutel(naam) in ids:
                uit[ids[sleutel(naam)]] = punten
            else:
                self.fout(bladzijde, f"‘{kop}’ is geen waarde van deze publicatie.")
        return uit

    # -- uitkomst

    def fout(self, bladzijde: int, wat: str) -> None:
        plek = Plek(f"{self.bestand}, bladzijde {bladzijde}")
        self.fouten.append(Melding(plek, "boek-anders", wat, RAAD))

    def verslag(self) -> Verslag:
        tellingen = tuple(_tellingen(self.inhoud, self.recept))
        for telling in tellingen:
            if not telling.klopt:
                wat = f"{telling.wat}: {telling.gevonden} gevonden, {telling.verwacht} verwacht."
                self.fouten.append(Melding(Plek(self.bestand), "aantal-anders", wat, RAAD))
        return Verslag(self.inhoud, tellingen, (), (), tuple(self.fouten))


def _tellingen(inhoud: Inhoud, recept: Recept) -> Iterator[Telling]:
    delen = recept.delen
    alineas = [
        tekst
        for hoofdstuk in inhoud.hoofdstukken.values()
        for tekst in (hoofdstuk.samenvatting, *hoofdstuk.tekst, *(kop for kop, _ in hoofdstuk.lijsten))
        if tekst and not tekst.startswith(("**", "• "))
    ]
    punten = [tekst for een in inhoud.hoofdstukken.values() for tekst in een.tekst if tekst.startswith("• ")]
    in_lijsten = sum(len(lijst) for een in inhoud.hoofdstukken.values() for _, lijst in een.lijsten)
    in_delen = [deel for deel in delen if deel.hoofdstuk]
    verwacht = sum(deel.ambtsdrager.alineas if deel.ambtsdrager else deel.alineas for deel in in_delen)
    yield Telling("vragen boven kaarten", len(inhoud.vragen), sum(len(een.kaarten) for een in recept.vragen))
    yield Telling("alinea’s in hoofdstukken", len(alineas), verwacht)
    yield Telling("punten in hoofdstukken", len(punten) + in_lijsten, sum(deel.punten for deel in in_delen))
    for deel in delen:
        for een in deel.onderwerpen:
            gevonden = inhoud.onderwerpen.get(een.id, Onderwerptekst())
            aantal = sum(len(lijst) for _, lijst in gevonden.groepen)
            yield Telling(f"punten in ‘{een.id}’", aantal, sum(een.groepen))
    clusters = [deel.waardencluster for deel in delen if deel.waardencluster]
    ambten = [deel.ambtsdrager for deel in delen if deel.ambtsdrager]
    yield Telling(
        "opvattingen bij waarden",
        sum(len(lijst) for een in inhoud.waardenclusters.values() for lijst in een.opvattingen.values()),
        sum(sum(een.opvattingen.values()) for een in clusters),
    )
    yield Telling(
        "opvattingen bij ambtsdragers",
        sum(len(lijst) for een in inhoud.ambtsdragers.values() for lijst in een.opvattingen.values()),
        sum(sum(een.opvattingen.values()) for een in ambten),
    )
    yield Telling(
        "handelingsperspectieven",
        sum(
            len(lijst)
            for een in inhoud.ambtsdragers.values()
            for lijst in een.handelingsperspectieven.values()
        ),
        sum(een.handelingsperspectieven * len(een.opvattingen) for een in ambten),
    )
    yield Telling(
        "suggesties aan verenigingen",
        sum(len(een.suggesties) for een in inhoud.ambtsdragers.values()),
        sum(een.suggesties for een in ambten),
    )
    yield Telling("hoofdstukken", len(inhoud.hoofdstukken), len({deel.hoofdstuk for deel in in_delen}))
