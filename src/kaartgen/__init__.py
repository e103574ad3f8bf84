"""kaartgen turns a publication into conversation cards, slides and print.

YAML -> Publicatie -> Kaartenset -> Pagina -> Bestand -> Bundel
"""

__version__ = "0.1.0"
