"""Texts read from what was given, and the language recognised without any model."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aukio.apps.wording.tests.factories import CLEAR, HARD, docx_file
from aukio.apps.wording.texts import Given, language_of, pasted, read, uploaded
from aukio.shared.faults import Fault

SWEDISH = "Du kan ansöka om stöd. Fyll i blanketten och skicka den till kommunen senast i maj."
ENGLISH = "You can apply for support. Fill in the form and send it to the municipality by May."


class TestLanguage:
    @pytest.mark.parametrize(
        ("text", "language"),
        [(HARD, "fi"), (CLEAR, "fi"), (SWEDISH, "sv"), (ENGLISH, "en")],
    )
    def test_the_three_languages_are_told_apart(self, text: str, language: str):
        assert language_of(text, otherwise="xx") == language

    def test_a_few_words_are_taken_to_be_in_the_readers_language(self):
        assert language_of("Palkkatodistus", otherwise="sv") == "sv"

    @pytest.mark.parametrize(
        "text",
        [
            "Der Antrag wird von der Behörde geprüft und dem Antragsteller zugestellt. " * 4,
            "Заявление рассматривается в течение месяца.",
            "La demande est examinée par l'autorité et la décision est envoyée. " * 4,
        ],
    )
    def test_other_languages_are_refused(self, text: str):
        with pytest.raises(Fault, match="not recognised"):
            language_of(text)

    @given(st.text())
    def test_any_text_gives_a_language_or_a_fault(self, text: str):
        with suppress(Fault):
            assert language_of(text) in {"fi", "sv", "en"}


class TestPasted:
    def test_line_ends_become_plain(self):
        assert pasted("a\r\nb\rc").content == b"a\nb\nc"

    def test_an_ending_that_is_no_text_is_text(self):
        assert pasted("a", ".docx").ending == ".txt"

    def test_markdown_stays_markdown(self):
        assert pasted("# a", ".md").ending == ".md"


class TestUploaded:
    @pytest.mark.parametrize("name", ["a.docx", "a.DOCX", "polku/a.docx", "c:\\x\\a.docx"])
    def test_a_word_document_is_read_whatever_its_name_looks_like(self, name: str):
        found = uploaded(name, docx_file("Mikäli haluat, vastaa."))

        assert found.ending == ".docx"
        assert "Mikäli haluat" in read(found).text

    @pytest.mark.parametrize("name", ["a", "a.exe", "a.docx.exe", ".htaccess"])
    def test_other_kinds_are_refused(self, name: str):
        with pytest.raises(Fault, match="kind"):
            uploaded(name, b"x")

    def test_a_file_that_swells_is_not_opened(self):
        bomb = BytesIO()
        with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", b"0" * 80_000_000)
        assert len(bomb.getvalue()) < 200_000

        with pytest.raises(Fault, match="76 MB"):
            uploaded("a.docx", bomb.getvalue())

    def test_a_picture_named_as_a_document_cannot_be_read(self):
        with pytest.raises(Fault, match="No text could be read"):
            read(uploaded("a.odt", _zip_of("x.txt")))

    def test_a_broken_pdf_says_what_to_do(self):
        with pytest.raises(Fault, match="original document"):
            read(uploaded("a.pdf", b"%PDF-1.7 broken"))

    def test_a_web_page_without_words(self):
        with pytest.raises(Fault):
            read(uploaded("a.html", b"<script>alert(1)</script>"))

    @given(st.binary(max_size=300), st.sampled_from([".docx", ".odt", ".pdf", ".html", ".md"]))
    def test_any_bytes_are_read_or_refused_with_a_fault(self, content: bytes, ending: str):
        with suppress(Fault):
            assert read(uploaded(f"a{ending}", content)).text


def test_a_text_of_too_many_signs_is_refused():
    with pytest.raises(Fault, match="too long"):
        read(Given(b"sana " * 50_000))


@pytest.mark.parametrize("ending", [".html", ".md", ".txt"])
def test_a_text_of_far_too_many_signs_is_not_even_read(ending: str, monkeypatch):
    monkeypatch.setattr("aukio.apps.wording.texts.read_document", None)
    with pytest.raises(Fault, match="too long: 1,000,000"):
        read(Given(b"<li> " * 200_000, ending))


def _zip_of(name: str) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(name, "x")
    return content.getvalue()
