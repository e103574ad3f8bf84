"""Rules about colours, ink and overprint."""

from __future__ import annotations

from collections.abc import Iterator

from kaartgen.drukkeuring.bevinding import Bevinding
from kaartgen.drukkeuring.blad import Blad, Stuk
from kaartgen.drukkeuring.dossier import Dossier, ding, getal, plek, verzamel
from kaartgen.drukkeuring.feiten import Verf, Woord
from kaartgen.drukkeuring.meetkunde import Rechthoek, omhulling
from kaartgen.drukkeuring.ruimten import Ruimte, lees_ruimte, type_familie, type_platen
from kaartgen.pdflezen.waarden import geerfd, veld

MAG: dict[str, tuple[type_familie, ...]] = {
    "cmyk": ("cmyk", "grijs", "niets", "registratie"),
    "grijs": ("grijs", "niets"),
    "rgb": ("rgb", "grijs", "niets"),
}
"""Families of colours that fit the colours of a profile."""

KLEUREN = {"cmyk": "CMYK", "grijs": "grijs", "rgb": "RGB"}
GEBRUIK = {
    "vlak": "een vlak",
    "lijn": "een lijn",
    "tekst": "tekst",
    "beeld": "een beeld",
    "verloop": "een verloop",
    "groep": "een groep met doorzichtige delen",
}
SPELING_INKT = 0.5
"""Ink may be so many percent over the limit: values are rounded."""

VOL = 0.999
DONKER = 0.8
BIJMENGING = 0.1
"""So much black ink makes a colour black, and so much other ink beside it needs plates that fit."""

GROTE_TEKST = 14.0
"""From this size (pt) letters are so thick that plates that do not fit are not seen."""


def kleurruimten(dossier: Dossier) -> Iterator[Bevinding]:
    """All colours, also of pictures, shadings, patterns and groups, are of the kind the profile wants."""
    mag = MAG[dossier.profiel.kleur]
    for blad, stuk in dossier.stukken():
        fout: dict[tuple[str, str], list[Verf]] = {}
        for verf in stuk.feiten.verven:
            if not _past(verf.ruimte, dossier.profiel.kleur, mag):
                fout.setdefault((verf.ruimte.naam, verf.gebruik), []).append(verf)
        for (ruimte, gebruik), verven in fout.items():
            waar = plek(blad, stuk, verven[0].vak) if any(verven[0].vak) else ding(stuk, verven[0].bron)
            wat = GEBRUIK[gebruik]
            yield _verkeerd(dossier, blad, waar, verven[0].ruimte, f"{wat[0].upper()}{wat[1:]}", ruimte)
    for blad in dossier.bladen:
        ruimte = veld(veld(blad.object_, "/Group"), "/CS")
        if ruimte is not None:
            gelezen = lees_ruimte(ruimte, geerfd(blad.object_, "/Resources"))
            if not _past(gelezen, dossier.profiel.kleur, mag):
                yield _verkeerd(dossier, blad, "Group", gelezen, "De pagina als groep", gelezen.naam)


def _past(ruimte: Ruimte, kleur: str, mag: tuple[type_familie, ...]) -> bool:
    if ruimte.familie == "patroon":
        return ruimte.onder is None or _past(ruimte.onder, kleur, mag)
    if kleur == "rgb" and ruimte.platen:
        return ruimte.familie == "niets"
    return ruimte.familie in mag


def _verkeerd(dossier: Dossier, blad: Blad, waar: str, ruimte: Ruimte, wat: str, naam: str) -> Bevinding:
    goed = KLEUREN[dossier.profiel.kleur]
    if ruimte.familie == "onbekend":
        return Bevinding(
            blad.nummer,
            waar,
            "kleur-onbekend",
            f"{wat} heeft een kleurruimte die niet te lezen is.",
            f"Zet de kleuren om naar {goed}.",
        )
    if ruimte.familie == "steun":
        return Bevinding(
            blad.nummer,
            waar,
            "steunkleur",
            f"{wat} heeft een {naam}: die vraagt een extra drukplaat.",
            f"Zet de steunkleur om naar {goed}.",
        )
    return Bevinding(
        blad.nummer,
        waar,
        "kleur-past-niet",
        f"{wat} heeft kleuren in {naam}; het profiel vraagt {goed}.",
        f"Zet de kleuren om naar {goed}.",
    )


