"""The list has so many numbered pages; beyond them articles are found by the month they came out in."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog import kept_newest, views
from blog.models import Article
from tests.assertions import queries_of, steps_of
from tests.factories import make_article, make_published_article, make_therapist

pytestmark = pytest.mark.django_db
MONTHS = "/blog/by/month/"
NEW_YORK = ZoneInfo("America/New_York")
LINK = re.compile(r'href="(/blog/[^"]*|\?[^"]*)"')


@pytest.fixture(autouse=True)
def _practice(practice):
    practice.time_zone = NEW_YORK.key
    practice.save()


@pytest.fixture
def short_pages(monkeypatch):
    monkeypatch.setattr(views.ArticleListView, "paginate_by", 2)
    monkeypatch.setattr(views, "NUMBERED_PAGES", 2)
    monkeypatch.setattr(kept_newest, "NUMBER", 3)
    monkeypatch.setattr(kept_newest.kept, "held", {})


def many(number, publish_at, every=timedelta(0)):
    """Published articles by the same guest, the newest at ``publish_at``."""
    stem = f"of-{publish_at:%Y-%m-%d-%H-%M}"
    return Article.objects.bulk_create(
        Article(
            title=f"{stem}-{n}",
            slug=f"{stem}-{n}",
            state="approved",
            publish_at=publish_at - n * every,
            first_published_at=publish_at - n * every,
        )
        for n in range(number)
    )


def at(year, month, day=15, hour=12, zone=NEW_YORK):
    return datetime(year, month, day, hour, tzinfo=zone)


def links(client, address):
    """What a page of articles leads to under /blog/."""
    response = client.get(address)
    assert response.status_code == 200, address
    main = response.text[response.text.index("<main") : response.text.index("</main")]
    page = address.partition("?")[0]
    return [page + link if link.startswith("?") else link for link in LINK.findall(main)]


def is_list(link):
    return link.count("/") != 3 or "?" in link


def walk(client, start="/blog/"):
    """``(lists, articles)``: every address that links lead to from ``start``."""
    lists, articles, ahead = set(), set(), [start]
    while ahead:
        address = ahead.pop()
        lists.add(address)
        for link in links(client, address):
            if is_list(link) or link == "/blog/":
                ahead.extend({link} - lists - set(ahead))
            else:
                articles.add(link)
    return lists, articles


def test_every_article_is_reached_by_following_links(client, short_pages):
    out = [
        *many(5, at(2026, 3)),  # all at one moment
        *many(4, at(2026, 1, 20), every=timedelta(hours=5)),
        *many(1, at(2025, 12, 31, 23)),
        *many(3, at(2019, 7), every=timedelta(days=1)),
    ]
    make_article("A draft")
    make_published_article("Gone", ["A B"], publish_at=at(2020, 1)).withdraw()
    lists, articles = walk(client)
    assert articles == {article.get_absolute_url() for article in out}
    assert {"/blog/?page=2", MONTHS, "/blog/2019/07/"} <= lists
    assert "/blog/?page=3" not in lists


def test_no_more_is_counted_than_has_a_number(client, short_pages):
    many(9, at(2026, 3))
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/blog/?page=2").text
    (count,) = [query["sql"] for query in asked if "COUNT(*)" in query["sql"]]
    assert "LIMIT 4" in count
    assert "Page 2 of 2" in page
    assert f'href="{MONTHS}"' in page
    assert client.get("/blog/?page=3").status_code == 404


def test_a_list_that_fits_one_page_needs_no_months(client):
    many(3, at(2026, 3))
    assert MONTHS not in links(client, "/blog/")


def test_months_are_listed_newest_first_and_only_where_something_can_be_read(client):
    many(2, at(2026, 3))
    many(1, at(2025, 11))
    many(1, at(2026, 1))
    make_published_article("Gone", ["A B"], publish_at=at(2026, 2)).withdraw()
    over = make_published_article("Over", ["A B"], publish_at=at(2025, 10))
    Article.objects.filter(pk=over.pk).update(withdraw_at=at(2025, 12))
    make_published_article("In Spanish", ["A B"], publish_at=at(2025, 12), language="es")
    make_published_article("To come", ["A B"], publish_at=timezone.now() + timedelta(days=40))
    make_published_article("Thrown away", ["A B"], publish_at=at(2024, 1)).put_in_trash("Edda")
    assert links(client, MONTHS) == [
        "/blog/", "/blog/2026/03/", "/blog/2026/01/", "/blog/2025/11/",
    ]  # fmt: skip
    text = client.get(MONTHS).text
    assert text.index("<h2>2026</h2>") < text.index(">March<") < text.index("<h2>2025</h2>")


def test_without_articles_the_months_say_so(client):
    assert "Nothing yet." in client.get(MONTHS).text


@pytest.mark.parametrize(
    "month", ["2026/02", "2025/12", "2026/04", "2026/3", "2026/00", "2026/13", "0000/01", "9999/12",
              "1000/01", "２０２６/03", "2026", "2026/03/01"],
)  # fmt: skip
def test_a_month_without_an_article_is_not_there(client, month):
    many(1, at(2026, 3))
    many(1, at(2026, 1))
    response = client.get(f"/blog/{month}/")
    assert response.status_code == 404


def test_a_month_that_is_still_to_come_is_not_there(client):
    soon = timezone.now() + timedelta(days=40)
    make_published_article("To come", ["A B"], publish_at=soon)
    month = f"/blog/{soon.astimezone(NEW_YORK):%Y/%m}/"
    assert client.get(month).status_code == 404


@pytest.mark.parametrize(
    ("moment", "month"),
    [
        (datetime(2026, 3, 1, 4, 59, 59, 999999, tzinfo=UTC), "/blog/2026/02/"),
        (datetime(2026, 3, 1, 5, 0, tzinfo=UTC), "/blog/2026/03/"),
        (datetime(2026, 4, 1, 3, 59, 59, 999999, tzinfo=UTC), "/blog/2026/03/"),
        (datetime(2026, 4, 1, 4, 0, tzinfo=UTC), "/blog/2026/04/"),  # the clocks have changed
        (datetime(2026, 1, 1, 4, 59, tzinfo=UTC), "/blog/2025/12/"),
    ],
)
def test_a_month_is_one_of_the_practices_own_clock(client, moment, month):
    (article,) = many(1, moment)
    assert article.get_absolute_url() in links(client, month)
    assert month in links(client, MONTHS)
    for other in {"/blog/2025/12/", "/blog/2026/02/", "/blog/2026/03/", "/blog/2026/04/"} - {month}:
        assert client.get(other).status_code == 404


def test_a_month_shows_its_articles_newest_first_and_leads_to_its_neighbors(client):
    many(1, at(2026, 5))
    many(3, at(2026, 3), every=timedelta(days=1))
    many(1, at(2025, 12))
    text = client.get("/blog/2026/03/").text
    assert re.findall(r">of-2026-03-15-12-00-(\d)<", text) == ["0", "1", "2"]
    assert "<title>Articles of March 2026 · " in text
    assert 'rel="prev" href="/blog/2026/05/">May 2026<' in text
    assert 'rel="next" href="/blog/2025/12/">December 2025<' in text
    assert 'rel="canonical" href="http://127.0.0.1:8000/blog/2026/03/"' in text
    assert "in March 2026" in re.search('<meta name="description" content="([^"]*)"', text)[1]


def test_pages_of_a_month_lead_on_and_back(client, short_pages):
    many(5, at(2026, 3))
    ways = {}
    address, seen = "/blog/2026/03/", []
    while address:
        text = client.get(address).text
        seen += re.findall(r'<h2><a href="([^"]*)"', text)
        ways[address] = re.search('rel="prev" href="([^"]*)"', text)
        assert f'rel="canonical" href="http://127.0.0.1:8000{address}"' in text
        onward = re.search('rel="next" href="([^"]*)"', text)
        address = onward and onward[1]
    pages = list(ways)
    assert len(pages) == 3
    assert [way and way[1] for way in ways.values()] == [None, *pages[:2]]
    assert seen == [f"/blog/of-2026-03-15-12-00-{n}/" for n in reversed(range(5))]


def test_a_page_of_a_month_stays_what_it_was_when_something_newer_comes_out(client, short_pages):
    many(3, at(2026, 3))
    second = next(link for link in links(client, "/blog/2026/03/") if "before" in link)
    before = [link for link in links(client, second) if not is_list(link)]
    many(2, at(2026, 3, 20))
    assert [link for link in links(client, second) if not is_list(link)] == before


@pytest.mark.parametrize(
    "before",
    [
        "", "abc", "-", "1", "20260315T160000000000", "20260315T160000000000-", "20260399T000000000000-1",
        "20260315T160000000000-99999999999999999999", "20260315T160000000000-１",
        "20260315T160000000000-01", "20260101T000000000000-5", "20260501T000000000000-5",
        "00010101T000000000000-1", "99991231T235959999999-1", "20260315T16000000000-1", "\0",
    ],
)  # fmt: skip
def test_an_odd_place_in_a_month_is_nowhere(client, before):
    many(20, at(2026, 3))
    assert client.get("/blog/2026/03/", {"before": before}).status_code in {400, 404}


def test_what_else_an_address_asks_changes_nothing(client):
    many(3, at(2026, 3))
    plain = links(client, "/blog/2026/03/")
    assert links(client, "/blog/2026/03/?page=9&after=1") == plain


def test_an_article_may_be_called_like_any_part_of_such_an_address(client):
    for slug in ("by", "month", "2026", "03"):
        article = make_published_article(slug, ["A B"], publish_at=at(2026, 3))
        assert client.get(article.get_absolute_url()).status_code == 200
    assert client.get(MONTHS).status_code == 200


def test_months_cost_the_same_for_two_years_as_for_twenty(client):
    author = make_therapist()

    def fill(years):
        for year in years:
            make_published_article(f"Of {year}", [author], publish_at=at(year, 3))

    fill([2025, 2024])
    costs = {address: queries_of(client, address) for address in (MONTHS, "/blog/2024/03/")}
    fill(range(2004, 2024))
    assert {address: queries_of(client, address) for address in costs} == costs


@pytest.mark.skipif(connection.vendor != "sqlite", reason="counts the steps of SQLite")
def test_what_is_looked_at_does_not_grow_with_other_articles(client, short_pages):
    hours = timedelta(hours=1)
    many(60, at(2026, 3), every=hours)
    many(60, at(2015, 3), every=hours)
    deep = links(client, "/blog/2015/03/")
    deep = next(link for link in deep if "before" in link)
    addresses = ["/blog/", "/blog/?page=2", "/blog/2026/03/", "/blog/2015/03/", deep, MONTHS]
    few = {address: steps_of(client, address) for address in addresses}
    many(1500, at(2026, 3, 10), every=timedelta(minutes=1))
    many(1500, at(2015, 3, 10), every=timedelta(minutes=1))
    grown = {address: steps_of(client, address) for address in addresses}
    assert {a: cost for a, cost in grown.items() if cost > few[a] + 30} == {}
