"""Preflight: clean files give no findings, and every kind of fault is found by its own rule and no other."""

from __future__ import annotations

import ast
import random
import zlib
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, String
from PIL import Image, ImageCms

import druk_proef as proef
import keur_proef as kp
from kaartgen.drukkeuring import Bevinding, beeldinkt, keur, keuren, lezer, regels_afloop, ruimten
from kaartgen.drukkeuring.letters import lees_letter
from kaartgen.drukkeuring.meetkunde import Rechthoek, draaiing, omhulling, schalen
from kaartgen.pdflezen.matrices import EENHEID, keer
from kaartgen.plaatsen import PROJECT

PERS, KANTOOR, ENKEL, SRA3 = "drukkerij", "kantoor", "kantoor-enkel", "drukkerij-sra3"


def codes(pdf: bytes, profiel: str = PERS, icc: bytes | None = proef.ICC) -> set[str]:
    """Give the codes of all findings."""
    return {een.regel for een in keur(pdf, proef.profiel(profiel), icc)}


# Clean files


@pytest.mark.parametrize("profiel", proef.PROFIELEN)
@pytest.mark.parametrize("aantal", [1, 3, 5])
def test_een_goed_bestand_heeft_geen_bevindingen(profiel: str, aantal: int) -> None:
    assert keur(kp.schoon(profiel, aantal), proef.profiel(profiel), proef.ICC) == ()


@pytest.mark.parametrize("profiel", [PERS, KANTOOR, SRA3])
def test_ook_zonder_kenmerk_van_kaartgen_is_een_goed_bestand_goed(profiel: str) -> None:
    assert codes(kp.bedorven(kp.schoon(profiel), kp.zonder_kenmerk), profiel) <= {"registratie-op-kaart"}


def test_een_achterkant_mag_ontbreken_en_achterkanten_mogen_bij_een_kantoorprinter_verschoven_zijn() -> None:
    kaarten = (kp.kaart(1), replace(kp.kaart(2), achter=None))
    for profiel in (KANTOOR, PERS):
        assert codes(proef.schrijf(profiel, proef.vellen(profiel, kaarten)), profiel) == set()
    poker = tuple(kp.kaart(nummer, proef.MATEN["poker"]) for nummer in range(1, 10))
    assert codes(proef.schrijf(KANTOOR, proef.vellen(KANTOOR, poker, (1.0, -0.5))), KANTOOR) == set()


def test_spaties_aan_het_eind_van_een_regel_mogen_in_de_snijrand_staan() -> None:
    b, lang = kp.MAAT.breedte, "nnnnnnnnnn"
    for woord, verwacht in (("n" + " " * 30, set()), (lang, {"veilige-zone"})):
        voor = kp.kant("v1", kp.MAAT, (kp.woord(woord, b - 8, 30),))
        pdf = proef.schrijf(ENKEL, proef.vellen(ENKEL, (replace(kp.kaart(1), voor=voor, achter=None),)))
        assert codes(pdf, ENKEL) == verwacht


# Planted faults


@dataclass(frozen=True)
class Fout:
    """A change to a clean file, the rule that must find it, and rules that see a part of it too."""

    regel: str
    bederf: kp.Bederf
    profiel: str = PERS
    ook: tuple[str, ...] = ()
    versie: str = ""
    naam: str = ""
    icc: bytes | None = proef.ICC


RGB, GRIJS, CMYK = Name.DeviceRGB, Name.DeviceGray, Name.DeviceCMYK
VLAK = "20 60 20 20 re f"
PLAATS = "q 40 0 0 40 120 120 cm /B Do Q"


def blad(pdf: Pdf, nummer: int = 0) -> Dictionary:
    """Give a page."""
    return pdf.pages[nummer].obj


def zet(nummer: int, sleutel: str, waarde: object) -> kp.Bederf:
    """Give a change of one entry of a page; None takes it away."""

    def bederf(pdf: Pdf) -> None:
        if waarde is None:
            del blad(pdf, nummer)[sleutel]
        else:
            blad(pdf, nummer)[sleutel] = waarde

    return bederf


def tekening(opdrachten: str, **bronnen: object) -> kp.Bederf:
    """Give a change that draws something on the first card; resources are made from the file."""

    def bederf(pdf: Pdf) -> None:
        echt = {
            soort: {naam: maak(pdf) if callable(maak) else maak for naam, maak in dingen.items()}
            for soort, dingen in bronnen.items()
        }
        kp.teken(pdf, opdrachten, **echt)

    return bederf


def tekst(opdrachten: str) -> kp.Bederf:
    """Give a change that draws text on the first card; {letter} is a font of the file, {t} the letter K."""

    def bederf(pdf: Pdf) -> None:
        codes_ = kp.vorm(pdf).read_bytes().decode("latin-1").split("Tm ")[1].split(" TJ")[0]
        eerste = codes_[codes_.index("<") + 1 :][:4] if "<" in codes_ else None
        assert eerste or "(" in codes_
        woord = f"[<{eerste}>]" if eerste else codes_
        kp.teken(pdf, "BT " + opdrachten.replace("{letter}", kp.letter(pdf)).replace("{t}", woord) + " ET")

    return bederf


def kleurruimte(maak: object, kleur: str = "0") -> kp.Bederf:
    """Give a change that fills a square in a colour space of its own."""
    return tekening(f"/Eigen cs {kleur} scn {VLAK}", ColorSpace={"Eigen": maak})


def icc(pdf: Pdf, kanalen: int, profiel: bytes) -> Array:
    """Give a colour space of an ICC profile."""
    return Array([Name.ICCBased, pdf.make_stream(profiel, N=kanalen)])


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def tint(naam: str) -> Array:
    """Give the colour space of one ink."""
    functie = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 1, 1, 0]), N=1
    )
    return Array([Name.Separation, Name(f"/{naam}"), Name.DeviceCMYK, functie])


