"""kaartgen schema: JSON Schemas, with which an editor helps while somebody writes YAML."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kaartgen.meldingen import relatief
from kaartgen.opdrachtregel.keuzes import plaatsen

UITLEG = """Schrijf de JSON-schema’s en toon de instellingen voor VS Code.

Met die instellingen en de YAML-uitbreiding van Red Hat vult VS Code velden aan en onderstreept het
fouten terwijl je typt. Zet wat deze opdracht toont in het bestand .vscode/settings.json."""

SCHEMAMAP = Path("build", "schemas")
LAAGNAMEN = ["vragen*.yaml", "*-vragen.yaml"]
"""How files with own questions may be named so that an editor knows them."""


def schema(
    uit: Annotated[
        Path,
        typer.Option("--uit", metavar="MAP", help=f"Map voor de schema’s. Anders: {SCHEMAMAP.as_posix()}."),
    ] = SCHEMAMAP,
) -> None:
    """Write the schemas; print the settings on stdout and what to do with them on stderr."""
    from kaartgen.bundel import schrijf
    from kaartgen.inhoud.schema import schemabestand, schemas, vscode_instellingen
    from kaartgen.vragen.laag import SCHEMANAAM, laagschema

    publicatiemap = relatief(plaatsen().publicaties)
    alle = {schemabestand(patroon): inhoud for patroon, inhoud in schemas().items()}
    for naam, inhoud in (alle | {SCHEMANAAM: laagschema()}).items():
        schrijf(uit / naam, (json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n").encode())
    schemamap = relatief(uit)
    vanaf_hier = schemamap if Path(schemamap).is_absolute() else f"./{schemamap}"
    instellingen = vscode_instellingen(vanaf_hier, publicatiemap)
    instellingen["yaml.schemas"][f"{vanaf_hier}/{SCHEMANAAM}"] = LAAGNAMEN
    typer.echo(json.dumps(instellingen, ensure_ascii=False, indent=2))
    typer.echo(
        f"De schema’s staan nu in {schemamap}. Zet de regels hierboven in .vscode/settings.json.", err=True
    )
