"""The conductor for questions in office files: from Project to a table, from an edited file to a Laag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kaartgen.bouw import MET_VRAGEN, Project, lees_gelaagd
from kaartgen.inhoud import Publicatie
from kaartgen.meldingen import Ernst, Fouten, Melding
from kaartgen.plaatsen import moment
from kaartgen.samenstelling import Kaart, kaartenset
from kaartgen.scene import Pagina, Tabel, Tekst
from kaartgen.vragen import Laag, lees_laag, nieuwe_laag, pas_toe, schrijf_laag
from kaartgen.vragen import tabel as tabellen
from kaartgen.vragen.laagwijziging import wijzig_laag
from kaartgen.vragen.terugbestand import lees_bestand
from kaartgen.vragen.teruglezen import Terug, lees_terug
from kaartgen.vragen.uitgifte import SELECTIE, Uitgegeven, Uitgifte, Vast
from kaartgen.vragen.vraagtekst import sleutel


@dataclass(frozen=True, slots=True)
class Teruggehaald:
    """What came back, what was given out, and the layer that is to be written (None when nothing changed).
    `past_niet` tells what of that layer does not fit on the cards; with any, it is not to be written."""

    terug: Terug
    uitgifte: Uitgifte
    laag: Laag | None
    past_niet: tuple[Melding, ...] = ()


def maak_tabel(project: Project, pad: Path) -> bytes:
    """Give all questions as a table, of the kind that the name of the file says."""
    uitgifte = geef_uit(project, "")
    rijen = list(tabellen.rijen(uitgifte))
    if pad.suffix.lower() == ".csv":
        return tabellen.als_csv(rijen)
    return tabellen.als_xlsx(rijen, uitgifte, moment(project.publicatie.gegevens.jaar))


def haal_terug(
    project: Project, bestand: Path, lagen: Sequence[Path], doel: Path, sta_toe: bool = False
) -> Teruggehaald:
    """Read a file that was made from the project with these layers, as a change of the layer file `doel`.

    Nothing is written. Raises Fouten when the file cannot be used or the layer would be wrong.
    """
    gelezen = lees_bestand(bestand)
    in_lagen = doel in lagen
    slug, waar = project.publicatie.slug, project.plaatsen
    onder = lees_gelaagd(waar, slug, lagen[:-1]).publicatie if in_lagen else project.publicatie
    nu = project.publicatie
    if doel.exists():
        laag = lees_laag(doel)
        nu = nu if in_lagen else lees_gelaagd(waar, slug, [*lagen, doel]).publicatie
    else:
        laag = nieuwe_laag(doel, doel.stem, onder.id, onder.gegevens.editie)
    uitgifte = geef_uit(project, gelezen.eigenschappen.get(SELECTIE, ""))
    terug = lees_terug(gelezen, uitgifte, _vragen(nu), sta_toe)
    if not terug.verschillen:
        return Teruggehaald(terug, uitgifte, None)
    nieuw = wijzig_laag(laag, _vragen(onder), terug.verschillen, uitgifte)
    gelaagd = pas_toe(onder, [nieuw])
    fouten = [een for een in gelaagd.meldingen if een.ernst is Ernst.FOUT]
    if fouten:
        raise Fouten(fouten)
    te_vol = past_niet(replace(project, publicatie=onder), gelaagd.publicatie)
    return Teruggehaald(terug, uitgifte, nieuw, te_vol)


def past_niet(onder: Project, nieuw: Publicatie) -> tuple[Melding, ...]:
    """Give what would not fit on the cards, or cannot be drawn, with the questions of `nieuw`: what `bundel`
    would refuse. What is wrong without them is no fault of these questions, and left out."""
    gevonden = _op_de_kaarten(replace(onder, publicatie=nieuw))
    al = {een.tekst for een in _op_de_kaarten(onder)} if gevonden else set()
    return tuple(een for een in gevonden if een.tekst not in al)


def _op_de_kaarten(project: Project) -> list[Melding]:
    opmaak = project.kaartopmaak[MET_VRAGEN]
    return [*project.tekens(), *project.keur(MET_VRAGEN, map(opmaak.pagina, project.kaarten))]


def schrijf_terug(doel: Path, laag: Laag) -> None:
    """Write the layer at once. Raises Fouten, and writes nothing, when the file is not what was read."""
    schrijf_laag(doel, laag)


def _vragen(publicatie: Publicatie) -> Mapping[str, Sequence[str]]:
    return {id_: een.vragen for id_, een in publicatie.reflectievragen.items()}


def geef_uit(project: Project, selectie: str) -> Uitgifte:
    """Give what a file of this selection was given out with; all cards, for some may be copied in.

    Of an unknown selection the pages that are no cards are only known by their titles.
    """
    publicatie, opmaak = project.publicatie, project.kaartopmaak[MET_VRAGEN]
    bekend = [een.id for een in publicatie.selecties]
    keuze = selectie if selectie in bekend else bekend[0]
    document = project.kaartdocument(MET_VRAGEN, kaartenset(publicatie, project.kaarten, keuze))
    overig = [pagina for pagina in document.paginas if not pagina.kaartnummer]
    return Uitgifte(
        publicatie=publicatie.id,
        editie=project.editie,
        kop=project.ontwerp.woorden.reflectievragen,
        paginas=(
            *(_kaart(project, kaart, opmaak.pagina(kaart)) for kaart in project.kaarten),
            *(
                Uitgegeven(
                    pagina.id, pagina.titel, tuple(_vast(project, pagina, {})) if keuze == selectie else ()
                )
                for pagina in overig
            ),
        ),
        lagen=tuple(laag.naam for laag in project.lagen),
        maker=publicatie.gegevens.maker,
        wijzigbaar=publicatie.gegevens.licentie.wijzigen_toegestaan,
    )


def _kaart(project: Project, kaart: Kaart, pagina: Pagina) -> Uitgegeven:
    woorden, breedte, hoogte = project.ontwerp.woorden, pagina.maat.breedte, pagina.maat.hoogte
    plekken = {kaart.toelichting.tekst: kaart.toelichting.pad, kaart.vraag: (*kaart.plaats, "vraag")}
    for groep in kaart.groepen:
        plekken |= {groep.kop: groep.pad} | {punt.tekst: punt.pad for punt in groep.punten}
    vak = next((een.vak for een in _teksten(pagina) if een.naam == woorden.reflectievragen), None)
    return Uitgegeven(
        id=kaart.id,
        titel=kaart.vraag,
        vast=tuple(_vast(project, pagina, {sleutel(tekst): pad for tekst, pad in plekken.items()})),
        nummer=kaart.nummer,
        inhoud=kaart.inhoudskenmerk,
        voet=woorden.kaart_kort.format(nummer=kaart.nummer),
        vragen=tuple(vraag.tekst for vraag in kaart.vragen),
        vak=None if vak is None else (vak.x / breedte, vak.y / hoogte, vak.b / breedte, vak.h / hoogte),
        notitie=pagina.notitie,
    )


def _vast(project: Project, pagina: Pagina, plekken: Mapping[str, tuple[str | int, ...]]) -> Iterator[Vast]:
    """Give the fixed text of a page, paragraph by paragraph, each with its place in the publication."""
    teksten = [pagina.titel]
    for tekst in _teksten(pagina):
        if tekst.naam != project.ontwerp.woorden.reflectievragen:
            teksten += [alinea.tekst for alinea in tekst.alineas]
    for een in dict.fromkeys(filter(str.strip, teksten)):
        pad = plekken.get(sleutel(een), ("kaarten", pagina.id))
        yield Vast(een, project.publicatie.plek(*pad))


def _teksten(pagina: Pagina) -> Iterator[Tekst]:
    for element in pagina.elementen:
        if isinstance(element, Tabel):
            yield from (cel.tekst for rij in element.rijen for cel in rij)
        elif isinstance(element, Tekst) and element.rol != "nummer":
            yield element
