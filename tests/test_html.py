"""The cards as one page of text: valid, complete and in the order of the structure."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from conftest import Bundels
from kaartgen.maten import Maat, Mm, Pt, Vak
from kaartgen.scene import (
    Alinea,
    Alineastijl,
    Cel,
    Document,
    Doel,
    Element,
    Groep,
    Kleur,
    Loop,
    Ondergrond,
    Pagina,
    Regel,
    Stuk,
    Tabel,
    Tekst,
    Thema,
    Vlak,
    type_structuur,
)
from kaartgen.weergave.html import schrijf

INKT, PAPIER = Kleur("inkt", "111111"), Kleur("papier", "FFFFFF")
GEWOON = Alineastijl(Pt(11), INKT)
VAK = Vak(Mm(10), Mm(10), Mm(100), Mm(20))
GROND = Ondergrond("Kaart", Maat(Mm(297), Mm(210)), (), VAK, GEWOON, VAK, GEWOON, VAK, GEWOON)
SLOTS = {"dk1": INKT, "lt1": PAPIER, "dk2": INKT, "hlink": INKT}
THEMA = Thema("Proef", tuple(SLOTS.items()), (), "Carlito")
LEEG = {"meta", "link", "br"}
"""Elements without an end (HTML, 13.1.2)."""


class Nestlezer(HTMLParser):
    """Follows the elements of a page; `fouten` says which ends do not match, `ids` holds all ids."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.fouten: list[str] = []
        self.ids: list[str] = []
        self.sprongen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        waarden = dict(attrs)
        self.ids += filter(None, [waarden.get("id")])
        self.sprongen += filter(None, [waarden.get("href")])
        if tag not in LEEG:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.fouten.append(tag)


def alinea(*lopen: Loop, soort: type_structuur = "alinea", opsomming: str = "", merk: str = "") -> Alinea:
    """Give a paragraph of these runs."""
    regel = Regel(Mm(20), (Stuk(merk, Mm(10), Mm(3), False, False, INKT),)) if merk else None
    return Alinea(lopen, replace(GEWOON, structuur=soort, opsomming=opsomming), merk=regel)


def doos(*alineas: Alinea) -> Tekst:
    return Tekst("Doos", VAK, alineas)


def bladzijde(*elementen: Element, titel: str = "Kaarten & meer", taal: str = "nl-NL") -> str:
    """Give the page of a document with one card."""
    pagina = Pagina("kaart-1", "Een kaart", GROND, elementen)
    document = Document(titel, "Over", "De makers", ("een", "twee"), taal, THEMA, (pagina,))
    return schrijf(document).decode()


def lijf(*elementen: Element) -> str:
    """Give what stands in the section of the card."""
    html = bladzijde(*elementen)
    return html.split('<section id="kaart-1"')[1].split(">", 1)[1].split("</section>")[0].strip()


def test_de_pagina_noemt_taal_titel_en_maker() -> None:
    html = bladzijde(taal="fy")
    assert '<html lang="fy">' in html
    assert "<title>Kaarten &amp; meer</title>" in html
    assert '<meta name="author" content="De makers">' in html


def test_tekens_met_een_betekenis_in_html_blijven_letters() -> None:
    assert lijf(doos(alinea(Loop('<b>A & "B"</b>')))) == '<p>&lt;b&gt;A &amp; "B"&lt;/b&gt;</p>'


def test_een_titel_is_de_kop_van_haar_sectie() -> None:
    html = bladzijde(doos(alinea(Loop("Wat nu?"), soort="titel")))
    assert '<section id="kaart-1">\n<h1>Wat nu?</h1>' in html


def test_een_nummer_voor_een_kop_staat_in_die_kop() -> None:
    delen = (alinea(Loop("A"), soort="kopnummer"), alinea(Loop("Kijken"), soort="kop"))
    assert lijf(doos(*delen)) == "<h2>A Kijken</h2>"


