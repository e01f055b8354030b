"""A round, its theme, a sentence, a dialogue: what anyone may read, and what nobody may."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.models import Dialogue, Permission, Round, RoundStatus
from aukio.apps.dialogues.tests.factories import reading
from aukio.apps.dialogues.tests.pages.scene import SECRET, scene
from aukio.shared.terms.tests.factories import term

pytestmark = pytest.mark.django_db
ROUTES = ["round", "dialogues", "dialogue", "theme", "sentence"]


def page(made, route: str, language: str = "en") -> str:
    with translation.override(language):
        return reverse(f"dialogues:{route}", kwargs=made.addresses[f"dialogues:{route}"])


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("route", [*ROUTES, "download"])
def test_opens_for_anyone_in_every_language(client, route, language):
    answer = client.get(page(scene(), route, language))

    assert answer.status_code == 200


@pytest.mark.parametrize("route", [*ROUTES, "download"])
def test_is_only_read(client, route):
    assert client.post(page(scene(), route)).status_code == 405


def test_a_few_of_a_group_in_each_of_many_dialogues_are_not_said_to_be_under_five(client):
    term("young", vocabulary="participant-groups")
    made = scene(published=False)
    for one in made.dialogues[:2]:
        Dialogue.objects.filter(pk=one.pk).update(participants=3)
        one.groups.create(group="young", count=3)
    actions.publish(by=None, round=made.round)

    text = client.get(page(made, "round")).content.decode()

    assert "<li>Groups: young</li>" in text
    assert "or so few that their number is not told" in text


@pytest.mark.parametrize("route", ROUTES)
def test_a_round_being_planned_is_not_there_for_others(client, leader, route):
    made = scene()
    Round.objects.filter(pk=made.round.pk).update(status=RoundStatus.PLANNED)

    assert client.get(page(made, route)).status_code == 404
    assert leader.get(page(made, route)).status_code == 200


@pytest.mark.parametrize("route", ["theme", "sentence", "download"])
def test_what_is_not_published_is_not_there(client, leader, route):
    made = scene(published=False)

    assert client.get(page(made, route)).status_code == 404
    assert leader.get(page(made, route)).status_code == 404


def test_a_round_without_a_summary_says_what_will_come(client):
    text = client.get(page(scene(published=False), "round")).content.decode()

    assert "The summary has not been published yet" in text
    assert "Many told of lonely evenings" not in text


def test_the_round_leads_to_themes_sentences_and_the_plan(client):
    made = scene()

    text = client.get(page(made, "round")).content.decode()

    assert page(made, "theme") in text
    assert page(made, "sentence") in text
    assert "Many told of lonely evenings." in text
    assert "/en/plan/1.1.1/" in text


@pytest.mark.parametrize(
    ("language", "status"),
    [("fi", "Alkuperäinen"), ("sv", "Översättning granskad av en människa")],
)
def test_tells_where_a_translation_came_from(client, language, status):
    assert status in client.get(page(scene(), "sentence", language)).content.decode()


def test_quotes_are_exact_in_their_own_language_with_place_and_date(client):
    text = client.get(page(scene(), "sentence")).content.decode()

    assert '<blockquote lang="fi"><p>Kukaan ei soita</p></blockquote>' in text
    assert '<blockquote lang="sv"><p>Ingen ringer längre.</p></blockquote>' in text
    assert "Kirjasto, Kuopio" in text
    assert "6 Oct 2026" in text.replace("\xa0", " ")


def test_a_sentence_leads_back_up_and_down(client):
    made = scene()

    text = client.get(page(made, "sentence")).content.decode()

    for route in ("theme", "round", "dialogue"):
        assert page(made, route) in text


def test_a_text_in_another_language_is_marked(client):
    made = scene()
    content = made.round.publications.get().content
    assert content["languages"] == ["fi", "sv", "en"]
    made.sentence.text_en = made.sentence.status_en = ""
    made.sentence.save()
    actions.set_ready(by=None, summary=made.sentence.summary, languages=["fi"])
    actions.correct(by=None, round=made.round, reason="English was taken out.")

    text = client.get(page(made, "sentence")).content.decode()

    assert '<span lang="fi">Moni kertoi yksinäisistä illoista.</span>' in text
    assert "Not yet in this language" in text
    assert "has not been published in English yet" in text


def test_work_in_progress_stays_hidden_until_it_is_published(client):
    made = scene()
    actions.edit_sentence(by=None, sentence=made.sentence, texts={"en": "Not for everyone yet."})

    for route in ROUTES:
        assert "Not for everyone yet." not in client.get(page(made, route)).content.decode()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_words_without_permission_are_nowhere(client, language):
    made = scene()
    addresses = [page(made, route, language) for route in ROUTES]
    slug = {"slug": made.round.slug}
    with translation.override(language):
        addresses.append(
            reverse("dialogues:dialogue", kwargs={**slug, "dialogue": made.dialogues[2].pk})
        )
        for form in ("csv", "json", "docx"):
            addresses.append(reverse("dialogues:download", kwargs={**slug, "form": form}))

    for address in addresses:
        content = client.get(address).content
        if address.endswith("docx/"):
            content = _document_text(content)
        for line in SECRET.splitlines():
            assert line.encode() not in content


def test_a_permission_taken_back_hides_the_words_everywhere(client):
    made = scene()
    for record in made.records:
        actions.set_permission(by=None, record_=record, permission=Permission.NONE)
    words = ["Kukaan ei soita", "Ingen ringer", "Bussen går inte"]

    for route in [*ROUTES, "download"]:
        text = client.get(page(made, route)).content.decode()
        assert not [one for one in words if one in text]
    assert "taken back their permission" in client.get(page(made, "sentence")).content.decode()


def test_one_of_two_quotes_taken_back_is_told(client):
    made = scene()
    actions.set_permission(by=None, record_=made.records[0], permission=Permission.NONE)

    text = client.get(page(made, "sentence")).content.decode()

    assert "Ingen ringer längre." in text
    assert "1 quote may no longer be shown" in text


def test_a_mended_record_with_a_withdrawn_permission_hides_the_old_words(client):
    made = scene()
    mended = actions.replace_record(
        by=None, record_=made.records[0], reading=reading("Kukaan ei soita minulle.\nUutta.\n")
    )
    actions.set_permission(by=None, record_=mended, permission=Permission.NONE)

    assert "Kukaan ei soita" not in client.get(page(made, "sentence")).content.decode()


def test_whole_notes_are_read_only_where_that_is_allowed(client):
    made = scene()
    slug = {"slug": made.round.slug}

    def of(number: int) -> str:
        address = {**slug, "dialogue": made.dialogues[number].pk}
        return client.get(reverse("dialogues:dialogue", kwargs=address)).content.decode()

    assert "Bussen går inte på kvällen." in of(1)
    assert "Kirjastossa sanotaan päivää." not in of(0)


def test_age_bands_and_groups_are_not_told_of_one_dialogue(client):
    made = scene()
    term("51-65", vocabulary="age-bands", label_en="51 to 65")
    term("older_people", vocabulary="participant-groups", label_en="Older people")
    actions.count_people(
        by=None,
        dialogue=made.dialogues[0],
        participants=14,
        age_bands={"51-65": 9},
        groups={"older_people": 9},
    )

    text = client.get(page(made, "dialogue")).content.decode()

    assert "51 to 65" not in text
    assert "Older people" not in text


def test_a_dialogue_of_another_round_is_not_here(client):
    made, other = scene(), scene()
    address = {"slug": made.round.slug, "dialogue": other.dialogues[0].pk}

    assert client.get(reverse("dialogues:dialogue", kwargs=address)).status_code == 404


@pytest.mark.parametrize("route", ["theme", "sentence", "dialogue"])
def test_a_strange_number_is_not_found(client, route):
    made = scene()
    address = {"slug": made.round.slug, route: 10**12}

    assert client.get(reverse(f"dialogues:{route}", kwargs=address)).status_code == 404


def test_the_list_of_dialogues_can_be_searched_and_taken_along(client):
    made = scene()
    listed = page(made, "dialogues")

    assert "Talo" not in client.get(listed, {"q": "kuopio"}).content.decode()
    assert "No dialogue matches" in client.get(listed, {"q": "zzz"}).content.decode()
    table = client.get(listed, {"format": "csv", "q": "kuopio"}).content.decode("utf-8-sig")
    assert "Kirjasto, Kuopio" in table
    assert "Talo" not in table


@pytest.mark.parametrize("route", ROUTES)
def test_sample_data_is_labelled_on_every_page(client, route):
    text = client.get(page(scene(is_sample=True), route)).content.decode()

    assert "Everything here is invented" in text


@pytest.mark.parametrize("route", [*ROUTES, "download"])
def test_asks_the_same_number_of_questions_at_any_size(client, route):
    counts = []
    for more in (0, 12):
        made = scene(more=more)
        for number in range(more):
            Dialogue.objects.create(round=made.round, reference=f"x{number}", title="Another")
        client.get(page(made, route))
        with CaptureQueriesContext(connection) as asked:
            client.get(page(made, route))
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_downloads_hold_the_summary(client):
    made = scene()
    slug = {"slug": made.round.slug}

    def of(form: str) -> bytes:
        return client.get(reverse("dialogues:download", kwargs={**slug, "form": form})).content

    assert json.loads(of("json"))["themes"][0]["title"]["en"] == "Alone"
    assert "Ingen ringer längre." in of("csv").decode()
    assert b"Ingen ringer" in _document_text(of("docx"))


def test_there_is_no_other_form_of_download(client):
    address = {"slug": scene().round.slug, "form": "exe"}

    assert client.get(reverse("dialogues:download", kwargs=address)).status_code == 404


def _document_text(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read("word/document.xml")
