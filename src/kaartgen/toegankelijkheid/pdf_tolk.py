"""Follows the instructions of a content stream and notes what is marked and shown (ISO 32000-1, annex A)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from pikepdf import Array, Dictionary, Stream, String

from kaartgen.toegankelijkheid.pdf_letters import Letter
from kaartgen.toegankelijkheid.pdf_stroom import BUITEN, Beeld, Merk, Stroom, Stuk
from kaartgen.toegankelijkheid.pdf_waarden import geheel, naam, rij, sleutel, tekst, veld, velden

type_matrix = tuple[float, float, float, float, float, float]
EENHEID: type_matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
DIEPST = 500
"""Most states or marks within each other."""

LEESWIJZEN = frozenset({"/Lang", "/E", "/Alt", "/ActualText"})
"""Properties of a mark that change how its content is read (ISO 32000-1, 14.9)."""

APPARAAT = {
    "DeviceGray": "grijs",
    "DeviceRGB": "RGB",
    "DeviceCMYK": "CMYK",
    "G": "grijs",
    "RGB": "RGB",
    "CMYK": "CMYK",
}
STANDAARDRUIMTE = {"grijs": "/DefaultGray", "RGB": "/DefaultRGB", "CMYK": "/DefaultCMYK"}


class Bibliotheek(Protocol):
    """What streams share."""

    def letter(self, object_: Any) -> Letter:
        """Give a font."""

    def gebruikt(self, letter: Letter, codes: str) -> None:
        """Note that codes of a font are shown."""


class Tolk:
    """Follows one stream. Instructions that make no sense are counted and passed over."""

    def __init__(self, bibliotheek: Bibliotheek, bronnen: Any) -> None:
        self._bibliotheek = bibliotheek
        self._bronnen = bronnen
        self._merken: list[Merk] = []
        self._open: list[int] = []
        self._hier = BUITEN
        self._delen: list[Stuk | Beeld] = []
        self._verf: Counter[int] = Counter()
        self._gebreken: Counter[str] = Counter()
        self._kleuren: set[str] = set()
        self._letters: dict[str, Letter | None] = {}
        self._letter: Letter | None = None
        self._korps = 0.0
        self._wit = 0.0
        self._ctm = self._tm = EENHEID
        self._stapel: list[tuple[Letter | None, float, float, type_matrix]] = []

    def volg(self, opdrachten: Sequence[Any], onleesbaar: int = 0) -> Stroom:
        """Follow parsed instructions to the end; `onleesbaar` of them could not even be parsed."""
        if onleesbaar:
            self._gebreken["opdracht"] = onleesbaar
        for opdracht in opdrachten:
            try:
                OPDRACHTEN[str(opdracht.operator)](self, opdracht.operands)
            except (ValueError, TypeError, LookupError, OverflowError, AttributeError):
                self._gebreken["opdracht"] += 1
        if self._open:
            self._gebreken["merk-open"] += len(self._open)
        return Stroom(
            tuple(self._merken),
            tuple(self._delen),
            self._verf,
            self._gebreken,
            frozenset(self._kleuren),
        )

    # Marks

    def begin_merk(self, waarden: Sequence[Any]) -> None:
        """Begin marked content, with properties (BDC) or without (BMC)."""
        tag = naam(waarden[0])
        eigen: Any = None
        if len(waarden) > 1:
            eigen = waarden[1]
            if not isinstance(eigen, Dictionary):
                eigen = veld(veld(self._bronnen, "/Properties"), f"/{naam(eigen)}")
                if eigen is None:
                    self._gebreken["eigenschappen-onbekend"] += 1
        if len(self._open) >= DIEPST:
            raise ValueError
        nummer = len(self._merken)
        om = None if self._hier == BUITEN else self._merken[self._hier]
        eigen = velden(eigen)
        mcid = geheel(eigen.get("/MCID"))
        self._merken.append(
            Merk(
                tag,
                self._hier,
                mcid,
                tag == "Artifact" or (om is not None and om.versiering),
                nummer if mcid is not None else om.eigenaar if om else BUITEN,
                *self._leeswijze(eigen, om, nummer),
            )
        )
        self._open.append(self._hier)
        self._hier = nummer

    def _leeswijze(
        self, eigen: dict[str, Any], om: Merk | None, nummer: int
    ) -> tuple[int, str | None, str | None, str | None, str | None]:
        """Give how content of a mark is read; within text that is replaced nothing changes any more."""
        geldt = (
            (om.groep, om.taal, om.voluit, om.alt, om.vervangend) if om else (BUITEN, None, None, None, None)
        )
        if LEESWIJZEN.isdisjoint(eigen) or (om and (om.vervangend is not None or om.alt is not None)):
            return geldt
        taal, voluit, alt, vervangend = (
            tekst(eigen.get(een)) for een in ("/Lang", "/E", "/Alt", "/ActualText")
        )
        return (
            nummer,
            geldt[1] if taal is None else taal,
            geldt[2] if voluit is None else voluit,
            alt,
            vervangend,
        )

    def eind_merk(self, _: Sequence[Any]) -> None:
        """End marked content (EMC)."""
        if not self._open:
            self._gebreken["merk-zonder-begin"] += 1
        else:
            self._hier = self._open.pop()

    # State

    def bewaar(self, _: Sequence[Any]) -> None:
        """Keep the state (q)."""
        if len(self._stapel) >= DIEPST:
            raise ValueError
        self._stapel.append((self._letter, self._korps, self._wit, self._ctm))

    def herstel(self, _: Sequence[Any]) -> None:
        """Take the last state back (Q)."""
        self._letter, self._korps, self._wit, self._ctm = self._stapel.pop()

    def vervorm(self, waarden: Sequence[Any]) -> None:
        """Change the space (cm)."""
        self._ctm = _keer(_zes(waarden), self._ctm)

    # Text

    def begin_tekst(self, _: Sequence[Any]) -> None:
        """Begin text at the origin (BT)."""
        self._tm = EENHEID

    def zet_letter(self, waarden: Sequence[Any]) -> None:
        """Choose a font and its size (Tf)."""
        bron = str(waarden[0])
        if bron not in self._letters:
            object_ = veld(veld(self._bronnen, "/Font"), bron)
            self._letters[bron] = None if object_ is None else self._bibliotheek.letter(object_)
        self._letter, self._korps = self._letters[bron], float(waarden[1])

    def zet_wit(self, waarden: Sequence[Any]) -> None:
        """Set the distance between lines (TL)."""
        self._wit = float(waarden[0])

    def zet_plek(self, waarden: Sequence[Any]) -> None:
        """Set where text begins (Tm)."""
        self._tm = _zes(waarden)

    def verplaats(self, waarden: Sequence[Any]) -> None:
        """Go to another line (Td)."""
        self._tm = _keer((1.0, 0.0, 0.0, 1.0, float(waarden[0]), float(waarden[1])), self._tm)

    def verplaats_en_zet(self, waarden: Sequence[Any]) -> None:
        """Go to another line, and remember how far down (TD)."""
        self._wit = -float(waarden[1])
        self.verplaats(waarden)

    def nieuwe_regel(self, _: Sequence[Any]) -> None:
        """Go to the next line (T*)."""
        self.verplaats((0.0, -self._wit))

    def toon(self, waarden: Sequence[Any]) -> None:
        """Show text (Tj)."""
        self._toon([waarden[0]])

    def toon_delen(self, waarden: Sequence[Any]) -> None:
        """Show text with shifts between its parts (TJ)."""
        if not isinstance(waarden[0], Array):
            raise TypeError
        self._toon(waarden[0])

    def toon_op_regel(self, waarden: Sequence[Any]) -> None:
        """Show text on the next line (' and, with its spaces before it, ")."""
        self.nieuwe_regel(waarden)
        self._toon([waarden[-1]])

    def _toon(self, delen: Any) -> None:
        data = b"".join([bytes(deel) for deel in delen if isinstance(deel, String)])
        if not data:
            return
        letter = self._letter
        if letter is None:
            self._gebreken["letter-ontbreekt"] += 1
            woorden = ""
        else:
            codes = letter.codes(data)
            self._bibliotheek.gebruikt(letter, codes)
            woorden = letter.tekst(codes)
        self._verf[self._hier] += 1
        a, b, c, d, _, f = self._ctm
        _, _, tc, td, te, tf = self._tm
        hoogte = abs(tc * b + td * d) + abs(tc * a + td * c)
        self._delen.append(Stuk(self._hier, woorden, te * b + tf * d + f, abs(self._korps) * hoogte))

    # Everything else that paints

    def schilder(self, _: Sequence[Any]) -> None:
        """Paint a path or a shading; where it stands for text, it counts as a piece of that."""
        self._verf[self._hier] += 1
        if self._hier != BUITEN:
            merk = self._merken[self._hier]
            vervangt = merk.vervangend is not None or merk.alt is not None
            if vervangt and not (self._delen and self._delen[-1].merk == self._hier):
                self._delen.append(Stuk(self._hier, "", self._ctm[5], 0.0))

    def ingebed_beeld(self, waarden: Sequence[Any]) -> None:
        """Draw a picture that stands in the stream itself."""
        self._verf[self._hier] += 1
        beeld = waarden[0].obj
        if beeld.get("/ImageMask", beeld.get("/IM")) is not True:
            self._ruimte(beeld.get("/ColorSpace", beeld.get("/CS")))

    def plaats(self, waarden: Sequence[Any]) -> None:
        """Draw a picture or a form (Do)."""
        object_ = veld(veld(self._bronnen, "/XObject"), str(waarden[0]))
        if not isinstance(object_, Stream):
            raise ValueError
        vorm = sleutel(object_)
        if naam(veld(object_, "/Subtype")) == "Form" and vorm is not None:
            self._delen.append(Beeld(self._hier, vorm, object_))
            return
        self._verf[self._hier] += 1
        if veld(object_, "/ImageMask") is not True:
            self._ruimte(veld(object_, "/ColorSpace"))

    def kies_ruimte(self, waarden: Sequence[Any]) -> None:
        """Choose a space for colours (cs, CS)."""
        ruimte = veld(veld(self._bronnen, "/ColorSpace"), f"/{naam(waarden[0])}")
        self._ruimte(waarden[0] if ruimte is None else ruimte)

    def _ruimte(self, ruimte: Any) -> None:
        if isinstance(ruimte, Array):
            delen = rij(ruimte)
            if naam(delen[0]) in ("Indexed", "I", "Pattern") and len(delen) > 1:
                self._ruimte(delen[1])
            return
        if naam(ruimte) in APPARAAT:
            self._kleur(APPARAAT[naam(ruimte)])

    def _kleur(self, kleur: str) -> None:
        if veld(veld(self._bronnen, "/ColorSpace"), STANDAARDRUIMTE[kleur]) is None:
            self._kleuren.add(kleur)


def _apparaatkleur(kleur: str) -> Callable[[Tolk, Sequence[Any]], None]:
    def zet(tolk: Tolk, _: Sequence[Any]) -> None:
        if kleur not in tolk._kleuren:
            tolk._kleur(kleur)

    return zet


def _zes(waarden: Sequence[Any]) -> type_matrix:
    a, b, c, d, e, f = map(float, waarden)
    return a, b, c, d, e, f


def _keer(een: type_matrix, daarna: type_matrix) -> type_matrix:
    """Give the matrix that does `een` first (ISO 32000-1, 8.3.3)."""
    a, b, c, d, e, f = daarna
    p, q, r, s, t, u = een
    return p * a + q * c, p * b + q * d, r * a + s * c, r * b + s * d, t * a + u * c + e, t * b + u * d + f


OPDRACHTEN: dict[str, Callable[[Tolk, Sequence[Any]], None]] = {
    "BDC": Tolk.begin_merk,
    "BMC": Tolk.begin_merk,
    "EMC": Tolk.eind_merk,
    "q": Tolk.bewaar,
    "Q": Tolk.herstel,
    "cm": Tolk.vervorm,
    "BT": Tolk.begin_tekst,
    "Tf": Tolk.zet_letter,
    "TL": Tolk.zet_wit,
    "Tm": Tolk.zet_plek,
    "Td": Tolk.verplaats,
    "TD": Tolk.verplaats_en_zet,
    "T*": Tolk.nieuwe_regel,
    "Tj": Tolk.toon,
    "TJ": Tolk.toon_delen,
    "'": Tolk.toon_op_regel,
    '"': Tolk.toon_op_regel,
    "Do": Tolk.plaats,
    "INLINE IMAGE": Tolk.ingebed_beeld,
    **dict.fromkeys(("f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh"), Tolk.schilder),
    **dict.fromkeys(("cs", "CS"), Tolk.kies_ruimte),
    **dict.fromkeys(("g", "G"), _apparaatkleur("grijs")),
    **dict.fromkeys(("rg", "RG"), _apparaatkleur("RGB")),
    **dict.fromkeys(("k", "K"), _apparaatkleur("CMYK")),
}
"""What is done with each operator that matters here."""

GEVRAAGD = " ".join([*(een for een in OPDRACHTEN if een != "INLINE IMAGE"), "BI", "ID", "EI"])
"""Those operators, as the parser wants them named."""
