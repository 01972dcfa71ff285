from datetime import timedelta

import pytest
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.models import Series
from tests.factories import make_article, make_published_article
from tests.sitemap import public_paths

pytestmark = pytest.mark.django_db


@pytest.fixture
def series():
    return Series.objects.create(title="The first three months")


def part(series, title, **fields):
    return make_published_article(title, ["A B"], series=series, **fields)


def titles(article):
    return [part.title for part in article.position_in_series.parts]


def test_parts_are_read_by_their_number_and_then_as_they_came_out(series):
    now = timezone.now()
    late = part(series, "Late", publish_at=now - timedelta(days=1))
    part(series, "Early", publish_at=now - timedelta(days=9))
    part(series, "Two", series_order=2)
    part(series, "One", series_order=1)
    assert titles(late) == ["One", "Two", "Early", "Late"]


def test_only_what_visitors_can_read_counts(series):
    one = part(series, "One", series_order=1)
    make_article("A draft", series=series, series_order=2)
    withdrawn = part(series, "Withdrawn", series_order=3)
    withdrawn.withdraw()
    part(series, "Four", series_order=4)
    assert titles(one) == ["One", "Four"]


def test_a_draft_sees_its_own_place_in_a_preview(series):
    part(series, "One", series_order=1)
    draft = make_article("Two", series=series, series_order=2)
    assert draft.position_in_series.number == 2


def test_a_series_of_one_is_none_yet(client, series):
    one = part(series, "One")
    assert one.position_in_series is None
    assert "first three months" not in client.get(one.get_absolute_url()).content.decode()


def test_a_part_leads_to_the_one_before_and_the_one_after(client, series):
    one, two, three = (part(series, f"Part {n}", series_order=n) for n in (1, 2, 3))
    page = client.get(two.get_absolute_url()).content.decode()
    assert (
        f'Part 2 of 3 of <a href="{series.get_absolute_url()}">“The first three months”</a>' in page
    )
    assert f'rel="prev" href="{one.get_absolute_url()}"' in page
    assert f'rel="next" href="{three.get_absolute_url()}"' in page
    assert '<span aria-current="page">Part 2</span>' in page
    assert 'rel="prev"' not in client.get(one.get_absolute_url()).content.decode()
    assert 'rel="next"' not in client.get(three.get_absolute_url()).content.decode()


def test_a_series_has_a_page_with_its_parts_in_their_order(client, series):
    one, two = (part(series, f"Part {n}", series_order=n) for n in (1, 2))
    make_article("A draft", series=series)
    address = "/blog/series/the-first-three-months/"
    page = client.get(address).text
    assert page.index(">Part 1</a>") < page.index(">Part 2</a>")
    assert "A draft" not in page
    assert f'<a class="button" href="{one.get_absolute_url()}">' in page
    assert f'<a href="{address}">' in client.get(two.get_absolute_url()).text
    assert address in public_paths(client)


def test_a_series_of_fewer_than_two_parts_has_no_page(client, series):
    for article in (None, part(series, "One")):
        assert client.get(series.get_absolute_url()).status_code == 404
        assert series.get_absolute_url() not in public_paths(client), article


def test_a_page_has_titles_that_no_other_has_and_tells_machines_what_it_is(client, series):
    series.title = "One"
    series.save()
    one, _two = part(series, "One"), part(series, "Two")
    page = client.get(series.get_absolute_url()).text
    assert "<title>One, a series ·" in page
    assert "<title>One ·" in client.get(one.get_absolute_url()).text
    assert '"@type":"CreativeWorkSeries","name":"One"' in page


def test_a_series_keeps_its_address_and_has_it_alone(series):
    other = Series.objects.create(title="The first three months!")
    assert other.slug == "the-first-three-months-2"
    series.title = "The first year"
    series.save()
    assert series.slug == "the-first-three-months"
    assert Series.objects.create(title="睡眠").slug == "series"


def test_articles_stay_when_their_series_goes(series):
    article = part(series, "One")
    series.delete()
    article.refresh_from_db()
    assert article.series is None


def cost(client, article):
    from django.db import connection

    client.get(article.get_absolute_url())  # the newest articles are read
    with CaptureQueriesContext(connection) as queries:
        client.get(article.get_absolute_url())
    return len(queries)


def test_a_series_costs_one_query_however_long_it_is(client, practice, series):
    alone = make_published_article("Alone", ["A B"])
    one = part(series, "One")
    client.get(alone.get_absolute_url())
    usual = cost(client, alone)
    for n in range(3):
        part(series, f"More {n}")
    assert cost(client, one) == usual + 1
    for n in range(7):
        part(series, f"And more {n}")
    assert cost(client, one) == usual + 1


def test_a_part_in_another_language_belongs_to_no_series_of_ours(client, series):
    one = part(series, "One", series_order=1)
    part(series, "Dos", series_order=2, language="es")
    assert one.position_in_series is None
    assert series.get_absolute_url() not in client.get(one.get_absolute_url()).text


def test_a_series_without_a_page_is_named_and_not_linked(series):
    draft = make_article("A draft", series=series, series_order=2)
    part(series, "One", series_order=1)
    assert not draft.position_in_series.has_page
    part(series, "Three", series_order=3)
    del draft.position_in_series
    assert draft.position_in_series.has_page


def test_our_own_search_finds_it_as_soon_as_there_are_two_parts(client, series):
    url = series.get_absolute_url()
    part(series, "One")
    assert url not in client.get("/search/?q=first+three+months").text
    part(series, "Two")
    page = client.get("/search/?q=first+three+months").text
    assert url in page
    assert "2 parts" in page
