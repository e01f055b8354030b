"""Bringing a past conversation, and taking one along."""

from datetime import timedelta

import pytest
from django.utils import timezone

from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.opinions import actions, exports
from aukio.apps.dialogues.opinions.actions.importing import read_export
from aukio.apps.dialogues.opinions.models import Conversation, Moderation, Stage, Vote
from aukio.apps.dialogues.opinions.summing_up import votes_of
from aukio.apps.dialogues.opinions.tests.factories import conversation, voted
from aukio.apps.dialogues.tests.factories import RoundFactory, core_group
from aukio.engines.opinions import opinion_map

pytestmark = pytest.mark.django_db
VOTES = b"""timestamp,datetime,comment-id,voter-id,vote
10,,0,771,1
30,,0,771,-1
20,,3,772,0
"""
COMMENTS = b"""timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
1,,0,9,0,1,1,"More buses, please"
1,,3,9,0,0,-1,Rude
1,,7,9,0,0,0,Nobody voted
"""


def bring(votes: bytes = VOTES, comments: bytes = COMMENTS, agree_is: int = 1) -> Conversation:
    matrix, texts = read_export(
        votes=("votes.csv", votes), comments=("comments.csv", comments), agree_is=agree_is
    )
    return actions.import_conversation(
        by=core_group(),
        round=RoundFactory(),
        question={"en": "Buses?"},
        delete_on=timezone.localdate() + timedelta(days=9),
        votes=matrix,
        comments=texts,
    )


def test_the_newest_votes_are_kept_and_the_exports_ids_are_not():
    made = bring()

    assert sorted(Vote.objects.values_list("statement__number", "value")) == [(0, -1), (3, 0)]
    assert not made.voters.filter(pk__in=[771, 772]).exists()


def test_it_is_closed_not_shown_and_says_that_it_comes_from_elsewhere():
    made = bring()

    assert (made.stage, made.is_imported, made.results_shown) == (Stage.CLOSED, True, False)


def test_what_a_moderator_rejected_there_is_left_out_here():
    made = bring()

    assert made.statements.get(number=3).moderation == Moderation.REJECTED
    assert votes_of(made).statements == ("0",)


@pytest.mark.parametrize(
    ("votes", "comments", "told"),
    [
        (VOTES.replace(b",0\n", b",7\n"), COMMENTS, "votes.csv, row 4"),
        (b"a,b,c\n1,2,3\n", COMMENTS, "votes.csv, row 1"),
        (VOTES, b"x\n1\n", "comments.csv"),
        (VOTES, COMMENTS.replace(b"\n1,,3,", b"\n1,,4,"), "comments.csv"),
        (VOTES.replace(b",3,772", b",c3,772"), COMMENTS.replace(b",3,9", b",c3,9"), "votes.csv"),
        (b"PK\x03\x04", COMMENTS, "votes.csv"),
    ],
)
def test_a_faulty_file_is_told_and_nothing_is_kept(votes, comments, told):
    with pytest.raises(InputFault) as fault:
        bring(votes, comments)

    assert told in str(fault.value)
    assert fault.value.mend
    assert not Conversation.objects.exists()


def test_swapped_signs_are_noticed():
    with pytest.raises(InputFault, match="other way round"):
        bring(agree_is=-1)


def test_what_is_taken_along_and_brought_back_gives_the_same_groups():
    held = voted()

    again = bring(
        exports.export(held, "votes.csv").encode(), exports.export(held, "comments.csv").encode()
    )

    before, after = (opinion_map(votes_of(one)) for one in (held, again))
    assert [one.size for one in before.groups] == [one.size for one in after.groups]
    assert [one.agree for one in before.statements] == [one.agree for one in after.statements]


@pytest.mark.parametrize("name", ["votes.csv", "participants-votes.csv"])
def test_files_hold_no_ids_of_voters(name):
    held = conversation()
    for _voter in range(60):  # so that ids here and numbers there cannot meet by chance
        actions.join(conversation=held)
    codes = [actions.join(conversation=held) for _voter in range(3)]
    voters = list(held.voters.order_by("-pk")[:3])
    for voter in voters:
        actions.cast(voter=voter, statement=held.statements.first(), value=1)

    text = exports.export(held, name)

    column = 3 if name == "votes.csv" else 0
    numbers = [line.split(",")[column] for line in text.splitlines()[1:]]
    assert sorted(numbers) == ["0", "1", "2"]
    assert not any(code in text for code in codes)