def verloop(ruimte: Name, van: list[float], tot: list[float]) -> Dictionary:
    """Give a shading from one colour to another."""
    functie = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array(van), C1=Array(tot), N=1)
    stukken = Dictionary(
        FunctionType=3,
        Domain=Array([0, 1]),
        Functions=Array([functie]),
        Bounds=Array([]),
        Encode=Array([0, 1]),
    )
    return Dictionary(ShadingType=2, ColorSpace=ruimte, Coords=Array([0, 0, 9, 9]), Function=stukken)


def tegels(pdf: Pdf, opdrachten: str) -> object:
    """Give a tiling pattern."""
    return pdf.make_stream(
        opdrachten.encode(),
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=Array([0, 0, 9, 9]),
        XStep=9,
        YStep=9,
        Resources=Dictionary(),
    )


def groepsvorm(pdf: Pdf, ruimte: Name) -> object:
    """Give a form that is a transparency group."""
    groep = Dictionary(S=Name.Transparency, CS=ruimte)
    return pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), Group=groep)


def lege_vorm(pdf: Pdf, **extra: object) -> object:
    """Give a form that draws nothing."""
    return pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), **extra)


def jpeg(pdf: Pdf, kleur: tuple[int, int, int, int]) -> object:
    """Give a photo in CMYK as Pillow writes it: with Adobe's marker, values turned round."""
    uit = BytesIO()
    Image.new("CMYK", (300, 300), kleur).save(uit, "JPEG", quality=95)
    beeld = kp.beeld(pdf, CMYK, b"", Decode=Array([1, 0] * 4))
    beeld.write(uit.getvalue(), filter=Name.DCTDecode)
    return beeld


def uitvoer(**velden: object) -> kp.Bederf:
    """Give a change of the output intent for PDF/X."""

    def bederf(pdf: Pdf) -> None:
        intentie = next(een for een in pdf.Root.OutputIntents if een.S == "/GTS_PDFX")
        for sleutel, waarde in velden.items():
            if waarde is None:
                del intentie[f"/{sleutel}"]
            else:
                intentie[f"/{sleutel}"] = waarde(pdf) if callable(waarde) else waarde

    return bederf


def te_groot(pdf: Pdf) -> object:
    """Give an ICC profile that unpacks to more than any profile is."""
    stroom = pdf.make_stream(b"", N=4)
    stroom.write(zlib.compress(bytes(9_000_000)), filter=Name.FlateDecode)
    return stroom


def intenties(pdf: Pdf, aantal: int) -> None:
    """Have so many output intents for PDF/X."""
    een = next(een for een in pdf.Root.OutputIntents if een.S == "/GTS_PDFX")
    pdf.Root.OutputIntents = Array([een] * aantal)


def xmp(oud: str, nieuw: str) -> kp.Bederf:
    """Give a change of the metadata."""

    def bederf(pdf: Pdf) -> None:
        bytes_ = pdf.Root.Metadata.read_bytes()
        assert oud.encode() in bytes_
        pdf.Root.Metadata.write(bytes_.replace(oud.encode(), nieuw.encode()))

    return bederf


def wortel(sleutel: str, waarde: object) -> kp.Bederf:
    """Give a change of one entry of the catalog; None takes it away."""

    def bederf(pdf: Pdf) -> None:
        if waarde is None:
            del pdf.Root[sleutel]
        else:
            pdf.Root[sleutel] = waarde

    return bederf


def annotatie(soort: str, vak: list[float]) -> kp.Bederf:
    """Give a change that puts an annotation on the first page."""
    return lambda pdf: zet(
        0, "/Annots", Array([pdf.make_indirect(Dictionary(Subtype=Name(f"/{soort}"), Rect=Array(vak)))])
    )(pdf)


def verborgen_laag(pdf: Pdf) -> None:
    laag = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Laag")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([laag]), D=Dictionary(OFF=Array([laag])))


def trim_bij_de_ouder(pdf: Pdf) -> None:
    """Move the trim of a page to the node above it, from which it is not inherited."""
    blad(pdf).Parent.TrimBox = blad(pdf).TrimBox
    del blad(pdf).TrimBox


def kleiner_kader(pdf: Pdf) -> None:
    kaart = kp.vorm(pdf)
    x1, y1, x2, y2 = (float(een) for een in kaart.BBox)
    kaart.BBox = Array([x1 + 6, y1 + 6, x2 - 6, y2 - 6])


def eerste_twee(pdf: Pdf, keuze: tuple[int, ...]) -> None:
    """Keep only these pages, in this order."""
    paginas = [pdf.pages[nummer] for nummer in keuze]
    pdf.pages.extend(paginas)
    del pdf.pages[: len(pdf.pages) - len(paginas)]


def andere_code(pdf: Pdf, pagina: int, code: str) -> None:
    kp.vorm(pdf, pagina).PieceInfo.kaartgen.Private.Code = String(code)


def overdruk_zonder_wijze(pdf: Pdf) -> None:
    """Print black text over other ink in the mode in which it takes that ink away (OPM 0)."""
    kp.vorm(pdf).Resources.ExtGState.Overdruk = Dictionary(OP=True, op=True, OPM=0)


def scheef(pdf: Pdf) -> None:
    kp.vervang(pdf, b"1 0 0 1", b"1 .05 -.05 1")


def op_zijn_kop(pdf: Pdf) -> None:
    """Turn the first back half round at its place."""
    inhoud = blad(pdf, 1).Contents[-1]
    *_, e, f = inhoud.read_bytes().decode().split(" cm")[0].split()
    b, h = kp.MAAT.breedte * kp.MM, kp.MAAT.hoogte * kp.MM
    kp.vervang(pdf, f"1 0 0 1 {e} {f}".encode(), f"-1 0 0 -1 {float(e) + b} {float(f) + h}".encode(), 1)


def verschuif_vel(pdf: Pdf) -> None:
    """Move a whole back, with what it says of its trim."""
    kp.verplaats(pdf, 1, 0, 1)
    for kader in ("/TrimBox", "/BleedBox"):
        x1, y1, x2, y2 = (float(een) for een in blad(pdf, 1)[kader])
        blad(pdf, 1)[kader] = Array([x1 + kp.MM, y1, x2 + kp.MM, y2])


