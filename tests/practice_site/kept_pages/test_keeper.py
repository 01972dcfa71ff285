import asyncio

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from blog.models import Article
from blog.selections import KINDS
from pages.models import Practice
from practice_site.kept_pages import tables, work
from practice_site.kept_pages.outgoing import Outgoing
from practice_site.kept_pages.shelf import Shelf
from practice_site.kept_pages.which import KEPT, address_of
from tests.factories import make_published_article
from tests.practice_site.kept_pages.house import House, Scope, all_fresh, fresh

PAGES = {
    "home": "/",
    "blog:article_list": "/blog/",
    "blog:article_detail": "/blog/the-drawer/",
    "blog:series": "/blog/series/nights/",
    "blog:months": "/blog/by/month/",
    "blog:month": f"/blog/{timezone.localdate():%Y/%m}/",
    "blog:feed_rss": "/blog/feed/",
    "blog:feed_atom": "/blog/feed/atom/",
    "blog:feed_json": "/blog/feed/json/",
    "blog:author": "/blog/author/ines-calder/",
    "blog:author_rss": "/blog/author/ines-calder/feed/",
    "blog:author_atom": "/blog/author/ines-calder/feed/atom/",
    "blog:author_json": "/blog/author/ines-calder/feed/json/",
    "blog:specialty": "/blog/specialty/sleep/",
    "blog:specialty_rss": "/blog/specialty/sleep/feed/",
    "blog:specialty_atom": "/blog/specialty/sleep/feed/atom/",
    "blog:specialty_json": "/blog/specialty/sleep/feed/json/",
    "blog:approach": "/blog/approach/emdr/",
    "blog:approach_rss": "/blog/approach/emdr/feed/",
    "blog:approach_atom": "/blog/approach/emdr/feed/atom/",
    "blog:approach_json": "/blog/approach/emdr/feed/json/",
    "team:therapist_list": "/team/",
    "team:therapist_compare": "/team/compare/people/",
    "team:therapist_detail": "/team/ines-calder/",
    "team:specialty_list": "/specialties/",
    "team:specialty_detail": "/specialties/sleep/",
    "team:modality_list": "/approaches/",
    "team:modality_detail": "/approaches/emdr/",
    "groups:group_list": "/groups/",
    "groups:group_detail": "/groups/sleepers/",
    "pages:location_list": "/locations/",
    "pages:location_detail": "/locations/house/",
    "pages:contact": "/contact/",
    "pages:legal_notice": "/notices/grievance/",
    "pages:page_detail": "/fees/",
    "sitemap": "/sitemap.xml",
    "sitemap_entrances": "/sitemap/entrances.xml",
    "sitemap_section": "/sitemap/articles-1.xml",
}

COMPARED = "/team/compare/people/?who=ines-calder"
# Made anew where one of their rows changed, though they may show none of that.
LISTS = {
    "/blog/by/month/?",
    *(
        f"{address}?"
        for name, address in PAGES.items()
        if name.endswith(("_rss", "_atom", "_json"))
    ),
    *(f"{PAGES[f'blog:{kind}']}?" for kind in KINDS),
    "/sitemap.xml?",
    "/sitemap/entrances.xml?",
    "/sitemap/articles-1.xml?",
}


def all_kept(house):
    """Every page once; those of them that were made for it."""
    before = len(house.made)
    for address in every_address():
        house.kept(address)
    return set(house.made[before:])


def every_address():
    articles = [article.get_absolute_url() for article in Article.objects.published()]
    return sorted({*PAGES.values(), *articles, "/blog/?page=2", "/team/?format=video", COMPARED})


def test_a_page_is_made_once_and_is_what_django_makes_in_each_coding(site, monkeypatch):
    # What another process has made is another rule's.
    monkeypatch.setattr(site.keeper.work.shared, "find", lambda address: None)
    for address in PAGES.values():
        for coding in ["", "gzip", "br"]:
            assert site.kept(address, coding) == fresh(address)[1], (address, coding)
    assert site.made == [f"{address}?" for address in PAGES.values()]
    assert {*KEPT} - {*PAGES} == {"get_started", "pages:colors"}, "see test_form, and below"


def test_the_practices_colors_are_kept_without_a_tag(site):
    Practice.objects.update(accent_light="#3355aa", accent_dark="#99aaee")
    address = reverse("pages:colors", args=[Practice.objects.get().colors_digest])
    found = site.ask(address)
    assert (found.content, found.etag) == (fresh(address)[1], "")
    assert "immutable" in dict(found.headers)["cache-control"]
    assert not found.is_known("*", None)
    Practice.objects.update(accent_light="#775511")
    assert site.ask(address)[0] == 404


