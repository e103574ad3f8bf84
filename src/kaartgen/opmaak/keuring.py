"""Checks on finished pages: size of type, safe zone, boxes, and contrast for every kind of eyes. They trust
nothing but the scene."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import floor
from typing import Protocol

from kaartgen.kleuren import helderheid
from kaartgen.kleurzicht import ZICHTEN, gezien
from kaartgen.maten import Mm, Vak, naar_mm
from kaartgen.opmaak.ontwerp import Minimum
from kaartgen.opmaak.zetten import BASISLIJN
from kaartgen.scene import Cel, Groep, Kleur, Pad, Pagina, Tabel, Tekst, Vlak

CONTRAST_TEKST = 4.5
CONTRAST_BEELD = 3.0
"""Least contrast of text and of graphics (WCAG 2.1, 1.4.3 and 1.4.11)."""

XHOOGTE = 0.48
"""Height of a small letter as a part of the korps."""

MARGE = 0.05
"""What is nearer than this in mm counts as touching."""


class Keurformaat(Protocol):
    """What is demanded of the pages of a format: safe zone in mm and smallest type."""

    @property
    def veilig(self) -> float:
        """Width in mm of the strip along the edges in which nothing may stand."""

    @property
    def minimum(self) -> Minimum:
        """Smallest type sizes."""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """What is wrong on a page: `regel` names the rule, `waar` the element, `kleuren` the colours if any."""

    pagina: str
    regel: str
    waar: str
    tekst: str
    kleuren: tuple[Kleur, ...] = ()


Zicht = Callable[[Kleur], Kleur]
"""Gives a colour as people see it."""


def zoals_bedoeld(kleur: Kleur) -> Kleur:
    """Give the colour itself, as a screen shows it."""
    return kleur


def contrast(een: Kleur, ander: Kleur) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.1)."""
    hoog, laag = sorted((helderheid(een.hex), helderheid(ander.hex)), reverse=True)
    return (hoog + 0.05) / (laag + 0.05)


def keur(
    pagina: Pagina, formaat: Keurformaat, papier: Kleur, zie: Zicht = zoals_bedoeld
) -> Iterator[Bevinding]:
    """Give everything on a page that breaks a rule of its format.

    `papier` is the colour of the paper, `zie` gives a colour as people see it once it is printed. Contrast
    must do for everybody: for people who miss a kind of cones, and in grey.
    """
    gronden = [element for element in pagina.ondergrond.elementen if isinstance(element, Vlak | Pad)]
    veilig = Vak(Mm(0), Mm(0), pagina.maat.breedte, pagina.maat.hoogte).krimp(*[formaat.veilig] * 4)
    teksten: list[Tekst] = []
    for element in pagina.elementen:
        if isinstance(element, Tekst):
            teksten.append(element)
            yield from _keur_tekst(
                pagina, element, formaat, veilig, _grond(gronden, element.vak, papier), zie
            )
        elif isinstance(element, Tabel):
            yield from _keur_tabel(pagina, element, formaat, veilig, gronden, papier, zie)
        elif isinstance(element, Pad | Groep):
            yield from _keur_beeld(pagina, element, _grond(gronden, element.vak, papier), zie)
        if isinstance(element, Vlak | Pad):
            gronden.append(element)
        if (
            not isinstance(element, Tekst)
            and hasattr(element, "vak")
            and not veilig.bevat(element.vak, MARGE)
        ):
            yield Bevinding(pagina.id, "veilige-zone", element.naam, "steekt buiten de veilige zone")
    yield from _overlap(pagina, teksten)


def _grond(gronden: list[Vlak | Pad], vak: Vak, papier: Kleur) -> Kleur:
    """Give the colour of the topmost ground that lies under the whole rectangle."""
    for grond in reversed(gronden):
        kleur = grond.kleur if isinstance(grond, Vlak) else grond.vulling
        if kleur and grond.vak.bevat(vak, MARGE):
            return kleur
    return papier


def _keur_tekst(
    pagina: Pagina, tekst: Tekst, formaat: Keurformaat, veilig: Vak, grond: Kleur, zie: Zicht
) -> Iterator[Bevinding]:
    minimum = formaat.minimum.voet if tekst.rol in ("voet", "nummer") else formaat.minimum.tekst
    if not veilig.bevat(tekst.vak, MARGE):
        yield Bevinding(pagina.id, "veilige-zone", tekst.naam, "steekt buiten de veilige zone")
    for alinea in tekst.alineas:
        stijl = alinea.stijl
        if stijl.korps < minimum:
            yield Bevinding(
                pagina.id, "klein", tekst.naam, f"{stijl.korps:g} pt is kleiner dan {minimum:g} pt"
            )
        if not alinea.regels and alinea.tekst:
            yield Bevinding(pagina.id, "kwijt", tekst.naam, "een alinea heeft geen regels")
        gezet = "".join(stuk.tekst for regel in alinea.regels for stuk in regel.stukken)
        if gezet.replace(" ", "") != alinea.tekst.replace(" ", ""):
            yield Bevinding(pagina.id, "kwijt", tekst.naam, f"niet alle tekst is gezet: {alinea.tekst[:40]}")
        for stuk in alinea.merk.stukken if alinea.merk else ():
            nodig = CONTRAST_TEKST if stijl.opsomming == "cijfer" else CONTRAST_BEELD
            yield from _te_flets(pagina, tekst.naam, (stuk.kleur, grond), nodig, zie)
        for regel in alinea.regels:
            hoog = regel.basislijn - BASISLIJN * naar_mm(stijl.regelhoogte)
            if regel.basislijn > tekst.vak.onder + MARGE or hoog < tekst.vak.y - MARGE:
                yield Bevinding(pagina.id, "vak-over", tekst.naam, "een regel staat buiten zijn vak")
            for stuk in regel.stukken:
                if stuk.x < tekst.vak.x - MARGE or stuk.x + stuk.breedte > tekst.vak.rechts + MARGE:
                    yield Bevinding(
                        pagina.id, "vak-over", tekst.naam, f"‘{stuk.tekst}’ is breder dan zijn vak"
                    )
                yield from _te_flets(pagina, tekst.naam, (stuk.kleur, grond), CONTRAST_TEKST, zie)


