"""Layer files that are broken in any way: a clear Melding or a good Laag, and the file stays as it was."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from kaartgen.meldingen import Fouten
from kaartgen.vragen import Laag, lees_laag
from test_opdrachtregel import draai, publicatie, werkmap
from test_vragen_bestand import MET_ALLES

__all__ = ["publicatie", "werkmap"]

KOP = b"naam: Wij\npublicatie: buurt\nkaarten:\n"
MEESTE_GEHEUGEN = 60_000_000


def verminkt() -> Iterator[bytes]:
    """Give broken files, the same ones each time."""
    goed = MET_ALLES.encode()
    toeval = random.Random(5)
    yield from (goed[:lengte] for lengte in range(0, len(goed), len(goed) // 24))
    for _ in range(24):
        bytes_ = bytearray(goed)
        for _ in range(toeval.randrange(1, 6)):
            bytes_[toeval.randrange(len(bytes_))] = toeval.randrange(256)
        yield bytes(bytes_)
    for teken in (
        b"\0",
        b"\x1b",
        b"\xff",
        b"\xc3(",
        "\u2028".encode(),
        b"\t",
        b"%",
        b"&a *a",
        b"!!python/object:os ",
    ):
        yield goed.replace(b"Wie", teken + b"Wie")
    yield b"\x89PNG\r\n\x1a\n" + bytes(200)
    yield b"PK\x03\x04" + bytes(200)
    yield goed.decode().encode("utf-16")
    yield goed.decode().encode("cp1252")
    yield KOP + b"  een: " + b"[" * 5_000
    yield KOP + b"  een:\n    erbij: [" + b"'a?', " * 40_000 + b"]\n"
    yield KOP + b"  een:\n    erbij: ['" + b"a" * 900_000 + b"?']\n"
    yield (
        KOP
        + b"  a: &a [x, x, x, x, x, x, x, x, x]\n"
        + b"".join(
            b"  %c: &%c [%s]\n" % (nu, nu, b", ".join([b"*%c" % (nu - 1)] * 9))
            for nu in range(ord("b"), ord("n"))
        )
    )
    yield b"#" * 1_000_001
    for waarde in (b"7", b"null", b"2031-01-01", b"true", b"[]", b"{}", b"1e999", b".nan", b"{vragen: 3}"):
        yield KOP + b"  een: " + waarde + b"\n"
        yield KOP + b"  een: {vragen: [" + waarde + b"]}\n"
        yield KOP + b"  een: {weglaten: " + waarde + b"}\n"
        yield b"naam: " + waarde + b"\npublicatie: buurt\nkaarten: {}\n"


VERMINKT = tuple(verminkt())


@pytest.mark.parametrize("nummer", range(len(VERMINKT)))
def test_een_kapot_bestand_geeft_duidelijke_meldingen_of_een_goede_laag(tmp_path: Path, nummer: int) -> None:
    pad = tmp_path / "laag.yaml"
    pad.write_bytes(VERMINKT[nummer])
    tracemalloc.start()
    try:
        gelezen = lees_laag(pad)
    except Fouten as fouten:
        for melding in fouten.meldingen:
            assert melding.tekst[0].isupper() or melding.tekst[0] in "‘1234567890"
            assert melding.tekst.endswith(".") and melding.raad
    else:
        assert isinstance(gelezen, Laag)
    finally:
        hoogste = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert hoogste < MEESTE_GEHEUGEN
    assert pad.read_bytes() == VERMINKT[nummer]


@pytest.mark.usefixtures("publicatie")
def test_geen_opdracht_schrijft_iets_bij_een_kapot_bestand(werkmap: Path) -> None:
    for inhoud in (*VERMINKT[:20], *VERMINKT[-20:]):
        (werkmap / "laag.yaml").write_bytes(inhoud)
        for opdracht in (
            ("samenvoegen", "laag.yaml", "--ja"),
            ("begin", "laag.yaml", "1"),
            ("toon", "--vragen", "laag.yaml"),
        ):
            uitslag = draai("vragen", *opdracht)
            assert uitslag.exit_code in (0, 1)
            if uitslag.exit_code:
                assert (werkmap / "laag.yaml").read_bytes() == inhoud
                assert "Traceback" not in uitslag.stderr
    assert sorted(pad.name for pad in werkmap.iterdir()) == ["data", "laag.yaml"]


def test_er_zijn_genoeg_verminkte_bestanden_en_de_meeste_geven_meldingen(tmp_path: Path) -> None:
    fout = 0
    for inhoud in VERMINKT:
        (tmp_path / "laag.yaml").write_bytes(inhoud)
        try:
            lees_laag(tmp_path / "laag.yaml")
        except Fouten:
            fout += 1
    assert len(VERMINKT) >= 90
    assert fout >= 60
