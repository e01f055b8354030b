"""Kept texts are encrypted, come back as they were, and their links are hashes only."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aukio.apps.wording import sealing
from aukio.apps.wording.asking import LetBe
from aukio.apps.wording.models import KeptText
from aukio.apps.wording.queries import texts
from aukio.apps.wording.tests.factories import HARD, asked, kept, kept_file
from aukio.apps.wording.texts import Given, uploaded
from aukio.shared.accounts.models import Code
from aukio.shared.accounts.sealing import unseal
from aukio.shared.jobs.models import Job

pytestmark = pytest.mark.django_db


@given(st.binary(min_size=1, max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_any_bytes_come_back_as_they_were(content: bytes):
    import base64

    sealed = sealing.sealed_content(Given(content))

    assert base64.b64decode(unseal(sealed)) == content


def test_everything_about_a_text_comes_back():
    how = asked(let_be=(LetBe("officialese", "syy", 0, 6),), name="a.md", ending=".md")
    _row, token = kept(**{name: getattr(how, name) for name in how.__slots__})
    opened = texts.own(token)

    assert opened is not None
    assert opened.asked == how
    assert opened.given.content.decode() == HARD
    assert opened.report.score > 0


def test_no_column_holds_a_word_in_the_open():
    row, token = kept_file(
        uploaded("Salainen asia.md", b"# Palkkatodistus\n\nSe on liitett\xc3\xa4v\xc3\xa4.")
    )
    held = " ".join(str(value) for value in KeptText.objects.filter(pk=row.pk).values_list()[0])

    for word in ("Salainen", "Palkkatodistus", "liitett", token):
        assert word not in held
    assert token not in Code.objects.get().token_hash


def test_the_queue_holds_the_number_of_the_text_only():
    from django_tasks_db.models import DBTaskResult

    row, _token = kept()
    (waiting,) = DBTaskResult.objects.all()

    assert waiting.args_kwargs["kwargs"] == {"text_id": str(row.pk), "turn": 1}
    assert Job.objects.get().started_by is None


def test_a_wrong_key_opens_nothing(settings):
    row, _token = kept()
    settings.SECRET_KEY = "another"
    settings.SECRET_KEY_FALLBACKS = []

    assert sealing.opened(row) is None


def test_after_a_change_of_key_the_key_before_still_opens(settings):
    row, _token = kept()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"

    assert sealing.opened(row) is not None
