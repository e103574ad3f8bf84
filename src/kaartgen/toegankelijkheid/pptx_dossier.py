"""From a Pakket to what the rules look at: slides with their shapes in reading order, and the whole file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from kaartgen.officelezen import Pakket, Relatie
from kaartgen.toegankelijkheid.pptx_kleur import Palet, Rgb, lees_kaart, lees_thema
from kaartgen.toegankelijkheid.pptx_pakket import GRENZEN, A, NietTeKeuren, Ontleder, P, R

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DC = "{http://purl.org/dc/elements/1.1/}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
DECORATIEF = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

SOORTEN = {f"{P}{naam}": naam for naam in ("sp", "pic", "cxnSp", "grpSp", "graphicFrame", "contentPart")}
TITEL, VOET = ("title", "ctrTitle"), ("dt", "ftr", "sldNum", "hdr")
MAX_LAGEN, MAX_VORMEN, MAX_DIAS = 40, 2_000, 2_000
"""Most groups inside each other, shapes on a slide, and slides."""

_WAAR = ("1", "true", "on")


class Kader(NamedTuple):
    """Rectangle in EMU."""

    x: float
    y: float
    b: float
    h: float

    @property
    def rechts(self) -> float:
        """Right edge."""
        return self.x + self.b

    @property
    def onder(self) -> float:
        """Lower edge."""
        return self.y + self.h

    def bevat(self, ander: Kader, speling: float) -> bool:
        """Tell whether another rectangle lies inside."""
        return (
            self.x <= ander.x + speling
            and self.y <= ander.y + speling
            and self.rechts >= ander.rechts - speling
            and self.onder >= ander.onder - speling
        )

    def raakt(self, ander: Kader) -> bool:
        """Tell whether another rectangle overlaps."""
        return (
            self.x < ander.rechts and ander.x < self.rechts and self.y < ander.onder and ander.y < self.onder
        )


@dataclass(frozen=True, slots=True)
class Vorm:
    """One shape. `soort` is its tag, `houder` the kind of placeholder ('' for none) and `index` which one,
    `alt` its alternative text, `gedekt` tells that a group around it already says what it shows."""

    soort: str
    naam: str
    element: Element
    alt: str = ""
    versiering: bool = False
    houder: str = ""
    index: str = ""
    kader: Kader | None = None
    gedekt: bool = False
    delen: tuple[Vorm, ...] = ()

    @property
    def tekst(self) -> str:
        """Its words, and for a table those of all its cells."""
        return woorden(self.element).strip() if self.soort != "grpSp" else ""

    @property
    def tabel(self) -> Element | None:
        """The table in it, if it is one."""
        return (
            self.element.find(f"{A}graphic/{A}graphicData/{A}tbl") if self.soort == "graphicFrame" else None
        )

    @property
    def lichamen(self) -> list[Element]:
        """Its bodies of text: of the shape itself, or of each cell."""
        tabel = self.tabel
        if tabel is not None:
            return list(tabel.iter(f"{A}txBody"))
        lichaam = self.element.find(f"{P}txBody")
        return [] if lichaam is None else [lichaam]

    @property
    def klik(self) -> Element | None:
        """The link on the shape as a whole."""
        return self.element.find(f"./*/{P}cNvPr/{A}hlinkClick")

    def alles(self) -> Iterator[Vorm]:
        """Give the shape and all that is in it."""
        yield self
        for deel in self.delen:
            yield from deel.alles()


@dataclass(frozen=True, slots=True)
class Vlakte:
    """What slides, layouts and masters have in common: a part with shapes.

    `boven` is the layout of a slide or the master of a layout."""

    deel: str
    wortel: Element
    vormen: tuple[Vorm, ...]
    palet: Palet
    boven: Vlakte | None = None

    def alle_vormen(self) -> Iterator[Vorm]:
        """Give all shapes, those in groups too, in reading order."""
        for vorm in self.vormen:
            yield from vorm.alles()

    def lagen(self) -> list[Vlakte]:
        """Give it and what it builds on, nearest first."""
        return [self, *(self.boven.lagen() if self.boven else ())]

    def model(self, vorm: Vorm) -> list[Vorm]:
        """Give the placeholders on layout and master that a placeholder takes after, nearest first."""
        gevonden: list[Vorm] = []
        zoek = vorm
        for vlakte in self.lagen()[1:] if vorm.houder else ():
            kandidaten = [ander for ander in vlakte.vormen if ander.houder]
            # A layout is found by the index of the place, a master by its kind.
            treffer = next(
                (ander for ander in kandidaten if vlakte.boven and zoek.index and ander.index == zoek.index),
                None,
            ) or next((ander for ander in kandidaten if _zelfde_soort(ander.houder, zoek.houder)), None)
            if treffer:
                gevonden.append(treffer)
                zoek = treffer
        return gevonden

    @property
    def naam(self) -> str:
        """What an editor calls it."""
        beeld = self.wortel.find(f"{P}cSld")
        return "" if beeld is None else beeld.get("name", "")


@dataclass(frozen=True, slots=True)
class Dia:
    """One slide: its place in the show, its shapes, its relationships by id. `gelezen` keeps the paragraphs
    that were read of it, by the id of their body of text."""

    nummer: int
    vlakte: Vlakte
    relaties: dict[str, Relatie]
    titel: str
    gelezen: dict[int, list[Any]] = field(default_factory=dict)

    @property
    def waar(self) -> str:
        """The slide in words."""
        return f"dia {self.nummer}" + (f" ‘{kort(self.titel)}’" if self.titel else "")

    @property
    def vormen(self) -> tuple[Vorm, ...]:
        """Its shapes in reading order."""
        return self.vlakte.vormen

    def bij(self, vorm: Vorm) -> str:
        """A shape on the slide in words."""
        return f"{self.waar}, vorm ‘{vorm.naam}’"


@dataclass
class Dossier:
    """All of a file that rules look at, but for its slides: those are read one by one."""

    pakket: Pakket[Element]
    wortel: Element
    maat: Kader
    eigenschappen: dict[str, str] = field(default_factory=dict)
    _vlakten: dict[str, Vlakte | None] = field(default_factory=dict)

    def dias(self) -> Iterator[Dia]:
        """Read the slides in their order."""
        relaties = self.pakket.relaties(self.pakket.hoofd)
        lijst = [relaties.get(dia.get(f"{R}id", "")) for dia in self.wortel.iter(f"{P}sldId")]
        if len(lijst) > MAX_DIAS:
            raise NietTeKeuren("te-groot", f"De presentatie heeft meer dan {MAX_DIAS} dia’s.")
        for nummer, relatie in enumerate(lijst, 1):
            vlakte = self._vlakte(relatie.doel, "slideLayout") if relatie else None
            if vlakte is None or relatie is None:
                raise NietTeKeuren("beschadigd", f"Dia {nummer} ontbreekt in het bestand.")
            titels = (vorm.tekst for vorm in vlakte.alle_vormen() if vorm.houder in TITEL)
            titel = " ".join(next(titels, "").split())
            yield Dia(nummer, vlakte, self.pakket.relaties(relatie.doel), titel)

    def _vlakte(self, deel: str, soort_boven: str) -> Vlakte | None:
        wortel = self.pakket.misschien(deel)
        if wortel is None:
            return None
        boven = None
        if soort_boven:
            hoger = self.pakket.verwant(deel, soort_boven)
            if hoger not in self._vlakten:
                volgend = "slideMaster" if soort_boven == "slideLayout" else ""
                self._vlakten[hoger] = self._vlakte(hoger, volgend)
            boven = self._vlakten[hoger]
        hogere = boven.lagen() if boven else []
        thema: dict[str, Rgb] = (
            dict(hogere[-1].palet.thema)
            if hogere
            else lees_thema(self.pakket.misschien(self.pakket.verwant(deel, "theme")))
        )
        palet = Palet(thema, lees_kaart(wortel, *(laag.wortel for laag in hogere)))
        vlakte = Vlakte(deel, wortel, (), palet, boven)
        boom = wortel.find(f"{P}cSld/{P}spTree")
        vormen = tuple(_vormen(boom, 0)) if boom is not None else ()
        if sum(1 for vorm in vormen for _ in vorm.alles()) > MAX_VORMEN:
            raise NietTeKeuren("te-groot", f"Op één dia staan meer dan {MAX_VORMEN} vormen.")
        return replace(vlakte, vormen=tuple(_met_plaats(vlakte, vorm) for vorm in vormen))


def lees_dossier(inhoud: bytes) -> Dossier:
    """Read what the file as a whole says. Raises NietTeKeuren or Geweigerd when it is unreadable."""
    pakket = Pakket(inhoud, GRENZEN, Ontleder())
    wortel = pakket.misschien(pakket.hoofd)
    if wortel is None or wortel.tag != f"{P}presentation":
        raise NietTeKeuren("geen-pptx", "In dit bestand zit geen presentatie.")
    maat = wortel.find(f"{P}sldSz")
    kern = pakket.misschien(pakket.verwant("", "core-properties"))
    eigen = {} if kern is None else {veld.tag: (veld.text or "").strip() for veld in kern}
    breedte, hoogte = (getal(maat, naam) if maat is not None else 0.0 for naam in ("cx", "cy"))
    return Dossier(pakket, wortel, Kader(0, 0, breedte, hoogte), eigen)


def kort(tekst: str, lengte: int = 50) -> str:
    """Give words to recognise a text by."""
    tekst = " ".join(tekst.split())
    return tekst if len(tekst) <= lengte else f"{tekst[:lengte].rstrip()}…"


def woorden(element: Element) -> str:
    """Give the words in an element, paragraphs apart."""
    alineas = ("".join(stuk.text or "" for stuk in alinea.iter(f"{A}t")) for alinea in element.iter(f"{A}p"))
    return "\n".join(alineas)


def getal(element: Element, naam: str) -> float:
    """Give a number in an attribute; 0 when it is none."""
    try:
        return float(int(element.get(naam, "0")))
    except (ValueError, OverflowError):
        return 0.0


def waar(element: Element | None, naam: str) -> bool:
    """Tell whether an attribute says yes."""
    return element is not None and element.get(naam, "").lower() in _WAAR


def _zelfde_soort(een: str, ander: str) -> bool:
    return (
        een == ander or (een in TITEL and ander in TITEL) or (een == "body" and ander in ("obj", "subTitle"))
    )


def _vormen(ouder: Element, laag: int, gedekt: bool = False) -> Iterator[Vorm]:
    """Read the shapes in a tree or group, but for hidden ones."""
    if laag > MAX_LAGEN:
        raise NietTeKeuren("te-groot", f"Er zitten meer dan {MAX_LAGEN} groepen in elkaar.")
    for kind in ouder:
        if kind.tag == f"{MC}AlternateContent":
            keuze = kind.find(f"{MC}Choice")
            keuze = keuze if keuze is not None else kind.find(f"{MC}Fallback")
            if keuze is not None:
                yield from _vormen(keuze, laag + 1, gedekt)
            continue
        soort = SOORTEN.get(kind.tag)
        merk = kind.find(f"./*/{P}cNvPr") if soort else None
        if soort is None or waar(merk, "hidden"):
            continue
        if merk is None:
            merk = Element(f"{P}cNvPr")
        houder = kind.find(f"./*/{P}nvPr/{P}ph")
        alt = merk.get("descr", "").strip()
        versiering = any(waar(teken, "val") for teken in merk.iter(DECORATIEF))
        delen = _vormen(kind, laag + 1, gedekt or bool(alt) or versiering) if soort == "grpSp" else ()
        yield Vorm(
            soort,
            merk.get("name", ""),
            kind,
            alt,
            versiering,
            "" if houder is None else houder.get("type", "obj"),
            "" if houder is None else houder.get("idx", ""),
            None,
            gedekt,
            tuple(delen),
        )


def _met_plaats(vlakte: Vlakte, vorm: Vorm) -> Vorm:
    """Give the shape with its place on the slide; a placeholder may have it from its layout."""
    kader = _kader(vorm.element) or next((model.kader for model in vlakte.model(vorm) if model.kader), None)
    return replace(
        vorm, kader=kader, delen=tuple(_in_groep(vorm.element, kader, deel) for deel in vorm.delen)
    )


def _in_groep(groep: Element, buiten: Kader | None, vorm: Vorm) -> Vorm:
    """Give a shape in a group, moved from the measures of the group to those of the slide."""
    plek = _kader(vorm.element)
    binnen = _kader(groep, "chOff", "chExt")
    if plek and buiten and binnen and binnen.b and binnen.h:
        sx, sy = buiten.b / binnen.b, buiten.h / binnen.h
        plek = Kader(
            buiten.x + (plek.x - binnen.x) * sx, buiten.y + (plek.y - binnen.y) * sy, plek.b * sx, plek.h * sy
        )
    else:
        plek = None
    return replace(vorm, kader=plek, delen=tuple(_in_groep(vorm.element, plek, deel) for deel in vorm.delen))


def _kader(element: Element, plek: str = "off", omvang: str = "ext") -> Kader | None:
    for pad in (f"{P}spPr/{A}xfrm", f"{P}grpSpPr/{A}xfrm", f"{P}xfrm"):
        vak = element.find(pad)
        if vak is None:
            continue
        hoek, maat = vak.find(f"{A}{plek}"), vak.find(f"{A}{omvang}")
        if hoek is not None and maat is not None:
            return Kader(getal(hoek, "x"), getal(hoek, "y"), getal(maat, "cx"), getal(maat, "cy"))
    return None
