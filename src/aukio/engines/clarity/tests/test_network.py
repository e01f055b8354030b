"""The engine asks nobody: checking, rewriting and the sheet make no network call at all."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from aukio.engines.clarity import (
    LANGUAGES,
    Profile,
    Request,
    check,
    read_document,
    review_sheet,
    rewrite,
    sheet_as_docx,
    sheet_as_html,
    sheet_as_xlsx,
)
from aukio.engines.clarity.tests.offices import odt_file, run, word_file

TEXTS = {
    "fi": "Mikäli tulet https://example.fi, soita viipymättä. Hakemuksen saavuttua tehdään päätös.",
    "sv": "Blanketten ska undertecknas. Se https://example.se för villkoren.",
    "en": "The form must be signed. See https://example.org prior to applying.",
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was asked of the network: names looked up and connections begun."""
    found: list[Any] = []

    def note(*words: Any, **_: Any) -> None:
        found.append(words)
        raise OSError("The engine must not use the network.")

    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, note)
    monkeypatch.setattr(socket.socket, "connect", note)
    monkeypatch.setattr(socket.socket, "sendto", note, raising=False)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_checking_with_every_rule_asks_nobody(language: str, asked: list[Any]) -> None:
    document = read_document(TEXTS[language], ".md")
    report = check(document, Request(Profile.EASY, language))
    rewrite(document.source, report.findings)
    sheet = review_sheet(document, report, language)
    for made in (sheet_as_docx(sheet), sheet_as_xlsx(sheet), sheet_as_html(sheet, language)):
        assert made
    assert asked == []


def test_reading_every_kind_of_file_asks_nobody(asked: list[Any]) -> None:
    outside = '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><html><img src="//a.fi/a"><p>Hei.</p>'
    body = f"<w:p>{run('Hei.')}</w:p>"
    linked = (
        '<text:p>Hei.<x:i xmlns:x="http://www.w3.org/2001/XInclude" href="http://a.fi/"/></text:p>'
    )
    for content, ending in (
        (outside, ".html"),
        (word_file(body), ".docx"),
        (odt_file(linked), ".odt"),
        ("![a](http://a.fi/a.png) Hei.", ".md"),
    ):
        assert "Hei." in read_document(content, ending).text
    assert asked == []
