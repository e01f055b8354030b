"""A slice, and the trends with weak signals, as one tree of words: Word and PDF come of it."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from aukio.apps.dialogues.foresight import phrases
from aukio.apps.dialogues.foresight.queries.matters import Matter, Signal
from aukio.apps.dialogues.foresight.queries.slices import Part, Slice, ThemeHere
from aukio.apps.dialogues.foresight.queries.voices import Said
from aukio.shared import documents as doc

QUOTES = 3


def _sample(is_sample: bool) -> tuple[doc.Block, ...]:
    return (doc.Paragraph(_("Sample: everything here is invented.")),) if is_sample else ()


def source(one: Said) -> doc.Link:
    """To the sentence of the summary that rests on the words."""
    path = reverse("dialogues:sentence", args=[one.slug, one.sentence])
    words = one.sentence_words
    return doc.Link(words.text, f"{settings.PUBLIC_URL}{path}", words.language)


def quote_blocks(said: tuple[Said, ...], most: int = QUOTES) -> tuple[doc.Block, ...]:
    return tuple(doc.Quote(one.text, (source(one),), one.language) for one in said[:most])


def slice_sheet(found: Slice, ready: str, extra: tuple[doc.Block, ...] = ()) -> doc.Document:
    """In the language that is being written; ``ready`` is the text for local use in it."""
    facts = [phrases.held(len(found.held)), phrases.people(found), phrases.group_people(found)]
    blocks: list[doc.Block] = [
        *_sample(found.is_sample),
        doc.Paragraph(". ".join(facts[:1]) + ". " + " ".join(fact for fact in facts[1:] if fact)),
    ]
    if not found.has_numbers:
        blocks.append(doc.Paragraph(phrases.few()))
    for part in found.parts:
        blocks += _part(part)
    blocks += extra
    blocks.append(doc.Heading(_("Text for your own use")))
    blocks += [doc.Paragraph(line) for line in ready.split("\n") if line]
    language = (get_language() or "fi")[:2]
    return doc.Document(phrases.heading(found.which), language, tuple(blocks))


def _part(part: Part) -> list[doc.Block]:
    title = f"{part.voices.title.text}, {phrases.when(part.voices)}"
    head = (
        pgettext("table", "Theme"),
        pgettext("table", "Here"),
        pgettext("table", "Whole round"),
    )
    rows = tuple(
        (one.title.text, phrases.here(one), phrases.everywhere(one)) for one in part.themes
    )
    blocks: list[doc.Block] = [
        doc.Heading(title),
        doc.Bullets(tuple(_held(one.title, one.on, one.people) for one in part.held)),
        doc.Table(head, rows, _("Themes here and in the whole round")),
    ]
    for theme in part.heard:
        blocks += _theme(theme)
    return blocks


def _held(title: str, date: str, people: int | None) -> str:
    told = pgettext("number of people", "people: %(number)d") % {"number": people} if people else ""
    return ", ".join(part for part in (title, date, told) if part)


def _theme(theme: ThemeHere) -> list[doc.Block]:
    if not theme.quotes:
        return []
    return [doc.Heading(theme.title.text, 2), *quote_blocks(theme.quotes)]


def report(
    matters: list[Matter], signals: list[Signal], rounds: tuple[str, ...], *, is_sample: bool
) -> doc.Document:
    """Trends and weak signals with their sources and method, for a foresight report."""
    blocks: list[doc.Block] = [
        *_sample(is_sample),
        doc.Paragraph(_("Rounds compared: %(rounds)s.") % {"rounds": "; ".join(rounds)}),
        doc.Heading(_("Matters followed over rounds")),
    ]
    for matter in matters:
        blocks += _matter(matter)
    if not matters:
        blocks.append(doc.Paragraph(_("Nothing has been linked over rounds yet.")))
    blocks += [doc.Heading(_("Weak signals")), doc.Paragraph(phrases.what_signal_means())]
    for signal in signals:
        blocks += _signal(signal)
    if not signals:
        blocks.append(doc.Paragraph(_("There are no weak signals in the newest round.")))
    blocks.append(doc.Heading(_("How this was worked out")))
    blocks += [doc.Paragraph(line) for line in method()]
    language = (get_language() or "fi")[:2]
    return doc.Document(_("What has been spoken of over the rounds"), language, tuple(blocks))


def method() -> tuple[str, ...]:
    return (
        _(
            "A machine proposes which themes of different rounds may be the same matter. A "
            "person of the core group decides. Themes are linked, never merged."
        ),
        _(
            "The share counts dialogues that spoke of the matter, of all dialogues that left a "
            "record. Remarks are counted in the same way."
        ),
        phrases.what_interval_means(),
        phrases.what_change_means(),
        _(
            "The interval is worked out by drawing the dialogues again 2,000 times (percentile "
            "bootstrap, 95 per cent, fixed seed). With fewer than five dialogues there is none."
        ),
    )


def _matter(matter: Matter) -> list[doc.Block]:
    head = (
        pgettext("table", "Round"),
        pgettext("table", "Dialogues"),
        pgettext("table", "Interval"),
        pgettext("table", "Remarks"),
    )
    rows = tuple(
        (
            phrases.when(one.voices),
            phrases.of_dialogues(one.dialogues, one.of),
            phrases.interval(one.interval),
            f"{one.notes} / {one.of_notes}",
        )
        for one in matter.moments
    )
    address = f"{settings.PUBLIC_URL}{reverse('foresight:matter', args=[matter.id])}"
    return [
        doc.Heading((doc.Link(matter.title.text, address),), 2),
        doc.Paragraph(f"{phrases.direction(matter)}."),
        doc.Table(head, rows, matter.title.text),
        *quote_blocks(matter.now.said),
    ]


def _signal(signal: Signal) -> list[doc.Block]:
    return [
        doc.Heading(signal.matter.title.text, 2),
        doc.Paragraph(why(signal)),
        *quote_blocks(signal.matter.now.said),
    ]


def why(signal: Signal) -> str:
    """Why a signal is listed, in counts."""
    now = signal.matter.now
    spoken = phrases.of_dialogues(now.dialogues, now.of)
    if signal.before is None:
        return _(
            "New in the newest round: %(now)s spoke of it. No earlier theme is linked to it."
        ) % {"now": spoken}
    before = phrases.of_dialogues(signal.before.dialogues, signal.before.of)
    return _("Growing: %(now)s spoke of it now, %(before)s in the round before.") % {
        "now": spoken,
        "before": before,
    }
