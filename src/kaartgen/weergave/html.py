"""From a Document to one HTML page: the same words in the same order, for who reads without cards.

It holds to WCAG 2.1 AA: headings by level, lists and tables as such, words of another language marked,
figures said in words, colours of the huisstijl, and nothing that needs a script.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape
from itertools import groupby

from kaartgen.scene import Alinea, Document, Doel, Loop, Pagina, Thema
from kaartgen.weergave.structuur import (
    Blok,
    Figuur,
    Kop,
    Lijst,
    Tabelblok,
    Tabelcel,
    Tekstblok,
    kopniveaus,
    merktekst,
    structuur,
)

DIEPSTE = 6
"""Lowest heading level of HTML."""

BEREIK = {"kolom": "col", "rij": "row"}

STIJL = """
:root {{ color-scheme: light; }}
body {{ margin: 0 auto; padding: 1.5rem; max-width: 44rem; background: {papier}; color: {inkt};
  font: 1.125rem/1.6 {letter}, system-ui, sans-serif; overflow-wrap: break-word; }}
h1, h2, h3, h4, h5, h6 {{ color: {kop}; line-height: 1.25; margin: 1.6em 0 0.4em; }}
h1 {{ font-size: 2rem; margin-top: 0.5em; }}
h2 {{ font-size: 1.5rem; }}
h3 {{ font-size: 1.2rem; }}
section + section {{ margin-top: 3rem; border-top: 2px solid {kop}; }}
p, ul, ol, table {{ margin: 0.5em 0; }}
li {{ margin: 0.3em 0; }}
ul, ol {{ padding-left: 1.6em; }}
ul.kaal {{ list-style: none; padding-left: 0; }}
a {{ color: {koppeling}; }}
a:focus-visible {{ outline: 3px solid {koppeling}; outline-offset: 2px; }}
abbr[title] {{ text-decoration: underline dotted; }}
.stap {{ display: block; font-size: 1rem; font-weight: normal; color: {inkt}; }}
.beeld {{ padding-left: 0.8em; border-left: 4px solid {kop}; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ text-align: left; vertical-align: top; padding: 0.5em 0.7em 0.5em 0; border-bottom: 1px solid {kop};
  overflow-wrap: anywhere; hyphens: auto; }}
th p {{ margin: 0; }}
th p + p {{ font-weight: normal; }}
@media (max-width: 30rem) {{ body {{ padding: 1rem; }} td ul, td ol {{ padding-left: 1.1em; }}
  th[scope="row"] {{ width: 35%; }} }}
td > ul:first-child, td > ol:first-child {{ margin-top: 0; }}
@media print {{ body {{ max-width: none; font-size: 11pt; }} h2, h3 {{ break-after: avoid; }}
  li, tr {{ break-inside: avoid; }} ul, ol {{ orphans: 3; widows: 3; }} }}
