"""The JSON Schemas say the same as the model, in Dutch, for every file of a publication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from inhoud_proef import KLEIN
from kaartgen.inhoud.bron import lees_bron
from kaartgen.inhoud.schema import schemabestand, schemas, vscode_instellingen

SCHEMAS = schemas()


def _objecten(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    yield from schema.get("$defs", {}).values()


@pytest.mark.parametrize("patroon", SCHEMAS)
def test_elk_veld_heeft_een_beschrijving_en_onbekende_velden_mogen_niet(patroon: str) -> None:
    for deel in _objecten(SCHEMAS[patroon]):
        assert deel["additionalProperties"] is False
        for naam, veld in deel["properties"].items():
            assert veld.get("description", "").endswith("."), naam


def test_elk_bestand_van_een_publicatie_hoort_bij_een_schema() -> None:
    gedekt = {pad for patroon in SCHEMAS for pad in KLEIN.glob(patroon)}
    assert gedekt == set(KLEIN.rglob("*.yaml"))


@pytest.mark.parametrize("patroon", SCHEMAS)
def test_een_goed_bestand_past_in_het_schema(patroon: str) -> None:
    for pad in KLEIN.glob(patroon):
        _past(lees_bron(pad).waarde, SCHEMAS[patroon], SCHEMAS[patroon])


def _past(waarde: Any, schema: dict[str, Any], heel: dict[str, Any]) -> None:
    """Check the parts of JSON Schema that say what fields there are."""
    if "$ref" in schema:
        schema = heel["$defs"][schema["$ref"].rpartition("/")[2]]
    if isinstance(waarde, dict) and "properties" in schema:
        assert set(schema.get("required", ())) <= set(waarde) <= set(schema["properties"])
        for naam, lid in waarde.items():
            _past(lid, schema["properties"][naam], heel)
    elif isinstance(waarde, tuple) and "items" in schema:
        for lid in waarde:
            _past(lid, schema["items"], heel)
    elif "enum" in schema:
        assert waarde in schema["enum"]
    elif "const" in schema:
        assert waarde == schema["const"]


def test_een_kaart_toont_volgens_het_schema_precies_een_ding() -> None:
    toont = SCHEMAS["kaarten.yaml"]["$defs"]["Kaartregel"]["properties"]["toont"]
    assert (toont["minProperties"], toont["maxProperties"]) == (1, 1)
    assert toont["properties"]["waarden"] == {"const": "alle"}


def test_vscode_vindt_bij_elk_patroon_een_eigen_schema() -> None:
    instellingen = vscode_instellingen("schemas", "data/publicaties")["yaml.schemas"]
    assert instellingen["schemas/kaarten.schema.json"] == "data/publicaties/*/kaarten.yaml"
    assert set(instellingen) == {f"schemas/{schemabestand(patroon)}" for patroon in SCHEMAS}
    assert len(instellingen) == len(SCHEMAS)
