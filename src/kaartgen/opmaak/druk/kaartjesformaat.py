"""Small card formats as data: every box in mm and every look of the faces of small printed cards."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

from kaartgen.inhoud.model import Deel, Tekst
from kaartgen.maten import Maat, Mm
from kaartgen.opmaak.ontwerp import Minimum, Rechthoek, Stijlregel

AFBREEKVORM = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
"""Word with hyphens at the places where it may be broken."""


class Waardevoor(Deel):
    """Front of a waardenkaartje: the cluster, the code, the ring with the pictogram (a square) and the name
    of the waarde, which stands at the foot of its box."""

    cluster: Rechthoek
    code: Rechthoek
    ring: Rechthoek
    naam: Rechthoek


class Prioriteitvoor(Waardevoor):
    """Front of a prioriteitenkaartje: below is a band for the name and for whom the waarde comes first."""

    band: Rechthoek


class Waardeachter(Deel):
    """Back of a waardenkaartje: name and cluster, pictogram, the line under them, the opvattingen, and the
    question on its ground with the footer."""

    kop: Rechthoek
    pictogram: Rechthoek
    lijn: float
    opvattingen: Rechthoek
    vragenvlak: Rechthoek
    vraag: Rechthoek
    voet: Rechthoek


class Prioriteitachter(Deel):
    """Back of a prioriteitenkaartje; `handelingsperspectieven` says whether it has those too."""

    kop: Rechthoek
    pictogram: Rechthoek
    lijn: float
    tekst: Rechthoek
    voet: Rechthoek
    handelingsperspectieven: bool


class Vraagvoor(Deel):
    """Front of a vragenkaartje: heading, code, the question, a small wheel and the card it came from."""

    bovenkop: Rechthoek
    code: Rechthoek
    vraag: Rechthoek
    wiel: Rechthoek
    kaart: Rechthoek


class Rug(Deel):
    """Back that all vragenkaartjes share: the wheel, the title of the publication, the source."""

    wiel: Rechthoek
    titel: Rechthoek
    voet: Rechthoek


class Setstukkant(Deel):
    """Faces of set pieces.

    The first face of a piece has its title on a band from the top edge, which ends `bandwit` mm below the
    words on it; faces after it have a small title. Text stands in `inhoud`, on the first face below the
    band; an index in `indexkolommen` columns, `goot` mm apart. Between parts of the text there are `tussen`
    to `tussen_max` mm.
    """

    code: Rechthoek
    titel: Rechthoek
    bandwit: float
    vervolgtitel: Rechthoek
    inhoud: Rechthoek
    voet: Rechthoek
    indexkolommen: int = Field(ge=1)
    goot: float
    tussen: float
    tussen_max: float


class Leegvoor(Deel):
    """Blank card: heading, title, and the box that is ruled every `afstand` mm."""

    bovenkop: Rechthoek
    code: Rechthoek
    titel: Rechthoek
    lijnen: Rechthoek
    afstand: float = Field(gt=0)


class Stopkaartvakken(Deel):
    """Stop card: pictogram (a square), title, text on the front and footer on the back, and the colour of
    its ground (of its frame, where grounds are not filled)."""

    kleur: str
    pictogram: Rechthoek
    titel: Rechthoek
    tekst: Rechthoek
    code: Rechthoek
    pictogram_achter: Rechthoek
    titel_achter: Rechthoek
    voet: Rechthoek


class Kaartjesvakken(Deel):
    """Boxes in mm (x, y, width, height) of every kind of face."""

    waarde: Waardevoor
    prioriteit: Prioriteitvoor
    waarde_achter: Waardeachter
    prioriteit_achter: Prioriteitachter
    vraag: Vraagvoor
    rug: Rug
    setstuk: Setstukkant
    leeg: Leegvoor
    stop: Stopkaartvakken


class Kaartjesstijlen(Deel):
    """All looks of text on small cards."""

    groepkop: Stijlregel
    cluster: Stijlregel
    code: Stijlregel
    naam: Stijlregel
    prioriteit: Stijlregel
    bandnaam: Stijlregel
    kop: Stijlregel
    onderkop: Stijlregel
    opvatting: Stijlregel
    tussenkop: Stijlregel
    vragenkop: Stijlregel
    achtervraag: Stijlregel
    voet: Stijlregel
    bovenkop: Stijlregel
    vraag: Stijlregel
    kaart: Stijlregel
    rugtitel: Stijlregel
    rugvoet: Stijlregel
    stuktitel: Stijlregel
    stukuitleg: Stijlregel
    vervolgtitel: Stijlregel
    stukkop: Stijlregel
    stukbij: Stijlregel
    stuktekst: Stijlregel
    stuklijst: Stijlregel
    stap: Stijlregel
    indexkop: Stijlregel
    indexregel: Stijlregel
    leegtitel: Stijlregel
    stoptitel: Stijlregel
    stoptekst: Stijlregel
    stopvoet: Stijlregel


class Kaartjesmaten(Deel):
    """Measures: `pictogram` as a part of the ring around it, `schijf` that of the disc behind a pictogram;
    `kader` how far (mm) the edge of a face that is not filled stays from the trim, `kaderdikte` its thickness
    in pt; `wit_max` the most extra space in mm between sentences."""

    pictogram: float
    schijf: float
    kader: float
    kaderdikte: float
    wit_max: float


class Kaartjesformaat(Deel):
    """Format of small cards: size, safe zone and smallest type, the boxes, looks and measures.

    `afbreken` lists words that are broken at their hyphen where they are wider than a card.
    """

    naam: Tekst
    soort: Literal["kaartje"]
    maat: tuple[float, float]
    veilig: float
    minimum: Minimum
    afbreken: tuple[Tekst, ...] = ()
    vakken: Kaartjesvakken
    stijlen: Kaartjesstijlen
    maten: Kaartjesmaten

    @field_validator("afbreken")
    @classmethod
    def _woorden_hebben_een_streepje(cls, woorden: tuple[str, ...]) -> tuple[str, ...]:
        fout = [woord for woord in woorden if not AFBREEKVORM.fullmatch(woord)]
        if fout:
            raise ValueError(f"zet een streepje in elk woord dat gebroken mag worden: {', '.join(fout)}")
        return woorden

    @field_validator("stijlen")
    @classmethod
    def _letters_niet_te_klein(cls, stijlen: Kaartjesstijlen, info: ValidationInfo) -> Kaartjesstijlen:
        minimum: Minimum | None = info.data.get("minimum")
        if minimum is None:
            return stijlen
        for naam in type(stijlen).model_fields:
            korps = getattr(stijlen, naam).grenzen[0]
            minst = minimum.voet if naam in VOETSTIJLEN else minimum.tekst
            if korps and korps < minst:
                raise ValueError(f"de stijl ‘{naam}’ is kleiner dan het minimum van {minst:g} pt")
        return stijlen

    @property
    def pagina(self) -> Maat:
        """Size of a card in mm."""
        return Maat(Mm(self.maat[0]), Mm(self.maat[1]))

    def afgebroken(self, woord: str) -> tuple[str, ...]:
        """Give the parts of a word, a hyphen at the end of each but the last; one part when it is not to
        be broken."""
        for gegeven in self.afbreken:
            if gegeven.replace("-", "").casefold() == woord.casefold():
                delen = re.split("(?<=-)", gegeven)
                return tuple(_zoals_gegeven(woord, delen))
        return (woord,)


VOETSTIJLEN = ("voet", "rugvoet", "stopvoet")
"""Looks of footers."""


def _zoals_gegeven(woord: str, delen: list[str]) -> list[str]:
    """Cut a word in its own capitals where the parts end."""
    uit, plek = [], 0
    for deel in delen:
        letters = len(deel.removesuffix("-"))
        uit.append(woord[plek : plek + letters] + ("-" if deel.endswith("-") else ""))
        plek += letters
    return uit
