"""Thousands of people write in while the server and the worker are killed, the mail server is away, and the
database's disk is full, a lock is held, or the database is away altogether.

    python -m tests.intake.nothing_lost [--inquiries 10000] [--clients 32] [--kills 20] [--short]

On SQLite, or on PostgreSQL if DATABASE_URL names one; the database is its own, on a small disk of its own.
A client without an answer sends the same form again, and one that was shown the words again sends what that
page holds. At the end every inquiry that was acknowledged is stored once, every word that was sent stood on
every page that did not take it, and the coordinator's notice of each was sent. Exits with 1 if not.
"""

import argparse
import http.client
import logging
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlencode

from tests.browser.site import ROOT
from tests.mailbox import Mailbox, free_port
from tests.outages import own_database
from tests.unsent_form import fields_of

TOKEN = re.compile(r'name="token" value="([^"]+)"')
PATIENCE = 3600
SEVERAL, ALONE = re.compile(r"(\d+) new messages? "), re.compile(r"inquiry/[\w-]{36}/")
KINDS = ["server", "worker", "both"]
OUTAGES = ["full", "locked", "away"]


class Load:
    """What the clients send, and what they were told."""

    def __init__(self, port, number):
        self.port, self.left = port, iter(range(number))
        self.lock = threading.Lock()
        self.acknowledged, self.refused, self.retries = [], [], 0
        self.shown_again, self.forgotten = 0, 0

    def run(self, clients):
        threads = [threading.Thread(target=self.client) for _number in range(clients)]
        for thread in threads:
            thread.start()
        return threads

    def client(self):
        while True:
            with self.lock:
                number = next(self.left, None)
            if number is None:
                return
            self.write_in(number)

    def write_in(self, number):
        token = self.insist(lambda: self.ask("GET", "/get-started/"), self.token_of)
        form = {
            "token": token,
            "name": f"Kit {number}",
            "route": "email",
            "email": f"kit{number}@mail.example",
            "state": "NY",
            "for_whom": "me",
            "age": "26-64",
            "message": f"marker-{number}-end",
            "consent": "on",
        }
        status = self.insist(lambda: self.send(form), first)
        with self.lock:
            (self.acknowledged if status == 303 else self.refused).append((number, status))

    def send(self, form):
        """From then on the page that came back is what the person sends again."""
        status, page = self.ask("POST", "/get-started/", urlencode(form))
        if status in (500, 503):
            shown = {name: values[0] for name, values in fields_of(page).items()}
            with self.lock:
                self.shown_again += 1
                self.forgotten += shown != form
            form.update(shown)
        return status, page

    def insist(self, ask, take):
        """Asks until there is an answer that is no server's fault; always the same thing."""
        for _try in range(600):
            with suppress(OSError, http.client.HTTPException):
                answer = ask()
                if answer[0] < 500:
                    return take(answer)
            with self.lock:
                self.retries += 1
            time.sleep(0.2)
        raise AssertionError("no answer for minutes")

    def token_of(self, answer):
        return TOKEN.search(answer[1])[1]

    def ask(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return response.status, response.read().decode()
        finally:
            connection.close()


def first(answer):
    return answer[0]


class Processes:
    """The server and the worker, killed and started again."""

    def __init__(self, commands):
        self.commands = commands
        self.log = Path(os.environ["STATE_DIR"], "processes.log").open("w")  # noqa: SIM115
        self.running = {name: self.start(name) for name in commands}

    def start(self, name):
        return subprocess.Popen(
            self.commands[name],
            cwd=ROOT,
            stdout=self.log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def kill(self, kind):
        for name in self.commands if kind == "both" else [kind]:
            process = self.running[name]
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            self.running[name] = self.start(name)

    def stop(self):
        for process in self.running.values():
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--inquiries", type=int, default=10_000)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--short", action="store_true", help="180 by 8 clients, with 3 kills")
    options = parser.parse_args()
    if options.short:
        options.inquiries, options.clients, options.kills = 180, 8, 3
    megabytes = 300 + options.inquiries // 10
    with tempfile.TemporaryDirectory() as directory:
        directory = Path(directory)
        with own_database(directory, megabytes) as database, Mailbox() as mailbox:
            port = free_port()
            os.environ |= {
                "DATABASE_URL": database.url,
                "DJANGO_SETTINGS_MODULE": "tests.server_settings",
                "EMAIL_URL": f"smtp://{mailbox.host}:{mailbox.port}",
                "INQUIRIES_PER_HOUR": "1000000",
                "SITE_URL": f"http://127.0.0.1:{port}",
                "STATE_DIR": str(directory),
            }
            import django

            django.setup()
            logging.getLogger("mail.log").setLevel(logging.ERROR)
            is_kept = play(options, port, mailbox, database)
            from django.db import connection

            connection.close()
    sys.exit(not is_kept)


def play(options, port, mailbox, database):
    from django.core.management import call_command

    from tests import factories

    call_command("migrate", verbosity=0)
    factories.make_practice()
    coordinator = factories.make_user("coordinator")
    factories.open_intake()
    began = time.monotonic()
    processes = Processes(
        {
            "server": [sys.executable, "-m", "practice_site.front_door", "--port", str(port)],
            "worker": [sys.executable, "manage.py", "worker"],
        }
    )
    load = Load(port, options.inquiries)
    try:
        threads = load.run(options.clients)
        disturb(options, load, processes, mailbox, database, threads)
        took = time.monotonic() - began
        wait_for_mail(mailbox, coordinator.email, options.inquiries)
    finally:
        processes.stop()
    print(f"{len(load.acknowledged)} acknowledged and {len(load.refused)} refused by {options.clients}"
          f" clients in {took:.0f} s; asked again {load.retries} times")  # fmt: skip
    return report(load, mailbox, coordinator.email)


def disturb(options, load, processes, mailbox, database, threads):
    """Kills at even stretches; the mail server is away from a third to two thirds; outages of the database at
    a quarter, in the middle and at three quarters."""
    rng = random.Random(7)
    kills, outages, is_away = 0, 0, False
    while any(thread.is_alive() for thread in threads):
        share = len(load.acknowledged) / options.inquiries
        if kills < options.kills and share >= (kills + 0.5) / options.kills:
            kind = rng.choice(KINDS)
            processes.kill(kind)
            kills += 1
            print(f"{share:4.0%}: killed {kind} ({kills})", flush=True)
        if outages < len(OUTAGES) and share >= (outages + 1) / 4:
            suffer(OUTAGES[outages], load, database, threads)
            outages += 1
        if not is_away and 1 / 3 <= share < 2 / 3:
            mailbox.stop()
            is_away = True
            print(f"{share:4.0%}: the mail server is away", flush=True)
        if is_away and share >= 2 / 3:
            mailbox.start()
            is_away = False
            print(f"{share:4.0%}: the mail server is back", flush=True)
        time.sleep(0.05)
    print(f"{kills} kills, {outages} outages")


def suffer(kind, load, database, threads):
    """Until every client has met it, or half a minute is over."""
    before, give_up = load.retries, time.monotonic() + 30
    with getattr(database, kind)():
        while time.monotonic() < give_up and load.retries < before + len(threads):
            time.sleep(0.05)
    print(f"database {kind}: asked again {load.retries - before} times", flush=True)


def wait_for_mail(mailbox, coordinator, number):
    """Mail that was tried while nobody took it waits its turn; here it need not wait so long."""
    from django.db import OperationalError, connection
    from django.utils import timezone

    from outbox.models import Message

    connection.close()  # it may be from before the database was away
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        waiting = Message.objects.filter(state=Message.State.WAITING)
        with suppress(OperationalError):
            if not waiting.exists():
                return
            # Only what nobody is sending: what was just claimed is left alone for a while.
            held = timezone.now() + timezone.timedelta(minutes=9, seconds=40)
            waiting.filter(next_attempt_at__lt=held).update(next_attempt_at=timezone.now())
        time.sleep(2)


def report(load, mailbox, coordinator):
    from intake.documents.opened import read_inquiry
    from intake.models import Inquiry, KeyHolder
    from intake.room import holders
    from intake.room.unlocking import Room
    from outbox.models import Message
    from tests import factories

    room = Room(holders.private_key_of(KeyHolder.objects.get(sheet="A"), factories.RECOVERY_CODE))
    stored = Counter()
    keys = set()
    for inquiry in Inquiry.objects.iterator(chunk_size=500):
        stored[int(read_inquiry(room, inquiry).content.message.split("-")[1])] += 1
        keys.add(str(inquiry.pk))
    acknowledged = {number for number, _status in load.acknowledged}
    lost = acknowledged - stored.keys()
    double = [number for number, count in stored.items() if count > 1]
    mails = [mail for mail in mailbox.messages if mail["To"] == coordinator]
    told = told_of(mails)
    ids = Counter(mail["Message-ID"] for mail in mailbox.messages)
    states = Counter(Message.objects.values_list("state", flat=True))
    print(f"stored: {sum(stored.values())}; lost: {len(lost)}; stored twice: {len(double)}")
    print(
        f"pages that showed the words again: {load.shown_again}; with a word missing: {load.forgotten}"
    )
    print(f"notices: of {told} inquiries in {len(mails)} mails; there are {len(keys)}")
    print(f"mails: {len(mailbox.messages)}, of them sent more than once: "
          f"{sum(count - 1 for count in ids.values())}; left over: {dict(states)}")  # fmt: skip
    return not (lost or double or load.refused or load.forgotten or told != len(keys))


def told_of(mails):
    """How many inquiries the mails tell of: one that came alone, or as many as it says. One that was sent more
    than once tells of the same."""
    texts = {mail["Message-ID"]: mail.get_content() for mail in mails}.values()
    return sum(int(found[1]) for text in texts for found in SEVERAL.finditer(text)) + sum(
        bool(ALONE.search(text)) for text in texts if not SEVERAL.search(text)
    )


if __name__ == "__main__":
    main()
