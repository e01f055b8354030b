"""Finding: inflected forms, languages, order, pages, and any input whatever."""

from __future__ import annotations

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aukio.shared.search import queries
from aukio.shared.search.tests.factories import CORPUS, entry, index_corpus

pytestmark = pytest.mark.django_db


def titles(text: str, language: str = "fi", **options) -> list[str]:
    return [hit.title for hit in queries.look_up(text, language=language, **options).hits]


class TestForms:
    @pytest.fixture(autouse=True)
    def _corpus(self):
        index_corpus()

    @pytest.mark.parametrize("word", ["kunta", "kunnan", "kuntien", "kunnissa", "KUNTA"])
    def test_a_finnish_word_is_found_in_any_form(self, word: str):
        assert "Kunnan talous" in titles(word)

    @pytest.mark.parametrize("word", ["kommun", "kommunen", "kommunernas"])
    def test_a_swedish_word_is_found_in_any_form(self, word: str):
        assert "Ungas delaktighet i kommunen" in titles(word)

    @pytest.mark.parametrize("word", ["municipality", "municipalities"])
    def test_an_english_word_is_found_in_any_form(self, word: str):
        assert "Young people in municipalities" in titles(word)

    def test_every_word_must_be_there(self):
        assert titles("kunnan metsä") == ["Luonnon monimuotoisuus"]

    def test_small_words_of_the_reader_are_left_out_when_others_remain(self):
        assert titles("kunta ja talous") == ["Kunnan talous"]

    def test_a_small_word_alone_is_looked_for(self):
        assert queries.look_up("ja", language="fi").query.groups

    def test_letters_with_marks_are_letters_of_their_own(self):
        assert titles("aani") == []

    def test_a_number_is_found_with_its_zeros(self):
        assert titles("005") == ["Helsinki"]

    def test_what_nobody_wrote_is_not_found(self):
        assert queries.look_up("avaruusalus").total == 0


class TestSomeWords:
    @pytest.fixture(autouse=True)
    def _corpus(self):
        index_corpus()

    def test_are_enough_when_nothing_has_all(self):
        assert "Kunnan talous" in titles("kunnan talous avaruudessa")

    def test_are_said_to_be_only_some(self):
        assert queries.look_up("kunnan avaruusalus", language="fi").partial

    def test_are_not_offered_when_something_has_all(self):
        assert not queries.look_up("kunnan talous", language="fi").partial

    def test_more_of_them_come_before_fewer(self):
        assert titles("avaruuden nuoret talossa kunnissa")[0] == "Nuorten osallisuus kunnissa"

    def test_in_the_text_count_as_well(self):
        entry(0, object_id="99", title="Muu", summary="Muu", text="hirvi ja karhu").save()
        entry(0, object_id="98", title="Hirvi", summary="Muu", text="").save()

        assert titles("hirvi karhu avaruusalus") == ["Muu", "Hirvi"]

    def test_of_one_word_there_are_none(self):
        assert not queries.look_up("avaruusalus").partial

    def test_take_at_most_five_queries(self, django_assert_max_num_queries):
        with django_assert_max_num_queries(5):
            queries.look_up("kunnan avaruusalus", language="fi")

    def test_keep_to_the_chosen_kind(self):
        found = queries.look_up("kunnan avaruusalus", kind="note")

        assert {hit.kind for hit in found.hits} == {"note"}


class TestOrder:
    def test_a_word_in_the_title_comes_before_one_in_the_summary(self):
        entry(0, object_id="1", title="Muu", summary="Metsä", text="").save()
        entry(0, object_id="2", title="Metsä", summary="Muu", text="").save()

        assert titles("metsä") == ["Metsä", "Muu"]

    def test_a_word_in_the_summary_comes_before_one_in_the_text(self):
        entry(0, object_id="1", title="A", summary="Muu", text="Metsä").save()
        entry(0, object_id="2", title="B", summary="Metsä", text="Muu").save()

        assert titles("metsä") == ["B", "A"]

    def test_among_equals_the_newer_comes_first(self):
        import datetime as dt

        for number, day in (("1", None), ("2", dt.date(2024, 1, 1)), ("3", dt.date(2025, 1, 1))):
            entry(0, object_id=number, date=day).save()

        found = queries.find("nuori", "fi")
        assert [hit.object_id for hit in found] == ["3", "2", "1"]

    def test_the_order_is_the_same_every_time(self):
        index_corpus(copies=5)

        assert len({tuple(titles("kunta", limit=50)) for _ in range(5)}) == 1


