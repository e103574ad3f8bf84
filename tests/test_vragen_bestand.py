"""Layer files: what reading says about mistakes, and that writing keeps all that somebody wrote."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaartgen import wegschrijven
from kaartgen.meldingen import Fouten
from kaartgen.vragen import Kaartlaag, Laag, Laagvraag, lees_laag, nieuwe_laag, schrijf_laag
from kaartgen.vragen.laag import laagschema
from kaartgen.vragen.laagschrijver import laagtekst

MET_ALLES = """\
# c1 bovenaan

naam: Bond van Buurtbibliotheken   # c2 van ons
publicatie: 'buurt'
editie: |
  Proefeditie

# c3 voor de kaarten
kaarten:
  # c4 voor een
  een:   # c5 naast een
    inhoud: "0123456789abcdef"
    # c6 voor vragen
    vragen:
      # c7 boven de eerste

      - 'Wat ''doe'' jij morgen anders?'   # c8 ernaast

      # c9 boven de tweede
      - behoud: Wie helpt jou als het tegenzit?  # c10 erin
      -   # c11 na de streep
        vraag: "Waar word
          je blij van?"
        # c12 ertussen
        vervangt: Welke les # geen commentaar
    # c13 na de vragen
    weglaten:
    - Van wie leerde je dat?
    # c14 na weglaten

  # c15 voor twee
  twee:
    erbij: ["Nog een # vraag?", 'En "nog" een?']   # c16 na de lijst
  drie: {erbij: [Kort?], weglaten: [Lang?]}  # c17 na drie
# c18 onderaan
"""
PLAT = "naam: Wij\npublicatie: buurt\nkaarten: {}"
ALS_JSON = """{"naam": "Wij", "publicatie": "buurt",
 "kaarten": {"een": {"vragen": ["Wat doe jij?", {"behoud": "Wie?"}]}}}
"""
REGELEINDEN = MET_ALLES.replace("\n", "\r\n")
MET_BOM = "\ufeff" + MET_ALLES
EINDELOOS = MET_ALLES.rstrip("\n")
STREEPJES = """\
---
naam: Wij
publicatie: buurt
kaarten:
    een:
        vragen:
            -   Wat doe jij?
            # c1 boven
            -   vraag: Wie?

                vervangt: Waar?
            # c2 onder
    twee:
        # c3 alleen
        erbij:
            - >-
              Een vraag
              op twee regels?
            - Nog een?
