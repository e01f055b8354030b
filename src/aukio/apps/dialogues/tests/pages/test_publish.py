"""The page that publishes."""

from __future__ import annotations

import pytest
from django.urls import reverse

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.models import RoundStatus
from aukio.apps.dialogues.tests.factories import RoundFactory
from aukio.apps.dialogues.tests.pages.scene import scene

pytestmark = pytest.mark.django_db


def go(made, name: str = "publish") -> str:
    return reverse(f"dialogues:{name}", args=[made.round.slug])


def test_a_summary_is_published_after_it_is_confirmed(leader):
    made = scene(published=False)

    answer = leader.post(go(made), {"sure": "on"})

    made.round.refresh_from_db()
    assert answer["Location"] == reverse("dialogues:round", args=[made.round.slug])
    assert made.round.status == RoundStatus.PUBLISHED


def test_nothing_is_published_without_confirming(leader):
    made = scene(published=False)

    answer = leader.post(go(made), {})

    assert "Confirm that the summary may be published." in answer.content.decode()
    assert not made.round.publications.exists()


def test_each_offence_leads_to_where_it_is_mended(leader):
    made = scene(published=False)
    actions.write_sentence(by=None, theme=made.theme, texts={"fi": "Ilman lähdettä."})
    actions.rename_theme(by=None, theme=made.theme, title={"fi": "Yksin", "sv": "", "en": "Alone"})

    text = leader.get(go(made)).content.decode()

    last = made.theme.sentences.order_by("order").last()
    address = f"{reverse('dialogues:summary-theme', args=[made.theme.pk])}#sentence-{last.pk}"
    assert f'href="{address}">The sentence has no source.' in text
    named = reverse("dialogues:theme-name", args=[made.theme.pk])
    assert f'href="{named}">The theme has no title in Swedish.' in text
    assert 'name="sure"' not in text


def test_an_offence_that_appears_meanwhile_still_refuses(leader):
    made = scene(published=False)
    actions.write_sentence(by=None, theme=made.theme, texts={"fi": "Ilman lähdettä."})

    answer = leader.post(go(made), {"sure": "on"})

    assert "The summary cannot be published yet" in answer.content.decode()
    assert not made.round.publications.exists()


def test_a_round_without_a_sentence_leads_to_the_summary_desk(leader):
    round = RoundFactory()

    text = leader.get(reverse("dialogues:publish", args=[round.slug])).content.decode()

    assert reverse("dialogues:summary-desk", args=[round.slug]) in text
    assert "The summary has no sentences." in text


def test_languages_are_marked_ready(leader):
    made = scene(published=False)

    leader.post(go(made, "summary-languages"), {"ready": ["fi"]})

    made.sentence.summary.refresh_from_db()
    assert made.sentence.summary.ready == ["fi"]


def test_a_strange_language_changes_nothing(leader):
    made = scene(published=False)

    leader.post(go(made, "summary-languages"), {"ready": ["xx"]})

    made.sentence.summary.refresh_from_db()
    assert made.sentence.summary.ready == ["fi", "sv", "en"]


def test_a_correction_needs_a_reason_and_tells_it(leader, client):
    made = scene()

    refused = leader.post(go(made), {"sure": "on", "reason": " "})
    leader.post(go(made), {"sure": "on", "reason": "A name was wrong."})

    assert "govuk-error-summary" in refused.content.decode()
    assert made.round.publications.count() == 2
    text = client.get(reverse("dialogues:round", args=[made.round.slug])).content.decode()
    assert "A name was wrong." in text