def liggend_vel(pdf: Pdf) -> None:
    """Add an empty sheet that lies down."""
    for _ in range(2):
        pdf.add_blank_page(page_size=(297 * kp.MM, 210 * kp.MM))


def zonder_kenmerk_en(bederf: kp.Bederf) -> kp.Bederf:
    """Give a change of a file that does not tell which cards are in it."""

    def allebei(pdf: Pdf) -> None:
        kp.zonder_kenmerk(pdf)
        bederf(pdf)

    return allebei


def smaller(pdf: Pdf) -> None:
    x1, y1, x2, y2 = (float(een) for een in blad(pdf, 1).TrimBox)
    blad(pdf, 1).TrimBox = Array([x1, y1, x2 - 9, y2])


def kleur_tot_de_snijlijn(pdf: Pdf) -> None:
    """Cut off the colour of the first card at its trim, without a word in the boxes."""
    kaart = kp.vorm(pdf)
    b, h = (round(lengte * kp.MM, 3) for lengte in (kp.MAAT.breedte, kp.MAAT.hoogte))
    kaart.write(f"0 0 {b} {h} re W n\n".encode() + kaart.read_bytes())


def rand_van(zijde: str, mm: float) -> kp.Bederf:
    """Give a change that covers the bleed at one side from `mm` beyond the trim with white."""
    b, h = kp.MAAT.breedte * kp.MM, kp.MAAT.hoogte * kp.MM
    ver = mm * kp.MM
    vak = {"links": f"-20 -20 {20 - ver} {h + 40}", "boven": f"-20 {h + ver} {b + 40} 20"}[zijde]
    return lambda pdf: kp.teken(pdf, f"/Uitsparen gs 0 0 0 0 k {vak} re f", 0 if zijde == "links" else 1)


GS = {"Eigen": Dictionary(OP=True, op=True, OPM=1)}
TYPE3 = Dictionary(
    Type=Name.Font,
    Subtype=Name.Type3,
    FontBBox=Array([0, 0, 9, 9]),
    FontMatrix=Array([0.1, 0, 0, 0.1, 0, 0]),
    CharProcs=Dictionary(),
    Encoding=Dictionary(),
    FirstChar=65,
    LastChar=65,
    Widths=Array([9]),
)
HELVETICA = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
WITTE_PLEK = f"/Uitsparen gs 0 0 0 0 k -20 100 {20 - 1.8 * kp.MM} 60 re f"
WITTE_HOEK = "/Uitsparen gs 0 0 0 0 k -20 -20 20 20 re f"
ZWART = "/Eigen gs 0 0 0 1 k"

