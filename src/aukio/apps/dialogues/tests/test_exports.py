"""Files of a published summary: permitted words only, safe to open, headings marked."""

from __future__ import annotations

import csv
import io
import json

import pytest
from docx import Document

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.exports import FORMS, export, plain_cell
from aukio.apps.dialogues.models import Permission, Publication, Record, Round
from aukio.apps.dialogues.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication() -> Publication:
    round = make.publishable(description_fi="Mikä tuo turvaa?", is_sample=True)
    return actions.publish(by=None, round=round)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_the_table_has_a_row_for_each_quote(publication: Publication) -> None:
    name, content = export(publication, "csv", "fi")

    (row,) = rows(content)
    assert (row["text_fi"], row["quote"]) == ("Moni on yksin.", "Ilta on pitkä.")
    assert row["is_sample"] == "yes"
    assert name.endswith("-1-fi.csv")


@pytest.mark.parametrize("text", ["=1+1", "+358", "-5", "@SUM(A1)", "\tx", "＝1"])
def test_a_text_is_never_a_formula(text: str) -> None:
    assert plain_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Ilta", "5 - 3", "’lainaus’", ""])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert plain_cell(text) == text


def test_a_quote_that_looks_like_a_formula_is_safe_in_the_table_and_exact_in_json() -> None:
    round = make.RoundFactory()
    theme = make.ThemeFactory(round=round)
    note = make.record("=HYPERLINK(1)", round=round).notes.get()
    make.sentence(theme, note)
    actions.set_ready(by=None, summary=Round.objects.get().summary, languages=["fi"])
    made = actions.publish(by=None, round=Round.objects.get())

    assert rows(export(made, "csv", "fi")[1])[0]["quote"] == "'=HYPERLINK(1)"
    tree = json.loads(export(made, "json", "fi")[1])
    assert tree["themes"][0]["sentences"][0]["quotes"][0]["text"] == "=HYPERLINK(1)"


def test_the_data_holds_everything_with_its_fingerprint(publication: Publication) -> None:
    tree = json.loads(export(publication, "json", "fi")[1])

    assert tree["sha256"] == publication.sha256
    assert tree["round"]["is_sample"] is True
    assert tree["open_notes"] == []


def test_the_document_has_real_headings_a_language_and_a_table_heading(
    publication: Publication,
) -> None:
    document = Document(io.BytesIO(export(publication, "docx", "fi")[1]))

    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles[0] == "Title"
    assert styles.count("Heading 1") == 3
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "Moni on yksin." in texts
    assert document.core_properties.language == "fi"
    assert document.core_properties.title == publication.content["round"]["title"]["fi"]
    assert "w:tblHeader" in document.tables[0]._tbl.xml
    assert 'w:val="fi-FI"' in document.styles["Normal"].element.xml


def test_the_document_names_those_who_were_not_heard(publication: Publication) -> None:
    document = Document(io.BytesIO(export(publication, "docx", "fi")[1]))

    texts = [paragraph.text for paragraph in document.paragraphs]
    at = texts.index("Keitä ei kuultu tällä kierroksella")
    assert "niin vähän ihmisiä, ettei heidän määräänsä kerrota" in texts[at + 1]
    assert texts[at + 2].startswith("Kielet: ruotsi, englanti")


def test_a_document_in_a_language_that_is_not_ready_comes_in_one_that_is(
    publication: Publication,
) -> None:
    document = Document(io.BytesIO(export(publication, "docx", "en")[1]))

    assert document.core_properties.language == "fi"


def test_a_document_takes_signs_that_xml_has_no_place_for() -> None:
    round = make.publishable(title_fi="Turva\x0b\x0cja\x01")

    assert export(actions.publish(by=None, round=round), "docx", "fi")[1]


@pytest.mark.parametrize("form", FORMS)
def test_words_withdrawn_are_in_no_file(form: str, publication: Publication) -> None:
    Record.objects.update(permission=Permission.NONE)

    _name, content = export(publication, form, "fi")

    if form == "docx":
        content = "\n".join(p.text for p in Document(io.BytesIO(content)).paragraphs).encode()
    assert b"Moni on yksin." in content
    assert "Ilta on pitkä.".encode() not in content
