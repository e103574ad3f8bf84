"""The linter for reflectievragen: what it finds in questions that people write, and what it leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vraagproef
from inhoud_proef import ECHT
from kaartgen.inhoud import lees
from kaartgen.inhoud.model import VRAAGREGELS
from kaartgen.inhoud.schrijfwijzer import Aanname, Schrijfwijzer, lees_schrijfwijzer
from kaartgen.inhoud.vraagkeuring import MAX_WOORDEN, vraagbevindingen
from kaartgen.plaatsen import PROJECT

SCHRIJFWIJZERS = PROJECT / "data" / "schrijfwijzers"


def _nederlands() -> Schrijfwijzer:
    wijzer, meldingen = lees_schrijfwijzer(SCHRIJFWIJZERS, "nl-NL")
    assert wijzer and not meldingen
    return wijzer


NL = _nederlands()
GOED = [
    "Wat doe je als niemand kijkt?",
    "Wanneer zei je voor het laatst sorry tegen een inwoner?",
    "Aan wie vraag je raad als je er niet uitkomt?",
    "In welk dossier zit je te dicht op de inhoud?",
    "Met hoeveel collega’s at je deze week aan één tafel?",
    "Sinds wanneer voel je je thuis in de raad?",
    "Tot hoever gaat je geduld met een boze bewoner?",
    "Als bestuurslid: welke leden hoor je nooit?",
    "Jij als voorzitter, wat laat jij lopen?",
    "Als het spannend wordt, wat doe jij dan als eerste?",
    "Als je morgen zou stoppen, wie zou je dan missen?",
    "Stel dat de krant meeleest: wat schrijf je dan anders op?",
    "Stel je mag één regel schrappen: welke kies je?",
    "Wanneer je een fout maakt, wie vertel je dat dan?",
    "Had je het over mogen doen, wat had je dan anders gedaan?",
    "Denk aan je laatste debat: wat zei je niet?",
    "Ga terug naar je eerste werkdag: wat viel je op?",
    "Je staat alleen in het college. Wat houdt je op de been?",
    "Welke kennis of welk contact deel je te weinig?",
    "Wie is het vaak met je oneens en verdient toch een compliment?",
    "Wat zegt je buurman over wat je doet en wat je laat?",
    "Hoe weet je of je koersvast bent of koppig?",
    "Wat weet je over hoe inwoners leven en wat zij nodig hebben?",
    "Waar in je werk ben en blijf je jezelf?",
    "Waar en wanneer kom je tot rust?",
    "Hoe reageer je als iemand zegt: ‘Heb je even?’",
    "Wat bedoelen inwoners met de vraag ‘Doe je er wat aan?’ en hun zucht erna?",
    "Wat schrap je uit je week, ook al kost het je stemmen?",
    "Waarden botsen soms. Welke liet jij voorgaan?",
    "Wat vond je natuurlijk en bleek het niet te zijn?",
    "Waarom is een collega die je goed kent geen lid?",
    "Hoe kom je erachter wat een wijk niet zegt, maar wel voelt?",
    "Wat doet het met je als een bezoeker niet wordt geholpen?",
    "Namens wie spreek je als je het woord neemt?",
    "Waarop ben je trots, zonder dat iemand het weet?",
    "Bij wie durf jij een fout toe te geven?",
    "Wiens mening weegt bij jou te zwaar?",
    "Wat bezielt een mens toch?",
    "Wat antwoord je op ‘Wat doe je en wat laat je?’ van een inwoner?",
    "Wanneer een inwoner klaagt, wat zeg jij dan?",
    "Wanneer komt de raad bij jou om advies?",
    "Wanneer was je voor het laatst bang om iets te zeggen?",
    "Wanneer iemand je tegenspreekt, wat gebeurt er dan met jou?",
    "Toen je begon: wie was toen je voorbeeld?",
    "Op een schaal van 1 tot 10: hoe moedig ben je?",
    "Over een jaar: waar ben je dan trots op?",
    "Naast je werk, wat geeft je energie?",
    "Hoe weet je wie er afhaakt en waarom?",
    "En wat doe jij als het licht uitgaat?",
    "Wat merken jongeren ervan, en ouderen?",
    "Wat gaat er mis als regels en gewoonten botsen en niemand iets zegt?",
    "Welk deel van je werk kun je niet en wil je niet loslaten?",
    "Wat is het waard om vastgehouden te worden als alles verandert?",
    "Hoe gaat een besluit dat in jouw fractie wordt genomen naar buiten?",
    "Wat heb jij nodig om morgen anders te beginnen?",
    "Hoe praat je over geld met iemand die het niet heeft?",
    "Waar loop je tegenaan wanneer je nee zegt?",
    "Op welk moment wist je: dit ga ik doen?",
    "Wat zou jij doen als je één dag burgemeester was?",
    "Als je de raad een rapportcijfer geeft, welk cijfer wordt het dan?",
    "Hoeveel tijd per week besteed je aan mensen die niet op je stemmen?",
    "Stel, je wordt gebeld door een boze ondernemer. Wat zeg je?",
    "Met wie bespreek je je twijfels?",
    "Hoe zie je het verschil tussen moed en overmoed?",
    "Hoe ga je om met en leer je van kritiek?",
    "Waarom is integriteit belangrijk voor jou?",
    "Wat vindt u van de samenwerking met het waterschap?",
    "Wat is voor u als dijkgraaf een goede dag?",
    "Toen de crisis begon, wie belde je als eerste?",
    "Kijkend naar het afgelopen jaar: waar ben je trots op?",
    "In hoeverre bepaalt je partij wat je zegt?",
    "Voor wie doe je het eigenlijk?",
    "Dus wat neem je hiervan mee?",
    "Een inwoner scheldt je uit: wat doe je?",
    "Wat vraagt jouw ambt van je gezin?",
    "Welke rol speelt macht in jouw overleg?",
    "Hoe weet je wat er leeft en hoe je dat deelt?",
    "Wat maakt dat je blijft, ook als het zwaar is?",
    "Wie vergeet je, hoe goed je het ook bedoelt?",
    "Wat blijft er over van je plan als het geld op is?",
    "Hoe eerlijk ben je tegen jezelf?",
    "Waar wordt een afspraak bij jullie gemaakt en nageleefd?",
    "Hoe wordt bij jullie besloten wie het woord krijgt?",
    "Van welk besluit heb je spijt, zelfs al was het juist?",
    "Je eerste dag, hoe was die?",
    "Waar sta je voor?",
    "Wat als niemand meer stemt?",
    "Hoe verdeel je aandacht tussen wie roept en wie zwijgt?",
    "Wat leer je van wie je tegenspreekt en van wie je gelijk geeft?",
    "Hoe merk je of een plan leeft en wie kan meedoen?",
    "Wat leer je van wie zwijgt, wie vraagt en wie lacht?",
    "En op je werk?",
    "En in zijn ogen?",
    "Noem een besluit waar je trots op bent.",
    "Je kent dat wel: niemand zegt iets. Vertel wat jij dan doet.",
    "Vul aan: ik ben een goede voorzitter als …",
]
"""One open question each, short and without a push."""

FOUT = {
    "Heb je weleens aan je ambt getwijfeld?": {"gesloten"},
    "Ben jij zichtbaar genoeg in de wijk?": {"gesloten"},
    "Kun je vertellen wat je dan doet?": {"gesloten"},
    "Vind je dat de raad goed luistert?": {"gesloten"},
    "Durft jouw team jou tegen te spreken?": {"gesloten"},
    "Is er in jouw organisatie ruimte voor fouten?": {"gesloten"},
    "Zijn inwoners welkom bij jullie vergaderingen?": {"gesloten"},
    "Luister jij ook naar mensen die zwijgen?": {"gesloten"},
    "Slaap je goed na een zware vergadering?": {"gesloten"},
    "Kies je voor de regel of voor de mens?": {"gesloten"},
    "Als het tegenzit, vraag je dan om hulp?": {"gesloten"},
    "Wanneer je een fout maakt, durf je die dan te noemen?": {"gesloten"},
    "Als raadslid: heb jij genoeg steun?": {"gesloten"},
    "Als je morgen zou stoppen, zou iemand je dan missen?": {"gesloten"},
    "Mag een wethouder twijfelen?": {"gesloten"},
    "Zou het college jou om raad vragen?": {"gesloten"},
    "Ben je het ermee eens dat de raad te weinig doet?": {"gesloten", "sturend"},
    "Vind je ook niet dat inwoners meer te zeggen moeten krijgen?": {"gesloten", "sturend"},
    "Moeten we niet veel meer naar jongeren luisteren?": {"gesloten", "sturend"},
    "Zou het niet beter zijn om eerst te luisteren?": {"gesloten", "sturend"},
    "Waarom ga je niet gewoon met inwoners praten?": {"sturend"},
    "Hoe zorg je voor rust, want iedereen weet dat haast niet werkt?": {"sturend"},
    "Je luistert naar iedereen, toch?": {"gesloten", "sturend"},
    "Je luistert toch?": {"gesloten", "sturend"},
    "Jij bent onafhankelijk, nietwaar?": {"gesloten", "sturend"},
    "Wat deed je, en waarom?": {"dubbel"},
    "Wat vind je goed en wat vind je minder goed?": {"dubbel"},
    "Welke fout maakte je en welke les heb je daaruit getrokken?": {"dubbel"},
    "Wie miste je en hoe ga je die bereiken?": {"dubbel"},
    "Wat wil je bereiken? En wie heb je daarbij nodig?": {"dubbel"},
    "Wanneer gaf je toe en had je daar later spijt van?": {"dubbel"},
    "Heb je een mentor en wat leer je van die persoon?": {"dubbel", "gesloten"},
    "Welk woord gebruik je te vaak, en tegen wie?": {"dubbel"},
    "Wat zou je doen als niemand het zag, en zou je het vertellen?": {"dubbel"},
    "Toen je begon, had je toen een voorbeeld?": {"gesloten"},
    "Weet jij wie er nooit komt?": {"gesloten"},
    "Wanneer iemand een fout maakt, durf jij dat dan te noemen?": {"gesloten"},
    "Wanneer een inwoner klaagt, bel jij dan terug?": {"gesloten"},
    "Wat doet de raad goed en wat doet de raad slecht?": {"dubbel"},
    "Iedereen zwijgt. Spreek jij dan?": {"gesloten"},
    "Iedereen zwijgt, zegt niets. Jij wel, toch?": {"gesloten", "sturend"},
    "Heb je een plan, en wat is je eerste stap?": {"dubbel", "gesloten"},
    "En durf jij dat hardop te zeggen?": {"gesloten"},
    "Wat doe je? Vertel het aan je buur.": {"zonder-vraagteken"},
    "Waar lag je wakker van??": {"zonder-vraagteken"},
    "Hoe implementeer je een besluit waar je tegen was?": {"jargon"},
    "Hoe helpt de implementatie van een besluit jouw inwoners?": {"jargon"},
    "Welke stakeholders zie jij te weinig?": {"jargon"},
    "Wat gebeurt er als een besluit wordt genomen en niet wordt uitgelegd?": {"lijdend"},
    "Welk plan uit je eerste jaar zou je nu met alles wat je nu weet heel anders doen dan toen?": set(),
    "Welk plan uit je eerste jaar zou je nu met al wat je nu weet en kunt heel anders doen dan toen?": {
        "lang"
    },
    "Wie mag jou corrigeren en hoe vaak gebeurt dat?": {"dubbel"},
    "Als je de raad een rapportcijfer geeft, is dat dan een voldoende?": {"gesloten"},
    "Geef je genoeg ruimte aan twijfel?": {"gesloten"},
    "Ervaar jij druk van buiten?": {"gesloten"},
    "Stel dat het misgaat, durf je dat dan te zeggen?": {"gesloten"},
    "Wat ging er goed, wat ging er fout?": {"dubbel"},
    "Waarom luister je niet gewoon?": {"sturend"},
    "Is het niet gek dat de burger zo weinig te zeggen heeft?": {"gesloten", "sturend"},
    "Denk je niet dat het beter kan?": {"gesloten", "sturend"},
    "Zou u een collega aanspreken op ongepast gedrag?": {"gesloten"},
    "Toen de crisis begon, belde je toen iemand?": {"gesloten"},
    "Kijkend naar het afgelopen jaar, ben je tevreden?": {"gesloten"},
    "Welk compliment gaf je deze week en aan wie?": {"dubbel"},
    "Een inwoner scheldt je uit: bel je de politie?": {"gesloten"},
    "Lukt het jou om thuis het werk los te laten?": {"gesloten"},
    "Wil je iets kwijt?": {"gesloten"},
    "Werkt jullie samenwerking?": {"gesloten"},
    "Zie jij kansen?": {"gesloten"},
    "Vraagt jouw ambt soms te veel van je gezin?": {"gesloten"},
    "Speelt macht een rol in jouw overleg?": {"gesloten"},
    "Kent u het gevoel dat niemand luistert?": {"gesloten"},
    "Tegen wie zeg je nooit nee, en wat kost je dat?": {"dubbel"},
    "Welke afspraak werd gemaakt terwijl hij niet werd nagekomen?": {"lijdend"},
    "Welke stap zet je dit kwartaal op het gebied van duurzaamheid?": {"jargon"},
    "Wat is de impact van jouw woorden?": {"jargon"},
    "Hoe kijkt een jongere van twee maal acht jaar of zo naar al wat er op de avond in de raad is?": {"lang"},
    "Vertel eens over je eerste dag": {"zonder-vraagteken"},
    "Vertel of je trots bent op je werk.": {"zonder-vraagteken"},
    "Denk na over je rol in het debat.": {"zonder-vraagteken"},
    "Noem een fout en vertel wat je ervan leerde.": {"dubbel"},
    "Beschrijf een debat dat goed ging. Noem ook een debat dat misging.": {"dubbel"},
    "Ga je weleens de wijk in zonder agenda?": {"gesloten"},
    "Ging het goed of ging het fout?": {"gesloten"},
    "Wat betekent het voor jou dat inwoners je aanspreken, en wat doe je daarmee?": {"dubbel"},
    "Waarmee begin je maandag en waarmee stop je?": {"dubbel"},
    "Wat vind je moeilijk en hoe los je dat op?": {"dubbel"},
    "Wat wil je bereiken of waar loop je tegenaan?": {"dubbel"},
    "Hoe vaak per week spreek je inwoners, of doe je dat niet?": {"dubbel"},
    "Wat ging goed, wat ging fout en wie kan helpen?": {"dubbel"},
    "Als griffier: welke fout zie je vaak en hoe herstel je die?": {"dubbel"},
    "Handelt de burgemeester hier integer?": {"gesloten"},
    "Toch is het beter om te zwijgen?": {"gesloten"},
    "Ooit spijt gehad van een besluit?": {"gesloten"},
    "Iemand uitgelachen om zijn mening?": {"gesloten"},
    "Ja of nee: mag een raadslid liegen?": {"gesloten"},
    "Wat ging er mis en wie hielp?": {"dubbel"},
    "Wie maakt de regels en wie handhaaft ze?": {"dubbel"},
    "Eens of oneens: meer geld naar de wijk?": {"gesloten"},
    "Waarom luister je eigenlijk nooit?": {"sturend"},
    "Waarom is transparantie zo belangrijk voor het vertrouwen?": {"sturend"},
    "Hoe komt het dat je zo weinig tegenspraak duldt?": {"sturend"},
    "Wat deed de motie nadat zij werd ingediend, aangenomen en uitgevoerd?": {"lijdend"},
}
"""Questions that break one rule or more, with the rules that an editor would name."""


def regels(vraag: str) -> set[str]:
    """Give the rules that a question breaks."""
    return {een.regel for een in vraagbevindingen(vraag, NL)}


@pytest.mark.parametrize("vraag", GOED)
def test_een_open_korte_vraag_geeft_geen_bevinding(vraag: str) -> None:
    assert vraagbevindingen(vraag, NL) == ()


@pytest.mark.parametrize("vraag", FOUT)
def test_een_vraag_die_een_regel_breekt_geeft_die_regel_en_geen_andere(vraag: str) -> None:
    assert regels(vraag) == FOUT[vraag]


@pytest.mark.parametrize("aantal", [19, 20, 21])
def test_een_vraag_is_te_lang_vanaf_een_woord_meer_dan_twintig(aantal: int) -> None:
    vraag = " ".join(["Wat", *["heel"] * (aantal - 2), "graag?"])
    assert ("lang" in regels(vraag)) is (aantal > MAX_WOORDEN)


def test_geen_vraagteken_en_een_vraagteken_op_de_verkeerde_plaats_krijgen_elk_hun_eigen_raad() -> None:
    (geen,), (midden,) = vraagbevindingen("Een mooi boek.", NL), vraagbevindingen("Wat lees je? Zeg het.", NL)
    assert geen.regel == midden.regel == "zonder-vraagteken"
    assert (geen.raad, midden.raad[:22]) == ("Maak er een vraag van.", "Zet de vraag aan het e")


def test_een_los_streepje_telt_niet_als_woord() -> None:
    assert regels(" ".join(["Wat – ", *["heel"] * 18, "graag?"])) == set()


@pytest.mark.parametrize("werkwoord", sorted(NL.vragen.werkwoorden))
def test_elk_werkwoord_uit_de_schrijfwijzer_maakt_een_vraag_gesloten(werkwoord: str) -> None:
    assert regels(f"{werkwoord.capitalize()} jij of een ander daar iets?") == {"gesloten"}
    assert regels(f"Wat {werkwoord} jij of een ander daar?") == set()


@pytest.mark.parametrize("vraagwoord", sorted(NL.vragen.vraagwoorden))
def test_elk_vraagwoord_vooraan_maakt_een_vraag_open(vraagwoord: str) -> None:
    for begin in (vraagwoord.capitalize(), f"Tegen {vraagwoord}", f"Als het misgaat, {vraagwoord}"):
        assert "gesloten" not in regels(f"{begin} doe jij dat?")


@pytest.mark.parametrize("uiting", NL.vragen.sturend)
def test_elke_sturende_uiting_wordt_gezien_waar_zij_ook_staat(uiting: str) -> None:
    gezegd = uiting.replace("…", "het nu echt")
    assert "sturend" in regels(f"{gezegd.capitalize()} morgen iets doen?")
    assert "sturend" in regels(f"Wat vind je, {gezegd} morgen iets doen?")


@pytest.mark.parametrize("uiting", [*NL.vragen.sturend_slot, *NL.vragen.sturend_slot_bewering])
def test_een_sturend_slot_telt_alleen_aan_het_eind(uiting: str) -> None:
    assert "sturend" in regels(f"Jij doet dat altijd, {uiting}?")
    assert "sturend" not in regels(f"Wat doe jij altijd {uiting} voor de anderen?")


def test_wat_iemand_letterlijk_zegt_maakt_de_vraag_niet_dubbel_gesloten_of_sturend() -> None:
    assert (
        regels("Wat antwoord je op ‘Heb je even? Vind je ook niet dat het anders kan?’ van een inwoner?")
        == set()
    )


def test_vet_en_een_punt_vooraan_tellen_niet_mee() -> None:
    assert regels("• Wat doe **je** nu?") == regels("Wat doe je nu?") == set()
    assert regels("• **Heb** je nu tijd?") == {"gesloten"}


def test_zonder_schrijfwijzer_gelden_alleen_de_regels_die_geen_taal_nodig_hebben() -> None:
    gevonden = {
        vraag: {een.regel for een in vraagbevindingen(vraag, None)}
        for vraag in (
            "Do you agree?",
            "What did you do. Tell us.",
            "What? And why?",
            " ".join(["why"] * 21) + "?",
        )
    }
    assert list(gevonden.values()) == [set(), {"zonder-vraagteken"}, {"dubbel"}, {"lang"}]


@pytest.mark.parametrize(
    "stuk",
    [
        "!",
        "?",
        "_",
        "‘",
        "en ",
        "waarom ",
        "wordt gekozen ",
        "heb je ",
        "a. ",
        "wat, ",
        "wat doe je, ",
        "of wat en ",
        "waarom je ",
        "middels ",
        ". ",
        "’",
    ],
)
def test_een_eindeloze_tekst_krijgt_ook_een_oordeel(stuk: str) -> None:
    """What takes time by the square of the length would not come to an end here."""
    assert vraagbevindingen(stuk * 50_000, NL)


@given(st.text(max_size=80))
def test_elke_tekst_krijgt_een_oordeel_met_bekende_regels_en_raad(tekst: str) -> None:
    for wijzer in (NL, None):
        for een in vraagbevindingen(tekst, wijzer):
            assert een.regel in VRAAGREGELS
            assert een.tekst.endswith(".") and een.raad.endswith(".")


@given(
    st.lists(st.sampled_from([vraag for vraag in (*GOED, *FOUT) if "‘" not in vraag]), min_size=2, max_size=3)
)
def test_vragen_na_elkaar_zijn_meer_dan_een_vraag(vragen: list[str]) -> None:
    met_teken = [vraag for vraag in vragen if "?" in vraag]
    assert len(met_teken) < 2 or "dubbel" in regels(" ".join(vragen))


@pytest.mark.parametrize("vraag", vraagproef.GOED)
def test_een_goede_vraag_uit_de_proef_krijgt_geen_waarschuwing(vraag: str) -> None:
    assert regels(vraag) == set()


@pytest.mark.parametrize("regel", vraagproef.GEZIEN)
def test_elke_fout_uit_de_proef_die_aan_de_vorm_te_zien_is_wordt_gezien(regel: str) -> None:
    assert [vraag for vraag in vraagproef.GEZIEN[regel] if regel not in regels(vraag)] == []


def test_wat_de_keuring_mist_of_ten_onrechte_noemt_is_bekend() -> None:
    """Whoever betters the rules moves the question to the list where it then belongs."""
    ongezien = vraagproef.ONGEZIEN.items()
    assert [vraag for vraag, regel in ongezien if regel in regels(vraag)] == []
    assert {vraag: sorted(regels(vraag)) for vraag in vraagproef.TEN_ONRECHTE} == vraagproef.TEN_ONRECHTE


@pytest.mark.parametrize(
    ("slecht", "goed"),
    [
        ("Hoe en waarom kies je een kant?", "Hoe en wanneer kies je een kant?"),
        ("Waarom en met wie praat je?", "Waarover en met wie praat je?"),
        ("Merk je verzet, en zo ja, bij wie?", "Merk je zo weinig verzet, en bij wie zo veel?"),
        ("Wat lukt en wat niet?", "Hoe weet je wat lukt en wat niet?"),
        ("Met wie praat je vaak en met wie liever niet?", "Met wie praat je vaak en graag of liever niet?"),
        ("Wat lukt, en welke rol past jou?", "Hoe weet je wat lukt en welke rol jou past?"),
        (
            "Welke groep groeit en wat vraagt dat van jou?",
            "Hoe weet je welke groep groeit en wat dat vraagt?",
        ),
        ("Wat doe je als het fout gaat, of hoe vier je dat het goed is?", "Hoe zie je of het goed is?"),
    ],
)
def test_een_tweede_vraag_is_aan_haar_bouw_te_zien(slecht: str, goed: str) -> None:
    assert "dubbel" in regels(slecht)
    assert "dubbel" not in regels(goed)


@pytest.mark.parametrize("schakel", ["maar", "en"])
def test_wat_voor_een_vraag_wordt_beweerd_vraagt_zelf_niets(schakel: str) -> None:
    assert regels(f"Jij kent iedereen, {schakel} wie kent jou?") == set()
    assert regels(f"Wie ken jij, {schakel} wie kent jou?") == {"dubbel"}


@pytest.mark.parametrize("uitnodiging", NL.vragen.uitnodigingen)
def test_een_uitnodiging_om_te_vertellen_hoeft_geen_vraagteken(uitnodiging: str) -> None:
    begin = uitnodiging.capitalize()
    assert regels(f"{begin} iets waar je trots op bent.") == regels(f"{begin}: ik blijf omdat …") == set()
    assert regels(f"{begin} iets waar je trots op bent!") == {"zonder-vraagteken"}
    assert regels(f"{begin} of je trots bent.") == {"zonder-vraagteken"}
    assert regels(f"Noem iets moois en {uitnodiging} iets wat je moeilijk vond.") == {"dubbel"}


@pytest.mark.parametrize(
    "vraag",
    [
        "Praten we hier genoeg over?",
        "Luisteren raadsleden naar elkaar?",
        "Jullie maken afspraken over wie wat zegt?",
        "De raad bepaalt wie er spreekt?",
        "Je weet waarom het misging?",
    ],
)
def test_een_gesloten_vraag_of_bewering_is_aan_haar_bouw_te_zien(vraag: str) -> None:
    assert regels(vraag) == {"gesloten"}


@pytest.mark.parametrize(
    "vraag",
    [
        "Mensen met weinig tijd?",
        "Plannen waar je trots op bent?",
        "Je deed wat?",
        "Jullie afspraken over wie wat zegt, hoe werken die?",
    ],
)
def test_een_vraag_die_alleen_op_een_gesloten_vraag_lijkt_is_open(vraag: str) -> None:
    assert regels(vraag) == set()


@pytest.mark.parametrize("mening", sorted(NL.vragen.meningvragen))
def test_wat_vind_je_laat_het_vragen_over_aan_wat_volgt(mening: str) -> None:
    assert regels(f"{mening.capitalize()}, moet de raad kleiner?") == {"gesloten"}
    assert regels(f"{mening.capitalize()}, wie moet er kleiner?") == set()
    assert "gesloten" not in regels(f"{mening.capitalize()} als de raad kleiner wordt?")


@pytest.mark.parametrize("woord", sorted(NL.vragen.vanzelfsprekend))
def test_een_bewering_die_geen_twijfel_toelaat_stuurt(woord: str) -> None:
    for bewering in (f"Een raad moet {woord} luisteren", f"{woord.capitalize()} moet een raad luisteren"):
        assert regels(f"{bewering}, maar hoe doe je dat?") >= {"sturend"}
    assert "sturend" not in regels(f"Wat was voor jou {woord} en bleek anders?")


def test_toch_stuurt_in_een_bewering_en_niet_na_een_werkwoord_vooraan() -> None:
    assert regels("Jullie weten toch hoe dat moet?") == {"gesloten", "sturend"}
    assert regels("Durf je het toch te zeggen?") == {"gesloten"}


@pytest.mark.parametrize("bestand", ["toegankelijkheid.md", "handleiding.md"])
def test_de_documentatie_noemt_hoeveel_de_keuring_vindt_en_mist(bestand: str) -> None:
    gezien = sum(len(vragen) for vragen in vraagproef.GEZIEN.values())
    slecht, mis = gezien + len(vraagproef.ONGEZIEN), len(vraagproef.TEN_ONRECHTE)
    tekst = " ".join((PROJECT / "docs" / bestand).read_text(encoding="utf-8").split())
    assert f"Van {slecht} slechte proefvragen vindt de keuring er {gezien}" in tekst
    assert f"van {len(vraagproef.GOED) + mis} goede noemt zij er {mis}" in tekst


@pytest.mark.parametrize("aanloop", ["", "En ", "Maar "])
def test_een_vraag_zonder_vraagwoord_die_niets_zegt_vraagt_door(aanloop: str) -> None:
    """Such as ‘En thuis?’ has no yes or no for an answer; with a verb of its own it has."""
    assert regels(f"{aanloop}je lastigste keuze van toen je begon?") == set()
    assert regels(f"{aanloop}je lastigste keuze was een fout?") == {"gesloten"}


@pytest.mark.parametrize(
    ("aanname", "begin", "slot"),
    [
        (aanname, begin, slot)
        for aanname in NL.vragen.aannames
        for begin in aanname.begin
        for slot in aanname.slot
    ],
)
def test_elke_aanname_stuurt_tenzij_iets_haar_verzacht(aanname: Aanname, begin: str, slot: str) -> None:
    over = aanname.over[0] if aanname.over else "dit"
    assert "sturend" in regels(f"{begin.capitalize()} {over} {slot} volgens de krant?")
    for uitweg in aanname.behalve[:1]:
        assert "sturend" not in regels(f"{begin.capitalize()} {over} {slot} {uitweg}?")
    if aanname.over:
        assert "sturend" not in regels(f"{begin.capitalize()} inwoners {slot} komen?")
    for scheiding in aanname.niet_over:
        assert "sturend" not in regels(f"{begin.capitalize()} er {scheiding} hier {slot} komen?")
    if aanname.vooraan:
        assert "sturend" not in regels(f"Wat {begin} {over} hier {slot} volgens de krant?")


def test_elke_meegeleverde_vraag_is_goed_of_mag_met_een_reden_anders() -> None:
    echt = lees(ECHT)
    assert [een.code for een in echt.waarschuwingen if een.code.startswith(("vraag-", "vrijstelling-"))] == []
