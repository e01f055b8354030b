"""Addresses that hold a code are told to no other site, and their forms still work."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

SOURCE = Path(__file__).resolve().parents[2] / "src" / "aukio"


def test_every_page_keeps_its_address_from_other_sites() -> None:
    assert settings.SECURE_REFERRER_POLICY == "same-origin"


def test_no_page_sends_its_own_forms_without_telling_where_they_come_from() -> None:
    """With this policy a browser sends ``Origin: null``, and every form of the page is refused."""
    policy = "no-" + "referrer"
    told = [
        str(file)
        for file in SOURCE.rglob("*")
        if file.suffix in {".py", ".html"} and policy in file.read_text(encoding="utf-8")
    ]

    assert told == []
