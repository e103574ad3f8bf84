"""How much ink the pixels of a picture in CMYK ask for."""

from __future__ import annotations

from io import BytesIO

from pikepdf import Stream
from PIL import Image, ImageChops, UnidentifiedImageError

from kaartgen.drukkeuring.ruimten import Ruimte
from kaartgen.pdflezen.ontpakken import lees, pakwijzen
from kaartgen.pdflezen.waarden import getal, getallen, veld

MAX_PIXELS = 40_000_000
KLEIN = 2_000
"""A photo with longer sides than this (pixels) is read at a part of its size."""

INPAK = frozenset({"FlateDecode", "LZWDecode", "RunLengthDecode", "ASCII85Decode", "ASCIIHexDecode"})
VOL = 255


class NietGemeten(Exception):
    """The picture is stored in a way that is not read here, or is too large."""


def te_veel(beeld: Stream, ruimte: Ruimte, pixels: tuple[int, int], hoogste: float) -> tuple[float, float]:
    """Give the part of all pixels with more ink than `hoogste` percent, and the most ink of any in percent.

    Raises NietGemeten for a picture that cannot be read, TeGroot for one that is too large.
    """
    if not 0 < pixels[0] * pixels[1] <= MAX_PIXELS:
        raise NietGemeten
    som = _palet(beeld, ruimte, pixels) if ruimte.geindexeerd else _som(_cmyk(beeld, pixels))
    grens = int(hoogste * VOL / 400) + 1
    erboven = sum(som[grens + 1 :])
    meest = max((plek for plek, aantal in enumerate(som) if aantal), default=0)
    return erboven / max(sum(som), 1), 400 * meest / VOL


def _som(beeld: Image.Image) -> list[int]:
    """Count the pixels by their mean ink, 0 to 255."""
    c, m, y, k = beeld.split()
    kleur, rest = ImageChops.add(c, m, 2), ImageChops.add(y, k, 2)
    return ImageChops.add(kleur, rest, 2).histogram()


def _cmyk(beeld: Stream, pixels: tuple[int, int]) -> Image.Image:
    decode = getallen(veld(beeld, "/Decode"))
    omgekeerd = bool(decode) and decode is not None and decode[0] > decode[-1]
    filters = pakwijzen(beeld)
    if filters == ["DCTDecode"]:
        try:
            foto = Image.open(BytesIO(beeld.read_raw_bytes()), formats=["JPEG"])
            if foto.mode != "CMYK" or foto.width * foto.height > MAX_PIXELS:
                raise NietGemeten
            foto.draft("CMYK", (KLEIN, KLEIN))
            foto.load()
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as fout:
            raise NietGemeten from fout
        # Pillow turns the values of a photo with Adobe's marker around; a PDF takes them as they are.
        if "adobe" in foto.info:
            omgekeerd = not omgekeerd
        return ImageChops.invert(foto) if omgekeerd else foto
    bytes_ = _punten(beeld, filters, 4 * pixels[0] * pixels[1])
    rauw = Image.frombytes("CMYK", pixels, bytes_)
    return ImageChops.invert(rauw) if omgekeerd else rauw


def _palet(beeld: Stream, ruimte: Ruimte, pixels: tuple[int, int]) -> list[int]:
    codes = Image.frombytes("L", pixels, _punten(beeld, pakwijzen(beeld), pixels[0] * pixels[1])).histogram()
    som = [0] * (VOL + 1)
    for code, aantal in enumerate(codes):
        inkten = ruimte.inkten((float(code),))
        if aantal and inkten:
            som[min(round(sum(inkten) * VOL / 4), VOL)] += aantal
    return som


def _punten(beeld: Stream, filters: list[str], aantal: int) -> bytes:
    if not set(filters) <= INPAK or getal(veld(beeld, "/BitsPerComponent")) != 8:
        raise NietGemeten
    bytes_ = lees(beeld, aantal + 4096)
    if len(bytes_) < aantal:
        raise NietGemeten
    return bytes_[:aantal]
