"""From Blad and Uitgifte to Herkenning: which card each row is about, and the questions in their order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaartgen.meldingen import Melding, Plek
from kaartgen.vragen.herkennen import (
    Herkend,
    Herkenning,
    citeer,
    keur_nummers,
    keur_samen,
    keur_vragen,
    lees_kenmerken,
    let_op,
    zonder_dubbele,
)
from kaartgen.vragen.kaartkenmerk import Kenmerklezer
from kaartgen.vragen.lezer_tabel import Blad, Rij
from kaartgen.vragen.pakket import weiger
from kaartgen.vragen.tabel import zonder_schild
from kaartgen.vragen.uitgifte import Uitgegeven, Uitgifte
from kaartgen.vragen.vraagtekst import sleutel, vragen_uit, zijn_genummerd

_KENMERK = "kenmerk"
KOPNAMEN = {
    "kaart": ("kaart", "kaartnummer", "nummer", "nr", "nr.", "kaartnr"),
    "titel": ("titel", "kaarttitel"),
    "vraag": ("vraag", "vragen", "reflectievraag", "reflectievragen"),
    "positie": ("positie", "plaats", "volgorde", "plek"),
    _KENMERK: (_KENMERK,),
}
"""What people call the columns."""
ALLE_KOPPEN = tuple(naam for namen in KOPNAMEN.values() for naam in namen)

_NUMMER = re.compile(r"(?:kaart\s*)?([0-9]{1,5})(?:[.,]0+)?", re.IGNORECASE)
_POSITIE = re.compile(r"[0-9]{1,4}(?:[.,][0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class _Vraag:
    """A question with its row; `positie` is None where the row has none."""

    rij: int
    tekst: str
    positie: float | None


def herken_tabel(blad: Blad, uitgifte: Uitgifte) -> Herkenning:
    """Find the cards of a publication in a table. Raises Fouten when it has no such columns."""
    kopregel, kolommen, rijen = _kolommen(blad)
    lezing = _Lezing(blad, uitgifte, kolommen, rijen)
    rijen_van: dict[str, list[Rij]] = defaultdict(list)
    for rij in rijen:
        if kaart := lezing.kaart(rij):
            rijen_van[kaart.id].append(rij)
    per_kaart = {id_: lezing.kaartvragen(eigen, uitgifte.kaarten[id_]) for id_, eigen in rijen_van.items()}
    meldingen = lezing.meldingen
    kaarten = {}
    for id_, kaart in uitgifte.kaarten.items():
        if id_ not in per_kaart:
            continue
        if id_ in lezing.onbruikbaar:
            meldingen += _blijft_liggen(blad.bestand, kaart, per_kaart[id_])
            continue
        vragen, over = _op_volgorde(blad.bestand, kaart, per_kaart[id_])
        meldingen += over
        if vragen is not None:
            kaarten[id_] = Herkend(id_, f"{len(vragen)} rijen", vragen)
    meldingen += _ongelezen(blad.bestand, kopregel, kolommen, rijen)
    if blad.meer:
        tekst = f"Alleen het eerste werkblad is gelezen, niet: {', '.join(blad.meer)[:200]}."
        raad = "Zet wat je wilt teruglezen op het eerste werkblad."
        meldingen.append(let_op(Plek(blad.bestand), "werkbladen", tekst, raad))
    genoemd = frozenset((*per_kaart, *lezing.onbruikbaar))
    kenmerken = {id_: lees_kenmerken(id_, lezing.kenmerken(eigen)) for id_, eigen in rijen_van.items()}
    return Herkenning(kaarten, {}, tuple(meldingen), len(lezing.vreemd), genoemd, kenmerken)


def _kolommen(blad: Blad) -> tuple[Rij, dict[str, int], Sequence[Rij]]:
    """Find the row with headings; it may have rows with other words above it."""
    for plek, rij in enumerate(blad.rijen[:20]):
        namen = [sleutel(cel).casefold() for cel in rij.cellen]
        gevonden = {
            wat: next(kolom for kolom, een in enumerate(namen) if een in keuzes)
            for wat, keuzes in KOPNAMEN.items()
            if any(een in keuzes for een in namen)
        }
        if "vraag" in gevonden and gevonden.keys() & {"kaart", "titel"}:
            return rij, gevonden, blad.rijen[plek + 1 :]
    waar = "Op het eerste werkblad" if blad.meer else "In dit bestand"
    tekst = f"{waar} staan geen kolommen ‘kaart’ en ‘vraag’."
    if blad.meer:
        tekst += f" De andere werkbladen zijn niet gelezen: {', '.join(blad.meer)[:200]}."
    raad = "Zet die koppen boven de kolommen, of maak een nieuwe tabel met: kaartgen vragen tabel."
    raise weiger(blad.bestand, "kolommen", tekst, raad)


def _blijft_liggen(bestand: str, kaart: Uitgegeven, vragen: Sequence[_Vraag]) -> Iterator[Melding]:
    """Tell which questions are not taken because of another row of their card."""
    bekend = {sleutel(vraag) for vraag in kaart.vragen}
    if nieuw := [een for een in vragen if sleutel(een.tekst) not in bekend]:
        teksten = citeer([een.tekst for een in nieuw])
        tekst = f"Kaart {kaart.nummer} blijft zoals zij was; ook dit is niet overgenomen: {teksten}."
        raad = "Maak eerst de rijen van deze kaart goed die hier genoemd zijn."
        yield let_op(Plek(bestand, nieuw[0].rij, 1), "kaart-blijft", tekst, raad)


def _ongelezen(
    bestand: str, kopregel: Rij, kolommen: Mapping[str, int], rijen: Sequence[Rij]
) -> Iterator[Melding]:
    """Tell which columns of somebody's own have words: they are not read."""
    gelezen = {*kolommen.values()}
    vol = {plek for rij in rijen for plek, cel in enumerate(rij.cellen) if cel.strip()} - gelezen
    if vol:
        koppen = {plek: cel.strip() for plek, cel in enumerate(kopregel.cellen)}
        namen = [f"‘{kop[:40]}’" if (kop := koppen.get(een)) else f"kolom {een + 1}" for een in sorted(vol)]
        tekst = f"Wat in {', '.join(namen)[:200]} staat, is niet gelezen."
        raad = "Staat daar een vraag? Zet die in de kolom ‘vraag’."
        yield let_op(Plek(bestand, kopregel.nummer, min(vol) + 1), "kolom-ongelezen", tekst, raad)


