"""From a page to the blocks that somebody hears who does not see it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaartgen.maten import Maat, Mm, Pt, Vak
from kaartgen.scene import (
    Alinea,
    Alineastijl,
    Cel,
    Doel,
    Element,
    Groep,
    Kleur,
    Lijn,
    Loop,
    Ondergrond,
    Pagina,
    Regel,
    Stuk,
    Tabel,
    Tekst,
    Vlak,
    type_celkop,
    type_rol,
    type_structuur,
)
from kaartgen.weergave.structuur import (
    Figuur,
    Kop,
    Lijst,
    Tabelblok,
    Tekstblok,
    is_versiering,
    kopniveaus,
    structuur,
)

INKT = Kleur("inkt", "111111")
GEWOON = Alineastijl(Pt(11), INKT)
VAK = Vak(Mm(10), Mm(10), Mm(100), Mm(20))
GROND = Ondergrond(
    "Kaart", Maat(Mm(297), Mm(210)), (Vlak("Paneel", VAK, INKT),), VAK, GEWOON, VAK, GEWOON, VAK, GEWOON
)


def alinea(tekst: str, soort: type_structuur = "alinea", opsomming: str = "", nummer: int = 0) -> Alinea:
    """Give a paragraph of this kind; `nummer` is what its list mark counts."""
    stijl = replace(GEWOON, structuur=soort, opsomming=opsomming)
    merk = f"{nummer}." if nummer else opsomming
    regel = Regel(Mm(20), (Stuk(merk, Mm(10), Mm(3), False, False, INKT),)) if merk else None
    return Alinea((Loop(tekst),), stijl, merk=regel)


def doos(*alineas: Alinea, rol: type_rol = "tekst") -> Tekst:
    return Tekst("Doos", VAK, alineas, rol)


def pagina(*elementen: Element, **velden: object) -> Pagina:
    return replace(Pagina("p", "P", GROND, elementen), **velden)  # type: ignore[arg-type]


def in_woorden(*elementen: Element) -> list[str]:
    """Give the blocks of a page in short: kind and words."""
    uit = []
    for blok in structuur(pagina(*elementen)):
        match blok:
            case Kop():
                uit.append(f"kop{blok.diepte} {'|'.join(een.tekst for een in blok.alineas)}")
            case Tekstblok():
                uit.append(blok.alinea.tekst)
            case Lijst():
                soort = "lijst1" if blok.genummerd else "lijst"
                uit.append(f"{soort} {'|'.join(een.tekst for een in blok.punten)}")
            case Figuur():
                uit.append(f"figuur {blok.alt}")
            case Tabelblok():
                uit.append(f"tabel {[[cel.kop for cel in rij] for rij in blok.rijen]}")
    return uit


def test_een_kaart_wordt_gelezen_als_titel_kop_en_punten() -> None:
    assert in_woorden(
        doos(alinea("Waar sta je?", "titel"), rol="titel"),
        doos(alinea("Moed", "kop"), alinea("Een uitleg."), alinea("Doe het", opsomming="•")),
    ) == ["kop0 Waar sta je?", "kop1 Moed", "Een uitleg.", "lijst Doe het"]


def test_een_lijst_gaat_door_in_het_volgende_vak() -> None:
    vakken = (doos(alinea("een", opsomming="•")), doos(alinea("twee", opsomming="•"), alinea("drie", "punt")))
    assert in_woorden(*vakken) == ["lijst een|twee", "lijst drie"]


def test_een_nummering_die_opnieuw_begint_is_een_nieuwe_lijst() -> None:
    eerste = [alinea(str(nummer), opsomming="cijfer", nummer=nummer) for nummer in (1, 2)]
    tweede = [alinea("a", opsomming="cijfer", nummer=1)]
    verder = [alinea("3", opsomming="cijfer", nummer=3)]
    assert in_woorden(doos(*eerste), doos(*tweede)) == ["lijst1 1|2", "lijst1 a"]
    assert in_woorden(doos(*eerste), doos(*verder)) == ["lijst1 1|2|3"]


def test_een_alinea_met_een_opsommingsteken_is_een_punt_hoe_de_stijl_ook_heet() -> None:
    assert in_woorden(doos(alinea("een", "alinea", "–"))) == ["lijst een"]


def test_een_nummer_voor_een_kop_hoort_bij_die_kop() -> None:
    assert in_woorden(doos(alinea("A", "kopnummer")), doos(alinea("Kijken", "kop"))) == ["kop1 A|Kijken"]
    assert in_woorden(doos(alinea("A", "kopnummer")), doos(alinea("los"))) == ["A", "los"]


def test_een_figuur_onder_het_nummer_van_een_kop_hoort_bij_die_kop() -> None:
    pijl = Groep("Pijl", VAK, (Vlak("Deel", VAK, INKT),), alt="Stap 1 van 2")
    los = Groep("Wiel", VAK, (Vlak("Deel", VAK, INKT),), alt="Een wiel")
    kop = (doos(alinea("A", "kopnummer")), doos(alinea("Kijken", "kop")))
    blokken = structuur(pagina(los, pijl, *kop, los, doos(alinea("Doen", "kop")), pijl))
    assert [type(blok) for blok in blokken] == [Figuur, Kop, Figuur, Kop, Figuur]
    assert [blok.figuur.alt for blok in blokken if isinstance(blok, Kop) and blok.figuur] == ["Stap 1 van 2"]


def test_koppen_slaan_geen_niveau_over() -> None:
    koppen = [alinea("t", "titel"), alinea("s", "subkop"), alinea("k", "kop"), alinea("s", "subkop")]
    assert in_woorden(doos(*koppen)) == ["kop0 t", "kop1 s", "kop1 k", "kop2 s"]


def test_voet_nummer_lijnen_en_vlakken_worden_niet_gelezen() -> None:
    assert (
        in_woorden(
            doos(alinea("bron"), rol="voet"),
            doos(alinea("3"), rol="nummer"),
            Vlak("Balk", VAK, INKT),
            Lijn("Lijn", Mm(0), Mm(0), Mm(1), Mm(1), Pt(1), INKT),
            Groep("Pictogram", VAK, (Vlak("Deel", VAK, INKT),)),
        )
        == []
    )


def test_een_figuur_zegt_wat_zij_toont_of_waar_zij_heen_leidt() -> None:
    knop = Vlak("Knop", VAK, INKT, doel=Doel("Naar het begin", pagina="p"))
    wiel = Groep("Wiel", VAK, (Vlak("Deel", VAK, INKT),), alt="Een wiel")
    assert in_woorden(wiel, knop) == ["figuur Een wiel", "figuur Naar het begin"]


def test_een_groep_met_een_koppeling_erin_is_geen_versiering() -> None:
    deel = Vlak("Deel", VAK, INKT, doel=Doel("Naar het begin", pagina="p"))
    assert not is_versiering(Groep("Wiel", VAK, (deel,)))


def test_een_tabel_houdt_haar_kopcellen_en_lijsten() -> None:
    def cel(kop: type_celkop, *alineas: Alinea) -> Cel:
        return Cel(VAK, doos(*alineas), kop)

    rijen = (
        (cel("kolom", alinea("Waarde")), cel("kolom", alinea("Doen"))),
        (cel("rij", alinea("Moed")), cel("", alinea("spring", opsomming="•"), alinea("kijk", opsomming="•"))),
    )
    tabel = Tabel("Tabel", VAK, rijen, INKT, Pt(1), "Wat doe je?")
    (blok,) = structuur(pagina(tabel))
    assert isinstance(blok, Tabelblok)
    assert [[cel.kop for cel in rij] for rij in blok.rijen] == [["kolom", "kolom"], ["rij", ""]]
    (lijst,) = blok.rijen[1][1].blokken
    assert isinstance(lijst, Lijst) and len(lijst.punten) == 2


@pytest.mark.parametrize(
    ("paginas", "niveaus"),
    [
        ([("Voorblad", "Inhoud", 0), ("Kaart", "Een", 1), ("Kaart", "Een", 2)], (1, 2, 2)),
        ([("Voorblad", "", 0), ("Hoofdstuk", "Hoofdstuk", 0), ("Kaart", "Hoofdstuk", 1)], (1, 2, 3)),
        ([("V", "", 0), ("H", "H", 0), ("H (vervolg 2)", "H", 0), ("K", "H", 1)], (1, 2, 2, 3)),
        ([("V", "", 0), ("H", "H", 0), ("K", "H", 1), ("L", "Ander", 2)], (1, 2, 3, 2)),
        ([("Kaart", "Kaart", 1), ("Kaart 2", "Kaart", 2)], (1, 2)),
    ],
)
def test_de_eerste_pagina_heeft_kop_een_en_kaarten_in_een_hoofdstuk_kop_drie(
    paginas: list[tuple[str, str, int]], niveaus: tuple[int, ...]
) -> None:
    bladen = [pagina(titel=titel, deel=deel, kaartnummer=nummer) for titel, deel, nummer in paginas]
    assert kopniveaus(bladen) == niveaus
