"""``aukio audit verify`` finds whatever was done to the chain."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from django.utils import translation

from aukio.shared.audit.command import group
from aukio.shared.audit.models import Event, Head
from aukio.shared.audit.tests.factories import events, tamper
from aukio.shared.audit.verification import verify

pytestmark = pytest.mark.django_db


def findings() -> list[tuple[int, str]]:
    return [(finding.sequence, finding.code) for finding in verify().findings]


def run(*arguments: str):
    with translation.override("en"):
        return CliRunner().invoke(group, ["verify", *arguments])


def test_an_empty_chain_is_whole():
    assert verify().is_whole


def test_an_untouched_chain_is_whole():
    events(5)

    report = verify()

    assert report.is_whole
    assert (report.events, report.head) == (5, Event.objects.last().hash)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("verb", "tests.other"),
        ("actor_id", 99),
        ("actor_kind", "code"),
        ("target_id", "99"),
        ("target_type", "tests.other"),
        ("detail", '{"number": 99}'),
        ("at", "2020-01-01 00:00:00+00:00"),
    ],
)
def test_an_altered_event_is_named(column: str, value: object):
    events(5)
    tamper(f"UPDATE audit_event SET {column} = %s WHERE sequence = 3", value)

    assert findings() == [(3, "altered")]


def test_an_altered_event_with_a_new_hash_breaks_the_next_one():
    events(4)
    event = Event.objects.get(sequence=2)
    from aukio.shared.audit.verification import _hash

    event.verb = "tests.other"
    tamper(
        "UPDATE audit_event SET verb = %s, hash = %s WHERE sequence = 2", event.verb, _hash(event)
    )

    assert findings() == [(3, "broken")]


def test_an_event_removed_from_the_middle_is_named():
    events(5)
    tamper("DELETE FROM audit_event WHERE sequence = 3")

    assert findings() == [(3, "removed")]


def test_events_removed_from_the_beginning_are_named():
    events(3)
    tamper("DELETE FROM audit_event WHERE sequence <= 2")

    assert findings() == [(1, "removed"), (2, "removed")]


def test_events_removed_from_the_tail_are_named():
    events(5)
    tamper("DELETE FROM audit_event WHERE sequence > 3")

    assert findings() == [(4, "removed"), (5, "removed")]


def test_a_removed_event_is_noticed_when_the_rest_is_renumbered():
    events(4)
    tamper("DELETE FROM audit_event WHERE sequence = 2")
    tamper("UPDATE audit_event SET sequence = 2 WHERE sequence = 3")
    tamper("UPDATE audit_event SET sequence = 3 WHERE sequence = 4")

    assert findings() == [(2, "moved"), (3, "moved"), (4, "removed")]


def test_events_that_changed_places_are_named():
    events(4)
    for old, new in [(2, 99), (3, 2), (99, 3)]:
        tamper("UPDATE audit_event SET sequence = %s WHERE sequence = %s", new, old)

    assert findings() == [(2, "moved"), (3, "moved")]


def test_an_inserted_event_at_the_end_is_noticed():
    events(2)
    last = Event.objects.last()
    Event(
        sequence=3,
        at=last.at,
        actor_kind="system",
        verb="tests.invented",
        hash="f" * 64,
        previous_hash=last.hash,
    ).save()

    assert findings() == [(3, "altered"), (3, "no_end")]


def test_a_missing_head_row_is_noticed():
    events(2)
    tamper("DELETE FROM audit_head")

    assert findings() == [(2, "no_end")]


def test_a_tail_removed_together_with_the_head_is_revealed_by_a_hash_noted_elsewhere():
    noted = events(5)[-1].hash
    tamper("DELETE FROM audit_event WHERE sequence > 3")
    tamper("UPDATE audit_head SET sequence = 3, hash = %s", Event.objects.last().hash)

    assert verify().is_whole
    report = verify(expected_head=noted)

    assert [finding.code for finding in report.findings] == ["not_expected"]


def test_a_hash_noted_earlier_is_found_in_a_chain_that_has_grown():
    noted = events(2)[-1].hash
    events(3)

    assert verify(expected_head=noted).is_whole


def test_the_command_ends_with_0_and_shows_the_newest_hash():
    events(2)

    result = run()

    assert result.exit_code == 0
    assert Head.objects.get().hash in result.output


def test_the_command_ends_with_1_and_names_the_event():
    events(3)
    tamper("DELETE FROM audit_event WHERE sequence = 2")

    result = run()

    assert result.exit_code == 1
    assert "Event 2: it has been removed." in result.output


def test_the_command_answers_machines():
    events(2)

    answer = json.loads(run("--format", "json").output)

    assert answer["whole"] is True
    assert answer["events"] == 2
    assert answer["findings"] == []


def test_the_command_does_not_find_a_hash_from_another_chain():
    events(1)

    assert run("--expect-head", "ab" * 32).exit_code == 1
