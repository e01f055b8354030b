"""What the machine proposes for a brief, and by which rule.

Findings: the sentences that rest on the most dialogues, each from a theme of its own as far
as there are themes; the last place goes to an opposing or a rare voice when none came up by
itself, because coverage alone would hide them. Wishes: sentences that say what people hope
or ask, by the verbs they use, again by coverage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from aukio.apps.dialogues.impact.sources import Source
from aukio.apps.dialogues.models import Voice

FINDINGS, WISHES = 3, 3
_WISHING = {
    "fi": r"toivo|kaipa|kaiva|halu[at]|ehdot|vaadi|vaati|pyyde|pyysi|pitäisi|tarvit",
    "sv": r"önsk|hoppa|efterlys|föresl|behöv|borde|vill |ville |bad |kräv",
    "en": r"hope|hoping|wish|want|asked|suggest|propos|should|need|call for|called for",
}
_PATTERNS = {code: re.compile(rf"\b(?:{stems})", re.I) for code, stems in _WISHING.items()}


def choose_findings(sources: Sequence[Source]) -> list[Source]:
    """At most three, with at least one opposing or rare voice where the summary has one."""
    ranked = _by_coverage(sources)
    chosen: list[Source] = []
    for one in [*_first_of_each_theme(ranked), *ranked]:
        if len(chosen) < FINDINGS and one not in chosen:
            chosen.append(one)
    if not any(_is_apart(one) for one in chosen):
        apart = next((one for one in ranked if _is_apart(one)), None)
        if apart is not None:
            chosen = [*chosen[: FINDINGS - 1], apart]
    return chosen


def choose_wishes(sources: Sequence[Source], findings: Iterable[Source]) -> list[Source]:
    """At most three sentences that tell what people hope or ask, not findings already."""
    used = {one.id for one in findings}
    left = [one for one in sources if one.id not in used and says_a_wish(one)]
    return _by_coverage(left)[:WISHES]


def says_a_wish(source: Source) -> bool:
    """Whether the sentence uses a verb of hoping or asking in any of its languages."""
    return any(
        _PATTERNS[code].search(text) for code, text in source.text.items() if code in _PATTERNS
    )


def _by_coverage(sources: Iterable[Source]) -> list[Source]:
    return sorted(sources, key=lambda one: (-one.heard, -one.quotes, one.id))


def _first_of_each_theme(ranked: list[Source]) -> list[Source]:
    first: dict[int, Source] = {}
    for one in ranked:
        first.setdefault(one.theme, one)
    return list(first.values())


def _is_apart(source: Source) -> bool:
    return source.voice in (Voice.OPPOSING, Voice.RARE)
