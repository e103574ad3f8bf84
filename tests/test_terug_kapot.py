"""Broken and evil files: each a clear message, within bounds of memory and time, and nothing written."""

from __future__ import annotations

import multiprocessing
import resource
from pathlib import Path

import pytest

from kaartgen import bouw, terughalen
from kaartgen.meldingen import Fouten
from kaartgen.vragen import lees_laag
from kapotte_bestanden import MEGA, Kapot, kapotte_bestanden
from terug_proef import Kantoor

LAAG = """naam: Proef
publicatie: toekomstbestendig-decentraal-bestuur
kaarten:
  lessen:
    vragen:
      - "Welke les leer jij?"
    weglaten: []
"""
GEHEUGEN = 500 * MEGA
SECONDEN = 60
"""What reading all of them together may take: bytes more than there were, and time of the processor."""
GELEZEN = "gelezen"
GEZEGD = {
    "bom-uitgepakt.pptx": "uitgepakt te groot",
    "bom-elementen.xlsx": "uitgepakt te groot",
    "bom-entiteiten.pptx": "definities die niet in zo’n bestand horen",
    "bom-entiteiten-utf16.xlsx": "definities die niet in zo’n bestand horen",
    "entiteit-naar-buiten.pptx": "definities die niet in zo’n bestand horen",
    "veel-leden.pptx": "meer dan 5000 delen",
    "pad-omhoog.pptx": "die naar een andere map wijst",
    "pad-windows.xlsx": "die naar een andere map wijst",
    "macro.pptx": "macro’s",
    "macro-type.xlsx": "macro’s",
    "wachtwoord.pptx": "met een wachtwoord beveiligd",
    "pdf.pptx": "Een PDF is niet terug te lezen",
    "opendocument.pptx": "OpenDocument",
    "reuzentekst.xlsx": "meer dan 5000 tekens",
    "nul-erin.csv": "geen leesbare tekst",
    "deel-nul-erin.pptx": "ppt/slides/slide4.xml is onleesbaar",
}
"""Words in the message of some of them: it says what is wrong, and not only that something is."""


@pytest.fixture(scope="module")
def kapot(kantoor: Kantoor) -> list[Kapot]:
    """The broken files."""
    xlsx, csv = (terughalen.maak_tabel(kantoor.project, Path(f"vragen.{soort}")) for soort in ("xlsx", "csv"))
    return kapotte_bestanden(kantoor.deck("raadsleden"), xlsx, csv, LAAG.encode())


def wat_gebeurt_er(kantoor: Kantoor, bestand: Kapot, map_: Path) -> list[str]:
    """Give what is said of a broken file."""
    try:
        if bestand.naam.endswith(".yaml"):
            pad = map_ / bestand.naam
            pad.write_bytes(bestand.inhoud)
            lees_laag(pad)
        else:
            kantoor.terug(bestand.inhoud, bestand.naam)
    except Fouten as fouten:
        return [str(melding) for melding in fouten.meldingen]
    return [GELEZEN]


def _lees_in_kind(
    kantoor: Kantoor, kapot: list[Kapot], map_: Path, uit: multiprocessing.Queue[object]
) -> None:
    with Path("/proc/self/statm").open() as stand:
        nu = int(stand.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (nu + GEHEUGEN, nu + GEHEUGEN))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDEN, SECONDEN))
    for bestand in kapot:
        try:
            uit.put((bestand.naam, wat_gebeurt_er(kantoor, bestand, map_)))
        except BaseException as fout:
            uit.put((bestand.naam, repr(fout)))
    uit.put(None)


def test_tweehonderd_kapotte_bestanden_geven_elk_een_melding_binnen_grenzen(
    kantoor: Kantoor, kapot: list[Kapot], tmp_path: Path
) -> None:
    kantoor.uitgifte("raadsleden"), kantoor.uitgifte("")
    context = multiprocessing.get_context("fork")
    uit = context.Queue()
    kind = context.Process(target=_lees_in_kind, args=(kantoor, kapot, tmp_path, uit))
    kind.start()
    gezegd = {}
    while (een := uit.get(timeout=4 * SECONDEN)) is not None:
        gezegd[een[0]] = een[1]
    kind.join()
    assert kind.exitcode == 0
    assert list(gezegd) == [bestand.naam for bestand in kapot]
    assert {naam for naam, woorden in GEZEGD.items() if woorden not in gezegd[naam][0]} == set()
    for bestand in kapot:
        meldingen = gezegd[bestand.naam]
        assert isinstance(meldingen, list), f"{bestand.naam}: {meldingen}"
        if meldingen != [GELEZEN] or not bestand.misschien:
            assert meldingen and meldingen != [GELEZEN], bestand.naam
            for melding in meldingen:
                assert bestand.naam in melding and melding.endswith((".", "?")) and len(melding) < 600, (
                    melding
                )


@pytest.mark.parametrize(
    "naam",
    [
        "afgekapt-0.pptx",
        "macro.pptx",
        "bom-uitgepakt.xlsx",
        "bom-entiteiten.pptx",
        "nul-erin.csv",
        "reuzencel.csv",
    ],
)
def test_van_een_kapot_bestand_wordt_niets_geschreven(
    echt: bouw.Project, kapot: list[Kapot], tmp_path: Path, naam: str
) -> None:
    bestand = tmp_path / naam
    bestand.write_bytes(next(een.inhoud for een in kapot if een.naam == naam))
    doel = tmp_path / "mijn-vragen.yaml"
    doel.write_text(LAAG, "utf-8")
    with pytest.raises(Fouten):
        terughalen.haal_terug(echt, bestand, [], doel)
    assert sorted(pad.name for pad in tmp_path.iterdir()) == sorted((naam, doel.name))
    assert doel.read_text("utf-8") == LAAG


def test_een_kapot_laagbestand_blijft_zoals_het_is(
    kantoor: Kantoor, kapot: list[Kapot], tmp_path: Path
) -> None:
    bestand, doel = tmp_path / "deck.pptx", tmp_path / "mijn-vragen.yaml"
    bestand.write_bytes(kantoor.deck("raadsleden"))
    inhoud = next(een.inhoud for een in kapot if een.naam == "open-aanhaling.yaml")
    doel.write_bytes(inhoud)
    with pytest.raises(Fouten):
        terughalen.haal_terug(kantoor.project, bestand, [], doel)
    assert doel.read_bytes() == inhoud