"""


def schrijf(document: Document) -> bytes:
    """Give the page; the same document always gives the same bytes.

    A link to a page that is not in the document is shown as plain text.
    """
    aanwezig = frozenset(pagina.id for pagina in document.paginas)
    niveaus = kopniveaus(document.paginas)
    secties = [
        _sectie(pagina, niveau, aanwezig) for pagina, niveau in zip(document.paginas, niveaus, strict=True)
    ]
    regels = [
        "<!doctype html>",
        f'<html lang="{escape(document.taal)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(document.titel)}</title>",
        f'<meta name="author" content="{escape(document.maker)}">',
        f'<meta name="keywords" content="{escape(", ".join(document.trefwoorden))}">',
        f"<style>{_stijl(document.thema)}</style>",
        "</head>",
        "<body>",
        "<main>",
        *secties,
        "</main>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(regels) + "\n").encode()


def _stijl(thema: Thema) -> str:
    kleuren = {naam: f"#{kleur.hex}" for naam, kleur in thema.slots}
    return STIJL.format(
        papier=kleuren["lt1"],
        inkt=kleuren["dk1"],
        kop=kleuren["dk2"],
        koppeling=kleuren["hlink"],
        letter=thema.lettertype,
    )


def _sectie(pagina: Pagina, niveau: int, aanwezig: Collection[str]) -> str:
    schrijver = _Schrijver(niveau, aanwezig)
    blokken = [schrijver.blok(blok) for blok in structuur(pagina)]
    return "\n".join([f'<section id="{pagina.id}">', *blokken, "</section>"])


class _Schrijver:
    """Writes the blocks of one page."""

    def __init__(self, niveau: int, aanwezig: Collection[str]) -> None:
        self._niveau = niveau
        self._aanwezig = aanwezig

    def blok(self, blok: Blok) -> str:
        """Write a block."""
        match blok:
            case Kop():
                return self._kop(blok)
            case Tekstblok():
                return f"<p>{self._alinea(blok.alinea)}</p>"
            case Lijst():
                return self._lijst(blok)
            case Figuur():
                return f'<p class="beeld">{self._figuur(blok)}</p>'
            case Tabelblok():
                return self._tabel(blok)

    def _kop(self, kop: Kop) -> str:
        niveau = min(self._niveau + kop.diepte, DIEPSTE)
        figuur = [f'<span class="stap">{self._figuur(kop.figuur)}</span>'] if kop.figuur else []
        woorden = " ".join([*figuur, *(self._alinea(alinea) for alinea in kop.alineas)])
        return f"<h{niveau}>{woorden}</h{niveau}>"

    def _lijst(self, lijst: Lijst) -> str:
        merk = merktekst(lijst.punten[0])
        punten = "".join(f"<li>{self._alinea(punt)}</li>\n" for punt in lijst.punten)
        if not lijst.genummerd:
            soort = "" if merk else ' class="kaal"'
            return f"<ul{soort}>\n{punten}</ul>"
        eerste = merk.rstrip(".")
        begin = f' start="{eerste}"' if eerste.isdigit() and eerste != "1" else ""
        return f"<ol{begin}>\n{punten}</ol>"

    def _figuur(self, figuur: Figuur) -> str:
        doel = getattr(figuur.beeld, "doel", None)
        return self._koppel(escape(figuur.alt, quote=False), doel)

    def _tabel(self, blok: Tabelblok) -> str:
        delen = []
        for is_kop, rijen in groupby(blok.rijen, key=lambda rij: all(cel.kop == "kolom" for cel in rij)):
            deel = "thead" if is_kop else "tbody"
            inhoud = "".join(f"<tr>{''.join(map(self._cel, rij))}</tr>\n" for rij in rijen)
            delen.append(f"<{deel}>\n{inhoud}</{deel}>\n")
        return f"<table>\n{''.join(delen)}</table>"

    def _cel(self, cel: Tabelcel) -> str:
        inhoud = self._celinhoud(cel.blokken)
        return f'<th scope="{BEREIK[cel.kop]}">{inhoud}</th>' if cel.kop else f"<td>{inhoud}</td>"

    def _celinhoud(self, blokken: Sequence[Blok]) -> str:
        if len(blokken) == 1 and isinstance(blokken[0], Tekstblok):
            return self._alinea(blokken[0].alinea)
        return "".join(map(self.blok, blokken))

    def _alinea(self, alinea: Alinea) -> str:
        return "".join(
            self._koppel("".join(map(_loop, lopen)), doel)
            for doel, lopen in groupby(alinea.lopen, key=lambda loop: loop.doel)
        )

    def _koppel(self, woorden: str, doel: Doel | None) -> str:
        if doel is None or (doel.pagina and doel.pagina not in self._aanwezig):
            return woorden
        adres = f"#{doel.pagina}" if doel.pagina else doel.adres
        return f'<a href="{escape(adres)}">{woorden}</a>'


def _loop(loop: Loop) -> str:
    woorden = escape(loop.tekst, quote=False)
    if loop.voluit:
        woorden = f'<abbr title="{escape(loop.voluit)}">{woorden}</abbr>'
    if loop.taal:
        woorden = f'<span lang="{escape(loop.taal)}">{woorden}</span>'
    for merk, aan in (("strong", loop.vet), ("em", loop.cursief)):
        if aan:
            woorden = f"<{merk}>{woorden}</{merk}>"
    return woorden
