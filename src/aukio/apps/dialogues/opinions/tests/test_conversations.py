"""Preparing, moderating, opening, closing and showing."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.opinions import actions
from aukio.apps.dialogues.opinions.models import Conversation, Moderation, Stage, Statement
from aukio.apps.dialogues.opinions.tests.factories import conversation, voted
from aukio.apps.dialogues.tests.factories import RoundFactory, core_group, outsider
from aukio.apps.dialogues.tests.pages.scene import scene
from aukio.shared.audit.models import Event

pytestmark = pytest.mark.django_db
SOON = timedelta(days=30)


def prepare(**changes):
    given = {
        "by": core_group(),
        "round": RoundFactory(),
        "question": {"fi": "Mikä huolettaa?"},
        "delete_on": timezone.localdate() + SOON,
    }
    return actions.create_conversation(**{**given, **changes})


def test_a_new_one_is_only_prepared_and_its_results_are_not_shown():
    made = prepare()

    assert made.stage == Stage.PREPARED
    assert not made.results_shown


def test_preparing_is_audited():
    made = prepare()

    assert Event.objects.filter(verb="opinions.create_conversation").exists()
    assert made.made_by is not None


@pytest.mark.parametrize("days", [-1, 0, 366, 4000])
def test_votes_are_kept_from_tomorrow_to_a_year(days):
    with pytest.raises(InputFault):
        prepare(delete_on=timezone.localdate() + timedelta(days=days))

    assert not Conversation.objects.exists()


def test_without_a_question_nothing_is_prepared():
    with pytest.raises(InputFault, match="question"):
        prepare(question={"fi": " "})


def test_a_statement_waits_for_a_decision():
    held = conversation(stage=Stage.PREPARED, statements=0)

    made = actions.add_statement(by=core_group(), conversation=held, texts={"sv": "Bussen går."})

    assert made.moderation == Moderation.WAITING
    assert made.number == 0


@pytest.mark.parametrize("text", ["", "   ", "x" * 301])
def test_an_empty_or_long_statement_is_refused(text):
    held = conversation(stage=Stage.PREPARED, statements=0)

    with pytest.raises(InputFault):
        actions.add_statement(by=core_group(), conversation=held, texts={"fi": text})


def test_published_sentences_become_statements_once():
    made = scene()
    held = conversation(stage=Stage.PREPARED, statements=0, round=made.round)

    for taken in (1, 0):
        assert taken == actions.take_sentences(
            by=core_group(), conversation=held, sentences=[made.sentence.pk]
        )

    assert held.statements.get().text_en == "Many told of lonely evenings."


def test_a_sentence_that_is_not_published_cannot_be_taken():
    made = scene(published=False)
    held = conversation(stage=Stage.PREPARED, statements=0, round=made.round)

    with pytest.raises(InputFault):
        actions.take_sentences(by=None, conversation=held, sentences=[made.sentence.pk])


def test_it_opens_with_five_accepted_statements_and_not_with_four():
    held = conversation(stage=Stage.PREPARED, statements=5)
    fifth = held.statements.last()
    actions.decide_statement(by=None, statement=fifth, moderation=Moderation.REJECTED)

    with pytest.raises(InputFault):
        actions.open_for_votes(by=None, conversation=held)
    actions.decide_statement(by=None, statement=fifth, moderation=Moderation.ACCEPTED)
    actions.open_for_votes(by=core_group(), conversation=held)

    held.refresh_from_db()
    assert held.stage == Stage.OPEN


def test_only_an_open_one_can_be_closed():
    with pytest.raises(InputFault):
        actions.close(by=None, conversation=conversation(stage=Stage.PREPARED))


def test_a_closed_one_takes_no_new_statements():
    with pytest.raises(InputFault):
        actions.add_statement(
            by=None, conversation=conversation(stage=Stage.CLOSED), texts={"fi": "Uusi"}
        )


def test_nothing_is_shown_before_it_is_computed():
    with pytest.raises(InputFault):
        actions.show_results(by=None, conversation=conversation(), shown=True)


def test_results_can_be_shown_and_taken_back():
    held = voted()

    for shown in (True, False):
        actions.show_results(by=core_group(), conversation=held, shown=shown)
        held.refresh_from_db()
        assert held.results_shown is shown


@pytest.mark.parametrize(
    "act",
    [
        lambda by, one: actions.create_conversation(
            by=by, round=one.round, question={"fi": "x"}, delete_on=one.delete_on
        ),
        lambda by, one: actions.add_statement(by=by, conversation=one, texts={"fi": "x"}),
        lambda by, one: actions.take_sentences(by=by, conversation=one, sentences=[]),
        lambda by, one: actions.decide_statement(
            by=by, statement=one.statements.first(), moderation=Moderation.REJECTED
        ),
        lambda by, one: actions.open_for_votes(by=by, conversation=one),
        lambda by, one: actions.close(by=by, conversation=one),
        lambda by, one: actions.show_results(by=by, conversation=one, shown=True),
        lambda by, one: actions.start_computing(by=by, conversation=one),
        lambda by, one: actions.keep_found(by=by, conversation=one, content={}),
    ],
)
def test_somebody_outside_the_core_group_may_do_none_of_it(act):
    held = conversation()

    with pytest.raises(PermissionDenied):
        act(outsider(), held)

    assert Conversation.objects.count() == 1
    assert Statement.objects.count() == 8
