"""Design as data: huisstijl, page formats and words out of layouts/, checked and typed.

A format may build on another (`erft_van`): what it says replaces what it inherits, key by key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from kaartgen.inhoud.model import KLEURVORM, Deel
from kaartgen.maten import Maat, Mm, Vak
from kaartgen.opmaak.invulplaatsen import keur_invulplaatsen
from kaartgen.scene import Kleur, Thema, type_structuur, type_uitlijning

Hex = Annotated[str, StringConstraints(pattern=KLEURVORM)]
Rechthoek = tuple[float, float, float, float]
Inktdeel = Annotated[float, Field(ge=0, le=100)]
Inktwaarden = tuple[Inktdeel, Inktdeel, Inktdeel, Inktdeel]
THEMASLOTS = (
    *("dk1", "lt1", "dk2", "lt2"),
    *("accent1", "accent2", "accent3", "accent4", "accent5", "accent6"),
    *("hlink", "folHlink"),
)
"""Places of a colour theme (ECMA-376 part 1, 20.1.6.2)."""


_GETAL = r"\s+-?\d+(?:\.\d+)?"
PADVORM = re.compile(
    rf"(?:M(?:{_GETAL}){{2}}|O(?:{_GETAL}){{3}})"
    rf"(?:\s+(?:[ML](?:{_GETAL}){{2}}|C(?:{_GETAL}){{6}}|O(?:{_GETAL}){{3}}|Z))*"
)
"""Path of a pictogram: M and L with one point, C with three, Z with none, O with a middle and a radius."""

VASTE_KLEUREN = ("papier", "paneel", "paneeldof", "vragen", "lijn")
"""Colours that the layouts ask for by name."""

VASTE_ROLLEN = ("paneeltekst", "paneelrand", "vragenrand", "vragendof")
"""What a huisstijl must have a colour for: words on the panel, the line at the edge of the panel and of the
ground of the questions where those are not filled, and on that ground the dim parts of a wheel."""

PLAATSHOUDERS = {
    "kaart": {"nummer", "label"},
    "kaart_kort": {"nummer"},
    "naar_kaart": {"nummer", "vraag"},
    "vervolg": {"titel", "nummer"},
    "terug": {"nummer", "label"},
    "wiel_alt": {"aantal", "belicht", "clusters"},
    "wiel_alt_alles": {"aantal", "clusters"},
    "stap_alt": {"nummer", "aantal", "kop"},
    "tabel_alt": {"rijen", "links", "rechts"},
    "bron": {"bron"},
}
"""What may stand between braces in the fixed words."""


class Letter(Deel):
    """Font: folder in fonts/ and the name of its twin with the same widths in office programs."""

    map: str
    kantoornaam: str


class Huisstijl(Deel):
    """Colours by name (sRGB), the font, and which colour goes where in an office theme.

    `rollen` gives names to what a colour is for; `vol` says whether grounds are filled, or only have an
    edge to save ink; `cmyk` holds the ink (percent of cyan, magenta, yellow and black) of colours that a
    press must not convert.
    """

    naam: str
    letter: Letter
    vol: bool = True
    kleuren: dict[str, Hex]
    rollen: dict[str, str]
    cmyk: dict[str, Inktwaarden] = Field(default_factory=dict)
    thema: dict[str, str]

    @model_validator(mode="after")
    def _rollen_bestaan(self) -> Huisstijl:
        missend = [rol for rol in VASTE_ROLLEN if rol not in self.rollen]
        if missend:
            raise ValueError(f"deze rollen moeten er zijn: {', '.join(missend)}")
        dubbel = sorted(set(self.rollen) & set(self.kleuren))
        if dubbel:
            raise ValueError(f"dit is een kleur, en mag dan geen rol zijn: {', '.join(dubbel)}")
        for wat, namen in (("de rollen", self.rollen.values()), ("cmyk", self.cmyk)):
            onbekend = sorted(set(namen) - set(self.kleuren))
            if onbekend:
                raise ValueError(f"bij {wat} staan onbekende kleuren: {', '.join(onbekend)}")
        return self

    @model_validator(mode="after")
    def _kleuren_bestaan(self) -> Huisstijl:
        if set(self.thema) != set(THEMASLOTS):
            raise ValueError(f"het thema moet precies deze plaatsen hebben: {', '.join(THEMASLOTS)}")
        missend = [naam for naam in VASTE_KLEUREN if naam not in self.kleuren]
        if missend:
            raise ValueError(f"deze kleuren moeten er zijn: {', '.join(missend)}")
        onbekend = sorted(set(self.thema.values()) - set(self.kleuren))
        if onbekend:
            raise ValueError(f"het thema noemt onbekende kleuren: {', '.join(onbekend)}")
        return self

    @property
    def kleurnamen(self) -> tuple[str, ...]:
        """Names that may stand where a colour is asked for: colours and roles."""
        return (*self.kleuren, *self.rollen)

    def kleur(self, naam: str) -> Kleur:
        """Give the colour of that name or role."""
        eigen = self.rollen.get(naam, naam)
        return Kleur(eigen, self.kleuren[eigen])

    @cached_property
    def als_thema(self) -> Thema:
        """The colours and font as office documents store them."""
        slots = tuple((slot, self.kleur(self.thema[slot])) for slot in THEMASLOTS)
        extra = tuple(self.kleur(naam) for naam in self.kleuren if naam not in self.thema.values())
        return Thema(self.naam, slots, extra, self.letter.kantoornaam)


class Minimum(Deel):
    """Smallest type sizes in pt: of text, and of footer and page number."""

    tekst: float = Field(gt=0)
    voet: float = Field(gt=0)


class Stijlregel(Deel):
    """Look of text. The size is fixed (`korps` in pt), lies between two sizes, or is a `factor` of the
    size of the card's sentences; `wit_voor` and `inspringing` are in em."""

    korps: float | tuple[float, float] | None = None
    factor: float | None = None
    kleur: str
    vet: bool = False
    cursief: bool = False
    regelafstand: float = 1.0
    wit_voor: float = 0.0
    inspringing: float = 0.0
    opsomming: str = ""
    opsomming_kleur: str = ""
    uitlijning: type_uitlijning = "links"
    spatiering: float = 0.0

    @model_validator(mode="after")
    def _een_maat(self) -> Stijlregel:
        if (self.korps is None) == (self.factor is None):
            raise ValueError("geef korps of factor, en niet allebei")
        if self.grenzen[0] > self.grenzen[1]:
            raise ValueError("zet bij korps de kleinste maat vooraan")
        return self

    @property
    def grenzen(self) -> tuple[float, float]:
        """Smallest and largest size in pt; (0, 0) for a style that follows the sentences."""
        if isinstance(self.korps, tuple):
            return self.korps
        return (self.korps or 0.0, self.korps or 0.0)


