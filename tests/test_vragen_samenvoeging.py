"""Merging a layer with the questions below it: nothing own is lost, nothing is decided in silence."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from inhoud_proef import KLEIN
from kaartgen.inhoud import Publicatie, lees
from kaartgen.inhoud.bron import Bron
from kaartgen.samenstelling import alle_kaarten
from kaartgen.vragen import Gelaagd, Kaartlaag, Laag, Laagvraag, leg_vast, pas_toe
from kaartgen.vragen.bijwerken import werk_bij
from kaartgen.vragen.samenvoeging import Gebeurtenis, voeg_samen

PUBLICATIE: Publicatie = lees(KLEIN)
KAARTEN = tuple(kaart.id for kaart in PUBLICATIE.kaarten)
VRAGEN = (
    "Wat doe jij morgen anders?",
    "Wat doe jij morgen helemaal anders?",
    "Wat DOE jij morgen  anders?",
    "Wie helpt jou als het tegenzit?",
    "Wie helpt jou als het erg tegenzit?",
    "Waar word je blij van?",
    "Welke les geef je door?",
    "Van wie leerde je dat?",
)
teksten = st.sampled_from(VRAGEN)
onderkanten = st.lists(teksten, max_size=5)
laagvragen = st.builds(Laagvraag, teksten) | st.builds(Laagvraag, teksten, teksten)
laagvragen |= st.builds(Laagvraag, teksten, behoud=st.just(True))
kaartlagen = st.builds(
    Kaartlaag,
    st.none() | st.lists(laagvragen, max_size=5).map(tuple),
    st.lists(teksten, max_size=3).map(tuple),
    st.lists(teksten, max_size=2).map(tuple),
)


def laag(kaarten: dict[str, Kaartlaag], naam: str = "Proef") -> Laag:
    return Laag(naam, PUBLICATIE.slug, "", kaarten, Bron("laag.yaml", None))


lagen = st.builds(laag, st.dictionaries(st.sampled_from(KAARTEN[:2]), kaartlagen))


def op_de_kaart(onder: list[str], kaartlaag: Kaartlaag) -> list[str]:
    return [een.tekst for een in voeg_samen(onder, kaartlaag).vragen]


@given(onderkanten, kaartlagen)
def test_elke_eigen_vraag_staat_op_de_kaart_in_de_volgorde_van_de_laag(
    onder: list[str], kaartlaag: Kaartlaag
) -> None:
    eigen = [vraag.tekst for _, vraag in kaartlaag.eigen()]
    genoemd = [een for een in voeg_samen(onder, kaartlaag).vragen if een.pad]
    paden = {pad for pad, _ in kaartlaag.eigen()}
    assert [een.tekst for een in genoemd if een.pad in paden] == eigen
    assert [een.pad for een in genoemd] == sorted(
        (een.pad for een in genoemd), key=lambda pad: pad[0] == "erbij"
    )


@given(onderkanten, kaartlagen)
def test_elke_vraag_van_onder_staat_op_de_kaart_of_is_weggelaten_of_vervangen(
    onder: list[str], kaartlaag: Kaartlaag
) -> None:
    samen = voeg_samen(onder, kaartlaag)
    gebleven = Counter(onder[een.onder] for een in samen.vragen if een.onder is not None)
    assert gebleven + Counter(oud for oud, _ in samen.weg) == Counter(onder)


@given(onderkanten, kaartlagen)
def test_wat_van_onder_gewijzigd_weg_of_nieuw_is_wordt_gemeld(onder: list[str], kaartlaag: Kaartlaag) -> None:
    samen = voeg_samen(onder, kaartlaag)
    gemeld = {verschil.pad for verschil in samen.verschillen}
    for nummer, vraag in enumerate(kaartlaag.vragen or ()):
        genoemd = vraag.tekst if vraag.behoud else vraag.vervangt
        if genoemd and genoemd not in onder and not any(genoemd.split() == een.split() for een in onder):
            hoofdletters = any(genoemd.casefold().split() == een.casefold().split() for een in onder)
            assert hoofdletters or ("vragen", nummer) in gemeld
    if kaartlaag.vragen is not None:
        onvermeld = [een.tekst for een in samen.vragen if not een.pad]
        assert Counter(onvermeld) == Counter(
            verschil.nieuw
            for verschil in samen.verschillen
            if verschil.wat in (Gebeurtenis.NIEUW, Gebeurtenis.WEGGELATEN_ANDERS)
        )


@given(onderkanten)
def test_een_lege_laag_verandert_niets(onder: list[str]) -> None:
    samen = voeg_samen(onder, Kaartlaag())
    assert [een.tekst for een in samen.vragen] == onder
    assert (samen.weg, samen.verschillen) == ((), ())


@given(st.lists(teksten, max_size=5), st.lists(teksten, max_size=5))
def test_wat_iemand_wil_komt_er_precies_zo_en_zonder_meldingen(onder: list[str], gewenst: list[str]) -> None:
    kaartlaag = leg_vast(onder, gewenst, "kenmerk")
    if kaartlaag is None:
        assert gewenst == onder
        return
    samen = voeg_samen(onder, kaartlaag)
    assert [een.tekst for een in samen.vragen] == gewenst
    assert samen.verschillen == ()


def met_vragen(onder: list[str]) -> Publicatie:
    id_ = KAARTEN[0]
    anders = PUBLICATIE.reflectievragen[id_].model_copy(update={"vragen": tuple(onder)})
    return replace(PUBLICATIE, reflectievragen={**PUBLICATIE.reflectievragen, id_: anders})


@given(onderkanten, kaartlagen)
@example(
    ["Wat DOE jij morgen  anders?"],
    Kaartlaag(
        (Laagvraag("Wat DOE jij morgen  anders?", vervangt="Wat doe jij morgen helemaal anders?"),),
        ("Wat doe jij morgen anders?",),
    ),
)
def test_na_het_bijwerken_staat_hetzelfde_op_de_kaart_en_zijn_er_geen_verschillen_meer(
    onder: list[str], kaartlaag: Kaartlaag
) -> None:
    publicatie = met_vragen(onder)
    nieuw = werk_bij(laag({KAARTEN[0]: kaartlaag}), publicatie).kaarten[KAARTEN[0]]
    assert [een.tekst for een in voeg_samen(onder, nieuw).vragen] == op_de_kaart(onder, kaartlaag)
    assert voeg_samen(onder, nieuw).verschillen == ()
    assert nieuw.inhoud == alle_kaarten(publicatie)[0].inhoudskenmerk
    assert [vraag.tekst for _, vraag in nieuw.eigen()] == [vraag.tekst for _, vraag in kaartlaag.eigen()]


def vragen(gelaagd: Gelaagd) -> dict[str, tuple[str, ...]]:
    return {id_: kaart.vragen for id_, kaart in gelaagd.publicatie.reflectievragen.items()}


def test_geen_laag_is_dezelfde_publicatie() -> None:
    assert pas_toe(PUBLICATIE, []).publicatie is PUBLICATIE


@given(lagen, lagen, lagen)
def test_stapelen_in_een_keer_is_stapelen_na_elkaar(onderste: Laag, middelste: Laag, bovenste: Laag) -> None:
    ineens = pas_toe(PUBLICATIE, [onderste, middelste, bovenste])
    eerst = pas_toe(PUBLICATIE, [onderste, middelste])
    erna = pas_toe(eerst.publicatie, [bovenste])
    assert vragen(ineens) == vragen(erna)
    assert vragen(ineens) == vragen(
        pas_toe(pas_toe(PUBLICATIE, [onderste]).publicatie, [middelste, bovenste])
    )


@given(lagen, lagen)
def test_elke_vraag_heeft_een_herkomst_en_van_een_laag_staat_zij_in_die_laag(een: Laag, ander: Laag) -> None:
    gelaagd = pas_toe(PUBLICATIE, [een, ander])
    for id_, teksten_ in vragen(gelaagd).items():
        assert len(gelaagd.herkomst[id_]) == len(teksten_)
        for tekst, herkomst in zip(teksten_, gelaagd.herkomst[id_], strict=True):
            if herkomst.laag is None:
                assert tekst in PUBLICATIE.reflectievragen[id_].vragen
            else:
                assert tekst in [vraag.tekst for _, vraag in herkomst.laag.kaarten[id_].eigen()]


# -- by example -------------------------------------------------------------------------------------------

A, B, C = "Wie helpt jou als het tegenzit?", "Waar word je blij van?", "Welke les geef je door?"
A_ANDERS = "Wie helpt jou als het erg tegenzit?"
EIGEN = "Wat doe jij morgen anders?"


def verschillen(onder: list[str], kaartlaag: Kaartlaag) -> list[tuple[str, str, str, str]]:
    samen = voeg_samen(onder, kaartlaag)
    return [(str(een.wat), een.oud, een.nieuw, een.eigen) for een in samen.verschillen]


def test_een_behouden_vraag_die_veranderde_komt_op_haar_plaats_en_wordt_gemeld() -> None:
    kaartlaag = Kaartlaag((Laagvraag(EIGEN), Laagvraag(A, behoud=True), Laagvraag(B, behoud=True)))
    assert op_de_kaart([B, A_ANDERS], kaartlaag) == [EIGEN, A_ANDERS, B]
    assert verschillen([B, A_ANDERS], kaartlaag) == [("vraag-van-onder-anders", A, A_ANDERS, "")]


def test_een_behouden_vraag_die_weg_is_wordt_gemeld() -> None:
    kaartlaag = Kaartlaag((Laagvraag(EIGEN), Laagvraag(A, behoud=True), Laagvraag(B, behoud=True)))
    assert op_de_kaart([B], kaartlaag) == [EIGEN, B]
    assert verschillen([B], kaartlaag) == [("vraag-van-onder-weg", A, "", "")]


def test_een_eigen_vraag_blijft_als_de_vraag_die_zij_vervangt_veranderde() -> None:
    kaartlaag = Kaartlaag((Laagvraag(EIGEN, A), Laagvraag(B, behoud=True)))
    assert op_de_kaart([A_ANDERS, B], kaartlaag) == [EIGEN, B]
    assert verschillen([A_ANDERS, B], kaartlaag) == [("vervangen-vraag-anders", A, A_ANDERS, EIGEN)]


def test_een_weggelaten_vraag_die_veranderde_komt_terug_en_wordt_gemeld() -> None:
    kaartlaag = Kaartlaag((Laagvraag(B, behoud=True),), (A,))
    assert op_de_kaart([A_ANDERS, B], kaartlaag) == [B, A_ANDERS]
    assert verschillen([A_ANDERS, B], kaartlaag) == [("weggelaten-vraag-anders", A, A_ANDERS, "")]


def test_een_nieuwe_vraag_van_onder_komt_achteraan_en_wordt_gemeld() -> None:
    kaartlaag = Kaartlaag((Laagvraag(B, behoud=True), Laagvraag(EIGEN)))
    assert op_de_kaart([C, B], kaartlaag) == [B, EIGEN, C]
    assert verschillen([C, B], kaartlaag) == [("vraag-van-onder-nieuw", "", C, "")]


def test_erbij_komt_achter_wat_er_al_staat_wat_dat_ook_is() -> None:
    assert op_de_kaart([A, B, C], Kaartlaag(weglaten=(B,), erbij=(EIGEN,))) == [A, C, EIGEN]
    assert verschillen([A, B, C], Kaartlaag(weglaten=(B,), erbij=(EIGEN,))) == []


def test_een_vraag_zonder_behoud_die_ook_in_de_publicatie_staat_is_die_van_de_publicatie() -> None:
    kaartlaag = Kaartlaag((Laagvraag(B), Laagvraag(EIGEN), Laagvraag(A)))
    samen = voeg_samen([A, B], kaartlaag)
    assert [(een.tekst, een.onder) for een in samen.vragen] == [(B, 1), (EIGEN, None), (A, 0)]
    assert samen.verschillen == ()
