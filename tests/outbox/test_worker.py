import os
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError

from outbox import sending
from outbox.management.commands.worker import Worker
from outbox.models import Message


@pytest.mark.django_db
def test_once_sends_all_that_is_due_and_ends(mailbox, monkeypatch):
    monkeypatch.setattr(sending, "BATCH", 2)
    for number in range(5):
        Message.objects.write(f"person{number}@home.example", "Hello", "A letter")
    call_command("worker", once=True)
    assert len(mailbox.messages) == 5


@pytest.mark.django_db
@pytest.mark.parametrize("fault", [OperationalError("gone"), RuntimeError("a bug")])
def test_the_worker_survives_faults_and_waits_longer_each_time(monkeypatch, fault):
    worker, rests = Worker(), []

    def work():
        if len(rests) < 8:
            raise fault
        worker.is_stopping = True
        return True

    monkeypatch.setattr(worker, "work", work)
    monkeypatch.setattr(worker, "rest", rests.append)
    monkeypatch.setattr(signal, "signal", lambda number, handler: None)
    worker.run()
    assert rests == [2, 4, 8, 16, 32, 60, 60, 60]


def test_a_running_worker_ends_in_peace_when_asked(tmp_path):
    environment = {k: os.environ[k] for k in ("PATH", "HOME", "LANG") if k in os.environ}
    environment |= {
        "STATE_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "EMAIL_URL": "smtp://127.0.0.1:9",
    }
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "worker"],
        cwd=settings.BASE_DIR,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    # It has no tables yet: it says so, goes on, and still ends when asked.
    for line in worker.stderr:
        if "The database does not answer" in line:
            break
    asked = time.monotonic()
    worker.send_signal(signal.SIGTERM)
    worker.communicate(timeout=30)
    assert worker.returncode == 0, f"after {time.monotonic() - asked:.1f} s"
