"""Rules about the structure tree: types of elements, their parents, and the texts they carry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import category

from kaartgen.toegankelijkheid.bevinding import Bevinding
from kaartgen.toegankelijkheid.pdf_boom import DELEN, GROEPEN, KOPPEN, RIJGROEPEN, STANDAARD, Inhoud, Voorwerp
from kaartgen.toegankelijkheid.pdf_dossier import ARCHIEF, OPNIEUW, PRAKTIJK, UA, Dossier, in_bestand
from kaartgen.toegankelijkheid.pdf_waarden import ONLEESBAAR, getallen, tekst

GEBREKEN = {
    "dubbel": ("element-dubbel", "Een element hoort bij twee ouders, of bij zichzelf."),
    "geen-ouder": ("ouder-ontbreekt", "Het element noemt geen ouder (P)."),
    "verkeerde-ouder": ("ouder-onjuist", "Het element noemt een andere ouder dan die waar het in staat (P)."),
    "deel-onbekend": (
        "deel-onbekend",
        "In het element staat iets dat geen element, inhoud of object is (K).",
    ),
    "pagina-onbekend": ("pagina-onbekend", "Het element heeft inhoud op een pagina die het niet noemt (Pg)."),
}
NOOIT_LEEG = frozenset(
    {
        *KOPPEN,
        *RIJGROEPEN,
        *(
            "P",
            "L",
            "LI",
            "Lbl",
            "LBody",
            "TOC",
            "TOCI",
            "Table",
            "TR",
            "TH",
            "Caption",
            "Sect",
            "Art",
            "Part",
        ),
        *("Div", "BlockQuote", "Link", "Span", "Quote", "Note", "Reference", "Code"),
    }
)
"""Types that have something to read in them."""

BESTANDSNAAM = re.compile(r"\S+\.(png|jpe?g|gif|svg|tiff?|bmp|webp|emf|wmf)", re.IGNORECASE)
GEEN_TEKST = ("Cc", "Cn", "Co", "Cs")
"""Kinds of characters that no voice can read: control, unassigned, private use, half a pair."""


def boom(dossier: Dossier) -> Iterator[Bevinding]:
    """Every element has one parent, which it names, and parts that exist (UA 7.1)."""
    if dossier.boom is None:
        return
    for gebrek in dossier.boom.gebreken:
        regel, wat = GEBREKEN[gebrek.wat]
        yield dossier.fout(gebrek.element, regel, wat, OPNIEUW, f"{UA}7.1")
    if not dossier.boom.elementen:
        yield in_bestand("structuur-leeg", "De structuur heeft geen elementen.", OPNIEUW, f"{UA}7.1")


def rollen(dossier: Dossier) -> Iterator[Bevinding]:
    """All types are standard ones or lead to one, in no circle (UA 7.1; A 6.7.3.4)."""
    if dossier.boom is None:
        return
    norm = f"{UA}7.1; {ARCHIEF}6.7.3.4"
    gezegd = dossier.boom.rollen
    for rol, soort in gezegd.items():
        if rol in STANDAARD and rol != soort:
            yield in_bestand(
                "rol-omgezet",
                f"De standaardsoort {rol} is omgezet naar {soort}.",
                "Geef de eigen soort een eigen naam.",
                norm,
            )
    for rol in dict.fromkeys(element.rol for element in dossier.boom.elementen):
        if rol in STANDAARD:
            continue
        gezien, soort = {rol}, rol
        while soort in gezegd and gezegd[soort] not in gezien and soort not in STANDAARD:
            soort = gezegd[soort]
            gezien.add(soort)
        if soort in STANDAARD:
            continue
        eerste = next(een for een in dossier.boom.elementen if een.rol == rol)
        kring = soort in gezegd
        yield dossier.fout(
            eerste,
            "rol-in-kring" if kring else "rol-onbekend",
            f"De soort {rol} leidt langs een kring nergens heen."
            if kring
            else f"De soort {rol} bestaat niet en er staat niet bij wat zij betekent.",
            "Zet in RoleMap welke standaardsoort het is.",
            norm,
        )


def beschrijvingen(dossier: Dossier) -> Iterator[Bevinding]:
    """A figure or formula has a text that takes its place, and a figure says where it is (UA 7.3 and 7.7)."""
    for element in dossier.elementen("Figure", "Formula"):
        vervangend = element.tekst("/ActualText")
        if not (element.tekst("/Alt") or "").strip() and vervangend is None:
            wat = "De afbeelding" if element.soort == "Figure" else "De formule"
            yield dossier.fout(
                element,
                "alt-ontbreekt" if element.soort == "Figure" else "formule-zonder-alt",
                f"{wat} heeft geen alternatieve tekst (Alt).",
                "Beschrijf in een paar woorden wat zij vertelt, of maak er versiering van (Artifact).",
                f"{UA}{'7.3' if element.soort == 'Figure' else '7.7'}",
            )
    if dossier.boom is None:
        return
    for element in dossier.elementen("Figure"):
        paginas = {deel.pagina for deel in element.alles() if isinstance(deel, Inhoud)}
        kader = getallen(dossier.boom.attribuut(element, "Layout", "/BBox"), 4)
        if len(paginas) == 1 and (kader is None or kader[0] >= kader[2] or kader[1] >= kader[3]):
            yield dossier.fout(
                element,
                "figuur-zonder-plek",
                "De afbeelding zegt niet waar op de pagina zij staat (BBox).",
                "Geef haar een kenmerk Layout met BBox.",
                "ISO 32000-1, 14.8.5.4.3",
            )


def teksten(dossier: Dossier) -> Iterator[Bevinding]:
    """Texts that take the place of something can be read aloud (UA 7.2 and 7.3)."""
    for element in dossier.elementen():
        for sleutel, wat in (
            ("/Alt", "alternatieve tekst (Alt)"),
            ("/ActualText", "vervangende tekst (ActualText)"),
            ("/E", "voluit geschreven tekst (E)"),
        ):
            waarde = element.velden.get(sleutel)
            if waarde is None:
                continue
            gezegd = tekst(waarde)
            if gezegd is None or not leesbaar(gezegd):
                yield dossier.fout(
                    element,
                    "tekst-onleesbaar",
                    f"De {wat} is niet voor te lezen.",
                    "Schrijf haar opnieuw, met gewone letters.",
                    f"{UA}7.2",
                )
            elif not gezegd.strip() and not (sleutel == "/ActualText" or element.soort == "Figure"):
                yield dossier.fout(
                    element, "tekst-leeg", f"De {wat} is leeg.", "Vul haar in of haal haar weg.", PRAKTIJK
                )
            elif sleutel == "/Alt" and BESTANDSNAAM.fullmatch(gezegd.strip()):
                yield dossier.fout(
                    element,
                    "alt-is-bestandsnaam",
                    f"De {wat} is een bestandsnaam: ‘{gezegd.strip()}’.",
                    "Beschrijf wat de afbeelding vertelt.",
                    PRAKTIJK,
                )
    for blad in dossier.bladen:
        for getekend in blad.getekend:
            for merk in getekend.stroom.merken:
                gezet = (een for een in (merk.voluit, merk.alt, merk.vervangend) if een is not None)
                if merk.tag and not all(map(leesbaar, gezet)):
                    yield Bevinding(
                        blad.waar,
                        "tekst-onleesbaar",
                        "Een vervangende tekst bij een woord is niet voor te lezen.",
                        "Schrijf haar opnieuw, met gewone letters.",
                        f"{UA}7.2",
                    )


def leesbaar(woorden: str) -> bool:
    """Tell whether a voice can read a text; lines may end in it."""
    return ONLEESBAAR not in woorden and not any(
        category(teken) in GEEN_TEKST for teken in woorden if teken not in "\n\r\t"
    )


def leegte(dossier: Dossier) -> Iterator[Bevinding]:
    """No element is empty, so that nobody hears of a paragraph or a list with nothing in it."""
    for element in dossier.elementen():
        if (
            element.soort in NOOIT_LEEG
            and element.nummer not in dossier.gevuld
            and not any(isinstance(deel, Voorwerp) for deel in element.alles())
            and not any(
                een.soort in ("Figure", "Formula")
                for een in element.alles()
                if not isinstance(een, Inhoud | Voorwerp)
            )
            and not (
                element.ouder
                and element.ouder.soort in NOOIT_LEEG
                and element.ouder.nummer not in dossier.gevuld
            )
        ):
            yield dossier.fout(
                element,
                "element-leeg",
                "In het element staat niets om te lezen.",
                "Haal het weg, of maak er versiering van (Artifact).",
                PRAKTIJK,
            )


def groepen(dossier: Dossier) -> Iterator[Bevinding]:
    """Elements that hold others have no content of their own (UA 7.2 for lists and tables)."""
    for element in dossier.elementen(*GROEPEN):
        if any(isinstance(deel, Inhoud) for deel in element.delen):
            yield dossier.fout(
                element,
                "inhoud-in-groep",
                f"Er staat inhoud direct in {element.soort}.",
                "Zet haar in een alinea, een punt van een lijst of een cel.",
                PRAKTIJK if element.soort in DELEN else f"{UA}7.2",
            )


def document(dossier: Dossier) -> Iterator[Bevinding]:
    """All elements are in one document, as aids expect."""
    if dossier.boom is None or not dossier.boom.top:
        return
    if [element.soort for element in dossier.boom.top] not in (["Document"], ["Part"], ["Art"]):
        yield dossier.fout(
            dossier.boom.top[0],
            "geen-document",
            "Bovenaan in de structuur staat niet één Document.",
            "Zet alle elementen in één element Document.",
            PRAKTIJK,
        )


def noten(dossier: Dossier) -> Iterator[Bevinding]:
    """Every note has an ID, and no two elements have the same one (UA 7.9)."""
    ids = Counter(element.tekst("/ID") for element in dossier.elementen())
    for element in dossier.elementen("Note"):
        if not element.tekst("/ID"):
            yield dossier.fout(
                element,
                "noot-zonder-id",
                "De noot heeft geen ID.",
                "Geef elke noot een eigen ID.",
                f"{UA}7.9",
            )
    for element in dossier.elementen():
        eigen = element.tekst("/ID")
        if eigen and ids[eigen] > 1:
            yield dossier.fout(
                element,
                "id-dubbel",
                f"Meer elementen hebben het ID ‘{eigen}’.",
                "Geef elk element een eigen ID.",
                f"{UA}7.9",
            )


REGELS = (boom, rollen, beschrijvingen, teksten, leegte, groepen, document, noten)
