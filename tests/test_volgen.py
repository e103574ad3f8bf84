"""Watching files: what counts as a change, what is made of it, and how it ends."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import PLAATSEN
from inhoud_proef import KLEIN, vervang
from kaartgen import __main__
from kaartgen.meldingen import Fouten
from kaartgen.opdrachtregel import volg
from kaartgen.opdrachtregel.afloop import Afloop
from kaartgen.plaatsen import PROJECT, Plaatsen
from kaartgen.volgen import Maker, Wachter
from kaartgen.wegschrijven import schrijf
from test_opdrachtregel import draai, publicatie, werkmap

__all__ = ["publicatie", "werkmap"]

VRAAG = "Wat zou jij de bond willen vragen?"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """Give a folder with a file in it and a folder in that."""
    (tmp_path / "vragen" / "diep").mkdir(parents=True)
    (tmp_path / "vragen" / "een.yaml").write_text("een", "utf-8")
    return tmp_path / "vragen"


def _zelfde_grootte_en_tijd(map_: Path) -> None:
    pad = map_ / "een.yaml"
    feiten = pad.stat()
    pad.write_text("twe", "utf-8")
    os.utime(pad, ns=(feiten.st_atime_ns, feiten.st_mtime_ns))


def _vervangen(map_: Path) -> None:
    (map_ / ".nieuw").write_text("twe", "utf-8")
    (map_ / ".nieuw").replace(map_ / "een.yaml")


@pytest.mark.parametrize(
    "verander",
    [
        lambda map_: (map_ / "een.yaml").write_text("twee", "utf-8"),
        lambda map_: (map_ / "diep" / "twee.yaml").write_text("", "utf-8"),
        lambda map_: (map_ / "een.yaml").unlink(),
        lambda map_: shutil.rmtree(map_),
        _zelfde_grootte_en_tijd,
        _vervangen,
    ],
    ids=["anders", "erbij", "weg", "alles-weg", "zelfde-grootte-en-tijd", "vervangen"],
)
def test_een_verandering_wordt_een_keer_gezien(map_: Path, verander: Callable[[Path], None]) -> None:
    wachter = Wachter([map_, map_.parent / "laag.yaml"])
    assert not wachter.veranderd()
    verander(map_)
    assert wachter.veranderd()
    assert not wachter.veranderd()


def test_een_laag_die_er_eerst_niet_is_wordt_gezien_en_een_verborgen_bestand_niet(map_: Path) -> None:
    wachter = Wachter([map_, map_.parent / "laag.yaml"])
    (map_ / ".een.yaml.swp").write_text("", "utf-8")
    assert not wachter.veranderd()
    (map_.parent / "laag.yaml").write_text("", "utf-8")
    assert wachter.veranderd()


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    """Give what makes one bundle of a copy of the small publication."""
    shutil.copytree(KLEIN, tmp_path / "data" / "buurt")
    plaatsen = Plaatsen(tmp_path / "data", PLAATSEN.layouts, PLAATSEN.fonts)
    return Maker(plaatsen, "buurt", (), ("bibliothecarissen",), tmp_path / "uit")


def test_bij_een_fout_blijft_de_laatste_goede_bundel_en_daarna_gaat_het_verder(maker: Maker) -> None:
    (een,) = maker.maak()
    goed, map_ = een.pad.read_bytes(), maker.plaatsen.publicaties / "buurt"
    vervang(map_, "reflectievragen/werk.yaml", f'"{VRAAG}"', f'"{VRAAG}')
    with pytest.raises(Fouten):
        maker.maak()
    assert een.pad.read_bytes() == goed
    vervang(map_, "reflectievragen/werk.yaml", f'"{VRAAG}', '"Wat vraag jij?"')
    (een,) = maker.maak()
    assert een.verschil is not None and een.verschil.veranderd == (8,)


def test_een_selectie_die_er_niet_meer_is_geeft_een_melding(maker: Maker) -> None:
    vervang(maker.plaatsen.publicaties / "buurt", "selecties.yaml", "id: bibliothecarissen", "id: bieb")
    with pytest.raises(Fouten) as fouten:
        maker.maak()
    assert [een.code for een in fouten.value.meldingen] == ["selectie-onbekend"]


def test_volgen_toont_fouten_gaat_door_en_stopt_netjes(
    publicatie: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bestand = "reflectievragen/werk.yaml"
    stappen: Iterator[Callable[[], object]] = iter(
        [
            lambda: vervang(publicatie, bestand, f'"{VRAAG}"', f'"{VRAAG}'),
            lambda: vervang(publicatie, bestand, f'"{VRAAG}', '"Wat vraag jij?"'),
            lambda: shutil.rmtree(publicatie),
        ]
    )

    def wacht(_: Wachter) -> None:
        stap = next(stappen, None)
        if stap is None:
            raise KeyboardInterrupt
        stap()

    monkeypatch.setattr(volg, "_wacht", wacht)
    uitslag = draai("volg", "bibliothecarissen")
    assert uitslag.exit_code == 0
    regels = [regel for regel in uitslag.stdout.splitlines() if not regel.startswith(("Klaar in", "Ik kijk"))]
    assert regels[0] == "output/buurt/bibliothecarissen.zip  Gemaakt."
    assert regels[1].startswith("data/publicaties/buurt/reflectievragen/werk.yaml:22:")
    assert regels[2] == "1 fout en 0 waarschuwingen. De laatste goede bundels blijven staan."
    assert regels[3].endswith("bibliothecarissen.zip  1 kaart veranderd: 8; opnieuw printen: 8.")
    assert "Er is geen publicatie ‘buurt’." in regels[4]
    assert regels[-1] == "Gestopt. Wat gemaakt is, blijft staan."


def test_volgen_in_een_eigen_proces_ziet_wat_iemand_bewaart_en_eindigt_met_ctrl_c(
    werkmap: Path, publicatie: Path
) -> None:
    opdracht = [sys.executable, "-u", "-c", "from kaartgen.opdrachtregel import app; app()", "volg", "alles"]
    omgeving = os.environ | {"PYTHONPATH": str(PROJECT / "src")}
    proces = subprocess.Popen(
        opdracht, cwd=werkmap, env=omgeving, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    assert proces.stdout is not None and proces.stderr is not None
    regels: queue.Queue[str] = queue.Queue()
    lezer = threading.Thread(target=lambda: [regels.put(regel) for regel in proces.stdout or ()])
    lezer.start()

    def tot(begin: str) -> list[str]:
        gelezen = [regels.get(timeout=60)]
        while begin not in gelezen[-1]:
            gelezen.append(regels.get(timeout=60))
        return gelezen

    try:
        tot("Ik kijk")
        vervang(publicatie, "reflectievragen/werk.yaml", VRAAG, "Wat vraag jij?")
        assert any("1 kaart veranderd: 8" in regel for regel in tot("Ik kijk"))
        proces.send_signal(signal.SIGINT)
        assert proces.wait(60) == 0
    finally:
        proces.kill()
        lezer.join(60)
    assert "Gestopt." in list(regels.queue)[-1]
    assert proces.stderr.read() == ""
    gevolgd = (werkmap / "output" / "buurt" / "alles.zip").read_bytes()
    assert draai("bundel", "alles", "--uit", "vers").exit_code == 0
    assert (werkmap / "vers" / "alles.zip").read_bytes() == gevolgd


# -- killed at any moment ----------------------------------------------------------------------------------

SCHRIJF = """
import sys
from pathlib import Path
from dataclasses import replace
from kaartgen.vragen import Kaartlaag, lees_laag, schrijf_laag
from kaartgen.wegschrijven import schrijf
pad, zip_ = Path(sys.argv[1]), Path(sys.argv[2])
print("klaar", flush=True)
while True:
    for lengte in (1, 400):
        laag = lees_laag(pad)
        vragen = tuple(f"Vraag {nummer} uit {lengte}?" for nummer in range(lengte))
        schrijf_laag(pad, replace(laag, kaarten={"bond": Kaartlaag(erbij=vragen)}))
        schrijf(zip_, b"%d" % lengte * 3_000_000)
