"""What anyone may see: the list, the map, a dialogue's page, its code, calendars, the feed."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from lxml import etree
from PIL import Image

from aukio.apps.dialogues.models import RoundStatus
from aukio.apps.dialogues.organising.actions import announcing
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.apps.dialogues.tests.factories import RoundFactory
from aukio.shared.areas.models import Area
from aukio.shared.areas.tests.factories import area
from aukio.shared.search.models import SearchEntry

pytestmark = pytest.mark.django_db
LIST = "/en/dialogues/organising/"
ATOM = "{http://www.w3.org/2005/Atom}"


def county(code="11", name="Pohjois-Savo") -> Area:
    return area(code, name, kind="wellbeing")


def test_the_list_shows_what_is_to_come_with_its_places(client):
    made = make.announcement(title="Evening at the library", places=25)
    make.signed_up(made.gathering)

    text = client.get(LIST).content.decode()

    assert "Evening at the library" in text
    assert "Free places: 24" in text
    assert reverse("organising:dialogue", args=[made.key]) in text


def test_an_empty_list_says_what_comes_next(client):
    assert "No dialogues have been announced just now." in client.get(LIST).content.decode()


def test_unlisted_called_off_and_planned_ones_are_not_on_the_list(client):
    make.announcement(title="Unlisted", is_public=False)
    off = make.announcement(title="Off")
    announcing.call_off(by=None, announcement=off)
    planned = make.announcement(title="Planned")
    planned.dialogue.round.status = RoundStatus.PLANNED
    planned.dialogue.round.save()

    text = client.get(LIST).content.decode()

    assert not [word for word in ("Unlisted", "Off<", "Planned") if f">{word}" in text]


def test_the_list_is_narrowed_by_county_language_day_and_round(client):
    savo = county()
    make.announcement(title="Here", municipality=make.town(wellbeing=savo), languages=["sv"])
    make.announcement(title="There", day=make.soon(40))

    for asked in (
        {"county": "11"},
        {"language": "sv"},
        {"last": make.soon(30).isoformat()},
    ):
        text = client.get(LIST, asked).content.decode()
        assert "Here" in text, asked
        assert "There<" not in text, asked
    text = client.get(LIST, {"first": make.soon(30).isoformat()}).content.decode()
    assert "Here<" not in text
    assert "There" in text


def test_a_search_that_makes_no_sense_shows_everything(client):
    make.announcement(title="Here")

    text = client.get(LIST, {"county": "xx", "first": "31.2.2026"}).content.decode()

    assert "Here" in text


def test_the_list_takes_the_same_queries_however_long(client, django_assert_max_num_queries):
    round = make.open_round()
    for number in range(12):
        make.announcement(title=f"D {number}", round=round)

    with django_assert_max_num_queries(14):
        client.get(LIST)


def test_the_map_counts_dialogues_by_county(client):
    savo = county()
    make.announcement(municipality=make.town(wellbeing=savo))

    assert "There are dialogues to come in 1 of 1 areas." in client.get(LIST).content.decode()


def test_the_page_tells_when_and_where_and_how_to_come(client):
    made = make.announcement(place="Library, Street 1", text="Coffee is served.")

    text = client.get(reverse("organising:dialogue", args=[made.key])).content.decode()

    assert "17.30" in text
    assert "Library, Street 1" in text
    assert "Coffee is served." in text
    assert reverse("organising:sign-up", args=[made.key]) in text


def test_the_contact_and_the_online_address_are_not_public(client):
    made = make.announcement(online_address="https://meet.example.org/secret")
    make.signed_up(made.gathering, name="Maija Salainen", email="maija@example.org")

    for address in public_addresses(made):
        answer = client.get(address)
        assert answer.status_code == 200, address
        content = answer.content
        for secret in (b"otso@example.org", b"Otso Oletus", b"secret", b"Maija", b"maija@"):
            assert secret not in content, (address, secret)
    assert not SearchEntry.objects.filter(terms__icontains="maija").exists()


def public_addresses(made):
    key, slug = made.key, made.dialogue.round.slug
    return [
        LIST,
        reverse("organising:feed"),
        reverse("organising:round-calendar", args=[slug]),
        *(
            reverse(f"organising:{name}", args=[key])
            for name in ("dialogue", "dialogue-calendar", "sign-up")
        ),
        reverse("dialogues:round", args=[slug]),
        reverse("dialogues:dialogues", args=[slug]),
        f"/en/dialogues/{slug}/dialogues/{made.dialogue.pk}/",
        "/en/dialogues/rounds.csv",
        f"/en/dialogues/{slug}/dialogues/?format=csv",
        "/api/v1/dialogues/rounds",
        "/api/v1/organising/dialogues",
    ]


def test_an_unlisted_page_opens_for_those_who_have_the_address_and_robots_stay_out(client):
    made = make.announcement(is_public=False)

    answer = client.get(reverse("organising:dialogue", args=[made.key]))

    assert answer.status_code == 200
    assert answer["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("name", ["dialogue", "dialogue-calendar", "poster", "sign-up"])
def test_an_address_nobody_gave_is_not_found(client, name):
    assert client.get(reverse(f"organising:{name}", args=["no-such-key"])).status_code == 404


def test_a_round_that_is_being_planned_shows_nothing(client):
    made = make.announcement()
    round = made.dialogue.round
    round.status = RoundStatus.PLANNED
    round.save()

    assert client.get(reverse("organising:dialogue", args=[made.key])).status_code == 404
    calendar = reverse("organising:round-calendar", args=[round.slug])
    assert client.get(calendar).status_code == 404


def test_the_qr_code_is_there_as_svg_and_png(client):
    made = make.announcement()

    svg = client.get(reverse("organising:code", args=[made.key, "svg"]))
    png = client.get(reverse("organising:code", args=[made.key, "png"]))

    assert etree.fromstring(svg.content).tag.endswith("svg")
    assert Image.open(io.BytesIO(png.content)).size[0] >= 300
    assert client.get(reverse("organising:code", args=[made.key, "gif"])).status_code == 404


def test_the_qr_code_holds_the_address_of_the_page(settings):
    import segno

    from aukio.apps.dialogues.organising.views import _codes

    settings.PUBLIC_URL = "https://aukio.example"
    wanted = segno.make("https://aukio.example/fi/d/x/", error="m", micro=False)
    out = io.BytesIO()
    wanted.save(out, kind="png", scale=12, border=4, light="#fff")

    assert _codes.png("https://aukio.example/fi/d/x/") == out.getvalue()


def test_the_poster_is_a_pdf_of_one_page(client):
    from pypdf import PdfReader

    made = make.announcement(title="Evening at the library")

    answer = client.get(reverse("organising:poster", args=[made.key]))

    pages = PdfReader(io.BytesIO(answer.content)).pages
    assert len(pages) == 1
    text = pages[0].extract_text()
    assert "Evening at the library" in text
    assert "Come and talk." in text
    assert "Free places" not in text  # it hangs on the wall for weeks


def test_the_calendar_tells_of_a_change_at_once(client):
    made = make.announcement()
    where = reverse("organising:dialogue-calendar", args=[made.key])
    first = client.get(where)

    announcing.edit(by=None, announcement=made, telling=make.telling(day=make.soon(27)))
    answer = client.get(where, headers={"If-None-Match": first["ETag"]})

    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["dtstart"].dt.date() == make.soon(27)
    assert "max-age=30" in answer["Cache-Control"]
    assert client.get(where, headers={"If-None-Match": answer["ETag"]}).status_code == 304


def test_a_rounds_calendar_has_every_public_dialogue_and_says_what_was_called_off(client):
    round = make.open_round()
    make.announcement(round=round)
    announcing.call_off(by=None, announcement=make.announcement(round=round))
    make.announcement(round=round, is_public=False)

    answer = client.get(reverse("organising:round-calendar", args=[round.slug]))

    events = list(Calendar.from_ical(answer.content).walk("VEVENT"))
    assert sorted(str(one["status"]) for one in events) == ["CANCELLED", "CONFIRMED"]


def test_the_feed_tells_of_a_change_at_once(client):
    made = make.announcement(title="First words")
    first = client.get(reverse("organising:feed"))

    announcing.edit(by=None, announcement=made, telling=make.telling(title="New words"))
    answer = client.get(reverse("organising:feed"), headers={"If-None-Match": first["ETag"]})

    tree = etree.fromstring(answer.content)
    assert [one.text for one in tree.iter(f"{ATOM}title")][1:] == ["New words"]


def test_feeds_set_no_cookie_and_may_be_shared(client):
    make.announcement()

    answer = client.get(reverse("organising:feed"))

    assert "Set-Cookie" not in answer
    assert "Cookie" not in answer.get("Vary", "")


@pytest.mark.parametrize("where", ["organising:coming", "organising:feed"])
def test_pages_to_read_take_nothing(client, where):
    assert client.post(reverse(where)).status_code == 405


def test_the_rounds_page_shows_what_is_to_come():
    made = make.announcement(title="Evening at the library")
    slug = made.dialogue.round.slug

    text = Client().get(reverse("dialogues:round", args=[slug])).content.decode()

    assert "Evening at the library" in text
    assert reverse("organising:round-calendar", args=[slug]) in text


def test_a_round_without_coming_dialogues_says_nothing_of_them(client):
    round = RoundFactory()

    text = client.get(reverse("dialogues:round", args=[round.slug])).content.decode()

    assert "Come and talk" not in text


def test_machines_read_what_is_to_come_page_by_page(client):
    round = make.open_round()
    for number in range(3):
        make.announcement(title=f"D {number}", round=round, languages=["sv"])
    make.announcement(title="Unlisted", is_public=False)

    first = client.get("/api/v1/organising/dialogues?limit=2").json()

    assert [one["title"] for one in first["items"]] == ["D 0", "D 1"]
    assert [one["title"] for one in client.get(first["next"]).json()["items"]] == ["D 2"]
    assert client.get("/api/v1/organising/dialogues?language=fi").json()["items"] == []
