"""A site's pages checked: the worst first, with what costs most on the whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from aukio.engines.clarity._checking import GOALS, LANGUAGES, Finding, Report, Request, check
from aukio.engines.clarity._documents import BlockKind, Document, UnusableDocumentError
from aukio.engines.clarity._site._fetch import Reason
from aukio.engines.clarity._site._kinds import document_of, is_html
from aukio.engines.clarity._site._page import leave_out_repeated, read_page
from aukio.engines.clarity._site._state import Skipped, State
from aukio.engines.text import identify_language

MOST_PAGE_WORDS = 20_000
"""Of one page that are checked, its menus among them: more than anybody reads on one page. All
rules take some fifteen seconds of a processor for them, so two hundred pages do not take hours."""
LONGEST_WORD = 20
"""Signs a word on the mean, at most: what has no spaces comes to an end too."""
PROSE = {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CELL}


@dataclass(frozen=True)
class CheckedPage:
    """One page with its report; findings point into `document.source`, the page's own HTML."""

    address: str
    title: str
    document: Document
    report: Report
    is_cut: bool = False
    """Whether the page was so long that its first `MOST_PAGE_WORDS` words alone were checked."""

    @property
    def worst(self) -> tuple[Finding, ...]:
        """Findings in the order of what costs most on this page."""
        order = {share.rule: place for place, share in enumerate(self.report.shares)}
        ranked = sorted(self.report.findings, key=lambda one: order.get(one.rule, len(order)))
        return tuple(ranked)


@dataclass(frozen=True)
class SiteReport:
    """All pages of a site that were checked, the worst first.

    `stopped` says why reading ended early, empty when the whole site was read.
    """

    start: str
    goal: float
    pages: tuple[CheckedPage, ...]
    skipped: tuple[Skipped, ...]
    stopped: str

    @property
    def score(self) -> float:
        """Mean of the pages' scores by their words, to one decimal; 0 without pages."""
        words = sum(page.report.figures.words for page in self.pages)
        total = sum(page.report.score * page.report.figures.words for page in self.pages)
        return round(total / words, 1) if words else 0.0

    @property
    def below(self) -> int:
        return sum(page.report.score < self.goal for page in self.pages)

    @property
    def rules(self) -> tuple[tuple[str, int, int], ...]:
        """Each rule with its findings and the pages they are on, the commonest first."""
        findings: Counter[str] = Counter()
        pages: Counter[str] = Counter()
        for page in self.pages:
            findings.update(one.rule for one in page.report.findings)
            pages.update({one.rule for one in page.report.findings})
        return tuple((rule, count, pages[rule]) for rule, count in findings.most_common())


@dataclass(frozen=True)
class _Read:
    address: str
    title: str
    language: str
    document: Document


def site_report(state: State, start: str, request: Request, stopped: str) -> SiteReport:
    """Check every page that was read. Pages without words, or in another language, are skipped."""
    pages, skipped = _readable(state)
    documents = leave_out_repeated([page.document for page in pages])
    seen: set[str] = set()
    checked: list[CheckedPage] = []
    for page, document in zip(pages, documents, strict=True):
        body, short = prose(document), _first_words(document)
        fault = _fault(page, body, prose(short), seen)
        if fault is not None:
            skipped.append(fault)
            continue
        seen.add(body)
        language = page.language or identify_language(body[:20_000], among=LANGUAGES)
        report = check(short, replace(request, language=language))
        is_cut = short is not document
        checked.append(CheckedPage(page.address, page.title, short, report, is_cut))
    checked.sort(key=lambda one: (one.report.score, one.address))
    goal = GOALS[request.profile]
    every = (*state.skipped(), *skipped)
    return SiteReport(start, goal, tuple(checked), every, stopped)


def prose(document: Document) -> str:
    """The words that are checked, block by block."""
    kept = (b for b in document.blocks if b.kind in PROSE)
    return "\n".join(document.text[b.start : b.end].strip() for b in kept)


def _readable(state: State) -> tuple[list[_Read], list[Skipped]]:
    pages: list[_Read] = []
    skipped: list[Skipped] = []
    for address, kind, content in state.read():
        try:
            pages.append(_read(address, kind, content))
        except UnusableDocumentError as error:
            skipped.append(Skipped(address, Reason.KIND, str(error)))
    return pages, skipped


def _read(address: str, kind: str, content: bytes | str) -> _Read:
    if is_html(kind):
        page = read_page(str(content))
        return _Read(address, page.title, page.language, page.document)
    name = address.rsplit("/", 1)[-1]
    return _Read(address, name, "", document_of(kind, content))


def _first_words(document: Document) -> Document:
    """The document's first words; itself when it has no more of them than are checked."""
    words = re.finditer(r"\S+", document.text[: MOST_PAGE_WORDS * LONGEST_WORD])
    last = next(islice(words, MOST_PAGE_WORDS - 1, None), None)
    end = last.end() if last else MOST_PAGE_WORDS * LONGEST_WORD
    if not document.text[end:].strip():
        return document
    blocks = (replace(one, end=min(one.end, end)) for one in document.blocks if one.start < end)
    links = (one for one in document.links if one.end <= end)
    return replace(document, text=document.text[:end], blocks=tuple(blocks), links=tuple(links))


def _fault(page: _Read, body: str, checked: str, seen: set[str]) -> Skipped | None:
    """Why a page is left out; `checked` is what of its body would be checked."""
    if page.language and page.language not in LANGUAGES:
        return Skipped(page.address, Reason.LANGUAGE, f"The page is in {page.language}.")
    if not any(sign.isalpha() for sign in checked):
        return Skipped(page.address, Reason.NO_WORDS, "The page has no words of its own.")
    if body in seen:
        return Skipped(page.address, Reason.DUPLICATE, "The same words as on another page.")
    return None


def lines_of(page: CheckedPage, most: int) -> Iterator[tuple[str, Finding]]:
    """The words and finding of the costliest places on a page."""
    for finding in page.worst[:most]:
        yield " ".join(page.document.source[finding.start : finding.end].split()), finding


def totals(skipped: Sequence[Skipped]) -> Counter[Reason]:
    """How many pages were left out for each reason."""
    return Counter(one.reason for one in skipped)
