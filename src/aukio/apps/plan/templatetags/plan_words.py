"""The words of a plan, marked with the language they are in: another country's has one."""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.conf import settings
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from aukio.ui.markup import element

register = template.Library()
LINE = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)  # other countries' files write lines so


@register.filter
def said(part: Any, name: str) -> SafeString | str:
    """``{{ measure|said:"title" }}``: in the reader's language, or marked with its own."""
    language, words = _words(part, name)
    return _marked("span", language, one_line(words))


@register.filter
def said_at_length(part: Any, name: str) -> SafeString | str:
    """The same in paragraphs."""
    language, words = _words(part, name)
    return _marked("div", language, mark_safe(linebreaks(LINE.sub("\n", words), autoescape=True)))  # noqa: S308


@register.filter
def one_line(words: str) -> str:
    """Lines of another plan's file as one, divided by semicolons."""
    return LINE.sub("; ", str(words)).strip("; ")


def _marked(tag: str, language: str, words: str) -> SafeString | str:
    return element(tag, {"lang": language}, words) if language else words


def _words(part: Any, name: str) -> tuple[str, str]:
    """Language and words; no language when they are in the reader's own."""
    reader = (get_language() or "fi")[:2]
    for language in (reader, *settings.MODELTRANSLATION_FALLBACK_LANGUAGES):
        if words := getattr(part, f"{name}_{language}", None):
            return ("" if language == reader else language), words
    return "", ""
