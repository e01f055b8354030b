"""What is found in the grammar of Finnish, Swedish and English sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aukio.engines.clarity import Kind, Means, available, structures
from aukio.engines.clarity._structures import _endings

NOTHING = Means(syntax=False, morphology=False)


def found(text: str, language: str, kind: str, means: Means | None = None) -> list[str]:
    chosen = means or Means()
    return [
        text[one.start : one.end]
        for one in structures(text, language, means=chosen)
        if one.kind == kind
    ]


needs_models = pytest.mark.skipif(
    not available("fi").syntax or not available("en").syntax, reason="spaCy models missing"
)
needs_voikko = pytest.mark.skipif(not available("fi").morphology, reason="Voikko missing")

FINNISH = [
    ("Hakemus käsitellään kahden viikon kuluessa.", "passive", ["käsitellään"]),
    ("Päätöstä ei ole vielä tehty.", "passive", ["tehty"]),
    ("Virasto käsittelee hakemuksen.", "passive", []),
    ("Hakemukseen liitettävät todistukset puuttuvat.", "participle_attribute", ["liitettävät"]),
    ("Viraston tekemä päätös on lopullinen.", "agent_participle", ["tekemä"]),
    ("Hakemusta tehdessäsi tarvitset henkilötunnuksen.", "temporal_essa", ["tehdessäsi"]),
    ("Huoneessa on kylmä.", "temporal_essa", []),
    ("Saat vastauksen vuoteen 2030 mennessä.", "temporal_essa", []),
    ("Päätöksen saatuaan hakija voi valittaa.", "temporal_tuaan", ["saatuaan"]),
    ("Saatuanne päätöksen voitte valittaa.", "temporal_tuaan", ["Saatuanne"]),
    ("Päätöksen saatuasi voit valittaa.", "temporal_tuaan", ["saatuasi"]),
    ("Näin hattuasi tuulessa.", "temporal_tuaan", []),
    ("Sain työn tehtyä.", "temporal_tuaan", []),
    ("Saadakseen tukea hakijan on oltava työtön.", "final_kseen", ["Saadakseen"]),
    ("Hän kertoi muuttavansa Ouluun.", "referative", ["muuttavansa"]),
    ("Toimi ohjeita noudattaen.", "modal_en", ["noudattaen"]),
    ("Tuki maksetaan hakematta.", "matta", ["hakematta"]),
    ("Hän tuli perheineen Suomeen.", "comitative", ["perheineen"]),
    ("Hakemus saapunee huomenna.", "potential", ["saapunee"]),
]


@needs_models
@needs_voikko
@pytest.mark.parametrize(("text", "kind", "expected"), FINNISH)
def test_finnish_with_parser_and_morphology(text: str, kind: str, expected: list[str]) -> None:
    assert found(text, "fi", kind) == expected


ENDINGS_SUFFICE = ["passive", "final_kseen", "matta", "comitative", "temporal_essa"]


@pytest.mark.parametrize(
    ("text", "kind", "expected"), [case for case in FINNISH if case[1] in ENDINGS_SUFFICE]
)
def test_finnish_clear_forms_need_no_model(text: str, kind: str, expected: list[str]) -> None:
    if "mennessä" not in text and "tehty" not in text:
        assert found(text, "fi", kind, NOTHING) == expected


SWEDISH = [
    ("Ansökan lämnas in till byrån.", ["lämnas"]),
    ("Beslutet har fattats av nämnden.", ["fattats"]),
    ("Blanketten ska fyllas i och undertecknas.", ["fyllas", "undertecknas"]),
    ("Hon blev vald till ordförande.", ["vald"]),
    ("Lagens syfte är att främja barns rättigheter.", []),
    ("Det finns bidrag som lyckas.", []),
    ("Formen användes och alla ansökningar godkändes.", ["användes", "godkändes"]),
    ("Sidans innehåll hörs inte.", []),
]


@pytest.mark.parametrize(("text", "expected"), SWEDISH)
def test_swedish_passives(text: str, expected: list[str]) -> None:
    assert found(text, "sv", "passive") == expected


@needs_models
def test_english_passives_and_participles() -> None:
    text = "The form must be sent before the decision is made. The papers filed yesterday are here."
    assert found(text, "en", "passive") == ["sent", "made"]
    assert found(text, "en", "participle_attribute") == ["filed"]


def test_english_passive_by_form() -> None:
    text = "The form must be carefully completed. We have completed it."
    assert found(text, "en", "passive", NOTHING) == ["completed"]


@pytest.mark.parametrize(
    ("language", "text", "clause"),
    [
        ("fi", "Saat tuen, kun täytät lomakkeen.", "kun täytät lomakkeen"),
        ("fi", "Lomake, joka puuttuu, on tärkeä.", "joka puuttuu"),
        ("sv", "Vi vet att du väntar.", "att du väntar"),
        ("en", "We pay because you applied.", "because you applied"),
    ],
)
def test_subclauses_run_from_their_first_word_to_their_end(
    language: str, text: str, clause: str
) -> None:
    assert found(text, language, "subclause", NOTHING) == [clause]


def test_swedish_att_before_an_infinitive_opens_no_clause() -> None:
    assert found("Kom ihåg att skicka blanketten.", "sv", "subclause") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "Käsittelyn nopeuttamisen edistäminen jatkuu."),
        ("sv", "Genomförandet av förändringen av organiseringen pågår."),
        ("en", "The implementation of the modernisation of administration goes on."),
    ],
)
def test_nominalisations_in_a_row_are_a_stack(language: str, text: str) -> None:
    assert len(found(text, language, "nominalisation_stack", NOTHING)) == 1


def test_one_nominalisation_is_none() -> None:
    assert found("Hakeminen on helppoa.", "fi", "nominalisation_stack", NOTHING) == []


def test_a_swedish_compound_of_three_parts_is_long() -> None:
    assert found("Folkpensionsanstalten svarar.", "sv", "long_compound") == [
        "Folkpensionsanstalten"
    ]
    assert found("Barnbidrag betalas.", "sv", "long_compound") == []


@needs_voikko
def test_a_finnish_compound_of_three_parts_is_long() -> None:
    text = "Toimeentulotukihakemus ja lapsilisä."
    assert found(text, "fi", "long_compound", Means(syntax=False)) == ["Toimeentulotukihakemus"]


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="No grammar for language 'xx'"):
        structures("text", "xx")


@settings(max_examples=40)
@given(st.text("aeiknstuäöv ,.?!-\n", max_size=120), st.sampled_from(["fi", "sv", "en"]))
def test_spans_lie_inside_the_text_in_order(text: str, language: str) -> None:
    spans = structures(text, language, means=NOTHING)
    assert all(0 <= one.start < one.end <= len(text) for one in spans)
    assert list(spans) == sorted(spans)


@pytest.mark.parametrize(
    ("word", "feature", "value"),
    [
        ("tehdään", "Voice", "Pass"),
        ("saadakseen", "InfForm", "1"),
        ("hakematta", "Case", "Abe"),
        ("tultuaan", "PartForm", "Past"),
        ("perheineen", "Case", "Com"),
    ],
)
def test_endings_tell_a_form(word: str, feature: str, value: str) -> None:
    assert any(reading.get(feature) == value for reading in _endings.guesses(word))


@pytest.mark.parametrize("word", ["talo", "rantaan", "huoneessa", "menee"])
def test_endings_of_common_words_tell_nothing(word: str) -> None:
    assert _endings.guesses(word) == ()


def test_kinds_have_the_names_of_the_command() -> None:
    assert {str(kind) for kind in Kind} >= {"passive", "participle_attribute", "long_compound"}