class TestLanguages:
    @pytest.fixture(autouse=True)
    def _one_object_in_three_languages(self):
        for language in ("en", "fi", "sv"):
            entry(
                0, object_id="1", language=language, title="Helsinki",
                url=f"/{language}/places/1", summary="", text="",
            ).save()  # fmt: skip

    def test_an_object_is_one_hit(self):
        assert len(queries.find("Helsinki", "fi")) == 1

    def test_an_object_is_counted_once(self):
        assert queries.look_up("Helsinki", language="fi").total == 1

    @pytest.mark.parametrize("reader", ["fi", "sv", "en"])
    def test_the_reader_gets_the_text_in_their_language(self, reader: str):
        assert queries.find("Helsinki", reader)[0].language == reader

    def test_a_better_match_in_another_language_wins(self):
        entry(0, object_id="2", language="fi", title="Turku", summary="Åbo", text="").save()
        entry(0, object_id="2", language="sv", title="Åbo", summary="Turku", text="").save()

        assert queries.find("Åbo", "fi")[0].language == "sv"

    def test_the_language_of_the_page_is_that_of_the_reader_by_default(self):
        with translation.override("sv"):
            assert queries.find("Helsinki")[0].language == "sv"

    def test_the_address_leads_to_the_page_in_the_language_of_the_reader(self):
        entry(0, object_id="9", language="fi", title="Raahe", url="/fi/places/9").save()

        assert queries.find("Raahe", "sv")[0].url == "/sv/places/9"


class TestPages:
    @pytest.fixture(autouse=True)
    def _corpus(self):
        index_corpus(copies=4)

    def test_pages_joined_are_the_whole(self):
        whole = titles("kunta", limit=100)

        assert titles("kunta", limit=3) + titles("kunta", limit=100, offset=3) == whole

    def test_a_page_tells_that_there_are_more(self):
        assert queries.look_up("kunta", limit=2).more

    def test_the_last_page_tells_that_there_are_no_more(self):
        assert not queries.look_up("kunta", limit=100).more

    def test_a_kind_can_be_chosen(self):
        found = queries.look_up("kunta", kind="note", limit=100)

        assert {hit.kind for hit in found.hits} == {"note"}

    def test_kinds_are_counted_whichever_is_chosen(self):
        found = queries.look_up("kunta", kind="note")

        assert set(found.kinds) == {"letter", "note"}

    def test_the_total_is_that_of_the_chosen_kind(self):
        found = queries.look_up("kunta", kind="note", limit=100)

        assert found.total == len(found.hits)

    def test_a_page_beyond_the_last_is_empty(self):
        assert titles("kunta", offset=5000) == []

    def test_any_number_of_hits_takes_three_queries(self, django_assert_num_queries):
        with django_assert_num_queries(3):
            queries.look_up("kunta", limit=100)


class TestAnyInput:
    @pytest.mark.parametrize(
        "text",
        [
            "", "   ", "\0", "\0kunta", '"', "'", '"kunta', "kunta'", "kunta AND", "NOT kunta",
            "kunta OR", "NEAR(kunta, 2)", "kunta*", "terms:kunta", "(kunta", "kunta)", "-kunta",
            "kunta & !talous", "kunta | ", "a:*", "kunta\\", "%", "_", "🎉", "\ud800", "‮kunta",
            "'; DROP TABLE search_searchentry; --", "kunta " * 500, "x" * 10_000, "\n\t", "ﬁ",
        ],
    )  # fmt: skip
    def test_is_no_error(self, text: str):
        index_corpus()

        assert queries.look_up(text).total >= 0

    @given(text=st.text(max_size=60))
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    def test_of_any_characters_is_no_error(self, text: str):
        assert queries.look_up(text).total == 0

    @given(text=st.text(alphabet="kunta\"'()*:^-+&|!<>\\ \0", max_size=40))
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    def test_of_operators_is_no_error(self, text: str):
        assert queries.look_up(text).total == 0

    def test_that_is_long_is_cut_and_says_so(self):
        assert queries.look_up("kunta " * 100).query.cut

    def test_of_many_words_is_cut_and_says_so(self):
        query = queries.look_up(" ".join(title.split()[0] for _, title, *_ in CORPUS)).query

        assert (len(query.groups), query.cut) == (8, True)

    def test_of_a_few_words_is_not_cut(self):
        assert not queries.look_up("kunnan talous").query.cut
