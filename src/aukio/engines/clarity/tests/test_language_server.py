"""Findings in an editor."""

from __future__ import annotations

import pytest

pytest.importorskip("pygls")

from aukio.engines.clarity import Profile
from aukio.engines.clarity._language_server import _fix, diagnostics, server


def test_findings_are_diagnostics_counted_in_utf16() -> None:
    found = diagnostics("😀 ok.\nMikäli tulet, soita.", ".txt", Profile.OFFICIAL, deep=False)
    start = found[0].range.start
    assert (start.line, start.character) == (1, 0)
    assert found[0].code == "officialese"


def test_a_character_outside_the_basic_plane_takes_two_units() -> None:
    found = diagnostics("Tule 😀 mikäli voit nyt.", ".txt", Profile.OFFICIAL, deep=False)
    assert found[0].range.start.character == 8


def test_a_sure_suggestion_becomes_a_quick_fix() -> None:
    found = diagnostics("Mikäli tulet, soita.", ".txt", Profile.OFFICIAL, deep=False)
    action = _fix("file:///a.txt", found[0])
    assert action is not None
    assert action.edit is not None
    assert action.edit.changes is not None
    assert action.edit.changes["file:///a.txt"][0].new_text == "Jos"


def test_a_hint_gives_no_quick_fix() -> None:
    found = diagnostics("Kunnan toimesta.", ".txt", Profile.OFFICIAL, deep=False)
    assert _fix("file:///a.txt", found[0]) is None


def test_an_empty_file_has_no_diagnostics() -> None:
    assert diagnostics("", ".md", Profile.WEB, deep=False) == []


def test_the_server_offers_checking_and_fixes() -> None:
    features = server().protocol.fm.features
    assert {
        *("textDocument/didOpen", "textDocument/didSave", "textDocument/didClose"),
        "textDocument/codeAction",
    } <= set(features)