class Vakken(Deel):
    """Boxes of a card in mm (x, y, width, height)."""

    paneel: Rechthoek
    bovenkop: Rechthoek
    titel: Rechthoek
    embleem: Rechthoek
    kaartlabel: Rechthoek
    inhoud: Rechthoek
    voet: Rechthoek
    nummer: Rechthoek


class MetVragen(Deel):
    """Boxes of a card that has reflectievragen."""

    inhoud: Rechthoek
    vragenvlak: Rechthoek
    vragen: Rechthoek


class Voorblad(Deel):
    """Boxes of the cover."""

    titel: Rechthoek
    bovenkop: Rechthoek
    onder: Rechthoek
    naam: Rechthoek
    embleem: Rechthoek
    voet: Rechthoek
    nummer: Rechthoek


class Wit(Deel):
    """Space in mm on the panel; below `embleem_minimaal` the emblem is left out."""

    na_titel: float
    voor_embleem: float
    embleem_minimaal: float


class Blokken(Deel):
    """Rows with a label and sentences; `wit_max` is the most extra space between sentences."""

    label: float
    goot: float
    balk: float
    binnen: float
    tussen: float
    tussen_max: float
    wit_max: float


class Tabelmaten(Deel):
    """Table with a label column; `marge` is the padding of a cell, `balk` the bar at a label that is not
    filled."""

    label: float
    balk: float
    marge: float
    marge_max: float


