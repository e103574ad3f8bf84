"""From text as people type and programs keep it to clean questions, and to keys that tell equals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from hashlib import sha256

_NIEUWE_REGEL = re.compile("_x000[Bb]_|\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ONZICHTBAAR = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_STREEP = re.compile(r"(?:[-–—•·●○◦▪■□►➢✓*‣⁃](?=\s)|[•●○◦▪■□►➢‣⁃])\s*")
"""Bullet that somebody typed before a question."""
_TELLER = re.compile(
    r"(?:\(?(?i:vraag\s*|v)?(?P<getal>\d{1,2})(?:\s*[.):](?!\d)\s*|\s*[-–—]\s+(?![\d\s])|\s+(?=[‘“'\"]?[A-ZÀ-Þ]))|(?P<letter>[a-h])\)\s*)"
)
"""What may be a number that somebody typed before a question, or how the question begins."""

_VARIANTEN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛´`ʼ′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_KENMERKLENGTE = 12
"""Hexadecimal digits: enough to tell the few hundred texts of a publication apart."""


def schoon(tekst: str) -> str:
    """Give text on one line: composed (NFC), without invisible characters, with single plain spaces."""
    return " ".join(_leesbaar(tekst).split())


def sleutel(tekst: str) -> str:
    """Give what is the same for equal texts, whatever programs did to quotes, dashes, spaces and bold."""
    vlak = unicodedata.normalize("NFKC", _leesbaar(tekst)).replace("**", "").translate(_VARIANTEN)
    return " ".join(unicodedata.normalize("NFC", vlak).split())


def kenmerk(teksten: Sequence[str]) -> str:
    """Give a short digest of texts in their order, the same for texts with the same keys."""
    return sha256("\n".join(map(sleutel, teksten)).encode()).hexdigest()[:_KENMERKLENGTE]


def vragen_uit(
    alineas: Sequence[str], kop: str, bekend: Collection[str], genummerd: bool | None = None
) -> tuple[str, ...]:
    """Give the questions in the paragraphs of a box; within a paragraph a line break is a newline.

    The heading `kop`, empty lines and bullets typed by hand go. Numbers go where the questions are
    `genummerd`; None is to find out whether they are. A line break within a question
    is a space; it parts two questions where the first part ends with a question mark or the next has a
    number. Parts that make one of the known questions (`bekend`) again are that question.
    """
    sleutels = {sleutel(vraag) for vraag in bekend}
    regels = [[regel for regel in map(schoon, _leesbaar(een).split("\n")) if regel] for een in alineas]
    regels = [deel for deel in regels if deel]
    if regels and sleutel(regels[0][0]).rstrip(" :").casefold() == sleutel(kop).casefold():
        regels[0] = regels[0][1:]
    regels = [deel for deel in regels if deel]
    telt = _genummerd(regels, sleutels) if genummerd is None else genummerd
    vragen = [vraag for deel in regels for vraag in _uit_alinea(deel, sleutels, telt)]
    return tuple(_heel(vragen, sleutels))


def zijn_genummerd(alineas: Sequence[str], bekend: Collection[str]) -> bool:
    """Tell whether somebody numbered these questions: most begin with a number, and these count from 1."""
    regels = [[regel for regel in map(schoon, _leesbaar(een).split("\n")) if regel] for een in alineas]
    return _genummerd([deel for deel in regels if deel], {sleutel(vraag) for vraag in bekend})


def getypt_nummer(vraag: str) -> str:
    """Give what a question begins with and may be a number that somebody typed, or ''."""
    gevonden = _TELLER.match(vraag)
    return gevonden[0].strip() if gevonden else ""


def _genummerd(alineas: Sequence[Sequence[str]], sleutels: Collection[str]) -> bool:
    nummers: list[int] = []
    aantal, een_getal = 0, False
    for regels in alineas:
        heel = sleutel(" ".join(regels)) in sleutels
        for plek, regel in enumerate(regels):
            teller = None if heel else _TELLER.match(regel)
            aantal += plek == 0 or teller is not None
            if teller:
                een_getal = een_getal or bool(teller["getal"])
                nummers.append(int(teller["getal"] or ord(teller["letter"]) - ord("a") + 1))
    telt_op = nummers == list(range(1, len(nummers) + 1))
    return telt_op and 2 * len(nummers) > aantal and (een_getal or len(nummers) > 1)


def _leesbaar(tekst: str) -> str:
    tekst = _NIEUWE_REGEL.sub("\n", tekst)
    return _ONZICHTBAAR.sub("", unicodedata.normalize("NFC", tekst))


def _uit_alinea(regels: Sequence[str], sleutels: Collection[str], telt: bool) -> Iterator[str]:
    samen = _zonder_nummer(" ".join(regels), sleutels, telt)
    if sleutel(samen) in sleutels:
        yield samen
        return
    bezig = ""
    for regel in regels:
        begint = _STREEP.match(regel) or (telt and _TELLER.match(regel))
        if bezig and (bezig.rstrip(" '\"’”)").endswith("?") or begint):
            yield bezig
            bezig = ""
        bezig = f"{bezig} {regel}" if bezig else _zonder_nummer(regel, sleutels, telt)
    if bezig:
        yield bezig


def _zonder_nummer(vraag: str, sleutels: Collection[str], telt: bool) -> str:
    if sleutel(vraag) in sleutels:
        return vraag
    if streep := _STREEP.match(vraag):
        return vraag[streep.end() :]
    teller = _TELLER.match(vraag)
    kaal = vraag[teller.end() :] if teller else vraag
    return kaal if telt or sleutel(kaal) in sleutels else vraag


def _heel(vragen: Sequence[str], sleutels: Collection[str]) -> Iterator[str]:
    """Put together questions in a row that are the pieces of one known question."""
    plek = 0
    while plek < len(vragen):
        einde = plek + 1
        for tot in range(plek + 2, min(plek + 4, len(vragen)) + 1):
            if sleutel(vragen[plek]) not in sleutels and sleutel(" ".join(vragen[plek:tot])) in sleutels:
                einde = tot
                break
        deel = [vraag for vraag in vragen[plek:einde] if vraag]
        if deel:
            yield " ".join(deel)
        plek = einde
