"""``aukio mail`` tells what is in the outbox."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from aukio.shared.mail import actions
from aukio.shared.mail.command import group
from aukio.shared.mail.models import Message, State

pytestmark = pytest.mark.django_db


@pytest.fixture
def _message():
    actions.queue(to="maija@example.org", subject="Kutsu", text="Tervetuloa!")


@pytest.mark.usefixtures("_message")
def test_status_counts_messages_for_machines():
    result = CliRunner().invoke(group, ["status", "--format", "json"])

    assert json.loads(result.output) == {"waiting": 1, "sent": 0, "given_up": 0}
    assert result.exit_code == 0


@pytest.mark.usefixtures("_message")
def test_status_ends_with_one_when_a_message_was_given_up():
    Message.objects.update(state=State.GIVEN_UP)

    assert CliRunner().invoke(group, ["status"]).exit_code == 1


@pytest.mark.usefixtures("_message")
def test_retry_then_send_delivers_what_was_given_up():
    Message.objects.update(state=State.GIVEN_UP)

    CliRunner().invoke(group, ["retry"])

    assert CliRunner().invoke(group, ["send"]).output == "1 sent\n"
