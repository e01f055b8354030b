"""Words that name a theme."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from typing import Final

import numpy as np

from aukio.engines.meaning._communities import Groups
from aukio.engines.meaning._notes import Note
from aukio.engines.text import is_stopword, lemma, tokenize

_WORDS_IN_LABEL: Final = 3
_KEYWORDS: Final = 10
_SHORTEST: Final = 3
_ALIKE: Final = 5
_UBIQUITOUS: Final = 0.6
_FEW: Final = 4
_LINK: Final = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+", re.IGNORECASE)
NAMELESS: Final = "–"


@dataclass
class _Words:
    """Counts for one language: notes holding a lemma, by theme, and the forms it was seen in."""

    notes: int = 0
    notes_of: Counter[int] = field(default_factory=Counter)
    holding: Counter[str] = field(default_factory=Counter)
    holding_of: defaultdict[int, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    forms: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def keywords(notes: Sequence[Note], groups: Groups) -> dict[int, dict[str, tuple[str, ...]]]:
    """Return up to ten words for each group and each language that occurs in it, best first.

    Class-based tf-idf (Grootendorst 2022, arXiv:2203.05794) on lemmas, counting notes and not
    repetitions: how much of the group holds the word against how common it is in the language.
    Stop words of any language of the collection, numbers, addresses and words in most notes are
    left out.
    """
    languages = tuple(sorted({note.language for note in notes}))
    words = _counted(notes, groups, languages)
    return {
        int(group): {
            language: _best(words[language], int(group))
            for language in languages
            if words[language].notes_of[int(group)]
        }
        for group in np.unique(groups)
    }


def label(words: Sequence[str]) -> str:
    """Return a readable label of two or three keywords, or a dash when there is none."""
    chosen = list(words[:_WORDS_IN_LABEL])
    return ", ".join(chosen) if chosen else NAMELESS


def _counted(
    notes: Sequence[Note], groups: Groups, languages: Sequence[str]
) -> Mapping[str, _Words]:
    counts: dict[str, _Words] = defaultdict(_Words)
    for note, group in zip(notes, groups.tolist(), strict=True):
        here = counts[note.language]
        seen = _content_words(note, languages)
        here.notes += 1
        here.notes_of[group] += 1
        here.holding.update(seen.keys())
        here.holding_of[group].update(seen.keys())
        for base, forms in seen.items():
            here.forms[base].update(forms)
    return counts


def _content_words(note: Note, languages: Sequence[str]) -> dict[str, list[str]]:
    """Return the lemmas of a note that can name a topic, with the forms written."""
    found: dict[str, list[str]] = defaultdict(list)
    for token in tokenize(_LINK.sub(" ", note.text)):
        if _can_name(token.text, languages):
            found[lemma(token.text, language=note.language)].append(token.text)
    return found


def _can_name(word: str, languages: Sequence[str]) -> bool:
    if not word[0].isalpha() or any(sign.isdigit() for sign in word):
        return False
    if word.isascii() and len(word) < _SHORTEST:
        return False
    return not any(is_stopword(word, language=language) for language in languages)


def _best(words: _Words, group: int) -> tuple[str, ...]:
    here = words.holding_of[group]
    size = words.notes_of[group]
    often = 2 if size >= _FEW else 1
    usable = {
        base: count * log(1 + words.notes / words.holding[base])
        for base, count in here.items()
        if count >= often and _is_telling(words, base)
    }
    ranked = sorted(usable, key=lambda base: (-usable[base], base))
    return tuple(_shown(words.forms[base], base) for base in _unlike(ranked))


def _is_telling(words: _Words, base: str) -> bool:
    return words.notes < _FEW * 2 or words.holding[base] <= _UBIQUITOUS * words.notes


def _unlike(ranked: Sequence[str]) -> list[str]:
    """Keep the first of words that begin alike: forms and compounds of one word."""
    kept: list[str] = []
    for base in ranked:
        if not any(base[:_ALIKE] == other[:_ALIKE] for other in kept):
            kept.append(base)
        if len(kept) == _KEYWORDS:
            break
    return kept


def _shown(forms: Counter[str], base: str) -> str:
    """Return the lemma with the capitals people write; a lemma nobody wrote gives way to the
    commonest form, since word lists sometimes err."""
    lower = Counter[str]()
    for form, count in forms.items():
        lower[form.lower()] += count
    chosen = base if base in lower else _commonest(lower)
    return chosen.title() if _is_capitalised(forms) else _as_written(forms, chosen)


def _commonest(counts: Counter[str]) -> str:
    return min(counts, key=lambda form: (-counts[form], form))


def _is_capitalised(forms: Counter[str]) -> bool:
    upper = sum(count for form, count in forms.items() if form[0].isupper() and not form.isupper())
    return upper > 0.7 * forms.total() and forms.total() > 1


def _as_written(forms: Counter[str], chosen: str) -> str:
    """Keep an abbreviation in capitals."""
    return chosen.upper() if forms[chosen.upper()] > forms.total() / 2 else chosen
