"""Each thing that is told about a file with questions is told: messages that no other test brings about."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx.oxml.ns import qn

from inhoud_proef import KLEIN
from kaartgen import bouw
from kaartgen.inhoud import lees
from kaartgen.meldingen import Fouten, Plek
from kaartgen.officelezen import MAX_DEEL
from kaartgen.vragen import lees_laag, pas_toe, tabel
from kaartgen.vragen.herkennen import MAX_PER_KAART, MAX_VRAAG
from kaartgen.vragen.lezer_pptx import MAX_DIAS, MAX_TEKENS
from kaartgen.vragen.lezer_tabel import MAX_CEL, MAX_KOLOMMEN, MAX_RIJEN
from kaartgen.vragen.pakket import GRENZEN
from kaartgen.vragen.tabel import als_xlsx
from kaartgen.vragen.terugbestand import lees_bestand, lees_bytes
from kaartgen.vragen.teruglezen import MEESTE_TEKSTEN, lees_terug
from kaartgen.vragen.uitgifte import LAGEN, Uitgegeven, Vast
from kaartgen.vragen.vastetekst import tekstverschillen
from terug_proef import (
    EIGEN,
    Kantoor,
    bewerkt,
    codes,
    dia_van,
    herpak,
    leden,
    schrijf_alle,
    uitkomst,
    vakken,
)
from test_vragen_stapel import Schrijf, een, schrijf
from test_vragen_tabel import EERSTE, MOMENT, NU, TWEEDE, UITGIFTE, als_bestand, met_cel, rijen, terug

__all__ = ["schrijf"]

KAART, ANDER = "handelen", "prioriteiten"
Maak = Callable[[str, bytes], bytes | None]


@pytest.fixture(scope="module")
def kantoor(klein: bouw.Project) -> Kantoor:
    """The small publication, giving out decks."""
    return Kantoor(klein)


@pytest.fixture(scope="module")
def deck(kantoor: Kantoor) -> bytes:
    """Its deck."""
    return kantoor.deck("alles")


@pytest.fixture(scope="module")
def blad() -> bytes:
    """The table as a workbook."""
    return als_xlsx(list(tabel.rijen(UITGIFTE)), UITGIFTE, MOMENT)


def geweigerd(inhoud: bytes, naam: str) -> tuple[str, str]:
    """Give code and words of the only Melding for a file that is not read."""
    with pytest.raises(Fouten) as fout:
        lees_bytes(inhoud, naam)
    (melding,) = fout.value.meldingen
    assert melding.plek.bestand == naam and melding.raad
    return melding.code, melding.tekst


# Welk soort bestand het is


def doos(**delen: str) -> bytes:
    """Give a ZIP of these parts."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "naam", "code", "woorden"),
    [
        (doos(**{"META-INF/manifest.xml": "<a/>"}), "deck.odp", "soort-anders", "OpenDocument"),
        (doos(**{"manifest.json": "{}"}), "alles.zip", "soort-anders", "hele bundel"),
        (doos(**{"Index/Document.iwa": ""}), "deck.key", "soort-anders", "Keynote of Numbers"),
        (doos(**{"foto.jpg": ""}), "foto.zip", "soort-onbekend", "geen presentatie en geen tabel"),
        (b"Wat denk jij?", "vragen.docx", "soort-onbekend", "geen presentatie en geen tabel"),
        (b"%PDF-1.7", "deck.pptx", "soort-pdf", "niet terug te lezen"),
        (b" \r\n", "vragen.csv", "bestand-leeg", "leeg"),
    ],
)
def test_wat_geen_deck_of_tabel_is_wordt_geweigerd_met_de_soort(
    inhoud: bytes, naam: str, code: str, woorden: str
) -> None:
    gezegd = geweigerd(inhoud, naam)
    assert gezegd[0] == code and woorden in gezegd[1]


def met_deel(inhoud: bytes, deel: str, oud: str, nieuw: str) -> bytes:
    """Change one part of a package."""

    def maak(naam: str, ruw: bytes) -> bytes:
        if naam != deel:
            return ruw
        tekst, aantal = re.subn(oud, nieuw, ruw.decode())
        assert aantal
        return tekst.encode()

    return herpak(inhoud, maak)


TYPEN = "[Content_Types].xml"


