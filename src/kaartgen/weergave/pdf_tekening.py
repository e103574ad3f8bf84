"""Drawing of one page: scene elements to the content stream of a PDF (ISO 32000-1, 8 and 9)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import assert_never

from kaartgen.maten import Mm, Vak, naar_pt
from kaartgen.scene import (
    Alinea,
    Alineastijl,
    Doel,
    Element,
    Groep,
    Kleur,
    Lijn,
    Pad,
    Pagina,
    Regel,
    Stuk,
    Tabel,
    Tekst,
    Vlak,
)
from kaartgen.weergave.pdf_inkt import Pen
from kaartgen.weergave.pdf_letters import Letterkast, PdfSnede
from kaartgen.weergave.pdf_merken import Inhoudsmerker, Merk, Merker, ZonderMerken, utf16
from kaartgen.weergave.structuur import is_versiering

PT_PER_MM = naar_pt(Mm(1))
NIVEAU = 4
"""Level of compression: a third faster than the usual 6, and files become a few percent larger."""
STAPPEN = {"M": "m", "L": "l", "C": "c", "Z": "h"}
RECHTE_EINDEN = 0
RONDE_EINDEN = 1
STAND = {
    "vulling": "{}",
    "streek": "{}",
    "dikte": "{:g} w",
    "einden": "{0} J {0} j",
    "letter": "/{} {:g} Tf",
    "spatiering": "{:g} Tc",
    "streepjes": "[{}] 0 d",
    "overdruk": "/{} gs",
}
"""Parts of the graphics state that drawing changes, with the operator that does so."""
OVERDRUK, UITSPAREN = "Overdruk", "Uitsparen"
"""Resource names of the graphics states in which ink is laid over other ink, or instead of it."""

SPATIES = re.compile("( )")
ZACHT_STREEPJE = "\u00ad"


@dataclass(frozen=True, slots=True)
class Koppeling:
    """Link on a page; `rechthoek` is the PDF rectangle in pt that reacts."""

    rechthoek: str
    doel: Doel


@dataclass(frozen=True, slots=True)
class Tekening:
    """Finished drawing of a page: deflated content stream, links in reading order, per cut
    (resource name) the characters used outside the basic set, and the pieces of marked content."""

    inhoud: bytes
    koppelingen: tuple[Koppeling, ...]
    letters: Mapping[str, frozenset[str]]
    merken: tuple[Merk, ...] = ()


class Tekenaar:
    """Draws the elements of one page, one method per kind of element; `getagd` marks their content."""

    def __init__(self, letterkast: Letterkast, hoogte: Mm, pen: Pen, *, getagd: bool = False) -> None:
        self._letterkast = letterkast
        self._pen = pen
        self._hoogte = naar_pt(hoogte)
        self._opdrachten: list[str] = []
        self._getagd = getagd
        self._merker: Merker = Inhoudsmerker(self._opdrachten) if getagd else ZonderMerken()
        self._stand: dict[str, tuple[object, ...]] = {
            "spatiering": (0,),
            "einden": (RECHTE_EINDEN,),
            "streepjes": ("",),
        }
        self._koppelingen: list[Koppeling] = []
        self._letters: dict[str, set[str]] = {}

    def klaar(self) -> Tekening:
        """Give what was drawn."""
        merken = self._merker.klaar()
        return Tekening(
            inhoud=zlib.compress("\n".join([*self._opdrachten, ""]).encode("ascii"), NIVEAU),
            koppelingen=tuple(self._koppelingen),
            letters={naam: frozenset(tekens) for naam, tekens in self._letters.items()},
            merken=merken,
        )

    def grond(self, element: Element) -> None:
        """Draw an element of the ground that pages share: it is an artifact whatever it is."""
        self._merker.versiering("Background")
        self._teken(element, versierd=True)

    def element(self, element: Element) -> None:
        """Draw an element of the page itself."""
        versierd = is_versiering(element)
        if versierd:
            self._merker.versiering("Pagination" if isinstance(element, Tekst) else "Layout")
        elif isinstance(element, Tekst | Tabel):
            self._merker.eind()
        else:
            self._merker.begin(Merk(id(element)))
        self._teken(element, versierd)
        if not versierd:
            self._merker.eind()

    def _teken(self, element: Element, versierd: bool) -> None:
        match element:
            case Tekst():
                self.tekst(element, versierd)
            case Vlak():
                self.vlak(element)
            case Lijn():
                self.lijn(element)
            case Pad():
                self.pad(element)
            case Groep():
                self.groep(element)
            case Tabel():
                self.tabel(element, versierd)
            case _:
                assert_never(element)

    def vlak(self, vlak: Vlak) -> None:
        """Fill a rectangle."""
        self._vul(vlak.vak, vlak.kleur)
        self._koppel(vlak.vak, vlak.doel)

    def lijn(self, lijn: Lijn) -> None:
        """Draw a straight line."""
        self._zet_streek(lijn.kleur, lijn.dikte, RECHTE_EINDEN, lijn.streepjes)
        self._opdrachten.append(f"{self._punt(lijn.x1, lijn.y1)} m {self._punt(lijn.x2, lijn.y2)} l S")

    def pad(self, pad: Pad) -> None:
        """Fill a path (even-odd, as office programs do) and draw its outline."""
        streek = pad.streek if pad.dikte else None
        if pad.vulling:
            self._zet_vulling(pad.vulling)
        if streek:
            self._zet_streek(streek, pad.dikte, RONDE_EINDEN)
        if pad.vulling or streek:
            hoogte = self._hoogte
            omtrek = " ".join(
                "".join([f"{x * PT_PER_MM:.2f} {hoogte - y * PT_PER_MM:.2f} " for x, y in stap.punten])
                + STAPPEN[stap.soort]
                for stap in pad.stappen
            )
            self._opdrachten.append(
                f"{omtrek} {'B*' if pad.vulling and streek else 'f*' if pad.vulling else 'S'}"
            )
        self._koppel(pad.vak, pad.doel)

    def groep(self, groep: Groep) -> None:
        """Draw shapes that belong together."""
        for deel in groep.delen:
            self._teken(deel, versierd=True)

    def tabel(self, tabel: Tabel, versierd: bool) -> None:
        """Draw the grounds of all cells, then the line under each row, then the texts by row."""
        if not versierd:
            self._merker.versiering("Layout")
        for rij in tabel.rijen:
            for cel in rij:
                if cel.vulling:
                    self._vul(cel.vak, cel.vulling)
        if tabel.lijndikte:
            self._zet_streek(tabel.lijn, tabel.lijndikte, RECHTE_EINDEN)
            for rij in tabel.rijen:
                begin, eind = rij[0].vak, rij[-1].vak
                links, rechts = self._punt(begin.x, begin.onder), self._punt(eind.rechts, eind.onder)
                self._opdrachten.append(f"{links} m {rechts} l S")
            self._merker.eind()
        for rij in tabel.rijen:
            for cel in rij:
                self.tekst(cel.tekst, versierd)

    def tekst(self, tekst: Tekst, versierd: bool) -> None:
        """Draw the list marks and the broken lines of every paragraph."""
        self._opdrachten.append("BT")
        for alinea in tekst.alineas:
            if alinea.merk:
                if not versierd:
                    self._merker.begin(Merk(id(alinea), lijstmerk=True))
                for stuk in alinea.merk.stukken:
                    self._stuk(alinea.merk, stuk, stuk.tekst, alinea.stijl)
            self._regels(alinea, versierd)
            if not versierd:
                self._merker.eind()
        self._opdrachten.append("ET")

    def _regels(self, alinea: Alinea, versierd: bool) -> None:
        """Draw the lines of a paragraph; links and words that are read aloud otherwise are marked apart."""
        # A number before a heading is read in one go with it.
        gaat_door = alinea.stijl.structuur == "kopnummer"
        for (_, taal, voluit), groep in groupby(_gezet(alinea.regels, gaat_door), key=_soort_stuk):
            merk = None if versierd else Merk(id(alinea), taal=taal, voluit=voluit)
            if merk and not alinea.stijl.spatiering:
                self._merker.begin(merk)
            for regel, stuk, tekst in groep:
                self._stuk(regel, stuk, tekst, alinea.stijl, merk)

    def _stuk(
        self, regel: Regel, stuk: Stuk, tekst: str, stijl: Alineastijl, merk: Merk | None = None
    ) -> None:
        """Draw a piece of a line; `merk` is the content it belongs to, None for an artifact."""
        y = f"{self._hoogte - regel.basislijn * PT_PER_MM:.2f}"
        self._zet("spatiering", stijl.spatiering)
        snede = self._letterkast.snede(stuk.vet, stuk.cursief)
        gebruikt = self._letters.setdefault(snede.naam, set())
        self._zet_vulling(stuk.kleur, letters=True)
        self._zet("letter", snede.naam, stijl.korps)
        plaats = f"1 0 0 1 {stuk.x * PT_PER_MM:.2f} {y} Tm"
        if stijl.spatiering:
            self._opdrachten.append(plaats)
            self._woorden(snede, tekst, gebruikt, merk)
        else:
            self._opdrachten.append(f"{plaats} {snede.codeer(tekst, gebruikt)} TJ")
        if stuk.doel:
            self._koppel(_stukvak(regel, stuk, snede, stijl), stuk.doel)

    def _woorden(self, snede: PdfSnede, tekst: str, gebruikt: set[str], merk: Merk | None) -> None:
        """Show letter-spaced words, each with its text beside it (ISO 32000-1, 14.9.4): readers take wide
        spacing for spaces. In marked content they are marked apart, for not every reader knows marks in
        marks."""
        for deel in SPATIES.split(tekst):
            if deel:
                getoond = f"{snede.codeer(deel, gebruikt)} TJ"
                woord = "" if deel.isspace() else deel
                if merk and self._getagd:
                    self._merker.begin(replace(merk, tekst=woord, koppelingen=[]))
                elif woord:
                    getoond = f"/Span <</ActualText {utf16(woord)}>> BDC {getoond} EMC"
                self._opdrachten.append(getoond)

    def _vul(self, vak: Vak, kleur: Kleur) -> None:
        self._zet_vulling(kleur)
        maat = f"{vak.b * PT_PER_MM:.2f} {vak.h * PT_PER_MM:.2f}"
        self._opdrachten.append(f"{self._punt(vak.x, vak.onder)} {maat} re f")

    def _koppel(self, vak: Vak, doel: Doel | None) -> None:
        if doel:
            rechthoek = f"[{self._punt(vak.x, vak.onder)} {self._punt(vak.rechts, vak.y)}]"
            self._merker.koppel(len(self._koppelingen))
            self._koppelingen.append(Koppeling(rechthoek, doel))

    def _punt(self, x: float, y: float) -> str:
        return f"{x * PT_PER_MM:.2f} {self._hoogte - y * PT_PER_MM:.2f}"

    def _zet_vulling(self, kleur: Kleur, *, letters: bool = False) -> None:
        self._zet("vulling", self._pen.vulling(kleur))
        overdrukt = self._pen.overdrukt(kleur)
        if overdrukt is not None:
            self._zet("overdruk", OVERDRUK if overdrukt and letters else UITSPAREN)

    def _zet_streek(self, kleur: Kleur, dikte: float, einden: int, streepjes: tuple[float, ...] = ()) -> None:
        self._zet("streek", self._pen.streek(kleur))
        self._zet("dikte", dikte)
        self._zet("einden", einden)
        self._zet("streepjes", " ".join(f"{lengte * PT_PER_MM:.2f}" for lengte in streepjes))

    def _zet(self, deel: str, *waarden: object) -> None:
        """Change a part of the graphics state, but only where it differs."""
        if self._stand.get(deel) != waarden:
            self._stand[deel] = waarden
            self._opdrachten.append(STAND[deel].format(*waarden))


def _gezet(regels: Sequence[Regel], gaat_door: bool) -> Iterator[tuple[Regel, Stuk, str]]:
    """Give the pieces of the lines of a paragraph with the text to draw; `gaat_door` says that the paragraph
    after it belongs to it."""
    for nummer, regel in enumerate(regels, 1):
        spatie = regel.spatie or (gaat_door and nummer == len(regels))
        for plek, stuk in enumerate(regel.stukken, 1):
            aan_het_eind = plek == len(regel.stukken)
            yield regel, stuk, _regeleinde(stuk.tekst, spatie) if aan_het_eind else stuk.tekst


def _soort_stuk(gezet: tuple[Regel, Stuk, str]) -> tuple[Doel | None, str, str]:
    """Give what must be alike for pieces to be marked together."""
    stuk = gezet[1]
    return stuk.doel, stuk.taal, stuk.voluit


def _regeleinde(tekst: str, spatie: bool) -> str:
    """Make a soft hyphen at the end of a line visible, and keep the words of broken lines apart."""
    if tekst.endswith(ZACHT_STREEPJE):
        return tekst[:-1] + "-"
    return f"{tekst} " if spatie else tekst


def _stukvak(regel: Regel, stuk: Stuk, snede: PdfSnede, stijl: Alineastijl) -> Vak:
    """Give the rectangle around a piece of a line, from the tops of its letters to their tails."""
    em = stijl.korps / PT_PER_MM
    return Vak(
        stuk.x,
        Mm(regel.basislijn - snede.stok * em),
        stuk.breedte,
        Mm((snede.stok + snede.staart) * em),
    )


def teken(pagina: Pagina, letterkast: Letterkast, pen: Pen, *, getagd: bool = False) -> Tekening:
    """Draw a page without its number: its ground first, then its elements in reading order.

    Raises ValueError for a character that the font does not have.
    """
    zonder_nummer = [een for een in pagina.elementen if not (isinstance(een, Tekst) and een.rol == "nummer")]
    gronden = pagina.ondergrond.elementen
    return teken_elementen(zonder_nummer, pagina.maat.hoogte, letterkast, pen, gronden, getagd=getagd)


def teken_elementen(
    elementen: Iterable[Element],
    hoogte: Mm,
    letterkast: Letterkast,
    pen: Pen,
    gronden: Iterable[Element] = (),
    *,
    getagd: bool = False,
) -> Tekening:
    """Draw elements, in reading order, over `gronden` on a page that is `hoogte` mm high."""
    tekenaar = Tekenaar(letterkast, hoogte, pen, getagd=getagd)
    for element in gronden:
        tekenaar.grond(element)
    for element in elementen:
        tekenaar.element(element)
    return tekenaar.klaar()
