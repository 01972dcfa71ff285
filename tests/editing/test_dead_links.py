from datetime import date

import pytest
from django.urls import path as url

from editing.addresses import is_dead
from pages.models import Page
from tests.factories import make_article, make_page, make_published_article, make_therapist
from writing.links import path_inside

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("href", "path"),
    [("/fees/", "/fees/"), ("/fees/?a=1#b", "/fees/"), ("https://practice.example/fees/#b", "/fees/"),
     ("https://PRACTICE.example", "/"), ("https://other.example/fees/", ""), ("//other.example/", ""),
     ("mailto:a@practice.example", ""), ("tel:988", ""), ("#part-one", ""), ("", "")],
)  # fmt: skip
def test_which_links_are_inside_the_site(href, path, settings):
    settings.SITE_URL = "https://practice.example"
    assert path_inside(href) == path


def test_pages_that_answer_are_alive(practice):
    for path in [
        "/",
        "/blog/",
        "/team/",
        "/get-started/",
        "/sitemap.xml",
        "/sitemap/entrances.xml",
    ]:
        assert not is_dead(path), path
    for row in [make_published_article(authors=["June Aldecott"]), make_therapist()]:
        assert not is_dead(row.get_absolute_url()), row


def test_an_address_may_be_written_with_escapes(practice):
    make_page(slug="fees")
    assert not is_dead("/%66ees/")


def test_an_address_nobody_answers_is_dead(practice):
    for path in [
        "/blog/never-written/",
        "/no-such-page/",
        "/team/nobody/",
        "/no/such/place/",
        "/%F0%9F%98%B6/",
    ]:
        assert is_dead(path), path


def test_what_visitors_cannot_see_yet_is_dead_to_them(practice):
    assert is_dead(make_article().get_absolute_url())


def test_an_address_without_its_last_slash_is_sent_on(practice):
    assert not is_dead("/team")
    assert is_dead("/no-such-page")


@pytest.mark.parametrize(
    "path", ["/admin/nothing/here/", "/media/images/none.jpg", "/static/none.css"]
)
def test_what_is_not_a_page_is_not_judged(path):
    assert not is_dead(path)


def broken(request, slug):
    raise RuntimeError(slug)


def spoiling(request, slug):
    Page.objects.create(pk=1, title="One", slug="one")
    Page.objects.create(pk=1, title="Two", slug="two")


urlpatterns = [url("broken/<slug>/", broken), url("spoiling/<slug>/", spoiling)]


@pytest.mark.urls(__name__)
def test_a_view_in_trouble_proves_nothing_and_spoils_nothing(monkeypatch):
    assert not is_dead("/broken/a/")
    assert not is_dead("/spoiling/a/")
    assert Page.objects.count() == 0


def test_an_old_address_that_leads_on_is_alive(practice):
    article = make_published_article(authors=["June Aldecott"], slug="on-sleep")
    article.slug = "sleep"
    article.save()
    assert not is_dead("/blog/on-sleep/")


def test_what_was_withdrawn_is_dead_and_a_leaver_still_helps(practice):
    article = make_published_article(authors=["June Aldecott"])
    article.withdraw()
    assert is_dead(article.get_absolute_url())
    assert not is_dead(make_therapist(left_on=date(2024, 5, 1)).get_absolute_url())


def test_asking_runs_no_view(practice, monkeypatch):
    def run(*args, **kwargs):
        raise AssertionError("a view was run to judge a link")

    monkeypatch.setattr("django.views.generic.base.View.dispatch", run)
    row = make_published_article(authors=["June Aldecott"])
    assert not is_dead(row.get_absolute_url())
    assert is_dead(make_article(slug="not-yet").get_absolute_url())


@pytest.mark.parametrize(
    "path", ["/p/some-token/", "/t/some-token/", "/r/BFNF-XP5Y/", "/c/some-token/", "/admin/"]
)
def test_a_private_link_is_never_called_dead(path):
    assert not is_dead(path)


def test_the_same_name_in_another_part_of_the_site_is_no_page_here(practice):
    make_page(slug="fees")
    assert is_dead("/blog/fees/")
    assert is_dead("/team/fees/")
