"""Personal codes: taking part without an account."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from aukio.shared.accounts import codes
from aukio.shared.accounts.models import Code
from aukio.shared.accounts.tests import factories

pytestmark = pytest.mark.django_db
PURPOSE = "tests.follow"


def test_a_code_opens_what_it_was_issued_for():
    target = factories.person()
    token = codes.issue(PURPOSE, target, email="guest@example.fi", days=3)

    code = codes.find(token, PURPOSE)

    assert code is not None
    assert code.target == target
    assert code.email == "guest@example.fi"


def test_a_token_has_at_least_128_random_bits():
    token = codes.issue(PURPOSE, factories.person())

    assert len(token) * 6 >= 128
    assert token != codes.issue(PURPOSE, factories.person())


def test_neither_the_token_nor_the_address_can_be_read_from_the_database():
    token = codes.issue(PURPOSE, factories.person(), email="guest@example.fi")

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM accounts_code")
        stored = str(cursor.fetchall())

    assert token not in stored
    assert "guest" not in stored


def test_an_address_sealed_with_another_key_is_empty_and_the_code_still_works(settings):
    token = codes.issue(PURPOSE, factories.person(), email="guest@example.fi")
    settings.SECRET_KEY = "another key altogether"

    code = codes.find(token, PURPOSE)

    assert code is not None
    assert code.email == ""


def test_an_address_is_read_with_an_earlier_key(settings):
    token = codes.issue(PURPOSE, factories.person(), email="guest@example.fi")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key altogether"

    assert codes.find(token, PURPOSE).email == "guest@example.fi"


def test_a_code_for_another_purpose_opens_nothing():
    token = codes.issue(PURPOSE, factories.person())

    assert codes.find(token, "tests.withdraw") is None


@pytest.mark.parametrize("token", ["", "nonsense", "ä" * 40, "\ud800", "\0", "x" * 10_000])
def test_a_made_up_token_opens_nothing(token: str):
    codes.issue(PURPOSE, factories.person())

    assert codes.find(token, PURPOSE) is None


def test_an_expired_code_opens_nothing():
    token = codes.issue(PURPOSE, factories.person(), days=0)

    assert codes.find(token, PURPOSE) is None


def test_a_revoked_code_opens_nothing_and_its_address_is_gone():
    token = codes.issue(PURPOSE, factories.person(), email="guest@example.fi")

    codes.revoke(codes.find(token, PURPOSE))

    assert codes.find(token, PURPOSE) is None
    assert Code.objects.get().sealed_email == ""


def test_all_codes_of_one_thing_are_revoked_together():
    target, other = factories.person(), factories.person()
    tokens = [codes.issue(PURPOSE, target) for _turn in range(2)]
    kept = codes.issue(PURPOSE, other)

    assert codes.revoke_all(PURPOSE, target) == 2

    assert [codes.find(token, PURPOSE) for token in tokens] == [None, None]
    assert codes.find(kept, PURPOSE)


def test_use_is_noted_at_most_once_an_hour(django_assert_num_queries):
    token = codes.issue(PURPOSE, factories.person())
    codes.find(token, PURPOSE)
    first = Code.objects.get().last_used

    with django_assert_num_queries(1):
        codes.find(token, PURPOSE)

    assert first is not None
    assert Code.objects.get().last_used == first


def test_codes_that_open_nothing_are_forgotten():
    target = factories.person()
    codes.issue(PURPOSE, target, days=0)
    codes.revoke(codes.find(codes.issue(PURPOSE, target), PURPOSE))
    kept = codes.issue(PURPOSE, target)

    assert codes.forget_expired() == 2

    assert codes.find(kept, PURPOSE)
    assert Code.objects.get().expires > timezone.now() + timedelta(days=300)


def test_a_target_that_is_gone_is_none():
    target = factories.person()
    token = codes.issue(PURPOSE, target)
    target.delete()

    assert codes.find(token, PURPOSE).target is None


class TestGuessing:
    """``@by_code`` counts views that answer 404."""

    @staticmethod
    def view():
        from django.http import Http404, HttpResponse

        from aukio.shared.accounts.access import by_code

        @by_code
        def follow(request, token):
            if codes.find(token, PURPOSE) is None:
                raise Http404
            return HttpResponse("here")

        return follow

    def guess(self, view, times: int, address: str = "192.0.2.1"):
        from django.http import Http404

        for _turn in range(times):
            with pytest.raises(Http404):
                view(RequestFactory().get("/", REMOTE_ADDR=address), token="wrong")

    def test_the_view_says_its_rule(self):
        assert self.view().access_rule == "by_code"

    def test_after_twenty_wrong_codes_the_address_waits(self):
        view = self.view()
        token = codes.issue(PURPOSE, factories.person())
        self.guess(view, 20)

        answer = view(RequestFactory().get("/", REMOTE_ADDR="192.0.2.1"), token=token)

        assert answer.status_code == 429

    def test_others_need_not_wait(self):
        view = self.view()
        token = codes.issue(PURPOSE, factories.person())
        self.guess(view, 20)

        answer = view(RequestFactory().get("/", REMOTE_ADDR="192.0.2.2"), token=token)

        assert answer.content == b"here"

    def test_right_codes_are_never_counted(self):
        view = self.view()
        token = codes.issue(PURPOSE, factories.person())

        for _turn in range(25):
            assert view(RequestFactory().get("/"), token=token).status_code == 200
