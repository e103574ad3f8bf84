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
_NUMMER = re.compile(
    r"(?:\(?\d{1,2}[.):](?!\d)|[-–—•·●○◦▪■□►➢✓*‣⁃](?=\s)|[•●○◦▪■□►➢‣⁃]|[a-h]\)|(?:vraag\s+)\d{1,2}\s*[.):])\s*",
    re.IGNORECASE,
)
"""Number or bullet that somebody typed before a question."""

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


def vragen_uit(alineas: Sequence[str], kop: str, bekend: Collection[str]) -> tuple[str, ...]:
    """Give the questions in the paragraphs of a box; within a paragraph a line break is a newline.

    The heading `kop`, empty lines and numbers or bullets typed by hand go. A line break within a question
    is a space; it parts two questions where the first part ends with a question mark or the next has a
    number. Parts that make one of the known questions (`bekend`) again are that question.
    """
    sleutels = {sleutel(vraag) for vraag in bekend}
    regels = [[regel for regel in map(schoon, _leesbaar(een).split("\n")) if regel] for een in alineas]
    regels = [deel for deel in regels if deel]
    if regels and sleutel(regels[0][0]).rstrip(" :").casefold() == sleutel(kop).casefold():
        regels[0] = regels[0][1:]
    vragen = [vraag for deel in regels if deel for vraag in _uit_alinea(deel, sleutels)]
    return tuple(_heel(vragen, sleutels))


def _leesbaar(tekst: str) -> str:
    tekst = _NIEUWE_REGEL.sub("\n", tekst)
    return _ONZICHTBAAR.sub("", unicodedata.normalize("NFC", tekst))


def _uit_alinea(regels: Sequence[str], sleutels: Collection[str]) -> Iterator[str]:
    samen = _zonder_nummer(" ".join(regels), sleutels)
    if sleutel(samen) in sleutels:
        yield samen
        return
    bezig = ""
    for regel in regels:
        if bezig and (bezig.rstrip(" '\"’”)").endswith("?") or _NUMMER.match(regel)):
            yield bezig
            bezig = ""
        bezig = f"{bezig} {regel}" if bezig else _zonder_nummer(regel, sleutels)
    if bezig:
        yield bezig


def _zonder_nummer(vraag: str, sleutels: Collection[str]) -> str:
    if sleutel(vraag) in sleutels:
        return vraag
    return _NUMMER.sub("", vraag, count=1) if _NUMMER.match(vraag) else vraag


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
