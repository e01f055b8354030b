"""Real plans of other countries: out comes what came in."""

from __future__ import annotations

import pytest

from aukio.apps.plan.actions import export_plan, import_plan
from aukio.apps.plan.exchange import FORMATS

pytestmark = pytest.mark.django_db


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("name", "format", "found"),
    [
        ("us_nap5", "usnap", (106, 36, 70, 0)),
        ("canada_nap5.yaml", "canada", (1, 5, 19, 106)),
        ("canada_nap6.yaml", "canada", (1, 4, 19, 65)),
        ("ogp_irm_commitments_2016.csv", "ogp", (1, 100, 1927, 0)),
    ],
)
def test_real_plans_come_out_as_they_went_in(realdata, name, format, found):
    source = realdata / "plan" / name
    there = {p.name: p.read_bytes() for p in (source.iterdir() if source.is_dir() else [source])}

    done = import_plan(source=source, format=format, code="real")

    assert (done.files, done.commitments, done.measures, done.indicators) == found
    assert dict(export_plan(code="real", format=format)) == there


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("pattern", "format"),
    [("us_nap5/*.md", "usnap"), ("canada*.yaml", "canada"), ("ogp*.csv", "ogp")],
)
def test_real_files_written_anew_are_the_same_in_every_field(realdata, pattern, format):
    for path in sorted((realdata / "plan").glob(pattern)):
        document = FORMATS[format].read(path.name, path.read_bytes())
        again = FORMATS[format].read(path.name, document.write())

        assert vars(again) == vars(document)
