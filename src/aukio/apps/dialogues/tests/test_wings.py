"""A wing shows its part on the room's pages; the room knows none of them."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from aukio.apps.dialogues import wings

request = RequestFactory().get("/")


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch):
    monkeypatch.setattr(wings, "_parts", {})


def test_parts_are_shown_in_their_order_and_only_at_their_place():
    wings.add("round", 20, "dialogues/parts/sample.html", lambda request, round: {})
    wings.add("desk", 10, "dialogues/parts/undo.html", lambda request, round: {})

    assert wings.shown("round", request, None)
    assert not wings.shown("theme", request, None)


def test_a_part_without_context_is_left_out():
    wings.add("round", 20, "dialogues/parts/sample.html", lambda request, round: None)

    assert not wings.shown("round", request, None)


def test_an_unknown_place_is_refused():
    with pytest.raises(ValueError, match="not a place"):
        wings.add("roof", 1, "dialogues/parts/sample.html", lambda request, what: {})
