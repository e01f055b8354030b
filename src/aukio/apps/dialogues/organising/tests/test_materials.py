"""The kit: our own texts in three languages, one tree to page, Word and PDF, versions."""

from __future__ import annotations

import io
import re

import docx
import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from aukio.apps.dialogues.models import DialogueDay
from aukio.apps.dialogues.organising import kit
from aukio.apps.dialogues.organising.actions.materials import edit_material
from aukio.apps.dialogues.organising.models import MaterialKind, MaterialVersion
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.apps.dialogues.tests.factories import organiser
from aukio.shared.documents import Bullets, Heading, Link, Paragraph, html, plain
from aukio.shared.faults import Fault

ALL = [(kind.value, language) for kind in MaterialKind for language in ("fi", "sv", "en")]


@pytest.fixture
def round(db):
    made = make.open_round(title_fi="Arjen turva", title_sv="Vardagstrygghet", title_en="Safety")
    DialogueDay.objects.create(round=made, date=make.soon(30))
    return made


def address(round, kind="script", language="fi", name="material", *more):
    return reverse(f"organising:{name}", args=[round.slug, kind, language, *more])


@pytest.mark.parametrize(("kind", "language"), ALL)
def test_every_text_is_there_as_page_word_and_pdf(round, client, kind, language):
    page = client.get(address(round, kind, language)).content.decode()
    word = client.get(address(round, kind, language, "material-file", "docx"))
    printed = client.get(address(round, kind, language, "material-file", "pdf"))

    topic = {"fi": "Arjen turva", "sv": "Vardagstrygghet", "en": "Safety"}[language]
    told = "\n".join(one.text for one in docx.Document(io.BytesIO(word.content)).paragraphs)
    text = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(printed.content)).pages)
    for written in (page, told, " ".join(text.split())):
        assert topic in written
        assert "{round}" not in written
        assert "{days}" not in written


@pytest.mark.parametrize("kind", [kind.value for kind in MaterialKind])
def test_the_three_languages_say_the_same_in_as_many_parts(kind):
    shapes = [
        [type(block).__name__ for block in
         kit.document("x", language, kit.own_text(kind, language), {}).blocks]
        for language in ("fi", "sv", "en")
    ]  # fmt: skip

    assert shapes[0] == shapes[1] == shapes[2]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_texts_say_the_same_of_people_and_bands_as_the_service(language):
    scribe, script = kit.own_text("scribe", language), kit.own_text("script", language)
    invitation = kit.own_text("invitation", language)

    assert re.search(r"6.{1,4}25", invitation)
    assert all(edge in scribe for edge in ("18", "29", "30", "50", "51", "65", "66", "80", "81"))
    assert "112" in script


def test_marks_become_a_tree():
    text = "## Otsikko\n\nSana **vahva** [sivu](https://example.org).\n\n- yksi\n- kaksi\n"

    first, second, third = kit.document("x", "fi", text, {}).blocks

    assert (type(first), plain(first.text)) == (Heading, "Otsikko")
    assert isinstance(second, Paragraph)
    assert next(part for part in second.text if isinstance(part, Link)).address
    assert third == Bullets(third.items)
    assert len(third.items) == 2


def test_what_is_filled_in_has_no_marks_of_its_own():
    (block,) = kit.document(
        "x", "fi", "{round}", {"round": "**a** [b](https://evil.example)"}
    ).blocks

    assert plain(block.text) == "**a** [b](https://evil.example)"
    assert not [part for part in block.text if isinstance(part, Link)]


@given(st.text(max_size=300))
def test_any_text_becomes_a_safe_page(text):
    written = html(kit.document("x", "fi", text, {"round": "r"}))

    assert "<script" not in written.lower()
    assert "javascript:" not in re.sub(r">[^<]*<", "><", written).lower()


def test_a_change_is_a_new_version_and_the_old_ones_stay(round, leader):
    where = address(round, name="material-edit")
    assert "Keskustelun säännöt" in leader.get(where).content.decode()

    leader.post(where, {"text": "## Uusi\n\nTeksti.", "what_changed": "Lyhyempi", "seen": "0"})
    leader.post(where, {"text": "## Uusin", "what_changed": "Vielä lyhyempi", "seen": "1"})

    assert list(MaterialVersion.objects.values_list("version", flat=True)) == [2, 1]
    assert "Uusin" in leader.get(address(round)).content.decode()
    assert "Lyhyempi" in leader.get(where).content.decode()
    kit_page = leader.get(reverse("organising:kit", args=[round.slug])).content.decode()
    assert "Version 2" in kit_page


def test_a_change_in_one_round_leaves_the_others_as_they_are(round, leader, client):
    other = make.open_round()
    edit_material(
        by=None, round=round, kind="script", language="fi", text="Uusi", what_changed="x", seen=0
    )

    assert "Keskustelun säännöt" in client.get(address(other)).content.decode()


def test_two_who_write_at_once_do_not_lose_each_others_words(round, leader):
    given = {"text": "Ensimmäinen", "what_changed": "x", "seen": "0"}
    leader.post(address(round, name="material-edit"), given)

    answer = leader.post(address(round, name="material-edit"), {**given, "text": "Toinen"})

    assert "Somebody has changed the text meanwhile." in answer.content.decode()
    assert MaterialVersion.objects.get().text == "Ensimmäinen"


@pytest.mark.parametrize("wrong", [{"text": ""}, {"what_changed": ""}, {"seen": "x"}])
def test_a_change_that_cannot_be_used_is_explained(round, leader, wrong):
    given = {"text": "Uusi", "what_changed": "x", "seen": "0", **wrong}

    leader.post(address(round, name="material-edit"), given)

    assert not MaterialVersion.objects.exists()


@pytest.mark.parametrize("parts", [("song", "fi"), ("script", "xx")])
def test_a_text_nobody_knows_is_not_found(round, client, parts):
    assert client.get(address(round, *parts)).status_code == 404


def test_a_file_of_another_kind_is_not_found(round, client):
    assert client.get(address(round, "script", "fi", "material-file", "exe")).status_code == 404


def test_only_the_core_group_changes_the_kit(round):
    with pytest.raises(PermissionDenied):
        edit_material(
            by=organiser(), round=round, kind="script", language="fi", text="x",
            what_changed="x", seen=0,
        )  # fmt: skip


def test_a_text_that_is_no_part_of_the_kit_is_refused(round):
    with pytest.raises(Fault):
        edit_material(
            by=None, round=round, kind="song", language="fi", text="x", what_changed="x", seen=0
        )
