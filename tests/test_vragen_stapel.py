"""Layers on a publication: what is reported, where, and that the rules for questions hold for own ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import PLAATSEN
from inhoud_proef import KLEIN, regel_van
from kaartgen import bouw
from kaartgen.inhoud import lees
from kaartgen.meldingen import Fouten, Melding
from kaartgen.plaatsen import Plaatsen
from kaartgen.samenstelling import alle_kaarten
from kaartgen.vragen import lees_laag, pas_toe

KLEINE = Plaatsen(KLEIN.parent, PLAATSEN.layouts, PLAATSEN.fonts)
KOP = f"naam: Wij\npublicatie: {KLEIN.name}\nkaarten:\n"
Schrijf = Callable[[str], Path]


@pytest.fixture
def schrijf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Schrijf:
    """Give a function that writes a layer with these cards."""
    monkeypatch.chdir(tmp_path)

    def maak(kaarten: str, naam: str = "laag.yaml") -> Path:
        pad = tmp_path / naam
        pad.write_text(KOP + kaarten, "utf-8")
        return Path(naam)

    return maak


def meldingen(*paden: Path) -> list[Melding]:
    """Give all that is said about layers on the small publication."""
    gelaagd = pas_toe(lees(KLEIN), [lees_laag(pad) for pad in paden])
    gewoon = lees(KLEIN).taalwaarschuwingen()
    return [
        *gelaagd.meldingen,
        *(een for een in gelaagd.publicatie.taalwaarschuwingen() if een not in gewoon),
    ]


def een(pad: Path) -> tuple[str, str]:
    """Give the code and the place of the only Melding."""
    (melding,) = meldingen(pad)
    return melding.code, str(melding.plek)


def test_een_eigen_vraag_wijst_naar_de_laag_en_een_gebleven_vraag_naar_de_publicatie(
    schrijf: Schrijf,
) -> None:
    pad = schrijf(
        "  bond:\n    vragen:\n"
        '      - "Wat vraag jij?"\n'
        '      - behoud: "Wat zou jij de bond willen vragen?"\n'
    )
    publicatie = pas_toe(lees(KLEIN), [lees_laag(pad)]).publicatie
    vragen = ("reflectievragen", "bond", "vragen")
    assert str(publicatie.plek(*vragen, 0)) == "laag.yaml:6:9"
    regel = regel_van(KLEIN, "reflectievragen/werk.yaml", "de bond willen")
    assert str(publicatie.plek(*vragen, 1)).endswith(f"werk.yaml:{regel}:9")
    assert str(publicatie.plek(*vragen)) == "laag.yaml:4:3"
    assert str(publicatie.plek("reflectievragen", "bond", "tip")).endswith(f"werk.yaml:{regel - 2}:3")


def test_een_vraag_uit_een_lagere_laag_wijst_naar_die_laag(schrijf: Schrijf) -> None:
    onder = schrijf('  bond:\n    erbij: ["Wat vraag jij?"]\n', "onder.yaml")
    boven = schrijf('  bond:\n    erbij: ["Wat doe jij?"]\n', "boven.yaml")
    gelaagd = pas_toe(lees(KLEIN), [lees_laag(onder), lees_laag(boven)])
    plekken = [str(gelaagd.publicatie.plek("reflectievragen", "bond", "vragen", nummer)) for nummer in (1, 2)]
    assert plekken == ["onder.yaml:5:13", "boven.yaml:5:13"]
    assert [herkomst.laag and herkomst.laag.bron.bestand for herkomst in gelaagd.herkomst["bond"]] == [
        None,
        "onder.yaml",
        "boven.yaml",
    ]


def test_een_vraag_op_een_kaart_die_veranderd_is_wordt_gemeld_op_haar_regel(schrijf: Schrijf) -> None:
    pad = schrijf('  bond:\n    inhoud: "0000000000000000"\n    erbij:\n      - "Wat vraag jij?"\n')
    assert een(pad) == ("kaart-veranderd", "laag.yaml:7:9")


def test_een_kaart_die_niet_veranderde_geeft_geen_melding(schrijf: Schrijf) -> None:
    kaart = next(kaart for kaart in alle_kaarten(lees(KLEIN)) if kaart.id == "bond")
    pad = schrijf(f'  bond:\n    inhoud: "{kaart.inhoudskenmerk}"\n    erbij: ["Wat vraag jij?"]\n')
    assert meldingen(pad) == []


def test_een_vraag_op_een_kaart_die_er_niet_meer_is_wordt_gemeld_met_haar_woorden(schrijf: Schrijf) -> None:
    pad = schrijf('  bont:\n    erbij:\n      - "Wat vraag jij?"\n')
    (melding,) = meldingen(pad)
    assert (melding.code, str(melding.plek)) == ("vraag-zonder-kaart", "laag.yaml:6:9")
    assert "Wat vraag jij?" in melding.tekst
    assert melding.raad == "Bedoelde je ‘bond’?"


def test_een_laag_van_een_andere_publicatie_is_een_fout_met_raad(schrijf: Schrijf) -> None:
    pad = schrijf("  {}\n")
    pad.write_text("naam: Wij\npublicatie: elders\nkaarten: {}\n", "utf-8")
    (melding,) = meldingen(pad)
    assert (melding.code, str(melding.plek)) == ("laag-andere-publicatie", "laag.yaml:2:1")
    assert f"publicatie: {KLEIN.name}" in melding.raad


@pytest.mark.parametrize(
    ("kaart", "code", "plek"),
    [
        (
            "    erbij: [" + ", ".join(f"Wat vraag jij bij {n}?" for n in range(5)) + "]\n",
            "vragen-te-veel",
            "laag.yaml:4:3",
        ),
        ('    weglaten: ["Wat zou jij de bond willen vragen?"]\n', "kaart-zonder-vragen", "laag.yaml:4:3"),
        ('    erbij:\n      - "Vraag dit eens."\n', "vraag-zonder-vraagteken", "laag.yaml:6:9"),
        ('    erbij:\n      - "Wat' + " is" * 20 + '?"\n', "vraag-lang", "laag.yaml:6:9"),
        ('    erbij:\n      - "Ben jij lid van de bond?"\n', "vraag-gesloten", "laag.yaml:6:9"),
        ('    erbij:\n      - "Wat  dan?"\n', "dubbele-spatie", "laag.yaml:6:9"),
        ('    erbij:\n      - "Wat\\tdan?"\n', "stuurteken", "laag.yaml:6:9"),
        ('    erbij:\n      - "Wie kan je daarbij helpen?"\n', "vraag-herhaald", "laag.yaml:6:9"),
        ('    erbij:\n      - "wat zou jij de bond willen vragen?"\n', "vraag-herhaald", "laag.yaml:6:9"),
    ],
)
def test_de_regels_voor_vragen_gelden_op_de_plaats_in_de_laag(
    schrijf: Schrijf, kaart: str, code: str, plek: str
) -> None:
    assert een(schrijf(f"  bond:\n{kaart}")) == (code, plek)


def test_een_vraag_die_niet_op_de_kaart_past_wordt_gemeld_in_de_laag(schrijf: Schrijf) -> None:
    lang = "Wat is" + " eigenlijk" * 17 + " waar?"
    vragen = "".join(f'      - "{nummer}: {lang}"\n' for nummer in range(5))
    pad = schrijf(f"  bond:\n    vragen:\n{vragen}    weglaten: [Wat zou jij de bond willen vragen?]\n")
    gevonden = [str(melding.plek) for melding in bouw.laad(KLEINE, KLEIN.name, [pad]).controleer()]
    assert "laag.yaml:4:3" in gevonden


def test_een_teken_dat_niet_te_tekenen_is_wordt_gemeld_in_de_laag(schrijf: Schrijf) -> None:
    pad = schrijf('  bond:\n    erbij:\n      - "Wat 漢 dan?"\n')
    gevonden = {(een.code, str(een.plek)) for een in bouw.laad(KLEINE, KLEIN.name, [pad]).controleer()}
    assert ("teken-ontbreekt", "laag.yaml:6:9") in gevonden


def test_fouten_van_publicatie_en_lagen_komen_samen(schrijf: Schrijf) -> None:
    goed, kapot = schrijf("  bond: {}\n"), schrijf("  bond: []\n", "kapot.yaml")
    with pytest.raises(Fouten) as fouten:
        bouw.laad(KLEINE, KLEIN.name, [goed, kapot, Path("weg.yaml")])
    assert {(een.code, een.plek.bestand) for een in fouten.value.meldingen} == {
        ("waarde-soort", "kapot.yaml"),
        ("bestand-onleesbaar", "weg.yaml"),
    }


def test_een_laag_houdt_de_publicatie_zelf_zoals_zij_is(schrijf: Schrijf) -> None:
    pad = schrijf('  bond:\n    erbij: ["Wat vraag jij?"]\n')
    publicatie = lees(KLEIN)
    gelaagd = pas_toe(publicatie, [lees_laag(pad)]).publicatie
    assert publicatie == lees(KLEIN)
    anders = {
        id_
        for id_ in gelaagd.reflectievragen
        if gelaagd.reflectievragen[id_] != publicatie.reflectievragen[id_]
    }
    assert anders == {"bond"}
    assert gelaagd.reflectievragen["bond"].tip == publicatie.reflectievragen["bond"].tip
