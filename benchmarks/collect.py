"""From 150 records as they were sent to a draft brief, the way people go, in one run.

Promise: 150 dialogues with 4,500 sentences, files to draft brief, take at most ten minutes of
machine time on two cores, and the page of the work shows how far it is at every stage.

An empty SQLite database, the real web views where there is one for progress, the real worker.
Organisers send files (docx, odt, txt), decide what the privacy gate found and hand over; the
worker proposes themes and quotes; the core group takes the themes, writes a sentence on each few
quotes and drafts the brief, which is printed as PDF, Word, slides and HTML. What people decide is
done by a program that always says yes, through the same actions as the pages: their thinking is
not in the figures, the machine's share of their work is. Seconds are those of the clock, on a
machine that does nothing else; processor seconds are told beside them. Peer: by hand, the
summary alone takes 12 person-days a round (DOMAIN.md); it is named, not divided by.

Run: ``python -m benchmarks.collect [--dialogues 150] [--notes 4500]``
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from benchmarks._house import fresh_house
from benchmarks._records import FORMS, SentRecord, forget_peak, memory_peak, sent_records
from benchmarks._text_common import show

PROMISED_SECONDS = 600.0
FEWEST_PERCENTS, STAGES = 10, 3
SENTENCES, QUOTES = 6, 3
LANGUAGES = ("fi", "sv", "en")
Row = tuple[object, ...]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dialogues", type=int, default=150)
    parser.add_argument("--notes", type=int, default=4500)
    given = parser.parse_args()
    with fresh_house():
        return measure(sent_records(given.dialogues, given.notes))


def measure(sent: Sequence[SentRecord]) -> int:
    """Go the whole way and print a row for each stage; 0 when the promises hold."""
    clock = Clock()
    house = House()
    with clock.stage(f"files received, {len(sent)} ({', '.join(FORMS)})"):
        records = house.receive(sent)
    with clock.stage("privacy gate decided, handed over") as told:
        told.append(f"{house.pass_gate(records)} places hidden")
    with clock.stage("themes and quotes proposed (worker)") as told:
        draft = house.propose()
        clock.peak = draft.peak
        told.append(f"{draft.percents} steps, {len(draft.messages)} stages on the page")
    with clock.stage("themes taken and named") as told:
        themes = house.take_themes()
        told.append(f"{len(themes)} themes")
    with clock.stage("summary drafted with quotes") as told:
        told.append("{} sentences, {} quotes".format(*house.write_summary(themes)))
    with clock.stage("brief drafted") as told:
        brief = house.draft_brief()
        told.append(f"{brief.points.count()} points")
    with clock.stage("brief as pdf, docx, pptx, HTML") as told:
        files = house.print_brief(brief)
        told.append(", ".join(f"{form} {size // 1000 or 1} kB" for form, size in files.items()))
    sentences, kept = sum(one.sentences for one in sent), house.notes_kept()
    in_time = clock.total <= PROMISED_SECONDS
    shown = draft.percents >= FEWEST_PERCENTS and len(draft.messages) >= STAGES
    rows: list[Row] = [
        *clock.rows,
        ("whole", *clock.sums(), f"promise ≤ {PROMISED_SECONDS:g} s", _holds(in_time)),
        _found("progress on its page", "; ".join(draft.messages), shown),
        _found("notes kept, of sentences sent", f"{kept} of {sentences}", kept == sentences),
        _found("files of the brief", ", ".join(files), all(files.values())),
        ("peer: by hand", "", "", "", "12 person-days a round for the summary (DOMAIN.md)", ""),
    ]
    print()
    show(("stage", "seconds", "processor s", "peak MB", "what", "holds"), rows)
    return int(any(row[-1] == "NO" for row in rows))


def _found(what: str, told: str, holds: bool) -> Row:
    return what, "", "", "", told, _holds(holds)


def _holds(holds: bool) -> str:
    return "yes" if holds else "NO"


class Clock:
    """Seconds and peak memory of each stage, told as it goes."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.total, self.worked, self.highest, self.peak = 0.0, 0.0, 0, 0

    def sums(self) -> tuple[str, str, int]:
        """Seconds and processor seconds of all stages, and the highest peak."""
        return f"{self.total:.1f}", f"{self.worked:.1f}", self.highest

    @contextmanager
    def stage(self, name: str) -> Iterator[list[str]]:
        """``peak`` set inside the block is that of another process than this one."""
        print(f"… {name}", file=sys.stderr, flush=True)
        told: list[str] = []
        forget_peak()
        self.peak, begun, worked = 0, time.perf_counter(), processor_seconds()
        yield told
        seconds, worked = time.perf_counter() - begun, processor_seconds() - worked
        peak = self.peak or memory_peak()
        self.total, self.worked = self.total + seconds, self.worked + worked
        self.highest = max(self.highest, peak)
        self.rows.append((name, f"{seconds:.1f}", f"{worked:.1f}", peak, "; ".join(told), ""))


def processor_seconds() -> float:
    """Of this process and of those it has waited for: what the work takes on a busy machine."""
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


