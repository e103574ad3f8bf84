"""Decks as they were given out, and what people and programs do to them."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn

from kaartgen import bouw, terughalen
from kaartgen.plaatsen import moment
from kaartgen.samenstelling import kaartenset
from kaartgen.vragen.terugbestand import lees_bytes
from kaartgen.vragen.teruglezen import Terug, lees_terug
from kaartgen.vragen.uitgifte import SELECTIE, Uitgifte
from kaartgen.weergave.pptx import PptxSchrijver

KOP = "Reflectievragen"
EIGEN = (
    "Wat zou jij morgen anders doen?",
    "Bij wie ga jij hiermee te rade?",
    "Wanneer voelde jij je hierin alleen?",
    "Welk voorbeeld uit café ’t Hoekje past hierbij?",
)

Vormen = Callable[[Any], None]


class Kantoor:
    """Gives out decks of one project, and reads them back."""

    def __init__(self, project: bouw.Project) -> None:
        self.project = project
        self._schrijver = PptxSchrijver()
        self._uitgiften: dict[str, Uitgifte] = {}

    def deck(self, selectie: str, gebruik: str = "kaarten") -> bytes:
        """Give the deck of a selection."""
        set_ = kaartenset(self.project.publicatie, self.project.kaarten, selectie)
        document = self.project.kaartdocument(gebruik, set_)
        return self._schrijver.schrijf(document, moment(self.project.publicatie.gegevens.jaar, {}))

    def uitgifte(self, selectie: str) -> Uitgifte:
        """Give what a deck of a selection was given out with."""
        if selectie not in self._uitgiften:
            self._uitgiften[selectie] = terughalen.geef_uit(self.project, selectie)
        return self._uitgiften[selectie]

    def terug(
        self,
        inhoud: bytes,
        naam: str = "deck.pptx",
        sta_toe: bool = False,
        intussen: Mapping[str, Sequence[str]] | None = None,
    ) -> Terug:
        """Read bytes back as the command does; `intussen` are cards that a layer changed since."""
        gelezen = lees_bytes(inhoud, naam)
        uitgifte = self.uitgifte(gelezen.eigenschappen.get(SELECTIE, ""))
        nu = {id_: kaart.vragen for id_, kaart in uitgifte.kaarten.items()}
        return lees_terug(gelezen, uitgifte, {**nu, **(intussen or {})}, sta_toe)

    def vragen(self, selectie: str) -> dict[str, tuple[str, ...]]:
        """Give the questions of a selection by card."""
        set_ = kaartenset(self.project.publicatie, self.project.kaarten, selectie)
        return {kaart.id: tuple(vraag.tekst for vraag in kaart.vragen) for kaart in set_.kaarten}


def bewerkt(inhoud: bytes, bewerk: Vormen) -> bytes:
    """Open a deck with python-pptx, change it and save it."""
    deck = Presentation(io.BytesIO(inhoud))
    bewerk(deck)
    doos = io.BytesIO()
    deck.save(doos)
    return doos.getvalue()


def vakken(deck: Any) -> dict[str, Any]:
    """Give the boxes with questions by card."""
    gevonden = {}
    for dia in deck.slides:
        for vorm in dia.shapes:
            if merk := re.match(rf"{KOP} \[(.+?)\]", vorm.name):
                gevonden[merk[1]] = vorm
    return gevonden


def dia_van(deck: Any, kaart: str) -> Any:
    """Give the slide of a card."""
    vorm = vakken(deck)[kaart]
    return next(
        dia for dia in deck.slides if any(een is vorm or een._element is vorm._element for een in dia.shapes)
    )


def voeg_in(presentatie: Any, ander: bytes, kaart: str) -> None:
    """Copy a slide in from another deck."""
    bron = dia_van(Presentation(io.BytesIO(ander)), kaart)
    kopie = presentatie.slides.add_slide(presentatie.slide_layouts[0])
    for vorm in list(kopie.shapes):
        vorm._element.getparent().remove(vorm._element)
    for vorm in bron.shapes:
        kopie.shapes._spTree.append(deepcopy(vorm._element))
    kopie.notes_slide.notes_text_frame.text = bron.notes_slide.notes_text_frame.text


def schrijf_vragen(vorm: Any, vragen: Sequence[str], kop: bool = True) -> None:
    """Put these questions in a box as somebody who types: one paragraph each, looking like the first one."""
    lijf = vorm._element.find(qn("p:txBody"))
    alineas = lijf.findall(qn("a:p"))
    voorbeeld = deepcopy(alineas[1])
    for alinea in alineas[1 if kop else 0 :]:
        lijf.remove(alinea)
    for vraag in vragen:
        alinea = deepcopy(voorbeeld)
        lopen = alinea.findall(qn("a:r"))
        for loop in lopen[1:]:
            alinea.remove(loop)
        lopen[0].find(qn("a:t")).text = vraag
        lijf.append(alinea)


def schrijf_alle(nieuw: Mapping[str, Sequence[str]]) -> Vormen:
    """Give the edit that puts these questions on these cards."""

    def bewerk(deck: Any) -> None:
        for kaart, vragen in nieuw.items():
            schrijf_vragen(vakken(deck)[kaart], vragen)

    return bewerk


def verzin(vragen: Sequence[str], toeval: random.Random) -> tuple[str, ...]:
    """Give these questions as somebody may change them: a word, one more, one less, another order."""
    nieuw = list(vragen)
    wat = toeval.choice(("woord", "erbij", "weg", "volgorde", "alles"))
    if wat in ("woord", "alles"):
        plek = toeval.randrange(len(nieuw))
        woorden = nieuw[plek].split()
        woorden[toeval.randrange(1, len(woorden) - 1)] = "één"
        nieuw[plek] = " ".join(woorden)
    if wat in ("weg", "alles") and len(nieuw) > 1:
        nieuw.pop(toeval.randrange(len(nieuw)))
    if wat in ("erbij", "alles") and len(nieuw) < 5:
        nieuw.insert(toeval.randrange(len(nieuw) + 1), toeval.choice(EIGEN))
    if wat == "volgorde":
        nieuw.append(nieuw.pop(0))
    return tuple(nieuw)


def uitkomst(terug: Terug) -> dict[str, tuple[str, ...]]:
    """Give the questions that came back, of cards that were changed."""
    return {id_: tuple(een.tekst for een in verschil.nieuw) for id_, verschil in terug.verschillen.items()}


def codes(terug: Terug) -> list[str]:
    """Give the codes of what is told, in order."""
    return [melding.code for melding in terug.meldingen]


def zonder_eigenschappen(inhoud: bytes) -> bytes:
    """Take away what a file tells of itself, as Google Slides does."""
    return herpak(inhoud, lambda naam, deel: None if naam == "docProps/custom.xml" else deel)


def zonder_kenmerken(inhoud: bytes) -> bytes:
    """Take away what each slide tells in its notes of what it was made from, as in decks of before."""
    return herpak(
        inhoud,
        lambda naam, deel: (
            re.sub(rb"\[kaart:([a-z0-9-]+) [^\]]*\]", rb"[kaart:\1]", deel) if "notesSlide" in naam else deel
        ),
    )


def herpak(inhoud: bytes, maak: Callable[[str, bytes], bytes | None]) -> bytes:
    """Make a ZIP again with other parts; None leaves one out."""
    doos = io.BytesIO()
    with zipfile.ZipFile(doos, "w", zipfile.ZIP_DEFLATED) as uit:
        for naam, deel in leden(inhoud):
            nieuw = maak(naam, deel)
            if nieuw is not None:
                uit.writestr(naam, nieuw)
    return doos.getvalue()


def leden(inhoud: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the parts of a ZIP."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        for naam in zip_.namelist():
            yield naam, zip_.read(naam)