def test_pages_for_one_person_have_no_address_here():
    """Every address of the site, by the names of its views: what is kept is on the list and nothing else."""
    names = set(every_view(get_resolver()))
    assert set(KEPT) <= names
    for path in [
        "/admin/",
        "/admin/login/",
        "/r/AAAA-BBBB-CCCC-DDDD/",
        "/es/r/AAAA-BBBB-CCCC-DDDD/",
        "/c/x/",
        "/readyz",
    ]:
        assert address_of(path, "") is None
    others = {
        name for name in KEPT if name.split(":")[0] not in {"blog", "groups", "team", "pages"}
    }
    assert others == {"home", "get_started", "sitemap", "sitemap_entrances", "sitemap_section"}


def every_view(resolver, above=""):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from every_view(
                pattern, f"{above}{pattern.namespace}:" if pattern.namespace else above
            )
        elif pattern.name:
            yield f"{above}{pattern.name}"


def test_nothing_of_a_kept_page_is_of_one_visitor(site):
    for address in every_address():
        found = site.ask(address)
        assert isinstance(found, Outgoing), address
        headers = dict(found.headers)
        assert "set-cookie" not in headers
        assert headers["vary"].lower() == "accept-encoding"
        assert b"csrf" not in site.kept(address)


def test_a_page_that_looks_at_who_asks_is_not_kept(site, monkeypatch):
    from practice_site.views import HomeView

    get = HomeView.get

    def greet(self, request, *args, **kwargs):
        request.session.get("name")
        return get(self, request, *args, **kwargs)

    monkeypatch.setattr(HomeView, "get", greet)
    assert site.kept("/") is None
    assert not site.keeper.shelf.pages


def test_a_page_that_reads_a_table_nobody_watches_is_not_kept(site, monkeypatch):
    monkeypatch.setattr(tables, "watched", lambda: frozenset({"pages_practice"}))
    assert site.kept("/contact/") is None


@pytest.mark.parametrize(
    "headers",
    [
        {"cookie": "sessionid=x"},
        {"cookie": "a=b; sessionid=x"},
        {"host": "elsewhere.example"},
        {"host": ""},
    ],
)
def test_whoever_is_signed_in_or_asks_another_host_gets_it_from_django(site, headers):
    site.kept("/")
    assert site.ask("/", **headers) is None


@pytest.mark.parametrize("method", ["POST", "PUT", "OPTIONS", "DELETE"])
def test_only_reading_is_answered_from_what_is_kept(site, method):
    assert site.ask("/", method) is None


def test_questions_that_a_page_does_not_know_make_no_other_page(site):
    first = site.kept("/blog/?page=2")
    for query in ["page=2&utm_source=mail", "x=1&page=2&&", "fbclid=%F0%9F%98%80&page=2"]:
        assert site.kept(f"/blog/?{query}") == first
    assert site.made == ["/blog/?page=2"]


def test_what_is_not_there_is_made_once_and_not_kept(site):
    answer = site.ask("/blog/nothing-here/")
    assert answer[0] == 404
    assert site.made == ["/blog/nothing-here/?"]
    assert not site.keeper.shelf.pages


def changes():
    article = Article.objects.get(slug="the-drawer")
    yield lambda: Article.objects.filter(pk=article.pk).update(title="The other drawer")
    yield lambda: Article.objects.filter(slug="night-7").update(summary="Other words")
    yield lambda: Article.objects.filter(slug="night-3").update(state=Article.State.WITHDRAWN)
    yield lambda: make_published_article("Newest of all", [article.bylines.get().therapist])
    yield lambda: Article.objects.get(slug="night-12").delete()
    yield lambda: article.specialties.clear()
    yield lambda: Practice.objects.update(phone="555-0199")
    yield lambda: Practice.objects.update(tagline=Practice.objects.get().tagline)


def test_after_a_change_those_pages_are_made_anew_that_show_it(site):
    all_kept(site)
    before = all_fresh(every_address())
    for change in changes():
        change()
        made = all_kept(site)
        now = all_fresh(every_address())
        shown = {
            address if "?" in address else f"{address}?"
            for address in now
            if address in before and before[address][1] != now[address][1]
        }
        new = {f"{address}?" for address in now if address not in before}
        assert shown <= made | new
        assert made - shown - new <= LISTS
        before = now


def test_a_withdrawn_article_is_gone_at_once(site):
    assert site.kept("/blog/the-drawer/")
    Article.objects.get(slug="the-drawer").withdraw()
    assert site.ask("/blog/the-drawer/")[0] == 410


