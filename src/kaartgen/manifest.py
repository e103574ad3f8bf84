"""From Bestanden to manifest.json, and back: what is in a bundle, and what differs between two of them."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from kaartgen import __version__
from kaartgen.bundel import Bestand
from kaartgen.inhoud.model import Publicatie
from kaartgen.meldingen import Fouten, Melding, Plek, relatief
from kaartgen.nummers import reeksen
from kaartgen.samenstelling import Kaartenset

MANIFEST = "manifest.json"
MAX_MANIFEST = 5_000_000
MAX_BUNDEL = 500_000_000
"""Bytes of the largest manifest and the largest bundle that are read."""

LEESFOUTEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""What zipfile and json raise for bytes that are no ZIP, no JSON, encrypted, cut off or packed otherwise."""


class _Deel(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)


@dataclass(frozen=True, slots=True)
class Bladzijden:
    """Digests of the printed pages of a set: by card id, and of all pages around the cards together."""

    kaarten: Mapping[str, str]
    rondom: str


class Kaartstand(_Deel):
    """One card of a bundle: digests of its fixed words (`inhoud`), its questions (`vragen`) and of the page
    with both as it is printed (`bladzijde`)."""

    nummer: int
    id: str
    vraag: str
    inhoud: str
    vragen: str
    bladzijde: str


class Bestandstand(_Deel):
    """One file of a bundle; `sleutel` is the digest of all it was made from, '' for what is quickly made."""

    naam: str
    sha256: str
    bytes: int
    paginas: int
    sleutel: str


class Naamstand(_Deel):
    """Id and name of a selection."""

    id: str
    naam: str


class Publicatiestand(_Deel):
    """What a manifest says of the publication."""

    id: str
    titel: str
    jaar: int
    maker: str
    editie: str


class Laagstand(_Deel):
    """Name of a layer of own questions and the edition it was written on."""

    naam: str
    editie: str


class Manifest(_Deel):
    """manifest.json. `rondom` is the digest of the pages around the cards; `kenmerk` that of all the rest."""

    publicatie: Publicatiestand
    kaartgen: str
    selectie: Naamstand
    lagen: tuple[Laagstand, ...]
    kaarten: tuple[Kaartstand, ...]
    rondom: str
    bestanden: tuple[Bestandstand, ...]
    kenmerk: str = ""

    @property
    def bladzijden(self) -> Bladzijden:
        """The digests of all printed pages."""
        return Bladzijden({kaart.id: kaart.bladzijde for kaart in self.kaarten}, self.rondom)

    def als_bestand(self) -> Bestand:
        """Give the file, with its own digest in it."""
        waarden = self.model_dump(exclude={"kenmerk"}) | {"kenmerk": self.eigen_kenmerk()}
        tekst = json.dumps(waarden, ensure_ascii=False, indent=2) + "\n"
        return Bestand(MANIFEST, tekst.encode(), "Overzicht voor programma’s.")

    def eigen_kenmerk(self) -> str:
        """Give the digest of all fields but `kenmerk`."""
        waarden = self.model_dump(exclude={"kenmerk"})
        return hashlib.sha256(json.dumps(waarden, ensure_ascii=False).encode()).hexdigest()


def maak_manifest(
    publicatie: Publicatie,
    kaartenset: Kaartenset,
    lagen: Sequence[Laagstand],
    bladzijden: Bladzijden,
    bestanden: Sequence[tuple[Bestand, str]],
) -> Manifest:
    """Say what is in a bundle; each file comes with its sleutel."""
    gegevens = publicatie.gegevens
    return Manifest(
        publicatie=Publicatiestand(
            id=publicatie.id,
            titel=gegevens.titel,
            jaar=gegevens.jaar,
            maker=gegevens.maker,
            editie=gegevens.editie,
        ),
        kaartgen=__version__,
        selectie=Naamstand(id=kaartenset.id, naam=kaartenset.naam),
        lagen=tuple(lagen),
        kaarten=tuple(
            Kaartstand(
                nummer=kaart.nummer,
                id=kaart.id,
                vraag=kaart.vraag,
                inhoud=kaart.inhoudskenmerk,
                vragen=kaart.vragenkenmerk,
                bladzijde=bladzijden.kaarten[kaart.id],
            )
            for kaart in kaartenset.kaarten
        ),
        rondom=bladzijden.rondom,
        bestanden=tuple(
            Bestandstand(
                naam=bestand.naam,
                sha256=hashlib.sha256(bestand.inhoud).hexdigest(),
                bytes=len(bestand.inhoud),
                paginas=bestand.paginas,
                sleutel=sleutel,
            )
            for bestand, sleutel in bestanden
        ),
    )


