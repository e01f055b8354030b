"""What organisers and the editor read; a constant number of queries for every page."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from aukio.apps.dialogues.checking.actions.remarking import mark_of
from aukio.apps.dialogues.checking.models import Remark, Review, Verdict
from aukio.apps.dialogues.frozen import LANGUAGES, theme_title
from aukio.apps.dialogues.models import Dialogue, Note, Quote, Record, Round, Sentence, in_use
from aukio.apps.dialogues.organising.public import contact_addresses
from aukio.apps.dialogues.queries.words import Shown, shown
from aukio.apps.dialogues.readable import readable
from aukio.apps.dialogues.rules import ORGANISER
from aukio.shared.indicators.display import SMALLEST_SHOWN
from aukio.shared.organisations.models import Membership


@dataclass(frozen=True)
class Mirrored:
    """A sentence of the draft and the words of this dialogue it rests on."""

    sentence: Sentence
    theme: Shown
    quotes: tuple[Quote, ...]
    others: int
    remark: Remark | None
    mark: str


@dataclass(frozen=True)
class Unused:
    """A note of the dialogue that nothing is quoted from; ``theme`` is empty when in none."""

    text: str
    language: str
    theme: Shown | None


@dataclass(frozen=True)
class Mirror:
    """The draft as it shows one dialogue. ``gone``: remarks on sentences no longer there."""

    review: Review
    sentences: tuple[Mirrored, ...]
    unused: tuple[Unused, ...]
    overall: Remark | None
    gone: tuple[Remark, ...]
    is_closed: bool
    despite: str


@dataclass(frozen=True)
class ToAsk:
    """A dialogue whose organiser has not been asked, with the address that is known."""

    dialogue: Dialogue
    email: str
    language: str


@dataclass(frozen=True)
class Checked:
    """How many organisers were asked and how many looked through the draft."""

    asked: int
    done: int


def mirror(review: Review) -> Mirror:
    """Seven queries."""
    dialogue = review.dialogue
    own = Quote.objects.filter(note__record__dialogue=dialogue).select_related("note")
    by_sentence: dict[int, list[Quote]] = defaultdict(list)
    for quote in own:
        by_sentence[quote.sentence_id].append(quote)
    rows = (
        Sentence.objects.filter(pk__in=by_sentence)
        .select_related("theme")
        .annotate(all_quotes=Count("quotes"))
        .order_by("theme__order", "theme", "order", "id")
    )
    remarks = list(review.remarks.all())
    about = {one.sentence_id: one for one in remarks if one.sentence_id}
    publication = dialogue.round.publications.order_by("version").first()
    return Mirror(
        review=review,
        sentences=tuple(
            Mirrored(
                one,
                shown(theme_title(one.theme)),
                tuple(by_sentence[one.pk]),
                one.all_quotes - len(by_sentence[one.pk]),
                about.get(one.pk),
                mark_of(one),
            )
            for one in rows
        ),
        unused=_unused(dialogue),
        overall=next((one for one in remarks if not one.about), None),
        gone=tuple(one for one in remarks if one.about and one.sentence_id not in by_sentence),
        is_closed=publication is not None,
        despite=publication.despite if publication else "",
    )


def _unused(dialogue: Dialogue) -> tuple[Unused, ...]:
    quoted = Quote.objects.filter(note=OuterRef("pk"))
    notes = list(
        Note.objects.filter(in_use("record__"), ~Exists(quoted), record__dialogue=dialogue)
        .select_related("placement__theme")
        .order_by("record", "position")
    )
    texts = readable(notes)
    found = []
    for note in notes:
        placement = getattr(note, "placement", None)
        theme = shown(theme_title(placement.theme)) if placement else None
        found.append(Unused(texts[note.pk], note.language, theme))
    return tuple(found)


def reviews(round: Round) -> list[Review]:
    """Everybody who was asked, with counts of their remarks. One query."""
    return list(
        Review.objects.filter(dialogue__round=round)
        .select_related("dialogue__organiser", "dialogue__round")
        .annotate(
            waiting=Count(
                "remarks", filter=Q(remarks__verdict=Verdict.UNFAIR, remarks__outcome="")
            ),
            said=Count("remarks"),
        )
        .order_by("dialogue__title", "pk")
    )


def remarks(round: Round) -> list[Remark]:
    """Every remark that says something, open ones first. One query."""
    found = Remark.objects.filter(review__dialogue__round=round).exclude(
        verdict=Verdict.FAIR, reason=""
    )
    rows = found.select_related("review__dialogue__round", "sentence__theme")
    return sorted(rows, key=lambda one: (not one.is_open, one.pk))


def open_remarks(round: Round) -> list[Remark]:
    """“Not fair” that nobody has answered. One query."""
    return [one for one in remarks(round) if one.is_open]


def to_ask(round: Round) -> list[ToAsk]:
    """Dialogues with a record in use that were not asked yet. Four queries.

    Whose language is not known gets the letter in the language of the record.
    """
    used = Note.objects.filter(in_use("record__"), record__dialogue=OuterRef("pk"))
    waiting = list(
        Dialogue.objects.filter(Exists(used), round=round, review=None)
        .select_related("organiser")
        .order_by("title", "pk")
    )
    given = contact_addresses(one.pk for one in waiting)
    people: dict[int, tuple[str, str]] = {}
    rows = Membership.objects.filter(
        room=ORGANISER.room,
        role=ORGANISER.code,
        organisation__in=[one.organiser_id for one in waiting],
        person__is_active=True,
    ).order_by("-pk")
    for organisation, email, language in rows.values_list(
        "organisation", "person__email", "person__language"
    ):
        people[organisation] = (email, language)
    records = Record.objects.filter(in_use(), dialogue__in=waiting, language__in=LANGUAGES)
    written = dict(records.order_by("-pk").values_list("dialogue", "language"))
    found = []
    for one in waiting:
        email, language = people.get(one.organiser_id or 0, ("", written.get(one.pk, "fi")))
        found.append(ToAsk(one, given.get(one.pk) or email, language))
    return found


def by_sentence(round: Round) -> dict[int, list[Remark]]:
    """The remarks on each sentence that say something. One query."""
    found: dict[int, list[Remark]] = defaultdict(list)
    for one in remarks(round):
        if one.sentence_id:
            found[one.sentence_id].append(one)
    return found


def checked(round: Round) -> Checked:
    """Of the first publication's draft, or of the draft now. One query."""
    states = Counter(
        bool(done)
        for done in Review.objects.filter(dialogue__round=round).values_list("done_at", flat=True)
    )
    return Checked(states.total(), states[True])


def may_tell(found: Checked) -> bool:
    """Whether the two numbers single nobody out: neither part is a group under five."""
    parts = (found.done, found.asked - found.done)
    return found.asked >= SMALLEST_SHOWN and not any(0 < one < SMALLEST_SHOWN for one in parts)
