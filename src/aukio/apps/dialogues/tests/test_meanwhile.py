"""Two people write the same sentence: who saves later overwrites nothing unknowingly."""

from __future__ import annotations

from typing import Any

import pytest

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.actions import _history, variants
from aukio.apps.dialogues.actions.meanwhile import what_it_says
from aukio.apps.dialogues.faults import EditedMeanwhile, InputFault
from aukio.apps.dialogues.models import Change, Sentence, VariantSentence
from aukio.apps.dialogues.tests import factories as make
from aukio.shared.audit.models import Event

pytestmark = pytest.mark.django_db
FULL, SHORT = "full", "short"


@pytest.fixture(params=[FULL, SHORT])
def kind(request: pytest.FixtureRequest) -> str:
    """A sentence of the summary, and one of its short version."""
    return str(request.param)


@pytest.fixture
def line(kind: str) -> Sentence | VariantSentence:
    full = make.sentence(make.ThemeFactory(), text="Alku.")
    if kind == FULL:
        return full
    return actions.write_variant_sentence(
        by=None, summary=full.summary, kind=kind, texts={"fi": "Alku."}, sources=[full]
    )


def edit(line: Sentence | VariantSentence, text: str, **more: Any) -> None:
    """Edit a copy of one's own, as a page does."""
    mine = type(line).objects.get(pk=line.pk)
    if isinstance(mine, Sentence):
        actions.edit_sentence(by=None, sentence=mine, texts={"fi": text}, **more)
    else:
        actions.edit_variant_sentence(by=None, sentence=mine, texts={"fi": text}, **more)


def text_of(line: Sentence | VariantSentence) -> str:
    return type(line).objects.get(pk=line.pk).text_fi


def test_what_was_started_from_an_earlier_text_is_refused_and_nothing_is_stored(line) -> None:
    started = what_it_says(line)
    edit(line, "Toisen.", started_from=started)
    events, changes = Event.objects.count(), Change.objects.count()

    with pytest.raises(EditedMeanwhile):
        edit(line, "Minun.", started_from=started)

    assert text_of(line) == "Toisen."
    assert (Event.objects.count(), Change.objects.count()) == (events, changes)


def test_what_was_started_from_the_text_as_it_is_is_stored(line) -> None:
    edit(line, "Toisen.")
    now = type(line).objects.get(pk=line.pk)

    edit(line, "Minun.", started_from=what_it_says(now))

    assert text_of(line) == "Minun."


def test_the_same_text_twice_is_no_conflict(line) -> None:
    started = what_it_says(line)
    edit(line, "Sama.", started_from=started)

    edit(line, "Sama.", started_from=started)

    assert text_of(line) == "Sama."


def test_who_tells_no_start_is_asked_nothing(line) -> None:
    edit(line, "Toisen.")
    edit(line, "Minun.")

    assert text_of(line) == "Minun."


def test_a_language_one_does_not_write_is_not_put_back_to_what_it_was(line) -> None:
    old = type(line).objects.get(pk=line.pk)
    edit(line, "Toisen.")
    act, texts = (
        (actions.edit_sentence, {"sv": "Min."})
        if isinstance(old, Sentence)
        else (actions.edit_variant_sentence, {"sv": "Min."})
    )

    act(by=None, sentence=old, texts=texts)

    assert text_of(line) == "Toisen."


def test_a_sentence_removed_meanwhile_is_not_written_back(line) -> None:
    old = type(line).objects.get(pk=line.pk)
    type(line).objects.filter(pk=line.pk).delete()
    act = actions.edit_sentence if isinstance(old, Sentence) else actions.edit_variant_sentence

    with pytest.raises(InputFault):
        act(by=None, sentence=old, texts={"fi": "Minun."})

    assert not type(line).objects.filter(pk=line.pk).exists()


def test_what_another_saves_while_one_waits_for_the_round_counts(line, monkeypatch) -> None:
    def wait(_round: Any) -> None:
        type(line).objects.filter(pk=line.pk).update(text_fi="Toisen.")

    for place in (_history, variants):
        monkeypatch.setattr(place, "lock", wait)

    with pytest.raises(EditedMeanwhile):
        edit(line, "Minun.", started_from=what_it_says(line))


def test_moving_a_sentence_meanwhile_and_tying_a_version_to_other_sentences_are_changes() -> None:
    full = make.sentence(make.ThemeFactory(), text="Alku.")
    short = actions.write_variant_sentence(
        by=None, summary=full.summary, kind=SHORT, texts={"fi": "Lyhyt."}, sources=[full]
    )
    of_full, of_short = what_it_says(full), what_it_says(short)
    edit(full, "Alku.", theme=make.ThemeFactory(round=full.summary.round))
    short.sources.clear()

    for line, started in ((full, of_full), (short, of_short)):
        with pytest.raises(EditedMeanwhile):
            edit(line, "Minun.", started_from=started)
