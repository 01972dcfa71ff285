"""Two hosts on one database, a folder of state each: is any mail lost, or sent twice?

    python -m tests.outbox.two_hosts [--short]

Real workers in processes of their own, a real mail server, the database of DATABASE_URL's server (a new
one each time) or a file of SQLite. Mail is written on both hosts while they have keys of their own, while
one is gone, and after a roll-back. What no worker can open meanwhile has to wait and be said; when the
key is back, all of it has to arrive, once.
"""

import json
import os
import subprocess
import sys
import tempfile
import uuid
from collections import Counter
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from tests.mailbox import Mailbox

ROOT = Path(__file__).resolve().parents[2]
ON_HOST = """
import json, socket, sys, django
socket.gethostname = lambda: {name!r}
django.setup()
from outbox import signs
from outbox.models import Message, WorkerSign
from outbox.models.worker_sign import ALIVE_FOR
from outbox.troubles import troubles
{code}
"""
WORKER = """
from django.core.management import call_command
call_command("worker")
"""
WRITE = """
for number in range({start}, {end}):
    Message.objects.write(f"p{{number}}@home.example", f"Mail {{number}}", "Words")
"""
# Instead of waiting for minutes: the sign of a host that is gone, as it will be then.
LATER = """
for sign in WorkerSign.objects.filter(host={host!r}):
    sign.since -= ALIVE_FOR
    sign.show(sign.seen_at - ALIVE_FOR)
"""
LOOK = """
states = [[m.state, m.attempts, m.last_error] for m in Message.objects.all()]
print(json.dumps([states, list(troubles())]))
"""


class Host:
    def __init__(self, name, folder, settings):
        self.name = name
        self.environment = {
            **{k: os.environ[k] for k in ("PATH", "HOME", "LANG") if k in os.environ},
            **settings,
            "STATE_DIR": str(folder / name),
            "DJANGO_SETTINGS_MODULE": "practice_site.settings",
        }
        self.worker = None

    def command(self, code, **values):
        text = ON_HOST.format(name=self.name, code=code.format(**values) if values else code)
        return [sys.executable, "-c", text]

    def run(self, code, **values):
        command = self.command(code, **values)
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout

    def manage(self, *words):
        command = [sys.executable, "manage.py", *words]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True, capture_output=True)

    def start(self):
        self.worker = subprocess.Popen(
            self.command(WORKER), cwd=ROOT, env=self.environment, stderr=subprocess.DEVNULL
        )

    def stop(self, *, hard=False):
        if self.worker is None:
            return
        (self.worker.kill if hard else self.worker.terminate)()
        self.worker.wait()
        self.worker = None


def look(host):
    states, sentences = json.loads(host.run(LOOK))
    return Counter(state for state, _attempts, _error in states), sentences


def wait_for(box, number):
    """Until so many have arrived."""
    with box.arrived:
        if not box.arrived.wait_for(lambda: len(box.messages) >= number, timeout=120):
            raise RuntimeError(f"{len(box.messages)} of {number} mails arrived.")


def play(box, a, b, each):
    """Returns how many were written, and what the desk said at each step."""
    said = {}
    written = 0

    def write(host, number):
        nonlocal written
        host.run(WRITE, start=written, end=written + number)
        written += number

    a.start()
    write(a, 1)
    wait_for(box, 1)
    # A key of its own on the second host, as its first mail would have made it.
    b.run("from outbox import key_file; key_file.make_file()")
    b.start()
    write(a, each)
    write(b, each)
    wait_for(box, written)
    said["keys apart"] = look(a)[1]

    a.stop(hard=True)
    write(b, each)  # closed for the host that was there a moment ago
    arrived = written - each
    b.run(LATER, host="a")
    b.stop()
    b.start()  # so that it looks at once
    when_taken_over(b)
    write(b, each)
    wait_for(box, arrived + each)
    states, said["one host gone"] = look(b)
    assert states["undelivered"] == 0, states
    assert states["waiting"] == each, states

    b.stop()  # rolled back to the host before
    write(b, each)  # while no worker lives
    a.start()
    when_taken_over(a)
    write(a, each)
    wait_for(box, written - each)
    said["rolled back"] = look(a)[1]

    b.start()
    wait_for(box, written)
    said["both are back"] = look(a)[1]
    b.stop()
    a.stop()
    states, _said = look(a)
    assert states == Counter(sent=written), states
    return written, said


def when_taken_over(host):
    """As soon as what is written is closed for the key of this host."""
    host.run(
        "import time\n"
        "from outbox import key_file, mail_key\n"
        "own = key_file.read_file().id\n"
        "deadline = time.monotonic() + 60\n"
        "while mail_key.public_key().id != own and time.monotonic() < deadline: time.sleep(0.2)"
    )


@contextmanager
def database(folder):
    """The address of an empty one; of PostgreSQL it is dropped afterwards."""
    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith("postgres"):
        yield f"sqlite:///{folder}/db.sqlite3"
        return
    import psycopg

    parts = urlsplit(given)
    name = f"two_hosts_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield urlunsplit(parts._replace(path=f"/{name}"))
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def prove(each):
    """Raises ``AssertionError`` for a mail that was lost or sent twice."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = stack.enter_context(database(folder))
        box = stack.enter_context(Mailbox())
        settings = {
            "DATABASE_URL": url,
            "SECRET_KEY": uuid.uuid4().hex * 2,
            "EMAIL_URL": f"smtp://{box.host}:{box.port}",
        }
        a, b = (Host(name, folder, settings) for name in "ab")
        for host in (a, b):
            stack.callback(host.stop, hard=True)
        a.manage("migrate", "--verbosity", "0")
        written, said = play(box, a, b, each)
    subjects = Counter(message["Subject"] for message in box.messages)
    missing = {f"Mail {number}" for number in range(written)} - set(subjects)
    doubled = [subject for subject, times in subjects.items() if times > 1]
    print(f"{urlsplit(url).scheme}: {written} written, {len(missing)} lost, {len(doubled)} doubled")
    for step, sentences in said.items():
        print(f"  {step}: {' '.join(sentences) or 'nothing'}")
    assert not missing
    assert not doubled
    assert "different keys" in " ".join(said["keys apart"])
    assert f"{each} emails wait for the key of a" in " ".join(said["one host gone"])
    assert f"{each} emails wait for the key of b" in " ".join(said["rolled back"])


if __name__ == "__main__":
    prove(each=2 if "--short" in sys.argv[1:] else 50)
