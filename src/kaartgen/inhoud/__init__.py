"""From YAML to Publicatie: the content of one publication, read and checked.

lees(folder) -> Publicatie, or Fouten with all problems of all files at once
"""

from kaartgen.inhoud.lezen import lees, publicaties, waarschuwingen
from kaartgen.inhoud.model import Publicatie

__all__ = ["Publicatie", "lees", "publicaties", "waarschuwingen"]
