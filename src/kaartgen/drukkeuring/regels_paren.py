"""Rules about fronts and backs: as many, in the order of the profile, and each back behind its own front."""

from __future__ import annotations

from collections.abc import Iterator

from kaartgen.drukkeuring.bevinding import BESTAND, Bevinding
from kaartgen.drukkeuring.blad import Blad, Kaart
from kaartgen.drukkeuring.dossier import Dossier, getal, kaartnaam
from kaartgen.drukkeuring.meetkunde import Rechthoek, mm

ONZEKER = 0.1
"""A back may lie so far (mm) from its place."""

BUREN = 5.0
"""A back that lies further (mm) from its place lies behind another card."""


def paren(dossier: Dossier) -> Iterator[Bevinding]:
    """For a printer that turns sheets over: sides come in pairs, and backs lie behind their fronts."""
    if dossier.profiel.keren not in ("lange-zijde", "korte-zijde"):
        return
    if len(dossier.bladen) % 2:
        yield Bevinding(
            BESTAND,
            "pagina’s",
            "paginas-oneven",
            f"Er zijn {len(dossier.bladen)} pagina’s; bij twee kanten moet het aantal even zijn.",
            "Geef elke voorkant een achterkant, als het moet een lege.",
        )
    waar = {(kaart.code, kaart.kant): blad.nummer for blad in dossier.bladen for kaart in blad.kaarten}
    for voor, achter in zijden(dossier):
        yield from _verwisseld(voor, achter)
        yield from _maten(voor, achter)
        yield from _vel(dossier, voor, achter, waar)


def zijden(dossier: Dossier) -> list[tuple[Blad, Blad]]:
    """Give the pages that are two sides of one sheet, in the order of the profile."""
    bladen = dossier.bladen
    if dossier.profiel.volgorde == "voorkanten-eerst":
        helft = len(bladen) // 2
        return list(zip(bladen[:helft], bladen[helft:], strict=False))
    return list(zip(bladen[::2], bladen[1::2], strict=False))


def _verwisseld(voor: Blad, achter: Blad) -> Iterator[Bevinding]:
    for blad, kant in ((voor, "voor"), (achter, "achter")):
        fout = [kaart for kaart in blad.kaarten if kaart.kant != kant]
        if fout:
            yield Bevinding(
                blad.nummer,
                kaartnaam(fout[0]),
                "kanten-verwisseld",
                f"Op deze pagina horen {kant}kanten, maar hier staat een {fout[0].kant}kant.",
                "Zet de pagina’s in de volgorde van het profiel.",
            )


def _maten(voor: Blad, achter: Blad) -> Iterator[Bevinding]:
    if voor.netto is None or achter.netto is None:
        return
    scheelt = max(
        abs(mm(voor.netto.breedte - achter.netto.breedte)),
        abs(mm(voor.netto.hoogte - achter.netto.hoogte)),
    )
    if scheelt > ONZEKER and not (voor.kaarten or achter.kaarten):
        yield Bevinding(
            achter.nummer,
            "TrimBox",
            "kanten-ongelijk",
            f"Deze achterkant is een andere maat dan haar voorkant op pagina {voor.nummer}.",
            "Geef beide kanten dezelfde maat.",
        )


def _vel(dossier: Dossier, voor: Blad, achter: Blad, waar: dict[tuple[str, str], int]) -> Iterator[Bevinding]:
    if voor.media is None or achter.media is None:
        return
    staand = voor.media.hoogte >= voor.media.breedte
    # Who makes sheets of single pages wants all of them upright.
    om_staande_as = dossier.profiel.vel is None or staand == (dossier.profiel.keren == "lange-zijde")
    dx, dy = 0.0, 0.0
    if voor.trim and achter.trim:
        spiegel = _gespiegeld(voor.trim, voor.media, achter.media, om_staande_as)
        dx, dy = achter.trim.links - spiegel.links, achter.trim.onder - spiegel.onder
        ver = max(abs(mm(dx)), abs(mm(dy)))
        # A printer that shifts backs may be corrected for, as the test page of the profile shows.
        ruimte = dossier.profiel.goot if dossier.profiel.proefblad else 0.0
        if achter.kaarten and ver > ruimte + ONZEKER:
            yield Bevinding(
                achter.nummer,
                "TrimBox",
                "vel-verschoven",
                f"De achterkant van het vel is {getal(ver, 2)} mm verschoven ten opzichte van de voorkant.",
                "Verschuif achterkanten niet, of minder dan de ruimte tussen de kaarten.",
            )
    fronten = {kaart.code: kaart for kaart in voor.kaarten if kaart.kant == "voor"}
    for kaart in achter.kaarten:
        if kaart.kant != "achter":
            continue
        front = fronten.get(kaart.code)
        if front is None:
            yield _zonder(achter, kaart, waar)
            continue
        hier = _gespiegeld(front.plek, voor.media, achter.media, om_staande_as)
        hoort = Rechthoek(hier.links + dx, hier.onder + dy, hier.rechts + dx, hier.boven + dy)
        draai = 0 if om_staande_as else 180
        yield from _ligging(achter, kaart, front, hoort, draai)


