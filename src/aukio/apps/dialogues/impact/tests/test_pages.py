"""The wing's pages: each works, refuses the wrong method and person, and tells what is wrong."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from django.test import Client
from django.urls import reverse

from aukio.apps.dialogues.impact.actions import Words
from aukio.apps.dialogues.impact.models import (
    Brief,
    Edition,
    Entry,
    EntryKind,
    Opening,
    Point,
    Progress,
    Question,
)
from aukio.apps.dialogues.impact.tests import factories as make
from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db
WORDS = {"heard": "Kuulimme huolen.", "will_do": "Lisäämme vuoroja.", "language": "fi"}


def go(name: str, *args: object) -> str:
    return reverse(f"impact:{name}", args=args)


def text_of(address: str, client: Client | None = None) -> str:
    answer = (client or Client()).get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


def code_address() -> str:
    """The address in the letter to the owner."""
    return re.search(r"\S+/dialogues/impact/code/\S+/", Message.objects.latest("pk").text)[0][
        len("http://") :
    ].split("/", 1)[1]


class TestPublic:
    def test_a_round_shows_question_owner_answer_status_and_evidence(self) -> None:
        asked = make.question()
        make.answer(asked)
        make.entry(asked, EntryKind.STATUS, Words(progress=Progress.UNDER_WAY))
        make.entry(asked, EntryKind.EVIDENCE, Words(text="Uusi aikataulu."))

        page = text_of(go("round", asked.round.slug))

        for words in ("What will you do?", "Model Ministry", "Lisäämme vuoroja.", "Under way"):
            assert words in page
        assert "Uusi aikataulu." in page
        assert "100" in page

    def test_the_role_is_marked_with_its_language(self) -> None:
        asked = make.question(role="palvelujohtaja", role_language="fi")

        assert '<span lang="fi">palvelujohtaja</span>' in text_of(go("question", asked.pk))

    def test_a_late_answer_says_how_late(self) -> None:
        asked = make.question(ago=93)

        assert "Not answered, 3 days late" in text_of(go("round", asked.round.slug))
        assert "Not answered, 3 days late" in text_of(go("question", asked.pk))

    def test_a_correction_and_what_it_corrects_are_both_in_sight(self) -> None:
        asked = make.question()
        wrong = make.answer(asked)
        make.entry(
            asked,
            EntryKind.ANSWER,
            Words(heard="Oikein.", will_do="Teemme."),
            corrects=wrong,
            reason="Väärä vuosi.",
        )

        page = text_of(go("question", asked.pk))

        for words in ("Kuulimme.", "Oikein.", "Väärä vuosi.", "Corrected"):
            assert words in page

    def test_all_rounds_can_be_searched_and_filtered(self) -> None:
        asked = make.question()
        make.answer(asked)
        make.question(ago=100)

        assert text_of(go("all")).count("impact-question") == 2
        assert text_of(go("all") + "?q=vuoroja").count("impact-question") == 1
        assert text_of(go("all") + "?state=late").count("impact-question") == 1
        assert "No question matches" in text_of(go("all") + "?q=zzz")
        assert text_of(go("all") + "?state=nonsense")

    def test_before_anything_is_asked_the_page_says_the_next_step(self) -> None:
        assert "Nobody has been asked yet" in text_of(go("all"))

    def test_theme_round_and_front_pages_show_it(self) -> None:
        made = make.told()
        make.question(made)

        theme = reverse("dialogues:theme", args=[made.round.slug, made.theme.pk])
        assert "What will you do?" in text_of(theme)
        assert "1 question has been put" in text_of(
            reverse("dialogues:round", args=[made.round.slug])
        )
        assert "Answers due" in text_of("/en/")

    def test_pages_take_a_constant_number_of_queries(self, django_assert_max_num_queries) -> None:
        made = make.told()
        for _ in range(5):
            make.answer(make.question(made))

        with django_assert_max_num_queries(16):
            Client().get(go("round", made.round.slug))
        with django_assert_max_num_queries(16):
            Client().get(go("all"))

    @pytest.mark.parametrize("name", ["all", "csv", "json", "feed"])
    def test_reading_takes_no_post(self, name: str) -> None:
        assert Client().post(go(name)).status_code == 405

    def test_what_is_not_there_is_not_found(self) -> None:
        for address in (go("question", 99), go("round", "none"), go("brief", "none")):
            assert Client().get(address).status_code == 404


class TestData:
    @pytest.fixture
    def asked(self) -> Question:
        asked = make.question()
        make.answer(asked)
        return asked

    def test_csv_has_a_row_for_each_entry_and_runs_no_formula(self, asked: Question) -> None:
        make.entry(asked, EntryKind.EVIDENCE, Words(text="=1+1"))
        make.question()

        content = Client().get(go("csv")).content.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(content)))

        assert len(rows) == 3
        assert rows[1]["text"] == "'=1+1"
        assert rows[2]["state"] == "waiting"

    def test_json_has_the_share_and_the_answers(self, asked: Question) -> None:
        told = json.loads(Client().get(go("json") + f"?round={asked.round.slug}").content)

        assert told["share"]["share"] == 1
        assert told["questions"][0]["entries"][0]["will_do"] == "Lisäämme vuoroja."

    def test_the_interface_for_machines_tells_the_same(self, asked: Question) -> None:
        told = Client().get("/api/v1/dialogues/impact/questions").json()["items"]

        assert told[0]["entries"][0]["heard"] == "Kuulimme."
        share = Client().get(f"/api/v1/dialogues/impact/share?round={asked.round.slug}").json()
        assert share["share"] == 1

    def test_briefs_are_for_machines_too(self) -> None:
        edition = make.edition(make.told())

        (one,) = Client().get("/api/v1/dialogues/impact/briefs").json()["items"]
        assert one["sha256"] == edition.sha256

    @pytest.mark.parametrize("name", ["feed", "round-feed"])
    def test_atom_tells_the_answer(self, asked: Question, name: str) -> None:
        address = go(name, asked.round.slug) if name == "round-feed" else go(name)

        feed = Client().get(address)

        assert feed["Content-Type"].startswith("application/atom+xml")
        assert "Lisäämme vuoroja." in feed.content.decode()

    def test_search_finds_the_answer_and_the_brief(self, asked: Question) -> None:
        make.edition(make.told())

        assert go("question", asked.pk) in text_of("/en/search/?q=vuoroja")
        assert "/dialogues/impact/brief/" in text_of("/en/search/?q=hoped+buses")


class TestBrief:
    @pytest.fixture
    def edition(self) -> Edition:
        return make.edition(make.told())

    @pytest.mark.parametrize("language", ["fi", "sv", "en"])
    def test_the_page_has_every_claim_with_its_source(
        self, edition: Edition, language: str
    ) -> None:
        slug = edition.round.slug
        page = text_of(f"/{language}/dialogues/impact/brief/{slug}/")

        for one in edition.content["findings"]:
            assert one["text"][language] in page
            assert f"/{language}/dialogues/{slug}/sentences/{one['sentence']}/" in page

    def test_a_language_it_is_not_in_shows_another_and_says_so(self, edition: Edition) -> None:
        Edition.objects.update(content={**edition.content, "languages": ["fi"]})

        assert "not in this language yet" in text_of(go("brief", edition.round.slug))

    @pytest.mark.parametrize("form", ["pdf", "docx", "pptx", "json"])
    def test_files_are_attachments(self, edition: Edition, form: str) -> None:
        answer = Client().get(go("brief-file", edition.round.slug, form))

        assert answer.status_code == 200
        assert answer["Content-Disposition"].startswith("attachment")

    def test_an_unknown_form_is_not_found(self, edition: Edition) -> None:
        assert Client().get(go("brief-file", edition.round.slug, "exe")).status_code == 404

    def test_openings_are_counted_by_post_and_of_readers_nothing_is_kept(
        self, edition: Edition
    ) -> None:
        address = go("brief-opened", edition.round.slug)

        Client().get(go("brief", edition.round.slug))
        assert not Opening.objects.exists()
        assert Client().get(address).status_code == 405
        Client().post(address)
        Client().post(address, {"by": "owner"})
        Client().post(address, {"by": "owner"})

        assert list(Opening.objects.values_list("by_owner", "times").order_by("by_owner")) == [
            (False, 1),
            (True, 2),
        ]
        assert {field.name for field in Opening._meta.fields} == {
            *("id", "edition", "day", "by_owner", "times")
        }


class TestOwner:
    def test_the_code_in_the_letter_opens_the_question_and_answers_it(self) -> None:
        asked = make.question()
        address = "/" + code_address()

        assert "Write the answer" in text_of(address.replace("/fi/", "/en/"))
        write = f"{address}write/answer/"
        assert "seen" in text_of(write)
        answer = Client().post(write, {**WORDS, "seen": "0"})

        assert answer.status_code == 302
        assert Entry.objects.get().question == asked
        assert answer["Location"] == address

    def test_a_wrong_code_opens_nothing(self) -> None:
        make.question()

        assert Client().get(go("by-code", "wrong")).status_code == 404
        assert Client().post(go("by-code-write", "wrong", "answer"), WORDS).status_code == 404

    def test_the_code_is_told_to_no_other_site(self) -> None:
        make.question()

        assert Client().get("/" + code_address())["Referrer-Policy"] == "same-origin"

    def test_somebody_signed_in_answers_for_the_organisation(self) -> None:
        asked = make.question()
        client = signed_in(make.owner_of(asked))

        assert "What will you do?" in text_of(go("mine"), client)
        assert "What will you do?" in text_of(go("own", asked.pk), client)
        client.post(go("own-write", asked.pk, "answer"), {**WORDS, "seen": "0"})
        client.post(
            go("own-write", asked.pk, "status"),
            {"progress": "planned", "language": "fi", "seen": "1"},
        )
        client.post(
            go("own-write", asked.pk, "evidence"), {"text": "Uutta", "language": "fi", "seen": "2"}
        )

        assert Entry.objects.filter(question=asked).count() == 3

    def test_what_is_missing_is_told_and_what_was_typed_stays(self) -> None:
        asked = make.question()
        client = signed_in(make.owner_of(asked))

        answer = client.post(
            go("own-write", asked.pk, "answer"),
            {"heard": "Kuulimme paljon.", "language": "fi", "seen": "0"},
        )

        page = answer.content.decode()
        assert "Tell what you will do, or why you will not" in page
        assert "Kuulimme paljon." in page
        assert not Entry.objects.exists()

    def test_when_a_colleague_wrote_meanwhile_both_texts_are_kept(self) -> None:
        asked = make.question()
        client = signed_in(make.owner_of(asked))
        make.answer(asked)

        answer = client.post(go("own-write", asked.pk, "answer"), {**WORDS, "seen": "0"})
        page = answer.content.decode()
        assert "meanwhile" in page
        assert "Kuulimme huolen." in page
        assert "Kuulimme." in page
        seen = re.search(r'name="seen"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="seen"', page)
        number = seen[1] or seen[2]
        client.post(go("own-write", asked.pk, "answer"), {**WORDS, "seen": number})

        assert Entry.objects.filter(question=asked).count() == 2

    def test_a_correction_begins_from_what_was_told(self) -> None:
        asked = make.question()
        make.answer(asked)
        client = signed_in(make.owner_of(asked))
        address = go("own-write", asked.pk, "answer") + "?corrects=1"

        assert "Lisäämme vuoroja." in text_of(address, client)
        refused = client.post(address, {**WORDS, "seen": "1"})
        assert "what is corrected and why" in refused.content.decode()
        client.post(address, {**WORDS, "seen": "1", "reason": "Kirjoitusvirhe."})

        assert Entry.objects.get(sequence=2).corrects_id == Entry.objects.get(sequence=1).pk

    @pytest.mark.parametrize("end", ["?corrects=9", "?corrects=x"])
    def test_there_is_nothing_to_correct_where_nothing_was_told(self, end: str) -> None:
        asked = make.question()
        client = signed_in(make.owner_of(asked))

        assert client.get(go("own-write", asked.pk, "answer") + end).status_code == 404

    def test_an_unknown_kind_of_entry_is_not_found(self) -> None:
        asked = make.question()
        client = signed_in(make.owner_of(asked))

        assert client.get(go("own-write", asked.pk, "poem")).status_code == 404

    def test_my_work_tells_what_is_owed(self) -> None:
        asked = make.question()

        page = text_of(reverse("my-work"), signed_in(make.owner_of(asked)))
        assert "Answer the question on" in page


class TestDesk:
    def test_the_machine_drafts_and_a_person_takes_it_to_publication(self, leader: Client) -> None:
        made = make.told()
        slug = made.round.slug

        assert "Draft the brief" in text_of(go("desk", slug), leader)
        leader.post(go("brief-draft", slug))
        brief = Brief.objects.get()
        assert "the machine" in text_of(go("brief-desk", slug), leader)
        for point in brief.points.all():
            leader.post(go("point-change", point.pk), {"do": "accept"})
        leader.post(
            go("brief-ask", slug),
            {
                **{f"text_{code}": "Decide." for code in ("fi", "sv", "en")},
                **{f"status_{code}": "original" for code in ("fi", "sv", "en")},
                "due": "1.3.2027",
            },
        )
        assert "fits one page" in text_of(go("brief-desk", slug), leader)
        leader.post(go("brief-publish", slug))
        assert not Edition.objects.exists()
        leader.post(go("brief-publish", slug), {"sure": "on"})

        assert Edition.objects.get().content["ask"]["text"]["en"] == "Decide."
        assert "See the brief" in text_of(go("desk", slug), leader)

    def test_what_is_too_long_is_shown(self, leader: Client) -> None:
        brief = make.accepted(make.told())
        point = brief.points.first()
        leader.post(
            go("point-edit", point.pk),
            {
                "text_fi": "sana " * 900,
                **{f"status_{code}": "original" for code in ("fi", "sv", "en")},
            },
        )

        page = text_of(go("brief-desk", brief.round.slug), leader)
        assert "900 words, aim at 40 at most" in page
        assert "takes 2 pages" in page

    def test_points_are_edited_moved_added_and_removed(self, leader: Client) -> None:
        made = make.told()
        leader.post(go("brief-draft", made.round.slug))
        brief = Brief.objects.get()
        first, second, third = brief.points.filter(kind="finding")

        assert "The sentence behind it" in text_of(go("point-edit", first.pk), leader)
        leader.post(go("point-change", first.pk), {"do": "down"})
        assert list(brief.points.filter(kind="finding")) == [second, first, third]
        leader.post(go("point-change", first.pk), {"do": "remove"})
        assert not Point.objects.filter(pk=first.pk).exists()
        leader.post(
            go("brief-add", made.round.slug), {"sentence": first.sentence_id, "kind": "wish"}
        )
        assert brief.points.get(sentence=first.sentence_id).kind == "wish"

    def test_nonsense_for_a_sentence_is_not_found(self, leader: Client) -> None:
        made = make.told()
        leader.post(go("brief-draft", made.round.slug))

        for sentence in ("x", "99999"):
            answer = leader.post(go("brief-add", made.round.slug), {"sentence": sentence})
            assert answer.status_code == 404

    def test_a_question_is_asked_and_its_contact_changed(self, leader: Client) -> None:
        made = make.told()
        address = go("ask", made.round.slug, made.theme.pk)
        given = {
            "owner": make.ministry().pk,
            "role": "Head of department",
            "text_fi": "Mitä teette?",
            "due-day": "1",
            "due-month": "3",
            "due-year": "2027",
            "email": "oona@example.org",
            "language": "fi",
        }

        assert "Who is asked" in text_of(address, leader)
        wrong = leader.post(address, {**given, "text_fi": "", "email": "x"})
        assert "Write the question in at least one language." in wrong.content.decode()
        leader.post(address, given)

        asked = Question.objects.get()
        assert "oona@example.org" in text_of(go("contact", asked.pk), leader)
        leader.post(go("contact", asked.pk), {"email": "uusi@example.org", "language": "sv"})
        assert asked.contact.email == "uusi@example.org"

    def test_a_theme_of_another_round_is_not_found(self, leader: Client) -> None:
        one, other = make.told(), make.told()

        assert leader.get(go("ask", one.round.slug, other.theme.pk)).status_code == 404

    def test_the_rounds_desk_and_my_work_lead_here(self, leader: Client) -> None:
        made = make.told()

        assert go("desk", made.round.slug) in text_of(
            reverse("dialogues:desk", args=[made.round.slug]), leader
        )
        assert "Draft the brief of" in text_of(reverse("my-work"), leader)