def test_a_change_while_a_page_is_made_is_on_the_next(site, monkeypatch):
    answer = work.django_threads.answer

    def slow(*arguments):
        made = answer(*arguments)
        Practice.objects.update(phone="555-0142")
        return made

    with monkeypatch.context() as patch:
        patch.setattr(work.django_threads, "answer", slow)
        assert site.kept("/contact/") is None
    assert b"555-0142" in site.kept("/contact/")


def test_however_many_ask_one_page_is_made(site, monkeypatch):
    site.kept("/")
    # Nobody looks first, so that all of them ask for it before it is there.
    monkeypatch.setattr(site.keeper, "is_still", lambda beside_visitors=False: True)
    monkeypatch.setattr(site.keeper.work.shared, "find", lambda address: None)

    async def all_at_once():
        from practice_site.front_door.bodies import Body
        from practice_site.front_door.requests import environ_of

        scopes = [Scope("/blog/") for _number in range(16)]
        asked = (
            site.keeper.answer(one, environ_of(one, has_proxies=False), Body(None, 0))
            for one in scopes
        )
        return await asyncio.gather(*asked)

    found = site.threads.work_until(asyncio.run_coroutine_threadsafe(all_at_once(), site.loop))
    assert len({one.content for one in found}) == 1
    assert site.made == ["/?", "/blog/?"]


def test_another_process_finds_what_is_made(site):
    first = site.kept("/blog/the-drawer/")
    other = House()
    assert other.kept("/blog/the-drawer/") == first
    assert other.made == []
    Article.objects.update(title="The other drawer")
    assert other.kept("/blog/the-drawer/") == fresh("/blog/the-drawer/")[1] != first
    other.close()


def test_a_page_of_other_code_is_nobodys(site, monkeypatch):
    site.kept("/")
    monkeypatch.setattr(work, "code_of_the_site", lambda: "tomorrow’s")
    other = House()
    other.kept("/")
    assert other.made == ["/?"]
    other.close()


def test_without_a_shared_shelf_pages_are_kept(site, settings, tmp_path):
    (tmp_path / "a file").write_text("")
    where = {"LOCATION": tmp_path / "a file" / "below"}
    settings.CACHES = settings.CACHES | {"pages": settings.CACHES["pages"] | where}
    assert site.kept("/") == site.kept("/")
    assert site.made == ["/?"]


def test_nothing_is_kept_while_nothing_tells_of_writes(site, monkeypatch):
    monkeypatch.setattr(tables.MARK, "look", lambda: "")
    assert site.kept("/") is None


def test_whoever_has_a_page_is_told_so_in_each_coding(site):
    tags = {
        coding: site.ask("/", **{"accept-encoding": coding}).etag for coding in ("", "gzip", "br")
    }
    assert len({*tags.values()}) == 3
    for coding, tag in tags.items():
        response = Client().get("/", headers={"accept-encoding": coding, "if-none-match": tag})
        assert response.status_code == 304
        known = site.ask("/", **{"accept-encoding": coding}).headers_when_known
        assert {name for name, _value in known} >= {"etag", "vary", "cache-control"}


def test_a_shelf_holds_no_more_than_it_may():
    class Weight:
        size = 40

    shelf = Shelf(100)
    for number in range(5):
        shelf.put(str(number), Weight())
    assert [*shelf.pages] == ["3", "4"]
    assert shelf.bytes == 80
    shelf.put("3", Weight())
    assert [*shelf.pages] == ["4", "3"]


def test_a_preview_that_is_taken_back_changes_no_page(site):
    site.kept("/blog/the-drawer/")
    with transaction.atomic():
        Article.objects.update(title="Never seen")
        transaction.set_rollback(True)
    assert b"Never seen" not in site.kept("/blog/the-drawer/")
    assert site.made == ["/blog/the-drawer/?"]


def test_pages_nobody_asks_for_are_confirmed_beside_visitors(site):
    site.kept("/")
    site.kept("/blog/the-drawer/")
    Article.objects.filter(slug="the-drawer").update(state=Article.State.WITHDRAWN)

    async def look():
        await site.keeper.look(beside_visitors=True)
        await site.keeper.confirm_all()

    site.threads.work_until(asyncio.run_coroutine_threadsafe(look(), site.loop))
    assert "/blog/the-drawer/?" not in site.keeper.shelf.pages
    assert len(site.made) == 2, "confirming makes nothing"


def test_whoever_knows_the_time_of_a_feed_is_told_that_it_is_so(site):
    feed = site.ask("/blog/feed/")
    assert feed.is_known(None, feed.last_modified)
    assert not feed.is_known('"other"', feed.last_modified)
    assert not feed.is_known(None, None)
    assert not site.ask("/").is_known(None, "")