class Drafted:
    """What the page of the work showed while the worker worked."""

    def __init__(self) -> None:
        self.seen: set[int] = set()
        self.messages: list[str] = []
        self.peak = 0

    @property
    def percents(self) -> int:
        return len(self.seen)

    def see(self, status: dict[str, Any]) -> None:
        if status["status"] != "running" or not status["total"]:
            return
        self.seen.add(100 * status["done"] // status["total"])
        if status["message"] and status["message"] not in self.messages:
            self.messages.append(status["message"])


class House:
    """A round with its people; each method is a step of theirs, through the room's actions."""

    def __init__(self) -> None:
        from aukio.apps.dialogues import actions
        from aukio.shared.accounts.actions import ensure_person
        from aukio.shared.organisations.actions import add_member, register_organisation

        self.actions = actions
        self.organisation = register_organisation(
            by=None, name_fi="Malliyhdistys", kind="civil_society", is_sample=True
        )
        self.core, _ = ensure_person(by=None, email="core@example.org", language="en")
        self.organiser, _ = ensure_person(by=None, email="organiser@example.org", language="en")
        for person, role in ((self.core, "core_group"), (self.organiser, "organiser")):
            add_member(
                by=None,
                organisation=self.organisation,
                person=person,
                room="dialogues",
                role=role,
            )
        self.round = actions.create_round(
            by=self.core, slug="benchmark", title={"en": "Benchmark"}, season="spring", year=2026
        )

    def receive(self, sent: Sequence[SentRecord]) -> list[Any]:
        """Each file to a dialogue of its own, by its organiser."""
        from aukio.apps.dialogues.intake import read_file

        kept = []
        for one in sent:
            held = self.actions.register_dialogue(
                by=self.organiser,
                round=self.round,
                organiser=self.organisation,
                title=one.name,
                participants=12,
            )
            kept.append(
                self.actions.import_record(
                    by=self.organiser,
                    dialogue=held,
                    reading=read_file(one.name, one.content),
                    permission="quotes",
                )
            )
        return kept

    def pass_gate(self, records: Sequence[Any]) -> int:
        """Everything found is hidden; then the record is handed over."""
        from aukio.apps.dialogues.actions import gate

        hidden = 0
        for one in records:
            found = list(one.findings.filter(decision=""))
            if found:
                gate.decide(
                    by=self.organiser, findings=found, decision="redact", reason="Tells who it is"
                )
                hidden += len(found)
            one.refresh_from_db()
            if one.gate == "held":
                gate.hand_over(by=self.organiser, record=one)
        return hidden

    def propose(self) -> Drafted:
        """Asked for on the page; the worker works while the page of the work is looked at."""
        from django.test import Client
        from django.urls import reverse
        from django.utils import translation

        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(self.core)
        with translation.override("en"):
            begun = client.post(reverse("dialogues:themes-propose", args=[self.round.slug]))
        if begun.status_code != 302:
            raise RuntimeError(f"the work could not be asked for: {begun.status_code}")
        drafted, page = Drafted(), begun.headers["Location"]
        worker = subprocess.Popen([sys.executable, "-m", "aukio", "jobs", "worker", "--batch"])
        told = {}
        while worker.poll() is None:
            drafted.peak = max(drafted.peak, memory_peak(worker.pid))
            told = client.get(f"{page}status/").json()
            news = len(drafted.messages)
            drafted.see(told)
            if len(drafted.messages) > news and told["message"] not in page_text(client, page):
                raise RuntimeError(f"the page of the work does not show “{told['message']}”")
            time.sleep(0.25)
        told = client.get(f"{page}status/").json()
        if told["status"] != "done":
            raise RuntimeError(f"the worker did not succeed: {told['fault']}")
        return drafted

    def take_themes(self) -> list[Any]:
        """Every theme proposed is taken and named by its words."""
        themes = list(self.round.themes.filter(merged_into=None))
        for theme in themes:
            name = str(theme)[:150]
            self.actions.rename_theme(
                by=self.core, theme=theme, title=dict.fromkeys(LANGUAGES, name)
            )
        return themes

    def write_summary(self, themes: Sequence[Any]) -> tuple[int, int]:
        """Sentences on the quotes proposed, a few quotes each; how many of both."""
        from aukio.apps.dialogues.models import QuoteProposal

        written = picked = 0
        for theme in themes:
            offered = QuoteProposal.objects.filter(note__placement__theme=theme)
            found = list(offered.select_related("note__record__dialogue")[: SENTENCES * QUOTES])
            for place in range(0, len(found), QUOTES):
                own = found[place : place + QUOTES]
                words = " ".join(own[0].text.split()[:25])
                sentence = self.actions.write_sentence(
                    by=self.core,
                    theme=theme,
                    texts=dict.fromkeys(LANGUAGES, f"People said: {words}"),
                )
                for one in own:
                    self.actions.pick_quote(
                        by=self.core,
                        sentence=sentence,
                        note=one.note,
                        start=one.start,
                        end=one.end,
                    )
                written, picked = written + 1, picked + len(own)
        self.actions.set_ready(by=self.core, summary=self.round.summary, languages=LANGUAGES)
        return written, picked

    def draft_brief(self) -> Any:
        """The machine's proposal, taken as it is."""
        from aukio.apps.dialogues.impact import actions

        brief = actions.draft_brief(by=self.core, round=self.round)
        for point in brief.points.all():
            actions.accept_point(by=self.core, point=point)
        return brief

    def print_brief(self, brief: Any) -> dict[str, int]:
        """Bytes of each form."""
        from aukio.apps.dialogues.impact import files, frozen, sheet
        from aukio.shared import documents

        content = frozen.freeze(brief)
        forms = {form: len(one.write(content, "en")) for form, one in files.FORMS.items()}
        return forms | {"html": len(documents.html(sheet.sheet(content, "en")).encode())}

    def notes_kept(self) -> int:
        from aukio.apps.dialogues.models import Note

        return Note.objects.filter(record__dialogue__round=self.round).count()


def page_text(client: Any, page: str) -> str:
    """The page of the work, as its starter sees it."""
    return str(client.get(page).content.decode())


if __name__ == "__main__":
    sys.exit(main())
