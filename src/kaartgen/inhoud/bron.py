"""From one YAML file to a Bron: plain values (text, numbers, dicts, tuples) and the place of each.

YAML is read event by event (YAML 1.1 as PyYAML knows it) and not with `yaml.compose`: the C composer
crashes the whole process on deep nesting, and this way the depth and the aliases are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from kaartgen.inhoud import yamlfouten
from kaartgen.meldingen import Ernst, Melding, Plek, relatief

Pad: TypeAlias = tuple[str | int, ...]
"""Place in a tree: field names, ids and numbers of list items from 0."""

MAX_BYTES = 1_000_000
MAX_DIEPTE = 20
MAX_WAARDEN = 20_000

_LADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ONLEESBAAR = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LABEL = "tag:yaml.org,2002:"
_GEWONE_LABELS = frozenset(_LABEL + naam for naam in ("str", "int", "float", "bool", "null", "seq", "map"))


@dataclass(frozen=True, slots=True)
class Bron:
    """One file as read; `waarde` is None when it could not be read, `meldingen` says why.

    `plekken` gives line and column (from 1) of each field (its key) and of each list item.
    """

    bestand: str
    waarde: dict[str, Any] | None
    plekken: Mapping[Pad, tuple[int, int]] = field(default_factory=dict, repr=False)
    meldingen: tuple[Melding, ...] = ()

    @property
    def naam(self) -> str:
        """File name without folder and extension."""
        return Path(self.bestand).stem

    def plek(self, pad: Pad) -> Plek:
        """Give the place of a path, or of its nearest known ancestor; at last the file as a whole."""
        while pad and pad not in self.plekken:
            pad = pad[:-1]
        return Plek(self.bestand, *self.plekken.get(pad, (0, 0)))


class _Stop(Exception):
    """Reading this file stops here."""

    def __init__(self, melding: Melding) -> None:
        self.melding = melding
        super().__init__(str(melding))


def lees_bron(pad: Path) -> Bron:
    """Read one YAML file; every problem is a Melding in the result, nothing is raised."""
    bestand = relatief(pad)
    try:
        ruw = _bytes(pad, bestand)
    except _Stop as fout:
        return Bron(bestand, None, meldingen=(fout.melding,))
    return bron_uit(bestand, ruw)


def bron_uit(bestand: str, ruw: bytes) -> Bron:
    """Read the bytes of a YAML file; `bestand` is its name for users."""
    try:
        tekst, meldingen = _tekst(ruw, bestand)
        bouwer = _Bouwer(bestand, tekst)
        waarde = bouwer.document()
    except _Stop as fout:
        return Bron(bestand, None, meldingen=(fout.melding,))
    return Bron(bestand, waarde, bouwer.plekken, (*meldingen, *bouwer.meldingen))


def _bytes(pad: Path, bestand: str) -> bytes:
    try:
        ruw = pad.read_bytes() if pad.stat().st_size <= MAX_BYTES else None
    except OSError as fout:
        raad = "Kijk of het een gewoon bestand is en of je het mag openen."
        raise _Stop(
            Melding(Plek(bestand), "bestand-onleesbaar", "Dit bestand is niet te openen.", raad)
        ) from fout
    if ruw is None:
        raad = f"Verdeel de inhoud; een bestand mag {MAX_BYTES // 1_000_000} MB groot zijn."
        raise _Stop(Melding(Plek(bestand), "bestand-te-groot", "Dit bestand is te groot.", raad))
    return ruw


def _tekst(ruw: bytes, bestand: str) -> tuple[str, tuple[Melding, ...]]:
    try:
        tekst = ruw.decode("utf-8")
    except UnicodeDecodeError as fout:
        voor = ruw[: fout.start].decode("utf-8")
        raad = "Bewaar het bestand opnieuw en kies bij codering voor UTF-8."
        melding = Melding(_plek(bestand, voor), "codering", "Vanaf hier is dit geen UTF-8.", raad)
        raise _Stop(melding) from fout
    meldingen: tuple[Melding, ...] = ()
    if tekst.startswith("\ufeff"):
        tekst = tekst[1:]
        raad = "Bewaar het als UTF-8 zonder BOM."
        tekst_melding = "Het bestand begint met een onzichtbaar teken, een byte order mark."
        meldingen = (Melding(Plek(bestand, 1, 1), "bom", tekst_melding, raad, Ernst.WAARSCHUWING),)
    if teken := _ONLEESBAAR.search(tekst):
        plek = _plek(bestand, tekst[: teken.start()])
        wat = f"Hier staat een teken dat niet in tekst hoort (U+{ord(teken.group()):04X})."
        raise _Stop(Melding(plek, "teken-onleesbaar", wat, "Haal het weg of typ de regel opnieuw."))
    return tekst, meldingen


def _plek(bestand: str, voor: str) -> Plek:
    return Plek(bestand, voor.count("\n") + 1, len(voor) - voor.rfind("\n"))


class _Bouwer:
    """Builds values and places out of YAML events."""

    def __init__(self, bestand: str, tekst: str) -> None:
        self.bestand = bestand
        self._tekst = tekst
        self.plekken: dict[Pad, tuple[int, int]] = {}
        self.meldingen: list[Melding] = []
        self._lader = _LADER(tekst)
        self._ankers: dict[str, tuple[Any, int]] = {}
        self._aantal = 0

    def document(self) -> dict[str, Any]:
        try:
            self._lader.get_event()
            event = self._lader.get_event()
            if isinstance(event, yaml.StreamEndEvent):
                raise self._stop(None, "bestand-leeg", "Dit bestand is leeg.", "Vul het of verwijder het.")
            waarde = self._waarde(self._lader.get_event(), ())
            self._lader.get_event()
            rest = self._lader.get_event()
        except yaml.MarkedYAMLError as fout:
            raise _Stop(yamlfouten.melding(self.bestand, fout, self._tekst)) from fout
        finally:
            self._lader.dispose()
        if not isinstance(rest, yaml.StreamEndEvent):
            raad = "Verdeel de inhoud over meer bestanden en haal de regel ‘---’ weg."
            raise self._stop(rest.start_mark, "yaml-documenten", "Hier begint een tweede document.", raad)
        if not isinstance(waarde, dict):
            leeg = waarde is None
            wat = "Dit bestand is leeg." if leeg else "Bovenaan dit bestand staan geen velden."
            raise self._stop(
                event.start_mark,
                "bestand-leeg" if leeg else "geen-velden",
                wat,
                "Begin met een veld: ‘naam: …’.",
            )
        return waarde

    def _stop(self, plaats: Any, code: str, tekst: str, raad: str) -> _Stop:
        plek = Plek(self.bestand, plaats.line + 1, plaats.column + 1) if plaats else Plek(self.bestand)
        return _Stop(Melding(plek, code, tekst, raad))

    def _waarde(self, event: Any, pad: Pad) -> Any:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        voor = self._aantal
        self._tel(event, 1)
        if isinstance(event, yaml.ScalarEvent):
            waarde = self._scalair(event)
        elif len(pad) >= MAX_DIEPTE:
            wat = f"De inhoud is hier meer dan {MAX_DIEPTE} lagen diep."
            raise self._stop(event.start_mark, "yaml-te-diep", wat, "Maak de opbouw eenvoudiger.")
        elif isinstance(event, yaml.SequenceStartEvent):
            self._gewoon_label(event)
            waarde = self._lijst(pad)
        else:
            self._gewoon_label(event)
            waarde = self._velden(pad)
        if event.anchor:
            self._ankers[event.anchor] = (waarde, self._aantal - voor)
        return waarde

    def _alias(self, event: Any) -> Any:
        if event.anchor not in self._ankers:
            wat = f"De verwijzing *{event.anchor} heeft geen doel dat er al staat."
            raad = "Begint de tekst met een sterretje? Zet dan dubbele aanhalingstekens om de hele tekst."
            raise self._stop(event.start_mark, "yaml-verwijzing", wat, raad)
        waarde, aantal = self._ankers[event.anchor]
        self._tel(event, aantal)
        return waarde

    def _tel(self, event: Any, aantal: int) -> None:
        self._aantal += aantal
        if self._aantal > MAX_WAARDEN:
            wat = f"Dit bestand heeft meer dan {MAX_WAARDEN} waarden, verwijzingen meegeteld."
            raise self._stop(
                event.start_mark, "yaml-te-veel", wat, "Schrijf de inhoud uit zonder verwijzingen."
            )

    def _gewoon_label(self, event: Any) -> None:
        if event.tag and event.tag not in _GEWONE_LABELS:
            wat = f"Het label {event.tag} wordt niet begrepen."
            raad = "Haal het label weg, of zet de tekst tussen dubbele aanhalingstekens."
            raise self._stop(event.start_mark, "yaml-label", wat, raad)

    def _scalair(self, event: Any) -> Any:
        self._gewoon_label(event)
        if event.tag is None and not event.implicit[0]:
            return event.value
        label = event.tag or self._lader.resolve(yaml.ScalarNode, event.value, event.implicit)
        maker = _SCALAIREN.get(label)
        if maker is None:
            return event.value
        try:
            return maker(self._lader, yaml.ScalarNode(label, event.value))
        except (ValueError, KeyError, AttributeError):
            return event.value

    def _lijst(self, pad: Pad) -> tuple[Any, ...]:
        leden: list[Any] = []
        while not isinstance(event := self._lader.get_event(), yaml.SequenceEndEvent):
            lid_pad = (*pad, len(leden))
            self.plekken[lid_pad] = (event.start_mark.line + 1, event.start_mark.column + 1)
            leden.append(self._waarde(event, lid_pad))
        return tuple(leden)

    def _velden(self, pad: Pad) -> dict[str, Any]:
        velden: dict[str, Any] = {}
        while not isinstance(event := self._lader.get_event(), yaml.MappingEndEvent):
            plaats = event.start_mark
            sleutel = self._sleutel(event)
            dubbel = sleutel in velden
            if dubbel:
                self.meldingen.append(
                    Melding(
                        Plek(self.bestand, plaats.line + 1, plaats.column + 1),
                        "sleutel-dubbel",
                        f"Het veld ‘{sleutel}’ staat hier voor de tweede keer.",
                        f"Het staat al op regel {self.plekken[*pad, sleutel][0]}; haal een van de twee weg.",
                    )
                )
            else:
                self.plekken[*pad, sleutel] = (plaats.line + 1, plaats.column + 1)
            waarde = self._waarde(self._lader.get_event(), (*pad, sleutel))
            if not dubbel:
                velden[sleutel] = waarde
        return velden

    def _sleutel(self, event: Any) -> str:
        sleutel = self._waarde(event, ()) if isinstance(event, yaml.ScalarEvent | yaml.AliasEvent) else None
        if not isinstance(sleutel, str) or sleutel == "<<":
            wat = "De naam van dit veld is geen gewone tekst."
            raad = "Zet de naam tussen dubbele aanhalingstekens, of kies een andere."
            raise self._stop(event.start_mark, "sleutel-vorm", wat, raad)
        return sleutel


_SCALAIREN: dict[str, Any] = {
    _LABEL + naam: getattr(yaml.SafeLoader, f"construct_yaml_{naam}")
    for naam in ("int", "float", "bool", "null", "timestamp")
}