FOUTEN = [
    # Boxes
    Fout("papier-ontbreekt", zet(0, "/MediaBox", kp.rechthoek(0, 0, 1, 1)), ENKEL),
    Fout("pagina-gedraaid", zet(0, "/Rotate", 90), ENKEL),
    Fout("pagina-geschaald", zet(0, "/UserUnit", 2)),
    Fout("snijkader-ontbreekt", trim_bij_de_ouder),
    Fout("twee-snijkaders", lambda pdf: zet(0, "/ArtBox", blad(pdf).TrimBox)(pdf)),
    Fout(
        "snijkader-buiten-afloop",
        lambda pdf: zet(0, "/BleedBox", kp.rechthoek(60, 60, 200, 200))(pdf),
        ook=("afloop-te-klein",),
    ),
    Fout("kader-buiten-papier", zet(0, "/BleedBox", kp.rechthoek(-9, -9, 400, 500))),
    Fout("uitsnede-te-klein", lambda pdf: zet(0, "/CropBox", blad(pdf).TrimBox)(pdf)),
    Fout("afloop-te-klein", lambda pdf: zet(0, "/BleedBox", blad(pdf).TrimBox)(pdf), naam="bleedbox"),
    Fout("afloop-te-klein", kleiner_kader, ook=("afloop-niet-gevuld",), naam="vorm"),
    Fout("maat-ongelijk", zonder_kenmerk_en(smaller), "drukkerij", ("kanten-ongelijk", "vel-verschoven")),
    Fout("vel-past-niet", zet(0, "/MediaBox", kp.rechthoek(0, 0, 842, 1191)), ENKEL),
    Fout("stand-gemengd", liggend_vel, KANTOOR),
    Fout("kaart-geschaald", lambda pdf: kp.vervang(pdf, b"1 0 0 1", b".97 0 0 .97"), ENKEL),
    Fout(
        "kaart-geschaald",
        lambda pdf: kp.vervang(pdf, b"1 0 0 1", b"1 .05 -.05 1"),
        ENKEL,
        ("kaart-buiten-papier",),
        naam="scheef",
    ),
    Fout("kaart-buiten-papier", lambda pdf: kp.verplaats(pdf, 0, 0, -20), ENKEL),
    Fout("kaarten-overlappen", lambda pdf: kp.verplaats(pdf, 0, 0, 20), ENKEL),
    Fout("kaarten-overlappen", lambda pdf: kp.verplaats(pdf, 0, 0, 4), SRA3, ("achterkant-verschoven",)),
    Fout("teken-in-afloop", lambda pdf: kp.teken_op_vel(pdf, "0 0 0 1 K 1 w 0 99 m 30 99 l S")),
    # Bleed as it is drawn
    Fout("afloop-niet-gevuld", kleur_tot_de_snijlijn),
    Fout("afloop-niet-gevuld", rand_van("links", 0), naam="links"),
    Fout("afloop-niet-gevuld", rand_van("links", 1.8), naam="links-na-1,8-mm"),
    Fout("afloop-niet-gevuld", rand_van("boven", 1.8), naam="boven-na-1,8-mm"),
    Fout("afloop-niet-gevuld", lambda pdf: kp.teken(pdf, WITTE_HOEK), naam="hoek"),
    Fout("afloop-niet-gevuld", lambda pdf: kp.teken(pdf, WITTE_PLEK), naam="plek"),
    # Colours
    Fout("kleur-past-niet", tekening(f"1 0 0 rg {VLAK}"), naam="rgb-vlak"),
    Fout("kleur-past-niet", tekening("1 0 0 RG 1 w 20 60 m 40 60 l S"), naam="rgb-lijn"),
    Fout("kleur-past-niet", tekst("1 0 0 rg /{letter} 10 Tf 1 0 0 1 120 120 Tm {t} TJ"), naam="rgb-tekst"),
    Fout("kleur-past-niet", lambda pdf: kp.teken_op_vel(pdf, "1 0 0 rg 1 1 5 5 re f"), naam="rgb-vel"),
    Fout("kleur-past-niet", kleurruimte(RGB, "1 0 0"), naam="rgb-naam"),
    Fout("kleur-past-niet", kleurruimte(lambda pdf: icc(pdf, 3, SRGB), "1 0 0"), naam="rgb-icc"),
    Fout(
        "kleur-past-niet",
        kleurruimte(Array([Name.CalRGB, Dictionary(WhitePoint=Array([1, 1, 1]))]), "1 0 0"),
        naam="rgb-cal",
    ),
    Fout(
        "kleur-past-niet",
        kleurruimte(Array([Name.Lab, Dictionary(WhitePoint=Array([1, 1, 1]))]), "50 0 0"),
        naam="lab",
    ),
    Fout(
        "kleur-past-niet",
        kleurruimte(Array([Name.Indexed, RGB, 1, String(b"\x00" * 6)])),
        naam="rgb-palet",
    ),
    Fout(
        "kleur-past-niet",
        tekening(PLAATS, XObject={"B": lambda pdf: kp.beeld(pdf, RGB, b"\xff\x00\x00")}),
        naam="rgb-beeld",
    ),
    Fout(
        "kleur-past-niet",
        tekening("q 5 0 0 5 120 120 cm BI /W 20 /H 20 /BPC 8 /CS /RGB ID " + "A" * 1200 + " EI Q"),
        naam="rgb-in-tekening",
    ),
    Fout(
        "kleur-past-niet",
        tekening("/V sh", Shading={"V": verloop(RGB, [1, 0, 0], [0, 0, 0])}),
        naam="rgb-verloop",
    ),
    Fout(
        "kleur-past-niet",
        tekening(
            f"/Pattern cs /P scn {VLAK}",
            Pattern={"P": Dictionary(PatternType=2, Shading=verloop(RGB, [1, 0, 0], [0, 0, 0]))},
        ),
        naam="rgb-verlooppatroon",
    ),
    Fout(
        "kleur-past-niet",
        tekening(
            f"/Pattern cs /P scn {VLAK}",
            Pattern={"P": lambda pdf: tegels(pdf, "1 0 0 rg 0 0 5 5 re f")},
        ),
        naam="rgb-patroon",
    ),
    Fout(
        "kleur-past-niet",
        tekening("/G Do", XObject={"G": lambda pdf: groepsvorm(pdf, RGB)}),
        naam="rgb-groep",
    ),
    Fout("kleur-past-niet", zet(0, "/Group", Dictionary(S=Name.Transparency, CS=RGB)), naam="rgb-pagina"),
    Fout("kleur-past-niet", tekening(f"0 0 0 1 k {VLAK}"), KANTOOR, naam="cmyk-kantoor"),
    Fout("kleur-past-niet", tekening(f"1 0 0 rg {VLAK}"), "kantoor-grijs", naam="rgb-grijs"),
    Fout("kleur-onbekend", kleurruimte(Array([Name.Onzin, 1]))),
    Fout("kleur-onbekend", tekening(PLAATS, XObject={"B": lambda pdf: zonder_ruimte(pdf)}), naam="beeld"),
    Fout("steunkleur", kleurruimte(tint("Goud"), "1")),
    Fout("steunkleur", kleurruimte(tint("Goud"), "1"), KANTOOR, naam="kantoor"),
    Fout("registratie-op-kaart", kleurruimte(tint("All"), "1")),
    Fout("inkt-te-veel", tekening(f".9 .8 .7 .7 k {VLAK}"), naam="vlak"),
    Fout("inkt-te-veel", tekening("1 1 .9 .2 K 1 w 20 60 m 40 60 l S"), naam="lijn"),
    Fout("inkt-te-veel", tekening(f".7 .7 .6 .5 k {VLAK}"), "drukkerij-digitaal", naam="digitaal"),
    Fout(
        "inkt-te-veel",
        kleurruimte(Array([Name.Indexed, CMYK, 0, String(b"\xff" * 4)])),
        naam="palet",
    ),
    Fout(
        "inkt-te-veel",
        tekening("/V sh", Shading={"V": verloop(CMYK, [0, 0, 0, 0], [1, 1, 1, 0.5])}),
        naam="verloop",
    ),
    Fout(
        "beeldinkt-te-veel",
        tekening(PLAATS, XObject={"B": lambda pdf: kp.beeld(pdf, CMYK, b"\xf0\xf0\xf0\x80")}),
    ),
    Fout(
        "beeldinkt-te-veel",
        tekening(PLAATS, XObject={"B": lambda pdf: jpeg(pdf, (240, 240, 240, 128))}),
        naam="jpeg",
    ),
    Fout(
        "beeldinkt-te-veel",
        tekening(
            PLAATS,
            XObject={
                "B": lambda pdf: kp.beeld(pdf, Array([Name.Indexed, CMYK, 0, String(b"\xf0" * 4)]), b"\x00")
            },
        ),
        naam="palet",
    ),
    Fout(
        "beeldinkt-onbekend",
        tekening(PLAATS, XObject={"B": lambda pdf: kp.beeld(pdf, CMYK, b"\x00" * 8, BitsPerComponent=16)}),
    ),
    Fout("zwart-gemengd", tekst(".4 .3 .3 .9 k /{letter} 10 Tf 1 0 0 1 120 120 Tm {t} TJ")),
    Fout("zwart-spaart-uit", tekst("0 0 0 1 k /Uitsparen gs /{letter} 10 Tf 1 0 0 1 120 120 Tm {t} TJ")),
    Fout("zwart-spaart-uit", tekst("0 g /{letter} 10 Tf 1 0 0 1 120 120 Tm {t} TJ"), naam="grijs"),
    Fout(
        "zwart-spaart-uit",
        tekst("0 g /Overdruk gs /{letter} 10 Tf 1 0 0 1 120 120 Tm {t} TJ"),
        naam="grijs-met-overdruk",
    ),
    Fout("zwart-spaart-uit", overdruk_zonder_wijze, naam="overdruk-zonder-OPM"),
    Fout("wit-overdrukt", tekening(f"/Eigen gs 0 0 0 0 k {VLAK}", ExtGState=GS)),
    # Text
    Fout(
        "letter-niet-ingebed",
        tekening(f"BT {ZWART} /F 10 Tf 120 120 Td (A) Tj ET", Font={"F": HELVETICA}, ExtGState=GS),
    ),
    Fout(
        "letter-getekend",
        tekening(f"BT {ZWART} /F 10 Tf 120 120 Td (A) Tj ET", Font={"F": TYPE3}, ExtGState=GS),
    ),
    Fout("tekst-onzichtbaar", tekst("3 Tr /{letter} 10 Tf 1 0 0 1 120 120 Tm {t} TJ"), KANTOOR),
    Fout("tekst-te-klein", tekst("0 g /{letter} 5 Tf 1 0 0 1 120 120 Tm {t} TJ"), KANTOOR),
    Fout("tekst-te-klein", tekst("0 g /{letter} 10 Tf .5 0 0 .5 120 120 Tm {t} TJ"), KANTOOR, naam="Tm"),
    Fout("veilige-zone", tekst("0 g /{letter} 10 Tf 1 0 0 1 120 4 Tm {t} TJ"), KANTOOR),
    Fout("veilige-zone", tekst("0 g /{letter} 10 Tf 1 0 0 1 5 120 Tm {t} TJ"), KANTOOR, naam="links"),
    Fout(
        "veilige-zone",
        zonder_kenmerk_en(tekst("0 0 0 1 k /Overdruk gs /{letter} 10 Tf 1 0 0 1 120 4 Tm {t} TJ")),
        ook=(),
        naam="zonder-kenmerk",
    ),
    # Lines and pictures
    Fout("lijn-te-dun", tekening("0 G .1 w 99 99 m 199 99 l S"), KANTOOR),
    Fout("lijn-te-dun", tekening("0 G 0 w 99 99 m 199 99 l S"), KANTOOR, naam="nul"),
    Fout("lijn-te-dun", tekening(".1 0 0 .1 0 0 cm 0 G 2 w 990 990 m 1990 990 l S"), KANTOOR, naam="schaal"),
    Fout(
        "lijn-te-dun",
        tekst("0 G 0 g .1 w 2 Tr /{letter} 10 Tf 1 0 0 1 120 120 Tm {t} TJ"),
        KANTOOR,
        naam="letters",
    ),
    Fout("vlak-te-dun", tekening("0 g 99 99 100 .1 re f"), KANTOOR),
    Fout(
        "beeld-te-grof",
        tekening(PLAATS, XObject={"B": lambda pdf: kp.beeld(pdf, GRIJS, b"\x80", 50)}),
        KANTOOR,
    ),
    Fout(
        "beeld-te-grof",
        tekening("q 50 0 0 50 120 120 cm BI /W 5 /H 5 /BPC 8 /CS /G ID " + "A" * 25 + " EI Q"),
        KANTOOR,
        naam="in-tekening",
    ),
    # Fronts and backs
    Fout("paginas-oneven", lambda pdf: eerste_twee(pdf, (0, 1, 2))),
    Fout("kanten-verwisseld", lambda pdf: eerste_twee(pdf, (1, 0, 3, 2)), ook=("voorkant-elders",)),
    Fout("kanten-verwisseld", lambda pdf: eerste_twee(pdf, (0, 2, 1, 3)), ook=("voorkant-elders",)),
    Fout("voorkant-elders", lambda pdf: eerste_twee(pdf, (0, 3, 2, 1))),
    Fout("voorkant-elders", lambda pdf: eerste_twee(pdf, (0, 1, 3, 2)), "drukkerij-voorkanten-eerst"),
    Fout("voorkant-ontbreekt", lambda pdf: andere_code(pdf, 1, "99")),
    Fout("voorkant-ontbreekt", lambda pdf: kp.vervang(pdf, b"K0 Do", b"K2 Do"), "kantoor-omvouwen", ("*",)),
    Fout("achterkant-verschoven", lambda pdf: kp.verplaats(pdf, 1, 0, 0.25), KANTOOR),
    Fout("achterkant-verschoven", lambda pdf: kp.verplaats(pdf, 0, 1, 0.25), "kantoor-omvouwen", ("*",)),
    Fout("achter-andere-kaart", lambda pdf: kp.vervang(pdf, b"/K0 Do", b"/K1 Do", 1), KANTOOR),
    Fout("achterkant-verkeerd-om", op_zijn_kop, KANTOOR),
    Fout("vel-verschoven", verschuif_vel),
    Fout("kanten-ongelijk", zonder_kenmerk_en(smaller), ook=("maat-ongelijk", "vel-verschoven")),
    # Office
    Fout(
        "schaal-bij-afdrukken", lambda pdf: pdf.Root.ViewerPreferences.__delitem__("/PrintScaling"), KANTOOR
    ),
    Fout(
        "omslaan-anders",
        lambda pdf: pdf.Root.ViewerPreferences.__setitem__("/Duplex", Name.DuplexFlipShortEdge),
        KANTOOR,
    ),
    # PDF/X-4
    Fout("pdf-te-nieuw", lambda _: None, versie="1.7"),
    Fout("intentie-aantal", partial(intenties, aantal=0), naam="geen"),
    Fout("intentie-aantal", partial(intenties, aantal=2), naam="twee"),
    Fout("intentie-conditie", uitvoer(OutputConditionIdentifier=String("FOGRA51")), icc=None),
    Fout("icc-onleesbaar", uitvoer(DestOutputProfile=lambda pdf: te_groot(pdf))),
    Fout("icc-ontbreekt", uitvoer(DestOutputProfile=None)),
    Fout("icc-ongeldig", uitvoer(DestOutputProfile=lambda pdf: pdf.make_stream(SRGB, N=3))),
    Fout("icc-ongeldig", uitvoer(DestOutputProfile=lambda pdf: pdf.make_stream(b"niets", N=4)), naam="kapot"),
    Fout("icc-kanalen", uitvoer(DestOutputProfile=lambda pdf: pdf.make_stream(proef.ICC, N=3))),
    Fout(
        "icc-anders",
        uitvoer(DestOutputProfile=lambda pdf: pdf.make_stream(proef.ICC[:-1] + b"\x01", N=4)),
    ),
    Fout("xmp-ontbreekt", wortel("/Metadata", None)),
    Fout("xmp-ontbreekt", xmp("</rdf:RDF>", ""), naam="kapot"),
    Fout("xmp-geen-x4", xmp("PDF/X-4<", "PDF/X-9<")),
    *(
        Fout("xmp-onvolledig", xmp(f"{veld}>", f"{veld.split(':')[0]}:Weg>"), naam=veld)
        for veld in (
            *("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "dc:title"),
            *("xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass"),
        )
    ),
    Fout("overvulling-onbekend", xmp("Trapped>False", "Trapped>Unknown")),
    Fout("overvulling-onbekend", lambda pdf: pdf.docinfo.__delitem__("/Trapped"), naam="info"),
    Fout("actie", wortel("/OpenAction", Dictionary(S=Name.Named, N=Name.Print))),
    Fout("actie", zet(0, "/AA", Dictionary()), naam="pagina"),
    Fout("script", wortel("/Names", Dictionary(JavaScript=Dictionary()))),
    Fout("formulier", wortel("/AcroForm", Dictionary(Fields=Array([])))),
    Fout("stappen", zet(0, "/PresSteps", Dictionary())),
    Fout("annotatie", annotatie("Link", [100, 100, 200, 200])),
    Fout("laag-verborgen", verborgen_laag),
    Fout("opi", tekening("/G Do", XObject={"G": lambda pdf: lege_vorm(pdf, OPI=Dictionary())})),
    Fout("postscript", tekening("/G Do", XObject={"G": lambda pdf: lege_vorm(pdf, Subtype2=Name.PS)})),
    Fout("verwezen-vorm", tekening("/G Do", XObject={"G": lambda pdf: lege_vorm(pdf, Ref=Dictionary())})),
    Fout(
        "ander-beeld",
        tekening(PLAATS, XObject={"B": lambda pdf: kp.beeld(pdf, GRIJS, b"\x80", Alternates=Array([]))}),
    ),
    Fout("overdracht", tekening("/Eigen gs", ExtGState={"Eigen": Dictionary(TR=Name.Identity)})),
    Fout("overdracht", tekening("/Eigen gs", ExtGState={"Eigen": Dictionary(TR2=Name.Identity)}), naam="TR2"),
    Fout("rasterfase", tekening("/Eigen gs", ExtGState={"Eigen": Dictionary(HTP=Array([0, 0]))})),
    # Streams that make no sense
    Fout("opdracht-onbekend", tekening("1 2 3 onzin")),
    Fout("opdracht-onbekend", tekening("/Weg Do"), naam="object"),
    Fout("opdracht-onbekend", tekening("BT /Weg 10 Tf (A) Tj ET"), naam="lettertype"),
    Fout("opdracht-onbekend", tekening("q q q"), naam="stapel"),
    Fout("beschadigd", lambda pdf: kp.vorm(pdf).write(b"[" * 99), ook=("opdracht-onbekend",)),
    Fout("opdracht-onbekend", tekening("(a) w /b cm [1] re"), naam="soorten"),
]


def zonder_ruimte(pdf: Pdf) -> object:
    beeld = kp.beeld(pdf, GRIJS, b"\x80")
    del beeld.ColorSpace
    return beeld


@pytest.mark.parametrize("fout", FOUTEN, ids=lambda fout: f"{fout.regel}-{fout.naam or fout.profiel}")
def test_een_geplante_fout_wordt_gevonden_en_niets_anders(fout: Fout) -> None:
    gevonden = codes(kp.bedorven(kp.schoon(fout.profiel), fout.bederf, fout.versie), fout.profiel, fout.icc)
    assert fout.regel in gevonden
    if "*" not in fout.ook:
        assert gevonden <= {fout.regel, *fout.ook}


def test_een_achterkant_bij_een_profiel_voor_een_kant() -> None:
    assert codes(kp.schoon(KANTOOR), ENKEL) == {"achterkant-te-veel", "omslaan-anders"}


def test_een_bestand_zonder_kenmerk() -> None:
    assert codes(kp.schoon(PERS).replace(b"/ID", b"/IX")) == {"kenmerk-ontbreekt"}


def test_een_groot_blad_waarvan_de_afloop_niet_te_zien_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regels_afloop, "MAX_PIXELS", 10_000)
    assert codes(kp.schoon(PERS)) == {"afloop-niet-bekeken"}


