"""A theme that owners were asked about stays, and whoever would take it away is told why."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.impact.tests import factories as make
from aukio.apps.dialogues.models import Change, Round, Sentence, Theme, ThemeState
from aukio.apps.dialogues.tests.factories import core_group
from aukio.apps.dialogues.tests.pages.conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> Round:
    """A round whose latest change is making the theme that an owner was asked about."""
    made = make.told()
    make.question(made)
    Sentence.objects.all().delete()
    made.theme.placements.all().delete()
    last = Change.objects.filter(verb="create_theme").get()
    Change.objects.exclude(pk=last.pk).delete()
    state = last.after["themes"][str(made.theme.pk)]
    Theme.objects.filter(pk=made.theme.pk).update(state=state["state"])
    return made.round


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "josta on jo kysytty"),
        ("sv", "tema som ansvariga"),
        ("en", "owners have been asked about"),
    ],
)
def test_undoing_it_away_says_in_the_reader_s_language_what_to_do(asked, language, words):
    client = signed_in(core_group())
    with translation.override(language):
        address = reverse("dialogues:themes-undo", args=[asked.slug])

    answer = client.post(address, follow=True)

    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert asked.themes.exists()


def test_nothing_changes_when_undo_is_refused(asked):
    before = list(Theme.objects.values()), list(Change.objects.values())

    with pytest.raises(InputFault):
        actions.undo(by=None, round=asked)

    assert (list(Theme.objects.values()), list(Change.objects.values())) == before


def test_the_machine_s_new_proposals_leave_it_alone(asked):
    theme = asked.themes.get()
    Theme.objects.filter(pk=theme.pk).update(state=ThemeState.PROPOSED)

    actions.propose_themes(by=None, round=asked, proposals=[])

    assert asked.themes.get() == theme
