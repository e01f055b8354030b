"""Files are told by their content, kept under random names and served only as attachments."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from aukio.shared.faults import Fault
from aukio.shared.files import actions, kinds
from aukio.shared.files.models import StoredFile
from aukio.shared.files.serve import attachment


def zipped(**entries: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 ...", kinds.PDF),
        (b"\x89PNG\r\n\x1a\n...", kinds.PNG),
        (b"\xff\xd8\xff\xe0", kinds.JPEG),
        ("Hyvää päivää".encode(), kinds.TEXT),
        ("Hyvää päivää".encode("latin-1"), kinds.TEXT),
        ("Hyvää päivää".encode("utf-16"), kinds.TEXT),
        (zipped(**{"word__document.xml": "<w/>"}), kinds.DOCX),
        (zipped(mimetype=kinds.ODT), kinds.ODT),
        (zipped(mimetype="application/evil"), kinds.UNKNOWN),
        (b"PK\x03\x04 not really a zip", kinds.UNKNOWN),
        (b"MZ\x00\x01 program", kinds.UNKNOWN),
    ],
)
def test_the_kind_is_told_from_the_content(content, kind):
    assert kinds.kind_of(content) == kind


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-"]))
def test_any_bytes_have_some_kind(rest, start):
    assert kinds.kind_of(start + rest)


@pytest.mark.django_db
class TestKeeping:
    def test_keeps_every_byte_under_a_random_name(self):
        stored = actions.keep(by=None, name="../../etc/kirjaus.txt", content=b"sanat")

        assert stored.name == "kirjaus.txt"
        assert "kirjaus" not in stored.content.name
        with stored.content.open() as kept:
            assert kept.read() == b"sanat"

    def test_refuses_an_empty_file(self):
        with pytest.raises(Fault, match="empty|tyhjä"):
            actions.keep(by=None, name="tyhjä.txt", content=b"")

    def test_refuses_a_file_that_is_too_large_and_says_how_to_mend_it(self):
        with pytest.raises(Fault) as refused:
            actions.keep(by=None, name="iso.txt", content=b"x" * 11, max_size=10)

        assert refused.value.where == "iso.txt"
        assert refused.value.mend

    def test_refuses_a_program_that_calls_itself_a_document(self):
        with pytest.raises(Fault):
            actions.keep(by=None, name="a.docx", content=b"MZ\x00", kinds=frozenset({kinds.DOCX}))

    def test_leaves_nothing_on_the_disk_when_the_row_cannot_be_stored(self, monkeypatch):
        def fail(*_args, **_words):
            raise RuntimeError("disk full")

        monkeypatch.setattr(StoredFile, "save", fail)
        before = set(settings.MEDIA_ROOT.rglob("*/*"))

        with pytest.raises(RuntimeError):
            actions.keep(by=None, name="a.txt", content=b"sanat")

        assert set(settings.MEDIA_ROOT.rglob("*/*")) == before

    def test_is_served_as_an_attachment_that_cannot_run(self):
        stored = actions.keep(by=None, name="sivu.html", content=b"<script>alert(1)</script>")

        response = attachment(stored)

        assert response["Content-Disposition"].startswith("attachment")
        assert response["Content-Type"] == "application/octet-stream"
        assert "sandbox" in response["Content-Security-Policy"]
        response.close()


@pytest.mark.django_db(transaction=True)
def test_a_file_is_deleted_from_the_disk_on_its_day():
    yesterday = timezone.localdate() - timedelta(days=1)
    stored = actions.keep(by=None, name="a.txt", content=b"sanat", delete_after=yesterday)
    path = settings.MEDIA_ROOT / stored.content.name

    assert actions.delete_expired() == 1

    assert not path.exists()
    assert not StoredFile.objects.exists()
