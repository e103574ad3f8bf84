"""From the structure tree of a PDF to a Boom: elements in reading order (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pikepdf import Array, Dictionary

from kaartgen.toegankelijkheid.pdf_ontpakken import TeGroot
from kaartgen.toegankelijkheid.pdf_waarden import (
    een_of_meer,
    geheel,
    naam,
    rij,
    sleutel,
    tekst,
    type_sleutel,
    veld,
    velden,
)

MAX_DELEN = 400_000
"""Most elements and pieces of content in a tree."""

DIEPST = 200
MAX_ROLLEN = 1_000
KOPPEN = frozenset({"H", "H1", "H2", "H3", "H4", "H5", "H6"})
DELEN = frozenset(
    {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "Index", "NonStruct", "Private"}
)
RIJGROEPEN = frozenset({"THead", "TBody", "TFoot"})
IN_DE_REGEL = frozenset(
    {
        *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Form"),
        *("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP"),
    }
)
"""Types that stand within a line of text (ISO 32000-1, 14.8.4.4)."""

STANDAARD = frozenset(
    {
        *DELEN,
        *KOPPEN,
        *RIJGROEPEN,
        *IN_DE_REGEL,
        *("P", "L", "LI", "Lbl", "LBody", "TOC", "TOCI"),
        *("Table", "TR", "TH", "TD", "Figure", "Formula"),
    }
)
"""Standard structure types (ISO 32000-1, 14.8.4)."""

GROEPEN = RIJGROEPEN | {"Document", "Part", "Art", "Sect", "Div", "L", "LI", "Table", "TR", "TOC"}
"""Types that hold other elements and no content of their own."""

type_stroom = int | type_sleutel
"""What a content stream is known by: the index of its page, or the number of its form."""

type_plaats = tuple[type_stroom, int]
"""A piece of content: its stream and its number there."""

type_gebrek = Literal["dubbel", "geen-ouder", "verkeerde-ouder", "deel-onbekend", "pagina-onbekend"]


@dataclass(frozen=True, slots=True)
class Inhoud:
    """Piece of drawn content: its stream, the page it is on (index, -1 is unknown) and its number there."""

    stroom: type_stroom
    pagina: int
    mcid: int

    @property
    def plaats(self) -> type_plaats:
        """What the same piece is known by in the drawing."""
        return self.stroom, self.mcid


@dataclass(frozen=True, slots=True)
class Voorwerp:
    """Object that belongs in the tree as a whole, such as a link."""

    object_: Any
    pagina: int


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """Structure element. `rol` is its type as written and `soort` the standard type that this means;
    `pagina` (index) is where it begins as far as it says so itself, else -1."""

    nummer: int
    object_: Any
    velden: Mapping[str, Any]
    rol: str
    soort: str
    ouder: Element | None
    pagina: int
    diepte: int
    delen: list[Element | Inhoud | Voorwerp] = field(default_factory=list)

    @property
    def kinderen(self) -> list[Element]:
        """Elements right below it."""
        return [deel for deel in self.delen if isinstance(deel, Element)]

    def tekst(self, veldnaam: str) -> str | None:
        """Give a text it carries, such as /Alt; None where it has none."""
        return tekst(self.velden.get(veldnaam))

    def ouders(self) -> Iterator[Element]:
        """Give what it is in, the nearest first."""
        element = self.ouder
        while element is not None:
            yield element
            element = element.ouder

    def alles(self) -> Iterator[Element | Inhoud | Voorwerp]:
        """Give all that is below it, in reading order."""
        stapel = list(reversed(self.delen))
        while stapel:
            deel = stapel.pop()
            yield deel
            if isinstance(deel, Element):
                stapel += reversed(deel.delen)


@dataclass(frozen=True, slots=True)
class Gebrek:
    """Something in the tree itself that is not as it should be."""

    wat: type_gebrek
    element: Element


@dataclass(frozen=True, slots=True)
class Boom:
    """All elements in reading order. `eigenaars` leads from content to the elements that claim it,
    `voorwerpen` from an object to those; `nummers` is the ParentTree."""

    top: tuple[Element, ...]
    elementen: tuple[Element, ...]
    gebreken: tuple[Gebrek, ...]
    rollen: Mapping[str, str]
    klassen: Any
    eigenaars: Mapping[type_plaats, list[Element]]
    voorwerpen: Mapping[type_sleutel, list[Element]]
    nummers: Mapping[int, Any]

    def attribuut(self, element: Element, eigenaar: str, veldnaam: str) -> Any:
        """Give an attribute of an element, its own or that of a class (ISO 32000-1, 14.7.5); None without."""
        for attributen in self._attributen(element):
            if naam(veld(attributen, "/O")) == eigenaar:
                waarde = veld(attributen, veldnaam)
                if waarde is not None:
                    return waarde
        return None

    def _attributen(self, element: Element) -> Iterator[Any]:
        eigen, klassen = element.velden.get("/A"), element.velden.get("/C")
        if eigen is not None:
            yield from een_of_meer(eigen)
        if klassen is not None:
            for klasse in een_of_meer(klassen):
                yield from een_of_meer(veld(self.klassen, f"/{naam(klasse)}"))


def lees_boom(wortel: Any, paginas: Mapping[type_sleutel, int]) -> Boom | None:
    """Read the tree below /StructTreeRoot; None when there is none.

    `paginas` gives the index of a page by its object. Raises TeGroot for more than fits the bounds.
    """
    if not isinstance(wortel, Dictionary):
        return None
    return _Lezer(wortel, paginas).lees()


class Rollen(dict[str, str]):
    """Standard types by the names in a file (RoleMap); a name that leads nowhere stays as it is."""

    def __init__(self, rollen: Mapping[str, str]) -> None:
        super().__init__()
        self._rollen = rollen

    def __missing__(self, rol: str) -> str:
        gezien, soort = {rol}, rol
        while soort not in STANDAARD and soort in self._rollen:
            soort = self._rollen[soort]
            if soort in gezien:
                soort = rol
                break
            gezien.add(soort)
        self[rol] = soort if soort in STANDAARD else rol
        return self[rol]


class _Lezer:
    def __init__(self, wortel: Any, paginas: Mapping[type_sleutel, int]) -> None:
        self._wortel = wortel
        self._paginas = paginas
        rollen = velden(veld(wortel, "/RoleMap"))
        if len(rollen) > MAX_ROLLEN:
            raise TeGroot
        self._rollen = {een[1:]: naam(waarde) for een, waarde in rollen.items()}
        self._soorten = Rollen(self._rollen)
        self._gezien: set[type_sleutel] = set()
        self._elementen: list[Element] = []
        self._gebreken: list[Gebrek] = []
        self._eigenaars: dict[type_plaats, list[Element]] = {}
        self._voorwerpen: dict[type_sleutel, list[Element]] = {}
        self._over = MAX_DELEN

    def lees(self) -> Boom:
        top = [self._maak(een, None) for een in een_of_meer(veld(self._wortel, "/K")) if _is_element(een)]
        stapel = list(reversed(top))
        while stapel:
            element = stapel.pop()
            self._elementen.append(element)
            self._vul(element)
            stapel += reversed(element.kinderen)
        return Boom(
            tuple(top),
            tuple(self._elementen),
            tuple(self._gebreken),
            self._rollen,
            veld(self._wortel, "/ClassMap"),
            self._eigenaars,
            self._voorwerpen,
            _nummers(veld(self._wortel, "/ParentTree")),
        )

    def _maak(self, object_: Any, ouder: Element | None) -> Element:
        self._tel()
        adres = sleutel(object_)
        if adres is not None:
            self._gezien.add(adres)
        eigen = velden(object_)
        rol = naam(eigen.get("/S"))
        pagina = self._pagina(eigen.get("/Pg"), ouder.pagina if ouder else -1)
        diepte = ouder.diepte + 1 if ouder else 0
        if diepte > DIEPST:
            raise TeGroot
        element = Element(
            MAX_DELEN - self._over, object_, eigen, rol, self._soorten[rol], ouder, pagina, diepte
        )
        bedoeld = ouder.object_ if ouder else self._wortel
        opgegeven = eigen.get("/P")
        if not isinstance(opgegeven, Dictionary):
            self._gebreken.append(Gebrek("geen-ouder", element))
        elif sleutel(opgegeven) != sleutel(bedoeld):
            self._gebreken.append(Gebrek("verkeerde-ouder", element))
        return element

    def _vul(self, element: Element) -> None:
        # For content the page of the parent does not count (ISO 32000-1, table 323).
        pagina = self._pagina(element.velden.get("/Pg"), -1)
        for een in een_of_meer(element.velden.get("/K")):
            self._tel()
            mcid = geheel(een)
            if mcid is not None:
                self._inhoud(element, Inhoud(pagina, pagina, mcid))
            elif isinstance(een, Dictionary):
                self._deel(element, een, pagina)
            else:
                self._gebreken.append(Gebrek("deel-onbekend", element))

    def _deel(self, element: Element, een: Any, pagina: int) -> None:
        soort = naam(veld(een, "/Type"))
        if soort == "MCR":
            pagina = self._pagina(veld(een, "/Pg"), pagina)
            mcid = geheel(veld(een, "/MCID"))
            vorm = sleutel(veld(een, "/Stm"))
            if mcid is None:
                self._gebreken.append(Gebrek("deel-onbekend", element))
            else:
                self._inhoud(element, Inhoud(pagina if vorm is None else vorm, pagina, mcid))
        elif soort == "OBJR":
            object_ = veld(een, "/Obj")
            element.delen.append(Voorwerp(object_, self._pagina(veld(een, "/Pg"), pagina)))
            eigen = sleutel(object_)
            if eigen is None:
                self._gebreken.append(Gebrek("deel-onbekend", element))
            else:
                self._voorwerpen.setdefault(eigen, []).append(element)
        elif _is_element(een):
            if sleutel(een) in self._gezien:
                self._gebreken.append(Gebrek("dubbel", element))
            else:
                element.delen.append(self._maak(een, element))
        else:
            self._gebreken.append(Gebrek("deel-onbekend", element))

    def _inhoud(self, element: Element, inhoud: Inhoud) -> None:
        element.delen.append(inhoud)
        if inhoud.stroom == -1:
            self._gebreken.append(Gebrek("pagina-onbekend", element))
        else:
            self._eigenaars.setdefault(inhoud.plaats, []).append(element)

    def _pagina(self, object_: Any, anders: int) -> int:
        eigen = sleutel(object_)
        return anders if eigen is None else self._paginas.get(eigen, -1)

    def _tel(self) -> None:
        self._over -= 1
        if self._over < 0:
            raise TeGroot


def _is_element(een: object) -> bool:
    return isinstance(een, Dictionary) and bool(naam(een.get("/S")))


def _nummers(boom: Any) -> dict[int, Any]:
    """Read a number tree (ISO 32000-1, 7.9.7)."""
    uit: dict[int, Any] = {}
    gezien: set[type_sleutel] = set()
    stapel = [boom]
    while stapel:
        knoop = stapel.pop()
        eigen = sleutel(knoop)
        if eigen in gezien or not isinstance(knoop, Dictionary):
            continue
        if eigen is not None:
            gezien.add(eigen)
        paren = veld(knoop, "/Nums")
        if isinstance(paren, Array):
            losse = rij(paren)
            uit.update(
                (nummer, waarde)
                for nummer, waarde in zip(losse[::2], losse[1::2], strict=False)
                if isinstance(nummer, int)
            )
        stapel += rij(veld(knoop, "/Kids"))
        if len(uit) > MAX_DELEN or len(stapel) > MAX_DELEN:
            raise TeGroot
    return uit
