"""The floor that opens office files: every reason not to read one, relationships, and both its users."""

from __future__ import annotations

import io
import zipfile
from typing import get_args
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from kaartgen import officelezen
from kaartgen.officelezen import SAMENGESTELD, Geweigerd, Grenzen, Pakket, Reden
from kaartgen.toegankelijkheid import pptx_pakket
from kaartgen.vragen import pakket as vraagpakket

GRENZEN = Grenzen(bestand=100_000, leden=5, samen=1_000)
DEEL = "map/deel.xml"
RELATIES = b"""<Relationships>
<Relationship Id="a" Type="http://x/officeDocument" Target="map/deel.xml"/>
<Relationship Id="b" Type="http://x/customProperties" Target="../../docProps/./custom.xml"/>
<Relationship Id="c" Type="http://x/hyperlink" Target="https://voorbeeld.invalid/../a" TargetMode="External"/>
</Relationships>"""
DTD = '<?xml version="1.0"?><! doctype a><a/>'


def ontleed(deel: str, ruw: bytes) -> Element:
    try:
        return ElementTree.fromstring(ruw)
    except ElementTree.ParseError as fout:
        raise Geweigerd("onleesbaar", deel) from fout


def pak(delen: dict[str, bytes], soort: int = zipfile.ZIP_STORED) -> bytes:
    doos = io.BytesIO()
    with zipfile.ZipFile(doos, "w", soort) as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    return doos.getvalue()


def reden(inhoud: bytes, *delen: str) -> tuple[Reden, str]:
    with pytest.raises(Geweigerd) as fout:
        pakket = Pakket(inhoud, GRENZEN, ontleed)
        for deel in delen:
            pakket.xml(deel)
    return fout.value.reden, fout.value.deel


def test_een_bestand_dat_niet_deugt_gaat_niet_open() -> None:
    goed = pak({DEEL: b"<a/>"})
    assert reden(goed + bytes(100_000)) == ("te-groot", "")
    assert reden(pak({f"{nummer}.xml": b"" for nummer in range(6)})) == ("te-veel-delen", "")
    assert reden(SAMENGESTELD + bytes(504)) == ("samengesteld", "")
    assert reden(b"") == reden(goed[:-4]) == ("geen-zip", "")
    for naam in ("/etc/kwaad", "map/../../kwaad", "..\\kwaad"):
        assert reden(pak({naam: b""})) == ("naam-elders", naam)
    assert reden(pak({"a.xml": b"", "b.xml": b""}).replace(b"b.xml", b"a.xml")) == ("naam-dubbel", "")


def test_een_deel_dat_niet_deugt_wordt_niet_gelezen() -> None:
    goed = pak({DEEL: b"<a/>"})
    lijst = goed.index(b"PK\x01\x02")
    assert reden(goed, "weg.xml") == ("ontbreekt", "weg.xml")
    op_slot = goed[: lijst + 8] + b"\1" + goed[lijst + 9 :]
    assert reden(op_slot, DEEL) == ("op-slot", DEEL)
    assert reden(pak({DEEL: b"<a/>"}, zipfile.ZIP_LZMA), DEEL) == ("inpakking", DEEL)
    assert reden(goed.replace(b"<a/>", b"<b/>"), DEEL) == ("gaat-niet-open", DEEL)
    assert reden(pak({DEEL: b"<a>"}), DEEL) == ("onleesbaar", DEEL)


def test_uitpakken_houdt_op_bij_de_grens_voor_een_deel_en_voor_alles_samen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bom = pak({DEEL: b"<a>" + b" " * 50_000_000 + b"</a>"}, zipfile.ZIP_DEFLATED)
    assert reden(bom, DEEL) == ("samen-te-groot", DEEL)
    half = pak({DEEL: b"<a>" + b" " * 600 + b"</a>"})
    assert reden(half, DEEL, DEEL) == ("samen-te-groot", DEEL)
    monkeypatch.setattr(officelezen, "MAX_DEEL", 500)
    assert reden(half, DEEL) == ("deel-te-groot", DEEL)


def test_delen_zijn_geteld_voordat_zipfile_ze_leest(monkeypatch: pytest.MonkeyPatch) -> None:
    veel = pak({f"{nummer}.xml": b"" for nummer in range(6)})
    monkeypatch.delattr(zipfile, "ZipFile")
    assert reden(veel) == ("te-veel-delen", "")


@pytest.mark.parametrize("codering", ["utf-8", "utf-16", "utf-16-be", "utf-32", "utf-32-le"])
def test_een_deel_met_eigen_woorden_wordt_in_geen_codering_gelezen(codering: str) -> None:
    assert reden(pak({DEEL: DTD.encode(codering)}), DEEL) == ("definities", DEEL)
    assert reden(pak({DEEL: b"<a><!ENTITY x></a>"}), DEEL) == ("definities", DEEL)


def test_relaties_wijzen_naar_delen_of_naar_buiten_in_beide_vormen_van_het_formaat() -> None:
    pakket = Pakket(pak({"_rels/.rels": RELATIES, DEEL: b"<a/>"}), GRENZEN, ontleed)
    rijen = {id_: (rij.soort, rij.doel, rij.buiten) for id_, rij in pakket.relaties().items()}
    assert rijen == {
        "a": ("officeDocument", DEEL, False),
        "b": ("custom-properties", "docProps/custom.xml", False),
        "c": ("hyperlink", "https://voorbeeld.invalid/../a", True),
    }
    assert pakket.hoofd == DEEL
    assert pakket.relaties(DEEL) == {} and pakket.verwant("", "hyperlink") == ""
    assert pakket.misschien("weg.xml") is None


@pytest.mark.parametrize("waarom", get_args(Reden))
def test_beide_gebruikers_zeggen_bij_elke_reden_wat_er_mis_is(waarom: Reden) -> None:
    fout = Geweigerd(waarom, DEEL)
    (melding,) = vraagpakket.geweigerd("a.pptx", fout).meldingen
    bevinding = pptx_pakket.geweigerd(fout)
    for tekst in (melding.tekst, bevinding.tekst):
        assert tekst.endswith(".") and "{" not in tekst
    assert melding.code in (
        "bestand-te-groot",
        "bestand-kapot",
        "bestand-vreemd",
        "bestand-op-slot",
        "soort-oud",
    )
    assert bevinding.regel in ("te-groot", "beschadigd", "beveiligd", "geen-pptx", "xml-gevaarlijk")
