"""A text laid out: every word once, every finding in its place, whatever the form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aukio.apps.wording import asking, layout
from aukio.apps.wording.result import lost_points, result
from aukio.apps.wording.rule_names import NAMES, name_of
from aukio.apps.wording.tests.factories import HARD, asked, docx_file
from aukio.apps.wording.texts import Given, pasted, read, uploaded
from aukio.engines.clarity import Document, rules

WORDS = st.lists(
    st.sampled_from(
        [
            *("Mikäli", "haluat", "24/7", "ko.", "on", "liitettävä", "hakemus.", "😀", "I–III"),
            *("\n\n", "\n- ", "\n\n# ", " **", "& ", "<b>", "</b>", "Otsikko\n\n", "1.2.2027"),
        ]
    ),
    min_size=3,
    max_size=60,
).map(" ".join)


def laid(given_: Given) -> tuple[Document, list[layout.Numbered], list[layout.Part]]:
    document = read(given_)
    report = asking.surface(document, asked(ending=given_.ending))
    findings = layout.numbered(document, report, "fi")
    return document, findings, layout.parts(document, findings)


def words_of(parts: list[layout.Part]) -> list[str]:
    return ["".join(one.words for one in line) for part in parts for line in part.lines]


@given(WORDS, st.sampled_from([".txt", ".md", ".html"]))
def test_every_block_is_written_whole_and_every_finding_begins_once(text: str, ending: str):
    document, findings, parts = laid(pasted(text + " sana", ending))

    assert words_of(parts) == [document.text[one.start : one.end] for one in document.blocks]
    begun = [n.number for p in parts for line in p.lines for s in line for n in s.begins]
    assert sorted(begun) == [one.number for one in findings]


@given(WORDS, st.sampled_from([".txt", ".md", ".html"]))
def test_the_way_back_from_the_source_finds_the_words_again(text: str, ending: str):
    document = read(pasted(text + " sana", ending))
    for block in document.blocks:
        start, end = layout.place_in_text(document, *document.origin(block.start, block.end))
        assert (start, end) == (block.start, block.end)


def test_marked_words_are_those_of_the_finding():
    for given_ in (
        pasted(HARD),
        uploaded("a.docx", docx_file("Mikäli haluat, vastaa.")),
    ):
        _document, findings, parts = laid(given_)
        marked = [s.words for p in parts for line in p.lines for s in line if s.level]
        narrow = [one.before for one in findings if len(one.before) <= layout.WIDE]
        assert set(narrow) <= set(marked)


def test_headings_go_down_one_level_at_a_time():
    _document, _findings, parts = laid(pasted("#### Alku\n\nTeksti.\n\n# Toinen\n\nSe.", ".md"))

    assert [part.level for part in parts if part.kind == "heading"] == [3, 3]


def test_items_stand_in_one_list():
    _document, _findings, parts = laid(pasted(HARD))

    (listed,) = [part for part in parts if part.kind == "item"]
    assert len(listed.lines) == 2


def test_lost_points_add_up_to_what_is_missing():
    document = read(pasted(HARD))
    report = asking.surface(document, asked())
    lost = lost_points(report)

    assert sum(one.points for one in lost) == pytest.approx(100 - report.score, abs=0.3)
    assert [one.points for one in lost] == sorted((one.points for one in lost), reverse=True)


def test_a_text_without_findings_loses_nothing():
    document = read(pasted("Hei. Puhelin 09 123 4567."))

    assert lost_points(asking.surface(document, asked())) == []


def test_findings_that_do_not_fit_are_counted():
    document = read(pasted("Mikäli haluat, hae. " * 400))
    shown = result(document, asking.surface(document, asked()), asked(), is_deep=False)

    assert len(shown.findings) == 300
    assert shown.hidden == shown.count - 300 > 0


def test_every_rule_has_a_name_and_an_unknown_one_its_id():
    assert not set(rules()) - set(NAMES)
    assert name_of("no-such-rule") == "no-such-rule"
