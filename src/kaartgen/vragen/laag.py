"""From a layer file (YAML) to Laag: the questions that somebody wants on the cards of a publication."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, TypeAlias

from pydantic import Discriminator, Field, StringConstraints, Tag, ValidationError, model_validator

from kaartgen.inhoud.bron import MAX_BYTES, Bron, Pad, bron_uit, lees_bron
from kaartgen.inhoud.model import Deel, Samenhangfout, Tekst
from kaartgen.inhoud.schema import DIALECT
from kaartgen.inhoud.veldfouten import veldfouten
from kaartgen.meldingen import Ernst, Fouten, Melding, Plek, relatief

SCHEMANAAM = "vragen.schema.json"


class Vraagregel(Deel):
    """One entry of `vragen` that is more than a text."""

    vraag: Tekst | None = Field(None, description="Je eigen vraag.")
    vervangt: Tekst | None = Field(
        None, description="De vraag van de publicatie waarvoor je eigen vraag in de plaats komt."
    )
    behoud: Tekst | None = Field(None, description="Een vraag van de publicatie die blijft staan.")

    @model_validator(mode="after")
    def _een_van_beide(self) -> Vraagregel:
        if (self.vraag is None) == (self.behoud is None):
            raise Samenhangfout("behoud", "hier hoort één van de twee: ‘vraag’ of ‘behoud’")
        if self.vervangt is not None and self.vraag is None:
            raise Samenhangfout("vervangt", "‘vervangt’ hoort bij een eigen ‘vraag’")
        return self


def _vorm(waarde: object) -> str:
    return "velden" if isinstance(waarde, Mapping | Vraagregel) else "tekst"


Regel: TypeAlias = Annotated[
    Annotated[Tekst, Tag("tekst")] | Annotated[Vraagregel, Tag("velden")], Discriminator(_vorm)
]


class Kaartdeel(Deel):
    """What a layer says of one card."""

    inhoud: Annotated[str, StringConstraints(pattern=r"\S")] = Field(
        "", description="Kenmerk van de kaart toen je de vragen schreef; kaartgen vult het in."
    )
    vragen: tuple[Regel, ...] | None = Field(
        None, description="De vragen die op de kaart komen, in deze volgorde."
    )
    weglaten: tuple[Tekst, ...] = Field((), description="Vragen van de publicatie die je weglaat.")
    erbij: tuple[Tekst, ...] = Field((), description="Eigen vragen die achteraan komen.")


class Laagbestand(Deel):
    """A layer file."""

    naam: Tekst = Field(description="Van wie deze vragen zijn, bijvoorbeeld je vereniging.")
    publicatie: Tekst = Field(description="Id van de publicatie waar de vragen bij horen; anders haar map.")
    editie: str = Field("", description="De editie waar je de vragen bij schreef.")
    kaarten: Mapping[Tekst, Kaartdeel] = Field(description="Per kaart (de id) wat je verandert.")


@dataclass(frozen=True, slots=True)
class Laagvraag:
    """One question as a layer wants it: an own one (that may take the place of one from below, `vervangt`),
    or one from below that stays (`behoud`)."""

    tekst: str
    vervangt: str = ""
    behoud: bool = False


@dataclass(frozen=True, slots=True)
class Kaartlaag:
    """What a layer says of one card. `inhoud` is the digest of the card when this was written, or ''.

    `vragen` are the questions of the card in order, or None when those from below stay as they are;
    `weglaten` are questions from below that go, `erbij` own questions that come last.
    """

    vragen: tuple[Laagvraag, ...] | None = None
    weglaten: tuple[str, ...] = ()
    erbij: tuple[str, ...] = ()
    inhoud: str = ""

    def eigen(self) -> Iterator[tuple[Pad, Laagvraag]]:
        """Give the own questions with their path within the card."""
        for nummer, vraag in enumerate(self.vragen or ()):
            if not vraag.behoud:
                yield ("vragen", nummer), vraag
        for nummer, tekst in enumerate(self.erbij):
            yield ("erbij", nummer), Laagvraag(tekst)


@dataclass(frozen=True, slots=True)
class Laag:
    """The questions of one layer by card id, as they stand in a file or are about to.

    `merk` is the digest of the file's bytes as read, '' for a layer that has no file yet.
    """

    naam: str
    publicatie: str
    editie: str
    kaarten: Mapping[str, Kaartlaag]
    bron: Bron = field(repr=False, compare=False)
    merk: str = field(default="", repr=False, compare=False)

    def plek(self, *pad: str | int) -> Plek:
        """Give the place of a path in the file."""
        return self.bron.plek(pad)


def nieuwe_laag(pad: Path, naam: str, publicatie: str, editie: str) -> Laag:
    """Give a layer without cards, for a file that is not there yet."""
    return Laag(naam, publicatie, editie, {}, Bron(relatief(pad), None))


def lees_laag(pad: Path) -> Laag:
    """Read a layer file. Raises Fouten with all that is wrong in the file by itself."""
    try:
        ruw = pad.read_bytes() if pad.stat().st_size <= MAX_BYTES else None
    except OSError:
        ruw = None
    return laag_uit(relatief(pad), ruw) if ruw is not None else _laag_van(lees_bron(pad), "")


def laag_uit(bestand: str, ruw: bytes) -> Laag:
    """Read the bytes of a layer file; `bestand` is its name for users. Raises Fouten as `lees_laag` does."""
    return _laag_van(bron_uit(bestand, ruw), kenmerk(ruw))


def _laag_van(bron: Bron, merk: str) -> Laag:
    meldingen = list(bron.meldingen)
    if bron.waarde is not None:
        try:
            return _laag(Laagbestand.model_validate(bron.waarde), bron, merk, meldingen)
        except ValidationError as fout:
            meldingen += veldfouten(bron, Laagbestand, fout)
    raise Fouten(meldingen)


def laagschema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a layer file."""
    return (
        {"$schema": DIALECT} | Laagbestand.model_json_schema() | {"title": "Eigen vragen bij een publicatie"}
    )


def kenmerk(ruw: bytes) -> str:
    """Give the digest by which the bytes of a layer file are known again."""
    return sha256(ruw).hexdigest()


def _laag(gelezen: Laagbestand, bron: Bron, merk: str, meldingen: list[Melding]) -> Laag:
    if any(melding.ernst is Ernst.FOUT for melding in meldingen):
        raise Fouten(meldingen)
    kaarten = {id_: _kaartlaag(deel) for id_, deel in gelezen.kaarten.items()}
    return Laag(gelezen.naam, gelezen.publicatie, gelezen.editie, kaarten, bron, merk)


def _kaartlaag(deel: Kaartdeel) -> Kaartlaag:
    vragen = None if deel.vragen is None else tuple(map(_laagvraag, deel.vragen))
    return Kaartlaag(vragen, deel.weglaten, deel.erbij, deel.inhoud)


def _laagvraag(regel: str | Vraagregel) -> Laagvraag:
    if isinstance(regel, str):
        return Laagvraag(regel)
    if regel.behoud is not None:
        return Laagvraag(regel.behoud, behoud=True)
    return Laagvraag(regel.vraag or "", regel.vervangt or "")
