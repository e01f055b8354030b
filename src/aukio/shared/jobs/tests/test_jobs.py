"""Long work: started once, told as it goes, ended with words a person understands."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from aukio.shared.accounts.models import Person
from aukio.shared.jobs import worker
from aukio.shared.jobs.actions import MAX_ATTEMPTS, reclaim, start
from aukio.shared.jobs.models import Heartbeat, Job, Status
from aukio.shared.jobs.progress import Progress
from aukio.shared.jobs.tests.tasks_for_tests import break_down, count_to, find_fault

pytestmark = pytest.mark.django_db(transaction=True)


def do_everything() -> None:
    worker.make_worker(batch=True, interval=0).run()


def test_a_started_job_waits_for_the_worker():
    job = start(by=None, kind="count", task=count_to, arguments={"number": 3})

    assert job.status == Status.WAITING
    assert DBTaskResult.objects.count() == 1


def test_the_worker_does_the_job_and_keeps_its_result():
    job = start(by=None, kind="count", task=count_to, arguments={"number": 3})

    do_everything()

    job.refresh_from_db()
    assert (job.status, job.result) == (Status.DONE, {"counted": 3})
    assert (job.done, job.total, job.percent) == (3, 3, 100)
    assert job.message == "Counting 3"


def test_a_job_that_is_rolled_back_is_never_done():
    with pytest.raises(RuntimeError), transaction.atomic():
        start(by=None, kind="count", task=count_to, arguments={"number": 3})
        raise RuntimeError

    do_everything()

    assert not Job.objects.exists()


def test_the_same_key_starts_the_work_only_once():
    first = start(by=None, kind="count", task=count_to, arguments={"number": 1}, key="round-1")
    second = start(by=None, kind="count", task=count_to, arguments={"number": 1}, key="round-1")

    assert first == second
    assert DBTaskResult.objects.count() == 1


def test_the_database_itself_refuses_a_second_open_job_with_the_same_key():
    Job.objects.create(kind="count", key="round-1")

    with pytest.raises(IntegrityError):
        Job.objects.create(kind="count", key="round-1")


def test_a_finished_job_can_be_started_again():
    first = start(by=None, kind="count", task=count_to, arguments={"number": 1}, key="round-1")
    do_everything()

    assert (
        start(by=None, kind="count", task=count_to, arguments={"number": 1}, key="round-1") != first
    )


def test_a_fault_is_told_as_it_is():
    job = start(by=None, kind="fault", task=find_fault)

    do_everything()

    job.refresh_from_db()
    assert job.status == Status.FAILED
    assert job.fault == {
        "what": "The date is not a date.",
        "where": "row 7",
        "mend": "Write it as 5.12.2026.",
    }


def test_an_unexpected_error_is_told_in_general_words_in_the_persons_language():
    person = Person.objects.create_user("maija@example.org", language="sv")
    job = start(by=person, kind="broken", task=break_down)

    do_everything()

    job.refresh_from_db()
    assert job.status == Status.FAILED
    assert "secret" not in str(job.fault)
    assert "Arbetet avbröts" in job.fault["what"]


class TestAWorkerThatDied:
    def left_running(self, attempts: int) -> tuple[Job, DBTaskResult]:
        job = start(by=None, kind="count", task=count_to, arguments={"number": 2})
        result = DBTaskResult.objects.get()
        for attempt in range(attempts):
            result.claim(f"dead-{attempt}")
        Job.objects.filter(pk=job.pk).update(status=Status.RUNNING, done=1, total=2)
        return job, result

    def test_leaves_its_work_to_be_done_again(self):
        job, _result = self.left_running(attempts=1)

        assert reclaim() == 1
        do_everything()

        job.refresh_from_db()
        assert (job.status, job.result) == (Status.DONE, {"counted": 2})

    def test_keeps_its_work_while_it_still_beats(self):
        _job, result = self.left_running(attempts=1)
        Heartbeat.objects.create(worker="dead-0", seen=timezone.now())

        assert reclaim() == 0
        result.refresh_from_db()
        assert result.status == TaskResultStatus.RUNNING

    def test_is_not_replaced_for_ever(self):
        job, result = self.left_running(attempts=MAX_ATTEMPTS)

        reclaim()

        job.refresh_from_db()
        result.refresh_from_db()
        assert job.status == Status.FAILED
        assert result.status == TaskResultStatus.FAILED

    def test_is_taken_for_dead_after_a_silence(self):
        self.left_running(attempts=1)
        Heartbeat.objects.create(worker="dead-0", seen=timezone.now() - timedelta(minutes=2))

        assert reclaim() == 1


def test_work_done_in_an_earlier_attempt_is_not_done_twice():
    job = start(by=None, kind="count", task=count_to, arguments={"number": 2})
    Job.objects.filter(pk=job.pk).update(status=Status.DONE, result={"counted": 99})

    do_everything()

    job.refresh_from_db()
    assert job.result == {"counted": 99}


def test_progress_writes_seldom_but_always_tells_the_end():
    job = Job.objects.create(kind="count", status=Status.RUNNING)
    progress = Progress(job, every=1000)

    progress(1, 10)
    progress(2, 10)
    job.refresh_from_db()
    assert job.done == 1
    progress(10, 10)
    job.refresh_from_db()
    assert job.done == 10


def test_progress_of_an_ended_job_changes_nothing():
    job = Job.objects.create(kind="count", status=Status.FAILED)

    Progress(job)(5, 10, "late")

    job.refresh_from_db()
    assert job.done == 0