class _Lezing:
    """Reads rows one by one. `onbruikbaar` are the ids of cards of which a row cannot be trusted: without
    that row a question would seem to be gone. `vreemd` are cards that this publication does not have."""

    def __init__(
        self, blad: Blad, uitgifte: Uitgifte, kolommen: Mapping[str, int], rijen: Sequence[Rij]
    ) -> None:
        self._blad = blad
        self._kolommen = kolommen
        self._kaarten = uitgifte.kaarten
        self._nummers = {kaart.nummer: kaart for kaart in uitgifte.kaarten.values()}
        self._lezer = Kenmerklezer(uitgifte.kaarten)
        self._toen: dict[int, set[str]] = defaultdict(set)
        self._intussen: set[str] = set()
        self._genoemd: set[str] = set()
        self._titels = {sleutel(kaart.titel): kaart for kaart in uitgifte.kaarten.values()}
        self._bekend = {
            sleutel(vraag): kaart for kaart in uitgifte.kaarten.values() for vraag in kaart.vragen
        }
        self.meldingen: list[Melding] = []
        self.onbruikbaar: set[str] = set()
        self.vreemd: set[str] = set()
        for rij in rijen:
            if gelezen := self._lezer.lees(self._cel(rij, _KENMERK)):
                id_, wat = gelezen
                self._toen[wat.nummer].add(id_)
                if wat.merk.inhoud != uitgifte.kaarten[id_].inhoud:
                    self._intussen.add(id_)

    def kaart(self, rij: Rij) -> Uitgegeven | None:
        """Give the card of a row, by number and title, or None when it is not clear."""
        nummer, titel = self._cel(rij, "kaart"), self._cel(rij, "titel")
        gelezen = _NUMMER.fullmatch(nummer)
        op_titel = self._titels.get(sleutel(titel))
        kan = self._met_nummer(rij, int(gelezen[1])) if gelezen else []
        op_nummer = kan[0] if len(kan) == 1 else op_titel if op_titel in kan else None
        vraag = self._cel(rij, "vraag")
        erin = f" De vraag is: {citeer([vraag])}." if vraag else ""
        formules = [wat for wat, kolom in self._kolommen.items() if kolom in rij.formules]
        formule = next((wat for wat in formules if wat != _KENMERK), "")
        if formule:
            tekst = f"In de kolom ‘{formule}’ staat een formule of een foutwaarde.{erin}"
            raad = "Typ daar de tekst zelf."
            self._laat_weg(rij, formule, "formule", tekst, raad, *kan, op_titel)
            return None
        if self._kolommen["vraag"] in rij.getallen:
            tekst = f"In de kolom ‘vraag’ staat een getal of een datum, en geen tekst.{erin}"
            raad = "Zet de cel op ‘Tekst’ en typ de vraag opnieuw."
            self._laat_weg(rij, "vraag", "geen-tekst", tekst, raad, *kan, op_titel)
            return None
        if op_nummer and op_titel and op_nummer is not op_titel:
            tekst = (
                f"Deze rij noemt kaart {op_nummer.nummer}, met de titel van kaart {op_titel.nummer}.{erin}"
            )
            raad = "Maak nummer en titel gelijk."
            self._laat_weg(rij, "kaart", "rij-onduidelijk", tekst, raad, op_nummer, op_titel)
            return None
        if len(kan) > 1 and op_nummer is None:
            namen = " of ".join(f"‘{een.titel}’" for een in kan)
            tekst = f"Kaarten kregen een ander nummer; kaart {nummer} kan zijn: {namen}.{erin}"
            raad = "Zet de titel van de kaart in deze rij."
            self._laat_weg(rij, "kaart", "rij-onduidelijk", tekst, raad, *kan, op_titel)
            return None
        kaart = op_nummer if nummer else op_titel
        if kaart is None:
            wie = f"kaart ‘{(nummer or titel)[:80]}’; die is er niet" if nummer or titel else "geen kaart"
            tekst = f"Deze rij hoort bij {wie}.{erin}"
            raad = "Zet het nummer van de kaart in de rij."
            self.vreemd |= {nummer or titel} - {""}
            self._laat_weg(rij, "kaart", "rij-onbekend", tekst, raad, self._bekend.get(sleutel(vraag)))
            return None
        if titel and op_titel is None and kaart.id in self._intussen:
            wie = f"De titel van kaart {kaart.nummer}"
            tekst = f"{wie} is niet vergeleken: de kaart is veranderd nadat dit bestand gemaakt is."
            if kaart.id not in self._genoemd:
                self._let_op(rij, "titel", "kaart-intussen-anders", tekst, "Er is niets te doen.")
            self._genoemd.add(kaart.id)
        elif titel and op_titel is None:
            self.vreemd.add(titel)
            tekst = f"‘{titel[:200]}’ is niet de titel van kaart {kaart.nummer}; die is ‘{kaart.titel}’."
            raad = "De titel is vaste tekst en is niet overgenomen. Zet haar terug."
            self._let_op(rij, "titel", "vaste-tekst-anders", tekst, raad)
        return kaart

    def _met_nummer(self, rij: Rij, nummer: int) -> list[Uitgegeven]:
        """Give the cards that this number may be: those that had it when a mark in this table was made, and
        the one that has it now. The mark of the row itself settles it."""
        eigen = self._lezer.lees(self._cel(rij, _KENMERK))
        if eigen and eigen[1].nummer == nummer:
            return [self._kaarten[eigen[0]]]
        nu = self._nummers.get(nummer)
        ids = self._toen.get(nummer, set()) | ({nu.id} if nu else set())
        return [kaart for id_, kaart in self._kaarten.items() if id_ in ids]

    def kenmerken(self, rijen: Sequence[Rij]) -> list[tuple[Plek, str]]:
        """Give the marks in these rows, each with its place."""
        kolom = self._kolommen.get(_KENMERK, 0) + 1
        return [(Plek(self._blad.bestand, rij.nummer, kolom), self._cel(rij, _KENMERK)) for rij in rijen]

    def kaartvragen(self, rijen: Sequence[Rij], kaart: Uitgegeven) -> list[_Vraag]:
        """Give the questions in the rows of a card."""
        cellen = [self._cel(rij, "vraag") for rij in rijen]
        genummerd = zijn_genummerd(cellen, kaart.vragen)
        plek = Plek(self._blad.bestand, rijen[0].nummer, self._kolommen["vraag"] + 1)
        waar = f"Bij kaart {kaart.nummer}"
        self.meldingen += keur_nummers(plek, waar, cellen, "", kaart.vragen, genummerd)
        return [vraag for rij in rijen for vraag in self.vragen(rij, kaart, genummerd)]

    def vragen(self, rij: Rij, kaart: Uitgegeven, genummerd: bool) -> Iterator[_Vraag]:
        """Give the questions in a row: none for an empty cell, seldom more than one."""
        cel, positie = self._cel(rij, "vraag"), self._cel(rij, "positie")
        delen = vragen_uit([cel], "", kaart.vragen, genummerd) if cel else ()
        getal = float(positie.replace(",", ".")) if _POSITIE.fullmatch(positie) else None
        if positie and getal is None and delen:
            tekst = f"‘{positie[:40]}’ is geen positie."
            self._let_op(rij, "positie", "positie", tekst, "De vraag komt na die in de rij erboven.")
        return (_Vraag(rij.nummer, tekst, getal) for tekst in delen)

    def _cel(self, rij: Rij, wat: str) -> str:
        kolom = self._kolommen.get(wat, len(rij.cellen))
        cel = rij.cellen[kolom].strip() if kolom < len(rij.cellen) else ""
        kaal = zonder_schild(cel)
        # A CSV that was saved as a workbook keeps the apostrophe before what looks like a formula.
        met_schild = kaal != cel and (sleutel(kaal) in self._bekend or sleutel(kaal) in self._titels)
        return kaal if met_schild else cel

    def _laat_weg(
        self, rij: Rij, wat: str, code: str, tekst: str, raad: str, *kaarten: Uitgegeven | None
    ) -> None:
        """Leave a row out, and with it all cards that it may be a row of."""
        eigen = self._lezer.lees(self._cel(rij, _KENMERK))
        ids = {kaart.id for kaart in kaarten if kaart} | ({eigen[0]} if eigen else set())
        self.onbruikbaar |= ids
        blijft = [str(kaart.nummer) for id_, kaart in self._kaarten.items() if id_ in ids]
        if blijft:
            raad += (
                f" Zo lang blijft kaart {blijft[0]} zoals zij was."
                if len(blijft) == 1
                else f" Zo lang blijven kaart {' en '.join(blijft)} zoals zij waren."
            )
        self._let_op(rij, wat, code, tekst, raad)

    def _let_op(self, rij: Rij, wat: str, code: str, tekst: str, raad: str) -> None:
        plek = Plek(self._blad.bestand, rij.nummer, self._kolommen.get(wat, 0) + 1)
        self.meldingen.append(let_op(plek, code, tekst, raad))


