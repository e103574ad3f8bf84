"""From the streams of one file to parsed instructions, within bounds that no honest file comes near."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any

import pikepdf
from pikepdf import Pdf, PdfError, Stream

from kaartgen.pdflezen.ontpakken import TeGroot, lees
from kaartgen.pdflezen.waarden import een_of_meer, veld

MAX_INHOUD = 16_000_000
"""Most bytes of instructions in one stream."""

MAX_TEKENS_STROOM, MAX_TEKENS = 1_000_000, 20_000_000
"""Most words in one stream, and in all streams of a file."""

SCHEIDING = b" \n\r\t\f\0[]<>(){}/%"


class Opdrachtlezer:
    """Parses the instructions of a file, and keeps count of how many words are left to read.

    `gevraagd` names the operators that are wanted, as the parser wants them named; all of them without it.
    """

    def __init__(self, pdf: Pdf, gevraagd: str = "") -> None:
        self._pdf = pdf
        self._gevraagd = gevraagd
        self._over = MAX_TEKENS

    def pagina(self, pagina: object) -> tuple[Sequence[Any], int]:
        """Give the instructions of a page, all its streams after each other, as `vorm` does."""
        stromen = [een for een in een_of_meer(veld(pagina, "/Contents")) if isinstance(een, Stream)]
        return self._ontleed(b"\n".join([lees(stroom, MAX_INHOUD) for stroom in stromen]))

    def vorm(self, stroom: Stream) -> tuple[Sequence[Any], int]:
        """Give the instructions of one stream, with the number of those that make no sense at all.

        Raises TeGroot for more than fits the bounds, PdfError for damage.
        """
        return self._ontleed(lees(stroom, MAX_INHOUD))

    def _ontleed(self, data: bytes) -> tuple[Sequence[Any], int]:
        tekens = len(data) - len(data.translate(None, SCHEIDING))
        self._over -= tekens
        if len(data) > MAX_INHOUD or tekens > MAX_TEKENS_STROOM or self._over < 0:
            raise TeGroot
        if not data:
            return (), 0
        with warnings.catch_warnings(record=True) as gezegd:
            warnings.simplefilter("always")
            try:
                opdrachten = pikepdf.parse_content_stream(Stream(self._pdf, data), self._gevraagd)
            except (LookupError, TypeError, ValueError) as fout:
                raise PdfError("the instructions cannot be parsed") from fout
        return opdrachten, len(gezegd)
