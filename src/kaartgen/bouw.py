"""The conductor: the only module that knows every stage, from the folder of a publication to bundles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from kaartgen.bundel import Bestand, leesmij, manifest, pak_in, schrijf
from kaartgen.inhoud import Publicatie, lees
from kaartgen.lettertypen import Lettertype, lettertype
from kaartgen.meldingen import Ernst, Fouten, Melding, Plek, relatief
from kaartgen.opmaak.boekpagina import Boekopmaak, per_deel, per_hoofdstuk
from kaartgen.opmaak.kaartpagina import Kaartopmaak, nummerveld
from kaartgen.opmaak.keuring import Bevinding, keur
from kaartgen.opmaak.ontwerp import Formaat, Ontwerp
from kaartgen.opmaak.ontwerp_lezen import HUISSTIJLEN, lees_ontwerp
from kaartgen.opmaak.zetter import Zetter
from kaartgen.plaatsen import Plaatsen, moment
from kaartgen.samenstelling import Kaart, Kaartenset, alle_kaarten, kaartenset
from kaartgen.scene import Doel, Document, Eigenschap, Ondergrond, Pagina, Tekst
from kaartgen.teksten import alle_teksten

MET_VRAGEN = "kaarten"
ZONDER_VRAGEN = "dias"
BOEK = "tabletboek"

Voortgang = Callable[[str], None]
"""Is told in words what was just finished."""


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """One bundle as written: its ZIP, the selection, and how many cards and pages it holds."""

    pad: Path
    kaartenset: Kaartenset
    paginas: int
    bytes: int


@dataclass(frozen=True)
class Project:
    """A publication with its design: everything that is needed to make its bundles."""

    publicatie: Publicatie
    ontwerp: Ontwerp
    letter: Lettertype
    plaatsen: Plaatsen

    @cached_property
    def kaarten(self) -> tuple[Kaart, ...]:
        """All cards by number."""
        return alle_kaarten(self.publicatie)

    @cached_property
    def _doelen(self) -> dict[str, Doel]:
        naar = self.ontwerp.woorden.naar_kaart
        return {
            kaart.id: Doel(naar.format(nummer=kaart.nummer, vraag=kaart.vraag), kaart.id) for kaart in self.kaarten
        }

    @cached_property
    def _zetters(self) -> dict[str, Zetter]:
        return {
            gebruik: Zetter(self.ontwerp, formaat, self.letter, self._doelen)
            for gebruik, formaat in self.ontwerp.formaten.items()
        }

    @cached_property
    def _opgemaakt(self) -> dict[str, tuple[dict[str, Pagina], list[Melding]]]:
        return {
            gebruik: Kaartopmaak(self.publicatie, zetter, gebruik == MET_VRAGEN).maak_op(self.kaarten)
            for gebruik, zetter in self._zetters.items()
        }

    def kaartpaginas(self, gebruik: str) -> dict[str, Pagina]:
        """Give the finished pages of all cards for a use (kaarten, dias, tabletboek), by card id."""
        return self._opgemaakt[gebruik][0]

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

    def _document(self, gebruik: str, naam: str, paginas: Sequence[Pagina]) -> Document:
        gegevens = self.publicatie.gegevens
        soort = self.ontwerp.woorden.soortnaam[gebruik]
        return Document(
            titel=f"{gegevens.titel} – {soort} – {naam}",
            onderwerp=gegevens.ondertitel,
            maker=gegevens.maker,
            trefwoorden=gegevens.trefwoorden,
            taal=gegevens.taal,
            thema=self.ontwerp.huisstijl.als_thema,
            paginas=tuple(paginas),
            eigenschappen=(
                Eigenschap("kaartgen-publicatie", self.publicatie.slug),
                Eigenschap("kaartgen-editie", gegevens.editie or str(gegevens.jaar)),
                Eigenschap("kaartgen-gebruik", gebruik),
            ),
            nummers=self._nummers(gebruik, paginas),
        )

    def kaartdocument(self, gebruik: str, set_: Kaartenset) -> Document:
        """Give the deck of a set: cover, contents, cards and colophon."""
        boek, woorden = self._boeken[gebruik], self.ontwerp.woorden
        paginas = self.kaartpaginas(gebruik)
        return self._document(
            gebruik,
            set_.naam,
            [
                boek.voorblad(woorden.soortnaam[gebruik], set_.naam),
                *boek.inhoud(woorden.inhoud_titel, "", per_deel(set_.kaarten)),
                *(paginas[kaart.id] for kaart in set_.kaarten),
                boek.colofon(),
            ],
        )

    def tabletboek(self) -> Document:
        """Give the complete publication as a book: chapters with their text and cards.

        A publication without chapters has its cards only.
        """
        boek, woorden = self._boeken[BOEK], self.ontwerp.woorden
        paginas = self.kaartpaginas(BOEK)
        hoofdstukken = self.publicatie.tabletboek
        soort = woorden.soortnaam[BOEK]
        per_id = {kaart.id: kaart for kaart in self.kaarten}
        inhoud = per_hoofdstuk(hoofdstukken, per_id) if hoofdstukken else per_deel(self.kaarten)
        blokken: list[Pagina] = []
        for hoofdstuk in hoofdstukken:
            eigen = [*boek.hoofdstuk(hoofdstuk, soort), *(paginas[id_] for id_ in hoofdstuk.kaarten)]
            blokken += [replace(pagina, deel=hoofdstuk.titel) for pagina in eigen]
        if not hoofdstukken:
            blokken = [paginas[kaart.id] for kaart in self.kaarten]
        return self._document(
            BOEK,
            self.publicatie.gegevens.titel,
            [
                boek.voorblad(soort, ""),
                *boek.inhoud(woorden.inhoud_tabletboek, "", inhoud),
                *blokken,
                boek.colofon(),
            ],
        )

    def controleer(self) -> tuple[Melding, ...]:
        """Give all problems of content and design that reading did not find, warnings first."""
        meldingen = list(self.publicatie.waarschuwingen)
        meldingen += self._tekens()
        meldingen += [melding for _, gemeld in self._opgemaakt.values() for melding in gemeld]
        if not any(melding.ernst is Ernst.FOUT for melding in meldingen):
            meldingen += self._bevindingen()
        return tuple(dict.fromkeys(meldingen))

    def _tekens(self) -> Iterator[Melding]:
        snede, vet = self.letter.snede(), self.letter.snede(vet=True)
        for pad, tekst in alle_teksten(self.publicatie):
            for teken in dict.fromkeys(snede.ontbrekend(tekst) + vet.ontbrekend(tekst)):
                yield Melding(
                    self.publicatie.plek(*pad),
                    "teken-ontbreekt",
                    f"Het lettertype heeft geen teken ‘{teken}’ (U+{ord(teken):04X}).",
                    "Gebruik een ander teken.",
                )

    def _bevindingen(self) -> Iterator[Melding]:
        papier = self.ontwerp.huisstijl.kleur(self.ontwerp.huisstijl.thema["lt1"])
        for gebruik, formaat in self.ontwerp.formaten.items():
            for pagina in self._alle_paginas(gebruik):
                for bevinding in keur(pagina, formaat, papier):
                    yield self._als_melding(bevinding, formaat)

    def _alle_paginas(self, gebruik: str) -> Sequence[Pagina]:
        if gebruik == BOEK:
            return self.tabletboek().paginas
        return self.kaartdocument(gebruik, Kaartenset("", self.publicatie.gegevens.titel, self.kaarten)).paginas

    def _als_melding(self, bevinding: Bevinding, formaat: Formaat) -> Melding:
        if bevinding.kleuren:
            plek = Plek(relatief(self.plaatsen.layouts / HUISSTIJLEN / f"{self.publicatie.vormgeving.huisstijl}.yaml"))
            tekst = f"{bevinding.tekst[0].upper()}{bevinding.tekst[1:]}."
            return Melding(plek, "contrast", tekst, "Maak de ene kleur donkerder of de andere lichter.")
        plek = self.publicatie.plek("kaarten", bevinding.pagina)
        tekst = f"Pagina ‘{bevinding.pagina}’, {formaat.naam}, ‘{bevinding.waar}’: {bevinding.tekst}."
        return Melding(plek, bevinding.regel, tekst, "Maak de tekst korter of pas de maten van het formaat aan.")


def laad(plaatsen: Plaatsen, slug: str) -> Project:
    """Read a publication and its design. Raises Fouten with everything that is wrong in either."""
    publicatie = lees(plaatsen.publicaties / slug)
    ontwerp = lees_ontwerp(plaatsen.layouts, plaatsen.fonts, publicatie)
    letter = lettertype(ontwerp.lettermap, ontwerp.huisstijl.letter.kantoornaam)
    return Project(publicatie, ontwerp, letter, plaatsen)


def bundel(project: Project, selecties: Sequence[str], uit: Path, meld: Voortgang) -> list[Gemaakt]:
    """Make the bundles of these selections in the folder `uit`.

    Raises Fouten, and writes nothing, when content or design has a fault.
    """
    from kaartgen.weergave.pdf import PdfSchrijver
    from kaartgen.weergave.pptx import PptxSchrijver

    fouten = [melding for melding in project.controleer() if melding.ernst is Ernst.FOUT]
    if fouten:
        raise Fouten(fouten)
    wanneer = moment(project.publicatie.gegevens.jaar)
    pdf, pptx = PdfSchrijver(project.letter), PptxSchrijver()
    boek = project.tabletboek()
    tabletboek = Bestand(
        "tabletboek.pdf", pdf.schrijf(boek, wanneer), "de hele publicatie om te lezen, ook op een tablet.", len(boek.paginas)
    )
    meld(tabletboek.naam)
    gemaakt = []
    for selectie in selecties:
        set_ = kaartenset(project.publicatie, project.kaarten, selectie)
        bestanden = [tabletboek, *_decks(project, set_, pdf, pptx, wanneer)]
        bestanden.insert(0, leesmij(project.publicatie, set_, bestanden))
        bestanden.append(manifest(project.publicatie, set_, bestanden))
        inhoud = pak_in(bestanden)
        pad = uit / f"{selectie}.zip"
        schrijf(pad, inhoud)
        gemaakt.append(Gemaakt(pad, set_, sum(bestand.paginas for bestand in bestanden), len(inhoud)))
        meld(pad.name)
    return gemaakt


WAT = {
    MET_VRAGEN: "de kaarten met reflectievragen",
    ZONDER_VRAGEN: "dezelfde kaarten zonder vragen",
}
VORM = {"pptx": "om te bewerken.", "pdf": "om te printen of te tonen."}


def _decks(
    project: Project, set_: Kaartenset, pdf: PdfSchrijver, pptx: PptxSchrijver, wanneer: datetime
) -> Iterator[Bestand]:
    for gebruik, wat in WAT.items():
        document = project.kaartdocument(gebruik, set_)
        for vorm, schrijver in (("pptx", pptx), ("pdf", pdf)):
            inhoud = schrijver.schrijf(document, wanneer)
            yield Bestand(f"{gebruik}-{set_.id}.{vorm}", inhoud, f"{wat}, {VORM[vorm]}", len(document.paginas))