@pytest.mark.parametrize(
    ("oud", "nieuw", "code", "woorden"),
    [
        (
            r"presentationml\.presentation\.main",
            "wordprocessingml.document.main",
            "soort-anders",
            "tekst van Word",
        ),
        (
            r"vnd\.openxmlformats-officedocument\.presentationml\.presentation\.main",
            "vnd.ms-powerpoint.presentation.macroEnabled.main",
            "macros",
            "macro’s",
        ),
        (
            r"vnd\.openxmlformats-officedocument\.presentationml\.presentation\.main",
            "x",
            "bestand-kapot",
            "geen presentatie",
        ),
    ],
)
def test_wat_een_pakket_over_zichzelf_zegt_bepaalt_of_het_gelezen_wordt(
    deck: bytes, oud: str, nieuw: str, code: str, woorden: str
) -> None:
    gezegd = geweigerd(met_deel(deck, TYPEN, oud, nieuw), "deck.pptx")
    assert gezegd[0] == code and woorden in gezegd[1]


def test_een_bestand_met_een_deel_vol_macros_wordt_geweigerd(deck: bytes) -> None:
    zip_ = io.BytesIO(deck)
    with zipfile.ZipFile(zip_, "a") as open_:
        open_.writestr("ppt/vbaProject.bin", b"x")
    assert geweigerd(zip_.getvalue(), "deck.pptx")[0] == "macros"


def test_een_veel_te_groot_bestand_wordt_niet_eens_geopend(tmp_path: Path) -> None:
    pad = tmp_path / "deck.pptx"
    with pad.open("wb") as uit:
        uit.truncate(GRENZEN.bestand + 1)
    with pytest.raises(Fouten, match="groter dan 100 MB"):
        lees_bestand(pad)


def test_definities_in_een_ongewone_codering_worden_ook_gezien(deck: bytes) -> None:
    ruw = b'<?xml version="1.0" encoding="UTF-7"?>+ADw-!DOCTYPE a []><a>b</a>'
    inhoud = herpak(deck, lambda naam, deel: ruw if naam == "ppt/presentation.xml" else deel)
    assert geweigerd(inhoud, "deck.pptx") == (
        "bestand-vreemd",
        "In het deel ppt/presentation.xml staan definities die niet in zo’n bestand horen.",
    )


# Een deck dat te groot of te klein is


def test_een_deck_met_te_veel_dias_wordt_geweigerd(deck: bytes) -> None:
    def vermeerder(gevonden: re.Match[str]) -> str:
        return gevonden[0] * (MAX_DIAS + 1)

    delen = dict(leden(deck))
    lijst = re.sub(r"<p:sldId [^>]*/>", vermeerder, delen["ppt/presentation.xml"].decode(), count=1)
    inhoud = herpak(deck, lambda naam, deel: lijst.encode() if naam == "ppt/presentation.xml" else deel)
    assert geweigerd(inhoud, "deck.pptx") == (
        "bestand-te-groot",
        f"Dit bestand heeft meer dan {MAX_DIAS} dia’s.",
    )


def test_een_dia_die_ontbreekt_of_te_vol_is_wordt_met_haar_nummer_genoemd(deck: bytes) -> None:
    weg = met_deel(
        deck, "ppt/_rels/presentation.xml.rels", r'<Relationship [^>]*slides/slide2\.xml"[^>]*/>', ""
    )
    assert geweigerd(weg, "deck.pptx") == ("bestand-kapot", "Dia 2 ontbreekt in dit bestand.")

    def vol(presentatie: Any) -> None:
        vakken(presentatie)[KAART].text_frame.text = "a" * (MAX_TEKENS + 1)

    code, tekst = geweigerd(bewerkt(deck, vol), "deck.pptx")
    assert code == "tekst-te-lang" and re.match(r"Op dia \d+ staan meer dan 20000 tekens", tekst)


