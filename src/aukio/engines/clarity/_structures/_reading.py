"""From text to sentences of words, by whichever aids are allowed and installed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from aukio.engines.clarity._structures._endings import agrees, guesses
from aukio.engines.clarity._structures._means import Means, Morphology, morphology, parser
from aukio.engines.clarity._structures._words import NO_HEAD, Reading, Sentence, Word
from aukio.engines.text import split_sentences

PIECE = re.compile(r"\w+(?:[-–'’:.]\w+)*|[^\w\s]")
TRAILING_SIGNS = "\"'”’»)("


def read(text: str, language: str, means: Means) -> Iterator[Sentence]:
    """The sentences of a text, each word with offsets into `text`."""
    spans = split_sentences(text, language=language)
    model = parser(language) if means.syntax else None
    aid = morphology(language) if means.morphology else None
    if model is None:
        for span in spans:
            yield _plain(text, span.start, span.end, language, aid)
        return
    pieces = ((text[span.start : span.end], span.start) for span in spans)
    for doc, start in model.pipe(pieces, as_tuples=True, batch_size=32):
        yield _parsed(doc, start, language, aid)


def _plain(text: str, start: int, end: int, language: str, aid: Morphology | None) -> Sentence:
    words = [
        Word(
            text=found.group(),
            start=found.start(),
            end=found.end(),
            index=index,
            pos="" if found.group()[0].isalnum() else "PUNCT",
            feats={},
            readings=_readings(found.group(), {}, language, aid),
        )
        for index, found in enumerate(PIECE.finditer(text, start, end))
    ]
    return Sentence(tuple(words))


def _parsed(doc: Any, offset: int, language: str, aid: Morphology | None) -> Sentence:
    return Sentence(tuple(_parsed_words(doc, offset, language, aid)))


def _parsed_words(doc: Any, offset: int, language: str, aid: Morphology | None) -> Iterator[Word]:
    tokens = [token for token in doc if not token.is_space]
    place = {token.i: index for index, token in enumerate(tokens)}
    for index, token in enumerate(tokens):
        feats = token.morph.to_dict()
        head = place.get(token.head.i, NO_HEAD)
        yield Word(
            text=token.text,
            start=offset + token.idx,
            end=offset + token.idx + len(token.text),
            index=index,
            pos=token.pos_,
            dep=token.dep_,
            head=NO_HEAD if head == index else head,
            feats={**feats, "Tag": token.tag_},
            readings=_readings(token.text, feats, language, aid),
        )


def _readings(
    word: str, feats: Mapping[str, str], language: str, aid: Morphology | None
) -> tuple[Reading, ...]:
    if language != "fi" or not word[0].isalpha():
        return ()
    if aid is not None and (found := _looked_up(word, aid)):
        return tuple(found)
    guessed = guesses(word)
    return (*guessed, feats) if feats and agrees(word, feats) else guessed


def _looked_up(word: str, aid: Morphology) -> Sequence[Reading]:
    return aid.analyse(word) or (aid.analyse(word.lower()) if word[0].isupper() else ())
