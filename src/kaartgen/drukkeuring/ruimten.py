"""Colour spaces: which inks or lights a colour is made of (ISO 32000-1, 8.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from pikepdf import Name, PdfError, Stream, String

from kaartgen.pdflezen.ontpakken import TeGroot, lees
from kaartgen.pdflezen.waarden import getal, naam, rij, veld

type_familie = Literal["grijs", "rgb", "cmyk", "lab", "steun", "registratie", "niets", "patroon", "onbekend"]

APPARAAT: dict[str, tuple[type_familie, int]] = {
    "DeviceGray": ("grijs", 1),
    "G": ("grijs", 1),
    "CalGray": ("grijs", 1),
    "DeviceRGB": ("rgb", 3),
    "RGB": ("rgb", 3),
    "CalRGB": ("rgb", 3),
    "DeviceCMYK": ("cmyk", 4),
    "CMYK": ("cmyk", 4),
    "Lab": ("lab", 3),
    "Pattern": ("patroon", 0),
}
ICC_FAMILIES: dict[bytes, type_familie] = {b"GRAY": "grijs", b"RGB ": "rgb", b"CMYK": "cmyk", b"Lab ": "lab"}
ICC_KANALEN: dict[int, type_familie] = {1: "grijs", 3: "rgb", 4: "cmyk"}
PROCES = ("Cyan", "Magenta", "Yellow", "Black")
ALLE, GEEN = "All", "None"
DIEPST = 6
MAX_ICC = 8_000_000
MAX_PALET = 256 * 32

type_platen = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Ruimte:
    """Colour space: its family, its name for people, its number of channels.

    `platen` names the inks of a Separation or DeviceN space, `palet` the colours of an Indexed one as values
    in the space `onder`; a Pattern space has its own `onder` too.
    """

    familie: type_familie
    naam: str
    kanalen: int
    platen: tuple[str, ...] = ()
    palet: tuple[tuple[float, ...], ...] = ()
    onder: Ruimte | None = None

    @property
    def geindexeerd(self) -> bool:
        """Tell whether colours are places in a palette."""
        return bool(self.palet)

    def inkten(self, waarden: tuple[float, ...]) -> type_platen | None:
        """Give cyan, magenta, yellow and black (0 to 1) of a colour; None where it does not tell them."""
        if self.geindexeerd and self.onder and len(waarden) == 1:
            plek = min(max(int(waarden[0]), 0), len(self.palet) - 1)
            return self.onder.inkten(self.palet[plek])
        if len(waarden) != self.kanalen:
            return None
        if self.familie == "grijs" and not self.platen:
            return (0.0, 0.0, 0.0, 1 - waarden[0])
        if self.platen and set(self.platen) <= {*PROCES, GEEN}:
            sterkte = dict(zip(self.platen, waarden, strict=True))
            return tuple(sterkte.get(plaat, 0.0) for plaat in PROCES)  # type: ignore[return-value]
        return waarden if self.familie == "cmyk" else None  # type: ignore[return-value]


ONBEKEND = Ruimte("onbekend", "onbekende kleurruimte", 0)
GRIJS = Ruimte("grijs", "DeviceGray", 1)
RGB = Ruimte("rgb", "DeviceRGB", 3)
CMYK = Ruimte("cmyk", "DeviceCMYK", 4)
PATROON = Ruimte("patroon", "Pattern", 0)


def lees_ruimte(object_: object, bronnen: object, diepte: int = 0) -> Ruimte:
    """Read a colour space: a name, one in the resources of a stream, or an array."""
    if diepte > DIEPST:
        return ONBEKEND
    if isinstance(object_, Name):
        eigen = veld(veld(bronnen, "/ColorSpace"), f"/{naam(object_)}")
        if naam(object_) in APPARAAT:
            familie, kanalen = APPARAAT[naam(object_)]
            return Ruimte(familie, naam(object_), kanalen)
        return ONBEKEND if eigen is None else lees_ruimte(eigen, bronnen, diepte + 1)
    delen = rij(object_)
    if not delen:
        return ONBEKEND
    soort = naam(delen[0])
    if len(delen) == 1 or soort in ("CalGray", "CalRGB", "Lab"):
        return lees_ruimte(delen[0], None, diepte + 1)
    if soort == "ICCBased":
        return _icc(delen[1])
    if soort in ("Indexed", "I") and len(delen) >= 4:
        return _palet(lees_ruimte(delen[1], bronnen, diepte + 1), delen[3])
    if soort in ("Separation", "DeviceN") and len(delen) >= 4:
        return _platen(tuple(naam(een) for een in rij(delen[1])) or (naam(delen[1]),))
    if soort == "Pattern":
        return Ruimte("patroon", "Pattern", 0, onder=lees_ruimte(delen[1], bronnen, diepte + 1))
    return ONBEKEND


def _icc(stroom: object) -> Ruimte:
    """Read the family of a profile from its header (ICC.1:2010, 7.2.6)."""
    kanalen = int(getal(veld(stroom, "/N")) or 0)
    familie: type_familie = "onbekend"
    if isinstance(stroom, Stream):
        try:
            familie = ICC_FAMILIES.get(lees(stroom, MAX_ICC)[16:20], "onbekend")
        except (TeGroot, PdfError):
            familie = ICC_KANALEN.get(kanalen, "onbekend")
    return Ruimte(familie, f"ICC-profiel met {kanalen} kanalen", kanalen)


def _palet(onder: Ruimte, kleuren: Any) -> Ruimte:
    try:
        bytes_ = lees(kleuren, MAX_PALET) if isinstance(kleuren, Stream) else b""
    except (TeGroot, PdfError):
        return ONBEKEND
    if isinstance(kleuren, String):
        bytes_ = bytes(kleuren)
    if not onder.kanalen or not bytes_:
        return ONBEKEND
    waarden = [byte / 255 for byte in bytes_]
    palet = tuple(
        tuple(waarden[begin : begin + onder.kanalen])
        for begin in range(0, len(waarden) - onder.kanalen + 1, onder.kanalen)
    )
    return Ruimte(onder.familie, f"palet van {onder.naam}", 1, onder.platen, palet, onder)


def _platen(namen: tuple[str, ...]) -> Ruimte:
    """Give the space of one or more inks by name (ISO 32000-1, 8.6.6.4 and 8.6.6.5)."""
    echt = [een for een in namen if een != GEEN]
    familie: type_familie = "steun"
    if not echt:
        familie = "niets"
    elif ALLE in echt:
        familie = "registratie"
    elif set(echt) <= set(PROCES):
        familie = "grijs" if echt == ["Black"] else "cmyk"
    return Ruimte(familie, f"steunkleur {', '.join(echt) or GEEN}", len(namen), namen)
