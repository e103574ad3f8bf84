"""The conductor: the only module that knows every stage, from the folder of a publication to bundles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from kaartgen.bundel import Bestand, leesmij, pak_in, schrijf
from kaartgen.hergebruik import Grondstof, Stuk, Voorraad, kenmerk
from kaartgen.inhoud import Publicatie, lees
from kaartgen.lettertypen import Lettertype, lettertype
from kaartgen.manifest import (
    Bladzijden,
    Laagstand,
    Verschil,
    maak_manifest,
    verschil,
)
from kaartgen.meldingen import Ernst, Fouten, Melding, Plek, relatief
from kaartgen.naast import samen
from kaartgen.opmaak.boekpagina import Boekopmaak, herkomst, per_deel, per_hoofdstuk
from kaartgen.opmaak.kaartpagina import Kaartopmaak, nummerveld
from kaartgen.opmaak.keuring import Bevinding, keur
from kaartgen.opmaak.lagen import erfenis
from kaartgen.opmaak.ontwerp import Ontwerp
from kaartgen.opmaak.ontwerp_lezen import lees_ontwerp
from kaartgen.opmaak.typografie import Begrippenlijst
from kaartgen.opmaak.zetter import Zetter
from kaartgen.plaatsen import Plaatsen, moment
from kaartgen.samenstelling import Kaart, Kaartenset, alle_kaarten, kaartenset
from kaartgen.scene import Document, Doel, Eigenschap, Ondergrond, Pagina, Tekst
from kaartgen.slot import gewijzigde_teksten
from kaartgen.teksten import alle_teksten
from kaartgen.vragen import Gelaagd, Laag, lees_laag, pas_toe, uitgifte
from kaartgen.vragen.kaartkenmerk import Kaartkenmerk, afkomstkenmerk, schrijf_kenmerk
from kaartgen.vragen.uitgifte import Kaartmerk, maak_kaartmerk

if TYPE_CHECKING:
    from kaartgen.invoer.importeren import Import
    from kaartgen.weergave.pdf import PdfSchrijver

MET_VRAGEN = "kaarten"
ZONDER_VRAGEN = "dias"
BOEK = "tabletboek"

TEKST = "tekst"
"""The cards with reflectievragen once more, as one page of text."""

WAT = {
    MET_VRAGEN: "de kaarten met reflectievragen",
    ZONDER_VRAGEN: "dezelfde kaarten zonder reflectievragen, voor op een scherm",
    TEKST: "alle tekst van de kaarten op één webpagina, voor wie laat voorlezen of de letters groter zet",
    BOEK: "de hele publicatie om te lezen, ook op een tablet",
}

WAT_EIGEN_BOEK = "het tabletboek van de makers, zoals zij het uitgaven."

KORT = 60
"""How many characters of a text a message shows."""

HET_BOEK = Stuk(BOEK, (f"{BOEK}.pdf",))

VERDELING = ((MET_VRAGEN,), (ZONDER_VRAGEN, BOEK))
VERDELING_VOOR_EEN = ((MET_VRAGEN, ZONDER_VRAGEN), (BOEK,))
"""What two processes make side by side, for many sets and for one, so that both are busy about as long."""

Voortgang = Callable[[str], None]
"""Is told in words what was just finished."""


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """One bundle as it stands: its ZIP, the selection, how many pages and bytes it holds, whether it had to
    be written, and what differs from the one that stood there (None when that could not be read)."""

    pad: Path
    kaartenset: Kaartenset
    paginas: int
    bytes: int
    geschreven: bool
    verschil: Verschil | None = None


@dataclass(frozen=True)
class Project:
    """A publication with its design: everything that is needed to make its bundles."""

    publicatie: Publicatie
    ontwerp: Ontwerp
    letter: Lettertype
    plaatsen: Plaatsen
    lagen: tuple[Laag, ...] = ()

    @cached_property
    def eigen_boek(self) -> Path | None:
        """The tabletboek of the makers in the folder of the publication, which goes into bundles as it is."""
        pad = self.publicatie.map / f"{BOEK}.pdf"
        return pad if pad.is_file() else None

    @cached_property
    def kaarten(self) -> tuple[Kaart, ...]:
        """All cards by number."""
        return alle_kaarten(self.publicatie)

    @cached_property
    def _doelen(self) -> dict[str, Doel]:
        naar = self.ontwerp.woorden.naar_kaart
        return {
            kaart.id: Doel(naar.format(nummer=kaart.nummer, vraag=kaart.vraag), kaart.id)
            for kaart in self.kaarten
        }

    @cached_property
    def _zetters(self) -> dict[str, Zetter]:
        woorden = self.publicatie.begrippen
        begrippen = Begrippenlijst(woorden.afkortingen, woorden.vreemde_woorden)
        return {
            gebruik: Zetter(self.ontwerp, formaat, self.letter, self._doelen, begrippen)
            for gebruik, formaat in self.ontwerp.formaten.items()
        }

    @cached_property
    def kaartopmaak(self) -> dict[str, Kaartopmaak]:
        """Layout of the cards for each use: kaarten, dias, tabletboek."""
        return {
            gebruik: Kaartopmaak(
                self.publicatie,
                self.kaarten,
                zetter,
                gebruik == MET_VRAGEN,
                self._kenmerken if gebruik == MET_VRAGEN else {},
            )
            for gebruik, zetter in self._zetters.items()
        }

    @cached_property
    def _boeken(self) -> dict[str, Boekopmaak]:
        return {gebruik: Boekopmaak(self.publicatie, zetter) for gebruik, zetter in self._zetters.items()}

    @cached_property
    def _nummervelden(self) -> dict[tuple[int, int], Tekst]:
        return {}

    def _nummers(self, gebruik: str, paginas: Sequence[Pagina]) -> tuple[Tekst | None, ...]:
        return tuple(
            self._nummer(gebruik, pagina.ondergrond, nummer)
            if any(isinstance(element, Tekst) and element.rol == "nummer" for element in pagina.elementen)
            else None
            for nummer, pagina in enumerate(paginas, 1)
        )

    def _nummer(self, gebruik: str, ondergrond: Ondergrond, nummer: int) -> Tekst:
        sleutel = (id(ondergrond), nummer)
        if sleutel not in self._nummervelden:
            self._nummervelden[sleutel] = nummerveld(self._zetters[gebruik], ondergrond, str(nummer))
        return self._nummervelden[sleutel]

    @property
    def editie(self) -> str:
        """What tells this edition from others: its name, or else the year."""
        return self.publicatie.gegevens.editie or str(self.publicatie.gegevens.jaar)

    def _merken(self, gebruik: str, paginas: Sequence[Pagina]) -> Iterator[Eigenschap]:
        """Give what a file tells of how it was made, so that edits can be read back from it."""
        yield Eigenschap(uitgifte.PUBLICATIE, self.publicatie.id)
        yield Eigenschap(uitgifte.EDITIE, self.editie)
        yield Eigenschap(uitgifte.GEBRUIK, gebruik)
        if gebruik != MET_VRAGEN:
            return
        if self.lagen:
            namen = uitgifte.SCHEIDING.join(laag.naam for laag in self.lagen)
            yield Eigenschap(uitgifte.LAGEN, namen)
        aanwezig = {pagina.id for pagina in paginas}
        for kaart in self.kaarten:
            if kaart.id in aanwezig:
                yield Eigenschap(f"{uitgifte.KAART}{kaart.nummer}", str(self._kaartmerken[kaart.id]))

    @cached_property
    def _kaartmerken(self) -> dict[str, Kaartmerk]:
        return {
            kaart.id: maak_kaartmerk(kaart.inhoudskenmerk, [vraag.tekst for vraag in kaart.vragen])
            for kaart in self.kaarten
        }

    @cached_property
    def _kenmerken(self) -> dict[str, str]:
        afkomst = afkomstkenmerk(self.publicatie.id, self.editie, [laag.naam for laag in self.lagen])
        return {
            kaart.id: schrijf_kenmerk(
                kaart.id, Kaartkenmerk(afkomst, kaart.nummer, self._kaartmerken[kaart.id])
            )
            for kaart in self.kaarten
        }

    def _document(self, gebruik: str, naam: str, paginas: Sequence[Pagina], selectie: str = "") -> Document:
        gegevens = self.publicatie.gegevens
        soort = getattr(self.ontwerp.woorden.soortnaam, gebruik)
        return Document(
            titel=" – ".join(dict.fromkeys((gegevens.titel, soort, naam))),
            onderwerp=gegevens.ondertitel,
            maker=gegevens.maker,
            trefwoorden=gegevens.trefwoorden,
            taal=gegevens.taal,
            thema=self.ontwerp.huisstijl.als_thema,
            paginas=tuple(paginas),
            eigenschappen=(
                *self._merken(gebruik, paginas),
                *((Eigenschap(uitgifte.SELECTIE, selectie),) if selectie else ()),
            ),
            nummers=self._nummers(gebruik, paginas),
        )

    def kaartdocument(self, gebruik: str, set_: Kaartenset) -> Document:
        """Give the deck of a set: cover, contents, cards and colophon."""
        boek, woorden = self._boeken[gebruik], self.ontwerp.woorden
        opmaak = self.kaartopmaak[gebruik]
        return self._document(
            gebruik,
            set_.naam,
            [
                boek.voorblad(getattr(woorden.soortnaam, gebruik), set_.naam),
                *boek.inhoud(
                    woorden.inhoud_titel, [per_deel(set_.kaarten, wijze) for wijze in (True, False)]
                ),
                *map(opmaak.pagina, set_.kaarten),
                *boek.colofon,
            ],
            set_.id,
        )

    def tabletboek(self) -> Document:
        """Give the complete publication as a book: chapters with their text and cards.

        A publication without chapters has its cards only.
        """
        boek, woorden = self._boeken[BOEK], self.ontwerp.woorden
        opmaak = self.kaartopmaak[BOEK]
        hoofdstukken = self.publicatie.tabletboek
        soort = woorden.soortnaam.tabletboek
        per_id = {kaart.id: kaart for kaart in self.kaarten}
        inhoud = (
            per_hoofdstuk(hoofdstukken, per_id) if hoofdstukken else per_deel(self.kaarten, uitvoerig=False)
        )
        blokken: list[Pagina] = []
        for hoofdstuk in hoofdstukken:
            kaarten = [per_id[id_] for id_ in hoofdstuk.kaarten]
            eigen = [*boek.hoofdstuk(hoofdstuk, soort, kaarten), *map(opmaak.pagina, kaarten)]
            blokken += [replace(pagina, deel=hoofdstuk.titel) for pagina in eigen]
        if not hoofdstukken:
            blokken = list(map(opmaak.pagina, self.kaarten))
        return self._document(
            BOEK,
            self.publicatie.gegevens.titel,
            [
                boek.voorblad(soort, ""),
                *boek.inhoud(woorden.inhoud_tabletboek, [inhoud]),
                *blokken,
                *boek.colofon,
            ],
        )

    def controleer(self) -> tuple[Melding, ...]:
        """Give all problems of content and design that reading did not find, warnings first."""
        alles = Kaartenset("", self.publicatie.gegevens.titel, self.kaarten)
        meldingen = [*self.publicatie.waarschuwingen, *self.tekstfouten()]
        for gebruik in self.ontwerp.formaten:
            document = self.tabletboek() if gebruik == BOEK else self.kaartdocument(gebruik, alles)
            meldingen += self.keur(gebruik, document.paginas)
        return tuple(dict.fromkeys(meldingen))

    def keur(self, gebruik: str, paginas: Iterable[Pagina]) -> list[Melding]:
        """Give what does not fit on the cards for a use and, if all fits, what is wrong on these pages."""
        meldingen = list(self.kaartopmaak[gebruik].meldingen)
        if meldingen:
            return meldingen
        papier = self.ontwerp.huisstijl.kleur(self.ontwerp.huisstijl.thema["lt1"])
        formaat = self.ontwerp.formaten[gebruik]
        for pagina in paginas:
            gevonden = keur(pagina, formaat, papier)
            meldingen += [self.als_melding(bevinding, formaat.naam) for bevinding in gevonden]
        return list(dict.fromkeys(meldingen))

    def tekstfouten(self) -> list[Melding]:
        """Give every text that cannot be drawn, and every fixed text of the makers that was changed."""
        return [*self.tekens(), *gewijzigde_teksten(self.publicatie)]

    def tekens(self) -> Iterator[Melding]:
        """Give every character of the content that the font cannot draw."""
        snede, vet = self.letter.snede(), self.letter.snede(vet=True)
        for pad, tekst in alle_teksten(self.publicatie):
            for teken in dict.fromkeys(snede.ontbrekend(tekst) + vet.ontbrekend(tekst)):
                yield Melding(
                    self.publicatie.plek(*pad),
                    "teken-ontbreekt",
                    f"Het lettertype heeft geen teken ‘{teken}’ (U+{ord(teken):04X}), in "
                    f"‘{shorten(tekst, KORT, placeholder=' …')}’.",
                    "Gebruik een ander teken.",
                )

    def als_melding(self, bevinding: Bevinding, formaatnaam: str) -> Melding:
        """Give a finding on a page as a Melding at its place in content or design."""
        if bevinding.kleuren:
            # Paper cannot be made darker; then the place is that of the other colour.
            papier = self.ontwerp.huisstijl.thema["lt1"]
            naam = next((kleur.naam for kleur in bevinding.kleuren if kleur.naam != papier), papier)
            plek = erfenis(self.ontwerp.huisstijlbestand).plek(("kleuren", naam))
            tekst = f"{bevinding.tekst[0].upper()}{bevinding.tekst[1:]}."
            return Melding(plek, "contrast", tekst, "Maak de ene kleur donkerder of de andere lichter.")
        plek = self.publicatie.plek(*herkomst(bevinding.pagina, self.publicatie.tabletboek))
        tekst = f"Pagina ‘{bevinding.pagina}’, {formaatnaam}, ‘{bevinding.waar}’: {bevinding.tekst}."
        return Melding(
            plek, bevinding.regel, tekst, "Maak de tekst korter of pas de maten van het formaat aan."
        )


def laad(plaatsen: Plaatsen, slug: str, lagen: Sequence[Path] = ()) -> Project:
    """Read a publication with the layers of questions on it, the first one lowest, and its design.

    Raises Fouten with everything that is wrong in any of them.
    """
    gelaagd = lees_gelaagd(plaatsen, slug, lagen)
    publicatie = gelaagd.publicatie
    ontwerp = lees_ontwerp(plaatsen.layouts, plaatsen.fonts, publicatie)
    letter = lettertype(ontwerp.lettermap, ontwerp.huisstijl.letter.kantoornaam)
    return Project(publicatie, ontwerp, letter, plaatsen, gelaagd.lagen)


def lees_gelaagd(plaatsen: Plaatsen, slug: str, lagen: Sequence[Path]) -> Gelaagd:
    """Read a publication with layers on it; its warnings are those of the layers too.

    Raises Fouten with everything that is wrong in the publication and in all layers.
    """
    fouten: list[Melding] = []
    gelezen: list[Laag] = []
    for nummer, pad in enumerate(lagen):
        if pad.resolve() in [ander.resolve() for ander in lagen[:nummer]]:
            wat = "Dit bestand met eigen vragen is twee keer gegeven."
            fouten.append(Melding(Plek(relatief(pad)), "laag-dubbel", wat, "Geef het één keer met --vragen."))
            continue
        try:
            gelezen.append(lees_laag(pad))
        except Fouten as fout:
            fouten += fout.meldingen
    try:
        publicatie = lees(plaatsen.publicaties / slug)
    except Fouten as fout:
        raise Fouten([*fout.meldingen, *fouten]) from fout
    gelaagd = pas_toe(publicatie, gelezen)
    meldingen = (*publicatie.leeswaarschuwingen, *fouten, *gelaagd.meldingen)
    if any(melding.ernst is Ernst.FOUT for melding in meldingen):
        raise Fouten(meldingen)
    return replace(gelaagd, publicatie=replace(gelaagd.publicatie, leeswaarschuwingen=meldingen))


def bundel(project: Project, selecties: Sequence[str], uit: Path, meld: Voortgang) -> list[Gemaakt]:
    """Make the bundles of these selections in the folder `uit`.

    A file that was made from the same content is taken from the bundle that stands there, if that is whole.
    Raises Fouten, and writes nothing, when content or design has a fault.
    """
    fouten = project.tekstfouten()
    if fouten:
        raise Fouten(fouten)
    sets = [kaartenset(project.publicatie, project.kaarten, selectie) for selectie in selecties]
    voorraad = _voorraad(project, sets, uit)
    staan = {stuk: voorraad.bestanden(stuk, _wat(project, stuk)) for stuk in voorraad.stukken}
    hier, daar = (
        [stuk for stuk, bestanden in staan.items() if bestanden is None and stuk.gebruik in gebruiken]
        for gebruiken in (VERDELING if len(sets) > 1 else VERDELING_VOOR_EEN)
    )
    wanneer = voorraad.grondstof.wanneer
    partijen = (
        samen(lambda: _maak(project, hier, wanneer), lambda: _maak(project, daar, wanneer))
        if hier and daar
        else (_maak(project, [*hier, *daar], wanneer),)
    )
    fouten = list(dict.fromkeys(melding for partij in partijen for melding in partij.meldingen))
    if fouten:
        raise Fouten(fouten)
    gemaakt = []
    for set_ in sets:
        een = _schrijf_bundel(project, set_, voorraad, staan, partijen)
        gemaakt.append(een)
        meld(een.pad.name)
    return gemaakt


def _voorraad(project: Project, sets: Sequence[Kaartenset], uit: Path) -> Voorraad:
    grondstof = Grondstof(
        project.publicatie,
        tuple(laag.naam for laag in project.lagen),
        project.plaatsen,
        project.letter.map,
        moment(project.publicatie.gegevens.jaar),
        project.eigen_boek,
    )
    return Voorraad(uit, grondstof, (HET_BOEK, *stukken(sets)), MET_VRAGEN)


def stukken(sets: Sequence[Kaartenset]) -> Iterator[Stuk]:
    """Give which files are made together for some sets."""
    for set_ in sets:
        tekst = f"{TEKST}-{set_.id}.html"
        yield Stuk(MET_VRAGEN, (f"{MET_VRAGEN}-{set_.id}.pptx", f"{MET_VRAGEN}-{set_.id}.pdf", tekst), set_)
        yield Stuk(ZONDER_VRAGEN, (f"{ZONDER_VRAGEN}-{set_.id}.pptx", f"{ZONDER_VRAGEN}-{set_.id}.pdf"), set_)


def _wat(project: Project, stuk: Stuk) -> tuple[str, ...]:
    """Say in words what each file is."""
    if stuk.set_ is None and project.eigen_boek:
        return (WAT_EIGEN_BOEK,)
    vormen = [Path(naam).suffix for naam in stuk.bestandsnamen]
    bewerken = {".pptx": f"{WAT[stuk.gebruik]}, om te bewerken.", ".html": f"{WAT[TEKST]}."}
    return tuple(bewerken.get(vorm, f"{WAT[stuk.gebruik]}.") for vorm in vormen)


def _schrijf_bundel(
    project: Project,
    set_: Kaartenset,
    voorraad: Voorraad,
    staan: Mapping[Stuk, list[Bestand] | None],
    partijen: Sequence[_Partij],
) -> Gemaakt:
    """Write the bundle of a set, unless it stands there already, byte for byte."""
    nieuw = {stuk: bestanden for partij in partijen for stuk, bestanden in partij.bestanden.items()}
    bladzijden = {id_: een for partij in partijen for id_, een in partij.bladzijden.items()}
    staat = voorraad.staat_er.get(set_.id)
    paren = [
        (bestand, voorraad.sleutels[stuk])
        for stuk in voorraad.stukken
        if stuk.set_ is None or stuk.set_.id == set_.id
        for bestand in nieuw.get(stuk) or staan[stuk] or ()
    ]
    lagen = [Laagstand(naam=laag.naam, editie=laag.editie) for laag in project.lagen]
    uitleg = leesmij(project.publicatie, set_, [een for een, _ in paren], [laag.naam for laag in lagen])
    gedrukt = bladzijden.get(set_.id) or (staat.manifest.bladzijden if staat else None)
    assert gedrukt is not None, "wat niet gemaakt is, stond er"
    stand = maak_manifest(project.publicatie, set_, lagen, gedrukt, [(uitleg, ""), *paren])
    inhoud = pak_in([uitleg, *(een for een, _ in paren), stand.als_bestand()])
    geschreven = staat is None or staat.ruw != inhoud
    if geschreven:
        schrijf(voorraad.pad(set_), inhoud)
    anders = verschil(staat.manifest, stand) if staat else None
    paginas = sum(bestand.paginas for bestand, _ in paren)
    return Gemaakt(voorraad.pad(set_), set_, paginas, len(inhoud), geschreven, anders)


@dataclass(frozen=True, slots=True)
class _Partij:
    """Files, and digests of printed pages by the id of their set, or what stood in the way."""

    meldingen: list[Melding]
    bestanden: dict[Stuk, list[Bestand]]
    bladzijden: dict[str, Bladzijden]


def _maak(project: Project, stukken: Sequence[Stuk], wanneer: datetime) -> _Partij:
    documenten: dict[Stuk, Document] = {}
    for stuk in stukken:
        if stuk.set_ is not None:
            documenten[stuk] = project.kaartdocument(stuk.gebruik, stuk.set_)
        elif not project.eigen_boek:
            documenten[stuk] = project.tabletboek()
    meldingen: list[Melding] = []
    for gebruik in dict.fromkeys(stuk.gebruik for stuk in documenten):
        paginas = {
            id(pagina): pagina
            for stuk, document in documenten.items()
            if stuk.gebruik == gebruik
            for pagina in document.paginas
        }
        meldingen += project.keur(gebruik, paginas.values())
    partij = _Partij(meldingen, {}, {})
    if meldingen or not stukken:
        return partij
    if project.eigen_boek and HET_BOEK in stukken:
        from kaartgen.invoer.pdftekst import aantal_bladzijden

        aantal = aantal_bladzijden(project.eigen_boek)
        partij.bestanden[HET_BOEK] = [
            Bestand(f"{BOEK}.pdf", project.eigen_boek.read_bytes(), WAT_EIGEN_BOEK, aantal)
        ]
    from kaartgen.weergave import html
    from kaartgen.weergave.pdf import PdfSchrijver
    from kaartgen.weergave.pptx import PptxSchrijver

    pdf, pptx = PdfSchrijver(project.letter), PptxSchrijver()
    schrijf_als: dict[str, Callable[[Document], bytes]] = {
        ".pdf": lambda document: pdf.schrijf(document, wanneer),
        ".pptx": lambda document: pptx.schrijf(document, wanneer),
        ".html": html.schrijf,
    }
    for stuk, document in documenten.items():
        for naam, wat in zip(stuk.bestandsnamen, _wat(project, stuk), strict=True):
            vorm = Path(naam).suffix
            inhoud = schrijf_als[vorm](document)
            aantal = 0 if vorm == ".html" else len(document.paginas)
            partij.bestanden.setdefault(stuk, []).append(Bestand(naam, inhoud, wat, aantal))
        if stuk.set_ and stuk.gebruik == MET_VRAGEN:
            partij.bladzijden[stuk.set_.id] = _bladzijden(document, stuk.set_, pdf)
    return partij


def _bladzijden(document: Document, set_: Kaartenset, pdf: PdfSchrijver) -> Bladzijden:
    """Give digests of what is printed of each page: not its notes, nor what only a screen or an aid has."""
    kaarten = {kaart.id for kaart in set_.kaarten}
    merken = [
        (pagina.id, kenmerk([str(pagina.maat), pdf.opdrachten(pagina).decode("ascii")])[:16])
        for pagina in document.paginas
    ]
    rondom = kenmerk(merk for id_, merk in merken if id_ not in kaarten)
    return Bladzijden({id_: merk for id_, merk in merken if id_ in kaarten}, rondom[:16])


def importeer(plaatsen: Plaatsen, recept_pad: Path, bestand: Path, tabletboek: Path | None) -> Import:
    """Read a document of the makers by a recipe. Raises Fouten when file, recipe or model has a fault."""
    from kaartgen.invoer.boek import Vaste
    from kaartgen.invoer.importeren import importeer as lees_in
    from kaartgen.invoer.recept import lees_recept

    recept = lees_recept(recept_pad)
    model = lees(plaatsen.publicaties / recept.publicatie)
    woorden = lees_ontwerp(plaatsen.layouts, plaatsen.fonts, model).woorden
    koppen = frozenset(kop for paar in woorden.tabelkop.model_dump().values() for kop in paar)
    vaste = Vaste(woorden.kaart, woorden.terug, woorden.kaarten_bij, koppen)
    return lees_in(bestand, recept, model, vaste, tabletboek)


def voorbeeld(project: Project, gebruik: str, kaart: Kaart, breedte_px: int) -> bytes:
    """Give a picture (PNG) of one card as it is for a use, `breedte_px` pixels wide.

    Raises Fouten when a text has a character that cannot be drawn, or does not fit on a card for this use.
    """
    from kaartgen.weergave.pdf import PdfSchrijver
    from kaartgen.weergave.png import teken

    pagina = project.kaartopmaak[gebruik].pagina(kaart)
    fouten = [*project.tekstfouten(), *project.keur(gebruik, [pagina])]
    if fouten:
        raise Fouten(fouten)
    document = project._document(gebruik, kaart.vraag, [pagina])
    pdf = PdfSchrijver(project.letter, getagd=False).schrijf(
        document, moment(project.publicatie.gegevens.jaar)
    )
    return teken(pdf, breedte_px=breedte_px)
