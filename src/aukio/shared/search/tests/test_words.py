"""Terms that both databases keep as they are."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from aukio.shared.search.marking import Piece, mark
from aukio.shared.search.words import clean, index_terms, read_query, word_terms

PLAIN = re.compile(r"[0-9a-zåäöæøéèëêáàâãñõóòôüúùûíìîïçšžčđŋŧǥǧǩʒǯа-яё]{1,60}")


class TestTerms:
    def test_of_two_forms_of_a_word_meet(self):
        assert set(index_terms("kunnan", "fi")) & set(index_terms("kuntien", "fi"))

    def test_are_each_there_once(self):
        assert len(index_terms("kunta kunta", "fi")) == len(index_terms("kunta", "fi"))

    def test_of_nothing_are_none(self):
        assert index_terms(" – ", "fi") == ()

    def test_write_letters_a_database_might_fold_as_their_number(self):
        assert all(PLAIN.fullmatch(term) for term in index_terms("ſträng ß 漢字 ﬁ", "sv"))

    def test_tell_different_strange_letters_apart(self):
        assert not word_terms("漢", "en") & word_terms("字", "en")

    @given(st.text(max_size=50), st.sampled_from(["fi", "sv", "en"]))
    @settings(deadline=None)
    def test_are_always_plain(self, text: str, language: str):
        assert all(PLAIN.fullmatch(term) for term in index_terms(text, language))


class TestQuery:
    def test_has_a_group_for_each_word(self):
        assert len(read_query("nuorten talo", "fi").groups) == 2

    def test_keeps_a_word_whose_stem_is_a_small_word(self):
        assert len(read_query("kunnan talous", "fi").groups) == 2

    def test_leaves_out_small_words_of_the_reader_only(self):
        assert len(read_query("och talous", "sv").groups) == 1
        assert len(read_query("och talous", "fi").groups) == 2

    def test_asks_a_repeated_word_once(self):
        assert len(read_query("talo talo talo", "fi").groups) == 1

    def test_keeps_what_was_typed_for_the_page(self):
        assert read_query("  Nuorten   talo ", "fi").text == "Nuorten talo"

    def test_drops_control_characters(self):
        assert read_query("ta\0lo\x1b", "fi").text == "ta lo"

    def test_of_half_a_character_is_empty(self):
        assert read_query("\ud83c", "fi").groups == ()

    @given(st.text(max_size=300), st.sampled_from(["fi", "sv", "en"]))
    @settings(deadline=None)
    def test_is_always_within_its_limits(self, text: str, language: str):
        query = read_query(text, language)

        assert len(query.groups) <= 8
        assert len(query.text) <= 200

    @given(st.text(alphabet=st.characters(categories=["Cs", "Cc", "L"]), max_size=20))
    def test_cleaned_text_can_be_stored_in_any_database(self, text: str):
        cleaned = clean(text)

        assert "\0" not in cleaned
        assert cleaned.encode("utf-8").decode("utf-8") == cleaned


class TestMarking:
    def marked(self, text: str, query: str, language: str = "fi") -> list[str]:
        pieces = mark(text, read_query(query, language).terms, language)
        return [piece.text for piece in pieces if piece.found]

    def test_marks_the_word_in_whatever_form_it_stands(self):
        assert self.marked("Miten kunnissa päätetään", "kunta") == ["kunnissa"]

    def test_marks_every_word_looked_for(self):
        assert self.marked("Nuorten talo kylällä", "talo nuori") == ["Nuorten", "talo"]

    def test_marks_nothing_where_nothing_was_found(self):
        assert mark("Talo", frozenset({"metsä"}), "fi") == (Piece("Talo", False),)

    def test_of_an_empty_text_is_empty(self):
        assert mark("", frozenset({"metsä"}), "fi") == ()

    @given(st.text(max_size=80), st.text(max_size=20))
    @settings(deadline=None)
    def test_keeps_every_character(self, text: str, query: str):
        pieces = mark(text, read_query(query, "fi").terms, "fi")

        assert "".join(piece.text for piece in pieces) == text
