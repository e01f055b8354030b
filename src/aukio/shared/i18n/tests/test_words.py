"""Dates, numbers and languages as Finns write them."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation

from aukio.shared.i18n import figures, languages, times

DAY = datetime.date(2026, 11, 3)
MOMENT = datetime.datetime(2026, 11, 3, 12, 5, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [
        ("fi", 1130, "1130"),
        ("fi", 12345, "12\xa0345"),
        ("sv", 1234567, "1\xa0234\xa0567"),
        ("en", 1130, "1,130"),
        ("fi", 0.5, "0,5"),
        ("fi", 2.005, "2,01"),
        ("fi", -7, "−7"),
        ("sv", Decimal("10.10"), "10,1"),
        ("en", 1e6, "1,000,000"),
        ("fi", 0, "0"),
    ],
)
def test_numbers(language: str, value: object, written: str):
    with translation.override(language):
        assert figures.number(value) == written


def test_a_number_has_the_decimals_asked_for():
    with translation.override("fi"):
        assert figures.number(3, 2) == "3,00"


@pytest.mark.parametrize(
    ("language", "written"), [("fi", "13\xa0%"), ("sv", "13\xa0%"), ("en", "13%")]
)
def test_per_cent(language: str, written: str):
    with translation.override(language):
        assert figures.percent(0.125) == written


@pytest.mark.parametrize(
    ("language", "amount", "written"),
    [
        ("fi", 1234.5, "1235\xa0€"),
        ("sv", -20000, "−20\xa0000\xa0€"),
        ("en", 1234, "€1,234"),
        ("en", -5, "−€5"),
    ],
)
def test_euros(language: str, amount: float, written: str):
    with translation.override(language):
        assert figures.euros(amount) == written


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("fi", "3.\xa0marraskuuta\xa02026", "3.11.2026"),
        ("sv", "3\xa0november\xa02026", "3.11.2026"),
        ("en", "3\xa0November\xa02026", "3\xa0Nov\xa02026"),
    ],
)
def test_dates(language: str, long: str, short: str):
    with translation.override(language):
        assert times.long_date(DAY) == long
        assert times.short_date(DAY) == short


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("fi", "3.11.2026 klo\xa014.05"),
        ("sv", "3.11.2026 kl.\xa014.05"),
        ("en", "3\xa0Nov\xa02026, 14:05"),
    ],
)
def test_a_moment_is_told_in_finnish_time(language: str, written: str):
    with translation.override(language):
        assert times.date_and_time(MOMENT) == written


def test_a_span_of_one_day_is_one_date():
    with translation.override("fi"):
        assert times.span(DAY, DAY) == times.span(DAY, None) == "3.11.2026"


def test_a_span_has_a_dash_without_spaces():
    with translation.override("fi"):
        assert times.span(DAY, datetime.date(2026, 12, 5)) == "3.11.2026–5.12.2026"


@pytest.mark.parametrize(
    ("address", "swedish"),
    [
        ("/fi/plan/?q=1", "/sv/plan/?q=1"),
        ("/fi/", "/sv/"),
        ("/api/v1/docs", "/sv/"),
        ("", "/sv/"),
    ],
)
def test_the_same_page_in_another_language(address: str, swedish: str):
    with translation.override("fi"):
        links = {link.code: link for link in languages.links_to_this_page(address)}

    assert links["sv"].address == swedish
    assert links["fi"].is_current
    assert not links["sv"].is_current


@pytest.mark.parametrize("code", list(languages.OWN_NAMES))
def test_every_language_content_may_carry_has_a_name(code: str):
    with translation.override("fi"):
        assert languages.language_name(code) != code


def test_an_unknown_language_keeps_its_code():
    assert languages.language_name("xx") == "xx"


def test_every_filter_works_in_a_template():
    source = (
        "{% load words %}{{ n|number }}|{{ s|percent }}|{{ n|euros }}|{{ d|long_date }}|"
        "{{ d|short_date }}|{{ m|date_and_time }}|{% date_span d %}|{{ 'smn'|language_name }}"
    )
    context = Context({"n": 20000, "s": 0.5, "d": DAY, "m": MOMENT})

    with translation.override("sv"):
        written = Template(source).render(context)

    assert written == (
        "20\xa0000|50\xa0%|20\xa0000\xa0€|3\xa0november\xa02026|3.11.2026|"
        "3.11.2026 kl.\xa014.05|3.11.2026|enaresamiska"
    )


@pytest.mark.parametrize("name", ["number", "percent", "euros", "long_date", "date_and_time"])
def test_nothing_stays_nothing(name: str):
    source = f"{{% load words %}}[{{{{ nothing|{name} }}}}]"

    assert Template(source).render(Context({"nothing": None})) == "[]"
