"""How text on a slide looks in the end, and on what ground: settings come from run, shape, layout, master
and presentation, nearest first (ISO/IEC 29500-1, 21.1.2.3.2 and 19.3.1.52)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kaartgen.toegankelijkheid.pptx_dossier import (
    TITEL,
    VOET,
    Dia,
    Dossier,
    Kader,
    Vlakte,
    Vorm,
    waar,
)
from kaartgen.toegankelijkheid.pptx_kleur import Palet, Rgb
from kaartgen.toegankelijkheid.pptx_pakket import A, P, R

AHYP = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}"
SPELING = 36_000.0
"""A millimetre in EMU: how far a text may stand out of the ground it is on."""

GROOT, GROOT_VET = 1_800, 1_400
"""Text of at least so many hundredths of a point is large: plain, and bold (WCAG 2.1, ‘large scale’)."""

_KIJKDIEP = 256
"""So many grounds under a text are looked at; deeper ones are not told apart from each other."""

_VULLINGEN = ("solidFill", "gradFill", "blipFill", "pattFill", "grpFill", "noFill")
_LETTERS = ("latin",)


@dataclass(frozen=True, slots=True)
class Loop:
    """Run of text with how it looks: size in hundredths of a point (None if nothing says so), colour (None if
    not known for sure), the id of the relationship it links to, and what else sets it apart."""

    tekst: str
    taal: str
    korps: float | None
    vet: bool
    anders: tuple[str, ...]
    kleur: Rgb | None
    link: str

    @property
    def groot(self) -> bool:
        """Tell whether it is large enough to ask less contrast."""
        return self.korps is not None and self.korps >= (GROOT_VET if self.vet else GROOT)


@dataclass(frozen=True, slots=True)
class Alinea:
    """Paragraph: its runs, and whether the program puts a mark or number before it."""

    lopen: tuple[Loop, ...]
    opsomming: bool

    @property
    def tekst(self) -> str:
        """Its words."""
        return "".join(loop.tekst for loop in self.lopen)


def alineas(dossier: Dossier, dia: Dia, vorm: Vorm, lichaam: Element) -> list[Alinea]:
    """Give the paragraphs of one body of text in a shape; they are read once."""
    gelezen = dia.gelezen.get(id(lichaam))
    if gelezen is None:
        gelezen = dia.gelezen[id(lichaam)] = list(_alineas(dossier, dia.vlakte, vorm, lichaam))
    return gelezen


def _alineas(dossier: Dossier, vlakte: Vlakte, vorm: Vorm, lichaam: Element) -> Iterator[Alinea]:
    stijlen = _stijlen(dossier, vlakte, vorm, lichaam)
    eigen = stijlen[: -len(_algemeen(dossier, vlakte))]
    for alinea in lichaam.iter(f"{A}p"):
        kop = alinea.find(f"{A}pPr")
        try:
            rang = int(kop.get("lvl", "0")) + 1 if kop is not None else 1
        except ValueError:
            rang = 1
        niveaus = [e for stijl in stijlen if (e := stijl.find(f"{A}lvl{rang}pPr")) is not None]
        letters = [e for niveau in niveaus if (e := niveau.find(f"{A}defRPr")) is not None]
        talen = [e for stijl in eigen if (e := stijl.find(f"{A}lvl{rang}pPr/{A}defRPr")) is not None]
        lopen = tuple(
            _loop(vlakte.palet, vorm, loop, letters, talen)
            for loop in alinea
            if loop.tag in (f"{A}r", f"{A}fld")
        )
        yield Alinea(lopen, _heeft_merk([*([kop] if kop is not None else ()), *niveaus]))


def _loop(
    palet: Palet, vorm: Vorm, loop: Element, letters: Sequence[Element], talen: Sequence[Element]
) -> Loop:
    eigen = loop.find(f"{A}rPr")
    keten = [*([eigen] if eigen is not None else ()), *letters]
    taal = next((e.get("lang", "") for e in [*keten[: eigen is not None], *talen] if e.get("lang")), "")
    korps = next((e.get("sz", "") for e in keten if e.get("sz")), "")
    vet = next((e for e in keten if e.get("b") is not None), None)
    klik = None if eigen is None else eigen.find(f"{A}hlinkClick")
    link = "" if klik is None else klik.get(f"{R}id", "")
    anders = tuple(
        next((e.get(naam, "") for e in keten if e.get(naam) is not None), "") for naam in ("i", "u", "cap")
    )
    letter = next((f.get("typeface", "") for e in keten for f in e.findall(f"{A}latin")), "")
    return Loop(
        "".join(stuk.text or "" for stuk in loop.iter(f"{A}t")),
        taal,
        float(korps) if korps.isdecimal() else None,
        waar(vet, "b"),
        (*anders, letter),
        _letterkleur(palet, vorm, eigen, letters, klik),
        link,
    )


def _letterkleur(
    palet: Palet, vorm: Vorm, eigen: Element | None, letters: Sequence[Element], klik: Element | None
) -> Rgb | None:
    if klik is not None and klik.get(f"{R}id"):
        eigenzinnig = any(e.get("val") == "tx" for e in klik.iter(f"{AHYP}hlinkClr"))
        if not eigenzinnig:
            return palet.plaats("hlink")
    verwijzing = vorm.element.find(f"{P}style/{A}fontRef")
    uit_stijl = verwijzing is not None and len(verwijzing) > 0
    for rang, bron in enumerate([*([eigen] if eigen is not None else ()), *letters]):
        vulling = next((v for naam in _VULLINGEN if (v := bron.find(f"{A}{naam}")) is not None), None)
        if vulling is None:
            continue
        # What the style of a shape says stands between its own settings and those of the presentation.
        if uit_stijl and rang > 0 and not vorm.houder:
            break
        return palet.kleur(vulling) if vulling.tag == f"{A}solidFill" else None
    if uit_stijl:
        return palet.kleur(verwijzing)
    return None if vorm.tabel is not None else palet.plaats("tx1")


def _heeft_merk(koppen: Sequence[Element]) -> bool:
    for kop in koppen:
        if kop.find(f"{A}buNone") is not None:
            return False
        if any(kop.find(f"{A}{soort}") is not None for soort in ("buChar", "buAutoNum", "buBlip")):
            return True
    return False


def _stijlen(dossier: Dossier, vlakte: Vlakte, vorm: Vorm, lichaam: Element) -> list[Element]:
    """Give the list styles that hold for a body of text, nearest first."""
    lijsten = [lichaam.find(f"{A}lstStyle")]
    if vorm.houder:
        lijsten += [model.element.find(f"{P}txBody/{A}lstStyle") for model in vlakte.model(vorm)]
        meester = vlakte.lagen()[-1].wortel
        soort = "titleStyle" if vorm.houder in TITEL else "otherStyle" if vorm.houder in VOET else "bodyStyle"
        lijsten.append(meester.find(f"{P}txStyles/{P}{soort}"))
    return [*(e for e in lijsten if e is not None), *_algemeen(dossier, vlakte)]


def _algemeen(dossier: Dossier, vlakte: Vlakte) -> list[Element]:
    """Give what holds for all text; there is always one, so that it can be cut off again."""
    overig = vlakte.lagen()[-1].wortel.find(f"{P}txStyles/{P}otherStyle")
    standaard = dossier.wortel.find(f"{P}defaultTextStyle")
    gevonden = [e for e in (standaard, overig) if e is not None]
    return gevonden or [Element(f"{P}defaultTextStyle")]


@dataclass(frozen=True, slots=True)
class Grond:
    """Something that covers a part of a slide; its colour is None when that is not one colour for sure."""

    kader: Kader
    kleur: Rgb | None


def gronden(vlakte: Vlakte) -> Iterator[tuple[Vorm, list[Grond]]]:
    """Give each shape on a slide with all that lies under it, lowest first.

    The list grows while it is read: it holds for the moment at which a shape is given.
    """
    onder: list[Grond] = []
    lagen = vlakte.lagen()
    achter = next((a for laag in lagen if (a := laag.wortel.find(f"{P}cSld/{P}bg")) is not None), None)
    ver = Kader(-1e12, -1e12, 2e12, 2e12)
    onder.append(Grond(ver, _achtergrond(vlakte.palet, achter)))
    for laag in reversed(lagen[1:]):
        if _toont_onder(lagen, laag):
            for vorm in laag.alle_vormen():
                if not vorm.houder:
                    onder += _als_grond(laag, vorm)
    for vorm in vlakte.alle_vormen():
        onder += _als_grond(vlakte, vorm)
        yield vorm, onder


def _toont_onder(lagen: Sequence[Vlakte], laag: Vlakte) -> bool:
    """Tell whether a slide shows what is on its layout or master."""
    hoger = lagen[: lagen.index(laag)]
    return all(ander.wortel.get("showMasterSp", "1") in ("1", "true") for ander in hoger)


def _achtergrond(palet: Palet, achter: Element | None) -> Rgb | None:
    if achter is None:
        return palet.plaats("bg1")
    verwijzing = achter.find(f"{P}bgRef")
    if verwijzing is not None:
        # The first background of a theme is plain colour; the others are seldom one colour.
        return palet.kleur(verwijzing) if verwijzing.get("idx") == "1001" else None
    return palet.kleur(achter.find(f"{P}bgPr/{A}solidFill"))


def _als_grond(vlakte: Vlakte, vorm: Vorm) -> list[Grond]:
    if vorm.kader is None or vorm.soort in ("grpSp", "cxnSp"):
        return []
    if vorm.soort != "sp":
        return [Grond(vorm.kader, None)]
    for bron in (vorm, *vlakte.model(vorm)):
        eigenschappen = bron.element.find(f"{P}spPr")
        if eigenschappen is None:
            continue
        for naam in _VULLINGEN:
            vulling = eigenschappen.find(f"{A}{naam}")
            if vulling is not None:
                if naam == "noFill":
                    return []
                return [Grond(vorm.kader, vlakte.palet.kleur(vulling) if naam == "solidFill" else None)]
    verwijzing = vorm.element.find(f"{P}style/{A}fillRef")
    if verwijzing is not None and verwijzing.get("idx", "0") != "0":
        return [Grond(vorm.kader, vlakte.palet.kleur(verwijzing) if verwijzing.get("idx") == "1" else None)]
    return []


def grond_onder(kader: Kader | None, onder: Sequence[Grond]) -> Rgb | None:
    """Give the colour that a text in this rectangle stands on, or None when that is not sure."""
    if kader is None:
        return None
    for grond in reversed(onder[-_KIJKDIEP:]):
        if grond.kader.bevat(kader, SPELING):
            return grond.kleur
        if grond.kader.raakt(kader):
            return None
    return onder[0].kleur if len(onder) <= _KIJKDIEP else None
