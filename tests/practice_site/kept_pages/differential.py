"""Whether each page that is kept is what Django would make now, after writes of every kind and in time that passes."""

import datetime
import re

import time_machine
from django.db import transaction
from django.test import Client

from tests.practice_site.kept_pages.changes import change
from tests.practice_site.kept_pages.house import all_fresh
from tests.sitemap import public_paths

MORE = [
    "/blog/?page=2", "/blog/?page=3", "/team/?format=video", "/team/?room=1",
    "/sitemap.xml", "/sitemap/articles-1.xml", "/sitemap/team-1.xml", "/blog/by/month/", "/no-such-page/",
    "/blog/no-such-article/", "/team/?specialty=nothing",
]  # fmt: skip
IN_FEEDS = re.compile(r"/blog/((author|specialty|approach)/[^/]+/)?\Z")
FORMS = ("feed/", "feed/atom/", "feed/json/")
# Minutes that pass between two changes; now and then a day ends.
STEPS = [0] * 40 + [1, 1, 7, 7, 45, 300, 3000]


class Faulty(Exception):
    """Django itself cannot make the page of these rows."""


def addresses(client):
    months = [path for path in links_on(client, "/blog/by/month/") if path.startswith("/blog/2")]
    public = public_paths(client)
    feeds = [f"{path}{form}" for path in public if IN_FEEDS.match(path) for form in FORMS]
    return sorted({*public, *MORE, *months, *feeds} - {"/get-started/", "/es/get-started/"})


def links_on(client, path):
    text = client.get(path).content.decode()
    return [part.split('"')[0] for part in text.split('href="')[1:]]


class Differential:
    """``checked`` pages were compared, ``kept`` of them came from the keeper, ``made`` were made anew."""

    def __init__(self, house, random, more_ways=()):
        self.house, self.random, self.more_ways = house, random, more_ways
        self.addresses = addresses(Client())
        self.checked = self.kept = 0
        self.done = []

    def run(self, steps, at_once=8):
        with time_machine.travel(datetime.datetime.now(datetime.UTC), tick=False) as self.clock:
            for _number in range(steps):
                self.step(at_once)

    def step(self, at_once):
        try:
            with transaction.atomic():
                self.clock.shift(datetime.timedelta(minutes=self.random.choice(STEPS)))
                if done := change(self.random, self.more_ways):
                    self.done.append(done)
                chosen = all_fresh(self.random.sample(self.addresses, at_once))
                for address, (status, expected) in chosen.items():
                    self.compare(address, status, expected)
        except Faulty:
            self.done.append("taken back")

    def compare(self, address, status, expected):
        if status == 500:
            raise Faulty
        found = self.house.kept(address)
        self.checked += 1
        if found is None:
            return
        self.kept += 1
        assert status == 200, (address, status, self.done[-5:])
        assert found == expected, (address, self.done[-5:], first_difference(found, expected))

    def __str__(self):
        made = len(self.house.made)
        return (
            f"{self.checked} pages compared after {len(self.done)} changes: {self.kept} kept, of them {made} made"
            " anew, 0 stale"
        )


def first_difference(found, expected):
    for number, (one, other) in enumerate(
        zip(found.splitlines(), expected.splitlines(), strict=False)
    ):
        if one != other:
            return number, one[:300], other[:300]
    return "one is longer"
