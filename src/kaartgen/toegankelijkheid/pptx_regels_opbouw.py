"""Rules for how a presentation is built: titles, reading order, tables, sections, and what moves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from kaartgen.toegankelijkheid.bevinding import Bevinding
from kaartgen.toegankelijkheid.pptx_dossier import (
    DC,
    P14,
    TITEL,
    VOET,
    Dia,
    Dossier,
    Vorm,
    kort,
    waar,
    woorden,
)
from kaartgen.toegankelijkheid.pptx_pakket import A, P

STANDAARDTITEL = re.compile(
    r"(powerpoint[- ]?(presentation|presentatie)|presentatie|presentation|dia|slide|untitled|naamloos)\s*\d*",
    re.I,
)
STANDAARDSECTIE = re.compile(
    r"(untitled section|default section|standaardsectie|sectie zonder titel|naamloze sectie|section|sectie)"
    r"\s*\d*",
    re.I,
)
LEESVOLGORDE = "WCAG 2.1, 1.3.2; PowerPoint ‘Check reading order’"
_VERDEEL = "Zet in het deelvenster ‘Leesvolgorde’ de titel vooraan en voettekst en nummer achteraan."


def titel_ontbreekt(_: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """Each slide has a title, for people find their way by it."""
    if dia.titel:
        return
    houder = any(vorm.houder in TITEL for laag in dia.vlakte.lagen()[1:2] for vorm in laag.vormen)
    raad = "Vul de titel in; hij mag boven de rand van de dia staan."
    if not houder:
        raad = "Kies een indeling met een titel en vul die in; hij mag boven de rand van de dia staan."
    yield Bevinding(
        dia.waar,
        "titel-ontbreekt",
        "De dia heeft geen titel.",
        raad,
        "WCAG 2.1, 2.4.2 en 2.4.6; PowerPoint ‘Missing slide title’",
    )


def titel_te_veel(_: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """A slide has one title."""
    aantal = sum(vorm.houder in TITEL for vorm in dia.vlakte.alle_vormen())
    if aantal > 1:
        yield Bevinding(
            dia.waar,
            "titel-te-veel",
            f"De dia heeft {aantal} vakken voor een titel.",
            "Laat er één staan en maak van de andere gewone tekst.",
            "WCAG 2.1, 1.3.1",
        )


def houder_leeg(_: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """An empty placeholder is read aloud as a place where something should be."""
    for vorm in dia.vlakte.alle_vormen():
        leeg = vorm.soort == "sp" and vorm.houder and not vorm.tekst
        if leeg and vorm.houder not in (*TITEL, *VOET, "sldImg"):
            yield Bevinding(
                dia.bij(vorm),
                "plaatshouder-leeg",
                "Dit vak is leeg; een voorleesprogramma noemt het toch.",
                "Vul het vak of verwijder het.",
                "WCAG 2.1, 1.3.1",
            )


def leesvolgorde(_: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """The title is read first; footer, date and number come last."""
    vormen = [vorm for vorm in dia.vlakte.alle_vormen() if vorm.soort != "grpSp" and _wordt_gelezen(vorm)]
    rollen = ["titel" if v.houder in TITEL else "voet" if v.houder in VOET else "" for v in vormen]
    if "titel" in rollen and rollen[0] != "titel":
        yield Bevinding(
            dia.waar,
            "leesvolgorde-titel",
            f"De titel wordt niet als eerste gelezen, maar na ‘{vormen[0].naam}’.",
            _VERDEEL,
            LEESVOLGORDE,
        )
    romp = [plek for plek, rol in enumerate(rollen) if rol != "voet"]
    for plek, rol in enumerate(rollen):
        if rol == "voet" and romp and plek < romp[-1]:
            yield Bevinding(
                dia.bij(vormen[plek]),
                "leesvolgorde-voet",
                f"Dit wordt gelezen vóór ‘{vormen[romp[-1]].naam}’.",
                _VERDEEL,
                LEESVOLGORDE,
            )


def leesvolgorde_sprong(_: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """Within a column, reading goes down: a text above the one that was just read has been passed over."""
    vormen = [v for v in dia.vormen if v.tekst and v.kader and v.houder not in (*TITEL, *VOET)]
    for eerst, dan in pairwise(vormen):
        a, b = eerst.kader, dan.kader
        if a is None or b is None:
            continue
        samen = min(a.rechts, b.rechts) - max(a.x, b.x)
        if b.onder <= a.y and samen > 0.5 * min(a.b, b.b) and samen > 0:
            yield Bevinding(
                dia.bij(dan),
                "leesvolgorde-sprong",
                f"Deze tekst staat boven ‘{eerst.naam}’ en wordt daarna gelezen.",
                "Zet de tekst in het deelvenster ‘Leesvolgorde’ op zijn plaats.",
                LEESVOLGORDE,
            )


def _wordt_gelezen(vorm: Vorm) -> bool:
    if vorm.versiering or vorm.gedekt:
        return False
    return bool(vorm.tekst or vorm.alt or vorm.soort in ("pic", "graphicFrame"))


def tabelkop(_: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """A table says which cells are headings, and those are not empty."""
    for vorm in dia.vlakte.alle_vormen():
        tabel = vorm.tabel
        if tabel is None:
            continue
        rijen, soort = tabel.findall(f"{A}tr"), tabel.find(f"{A}tblPr")
        if not waar(soort, "firstRow"):
            yield Bevinding(
                dia.bij(vorm),
                "tabelkop-ontbreekt",
                "De tabel heeft geen veldnamenrij.",
                "Vink bij ‘Tabelontwerp’ ‘Veldnamenrij’ aan en zet de koppen in de bovenste rij.",
                "WCAG 2.1, 1.3.1; PowerPoint ‘No header row specified’",
            )
        elif rijen and any(_is_leeg(cel) for cel in rijen[0].findall(f"{A}tc")):
            yield Bevinding(
                dia.bij(vorm),
                "tabelkop-leeg",
                "Een kop in de bovenste rij van de tabel is leeg.",
                "Geef elke kolom een kop.",
                "WCAG 2.1, 1.3.1",
            )


def _is_leeg(cel: Element) -> bool:
    return not (woorden(cel).strip() or waar(cel, "hMerge") or waar(cel, "vMerge"))


def tabel_eenvoudig(_: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """A table without merged or split cells and without empty rows can be read cell by cell."""
    for vorm in dia.vlakte.alle_vormen():
        tabel = vorm.tabel
        if tabel is None:
            continue
        if any(
            cel.get(kant, "1") not in ("0", "1") or waar(cel, "hMerge") or waar(cel, "vMerge")
            for cel in tabel.iter(f"{A}tc")
            for kant in ("gridSpan", "rowSpan")
        ):
            yield Bevinding(
                dia.bij(vorm),
                "tabel-samengevoegd",
                "De tabel heeft samengevoegde cellen.",
                "Splits de cellen, of maak er twee tabellen van.",
                "WCAG 2.1, 1.3.1; PowerPoint ‘Use of merged or split cells’",
            )
        if any(not woorden(rij).strip() for rij in tabel.findall(f"{A}tr")):
            yield Bevinding(
                dia.bij(vorm),
                "tabel-lege-rij",
                "De tabel heeft een lege rij.",
                "Verwijder de rij; maak ruimte met de hoogte van de andere rijen.",
                "WCAG 2.1, 1.3.1; PowerPoint ‘Blank table rows or columns’",
            )


def vanzelf(_: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """Slides wait for the reader, and nothing keeps moving."""
    if any(overgang.get("advTm") is not None for overgang in dia.vlakte.wortel.iter(f"{P}transition")):
        yield Bevinding(
            dia.waar,
            "dia-verspringt",
            "De dia gaat na een tijd vanzelf verder.",
            "Zet bij ‘Overgangen’ het vinkje bij ‘Na’ uit.",
            "WCAG 2.1, 2.2.1",
        )
    if any(tijd.get("repeatCount") == "indefinite" for tijd in dia.vlakte.wortel.iter(f"{P}cTn")):
        yield Bevinding(
            dia.waar,
            "beweging-eindeloos",
            "Een animatie op de dia houdt niet op.",
            "Laat de animatie een vast aantal keren lopen.",
            "WCAG 2.1, 2.2.2",
        )


def titels_dubbel(_: Dossier, titels: Sequence[str]) -> Iterator[Bevinding]:
    """Each title occurs once, so that a list of slides can be used to choose from."""
    eerder: dict[str, int] = {}
    for nummer, titel in enumerate(titels, 1):
        sleutel = titel.casefold()
        if sleutel and sleutel in eerder:
            yield Bevinding(
                f"dia {nummer} ‘{kort(titel)}’",
                "titel-dubbel",
                f"Deze titel heeft dia {eerder[sleutel]} ook.",
                "Geef elke dia een eigen titel, bijvoorbeeld met ‘(vervolg)’.",
                "WCAG 2.1, 2.4.6; PowerPoint ‘Duplicate slide title’",
            )
        eerder.setdefault(sleutel, nummer)


def secties(dossier: Dossier, _: Sequence[str]) -> Iterator[Bevinding]:
    """Sections have names of their own."""
    namen = [sectie.get("name", "").strip() for sectie in dossier.wortel.iter(f"{P14}section")]
    for naam in namen:
        if not naam or STANDAARDSECTIE.fullmatch(naam):
            yield Bevinding(
                f"sectie ‘{naam}’",
                "sectie-zonder-naam",
                "De sectie heeft geen naam of de naam van een nieuwe sectie.",
                "Geef de sectie een naam die zegt wat erin zit.",
                "WCAG 2.1, 2.4.6; PowerPoint ‘Default section name’",
            )
    for naam, aantal in Counter(namen).items():
        if aantal > 1 and naam:
            yield Bevinding(
                f"sectie ‘{naam}’",
                "sectie-dubbel",
                f"Er zijn {aantal} secties met deze naam.",
                "Geef elke sectie een eigen naam.",
                "WCAG 2.1, 2.4.6; PowerPoint ‘Duplicate section name’",
            )


def documenttitel(dossier: Dossier, _: Sequence[str]) -> Iterator[Bevinding]:
    """The file tells what it is called."""
    titel = dossier.eigenschappen.get(f"{DC}title", "")
    if not titel or STANDAARDTITEL.fullmatch(titel):
        yield Bevinding(
            "bestand",
            "documenttitel-ontbreekt",
            "Het bestand heeft geen titel in zijn eigenschappen."
            if not titel
            else f"De titel in de eigenschappen is nog ‘{titel}’.",
            "Vul bij ‘Bestand’, ‘Info’ een titel in.",
            "WCAG 2.1, 2.4.2",
        )


PER_DIA = (
    titel_ontbreekt,
    titel_te_veel,
    houder_leeg,
    leesvolgorde,
    leesvolgorde_sprong,
    tabelkop,
    tabel_eenvoudig,
    vanzelf,
)
PER_BESTAND = (titels_dubbel, secties, documenttitel)
