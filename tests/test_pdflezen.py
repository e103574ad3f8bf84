"""Reading PDFs that anybody can have made: whatever is in them, it stays within bounds."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from kaartgen.pdflezen import letters, ontpakken, opdrachten
from kaartgen.pdflezen.letters import cid_breedtes, lees_cmap
from kaartgen.pdflezen.ontpakken import TeGroot, keur_stromen, lees
from kaartgen.pdflezen.opdrachten import Opdrachtlezer
from kaartgen.pdflezen.openen import GeenPdf, open_pdf
from kaartgen.pdflezen.xmp import DC, lees_xmp

GRENS = 1_000_000
NIETS = bytes(3 * GRENS)
LEEG = zlib.compress(NIETS)
BOMMEN = {
    "bom": LEEG,
    "bom in bom": zlib.compress(LEEG),
    "bom in bom in bom": zlib.compress(zlib.compress(LEEG)),
    "lijkt op ingepakt": zlib.compress(b"x" + NIETS),
    "na iets dat af is": zlib.compress(zlib.compress(b"af") + NIETS),
    "na een lege hap": b"\x78\x01" + b"\x00\x00\x00\xff\xff" * 2000 + zlib.compress(LEEG)[2:],
}


@pytest.fixture
def pdf() -> Iterator[Pdf]:
    """Give a PDF with one page that draws nothing."""
    with pikepdf.new() as nieuw:
        nieuw.add_blank_page()
        yield nieuw


@pytest.mark.parametrize("bom", BOMMEN.values(), ids=BOMMEN)
def test_een_bom_wordt_niet_uitgepakt(bom: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ontpakken, "MAX_STROOM", GRENS)
    monkeypatch.setattr(ontpakken, "HAP", ontpakken.PROEF)
    with pytest.raises(TeGroot):
        keur_stromen(b"stream\r\n" + bom)


@pytest.mark.parametrize(
    ("bom", "lagen"), [("bom", 1), ("lijkt op ingepakt", 1), ("bom in bom", 2), ("na een lege hap", 2)]
)
def test_een_stroom_wordt_niet_groter_dan_gevraagd(
    bom: str, lagen: int, pdf: Pdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ontpakken, "HAP", ontpakken.PROEF)
    stroom = Stream(pdf, b"")
    stroom.write(BOMMEN[bom], filter=Array([Name.FlateDecode] * lagen))
    with pytest.raises(TeGroot):
        lees(stroom, GRENS)


def test_veel_stromen_samen_zijn_ook_te_groot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ontpakken, "MAX_BESTAND", 2 * len(NIETS))
    stroom = b"stream\n" + LEEG + b"\nendstream\n"
    keur_stromen(2 * stroom)
    with pytest.raises(TeGroot):
        keur_stromen(3 * stroom)


def test_een_bom_kost_niet_meer_geheugen_dan_een_hap(monkeypatch: pytest.MonkeyPatch) -> None:
    stukken: list[int] = []
    echt = ontpakken._verwerk

    def meet(hap: bytes, *rest: object) -> bool:
        stukken.append(len(hap))
        return echt(hap, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(ontpakken, "_verwerk", meet)
    monkeypatch.setattr(ontpakken, "MAX_STROOM", 20_000_000)
    with pytest.raises(TeGroot):
        keur_stromen(b"stream\n" + zlib.compress(b"x" + bytes(30_000_000)))
    assert max(stukken) <= ontpakken.HAP


def test_een_bom_wordt_gezien_voordat_het_bestand_opengaat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ontpakken, "MAX_STROOM", GRENS)
    with pytest.raises(TeGroot):
        open_pdf(b"%PDF-1.7\nstream\n" + LEEG)
    with pytest.raises(GeenPdf):
        open_pdf(b"stream\n" + LEEG)


def test_alle_stromen_samen_hebben_hooguit_zoveel_woorden(pdf: Pdf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opdrachten, "MAX_TEKENS", 60)
    lezer = Opdrachtlezer(pdf)
    assert len(lezer.vorm(Stream(pdf, b"q Q " * 20))[0]) == 40
    with pytest.raises(TeGroot):
        lezer.vorm(Stream(pdf, b"q Q " * 20))


def test_de_stromen_van_een_pagina_zijn_samen_een_tekening(pdf: Pdf) -> None:
    pagina = pdf.pages[0].obj
    lezer = Opdrachtlezer(pdf, "q Q")
    pagina.Contents = Array([Stream(pdf, b"q"), Name.Niets, Stream(pdf, b"Q n")])
    assert [str(een.operator) for een in lezer.pagina(pagina)[0]] == ["q", "Q"]
    pagina.Contents = Stream(pdf, b"q Q")
    assert [str(een.operator) for een in lezer.pagina(pagina)[0]] == ["q", "Q"]
    del pagina.Contents
    assert lezer.pagina(pagina) == ((), 0)


def test_breedtes_staan_los_of_in_reeksen() -> None:
    bron = Dictionary(W=Array([1, Array([500, 600]), 10, 12, 250, 20, Array([Name.Niets, 700])]))
    assert cid_breedtes(bron) == {1: 500, 2: 600, 10: 250, 11: 250, 12: 250, 21: 700}


@pytest.mark.parametrize("losse", [[0, 0xFFFF, 1], [0, Array([1] * 60)]])
def test_dezelfde_breedtes_noemen_kost_niet_steeds_opnieuw_tijd(
    losse: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "MAX_CODES", 100)
    laatste = [0x7000, Array([9])]
    assert 0x7000 in cid_breedtes(Dictionary(W=Array(laatste)))
    breedtes = cid_breedtes(Dictionary(W=Array([*losse * 2, *laatste])))
    assert len(breedtes) <= 100
    assert 0x7000 not in breedtes


def kaart(pdf: Pdf, inhoud: bytes) -> Stream:
    """Give a ToUnicode map with these blocks."""
    return Stream(pdf, b"begincmap\n" + inhoud + b"endcmap\n")


def test_een_kaart_van_codes_noemt_losse_codes_en_reeksen(pdf: Pdf) -> None:
    losse = b"2 beginbfchar\n<0003> <0020> <00 05> <D83DDE00>\nendbfchar\n"
    reeksen = b"2 beginbfrange\n<0010> <0012> <0041>\n<0020> <0021> [<0061> <00660069>]\nendbfrange\n"
    assert lees_cmap(kaart(pdf, losse + reeksen)) == {
        3: " ",
        5: "😀",
        0x10: "A",
        0x11: "B",
        0x12: "C",
        0x20: "a",
        0x21: "fi",
    }


def test_een_kaart_die_geen_stroom_is_noemt_niets() -> None:
    assert lees_cmap(Name("/Identity-H")) == {}


def metagegevens(binnen: bytes) -> bytes:
    """Give metadata with this in the description."""
    rdf = b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    dc = b'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return b"<rdf:RDF %b %b><rdf:Description %b</rdf:Description></rdf:RDF>" % (rdf, dc, binnen)


def test_een_metagegeven_staat_in_een_attribuut_of_een_element_met_delen(pdf: Pdf) -> None:
    delen = b"dc:format='een'><dc:title><rdf:Alt><rdf:li> A </rdf:li><rdf:li>B</rdf:li></rdf:Alt></dc:title>"
    xmp = lees_xmp(Stream(pdf, metagegevens(delen + b"<dc:type> C </dc:type>")))
    assert xmp
    assert xmp.delen(DC, "title") == ("A", "B")
    assert [xmp.waarde(DC, een) for een in ("title", "format", "type", "date")] == ["A", "een", "C", ""]


@pytest.mark.parametrize(
    "kop", [b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<?xml version='1.0' encoding='niets'?>", b"<los>"]
)
def test_metagegevens_die_niet_deugen_zijn_er_niet(kop: bytes, pdf: Pdf) -> None:
    goed = metagegevens(b">")
    assert lees_xmp(Stream(pdf, goed)) is not None
    assert lees_xmp(Stream(pdf, kop + goed)) is None
