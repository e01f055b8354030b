"""Our components write what govuk-frontend's own fixtures expect, over all its examples.

Where we differ on purpose, the example stands in ``DIFFERENT`` with the reason. The list is
checked both ways: an example there that has come to agree must be taken off.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import missing

from aukio.ui.tests.dom import lines, normal
from aukio.ui.tests.fixtures import controls, pages
from aukio.ui.tests.fixtures.different import COMPONENTS_LEFT_OUT, DIFFERENT

PACKAGE = Path(__file__).parents[4] / "node_modules/govuk-frontend/dist/govuk/components"
WRITERS: dict[str, Callable[[dict[str, Any]], str]] = {
    "back-link": pages.back_link,
    "breadcrumbs": pages.breadcrumbs,
    "button": controls.button,
    "checkboxes": controls.checkboxes,
    "date-input": controls.date_input,
    "details": pages.details,
    "error-message": controls.error_message,
    "error-summary": pages.error_summary,
    "fieldset": controls.fieldset,
    "file-upload": controls.file_upload,
    "hint": controls.hint,
    "input": controls.text_input,
    "inset-text": pages.inset_text,
    "label": controls.label,
    "notification-banner": pages.notification_banner,
    "pagination": pages.pagination,
    "panel": pages.panel,
    "password-input": controls.password_input,
    "radios": controls.radios,
    "select": controls.select,
    "skip-link": pages.skip_link,
    "summary-list": pages.summary_list,
    "table": pages.table,
    "tabs": pages.tabs,
    "tag": pages.tag,
    "textarea": controls.textarea,
    "warning-text": pages.warning_text,
}


def _examples() -> list[Any]:
    examples = []
    for name in WRITERS:
        file = PACKAGE / name / "fixtures.json"
        if not file.is_file():
            continue
        for example in json.loads(file.read_text(encoding="utf-8"))["fixtures"]:
            examples.append(pytest.param(name, example, id=f"{name}: {example['name']}"))
    return examples


@pytest.mark.parametrize(("name", "example"), _examples())
def test_component_writes_what_the_fixture_expects(name: str, example: dict[str, Any]) -> None:
    theirs = lines(normal(example["html"]))
    ours = lines(normal(str(WRITERS[name](example["options"]))))
    is_same = theirs == ours
    reason = DIFFERENT.get((name, example["name"]))
    if reason:
        assert not is_same, f"They agree now: take {name!r}, {example['name']!r} off the list."
        return
    assert is_same, "\n".join(difflib.unified_diff(theirs, ours, "govuk", "aukio", lineterm=""))


def test_every_component_of_the_package_is_written_or_left_out_with_a_reason() -> None:
    if not PACKAGE.is_dir():
        missing("govuk-frontend", "Type `npm ci --ignore-scripts` at the top of the checkout.")
    theirs = {folder.name for folder in PACKAGE.iterdir() if folder.is_dir()}
    assert theirs == set(WRITERS) | set(COMPONENTS_LEFT_OUT)


def test_every_difference_names_an_example_that_exists() -> None:
    if not PACKAGE.is_dir():
        missing("govuk-frontend", "Type `npm ci --ignore-scripts` at the top of the checkout.")
    known = {(param.values[0], param.values[1]["name"]) for param in _examples()}
    assert set(DIFFERENT) <= known
