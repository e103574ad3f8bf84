"""Print files of whole sets: clean for every profile and format, or a message and no file at all."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import product
from pathlib import Path

import pikepdf
import pytest
from PIL import ImageCms

import pdf_invarianten
from druk_proef import LAYOUTS, PROFIELEN
from kaartgen import bouw, drukken
from kaartgen.drukken import Drukgang, Drukopdracht
from kaartgen.drukkeuring import Bevinding
from kaartgen.meldingen import Fouten
from kaartgen.nummers import KeuzeOngeldig
from kaartgen.opmaak.druk.drukformaat import drukformaten

FORMATEN = drukformaten(LAYOUTS)
KAN_NIET = {("kantoor-omvouwen", "a4"), ("kantoor-enkel", "a6"), ("kantoor-enkel", "poker")}
KAN = [paar for paar in product(PROFIELEN, FORMATEN) if paar not in KAN_NIET]
SET = "alles"


def stil(_: str) -> None:
    """Tell nobody."""


def fouten(project: bouw.Project, opdracht: Drukopdracht, uit: Path) -> list[str]:
    """Give the codes of what stands in the way; nothing may have been written."""
    with pytest.raises(Fouten) as gevonden:
        drukken.druk(project, opdracht, uit, stil)
    assert not uit.exists()
    assert all(melding.tekst and melding.raad for melding in gevonden.value.meldingen)
    return [melding.code for melding in gevonden.value.meldingen]


@pytest.mark.parametrize(("profiel", "formaat"), KAN)
def test_elk_profiel_geeft_met_elk_formaat_bestanden_zonder_bevindingen(
    klein: bouw.Project, tmp_path: Path, profiel: str, formaat: str
) -> None:
    gemaakt = drukken.druk(klein, Drukopdracht(SET, profiel, formaat), tmp_path / "uit", stil)
    namen = {een.pad.name.removeprefix(f"{SET}-{formaat}-{profiel}") for een in gemaakt}
    verwacht = {".pdf", "-begeleider.pdf", "-doos.pdf", "-DRUKWIJZER.txt"}
    assert namen == verwacht | ({"-proefblad.pdf"} if profiel.startswith("kantoor") else set())
    for een in gemaakt:
        if een.pad.suffix == ".pdf":
            assert pdf_invarianten.controleer(een.pad.read_bytes(), om_te_lezen=False) == [], een.pad.name


@pytest.mark.parametrize(
    ("formaat", "profiel"),
    [("a4", "kantoor"), ("a5", "drukkerij-sra3"), ("a6", "drukkerij"), ("poker", "kantoor-grijs")],
)
def test_ook_een_volle_set_komt_schoon_door_de_keuring(
    echt: bouw.Project, tmp_path: Path, formaat: str, profiel: str
) -> None:
    opdracht = Drukopdracht("alle-ambtsdragers", profiel, formaat)
    gemaakt = drukken.druk(echt, opdracht, tmp_path / "uit", stil)
    assert gemaakt[0].paginas > 20


@pytest.mark.parametrize(("profiel", "formaat"), sorted(KAN_NIET))
def test_wat_niet_kan_geeft_raad_en_geen_bestand(
    klein: bouw.Project, tmp_path: Path, profiel: str, formaat: str
) -> None:
    code = "past-op-geen-vel" if profiel == "kantoor-omvouwen" else "een-kant"
    assert fouten(klein, Drukopdracht(SET, profiel, formaat), tmp_path / "uit") == [code]


@pytest.mark.parametrize(
    ("profiel", "verschuiving", "code"),
    [
        ("kantoor", (3.5, 0.0), "verschuiving-te-groot"),
        ("kantoor", (0.0, -3.01), "verschuiving-te-groot"),
        ("drukkerij", (1.0, 0.0), "verschuiving-kan-niet"),
        ("kantoor-omvouwen", (1.0, 0.0), "verschuiving-kan-niet"),
    ],
)
def test_een_verschuiving_die_niet_kan_wordt_geweigerd(
    klein: bouw.Project, tmp_path: Path, profiel: str, verschuiving: tuple[float, float], code: str
) -> None:
    opdracht = Drukopdracht(SET, profiel, "a5", verschuiving=verschuiving)
    assert fouten(klein, opdracht, tmp_path / "uit") == [code]


def test_een_verschuiving_zo_groot_als_de_ruimte_tussen_kaarten_kan(
    klein: bouw.Project, tmp_path: Path
) -> None:
    opdracht = Drukopdracht(SET, "kantoor", "poker", verschuiving=(-3.0, 3.0))
    assert drukken.druk(klein, opdracht, tmp_path / "uit", stil)


def test_een_kaart_die_er_niet_is_geeft_een_uitleg_en_geen_bestand(
    klein: bouw.Project, tmp_path: Path
) -> None:
    with pytest.raises(KeuzeOngeldig, match="Kaart 99 zit niet in deze set"):
        drukken.druk(klein, Drukopdracht(SET, "kantoor", "a4", kaarten="1,99"), tmp_path / "uit", stil)
    assert not (tmp_path / "uit").exists()


def test_een_keuze_van_kaarten_wordt_gedrukt_zonder_wat_bij_een_hele_set_hoort(klein: bouw.Project) -> None:
    gang = Drukgang(klein, Drukopdracht(SET, "kantoor", "a4", kaarten="2,S1"))
    assert [kaart.code for kaart in gang.kaarten] == ["2", "S1"]
    namen = [bestand.naam for bestand in gang.bestanden()]
    assert namen == [
        "alles-a4-kantoor-keuze.pdf",
        "alles-a4-kantoor-keuze-proefblad.pdf",
        "alles-a4-kantoor-keuze-DRUKWIJZER.txt",
    ]


def test_een_bevinding_van_de_keuring_houdt_alles_tegen(
    klein: bouw.Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bevinding = Bevinding(2, "kaart 3", "afloop-te-klein", "De afloop is te klein.", "Maak die groter.")
    monkeypatch.setattr(drukken, "keur", lambda *_: (bevinding,))
    with pytest.raises(Fouten) as gevonden:
        drukken.druk(klein, Drukopdracht(SET, "drukkerij", "a5"), tmp_path / "uit", stil)
    assert "alles-a5-drukkerij.pdf: fout: pagina 2: kaart 3: De afloop is te klein. Maak die groter." in str(
        gevonden.value
    )
    assert not (tmp_path / "uit").exists()


def test_het_profiel_van_de_drukker_gaat_voor_dat_van_ons(klein: bouw.Project, tmp_path: Path) -> None:
    eigen = tmp_path / "drukker.icc"
    eigen.write_bytes((LAYOUTS / "icc" / "FOGRA39L_klein.icc").read_bytes())
    opdracht = Drukopdracht(SET, "drukkerij", "a5", kaarten="1", icc=eigen)
    (bestand, _) = Drukgang(klein, opdracht).bestanden()
    with pikepdf.open(BytesIO(bestand.inhoud)) as pdf:
        intentie = pdf.Root.OutputIntents[0]
        assert str(intentie.OutputConditionIdentifier) == "FOGRA39L coated"
        assert intentie.DestOutputProfile.read_bytes() == eigen.read_bytes()


@pytest.mark.parametrize(
    ("inhoud", "profiel", "code"),
    [
        (ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), "drukkerij", "icc-ongeldig"),
        (b"iets anders", "drukkerij", "icc-ongeldig"),
        (None, "drukkerij", "bestand-onleesbaar"),
        (b"iets anders", "kantoor", "icc-zonder-pers"),
    ],
)
def test_een_icc_bestand_dat_niet_kan_wordt_geweigerd(
    klein: bouw.Project, tmp_path: Path, inhoud: bytes | None, profiel: str, code: str
) -> None:
    eigen = tmp_path / "eigen.icc"
    if inhoud is not None:
        eigen.write_bytes(inhoud)
    assert fouten(klein, Drukopdracht(SET, profiel, "a5", icc=eigen), tmp_path / "uit") == [code]


def _schrijf_over(naam: str, oud: str, nieuw: str) -> Callable[[Path], None]:
    def bederf(map_: Path) -> None:
        pad = map_ / "layouts" / naam
        tekst = pad.read_text("utf-8")
        assert oud in tekst
        pad.write_text(tekst.replace(oud, nieuw), "utf-8")

    return bederf


@pytest.mark.parametrize(
    ("naam", "oud", "nieuw", "waar", "woorden"),
    [
        ("drukprofielen/drukkerij-sra3.yaml", "goot: 6", "goot: 5", "drukkerij-sra3.yaml:7", "overlappen"),
        (
            "drukprofielen/drukkerij-sra3.yaml",
            "vel: [320, 450]",
            "vel: [100, 140]",
            "drukkerij-sra3.yaml:5",
            "past",
        ),
        (
            "drukprofielen/drukkerij.yaml",
            "FOGRA39L_klein.icc",
            "FOGRA39L_kein.icc",
            "drukkerij.yaml:",
            "FOGRA39L_klein",
        ),
        (
            "huisstijlen/standaard.yaml",
            "inkt: [0, 0, 0, 100]",
            "inkt: [100, 100, 90, 100]",
            "standaard.yaml:",
            "390 %",
        ),
    ],
)
def test_een_profiel_of_huisstijl_met_een_fout_wijst_naar_haar_regel(
    proefproject: Callable[[Callable[[Path], None]], bouw.Project],
    tmp_path: Path,
    naam: str,
    oud: str,
    nieuw: str,
    waar: str,
    woorden: str,
) -> None:
    project = proefproject(_schrijf_over(naam, oud, nieuw))
    with pytest.raises(Fouten) as gevonden:
        drukken.druk(project, Drukopdracht(SET, "drukkerij-sra3", "a5"), tmp_path / "uit", stil)
    assert any(waar in str(melding) and woorden in str(melding) for melding in gevonden.value.meldingen)
    assert not (tmp_path / "uit").exists()


def wijzer(project: bouw.Project, profiel: str, formaat: str) -> str:
    """Give DRUKWIJZER.txt in one line."""
    *_, bestand = Drukgang(project, Drukopdracht(SET, profiel, formaat)).bestanden()
    return " ".join(bestand.inhoud.decode().split())


@pytest.mark.parametrize(
    ("profiel", "formaat", "zegt", "zegt_niet"),
    [
        (
            "kantoor",
            "a4",
            ["over de lange zijde", "op hun kop", "Snijden is niet nodig: een kaart"],
            ["kop aan kop"],
        ),
        ("kantoor", "a6", ["over de lange zijde", "voorkant, achterkant, voorkant"], ["op hun kop"]),
        ("kantoor-omvouwen", "a5", ["vouw het vel dubbel", "148,5 mm"], ["omslaan", "Volgorde"]),
        ("drukkerij", "a4", ["kop aan kop", "voorkant, achterkant, voorkant"], ["lange zijde", "op hun kop"]),
        ("drukkerij-voorkanten-eerst", "poker", ["kop aan kop", "eerst alle voorkanten"], ["lange zijde"]),
    ],
)
def test_de_drukwijzer_zegt_hoe_het_vel_omgaat_en_wat_de_volgorde_is(
    klein: bouw.Project, profiel: str, formaat: str, zegt: list[str], zegt_niet: list[str]
) -> None:
    tekst = wijzer(klein, profiel, formaat)
    assert [woord for woord in zegt if woord not in tekst] == []
    assert [woord for woord in zegt_niet if woord in tekst] == []


def test_het_doosje_volgt_het_papier(klein: bouw.Project) -> None:
    def doos(profiel: str, dikte: float | None = None) -> bytes:
        opdracht = Drukopdracht(SET, profiel, "poker", dikte=dikte)
        return next(een.inhoud for een in Drukgang(klein, opdracht).bestanden() if "doos" in een.naam)

    def breedte(inhoud: bytes) -> float:
        with pikepdf.open(BytesIO(inhoud)) as pdf:
            x1, _, x2, _ = map(float, pdf.pages[0].obj.TrimBox)  # type: ignore[call-overload]
            return (x2 - x1) * 25.4 / 72

    kaarten = len(Drukgang(klein, Drukopdracht(SET, "kantoor", "poker")).kaarten)
    gewoon, gevouwen, dik = (
        breedte(doos("kantoor")),
        breedte(doos("kantoor-omvouwen")),
        breedte(doos("kantoor", 0.3)),
    )
    assert gevouwen - gewoon == pytest.approx(2 * kaarten * 0.19, abs=0.01)
    assert dik - gewoon == pytest.approx(2 * kaarten * 0.11, abs=0.01)


def test_fouten_in_meer_bestanden_komen_samen(
    proefproject: Callable[[Callable[[Path], None]], bouw.Project], tmp_path: Path
) -> None:
    def bederf(map_: Path) -> None:
        _schrijf_over("drukprofielen/kantoor.yaml", "blad: a4", "blad: poker")(map_)
        _schrijf_over("drukmaten.yaml", "speling: 1 ", "speling: -1 ")(map_)
        _schrijf_over("drukformaten/a5.yaml", "soort: kaart", "soort: kaarten")(map_)

    codes = fouten(proefproject(bederf), Drukopdracht(SET, "kantoor", "a5"), tmp_path / "uit")
    assert sorted(codes) == ["blad-te-klein", "drukformaat-soort", "getal-bereik"]


def test_dezelfde_opdracht_geeft_dezelfde_bytes(klein: bouw.Project) -> None:
    opdracht = Drukopdracht(SET, "drukkerij", "poker")
    een, ander = (Drukgang(klein, opdracht).bestanden() for _ in range(2))
    assert een == ander


def test_de_drukwijzer_noemt_de_sneden_in_millimeters(klein: bouw.Project) -> None:
    *_, wijzer = Drukgang(klein, Drukopdracht(SET, "kantoor", "poker")).bestanden()
    tekst = " ".join(wijzer.inhoud.decode().split())
    assert "vanaf links op 7,5, 70,5, 73,5, 136,5, 139,5, 202,5 mm" in tekst
    assert "vanaf boven op 13,5, 101,5, 104,5, 192,5, 195,5, 283,5 mm" in tekst
    assert "9 per vel" in tekst
