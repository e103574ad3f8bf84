"""From the plain values of a Bron to Publicatie: all content of one publication, frozen.

Each class is a part of a file; its field names are the names that editors write. The descriptions
are Dutch: they go into the JSON Schemas that editors see while typing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    WithJsonSchema,
)

from kaartgen.inhoud.bron import Pad
from kaartgen.inhoud.wegwijzer import Wegwijzer
from kaartgen.meldingen import Melding, Plek

TEKSTVORM = r"\S"
KLEURVORM = r"^[0-9A-F]{6}$"
IDVORM = r"^[a-z0-9]+(-[a-z0-9]+)*$"
AFKORTINGVORM = r"^\w[\w.&]+$"
TAALVORM = r"^[a-z]{2,3}(-[A-Z]{2})?$"
MAX_VRAGEN = 5
EERSTE_JAAR, LAATSTE_JAAR = 1900, 2100
VRAAGREGELS = {
    "lang": "De vraag mag meer dan twintig woorden tellen.",
    "zonder-vraagteken": "De vraag hoeft niet op één vraagteken te eindigen.",
    "dubbel": "Er mogen twee vragen in één vraag staan.",
    "gesloten": "De vraag mag met ja of nee te beantwoorden zijn.",
    "sturend": "De vraag mag een kant op sturen.",
    "jargon": "Een zwaar woord mag blijven staan.",
    "lijdend": "Lijdende vormen mogen zich opstapelen.",
    "bij-twee-kaarten": "De vraag mag ook bij een andere kaart of waarde staan.",
}
"""What an editor can allow a question, and what that means."""

Tekst: TypeAlias = Annotated[str, StringConstraints(pattern=TEKSTVORM)]
Id: TypeAlias = Annotated[str, StringConstraints(pattern=IDVORM)]
Taal: TypeAlias = Annotated[str, StringConstraints(pattern=TAALVORM)]
Afkorting: TypeAlias = Annotated[str, StringConstraints(pattern=AFKORTINGVORM)]
Teksten: TypeAlias = Annotated[tuple[Tekst, ...], Field(min_length=1)]

Kaartsoort: TypeAlias = Literal[
    "overzicht", "wiel", "blokken", "kolommen", "gestapeld", "tabel", "stappen", "citaten", "lijst"
]
Toonbaar: TypeAlias = Literal[
    "waarden",
    "waardenclusters",
    "waardencluster",
    "prioriteiten",
    "handelingsperspectieven",
    "suggesties",
    "onderwerp",
]
_TOONT_SCHEMA = {
    "type": "object",
    "properties": {
        wat: {"const": "alle"} if wat in ("waarden", "waardenclusters") else {"type": "string"}
        for wat in get_args(Toonbaar)
    },
    "additionalProperties": False,
    "minProperties": 1,
    "maxProperties": 1,
}
Toont: TypeAlias = Annotated[
    Mapping[Toonbaar, Tekst], Field(min_length=1, max_length=1), WithJsonSchema(_TOONT_SCHEMA)
]


def _keuze(waarde: object) -> str:
    return "alle" if waarde == "alle" else "ids"


Kaartkeuze: TypeAlias = Annotated[
    Annotated[Literal["alle"], Tag("alle")] | Annotated[tuple[Tekst, ...], Field(min_length=1), Tag("ids")],
    Discriminator(_keuze),
]


def _zonder_docstring(schema: dict[str, Any]) -> None:
    schema.pop("description", None)


class Deel(BaseModel):
    """Base of all parts: frozen, strict (a number is no text) and without unknown fields."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        allow_inf_nan=False,
        json_schema_extra=_zonder_docstring,
        hide_input_in_errors=True,
    )


class Samenhangfout(ValueError):
    """Fields of a part do not go together; `veld` is the one to look at, the message is for users."""

    def __init__(self, veld: str, tekst: str) -> None:
        self.veld = veld
        super().__init__(tekst)


class Licentie(Deel):
    """What others may do with the publication."""

    naam: Tekst = Field(description="Naam van de licentie.")
    tekst: Teksten = Field(description="De voorwaarden, één alinea per punt.")
    wijzigen_toegestaan: bool = Field(description="Mogen gebruikers de teksten veranderen? true of false.")


class Familie(Deel):
    """Family of waardenclusters."""

    id: Id = Field(description="Korte naam in kleine letters; waardenclusters verwijzen hiernaar.")
    naam: Tekst = Field(description="Naam zoals lezers die zien.")
    toelichting: Tekst = Field(description="Eén zin over deze familie.")


