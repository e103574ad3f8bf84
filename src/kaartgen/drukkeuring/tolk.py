"""From one content stream to Feiten: what it draws, in which state (ISO 32000-1, 8 and 9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import hypot
from typing import Any

from pikepdf import Object, PdfInlineImage, Stream

from kaartgen.drukkeuring.feiten import Feiten, Plaat, Vorm
from kaartgen.drukkeuring.meetkunde import Rechthoek, omhulling
from kaartgen.drukkeuring.ruimten import CMYK, GRIJS, ONBEKEND, RGB, Ruimte
from kaartgen.drukkeuring.stand import Kleurstand, Stand
from kaartgen.drukkeuring.tolk_kleur import NIETS, Bibliotheek
from kaartgen.drukkeuring.tolk_tekst import Teksttolk
from kaartgen.pdflezen.matrices import EENHEID, keer, lees_matrix
from kaartgen.pdflezen.waarden import getal, naam, veld

KORTE_SLEUTELS = {"/CS": "/ColorSpace", "/W": "/Width", "/H": "/Height", "/IM": "/ImageMask"}


class Tolk(Teksttolk):
    """Follows one stream. Instructions that make no sense are counted and passed over."""

    def __init__(self, bibliotheek: Bibliotheek, bronnen: object, stand: Stand) -> None:
        super().__init__(bibliotheek, bronnen, stand)
        self._platen: list[Plaat] = []
        self._onleesbaar = 0

    def volg(self, opdrachten: Sequence[Any], onleesbaar: int = 0) -> Feiten:
        """Follow parsed instructions to the end; `onleesbaar` of them could not even be parsed."""
        self._onleesbaar = onleesbaar
        for opdracht in opdrachten:
            try:
                OPDRACHTEN[str(opdracht.operator)](self, opdracht.operands)
            except (ValueError, TypeError, LookupError, OverflowError, AttributeError):
                self._onleesbaar += 1
        self._onleesbaar += len(self._stapel)
        return Feiten(
            tuple(self._verven.values()),
            tuple(self._woorden),
            tuple(self._strepen),
            tuple(self._platen),
            tuple(self._bijzonder.values()),
            tuple(self._vormen),
            self._onleesbaar,
        )

    def plaats(self, waarden: Sequence[Any]) -> None:
        """Draw a picture or a form (Do)."""
        bron = str(waarden[0])
        object_ = veld(veld(self._bronnen, "/XObject"), bron)
        if not isinstance(object_, Stream):
            raise ValueError
        soort = naam(veld(object_, "/Subtype"))
        for sleutel, wat in (("/OPI", "opi"), ("/PS", "postscript"), ("/Ref", "verwezen-vorm")):
            if veld(object_, sleutel) is not None:
                self._meld(wat, bron)
        if soort == "PS" or naam(veld(object_, "/Subtype2")) == "PS":
            self._meld("postscript", bron)
        elif soort == "Image":
            if veld(object_, "/Alternates") is not None:
                self._meld("ander-beeld", bron)
            self._plaat(object_, object_, bron)
        elif soort == "Form":
            eigen = keer(lees_matrix(veld(object_, "/Matrix")) or EENHEID, self._stand.ctm)
            self._groep(object_, bron)
            self._vormen.append(Vorm(object_, eigen, self._stand.erfenis(), bron))
        else:
            raise ValueError

    def _groep(self, object_: Object, bron: str) -> None:
        ruimte = veld(veld(object_, "/Group"), "/CS")
        if ruimte is not None:
            self._verf(self._bibliotheek.ruimte(ruimte, self._bronnen), (), "groep", NIETS, False, bron)

    def plaats_ingebed(self, waarden: Sequence[Any]) -> None:
        """Draw a picture that stands in the stream itself (BI, ID, EI)."""
        beeld = waarden[0]
        if not isinstance(beeld, PdfInlineImage):
            raise TypeError
        gegevens = {KORTE_SLEUTELS.get(sleutel, sleutel): waarde for sleutel, waarde in beeld.obj.items()}
        self._plaat(gegevens, None, "ingebed beeld")

    def _plaat(self, gegevens: Any, object_: Object | None, bron: str) -> None:
        lees = gegevens.get if isinstance(gegevens, dict) else lambda sleutel: veld(gegevens, sleutel)
        masker = lees("/ImageMask") is True
        ruimte = GRIJS if masker else ONBEKEND
        if not masker and lees("/ColorSpace") is not None:
            ruimte = self._bibliotheek.ruimte(lees("/ColorSpace"), self._bronnen)
        a, b, c, d, _, _ = self._stand.ctm
        vak = omhulling(Rechthoek(0.0, 0.0, 1.0, 1.0), self._stand.ctm)
        pixels = (int(getal(lees("/Width")) or 0), int(getal(lees("/Height")) or 0))
        self._platen.append(Plaat(vak, bron, object_, pixels, (hypot(a, b), hypot(c, d)), ruimte, masker))
        if masker:
            self._gebruik(self._stand.vulling, "vlak", vak)
        else:
            self._verf(ruimte, (), "beeld", vak, False, bron)

    def sla_over(self, _: Sequence[Any]) -> None:
        """Pass over what changes nothing that rules ask for."""


def _apparaat(kant: str, ruimte: Ruimte) -> Callable[[Tolk, Sequence[Any]], None]:
    """Give what sets a colour in a space of the device (g, rg, k and their capitals)."""

    def zet(tolk: Tolk, waarden: Sequence[Any]) -> None:
        kleur: Kleurstand = getattr(tolk._stand, kant)
        gezet = tuple(float(een) for een in waarden)
        if len(gezet) != ruimte.kanalen:
            raise ValueError
        kleur.ruimte, kleur.waarden = ruimte, gezet

    return zet


OPDRACHTEN: dict[str, Callable[[Tolk, Sequence[Any]], None]] = {
    "q": Tolk.bewaar,
    "Q": Tolk.herstel,
    "cm": Tolk.vervorm,
    "w": Tolk.zet_dikte,
    "gs": Tolk.zet_stand,
    "cs": Tolk.kies_vulling,
    "CS": Tolk.kies_streek,
    **dict.fromkeys(("sc", "scn"), Tolk.kleur_vulling),
    **dict.fromkeys(("SC", "SCN"), Tolk.kleur_streek),
    "g": _apparaat("vulling", GRIJS),
    "rg": _apparaat("vulling", RGB),
    "k": _apparaat("vulling", CMYK),
    "G": _apparaat("streek", GRIJS),
    "RG": _apparaat("streek", RGB),
    "K": _apparaat("streek", CMYK),
    **dict.fromkeys(("m", "l", "c", "v", "y"), Tolk.naar),
    "re": Tolk.rechthoek,
    **dict.fromkeys(("f", "F", "f*"), Tolk.vul),
    **dict.fromkeys(("S", "s"), Tolk.omlijn),
    **dict.fromkeys(("B", "B*", "b", "b*"), Tolk.vul_en_omlijn),
    "n": Tolk.vergeet,
    "sh": Tolk.kleur_verloop,
    "BT": Tolk.begin_tekst,
    "Tf": Tolk.zet_letter,
    "Tc": Tolk.zet_letterwit,
    "Tw": Tolk.zet_woordwit,
    "Tz": Tolk.zet_breedte,
    "TL": Tolk.zet_regelwit,
    "Ts": Tolk.zet_hoogte,
    "Tr": Tolk.zet_modus,
    "Tm": Tolk.zet_plek,
    "Td": Tolk.verplaats,
    "TD": Tolk.verplaats_en_zet,
    "T*": Tolk.nieuwe_regel,
    "Tj": Tolk.toon,
    "TJ": Tolk.toon_delen,
    "'": Tolk.toon_op_regel,
    '"': Tolk.toon_met_wit,
    "Do": Tolk.plaats,
    "INLINE IMAGE": Tolk.plaats_ingebed,
    **dict.fromkeys(
        [
            "J",
            "j",
            "M",
            "d",
            "ri",
            "i",
            "h",
            "W",
            "W*",
            "ET",
            "d0",
            "d1",
            "BDC",
            "BMC",
            "EMC",
            "MP",
            "DP",
            "BX",
            "EX",
        ],
        Tolk.sla_over,
    ),
}
"""What each operator does (ISO 32000-1, annex A)."""
