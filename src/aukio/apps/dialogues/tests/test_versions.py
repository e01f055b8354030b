"""A mended record: the new version keeps what stayed the same."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.models import Permission, Record, ThemeNote
from aukio.apps.dialogues.offences import offences_of
from aukio.apps.dialogues.tests import factories as make

pytestmark = pytest.mark.django_db
MENDED = "Ilta on pitkä.\nKukaan ei soita enää minulle.\nKirjastossa sanotaan päivää.\n"


def replace(old: Record, text: str = MENDED) -> Record:
    return actions.replace_record(by=None, record_=old, reading=make.reading(text))


def test_the_old_version_stays_as_it_was_and_out_of_use() -> None:
    old = make.record()

    new = replace(old)

    old.refresh_from_db()
    assert (old.superseded, old.text) == (True, make.SAID)
    assert (new.version, new.replaces, new.text) == (2, old, MENDED)


def test_notes_that_stayed_the_same_keep_their_theme_permission_and_quotes() -> None:
    old = make.record()
    first, changed, _last = old.notes.all()
    theme = make.ThemeFactory(round=old.dialogue.round)
    make.place(theme, first, changed)
    sentence = make.sentence(theme, first)
    first.permission = Permission.WHOLE
    first.save()

    new = replace(old)

    same = new.notes.get(text=first.text)
    assert ThemeNote.objects.get().note == same
    assert sentence.quotes.get().note == same
    assert same.permission == Permission.WHOLE


def test_a_quote_of_changed_words_must_be_picked_anew() -> None:
    old = make.record()
    theme = make.ThemeFactory(round=old.dialogue.round)
    sentence = make.sentence(theme, old.notes.all()[1])

    replace(old)

    found = [one for one in offences_of(theme.round) if one.sentence == sentence.pk]
    assert len(found) >= 1


def test_only_the_newest_version_is_replaced() -> None:
    old = make.record()
    replace(old)

    with pytest.raises(InputFault):
        replace(old, "Muuta")


def test_others_do_not_replace_a_record() -> None:
    with pytest.raises(PermissionDenied):
        actions.replace_record(
            by=make.organiser(), record_=make.record(), reading=make.reading(MENDED)
        )
