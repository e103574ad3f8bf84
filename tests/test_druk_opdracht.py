"""`kaartgen druk` as users see it: what it makes, what it says and with which exit code it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageCms

from test_opdrachtregel import draai, fout, nieuw, werkmap

__all__ = ["werkmap"]
GEWOON = ("druk", "alles", "--profiel", "kantoor")


def test_druk_noemt_wat_er_gemaakt_is_en_wat_je_eerst_leest(werkmap: Path) -> None:
    uitslag = draai(*GEWOON, "--formaat", "a5", "--kaarten", "1")
    assert (uitslag.exit_code, uitslag.stderr) == (0, "")
    basis = "output/buurt/druk/alles-a5-kantoor-keuze"
    assert uitslag.stdout.splitlines() == [
        f"{basis}.pdf  2 pagina’s",
        f"{basis}-proefblad.pdf  2 pagina’s",
        f"{basis}-DRUKWIJZER.txt",
        f"Gemaakt en gekeurd. Lees eerst {basis}-DRUKWIJZER.txt.",
    ]
    assert nieuw(werkmap) == sorted([f"{basis}.pdf", f"{basis}-proefblad.pdf", f"{basis}-DRUKWIJZER.txt"])


def test_zonder_formaat_is_het_a4_en_de_map_is_te_kiezen(werkmap: Path) -> None:
    assert draai(*GEWOON, "--kaarten", "1", "--uit", "drukwerk").exit_code == 0
    assert "drukwerk/alles-a4-kantoor-keuze.pdf" in nieuw(werkmap)


def test_opnieuw_maken_vervangt_wat_er_stond(werkmap: Path) -> None:
    assert draai(*GEWOON, "--kaarten", "1").exit_code == 0
    eerst = {naam: (werkmap / naam).read_bytes() for naam in nieuw(werkmap)}
    assert draai(*GEWOON, "--kaarten", "1").exit_code == 0
    assert {naam: (werkmap / naam).read_bytes() for naam in nieuw(werkmap)} == eerst


@pytest.mark.parametrize(
    ("woorden", "zegt"),
    [
        (("druk", "bibliothecaressen", "--profiel", "kantoor"), "Bedoelde je ‘bibliothecarissen’?"),
        (("druk", "alles", "--profiel", "kantor"), "Bedoelde je ‘kantoor’?"),
        (("druk", "alles", "--profiel", "iets-anders"), "drukkerij-sra3"),
        ((*GEWOON, "--formaat", "pokker"), "Bedoelde je ‘poker’?"),
        ((*GEWOON, "--kaarten", "99"), "Kaart 99 zit niet in deze set. Kies uit:"),
        ((*GEWOON, "--kaarten", "drie"), "‘drie’ is geen keuze van kaarten."),
        ((*GEWOON, "--dikte", "dik"), "‘dik’ is geen dikte van papier."),
        ((*GEWOON, "--dikte", "9"), "‘9’ is geen dikte van papier."),
        ((*GEWOON, "--verschuiving", "1"), "‘1’ is geen verschuiving."),
        ((*GEWOON, "--verschuiving", "1,5,0"), "‘1,5,0’ is geen verschuiving."),
        (("druk", "alles"), "Er ontbreekt iets: --profiel NAAM."),
    ],
)
def test_verkeerd_gebruik_krijgt_raad_en_er_wordt_niets_gemaakt(
    werkmap: Path, woorden: tuple[str, ...], zegt: str
) -> None:
    assert zegt in fout(2, *woorden)
    assert nieuw(werkmap) == []


def test_een_te_grote_verschuiving_wijst_naar_het_profiel(werkmap: Path) -> None:
    melding = fout(1, *GEWOON, "--verschuiving", "-4,0")
    assert "drukprofielen/kantoor.yaml:" in melding
    assert "groter dan de ruimte tussen kaarten: 3 mm" in melding
    assert nieuw(werkmap) == []


def test_een_icc_profiel_voor_een_scherm_wordt_geweigerd(werkmap: Path) -> None:
    srgb = werkmap / "data" / "scherm.icc"
    srgb.write_bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    melding = fout(1, "druk", "alles", "--profiel", "drukkerij", "--icc", str(srgb))
    assert "scherm.icc: fout: Dit ICC-profiel is voor RGB en niet voor CMYK." in melding
    assert "Traceback" not in melding
    assert nieuw(werkmap) == []
