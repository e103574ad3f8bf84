"""What an aid reads in the PDF is what stands in the linear version, card by card, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pdf_voorbeeldscene as voorbeeld
from conftest import Bundels
from kaartgen import bouw
from kaartgen.maten import Mm, Pt, Vak
from kaartgen.opmaak.typografie import lopen
from kaartgen.opmaak.zetten import meet, zet
from kaartgen.scene import Alineastijl, Kleur, Tekst
from kaartgen.toegankelijkheid.pdf_tekst import Leesdeel, tekst_in_tagvolgorde
from kaartgen.weergave.html import schrijf as schrijf_html
from kaartgen.weergave.pdf import PdfSchrijver
from test_pdf import CARLITO, MOMENT, blad

REFERENTIES = Path(__file__).parent / "leesteksten"
BLOKKEN = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "th", "td"}
VRAGENKOP = ("kop 3", "Reflectievragen")
Regels = list[tuple[str, str]]
"""What is read, block by block: what it is, and its words."""


class Regellezer(HTMLParser):
    """Reads the blocks of each section of a page by the id of the section."""

    def __init__(self) -> None:
        super().__init__()
        self.secties: dict[str, Regels] = {}
        self._open: list[tuple[str, str]] = []
        self._sectie = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        waarden = {naam: waarde or "" for naam, waarde in attrs}
        if tag == "section":
            self._sectie = waarden["id"]
            self.secties[self._sectie] = []
        if tag not in ("meta", "link"):
            self._open.append((tag, waarden.get("class", "")))
        if tag in BLOKKEN:
            self.secties[self._sectie].append((self._soort(), ""))

    def handle_endtag(self, _tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._sectie and any(tag in BLOKKEN for tag, _ in self._open):
            soort, woorden = self.secties[self._sectie][-1]
            self.secties[self._sectie][-1] = (soort, woorden + data)

    def _soort(self) -> str:
        tags = [tag for tag, _ in self._open]
        if tags[-1].startswith("h"):
            return f"kop {tags[-1][1:]}"
        if "beeld" in self._open[-1][1]:
            return "beeld"
        return "punt" if "li" in tags else "kopcel" if "th" in tags else "tekst"


def uit_html(html: bytes) -> dict[str, Regels]:
    """Give what the linear version says, by card."""
    lezer = Regellezer()
    lezer.feed(html.decode())
    return {sectie: _netjes(regels) for sectie, regels in lezer.secties.items()}


def _netjes(regels: Regels) -> Regels:
    heel = [(soort, " ".join(woorden.split())) for soort, woorden in regels]
    return [(soort, woorden) for soort, woorden in heel if woorden]


def _soort(deel: Leesdeel) -> str:
    kop = next((rol for rol in deel.pad if rol.startswith("H")), "")
    if kop:
        return f"kop {kop[1:]}"
    if "Figure" in deel.pad:
        return "beeld"
    return "punt" if "LBody" in deel.pad else "kopcel" if "TH" in deel.pad else "tekst"


def uit_pdf(pdf: bytes) -> list[Regels]:
    """Give what an aid reads, by page; marks of lists are not words."""
    return [
        _netjes(list(_blokken(delen)))
        for _, delen in groupby(tekst_in_tagvolgorde(pdf), key=lambda deel: deel.pagina)
    ]


def _blokken(delen: Iterator[Leesdeel]) -> Iterator[tuple[str, str]]:
    voor = ""
    for _, groep in groupby(delen, key=lambda deel: deel.blok):
        stukken = [deel for deel in groep if "Lbl" not in deel.pad]
        woorden = "".join(deel.tekst for deel in stukken)
        if stukken and "Figure" in stukken[0].pad and _soort(stukken[0]) != "beeld":
            # What an image in a heading says is read before the words of that heading.
            voor = f"{woorden} "
        elif stukken:
            yield _soort(stukken[0]), voor + woorden
            voor = ""


@pytest.mark.parametrize("selectie", ["raadsleden", "alle-ambtsdragers"])
def test_de_pdf_leest_kaart_voor_kaart_voor_wat_de_doorlopende_tekst_zegt(
    bundels: Bundels, selectie: str
) -> None:
    bestanden = bundels[selectie]
    html = uit_html(bestanden[f"tekst-{selectie}.html"])
    pdf = uit_pdf(bestanden[f"kaarten-{selectie}.pdf"])
    assert len(pdf) == len(html) > 10
    for (sectie, regels), gelezen in zip(html.items(), pdf, strict=True):
        assert gelezen == regels, sectie


def test_op_dias_wordt_hetzelfde_voorgelezen_zonder_de_vragen(bundels: Bundels, echt: bouw.Project) -> None:
    html = uit_html(bundels["raadsleden"]["tekst-raadsleden.html"])
    dias = {regels[0]: regels for regels in uit_pdf(bundels["raadsleden"]["dias-raadsleden.pdf"])}
    kaarten = [html[kaart.id] for kaart in echt.kaarten if kaart.id in html]
    assert len(kaarten) > 10
    for regels in kaarten:
        zonder_vragen = regels[: regels.index(VRAGENKOP)]
        assert _kern(dias[regels[0]]) == _kern(zonder_vragen)


def _kern(regels: Regels) -> Regels:
    """Leave out paragraphs and figures: a long explanation and the wheel are not on every slide."""
    return [(soort, woorden) for soort, woorden in regels if soort not in ("tekst", "beeld")]


def test_van_het_tabletboek_wordt_elke_alinea_gelezen_zoals_zij_geschreven_is(
    bundels: Bundels, echt: bouw.Project
) -> None:
    html = uit_html(schrijf_html(echt.tabletboek()))
    boek = uit_pdf(bundels["raadsleden"]["tabletboek.pdf"])
    assert len(boek) == len(html) > 50
    for (sectie, regels), gelezen in zip(html.items(), boek, strict=True):
        assert gelezen == regels, sectie


@given(
    st.lists(
        st.sampled_from(["wij", "zij-", "denk-", "en", "2024", "-2028", "–", "land/", "stad"]), min_size=2
    ),
    st.integers(8, 60),
)
def test_woorden_lopen_nergens_aaneen_waar_een_regel_ook_breekt(woorden: list[str], breedte: int) -> None:
    stijl = Alineastijl(Pt(11), Kleur("inkt", "111111"))
    zin = meet(lopen(" ".join(woorden)), vet=False, cursief=False, letter=CARLITO)
    doos = Vak(Mm(20), Mm(20), Mm(breedte), Mm(180))
    tekst = Tekst("Tekst", doos, zet([(zin, stijl)], doos, CARLITO))
    pdf = PdfSchrijver(CARLITO).schrijf(voorbeeld.document(blad(tekst)), MOMENT)
    gelezen = "".join(deel.tekst for deel in tekst_in_tagvolgorde(pdf))
    assert gelezen == " ".join(woorden)


def _als_tekst(regels: Regels) -> str:
    return "".join(f"{soort}: {woorden}\n" for soort, woorden in regels)


def test_van_elke_kaartsoort_is_de_leestekst_zoals_zij_bewaard_is(
    klein: bouw.Project, kleine_bundels: Bundels
) -> None:
    html = uit_html(kleine_bundels["alles"]["tekst-alles.html"])
    assert list(html.values()) == uit_pdf(kleine_bundels["alles"]["kaarten-alles.pdf"])
    soorten = {kaart.soort: kaart.id for kaart in reversed(klein.kaarten)}
    assert set(soorten) == {pad.stem for pad in REFERENTIES.glob("*.txt")}
    for soort, kaart in soorten.items():
        assert _als_tekst(html[kaart]) == (REFERENTIES / f"{soort}.txt").read_text("utf-8"), soort
