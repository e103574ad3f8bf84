"""From Deck and Uitgifte to Herkenning: which card each slide is, and which questions stand on it.

Marks vote: the name of the box with questions, the notes, the footer, the title and the fixed sentences. Any
may be missing. What contradicts itself, stands there twice or cannot be placed is told, and never chosen.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kaartgen.meldingen import Ernst, Melding, Plek
from kaartgen.vragen.gelijkenis import koppel
from kaartgen.vragen.kaartkenmerk import Kaartkenmerk, lees_kenmerk
from kaartgen.vragen.lezer_pptx import Deck, Dia, Plaats, Vorm
from kaartgen.vragen.uitgifte import Uitgegeven, Uitgifte
from kaartgen.vragen.vraagtekst import getypt_nummer, schoon, sleutel, vragen_uit

MAX_VRAAG = 1_000
MAX_PER_KAART = 30
"""Characters in a question and questions on a card, far more than fit."""
MAX_KENMERKEN = 20
"""Marks with one card that say something else, more than files that people put together have."""

_NAAMMERK = re.compile(r"\bReflectievragen \[([a-z0-9-]+)\]")
_NOTITIEMERK = re.compile(r"\[kaart:([a-z0-9-]+)(\s[^][]*)?\]")
_OP_NAAM, _IN_NOTITIES, _IN_VOET = "naam van het vak", "notities", "voettekst"
_DEEL_VAN_ZINNEN = 0.5
"""Share of the sentences that only one card has, from which on a slide is taken for that card."""
_OVERLAP = 0.5
"""Share of the larger one that a box and the place for questions must have in common."""


@dataclass(frozen=True, slots=True)
class Herkend:
    """A card as it came back: where it stands in the file, and its questions in order."""

    kaart: str
    waar: str
    vragen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """What stands with a card about what it was given out with: each that can be read, and the place of the
    first that cannot."""

    gelezen: tuple[Kaartkenmerk, ...] = ()
    onleesbaar: Plek | None = None


@dataclass(frozen=True, slots=True)
class Herkenning:
    """What a file brings back: cards by id, the paragraphs that are no questions by id of the page they stand
    on, and what was found that cannot be used. `vreemd` counts what seems to be of another publication,
    `genoemd` are the ids of cards that are in the file, but not so that they can be used, `kenmerken` are by
    id of the card."""

    kaarten: Mapping[str, Herkend]
    teksten: Mapping[str, tuple[str, ...]]
    meldingen: tuple[Melding, ...]
    vreemd: int = 0
    genoemd: frozenset[str] = frozenset()
    kenmerken: Mapping[str, Kenmerken] = field(default_factory=dict)


def let_op(plek: Plek, code: str, tekst: str, raad: str) -> Melding:
    """Give something to look at that does not stop the rest."""
    return Melding(plek, code, tekst, raad, Ernst.WAARSCHUWING)


def citeer(vragen: Sequence[str]) -> str:
    """Give questions as words in a sentence; a very long one is cut."""
    kort = [vraag if len(vraag) <= MAX_VRAAG else f"{vraag[:MAX_VRAAG]}…" for vraag in vragen]
    return "; ".join(f"‘{vraag}’" for vraag in kort[:MAX_PER_KAART])


def herken(deck: Deck, uitgifte: Uitgifte) -> Herkenning:
    """Find the cards of a publication in a deck."""
    return _Herkenner(deck, uitgifte).herkenning()


def lees_kenmerken(kaart: str, woorden: Sequence[tuple[Plek, str]]) -> Kenmerken:
    """Read the words that stand with a card, each with its place. A card with very many says nothing."""
    paren = [(plek, lees_kenmerk(kaart, woord)) for plek, woord in woorden if woord.strip()]
    gelezen = dict.fromkeys(wat for _, wat in paren if wat)
    if len(gelezen) > MAX_KENMERKEN:
        return Kenmerken(onleesbaar=paren[0][0])
    return Kenmerken(tuple(gelezen), next((plek for plek, wat in paren if wat is None), None))


def keur_vragen(plek: Plek, wie: str, vragen: Sequence[str]) -> Iterator[Melding]:
    """Give what makes the questions of a card unusable."""
    if not vragen:
        tekst = f"{wie} heeft geen vragen meer."
        raad = "Laat minstens één vraag staan. De kaart blijft zoals zij was."
        yield let_op(plek, "geen-vragen", tekst, raad)
    if len(vragen) > MAX_PER_KAART or any(len(vraag) > MAX_VRAAG for vraag in vragen):
        tekst = f"{wie} heeft meer tekst dan op een kaart past."
        raad = "Maak de vragen korter. De kaart blijft zoals zij was."
        yield let_op(plek, "vraag-te-lang", tekst, raad)


def keur_samen(plek: Plek, waar: str, vragen: Sequence[str], bekend: Sequence[str]) -> Iterator[Melding]:
    """Give each question that is two known ones after each other: somebody took away what parted them."""
    sleutels = {sleutel(vraag) for vraag in bekend}
    for vraag in vragen:
        deel = sleutel(vraag)
        if deel not in sleutels and sum(een in deel for een in sleutels) > 1:
            tekst = f"{waar} staan twee vragen in één alinea: {citeer([vraag])}."
            yield let_op(plek, "vragen-samen", tekst, "Zij tellen als één. Geef elke vraag een eigen alinea.")


def keur_nummers(
    plek: Plek,
    waar: str,
    alineas: Sequence[str],
    kop: str,
    bekend: Sequence[str],
    genummerd: bool | None = None,
) -> Iterator[Melding]:
    """Give which numbers that somebody seems to have typed went, and which stayed in a question."""
    vragen = vragen_uit(alineas, kop, bekend, genummerd)
    weg = [getypt_nummer(vraag) for vraag in vragen_uit(alineas, kop, bekend, False) if vraag not in vragen]
    if weg:
        tekst = f"{waar} zijn getypte nummers weggehaald: {citeer(weg)}."
        yield let_op(plek, "nummer-weg", tekst, "Op de kaart komt het nummer vanzelf.")
    sleutels = {sleutel(vraag) for vraag in bekend}
    for vraag in vragen:
        if sleutel(vraag) not in sleutels and (begin := getypt_nummer(vraag)):
            tekst = f"{waar} begint een vraag met ‘{begin}’, en dat is blijven staan."
            yield let_op(plek, "nummer-getypt", tekst, "Is het een nummer? Haal het weg; dat komt vanzelf.")


def zonder_dubbele(vragen: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the questions without those that stand there a second time, and those."""
    eerste: dict[str, str] = {}
    dubbel = []
    for vraag in vragen:
        if eerste.setdefault(sleutel(vraag), vraag) is not vraag:
            dubbel.append(vraag)
    return tuple(eerste.values()), tuple(dubbel)


