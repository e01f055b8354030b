"""Nothing that a scribe wrote is overwritten: not by another, not by a page of yesterday."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.recording import actions
from aukio.apps.dialogues.recording.models import Entry, Sheet
from aukio.apps.dialogues.recording.queries.sheets import earlier_texts, written
from aukio.apps.dialogues.recording.tests.scene import SAID, scene
from aukio.apps.dialogues.tests import factories as make

pytestmark = pytest.mark.django_db


def heads(sheet: Sheet, field: str = "talked") -> list[str]:
    found = next(one for one in written(sheet) if one.field.code == field)
    return [one.text for one in found.heads]


def save(by, sheet, text, base=None, session="", mine=()):
    return actions.save_text(
        by=by, sheet=sheet, field="talked", text=text, base=base, session=session, mine=mine
    )


def test_a_text_goes_on_from_the_one_it_was_read_from():
    here = scene()
    sheet = here.sheet()
    first = save(here.organiser, sheet, "Ilta")
    save(here.organiser, sheet, "Ilta on pitkä", base=first.entry.pk)

    assert heads(sheet) == ["Ilta on pitkä"]


def test_two_who_write_at_once_both_keep_their_words():
    here = scene()
    sheet = here.sheet()
    one, other = here.code("Aino"), here.code("Eino")
    first = save(here.organiser, sheet, "Ilta").entry.pk
    save(one, sheet, "Ilta on pitkä", base=first, session="a")
    told = save(other, sheet, "Ilta on lyhyt", base=first, session="b")

    assert heads(sheet) == ["Ilta on pitkä", "Ilta on lyhyt"]
    assert [entry.writer for entry in told.others] == ["Aino"]


def test_each_goes_on_from_its_own_while_the_texts_differ():
    here = scene()
    sheet = here.sheet()
    one = save(here.organiser, sheet, "A", session="a").entry.pk
    other = save(here.organiser, sheet, "B", session="b").entry.pk
    save(here.organiser, sheet, "A2", base=one, session="a")
    save(here.organiser, sheet, "B2", base=other, session="b")

    assert sorted(heads(sheet)) == ["A2", "B2"]


def test_a_page_whose_answer_was_lost_goes_on_from_its_own():
    here = scene()
    sheet = here.sheet()
    save(here.organiser, sheet, "Ilta", session="a")
    save(here.organiser, sheet, "Ilta on pitkä", session="b", mine=["a"])

    assert heads(sheet) == ["Ilta on pitkä"]


def test_the_same_text_sent_twice_is_kept_once():
    here = scene()
    sheet = here.sheet()
    first = save(here.organiser, sheet, SAID)
    again = save(here.organiser, sheet, SAID)

    assert again.entry == first.entry
    assert Entry.objects.count() == 1


def test_settling_makes_one_text_and_keeps_the_others_as_versions():
    here = scene()
    sheet = here.sheet()
    seen = [save(here.organiser, sheet, text, session=text).entry.pk for text in ("A", "B")]
    actions.settle(by=here.organiser, sheet=sheet, field="talked", text="A ja B", heads=seen)

    assert heads(sheet) == ["A ja B"]
    assert [one.text for one in earlier_texts(sheet, "talked")] == ["A ja B", "B", "A"]


def test_a_text_saved_while_another_settles_is_not_lost():
    here = scene()
    sheet = here.sheet()
    seen = [save(here.organiser, sheet, text, session=text).entry.pk for text in ("A", "B")]
    save(here.organiser, sheet, "C", session="C")
    told = actions.settle(by=here.organiser, sheet=sheet, field="talked", text="AB", heads=seen)

    assert sorted(heads(sheet)) == ["AB", "C"]
    assert [one.text for one in told.others] == ["C"]


def test_many_saves_of_one_page_leave_few_versions():
    here = scene()
    sheet = here.sheet()
    base = None
    for length in range(1, 40):
        base = save(here.organiser, sheet, "a" * length, base=base, session="a").entry.pk

    assert heads(sheet) == ["a" * 39]
    assert Entry.objects.count() <= 3


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.booleans(), st.text("abc \n", max_size=5)), max_size=12
    )
)
def test_however_scribes_write_at_once_each_one_s_latest_words_are_there(turns):
    """Each of three pages reads now and then, and saves; no page's last words vanish unread."""
    here = scene()
    sheet = here.sheet()
    base: dict[int, int | None] = {}
    last: dict[int, str] = {}
    for page, reads, text in turns:
        if reads:
            found = next(one for one in written(sheet) if one.field.code == "talked")
            base[page] = found.head.pk if found.head else None
        else:
            marked = f"{page}:{text}"
            saved = save(here.organiser, sheet, marked, base.get(page), session=str(page))
            base[page], last[page] = saved.entry.pk, marked
    kept = {one.text for one in Entry.objects.filter(sheet=sheet)}
    drafts = {one for one in last.values() if one not in kept}

    assert not drafts


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=400))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_character_is_kept(text):
    here = scene()
    sheet = here.sheet()
    save(here.organiser, sheet, text)

    expected = text.replace("\r\n", "\n").replace("\r", "\n")
    assert "".join(heads(sheet)) == expected


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "a" * 500_001])
def test_what_no_database_keeps_is_refused_and_nothing_is_stored(text):
    here = scene()
    sheet = here.sheet()
    with pytest.raises(InputFault):
        save(here.organiser, sheet, text)

    assert not Entry.objects.exists()


def test_a_field_that_is_not_asked_is_refused():
    here = scene()
    with pytest.raises(InputFault):
        actions.save_text(by=here.organiser, sheet=here.sheet(), field="hetu", text="A", base=None)


@pytest.mark.parametrize("who", ["core group", "other organiser", "other scribe", "outsider"])
def test_others_cannot_write(who):
    here = scene()
    sheet = here.sheet()
    people = {
        "core group": make.core_group,
        "other organiser": make.organiser,
        "other scribe": lambda: scene().code(),
        "outsider": make.outsider,
    }
    with pytest.raises(PermissionDenied):
        save(people[who](), sheet, "A")
    with pytest.raises(PermissionDenied):
        actions.begin(by=people[who](), dialogue=here.dialogue)


def test_the_language_and_the_permission_are_kept():
    here = scene()
    sheet = here.sheet()
    actions.set_facts(by=here.code(), sheet=sheet, language="sv", permission="quotes")
    sheet.refresh_from_db()

    assert (sheet.language, sheet.permission) == ("sv", "quotes")
    with pytest.raises(InputFault):
        actions.set_facts(by=here.organiser, sheet=sheet, language="xx", permission="quotes")
