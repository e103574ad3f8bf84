"""Rules for what is not text: alternative texts, decoration, pictures of text, sound and film."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaartgen.toegankelijkheid.bevinding import Bevinding
from kaartgen.toegankelijkheid.pptx_dossier import TITEL, VOET, Dia, Dossier, Vlakte, Vorm, kort, waar
from kaartgen.toegankelijkheid.pptx_pakket import A, P, R

ALT = "WCAG 2.1, 1.1.1; PowerPoint ‘Missing alternative text’"
BESTANDSNAAM = re.compile(r"\S+\.(png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|heic|pdf|pptx?|mp4|mov|mp3)", re.I)
OMHAAL = re.compile(
    r"\s*(een |de |het |an? |the )?(afbeelding|plaatje|foto|figuur|beeld|image|picture|photo|graphic)"
    r"( van| of|:)\b",
    re.I,
)
VANZELF = re.compile(
    r"(automatisch gegenereerd|automatically generated|AI-generated|gegenereerd door AI)", re.I
)
STANDAARDNAAM = re.compile(
    r"(afbeelding|picture|image|figuur|graphic|vorm|shape|rechthoek|rectangle|ovaal|oval|groep|group|tekstvak|"
    r"textbox|text box|tijdelijke aanduiding|placeholder|grafiek|chart|diagram|tabel|table|object|lijn|"
    r"line|pijl|arrow|logo|foto|photo|untitled|naamloos)[\s:_-]*\d*",
    re.I,
)
BEELD_VULT = 0.6
"""A picture that covers so much of a slide, with no words but the title, may be a picture of text."""

KLANK_EN_FILM = ("videoFile", "audioFile", "wavAudioFile", "quickTimeFile")
WOORDSOORT = {
    "pic": "Deze afbeelding",
    "sp": "Deze vorm",
    "cxnSp": "Deze lijn",
    "grpSp": "Deze groep",
    "graphicFrame": "Deze tabel, grafiek of dit object",
    "contentPart": "Deze inkt",
}


def alt_ontbreekt(_: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """What shows something must say it in words, or be marked as decoration."""
    for boven in dia.vormen:
        for vorm in _stomme(boven):
            yield Bevinding(
                dia.bij(vorm),
                "alt-ontbreekt",
                f"{WOORDSOORT[vorm.soort]} heeft geen alternatieve tekst.",
                "Beschrijf in één zin wat er te zien is, of markeer de vorm als decoratief.",
                ALT,
            )


def alt_in_indeling(_: Dossier, vlakte: Vlakte) -> Iterator[Bevinding]:
    """A picture on a layout or master is on many slides, and is read on none without words or mark."""
    for vorm in (stom for boven in vlakte.vormen for stom in _stomme(boven)):
        if vorm.houder:
            continue
        if any(deel.soort in ("pic", "graphicFrame") for deel in vorm.alles()):
            yield Bevinding(
                f"indeling ‘{vlakte.naam or vlakte.deel}’, vorm ‘{vorm.naam}’",
                "alt-ontbreekt",
                f"{WOORDSOORT[vorm.soort]} heeft geen alternatieve tekst.",
                "Beschrijf in het diamodel wat er te zien is, of markeer de vorm als decoratief.",
                ALT,
            )


def _stomme(vorm: Vorm) -> Iterator[Vorm]:
    """Give what shows something and says nothing: a group as one, unless a part of it does speak."""
    if vorm.alt or vorm.versiering or vorm.gedekt:
        return
    if vorm.soort == "grpSp":
        stom = [stil for deel in vorm.delen for stil in _stomme(deel)]
        spreekt = any(deel.alt or deel.tekst for deel in vorm.alles())
        yield from stom if spreekt or not stom else (vorm,)
    elif vorm.soort != "sp" or not (vorm.tekst or vorm.houder or _is_tekstvak(vorm)):
        yield vorm


def _is_tekstvak(vorm: Vorm) -> bool:
    return waar(vorm.element.find(f"{P}nvSpPr/{P}cNvSpPr"), "txBox")


def alt_nietszeggend(_: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """An alternative text says what a picture shows, not that it is one."""
    for vorm in dia.vlakte.alle_vormen():
        alt = vorm.alt
        if not alt or vorm.versiering:
            continue
        fout = None
        if BESTANDSNAAM.fullmatch(alt):
            fout = "is de naam van een bestand"
        elif STANDAARDNAAM.fullmatch(alt) or not re.search(r"\w{2}", alt):
            fout = "zegt niet wat er te zien is"
        elif OMHAAL.match(alt):
            fout = "begint met wat een voorleesprogramma zelf al zegt"
        elif VANZELF.search(alt):
            fout = "is door een programma bedacht en niet nagekeken"
        if fout:
            yield Bevinding(
                dia.bij(vorm),
                "alt-nietszeggend",
                f"De alternatieve tekst ‘{kort(alt)}’ {fout}.",
                "Schrijf op wat iemand mist die het beeld niet ziet.",
                "WCAG 2.1, 1.1.1 (F30); PowerPoint ‘Suspicious alternative text’",
            )


def versiering_klopt(_: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """Decoration is passed over: it can hold no words, no link and no alternative text."""
    for vorm in dia.vlakte.alle_vormen():
        if not vorm.versiering:
            continue
        inhoud = next((deel.tekst for deel in vorm.alles() if deel.tekst), "")
        if vorm.alt:
            fout = "heeft toch een alternatieve tekst"
        elif any(deel.klik is not None for deel in vorm.alles()):
            fout = "leidt toch ergens heen"
        elif inhoud:
            fout = f"bevat toch tekst: ‘{kort(inhoud)}’"
        else:
            continue
        yield Bevinding(
            dia.bij(vorm),
            "versiering-met-inhoud",
            f"De vorm is als decoratief gemarkeerd en {fout}.",
            "Haal het vinkje bij ‘Als decoratief markeren’ weg, of haal de inhoud weg.",
            "WCAG 2.1, 1.1.1 (F39)",
        )


def beeld_van_tekst(dossier: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """A slide that is one picture may hold its words in that picture, where nobody can read them aloud."""
    heel = dossier.maat.b * dossier.maat.h
    vormen = list(dia.vlakte.alle_vormen())
    woorden = any(vorm.tekst for vorm in vormen if vorm.houder not in (*TITEL, *VOET))
    for vorm in vormen:
        kader = vorm.kader
        film = any(vorm.element.find(f".//{A}{naam}") is not None for naam in KLANK_EN_FILM)
        if vorm.soort != "pic" or kader is None or woorden or film or not heel:
            continue
        if kader.b * kader.h > BEELD_VULT * heel:
            yield Bevinding(
                dia.bij(vorm),
                "tekst-in-beeld",
                "De dia bestaat bijna helemaal uit een afbeelding en heeft zelf geen tekst.",
                "Zet woorden die in het beeld staan als tekst op de dia.",
                "WCAG 2.1, 1.4.5",
            )


def ondertiteling(_: Dossier, dia: Dia) -> Iterator[Bevinding]:
    """Film and sound that are in the file need captions."""
    for vorm in dia.vlakte.alle_vormen():
        film = next(
            (e for naam in KLANK_EN_FILM if (e := vorm.element.find(f"./*/*/{A}{naam}")) is not None), None
        )
        if film is None:
            continue
        bijschrift = any(e.tag.endswith(("}tracksInfo", "}trackLst", "}track")) for e in vorm.element.iter())
        relatie = dia.relaties.get(film.get(f"{R}link", ""))
        elders = relatie is not None and relatie.buiten and relatie.doel.startswith("http")
        if not bijschrift and not elders:
            yield Bevinding(
                dia.bij(vorm),
                "ondertiteling-ontbreekt",
                "Deze film of dit geluid heeft geen ondertiteling.",
                "Voeg bij ‘Afspelen’ ondertiteling toe, of zet de uitgeschreven tekst op de dia.",
                "WCAG 2.1, 1.2.1 en 1.2.2; PowerPoint ‘Missing audio or video subtitles’",
            )


PER_DIA = (alt_ontbreekt, alt_nietszeggend, versiering_klopt, beeld_van_tekst, ondertiteling)
PER_INDELING = (alt_in_indeling,)
