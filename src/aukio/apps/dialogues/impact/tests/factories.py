"""Briefs, questions and answers to test with."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from aukio.apps.dialogues import actions as room
from aukio.apps.dialogues.impact import actions
from aukio.apps.dialogues.impact.models import Brief, Edition, Entry, EntryKind, Question
from aukio.apps.dialogues.models import Sentence, TextStatus, Voice
from aukio.apps.dialogues.tests.pages.scene import Scene, scene
from aukio.shared.accounts.models import Person
from aukio.shared.organisations.models import Kind, Organisation
from aukio.shared.organisations.tests.factories import member, organisation

CHECKED = dict.fromkeys(("fi", "sv", "en"), TextStatus.ORIGINAL)
WISH = {"fi": "Moni toivoi busseja.", "sv": "Många önskade bussar.", "en": "Many hoped for buses."}
RARE = {"fi": "Yksi nauroi.", "sv": "En skrattade.", "en": "One laughed."}


def told(**fields: Any) -> Scene:
    """A published round with four shared sentences, a wish and a rare voice."""
    made = scene(published=False, more=3, **fields)
    for texts, voice in ((WISH, Voice.SHARED), (RARE, Voice.RARE)):
        sentence = room.write_sentence(
            by=None, theme=made.theme, texts=texts, statuses=CHECKED, voice=voice
        )
        room.pick_quote(by=None, sentence=sentence, note=made.records[1].notes.first())
    room.publish(by=None, round=made.round)
    made.round.refresh_from_db()
    return made


def sentence_of(made: Scene, text: str) -> Sentence:
    return Sentence.objects.get(summary__round=made.round, text_fi=text)


def accepted(made: Scene) -> Brief:
    """A brief whose every part a person has accepted: it can be published."""
    brief = actions.draft_brief(by=None, round=made.round)
    for point in brief.points.all():
        actions.accept_point(by=None, point=point)
    actions.edit_ask(
        by=None,
        brief=brief,
        texts={"fi": "Päättäkää.", "sv": "Besluta.", "en": "Decide."},
        statuses=CHECKED,
        due=date(2027, 3, 1),
    )
    return Brief.objects.get(pk=brief.pk)


def edition(made: Scene) -> Edition:
    return actions.publish_brief(by=None, brief=accepted(made))


def ministry(**fields: Any) -> Organisation:
    given = {"name_fi": "Malliministeriö", "name_sv": "Modellministeriet", "kind": Kind.MINISTRY}
    return organisation(**{**given, "name_en": "Model Ministry", **fields})


def question(made: Scene | None = None, **fields: Any) -> Question:
    """Asked today of a ministry, with 90 days to answer; ``ago`` days ago instead."""
    made = made or told()
    ago = fields.pop("ago", 0)
    # Whole days by the calendar: an hour of summer time would make it another day.
    at: datetime | None = timezone.localtime() - timedelta(days=ago) if ago else None
    given = {
        "theme": made.theme,
        "owner": fields.pop("owner", None) or ministry(),
        "role": "Head of department",
        "texts": {"fi": "Mitä teette?", "sv": "Vad gör ni?", "en": "What will you do?"},
        "contact": actions.Addressee("Oona Omistaja", "oona@example.org"),
        "superior": actions.Addressee("Päivi Päällikkö", "paivi@example.org"),
        "at": at,
        **fields,
    }
    return actions.ask_owner(by=None, **given)


def answer(asked: Question, **fields: Any) -> Entry:
    """An answer in Finnish, seen everything before."""
    words = actions.Words(heard="Kuulimme.", will_do="Lisäämme vuoroja.", why_not="")
    return entry(asked, EntryKind.ANSWER, words, **fields)


def entry(asked: Question, kind: EntryKind, words: actions.Words, **fields: Any) -> Entry:
    newest = Question.objects.values_list("newest", flat=True).get(pk=asked.pk)
    given = {"by": None, "seen": newest, "language": "fi", **fields}
    return actions.write_entry(question=asked, kind=kind, words=words, **given)


def owner_of(asked: Question) -> Person:
    """Somebody who answers for the organisation that was asked."""
    return member(asked.owner, "dialogues", "owner")
