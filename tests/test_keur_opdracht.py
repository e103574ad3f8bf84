"""kaartgen keur as users see it, and print profiles with faults in their files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from pikepdf import Dictionary, Pdf
from PIL import ImageCms
from typer.testing import CliRunner, Result

import druk_proef as proef
import keur_proef as kp
from kaartgen.meldingen import Fouten
from kaartgen.opdrachtregel import app
from kaartgen.opmaak.druk.drukprofiel_lezen import drukprofielen, lees_drukprofiel


@pytest.fixture
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty working folder; content and design are those of the project."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


echt = Path.read_bytes


def draai(*woorden: str) -> Result:
    """Run kaartgen keur in this process; an exception that gets out of it fails the test."""
    return CliRunner().invoke(app, ("keur", *woorden), catch_exceptions=False, prog_name="kaartgen")


def slecht(pdf: Pdf) -> None:
    """Spoil a file in two places."""
    kp.teken(pdf, "1 0 0 RG 1 w 99 99 m 199 99 l S", 1)
    pdf.Root.AcroForm = Dictionary()


def test_een_goed_bestand_is_in_orde(werkmap: Path) -> None:
    (werkmap / "goed.pdf").write_bytes(kp.schoon("drukkerij"))
    uitslag = draai("goed.pdf", "--profiel", "drukkerij")
    assert (uitslag.exit_code, uitslag.stderr) == (0, "")
    assert uitslag.stdout == "goed.pdf is in orde voor het profiel ‘drukkerij’.\n"
    assert json.loads(draai("goed.pdf", "--profiel", "drukkerij", "--json").stdout) == []


def test_elke_bevinding_staat_op_een_regel_met_haar_plaats_en_er_is_een_telling(werkmap: Path) -> None:
    (werkmap / "slecht.pdf").write_bytes(kp.bedorven(kp.schoon("drukkerij"), slecht))
    uitslag = draai("slecht.pdf", "--profiel", "drukkerij")
    assert (uitslag.exit_code, uitslag.stderr) == (1, "")
    eerste, tweede, slot = uitslag.stdout.splitlines()
    zin = "Het bestand heeft invulvelden. Maak van de velden gewone tekst."
    assert eerste == f"slecht.pdf: Catalog: {zin} [formulier]"
    assert tweede.startswith("slecht.pdf: pagina 2: kaart 1, achterkant, 34,9 mm van links en ")
    assert slot == "2 bevindingen."


def test_json_geeft_dezelfde_bevindingen_voor_meer_bestanden(werkmap: Path) -> None:
    (werkmap / "goed.pdf").write_bytes(kp.schoon("drukkerij"))
    (werkmap / "slecht.pdf").write_bytes(kp.bedorven(kp.schoon("drukkerij"), slecht))
    uitslag = draai("goed.pdf", "slecht.pdf", "--profiel", "drukkerij", "--json")
    assert uitslag.exit_code == 1
    gevonden = json.loads(uitslag.stdout)
    assert [(een["bestand"], een["pagina"], een["regel"]) for een in gevonden] == [
        ("slecht.pdf", 0, "formulier"),
        ("slecht.pdf", 2, "kleur-past-niet"),
    ]
    assert all(een["plek"] and een["tekst"] and een["raad"] for een in gevonden)


def test_een_bestand_dat_geen_pdf_is(werkmap: Path) -> None:
    (werkmap / "brief.pdf").write_text("Beste drukker")
    uitslag = draai("brief.pdf", "--profiel", "kantoor")
    assert uitslag.exit_code == 1
    assert uitslag.stdout.splitlines() == [
        "brief.pdf: bestand: Dit is geen PDF. Kies een bestand dat eindigt op .pdf. [geen-pdf]",
        "1 bevinding.",
    ]


def test_het_profiel_van_de_drukker_moet_erin_zitten(werkmap: Path) -> None:
    (werkmap / "goed.pdf").write_bytes(kp.schoon("drukkerij"))
    (werkmap / "zelfde.icc").write_bytes(proef.ICC)
    (werkmap / "ander.icc").write_bytes(proef.ICC[:-1] + b"\x01")
    assert draai("goed.pdf", "--profiel", "drukkerij", "--icc", "zelfde.icc").exit_code == 0
    assert (
        "een ander dan dat van de drukker"
        in draai("goed.pdf", "--profiel", "drukkerij", "--icc", "ander.icc").stdout
    )


@pytest.mark.parametrize(
    ("woorden", "code", "melding"),
    [
        (("goed.pdf", "--profiel", "drukerij"), 2, "Er is geen profiel ‘drukerij’. Bedoelde je ‘drukkerij’?"),
        (("goed.pdf", "--profiel", "xyz"), 2, "Er is geen profiel ‘xyz’. Er zijn: drukkerij, "),
        (("goed.pdf",), 2, "Er ontbreekt iets: --profiel NAAM. Zie: kaartgen keur --help"),
        (("--profiel", "kantoor"), 2, "Er ontbreekt iets: BESTAND. Zie: kaartgen keur --help"),
        (
            ("weg.pdf", "--profiel", "kantoor"),
            3,
            "Lezen lukt niet met ‘weg.pdf’: dit pad bestaat niet. Kijk of de naam klopt",
        ),
        ((".", "--profiel", "kantoor"), 3, "er staat een map met deze naam"),
        (("goed.pdf", "--profiel", "drukkerij", "--icc", "weg.icc"), 3, "‘weg.icc’: dit pad bestaat niet"),
    ],
)
def test_verkeerd_gebruik_zegt_wat_je_doet(
    werkmap: Path, woorden: tuple[str, ...], code: int, melding: str
) -> None:
    (werkmap / "goed.pdf").write_bytes(kp.schoon("kantoor"))
    uitslag = draai(*woorden)
    assert (uitslag.exit_code, uitslag.stdout) == (code, "")
    assert melding in uitslag.stderr


# Print profiles


@pytest.fixture
def layouts(werkmap: Path) -> Path:
    """Give a copy of the design in the working folder."""
    return shutil.copytree(proef.LAYOUTS, werkmap / "layouts")


def schrijf(layouts: Path, naam: str, tekst: str) -> None:
    """Write a print profile."""
    (layouts / "drukprofielen" / f"{naam}.yaml").write_text(tekst, "utf-8")


def meldingen(layouts: Path, naam: str) -> list[str]:
    """Give what is wrong with a profile."""
    with pytest.raises(Fouten) as fouten:
        lees_drukprofiel(layouts, naam)
    return [str(een) for een in fouten.value.meldingen]


def test_elk_meegeleverd_profiel_is_te_lezen() -> None:
    assert "kantoor" in drukprofielen(proef.LAYOUTS)
    for naam in drukprofielen(proef.LAYOUTS):
        assert lees_drukprofiel(proef.LAYOUTS, naam).naam


def test_een_profiel_bouwt_op_een_ander_en_niets_haalt_weg(layouts: Path) -> None:
    schrijf(
        layouts, "eigen", "erft_van: drukkerij-sra3\nnaam: Eigen\nsnijtekens: null\nregels: {veilig: 4}\n"
    )
    eigen = lees_drukprofiel(layouts, "eigen")
    basis = lees_drukprofiel(layouts, "drukkerij-sra3")
    assert (eigen.naam, eigen.snijtekens, eigen.vel) == ("Eigen", None, basis.vel)
    assert (eigen.regels.veilig, eigen.regels.inkt) == (4, basis.regels.inkt)
    assert basis.snijtekens is not None


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        (
            "erft_van: kantor\n",
            "eigen.yaml:1:1: fout: ‘kantor’ bestaat niet. Bedoelde je ‘kantoor’?",
        ),
        (
            "erft_van: kantoor\nnaam: Eigen\nhuisstijl: standard\n",
            "eigen.yaml:3:1: fout: In layouts/huisstijlen staat geen ‘standard’. Bedoelde je ‘standaard’?",
        ),
        (
            "erft_van: drukkerij\nnaam: Eigen\nintentie:\n  profiel: FOGRA39_klein.icc\n",
            "eigen.yaml:4:3: fout: In layouts/icc staat geen ‘FOGRA39_klein.icc’. "
            "Bedoelde je ‘FOGRA39L_klein.icc’?",
        ),
        (
            "erft_van: drukkerij\nintentie: {profiel: beeldscherm.icc}\n",
            "eigen.yaml:2:12: fout: ‘beeldscherm.icc’ kan niet gebruikt worden. "
            "Dit ICC-profiel is voor RGB en niet voor CMYK. Vraag de drukker om een CMYK-profiel.",
        ),
        ("erft_van: kantoor\ngoot: breed\n", "eigen.yaml:2:1: fout: "),
        ("erft_van: eigen\n", "eigen.yaml:1:1: fout: ‘eigen’ bouwt langs een omweg op zichzelf."),
    ],
    ids=["erfenis", "huisstijl", "icc-weg", "icc-rgb", "veld", "kring"],
)
def test_een_fout_in_een_profiel_staat_op_haar_regel(layouts: Path, tekst: str, melding: str) -> None:
    schrijf(layouts, "eigen", tekst)
    rgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    (layouts / "icc" / "beeldscherm.icc").write_bytes(rgb)
    assert any(een.startswith(f"layouts/drukprofielen/{melding}") for een in meldingen(layouts, "eigen"))


def test_alle_fouten_in_een_profiel_komen_tegelijk(layouts: Path) -> None:
    schrijf(layouts, "eigen", "erft_van: drukkerij\nhuisstijl: weg\nintentie: {profiel: weg.icc}\n")
    assert len(meldingen(layouts, "eigen")) == 2


def test_een_icc_profiel_dat_niet_open_mag(layouts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def dicht(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", lambda pad: dicht(pad) if pad.suffix == ".icc" else echt(pad))
    assert "‘FOGRA39L_klein.icc’ is niet te openen." in meldingen(layouts, "drukkerij")[0]


def test_een_profiel_dat_er_niet_is(layouts: Path) -> None:
    assert meldingen(layouts, "kantor") == [
        "layouts/drukprofielen: fout: Er is geen drukprofiel ‘kantor’. Bedoelde je ‘kantoor’?"
    ]


def test_een_fout_profiel_is_bij_keuren_een_melding(layouts: Path) -> None:
    schrijf(layouts, "eigen", "erft_van: kantoor\ngoot: breed\n")
    (layouts.parent / "goed.pdf").write_bytes(kp.schoon("kantoor"))
    uitslag = draai("goed.pdf", "--profiel", "eigen")
    assert (uitslag.exit_code, uitslag.stdout) == (1, "")
    assert "layouts/drukprofielen/eigen.yaml:2:1: fout: " in uitslag.stderr
