"""Rules about what is drawn: everything belongs to one element or is decoration (ISO 14289-1, 7.1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kaartgen.toegankelijkheid.bevinding import Bevinding
from kaartgen.toegankelijkheid.pdf_boom import Element, Inhoud, type_plaats, type_stroom
from kaartgen.toegankelijkheid.pdf_dossier import OPNIEUW, PRAKTIJK, UA, Blad, Dossier, keren, kort
from kaartgen.toegankelijkheid.pdf_lezer import Getekend, in_volgorde
from kaartgen.toegankelijkheid.pdf_stroom import BUITEN, Merk, Stroom, Stuk
from kaartgen.toegankelijkheid.pdf_waarden import ONLEESBAAR, geheel, rij, sleutel, veld

NORM = f"{UA}7.1"
NORM_NUMMERS = f"{UA}7.1; ISO 32000-1, 14.7.4"
GEBREKEN = {
    "opdracht": ("opdracht-onbekend", "In de tekening staan opdrachten die niet te volgen zijn."),
    "merk-open": ("merk-open", "Een gemerkt stuk inhoud heeft geen einde (EMC)."),
    "merk-zonder-begin": ("merk-open", "Een einde van een gemerkt stuk (EMC) heeft geen begin."),
    "eigenschappen-onbekend": ("merk-onbekend", "Een gemerkt stuk noemt eigenschappen die er niet zijn."),
    "letter-ontbreekt": ("letter-ontbreekt", "Er staat tekst zonder lettertype."),
}
NIEUWE_REGEL = 0.7
"""A line begins where text is at least so many times its size higher or lower."""

STREEPJES = "-\u00ad\u2010\u2011–—/"
"""Characters after which the next line goes on without a space."""


def stromen(dossier: Dossier) -> Iterator[Bevinding]:
    """The drawing of a page can be followed from begin to end."""
    for blad in dossier.bladen:
        aantallen: Counter[str] = Counter()
        for getekend in blad.getekend:
            aantallen.update(getekend.stroom.gebreken)
        for wat, aantal in aantallen.items():
            regel, woorden = GEBREKEN[wat]
            yield Bevinding(blad.waar, regel, woorden + keren(aantal), OPNIEUW, NORM)


def los(dossier: Dossier) -> Iterator[Bevinding]:
    """Everything painted is tagged or decoration (Matterhorn 01-005); told once of a file without tags."""
    for blad in dossier.bladen if dossier.boom else ():
        aantal = 0
        for getekend in blad.getekend:
            for merk, keer in getekend.stroom.verf.items():
                if getekend.van(merk) is None and not getekend.is_versiering(merk):
                    aantal += keer
        if aantal:
            yield Bevinding(
                blad.waar,
                "inhoud-los",
                f"Er is iets getekend dat niet in de structuur zit en geen versiering is.{keren(aantal)}",
                "Geef het een tag, of merk het als versiering (Artifact).",
                NORM,
            )


def door_elkaar(dossier: Dossier) -> Iterator[Bevinding]:
    """No decoration in tagged content, nothing tagged in decoration, no number in another (01-003, -004)."""
    for blad in dossier.bladen:
        gevonden: Counter[str] = Counter()
        for getekend in blad.getekend:
            for merk in getekend.stroom.merken:
                gevonden.update(
                    _strijd(getekend.stroom, merk, getekend.eigenaar is not None, getekend.in_versiering)
                )
        for regel, tekst in (
            ("versiering-in-inhoud", "Er staat versiering (Artifact) binnen gemerkte inhoud."),
            ("inhoud-in-versiering", "Er staat gemerkte inhoud binnen versiering (Artifact)."),
            ("inhoud-in-inhoud", "Er staat een genummerd stuk inhoud (MCID) binnen een ander."),
        ):
            if gevonden[regel]:
                raad = "Sluit het ene stuk (EMC) voordat het andere begint."
                norm = PRAKTIJK if regel == "inhoud-in-inhoud" else NORM
                yield Bevinding(blad.waar, regel, tekst + keren(gevonden[regel]), raad, norm)


def _strijd(stroom: Stroom, merk: Merk, in_inhoud: bool, in_versiering: bool) -> Iterator[str]:
    om = stroom.merk(merk.ouder)
    genummerd = in_inhoud if om is None or om.eigenaar == BUITEN else True
    versierd = in_versiering or (om is not None and om.versiering)
    if merk.tag == "Artifact" and genummerd:
        yield "versiering-in-inhoud"
    if merk.mcid is not None and (versierd or merk.tag == "Artifact"):
        yield "inhoud-in-versiering"
    if merk.mcid is not None and genummerd and not versierd:
        yield "inhoud-in-inhoud"


def nummers(dossier: Dossier) -> Iterator[Bevinding]:
    """Each number (MCID) is on its page once, and one element claims it, as the ParentTree says."""
    boom = dossier.boom
    if boom is None:
        return
    getekend_ooit: set[type_plaats] = set()
    gedaan: set[type_stroom] = set()
    for blad in dossier.bladen:
        for getekend in blad.getekend:
            if getekend.bron in gedaan:
                continue
            gedaan.add(getekend.bron)
            aantallen = Counter(merk.mcid for merk in getekend.stroom.merken if merk.mcid is not None)
            rij_ = _rij(boom.nummers, getekend.object_) if aantallen else []
            for mcid, aantal in aantallen.items():
                plaats = (getekend.bron, mcid)
                getekend_ooit.add(plaats)
                yield from _nummer(dossier, blad, plaats, aantal, rij_)
    for plaats, eigenaars in boom.eigenaars.items():
        if plaats not in getekend_ooit:
            yield dossier.fout(
                eigenaars[0],
                "inhoud-ontbreekt",
                f"Het element verwijst naar inhoud die er niet is (MCID {plaats[1]}).",
                OPNIEUW,
                NORM_NUMMERS,
            )


def _nummer(
    dossier: Dossier, blad: Blad, plaats: type_plaats, aantal: int, rij_: list[object]
) -> Iterator[Bevinding]:
    assert dossier.boom
    mcid = plaats[1]
    eigenaars = dossier.boom.eigenaars.get(plaats, [])
    inhoud = kort("".join(loop.getekend for loop in dossier.lopen.get(plaats, ())))
    waar = f"{blad.waar}, MCID {mcid} ‘{inhoud}’" if inhoud else f"{blad.waar}, MCID {mcid}"
    if aantal > 1:
        tekst = f"Op de pagina hebben {aantal} stukken inhoud hetzelfde nummer."
        yield Bevinding(waar, "nummer-dubbel", tekst, OPNIEUW, NORM_NUMMERS)
    if not eigenaars:
        tekst = "Het stuk inhoud hoort bij geen element: niemand hoort het."
        yield Bevinding(waar, "inhoud-zonder-element", tekst, OPNIEUW, NORM)
    elif len(eigenaars) > 1:
        tekst = f"{len(eigenaars)} elementen zeggen dat dit stuk inhoud van hen is."
        yield Bevinding(waar, "inhoud-van-twee", tekst, OPNIEUW, NORM_NUMMERS)
    wijst = rij_[mcid] if 0 <= mcid < len(rij_) else None
    if eigenaars and not any(_zelfde(wijst, een) for een in eigenaars):
        tekst = "Wie van de pagina naar de structuur wil, vindt een ander element (ParentTree)."
        yield Bevinding(waar, "terugweg-onjuist", tekst, OPNIEUW, NORM_NUMMERS)


def _rij(boom: object, object_: object) -> list[object]:
    nummer = geheel(veld(object_, "/StructParents"))
    return rij(boom.get(nummer)) if isinstance(boom, dict) and nummer is not None else []


def _zelfde(object_: object, element: Element) -> bool:
    eigen = sleutel(object_)
    return eigen is not None and eigen == sleutel(element.object_)


def terugwegen(dossier: Dossier) -> Iterator[Bevinding]:
    """The ParentTree names no element for a number that this element does not claim."""
    boom = dossier.boom
    if boom is None:
        return
    bekend = {eigen for element in boom.elementen if (eigen := sleutel(element.object_)) is not None}
    for blad in dossier.bladen:
        weg = [
            een
            for een in _rij(boom.nummers, blad.object_)
            if sleutel(een) is not None and sleutel(een) not in bekend
        ]
        if weg:
            yield Bevinding(
                blad.waar,
                "terugweg-onbekend",
                f"De ParentTree noemt een element dat niet in de structuur staat.{keren(len(weg))}",
                OPNIEUW,
                NORM_NUMMERS,
            )


def vormen(dossier: Dossier) -> Iterator[Bevinding]:
    """A form with numbered content is drawn once, and none comes from another file (7.20)."""
    keer: Counter[type_stroom] = Counter()
    for blad in dossier.bladen:
        for getekend in blad.getekend[1:]:
            keer[getekend.bron] += 1
            if veld(getekend.object_, "/Ref") is not None and keer[getekend.bron] == 1:
                yield Bevinding(
                    blad.waar,
                    "vorm-van-elders",
                    "Een deel van de tekening staat in een ander bestand (Ref).",
                    "Zet de inhoud zelf in het bestand.",
                    f"{UA}7.20",
                )
            if keer[getekend.bron] == 2 and any(merk.mcid is not None for merk in getekend.stroom.merken):
                yield Bevinding(
                    blad.waar,
                    "vorm-herhaald",
                    "Een vorm met genummerde inhoud is meer dan één keer getekend.",
                    "Zet de nummers om de vorm heen, op elke plaats een eigen.",
                    f"{UA}7.20",
                )


def bladen(dossier: Dossier) -> Iterator[Bevinding]:
    """Every page has something to read."""
    boom = dossier.boom
    if boom is None:
        return
    met = {
        deel.pagina for element in boom.elementen for deel in element.delen if not isinstance(deel, Element)
    }
    for blad in dossier.bladen:
        if blad.nummer - 1 not in met:
            yield Bevinding(
                blad.waar,
                "pagina-zonder-inhoud",
                "Op de pagina staat niets dat een hulpmiddel kan lezen.",
                "Geef de inhoud tags, of laat de pagina weg.",
                PRAKTIJK,
            )


def volgorde(dossier: Dossier) -> Iterator[Bevinding]:
    """Text is drawn in the order in which it is read: some aids follow the drawing."""
    boom = dossier.boom
    if boom is None:
        return
    rang = _rangen(boom.elementen)
    for blad in dossier.bladen:
        vorige, laatste = -1, None
        aantal, eerste = 0, ""
        for getekend, stuk in in_volgorde(blad.getekend):
            plaats = getekend.van(stuk.merk)
            hier = rang.get(plaats, -1) if plaats else -1
            if plaats == laatste or hier < 0 or not stuk.tekst.strip():
                continue
            laatste = plaats
            if hier < vorige:
                aantal += 1
                eerste = eerste or kort(stuk.tekst)
            vorige = max(vorige, hier)
        if aantal:
            yield Bevinding(
                blad.waar,
                "volgorde-anders",
                f"‘{eerste}’ is later getekend dan het gelezen wordt.{keren(aantal)}",
                "Teken alles in de volgorde waarin het gelezen wordt.",
                PRAKTIJK,
            )


def _rangen(elementen: tuple[Element, ...]) -> dict[type_plaats, int]:
    """Give for each piece of content where it comes when read."""
    rang: dict[type_plaats, int] = {}
    stapel: list[object] = [een for een in reversed(elementen) if een.ouder is None]
    while stapel:
        deel = stapel.pop()
        if isinstance(deel, Element):
            stapel += reversed(deel.delen)
        elif isinstance(deel, Inhoud):
            rang.setdefault(deel.plaats, len(rang))
    return rang


def aaneen(dossier: Dossier) -> Iterator[Bevinding]:
    """There is a space between the last word of a line and the first of the next one of the same element."""
    for element in dossier.elementen():
        vorige: Stuk | None = None
        stroom: Getekend | None = None
        for deel in element.delen:
            if not isinstance(deel, Inhoud):
                vorige = None
                continue
            for loop in dossier.lopen.get(deel.plaats, ()):
                if loop.vervangend is not None or loop.alt is not None or loop.stroom is not stroom:
                    vorige, stroom = None, loop.stroom
                if loop.vervangend is not None or loop.alt is not None:
                    continue
                for stuk in loop.stukken:
                    nieuw = (
                        vorige and abs(stuk.y - vorige.y) > NIEUWE_REGEL * min(stuk.korps, vorige.korps) > 0
                    )
                    if vorige and nieuw and _plakt(vorige.tekst, stuk.tekst):
                        woorden = f"{vorige.tekst.split()[-1]}{stuk.tekst.split()[0]}"
                        yield dossier.fout(
                            element,
                            "woorden-aaneen",
                            f"Tussen twee regels staat geen spatie: een stem leest ‘{kort(woorden)}’.",
                            "Zet een spatie aan het einde van elke regel in een alinea.",
                            PRAKTIJK,
                        )
                    vorige = stuk if stuk.tekst else vorige


def _plakt(voor: str, na: str) -> bool:
    return bool(voor.strip() and na.strip()) and not (
        voor[-1].isspace() or na[0].isspace() or voor[-1] in STREEPJES or ONLEESBAAR in (voor[-1], na[0])
    )


REGELS = (stromen, los, door_elkaar, nummers, terugwegen, vormen, bladen, volgorde, aaneen)
