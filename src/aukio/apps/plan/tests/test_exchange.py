"""Plans in other people's formats: out comes what came in, in every field."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aukio.apps.plan.actions import export_plan, import_plan, load_plan
from aukio.apps.plan.command import group
from aukio.apps.plan.exchange import canada, ogp, usnap
from aukio.apps.plan.models import Commitment, IndicatorDefinition, Measure, Plan
from aukio.apps.plan.tests import factories
from aukio.shared.faults import Fault

pytestmark = pytest.mark.django_db
QUIET = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
letters = st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff")
text = st.text(letters, max_size=40)
values = st.one_of(
    text, st.integers(), st.booleans(), st.none(), st.dates(), st.text("a:'\"#-\n> |", max_size=20)
)
keys = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=20)

PAGE = """---
layout: commitment
title: "Open the: data"
commitment_id: US0900
commitment_theme_name: Access
commitment_detail_sub_id: "US0900.1"
commitment_agency: Agency A <br> Agency B
commitment_status: "Complete"
published: 2023-02-16
---
Progress Update:

Done.

Evidence:

https://example.gov/report
"""
ABOVE = "---\ntitle: Access to data\ncommitment_id: US0900\n---\n"
SCHEMA = """# a comment
title: Tracker
template_updated: 2022-12-07
resources:
- resource_name: nap
  fields:
  - datastore_id: commitments
    choices:
      C01: {en: Climate, fr: Climat}
  - datastore_id: milestones
    choices:
      C01.1: {en: Platform, fr: Plateforme}
  - datastore_id: indicators
    choices:
      C01.1.1: {en: Add content, fr: Ajouter, due_date: 2023-12, lead_dept: nrcan, s4d: false}
      C01.1.2: {en: Renew, fr: Renouveler, deadline: {en: Fall 2027, fr: Automne 2027}}
"""
SHEET = (
    "Country,Action Plan Number,Comm No,Commitment Title,Full Text,Start Date,End Date,"
    "Lead Institution,Stars\n"
    'Albania,1,10,"Ethics, in research","Two\nlines ""quoted""",Not Specified,12/31/2014,'
    "Ministry,0\n"
    "Albania,1,10,Again the same number,Text,2012,Ongoing,Ministry, 007 \n"
)


