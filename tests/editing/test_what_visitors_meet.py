"""What stands at the address of an article or a page: the text, a page that says it is gone, or nothing."""

from datetime import timedelta
from itertools import product

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from blog.models import Article
from editing.models import Redirect
from pages.models import Page
from practice_site import near_pages
from tests.editing.desk import saved
from tests.factories import make_article, make_page, make_published_article

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
TIMES = [None, -2 * HOUR, -HOUR, HOUR, 2 * HOUR]
ROWS = list(product(["draft", "approved", "withdrawn"], TIMES, TIMES, [None, -HOUR, HOUR], [0, 1]))


def expected(row, now):
    """The rule in its own words, from what is stored."""
    if type(row).objects.published(now).filter(pk=row.pk).exists():
        return 200
    was_public = row.first_published_at is not None and row.first_published_at <= now
    is_over = row.state == "approved" and row.withdraw_at is not None and row.withdraw_at <= now
    if was_public and (row.trashed_at or row.state == "withdrawn" or is_over):
        return 410
    return 404


@pytest.mark.parametrize("make", [make_article, make_page])
def test_every_state_at_every_time(client, practice, undrawn, make):
    row = make(slug="here")
    now = timezone.now()

    def when(time):
        return None if time is None else now + time

    met = {}
    for state, publish_at, withdraw_at, first, is_trashed in ROWS:
        facts = {"state": state, "publish_at": when(publish_at), "withdraw_at": when(withdraw_at)}
        facts |= {"first_published_at": when(first), "trashed_at": now if is_trashed else None}
        try:
            with transaction.atomic():
                type(row).objects.filter(pk=row.pk).update(**facts)
        except IntegrityError:
            continue  # a constraint says that there is no such row
        row.refresh_from_db()
        met.setdefault(client.get(row.get_absolute_url()).status_code, []).append(facts)
        assert client.get(row.get_absolute_url()).status_code == expected(row, now), facts
    assert {status: len(found) > 5 for status, found in met.items()} == dict.fromkeys(
        (200, 404, 410), True
    )


@pytest.mark.parametrize("make", [make_article, make_page])
def test_only_what_visitors_see_is_swapped_by_a_visit(client, editor, make):
    titles = {}
    for state, (status, facts) in enumerate(
        {
            "live": {},
            "draft": {"state": "draft"},
            "scheduled": {"publish_at": timezone.now() + HOUR},
            "withdrawn": {"state": "withdrawn"},
            "trashed": {"trashed_at": timezone.now()},
        }.items()
    ):
        row = make_published_article(f"Old {state}", ["Rosa"]) if make is make_article else None
        row = row or make_page(f"Old {state}")
        with_next_text(editor, row)
        facts = facts | {"swap_at": timezone.now() - HOUR}
        type(row).objects.filter(pk=row.pk).update(**facts)
        client.get(row.get_absolute_url())
        row.refresh_from_db()
        titles[status] = row.title.split()[0]
    assert titles == dict.fromkeys(titles, "Old") | {"live": "New"}


def with_next_text(editor, row):
    if isinstance(row, Article):
        return saved(editor, row, title="New title", _keep="1")
    local = timezone.localtime(row.publish_at)
    return editor.post(
        f"/admin/pages/page/{row.pk}/change/",
        {
            "title": "New title", "slug": row.slug, "lede": "", "body": row.body, "_keep": "1",
            "publish_at_0": f"{local:%Y-%m-%d}", "publish_at_1": f"{local:%H:%M:%S}",
        },
    )  # fmt: skip


@pytest.mark.parametrize(
    "make",
    [
        lambda: None,
        lambda: make_page(slug="nothing", state="draft"),
        lambda: make_page(slug="nothing", publish_at=timezone.now() + HOUR),
        lambda: make_page(slug="nothing", language="es"),
        lambda: make_article(slug="nothing", authors=["Rosa"]),
    ],
)
@pytest.mark.parametrize("address", ["/nothing/", "/blog/nothing/"])
def test_where_nothing_is_costs_one_look_for_the_text_and_one_for_an_old_address(
    client, practice, make, address, django_assert_max_num_queries, monkeypatch
):
    # What is near an address is looked up only a few times in a second: tests/practice_site/test_near_pages.py.
    monkeypatch.setattr(near_pages, "budget", near_pages.Budget(most=0, each_second=0))
    make()
    client.get(address)
    with django_assert_max_num_queries(3) as asked:
        assert client.get(address).status_code == 404
    # Whether what is kept is so still is asked as well: of articles, and of the head and the foot of what is answered.
    text, old = (sql for query in asked if "freshness_edition" not in (sql := query["sql"]))
    assert (Article if "blog" in address else Page)._meta.db_table in text
    assert Redirect._meta.db_table in old


def test_what_is_there_is_shown_in_the_practices_own_time(client, practice):
    moment = timezone.now().replace(year=2026, month=3, day=2, hour=3)
    for zone, day in (("America/New_York", "March 1, 2026"), ("UTC", "March 2, 2026")):
        practice.time_zone = zone
        practice.save()
        article = make_published_article(f"In {zone}", ["Rosa"], publish_at=moment)
        assert day in client.get(article.get_absolute_url()).text
