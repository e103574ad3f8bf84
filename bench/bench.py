"""How fast kaartgen is beside named peers, measured in one run; writes docs/snelheid.md."""

from __future__ import annotations

import json
import os
import pickle
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from gelijk import keur_pdf, keur_pptx
from gereedschap import Gereedschap, haal
from groot import dichtste, vermenigvuldig
from meten import Meting, draai, om_beurten
from opnieuw import opnieuw
from overdracht import decks
from typst_bron import bron

from kaartgen.bouw import MET_VRAGEN, ZONDER_VRAGEN, Project, laad
from kaartgen.inhoud import publicaties
from kaartgen.plaatsen import PROJECT, moment, zoek_plaatsen
from kaartgen.samenstelling import kaartenset
from kaartgen.scene import Document

RONDES = 7
GROEIRONDES = 3
PROCESSEN = 2
"""How many processes a build takes at most (naast.samen)."""
BLADZIJDEN = 200
GROEI = (250, 500, 1000, 2000)
DRUKKAARTEN = 160
GROOTSTE_SET = 2000
HIER = Path(__file__).parent
VERSLAG = PROJECT / "docs" / "snelheid.md"
PYTHON = sys.executable
KAARTGEN = (PYTHON, "-c", "from kaartgen.opdrachtregel import app; app()")


def main() -> None:
    """Measure, and write the report."""
    plaatsen = zoek_plaatsen(PROJECT)
    slug = publicaties(plaatsen.publicaties)[0]
    project = laad(plaatsen, slug)
    tuig = haal(PROJECT / "build" / "bench")
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        metingen = {
            **_bundels(project, tuig, map_),
            **_pdf(project, slug, tuig, map_),
            **_druk(slug, map_),
        }
        een = project.publicatie.selecties[0].id
        with opnieuw(project, een, KAARTGEN, PROJECT, map_) as vraag_anders:
            uitkomst = om_beurten(metingen | vraag_anders, RONDES)
        for maker in ("pptxgenjs", "pptxgenjs ingepakt"):
            keur_pptx(map_ / "kaartgen", map_ / maker)
        for maker in ("typst", "typst alineas"):
            keur_pdf(map_ / "kaartgen.pdf", map_ / f"{maker}.pdf")
        groei = om_beurten({str(aantal): _groei(slug, aantal) for aantal in GROEI}, GROEIRONDES)
    VERSLAG.write_text(_verslag(uitkomst, groei, tuig, project), "utf-8")
    print(VERSLAG.read_text("utf-8"))


def _bundels(project: Project, tuig: Gereedschap, map_: Path) -> dict[str, Callable[[], Mapping[str, float]]]:
    publicatie = project.publicatie
    documenten: list[tuple[str, Document]] = []
    for selectie in publicatie.selecties:
        set_ = kaartenset(publicatie, project.kaarten, selectie.id)
        for gebruik in (MET_VRAGEN, ZONDER_VRAGEN):
            documenten.append((f"{gebruik}-{set_.id}.pptx", project.kaartdocument(gebruik, set_)))
    (map_ / "decks.json").write_text(json.dumps(decks(documenten)), "utf-8")
    wanneer = moment(publicatie.gegevens.jaar)
    (map_ / "decks.pickle").write_bytes(pickle.dumps((documenten, wanneer)))
    een = publicatie.selecties[0].id

    def alle() -> dict[str, float]:
        shutil.rmtree(map_ / "uit", ignore_errors=True)
        proces = draai([*KAARTGEN, "bundel", "--uit", map_ / "uit"], PROJECT)
        return {"alle bundels": proces.seconden, "geheugen": proces.geheugen}

    def bundel() -> dict[str, float]:
        shutil.rmtree(map_ / "uit", ignore_errors=True)
        return {"een bundel": draai([*KAARTGEN, "bundel", een, "--uit", map_ / "uit"], PROJECT).seconden}

    def pptxgenjs(naam: str, ingepakt: bool) -> dict[str, float]:
        opdracht = [
            tuig.node,
            HIER / "pptxgenjs.mjs",
            tuig.modules,
            map_ / "decks.json",
            map_ / naam,
            json.dumps(ingepakt),
        ]
        proces = draai(opdracht, PROJECT)
        return {f"{naam} proces": proces.seconden, naam: float(proces.uitvoer.split()[-1])}

    def pptx() -> dict[str, float]:
        proces = draai([PYTHON, HIER / "kind_pptx.py", map_ / "decks.pickle", map_ / "kaartgen"], PROJECT)
        return {"pptx proces": proces.seconden, "pptx": float(proces.uitvoer)}

    return {
        "alle": alle,
        "pptxgenjs": lambda: pptxgenjs("pptxgenjs", False),
        "pptxgenjs ingepakt": lambda: pptxgenjs("pptxgenjs ingepakt", True),
        "een": bundel,
        "pptx": pptx,
    }


