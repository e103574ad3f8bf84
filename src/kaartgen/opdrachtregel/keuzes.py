"""What users choose by name: the publication, its selections and cards."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kaartgen.lettersneden import SNEDEN
from kaartgen.meldingen import relatief
from kaartgen.opdrachtregel.afloop import Omgevingsfout
from kaartgen.opdrachtregel.gebruiksfouten import Gebruiksfout
from kaartgen.plaatsen import Plaatsen, zoek_plaatsen