...
"""
BEGIN = {
    "alles": MET_ALLES,
    "plat": PLAT,
    "json": ALS_JSON,
    "regeleinden": REGELEINDEN,
    "bom": MET_BOM,
    "zonder einde": EINDELOOS,
    "streepjes": STREEPJES,
}

teksten = st.sampled_from(
    [
        "Wat 'doe' jij morgen anders?",
        "Wie helpt jou als het tegenzit?",
        "Kort?",
        "Nieuw: # “é😀”?",
        "- a\\?",
        "\u2028a\x85\x7f\ufeff\t",
    ]
)
vragen = st.builds(Laagvraag, teksten) | st.builds(Laagvraag, teksten, teksten)
vragen |= st.builds(Laagvraag, teksten, behoud=st.just(True))


def door_elkaar(waarden: tuple[object, ...], nieuw: st.SearchStrategy[object]) -> st.SearchStrategy[tuple]:
    """Give lists with old ones in any order and new ones between them."""
    oud = st.sampled_from(waarden) if waarden else nieuw
    return st.lists(oud | nieuw, max_size=5).map(tuple)


@st.composite
def wijzigingen(draw: st.DrawFn, laag: Laag) -> Laag:
    """Give a layer that differs from one that was read in any way."""
    kaarten = {}
    for id_ in (*laag.kaarten, "nieuw", "y"):
        oud = laag.kaarten.get(id_)
        keuze = draw(st.sampled_from(["zo", "anders", "weg"]))
        if keuze == "zo" and oud:
            kaarten[id_] = oud
        elif keuze == "anders":
            oud = oud or Kaartlaag()
            kaarten[id_] = Kaartlaag(
                draw(st.just(oud.vragen) | st.none() | door_elkaar(oud.vragen or (), vragen)),
                draw(st.just(oud.weglaten) | door_elkaar(oud.weglaten, teksten)),
                draw(st.just(oud.erbij) | door_elkaar(oud.erbij, teksten)),
                draw(st.just(oud.inhoud) | st.sampled_from(["", "1234567890123456"])),
            )
    naam = draw(st.sampled_from([laag.naam, "Een ander"]))
    editie = draw(st.sampled_from([laag.editie, "", "Tweede: editie"]))
    return replace(laag, naam=naam, editie=editie, kaarten=kaarten)


def commentaar(tekst: str) -> list[str]:
    return sorted(re.findall(r"# c\d+ [a-z ]+", tekst))


@pytest.mark.parametrize("begin", BEGIN.values(), ids=BEGIN)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(data=st.data())
def test_na_schrijven_zegt_het_bestand_precies_wat_de_bedoeling_was_en_is_er_geen_commentaar_weg(
    tmp_path: Path, begin: str, data: st.DataObject
) -> None:
    pad = tmp_path / "laag.yaml"
    pad.write_text(begin, "utf-8", newline="")
    laag = lees_laag(pad)
    nieuw = data.draw(wijzigingen(laag))
    schrijf_laag(pad, nieuw)
    tekst = pad.read_bytes().decode("utf-8")
    assert lees_laag(pad) == nieuw
    assert commentaar(tekst) == commentaar(begin)
    assert tekst.startswith("\ufeff") == begin.startswith("\ufeff")
    if "\r" in begin:
        assert tekst.count("\r\n") == tekst.count("\n")
    blijven = [id_ for id_ in laag.kaarten if id_ in nieuw.kaarten]
    assert [id_ for id_ in lees_laag(pad).kaarten if id_ in laag.kaarten] == blijven


@pytest.mark.parametrize("begin", BEGIN.values(), ids=BEGIN)
def test_schrijven_wat_er_al_staat_verandert_geen_byte(tmp_path: Path, begin: str) -> None:
    pad = tmp_path / "laag.yaml"
    pad.write_text(begin, "utf-8", newline="")
    schrijf_laag(pad, lees_laag(pad))
    assert pad.read_bytes().decode("utf-8") == begin


def test_een_vraag_erbij_verandert_geen_enkele_andere_regel(tmp_path: Path) -> None:
    pad = tmp_path / "laag.yaml"
    pad.write_text(MET_ALLES, "utf-8")
    laag = lees_laag(pad)
    een = laag.kaarten["een"]
    vragen_ = (*(een.vragen or ())[:2], Laagvraag("Nieuw?"), *(een.vragen or ())[2:])
    schrijf_laag(pad, replace(laag, kaarten={**laag.kaarten, "een": replace(een, vragen=vragen_)}))
    oud, nieuw = MET_ALLES.splitlines(), pad.read_text("utf-8").splitlines()
    assert nieuw == [*oud[:20], '      - "Nieuw?"', *oud[20:]]


def test_een_vraag_die_verhuist_neemt_het_commentaar_erboven_en_ernaast_mee(tmp_path: Path) -> None:
    pad = tmp_path / "laag.yaml"
    pad.write_text(MET_ALLES, "utf-8")
    laag = lees_laag(pad)
    een = laag.kaarten["een"]
    omgekeerd = replace(een, vragen=(een.vragen or ())[::-1])
    schrijf_laag(pad, replace(laag, kaarten={**laag.kaarten, "een": omgekeerd}))
    tekst = pad.read_text("utf-8")
    volgorde = [int(een) for een in re.findall(r"# c(\d+)", tekst)]
    assert volgorde == [1, 2, 3, 4, 5, 6, 11, 12, 9, 10, 7, 8, 13, 14, 15, 16, 17, 18]


def test_een_nieuw_bestand_wordt_gemaakt_en_is_weer_te_lezen(tmp_path: Path) -> None:
    pad = tmp_path / "map" / "laag.yaml"
    laag = nieuwe_laag(pad, "Wij: “ons”", "buurt", "")
    geschreven = schrijf_laag(pad, replace(laag, kaarten={"no": Kaartlaag((Laagvraag("Wie?"),))}))
    assert lees_laag(pad) == geschreven
    assert '"no":' in pad.read_text("utf-8")


def test_met_verwijzingen_wordt_er_liever_niets_geschreven_dan_iets_anders(tmp_path: Path) -> None:
    pad = tmp_path / "laag.yaml"
    begin = "naam: Wij\npublicatie: buurt\nkaarten:\n  een: &x\n    erbij: [Wie?]\n  twee: *x\n"
    pad.write_text(begin, "utf-8")
    laag = lees_laag(pad)
    with pytest.raises(Fouten) as fouten:
        schrijf_laag(pad, replace(laag, kaarten={**laag.kaarten, "een": Kaartlaag(erbij=("Wat?",))}))
    assert [een.code for een in fouten.value.meldingen] == ["laag-niet-te-wijzigen"]
    assert pad.read_text("utf-8") == begin


def test_een_bestand_dat_intussen_veranderde_wordt_niet_overschreven(tmp_path: Path) -> None:
    pad = tmp_path / "laag.yaml"
    pad.write_text(MET_ALLES, "utf-8")
    laag = lees_laag(pad)
    pad.write_text(MET_ALLES + "# iemand anders\n", "utf-8")
    for anders in (replace(laag, naam="Wij"), nieuwe_laag(pad, "Wij", "buurt", "")):
        with pytest.raises(Fouten) as fouten:
            schrijf_laag(pad, anders)
        assert [een.code for een in fouten.value.meldingen] == ["laag-intussen-anders"]
    assert pad.read_text("utf-8") == MET_ALLES + "# iemand anders\n"


def test_een_teken_dat_geen_teken_is_wordt_niet_geschreven(tmp_path: Path) -> None:
    pad = tmp_path / "laag.yaml"
    laag = replace(nieuwe_laag(pad, "Wij", "buurt", ""), kaarten={"een": Kaartlaag(erbij=("\ud800?",))})
    with pytest.raises(Fouten):
        schrijf_laag(pad, laag)
    assert not pad.exists()


def test_een_koppeling_blijft_een_koppeling(tmp_path: Path) -> None:
    echt, pad = tmp_path / "echt.yaml", tmp_path / "laag.yaml"
    echt.write_text(PLAT, "utf-8")
    pad.symlink_to(echt)
    schrijf_laag(pad, replace(lees_laag(pad), naam="Een ander"))
    assert pad.is_symlink()
    assert "Een ander" in echt.read_text("utf-8")


@pytest.mark.parametrize(
    ("tekst", "code", "regel", "kolom"),
    [
        ("naam: Wij\npublicatie: buurt\n", "veld-ontbreekt", 0, 0),
        ("naam: Wij\npublicatie: buurt\nkaarten:\n  een:\n    vraag: [a]\n", "veld-onbekend", 5, 5),
        ("naam: Wij\npublicatie: buurt\nkaarten:\n  een:\n    vragen: Wie?\n", "waarde-soort", 5, 5),
        ("naam: Wij\npublicatie: buurt\nkaarten:\n  een:\n    vragen:\n    - 7\n", "waarde-soort", 6, 7),
        ("naam: Wij\npublicatie: buurt\nkaarten:\n  een:\n    vragen:\n    - ''\n", "tekst-leeg", 6, 7),
        ("naam: Wij\npublicatie: buurt\nkaarten:\n  een:\n    vragen:\n    - {}\n", "samenhang", 6, 7),
        (
            "naam: Wij\npublicatie: buurt\nkaarten:\n  een:\n    vragen:\n    - {behoud: A?, vervangt: B?}\n",
            "samenhang",
            6,
            20,
        ),
        (
            "naam: Wij\npublicatie: buurt\nkaarten:\n  een:\n    vragen:\n    - {vrag: A?}\n",
            "veld-onbekend",
            6,
            8,
        ),
        (
            "naam: Wij\npublicatie: buurt\nkaarten:\n  een:\n    inhoud: 1234567890123456\n",
            "waarde-soort",
            5,
            5,
        ),
        ("naam: 'Wij\n", "yaml-aanhaling", 1, 7),
        ("", "bestand-leeg", 0, 0),
        ("naam: Wij\npublicatie: buurt\nkaarten: {een: {}, een: {}}\n", "sleutel-dubbel", 3, 20),
    ],
)
def test_elke_fout_in_een_laag_wordt_gemeld_op_haar_plaats(
    tmp_path: Path, tekst: str, code: str, regel: int, kolom: int
) -> None:
    pad = tmp_path / "laag.yaml"
    pad.write_text(tekst, "utf-8")
    with pytest.raises(Fouten) as fouten:
        lees_laag(pad)
    eerste = fouten.value.meldingen[0]
    assert (eerste.code, eerste.plek.regel, eerste.plek.kolom) == (code, regel, kolom)


@pytest.mark.parametrize("maak", [lambda _: None, lambda pad: pad.mkdir()], ids=["weg", "map"])
def test_een_laag_die_er_niet_is_geeft_een_melding(tmp_path: Path, maak: Callable[[Path], None]) -> None:
    maak(tmp_path / "laag.yaml")
    with pytest.raises(Fouten) as fouten:
        lees_laag(tmp_path / "laag.yaml")
    assert [een.code for een in fouten.value.meldingen] == ["bestand-onleesbaar"]


def test_een_laag_die_te_groot_is_wordt_niet_gelezen(tmp_path: Path) -> None:
    pad = tmp_path / "laag.yaml"
    pad.write_bytes(b"#" * 1_000_001)
    with pytest.raises(Fouten) as fouten:
        lees_laag(pad)
    assert [een.code for een in fouten.value.meldingen] == ["bestand-te-groot"]


def test_het_schema_kent_een_vraag_als_tekst_en_met_velden() -> None:
    schema = laagschema()
    regel = schema["$defs"]["Kaartdeel"]["properties"]["vragen"]["anyOf"][0]["items"]
    assert {vorm.get("type", "velden") for vorm in regel["oneOf" if "oneOf" in regel else "anyOf"]} == {
        "string",
        "velden",
    }
    assert set(schema["$defs"]["Vraagregel"]["properties"]) == {"vraag", "vervangt", "behoud"}


# -- killed at any moment ----------------------------------------------------------------------------------

STAPPEN = ("mkstemp", "fdopen", "fsync", "chmod", "replace")


@pytest.mark.parametrize("stap", STAPPEN)
def test_schrijven_dat_halverwege_stopt_laat_het_oude_bestand_heel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stap: str
) -> None:
    pad = tmp_path / "laag.yaml"
    pad.write_text(MET_ALLES, "utf-8")
    nieuw = replace(lees_laag(pad), naam="Een ander")
    waar = {"mkstemp": wegschrijven.tempfile, "fdopen": wegschrijven.os, "fsync": wegschrijven.os}

    def val_om(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(waar.get(stap, wegschrijven.Path), stap, val_om)
    with pytest.raises(KeyboardInterrupt):
        schrijf_laag(pad, nieuw)
    assert pad.read_text("utf-8") == MET_ALLES
    if stap != "fdopen":
        assert [een.name for een in tmp_path.iterdir()] == ["laag.yaml"]


def test_de_tekst_van_een_laag_is_ook_zonder_bestand_te_geven() -> None:
    laag = nieuwe_laag(Path("laag.yaml"), "Wij", "buurt", "Eerste")
    assert laagtekst(laag) == 'naam: "Wij"\npublicatie: "buurt"\neditie: "Eerste"\nkaarten: {}\n'
