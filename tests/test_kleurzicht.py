"""Colours for all eyes: how they are simulated, and a design that does not do for everybody is not built."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import PLAATSEN
from inhoud_proef import regel_van, vervang
from kaartgen import bouw
from kaartgen.drukken import Drukopdracht, druk, in_huisstijl
from kaartgen.inhoud.bron import lees_bron
from kaartgen.kleuren import helderheid
from kaartgen.kleurzicht import MATRICES, ZICHTEN, gezien, type_zicht
from kaartgen.meldingen import Fouten, Melding
from kaartgen.opmaak.keuring import CONTRAST_BEELD, contrast, keur
from kaartgen.opmaak.lagen import lees_geheel
from kaartgen.opmaak.ontwerp import Formaat
from kaartgen.opmaak.pictogramvorm import GELIJK, gelijken, gelijkenis
from kaartgen.samenstelling import Kaartenset
from kaartgen.scene import Groep, Kleur, Pad, Pagina

Proef = Callable[[Callable[[Path], None]], bouw.Project]
WIT = Kleur("wit", "FFFFFF")
STIJL = "layouts/huisstijlen/standaard.yaml"
PICTO = "layouts/pictogrammen.yaml"
HUISSTIJLEN = sorted(pad.stem for pad in (PLAATSEN.layouts / "huisstijlen").glob("*.yaml"))
FORMATEN = sorted(pad.stem for pad in (PLAATSEN.layouts / "formaten").glob("*.yaml"))

# -- how colours are seen -----------------------------------------------------------------------------------

MACHADO = {
    "protan": "0.152286 1.052583 -0.204868 0.114503 0.786281 0.099216 -0.003882 -0.048116 1.051998",
    "deutan": "0.367322 0.860646 -0.227968 0.280085 0.672501 0.047413 -0.011820 0.042940 0.968881",
    "tritan": "1.255528 -0.076749 -0.178779 -0.078411 0.930809 0.147602 0.004733 0.691367 0.303900",
}
"""The table for severity 1.0, as published."""

VIENOT_BRETTEL = {
    ("protan", "1F5FA8"): "5A5AA8",
    ("protan", "B3273B"): "4A4A3C",
    ("protan", "4F6310"): "616110",
    ("protan", "FF0000"): "5E5E0D",
    ("deutan", "1F5FA8"): "5252A8",
    ("deutan", "B3273B"): "6B6B34",
    ("deutan", "4F6310"): "5E5E12",
    ("deutan", "FF0000"): "939300",
    ("tritan", "1F5FA8"): "006981",
    ("tritan", "B3273B"): "B32543",
    ("tritan", "4F6310"): "575C5E",
    ("tritan", "FFFF00"): "FFEEF1",
}
"""What other models give: Viénot, Brettel and Mollon 1999 for protan and deutan, Brettel, Viénot and Mollon
1997 for tritan, with the cones of Smith and Pokorny and the primaries of sRGB."""


@pytest.mark.parametrize("zicht", MACHADO)
def test_de_matrices_zijn_die_van_machado_en_laten_grijs_grijs(zicht: str) -> None:
    matrix = MATRICES[zicht]
    assert [getal for rij in matrix for getal in rij] == [float(getal) for getal in MACHADO[zicht].split()]
    assert all(sum(rij) == pytest.approx(1, abs=1e-5) for rij in matrix)


@pytest.mark.parametrize(("zicht", "hex_"), list(VIENOT_BRETTEL))
def test_een_ander_model_ziet_ongeveer_even_licht(zicht: type_zicht, hex_: str) -> None:
    hier = helderheid(gezien(Kleur("k", hex_), zicht).hex)
    assert hier == pytest.approx(helderheid(VIENOT_BRETTEL[zicht, hex_]), abs=0.015)


@pytest.mark.parametrize(
    ("zicht", "een", "ander"),
    [
        ("protan", "C00000", "3C3C10"),
        ("deutan", "B06030", "808020"),
        ("tritan", "3060C0", "307878"),
        ("grijs", "1F5FA8", "5A5A5A"),
    ],
)
def test_kleuren_die_iemand_verwart_liggen_voor_hem_dichter_bij_elkaar(
    zicht: type_zicht, een: str, ander: str
) -> None:
    def ver(een: Kleur, ander: Kleur) -> float:
        return sum(abs(a - b) for a, b in zip(bytes.fromhex(een.hex), bytes.fromhex(ander.hex), strict=True))

    paar = Kleur("a", een), Kleur("b", ander)
    assert ver(*(gezien(kleur, zicht) for kleur in paar)) < 0.6 * ver(*paar)


@given(st.integers(0, 255), st.sampled_from(list(ZICHTEN)))
def test_zwart_wit_en_grijs_zijn_voor_iedereen_hetzelfde(grijs: int, zicht: type_zicht) -> None:
    kleur = Kleur("g", f"{grijs:02X}" * 3)
    assert gezien(kleur, zicht) == kleur


def test_wie_geen_rood_ziet_ziet_rood_donkerder() -> None:
    rood = Kleur("rood", "FF0000")
    assert contrast(gezien(rood, "protan"), WIT) > 1.5 * contrast(rood, WIT)


# -- every huisstijl, format and kind of page -------------------------------------------------------------


def paginas(project: bouw.Project, gebruik: str) -> tuple[Pagina, ...]:
    if gebruik == "tabletboek":
        return project.tabletboek().paginas
    return project.kaartdocument(gebruik, Kaartenset("", "Alles", project.kaarten)).paginas


@pytest.mark.parametrize(("huisstijl", "formaat"), list(product(HUISSTIJLEN, FORMATEN)))
def test_elke_huisstijl_is_op_elk_formaat_voor_iedereen_te_lezen(
    klein: bouw.Project, huisstijl: str, formaat: str
) -> None:
    maten = lees_geheel(PLAATSEN.layouts / "formaten" / f"{formaat}.yaml", Formaat)
    eigen = in_huisstijl(klein, huisstijl)
    formaten = dict.fromkeys(eigen.ontwerp.formaten, maten)
    project = replace(eigen, ontwerp=replace(eigen.ontwerp, formaten=formaten))
    papier = project.ontwerp.huisstijl.kleur(project.ontwerp.huisstijl.thema["lt1"])
    for gebruik in formaten:
        gevonden = [fout for pagina in paginas(project, gebruik) for fout in keur(pagina, maten, papier)]
        assert [fout for fout in gevonden if fout.regel == "contrast"] == []


@pytest.mark.parametrize("huisstijl", HUISSTIJLEN)
def test_de_meegeleverde_publicatie_is_in_elke_huisstijl_voor_iedereen_te_lezen(
    echt: bouw.Project, huisstijl: str
) -> None:
    project = in_huisstijl(echt, huisstijl)
    assert [melding for melding in project.controleer() if melding.code == "contrast"] == []


# -- a design that does not do for everybody ---------------------------------------------------------------

FLETS: dict[str, tuple[str, str]] = {
    "": ("D06070", "contrast 3."),
    "grijs": ("727D1A", "in grijs contrast 4.4"),
    "protan": ("6D45F9", "voor wie geen rood ziet contrast 4.4"),
    "deutan": ("C5354E", "voor wie geen groen ziet contrast 4.4"),
    "tritan": ("8D5CD2", "voor wie geen blauw ziet contrast 4.3"),
}
"""Colours for an accent that only fail for these eyes, and what is said of them."""


def fouten(project: bouw.Project, uit: Path) -> tuple[Melding, ...]:
    with pytest.raises(Fouten) as gevangen:
        bouw.bundel(project, ["alles"], uit, lambda _: None)
    return gevangen.value.meldingen


@pytest.mark.parametrize("zicht", FLETS)
def test_een_huisstijl_met_te_weinig_contrast_voor_een_van_allen_wordt_niet_gebouwd(
    proefproject: Proef, tmp_path: Path, zicht: str
) -> None:
    kleur, woorden = FLETS[zicht]
    project = proefproject(lambda map_: vervang(map_, STIJL, 'rood: "B3273B"', f'rood: "{kleur}"'))
    meldingen = fouten(project, tmp_path / "uit")
    assert not (tmp_path / "uit").exists()
    assert {melding.code for melding in meldingen} == {"contrast"}
    waar = {(Path(m.plek.bestand).name, m.plek.regel, m.plek.kolom) for m in meldingen}
    assert waar == {("standaard.yaml", regel_van(tmp_path, STIJL, "  rood:"), 3)}
    assert all(woorden in melding.tekst for melding in meldingen)
    assert set(meldingen) == {melding for melding in project.controleer() if melding.code == "contrast"}
    assert len(set(meldingen)) == len(meldingen)


@pytest.mark.parametrize("plaats", ["dk1", "dk2", "hlink", "folHlink"])
def test_een_thema_met_fletse_letters_of_koppelingen_wordt_niet_gebouwd(
    proefproject: Proef, tmp_path: Path, plaats: str
) -> None:
    thema = (PLAATSEN.layouts.parent / STIJL).read_text("utf-8")
    (oud,) = (regel for regel in thema.splitlines() if regel.startswith(f"  {plaats}: "))
    with pytest.raises(Fouten) as gevangen:
        proefproject(lambda map_: vervang(map_, STIJL, f"{oud}\n", f"  {plaats}: lijn\n"))
    (melding,) = gevangen.value.meldingen
    assert melding.code == "contrast"
    assert melding.plek.regel == regel_van(tmp_path, STIJL, f"  {plaats}: lijn")
    assert "lijn" in melding.tekst and plaats in melding.raad


def test_een_kleur_die_geerfd_is_wordt_gemeld_waar_zij_staat(proefproject: Proef, tmp_path: Path) -> None:
    def bederf(map_: Path) -> None:
        vervang(map_, "data/publicaties/klein/vormgeving.yaml", "huisstijl: standaard", "huisstijl: zuinig")
        vervang(map_, STIJL, 'rood: "B3273B"', 'rood: "D06070"')

    meldingen = fouten(proefproject(bederf), tmp_path / "uit")
    assert {Path(melding.plek.bestand).name for melding in meldingen} == {"standaard.yaml"}
    assert {melding.plek.regel for melding in meldingen} == {regel_van(tmp_path, STIJL, "  rood:")}


def test_een_kleur_van_de_huisstijl_van_een_printer_wordt_gemeld_in_dat_bestand(
    proefproject: Proef, tmp_path: Path
) -> None:
    zuinig = "layouts/huisstijlen/zuinig.yaml"
    project = proefproject(lambda map_: vervang(map_, zuinig, 'marine: "17324D"', 'marine: "A8B4C0"'))
    assert project.publicatie.vormgeving.huisstijl == "standaard"
    assert project.controleer() == ()
    with pytest.raises(Fouten) as gevangen:
        druk(project, Drukopdracht("alles", "kantoor-zuinig", "a5"), tmp_path / "uit", lambda _: None)
    assert {Path(melding.plek.bestand).name for melding in gevangen.value.meldingen} == {"zuinig.yaml"}
    assert {melding.plek.regel for melding in gevangen.value.meldingen} == {
        regel_van(tmp_path, zuinig, "  marine:")
    }


def test_ook_het_vel_voor_wie_het_gesprek_leidt_moet_te_lezen_zijn(
    proefproject: Proef, tmp_path: Path
) -> None:
    """Small cards have looks of their own; only that sheet is in those of A4."""

    def bederf(map_: Path) -> None:
        a4 = "layouts/drukformaten/a4.yaml"
        vervang(map_, a4, "stijlen:\n", "stijlen:\n  waarde: {factor: 1, kleur: lijn}\n")

    project = proefproject(bederf)
    with pytest.raises(Fouten) as gevangen:
        druk(project, Drukopdracht("alles", "kantoor", "poker"), tmp_path / "uit", lambda _: None)
    (melding,) = gevangen.value.meldingen
    assert (melding.code, melding.plek.regel) == ("contrast", regel_van(tmp_path, STIJL, "  lijn:"))
    assert not (tmp_path / "uit").exists()


def test_ook_de_cijfers_en_punten_van_een_opsomming_moeten_te_zien_zijn(echt: bouw.Project) -> None:
    formaat, papier = echt.ontwerp.formaten["kaarten"], Kleur("papier", "FFFFFF")
    pagina = echt.kaartopmaak["kaarten"].pagina(echt.kaarten[0])
    vragen = next(een for een in pagina.elementen if getattr(een, "naam", "") == "Reflectievragen")
    flets = Kleur("flets", "C8B060")

    def bleek(alinea):  # type: ignore[no-untyped-def]
        if alinea.merk is None:
            return alinea
        stukken = tuple(replace(stuk, kleur=flets) for stuk in alinea.merk.stukken)
        return replace(alinea, merk=replace(alinea.merk, stukken=stukken))

    kapot = replace(vragen, alineas=tuple(bleek(alinea) for alinea in vragen.alineas))
    elementen = tuple(kapot if een is vragen else een for een in pagina.elementen)
    (fout,) = set(keur(replace(pagina, elementen=elementen), formaat, papier))
    assert (fout.regel, fout.waar, fout.kleuren[0]) == ("contrast", "Reflectievragen", flets)


# -- form, where colour is not enough -----------------------------------------------------------------------


def test_pictogrammen_verschillen_duidelijk_in_vorm(echt: bouw.Project) -> None:
    pictogrammen = echt.ontwerp.pictogrammen
    assert gelijken(pictogrammen) == []
    vormen = list(pictogrammen.vormen.values())
    assert max(gelijkenis(a, b) for a in vormen for b in vormen if a is not b) < GELIJK - 0.05


@pytest.mark.parametrize(
    "ander",
    [
        "O 8.2 12 5.6 O 15.8 12 5.6",
        "O 15.8 12 5.6 O 8.2 12 5.6",
        "O 10 14 4.2 O 15.7 14 4.2",
        "O 8.4 12.2 5.3 O 15.6 11.8 5.7",
    ],
    ids=["zelfde", "andere volgorde", "kleiner en verschoven", "net anders"],
)
def test_een_pictogram_met_bijna_dezelfde_vorm_wordt_gemeld_op_zijn_regel(
    proefproject: Proef, tmp_path: Path, ander: str
) -> None:
    with pytest.raises(Fouten) as gevangen:
        proefproject(lambda map_: vervang(map_, PICTO, "  # hart\n", f'  ringen: "{ander}"\n  # hart\n'))
    (melding,) = gevangen.value.meldingen
    assert (melding.code, melding.plek.kolom) == ("pictogram-gelijk", 3)
    assert melding.plek.regel == regel_van(tmp_path, PICTO, "  ringen:")
    assert "‘ringen’" in melding.tekst and "‘loyaliteit’" in melding.tekst


def test_twee_clusters_met_hetzelfde_pictogram_worden_gemeld(proefproject: Proef, tmp_path: Path) -> None:
    vorm = "data/publicaties/klein/vormgeving.yaml"
    with pytest.raises(Fouten) as gevangen:
        proefproject(lambda map_: vervang(map_, vorm, "pictogram: kwaliteit", "pictogram: empathie"))
    (melding,) = gevangen.value.meldingen
    assert melding.code == "pictogram-dubbel"
    assert melding.plek.regel == regel_van(tmp_path, vorm, "  kennis:")


def wielen(project: bouw.Project) -> Iterator[Groep]:
    for gebruik in project.ontwerp.formaten:
        for pagina in paginas(project, gebruik):
            yield from (een for een in pagina.elementen if isinstance(een, Groep))


@pytest.mark.parametrize("huisstijl", HUISSTIJLEN)
def test_op_het_wiel_is_elk_belicht_deel_ook_zonder_kleur_te_herkennen(
    echt: bouw.Project, huisstijl: str
) -> None:
    project = in_huisstijl(echt, huisstijl)
    accenten = project.ontwerp.accenten
    gezien_wielen = 0
    for wiel in wielen(project):
        delen = [deel for deel in wiel.delen if isinstance(deel, Pad)]
        segmenten = [deel for deel in delen if deel.naam.startswith("Segment ")]
        belicht = [
            s.naam.removeprefix("Segment ")
            for s in segmenten
            if s.vulling == project.ontwerp.huisstijl.kleur(accenten[s.naam.removeprefix("Segment ")][0])
        ]
        beelden = {deel.naam.removeprefix("Pictogram ") for deel in delen if deel.streek}
        assert {accenten[cluster][1] for cluster in belicht} == beelden
        for een, ander in pairwise([*segmenten, segmenten[0]]):
            assert kier(een, ander) > 0.4
        gezien_wielen += 1
    assert gezien_wielen > 40


def kier(een: Pad, ander: Pad) -> float:
    """Give the least distance in mm between the corners of two neighbours on the wheel."""
    hoeken = [[punt for stap in pad.stappen for punt in stap.punten[-1:]] for pad in (een, ander)]
    return min(((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 for (ax, ay), (bx, by) in product(*hoeken))


def test_buren_op_het_wiel_zijn_niet_alleen_door_kleur_uit_elkaar_te_houden(echt: bouw.Project) -> None:
    """This is why they have a gap between them and a pictogram each: for no eyes is colour enough."""
    stijl = echt.ontwerp.huisstijl
    accenten = list(echt.ontwerp.accenten.values())
    for zicht in ZICHTEN:
        paren = [
            contrast(gezien(stijl.kleur(een), zicht), gezien(stijl.kleur(ander), zicht))
            for (een, _), (ander, _) in pairwise([*accenten, accenten[0]])
        ]
        assert max(paren) < CONTRAST_BEELD
    assert len({beeld for _, beeld in accenten}) == len(accenten)


def test_elke_kleur_van_een_huisstijl_heeft_een_regel_om_naar_te_wijzen(echt: bouw.Project) -> None:
    bestand = echt.ontwerp.huisstijlbestand
    assert bestand == PLAATSEN.layouts / "huisstijlen" / "standaard.yaml"
    bron = lees_bron(bestand)
    assert all(bron.plek(("kleuren", naam)).regel > 1 for naam in echt.ontwerp.huisstijl.kleuren)
