"""A kept text by its private link: findings, letting be, sharing, files, deleting."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from aukio.apps.wording.actions import texts as actions
from aukio.apps.wording.models import KeptText
from aukio.apps.wording.queries import texts
from aukio.apps.wording.tests.factories import CLEAR, HARD, VISITOR, docx_file, kept, kept_file
from aukio.apps.wording.tests.pages.test_check import words_of
from aukio.apps.wording.texts import uploaded
from aukio.shared.accounts.sealing import seal
from aukio.shared.audit.models import Event
from aukio.shared.jobs.models import Job, Status
from aukio.shared.jobs.worker import make_worker

pytestmark = pytest.mark.django_db


def at(name: str, token: str, **more) -> str:
    return reverse(f"wording:{name}", kwargs={"code": token, **more})


class TestReading:
    def test_first_findings_are_there_while_the_worker_is_waited_for(self, client):
        _row, token = kept()
        answer = client.get(at("text", token))

        assert "Mikäli" in words_of(answer)
        assert "wait for their turn" in words_of(answer)
        assert "no-store" in answer["Cache-Control"]
        assert "noindex" in answer["X-Robots-Tag"]

    @pytest.mark.parametrize("name", ["text", "text-progress", "shared"])
    def test_a_link_that_opens_nothing_is_not_found(self, client, name):
        assert client.get(at(name, "no-such-token")).status_code == 404

    def test_after_its_ten_minutes_the_text_is_not_found(self, client):
        row, token = kept()
        KeptText.objects.filter(pk=row.pk).update(expires=timezone.now())

        assert client.get(at("text", token)).status_code == 404

    def test_the_readers_link_does_not_open_the_makers_page(self, client):
        row, _token = kept()
        shared = actions.share(by=VISITOR, row=row, days=3)

        assert client.get(at("text", shared)).status_code == 404
        assert client.post(at("text-delete", shared)).status_code == 404
        assert KeptText.objects.exists()

    def test_a_text_sealed_with_a_lost_key_is_not_found(self, client, settings):
        _row, token = kept()
        settings.SECRET_KEY = "another"

        assert client.get(at("text", token)).status_code == 404

    def test_a_report_in_an_older_shape_is_made_anew(self, client):
        row, token = kept()
        KeptText.objects.filter(pk=row.pk).update(sealed_report=seal('{"old": 1}'))

        assert "Mikäli" in words_of(client.get(at("text", token)))

    def test_a_worker_that_did_not_succeed_is_told(self, client):
        row, token = kept()
        Job.objects.filter(pk=row.job_id).update(status=Status.FAILED)

        assert "could not be looked at" in words_of(client.get(at("text", token)))

    def test_progress_is_a_part_of_the_page(self, client):
        _row, token = kept()
        page = client.get(at("text-progress", token)).content.decode()

        assert 'id="wording-waiting"' in page
        assert "<html" not in page

    def test_asking_again_reads_nothing_of_the_text(self, client, monkeypatch):
        _row, token = kept()
        monkeypatch.setattr("aukio.apps.wording.sealing.unseal", lambda _: 1 / 0)

        assert client.get(at("text-progress", token)).status_code == 200

    def test_asking_stops_when_the_text_is_gone(self, client):
        _row, token = kept()
        page = client.get(at("text", token)).content.decode()

        assert 'hx-trigger="load delay:1s"' in page
        assert 'hx-trigger="every' not in page

    def test_when_all_is_done_the_new_findings_take_the_place_of_the_first(self, client):
        row, token = kept()
        KeptText.objects.filter(pk=row.pk).update(is_deep=True)
        page = client.get(at("text-progress", token)).content.decode()

        assert 'hx-swap-oob="true"' in page
        assert "All rules have been looked at" in page

    def test_queries_do_not_grow_with_findings(self, client, django_assert_max_num_queries):
        _row, token = kept(HARD * 20)
        with django_assert_max_num_queries(12):
            client.get(at("text", token))


class TestLettingBe:
    def send(self, client, token, **more):
        given = {"rule": "officialese", "where": "all", "reason": "Nimi on laissa", **more}
        return client.post(at("text-let-be", token), given, follow=True)

    def test_a_rule_is_let_be_with_its_reason_told(self, client):
        _row, token = kept()
        page = words_of(self.send(client, token))

        assert "Officialese: Mikäli" not in page
        assert page.count("Nimi on laissa") == 2
        assert "officialese: Nimi" not in page  # the rule's name, not its code

    def test_only_one_place_is_let_be(self, client):
        text = "Mikäli haluat, hae. Mikäli et halua, älä hae. Se on sinun asiasi."
        _row, token = kept(text)
        self.send(client, token, where="here", start=0, end=6)

        opened = texts.own(token)
        assert opened is not None
        assert [one.start for one in opened.report.findings if one.rule == "officialese"] == [20]
        assert len(opened.report.suppressed) == 1

    @pytest.mark.parametrize(
        "wrong", [{"reason": " "}, {"rule": "no-such"}, {"where": "x"}, {"start": "-1"}]
    )
    def test_what_does_not_fit_changes_nothing(self, client, wrong):
        _row, token = kept()
        self.send(client, token, **wrong)

        opened = texts.own(token)
        assert opened is not None
        assert opened.asked.let_be == ()

    def test_it_can_be_taken_back(self, client):
        _row, token = kept()
        self.send(client, token)
        client.post(at("text-mind", token), {"number": "0"})

        opened = texts.own(token)
        assert opened is not None
        assert opened.asked.let_be == ()
        assert not opened.report.suppressed

    @pytest.mark.parametrize("number", ["", "x", "99", "-1", "²"])
    def test_taking_back_what_is_not_there_changes_nothing(self, client, number):
        _row, token = kept()
        self.send(client, token)
        client.post(at("text-mind", token), {"number": number})

        opened = texts.own(token)
        assert opened is not None
        assert len(opened.asked.let_be) == 1


class TestSharing:
    def test_others_read_until_the_chosen_day(self, client):
        row, token = kept()
        page = client.post(at("text-share", token), {"days": "30"}, follow=True).content.decode()
        link = page.split('id="shared-link"')[1].split('value="')[1].split('"')[0]
        row.refresh_from_db()
        answer = client.get(link.replace("http://testserver", ""))

        assert row.expires.date() == (timezone.localtime() + timedelta(days=30)).date()
        assert "Mikäli" in words_of(answer)
        assert "Let it be" not in words_of(answer)
        assert "Delete" not in words_of(answer)

    def test_it_is_written_in_the_audit_without_the_text(self):
        row, _token = kept()
        actions.share(by=VISITOR, row=row, days=2)

        event = Event.objects.get(verb="wording.share_text")
        assert event.detail == {"days": 2}

    @pytest.mark.parametrize("days", ["0", "91", "-1", "x", ""])
    def test_only_from_one_to_ninety_days(self, client, days):
        row, token = kept()
        page = words_of(client.post(at("text-share", token), {"days": days}, follow=True))
        row.refresh_from_db()

        assert "Choose from 1 to 90 days" in page
        assert not row.is_shared

    def test_a_new_link_ends_the_old_one(self):
        row, _token = kept()
        first = actions.share(by=VISITOR, row=row, days=2)
        actions.share(by=VISITOR, row=row, days=2)

        assert texts.shared(first) is None


class TestDeleting:
    def test_the_maker_deletes_at_once_and_no_link_opens_it(self, client):
        row, token = kept()
        shared = actions.share(by=VISITOR, row=row, days=9)
        client.post(at("text-delete", token))

        assert not KeptText.objects.exists()
        assert client.get(at("text", token)).status_code == 404
        assert client.get(at("shared", shared)).status_code == 404

    def test_the_chore_deletes_what_is_due_and_nothing_else(self):
        old, _ = kept()
        new, _ = kept(CLEAR)
        KeptText.objects.filter(pk=old.pk).update(expires=timezone.now() - timedelta(minutes=1))

        assert actions.forget_expired() == 1
        assert list(KeptText.objects.all()) == [new]

    def test_a_text_that_nobody_shares_is_due_in_ten_minutes(self):
        row, _token = kept()

        assert actions.forget_expired(now=row.created + timedelta(minutes=9)) == 0
        assert actions.forget_expired(now=row.created + timedelta(minutes=11)) == 1

    def test_the_chore_is_among_the_worker_s(self):
        from aukio.shared.jobs.chores import registered

        assert "wording-forget" in {chore.name for chore in registered()}


@pytest.mark.parametrize("name", ["text-let-be", "text-mind", "text-share", "text-delete"])
def test_what_changes_something_is_only_sent(client, name):
    _row, token = kept()

    assert client.get(at(name, token)).status_code == 405


class TestFiles:
    @pytest.mark.parametrize("form", ["docx", "json", "sarif"])
    def test_each_is_saved_and_never_kept_by_a_browser(self, client, form):
        _row, token = kept()
        answer = client.get(at("text-export", token, form=form))

        assert answer.status_code == 200
        assert answer["Content-Disposition"].startswith("attachment")
        assert "no-store" in answer["Cache-Control"]

    def test_the_sheet_belongs_to_easy_language(self, client):
        _row, official = kept()
        _row, easy = kept(profile="easy")

        assert client.get(at("text-export", official, form="sheet-docx")).status_code == 404
        assert client.get(at("text-export", easy, form="sheet-docx")).status_code == 200

    def test_a_form_nobody_knows_is_not_found(self, client):
        _row, token = kept()

        assert client.get(at("text-export", token, form="exe")).status_code == 404

    def test_of_a_word_document_comes_a_copy_with_comments(self, client):
        from io import BytesIO

        import docx

        _row, token = kept_file(uploaded("a.docx", docx_file("Mikäli haluat, vastaa.")))
        made = docx.Document(BytesIO(client.get(at("text-export", token, form="docx")).content))

        assert "Mikäli" in next(iter(made.comments)).text
        assert made.tables

    def test_of_what_is_in_the_field_nothing_is_stored(self, client):
        given = {"text": HARD, "profile": "official", "language": "auto"}
        answer = client.post(reverse("wording:export", args=["docx"]), given)

        assert answer.content.startswith(b"PK")
        assert not KeptText.objects.exists()

    @pytest.mark.parametrize("text", ["", "123"])
    def test_without_words_one_comes_back_to_the_form(self, client, text):
        given = {"text": text, "profile": "official", "language": "auto"}
        answer = client.post(reverse("wording:export", args=["docx"]), given)

        assert answer.status_code == 302

    def test_it_is_only_sent(self, client):
        assert client.get(reverse("wording:export", args=["docx"])).status_code == 405


@pytest.mark.django_db(transaction=True)
def test_the_worker_adds_the_rules_of_grammar_and_keeps_no_word_in_its_queue():
    """With the real language models, as in use."""
    text = "Hakemuksen käsittelyn päätyttyä hakijalle toimitetaan viraston tekemä päätös. " * 3
    row, token = kept(text, profile="easy")
    make_worker(batch=True, interval=0).run()
    row.refresh_from_db()
    opened = texts.own(token)

    assert opened is not None
    assert row.is_deep
    assert "participle-attribute" in {one.rule for one in opened.report.findings}
    job = Job.objects.get(pk=row.job_id)
    assert job.status == Status.DONE
    assert "Hakemuksen" not in f"{job.result} {job.message} {job.fault}"


@pytest.mark.django_db(transaction=True)
def test_a_text_deleted_before_its_turn_is_left_alone():
    row, _token = kept()
    actions.delete(by=VISITOR, row=row)
    make_worker(batch=True, interval=0).run()

    assert Job.objects.get().status == Status.DONE
    assert not KeptText.objects.exists()
