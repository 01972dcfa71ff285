"""A page asks once whether what is kept still holds, as long as it writes nothing itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from freshness.marks import Mark, one_look
from freshness.middleware import OneLook
from pages import frame, kept_practice
from pages.models import MenuItem, Practice

pytestmark = pytest.mark.django_db


def looks(asked):
    return sum("freshness_edition" in query["sql"] for query in asked if "SELECT" in query["sql"])


def test_one_statement_serves_a_whole_page(practice):
    with CaptureQueriesContext(connection) as asked, one_look():
        frame.current()
        kept_practice.current()
    assert looks(asked) == 1


def test_a_union_reads_as_well(practice):
    menu = MenuItem.objects.order_by().values_list("pk")
    with CaptureQueriesContext(connection) as asked, one_look():
        frame.current()
        list(menu.filter(order=1).union(menu.filter(order=2)))
        kept_practice.current()
    assert looks(asked) == 1


def test_what_is_written_in_the_block_is_seen_in_it(practice):
    with one_look():
        assert kept_practice.current().name != "Quiet Rooms"
        Practice.objects.update(name="Quiet Rooms")
        assert kept_practice.current().name == "Quiet Rooms"
        Practice.objects.update(name="Quieter Rooms")
        assert kept_practice.current().name == "Quieter Rooms"


def test_the_next_block_looks_again(practice):
    for name in ("One", "Two"):
        Practice.objects.update(name=name)
        with one_look():
            assert kept_practice.current().name == name


@pytest.mark.parametrize(("method", "number"), [("GET", 1), ("HEAD", 1), ("POST", 2), ("PUT", 2)])
def test_only_whoever_reads_looks_once(rf, method, number):
    def page(request):
        return [Mark.every["pages.practice"].look(), Mark.every["pages.frame"].look()]

    with CaptureQueriesContext(connection) as asked:
        OneLook(page)(rf.generic(method, "/"))
    assert looks(asked) == number