class Lijst(Deel):
    """One list of sentences."""

    tussen: float
    wit_max: float


class Kolommen(Deel):
    """Groups in columns; `wit_max` is the most extra space between sentences, `kop` the look of headings."""

    aantal: int = Field(ge=1)
    kop: Literal["groepkop", "stapelkop"] = "groepkop"
    goot: float
    tussen: float
    tussen_max: float
    wit_max: float


class Stappen(Deel):
    """Steps side by side; `kop` is the height of the coloured head, `pijl` the depth of its point."""

    goot: float
    kop: float
    pijl: float
    wit_max: float


class Citaten(Deel):
    """Numbered texts in columns."""

    aantal: int = Field(ge=1)
    goot: float
    tussen: float
    tussen_max: float
    cijfer: float


class Overzicht(Deel):
    """Groups in rows by family."""

    familie: float
    goot: float
    balk: float
    binnen: float
    tussen: float
    tussen_max: float
    pictogram: float


class Wiel(Deel):
    """Large wheel with a legend."""

    doorsnee: float
    goot: float
    balk: float
    binnen: float
    tussen: float
    tussen_max: float
    pictogram: float


class Gestapeld(Deel):
    """Groups under each other over the full width; `tussen_dicht` is the least space between them."""

    balk: float
    binnen: float
    tussen: float
    tussen_dicht: float
    tussen_max: float
    wit_max: float


class Inhoudsmaten(Deel):
    """Table of contents in columns; `tussen` is the space between its groups."""

    aantal: int = Field(ge=1)
    goot: float
    tussen: float
    tussen_max: float


class Tekstmaten(Deel):
    """Running text in columns, from `korps` to `korps_max` pt."""

    aantal: int = Field(ge=1)
    goot: float
    korps: float
    korps_max: float


class Bladmaten(Deel):
    """Sheet for who leads the talk: the widths of the time plan, of its columns with times and names, and of
    the space beside it; `marge` is the padding of a row, `tussen` the space between lists."""

    plan: float
    tijd: float
    naam: float
    goot: float
    marge: float
    marge_max: float
    tussen: float
    tussen_max: float


class Soorten(Deel):
    """Measures in mm per kind of card or page."""

    blokken: Blokken
    tabel: Tabelmaten
    lijst: Lijst
    kolommen: Kolommen
    stappen: Stappen
    citaten: Citaten
    overzicht: Overzicht
    wiel: Wiel
    gestapeld: Gestapeld
    inhoud: Inhoudsmaten
    tekst: Tekstmaten
    blad: Bladmaten


class Stijlen(Deel):
    """All looks of text that the layouts use."""

    bovenkop: Stijlregel
    titel: Stijlregel
    toelichting: Stijlregel
    kaartlabel: Stijlregel
    terug: Stijlregel
    vragenkop: Stijlregel
    vraag: Stijlregel
    voet: Stijlregel
    nummer: Stijlregel
    zin: Stijlregel
    opvatting: Stijlregel
    punt: Stijlregel
    nummerpunt: Stijlregel
    groepkop: Stijlregel
    stapelkop: Stijlregel
    bijschrift: Stijlregel
    waarde: Stijlregel
    familie: Stijlregel
    celkop: Stijlregel
    celbij: Stijlregel
    tabelkop: Stijlregel
    cijfer: Stijlregel
    stapletter: Stijlregel
    alinea: Stijlregel
    tussenkop: Stijlregel
    indexkop: Stijlregel
    indexregel: Stijlregel
    voorbladtitel: Stijlregel
    voorbladonder: Stijlregel
    voorbladnaam: Stijlregel
    voorbladregel: Stijlregel
    voorbladvoet: Stijlregel