class Gegevens(Deel):
    """publicatie.yaml: the facts about the publication."""

    id: Id = Field(
        "",
        description="Korte naam die alle edities van deze publicatie delen; anders die van de map.",
    )
    titel: Tekst = Field(description="Titel van de publicatie.")
    ondertitel: str = Field("", description="Ondertitel; mag ontbreken.")
    jaar: int = Field(ge=EERSTE_JAAR, le=LAATSTE_JAAR, description="Jaar van uitgave.")
    maker: Tekst = Field(description="Wie de publicatie heeft gemaakt.")
    editie: str = Field("", description="Naam van deze editie; mag ontbreken.")
    editietoelichting: str = Field("", description="Wat deze editie anders maakt; mag ontbreken.")
    bronregel: Tekst = Field(description="Regel onder aan elke kaart die de bron noemt.")
    bron: Tekst = Field(description="Waar de oorspronkelijke publicatie te vinden is.")
    opdrachtgevers: tuple[Tekst, ...] = Field((), description="Namen van de opdrachtgevers.")
    licentie: Licentie = Field(description="Wat anderen met de publicatie mogen doen.")
    taal: Taal = Field(description="Taalcode, bijvoorbeeld nl-NL.")
    trefwoorden: tuple[Tekst, ...] = Field((), description="Trefwoorden voor de bestandseigenschappen.")
    families: tuple[Familie, ...] = Field((), description="Families van waardenclusters, in volgorde.")
    slot: str = Field("", description="Kenmerk van het slot op teksten van de maker; zet kaartgen importeer.")


class Waarde(Deel):
    """One waarde with the opvattingen that say what it means."""

    id: Id = Field(description="Korte naam in kleine letters; prioriteiten verwijzen hiernaar.")
    naam: Tekst = Field(description="Naam zoals lezers die zien.")
    opvattingen: Teksten = Field(description="Opvattingen die bij deze waarde horen.")


class Waardencluster(Deel):
    """waardenclusters/<id>.yaml: a cluster with its waarden."""

    id: Id = Field(description="Korte naam in kleine letters, gelijk aan de bestandsnaam.")
    naam: Tekst = Field(description="Naam zoals lezers die zien.")
    familie: Tekst = Field(description="De id van een familie uit publicatie.yaml.")
    toelichting: Tekst = Field(description="Waar het cluster over gaat, in een paar zinnen.")
    waarden: tuple[Waarde, ...] = Field(min_length=1, description="De waarden van dit cluster, in volgorde.")


class Prioriteit(Deel):
    """A waarde that comes first for one ambtsdrager."""

    waarde: Tekst = Field(description="De id van een waarde uit een van de waardenclusters.")
    opvattingen: Teksten = Field(description="Opvattingen over deze waarde bij deze ambtsdrager.")
    handelingsperspectieven: tuple[Tekst, ...] = Field(
        (), description="Wat de ambtsdrager kan doen, in de gebiedende wijs; mag ontbreken."
    )


class Vereniging(Deel):
    """Association of ambtsdragers with suggesties for it."""

    naam: Tekst = Field(description="Naam van de vereniging.")
    inleiding: str = Field("", description="Korte inleiding bij de suggesties; mag ontbreken.")
    suggesties: Teksten = Field(description="Suggesties aan de vereniging, in de gebiedende wijs.")


class Ambtsdrager(Deel):
    """ambtsdragers/<id>.yaml: a group of office holders with its prioriteiten."""

    id: Id = Field(description="Korte naam in kleine letters, gelijk aan de bestandsnaam.")
    naam: Tekst = Field(description="Naam in het meervoud, zoals lezers die zien.")
    enkelvoud: Tekst = Field(description="Naam in het enkelvoud, zoals midden in een zin.")
    inleiding: Tekst = Field(description="Inleiding bij de prioriteiten.")
    prioriteiten: tuple[Prioriteit, ...] = Field(min_length=1, description="De gekozen waarden, in volgorde.")
    vereniging: Vereniging | None = Field(None, description="De vereniging met suggesties; mag ontbreken.")


class Tekstgroep(Deel):
    """Heading with points."""

    kop: Tekst = Field(description="Kop boven de punten.")
    punten: Teksten = Field(description="De punten; **vet** mag.")


class Onderwerp(Deel):
    """onderwerpen/<id>.yaml: any other text in groups."""

    id: Id = Field(description="Korte naam in kleine letters, gelijk aan de bestandsnaam.")
    naam: Tekst = Field(description="Naam zoals lezers die zien.")
    inleiding: str = Field("", description="Inleiding bij het onderwerp; mag ontbreken.")
    groepen: tuple[Tekstgroep, ...] = Field(min_length=1, description="Groepen met een kop en punten.")


Vrijstellingen: TypeAlias = Annotated[
    Mapping[Tekst, str | None],
    WithJsonSchema(
        {
            "type": "object",
            "properties": {
                regel: {"type": "string", "pattern": TEKSTVORM, "description": f"{wat} Schrijf hier waarom."}
                for regel, wat in VRAAGREGELS.items()
            },
            "additionalProperties": False,
        }
    ),
]


