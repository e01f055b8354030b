"""What the forms make of what was filled in, and how often one may ask."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils.translation import override

from aukio.apps.wording.bounds import QUICK, TooOften, take, who
from aukio.apps.wording.forms import CheckForm, LetBeForm, ShareForm, TermForm, filled_with
from aukio.apps.wording.tests.factories import HARD, asked, colleague, editor
from aukio.shared.organisations.tests.factories import organisation

TEXT = {"text": HARD, "profile": "official", "language": "auto"}


def filled(**more: Any) -> CheckForm:
    form = CheckForm({**TEXT, **more})
    assert form.is_valid(), form.errors
    return form


class TestChecking:
    def test_the_goal_is_the_profiles_when_none_is_given(self):
        form = filled(profile="easy")
        assert form.asked(form.given()).goal == 75

        form = filled(goal="0")
        assert form.asked(form.given()).goal == 0

    @pytest.mark.parametrize("language", ["fi", "sv", "en"])
    def test_messages_are_in_the_language_of_the_page(self, language: str):
        with override(language):
            form = filled()
            assert form.asked(form.given()).say_in == language

    def test_every_fresh_text_gets_a_series_of_its_own(self):
        first, second = filled(), filled()

        assert first.asked(first.given()).series != second.asked(second.given()).series

    def test_a_text_that_is_gone_on_with_keeps_its_series_and_form(self):
        how = asked(series="b9c0f5b0-0b5a-4f0e-9d0a-0c8f6f6f0001", ending=".md", goal=42.0)
        values = filled_with(how, "# Otsikko\n\nTeksti.")
        form = filled(**{key: value for key, value in values.items() if value is not None})
        again = form.asked(form.given())

        assert (again.series, again.ending, again.goal) == (how.series, ".md", 42.0)

    def test_the_text_of_a_word_file_goes_on_as_plain_text(self):
        assert filled_with(asked(ending=".docx"), "Teksti.")["ending"] == ".txt"

    @pytest.mark.parametrize("goal", ["-1", "101", "x"])
    def test_a_goal_out_of_bounds_is_refused(self, goal: str):
        assert "goal" in CheckForm({**TEXT, "goal": goal}).errors

    def test_a_visitor_has_no_glossaries_to_choose_from(self):
        assert "organisation" not in CheckForm().fields


def test_letting_be_everywhere_has_no_place():
    told = {"rule": "officialese", "reason": "syy", "start": 3, "end": 9}
    everywhere, here = (LetBeForm({**told, "where": where}) for where in ("all", "here"))
    assert everywhere.is_valid()
    assert here.is_valid()

    assert everywhere.let_be().start is None
    assert (here.let_be().start, here.let_be().end) == (3, 9)


def test_sharing_is_for_two_weeks_unless_told_otherwise():
    assert ShareForm()["days"].value() == 14


def test_a_term_s_avoided_words_are_one_on_a_line():
    form = TermForm({"language": "fi", "preferred": "tuki", "forbidden": "avustus\r\n\r\nraha"})
    assert form.is_valid()

    assert form.wanted().forbidden == ["avustus", "", "raha"]


@pytest.mark.django_db
class TestAskingOften:
    def request(self, person: Any, place: str = "192.0.2.1") -> Any:
        request = RequestFactory().get("/", REMOTE_ADDR=place)
        request.user = person
        return request

    def test_each_person_counts_alone_and_visitors_by_their_place(self):
        house = organisation()
        asking = [
            who(self.request(colleague(house))),
            who(self.request(editor(house))),
            who(self.request(AnonymousUser())),
            who(self.request(AnonymousUser(), "192.0.2.2")),
        ]

        assert len(set(asking)) == 4

    def test_after_the_most_one_waits(self):
        for _ in range(QUICK.times):
            take(QUICK, self.request(AnonymousUser()))
        with pytest.raises(TooOften, match="Wait"):
            take(QUICK, self.request(AnonymousUser()))
        take(QUICK, self.request(AnonymousUser(), "192.0.2.2"))
