"""Making again: only what changed, the same bytes as from scratch, and true words on what to print."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import shutil
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from conftest import PLAATSEN, pak_uit
from inhoud_proef import KLEIN, vervang
from kaartgen import bouw, hergebruik
from kaartgen.bouw import BOEK, MET_VRAGEN, ZONDER_VRAGEN
from kaartgen.hergebruik import Grondstof, Stuk, Voorraad
from kaartgen.inhoud import Publicatie, lees
from kaartgen.inhoud.model import Reflectievragen
from kaartgen.manifest import lees_bundel, verschil
from kaartgen.meldingen import Fouten
from kaartgen.plaatsen import Plaatsen
from kaartgen.samenstelling import Kaartenset
from test_opdrachtregel import draai

SETS = ("bibliothecarissen", "alles")


class Werkplaats:
    """A copy of the small publication and the design, with the bundles that are made of it."""

    def __init__(self, map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.map = Path(shutil.copytree(KLEIN, map_ / "data" / "klein"))
        self.layouts = Path(shutil.copytree(PLAATSEN.layouts, map_ / "layouts"))
        self.uit = map_ / "uit"
        self.lagen: list[Path] = []
        self.gemaakt: set[str] = set()
        maak = bouw._maak

        def noteer(project: bouw.Project, stukken: list[Stuk], wanneer: datetime) -> Any:
            self.gemaakt |= {naam for stuk in stukken for naam in stuk.bestandsnamen}
            return maak(project, stukken, wanneer)

        monkeypatch.setattr(bouw, "_maak", noteer)
        monkeypatch.setattr(bouw, "samen", lambda hier, daar: (hier(), daar()))

    def maak(self, *sets: str, uit: Path | None = None) -> list[bouw.Gemaakt]:
        """Make bundles; `gemaakt` then has the names of the files that were really made."""
        self.gemaakt.clear()
        plaatsen = Plaatsen(self.map.parent, self.layouts, PLAATSEN.fonts)
        project = bouw.laad(plaatsen, self.map.name, self.lagen)
        return bouw.bundel(project, sets or SETS, uit or self.uit, lambda _: None)

    def bytes(self) -> dict[str, bytes]:
        """Give the bundles."""
        return {pad.stem: pad.read_bytes() for pad in self.uit.glob("*.zip")}

    def vanaf_niets(self) -> dict[str, bytes]:
        """Give the bundles as they are when nothing stands there yet."""
        leeg = self.uit.with_name("leeg")
        shutil.rmtree(leeg, ignore_errors=True)
        self.maak(uit=leeg)
        return {pad.stem: pad.read_bytes() for pad in leeg.glob("*.zip")}


@pytest.fixture
def werkplaats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Werkplaats:
    """Give a workshop in which both bundles stand already."""
    plaats = Werkplaats(tmp_path, monkeypatch)
    plaats.maak()
    return plaats


PARTIJEN = {stuk.gebruik: stuk for stuk in bouw.stukken([Kaartenset("{}", "", ())])}
KAARTEN, DIAS = (
    {naam.format(id_) for id_ in SETS for naam in PARTIJEN[gebruik].bestandsnamen}
    for gebruik in (MET_VRAGEN, ZONDER_VRAGEN)
)
ALLES = KAARTEN | DIAS | {"tabletboek.pdf"}


def test_wat_niet_veranderde_wordt_niet_gemaakt_en_niet_geschreven(werkplaats: Werkplaats) -> None:
    voor = {pad: (pad.stat().st_ino, pad.read_bytes()) for pad in werkplaats.uit.iterdir()}
    gemaakt = werkplaats.maak()
    assert werkplaats.gemaakt == set()
    assert {pad: (pad.stat().st_ino, pad.read_bytes()) for pad in werkplaats.uit.iterdir()} == voor
    assert [een.verschil and een.verschil.als_tekst() for een in gemaakt] == ["Niets veranderd."] * 2


WIJZIGINGEN: dict[str, tuple[str, str, str, set[str]]] = {
    "vraag": (
        "data/klein/reflectievragen/werk.yaml",
        "Wat ga je deze week proberen?",
        "Wat ga je doen?",
        KAARTEN,
    ),
    "tip": ("data/klein/reflectievragen/werk.yaml", "Laat ieder één actie kiezen", "Kies een actie", ALLES),
    "titel": (
        "data/klein/kaarten.yaml",
        "Hoe kan de bond bibliothecarissen helpen?",
        "Hoe helpt de bond?",
        ALLES,
    ),
    "nummer": ("data/klein/publicatie.yaml", "jaar: 2031", "jaar: 2032", ALLES),
    "ontwerp": ("layouts/woorden.yaml", "reflectievragen:", "# anders\nreflectievragen:", ALLES),
    "naam van een set": ("data/klein/selecties.yaml", "naam: Alle kaarten", "naam: Alle", set()),
    "leesmij": ("data/klein/leesmij.yaml", "inhoud:", "# anders\ninhoud:", set()),
    "waardenvraag": ("data/klein/waardenvragen.yaml", "vragen:", "# anders\nvragen:", set()),
}


@pytest.mark.parametrize("geval", WIJZIGINGEN)
def test_alleen_wat_anders_wordt_is_opnieuw_gemaakt_en_de_bytes_zijn_die_van_een_bouw_vanaf_niets(
    werkplaats: Werkplaats, geval: str
) -> None:
    bestand, oud, nieuw, opnieuw = WIJZIGINGEN[geval]
    vervang(werkplaats.map.parent.parent, bestand, oud, nieuw)
    werkplaats.maak()
    gemaakt = set(werkplaats.gemaakt)
    assert werkplaats.bytes() == werkplaats.vanaf_niets()
    if geval == "naam van een set":
        assert gemaakt == {naam for naam in ALLES if "-alles" in naam}
    else:
        assert gemaakt == opnieuw


def test_een_laag_maakt_alleen_de_kaarten_anders_en_terug_is_weer_hetzelfde(werkplaats: Werkplaats) -> None:
    voor = werkplaats.bytes()
    laag = werkplaats.uit.with_name("laag.yaml")
    laag.write_text(
        "naam: Bond\npublicatie: klein\nkaarten:\n  bond:\n    erbij: [Wat vraag jij?]\n", "utf-8"
    )
    werkplaats.lagen = [laag]
    gemaakt = werkplaats.maak()
    assert werkplaats.gemaakt == KAARTEN
    assert [een.verschil and een.verschil.veranderd for een in gemaakt] == [(8,), (8,)]
    assert werkplaats.bytes() == werkplaats.vanaf_niets() != voor
    werkplaats.lagen = []
    werkplaats.maak()
    assert werkplaats.bytes() == voor


def test_een_set_erbij_gebruikt_het_boek_dat_er_al_staat(werkplaats: Werkplaats) -> None:
    (werkplaats.uit / "alles.zip").unlink()
    werkplaats.maak()
    assert werkplaats.gemaakt == {naam for naam in ALLES if "-alles" in naam}
    assert werkplaats.bytes() == werkplaats.vanaf_niets()


def _kort_af(ruw: bytes) -> bytes:
    return ruw[: len(ruw) // 2]


def _ander_lid(ruw: bytes) -> bytes:
    """Change one byte in a stored PDF of which ZIP itself tells nothing: its checksum is made right again."""
    return _herpak(ruw, lambda leden: leden | {"tabletboek.pdf": leden["tabletboek.pdf"][:-9] + b"!" * 9})


def _ander_manifest(ruw: bytes) -> bytes:
    def verander(leden: dict[str, bytes]) -> dict[str, bytes]:
        manifest = json.loads(leden["manifest.json"])
        manifest["kaarten"][0]["bladzijde"] = "0" * 16
        return leden | {"manifest.json": json.dumps(manifest).encode()}

    return _herpak(ruw, verander)


def _zonder_lid(ruw: bytes) -> bytes:
    return _herpak(ruw, lambda leden: {naam: een for naam, een in leden.items() if naam != "tabletboek.pdf"})


def _zonder_manifest(ruw: bytes) -> bytes:
    return _herpak(ruw, lambda _: {"brief.txt": b"hallo"})


def _diep_manifest(ruw: bytes) -> bytes:
    return _herpak(ruw, lambda leden: leden | {"manifest.json": b"[" * 100_000})


def _oud_manifest(ruw: bytes) -> bytes:
    return _herpak(ruw, lambda leden: leden | {"manifest.json": b'{"kaartgen": "0.0.1"}'})


def _groot_manifest(ruw: bytes) -> bytes:
    return _herpak(ruw, lambda leden: leden | {"manifest.json": b" " * 6_000_000})


def _herpak(ruw: bytes, verander: Callable[[dict[str, bytes]], Mapping[str, bytes]]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(ruw)) as zip_:
        leden = {naam: zip_.read(naam) for naam in zip_.namelist()}
    doos = io.BytesIO()
    with zipfile.ZipFile(doos, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in verander(leden).items():
            zip_.writestr(naam, inhoud)
    return doos.getvalue()


BEDERF: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "leeg": (lambda _: b"", "bundel-beschadigd"),
    "tekst": (lambda _: b"geen zip", "bundel-beschadigd"),
    "afgekort": (_kort_af, "bundel-beschadigd"),
    "nullen": (lambda ruw: ruw[:40] + bytes(len(ruw) - 80) + ruw[-40:], "bundel-beschadigd"),
    "ander lid": (_ander_lid, ""),
    "zonder lid": (_zonder_lid, ""),
    "ander manifest": (_ander_manifest, "manifest-veranderd"),
    "diep manifest": (_diep_manifest, "manifest-onbekend"),
    "oud manifest": (_oud_manifest, "manifest-onbekend"),
    "groot manifest": (_groot_manifest, "bundel-beschadigd"),
    "zonder manifest": (_zonder_manifest, "bundel-vreemd"),
}


@pytest.mark.parametrize("geval", BEDERF)
def test_een_bundel_die_kapot_of_vreemd_is_wordt_gemeld_en_opnieuw_gemaakt(
    werkplaats: Werkplaats, geval: str
) -> None:
    bederf, code = BEDERF[geval]
    goed = werkplaats.bytes()
    for pad in werkplaats.uit.glob("*.zip"):
        pad.write_bytes(bederf(pad.read_bytes()))
    if code:
        with pytest.raises(Fouten) as fouten:
            lees_bundel(werkplaats.uit / "alles.zip")
        assert [een.code for een in fouten.value.meldingen] == [code]
    assert all(een.geschreven for een in werkplaats.maak())
    assert werkplaats.bytes() == goed
    assert not any(een.geschreven for een in werkplaats.maak())


def test_wat_in_een_bundel_staat_wordt_niet_geloofd_om_zijn_tijd(werkplaats: Werkplaats) -> None:
    vervang(werkplaats.map, "kaarten.yaml", "Hoe kan de bond bibliothecarissen helpen?", "Hoe helpt de bond?")
    for pad in (*werkplaats.map.rglob("*"), *werkplaats.uit.iterdir()):
        os.utime(pad, (2_000_000_000, 2_000_000_000))
    os.utime(werkplaats.map / "kaarten.yaml", (0, 0))
    werkplaats.maak()
    assert werkplaats.gemaakt == ALLES


# -- the sleutel ------------------------------------------------------------------------------------------

PUBLICATIE: Publicatie = lees(KLEIN)
GRONDSTOF = Grondstof(
    PUBLICATIE, (), PLAATSEN, PLAATSEN.fonts / "carlito", datetime(2031, 1, 1, tzinfo=UTC), None
)
STUKKEN = tuple(Stuk(gebruik, ()) for gebruik in (BOEK, MET_VRAGEN, ZONDER_VRAGEN))
TELT_NIET = {
    "map",
    "selecties",
    "waardenvragen",
    "woordkeuze",
    "wegwijzer",
    "leeswaarschuwingen",
    "taalwaarschuwingen",
}


def sleutels(grondstof: Grondstof) -> dict[str, str]:
    voorraad = Voorraad(Path("nergens"), grondstof, STUKKEN, MET_VRAGEN)
    return {stuk.gebruik: sleutel for stuk, sleutel in voorraad.sleutels.items()}


@pytest.mark.parametrize("veld", [veld.name for veld in dataclasses.fields(Publicatie)])
def test_alles_wat_een_publicatie_heeft_telt_mee_behalve_wat_genoemd_is(veld: str) -> None:
    waarde = {"reflectievragen": {"x": Reflectievragen(tip="anders", vragen=("Wie?",))}}.get(veld, "anders")
    anders = dataclasses.replace(PUBLICATIE, **{veld: waarde})  # type: ignore[arg-type]
    nieuw = sleutels(dataclasses.replace(GRONDSTOF, publicatie=anders))
    gelijk = [gebruik for gebruik, sleutel in sleutels(GRONDSTOF).items() if nieuw[gebruik] == sleutel]
    assert gelijk == ([stuk.gebruik for stuk in STUKKEN] if veld in TELT_NIET else [])


def test_letters_datum_lagen_en_eigen_boek_tellen_mee(tmp_path: Path) -> None:
    gewoon = sleutels(GRONDSTOF)
    (tmp_path / "x.ttf").write_bytes(b"andere letters")
    (tmp_path / "boek.pdf").write_bytes(b"%PDF")
    anders = {
        "letters": dataclasses.replace(GRONDSTOF, letters=tmp_path),
        "datum": dataclasses.replace(GRONDSTOF, wanneer=datetime(2032, 1, 1, tzinfo=UTC)),
        "ontwerp": dataclasses.replace(GRONDSTOF, plaatsen=dataclasses.replace(PLAATSEN, layouts=tmp_path)),
    }
    for grondstof in anders.values():
        assert not set(sleutels(grondstof).values()) & set(gewoon.values())
    met_laag = sleutels(dataclasses.replace(GRONDSTOF, lagen=("Bond",)))
    assert {gebruik for gebruik in gewoon if met_laag[gebruik] != gewoon[gebruik]} == {MET_VRAGEN}
    eigen = sleutels(dataclasses.replace(GRONDSTOF, eigen=tmp_path / "boek.pdf"))
    assert eigen[BOEK] != gewoon[BOEK]


def test_andere_code_of_een_andere_bibliotheek_telt_mee(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gewoon = sleutels(GRONDSTOF)
    hergebruik.gereedschap.cache_clear()
    monkeypatch.setattr(hergebruik, "_bibliotheek", lambda naam: f"{naam}-99")
    assert not set(sleutels(GRONDSTOF).values()) & set(gewoon.values())
    monkeypatch.undo()
    hergebruik.gereedschap.cache_clear()
    (tmp_path / "hergebruik.py").write_text("x = 1\n", "utf-8")
    monkeypatch.setattr(hergebruik, "__file__", str(tmp_path / "hergebruik.py"))
    assert not set(sleutels(GRONDSTOF).values()) & set(gewoon.values())
    monkeypatch.undo()
    hergebruik.gereedschap.cache_clear()
    assert sleutels(GRONDSTOF) == gewoon


def test_elke_bibliotheek_is_te_vinden() -> None:
    assert all("-" in hergebruik._bibliotheek(naam) for naam in hergebruik.BIBLIOTHEKEN)


# -- what to print again ----------------------------------------------------------------------------------


def beelden(zip_: bytes) -> tuple[dict[int, bytes], list[bytes]]:
    """Give the pages of the cards as pictures by number, and those of the other pages."""
    with zipfile.ZipFile(io.BytesIO(zip_)) as leden:
        manifest = json.loads(leden.read("manifest.json"))
        paginas = [
            pagina.render(scale=0.7).to_pil().tobytes()
            for pagina in pdfium.PdfDocument(leden.read("kaarten-alles.pdf"))
        ]
    nummers = [kaart["nummer"] for kaart in manifest["kaarten"]]
    eerste = len(paginas) - 1 - len(nummers)
    return dict(zip(nummers, paginas[eerste:-1], strict=True)), [*paginas[:eerste], paginas[-1]]


BOND = "Wat zou jij de bond willen vragen?"
LANG = "Wat zou jij zelf eigenlijk het allerliefst aan de bond willen vragen als dat morgen zomaar kon?"
LANGE_VRAGEN = f'{LANG}"\n      - "{LANG.replace("bond", "buurt")}"\n      - "{LANG.replace("bond", "stad")}'
HANDELEN = "Wat kun je als bibliothecaris morgen anders doen?"


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw"),
    [
        ("reflectievragen/werk.yaml", BOND, "Wat vraag jij aan de bond?"),
        ("reflectievragen/werk.yaml", BOND, LANGE_VRAGEN),
        ("reflectievragen/werk.yaml", "Neem een boek mee", "Neem twee boeken mee"),
        ("kaarten.yaml", "Hoe helpt een bibliotheek mensen aan kennis?", "Hoe helpen boeken aan kennis?"),
        ("kaarten.yaml", HANDELEN, HANDELEN.replace("morgen", "morgen of overmorgen of volgende week eens")),
        ("publicatie.yaml", 'bronregel: "Naar: Een', 'bronregel: "Uit: Een'),
        ("publicatie.yaml", "trefwoorden:", "trefwoorden:\n  - lezen"),
    ],
    ids=["vraag", "lange-vragen", "tip", "titel", "lange-titel", "bronregel", "trefwoord"],
)
def test_opnieuw_printen_zijn_precies_de_bladzijden_die_er_anders_uitzien(
    werkplaats: Werkplaats, bestand: str, oud: str, nieuw: str
) -> None:
    kaarten, rondom = beelden(werkplaats.bytes()["alles"])
    vervang(werkplaats.map, bestand, oud, nieuw)
    (_, alles) = werkplaats.maak()
    nieuwe_kaarten, nieuwe_rondom = beelden(werkplaats.bytes()["alles"])
    anders = [nummer for nummer, beeld in nieuwe_kaarten.items() if beeld != kaarten[nummer]]
    assert alles.verschil is not None
    assert list(alles.verschil.opnieuw_printen) == anders
    assert alles.verschil.rondom == (nieuwe_rondom != rondom)


def test_wat_alleen_voorgelezen_wordt_hoeft_niet_opnieuw_geprint(werkplaats: Werkplaats) -> None:
    begrippen = werkplaats.map / "begrippen.yaml"
    begrippen.write_text("afkortingen:\n  bond: de vereniging\n", "utf-8")
    werkplaats.maak()
    voor = werkplaats.bytes()["alles"]
    begrippen.write_text("afkortingen:\n  bond: de club\n", "utf-8")
    (_, alles) = werkplaats.maak()
    assert werkplaats.bytes()["alles"] != voor
    assert alles.verschil is not None and alles.verschil.opnieuw_printen == ()


def test_een_kaart_weg_of_erbij_staat_in_het_verschil(werkplaats: Werkplaats) -> None:
    oud, nieuw = (lees_bundel(werkplaats.uit / f"{een}.zip").manifest for een in ("alles", SETS[0]))
    heen, terug = verschil(oud, nieuw), verschil(nieuw, oud)
    rondom = "De bladzijden rondom de kaarten zijn ook anders."
    assert heen.als_tekst() == f"5 kaarten weg: 1-2, 4-5, 9. {rondom}"
    assert terug.erbij == terug.opnieuw_printen == (1, 2, 4, 5, 9)
    assert terug.als_tekst() == f"5 kaarten erbij: 1-2, 4-5, 9; opnieuw printen: 1-2, 4-5, 9. {rondom}"


def test_een_kaart_met_een_ander_nummer_moet_opnieuw_geprint(werkplaats: Werkplaats) -> None:
    for van, naar in (
        ("nummer: 8", "nummer: 99"),
        ("nummer: 9\n", "nummer: 8\n"),
        ("nummer: 99", "nummer: 9"),
    ):
        vervang(werkplaats.map, "kaarten.yaml", van, naar)
    (_, alles) = werkplaats.maak()
    assert alles.verschil is not None and alles.verschil.veranderd == (8, 9)


def test_het_manifest_noemt_per_kaart_de_kenmerken_en_de_lagen(werkplaats: Werkplaats) -> None:
    manifest = json.loads(pak_uit(werkplaats.uit / "alles.zip")["manifest.json"])
    assert manifest["lagen"] == []
    for kaart in manifest["kaarten"]:
        assert all(len(kaart[veld]) == 16 for veld in ("inhoud", "vragen", "bladzijde"))
    assert len({kaart["bladzijde"] for kaart in manifest["kaarten"]}) == 9


# -- kaartgen verschil ------------------------------------------------------------------------------------


def test_verschil_noemt_de_kaarten_om_opnieuw_te_printen(werkplaats: Werkplaats) -> None:
    oud = str(shutil.copy(werkplaats.uit / "alles.zip", werkplaats.uit.with_name("oud.zip")))
    vervang(werkplaats.map, "reflectievragen/werk.yaml", "Wat zou jij de bond", "Wat wil jij de bond")
    werkplaats.maak()
    nieuw = str(werkplaats.uit / "alles.zip")
    assert draai("verschil", oud, nieuw).stdout == (
        "1 kaart veranderd: 8; opnieuw printen: 8.\n"
        "    8  Hoe kan de bond bibliothecarissen helpen?\n"
        "Bestanden die anders zijn: kaarten-alles.pptx, kaarten-alles.pdf, tekst-alles.html.\n"
    )
    assert json.loads(draai("verschil", oud, nieuw, "--json").stdout)["opnieuw_printen"] == [8]
    assert draai("verschil", oud, oud).stdout == "Niets veranderd.\n"
    assert draai("verschil", str(werkplaats.uit / f"{SETS[0]}.zip"), nieuw).stdout.startswith(
        "Dit zijn bundels van verschillende selecties: Bibliothecarissen en Alle kaarten.\n"
    )


def test_alleen_andere_notities_heten_niet_niets(werkplaats: Werkplaats) -> None:
    oud = str(shutil.copy(werkplaats.uit / "alles.zip", werkplaats.uit.with_name("oud.zip")))
    vervang(werkplaats.map, "reflectievragen/werk.yaml", "Laat ieder één actie kiezen", "Kies een actie")
    wel = "Op de kaarten is niets veranderd, in bestanden wel."
    assert [een.verschil and een.verschil.als_tekst() for een in werkplaats.maak()] == [wel] * 2
    assert draai("verschil", oud, str(werkplaats.uit / "alles.zip")).stdout == (
        f"{wel}\nBestanden die anders zijn: kaarten-alles.pptx, dias-alles.pptx.\n"
    )


def test_verschil_met_iets_dat_geen_bundel_is_zegt_van_beide_wat_er_mis_is(werkplaats: Werkplaats) -> None:
    kapot = werkplaats.uit / "kapot.zip"
    kapot.write_bytes(b"PK")
    uitslag = draai("verschil", str(kapot), str(werkplaats.uit / "weg.zip"))
    assert (uitslag.exit_code, uitslag.stdout) == (1, "")
    assert "kapot.zip: fout: Dit is geen heel ZIP-bestand." in uitslag.stderr
    assert "weg.zip: fout: Dit bestand is niet te openen." in uitslag.stderr


def test_verschil_tussen_twee_publicaties_wordt_geweigerd(werkplaats: Werkplaats) -> None:
    ander = werkplaats.map.rename(werkplaats.map.with_name("ander"))
    oud = str(shutil.copy(werkplaats.uit / "alles.zip", werkplaats.uit.with_name("oud.zip")))
    werkplaats.map = ander
    werkplaats.maak()
    uitslag = draai("verschil", oud, str(werkplaats.uit / "alles.zip"))
    assert uitslag.exit_code == 1
    assert "Kies twee bundels van dezelfde publicatie." in uitslag.stderr


def test_een_deel_dat_groter_wordt_dan_het_zegt_wordt_niet_uitgepakt(werkplaats: Werkplaats) -> None:
    bom = _herpak(werkplaats.bytes()["alles"], lambda leden: leden | {"tabletboek.pdf": b"0" * 50_000_000})
    assert len(bom) < 5_000_000
    goed = werkplaats.bytes()
    for id_ in SETS:
        (werkplaats.uit / f"{id_}.zip").write_bytes(bom)
    werkplaats.maak()
    assert werkplaats.bytes() == goed