def test_een_code_die_wit_is_toont_niets() -> None:
    losse = b"3 beginbfchar\n<0003> <0020>\n<0004> <0041>\n<0005> <>\nendbfchar\n"
    with pikepdf.new() as pdf:
        kaart = pdf.make_stream(losse + b"1 beginbfrange\n<0010> <0011> <2002>\nendbfrange\n")
        letter = lees_letter(Dictionary(Subtype=Name.Type0, ToUnicode=kaart))
    assert letter.wit == {3, 0x10, 0x11}


# Bad files


def bom(mb: int) -> bytes:
    """Give packed nothing that unpacks to so many megabytes."""
    pakker, uit = zlib.compressobj(9), BytesIO()
    for _ in range(mb):
        uit.write(pakker.compress(bytes(1 << 20)))
    uit.write(pakker.flush())
    return uit.getvalue()


def gevuld(inhoud: bytes, **extra: object) -> bytes:
    """Give a file with one page that draws these packed bytes."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    stroom = pdf.make_stream(b"")
    stroom.write(inhoud, filter=extra.get("filter", Name.FlateDecode))
    pdf.pages[0].obj.Contents = stroom
    uit = BytesIO()
    pdf.save(uit, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return uit.getvalue()


def wirwar(diep: int, breed: int) -> bytes:
    """Give a file whose forms draw each other, and with every layer so many times more."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    onder = pdf.make_stream(b"0 0 1 1 re f", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    for _ in range(diep):
        onder = pdf.make_stream(
            b"/X Do " * breed,
            Subtype=Name.Form,
            BBox=Array([0, 0, 9, 9]),
            Resources=Dictionary(XObject=Dictionary(X=onder)),
        )
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(X=onder))
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/X Do")
    uit = BytesIO()
    pdf.save(uit)
    return uit.getvalue()


