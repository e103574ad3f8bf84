"""Pages as a source file of typst: every box, rectangle, line and path at its place in mm."""

from __future__ import annotations

from collections.abc import Iterator

from kaartgen.scene import Alinea, Document, Element, Groep, Lijn, Pad, Pagina, Regel, Tabel, Tekst, Vlak

_KOP = """\
#set page(width: %gmm, height: %gmm, margin: 0mm)
#set text(font: "%s", hyphenate: false, top-edge: 0.948em, bottom-edge: -0.252em)
#set par(leading: 0pt, spacing: 0pt)
#set block(spacing: 0pt)
#let p(x, y, body) = place(top + left, dx: x * 1mm, dy: y * 1mm, body)
#let t(korps, kleur, vet, cursief, spatie, body) = text(
  size: korps * 1pt, fill: rgb(kleur), weight: if vet { "bold" } else { "regular" },
  style: if cursief { "italic" } else { "normal" }, tracking: spatie * 1pt, body)
#let a(wit, links, afstand, kant, merk, body) = block(above: wit * 1mm, width: 100%%,
  inset: (left: links * 1mm), {
  set par(leading: afstand)
  if merk != none { place(top + left, dx: -links * 1mm, merk) }
  align(kant, body)
})
#let r(x, y, b, h, kleur) = p(x, y, rect(width: b * 1mm, height: h * 1mm, fill: rgb(kleur)))
#let s(dikte, kleur) = stroke(paint: rgb(kleur), thickness: dikte * 1pt)
#let l(x1, y1, x2, y2, dikte, kleur) = place(top + left,
  line(start: (x1 * 1mm, y1 * 1mm), end: (x2 * 1mm, y2 * 1mm), stroke: s(dikte, kleur)))
#let M(x, y) = curve.move((x * 1mm, y * 1mm))
#let L(x, y) = curve.line((x * 1mm, y * 1mm))
#let C(a, b, c, d, e, f) = curve.cubic((a * 1mm, b * 1mm), (c * 1mm, d * 1mm), (e * 1mm, f * 1mm))
#let Z() = curve.close()
#let c(vulling, lijn, ..stappen) = place(top + left,
  curve(fill: vulling, fill-rule: "even-odd", stroke: lijn, ..stappen))
"""
_KANT = {"links": "left", "midden": "center", "rechts": "right"}


def bron(document: Document, familie: str, in_regels: bool) -> str:
    """Give the source. `in_regels` places every broken line, otherwise typst breaks the paragraphs."""
    maat = document.paginas[0].maat
    paginas = [
        "#{" + "\n".join(_pagina(pagina, nummer, in_regels)) + "}"
        for pagina, nummer in zip(document.paginas, document.nummers, strict=True)
    ]
    return _KOP % (maat.breedte, maat.hoogte, familie) + "\n#pagebreak()\n".join(paginas)


def _pagina(pagina: Pagina, nummer: Tekst | None, in_regels: bool) -> Iterator[str]:
    for element in (*pagina.ondergrond.elementen, *pagina.elementen):
        if not (isinstance(element, Tekst) and element.rol == "nummer"):
            yield from _element(element, in_regels)
    if nummer:
        yield from _tekst(nummer, in_regels)


def _element(element: Element, in_regels: bool) -> Iterator[str]:
    match element:
        case Tekst():
            yield from _tekst(element, in_regels)
        case Vlak(vak=vak):
            yield f'r({vak.x:.2f}, {vak.y:.2f}, {vak.b:.2f}, {vak.h:.2f}, "{element.kleur.hex}")'
        case Lijn():
            hoeken = f"{element.x1:.2f}, {element.y1:.2f}, {element.x2:.2f}, {element.y2:.2f}"
            yield f'l({hoeken}, {element.dikte:g}, "{element.kleur.hex}")'
        case Pad():
            yield _pad(element)
        case Groep():
            for deel in element.delen:
                yield from _element(deel, in_regels)
        case Tabel():
            yield from _tabel(element, in_regels)


def _pad(pad: Pad) -> str:
    vulling = f'rgb("{pad.vulling.hex}")' if pad.vulling else "none"
    lijn = f's({pad.dikte:g}, "{pad.streek.hex}")' if pad.streek and pad.dikte else "none"
    stappen = ", ".join(
        f"{stap.soort}({', '.join(f'{maat:.2f}' for punt in stap.punten for maat in punt)})"
        for stap in pad.stappen
    )
    return f"c({vulling}, {lijn}, {stappen})"


def _tabel(tabel: Tabel, in_regels: bool) -> Iterator[str]:
    for rij in tabel.rijen:
        for cel in rij:
            if cel.vulling:
                yield from _element(Vlak("", cel.vak, cel.vulling), in_regels)
        begin, eind = rij[0].vak, rij[-1].vak
        yield from _element(
            Lijn("", begin.x, begin.onder, eind.rechts, eind.onder, tabel.lijndikte, tabel.lijn), in_regels
        )
        for cel in rij:
            yield from _tekst(cel.tekst, in_regels)


def _tekst(tekst: Tekst, in_regels: bool) -> Iterator[str]:
    if in_regels:
        for alinea in tekst.alineas:
            for regel in (*filter(None, (alinea.merk,)), *alinea.regels):
                yield from _regel(regel, alinea)
        return
    regels = [(alinea, regel) for alinea in tekst.alineas for regel in alinea.regels]
    if not regels:
        return
    alinea, eerste = regels[0]
    boven = eerste.basislijn - 0.948 * alinea.stijl.korps * 25.4 / 72
    alineas = "\n".join(_alinea(alinea, not rang) for rang, alinea in enumerate(tekst.alineas))
    # A hair of width, so that a line that fits to the hundredth does not break.
    yield f"p({tekst.vak.x:.2f}, {boven:.2f}, block(width: {tekst.vak.b + 0.1:.2f}mm, {{\n{alineas}}}))"


def _regel(regel: Regel, alinea: Alinea) -> Iterator[str]:
    boven = regel.basislijn - 0.948 * alinea.stijl.korps * 25.4 / 72
    for stuk in regel.stukken:
        yield f"p({stuk.x:.2f}, {boven:.2f}, {_loop(alinea, stuk.tekst, stuk.kleur.hex, stuk.vet, stuk.cursief)})"


def _alinea(alinea: Alinea, bovenaan: bool) -> str:
    stijl = alinea.stijl
    afstand = f"{(stijl.regelafstand - 1) * 1.2 * stijl.korps:g}pt"
    merk = "none"
    if alinea.merk:
        stuk = alinea.merk.stukken[0]
        merk = _loop(alinea, stuk.tekst, stuk.kleur.hex, stuk.vet, stuk.cursief)
    lopen = "\n".join(
        _loop(
            alinea,
            loop.tekst,
            (loop.kleur or stijl.kleur).hex,
            loop.vet or stijl.vet,
            loop.cursief or stijl.cursief,
        )
        for loop in alinea.lopen
    )
    wit = 0 if bovenaan else stijl.wit_voor
    return (
        f"a({wit:.3f}, {stijl.inspringing:.3f}, {afstand}, {_KANT[stijl.uitlijning]}, {merk}, {{\n{lopen}}})"
    )


def _loop(alinea: Alinea, tekst: str, kleur: str, vet: bool, cursief: bool) -> str:
    letters = tekst.replace("\\", "\\\\").replace('"', '\\"')
    stand = f"{str(vet).lower()}, {str(cursief).lower()}, {alinea.stijl.spatiering:g}"
    return f't({alinea.stijl.korps:g}, "{kleur}", {stand}, "{letters}")'
