"""Role × object: who may open what of opinion maps, in every stage."""

import pytest
from django.urls import reverse

from aukio.apps.dialogues.opinions import urls
from aukio.apps.dialogues.opinions.models import Stage
from aukio.apps.dialogues.opinions.tests.factories import conversation, shown, voted

pytestmark = pytest.mark.django_db
PUBLIC = {"conversation", "join", "results", "results-download", "vote", "propose", "withdraw"}
DESK = sorted({str(one.name) for one in urls.urlpatterns} - PUBLIC)
ONLY_SENT = {"compute", "step", "statement-decide"}


def address(name, held):
    parts = {
        "slug": held.round.slug,
        "conversation": held.pk,
        "statement": held.statements.first().pk,
        "step": "close",
        "name": "votes.csv",
    }
    route = next(one for one in urls.urlpatterns if one.name == name)
    return reverse(f"opinions:{name}", kwargs={key: parts[key] for key in route.pattern.converters})


@pytest.mark.parametrize("name", DESK)
def test_at_the_desk_visitors_sign_in_others_are_refused_and_the_core_group_comes_in(
    name, client, stranger, other_organiser, leader
):
    held = conversation(stage=Stage.OPEN)
    where = address(name, held)

    for answer in (client.get(where), client.post(where)):
        assert answer.status_code == 302
        assert "/account/login/" in answer["Location"]
    for person in (stranger, other_organiser):
        assert person.get(where).status_code == 403
        assert person.post(where).status_code == 403
    expected = {405} if name in ONLY_SENT else {200, 302}
    assert leader.get(where).status_code in expected


@pytest.mark.parametrize("name", sorted(ONLY_SENT))
def test_buttons_only_take_what_is_sent(name, leader):
    held = conversation()

    assert leader.get(address(name, held)).status_code == 405


STAGES = [
    # make, the conversation's page, its results: for a visitor
    (lambda: conversation(stage=Stage.PREPARED), 404, 404),
    (lambda: conversation(stage=Stage.OPEN), 200, 404),
    (lambda: voted(stage=Stage.OPEN), 200, 404),
    (lambda: shown(stage=Stage.OPEN), 200, 200),
    (lambda: shown(stage=Stage.CLOSED), 200, 200),
    (lambda: conversation(stage=Stage.CLOSED, is_imported=True), 404, 404),
    (lambda: shown(stage=Stage.CLOSED, is_imported=True), 200, 200),
]


@pytest.mark.parametrize(("make", "page", "results"), STAGES)
def test_what_is_not_open_or_shown_is_not_there_for_others(
    make, page, results, client, stranger, other_organiser, leader
):
    held = make()
    expected = {"conversation": page, "results": results, "results-download": results}

    for name, code in expected.items():
        where = address(name, held)
        for person in (client, stranger, other_organiser):
            assert person.get(where).status_code == code
        assert leader.get(where).status_code == 200


@pytest.mark.parametrize(("make", "page", "_results"), STAGES)
def test_the_api_shows_only_what_is_shown(make, page, _results, client):
    held = make()

    listed = client.get("/api/v1/opinions/maps").json()["items"]
    one = client.get(f"/api/v1/opinions/maps/{held.pk}")

    assert [row["id"] for row in listed] == ([held.pk] if held.results_shown else [])
    assert one.status_code == (200 if held.results_shown else 404)


def test_the_api_tells_shares_and_no_voters(client):
    told = client.get(f"/api/v1/opinions/maps/{shown().pk}").json()

    assert told["voters"] == 50
    assert [one["size"] for one in told["groups"]] == [30, 20]
    assert set(told["statements"][0]["shares"]) == {"agree", "disagree", "passed"}
    assert "participants" not in told
    assert "x" not in told["groups"][0]


def test_in_the_rounds_part_prepared_maps_show_nothing_to_anyone(leader):
    held = conversation(stage=Stage.PREPARED)

    text = leader.get(reverse("dialogues:round", args=[held.round.slug])).text

    assert f"/opinions/{held.pk}/" not in text
