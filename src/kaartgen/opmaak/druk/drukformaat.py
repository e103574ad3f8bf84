"""Formats of printed cards as data, read from layouts/: boxes and looks of fronts, backs and set pieces."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field

from kaartgen.inhoud.bedoeling import raad_bedoeling
from kaartgen.inhoud.bron import lees_bron
from kaartgen.inhoud.model import Deel
from kaartgen.meldingen import Fouten, Melding, Plek, relatief
from kaartgen.opmaak.druk.kaartjesformaat import Kaartjesformaat
from kaartgen.opmaak.lagen import erfenis, lees_lagen
from kaartgen.opmaak.ontwerp import Formaat, Huisstijl, Pictogrammen, Rechthoek, Stijlen, Stijlregel
from kaartgen.opmaak.ontwerp_lezen import vreemde_kleuren

DRUKFORMATEN = "drukformaten"
SOORT = "soort"


class Drukstijlen(Stijlen):
    """Looks of text that only printed cards have: on backs and on set pieces."""

    achterkop: Stijlregel
    achternummer: Stijlregel
    achtertitel: Stijlregel
    achterlabel: Stijlregel
    achtertoelichting: Stijlregel
    schrijfvraag: Stijlregel
    schrijfcijfer: Stijlregel
    werkvorm: Stijlregel
    werktijd: Stijlregel
    werkdoel: Stijlregel
    werkstap: Stijlregel
    kaartindex: Stijlregel
    deelindex: Stijlregel
    stoptitel: Stijlregel
    stoptekst: Stijlregel
    stopvoet: Stijlregel


class Achterkant(Deel):
    """Boxes of a back in mm; `streep` is the width of the strip in the colours of the card's clusters, at
    the right of the panel, `na_toelichting` the space below an explanation."""

    paneel: Rechthoek
    streep: float = Field(gt=0)
    na_toelichting: float = Field(gt=0)
    bovenkop: Rechthoek
    nummer: Rechthoek
    titel: Rechthoek
    embleem: Rechthoek
    label: Rechthoek
    inhoud: Rechthoek
    voet: Rechthoek


class Schrijfregels(Deel):
    """Ruled lines under questions: the least number of them under each, the least and the most distance
    between two (mm), the thickness (pt), the column of the number and the least space between questions."""

    minst: int = Field(ge=1)
    afstand: tuple[float, float]
    dikte: float = Field(ge=0.25)
    kleur: str
    cijfer: float
    tussen: float


class Werkvormen(Deel):
    """Work forms side by side; `balk` is the height of the bar above each, `wit` the space around it."""

    goot: float
    balk: float
    wit: float
    wit_max: float


class Stop(Deel):
    """Stop card: the colour of its ground, or where grounds are not filled of its frame (`rand` mm thick,
    `binnen` mm from the edge), its pictogram (in the square `beeld`) and its boxes."""

    kleur: str
    pictogram: str
    rand: float
    binnen: float
    beeld: Rechthoek
    titel: Rechthoek
    tekst: Rechthoek
    voet: Rechthoek


class Drukformaat(Formaat):
    """Format of large printed cards: a format of cards with what their backs and set pieces need."""

    soort: Literal["kaart"]
    stijlen: Drukstijlen
    achterkant: Achterkant
    schrijfregels: Schrijfregels
    werkvormen: Werkvormen
    stop: Stop


def drukformaten(layouts: Path) -> tuple[str, ...]:
    """Give the names of all formats of printed cards, in alphabetical order."""
    return tuple(sorted(pad.stem for pad in (layouts / DRUKFORMATEN).glob("*.yaml")))


def lees_drukformaat(
    layouts: Path, naam: str, huisstijl: Huisstijl | None = None
) -> Drukformaat | Kaartjesformaat:
    """Read one format of printed cards with what it builds on.

    Raises Fouten with everything that is wrong in its files, also when there is no format of this name or
    when it asks for a colour that the huisstijl, where given, does not have.
    """
    pad = layouts / DRUKFORMATEN / f"{naam}.yaml"
    namen = drukformaten(layouts)
    if naam not in namen:
        raad = raad_bedoeling(naam, namen, f"Kies uit: {', '.join(namen)}.")
        plek = Plek(relatief(layouts / DRUKFORMATEN))
        raise Fouten([Melding(plek, "drukformaat-onbekend", f"Er is geen drukformaat ‘{naam}’.", raad)])
    meldingen: list[Melding] = []
    soort = _soort(pad, meldingen)
    formaat = lees_lagen(pad, soort, meldingen) if soort else None
    if formaat and huisstijl:
        meldingen += vreemde_kleuren(pad, formaat.stijlen, huisstijl)
        meldingen += _losse_kleuren(pad, formaat, huisstijl)
    if isinstance(formaat, Drukformaat):
        meldingen += _pictogram(layouts, pad, formaat)
    if meldingen or formaat is None:
        raise Fouten(list(dict.fromkeys(meldingen)))
    return formaat


def _soort(pad: Path, meldingen: list[Melding]) -> type[Drukformaat] | type[Kaartjesformaat] | None:
    """Give the model of a file by its `soort`, which stands in the file itself."""
    soorten: dict[str, type[Drukformaat] | type[Kaartjesformaat]] = {
        "kaart": Drukformaat,
        "kaartje": Kaartjesformaat,
    }
    bron = lees_bron(pad)
    if bron.waarde is None:
        meldingen += bron.meldingen
        return None
    soort = bron.waarde.get(SOORT)
    if soort not in soorten:
        raad = raad_bedoeling(str(soort), soorten, f"Zet in het bestand: soort: {' of '.join(soorten)}.")
        tekst = f"‘{soort}’ is geen soort drukformaat." if soort else "Er staat niet bij welke soort dit is."
        meldingen.append(Melding(bron.plek((SOORT,)), "drukformaat-soort", tekst, raad))
        return None
    return soorten[str(soort)]


def _pictogram(layouts: Path, pad: Path, formaat: Drukformaat) -> list[Melding]:
    """Give the fault of a pictogram that is not there."""
    meldingen: list[Melding] = []
    pictogrammen = lees_lagen(layouts / "pictogrammen.yaml", Pictogrammen, meldingen)
    naam = formaat.stop.pictogram
    if pictogrammen and naam not in pictogrammen.vormen:
        vormen = pictogrammen.vormen
        raad = raad_bedoeling(naam, vormen, f"Kies uit: {', '.join(vormen)}.")
        plek = erfenis(pad).plek(("stop", "pictogram"))
        tekst = f"Het ontwerp heeft geen pictogram ‘{naam}’."
        meldingen.append(Melding(plek, "pictogram-onbekend", tekst, raad))
    return meldingen


def _losse_kleuren(pad: Path, formaat: Drukformaat | Kaartjesformaat, huisstijl: Huisstijl) -> list[Melding]:
    """Give every colour of lines and grounds that the huisstijl does not have."""
    namen = huisstijl.kleurnamen
    if isinstance(formaat, Kaartjesformaat):
        gevraagd: dict[tuple[str, ...], str] = {("vakken", "stop", "kleur"): formaat.vakken.stop.kleur}
    else:
        gevraagd = {
            ("stop", "kleur"): formaat.stop.kleur,
            ("schrijfregels", "kleur"): formaat.schrijfregels.kleur,
        }
    return [
        Melding(
            erfenis(pad).plek(plek),
            "kleur-onbekend",
            f"De huisstijl heeft geen kleur ‘{kleur}’.",
            raad_bedoeling(kleur, namen, f"Kies uit: {', '.join(namen)}."),
        )
        for plek, kleur in gevraagd.items()
        if kleur not in namen
    ]
