"""Which items are called complete though nothing is shown for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aukio.apps.plan.exchange.documents import words
from aukio.apps.plan.exchange.usnap import Page

COMPLETE = {"complete", "completed"}
MARKUP = r"(?:[\s#*_>-]|<[^<>\n]*>)*"
EVIDENCE = re.compile(
    rf"^{MARKUP}(?:\d+[.)]\s*)?(?:supporting\s+)?evidence\b[^\n:<]{{0,40}}(?::|{MARKUP}$)",
    re.I | re.M,
)
OTHER = re.compile(
    rf"^{MARKUP}(?:progress(?:\s+updates?)?|status(?:\s+updates?)?|next\s+steps?|challenges?"
    rf"|milestones?|obstacles?|timeline)\b[^\n:<]{{0,40}}(?::|{MARKUP}$)|^#{{1,6}}\s",
    re.I | re.M,
)
# A whole address: a path within somebody's own site leads nowhere from outside.
LINK = re.compile(r"https?://[^\s<>\"')\]]|\bwww\.\w", re.I)
REFERENCE = re.compile(r"\[[^\]\n]+\]\[([^\]\n]+)\]")


@dataclass(frozen=True)
class Audit:
    """How many items are complete, and the ids of those without a link in their evidence."""

    complete: int
    without_evidence: tuple[str, ...]


def audit(pages: list[Page]) -> Audit:
    """Look at every page with a status of completion, in the order given."""
    complete = [page for page in pages if is_complete(page)]
    bare = [page.identity for page in complete if not has_link(evidence_of(page), page.body)]
    return Audit(len(complete), tuple(bare))


def is_complete(page: Page) -> bool:
    """Whether the page's status says so."""
    names = [name for name in page.fields if str(name).lower().endswith("status")]
    chosen = "commitment_status" if "commitment_status" in page.fields else (names or [""])[0]
    return words(page.fields.get(chosen)).strip().rstrip(".").casefold() in COMPLETE


def evidence_of(page: Page) -> str:
    """What the page gives as evidence: the sections of its body, and fields of that name."""
    parts = [words(value) for name, value in page.fields.items() if "evidence" in str(name).lower()]
    for found in EVIDENCE.finditer(page.body):
        rest = page.body[found.end() :]
        end = OTHER.search(rest)
        parts.append(rest[: end.start()] if end else rest)
    return "\n".join(parts)


def has_link(text: str, body: str = "") -> bool:
    """Whether the text links to something; ``body`` is where reference links are defined."""
    if LINK.search(text):
        return True
    return any(
        re.search(rf"^\s*\[{re.escape(name)}\]:\s*<?https?://", body, re.M | re.I)
        for name in REFERENCE.findall(text)
    )