@dataclass(frozen=True, slots=True)
class Bundelstand:
    """A bundle that stands somewhere: its manifest and its bytes."""

    manifest: Manifest
    ruw: bytes

    def lid(self, naam: str, sleutel: str) -> tuple[bytes, int] | None:
        """Give the bytes and the number of pages of a file that was made from exactly this (`sleutel`).

        None when it was made from something else, and when it is not what the manifest says.
        """
        stand = next((een for een in self.manifest.bestanden if een.naam == naam), None)
        if stand is None or not sleutel or stand.sleutel != sleutel:
            return None
        try:
            with zipfile.ZipFile(BytesIO(self.ruw)) as zip_:
                inhoud = _lees_lid(zip_, naam, stand.bytes)
        except LEESFOUTEN:
            return None
        heel = hashlib.sha256(inhoud).hexdigest() == stand.sha256
        return (inhoud, stand.paginas) if heel else None


def lees_bundel(pad: Path) -> Bundelstand:
    """Read a bundle with its manifest. Raises Fouten that say why a file is no bundle of kaartgen."""
    ruw = _bytes(pad)
    try:
        with zipfile.ZipFile(BytesIO(ruw)) as zip_:
            if all(lid.header_offset for lid in zip_.infolist()):
                raise zipfile.BadZipFile("cut off: this is the directory of a file in it that is a ZIP too")
            if MANIFEST not in zip_.namelist():
                wat = f"In dit ZIP-bestand staat geen {MANIFEST}; het is geen bundel van kaartgen."
                raise _fout(pad, "bundel-vreemd", wat, "Kies een ZIP-bestand dat kaartgen heeft gemaakt.")
            tekst = _lees_lid(zip_, MANIFEST, MAX_MANIFEST)
    except LEESFOUTEN as fout:
        raad = "Kopieer of download het opnieuw, of maak de bundel opnieuw."
        raise _fout(pad, "bundel-beschadigd", "Dit is geen heel ZIP-bestand.", raad) from fout
    try:
        manifest = Manifest.model_validate_json(tekst)
    except ValidationError as fout:
        wat = f"Het {MANIFEST} in dit bestand is niet te lezen, of van een andere versie van kaartgen."
        raise _fout(pad, "manifest-onbekend", wat, "Maak de bundel opnieuw met deze versie.") from fout
    if manifest.kenmerk != manifest.eigen_kenmerk():
        wat = f"Het {MANIFEST} in dit bestand is veranderd sinds kaartgen het maakte."
        raise _fout(pad, "manifest-veranderd", wat, "Maak de bundel opnieuw.")
    return Bundelstand(manifest, ruw)


def _bytes(pad: Path) -> bytes:
    try:
        with pad.open("rb") as bestand:
            ruw = bestand.read(MAX_BUNDEL + 1)
    except OSError as fout:
        raad = "Kijk of de naam klopt en of je het mag openen."
        raise _fout(pad, "bestand-onleesbaar", "Dit bestand is niet te openen.", raad) from fout
    if len(ruw) > MAX_BUNDEL:
        wat = f"Dit bestand is groter dan {MAX_BUNDEL // 1_000_000} MB."
        raise _fout(pad, "bestand-te-groot", wat, "Kies een bundel van kaartgen.")
    return ruw


def _lees_lid(zip_: zipfile.ZipFile, naam: str, meeste: int) -> bytes:
    """Read a file in a ZIP; ValueError when it is longer than `meeste` bytes, whatever the ZIP says of it."""
    with zip_.open(naam) as lid:
        inhoud = lid.read(meeste + 1)
    if len(inhoud) > meeste:
        raise ValueError(naam)
    return inhoud


def _fout(pad: Path, code: str, wat: str, raad: str) -> Fouten:
    return Fouten([Melding(Plek(relatief(pad)), code, wat, raad)])


