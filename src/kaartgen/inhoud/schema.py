"""From the model to JSON Schemas, so that an editor such as VS Code helps while somebody writes YAML."""

from __future__ import annotations

from typing import Any

from kaartgen.inhoud.bestandssoorten import BESTANDSSOORTEN

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Give a JSON Schema (draft 2020-12) per kind of file, by its pattern in the folder of a publication."""
    return {
        soort.patroon: {"$schema": DIALECT} | soort.model.model_json_schema() | {"title": soort.omschrijving}
        for soort in BESTANDSSOORTEN
    }


def schemabestand(patroon: str) -> str:
    """Give the file name of the schema for a pattern of `schemas`."""
    naam = next(soort.naam for soort in BESTANDSSOORTEN if soort.patroon == patroon)
    return f"{naam}.schema.json"


def vscode_instellingen(schemamap: str, publicatiemap: str) -> dict[str, Any]:
    """Give the settings of VS Code (YAML extension) that tie the schemas to the files.

    `schemamap` and `publicatiemap` (the folder with all publications) are relative to the workspace.
    """
    return {
        "yaml.schemas": {
            f"{schemamap}/{schemabestand(soort.patroon)}": f"{publicatiemap}/*/{soort.patroon}"
            for soort in BESTANDSSOORTEN
        }
    }
