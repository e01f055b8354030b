"""Where sentences begin and end."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aukio.engines.text import split_sentences
from aukio.engines.text.tests.realdata import folder


def cut(text, language="fi"):
    return [span.of(text) for span in split_sentences(text, language=language)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fi", "Tarvitaan esim. Helsingissä lisää tiloja."),
        ("fi", "Kokous on 5. toukokuuta kirjastossa."),
        ("fi", "Puheenjohtajana oli J. K. Paasikivi."),
        ("fi", "Hinta nousi 3.5 prosenttia."),
        ("fi", "Mukana oli mm. Turku ja ns. Turun seutu."),
        ("fi", "Juhla on 6.12. klo 18.30 torilla."),
        ("sv", "Vi behöver t.ex. Bussar och bl.a. tåg."),
        ("sv", "Det kostar dvs. Mycket pengar."),
        ("sv", "Mötet är den 5. maj i skolan."),
        ("en", "We need parks, e.g. Central Park."),
        ("en", "Dr. Smith met Mr. Jones."),
        ("de", "Wir brauchen z.B. Radwege."),
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(language, sentence):
    assert cut(sentence, language) == [sentence]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ensimmäinen. Toinen.", 2),
        ("Miksi? Siksi!", 2),
        ("Odotimme… Sitten lähdimme.", 2),
        ("Hän sanoi: ”Tulen.” Sitten hän tuli.", 2),
        ("Puita, penkkejä jne. Lisäksi vettä.", 2),
        ("Vuonna 1996. Sitten tuli lama.", 2),
        ("tämä loppui tähän. mutta tämä jatkui", 2),
        ("”Miksi?” hän kysyi.", 1),
    ],
)
def test_a_stop_between_sentences_ends_one(text, count):
    assert len(cut(text)) == count


def test_lines_and_bullets_are_sentences_of_their_own():
    text = "Otsikko\n- ensimmäinen kohta\n- toinen kohta\n\nLoppu"
    assert cut(text) == ["Otsikko", "- ensimmäinen kohta", "- toinen kohta", "Loppu"]


def test_a_line_that_goes_on_in_lower_case_is_the_same_sentence():
    assert cut("Tämä rivi on vain\nkatkaistu tässä.") == ["Tämä rivi on vain\nkatkaistu tässä."]


def test_an_enumerator_stays_with_its_item():
    assert cut("3. Odota hetki.") == ["3. Odota hetki."]


def test_chinese_stops_need_no_space():
    assert cut("今天很好。明天呢？", "zh") == ["今天很好。", "明天呢？"]


def test_an_unknown_language_still_gets_rules():
    assert cut("Uno. Dos.", "xx") == ["Uno.", "Dos."]


@given(st.text(), st.sampled_from(["fi", "sv", "en", "de", "zz"]))
def test_every_sign_lies_in_exactly_one_sentence(text, language):
    spans = split_sentences(text, language=language)
    covered = [place for span in spans for place in range(span.start, span.end)]
    assert covered == sorted(set(covered))
    outside = set(range(len(text))) - set(covered)
    assert all(text[place].isspace() for place in outside)


@given(st.text(alphabet='aA1.!?…"”) \n-', max_size=60))
def test_no_sentence_is_empty_or_padded(text):
    for span in split_sentences(text, language="fi"):
        assert span.of(text)
        assert span.of(text) == span.of(text).strip()


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("treebank", "language", "least"),
    [("fi_tdt", "fi", 0.97), ("sv_talbanken", "sv", 0.97), ("en_ewt", "en", 0.93)],
)
def test_joined_treebank_sentences_are_found_again(treebank, language, least):
    """F of exact spans over sentences that end in a stop, joined by spaces."""
    path = folder() / "language" / "ud" / f"{treebank}-ud-dev.conllu"
    lines = path.read_text(encoding="utf-8").splitlines()
    said = [line.removeprefix("# text = ").strip() for line in lines if line.startswith("# text =")]
    said = [one for one in said if re.search(r"[.!?…][\"”)']*$", one)]
    expected, start = set(), 0
    for one in said:
        expected.add((start, start + len(one)))
        start += len(one) + 1
    found = {(span.start, span.end) for span in split_sentences(" ".join(said), language=language)}
    assert 2 * len(found & expected) / (len(found) + len(expected)) >= least