@dataclass(frozen=True, slots=True)
class Verschil:
    """What differs between two bundles, all cards by number in the new one (those that went: in the old one).

    `veranderd` are cards with other words or questions, `uiterlijk` those that only look otherwise,
    `rondom` tells whether the pages around the cards do, `bestanden` are the names of files with other bytes.
    """

    veranderd: tuple[int, ...]
    uiterlijk: tuple[int, ...]
    erbij: tuple[int, ...]
    weg: tuple[int, ...]
    rondom: bool
    bestanden: tuple[str, ...]

    @property
    def opnieuw_printen(self) -> tuple[int, ...]:
        """Numbers of the cards whose printed page is not what it was."""
        return tuple(sorted({*self.veranderd, *self.uiterlijk, *self.erbij}))

    def als_tekst(self) -> str:
        """Give the differences in one or more sentences."""
        wat = "Op de kaarten is niets veranderd, in bestanden wel." if self.bestanden else "Niets veranderd."
        return " ".join(self._zinnen()) or wat

    def _zinnen(self) -> Iterator[str]:
        printen = self.opnieuw_printen
        delen = [
            (f"{_kaarten(self.veranderd)} veranderd: {_reeks(self.veranderd)}", self.veranderd),
            (f"alleen het uiterlijk veranderd: {_reeks(self.uiterlijk)}", self.uiterlijk),
            (f"{_kaarten(self.erbij)} erbij: {_reeks(self.erbij)}", self.erbij),
            (f"{_kaarten(self.weg)} weg: {_reeks(self.weg)}", self.weg),
            (f"opnieuw printen: {_reeks(printen)}", printen),
        ]
        zin = "; ".join(tekst for tekst, nummers in delen if nummers)
        if zin:
            yield f"{zin[0].upper()}{zin[1:]}."
        if self.rondom:
            yield "De bladzijden rondom de kaarten zijn ook anders."


def verschil(oud: Manifest, nieuw: Manifest) -> Verschil:
    """Compare two bundles; cards are the same when their ids are."""
    was = {kaart.id: kaart for kaart in oud.kaarten}
    is_ = {kaart.id: kaart for kaart in nieuw.kaarten}
    samen = [(was[id_], kaart) for id_, kaart in is_.items() if id_ in was]
    veranderd = [kaart for een, kaart in samen if _woorden(een) != _woorden(kaart)]
    uiterlijk = [kaart for een, kaart in samen if een.bladzijde != kaart.bladzijde and kaart not in veranderd]
    bytes_ = {bestand.naam: bestand.sha256 for bestand in oud.bestanden}
    return Verschil(
        veranderd=_nummers(veranderd),
        uiterlijk=_nummers(uiterlijk),
        erbij=_nummers([kaart for id_, kaart in is_.items() if id_ not in was]),
        weg=_nummers([kaart for id_, kaart in was.items() if id_ not in is_]),
        rondom=oud.rondom != nieuw.rondom,
        bestanden=tuple(
            bestand.naam for bestand in nieuw.bestanden if bytes_.get(bestand.naam) != bestand.sha256
        ),
    )


def zelfde_publicatie(oud: Manifest, nieuw: Manifest, waar: str) -> Iterator[Melding]:
    """Say so when two bundles are not of the same publication; `waar` is the file of the new one."""
    if oud.publicatie.id != nieuw.publicatie.id:
        wat = f"Deze bundel is van ‘{nieuw.publicatie.titel}’, de andere van ‘{oud.publicatie.titel}’."
        yield Melding(Plek(waar), "bundels-verschillen", wat, "Kies twee bundels van dezelfde publicatie.")


def _woorden(kaart: Kaartstand) -> tuple[int, str, str]:
    return kaart.nummer, kaart.inhoud, kaart.vragen


def _nummers(kaarten: Sequence[Kaartstand]) -> tuple[int, ...]:
    return tuple(sorted(kaart.nummer for kaart in kaarten))


def _kaarten(nummers: Sequence[int]) -> str:
    return "1 kaart" if len(nummers) == 1 else f"{len(nummers)} kaarten"


def _reeks(nummers: Sequence[int]) -> str:
    return reeksen([str(nummer) for nummer in nummers])


def als_waarden(verschil_: Verschil) -> dict[str, Any]:
    """Give a Verschil as plain values, for `--json`."""
    return {
        "veranderd": verschil_.veranderd,
        "uiterlijk": verschil_.uiterlijk,
        "erbij": verschil_.erbij,
        "weg": verschil_.weg,
        "opnieuw_printen": verschil_.opnieuw_printen,
        "rondom": verschil_.rondom,
        "bestanden": verschil_.bestanden,
    }