class _Herkenner:
    def __init__(self, deck: Deck, uitgifte: Uitgifte) -> None:
        self._deck = deck
        self._uitgifte = uitgifte
        self._plek = Plek(deck.bestand)
        self._meldingen: list[Melding] = []
        self._vreemd = 0
        self._genoemd: set[str] = set()

    def herkenning(self) -> Herkenning:
        per_kaart: dict[str, list[Herkend]] = defaultdict(list)
        teksten: dict[str, tuple[str, ...]] = {}
        woorden: dict[str, list[tuple[Plek, str]]] = defaultdict(list)
        for dia in self._deck.dias:
            pagina = self._pagina(dia)
            if pagina is None:
                continue
            vakken = self._vakken(dia, pagina) if pagina.nummer else []
            overig = [alinea for vorm in dia.vormen if vorm not in vakken for alinea in vorm.alineas]
            teksten[pagina.id] = (*teksten.get(pagina.id, ()), *overig)
            self._keur_notities(dia, pagina)
            if pagina.nummer:
                per_kaart[pagina.id] += self._herkend(dia, pagina, vakken)
                merken = _NOTITIEMERK.findall(dia.notitie)
                woorden[pagina.id] += [(self._plek, woord) for id_, woord in merken if id_ == pagina.id]
        kaarten = {}
        for id_ in self._uitgifte.kaarten:
            if gevonden := self._een_van(per_kaart.get(id_, [])):
                kaarten[id_] = gevonden
        kenmerken = {id_: lees_kenmerken(id_, paren) for id_, paren in woorden.items()}
        return Herkenning(
            kaarten, teksten, tuple(self._meldingen), self._vreemd, frozenset(self._genoemd), kenmerken
        )

    def _pagina(self, dia: Dia) -> Uitgegeven | None:
        """Give the page that a slide is, or None when no mark says so or marks contradict each other."""
        stemmen = self._stemmen(dia)
        pagina = self._per_id.get(_gekozen(stemmen))
        if pagina:
            return pagina
        vakken = [vorm for vorm in dia.vormen if _NAAMMERK.search(vorm.merk) or vorm in self._met_kop(dia)]
        vragen = [vraag for vorm in vakken for vraag in self._vragen(vorm, ())]
        overig = [vorm for vorm in dia.vormen if vorm not in vakken and not vorm.titel]
        los = [een for vorm in overig for een in self._vragen(vorm, ()) if "?" in een]
        vragen += [een for een in los if sleutel(een) not in self._van_een]
        vragen += self._in_notities(dia)
        gevonden = f" Er staan deze vragen op: {citeer(vragen)}." if vragen else ""
        if not stemmen:
            wat = f"Dia {dia.nummer} ({self._naam(dia)}) is geen kaart van deze publicatie.{gevonden}"
            raad = "Horen deze vragen bij een kaart? Zet ze daar." if vragen else "Zij is overgeslagen."
            self._let_op("dia-onbekend", wat, raad)
        else:
            self._genoemd |= stemmen.keys()
            self._vreemd += not stemmen.keys() & self._per_id.keys()
            lezing = ", ".join(
                f"{' en '.join(merken)}: {self._kaartnaam(id_)}" for id_, merken in stemmen.items()
            )
            wat = f"Het is niet duidelijk welke kaart dia {dia.nummer} is ({lezing}).{gevonden}"
            raad = "Zet de vragen op de dia van de kaart waar ze bij horen."
            self._let_op("dia-onduidelijk", wat, raad)
        return None

    def _keur_notities(self, dia: Dia, pagina: Uitgegeven) -> None:
        """Tell of questions that somebody put in the notes, which do not come back."""
        if vragen := self._in_notities(dia):
            wie = f"dia {dia.nummer} ({self._kaartnaam(pagina.id)})"
            wat = f"In de notities van {wie} staat: {citeer(vragen)}."
            raad = "Notities komen niet terug. Is het een reflectievraag, zet die dan in het vak met vragen."
            self._let_op("notitie-vraag", wat, raad)

    def _in_notities(self, dia: Dia) -> list[str]:
        regels = map(schoon, _NOTITIEMERK.sub("", dia.notitie).splitlines())
        return [regel for regel in regels if "?" in regel and sleutel(regel) not in self._notities]

    @cached_property
    def _notities(self) -> frozenset[str]:
        regels = (regel for een in self._uitgifte.paginas for regel in een.notitie.splitlines())
        return frozenset(map(sleutel, regels))

    def _stemmen(self, dia: Dia) -> dict[str, list[str]]:
        """Give for each page that a mark of this slide points to the marks that do."""
        stemmen: dict[str, list[str]] = defaultdict(list)

        def stem(id_: str, merk: str) -> None:
            if merk not in stemmen[id_]:
                stemmen[id_].append(merk)

        for vorm in dia.vormen:
            for id_ in _NAAMMERK.findall(vorm.merk):
                stem(id_, _OP_NAAM)
        for id_, _ in _NOTITIEMERK.findall(dia.notitie):
            stem(id_, _IN_NOTITIES)
        teksten = [sleutel(alinea) for vorm in dia.vormen for alinea in vorm.alineas]
        for tekst in teksten:
            if id_ := self._voeten.get(tekst.partition("·")[0].strip()):
                stem(id_, _IN_VOET)
        titels = {sleutel(" ".join(vorm.alineas)) for vorm in dia.vormen if vorm.titel}
        for titel in titels:
            if id_ := self._titels.get(titel):
                stem(id_, "titel")
        geteld = Counter(self._van_een[tekst] for tekst in {*teksten} if tekst in self._van_een)
        for id_, aantal in geteld.items():
            if aantal >= 2 and aantal >= _DEEL_VAN_ZINNEN * self._aantallen[id_]:
                stem(id_, "zinnen")
        return dict(stemmen)

    @cached_property
    def _per_id(self) -> Mapping[str, Uitgegeven]:
        return {een.id: een for een in self._uitgifte.paginas}

    @cached_property
    def _voeten(self) -> Mapping[str, str]:
        return {sleutel(een.voet): een.id for een in self._uitgifte.kaarten.values()}

    @cached_property
    def _titels(self) -> Mapping[str, str]:
        geteld = Counter(sleutel(een.titel) for een in self._uitgifte.paginas)
        paren = ((sleutel(een.titel), een.id) for een in self._uitgifte.paginas)
        return {titel: id_ for titel, id_ in paren if geteld[titel] == 1}

    @cached_property
    def _van_een(self) -> Mapping[str, str]:
        """For each text that only one page has, that page."""
        paginas: dict[str, set[str]] = defaultdict(set)
        for een in self._uitgifte.paginas:
            for zin in een.vaste_sleutels:
                paginas[zin].add(een.id)
        return {zin: next(iter(ids)) for zin, ids in paginas.items() if len(ids) == 1}

    @cached_property
    def _aantallen(self) -> Mapping[str, int]:
        return Counter(self._van_een.values())

    def _vakken(self, dia: Dia, pagina: Uitgegeven) -> list[Vorm]:
        """Give the boxes with questions: by name, else by heading, else by content, else by place."""
        bekend = {sleutel(vraag) for vraag in pagina.vragen}
        vrij = [vorm for vorm in dia.vormen if not self._vast(vorm, pagina)]
        op_naam = [vorm for vorm in vrij if _NAAMMERK.search(vorm.merk)]
        met_kop = [vorm for vorm in self._met_kop(dia) if vorm not in op_naam]
        met_vraag = [
            vorm
            for vorm in vrij
            if vorm not in (*op_naam, *met_kop)
            and bekend & {sleutel(vraag) for vraag in self._vragen(vorm, pagina.vragen)}
        ]
        gevonden = [*op_naam, *met_kop, *met_vraag]
        if gevonden or pagina.vak is None:
            return gevonden
        plaats = pagina.vak
        return [
            vorm
            for vorm in vrij
            if vorm.plaats and not vorm.titel and self._vragen(vorm, ()) and _dekt(vorm.plaats, plaats)
        ]

    def _herkend(self, dia: Dia, pagina: Uitgegeven, vakken: Sequence[Vorm]) -> Iterator[Herkend]:
        waar, wie = f"dia {dia.nummer}", self._kaartnaam(pagina.id)
        gelezen = [self._zonder_andere_kop(dia.nummer, pagina, vak) for vak in vakken]
        per_vak = list(dict.fromkeys(gelezen))
        if not per_vak:
            wat = f"Op dia {dia.nummer} ({wie}) is het vak met vragen weg."
            raad = "De vragen van deze kaart blijven zoals zij waren."
            self._let_op("vragenvak-weg", wat, raad)
            return
        if len(per_vak) > 1:
            gevonden = " Het andere: ".join(f"{citeer(vragen)}." for vragen in per_vak)
            wat = f"Op dia {dia.nummer} ({wie}) staan {len(per_vak)} vakken met vragen. Het ene: {gevonden}"
            self._let_op("vragenvak-dubbel", wat, "Zet alle vragen in één vak en haal het andere weg.")
            return
        (alle_vragen,) = per_vak
        vragen, dubbel = zonder_dubbele(alle_vragen)
        if dubbel:
            wat = f"Op dia {dia.nummer} ({wie}) staat een vraag meer dan één keer: {citeer(dubbel)}."
            self._let_op("vraag-dubbel", wat, "Zij telt één keer.")
        op_dia = f"Op dia {dia.nummer} ({wie})"
        self._meldingen += keur_samen(self._plek, op_dia, vragen, pagina.vragen)
        alineas, kop = vakken[0].alineas, self._uitgifte.kop
        self._meldingen += keur_nummers(self._plek, op_dia, alineas, kop, pagina.vragen)
        fouten = list(keur_vragen(self._plek, f"Dia {dia.nummer} ({wie})", vragen))
        self._meldingen += fouten
        if not fouten:
            yield Herkend(pagina.id, waar, vragen)

    def _zonder_andere_kop(self, dia: int, pagina: Uitgegeven, vak: Vorm) -> tuple[str, ...]:
        """Give the questions in a box without what somebody put above them as a heading."""
        vragen = self._vragen(vak, pagina.vragen)
        regels = (schoon(regel) for alinea in vak.alineas for regel in alinea.split("\n"))
        met_kop = _eerste_regel(vak) == self._kopsleutel
        getypt = next((regel for regel in list(filter(None, regels))[1 if met_kop else 0 :]), "")
        eerste, rest = vragen[:1], vragen[1:]
        # A number that somebody typed is not in the first question any more.
        if not rest or not eerste[0].startswith(getypt) or getypt_nummer(getypt):
            return vragen
        if koppel(pagina.vragen, eerste) != ({}, frozenset()):
            return vragen
        genummerd, *verder = self._in_lijst(vak)
        los, vraagt = not genummerd and bool(verder) and all(verder), "?" in eerste[0]
        op_dia = f"Op dia {dia} ({self._kaartnaam(pagina.id)})"
        if (los and not (met_kop and vraagt)) or (
            not met_kop and not vraagt and all("?" in een for een in rest)
        ):
            kop = f" niet ‘{self._uitgifte.kop}’ maar" if not met_kop else ""
            raad = "Is dit een vraag, " + (
                "geef haar dan een nummer, zoals de andere." if los else "zet er dan een ‘?’ achter."
            )
            self._let_op(
                "vaste-tekst-anders",
                f"{op_dia} staat boven de vragen{kop} {citeer(eerste)}.",
                f"De kop is vaste tekst en is niet overgenomen. {raad}",
            )
            return rest
        if los or not (met_kop or genummerd):
            wat = f"{op_dia} is niet te zien of {citeer(eerste)} een kop is of een vraag."
            self._let_op("kop-of-vraag", wat, "Het telt als vraag. Is het een kop, haal haar dan weg.")
        return vragen

    def _een_van(self, gevonden: Sequence[Herkend]) -> Herkend | None:
        """Give the one card that came back; of slides that differ none is chosen."""
        if not gevonden:
            return None
        verschillend = {tuple(map(sleutel, een.vragen)) for een in gevonden}
        if len(verschillend) == 1:
            return gevonden[0]
        wie = self._kaartnaam(gevonden[0].kaart)
        lezing = " ".join(f"Op {een.waar}: {citeer(een.vragen)}." for een in gevonden)
        wat = f"{wie[0].upper()}{wie[1:]} staat meer dan één keer in dit bestand, met andere vragen. {lezing}"
        self._let_op("kaart-dubbel", wat, "Haal de dia weg die niet geldt.")
        return None

    def _vast(self, vorm: Vorm, pagina: Uitgegeven) -> bool:
        """Tell whether all text in a shape is fixed text of its page."""
        teksten = {sleutel(alinea) for alinea in vorm.alineas} - {""}
        return bool(teksten) and teksten <= pagina.vaste_sleutels

    def _met_kop(self, dia: Dia) -> list[Vorm]:
        return [vorm for vorm in dia.vormen if _eerste_regel(vorm) == self._kopsleutel]

    @cached_property
    def _kopsleutel(self) -> str:
        return sleutel(self._uitgifte.kop).casefold()

    def _vragen(self, vorm: Vorm, bekend: Sequence[str]) -> tuple[str, ...]:
        return vragen_uit(vorm.alineas, self._uitgifte.kop, bekend)

    def _in_lijst(self, vorm: Vorm) -> list[bool]:
        """Tell of each paragraph with words, but the heading, whether it is an item of a list."""
        plekken = [plek for plek, alinea in enumerate(vorm.alineas) if schoon(alinea)]
        # With soft returns the heading shares its paragraph with questions.
        if plekken and _als_kop(vorm.alineas[plekken[0]]) == self._kopsleutel:
            plekken = plekken[1:]
        return [plek in vorm.in_lijst for plek in plekken]

    def _naam(self, dia: Dia) -> str:
        teksten = [schoon(alinea) for vorm in dia.vormen for alinea in vorm.alineas]
        titel = [schoon(" ".join(vorm.alineas)) for vorm in dia.vormen if vorm.titel]
        eerste = next(filter(None, [*titel, *teksten]), "")
        return f"‘{eerste[:60]}’" if eerste else "zonder tekst"

    def _kaartnaam(self, id_: str) -> str:
        pagina = self._per_id.get(id_)
        if pagina is None:
            return f"een kaart die niet of niet meer in deze publicatie staat, ‘{id_}’"
        return f"kaart {pagina.nummer}" if pagina.nummer else f"de bladzijde ‘{pagina.titel}’"

    def _let_op(self, code: str, tekst: str, raad: str) -> None:
        self._meldingen.append(let_op(self._plek, code, tekst, raad))


