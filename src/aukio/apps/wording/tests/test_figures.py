"""Figures of texts: counted only where an organisation shows them, and never with a text."""

from __future__ import annotations

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from aukio.apps.wording import indicators
from aukio.apps.wording.actions import figures as actions
from aukio.apps.wording.asking import LetBe
from aukio.apps.wording.models import Showing, TextFigures
from aukio.apps.wording.queries import trend
from aukio.apps.wording.tests import factories as make
from aukio.shared.audit.models import Event
from aukio.shared.indicators.registry import for_measure, get
from aukio.shared.organisations.tests.factories import organisation

pytestmark = pytest.mark.django_db


def asked(of, **told):
    return make.asked(organisation=of.pk, series=str(uuid.uuid4()), **told)


class TestCounting:
    def test_the_first_and_last_score_of_one_text_are_kept(self):
        how = asked(make.showing())
        for score in (40.0, 55.0, 72.5):
            actions.count(asked=how, score=score)

        row = TextFigures.objects.get()
        assert (row.first_score, row.last_score, row.checks) == (40.0, 72.5, 3)

    def test_another_profile_of_the_same_text_is_counted_apart(self):
        house = make.showing()
        how = asked(house)
        actions.count(asked=how, score=40)
        easy = make.asked(organisation=house.pk, series=how.series, profile="easy")
        actions.count(asked=easy, score=60)

        assert TextFigures.objects.count() == 2

    def test_nothing_is_counted_for_one_that_does_not_show(self):
        assert actions.count(asked=asked(organisation()), score=40) is None
        assert not TextFigures.objects.exists()

    def test_nothing_is_counted_without_an_organisation(self):
        assert actions.count(asked=make.asked(series=str(uuid.uuid4())), score=40) is None

    def test_a_score_that_was_helped_by_letting_be_is_not_counted(self):
        how = asked(make.showing(), let_be=(LetBe("officialese", "syy"),))

        assert actions.count(asked=how, score=90) is None

    def test_no_field_could_hold_a_text(self):
        kinds = {field.get_internal_type() for field in TextFigures._meta.get_fields()}

        assert "TextField" not in kinds
        assert not [f for f in TextFigures._meta.fields if (f.max_length or 0) > 32]


class TestDeciding:
    def test_an_editor_shows_and_the_decision_is_written_down(self):
        house = organisation()
        actions.show(by=make.editor(house), organisation=house)
        actions.show(by=make.editor(house), organisation=house)

        assert Showing.objects.get().organisation == house
        assert Event.objects.filter(verb="wording.show_figures").count() == 1

    def test_stopping_deletes_what_was_counted(self):
        house = make.showing()
        make.figures(house)
        other = make.figures(make.showing())
        actions.hide(by=make.editor(house), organisation=house)

        assert list(TextFigures.objects.all()) == [other]
        assert Event.objects.filter(verb="wording.hide_figures").exists()

    @pytest.mark.parametrize("change", [actions.show, actions.hide])
    def test_nobody_else_decides(self, change):
        house = organisation()
        for person in (make.editor(), make.colleague(house)):
            with pytest.raises(PermissionDenied):
                change(by=person, organisation=house)


class TestTrend:
    def test_a_mean_of_under_five_texts_is_not_told(self):
        house = make.showing()
        for _ in range(4):
            make.figures(house)
        assert trend.shown_organisations()[0].mean is None

        make.figures(house, last=65)
        (one,) = trend.shown_organisations()
        assert one.mean == 61.0
        assert one.change == 11.0

    def test_quarters_and_profiles_are_told_apart(self):
        from datetime import date

        house = make.showing()
        for month in (3, 4):
            make.figures(house, last_day=date(2027, month, 1))
        make.figures(house, profile="easy", last_day=date(2027, 3, 1))
        (one,) = trend.shown_organisations()

        assert [(q.label, q.profile, q.texts) for q in one.quarters] == [
            ("2027/1", "easy", 1),
            ("2027/1", "official", 1),
            ("2027/2", "official", 1),
        ]

    def test_one_that_does_not_show_is_not_there(self):
        make.figures(organisation())

        assert trend.shown_organisations() == []
        assert trend.all_figures() == []

    def test_two_queries_however_many_organisations(self, django_assert_num_queries):
        for _ in range(5):
            make.figures(make.showing())
        with django_assert_num_queries(2):
            trend.shown_organisations()


class TestIndicators:
    def test_they_are_offered_to_their_measures(self):
        codes = {one.code for one in for_measure("1.2.3")}

        assert codes >= {"wording.texts_checked", "wording.score_change", "wording.organisations"}
        assert "wording.easy_versions" in {one.code for one in for_measure("1.2.4")}

    def test_without_figures_there_is_no_change_to_tell(self):
        assert indicators.score_change().value is None
        assert indicators.texts_checked().value == 0

    def test_they_count_texts_change_and_organisations(self):
        house, other = make.showing(), make.showing()
        make.figures(house, first=40, last=60)
        make.figures(house, first=40, last=50)
        make.figures(other, first=70, last=70, checks=1, profile="easy")

        assert indicators.texts_checked().value == 3
        assert indicators.score_change().value == 15.0
        assert indicators.score_change().rows == 2
        assert indicators.organisations().value == 2
        assert indicators.easy_versions().value == 1

    def test_they_lead_to_organisations_that_show_their_figures_and_to_no_others(self):
        house, other = make.showing(), make.showing()
        make.figures(house, first=40, last=60)
        make.figures(other, first=70, last=70, checks=1, profile="easy")
        make.figures(organisation())

        def told(name):
            return {str(part.label): part.count for part in get(f"wording.{name}").records().parts}

        assert told("texts_checked") == {str(house): 1, str(other): 1}
        assert told("score_change") == {str(house): 1}
        assert told("easy_versions") == {str(other): 1}
        assert sum(told("organisations").values()) == 2

    def test_sample_organisations_count_only_while_there_are_no_others_and_say_so(self):
        make.figures(make.showing(is_sample=True))
        assert indicators.texts_checked().value == 1
        assert "sample data" in indicators.texts_checked().note

        make.figures(make.showing())
        make.figures(make.showing())
        assert indicators.texts_checked().value == 2
        assert not indicators.texts_checked().note

    def test_what_an_organisation_does_not_show_is_not_counted(self):
        make.figures(organisation())

        assert indicators.texts_checked().value == 0