@pytest.fixture
def file(tmp_path):
    def written(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


@pytest.fixture
def pages(file):
    file("us/US0900.md", ABOVE)
    return file("us/us0900-1.md", PAGE).parent


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


class TestUnitedStates:
    def test_pages_become_commitments_and_measures(self, pages):
        done = import_plan(source=pages, format="usnap", code="us")

        measure = Measure.objects.get()
        assert (done.files, done.commitments, done.measures) == (2, 1, 1)
        assert (measure.number, measure.title_en) == ("US0900.1", "Open the: data")
        assert measure.lead_en == "Agency A <br> Agency B"
        assert measure.commitment.title_en == "Access to data"

    def test_a_commitment_page_read_after_its_measure_gives_it_its_title(self, file):
        file("us/a.md", PAGE)
        folder = file("us/b.md", ABOVE).parent

        import_plan(source=folder, format="usnap", code="us")

        assert Commitment.objects.get().title_en == "Access to data"

    def test_out_comes_what_came_in(self, pages):
        import_plan(source=pages, format="usnap", code="us")

        out = dict(export_plan(code="us", format="usnap"))

        assert out == {"US0900.md": ABOVE.encode(), "us0900-1.md": PAGE.encode()}

    def test_only_a_changed_field_comes_out_changed(self, pages):
        import_plan(source=pages, format="usnap", code="us")
        Measure.objects.update(title_en="Open: the “data”")

        out = dict(export_plan(code="us", format="usnap"))

        before, after = usnap.read("p", PAGE.encode()), usnap.read("p", out["us0900-1.md"])
        assert after.fields == {**before.fields, "title": "Open: the “data”"}
        assert after.body == before.body

    @QUIET
    @given(fields=st.dictionaries(keys, values, max_size=8), body=text)
    def test_a_page_written_anew_is_the_same_in_every_field(self, fields, body):
        page = usnap.Page("p", {"title": "x", **fields}, body)

        again = usnap.read("p", page.write())

        assert (again.fields, again.body) == (page.fields, page.body)
        assert list(again.fields) == list(page.fields)


class TestCanada:
    def test_choices_become_commitments_measures_and_indicators(self, file):
        done = import_plan(source=file("nap.yaml", SCHEMA), format="canada")

        assert (done.plan, done.commitments, done.measures, done.indicators) == ("nap", 1, 1, 2)
        one = IndicatorDefinition.objects.get(code="C01.1.1")
        assert (one.label_en, one.owner, one.measure.number) == ("Add content", "nrcan", "C01.1")

    def test_a_deadline_nobody_knows_stays_as_written_and_is_listed(self, file):
        done = import_plan(source=file("nap.yaml", SCHEMA), format="canada")

        assert [(one.field, one.written) for one in done.faults] == [("deadline", "Fall 2027")]
        assert IndicatorDefinition.objects.get(code="C01.1.2").target == "Fall 2027"

    def test_out_comes_what_came_in_comments_and_all(self, file):
        import_plan(source=file("nap.yaml", SCHEMA), format="canada")

        assert export_plan(code="nap", format="canada") == [("nap.yaml", SCHEMA.encode())]

    @pytest.mark.parametrize(
        ("name", "value", "place"),
        [
            ("label_en", "Add more", ["C01.1.1", "en"]),
            ("owner", "pco", ["C01.1.1", "lead_dept"]),
        ],
    )
    def test_only_a_changed_field_comes_out_changed(self, file, name, value, place):
        import_plan(source=file("nap.yaml", SCHEMA), format="canada")
        IndicatorDefinition.objects.filter(code="C01.1.1").update(**{name: value})

        after = yaml.safe_load(export_plan(code="nap", format="canada")[0][1])

        wanted = yaml.safe_load(SCHEMA)
        wanted["resources"][0]["fields"][2]["choices"][place[0]][place[1]] = value
        assert after == wanted

    def test_a_deadline_can_be_changed(self, file):
        import_plan(source=file("nap.yaml", SCHEMA), format="canada")
        IndicatorDefinition.objects.filter(code="C01.1.2").update(target="2028")

        after = export_plan(code="nap", format="canada")[0][1].decode()

        assert yaml.safe_load(after)["resources"][0]["fields"][2]["choices"]["C01.1.2"][
            "deadline"
        ] == {"en": "2028", "fr": "Automne 2027"}

    @QUIET
    @given(
        tree=st.dictionaries(
            keys, st.recursive(values, lambda v: st.lists(v) | st.dictionaries(keys, v)), max_size=5
        )
    )
    def test_a_schema_written_anew_is_the_same_in_every_field(self, tree):
        schema = canada.Schema({**tree, "resources": []})

        assert canada.read("s", schema.write()).tree == schema.tree


class TestPartnership:
    def test_rows_become_measures_even_with_the_same_number(self, file):
        done = import_plan(source=file("ogp.csv", SHEET), format="ogp")

        assert (done.commitments, done.measures) == (1, 2)
        assert [m.number for m in Measure.objects.all()] == ["10", "10 (2)"]
        assert Measure.objects.first().text_en == 'Two\nlines "quoted"'

    def test_dates_nobody_knows_stay_as_written_and_are_listed(self, file):
        done = import_plan(source=file("ogp.csv", SHEET), format="ogp")

        assert [one.written for one in done.faults] == ["Not Specified", "Ongoing"]
        assert Measure.objects.first().start == "Not Specified"

    def test_out_comes_what_came_in(self, file):
        import_plan(source=file("ogp.csv", SHEET), format="ogp")

        assert export_plan(code="ogp", format="ogp") == [("ogp.csv", SHEET.encode())]

    def test_only_a_changed_field_comes_out_changed(self, file):
        import_plan(source=file("ogp.csv", SHEET), format="ogp")
        Measure.objects.filter(number="10").update(end="2015, at last")

        after = rows_of(export_plan(code="ogp", format="ogp")[0][1])

        wanted = rows_of(SHEET.encode())
        wanted[1][6] = "2015, at last"
        assert after == wanted

    @QUIET
    @given(
        rows=st.lists(
            st.lists(
                st.text(
                    st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00\ufeff"),
                    max_size=20,
                ),
                min_size=3,
                max_size=3,
            ),
            max_size=6,
        )
    )
    def test_a_table_written_anew_is_the_same_in_every_cell(self, rows):
        head = ["Country", "Commitment Title", "Code"]

        written = ogp.Sheet([head, *rows], "\n").write()

        assert ogp.read("t", written).rows == [head, *rows]


class TestOwnFormat:
    @pytest.mark.parametrize("told", [{"code": "copy"}, {"title": "Mine"}, {"country": "Åland"}])
    def test_aukios_own_form_is_not_renamed_in_silence(self, told):
        with pytest.raises(Fault):
            import_plan(source=factories.FINLAND, format="aukio", **told)

        assert not Plan.objects.exists()

    def test_finlands_plan_comes_out_as_it_went_in(self):
        import_plan(source=factories.FINLAND, format="aukio")

        out = export_plan(code="finland-2023-2027", format="aukio")

        assert out == [(factories.FINLAND.name, factories.FINLAND.read_bytes())]

    def test_an_amendment_is_in_the_export_and_nothing_else_is_changed(self):
        factories.finland()
        Measure.objects.filter(number="1.1.1").update(revision=2, end="2028", lead_fi="VM")

        after = yaml.safe_load(export_plan(code="finland-2023-2027", format="aukio")[0][1])

        wanted = yaml.safe_load(factories.FINLAND.read_text(encoding="utf-8"))
        node = wanted["commitments"][0]["sub_commitments"][0]["measures"][0]
        node["end"] = "2028"
        node["lead"] = {**node["lead"], "fi": "VM"}
        assert after == wanted

    @pytest.mark.parametrize(
        ("name", "content", "format"),
        [("nap.yaml", SCHEMA, "canada"), ("a.csv", SHEET, "ogp"), ("a.md", PAGE, "usnap")],
    )
    def test_any_plan_can_be_had_in_it_and_loaded_again(self, file, name, content, format):
        import_plan(source=file(name, content), format=format, code="first")
        written = export_plan(code="first", format="aukio")[0][1]
        again = file("again.yaml", written.replace(b"id: first", b"id: second"))

        load_plan(again)

        def told(code):
            measures = Measure.objects.filter(commitment__plan__code=code).order_by("pk")
            return list(measures.values_list("number", "title_en", "text_en", "lead_en", "start"))

        assert told("second") == [
            tuple(v or None if i in (1, 2, 3) else v for i, v in enumerate(row))
            for row in told("first")
        ]


class TestFaults:
    @pytest.mark.parametrize(
        ("name", "content", "format"),
        [
            ("a.md", "no front matter", "usnap"),
            ("a.md", "---\n- a list\n---\n", "usnap"),
            ("a.md", "---\na: [\n---\n", "usnap"),
            ("a.md", PAGE.encode("utf-16"), "usnap"),
            ("a.yaml", "title: x", "canada"),
            ("a.yaml", "a: [", "canada"),
            ("a.csv", "a,b\n1,2\n", "ogp"),
            ("a.csv", SHEET + "Albania,1\n", "ogp"),
            ("a.csv", SHEET + '"never closed', "ogp"),
            ("a.csv", "Country,Commitment Title\nA,\x00\n", "ogp"),
            ("a.csv", "", "ogp"),
        ],
    )
    def test_an_unusable_file_is_told_and_nothing_is_stored(self, file, name, content, format):
        with pytest.raises(Fault) as caught:
            import_plan(source=file(name, content), format=format)

        assert name in str(caught.value.where)
        assert caught.value.mend
        assert not Plan.objects.exists()

    def test_one_bad_page_stops_the_whole_import(self, pages):
        (pages / "zz.md").write_text("broken")

        with pytest.raises(Fault):
            import_plan(source=pages, format="usnap")

        assert not Plan.objects.exists()

    def test_a_code_in_use_is_refused(self, pages):
        import_plan(source=pages, format="usnap", code="us")

        with pytest.raises(Fault, match="us"):
            import_plan(source=pages, format="usnap", code="us")

    def test_an_empty_folder_and_a_missing_file_are_told(self, tmp_path):
        for source in (tmp_path, tmp_path / "none"):
            with pytest.raises(Fault):
                import_plan(source=source, format="usnap")

    def test_an_unknown_plan_or_another_format_cannot_be_exported(self, pages):
        import_plan(source=pages, format="usnap", code="us")

        for code, format in (("nobody", "usnap"), ("us", "ogp")):
            with pytest.raises(Fault):
                export_plan(code=code, format=format)


class TestCommands:
    def test_import_and_export(self, pages, tmp_path):
        run = CliRunner()

        done = run.invoke(
            group, ["import", str(pages), "--format", "usnap", "--code", "us", "--json"]
        )
        out = run.invoke(group, ["export", "us", str(tmp_path / "out"), "--format", "usnap"])

        assert json.loads(done.stdout)["measures"] == 1
        assert out.exit_code == 0
        assert (tmp_path / "out" / "us0900-1.md").read_text() == PAGE

    def test_one_file_goes_to_standard_output(self, file):
        run = CliRunner()
        run.invoke(group, ["import", str(file("ogp.csv", SHEET)), "--format", "ogp"])

        assert run.invoke(group, ["export", "ogp", "--format", "ogp"]).stdout == SHEET

    def test_several_files_need_a_folder(self, pages):
        run = CliRunner()
        run.invoke(group, ["import", str(pages), "--format", "usnap", "--code", "us"])

        assert run.invoke(group, ["export", "us", "--format", "usnap"]).exit_code == 2

    def test_faults_of_dates_are_told_on_standard_error(self, file):
        done = CliRunner().invoke(group, ["import", str(file("ogp.csv", SHEET)), "--format", "ogp"])

        assert done.exit_code == 0
        assert "Ongoing" in done.stderr

    def test_a_fault_that_stands_in_many_rows_is_told_once_with_its_first_rows(self, file):
        header, *rows = SHEET.splitlines(keepends=True)
        many = file("many.csv", header + "".join(rows) * 5)
        done = CliRunner().invoke(group, ["import", str(many), "--format", "ogp"])

        lines = [line for line in done.stderr.splitlines() if "Ongoing" in line]
        assert len(lines) == 1
        assert "many.csv" in lines[0]
        assert "2" in lines[0].rpartition("(")[0]

    def test_an_unusable_file_ends_with_two(self, file):
        done = CliRunner().invoke(group, ["import", str(file("a.csv", "x")), "--format", "ogp"])

        assert done.exit_code == 2
        assert "a.csv" in done.stderr