def _schermdocumenten(project: Project) -> tuple[Document, ...]:
    """Give the documents of all PDF files for screens in all bundles, the book that they share once."""
    sets = [
        kaartenset(project.publicatie, project.kaarten, selectie.id)
        for selectie in project.publicatie.selecties
    ]
    return (
        project.tabletboek(),
        *(project.kaartdocument(gebruik, set_) for set_ in sets for gebruik in (MET_VRAGEN, ZONDER_VRAGEN)),
    )


def _pdf(
    project: Project, slug: str, tuig: Gereedschap, map_: Path
) -> dict[str, Callable[[], Mapping[str, float]]]:
    groot = vermenigvuldig(project, [dichtste(project.publicatie)], BLADZIJDEN)
    opmaak = groot.kaartopmaak[MET_VRAGEN]
    paginas = tuple(opmaak.pagina(kaart) for kaart in groot.kaarten)
    document = Document(
        "", "", "", (), "nl-NL", groot.ontwerp.huisstijl.als_thema, paginas, (), (None,) * BLADZIJDEN
    )
    for naam, documenten in (
        ("pdf", (document,)),
        ("boek", (project.tabletboek(),)),
        ("scherm", _schermdocumenten(project)),
    ):
        inhoud = (groot.letter.map, groot.letter.kantoornaam, documenten, moment(2024))
        (map_ / f"{naam}.pickle").write_bytes(pickle.dumps(inhoud))
    for naam, in_regels in (("typst", True), ("typst alineas", False)):
        (map_ / f"{naam}.typ").write_text(bron(document, "Carlito", in_regels), "utf-8")

    def kaartgen(naam: str, bron: str, getagd: bool) -> dict[str, float]:
        opdracht = [
            PYTHON,
            HIER / "kind_pdf.py",
            map_ / f"{bron}.pickle",
            map_ / f"{naam}.pdf",
            json.dumps(getagd),
        ]
        waarden: dict[str, float] = json.loads(draai(opdracht, PROJECT).uitvoer)
        return {naam: waarden["seconden"], f"{naam} bytes": waarden["bytes"]}

    def opmaak_en_pdf() -> dict[str, float]:
        return {
            "opmaak": float(draai([PYTHON, HIER / "kind_opmaak.py", slug, str(BLADZIJDEN)], PROJECT).uitvoer)
        }

    def typst(naam: str) -> dict[str, float]:
        opdracht = [
            PYTHON,
            HIER / "kind_typst.py",
            map_ / f"{naam}.typ",
            groot.letter.map,
            map_ / f"{naam}.pdf",
        ]
        return {naam: float(draai(opdracht, PROJECT, {"PYTHONPATH": str(tuig.python)}).uitvoer)}

    return {
        "pdf": lambda: kaartgen("kaartgen", "pdf", True),
        "pdf zonder tags": lambda: kaartgen("kaartgen zonder tags", "pdf", False),
        "boek": lambda: kaartgen("boek", "boek", True),
        "boek zonder tags": lambda: kaartgen("boek zonder tags", "boek", False),
        "scherm": lambda: kaartgen("scherm", "scherm", True),
        "scherm zonder tags": lambda: kaartgen("scherm zonder tags", "scherm", False),
        "typst": lambda: typst("typst"),
        "opmaak": opmaak_en_pdf,
        "typst alineas": lambda: typst("typst alineas"),
    }


