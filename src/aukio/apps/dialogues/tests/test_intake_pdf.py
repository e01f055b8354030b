"""The text of PDF files, whole; what cannot be read is told."""

from __future__ import annotations

import contextlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.intake import read_file
from aukio.apps.dialogues.models import SourceKind

pytestmark = pytest.mark.usefixtures("in_english")
LETTERS = "abcdefghijklmnopqrstuvwxyzåäöÅÄÖ0123456789,.!?"


def pdf(*pages: list[str]) -> bytes:
    """A PDF by hand: each page's lines in Helvetica, WinAnsi."""
    objects: list[bytes] = [b"", b""]
    kids = []
    for lines in pages:
        shown = b"".join(b"(" + _escaped(line) + b") Tj T* " for line in lines)
        stream = b"BT /F1 12 Tf 14 TL 50 800 Td " + shown + b"ET"
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font"
            b"<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>>>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    return _assembled(objects)


def _escaped(line: str) -> bytes:
    text = line.encode("cp1252")
    return text.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _assembled(objects: list[bytes]) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj" % number + one + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(made))
    return made + head + table + tail


def test_each_line_of_each_page_becomes_a_note():
    found = read_file("kirjaus.pdf", pdf(["Ilta on pitkä.", "Ja yö."], ["Sida två: åäö."]))

    assert found.kind == SourceKind.PDF
    assert [found.text[one.start : one.end] for one in found.spans] == [
        "Ilta on pitkä.",
        "Ja yö.",
        "Sida två: åäö.",
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=8),
        min_size=1,
        max_size=12,
    )
)
def test_no_word_of_a_page_is_lost(lines):
    found = read_file("kirjaus.pdf", pdf([" ".join(words) for words in lines]))

    assert found.text.split() == [word for words in lines for word in words]


def test_a_pdf_of_pictures_has_no_text():
    with pytest.raises(InputFault, match="no text"):
        read_file("kuva.pdf", pdf([]))


def test_a_locked_pdf_is_told():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(["Salaista."]))))
    writer.encrypt("avain", algorithm="AES-256")
    kept = io.BytesIO()
    writer.write(kept)
    with pytest.raises(InputFault, match="password"):
        read_file("lukko.pdf", kept.getvalue())


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 400))
def test_a_broken_pdf_is_told_and_never_breaks_the_reader(noise, at):
    whole = pdf(["Ilta on pitkä."])
    with contextlib.suppress(InputFault):
        read_file("rikki.pdf", whole[:at] + noise + whole[at:])