def _op_volgorde(
    bestand: str, kaart: Uitgegeven, vragen: Sequence[_Vraag]
) -> tuple[tuple[str, ...] | None, Sequence[Melding]]:
    """Give the questions of a card by position, or None when they cannot be used, with what to look at."""
    geplaatst = sorted(_met_positie(vragen), key=lambda paar: paar[0])
    meldingen: list[Melding] = []
    # Two questions in one cell share the position of their row.
    getallen = [*{een.rij: een.positie for een in vragen if een.positie is not None}.values()]
    plek = Plek(bestand, vragen[0].rij, 1) if vragen else Plek(bestand)
    if len({*getallen}) < len(getallen):
        tekst = f"Bij kaart {kaart.nummer} hebben twee vragen dezelfde positie."
        meldingen.append(let_op(plek, "positie-dubbel", tekst, "De volgorde van hun rijen telt."))
    schoon, dubbel = zonder_dubbele([vraag.tekst for _, vraag in geplaatst])
    if dubbel:
        tekst = f"Bij kaart {kaart.nummer} staat een vraag meer dan één keer: {citeer(dubbel)}."
        meldingen.append(let_op(plek, "vraag-dubbel", tekst, "Zij telt één keer."))
    meldingen += keur_samen(plek, f"Bij kaart {kaart.nummer}", schoon, kaart.vragen)
    fouten = list(keur_vragen(plek, f"Kaart {kaart.nummer}", schoon))
    return (None if fouten else schoon), [*meldingen, *fouten]


def _met_positie(vragen: Sequence[_Vraag]) -> Iterator[tuple[tuple[float, int], _Vraag]]:
    """Give each question what it sorts by: its position, or that of the row above it."""
    laatste = 0.0
    for rang, vraag in enumerate(vragen):
        laatste = laatste if vraag.positie is None else vraag.positie
        yield (laatste, rang), vraag
