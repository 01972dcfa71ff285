import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from blog.forms import ArticleForm
from blog.models import Article, Series
from blog.models.article import COPIED
from tests.blog.desk import form_data
from tests.factories import (
    make_article,
    make_image,
    make_modality,
    make_published_article,
    make_specialty,
    make_therapist,
    make_user,
)

pytestmark = pytest.mark.django_db
# Fields of the form that a copy does not take from the article, and why.
OTHERWISE = {"no_crisis_box_because",
    # named, put up and placed anew
    "title", "slug", "posted_by", "publish_at", "withdraw_at", "series", "series_order", "search_title",
    "search_description",
    # said of that one article on a day
    "reviewed_by", "reviewed_by_name", "reviewed_on", "next_review_on", "changed_note",
    "changed_on",
    # copied as rows and relations
    "bylines", "references", "specialties", "modalities",
}  # fmt: skip


@pytest.fixture
def article():
    reviewer = make_therapist("Hana Wexler")
    article = make_published_article(
        "On rest",
        [make_therapist("Ines Calder", title="Doctoral Intern"), "Rosa Quill"],
        [make_specialty("Sleep")],
        body="<p>Rest is work [1].</p>",
        opening_lines="“Sit.”",
        summary="In short.",
        lead_image=make_image(),
        cta_heading="Come by",
        reference_rows=[{"text": "A book.", "url": ""}],
        reviewed_by=reviewer,
        reviewed_by_name="Hana Wexler, PsyD",
        reviewed_on="2026-03-03",
        next_review_on="2027-03-03",
        changed_note="We added a section.",
        changed_on="2026-03-03",
        series=Series.objects.create(title="Tired"),
        series_order=2,
    )
    article.modalities.add(make_modality("CBT"))
    return article


def test_a_copy_has_the_text_the_authors_and_the_topics(article):
    copy = article.copy_as_draft(make_user("editor"))
    copy.refresh_from_db()
    for name in COPIED:
        assert getattr(copy, name) == getattr(article, name), name
    assert copy.references == article.references
    assert len(copy.references) == 1
    assert copy.byline_text == article.byline_text
    assert copy.bylines.first().title == "Doctoral Intern"
    assert [topic.name for topic in copy.topics] == ["Sleep", "CBT"]


def test_a_copy_is_a_new_draft_and_claims_nothing(article):
    user = make_user("editor")
    copy = Article.objects.get(pk=article.copy_as_draft(user).pk)
    assert (copy.title, copy.slug) == ("On rest (copy)", "on-rest-copy")
    assert copy.status() == "draft"
    assert (copy.publish_at, copy.withdraw_at, copy.first_published_at) == (None, None, None)
    assert (copy.reviewed_by, copy.reviewed_by_name, copy.reviewed_on) == (None, "", None)
    assert (copy.next_review_on, copy.changed_on, copy.series) == (None, None, None)
    assert copy.uid != article.uid
    assert (copy.created_by, copy.created_by_name, copy.posted_by) == (user, user.name, user.name)


def test_two_copies_and_a_long_title_get_addresses_of_their_own():
    article = make_article("x" * 200, slug="x")
    copies = [article.copy_as_draft(make_user("editor")) for _n in range(2)]
    assert len({copy.slug for copy in copies}) == 2
    assert all(len(copy.title) == 200 and copy.title.endswith(" (copy)") for copy in copies)


def test_who_supervises_is_asked_anew_when_the_copy_goes_out(article):
    article.bylines.update(supervised_by="Marisol Tennant, PhD")
    copy = article.copy_as_draft(make_user("editor"))
    kept = {byline.display_name: byline.supervised_by for byline in copy.bylines.all()}
    assert kept == {"Ines Calder": "", "Rosa Quill": "Marisol Tennant, PhD"}


def test_every_field_of_the_form_is_copied_or_left_out_on_purpose():
    fields = set(ArticleForm().fields)
    assert fields - set(COPIED) == OTHERWISE


def copy_address(article):
    return reverse("admin:blog_article_copy", args=[article.pk])


def test_the_button_makes_a_copy_and_opens_it(client, article):
    client.force_login(make_user("editor"))
    form = client.get(reverse("admin:blog_article_change", args=[article.pk])).content.decode()
    assert copy_address(article) in form
    response = client.post(copy_address(article))
    copy = Article.objects.get(title="On rest (copy)")
    assert response.headers["Location"] == reverse("admin:blog_article_change", args=[copy.pk])


def test_a_look_copies_nothing(client, article):
    client.force_login(make_user("editor"))
    assert client.get(copy_address(article)).status_code == 405
    assert Article.objects.count() == 1


@pytest.mark.parametrize("role", ["coordinator", "clinician"])
def test_who_may_not_write_may_not_copy(client, article, role):
    client.force_login(make_user(role))
    assert client.post(copy_address(article)).status_code in (403, 404)
    assert Article.objects.count() == 1


def test_who_may_only_read_may_not_copy(client, article):
    reader = make_user()
    reader.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(reader)
    assert client.post(copy_address(article)).status_code == 403
    assert Article.objects.count() == 1


def test_an_author_copies_only_what_they_may_read(client, article):
    user = make_user("author")
    client.force_login(user)
    assert client.post(copy_address(article)).status_code == 404
    own = make_published_article("Mine", ["A B"], created_by=user)
    assert client.post(copy_address(own)).status_code == 302
    assert Article.objects.get(title="Mine (copy)").created_by == user


def test_a_copy_can_be_saved_as_it_is(client, article):
    client.force_login(make_user("editor"))
    client.post(copy_address(article))
    copy = Article.objects.get(title="On rest (copy)")
    rows = [{"name": "Rosa Quill"}]
    address = reverse("admin:blog_article_change", args=[copy.pk])
    assert client.post(address, form_data(rows, slug=copy.slug)).status_code == 302
