"""Files: Word documents with comments, the expert's sheet, JSON and SARIF."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from aukio.apps.wording import asking
from aukio.apps.wording.exports import FORMS, Checked, comments, offered
from aukio.apps.wording.tests.factories import HARD, asked, docx_file
from aukio.apps.wording.texts import Given, pasted, read, uploaded

WORDS = "Mikäli haluat hakea tukea, lähetä hakemus ko. virastoon."


def checked(given: Given, **told: Any) -> Checked:
    how = asked(ending=given.ending, name=given.name, **told)
    document = read(given)
    return Checked(given, document, asking.surface(document, how), how)


def reopened(content: bytes) -> Any:
    return docx.Document(BytesIO(content))


def under(made: Any, number: int) -> str:
    """The words a comment is about, read from the file anew."""
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found, inside = [], False
    for node in made.element.body.iter():
        if node.tag == f"{name}commentRangeStart" and node.get(f"{name}id") == str(number):
            inside = True
        elif node.tag == f"{name}commentRangeEnd" and node.get(f"{name}id") == str(number):
            inside = False
        elif inside and node.tag == f"{name}t":
            found.append(node.text)
    return "".join(found)


class TestCommentsOnAText:
    def test_every_finding_is_a_comment_on_exactly_its_words(self):
        one = checked(pasted(HARD))
        made = reopened(comments.document(one))
        said = {comment.comment_id: comment for comment in made.comments}

        assert len(said) == len(one.report.findings)
        wanted = sorted(one.document.source[f.start : f.end] for f in one.report.findings)
        assert sorted(under(made, number) for number in said) == wanted

    def test_a_comment_tells_what_why_and_instead(self):
        made = reopened(comments.document(checked(pasted(WORDS))))
        texts = [comment.text for comment in made.comments]

        assert any("Mikäli" in text and "Tilalle: Jos" in text for text in texts)
        assert {comment.author for comment in made.comments} == {"Aukio"}

    def test_headings_and_items_are_kept(self):
        made = reopened(comments.document(checked(pasted(HARD))))
        styles = [paragraph.style.name for paragraph in made.paragraphs]

        assert styles[0] == "Heading 1"
        assert styles.count("List Bullet") == 2

    def test_control_characters_do_not_break_the_file(self):
        made = comments.document(checked(pasted("Mikäli\x0b haluat\x1f tukea, hae sitä.")))

        assert reopened(made).paragraphs

    def test_markdown_findings_are_at_their_words(self):
        one = checked(pasted("# Otsikko tässä\n\n**Mikäli** haluat, *vastaa* meille.", ".md"))
        made = reopened(comments.document(one))

        assert "Mikäli" in [under(made, comment.comment_id) for comment in made.comments]


class TestCommentsInACopyOfADocument:
    def test_comments_are_on_their_words_and_the_look_stays(self):
        original = docx_file(WORDS, "Toinen kappale 24/7.", bold="haluat hakea")
        one = checked(uploaded("a.docx", original))
        made = reopened(comments.document(one))
        before = reopened(original)

        assert [p.text for p in made.paragraphs] == [p.text for p in before.paragraphs]
        assert made.tables[0].rows[0].cells[0].text == "Taulukon solu"
        found = [under(made, comment.comment_id) for comment in made.comments]
        assert {"Mikäli", "ko.", "24/7"} <= set(found)
        assert len(found) == len(one.report.findings)

    def test_bold_and_italic_words_stay_bold_and_italic(self):
        original = docx_file(WORDS, bold="haluat hakea")
        made = reopened(comments.document(checked(uploaded("a.docx", original))))
        runs = made.paragraphs[1].runs

        assert "".join(run.text for run in runs if run.bold) == "haluat hakea"
        assert "".join(run.text for run in runs if run.italic) == (
            " tukea, lähetä hakemus ko. virastoon."
        )

    def test_a_finding_in_a_table_is_commented_in_the_table(self):
        source = reopened(docx_file("Hei."))
        source.tables[0].rows[0].cells[1].text = "Mikäli haluat."
        content = BytesIO()
        source.save(content)
        made = reopened(comments.document(checked(uploaded("a.docx", content.getvalue()))))

        assert "Mikäli" in [under(made, comment.comment_id) for comment in made.comments]

    def test_a_link_and_a_tracked_insertion_are_commented_and_stay(self):
        made = reopened(comments.document(checked(uploaded("a.docx", _with_link_and_insertion()))))
        found = [under(made, comment.comment_id) for comment in made.comments]
        xml = made.element.xml

        assert found.count("Mikäli") == 2
        assert xml.count("<w:hyperlink") == 1
        assert xml.count("<w:ins ") == 1

    @given(st.lists(st.sampled_from(["Mikäli ", "24/7 ", "ko. ", "haluat ", "asia. "]), min_size=2))
    def test_cutting_runs_changes_no_word(self, words: list[str]):
        original = docx_file("".join([*words, "loppu."]), bold="haluat")
        one = checked(uploaded("a.docx", original))
        made = reopened(comments.document(one))

        assert made.paragraphs[1].text == reopened(original).paragraphs[1].text
        wanted = sorted(one.document.source[f.start : f.end] for f in one.report.findings)
        assert sorted(under(made, c.comment_id) for c in made.comments) == wanted


def _with_link_and_insertion() -> bytes:
    from docx.oxml import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    run = "<w:r><w:t>Mikäli haluat, vastaa.</w:t></w:r>"
    made, content = docx.Document(), BytesIO()
    paragraph = made.add_paragraph()._p
    paragraph.append(parse_xml(f'<w:hyperlink {space} w:anchor="x">{run}</w:hyperlink>'))
    mark = 'w:id="1" w:author="x" w:date="2026-01-01T00:00:00Z"'
    paragraph.append(parse_xml(f"<w:ins {space} {mark}>{run}</w:ins>"))
    made.save(content)
    return content.getvalue()


class TestSheet:
    def test_the_sheet_opens_in_each_form(self):
        one = checked(pasted(HARD), profile="easy")

        assert reopened(FORMS["sheet-docx"].make(one)).tables
        book = load_workbook(BytesIO(FORMS["sheet-xlsx"].make(one)))
        assert book.active is not None
        assert b"<table" in FORMS["sheet-html"].make(one)

    def test_it_is_offered_for_easy_language_only(self):
        assert "sheet-docx" in offered("easy")
        assert "sheet-docx" not in offered("official")


class TestMachines:
    def test_json_has_the_documented_shape(self):
        one = checked(pasted(HARD))
        (found,) = json.loads(FORMS["json"].make(one))["documents"]

        assert set(found) >= {"path", "language", "score", "findings"}
        first = found["findings"][0]
        assert HARD[first["start"] : first["end"]] == "on liitettävä"

    def test_sarif_names_the_rules(self):
        run = json.loads(FORMS["sarif"].make(checked(pasted(HARD))))["runs"][0]

        assert {result["ruleId"] for result in run["results"]} >= {"plain-must", "officialese"}


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_text_without_findings_makes_a_file_too(form: str):
    assert FORMS[form].make(checked(pasted("Hei. Puhelin 09 123 4567."), profile="easy"))
