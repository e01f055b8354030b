"""Tasks for owners, editors and the core group, and the wing's parts of shared pages."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from aukio.apps.dialogues.impact import shared_pages
from aukio.apps.dialogues.impact.actions import Words
from aukio.apps.dialogues.impact.models import Entry, EntryKind, Progress
from aukio.apps.dialogues.impact.tests import factories as make
from aukio.apps.dialogues.tests.factories import core_group, outsider
from aukio.shared.organisations.tests.factories import member, organisation

pytestmark = pytest.mark.django_db


def titles(person) -> list[str]:
    return [str(task.title) for task in shared_pages.tasks(person)]


class TestOwner:
    def test_an_answer_owed_has_its_last_day(self) -> None:
        asked = make.question()

        (task,) = shared_pages.tasks(make.owner_of(asked))
        assert task.due == asked.due
        assert task.url.endswith(f"/mine/{asked.pk}/")

    def test_what_others_were_asked_is_no_task_of_mine(self) -> None:
        make.question()

        assert titles(member(organisation(), "dialogues", "owner")) == []

    def test_after_half_a_year_of_silence_the_owner_is_asked_where_it_stands(self) -> None:
        asked = make.question()
        make.answer(asked)
        person = make.owner_of(asked)
        assert titles(person) == []

        Entry.objects.filter(question=asked).update(at=timezone.now() - timedelta(days=181))

        assert titles(person) == ["Tell where “Alone” stands"]

    @pytest.mark.parametrize(
        "words", [Words(progress=Progress.DONE), Words(progress=Progress.DROPPED, text="Syy.")]
    )
    def test_what_is_done_or_dropped_rests(self, words: Words) -> None:
        asked = make.question()
        make.answer(asked)
        make.entry(asked, EntryKind.STATUS, words)
        Entry.objects.filter(question=asked).update(at=timezone.now() - timedelta(days=400))

        assert titles(make.owner_of(asked)) == []


class TestCoreGroup:
    def test_a_published_round_waits_for_its_brief_and_its_questions(self) -> None:
        make.told()

        found = titles(core_group())
        assert any(title.startswith("Draft the brief of") for title in found)
        assert any(title.startswith("Put the themes of") for title in found)

    def test_a_brief_begun_is_to_be_finished_and_a_published_one_is_done(self) -> None:
        made = make.told()
        brief = make.accepted(made)
        assert any(title.startswith("Finish the brief of") for title in titles(core_group()))

        from aukio.apps.dialogues.impact import actions

        actions.publish_brief(by=None, brief=brief)
        assert not any("brief" in title for title in titles(core_group()))

    def test_an_editor_writes_briefs_and_asks_nobody(self) -> None:
        make.told()

        found = titles(member(organisation(), "dialogues", "editor"))
        assert len(found) == 1
        assert found[0].startswith("Draft the brief of")

    def test_others_have_no_tasks_here(self) -> None:
        make.question()

        assert titles(outsider()) == []


class TestParts:
    def test_the_front_page_has_nothing_before_anybody_is_asked(self) -> None:
        assert shared_pages.answers_due(RequestFactory().get("/")) is None

    def test_the_front_page_shows_late_answers_first(self) -> None:
        made = make.told()
        make.question(made)
        late = make.question(made, ago=100)

        shown = shared_pages.answers_due(RequestFactory().get("/"))
        assert shown is not None
        assert shown["questions"][0].id == late.pk

    def test_a_round_and_a_theme_without_questions_show_nothing(self) -> None:
        made = make.told()
        request = RequestFactory().get("/")

        assert shared_pages.on_round(request, made.round) is None
        assert shared_pages.on_theme(request, made.theme.pk) is None
