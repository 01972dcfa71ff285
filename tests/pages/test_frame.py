"""What stands around a page is made once, and is that page's own all the same."""

import re

import pytest

from freshness import basis
from pages import frame
from pages.models import MenuItem
from tests.factories import make_page

pytestmark = pytest.mark.django_db
HERE = re.compile(r'<a href="([^"]+)" aria-current="(\w+)"')


def marked(client, address):
    return HERE.findall(client.get(address).text)


def test_each_page_marks_its_own_part_of_the_menu_whichever_was_read_before(client, practice):
    make_page("Fees")
    seen = {
        "/team/": [("/team/", "page")],
        "/team/nobody-here/": [("/team/", "true")],
        "/blog/by/month/": [("/blog/", "true")],
        "/contact/": [("/contact/", "page")],
        "/fees/": [],
        "/": [],
    }
    for _time in range(2):
        for address, here in seen.items():
            assert marked(client, address) == here, address


def test_a_menu_of_their_own_is_marked_likewise_and_leaves_the_form_to_its_button(client, practice):
    MenuItem.objects.create(label="Fees", page=make_page("Fees"), place="head")
    MenuItem.objects.create(label="Write", section="intake:inquiry_create", place="head")
    assert marked(client, "/fees/") == [("/fees/", "page")]
    assert marked(client, "/contact/") == []
    assert ">Write</a>" not in client.get("/fees/").text


def test_it_shows_the_facts_of_the_site_and_nothing_that_could_be_another_in_between(practice):
    around = frame.current()
    with basis.of() as own:
        around.head("/team/")
        assert around.door()
        for template in ("_links.html", "_crisis_help.html"):
            assert around.part(template)
    assert len(around.made) == 4
    asked = {name for name, _arguments in own.questions}
    assert asked == {"groups.kept_groups.is_there_one"}, "whether the menu leads to something"
    own.questions.clear()
    assert own.is_of_nothing


def test_it_is_sent_without_the_room_between_its_lines(practice):
    around = frame.current()
    for html in (around.head("/team/"), around.door(), around.part("_crisis_help.html")):
        assert "<" in html
        assert "\n\n" not in html
        assert "\n " not in html