class Reflectievraag(Deel):
    """A reflectievraag as an editor writes it when it may depart from a rule."""

    vraag: Tekst = Field(description="De reflectievraag, hooguit twintig woorden.")
    mag: Vrijstellingen = Field(
        default_factory=dict,
        description="Welke regels voor deze vraag niet gelden, elk met een reden; mag ontbreken.",
    )


def _vorm(waarde: object) -> str:
    return "velden" if isinstance(waarde, Mapping | Reflectievraag) else "tekst"


def _vraagtekst(waarde: str | Reflectievraag) -> str:
    return waarde if isinstance(waarde, str) else waarde.vraag


if TYPE_CHECKING:
    Vraag: TypeAlias = str
else:
    Vraag = Annotated[
        Annotated[Tekst, Tag("tekst")] | Annotated[Reflectievraag, Tag("velden")],
        Discriminator(_vorm),
        AfterValidator(_vraagtekst),
    ]
"""A question in a file: text, or fields with text. In the model it is the text alone."""


class Reflectievragen(Deel):
    """The reflectievragen of one card with a hint for who leads the talk."""

    tip: str = Field("", description="Tip voor wie het gesprek leidt; mag ontbreken.")
    vragen: tuple[Vraag, ...] = Field(
        min_length=1, max_length=MAX_VRAGEN, description="De reflectievragen, elk hooguit twintig woorden."
    )


class Reflectiebestand(Deel):
    """reflectievragen/*.yaml: reflectievragen by card id."""

    kaarten: Mapping[Tekst, Reflectievragen] = Field(description="Per kaart (de id) een tip en vragen.")


class Waardenvragenbestand(Deel):
    """waardenvragen.yaml: one reflectievraag by waarde id, for the waardenkaartjes."""

    vragen: Mapping[Tekst, Vraag] = Field(
        description="Per waarde (de id) één reflectievraag van hooguit twintig woorden."
    )


class Kaartregel(Deel):
    """One card of the publication: what it asks and what it shows, not yet its content."""

    id: Id = Field(description="Korte naam in kleine letters, voor elke kaart een andere.")
    nummer: int = Field(ge=1, description="Nummer op de kaart: 1, 2, 3 … zonder gaten.")
    soort: Kaartsoort = Field(description="Hoe de kaart eruitziet.")
    deel: Tekst = Field(description="Deel van de set waar de kaart bij hoort.")
    label: Tekst = Field(description="Korte naam van de kaart.")
    vraag: Tekst = Field(description="De vraag die als titel op de kaart staat.")
    toont: Toont = Field(description="Wat de kaart laat zien: precies één veld, bijvoorbeeld ‘onderwerp: …’.")


class Kaartenbestand(Deel):
    """kaarten.yaml: all cards."""

    kaarten: tuple[Kaartregel, ...] = Field(min_length=1, description="Alle kaarten, in volgorde.")


class Selectie(Deel):
    """A choice of cards that becomes one bundle."""

    id: Id = Field(description="Korte naam in kleine letters; wordt de naam van de bundel.")
    naam: Tekst = Field(description="Naam zoals lezers die zien.")
    ambtsdrager: str | None = Field(None, description="De id van een ambtsdrager; mag ontbreken.")
    kaarten: Kaartkeuze = Field(description="De id’s van de kaarten, of het woord: alle.")


class Selectiesbestand(Deel):
    """selecties.yaml: all selections."""

    selecties: tuple[Selectie, ...] = Field(min_length=1, description="De selecties, in volgorde.")


class Hoofdstuk(Deel):
    """Chapter of the tabletboek."""

    id: Id = Field(description="Korte naam in kleine letters, voor elk hoofdstuk een andere.")
    titel: Tekst = Field(description="Titel van het hoofdstuk.")
    samenvatting: str = Field("", description="Het hoofdstuk in een of twee zinnen; mag ontbreken.")
    tekst: Teksten = Field(
        description="De tekst, één alinea per punt. Met • vooraan is het een punt, helemaal **vet** een kop."
    )
    lijsten: tuple[Tekstgroep, ...] = Field((), description="Lijsten met een kop; mag ontbreken.")
    kaarten: tuple[Tekst, ...] = Field(
        (), description="De id’s van kaarten bij dit hoofdstuk; mag ontbreken."
    )


class Tabletboekbestand(Deel):
    """tabletboek.yaml: the chapters of the tabletboek."""

    hoofdstukken: tuple[Hoofdstuk, ...] = Field((), description="De hoofdstukken, in leesvolgorde.")