"""


@pytest.mark.parametrize("ronde", range(6))
def test_een_proces_dat_wordt_gedood_laat_elk_bestand_heel(tmp_path: Path, ronde: int) -> None:
    pad, zip_ = tmp_path / "laag.yaml", tmp_path / "een.zip"
    pad.write_text("# van mij\nnaam: Bond\npublicatie: buurt\nkaarten: {}\n", "utf-8")
    zip_.write_bytes(b"1" * 3_000_000)
    omgeving = os.environ | {"PYTHONPATH": str(PROJECT / "src")}
    opdracht = [sys.executable, "-c", SCHRIJF, str(pad), str(zip_)]
    proces = subprocess.Popen(opdracht, env=omgeving, stdout=subprocess.PIPE)
    assert proces.stdout is not None and proces.stdout.readline() == b"klaar\n"
    with pytest.raises(subprocess.TimeoutExpired):
        proces.wait(0.05 + 0.013 * ronde)
    proces.kill()
    proces.wait(60)
    tekst = pad.read_text("utf-8")
    assert tekst.startswith("# van mij\n")
    assert tekst.count("Vraag") in (0, 1, 400)
    inhoud = zip_.read_bytes()
    assert (len(inhoud), set(inhoud)) in ((3_000_000, {ord("1")}), (9_000_000, set(b"400")))
    andere = [een.name for een in tmp_path.iterdir() if een not in (pad, zip_)]
    assert all(naam.startswith((".laag.yaml.", ".een.zip.")) for naam in andere)


class NepWachter:
    """Tells what it was given, look by look."""

    def __init__(self, *antwoorden: bool) -> None:
        self.over = list(antwoorden)

    def veranderd(self) -> bool:
        """Give the next answer."""
        return self.over.pop(0)


def test_er_wordt_pas_gemaakt_als_de_bestanden_in_rust_zijn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volg, "sleep", lambda _: None)
    wachter = NepWachter(False, True, True, True, False, True)
    volg._wacht(wachter)  # type: ignore[arg-type]
    assert wachter.over == [True]


def test_wat_een_gedood_proces_achterliet_gaat_weg_als_het_oud_en_van_dit_bestand_is(tmp_path: Path) -> None:
    oud, jong = tmp_path / ".a.yaml.abcd_123.tijdelijk", tmp_path / ".a.yaml.abcd_124.tijdelijk"
    ander, eigen = tmp_path / ".b.yaml.abcd_123.tijdelijk", tmp_path / ".a.yaml.swp"
    for pad in (oud, jong, ander, eigen):
        pad.write_text("half", "utf-8")
        if pad is not jong:
            os.utime(pad, (1.0, 1.0))
    schrijf(tmp_path / "a.yaml", b"heel")
    assert {pad.name for pad in tmp_path.iterdir()} == {"a.yaml", jong.name, ander.name, eigen.name}


def test_ctrl_c_bij_het_laden_eindigt_zonder_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Traag:
        def __getattr__(self, naam: str) -> object:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "kaartgen.opdrachtregel", Traag())
    with pytest.raises(SystemExit) as einde:
        __main__.start()
    assert (einde.value.code, capsys.readouterr().err) == (Afloop.AFGEBROKEN, "Afgebroken.\n")
    zelf = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    assert zelf["project"]["scripts"] == {"kaartgen": "kaartgen.__main__:start"}


def test_het_programma_begint_ook_met_python_m() -> None:
    omgeving = os.environ | {"PYTHONPATH": str(PROJECT / "src")}
    opdracht = [sys.executable, "-m", "kaartgen", "--versie"]
    gedaan = subprocess.run(opdracht, env=omgeving, capture_output=True, encoding="utf-8", check=True)
    assert gedaan.stdout.startswith("kaartgen ")
