"""Two hundred files that are broken or evil, made from good ones by seeded code."""

from __future__ import annotations

import io
import random
import struct
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from terug_proef import herpak, leden

MEGA = 1_000_000
VREEMD = bytes((0, 7, 9, 10, 27, 34, 58, 59, 91, 123, 128, 255))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENTITEITEN = b"".join(
    b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10 if n else b"ha" * 50) for n in range(12)
)
ECHT_BEGIN = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


@dataclass(frozen=True, slots=True)
class Kapot:
    """A file with its name; `misschien` says that chance may have left it readable."""

    naam: str
    inhoud: bytes
    misschien: bool = False


def kapotte_bestanden(pptx: bytes, xlsx: bytes, csv: bytes, yaml: bytes) -> list[Kapot]:
    """Give all of them: 70 PPTX, 60 XLSX, 35 CSV and 35 YAML files."""
    gevonden = [
        *_pakketten("pptx", pptx, "ppt/slides/slide4.xml", "ppt/presentation.xml", 70),
        *_pakketten("xlsx", xlsx, "xl/worksheets/sheet1.xml", "xl/workbook.xml", 60),
        *_csv(csv),
        *_yaml(yaml),
    ]
    assert len({een.naam for een in gevonden}) == len(gevonden) == 200
    return gevonden