def _gekozen(stemmen: Mapping[str, Sequence[str]]) -> str:
    """Give the id that all marks name, or '' when they contradict each other. A number in a footer does not
    count against a name or notes: numbers shift when a card goes."""
    if len(stemmen) > 1:
        op_id = [id_ for id_, merken in stemmen.items() if {_OP_NAAM, _IN_NOTITIES} & {*merken}]
        if len(op_id) == 1:
            stemmen = {id_: merken for id_, merken in stemmen.items() if id_ in op_id or merken != [_IN_VOET]}
    return next(iter(stemmen)) if len(stemmen) == 1 else ""


def _eerste_regel(vorm: Vorm) -> str:
    """Give the key of the first line with words, without a colon, in small letters."""
    regels = (_als_kop(regel) for alinea in vorm.alineas for regel in alinea.split("\n"))
    return next(filter(None, regels), "")


def _als_kop(tekst: str) -> str:
    return sleutel(tekst).rstrip(" :").casefold()


def _dekt(een: Plaats, ander: Plaats) -> bool:
    """Tell whether two places share at least half of the larger one."""
    breedte = min(een[0] + een[2], ander[0] + ander[2]) - max(een[0], ander[0])
    hoogte = min(een[1] + een[3], ander[1] + ander[3]) - max(een[1], ander[1])
    grootste = max(een[2] * een[3], ander[2] * ander[3])
    return breedte > 0 and hoogte > 0 and breedte * hoogte >= _OVERLAP * grootste
