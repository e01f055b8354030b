"""Every page of the desk: it works without JavaScript, comes back to its place, loses nothing."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from aukio.apps.dialogues.coding import actions
from aukio.apps.dialogues.coding.actions import Words
from aukio.apps.dialogues.coding.models import Code, Decision, FrameChange, Run, Settled, Useful
from aukio.apps.dialogues.coding.queries.frame import frame
from aukio.apps.dialogues.coding.standing import standing
from aukio.apps.dialogues.coding.tests.scene import Scene
from aukio.apps.dialogues.models import Gate, Record, Theme, ThemeNote
from aukio.apps.dialogues.tests import factories as make
from aukio.shared.jobs.models import Job

pytestmark = pytest.mark.django_db
SLUG = "kierros"
PAGES = ("desk", "frame", "code-new", "codes-merge", "frame-copy", "frame-import",
         "frame-history", "read", "proposals", "compare")  # fmt: skip


@pytest.fixture
def client(here: Scene) -> Client:
    return here.client()


def at(name: str, *args: Any) -> str:
    return reverse(f"coding:{name}", args=args or [SLUG])


def said(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_empty_and_with_something_on_it(name, here, client):
    assert client.get(at(name)).status_code == 200

    here.code(here.anna, 0, here.bus)
    here.code(here.bertil, 0, here.doctor)
    here.proposal(1, here.doctor)
    actions.settle(by=here.anna, note=here.notes[0], codes=[here.bus.pk], reason="Luettu")
    assert client.get(at(name)).status_code == 200


def test_a_page_of_no_round_is_not_found(client):
    assert client.get(at("desk", "muu")).status_code == 404
    assert client.get(at("code", 10**6)).status_code == 404
    assert client.get(at("note-settle", 10**6)).status_code == 404


@pytest.mark.parametrize(
    "name", ["carry", "frame-undo", "step-undo", "proposals-start", "proposals-decide"]
)
def test_what_changes_something_is_only_sent(name, client):
    assert client.get(at(name)).status_code == 405


def test_the_number_of_queries_stays_the_same(here, client, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count(name: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert client.get(at(name)).status_code == 200
        return len(seen)

    here.code(here.anna, 0, here.bus)
    here.code(here.bertil, 0, here.doctor)
    here.proposal(1, here.doctor)
    before = {name: count(name) for name in ("desk", "frame", "read", "proposals", "compare")}
    text = "\n".join(f"Puhe {at}" for at in range(20))
    record = make.record(text, dialogue=make.DialogueFactory(round=here.round))
    here.notes = [*here.notes, *record.notes.select_related("record__dialogue__round")]
    for note in range(6, 15):
        here.code(here.anna, note, here.bus)
        here.code(here.bertil, note, here.doctor)
    for note in range(15, 20):
        here.proposal(note, here.doctor)

    assert {name: count(name) for name in before} == before


# the frame


def test_a_code_is_added_and_changed_and_the_history_tells_why(here, client):
    answer = client.post(at("code-new"), {"name": "Juna", "parent": str(here.bus.pk)})
    made = Code.objects.get(name="Juna")
    assert answer.url.endswith(f"#code-{made.pk}")
    assert made.parent == here.bus

    form = client.get(at("code-edit", made.pk)).context["form"]
    given = {**form.initial, "name": "Raide", "why": "Myös raitiovaunut"}
    client.post(at("code-edit", made.pk), given)
    page = said(client.get(at("frame-history")))
    assert "“Juna” was renamed “Raide”" in page
    assert "Myös raitiovaunut" in page


def test_a_faulty_form_keeps_what_was_typed(here, client):
    answer = client.post(at("code-new"), {"name": "bussit", "description": "Kaikki kulku"})

    assert answer.status_code == 422
    assert "Kaikki kulku" in said(answer)
    assert "already a code" in said(answer)


def test_another_s_change_is_told_and_the_second_try_saves(here, client):
    form = client.get(at("code-edit", here.bus.pk)).context["form"]
    actions.edit_code(by=here.bertil, code=here.bus, words=Words("Kyyti"), why="x")
    given = {**form.initial, "name": "Liikenne", "why": "y"}

    answer = client.post(at("code-edit", here.bus.pk), given)
    assert answer.status_code == 422
    assert "Kyyti" in said(answer)
    assert "Liikenne" in said(answer)

    given["seen"] = answer.context["form"].data["seen"]
    assert client.post(at("code-edit", here.bus.pk), given).status_code == 302
    here.bus.refresh_from_db()
    assert here.bus.name == "Liikenne"


def test_codes_are_merged_moved_retired_ordered_and_each_undone(here, client):
    both = [str(here.bus.pk), str(here.doctor.pk)]
    client.post(at("codes-merge"), {"codes": both, "into": both[1], "why": "x"})
    assert [one.name for one in frame(here.round)] == ["Lääkäri"]
    client.post(at("frame-undo"))
    client.post(at("code-move", here.doctor.pk), {"parent": both[0], "why": "x"})
    assert [one.full_name for one in frame(here.round)][1] == "Bussit: Lääkäri"
    client.post(at("frame-undo"))
    client.post(at("code-retire", here.bus.pk), {"why": "x"})
    assert frame(here.round)[0].is_retired
    client.post(at("code-retire", here.bus.pk), {"why": "x"})
    client.post(at("code-order", here.doctor.pk), {"direction": "up"})
    answer = client.post(at("frame-undo"), follow=True)

    assert "Taken back" in said(answer)
    assert [one.full_name for one in frame(here.round)] == ["Bussit", "Lääkäri"]
    assert FrameChange.objects.exclude(undone_at=None).count() == 3


def test_a_frame_goes_out_as_a_table_and_comes_in_again(here, client):
    actions.edit_code(
        by=None, code=here.bus, words=Words("=Bussit", "a, b\nc", example="-x"), why="x"
    )
    actions.move_code(by=None, code=here.doctor, parent=here.bus, why="x")
    table = client.get(at("download", SLUG, "frame", "csv")).content
    make.RoundFactory(slug="toinen")

    upload = SimpleUploadedFile("codes.csv", table)
    answer = client.post(at("frame-import", "toinen"), {"file": upload}, follow=True)

    assert "2 codes were added" in said(answer)
    rows = json.loads(client.get(at("download", "toinen", "frame", "json")).content)["codes"]
    assert [(one["name"], one["parent"]) for one in rows] == [
        ("=Bussit", ""),
        ("Lääkäri", "=Bussit"),
    ]
    assert (rows[0]["description"], rows[0]["example"]) == ("a, b\nc", "-x")


@pytest.mark.parametrize(
    ("table", "tells"),
    [
        (b"", "empty"),
        (b"koodi\nBussi\n", "no column"),
        (b"name,parent\nJuna,Laiva\n", "first level"),
        (b"name,shape\nJuna,heart\n", "not a shape"),
    ],
)
def test_a_table_that_cannot_be_used_says_where_and_adds_nothing(here, client, table, tells):
    answer = client.post(at("frame-import"), {"file": SimpleUploadedFile("k.csv", table)})

    assert answer.status_code == 422
    assert tells in said(answer)
    assert Code.objects.count() == 2


def test_a_frame_is_copied_on_its_page(here, client):
    make.RoundFactory(slug="toinen")

    answer = client.post(at("frame-copy", "toinen"), {"source": SLUG}, follow=True)
    assert "2 codes were added" in said(answer)


# reading and coding


def save(client: Client, here: Scene, note: int, *codes: Code, **more: Any) -> Any:
    given = {"codes": [one.pk for one in codes], "back": "state=mine-not&page=1", "do": "save"}
    return client.post(at("note-code", here.notes[note].pk), {**given, **more})


def test_coding_without_javascript_comes_back_to_the_same_note(here, client):
    answer = save(client, here, 0, here.bus)

    pk = here.notes[0].pk
    assert answer.url == f"{at('read')}?state=mine-not&page=1&stay={pk}#note-{pk}"
    page = said(client.get(answer.url))
    assert f'id="note-{pk}"' in page
    assert "You have coded 1 of 6 notes" in page


def test_coding_with_javascript_gets_the_note_alone_with_the_progress(here, client):
    pk = here.notes[0].pk
    answer = client.post(at("note-code", pk), {"codes": [here.bus.pk]}, headers={"X-Part": "note"})

    page = said(answer)
    assert page.count("<article") == 1
    assert page.count("<h1") == 0
    assert "You have coded 1 of 6 notes" in page


def test_a_fault_is_told_in_the_note_itself_and_nothing_is_coded(here, client):
    pk = here.notes[0].pk
    answer = client.post(at("note-code", pk), {}, headers={"X-Part": "note"})
    assert "No code was chosen" in said(answer)

    assert "No code was chosen" in said(client.post(at("note-code", pk), {}, follow=True))
    assert here.codes(here.anna, 0) is None


@pytest.mark.parametrize("codes", [["x"], ["9" * 30], ["-1"]])
def test_what_is_no_code_is_not_found(here, client, codes):
    answer = client.post(at("note-code", here.notes[0].pk), {"codes": codes})

    assert answer.status_code == 404
    assert here.codes(here.anna, 0) is None


def test_an_address_of_another_house_is_never_gone_back_to(here, client):
    answer = save(client, here, 0, here.bus, back="https://evil.example/?a=b")

    assert answer.url.startswith(at("read"))


def test_undo_on_the_page_goes_to_the_note(here, client):
    save(client, here, 0, here.bus)
    answer = client.post(at("step-undo"), {"back": ""})

    assert answer.url.endswith(f"#note-{here.notes[0].pk}")
    assert here.codes(here.anna, 0) is None
    assert "nothing to undo" in said(client.post(at("step-undo"), follow=True))


def listed(client: Client, **asked: Any) -> list[int]:
    return [note.id for note in client.get(at("read"), asked).context["page"].object_list]


def test_notes_are_filtered_by_what_one_asks(here, client):
    here.code(here.anna, 0, here.bus)
    here.code(here.bertil, 0, here.doctor)
    here.code(here.bertil, 1, here.doctor)
    here.code(here.anna, 4, here.bus)
    proposal = here.proposal(2, here.doctor)
    Useful.objects.create(run=Run.objects.get(), note=here.notes[3], rank=1)
    pk = [note.pk for note in here.notes]

    assert listed(client, state="mine") == [pk[0], pk[4]]
    assert listed(client, state="mine-not") == [pk[1], pk[2], pk[3], pk[5]]
    assert listed(client, state="other") == [pk[1]]
    assert listed(client, state="differ") == [pk[0]]
    assert listed(client, state="proposed") == [proposal.note_id]
    assert listed(client, state="useful") == [pk[3]]
    assert listed(client, dialogue=here.records[1].dialogue_id) == pk[4:]
    assert listed(client, code=here.bus.pk) == [pk[0], pk[4]]
    assert listed(client, language="sv") == []
    assert listed(client, q="bussi") == listed(client, q="Bussi") == [pk[0], pk[4]]
    assert listed(client, county="13") == []
    assert listed(client, state="nonsense", dialogue="x", page="99") == pk


def test_the_most_useful_notes_say_why(here, client):
    here.proposal(3, here.doctor)
    for rank, note in enumerate((3, 2)):
        Useful.objects.create(run=Run.objects.get(), note=here.notes[note], rank=rank)

    page = said(client.get(at("read"), {"state": "useful"}))
    assert page.index("Junakaan") < page.index("Ilta on")
    assert "the machine wavers" in page
    assert "does not know which code fits" in page


def test_records_are_read_beside_each_other(here, client):
    answer = client.get(at("read"), {"record": [one.pk for one in here.records]})

    assert [len(page.object_list) for _record, page in answer.context["columns"]] == [4, 2]
    strange = make.record("Muu kierros.\n")
    page = client.get(at("read"), {"record": [strange.pk, "x", here.records[0].pk]})
    assert [one.pk for one, _page in page.context["columns"]] == [here.records[0].pk]


def test_the_other_s_codes_are_not_on_the_page_before_one_s_own(here, client):
    here.code(here.bertil, 0, here.doctor)
    page = client.get(at("read"), {"dialogue": here.records[0].dialogue_id})
    note = page.context["page"].object_list[0]
    assert (note.others, note.hidden) == ((), True)
    assert here.bertil.name not in said(page)

    save(client, here, 0, here.bus)
    assert here.bertil.name in said(client.get(at("read")))


# proposals


def test_proposals_are_accepted_and_rejected_one_by_one_in_a_note(here, client):
    yes, no = here.proposal(0, here.bus), here.proposal(0, here.doctor, 0.5)
    client.post(at("note-code", here.notes[0].pk), {"reject": no.pk})
    assert here.codes(here.anna, 0) is None

    client.post(at("note-code", here.notes[0].pk), {"do": "accept", "proposed": [yes.pk]})
    assert here.codes(here.anna, 0) == {here.bus.pk}
    assert {one.accepted for one in Decision.objects.all()} == {True, False}


def test_who_writes_a_code_is_told_that_its_words_become_public(here, client):
    for address in (at("code-new"), at("code-edit", here.bus.pk)):
        assert "The name and this text are published" in said(client.get(address))


def test_a_page_of_proposals_is_decided_at_once_but_only_those_on_it(here, client):
    first, second = here.proposal(0, here.bus), here.proposal(1, here.doctor)
    unseen = here.proposal(2, here.doctor)
    page = said(client.get(at("proposals")))
    assert "likely, 70" in page
    assert "Words that weighed: Bussi" in page

    client.post(
        at("proposals-decide"),
        {"proposed": [first.pk, second.pk], f"decision-{first.pk}": "accept"},
    )
    assert (here.codes(here.anna, 0), here.codes(here.anna, 1)) == ({here.bus.pk}, None)
    client.post(at("proposals-decide"), {"proposed": [second.pk], "all": "accept"})
    assert here.codes(here.anna, 1) == {here.doctor.pk}
    assert not unseen.decisions.exists()


def test_the_machine_is_set_to_work_once(here, client):
    answer = client.post(at("proposals-start"))
    job = Job.objects.get()

    assert answer.url == reverse("jobs:job", args=[job.pk])
    assert here.client(here.bertil).post(at("proposals-start")).url == at("proposals")
    assert Job.objects.count() == 1


# comparing and themes


def test_a_difference_is_settled_on_its_page(here, client):
    here.code(here.anna, 0, here.bus)
    here.code(here.bertil, 0, here.doctor)
    assert here.bertil.name in said(client.get(at("compare")))
    address = at("note-settle", here.notes[0].pk)
    assert client.get(address).status_code == 200

    assert client.post(address, {"codes": [here.bus.pk], "reason": ""}).status_code == 422
    client.post(address, {"codes": [here.bus.pk], "reason": "Puhui bussista", "seen": 0})
    assert Settled.objects.get().reason == "Puhui bussista"
    assert "Puhui bussista" in said(client.get(at("compare")))


def test_codes_are_opened_and_hidden_again(here, client):
    client.post(at("compare-open"), {"do": "open"})
    assert standing(here.round).is_open
    client.post(at("compare-open"), {"do": "close"})
    assert not standing(here.round).is_open


def test_a_code_s_notes_are_taken_into_a_theme_with_links_both_ways(here, client):
    here.code(here.anna, 0, here.bus)
    here.code(here.anna, 3, here.bus)
    address = at("code", here.bus.pk)
    client.post(address, {"notes": [here.notes[0].pk], "do": "theme", "title": "Kulkeminen"})
    theme = Theme.objects.get()
    client.post(address, {"notes": [here.notes[3].pk], "do": "theme", "theme": theme.pk})

    placed = ThemeNote.objects.filter(theme=theme, by=here.anna)
    assert set(placed.values_list("note", flat=True)) == {here.notes[0].pk, here.notes[3].pk}
    desk = reverse("dialogues:theme-desk", args=[theme.pk])
    assert desk in said(client.get(address))
    assert address in said(client.get(desk))


def test_what_coders_differ_on_or_nobody_ticked_goes_into_no_theme(here, client):
    here.code(here.anna, 0, here.bus)
    here.code(here.bertil, 0, here.doctor)
    address = at("code", here.bus.pk)

    for given in (
        {"notes": [here.notes[0].pk], "do": "theme", "title": "Kulku"},
        {"do": "theme", "title": "Kulku"},
        {"notes": [here.notes[0].pk], "do": "theme"},
        {"notes": [here.notes[5].pk], "do": "theme", "title": "Kulku"},
    ):
        assert client.post(address, given).status_code == 422
    assert not Theme.objects.exists()


def test_a_code_is_split_on_its_page(here, client):
    here.code(here.anna, 3, here.bus)
    given = {"notes": [here.notes[3].pk], "do": "split", "name": "Junat", "why": "Eri asia"}
    assert client.post(at("code", here.bus.pk), {**given, "why": ""}).status_code == 422
    client.post(at("code", here.bus.pk), given)

    assert here.codes(here.anna, 3) == {Code.objects.get(name="Junat").pk}


# files and other pages


def test_the_files_hold_only_codings_the_person_may_see(here, client):
    here.code(here.anna, 0, here.bus)
    here.code(here.bertil, 0, here.doctor)
    here.code(here.bertil, 1, here.doctor)

    table = client.get(at("download", SLUG, "codings", "csv")).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert {row["note"] for row in rows} == {str(here.notes[0].pk)}
    assert {row["codes"] for row in rows} == {"Bussit", "Lääkäri"}
    assert {row["at_odds"] for row in rows} == {"yes"}
    kept = json.loads(client.get(at("download", SLUG, "codings", "json")).content)
    assert kept["codings"][0]["goes_on"] is None
    for what, form in (("other", "csv"), ("frame", "xml")):
        assert client.get(at("download", SLUG, what, form)).status_code == 404


def test_a_held_record_is_nowhere_on_the_desk(here, client):
    here.code(here.anna, 0, here.bus)
    Record.objects.filter(pk=here.records[0].pk).update(gate=Gate.HELD)

    pages = [client.get(at(name)) for name in PAGES]
    files = [client.get(at("download", SLUG, "codings", form)) for form in ("csv", "json")]
    code = client.get(at("code", here.bus.pk))
    assert not any("Bussi ei kulje" in said(one) for one in [*pages, *files, code])
    assert client.get(at("note-settle", here.notes[0].pk)).status_code in (403, 404)
    assert save(client, here, 0, here.doctor).status_code in (403, 404)


def test_the_room_s_pages_lead_here_and_only_for_the_core_group(here, client):
    desk = said(client.get(reverse("dialogues:desk", args=[SLUG])))
    record = said(client.get(reverse("dialogues:record", args=[here.records[0].pk])))
    assert at("desk") in desk
    assert f"{at('read')}?record={here.records[0].pk}" in record
    organiser = here.client(make.organiser(here.records[0].dialogue.organiser))
    page = said(organiser.get(reverse("dialogues:record", args=[here.records[0].pk])))
    assert "/coding/" not in page
