"""Plans besides the current one: read when shown, the team's alone until then."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aukio.apps.plan import actions
from aukio.apps.plan.actions import export_plan, import_plan, show_plan
from aukio.apps.plan.models import Measure, Plan
from aukio.apps.plan.tests import factories
from aukio.shared.audit.models import Event

pytestmark = pytest.mark.django_db
SHEET = (
    "Country,Action Plan Number,Comm No,Commitment Title,Full Text,Start Date,End Date\n"
    'Albania,1,10,"Ethics, in research","Line one\nline two",Not Specified,12/31/2014\n'
    "Albania,1,11,Open budget,Text about money,2012,Ongoing\n"
    "Brazil,2,10,Open courts,Text about courts,2013,2015\n"
)


@pytest.fixture
def other(tmp_path):
    factories.finland()
    source = tmp_path / "table.csv"
    source.write_text(SHEET)
    import_plan(source=source, format="ogp", code="world", title="Plans of 2016", country="Many")
    return Plan.objects.get(code="world")


def address(name: str, *parameters) -> str:
    return reverse(f"plan:{name}", args=parameters)


def test_an_imported_plan_is_for_the_team_alone_until_it_is_shown(client, other):
    measure = Measure.objects.filter(commitment__plan=other).first()
    pages = [
        address("other-plan", "world"),
        address("other-measure", "world", measure.pk),
        address("other-files", "world"),
    ]
    assert {client.get(page).status_code for page in pages} == {404}
    assert "Plans of 2016" not in client.get(address("other-list")).content.decode()

    client.force_login(factories.team())
    assert {client.get(page).status_code for page in pages} == {200}
    assert "Plans of 2016" in client.get(address("other-list")).content.decode()


def test_shown_it_can_be_read_by_anyone_and_taken_back(client, other):
    show_plan(by=None, plan=other, shown=True)
    assert client.get(address("other-plan", "world")).status_code == 200

    show_plan(by=None, plan=other, shown=False)
    assert client.get(address("other-plan", "world")).status_code == 404
    assert Event.objects.filter(verb="plan.show_plan").count() == 2


def test_showing_it_again_leaves_no_second_trace(other):
    show_plan(by=None, plan=other, shown=True)
    show_plan(by=None, plan=other, shown=True)

    assert Event.objects.filter(verb="plan.show_plan").count() == 1


def test_only_the_team_shows_a_plan(client, other):
    with pytest.raises(PermissionDenied):
        show_plan(by=factories.person(), plan=other, shown=True)

    client.post(address("other-show", "world"), {"shown": "yes"})
    client.force_login(factories.reviewer())
    client.post(address("other-show", "world"), {"shown": "yes"})
    assert not Plan.objects.get(code="world").is_shown

    client.force_login(factories.team())
    assert client.get(address("other-show", "world")).status_code == 405
    client.post(address("other-show", "world"), {"shown": "yes"})
    assert Plan.objects.get(code="world").is_shown


def test_its_measures_stand_under_their_commitments_and_can_be_searched(client, other):
    show_plan(by=None, plan=other, shown=True)

    whole = client.get(address("other-plan", "world")).content.decode()
    assert whole.index("Albania") < whole.index("Open budget") < whole.index("Brazil")
    found = client.get(address("other-plan", "world"), {"q": "courts"}).content.decode()
    assert "Open courts" in found
    assert "Open budget" not in found


@pytest.mark.parametrize("words", ["nothing like this", "x" * 5000, "%_"])
def test_any_search_is_answered(client, other, words):
    show_plan(by=None, plan=other, shown=True)

    assert client.get(address("other-plan", "world"), {"q": words}).status_code == 200


def test_a_measure_says_what_its_plan_says_with_dates_as_written(client, other):
    show_plan(by=None, plan=other, shown=True)
    measure = Measure.objects.get(commitment__plan=other, title_en="Ethics, in research")

    page = client.get(address("other-measure", "world", measure.pk)).content.decode()
    assert "Not Specified" in page
    assert "line two" in page


def test_words_in_another_language_than_the_page_are_marked_with_theirs(client, other):
    show_plan(by=None, plan=other, shown=True)

    finnish = client.get("/fi/plan/others/world/").content.decode()
    assert '<span lang="en">Open budget</span>' in finnish
    assert 'lang="en">Open budget' not in client.get("/en/plan/others/world/").content.decode()


def test_a_measure_of_another_plan_is_not_found_there(client, other):
    show_plan(by=None, plan=other, shown=True)
    own = Measure.objects.filter(commitment__plan__is_current=True).first()

    assert client.get(address("other-measure", "world", own.pk)).status_code == 404


def test_the_current_plan_is_not_among_the_others(client, other):
    current = Plan.objects.get(is_current=True)

    assert client.get(address("other-plan", current.code)).status_code == 404


def test_its_files_come_out_as_they_came_in(client, other):
    show_plan(by=None, plan=other, shown=True)

    content = client.get(address("other-files", "world")).content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.read("ogp/table.csv").decode() == SHEET
        assert "aukio/world.yaml" in archive.namelist()


def test_its_files_are_written_once_until_something_changes(client, other, tmp_path, monkeypatch):
    show_plan(by=None, plan=other, shown=True)
    written = []

    def export(*, code, format):
        written.append(format)
        return export_plan(code=code, format=format)

    monkeypatch.setattr(actions, "export_plan", export)
    first, again = (client.get(address("other-files", "world")).content for _turn in range(2))
    assert first == again
    assert written == ["ogp", "aukio"]

    _imported(tmp_path / "table.csv", "another")
    client.get(address("other-files", "world"))
    assert written == ["ogp", "aukio"] * 2

    show_plan(by=None, plan=other, shown=False)
    assert client.get(address("other-files", "world")).status_code == 404


def test_the_list_takes_the_same_queries_at_any_size(
    client, other, tmp_path, django_assert_num_queries
):
    show_plan(by=None, plan=other, shown=True)
    client.get(address("other-plan", "world"))
    with django_assert_num_queries(4):
        client.get(address("other-plan", "world"))


def test_a_plan_of_many_files_takes_as_many_queries_as_one_of_two(client, tmp_path, queries_of):
    factories.finland()
    for code, count in (("two", 2), ("six", 6)):
        folder = tmp_path / code
        folder.mkdir()
        for number in range(count):
            (folder / f"{number}.csv").write_text(SHEET)
        show_plan(by=None, plan=_imported(folder, code), shown=True)

    two, six = (
        queries_of(lambda code=code: client.get(address("other-files", code)))
        for code in ("two", "six")
    )

    assert two == six


def _imported(source, code) -> Plan:
    import_plan(source=source, format="ogp", code=code)
    return Plan.objects.get(code=code)


def test_line_ends_of_another_plans_file_are_no_signs_on_the_page(client, other):
    show_plan(by=None, plan=other, shown=True)
    measure = Measure.objects.filter(commitment__plan=other).first()
    Measure.objects.filter(pk=measure.pk).update(lead_en="First office <br> Second office<br/>")

    page = client.get(address("other-measure", "world", measure.pk)).content.decode()

    assert "First office; Second office" in page
    assert "&lt;br" not in page
