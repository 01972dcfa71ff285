from datetime import timedelta

import pytest
from django.utils import timezone

from outbox import jobs
from outbox.models import JobTime

pytestmark = pytest.mark.django_db


@pytest.fixture
def register(monkeypatch):
    monkeypatch.setattr(jobs, "registered", {})
    return jobs.register


def test_a_job_runs_once_per_stretch(register):
    runs = []
    register("water the plants", timedelta(hours=1), lambda: runs.append(1))
    jobs.run_due()
    jobs.run_due()
    assert len(runs) == 1
    JobTime.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    jobs.run_due()
    assert len(runs) == 2


def test_two_workers_do_not_run_the_same_job(register):
    register("water the plants", timedelta(hours=1), list)
    job, now = jobs.registered["water the plants"], timezone.now()
    assert jobs.claim(job, now)
    assert not jobs.claim(job, now)


def test_a_failing_job_does_not_stop_the_next(register):
    runs = []
    register("fails", timedelta(hours=1), lambda: 1 / 0)
    register("works", timedelta(hours=1), lambda: runs.append(1))
    jobs.run_due()
    assert runs == [1]


def test_a_queue_is_looked_into_each_time_and_its_fault_stops_no_other(monkeypatch):
    monkeypatch.setattr(jobs, "queues", {})
    runs = []
    jobs.register_queue("fails", lambda: 1 / 0)
    jobs.register_queue("works", lambda: runs.append(1))
    jobs.run_queues()
    jobs.run_queues()
    assert runs == [1, 1]


def test_every_registered_job_runs():
    assert jobs.registered
    for job in jobs.registered.values():
        job.run()
