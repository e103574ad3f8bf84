"""From Tekst to text bodies of PPTX: real paragraphs and runs, with the looks in the levels of the box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kaartgen.scene import Alinea, Alineastijl, Loop, Tekst
from kaartgen.weergave.pptx_xml import Koppelingen, Stijlboek, guid, inhoud

VRAGEN = "Reflectievragen"
"""Name of the box with questions: trainers rewrite it and a reader finds it again."""

ANKER = {"boven": "t", "midden": "ctr", "onder": "b"}
_NUMMERVELD = guid("dianummer")
ZONDER_RAND = 'wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"'
_NIVEAUS = 9
_NOG_GEEN_NUMMER = "<a:t>‹nr.›</a:t></a:fld>"


def tekstvak(tekst: Tekst, boek: Stijlboek, koppelingen: Koppelingen) -> str:
    """Give the body of a plain text box: each look is a level of the box, paragraphs only name theirs."""
    niveaus = _verdeel(tekst.alineas)
    stijl = "".join(boek.niveau(alineastijl, rang + 1) for alineastijl, rang in niveaus.items())
    # Shrinking is left to the program, and only for the box that trainers fill with their own words.
    krimp = "<a:normAutofit/>" if tekst.naam.startswith(VRAGEN) else "<a:noAutofit/>"
    return (
        f'<p:txBody><a:bodyPr {ZONDER_RAND} rtlCol="0" anchor="{ANKER[tekst.anker]}">{krimp}</a:bodyPr>'
        f"<a:lstStyle>{stijl}</a:lstStyle>{_alineas(tekst.alineas, niveaus, boek, koppelingen)}</p:txBody>"
    )


def plaatshouder(tekst: Tekst, geerfd: Alineastijl, boek: Stijlboek, koppelingen: Koppelingen) -> str:
    """Give the body of a placeholder whose layout already holds the look `geerfd`; a number is a field."""
    eerste = tekst.alineas[0].stijl if tekst.alineas else geerfd
    stijl = "" if eerste == geerfd else boek.niveau(eerste, 1)
    if tekst.rol == "nummer":
        alineas = f"<a:p>{nummerveld(boek.taal)}</a:p>"
    else:
        alineas = _alineas(tekst.alineas, {eerste: 0}, boek, koppelingen)
    return (
        f'<p:txBody><a:bodyPr anchor="{ANKER[tekst.anker]}"/>'
        f"<a:lstStyle>{stijl}</a:lstStyle>{alineas}</p:txBody>"
    )


def celtekst(tekst: Tekst, boek: Stijlboek, koppelingen: Koppelingen) -> str:
    """Give the body of a table cell; office programs skip list styles there, so each run says its look."""
    alineas = _alineas(tekst.alineas, {}, boek, koppelingen)
    return f"<a:txBody><a:bodyPr/><a:lstStyle/>{alineas}</a:txBody>"


def nummerveld(taal: str) -> str:
    """Give a field that shows the number of the slide."""
    return f'<a:fld id="{_NUMMERVELD}" type="slidenum"><a:rPr lang="{taal}"/>{_NOG_GEEN_NUMMER}'


def met_nummer(xml: str, nummer: int) -> str:
    """Give the slide with its number in the fields, for programs that do not count themselves."""
    return xml.replace(_NOG_GEEN_NUMMER, f"<a:t>{nummer}</a:t></a:fld>")


def _verdeel(alineas: Sequence[Alinea]) -> dict[Alineastijl, int]:
    """Give the looks in order of first use, each with its level; a list style has nine levels."""
    stijlen = dict.fromkeys(alinea.stijl for alinea in alineas)
    return {stijl: rang for rang, stijl in enumerate(stijlen) if rang < _NIVEAUS}


def _alineas(
    alineas: Sequence[Alinea],
    niveaus: dict[Alineastijl, int],
    boek: Stijlboek,
    koppelingen: Koppelingen,
) -> str:
    delen = []
    for plek, alinea in enumerate(alineas):
        stijl = alinea.stijl
        rang = niveaus.get(stijl)
        if rang is None:
            kop, kinderen = boek.alinea(stijl, bovenaan=plek == 0)
        else:
            kop = f' lvl="{rang}"' if rang else ""
            geen_wit = plek == 0 and stijl.wit_voor > 0
            kinderen = '<a:spcBef><a:spcPts val="0"/></a:spcBef>' if geen_wit else ""
        if kinderen:
            kop = f"<a:pPr{kop}>{kinderen}</a:pPr>"
        elif kop:
            kop = f"<a:pPr{kop}/>"
        lopen = [_loop(loop, stijl, rang is None, boek, koppelingen) for loop in _samengevoegd(alinea.lopen)]
        delen.append(f"<a:p>{kop}{''.join(lopen) or _leeg(stijl, rang is None, boek)}</a:p>")
    if not delen:
        delen.append(f'<a:p><a:endParaRPr lang="{boek.taal}"/></a:p>')
    return "".join(delen)


def _samengevoegd(lopen: Sequence[Loop]) -> Iterator[Loop]:
    """Give the runs with those joined that only differ in what an abbreviation stands for: a presentation has
    no place for that, and fewer runs are easier to edit."""
    for _, groep in groupby(
        (loop for loop in lopen if loop.tekst), key=lambda loop: replace(loop, tekst="", voluit="")
    ):
        delen = list(groep)
        yield delen[0] if len(delen) == 1 else replace(delen[0], tekst="".join(deel.tekst for deel in delen))


def _leeg(stijl: Alineastijl, voluit: bool, boek: Stijlboek) -> str:
    kop, vulling = boek.letters(stijl) if voluit else ("", "")
    return f'<a:endParaRPr lang="{boek.taal}"{kop}>{vulling}</a:endParaRPr>'


def _loop(
    loop: Loop,
    stijl: Alineastijl,
    voluit: bool,
    boek: Stijlboek,
    koppelingen: Koppelingen,
) -> str:
    klik = koppelingen.klik(loop.doel, in_tekst=True) if loop.doel else ""
    if voluit:
        kop, vulling = boek.letters(stijl, loop)
    else:
        kop = ' b="1"' if loop.vet and not stijl.vet else ""
        if loop.cursief and not stijl.cursief:
            kop += ' i="1"'
        eigen_kleur = loop.kleur is not None and loop.kleur != stijl.kleur
        vulling = boek.vulling(loop.kleur or stijl.kleur) if eigen_kleur or klik else ""
    rest = f">{vulling}{klik}</a:rPr>" if vulling or klik else "/>"
    return f'<a:r><a:rPr lang="{loop.taal or boek.taal}"{kop}{rest}<a:t>{inhoud(loop.tekst)}</a:t></a:r>'
