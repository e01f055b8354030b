"""The report of a site as text and HTML for people, JSON and CSV for machines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from html import escape
from typing import Any

from aukio.engines.clarity._checking import rules
from aukio.engines.clarity._site._reasons import SAID
from aukio.engines.clarity._site._report import (
    MOST_PAGE_WORDS,
    CheckedPage,
    SiteReport,
    lines_of,
    totals,
)

MOST_PLACES = 5
MOST_RULES = 10
COLUMNS = ("score", "address", "title", "language", "words", "findings", "worst rules", "cut")
PAGE_COLUMNS = ("page", "score", "words", "findings")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
WORDS = {
    "fi": {
        "title": "Sivuston kieli",
        "pages": "Sivut, huonoin ensin",
        "rules": "Yleisimmät huomiot",
        "skipped": "Sivut, joita ei tarkistettu",
        "page": "Sivu",
        "score": "Pisteet",
        "words": "Sanoja",
        "findings": "Huomioita",
        "on_pages": "Sivuilla",
        "reason": "Syy",
        "summary": "{pages} sivua, pisteet {score}. Alle tavoitteen {goal}: {below} sivua.",
        "note": "Kone valmistelee tarkistusta. Ihminen arvioi tekstin.",
        "cut": "Sivu on pitkä: vain sen {words} ensimmäistä sanaa tarkistettiin.",
    },
    "sv": {
        "title": "Webbplatsens språk",
        "pages": "Sidorna, den sämsta först",
        "rules": "Vanligaste anmärkningarna",
        "skipped": "Sidor som inte granskades",
        "page": "Sida",
        "score": "Poäng",
        "words": "Ord",
        "findings": "Anmärkningar",
        "on_pages": "På sidor",
        "reason": "Orsak",
        "summary": "{pages} sidor, poäng {score}. Under målet {goal}: {below} sidor.",
        "note": "Maskinen förbereder granskningen. En människa bedömer texten.",
        "cut": "Sidan är lång: bara dess {words} första ord granskades.",
    },
    "en": {
        "title": "The language of a site",
        "pages": "Pages, the worst first",
        "rules": "Commonest findings",
        "skipped": "Pages that were not checked",
        "page": "Page",
        "score": "Score",
        "words": "Words",
        "findings": "Findings",
        "on_pages": "On pages",
        "reason": "Reason",
        "summary": "{pages} pages, score {score}. Below the goal of {goal}: {below} pages.",
        "note": "The machine prepares the review. A person judges the text.",
        "cut": "The page is long: only its first {words} words were checked.",
    },
}
STYLE = """body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem;vertical-align:top;
border-bottom:1px solid #bbb}td.n,th.n{text-align:right}a{overflow-wrap:anywhere}
q{font-style:italic}"""


def site_as_json(report: SiteReport) -> dict[str, Any]:
    """The documents in the shape of `check`, with the site and what was skipped beside them."""
    return {
        "site": {
            "start": report.start,
            "score": report.score,
            "goal": report.goal,
            "below": report.below,
            "stopped": report.stopped,
        },
        "documents": [_document(page) for page in report.pages],
        "skipped": [
            {"path": one.address, "reason": str(one.reason), "message": one.says}
            for one in report.skipped
        ],
    }


def site_as_csv(report: SiteReport) -> str:
    """One row a page, the worst first, with its costliest rules; safe to open in a spreadsheet."""
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    for page in report.pages:
        made, figures = page.report, page.report.figures
        worst = " ".join(share.rule for share in made.shares[:3])
        cells = [_cell(page.address), _cell(page.title), made.language, figures.words]
        rows.writerow([made.score, *cells, len(made.findings), worst, "yes" if page.is_cut else ""])
    return written.getvalue()


def site_as_text(report: SiteReport, say_in: str) -> str:
    """The worst pages with their costliest places, then the rules, then what was skipped."""
    return "\n".join(_text(report, say_in))


def site_as_html(report: SiteReport, say_in: str) -> str:
    """A page of its own, to save or send: no script, nothing fetched."""
    said = WORDS[say_in]
    parts = [
        f"<h1>{said['title']}</h1>",
        f"<p>{escape(report.start)}</p>",
        f"<p>{escape(_summary(report, said))}</p>",
        f"<p>{escape(report.stopped)}</p>" if report.stopped else "",
        f"<p>{said['note']}</p>",
        _table(said["rules"], ("", "findings", "on_pages"), said, _rule_rows(report, say_in)),
        _table(said["pages"], PAGE_COLUMNS, said, _page_rows(report, said)),
        _table(said["skipped"], ("page", "reason"), said, _skipped_rows(report, say_in)),
    ]
    return (
        f'<!doctype html>\n<html lang="{say_in}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{said['title']}</title><style>{STYLE}</style></head>"
        f"<body><main>{''.join(parts)}</main></body></html>\n"
    )


def _document(page: CheckedPage) -> dict[str, Any]:
    from aukio.engines.clarity._formats import finding_as_json

    return {
        "path": page.address,
        "title": page.title,
        "language": page.report.language,
        "score": page.report.score,
        "words": page.report.figures.words,
        "is_cut": page.is_cut,
        "findings": [finding_as_json(one) for one in page.report.findings],
    }


def _cut(said: dict[str, str]) -> str:
    return said["cut"].format(words=MOST_PAGE_WORDS)


def _cell(words: str) -> str:
    """A spreadsheet takes such a cell for a formula."""
    return f"'{words}" if words.startswith(FORMULA) else words


def _summary(report: SiteReport, said: dict[str, str]) -> str:
    return said["summary"].format(
        pages=len(report.pages), score=report.score, goal=report.goal, below=report.below
    )


def _text(report: SiteReport, say_in: str) -> Iterator[str]:
    said = WORDS[say_in]
    yield _summary(report, said)
    if report.stopped:
        yield report.stopped
    yield f"\n{said['pages']}:"
    for page in report.pages:
        words = page.report.figures.words
        yield f"{page.report.score:5} {page.address} ({page.report.language}, {words})"
        if page.is_cut:
            yield f"      {_cut(said)}"
        if page.report.score < report.goal:
            for place, finding in lines_of(page, MOST_PLACES):
                yield f"      {finding.rule}: {place[:80]}"
    yield f"\n{said['rules']}:"
    for rule, count, pages in report.rules[:MOST_RULES]:
        yield f"{count:5} {rule} ({pages})"
    yield f"\n{said['skipped']}:"
    for reason, count in totals(report.skipped).most_common():
        yield f"{count:5} {SAID[reason][say_in]}"


def _table(
    heading: str, columns: tuple[str, ...], said: dict[str, str], rows: list[tuple[str, ...]]
) -> str:
    """Cells are HTML already; all but the first column are figures or short words."""
    if not rows:
        return ""
    head = "".join(f"<th scope=col>{said.get(column, column)}</th>" for column in columns)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<h2>{heading}</h2><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _rule_rows(report: SiteReport, say_in: str) -> list[tuple[str, ...]]:
    known = rules()
    return [
        (f"{escape(known[rule].why[say_in])} <small>({rule})</small>", str(count), str(pages))
        for rule, count, pages in report.rules[:MOST_RULES]
    ]


def _page_rows(report: SiteReport, said: dict[str, str]) -> list[tuple[str, ...]]:
    return [
        (_page_cell(one, said), str(one.report.score), str(one.report.figures.words), _places(one))
        for one in report.pages
    ]


def _page_cell(page: CheckedPage, said: dict[str, str]) -> str:
    name, address = escape(page.title or page.address), escape(page.address)
    told = f" <small>{_cut(said)}</small>" if page.is_cut else ""
    return f'<a href="{address}" lang="{page.report.language}">{name}</a>{told}'


def _places(page: CheckedPage) -> str:
    count = len(page.report.findings)
    if not count:
        return "0"
    items = "".join(
        f"<li><q lang={page.report.language}>{escape(place[:120])}</q> {escape(finding.message)}"
        for place, finding in lines_of(page, MOST_PLACES)
    )
    return f"<details><summary>{count}</summary><ul>{items}</ul></details>"


def _skipped_rows(report: SiteReport, say_in: str) -> list[tuple[str, ...]]:
    return [(escape(one.address), SAID[one.reason][say_in]) for one in report.skipped]
