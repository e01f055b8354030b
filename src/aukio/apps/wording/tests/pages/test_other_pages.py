"""Beside a field, rules, score, tools, figures and glossaries: each page and who may open it."""

from __future__ import annotations

import csv
from urllib.parse import unquote

import pytest
import yaml
from django.urls import reverse

from aukio.apps.wording.models import GlossaryTerm, Showing
from aukio.apps.wording.tests import factories as make
from aukio.apps.wording.tests.conftest import signed_in
from aukio.apps.wording.tests.pages.test_check import words_of
from aukio.engines.clarity import rules
from aukio.shared.organisations.tests.factories import organisation

pytestmark = pytest.mark.django_db


class TestBeside:
    def ask(self, client, text, name="text_fi"):
        given = {name: text, "wording-field": name, "other": "not looked at: mikäli"}
        return client.post(reverse("wording:beside"), given)

    def test_score_and_first_findings_come_under_the_field(self, client):
        said = words_of(self.ask(client, make.HARD))

        assert "goal 70" in said
        assert "Mikäli – Officialese" in said
        assert "Jos" in said

    def test_the_language_is_told_by_the_fields_name(self, client):
        assert "mikäli" in words_of(self.ask(client, "Asia selvä, mikäli näin.", "x-text_fi"))

    def test_a_field_for_easy_language_is_checked_as_such(self, client):
        assert "goal 75" in words_of(self.ask(client, make.HARD, "easy_fi"))

    @pytest.mark.parametrize("text", ["", "  ", "123"])
    def test_nothing_to_check_is_told(self, client, text):
        assert "no words" in words_of(self.ask(client, text))

    def test_without_a_field_it_says_so(self, client):
        assert "no words" in words_of(client.post(reverse("wording:beside")))

    def test_it_is_only_sent(self, client):
        assert client.get(reverse("wording:beside")).status_code == 405


class TestRules:
    def test_every_rule_is_there_with_its_reason_and_example(self, client):
        page = client.get(reverse("wording:rules")).content.decode()

        assert all(f'id="{one}"' in page for one in rules())

    def test_rules_are_searched_and_filtered(self, client):
        where = reverse("wording:rules")

        assert "1 rule " in words_of(client.get(f"{where}?q=Roman+numerals"))
        page = client.get(f"{where}?profile=official").content.decode()
        assert 'id="broken-line"' not in page
        assert 'id="officialese"' in page

    @pytest.mark.parametrize("query", ["q=zzzz", "profile=zzz"])
    def test_nothing_found_shows_the_way_on(self, client, query):
        answer = client.get(reverse("wording:rules") + f"?{query}")

        assert answer.status_code == 200
        assert "Show every rule" in words_of(answer)


class TestReading:
    def test_the_score_page_says_that_no_text_is_approved(self, client):
        assert "No text is approved here" in words_of(client.get(reverse("wording:score")))

    def test_the_bookmark_sends_the_text_to_no_server(self, client):
        page = words_of(client.get(reverse("wording:tools")))
        program = unquote(page)

        assert "javascript:" in program
        assert "/en/wording/?profile=web#text=" in program.replace("&#x27;", "'")

    @pytest.mark.parametrize("name", ["rules", "score", "tools", "trend", "trend-download"])
    def test_they_are_only_opened(self, client, name):
        assert client.post(reverse(f"wording:{name}")).status_code == 405


class TestTrend:
    def test_organisations_that_show_their_figures_are_there(self, client):
        house = make.showing(name_en="Town of Example")
        for _ in range(5):
            make.figures(house, first=50, last=60)
        said = words_of(client.get(reverse("wording:trend")))

        assert "Town of Example 5 60.0 (+10.0)" in said

    def test_without_any_the_page_says_so(self, client):
        assert "No organisation shows" in words_of(client.get(reverse("wording:trend")))

    def test_two_quarters_make_a_chart(self, client):
        from datetime import date

        house = make.showing()
        for month in (2, 5):
            for _ in range(5):
                make.figures(house, last_day=date(2027, month, 1), first_day=date(2027, month, 1))

        assert "<svg" in client.get(reverse("wording:trend")).content.decode().split("<main")[1]

    def test_the_table_can_be_taken_along(self, client):
        house = make.showing(name_fi="=1+1")
        for _ in range(5):
            make.figures(house)
        content = client.get(reverse("wording:trend-download")).content.decode("utf-8-sig")
        rows = list(csv.reader(content.splitlines()))

        assert rows[0] == ["organisation", "quarter", "profile", "texts", "mean_score"]
        assert rows[1] == ["'=1+1", "2026/4", "official", "5", "60.0"]

    def test_an_editor_shows_and_stops_showing(self):
        house = organisation()
        editor = signed_in(make.editor(house))
        where = reverse("wording:trend-decide", args=[house.pk])
        page = words_of(editor.post(where, {"show": "yes"}, follow=True))
        assert Showing.objects.exists()
        assert "Stop showing" in page

        editor.post(where, {"show": "no"})
        assert not Showing.objects.exists()

    def test_others_may_not_decide(self, client):
        house = organisation()
        where = reverse("wording:trend-decide", args=[house.pk])

        assert client.post(where, {"show": "yes"}).status_code == 302
        for person in (make.colleague(house), make.editor()):
            assert signed_in(person).post(where, {"show": "yes"}).status_code == 403
        assert not Showing.objects.exists()

    def test_deciding_is_only_sent(self):
        house = organisation()
        where = reverse("wording:trend-decide", args=[house.pk])

        assert signed_in(make.editor(house)).get(where).status_code == 405