def registratie(dossier: Dossier) -> Iterator[Bevinding]:
    """The colour of all plates is for marks alone: not on cards, nor inside the trim of a page."""
    if dossier.profiel.kleur != "cmyk":
        return
    for blad, stuk in dossier.stukken():
        vakken = [
            verf.vak
            for verf in stuk.feiten.verven
            if verf.ruimte.familie == "registratie" and _op_de_kaart(dossier, blad, stuk, verf.vak)
        ]
        yield from verzamel(
            blad,
            stuk,
            vakken,
            "registratie-op-kaart",
            "Hier staat de kleur van snijtekens, die op alle platen komt.",
            "Gebruik op de kaart zwart: alleen zwarte inkt.",
        )


def _op_de_kaart(dossier: Dossier, blad: Blad, stuk: Stuk, vak: Rechthoek) -> bool:
    if stuk.kaart or dossier.heeft_kaarten:
        return stuk.kaart is not None
    op = omhulling(vak, stuk.matrix)
    return blad.netto is not None and blad.netto.overlapt(op, 0.1)


def inkt(dossier: Dossier) -> Iterator[Bevinding]:
    """No colour lays more ink on one spot than the profile allows."""
    hoogste = dossier.profiel.regels.inkt
    if dossier.profiel.kleur != "cmyk" or not hoogste:
        return
    for blad, stuk in dossier.stukken():
        erg = [verf for verf in stuk.feiten.verven if _dekking(verf.inkten) > hoogste + SPELING_INKT]
        meest = max((_dekking(verf.inkten) for verf in erg), default=0.0)
        yield from verzamel(
            blad,
            stuk,
            [verf.vak for verf in erg],
            "inkt-te-veel",
            f"De inkt is samen {getal(meest, 0)} %; het mag {getal(hoogste, 0)} % zijn.",
            "Kies een lichtere kleur, of maak donker met meer zwart en minder kleur.",
        )


def _dekking(inkten: type_platen | None) -> float:
    return 100 * sum(inkten) if inkten else 0.0


def zwart(dossier: Dossier) -> Iterator[Bevinding]:
    """Black letters are black ink alone, and printed over what is under them."""
    if dossier.profiel.kleur != "cmyk":
        return
    for blad, stuk in dossier.stukken():
        woorden = [een for een in stuk.feiten.woorden if een.inkten and een.ruimte.familie != "registratie"]
        schaal = _schaal(stuk)
        yield from verzamel(
            blad,
            stuk,
            [een.vak for een in woorden if _meer_inkten(een) and een.korps * schaal < GROTE_TEKST],
            "zwart-gemengd",
            "Kleine zwarte tekst is met meer dan één inkt gemaakt en wordt onscherp.",
            "Maak de tekst met alleen zwarte inkt: 0 0 0 100.",
        )
        yield from verzamel(
            blad,
            stuk,
            [een.vak for een in woorden if _alleen_zwart(een) and not een.overdruk],
            "zwart-spaart-uit",
            "Zwarte tekst wordt niet over de ondergrond heen gedrukt; er kunnen witte randjes ontstaan.",
            "Zet voor zwarte tekst overdruk aan (op, met OPM 1) en schrijf haar als CMYK.",
        )


def _schaal(stuk: Stuk) -> float:
    a, b, c, d, _, _ = stuk.matrix
    return float(abs(a * d - b * c) ** 0.5)


def _meer_inkten(woord: Woord) -> bool:
    return woord.inkten is not None and woord.inkten[3] >= DONKER and sum(woord.inkten[:3]) > BIJMENGING


def _alleen_zwart(woord: Woord) -> bool:
    return woord.inkten is not None and woord.inkten[3] >= VOL and sum(woord.inkten[:3]) <= 1 - VOL


def wit_overdruk(dossier: Dossier) -> Iterator[Bevinding]:
    """White is not overprinted: it would lay no ink over ink, and so vanish."""
    if dossier.profiel.kleur != "cmyk":
        return
    for blad, stuk in dossier.stukken():
        vakken = [
            verf.vak
            for verf in stuk.feiten.verven
            if verf.overdruk and verf.inkten is not None and sum(verf.inkten) == 0
        ]
        yield from verzamel(
            blad,
            stuk,
            vakken,
            "wit-overdrukt",
            "Wit wordt over andere inkt heen gedrukt en verdwijnt dan.",
            "Zet overdruk uit voor alles wat wit is.",
        )


REGELS = (kleurruimten, registratie, inkt, zwart, wit_overdruk)
