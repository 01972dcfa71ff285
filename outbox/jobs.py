"""Small jobs that are due every so often. An app registers its own in ``AppConfig.ready``;
the worker runs them after the mail."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import Error as DatabaseFault
from django.utils import timezone

from outbox.models import JobTime

logger = logging.getLogger(__name__)


Work = Callable[[], object]


@dataclass(frozen=True)
class Job:
    name: str
    every: timedelta
    run: Work


registered: dict[str, Job] = {}
queues: dict[str, Work] = {}


def register(name: str, every: timedelta, run: Work) -> None:
    registered[name] = Job(name, every, run)


def register_queue(name: str, run: Work) -> None:
    """For what somebody waits for: looked into as often as mail is. ``run`` takes each thing once,
    whatever number of workers there is."""
    queues[name] = run


def run_queues() -> None:
    for name, run_queue in queues.items():
        run(name, run_queue)


def run_due() -> None:
    """Run what is due, each job at most once per stretch whatever number of workers there is."""
    now = timezone.now()
    for job in registered.values():
        if claim(job, now):
            run(job.name, job.run)


def claim(job: Job, now: datetime) -> bool:
    times = JobTime.objects.filter(name=job.name)
    if not times.exists():
        JobTime.objects.bulk_create([JobTime(name=job.name, due_at=now)], ignore_conflicts=True)
    return bool(times.filter(due_at__lte=now).update(due_at=now + job.every))


def run(name: str, work: Work) -> None:
    try:
        work()
    except DatabaseFault:
        raise
    except Exception:
        # One job's fault must not keep the mail from going out.
        logger.exception("The job %s failed", name)
