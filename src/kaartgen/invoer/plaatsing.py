"""From Herstelde words and a Recept to a Verslag: every word in its place, once, or told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import groupby

from kaartgen.inhoud.model import Publicatie
from kaartgen.invoer.bronregels import Bronregel
from kaartgen.invoer.delen import Gebied, Opschriften, verdeel
from kaartgen.invoer.groepen import LEZERS
from kaartgen.invoer.herleiding import dubbel
from kaartgen.invoer.herstel import PUNT, Herstelde, Ingreep, Onzekerheid
from kaartgen.invoer.naden import lijm
from kaartgen.invoer.ondertekening import ondertekend
from kaartgen.invoer.randwerk import Weggelaten, verdacht
from kaartgen.invoer.recept import Aanhaling, Deelrecept, Puntenrecept, Recept, Tabelrecept, Vraagrecept
from kaartgen.invoer.regeleinden import ROND, regeleinden
from kaartgen.invoer.stroom import Stroom, sleutel
from kaartgen.invoer.stukken import Soort, Stuk, aanhalingstekens, stukken, zinnen
from kaartgen.invoer.verslag import (
    Ambtsdragertekst,
    Clustertekst,
    Hoofdstuktekst,
    Inhoud,
    Onderwerptekst,
    Telling,
    Verslag,
)
from kaartgen.invoer.verwantschap import Verwantschap
from kaartgen.meldingen import Fouten, Melding, Plek

GELIJKEND = 0.85
"""How alike a name in a question and the name expected there must be (difflib's ratio)."""
VOORBEELD = 60
"""Letters of a text that a message shows."""
LANG = 25
"""Letters from which a text that stands twice is no chance."""
_VOEGWOORD = re.compile(r"\b(?:en|of|en/of)$")
RAAD = "Is dit de hele publicatie? Kijk anders het recept na bij dit deel."

RAAD_WIT = (
    "Staat er wit tussen de alinea’s? Kies anders de PDF zelf, of haal de tekst eruit met pdftotext -layout."
)


ANDERE_AANHALING = "'\"“„"
"""Marks with which a quotation may begin in a text that is not as the makers set it."""


def herken(regels: Sequence[Bronregel], recept: Recept) -> None:
    """Raise Fouten when too few of the headings by which a document is known stand in it, or when its
    quotations cannot be told by their marks."""
    letters = sleutel("".join(regel.tekst for regel in regels))
    ontbreekt = [een for een in recept.kenmerken if sleutel(een) not in letters]
    if len(ontbreekt) * 2 > len(recept.kenmerken):
        wat = f"Dit is niet de publicatie van dit recept: ‘{ontbreekt[0]}’ staat er niet in."
        raad = "Kies het goede bestand, of een ander recept met --recept."
        raise Fouten([Melding(Plek(_bestand(regels)), "ander-document", wat, raad)])
    anders = [regel for regel in regels if regel.tekst and regel.tekst[0] in ANDERE_AANHALING]
    met_citaten = any(deel.bij_citaten for deel in recept.delen)
    if met_citaten and anders and not any("‘" in regel.tekst for regel in regels):
        wat = f"Een citaat begint hier met {anders[0].tekst[0]} en niet met ‘. Zo is het in het hele bestand."
        raad = "Kies de PDF zelf, of haal de tekst er opnieuw uit met de aanhalingstekens zoals zij er staan."
        raise Fouten([Melding(anders[0].plek, "andere-aanhalingstekens", wat, raad)])


def _bestand(regels: Sequence[Bronregel]) -> str:
    return regels[0].plek.bestand.partition(", bladzijde")[0]


def plaats(herstelde: Herstelde, recept: Recept, publicatie: Publicatie) -> Verslag:
    """Put all text of a document in its place; what has none is a fault in the Verslag."""
    lezer = _Lezer(herstelde, recept, publicatie)
    gebieden = lezer.verdeel()
    lezer.vooraf(gebieden)
    for vraag in recept.vragen:
        lezer.vraag(vraag)
    for gebied in gebieden:
        lezer.deel(gebied)
    lezer.dubbel()
    lezer.herhaal()
    lezer.tel_overal()
    lezer.rest()
    return Verslag(
        lezer.inhoud,
        tuple(lezer.tellingen),
        tuple(sorted([*herstelde.onzeker, *lezer.onzeker], key=lambda een: een.plek)),
        (*herstelde.weggelaten, *lezer.weggelaten),
        tuple(lezer.fouten),
        tuple((een.letters, lezer.plek(een.woord)) for een in lezer.teksten),
        tuple(sorted([*herstelde.ingrepen, *lezer.ingrepen], key=lambda een: een.plek)),
    )


def _te_veel(recept: Deelrecept, lijst: Sequence[Stuk]) -> int:
    """Give how many paragraphs a part has more than the recipe says; 0 where that tells nothing."""
    if ambt := recept.ambtsdrager:
        onder, alineas = "", 0
        for stuk in lijst:
            onder = stuk.tekst if stuk.soort is Soort.KOP else onder
            alineas += stuk.soort is Soort.ALINEA and not (onder and onder == ambt.kop_vereniging)
        return alineas - 1 - ambt.alineas
    if recept.hoofdstuk and not recept.inleiding and all(een.uit == "punten" for een in recept.onderwerpen):
        return sum(stuk.soort in (Soort.ALINEA, Soort.CITAAT, Soort.NOOT) for stuk in lijst) - recept.alineas
    return 0


def _eigen_woorden(publicatie: Publicatie) -> dict[str, list[str]]:
    """Give for each waarde all that the own edition says of it."""
    uit: dict[str, list[str]] = {}
    for cluster in publicatie.waardenclusters.values():
        for waarde in cluster.waarden:
            uit[waarde.id] = [waarde.naam, waarde.naam, *waarde.opvattingen]
    for ambt in publicatie.ambtsdragers.values():
        for een in ambt.prioriteiten:
            uit.setdefault(een.waarde, []).extend((*een.opvattingen, *een.handelingsperspectieven))
    return uit


def _zijn_namen(tekst: str) -> bool:
    """Tell whether half of the words in a text or more begin with a capital."""
    woorden = tekst.split()
    return sum(woord[0].isupper() for woord in woorden) * 2 >= len(woorden)


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= VOORBEELD else f"{tekst[:VOORBEELD].rstrip()}…"


@dataclass(frozen=True, slots=True)
class _Geplaatst:
    """A text with its first word and that of its part; `klopt` tells that the counts of its part hold."""

    tekst: str
    letters: str
    woord: int
    deel: int
    is_punt: bool
    klopt: bool


@dataclass
class _Lezer:
    herstelde: Herstelde
    recept: Recept
    publicatie: Publicatie
    stroom: Stroom = field(init=False)
    opschriften: Opschriften = field(init=False)
    inhoud: Inhoud = field(default_factory=Inhoud)
    tellingen: list[Telling] = field(default_factory=list)
    onzeker: list[Onzekerheid] = field(default_factory=list)
    ingrepen: list[Ingreep] = field(default_factory=list)
    weggelaten: list[Weggelaten] = field(default_factory=list)
    fouten: list[Melding] = field(default_factory=list)
    gebruikt: set[int] = field(default_factory=set)
    koppen: dict[int, str] = field(default_factory=dict)
    aantallen: dict[str, tuple[int, int]] = field(default_factory=dict)
    verwantschap: Verwantschap = field(init=False)
    verdacht: Mapping[int, str] = field(init=False)
    teksten: list[_Geplaatst] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.verwantschap = Verwantschap(_eigen_woorden(self.publicatie))
        self.verdacht = verdacht(self.herstelde.regels, self.recept)
        self.stroom = Stroom(self.herstelde.woorden)
        self.opschriften = Opschriften.van(self.recept, self.publicatie)

    # -- plaatsen en meldingen

    def plek(self, nummer: int) -> Plek:
        laatste = len(self.stroom.woorden) - 1
        return self.herstelde.plek(self.stroom.woorden[min(nummer, laatste)])

    def fout(self, nummer: int, code: str, tekst: str, raad: str = RAAD) -> None:
        self.fouten.append(Melding(self.plek(nummer), code, tekst, raad))

    def twijfel(self, nummer: int, gevonden: str, gelezen: str, waarom: str, nader: str = "") -> None:
        self.onzeker.append(Onzekerheid(self.plek(nummer), gevonden, gelezen, waarom, nader))

    def zeker(self, nummer: int, gevonden: str, gelezen: str, wat: str) -> None:
        self.ingrepen.append(Ingreep(self.plek(nummer), gevonden, gelezen, wat))

    def tel(self, wat: str, gevonden: int, verwacht: int, nummer: int, raad: str = RAAD) -> None:
        if gevonden != verwacht:
            self.fout(nummer, "aantal-anders", f"{wat}: {gevonden} gevonden, {verwacht} verwacht.", raad)

    def meer(self, soort: str, gevonden: int, verwacht: int) -> None:
        """Add to how many of a kind were found and expected in the whole document."""
        eerder, eerder_verwacht = self.aantallen.get(soort, (0, 0))
        self.aantallen[soort] = (eerder + gevonden, eerder_verwacht + verwacht)

    def verdeel(self) -> list[Gebied]:
        """Find the parts of the document and its headings."""
        verdeling = verdeel(self.stroom, self.recept, self.opschriften)
        self.koppen = verdeling.koppen
        for nummer, code, wat in verdeling.gemist:
            self.fout(nummer, code, wat)
        return verdeling.gebieden

    def vooraf(self, gebieden: Sequence[Gebied]) -> None:
        """Leave out what stands before the first part, when the recipe says what that is."""
        if self.recept.vooraf and gebieden:
            self._laat_weg(range(gebieden[0].van), self.recept.vooraf)

    def _laat_weg(self, woorden: Sequence[int], waarom: str) -> None:
        self.gebruikt.update(woorden)
        tekst = [nummer for nummer in woorden if nummer not in self.koppen]
        for _, blok in groupby(tekst, lambda nummer: self.stroom.woorden[nummer].blok):
            lijst = list(blok)
            self.weggelaten.append(Weggelaten(self.plek(lijst[0]), self.stroom.tekst(lijst), waarom))

    # -- vragen boven kaarten

    def vraag(self, vraag: Vraagrecept) -> None:
        """Find a question wherever it stands, whole or in pieces, and give it to its cards."""
        over = dict(vraag.kaarten)
        eerste: tuple[str, str] | None = None
        for vorm in vraag.vorm:
            teksten: dict[int, tuple[str, str]] = {}
            for vondst in self.stroom.zoek(vorm, namen=vraag.kaarten.values()):
                woorden = range(vondst.van, vondst.tot)
                if any(nummer in self.gebruikt or nummer in self.koppen for nummer in woorden):
                    continue
                if vondst.van and self.stroom.woorden[vondst.van - 1].tekst == PUNT:
                    continue
                gevonden = self.stroom.tekst(range(*vondst.naam)).rstrip("?")
                kaarten = self._kaarten(over, vraag.kaarten, gevonden)
                if not kaarten:
                    continue
                self.gebruikt.update(woorden)
                naam = vraag.kaarten[kaarten[0]]
                tekst = self.stroom.tekst(woorden)
                if naam and gevonden != naam:
                    heel = tekst.replace(gevonden, naam, 1)
                    if sleutel(gevonden) != sleutel(naam):
                        self.twijfel(vondst.van, gevonden, naam, "naam in een vraag")
                    tekst = heel
                eerste = eerste or (tekst, naam)
                teksten[vondst.van] = tekst, sleutel(tekst.replace(naam, "", 1) if naam else tekst)
                for kaart in kaarten:
                    if over.pop(kaart, None) is not None:
                        self.inhoud.vragen[kaart] = " ".join((tekst + vraag.achter.get(kaart, "")).split())
            self._let_op_andere_vraag(teksten)
        gevonden_aantal = len(vraag.kaarten) - len(over)
        for kaart, naam in over.items():
            if eerste is None or not naam:
                self.fout(0, "vraag-ontbreekt", f"De vraag van kaart ‘{kaart}’ ontbreekt.")
                continue
            tekst = eerste[0].replace(eerste[1], naam)
            self.inhoud.vragen[kaart] = tekst
            gevonden_aantal += 1
            plekken = self.stroom.zoek(naam)
            plek = next((een.van for een in plekken if self.stroom.woorden[een.tot - 1].tekst[-1] == "?"), 0)
            self.twijfel(plek, f"…{naam}?", tekst, "vraag aangevuld zoals op de andere kaarten")
        self.meer("vragen boven kaarten", gevonden_aantal, len(vraag.kaarten))

    def _let_op_andere_vraag(self, teksten: Mapping[int, tuple[str, str]]) -> None:
        """Tell of questions of one form that do not read as most do: something may stand in between."""
        telling = Counter(zonder_naam for _, zonder_naam in teksten.values())
        meest = telling.most_common(1)[0][0] if telling else ""
        for nummer, (tekst, zonder_naam) in teksten.items():
            if zonder_naam != meest:
                self.twijfel(nummer, tekst, tekst, "vraag die elders anders luidt; zo gelaten")

    def _kaarten(self, over: Mapping[str, str], alle: Mapping[str, str], gevonden: str) -> list[str]:
        if not gevonden:
            return list(over) or list(alle)
        gelijk = [kaart for kaart, naam in alle.items() if sleutel(naam) == sleutel(gevonden)]
        if gelijk:
            return gelijk
        lijkt = {
            kaart: SequenceMatcher(None, sleutel(naam), sleutel(gevonden), autojunk=False).ratio()
            for kaart, naam in over.items()
        }
        beste = max(lijkt, key=lambda kaart: lijkt[kaart], default="")
        return [beste] if beste and lijkt[beste] >= GELIJKEND else []

    # -- delen

    def deel(self, gebied: Gebied) -> None:
        recept = gebied.recept
        vrij = [nummer for nummer in range(gebied.van, gebied.tot) if nummer not in self.gebruikt]
        self.gebruikt.update(vrij)
        if recept.weg:
            self._laat_weg(vrij, recept.weg)
            return
        eerder = len(self.fouten)
        lijst = stukken(self.stroom, vrij, self.koppen, self.opschriften.is_opschrift, recept.bij_citaten)
        namen: list[Stuk] = []
        if recept.ondertekening:
            lijst, namen, zeker = ondertekend(self.stroom, lijst, recept.ondertekening)
            for naam in () if zeker else namen:
                self.twijfel(naam.woorden[0], naam.tekst, naam.tekst, "naam op een eigen regel")
        lijst = self._lijm(recept, lijst, namen)
        zinnen_los = any(een.uit == "zinnen" for een in recept.onderwerpen)
        for een in regeleinden(self.stroom, self.herstelde.regels, lijst, zinnen_los):
            meld = self.zeker if een.zeker else self.twijfel
            meld(een.woord, een.rond, een.rond, een.wat)
        for stuk in lijst:
            self._let_op_aanhaling(stuk)
            self._let_op_randwerk(stuk)
        alles = lijst
        if recept.overzicht:
            self._overzicht(gebied)
        if recept.waardencluster:
            lijst = self._cluster(gebied, lijst)
        if recept.ambtsdrager:
            lijst = self._ambtsdrager(gebied, recept.ambtsdrager, lijst)
        if recept.inleiding:
            lijst = self._inleiding(recept, lijst)
        for onderwerp in recept.onderwerpen:
            lijst = self._onderwerp(gebied, onderwerp, lijst)
        for stuk in alles:
            if stuk not in lijst:
                self._let_op_einde(stuk)
        if recept.hoofdstuk:
            lijst = self._hoofdstuk(gebied, lijst)
        if not recept.hoofdstuk:
            lijst = self._noten(gebied, lijst)
        for stuk in lijst:
            if stuk.soort not in (Soort.KOP, Soort.OPSCHRIFT):
                wat = f"Deze tekst heeft geen plaats: ‘{_kort(stuk.tekst)}’"
                self.fout(stuk.woorden[0], "niet-geplaatst", wat)
        klopt = len(self.fouten) == eerder
        self.teksten += [
            _Geplaatst(
                _kort(stuk.tekst),
                sleutel(stuk.tekst),
                stuk.woorden[0],
                gebied.van,
                stuk.soort is Soort.PUNT,
                klopt,
            )
            for stuk in alles
            if stuk.soort not in (Soort.KOP, Soort.OPSCHRIFT)
        ]

    def _lijm(self, recept: Deelrecept, lijst: list[Stuk], namen: Sequence[Stuk]) -> list[Stuk]:
        """Join paragraphs that a page or column parted between two sentences, and tell of each."""
        letters = [sleutel(stuk.tekst) for stuk in lijst if stuk.soort is Soort.ALINEA]
        dubbel = sum(aantal - 1 for een, aantal in Counter(letters).items() if len(een) >= LANG)
        te_veel = _te_veel(recept, lijst) - dubbel
        uit, helften = lijm(self.stroom, self.herstelde.regels, lijst, te_veel, namen)
        for helft in helften:
            heel = next(stuk for stuk in uit if helft.woorden[0] in stuk.woorden)
            plaats = heel.woorden.index(helft.woorden[0])
            rond = self.stroom.tekst(heel.woorden[max(0, plaats - ROND) : plaats + ROND])
            self.twijfel(helft.woorden[0], rond, rond, "alinea die na een bladzijde of kolom doorgaat")
        return uit

    def _noten(self, gebied: Gebied, lijst: list[Stuk]) -> list[Stuk]:
        """Put the footnotes of a part without a chapter in the chapter before it."""
        noten = [stuk for stuk in lijst if stuk.soort is Soort.NOOT]
        hoofdstuk = next(reversed(self.inhoud.hoofdstukken.values()), None)
        if not noten or hoofdstuk is None:
            return lijst
        hoofdstuk.tekst += [stuk.tekst for stuk in noten]
        self.tel("Voetnoten", len(noten), gebied.recept.alineas, gebied.van)
        self.meer("alinea’s in hoofdstukken", len(noten), gebied.recept.alineas)
        return [stuk for stuk in lijst if stuk not in noten]

    def _let_op_aanhaling(self, stuk: Stuk) -> None:
        """Tell of quotation marks that are not in pairs, and read them as they stand."""
        if stuk.soort in (Soort.KOP, Soort.OPSCHRIFT):
            return
        tekst = stuk.tekst
        open_, dicht = aanhalingstekens(tekst)
        if stuk.soort is Soort.ALINEA and tekst[0].islower():
            self.twijfel(
                stuk.woorden[0], _kort(tekst), _kort(tekst), "begint met een kleine letter; zo gelaten"
            )
        ruw = self.stroom.tekst(stuk.woorden)
        if ruw[-1] != tekst[-1]:
            self.zeker(stuk.woorden[-1], ruw[-12:], stuk.tekst[-12:], "sluitend aanhalingsteken rechtgezet")
        if open_ != dicht or tekst.count("“") != tekst.count("”"):
            plek = stuk.woorden[0]
            self.twijfel(
                plek, _kort(stuk.tekst), _kort(stuk.tekst), "aanhalingstekens niet in paren; zo gelaten"
            )

    def _let_op_randwerk(self, stuk: Stuk) -> None:
        """Tell of lines in a text that may be a running head."""
        if stuk.soort in (Soort.KOP, Soort.OPSCHRIFT):
            return
        for regel in sorted({self.stroom.woorden[nummer].regel for nummer in stuk.woorden}):
            if regel in self.verdacht:
                een = self.herstelde.regels[regel]
                self.onzeker.append(Onzekerheid(een.plek, een.tekst, een.tekst, self.verdacht[regel]))

    def _let_op_einde(self, stuk: Stuk) -> None:
        """Tell of texts for cards that stop in the middle of a sentence: something may have been cut off."""
        if stuk.open and stuk.soort in (Soort.CITAAT, Soort.PUNT):
            self._zonder_einde(stuk)

    def _zonder_einde(self, stuk: Stuk) -> None:
        einde = stuk.tekst[-VOORBEELD:]
        self.twijfel(stuk.woorden[-1], einde, einde, "tekst zonder punt aan het eind; zo gelaten")

    def _let_op_einden(self, lijst: Sequence[Stuk]) -> None:
        """Tell of texts in a chapter that stop in the middle of a sentence.

        Names stand there as well: texts with capitals for the most part, or in a row without a full stop. A
        point may end in ‘en’ before the last of its list.
        """
        lopend = [stuk for stuk in lijst if stuk.soort in (Soort.ALINEA, Soort.CITAAT, Soort.NOOT)]
        for vorig, stuk, volgend in zip([None, *lopend], lopend, [*lopend[1:], None], strict=False):
            rij = any(een is not None and een.open for een in (vorig, volgend))
            if stuk.open and not rij and not _zijn_namen(stuk.tekst):
                self._zonder_einde(stuk)
        punten = [stuk for stuk in lijst if stuk.soort is Soort.PUNT]
        for stuk, volgend in zip(punten, [*punten[1:], None], strict=False):
            voegwoord = volgend is not None and _VOEGWOORD.search(stuk.tekst)
            haakje = stuk.tekst.count("(") > stuk.tekst.count(")")
            if stuk.open and (haakje or not (voegwoord or _zijn_namen(stuk.tekst))):
                self._zonder_einde(stuk)

    def _overzicht(self, gebied: Gebied) -> None:
        namen = [
            waarde.naam for cluster in self.publicatie.waardenclusters.values() for waarde in cluster.waarden
        ]
        gevonden = [naam for naam in namen if next(self.stroom.zoek(naam, gebied.van, gebied.tot), None)]
        self.meer("waarden", len(gevonden), len(namen))
        for naam in namen:
            if naam not in gevonden:
                self.fout(gebied.van, "waarde-ontbreekt", f"De waarde ‘{naam}’ ontbreekt in het overzicht.")

    def _verdeel(
        self, wat: str, gebied: Gebied, gevonden: Sequence[Stuk], groepen: Mapping[str, int]
    ) -> dict[str, list[str]]:
        """Give each group its texts, in order; the groups have fixed sizes."""
        verwacht = sum(groepen.values())
        begin = gevonden[0].woorden[0] if gevonden else gebied.van
        self.tel(wat, len(gevonden), verwacht, begin)
        teksten = iter([stuk.tekst for stuk in gevonden])
        verdeeld = {
            naam: [tekst for _, tekst in zip(range(aantal), teksten, strict=False)]
            for naam, aantal in groepen.items()
        }
        self._let_op_verwisseling(wat, gevonden, verdeeld)
        return verdeeld

    def _let_op_verwisseling(
        self, wat: str, gevonden: Sequence[Stuk], verdeeld: Mapping[str, Sequence[str]]
    ) -> None:
        """Tell of two groups that fit the own edition better when they are exchanged."""
        woorden = {stuk.tekst: stuk.woorden[0] for stuk in gevonden}
        for paar in self.verwantschap.verwisseld(verdeeld):
            for id_, ander in (paar, paar[::-1]):
                if verdeeld[id_]:
                    eigen, beter = (self.publicatie.waarde(een)[1].naam for een in (id_, ander))
                    eerste = verdeeld[id_][0]
                    waarom = "deze groep past beter bij een andere waarde"
                    self.twijfel(
                        woorden[eerste], _kort(eerste), f"groep van ‘{eigen}’", waarom, f"{wat}: ‘{beter}’?"
                    )

    def _cluster(self, gebied: Gebied, lijst: list[Stuk]) -> list[Stuk]:
        recept = gebied.recept.waardencluster
        assert recept is not None
        citaten = [stuk for stuk in lijst if stuk.soort is Soort.CITAAT]
        kop = next((nummer for nummer, stuk in enumerate(lijst) if stuk.soort is Soort.KOP), 0)
        alineas = [stuk for stuk in lijst[kop:] if stuk.soort is Soort.ALINEA]
        self._let_op_meer(alineas)
        opvattingen = self._verdeel(f"Opvattingen bij {recept.id}", gebied, citaten, recept.opvattingen)
        eigen = [stuk for stuk in lijst if stuk.soort is Soort.OPSCHRIFT]
        namen = {id_: self.publicatie.waarde(id_)[1].naam for id_ in recept.opvattingen}
        self._labels_in(gebied, eigen, namen, f"opvattingen bij {recept.id}")
        self.meer("opvattingen bij waarden", len(citaten), sum(recept.opvattingen.values()))
        if not alineas:
            self.fout(gebied.van, "toelichting-ontbreekt", f"De toelichting bij {recept.id} ontbreekt.")
        toelichting = " ".join(stuk.tekst for stuk in alineas)
        self.meer("toelichtingen bij waardenclusters", bool(alineas), 1)
        self.inhoud.waardenclusters[recept.id] = Clustertekst(toelichting, opvattingen)
        return [stuk for stuk in lijst if stuk not in citaten and stuk not in alineas]

    def _let_op_meer(self, alineas: Sequence[Stuk]) -> None:
        """Tell of paragraphs that become one text with the one before."""
        for stuk in alineas[1:]:
            begin = _kort(stuk.tekst)
            self.twijfel(stuk.woorden[0], begin, f"… {begin}", "alinea die bij de vorige is gezet")

    def _labels_in(
        self, gebied: Gebied, opschriften: Sequence[Stuk], namen: Mapping[str, str], wat: str
    ) -> None:
        samen = " ".join(sleutel(stuk.tekst) for stuk in opschriften)
        ontbreekt = [naam for naam in namen.values() if sleutel(naam) not in samen]
        if ontbreekt:
            gelezen = ", ".join(namen.values())
            waarom = "label ontbreekt, groepen op volgorde gelezen"
            self.twijfel(gebied.van, f"zonder ‘{'’, ‘'.join(ontbreekt)}’", gelezen, waarom, wat)

    def _ambtsdrager(self, gebied: Gebied, recept: Tabelrecept, lijst: list[Stuk]) -> list[Stuk]:
        tekst = Ambtsdragertekst()
        citaten = [stuk for stuk in lijst if stuk.soort is Soort.CITAAT]
        punten = [stuk for stuk in lijst if stuk.soort is Soort.PUNT]
        tekst.opvattingen = self._verdeel(f"Opvattingen bij {recept.id}", gebied, citaten, recept.opvattingen)
        self.meer("opvattingen bij ambtsdragers", len(citaten), sum(recept.opvattingen.values()))
        handelen = dict.fromkeys(recept.opvattingen, recept.handelingsperspectieven)
        verwacht = sum(handelen.values())
        self.tel(f"Punten bij {recept.id}", len(punten), verwacht + recept.suggesties, gebied.van)
        if verwacht:
            wat = f"Handelingsperspectieven bij {recept.id}"
            tekst.handelingsperspectieven = self._verdeel(wat, gebied, punten[:verwacht], handelen)
            self._controleer_tabel(recept, lijst, punten[:verwacht])
        self.meer("handelingsperspectieven", len(punten[:verwacht]), verwacht)
        tekst.suggesties = [stuk.tekst for stuk in punten[verwacht:]]
        self.meer("suggesties aan verenigingen", len(punten[verwacht:]), recept.suggesties)
        gebruikt = {*citaten, *punten}
        onder, bij_vereniging = "", list[Stuk]()
        for stuk in lijst:
            if stuk.soort is Soort.KOP:
                onder = stuk.tekst
            elif stuk.soort is Soort.ALINEA and onder == recept.kop_inleiding and not tekst.inleiding:
                tekst.inleiding = stuk.tekst
                gebruikt.add(stuk)
            elif stuk.soort is Soort.ALINEA and onder and onder == recept.kop_vereniging:
                bij_vereniging.append(stuk)
        self._let_op_meer(bij_vereniging)
        tekst.inleiding_vereniging = " ".join(stuk.tekst for stuk in bij_vereniging)
        gebruikt.update(bij_vereniging)
        if not tekst.inleiding:
            self.fout(gebied.van, "inleiding-ontbreekt", f"De inleiding bij {recept.id} ontbreekt.")
        self.inhoud.ambtsdragers[recept.id] = tekst
        return [stuk for stuk in lijst if stuk not in gebruikt]

    def _controleer_tabel(self, recept: Tabelrecept, lijst: Sequence[Stuk], punten: Sequence[Stuk]) -> None:
        """Check that each group of the table stands under the name of its waarde."""
        begin = {
            sum([recept.handelingsperspectieven] * nummer): id_
            for nummer, id_ in enumerate(recept.opvattingen)
        }
        for nummer, stuk in enumerate(punten):
            if nummer in begin:
                naam = self.publicatie.waarde(begin[nummer])[1].naam
                voor = lijst[lijst.index(stuk) - 1]
                if voor.soort is not Soort.OPSCHRIFT or not sleutel(voor.tekst).endswith(sleutel(naam)):
                    wat = f"Handelingsperspectieven bij {recept.id}: hier hoort ‘{naam}’ boven te staan."
                    self.fout(stuk.woorden[0], "label-anders", wat)

    def _inleiding(self, recept: Deelrecept, lijst: list[Stuk]) -> list[Stuk]:
        koppen = [nummer for nummer, stuk in enumerate(lijst) if stuk.soort is Soort.KOP]
        erna = lijst[koppen[-1] + 1 :] if koppen and recept.tussenkoppen else lijst
        eerste = next((stuk for stuk in erna if stuk.soort is Soort.ALINEA and not stuk.open), None)
        if eerste is None:
            self.fouten.append(
                Melding(
                    Plek(_bestand(self.herstelde.regels)),
                    "inleiding-ontbreekt",
                    f"De inleiding bij ‘{recept.inleiding}’ ontbreekt.",
                    RAAD,
                )
            )
            return lijst
        stukken_ = [eerste]
        if koppen and recept.tussenkoppen:
            stukken_ = [stuk for stuk in erna if stuk.soort is Soort.ALINEA]
            self._let_op_meer(stukken_)
        tekst = " ".join(stuk.tekst for stuk in stukken_)
        self.inhoud.onderwerpen.setdefault(recept.inleiding, Onderwerptekst()).inleiding = tekst
        return [stuk for stuk in lijst if stuk not in stukken_]

    def _onderwerp(self, gebied: Gebied, recept: Puntenrecept, lijst: list[Stuk]) -> list[Stuk]:
        groepen, over = LEZERS[recept.uit](recept, lijst)
        begin = gebied.van
        wat = f"‘{recept.id}’"
        self.tel(f"Groepen in {wat}", len(groepen), len(recept.groepen), begin)
        for nummer, (aantal, (kop, punten)) in enumerate(zip(recept.groepen, groepen, strict=False)):
            self.tel(f"Punten in {wat} onder ‘{_kort(kop)}’ (groep {nummer + 1})", len(punten), aantal, begin)
        gevonden = sum(len(punten) for _, punten in groepen)
        self.meer(f"punten in ‘{recept.id}’", gevonden, sum(recept.groepen))
        tekst = self.inhoud.onderwerpen.setdefault(recept.id, Onderwerptekst())
        tekst.groepen = groepen
        return over

    def _hoofdstuk(self, gebied: Gebied, lijst: list[Stuk]) -> list[Stuk]:
        recept = gebied.recept
        titel = recept.titel or recept.kop
        nieuw = recept.hoofdstuk not in self.inhoud.hoofdstukken
        tekst = self.inhoud.hoofdstukken.setdefault(recept.hoofdstuk, Hoofdstuktekst(titel))
        alineas = punten = 0
        over: list[Stuk] = []
        self._let_op_einden(lijst)
        if not nieuw and titel and recept.kop:
            tekst.tekst.append(f"**{titel}**")
        for stuk in lijst:
            if stuk.soort is Soort.KOP and stuk.tekst != recept.kop and stuk.tekst in recept.tussenkoppen:
                tekst.tekst.append(f"**{stuk.tekst}**")
            elif stuk.soort is Soort.PUNT:
                tekst.tekst.append(f"• {stuk.tekst}")
                punten += 1
            elif stuk.soort in (Soort.ALINEA, Soort.CITAAT, Soort.NOOT):
                alineas += 1
                if recept.samenvatting and alineas == 1:
                    tekst.samenvatting = stuk.tekst
                else:
                    tekst.tekst.append(stuk.tekst)
            else:
                over.append(stuk)
        if recept.lijsten:
            _maak_lijsten(tekst)
        verwacht = recept.ambtsdrager.alineas if recept.ambtsdrager else recept.alineas
        raad = RAAD_WIT if alineas < verwacht else RAAD
        self.tel(f"Alinea’s in ‘{titel or recept.hoofdstuk}’", alineas, verwacht, gebied.van, raad)
        self.tel(f"Punten in ‘{titel or recept.hoofdstuk}’", punten, recept.punten, gebied.van)
        self.meer("alinea’s in hoofdstukken", alineas, verwacht)
        self.meer("punten in hoofdstukken", punten, recept.punten)
        return over

    # -- na afloop

    def herhaal(self) -> None:
        """Set sentences of chapters on cards as well, where the recipe asks for it."""
        for id_, aanhaling in self.recept.families.items():
            self.inhoud.families[id_] = " ".join(self._haal_aan(aanhaling))
        for een in self.recept.herhalingen:
            groepen = [
                (kop, [zin for aanhaling in punten for zin in self._haal_aan(aanhaling)])
                for kop, punten in zip(een.koppen, een.punten, strict=False)
            ]
            self.inhoud.onderwerpen[een.onderwerp] = Onderwerptekst("", groepen)

    def _haal_aan(self, aanhaling: Aanhaling) -> list[str]:
        hoofdstuk = self.inhoud.hoofdstukken.get(aanhaling.hoofdstuk)
        alineas = [een for een in hoofdstuk.tekst if not een.startswith("**")] if hoofdstuk else []
        if len(alineas) < aanhaling.alinea:
            wat = f"Alinea {aanhaling.alinea} van ‘{aanhaling.hoofdstuk}’ is er niet."
            self.fout(0, "aanhaling-ontbreekt", wat)
            return []
        alle = zinnen(alineas[aanhaling.alinea - 1].removeprefix("• "))
        if not aanhaling.zinnen:
            return [" ".join(alle)]
        return [alle[nummer - 1] for nummer in aanhaling.zinnen if nummer <= len(alle)]

    def dubbel(self) -> None:
        """Tell of texts that stand twice: a fault where the counts are wrong by it, else to be looked at.

        Points may stand in more than one list; they count only within a part whose counts are wrong.
        """
        per_tekst: dict[tuple[str, int], list[_Geplaatst]] = {}
        for een in self.teksten:
            if len(een.letters) >= LANG:
                per_tekst.setdefault((een.letters, een.deel if een.is_punt else -1), []).append(een)
        for gelijke in per_tekst.values():
            fout = next((een for een in reversed(gelijke) if not een.klopt), None)
            if len(gelijke) > 1 and fout:
                eerder = [self.plek(een.woord) for een in gelijke if een is not fout]
                self.fouten.append(dubbel(self.plek(fout.woord), eerder))
            elif len(gelijke) > 1 and not gelijke[0].is_punt:
                for een in gelijke:
                    self.twijfel(een.woord, een.tekst, een.tekst, "staat er meer dan één keer; zo gelaten")

    def tel_overal(self) -> None:
        self.tellingen += [Telling(soort, *aantallen) for soort, aantallen in self.aantallen.items()]
        verwacht = len(
            {deel.hoofdstuk for deel in self.recept.delen if deel.hoofdstuk and not deel.mag_ontbreken}
        )
        self.tellingen.append(Telling("hoofdstukken", len(self.inhoud.hoofdstukken), verwacht))

    def rest(self) -> None:
        """Tell of all text before the first part: nothing of it was read."""
        over = [
            nummer
            for nummer in range(len(self.stroom.woorden))
            if nummer not in self.gebruikt and nummer not in self.koppen
        ]
        for stuk in stukken(self.stroom, over, {}, self.opschriften.is_opschrift, False):
            if stuk.soort is not Soort.OPSCHRIFT:
                wat = f"Deze tekst heeft geen plaats: ‘{_kort(stuk.tekst)}’"
                self.fout(stuk.woorden[0], "niet-geplaatst", wat)


def _maak_lijsten(hoofdstuk: Hoofdstuktekst) -> None:
    """Take the points and the paragraph above each row of them from the text and make them lists."""
    tekst: list[str] = []
    in_lijst = False
    for alinea in hoofdstuk.tekst:
        is_punt = alinea.startswith(f"{PUNT} ")
        if is_punt and not in_lijst and tekst:
            hoofdstuk.lijsten.append((tekst.pop(), []))
        if is_punt and hoofdstuk.lijsten:
            hoofdstuk.lijsten[-1][1].append(alinea.removeprefix(f"{PUNT} "))
        else:
            tekst.append(alinea)
        in_lijst = is_punt
    hoofdstuk.tekst = tekst
