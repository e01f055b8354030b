"""Every room's `indicators.py` is found by itself."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest
from django.apps import apps

from aukio.shared.indicators import registry
from aukio.shared.indicators.tests.factories import offer


def test_the_indicators_of_installed_rooms_are_loaded(monkeypatch: pytest.MonkeyPatch):
    loaded: list[str] = []

    def autodiscover(name: str) -> None:
        loaded.append(name)
        offer()

    monkeypatch.setattr("aukio.shared.indicators.apps.autodiscover_modules", autodiscover)
    apps.get_app_config("indicators").ready()

    assert (loaded, len(registry.every())) == (["indicators"], 1)


def test_the_app_is_not_taken_for_a_room_of_its_own():
    module = sys.modules.get("aukio.shared.indicators.indicators")

    assert not isinstance(module, ModuleType)
