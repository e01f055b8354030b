"""Writing the short and the easy-language version, counting while writing, and reading them."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.models import Variant, VariantSentence
from aukio.apps.dialogues.tests.pages.scene import Scene, scene

pytestmark = pytest.mark.django_db
STATUSES = {"status_fi": "original", "status_sv": "human_checked", "status_en": "human_checked"}
SHORT = {"text_fi": "Illat ovat yksinäisiä.", **STATUSES}
EASY = {"easy_text_fi": "Illalla on yksinäistä.", **STATUSES}


def go(name: str, *parts) -> str:
    return reverse(f"dialogues:{name}", args=parts)


def line(made: Scene, kind: str = "short") -> VariantSentence:
    return actions.write_variant_sentence(
        by=None,
        summary=made.sentence.summary,
        kind=kind,
        texts={"fi": "Illat ovat yksinäisiä.", "sv": "Kvällarna är ensamma."},
        sources=[made.sentence],
    )


def read(made: Scene, kind: str = "short") -> str:
    line(made, kind)
    actions.set_variant_ready(
        by=None, summary=made.sentence.summary, kind=kind, languages=["fi", "sv"]
    )
    actions.publish(by=None, round=made.round)
    return Client().get(go("version", made.round.slug, kind)).content.decode()


@pytest.mark.parametrize(("kind", "words"), [("short", SHORT), ("easy", EASY)])
def test_a_sentence_is_written_with_the_sentences_it_rests_on(leader, kind, words):
    made = scene(published=False)

    leader.post(go("variant-new", made.round.slug, kind), {**words, "sources": [made.sentence.pk]})

    written = VariantSentence.objects.get()
    assert (written.variant.kind, written.status_fi) == (kind, "original")
    assert written.sources.get() == made.sentence


def test_the_easy_form_asks_the_wording_check_for_easy_language_and_offers_no_machine(leader):
    made = scene(published=False)

    text = leader.get(go("variant-new", made.round.slug, "easy")).content.decode()

    assert 'name="easy_text_fi"' in text
    assert 'value="machine"' not in text
    assert "Nobody has approved it as easy language." in text


def test_a_sentence_is_changed_moved_and_removed(leader):
    made = scene(published=False)
    first, second = line(made), line(made)

    leader.post(go("variant-edit", second.pk), {**SHORT, "text_fi": "Toinen."})
    second.refresh_from_db()
    assert (second.text_fi, second.sources.count()) == ("Toinen.", 0)
    leader.post(go("variant-move", second.pk), {"direction": "up"})
    assert list(second.variant.sentences.all()) == [second, first]
    leader.post(go("variant-remove", first.pk))
    assert VariantSentence.objects.get() == second


def test_a_sentence_without_words_is_explained_and_nothing_is_kept(leader):
    made = scene(published=False)

    answer = leader.post(go("variant-new", made.round.slug, "short"), STATUSES)

    assert "Write the sentence in at least one language." in answer.content.decode()
    assert not VariantSentence.objects.exists()


def test_a_sentence_without_a_source_is_marked_on_the_desk_and_leads_from_publishing(leader):
    made = scene(published=False)
    found = line(made)
    found.sources.clear()
    leader.post(go("variant-ready", made.round.slug, "short"), {"ready": ["fi"]})

    desk = leader.get(go("variant-desk", made.round.slug, "short")).content.decode()
    publish = leader.get(go("publish", made.round.slug)).content.decode()

    assert "It cannot be published." in desk
    assert go("variant-edit", found.pk) in publish
    assert Variant.objects.get().ready == ["fi"]


def test_length_and_clarity_are_counted_while_writing_and_nothing_is_kept(leader):
    made = scene(published=False)
    address = go("summary-measure", made.round.slug, "full")

    before = leader.post(address).content.decode()
    after = leader.post(address, {"text_fi": "Yksi kaksi kolme."}).content.decode()
    instead = leader.post(
        address, {"text_fi": "Yksi.", "sentence": made.sentence.pk}
    ).content.decode()

    odd = leader.post(
        address, {"text_fi": "Yksi kaksi kolme.", "sentence": "9" * 5000}
    ).content.decode()

    assert [_words(text) for text in (before, after, instead, odd)] == ["4", "7", "1", "7"]
    assert "of 100" in before
    assert made.theme.sentences.count() == 1


def _words(text: str) -> str:
    """The second cell of the Finnish row."""
    row = text.split("Finnish", 1)[1]
    return row.split("<td", 2)[1].split(">", 1)[1].split("<", 1)[0]


def test_the_short_version_tells_while_writing_that_it_does_not_fit_its_page(leader):
    made = scene(published=False)
    address = go("summary-measure", made.round.slug, "short")

    text = leader.post(address, {"text_fi": "Ilta on pitkä ja hiljainen. " * 300}).content.decode()

    assert "does not fit one page: Finnish" in text


def test_counting_works_without_javascript_and_keeps_what_was_typed(leader):
    made = scene(published=False)

    text = leader.post(
        go("sentence-new", made.theme.pk), {"text_fi": "Yksi kaksi kolme.", "measure": "yes"}
    ).content.decode()

    assert "Yksi kaksi kolme.</textarea>" in text
    assert _words(text[text.index("<table") :]) == "7"
    assert made.theme.sentences.count() == 1


def test_readers_choose_between_full_short_and_easy(leader):
    made = scene(published=False)
    line(made, "easy")
    actions.set_variant_ready(by=None, summary=made.sentence.summary, kind="easy", languages=["fi"])
    short = read(made)
    full = Client().get(go("round", made.round.slug)).content.decode()

    for page in (short, full):
        assert go("version", made.round.slug, "easy") in page
        assert go("version", made.round.slug, "short") in page
    assert go("sentence", made.round.slug, made.sentence.pk) in short
    assert f"{go('download', made.round.slug, 'pdf')}?version=short" in short


def test_a_version_that_is_not_in_the_reader_s_language_says_so():
    text = read(scene(published=False))

    assert "not in this language yet" in text
    assert '<span lang="fi">Illat ovat yksinäisiä.</span>' in text


@pytest.mark.parametrize("kind", ["easy", "long", "full"])
def test_a_version_that_was_not_published_is_not_there(kind):
    made = scene()

    assert Client().get(go("version", made.round.slug, kind)).status_code == 404
    address = f"{go('download', made.round.slug, 'csv')}?version={kind}"
    assert Client().get(address).status_code == 404


def test_machines_read_the_versions_too():
    made = scene(published=False)
    read(made)

    (found,) = Client().get(f"/api/v1/dialogues/rounds/{made.round.slug}/versions").json()

    assert found["kind"] == "short"
    assert found["sentences"][0]["sources"] == [made.sentence.pk]


def test_nobody_else_comes_to_the_desk_of_versions(stranger, other_organiser):
    made = scene(published=False)
    found = line(made)
    slug = made.round.slug
    opened = [go("variant-desk", slug, "short"), go("variant-new", slug, "short")]
    sent = [
        go("variant-edit", found.pk),
        go("variant-remove", found.pk),
        go("variant-move", found.pk),
        go("variant-ready", slug, "short"),
        go("summary-measure", slug, "short"),
    ]

    for person in (stranger, other_organiser):
        assert {person.get(one).status_code for one in opened} == {403}
        assert {person.post(one).status_code for one in sent} == {403}
    assert {Client().post(one).status_code for one in sent} == {302}
    assert VariantSentence.objects.get() == found


@pytest.mark.parametrize("name", ["variant-remove", "variant-move"])
def test_a_change_needs_a_post(leader, name):
    found = line(scene(published=False))

    assert leader.get(go(name, found.pk)).status_code == 405


def test_a_strange_version_has_no_desk(leader):
    made = scene(published=False)

    assert leader.get(go("variant-desk", made.round.slug, "long")).status_code == 404
    assert leader.post(go("summary-measure", made.round.slug, "long")).status_code == 404
