"""Words and where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from aukio.engines.text import Span, tokenize


def test_words_keep_inner_signs():
    words = [token.text for token in tokenize("EU:n maa-alue, 3,5 % ja e-mail!")]
    assert words == ["EU:n", "maa-alue", "3,5", "ja", "e-mail"]


def test_a_missing_space_after_a_full_stop_does_not_join_words():
    assert [token.text for token in tokenize("loppui.Sitten")] == ["loppui", "Sitten"]


def test_scripts_without_spaces_are_cut_in_pairs():
    assert [token.text for token in tokenize("計程車")] == ["計程", "車"]


def test_a_mixed_run_keeps_its_latin_part_whole():
    assert [token.text for token in tokenize("Uber的出現")] == ["Uber", "的出", "現"]


def test_no_words_in_nothing():
    assert tokenize("") == []
    assert tokenize(" …!? \n") == []


def test_a_span_gives_its_characters():
    assert Span(4, 9).of("Hyvä päivä") == " päiv"


@given(st.text())
def test_a_token_is_exactly_what_stands_in_its_place(text):
    for token in tokenize(text):
        assert text[token.start : token.end] == token.text


@given(st.text())
def test_tokens_come_in_order_without_overlap(text):
    end = 0
    for token in tokenize(text):
        assert token.start >= end
        assert token.end > token.start
        end = token.end
