"""Words for codes, and choices for forms."""

from __future__ import annotations

import pytest
from django import forms
from django.utils import translation

from aukio.shared.terms import memory, queries
from aukio.shared.terms.models import Term, Vocabulary
from aukio.shared.terms.tests.factories import term

pytestmark = pytest.mark.django_db


class TestLabels:
    def test_give_the_words_in_the_language_asked_for(self):
        term("online", "Verkossa", label_sv="På webben")

        assert queries.labels("dialogue-modes", "sv") == {"online": "På webben"}

    def test_fall_back_to_finnish(self):
        term("online", "Verkossa")

        assert queries.labels("dialogue-modes", "en") == {"online": "Verkossa"}

    def test_are_those_of_the_reader_when_no_language_is_given(self):
        term("online", "Verkossa", label_en="Online")

        with translation.override("en"):
            assert queries.labels("dialogue-modes") == {"online": "Online"}

    def test_keep_the_order_of_the_vocabulary(self):
        term("b", position=1)
        term("a", position=2)

        assert list(queries.labels("dialogue-modes", "fi")) == ["b", "a"]

    def test_include_retired_terms_because_old_records_hold_them(self):
        term("fax", "Faksilla", retired=True)

        assert queries.labels("dialogue-modes", "fi") == {"fax": "Faksilla"}

    def test_of_an_unknown_vocabulary_are_empty(self):
        assert queries.labels("nothing", "fi") == {}

    def test_in_a_language_without_words_are_finnish(self):
        term("online", "Verkossa")

        assert queries.labels("dialogue-modes", "se") == {"online": "Verkossa"}


class TestLabel:
    def test_of_one_code_is_its_words(self):
        term("online", "Verkossa")

        assert queries.label("dialogue-modes", "online", "fi") == "Verkossa"

    def test_of_an_unknown_code_is_the_code_itself(self):
        assert queries.label("dialogue-modes", "mystery", "fi") == "mystery"


class TestChoices:
    def test_are_read_when_the_form_is_used_and_not_when_it_is_defined(self):
        class Form(forms.Form):
            mode = forms.ChoiceField(choices=queries.choices("dialogue-modes"))

        term("online", "Verkossa")

        with translation.override("fi"):
            assert list(Form()["mode"].field.choices) == [("online", "Verkossa")]

    def test_follow_the_language_of_the_reader(self):
        term("online", "Verkossa", label_en="Online")
        choices = queries.choices("dialogue-modes")

        with translation.override("en"):
            assert list(choices) == [("online", "Online")]

    def test_leave_retired_terms_out(self):
        term("fax", retired=True)

        assert list(queries.choices("dialogue-modes")) == []

    def test_may_begin_with_an_empty_one(self):
        assert list(queries.choices("dialogue-modes", blank="–")) == [("", "–")]

    def test_validate_what_a_person_chose(self):
        term("online")
        field = forms.ChoiceField(choices=queries.choices("dialogue-modes"))

        with pytest.raises(forms.ValidationError):
            field.clean("by pigeon")


class TestMemory:
    @pytest.mark.django_db(transaction=True)
    def test_asks_the_database_once(self, django_assert_num_queries):
        term("online")
        queries.labels("dialogue-modes", "fi")

        with django_assert_num_queries(0):
            queries.labels("dialogue-modes", "sv")

    @pytest.mark.django_db(transaction=True)
    def test_forgets_a_vocabulary_whose_term_changes(self):
        changed = term("online", "Verkossa")
        queries.labels("dialogue-modes", "fi")

        changed.label_fi = "Netissä"
        changed.save()

        assert queries.labels("dialogue-modes", "fi") == {"online": "Netissä"}

    @pytest.mark.django_db(transaction=True)
    def test_forgets_a_vocabulary_whose_term_is_deleted(self):
        gone = term("online")
        queries.labels("dialogue-modes", "fi")

        gone.delete()

        assert queries.labels("dialogue-modes", "fi") == {}

    @pytest.mark.django_db(transaction=True)
    def test_grows_old_in_a_minute(self, monkeypatch):
        term("online", "Verkossa")
        queries.labels("dialogue-modes", "fi")
        Term.objects.update(label_fi="Netissä")
        monkeypatch.setattr(memory, "SECONDS", 0.0)

        assert queries.labels("dialogue-modes", "fi") == {"online": "Netissä"}

    def test_keeps_nothing_read_inside_a_transaction(self):
        term("online", "Verkossa")
        queries.labels("dialogue-modes", "fi")
        Term.objects.update(label_fi="Netissä")

        assert queries.labels("dialogue-modes", "fi") == {"online": "Netissä"}

    @pytest.mark.django_db(transaction=True)
    def test_does_not_keep_that_there_was_nothing(self):
        queries.labels("dialogue-modes", "fi")
        vocabulary = Vocabulary.objects.create(code="dialogue-modes", label_fi="Tavat")
        Term.objects.bulk_create([Term(vocabulary=vocabulary, code="a", label_fi="A")])

        assert queries.labels("dialogue-modes", "fi") == {"a": "A"}