def kring() -> bytes:
    """Give a file with a form that draws itself."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    vorm = pdf.make_stream(b"/X Do", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    vorm.Resources = Dictionary(XObject=Dictionary(X=vorm))
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(X=vorm))
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/X Do")
    uit = BytesIO()
    pdf.save(uit)
    return uit.getvalue()


def versleuteld(wachtwoord: str) -> bytes:
    uit = BytesIO()
    with pikepdf.open(BytesIO(kp.schoon(KANTOOR))) as pdf:
        pdf.save(uit, encryption=Encryption(owner="baas", user=wachtwoord))
    return uit.getvalue()


def zonder_paginas() -> bytes:
    uit = BytesIO()
    pikepdf.new().save(uit)
    return uit.getvalue()


SLECHT = {
    "leeg": (b"", "geen-pdf"),
    "tekst": (b"geen pdf", "geen-pdf"),
    "kop": (b"%PDF-1.6\n", "beschadigd"),
    "rommel": (b"%PDF-1.6\n" + random.Random(1).randbytes(20_000), "beschadigd"),
    "nesten": (
        b"%PDF-1.6\n1 0 obj\n" + b"[" * 200_000 + b"\nendobj\ntrailer << /Root 1 0 R >>",
        "beschadigd",
    ),
    "versleuteld": (versleuteld("geheim"), "versleuteld"),
    "beveiligd": (versleuteld(""), "versleuteld"),
    "geen-paginas": (zonder_paginas(), "geen-paginas"),
    "bom": (gevuld(bom(300)), "te-groot"),
    "bom-in-bom": (
        gevuld(zlib.compress(bom(300)), filter=Array([Name.FlateDecode, Name.FlateDecode])),
        "te-groot",
    ),
    "kleine-bom": (gevuld(bom(20)), "te-groot"),
    "veel-opdrachten": (gevuld(zlib.compress(b"q " * 2_000_000)), "te-groot"),
    "lzw": (gevuld(b"\x80" * 20_000, filter=Name.LZWDecode), "te-groot"),
    "wirwar": (wirwar(10, 10), "te-groot"),
    "diep": (wirwar(40, 1), "te-groot"),
    "kring": (kring(), "te-groot"),
    "kapotte-stroom": (gevuld(b"\x78\x9cgeen zlib"), "pagina-onleesbaar"),
}


@pytest.mark.parametrize("naam", SLECHT)
def test_een_slecht_bestand_is_een_bevinding_en_geen_ongeluk(naam: str) -> None:
    data, regel = SLECHT[naam]
    gevonden = keur(data, proef.profiel(KANTOOR))
    assert gevonden
    assert [een.regel for een in gevonden] == [regel]


def test_een_regel_die_niet_na_te_gaan_is_is_een_bevinding(monkeypatch: pytest.MonkeyPatch) -> None:
    def kapot(_: object) -> list[Bevinding]:
        raise pikepdf.PdfError

    monkeypatch.setattr(keuren, "REGELS", (kapot,))
    (een,) = keur(kp.schoon(KANTOOR), proef.profiel(KANTOOR))
    assert (een.regel, een.tekst) == ("niet-gekeurd", "De regel ‘kapot’ is in dit bestand niet na te gaan.")


def test_te_veel_paginas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kaartgen.drukkeuring.keuren.MAX_PAGINAS", 3)
    assert codes(kp.schoon(PERS)) == {"te-veel-paginas"}


@pytest.mark.parametrize("deel", [0.1, 0.5, 0.9, 0.99])
def test_een_afgebroken_bestand_geeft_bevindingen(deel: float) -> None:
    data = kp.schoon(PERS)
    assert keur(data[: int(len(data) * deel)], proef.profiel(PERS))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_willekeurige_schade_geeft_nooit_een_ongeluk(zaad: int) -> None:
    toeval = random.Random(zaad)
    data = bytearray(kp.schoon(toeval.choice([PERS, KANTOOR])))
    for _ in range(toeval.randint(1, 30)):
        plek = toeval.randrange(len(data))
        data[plek : plek + toeval.randint(0, 3)] = toeval.randbytes(toeval.randint(0, 3))
    for een in keur(bytes(data), proef.profiel(PERS)):
        assert isinstance(een, Bevinding)


VREEMD = [
    *("null", "true", "0", "-1", "99999999999999999999999999", "/Naam", "(tekst)", "<< >>"),
    *("[ ]", "[0 0]", "[(a) /b null 1]", "<< /S /Onzin /Filter /FlateDecode >>"),
]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_elke_waarde_kan_van_een_andere_soort_zijn(keuze: st.DataObject) -> None:
    def bederf(pdf: Pdf) -> None:
        houders = [een for een in pdf.objects if isinstance(een, Dictionary | pikepdf.Stream) and een.keys()]
        for _ in range(keuze.draw(st.integers(1, 4))):
            houder = keuze.draw(st.sampled_from(houders))
            sleutel = keuze.draw(
                st.sampled_from(sorted(set(houder.keys()) - {"/Length", "/Filter"}) or ["/X"])
            )
            houder[sleutel] = pikepdf.Object.parse(keuze.draw(st.sampled_from(VREEMD)).encode())

    profiel = keuze.draw(st.sampled_from([PERS, KANTOOR]))
    try:
        data = kp.bedorven(kp.schoon(profiel), bederf)
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
        return
    assert isinstance(keur(data, proef.profiel(profiel)), tuple)


# Every rule is proved


def test_elke_regel_heeft_een_geplante_fout() -> None:
    kennen: set[str] = set()
    plek_van_code = {"Bevinding": 2, "verzamel": 3, "_fout": 1, "fout": 1, "_niet": 0}
    for pad in (PROJECT / "src" / "kaartgen" / "drukkeuring").glob("*.py"):
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))):
            if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name):
                plek = plek_van_code.get(knoop.func.id)
                if plek is not None and len(knoop.args) > plek:
                    kennen |= {
                        str(deel.value)
                        for deel in ast.walk(knoop.args[plek])
                        if isinstance(deel, ast.Constant)
                    }
    geplant = {fout.regel for fout in FOUTEN} | {regel for _, regel in SLECHT.values()}
    elders = {
        "achterkant-te-veel",
        "kenmerk-ontbreekt",
        "afloop-niet-bekeken",
        "te-veel-paginas",
        "niet-gekeurd",
    }
    assert len(kennen) > 60
    assert kennen - geplant - elders == set()


# What findings say


def test_een_bevinding_zegt_waar_wat_wat_je_doet_en_welke_regel() -> None:
    pdf = kp.bedorven(kp.schoon(KANTOOR), tekening("0 G 0 w 99 99 m 199 99 l S 99 9 m 199 9 l S"))
    (een,) = keur(pdf, proef.profiel(KANTOOR))
    boven = f"{kp.MAAT.hoogte - 99 / kp.MM:.1f}".replace(".", ",")
    links = f"{99 / kp.MM:.1f}".replace(".", ",")
    assert een.plek == f"kaart 1, voorkant, {links} mm van links en {boven} mm van boven"
    assert str(een) == (
        f"pagina 1: {een.plek}: De lijn is 0 pt dik; het profiel vraagt minstens 0,25 pt. "
        "Dat is hier 2 keer zo. Maak de lijn dikker. [lijn-te-dun]"
    )


def test_bevindingen_van_het_bestand_staan_vooraan_en_pagina_na_pagina() -> None:
    def bederf(pdf: Pdf) -> None:
        kp.teken(pdf, f"1 0 0 rg {VLAK}", 3)
        kp.teken(pdf, f"1 0 0 rg {VLAK}", 1)
        del pdf.docinfo["/Trapped"]

    gevonden = keur(kp.bedorven(kp.schoon(PERS), bederf), proef.profiel(PERS))
    assert [een.pagina for een in gevonden] == [0, 2, 4]
    assert all(een.tekst.endswith((".", "?")) and een.raad.endswith(".") for een in gevonden)


def test_een_gedeelde_vorm_wordt_een_keer_gelezen(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = pikepdf.new()
    for _ in range(30):
        pdf.add_blank_page(page_size=(200, 200))
    vorm = pdf.make_stream(b"1 0 0 rg 0 0 9 9 re f", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    for pagina in pdf.pages:
        pagina.obj.Resources = Dictionary(XObject=Dictionary(X=vorm))
        pagina.obj.Contents = pdf.make_stream(b"q 2 0 0 2 0 0 cm /X Do Q /X Do")
    uit = BytesIO()
    pdf.save(uit)
    gelezen: list[object] = []
    echt = lezer.Tolk

    def tel(*wat: object) -> object:
        gelezen.append(wat)
        return echt(*wat)

    monkeypatch.setattr(lezer, "Tolk", tel)
    gevonden = keur(uit.getvalue(), proef.profiel("kantoor-grijs"))
    assert len(gelezen) == 31
    assert [(een.pagina, een.regel) for een in gevonden if een.regel == "kleur-past-niet"] == [
        (1, "kleur-past-niet"),
        (1, "kleur-past-niet"),
    ]


# Numbers


def test_matrices_en_rechthoeken() -> None:
    kwart = (0.0, 1.0, -1.0, 0.0, 5.0, 7.0)
    assert omhulling(Rechthoek(0, 0, 2, 1), kwart) == (4, 7, 5, 9)
    assert keer(EENHEID, kwart) == kwart == keer(kwart, EENHEID)
    assert keer(kwart, kwart)[:4] == (-1, 0, 0, -1)
    assert schalen((3, 0, 0, -2, 0, 0)) == (2, 3)
    assert schalen((0, 2, -0.5, 0, 9, 9)) == (0.5, 2)
    assert [draaiing(een) for een in (EENHEID, kwart, (-1, 0, 0, -1, 0, 0), (1, 0, 0, -1, 0, 0))] == [
        0,
        90,
        180,
        None,
    ]


@pytest.mark.parametrize("kleur", [(10, 20, 30, 40), (240, 200, 100, 250)])
def test_inkt_van_een_foto_is_die_van_haar_beeldpunten(kleur: tuple[int, int, int, int]) -> None:
    pdf = pikepdf.new()
    verwacht = sum(kleur) / 2.55

    for beeld in (jpeg(pdf, kleur), kp.beeld(pdf, CMYK, bytes(kleur))):
        deel, meest = beeldinkt.te_veel(beeld, ruimten.CMYK, (300, 300), verwacht - 8)
        assert (deel, meest) == (1, pytest.approx(verwacht, abs=4))
        assert beeldinkt.te_veel(beeld, ruimten.CMYK, (300, 300), verwacht + 8)[0] == 0
