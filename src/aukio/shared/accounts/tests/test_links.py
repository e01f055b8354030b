"""The sign-in link itself: one use, a quarter of an hour."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from aukio.shared.accounts import links
from aukio.shared.accounts.tests import factories


def token_of(link: str) -> str:
    return link.rstrip("/").split("/")[-1]


@pytest.mark.django_db
class TestLink:
    def test_is_whole_and_in_the_person_s_language(self, settings):
        link = links.make(factories.person(language="sv"))

        assert link.startswith(f"{settings.PUBLIC_URL}/sv/")

    def test_can_be_looked_at_many_times_and_used_once(self):
        person = factories.person()
        token = token_of(links.make(person))

        assert links.look(token) == links.look(token) == person
        assert links.use(token) == person
        assert links.use(token) is None
        assert links.look(token) is None

    def test_is_not_good_after_a_quarter_of_an_hour(self, settings):
        token = token_of(links.make(factories.person()))
        assert timedelta(seconds=settings.SESAME_MAX_AGE) == timedelta(minutes=15)

        settings.SESAME_MAX_AGE = -1

        assert links.look(token) is None

    def test_using_one_makes_the_earlier_ones_worthless(self):
        person = factories.person()
        earlier, later = token_of(links.make(person)), token_of(links.make(person))

        links.use(later)

        assert links.use(earlier) is None

    def test_is_worthless_when_the_password_has_changed(self):
        person = factories.person()
        token = token_of(links.make(person))
        person.set_password(factories.PASSWORD)
        person.save()

        assert links.use(token) is None

    def test_is_worthless_when_the_address_has_changed(self):
        person = factories.person()
        token = token_of(links.make(person))
        person.email = "new@example.fi"
        person.save()

        assert links.use(token) is None

    def test_does_not_let_in_somebody_whose_account_is_closed(self):
        person = factories.person()
        token = token_of(links.make(person))
        person.is_active = False
        person.save()

        assert links.use(token) is None

    @pytest.mark.parametrize("token", ["", "nonsense", "A" * 40, "ä", "x" * 3000])
    def test_made_up_opens_nothing(self, token: str):
        assert links.look(token) is None

    def test_for_another_scope_opens_nothing(self):
        from sesame.utils import get_token

        assert links.look(get_token(factories.person(), "other")) is None


@pytest.mark.django_db(transaction=True)
def test_of_many_at_the_same_moment_one_gets_in():
    token = token_of(links.make(factories.person()))

    def use(_turn: int) -> bool:
        try:
            return links.use(token) is not None
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(use, range(8))) == 1