def _druk(slug: str, map_: Path) -> dict[str, Callable[[], Mapping[str, float]]]:
    los = map_ / "los.pdf"

    def kaartgen(aantal: int) -> dict[str, float]:
        proces = draai([PYTHON, HIER / "kind_druk.py", slug, str(aantal), los], PROJECT)
        waarden: dict[str, float] = json.loads(proces.uitvoer)
        return {f"druk {aantal} {naam}": waarde for naam, waarde in waarden.items()}

    def pikepdf() -> dict[str, float]:
        opdracht = [PYTHON, HIER / "kind_pikepdf.py", los, map_ / "vellen.pdf"]
        return {"pikepdf": float(draai(opdracht, PROJECT).uitvoer)}

    return {
        f"druk {GROOTSTE_SET}": lambda: kaartgen(GROOTSTE_SET),
        f"druk {DRUKKAARTEN}": lambda: kaartgen(DRUKKAARTEN),
        "pikepdf": pikepdf,
    }


def _groei(slug: str, aantal: int) -> Callable[[], Mapping[str, float]]:
    def meet() -> dict[str, float]:
        proces = draai([PYTHON, HIER / "kind_groei.py", slug, str(aantal)], PROJECT)
        tijden: dict[str, float] = json.loads(proces.uitvoer)
        return {f"{aantal}": sum(tijden.values()), f"{aantal} geheugen": proces.geheugen}

    return meet


