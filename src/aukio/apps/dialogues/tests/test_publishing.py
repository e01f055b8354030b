"""Publishing is refused until every sentence leads back to permitted, exact words."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.faults import Frozen, InputFault, PublishRefused
from aukio.apps.dialogues.frozen import digest
from aukio.apps.dialogues.models import (
    AgeBandCount,
    Permission,
    Publication,
    Quote,
    Record,
    Round,
    RoundStatus,
    Sentence,
    Summary,
    Theme,
)
from aukio.apps.dialogues.tests import factories as make
from aukio.shared.audit.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def test_a_summary_is_frozen_with_its_fingerprint() -> None:
    round = make.publishable()

    made = actions.publish(by=make.core_group(), round=round)

    made.refresh_from_db()
    assert made.version == 1
    assert made.sha256 == digest(made.content, made.notes)
    assert made.content["themes"][0]["sentences"][0]["quotes"][0]["text"] == "Ilta on pitkä."
    assert Round.objects.get(pk=round.pk).status == RoundStatus.PUBLISHED
    assert Event.objects.filter(verb="dialogues.publish_summary").count() == 1


SPOILT = {
    "has no source": lambda: Quote.objects.all().delete(),
    "not word for word": lambda: Quote.objects.update(text="Ilta on pitka."),
    "word for word in the record": lambda: Quote.objects.update(end=13),
    "may not be quoted": lambda: Record.objects.update(permission=Permission.NONE),
    "no longer in use": lambda: Record.objects.update(superseded=True),
    "nobody has accepted": lambda: Sentence.objects.update(origin="machine", accepted=False),
    "no text in Swedish": lambda: Summary.objects.update(ready=["fi", "sv"]),
    "theme has no title in Finnish": lambda: Theme.objects.update(title_fi=""),
    "round has no title in Finnish": lambda: Round.objects.update(title_fi=""),
    "No language is marked ready": lambda: Summary.objects.update(ready=[]),
    "no sentences": lambda: Sentence.objects.all().delete(),
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_summary_with_an_offence_is_refused_with_how_to_mend_it(what: str) -> None:
    round = make.publishable()
    SPOILT[what]()

    with pytest.raises(PublishRefused) as refused:
        actions.publish(by=None, round=Round.objects.get(pk=round.pk))

    (offence,) = [one for one in refused.value.offences if what in one.what]
    assert offence.mend
    assert offence.where
    assert not Publication.objects.exists()


def test_every_offence_is_listed_at_once() -> None:
    round = make.publishable()
    theme = round.themes.get()
    make.sentence(theme)
    make.sentence(theme)

    with pytest.raises(PublishRefused, match="2 things to mend") as refused:
        actions.publish(by=None, round=round)

    assert len({one.sentence for one in refused.value.offences}) == 2


@pytest.mark.parametrize("who", [make.organiser, make.outsider])
def test_only_the_core_group_publishes(who: Any) -> None:
    with pytest.raises(PermissionDenied):
        actions.publish(by=who(), round=make.publishable())
    with pytest.raises(PermissionDenied):
        actions.correct(by=who(), round=make.publishable(), reason="x")


def test_a_correction_is_a_new_version_and_the_first_stays() -> None:
    round = make.publishable()
    first = actions.publish(by=None, round=round)
    actions.edit_sentence(by=None, sentence=Sentence.objects.get(), texts={"fi": "Osa on yksin."})

    second = actions.correct(by=None, round=round, reason="Moni oli liikaa.")

    first.refresh_from_db()
    assert (second.version, second.reason) == (2, "Moni oli liikaa.")
    assert first.content["themes"][0]["sentences"][0]["text"] == {"fi": "Moni on yksin."}


def test_a_summary_is_published_once_and_corrected_with_a_reason() -> None:
    round = make.publishable()
    with pytest.raises(InputFault):
        actions.correct(by=None, round=round, reason="Liian aikaisin")
    actions.publish(by=None, round=round)

    with pytest.raises(InputFault):
        actions.publish(by=None, round=round)
    with pytest.raises(InputFault):
        actions.correct(by=None, round=round, reason="  ")


def test_a_publication_never_changes_and_never_goes_away() -> None:
    made = actions.publish(by=None, round=make.publishable())

    with pytest.raises(Frozen):
        made.save()
    with pytest.raises(Frozen):
        made.delete()


def test_only_permitted_words_are_in_a_publication() -> None:
    round = make.publishable()
    make.record("Salaista", round=round, permission=Permission.NONE)
    make.record("Avointa\nEi tämä", round=round, permission=Permission.WHOLE).notes.filter(
        position=1
    ).update(permission=Permission.QUOTES)

    made = actions.publish(by=None, round=round)

    assert [note["text"] for note in made.notes] == ["Avointa"]
    assert "Kukaan ei soita" not in str(made.content)
    assert "Salaista" not in str(made.content)


def test_people_are_told_in_full_fives_in_a_publication() -> None:
    round = make.publishable()
    dialogue = round.dialogues.get()
    dialogue.participants = 41
    dialogue.save()
    for band, count in (("0-17", 2), ("18-29", 9), ("30-50", 30)):
        AgeBandCount.objects.create(dialogue=dialogue, band=band, count=count)

    content = actions.publish(by=None, round=round).content

    assert content["age_bands"] == {"18-29": 5, "30-50": 30}
    assert content["dialogues"][0]["participants"] == 41
