"""The wing's pages and files: each works, refuses what it should, and leaks nothing."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from aukio.apps.dialogues.foresight.models import Link, LinkState, Spread, Taken
from aukio.apps.dialogues.foresight.queries import matters as queries
from aukio.apps.dialogues.foresight.queries.voices import voices
from aukio.apps.dialogues.foresight.tests.factories import (
    SECRET,
    Heard,
    Made,
    linked,
    published,
    town,
    two_rounds,
)
from aukio.apps.dialogues.models import Gate, Permission, Publication, Record
from aukio.apps.dialogues.tests.factories import organiser
from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.shared.jobs.models import Job
from aukio.shared.organisations.tests.factories import organisation

pytestmark = pytest.mark.django_db
FORMS = ("docx", "pdf", "csv", "json")


@pytest.fixture(autouse=True)
def _towns() -> None:
    town("297", "Kuopio", "13")
    town("905", "Vaasa", "14")


@pytest.fixture
def made() -> Made:
    quiet = Heard(town="297", permission=Permission.NONE)
    return published([*[Heard((0, 1), town="297")] * 4, quiet, Heard(town="905", language="sv")])


@pytest.fixture
def two() -> tuple[Made, Made]:
    quiet, loud = Heard((1,), town="297"), Heard((0, 1), town="297")
    made = two_rounds([loud] + [quiet] * 7, [loud] * 7 + [quiet])
    linked(made[0].themes[0], made[1].themes[0])
    return made


def test_a_round_nobody_has_compared_with_earlier_ones_says_nothing_of_less(
    two: tuple[Made, Made],
) -> None:
    newest = published([Heard((0, 1), town="297")] * 8, year=2027)

    page = text_of(go("front"))

    assert "ei ole vielä verrattu" in page or "not compared yet" in page
    matters = queries.matters(voices())
    assert [len(one.moments) for one in matters] == [2]
    linked(two[1].themes[0], newest.themes[0])
    assert [one.now.dialogues for one in queries.matters(voices())] == [8]


def go(name: str, *args: object) -> str:
    return reverse(f"foresight:{name}", args=args)


def text_of(address: str, client: Client | None = None) -> str:
    answer = (client or Client()).get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


def taken(address: str, form: str, client: Client | None = None) -> bytes:
    answer = (client or Client()).post(address, {"form": form})
    assert answer.status_code == 200, (address, answer.status_code)
    assert "attachment" in answer["Content-Disposition"]
    return answer.content


def words_in(content: bytes, form: str) -> str:
    if form != "docx":
        return content.decode("utf-8", errors="replace")
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return file.read("word/document.xml").decode()


class TestSlice:
    def test_shows_dialogues_people_themes_quotes_and_text_to_copy(self, made: Made) -> None:
        page = text_of(go("slice", made.round.slug, "county", "13"))

        assert "5 dialogues. 60 people took part." in page
        assert f"Sana {made.dialogues[0].pk} teemasta 0." in page
        assert reverse("dialogues:sentence", args=[made.round.slug, _sentence(made)]) in page
        assert "4\u00a0/\u00a05" in page
        for language in ("fi", "sv", "en"):
            assert f'name="ready_{language}"' in page
        assert "readonly" in page
        assert SECRET not in page

    @pytest.mark.parametrize("kind", ["municipality/297", "language/sv"])
    def test_is_there_for_every_kind_and_over_all_rounds(self, made: Made, kind: str) -> None:
        name, code = kind.split("/")
        assert text_of(go("slice", made.round.slug, name, code))
        assert text_of(go("slice-all", name, code))

    @pytest.mark.parametrize(
        ("kind", "code"),
        [("county", "99"), ("county", "20"), ("planet", "13"), ("own", "13"), ("group", "x")],
    )
    def test_what_is_not_there_is_not_found(self, made: Made, kind: str, code: str) -> None:
        assert Client().get(go("slice", made.round.slug, kind, code)).status_code == 404
        assert Client().post(go("slice-file", made.round.slug, kind, code)).status_code == 404

    @pytest.mark.parametrize("address", ["choose/?round=%00", "all-rounds/county/%00/"])
    def test_what_postgresql_does_not_take_is_not_asked_of_it(self, address: str) -> None:
        def check(execute: Any, sql: str, given: Any, many: bool, context: Any) -> Any:
            assert not any("\0" in str(one) for one in given or ())
            return execute(sql, given, many, context)

        with connection.execute_wrapper(check):
            assert Client().get(reverse("foresight:front") + address).status_code == 400

    @pytest.mark.parametrize("form", FORMS)
    def test_can_be_taken_along_and_is_counted_without_who(self, made: Made, form: str) -> None:
        for _ in range(2):
            content = taken(go("slice-file", made.round.slug, "county", "13"), form)

        assert content
        row = Taken.objects.get()
        assert (row.what, row.code, row.round, row.form) == ("county", "13", made.round.slug, form)
        assert row.times == 2

    def test_a_file_is_not_given_by_get_nor_in_an_unknown_form(self, made: Made) -> None:
        address = go("slice-file", made.round.slug, "county", "13")

        assert Client().get(address).status_code == 405
        assert Client().post(address, {"form": "exe"}).status_code == 404
        assert not Taken.objects.exists()

    def test_the_table_and_the_data_agree_with_the_page(self, made: Made) -> None:
        address = go("slice-file", made.round.slug, "county", "13")
        rows = list(csv.DictReader(io.StringIO(taken(address, "csv").decode("utf-8-sig"))))
        tree = json.loads(taken(address, "json"))

        bus = [row for row in rows if row["theme"] == "Bussi"]
        assert {(row["dialogues_here"], row["of_here"]) for row in bus} == {("4", "5")}
        assert len([row for row in bus if row["quote"]]) == 4
        assert tree["people"] == 60
        assert tree["rounds"][0]["themes"][1]["dialogues_here"] == 4

    def test_makes_the_same_number_of_queries_at_any_size(
        self, django_assert_max_num_queries: object
    ) -> None:
        for year in (2023, 2024, 2025):
            published([Heard(town="297")] * 4, year=year)
        address = go("slice-all", "county", "13")
        text_of(address)

        with django_assert_max_num_queries(12):  # type: ignore[operator]
            text_of(address)


class TestLeaks:
    """Held, unpublished and withdrawn words come out of no page, file or interface."""

    def every(self, made: Made) -> list[str]:
        slug = made.round.slug
        pages = [
            text_of(address)
            for address in (
                go("slice", slug, "county", "13"),
                go("slice-all", "county", "13"),
                go("choose"),
                go("front"),
                go("signals"),
                f"/api/v1/dialogues/foresight/slices/{slug}",
                f"/api/v1/dialogues/foresight/slices/{slug}/county/13",
                "/api/v1/dialogues/foresight/trends",
            )
        ]
        files = [
            words_in(taken(address, form), form)
            for form in ("docx", "csv", "json")
            for address in (go("slice-file", slug, "county", "13"), go("export"))
        ]
        return [*pages, *files]

    def test_words_that_may_not_be_quoted_are_nowhere(self, made: Made) -> None:
        quiet = f"Sana {made.dialogues[4].pk} teemasta 0."

        for text in self.every(made):
            assert SECRET not in text
            assert quiet not in text

    def test_words_whose_permission_was_taken_back_leave_everything(self, made: Made) -> None:
        said = f"Sana {made.dialogues[0].pk} teemasta 0."
        assert any(said in text for text in self.every(made))

        Record.objects.filter(dialogue=made.dialogues[0]).update(permission=Permission.NONE)

        assert not any(said in text for text in self.every(made))

    def test_a_round_that_is_not_published_shows_nothing(self) -> None:
        from aukio.apps.dialogues.tests.pages.scene import scene

        drafted = scene(published=False)

        assert Client().get(go("slice", drafted.round.slug, "language", "fi")).status_code == 404
        answer = Client().get(
            f"/api/v1/dialogues/foresight/slices/{drafted.round.slug}/language/fi"
        )
        assert answer.status_code == 404
        assert "Kukaan ei soita" not in text_of(go("choose"))


class TestChoosing:
    def test_lists_what_has_something_to_show_and_finds_by_name(self, made: Made) -> None:
        page = text_of(go("choose"))
        found = text_of(go("choose") + "?q=kuop")

        assert go("slice-all", "municipality", "297") in page
        assert go("slice-all", "language", "sv") in page
        assert go("slice-all", "municipality", "297") in found
        assert go("slice-all", "municipality", "905") not in found

    def test_a_municipality_is_found_by_its_county(self, made: Made) -> None:
        assert go("slice-all", "municipality", "297") in text_of(go("choose") + "?q=alue+13")

    def test_one_round_leads_to_its_own_slices(self, made: Made) -> None:
        page = text_of(go("choose") + f"?round={made.round.slug}")

        assert go("slice", made.round.slug, "county", "13") in page

    def test_says_what_to_do_when_nothing_is_found_or_there(self) -> None:
        assert "No summary has been published yet" in text_of(go("choose"))
        published([Heard(town="297")])
        assert "Nothing was found with this name" in text_of(go("choose") + "?q=zzz")


class TestOwn:
    def test_an_organiser_sees_own_public_words_and_own_remarks_but_not_held_ones(self) -> None:
        home = organisation()
        made = published([*[Heard(town="297", organiser=home)] * 2, Heard(town="905")])
        held = made.dialogues[1].records.get()
        Record.objects.filter(pk=held.pk).update(gate=Gate.HELD)

        page = text_of(go("own"), signed_in(organiser(home)))

        assert page.count(SECRET) == 1
        assert f"Sana {made.dialogues[0].pk} teemasta 0." in page
        assert f"Sana {made.dialogues[2].pk} teemasta 0." not in page

    @pytest.mark.parametrize("form", FORMS)
    def test_the_file_holds_only_what_is_public(self, form: str) -> None:
        home = organisation()
        published([Heard(town="297", organiser=home)] * 3)

        content = taken(go("own-file"), form, signed_in(organiser(home)))

        assert SECRET not in words_in(content, form)

    def test_another_organiser_sees_nothing_of_them(self, made: Made) -> None:
        client = signed_in(organiser())

        page = text_of(go("own"), client)

        assert SECRET not in page
        assert "No summary that holds your dialogues" in page
        assert client.post(go("own-file"), {"form": "csv"}).status_code == 404


class TestOverRounds:
    def test_one_round_says_that_trends_need_two(self, made: Made) -> None:
        assert "Trends need at least two published rounds" in text_of(go("front"))
        assert "need two published rounds" in text_of(go("signals"))

    def test_shows_matters_with_counts_and_what_can_be_told(self, two: tuple[Made, Made]) -> None:
        page = text_of(go("front"))

        assert "Spoken of more than in the round before" in page
        assert "autumn 2026: 7 of 8 dialogues" in page

    def test_a_matter_shows_its_chart_interval_and_words(self, two: tuple[Made, Made]) -> None:
        for made in two:
            page = text_of(go("matter", made.themes[0].pk))
            assert "aukio-chart" in page
            assert "What does the interval mean?" in page
            assert f"Sana {two[1].dialogues[0].pk} teemasta 0." in page
        assert Client().get(go("matter", two[0].themes[1].pk)).status_code == 404

    def test_weak_signals_say_that_they_are_no_findings(self, two: tuple[Made, Made]) -> None:
        assert "not a finding" in text_of(go("signals"))

    @pytest.mark.parametrize("form", FORMS)
    def test_the_report_is_taken_and_counted(self, two: tuple[Made, Made], form: str) -> None:
        assert taken(go("export"), form)
        assert Taken.objects.get().what == "foresight"

    def test_the_report_tells_its_method_and_sources(self, two: tuple[Made, Made]) -> None:
        tree = json.loads(taken(go("export"), "json"))
        text = words_in(taken(go("export"), "docx"), "docx")

        assert tree["method"]["draws"] == 2000
        assert tree["trends"][0]["direction"] == "grew"
        assert tree == Client().get("/api/v1/dialogues/foresight/trends").json()
        assert "percentile bootstrap" in text

    def test_a_theme_leads_to_its_matter(self, two: tuple[Made, Made]) -> None:
        theme = two[0].themes[0].pk
        page = text_of(reverse("dialogues:theme", args=[two[0].round.slug, theme]))

        assert go("matter", theme) in page


class TestLinks:
    def test_the_core_group_links_decides_and_undoes(
        self, leader: Client, two: tuple[Made, Made]
    ) -> None:
        one, other = two[0].themes[1].pk, two[1].themes[1].pk
        assert leader.post(go("link-new"), {"one": one, "other": other}).status_code == 302
        link = Link.objects.get(earlier=one)
        assert link.state == LinkState.CONFIRMED

        leader.post(go("link-decide", link.pk), {"same": "no"})
        link.refresh_from_db()
        assert link.state == LinkState.REJECTED

        leader.post(go("link-undo", link.decisions.first().pk))
        link.refresh_from_db()
        assert link.state == LinkState.CONFIRMED
        assert "taken back" in text_of(go("links"), leader)

    def test_a_wrong_pair_is_told_and_nothing_is_kept(
        self, leader: Client, two: tuple[Made, Made]
    ) -> None:
        same = {"one": two[0].themes[0].pk, "other": two[0].themes[1].pk}

        page = leader.post(go("link-new"), same).content.decode()

        assert "Both themes are of the same round." in page
        assert leader.post(go("link-new"), {"one": "x"}).status_code == 200
        assert Link.objects.count() == 1

    def test_asking_the_machine_starts_work_for_the_worker(
        self, leader: Client, two: tuple[Made, Made]
    ) -> None:
        answer = leader.post(go("links-propose"))

        job = Job.objects.get()
        assert job.kind == "foresight.links"
        assert answer.url == reverse("jobs:job", args=[job.pk])

    def test_nothing_changes_by_get(self, leader: Client, two: tuple[Made, Made]) -> None:
        for address in (go("links-propose"), go("link-new"), go("link-decide", 1)):
            assert leader.get(address).status_code == 405


def test_a_summary_published_before_the_wing_gets_its_spread(made: Made) -> None:
    from aukio.apps.dialogues.foresight.actions import fill_missing

    kept = Spread.objects.get().dialogues
    Spread.objects.all().delete()
    assert Client().get(go("slice", made.round.slug, "county", "13")).status_code == 404

    assert (fill_missing(), fill_missing()) == (1, 0)
    assert Spread.objects.get().dialogues == kept
    assert Publication.objects.count() == 1


def _sentence(made: Made) -> int:
    found: int = made.themes[0].sentences.get().pk
    return found