STRUCTUUR: dict[str, type_structuur] = {
    "titel": "titel",
    "voorbladtitel": "titel",
    "vragenkop": "kop",
    "groepkop": "kop",
    "stapelkop": "kop",
    "familie": "kop",
    "tussenkop": "kop",
    "indexkop": "kop",
    "cijfer": "kopnummer",
    "stapletter": "kopnummer",
    "indexregel": "punt",
}
"""What a paragraph in a look is to those who do not see it; others are just paragraphs."""


class Formaat(Deel):
    """Page format: size, safe zone and smallest type, the boxes, looks and measures on it.

    Where `toelichting_wijkt` is true, an explanation that does not fit on the panel goes to the notes.
    A card whose sentences would be smaller than `uitwijken_onder` pt is set in the type that it falls back
    on, if they are larger there.
    """

    naam: str
    maat: tuple[float, float]
    veilig: float
    minimum: Minimum
    vakken: Vakken
    met_vragen: MetVragen
    voorblad: Voorblad
    wit: Wit
    toelichting_wijkt: bool = False
    uitwijken_onder: float = 0.0
    stijlen: Stijlen
    soorten: Soorten

    @property
    def pagina(self) -> Maat:
        """Size of the page in mm."""
        return Maat(Mm(self.maat[0]), Mm(self.maat[1]))


class Pictogrammen(Deel):
    """Line drawings on a 24 by 24 grid as paths; `lijndikte` in units of the grid."""

    lijndikte: float
    vormen: dict[str, str]

    @model_validator(mode="after")
    def _paden_kloppen(self) -> Pictogrammen:
        fout = [naam for naam, pad in self.vormen.items() if not PADVORM.fullmatch(pad.strip())]
        if fout:
            raise ValueError(f"geen goed pad hebben: {', '.join(fout)}")
        return self


class Tabelkoppen(Deel):
    """Header of the two columns of a table, by what it shows."""

    handelingsperspectieven: tuple[str, str]
    onderwerp: tuple[str, str]
    prioriteiten: tuple[str, str]
    waardencluster: tuple[str, str]


class Soortnamen(Deel):
    """What the documents are called on their covers."""

    kaarten: str
    dias: str
    tabletboek: str


class Woorden(Deel):
    """Fixed words on cards and slides."""

    reflectievragen: str
    kaart: str
    kaart_kort: str
    terug: str
    naar_kaart: str
    inhoud: str
    inhoud_titel: str
    inhoud_tabletboek: str
    vervolg: str
    colofon: str
    colofon_titel: str
    maker: str
    opdrachtgevers: str
    licentie: str
    over_editie: str
    bron: str
    kaarten_bij: str
    wiel_alt: str
    wiel_alt_alles: str
    stap_alt: str
    tabel_alt: str
    tabelkop: Tabelkoppen
    stapletters: str
    soortnaam: Soortnamen

    @model_validator(mode="after")
    def _invulplaatsen_bestaan(self) -> Woorden:
        keur_invulplaatsen(self, PLAATSHOUDERS)
        return self


@dataclass(frozen=True)
class Ontwerp:
    """All design for one publication: huisstijl and its file, formats by their use, pictograms, words and the
    accents (cluster id -> colour name and pictogram name)."""

    huisstijl: Huisstijl
    formaten: dict[str, Formaat]
    pictogrammen: Pictogrammen
    woorden: Woorden
    accenten: dict[str, tuple[str, str]]
    lettermap: Path
    huisstijlbestand: Path


def vak(rechthoek: Rechthoek) -> Vak:
    """Turn four numbers of design data into a rectangle in mm."""
    x, y, b, h = rechthoek
    return Vak(Mm(x), Mm(y), Mm(b), Mm(h))


def voeg_samen(basis: dict[str, Any], eigen: dict[str, Any]) -> dict[str, Any]:
    """Lay the keys of `eigen` over those of `basis`, deeper mappings key by key."""
    samen = dict(basis)
    for sleutel, waarde in eigen.items():
        oud = samen.get(sleutel)
        samen[sleutel] = (
            voeg_samen(oud, waarde) if isinstance(oud, dict) and isinstance(waarde, dict) else waarde
        )
    return samen
