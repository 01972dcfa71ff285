"""A site of a proof's own: two real web processes on a database that may be taken away, people who read all of it
without an end, and Django in this process, which says what each page is now."""

import os
import re
import threading
import time
from contextlib import contextmanager, suppress
from typing import NamedTuple
from urllib.parse import urlencode

from tests.practice_site.front_door.door import Door
from tests.unsent_form import fields_of

FORM = "/get-started/"
CANNOT_TAKE = "This page takes no messages for the moment"
PHONE = "(555) 010-0199"
# On every page that shows the one article that is changed.
TITLE = re.compile(rb"Drawer number (\d+)")
MORE = [
    "/blog/feed/",
    "/blog/feed/atom/",
    "/blog/?page=2",
    "/sitemap.xml",
    "/sitemap/articles-1.xml",
]
ARTICLES = 24
READERS = 4
PATIENCE = 30


class Seen(NamedTuple):
    """``number`` is that in the changed article's title, where the page shows it."""

    began: float
    ended: float
    address: str
    status: int
    is_marked: bool
    says_cannot: bool
    number: int | None


class OwnSite(Door):
    def __init__(self, directory, database_url, **environment):
        super().__init__(
            directory,
            DATABASE_URL=database_url,
            WEB_WORKERS="2",
            INQUIRIES_PER_HOUR="1000000",
            **environment,
        )
        os.environ |= self.environment
        (directory / "static").mkdir()
        self.number, self.changed_at = 0, 0.0

    def set_up(self):
        import django

        django.setup()
        from django.core.management import call_command
        from django.test import Client

        call_command("migrate", verbosity=0)
        # The address of the site is that of whoever is asked.
        self.client = Client(
            headers={"host": f"127.0.0.1:{self.port}"}, raise_request_exception=False
        )

    def fill(self):
        self.set_up()
        from django.utils import timezone

        from tests import factories
        from tests.sitemap import public_paths

        factories.make_practice(phone=PHONE)
        factories.open_intake()
        ines, sleep = factories.make_therapist("Ines Calder"), factories.make_specialty("Sleep")
        ines.therapistspecialty_set.create(specialty=sleep, order=0)
        for number in range(ARTICLES):
            factories.make_published_article(f"Night {number}", [ines], [sleep])
        factories.make_published_article("Drawer number 0", [ines], [sleep])
        factories.make_page("Fees").publish()
        notice = factories.make_notice("grievance")
        factories.make_notice_text(notice, timezone.now())
        self.addresses = sorted({*public_paths(self.client), *MORE} - {FORM})

    def change(self):
        """What everybody who asks from now on is to be shown."""
        from django.db import connection

        from blog.models import Article

        connection.close()  # it may be from before the database was away
        self.number += 1
        Article.objects.filter(slug="drawer-number-0").update(
            title=f"Drawer number {self.number}", summary=f"Drawer number {self.number}"
        )
        self.changed_at = time.monotonic()

    def stale(self):
        """``(compared, stale)``: what both processes give out beside what Django makes in this one."""
        stale = []
        for address in self.addresses:
            made = self.client.get(address)
            expected = made.status_code, made.content
            for _process in range(4):
                found = self.get(address)
                if (found.status, found.body) != expected:
                    stale.append((address, found.status))
        return 4 * len(self.addresses), stale

    def look_at(self, address):
        began = time.monotonic()
        try:
            found = self.get(address)
        except OSError:
            return Seen(began, time.monotonic(), address, 0, False, False, None)
        shown = TITLE.search(found.body)
        return Seen(
            began,
            time.monotonic(),
            address,
            found.status,
            "fwd=stale" in found.headers.get("cache-status", "") and "age" in found.headers,
            CANNOT_TAKE.encode() in found.body and PHONE.encode() in found.body,
            int(shown[1]) if shown else None,
        )

    def ask_for_all(self):
        for address in [*self.addresses, FORM]:
            seen = self.look_at(address)
            assert seen.status == 200, seen

    @contextmanager
    def readers(self):
        """Gives what they have seen, which grows."""
        seen, is_over = [], threading.Event()

        def read(start):
            addresses = [*self.addresses, FORM]
            number = start * len(addresses) // READERS
            while not is_over.is_set():
                seen.append(self.look_at(addresses[number % len(addresses)]))
                number += 1

        threads = [threading.Thread(target=read, args=[start]) for start in range(READERS)]
        for thread in threads:
            thread.start()
        try:
            yield seen
        finally:
            is_over.set()
            for thread in threads:
                thread.join()

    def filled_form(self):
        page = self.get(FORM).body.decode()
        return {
            "token": fields_of(page)["token"][0], "name": "Kit", "route": "email",
            "email": "kit@mail.example", "state": "NY", "for_whom": "me", "age": "26-64",
            "message": "Every word of it,\r\nand the second line.", "consent": "on",
        }  # fmt: skip

    def send(self, form):
        """``(status, what the page holds to be sent again)``."""
        found = self.post(
            FORM, urlencode(form).encode(), "Content-Type: application/x-www-form-urlencoded"
        )
        shown = {name: values[0] for name, values in fields_of(found.body.decode()).items()}
        return found.status, shown

    def sent_in_the_end(self, form):
        """Whether it is taken, once everything is back; by nobody's hand."""
        give_up = time.monotonic() + PATIENCE
        while time.monotonic() < give_up:
            with suppress(OSError):
                status, shown = self.send(form)
                if status == 303:
                    return True
                form = shown or form
            time.sleep(0.2)
        return False

    def wait_until_nothing_is_marked(self):
        give_up, in_a_row = time.monotonic() + PATIENCE, 0
        while in_a_row < 12 and time.monotonic() < give_up:
            found = self.look_at("/")
            in_a_row = 0 if found.is_marked or found.status != 200 else in_a_row + 1
        return in_a_row == 12


def failed(seen):
    """Of views of kept pages."""
    return [(one.address, one.status) for one in seen if one.address != FORM and one.status != 200]
