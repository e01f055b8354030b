"""Those who took part are told; with one click they are told no more."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from aukio.apps.dialogues.impact import actions as ledger
from aukio.apps.dialogues.impact.actions import following as actions
from aukio.apps.dialogues.impact.models import Follower, News, NewsKind
from aukio.apps.dialogues.impact.tests import factories as make
from aukio.apps.dialogues.impact.took_part import code_of
from aukio.apps.dialogues.tests.factories import organiser
from aukio.shared.faults import Fault
from aukio.shared.mail.actions import send_due
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _settled(monkeypatch) -> None:
    monkeypatch.setattr(actions, "SETTLED", timedelta(0))


def confirmed(made, email: str = "anna@example.org") -> Follower:
    follower = actions.follow(email=email, round=made.round, language="fi")
    actions.tell_news()
    actions.confirm(follower=follower)
    Message.objects.all().delete()
    return follower


class TestAsking:
    def test_nothing_is_sent_before_the_address_is_confirmed(self) -> None:
        asked = make.question()
        actions.follow(email="anna@example.org", round=asked.round, language="fi")
        make.answer(asked)
        actions.tell_news()

        assert Message.objects.filter(to="anna@example.org").count() == 1

    def test_asking_twice_is_one_follower_and_says_nothing_of_the_first(self) -> None:
        made = make.told()
        for _ in range(2):
            actions.follow(email="Anna@example.org", round=made.round, language="fi")

        assert Follower.objects.count() == 1

    def test_the_address_is_sealed_and_has_a_last_day(self) -> None:
        made = make.told()
        one = actions.follow(email="anna@example.org", round=made.round, language="fi")

        assert "anna" not in one.sealed_email + one.email_hash
        assert one.delete_on > timezone.localdate()

    def test_what_is_no_address_is_refused(self) -> None:
        with pytest.raises(Fault):
            actions.follow(email="anna", round=make.told().round, language="fi")
        assert not Follower.objects.exists()

    def test_who_never_confirms_is_forgotten_in_a_week(self) -> None:
        actions.follow(email="a@example.org", round=make.told().round, language="fi")
        Follower.objects.update(asked=timezone.now() - timedelta(days=8))

        assert actions.forget_followers() == 1

    def test_a_follower_is_forgotten_on_the_last_day(self) -> None:
        confirmed(make.told())
        Follower.objects.update(delete_on=timezone.localdate())

        assert actions.forget_followers() == 1


class TestNews:
    def test_an_answer_is_told_once_with_a_way_out(self) -> None:
        asked = make.question()
        confirmed(asked)
        make.answer(asked)

        assert (actions.tell_news(), actions.tell_news()) == (1, 0)
        letter = Message.objects.get()
        assert f"/dialogues/impact/question/{asked.pk}/" in letter.text
        assert letter.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    def test_several_things_come_in_one_letter(self) -> None:
        asked = make.question()
        confirmed(asked)
        make.answer(asked)
        make.answer(asked)
        actions.tell_news()

        assert Message.objects.count() == 1

    def test_news_of_another_round_is_not_sent(self) -> None:
        confirmed(make.told())
        make.answer(make.question())
        actions.tell_news()

        assert not Message.objects.filter(to="anna@example.org").exists()

    def test_organisers_of_the_round_are_told_that_the_summary_is_out(self) -> None:
        made = make.told()
        person = organiser(made.dialogues[0].organiser)
        organiser()

        actions.tell_news()

        assert [one.to for one in Message.objects.all()] == [person.email]
        assert News.objects.get().kind == NewsKind.SUMMARY

    def test_an_organiser_who_stops_is_not_added_again(self) -> None:
        made = make.told()
        organiser(made.dialogues[0].organiser)
        actions.tell_news()
        send_due()
        follower = Follower.objects.get()

        actions.stop(follower=follower)
        News.objects.all()._raw_delete("default")
        actions.tell_news()

        follower.refresh_from_db()
        assert follower.sealed_email == ""
        assert Message.objects.count() == 1

    def test_nobody_is_added_from_a_sample_round(self) -> None:
        made = make.told(is_sample=True)
        organiser(made.dialogues[0].organiser)
        actions.tell_news()

        assert not Follower.objects.exists()


class TestPages:
    def test_opening_the_link_changes_nothing_and_a_post_confirms(self) -> None:
        follower = actions.follow(email="a@example.org", round=make.told().round, language="en")
        address = f"/en/dialogues/impact/following/{actions.token_of(follower)}/"

        Client().get(address)
        follower.refresh_from_db()
        assert follower.confirmed is None

        Client().post(address, {"confirm": "yes"})
        follower.refresh_from_db()
        assert follower.confirmed is not None

    def test_one_click_stops_without_cookie_and_a_get_does_not(self) -> None:
        follower = confirmed(make.told())
        address = f"/fi/dialogues/impact/following/{actions.token_of(follower)}/stop/"
        mail_program = Client(enforce_csrf_checks=True)

        mail_program.get(address)
        assert Follower.objects.exists()
        answer = mail_program.post(address, {"List-Unsubscribe": "One-Click"})

        assert answer.status_code == 200
        assert not Follower.objects.exists()

    def test_a_forged_token_opens_nothing(self) -> None:
        assert Client().get("/fi/dialogues/impact/following/1:forged/").status_code == 404

    def test_the_form_asks_for_news(self) -> None:
        made = make.told()
        address = f"/en/dialogues/impact/round/{made.round.slug}/follow/"

        assert Client().get(address).status_code == 200
        answer = Client().post(address, {"email": "anna@example.org"})
        assert answer.status_code == 302
        wrong = Client().post(address, {"email": "anna"})
        assert "name@example.fi" in wrong.content.decode()
        assert Follower.objects.count() == 1


class TestTheMailsPromised:
    """Publication, answer, change: once each, and nothing after stopping."""

    def tell(self) -> None:
        for _turn in range(3):
            actions.tell_news()
        assert send_due() <= 1

    def test_a_code_holder_gets_each_once_and_nothing_after_one_click(self, mailoutbox) -> None:
        made = make.told()
        asked = make.question(made)
        News.objects.all()._raw_delete("default")
        dialogue = made.dialogues[0]
        address = reverse("impact:took-part", args=[code_of(dialogue)])
        visitor = Client()

        assert visitor.post(address, {"email": "anna@example.org"}).status_code == 302
        send_due()
        mailoutbox.clear()
        follower = Follower.objects.get()
        visitor.post(reverse("impact:following", args=[actions.token_of(follower)]), {"confirm": 1})
        self.tell()  # the summary that was out already is not news to somebody who asks now
        mailoutbox.clear()

        make.edition(made)
        self.tell()
        ledger.move_due(
            by=None, question=asked, due=asked.due + timedelta(days=9), reason="?", language="fi"
        )
        Message.objects.filter(to="oona@example.org").delete()
        self.tell()
        make.answer(asked)
        self.tell()

        told = [one.body for one in mailoutbox if one.to == ["anna@example.org"]]
        brief, question = "/dialogues/impact/brief/", "/dialogues/impact/question/"
        assert [brief in one for one in told] == [True, False, False]
        assert [question in one for one in told] == [False, True, True]
        out = mailoutbox[-1].extra_headers["List-Unsubscribe"].strip("<>")
        Client(enforce_csrf_checks=True).post(urlsplit(out).path)
        make.answer(asked)
        self.tell()
        assert len([one for one in mailoutbox if one.to == ["anna@example.org"]]) == 3
        assert not Follower.objects.exists()

    def test_a_letter_the_mail_server_has_not_taken_is_not_sent_after_stopping(self) -> None:
        asked = make.question()
        follower = confirmed(asked)
        make.answer(asked)
        actions.tell_news()
        assert Message.objects.filter(to="anna@example.org").exists()

        actions.stop(follower=follower)

        assert not Message.objects.filter(to="anna@example.org").exists()


class TestTheCodeOfADialogue:
    def test_it_tells_where_the_round_stands(self) -> None:
        made = make.told()
        make.answer(make.question(made))
        page = Client().get(reverse("impact:took-part", args=[code_of(made.dialogues[0])]))

        assert "1 question has been put to owners" in page.content.decode()
        assert page["X-Robots-Tag"] == "noindex"

    def test_it_stores_nothing_of_the_dialogue_or_of_who_has_it(self) -> None:
        made = make.told()
        address = reverse("impact:took-part", args=[code_of(made.dialogues[0])])
        Client().get(address)
        assert not Follower.objects.exists()

        Client().post(address, {"email": "anna@example.org"})
        kept = Follower.objects.values().get()
        assert "dialogue" not in " ".join(kept)

    def test_a_forged_code_opens_nothing(self) -> None:
        made = make.told()
        other = code_of(made.dialogues[0]).partition(":")[2]
        for token in ("1:forged", f"999999:{other}"):
            assert Client().get(reverse("impact:took-part", args=[token])).status_code == 404

    def test_what_is_no_address_is_told_at_the_field(self) -> None:
        made = make.told()
        address = reverse("impact:took-part", args=[code_of(made.dialogues[0])])

        page = Client().post(address, {"email": "anna"})
        assert "name@example.fi" in page.content.decode()
        assert not Message.objects.exists()
