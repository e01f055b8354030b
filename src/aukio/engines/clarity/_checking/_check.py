"""From a document to a report: findings, what was let be, the score and its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from aukio.engines.clarity._checking import (
    _figure_rules,
    _grammar_rules,
    _layout_rules,
    _length_rules,
    _reader_rules,
    _word_rules,
)
from aukio.engines.clarity._checking._catalogue import LANGUAGES, Level, Profile, Rule, rules
from aukio.engines.clarity._checking._glossary import Glossary
from aukio.engines.clarity._checking._passage import Hit, Passage
from aukio.engines.clarity._checking._score import Cost, Figures, Share, figures, score
from aukio.engines.clarity._checking._suppression import Suppression, first_covering, written_in
from aukio.engines.clarity._documents import Document
from aukio.engines.clarity._structures import DEEP, Means, structures
from aukio.engines.text import identify_language

RuleTest = Callable[[Passage], Iterator[Hit]]

SURFACE_RULES: tuple[RuleTest, ...] = (
    _length_rules.long_sentence,
    _length_rules.long_paragraph,
    _length_rules.list_in_sentence,
    _length_rules.no_headings,
    _length_rules.long_heading,
    _length_rules.long_summary,
    _reader_rules.passive_instruction,
    _reader_rules.plain_must,
    _reader_rules.plain_may,
    _reader_rules.no_address,
    _grammar_rules.double_negation,
    _word_rules.officialese,
    _word_rules.abbreviation,
    _word_rules.short_form,
    _word_rules.glossary_forbidden,
    _word_rules.glossary_unexplained,
    _word_rules.capitals,
    _figure_rules.roman_numeral,
    _figure_rules.number_range,
    _figure_rules.round_the_clock,
    _figure_rules.long_number,
    _figure_rules.date_form,
    _figure_rules.phone_form,
    _layout_rules.vague_heading,
    _layout_rules.vague_link,
    _layout_rules.no_contact,
    _layout_rules.matter_late,
    _layout_rules.broken_line,
)
DEEP_RULES: tuple[RuleTest, ...] = (
    _length_rules.many_subclauses,
    _word_rules.rare_word,
    _grammar_rules.clause_equivalent,
    _grammar_rules.participle_attribute,
    _grammar_rules.rare_form,
    _grammar_rules.nominalisation_stack,
    _grammar_rules.long_compound,
    _grammar_rules.late_verb,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at, at characters `start` to `end` of the document's source.

    `message` and `why` are in the language asked for; `suggestion` can replace the characters
    as it stands, and is None where only a person can say it better.
    """

    rule: str
    level: Level
    start: int
    end: int
    message: str
    why: str
    sources: tuple[str, ...]
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that was let be, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True)
class Report:
    """What was found in one document. It prepares a person's review and approves nothing."""

    language: str
    profile: Profile
    score: float
    shares: tuple[Share, ...]
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    figures: Figures


@dataclass(frozen=True, slots=True)
class Request:
    """How to check: see `check`."""

    profile: Profile = Profile.OFFICIAL
    language: str = "auto"
    say_in: str = ""
    glossary: Glossary = field(default_factory=Glossary)
    suppressions: Sequence[Suppression] = ()
    means: Means = DEEP
    deep: bool = True


def check(document: Document, request: Request | None = None) -> Report:
    """Check a document by a profile's rules.

    `language` is fi, sv, en or auto; messages are in `say_in`, by default the text's language.
    With `deep` false only the rules that need no grammar run (they are quick); `means` limits
    the aids of the deep ones. Raises ValueError for another language.
    """
    asked = request or Request()
    language = _language(document, asked.language)
    passage = Passage(
        document=document,
        language=language,
        profile=asked.profile,
        structures=structures(document.text, language, means=asked.means) if asked.deep else (),
        glossary=asked.glossary,
    )
    written, unexplained = written_in(document.source)
    found = sorted(_found(passage, asked, unexplained), key=lambda pair: _order(pair[0]))
    kept, let_be = _part(found, [*asked.suppressions, *written])
    costs = [Cost(one.rule, one.level, hit.weight) for one, hit in kept]
    value, shares = score(costs, passage.word_count, language=language, profile=asked.profile)
    words = [word.text for line in passage.lines for word in line.words]
    return Report(
        language=language,
        profile=asked.profile,
        score=value,
        shares=shares,
        findings=tuple(finding for finding, _ in kept),
        suppressed=tuple(let_be),
        figures=figures(words, len(passage.lines), language),
    )


def _language(document: Document, asked: str) -> str:
    if asked == "auto":
        return identify_language(document.text[:20_000], among=LANGUAGES)
    if asked not in LANGUAGES:
        raise ValueError(f"Texts are checked in fi, sv and en, not in {asked!r}.")
    return asked


def _found(
    passage: Passage, asked: Request, unexplained: Sequence[Hit]
) -> Iterator[tuple[Finding, Hit]]:
    say_in = asked.say_in or passage.language
    chosen = SURFACE_RULES + DEEP_RULES if asked.deep else SURFACE_RULES
    known = rules()
    for test in chosen:
        for hit in test(passage):
            start, end = passage.document.origin(hit.start, hit.end)
            yield from _finding(known[hit.rule], hit, start, end, asked.profile, say_in)
    for hit in unexplained:
        yield from _finding(known[hit.rule], hit, hit.start, hit.end, asked.profile, say_in)


def _finding(
    rule: Rule, hit: Hit, start: int, end: int, profile: Profile, say_in: str
) -> Iterator[tuple[Finding, Hit]]:
    level = rule.levels[profile]
    if level is Level.OFF:
        return
    finding = Finding(
        rule=rule.id,
        level=level,
        start=start,
        end=end,
        message=rule.message[say_in].format_map(_Filled(hit.values)),
        why=rule.why[say_in],
        sources=tuple(source[say_in] for source in rule.sources),
        suggestion=hit.suggestion,
    )
    yield finding, hit


class _Filled(dict[str, str | int]):
    """Values for a message; one that is missing shows as an ellipsis instead of failing."""

    def __init__(self, values: Mapping[str, str | int]) -> None:
        super().__init__(values)

    def __missing__(self, key: str) -> str:
        return "…"


def _part(
    found: Sequence[tuple[Finding, Hit]], suppressions: Sequence[Suppression]
) -> tuple[list[tuple[Finding, Hit]], list[Suppressed]]:
    kept, let_be = [], []
    for finding, hit in found:
        covering = first_covering(suppressions, finding.rule, finding.start, finding.end)
        if covering is None:
            kept.append((finding, hit))
        else:
            let_be.append(Suppressed(finding, covering.reason))
    return kept, let_be


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.rule
