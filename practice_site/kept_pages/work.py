"""What is done in a thread of Django's: the look at the mark, and the making of a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from time import monotonic, time

from django.core.signals import request_finished, request_started

from practice_site.front_door import django_threads
from practice_site.front_door.bodies import Body
from practice_site.front_door.files import Answer
from practice_site.front_door.requests import Environ
from practice_site.kept_pages import clock
from practice_site.kept_pages.making import WISH, Made
from practice_site.kept_pages.page import Page, outgoing_of
from practice_site.kept_pages.shelf import SharedShelf, code_of_the_site
from practice_site.kept_pages.tables import MARK
from practice_site.kept_pages.watches import Watch

# What is kept is made whole, as for somebody who has nothing of it and is nobody.
OF_ONE_VISITOR = {"HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE", "HTTP_COOKIE"}
NEVER = float("inf")


class Work:
    def __init__(self) -> None:
        self.shared = SharedShelf(code_of_the_site())

    def look(self, watch: Watch) -> str:
        with like_a_request():
            watch.listen()
            return MARK.look()

    def finish(
        self, address: str, page: Page | None, environ: Environ, body: Body, mark: str
    ) -> Page | Answer:
        """The page that is right at ``mark``; an answer where there is none that could be kept."""
        found = (page and self.confirm(page, mark)) or self.from_others(address, page, mark)
        return found or self.make(address, environ, body, mark)

    def confirm(self, page: Page, mark: str) -> Page | None:
        with like_a_request():
            return still_right(page, mark)

    def from_others(self, address: str, page: Page | None, mark: str) -> Page | None:
        """What another process has made of it meanwhile."""
        found = self.from_shelf(address)
        if found is None or (page and found.reading == page.reading):
            return None
        return self.confirm(found, mark)

    def from_shelf(self, address: str) -> Page | None:
        return self.shared.find(address) if is_shared(address) else None

    def make(self, address: str, environ: Environ, body: Body, mark: str) -> Page | Answer:
        since = time()
        with like_a_request():
            # Before the page: what turns while it is made is a turn to come.
            asks_at, end_of_day = seconds(clock.next_turn()), clock.midnight().timestamp()
        made = Made()
        asked = {name: value for name, value in environ.items() if name not in OF_ONE_VISITOR}
        asked |= {"REQUEST_METHOD": "GET", "QUERY_STRING": address.partition("?")[2], WISH: made}
        answer = django_threads.answer(asked, body, monotonic())
        _status, headers, _content = answer
        if made.own is None or made.plain is None or not mark:
            return answer
        with like_a_request():
            reading = made.own.reading()
            # Nobody has written since the page was begun, so that is what the page says.
            if MARK.look() != mark:
                return answer
        until = min(end_of_day, seconds(made.own.until))
        outgoing = outgoing_of(headers, made.plain, made.own_part)
        page = Page(outgoing, made.own, reading, mark, since, until, asks_at)
        if is_shared(address):
            self.shared.put(address, page)
        return page


def is_shared(address: str) -> bool:
    """Not pages with questions: anybody can think of some."""
    return address.endswith("?")


def still_right(page: Page, mark: str) -> Page | None:
    """The page at ``mark``, if its rows say what they said."""
    now = time()
    if not mark or not page.is_of(now):
        return None
    if page.is_right(mark, now):
        return page
    asks_at = seconds(clock.next_turn())
    if page.basis.reading() != page.reading or MARK.look() != mark:
        return None
    return replace(page, mark=mark, since=now, asks_at=asks_at)


def seconds(moment: datetime | None) -> float:
    return moment.timestamp() if moment else NEVER


@contextmanager
def like_a_request() -> Iterator[None]:
    """For Django, which looks after the thread's connection to the database between two requests."""
    request_started.send(sender=like_a_request, environ={})
    try:
        yield
    finally:
        request_finished.send(sender=like_a_request)
