"""The theme board and a theme's notes."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aukio.apps.dialogues.models import Note, Theme, ThemeNote, ThemeState
from aukio.apps.dialogues.tests.factories import RoundFactory, ThemeFactory, place, record
from aukio.shared.jobs.models import Job

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    """A round with two themes, two notes in the first and one in the second."""
    round = RoundFactory()
    notes = list(record(round=round).notes.all())
    first = ThemeFactory(round=round, title_en="Loneliness", state=ThemeState.PROPOSED)
    second = ThemeFactory(round=round, title_en="Libraries", state=ThemeState.PROPOSED)
    place(first, *notes[:2])
    place(second, notes[2])
    return round, first, second, notes


def go(name: str, *parts) -> str:
    return reverse(f"dialogues:{name}", args=parts)


def test_the_board_shows_themes_with_what_was_said(leader, board):
    text = leader.get(go("themes", board[0].slug)).content.decode()

    assert "Loneliness" in text
    assert "Kukaan ei soita minulle." in text
    assert "Proposed by the machine" in text


def test_a_board_without_records_leads_to_them(leader):
    round = RoundFactory()

    text = leader.get(go("themes", round.slug)).content.decode()

    assert go("records", round.slug) in text


def test_proposing_starts_a_job_that_leads_back(leader, board):
    answer = leader.post(go("themes-propose", board[0].slug))

    job = Job.objects.get()
    assert answer["Location"] == reverse("jobs:job", args=[job.pk])
    assert job.next_url == go("themes", board[0].slug)


def test_proposing_twice_leads_to_the_same_job(leader, board):
    for _ in range(2):
        leader.post(go("themes-propose", board[0].slug))

    assert Job.objects.count() == 1


def test_themes_are_merged_into_the_chosen_one(leader, board):
    round, first, second, _notes = board

    leader.post(
        go("themes-merge", round.slug), {"themes": [first.pk, second.pk], "into": second.pk}
    )

    assert second.placements.count() == 3
    assert Theme.objects.get(pk=first.pk).merged_into == second


@pytest.mark.parametrize("ticked", [[], ["one"], ["999999"], ["first"]])
def test_merging_what_cannot_be_merged_is_explained(leader, board, ticked):
    round, first, _second, _notes = board
    given = [first.pk if one == "first" else one for one in ticked]

    answer = leader.post(go("themes-merge", round.slug), {"themes": given})

    assert answer.status_code == 422
    assert "govuk-error-summary" in answer.content.decode()
    assert not Theme.objects.exclude(merged_into=None).exists()


def test_a_theme_of_another_round_is_not_merged(leader, board):
    other = ThemeFactory()

    answer = leader.post(
        go("themes-merge", board[0].slug), {"themes": [board[1].pk, other.pk], "into": other.pk}
    )

    assert answer.status_code == 422
    assert board[1].placements.count() == 2


def test_notes_move_to_another_theme(leader, board):
    _round, first, second, notes = board

    leader.post(
        go("theme-notes", first.pk), {"notes": [notes[0].pk], "to": second.pk, "do": "move"}
    )

    assert ThemeNote.objects.get(note=notes[0]).theme == second


def test_notes_become_a_theme_of_their_own(leader, board):
    _round, first, _second, notes = board

    leader.post(
        go("theme-notes", first.pk), {"notes": [notes[0].pk], "title": "Evenings", "do": "split"}
    )

    made = Theme.objects.get(title_en="Evenings")
    assert list(made.placements.values_list("note", flat=True)) == [notes[0].pk]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"do": "move"}, "Tick at least one note."),
        ({"do": "split", "title": ""}, "Write a title for the new theme."),
        ({"do": "burn"}, "burn"),
        ({"do": "split", "title": "All", "notes": "all"}, "but not all of them"),
    ],
)
def test_moving_without_what_is_needed_is_explained(leader, board, given, message):
    _round, first, _second, notes = board
    if given.get("notes") == "all":
        given = {**given, "notes": [notes[0].pk, notes[1].pk]}

    answer = leader.post(go("theme-notes", first.pk), given)

    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert first.placements.count() == 2


def test_ticked_notes_stay_ticked_after_an_error(leader, board):
    _round, first, _second, notes = board

    answer = leader.post(go("theme-notes", first.pk), {"notes": [notes[1].pk], "do": "move"})

    assert f'id="note-{notes[1].pk}" checked' in answer.content.decode()


def test_notes_in_no_theme_are_placed(leader, board):
    round, first, _second, notes = board
    ThemeNote.objects.all().delete()
    where = go("themes-unplaced", round.slug)

    assert "Kukaan ei soita minulle." in leader.get(where).content.decode()
    leader.post(where, {"notes": [notes[0].pk], "to": first.pk, "do": "move"})
    leader.post(where, {"notes": [notes[1].pk], "title": "New", "do": "split"})

    assert first.placements.count() == 1
    assert Theme.objects.get(title_en="New").placements.count() == 1


def test_a_theme_is_renamed_accepted_moved_and_undone(leader, board):
    round, first, second, _notes = board

    leader.post(go("theme-name", first.pk), {"title_fi": "Yksin", "title_en": "Alone"})
    leader.post(go("theme-accept", second.pk))
    leader.post(go("theme-move", second.pk), {"direction": "up"})

    assert Theme.objects.get(pk=first.pk).title_en == "Alone"
    assert Theme.objects.get(pk=second.pk).state == ThemeState.ACCEPTED
    assert list(round.themes.values_list("pk", flat=True)) == [second.pk, first.pk]
    text = leader.get(go("themes-history", round.slug)).content.decode()
    assert "The order of themes was changed" in text
    leader.post(go("themes-undo", round.slug))
    assert list(round.themes.values_list("pk", flat=True)) == [first.pk, second.pk]


def test_a_theme_needs_a_title(leader, board):
    answer = leader.post(go("theme-name", board[1].pk), {"title_fi": " "})

    assert "The title is missing." in answer.content.decode()


def test_undo_with_nothing_to_undo_says_so(leader):
    round = RoundFactory()

    answer = leader.post(go("themes-undo", round.slug), follow=True)

    assert "There is nothing to undo." in answer.content.decode()


def test_notes_are_found_by_their_words(leader, board):
    text = leader.get(go("theme-desk", board[1].pk), {"q": "SOITA"}).content.decode()

    assert "Kukaan ei soita minulle." in text
    assert "Ilta on pitkä." not in text


@pytest.mark.parametrize("name", ["themes", "theme-desk", "desk", "summary-desk", "records"])
def test_asks_the_same_number_of_questions_at_any_size(leader, name):
    counts = []
    for size in (2, 12):
        round = RoundFactory()
        for number in range(size):
            theme = ThemeFactory(round=round)
            place(theme, *record(f"Sanoja {number}.\nLisää.\n", round=round).notes.all())
        where = go(name, theme.pk if name == "theme-desk" else round.slug)
        leader.get(where)
        with CaptureQueriesContext(connection) as asked:
            leader.get(where)
        counts.append(len(asked))

    assert counts[0] == counts[1]
    assert Note.objects.count() == 28
