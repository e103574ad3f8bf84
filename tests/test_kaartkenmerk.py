"""What goes along with a card, in its notes and its rows: read only when it is whole and of that card."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaartgen import bouw
from kaartgen.meldingen import Fouten
from kaartgen.vragen import nieuwe_laag, tabel
from kaartgen.vragen.herkennen import MAX_KENMERKEN
from kaartgen.vragen.kaartkenmerk import (
    Kaartkenmerk,
    Kenmerklezer,
    afkomstkenmerk,
    lees_kenmerk,
    schrijf_kenmerk,
)
from kaartgen.vragen.lezer_pptx import Deck
from kaartgen.vragen.tabel import als_csv
from kaartgen.vragen.terugbestand import lees_bytes
from kaartgen.vragen.teruglezen import Terug, lees_terug
from kaartgen.vragen.uitgifte import SELECTIE, Kaartmerk, Uitgifte
from terug_proef import (
    EIGEN,
    KOP,
    Kantoor,
    bewerkt,
    codes,
    dia_van,
    schrijf_alle,
    uitkomst,
    voeg_in,
    zonder_eigenschappen,
)
from test_teruglezen import zonder_kaart
from test_vragen_tabel import EERSTE, TWEEDE, UITGIFTE, Rijen, als_bestand

HEX = "0123456789abcdef"
KENMERKEN = st.builds(
    Kaartkenmerk,
    st.text(HEX, min_size=6, max_size=6),
    st.integers(1, 99_999),
    st.builds(
        Kaartmerk,
        st.text(HEX, min_size=16, max_size=16),
        st.lists(st.text(HEX, min_size=12, max_size=12), max_size=6).map(tuple),
    ),
)
KAART, ANDER = "raadsleden-handelen", "raadsleden-prioriteiten"
NIEUW = "Is dit een vraag van de uitgever?"


# Het woord zelf


@given(KENMERKEN)
def test_een_kenmerk_zegt_terug_wat_erin_ging_en_alleen_aan_zijn_eigen_kaart(wat: Kaartkenmerk) -> None:
    woord = schrijf_kenmerk("lessen", wat)
    assert lees_kenmerk("lessen", woord) == wat == lees_kenmerk("lessen", f" {woord.upper()}\n")
    assert lees_kenmerk("lessen-2", woord) is None
    assert Kenmerklezer(["een", "lessen"]).lees(woord) == ("lessen", wat)
    assert Kenmerklezer(["een", "twee"]).lees(woord) is None


@given(KENMERKEN, st.data())
def test_een_kenmerk_waar_iets_aan_veranderde_is_niet_te_lezen(
    wat: Kaartkenmerk, data: st.DataObject
) -> None:
    woord = schrijf_kenmerk("lessen", wat)
    plek = data.draw(st.integers(0, len(woord) - 1))
    letter = data.draw(st.sampled_from("abcz27k=-0 é"))
    stuk = data.draw(
        st.sampled_from([woord[:plek], woord[plek + 1 :], woord[:plek] + letter + woord[plek + 1 :]])
    )
    assert "".join(stuk.split()) == woord or lees_kenmerk("lessen", stuk) is None


@given(st.text(max_size=80) | st.text("kabcdefgh234567", max_size=80))
def test_andere_tekst_is_geen_kenmerk(tekst: str) -> None:
    assert lees_kenmerk("lessen", tekst) is None


@given(KENMERKEN)
def test_een_rekenblad_ziet_in_een_kenmerk_geen_formule_getal_of_reeks(wat: Kaartkenmerk) -> None:
    woord = schrijf_kenmerk("lessen", wat)
    assert woord.isalnum() and woord.isascii() and woord[0].isalpha() and woord[-1].isalpha()
    assert len(woord) <= 92


def test_een_afkomst_is_een_andere_bij_een_andere_publicatie_editie_laag_of_volgorde() -> None:
    afkomsten = [
        afkomstkenmerk("proef", "een", ()),
        afkomstkenmerk("proef", "twee", ()),
        afkomstkenmerk("buurt", "een", ()),
        afkomstkenmerk("proef", "een", ("Bond",)),
        afkomstkenmerk("proef", "een", ("Bond", "Trainer")),
        afkomstkenmerk("proef", "een", ("Trainer", "Bond")),
    ]
    assert len({*afkomsten}) == len(afkomsten)


# In een tabel


def rijen(uitgifte: Uitgifte = UITGIFTE) -> Rijen:
    """Give the table as given out."""
    tekst = als_csv(list(tabel.rijen(uitgifte))).decode("utf-8-sig")
    return [*csv.reader(io.StringIO(tekst, newline=""), delimiter=";")]


def met_vragen(vragen: Mapping[str, Sequence[str]], uitgifte: Uitgifte = UITGIFTE) -> Uitgifte:
    """Give the publication with other questions."""
    paginas = (replace(een, vragen=tuple(vragen.get(een.id, een.vragen))) for een in uitgifte.paginas)
    return replace(uitgifte, paginas=tuple(paginas))


def lees(tabel: Rijen, later: Uitgifte) -> Terug:
    """Read rows back against the publication as it is now."""
    nu = {id_: kaart.vragen for id_, kaart in later.kaarten.items()}
    return lees_terug(lees_bytes(als_bestand(tabel), "vragen.csv"), later, nu)


LATER = met_vragen({"een": (EERSTE[0], NIEUW), "twee": (NIEUW, *TWEEDE)})


def test_wat_de_uitgever_intussen_veranderde_is_in_een_csv_geen_verschil() -> None:
    terug = lees(rijen(), LATER)
    assert (uitkomst(terug), terug.meldingen, terug.zonder_herkomst) == ({}, (), ())


def test_wat_gebruiker_en_uitgever_op_een_kaart_elk_veranderden_gaat_in_een_csv_allebei_door() -> None:
    blad = rijen()
    blad[1][2] = EIGEN[0]
    terug = lees(blad, LATER)
    assert (uitkomst(terug), terug.meldingen, terug.zonder_herkomst) == ({"een": (EIGEN[0], NIEUW)}, (), ())


@pytest.mark.parametrize("plek", [1, 2])
def test_een_weggehaalde_rij_is_weg_ook_als_de_uitgever_een_andere_vraag_veranderde(plek: int) -> None:
    blad = rijen()
    blad.pop(plek)
    terug = lees(blad, met_vragen({"een": (EERSTE[0], EERSTE[1], NIEUW)}))
    assert uitkomst(terug) == {"een": (EERSTE[2 - plek], NIEUW)}
    assert (terug.meldingen, terug.zonder_herkomst) == ((), ())


def zonder_kolom(blad: Rijen) -> None:
    """Take the column away."""
    for rij in blad:
        rij.pop(4)


@pytest.mark.parametrize(
    ("verander", "code"),
    [
        (zonder_kolom, None),
        (lambda blad: [rij.__setitem__(4, "") for rij in blad[1:]], None),
        (lambda blad: [rij.__setitem__(4, rij[4][:-2]) for rij in blad[1:]], "kenmerk-onleesbaar"),
        (lambda blad: [rij.__setitem__(4, "mijn groep") for rij in blad[1:]], "kenmerk-onleesbaar"),
        (lambda blad: [rij.__setitem__(4, "''=1+1") for rij in blad[1:]], "kenmerk-onleesbaar"),
        (lambda blad: [rij.__setitem__(4, blad[5][4]) for rij in blad[1:5]], "kenmerk-onleesbaar"),
    ],
    ids=["kolom-weg", "cellen-leeg", "afgeknipt", "eigen-woorden", "formule", "van-een-andere-kaart"],
)
def test_zonder_leesbaar_kenmerk_wordt_met_nu_vergeleken_en_gezegd_bij_welke_kaarten(
    verander: Callable[[Rijen], object], code: str | None
) -> None:
    blad = rijen()
    blad[1][2] = EIGEN[0]
    verander(blad)
    terug = lees(blad, LATER)
    assert uitkomst(terug) == {"een": (EIGEN[0], EERSTE[1]), "twee": TWEEDE}
    assert codes(terug) == ([code] if code else [])
    assert terug.zonder_herkomst == (1, 2)
    if code:
        assert "1, 2" in terug.meldingen[0].tekst and str(terug.meldingen[0].plek) == "vragen.csv:2:5"


def test_een_leesbaar_kenmerk_op_een_rij_van_de_kaart_is_genoeg() -> None:
    blad = rijen()
    blad[1][4], blad[4][4] = "", "zoek"
    blad.insert(2, ["1", "", EIGEN[0], ""])
    terug = lees(blad, LATER)
    assert uitkomst(terug) == {"een": (EERSTE[0], EIGEN[0], NIEUW)}
    assert (terug.meldingen, terug.zonder_herkomst) == ((), ())


def test_een_rij_die_van_een_andere_kaart_gekopieerd_is_brengt_haar_kenmerk_niet_mee() -> None:
    blad = rijen()
    gekopieerd = ["2", "Wat is twee?", EERSTE[0], "", blad[1][4]]
    terug = lees([*blad, gekopieerd], LATER)
    assert uitkomst(terug) == {"twee": (NIEUW, *TWEEDE, EERSTE[0])}
    assert (terug.meldingen, terug.zonder_herkomst) == ((), ())


def test_een_kolom_die_los_van_de_rest_gesorteerd_is_geeft_geen_verkeerd_verschil() -> None:
    blad = rijen()
    merken = [rij[4] for rij in blad[1:]]
    for rij, merk in zip(blad[1:], [*merken[1:], merken[0]], strict=True):
        rij[4] = merk
    terug = lees(blad, LATER)
    assert (uitkomst(terug), terug.meldingen) == ({}, ())


def test_twee_kenmerken_die_iets_anders_zeggen_worden_genoemd_en_niet_gekozen() -> None:
    blad, later = rijen(), met_vragen({"een": (EERSTE[0], NIEUW)})
    blad[1][4] = rijen(later)[1][4]
    terug = lees(blad, later)
    assert codes(terug) == ["kenmerk-tegenstrijdig"]
    assert EERSTE[1] in terug.meldingen[0].tekst
    assert (uitkomst(terug), terug.zonder_herkomst) == ({"een": EERSTE}, (1,))


def test_een_kaart_met_heel_veel_verschillende_kenmerken_zegt_niets() -> None:
    kaart = LATER.kaarten["een"]
    afkomst = afkomstkenmerk(LATER.publicatie, LATER.editie, LATER.lagen)
    merken = [
        schrijf_kenmerk("een", Kaartkenmerk(afkomst, 1, Kaartmerk(kaart.inhoud, (f"{nummer:012x}",))))
        for nummer in range(MAX_KENMERKEN + 1)
    ]
    terug = lees([rijen()[0], *(["1", "", EERSTE[0], "", merk] for merk in merken)], LATER)
    assert set(codes(terug)) == {"kenmerk-onleesbaar", "vraag-dubbel"} and terug.zonder_herkomst == (1,)
    assert uitkomst(terug) == {"een": (EERSTE[0],)}


def test_twee_kenmerken_waarvan_de_uitkomst_gelijk_is_storen_niet() -> None:
    later = met_vragen({"een": (EERSTE[0], NIEUW)})
    blad = rijen(later)
    blad[1][4] = rijen()[1][4]
    terug = lees(blad, later)
    assert (uitkomst(terug), terug.meldingen) == ({}, ())


def test_een_csv_van_een_andere_editie_of_met_andere_lagen_wordt_geweigerd() -> None:
    laag = replace(UITGIFTE, lagen=("Bond",))
    for toen, nu, code in (
        (replace(UITGIFTE, editie="Vorige"), UITGIFTE, "andere-herkomst"),
        (laag, UITGIFTE, "andere-herkomst"),
        (UITGIFTE, laag, "andere-lagen"),
    ):
        with pytest.raises(Fouten) as fout:
            lees(rijen(toen), nu)
        assert [een.code for een in fout.value.meldingen] == [code]


def test_rijen_uit_een_tabel_met_andere_lagen_gaan_niet_verloren_en_worden_genoemd() -> None:
    ander = met_vragen({"een": (*EERSTE, EIGEN[0])}, replace(UITGIFTE, lagen=("Bond",)))
    blad = [*rijen(ander)[:4], *rijen()[3:]]
    terug = lees(blad, UITGIFTE)
    assert uitkomst(terug) == {"een": (*EERSTE, EIGEN[0])}
    assert (codes(terug), terug.zonder_herkomst) == (["kaart-andere-herkomst"], (1,))
    assert EIGEN[0] in terug.meldingen[0].tekst


def hernummerd() -> Uitgifte:
    """Give the publication with a new card 1; the others shifted."""
    erbij = replace(UITGIFTE.kaarten["een"], id="nul", titel="Wat is nul?", inhoud="b0" * 8, vragen=("Nul?",))
    rest = (replace(een, nummer=een.nummer + 1, voet=f"Kaart {een.nummer + 1}") for een in UITGIFTE.paginas)
    return replace(UITGIFTE, paginas=(erbij, *rest))


def test_na_hernummeren_gelden_de_nummers_die_de_tabel_zelf_heeft() -> None:
    blad = rijen()
    blad[1][2] = EIGEN[0]
    blad.append(["2", "Wat is twee?", EIGEN[1], ""])
    terug = lees(blad, hernummerd())
    assert uitkomst(terug) == {"een": (EIGEN[0], EERSTE[1]), "twee": (*TWEEDE, EIGEN[1])}
    assert (terug.meldingen, terug.zonder_herkomst) == ((), ())


def test_na_hernummeren_zegt_het_kenmerk_van_een_rij_zonder_titel_welke_kaart_zij_is() -> None:
    blad = [[nummer, "", *rest] for nummer, _, *rest in rijen()[1:]]
    blad[2][2] = EIGEN[0]
    terug = lees([rijen()[0], *blad], hernummerd())
    assert (uitkomst(terug), terug.meldingen) == ({"twee": (EIGEN[0], TWEEDE[1])}, ())


def test_na_hernummeren_wordt_een_nieuwe_rij_met_alleen_een_nummer_niet_geraden() -> None:
    terug = lees([*rijen(), ["2", "", EIGEN[1], ""]], hernummerd())
    assert (uitkomst(terug), codes(terug)) == ({}, ["rij-onduidelijk"])
    tekst = terug.meldingen[0].tekst
    assert "‘Wat is een kaart?’ of ‘Wat is twee?’" in tekst and EIGEN[1] in tekst


def test_een_rij_die_niet_te_plaatsen_is_laat_de_kaart_van_haar_kenmerk_zoals_zij_was() -> None:
    blad = rijen()
    blad[1][:3] = ["99", "", "Een vraag die niemand kent?"]
    blad[2][2] = EIGEN[0]
    terug = lees(blad, UITGIFTE)
    assert (uitkomst(terug), codes(terug)) == ({}, ["rij-onbekend", "kaart-blijft"])
    assert terug.meldingen[0].raad.endswith("Zo lang blijft kaart 1 zoals zij was.")


def test_een_formule_in_een_rij_met_een_nummer_van_twee_kaarten_laat_beide_zoals_zij_waren() -> None:
    blad = rijen()
    gelezen = lees_bytes(als_bestand(blad), "vragen.csv")
    kapot = replace(gelezen.rijen[3], cellen=("2", "", "", "1", ""), formules=frozenset({2}))  # type: ignore[union-attr]
    later = hernummerd()
    nu = {id_: een.vragen for id_, een in later.kaarten.items()}
    stuk = replace(gelezen, rijen=(*gelezen.rijen[:3], kapot, *gelezen.rijen[4:]))  # type: ignore[union-attr,type-var]
    terug = lees_terug(stuk, later, nu)
    assert (uitkomst(terug), codes(terug)) == ({}, ["formule"])
    assert terug.meldingen[0].raad.endswith("Zo lang blijven kaart 2 en 3 zoals zij waren.")


def test_een_titel_die_de_uitgever_veranderde_heet_niet_van_de_gebruiker() -> None:
    een = replace(UITGIFTE.kaarten["een"], titel="Wat is een goede kaart?", inhoud="c1" * 8)
    later = replace(UITGIFTE, paginas=(een, *UITGIFTE.paginas[1:]))
    blad = rijen()
    blad[1][2] = EIGEN[0]
    terug = lees(blad, later)
    assert uitkomst(terug) == {"een": (EIGEN[0], EERSTE[1])}
    assert (codes(terug), terug.zonder_herkomst) == (["kaart-intussen-anders"], ())


def test_een_formule_in_de_kolom_kenmerk_houdt_de_vraag_niet_tegen() -> None:
    gelezen = lees_bytes(als_bestand(rijen()), "vragen.csv")
    rij = replace(gelezen.rijen[1], cellen=(*gelezen.rijen[1].cellen[:4], ""), formules=frozenset({4}))  # type: ignore[union-attr]
    blad = replace(gelezen, rijen=(gelezen.rijen[0], rij, *gelezen.rijen[2:]))  # type: ignore[union-attr,type-var]
    terug = lees_terug(blad, LATER, {id_: een.vragen for id_, een in LATER.kaarten.items()})
    assert (uitkomst(terug), terug.meldingen) == ({}, ())


# Bestanden die uit andere zijn samengesteld

OUD = met_vragen({"een": ("Wat was dit vroeger?", EERSTE[1]), "twee": TWEEDE[::-1]})
BOND = met_vragen({"een": (*EERSTE, "Wat vindt de bond?")}, replace(UITGIFTE, lagen=("Bond",)))
DRUKKEN = (OUD, UITGIFTE, LATER, BOND, replace(OUD, editie="Vorige"))
"""What rows may come from: older, as it was, as it is now, with a layer, and another edition."""
GEKNOEI = st.sampled_from(["", "", "leeg", "kapot", "van-een-ander"])


@st.composite
def samenstellingen(teken: st.DrawFn, heel: bool) -> list[tuple[str, ...]]:
    """Give the rows of cards from tables of any time, with marks that may be damaged; `heel` leaves the
    questions as they were given out, with some of the rows twice."""
    samen: list[tuple[str, ...]] = []
    for nummer in teken(st.lists(st.sampled_from("123"), min_size=1, max_size=4)):
        bron = rijen(teken(st.sampled_from(DRUKKEN)))[1:]
        eigen = [rij for rij in bron if rij[0] == nummer]
        geknoei = teken(GEKNOEI)
        for rij in eigen:
            merk = {"leeg": "", "kapot": rij[4][1:], "van-een-ander": bron[-1][4]}.get(geknoei, rij[4])
            vraag, positie = rij[2], rij[3]
            if not heel and teken(st.booleans()):
                vraag, positie = f"Wat vraag ik op {len(samen)}?", ""
            samen.append((nummer, teken(st.sampled_from(["", rij[1]])), vraag, positie, merk))
    return samen


def gelezen(samen: Sequence[Sequence[str]]) -> Terug | None:
    """Read rows back; None when the file is refused."""
    try:
        return lees([[*tabel.KOPPEN], *map(list, samen)], LATER)
    except Fouten:
        return None


@given(samenstellingen(heel=False))
def test_uit_een_samengesteld_bestand_raakt_geen_getypte_vraag_zoek(samen: list[tuple[str, ...]]) -> None:
    terug = gelezen(samen)
    if terug is None:
        return
    over = {vraag for vragen in uitkomst(terug).values() for vraag in vragen}
    gezegd = " ".join(str(melding) for melding in terug.meldingen)
    for _, _, vraag, *_ in samen:
        assert not vraag.startswith("Wat vraag ik") or vraag in over or vraag in gezegd


@given(samenstellingen(heel=True))
def test_wat_niemand_veranderde_komt_niet_zonder_vragen_in_een_laag(samen: list[tuple[str, ...]]) -> None:
    terug = gelezen(samen)
    if terug is None:
        return
    zeker = [id_ for id_ in terug.verschillen if LATER.kaarten[id_].nummer not in terug.zonder_herkomst]
    for id_ in zeker:
        # A row without a mark of its card is one that somebody put there.
        nummer = str(LATER.kaarten[id_].nummer)
        assert not all(lees_kenmerk(id_, merk) for kaart, *_, merk in samen if kaart == nummer)


# In de notities


def later_van(kantoor: Kantoor, vragen: Mapping[str, Sequence[str]], **gegevens: object) -> Kantoor:
    """Give the office after the publisher changed questions, or its edition."""
    publicatie = kantoor.project.publicatie
    oud = publicatie.reflectievragen
    nieuw = {id_: oud[id_].model_copy(update={"vragen": tuple(eigen)}) for id_, eigen in vragen.items()}
    publicatie = replace(
        publicatie,
        reflectievragen={**oud, **nieuw},
        gegevens=publicatie.gegevens.model_copy(update=gegevens),
    )
    return Kantoor(replace(kantoor.project, publicatie=publicatie))


def notities(deck: Any, kaart: str, tekst: str) -> None:
    """Put another text in the notes of a card."""
    dia_van(deck, kaart).notes_slide.notes_text_frame.text = tekst


def notitie(deck: Any, kaart: str) -> str:
    """Give the notes of a card."""
    return str(dia_van(deck, kaart).notes_slide.notes_text_frame.text)


def test_een_deck_zonder_eigenschappen_zegt_in_de_notities_waarvan_het_gemaakt_is(
    kantoor: Kantoor, deck: bytes
) -> None:
    vragen = kantoor.vragen("raadsleden")
    later = later_van(kantoor, {KAART: (NIEUW, *vragen[KAART][1:])})
    ongelezen = later.terug(zonder_eigenschappen(deck))
    assert (uitkomst(ongelezen), ongelezen.meldingen, ongelezen.zonder_herkomst) == ({}, (), ())
    nieuw = {KAART: (*vragen[KAART][:-1], EIGEN[0]), ANDER: (EIGEN[1],)}
    terug = later.terug(zonder_eigenschappen(bewerkt(deck, schrijf_alle(nieuw))))
    assert uitkomst(terug) == {KAART: (NIEUW, *vragen[KAART][1:-1], EIGEN[0]), ANDER: (EIGEN[1],)}
    assert (terug.meldingen, terug.zonder_herkomst) == ((), ())


def test_een_dia_in_een_ander_deck_zegt_zelf_waarvan_zij_gemaakt_is(kantoor: Kantoor, deck: bytes) -> None:
    kaart = "griffiers-handelen"
    eigen = kantoor.vragen("griffiers")[kaart]
    later = later_van(kantoor, {kaart: (*eigen[:-1], NIEUW)})
    los = bewerkt(later.deck("raadsleden"), lambda nu: voeg_in(nu, kantoor.deck("griffiers"), kaart))
    terug = later.terug(los)
    assert (uitkomst(terug), terug.meldingen, terug.zonder_herkomst) == ({}, (), ())
    ander = bewerkt(kantoor.deck("griffiers"), schrijf_alle({kaart: (EIGEN[0], *eigen[1:])}))
    terug = later.terug(bewerkt(deck, lambda nu: voeg_in(nu, ander, kaart)))
    assert uitkomst(terug) == {kaart: (EIGEN[0], *eigen[1:-1], NIEUW)}
    assert (terug.meldingen, terug.zonder_herkomst) == ((), ())


def test_zeggen_eigenschappen_en_notities_iets_anders_dan_wordt_dat_genoemd_en_niet_gekozen(
    kantoor: Kantoor,
) -> None:
    vragen = kantoor.vragen("raadsleden")[KAART]
    later = later_van(kantoor, {KAART: (NIEUW, *vragen[1:])})

    def oude_dia(nu: Any) -> None:
        dia = dia_van(nu, KAART)
        for vorm in list(dia.shapes):
            vorm._element.getparent().remove(vorm._element)
        voeg_in(nu, kantoor.deck("raadsleden"), KAART)

    nieuw = bewerkt(later.deck("raadsleden"), oude_dia)
    terug = later.terug(nieuw)
    assert [een for een in codes(terug) if een != "vragenvak-weg"] == ["kenmerk-tegenstrijdig"]
    assert vragen[0] in terug.meldingen[-1].tekst and terug.zonder_herkomst == (30,)
    assert uitkomst(terug) == {KAART: vragen}


def test_het_kenmerk_zegt_onder_welk_nummer_het_bestand_de_kaart_kent(kantoor: Kantoor, deck: bytes) -> None:
    later = zonder_kaart(kantoor, "burgemeesters-handelen").uitgifte("raadsleden")
    paginas = [
        replace(een, inhoud=f"{plek:016x}", vragen=(NIEUW, *een.vragen[1:]))
        if een.id in (KAART, ANDER)
        else een
        for plek, een in enumerate(later.paginas)
    ]
    later = replace(later, paginas=tuple(paginas))
    nu = {id_: een.vragen for id_, een in later.kaarten.items()}
    # The properties know card 29 of now by the number that another card had, whose text is another one too.
    assert (later.kaarten[KAART].nummer, kantoor.uitgifte("").kaarten[ANDER].nummer) == (29, 29)
    terug = lees_terug(lees_bytes(deck, "deck.pptx"), later, nu)
    assert (uitkomst(terug), {*codes(terug)}) == ({}, {"kaart-intussen-anders"})


def test_een_notitie_die_iemand_herschreef_laat_de_eigenschappen_gelden(
    kantoor: Kantoor, deck: bytes
) -> None:
    vragen = kantoor.vragen("raadsleden")
    later = later_van(kantoor, {KAART: (NIEUW, *vragen[KAART][1:])})
    for tekst in ("Mijn eigen tip", f"Tip\n[kaart:{KAART} kapot]", f"[kaart:{KAART}]"):
        nieuw = bewerkt(deck, lambda nu, tekst=tekst: notities(nu, KAART, tekst))  # type: ignore[misc]
        terug = later.terug(nieuw)
        assert (uitkomst(terug), terug.meldingen, terug.zonder_herkomst) == ({}, (), ())


def test_zonder_eigenschappen_wordt_een_kaart_met_een_kapot_kenmerk_genoemd(
    kantoor: Kantoor, deck: bytes
) -> None:
    vragen = kantoor.vragen("raadsleden")
    later = later_van(kantoor, {KAART: (NIEUW, *vragen[KAART][1:])})
    kapot = bewerkt(deck, lambda nu: notities(nu, KAART, notitie(nu, KAART).replace("k]", "]")))
    terug = later.terug(zonder_eigenschappen(kapot))
    assert (codes(terug), terug.zonder_herkomst) == (["kenmerk-onleesbaar"], (30,))
    assert uitkomst(terug) == {KAART: vragen[KAART]}


def test_een_deck_zonder_eigenschappen_van_een_andere_editie_wordt_geweigerd(
    kantoor: Kantoor, deck: bytes
) -> None:
    later = later_van(kantoor, {}, editie="Volgende druk")
    with pytest.raises(Fouten) as fout:
        later.terug(zonder_eigenschappen(deck))
    assert [een.code for een in fout.value.meldingen] == ["andere-herkomst"]


def test_het_kenmerk_staat_op_een_regel_onder_de_notities_en_alleen_in_kaarten_met_vragen(
    kantoor: Kantoor, deck: bytes
) -> None:
    def bekijk(nu: Any) -> None:
        for kaart in kantoor.vragen("raadsleden"):
            *_, laatste = notitie(nu, kaart).splitlines()
            assert laatste.startswith(f"[kaart:{kaart} k") and laatste.endswith("k]") and len(laatste) < 130

    bewerkt(deck, bekijk)
    assert kantoor.deck("raadsleden") == deck
    zonder = kantoor.project.kaartopmaak["dias"].pagina(kantoor.project.kaarten[0])
    assert zonder.merk == ""


# Decks die uit andere zijn samengesteld


@dataclass(repr=False)
class Tijden:
    """The office of now, and decks that slides may come from."""

    nu: Kantoor
    decks: list[Deck]


@pytest.fixture(scope="module")
def tijden(klein: bouw.Project) -> Tijden:
    """The small publication as it is now, and decks of before, of now, with a layer, of another edition."""
    nu = Kantoor(klein)
    vragen = nu.vragen("alles")
    vroeger = later_van(nu, {id_: ("Wat was dit vroeger?", *eigen[1:]) for id_, eigen in vragen.items()})
    bond = later_van(nu, {id_: (*eigen[:1], "Wat vindt de bond?") for id_, eigen in vragen.items()})
    laag = nieuwe_laag(Path("bond.yaml"), "Bond", klein.publicatie.slug, "")
    met_laag = Kantoor(replace(bond.project, lagen=(laag,)))
    editie = later_van(vroeger, {}, editie="Vorige")
    decks = [lees_bytes(een.deck("alles"), "deck.pptx") for een in (vroeger, nu, met_laag, editie)]
    return Tijden(nu, [een for een in decks if isinstance(een, Deck)])


@given(st.data())
def test_uit_een_samengesteld_deck_raakt_geen_getypte_vraag_zoek_en_wordt_niets_ongevraagd_veranderd(
    tijden: Tijden, data: st.DataObject
) -> None:
    decks = tijden.decks
    basis = data.draw(st.sampled_from([None, 0, 1]))
    eigenschappen = {} if basis is None else decks[basis].eigenschappen
    dias, getypt = [], set()
    for plek in range(len(decks[0].dias)):
        bron = data.draw(st.sampled_from(range(len(decks))))
        dia = decks[bron].dias[plek]
        # A slide without its mark is taken for the one that the file was made with.
        if basis in (None, bron) and data.draw(st.sampled_from([False, False, True])):
            dia = replace(dia, notitie=data.draw(st.sampled_from(["", dia.notitie.replace("k]", "]")])))
        if data.draw(st.booleans()):
            getypt.add(f"Wat vraag ik op dia {plek}?")
            vormen = (
                replace(vorm, alineas=(*vorm.alineas, f"Wat vraag ik op dia {plek}?"))
                if vorm.merk.startswith(KOP)
                else vorm
                for vorm in dia.vormen
            )
            dia = replace(dia, vormen=tuple(vormen))
        dias.append(replace(dia, nummer=len(dias) + 1))
    uitgifte = tijden.nu.uitgifte(eigenschappen.get(SELECTIE, ""))
    nu = {id_: kaart.vragen for id_, kaart in uitgifte.kaarten.items()}
    try:
        terug = lees_terug(Deck("deck.pptx", eigenschappen, tuple(dias)), uitgifte, nu)
    except Fouten:
        return
    gezegd = " ".join(str(melding) for melding in terug.meldingen)
    alineas = {een for dia in dias for vorm in dia.vormen for een in vorm.alineas}
    over = {vraag for vragen in uitkomst(terug).values() for vraag in vragen}
    assert all(vraag in over or vraag in gezegd for vraag in getypt & alineas)
    for id_, verschil in terug.verschillen.items():
        if uitgifte.kaarten[id_].nummer not in terug.zonder_herkomst:
            anders = [een.tekst for een in verschil.nieuw if een.van is None or een.veranderd]
            assert not verschil.weg and {*anders} <= getypt
