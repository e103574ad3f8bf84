"""The peers that kaartgen is measured against: pinned, from npm and PyPI, in a folder of their own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HIER = Path(__file__).parent
TYPST = "0.15.2"


@dataclass(frozen=True, slots=True)
class Gereedschap:
    """Where the peers stand, and their versions by name."""

    node: Path
    modules: Path
    python: Path
    versies: dict[str, str]


def haal(map_: Path) -> Gereedschap:
    """Install what is not there yet. Raises RuntimeError without node and npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        raise RuntimeError("make bench vergelijkt met PptxGenJS en heeft node en npm nodig.")
    map_.mkdir(parents=True, exist_ok=True)
    pptxgenjs = map_ / "node_modules" / "pptxgenjs" / "package.json"
    gevraagd = json.loads((HIER / "package.json").read_text("utf-8"))["dependencies"]["pptxgenjs"]
    if not pptxgenjs.exists() or json.loads(pptxgenjs.read_text("utf-8"))["version"] != gevraagd:
        for naam in ("package.json", "package-lock.json"):
            shutil.copy(HIER / naam, map_ / naam)
        subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=map_, check=True)
    python = map_ / "python"
    if not (python / f"typst-{TYPST}.dist-info").is_dir():
        shutil.rmtree(python, ignore_errors=True)
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(python)]
        subprocess.run([*pip, f"typst=={TYPST}"], check=True)
    versie = subprocess.run([node, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    versies = {"PptxGenJS": gevraagd, "Node.js": versie.removeprefix("v"), "typst": TYPST}
    return Gereedschap(Path(node), map_ / "node_modules", python, versies)
