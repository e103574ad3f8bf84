"""From the YAML of a recipe to Recept: the headings, labels and groups of a document, and where they go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from kaartgen.inhoud.bron import lees_bron
from kaartgen.inhoud.model import Deel, Id, Licentie, Tekst
from kaartgen.inhoud.veldfouten import veldfouten
from kaartgen.meldingen import Fouten, Melding, Plek, relatief


class Vraagrecept(Deel):
    """A question that stands above cards: its form, and for each card the name that fills it."""

    vorm: tuple[Tekst, ...] = Field(min_length=1)
    """Forms; `…` stands for any words, `{naam}` for the name."""
    kaarten: Mapping[Tekst, str]
    """Card id to the name in the question; '' when the question has none."""
    achter: Mapping[Tekst, Tekst] = Field(default_factory=dict)
    """Card id to what is set behind the question, for cards that share one."""


class Puntenrecept(Deel):
    """Points or sentences that become an onderwerp, as groups with a heading."""

    id: Id
    uit: Literal["zinnen", "punten", "koppen", "genummerd"] = "zinnen"
    """zinnen: headings of the source, each with sentences under it; punten: idem with bullets;
    koppen: headings known here; genummerd: numbered questions, each with sentences behind it."""
    koppen: tuple[Tekst, ...] = ()
    groepen: tuple[int, ...] = Field(min_length=1)
    """How many points each group has."""


class Tabelrecept(Deel):
    """Pages of one ambtsdrager: headings, and for each waarde how many of what."""

    id: Id
    kop_inleiding: Tekst
    kop_handelen: str = ""
    kop_vereniging: str = ""
    opvattingen: Mapping[Tekst, int]
    handelingsperspectieven: int = 0
    suggesties: int = 0
    alineas: int = 0
    """Paragraphs that remain for the chapter."""


class Clusterrecept(Deel):
    """Pages of one waardencluster: for each waarde how many opvattingen."""

    id: Id
    opvattingen: Mapping[Tekst, int]


class Deelrecept(Deel):
    """A part of the document, from where it begins to where the next one does."""

    kop: str = ""
    """Heading that begins the part."""
    of_kop: tuple[Tekst, ...] = ()
    """Other headings that may begin it: the first in the document counts."""
    vanaf: str = ""
    """Words that begin the part and belong to its text."""
    bij_citaten: bool = False
    """The part begins at the next quotation."""
    hoofdstuk: str = ""
    titel: str = ""
    """Title of the chapter; otherwise its heading."""
    tussenkoppen: tuple[Tekst, ...] = ()
    samenvatting: bool = False
    """The first paragraph is the summary of the chapter."""
    inleiding: str = ""
    """Id of the onderwerp that the first paragraph of this part introduces."""
    alineas: int = 0
    ondertekening: int = Field(0, ge=0)
    """How many of the paragraphs are names that sign the part, at its end."""
    punten: int = 0
    lijsten: bool = False
    """Paragraphs with bullets under them become lists with a heading, behind the text."""
    overzicht: bool = False
    """The names of all waarden stand in this part."""
    onderwerpen: tuple[Puntenrecept, ...] = ()
    waardencluster: Clusterrecept | None = None
    ambtsdrager: Tabelrecept | None = None
    weg: str = ""
    """Why this part is not taken; '' when it is."""
    mag_ontbreken: bool = False


class Wegrecept(Deel):
    """Lines that are no text of the publication."""

    regel: Tekst
    """Regular expression for the whole line."""
    waarom: Tekst


class Aanhaling(Deel):
    """Sentences of a chapter that stand on a card as well."""

    hoofdstuk: Tekst
    alinea: int = Field(ge=1)
    zinnen: tuple[int, ...] = ()
    """Which sentences, from 1; empty for all."""


class Herhaling(Deel):
    """An onderwerp that is made of sentences of chapters: headings with what stands under them."""

    onderwerp: Id
    koppen: tuple[Tekst, ...]
    punten: tuple[tuple[Aanhaling, ...], ...]


class Gegevensrecept(Deel):
    """What publicatie.yaml says of this edition, in place of what the model publication says."""

    editie: Tekst
    editietoelichting: Tekst
    bronregel: Tekst
    licentie: Licentie


class Recept(Deel):
    """How one publication is read, and what the folder made of it is called."""

    publicatie: Id
    """Folder of the publication that gives cards, questions and selections."""
    kenmerken: tuple[Tekst, ...] = Field(min_length=1)
    """Headings by which the document is known."""
    gegevens: Gegevensrecept
    weg: tuple[Wegrecept, ...] = ()
    voetnoot: Literal["", "punt", "kaal"] = ""
    """How a footnote begins: with a number and a point, or with a number alone."""
    vooraf: str = ""
    """What stands before the first part and is not taken, such as cover and contents; '' when nothing may."""
    opschriften: tuple[Tekst, ...] = ()
    """Labels and captions around the text."""
    vragen: tuple[Vraagrecept, ...] = ()
    delen: tuple[Deelrecept, ...] = Field(min_length=1)
    families: Mapping[Tekst, Aanhaling] = Field(default_factory=dict)
    herhalingen: tuple[Herhaling, ...] = ()
    kaarten_bij: Mapping[Tekst, tuple[Tekst, ...]] = Field(default_factory=dict)
    """Chapter id to cards, for chapters that the model publication does not have."""

    def alle_woorden(self) -> list[str]:
        """Give the words of all names and headings."""
        return re.findall(r"[^\W\d_]+", self.model_dump_json())


def lees_recept(pad: Path) -> Recept:
    """Read a recipe. Raises Fouten with all that is wrong in it."""
    if not pad.is_file():
        bekend = ", ".join(sorted(een.stem for een in pad.parent.glob("*.yaml"))) or "geen"
        wat = f"Er is geen recept ‘{pad.stem}’."
        raise Fouten([Melding(Plek(relatief(pad)), "recept-ontbreekt", wat, f"Er zijn: {bekend}.")])
    bron = lees_bron(pad)
    if bron.waarde is None:
        raise Fouten(bron.meldingen)
    try:
        recept = Recept.model_validate(bron.waarde)
    except ValidationError as fouten:
        raise Fouten([*bron.meldingen, *veldfouten(bron, Recept, fouten)]) from None
    for nummer, regel in enumerate(recept.weg):
        try:
            re.compile(regel.regel)
        except re.error:
            plek = bron.plek(("weg", nummer, "regel"))
            wat = f"‘{regel.regel}’ is geen reguliere expressie."
            raise Fouten([Melding(plek, "recept-patroon", wat, "Verbeter het patroon.")]) from None
    return recept
