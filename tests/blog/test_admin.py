import pytest
from django.urls import reverse
from django.utils import timezone

from blog.models import Article
from tests.blog.desk import ADD, change, form_data
from tests.factories import make_article, make_published_article, make_therapist, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def author(client):
    user = make_user("author")
    client.force_login(user)
    client.user = user
    return client


def test_editor_publishes_in_one_step(editor):
    response = editor.post(ADD, form_data([{"name": "Ines Calder"}], _publish="1"))
    article = Article.objects.get()
    assert response.status_code == 302
    assert article.is_published
    assert article.byline_text == "Ines Calder"


def test_anything_can_be_saved_as_a_draft(editor):
    response = editor.post(ADD, form_data(body="", title="Only a title", slug=""))
    assert response.status_code == 302
    assert Article.objects.get().status() == "draft"


def test_article_without_author_does_not_go_out_and_nothing_is_lost(editor):
    response = editor.post(ADD, form_data(_publish="1"))
    assert response.status_code == 200
    assert "Say who wrote it." in response.content.decode()
    assert "String." in response.content.decode()
    assert not Article.objects.exists()


def test_bylines_keep_their_order_and_the_title_held(editor):
    intern = make_therapist("Ines Calder", title="Doctoral Intern")
    rows = [{"name": "Rosa Quill", "title": "Guest"}, {"therapist": intern.pk}]
    editor.post(ADD, form_data(rows, _publish="1"))
    assert Article.objects.get().byline_text == "Rosa Quill, Guest and Ines Calder, Doctoral Intern"


def test_author_added_to_a_live_article_keeps_the_title_too(editor):
    article = make_published_article("The drawer", ["Rosa Quill"])
    intern = make_therapist("Ines Calder", title="Doctoral Intern")
    local = timezone.localtime(article.publish_at)
    times = {"publish_at_0": f"{local:%Y-%m-%d}", "publish_at_1": f"{local:%H:%M:%S}"}
    rows = [{"name": "Rosa Quill"}, {"therapist": intern.pk}]
    assert editor.post(change(article), form_data(rows, **times)).status_code == 302
    assert article.bylines.last().title == "Doctoral Intern"


def test_author_cannot_publish_by_a_forged_post(author):
    now = timezone.localtime()
    author.post(
        ADD,
        form_data(
            [{"name": "Me Myself"}],
            _publish="1",
            state="approved",
            publish_at_0=f"{now:%Y-%m-%d}",
            publish_at_1="00:00",
        ),
    )
    article = Article.objects.get()
    assert article.status() == "draft"
    assert article.publish_at is None
    assert article.created_by == author.user


def test_author_sees_and_changes_only_own_drafts(author):
    own = make_article("Mine", created_by=author.user)
    other = make_article("Not mine")
    page = author.get("/admin/blog/article/").content.decode()
    assert "Mine" in page
    assert "Not mine" not in page
    assert author.post(change(own), form_data(title="Still mine")).status_code == 302
    assert author.get(change(other)).status_code == 302  # "does not exist", back to the start
    author.post(change(other), form_data(title="Taken over"))
    other.refresh_from_db()
    assert other.title == "Not mine"


def test_author_reads_but_does_not_change_what_is_out(author):
    article = make_published_article("Out", ["A B"], created_by=author.user)
    assert author.get(change(article)).status_code == 200
    assert author.post(change(article), form_data(title="Changed")).status_code == 403
    assert author.post(reverse("admin:blog_article_delete", args=[article.pk])).status_code == 403


@pytest.mark.parametrize("role", ["coordinator", "clinician"])
def test_other_roles_cannot_add_articles(client, role):
    client.force_login(make_user(role))
    assert client.get(ADD).status_code == 403
    assert client.get("/admin/blog/article/start/").status_code == 403


@pytest.mark.parametrize("title", ["Feed", "feed", "FEED!"])
def test_an_address_that_is_made_is_never_behind_the_feed(editor, title):
    editor.post(ADD, form_data(title=title, slug=""))
    assert Article.objects.get().slug == "feed-2"


def test_an_address_behind_the_feed_is_refused(editor):
    response = editor.post(ADD, form_data(title="What feeds us", slug="feed"))
    assert "The site itself uses this web address." in response.text
