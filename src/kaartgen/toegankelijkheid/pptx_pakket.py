"""Presentations that are judged: their bounds, their XML, and the Bevinding that says why one is not read."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from kaartgen.officelezen import MAX_DEEL, Geweigerd, Grenzen, Reden
from kaartgen.toegankelijkheid.bevinding import Bevinding

GRENZEN = Grenzen(bestand=500_000_000, leden=20_000, samen=500_000_000)
MAX_TAGS_DEEL, MAX_TAGS = 400_000, 1_500_000
"""Most tags in one XML part, and in all that are read of one file."""

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRIKT = {
    "http://purl.oclc.org/ooxml/drawingml/main": A[1:-1],
    "http://purl.oclc.org/ooxml/presentationml/main": P[1:-1],
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1],
}
"""Names of the strict form of the format (ISO/IEC 29500-1), with those of the usual form (29500-4)."""

_HEEL = "Open het bestand in PowerPoint en bewaar het opnieuw als presentatie (.pptx)."
_NORM = "WCAG 2.1, 4.1.1"
_DICHT = "Het bestand is beveiligd of in een oude vorm; hulpmiddelen kunnen er niet bij."
_VAN_SLOT = "Haal het wachtwoord weg, of bewaar het bestand als .pptx."
_SLOTNORM = "WCAG 2.1, 4.1.2; PowerPoint ‘Document access restricted’"
REDENEN: dict[Reden, tuple[str, ...]] = {
    "te-groot": ("te-groot", f"Het bestand is groter dan {GRENZEN.bestand // 1_000_000} MB."),
    "te-veel-delen": ("te-groot", f"Het bestand heeft meer dan {GRENZEN.leden} delen."),
    "samengesteld": ("beveiligd", _DICHT, _VAN_SLOT, _SLOTNORM),
    "geen-zip": ("geen-pptx", "Dit is geen presentatie (.pptx), of het bestand is beschadigd."),
    "naam-elders": ("beschadigd", "Een deel van het bestand heeft een naam die naar een andere map wijst."),
    "naam-dubbel": ("beschadigd", "Twee delen van het bestand hebben dezelfde naam."),
    "inpakking": ("beschadigd", "Het deel ‘{}’ is ingepakt op een manier die niet mag."),
    "deel-te-groot": ("te-groot", f"Het deel ‘{{}}’ is groter dan {MAX_DEEL // 1_000_000} MB."),
    "samen-te-groot": ("te-groot", f"De delen zijn samen groter dan {GRENZEN.samen // 1_000_000} MB."),
    "definities": ("xml-gevaarlijk", "Het deel ‘{}’ legt eigen woorden vast; dat mag niet."),
    "onleesbaar": ("beschadigd", "Het deel ‘{}’ is beschadigd."),
}
"""Rule, what is wrong and, where they differ, what to do and the standard. Other parts just do not open."""


class NietTeKeuren(Exception):
    """The file cannot be looked at; `bevinding` says why."""

    def __init__(self, regel: str, tekst: str, raad: str = _HEEL, norm: str = _NORM) -> None:
        super().__init__(tekst)
        self.bevinding = Bevinding("bestand", regel, tekst, raad, norm)


def geweigerd(fout: Geweigerd) -> Bevinding:
    """Give what is said of a file that is not read."""
    regel, tekst, *meer = REDENEN.get(fout.reden, ("beschadigd", "Het deel ‘{}’ gaat niet open."))
    return NietTeKeuren(regel, tekst.format(fout.deel), *meer).bevinding


class Ontleder:
    """Makes elements of parts of one file, as long as it has not too many tags."""

    def __init__(self) -> None:
        self._tags = 0

    def __call__(self, deel: str, ruw: bytes) -> Element:
        """Give the root of a part: UTF-8, or UTF-16 with its mark (ISO/IEC 29500-2, 6.2.5)."""
        codering = "utf-16" if ruw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        try:
            tekst = ruw.decode(codering)
        except UnicodeDecodeError as fout:
            woorden = f"Het deel ‘{deel}’ bevat tekens die niet te lezen zijn."
            raise NietTeKeuren("beschadigd", woorden) from fout
        tags = tekst.count("<")
        self._tags += tags
        if tags > MAX_TAGS_DEEL or self._tags > MAX_TAGS:
            raise NietTeKeuren("te-groot", f"Het deel ‘{deel}’ is groter dan een dia ooit is.")
        for strikt, gewoon in _STRIKT.items():
            tekst = tekst.replace(f'"{strikt}"', f'"{gewoon}"')
        try:
            # Text, and not bytes: then no declaration can choose another way to read the characters.
            return ElementTree.fromstring(tekst)
        except (ElementTree.ParseError, ValueError) as fout:
            raise Geweigerd("onleesbaar", deel) from fout
