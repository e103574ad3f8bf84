"""Plain text for .txt files: headings, paragraphs and points, with lines of a readable length."""

from __future__ import annotations

from textwrap import fill

REGELLENGTE = 78


def kop(tekst: str, streep: str = "-") -> str:
    """Give a heading with a line under it."""
    return f"{tekst}\n{streep * len(tekst)}"


def alinea(tekst: str) -> str:
    """Break a paragraph into lines."""
    return fill(tekst, REGELLENGTE, break_long_words=False, break_on_hyphens=False)


def punt(tekst: str) -> str:
    """Break a point of a list into lines that hang beside its dash."""
    return fill(
        tekst,
        REGELLENGTE,
        initial_indent="- ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
