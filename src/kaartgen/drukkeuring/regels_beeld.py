"""Rules about lines and pictures: thick enough, sharp enough, not too much ink."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

from pikepdf import PdfError, Stream

from kaartgen.drukkeuring.beeldinkt import NietGemeten, te_veel
from kaartgen.drukkeuring.bevinding import Bevinding
from kaartgen.drukkeuring.blad import Blad, Stuk
from kaartgen.drukkeuring.dossier import Dossier, getal, plek, verzamel
from kaartgen.drukkeuring.feiten import Plaat
from kaartgen.drukkeuring.meetkunde import mm, schalen
from kaartgen.maten import PT_PER_INCH
from kaartgen.pdflezen.ontpakken import TeGroot

SPELING_PT = 0.005
SPELING_DPI = 0.5
LANG = 1.0
"""A filled rectangle that is longer than this in mm looks like a line."""

MINSTE_VLAK = 1.0
"""Ink beyond the limit counts from so many square mm in a picture."""


def lijnen(dossier: Dossier) -> Iterator[Bevinding]:
    """No line, and no rectangle that serves as one, is thinner than the profile allows."""
    dunst = dossier.profiel.regels.lijn
    for blad, stuk in dossier.stukken():
        schaal = schalen(stuk.matrix)[0]
        lijnen_ = [(een.vak, een.dikte * schaal) for een in stuk.feiten.strepen if not een.vlak]
        lijnen_ += [(een.vak, een.lijn * schaal) for een in stuk.feiten.woorden if een.lijn is not None]
        dun = [(vak, dikte) for vak, dikte in lijnen_ if dikte < dunst - SPELING_PT]
        yield from verzamel(
            blad,
            stuk,
            [vak for vak, _ in dun],
            "lijn-te-dun",
            f"De lijn is {getal(min((dikte for _, dikte in dun), default=0), 3)} pt dik; "
            f"het profiel vraagt minstens {getal(dunst, 2)} pt.",
            "Maak de lijn dikker.",
        )
        vlakken = [een for een in stuk.feiten.strepen if een.vlak and een.dikte * schaal < dunst - SPELING_PT]
        yield from verzamel(
            blad,
            stuk,
            [een.vak for een in vlakken if mm(max(een.vak.breedte, een.vak.hoogte)) > LANG],
            "vlak-te-dun",
            f"Een gevuld vlak is dunner dan {getal(dunst, 2)} pt en wordt een haarlijn.",
            "Maak het vlak dikker, of gebruik een lijn.",
        )


def scherp_genoeg(dossier: Dossier) -> Iterator[Bevinding]:
    """Pictures have enough pixels for the size in which they are printed."""
    nodig = dossier.profiel.regels.beeld
    for blad, stuk in dossier.stukken():
        grof = [
            (plaat, dpi) for plaat in stuk.feiten.platen if (dpi := _dpi(plaat, stuk)) < nodig - SPELING_DPI
        ]
        minst = min((dpi for _, dpi in grof), default=0.0)
        yield from verzamel(
            blad,
            stuk,
            [plaat.vak for plaat, _ in grof],
            "beeld-te-grof",
            f"Het beeld heeft {getal(minst, 0)} beeldpunten per inch; "
            f"het profiel vraagt er minstens {getal(nodig, 0)}.",
            "Gebruik een groter beeld, of zet het kleiner.",
        )


def _dpi(plaat: Plaat, stuk: Stuk) -> float:
    a, b, c, d, _, _ = stuk.matrix
    breed, hoog = plaat.maat[0] * hypot(a, b), plaat.maat[1] * hypot(c, d)
    return min(
        PT_PER_INCH * pixels / max(lengte, 1e-6)
        for pixels, lengte in zip(plaat.pixels, (breed, hoog), strict=True)
    )


def beeldinkt(dossier: Dossier) -> Iterator[Bevinding]:
    """Pictures in CMYK lay no more ink on a spot than the profile allows."""
    hoogste = dossier.profiel.regels.inkt
    if dossier.profiel.kleur != "cmyk" or not hoogste:
        return
    gezien: set[tuple[int, int]] = set()
    for blad, stuk in dossier.stukken():
        for plaat in stuk.feiten.platen:
            object_ = plaat.object_
            if plaat.ruimte.familie != "cmyk" or object_ is None or object_.objgen in gezien:
                continue
            gezien.add(object_.objgen)
            yield from _beeldinkt(blad, stuk, plaat, hoogste)


def _beeldinkt(blad: Blad, stuk: Stuk, plaat: Plaat, hoogste: float) -> Iterator[Bevinding]:
    waar = plek(blad, stuk, plaat.vak)
    assert isinstance(plaat.object_, Stream)
    try:
        deel, meest = te_veel(plaat.object_, plaat.ruimte, plaat.pixels, hoogste)
    except (NietGemeten, TeGroot, PdfError):
        yield Bevinding(
            blad.nummer,
            waar,
            "beeldinkt-onbekend",
            "Van dit beeld is niet te meten hoeveel inkt het vraagt.",
            "Bewaar het beeld als gewone JPEG of TIFF in CMYK, 8 bits per kleur.",
        )
        return
    if deel * mm(plaat.maat[0]) * mm(plaat.maat[1]) >= MINSTE_VLAK:
        yield Bevinding(
            blad.nummer,
            waar,
            "beeldinkt-te-veel",
            f"Het beeld heeft plekken met {getal(meest, 0)} % inkt; het mag {getal(hoogste, 0)} % zijn.",
            "Zet het beeld opnieuw om naar CMYK, met een profiel met minder inkt.",
        )


REGELS = (lijnen, scherp_genoeg, beeldinkt)
