"""Two people have a sentence's form open: the later one sees both texts and loses nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.models import Sentence, VariantSentence
from aukio.apps.dialogues.tests.factories import core_group
from aukio.apps.dialogues.tests.pages.scene import Scene, scene

pytestmark = pytest.mark.django_db
Line = Sentence | VariantSentence
PAGES = {"full": "sentence-edit", "easy": "variant-edit"}


@pytest.fixture(params=PAGES)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def made() -> Scene:
    return scene(published=False)


@pytest.fixture
def line(made: Scene, kind: str) -> Line:
    if kind == "full":
        return made.sentence
    return actions.write_variant_sentence(
        by=None,
        summary=made.sentence.summary,
        kind=kind,
        texts={"fi": "Illat ovat yksinäisiä.", "sv": "Kvällarna är ensamma."},
        statuses={"sv": "human_checked"},
        sources=[made.sentence],
    )


def where(line: Line, kind: str) -> str:
    return reverse(f"dialogues:{PAGES[kind]}", args=[line.pk])


def opened(client: Client, line: Line, kind: str) -> dict[str, Any]:
    """The form's fields as the browser would send them."""
    form = client.get(where(line, kind)).context["form"]
    return {name: form[name].value() for name in form.fields}


def text(kind: str, language: str = "fi") -> str:
    return f"easy_text_{language}" if kind == "easy" else f"text_{language}"


def save_first(line: Line, texts: dict[str, str]) -> None:
    by = core_group()
    type(by).objects.filter(pk=by.pk).update(name="Saara Malli")
    if isinstance(line, Sentence):
        actions.edit_sentence(by=by, sentence=line, texts=texts)
    else:
        actions.edit_variant_sentence(by=by, sentence=line, texts=texts)


def test_the_later_one_sees_both_texts_and_what_was_typed_stays(leader, line, kind) -> None:
    mine = opened(leader, line, kind) | {text(kind): "Minun sanani."}
    save_first(line, {"fi": "Toisen sanat."})

    answer = leader.post(where(line, kind), mine)

    said = answer.content.decode()
    assert answer.status_code == 409
    assert "Saara Malli saved it last" in said
    assert "Toisen sanat." in said
    assert answer.context["form"][text(kind)].value() == "Minun sanani."
    line.refresh_from_db()
    assert line.text_fi == "Toisen sanat."


def test_saved_again_it_replaces_the_other_text_knowingly(leader, line, kind) -> None:
    mine = opened(leader, line, kind) | {text(kind): "Minun sanani."}
    save_first(line, {"fi": "Toisen sanat."})
    form = leader.post(where(line, kind), mine).context["form"]

    answer = leader.post(where(line, kind), {name: form[name].value() for name in form.fields})

    assert answer.status_code == 302
    line.refresh_from_db()
    assert line.text_fi == "Minun sanani."


def test_a_language_one_left_alone_becomes_the_other_s(leader, line, kind) -> None:
    mine = opened(leader, line, kind) | {text(kind, "sv"): "Mina ord."}
    save_first(line, {"fi": "Toisen\r\nsanat."})

    answer = leader.post(where(line, kind), mine)
    form = answer.context["form"]

    assert "You had not changed this." in answer.content.decode()
    assert form[text(kind, "sv")].value() == "Mina ord."
    leader.post(where(line, kind), {name: form[name].value() for name in form.fields})
    line.refresh_from_db()
    assert (line.text_fi, line.text_sv) == ("Toisen\r\nsanat.", "Mina ord.")


def test_nobody_else_having_saved_it_is_stored_at_once(leader, line, kind) -> None:
    mine = opened(leader, line, kind) | {text(kind): "Minun sanani."}

    assert leader.post(where(line, kind), mine).status_code == 302

    line.refresh_from_db()
    assert line.text_fi == "Minun sanani."


@pytest.mark.parametrize("start", ["x", "[[[[:a:b"])
def test_a_start_that_cannot_be_read_is_compared_and_not_trusted(leader, made, start) -> None:
    line = made.sentence
    mine = opened(leader, line, "full") | {"text_fi": "Minun sanani.", "started_from": start}

    answer = leader.post(where(line, "full"), mine)

    assert answer.status_code == 409
    line.refresh_from_db()
    assert line.text_fi == "Moni kertoi yksinäisistä illoista."


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "Virke on muuttunut sillä aikaa, kun kirjoitit. Viimeksi sen tallensi Saara Malli"),
        ("sv", "Meningen har ändrats medan du skrev. Senast sparades den av Saara Malli"),
    ],
)
def test_the_page_tells_it_in_the_reader_s_language(leader, made, language, words) -> None:
    line = made.sentence
    with translation.override(language):
        address = where(line, "full")
        form = leader.get(address).context["form"]
        mine = {name: form[name].value() for name in form.fields} | {"text_fi": "Minun."}
        save_first(line, {"fi": "Toisen."})
        answer = leader.post(address, mine)

    assert answer.status_code == 409
    assert words in answer.content.decode()
