"""Adding a record by pasting or as a file, and everything that can be wrong with it."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.intake.files import MOST_BYTES
from aukio.apps.dialogues.models import Dialogue, Note, Record
from aukio.apps.dialogues.tests.factories import DialogueFactory, RoundFactory, organiser, reading
from aukio.apps.dialogues.tests.files import docx, odt, packed
from aukio.apps.dialogues.tests.pages.conftest import signed_in

pytestmark = pytest.mark.django_db
TEXT = "Ilta on pitkä.\n\nKukaan ei soita minulle.\n"


def add(client, dialogue, language="en", **given):
    with translation.override(language):
        where = reverse("dialogues:record-add", args=[dialogue.pk])
    return client.post(where, {"permission": "quotes", "language": "fi", **given})


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_pasted_text_is_kept_to_the_letter(leader):
    dialogue = DialogueFactory()

    answer = add(leader, dialogue, text=TEXT)

    record = Record.objects.get()
    assert answer["Location"] == reverse("dialogues:record", args=[record.pk])
    assert record.text.replace("\r\n", "\n") == TEXT
    assert [note.text for note in record.notes.all()] == [
        "Ilta on pitkä.",
        "Kukaan ei soita minulle.",
    ]
    assert (record.language, record.permission) == ("fi", "quotes")


@pytest.mark.parametrize(
    ("name", "content", "column"),
    [
        ("a.txt", TEXT.encode(), ""),
        ("a.txt", TEXT.encode("cp1252"), ""),
        ("a.docx", docx("Ilta on pitkä.", "Kukaan ei soita minulle."), ""),
        ("a.odt", odt("<t:p>Ilta on pitkä.</t:p><t:p>Kukaan ei soita minulle.</t:p>"), ""),
        ("a.csv", "puhe\nIlta on pitkä.\nKukaan ei soita minulle.\n".encode(), "puhe"),
    ],
)
def test_every_kind_of_file_is_read(leader, name, content, column):
    add(leader, DialogueFactory(), file=upload(name, content), column=column)

    assert list(Note.objects.values_list("text", flat=True)) == [
        "Ilta on pitkä.",
        "Kukaan ei soita minulle.",
    ]


def test_an_organiser_adds_to_an_own_dialogue(leader):
    dialogue = DialogueFactory()

    add(signed_in(organiser(dialogue.organiser)), dialogue, text=TEXT)

    assert Record.objects.get().dialogue == dialogue


BAD = {
    "empty": ("a.txt", b"", "", "The file is empty."),
    "wrong encoding": ("a.txt", "ä".encode() * 40 + b"\xff", "", "one of its lines holds bytes"),
    "not text": ("a.txt", bytes(range(256)) * 40, "", "This is not a text file."),
    "too large": ("a.txt", b"x" * (MOST_BYTES + 1), "", "The file is too large: 20 MB."),
    "broken docx": ("a.docx", b"PK\x03\x04" + b"x" * 100, "", "The document is broken"),
    "zip bomb": (
        "a.docx",
        packed({"word/document.xml": b"0" * 200_000_000}),
        "",
        "far more than a record can hold",
    ),
    "uneven rows": ("a.csv", b"puhe,kieli\na,fi\nb\n", "puhe", "as many cells as the heading: 3"),
    "unknown column": ("a.csv", b"puhe,kieli\na,fi\n", "tekst", "There is no column"),
    "no column": ("a.csv", b"puhe,kieli\na,fi\n", "", "not told which column"),
}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_explained_and_nothing_is_stored(leader, case, language):
    name, content, column, message = BAD[case]
    dialogue = DialogueFactory()

    answer = add(leader, dialogue, language, file=upload(name, content), column=column)

    text = answer.content.decode()
    assert answer.status_code == 200
    assert "govuk-error-summary" in text
    assert not Record.objects.exists()
    assert not Note.objects.exists()
    assert (message in text) == (language == "en")


@pytest.mark.parametrize("case", BAD)
def test_a_fault_is_told_in_three_languages(leader, case):
    name, content, column, _message = BAD[case]
    dialogue = DialogueFactory()

    told = set()
    for language in ("fi", "sv", "en"):
        answer = add(leader, dialogue, language, file=upload(name, content), column=column)
        text = answer.content.decode()
        told.add(text.partition('govuk-error-summary__list">')[2].partition("</ul>")[0])

    assert len(told) == 3


def test_the_fault_tells_where_it_is_and_leads_to_the_field(leader):
    answer = add(leader, DialogueFactory(), file=upload("kirjaus.docx", b"x"))

    text = answer.content.decode()
    assert 'href="#id_file"' in text
    assert "kirjaus.docx" in text
    assert "save it again and add that file" in text


def test_what_was_typed_stays_after_an_error(leader):
    answer = add(
        leader, DialogueFactory(), text=TEXT, file=upload("a.txt", b"x"), permission="whole"
    )

    text = answer.content.decode()
    assert "Kukaan ei soita minulle." in text
    assert re.search(r'<input[^>]*value="whole"[^>]*checked', text)


def test_either_text_or_a_file_is_needed_but_not_both(leader):
    dialogue = DialogueFactory()

    assert "Paste the record, or add it" in add(leader, dialogue).content.decode()
    both = add(leader, dialogue, text=TEXT, file=upload("a.txt", b"text"))
    assert "but not both" in both.content.decode()
    assert not Record.objects.exists()


def test_the_same_record_is_not_added_twice(leader):
    dialogue = DialogueFactory()
    add(leader, dialogue, text=TEXT)

    answer = add(leader, dialogue, text=TEXT)

    assert "already been imported" in answer.content.decode()
    assert Record.objects.count() == 1


def test_many_records_come_from_one_table(leader):
    round = RoundFactory()
    table = "puhe,dialogi,kieli\nIlta on pitkä.,A,fi\nIngen ringer.,B,sv\n".encode()

    leader.post(
        reverse("dialogues:records-add", args=[round.slug]),
        {
            "file": upload("all.csv", table),
            "column": "puhe",
            "dialogue_column": "dialogi",
            "language_column": "kieli",
            "permission": "none",
        },
    )

    assert set(Dialogue.objects.values_list("reference", flat=True)) == {"A", "B"}
    assert set(Note.objects.values_list("language", flat=True)) == {"fi", "sv"}


def test_a_bad_table_stores_nothing(leader):
    round = RoundFactory()

    answer = leader.post(
        reverse("dialogues:records-add", args=[round.slug]),
        {"file": upload("all.csv", b"a,b\n1\n"), "column": "a", "permission": "none"},
    )

    assert "govuk-error-summary" in answer.content.decode()
    assert not Dialogue.objects.exists()


def test_a_record_is_replaced_by_a_mended_version(leader):
    record = actions.import_record(
        by=None, dialogue=DialogueFactory(), reading=reading(), permission="whole"
    )

    leader.post(reverse("dialogues:record-replace", args=[record.pk]), {"text": TEXT})

    newest = Record.objects.get(superseded=False)
    assert (newest.version, newest.permission, newest.replaces) == (2, "whole", record)


def test_permission_is_set_for_a_record_and_for_one_note(leader):
    record = actions.import_record(by=None, dialogue=DialogueFactory(), reading=reading())
    where = reverse("dialogues:record-permission", args=[record.pk])
    note = record.notes.first()

    leader.post(where, {"permission": "whole"})
    leader.post(where, {"permission": "none", "note": note.pk})

    record.refresh_from_db()
    note.refresh_from_db()
    assert (record.permission, note.permission) == ("whole", "none")


@pytest.mark.parametrize("note", ["999999999", "abc"])
def test_permission_of_a_strange_note_is_refused(leader, note):
    record = actions.import_record(by=None, dialogue=DialogueFactory(), reading=reading())

    where = reverse("dialogues:record-permission", args=[record.pk])
    answer = leader.post(where, {"permission": "whole", "note": note})

    record.refresh_from_db()
    assert answer.status_code == 404
    assert record.permission == "none"


def test_the_list_of_records_finds_what_is_missing(leader):
    round = RoundFactory()
    DialogueFactory(round=round, title="Empty one")
    full = DialogueFactory(round=round, title="Full one")
    actions.import_record(by=None, dialogue=full, reading=reading())
    where = reverse("dialogues:records", args=[round.slug])

    assert "Full one" in leader.get(where).content.decode()
    assert "Full one" not in leader.get(where, {"missing": ""}).content.decode()
    assert "Empty one" not in leader.get(where, {"q": "full"}).content.decode()