def _keur_tabel(
    pagina: Pagina,
    tabel: Tabel,
    formaat: Keurformaat,
    veilig: Vak,
    gronden: list[Vlak | Pad],
    papier: Kleur,
    zie: Zicht,
) -> Iterator[Bevinding]:
    cellen: list[Cel] = [cel for rij in tabel.rijen for cel in rij]
    for cel in cellen:
        grond = cel.vulling or _grond(gronden, cel.vak, papier)
        yield from _keur_tekst(pagina, cel.tekst, formaat, veilig, grond, zie)
        if not cel.vak.bevat(cel.tekst.vak, MARGE) or not tabel.vak.bevat(cel.vak, MARGE):
            yield Bevinding(pagina.id, "vak-over", tabel.naam, "een cel steekt uit")


def _keur_beeld(pagina: Pagina, beeld: Pad | Groep, grond: Kleur, zie: Zicht) -> Iterator[Bevinding]:
    delen = [
        deel for deel in (beeld.delen if isinstance(beeld, Groep) else (beeld,)) if isinstance(deel, Pad)
    ]
    vlakken: list[Vlak | Pad] = [deel for deel in delen if deel.vulling]
    for deel in delen:
        onder = _grond(vlakken, deel.vak.krimp(1, 1, 1, 1), grond)
        if deel.streek:
            yield from _te_flets(pagina, deel.naam, (deel.streek, onder), CONTRAST_BEELD, zie)


def _te_flets(
    pagina: Pagina, naam: str, kleuren: tuple[Kleur, Kleur], nodig: float, zie: Zicht
) -> Iterator[Bevinding]:
    tekst = te_flets(*kleuren, nodig, zie)
    if tekst:
        yield Bevinding(pagina.id, "contrast", naam, tekst, kleuren)


def te_flets(kleur: Kleur, grond: Kleur, nodig: float, zie: Zicht = zoals_bedoeld) -> str:
    """Say for whom a colour has too little contrast with its ground; '' when it does for everybody."""
    te_weinig = _te_weinig(zie(kleur), zie(grond), nodig)
    if not te_weinig:
        return ""
    voor_wie, gevonden = te_weinig
    # Rounded down, for 4.49 is not 4.5.
    cijfer = f"{floor(gevonden * 10) / 10:.1f}"
    return f"‘{kleur.naam}’ op ‘{grond.naam}’ heeft{voor_wie} contrast {cijfer}; nodig is {nodig:g}"


@lru_cache(4096)
def _te_weinig(kleur: Kleur, grond: Kleur, nodig: float) -> tuple[str, float] | None:
    """Give for which eyes, in words, and how low the contrast is, for the first that have too little."""
    for zicht, woorden in ZICHTEN.items():
        gevonden = contrast(gezien(kleur, zicht), gezien(grond, zicht))
        if gevonden < nodig:
            return f" {woorden}" if woorden else "", gevonden
    return None


def _overlap(pagina: Pagina, teksten: list[Tekst]) -> Iterator[Bevinding]:
    gevuld = [
        (tekst, _omhulling(tekst)) for tekst in teksten if any(alinea.regels for alinea in tekst.alineas)
    ]
    for nummer, (tekst, vak) in enumerate(gevuld):
        for ander, ander_vak in gevuld[nummer + 1 :]:
            if (
                min(vak.rechts, ander_vak.rechts) - max(vak.x, ander_vak.x) > MARGE
                and min(vak.onder, ander_vak.onder) - max(vak.y, ander_vak.y) > MARGE
            ):
                yield Bevinding(pagina.id, "overlap", tekst.naam, f"loopt over ‘{ander.naam}’ heen")


def _omhulling(tekst: Tekst) -> Vak:
    """Give the rectangle from the first x-height to the last baseline, as wide as the lines."""
    regels = [(alinea.stijl, regel) for alinea in tekst.alineas for regel in alinea.regels]
    stukken = [stuk for _, regel in regels for stuk in regel.stukken]
    links, rechts = min(stuk.x for stuk in stukken), max(stuk.x + stuk.breedte for stuk in stukken)
    stijl, eerste = regels[0]
    boven = eerste.basislijn - XHOOGTE * naar_mm(stijl.korps)
    return Vak(links, Mm(boven), Mm(rechts - links), Mm(regels[-1][1].basislijn - boven))
