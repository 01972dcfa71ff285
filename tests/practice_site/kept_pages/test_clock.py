"""What comes or goes by itself is on no kept page any more, or on all that show it, though nobody writes."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from pages.models import MenuItem
from team.models import Therapist
from tests.factories import make_notice, make_notice_text, make_page, make_published_article
from tests.practice_site.kept_pages.house import all_fresh

MINUTES = 10
# The frame, a list of articles, one that is asked of the database, and what names all of them.
PAGES = [
    "/contact/",
    "/",
    "/blog/",
    "/blog/by/month/",
    "/blog/the-drawer/",
    "/fees/",
    "/sitemap.xml",
]


def page_of_the_menu(slot):
    page = make_page("The moth room")
    page.publish()
    MenuItem.objects.create(place=slot, label="The moth room", page=page)
    return page


ROWS = {
    "in the head": lambda: page_of_the_menu("head"),
    "in the foot": lambda: page_of_the_menu("foot"),
    "an article": lambda: make_published_article("The moth room", [Therapist.objects.get()]),
}


@pytest.mark.parametrize("field", ["publish_at", "withdraw_at"])
@pytest.mark.parametrize("row", ROWS)
def test_what_the_clock_alone_does_is_seen_on_every_page(site, row, field):
    now = timezone.now()
    kind = type(ROWS[row]())
    kind.objects.filter(title="The moth room").update(**{field: now + timedelta(minutes=MINUTES)})
    shown = []
    for minutes in (0, MINUTES - 1, MINUTES, MINUTES + 1):
        with time_machine.travel(now + timedelta(minutes=minutes), tick=False):
            for address, (_status, expected) in all_fresh(PAGES).items():
                assert site.kept(address) == expected, (address, minutes)
            shown.append(b"The moth room" in site.kept("/"))
    is_gone = field == "withdraw_at"
    assert shown == [is_gone, is_gone, not is_gone, not is_gone]


def test_a_legal_notice_takes_the_place_of_another_at_its_moment_on_every_page(site):
    now, notice = timezone.now(), make_notice("grievance")
    make_notice_text(notice, now + timedelta(minutes=MINUTES), title="The moth room")
    shown = []
    for minutes in (0, MINUTES - 1, MINUTES, MINUTES + 1):
        with time_machine.travel(now + timedelta(minutes=minutes), tick=False):
            for address, (_status, expected) in all_fresh([*PAGES, "/notices/grievance/"]).items():
                assert site.kept(address) == expected, (address, minutes)
            shown.append(b"The moth room" in site.kept("/"))
    assert shown == [False, False, True, True]