def test_lijsten_zijn_genummerd_of_niet() -> None:
    punten = [
        alinea(Loop(woord), opsomming="cijfer", merk=f"{nummer}.") for nummer, woord in ((1, "a"), (2, "b"))
    ]
    assert lijf(doos(*punten)) == "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"
    assert lijf(doos(alinea(Loop("c"), opsomming="•", merk="•"))) == "<ul>\n<li>c</li>\n</ul>"
    assert lijf(doos(alinea(Loop("d"), soort="punt"))) == '<ul class="kaal">\n<li>d</li>\n</ul>'


def test_een_lijst_die_verder_telt_begint_bij_haar_eigen_nummer() -> None:
    assert lijf(doos(alinea(Loop("d"), opsomming="cijfer", merk="4."))).startswith('<ol start="4">')


def test_een_koppeling_naar_een_kaart_die_er_niet_is_wordt_gewone_tekst() -> None:
    hier = Loop("hier", doel=Doel("Naar kaart 1", pagina="kaart-1"))
    weg = Loop("weg", doel=Doel("Naar kaart 9", pagina="kaart-9"))
    site = Loop("site", doel=Doel("Naar de site", adres="https://voorbeeld.nl/?a=1&b=2"))
    assert lijf(doos(alinea(hier, weg, site))) == (
        '<p><a href="#kaart-1">hier</a>weg<a href="https://voorbeeld.nl/?a=1&amp;b=2">site</a></p>'
    )


def test_lopen_met_een_doel_zijn_samen_een_koppeling() -> None:
    doel = Doel("Naar kaart 1", pagina="kaart-1")
    lopen = (
        Loop("de ", doel=doel),
        Loop("VNG", doel=doel, voluit="Vereniging"),
        Loop("!", vet=True, doel=doel),
    )
    assert lijf(doos(alinea(*lopen))) == (
        '<p><a href="#kaart-1">de <abbr title="Vereniging">VNG</abbr><strong>!</strong></a></p>'
    )


def test_een_vreemd_woord_heeft_zijn_eigen_taal() -> None:
    assert lijf(doos(alinea(Loop("fair play", taal="en")))) == '<p><span lang="en">fair play</span></p>'


def test_een_figuur_staat_er_in_woorden() -> None:
    wiel = Groep("Wiel", VAK, (Vlak("Deel", VAK, INKT),), alt="Een wiel met <negen> delen")
    assert lijf(wiel) == '<p class="beeld">Een wiel met &lt;negen&gt; delen</p>'


def test_een_tabel_heeft_kopcellen_met_hun_bereik() -> None:
    rijen = (
        (Cel(VAK, doos(alinea(Loop("Waarde"))), "kolom"), Cel(VAK, doos(alinea(Loop("Doen"))), "kolom")),
        (
            Cel(VAK, doos(alinea(Loop("Moed")), alinea(Loop("Vrijheid"))), "rij"),
            Cel(VAK, doos(alinea(Loop("spring"), opsomming="•", merk="•"))),
        ),
    )
    assert lijf(Tabel("Tabel", VAK, rijen, INKT, Pt(1), "Wat?")).replace("\n", "") == (
        '<table><thead><tr><th scope="col">Waarde</th><th scope="col">Doen</th></tr></thead>'
        '<tbody><tr><th scope="row"><p>Moed</p><p>Vrijheid</p></th>'
        "<td><ul><li>spring</li></ul></td></tr></tbody></table>"
    )


def test_de_kleuren_komen_uit_het_thema() -> None:
    thema = replace(THEMA, slots=(*THEMA.slots[:3], ("hlink", Kleur("koppeling", "123456"))))
    pagina = Pagina("a", "A", GROND, ())
    assert b"a { color: #123456; }" in schrijf(Document("T", "", "M", (), "nl", thema, (pagina,)))


@pytest.mark.parametrize("selectie", ["raadsleden", "alle-ambtsdragers"])
def test_de_tekst_van_een_bundel_is_goed_genest_en_elke_sprong_komt_aan(
    bundels: Bundels, selectie: str
) -> None:
    html = bundels[selectie][f"tekst-{selectie}.html"].decode()
    lezer = Nestlezer()
    lezer.feed(html)
    assert not lezer.fouten and not lezer.open
    assert len(lezer.ids) == len(set(lezer.ids))
    intern = {sprong[1:] for sprong in lezer.sprongen if sprong.startswith("#")}
    assert intern and intern <= set(lezer.ids)