def _pakketten(soort: str, goed: bytes, deel: str, hoofd: str, aantal: int) -> Iterator[Kapot]:
    """Give broken ZIPs: first what is evil by design, then enough that were cut off or changed by chance."""
    toeval = random.Random(soort)
    met_opzet = list(_met_opzet(goed, deel, hoofd))
    for naam, inhoud in met_opzet:
        yield Kapot(f"{naam}.{soort}", inhoud)
    over = aantal - len(met_opzet)
    for nummer in range(over // 2):
        yield Kapot(f"afgekapt-{nummer}.{soort}", goed[: toeval.randrange(1, len(goed) - 30)])
    for nummer in range(over - over // 2):
        stuk = bytearray(goed)
        for _ in range(toeval.choice((1, 4, 40))):
            stuk[toeval.randrange(len(stuk))] = toeval.randrange(256)
        yield Kapot(f"bytes-{nummer}.{soort}", bytes(stuk), misschien=True)


def _met_opzet(goed: bytes, deel: str, hoofd: str) -> Iterator[tuple[str, bytes]]:
    xml = dict(leden(goed))[deel]
    wortel = b"<" + xml.partition(b"?>")[2].strip().partition(b"<")[2]

    def ander(waar: str, nieuw: bytes | None) -> bytes:
        return herpak(goed, lambda naam, inhoud: nieuw if naam == waar else inhoud)

    def erbij(naam: str, inhoud: bytes) -> bytes:
        return _met_lid(goed, naam, inhoud)

    yield "leeg", b""
    yield "spaties", b" \r\n" * 40
    yield "platte-tekst", b"Wat vind jij?\n" * 30
    yield "alleen-pk", b"PK\x03\x04"
    yield "plaatje", b"\x89PNG\r\n\x1a\n" + bytes(200)
    yield "pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"
    yield "oud-office", OLE
    yield "lege-zip", b"PK\x05\x06" + bytes(18)
    yield "andere-zip", _zip({"lees.txt": b"hallo"})
    yield "bundel", _zip({"manifest.json": b"{}", "LEESMIJ.txt": b""})
    yield "opendocument", _zip({"mimetype": b"application/vnd.oasis", "META-INF/manifest.xml": b"<a/>"})
    yield "keynote", _zip({"Index/Document.iwa": b"\0"})
    yield "deel-weg", ander(deel, None)
    yield "hoofd-weg", ander(hoofd, None)
    yield "typen-weg", ander("[Content_Types].xml", None)
    yield "wortel-weg", ander("_rels/.rels", None)
    yield "deel-leeg", ander(deel, b"")
    yield "deel-nullen", ander(deel, bytes(4000))
    yield "deel-nul-erin", ander(deel, xml[:2000] + b"\0" + xml[2000:])
    yield "deel-half", ander(deel, xml[: len(xml) // 2])
    yield "deel-geen-xml", ander(deel, b"{}" * 500)
    yield "deel-vreemde-codering", ander(deel, xml.replace(b"UTF-8", b"UTF-9", 1))
    yield "bom-uitgepakt", ander(deel, xml.replace(b"><", b">" + b" " * 40 * MEGA + b"<", 1))
    yield "bom-elementen", ander(deel, ECHT_BEGIN + b"<a>" + b"<b/>" * 6 * MEGA + b"</a>")
    yield "bom-diep", ander(deel, ECHT_BEGIN + b"<a>" * 100_000 + b"</a>" * 100_000)
    yield "bom-entiteiten", ander(deel, ECHT_BEGIN + b"<!DOCTYPE a [" + ENTITEITEN + b"]><a>&e11;</a>")
    yield "bom-entiteiten-hoofd", ander(hoofd, ECHT_BEGIN + b"<!DOCTYPE a [" + ENTITEITEN + b"]><a>&e11;</a>")
    utf16 = (
        "<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE a [" + ENTITEITEN.decode() + "]><a>&e11;</a>"
    ).encode("utf-16")
    yield "bom-entiteiten-utf16", ander(deel, utf16)
    dtd = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    yield "entiteit-naar-buiten", ander(deel, ECHT_BEGIN + dtd + wortel)
    yield (
        "dtd-naar-buiten",
        ander(deel, ECHT_BEGIN + b'<!DOCTYPE a SYSTEM "http://voorbeeld.invalid/a">' + wortel),
    )
    yield "pad-omhoog", erbij("../../../../tmp/kaartgen-kwaad.txt", b"kwaad")
    yield "pad-wortel", erbij("/etc/kaartgen-kwaad", b"kwaad")
    yield "pad-windows", erbij("..\\..\\kwaad.bat", b"kwaad")
    yield (
        "relatie-omhoog",
        herpak(
            goed,
            lambda naam, een: (
                een.replace(hoofd.encode(), b"../../../etc/passwd") if naam == "_rels/.rels" else een
            ),
        ),
    )
    yield "macro", erbij("ppt/vbaProject.bin", OLE)
    yield (
        "macro-type",
        herpak(
            goed,
            lambda naam, een: (
                een.replace(
                    b"presentationml.presentation.main", b"ms-powerpoint.presentation.macroEnabled.main"
                )
                .replace(b"spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main")
                .replace(b"vnd.openxmlformats-officedocument.ms-", b"vnd.ms-")
                if naam.startswith("[")
                else een
            ),
        ),
    )
    yield (
        "word",
        herpak(
            goed,
            lambda naam, een: (
                een.replace(b"presentationml.presentation", b"wordprocessingml.document").replace(
                    b"spreadsheetml.sheet.", b"wordprocessingml.document."
                )
                if naam.startswith("[")
                else een
            ),
        ),
    )
    yield "reuzentekst", ander(deel, _reuzentekst(xml))
    yield "dubbele-naam", erbij(deel, xml)
    yield "veel-leden", _zip({f"deel{nummer}.xml": b"" for nummer in range(6_000)})
    yield "wachtwoord", _op_slot(goed)
    yield "lzma", _zip(dict(leden(goed)), zipfile.ZIP_LZMA)


def _reuzentekst(xml: bytes) -> bytes:
    """Put far too much text in the first box or cell with text."""
    begin = max(xml.find(b"<a:t>") + 5, 5)
    if b"<a:t>" in xml:
        return xml[:begin] + b"wat " * 100_000 + xml[begin:]
    return xml.replace(
        b"<sheetData>",
        b'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>' + b"wat " * 100_000 + b"</t></is></c></row>",
    )


def _zip(inhoud: dict[str, bytes], soort: int = zipfile.ZIP_DEFLATED) -> bytes:
    doos = io.BytesIO()
    with zipfile.ZipFile(doos, "w", soort) as zip_:
        for naam, deel in inhoud.items():
            zip_.writestr(naam, deel)
    return doos.getvalue()


def _met_lid(goed: bytes, naam: str, inhoud: bytes) -> bytes:
    doos = io.BytesIO(goed)
    with warnings.catch_warnings(), zipfile.ZipFile(doos, "a") as zip_:
        warnings.simplefilter("ignore")
        zip_.writestr(zipfile.ZipInfo(naam), inhoud)
    return doos.getvalue()


def _op_slot(goed: bytes) -> bytes:
    """Set the flag of encryption on every member (APPNOTE.TXT 4.4.4)."""
    stuk = bytearray(goed)
    plek = -1
    while (plek := goed.find(b"PK\x01\x02", plek + 1)) >= 0:
        (vlaggen,) = struct.unpack_from("<H", stuk, plek + 8)
        struct.pack_into("<H", stuk, plek + 8, vlaggen | 1)
    return bytes(stuk)


def _csv(goed: bytes) -> Iterator[Kapot]:
    toeval = random.Random("csv")
    tekst = goed.decode("utf-8-sig")
    slechte: dict[str, bytes] = {
        "leeg": b"",
        "alleen-bom": b"\xef\xbb\xbf",
        "alleen-kop": b"kaart;titel\r\n",
        "andere-koppen": b"naam;bedrag\r\nJan;12\r\n",
        "geen-kop": tekst.partition("\n")[2].encode(),
        "nullen": bytes(5_000),
        "nul-erin": goed[:300] + b"\0" + goed[300:],
        "nullen-erin": goed.replace(b";", b"\0"),
        "reuzencel": goed + b"1;x;" + b"wat " * 60_000 + b";1\r\n",
        "reuzencel-in-kop": b"kaart;vraag;" + b"x" * 20_000 + b"\r\n1;wat?\r\n",
        "reuzenveld": goed + b'1;x;"' + b"wat " * 600_000 + b'";1\r\n',
        "open-aanhaling": goed + b'1;x;"' + b"wat\r\n" * 60_000,
        "veel-rijen": goed + b"1;x;wat?;1\r\n" * 6_000,
        "te-groot": b"kaart;vraag\r\n" + b"1;wat?\r\n" * (2 * MEGA),
        "utf16-half": tekst.encode("utf-16")[:-1],
        "utf16-zonder-merk": tekst.encode("utf-16-le"),
        "utf32": tekst.encode("utf-32"),
        "stuurtekens": goed[:400] + b"\x1b[31m\x07" + goed[400:],
        "ole": OLE,
        "zip": _zip({"a": b"b"}),
        "pdf": b"%PDF-1.4\n",
    }
    for naam, inhoud in slechte.items():
        yield Kapot(f"{naam}.csv", inhoud)
    for nummer in range(35 - len(slechte)):
        stuk = bytearray(goed)
        for _ in range(60):
            stuk[toeval.randrange(len(stuk))] = toeval.choice(VREEMD if nummer % 2 else b"\";\n,=\t\r'")
        yield Kapot(f"bytes-{nummer}.csv", bytes(stuk), misschien=True)


def _yaml(goed: bytes) -> Iterator[Kapot]:
    toeval = random.Random("yaml")
    kop = goed.partition(b"kaarten:")[0]
    slechte: dict[str, bytes] = {
        "leeg": b"",
        "nullen": bytes(3_000),
        "nul-erin": goed[:60] + b"\0" + goed[60:],
        "niet-utf8": goed.replace(b"vragen", b"vr\xe9gen", 1),
        "utf16": goed.decode().encode("utf-16"),
        "lijst": b"- een\n- twee\n",
        "tekst": b"alleen tekst\n",
        "json-half": b'{"naam": "x", "kaarten": {',
        "tab": goed.replace(b"  ", b"\t"),
        "open-aanhaling": goed + b'  lessen:\n    erbij: ["wat?\n',
        "getal-als-vraag": kop + b"kaarten:\n  lessen:\n    erbij: [12]\n",
        "onbekend-veld": goed + b"macro: ja\n",
        "verkeerde-vorm": kop + b"kaarten: [lessen]\n",
        "reuzen": kop + b'kaarten:\n  lessen:\n    erbij: ["' + b"wat " * 400_000 + b'"]\n',
        "diep": b"naam: " + b"[" * 50_000 + b"]" * 50_000,
        "diep-blok": b"".join(b" " * n + b"a:\n" for n in range(300)),
        "bom": b"a: &a [x,x,x,x,x,x,x,x,x]\n"
        + b"".join(b"%c: &%c [%s]\n" % (n + 1, n + 1, b"*%c," % n * 9) for n in range(97, 110)),
        "verwijzing-zonder-doel": goed + b"x: *weg\n",
        "label-python": b"naam: !!python/object/apply:os.system ['touch kwaad']\n",
        "label-eigen": b"naam: !kwaad x\n",
        "twee-documenten": goed + b"---\n" + goed,
        "dubbel": goed + goed,
        "zip": _zip({"a": b"b"}),
        "ole": OLE,
        "stuurtekens": goed + b"# \x1b[31m\n",
        "samenvoegsleutel": b"<<: {naam: x}\nnaam: x\n",
    }
    for naam, inhoud in slechte.items():
        yield Kapot(f"{naam}.yaml", inhoud)
    for nummer in range(35 - len(slechte)):
        stuk = bytearray(goed)
        for _ in range(30):
            stuk[toeval.randrange(len(stuk))] = toeval.choice(VREEMD if nummer % 2 else b'"\n:[{-& *#')
        yield Kapot(f"bytes-{nummer}.yaml", bytes(stuk), misschien=True)