def _gespiegeld(vak: Rechthoek, van: Rechthoek, naar: Rechthoek, om_staande_as: bool) -> Rechthoek:
    """Give where a rectangle is on the other side of a sheet that is turned over."""
    if om_staande_as:
        links = naar.links + van.rechts - vak.rechts
        onder = naar.onder + vak.onder - van.onder
    else:
        links = naar.links + vak.links - van.links
        onder = naar.onder + van.boven - vak.boven
    return Rechthoek(links, onder, links + vak.breedte, onder + vak.hoogte)


def _zonder(blad: Blad, kaart: Kaart, waar: dict[tuple[str, str], int]) -> Bevinding:
    elders = waar.get((kaart.code, "voor"))
    over = f"staat op pagina {elders}" if elders else "is niet in het bestand"
    return Bevinding(
        blad.nummer,
        kaartnaam(kaart),
        "voorkant-elders" if elders else "voorkant-ontbreekt",
        f"De voorkant van deze kaart {over}.",
        "Zet voorkant en achterkant op de twee kanten van één vel.",
    )


def _ligging(blad: Blad, kaart: Kaart, front: Kaart, hoort: Rechthoek, draai: int) -> Iterator[Bevinding]:
    ver = max(abs(mm(een - ander)) for een, ander in zip(kaart.plek, hoort, strict=True))
    if ver > BUREN:
        yield Bevinding(
            blad.nummer,
            kaartnaam(kaart),
            "achter-andere-kaart",
            f"De achterkant ligt {getal(ver)} mm van haar eigen voorkant.",
            "Leg achterkanten gespiegeld neer: achter hun eigen voorkant als het vel omslaat.",
        )
    elif ver > ONZEKER:
        yield Bevinding(
            blad.nummer,
            kaartnaam(kaart),
            "achterkant-verschoven",
            f"De achterkant ligt {getal(ver, 2)} mm naast haar voorkant.",
            "Leg de achterkant precies achter de voorkant.",
        )
    if None not in (kaart.draai, front.draai) and ((kaart.draai or 0) - (front.draai or 0)) % 360 != draai:
        yield Bevinding(
            blad.nummer,
            kaartnaam(kaart),
            "achterkant-verkeerd-om",
            "De achterkant staat op zijn kop ten opzichte van de voorkant.",
            "Draai de achterkant een halve slag, of kies het profiel voor de andere zijde.",
        )


def omvouwen(dossier: Dossier) -> Iterator[Bevinding]:
    """For folding: each back is on the page of its front, and touches it so that it folds behind it."""
    if dossier.profiel.keren != "omvouwen":
        return
    waar = {(kaart.code, kaart.kant): blad.nummer for blad in dossier.bladen for kaart in blad.kaarten}
    for blad in dossier.bladen:
        fronten = {kaart.code: kaart for kaart in blad.kaarten if kaart.kant == "voor"}
        for kaart in blad.kaarten:
            if kaart.kant != "achter":
                continue
            front = fronten.get(kaart.code)
            if front is None:
                yield _zonder(blad, kaart, waar)
                continue
            vak = front.plek
            naast = Rechthoek(vak.rechts, vak.onder, vak.rechts + vak.breedte, vak.boven)
            onder = Rechthoek(vak.links, vak.onder - vak.hoogte, vak.rechts, vak.onder)
            staat_naast = abs(kaart.plek.onder - vak.onder) < abs(kaart.plek.onder - onder.onder)
            yield from _ligging(
                blad, kaart, front, naast if staat_naast else onder, 0 if staat_naast else 180
            )


def een_kant(dossier: Dossier) -> Iterator[Bevinding]:
    """A profile for one side has no backs."""
    if dossier.profiel.keren != "enkel":
        return
    for blad in dossier.bladen:
        for kaart in blad.kaarten:
            if kaart.kant == "achter":
                yield Bevinding(
                    blad.nummer,
                    kaartnaam(kaart),
                    "achterkant-te-veel",
                    "Het profiel drukt één kant, maar hier staat een achterkant.",
                    "Laat achterkanten weg of kies een profiel voor twee kanten.",
                )


REGELS = (paren, omvouwen, een_kant)
