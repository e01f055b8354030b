"""What may be told of votes: nothing of fewer than five."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from aukio.apps.dialogues.opinions import queries
from aukio.apps.dialogues.opinions.models import Moderation, Stage, Voter
from aukio.apps.dialogues.opinions.summing_up import sum_up
from aukio.apps.dialogues.opinions.tasks import compute
from aukio.apps.dialogues.opinions.tests.factories import conversation, vote, voted
from aukio.engines.opinions import UNSEEN
from aukio.engines.opinions.tests.votes import camps
from aukio.shared.jobs.models import Job

CELL = st.sampled_from([1, 0, -1, UNSEEN])


@pytest.mark.django_db
def test_two_camps_are_told_as_groups_with_what_stands_for_them():
    found = queries.results(voted())

    assert [one["size"] for one in found.groups] == [30, 20]
    assert found.stability > 0.9
    assert found.representative(0)
    assert found.dividing
    assert found.uniting


@pytest.mark.django_db
def test_a_group_of_fewer_than_five_is_never_told():
    held = conversation()
    vote(held, camps((40, 3), statements=8, missing=0).marks)

    content = sum_up(held)

    assert all(one["size"] >= 5 for one in content["groups"])
    assert sum(one["size"] for one in content["groups"]) in (0, content["mapped"])


@pytest.mark.django_db
def test_of_fewer_than_five_voters_nothing_is_told():
    held = conversation()
    vote(held, np.ones((4, 8)))

    assert sum_up(held) == {
        "voters": 0, "mapped": 0, "stability": None, "groups": [], "statements": [],
    }  # fmt: skip


@pytest.mark.django_db
def test_where_few_of_one_group_voted_no_groups_shares_are_told():
    held = conversation()
    marks = camps((30, 20), statements=8, missing=0).marks
    marks[34:, 5] = UNSEEN  # four of the smaller group voted on statement 5

    vote(held, marks)
    told = {one["number"]: one for one in sum_up(held)["statements"]}

    assert told[5]["shares"] is not None
    assert told[5]["groups"] is None


@pytest.mark.django_db
def test_statements_left_out_are_not_told():
    held = conversation()
    held.statements.filter(number=2).update(moderation=Moderation.REJECTED)
    vote(held, camps((30, 20), statements=8, missing=0).marks)

    assert 2 not in {one["number"] for one in sum_up(held)["statements"]}


@pytest.mark.django_db
def test_the_worker_keeps_what_was_found_and_tells_how_far_it_is():
    held = conversation(stage=Stage.CLOSED)
    vote(held, camps((30, 20), statements=8, missing=0).marks)
    job = Job.objects.create(kind="opinions.map")

    compute.call(str(job.pk), conversation_id=held.pk)

    job.refresh_from_db()
    assert job.result == {"voters": 50, "groups": 2}
    assert job.total > 0
    assert queries.results(held).voters == 50


class Told(TestCase):
    @given(st.integers(1, 14).flatmap(
        lambda people: st.lists(
            st.lists(CELL, min_size=6, max_size=6), min_size=people, max_size=people
        )
    ))  # fmt: skip
    @settings(max_examples=25, deadline=None)
    def test_no_figure_is_of_fewer_than_five_and_none_names_a_voter(self, marks):
        held = conversation(statements=6)
        vote(held, np.array(marks))

        content = sum_up(held)

        assert content["voters"] == 0 or content["voters"] >= 5
        assert all(one["size"] >= 5 for one in content["groups"])
        for one in content["statements"]:
            assert (one["votes"] is None) == (one["shares"] is None)
            assert one["votes"] is None or one["votes"] >= 5
            for shares in (one["shares"] or [0], *(row["shares"] for row in one["groups"] or [])):
                assert all(share % 5 == 0 and 0 <= share <= 100 for share in shares)
        assert "participants" not in json.dumps(content)
        Voter.objects.all().delete()