class Begrippen(Deel):
    """begrippen.yaml: words that somebody who hears the text needs help with."""

    afkortingen: Mapping[Afkorting, Tekst] = Field(
        default_factory=dict,
        description="Per afkorting waar zij voor staat: ‘VNG: Vereniging van Nederlandse Gemeenten’.",
    )
    vreemde_woorden: Mapping[Taal, Teksten] = Field(
        default_factory=dict,
        description="Per taalcode de woorden in de tekst die uit die taal komen en zo uitgesproken worden.",
    )


class Leesmij(Deel):
    """leesmij.yaml: texts for LEESMIJ.txt in a bundle."""

    inhoud: Tekst = Field(description="Wat er in de bundel zit.")
    gebruik: Teksten = Field(description="Hoe je de kaarten gebruikt, één raad per punt.")
    afdrukken: Teksten = Field(description="Hoe je de kaarten afdrukt, één raad per punt.")


class Jargonregel(Deel):
    """Forms of a word that a plainer one can take the place of."""

    liever: Tekst = Field(description="Het gewonere woord.")
    vormen: Teksten = Field(description="De woorden die daarmee vervangen kunnen worden, elke vorm apart.")


class Woordkeuze(Deel):
    """woordkeuze.yaml: which words the publication itself avoids, and which it may use."""

    jargon: tuple[Jargonregel, ...] = Field((), description="Zware woorden van het eigen vak.")
    mag: Mapping[Tekst, str | None] = Field(
        default_factory=dict, description="Zware woorden die hier wel mogen, elk met een reden."
    )


class Accent(Deel):
    """Look of one waardencluster."""

    kleur: Tekst = Field(description="Naam van een kleur uit de huisstijl.")
    pictogram: Tekst = Field(description="Naam van een pictogram.")


class Vormgeving(Deel):
    """vormgeving.yaml: names of the design that the publication uses."""

    huisstijl: Tekst = Field(description="Naam van de huisstijl.")
    kaarten: Tekst = Field(description="Naam van het formaat van de kaarten.")
    dias: Tekst = Field(description="Naam van het formaat van de dia’s.")
    tabletboek: Tekst = Field(description="Naam van het formaat van het tabletboek.")
    accenten: Mapping[Tekst, Accent] = Field(
        default_factory=dict,
        description="Per waardencluster (de id) kleur en pictogram; dit is ook de volgorde van de clusters.",
    )


@dataclass(frozen=True, slots=True)
class Publicatie:
    """All content of one publication, checked: every id that is used exists.

    The mappings are by id: waardenclusters in the order of the accenten, ambtsdragers and onderwerpen
    in the order of their ids, reflectievragen in the order of the cards, waardenvragen (which not every
    waarde needs to have) in the order of the waarden. How the texts read is looked at when somebody asks:
    it costs time, and making bundles does not need it.
    """

    slug: str
    map: Path
    gegevens: Gegevens
    vormgeving: Vormgeving
    leesmij: Leesmij
    kaarten: tuple[Kaartregel, ...]
    selecties: tuple[Selectie, ...]
    reflectievragen: Mapping[str, Reflectievragen]
    waardenvragen: Mapping[str, str]
    waardenclusters: Mapping[str, Waardencluster]
    ambtsdragers: Mapping[str, Ambtsdrager]
    onderwerpen: Mapping[str, Onderwerp]
    tabletboek: tuple[Hoofdstuk, ...]
    begrippen: Begrippen
    wegwijzer: Wegwijzer = field(repr=False)
    woordkeuze: Woordkeuze | None = None
    leeswaarschuwingen: tuple[Melding, ...] = field(default=(), repr=False)
    taalwaarschuwingen: Callable[[], tuple[Melding, ...]] = field(default=tuple, repr=False, compare=False)

    @property
    def id(self) -> str:
        """The name that all editions of this publication share, whatever their folders are called."""
        return self.gegevens.id or self.slug

    @property
    def waarschuwingen(self) -> tuple[Melding, ...]:
        """What an editor may want to better, in the order of the files."""
        alle = (*self.leeswaarschuwingen, *self.taalwaarschuwingen())
        return tuple(sorted(alle, key=lambda melding: (melding.plek, melding.code)))

    def waarde(self, id_: str) -> tuple[Waardencluster, Waarde]:
        """Give a waarde with the cluster it belongs to; KeyError when there is none."""
        for cluster in self.waardenclusters.values():
            for waarde in cluster.waarden:
                if waarde.id == id_:
                    return cluster, waarde
        raise KeyError(id_)

    def plek(self, *pad: str | int) -> Plek:
        """Give the place in the files of a path such as `("kaarten", "stappen", "vraag")`.

        A path starts with the kind and, for kinds with many, the id (or the number in its file);
        for an unknown path the place of its nearest known ancestor.
        """
        gevraagd: Pad = pad
        return self.wegwijzer.plek(gevraagd)
