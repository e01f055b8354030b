"""A permission taken back hides the words at once, wherever they would stand."""

from __future__ import annotations

import pytest

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.models import Permission, Publication, Record
from aukio.apps.dialogues.permissions import permitted
from aukio.apps.dialogues.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication() -> Publication:
    round = make.publishable()
    make.record("Avointa", round=round, permission=Permission.WHOLE)
    return actions.publish(by=None, round=round)


def quotes(publication: Publication) -> list[str]:
    content, _notes = permitted(publication)
    return [q["text"] for t in content["themes"] for s in t["sentences"] for q in s["quotes"]]


def test_words_are_shown_while_they_may_be(publication: Publication) -> None:
    assert quotes(publication) == ["Ilta on pitkä."]
    assert [note["text"] for note in permitted(publication)[1]] == ["Avointa"]


def test_words_withdrawn_are_left_out_and_counted(publication: Publication) -> None:
    Record.objects.update(permission=Permission.NONE)

    content, notes = permitted(publication)

    assert (quotes(publication), notes) == ([], [])
    assert content["themes"][0]["sentences"][0]["withdrawn"] == 1


def test_a_whole_record_narrowed_to_quotes_is_no_longer_open(publication: Publication) -> None:
    Record.objects.filter(text="Avointa").update(permission=Permission.QUOTES)

    assert permitted(publication)[1] == []


def test_the_newest_version_decides_for_an_old_one(publication: Publication) -> None:
    old = Record.objects.get(text=make.SAID)
    new = actions.replace_record(by=None, record_=old, reading=make.reading("Ilta on lyhyt."))
    assert quotes(publication) == ["Ilta on pitkä."]

    actions.set_permission(by=None, record_=new, permission=Permission.NONE)

    assert quotes(publication) == []


def test_the_publication_itself_stays_as_it_was(publication: Publication) -> None:
    Record.objects.update(permission=Permission.NONE)

    publication.refresh_from_db()

    assert publication.content["themes"][0]["sentences"][0]["quotes"]