class TestGlossaries:
    def test_a_member_of_one_organisation_goes_straight_to_its_glossary(self):
        house = organisation()
        make.term(house, "tuki", explanation="Raha kunnalta.")
        page = words_of(
            signed_in(make.colleague(house)).get(reverse("wording:glossaries"), follow=True)
        )

        assert "Raha kunnalta." in page
        assert "Add a term" not in page

    def test_one_who_acts_for_nobody_is_told_what_to_do(self):
        from aukio.shared.organisations.tests.factories import person

        answer = signed_in(person()).get(reverse("wording:glossaries"))
        assert "ask its administrator" in words_of(answer)

    def test_an_editor_adds_changes_and_removes(self):
        house = organisation()
        editor = signed_in(make.editor(house))
        given = {"language": "fi", "preferred": "tuki", "forbidden": "avustus\r\nraha\r\n"}
        editor.post(reverse("wording:term-new", args=[house.pk]), given)
        made = GlossaryTerm.objects.get()
        assert made.forbidden == ["avustus", "raha"]

        editor.post(
            reverse("wording:term-edit", args=[made.pk]), {**given, "preferred": "tukiraha"}
        )
        made.refresh_from_db()
        assert made.preferred == "tukiraha"

        editor.post(reverse("wording:term-remove", args=[made.pk]))
        assert not GlossaryTerm.objects.exists()

    def test_what_cannot_be_used_is_told_and_nothing_typed_is_lost(self):
        house = organisation()
        make.term(house, "tuki")
        given = {"language": "fi", "preferred": "Tuki", "explanation": "Säilyy."}
        answer = signed_in(make.editor(house)).post(
            reverse("wording:term-new", args=[house.pk]), given
        )

        assert "already" in words_of(answer)
        assert "Säilyy." in answer.content.decode()

    def test_the_file_is_what_the_command_reads(self):
        from aukio.engines.clarity import Glossary

        house = organisation()
        make.term(house, "tuki", explanation="Raha.")
        where = reverse("wording:glossary-download", args=[house.pk])
        content = signed_in(make.colleague(house)).get(where).content.decode()

        assert yaml.safe_load(content)["fi"][0]["preferred"] == "tuki"
        assert Glossary.from_yaml(content, "fi").terms[0].forbidden == ("avustus",)

    @pytest.mark.parametrize("name", ["term-new", "term-edit", "term-remove"])
    def test_only_an_editor_of_the_organisation_writes(self, client, name):
        house = organisation()
        made = make.term(house)
        number = house.pk if name == "term-new" else made.pk
        where = reverse(f"wording:{name}", args=[number])

        assert client.post(where).status_code == 302
        for person in (make.colleague(house), make.editor()):
            assert signed_in(person).post(where).status_code == 403
        assert GlossaryTerm.objects.count() == 1

    @pytest.mark.parametrize("name", ["glossary", "glossary-download"])
    def test_a_glossary_is_for_members(self, client, name):
        where = reverse(f"wording:{name}", args=[organisation().pk])

        assert client.get(where).status_code == 302
        assert signed_in(make.colleague()).get(where).status_code == 403

    @pytest.mark.parametrize("name", ["glossary", "term-new"])
    def test_an_organisation_that_is_not_there_is_not_found(self, name):
        where = reverse(f"wording:{name}", args=[999_999])

        assert signed_in(make.editor()).get(where).status_code == 404

    def test_a_word_is_searched_for(self):
        house = organisation()
        make.term(house, "tuki")
        make.term(house, "päätös", forbidden=[])
        page = words_of(
            signed_in(make.colleague(house)).get(
                reverse("wording:glossary", args=[house.pk]) + "?q=pää"
            )
        )

        assert "päätös" in page
        assert "tuki" not in page


def test_the_front_page_and_the_menu_lead_to_checking(client):
    page = client.get(reverse("front")).content.decode()

    assert page.count(reverse("wording:check")) >= 2
