"""Short and easy-language versions: a sentence without a source stays unpublished."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from aukio.apps.dialogues import actions, exports
from aukio.apps.dialogues.faults import InputFault, PublishRefused
from aukio.apps.dialogues.models import (
    Quote,
    Round,
    Sentence,
    Summary,
    Variant,
    VariantSentence,
)
from aukio.apps.dialogues.offences import offences_of
from aukio.apps.dialogues.tests import factories as make
from aukio.apps.dialogues.tests.pages.scene import Scene, scene
from aukio.shared.audit.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
TEXTS = {
    "fi": "Illat ovat yksinäisiä.",
    "sv": "Kvällarna är ensamma.",
    "en": "Evenings are lonely.",
}


@pytest.fixture
def made() -> Scene:
    return scene(published=False)


def write(made: Scene, kind: str = "short", **fields: Any) -> VariantSentence:
    given = {"texts": TEXTS, "sources": [made.sentence], **fields}
    summary = made.sentence.summary
    return actions.write_variant_sentence(by=None, summary=summary, kind=kind, **given)


def make_ready(made: Scene, kind: str = "short", languages: tuple[str, ...] = ("fi",)) -> None:
    actions.set_variant_ready(
        by=None, summary=made.sentence.summary, kind=kind, languages=languages
    )


def test_a_version_is_frozen_with_the_sentences_it_rests_on(made: Scene) -> None:
    line = write(made)
    make_ready(made, languages=("fi", "sv"))

    published = actions.publish(by=None, round=made.round)

    short = published.content["variants"]["short"]
    assert short["languages"] == ["fi", "sv"]
    assert short["sentences"] == [
        {
            "id": line.pk,
            "order": 1,
            "text": {"fi": TEXTS["fi"], "sv": TEXTS["sv"]},
            "status": {"fi": "original", "sv": "original"},
            "sources": [made.sentence.pk],
        }
    ]
    assert Event.objects.filter(verb="dialogues.write_variant_sentence").count() == 1


def test_a_version_that_is_ready_in_no_language_is_not_published(made: Scene) -> None:
    write(made, sources=[])

    assert actions.publish(by=None, round=made.round).content["variants"] == {}


def _long() -> dict[str, str]:
    return {"fi": "Moni kertoi, että ilta on pitkä eikä kukaan soita. " * 120}


SPOILT = {
    "no source in the full summary": lambda made: write(made, sources=[]),
    "no exact words stand behind": lambda made: [write(made), Quote.objects.all().delete()],
    "not word for word": lambda made: [write(made), Quote.objects.update(text="Ilta on pitka.")],
    "no text in Finnish": lambda made: write(made, texts={"sv": "Kvällarna."}),
    "takes 2 pages in Finnish": lambda made: write(made, texts=_long()),
    "full summary is not": lambda made: [write(made), Summary.objects.update(ready=["sv"])],
    "no sentences": lambda made: None,
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_version_with_an_offence_is_refused_with_how_to_mend_it(made: Scene, what: str) -> None:
    SPOILT[what](made)
    make_ready(made)

    with pytest.raises(PublishRefused) as refused:
        actions.publish(by=None, round=Round.objects.get(pk=made.round.pk))

    found = [one for one in refused.value.offences if what.lower() in one.what.lower()]
    assert found
    assert all(one.mend and one.where for one in found)


def test_a_machine_does_not_write_easy_language(made: Scene) -> None:
    write(made, kind="easy", statuses=dict.fromkeys(TEXTS, "machine"))
    make_ready(made, kind="easy")

    (found,) = offences_of(made.round)

    assert "machine translation" in found.what
    assert found.variant == "easy"


def test_removing_a_source_leaves_the_sentence_unpublishable_and_undo_ties_it_again(
    made: Scene,
) -> None:
    line = write(made)
    actions.remove_sentence(by=None, sentence=Sentence.objects.get(pk=made.sentence.pk))
    assert not line.sources.exists()

    actions.undo(by=None, round=made.round)

    assert line.sources.get().pk == made.sentence.pk


def test_tying_a_sentence_to_a_version_does_not_keep_its_change_from_being_undone(
    made: Scene,
) -> None:
    actions.edit_sentence(by=None, sentence=made.sentence, texts={"fi": "Toisin sanottuna."})
    write(made)

    actions.undo(by=None, round=made.round)

    made.sentence.refresh_from_db()
    assert made.sentence.text_fi == "Moni kertoi yksinäisistä illoista."


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"texts": {"fi": " "}}, "no text"),
        ({"texts": {"de": "Abends."}}, "language"),
        ({"kind": "long"}, "not a version"),
        ({"statuses": {"fi": "guessed"}}, "state of a translation"),
    ],
)
def test_bad_input_is_explained_and_nothing_is_stored(
    made: Scene, fields: dict[str, Any], what: str
) -> None:
    with pytest.raises(InputFault, match=what):
        write(made, **fields)

    assert not VariantSentence.objects.exists()


def test_a_source_of_another_round_is_refused(made: Scene) -> None:
    with pytest.raises(InputFault, match="not a sentence of this summary"):
        write(made, sources=[scene(published=False).sentence])


@pytest.mark.parametrize("who", [make.organiser, make.outsider])
def test_only_the_core_group_writes_versions(made: Scene, who: Any) -> None:
    line = write(made)
    person = who()
    variant = Variant.objects.get()

    for tried in (
        lambda: actions.write_variant_sentence(
            by=person, summary=variant.summary, kind="short", texts=TEXTS
        ),
        lambda: actions.edit_variant_sentence(by=person, sentence=line, texts=TEXTS),
        lambda: actions.remove_variant_sentence(by=person, sentence=line),
        lambda: actions.order_variant_sentences(by=person, variant=variant, sentences=[line]),
        lambda: actions.set_variant_ready(
            by=person, summary=variant.summary, kind="short", languages=["fi"]
        ),
    ):
        with pytest.raises(PermissionDenied):
            tried()


@pytest.mark.parametrize("form", ["csv", "docx", "pdf"])
def test_a_version_is_taken_along(made: Scene, form: str) -> None:
    write(made)
    make_ready(made, languages=("fi", "sv"))
    published = actions.publish(by=None, round=made.round)

    name, content = exports.export(published, form, "sv", "short")

    assert name.endswith(f"-short-1-sv.{form}")
    assert content[:4] in (b"\xef\xbb\xbfv", b"PK\x03\x04", b"%PDF")
