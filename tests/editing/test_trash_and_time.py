"""The trash, texts that swap in at a set time, bulk actions that say first, and daylight saving."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from blog.models import Article
from editing import swapping, trash
from editing.models import ReviewStep, Version, WorkingCopy
from pages.models import Page
from tests.editing.desk import address, form_of, saved, set_time
from tests.factories import make_article, make_page, make_published_article, make_user
from tests.sitemap import public_paths

pytestmark = pytest.mark.django_db


def delete(client, article):
    return client.post(address(article, "delete"), {"post": "yes"})


def test_deleting_puts_it_in_the_trash_and_it_comes_back_as_it_was(editor):
    article = make_published_article("On sleep", ["Rosa"], slug="on-sleep")
    told = editor.post(address(article, "delete"), {"post": "yes"}, follow=True).content.decode()
    assert "“On sleep” is in the trash for 30 days." in told
    assert editor.get("/blog/on-sleep/").status_code in (404, 410)
    assert "On sleep" not in editor.get("/admin/blog/article/").content.decode()
    page = editor.get("/admin/blog/article/trash/").content.decode()
    assert "Put here by Edda Quill" in page
    editor.post("/admin/blog/article/trash/", {"take_out": article.pk})
    assert editor.get("/blog/on-sleep/").status_code == 200
    article.refresh_from_db()
    assert article.byline_text == "Rosa"


def test_what_is_in_the_trash_is_in_no_list_feed_or_sitemap(editor):
    article = make_published_article("On sleep", ["Rosa"])
    delete(editor, article)
    assert article.get_absolute_url() not in public_paths(editor)
    for where in ("/", "/blog/", "/blog/feed/", "/blog/feed/atom/"):
        assert article.get_absolute_url() not in editor.get(where).content.decode(), where
    assert not Article.objects.published().exists()
    article.refresh_from_db()
    assert article.status() == "trashed"


def test_after_thirty_days_it_is_gone_with_its_versions_and_unsaved_text(editor):
    young, old = (saved(editor, make_article(title)) for title in ("Young", "Old"))
    for article in (young, old):
        editor.post(f"/admin/blog/article/working-copy/{article.pk}/", {"title": "Typed"})
    for article, days in ((young, 29), (old, 31)):
        delete(editor, article)
        when = timezone.now() - timedelta(days=days)
        Article.objects.filter(pk=article.pk).update(trashed_at=when)
    trash.empty()
    assert [article.title for article in Article.objects.all()] == ["Young"]
    assert {version.object_id for version in Version.objects.all()} == {young.pk}
    assert WorkingCopy.objects.get().object_id == young.pk


def test_authors_see_and_take_out_only_their_own(client):
    author = make_user("author")
    client.force_login(author)
    mine = make_article("Mine", created_by=author)
    other = make_article("Not mine")
    delete(client, mine)
    other.put_in_trash("Somebody")
    page = client.get("/admin/blog/article/trash/").content.decode()
    assert "Mine" in page
    assert "Not mine" not in page
    assert client.post("/admin/blog/article/trash/", {"take_out": other.pk}).status_code == 404


def test_deleting_several_asks_first_and_goes_to_the_trash(editor):
    articles = [make_article(f"Number {n}") for n in range(2)]
    data = {"action": "delete_selected", "_selected_action": [a.pk for a in articles]}
    page = editor.post("/admin/blog/article/", data).content.decode()
    assert "go into the trash" in page
    assert Article.objects.active().count() == 2
    editor.post("/admin/blog/article/", data | {"post": "yes"})
    assert Article.objects.in_trash().count() == 2


def test_publishing_several_says_first_what_it_will_do_and_why_not(editor):
    ready = saved(editor, make_article("Ready", ["Rosa"]))
    empty = make_article("Empty", body="")
    busy = make_article("Busy", ["Rosa"])
    copies = WorkingCopy.objects.of(Article, busy.pk)
    content_type = ready.versions().first().content_type
    copies.create(
        content_type=content_type, object_id=busy.pk, user=make_user("editor", name="Ben"), data={}
    )
    data = {"action": "publish_selected", "_selected_action": [ready.pk, empty.pk, busy.pk]}
    page = editor.post("/admin/blog/article/", data).content.decode()
    assert "Ben is writing in it just now." in page
    assert "There is no text yet." in page
    assert not Article.objects.published().exists()
    editor.post("/admin/blog/article/", data | {"confirmed": "1"})
    assert [article.title for article in Article.objects.published()] == ["Ready"]


def test_an_author_has_no_publish_action(client):
    author = make_user("author")
    client.force_login(author)
    article = make_article("Mine", ["Ana"], created_by=author)
    data = {"action": "publish_selected", "_selected_action": [article.pk], "confirmed": "1"}
    client.post("/admin/blog/article/", data)
    assert not Article.objects.published().exists()


# Swapping in


@pytest.fixture
def next_text(editor):
    article = make_published_article("Old title", ["Rosa"], slug="one")
    return saved(editor, article, title="New title", _keep="1")


def due(article, minutes=-1):
    when = timezone.now() + timedelta(minutes=minutes)
    type(article).objects.filter(pk=article.pk).update(swap_at=when)


def test_the_worker_swaps_in_what_is_due(next_text):
    due(next_text, +5)
    swapping.swap_all_due()
    assert Article.objects.get().title == "Old title"
    due(next_text)
    swapping.swap_all_due()
    article = Article.objects.get()
    assert (article.title, article.swap_at) == ("New title", None)
    assert not article.has_next_version


def test_the_first_visit_swaps_in_what_is_due(client, next_text):
    due(next_text)
    assert "New title" in client.get("/blog/one/").content.decode()
    assert Article.objects.get().title == "New title"


def test_a_time_is_set_and_taken_back_in_the_admin(editor, next_text):
    when = timezone.localtime() + timedelta(days=2)
    when = when.replace(hour=9)
    set_time(editor, next_text, when)
    swap_at = timezone.localtime(Article.objects.get().swap_at)
    assert (swap_at.date(), swap_at.hour) == (when.date(), 9)
    editor.post(address(next_text, "swap"), {"cancel": "1"})
    assert Article.objects.get().swap_at is None


def test_a_time_is_for_one_text_and_not_for_a_later_one(editor, next_text):
    due(next_text, +60)
    next_text.refresh_from_db()
    article = saved(editor, next_text, title="Newer still", _keep="1")
    assert article.swap_at is None
    assert "Please set it again" in editor.get(address(article)).content.decode()


def test_a_text_that_cannot_be_swapped_in_is_told_to_the_desk(next_text):
    version = next_text.next_version()
    version.data["title"] = [""]
    version.save()
    due(next_text)
    swapping.swap_all_due()
    assert Article.objects.get().title == "Old title"
    assert ReviewStep.objects.of(next_text).first().kind == "returned"


def test_publishing_several_leaves_what_has_a_next_text(editor, next_text):
    next_text.withdraw()
    data = {"action": "publish_selected", "_selected_action": [next_text.pk], "confirmed": "1"}
    editor.post("/admin/blog/article/", data)
    article = Article.objects.get()
    assert article.status() == "withdrawn"
    assert article.has_next_version


def test_a_page_swaps_too(editor, client):
    page = make_page("Fees", slug="fees", body="<p>Fifty minutes.</p>")
    local = timezone.localtime(page.publish_at)
    editor.post(
        f"/admin/pages/page/{page.pk}/change/",
        {
            "title": "Fees", "slug": "fees", "lede": "", "body": "<p>An hour.</p>", "_keep": "1",
            "publish_at_0": f"{local:%Y-%m-%d}", "publish_at_1": f"{local:%H:%M:%S}",
        },
    )  # fmt: skip
    due(Page.objects.get())
    assert "An hour." in client.get("/fees/").content.decode()


# Daylight saving: America/New_York springs forward on 2027-03-14, falls back on 2027-11-07


def times(day, clock):
    return {"publish_at_0": day, "publish_at_1": clock, "_publish": "1"}


def test_an_hour_that_does_not_exist_is_refused_with_a_sentence(editor, practice):
    article = make_article("On sleep", ["Rosa"])
    answer = editor.post(address(article), form_of(article, **times("2027-03-14", "02:30")))
    assert "the clocks change" in answer.content.decode()
    assert Article.objects.get().status() == "draft"


def test_an_hour_that_happens_twice_is_refused_with_a_sentence(editor, practice):
    article = make_article("On sleep", ["Rosa"])
    answer = editor.post(address(article), form_of(article, **times("2027-11-07", "01:30")))
    assert "the clocks change" in answer.content.decode()


def test_times_are_the_practices_on_both_sides_of_the_change(editor, practice):
    for day, utc_hour in (("2027-03-13", 14), ("2027-03-15", 13)):
        article = make_article(f"On {day}", ["Rosa"])
        editor.post(address(article), form_of(article, **times(day, "09:00")))
        article.refresh_from_db()
        moment = datetime.fromisoformat(f"{day}T{utc_hour}:00:00+00:00")
        assert article.publish_at == moment
        assert not Article.objects.published(moment - timedelta(seconds=1)).filter(pk=article.pk)
        assert Article.objects.published(moment.astimezone(UTC)).filter(pk=article.pk).exists()
