"""The report of an import as users read it: counts, what to look at, what was mended and left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from invoer_proef import BOEKJE, als_pdf, lees_in
from kaartgen.invoer.verslag import Verslag
from kaartgen.invoer.verslagregels import BREEDTE, verslagregels
from test_invoer_opdracht import importeer, werkmap

__all__ = ["werkmap"]

TEKST = BOEKJE.read_text("utf-8").replace("Neem een dun boek.", "Neem een dun boek of een van daag schurzel.")
KOPPEN = ["Gevonden:", "Kijk dit na in boekje.txt (6 plaatsen):", "Zeker hersteld (8 plaatsen):"]


@pytest.fixture(scope="module")
def verslag(tmp_path_factory: pytest.TempPathFactory) -> Verslag:
    """What reading the small document gives, with words that may be broken."""
    return lees_in(tmp_path_factory.mktemp("verslag"), TEKST).verslag


def toon(verslag: Verslag, alles: bool = False) -> list[str]:
    """Give the report."""
    return list(verslagregels(verslag, "boekje.txt", alles))


def test_eerst_de_aantallen_dan_wat_onzeker_is_dan_wat_zeker_is_dan_wat_wegbleef(verslag: Verslag) -> None:
    koppen = [regel for regel in toon(verslag) if not regel.startswith(" ")]
    assert koppen == [
        *KOPPEN,
        "Niet overgenomen (2 plaatsen):",
        "Met --alles zie je van dit alles elke plek.",
    ]


def test_alles_wat_onzeker_is_staat_er_met_regel_en_lezing(verslag: Verslag) -> None:
    tekst = "\n".join(toon(verslag))
    assert len(verslag.onzeker) == 6
    for een in verslag.onzeker:
        assert f"  {een.waarom}:" in tekst
        assert f"regel {een.plek.regel}" in tekst
        assert f"‘{een.gevonden}’" in tekst
        assert een.gelezen == een.gevonden or f"is gelezen als ‘{een.gelezen}’" in tekst
    assert "regel 28 ‘van daag’ (vandaag?)" in tekst
    assert "regel 28 ‘schurzel.’" in tekst


def test_wat_anders_gelezen_is_staat_voor_wat_zo_gelaten_is(verslag: Verslag) -> None:
    soorten = [regel.strip() for regel in toon(verslag) if regel.startswith("  ") and regel.endswith(":")]
    gelaten = [soort.endswith("; zo gelaten:") for soort in soorten]
    assert gelaten == sorted(gelaten)


def test_wat_zeker_is_wordt_geteld_met_een_voorbeeld_en_met_alles_staat_elke_plek_er(
    verslag: Verslag,
) -> None:
    kort, lang = toon(verslag), toon(verslag, alles=True)
    soort = "woord dat was afgebroken weer heel"
    lijst = [een for een in verslag.ingrepen if een.wat == soort]
    assert len(lijst) > 1
    (regel,) = (regel for regel in kort if soort in regel)
    assert regel == (
        f"  {len(lijst):4} keer {soort}; zoals regel {lijst[0].plek.regel}: "
        f"‘{lijst[0].gevonden}’ is gelezen als ‘{lijst[0].gelezen}’"
    )
    for een in lijst:
        assert any(f"regel {een.plek.regel}: ‘{een.gevonden}’" in regel for regel in lang)
    assert len(lang) == len(kort) + len(verslag.ingrepen) + len(verslag.weggelaten) - 1
    assert "--alles" not in "\n".join(lang)


def test_korte_vondsten_staan_samen_op_een_regel_die_niet_te_lang_is(tmp_path: Path) -> None:
    woorden = [f"schur{een}zel{ander}" for een in "bdfgklm" for ander in "ptk"]
    tekst = TEKST.replace("schurzel.", f"{' '.join(woorden)}.")
    regels = toon(lees_in(tmp_path, tekst).verslag)
    samen = [regel for regel in regels if "‘schur" in regel]
    assert 1 < len(samen) < len(woorden)
    assert max(map(len, samen)) <= BREEDTE + 4
    assert all(f"regel 28 ‘{woord}" in "\n".join(samen) for woord in woorden)


def test_in_een_pdf_staat_de_bladzijde_erbij(tmp_path: Path) -> None:
    verslag = lees_in(tmp_path, als_pdf(TEKST, regels_per_bladzijde=20)).verslag
    assert any("bladzijde 2, regel 5 ‘van daag’" in regel for regel in toon(verslag))


def test_met_de_optie_alles_toont_de_opdracht_elke_plek(werkmap: Path) -> None:
    kort, lang = importeer().stdout, importeer("--alles").stdout
    assert "Met --alles zie je" in kort
    assert lang.count("is gelezen als") > kort.count("is gelezen als")
    assert (werkmap / "echt").is_dir()
