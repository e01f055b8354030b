"""Our own public pages speak as clearly as we ask others to: profile `web`, three languages.

Judged are the texts of the interface and curated texts. People's own words and imported data are
left out: templates mark them with the language they are in.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import translation

from aukio.engines.clarity import (
    GOALS,
    Document,
    Profile,
    Report,
    Request,
    Suppression,
    check,
    read_document,
    read_page,
)
from aukio.engines.clarity._site import prose
from tests.browser.routes import NoExample, examples, public_routes
from tests.browser.test_pages import LANGUAGES, is_page

GOAL = GOALS[Profile.WEB]
NOT_OURS = "main [lang], blockquote, q, code, pre, kbd, samp, table tbody td"
# What a form asks and explains is ours too, though it is no running text on others' pages.
FORMS = "main form, main fieldset, main label"
SHOWN = 12
# Drawn together from every page, the sentences have no headings of their own.
JOINED = {"suppressions": (Suppression("no-headings", "sentences of all pages in one text"),)}


def own_words(source: str) -> Document:
    """The page's main content without what is quoted or imported."""
    page = BeautifulSoup(source, "html.parser")
    for node in page.select(NOT_OURS):
        node.decompose()
    for node in page.select(FORMS):
        node.name = "div"
    return read_page(str(page)).document


def addresses(language: str) -> Iterator[str]:
    """Every public page in a language; routes without an example are the browser suite's matter."""
    given = examples()
    for route in public_routes():
        with suppress(NoExample), translation.override(language):
            yield route.path(given)


def pages(language: str) -> list[tuple[str, Document]]:
    """Every public page with its address and own words; each is opened once."""
    client = Client(raise_request_exception=False, headers={"host": "localhost"})
    found = []
    for path in sorted({one for one in addresses(language) if one.startswith(f"/{language}/")}):
        answer = client.get(path)
        answer.close()  # a file, too, is let go of
        if is_page(answer):
            found.append((path, own_words(answer.content.decode("utf-8"))))
    return found


def distinct_sentences(documents: list[Document]) -> Document:
    """What the pages say, each line once: the rules that need a grammar are slow."""
    lines = dict.fromkeys(line for one in documents for line in prose(one).splitlines())
    return read_document("\n\n".join(line for line in lines if line.endswith((".", "?", "!"))))


def told(path: str, document: Document, report: Report) -> str:
    """What lowers a page's score, as the test's message."""
    worst = [
        f"    {one.rule}: {document.source[one.start : one.end]!r}"
        for one in report.findings[:SHOWN]
    ]
    return "\n".join([f"{path} {report.score}", *worst])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_public_page_is_at_or_above_the_goal_of_web_pages(language: str) -> None:
    quick, asked = Request(Profile.WEB, language, deep=False), Request(Profile.WEB, language)
    opened = pages(language)
    reports = [(path, one, check(one, quick)) for path, one in opened]
    whole = distinct_sentences([one for _, one in opened])
    reports.append(("every page, with every rule", whole, check(whole, replace(asked, **JOINED))))
    below = [told(*row) for row in reports if row[2].score < GOAL]
    assert len(reports) >= 20
    assert not below, "\n".join(below)
