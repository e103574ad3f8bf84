"""kaartgen toegankelijk as users see it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import ua_proef as proef
from kaartgen.opdrachtregel import app, bevindingen
from test_toegankelijk_pptx import goed, zet


@pytest.fixture
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def draai(*woorden: str) -> Result:
    """Run kaartgen toegankelijk in this process; an exception that gets out of it fails the test."""
    return CliRunner().invoke(app, ("toegankelijk", *woorden), catch_exceptions=False, prog_name="kaartgen")


def slecht() -> bytes:
    """Give a file with two faults."""

    def bederf(pdf: proef.Pdf) -> None:
        del pdf.Root.Lang
        proef.elementen(pdf, "Kaartkop")[0].S = proef.Name.H4

    return proef.bedorven(bederf)


def test_een_goed_bestand_is_in_orde_voor_zover_een_programma_dat_ziet(werkmap: Path) -> None:
    (werkmap / "goed.pdf").write_bytes(proef.goed())
    uitslag = draai("goed.pdf")
    assert (uitslag.exit_code, uitslag.stderr) == (0, "")
    assert uitslag.stdout == "goed.pdf is in orde, voor zover een programma dat kan zien.\n"
    assert json.loads(draai("goed.pdf", "--json").stdout) == []


def test_elke_bevinding_staat_op_een_regel_met_haar_plaats_en_norm(werkmap: Path) -> None:
    (werkmap / "slecht.pdf").write_bytes(slecht())
    uitslag = draai("slecht.pdf")
    assert (uitslag.exit_code, uitslag.stderr) == (1, "")
    assert uitslag.stdout.splitlines() == [
        "slecht.pdf: bestand: Het bestand zegt niet in welke taal het is. Zet er een taalcode, zoals nl-NL. "
        "[taal-ontbreekt; ISO 14289-1, 7.2; ISO 19005-2, 6.7.4]",
        "slecht.pdf: pagina 1, H4 ‘Woorden in een regel’: Na H1 komt H4: er is een niveau overgeslagen. "
        "Maak er H2 van. [kop-overgeslagen; ISO 14289-1, 7.4.2]",
        "2 bevindingen.",
    ]


def test_json_geeft_dezelfde_bevindingen_voor_meer_bestanden(werkmap: Path) -> None:
    (werkmap / "goed.pdf").write_bytes(proef.goed())
    (werkmap / "slecht.pdf").write_bytes(slecht())
    uitslag = draai("goed.pdf", "slecht.pdf", "--json")
    assert uitslag.exit_code == 1
    gevonden = json.loads(uitslag.stdout)
    assert [(een["bestand"], een["regel"]) for een in gevonden] == [
        ("slecht.pdf", "taal-ontbreekt"),
        ("slecht.pdf", "kop-overgeslagen"),
    ]
    assert all(een["waar"] and een["tekst"] and een["raad"] and een["norm"] for een in gevonden)


def test_de_inhoud_telt_en_niet_de_naam(werkmap: Path) -> None:
    (werkmap / "kaarten.pptx").write_bytes(proef.goed())
    assert draai("kaarten.pptx").exit_code == 0
    (werkmap / "brief.pdf").write_text("Beste lezer")
    uitslag = draai("brief.pdf")
    assert uitslag.exit_code == 1
    assert uitslag.stdout.startswith("brief.pdf: bestand: Dit is geen PDF. Kies een PDF. [geen-pdf; ")


def test_een_presentatie_wordt_gekeurd_als_presentatie_hoe_zij_ook_heet(werkmap: Path) -> None:
    deck = goed()
    (werkmap / "goed.pptx").write_bytes(deck.bytes())
    assert draai("goed.pptx").stdout == "goed.pptx is in orde, voor zover een programma dat kan zien.\n"
    zet(deck, "groep", None)
    (werkmap / "slecht.pdf").write_bytes(deck.bytes())
    uitslag = draai("slecht.pdf")
    assert (uitslag.exit_code, uitslag.stderr) == (1, "")
    assert uitslag.stdout.splitlines() == [
        "slecht.pdf: dia 2 ‘Wat zien we?’, vorm ‘Group 5’: Deze groep heeft geen alternatieve tekst. "
        "Beschrijf in één zin wat er te zien is, of markeer de vorm als decoratief. "
        "[alt-ontbreekt; WCAG 2.1, 1.1.1; PowerPoint ‘Missing alternative text’]",
        "1 bevinding.",
    ]


def test_een_presentatie_met_wachtwoord_is_een_bevinding(werkmap: Path) -> None:
    (werkmap / "dicht.pptx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999))
    assert "[beveiligd; WCAG 2.1, 4.1.2; " in draai("dicht.pptx").stdout


@pytest.mark.parametrize(
    ("woorden", "code", "melding"),
    [
        ((), 2, "Er ontbreekt iets: BESTAND. Zie: kaartgen toegankelijk --help"),
        (("weg.pdf",), 3, "Lezen lukt niet met ‘weg.pdf’: dit pad bestaat niet. Kijk of de naam klopt"),
        ((".",), 3, "er staat een map met deze naam"),
        (("goed.pdf", "--profiel", "x"), 2, "De optie ‘--profiel’ bestaat niet."),
    ],
)
def test_verkeerd_gebruik_zegt_wat_je_doet(
    werkmap: Path, woorden: tuple[str, ...], code: int, melding: str
) -> None:
    (werkmap / "goed.pdf").write_bytes(proef.goed())
    uitslag = draai(*woorden)
    assert (uitslag.exit_code, uitslag.stdout) == (code, "")
    assert melding in uitslag.stderr


def test_een_heel_groot_bestand_wordt_niet_gelezen(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bevindingen, "MEESTE_BYTES", 1000)
    (werkmap / "goed.pdf").write_bytes(proef.goed())
    uitslag = draai("goed.pdf")
    assert uitslag.exit_code == 3
    assert "is groter dan 0 MB. Verdeel het over meer bestanden en keur die." in uitslag.stderr
