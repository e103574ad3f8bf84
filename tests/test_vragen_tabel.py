"""The table of questions: made for Excel, safe against formulas, read back as people leave it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator

from kaartgen.meldingen import Fouten
from kaartgen.vragen import tabel
from kaartgen.vragen.lezer_tabel import Blad
from kaartgen.vragen.tabel import KOPPEN, Tabelrij, als_csv, als_xlsx
from kaartgen.vragen.terugbestand import lees_bytes
from kaartgen.vragen.teruglezen import Terug, lees_terug
from kaartgen.vragen.uitgifte import EDITIE, LAGEN, PUBLICATIE, Uitgegeven, Uitgifte
from terug_proef import EIGEN, codes, herpak, leden, uitkomst

MOMENT = datetime(2024, 1, 1, tzinfo=UTC)
EERSTE, TWEEDE = ("Wat deed je toen?", "Wie hielp jou daarbij?"), ("Waar werd je stil van?", "Hoe nu verder?")
UITGIFTE = Uitgifte(
    "proef",
    "Eerste druk",
    "Reflectievragen",
    (
        Uitgegeven("een", "Wat is een kaart?", (), 1, "a1a1a1a1a1a1a1a1", "Kaart 1", EERSTE),
        Uitgegeven("twee", "Wat is twee?", (), 2, "a2a2a2a2a2a2a2a2", "Kaart 2", TWEEDE),
        Uitgegeven("drie", "Wat is drie?", (), 3, "a3a3a3a3a3a3a3a3", "Kaart 3", ("Derde vraag, hè?",)),
    ),
    maker="Maker",
)
NU = {id_: kaart.vragen for id_, kaart in UITGIFTE.kaarten.items()}
Rijen = list[list[str]]
FORMULES = (
    "=1+1",
    "+31 6 1234",
    "-2 graden?",
    "@team wat?",
    "\tspatie?",
    "=cmd|' /C calc'!A0",
    "'=al?",
    "''@x",
)


def rijen() -> Rijen:
    """Give the table as given out."""
    tekst = als_csv(list(tabel.rijen(UITGIFTE))).decode("utf-8-sig")
    return [*csv.reader(io.StringIO(tekst, newline=""), delimiter=";")]


def als_bestand(rijen: Rijen, codering: str = "utf-8-sig", scheider: str = ";", einde: str = "\r\n") -> bytes:
    """Save rows as a program does."""
    doos = io.StringIO()
    csv.writer(doos, delimiter=scheider, lineterminator=einde).writerows(rijen)
    return doos.getvalue().encode(codering)


def terug(inhoud: bytes, naam: str = "vragen.csv", uitgifte: Uitgifte = UITGIFTE) -> Terug:
    """Read a table back."""
    return lees_terug(lees_bytes(inhoud, naam), uitgifte, NU)


def bewerk(verander: Callable[[Rijen], object]) -> Terug:
    """Change the rows and read them back."""
    tabel = rijen()
    verander(tabel)
    return terug(als_bestand(tabel))


@pytest.mark.parametrize("soort", ["csv", "xlsx"])
def test_een_tabel_komt_ongewijzigd_terug_zonder_verschil(soort: str) -> None:
    alle = list(tabel.rijen(UITGIFTE))
    inhoud = als_csv(alle) if soort == "csv" else als_xlsx(alle, UITGIFTE, MOMENT)
    gelezen = terug(inhoud, f"vragen.{soort}")
    assert (uitkomst(gelezen), gelezen.meldingen, gelezen.gelezen) == ({}, (), 3)


def test_dezelfde_vragen_geven_dezelfde_bytes() -> None:
    alle = list(tabel.rijen(UITGIFTE))
    assert als_xlsx(alle, UITGIFTE, MOMENT) == als_xlsx(alle, UITGIFTE, MOMENT)
    assert als_csv(alle) == als_csv(alle)


def test_het_werkblad_is_prettig_om_in_te_werken() -> None:
    delen = dict(leden(als_xlsx(list(tabel.rijen(UITGIFTE)), UITGIFTE, MOMENT)))
    blad, stijl = delen["xl/worksheets/sheet1.xml"].decode(), delen["xl/styles.xml"].decode()
    assert 'state="frozen"' in blad and "<autoFilter" in blad
    assert len(re.findall(r"<col ", blad)) == len(KOPPEN)
    assert 'wrapText="1"' in stijl and 'quotePrefix="1"' in stijl and 'numFmtId="49"' in stijl
    # The mark is cut off at its cell, explained where it stands, and not printed.
    assert 'horizontal="fill"' in stijl and 'sqref="E1:E6"' in blad and "Laat deze kolom staan" in blad
    assert f"{tabel.BLADNAAM}!$A$1:$D$6" in delen["xl/workbook.xml"].decode()


@pytest.mark.parametrize("vraag", FORMULES)
def test_een_tekst_die_op_een_formule_lijkt_blijft_tekst_en_komt_zo_terug(vraag: str) -> None:
    rij = [Tabelrij(1, UITGIFTE.kaarten["een"].titel, vraag, 1)]
    cellen = als_csv(rij).decode("utf-8-sig").splitlines()[1].split(";")
    assert cellen[2].strip('"')[:1] == "'"
    delen = dict(leden(als_xlsx(rij, UITGIFTE, MOMENT)))
    blad = etree.fromstring(delen["xl/worksheets/sheet1.xml"])
    assert not list(blad.iter("{*}f"))
    assert [cel.get("t") for cel in blad.iter("{*}c") if cel.get("r") == "C2"] == ["s"]
    verwacht = {"een": (" ".join(vraag.split()),)}
    for naam, inhoud in (("a.csv", als_csv(rij)), ("a.xlsx", als_xlsx(rij, UITGIFTE, MOMENT))):
        assert uitkomst(terug(inhoud, naam)) == verwacht, naam


def test_een_csv_die_als_werkmap_bewaard_is_houdt_haar_schilden_en_de_vraag_blijft_dezelfde() -> None:
    een = replace(UITGIFTE.kaarten["een"], vragen=("=1+1", EERSTE[1]))
    met = replace(UITGIFTE, paginas=(een, *UITGIFTE.paginas[1:]))
    alle = [replace(rij, vraag=f"'{rij.vraag}") if rij.vraag[0] == "=" else rij for rij in tabel.rijen(met)]
    nu = NU | {"een": een.vragen}
    gelezen = lees_terug(lees_bytes(als_xlsx(alle, met, MOMENT), "a.xlsx"), met, nu)
    assert (uitkomst(gelezen), gelezen.meldingen) == ({}, ())


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=("C",)), min_size=1, max_size=30), max_size=6
    )
)
def test_elke_tekst_komt_uit_csv_en_xlsx_zoals_zij_erin_ging(teksten: list[str]) -> None:
    alle = [Tabelrij(1, tekst, tekst, plek) for plek, tekst in enumerate(teksten, 1)]
    for naam, inhoud in (("a.csv", als_csv(alle)), ("a.xlsx", als_xlsx(alle, UITGIFTE, MOMENT))):
        gelezen = lees_bytes(inhoud, naam)
        assert [rij.cellen[2] for rij in gelezen.rijen[1:]] == teksten  # type: ignore[union-attr]


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("scheider", [";", ",", "\t"])
def test_csv_mag_elke_gewone_codering_en_scheider_hebben(codering: str, scheider: str) -> None:
    tabel = rijen()
    tabel[5][2] = "Derde vraag, hé; en ‘nu’?"
    gelezen = terug(als_bestand(tabel, codering, scheider, "\n"))
    assert (uitkomst(gelezen), gelezen.meldingen) == ({"drie": ("Derde vraag, hé; en ‘nu’?",)}, ())


def geweigerd(inhoud: bytes, code: str) -> str:
    """Give why a table is refused as a whole."""
    with pytest.raises(Fouten) as fouten:
        terug(inhoud)
    (melding,) = fouten.value.meldingen
    assert melding.code == code
    return str(melding)


@pytest.mark.parametrize(
    "rij",
    [
        b'1;Wat is een kaart?;"open1;1\r\n',
        b'1;Wat is een kaart?;"Wat "deed" je?";1\r\n',
        b'1;"Wat is een kaart?',
    ],
    ids=["open", "los", "aan-het-eind"],
)
@pytest.mark.parametrize("erna", [b"", b'2;"Wat is twee?";"Hoe nu?";1\r\n', b"2;Wat is twee?;Hoe nu?;1\r\n"])
def test_een_verkeerd_aanhalingsteken_in_een_csv_schuift_geen_cellen_in_elkaar(
    rij: bytes, erna: bytes
) -> None:
    gezegd = geweigerd(b"kaart;titel;vraag;positie\r\n" + rij + erna, "tabel-kapot")
    assert "aanhalingsteken" in gezegd


def test_utf8_met_een_kapotte_byte_wordt_geen_windows_1252() -> None:
    tabel = rijen()
    tabel[1][2] = "Hoe zo, ‘café’?"
    goed = als_bestand(tabel, "utf-8")
    geweigerd(goed.replace(b"Derde", b"D\xe9rde"), "geen-tekst")
    geweigerd(goed.replace("hè".encode(), b"h\xc3"), "geen-tekst")


def test_een_csv_die_midden_in_een_rij_ophoudt_wordt_geweigerd_en_zonder_laatste_regeleinde_niet() -> None:
    heel = als_bestand(rijen(), "utf-8")
    kort = heel[: heel.index(b" werd je stil")]
    assert "De laatste rij (rij 4) is niet af" in geweigerd(kort, "tabel-kapot")
    assert terug(heel.rstrip()).meldingen == ()
    zonder_positie = [rij[:3] for rij in rijen()[1:]]
    assert terug(als_bestand([rijen()[0], *zonder_positie], "utf-8")).meldingen == ()


def test_een_regel_sep_van_excel_en_regels_boven_de_koppen_storen_niet() -> None:
    inhoud = b"sep=;\r\n" + als_bestand([["Vragen van maandag"], [], *rijen()], "utf-8")
    gelezen = terug(inhoud)
    assert (uitkomst(gelezen), gelezen.meldingen) == ({}, ())


# Wat mensen veranderen


@pytest.mark.parametrize(
    ("verander", "verwacht"),
    [
        (lambda r: r[1].__setitem__(2, "Wat deed jij toen?"), {"een": ("Wat deed jij toen?", EERSTE[1])}),
        (lambda r: r[1].__setitem__(2, " "), {"een": (EERSTE[1],)}),
        (lambda r: r.pop(1), {"een": (EERSTE[1],)}),
        (lambda r: r.insert(2, ["1", "", EIGEN[0], ""]), {"een": (EERSTE[0], EIGEN[0], EERSTE[1])}),
        (lambda r: r.append(["1", "", EIGEN[0], ""]), {"een": (*EERSTE, EIGEN[0])}),
        (lambda r: r.append(["", "Wat is twee?", EIGEN[0], ""]), {"twee": (*TWEEDE, EIGEN[0])}),
        (lambda r: r.append(["1", "", EIGEN[0], "0"]), {"een": (EIGEN[0], *EERSTE)}),
        (lambda r: r.append(["1", "", EIGEN[0], "1,5"]), {"een": (EERSTE[0], EIGEN[0], EERSTE[1])}),
        (lambda r: r.append(["Kaart 1", "", EIGEN[0], "9"]), {"een": (*EERSTE, EIGEN[0])}),
        (lambda r: (r[1].__setitem__(3, "2"), r[2].__setitem__(3, "1")), {"een": EERSTE[::-1]}),
        (lambda r: r[1].__setitem__(2, f"1. {EERSTE[0]}"), {}),
        (lambda r: r[1].__setitem__(2, EERSTE[0].replace(" ", "\n", 1)), {}),
        (lambda r: r.sort(key=lambda rij: (rij[0] != "kaart", rij[2])), {}),
        (lambda r: [rij.reverse() for rij in r], {}),
        (lambda r: [rij.__delitem__(3) for rij in r], {}),
    ],
    ids=[
        "veranderd",
        "gewist",
        "rij-weg",
        "rij-ertussen",
        "rij-onderaan",
        "op-titel",
        "vooraan",
        "halve-positie",
        "kaart-in-woorden",
        "omgewisseld",
        "met-nummer",
        "alt-enter",
        "gesorteerd",
        "kolommen-om",
        "zonder-positie",
    ],
)
def test_wat_in_de_tabel_verandert_komt_terug(
    verander: Callable[[Rijen], object], verwacht: dict[str, tuple[str, ...]]
) -> None:
    gelezen = bewerk(verander)
    assert (uitkomst(gelezen), gelezen.meldingen) == (verwacht, ())


@pytest.mark.parametrize(
    ("verander", "code", "erin"),
    [
        (lambda r: r.append(["9", "", EIGEN[0], ""]), "rij-onbekend", EIGEN[0]),
        (lambda r: r.append(["", "", EIGEN[0], ""]), "rij-onbekend", EIGEN[0]),
        (lambda r: r[1].__setitem__(0, "2"), "rij-onduidelijk", EERSTE[0]),
        (lambda r: r[1].__setitem__(0, "99"), "rij-onbekend", EERSTE[0]),
        (lambda r: r[1].__setitem__(1, "Een andere titel"), "vaste-tekst-anders", "Een andere titel"),
        (lambda r: (r[1].__setitem__(2, ""), r[2].__setitem__(2, "")), "geen-vragen", "Kaart 1"),
        (lambda r: r[2].__setitem__(2, r[1][2]), "vraag-dubbel", EERSTE[0]),
        (lambda r: [rij.append("Of beter zo?") for rij in r], "kolom-ongelezen", "‘Of beter zo?’"),
        (lambda r: [rij.append("Of beter zo?") for rij in r[1:]], "kolom-ongelezen", "kolom 6"),
    ],
    ids=[
        "geen-kaart",
        "geen-nummer",
        "nummer-en-titel",
        "nummer-weg",
        "titel",
        "alles-gewist",
        "dubbel",
        "kolom-erbij",
        "kolom-zonder-kop",
    ],
)
def test_wat_niet_klopt_wordt_genoemd_en_er_gaat_geen_vraag_verloren(
    verander: Callable[[Rijen], object], code: str, erin: str
) -> None:
    gelezen = bewerk(verander)
    assert code in codes(gelezen)
    assert any(erin in melding.tekst for melding in gelezen.meldingen)
    assert uitkomst(gelezen) == ({"een": (EERSTE[0],)} if code == "vraag-dubbel" else {})


def test_een_melding_noemt_rij_en_kolom() -> None:
    (melding,) = bewerk(lambda r: r.append(["9", "", EIGEN[0], ""])).meldingen
    assert str(melding.plek) == "vragen.csv:7:1"


def test_twee_vragen_op_dezelfde_positie_houden_de_volgorde_van_hun_rijen() -> None:
    gelezen = bewerk(lambda r: r.insert(1, ["1", "", EIGEN[0], "1"]))
    assert (uitkomst(gelezen), codes(gelezen)) == ({"een": (EIGEN[0], *EERSTE)}, ["positie-dubbel"])


def test_twee_vragen_in_een_cel_hebben_niet_dezelfde_positie() -> None:
    gelezen = bewerk(lambda r: r[1].__setitem__(2, "\n".join(EIGEN[:2])))
    assert (uitkomst(gelezen), gelezen.meldingen) == ({"een": (*EIGEN[:2], EERSTE[1])}, ())


def test_een_positie_die_geen_getal_is_telt_niet_maar_wordt_genoemd() -> None:
    gelezen = bewerk(lambda r: r.append(["1", "", EIGEN[0], "achteraan"]))
    assert (uitkomst(gelezen), codes(gelezen)) == ({"een": (*EERSTE, EIGEN[0])}, ["positie"])


def met_cel(inhoud: bytes, oud: str, nieuw: str) -> bytes:
    """Change the XML of the sheet."""

    def maak(naam: str, deel: bytes) -> bytes:
        if naam != "xl/worksheets/sheet1.xml":
            return deel
        tekst, aantal = re.subn(oud, nieuw, deel.decode())
        assert aantal
        return tekst.encode()

    return herpak(inhoud, maak)


def test_een_formule_is_nooit_een_vraag_ook_niet_met_een_uitkomst() -> None:
    inhoud = als_xlsx(list(tabel.rijen(UITGIFTE)), UITGIFTE, MOMENT)
    formule = '<c r="C2" t="str"><f>A2&amp;"x"</f><v>Is dit een vraag?</v></c>'
    gelezen = terug(met_cel(inhoud, r'<c r="C2".*?</c>', formule), "vragen.xlsx")
    assert (uitkomst(gelezen), codes(gelezen)) == ({}, ["formule"])
    assert str(gelezen.meldingen[0].plek) == "vragen.xlsx:2:3"


def test_een_vraag_met_opmaak_in_de_cel_is_dezelfde_vraag() -> None:
    inhoud = als_xlsx(list(tabel.rijen(UITGIFTE)), UITGIFTE, MOMENT)
    rijk = (
        '<c r="C2" t="inlineStr"><is><r><rPr><b/></rPr><t>Wat deed </t></r><r><t>je toen?</t></r>'
        '<rPh sb="0" eb="1"><t>hoe</t></rPh></is></c>'
    )
    gelezen = terug(met_cel(inhoud, r'<c r="C2".*?</c>', rijk), "vragen.xlsx")
    assert (uitkomst(gelezen), gelezen.meldingen) == ({}, ())


def test_een_tabel_van_een_andere_editie_wordt_geweigerd() -> None:
    inhoud = als_xlsx(list(tabel.rijen(UITGIFTE)), UITGIFTE, MOMENT)
    with pytest.raises(Fouten, match="Eerste druk"):
        terug(inhoud, "vragen.xlsx", replace(UITGIFTE, editie="Tweede druk"))


def test_een_tabel_zonder_herkomst_van_een_andere_publicatie_wordt_geweigerd() -> None:
    def anders(tabel: Rijen) -> None:
        for rij in tabel[1:]:
            rij[1:] = [f"{rij[1]} Of toch niet?", *rij[2:4]]

    with pytest.raises(Fouten, match="passen niet bij deze publicatie"):
        bewerk(anders)


# Wat een ander programma ervan maakt


def test_een_goede_rij_van_een_kaart_met_een_slechte_wordt_ook_genoemd() -> None:
    gelezen = bewerk(lambda r: (r[1].__setitem__(0, "2"), r[2].__setitem__(2, EIGEN[0])))
    assert (uitkomst(gelezen), codes(gelezen)) == ({}, ["rij-onduidelijk", "kaart-blijft"])
    assert EERSTE[0] in gelezen.meldingen[0].tekst and EIGEN[0] in gelezen.meldingen[1].tekst


def test_een_ander_programma_leest_alleen_tekst_en_getallen_en_bewaart_wat_wij_weer_lezen() -> None:
    alle = list(tabel.rijen(UITGIFTE))
    alle[0] = replace(alle[0], vraag=FORMULES[0])
    boek = load_workbook(io.BytesIO(als_xlsx(alle, UITGIFTE, MOMENT)))
    blad = boek.active
    assert blad is not None and blad.freeze_panes == "A2"
    assert list(blad.iter_rows(values_only=True))[1:] == [
        (rij.kaart, rij.titel, rij.vraag, rij.positie, rij.kenmerk) for rij in alle
    ]
    assert {cel.data_type for rij in blad.iter_rows() for cel in rij} == {"n", "s"}
    blad["C3"] = EIGEN[0]
    blad.append([3, None, EIGEN[1], 2])
    doos = io.BytesIO()
    boek.save(doos)
    gelezen = terug(doos.getvalue(), "vragen.xlsx")
    verwacht = {"een": (FORMULES[0], EIGEN[0]), "drie": ("Derde vraag, hè?", EIGEN[1])}
    assert (uitkomst(gelezen), gelezen.meldingen) == (verwacht, ())


def test_openxml_audit_vindt_niets_in_het_werkblad(tmp_path: Path) -> None:
    bestand = tmp_path / "vragen.xlsx"
    bestand.write_bytes(als_xlsx(list(tabel.rijen(UITGIFTE)), UITGIFTE, MOMENT))
    assert [fout.description for fout in OpenXmlValidator().validate(str(bestand)).errors] == []


@pytest.mark.parametrize("wat", [PUBLICATIE, EDITIE, LAGEN])
def test_een_reusachtige_of_vuile_naam_in_een_bestand_wordt_niet_heel_getoond(wat: str) -> None:
    zegt = {PUBLICATIE: "proef", EDITIE: "Eerste druk"} | {wat: "\x1b[31mkwaad\u202e\n" + "x | " * 700_000}
    with pytest.raises(Fouten) as fouten:
        lees_terug(Blad("a.xlsx", (), zegt), UITGIFTE, NU)
    gezegd = str(fouten.value)
    assert len(gezegd) < 700 and gezegd.isprintable() and "kwaad" in gezegd


def test_na_een_andere_naam_in_een_laag_is_de_raad_de_naam_terug_te_zetten() -> None:
    nu = replace(UITGIFTE, lagen=("Bond", "Nieuwe naam"))
    zegt = {PUBLICATIE: "proef", EDITIE: "Eerste druk", LAGEN: "Bond | Oude naam"}
    with pytest.raises(Fouten, match="Zet dan bij ‘naam’ weer ‘Oude naam’"):
        lees_terug(Blad("a.xlsx", (), zegt), nu, NU)


@pytest.mark.parametrize(
    "verander",
    [
        lambda blad: [cel.__setitem__(2, "") for cel in blad[1:3]],
        lambda blad: [cel.__setitem__(0, "99") for cel in blad[1:3]],
        lambda blad: [cel.__setitem__(1, "Wat is twee?") for cel in blad[1:3]],
    ],
    ids=["leeg", "kaart-99", "andere-titel"],
)
def test_een_kaart_die_er_nog_staat_heet_niet_weg(verander: Callable[[Rijen], object]) -> None:
    tabel = rijen()
    verander(tabel)
    gelezen = lees_bytes(als_bestand(tabel), "a.csv")
    assert isinstance(gelezen, Blad)
    gemerkt = lees_terug(replace(gelezen, eigenschappen=dict(UITGIFTE.eigenschappen())), UITGIFTE, NU)
    assert (gemerkt.afwezig, len(gemerkt.meldingen) > 0) == ((), True)


@pytest.mark.parametrize("waarde", [datetime(2024, 5, 1), 12], ids=["datum", "getal"])
def test_een_datum_of_getal_is_geen_vraag_en_de_kaart_blijft(waarde: object) -> None:
    boek = load_workbook(io.BytesIO(als_xlsx(list(tabel.rijen(UITGIFTE)), UITGIFTE, MOMENT)))
    boek.active["C2"] = waarde
    doos = io.BytesIO()
    boek.save(doos)
    gelezen = terug(doos.getvalue(), "a.xlsx")
    assert (uitkomst(gelezen), codes(gelezen), gelezen.afwezig) == ({}, ["geen-tekst"], ())


def test_twee_bekende_vragen_in_een_cel_worden_genoemd() -> None:
    gelezen = bewerk(lambda rijen: (rijen[1].__setitem__(2, " ".join(EERSTE)), rijen.pop(2)))
    assert "vragen-samen" in codes(gelezen)
    assert "vragen-samen" not in codes(bewerk(lambda rijen: rijen[1].__setitem__(2, "\n".join(EERSTE))))


def test_van_getypte_nummers_wordt_gezegd_of_ze_weg_zijn_of_blijven() -> None:
    def nummer(*vragen: str) -> Callable[[Rijen], object]:
        return lambda rijen: [rijen[plek].__setitem__(2, vraag) for plek, vraag in enumerate(vragen, 1)]

    weg = bewerk(nummer("1 Welke wil jij?", "2 Hoe dan?"))
    assert (uitkomst(weg), codes(weg)) == ({"een": ("Welke wil jij?", "Hoe dan?")}, ["nummer-weg"])
    blijft = bewerk(nummer("10: hoe haal je die?"))
    assert (uitkomst(blijft)["een"][0], codes(blijft)) == ("10: hoe haal je die?", ["nummer-getypt"])