@pytest.mark.parametrize(
    "vragen",
    [["Wat " + "heel " * (MAX_VRAAG // 5) + "lang?"], [f"Wat doe jij op dag {dag}?" for dag in range(40)]],
    ids=["lang", "veel"],
)
def test_veel_meer_tekst_dan_op_een_kaart_past_laat_de_kaart_zoals_zij_was(
    kantoor: Kantoor, deck: bytes, vragen: list[str]
) -> None:
    assert len(vragen) > MAX_PER_KAART or len(vragen[0]) > MAX_VRAAG
    gelezen = kantoor.terug(bewerkt(deck, schrijf_alle({KAART: vragen, ANDER: [EIGEN[0]]})))
    assert (uitkomst(gelezen), codes(gelezen)) == ({ANDER: (EIGEN[0],)}, ["vraag-te-lang"])
    rij = next(rij for rij in rijen() if rij[0] == "1")
    meer = [[*rij[:2], vraag, "", rij[4]] for vraag in vragen]
    tabel_ = terug(als_bestand([*rijen(), *meer]))
    assert (uitkomst(tabel_), codes(tabel_)) == ({}, ["vraag-te-lang"])


@pytest.mark.parametrize("maat", ['cx="0" cy="0"', 'cx="x" cy="y"'])
def test_zonder_maat_van_de_dia_of_plaats_van_het_vak_telt_de_naam(
    kantoor: Kantoor, deck: bytes, maat: str
) -> None:
    def bewerk(presentatie: Any) -> None:
        schrijf_alle({KAART: [EIGEN[0]]})(presentatie)
        plek = vakken(presentatie)[ANDER]._element.spPr.find(qn("a:xfrm"))
        plek.remove(plek.find(qn("a:ext")))

    anders = met_deel(
        bewerkt(deck, bewerk), "ppt/presentation.xml", r'(<p:sldSz )cx="\d+" cy="\d+"', rf"\1{maat}"
    )
    gelezen = kantoor.terug(anders)
    assert (uitkomst(gelezen), gelezen.meldingen) == ({KAART: (EIGEN[0],)}, ())


# Een tabel die te groot of te klein is


def test_van_een_werkmap_met_meer_bladen_wordt_gezegd_welke_niet_gelezen_zijn(blad: bytes) -> None:
    boek = load_workbook(io.BytesIO(blad))
    boek.create_sheet("Ideeën").append(["1", "", EIGEN[0]])
    uit = io.BytesIO()
    boek.save(uit)
    gelezen = terug(uit.getvalue(), "vragen.xlsx")
    assert (uitkomst(gelezen), codes(gelezen)) == ({}, ["werkbladen"])
    assert "Ideeën" in gelezen.meldingen[0].tekst


def test_een_leeg_werkblad_ervoor_wordt_genoemd_met_wat_er_niet_gelezen_is(blad: bytes) -> None:
    boek = load_workbook(io.BytesIO(blad))
    boek.create_sheet("Leeg", 0)
    uit = io.BytesIO()
    boek.save(uit)
    with pytest.raises(Fouten) as fout:
        terug(uit.getvalue(), "vragen.xlsx")
    (melding,) = fout.value.meldingen
    assert melding.code == "kolommen"
    assert "eerste werkblad" in melding.tekst
    assert boek.sheetnames[1] in melding.tekst


def test_een_werkmap_zonder_blad_of_zonder_tekst_van_een_cel_wordt_geweigerd(blad: bytes) -> None:
    zonder = met_deel(blad, "xl/workbook.xml", r"<sheet [^>]*/>", "")
    assert geweigerd(zonder, "vragen.xlsx")[1] == "In dit bestand is geen werkblad te vinden."
    weg = met_cel(blad, r'(<c r="C2"[^>]*><v>)\d+', r"\g<1>9999")
    assert geweigerd(weg, "vragen.xlsx") == ("bestand-kapot", "De tekst van cel C2 ontbreekt.")


def test_een_reusachtige_tabel_of_cel_wordt_geweigerd(blad: bytes) -> None:
    lang = f'<c r="C2" t="inlineStr"><is><t>{"a" * (MAX_CEL + 1)}</t></is></c>'
    cel = met_cel(blad, r'<c r="C2".*?</c>', lang)
    assert geweigerd(cel, "vragen.xlsx") == (
        "tekst-te-lang",
        f"In rij 2 staat een cel met meer dan {MAX_CEL} tekens.",
    )
    veel = als_bestand([rijen()[0], *([["1", "", "Wat?", ""]] * (MAX_RIJEN + 1))])
    assert geweigerd(veel, "vragen.csv") == (
        "bestand-te-groot",
        f"Deze tabel heeft meer dan {MAX_RIJEN} rijen.",
    )
    assert geweigerd(b"a" * (MAX_DEEL + 1), "vragen.csv") == (
        "bestand-te-groot",
        "Dit bestand is te groot voor een tabel met vragen.",
    )


def test_cellen_zonder_naam_of_ver_naar_rechts_en_vreemde_elementen_storen_niet(blad: bytes) -> None:
    zonder = met_cel(blad, r'<c r="[A-E]3"', "<c")
    ver = met_cel(zonder, r'(<c r="C2".*?</c>)', rf'\1<x/><c r="{"Z" * 3}2"><v>1</v></c>')
    assert MAX_KOLOMMEN < 26**3
    gelezen = terug(ver, "vragen.xlsx")
    assert (uitkomst(gelezen), gelezen.meldingen) == ({}, ())


def test_een_werkmap_met_lagen_zegt_welke() -> None:
    met = replace(UITGIFTE, lagen=("Bond", "Trainer"))
    inhoud = als_xlsx(list(tabel.rijen(met)), met, MOMENT)
    assert lees_bytes(inhoud, "vragen.xlsx").eigenschappen[LAGEN] == "Bond | Trainer"
    gelezen = terug(inhoud, "vragen.xlsx", met)
    assert (uitkomst(gelezen), gelezen.meldingen) == ({}, ())
    with pytest.raises(Fouten, match="gemaakt met eigen vragen van: ‘Bond’, ‘Trainer’"):
        terug(inhoud, "vragen.xlsx")


# Vaste tekst


def test_vaste_tekst_die_de_uitgever_veranderde_heet_niet_van_de_gebruiker(
    kantoor: Kantoor, deck: bytes
) -> None:
    uitgifte = kantoor.uitgifte("alles")
    kaart = uitgifte.kaarten[KAART]
    nieuw = replace(kaart, inhoud="d0" * 8, vast=(Vast("Een nieuwe zin.", Plek("a.yaml")), *kaart.vast[:-1]))
    later = replace(uitgifte, paginas=tuple(nieuw if een.id == KAART else een for een in uitgifte.paginas))
    nu = {id_: een.vragen for id_, een in later.kaarten.items()}
    gelezen = lees_terug(lees_bytes(bewerkt(deck, schrijf_alle({KAART: [EIGEN[0]]})), "a.pptx"), later, nu)
    assert (uitkomst(gelezen), codes(gelezen)) == ({KAART: (EIGEN[0],)}, ["kaart-intussen-anders"])
    assert f"kaart {kaart.nummer} is veranderd nadat dit bestand gemaakt is" in gelezen.meldingen[0].tekst


def test_van_veel_veranderde_vaste_tekst_wordt_de_rest_geteld(kantoor: Kantoor, deck: bytes) -> None:
    def bewerk(presentatie: Any) -> None:
        for nummer in range(MEESTE_TEKSTEN + 3):
            vak = dia_van(presentatie, KAART).shapes.add_textbox(0, 0, 9, 9)
            vak.text_frame.text = f"Pauze nummer {nummer} hoort hier niet"

    gelezen = kantoor.terug(bewerkt(deck, bewerk))
    assert codes(gelezen) == [*["tekst-erbij"] * MEESTE_TEKSTEN, "vaste-tekst-anders"]
    assert "nog 3 andere teksten anders" in gelezen.meldingen[-1].tekst


def test_zinnen_die_in_een_alinea_terechtkwamen_zijn_geen_verandering() -> None:
    pagina = Uitgegeven("een", "Titel", tuple(Vast(zin, Plek("a")) for zin in ("Doe dit.", "Laat dat.")))
    assert list(tekstverschillen(pagina, ["Doe dit. Laat dat."])) == []
    (verschil,) = tekstverschillen(pagina, ["Doe dit. Laat dat.", "Of niet."])
    assert (verschil.was, verschil.is_nu) == (None, "Of niet.")


# Rijen die bij geen kaart te brengen zijn


def test_een_nummer_dat_niet_bestaat_laat_de_kaart_van_die_vraag_zoals_zij_was() -> None:
    blad = rijen()
    blad[3][0], blad[3][1], blad[1][2] = "77", "", EIGEN[0]
    gelezen = terug(als_bestand(blad))
    assert (uitkomst(gelezen), codes(gelezen)) == ({"een": (EIGEN[0], EERSTE[1])}, ["rij-onbekend"])
    assert TWEEDE[0] in gelezen.meldingen[0].tekst and NU["twee"] == TWEEDE


# Lagen op een nieuwe editie


def test_een_kaart_zonder_eigen_vragen_die_er_niet_meer_is_wordt_genoemd(schrijf: Schrijf) -> None:
    pad = schrijf('  oud:\n    inhoud: "0000000000000000"\n    weglaten: ["Wat was dit?"]\n')  # type: ignore[call-arg]
    assert een(pad) == ("laagkaart-onbekend", "laag.yaml:4:3")


@pytest.mark.parametrize(
    ("kaart", "code", "plek"),
    [
        (
            '    vragen:\n      - vraag: "Wat vraag jij?"\n        vervangt: "Wat vond je van fietsen?"\n',
            "vervangen-vraag-weg",
            "laag.yaml:6:9",
        ),
        ('    weglaten:\n      - "Wat vond je van fietsen?"\n', "weggelaten-vraag-weg", "laag.yaml:6:9"),
    ],
)
def test_een_vraag_van_onder_die_weg_is_wordt_genoemd_waar_de_laag_haar_noemt(
    schrijf: Schrijf, kaart: str, code: str, plek: str
) -> None:
    pad = schrijf(f"  bond:\n{kaart}")
    gevonden = [(een.code, str(een.plek)) for een in pas_toe(lees(KLEIN), [lees_laag(pad)]).meldingen]
    assert (code, plek) in gevonden