def _verslag(
    uitkomst: dict[str, Meting], groei: dict[str, Meting], tuig: Gereedschap, project: Project
) -> str:
    def regel(naam: str, sleutel: str, eenheid: str = "s") -> str:
        meting = uitkomst[sleutel]
        waarden = (meting.mediaan, meting.laagste, meting.hoogste)
        cijfers = 0 if eenheid == "MB" else 2
        return (
            f"| {naam} | " + " | ".join(_getal(waarde, cijfers) + f" {eenheid}" for waarde in waarden) + " |"
        )

    def oordeel(doel: str, gehaald: bool, stand: str) -> str:
        return f"- {'Gehaald' if gehaald else 'Niet gehaald'}: {doel}. {stand}"

    verhouding = uitkomst["alle bundels"].mediaan / uitkomst["pptxgenjs proces"].mediaan
    ingepakt = uitkomst["alle bundels"].mediaan / uitkomst["pptxgenjs ingepakt proces"].mediaan
    alleen = uitkomst["pptx"].mediaan / uitkomst["pptxgenjs"].mediaan
    alleen_ingepakt = uitkomst["pptx"].mediaan / uitkomst["pptxgenjs ingepakt"].mediaan
    een = uitkomst["een bundel"].mediaan
    koud, warm = uitkomst["vraag koud"].mediaan, uitkomst["vraag in volg"].mediaan
    sneller = uitkomst["typst"].mediaan / uitkomst["kaartgen"].mediaan
    met_opmaak = uitkomst["typst alineas"].mediaan / uitkomst["opmaak"].mediaan
    geheugen = uitkomst["geheugen"].hoogste
    boekbladen = len(project.tabletboek().paginas)
    scherm = _schermdocumenten(project)
    schermbladen = sum(len(document.paginas) for document in scherm)
    tags = [
        (
            wat,
            1000 * (uitkomst[naam].mediaan - uitkomst[f"{naam} zonder tags"].mediaan) / aantal,
            uitkomst[f"{naam} bytes"].mediaan / uitkomst[f"{naam} zonder tags bytes"].mediaan - 1,
        )
        for wat, naam, aantal in (
            (f"alle {len(scherm)} PDF’s voor het scherm", "scherm", schermbladen),
            ("alleen het tabletboek", "boek", boekbladen),
            (f"{BLADZIJDEN} keer de volste kaart", "kaartgen", BLADZIJDEN),
        )
    ]
    per_kaart = {aantal: groei[str(aantal)].mediaan / aantal * 1000 for aantal in GROEI}
    op_vellen = uitkomst[f"druk {DRUKKAARTEN} vellen"].mediaan
    tegen_pikepdf = op_vellen / uitkomst["pikepdf"].mediaan
    rechtheid = per_kaart[2000] / per_kaart[500]
    versies = ", ".join(
        [f"Python {platform.python_version()}"]
        + [f"{naam} {version(naam)}" for naam in ("python-pptx", "reportlab", "uharfbuzz", "pydantic")]
        + [f"{naam} {nummer}" for naam, nummer in tuig.versies.items()]
    )
    groeiregels = [
        f"| {aantal} | {_getal(groei[str(aantal)].mediaan, 1)} s | {_getal(per_kaart[aantal], 2)} ms | "
        f"{_getal(groei[f'{aantal} geheugen'].hoogste, 0)} MB |"
        for aantal in GROEI
    ]
    bundels = len(project.publicatie.selecties)
    return "\n".join(
        [
            "# Snelheid",
            "",
            "Dit verslag maakt `make bench`. Wat vergeleken wordt, is om beurten gemeten in één keer draaien;",
            f"elke waarde is de middelste van {RONDES}, met de laagste en de hoogste erbij.",
            "",
            f"Gemeten op {datetime.now(UTC):%d-%m-%Y}, met {os.cpu_count()} rekenkernen. Versies: {versies}.",
            "",
            "| Wat | middelste | laagste | hoogste |",
            "|---|---|---|---|",
            regel(f"kaartgen: alle {bundels} bundels, heel proces", "alle bundels"),
            regel(f"PptxGenJS: dezelfde {2 * bundels} presentaties, heel proces", "pptxgenjs proces"),
            regel("PptxGenJS: alleen het maken", "pptxgenjs"),
            regel("PptxGenJS, ingepakt: heel proces", "pptxgenjs ingepakt proces"),
            regel("PptxGenJS, ingepakt: alleen het maken", "pptxgenjs ingepakt"),
            regel(f"kaartgen: dezelfde {2 * bundels} presentaties, alleen het maken", "pptx"),
            regel("kaartgen: één bundel, heel proces", "een bundel"),
            regel("kaartgen: dezelfde bundel na één andere vraag, heel proces", "vraag koud"),
            regel("kaartgen volg: dezelfde bundel na één andere vraag, vanaf het bewaren", "vraag in volg"),
            regel(f"kaartgen: {BLADZIJDEN} volle bladzijden PDF, regels al gezet", "kaartgen"),
            regel("kaartgen: dezelfde bladzijden zonder tags", "kaartgen zonder tags"),
            regel(f"kaartgen: {boekbladen} bladzijden tabletboek, regels al gezet", "boek"),
            regel("kaartgen: hetzelfde tabletboek zonder tags", "boek zonder tags"),
            regel(
                f"kaartgen: alle {len(scherm)} PDF’s voor het scherm ({schermbladen} bladzijden), regels al gezet",
                "scherm",
            ),
            regel("kaartgen: dezelfde PDF’s zonder tags", "scherm zonder tags"),
            regel(f"typst: dezelfde {BLADZIJDEN} bladzijden, regels al gezet", "typst"),
            regel("kaartgen: dezelfde bladzijden, opmaak en PDF", "opmaak"),
            regel("typst: dezelfde bladzijden, typst breekt de regels zelf", "typst alineas"),
            regel(
                f"kaartgen: {2 * DRUKKAARTEN} kanten op vellen, boven op het tekenen",
                f"druk {DRUKKAARTEN} vellen",
            ),
            regel(
                f"kaartgen: dezelfde {2 * DRUKKAARTEN} kanten tekenen en op vellen leggen",
                f"druk {DRUKKAARTEN} tekenen en vellen",
            ),
            regel(f"pikepdf: dezelfde {2 * DRUKKAARTEN} kanten, uit een PDF op vellen", "pikepdf"),
            regel(
                f"kaartgen: {2 * GROOTSTE_SET} kanten op vellen, boven op het tekenen",
                f"druk {GROOTSTE_SET} vellen",
            ),
            regel(
                f"kaartgen: geheugen erbij voor vellen van {GROOTSTE_SET} kaarten",
                f"druk {GROOTSTE_SET} geheugen erbij",
                "MB",
            ),
            regel("kaartgen: geheugen van het grootste proces bij alle bundels", "geheugen", "MB"),
            "",
            "PptxGenJS krijgt kant-en-klare dia’s en maakt daar alleen presentaties van. kaartgen leest in zijn tijd ook de",
            "publicatie, past alle tekst in drie formaten, keurt elke pagina en schrijft even veel PDF’s, het tabletboek en",
            "de ZIP’s. Dat werk, en het laden van Python met zijn bibliotheken, staat het eerste doel hieronder in de weg:",
            "de presentaties zelf kosten er maar een klein deel van.",
            "",
            "PptxGenJS pakt een bestand in Node.js uit zichzelf niet in; kaartgen wel. Daarom staat PptxGenJS er twee keer:",
            "zoals het uit zichzelf werkt, en ingepakt. Het oordeel hieronder gaat over de eerste, de snelste van de twee.",
            "",
            "Bij ‘regels al gezet’ krijgen kaartgen en typst elke regel met zijn plaats; typst leest daarbij ook zijn bron.",
            "Bij ‘opmaak en PDF’ zoekt kaartgen ook voor elke kaart de grootste letter die past; typst krijgt die maten.",
            "",
            "## Doelen",
            "",
            oordeel(
                "alle bundels in hooguit de helft van de tijd van PptxGenJS",
                verhouding <= 0.5,
                f"De verhouding is {_getal(verhouding, 2)}, en {_getal(ingepakt, 2)} als PptxGenJS ook inpakt. "
                f"Voor alleen de presentaties is zij {_getal(alleen, 2)} en {_getal(alleen_ingepakt, 2)}.",
            ),
            oordeel("één bundel in hooguit 1 seconde", een <= 1, f"Het duurt {_getal(een, 2)} s."),
            oordeel(
                "na één andere vraag de bundel weer in hooguit 1 seconde, en in volg in hooguit 0,5",
                koud <= 1 and warm <= 0.5,
                f"Het duurt {_getal(koud, 2)} s en {_getal(warm, 2)} s.",
            ),
            oordeel(
                "minstens 3 keer zo veel bladzijden PDF per seconde als typst",
                sneller >= 3,
                f"Het is {_getal(sneller, 1)} keer zo veel. Met de opmaak erbij is het {_getal(met_opmaak, 1)} keer zo veel.",
            ),
            *(
                oordeel(
                    f"tags kosten hooguit 1,5 ms per bladzijde en 40 % van het bestand ({wat})",
                    ms <= 1.5 and groter <= 0.4,
                    f"Zij kosten {_getal(ms, 2)} ms per bladzijde en {_getal(100 * groter, 0)} %.",
                )
                for wat, ms, groter in tags
            ),
            oordeel(
                "hooguit 400 MB geheugen",
                PROCESSEN * geheugen <= 400,
                f"Het grootste van de {PROCESSEN} processen gebruikt {_getal(geheugen, 0)} MB, "
                f"samen is dat hooguit {_getal(PROCESSEN * geheugen, 0)} MB.",
            ),
            oordeel(
                f"{2 * DRUKKAARTEN} kanten op vellen in hooguit 0,3 seconde boven op het tekenen",
                op_vellen <= 0.3,
                f"Het kost {_getal(op_vellen, 2)} s, {_getal(tegen_pikepdf, 1)} keer zo veel als pikepdf, "
                "dat de tekeningen uit een PDF haalt en geen kleuren, letters of metagegevens schrijft.",
            ),
            oordeel(
                "de tijd groeit recht evenredig tot 2.000 kaarten",
                rechtheid <= 1.25,
                f"Per kaart kost 2.000 kaarten {_getal(rechtheid, 2)} keer zo veel als 500.",
            ),
            "",
            "## Groei",
            "",
            f"Opmaak, presentaties en PDF’s van één set, met en zonder vragen; de middelste van {GROEIRONDES}:",
            "",
            "| kaarten | tijd | per kaart | geheugen |",
            "|---|---|---|---|",
            *groeiregels,
            "",
        ]
    )


def _getal(waarde: float, cijfers: int) -> str:
    return f"{waarde:.{cijfers}f}".replace(".", ",")


if __name__ == "__main__":
    main()
