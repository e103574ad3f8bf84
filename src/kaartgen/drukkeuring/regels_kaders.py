"""Rules about the boxes of pages, and about how cards lie on them (ISO 32000-1, 14.11.2)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kaartgen.drukkeuring.bevinding import BESTAND, Bevinding
from kaartgen.drukkeuring.blad import Blad
from kaartgen.drukkeuring.dossier import SPELING, Dossier, getal, kaartnaam, opsomming
from kaartgen.drukkeuring.meetkunde import Rechthoek, mm, omhulling

SPELING_VEL = 0.5
"""A sheet may differ so much in mm from what the profile asks."""

RANDEN = ("links", "onder", "rechts", "boven")


def papier(dossier: Dossier) -> Iterator[Bevinding]:
    """Every page has a size that can be printed, is not turned and not enlarged."""
    for blad in dossier.bladen:
        if blad.media is None:
            yield Bevinding(
                blad.nummer,
                "MediaBox",
                "papier-ontbreekt",
                "De pagina heeft geen bruikbaar papierformaat.",
                "Maak het bestand opnieuw en geef elke pagina een MediaBox.",
            )
        if blad.draai:
            yield Bevinding(
                blad.nummer,
                "Rotate",
                "pagina-gedraaid",
                f"De pagina is {blad.draai} graden gedraaid.",
                "Maak de pagina zelf liggend of staand, zonder haar te draaien.",
            )
        if abs(blad.eenheid - 1) > 1e-6:
            yield Bevinding(
                blad.nummer,
                "UserUnit",
                "pagina-geschaald",
                f"De maten van de pagina gelden {getal(blad.eenheid, 2)} keer.",
                "Haal UserUnit weg en geef de pagina haar echte maat.",
            )


def kaders(dossier: Dossier) -> Iterator[Bevinding]:
    """For a press: trim inside bleed inside paper, and nothing cuts into them."""
    if not dossier.voor_de_pers:
        return
    for blad in dossier.bladen:
        yield from _kaders(blad)


def _kaders(blad: Blad) -> Iterator[Bevinding]:
    def fout(kader: str, regel: str, tekst: str, raad: str) -> Bevinding:
        return Bevinding(blad.nummer, kader, regel, tekst, raad)

    if blad.trim is None and blad.art is None:
        yield fout(
            "TrimBox",
            "snijkader-ontbreekt",
            "De pagina zegt niet waar gesneden wordt.",
            "Geef elke pagina een TrimBox van haar eigen: die wordt niet geërfd.",
        )
    if blad.trim and blad.art:
        yield fout(
            "ArtBox",
            "twee-snijkaders",
            "De pagina heeft een TrimBox en een ArtBox.",
            "Haal de ArtBox weg.",
        )
    netto = blad.trim or blad.art
    if netto and blad.bleed and not blad.bleed.bevat(netto, SPELING):
        yield fout(
            "TrimBox",
            "snijkader-buiten-afloop",
            "De TrimBox steekt buiten de BleedBox.",
            "Maak de BleedBox aan elke kant groter dan de TrimBox.",
        )
    ruim = blad.bleed or netto
    if ruim and blad.media and not blad.media.bevat(ruim, SPELING):
        yield fout(
            "BleedBox" if blad.bleed else "TrimBox",
            "kader-buiten-papier",
            "Het kader steekt buiten het papier.",
            "Maak de pagina groter of het kader kleiner.",
        )
    if blad.crop and ruim and not blad.crop.bevat(ruim, SPELING):
        yield fout(
            "CropBox",
            "uitsnede-te-klein",
            "De CropBox snijdt een deel van de kaart of van de afloop weg.",
            "Haal de CropBox weg of maak hem zo groot als de MediaBox.",
        )


def afloopkader(dossier: Dossier) -> Iterator[Bevinding]:
    """There is room for the bleed at all sides of the trim of every page and every card."""
    nodig = dossier.profiel.regels.afloop
    if not nodig:
        return
    raad = f"Laat elke kant {getal(nodig)} mm doorlopen voorbij de snijlijn."
    for blad in dossier.bladen:
        netto = blad.trim or blad.art
        ruim = blad.bleed or netto
        if netto and ruim:
            yield from _te_krap(blad.nummer, "BleedBox", ruim, netto, nodig, raad)
        for kaart in blad.kaarten:
            yield from _te_krap(blad.nummer, kaartnaam(kaart), kaart.kader, kaart.netto, nodig, raad)


def _te_krap(
    pagina: int, plek: str, ruim: Rechthoek, netto: Rechthoek, nodig: float, raad: str
) -> Iterator[Bevinding]:
    over = dict(zip(RANDEN, ruim.randen(netto), strict=True))
    krap = [rand for rand, breedte in over.items() if breedte < nodig - SPELING]
    if krap:
        minst = getal(min(over.values()))
        tekst = f"De afloop is {opsomming(krap)} te klein: {minst} mm."
        yield Bevinding(pagina, plek, "afloop-te-klein", tekst, raad)


def netto_gelijk(dossier: Dossier) -> Iterator[Bevinding]:
    """All cards have one size; in a file that does not name its cards, all pages."""
    eerste: tuple[float, float] | None = None
    for blad in dossier.bladen:
        netto = [(kaartnaam(kaart), kaart.netto) for kaart in blad.kaarten]
        if not dossier.heeft_kaarten and blad.netto:
            netto = [("TrimBox" if blad.trim else "MediaBox", blad.netto)]
        for wie, vak in netto:
            maat = (mm(vak.breedte), mm(vak.hoogte))
            eerste = eerste or maat
            if max(abs(een - ander) for een, ander in zip(maat, eerste, strict=True)) > 2 * SPELING:
                yield Bevinding(
                    blad.nummer,
                    wie,
                    "maat-ongelijk",
                    f"De maat is {_maat(maat)} mm, en eerder in het bestand {_maat(eerste)} mm.",
                    "Zet alleen kaarten van één maat in een bestand.",
                )


def vel(dossier: Dossier) -> Iterator[Bevinding]:
    """Pages are as large as the sheet of the profile, upright or lying down."""
    gevraagd = dossier.profiel.vel
    if gevraagd is None:
        return
    for blad in dossier.bladen:
        if blad.media is None:
            continue
        maat = sorted((mm(blad.media.breedte), mm(blad.media.hoogte)))
        if max(abs(een - ander) for een, ander in zip(maat, gevraagd, strict=True)) > SPELING_VEL:
            yield Bevinding(
                blad.nummer,
                "MediaBox",
                "vel-past-niet",
                f"Het papier is {_maat((maat[0], maat[1]))} mm; het profiel vraagt {_maat(gevraagd)} mm.",
                "Kies het papierformaat van het profiel, of een profiel dat bij dit papier past.",
            )


def stand_gelijk(dossier: Dossier) -> Iterator[Bevinding]:
    """All pages stand upright or all lie down: a printer turns them over the same edge."""
    standen = [blad.media.breedte > blad.media.hoogte for blad in dossier.bladen if blad.media]
    if dossier.profiel.keren in ("lange-zijde", "korte-zijde") and len(set(standen)) > 1:
        yield Bevinding(
            BESTAND,
            "pagina’s",
            "stand-gemengd",
            "Sommige pagina’s staan en andere liggen.",
            "Zet staande en liggende pagina’s elk in een eigen bestand.",
        )


def kaarten(dossier: Dossier) -> Iterator[Bevinding]:
    """Cards are as large as they are meant, lie on the paper, and not over each other or in marks."""
    # Within `rand` of the trim nothing is printed, and a correction for a printer may push that off paper.
    speling = SPELING + dossier.profiel.rand
    for blad in dossier.bladen:
        for kaart in blad.kaarten:
            if kaart.draai is None:
                yield Bevinding(
                    blad.nummer,
                    kaartnaam(kaart),
                    "kaart-geschaald",
                    "De kaart is vergroot, verkleind, gespiegeld of scheef gezet.",
                    "Zet de kaart op ware grootte en recht op het vel.",
                )
            if blad.media and not blad.media.bevat(kaart.plek, speling):
                yield Bevinding(
                    blad.nummer,
                    kaartnaam(kaart),
                    "kaart-buiten-papier",
                    "De kaart valt voor een deel buiten het papier.",
                    "Leg minder kaarten op een vel, of kies groter papier.",
                )
        yield from _overlap(dossier, blad)
        yield from _tekens(dossier, blad)


def _overlap(dossier: Dossier, blad: Blad) -> Iterator[Bevinding]:
    afloop = dossier.profiel.regels.afloop
    for een, ander in combinations(blad.kaarten, 2):
        if een.plek.groei(afloop).overlapt(ander.plek, 2 * SPELING):
            yield Bevinding(
                blad.nummer,
                kaartnaam(een),
                "kaarten-overlappen",
                f"De kaart loopt over {kaartnaam(ander)} heen.",
                "Maak de ruimte tussen de kaarten minstens twee keer zo groot als de afloop.",
            )


def _tekens(dossier: Dossier, blad: Blad) -> Iterator[Bevinding]:
    """Find marks of the sheet itself that reach into a card or its bleed."""
    ruimten = [(kaart, kaart.plek.groei(dossier.profiel.regels.afloop)) for kaart in blad.kaarten]
    for stuk in blad.stukken:
        if stuk.kaart:
            continue
        for streep in stuk.feiten.strepen:
            op = omhulling(streep.vak, stuk.matrix)
            geraakt = next((kaart for kaart, ruimte in ruimten if _raakt(op, ruimte)), None)
            if geraakt:
                yield Bevinding(
                    blad.nummer,
                    kaartnaam(geraakt),
                    "teken-in-afloop",
                    "Een lijn van het vel, zoals een snijteken, loopt door de kaart of haar afloop.",
                    "Laat snijtekens pas buiten de afloop beginnen.",
                )
                return


def _raakt(lijn: Rechthoek, ruimte: Rechthoek) -> bool:
    """Tell whether a line, which may have no width, comes into a rectangle."""
    binnen = ruimte.groei(-SPELING)
    return (
        lijn.links < binnen.rechts
        and lijn.rechts > binnen.links
        and lijn.onder < binnen.boven
        and lijn.boven > binnen.onder
    )


def _maat(maat: tuple[float, float]) -> str:
    return f"{getal(maat[0])} x {getal(maat[1])}"


REGELS = (papier, kaders, afloopkader, netto_gelijk, vel, stand_gelijk, kaarten)
