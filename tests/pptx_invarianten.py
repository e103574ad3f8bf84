"""What every PPTX of kaartgen must be: a sound package, true to its layouts, easy to edit and accessible.

`controleer` gives a list of broken promises in words; an empty list means that all hold. It takes some
milliseconds per file, so that any test can run it on any file that it makes.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from kaartgen.toegankelijkheid.pptx import keur_pptx

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
AHYP = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}"
VT = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
EP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCTERMS = "{http://purl.org/dc/terms/}"

TYPEN = "[Content_Types].xml"
PRESENTATIE = "ppt/presentation.xml"
EERSTE_DAG = (1980, 1, 1, 0, 0, 0)
NIET_VAN_ONS = ("printerSettings", "thumbnail", "media/")
SPELING = 3600
"""A tenth of a millimetre in EMU: how far rounding may take a shape over an edge."""

VORMEN = {P + naam for naam in ("sp", "cxnSp", "grpSp", "graphicFrame", "pic")}
VOLGORDE = {
    f"{P}presentation": "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz "
    "embeddedFontLst custShowLst defaultTextStyle modifyVerifier extLst",
    f"{A}rPr": "ln noFill solidFill gradFill effectLst highlight latin ea cs sym hlinkClick extLst",
    f"{A}pPr": "lnSpc spcBef spcAft buClrTx buClr buSzTx buSzPct buFontTx buFont buNone buAutoNum buChar "
    "tabLst defRPr extLst",
    f"{A}tcPr": "lnL lnR lnT lnB lnTlToBr lnBlToTr noFill solidFill headers extLst",
    f"{A}ln": "noFill solidFill prstDash custDash round bevel miter headEnd tailEnd extLst",
    f"{P}spPr": "xfrm custGeom prstGeom noFill solidFill ln effectLst extLst",
    f"{P}cNvPr": "hlinkClick hlinkHover extLst",
    f"{A}tbl": "tblPr tblGrid tr",
    f"{P}cSld": "bg spTree custDataLst controls extLst",
    f"{P}sld": "cSld clrMapOvr transition timing extLst",
}
"""Order of children that the schema asks for, as far as kaartgen writes them."""

_RANG = {tag: {naam: plek for plek, naam in enumerate(namen.split())} for tag, namen in VOLGORDE.items()}
_ALINEAS = {f"{A}pPr", *(f"{A}lvl{rang}pPr" for rang in range(1, 10))}
_VER = 51_206_400
_GROOT = 1 << 40
_GRENZEN: dict[str, tuple[tuple[str, int, int], ...]] = {
    **dict.fromkeys(
        (f"{A}rPr", f"{A}defRPr", f"{A}endParaRPr"), (("sz", 100, 400_000), ("spc", -400_000, 400_000))
    ),
    **dict.fromkeys(_ALINEAS, (("lvl", 0, 8), ("marL", 0, _VER), ("indent", -_VER, _VER))),
    **dict.fromkeys((f"{A}ext", f"{A}chExt"), (("cx", 0, _GROOT), ("cy", 0, _GROOT))),
    f"{A}path": (("w", 0, _GROOT), ("h", 0, _GROOT)),
    f"{A}ln": (("w", 0, 20_116_800),),
}
"""Numbers that the schema bounds, by element: attribute, lowest and highest (ECMA-376 part 1, 20.1.10)."""

SLOTS = ["dk1", "lt1", "dk2", "lt2", *(f"accent{plek}" for plek in range(1, 7)), "hlink", "folHlink"]
SCHEMAKLEUREN = {*SLOTS, "tx1", "bg1", "tx2", "bg2", "phClr"}

Element = etree._Element
_RELATIEVERWIJZINGEN = etree.XPath("//@r:*", namespaces={"r": R[1:-1]})


@dataclass
class Pakket:
    """An opened file: its parts as XML and the relationships of each part, by part name."""

    zip: zipfile.ZipFile
    namen: list[str]
    xml: dict[str, Element] = field(default_factory=dict)
    relaties: dict[str, dict[str, tuple[str, str, bool]]] = field(default_factory=dict)

    def delen(self, map_: str) -> list[tuple[str, Element]]:
        """Give the XML parts that lie directly in a folder under ppt/."""
        patroon = re.compile(rf"ppt/{map_}/[^/]+\.xml")
        return [(naam, wortel) for naam, wortel in self.xml.items() if patroon.fullmatch(naam)]

    def verwant(self, deel: str, soort: str) -> list[str]:
        """Give the targets of the relationships of one kind."""
        return [doel for relatie, doel, _ in self.relaties.get(deel, {}).values() if relatie == soort]

    def dias(self) -> list[str]:
        """Give the slide parts in the order of the presentation."""
        relaties = self.relaties.get(PRESENTATIE, {})
        lijst = self.xml[PRESENTATIE].iter(P + "sldId")
        return [relaties[e.get(R + "id", "")][1] for e in lijst if e.get(R + "id", "") in relaties]


def controleer(data: bytes) -> list[str]:
    """Give every broken promise of a PPTX file, in words."""
    try:
        archief = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as fout:
        return [f"geen ZIP: {fout}"]
    pakket = Pakket(archief, archief.namelist())
    fouten = [*_zip(pakket), *_lees(pakket)]
    if fouten:
        return fouten
    eigen = [fout for controle in CONTROLES for fout in controle(pakket)]
    return eigen + [str(bevinding) for bevinding in keur_pptx(data)]


def _dubbelen(waarden: Iterable[str]) -> list[str]:
    return [waarde for waarde, aantal in Counter(waarden).items() if aantal > 1]


def _zip(pakket: Pakket) -> Iterator[str]:
    for naam in _dubbelen(naam.lower() for naam in pakket.namen):
        yield f"{naam}: staat tweemaal in het archief"
    if pakket.namen[:1] != [TYPEN]:
        yield f"{TYPEN} staat niet vooraan"
    for lid in pakket.zip.infolist():
        if lid.date_time != EERSTE_DAG or lid.create_system != 0 or lid.external_attr != 0:
            yield f"{lid.filename}: datum of systeem verraadt de machine"
        if any(spoor in lid.filename for spoor in NIET_VAN_ONS):
            yield f"{lid.filename}: overblijfsel van het standaardpakket"
    kapot = None
    try:
        kapot = pakket.zip.testzip()
    except (zipfile.BadZipFile, OSError, NotImplementedError) as fout:
        yield f"archief onleesbaar: {fout}"
    if kapot:
        yield f"{kapot}: controlegetal klopt niet"


def _lees(pakket: Pakket) -> Iterator[str]:
    """Read all XML and relationships; faults here make every other check pointless."""
    for naam in dict.fromkeys(pakket.namen):
        if not naam.endswith((".xml", ".rels")):
            continue
        try:
            pakket.xml[naam] = etree.fromstring(pakket.zip.read(naam))
        except etree.XMLSyntaxError as fout:
            yield f"{naam}: geen XML: {fout}"
    for naam, wortel in pakket.xml.items():
        if not naam.endswith(".rels"):
            continue
        map_, bestand = posixpath.split(naam)
        bron = posixpath.join(posixpath.dirname(map_), bestand[: -len(".rels")])
        rijen = pakket.relaties.setdefault(bron, {})
        for rij in wortel:
            buiten = rij.get("TargetMode") == "External"
            doel = rij.get("Target", "")
            if not buiten:
                doel = posixpath.normpath(posixpath.join("/", posixpath.dirname(bron), doel)).lstrip("/")
                if doel not in pakket.namen:
                    yield f"{naam}: {rij.get('Id')} wijst naar {doel}, dat er niet is"
            if rij.get("Id", "") in rijen:
                yield f"{naam}: {rij.get('Id')} komt tweemaal voor"
            rijen[rij.get("Id", "")] = (rij.get("Type", "").rsplit("/", 1)[-1], doel, buiten)
    for naam in (TYPEN, PRESENTATIE, "docProps/core.xml", "docProps/app.xml"):
        if naam not in pakket.xml:
            yield f"{naam} ontbreekt"


def _typen(pakket: Pakket) -> Iterator[str]:
    wortel = pakket.xml[TYPEN]
    eigen = {e.get("PartName", ""): e.get("ContentType", "") for e in wortel if e.tag.endswith("Override")}
    algemeen = {e.get("Extension", "") for e in wortel if e.tag.endswith("Default")}
    for naam in pakket.namen:
        if naam == TYPEN or f"/{naam}" in eigen:
            continue
        if naam.rpartition(".")[2] not in algemeen or naam.endswith(".xml"):
            yield f"{naam}: geen eigen inhoudstype"
    for naam in eigen:
        if naam[1:] not in pakket.namen:
            yield f"inhoudstype voor {naam}, dat er niet is"
    for map_, einde in (
        ("slides", "slide+xml"),
        ("slideLayouts", "slideLayout+xml"),
        ("notesSlides", "notesSlide+xml"),
    ):
        for naam, _ in pakket.delen(map_):
            if not eigen.get(f"/{naam}", "").endswith(f".{einde}"):
                yield f"{naam}: verkeerd inhoudstype"


def _bereik(pakket: Pakket) -> Iterator[str]:
    bereikt: set[str] = set()
    te_doen = [doel for _, doel, buiten in pakket.relaties.get("", {}).values() if not buiten]
    while te_doen:
        deel = te_doen.pop()
        if deel not in bereikt:
            bereikt.add(deel)
            te_doen += [doel for _, doel, buiten in pakket.relaties.get(deel, {}).values() if not buiten]
    for naam in pakket.namen:
        if naam != TYPEN and not naam.endswith(".rels") and naam not in bereikt:
            yield f"{naam}: wees, niets wijst ernaar"
    for naam, wortel in pakket.xml.items():
        if naam.endswith(".rels"):
            continue
        relaties = pakket.relaties.get(naam, {})
        gebruikt = set(_RELATIEVERWIJZINGEN(wortel))
        for relatie in sorted(gebruikt - relaties.keys()):
            yield f"{naam}: verwijst naar onbekende relatie {relatie}"
        for relatie, (soort, doel, _) in relaties.items():
            if soort in ("hyperlink", "slide") and relatie not in gebruikt and "notesSlides" not in naam:
                yield f"{naam}: relatie {relatie} naar {doel} wordt niet gebruikt"


def _verwanten(pakket: Pakket) -> Iterator[str]:
    for naam, _ in pakket.delen("slides"):
        if len(pakket.verwant(naam, "slideLayout")) != 1:
            yield f"{naam}: hoort niet bij precies één lay-out"
        for notitie in pakket.verwant(naam, "notesSlide"):
            if pakket.verwant(notitie, "slide") != [naam]:
                yield f"{notitie}: wijst niet terug naar {naam}"
    for naam, _ in pakket.delen("slideLayouts"):
        if len(pakket.verwant(naam, "slideMaster")) != 1:
            yield f"{naam}: hoort niet bij precies één master"
    for naam, _ in pakket.delen("notesSlides"):
        if len(pakket.verwant(naam, "notesMaster")) != 1:
            yield f"{naam}: hoort niet bij precies één notitiemaster"
    for map_ in ("slideMasters", "notesMasters"):
        for naam, _ in pakket.delen(map_):
            if len(pakket.verwant(naam, "theme")) != 1:
                yield f"{naam}: hoort niet bij precies één thema"


def _presentatie(pakket: Pakket) -> Iterator[str]:
    wortel = pakket.xml[PRESENTATIE]
    nummers = [int(e.get("id", 0)) for e in wortel.iter(P + "sldId")]
    if not nummers:
        yield "presentatie zonder dia's"
    if len(set(nummers)) < len(nummers):
        yield "dianummers zijn niet uniek"
    if any(not 256 <= getal < 1 << 31 for getal in nummers):
        yield "dianummer buiten 256 tot 2^31"
    for naam in _dubbelen(pakket.dias()):
        yield f"{naam}: staat tweemaal in de presentatie"
    hoog = [
        int(e.get("id", 0))
        for deel in (wortel, *(master for _, master in pakket.delen("slideMasters")))
        for e in deel.iter(P + "sldMasterId", P + "sldLayoutId")
    ]
    if len(set(hoog)) < len(hoog) or any(getal < 1 << 31 for getal in hoog):
        yield "nummers van master en lay-outs niet uniek of kleiner dan 2^31"
    for naam, master in pakket.delen("slideMasters"):
        genoemd = [e.get(R + "id") for e in master.iter(P + "sldLayoutId")]
        if len(genoemd) != len(pakket.verwant(naam, "slideLayout")):
            yield f"{naam}: lijst van lay-outs klopt niet met de relaties"
    if pakket.delen("notesSlides") and wortel.find(P + "notesMasterIdLst") is None:
        yield "notities zonder notitiemaster in de presentatie"
    in_secties = [int(e.get("id", 0)) for e in wortel.iter(P14 + "sldId")]
    if in_secties and in_secties != nummers:
        yield "secties bevatten niet alle dia's in dezelfde volgorde"
    secties = list(wortel.iter(P14 + "section"))
    for sleutel in _dubbelen(e.get("id", "") for e in secties):
        yield f"sectie-id {sleutel} komt tweemaal voor"
    if any(not e.get("name", "").strip() for e in secties):
        yield "sectie zonder naam"


def _volgorde(pakket: Pakket) -> Iterator[str]:
    for naam, wortel in pakket.xml.items():
        if not naam.startswith("ppt/") or naam.endswith(".rels"):
            continue
        for element in wortel.iter(*_RANG):
            rang = _RANG[element.tag]
            kinderen = [etree.QName(kind).localname for kind in element]
            onbekend = [kind for kind in kinderen if kind not in rang]
            if onbekend:
                yield f"{naam}: {etree.QName(element).localname} bevat onbekend {onbekend[0]}"
            elif any(rang[a] > rang[b] for a, b in pairwise(kinderen)):
                yield f"{naam}: verkeerde volgorde in {etree.QName(element).localname}: {' '.join(kinderen)}"


def _getallen(pakket: Pakket) -> Iterator[str]:
    for naam, wortel in pakket.xml.items():
        if not naam.startswith("ppt/") or naam.endswith(".rels"):
            continue
        for element in wortel.iter(*_GRENZEN):
            for sleutel, laagst, hoogst in _GRENZEN[element.tag]:
                waarde = element.get(sleutel)
                if waarde is not None and not (_geheel(waarde) and laagst <= int(waarde) <= hoogst):
                    yield f"{naam}: {etree.QName(element).localname} {sleutel}={waarde!r} kan niet"
            if element.tag in _ALINEAS and element.get("algn", "l") not in ("l", "ctr", "r", "just"):
                yield f"{naam}: onbekende uitlijning {element.get('algn')}"


def _geheel(waarde: str) -> bool:
    return re.fullmatch(r"-?\d+", waarde) is not None


def _namen(pakket: Pakket) -> Iterator[str]:
    for map_ in ("slides", "slideLayouts", "slideMasters", "notesSlides", "notesMasters"):
        for naam, wortel in pakket.delen(map_):
            for getal in _dubbelen(e.get("id", "") for e in wortel.iter(P + "cNvPr")):
                yield f"{naam}: vorm-id {getal} komt tweemaal voor"
    for naam, wortel in pakket.delen("slides"):
        namen = [_merk(vorm).get("name", "") for vorm in _bovenste(wortel)]
        for vormnaam in _dubbelen(namen):
            yield f"{naam}: vormnaam {vormnaam!r} komt tweemaal voor"
        for vormnaam in namen:
            if not vormnaam.strip() or vormnaam[-1:].isdecimal():
                yield f"{naam}: vormnaam {vormnaam!r} is leeg of eindigt op een cijfer"
    for map_, wat in (("slides", "dianaam"), ("slideLayouts", "naam van lay-out")):
        namen = [wortel.find(P + "cSld").get("name", "") for _, wortel in pakket.delen(map_)]
        for gevonden in _dubbelen(namen):
            yield f"{wat} {gevonden!r} komt tweemaal voor"
        if not all(namen):
            yield f"{wat} ontbreekt"


def _bovenste(wortel: Element) -> list[Element]:
    return [kind for kind in wortel.find(P + "cSld").find(P + "spTree") if kind.tag in VORMEN]


def _merk(vorm: Element) -> Element:
    return vorm[0].find(P + "cNvPr")


def _woorden(element: Element) -> str:
    return "".join(e.text or "" for e in element.iter(A + "t")).strip()


def _houder(vorm: Element) -> Element | None:
    return vorm.find(f"{P}nvSpPr/{P}nvPr/{P}ph")


def _plaatshouders(pakket: Pakket) -> Iterator[str]:
    titels: list[str] = []
    for naam, wortel in pakket.delen("slides"):
        layout = next(iter(pakket.verwant(naam, "slideLayout")), "")
        houders = pakket.xml[layout].iter(P + "ph") if layout in pakket.xml else ()
        bekend = {(e.get("type", ""), e.get("idx", "")) for e in houders}
        eigen = []
        for vorm in wortel.iter(P + "sp"):
            houder = _houder(vorm)
            if houder is None:
                continue
            sleutel = (houder.get("type", ""), houder.get("idx", ""))
            eigen.append("/".join(sleutel))
            if sleutel not in bekend:
                yield f"{naam}: plaatshouder {sleutel} staat niet in de lay-out"
            if not _woorden(vorm):
                yield f"{naam}: plaatshouder {sleutel} is leeg"
            if sleutel[0] == "title":
                titels.append(_woorden(vorm))
        for dubbel in _dubbelen(eigen):
            yield f"{naam}: plaatshouder {dubbel} komt tweemaal voor"
        if eigen.count("title/") != 1:
            yield f"{naam}: heeft niet precies één titel"
    for plek, naam in enumerate(pakket.dias(), 1):
        for veld in pakket.xml[naam].iter(A + "fld"):
            if veld.get("type") == "slidenum" and veld.findtext(A + "t") != str(plek):
                yield f"{naam}: dia {plek} toont nummer {veld.findtext(A + 't')}"
    for titel in _dubbelen(titels):
        yield f"titel {titel!r} komt tweemaal voor"
    for naam, wortel in pakket.delen("slideLayouts"):
        soorten = {e.get("type") for e in wortel.iter(P + "ph")}
        if not {"title", "ftr", "sldNum"} <= soorten:
            yield f"{naam}: lay-out mist titel, voettekst of nummer"
        if not any(naam in pakket.verwant(dia, "slideLayout") for dia, _ in pakket.delen("slides")):
            yield f"{naam}: geen dia gebruikt deze lay-out"


def _taal(pakket: Pakket) -> Iterator[str]:
    standaard = pakket.xml[PRESENTATIE].find(f"{P}defaultTextStyle/{A}defPPr/{A}defRPr")
    taal = "" if standaard is None else standaard.get("lang", "")
    if not taal:
        yield "presentatie zonder taal"
    if pakket.xml["docProps/core.xml"].findtext(DC + "language") != taal:
        yield "taal in de eigenschappen is niet die van de tekst"
    for map_ in ("slides", "slideLayouts", "slideMasters", "notesSlides", "notesMasters"):
        for naam, wortel in pakket.delen(map_):
            for alinea in wortel.iter(A + "p"):
                letters = [loop.find(A + "rPr") for loop in alinea if loop.tag in (A + "r", A + "fld")]
                talen = ["" if e is None else e.get("lang", "") for e in letters]
                # A word may be in another language, but not a whole paragraph.
                if talen and (not all(talen) or taal not in talen):
                    yield f"{naam}: tekst zonder {taal}: {_woorden(alinea)[:30]!r}"
            for einde in wortel.iter(A + "endParaRPr"):
                if einde.get("lang") != taal:
                    yield f"{naam}: alinea-einde zonder {taal}"


def _tekst(pakket: Pakket) -> Iterator[str]:
    for naam, wortel in pakket.delen("slides"):
        for lichaam in wortel.iter(P + "txBody", A + "txBody"):
            if lichaam.find(A + "p") is None:
                yield f"{naam}: tekst zonder alinea"
        for _ in wortel.iter(A + "br"):
            yield f"{naam}: harde regelbreuk"
        for _ in wortel.iterfind(f".//{A}normAutofit[@fontScale]"):
            yield f"{naam}: tekst is vooraf verkleind"
        for loop in wortel.iter(A + "t"):
            if re.search(r"[\n\r\v]", loop.text or ""):
                yield f"{naam}: regeleinde in {loop.text!r}"
        for veld in wortel.iter(A + "fld"):
            if not re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", veld.get("id", "")):
                yield f"{naam}: veld zonder geldige id"
        for vorm in wortel.iter(P + "sp"):
            if vorm.find(f"{P}nvSpPr/{P}cNvSpPr[@txBox='1']") is None:
                continue
            vormnaam = _merk(vorm).get("name", "")
            kader = vorm.find(f"{P}txBody/{A}bodyPr")
            if kader.get("wrap") != "square" or any(kader.get(f"{kant}Ins") != "0" for kant in "ltrb"):
                yield f"{naam}: tekstvak {vormnaam!r} breekt niet af op zijn eigen rand"
            if vormnaam.startswith("Reflectievragen") and kader.find(A + "normAutofit") is None:
                yield f"{naam}: {vormnaam!r} past zich niet aan"
            niveaus = {e.tag for e in vorm.find(f"{P}txBody/{A}lstStyle")}
            for alinea in vorm.iter(A + "p"):
                kop = alinea.find(A + "pPr")
                rang = int(kop.get("lvl", "0")) + 1 if kop is not None else 1
                if f"{A}lvl{rang}pPr" not in niveaus and (kop is None or kop.find(A + "lnSpc") is None):
                    yield f"{naam}: {vormnaam!r} heeft geen opmaak voor niveau {rang}"


def _toegankelijk(pakket: Pakket) -> Iterator[str]:
    for naam, wortel in pakket.delen("slides"):
        for vorm in wortel.iter(*VORMEN):
            merk = _merk(vorm)
            alt = merk.get("descr", "").strip()
            versiering = merk.find(f".//{ADEC}decorative[@val='1']") is not None
            if versiering and alt:
                yield f"{naam}: {merk.get('name')!r} is versiering en heeft toch alt-tekst"
            if versiering and merk.find(A + "hlinkClick") is not None:
                yield f"{naam}: {merk.get('name')!r} is versiering en leidt toch ergens heen"
            if (
                not (versiering or alt or _woorden(vorm))
                and vorm.find(f"{P}nvSpPr/{P}cNvSpPr[@txBox]") is None
            ):
                yield f"{naam}: {merk.get('name')!r} heeft geen alt-tekst en is geen versiering"


def _tabellen(pakket: Pakket) -> Iterator[str]:
    for naam, wortel in pakket.delen("slides"):
        for kader in wortel.iter(P + "graphicFrame"):
            tabel = kader.find(f".//{A}tbl")
            kop = tabel.find(A + "tblPr")
            if kop is None or kop.get("firstRow") != "1":
                yield f"{naam}: tabel zonder koprij"
            if kop is not None and kop.find(A + "tableStyleId") is not None:
                yield f"{naam}: tabelstijl brengt eigen kleuren mee"
            kolommen = [int(e.get("w", 0)) for e in tabel.iter(A + "gridCol")]
            rijen = list(tabel.iter(A + "tr"))
            if any(len(rij.findall(A + "tc")) != len(kolommen) for rij in rijen):
                yield f"{naam}: tabelrij past niet op de kolommen"
            if any(
                cel.get(sleutel)
                for cel in tabel.iter(A + "tc")
                for sleutel in ("gridSpan", "rowSpan", "hMerge")
            ):
                yield f"{naam}: samengevoegde cellen"
            maat = kader.find(f"{P}xfrm/{A}ext")
            if abs(int(maat.get("cx", 0)) - sum(kolommen)) > SPELING:
                yield f"{naam}: kolommen zijn samen niet zo breed als de tabel"
            if abs(int(maat.get("cy", 0)) - sum(int(rij.get("h", 0)) for rij in rijen)) > SPELING:
                yield f"{naam}: rijen zijn samen niet zo hoog als de tabel"


def _opmaak(pakket: Pakket) -> Iterator[str]:
    for map_ in ("slides", "slideLayouts", "slideMasters"):
        for naam, wortel in pakket.delen(map_):
            for _ in wortel.iter(P + "style"):
                yield f"{naam}: p:style haalt effecten uit het thema"
            for letter in wortel.iter(A + "latin"):
                if not letter.get("typeface", "").startswith("+"):
                    yield f"{naam}: lettertype {letter.get('typeface')} buiten het thema om"
    for naam, wortel in pakket.delen("slides"):
        for pad in wortel.iter(A + "path"):
            if pad.find(A + "moveTo") is None:
                yield f"{naam}: pad zonder begin"
            breedte, hoogte = int(pad.get("w", 0)), int(pad.get("h", 0))
            for punt in pad.iter(A + "pt"):
                x, y = int(punt.get("x", 0)), int(punt.get("y", 0))
                ruim = max(breedte, hoogte) + SPELING
                if not (-ruim <= x <= 2 * ruim and -ruim <= y <= 2 * ruim):
                    yield f"{naam}: punt ({x}, {y}) ligt ver buiten zijn vorm"


def _kleuren(pakket: Pakket) -> Iterator[str]:
    for naam, wortel in pakket.delen("theme"):
        slots = [etree.QName(e).localname for e in wortel.find(f"{A}themeElements/{A}clrScheme")]
        if slots != SLOTS:
            yield f"{naam}: thema mist kleuren: {' '.join(slots)}"
    thema = {
        e.get("val")
        for _, w in pakket.delen("theme")
        for e in w.find(f"{A}themeElements/{A}clrScheme").iter()
    }
    for naam, wortel in pakket.xml.items():
        for kleur in wortel.iter(A + "srgbClr"):
            waarde = kleur.get("val", "")
            if not re.fullmatch(r"[0-9A-F]{6}", waarde):
                yield f"{naam}: {waarde!r} is geen kleur"
            elif waarde in thema and "/theme/" not in naam:
                yield f"{naam}: themakleur {waarde} staat er als getal"
        for kleur in wortel.iter(A + "schemeClr"):
            if kleur.get("val") not in SCHEMAKLEUREN:
                yield f"{naam}: onbekende themakleur {kleur.get('val')}"


def _koppelingen(pakket: Pakket) -> Iterator[str]:
    for naam, wortel in pakket.delen("slides"):
        relaties = pakket.relaties.get(naam, {})
        if wortel.find(f".//{A}t/{A}hlinkClick") is not None:
            yield f"{naam}: koppeling op de verkeerde plek"
        for klik in wortel.iter(A + "hlinkClick"):
            soort, doel, buiten = (
                relatie if (relatie := relaties.get(klik.get(R + "id", ""))) else ("", "", False)
            )
            if not klik.get("tooltip", "").strip():
                yield f"{naam}: koppeling naar {doel} zegt niet waarheen"
            if (soort == "slide") != (klik.get("action") == "ppaction://hlinksldjump"):
                yield f"{naam}: koppeling naar {doel} springt niet"
            if (soort == "hyperlink") != buiten:
                yield f"{naam}: adres {doel} staat niet als extern"
            if soort not in ("slide", "hyperlink"):
                yield f"{naam}: koppeling naar een {soort or 'onbekende relatie'}"
            ouder = klik.getparent()
            eigen_kleur = klik.find(f".//{AHYP}hlinkClr[@val='tx']") is not None
            if ouder is not None and ouder.tag == A + "rPr" and not eigen_kleur:
                yield f"{naam}: gekoppelde tekst verliest haar kleur"


def _plaatsen(pakket: Pakket) -> Iterator[str]:
    maat = pakket.xml[PRESENTATIE].find(P + "sldSz")
    breedte, hoogte = int(maat.get("cx", 0)), int(maat.get("cy", 0))
    for naam, wortel in pakket.delen("slides"):
        for vorm in _bovenste(wortel):
            begin, omvang = vorm.find(f".//{A}off"), vorm.find(f".//{A}ext[@cx]")
            if begin is None or omvang is None:
                if _houder(vorm) is None:
                    yield f"{naam}: {_merk(vorm).get('name')!r} heeft geen plaats"
                continue
            x, y = int(begin.get("x", 0)), int(begin.get("y", 0))
            rechts, onder = x + int(omvang.get("cx", 0)), y + int(omvang.get("cy", 0))
            verborgen = _houder(vorm) is not None and onder <= 0
            if not verborgen and (
                min(x, y) < -SPELING or rechts > breedte + SPELING or onder > hoogte + SPELING
            ):
                yield f"{naam}: {_merk(vorm).get('name')!r} steekt buiten de dia"


def _notities(pakket: Pakket) -> Iterator[str]:
    for naam, wortel in pakket.delen("notesSlides"):
        lichaam = wortel.find(f".//{P}ph[@type='body']/../../..")
        regels = [_woorden(alinea) for alinea in lichaam.iter(A + "p")] if lichaam is not None else []
        if not regels or not re.fullmatch(r"\[kaart:.+\]", regels[-1]):
            yield f"{naam}: notitie eindigt niet op het merk van de kaart"


def _eigenschappen(pakket: Pakket) -> Iterator[str]:
    programma = pakket.xml["docProps/app.xml"]
    if programma.findtext(EP + "Application") != "kaartgen":
        yield "eigenschappen noemen een ander programma"
    if programma.findtext(EP + "Slides") != str(len(pakket.delen("slides"))):
        yield "eigenschappen tellen de dia's verkeerd"
    if programma.findtext(EP + "Notes") != str(len(pakket.delen("notesSlides"))):
        yield "eigenschappen tellen de notities verkeerd"
    if not re.fullmatch(r"\d{1,2}\.\d{4}", programma.findtext(EP + "AppVersion") or ""):
        yield "versie van het programma heeft niet de vorm X.YYYY"
    kern = pakket.xml["docProps/core.xml"]
    for veld in (DC + "title", DC + "creator", DC + "language", DCTERMS + "created", DCTERMS + "modified"):
        if not (kern.findtext(veld) or "").strip():
            yield f"eigenschap {etree.QName(veld).localname} ontbreekt"
    eigen = pakket.xml.get("docProps/custom.xml")
    if eigen is not None:
        if [int(e.get("pid", 0)) for e in eigen] != list(range(2, len(eigen) + 2)):
            yield "eigen eigenschappen zijn verkeerd genummerd"
        for naam in _dubbelen(e.get("name", "") for e in eigen):
            yield f"eigenschap {naam!r} komt tweemaal voor"


CONTROLES: tuple[Callable[[Pakket], Iterator[str]], ...] = (
    _typen,
    _bereik,
    _verwanten,
    _presentatie,
    _volgorde,
    _getallen,
    _namen,
    _plaatshouders,
    _taal,
    _tekst,
    _toegankelijk,
    _tabellen,
    _opmaak,
    _kleuren,
    _koppelingen,
    _plaatsen,
    _notities,
    _eigenschappen,
)
