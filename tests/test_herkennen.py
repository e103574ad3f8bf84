"""Slides found back whatever happens to a deck: rules that hold for every edit, without files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaartgen.meldingen import Plek
from kaartgen.vragen.herkennen import herken
from kaartgen.vragen.lezer_pptx import Deck, Dia, Vorm
from kaartgen.vragen.teruglezen import lees_terug
from kaartgen.vragen.uitgifte import Uitgegeven, Uitgifte, Vast
from kaartgen.vragen.vraagtekst import sleutel

KOP = "Reflectievragen"
VAK = (0.3, 0.75, 0.6, 0.2)
MERKEN = ("naam", "notitie", "voet", "titel", "zinnen")


def kaart(nummer: int) -> Uitgegeven:
    """Give a card with sentences of its own and one that all cards have."""
    zinnen = [f"Zin {plek} van kaart {nummer} over iets." for plek in range(1, 5)]
    titel, voet = f"Waar gaat nummer {nummer} over?", f"Kaart {nummer}"
    vast = tuple(Vast(tekst, Plek("kaarten.yaml")) for tekst in (titel, f"{voet} · bron", "Waarde", *zinnen))
    vragen = (f"Wat is hier {nummer} van jou?", f"Wie helpt jou op {nummer} verder?")
    return Uitgegeven(f"kaart-{nummer}", titel, vast, nummer, "a", voet, vragen, VAK)


UITGIFTE = Uitgifte("proef", "", KOP, tuple(map(kaart, range(1, 7))))
KAARTEN = UITGIFTE.kaarten
VRAAG = st.text(st.characters(codec="utf-8", categories=("L", "N", "S")), min_size=1, max_size=20).map(
    lambda tekst: f"Wat doe jij met {tekst}?"
)


@dataclass(frozen=True)
class Bewerking:
    """One slide as it came back: its card, its questions and which marks are left."""

    kaart: str
    vragen: tuple[str, ...]
    merken: frozenset[str]
    kop: bool


def dia(nummer: int, een: Bewerking) -> Dia:
    """Give the slide."""
    eigen, over = KAARTEN[een.kaart], een.merken
    titel, voet, gedeeld, *zinnen = (vast.tekst for vast in eigen.vast)
    vormen = [
        *([Vorm("Titel", (titel,), titel=True)] if "titel" in over else []),
        Vorm("Zinnen", (gedeeld, *(zinnen if "zinnen" in over else zinnen[:1]))),
        Vorm(
            f"{KOP} [{een.kaart}]" if "naam" in over else "Google Shape;3;p1",
            ((KOP,) if een.kop else ()) + een.vragen,
            plaats=VAK,
            in_lijst=frozenset(range(een.kop, een.kop + len(een.vragen))),
        ),
        *([Vorm("Voettekst", (voet,))] if "voet" in over else []),
    ]
    return Dia(nummer, tuple(vormen), f"Tip\n[kaart:{een.kaart}]" if "notitie" in over else "")


@st.composite
def bewerkingen(teken: st.DrawFn) -> list[Bewerking]:
    """Give slides in any order: some gone, some there twice, some edited, with at least one mark left."""
    gekozen = teken(st.lists(st.sampled_from(sorted(KAARTEN)), max_size=9))
    uit = []
    for id_ in gekozen:
        eigen = list(KAARTEN[id_].vragen)
        nieuw = teken(st.lists(VRAAG | st.sampled_from(eigen), min_size=1, max_size=4, unique_by=sleutel))
        merken = teken(st.frozensets(st.sampled_from(MERKEN), min_size=1))
        uit.append(
            Bewerking(id_, tuple(teken(st.sampled_from([eigen, nieuw]))), merken, teken(st.booleans()))
        )
    return uit


def deck(dias: Sequence[Dia]) -> Deck:
    """Give a deck of these slides."""
    return Deck("deck.pptx", {}, tuple(dias))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(bewerkingen())
def test_elke_kaart_komt_terug_of_wordt_genoemd_en_niets_anders(bewerkt: list[Bewerking]) -> None:
    herkenning = herken(deck([dia(nummer, een) for nummer, een in enumerate(bewerkt, 1)]), UITGIFTE)
    per_kaart: dict[str, set[tuple[str, ...]]] = {}
    for een in bewerkt:
        per_kaart.setdefault(een.kaart, set()).add(tuple(map(sleutel, een.vragen)))
    verwacht = {id_: next(iter(rijen)) for id_, rijen in per_kaart.items() if len(rijen) == 1}
    gevonden = {id_: tuple(map(sleutel, een.vragen)) for id_, een in herkenning.kaarten.items()}
    assert gevonden == verwacht
    assert set(herkenning.teksten) == set(per_kaart)
    dubbel = [id_ for id_, rijen in per_kaart.items() if len(rijen) > 1]
    assert Counter(melding.code for melding in herkenning.meldingen) == Counter({"kaart-dubbel": len(dubbel)})
    gezegd = sleutel(" ".join(melding.tekst for melding in herkenning.meldingen))
    assert all(vraag in gezegd for id_ in dubbel for rij in per_kaart[id_] for vraag in rij)


@settings(max_examples=40)
@given(bewerkingen(), st.randoms(use_true_random=False))
def test_de_volgorde_van_dias_doet_er_niet_toe(bewerkt: list[Bewerking], toeval: object) -> None:
    geschud = list(bewerkt)
    toeval.shuffle(geschud)  # type: ignore[attr-defined]
    een, ander = (
        herken(deck([dia(nummer, een) for nummer, een in enumerate(rij, 1)]), UITGIFTE)
        for rij in (bewerkt, geschud)
    )
    assert {id_: een.vragen for id_, een in een.kaarten.items()} == {
        id_: een.vragen for id_, een in ander.kaarten.items()
    }


@given(
    st.sampled_from(sorted(KAARTEN)),
    st.sampled_from(sorted(KAARTEN)),
    st.lists(VRAAG, min_size=1, max_size=3),
)
def test_een_vak_op_de_dia_van_een_andere_kaart_wordt_nooit_gekozen(
    op: str, van: str, vragen: list[str]
) -> None:
    if op == van:
        return
    goed = dia(1, Bewerking(op, KAARTEN[op].vragen, frozenset(MERKEN), kop=True))
    vreemd = Vorm(f"{KOP} [{van}]", (KOP, *vragen), plaats=VAK)
    vormen = tuple(vreemd if vorm.plaats else vorm for vorm in goed.vormen)
    herkenning = herken(deck([replace(goed, vormen=vormen)]), UITGIFTE)
    assert herkenning.kaarten == {}
    (melding,) = herkenning.meldingen
    assert melding.code == "dia-onduidelijk"
    assert all(sleutel(vraag) in sleutel(melding.tekst) for vraag in vragen)


@given(st.lists(st.lists(st.text(max_size=30), max_size=4), max_size=5))
def test_een_dia_zonder_merken_is_nooit_een_kaart(teksten: list[list[str]]) -> None:
    vormen = tuple(Vorm("Tekstvak", tuple(alineas)) for alineas in teksten)
    herkenning = herken(deck([Dia(1, vormen)]), UITGIFTE)
    assert herkenning.kaarten == {}
    assert [melding.code for melding in herkenning.meldingen] == ["dia-onbekend"]


# -- never lost --------------------------------------------------------------------------------------------

VOOR = ("", "", "", "1. ", "2) ", "- ", "• ", "3 - ", "a) ", "Vraag 1: ", "\u200b ", "\t")
NA = ("", "", " ", "\n", " Leg uit.", "\u2028Licht toe.")
LOS = (KOP, f"{KOP}:", "Om over na te denken", "", " ", "Waarom?", "Pauze")


@st.composite
def getypte_tekst(teken: st.DrawFn, begin: int) -> tuple[str, ...]:
    """Give paragraphs as somebody may type them, with soft returns; each question has a number of its own."""
    alineas = []
    for plek in range(teken(st.integers(0, 3))):
        regels = []
        for stuk in range(teken(st.integers(1, 3))):
            vraag = f"Wat doe jij met nummer {begin}{plek}{stuk}?"
            eigen = teken(st.sampled_from(VOOR)) + vraag + teken(st.sampled_from(NA))
            regels.append(teken(st.sampled_from([eigen, eigen, teken(st.sampled_from(LOS))])))
        alineas.append("\n".join(regels))
    return tuple(alineas)


@st.composite
def volgetypte_dia(teken: st.DrawFn, nummer: int) -> Dia:
    """Give a slide of a card, or one of somebody's own, with text typed anywhere."""
    eigen = teken(st.sampled_from([None, *sorted(KAARTEN)]))
    basis = (
        dia(nummer, Bewerking(eigen, KAARTEN[eigen].vragen, frozenset(MERKEN), kop=True))
        if eigen
        else Dia(nummer, (Vorm("Titel", ("Mijn eigen dia",), titel=True), Vorm("Vak", ())))
    )
    vormen = []
    for plek, vorm in enumerate(basis.vormen):
        getypt = teken(getypte_tekst(10 * nummer + plek)) if vorm.merk != "Titel" else ()
        erbij = teken(st.sampled_from([(*vorm.alineas, *getypt), getypt, vorm.alineas]))
        lijst = teken(st.frozensets(st.integers(0, 8)))
        vormen.append(Vorm(vorm.merk, erbij or vorm.alineas, vorm.titel, vorm.plaats, lijst))
    notitie = teken(st.sampled_from([basis.notitie, f"Waar is 9{nummer}99?\n{basis.notitie}"]))
    return Dia(nummer, tuple(vormen), notitie)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_waar_en_hoe_iemand_een_vraag_ook_typt_zij_komt_terug_of_wordt_genoemd(data: st.DataObject) -> None:
    aantal = data.draw(st.integers(1, 3))
    dias = [data.draw(volgetypte_dia(nummer)) for nummer in range(1, aantal + 1)]
    eigenschappen = dict(UITGIFTE.eigenschappen())
    nu = {id_: kaart.vragen for id_, kaart in KAARTEN.items()}
    terug = lees_terug(Deck("deck.pptx", eigenschappen, tuple(dias)), UITGIFTE, nu)
    over = [een.tekst for verschil in terug.verschillen.values() for een in verschil.nieuw]
    gezegd = " ".join([*over, *(melding.tekst for melding in terug.meldingen)])
    op_dias = " ".join(een for dia in dias for vorm in dia.vormen for een in (*vorm.alineas, dia.notitie))
    kwijt = {nummer for nummer in re.findall(r"(?:nummer|Waar is) (\d+)\?", op_dias) if nummer not in gezegd}
    assert kwijt == set()
