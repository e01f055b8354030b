"""What may be shown today of words that were published: a permission can be taken back.

A publication itself never changes. Whatever reads one for people or machines (pages, API,
files, search) goes through ``permitted``, which leaves out words that may no longer be shown,
words that the privacy gate has hidden since, and numbers that would tell of a few people.
"""

from __future__ import annotations

from typing import Any

from aukio.apps.dialogues.models import HIDDEN, Note, Permission, Publication
from aukio.apps.dialogues.readable import readable
from aukio.apps.dialogues.taking_part import told_again

Tree = dict[str, Any]
_STRICTEST_FIRST = [Permission.NONE, Permission.QUOTES, Permission.WHOLE]


def permitted(publication: Publication) -> tuple[Tree, list[Tree]]:
    """``(content, notes)`` as they may be read now. At most two queries.

    A sentence that lost quotes tells how many in ``withdrawn``.
    """
    allowed, texts = _now(_words_of(publication))
    content = {
        **told_again(publication.content),
        "themes": [_theme(theme, allowed, texts) for theme in publication.content["themes"]],
    }
    whole = [one for one in publication.notes if allowed.get(one["id"]) == Permission.WHOLE]
    return content, _as_readable_now(whole, texts)


def _as_readable_now(notes: list[Tree], texts: dict[int, str]) -> list[Tree]:
    """What has been hidden in a note since is hidden in what was published of it too."""
    changed = {note["id"] for note in notes if HIDDEN in texts[note["id"]]}
    if not changed:
        return notes
    shown = readable(Note.objects.filter(pk__in=changed))
    return [{**note, "text": shown.get(note["id"], note["text"])} for note in notes]


def _words_of(publication: Publication) -> set[int]:
    quoted = {
        quote["note"]
        for theme in publication.content["themes"]
        for sentence in theme["sentences"]
        for quote in sentence["quotes"]
    }
    return quoted | {note["id"] for note in publication.notes}


def _now(notes: set[int]) -> tuple[dict[int, str], dict[int, str]]:
    """Permission and text by note. Of a record with a newer version, the stricter holds."""
    rows = list(
        Note.objects.filter(pk__in=notes).values_list(
            "pk",
            "text",
            "permission",
            "record__permission",
            "record__superseded",
            "record__dialogue",
        )
    )
    newer = _newer({row[5] for row in rows if row[4]})
    found: dict[int, str] = {}
    texts = {row[0]: row[1] for row in rows}
    for pk, text, own, of_record, superseded, dialogue in rows:
        found[pk] = own or of_record
        if superseded:
            now = newer.get((dialogue, text)) or newer.get((dialogue, ""), Permission.NONE)
            found[pk] = _stricter(found[pk], now)
    return found, texts


def _newer(dialogues: set[int]) -> dict[tuple[int, str], str]:
    """By dialogue and words, the strictest permission in its newest records.

    The words "" stand for the records as wholes: for words a newer version no longer has.
    """
    if not dialogues:
        return {}
    rows = Note.objects.filter(record__dialogue__in=dialogues, record__superseded=False)
    found: dict[tuple[int, str], str] = {}
    for dialogue, text, own, of_record in rows.values_list(
        "record__dialogue", "text", "permission", "record__permission"
    ):
        for key, allowed in (((dialogue, text), own or of_record), ((dialogue, ""), of_record)):
            found[key] = _stricter(found.get(key, Permission.WHOLE), allowed)
    return found


def _stricter(one: str, other: str) -> str:
    rank = [str(value) for value in _STRICTEST_FIRST]
    return rank[min(rank.index(one), rank.index(other))]


def _theme(theme: Tree, allowed: dict[int, str], texts: dict[int, str]) -> Tree:
    return {**theme, "sentences": [_sentence(one, allowed, texts) for one in theme["sentences"]]}


def _sentence(sentence: Tree, allowed: dict[int, str], texts: dict[int, str]) -> Tree:
    kept = [
        quote
        for quote in sentence["quotes"]
        if allowed.get(quote["note"], Permission.NONE) != Permission.NONE
        and HIDDEN not in texts[quote["note"]][quote["start"] : quote["end"]]
    ]
    return {**sentence, "quotes": kept, "withdrawn": len(sentence["quotes"]) - len(kept)}
